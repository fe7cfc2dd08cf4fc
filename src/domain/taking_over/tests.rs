use std::collections::BTreeSet;

use uuid::Uuid;

use super::*;
use crate::domain::{
    activity::Activity,
    drawing_up::{Brief, draw_up},
    example::time,
    ids::{PromptId, SessionId, WriterId},
    model::{QuestionSet, Rules, ShapeDay, ShapeRow},
    plan::Host,
    prompt::Prompt,
    read_timetable::{OfGroups, ReadDay, ReadRow, ReadTrack, ReadVisit, SaidDate, Unplaced},
};

fn prompt(id: &str) -> Prompt {
    Prompt {
        id: PromptId::new(id),
        short: id.into(),
        text: format!("What of {id}?"),
    }
}

fn shape(title: &str, kind: ActivityKind, minutes: u32, prompts: &[&str]) -> ShapeRow {
    ShapeRow {
        starts: None,
        minutes,
        fixed: matches!(kind, ActivityKind::Break | ActivityKind::PupilVoice),
        activity: Activity {
            title: title.into(),
            kind,
            prompts: prompts.iter().map(|id| prompt(id)).collect(),
        },
        remark: if kind == ActivityKind::PupilVoice {
            "With books".into()
        } else {
            String::new()
        },
        tracks: Vec::new(),
    }
}

fn model() -> ReviewModel {
    ReviewModel {
        id: "model".into(),
        name: "Model".into(),
        about: String::new(),
        stages: Vec::new(),
        roles: Vec::new(),
        groups: vec!["Group 1".into(), "Group 2".into()],
        question_sets: vec![QuestionSet {
            id: "staff".into(),
            name: "Staff".into(),
            kind: ActivityKind::StaffVoice,
            prompts: vec![prompt("v1")],
        }],
        shape: vec![ShapeDay {
            label: String::new(),
            rows: vec![
                shape("Meet the SENDCO", ActivityKind::MeetingLeader, 20, &["s1", "s2"]),
                shape("Lesson visits", ActivityKind::LessonVisits, 75, &["l1"]),
                shape("Break, share", ActivityKind::Break, 25, &[]),
                shape("Pupil voice", ActivityKind::PupilVoice, 30, &["p1"]),
            ],
        }],
        rules: Rules::default(),
    }
}

fn plan() -> Plan {
    let host = Host {
        name: "Oakfield Primary".into(),
        years: Vec::new(),
    };
    let brief = Brief::new(host, "2026-12-01".parse().unwrap());
    draw_up(
        &model(),
        brief,
        SessionId(Uuid::from_u128(1)),
        WriterId(Uuid::from_u128(2)),
    )
}

fn row(starts: &str, title: &str, kind: ActivityKind) -> ReadRow {
    ReadRow {
        starts: (!starts.is_empty()).then(|| time(starts)),
        ends: None,
        minutes: None,
        title: title.into(),
        kind,
        fixed: false,
        remark: String::new(),
        tracks: Vec::new(),
        prompts: Vec::new(),
        line: 3,
    }
}

fn table(rows: Vec<ReadRow>) -> ReadTimetable {
    let day = ReadDay {
        rows,
        ..ReadDay::default()
    };
    ReadTimetable {
        days: vec![day],
        ..ReadTimetable::default()
    }
}

fn taken(table: &ReadTimetable) -> WithTable {
    take_over(plan(), &model(), table, &ByHand::default())
}

fn ids(slot: &Slot) -> Vec<&str> {
    slot.activity
        .prompts
        .iter()
        .map(|prompt| prompt.id.as_str())
        .collect()
}

