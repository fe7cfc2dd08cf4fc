//! Classes by their own names and codes: "Oak class lacked challenge", "3B noisier than 3A". Each has one teacher,
//! however many classes its year has.

use std::sync::LazyLock;

use super::{
    super::{
        lexicon::{AREAS, COPULAS, HELPING, Words, class},
        sentence::{Letters, Sentence, WINDOW},
    },
    OF_CLASS,
    written::number,
};

/// What classes are named after, in small letters.
pub(super) static NAMES: Words = LazyLock::new(|| {
    class(
        "oak oaks ash beech cedar elm birch maple hawthorn sycamore chestnut pine larch alder poplar willow willows holly \
         hazel rowan acorn acorns conker conkers sunflower sunflowers bluebell bluebells poppy poppies daisy daisies rose \
         badger badgers hedgehog hedgehogs fox foxes owl owls robin robins kingfisher kingfishers otter otters squirrel \
         squirrels rabbit rabbits butterfly butterflies ladybird ladybirds bumblebee bumblebees dolphin dolphins penguin \
         penguins lion lions tiger tigers panda pandas koala koalas elephant elephants puffin puffins swan swans eagle \
         eagles falcon falcons hawk kestrel kestrels wren wrens jupiter saturn mars venus neptune mercury uranus emerald \
         ruby sapphire amber topaz diamond dragonfly dragonflies caterpillars starfish seahorse seahorses dormouse hare \
         yew elder fir spruce cherry apple plum aspen juniper cypress redwood hornbeam bear bears wolf wolves deer hares mole moles \
         bee bees frog frogs turtle turtles whale whales shark sharks seal seals octopus giraffe giraffes zebra zebras monkey monkeys \
         leopard leopards cheetah cheetahs panther panthers jaguar jaguars meerkat meerkats lemur lemurs flamingo flamingos parrot \
         parrots toucan toucans peacock peacocks heron herons osprey ospreys woodpecker woodpeckers skylark swallow swallows swifts \
         magpie magpies finch goldfinch doves ducklings chicks pluto snowdrop snowdrops primrose primroses daffodil daffodils tulip \
         tulips lavender heather violet violets foxglove foxgloves orchid buttercup buttercups clover pearl opal jade amethyst crystal \
         red blue yellow purple orange green rainbow sunshine stars pineapple tadpoles beavers moose polar wallabies lynx",
    )
});

/// Words that judge what was seen in a class, where others only say what it does.
static JUDGING: Words = LazyLock::new(|| {
    class(
        "best better worst worse weak weaker weakest strong stronger strongest lack lacks lacked lacking only no nobody none not n't never \
         too poor excellent slow noisy noisier unclear closed low lower high higher lovely brilliant struggle struggled \
         waited drifted drift dragged dull superb patchy thin missed off-task calm calmer unsettled lost rushed outstanding \
         loud louder good inadequate behind ahead coasting muddled messy clear brisk sharp pacy purposeful settled chaotic smooth tight \
         restless noisy chatty rapt fidgety silly distracted focused quiet tired engaged disengaged passive strength strengths gap gaps weakness excellent effective ineffective",
    )
});

/// What is taught, used and done in a lesson.
const OF_TEACHING: [&str; 31] = [
    "pupils",
    "children",
    "ta",
    "displays",
    "display",
    "behaviour",
    "kids",
    "adults",
    "chn",
    "lesson",
    "lessons",
    "books",
    "teacher",
    "teaching",
    "starter",
    "input",
    "plenary",
    "modelling",
    "questions",
    "questioning",
    "pace",
    "maths",
    "phonics",
    "reading",
    "writing",
    "retrieval",
    "task",
    "tasks",
    "routines",
    "transitions",
    "carpet",
];

/// Where a class is that was not seen.
const AWAY: [&str; 7] = ["trip", "swimming", "visit", "out", "seen", "visited", "timetable"];

