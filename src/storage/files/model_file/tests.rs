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
        (arrival.starts, arrival.minutes, arrival.tracks),
        (chrono::NaiveTime::from_hms_opt(8, 0, 0), 5, 0)
    );
    assert_eq!(
        (visits.starts, visits.minutes, visits.fixed, visits.tracks),
        (None, 75, true, 2)
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