#[test]
fn rows_take_the_models_questions_where_the_table_has_none_and_they_are_meant() {
    let mut own = row("11:00", "Pupil voice", ActivityKind::PupilVoice);
    own.prompts = vec![
        "What do you like about maths, and what do you find hard?".into(),
        "What of p1, then?".into(),
    ];
    let plan = taken(&table(vec![
        row("08:00", "SENDCO and inclusion lead", ActivityKind::MeetingLeader),
        row(
            "08:30",
            "Meeting with the maths lead",
            ActivityKind::MeetingLeader,
        ),
        row("09:00", "Learning walk", ActivityKind::LessonVisits),
        row("10:00", "Support staff", ActivityKind::StaffVoice),
        row("10:30", "Coffee", ActivityKind::Break),
        own,
    ]))
    .plan;
    let slots = &plan.days[0].slots;
    assert_eq!(ids(&slots[0]), ["s1", "s2"]);
    assert_eq!(
        ids(&slots[1]),
        [""; 0],
        "the SENDCO's questions are not the maths lead's"
    );
    assert_eq!(ids(&slots[2]), ["l1"]);
    assert_eq!(ids(&slots[3]), ["v1"]);
    let asked = &slots[5].activity.prompts[0];
    assert_eq!(
        (asked.id.as_str(), asked.short.as_str()),
        ("q1", "What do you like about")
    );
    assert_eq!(slots[5].remark, "With books");
    let known = &slots[5].activity.prompts[1];
    assert_eq!((known.id.as_str(), known.short.as_str()), ("p1", "p1"));
    assert_eq!(known.text, "What of p1, then?");
    let fixed: Vec<bool> = slots.iter().map(|slot| slot.fixed).collect();
    assert_eq!(fixed, [false, false, false, false, true, true]);
    assert_eq!(slots[2].id.as_str(), "learning-walk");
}

#[test]
fn durations_follow_one_another_from_the_start_of_the_day() {
    let lasting = |minutes, title: &str, kind| ReadRow {
        minutes,
        ..row("", title, kind)
    };
    let table = table(vec![
        lasting(Some(45), "Leaders", ActivityKind::MeetingLeader),
        lasting(None, "Lesson visits", ActivityKind::LessonVisits),
        lasting(Some(15), "Break", ActivityKind::Break),
    ]);
    let by_hand = ByHand {
        starts: vec![time("08:30")],
        ..ByHand::default()
    };
    let taken = take_over(plan(), &model(), &table, &by_hand);
    let times: Vec<_> = taken.plan.days[0]
        .slots
        .iter()
        .map(|slot| (slot.starts, slot.ends))
        .collect();
    let span = |starts, ends| (time(starts), Some(time(ends)));
    assert_eq!(
        times,
        [
            span("08:30", "09:15"),
            span("09:15", "10:30"),
            span("10:30", "10:45")
        ]
    );
    assert_eq!(taken.doubts.len(), 1);
    assert!(
        matches!(taken.doubts[0].what, LeftOpen::Length { minutes: 75, .. }),
        "{:?}",
        taken.doubts
    );
}

#[test]
fn an_end_before_the_start_is_kept_for_the_check_and_said() {
    let mut backwards = row("09:00", "Lesson visits", ActivityKind::LessonVisits);
    backwards.ends = Some(time("08:15"));
    let table = table(vec![backwards]);
    let taken = taken(&table);
    assert_eq!(ends_too_soon(&table), taken.doubts, "said without a plan too");
    assert_eq!(taken.plan.days[0].slots[0].ends, Some(time("08:15")));
    assert_eq!(taken.doubts[0].line, 3);
    let ends_too_soon = LeftOpen::EndsTooSoon {
        title: "Lesson visits".into(),
        starts: time("09:00"),
        ends: time("08:15"),
    };
    assert_eq!(taken.doubts[0].what, ends_too_soon);
}

#[test]
fn groups_are_known_by_name_and_visits_share_the_row() {
    let visit = |starts: &str, class: &str| ReadVisit {
        starts: (!starts.is_empty()).then(|| time(starts)),
        class: class.into(),
    };
    let way = |group: &str, visits| ReadTrack {
        group: group.into(),
        visits,
        ..ReadTrack::default()
    };
    let mut lessons = row("09:00", "Lesson visits", ActivityKind::LessonVisits);
    lessons.ends = Some(time("10:00"));
    lessons.tracks = vec![
        way(
            "group  1",
            vec![visit("", "Year 5"), visit("", "Year 6"), visit("", "Year 5")],
        ),
        way(
            "Governors",
            vec![visit("09:30", "Year 2"), visit("09:10", "Year 1")],
        ),
        way("Group 1", vec![visit("09:50", "Year 3")]),
    ];
    let plan = taken(&table(vec![lessons])).plan;
    let names: Vec<&str> = plan.groups.iter().map(|group| group.name.as_str()).collect();
    assert_eq!(names, ["Group 1", "Group 2", "Governors"]);
    let tracks = &plan.days[0].slots[0].tracks;
    let visits = |at: usize| {
        let visits = tracks[at].visits.iter();
        visits
            .map(|visit| format!("{} {}", visit.starts.format("%H:%M"), visit.id))
            .collect::<Vec<_>>()
    };
    assert_eq!(tracks.len(), 2, "a group has one track in a row");
    assert_eq!(
        visits(0),
        [
            "09:00 g1-year-5",
            "09:20 g1-year-6",
            "09:40 g1-year-5-2",
            "09:50 g1-year-3"
        ]
    );
    assert_eq!(visits(1), ["09:10 g-year-1", "09:30 g-year-2"]);
}

