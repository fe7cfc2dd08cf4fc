mod laws;
mod running;
mod said;

use uuid::Uuid;

use super::*;
use crate::domain::{
    activity::{Activity, ActivityKind},
    drawing_up::{Brief, draw_up},
    example::{activity, time},
    ids::{PersonId, PromptId, RecordId, SessionId, SlotId, VisitId, WriterId},
    model::{ReviewModel, Rules, ShapeDay, ShapeRow},
    note::{Label, Note, NoteKind, NotePlace},
    plan::Host,
    prompt::Prompt,
    read_timetable::{ReadRow, ReadTrack, ReadVisit, Unplaced},
    record::Record,
    taking_over::take_over,
};

fn model() -> ReviewModel {
    let row = |title: &str, kind| ShapeRow {
        starts: None,
        minutes: 30,
        fixed: kind == ActivityKind::Break,
        activity: Activity {
            prompts: vec![Prompt {
                id: PromptId::new("m1"),
                short: "Model".into(),
                text: "What does the model ask?".into(),
            }],
            ..activity(title, kind)
        },
        remark: "As the model has it".into(),
        tracks: Vec::new(),
    };
    ReviewModel {
        id: "model".into(),
        name: "Model".into(),
        about: String::new(),
        stages: Vec::new(),
        roles: Vec::new(),
        groups: vec!["Group 1".into()],
        question_sets: Vec::new(),
        shape: vec![ShapeDay {
            label: String::new(),
            rows: vec![
                row("Lesson visits", ActivityKind::LessonVisits),
                row("Pupil voice", ActivityKind::PupilVoice),
                row("Break", ActivityKind::Break),
            ],
        }],
        rules: Rules::default(),
    }
}

fn planned(table: &ReadTimetable) -> Plan {
    let host = Host {
        name: "Oakfield Primary".into(),
        years: Vec::new(),
    };
    let brief = Brief::new(host, "2026-12-01".parse().unwrap());
    let plan = draw_up(
        &model(),
        brief,
        SessionId(Uuid::from_u128(1)),
        WriterId(Uuid::from_u128(2)),
    );
    take_over(plan, &model(), table, &ByHand::default()).plan
}

fn row(starts: &str, title: &str, kind: ActivityKind) -> ReadRow {
    ReadRow {
        starts: Some(time(starts)),
        ends: None,
        minutes: None,
        title: title.into(),
        kind,
        fixed: false,
        remark: String::new(),
        tracks: Vec::new(),
        prompts: Vec::new(),
        line: 1,
    }
}

fn way(group: &str, visits: &[(&str, &str)]) -> ReadTrack {
    let visit = |(starts, class): &(&str, &str)| ReadVisit {
        starts: Some(time(starts)),
        class: (*class).into(),
    };
    ReadTrack {
        group: group.into(),
        visits: visits.iter().map(visit).collect(),
        ..ReadTrack::default()
    }
}

fn of_days(days: Vec<Vec<ReadRow>>) -> ReadTimetable {
    let day = |rows| ReadDay {
        rows,
        ..ReadDay::default()
    };
    ReadTimetable {
        days: days.into_iter().map(day).collect(),
        ..ReadTimetable::default()
    }
}

/// Visits of two groups, pupil voice and a break.
fn first_table() -> ReadTimetable {
    let mut visits = row("09:00", "Lesson visits", ActivityKind::LessonVisits);
    visits.tracks = vec![
        way("Group 1", &[("09:00", "Year 5"), ("09:15", "Year 6")]),
        way("Group 2", &[("09:00", "Year 1")]),
    ];
    let mut voice = row("10:00", "Pupil voice", ActivityKind::PupilVoice);
    voice.prompts = vec![
        "What have you learned today?".into(),
        "What helps you most?".into(),
    ];
    of_days(vec![vec![
        visits,
        voice,
        row("10:30", "Break", ActivityKind::Break),
    ]])
}

