//! Forenames that are words, months or plants as well: "Grace", "Will", "Mark", "Hope", "May", "Summer".
//!
//! The word alone says nothing, so each counts only where nobody but a person can stand.

use std::sync::LazyLock;

use super::{
    super::{
        forenames::FORENAMES,
        lexicon::{
            COPULAS, DETERMINERS, HELPING, OPENERS, PREPOSITIONS, PRONOUNS, PROPER, Words, class,
            names_nobody,
        },
        roles::names_role,
        sentence::{Letters, Sentence},
    },
    is_human_verb,
    words::{FAMILY, STATES, TOGETHER},
};

/// The forenames, in small letters.
static FORENAME_WORDS: Words = LazyLock::new(|| {
    class(
        "jan junior rain storm rob rocky grace will mark rose faith hope joy charity mercy patience prudence constance honour blessing \
         destiny trinity unity liberty harmony melody honey ginger candy cherry hazel heather olive \
         rosemary basil saffron willow rowan ash aspen hawthorn linden fern \
         flora bluebell primrose bryony clover dawn eve sky skye sandy \
         heath brook woody summer autumn winter april may june august january pearl amber jade opal \
         gem angel \
         art bill bob drew rob nick pat sue ray gene guy grant chase hunter \
         archer cooper cole robin jay birdie bear bunny kitty \
         dot penny cash victor max buddy buster lance pierce dean page piper \
         \
         carol precious prince princess king duke river ocean star sunny lucky ember nova eden zion \
         coral crystal phoenix diamond sapphire emerald christian noble royal red \
         sage bliss",
    )
});

/// Of these, months and seasons, which have much that people have as well.
const TIMES: [&str; 10] = [
    "jan", "summer", "autumn", "winter", "april", "may", "june", "august", "january", "dawn",
];

/// What only somebody has.
static OWNED: Words = LazyLock::new(|| {
    class(
        "book books writing reading handwriting hand hands answer answers behaviour ta friend friends teacher pencil \
         ehcp plate coat bag chair peg work sums drawing story shoes glasses needs attitude confidence",
    )
});

/// What somebody says, does or cannot do, besides the verbs that only people have.
static SAID_OF_ONE: Words = LazyLock::new(|| {
    class(
        "said says told tells got wrote knew knows thought cried laughed explained chose finished forgot sat ran copied \
         struggled struggles refused answered showed loves likes hates wanted wants asked counted spelt drew spent \
         needed needs found kept made took sounded guessed recited segmented blended coloured wriggled yawned whispered reads has gave went came read reads bit hit",
    )
});

/// What is needed by somebody and not by a hedge.
const HELP: [&str; 14] = [
    "challenge",
    "help",
    "support",
    "time",
    "prompting",
    "reminding",
    "adult",
    "glasses",
    "ta",
    "scaffold",
    "stretch",
    "extension",
    "encouragement",
    "toilet",
];

/// Whether a word is a forename and another word as well.
pub(super) fn is_forename_and_word(word: &str) -> bool {
    FORENAME_WORDS.contains(word)
}

/// Whether the word at `at` is a forename that is a word as well, where only a person can stand: "Hope read to us",
/// "sat next to Faith", "Grace and Will showed us their books".
pub(super) fn is_forename_that_is_word(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    if sentence.letters(at) != Letters::Capital || !FORENAME_WORDS.contains(word) {
        return false;
    }
    let apart = at == 0
        || !DETERMINERS.contains(sentence.before(at, 1))
            && (!sentence.is_capital(at - 1)
                || sentence.begins(at - 1) && OPENERS.contains(sentence.before(at, 1)));
    if !apart || is_place_or_title(sentence, at) {
        return false;
    }
    if sentence.owns(at) {
        return FAMILY.contains(sentence.word(at + 1)) || OWNED.contains(sentence.word(at + 1));
    }
    does(sentence, at)
        || is_listed_with_forename(sentence, at)
        || is_spoken_to(sentence, at)
        || has_initial(sentence, at)
}

