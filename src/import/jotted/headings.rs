//! Headings, and labels before a note: "Strengths", "Year 6:", "9.20 Y6 - ...", "Pupil voice - ...".

use super::super::{Vocabulary, kinds, times, wording};
use crate::domain::{
    jotted::{Place, words},
    note::NoteKind,
};

/// What schools call the four kinds of note.
const KINDS: [(NoteKind, &[&str]); 4] = [
    (
        NoteKind::Strength,
        &[
            "strengths",
            "strength",
            "key strengths",
            "strengths observed",
            "what went well",
            "www",
            "went well",
            "positives",
            "positive",
            "what is working well",
            "whats working well",
            "working well",
            "good practice",
            "highlights",
            "strengths seen",
            "what works",
        ],
    ),
    (
        NoteKind::Development,
        &[
            "areas for development",
            "area for development",
            "afd",
            "afds",
            "areas to develop",
            "areas of development",
            "development points",
            "points for development",
            "development",
            "developments",
            "ebi",
            "even better if",
            "areas for improvement",
            "improvements",
            "next steps",
            "weaknesses",
            "to develop",
            "things to develop",
            "to work on",
            "concerns",
            "risks",
        ],
    ),
    (
        NoteKind::Evidence,
        &[
            "evidence",
            "what we saw",
            "what i saw",
            "observations",
            "jottings",
            "seen and heard",
            "other notes",
            "other",
            "general",
            "what was seen",
            "notes",
            "other observations",
        ],
    ),
    (
        NoteKind::Question,
        &[
            "questions",
            "question",
            "questions to follow up",
            "follow up",
            "to follow up",
            "to ask",
            "queries",
            "query",
            "things to ask",
            "questions to ask",
            "q",
        ],
    ),
];

/// A heading of this many words at most names a row or an activity.
const LONGEST: usize = 7;

/// What stands before a note or above several.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Label {
    pub(super) kind: Option<NoteKind>,
    pub(super) place: Place,
    /// Whether nothing follows it.
    whole: bool,
}

impl Label {
    /// Whether it is the whole line, and so a heading.
    pub(super) fn is_whole(&self) -> bool {
        self.whole
    }

    /// Whether it says what a line is, or where it belongs.
    pub(super) fn says_something(&self) -> bool {
        self.kind.is_some() || self.place.time.is_some() || self.place.class.is_some()
    }
}

/// The kind of note that the whole of `text` names.
pub(super) fn kind(text: &str) -> Option<NoteKind> {
    let text = words(text);
    let found = KINDS.iter().find(|(_, names)| names.contains(&text.as_str()));
    found.map(|(kind, _)| *kind)
}

/// Whether a line is cells with TABs between.
pub(super) fn is_cells(text: &str) -> bool {
    text.contains('\t')
}

/// What `text` begins with, or is, that says of what kind it is or where it belongs.
pub(super) fn label(text: &str, vocabulary: &Vocabulary) -> Option<Label> {
    let marked = text.starts_with('#') || (text.starts_with("**") && text.ends_with("**"));
    let text = text.trim_matches(|letter: char| matches!(letter, '#' | '*' | '_' | ' ' | '='));
    let mut label = Label::default();
    if is_box(text) {
        label.whole = true;
        return Some(label);
    }
    let mut rest = take_time(&mut label, text.trim_start_matches(['(', '[']));
    if let Some((question, after)) = question_at_start(rest, vocabulary) {
        label.place.words = Some(question.to_string());
        rest = after;
    }
    // What remains is divided at its first dash or colon: before it may stand a class, an activity, a kind.
    while !rest.is_empty() {
        let (head, after) = first_part(rest);
        if !take(&mut label, head, vocabulary) {
            break;
        }
        rest = take_time(&mut label, after);
    }
    let whole_words = words(rest);
    if whole_words.is_empty() {
        label.whole = true;
    } else if let Some((class, after)) = class_at_start(rest) {
        // "Y6 all on task" has no dash behind its class; "Y6 and Y2 differ" is about two.
        let several = words(after)
            .strip_prefix("and ")
            .is_some_and(|other| class_at_start(other).is_some());
        if label.place.class.is_none() && !several {
            label.place.class = Some(class);
            // "Year 6 9:45"
            label.whole = words(take_time(&mut label, separated(after))).is_empty();
        }
    } else if (marked || text.ends_with(':')) && whole_words.split(' ').count() <= LONGEST {
        label.place.activity = label.place.activity.or_else(|| kinds::of(rest, vocabulary));
        label.place.words = Some(rest.trim_end_matches(':').trim().to_string());
        label.whole = true;
    }
    let said = label.whole || label.says_something() || !label.place.is_nothing();
    said.then_some(label)
}

/// Whether the title of the running box is all that a line says.
fn is_box(text: &str) -> bool {
    [
        "what do i know now",
        "what do we know now",
        "what do we know",
        "what do i know",
    ]
    .contains(&words(text).as_str())
}

/// Takes the time that `text` begins with; what follows it.
fn take_time<'t>(label: &mut Label, text: &'t str) -> &'t str {
    match times::at_start(text, times::Where::Text).filter(|_| label.place.time.is_none()) {
        Some((span, after)) => {
            label.place.time = Some(span.after(None).0);
            separated(after)
        }
        None => text,
    }
}

