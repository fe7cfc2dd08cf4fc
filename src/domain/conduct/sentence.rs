//! A text as sentences of words and marks, each with its place in the text.

use std::ops::Range;

/// How many words to either side decide how a word is meant; it bounds the work for each word.
pub(super) const WINDOW: usize = 24;

/// The letters before a full stop that does not end a sentence.
const SHORTENED: [&str; 22] = [
    "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "st", "yr", "e.g", "i.e", "eg", "vs", "approx", "esp",
    "asst", "dep", "dept", "poss", "incl", "govs", "curric",
];

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// In small letters.
    Small,
    /// With a capital at the start.
    Capital,
    /// In capitals alone, two or more.
    AllCapitals,
    /// With a digit at the start.
    Digits,
    /// No word: a mark.
    Mark,
}

/// A word or a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it is in the text, in bytes.
    pub range: Range<usize>,
    /// In small letters, with straight apostrophes and without the `'s` of an owner.
    pub lower: String,
    /// How it is written.
    pub letters: Letters,
    /// Whether it is an owner: "school's", "leaders'".
    pub owner: bool,
    /// Whether there is no space before it.
    pub glued: bool,
}

/// The words and marks of one sentence, or of one line without a full stop.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sentence {
    pub tokens: Vec<Token>,
    /// Whether it asks something and the next sentence says yes, no or nearly.
    pub answered: bool,
    /// How many sentences stand before it in the same line.
    pub earlier: usize,
    /// Whether another sentence that begins with a word, not with a time, follows in the same line.
    pub goes_on: bool,
}

impl Sentence {
    /// The word or mark at `at` in small letters; empty beyond the ends.
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.lower.as_str())
    }

    /// The word or mark `back` places before `at`; empty beyond the start.
    pub fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// How the word at `at` is written; a mark beyond the ends.
    pub fn letters(&self, at: usize) -> Letters {
        self.tokens.get(at).map_or(Letters::Mark, |token| token.letters)
    }

    /// Whether a word begins with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        matches!(self.letters(at), Letters::Capital | Letters::AllCapitals)
    }

    /// Whether the word at `at` is an owner.
    pub fn owns(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.owner)
    }

    /// Whether there is a word at `at`, not a mark and not the end.
    pub fn is_word(&self, at: usize) -> bool {
        self.letters(at) != Letters::Mark
    }

    /// Whether no word comes before `at`.
    pub fn begins(&self, at: usize) -> bool {
        (0..at.min(self.tokens.len()))
            .rev()
            .take(WINDOW)
            .all(|before| !self.is_word(before))
            && at <= WINDOW
    }

    /// Whether these words stand at `at`, in whatever letters.
    pub fn says(&self, at: usize, phrase: &[&str]) -> bool {
        !phrase.is_empty()
            && phrase
                .iter()
                .enumerate()
                .all(|(further, word)| self.word(at + further) == *word)
    }

    /// The bytes from the first to the last of these tokens.
    pub fn span(&self, tokens: Range<usize>) -> Range<usize> {
        let first = self.tokens.get(tokens.start).map_or(0, |token| token.range.start);
        let last = tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last));
        first..last.map_or(first, |token| token.range.end)
    }

    /// The words within the window around `at` for which `is` holds.
    pub fn near(&self, at: usize, is: impl Fn(&str) -> bool) -> bool {
        self.back(at).any(|other| is(self.word(other))) || self.ahead(at).any(|other| is(self.word(other)))
    }

    /// The places before `at`, the nearest first, as far as the window reaches.
    pub fn back(&self, at: usize) -> impl Iterator<Item = usize> + use<> {
        (0..at.min(self.tokens.len())).rev().take(WINDOW)
    }

    /// The places after `at` as far as the window reaches.
    pub fn ahead(&self, at: usize) -> impl Iterator<Item = usize> + use<> {
        (at + 1..self.tokens.len()).take(WINDOW)
    }
}

