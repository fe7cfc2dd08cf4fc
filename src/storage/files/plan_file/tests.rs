use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::*;
use crate::domain::zone::Zone;
use crate::domain::{
    activity::ActivityKind,
    ids::{EnquiryId, GroupId, SlotId, VisitId},
    model::{Due, Verdict},
    plan::Duty,
};

/// A plan of version 1 with everything in it. It must be readable for ever.
const VERSION_1: &str = r#"// a remark
(
    format: "knownow plan",
    version: 1,
    session: "01a1a228-4ca1-7b5d-8b3a-c5e1630d9e2b",
    writer: "01a1a228-4ca3-72b4-8b42-7ba4ad062b6e",
    revision: 3,
    rehearsal_of: "01a1a228-4ca1-7b5d-8b3a-c5e1630d9e2c",
    zone: "Europe/Dublin",
    host: (name: "Oakfield Primary", years: [(name: "Reception", classes: 1), (name: "Year 1", classes: 2)]),
    agreement: (
        title: "half-day peer review",
        visiting_schools: ["School B"],
        wanted_outcome: "next steps",
        focus_area: "mathematics",
        pre_reading: ["a guide"],
        staff_involved: ["SENDCO"],
        lines_of_enquiry: [(id: "maths", text: "How?", sub_questions: [(id: "maths-1", text: "Where?")])],
        keep_until: "2027-06-01",
    ),
    groups: [(id: "group-1", name: "Group 1"), (id: "group-2", name: "Group 2")],
    people: [
        (id: "head-of-school-b", name: "Head of School B", group: "group-1", host_staff: false, duties: [reviewer, facilitator]),
        (id: "lead", name: "Designated lead", host_staff: true, duties: [safeguarding_lead, host_head, governor, participant]),
    ],
    days: [
        (id: "day-1", label: "Day 1", date: "2026-12-01", slots: [
            (id: "visits", start: "09:00", end: "10:15", title: "Lesson visits", kind: lesson_visits, fixed: true,
                prompts: [(id: "l1", short: "Small steps", text: "Look for small steps")],
                tracks: [
                    (id: "visits-1", group: "group-1", visits: [(id: "g1-y5", start: "09:15", class: "Year 5"), (id: "g1-y6", start: "09:00", class: "Year 6")]),
                    (id: "visits-2", group: "group-2", activity: (title: "Books", kind: work_scrutiny, prompts: [(id: "b1", short: "Books")])),
                ]),
            (id: "arrival", start: "08:00", title: "Arrival", kind: arrival),
        ]),
    ],
    rules: (model: "half-day-peer-review", version: 2, do: ["agree"], do_not: ["grade"], tag_words: ["SEND"],
        kinds: (strength: "Glows", development: "Grows"), verdict: banned,
        deadlines: [(what: "Plan", who: "Host", due: days_before(14), binding: true), (what: "Notes", due: on_the_day)],
        report_sections: ["Strengths"], scales: [(name: "RAG", steps: ["green", "red"])], follow_up: ["What is done?"], retention: "a year"),
    of_a_later_version: [(what: 1)],
)
"#;

fn file() -> &'static Path {
    Path::new("plan.ron")
}

fn read(text: &str) -> Plan {
    read_plan(file(), text.as_bytes()).unwrap_or_else(|fault| panic!("{fault}"))
}

fn time(text: &str) -> NaiveTime {
    text.parse::<Clock>().expect("a time").0
}

/// What is said of version 1 with `good` put in the place of `bad`: places and words, in the order of the file.
fn faults(changes: &[(&str, &str)]) -> Vec<String> {
    let mut text = VERSION_1.to_owned();
    for (good, bad) in changes {
        assert!(text.contains(good), "{good}");
        text = text.replacen(good, bad, 1);
    }
    let fault = read_plan(file(), text.as_bytes()).expect_err("a fault");
    assert!(fault.to_string().ends_with("plan.ron: the file was not changed"));
    let line = |fault: &ron_text::Fault| fault.place.map_or(0, |place| place.line);
    // The plan has a field of a later version in it, which is told as well.
    let is_of_change = |fault: &&ron_text::Fault| !fault.what.contains("of_a_later_version");
    fault
        .faults()
        .iter()
        .filter(is_of_change)
        .map(|fault| format!("{}: {} {}", line(fault), fault.what, fault.hint))
        .collect()
}

