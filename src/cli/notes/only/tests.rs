use std::path::Path;

use super::*;
use crate::domain::{
    activity::ActivityKind,
    ids::{PersonId, RecordId, SlotId, WriterId},
    note::{Label, NoteKind, NotePlace},
};
use crate::storage::{catalogue, files::plan_file::read_plan};

/// Two days, with two reviewers who go separate ways.
fn plan() -> Plan {
    let examples = catalogue::examples().iter();
    let two_days = examples.filter(|example| example.folder == "two-day-quality");
    let text = two_days.map(|example| example.plan).collect::<String>();
    read_plan(Path::new("plan.ron"), text.as_bytes()).expect("a plan")
}

/// A note at a row, made with a group at a moment; its text is that moment.
fn note(slot: &str, group: Option<(&str, &str)>, when: &str) -> Record<Note> {
    let reviewer = Label::new(PersonId::new("reviewer-1"), "Reviewer 1");
    let body = Note {
        when: when.parse().expect("a moment"),
        by: reviewer.clone(),
        typed_by: reviewer,
        place: NotePlace {
            track: group.map(|(id, words)| Label::new(GroupId::new(id), words)),
            slot: Label::new(SlotId::new(slot), slot),
            activity: Label::new(ActivityKind::LessonVisits, "Lesson observations"),
            visit: None,
            prompt: None,
        },
        kind: NoteKind::Strength,
        important: false,
        tags: Vec::new(),
        text: when.into(),
    };
    Record {
        id: RecordId(uuid::Uuid::from_u128(1)),
        writer: WriterId(uuid::Uuid::from_u128(2)),
        rev: 1,
        deleted: false,
        seq: 1,
        edited_at: body.when,
        came_from: Vec::new(),
        body,
    }
}

/// The hours of the notes that are left.
fn left(day: Option<&str>, group: Option<&str>) -> Result<Vec<String>, String> {
    let (first, second) = (
        Some(("reviewer-1", "Reviewer 1")),
        Some(("reviewer-2", "Reviewer 2")),
    );
    let notes = [
        note("d1-1", first, "2027-01-19T08:40:00+00:00"),
        note("d1-7", second, "2027-01-19T14:10:00+00:00"),
        // Written in the evening after the second day, about a row of the first.
        note("d1-7", second, "2027-01-20T20:15:00+00:00"),
        note("d2-1", first, "2027-01-20T09:00:00+00:00"),
        note("d2-5", None, "2027-01-20T11:30:00+00:00"),
        // A row and a group that are no longer in the plan.
        note(
            "gone",
            Some(("governors", "Governors")),
            "2027-01-22T16:00:00+00:00",
        ),
    ];
    let only = Only {
        day: day.map(Into::into),
        group: group.map(Into::into),
        mine: false,
        person: None,
    };
    let left = only
        .of(&plan(), notes.iter().collect())
        .map_err(|fault| fault.words)?;
    Ok(left.iter().map(|note| note.body.when.hh_mm()).collect())
}

#[test]
fn the_notes_of_a_day_are_those_of_its_rows_by_its_date_its_name_or_its_number() {
    let second: Result<Vec<String>, String> = Ok(vec!["09:00".into(), "11:30".into()]);
    for day in ["2027-01-20", "Day 2", " day 2", "2"] {
        assert_eq!(left(Some(day), None), second, "{day}");
    }
    let first: Result<Vec<String>, String> = Ok(vec!["08:40".into(), "14:10".into(), "20:15".into()]);
    assert_eq!(left(Some("Day 1"), None), first);
    assert_eq!(
        left(Some("2027-01-22"), None),
        Ok(vec!["16:00".into()]),
        "only written on"
    );
    assert_eq!(left(None, None).map(|all| all.len()), Ok(6));
}

#[test]
fn the_notes_of_a_group_are_those_made_with_it_also_if_it_left_the_plan() {
    assert_eq!(
        left(None, Some("reviewer 2")),
        Ok(vec!["14:10".into(), "20:15".into()])
    );
    assert_eq!(left(Some("2"), Some("Reviewer 1")), Ok(vec!["09:00".into()]));
    assert_eq!(left(None, Some("Governors")), Ok(vec!["16:00".into()]));
    assert_eq!(left(Some("2"), Some("Governors")), Ok(Vec::new()));
}

#[test]
fn a_day_or_group_that_is_not_there_is_answered_with_those_that_are() {
    for (day, group, said) in [
        (
            Some("3"),
            None,
            "there is no day \"3\"; these are in the session: 2027-01-19 Day 1, 2027-01-20 Day 2, 2027-01-22",
        ),
        (Some("0"), None, "there is no day \"0\""),
        (Some("2027-01-21"), None, "there is no day \"2027-01-21\""),
        (Some(""), None, "there is no day \"\""),
        (
            None,
            Some("Group 3"),
            "there is no group \"Group 3\"; these are in the session: Reviewer 1, Reviewer 2, Governors",
        ),
    ] {
        let fault = left(day, group).expect_err(said);
        assert!(fault.starts_with(said), "{fault}");
    }
}
