//! Search among notes: what a person types finds what a person meant.
//!
//! Both the text and the question are folded first, so that `cafe` finds "café", a plain apostrophe finds a curly one
//! and `Senco` finds `SENCo`.

mod standing;
mod texts;

pub use standing::Standing;
pub use texts::Texts;

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};
use unicode_segmentation::UnicodeSegmentation;

/// What a word scores that stands in the text as it was typed; more than any scattered letters can.
const LITERAL: i64 = 1_000_000;

/// The most that scattered letters of one word score, so that a hundred such words do not outweigh one that stands there.
const MOST_SCATTERED: i64 = 9_999;

/// The most cells of the matcher's table; beyond that it looks for a good place instead of the best, and takes no
/// megabytes for one very long note.
const LARGEST_TABLE: usize = 100_000;

/// A text made ready to be searched: lower case, without marks, with plain quotes, dashes and spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// For each letter of `text` the grapheme of the original it comes from; empty if each is its own.
    graphemes: Vec<u32>,
    /// Which letters it has, several letters to a bit: what lacks one is not looked at.
    letters: u64,
}

/// Makes `text` ready to be searched.
#[must_use]
pub fn folded(text: &str) -> Folded {
    if text.is_ascii() && !text.contains("\r\n") {
        let text: String = text.chars().map(plain_ascii).collect();
        return Folded {
            letters: letters_in(&text),
            text,
            graphemes: Vec::new(),
        };
    }
    let mut folded = Folded {
        text: String::with_capacity(text.len()),
        graphemes: Vec::with_capacity(text.len()),
        letters: 0,
    };
    for (number, grapheme) in (0_u32..).zip(text.graphemes(true)) {
        for letter in grapheme.chars().flat_map(char::to_lowercase) {
            folded.take(letter, number);
        }
    }
    folded.letters = letters_in(&folded.text);
    folded
}

/// Which letters a folded text has, several letters to a bit.
fn letters_in(text: &str) -> u64 {
    text.chars().fold(0, |letters, letter| {
        letters | 1 << (u32::from(letter) % u64::BITS)
    })
}

impl Folded {
    /// The text as it is searched.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Takes a lower-case `letter` of the grapheme with this `number`.
    fn take(&mut self, letter: char, number: u32) {
        let several = letters_of(letter);
        if several.is_empty() {
            self.push(plain(letter), number);
        }
        for letter in several.chars() {
            self.push(Some(letter), number);
        }
    }

    fn push(&mut self, letter: Option<char>, number: u32) {
        if let Some(letter) = letter {
            self.text.push(letter);
            self.graphemes.push(number);
        }
    }

    /// The grapheme of the original that the letter at `place` comes from.
    fn grapheme(&self, place: usize) -> usize {
        self.graphemes.get(place).map_or(place, |number| *number as usize)
    }
}

/// What is searched for: all of its words, in any order.
pub struct Query {
    words: Vec<String>,
    /// Whether two letters of a word may have changed places.
    forgives: bool,
    matcher: SkimMatcherV2,
}

/// A text that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// How well it fits; higher is better.
    pub score: i64,
    /// The graphemes of the original to show as found, in order.
    pub graphemes: Vec<usize>,
}

/// How a text that is found fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// Every word stands in it as it was typed.
    Plainly,
    /// Of some word it has but the letters, in one of its own words.
    Alike,
}

