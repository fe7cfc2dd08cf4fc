//! How many notes there are, in words and in signs.

use crate::domain::tally::Counts;

/// Counts as a few signs: `++-`, or `7+ 4-` when there are many.
#[must_use]
pub fn signs(counts: Counts) -> String {
    let kinds = [
        (counts.strengths, '+'),
        (counts.developments, '-'),
        (counts.questions, '?'),
        (counts.evidence, '.'),
    ];
    if counts.total() <= 5 {
        return kinds
            .iter()
            .flat_map(|&(count, sign)| std::iter::repeat_n(sign, count as usize))
            .collect();
    }
    let some = kinds.iter().filter(|(count, _)| *count > 0);
    some.map(|(count, sign)| format!("{count}{sign}"))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Counts of conclusions for the rail: `7+ 2-`, with a dot for plain evidence only.
#[must_use]
pub fn rail_counts(counts: Counts) -> String {
    match (counts.strengths, counts.developments, counts.total()) {
        (0, 0, 0) => String::new(),
        (0, 0, total) => format!("{total}."),
        (strengths, developments, _) => format!("{strengths}+ {developments}-"),
    }
}

/// What there is that does not stand in the two lists, below them; nothing where there is none of it: a nought would be
/// taken for all notes.
#[must_use]
pub fn below_the_lists(evidence: usize, questions: usize, private: usize) -> String {
    let said = [
        (evidence, format!("{evidence} evidence")),
        (questions, counted(questions, "question")),
        (private, format!("{private} private")),
    ];
    let said = said.into_iter().filter(|(count, _)| *count > 0);
    said.map(|(_, said)| said).collect::<Vec<_>>().join(", ")
}

/// Counts of every kind of note in one group's name.
#[must_use]
pub fn counts_of(group: &str, counts: Counts, struck: usize) -> String {
    let some = |count: u32, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    let struck = match struck {
        0 => String::new(),
        struck => format!(" ({struck} struck)"),
    };
    format!(
        "{group}: {}, {}, {} evidence, {}{struck}",
        some(counts.strengths, "strength", "strengths"),
        some(counts.developments, "area", "areas"),
        counts.evidence,
        some(counts.questions, "question", "questions")
    )
}

/// So many notes.
#[must_use]
pub fn notes(count: usize) -> String {
    counted(count, "note")
}

/// So many of what is called `what` when there is one.
pub(super) fn counted(count: usize, what: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {what}{ending}")
}