/// "amelias book is a mess": a forename that owns, typed without its apostrophe.
pub(super) fn owns_without_apostrophe(sentence: &Sentence, at: usize) -> bool {
    let forename = sentence.word(at).strip_suffix('s');
    let owned = FAMILY.contains(sentence.word(at + 1)) || OWNED.contains(sentence.word(at + 1));
    owned
        && sentence.letters(at + 1) == Letters::Small
        && forename.is_some_and(|name| {
            name.len() > 3
                && FORENAMES.contains(name)
                && !names_nobody(name)
                && !FORENAME_WORDS.contains(name)
        })
        && !FORENAMES.contains(sentence.word(at))
}

/// "London Bridge", "Will Year 6 be ready?", "King John": part of a name of something else.
fn is_place_or_title(sentence: &Sentence, at: usize) -> bool {
    sentence.is_capital(at + 1) && sentence.word(at + 1).chars().count() > 1 && !sentence.owns(at)
}

/// "Hope read beautifully to us", "May couldn't recall the eights", "Poppy in tears", "Mark got his hand up".
fn does(sentence: &Sentence, at: usize) -> bool {
    let (word, next, further) = (sentence.word(at), sentence.word(at + 1), sentence.word(at + 2));
    if is_somewhere(sentence, at) || is_denied(next) && UNABLE.contains(&further) {
        return true;
    }
    // "Will was under the table", where "will have" is a verb.
    if word == "will" && matches!(next, "was" | "is" | "has" | "had" | "isn't" | "wasn't") {
        return true;
    }
    // "Grace said before lunch" is a prayer, and "pupils in Hope explained" a class.
    let prayer = word == "grace"
        && next == "said"
        && matches!(further, "before" | "at" | "in" | "aloud" | "together" | "by");
    let placed = PREPOSITIONS.contains(sentence.before(at, 1));
    let helps = matches!(word, "will" | "may") && HELPING.contains(next) && !is_denied(next);
    !prayer && !placed && !helps && (acts(sentence, at) || is_in_state(sentence, at))
}

/// What somebody is not.
const UNABLE: [&str; 7] = ["sure", "able", "there", "happy", "listening", "ready", "allowed"];

fn is_denied(word: &str) -> bool {
    word.ends_with("n't") || matches!(word, "couldnt" | "didnt" | "cant" | "wouldnt" | "wasnt")
}

/// Whether one person is spoken of behind the name at `at`, or us.
fn is_personal(sentence: &Sentence, at: usize) -> bool {
    (at + 1..at + 9).any(|place| {
        matches!(
            sentence.word(place),
            "his"
                | "her"
                | "he"
                | "she"
                | "himself"
                | "herself"
                | "him"
                | "us"
                | "me"
                | "their"
                | "aloud"
                | "they"
        )
    })
}

/// "Mark got his hand up", "Hope read to us"; "Rose needs support" may be of a rose.
fn acts(sentence: &Sentence, at: usize) -> bool {
    let (word, next) = (sentence.word(at), sentence.word(at + 1));
    let (time, personal) = (TIMES.contains(&word), is_personal(sentence, at));
    // "Will read", "May put": verbs that have no ending of their own.
    let plain = matches!(
        next,
        "read" | "put" | "set" | "let" | "hit" | "cut" | "come" | "run"
    );
    let needs = matches!(next, "needs" | "needed")
        && !(at + 2..at + 6).any(|place| HELP.contains(&sentence.word(place)));
    // "Rose explained as a symbol" is done to a thing.
    let done = next.ends_with("ed") && matches!(sentence.word(at + 2), "as" | "by" | "through") && !personal;
    let said = !plain && !done && SAID_OF_ONE.contains(next) && (!time || personal);
    let read = plain && (personal || sentence.word(at + 2) == "another") && !matches!(word, "will" | "may");
    let human = is_human_verb(sentence, at + 1) && !time && !done && next.ends_with("ed");
    !needs && (said || read || human)
}