/// Where no group is named, all go together; "Group A" and "Red group" are groups of the plan. Both are said.
#[test]
fn groups_of_other_names_are_those_of_the_plan() {
    let way = |group: &str, class: &str| ReadTrack {
        group: group.into(),
        visits: vec![ReadVisit {
            starts: Some(time("09:00")),
            class: class.into(),
        }],
        ..ReadTrack::default()
    };
    for (names, taken_for) in [
        (
            ["Group A", "Group B"],
            ["\"Group A\" Group 1", "\"Group B\" Group 2"],
        ),
        (
            ["Red group", "Team Blue"],
            ["\"Red group\" Group 1", "\"Team Blue\" Group 2"],
        ),
    ] {
        let mut lessons = row("09:00", "Lesson visits", ActivityKind::LessonVisits);
        lessons.tracks = vec![way(names[0], "Year 5"), way(names[1], "Year 1")];
        let taken = taken(&table(vec![lessons.clone(), lessons]));
        let groups = taken.plan.groups.iter().map(|group| group.name.as_str());
        assert_eq!(groups.collect::<Vec<_>>(), ["Group 1", "Group 2"]);
        let said = taken.doubts.iter().filter_map(|doubt| match &doubt.what {
            LeftOpen::OfGroups(OfGroups::TakenFor { read, group }) => Some(format!("\"{read}\" {group}")),
            _ => None,
        });
        assert_eq!(said.collect::<Vec<_>>(), taken_for);
    }
    let mut lessons = row("09:00", "Lesson visits", ActivityKind::LessonVisits);
    lessons.tracks = vec![way("", "Year 5")];
    let taken = taken(&table(vec![lessons]));
    let tracks = &taken.plan.days[0].slots[0].tracks;
    let seen: Vec<&str> = tracks
        .iter()
        .map(|track| track.visits[0].class.as_str())
        .collect();
    assert_eq!(seen, ["Year 5", "Year 5"]);
    let what = LeftOpen::OfGroups(OfGroups::Together(vec!["Year 5".into()]));
    assert!(
        taken.doubts.iter().any(|doubt| doubt.what == what),
        "{:?}",
        taken.doubts
    );
}

/// The model's remark is of its own row: not of one that is called otherwise, nor of one in which a group is elsewhere.
#[test]
fn the_models_remark_is_for_its_own_row_alone() {
    let own = row("11:00", "Pupil voice", ActivityKind::PupilVoice);
    let mut shared = own.clone();
    shared.tracks = vec![ReadTrack {
        group: "Group 2".into(),
        activity: Some(("Books".into(), ActivityKind::WorkScrutiny)),
        ..ReadTrack::default()
    }];
    for (row, remark) in [
        (own, "With books"),
        (row("11:00", "Pupil panel", ActivityKind::PupilVoice), ""),
        (shared, ""),
    ] {
        let plan = taken(&table(vec![row])).plan;
        assert_eq!(plan.days[0].slots[0].remark, remark);
    }
}

