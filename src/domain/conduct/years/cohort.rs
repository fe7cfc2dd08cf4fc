//! A year as those who belong to it, and not as a lesson: who sits a test, has a duty, goes on a trip, joins or leaves.
//! Nothing is said there of whoever teaches them.
//!
//! | what is said | example |
//! | --- | --- |
//! | a duty | Y6 play leaders run games; Year 6 run the tuck shop |
//! | a test | 78 % of Year 6 met the expected standard; the Reception baseline |
//! | an outing or a feast | Year 6 go to the high school for swimming; Reception sang in the assembly |
//! | coming and going | children join Reception from eleven nurseries |
//! | a place | Reception is closed to visitors |

use std::{ops::Range, sync::LazyLock};

use super::{
    super::{
        lexicon::{COPULAS, HELPING, Words, class},
        sentence::{Letters, Sentence, WINDOW},
    },
    Mention, SchoolYear,
};

/// What pupils are besides learners: right behind a year it is a duty of theirs.
static DUTIES: Words = LazyLock::new(|| {
    class(
        "buddy buddies leader leaders monitor monitors councillor councillors captain captains prefect prefects ambassador \
         ambassadors librarian librarians helper helpers mentor mentors volunteer volunteers rep reps representative \
         representatives play-leaders reporters detectives champions stewards guides guide hosts",
    )
});

/// What a year does for others, where nobody teaches it.
static SERVING: Words = LazyLock::new(|| {
    class(
        "run runs ran serve serves served host hosts hosted sell sells sold perform performs performed sing sings sang greet greets greeted escort escorts escorted",
    )
});

/// What only a test of a year, or the count of those who reached something in it, is spoken of with.
static TESTS: Words = LazyLock::new(|| class("sats screening baseline mtc gld"));

/// What one does with a test, and what is sat.
static SITTING: Words = LazyLock::new(|| class("sit sits sat sitting take takes took taking"));
static PAPERS: Words = LazyLock::new(|| class("test tests papers exam exams check checks"));

/// What a part of a year is or has that nobody taught it.
static CIRCUMSTANCES: Words = LazyLock::new(|| {
    class("eligible premium send eal fsm disadvantaged ehcp ehcps absent absence boys girls summer-born")
});

/// When something is in the year.
static CALENDAR: Words = LazyLock::new(|| {
    class(
        "january february march april june july august september october november december half-term easter christmas \
         whitsun summer autumn spring",
    )
});

/// "Nobody saw Reception", "Y6 not seen": a class that was not visited.
fn was_unseen(sentence: &Sentence, start: usize) -> bool {
    sentence.near(start, |word| word == "unseen")
        || around(start).any(|at| {
            let denied = matches!(
                sentence.word(at),
                "not" | "nobody" | "neither" | "didn't" | "never" | "no-one"
            );
            denied
                && (at + 1..at + 4)
                    .any(|seen| matches!(sentence.word(seen), "seen" | "saw" | "visited" | "see" | "visit"))
                && sentence.near(at, |word| {
                    matches!(
                        word,
                        "because" | "as" | "so" | "due" | "fire" | "trip" | "out" | "time" | "hall"
                    )
                })
        })
}

/// "YR and Y6 have one class each": how many classes there are.
fn has_classes(sentence: &Sentence, start: usize) -> bool {
    around(start).any(|at| {
        matches!(sentence.word(at), "one" | "two" | "single" | "1" | "2")
            && matches!(sentence.word(at + 1), "class" | "classes" | "form")
            && matches!(sentence.word(at + 2), "each" | "entry" | "," | "" | ".")
            && sentence.near(at, |word| matches!(word, "have" | "has" | "is" | "are"))
    })
}

/// Words for the part of a year that reached something.
static PARTS: Words = LazyLock::new(|| class("% percent percentage proportion combined fell rose"));

/// What that part reached.
static REACHED: Words = LazyLock::new(|| {
    class("standard standards depth test tests check checks results outcomes gld combined attainment")
});

/// Words of how many there are, with a number beside them.
static COUNTS: Words =
    LazyLock::new(|| class("attendance absence absences roll there pupil-numbers lates fsm eal ehcps"));

/// The places around the one at `start`, as far as the window reaches.
fn around(start: usize) -> Range<usize> {
    start.saturating_sub(WINDOW)..start + WINDOW
}

