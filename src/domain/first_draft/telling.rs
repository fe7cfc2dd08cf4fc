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

/// Words that tell who, where, when, how much or how well, and nothing of what was seen: notes on anything have them.
const BROAD: &str = "able adult afternoon anyone assistant autumn away behind best better book break child children chn class \
    classroom corridor daily desk different eal ect easy enough eyfs everybody everyone everywhere example first front gds great \
    group hall half hard head help hlta kid kind ks1 ks2 lead leader learn learner learning lesson level line look lots lovely low \
    lower lunch maths matter mins minute month morning nice number often parent people person place plan planned \
    planning playground point pp practice practise pupil quick quickly quite ready really reception reviewer right room school \
    second sen senco sendco send side slt spring staff start started strong strongest subject summer support ta table taken \
    talk task taught teach teacher teaching term third thing time together topic unit upper week working worked worksheet \
    wall writing written wrote wrong yesterday";

static BROAD_STEMS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let words = BROAD.split_whitespace();
    words.map(stem).collect()
});

static PLAIN_STEMS: LazyLock<HashSet<String>> =
    LazyLock::new(|| PLAIN.split_whitespace().map(stem).collect());

/// The telling words of `text`, each without its ending and in small letters.
pub(super) fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter_map(telling).collect()
}

/// Words that stand side by side in `text`, two by two, where one of the two can be what a note is about: "move on".
pub(super) fn phrases(text: &str) -> BTreeSet<(String, String)> {
    let clauses = text.split(|letter: char| !letter.is_alphanumeric() && !letter.is_whitespace());
    let of_clause = |clause: &str| {
        let words: Vec<&str> = clause.split_whitespace().collect();
        let two = words
            .windows(2)
            .filter(|two| two.iter().any(|word| is_about(word)));
        let stems = two.map(|two| (stem(folded(two[0]).as_str()), stem(folded(two[1]).as_str())));
        stems.collect::<Vec<_>>()
    };
    clauses.flat_map(of_clause).collect()
}

fn is_about(word: &str) -> bool {
    telling(word).is_some_and(|word| is_theme(&word))
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
    (is_long && !PLAIN_STEMS.contains(&stem)).then_some(stem)
}

/// Whether a telling word can be what a note is about; a role, a place or an amount cannot.
pub(super) fn is_theme(word: &str) -> bool {
    !BROAD_STEMS.contains(word)
}

fn stem(word: &str) -> String {
    let without = |ending: &&str| {
        let stem = word.strip_suffix(*ending)?;
        let is_part = **ending == *"s" && stem.ends_with('s');
        (stem.chars().count() >= SHORTEST_STEM && !is_part).then_some(stem)
    };
    let stem = ENDINGS.iter().find_map(without).unwrap_or(word);
    // "modelled" is "model", and "stories" are a "story".
    let single = stem.strip_suffix("ll").map(|rest| format!("{rest}l"));
    let single = single.or_else(|| stem.strip_suffix('y').map(|rest| format!("{rest}i")));
    single.unwrap_or_else(|| stem.to_owned())
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
        assert!(!phrases("lots wrong, moved on").is_disjoint(&phrases("Move on or stay")));
        assert!(phrases("the move, on the board").is_disjoint(&phrases("Move on or stay")));
        assert!(words("a class").contains("class"), "\"ss\" is no ending");
    }
}
