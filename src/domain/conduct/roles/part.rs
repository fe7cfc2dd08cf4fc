//! One of the staff, told by the part of the school in which they are: there are two or three of them.

use super::super::sentence::Sentence;

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
