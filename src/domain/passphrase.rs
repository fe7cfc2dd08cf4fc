//! The passphrase with which a hand-over is sealed: it is never shown, and its memory is wiped when it is let go of.

use std::fmt;

use zeroize::Zeroizing;

/// The shortest one with which is sealed, in letters: a file that was mailed can be tried for ever.
pub const SHORTEST: usize = 10;
/// The longest one, in bytes. The memory for it is taken at once: growing would leave copies behind.
const LONGEST: usize = 512;

/// A passphrase.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Default for Passphrase {
    fn default() -> Self {
        Self(Zeroizing::new(String::with_capacity(LONGEST)))
    }
}

impl Passphrase {
    /// The one that stands in the first line of `text`; `None` if that is empty or too long.
    #[must_use]
    pub fn first_line(text: &str) -> Option<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let line = text.lines().next().unwrap_or_default();
        let mut read = Self::default();
        let whole = line.chars().all(|letter| read.push(letter));
        (whole && !read.is_empty()).then_some(read)
    }

    /// Puts a letter behind it; `false` if it is too long for that. What can't be typed on every keyboard is left out.
    pub fn push(&mut self, letter: char) -> bool {
        if letter.is_control() {
            return true;
        }
        let fits = self.0.len() + letter.len_utf8() <= LONGEST;
        if fits {
            self.0.push(letter);
        }
        fits
    }

    /// Takes the last letter away.
    pub fn pop(&mut self) {
        let _typed = self.0.pop();
    }

    /// How many letters it has.
    #[must_use]
    pub fn letters(&self) -> usize {
        self.0.chars().count()
    }

    /// Whether nothing was typed yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it is too short to be sealed with.
    #[must_use]
    pub fn is_too_short(&self) -> bool {
        self.letters() < SHORTEST
    }

    /// The words, for what seals and opens.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Passphrase(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_counts_and_nothing_of_it_is_told() {
        let read = Passphrase::first_line("\u{feff}three brown otters \r\nmore\r\n").unwrap();
        assert_eq!(read.expose(), "three brown otters ", "a space belongs to it");
        assert_eq!(format!("{read:?}"), "Passphrase(..)");
        for none in ["", "\n", "\r\nthree brown otters", &"x".repeat(LONGEST + 1)] {
            assert_eq!(Passphrase::first_line(none), None, "{none:?}");
        }
    }

    #[test]
    fn its_memory_never_moves_and_it_never_grows_past_its_end() {
        let mut typed = Passphrase::default();
        let at = typed.expose().as_ptr();
        assert!((0..LONGEST).all(|_| typed.push('x')));
        assert!(!typed.push('x') && !typed.push('\u{1F9A6}'));
        assert_eq!((typed.letters(), typed.expose().as_ptr()), (LONGEST, at));
        typed.pop();
        assert!(typed.push('\u{1b}') && typed.letters() == LONGEST - 1);
        assert!(!typed.is_too_short() && Passphrase::default().is_too_short());
    }
}
