//! The words of verdicts, and the words around them by which a verdict is told from plain English.

use std::{ops::Range, sync::LazyLock};

use super::super::{
    lexicon::{HELPING, Words, class},
    sentence::{Letters, Sentence},
};

/// How much a word is a grade in itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// A plain word that is a verdict only on the school or what it stands for: "good", "effective".
    Plain,
    /// A word that is a verdict on any part of provision: "outstanding", "inadequate".
    Strong,
    /// A thing that something lacks: "needs attention".
    Lack,
    /// A grade by name that is also said of pupils: "expected standard".
    Standard,
    /// A grade by name: "requires improvement", "RI".
    Grade,
}

/// A word or words of verdict at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// The words of it.
    pub at: Range<usize>,
    /// How much it is a grade.
    pub weight: Weight,
    /// Whether it has its own verb: "requires improvement".
    pub verb: bool,
}

/// The term that begins at `at`.
pub(super) fn term(sentence: &Sentence, at: usize) -> Option<Term> {
    let word = sentence.word(at);
    let (length, weight) = if let Some(weight) = hyphened(word).or_else(|| number_as_grade(sentence, at)) {
        (1, weight)
    } else {
        lack(sentence, at)
            .or_else(|| grade_of_two(sentence, at))
            .or_else(|| numbered(sentence, at))
            .or_else(|| Some((1, adjective(sentence, at)?)))?
    };
    Some(Term {
        at: at..at + length,
        weight,
        verb: NEEDING.contains(&word),
    })
}

/// The verbs of what is lacking.
const NEEDING: [&str; 10] = [
    "requires",
    "require",
    "required",
    "requiring",
    "needs",
    "need",
    "needed",
    "needing",
    "req",
    "reqs",
];

/// "requires improvement", "needs urgent attention"; the noun of what is needed decides, and how urgent it is.
fn lack(sentence: &Sentence, at: usize) -> Option<(usize, Weight)> {
    let verb = sentence.word(at);
    if !NEEDING.contains(&verb) {
        return None;
    }
    let requires = verb.starts_with("req");
    let (first, second) = (sentence.word(at + 1), sentence.word(at + 2));
    // "req. improvement"
    if requires && first == "." && matches!(second, "improvement" | "imp") {
        return Some((3, Weight::Grade));
    }
    match (first, second) {
        ("improvement" | "imp" | "improv", _) if requires => Some((2, Weight::Grade)),
        ("of", "attention" | "improvement") if verb == "need" => Some((3, Weight::Lack)),
        ("urgent", "improvement") => Some((3, Weight::Grade)),
        ("attention", _) => Some((2, Weight::Lack)),
        ("urgent" | "immediate" | "more" | "further" | "serious", "attention") => Some((3, Weight::Lack)),
        ("significant" | "rapid" | "substantial" | "further" | "major" | "considerable", "improvement")
            if requires =>
        {
            Some((3, Weight::Lack))
        }
        _ => None,
    }
}

/// "special measures", "strong standard": two or three words that are a grade together.
fn grade_of_two(sentence: &Sentence, at: usize) -> Option<(usize, Weight)> {
    match (sentence.word(at), sentence.word(at + 1), sentence.word(at + 2)) {
        ("urgent", "improvement", "needed" | "required") => Some((3, Weight::Lack)),
        ("urgent", "improvement", _) => Some((2, Weight::Lack)),
        ("special", "measures", _) | ("serious", "weaknesses", _) => Some((2, Weight::Grade)),
        ("strong" | "expected" | "exp", "std" | "standard", _) => Some((2, Weight::Standard)),
        ("working", "towards" | "toward", "effective") => Some((3, Weight::Grade)),
        ("r", ".", "i") if sentence.is_capital(at) && sentence.is_capital(at + 2) => Some((3, Weight::Grade)),
        _ => None,
    }
}

