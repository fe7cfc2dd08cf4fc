//! Reviews in the two nights in which the clocks change: nobody holds one then, so whatever works there works.

use chrono::TimeDelta;
use knownow::domain::{course::Phase, note::sort_by_time, stamp::Stamp};
use proptest::{prelude::*, test_runner::TestCaseError};

use super::{
    cases,
    watch::{everything_acknowledged_is_on_disk, everything_is_on_disk},
};
use crate::stage::{Source, Stage};

/// The nights in which clocks in London go on from 01:00 to 02:00, and back from 02:00 to 01:00.
const NIGHTS: [&str; 2] = ["2026-03-29", "2026-10-25"];

/// A night of visits every quarter of an hour from 00:30 to 03:45.
fn night(date: &str) -> Source {
    let row = |nth: u32| {
        let (hour, minute) = ((30 + 15 * nth) / 60, (30 + 15 * nth) % 60);
        format!(
            "(id: \"row-{nth}\", start: \"{hour:02}:{minute:02}\", title: \"Row {nth}\", kind: lesson_visits),"
        )
    };
    let rows: String = (0..14).map(row).collect();
    let plan = format!(
        r#"(
            format: "knownow plan", version: 1,
            session: "01a0b000-0000-7000-8000-000000000003", writer: "01a0b000-0000-7000-8000-000000000004",
            host: (name: "Oakfield Primary"),
            people: [(id: "reviewer-1", name: "Reviewer 1", duties: [reviewer])],
            days: [(id: "night", date: "{date}", slots: [{rows}])],
        )"#
    );
    Source::of_plan("night", &plan)
}

#[derive(Debug, Clone)]
enum Act {
    Passes(i64),
    Notes,
    Keys(&'static str),
    /// Somebody sets the laptop's clock back.
    SetBack(i64),
    Dies,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        5 => (0_i64..1_800).prop_map(Act::Passes),
        4 => Just(Act::Notes),
        2 => prop::sample::select(vec!["<C-n>", "<C-p>", "<C-z>"]).prop_map(Act::Keys),
        1 => (0_i64..4_000).prop_map(Act::SetBack),
        1 => Just(Act::Dies),
    ]
}

fn elapsed(from: Stamp, to: Stamp) -> TimeDelta {
    to.moment().to_utc() - from.moment().to_utc()
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn when_the_clocks_change_nothing_is_lost_and_places_follow(
        which in 0_usize..2, acts in prop::collection::vec(act(), 1..30)
    ) {
        let mut stage = Stage::in_memory(&night(NIGHTS[which]), "Reviewer 1", "00:20");
        let mut clock_was_true = true;
        let mut noted = 0;
        for act in &acts {
            let before = stage.day().position.expect("a place");
            match act {
                Act::Passes(seconds) => {
                    stage.pass(TimeDelta::seconds(*seconds));
                    let after = stage.day().position.expect("a place");
                    prop_assert!(after.held || before.held || after.stop >= before.stop, "nobody is moved back");
                }
                Act::Notes => {
                    noted += 1;
                    stage.keys(&format!("note {noted}<Enter>"));
                }
                Act::Keys(keys) => {
                    stage.keys(keys);
                    // An undone note is in the line again: it is saved as it was.
                    stage.keys("<Enter>");
                }
                Act::SetBack(seconds) => {
                    clock_was_true = false;
                    stage.pass(TimeDelta::seconds(-*seconds));
                }
                Act::Dies => stage.die_and_reopen(),
            }
            follows(&stage)?;
            everything_acknowledged_is_on_disk(&stage)?;
        }
        everything_is_on_disk(&stage)?;
        let saved = stage.saved();
        let mut notes: Vec<_> = saved.records.notes.live().collect();
        prop_assert_eq!(notes.len(), noted);
        if clock_was_true {
            sort_by_time(&mut notes);
            let shown: Vec<String> = notes.iter().map(|note| note.body.text.clone()).collect();
            let typed: Vec<String> = (1..=noted).map(|nth| format!("note {nth}")).collect();
            prop_assert_eq!(shown, typed, "in the order in which they were written");
        }
    }

    #[test]
    fn lateness_is_time_that_passed_and_not_what_two_clocks_show(
        which in 0_usize..2, seconds in 0_i64..9_000
    ) {
        let mut stage = Stage::in_memory(&night(NIGHTS[which]), "Reviewer 1", "00:31");
        stage.pass(TimeDelta::seconds(seconds));
        let before = stage.day().position.expect("a place").stop;
        stage.keys("<C-n>");
        let day = stage.day();
        let (position, stop) = (day.position.expect("a place"), day.stop().expect("a stop"));
        let stepped = position.stop == before + 1 && matches!(position.phase, Phase::During(_));
        if stepped && !position.held {
            let late = elapsed(stop.starts, stage.now).num_seconds().div_euclid(60);
            prop_assert_eq!(position.late, late);
        }
    }
}

/// Following, the group is at the last row that has begun, counted with its lateness in elapsed time.
fn follows(stage: &Stage) -> Result<(), TestCaseError> {
    let day = stage.day();
    let position = day.position.expect("a place");
    if position.held || !matches!(position.phase, Phase::During(_)) {
        return Ok(());
    }
    let late = TimeDelta::minutes(position.late);
    let begun = day
        .route
        .stops()
        .iter()
        .rposition(|stop| elapsed(stop.starts, stage.now) >= late);
    prop_assert_eq!(position.stop, begun.unwrap_or(0), "{} {:?}", stage.now, position);
    Ok(())
}
