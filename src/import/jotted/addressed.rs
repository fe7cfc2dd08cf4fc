//! What is said to the reader of a mail, and is nothing of the day: before the notes, and after them.

use super::super::Vocabulary;
use super::{around, class, content, headings, written::Written};
use crate::domain::jotted::words;

/// Who writes, and who reads.
const PERSONAL: [&str; 17] = [
    "i", "we", "you", "u", "me", "us", "my", "our", "your", "yours", "mine", "ours", "ill", "ive", "im",
    "weve", "youll",
];

/// What is asked of the reader before the notes, or excused.
const BEGGING: [&str; 27] = [
    "for what it is worth",
    "answers below",
    "bear in mind",
    "bear that in mind",
    "bear with",
    "remember that",
    "as you know",
    "you asked",
    "soz",
    "sorry",
    "apologies",
    "apols",
    "excuse",
    "forgive",
    "please use",
    "shout if",
    "let me know",
    "i hope this",
    "i hope these",
    "i hope you",
    "hope you",
    "as they stand",
    "in no particular order",
    "as requested",
    "typed on my",
    "here goes",
    "here you go",
];

/// What is said to the reader after them. The name of a reader is not needed.
const PARTING: [&str; 66] = [
    "could you",
    "would you",
    "will you",
    "can you",
    "see you",
    "thank you",
    "if you want",
    "if you need",
    "if you have",
    "if you cant",
    "if u",
    "let you",
    "send you",
    "tell you",
    "you asked",
    "you need",
    "do you want",
    "are you",
    "have you",
    "your email",
    "your mail",
    "your notes",
    "your time",
    "your help",
    "ill",
    "i shall",
    "i will",
    "shall i",
    "will i",
    "well send",
    "let me",
    "do tell",
    "please let",
    "please send",
    "please tell",
    "please use",
    "please ring",
    "please call",
    "please check",
    "please reply",
    "please give",
    "please say",
    "txt me",
    "text me",
    "ring me",
    "call me",
    "shout",
    "sorry",
    "apologies",
    "apols",
    "thats it",
    "thats all",
    "that is it",
    "that is all",
    "i hope",
    "hope this",
    "hope that",
    "hope you",
    "hope it",
    "thanks",
    "thank",
    "happy to",
    "glad to",
    "must dash",
    "speak tomorrow",
    "speak later",
];

/// What is spoken of where a mail speaks of itself.
const OF_THE_MAIL: [&str; 40] = [
    "notes",
    "jottings",
    "mine",
    "my thoughts",
    "typed",
    "typing",
    "sorted",
    "copied",
    "my writing",
    "handwriting",
    "wrote",
    "scribbles",
    "are rough",
    "bit rough",
    "rough notes",
    "mess",
    "in order",
    "no order",
    "the train",
    "on train",
    "my phone",
    "on phone",
    "my watch",
    "see below",
    "are below",
    "attached",
    "here are",
    "here is",
    "ill send",
    "i will send",
    "cant read",
    "can read",
    "read it",
    "read them",
    "coffee",
    "see you",
    "see everyone",
    "asked me",
    "take it",
    "keyboard",
];

/// A name stands no more lines below the farewell.
const SIGNED_BELOW: usize = 3;

/// A name at the end has no more words.
const NAME_WORDS: usize = 4;

/// Whether `text` asks the reader for something, or excuses the writer.
pub(super) fn begs(text: &str) -> bool {
    says_any(&unquoted_words(text), &BEGGING)
}

/// Whether `text` speaks of the writer or the reader.
pub(super) fn is_personal(text: &str) -> bool {
    says_any(&unquoted_words(text), &PERSONAL)
}

/// Whether `text` speaks of the writer or the reader, and of the mail or the meeting.
pub(super) fn is_of_the_mail(text: &str) -> bool {
    is_personal(text) && says_any(&unquoted_words(text), &OF_THE_MAIL)
}

/// Whether `text` is but somebody's initials: "DH", "F.", "J B".
pub(super) fn is_initials(text: &str) -> bool {
    let letters: Vec<char> = text
        .chars()
        .filter(|letter| !matches!(letter, '.' | ' ' | ',' | '-' | '\u{2013}' | 'x'))
        .collect();
    let short = (1..=3).contains(&letters.len()) && letters.iter().all(|letter| letter.is_uppercase());
    short || (letters.len() == 1 && letters.iter().all(|letter| letter.is_alphabetic()))
}

