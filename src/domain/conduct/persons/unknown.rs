//! Words with a capital that nobody knows: most of them are names.

use super::{
    super::{
        lexicon::{self, COPULAS, HELPING},
        sentence::{Letters, Sentence},
        taught::is_taught_name,
    },
    words::{GROUP_LABELS, PLACES_AND_WORKS},
};

/// What is done to a scheme, a text or a thing, which may have a name that nobody knows either.
const DONE_TO_THINGS: [&str; 22] = [
    "used",
    "introduced",
    "displayed",
    "bought",
    "followed",
    "chosen",
    "booked",
    "visited",
    "adopted",
    "replaced",
    "trialled",
    "being",
    "available",
    "launched",
    "installed",
    "embedded",
    "linked",
    "written",
    "printed",
    "planned",
    "subscription",
    "read",
];

/// Words of travel and of books, near which a capital is a place's or a character's.
const OF_PLACES_AND_BOOKS: [&str; 38] = [
    "minibus",
    "train",
    "bus",
    "taxi",
    "ferry",
    "spine",
    "spines",
    "cathedral",
    "rhyme",
    "diary",
    "legend",
    "legends",
    "trip",
    "trips",
    "visit",
    "visits",
    "zoo",
    "museum",
    "castle",
    "fieldwork",
    "residential",
    "artist",
    "artists",
    "author",
    "authors",
    "text",
    "texts",
    "story",
    "stories",
    "poem",
    "poems",
    "poet",
    "composer",
    "compare",
    "novel",
    "film",
    "play",
    "song",
];

/// What stands before the name of a place, a scheme or a thing, and seldom before a person's.
const BEFORE_THINGS: [&str; 20] = [
    "in", "at", "into", "near", "via", "through", "use", "uses", "used", "using", "on", "called", "around",
    "like", "love", "loved", "enjoy", "read", "buy", "bought",
];

/// Words that begin a sentence before a name: "Saw Forename", "Is Anyname leaving?".
const OPENING: [&str; 62] = [
    "saw", "see", "seen", "spoke", "met", "asked", "ask", "tell", "told", "thank", "thanks", "watched",
    "heard", "is", "was", "does", "did", "can", "could", "has", "had", "will", "would", "should", "if",
    "when", "while", "and", "but", "so", "with", "for", "to", "from", "by", "why", "how", "that", "let",
    "give", "given", "move", "moved", "because", "since", "after", "before", "as", "unless", "until",
    "although", "though", "where", "once", "maybe", "only", "even", "both", "about", "without", "than",
    "well",
];

/// Whether a word that nobody knows, written with a capital, stands where the name of a person would.
pub(super) fn is_unknown_to_all(sentence: &Sentence, at: usize, end: usize) -> bool {
    let next = sentence.word(end);
    let shouted = sentence.letters(at) == Letters::AllCapitals;
    // "Bug Club", "Power Maths": a title of several words.
    let titled = sentence.is_capital(end)
        && !matches!(next, "i" | "is")
        && !sentence.owns(end - 1)
        && !GROUP_LABELS.contains(next);
    let joined = matches!(next, "&" | "+" | "/") && !sentence.is_capital(end + 1);
    if shouted || titled || joined || is_of_things(sentence, at, end) {
        return false;
    }
    if opens(sentence, at) {
        // A word alone says nothing of anybody.
        let label = matches!(
            sentence.before(at, 2),
            "practice"
                | "lesson"
                | "visit"
                | "see"
                | "teacher"
                | "coach"
                | "who"
                | "mentor"
                | "buddy"
                | "strongest"
                | "weakest"
                | "best"
        );
        let last = at > 2 && matches!(sentence.before(at, 1), "-" | "=")
            || at > 1 && sentence.before(at, 1) == ":" && label;
        return !describes_thing(sentence, end)
            && (last || sentence.owns(end - 1) || sentence.is_word(end) || sentence.is_word(end + 1));
    }
    stands_in_sentence(sentence, at)
}

