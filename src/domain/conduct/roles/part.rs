//! One of the staff, told by the part of the school in which they are: there are two or three of them.

use super::super::{lexicon::REPORTING, sentence::Sentence};

/// Where "a teacher in upper key stage 2", "one member of staff in the early years" ends, which begins at `at`.
pub(super) fn one_in_a_part(sentence: &Sentence, at: usize) -> Option<usize> {
    if !matches!(sentence.word(at), "a" | "one") {
        return None;
    }
    let of_staff = sentence.says(at + 1, &["member", "of", "staff"]);
    let one = matches!(
        sentence.word(at + 1),
        "teacher" | "adult" | "ta" | "colleague" | "practitioner" | "leader"
    );
    let end = match (of_staff, one) {
        (true, _) => at + 4,
        (false, true) => at + 2,
        (false, false) => return None,
    };
    matches!(sentence.word(end), "in" | "from")
        .then(|| part_end(sentence, end + 1))
        .flatten()
}

/// Where "one teacher" ends, which begins at `at` and opens the sentence, if it is told what that one does; that they told the review something, or another one did otherwise, points at nobody.
pub(super) fn one_of_staff(sentence: &Sentence, at: usize) -> Option<usize> {
    let one =
        sentence.word(at) == "one" && matches!(sentence.word(at + 1), "teacher" | "adult" | "colleague");
    let end = at + 2;
    let verb = sentence.word(end);
    let heard = REPORTING.contains(verb) || matches!(verb, "asked" | "mentioned" | "shared" | "described");
    let beside = || {
        let others = [
            "another", "others", "other", "each", "second", "two", "three", "both",
        ];
        sentence.near(at, |word| others.contains(&word))
    };
    let told = one && sentence.begins(at) && super::is_deed(sentence, end) && !heard;
    (told && !beside()).then_some(end)
}

/// Where the name of a part of the school ends: "the early years", "lower key stage 2", "UKS2".
fn part_end(sentence: &Sentence, at: usize) -> Option<usize> {
    let at = at + usize::from(sentence.word(at) == "the");
    let at = at + usize::from(matches!(sentence.word(at), "lower" | "upper"));
    match (sentence.word(at), sentence.word(at + 1)) {
        ("key", "stage") => Some(at + 3),
        ("early", "years") => Some(at + 2),
        ("ks1" | "ks2" | "lks2" | "uks2" | "eyfs", _) => Some(at + 1),
        _ => None,
    }
}