/// What is counted by a number and a letter besides classes.
const COUNTED: [&str; 23] = [
    "level", "levels", "question", "q", "page", "part", "step", "section", "appendix", "task", "set",
    "phase", "grade", "table", "unit", "activity", "slide", "target", "action", "item", "point", "stage",
    "exercise",
];

/// Where the class ends that is named by its own name at `at`, if it is judged.
pub(super) fn named_class(sentence: &Sentence, at: usize) -> Option<usize> {
    let named = sentence.is_capital(at)
        && NAMES.contains(sentence.word(at))
        && matches!(sentence.word(at + 1), "class" | "classroom")
        && !sentence.is_capital(at + 2);
    let denied = |word: &str| word.ends_with("n't");
    // "Hedgehogs class: transitions messy", "Elm class - teacher did the talking"
    let told = matches!(sentence.word(at + 2), ":" | "-")
        && sentence.letters(at + 3) != Letters::Digits
        && sentence.is_word(at + 4)
        && !sentence.near(at, |word| AWAY.contains(&word));
    // "Beech class books had the same worksheet", "in Kestrels class the starter took 20 minutes"
    let taught = (at + 2..at + 6).any(|place| OF_TEACHING.contains(&sentence.word(place)))
        && (at + 3..at + 9).any(|place| {
            let word = sentence.word(place);
            COPULAS.contains(word)
                || HELPING.contains(word)
                || word.len() > 4 && word.ends_with("ed")
                || matches!(
                    word,
                    "knew" | "know" | "talk" | "took" | "showed" | "ran" | "went" | "moved"
                )
        })
        && !sentence.near(at, |word| AWAY.contains(&word));
    // "Maple class teacher over-talks", "Yew class books not marked", "Otters class had the strongest writing"
    let spoken_of = (OF_TEACHING.contains(&sentence.word(at + 2)) && sentence.is_word(at + 3)
        || matches!(
            sentence.word(at + 2),
            "had"
                | "has"
                | "was"
                | "were"
                | "is"
                | "are"
                | "need"
                | "needs"
                | "did"
                | "didn't"
                | "showed"
                | "used"
                | "could"
                | "couldn't"
                | "knew"
                | "explained"
                | "worked"
                | "listened"
                | "answered"
                | "struggled"
                | "settled"
                | "finished"
                | "talked"
                | "waited"
                | "copied"
                | "recalled"
                | "responded"
                | "followed"
                | "spent"
        ))
        && !sentence.near(at, |word| AWAY.contains(&word));
    // "in Owls class adults talk over children"
    let within = sentence.before(at, 1) == "in"
        && matches!(
            sentence.word(at + 2),
            "adults" | "pupils" | "children" | "staff" | "tas" | "boys" | "girls" | "most" | "nobody"
        );
    let judged = || {
        told || taught
            || spoken_of
            || within
            || sentence.near(at, |word| JUDGING.contains(word) || denied(word))
    };
    (named && judged()).then_some(at + 2)
}

/// "5 Hazel: nobody moved on", "Lesson in 3 Ash", "The Willow teacher", "the teacher in the Oak class": a class by its own
/// name, with its year or with whoever teaches it.
pub(super) fn class_with_year_or_teacher(sentence: &Sentence, at: usize) -> Option<usize> {
    let named = |place: usize| sentence.is_capital(place) && NAMES.contains(sentence.word(place));
    let away = || sentence.near(at, |word| AWAY.contains(&word));
    let told = |end: usize| (end..end + WINDOW).any(|place| sentence.is_word(place)) || at > 0;
    let class = |end: usize| end + usize::from(matches!(sentence.word(end), "class" | "classroom"));
    let numbered =
        sentence.letters(at) == Letters::Digits && number(sentence.word(at)).is_some() && named(at + 1);
    if numbered {
        return (!away() && told(at + 2)).then_some(class(at + 2));
    }
    if !named(at) {
        return None;
    }
    let end = class(at + 1);
    let staff = matches!(
        sentence.word(end),
        "teacher" | "teachers" | "ta" | "adults" | "lesson" | "books"
    ) && (sentence.owns(at) || sentence.letters(end) == Letters::Small);
    let the = usize::from(sentence.before(at, 1) == "the");
    let within = matches!(sentence.before(at, 1 + the), "in" | "of" | "from")
        && (OF_TEACHING.contains(&sentence.before(at, 2 + the))
            && !matches!(
                sentence.before(at, 2 + the),
                "pupils" | "children" | "kids" | "chn" | "display" | "displays"
            )
            || sentence.before(at, 2 + the) == "assistant");
    ((staff || within) && !away()).then_some(end)
}

