//! The name that closes a letter: "Best, Forename".

use std::sync::LazyLock;

use super::{
    super::{
        lexicon::{Words, class},
        sentence::{Letters, Sentence, WINDOW},
    },
    may_be_name, name_end,
};

/// What a letter is closed with.
static CLOSINGS: Words = LazyLock::new(|| {
    class(
        "best regards wishes thanks thank you cheers warm warmest kind kindest many again love yours sincerely faithfully truly          with all my our and the very ever respectfully gratefully",
    )
});

/// "Best, Forename", "Kind regards Forename Surname": where the name ends that closes a letter.
pub(super) fn signed_off(sentence: &Sentence, at: usize, known: &dyn Fn(&str) -> bool) -> Option<usize> {
    let comma = usize::from(sentence.before(at, 1) == ",");
    let closing = at > comma
        && at <= WINDOW
        && sentence.letters(at) == Letters::Capital
        && (0..at - comma).all(|place| CLOSINGS.contains(sentence.word(place)));
    let parted = comma == 1 || matches!(sentence.before(at, 1), "regards" | "wishes");
    if !closing || !parted || !may_be_name(sentence, at, known) {
        return None;
    }
    let end = name_end(sentence, at, known);
    (!sentence.is_word(end)).then_some(end)
}