/// The question of the plan that stands at the start of `text`, with a dash or colon behind it, and what follows.
fn question_at_start<'t>(text: &'t str, vocabulary: &Vocabulary) -> Option<(&'t str, &'t str)> {
    let ends = text
        .char_indices()
        .filter(|(_, letter)| *letter == ':' || wording::is_dash(*letter));
    ends.map(|(at, _)| text.split_at(at)).find_map(|(head, rest)| {
        let said = words(head);
        let is_question = vocabulary
            .questions
            .iter()
            .any(|question| words(question) == said);
        (is_question && !said.is_empty()).then(|| (head.trim(), separated(rest)))
    })
}

/// Takes what `head` says; whether it says anything.
fn take(label: &mut Label, head: &str, vocabulary: &Vocabulary) -> bool {
    if head.is_empty() {
        return false;
    }
    if let Some(kind) = kind(head).filter(|_| label.kind.is_none()) {
        label.kind = Some(kind);
        return true;
    }
    if let Some((class, after)) = class_at_start(head).filter(|_| label.place.class.is_none()) {
        let after = words(after);
        let kind_after = kind(&after);
        if after.is_empty() || kind_after.is_some() {
            label.place.class = Some(class);
            label.kind = label.kind.or(kind_after);
            return true;
        }
    }
    let said = words(head);
    let is_title = vocabulary.titles.iter().any(|(title, _)| {
        let title = words(title);
        title == said
            || title
                .strip_prefix(&said)
                .is_some_and(|rest| rest.starts_with(' '))
    });
    let count = said.split(' ').count();
    if is_title || (count <= 4 && kinds::opens_with_activity(head, count, vocabulary)) {
        let of_title = vocabulary
            .titles
            .iter()
            .find(|(title, _)| words(title).starts_with(&said));
        label.place.activity = kinds::of(head, vocabulary).or(of_title.map(|(_, kind)| *kind));
        label.place.words = Some(head.trim().to_string());
        return true;
    }
    let is_question = vocabulary
        .questions
        .iter()
        .any(|question| words(question) == words(head));
    if is_question && label.place.words.is_none() {
        label.place.words = Some(head.trim().to_string());
        return true;
    }
    false
}

/// The part of `text` before its first dash with spaces around it, its first colon or TAB, and what follows.
fn first_part(text: &str) -> (&str, &str) {
    let mut letters = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, letter)| *letter);
        let is_dash = wording::is_dash(letter) && (before == ' ' || next == ' ');
        let is_colon = matches!(letter, ':' | ';') && !next.is_ascii_digit();
        if is_dash || is_colon || letter == '\t' {
            let (head, rest) = text.split_at(at);
            return (head.trim(), separated(rest));
        }
        before = letter;
    }
    (text.trim(), "")
}

/// `text` without what joins it to a label before.
fn separated(text: &str) -> &str {
    text.trim_start_matches(|letter: char| {
        letter.is_whitespace()
            || wording::is_dash(letter)
            || matches!(letter, ':' | ';' | ',' | ')' | ']' | '.')
    })
}

/// The class that `text` begins with, as it is written, and what follows.
fn class_at_start(text: &str) -> Option<(String, &str)> {
    let end = |at: usize| text.split_at(at);
    let lower = text.to_lowercase();
    for name in ["reception", "nursery", "eyfs"] {
        if lower.starts_with(name) && !text.get(name.len()..)?.starts_with(char::is_alphanumeric) {
            let class = if name == "nursery" { "Nursery" } else { "Reception" };
            return Some((class.into(), end(name.len()).1));
        }
    }
    let mark = ["years", "year", "yrs", "yr", "y"].into_iter().find(|mark| {
        lower.strip_prefix(mark).is_some_and(|rest| {
            let rest = rest.trim_start_matches(['.', ' ']);
            rest.starts_with(|letter: char| letter.is_ascii_digit()) || after_reception(rest)
        })
    });
    let Some(mark) = mark else {
        let whole = text.starts_with("YR") && !text.get(2..)?.starts_with(char::is_alphanumeric);
        return whole.then(|| ("Reception".into(), end(2).1));
    };
    let rest = text.get(mark.len()..)?.trim_start_matches(['.', ' ']);
    if after_reception(&rest.to_lowercase()) {
        return Some(("Reception".into(), rest.get(1..)?));
    }
    let class: String = rest
        .chars()
        .take_while(|letter| letter.is_alphanumeric() || matches!(letter, '/' | '&'))
        .collect();
    let digits = class.chars().take_while(char::is_ascii_digit).count();
    let is_year = class
        .get(..digits)?
        .parse::<u32>()
        .is_ok_and(|year| (1..=13).contains(&year));
    let tail = class.get(digits..)?;
    let is_class = tail.is_empty() || tail.chars().count() == 1 || tail.starts_with(['/', '&']);
    (is_year && is_class).then(|| {
        (
            format!("Year {class}"),
            rest.get(class.len()..).unwrap_or_default(),
        )
    })
}

/// Whether an "r" stands alone at the start: "Year R".
fn after_reception(rest: &str) -> bool {
    rest.strip_prefix('r')
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}