/// "grade 2": one of the four grades of an inspection by its number; a grade of piano or of an examination is none.
fn numbered(sentence: &Sentence, at: usize) -> Option<(usize, Weight)> {
    // "Grade: 2", "Overall effectiveness - 2"
    let marked = matches!(sentence.word(at + 1), ":" | "-" | "=");
    let named = sentence.word(at) == "grade" || marked && GRADES.contains(sentence.word(at));
    let end = at + 2 + usize::from(marked);
    let number = matches!(
        sentence.word(end - 1),
        "1" | "2" | "3" | "4" | "one" | "two" | "three" | "four"
    );
    let examined = |word: &str| {
        matches!(
            word,
            "piano"
                | "violin"
                | "guitar"
                | "music"
                | "flute"
                | "cello"
                | "drum"
                | "drums"
                | "exam"
                | "exams"
                | "gcse"
                | "gcses"
                | "ballet"
                | "brass"
                | "trumpet"
                | "listed"
                | "ii"
                | "boundary"
                | "theory"
                | "passed"
                | "pupils"
                | "pupil"
                | "child"
                | "leaf"
                | "scale"
                | "spelling"
                | "paper"
                | "pencil"
                | "pencils"
        )
    };
    let ends = number && (phrase_ends(sentence, end, Weight::Grade) || sentence.word(end) == "school");
    (named && ends && !sentence.near(at, examined)).then_some((end - at, Weight::Grade))
}

/// "The school is a 2", "a low 3 for teaching".
fn number_as_grade(sentence: &Sentence, at: usize) -> Option<Weight> {
    let number = matches!(sentence.word(at), "1" | "2" | "3" | "4");
    let shaded = matches!(
        sentence.before(at, 1),
        "solid" | "secure" | "strong" | "firm" | "clear" | "high" | "low" | "borderline" | "weak"
    );
    let a = sentence.before(at, 1 + usize::from(shaded)) == "a";
    let ends = !sentence.is_word(at + 1) && sentence.letters(at + 2) != Letters::Digits
        || matches!(
            sentence.word(at + 1),
            "for"
                | "across"
                | "throughout"
                | "everywhere"
                | "overall"
                | "if"
                | "at"
                | "now"
                | "from"
                | "on"
                | "but"
                | "and"
                | "heading"
                | "moving"
                | "with"
                | "or"
                | "not"
                | "in"
        );
    // "The SEF grades it 2"
    let grades = |word: &str| {
        matches!(
            word,
            "grade" | "grades" | "graded" | "rate" | "rates" | "rated" | "judged"
        )
    };
    let given = grades(sentence.before(at, 1))
        || grades(sentence.before(at, 2))
            && !matches!(sentence.before(at, 1), "of" | "the" | "in" | "and" | "year");
    let told = labels_number(sentence, at)
        || shaded
            && sentence.begins(at - 1)
            && (!sentence.is_word(at + 1)
                || matches!(
                    sentence.word(at + 1),
                    "everywhere" | "throughout" | "across" | "overall" | "bar" | "but"
                ));
    (number && (a && ends || told || given && ends)).then_some(Weight::Grade)
}

/// "Quality of education 2", "Grade for teaching: 3", "2 for leadership": a number with what it grades.
fn labels_number(sentence: &Sentence, at: usize) -> bool {
    let last = !sentence.is_word(at + 1) && sentence.letters(at + 2) != Letters::Digits;
    let area = |back: usize| NUMBERED_AREAS.contains(&sentence.before(at, back));
    let mark = matches!(sentence.before(at, 1), ":" | "=" | "-");
    let named =
        (2..7).any(|back| matches!(sentence.before(at, back), "grade" | "judgement" | "effectiveness"));
    let of_area = last && sentence.before(at, 1) != "teaching" && area(1);
    let marked = mark && sentence.before(at, 1) != "-" && !sentence.is_word(at + 1) && named;
    let labelled = mark && last && area(2);
    let opens = sentence.begins(at)
        && sentence.word(at + 1) == "for"
        && (NUMBERED_AREAS.contains(&sentence.word(at + 2))
            || matches!(
                sentence.word(at + 2),
                "curriculum" | "safeguarding" | "inclusion" | "outcomes" | "quality"
            ));
    of_area || marked || labelled || opens
}

/// What is graded by a number that stands beside it.
const NUMBERED_AREAS: [&str; 9] = [
    "education",
    "ed",
    "effectiveness",
    "leadership",
    "management",
    "behaviour",
    "attitudes",
    "teaching",
    "governance",
];

/// An adjective that is a grade. With a capital in mid-sentence it is written as one: "graded as Good".
fn adjective(sentence: &Sentence, at: usize) -> Option<Weight> {
    match sentence.word(at) {
        "ri" => Some(Weight::Grade),
        "outstanding" | "inadequate" | "exceptional" | "ineffective" | "outst" | "inad" => {
            Some(Weight::Strong)
        }
        "good" | "effective" | "leading" => {
            let named = sentence.letters(at) == Letters::Capital
                && at > 0
                && sentence.is_word(at - 1)
                && !sentence.is_capital(at - 1)
                && !sentence.is_capital(at + 1)
                && phrase_ends(sentence, at + 1, Weight::Strong);
            Some(if named { Weight::Strong } else { Weight::Plain })
        }
        _ => None,
    }
}