/// What the lines at the end are that speak to the reader or say who wrote: for each of `lines`, or nothing. `spoken_for`
/// tells which of them begin with a place or a kind.
pub(super) fn at_the_end(
    lines: &[Written],
    spoken_for: impl Fn(usize) -> bool,
    vocabulary: &Vocabulary,
) -> Vec<Option<&'static str>> {
    let mut parts = vec![None; lines.len()];
    let mut signed = false;
    for (at, written) in lines.iter().enumerate().rev() {
        let text = written.line.text.as_str();
        if around::is_footer(text) || written.depth > 0 && !lines.iter().all(|line| line.depth > 0) {
            continue;
        }
        let bare = !written.line.bullet
            && !written.is_signed()
            && !spoken_for(at)
            && !headings::is_row(&written.verbatim);
        if !bare {
            break;
        }
        let begins = written.line.apart || parts.iter().skip(at + 1).any(Option::is_some) || signed;
        let is_contact = around::is_contact(text) && !content::is_of_the_day(text);
        let above = lines.get(at.saturating_sub(SIGNED_BELOW)..at).unwrap_or_default();
        let signs = above.iter().any(|line| around::is_end(&line.line.text))
            && around::is_signature(text)
            && !content::is_of_the_day(text);
        if around::is_end(text) || is_name(text, vocabulary) || is_contact || signs {
            parts[at] = Some("a signature");
            signed = true;
        } else if begins && parts_with_reader(text) {
            parts[at] = Some("said to the reader");
        } else {
            break;
        }
    }
    parts
}

/// Whether `text` is said to the reader and names no class.
fn parts_with_reader(text: &str) -> bool {
    let plain = unquoted_words(text);
    let short_answer = ["yes", "no", "fine", "ok"]
        .iter()
        .any(|word| plain.starts_with(word))
        && plain.split(' ').count() <= NAME_WORDS;
    (says_any(&plain, &PARTING) || short_answer) && !content::is_of_the_day(text)
}

/// Whether a class is named anywhere in `plain`.
pub(super) fn names_class(plain: &str) -> bool {
    plain
        .split_inclusive(' ')
        .scan(0, |at, part| {
            let start = *at;
            *at += part.len();
            Some(start)
        })
        .any(|at| {
            plain
                .get(at..)
                .is_some_and(|rest| class::class_at_start(rest).is_some())
        })
}

/// Whether `text` is who somebody is: a person of the plan.
fn is_name(text: &str, vocabulary: &Vocabulary) -> bool {
    let said = words(text);
    let known = vocabulary.people.iter().any(|person| words(person) == said);
    known && said.split(' ').count() <= NAME_WORDS + 2
}

fn says_any(plain: &str, phrases: &[&str]) -> bool {
    let padded = format!(" {plain} ");
    phrases
        .iter()
        .any(|phrase| padded.contains(&format!(" {phrase} ")))
}

/// The words of `text` that stand in no quotes: what a pupil said is said to nobody here.
fn unquoted_words(text: &str) -> String {
    let plain = super::super::wording::plain(text);
    let outside: Vec<&str> = plain.split('"').step_by(2).collect();
    words(&outside.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_to_the_reader_is_known_by_its_words() {
        for text in [
            "Could you check that the form came back?",
            "I\u{2019}ll do the room booking for the feedback.",
            "that's it from me",
            "Yes, after two.",
        ] {
            assert!(parts_with_reader(text), "{text}");
        }
        for text in [
            "The hall was freezing by the way.",
            "pupil said \"you look at the wall\"",
            "Somebody should ask how it is timetabled?",
            "did you see the boards in Y5?",
            "no boards out in the second half of the lesson",
        ] {
            assert!(!parts_with_reader(text), "{text}");
        }
        assert!(is_initials("DH") && is_initials("F.") && is_initials("b"));
        assert!(!is_initials("TALK") && !is_initials("ok") && !is_initials("9"));
    }
}
