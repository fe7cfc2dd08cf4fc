//! Initials that stand for somebody: "JS told us", "Lesson 3 (KH)", "J. Surname".

use super::{
    super::{
        lexicon::{self, COPULAS, HELPING, PREPOSITIONS},
        roles::{is_deed, is_role_word},
        sentence::{Letters, Sentence},
    },
    does_something,
};

/// "Teacher (JS) did not check": two letters in brackets behind somebody, which stand for no post and no need.
pub(super) fn bracketed_initials(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    let somebody = matches!(
        sentence.before(at, 2),
        "teacher"
            | "ta"
            | "pupil"
            | "boy"
            | "girl"
            | "child"
            | "lead"
            | "leader"
            | "ect"
            | "nqt"
            | "governor"
            | "sendco"
            | "senco"
            | "dsl"
            | "head"
            | "deputy"
    );
    // "Lesson 3 (KH)"
    let somebody = somebody
        || matches!(sentence.before(at, 3), "lesson" | "visit" | "observation" | "obs")
            && at >= 2
            && sentence.letters(at - 2) == Letters::Digits;
    let bracketed = somebody
        && (sentence.before(at, 1) == "(" && sentence.word(at + 1) == ")"
            || sentence.before(at, 1) == "-" && sentence.word(at + 1) == "-");
    // "teacher FS did not adapt"
    let beside = matches!(
        sentence.before(at, 1),
        "teacher" | "pupil" | "boy" | "girl" | "child"
    ) && !sentence.is_capital(at + 1)
        && !sentence.owns(at - 1);
    // "Taught by KH", "Obs of KH"
    let done_by = matches!(sentence.before(at, 1), "by" | "of")
        && matches!(
            sentence.before(at, 2),
            "taught" | "led" | "obs" | "observation" | "observed" | "lesson" | "planned"
        );
    (bracketed || beside || done_by)
        && sentence.letters(at) == Letters::AllCapitals
        && word.chars().count() == 2
        && word.chars().all(char::is_alphabetic)
        && !is_shortened(word)
}

/// "JS told us", "JS's lesson": two letters at the start that do what people do.
pub(super) fn opening_initials(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    // "FS (pupil) reads at home"
    let bracketed = sentence.word(at + 1) == "("
        && sentence.word(at + 3) == ")"
        && matches!(
            sentence.word(at + 2),
            "pupil" | "child" | "boy" | "girl" | "teacher" | "ta" | "parent" | "governor" | "send" | "ehcp"
        );
    // "KH: slow start"
    let labelled = matches!(sentence.word(at + 1), ":" | "-")
        && sentence.letters(at + 2) == Letters::Small
        && !ABBREVIATIONS.contains(&word);
    // "AB - 1:1 adult does the work for him"
    let taken_up = matches!(sentence.word(at + 1), ":" | "-")
        && !ABBREVIATIONS.contains(&word)
        && (at + 3..at + 14).any(|place| {
            matches!(sentence.word(place), "him" | "he" | "she")
                || sentence.word(place) == "her" && !sentence.is_word(place + 1)
        });
    // "DW & SC on the back table chatting"
    let other = sentence.word(at + 2);
    let paired = matches!(sentence.word(at + 1), "&" | "and" | "+")
        && sentence.letters(at + 2) == Letters::AllCapitals
        && other.chars().count() == 2
        && !lexicon::AREAS.contains(other)
        && !is_role_word(other)
        && (sentence
            .ahead(at + 2)
            .any(|place| OFF_TASK.contains(&sentence.word(place)))
            // "LM and TK were sent out twice"
            || matches!(sentence.word(at + 3), "was" | "were" | "did" | "didn't" | "had" | "couldn't")
                && ![word, other].iter().any(|letters| ABBREVIATIONS.contains(letters) || is_shortened(letters)));
    sentence.begins(at)
        && sentence.letters(at) == Letters::AllCapitals
        && word.chars().count() == 2
        && word.chars().all(char::is_alphabetic)
        && !is_shortened(word)
        && (sentence.owns(at)
            || bracketed
            || labelled
            || taken_up
            || paired
            || matches!(
                sentence.word(at + 1),
                "needs" | "lacks" | "struggles" | "wants" | "asleep" | "stuck" | "crying" | "refused"
            )
            || sentence.word(at + 1) == "under" && !ABBREVIATIONS.contains(&word)
            || does_something(sentence, at, at + 1))
}