/// "Poppy in tears", "Summer didn't write a word", "April was unsure".
fn is_in_state(sentence: &Sentence, at: usize) -> bool {
    let (next, further) = (sentence.word(at + 1), sentence.word(at + 2));
    let denied = is_denied(next);
    let is = (COPULAS.contains(next) || HELPING.contains(next) || denied)
        && (STATES.contains(further)
            || further == "new"
            || is_personal(sentence, at) && !PRONOUNS.contains(further)
            || denied && (SAID_OF_ONE.contains(further) || is_first_form_of_person(further)));
    STATES.contains(next)
        || next == "in" && matches!(further, "tears" | "isolation" | "foster" | "care")
        || next == "off" && matches!(further, "task" | "school" | "sick")
        || matches!(next, "who" | "whose")
        || is
}

/// "Jan in the office", "Grant from the trust", "Mark (site) unlocked", "Faith, our SENDCO, was clear": where somebody
/// works, or as what.
fn is_somewhere(sentence: &Sentence, at: usize) -> bool {
    let (next, further) = (sentence.word(at + 1), sentence.word(at + 2));
    let place = sentence.word(at + 3);
    match next {
        "in" | "on" => {
            further == "the"
                && matches!(
                    place,
                    "office" | "kitchen" | "gate" | "door" | "library" | "hub" | "corridor"
                )
        }
        "from" => {
            further == "the" && matches!(place, "trust" | "office" | "hub" | "council" | "la" | "cluster")
        }
        "(" => {
            place == ")"
                && (names_role(further) || matches!(further, "site" | "office" | "ta" | "kitchen" | "gov"))
        }
        "," => {
            matches!(further, "our" | "the" | "their")
                && (at + 3..at + 6).any(|place| names_role(sentence.word(place)))
        }
        _ => false,
    }
}

/// What somebody could not or did not do.
fn is_first_form_of_person(word: &str) -> bool {
    matches!(
        word,
        "write"
            | "say"
            | "tell"
            | "read"
            | "recall"
            | "remember"
            | "explain"
            | "know"
            | "want"
            | "speak"
            | "answer"
            | "finish"
            | "start"
            | "count"
            | "spell"
            | "join"
            | "sit"
            | "look"
            | "have"
            | "get"
            | "understand"
            | "see"
    )
}

/// "Grace and Will showed us", "Jack, Rose and Ivy": beside another forename, where somebody does something or is spoken
/// to; "Hope, Joy and Respect are the values" are none.
fn is_listed_with_forename(sentence: &Sentence, at: usize) -> bool {
    let joint = |place: usize| matches!(sentence.word(place), "," | "and" | "&" | "+" | "/");
    let name = |place: usize| {
        sentence.letters(place) == Letters::Capital && FORENAMES.contains(sentence.word(place))
    };
    let also = |place: usize| {
        name(place)
            || sentence.letters(place) == Letters::Capital && FORENAME_WORDS.contains(sentence.word(place))
    };
    // "Oak, Rowan, Hazel": what is listed with names of things is one.
    let thing = |place: usize| sentence.is_capital(place) && PROPER.contains(sentence.word(place));
    if at >= 2 && joint(at - 1) && (thing(at - 2) || at >= 4 && joint(at - 3) && thing(at - 4))
        || joint(at + 1) && thing(at + 2)
    {
        return false;
    }
    let beside =
        |is: &dyn Fn(usize) -> bool| at >= 2 && joint(at - 1) && is(at - 2) || joint(at + 1) && is(at + 2);
    let told = (at + 1..at + 8).any(|place| {
        SAID_OF_ONE.contains(sentence.word(place))
            || is_denied(sentence.word(place))
            || matches!(
                sentence.word(place),
                "us" | "talked" | "worked" | "giggling" | "chatting"
            )
    });
    let things = sentence.near(at, |word| {
        matches!(
            word,
            "values"
                | "value"
                | "houses"
                | "classes"
                | "groups"
                | "tables"
                | "map"
                | "virtues"
                | "names"
                | "story"
                | "house"
                | "trees"
                | "class"
                | "flowers"
                | "plants"
                | "months"
                | "book"
                | "text"
        )
    });
    let twins = (at + 1..at + 6).any(|place| {
        matches!(
            sentence.word(place),
            "twins" | "siblings" | "sisters" | "brothers"
        )
    });
    twins || !things && (beside(&name) || beside(&also) && (told || is_spoken_to(sentence, at)))
}