/// Verbs in the form of a plural, which are seldom things of which there are several.
const SELDOM_THINGS: [&str; 34] = [
    "leads",
    "runs",
    "does",
    "needs",
    "gives",
    "takes",
    "gets",
    "makes",
    "wants",
    "uses",
    "keeps",
    "likes",
    "loves",
    "thinks",
    "says",
    "tells",
    "knows",
    "struggles",
    "lacks",
    "reads",
    "writes",
    "speaks",
    "sits",
    "hides",
    "finds",
    "leaves",
    "looks",
    "seems",
    "copies",
    "misses",
    "brings",
    "goes",
    "comes",
    "feels",
];

/// Whether the word at `at` is a verb and not a plural: it is followed by how, or by what, as in "Forename hits out" and
/// "Anyname marks beautifully".
fn is_done(sentence: &Sentence, at: usize) -> bool {
    let further = sentence.word(at + 1);
    SELDOM_THINGS.contains(&sentence.word(at))
        || sentence.is_capital(at + 1)
        || further.ends_with("ly")
        || lexicon::DETERMINERS.contains(further)
        || matches!(
            further,
            "out"
                | "up"
                | "off"
                | "over"
                | "with"
                | "back"
                | "about"
                | "well"
                | "when"
                | "if"
                | "because"
                | "whenever"
                | "unless"
                | "during"
                | "lunch"
                | "duty"
                | "breakfast"
                | "pupils"
                | "children"
                | "everyone"
        )
}

/// Whether a thing or an activity follows, which the word before it describes: "Tuff trays", "Dual coding".
fn describes_thing(sentence: &Sentence, end: usize) -> bool {
    let next = sentence.word(end);
    let several = next.strip_suffix('s').is_some_and(lexicon::names_nobody)
        && !is_done(sentence, end)
        && !lexicon::AREAS.contains(next);
    sentence.letters(end) == Letters::Small && !sentence.owns(end - 1) && (several || next.ends_with("ing"))
}

/// Whether something begins at `at`: a sentence, or what stands behind a mark or a time.
fn opens(sentence: &Sentence, at: usize) -> bool {
    let before = sentence.before(at, 1);
    sentence.begins(at)
        || matches!(before, ":" | "-" | ";" | "(" | "*" | ">" | "=")
        || at > 0
            && (0..at).all(|place| !sentence.is_word(place) || sentence.letters(place) == Letters::Digits)
}

/// Whether the capital at `at` can only be that of a name, and none of a place or a scheme stands there.
fn stands_in_sentence(sentence: &Sentence, at: usize) -> bool {
    let before = sentence.before(at, 1);
    let opening = at == 1 && OPENING.contains(&before);
    let article = at == 1 && before == "a" && sentence.is_capital(0);
    (super::in_mid_sentence(sentence, at) || opening || article) && !BEFORE_THINGS.contains(&before)
}

/// Whether a place, a scheme, a text or a thing is spoken of.
fn is_of_things(sentence: &Sentence, at: usize, end: usize) -> bool {
    let made = !sentence.owns(end - 1)
        && (PLACES_AND_WORKS.contains(sentence.word(end)) && !matches!(sentence.word(end), "works" | "play"));
    let helped =
        |place: usize| COPULAS.contains(sentence.word(place)) || HELPING.contains(sentence.word(place));
    let skipped = (end..end + 2).take_while(|place| helped(*place)).count();
    let done = DONE_TO_THINGS.contains(&sentence.word(end + skipped));
    // "Hajj explained by a parent", "Sukkot shelter built"
    let passive = sentence.word(end).ends_with("ed") && sentence.word(end + 1) == "by"
        || matches!(
            sentence.word(end),
            "retold" | "sung" | "performed" | "celebrated" | "drawn" | "painted" | "sketched" | "built"
        )
        || sentence.letters(end) == Letters::Small
            && matches!(
                sentence.word(end + 1),
                "built" | "made" | "painted" | "drawn" | "printed" | "sung" | "performed" | "displayed"
            );
    let near = sentence.near(at, |word| OF_PLACES_AND_BOOKS.contains(&word));
    // Where one is taught about, others are as well: "quoted Dickens and knew why Scrooge changed".
    let figures = sentence
        .back(at)
        .chain(sentence.ahead(at))
        .any(|place| is_taught_name(sentence, place));
    // "The Title by Forename Surname"
    let author = sentence.before(at, 1) == "by" && at > 1 && sentence.is_capital(at - 2);
    made || done || passive && !sentence.owns(end - 1) || near || figures || author
}
