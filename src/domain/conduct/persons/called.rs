//! Things, places and books that are called as people are: "Victoria sponge", "Matilda is the class reader".

use super::super::{
    lexicon::{COPULAS, HELPING, PREPOSITIONS},
    roles::is_role_word,
    sentence::{Letters, Sentence},
};

/// Words that are names as well, and what follows where they are none.
const THINGS: [(&str, &str); 21] = [
    ("jacob", "ladder"),
    ("jacobs", "ladder"),
    ("jack", "of"),
    ("ruby", "and card cards slipper slippers wedding"),
    ("victoria", "sponge line falls station park plum cross sandwich"),
    ("lily", "pond pad pads of"),
    ("poppy", "appeal seed seeds field fields day wreath wreaths heads"),
    ("daisy", "chain chains petals diagram"),
    ("ivy", "covers grows climbs on over leaves"),
    ("sandy", "soil soils beach beaches bay bottom"),
    ("robin", "on in nest nests nesting feeder"),
    ("chelsea", "bun buns flower"),
    ("pat", "on down it"),
    ("sydney", "harbour opera and found"),
    ("jasmine", "tea rice"),
    ("florence", "and"),
    ("max", "of length time number score"),
    ("rosemary", "and bush"),
    ("bella", "notte"),
    ("charlotte", "russe"),
    ("frankie", "say"),
];

/// Forenames that are called after birds and plants.
const BIRDS_AND_PLANTS: [&str; 15] = [
    "ivy", "holly", "heather", "hazel", "olive", "lily", "rose", "daisy", "poppy", "jasmine", "robin",
    "wren", "jay", "rowan", "fern",
];

/// What a name is the title of, behind "is the class".
const WORKS: &str = "reader readers text texts novel novels book story poem film play model";

/// What somebody known has made or stands on, behind a full name.
const MADE: &str = "skills clip clips ideas buildings stickers books letter letters fact quoted retrieval speech assembly materials";

/// Whether the name from `at` to before `end` is that of a thing, a book or somebody in one.
pub(super) fn is_called_so(sentence: &Sentence, at: usize, end: usize) -> bool {
    let has = |words: &str, word: &str| words.split_whitespace().any(|known| known == word);
    let next = sentence.word(end);
    let thing = end == at + 1
        && !sentence.owns(at)
        && THINGS
            .iter()
            .any(|(name, followers)| *name == sentence.word(at) && has(followers, next))
        && (next != "and" || sentence.letters(end + 1) == Letters::Small || sentence.word(at) == "sydney");
    // "Matilda is the class reader"
    let title = COPULAS.contains(next)
        && matches!(sentence.word(end + 1), "the" | "our" | "a" | "this" | "their")
        && (end + 2..end + 6).any(|place| has(WORKS, sentence.word(place)));
    // "The Year 6 production is Anyname"
    let title = title
        || COPULAS.contains(sentence.before(at, 1))
            && !sentence.is_word(end)
            && matches!(
                sentence.before(at, 2),
                "production" | "musical" | "panto" | "pantomime" | "reader" | "text" | "novel" | "film"
            );
    // "In Matilda the pupils found": nobody is somewhere in a person.
    let within = sentence.before(at, 1) == "in"
        && sentence.begins(at - 1)
        && !sentence.owns(end - 1)
        && matches!(next, "the" | "," | "pupils" | "children" | "we" | "they");
    // "William the Conqueror", "Simon says" as a game
    let ruler = next == "the" && sentence.is_capital(end + 1);
    let game = sentence.word(at) == "simon"
        && next == "says"
        && matches!(sentence.word(end + 1), "used" | "played" | "game");
    // "Kate Anyname skills used": somebody known, by what they made.
    let known = end == at + 2 && !sentence.owns(end - 1) && has(MADE, next);
    // "Lincoln, Chester and Florence houses compete"
    let house = !sentence.owns(end - 1) && sentence.near(at, |word| word == "houses");
    let quoted = sentence.near(at, |word| {
        matches!(word, "quote" | "quotes" | "quotation" | "quotations")
    }) || sentence
        .back(at)
        .any(|place| matches!(sentence.word(place), "spine" | "spines"));
    // "Word problem on the board: 'Forename has 24 stickers'"
    let posed = sentence
        .back(at)
        .any(|place| matches!(sentence.word(place), "problem" | "problems"))
        && sentence
            .back(at)
            .any(|place| matches!(sentence.word(place), "'" | "\"" | ":"));
    thing
        || is_grown(sentence, at, end)
        || posed
        || title
        || within
        || ruler
        || game
        || known
        || house
        || is_mapped(sentence, at, end)
        || quoted
        || is_author(sentence, at, end)
        || is_explained(sentence, at, end)
}

