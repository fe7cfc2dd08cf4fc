//! What a word with a capital is, as far as can be told without a sentence around it: the words of a timetable have none.

use super::{
    forenames::FORENAMES,
    lexicon::{self, DETERMINERS, PREPOSITIONS, PRONOUNS},
    persons::{is_famous, is_surname_and_word},
    roles::is_role_word,
};

/// Whether `word` is a forename that is common in England and no other word.
#[must_use]
pub fn is_forename(word: &str) -> bool {
    FORENAMES.contains(word.to_lowercase().as_str())
}

/// Whether `word` is a surname that is a word as well, such as "White".
#[must_use]
pub fn is_surname_too(word: &str) -> bool {
    is_surname_and_word(&word.to_lowercase())
}

/// Whether `words` begin with the full name of somebody whom classes are taught about.
#[must_use]
pub fn is_taught_about(words: &str) -> bool {
    is_famous(&words.to_lowercase())
}

/// Whether `word` may be a name: no word of plain English, of the curriculum or of school life that is known, and no
/// shortening that cannot be spoken.
#[must_use]
pub fn may_be_a_name(word: &str) -> bool {
    let folded = word.to_lowercase();
    if is_forename(&folded) {
        return true;
    }
    let known = |word: &str| {
        lexicon::names_nobody(word)
            || is_role_word(word)
            || DETERMINERS.contains(word)
            || PREPOSITIONS.contains(word)
            || PRONOUNS.contains(word)
    };
    let several = folded.strip_suffix('s').is_some_and(known);
    let spoken = folded.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let letters = folded
        .chars()
        .all(|letter| letter.is_alphabetic() || letter == '-');
    spoken && letters && !known(&folded) && !several && !lexicon::is_thing_by_ending(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_words_of_school_life() {
        for word in ["Sunil", "Asha", "Jo", "Anyname"] {
            assert!(may_be_a_name(word), "{word}");
        }
        for word in [
            "SENDCO",
            "Governors",
            "School",
            "Pupils",
            "Year",
            "Maths",
            "Phonics",
            "Inclusion",
            "The",
            "Monday",
            "HT",
            "Wellbeing",
            "Council",
            "Parliament",
            "Leadership",
            "KS2",
            "Ht",
        ] {
            assert!(!may_be_a_name(word), "{word}");
        }
        assert!(is_taught_about("Florence Nightingale topic"));
    }
}
