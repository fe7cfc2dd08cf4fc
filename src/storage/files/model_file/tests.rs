use super::*;
use crate::domain::model::{Due, Verdict};

/// A model of version 1 with everything in it. It must be readable for ever.
const VERSION_1: &str = r#"(
    format: "knownow model",
    version: 1,
    id: "half-day-peer-review",
    name: "Half-day peer review",
    about: "A morning in a school",
    stages: ["Plan", "Review"],
    shape: [
        (label: "Day 1", rows: [
            (start: "08:00", minutes: 5, title: "Arrival", kind: arrival),
            (minutes: 75, title: "Lesson visits", kind: lesson_visits, fixed: true, tracks: 2, prompts: [(id: "l1", short: "Small steps", text: "Look")]),
        ]),
    ],
    rules: (version: 4, do: ["agree"], verdict: not_asked_for, deadlines: [(what: "Report", due: working_days_after(5)), (what: "Plan", due: hours_before(72))]),
)
"#;

fn read(text: &str) -> Result<ReviewModel, FileFault> {
    read_model(Path::new("model.ron"), text.as_bytes())
}

#[test]
fn version_1_is_read_with_everything_in_it() {
    let model = read(VERSION_1).expect("a model");
    assert_eq!(
        (model.id.as_str(), model.name.as_str()),
        ("half-day-peer-review", "Half-day peer review")
    );
    assert_eq!(model.stages, ["Plan", "Review"]);
    let [arrival, visits] = model.shape[0].rows.as_slice() else {
        panic!("two rows")
    };
    assert_eq!(
        (arrival.starts, arrival.minutes, arrival.tracks.len()),
        (chrono::NaiveTime::from_hms_opt(8, 0, 0), 5, 0)
    );
    assert_eq!(
        (
            visits.starts,
            visits.minutes,
            visits.fixed,
            visits.tracks.as_slice()
        ),
        (None, 75, true, &[None, None][..])
    );
    assert_eq!(visits.activity.prompts[0].short, "Small steps");
    assert_eq!(
        (model.rules.model.as_str(), model.rules.version),
        ("half-day-peer-review", 4)
    );
    assert_eq!(model.rules.verdict, Verdict::NotAskedFor);
    assert_eq!(model.rules.deadlines[0].due, Due::WorkingDaysAfter(5));
    assert_eq!(model.rules.deadlines[1].due, Due::HoursBefore(72));
}

#[test]
fn what_is_wrong_is_said_at_once_with_its_line() {
    let bad = VERSION_1
        .replace("08:00", "8 o'clock")
        .replace("minutes: 75", "minutes: 7500");
    let fault = read(&bad).expect_err("a fault");
    let [start, minutes] = fault.faults() else {
        panic!("two faults: {fault}")
    };
    assert_eq!(
        (
            start.place.map(|place| place.line),
            minutes.place.map(|place| place.line)
        ),
        (Some(10), Some(11))
    );
    assert!(minutes.what.contains("longer than a day"), "{fault}");
    let word = read(&VERSION_1.replace("kind: arrival", "kind: arival"))
        .expect_err("a fault")
        .to_string();
    assert!(
        word.starts_with("model.ron:10:66: `arival`") && word.contains("arrival, briefing"),
        "{word}"
    );
}

#[test]
fn a_plan_is_not_taken_for_a_model() {
    let fault = read(&VERSION_1.replace("knownow model", "knownow plan"))
        .expect_err("a fault")
        .to_string();
    assert!(
        fault.contains("this is a \"knownow plan\" file, not a \"knownow model\" file"),
        "{fault}"
    );
}

/// What version 2 added. It must be readable for ever.
const VERSION_2: &str = r#"(
    format: "knownow model",
    version: 2,
    id: "two-day",
    name: "Two-day review",
    groups: ["Reviewer 1", "Reviewer 2"],
    roles: [(name: "First reviewer", duties: [facilitator, reviewer], group: "Reviewer 2"), (name: "Head", duties: [host_head], host_staff: true)],
    question_sets: [(id: "pupils", name: "Pupil interviews", kind: pupil_voice, prompts: [(id: "p1", short: "Today", text: "What today?")])],
    shape: [(rows: [
        (minutes: 60, title: "Session 6", kind: lesson_visits, remark: "With books", by_group: [
            (title: "Pupil interviews", kind: pupil_voice, set: "pupils"),
            (title: "Lesson observations", kind: lesson_visits, prompts: [(id: "l1", text: "Look")]),
        ]),
        (minutes: 45, title: "Pupils", kind: pupil_voice, set: "pupils", prompts: [(id: "own", text: "One more")]),
    ])],
    rules: (asks: (evidence: [pupil_voice, work_scrutiny], pupil_groups: ["SEND", "disadvantaged|PP"], books_per_year: 6, longest_without_break: 150), framework: ["Assessment", "Curriculum"]),
)
"#;

