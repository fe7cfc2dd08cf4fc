//! The one gate for words that people typed, on their way into a document.

use std::{fmt, ops::Range};

/// Words that every format can hold: lines with nothing in them that is not seen, but for joiners inside a letter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    words: String,
    /// What of the words is to stand out, in their order and apart from each other.
    marks: Vec<Mark>,
}

/// Words that stand out, and what is said behind them.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mark {
    /// Where they are, in bytes.
    at: Range<usize>,
    /// The numbers under which they are spoken of; empty where they speak for themselves.
    numbers: Vec<usize>,
}

impl Text {
    /// `typed` without what no document may carry.
    ///
    /// Every way to end a line becomes a line feed and a TAB a space. Other control characters go, since XML 1.0 forbids
    /// them, and so do marks that turn the direction of what stands beside them. Space around the whole goes too.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self {
            words: clean(typed).trim().to_owned(),
            marks: Vec::new(),
        }
    }

    /// The same, with these words of it standing out: where they are in `typed`, in bytes, and their numbers. A place
    /// that is none in `typed` is passed over.
    #[must_use]
    pub fn with_marks(typed: &str, places: &[(Range<usize>, usize)]) -> Self {
        let whole = clean(typed);
        let skipped = whole.len() - whole.trim_start().len();
        let text = Self::new(typed);
        let position = |at: usize| {
            let before = clean(typed.get(..at)?).len();
            Some(before.saturating_sub(skipped).min(text.words.len()))
        };
        let mut places: Vec<(Range<usize>, usize)> = places
            .iter()
            .filter_map(|(at, number)| Some((position(at.start)?..position(at.end)?, *number)))
            .collect();
        places.sort_by_key(|(at, number)| (at.start, at.end, *number));
        let mut marks: Vec<Mark> = Vec::new();
        for (at, number) in places.into_iter().filter(|(at, _)| !at.is_empty()) {
            match marks.last_mut() {
                Some(last) if at.start < last.at.end => {
                    last.at.end = last.at.end.max(at.end);
                    last.numbers.push(number);
                }
                _ => marks.push(Mark {
                    at,
                    numbers: vec![number],
                }),
            }
        }
        Self { marks, ..text }
    }

    /// The words behind others, which stand out if `marked`.
    #[must_use]
    pub fn behind(&self, first: &str, marked: bool) -> Self {
        let by = first.len();
        let own = marked.then(|| Mark {
            at: 0..first.trim_end().len(),
            numbers: Vec::new(),
        });
        let moved = self.marks.iter().map(|mark| Mark {
            at: mark.at.start + by..mark.at.end + by,
            numbers: mark.numbers.clone(),
        });
        Self {
            words: format!("{first}{}", self.words),
            marks: own.into_iter().chain(moved).collect(),
        }
    }

    /// The words before others.
    #[must_use]
    pub fn followed_by(&self, rest: &str) -> Self {
        Self {
            words: format!("{}{rest}", self.words),
            marks: self.marks.clone(),
        }
    }

    /// The same with a word behind everything that stands out, so that it is seen without colour too.
    #[must_use]
    pub fn labelled(&self, label: impl Fn(&[usize]) -> String) -> Self {
        let mut labelled = Self::default();
        let mut told = 0;
        for mark in &self.marks {
            labelled.words.push_str(self.part(told..mark.at.start));
            let from = labelled.words.len();
            labelled.words.push_str(self.part(mark.at.clone()));
            if !mark.numbers.is_empty() {
                labelled.words.push_str(&label(&mark.numbers));
            }
            labelled.marks.push(Mark {
                at: from..labelled.words.len(),
                numbers: Vec::new(),
            });
            told = mark.at.end;
        }
        labelled.words.push_str(self.part(told..self.words.len()));
        labelled
    }

    fn part(&self, at: Range<usize>) -> &str {
        self.words.get(at).unwrap_or_default()
    }

    /// The same with no more than so many letters: cut behind a whole word, with a sign that it goes on.
    #[must_use]
    pub fn shortened(&self, letters: usize) -> Self {
        let Some((end, _)) = self.words.char_indices().nth(letters) else {
            return self.clone();
        };
        let kept = self.part(0..end);
        let kept = kept
            .rfind(char::is_whitespace)
            .map_or(kept, |space| self.part(0..space));
        let kept = kept.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        let within = |mark: &Mark| Mark {
            at: mark.at.start..mark.at.end.min(kept.len()),
            numbers: mark.numbers.clone(),
        };
        Self {
            words: format!("{kept}…"),
            marks: self
                .marks
                .iter()
                .map(within)
                .filter(|mark| mark.at.start < mark.at.end)
                .collect(),
        }
    }

    /// The same beginning with a capital letter, as a heading does; "iPads" and the like stay as they are.
    #[must_use]
    pub fn opening(&self) -> Self {
        if self.words.chars().nth(1).is_some_and(char::is_uppercase) {
            return self.clone();
        }
        let words = super::words::opening(&self.words);
        // A letter whose capital is longer stays small, since the marks go by place.
        if words.len() == self.words.len() {
            Self {
                words,
                marks: self.marks.clone(),
            }
        } else {
            self.clone()
        }
    }

    /// The words piece by piece, each with whether it stands out.
    #[must_use]
    pub fn pieces(&self) -> Vec<(&str, bool)> {
        let mut pieces = Vec::new();
        let mut told = 0;
        for mark in &self.marks {
            pieces.push((self.part(told..mark.at.start), false));
            pieces.push((self.part(mark.at.clone()), true));
            told = mark.at.end;
        }
        pieces.push((self.part(told..self.words.len()), false));
        pieces.retain(|(words, _)| !words.is_empty());
        pieces
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.words
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The lines that have words.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.words.lines().map(str::trim).filter(|line| !line.is_empty())
    }

    /// All of it as one line, with ` / ` where a line ended.
    #[must_use]
    pub fn one_line(&self) -> String {
        self.lines().collect::<Vec<_>>().join(" / ")
    }
}

