//! `knownow note` on a day that was changed: notes go where today's plan has the group.

use chrono::NaiveTime;
use knownow::{
    domain::{
        day_change::{Change, DayChange, Scope},
        ids::{PersonId, RecordId, WriterId},
        note::Label,
        plan::{Person, Plan, Slot, Visit},
        record::Record,
        records::{Entry, Records},
    },
    storage::files::records_text::RecordsText,
};
use serde_json::Value;
use uuid::Uuid;

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{copy_example, done, plan, put, quit, run};

const SESSION: &str = "half-day-maths";
const B: &str = "Head of School B";
const D: &str = "Head of School D";
const COLLEAGUE: WriterId = WriterId(Uuid::from_u128(0xc0));

/// The session of these tests, where a colleague made these changes for everyone before the day began.
fn changed(home: &Home, changes: impl FnOnce(&Plan) -> Vec<Change>) {
    let folder = copy_example(home, SESSION);
    let plan = plan(&folder);
    let date = plan.days[0].date;
    let mut records = Records::default();
    for (seq, what) in (1..).zip(changes(&plan)) {
        let change = DayChange {
            at: plan.moment(date, time("07:50")),
            late: 0,
            scope: Scope::Everyone,
            what,
        };
        let fresh = RecordId(Uuid::from_u128(u128::from(seq)));
        records.join(Entry::Change(Record {
            id: change
                .what
                .record_id(plan.session, &change.scope)
                .unwrap_or(fresh),
            writer: COLLEAGUE,
            rev: 1,
            deleted: false,
            seq,
            edited_at: change.at,
            came_from: Vec::new(),
            body: change,
        }));
    }
    let colleague = Label::new(PersonId::new("facilitator"), "Facilitator");
    let mut text = RecordsText::new(plan.session, COLLEAGUE, &colleague).unwrap();
    text.put_all(&records).unwrap();
    std::fs::create_dir_all(folder.join("records")).unwrap();
    put(&folder.join("records/facilitator.00c0.ron"), text.bytes());
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

fn slot<'a>(plan: &'a Plan, title: &str) -> &'a Slot {
    plan.every_slot()
        .find(|slot| slot.activity.title.starts_with(title))
        .unwrap()
}

/// A class of Group 1.
fn class<'a>(plan: &'a Plan, name: &str) -> &'a Visit {
    let visits = &slot(plan, "Lesson visits").tracks[0].visits;
    visits.iter().find(|visit| visit.class == name).unwrap()
}

fn moved(plan: &Plan, name: &str, starts: &str) -> Change {
    Change::VisitMoved {
        visit: class(plan, name).id.clone(),
        track: slot(plan, "Lesson visits").tracks[0].id.clone(),
        starts: time(starts),
    }
}

/// Writes a note and gives back the class or else the activity where it went.
fn place(home: &Home, text: &str, person: &str, when: &str) -> (String, Value) {
    let printed = done(
        home,
        &[
            "note", text, "--into", SESSION, "--as", person, "--when", when, "--json",
        ],
    );
    let printed: Value = serde_json::from_str(&printed).unwrap();
    let note = printed.as_array().unwrap()[0].clone();
    let place = note["visit"]
        .as_str()
        .or(note["activity"].as_str())
        .unwrap()
        .to_string();
    (place, note)
}

#[test]
fn after_a_swap_a_push_and_a_drop_a_note_goes_where_the_group_is() {
    let home = Home::new();
    changed(&home, |plan| {
        vec![
            moved(plan, "Year 6", "09:30"),
            moved(plan, "Year 4", "09:15"),
            Change::Retimed {
                slot: slot(plan, "Break").id.clone(),
                starts: time("10:25"),
                ends: None,
            },
            Change::NotSeen {
                visit: class(plan, "Year 3").id.clone(),
                because: "in the hall".into(),
                begun: false,
            },
            Change::Dropped {
                slot: slot(plan, "Pupil voice").id.clone(),
                because: String::new(),
            },
        ]
    });
    let break_title = {
        let plan = plan(&home.path().join("data/sessions").join(SESSION));
        slot(&plan, "Break").activity.title.clone()
    };
    let at = |when: &str| place(&home, "+ cubes", B, when).0;
    assert_eq!(at("09:16"), "Year 4", "swapped");
    assert_eq!(at("09:31"), "Year 6", "swapped");
    assert_eq!(at("09:46"), "Year 6", "Year 3 is not seen");
    assert_eq!(at("10:20"), "Year 2", "the break is pushed");
    assert_eq!(at("10:50"), break_title, "pupil voice is dropped");
}

#[test]
fn somebody_who_came_on_the_day_writes_is_named_and_opens_the_session() {
    let home = Home::new();
    changed(&home, |plan| {
        let person = Person {
            id: PersonId::new("head-d"),
            name: D.into(),
            group: Some(plan.groups[0].id.clone()),
            host_staff: false,
            duties: Vec::new(),
        };
        vec![Change::PersonAdded { person }]
    });
    assert_eq!(
        place(&home, "+ cubes", D, "09:16").0,
        "Year 6",
        "with their group"
    );
    let note = place(&home, "+ @head-d counts in twos", B, "09:17").1;
    assert_eq!(
        (&note["by"], &note["typed_by"]),
        (&Value::from(D), &Value::from(B))
    );
    let nobody = run(
        &home,
        &["note", "+ x", "--into", SESSION, "--as", "Head of School E"],
    );
    assert!(nobody.err.contains(D), "{}", nobody.err);

    let mut screen = Screen::start(&home, &["open", SESSION, "--as", D], 80, 24);
    screen.wait_for(D);
    quit(&mut screen);
}
