//! What stands around notes in a mail: its head, the greeting, the introduction, the closing and the signature.

use super::super::sheet::Line;
use super::{addressed, content};
use crate::domain::jotted::{WHO_WROTE, words};

/// How many lines may stand before a greeting or an introduction.
const BEGINNING: usize = 6;
/// A line of a signature has no more words.
const SIGNATURE_WORDS: usize = 8;
/// A greeting has no more words before its comma.
const GREETING_WORDS: usize = 5;
/// A closing has no more words.
const CLOSING_WORDS: usize = 8;

const HEADS: [&str; 12] = [
    "from:",
    "to:",
    "cc:",
    "bcc:",
    "sent:",
    "date:",
    "subject:",
    "reply-to:",
    "importance:",
    "attachments:",
    "von:",
    "re:",
];
const GREETINGS: [&str; 10] = [
    "hi",
    "hello",
    "dear",
    "hey",
    "morning",
    "good morning",
    "afternoon",
    "good afternoon",
    "evening",
    "good evening",
];
const CLOSINGS: [&str; 24] = [
    "thanks",
    "many thanks",
    "thank you",
    "best wishes",
    "kind regards",
    "warm regards",
    "best regards",
    "regards",
    "best",
    "cheers",
    "all the best",
    "see you",
    "speak soon",
    "yours",
    "have a good",
    "hope this helps",
    "hope that helps",
    "hope that is ok",
    "hope thats ok",
    "shout if",
    "bye",
    "take care",
    "rgds",
    "sincerely",
];
/// The fields of a form that say who wrote it, and when.
const FIELDS: [&str; 8] = [
    "name",
    "reviewer",
    "reviewed by",
    "completed by",
    "role",
    "school",
    "date",
    "date of visit",
];
/// A line of them has no more words.
const FIELD_WORDS: usize = 16;
/// The title of a form has no more words.
const TITLE_WORDS: usize = 8;
/// How a sentence begins that thanks, or is glad of a meeting.
const THANKS: [&str; 9] = [
    "thanks",
    "thank you",
    "many thanks",
    "lovely to see",
    "good to see",
    "great to see",
    "nice to see",
    "lovely to meet",
    "good to meet",
];
/// What is somebody's office, below their name.
const OFFICES: [&str; 18] = [
    "head",
    "headteacher",
    "deputy",
    "principal",
    "governor",
    "governors",
    "school",
    "schools",
    "primary",
    "academy",
    "trust",
    "cluster",
    "partner",
    "adviser",
    "advisor",
    "director",
    "leader",
    "facilitator",
];
/// These close a mail if they are all of a line.
const SHORT_CLOSINGS: [&str; 7] = ["ta", "ta very much", "ta both", "ta all", "bw", "kr", "x"];
/// These close a mail however long the line is, if it is one sentence: another may be a note.
const WORDY_CLOSINGS: [&str; 4] = ["thanks for", "thank you for", "many thanks", "looking forward"];
const FORWARDED: [&str; 7] = [
    "begin forwarded message",
    "original message",
    "forwarded message",
    "sent from my",
    "get outlook for",
    "sent from outlook",
    "sent via",
];

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A note or a heading.
    Note,
    /// Something else.
    No(&'static str),
}

/// How far one is in a mail.
#[derive(Debug, Default)]
pub(super) struct Around {
    /// Whether a note or heading was met.
    begun: bool,
    /// Whether the closing was met, so that a signature may follow.
    closed: bool,
    /// The position after the last head of a mail.
    start: usize,
    /// Whether the notes are a list, so that a sentence to the reader before it is none of them.
    listed: bool,
}

/// Whether a line is of the head of a mail.
pub(super) fn is_head(text: &str) -> bool {
    let lower = text.to_lowercase();
    HEADS.iter().any(|head| lower.starts_with(head))
}

/// Whether a line greets the reader.
pub(super) fn is_greeting(text: &str) -> bool {
    let plain = words(text);
    plain.split(' ').count() <= CLOSING_WORDS && begins(&plain, &GREETINGS)
}

/// Whether a line takes leave, or is but somebody's initials.
pub(super) fn is_end(text: &str) -> bool {
    (takes_leave(&words(text)) && !content::is_of_the_day(text)) || addressed::is_initials(text)
}