/// A note on a row, a class or a question.
fn note(number: u128, slot: &str, visit: Option<&str>, prompt: Option<&str>) -> Record<Note> {
    let when = "2026-12-01T09:16:00+00:00".parse().unwrap();
    let me = Label::new(PersonId::new("me"), "Me");
    Record {
        id: RecordId(Uuid::from_u128(number)),
        writer: WriterId(Uuid::from_u128(2)),
        rev: 1,
        deleted: false,
        seq: 1,
        edited_at: when,
        came_from: Vec::new(),
        body: Note {
            when,
            by: me.clone(),
            typed_by: me,
            place: NotePlace {
                track: None,
                slot: Label::new(SlotId::new(slot), slot),
                activity: Label::new(ActivityKind::LessonVisits, slot),
                visit: visit.map(|visit| Label::new(VisitId::new(visit), visit)),
                prompt: prompt.map(|prompt| Label::new(PromptId::new(prompt), prompt)),
            },
            kind: NoteKind::Evidence,
            important: false,
            tags: Vec::new(),
            text: "a note".into(),
        },
    }
}

fn with_notes(notes: impl IntoIterator<Item = Record<Note>>) -> Records {
    Records {
        notes: notes.into_iter().collect(),
        ..Records::default()
    }
}

fn again(plan: &Plan, table: &ReadTimetable, records: &Records) -> Replanned {
    replan(
        plan,
        Some(&model()),
        table,
        &ByHand::default(),
        records,
        fresh(0x3f_9a1c),
    )
}

fn fresh(letters: u128) -> Fresh {
    Fresh(RecordId(Uuid::from_u128(letters)))
}

fn row_ids(plan: &Plan) -> Vec<String> {
    let rows = plan.days.iter().flat_map(|day| &day.slots);
    rows.map(|slot| format!("{} {}", slot.starts.format("%H:%M"), slot.id))
        .collect()
}

#[test]
fn a_row_that_moved_or_was_renamed_keeps_its_id() {
    let plan = planned(&first_table());
    assert_eq!(
        row_ids(&plan),
        ["09:00 lesson-visits", "10:00 pupil-voice", "10:30 break"]
    );
    let mut table = first_table();
    let rows = &mut table.days[0].rows;
    rows[0].title = "Visits to lessons".into();
    rows[1].starts = Some(time("11:00"));
    rows.push(row("11:30", "Discussion", ActivityKind::Discussion));
    let Replanned {
        plan: next,
        difference,
        ..
    } = again(&plan, &table, &Records::default());
    assert_eq!(
        row_ids(&next),
        [
            "09:00 lesson-visits",
            "10:30 break",
            "11:00 pupil-voice",
            "11:30 discussion-3f9a1c"
        ]
    );
    assert_eq!(next.revision, plan.revision + 1);
    let changes: Vec<_> = difference.rows.iter().map(|row| row.changes.clone()).collect();
    let was = Span {
        starts: time("10:00"),
        ends: None,
    };
    assert_eq!(
        changes,
        [
            vec![Change::Renamed("Lesson visits".into())],
            vec![],
            vec![Change::Retimed(was)],
            vec![Change::Added]
        ]
    );
    assert_eq!(difference.visits, []);
    assert_eq!(next.owner, plan.owner);
    assert_eq!(next.people, plan.people);
}