#[test]
fn nothing_that_was_read_is_dropped() {
    let mut table = table(vec![row("09:00", "", ActivityKind::LessonVisits)]);
    let piece = Unplaced {
        line: 9,
        text: "Lunch is provided".into(),
        why: "no time".into(),
        of_mail: false,
    };
    let name = Unplaced {
        text: "Jo Bloggs".into(),
        of_mail: true,
        ..piece.clone()
    };
    table.unplaced = vec![piece.clone(), piece, name];
    table.days.push(ReadDay {
        label: "Wednesday".into(),
        date: Some("2026-12-09".parse().unwrap()),
        rows: vec![row("09:00", "Lesson visits", ActivityKind::LessonVisits)],
    });
    let taken = taken(&table);
    let plan = taken.plan;
    assert_eq!(plan.agreement.remarks, ["Lunch is provided"]);
    assert_eq!(plan.agreement.aside, ["Jo Bloggs"]);
    assert_eq!(plan.days[0].slots[0].activity.title, "Lesson visits");
    assert_eq!(plan.days[1].label, "Wednesday");
    assert_eq!(plan.days[1].date, "2026-12-09".parse().unwrap());
    assert!(
        matches!(taken.doubts[0].what, LeftOpen::AnotherDate { read, .. } if read == plan.days[1].date),
        "{:?}",
        taken.doubts
    );
    let all: Vec<&str> = plan
        .days
        .iter()
        .flat_map(|day| &day.slots)
        .map(|slot| slot.id.as_str())
        .collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 2);
}

#[test]
fn dates_that_are_not_those_of_the_review_are_said() {
    let said = |line, date: &str| SaidDate {
        line,
        date: date.parse().unwrap(),
    };
    let rows = vec![row("09:00", "Lesson visits", ActivityKind::LessonVisits)];
    let of = |dates: Vec<SaidDate>, label: &str| {
        let mut table = table(rows.clone());
        table.dates = dates;
        table.days[0].label = label.into();
        let doubts = taken(&table).doubts.into_iter();
        doubts.map(|doubt| (doubt.line, doubt.what)).collect::<Vec<_>>()
    };
    let date = |date: &str| date.parse().unwrap();
    let other = LeftOpen::OtherDate {
        read: date("2026-12-08"),
        review: date("2026-12-01"),
    };
    assert_eq!(of(vec![said(3, "2026-12-08")], ""), [(3, other)]);
    assert_eq!(of(vec![said(3, "2026-12-08"), said(4, "2026-12-01")], ""), []);
    let weekday = LeftOpen::OtherWeekday {
        label: "Thursday".into(),
        date: date("2026-12-01"),
    };
    assert_eq!(of(Vec::new(), "Thursday"), [(3, weekday)]);
    assert_eq!(of(Vec::new(), "Tuesday"), []);
}

#[test]
fn what_rows_got_from_the_model_is_said_row_by_row() {
    let mut asked = row("10:00", "Pupil voice", ActivityKind::PupilVoice);
    asked.prompts = vec!["What helps you?".into()];
    let rows = vec![row("09:00", "Lesson visits", ActivityKind::LessonVisits), asked];
    let given: Vec<_> = taken(&table(rows)).from_model;
    let questions = |title: &str| {
        let row = given.iter().find(|row| row.title == title);
        row.map_or(0, |row| row.questions)
    };
    assert!(questions("Lesson visits") > 0);
    assert_eq!(questions("Pupil voice"), 0);
}

#[test]
fn a_short_form_has_whole_words_that_fit() {
    for (question, short) in [
        ("Small steps", "Small steps"),
        ("How do you know, and who told you?", "How do you know, and who"),
        ("One two three four five, six", "One two three four five"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsgese"),
    ] {
        assert_eq!(short_form(question), short);
        assert!(short_form(question).chars().count() <= LONGEST_SHORT);
    }
}

/// Questions that were written for somebody else's meeting are no secret: the table's owner is told to look.
#[test]
fn questions_of_a_meeting_that_is_called_otherwise_are_said_as_a_doubt() {
    let borrowed = |title: &str| -> Vec<LeftOpen> {
        let table = table(vec![row("08:30", title, ActivityKind::MeetingLeader)]);
        taken(&table).doubts.into_iter().map(|doubt| doubt.what).collect()
    };
    let of = |title: &str| LeftOpen::QuestionsOf {
        title: title.into(),
        like: "Meet the SENDCO".into(),
        questions: 2,
    };
    assert_eq!(borrowed("Meeting with SENDCO"), [of("Meeting with SENDCO")]);
    assert_eq!(borrowed("Meet the SENDCO"), [], "they are its own");
    assert_eq!(borrowed("Meet the maths lead"), [], "there are none for it");
}
