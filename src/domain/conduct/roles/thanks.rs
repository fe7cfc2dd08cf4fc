//! Thanks to whoever holds a post: for their work they say something of them, for lunch they do not.

use std::{ops::Range, sync::LazyLock};

use super::{
    super::{
        lexicon::{Words, class},
        sentence::Sentence,
    },
    said::is_verb,
};

/// "Thanks to the PSHE lead, staff are confident": what they have done.
pub(super) fn is_owed_thanks(sentence: &Sentence, role: Range<usize>) -> bool {
    if is_thanked_for_work(sentence, role.end) {
        return true;
    }
    let thanks = (1..=3).any(|back| {
        matches!(
            sentence.before(role.start, back),
            "thanks" | "due" | "down" | "owing"
        ) && sentence.before(role.start, back - 1) == "to"
    });
    thanks && sentence.word(role.end) == "," && (role.end..role.end + 9).any(|at| is_verb(sentence, at))
}

/// What a host is thanked for on the day, which says nothing of their work.
static HOSPITALITY: Words = LazyLock::new(|| {
    class(
        "hosting having host day lunch welcome welcoming coffee tea cake cakes biscuits timetable organising arranging letting time          morning afternoon visit hospitality us room setting inviting invitation tour email note notes parking",
    )
});

/// "Thank you to your deputy for being so open": thanks for how they are or what they do in their work.
fn is_thanked_for_work(sentence: &Sentence, end: usize) -> bool {
    sentence
        .back(end)
        .any(|at| matches!(sentence.word(at), "thank" | "thanks"))
        && sentence.word(end) == "for"
        && sentence.is_word(end + 1)
        && !(end + 1..end + 7).any(|at| HOSPITALITY.contains(sentence.word(at)))
}