#[test]
fn what_is_gone_stays_only_for_the_sake_of_its_notes() {
    let plan = planned(&first_table());
    let records = with_notes([
        note(1, "lesson-visits", Some("g1-year-5"), None),
        note(2, "lesson-visits", Some("g1-year-5"), None),
        note(3, "pupil-voice", None, Some("q2")),
        note(4, "break", None, None),
    ]);
    let mut table = first_table();
    let rows = &mut table.days[0].rows;
    rows[0].tracks = vec![way("Group 1", &[("09:15", "Year 6")])];
    rows[1].prompts.pop();
    rows.pop();
    let Replanned {
        plan: next,
        difference,
        ..
    } = again(&plan, &table, &records);
    let former: Vec<&str> = next.former.iter().map(|slot| slot.id.as_str()).collect();
    assert_eq!(former, ["lesson-visits", "pupil-voice", "break"]);
    let kept: Vec<&str> = next.former[0]
        .tracks
        .iter()
        .flat_map(|track| &track.visits)
        .map(|visit| visit.id.as_str())
        .collect();
    assert_eq!(kept, ["g1-year-5"], "Year 1 of group 2 has no notes");
    let kept: Vec<&str> = next.former[1]
        .activity
        .prompts
        .iter()
        .map(|prompt| prompt.id.as_str())
        .collect();
    assert_eq!(kept, ["q2"]);
    let gone: Vec<_> = difference
        .visits_no_longer_in_the_plan()
        .map(|visit| (visit.class.as_str(), visit.notes))
        .collect();
    assert_eq!(gone, [("Year 5", 2)]);
    assert_eq!(difference.visits.len(), 2, "and Year 1, without notes");
    let gone: Vec<_> = difference
        .rows_no_longer_in_the_plan()
        .map(|row| row.title.as_str())
        .collect();
    assert_eq!(gone, ["Break"]);

    let back = again(&next, &first_table(), &records);
    assert_eq!(back.plan.former, [], "all of it is in the plan again");
    assert_eq!(row_ids(&back.plan), row_ids(&plan));
    assert_eq!(
        back.plan.days[0].slots[1].activity.prompts,
        plan.days[0].slots[1].activity.prompts
    );
    let came_back = back
        .difference
        .rows
        .iter()
        .filter(|row| row.changes == [Change::Back]);
    assert_eq!(came_back.count(), 1);
}

#[test]
fn what_was_struck_out_can_come_back_and_so_keeps_its_place() {
    let plan = planned(&first_table());
    let mut struck = note(1, "break", None, None);
    struck.deleted = true;
    let mut table = first_table();
    table.days[0].rows.pop();
    let next = again(&plan, &table, &with_notes([struck])).plan;
    assert_eq!(next.former.len(), 1);
    let nothing = again(&plan, &table, &Records::default()).plan;
    assert_eq!(nothing.former, []);
}

#[test]
fn what_the_table_says_nothing_of_stays() {
    let mut plan = planned(&first_table());
    let voice = &mut plan.days[0].slots[1];
    voice.fixed = true;
    voice.remark = "In the library".into();
    voice.activity.prompts[0].short = "Today".into();
    let mut table = first_table();
    let rows = &mut table.days[0].rows;
    rows[0].starts = Some(time("09:10"));
    rows[0].tracks.clear();
    let Replanned { plan: next, .. } = again(&plan, &table, &Records::default());
    assert_eq!(next.days[0].slots[1], plan.days[0].slots[1]);
    let starts: Vec<_> = next.days[0].slots[0].tracks[0]
        .visits
        .iter()
        .map(|visit| visit.starts)
        .collect();
    assert_eq!(
        starts,
        [time("09:10"), time("09:25")],
        "the visits moved along with their row"
    );
}

#[test]
fn leaders_are_not_taken_for_one_another() {
    let lead = |title| row("08:30", title, ActivityKind::MeetingLeader);
    let plan = planned(&of_days(vec![vec![lead("Meet the SENDCO")]]));
    let records = with_notes([note(1, "meet-the-sendco", None, None)]);
    let other = of_days(vec![vec![lead("Meet the maths lead")]]);
    let next = again(&plan, &other, &records).plan;
    assert_eq!(row_ids(&next), ["08:30 meet-the-maths-lead-3f9a1c"]);
    assert_eq!(next.former[0].id.as_str(), "meet-the-sendco");
    let renamed = of_days(vec![vec![lead("SENDCO and inclusion")]]);
    assert_eq!(
        row_ids(&again(&plan, &renamed, &records).plan),
        ["08:30 meet-the-sendco"]
    );
}

