//! One line with several notes in it: "9.05 Y5 boards out; 9.20 Y6 bar model", "In Y2 ... . In Y1 ...".

use chrono::NaiveTime;

use super::super::{Vocabulary, times, wording};
use super::{
    called,
    class::{class_after_lead, class_at_start},
    turning,
};
use crate::domain::{
    activity::ActivityKind,
    jotted::{Place, activities, words},
};

/// The question of a paragraph is a note of its own from so many words on.
const WORDS_OF_QUESTION: usize = 4;

/// Where a part of a line belongs is told within so many bytes of its beginning.
const BEGINNING: usize = 600;
/// A line of more bytes is not divided: it was not written as notes.
const LONGEST: usize = 64 * 1024;

/// What can be told of where a part of a line belongs.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    time: Option<NaiveTime>,
    pub(super) class: Option<String>,
    /// Whether it says more than the class.
    of_class: bool,
    pub(super) activity: Option<ActivityKind>,
    kind: bool,
}

/// Where in `text` its notes begin: at 0, behind the end of a sentence or part of one where the next begins with another
/// class, time or kind than the one before, and behind the end of a sentence where the next names another place or person.
/// What is said of one place stays one note.
pub(super) fn starts(text: &str, vocabulary: &Vocabulary) -> Vec<usize> {
    if text.len() > LONGEST || vocabulary.questions.contains(&words(text)) {
        return vec![0];
    }
    let mut starts = vec![0];
    let mut before = said_at(beginning(text));
    let mut spoken_of = SpokenOf::from(0);
    let mut turns = turning::Turns::at(beginning(text));
    for (end, at) in ends(text) {
        let Some(rest) = text.get(at..) else { continue };
        let here = said_at(beginning(rest));
        if before.class.is_none() {
            before.class = spoken_of.only_class(text, end);
        }
        let parts = if text.get(end..at).is_some_and(|between| between.starts_with(',')) {
            here.is_listed_behind(&before)
        } else {
            let part = text.get(starts.last().copied().unwrap_or_default()..end);
            let turns = || {
                let is_sentence = text
                    .get(end..)
                    .is_some_and(|from| from.starts_with(['.', '!', '?']));
                is_sentence && turns.away(&before, &here, part.unwrap_or_default(), beginning(rest))
            };
            here.is_elsewhere_than(&before) || asks_at_the_end(text, end, rest) || turns()
        };
        if parts && wording::words(beginning(rest)).len() > 1 {
            starts.push(at);
            turns = turning::Turns::at(beginning(rest));
            before = here;
            spoken_of = SpokenOf::from(at);
        }
    }
    starts
}

/// What a part behind another one says of its own place, if it is about another.
pub(super) fn own_place(part: &str) -> Option<Place> {
    let part = beginning(part);
    turning::own_place(part, &said_at(part))
}

impl Said {
    fn is_elsewhere_than(&self, before: &Self) -> bool {
        let other_class = self.class.is_some() && before.class.is_some() && self.class != before.class;
        let other_time = self.time.is_some() && before.time.is_some() && self.time != before.time;
        let other_activity =
            self.activity.is_some() && before.activity.is_some() && self.activity != before.activity;
        let other_kind = self.kind && (before.kind || before.class.is_some());
        other_class || other_time || other_activity || other_kind
    }

    /// Whether it is the next of several behind commas: "Y5 boards, Y6 bar model".
    fn is_listed_behind(&self, before: &Self) -> bool {
        let other_time = self.time.is_some() && before.time.is_some() && self.time != before.time;
        let other_class = self.class != before.class && self.of_class && before.of_class;
        other_time || other_class
    }
}

/// Whether `rest`, behind the end of a sentence, is a question and the last one.
fn asks_at_the_end(text: &str, end: usize, rest: &str) -> bool {
    let behind_sentence = text.get(end..).is_some_and(|from| from.starts_with(['.', '!']));
    let may_ask = behind_sentence && rest.len() <= BEGINNING && rest.ends_with('?');
    let asks = may_ask && !rest.contains(['.', '"', '\u{201c}']) && rest.matches('?').count() == 1;
    asks && wording::words(rest).len() >= WORDS_OF_QUESTION
}

/// The ends of sentences and of parts of them, each with where the next begins.
fn ends(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut quoted = false;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if matches!(letter, '"' | '\u{201c}' | '\u{201d}') {
            quoted = !quoted;
        }
        let next = letters.peek().map_or('x', |(_, next)| *next);
        let ends = matches!(letter, '.' | ';' | '!' | '?' | ',' | '/' | '|') && next == ' ';
        if ends && !quoted {
            let begins = text.get(at + 1..).and_then(|rest| {
                rest.find(|letter: char| !letter.is_whitespace())
                    .map(|gap| at + 1 + gap)
            });
            found.extend(begins.map(|begins| (at, begins)));
        }
    }
    found
}

