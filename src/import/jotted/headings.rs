//! Headings, and labels before a note: "Strengths", "Year 6:", "9.20 Y6 - ...", "Pupil voice - ...".

use chrono::NaiveTime;

use super::super::{Vocabulary, kinds, times, wording};
use super::{
    called::{self, kind},
    class::{class_after_lead, class_at_start},
    titles,
};
use crate::domain::{
    jotted::{Place, words},
    note::NoteKind,
};

/// A heading of this many words at most names a row or an activity.
const LONGEST: usize = 7;

/// The title of the running box has at most so many bytes.
const LONGEST_BOX: usize = 80;

/// What stands before a note or above several.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Label {
    pub(super) kind: Option<NoteKind>,
    pub(super) place: Place,
    /// Whether nothing follows it.
    whole: bool,
    /// Whether what stands behind its class or time is the name of a question, and may be the note itself.
    told: bool,
}

impl Label {
    /// A heading that says `place`.
    pub(super) fn heading(place: Place) -> Self {
        Self {
            place,
            whole: true,
            ..Self::default()
        }
    }

    /// A heading of notes of a kind.
    pub(super) fn heading_of(kind: NoteKind) -> Self {
        Self {
            kind: Some(kind),
            ..Self::heading(Place::default())
        }
    }

    /// Whether it is the whole line, and so a heading.
    pub(super) fn is_whole(&self) -> bool {
        self.whole
    }

    /// Whether it may as well be a note: "Y6 - small steps". A list below it says that it is a heading.
    pub(super) fn may_be_note(&self) -> bool {
        self.told
    }

    /// Whether it names what was done, or with whom one went.
    pub(super) fn names_row(&self) -> bool {
        self.place.activity.is_some() || self.place.group.is_some()
    }

    /// Whether it says what a line is, or where it belongs.
    pub(super) fn says_something(&self) -> bool {
        self.kind.is_some() || self.place.time.is_some() || self.place.class.is_some()
    }
}

/// Whether a line is cells with TABs between.
pub(super) fn is_cells(text: &str) -> bool {
    text.contains('\t')
}

/// Whether several cells of a line have something in them.
pub(super) fn is_row(text: &str) -> bool {
    let filled = |cell: &&str| cell.chars().any(char::is_alphanumeric);
    text.split('\t').filter(filled).count() > 1
}

/// Whether a word or two stand before a dash, as a label does.
pub(super) fn has_label_form(text: &str) -> bool {
    let (head, rest) = first_part(text);
    !rest.is_empty() && head.split(' ').count() <= 2
}

/// Whether a few words stand before a colon, as what a note is about does.
pub(super) fn has_colon(text: &str) -> bool {
    let (head, rest) = text.split_once(':').unwrap_or_default();
    !head.is_empty() && rest.starts_with(' ') && head.split(' ').count() <= 3
}

/// Whether a dash stands between words, as before what a note says.
pub(super) fn has_dash(text: &str) -> bool {
    text.split(' ')
        .any(|part| part.chars().count() == 1 && part.chars().all(wording::is_dash))
}

/// Whether `text` begins with a time and what leads to it: "by 9.20 in Year 6".
fn is_led_by_time(text: &str) -> bool {
    let (lead, behind) = text.split_once(' ').unwrap_or_default();
    let leads = ["by", "at", "from"];
    leads.iter().any(|word| lead.eq_ignore_ascii_case(word))
        && behind.starts_with(|letter: char| letter.is_ascii_digit())
}

/// What `text` begins with, or is, that says of what kind it is or where it belongs.
pub(super) fn label(text: &str, vocabulary: &Vocabulary) -> Option<Label> {
    let marked = text.starts_with('#') || (text.starts_with("**") && text.ends_with("**"));
    let text = text.trim_matches(|letter: char| matches!(letter, '#' | '*' | '_' | ' ' | '='));
    if is_box(text) || titles::ends_class(text) {
        let said = titles::ends_class(text).then(|| text.trim_end_matches(':').to_string());
        return Some(Label {
            kind: kind(text),
            ..Label::heading(Place {
                words: said,
                ..Place::default()
            })
        });
    }
    // "What do I know now? - Year 6", "SENDCO (8.30)"
    let within = |head: &str| said_by(head, false, vocabulary).filter(Label::is_whole);
    if let Some(label) = behind_box(text).and_then(within) {
        return Some(label);
    }
    if let Some((head, time)) = time_behind(text)
        && let Some(mut label) = within(head).filter(|label| label.place.time.is_none())
        && (label.place.class.is_some() || label.place.activity.is_some())
    {
        label.place.time = Some(time);
        return Some(label);
    }
    said_by(text, marked, vocabulary)
}

/// What stands behind the title of the running box.
fn behind_box(text: &str) -> Option<&str> {
    text.char_indices()
        .take_while(|(at, _)| *at <= LONGEST_BOX)
        .filter(|(_, letter)| matches!(letter, '?' | ':' | '-' | '\u{2013}' | '\u{2014}'))
        .find_map(|(at, _)| {
            let (title, rest) = text.split_at(at);
            let rest = separated(rest.trim_start_matches('?'));
            (is_box(title) && !rest.is_empty()).then_some(rest)
        })
}