/// Whether a number stands in the sentence that is no year's.
fn has_number(sentence: &Sentence, start: usize) -> bool {
    let beside_year = |at: usize| matches!(sentence.before(at, 1), "year" | "years" | "yr" | "y" | "and");
    around(start).any(|at| {
        let number = sentence.letters(at) == Letters::Digits && !beside_year(at);
        number
            && (sentence.word(at + 1) == "%"
                || matches!(
                    sentence.word(at + 1),
                    "pupils" | "children" | "chn" | "on" | "in" | "boys" | "girls"
                ))
    })
}

/// "22 of 31 met the standard"
fn counts_some(sentence: &Sentence, start: usize) -> bool {
    let digits = |at: usize| sentence.letters(at) == Letters::Digits;
    around(start)
        .any(|at| at > 0 && matches!(sentence.word(at), "of" | "/") && digits(at - 1) && digits(at + 1))
}

/// Where a year goes, or what it takes part in, outside its lessons.
static OUTINGS: Words = LazyLock::new(|| {
    class(
        "trip trips residential swimming assembly production nativity concert performance camp disco fair tournament league \
         festival fete parade prom photo photos bikeability breakfast booster boosters club clubs panto pantomime \
         enterprise fundraiser raffle final finals match fixture fixtures rehearsal rehearsals musical",
    )
});

/// Words of coming into a year, and of going on from it.
static PASSING: Words = LazyLock::new(|| {
    class(
        "secondary transition intake nurseries nursery pre-schools preschools childminders leavers admission admissions roll places \
         applications starters families home settling",
    )
});

/// Verbs of coming and going.
static MOVING: Words = LazyLock::new(|| {
    class(
        "join joins joined joining start starts started starting enter enters entered entering leave leaves left leaving \
         move moves moved moving come comes came transfer transfers transferred go goes going went walk walks walked begin begins began visit visits",
    )
});

/// What is taught, who teaches, and what is judged of it: with one of these a lesson is spoken of.
static OF_LESSONS: Words = LazyLock::new(|| {
    class(
        "teacher teachers teaching taught teach adult adults ta tas staff practitioner practitioners lesson lessons book books \
         modelling modelled questioning questioned explanation explanations task tasks input starter plenary pace challenge \
         feedback marking planning routines classroom classrooms carpet display displays retrieval scaffold scaffolds scaffolding \
         calm noisy chatty settled weak weaker weakest strong stronger strongest better best worse worst lacked lacks lack \
         drifted dragged rushed slow brisk off-task engaged worksheet worksheets whiteboards vocabulary reasoning \
         prep preparation practice curriculum dropped squeezed cancelled worried unhappy concerned chaos followed cramped unfair muddled messy environment provision behaviour interactions modelling expectations groups phonics",
    )
});

/// What is at the reception of a building.
static AT_THE_DESK: Words = LazyLock::new(|| {
    class(
        "desk badge badges lanyard lanyards visitors receptionist buzzer sign-in signed phone rang parcel parcels sofa foyer \
         entrance hatch",
    )
});

/// What is sent home, booked or shared out, and those at home who get it.
static AROUND_SCHOOL: Words = LazyLock::new(|| {
    class(
        "parent parents families carers form forms letter letters newsletter consent evening hall timetable mondays tuesdays \
         wednesdays thursdays fridays lunch lunches playground uniform lockers cloakroom cloakrooms hoodies sweatshirts pegs toilets gate visitors coats buses minibus kitchen menu rota",
    )
});

/// What is counted of a year at its end, behind it or before "in" it.
static COUNTED_AT_END: Words = LazyLock::new(|| class("results outcomes data scores attainment figures"));

/// Whether only the cohort is spoken of.
pub(super) fn is_cohort(sentence: &Sentence, mention: &Mention) -> bool {
    let start = mention.at.start;
    let near = |words: &Words| sentence.near(start, |word| words.contains(word));
    if was_unseen(sentence, start) {
        return true;
    }
    if mention.years == [SchoolYear::Reception] && near(&AT_THE_DESK) {
        return true;
    }
    if near(&OF_LESSONS) {
        return false;
    }
    has_duty(sentence, mention)
        || near(&TESTS)
        || is_checked_by_law(sentence, start)
        || near(&SITTING) && near(&PAPERS)
        || (near(&PARTS) || counts_some(sentence, start)) && (near(&REACHED) || near(&CIRCUMSTANCES))
        || near(&CALENDAR) && near(&MOVING)
        || has_classes(sentence, start)
        || near(&OUTINGS)
        || near(&AROUND_SCHOOL)
        || COUNTED_AT_END.contains(sentence.word(mention.at.end))
        || sentence.before(start, 1) == "in" && COUNTED_AT_END.contains(sentence.before(start, 2))
        || near(&PASSING) && near(&MOVING)
        || near(&COUNTS) && has_number(sentence, start)
        || passes_into(sentence, mention)
        || is_closed(sentence, mention)
}

