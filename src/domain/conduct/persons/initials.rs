//! Initials that stand for somebody: "JS told us", "Lesson 3 (KH)", "J. Surname".

use super::{
    super::{
        lexicon,
        roles::is_role_word,
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
    let bracketed = somebody && sentence.before(at, 1) == "(" && sentence.word(at + 1) == ")";
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
    // "DW & SC on the back table chatting"
    let other = sentence.word(at + 2);
    let paired = matches!(sentence.word(at + 1), "&" | "and" | "+")
        && sentence.letters(at + 2) == Letters::AllCapitals
        && other.chars().count() == 2
        && !lexicon::AREAS.contains(other)
        && !is_role_word(other)
        && sentence
            .ahead(at + 2)
            .any(|place| OFF_TASK.contains(&sentence.word(place)));
    sentence.begins(at)
        && sentence.letters(at) == Letters::AllCapitals
        && word.chars().count() == 2
        && word.chars().all(char::is_alphabetic)
        && !is_shortened(word)
        && (sentence.owns(at)
            || bracketed
            || labelled
            || paired
            || matches!(
                sentence.word(at + 1),
                "needs" | "lacks" | "struggles" | "wants" | "asleep" | "stuck" | "crying" | "refused"
            )
            || sentence.word(at + 1) == "under" && !ABBREVIATIONS.contains(&word)
            || does_something(sentence, at, at + 1))
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
