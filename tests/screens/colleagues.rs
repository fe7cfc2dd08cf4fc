//! What colleagues change on their laptops, as it arrives here.

use knownow::app::notice::Notice;

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
    mine.keys("<C-d>n<Down>in the hall<Enter>");
    mine.keys("<Enter>");
    let noted = mine.day().today.not_seen.clone();
    assert_eq!(noted.len(), 1, "{}", mine.screen(80, 24));
    theirs.hears(&mine);
    let mut said = theirs.day().records.changes.clone();
    let id = said.all().next().expect("the change").id;
    let writer = theirs.day().me.writer;
    let now = theirs.now;
    let theirs_now = said
        .revise(id, writer, now, |change| change.body.late = 1)
        .expect("known");
    said.join(theirs_now.clone());
    mine.take(knownow::app::message::Message::Found(
        knownow::domain::records::Records {
            changes: said,
            ..Default::default()
        },
    ));
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
    let other = knownow::domain::ids::WriterId(uuid::Uuid::from_u128(7));
    let theirs = said
        .revise(id, other, mine.now, |change| change.deleted = false)
        .expect("known");
    said.join(theirs.clone());
    mine.take(knownow::app::message::Message::Found(
        knownow::domain::records::Records {
            changes: said,
            ..Default::default()
        },
    ));
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
    let change = knownow::domain::day_change::DayChange {
        at: mine.day().plan.moment(
            mine.now.date(),
            chrono::NaiveTime::from_hms_opt(9, 10, 0).expect("a time"),
        ),
        late: 0,
        scope: knownow::domain::today::scope_of(&mine.day().plan, mine.day().me.group.as_ref()),
        what: knownow::domain::day_change::Change::NotSeen {
            visit: visit.clone(),
            because: "in the hall".into(),
            begun: false,
        },
    };
    let found = crate::colleagues::found(&mine, change);
    mine.take(knownow::app::message::Message::Found(found));
    assert_eq!((classes(&mine), mine.day().stop().cloned()), before);
    assert!(
        mine.day().today.not_seen(&visit).is_some(),
        "it is said all the same"
    );
    mine.die_and_reopen();
    assert_eq!((classes(&mine), mine.day().stop().cloned()), before);
}

/// A change by somebody else, as it is found in their file.
fn found(stage: &Stage, change: knownow::domain::day_change::DayChange) -> knownow::domain::records::Records {
    let mut found = knownow::domain::records::Records::default();
    found.join(knownow::domain::records::Entry::Change(
        knownow::domain::record::Record {
            id: change
                .what
                .record_id(stage.day().plan.session, &change.scope)
                .expect("an id"),
            writer: knownow::domain::ids::WriterId(uuid::Uuid::from_u128(7)),
            rev: 1,
            deleted: false,
            seq: 1,
            edited_at: change.at,
            came_from: Vec::new(),
            body: change,
        },
    ));
    found
}