/// "requires-improvement", "good-to-outstanding", "RI-level"
fn hyphened(word: &str) -> Option<Weight> {
    let mut parts = word.split('-');
    if !word.contains('-') {
        None
    } else if matches!(word, "requires-improvement" | "special-measures")
        || parts.clone().any(|part| part == "ri")
    {
        Some(Weight::Grade)
    } else {
        let strong = |part| matches!(part, "outstanding" | "inadequate" | "exceptional");
        parts.any(strong).then_some(Weight::Strong)
    }
}

/// Words that may stand between a verb, or a label, and the verdict.
static HEDGES: Words = LazyLock::new(|| {
    class(
        "v at least best not yet now already still very really so too mostly generally largely broadly consistently \
         securely solidly truly clearly only just overall simply almost nearly definitely certainly probably \
         increasingly never always often usually currently a an the strong solid secure clear firm high low \
         borderline rather quite fairly better than or being as to be clearly comfortably typically genuinely \
         pretty absolutely totally completely no longer nothing less short highly extremely fully wholly partly particularly most more somewhat reasonably \
         remarkably obviously indeed even actually far much right undoubtedly confident close both all easily safe inside comfortable marginal weak low comfortably well sometimes imo imho tbh",
    )
});

/// Adverbs of time and other words with the ending of an adverb that shade no verdict.
const NO_SHADES: [&str; 16] = [
    "early", "family", "weekly", "monthly", "termly", "yearly", "supply", "assembly", "apply", "lovely",
    "friendly", "elderly", "orderly", "lively", "likely", "unlikely",
];

/// Whether a word may stand between a verb, or a label, and the verdict: one of those listed, or any adverb, however it
/// is spelt ("definately").
pub(super) fn is_hedge(word: &str) -> bool {
    HEDGES.contains(word) || word.len() > 5 && word.ends_with("ly") && !NO_SHADES.contains(&word)
}

/// What may follow a verdict that ends its phrase; a noun may not.
static FOLLOWING: Words = LazyLock::new(|| {
    class(
        "and or but with in across overall because when if though although throughout than while whilst so as on \
         compared from since enough now too this here by according despite except at for to into under until \
         given where which which yet already again today during within rather is are was were has have not \
         that we they it tomorrow heading moving everywhere wherever imo imho tbh i",
    )
});

/// The words of grading: what somebody does who gives a verdict.
pub(super) static GRADING: Words = LazyLock::new(|| {
    class(
        "go going grade grades graded grading judge judges judged judging rate rates rated rating call calls called class \
         classed consider considers considered deem deems deemed describe describes described label labels labelled \
         regard regards regarded award awarded awards get gets got getting achieve achieves achieved receive \
         receives received give gives gave given score scores scored merit merits merited deserve deserves deserved \
         evaluate evaluated evaluates find found finds come comes came emerge emerges emerged think thought say said defend stand stood settle settled agree agreed conclude concluded put place placed assess assessed say says make makes made self-evaluate self-evaluates self-evaluated calling describing labelling considering deeming putting",
    )
});

/// What is graded by name: "judgement: good".
pub(super) static GRADES: Words = LazyLock::new(|| {
    class(
        "overall judgement judgements judgment grade grades rating ratings estimate verdict effectiveness category outcome \
           evaluation result conclusion score sef view opinion consensus hunch fit bottom-line ofsted gut feeling ofsted-ready headline self-evaluation",
    )
});

/// Of these, the verbs of whoever is graded.
pub(super) static RECEIVING: Words = LazyLock::new(|| {
    class(
        "get gets got getting achieve achieves achieved receive receives received score scores scored merit merits deserve deserves self-evaluate self-evaluates self-evaluated come comes came emerge emerges emerged",
    )
});

/// What, if it is called good, is given a verdict.
pub(super) static PRAISED: Words = LazyLock::new(|| {
    class(
        "school schools academy leadership management provision governance teaching lesson lessons teacher teachers leader leaders education",
    )
});