/// "Name: Head of School B  Date: 1 December": the fields of a form above the notes.
fn is_field(plain: &str, text: &str) -> bool {
    let field = text
        .split_once(':')
        .map(|(field, _)| words(field))
        .unwrap_or_default();
    FIELDS.contains(&field.as_str()) && plain.split(' ').count() <= FIELD_WORDS && !content::is_finding(text)
}

/// Whether `text`, which stands first, is the title of the form whose first field is `next`.
pub(super) fn is_title(text: &str, next: &str) -> bool {
    let is_short =
        words(text).split(' ').count() <= TITLE_WORDS && !text.ends_with(['.', '!', '?', ',', ';', ':']);
    is_short
        && !content::is_finding(text)
        && !content::is_of_the_day(text)
        && !is_field(&words(text), text)
        && is_field(&words(next), next)
}

/// Whether nothing but a greeting stands in `text`, or what else does is said to the reader.
fn greets_alone(text: &str) -> bool {
    let (greeting, rest) = text
        .split_once([',', '!', '.', '-', ':', '\u{2013}'])
        .unwrap_or((text, ""));
    let short = |part: &str| words(part).split(' ').count() <= GREETING_WORDS;
    short(greeting)
        && (short(rest) && !content::is_finding(rest) || addressed::is_personal(rest) || is_addressed(rest))
}

/// Whether a sentence is said to the reader before the notes, whatever the notes are.
fn is_addressed(sentence: &str) -> bool {
    let plain = words(sentence);
    is_introduction(&plain)
        || addressed::begs(sentence)
        || begins(&plain, &THANKS)
        || (plain.split(' ').count() <= CLOSING_WORDS && content::has_any(&plain, &["below", "attached"]))
}

/// Whether a line says who somebody is, or how to reach them.
pub(super) fn is_signature(text: &str) -> bool {
    let parts: Vec<&str> = text.split_whitespace().collect();
    if is_contact(text) {
        return true;
    }
    let joins = ["of", "at", "the", "and", "for", "&", "in"];
    let is_name = |part: &&str| {
        joins.contains(part)
            || !part.starts_with(char::is_lowercase) && part.chars().any(char::is_alphanumeric)
    };
    let named = parts.iter().all(is_name) || parts.len() == 1;
    let plain = words(text);
    let office = content::has_any(&plain, &OFFICES);
    parts.len() <= SIGNATURE_WORDS
        && !content::is_finding(text)
        && !text.ends_with(['.', '!', '?'])
        && (named || office)
}

/// Whether a line is how somebody is reached: a number, an address.
pub(super) fn is_contact(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let address = |part: &str| part.contains('@') && part.contains('.') || part.starts_with("www.");
    (digits >= 9 && letters <= digits)
        || (text.split_whitespace().count() <= 3 && text.split_whitespace().any(address))
}

/// Whether a line is of a mail program, or of a lawyer.
pub(super) fn is_footer(text: &str) -> bool {
    let plain = words(text);
    is_disclaimer(&plain) || FORWARDED.iter().any(|words| plain.starts_with(words))
}

fn begins(plain: &str, starts: &[&str]) -> bool {
    let padded = format!("{plain} ");
    let plain = padded.strip_prefix("with ").unwrap_or(&padded);
    starts
        .iter()
        .any(|start| plain.starts_with(&format!("{start} ")) || padded.starts_with(&format!("{start} ")))
}

/// "Best", "Best, Jo", "Yours F": with words behind it, it is no farewell ("Best use of talk").
fn is_short_leave(plain: &str) -> bool {
    let (first, rest) = plain.split_once(' ').unwrap_or((plain, ""));
    !matches!(first, "best" | "yours")
        || rest.split(' ').count() <= 1
        || begins(
            plain,
            &[
                "best wishes",
                "best regards",
                "yours sincerely",
                "yours truly",
                "yours faithfully",
            ],
        )
}

fn takes_leave(plain: &str) -> bool {
    let short = plain.split(' ').count() <= CLOSING_WORDS;
    (short && begins(plain, &CLOSINGS) && is_short_leave(plain)) || SHORT_CLOSINGS.contains(&plain)
}

impl Around {
    /// The beginning of a mail; `listed` says that its notes are a list.
    pub(super) fn of(listed: bool) -> Self {
        Self {
            listed,
            ..Self::default()
        }
    }

