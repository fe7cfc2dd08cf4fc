//! What colleagues change on their laptops, as it arrives here.

use chrono::NaiveTime;
use knownow::{
    app::{message::Message, notice::Notice},
    domain::{
        day_change::{Change, DayChange, Scope},
        ids::WriterId,
        record::Record,
        records::{Entry, Records},
        today::scope_of,
    },
};
use uuid::Uuid;

use crate::stage::Stage;

const ME: &str = "Head of School B";

/// Two laptops with the same session: mine, in Group 1, and that of `colleague`.
fn two_laptops(colleague: &str, time: &str) -> (Stage, Stage) {
    let laptop = |nth, who| Stage::laptop(nth, "half-day-maths", who, time);
    (laptop(1, ME), laptop(2, colleague))
}

/// The classes on this laptop's way with their starts.
fn classes(stage: &Stage) -> String {
    let day = stage.day();
    let stops = day.route.stops().iter();
    let told = stops.filter_map(|stop| {
        let view = day.today.plan.view(stop, day.me.group.as_ref())?;
        Some(format!("{} {}", stop.starts.hh_mm(), view.visit?.class))
    });
    told.collect::<Vec<_>>().join(", ")
}

#[test]
fn what_a_colleague_changed_since_is_not_taken_back_here() {
    let (mut mine, mut theirs) = two_laptops("Facilitator", "09:05");
    mine.keys("<C-d>n<Down><Enter>in the hall<Enter>");
    let noted = mine.day().today.not_seen.clone();
    assert_eq!(noted.len(), 1, "{}", mine.screen(80, 24));
    theirs.hears(&mine);
    let mut said = theirs.day().records.changes.clone();
    let id = mine.day().records.changes.all().next().expect("the change").id;
    let writer = theirs.day().me.writer;
    let now = theirs.now;
    let theirs_now = said
        .revise(id, writer, now, |change| change.body.late = 1)
        .expect("known");
    said.join(theirs_now.clone());
    mine.take(Message::Found(Records {
        changes: said,
        ..Default::default()
    }));
    mine.keys("<C-z>");
    assert!(
        matches!(
            &mine.model.notice,
            Some(Notice::ChangedSince { again: false, .. })
        ),
        "{:?}",
        mine.model.notice
    );
    assert_eq!(
        mine.day().records.changes.get(id),
        Some(&theirs_now),
        "theirs stands"
    );
    mine.keys("<C-z>");
    assert!(matches!(mine.model.notice, Some(Notice::NothingToUndo)));
}

#[test]
fn what_a_colleague_brought_back_is_not_struck_out_by_doing_again() {
    let (mut mine, _) = two_laptops("Facilitator", "09:05");
    mine.keys("<C-d>n<Down><Enter>in the hall<Enter>");
    mine.keys("<C-z>");
    let mut said = mine.day().records.changes.clone();
    let id = said.all().next().expect("the change").id;
    let other = WriterId(Uuid::from_u128(7));
    let theirs = said
        .revise(id, other, mine.now, |change| change.deleted = false)
        .expect("known");
    said.join(theirs.clone());
    mine.take(Message::Found(Records {
        changes: said,
        ..Default::default()
    }));
    mine.keys("<C-y>");
    assert!(
        mine.screen(80, 24)
            .contains("Changed by somebody else since; not done again.")
    );
    assert_eq!(mine.day().records.changes.get(id), Some(&theirs), "theirs stands");
}

#[test]
fn a_class_where_i_sit_stays_on_my_way_though_a_colleague_says_it_was_not_seen() {
    let (mut mine, _) = two_laptops("Facilitator", "09:16");
    let before = (classes(&mine), mine.day().stop().cloned());
    let visit = mine
        .day()
        .stop()
        .and_then(|stop| stop.place.visit.clone())
        .expect("a class");
    let change = DayChange {
        at: mine.day().plan.moment(
            mine.now.date(),
            NaiveTime::from_hms_opt(9, 10, 0).expect("a time"),
        ),
        late: 0,
        scope: scope_of(&mine.day().plan, mine.day().me.group.as_ref()),
        what: Change::NotSeen {
            visit: visit.clone(),
            because: "in the hall".into(),
            begun: false,
        },
    };
    let found = found(&mine, change);
    mine.take(Message::Found(found));
    assert_eq!((classes(&mine), mine.day().stop().cloned()), before);
    assert!(
        mine.day().today.not_seen(&visit).is_some(),
        "it is said all the same"
    );
    mine.die_and_reopen();
    assert_eq!((classes(&mine), mine.day().stop().cloned()), before);
}