/// What stands before a time at the end of `text`, and the time: "SENDCO (8.30)", "SENDCO at 8.30".
fn time_behind(text: &str) -> Option<(&str, NaiveTime)> {
    let bare = text.trim_end_matches([')', ']', ':', '.', ' ']);
    let (head, last) = bare.rsplit_once([' ', '(', '['])?;
    let (span, rest) = times::at_start(last, times::Where::Text)?;
    let head = head.trim_end_matches(['(', '[', ' ', ',', '@']);
    let head = head.strip_suffix(" at").unwrap_or(head).trim_end();
    (rest.trim().is_empty() && !head.is_empty()).then(|| (head, span.after(None).0))
}

/// The same, for a text without a time behind it.
fn said_by(text: &str, marked: bool, vocabulary: &Vocabulary) -> Option<Label> {
    let mut label = Label::default();
    let mut rest = take_time(&mut label, without_count(text).trim_start_matches(['(', '[']));
    if let Some((question, after)) = question_at_start(rest, vocabulary) {
        label.place.words = Some(question.to_string());
        rest = after;
    }
    // What remains is divided at its first dash or colon: before it may stand a class, an activity, a kind.
    while !rest.is_empty() {
        let (head, after) = first_part(rest);
        if !take(&mut label, head, !after.is_empty(), vocabulary) {
            break;
        }
        rest = take_time(&mut label, after);
    }
    let whole_words = words(rest);
    let led = || class_after_lead(rest).filter(|_| label.place.time.is_some() || is_led_by_time(rest));
    if whole_words.is_empty() {
        label.whole = true;
    } else if let Some((class, after)) = class_at_start(rest).or_else(led) {
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
        label.kind = label.kind.or_else(|| called::of_heading(rest));
        if label.kind.is_none() {
            label.place.activity = label.place.activity.or_else(|| kinds::of(rest, vocabulary));
            label.place.words = Some(rest.trim_end_matches(':').trim().to_string());
        }
        label.whole = true;
    } else {
        label.kind = label.kind.or_else(|| called::short_at_start(rest));
    }
    let said = label.whole || label.says_something() || !label.place.is_nothing();
    said.then_some(label)
}

/// `text` without the number of a visit before its class or time: "Visit 2: Year 6".
fn without_count(text: &str) -> &str {
    let counted = text.split_once([':', '-', '\u{2013}']).filter(|(head, _)| {
        let said = words(head);
        let number = said
            .split_once(' ')
            .filter(|(what, _)| ["visit", "lesson", "room"].contains(what));
        number.is_some_and(|(_, number)| number.parse::<u8>().is_ok())
    });
    let rest = counted.map(|(_, rest)| rest.trim_start());
    rest.filter(|rest| class_at_start(rest).is_some() || times::at_start(rest, times::Where::Text).is_some())
        .unwrap_or(text)
}

/// Whether the title of the running box is all that a line says.
fn is_box(text: &str) -> bool {
    let titles = [
        "what do i know now",
        "what do we know now",
        "what do we know",
        "what do i know",
    ];
    text.len() <= LONGEST_BOX && titles.contains(&words(text).as_str())
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
    let longest = vocabulary.questions.iter().map(String::len).max()?;
    let ends = text
        .char_indices()
        // No more than a sign beside each letter is passed over.
        .take_while(|(at, _)| *at <= 2 * longest)
        .filter(|(_, letter)| *letter == ':' || wording::is_dash(*letter));
    ends.map(|(at, _)| text.split_at(at)).find_map(|(head, rest)| {
        let said = words(head);
        let is_question = vocabulary.questions.contains(&said);
        (is_question && !said.is_empty()).then(|| (head.trim(), separated(rest)))
    })
}

/// Takes what `head` says; whether it says anything. `is_followed` tells whether a note stands behind it.
fn take(label: &mut Label, head: &str, is_followed: bool, vocabulary: &Vocabulary) -> bool {
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
    let names_row = is_followed || titles::is_of_meeting(head, vocabulary);
    if let Some(kind) =
        titles::before_a_note(head, vocabulary).filter(|_| names_row && label.place.activity.is_none())
    {
        label.place.activity = Some(kind);
        return true;
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
        label.told = !is_title && label.place.class.is_some();
        return true;
    }
    let is_question = vocabulary.questions.contains(&said);
    if is_question && label.place.words.is_none() {
        label.told = label.place.class.is_some() || label.place.time.is_some();
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
pub(super) fn separated(text: &str) -> &str {
    text.trim_start_matches(|letter: char| {
        letter.is_whitespace()
            || wording::is_dash(letter)
            || matches!(letter, ':' | ';' | ',' | '(' | ')' | '[' | ']' | '.')
    })
}