    /// Whatever follows is no introduction.
    pub(super) fn begin(&mut self) {
        self.begun = true;
    }

    /// What `line`, the one at position `at`, is. `placed` says that it begins with a time, a class or a kind of note.
    pub(super) fn part(&mut self, line: &Line, placed: bool, at: usize) -> Part {
        let text = line.text.as_str();
        let plain = words(text);
        if is_head(text) || (text.ends_with("wrote:") && text.starts_with("On ")) {
            self.start = at + 1;
            self.closed = false;
            return Part::No("the head of a mail");
        }
        if FORWARDED.iter().any(|words| plain.starts_with(words)) {
            self.start = at + 1;
            return Part::No("a mail program's line");
        }
        if is_disclaimer(&plain) {
            return Part::No("a disclaimer");
        }
        let early = at < self.start + BEGINNING && !self.begun;
        let bare = !placed && !line.bullet;
        let says_nothing = !content::is_of_the_day(text);
        // A form may stand below a title, which is no introduction.
        let near = at < self.start + BEGINNING;
        if near && !placed && says_nothing && is_field(&plain, text) {
            return Part::No(WHO_WROTE);
        }
        if early && bare && says_nothing && begins(&plain, &GREETINGS) && greets_alone(text) {
            return Part::No("a greeting");
        }
        if early && !placed && is_legend(text) {
            return Part::No("what its signs mean");
        }
        let introduces =
            |sentence: &str| is_addressed(sentence) || (self.listed && addressed::is_of_the_mail(sentence));
        let goes_with = |sentence: &str| introduces(sentence) || words(sentence).split(' ').count() <= 2;
        let of_mail = content::sentences(text).any(introduces) && content::sentences(text).all(goes_with);
        if early && bare && says_nothing && of_mail {
            return Part::No("an introduction");
        }
        let thanks = begins(&plain, &WORDY_CLOSINGS) && !text.contains(". ");
        if bare && says_nothing && (takes_leave(&plain) || thanks) {
            self.closed = true;
            return Part::No("a closing");
        }
        if self.closed && bare && says_nothing && is_signature(text) {
            return Part::No("a signature");
        }
        self.closed = false;
        self.begun = true;
        Part::Note
    }
}

fn is_disclaimer(plain: &str) -> bool {
    let says = |words: &str| plain.contains(words);
    let mail = says("this email") || says("this e mail") || says("this message");
    let warns = says("confidential") || says("attachment") || says("intended") || says("privileged");
    says("intended recipient") || (mail && warns) || says("consider the environment before printing")
}

/// "+ = good, - = to work on": what the writer's signs mean.
fn is_legend(text: &str) -> bool {
    text.matches(" = ").count() >= 2 && text.contains(['+', '-', '?', '!', '*'])
}

/// "Here are my notes from this morning": it speaks of the notes and is none.
fn is_introduction(plain: &str) -> bool {
    let says = |word: &str| plain.split(' ').any(|part| part == word);
    let notes = says("notes") || says("jottings") || says("thoughts") || says("bits") || says("mine");
    let here = [
        "here",
        "below",
        "attached",
        "following",
        "follow",
        "follows",
        "find",
        "promised",
        "typed",
    ];
    let of_the_day =
        says("from") && plain.split(' ').count() <= CLOSING_WORDS && !addressed::names_class(plain);
    let told = ["here is what", "heres what", "this is what"]
        .iter()
        .any(|start| plain.starts_with(start));
    told && !addressed::names_class(plain) || notes && (of_the_day || here.iter().any(|word| says(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_signs_mean_is_said_before_the_notes() {
        let line = Line::typed(2, "= good, - = to work on, ? = would like to know");
        assert_eq!(
            Around::of(true).part(&line, false, 1),
            Part::No("what its signs mean"),
            "{line:?}"
        );
        assert!(is_footer(
            "This e-mail and any attachment are intended for the addressee only."
        ));
        assert!(is_end("Best, Jo") && !is_end("Best use of talk I saw") && is_contact("Tel: 01234 567890"));
        assert!(
            is_signature("Oakfield cluster") && !is_signature("Very noisy") && !is_signature("Boards out")
        );
        assert!(is_end("ta") && is_end("With kind regards,") && !is_end("TA used as a scribe"));
    }
}
