//! How what is typed stands in a row of a list that people read: a word that is there comes before letters that are.

use super::{Folded, Query, in_order};

/// How the words of a query stand in a row; what is greater fits better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Each has its letters, in order, within one word of the row.
    Scattered,
    /// Each stands somewhere within the words of the row, or in the other words by which it is found.
    Within,
    /// Each begins a word there.
    OtherWords,
    /// Each begins a word of the row.
    Begun,
    /// Each is a word of the row.
    Whole,
    /// The row begins with them.
    First,
}

/// Words that name nothing.
const ARTICLES: [&str; 3] = ["a", "an", "the"];

impl Query {
    /// The query `text` without articles, unless there is nothing else in it: "the plan" is the plan.
    #[must_use]
    pub fn naming(text: &str) -> Self {
        let mut query = Self::new(text);
        let is_article = |word: &String| ARTICLES.contains(&word.as_str());
        if !query.words.iter().all(is_article) {
            query.words.retain(|word| !is_article(word));
        }
        query
    }

    /// How this stands in a row with the words of `text`, which is found by the words of `also` too; `None` if not.
    #[must_use]
    pub fn standing(&self, text: &Folded, also: &Folded) -> Option<Standing> {
        let (text, also) = (text.as_str(), also.as_str());
        let all = |stands: &dyn Fn(&str) -> bool| self.words.iter().all(|word| stands(word));
        let begun = |word: &str, text: &str| words(text).any(|known| known.starts_with(word));
        let begins = text.strip_prefix(&self.words.join(" "));
        if begins.is_some_and(|rest| !rest.starts_with(is_of_word)) {
            return Some(Standing::First);
        }
        if all(&|word| words(text).any(|known| known == word)) {
            return Some(Standing::Whole);
        }
        if all(&|word| begun(word, text)) {
            return Some(Standing::Begun);
        }
        if all(&|word| begun(word, text) || begun(word, also)) {
            return Some(Standing::OtherWords);
        }
        if all(&|word| text.contains(word) || also.contains(word)) {
            return Some(Standing::Within);
        }
        let scattered = |word: &str| text.contains(word) || words(text).any(|known| in_order(word, known));
        all(&scattered).then_some(Standing::Scattered)
    }
}

/// The words of a text. What a hyphen joins is one: home is no word of take-home.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter| !is_of_word(letter))
        .filter(|word| !word.is_empty())
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '-'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::search::folded;

    #[test]
    fn a_word_that_is_there_comes_before_letters_that_are() {
        let standing = |typed: &str| {
            let (text, also) = (folded("Take-home sheet: my private notes"), folded("own mine"));
            Query::naming(typed).standing(&text, &also)
        };
        for (typed, expected) in [
            ("", Some(Standing::Whole)),
            ("take-home", Some(Standing::First)),
            ("the take-home sheet", Some(Standing::First)),
            ("private sheet", Some(Standing::Whole)),
            ("take", Some(Standing::Begun)),
            ("priv the notes", Some(Standing::Begun)),
            ("own notes", Some(Standing::OtherWords)),
            ("home", Some(Standing::Within)),
            ("ivate", Some(Standing::Within)),
            ("prvt", Some(Standing::Scattered)),
            // Letters of several words make none of them.
            ("tsmpn", None),
            ("cluster", None),
            ("the", Some(Standing::Scattered)),
        ] {
            assert_eq!(standing(typed), expected, "{typed}");
        }
    }
}
