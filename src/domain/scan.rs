//! A place in a line from which one reads on, piece by piece.

/// What is left of a line. Whoever reads a piece that may turn out to be something else reads it from a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Scan<'a> {
    pub(crate) rest: &'a str,
}

impl<'a> Scan<'a> {
    pub(crate) fn new(rest: &'a str) -> Self {
        Self { rest }
    }

    /// Takes what `wanted` holds for, as far as it goes.
    fn run(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest.trim_start_matches(wanted);
        let run = self.rest.strip_suffix(rest).unwrap_or_default();
        self.rest = rest;
        run
    }

    /// Takes the spaces that stand here.
    pub(crate) fn spaces(&mut self) -> &mut Self {
        self.rest = self.rest.trim_start();
        self
    }

    /// Takes all the digits that stand here, if they are at most four.
    pub(crate) fn digits(&mut self) -> Option<&'a str> {
        let mut ahead = *self;
        let digits = ahead.run(|letter| letter.is_ascii_digit());
        let fits = (1..=4).contains(&digits.len());
        fits.then(|| {
            *self = ahead;
            digits
        })
    }

    /// Takes all the letters that stand here.
    pub(crate) fn letters(&mut self) -> &'a str {
        self.run(char::is_alphabetic)
    }

    /// Takes a letter for which `wanted` holds.
    pub(crate) fn sign(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        let mut letters = self.rest.chars();
        let found = letters.next().is_some_and(wanted);
        if found {
            self.rest = letters.as_str();
        }
        found
    }

    /// Takes the first of `words`, which are in small letters, that stands here as a whole word.
    pub(crate) fn word(&mut self, words: &[&str]) -> bool {
        let taken = words.iter().find_map(|word| self.after_word(word));
        if let Some(rest) = taken {
            self.rest = rest;
        }
        taken.is_some()
    }

    fn after_word(&self, word: &str) -> Option<&'a str> {
        let mut letters = self.rest.chars();
        let same = word.chars().all(|wanted| {
            letters
                .next()
                .is_some_and(|letter| letter.to_ascii_lowercase() == wanted)
        });
        let whole = !letters.as_str().starts_with(char::is_alphanumeric);
        (same && whole).then_some(letters.as_str())
    }

    /// Takes a dash, with the spaces around it.
    pub(crate) fn dash(&mut self) -> bool {
        let mut ahead = *self;
        let found = ahead.spaces().sign(is_dash);
        if found {
            // Typed twice, as some do for a longer one.
            ahead.run(is_dash);
            // "->", where the keyboard has no arrow.
            let _ = ahead.sign(|letter| letter == '>');
            ahead.spaces();
            *self = ahead;
        }
        found
    }

    /// Whether a number or word ends here: what follows is no letter and no digit.
    pub(crate) fn at_edge(&self) -> bool {
        !self.rest.starts_with(char::is_alphanumeric)
    }
}

/// Whether a sign is one of the dashes that people type.
pub(crate) fn is_dash(letter: char) -> bool {
    matches!(
        letter,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}
