//! What stands on the sheet, whatever the format.

use knownow::domain::activity::{Activity, ActivityKind};
use knownow::domain::ids::{GroupId, SlotId, TrackId};
use knownow::domain::plan::{Group, Track};
use knownow::domain::prompt::Prompt;
use knownow::export::sheet::{DueTime, Sheet, pages};

use crate::kit::{half_day, sheet, shipped_two_days, two_days};

fn facts(sheet: &Sheet, label: &str) -> Vec<String> {
    let found = sheet.facts.iter().find(|fact| fact.label == label);
    found.map_or_else(Vec::new, |fact| {
        fact.entries.iter().map(ToString::to_string).collect()
    })
}

#[test]
fn the_half_day_has_its_five_prompted_activities_with_all_34_questions() {
    let sheet = sheet(&half_day());
    let counts: Vec<(String, usize, &str)> = sheet
        .sections
        .iter()
        .map(|section| {
            (
                section.title.to_string(),
                section.questions.len(),
                section.box_title,
            )
        })
        .collect();
    let (now, we) = ("What do I know now?", "What do we know?");
    let expected = [
        ("Meet teachers", 8, now),
        ("Meet the SENDCO", 5, now),
        ("Lesson visits", 8, now),
        ("Pupil voice", 10, now),
        ("Discussion of findings", 3, we),
    ];
    let expected = expected.map(|(title, count, words)| (title.to_owned(), count, words));
    assert_eq!(counts, expected);
    assert_eq!(sheet.sections[0].fields[1].as_str(), "Areas for development");
    assert_eq!(sheet.sections[2].lead.as_str(), "To look and listen for");
}

#[test]
fn groups_stand_side_by_side_with_ten_visits_and_a_row_without_an_end_lasts_until_the_next() {
    let sheet = sheet(&half_day());
    let day = &sheet.days[0];
    assert_eq!(day.columns.len(), 2);
    assert_eq!(day.rows[2].time, "08:10–08:30");
    let lessons = &day.rows[4];
    assert_eq!(lessons.lanes[0].visits[1].one_line(), "09:15 Year 6");
    let visits: usize = lessons.lanes.iter().map(|lane| lane.visits.len()).sum();
    assert_eq!(visits, 10);
    assert!(day.rows[5].lanes.is_empty() && day.rows[5].fixed);
    assert_eq!(facts(&sheet, "Visiting schools"), ["School B; School C"]);
    assert!(facts(&sheet, "Confidential")[0].contains("Wednesday 31 March 2027"));
}

#[test]
fn each_reviewers_own_activity_has_its_own_box_and_one_that_both_do_has_one() {
    let mut plan = two_days();
    let titles = |sheet: &Sheet| -> Vec<(String, Vec<String>)> {
        let sections = sheet.sections.iter();
        sections
            .map(|section| {
                let who = section.who.iter().map(ToString::to_string).collect();
                (section.title.to_string(), who)
            })
            .collect()
    };
    let before = titles(&sheet(&plan));
    assert_eq!(
        before[0],
        ("Leaders: assessment".into(), vec!["Reviewer 1".into()])
    );
    assert_eq!(
        before[3],
        (
            "Pupils and lessons".into(),
            vec!["Reviewer 2: 10:00 Year 2, 10:30 Year 5".into()]
        )
    );
    assert!(!before.iter().any(|(title, _)| title == "Break"));

    for track in &mut plan.days[0].slots[0].tracks {
        track.activity = None;
    }
    let after = titles(&sheet(&plan));
    assert_eq!(
        after[0],
        (
            "Leaders: quality standards".into(),
            vec!["Reviewer 1".into(), "Reviewer 2".into()]
        )
    );
}

#[test]
fn days_stand_in_the_order_of_their_dates_and_what_left_the_plan_is_gone() {
    let mut plan = two_days();
    plan.days.reverse();
    let mut gone = plan.days[0].slots[0].clone();
    gone.id = SlotId::new("gone");
    gone.activity.title = "Gone".into();
    plan.former.push(gone);

    let sheet = sheet(&plan);

    let titles: Vec<&str> = sheet.days.iter().map(|day| day.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Day 1: Tuesday 10 November 2026",
            "Day 2: Wednesday 11 November 2026"
        ]
    );
    assert!(!format!("{sheet:?}").contains("Gone"));
}