#[test]
fn version_2_is_read_with_everything_in_it() {
    let model = read(VERSION_2).expect("a model");
    assert_eq!(model.groups, ["Reviewer 1", "Reviewer 2"]);
    assert_eq!((model.roles[0].group, model.roles[1].host_staff), (Some(1), true));
    let [session, pupils] = model.shape[0].rows.as_slice() else {
        panic!("two rows")
    };
    assert_eq!(session.remark, "With books");
    let titles: Vec<_> = session
        .tracks
        .iter()
        .map(|track| {
            track
                .as_ref()
                .map(|activity| (activity.title.as_str(), activity.prompts.len()))
        })
        .collect();
    assert_eq!(
        titles,
        [Some(("Pupil interviews", 1)), Some(("Lesson observations", 1))]
    );
    assert_eq!(pupils.activity.prompts.len(), 2);
    let asks = &model.rules.asks;
    assert_eq!(
        (
            asks.evidence.len(),
            asks.books_per_year,
            asks.longest_without_break
        ),
        (2, 6, 150)
    );
    assert_eq!(asks.pupil_groups, ["SEND", "disadvantaged|PP"]);
    assert_eq!(model.rules.framework, ["Assessment", "Curriculum"]);
}

#[test]
fn groups_and_sets_that_are_not_there_are_said_with_those_there_are() {
    let bad = VERSION_2
        .replace("set: \"pupils\"),", "set: \"pupil\"),")
        .replace("group: \"Reviewer 2\"", "group: \"Reviewer 3\"");
    let fault = read(&bad).expect_err("a fault");
    let said: Vec<_> = fault
        .faults()
        .iter()
        .map(|fault| (fault.place.map(|place| place.line), fault.what.clone()))
        .collect();
    assert_eq!(
        said,
        [
            (
                Some(7),
                "there is no group with the id \"Reviewer 3\"".to_string()
            ),
            (Some(11), "there is no set with the id \"pupil\"".to_string()),
        ]
    );
}

#[test]
fn a_mistyped_name_of_a_field_is_said_and_costs_no_questions_in_silence() {
    for (right, wrong, line) in [
        ("set: \"pupils\", prompts:", "set: \"pupils\", promts:", 14),
        ("remark:", "remarks:", 10),
        ("question_sets:", "questions:", 8),
        ("host_staff:", "staff:", 7),
    ] {
        let text = VERSION_2.replacen(right, wrong, 1);
        assert_ne!(text, VERSION_2);
        let fault = read(&text).expect_err("a fault");
        let name = wrong.trim_end_matches(':').rsplit(' ').next().unwrap_or_default();
        assert_eq!(
            fault.faults()[0].place.map(|place| place.line),
            Some(line),
            "{fault}"
        );
        assert!(fault.to_string().contains(&format!("`{name}`")), "{fault}");
    }
    let newer = VERSION_2
        .replace("version: 2", "version: 4")
        .replace("remark:", "remarks:");
    let fault = read(&newer).expect_err("a fault").to_string();
    assert!(fault.contains("written by a newer knownow"), "{fault}");
}

/// What is wrong with a model in which `right` was replaced by `wrong`: the line, and what is said.
fn said_of(model: &str, right: &str, wrong: &str) -> Vec<(Option<usize>, String)> {
    let text = model.replacen(right, wrong, 1);
    assert_ne!(text, model, "{right}");
    let fault = read(&text).expect_err(wrong);
    let faults = fault.faults().iter();
    faults
        .map(|fault| {
            assert!(!fault.cause.is_empty() && !fault.hint.is_empty(), "{fault:?}");
            (fault.place.map(|place| place.line), fault.what.clone())
        })
        .collect()
}

#[test]
fn a_row_or_deadline_with_a_number_that_cannot_be_meant_is_said_with_its_line() {
    for (right, wrong, line, what) in [
        (
            "minutes: 5,",
            "minutes: 0,",
            10,
            "the row \"Arrival\" lasts 0 minutes",
        ),
        (
            "minutes: 75",
            "minutes: 4294967295",
            11,
            "the row \"Lesson visits\" is longer than a day",
        ),
        (
            "(minutes: 75",
            "(start: \"08:04\", minutes: 75",
            11,
            "the row \"Lesson visits\" starts before the rows above it are over, at 08:05",
        ),
        (
            "(minutes: 75",
            "(start: \"23:00\", minutes: 75",
            11,
            "the row \"Lesson visits\" goes on past midnight",
        ),
        (
            "tracks: 2",
            "tracks: 200",
            11,
            "in the row \"Lesson visits\" 200 groups go separate ways",
        ),
        (
            "working_days_after(5)",
            "working_days_after(4294967295)",
            14,
            "\"Report\" is due more than two years from the review",
        ),
        (
            "hours_before(72)",
            "hours_before(720000)",
            14,
            "\"Plan\" is due more than two years from the review",
        ),
    ] {
        let said = vec![(Some(line), what.to_string())];
        assert_eq!(said_of(VERSION_1, right, wrong), said, "{wrong}");
    }
}

