//! People who are named without a title: pupils mostly.
//!
//! A capital makes no name, and a forename may be a word ("Grace time is short"). So a word with a capital that is not
//! known to name nobody counts where people speak of somebody: they said, they were spoken to, their mother, aged nine.

mod around;
mod called;
mod doing;
mod famous;
mod forename_words;
mod initials;
mod signed;
mod singled_out;
mod surnames;
mod unknown;
mod words;

use std::{ops::Range, sync::LazyLock};

use around::{
    is_addressed, is_apposition, is_object, is_quoted, is_scored, is_staff, marked_as_pupil,
    stands_beside_people, taught_about,
};
use called::is_called_so;
pub(super) use doing::is_human_verb;
use doing::{does_something, owns_something_personal};
pub(super) use famous::is_famous;
use forename_words::{is_forename_and_word, is_forename_that_is_word, owns_without_apostrophe};
use initials::{bracketed_initials, initial_before, initials_end, opening_initials, standing_initials};
use signed::signed_off;
use singled_out::singled_out;
pub(super) use surnames::is_surname_and_word;
use surnames::{is_judged_by_surname, is_one_person, is_surname_that_is_word, looks_like_several};
use unknown::is_unknown_to_all;
use words::PLACES_AND_WORKS;

use super::{
    forenames::FORENAMES,
    lexicon::{self, COPULAS, HELPING, PROPER, Words, class},
    sentence::{Letters, Sentence},
    taught,
    titled::TITLES,
    years::names_class,
};

/// A person found by the words around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person {
    /// The words of the name.
    pub at: Range<usize>,
    /// Whether they work at the school, as far as can be told.
    pub staff: bool,
}

/// The people named without a title; `known` are words that are known from the plan.
pub(super) fn find(sentence: &Sentence, known: &dyn Fn(&str) -> bool) -> Vec<Person> {
    let mut found: Vec<Person> = Vec::new();
    let of_taught = taught::speaks_of_figure(sentence);
    for at in 0..sentence.tokens.len() {
        if found.last().is_some_and(|last| at < last.at.end) {
            continue;
        }
        if let Some(told) = singled_out(sentence, at) {
            found.push(Person {
                at: told,
                staff: false,
            });
            continue;
        }
        if let Some(end) = told_by_itself(sentence, at, known) {
            found.push(Person {
                at: at..end,
                staff: is_staff(sentence, at, end),
            });
            continue;
        }
        if !may_be_name(sentence, at, known) {
            continue;
        }
        let end = name_end(sentence, at, known);
        if in_title(sentence, at, end) || is_frank(sentence, at) || is_called_so(sentence, at, end) {
            continue;
        }
        if let Some(initial) = initial_before(sentence, at)
            && (stands_beside_people(sentence, initial)
                || does_something(sentence, initial, end)
                || is_mid_initial(sentence, initial)
                || sentence.begins(initial) && matches!(sentence.word(end), ":" | "-" | ",")
                || initial + 2 == at
                || sentence.before(initial, 1) == ":" && matches!(sentence.before(initial, 2), "who" | "by"))
        {
            found.push(Person {
                at: initial..end,
                staff: true,
            });
            continue;
        }
        let listed = found
            .last()
            .is_some_and(|last| follows_in_list(sentence, last.at.end, at));
        if listed || marked_as_pupil(sentence, at, end) || !of_taught && is_spoken_of(sentence, at, end) {
            found.push(Person {
                at: at..end,
                staff: is_staff(sentence, at, end),
            });
        }
    }
    let mut before = Vec::new();
    for person in &found {
        before.extend(listed_before(sentence, person.at.start, known));
    }
    before.retain(|person: &Person| !found.iter().any(|known| known.at.start == person.at.start));
    found.extend(before);
    found.sort_by_key(|person| person.at.start);
    found.dedup_by_key(|person| person.at.start);
    found
}

/// "Lesson by J Surname": an initial within a sentence that names no group, room or vitamin.
fn is_mid_initial(sentence: &Sentence, initial: usize) -> bool {
    let before = sentence.before(initial, 1);
    initial > 0
        && matches!(sentence.letters(initial - 1), Letters::Small)
        && matches!(
            before,
            "by" | "with" | "from" | "saw" | "met" | "and" | "to" | "of" | "asked" | "for" | "observed"
        )
}

