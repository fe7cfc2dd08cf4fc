//! Minutes late as they are typed.

/// Digits at most: more minutes than a day has are no lateness.
const DIGITS: usize = 3;

/// Minutes that are being typed; they hold with each digit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Minutes {
    digits: String,
}

impl Minutes {
    /// What is typed so far.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// One more digit, if there is room for it.
    pub fn type_digit(&mut self, digit: char) {
        if digit.is_ascii_digit() && self.digits.len() < DIGITS {
            self.digits.push(digit);
        }
    }

    /// Takes back the last digit.
    pub fn backspace(&mut self) {
        self.digits.pop();
    }

    /// The minutes; `None` while nothing is typed.
    #[must_use]
    pub fn said(&self) -> Option<i64> {
        self.digits.parse().ok()
    }
}