#[test]
fn a_rule_with_a_number_that_cannot_be_meant_is_said_with_its_line() {
    for (right, wrong, what) in [
        (
            "books_per_year: 6",
            "books_per_year: 600",
            "`books_per_year` is 600; nobody means more than 100 books of each year",
        ),
        (
            "longest_without_break: 150",
            "longest_without_break: 15000",
            "`longest_without_break` is 15000; nobody means more than 1440 minutes",
        ),
    ] {
        let said = vec![(Some(16), what.to_string())];
        assert_eq!(said_of(VERSION_2, right, wrong), said, "{wrong}");
    }
}

#[test]
fn every_row_without_a_length_is_said_in_its_own_line_and_a_row_of_50_is_not_taken_for_one_of_5() {
    let model = VERSION_2.replace("minutes: 60", "minutes: 50").replace(
        "rows: [",
        "rows: [\n        (minutes: 0, title: \"One\", kind: arrival),",
    );
    let model = model.replace("minutes: 45", "minutes: 0");
    let fault = read(&model).expect_err("two faults");
    let lines: Vec<_> = fault
        .faults()
        .iter()
        .map(|fault| fault.place.map(|place| place.line))
        .collect();
    assert_eq!(lines, [Some(10), Some(15)], "{fault}");
    let short = VERSION_2
        .replace("minutes: 60", "minutes: 15000")
        .replace("minutes: 45", "minutes: 1500");
    let fault = read(&short).expect_err("two faults");
    let lines: Vec<_> = fault
        .faults()
        .iter()
        .map(|fault| fault.place.map(|place| place.line))
        .collect();
    assert_eq!(lines, [Some(10), Some(14)], "{fault}");
}

#[test]
fn a_day_of_more_hours_than_there_are_is_said() {
    let rows = "(minutes: 800, title: \"Walk\", kind: lesson_visits),".repeat(2);
    let said = said_of(VERSION_2, "(minutes: 60", &format!("{rows}(minutes: 60"));
    assert_eq!(
        said,
        [(
            Some(10),
            "the day \"\" lasts 1705 minutes, longer than a day has".to_string()
        )]
    );
    // A row may end at midnight.
    let late = VERSION_1.replace("(minutes: 75", "(start: \"22:45\", minutes: 75");
    assert!(read(&late).is_ok());
}

#[test]
fn what_has_no_name_and_two_groups_of_one_name_are_said() {
    for (right, wrong, line, what) in [
        (
            "name: \"Two-day review\"",
            "name: \" \"",
            5,
            "the model has no name",
        ),
        ("\"Session 6\"", "\"\"", 10, "a row of the timetable has no title"),
        (
            "[\"Reviewer 1\", \"Reviewer 2\"]",
            "[\"Reviewer 2\", \"Reviewer 2\"]",
            6,
            "two of the groups have the name \"Reviewer 2\"",
        ),
        (
            "[\"Reviewer 1\", \"Reviewer 2\"]",
            "[\"\", \"Reviewer 2\"]",
            6,
            "one of the groups has no name",
        ),
    ] {
        assert_eq!(
            said_of(VERSION_2, right, wrong),
            [(Some(line), what.to_string())],
            "{wrong}"
        );
    }
    let said = said_of(VERSION_1, "what: \"Report\"", "what: \"\"");
    assert_eq!(
        said,
        [(Some(14), "a deadline does not say what is due".to_string())]
    );
}

#[test]
fn an_id_is_letters_digits_and_dashes() {
    let id = "id: \"half-day-peer-review\"";
    for wrong in [
        "../../x y",
        "Half-day",
        "half_day",
        "-half-day",
        "half day",
        "caf\u{e9}",
    ] {
        let said = said_of(VERSION_1, id, &format!("id: \"{wrong}\""));
        let what = format!("\"{wrong}\" is no id of a model: that is small letters, digits and dashes");
        assert_eq!(said, [(Some(4), what)]);
    }
    let text = VERSION_1.replace(id, "id: \"../../x y\"");
    let said = read(&text).expect_err("a fault").to_string();
    assert!(said.contains("what to do: write id: \"x-y\""), "{said}");
    assert!(read(&VERSION_1.replace(id, "id: \"walk-2\"")).is_ok());
}

#[test]
fn version_3_is_read_with_what_comes_again_and_that_has_to_come_again() {
    let every = |due: &str| {
        let model = VERSION_1.replace("version: 1", "version: 3");
        model.replace("due: working_days_after(5)", &format!("due: {due}"))
    };
    let model = read(&every("every(weeks: 6, times: 8)")).expect("a model");
    assert_eq!(model.rules.deadlines[0].due, Due::Every { weeks: 6, times: 8 });
    for (due, said) in [
        (
            "every(weeks: 0, times: 8)",
            "\"Report\" comes again, and not after a week or more, once or more",
        ),
        (
            "every(weeks: 6, times: 0)",
            "\"Report\" comes again, and not after a week or more, once or more",
        ),
        (
            "every(weeks: 6, times: 800000000)",
            "\"Report\" is due more than two years from the review",
        ),
    ] {
        let fault = read(&every(due)).expect_err(due);
        let [fault] = fault.faults() else {
            panic!("{due}: {fault}")
        };
        assert_eq!(
            (fault.place.map(|place| place.line), fault.what.as_str()),
            (Some(14), said),
            "{due}"
        );
    }
}