/// Where it ends if what begins at `at` is somebody whatever else is said: initials, or a surname that is a word.
fn told_by_itself(sentence: &Sentence, at: usize, known: &dyn Fn(&str) -> bool) -> Option<usize> {
    if let Some(end) = signed_off(sentence, at, known) {
        return Some(end);
    }
    let alone = is_judged_by_surname(sentence, at) && !known(sentence.word(at))
        || bracketed_initials(sentence, at)
        || opening_initials(sentence, at)
        || standing_initials(sentence, at)
        || is_forename_that_is_word(sentence, at)
        || owns_without_apostrophe(sentence, at)
        || !known(sentence.word(at)) && is_surname_that_is_word(sentence, at);
    initials_end(sentence, at).or_else(|| alone.then_some(at + 1))
}

fn may_be_name(sentence: &Sentence, at: usize, known: &dyn Fn(&str) -> bool) -> bool {
    let word = sentence.word(at);
    if sentence.letters(at) == Letters::Small {
        return is_small_name(sentence, at) && !known(word);
    }
    let letters = word.chars().count();
    let shouted = sentence.letters(at) == Letters::AllCapitals && letters > 4;
    (sentence.letters(at) == Letters::Capital || shouted)
        && letters > 1
        && !word.contains(|letter: char| letter.is_ascii_digit())
        && !lexicon::names_nobody(word)
        && !lexicon::DETERMINERS.contains(word)
        && !known(word)
        && !TITLES.contains(word)
        && (FORENAMES.contains(word) || !lexicon::is_thing_by_ending(word))
        && !super::roles::is_role_word(word)
        && !is_plural_of_known(word)
}

/// "Fridays", "Visitors'": several of what names nobody.
fn is_plural_of_known(word: &str) -> bool {
    let known = |stem: &str| lexicon::names_nobody(stem) || super::roles::is_role_word(stem);
    !FORENAMES.contains(word) && word.strip_suffix('s').is_some_and(known)
}

/// "a child called forename", "forename (EHCP)": there a name stands in small letters as well.
fn is_small_name(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    let called = matches!(sentence.before(at, 1), "called" | "named")
        && matches!(
            sentence.before(at, 2),
            "child" | "pupil" | "boy" | "girl" | "lad" | "lass" | "student" | "kid" | "teacher" | "ta"
        );
    let noted = sentence.begins(at)
        && sentence.word(at + 1) == "("
        && matches!(
            sentence.word(at + 2),
            "semh" | "ehcp" | "lac" | "cla" | "asd" | "adhd" | "autistic" | "fsm"
        );
    let told = sentence.begins(at) && is_told_of(sentence, at);
    let with_initial = is_before_small_initial(sentence, at);
    // "asked forename about his book"
    let asked = matches!(sentence.before(at, 1), "asked" | "ask" | "told")
        && matches!(
            sentence.word(at + 1),
            "about" | "what" | "how" | "why" | "if" | "whether" | "who" | "where"
        );
    (called
        || is_forename_in_small(sentence, at)
        || (asked || noted || told || with_initial)
            && !word.ends_with('s')
            && !lexicon::is_thing_by_ending(word))
        && !lexicon::names_nobody(word)
        && !lexicon::PREPOSITIONS.contains(word)
        && !lexicon::DETERMINERS.contains(word)
        && !lexicon::PRONOUNS.contains(word)
}

/// Forenames that are things or places in small letters.
static SMALL_THINGS: Words = LazyLock::new(|| {
    class(
        "teddy jack kit poppy lily daisy ruby holly ivy jasmine robin savannah sienna victoria marina jay max mike nick dean josh ted \
         lance tiffany olive hazel heather rosemary basil violet iris carol dolly molly kay ash rowan jade amber pearl crystal \
         jordan chelsea florence georgia austin francis chad israel sydney paris lincoln preston saffron cherry coco sage brook \
         angus don ken norm frank rich pip  billy  polly jenny sally martin lee ross clay cole reed miles drew sandy \
         dale glen bella belle victor penny grace tally         morris   \
         aurora luna   ada ana ann anne dora elf elsa olaf alexa siri noel gene jean jo   mel cat bill art carl \
         dot bea bee  eve   gail gale hale iona ira ivan jon   len les mac mae mai  may  mina mo moe nan \
         ned nell   norm ola ora rae ray rene rex rio rob rod    shane sky tad tam    tod     una val van vic wade",
    )
});

