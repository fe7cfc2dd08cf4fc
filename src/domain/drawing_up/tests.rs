use std::collections::BTreeSet;

use uuid::Uuid;

use super::*;
use crate::domain::{
    activity::ActivityKind,
    example::{activity, time},
    ids::PromptId,
    model::Rules,
    plan::Duty,
    prompt::Prompt,
};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn brief() -> Brief {
    let host = Host {
        name: "Oakfield Primary".into(),
        years: Vec::new(),
    };
    Brief::new(host, date("2026-12-04"))
}

fn row(title: &str, kind: ActivityKind, starts: Option<&str>, minutes: u32) -> ShapeRow {
    ShapeRow {
        starts: starts.map(time),
        minutes,
        fixed: kind == ActivityKind::Break,
        activity: activity(title, kind),
        remark: String::new(),
        tracks: Vec::new(),
    }
}

/// A review of two days: the first by the clock with a pause, the second by durations.
fn model() -> ReviewModel {
    let mut lessons = row("Lesson visits", ActivityKind::LessonVisits, Some("09:00"), 75);
    lessons.activity.prompts = vec![Prompt {
        id: PromptId::new("l1"),
        short: "Small steps".into(),
        text: "Look for small steps.".into(),
    }];
    lessons.tracks = vec![None, Some(activity("Work scrutiny", ActivityKind::WorkScrutiny))];
    let first = vec![
        row("Arrival", ActivityKind::Arrival, Some("08:00"), 5),
        lessons,
        row("Break", ActivityKind::Break, None, 30),
    ];
    let second = vec![
        row("Lesson visits", ActivityKind::LessonVisits, None, 60),
        row("Verbal feedback", ActivityKind::Feedback, None, 45),
    ];
    let shape_day = |rows| ShapeDay {
        label: String::new(),
        rows,
    };
    ReviewModel {
        id: "two-days".into(),
        name: "Two-day review of SEND".into(),
        about: String::new(),
        stages: Vec::new(),
        roles: vec![Role {
            name: "Reviewer 2".into(),
            duties: vec![Duty::Reviewer],
            group: Some(1),
            host_staff: false,
        }],
        groups: vec!["Reviewer 1".into(), "Reviewer 2".into()],
        question_sets: Vec::new(),
        shape: vec![shape_day(first), shape_day(second)],
        rules: Rules {
            retention: "Until the next visit".into(),
            ..Rules::default()
        },
    }
}

fn plan(brief: Brief) -> Plan {
    let ids = (SessionId(Uuid::from_u128(1)), WriterId(Uuid::from_u128(2)));
    draw_up(&model(), brief, ids.0, ids.1)
}

fn times(day: &Day) -> Vec<String> {
    let time = |time: NaiveTime| time.format("%H:%M").to_string();
    let slots = day.slots.iter();
    slots
        .map(|slot| {
            format!(
                "{}-{}",
                time(slot.starts),
                slot.ends.map_or_else(String::new, time)
            )
        })
        .collect()
}

#[test]
fn the_models_times_hold_and_durations_follow_one_another() {
    let plan = plan(brief());
    assert_eq!(
        times(&plan.days[0]),
        ["08:00-08:05", "09:00-10:15", "10:15-10:45"]
    );
    assert_eq!(times(&plan.days[1]), ["09:00-10:00", "10:00-10:45"]);
    assert_eq!(plan.days[0].date, date("2026-12-04"), "a Friday");
    assert_eq!(plan.days[1].date, date("2026-12-07"), "the Monday after it");
    assert_eq!(plan.days[1].label, "Day 2");
}

#[test]
fn a_start_moves_the_whole_day() {
    let plan = plan(Brief {
        starts: vec![time("08:30"), time("13:00")],
        later_days: vec![date("2026-12-10")],
        ..brief()
    });
    assert_eq!(
        times(&plan.days[0]),
        ["08:30-08:35", "09:30-10:45", "10:45-11:15"]
    );
    assert_eq!(times(&plan.days[1]), ["13:00-14:00", "14:00-14:45"]);
    assert_eq!(plan.days[1].date, date("2026-12-10"));
}

#[test]
fn no_row_reaches_into_the_next_day() {
    let plan = plan(Brief {
        starts: vec![time("23:30")],
        ..brief()
    });
    assert_eq!(times(&plan.days[0]), ["23:30-23:35", "23:59-", "23:59-"]);
}

#[test]
fn every_id_stands_for_one_thing_and_can_be_read() {
    let plan = plan(brief());
    let rows: Vec<&str> = plan
        .days
        .iter()
        .flat_map(|day| &day.slots)
        .map(|slot| slot.id.as_str())
        .collect();
    assert_eq!(
        rows,
        [
            "arrival",
            "lesson-visits",
            "break",
            "lesson-visits-2",
            "verbal-feedback"
        ]
    );
    let tracks = &plan.days[0].slots[1].tracks;
    assert_eq!(tracks[0].id.as_str(), "lesson-visits-reviewer-1");
    assert_eq!(tracks[0].activity, None);
    assert_eq!(tracks[1].activity.as_ref().unwrap().title, "Work scrutiny");
    // The group has the name first, so that the person gets a number.
    assert_eq!(plan.groups[1].id.as_str(), "reviewer-2");
    assert_eq!(plan.people[0].id.as_str(), "reviewer-2-2");
    assert_eq!(plan.people[0].group, Some(plan.groups[1].id.clone()));
    let all: BTreeSet<&str> = rows.iter().copied().collect();
    assert_eq!(all.len(), rows.len());
    assert_eq!(plan.days[0].slots[1].activity.prompts[0].id.as_str(), "l1");
}

#[test]
fn what_was_said_stands_in_the_plan_and_the_rules_come_along() {
    let plan = plan(Brief {
        lines_of_enquiry: vec!["How well do pupils learn?".into(), "And why?".into()],
        groups: Some(vec!["Everyone".into()]),
        ..brief()
    });
    assert_eq!(plan.agreement.title, "two-day review of SEND");
    let enquiries: Vec<&str> = plan
        .agreement
        .lines_of_enquiry
        .iter()
        .map(|line| line.id.as_str())
        .collect();
    assert_eq!(enquiries, ["enquiry-1", "enquiry-2"]);
    assert_eq!(plan.rules.retention, "Until the next visit");
    assert_eq!(plan.people[0].group, None, "there is no second group any more");
    assert_eq!(plan.days[0].slots[1].tracks.len(), 1);
}
