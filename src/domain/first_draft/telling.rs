//! The words of a text that tell what it is about.

use std::{
    collections::{BTreeSet, HashSet},
    sync::LazyLock,
};

use crate::domain::search::folded;

/// Words of fewer letters say nothing of what a text is about, but for short forms in capitals, such as "TA".
const SHORTEST: usize = 4;
/// The fewest letters that are left of a word when its ending is taken off.
const SHORTEST_STEM: usize = 3;
/// Endings that are taken off, so that "moved" and "move" are one word.
const ENDINGS: [&str; 5] = ["ing", "ed", "es", "s", "e"];
/// Words that stand in texts about anything.
const PLAIN: &str = "about after again all along also another back because been before being both came come could does done \
    down each else ever every find five four from gave give goes going good half have having hear help here into just keep \
    know last less like listen look made make many mean more most much must need next none nobody nothing once only \
    other over own same said says seen shall should show since some still such take tell than that their them then \
    there these they thing this those three through today told under until upon used uses using very want ways well \
    were what when where whether which while whole whose will with within without work would year your";

static PLAIN_STEMS: LazyLock<HashSet<&str>> = LazyLock::new(|| PLAIN.split_whitespace().map(stem).collect());

/// The telling words of `text`, each without its ending and in small letters.
pub(super) fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter_map(telling).collect()
}

fn telling(word: &str) -> Option<String> {
    let short_form = word.strip_suffix('s').unwrap_or(word);
    if short_form.chars().count() > 1 && short_form.chars().all(char::is_uppercase) {
        return Some(short_form.to_lowercase());
    }
    let folded = folded(word);
    let word = folded.as_str();
    let is_long = word.chars().count() >= SHORTEST && !word.chars().all(char::is_numeric);
    let stem = stem(word);
    (is_long && !PLAIN_STEMS.contains(stem)).then(|| stem.to_owned())
}

fn stem(word: &str) -> &str {
    let without = |ending: &&str| {
        let stem = word.strip_suffix(*ending)?;
        let is_part = **ending == *"s" && stem.ends_with('s');
        (stem.chars().count() >= SHORTEST_STEM && !is_part).then_some(stem)
    };
    ENDINGS.iter().find_map(without).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_the_same_with_any_ending_and_short_forms_count() {
        let told = |text| words(text).into_iter().collect::<Vec<_>>().join(" ");
        assert_eq!(
            told("Boards up, WRONG answer, moved on"),
            "answer board mov wrong"
        );
        assert_eq!(told("move the board, wrong answers"), "answer board mov wrong");
        assert_eq!(told("the TAs wait"), told("a TA waits"));
        assert_eq!(told("what they were used for, with each of the 3000, to be"), "");
        assert!(words("a class").contains("class"), "\"ss\" is no ending");
    }
}
