//! Where a role is nobody's of this school: another school's, a part in a play, one of a list of occupations.

use std::ops::Range;

use super::super::{
    lexicon::COPULAS,
    sentence::{Letters, Sentence},
};

/// "Pupils know who the DSL is", "Safeguarding lead named on every poster": that one is told who holds the role.
pub(super) fn is_shown(sentence: &Sentence, role: Range<usize>) -> bool {
    let told_who = matches!(sentence.before(role.start, 2), "who" | "whom")
        && sentence.before(role.start, 1) == "the"
        && COPULAS.contains(sentence.word(role.end));
    let seen_on = matches!(
        sentence.word(role.end),
        "named" | "shown" | "displayed" | "listed" | "pictured"
    ) && (role.end..role.end + 6).any(|at| {
        let word = sentence.word(at).trim_end_matches('s');
        matches!(
            word,
            "poster"
                | "website"
                | "board"
                | "noticeboard"
                | "display"
                | "lanyard"
                | "page"
                | "list"
                | "door"
                | "newsletter"
        )
    });
    // "The Caretaker" in mid-sentence is a part in a play.
    let part = role.start > 1
        && sentence.before(role.start, 1) == "the"
        && sentence.letters(role.start - 1) == Letters::Capital
        && sentence.letters(role.start) == Letters::Capital
        && sentence.letters(role.start - 2) == Letters::Small;
    let in_story = sentence.word(role.end) == "in"
        && matches!(
            sentence.word(role.end + 2),
            "story" | "novel" | "poem" | "tale" | "film" | "play" | "text"
        );
    // "who is the lead for oracy?", "librarian of the month", "everyone from the caretaker to the governors"
    let who_is = sentence.word(0) == "who" && COPULAS.contains(sentence.word(1)) && role.start <= 3;
    let chosen = sentence.word(role.end) == "of"
        && matches!(
            sentence.word(role.end + 2),
            "month" | "week" | "day" | "year" | "term"
        );
    let everyone = sentence.word(role.end) == "to"
        && sentence.back(role.start).any(|at| {
            sentence.word(at) == "from" && matches!(sentence.before(at, 1), "everyone" | "all" | "everybody")
        });
    told_who || seen_on || part || in_story || who_is || chosen || everyone
}

/// "SENDCO time is protected in all three schools", "the partner school's headteacher"
pub(super) fn is_elsewhere(sentence: &Sentence, role: Range<usize>) -> bool {
    let Range { start, end } = role;
    // "Exec headteacher supports 3 schools" is said of somebody here.
    if matches!(sentence.word(end), "supports" | "leads" | "runs" | "oversees") {
        return false;
    }
    let other_school = sentence.back(start).chain(start..end + 4).any(|at| {
        let partner = sentence.word(at) == "partner"
            && (at + 1 == start || sentence.word(at + 1).starts_with("school") || sentence.owns(at));
        partner || matches!(sentence.word(at), "neighbouring" | "secondary" | "federation")
    });
    // "maths lead from School C"
    let from_other =
        sentence.word(end) == "from" && sentence.word(end + 1) == "school" && sentence.is_word(end + 2);
    other_school
        || from_other
        || sentence
            .back(start)
            .chain(sentence.ahead(start))
            // "supports other schools" is said of somebody here.
            .any(|at| {
                // "spread over two schools"
                let spread = matches!(sentence.before(at, 2), "over" | "between" | "across");
                sentence.word(at) == "schools" && (at < start || sentence.before(at, 1) != "other" && !spread)
            })
}

/// "Police officer, nurse, caretaker, vet": people who help us, in a list of occupations.
pub(super) fn is_occupation(sentence: &Sentence, start: usize) -> bool {
    sentence.near(start, |word| {
        matches!(
            word,
            "police"
                | "vet"
                | "vets"
                | "firefighter"
                | "firefighters"
                | "dentist"
                | "paramedic"
                | "paramedics"
                | "builder"
                | "postman"
                | "role-play"
                | "drama"
                | "puppet"
                | "costume"
                | "costumes"
        )
    }) || sentence
        .back(start)
        .any(|at| sentence.says(at, &["role", "play"]) || sentence.says(at, &["in", "role", "as"]))
        || is_pupils_duty(sentence, start)
}

/// "Leadership roles for pupils, such as librarian and play leader": what pupils may be.
fn is_pupils_duty(sentence: &Sentence, start: usize) -> bool {
    let pupils = |word: &str| {
        matches!(
            word,
            "pupil" | "pupils" | "children" | "chn" | "monitors" | "ambassadors"
        )
    };
    let example = |at: usize| {
        matches!(
            sentence.word(at),
            "as" | "like" | "including" | "include" | "become" | "being" | "be"
        )
    };
    sentence.back(start).any(|at| pupils(sentence.word(at)))
        && sentence.back(start).take(5).any(example)
        && !sentence
            .back(start)
            .take(2)
            .any(|at| matches!(sentence.word(at), "the" | "our" | "their"))
}