/// "Puffins were on task": a class by the animals it is called after, which is judged.
pub(super) fn bare_class(sentence: &Sentence, at: usize) -> Option<usize> {
    let word = sentence.word(at);
    let named = sentence.begins(at) && sentence.is_capital(at) && word.ends_with('s') && NAMES.contains(word);
    let were = matches!(
        sentence.word(at + 1),
        "were" | "was" | "had" | "lost" | "struggled" | "didn't" | "couldn't" | "weren't"
    );
    let judged = sentence.ahead(at).any(|place| {
        JUDGING.contains(sentence.word(place))
            || matches!(
                sentence.word(place),
                "task" | "carpet" | "input" | "lesson" | "adult"
            )
    });
    (named && were && judged).then_some(at + 1)
}

/// "Class 2 maths: too many slides", "Class Birch lacked pace": a class by its number or name, which is judged.
pub(super) fn numbered_class(sentence: &Sentence, at: usize) -> Option<usize> {
    let called = sentence.is_capital(at + 1) && NAMES.contains(sentence.word(at + 1));
    let class = sentence.word(at) == "class" && (called || sentence.letters(at + 1) == Letters::Digits);
    let judged = sentence
        .ahead(at + 1)
        .any(|place| JUDGING.contains(sentence.word(place)) || sentence.word(place).ends_with("n't"));
    (class && judged && !sentence.near(at, |word| AWAY.contains(&word))).then_some(at + 2)
}

/// "10C2", "9X1": the code of a set in a secondary school.
fn is_code_of_set(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let digits = letters
        .iter()
        .take_while(|letter| letter.is_ascii_digit())
        .count();
    let year: Option<u8> = letters.iter().take(digits).collect::<String>().parse().ok();
    year.is_some_and(|year| (7..=13).contains(&year))
        && letters
            .get(digits)
            .is_some_and(|letter| letter.is_ascii_alphabetic() && *letter != 'x')
        && letters.get(digits + 1).is_some_and(char::is_ascii_digit)
        && letters.len() == digits + 2
}

/// "Y4T", "yr3b": a year with the letter of one of its classes.
fn year_with_letter(word: &str) -> Option<u8> {
    let code = word.strip_prefix("yr").or_else(|| word.strip_prefix('y'))?;
    let digits = code.strip_suffix(|letter: char| letter.is_ascii_lowercase() && letter != 's')?;
    number(digits).filter(|_| digits.chars().all(|digit| digit.is_ascii_digit()))
}

/// "4K books", where "10m" and "5p" are measures and one counts in "2s".
fn is_no_measure(sentence: &Sentence, at: usize) -> bool {
    let (before, next) = (sentence.before(at, 1), sentence.word(at + 1));
    let counting = sentence.near(at, |word| {
        word.starts_with("count") || matches!(word, "times" | "multiples")
    });
    let opens = sentence.begins(at);
    let dash_alone = sentence.tokens.get(at + 1).is_some_and(|mark| !mark.glued);
    let told = OF_CLASS.contains(&next)
        || matches!(before, "year" | "yr")
        || AREAS.contains(next)
        || matches!(next, "lesson" | "routines" | "settled")
        || opens && JUDGING.contains(next)
        || matches!(before, "saw" | "observed" | "visited" | "in")
        || COPULAS.contains(next)
        || HELPING.contains(next)
        || opens && (matches!(next, ":" | ",") || next == "-" && dash_alone)
        || matches!(before, "class" | "from") && !sentence.is_word(at + 1);
    told && !counting
}