/// The sentences of `text`; a line break ends one as well.
pub(super) fn sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut sentence = Sentence::default();
    let (mut end, mut earlier) = (0, 0);
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if letter.is_alphanumeric() {
            let stop = dotted_end(text, start).unwrap_or_else(|| word_end(text, start));
            while letters.next_if(|(at, _)| *at < stop).is_some() {}
            sentence.tokens.push(word(text, start..stop, start == end));
            end = stop;
            continue;
        }
        let stop = start + letter.len_utf8();
        if !letter.is_whitespace() {
            sentence.tokens.push(mark(start..stop, letter, start == end));
            end = stop;
        }
        let breaks = matches!(letter, '\n' | '\r');
        if breaks || ends_sentence(text, &sentence, letter, stop) {
            let next = Sentence {
                earlier: if breaks { 0 } else { earlier + 1 },
                ..Sentence::default()
            };
            earlier = next.earlier;
            found.push(std::mem::replace(&mut sentence, next));
        }
    }
    found.push(sentence);
    found.retain(|sentence| !sentence.tokens.is_empty());
    for at in 1..found.len() {
        let answers = matches!(
            found[at].word(0),
            "yes"
                | "no"
                | "not"
                | "nearly"
                | "almost"
                | "just"
                | "definitely"
                | "absolutely"
                | "yep"
                | "nope"
        ) || found[at].tokens.len() < 9
            && found[at].tokens.iter().any(|word| word.lower == "yes")
            || found[at].says(0, &["we", "would"])
            || found[at].says(0, &["we", "think"]);
        found[at - 1].goes_on =
            found[at].earlier > 0 && !matches!(found[at].letters(0), Letters::Digits | Letters::Mark);
        let asked = found[at - 1].tokens.last().is_some_and(|mark| mark.lower == "?");
        found[at - 1].answered = answers && asked;
    }
    found
}

/// Where "S.E.N.C.O." ends that begins at `start`: three capitals or more, each with its full stop.
fn dotted_end(text: &str, start: usize) -> Option<usize> {
    let letters = text.get(start..)?.as_bytes();
    let pairs = letters
        .chunks(2)
        .take_while(|pair| pair.first().is_some_and(u8::is_ascii_uppercase) && pair.get(1) == Some(&b'.'))
        .count();
    let of_head = pairs == 2 && (letters.starts_with(b"H.T.") || letters.starts_with(b"D.H."));
    (pairs >= 3 || of_head).then_some(start + 2 * pairs)
}

/// Where the word that begins at `start` ends: letters and digits, with apostrophes and hyphens between letters.
fn word_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let mut letters = rest.char_indices().peekable();
    let mut end = 0;
    let mut last = ' ';
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let joins = match letter {
            '\'' | '\u{2019}' | '-' | '\u{2010}' | '\u{2011}' => {
                last.is_alphabetic() && next.is_some_and(char::is_alphabetic)
            }
            // "at 12.15"
            '.' => last.is_ascii_digit() && next.is_some_and(|next| next.is_ascii_digit()),
            // Marks above and below letters, as some keyboards type them.
            '\u{300}'..='\u{36f}' => true,
            _ => letter.is_alphanumeric(),
        };
        if !joins {
            break;
        }
        end = at + letter.len_utf8();
        last = letter;
    }
    start + end
}

fn word(text: &str, range: Range<usize>, glued: bool) -> Token {
    let written = text.get(range.clone()).unwrap_or_default();
    let lower = written.to_lowercase().replace('\u{2019}', "'");
    let lower = if lower.ends_with('.') {
        lower.replace('.', "")
    } else {
        lower
    };
    let lower = respelt(&lower).map_or(lower, str::to_string);
    let first = written.chars().next();
    let mut small = written
        .trim_end_matches("'s")
        .trim_end_matches("\u{2019}s")
        .chars()
        .filter(|letter| letter.is_alphabetic());
    let letters = match first {
        Some(first) if first.is_numeric() => Letters::Digits,
        Some(first) if first.is_uppercase() => {
            if written.chars().nth(1).is_some() && small.all(|letter| !letter.is_lowercase()) {
                Letters::AllCapitals
            } else {
                Letters::Capital
            }
        }
        _ => Letters::Small,
    };
    let ends_with_apostrophe = text
        .get(range.end..)
        .is_some_and(|rest| rest.starts_with(['\'', '\u{2019}']));
    let (lower, owner) = if let Some(bare) = lower.strip_suffix("'s") {
        (bare.to_string(), true)
    } else {
        let owner = ends_with_apostrophe && lower.ends_with('s');
        (lower, owner)
    };
    Token {
        range,
        lower,
        letters,
        owner,
        glued,
    }
}

