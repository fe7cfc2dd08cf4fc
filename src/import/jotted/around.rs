//! What stands around notes in a mail: its head, the greeting, the closing and the signature.

use super::super::sheet::Line;
use crate::domain::jotted::words;

/// How many lines may stand before a greeting or an introduction.
const BEGINNING: usize = 6;
/// A line of a signature has no more words.
const SIGNATURE_WORDS: usize = 8;
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
const CLOSINGS: [&str; 16] = [
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
];
/// These close a mail however long the line is, if it is one sentence: another may be a note.
const WORDY_CLOSINGS: [&str; 4] = ["thanks for", "thank you for", "many thanks", "looking forward"];
const FORWARDED: [&str; 5] = [
    "begin forwarded message",
    "original message",
    "forwarded message",
    "sent from my",
    "get outlook for",
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
}

/// Whether a line is of the head of a mail.
pub(super) fn is_head(text: &str) -> bool {
    let lower = text.to_lowercase();
    HEADS.iter().any(|head| lower.starts_with(head))
}

impl Around {
    /// What `line`, the one at position `at`, is. `placed` says that it begins with a time, a class or a kind of note.
    pub(super) fn part(&mut self, line: &Line, placed: bool, at: usize) -> Part {
        let text = line.text.as_str();
        let plain = words(text);
        let count = plain.split(' ').count();
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
        let begins = |starts: &[&str]| {
            let padded = format!("{plain} ");
            starts
                .iter()
                .any(|start| padded.starts_with(&format!("{start} ")))
        };
        if early && !placed && !line.bullet && begins(&GREETINGS) {
            return Part::No("a greeting");
        }
        if early && !placed && !line.bullet && is_introduction(&plain) {
            return Part::No("an introduction");
        }
        let closes = count <= CLOSING_WORDS && begins(&CLOSINGS);
        if !placed && !line.bullet && (closes || (begins(&WORDY_CLOSINGS) && !text.contains(". "))) {
            self.closed = true;
            return Part::No("a closing");
        }
        let is_signature =
            self.closed && !placed && !line.bullet && count <= SIGNATURE_WORDS && !plain.starts_with("ps ");
        if is_signature {
            return Part::No("a signature");
        }
        self.closed = false;
        self.begun = true;
        Part::Note
    }
}

fn is_disclaimer(plain: &str) -> bool {
    let says = |words: &str| plain.contains(words);
    says("intended recipient")
        || says("this email is confidential")
        || says("this email and any attachments")
        || says("consider the environment before printing")
}

/// "Here are my notes from this morning": it speaks of the notes and is none.
fn is_introduction(plain: &str) -> bool {
    let says = |word: &str| plain.split(' ').any(|part| part == word);
    let notes = says("notes") || says("jottings") || says("thoughts") || says("bits");
    let here = [
        "here",
        "below",
        "attached",
        "following",
        "follows",
        "find",
        "promised",
        "typed",
    ];
    notes && here.iter().any(|word| says(word))
}
