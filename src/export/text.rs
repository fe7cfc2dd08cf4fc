//! The one gate for words that people typed, on their way into a document.

use std::fmt;

/// Words that every format can hold: lines with nothing in them that is not seen, but for joiners inside a letter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(String);

impl Text {
    /// `typed` without what no document may carry.
    ///
    /// Every way to end a line becomes a line feed and a TAB a space. Other control characters go, since XML 1.0 forbids
    /// them, and so do marks that turn the direction of what stands beside them. Space around the whole goes too.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let one_ending = typed.replace("\r\n", "\n");
        let clean: String = one_ending.chars().filter_map(allowed).collect();
        Self(clean.trim().to_owned())
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The lines that have words.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.0.lines().map(str::trim).filter(|line| !line.is_empty())
    }

    /// All of it as one line, with ` / ` where a line ended.
    #[must_use]
    pub fn one_line(&self) -> String {
        self.lines().collect::<Vec<_>>().join(" / ")
    }
}

impl serde::Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&self.0)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn allowed(letter: char) -> Option<char> {
    match letter {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        // Embeddings, overrides and isolates; a byte order mark; what XML 1.0 has no place for.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => None,
        control if control.is_control() => None,
        seen => Some(seen),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_document_may_carry_is_gone_and_the_words_are_there() {
        let text = Text::new(
            "  One\r\ntwo\rthree\tfour\u{0}\u{1b}[31m \u{202e}five\u{fffe}\u{9b}\u{7f}\u{2028}six ",
        );
        assert_eq!(text.as_str(), "One\ntwo\nthree four[31m five\nsix");
        assert_eq!(text.one_line(), "One / two / three four[31m five / six");
    }

    #[test]
    fn letters_of_other_scripts_and_joined_pictures_stay() {
        let typed = "Ysgol Gymraeg Llŷn – مدرسة – 学校 – 👩‍🏫";
        assert_eq!(Text::new(typed).as_str(), typed);
    }
}