#[test]
fn a_swap_of_the_class_where_i_sit_is_heeded_whole_or_not_at_all() {
    for swap in [
        "<C-d>hYear 6<Enter>",
        "<C-d>hYear 1<Enter>",
        "<C-d>sYear 5<Enter>",
    ] {
        for open in [true, false] {
            let (mut mine, mut theirs) = two_laptops("Facilitator", "09:05");
            mine.keys("+ whiteboards<Enter>");
            let agreed = classes(&mine);
            theirs.keys(swap);
            assert_ne!(classes(&theirs), agreed, "{}", theirs.screen(80, 24));
            if open {
                mine.hears(&theirs);
            } else {
                mine.receives_from(&theirs);
                mine.die_and_reopen();
            }
            theirs.hears(&mine);
            assert_eq!(
                classes(&mine),
                agreed,
                "{swap}: Year 5 has begun here, so Year 6 stays too"
            );
            assert_eq!(
                classes(&theirs),
                agreed,
                "{swap}: both laptops of the group say the same"
            );
            mine.die_and_reopen();
            assert_eq!(classes(&mine), agreed);
        }
    }
}

#[test]
fn a_swap_of_classes_to_come_is_heeded_whole() {
    let (mut mine, mut theirs) = two_laptops("Facilitator", "08:50");
    theirs.keys("<C-d>sYear 6<Enter>");
    mine.hears(&theirs);
    theirs.hears(&mine);
    assert!(
        classes(&mine).starts_with("09:00 Year 6, 09:15 Year 5"),
        "{}",
        classes(&mine)
    );
    assert_eq!(classes(&mine), classes(&theirs));
}

/// A change by somebody else, as it is found in their file.
fn found(stage: &Stage, change: DayChange) -> Records {
    let mut found = Records::default();
    found.join(Entry::Change(Record {
        id: change
            .what
            .record_id(stage.day().plan.session, &change.scope)
            .expect("an id"),
        writer: WriterId(Uuid::from_u128(7)),
        rev: 1,
        deleted: false,
        seq: 1,
        edited_at: change.at,
        came_from: Vec::new(),
        body: change,
    }));
    found
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").expect("a time")
}

/// The class where I am is dropped by a colleague, who said so before it began.
fn dropped_before_it_began(stage: &Stage) -> Records {
    let day = stage.day();
    let visit = day
        .stop()
        .and_then(|stop| stop.place.visit.clone())
        .expect("a class");
    let (_, track, _) = knownow::domain::rooms::visit(&day.plan, &visit).expect("of the plan");
    let change = DayChange {
        at: day.plan.moment(stage.now.date(), time("09:05")),
        late: 0,
        scope: Scope::Everyone,
        what: Change::VisitMoved {
            visit,
            track: track.id.clone(),
            starts: time("09:50"),
        },
    };
    found(stage, change)
}

#[test]
fn what_arrives_late_is_the_same_after_opening_again() {
    let (mut mine, _) = two_laptops("Facilitator", "09:16");
    let before = classes(&mine);
    let late = dropped_before_it_began(&mine);
    mine.receives(WriterId(Uuid::from_u128(7)), &late);
    mine.take(Message::Found(late));
    assert_eq!(classes(&mine), before, "it had begun here");
    mine.at("09:24");
    mine.die_and_reopen();
    assert_eq!(classes(&mine), before);
    let group = mine.day().me.group.clone();
    let elsewhere =
        knownow::domain::today::Today::of(&mine.day().plan, &mine.saved().records, group.as_ref());
    assert_eq!(
        elsewhere.plan,
        mine.day().today.plan,
        "and wherever these records are known"
    );
}

