//! Lines above the rows that say what the review is about: "Line of enquiry: How well ...?", "Focus: maths".

use super::Reading;
use crate::{
    domain::read_timetable::{OfReview, SaidOfReview},
    import::{sheet::Line, wording},
};

/// What stands before the colon.
const NAMES: [(OfReview, &[&str]); 5] = [
    (
        OfReview::Host,
        &[
            "host",
            "host school",
            "school",
            "school visited",
            "school reviewed",
        ],
    ),
    (
        OfReview::LineOfEnquiry,
        &[
            "line of enquiry",
            "lines of enquiry",
            "loe",
            "key line of enquiry",
            "kloe",
        ],
    ),
    (
        OfReview::Focus,
        &["focus", "focus area", "focus of the review", "area of focus"],
    ),
    (
        OfReview::WantedOutcome,
        &["wanted outcome", "desired outcome", "intended outcome", "outcome"],
    ),
    (
        OfReview::PreReading,
        &[
            "pre reading",
            "prereading",
            "reading",
            "to read beforehand",
            "please read",
        ],
    ),
];

impl Reading<'_> {
    /// Takes a line that says what the review is about. Says whether it was one.
    pub(super) fn says_of_the_review(&mut self, line: &Line) -> bool {
        let Some((name, text)) = line.text.split_once(':') else {
            return false;
        };
        let name = wording::words(name);
        let numbered = name
            .last()
            .is_some_and(|word| word.chars().all(|letter| letter.is_ascii_digit()));
        let bare = name
            .get(..name.len() - usize::from(numbered))
            .unwrap_or_default()
            .join(" ");
        let found = NAMES.iter().find(|(_, names)| names.contains(&bare.as_str()));
        let text = wording::trimmed(text);
        let Some((what, _)) = found.filter(|_| !text.is_empty()) else {
            return false;
        };
        self.found.said.push(SaidOfReview {
            line: line.number,
            what: *what,
            text: text.to_string(),
            whole: line.text.clone(),
        });
        self.took(line, bare);
        true
    }
}
