//! What the program brings along: review models and worked examples, compiled in so that they are there without a
//! network, an installer or a folder.

use chrono::NaiveTime;

/// A worked example: the files of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// The name of its folder.
    pub folder: &'static str,
    /// In a sentence, what it shows.
    pub about: &'static str,
    /// Who one is in it unless one says otherwise: the id of a person of its plan.
    pub person: &'static str,
    /// When a rehearsal of it begins on its first day; `None` is a minute before its first row.
    pub begins: Option<NaiveTime>,
    /// The text of its plan.
    pub plan: &'static str,
    /// Its records files, as name and text.
    pub records: &'static [(&'static str, &'static str)],
}

/// A model that is shipped, under its id.
macro_rules! model {
    ($id:literal) => {
        ($id, include_str!(concat!("../../config/models/", $id, ".ron")))
    };
}

const MODELS: &[(&str, &str)] = &[
    model!("half-day-peer-review"),
    model!("quality-assurance-review"),
    model!("reciprocal-peer-review"),
    model!("self-evaluation-activity"),
    model!("subject-review-on-a-partner-visit"),
    model!("triad-review"),
    model!("trio-day"),
    model!("two-day-quality-review"),
    model!("whole-school-review"),
];

/// The worked example to begin with.
pub const FIRST_EXAMPLE: Example = Example {
    folder: "half-day-maths",
    about: "A half-day peer review in maths, planned and not yet begun",
    person: "head-of-school-b",
    begins: None,
    plan: include_str!("../../sessions/half-day-maths/plan.ron"),
    records: &[],
};

const EXAMPLES: &[Example] = &[
    FIRST_EXAMPLE,
    Example {
        folder: "half-day-maths-80-notes",
        about: "The same half-day as its findings are discussed, with 80 notes by three writers",
        person: "head-of-school-b",
        // The discussion of findings.
        begins: NaiveTime::from_hms_opt(11, 15, 0),
        plan: include_str!("../../sessions/half-day-maths-80-notes/plan.ron"),
        records: &[
            (
                "facilitator.c014.ron",
                include_str!("../../sessions/half-day-maths-80-notes/records/facilitator.c014.ron"),
            ),
            (
                "head-of-school-b.7f3a.ron",
                include_str!("../../sessions/half-day-maths-80-notes/records/head-of-school-b.7f3a.ron"),
            ),
            (
                "head-of-school-c.51de.ron",
                include_str!("../../sessions/half-day-maths-80-notes/records/head-of-school-c.51de.ron"),
            ),
        ],
    },
    Example {
        folder: "two-day-quality",
        about: "A two-day quality review with two reviewers side by side, planned and not yet begun",
        person: "reviewer-1",
        begins: None,
        plan: include_str!("../../sessions/two-day-quality/plan.ron"),
        records: &[],
    },
];

/// The review models, as id and text of the file.
#[must_use]
pub fn models() -> &'static [(&'static str, &'static str)] {
    MODELS
}

/// The text of all keys, each with what it does.
#[must_use]
pub fn keys() -> &'static str {
    include_str!("../../config/keys.ron")
}

/// The text of the bank holidays of England.
#[must_use]
pub fn bank_holidays() -> &'static str {
    include_str!("../../config/bank-holidays-england.ron")
}

/// The text of the settings as they are without a file.
#[must_use]
pub fn settings() -> &'static str {
    include_str!("../../config/settings.ron")
}

/// The text of a theme that names every part.
#[must_use]
pub fn theme() -> &'static str {
    include_str!("../../config/themes/example.ron")
}

/// The worked examples.
#[must_use]
pub fn examples() -> &'static [Example] {
    EXAMPLES
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::domain::plan_check::{Remark, Severity, check};
    use crate::storage::files::{
        bank_holidays_file::read_bank_holidays,
        model_file::read_model,
        plan_file::{read_plan, write_plan},
        records_file::{Standing, read_records},
        records_text::RecordsText,
    };

    #[test]
    fn every_model_can_be_read_and_bears_its_name() {
        for (id, text) in models() {
            let model = read_model(Path::new(id), text.as_bytes()).unwrap_or_else(|fault| panic!("{fault}"));
            assert_eq!(model.id, *id);
            assert_eq!(model.rules.model, *id);
            assert!(!model.shape.is_empty(), "{id} has a timetable");
        }
    }

    #[test]
    fn every_example_plan_comes_back_as_it_was_written() {
        for example in examples() {
            let plan = read_plan(Path::new(example.folder), example.plan.as_bytes())
                .unwrap_or_else(|fault| panic!("{fault}"));
            let text = write_plan(&plan).expect("a plan that can be written");
            assert_eq!(
                read_plan(Path::new("again"), text.as_bytes()).expect("a plan"),
                plan
            );
        }
    }

    #[test]
    fn nothing_speaks_against_an_example_plan() {
        let holidays = read_bank_holidays(Path::new("b.ron"), bank_holidays().as_bytes()).expect("holidays");
        for example in examples() {
            let plan = read_plan(Path::new(example.folder), example.plan.as_bytes()).expect("a plan");
            let grave: Vec<Remark> = check(&plan, &holidays, None)
                .into_iter()
                .filter(|remark| remark.severity != Severity::Note)
                .collect();
            assert_eq!(grave, [], "{}", example.folder);
        }
    }

    #[test]
    fn every_example_record_is_whole_and_is_the_text_the_program_would_write() {
        for example in examples() {
            let plan = read_plan(Path::new(example.folder), example.plan.as_bytes()).expect("a plan");
            for (name, text) in example.records {
                let read = read_records(Path::new(name), text.as_bytes(), plan.session);
                assert_eq!(
                    read.standing,
                    Standing::Whole,
                    "{:?}",
                    read.fault.map(|fault| fault.to_string())
                );
                let (writer, person) = (read.writer.expect("a writer"), read.person.expect("a person"));
                let mut again = RecordsText::new(plan.session, writer, &person).expect("a head");
                again.put_all(&read.records).expect("records that can be written");
                assert_eq!(String::from_utf8(again.bytes()).expect("text"), *text, "{name}");
            }
        }
    }
}