/// "spoke with forename, forename + forename", "forename said it was easy": forenames in small letters.
fn is_forename_in_small(sentence: &Sentence, at: usize) -> bool {
    let forename = |place: usize| {
        let word = sentence.word(place);
        sentence.letters(place) == Letters::Small && FORENAMES.contains(word) && !lexicon::names_nobody(word)
    };
    let joint = |place: usize| matches!(sentence.word(place), "," | "+" | "&" | "/" | "and");
    let listed = joint(at + 1) && forename(at + 2) || at >= 2 && joint(at - 1) && forename(at - 2);
    let next = sentence.word(at + 1);
    let does = sentence.begins(at)
        && (matches!(
            next,
            "asleep" | "off" | "stuck" | "crying" | "refused" | "absent" | "finished" | "tired"
        ) || lexicon::REPORTING.contains(next)
            || COPULAS.contains(next)
            || HELPING.contains(next));
    // "forename on the gate knows every parent"
    let placed = sentence.begins(at)
        && matches!(next, "on" | "in" | "from" | "at")
        && matches!(sentence.word(at + 2), "the" | "our")
        && super::roles::is_deed(sentence, at + 4);
    // "noah. again."
    let alone =
        sentence.begins(at) && next == "." && sentence.tokens.len() == 2 && sentence.word(at).len() > 2;
    let told =
        alone || joint(at + 1) && matches!(sentence.before(at, 1), "w" | "/" | "with" | "asked" | "heard");
    // In a hurry "chloe" is nobody else, where "poppy" may be a flower.
    let word = sentence.word(at);
    let alone = !SMALL_THINGS.contains(word) && !is_forename_and_word(word) && word.len() > 2;
    forename(at) && (listed || does || placed || told || alone)
}

/// "forename told us he gets bored", "forename was proud of her book"
fn is_told_of(sentence: &Sentence, at: usize) -> bool {
    let (next, further) = (sentence.word(at + 1), sentence.word(at + 2));
    let told = matches!((next, further), ("told" | "tells", "us" | "me"))
        || matches!(next, "said" | "says") && matches!(further, "he" | "she");
    let was = (COPULAS.contains(next) || HELPING.contains(next))
        && (at + 2..at + 9).any(|place| {
            matches!(
                sentence.word(place),
                "his" | "her" | "he" | "she" | "himself" | "herself"
            )
        });
    told || was
}

/// "forename m. asleep by two"
fn is_before_small_initial(sentence: &Sentence, at: usize) -> bool {
    let before = sentence.before(at, 1);
    let opens = sentence.begins(at)
        || matches!(before, ":" | "-" | "," | "because" | "that" | "noticed" | "saw")
        || matches!(before, "today" | "and" | "with" | "by" | "for");
    opens
        && sentence.word(at + 1).chars().count() == 1
        && sentence.is_word(at + 1)
        && sentence.letters(at + 1) != Letters::Digits
        && sentence.word(at + 2) == "."
        && !matches!(sentence.word(at), "p" | "pp" | "q" | "no" | "vs" | "v")
}

/// Where the name ends: with a surname or an initial.
fn name_end(sentence: &Sentence, at: usize, known: &dyn Fn(&str) -> bool) -> usize {
    let mut end = at + 1;
    if sentence.owns(at) {
        return end;
    }
    let next = sentence.word(end);
    let initial = next.chars().count() == 1 && sentence.is_capital(end) && next != "i" && next != "a";
    let initial_a = next == "a" && sentence.is_capital(end);
    if initial || initial_a {
        end += 1;
        if sentence.word(end) == "." && end + 1 < sentence.tokens.len() {
            end += 1;
        }
    } else if may_be_name(sentence, end, known) {
        end += 1;
    }
    end
}