/// Long words that are often typed in a hurry.
const HURRIED: [&str; 14] = [
    "deputy",
    "coordinator",
    "governor",
    "caretaker",
    "librarian",
    "assistant",
    "reception",
    "safeguarding",
    "improvement",
    "outstanding",
    "inadequate",
    "exceptional",
    "ineffective",
    "headteacher",
];

/// The word of a verdict or a role that is meant by one with two letters swapped, one missing, one too many or one wrong.
fn respelt(word: &str) -> Option<&'static str> {
    match word {
        "gd" => return Some("good"),
        "deputys" => return Some("deputy"),
        "outstndg" | "outstg" | "outstdg" => return Some("outstanding"),
        _ => {}
    }
    let is_meant = |meant: &&'static str| {
        let same =
            |one: &str, other: &str| one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
        let back = |text: &str| text.chars().rev().collect::<String>();
        let (letters, of_meant) = (word.chars().count(), meant.chars().count());
        let head = same(word, meant);
        let tail = same(&back(word), &back(meant)).min(letters.min(of_meant).saturating_sub(head));
        let wrong = letters.max(of_meant).saturating_sub(head + tail);
        let swapped = wrong == 2 && letters == of_meant && {
            let pair = |text: &str| text.chars().skip(head).take(2).collect::<String>();
            pair(word) == back(&pair(meant))
        };
        // "improvements" is a word of its own.
        head > 0 && letters.abs_diff(of_meant) <= 1 && (wrong == 1 || swapped) && !word.ends_with('s')
    };
    HURRIED
        .into_iter()
        .find(|meant| word != *meant && word.is_ascii() && is_meant(meant))
}

fn mark(range: Range<usize>, letter: char, glued: bool) -> Token {
    let plain = match letter {
        '\u{2013}' | '\u{2014}' | '\u{2012}' | '\u{2212}' => '-',
        '\u{201c}' | '\u{201d}' => '"',
        '\u{2018}' | '\u{2019}' => '\'',
        other => other,
    };
    Token {
        range,
        lower: plain.to_string(),
        letters: Letters::Mark,
        owner: false,
        glued,
    }
}

/// Whether a sentence ends with `letter`, that ends before byte `stop`.
fn ends_sentence(text: &str, sentence: &Sentence, letter: char, stop: usize) -> bool {
    let followed = text
        .get(stop..)
        .and_then(|rest| rest.chars().next())
        .is_none_or(|next| {
            next.is_whitespace() || matches!(next, '"' | '\'' | ')' | '\u{201d}' | '\u{2019}')
        });
    match letter {
        '!' | '?' | '\u{2022}' => true,
        '.' => {
            let last = sentence.tokens.len().checked_sub(2);
            let word = last.map_or("", |last| sentence.word(last));
            let initial = word.chars().count() == 1 && last.is_some_and(|last| sentence.is_capital(last));
            followed && !initial && !SHORTENED.contains(&word)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Vec<String>> {
        let sentences = sentences(text).into_iter();
        sentences
            .map(|sentence| sentence.tokens.into_iter().map(|token| token.lower).collect())
            .collect()
    }

    #[test]
    fn names_keep_their_marks_and_years_do_not_run_together() {
        assert_eq!(words("O\u{2019}Surname-Othername"), [["o'surname-othername"]]);
        assert_eq!(words("Y1-Y6"), [["y1", "-", "y6"]]);
        assert_eq!(
            words("Mr. A. said so. Yes."),
            [vec!["mr", ".", "a", ".", "said", "so", "."], vec!["yes", "."]]
        );
    }

    #[test]
    fn a_grade_typed_in_a_hurry_is_read_as_meant() {
        let read = ["imporvement", "outstading", "inadaquate", "exceptionall"].map(respelt);
        assert_eq!(
            read,
            [
                Some("improvement"),
                Some("outstanding"),
                Some("inadequate"),
                Some("exceptional")
            ]
        );
        assert_eq!(
            ["improvements", "improvement", "outstandingly", "effective"].map(respelt),
            [None; 4]
        );
    }

    #[test]
    fn owners_are_told_from_plurals() {
        let said = sentences("the SENDCO's view, leaders' view, books");
        let owners: Vec<&str> = said[0]
            .tokens
            .iter()
            .filter(|token| token.owner)
            .map(|token| token.lower.as_str())
            .collect();
        assert_eq!(owners, ["sendco", "leaders"]);
        assert_eq!(said[0].letters(1), Letters::AllCapitals);
    }
}