#[test]
fn more_groups_than_have_room_side_by_side_stand_one_below_the_other() {
    let mut plan = half_day();
    let slot = &mut plan.days[0].slots[4];
    for number in 3..=5 {
        let id = GroupId::new(format!("group-{number}"));
        slot.tracks.push(Track {
            id: TrackId::new(format!("track-{number}")),
            group: id.clone(),
            activity: None,
            visits: Vec::new(),
        });
        plan.groups.push(Group {
            id,
            name: format!("Group {number}"),
        });
    }
    let sheet = sheet(&plan);
    assert!(sheet.days[0].columns.is_empty());
    let lanes = &sheet.days[0].rows[4].lanes;
    assert_eq!(lanes.len(), 5);
    assert_eq!(lanes[4].one_line(), "Lesson visits");
}

#[test]
fn a_question_that_begins_with_its_short_form_is_said_once() {
    let mut plan = half_day();
    plan.days[0].slots[0].activity = Activity {
        title: "Talk".into(),
        kind: ActivityKind::StaffVoice,
        prompts: [("What helps", "What helps you?"), ("Only short", "")]
            .map(|(short, text)| Prompt {
                id: knownow::domain::ids::PromptId::new(short),
                short: short.into(),
                text: text.into(),
            })
            .into(),
    };
    let questions = &sheet(&plan).sections[0].questions;
    assert_eq!(
        (questions[0].short.as_str(), questions[0].text.as_str()),
        ("", "What helps you?")
    );
    assert_eq!(
        (questions[1].short.as_str(), questions[1].text.as_str()),
        ("", "Only short")
    );
}

#[test]
fn due_dates_say_when_and_what_is_only_a_target() {
    let sheet = sheet(&half_day());
    let whens: Vec<&str> = sheet.deadlines.iter().map(|line| line.when.as_str()).collect();
    assert_eq!(
        whens,
        [
            "As agreed",
            "Tuesday 17 November 2026",
            "Saturday 28 November 2026, 08:00",
            "Tuesday 1 December 2026 (a target)",
            "At the governors' next meeting",
        ]
    );
    assert_eq!(sheet.deadlines[0].date, None);
    assert!(matches!(sheet.deadlines[2].date, Some(DueTime::At(_))));
}

#[test]
fn the_same_questions_are_written_out_once_and_the_two_days_go_on_eleven_pages() {
    let sheet = sheet(&shipped_two_days());
    let lessons: Vec<(&str, usize)> = sheet
        .sections
        .iter()
        .filter(|section| {
            section
                .title
                .as_str()
                .to_lowercase()
                .contains("lesson observations")
        })
        .map(|section| (section.lead.as_str(), section.questions.len()))
        .collect();
    let again = (
        "To look and listen for: as in Lesson observations (Day 1, 13:30–14:30)",
        0,
    );
    assert_eq!(
        lessons,
        [("To look and listen for", 7), again, again, again, again, again]
    );
    let pages = pages::placed(&sheet.sections)
        .iter()
        .filter(|placed| placed.begins_page)
        .count();
    assert_eq!((sheet.sections.len(), pages), (21, 11));
    // Without questions there is nothing to look up.
    let mut plan = half_day();
    for slot in &mut plan.days[0].slots {
        slot.activity.prompts.clear();
    }
    assert!(
        crate::kit::sheet(&plan)
            .sections
            .iter()
            .all(|section| section.lead.is_empty())
    );
}

#[test]
fn what_is_due_stands_on_the_first_page_where_there_is_room() {
    let full = sheet(&half_day());
    assert_eq!(pages::due_before_and_after(&full), (&[][..], &full.deadlines[..]));
    let mut plan = half_day();
    plan.people.truncate(3);
    plan.agreement.pre_reading.clear();
    plan.agreement.lines_of_enquiry.clear();
    let short = sheet(&plan);
    assert_eq!(
        pages::due_before_and_after(&short),
        (&short.deadlines[..], &[][..])
    );
    for (sheet, due_first) in [(&full, false), (&short, true)] {
        let page = String::from_utf8(knownow::export::html::html(sheet).unwrap()).unwrap();
        let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}"));
        assert_eq!(at(">What is due when<") < at(">Timetable<"), due_first);
        assert_eq!(page.matches(">What is due when<").count(), 1);
        let word = crate::kit::paragraphs(&knownow::export::docx::docx(sheet, crate::kit::made()).unwrap());
        let at = |words: &str| word.iter().position(|line| line == words).expect(words);
        assert_eq!(at("What is due when") < at("Timetable"), due_first);
    }
}
