//! What somebody is to do: who owns a step is pointed at as much as who is praised, but for the errands of the review.

use std::{ops::Range, sync::LazyLock};

use super::{
    super::{
        lexicon::{DETERMINERS, Words, class},
        sentence::Sentence,
    },
    met::ERRANDS,
    names_role,
    said::{has_verb_soon, is_verb},
    titles::opens_clause,
};

/// What somebody is to do: "Maths lead: share the plan".
static ACTIONS: Words = LazyLock::new(|| {
    class(
        "train plan share write lead run create develop review update produce set agree model monitor draft organise \
         release build make collate sort map audit observe coach design deliver order publish simplify replace trial \
         extend stop start keep look visit watch revisit reduce decide choose",
    )
});

/// "SENDCO to be praised for the maps"
pub(super) fn is_to_be_praised(sentence: &Sentence, end: usize) -> bool {
    sentence.word(end) == "to"
        && sentence.word(end + 1) == "be"
        && matches!(
            sentence.word(end + 2),
            "praised" | "commended" | "congratulated" | "coached" | "held" | "released" | "supported"
        )
}

/// "SENCO to be released", "HT to step back from writing every policy himself", "d/head to take it on, as it fails under
/// her": what is to be done says something of them.
pub(super) fn is_owed(sentence: &Sentence, end: usize) -> bool {
    let of_them = |at: usize| {
        matches!(sentence.word(at), "himself" | "herself")
            || sentence.word(at) == "under" && matches!(sentence.word(at + 1), "her" | "him")
    };
    sentence.word(end) == "to"
        && (sentence.word(end + 1) == "be" && sentence.word(end + 2) == "released"
            || (end + 1..end + 16).any(of_them))
}

/// "Maths lead to share the plan", "SENDCO and maths lead to plan a meeting", "Geography lead: share the plan"; not
/// "nobody holds the maths lead to account".
pub(super) fn is_asked_to_act(sentence: &Sentence, role: Range<usize>) -> bool {
    let Range { start, end } = role;
    let held = (0..start)
        .rev()
        .take(4)
        .take_while(|at| sentence.is_word(*at))
        .any(|at| is_verb(sentence, at) || sentence.word(at) == "holds");
    let action = opens_clause(sentence, start)
        || matches!(sentence.before(start, 1), "and" | "&" | "host")
        || is_task_for(sentence, start);
    let joined = matches!(sentence.word(end), "and" | "&" | "+" | "/");
    let others = (end + 2..end + 5).find(|at| joined && sentence.word(*at) == "to");
    let end = others
        .filter(|at| names_role(sentence.before(*at, 1)))
        .unwrap_or(end);
    let told = matches!(sentence.word(end), ":" | "-" | ",")
        && (ACTIONS.contains(sentence.word(end + 1)) || ERRANDS.contains(sentence.word(end + 1)))
        && !has_verb_soon(sentence, end);
    (matches!(sentence.word(end), "to" | "will") && is_for_the_review(sentence, end) || told)
        && !held
        && action
}

/// What a review itself needs done: "Host head to circulate the timetable", "Headteacher to check for factual accuracy".
static OF_THE_REVIEW: Words = LazyLock::new(|| {
    class(
        "timetable timetables report reports sef accuracy visits visit order pack feedback dates date room rooms lunch draft          drafts minutes parking badges lanyards tour welcome documents data-sheet laptop keys coffee agenda invitation apologies",
    )
});

/// Whether what somebody is to do behind `end` is an errand of the review: whoever owns any other step is pointed at as
/// much as whoever is praised, and stands as the "who" of the step.
pub(super) fn is_for_the_review(sentence: &Sentence, end: usize) -> bool {
    (end + 1..end + 9).any(|at| OF_THE_REVIEW.contains(sentence.word(at)))
        && !sentence.near(end, |word| matches!(word, "monitoring" | "policy" | "progress"))
}

/// "Action for the maths lead to take": not "no time for the maths lead to monitor".
fn is_task_for(sentence: &Sentence, start: usize) -> bool {
    let back = 1 + usize::from(DETERMINERS.contains(sentence.before(start, 1)));
    sentence.before(start, back) == "for"
        && matches!(
            sentence.before(start, back + 1).trim_end_matches('s'),
            "" | "action" | "step" | "target" | "task" | "job" | "one" | ":" | "-"
        )
}

/// "will send the report by Easter": an errand of the review for somebody, by role.
pub(super) fn is_assigned(sentence: &Sentence, verb: usize) -> bool {
    let next = sentence.word(verb + 1);
    sentence.word(verb) == "will"
        && is_for_the_review(sentence, verb)
        && !matches!(
            next,
            "be" | "not" | "need" | "never" | "struggle" | "have" | "always"
        )
}