/// "The multiplication check in Year 4 was above national"
fn is_checked_by_law(sentence: &Sentence, start: usize) -> bool {
    around(start).any(|at| {
        sentence.word(at) == "check"
            && matches!(sentence.before(at, 1), "multiplication" | "phonics" | "tables")
    })
}

/// "Y6 play leaders", "Year 6 buddies read with YR", "Year 6 run the tuck shop".
fn has_duty(sentence: &Sentence, mention: &Mention) -> bool {
    let end = mention.at.end;
    let holder = (end..end + 3)
        .take_while(|at| sentence.is_word(*at))
        .any(|at| DUTIES.contains(sentence.word(at)));
    // "Y6 buddies read with YR": the other year is the one that they serve.
    let for_others = sentence
        .back(mention.at.start)
        .take(8)
        .any(|at| DUTIES.contains(sentence.word(at)) && !COPULAS.contains(sentence.word(at + 1)));
    let pupils = usize::from(matches!(sentence.word(end), "pupils" | "children" | "chn"));
    let serves = SERVING.contains(sentence.word(end + pupils))
        && !matches!(sentence.word(end + pupils + 1), "out" | "over" | "late" | "on");
    // "Year 6 are the reading mentors for Year 2"
    let are = COPULAS.contains(sentence.word(end))
        && (end + 1..end + 5)
            .take_while(|at| sentence.is_word(*at))
            .any(|at| DUTIES.contains(sentence.word(at)));
    holder || for_others || serves || are
}

/// "The move from Year 6 to secondary", "Children join Reception from eleven nurseries".
fn passes_into(sentence: &Sentence, mention: &Mention) -> bool {
    let (before, verb) = (
        sentence.before(mention.at.start, 1),
        sentence.before(mention.at.start, 2),
    );
    let moved = |word: &str| MOVING.contains(word);
    let into = matches!(before, "in" | "into" | "from") && moved(verb);
    // "Children join Reception", "leaving Year 6"
    let direct = moved(before)
        && !matches!(
            before,
            "come" | "comes" | "came" | "go" | "goes" | "going" | "went"
        );
    into || direct
}

/// "Reception will be closed to visitors", where one signs in.
fn is_closed(sentence: &Sentence, mention: &Mention) -> bool {
    let end = mention.at.end;
    let mut verbs = (end..end + 3).filter(|at| {
        let word = sentence.word(*at);
        COPULAS.contains(word) || HELPING.contains(word)
    });
    verbs.next().is_some()
        && (end..end + 5).any(|at| {
            matches!(
                sentence.word(at),
                "closed" | "open" | "opened" | "staffed" | "locked"
            )
        })
        && sentence.near(end, |word| {
            matches!(word, "visitors" | "parents" | "public" | "hours")
        })
}

#[cfg(test)]
mod tests {
    use super::super::super::{Reason, tests::strict};

    fn is_class(text: &str) -> bool {
        strict(text)
            .iter()
            .any(|(reason, _)| *reason == Reason::OneClassYear)
    }

    #[test]
    fn a_cohort_is_nobodys_lesson() {
        for text in [
            "Y6 play leaders run games at lunch",
            "Year 6 run the tuck shop",
            "Y6 buddies read with YR every Wednesday",
            "64% of Year 6 pupils met the expected standard in reading",
            "The Reception baseline was done in September",
            "Year 6 go to the high school for swimming",
            "Reception sang in the harvest assembly",
            "Children join Reception from eleven nurseries",
            "The move from Year 6 to secondary worries families",
            "Reception will be closed to visitors until noon",
        ] {
            assert!(!is_class(text), "{text}");
        }
    }

    #[test]
    fn a_lesson_is_one_whatever_else_is_said_of_the_cohort() {
        for text in [
            "Year 6 ran out of time because the input was too long",
            "40% of Year 6 books had no feedback",
            "Y6 buddies waited while the teacher talked",
            "Teaching in Year 6 is geared to SATs",
            "Swimming aside, Year 6 had the weakest lesson",
        ] {
            assert!(is_class(text), "{text}");
        }
    }
}
