//! A post that stands before "she" or "her": whatever else it names, its holder is spoken of.

use super::{
    super::sentence::{Letters, Sentence},
    said::is_verb,
};

/// "DSL training is out of date and she knows it": whoever holds the post is "she", and nobody else was spoken of.
pub(super) fn is_taken_up(sentence: &Sentence, end: usize) -> bool {
    const OTHERS: [&str; 14] = [
        "pupil",
        "child",
        "boy",
        "girl",
        "teacher",
        "ta",
        "parent",
        "mother",
        "father",
        "mum",
        "dad",
        "student",
        "lsa",
        "colleague",
    ];
    let taken_up = |at: &usize| {
        // "it was clear that parents trust her"
        let object = matches!(sentence.word(*at), "her" | "him")
            && sentence.is_word(at - 1)
            && (!sentence.is_word(at + 1)
                || matches!(
                    sentence.word(at + 1),
                    "and" | "but" | "because" | "when" | "as" | "to" | "for"
                ));
        object
            || matches!(
                sentence.before(*at, 1),
                "and" | "but" | "so" | "because" | "though" | "as" | "that" | "how"
            ) && matches!(sentence.word(*at), "she" | "he")
                && is_verb(sentence, at + 1)
    };
    let spoken_of =
        |at: usize| OTHERS.contains(&sentence.word(at)) || sentence.letters(at) == Letters::Capital;
    (end..end + 14)
        .find(taken_up)
        .is_some_and(|at| !(end..at).any(spoken_of))
}

#[cfg(test)]
mod tests {
    use super::super::super::{Reason, tests::strict};

    #[test]
    fn whoever_is_she_later_is_spoken_of_unless_somebody_else_stands_between() {
        for text in [
            "DSL training is out of date and she knows it",
            "From our talk with the pastoral lead it was clear that parents trust her",
        ] {
            let found = strict(text);
            assert!(found.iter().any(|(reason, _)| *reason == Reason::Role), "{text}");
        }
        let text = "SENDCO meeting at 9, then a pupil said that she likes maths";
        assert_eq!(strict(text), [], "{text}");
    }
}