impl Query {
    /// The query `text`, divided at spaces.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut words: Vec<String> = Vec::new();
        for word in folded(text).text.split_whitespace() {
            if !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        }
        Self {
            words,
            forgives: false,
            matcher: SkimMatcherV2::default()
                .ignore_case()
                .element_limit(LARGEST_TABLE),
        }
    }

    /// The same, which finds a word also where two neighbouring letters of it changed places as it was typed; for where
    /// nothing else is found.
    #[must_use]
    pub fn forgiving(self) -> Self {
        Self {
            forgives: true,
            ..self
        }
    }

    /// Whether it has no words, so that it finds everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether all that this query finds was found by `earlier` too, so that only those need be looked at again.
    #[must_use]
    pub fn narrows(&self, earlier: &Self) -> bool {
        earlier
            .words
            .iter()
            .all(|before| self.words.iter().any(|word| in_order(before, word)))
    }

    /// How well `text` fits, if every word is in it; higher is better. Cheaper than [`Query::score`].
    #[must_use]
    pub fn rank(&self, text: &Folded) -> Option<i64> {
        self.words
            .iter()
            .map(|word| self.rank_word(word, &text.text))
            .sum()
    }

    /// How `text` fits, if every word stands in it or has its letters in order within one of its words.
    ///
    /// Letters that are scattered over several words, as they are in any long note, find nothing.
    #[must_use]
    pub fn fit(&self, text: &Folded) -> Option<Fit> {
        let mut fit = Fit::Plainly;
        for word in &self.words {
            let letters = letters_in(word);
            if text.letters & letters != letters {
                return None;
            }
            if !text.text.contains(word.as_str()) {
                let mut within = text.text.split_whitespace();
                // A single letter that stands nowhere stands in no word either.
                let is_alike = word.chars().nth(1).is_some() && within.any(|within| in_order(word, within));
                if !(is_alike || self.forgives && swapped_in(word, &text.text).is_some()) {
                    return None;
                }
                fit = Fit::Alike;
            }
        }
        Some(fit)
    }

    /// The graphemes to show as found in a text that [fits](Query::fit), in order.
    #[must_use]
    pub fn found_in_words(&self, text: &Folded) -> Vec<usize> {
        let places = self
            .words
            .iter()
            .flat_map(|word| self.places_in_words(word, &text.text));
        let mut graphemes: Vec<usize> = places.map(|place| text.grapheme(place)).collect();
        graphemes.sort_unstable();
        graphemes.dedup();
        graphemes
    }

    /// The places, in letters, of `word` in `text`: where it stands as typed, otherwise its letters in the word of
    /// `text` in which they fit best.
    fn places_in_words(&self, word: &str, text: &str) -> Vec<usize> {
        if text.contains(word) {
            return self.places(word, text);
        }
        let mut begins = 0;
        let mut best: Option<(i64, Vec<usize>)> = None;
        for within in text.split(char::is_whitespace) {
            let found = in_order(word, within).then(|| self.matcher.fuzzy_indices(within, word));
            if let Some((score, places)) = found.flatten()
                && best.as_ref().is_none_or(|(known, _)| *known < score)
            {
                best = Some((score, places.into_iter().map(|place| begins + place).collect()));
            }
            begins += within.chars().count() + 1;
        }
        let swapped = || swapped_in(word, text).map_or_else(Vec::new, |meant| self.places(&meant, text));
        best.map_or_else(swapped, |(_, places)| places)
    }

    /// How well `text` fits, if every word is in it, and which graphemes of it were found.
    #[must_use]
    pub fn score(&self, text: &Folded) -> Option<Hit> {
        let mut hit = Hit {
            score: self.rank(text)?,
            graphemes: Vec::new(),
        };
        for word in &self.words {
            let places = self.places(word, &text.text);
            hit.graphemes
                .extend(places.into_iter().map(|place| text.grapheme(place)));
        }
        hit.graphemes.sort_unstable();
        hit.graphemes.dedup();
        Some(hit)
    }

    fn rank_word(&self, word: &str, text: &str) -> Option<i64> {
        let literal = text
            .match_indices(word)
            .map(|(at, _)| LITERAL + standing(text, word, at))
            .max();
        let found = literal.or_else(|| {
            // The matcher is slow; most texts lack a letter.
            in_order(word, text).then(|| {
                let score = self.matcher.fuzzy_match(text, word).unwrap_or(0);
                score.clamp(0, MOST_SCATTERED)
            })
        });
        let swapped = || swapped_in(word, text).filter(|_| self.forgives);
        found.or_else(|| swapped().map(|_| MOST_SCATTERED))
    }

    /// The places, in letters, of `word` in `text`: every one where it stands as typed, otherwise its scattered letters.
    fn places(&self, word: &str, text: &str) -> Vec<usize> {
        let mut found = text
            .match_indices(word)
            .map(|(start, _)| start..start + word.len())
            .peekable();
        if found.peek().is_none() {
            return self
                .matcher
                .fuzzy_indices(text, word)
                .map(|(_, places)| places)
                .unwrap_or_default();
        }
        let mut places = Vec::new();
        for (place, (byte, _)) in text.char_indices().enumerate() {
            while found.next_if(|range| range.end <= byte).is_some() {}
            if found.peek().is_some_and(|range| range.contains(&byte)) {
                places.push(place);
            }
        }
        places
    }
}

