//! Posts of two or three words that always stand together, and words of posts that name none.

use super::{
    super::{lexicon, sentence::Sentence},
    areas::area_end,
    heads::describes,
    said::is_verb,
};

/// Where a post ends that is always said in these words: "learning mentor", "clerk to governors", "sen co".
pub(super) fn post_in_words(sentence: &Sentence, at: usize) -> Option<usize> {
    let (next, third) = (sentence.word(at + 1), sentence.word(at + 2));
    match sentence.word(at) {
        "learning" | "pastoral" if next == "mentor" => Some(at + 2),
        "clerk" if next == "to" => Some(at + 3 + usize::from(third == "the")),
        "family" if next == "support" && third == "worker" => Some(at + 3),
        "attendance" | "welfare" if next == "officer" => Some(at + 2),
        "sen" | "send" if next == "co" => Some(at + 2),
        "joint" if matches!(next, "heads" | "headteachers") => Some(at + 2),
        "lollipop" if matches!(next, "lady" | "man" | "person") => Some(at + 2),
        "crossing" if next == "patrol" => {
            Some(at + 2 + usize::from(matches!(third, "lady" | "man" | "officer")))
        }
        "second" if next == "in" && matches!(third, "department" | "dept" | "charge") => Some(at + 3),
        "second" if next == "in" => area_end(sentence, at + 2),
        "tlr" if next == "holder" => Some(at + 2),
        "slt" if next == "link" => Some(at + 2),
        "ed" if next == "psych" => Some(at + 2),
        "pgce" if matches!(next, "student" | "trainee") => Some(at + 2),
        "long-term" if next == "supply" => Some(at + 2),
        "long" if next == "term" && third == "supply" => Some(at + 3),
        "co" if next == "head" => Some(at + 2),
        _ => None,
    }
}

/// Whether a word of a post is none here: "principal rivers", "ELSA sessions", "head count".
pub(super) fn is_no_post(sentence: &Sentence, at: usize) -> bool {
    let next = sentence.word(at + 1);
    match sentence.word(at) {
        "head" => matches!(next, "teachers" | "lice" | "count" | "start" | "height"),
        "elsa" => matches!(
            next,
            "time" | "sessions" | "support" | "groups" | "group" | "room" | "space"
        ),
        "principal" => {
            let things =
                next.ends_with('s') && sentence.word(at + 2) == "of" && !lexicon::HELPING.contains(next);
            things
                || sentence.is_word(at + 1)
                    && !is_verb(sentence, at + 1)
                    && !sentence.owns(at)
                    && !describes(next)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Reason, tests::strict};

    #[test]
    fn a_post_is_spoken_of_unless_nothing_is_said_of_it() {
        for text in [
            "S.E.N.C.O. stretched",
            "the sen co, provision maps were thin",
            "Wonder if head is getting support",
            "Concern re caretaker & keys",
            "HoS and EHT not on same page",
            "second in English covers the planning alone",
            "history: leader is enthusiastic",
            "Biggest risk = losing the SENDCO",
            "SENDCO. Excellent.",
        ] {
            let found = strict(text);
            let role = found.iter().any(|(reason, _)| *reason == Reason::Role);
            assert!(role, "{text}: {found:?}");
        }
        for text in [
            "Met: HT, DHT, SENDCO, maths lead, 6 pupils",
            "Joint observation w HT",
            "every school must have a qualified SENCO",
            "DSL posters in every toilet",
            "Everyone from the caretaker to the governors wears a lanyard",
            "could the SENDCO send the list before Friday please",
            "SENDCO. 10.15. Library.",
        ] {
            assert_eq!(strict(text), [], "{text}");
        }
    }
}
