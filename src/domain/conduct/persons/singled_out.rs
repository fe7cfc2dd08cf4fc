//! A single pupil told by what they are or have: "the boy in the wheelchair" needs no name.

use std::{ops::Range, sync::LazyLock};

use super::super::{
    lexicon::{Words, class},
    sentence::{Letters, Sentence},
};

/// How many words may stand between the article and the pupil.
const DESCRIBED: usize = 5;
/// How many words behind the pupil may tell them.
const TOLD: usize = 7;

/// One pupil.
static ONE_PUPIL: Words = LazyLock::new(|| {
    class(
        "pupil child boy girl student learner lad lass refugee youngster twin twins siblings user arrival speaker",
    )
});

/// What tells one pupil from all others by itself.
static TELLING: Words = LazyLock::new(|| {
    class(
        "autistic deaf blind adopted fostered looked-after non-verbal nonverbal mute diabetic epileptic bereaved refugee \
         traveller gypsy roma ukrainian syrian afghan polish romanian somali nigerian chinese eritrean kurdish iranian \
         iraqi turkish bulgarian hungarian albanian lithuanian latvian portuguese spanish bangladeshi pakistani indian \
         black asian white muslim jewish sikh hindu suspended excluded disabled partially-sighted visually-impaired \
         hearing-impaired transgender trans wheelchair-bound dysregulated fostered orphaned",
    )
});

/// What tells a pupil only where there is but one of the kind.
static OF_A_KIND: Words = LazyLock::new(|| {
    class(
        "looked send sen eal pp fsm ehcp lac cla semh asd adhd disadvantaged vulnerable english-speaking dual-heritage new male female",
    )
});

/// What a pupil has, uses or lives through, behind "with", "in", "on", "who" or "whose".
static CONDITIONS: Words = LazyLock::new(|| {
    class(
        "leg arm hair blind deaf epilepsy diabetes autism autistic adhd asd down syndrome ehcp ehc hearing deaf cochlear wheelchair asthma allergy \
         allergies cerebral palsy tourette's cancer dyslexia dyspraxia stammer crutches walker sight impairment one-to-one \
         care foster fostered adopted hijab turban part-time reduced protection medication register mother father mum dad \
         parents brother sister family social leukaemia feeding tube incontinent toileting selective mutism glasses \
         prosthetic frame hoist splint splints braces standing-frame disability anxiety refugee asylum bereaved died prison refuge",
    )
});

/// What so few pupils have that "a pupil" with it is one whom everybody knows.
static RARE: Words = LazyLock::new(|| {
    class(
        "hearing deaf blind cochlear wheelchair cerebral palsy tourette's cancer crutches walker prosthetic hoist splint \
         splints standing-frame leukaemia feeding tube mutism incontinent stoma catheter impairment died bereaved prison \
         refuge asylum fostered adopted tracheostomy epilepsy",
    )
});

/// Words near which a child is one of a story.
const IN_A_STORY: [&str; 9] = [
    "story",
    "novel",
    "text",
    "character",
    "poem",
    "film",
    "drama",
    "tale",
    "chapter",
];

/// The words that single out one pupil, from the article at `at`: "the only child from Ukraine", "the girl who is adopted".
pub(super) fn singled_out(sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    // "only child with a hearing aid sat at the back"
    // "the school's only pupil with a visual impairment"
    let of_school = sentence.owns(at) && matches!(sentence.word(at), "school" | "academy" | "year" | "class");
    let article = of_school
        || matches!(
            sentence.word(at),
            "the" | "our" | "that" | "this" | "their" | "its"
        );
    let only = sentence.begins(at) && matches!(sentence.word(at), "only" | "sole");
    let any = matches!(sentence.word(at), "a" | "an" | "one");
    if !(article || only || any) {
        return None;
    }
    let noun = pupil_after(sentence, at)?;
    if any {
        let told = is_rare_behind(sentence, noun + 1);
        let told_of = sentence.near(at, |word| IN_A_STORY.contains(&word));
        return (told && !told_of).then_some(at..noun + 1);
    }
    let before = |words: &Words| (at + 1..noun).any(|place| words.contains(sentence.word(place)));
    let only =
        (at..noun).any(|place| matches!(sentence.word(place), "one" | "only" | "sole" | "single" | "lone"));
    let of_room = only
        && matches!(sentence.word(noun), "girl" | "boy")
        && matches!(sentence.word(noun + 1), "in" | "on");
    let behind = told_behind(sentence, noun + 1, only);
    let kind = matches!(sentence.word(noun), "user" | "speaker") && only && noun > at + 1;
    let told = kind
        || only && sentence.word(noun) == "refugee"
        || before(&TELLING)
        || only && (before(&OF_A_KIND) || before(&CONDITIONS))
        || of_room
        || behind;
    // "the looked-after child policy"
    let paper = matches!(
        sentence.word(noun + 1),
        "policy"
            | "file"
            | "voice"
            | "premium"
            | "council"
            | "protection"
            | "passport"
            | "profile"
            | "pack"
            | "review"
            | "reviews"
            | "register"
            | "numbers"
            | "survey"
            | "on"
    ) && !behind;
    let twins = sentence.word(noun) == "twins";
    let told = (told || twins) && !paper;
    let told_of = sentence.near(at, |word| IN_A_STORY.contains(&word));
    (told && !told_of).then_some(at..noun + 1)
}