/// What is said of things that two letters stand for.
const USED_OF_THINGS: [&str; 11] = [
    "used",
    "taught",
    "needed",
    "available",
    "displayed",
    "seen",
    "in",
    "on",
    "embedded",
    "planned",
    "done",
];

/// What stands before somebody.
const TOWARDS_SOMEBODY: [&str; 18] = [
    "for", "with", "by", "from", "re", "about", "of", "saw", "observed", "asked", "met", "told", "heard",
    "w", "to", "thanks", "than", "see",
];

/// "JT has no targets", "saw NH and her TA", "Coaching for JS next half term": two letters that nobody knows otherwise,
/// where somebody stands.
pub(super) fn standing_initials(sentence: &Sentence, at: usize) -> bool {
    if !is_unknown_pair(sentence, at) || shouts(sentence, at) {
        return false;
    }
    let (before, next) = (sentence.before(at, 1), sentence.word(at + 1));
    let opens = sentence.begins(at) || !sentence.is_word(at.saturating_sub(1));
    let used = USED_OF_THINGS.contains(&sentence.word(at + 2))
        && (COPULAS.contains(next) || !matches!(sentence.word(at + 2), "in" | "on"));
    let does = is_deed(sentence, at + 1)
        && next != "patterns"
        && !used
        && sentence.letters(at + 1) == Letters::Small;
    let paired = matches!(next, "&" | "and" | "+" | "/") && is_unknown_pair(sentence, at + 2)
        || at >= 2 && matches!(before, "&" | "and" | "+" | "/") && is_unknown_pair(sentence, at - 2);
    let towards = TOWARDS_SOMEBODY.contains(&before);
    let ends = !sentence.is_word(at + 1)
        || PREPOSITIONS.contains(next)
        || COPULAS.contains(next)
        || HELPING.contains(next)
        || matches!(
            next,
            "and" | "next" | "today" | "this" | "who" | "because" | "as" | "again" | "when" | "how" | "what"
        );
    let asked = at > 0
        && (COPULAS.contains(before) || HELPING.contains(before))
        && (sentence.begins(at - 1)
            || matches!(sentence.before(at, 2), "why" | "where" | "how" | "what" | "when"))
        && sentence.letters(at + 1) == Letters::Small;
    opens && does
        || asked
        || paired
        || towards && ends && at > 0
        || sentence.owns(at) && sentence.letters(at + 1) == Letters::Small
}

/// Whether two capitals stand at `at` that are no abbreviation that schools use.
fn is_unknown_pair(sentence: &Sentence, at: usize) -> bool {
    const USED: &str = "aa al as av bp br bt ca cd ce cg ci cl cm cr cs cw da db dd de dh dl dm dv ea ec el en eq er es et ew ex fa \
                        fc ff fm fx gb gc gm ha hb hc hl ho hp hs ia ie ig ii ip iq ir iv iw kg km ko kw lb lc lp lq ls lw mc ml mm mp \
                        mt nd nf ng ni np nq ns nt nz oa od ou ow pb pi pl px qr qt ra rm ro rt rv rw sd sg ss su tc td te tf ti tl tm tp \
                        tr ts tu tx ud un uv va vc vi vo vp vt wa wf wi wp wr ws xl xp xr yt zz aj ng kb mb tb gb";
    let word = sentence.word(at);
    sentence.letters(at) == Letters::AllCapitals
        && word.chars().count() == 2
        && word.chars().all(char::is_alphabetic)
        && !is_shortened(word)
        && !ABBREVIATIONS.contains(&word)
        && !USED.split_whitespace().any(|used| used == word)
}

/// Whether all words around `at` are in capitals, where two of them are nobody's initials.
fn shouts(sentence: &Sentence, at: usize) -> bool {
    let mut around = sentence.back(at).chain(sentence.ahead(at));
    !around.any(|place| sentence.letters(place) == Letters::Small)
}

/// What pupils are seen to do, or where they sit.
const OFF_TASK: [&str; 18] = [
    "talked",
    "chatted",
    "giggled",
    "wandered",
    "chatting",
    "talking",
    "off",
    "table",
    "carpet",
    "sat",
    "giggling",
    "crying",
    "refused",
    "stuck",
    "drifted",
    "fidgeting",
    "asleep",
    "task",
];