#[test]
fn version_1_is_read_with_everything_in_it() {
    let plan = read(VERSION_1);
    assert_eq!(
        (plan.revision, plan.is_rehearsal(), plan.zone),
        (3, true, "Europe/Dublin".parse().unwrap())
    );
    assert_eq!(
        (plan.host.name.as_str(), plan.host.years[1].classes),
        ("Oakfield Primary", 2)
    );
    assert_eq!(
        plan.agreement.lines_of_enquiry[0].sub_questions[0].id,
        EnquiryId::new("maths-1")
    );
    assert_eq!(plan.agreement.keep_until, NaiveDate::from_ymd_opt(2027, 6, 1));
    assert_eq!(plan.people[0].group, Some(GroupId::new("group-1")));
    assert_eq!(plan.people[0].duties, [Duty::Reviewer, Duty::Facilitator]);
    assert!(plan.people[1].host_staff);
    let [arrival, visits] = plan.days[0].slots.as_slice() else {
        panic!("two rows in the order of time")
    };
    assert_eq!(
        (&arrival.id, arrival.ends, arrival.fixed),
        (&SlotId::new("arrival"), None, false)
    );
    assert_eq!((visits.ends, visits.fixed), (Some(time("10:15")), true));
    assert_eq!(visits.tracks[0].visits[0].id, VisitId::new("g1-y6"));
    assert_eq!(
        visits.tracks[1].activity.as_ref().map(|own| own.kind),
        Some(ActivityKind::WorkScrutiny)
    );
    assert_eq!(plan.rules.kind_labels.strength, "Glows");
    assert_eq!(plan.rules.kind_labels.question, "Questions");
    assert_eq!(
        (plan.rules.verdict, plan.rules.deadlines[0].due),
        (Verdict::Banned, Due::DaysBefore(14))
    );
    assert_eq!(
        (plan.rules.deadlines[0].binding, plan.rules.deadlines[1].binding),
        (true, false)
    );
    assert_eq!(plan.rules.scales[0].steps, ["green", "red"]);
}

/// What version 2 added. It must be readable for ever.
const VERSION_2: &str = r#"(
    format: "knownow plan",
    version: 2,
    session: "01a1a228-4ca1-7b5d-8b3a-c5e1630d9e2b",
    writer: "01a1a228-4ca3-72b4-8b42-7ba4ad062b6e",
    host: (name: "Oakfield Primary"),
    agreement: (
        remarks: ["Parking is behind the hall"],
        governors_meeting: "2027-01-14",
        school_holidays: [(from: "2026-12-21", until: "2027-01-01")],
    ),
    groups: [(id: "group-1", name: "Group 1")],
    days: [(id: "day-1", date: "2026-12-01", slots: [
        (id: "pupils", start: "10:45", title: "Pupil voice", kind: pupil_voice, remark: "With books; SEND included"),
    ])],
    former: [
        (id: "visits", start: "09:00", title: "Lesson visits", kind: lesson_visits, tracks: [(id: "visits-1", group: "group-9", visits: [(id: "g9-y3", start: "09:15", class: "Year 3")])]),
    ],
    rules: (asks: (evidence: [pupil_voice], pupil_groups: ["SEND"], books_per_year: 6, longest_without_break: 150), framework: ["Intent", "Impact"]),
)
"#;

#[test]
fn version_2_is_read_with_everything_in_it_and_comes_back_whole() {
    let plan = read(VERSION_2);
    assert_eq!(plan.agreement.remarks, ["Parking is behind the hall"]);
    assert_eq!(
        plan.agreement.governors_meeting,
        NaiveDate::from_ymd_opt(2027, 1, 14)
    );
    assert_eq!(
        Some(plan.agreement.school_holidays[0].until),
        NaiveDate::from_ymd_opt(2027, 1, 1)
    );
    assert_eq!(plan.days[0].slots[0].remark, "With books; SEND included");
    assert_eq!(plan.former[0].tracks[0].visits[0].class, "Year 3");
    assert_eq!(plan.rules.asks.evidence, [ActivityKind::PupilVoice]);
    assert_eq!(plan.rules.asks.books_per_year, 6);
    assert_eq!(plan.rules.framework, ["Intent", "Impact"]);
    let text = write_plan(&plan).expect("a plan that can be written");
    assert_eq!(read(&text), plan);
}

/// What version 3 added. It must be readable for ever.
const VERSION_3: &str = r#"(
    format: "knownow plan",
    version: 3,
    session: "01a1a228-4ca1-7b5d-8b3a-c5e1630d9e2b",
    writer: "01a1a228-4ca3-72b4-8b42-7ba4ad062b6e",
    host: (name: "Oakfield Primary"),
    agreement: (aside: ["Hi all,"]),
    rules: (deadlines: [(what: "Rapid action plan reviewed", due: every(weeks: 6, times: 8))]),
)
"#;