#[test]
fn a_question_in_slightly_other_words_is_the_same_question() {
    let plan = planned(&first_table());
    let mut table = first_table();
    table.days[0].rows[1].prompts = vec![
        "Which books do you read?".into(),
        "What have you learned today, in maths?".into(),
    ];
    let next = again(&plan, &table, &Records::default()).plan;
    let ids: Vec<&str> = next.days[0].slots[1]
        .activity
        .prompts
        .iter()
        .map(|prompt| prompt.id.as_str())
        .collect();
    assert_eq!(ids, ["q3-3f9a1c", "q1"]);
}

#[test]
fn days_are_known_by_date_name_and_place() {
    let rows = || vec![row("09:00", "Lesson visits", ActivityKind::LessonVisits)];
    let two = of_days(vec![rows(), rows()]);
    let plan = planned(&two);
    let mut second = of_days(vec![vec![row(
        "10:00",
        "Lesson visits",
        ActivityKind::LessonVisits,
    )]]);
    second.days[0].date = Some(plan.days[1].date);
    let Replanned {
        plan: next,
        difference,
        ..
    } = again(&plan, &second, &Records::default());
    assert_eq!(row_ids(&next), ["09:00 lesson-visits", "10:00 lesson-visits-2"]);
    assert_eq!(difference.days, [DayChange::Untouched(plan.days[0].date)]);

    let mut third = second.clone();
    third.days[0].date = Some("2026-12-09".parse().unwrap());
    let added = again(&plan, &third, &Records::default()).plan;
    assert_eq!(added.days.len(), 3, "a day of its own");

    let one = planned(&of_days(vec![rows()]));
    let Replanned {
        plan: put_off,
        difference,
        ..
    } = again(&one, &third, &Records::default());
    assert_eq!(row_ids(&put_off), ["10:00 lesson-visits"]);
    let moved = DayChange::Moved {
        from: one.days[0].date,
        to: third.days[0].date.unwrap(),
    };
    assert_eq!(difference.days, [moved]);
}

#[test]
fn text_without_a_place_joins_the_remarks_once() {
    let plan = planned(&first_table());
    let mut table = first_table();
    table.unplaced = vec![Unplaced {
        line: 9,
        text: "Lunch is provided".into(),
        why: "no time".into(),
        of_mail: false,
    }];
    let next = again(&plan, &table, &Records::default());
    assert_eq!(next.difference.remarks, ["Lunch is provided"]);
    assert!(!next.difference.is_nothing());
    assert!(
        again(&next.plan, &table, &Records::default())
            .difference
            .is_nothing()
    );
}

/// A colleague's note may arrive after the row it was written in is gone.
#[test]
fn a_late_note_finds_nothing_but_the_row_it_was_written_in() {
    let plan = planned(&first_table());
    let only = |row| of_days(vec![vec![row]]);
    let none = Records::default();
    let without = again(&plan, &only(row("10:30", "Break", ActivityKind::Break)), &none).plan;
    assert_eq!(row_ids(&without), ["10:30 break"]);
    let visits = row("13:00", "Lesson visits", ActivityKind::LessonVisits);
    let later = again(&without, &only(visits), &none).plan;
    assert_eq!(row_ids(&later), ["13:00 lesson-visits-3f9a1c"]);
}

#[test]
fn a_question_that_is_new_has_no_id_of_one_that_is_gone() {
    let mut table = first_table();
    let mut asked = |plan: &Plan, questions: &[&str]| {
        table.days[0].rows[1].prompts = questions.iter().map(|text| (*text).to_string()).collect();
        again(plan, &table, &Records::default()).plan
    };
    let ids = |plan: &Plan| -> Vec<String> {
        let prompts = &plan.days[0].slots[1].activity.prompts;
        prompts.iter().map(|prompt| prompt.id.to_string()).collect()
    };
    let plan = planned(&first_table());
    let fewer = asked(&plan, &["What helps you most?"]);
    assert_eq!(ids(&fewer), ["q2"]);
    let more = asked(&fewer, &["What helps you most?", "Who reads with you at home?"]);
    assert_eq!(ids(&more), ["q2", "q1-3f9a1c"]);
}