/// What `text` begins with.
fn said_at(text: &str) -> Said {
    let plain = wording::plain(text);
    let (_, plain) = wording::without_bullet(&plain);
    let (time, rest) = match times::at_start(plain, times::Where::Text) {
        Some((span, rest)) => (Some(span.after(None).0), rest),
        None => (None, plain),
    };
    let rest = rest.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let kind = rest
        .split_once(':')
        .filter(|(head, _)| called::kind(head).is_some());
    let rest = kind.map_or(rest, |(_, behind)| behind.trim_start());
    let class = class_after_lead(rest);
    let behind = class.as_ref().map_or(rest, |(_, behind)| behind.trim_start());
    let several = words(behind).starts_with("and ");
    let sentence = rest.split(['.', '?', '!']).next().unwrap_or_default();
    Said {
        time,
        of_class: class.is_some() && behind.starts_with(char::is_alphabetic),
        class: class.map(|(class, _)| class).filter(|_| !several),
        activity: activities::spoken_of(&words(sentence)),
        kind: kind.is_some(),
    }
}

/// The classes that a part of a line speaks of. What was looked at once is not looked at again: a line may be long.
struct SpokenOf {
    classes: Vec<String>,
    until: usize,
}

impl SpokenOf {
    /// Nothing yet, in the part that begins here.
    fn from(start: usize) -> Self {
        Self {
            classes: Vec::new(),
            until: start,
        }
    }

    /// The only class that `text` speaks of from the beginning of the part to `end`.
    fn only_class(&mut self, text: &str, end: usize) -> Option<String> {
        let plain = wording::plain(text.get(self.until..end).unwrap_or_default());
        self.until = end;
        let mut before = ' ';
        for (at, letter) in plain.char_indices() {
            if !before.is_alphanumeric()
                && let Some((class, _)) = plain.get(at..).map(beginning).and_then(class_at_start)
                && !self.classes.contains(&class)
            {
                self.classes.push(class);
            }
            before = letter;
        }
        self.classes.first().filter(|_| self.classes.len() == 1).cloned()
    }
}

/// The beginning of a text, up to the end of a word.
fn beginning(text: &str) -> &str {
    if text.len() <= BEGINNING {
        return text;
    }
    let near = || text.char_indices().take_while(|(at, _)| *at <= BEGINNING);
    let space = near().filter(|(_, letter)| letter.is_whitespace()).last();
    let end = space.or_else(|| near().last());
    end.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_several_notes_where_the_place_time_or_kind_is_another() {
        for (text, count) in [
            ("9.05 Y5 boards out; 9.20 Y6 bar model", 2),
            (
                "In Year 2 the children added. I sat beside one. In Year 1 they sang.",
                2,
            ),
            ("Y5 boards / Y6 bars / Y4 calm", 3),
            ("9.05 boards out, 9.12 all of them writing", 2),
            ("Y5: WWW: boards out. EBI: more talk", 2),
            ("Strengths: Y5 boards, Y6 bar model, Y4 calm", 3),
            ("The SENDCO told us of training. The pupils we met like maths.", 2),
            (
                "Nobody spoke of the most able. Is that something to ask about?",
                2,
            ),
            ("Y6 asked \"how do you know?\" and waited", 1),
            ("Y6 did it well. Y6 is the place to look again", 1),
            ("Y6 and Y2 use different words; Y6 more", 1),
            ("ticks; stickers; \"when it gets harder. Y5 too\"", 1),
            ("Y2, Y3 and Y4 all do", 1),
            ("all of them use counters, 9 of 28 well", 1),
            ("we began late; in Y5 boards were out; Y6 bar model", 2),
        ] {
            assert_eq!(starts(text, &Vocabulary::default()).len(), count, "{text}");
        }
    }

    #[test]
    fn only_the_beginning_of_a_part_says_where_it_belongs() {
        let long = "pupils talk, ".repeat(100);
        assert_eq!(beginning("Y5 boards"), "Y5 boards");
        assert!(long.starts_with(beginning(&long)) && beginning(&long).ends_with(','));
        assert_eq!(beginning(&"a".repeat(900)).len(), BEGINNING);
        assert_eq!(
            starts(&format!("Y5 {long}Y6 calm"), &Vocabulary::default()).len(),
            2
        );
        let paste = format!("{}Y5 boards; Y6 bar model", "word ".repeat(LONGEST / 5));
        assert_eq!(starts(&paste, &Vocabulary::default()), [0]);
    }
}
