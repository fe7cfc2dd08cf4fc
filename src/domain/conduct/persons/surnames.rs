//! Surnames that are words or look like several things: "Hall", "White", "Jones".

use std::sync::LazyLock;

use super::super::{
    lexicon::{DETERMINERS, HELPING, PRONOUNS, Words, class, names_nobody},
    sentence::{Letters, Sentence},
};

/// Common surnames that are words as well, in small letters.
static WORDS: Words = LazyLock::new(|| {
    class(
        "fox crane heron hare swan castle marsh peacock sparrow salmon barley court cove vine hunt pike drake bolt gallop \
         ball banks bell bird black bond bright brook brooks brown bush carpenter chambers church collins constable cotton \
         cross day farmer field fields fish flowers foot forest foster gates gold grant green grove hall hands heath hill \
         hook hope judge kent king knight lake lamb lane law laws marks mills moon moss page park parks parsons pepper \
         pool poole pound price prior reed rice rivers rock rose salt savage sharp silver snow steel stone sugar summers \
         swift wall waters wells west white winter wise wolf wood woods york",
    )
});

/// Whether `word`, in small letters, is a surname that is a word as well.
pub(in crate::domain::conduct) fn is_surname_and_word(word: &str) -> bool {
    WORDS.contains(word)
}

/// Common surnames that look like several of something, in small letters.
static LOOKING_LIKE_SEVERAL: Words = LazyLock::new(|| {
    class(
        "hughes jones evans davies roberts edwards phillips jenkins perkins hopkins watkins adams simmons stevens stephens \
         richards harris morris davis jacobs daniels matthews andrews peters rogers reynolds hawkins collins higgins atkins \
         wilkins hodges hobbs gibbs briggs griggs stubbs williams parsons humphreys humphries jeffries ellis lloyds sanders \
         saunders summers myers ayres ayers burgess cummings hastings jennings rawlings owens howells nicholls mitchells \
         nichols francis walters winters bowers powers sowers willis wallis ennis innes barnes holmes rhodes haynes hynes \
         hargreaves greaves rees yates bates coates hayes childs wilks banks meeks weeks dawkins larkins elkins tompkins thomas",
    )
});

/// Whether `word` is a common surname though it ends as several things do.
pub(super) fn looks_like_several(word: &str) -> bool {
    LOOKING_LIKE_SEVERAL.contains(word)
}

/// Whether the word at `at` is a surname that is a word as well, where nobody but a person can stand: "White told us",
/// "Hall was asked", "Green's teaching".
pub(super) fn is_surname_that_is_word(sentence: &Sentence, at: usize) -> bool {
    if sentence.letters(at) != Letters::Capital || !WORDS.contains(sentence.word(at)) {
        return false;
    }
    if at > 0 && (sentence.is_capital(at - 1) || DETERMINERS.contains(sentence.before(at, 1))) {
        return false;
    }
    let (next, further) = (sentence.word(at + 1), sentence.word(at + 2));
    if sentence.owns(at) {
        return matches!(
            next,
            "lesson" | "lessons" | "teaching" | "marking" | "planning" | "feedback"
        );
    }
    let addressed = PRONOUNS.contains(further) || matches!(further, "me" | "us" | "her" | "him" | "them");
    let spoke = match next {
        "said" | "says" => !matches!(further, "in" | "by" | "aloud"),
        "told" | "tells" | "asked" | "asks" | "explained" | "explains" => {
            addressed || matches!(further, "that" | "how" | "why" | "if" | "whether")
        }
        "thinks" | "thought" | "knows" | "knew" | "wants" | "feels" | "felt" | "admits" | "admitted" => true,
        "was" | "is" | "has" | "had" | "did" | "does" => is_one_person(sentence, at + 1),
        _ => false,
    };
    let treated = next == "was"
        && matches!(
            further,
            "asked" | "told" | "interviewed" | "thanked" | "praised" | "appointed"
        );
    spoke || treated
}

/// "Surname is good at modelling": only somebody is good at doing something, whatever else the word is.
pub(super) fn is_judged_by_surname(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    let surname = WORDS.contains(word) || LOOKING_LIKE_SEVERAL.contains(word) || !names_nobody(word);
    let shade = usize::from(HELPING.contains(sentence.word(at + 2)) || sentence.word(at + 2).ends_with("ly"))
        + usize::from(matches!(
            sentence.word(at + 2),
            "very" | "really" | "so" | "not" | "less" | "quite" | "v"
        ));
    let quality = sentence.word(at + 2 + shade);
    sentence.begins(at)
        && sentence.letters(at) == Letters::Capital
        && surname
        && matches!(sentence.word(at + 1), "is" | "was" | "isn't" | "wasn't")
        && matches!(
            quality,
            "good"
                | "strong"
                | "weak"
                | "excellent"
                | "brilliant"
                | "superb"
                | "great"
                | "skilled"
                | "confident"
                | "better"
                | "best"
                | "poor"
                | "hopeless"
                | "expert"
                | "keen"
                | "hot"
        )
        && matches!(sentence.word(at + 3 + shade), "at" | "on" | "with")
        && sentence.is_word(at + 4 + shade)
}

/// Whether one person is spoken of before `end`: "Jones told us she reads", "Evans was proud of her books".
pub(super) fn is_one_person(sentence: &Sentence, end: usize) -> bool {
    (end..end + 6).take_while(|at| sentence.is_word(*at)).any(|at| {
        matches!(
            sentence.word(at),
            "she" | "he" | "her" | "his" | "herself" | "himself"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::{Reason, tests::strict};

    #[test]
    fn a_surname_that_is_a_word_is_told_where_only_a_person_stands() {
        for text in [
            "White told us she reads at home",
            "Hall was asked about the scheme",
            "Green's teaching drifted",
            "Jones was proud of her books",
            "Evans told us she reads at home",
            "Page said the marking takes hours",
        ] {
            let somebody = |(reason, _): &(Reason, String)| matches!(reason, Reason::Name | Reason::Pupil);
            assert!(strict(text).iter().any(somebody), "{text}");
        }
        for text in [
            "White boards used well",
            "Hall was cold and noisy",
            "Green pen marking is routine",
            "Church visit asked for by parents",
            "Story told in assembly",
            "Rose explained as a symbol",
            "Corridors tidy, each pupil knew his peg",
        ] {
            assert_eq!(strict(text), [], "{text}");
        }
    }
}
