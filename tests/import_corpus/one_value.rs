//! What is shown of a table, and what becomes of it, are one thing; and what is said of it afterwards.

use std::path::Path;

use knownow::{
    domain::{
        bank_holidays::BankHolidays,
        deadline::due_dates,
        drawing_up::{Brief, draw_up},
        ids::{RecordId, SessionId, WriterId},
        plan::{Host, Plan, Year, row_end},
        plan_check,
        plan_edit::Fresh,
        read_timetable::{LeftOpen, ReadTimetable},
        records::Records,
        replanning::replan,
        taking_over::{ByHand, take_over},
    },
    export::{markdown, sheet::Sheet},
    import::{self, Source},
    runtime::bringing_in::{alone, words_of_new, words_of_plan},
    storage::{
        catalogue,
        files::{model_file::read_model, plan_file::read_plan},
    },
};
use uuid::Uuid;

fn shipped(folder: &str) -> Plan {
    let examples = catalogue::examples();
    let example = examples.iter().find(|example| example.folder == folder).unwrap();
    read_plan(Path::new("plan.ron"), example.plan.as_bytes()).unwrap()
}

/// Start, end and classes of all rows of a table, as they are shown.
fn shown(table: &ReadTimetable) -> Vec<String> {
    let rows = table
        .days
        .iter()
        .flat_map(|day| (0..day.rows.len()).map(move |at| (day, at)));
    let mut rows: Vec<String> = rows
        .map(|(day, at)| {
            let row = &day.rows[at];
            let visits = row.tracks.iter().flat_map(|track| &track.visits);
            let classes: Vec<String> = visits
                .map(|visit| format!("{:?} {}", visit.starts, visit.class))
                .collect();
            format!(
                "{} {:?}-{:?} {} {classes:?}",
                day.label,
                row.starts,
                day.end_of(at),
                row.title
            )
        })
        .collect();
    rows.sort();
    rows
}

/// The same of a plan.
fn planned(plan: &Plan, labels: bool) -> Vec<String> {
    let rows = plan
        .days
        .iter()
        .flat_map(|day| (0..day.slots.len()).map(move |at| (day, at)));
    let mut rows: Vec<String> = rows
        .map(|(day, at)| {
            let slot = &day.slots[at];
            let visits = slot.tracks.iter().flat_map(|track| &track.visits);
            let classes: Vec<String> = visits
                .map(|visit| format!("{:?} {}", Some(visit.starts), visit.class))
                .collect();
            let ends = Some(row_end(&day.slots, at));
            let label = if labels { day.label.as_str() } else { "" };
            let title = &slot.activity.title;
            format!("{label} {:?}-{ends:?} {title} {classes:?}", Some(slot.starts))
        })
        .collect();
    rows.sort();
    rows
}

#[test]
fn what_is_shown_of_every_table_is_what_the_plan_has() {
    let (name, text) = catalogue::models()
        .iter()
        .find(|(name, _)| name.contains("half-day"))
        .unwrap();
    let model = read_model(Path::new(name), text.as_bytes()).unwrap();
    let host = Host {
        name: "Oakfield Primary".into(),
        years: Vec::new(),
    };
    let by_hand = ByHand {
        dates: vec!["2026-12-03".parse().unwrap(), "2026-12-04".parse().unwrap()],
        starts: Vec::new(),
    };
    for table in super::tables().unwrap() {
        let brief = Brief::new(host.clone(), by_hand.dates[0]);
        let ids = (SessionId(Uuid::from_u128(1)), WriterId(Uuid::from_u128(2)));
        let plan = draw_up(&model, brief, ids.0, ids.1);
        let read = super::read(&table, &words_of_new(&plan, &model, &by_hand)).unwrap();
        let made = take_over(plan, &model, &read, &by_hand);
        assert_eq!(
            shown(&made.table),
            planned(&made.plan, true),
            "{}",
            table.display()
        );
        let before = alone(read, Some(&model), &by_hand);
        let timed = before
            .days
            .iter()
            .all(|day| day.rows.first().is_some_and(|row| row.starts.is_some()));
        let starts = |table: &ReadTimetable| -> Vec<_> {
            let mut starts: Vec<_> = table
                .days
                .iter()
                .flat_map(|day| &day.rows)
                .map(|row| row.starts)
                .collect();
            starts.sort();
            starts
        };
        if timed {
            assert_eq!(starts(&before), starts(&made.table), "{}", table.display());
        }
    }
}

/// A review that was put off by a day: its first day is not taken for the second one of the plan.
#[test]
fn days_are_known_by_their_labels_before_their_dates() {
    let plan = shipped("two-day-quality");
    let text = "Day 1 - Wednesday 20 January 2027\n8.30 Quality standards\n10.00 Break\nDay 2 - Thursday 21 January 2027\n\
                8.30 Lesson observations\n10.00 Break\n";
    let source = Source {
        name: "late.txt",
        bytes: text.as_bytes(),
    };
    let read = import::timetable(source, &words_of_plan(&plan, None)).unwrap();
    let fresh = Fresh(RecordId(Uuid::from_u128(3)));
    let back = replan(&plan, None, &read, &ByHand::default(), &Records::default(), fresh);
    let days: Vec<String> = back
        .plan
        .days
        .iter()
        .map(|day| format!("{} {}", day.label, day.date))
        .collect();
    assert_eq!(days, ["Day 1 2027-01-20", "Day 2 2027-01-21"]);
    let said = back
        .doubts
        .iter()
        .filter(|doubt| matches!(doubt.what, LeftOpen::AnotherDate { .. }));
    assert_eq!(said.count(), 2);
}

#[test]
fn a_class_of_a_year_that_the_school_does_not_have_is_said_once() {
    let mut plan = shipped("half-day-maths");
    let year = |name: String| Year { name, classes: 1 };
    plan.host.years = (1..=6).map(|number| year(format!("Year {number}"))).collect();
    plan.host.years.push(year("Reception".into()));
    let strange = |plan: &Plan| {
        let remarks = plan_check::check(plan, &BankHolidays::default(), None);
        let said = remarks.iter().map(|remark| format!("{:?}", remark.what));
        said.filter(|said| said.contains("NotOfTheSchool")).count()
    };
    assert_eq!(strange(&plan), 0);
    for slot in &mut plan.days[0].slots {
        for visit in slot.tracks.iter_mut().flat_map(|track| &mut track.visits) {
            if visit.class == "Year 5" {
                visit.class = "Year 9".into();
            }
        }
    }
    assert_eq!(strange(&plan), 1);
}

#[test]
fn a_sheet_says_that_a_line_of_enquiry_is_still_to_be_agreed() {
    let text = |plan: &Plan| {
        let sheet = Sheet::of(plan, &due_dates(plan, &BankHolidays::default()));
        String::from_utf8(markdown::markdown(&sheet)).unwrap()
    };
    let mut plan = shipped("half-day-maths");
    assert!(!text(&plan).contains("Still to be agreed"));
    plan.agreement.lines_of_enquiry.clear();
    assert!(text(&plan).contains("### Still to be agreed\n\n- Line of enquiry\n"));
}
