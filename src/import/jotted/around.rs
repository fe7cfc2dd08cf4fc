//! What stands around notes in a mail: its head, the greeting, the introduction, the closing and the signature.

use super::super::sheet::Line;
use super::addressed;
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
const CLOSINGS: [&str; 20] = [
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
    "bye",
    "take care",
    "rgds",
    "sincerely",
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
    takes_leave(&words(text)) || addressed::is_initials(text)
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

fn takes_leave(plain: &str) -> bool {
    let short = plain.split(' ').count() <= CLOSING_WORDS;
    (short && begins(plain, &CLOSINGS)) || SHORT_CLOSINGS.contains(&plain)
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
        let bare = !placed && !line.bullet;
        if early && bare && begins(&plain, &GREETINGS) {
            return Part::No("a greeting");
        }
        if early && !placed && is_legend(text) {
            return Part::No("what its signs mean");
        }
        let introduces =
            is_introduction(&plain) || addressed::begs(text) || (self.listed && addressed::is_personal(text));
        if early && bare && introduces {
            return Part::No("an introduction");
        }
        let thanks = begins(&plain, &WORDY_CLOSINGS) && !text.contains(". ");
        if bare && (takes_leave(&plain) || thanks) {
            self.closed = true;
            return Part::No("a closing");
        }
        let is_signature = self.closed && bare && count <= SIGNATURE_WORDS && !plain.starts_with("ps ");
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
        assert!(is_end("ta") && is_end("With kind regards,") && !is_end("TA used as a scribe"));
    }
}