/// "Frank discussion about outcomes" is plain speaking.
fn is_frank(sentence: &Sentence, at: usize) -> bool {
    sentence.word(at) == "frank"
        && sentence.begins(at)
        && matches!(
            sentence.word(at + 1),
            "discussion"
                | "discussions"
                | "talk"
                | "conversation"
                | "conversations"
                | "exchange"
                | "feedback"
                | "about"
                | "and"
        )
}

/// Whether it is part of a title or of somebody famous: "Charlotte's Web", "Florence Nightingale".
fn in_title(sentence: &Sentence, at: usize, end: usize) -> bool {
    // "Jack and the Beanstalk", "Joe Wicks video": a tale, or what somebody known made.
    let tale = sentence.word(end) == "and" && sentence.word(end + 1) == "the" && sentence.is_capital(end + 2);
    let made = end - at >= 2
        && !sentence.owns(end - 1)
        && sentence.word(at + 1).chars().count() > 1
        && sentence.letters(end) == Letters::Small
        && (PLACES_AND_WORKS.contains(sentence.word(end))
            || PLACES_AND_WORKS.contains(sentence.word(end + 1)));
    // "The Title by Forename Surname"
    let author = end - at >= 2 && at > 2 && sentence.before(at, 1) == "by" && sentence.is_capital(at - 2);
    // "Forename's Year 2 class" is no title.
    let owner_of_title = author
        || sentence.owns(end - 1)
            && sentence.letters(end) == Letters::Capital
            && sentence.word(end) != "year";
    // "Freddie Mercury" is looked for from either of its words, "Jack and Jill" from its ends.
    let full = (0..=2).any(|back| {
        let words: Vec<&str> = (at.saturating_sub(back)..at + 3)
            .map(|place| sentence.word(place))
            .collect();
        let written = |place: usize| sentence.is_capital(place) || sentence.letters(at) == Letters::Small;
        at >= back && written(at - back) && is_famous(&words.join(" "))
    });
    let famous = full || (at..=end).any(|place| taught::is_taught_name(sentence, place));
    let before = at.checked_sub(1);
    let joined = before.is_some_and(|before| {
        let word = sentence.word(before);
        let capital = matches!(sentence.letters(before), Letters::Capital | Letters::AllCapitals);
        let part_of_proper = capital && PROPER.contains(word);
        let ruler = matches!(
            word,
            "king" | "queen" | "saint" | "st" | "prince" | "princess" | "lake" | "mount" | "sir"
        );
        ruler || (part_of_proper && (before > 0 || sentence.owns(at)))
    });
    let class =
        matches!(sentence.word(end), "class" | "classes" | "classroom" | "house") && !sentence.owns(end - 1);
    let class = class || sentence.before(at, 1) == "class";
    let read = !sentence.owns(end - 1) && matches!(sentence.before(at, 1), "read" | "reads" | "reading")
        || (sentence.before(at, 1) == "and"
            && matches!(sentence.before(at, 4), "read" | "reads" | "reading"));
    // "King Charles", where the name was taken to begin with the crown.
    let cited = sentence.owns(end - 1)
        && matches!(
            sentence.word(end),
            "work" | "research" | "book" | "theory" | "study" | "ideas"
        )
        && sentence.near(at, |word| {
            matches!(
                word,
                "quoted" | "cited" | "policy" | "library" | "referenced" | "cpd" | "journal"
            )
        });
    let crowned = matches!(sentence.word(at), "king" | "queen" | "prince" | "princess")
        && end - at >= 2
        && FORENAMES.contains(sentence.word(at + 1));
    let continues =
        crowned || cited || class || read || PROPER.contains(sentence.word(end)) && sentence.is_capital(end);
    owner_of_title || famous || joined || continues || tale || made
}