/// "sat next to Faith", "asked Hope what a noun is", "with Grace", "called on Mark".
fn is_spoken_to(sentence: &Sentence, at: usize) -> bool {
    let before = sentence.before(at, 1);
    if at == 0 || !sentence.is_word(at - 1) || sentence.letters(at - 1) == Letters::Digits {
        return false;
    }
    let time = TIMES.contains(&sentence.word(at));
    let thanked =
        before == "to" && matches!(sentence.before(at, 2), "thx" | "thanks" | "ta" | "kudos") && !time;
    let told = thanked
        || matches!(
            before,
            "asked" | "ask" | "told" | "heard" | "called" | "praised" | "thanked" | "reminded" | "watched"
        );
    let met = matches!(before, "to" | "with" | "by" | "beside" | "on" | "for" | "w")
        && (2..=4).any(|back| {
            let word = sentence.before(at, back);
            matches!(
                word,
                "sat"
                    | "sitting"
                    | "spoke"
                    | "next"
                    | "talked"
                    | "listened"
                    | "called"
                    | "calls"
                    | "chat"
                    | "chatted"
            ) || !time
                && before != "on"
                && TOGETHER.contains(word)
                && !matches!(word, "time" | "book" | "plan" | "provision")
        });
    told && !time || met
}

/// "Grace M.", "Hope (Y4)"
fn has_initial(sentence: &Sentence, at: usize) -> bool {
    let initial = sentence.word(at + 1);
    let lettered = initial.chars().count() == 1
        && sentence.letters(at + 1) == Letters::Capital
        && !matches!(initial, "i" | "a")
        && (sentence.word(at + 2) == "." || super::does_something(sentence, at, at + 2));
    let year = initial == "("
        && sentence.word(at + 3) == ")"
        && (sentence.word(at + 2).starts_with('y') && sentence.word(at + 2).len() == 2
            || matches!(
                sentence.word(at + 2),
                "pp" | "eal" | "send" | "sen" | "ehcp" | "fsm" | "lac"
            ));
    // "May, 7, reads to the little ones"
    let aged = initial == ","
        && sentence.word(at + 3) == ","
        && sentence
            .word(at + 2)
            .parse()
            .is_ok_and(|age: u8| (3..=18).contains(&age));
    lettered || aged || year && !TIMES.contains(&sentence.word(at))
}

#[cfg(test)]
mod tests {
    use super::super::super::{Reason, tests::strict};

    #[test]
    fn a_forename_that_is_a_word_is_told_where_only_a_person_stands() {
        for text in [
            "Grace and Will showed us their books",
            "Hope read beautifully to us",
            "May couldn't recall the eights",
            "Jack, Rose and Ivy explained the method",
            "Mark got his hand up every time",
            "April's book is blank",
            "sat next to Faith who was stuck",
            "Summer didn't write a word",
        ] {
            let somebody = |(reason, _): &(Reason, String)| matches!(reason, Reason::Name | Reason::Pupil);
            assert!(strict(text).iter().any(somebody), "{text}");
        }
        for text in [
            "Will pupils know what to do?",
            "May need to revisit the policy",
            "Mark schemes shared with pupils",
            "Hope and Courage are school values",
            "Hope, Joy and Respect are the values on the gate",
            "By April all plans are reviewed",
            "Summer reading challenge promoted",
            "Grace said before lunch, all know the words",
            "Daisy chain counting activity",
        ] {
            assert_eq!(strict(text), [], "{text}");
        }
    }
}