/// "6JT", "5LM": a year with the initials of who teaches it; "6pm", "5kg" and "2nd" are none.
fn year_with_initials(word: &str) -> Option<u8> {
    const MEASURES: [&str; 24] = [
        "am", "pm", "mm", "cm", "km", "kg", "mg", "ml", "cl", "st", "nd", "rd", "th", "hr", "mb", "gb", "kb",
        "px", "pt", "ft", "oz", "lb", "pp", "ds",
    ];
    let (digit, letters) = word.split_at_checked(1)?;
    let initials = letters.len() == 2
        && letters.chars().all(|letter| letter.is_ascii_lowercase())
        && !MEASURES.contains(&letters);
    number(digit).filter(|year| initials && digit != "0" && *year <= 6)
}

/// "5B" as the code of a class, where it is no pencil, page, shape or question.
pub(super) fn coded_class(sentence: &Sentence, at: usize) -> Option<u8> {
    let word = sentence.word(at);
    let next = sentence.word(at + 1);
    if let Some(year) = year_with_letter(word) {
        let away = sentence.near(at, |word| AWAY.contains(&word));
        return (sentence.is_word(at + 1) && !away).then_some(year);
    }
    if let Some(year) = year_with_initials(word) {
        let away = sentence.near(at, |word| AWAY.contains(&word));
        return (sentence.tokens.len() > 1 && !away).then_some(year);
    }
    if is_code_of_set(word) {
        return word
            .chars()
            .take_while(char::is_ascii_digit)
            .collect::<String>()
            .parse()
            .ok();
    }
    let digits = word
        .strip_suffix(['a', 'b', 'c', 'e', 'f', 'h', 'j', 'n', 'r', 'w'])
        .or_else(|| {
            // "4D" is no figure in space, as "3D" is.
            word.strip_suffix('d')
                .filter(|digits| matches!(*digits, "1" | "4" | "5" | "6"))
        })
        .or_else(|| {
            let measure = word.strip_suffix(['k', 'l', 'm', 's', 't', 'p', 'g']);
            measure.filter(|_| is_no_measure(sentence, at))
        })?;
    let year = number(digits).filter(|_| digits.chars().all(|digit| digit.is_ascii_digit()))?;
    let before = sentence.before(at, 1);
    let of_class = sentence.begins(at)
        || matches!(
            before,
            "in" | "from"
                | "class"
                | ":"
                | "("
                | "-"
                | "with"
                | "and"
                | "for"
                | "than"
                | "&"
                | ";"
                | ","
                | "of"
                | "saw"
                | "observed"
                | "visited"
                | "year"
                | "yr"
        );
    let drawn = (at + 1..at + 4).any(|place| {
        matches!(
            sentence.word(place),
            "pencil" | "pencils" | "battery" | "batteries" | "shading" | "sketching"
        )
    });
    let counted = drawn
        || COUNTED.contains(&before)
        || (2..4).any(|back| COUNTED.contains(&sentence.before(at, back)))
        || matches!(
            next,
            "pencil" | "pencils" | ")" | "." | "approach" | "jug" | "jugs" | "of"
        );
    (of_class && !counted).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::super::super::{Reason, tests::strict};

    #[test]
    fn a_class_by_its_name_number_or_code_is_told_where_it_is_judged() {
        for text in [
            "Yew class books not marked",
            "Puffins were on task",
            "Class 2 maths: too many slides",
            "Class Birch lacked pace",
            "10C2 history - chat never tackled",
            "2T loud, nobody listening",
            "Pupils in 6JT said the work was too easy",
            "Year 4T had no working wall",
        ] {
            let found = strict(text);
            let class = found.iter().any(|(reason, _)| *reason == Reason::OneClassYear);
            assert!(class, "{text}: {found:?}");
        }
        for text in [
            "Foxes class are swimming at 10",
            "6B used for shading",
            "counting in 2s and 5s",
            "Back by 6pm with 5kg of clay",
            "7x8 said the whole class",
        ] {
            assert_eq!(strict(text), [], "{text}");
        }
    }
}