/// Two letters that label a line of a report or a poster, besides those that stand for a post or a subject.
const ABBREVIATIONS: [&str; 39] = [
    "wb", "ww", "hw", "li", "sc", "tt", "pd", "pm", "ep", "ks", "sr", "ey", "fb", "ar", "vr", "bw", "md",
    "tb", "cb", "pa", "ph", "st", "si", "bm", "qe", "ba", "lm", "ee", "ll", "ne", "se", "nw", "sw", "cc",
    "bc", "ac", "dc", "vs", "nc",
];

/// Whether two letters stand for a post, a subject, a need or another word of school life.
fn is_shortened(word: &str) -> bool {
    let known = "pp uk eu la qa ks ri gd wt ad sl pt ft it sc ic ct sp eh yr us tv rs cp lo li wo sa ld bm cv hr pr gp ot \
                 sf hq id ai pc lt rp nb ps ok wb ge am pm ed fe he op os rr wg wc ma na so no oh we he at by do go if \
                 in is me my of on or to up mr ms dr st rd y1 y2 y3 y4 y5 y6";
    lexicon::AREAS.contains(word)
        || is_role_word(word)
        || known.split_whitespace().any(|shortened| shortened == word)
}

/// "J.S." and "J. S.": where initials end that stand for a name; "P.E." is none.
pub(super) fn initials_end(sentence: &Sentence, at: usize) -> Option<usize> {
    let letter =
        |at: usize| sentence.letters(at) == Letters::Capital && sentence.word(at).chars().count() == 1;
    let pair = letter(at) && sentence.word(at + 1) == "." && letter(at + 2) && sentence.word(at + 3) == ".";
    let joined = [sentence.word(at), sentence.word(at + 2)].concat();
    let known = lexicon::AREAS.contains(joined.as_str())
        || matches!(
            joined.as_str(),
            "ta" | "uk" | "us" | "it" | "ks" | "yr" | "ri" | "qa" | "la" | "eu" | "ad" | "bc" | "pp"
        );
    // "L.B (LAC)"
    let labelled = letter(at)
        && sentence.word(at + 1) == "."
        && letter(at + 2)
        && sentence.tokens.get(at + 2).is_some_and(|token| token.glued)
        && (sentence.word(at + 3) == "(" || is_deed(sentence, at + 3));
    if labelled && !known {
        return Some(at + 3);
    }
    let more = letter(at + 4) || sentence.before(at, 1) == ".";
    (pair && !known && !more).then_some(at + 4)
}

/// "J Surname", "J. Surname": an initial before a name.
pub(super) fn initial_before(sentence: &Sentence, at: usize) -> Option<usize> {
    let back = if sentence.before(at, 1) == "." { 2 } else { 1 };
    let initial = at.checked_sub(back)?;
    let letter = sentence.word(initial).chars().count() == 1 && sentence.letters(initial) == Letters::Capital;
    // "Teacher: A Surname"
    let labelled = matches!(sentence.before(initial, 1), ":" | "(")
        && matches!(
            sentence.before(initial, 2),
            "teacher" | "ta" | "pupil" | "governor" | "head" | "lead" | "who" | "by"
        );
    let alone = back == 2 || labelled || !matches!(sentence.word(initial), "a" | "i");
    (letter && alone).then_some(initial)
}

#[cfg(test)]
mod tests {
    use super::super::super::{Reason, tests::strict};

    #[test]
    fn initials_are_told_where_somebody_stands() {
        for text in [
            "JT has no targets",
            "saw NH and her TA working",
            "Coaching for JS next half term",
            "L.B (LAC) - plan out of date",
        ] {
            let somebody = |(reason, _): &(Reason, String)| matches!(reason, Reason::Name | Reason::Pupil);
            assert!(strict(text).iter().any(somebody), "{text}");
        }
        for text in [
            "AB patterns in nursery songs",
            "KB and MB units compared in computing",
            "VI and HI pupils sit near the front",
            "LO COPIED BY ALL",
        ] {
            assert_eq!(strict(text), [], "{text}");
        }
    }
}