/// Where the noun of a pupil stands behind the article at `at`: "the quiet boy", "a 6 year old", "the Syrian family".
fn pupil_after(sentence: &Sentence, at: usize) -> Option<usize> {
    let aged = |place: usize| {
        let word = sentence.word(place);
        word.ends_with("year-old")
            || word == "old" && matches!(sentence.before(place, 1), "year" | "yr")
            || word == "yo" && sentence.letters(place - 1) == Letters::Digits
    };
    let of_origin = |place: usize| {
        matches!(
            sentence.word(place),
            "family" | "brothers" | "sisters" | "cousins"
        ) && TELLING.contains(sentence.before(place, 1))
    };
    let is_pupil = |place: usize| ONE_PUPIL.contains(sentence.word(place)) || aged(place) || of_origin(place);
    // "a 9-year-old"
    let joined = |place: usize| sentence.word(place) == "-" && aged(place + 1);
    let stops = |place: &usize| {
        is_pupil(*place) || !sentence.is_word(*place) && !joined(*place) || sentence.owns(*place)
    };
    let noun = (at + 1..at + 1 + DESCRIBED).find(stops)?;
    is_pupil(noun).then_some(noun)
}

/// Whether what stands behind "a pupil" is what hardly another one has: "with a hearing aid", "who came from Syria".
fn is_rare_behind(sentence: &Sentence, next: usize) -> bool {
    let near = || (next + 1..next + TOLD).take_while(|place| sentence.is_word(*place));
    let rare = || near().any(|place| RARE.contains(sentence.word(place)));
    match sentence.word(next) {
        "with" | "in" | "on" | "whose" | "using" | "wearing" => rare(),
        "who" => {
            let came = near().take(3).any(|place| {
                matches!(
                    sentence.word(place),
                    "arrived" | "joined" | "came" | "moved" | "fled"
                )
            });
            let from = near().find(|place| sentence.word(*place) == "from");
            rare() || came && from.is_some_and(|from| is_abroad(sentence, from))
        }
        _ => false,
    }
}

/// Whether a place by its name follows "from", where "from Year 3" is none.
fn is_abroad(sentence: &Sentence, from: usize) -> bool {
    sentence.is_capital(from + 1) && !matches!(sentence.word(from + 1), "year" | "reception" | "nursery")
}

/// Whether what stands behind a pupil tells who it is: "with the hearing aid", "whose father died", "from Syria".
fn told_behind(sentence: &Sentence, next: usize, only: bool) -> bool {
    let near = || (next + 1..next + TOLD).take_while(|place| sentence.is_word(*place));
    let condition = || near().any(|place| CONDITIONS.contains(sentence.word(place)));
    match sentence.word(next) {
        "with" => only || condition(),
        // "the one pupil on the roll from the Traveller community"
        "in" | "on"
            if only
                && near()
                    .take(2)
                    .any(|place| matches!(sentence.word(place), "roll" | "school" | "books")) =>
        {
            true
        }
        "in" | "on" | "whose" | "using" => condition(),
        "who" => {
            let moved = near().find(|place| sentence.word(*place) == "from");
            condition() || moved.is_some_and(|from| is_abroad(sentence, from))
        }
        "from" => is_abroad(sentence, next) && (only || !sentence.word(next + 1).starts_with('y')),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Reason, tests::strict};

    #[test]
    fn one_pupil_is_told_by_what_they_are() {
        for text in [
            "The one SEND pupil from Ukraine sat alone",
            "The boy in the wheelchair could not reach the peg",
            "The girl who is adopted was upset",
            "The only Black child was not asked",
            "We watched the pupil who came from Syria",
            "The only girl in the group said nothing",
            "a 6 year old with a hearing aid sat at the back",
            "One 9-year-old with a feeding tube missed PE",
            "A Year 3 girl who arrived from Ukraine had no one to talk to",
            "only Syrian family in the school, getting good help",
        ] {
            assert!(
                strict(text).iter().any(|(reason, _)| *reason == Reason::Pupil),
                "{text}"
            );
        }
        for text in [
            "One pupil with an EHCP told us that pictures help",
            "A six-year-old can be expected to count to 100",
            "A pupil who had moved from a lower group could explain it",
            "A family who had joined from another school felt welcome",
            "The only child to finish had cubes",
            "The pupil we spoke to last could name the steps",
            "Pupils from Ukraine have word mats",
            "The blind boy in the story was brave",
        ] {
            assert_eq!(strict(text), [], "{text}");
        }
    }
}