#[test]
fn version_3_is_read_with_everything_in_it_and_comes_back_whole() {
    let plan = read(VERSION_3);
    assert_eq!(plan.rules.deadlines[0].due, Due::Every { weeks: 6, times: 8 });
    assert_eq!(plan.agreement.aside, ["Hi all,"]);
    let text = write_plan(&plan).expect("a plan that can be written");
    assert!(
        text.contains("version: 3,") && text.contains("due: every(weeks: 6, times: 8)"),
        "{text}"
    );
    assert_eq!(read(&text), plan);
}

#[test]
fn a_holiday_that_ends_before_it_begins_is_a_fault() {
    let bad = VERSION_2.replace("until: \"2027-01-01\"", "until: \"2026-01-01\"");
    let fault = read_plan(file(), bad.as_bytes())
        .expect_err("a fault")
        .to_string();
    assert!(
        fault.contains("plan.ron:10:") && fault.contains("ends before that, on 2026-01-01"),
        "{fault}"
    );
}

#[test]
fn what_is_left_out_has_its_usual_value() {
    let least = r#"(format: "knownow plan", version: 1, session: "01a1a228-4ca1-7b5d-8b3a-c5e1630d9e2b",
        writer: "01a1a228-4ca3-72b4-8b42-7ba4ad062b6e", host: (name: "Oakfield Primary"))"#;
    let plan = read(least);
    assert_eq!((plan.revision, plan.zone, plan.days.len()), (1, Zone::LONDON, 0));
    assert_eq!(
        (plan.rules.version, plan.rules.verdict),
        (1, Verdict::NotAskedFor)
    );
}

#[test]
fn a_plan_that_was_written_is_read_back_as_it_was() {
    let plan = read(VERSION_1);
    let text = write_plan(&plan).expect("a text");
    assert_eq!(read(&text), plan);
    assert!(
        text.contains(
            "\n                (id: \"arrival\", start: \"08:00\", title: \"Arrival\", kind: arrival),\n"
        ),
        "{text}"
    );
    assert!(text.contains("\n                        (id: \"l1\", short: \"Small steps\", text: \"Look for small steps\"),\n"), "{text}");
    assert_eq!(write_plan(&read(&text)).expect("a text"), text);
}

#[test]
fn days_come_in_the_order_of_their_dates() {
    let mut plan = read(VERSION_1);
    let mut second = plan.days[0].clone();
    second.id = crate::domain::ids::DayId::new("the-next");
    second.date = second.date.succ_opt().expect("a date");
    second.slots.clear();
    plan.days.insert(0, second);
    let text = write_plan(&plan).expect("a text");
    let dates: Vec<_> = read(&text).days.iter().map(|day| day.date).collect();
    assert!(dates.len() == 2 && dates.is_sorted(), "{dates:?}");
    let late = format!("date: \"{}\"", dates[0]);
    let swapped = text.replace(&late, "date: \"2199-01-01\"");
    assert_eq!(read(&swapped).days[0].id.as_str(), "the-next");
}

#[test]
fn everything_wrong_in_a_plan_is_said_at_once_with_its_line() {
    let faults = faults(&[
        ("Europe/Dublin", "GMT+1 or so"),
        ("2027-06-01", "1 June"),
        ("2026-12-01", "+262142-12-01"),
        ("\"08:00\"", "\"24:00\""),
        ("start: \"09:15\"", "start: \"quarter past\""),
        ("group: \"group-1\", visits", "group: \"group-9\", visits"),
        ("id: \"g1-y6\"", "id: \"g1-y5\""),
        ("id: \"arrival\"", "id: \"visits\""),
        ("id: \"maths-1\"", "id: \"maths\""),
    ]);
    let expected = [
        (
            9,
            "\"GMT+1 or so\" is not the name of a time zone write \"Europe/London\"",
        ),
        (18, "two of the lines of enquiry have the id \"maths\""),
        (
            19,
            "\"1 June\" is not a date like 2026-12-01 write year, month and day",
        ),
        (27, "not between 1970 and 2199"),
        (
            31,
            "no group with the id \"group-9\" write one of: group-1, group-2",
        ),
        (31, "two of the visits have the id \"g1-y5\""),
        (31, "\"quarter past\" is not a time of the day"),
        (34, "\"24:00\" is not a time of the day like 09:15"),
        (34, "two of the rows have the id \"visits\""),
    ];
    assert_eq!(faults.len(), expected.len(), "{faults:#?}");
    for (line, words) in expected {
        let is_said = |fault: &&String| fault.starts_with(&format!("{line}: ")) && fault.contains(words);
        assert!(
            faults.iter().any(|fault| is_said(&fault)),
            "{line}: {words} is not in {faults:#?}"
        );
    }
}