/// Whether the words around say that somebody is meant.
fn is_spoken_of(sentence: &Sentence, at: usize, end: usize) -> bool {
    if taught_about(sentence, at) || is_listed_with_things(sentence, at, end) {
        return false;
    }
    // "Anne-Marie"
    let first = sentence.word(at).split('-').next().unwrap_or_default();
    let word_too = is_forename_and_word(sentence.word(at));
    let forename = !word_too && (FORENAMES.contains(sentence.word(at)) || FORENAMES.contains(first));
    let plural = sentence.word(at).ends_with('s')
        && !forename
        && !sentence.owns(at)
        && !is_one_person(sentence, end)
        && !looks_like_several(sentence.word(at));
    let mid = in_mid_sentence(sentence, at);
    // "like Forename, who never gets a turn"
    let relative = sentence.word(end) == "," && matches!(sentence.word(end + 1), "who" | "whose");
    forename
        || relative && !plural
        || stands_beside_people(sentence, at)
        || is_quoted(sentence, at, end)
        || is_scored(sentence, at, end)
        || end - at >= 2
            && (sentence.begins(at) || sentence.before(at, 1) == ":")
            && end == sentence.tokens.len()
        || owns_something_personal(sentence, at, end)
        || (mid || !plural) && !follows_preposition(sentence, at) && does_something(sentence, at, end)
        || !sentence.begins(at) && is_addressed(sentence, at)
        || mid && (is_apposition(sentence, at, end) || is_object(sentence, at, end))
        || !plural
            && (!word_too || at > 0 && sentence.is_word(at - 1))
            && is_unknown_to_all(sentence, at, end)
}

/// "Oak, Ash, Rowan": what is listed with names of things is one.
fn is_listed_with_things(sentence: &Sentence, at: usize, end: usize) -> bool {
    let joint = |place: usize| matches!(sentence.word(place), "," | "and" | "&" | "/" | "or");
    let thing = |place: usize| sentence.is_capital(place) && PROPER.contains(sentence.word(place));
    // "The space between Hazel and Rowan": two classrooms.
    let tree = |place: usize| sentence.is_capital(place) && names_class(sentence.word(place));
    let between = sentence.before(at, 1) == "between" && joint(end) && tree(end + 1)
        || sentence.before(at, 3) == "between" && joint(at - 1) && tree(at - 2);
    between && tree(at)
        || at >= 2 && joint(at - 1) && thing(at - 2) || joint(end) && thing(end + 1)
        // Each in its turn: "Oak, Rowan, Hazel".
        || at >= 4 && joint(at - 1) && joint(at - 3) && thing(at - 4)
}

/// Whether the word at `at` belongs to what stands before it: in "pupils in Anyplace explained" nobody else explains.
fn follows_preposition(sentence: &Sentence, at: usize) -> bool {
    matches!(
        sentence.before(at, 1),
        "in" | "at" | "to" | "of" | "on" | "into" | "with" | "from" | "for" | "near" | "around" | "through"
    )
}

/// Whether a capital at `at` can only be that of a name: not at the start of a sentence, nor behind a mark that begins
/// something.
pub(super) fn in_mid_sentence(sentence: &Sentence, at: usize) -> bool {
    at > 0
        && !sentence.begins(at)
        && !sentence.is_capital(at - 1)
        && (!lexicon::DETERMINERS.contains(sentence.before(at, 1)) || follows_saying(sentence, at))
        && (sentence.is_word(at - 1) || matches!(sentence.before(at, 1), "," | "/" | "&"))
}

/// "We saw that Forename", "told us that Anyname": where "that" is no article.
fn follows_saying(sentence: &Sentence, at: usize) -> bool {
    let said = |back: usize| {
        let word = sentence.before(at, back);
        lexicon::REPORTING.contains(word)
            || matches!(word, "noticed" | "clear" | "explained" | "heard" | "aware")
    };
    sentence.before(at, 1) == "that" && (said(2) || said(3))
}

/// Whether only "and" or a comma stands between two names.
fn follows_in_list(sentence: &Sentence, end: usize, at: usize) -> bool {
    at > end
        && at - end <= 2
        && (end..at).all(|place| matches!(sentence.word(place), "," | "and" | "&" | "or" | "/"))
}

/// The names before the one at `at` in a list of which that one is the last: "Anyname and Forename told us".
fn listed_before(sentence: &Sentence, at: usize, known: &dyn Fn(&str) -> bool) -> Vec<Person> {
    let mut found = Vec::new();
    let mut next = at;
    for start in sentence.back(at) {
        if !may_be_name(sentence, start, known) {
            continue;
        }
        let end = name_end(sentence, start, known);
        if !follows_in_list(sentence, end, next) {
            break;
        }
        found.push(Person {
            at: start..end,
            staff: false,
        });
        next = start;
    }
    found
}
