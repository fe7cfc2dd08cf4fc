//! What a colleague pushes for everyone, at the laptop of somebody who stays at a place.

use knownow::domain::{day_change::Change, lateness, record::Record, today::is_mark};

use crate::stage::{Source, Stage};

/// The half-day in maths whose meeting with the SENDCO says in so many words when it ends.
pub fn with_a_stated_end() -> Source {
    let mut source = Source::called("half-day-maths");
    source.plan = source
        .plan
        .replace(r#"start: "08:30","#, r#"start: "08:30", end: "09:00","#);
    source
}

/// Two laptops, of both groups, each held in the meeting with the SENDCO that was to end at 09:00.
fn held_in_the_meeting() -> (Stage, Stage) {
    let laptop = |nth, who| Stage::laptop_of(nth, &with_a_stated_end(), who, "08:40");
    let (mut mine, mut theirs) = (laptop(1, "Head of School C"), laptop(2, "Facilitator"));
    for stage in [&mut mine, &mut theirs] {
        stage.at("09:01");
        stage.keys("<C-p>");
        assert_eq!(place(stage), "meet-sendco");
    }
    (mine, theirs)
}

/// The row or class where the group is.
fn place(stage: &Stage) -> String {
    let place = &stage.day().stop().expect("a place").place;
    let visit = place.visit.as_ref().map(ToString::to_string);
    visit.unwrap_or_else(|| place.slot.to_string())
}

/// How late the group is, and whether it stays where it is.
fn late(stage: &Stage) -> (i64, bool) {
    let day = stage.day();
    let position = day.position.expect("a place");
    let late = lateness::minutes_late(&day.route, position, stage.now);
    (late, position.held)
}

fn both_at(mine: &mut Stage, theirs: &mut Stage, time: &str) {
    mine.at(time);
    theirs.at(time);
}

/// Where the group is said to have been, class by class, with since when.
fn reached(stage: &Stage, group: &str) -> Vec<String> {
    let went = stage.day().went(stage.now);
    let went = went.iter().find(|went| went.group.as_deref() == Some(group));
    let places = &went.expect("the group").places;
    let reached = places.iter().filter_map(|(line, _)| {
        let since = line.came.or(line.reached)?;
        line.place.visit.as_ref()?;
        Some(format!("{} {}", since.hh_mm(), line.name))
    });
    reached.collect()
}

#[test]
fn what_a_colleague_pushed_for_all_is_not_counted_again_by_who_stays() {
    // It may be heard of in the minute in which it is done, or later.
    for (heard, counted) in [("09:07", 0), ("09:08", 1)] {
        let (mut mine, mut theirs) = held_in_the_meeting();
        both_at(&mut mine, &mut theirs, "09:07");
        theirs.keys("<C-d><Tab><Enter>");
        mine.at(heard);
        mine.hears(&theirs);
        assert_eq!(late(&mine), (counted, true), "{}", mine.screen(80, 24));
        let here = mine.day().stop().expect("a place");
        assert_eq!(here.ends.hh_mm(), "09:07", "{}", mine.screen(80, 24));
        mine.keys("<C-d>");
        let lines = &match &mine.model.overlay {
            Some(knownow::app::Overlay::Late(late)) => late.remedies[0].lines.clone(),
            other => panic!("{other:?}"),
        };
        let (was, becomes) = (lines[1].was.0, lines[1].becomes.expect("times").0);
        assert_eq!(
            (was.hh_mm(), becomes.hh_mm()),
            ("09:07".into(), heard.into()),
            "{}",
            mine.screen(80, 24)
        );
        mine.keys("<Esc>");
        mine.die_and_reopen();
        assert_eq!(late(&mine), (counted, true), "opened again");
    }
}

#[test]
fn who_stays_at_a_place_leaves_it_by_their_own_hand_alone() {
    let (mut mine, mut theirs) = held_in_the_meeting();
    for time in ["09:07", "09:09"] {
        both_at(&mut mine, &mut theirs, time);
        theirs.keys("<C-d><Tab><Enter>");
        mine.hears(&theirs);
        assert_eq!(
            (place(&mine), late(&mine)),
            ("meet-sendco".into(), (0, true)),
            "{time}"
        );
    }
    mine.at("09:12");
    mine.keys("still in the meeting<Enter>");
    let notes: Vec<_> = mine.day().records.notes.live().collect();
    assert_eq!(notes[0].body.place.slot.id.as_str(), "meet-sendco");
    let me = mine.day().me.writer;
    let stepped_to_a_class = |change: &&Record<_>| {
        let change: &Record<knownow::domain::day_change::DayChange> = change;
        change.writer == me && matches!(&change.body.what, Change::Stepped { visit: Some(_), .. })
    };
    let changes: Vec<_> = mine.day().records.changes.live().collect();
    assert_eq!(
        changes.iter().filter(|change| stepped_to_a_class(change)).count(),
        0
    );
    assert!(changes.iter().any(|change| is_mark(change)), "it was heard of");
    theirs.hears(&mine);
    theirs.at("09:12");
    for stage in [&mine, &theirs] {
        assert_eq!(reached(stage, "Group 2"), [""; 0], "{}", stage.screen(80, 24));
    }
    mine.keys("<C-n>");
    theirs.hears(&mine);
    for stage in [&mine, &theirs] {
        assert_eq!(reached(stage, "Group 2"), ["09:12 Year 2"]);
    }
}

#[test]
fn who_stays_at_a_place_stays_there_though_a_push_was_made_while_the_program_was_closed() {
    let (mut mine, mut theirs) = held_in_the_meeting();
    both_at(&mut mine, &mut theirs, "09:07");
    theirs.keys("<C-d><Tab><Enter>");
    mine.receives_from(&theirs);
    mine.die_and_reopen();
    assert_eq!((place(&mine), late(&mine)), ("meet-sendco".into(), (0, true)));
    mine.at("09:12");
    assert_eq!((place(&mine), late(&mine)), ("meet-sendco".into(), (5, true)));
}

#[test]
fn what_was_changed_apart_for_all_and_for_one_group_is_seen_by_all() {
    let (mut mine, mut theirs) = held_in_the_meeting();
    let mut third = Stage::laptop_of(3, &with_a_stated_end(), "Head of School B", "09:05");
    both_at(&mut mine, &mut theirs, "09:07");
    theirs.keys("<C-d><Tab><Enter>");
    mine.at("09:08");
    mine.keys("<C-d><Enter>");
    mine.hears(&theirs);
    theirs.hears(&mine);
    third.at("09:09");
    third.hears(&mine);
    third.hears(&theirs);
    let apart = |stage: &Stage| {
        let apart = stage.day().today.apart.iter().map(|apart| {
            let mut says: Vec<_> = apart
                .wordings
                .iter()
                .map(|wording| format!("{wording:?}"))
                .collect();
            says.sort();
            (apart.name.clone(), says)
        });
        apart.collect::<Vec<_>>()
    };
    let known = apart(&mine);
    let told: Vec<_> = known
        .iter()
        .map(|(name, says)| (name.as_str(), says.len()))
        .collect();
    assert_eq!(told, [("Meet the SENDCO", 2)], "each deed once, whole");
    for says in ["ends: Some(09:07:00)", "ends: Some(09:08:00)"] {
        let of_meeting = |wording: &String| wording.contains("meet-sendco") && wording.contains(says);
        assert!(known[0].1.iter().any(of_meeting), "{known:?}");
    }
    for stage in [&mut theirs, &mut third] {
        assert_eq!(apart(stage), known);
        stage.die_and_reopen();
        assert_eq!(apart(stage), known, "opened again");
        stage.keys("<C-k>planned against<Enter>");
        let screen = stage.screen(120, 36);
        assert!(screen.contains("Changed apart - Meet the SENDCO"), "{screen}");
        for says in ["09:07", "09:08", ", stands)", ", void)"] {
            assert!(screen.contains(says), "{says}\n{screen}");
        }
    }
}