#[test]
fn two_tracks_of_one_group_in_a_row_are_a_fault_since_one_would_be_hidden() {
    let faults = faults(&[("group: \"group-2\", activity", "group: \"group-1\", activity")]);
    assert_eq!(faults.len(), 1);
    assert!(
        faults[0].starts_with("32: ") && faults[0].contains("two tracks for the group"),
        "{faults:?}"
    );
}

#[test]
fn an_end_before_its_start_is_left_to_the_check_of_the_plan() {
    let plan = read(&VERSION_1.replace("end: \"10:15\"", "end: \"08:15\""));
    assert_eq!(plan.days[0].slots[1].ends, Some(time("08:15")));
}

#[test]
fn a_faulty_value_that_stands_twice_is_shown_twice() {
    let text = VERSION_1.replace("\"09:00\"", "\"9 am\"");
    let fault = read_plan(file(), text.as_bytes()).expect_err("a fault");
    let lines: Vec<_> = fault
        .faults()
        .iter()
        .filter_map(|fault| fault.place)
        .map(|place| place.line)
        .collect();
    assert_eq!(lines, [28, 31, 41], "both, and the field that is not known");
}

#[test]
fn a_plan_of_a_newer_version_is_shown_as_far_as_it_is_known() {
    let newer = VERSION_1.replace("version: 1,\n    session", "version: 4,\n    session");
    assert_eq!(read(&newer), read(VERSION_1));
    let standing = super::super::header::newer(file(), newer.as_bytes(), Format::Plan).expect("newer");
    assert_eq!((standing.version, standing.ours), (4, 3));
    assert_eq!(
        super::super::header::newer(file(), VERSION_1.as_bytes(), Format::Plan),
        None
    );
    let strange = newer.replace("kind: arrival", "kind: assembly");
    let fault = read_plan(file(), strange.as_bytes()).expect_err("a fault");
    assert_eq!(fault.newer(), Some(&standing));
    assert!(
        fault
            .to_string()
            .starts_with("plan.ron: written by a newer knownow (version 4"),
        "{fault}"
    );
}

#[test]
fn another_kind_of_file_is_named() {
    let fault = read_plan(
        file(),
        VERSION_1.replace("knownow plan", "knownow records").as_bytes(),
    )
    .expect_err("a fault");
    assert!(
        fault
            .to_string()
            .starts_with("plan.ron:3:1: this is a \"knownow records\" file"),
        "{fault}"
    );
    let nothing = read_plan(file(), b"(title: \"x\")")
        .expect_err("a fault")
        .to_string();
    assert!(nothing.contains("`format` is missing"), "{nothing}");
}

#[test]
fn a_plan_that_would_not_be_read_is_not_written() {
    let mut plan = read(VERSION_1);
    plan.groups.pop();
    assert!(matches!(write_plan(&plan), Err(Unwritable::Unreadable(_))));
}

proptest! {
    #[test]
    fn every_text_in_a_plan_comes_back(texts in proptest::collection::vec(any::<String>(), 8), minute in 0_u32..1440) {
        let mut plan = read(VERSION_1);
        plan.host.name.clone_from(&texts[0]);
        plan.agreement.wanted_outcome.clone_from(&texts[1]);
        plan.agreement.pre_reading = texts.clone();
        plan.people[0].name.clone_from(&texts[2]);
        plan.days[0].label.clone_from(&texts[3]);
        plan.days[0].slots[0].starts = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60 + 7, 0).expect("a time");
        plan.days[0].slots[0].activity.title.clone_from(&texts[4]);
        plan.days[0].slots[1].activity.prompts[0].text.clone_from(&texts[5]);
        plan.rules.retention.clone_from(&texts[6]);
        plan.rules.kind_labels.strength.clone_from(&texts[7]);
        plan.days[0].slots.sort_by_key(|slot| slot.starts);
        prop_assert_eq!(read(&write_plan(&plan).expect("a text")), plan);
    }

    #[test]
    fn no_bytes_end_the_program(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _either = read_plan(file(), &bytes).map_err(|fault| fault.to_string());
    }

    #[test]
    fn no_damage_ends_the_program(at in 0..VERSION_1.len(), length in 0_usize..40, with in ".{0,6}") {
        let mut damaged = VERSION_1.as_bytes().to_vec();
        let end = (at + length).min(damaged.len());
        damaged.splice(at..end, with.bytes());
        let _either = read_plan(file(), &damaged).map_err(|fault| fault.to_string());
    }
}