/// Whose grading is a verdict on a school.
pub(super) static GRADERS: Words = LazyLock::new(|| {
    class(
        "sef we i i'd we'd i'll we'll inspectors inspector ofsted hmi panel team reviewers inspection review",
    )
});

/// Nouns after "outstanding" and the like with which the words are plain English.
pub(super) static PART_OF_VERDICT: Words = LazyLock::new(|| {
    class(
        "features feature elements aspects aspect bracket territory judgement judgment grade grading category rating",
    )
});

/// Whether the phrase of a term that ends before `at` ends there: nothing follows that it could describe.
pub(super) fn phrase_ends(sentence: &Sentence, at: usize, weight: Weight) -> bool {
    if !sentence.is_word(at) {
        // "good-humoured", "good/bad": part of another word.
        return !(matches!(sentence.word(at), "-" | "/")
            && sentence.tokens.get(at).is_some_and(|mark| mark.glued));
    }
    let next = sentence.word(at);
    let doing = sentence.word(at + 1).ends_with("ing")
        || matches!(
            next,
            "when" | "where" | "because" | "if" | "for" | "to" | "as" | "at" | "by" | "than" | "on" | "it"
        );
    if sentence.before(at, 1) == "effective" && doing {
        // Effective in doing something, effective when something is done.
        return false;
    }
    if weight == Weight::Plain {
        // Good at, for or to do something is no grade.
        let to_do = match next {
            "at" => {
                sentence.letters(at + 1) != Letters::Digits
                    && !matches!(
                        sentence.word(at + 1),
                        "present" | "least" | "best" | "this" | "the" | "all" | "key"
                    )
            }
            "for" => !matches!(
                sentence.word(at + 1),
                "all"
                    | "most"
                    | "some"
                    | "pupils"
                    | "those"
                    | "many"
                    | "disadvantaged"
                    | "outcomes"
                    | "teaching"
                    | "leadership"
                    | "behaviour"
                    | "attendance"
                    | "achievement"
                    | "curriculum"
                    | "inclusion"
                    | "everything"
                    | "now"
            ),
            "to" => !matches!(sentence.word(at + 1), "us" | "me"),
            "that" | "fun" | "it" | "we" | "they" => true,
            _ => false,
        };
        if to_do {
            return false;
        }
    }
    let stressed =
        next == "full" && sentence.word(at + 1) == "stop" || next == "end" && sentence.word(at + 1) == "of";
    // "It is outstanding dont let anyone say otherwise": the next clause begins without a mark.
    FOLLOWING.contains(next) || stressed || weight >= Weight::Strong && HELPING.contains(next)
}

/// Whether "RI" or "special measures" is used for something else here.
pub(super) fn means_something_else(sentence: &Sentence, term: &Term) -> bool {
    let next = sentence.word(term.at.end);
    match sentence.word(term.at.start) {
        // "Nothing outstanding from the last list"
        "outstanding" => {
            sentence.before(term.at.start, 1) == "nothing"
                && (!sentence.is_word(term.at.end) || matches!(next, "from" | "since"))
        }
        // A measure of the early years by its name.
        "good" => next == "level" && sentence.word(term.at.end + 2) == "development",
        "ri" => {
            let in_capitals = sentence.letters(term.at.start) == Letters::AllCapitals;
            // "royal institution (RI)"
            let spelt = sentence.before(term.at.start, 1) == "("
                && sentence.before(term.at.start, 2).starts_with('i')
                && sentence.before(term.at.start, 3).starts_with('r')
                && sentence.before(term.at.start, 2) != "improvement";
            let lecture = sentence.near(term.at.start, |word| {
                matches!(word, "royal" | "lecture" | "lectures")
            });
            !in_capitals
                || spelt
                || lecture
                || matches!(
                    next,
                    "=" | "stands"
                        | "means"
                        | "group"
                        | "groups"
                        | "session"
                        | "training"
                        | "sessions"
                        | "intervention"
                        | "interventions"
                        | "time"
                        | "slot"
                        | "slots"
                        | "programme"
                        | "pupils"
                )
                || next == "lessons"
                    && !term
                        .at
                        .start
                        .checked_sub(1)
                        .is_some_and(|at| sentence.letters(at) == Letters::Digits)
        }
        "special" => matches!(
            next,
            "for"
                | "("
                | "to"
                | "were"
                | "are"
                | "taken"
                | "such"
                | "that"
                | "which"
                | "like"
                | "have"
                | "had"
        ),
        _ => false,
    }
}