/// "Ivy has taken over the fence", "Robin, wren and blackbird": a plant or a bird.
fn is_grown(sentence: &Sentence, at: usize, end: usize) -> bool {
    let outdoors = sentence.near(at, |word| {
        matches!(
            word,
            "fence"
                | "hedge"
                | "garden"
                | "trellis"
                | "pond"
                | "planter"
                | "allotment"
                | "leaf"
                | "leaves"
                | "bush"
        )
    });
    let listed = sentence.word(end) == ","
        && sentence.letters(end + 1) == Letters::Small
        && matches!(sentence.word(end + 2), "and" | ",");
    end == at + 1
        && BIRDS_AND_PLANTS.contains(&sentence.word(at))
        && !sentence.owns(at)
        && (outdoors || listed)
}

/// "Jordan and Georgia found on the map"
fn is_mapped(sentence: &Sentence, at: usize, end: usize) -> bool {
    let listed = matches!(sentence.word(end), "," | "and" | "&")
        || matches!(sentence.before(at, 1), "," | "and" | "&");
    let mapped = sentence.near(at, |word| {
        matches!(word, "map" | "maps" | "atlas" | "atlases" | "globe" | "globes")
    });
    let placed = sentence.near(at, |word| {
        matches!(
            word,
            "found" | "located" | "labelled" | "marked" | "placed" | "shaded"
        )
    });
    let sought = sentence
        .back(at)
        .any(|place| matches!(sentence.word(place), "find" | "locate" | "label"));
    !sentence.owns(end - 1) && mapped && (listed || placed || sought)
}

/// "Street Child (Berlie Doherty)": who wrote what stands before the bracket.
fn is_author(sentence: &Sentence, at: usize, end: usize) -> bool {
    let titled = |back: usize| {
        at >= back
            && sentence.is_capital(at - back)
            && !is_role_word(sentence.before(at, back))
            && !names_nobody_else(sentence.before(at, back))
    };
    end == at + 2 && sentence.before(at, 1) == "(" && sentence.word(end) == ")" && titled(2) && titled(3)
}

/// Whether a word before a bracket is one of a lesson and not of a title.
fn names_nobody_else(word: &str) -> bool {
    matches!(
        word,
        "year"
            | "lesson"
            | "visit"
            | "teacher"
            | "pupil"
            | "class"
            | "room"
            | "reception"
            | "nursery"
            | "lead"
    )
}

/// "Pupils could say how Elmer felt", "children know why Victoria was queen": what they have learned of somebody.
fn is_explained(sentence: &Sentence, at: usize, end: usize) -> bool {
    let asked = matches!(
        sentence.before(at, 1),
        "how" | "why" | "what" | "where" | "when" | "who"
    );
    let verb = sentence.before(at, 2);
    let learned = matches!(
        verb,
        "say"
            | "explain"
            | "explained"
            | "know"
            | "knew"
            | "describe"
            | "described"
            | "predict"
            | "predicted"
            | "infer"
            | "inferred"
            | "discuss"
            | "discussed"
            | "recall"
            | "recalled"
            | "understand"
            | "remember"
            | "consider"
            | "imagine"
            | "imagined"
    );
    let several = |place: usize| {
        matches!(
            sentence.word(place),
            "pupils"
                | "children"
                | "they"
                | "class"
                | "classes"
                | "everyone"
                | "most"
                | "all"
                | "some"
                | "learners"
        )
    };
    let said = COPULAS.contains(sentence.word(end))
        || HELPING.contains(sentence.word(end))
        || sentence.is_word(end) && !PREPOSITIONS.contains(sentence.word(end));
    asked && learned && said && sentence.back(at).take(8).any(several)
}
