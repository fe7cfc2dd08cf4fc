//! People who are named without a title: pupils mostly.
//!
//! A capital makes no name, and a forename may be a word ("Grace time is short"). So a word with a capital that is not
//! known to name nobody counts where people speak of somebody: they said, they were spoken to, their mother, aged nine.

mod words;

use std::ops::Range;

use words::{
    BELONGINGS, DOINGS, DOINGS_OF_THINGS, PEOPLE, PERSONAL, STAFF_DOINGS, TAUGHT_ABOUT, TOGETHER, TOWARDS,
};

use super::{
    forenames::FORENAMES,
    lexicon::{self, PROPER, SCHOOL_WORDS},
    sentence::{Letters, Sentence},
    titled::{TAUGHT, TITLES},
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
    for at in 0..sentence.tokens.len() {
        if let Some(end) = initials_end(sentence, at) {
            found.push(Person {
                at: at..end,
                staff: is_staff(sentence, at, end),
            });
            continue;
        }
        if found.last().is_some_and(|last| at < last.at.end) || !may_be_name(sentence, at, known) {
            continue;
        }
        let end = name_end(sentence, at, known);
        if in_title(sentence, at, end) {
            continue;
        }
        if let Some(initial) = initial_before(sentence, at)
            && (stands_beside_people(sentence, initial)
                || does_something(sentence, initial, end)
                || initial + 2 == at)
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
        if listed || is_spoken_of(sentence, at, end) {
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

fn may_be_name(sentence: &Sentence, at: usize, known: &dyn Fn(&str) -> bool) -> bool {
    let word = sentence.word(at);
    if sentence.letters(at) == Letters::Small {
        return is_small_name(sentence, at) && !known(word);
    }
    let letters = word.chars().count();
    let shouted = sentence.letters(at) == Letters::AllCapitals && letters > 4;
    (sentence.letters(at) == Letters::Capital || shouted)
        && letters > 1
        && !lexicon::names_nobody(word)
        && !lexicon::DETERMINERS.contains(word)
        && !known(word)
        && !TITLES.contains(word)
        && (FORENAMES.contains(word) || !lexicon::is_thing_by_ending(word))
        && !super::roles::is_role_word(word)
}

/// "J.S." and "J. S.": where initials end that stand for a name; "P.E." is none.
fn initials_end(sentence: &Sentence, at: usize) -> Option<usize> {
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

/// "a child called forename": after these words a name stands in small letters as well.
fn is_small_name(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    matches!(sentence.before(at, 1), "called" | "named")
        && matches!(
            sentence.before(at, 2),
            "child" | "pupil" | "boy" | "girl" | "teacher" | "ta"
        )
        && !lexicon::names_nobody(word)
        && !lexicon::PREPOSITIONS.contains(word)
        && !lexicon::DETERMINERS.contains(word)
        && !lexicon::PRONOUNS.contains(word)
}

/// "J Surname", "J. Surname": an initial before a name.
fn initial_before(sentence: &Sentence, at: usize) -> Option<usize> {
    let back = if sentence.before(at, 1) == "." { 2 } else { 1 };
    let initial = at.checked_sub(back)?;
    let letter = sentence.word(initial).chars().count() == 1 && sentence.letters(initial) == Letters::Capital;
    let alone = back == 2 || !matches!(sentence.word(initial), "a" | "i");
    (letter && alone).then_some(initial)
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

/// Whether it is part of a title or of somebody famous: "Charlotte's Web", "Florence Nightingale".
fn in_title(sentence: &Sentence, at: usize, end: usize) -> bool {
    let owner_of_title = sentence.owns(end - 1) && sentence.letters(end) == Letters::Capital;
    let famous = (at..=end).any(|place| sentence.is_capital(place) && TAUGHT.contains(sentence.word(place)));
    let before = at.checked_sub(1);
    let joined = before.is_some_and(|before| {
        let word = sentence.word(before);
        let capital = matches!(sentence.letters(before), Letters::Capital | Letters::AllCapitals);
        let part_of_proper = capital && PROPER.contains(word);
        let ruler = matches!(
            word,
            "king" | "queen" | "saint" | "st" | "prince" | "princess" | "lake" | "mount" | "sir"
        );
        ruler || (part_of_proper && before > 0)
    });
    let class =
        matches!(sentence.word(end), "class" | "classes" | "classroom" | "house") && !sentence.owns(end - 1);
    let class = class || sentence.before(at, 1) == "class";
    let read = !sentence.owns(end - 1) && matches!(sentence.before(at, 1), "read" | "reads" | "reading")
        || (sentence.before(at, 1) == "and"
            && matches!(sentence.before(at, 4), "read" | "reads" | "reading"));
    let continues = class || read || PROPER.contains(sentence.word(end)) && sentence.is_capital(end);
    owner_of_title || famous || joined || continues
}

fn is_spoken_of(sentence: &Sentence, at: usize, end: usize) -> bool {
    let taught = taught_about(sentence, at);
    let forename = FORENAMES.contains(sentence.word(at));
    let opens = sentence.begins(at);
    if marked_as_pupil(sentence, at, end) {
        return true;
    }
    if taught {
        return false;
    }
    let plural = sentence.word(at).ends_with('s') && !forename && !sentence.owns(at);
    forename
        || stands_beside_people(sentence, at)
        || is_quoted(sentence, at, end)
        || owns_something_personal(sentence, at, end)
        || (!plural || !opens) && does_something(sentence, at, end)
        || (!opens && is_addressed(sentence, at))
}

/// "Forename B.", "Forename (Y4)", "Forename, aged 9", "called Forename".
fn marked_as_pupil(sentence: &Sentence, at: usize, end: usize) -> bool {
    let initial = sentence.is_word(end - 1) && end - at >= 2 && sentence.word(end - 1).chars().count() == 1
        || end - at >= 3;
    let bracket = usize::from(matches!(sentence.word(end), "(" | "," | "-" | "[" | "/"));
    let after = sentence.word(end + bracket);
    let year = bracket == 1 && (is_year(after) || after == "year" || after == "aged" || after == "age");
    let of_year = matches!(after, "from" | "in")
        && (end..end + 5).any(|place| {
            is_year(sentence.word(place)) || matches!(sentence.word(place), "year" | "reception")
        })
        && !PROPER.contains(sentence.word(at))
        && bracket == 0
        && does_or_ends(sentence, end);
    let of_last = after == "from" && is_year(sentence.word(end + 1)) && !sentence.is_word(end + 2);
    let role = bracket == 1
        && (PEOPLE.contains(after) || matches!(after, "nqt" | "ect" | "hlta" | "sendco" | "headteacher"));
    let with = sentence.begins(at)
        && !sentence.word(at).ends_with('s')
        && (end..end + 6).any(|place| matches!(sentence.word(place), "his" | "her" | "he" | "she"));
    let answer = lexicon::COPULAS.contains(sentence.before(at, 1))
        && !sentence.is_word(end)
        && sentence
            .back(at)
            .any(|place| PEOPLE.contains(sentence.word(place)));
    if of_last || role || with || answer || (bracket == 0 && is_year(after)) {
        return true;
    }
    let named = matches!(sentence.before(at, 1), "called" | "named") && somebody_before(sentence, at);
    let age = sentence.word(end) == "("
        && sentence.word(end + 2) == ")"
        && after.parse().is_ok_and(|age: u8| (3..=18).contains(&age));
    let is_one = bracket == 1
        && matches!(after, "a" | "an" | "one" | "our" | "their" | "the")
        && (end..end + 7).any(|place| PEOPLE.contains(sentence.word(place)));
    initial || year || of_year || named || age || is_one || after == "aged"
}

fn somebody_before(sentence: &Sentence, at: usize) -> bool {
    (0..at).rev().take(6).any(|place| {
        lexicon::LISTENED_TO.contains(sentence.word(place))
            || matches!(
                sentence.word(place),
                "boy"
                    | "girl"
                    | "teacher"
                    | "ta"
                    | "governor"
                    | "boys"
                    | "girls"
                    | "adult"
                    | "lad"
                    | "he"
                    | "she"
                    | "one"
            )
    })
}

/// Whether a doing follows within the next words: "Forename from the Year 5 group explained".
fn does_or_ends(sentence: &Sentence, end: usize) -> bool {
    (end..end + 7).any(|place| DOINGS.contains(sentence.word(place)))
}

fn is_year(word: &str) -> bool {
    let digits = word.strip_prefix('y').or_else(|| word.strip_prefix("yr"));
    digits.is_some_and(|digits| {
        !digits.is_empty() && (digits == "r" || digits.chars().all(|digit| digit.is_ascii_digit()))
    })
}

fn owns_something_personal(sentence: &Sentence, at: usize, end: usize) -> bool {
    let owned = sentence.word(end);
    let adjective = sentence.word(end + 1);
    let in_mid = !sentence.begins(at)
        && sentence.letters(end) == Letters::Small
        && !lexicon::DETERMINERS.contains(sentence.before(at, 1))
        && !sentence.is_capital(at - 1);
    (at..end).any(|place| sentence.owns(place))
        && (in_mid || BELONGINGS.contains(owned) || BELONGINGS.contains(adjective))
}

/// Whether what follows is what a person does, or what one is.
fn does_something(sentence: &Sentence, at: usize, end: usize) -> bool {
    if sentence.owns(end - 1) {
        return false;
    }
    // "Forename also said", "Forename, who is new, told us", "Forename (PP) said".
    let mut verb = after_aside(sentence, end);
    while verb < end + 3
        && matches!(
            sentence.word(verb),
            "also"
                | "then"
                | "often"
                | "always"
                | "never"
                | "just"
                | "really"
                | "who"
                | "only"
                | "still"
                | "sometimes"
        )
    {
        verb += 1;
    }
    let doing = sentence.word(verb);
    let mid = !sentence.begins(at)
        && !lexicon::DETERMINERS.contains(sentence.before(at, 1))
        && !sentence.is_capital(at - 1);
    if mid && sentence.before(at, 1) == "," && doing.len() > 4 && doing.ends_with("ed") {
        // "When asked, Forename shrugged"
        return true;
    }
    if !DOINGS.contains(doing) {
        // "Forename - crying at the start"
        return verb == end + 1
            && matches!(
                doing,
                "crying" | "upset" | "he" | "she" | "has" | "ehcp" | "asleep" | "stuck" | "autistic"
            );
    }
    let next = sentence.word(verb + 1);
    let used = matches!(
        next,
        "used" | "taught" | "displayed" | "planned" | "introduced" | "bought" | "followed" | "chosen"
    );
    let personal = (verb + 1..verb + 9).any(|place| PERSONAL.contains(sentence.word(place)));
    // A word with a capital in mid-sentence, without an article, is a name already.
    let in_mid = !sentence.begins(at)
        && !lexicon::DETERMINERS.contains(sentence.before(at, 1))
        && !sentence.is_capital(at - 1);
    let two = end - at >= 2 && sentence.is_capital(end - 1);
    !DOINGS_OF_THINGS.contains(doing) || (!used && (personal || in_mid || two))
}

/// Where the sentence goes on after brackets or a remark between commas behind a name.
fn after_aside(sentence: &Sentence, end: usize) -> usize {
    let close = match sentence.word(end) {
        "(" => ")",
        "," => ",",
        ":" | "-" => return end + 1,
        _ => return end,
    };
    let closing = (end + 1..end + 9).find(|place| sentence.word(*place) == close);
    closing.map_or(end, |closing| closing + 1)
}

/// "One pupil, Forename, cried", "The teacher (Anyname Surname)", "Pupils: Anyname, Forename".
fn stands_beside_people(sentence: &Sentence, at: usize) -> bool {
    let marked = matches!(sentence.before(at, 1), "," | ":" | "(" | "-" | "=");
    let people = sentence.before(at, if marked { 2 } else { 1 });
    PEOPLE.contains(people) && !sentence.owns(at.saturating_sub(1))
}

/// "It's too easy" (Forename); Forename: "I do not get help."; as Forename put it.
fn is_quoted(sentence: &Sentence, at: usize, end: usize) -> bool {
    let quote = |back: usize| matches!(sentence.before(at, back), "\"" | "'");
    let marked = matches!(sentence.before(at, 1), "(" | "-" | ",");
    let stopped = matches!(sentence.before(at, 2), "." | "!" | "?") && quote(3);
    let quoted_next =
        matches!(sentence.word(end), ":" | "-" | ",") && matches!(sentence.word(end + 1), "\"" | "'");
    let put = sentence.word(end) == "put" && sentence.word(end + 1) == "it";
    let ends = !sentence.is_word(end) || is_year(sentence.word(end));
    marked && (quote(2) || stopped) || (quote(1) && ends && at > 2) || quoted_next || put
}

/// "We listened to Forename", "with Forename", "thank Forename".
fn is_addressed(sentence: &Sentence, at: usize) -> bool {
    let before = sentence.before(at, 1);
    let further = (2..=4).any(|back| TOGETHER.contains(sentence.before(at, back)));
    let quoted = matches!(before, "said" | "says") && !sentence.is_word(at + 1);
    let singled_out = lexicon::COPULAS.contains(before) && sentence.word(at + 1) == "who";
    let example = match before {
        "as" => matches!(sentence.before(at, 2), "such" | "known"),
        "about" | "on" => {
            sentence.before(at, 2).starts_with("concern") || sentence.before(at, 2).starts_with("worr")
        }
        "the" => matches!(sentence.word(at + 1), "family" | "brothers" | "sisters" | "twins"),
        "like" => PEOPLE.contains(sentence.before(at, 2)),
        "you" => matches!(sentence.before(at, 2), "thank"),
        "example" | "eg" | "especially" | "notably" => true,
        "done" => sentence.before(at, 2) == "well",
        _ => false,
    };
    TOWARDS.contains(before)
        || example
        || quoted
        || singled_out
        || (matches!(before, "to" | "with" | "by" | "from" | "for" | "beside") && further)
        || (before == "to" && sentence.before(at, 2) == "according")
}

fn taught_about(sentence: &Sentence, at: usize) -> bool {
    let before: Vec<&str> = (0..at).rev().take(6).map(|place| sentence.word(place)).collect();
    let nearest_mark = before.iter().position(|word| matches!(*word, "." | ";"));
    let clause = before.iter().take(nearest_mark.unwrap_or(before.len()));
    let mut clause = clause.copied();
    let concerned = before.iter().any(|word| {
        word.starts_with("concern")
            || word.starts_with("worr")
            || word.starts_with("complain")
            || matches!(
                *word,
                "asked" | "focus" | "focused" | "information" | "care" | "told" | "notes" | "plan"
            )
    });
    let topic = matches!(before.first(), Some(&"on" | &"about")) && !concerned;
    topic || clause.any(|word| TAUGHT_ABOUT.contains(word) && word != "on")
}

fn is_staff(sentence: &Sentence, at: usize, end: usize) -> bool {
    let near = (0..at).rev().take(3).chain(end..end + 3);
    near.into_iter()
        .any(|place| STAFF_DOINGS.contains(sentence.word(place)))
        && !SCHOOL_WORDS.contains(sentence.word(at))
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