impl serde::Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&self.words)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

/// The letters that a document may carry; the space around them stays.
fn clean(typed: &str) -> String {
    typed.replace("\r\n", "\n").chars().filter_map(allowed).collect()
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
    fn marked_words_keep_their_place_and_say_their_number() {
        let typed = "  \u{202e}Mrs Cook models,\r\nand Year 4 follows ";
        let at = |words: &str| {
            let from = typed.find(words).unwrap();
            from..from + words.len()
        };
        let places = [
            (at("Year 4"), 2),
            (at("Mrs Cook"), 1),
            (at("Cook models"), 3),
            (900..901, 4),
        ];
        let text = Text::with_marks(typed, &places);
        assert_eq!(text, text.behind("", false));
        assert_eq!(text.as_str(), Text::new(typed).as_str());
        let marked = |text: &Text| -> Vec<String> {
            let pieces = text.pieces().into_iter();
            pieces
                .filter(|(_, marked)| *marked)
                .map(|(words, _)| words.to_owned())
                .collect()
        };
        assert_eq!(marked(&text), ["Mrs Cook models", "Year 4"]);
        let draft = text.behind("DRAFT: ", true);
        assert_eq!(marked(&draft), ["DRAFT:", "Mrs Cook models", "Year 4"]);
        let labelled = draft.labelled(|numbers| format!(" {numbers:?}"));
        assert_eq!(
            labelled.as_str(),
            "DRAFT: Mrs Cook models [1, 3],\nand Year 4 [2] follows"
        );
        assert_eq!(
            marked(&labelled),
            ["DRAFT:", "Mrs Cook models [1, 3]", "Year 4 [2]"]
        );
    }

    #[test]
    fn a_long_text_is_cut_behind_a_word_and_keeps_its_marks() {
        let text = Text::with_marks("Pupils in Year 4 explain, step by step", &[(10..16, 1)]);
        assert_eq!(text.shortened(38), text);
        assert_eq!(text.shortened(27).as_str(), "Pupils in Year 4 explain…");
        assert_eq!(text.shortened(27).pieces()[1], ("Year 4", true));
        assert_eq!(text.shortened(15).pieces()[1], ("Year", true));
        assert_eq!(text.shortened(9).pieces(), [("Pupils…", false)]);
        assert_eq!(Text::new("مدرسةمدرسة").shortened(3).as_str(), "مدر…");
    }

    #[test]
    fn a_heading_begins_with_a_capital_letter_and_keeps_its_marks() {
        let text = Text::with_marks("élan in Year 4", &[(9..15, 1)]).opening();
        assert_eq!(text.as_str(), "Élan in Year 4");
        assert_eq!(text.pieces()[1], ("Year 4", true));
        for same in ["iPads are shared", "ßtart", "9 of 27", ""] {
            assert_eq!(Text::new(same).opening().as_str(), same);
        }
    }

    #[test]
    fn letters_of_other_scripts_and_joined_pictures_stay() {
        let typed = "Ysgol Gymraeg Llŷn – مدرسة – 学校 – 👩‍🏫";
        assert_eq!(Text::new(typed).as_str(), typed);
    }
}
