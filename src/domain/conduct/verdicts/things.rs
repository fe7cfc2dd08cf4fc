//! What a word of verdict is said of besides the school: what is to be done, built or served, and what holds for some.

use std::{ops::Range, sync::LazyLock};

use super::super::{
    lexicon::{PREPOSITIONS, Words, class},
    sentence::Sentence,
};

/// What is outstanding until it is done, paid or answered.
static DUE: Words = LazyLock::new(|| {
    class(
        "action actions item items task tasks homework job jobs form forms issue issues question questions query \
         queries payment payments reply replies document documents paperwork work report reports check checks repair \
         repairs request requests order orders invoice invoices minutes permission consent photocopies copies \
         debt debts balance target targets referral referrals response responses list files evidence",
    )
});

/// What is built, bought or served: it may be inadequate without any verdict on the school.
static THINGS: Words = LazyLock::new(|| {
    class(
        "roof fence wifi wi-fi internet broadband building buildings hall lighting light toilet toilets playground field \
         display displays signage cupboard cupboards equipment furniture chairs tables resources heating \
         ventilation website parking car boiler kitchen corridor corridors kit laptop laptops chromebooks ipads tablets \
         printer printers photocopier phone phones door doors gate gates window windows floor carpet grounds garden \
         shed pond canteen food menu menus lunch lunches seating acoustics sink sinks space room rooms mobiles mobile",
    )
});

/// Whether what stands there is a thing to be done, which is outstanding until it is done.
pub(super) fn is_due(sentence: &Sentence, mut within: Range<usize>) -> bool {
    within.any(|at| DUE.contains(sentence.word(at)))
}

/// Whether a phrase ends in a thing that is built, bought or served.
pub(super) fn is_thing(sentence: &Sentence, within: Range<usize>) -> bool {
    let stop = within
        .clone()
        .find(|at| PREPOSITIONS.contains(sentence.word(*at)));
    let end = stop.filter(|stop| *stop > within.start).unwrap_or(within.end);
    end > within.start
        && (THINGS.contains(sentence.word(end - 1))
            || end > within.start + 1
                && THINGS.contains(sentence.word(end - 2))
                && sentence.word(end - 1) == "signal")
}

/// Whether it is said at `at` that something holds for some alone, or here and there: "challenge for some".
pub(super) fn is_limited(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.word(at), "for" | "in" | "at")
        && matches!(
            sentence.word(at + 1),
            "some" | "a" | "one" | "two" | "places" | "times" | "parts"
        )
}

/// Whether a phrase is about a skill of pupils alone.
pub(super) fn is_skill(sentence: &Sentence, within: Range<usize>) -> bool {
    let words = within.clone().filter(|at| sentence.is_word(*at)).count();
    let skill = |at: usize| {
        matches!(
            sentence.word(at),
            "handwriting" | "spelling" | "punctuation" | "vocabulary" | "oracy" | "joins" | "formation"
        )
    };
    let of_work = within
        .clone()
        .any(|at| sentence.says(at, &["presentation", "of", "work"]));
    of_work || words <= 2 && within.end > within.start && skill(within.end - 1)
}