#[test]
fn what_arrives_in_time_is_the_same_after_opening_again() {
    let (mut mine, _) = two_laptops("Facilitator", "09:16");
    let early = dropped_before_it_began(&mine);
    let mut mine = {
        mine.at("09:10");
        mine
    };
    mine.receives(WriterId(Uuid::from_u128(7)), &early);
    mine.take(Message::Found(early));
    let moved = classes(&mine);
    assert!(moved.contains("09:50 Year 6"), "{moved}");
    mine.at("09:52");
    mine.keys("+ counts in twos<Enter>");
    mine.die_and_reopen();
    assert_eq!(classes(&mine), moved);
}

#[test]
fn what_came_between_two_openings_moves_nothing_that_was_begun() {
    let (mut mine, _) = two_laptops("Facilitator", "09:16");
    mine.keys("+ cubes<Enter>");
    let before = classes(&mine);
    let late = dropped_before_it_began(&mine);
    mine.receives(WriterId(Uuid::from_u128(7)), &late);
    mine.die_and_reopen();
    assert_eq!(classes(&mine), before, "there is a note of it");
    mine.die_and_reopen();
    assert_eq!(classes(&mine), before);
}

#[test]
fn a_push_for_everyone_settles_lateness_once_whatever_their_clock_says() {
    for theirs_say in ["09:14", "09:24", "09:34"] {
        let (mut mine, mut theirs) = two_laptops("Head of School C", "09:16");
        mine.keys("<C-p>");
        mine.at("09:22");
        mine.keys("<C-n>");
        mine.at("09:24");
        assert_eq!(mine.day().position.map(|position| position.late), Some(7));
        theirs.at(theirs_say);
        theirs.keys("<C-d>+++++++<Tab><Enter>");
        mine.hears(&theirs);
        let late = |stage: &Stage| stage.day().position.map(|position| position.late);
        assert_eq!(late(&mine), Some(0), "{theirs_say}");
        let known = (classes(&mine), mine.day().stop().cloned());
        assert!(known.0.contains("09:52 Year 3"), "{theirs_say}: {}", known.0);
        mine.die_and_reopen();
        assert_eq!(
            (classes(&mine), mine.day().stop().cloned()),
            known,
            "{theirs_say}"
        );
        assert_eq!(late(&mine), Some(0), "{theirs_say}, opened again");
        // A clock that is ahead says that Year 4 had begun there, so they did not push it.
        let again = if theirs_say == "09:34" { 12 } else { 5 };
        mine.at("09:42");
        mine.keys("<C-p><C-n>");
        assert_eq!(late(&mine), Some(again), "{theirs_say}, late again");
        mine.die_and_reopen();
        assert_eq!(
            late(&mine),
            Some(again),
            "{theirs_say}, late again and opened again"
        );
        theirs.keys("<C-z>");
        mine.hears(&theirs);
        let here = late(&mine);
        mine.die_and_reopen();
        assert_eq!(late(&mine), here, "{theirs_say}, taken back");
    }
}

#[test]
fn what_a_colleague_changes_of_my_day_is_said_in_a_few_words() {
    let (_, mut theirs) = two_laptops("Facilitator", "09:16");
    let mut mine = Stage::new("half-day-maths", ME, "09:16");
    let mut arrives = |theirs: &mut Stage, keys: &str, said: &str| {
        theirs.keys(keys);
        mine.receives_from(theirs);
        mine.looks();
        let screen = mine.screen(80, 24);
        assert!(screen.contains(said), "{said}: {screen}");
    };
    // What is told of a file for the first time is told before.
    arrives(&mut theirs, "+ a note<Enter>", "a note");
    arrives(
        &mut theirs,
        "<C-d>s<Enter>",
        "Colleague swapped Year 3 and Year 4.",
    );
    arrives(
        &mut theirs,
        "<C-d>+++++<Enter>",
        "Colleague moved 3 rows (+5 min).",
    );
    arrives(
        &mut theirs,
        "<C-d>nYear 2<Enter>on a trip<Enter>",
        "Colleague left out Year 2.",
    );
}