/// What `word` gains by where it stands in `text`: a word of its own before the start of one before the middle, and
/// the beginning of the text before its end.
fn standing(text: &str, word: &str, at: usize) -> i64 {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text.get(at + word.len()..).and_then(|after| after.chars().next());
    let starts = !before.is_some_and(char::is_alphanumeric);
    let ends = !after.is_some_and(char::is_alphanumeric);
    let early = 100_i64
        .saturating_sub(i64::try_from(at).unwrap_or(i64::MAX))
        .max(0);
    early + if starts { 200 } else { 0 } + if starts && ends { 200 } else { 0 }
}

/// Whether all letters of `word` occur in `text` in their order.
fn in_order(word: &str, text: &str) -> bool {
    let mut letters = text.chars();
    word.chars().all(|wanted| letters.any(|letter| letter == wanted))
}

/// The fewest letters of a word in which two may have changed places: shorter ones become other words too easily.
const LONG_ENOUGH_TO_SWAP: usize = 5;

/// What stands in `text` in the place of `word`, if two neighbouring letters of it changed places.
fn swapped_in(word: &str, text: &str) -> Option<String> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < LONG_ENOUGH_TO_SWAP {
        return None;
    }
    let swapped = (1..letters.len()).map(|at| {
        let mut meant = letters.clone();
        meant.swap(at - 1, at);
        meant.into_iter().collect::<String>()
    });
    let mut swapped = swapped.filter(|meant| meant != word);
    swapped.find(|meant| text.contains(meant.as_str()))
}

/// An ASCII letter as it is searched.
fn plain_ascii(letter: char) -> char {
    match letter {
        '\t'..='\r' => ' ',
        '`' => '\'',
        _ => letter.to_ascii_lowercase(),
    }
}

/// The letters that one lower-case letter is written with where it has no mark to lose; empty for all others.
fn letters_of(letter: char) -> &'static str {
    match letter {
        '\u{e6}' => "ae",
        '\u{153}' => "oe",
        '\u{df}' => "ss",
        '\u{fe}' => "th",
        '\u{133}' => "ij",
        '\u{2026}' => "...",
        _ => "",
    }
}

/// A lower-case letter as it is searched; nothing for marks and characters without a look.
fn plain(letter: char) -> Option<char> {
    match letter {
        _ if letter.is_whitespace() => Some(' '),
        '\u{2018}'..='\u{201b}' | '\u{2039}' | '\u{203a}' | '\u{2032}' | '\u{2bc}' | '`' | '\u{b4}' => {
            Some('\'')
        }
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{2033}' => Some('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '\u{df}'..='\u{17f}' => Some(base(LATIN, letter, '\u{df}')),
        '\u{1e00}'..='\u{1eff}' => Some(base(LATIN_ADDITIONAL, letter, '\u{1e00}')),
        '\u{218}'..='\u{219}' => Some('s'),
        '\u{21a}'..='\u{21b}' => Some('t'),
        // Marks; what has no width, turns the direction or chooses between two looks.
        '\u{300}'..='\u{36f}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}' => None,
        _ => Some(letter),
    }
}

/// The letter without its marks, from a `table` that begins with `first`; itself if it has none.
fn base(table: &str, letter: char, first: char) -> char {
    let place = (u32::from(letter) - u32::from(first)) as usize;
    match table.as_bytes().get(place) {
        None | Some(b'.') => letter,
        Some(base) => char::from(*base),
    }
}

/// The letters U+00DF to U+017F without their marks; a dot where there is no single letter.
const LATIN: &str = "\
    .aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeeggg\
    ggggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooo..rrrrrrsssss\
    sssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The letters U+1E00 to U+1EFF without their marks; a dot where there is no single letter.
const LATIN_ADDITIONAL: &str = "\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwyas....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

#[cfg(test)]
mod tests;
