//! How a year or its class is written: "Year 4", "Yr.4", "Y3/4", "5B", "R class", "Nursery".

use super::{
    super::sentence::{Letters, Sentence},
    Mention, SchoolYear,
};

/// The words of the numbers of years, from one.
pub(super) const NUMBERS: [&str; 13] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen",
];

/// Some in Roman numbers, each with its place in the row of years; "I" and "V" are letters as well.
const ROMAN: [(&str, usize); 4] = [("ii", 1), ("iii", 2), ("iv", 3), ("vi", 5)];

/// The mention that begins at `at`.
pub(super) fn mention(sentence: &Sentence, at: usize) -> Option<Mention> {
    let word = sentence.word(at);
    let one = |end: usize, year: SchoolYear| {
        Some(Mention {
            at: at..end,
            years: vec![year],
        })
    };
    if let Some((end, year)) = early_years(sentence, at) {
        return one(end, year);
    }
    match word {
        // The last ones are typed in a hurry.
        "year" | "years" | "yr" | "yrs" | "y" | "yeargroup" | "yaer" | "yera" | "yeer" | "yesr" | "yeat"
        | "yeaar" => {
            return numbered(sentence, at);
        }
        // "Class 5"
        "class" if sentence.letters(at + 1) == Letters::Digits => {
            let year = number(sentence.word(at + 1)).filter(|year| *year <= 6)?;
            return one(at + 2, SchoolYear::Year(year));
        }
        _ => {}
    }
    // "the 6s were impressive"
    if let Some(year) = word
        .strip_suffix('s')
        .filter(|_| are_pupils(sentence, at))
        .and_then(number)
    {
        return one(at + 1, SchoolYear::Year(year));
    }
    if let Some(pair) = mixed_class(sentence, at) {
        return Some(pair);
    }
    if let Some(year) = word.strip_prefix("year-").and_then(number) {
        return one(at + 1, SchoolYear::Year(year));
    }
    let digits = ["year", "yr", "y"]
        .iter()
        .find_map(|prefix| word.strip_prefix(prefix))?;
    // "Y6s were silent"
    let digits = digits.strip_suffix('s').unwrap_or(digits);
    let year = number(digits).filter(|_| digits.starts_with(|digit: char| digit.is_ascii_digit()))?;
    let mut years = vec![SchoolYear::Year(year)];
    let mut end = at + 1;
    // "Y3/4", "Y1-6"
    // "Y4 - 7 chn not started" counts children.
    let apart = sentence.tokens.get(end).is_some_and(|mark| !mark.glued);
    let counts = apart && !is_year_alone(sentence, end + 1);
    if matches!(sentence.word(end), "/" | "-") && sentence.letters(end + 1) == Letters::Digits && !counts {
        let later = number(sentence.word(end + 1))?;
        let range = sentence.word(end) == "-";
        years = if range && later > year + 1 {
            Vec::new()
        } else {
            vec![SchoolYear::Year(year), SchoolYear::Year(later)]
        };
        end += 2;
    }
    Some(Mention { at: at..end, years })
}

/// Whether "6s" at `at` are the pupils of a year, where "6s" are numbers that are counted in.
fn are_pupils(sentence: &Sentence, at: usize) -> bool {
    let said = matches!(
        sentence.word(at + 1),
        "were"
            | "are"
            | "had"
            | "have"
            | "could"
            | "couldn't"
            | "can"
            | "can't"
            | "did"
            | "didn't"
            | "don't"
            | "need"
            | "know"
            | "knew"
    );
    let counted = sentence.near(at, |word| {
        matches!(
            word,
            "counting" | "count" | "table" | "tables" | "times" | "multiples" | "steps"
        )
    });
    matches!(sentence.word(at), "1s" | "2s" | "3s" | "4s" | "5s" | "6s")
        && matches!(sentence.before(at, 1), "the" | "our")
        && said
        && !counted
}

/// Where a mention of the nursery or of reception ends that begins at `at`: "YR", "Foundation Stage 2", "R class".
fn early_years(sentence: &Sentence, at: usize) -> Option<(usize, SchoolYear)> {
    let (word, next) = (sentence.word(at), sentence.word(at + 1));
    let room = |back: usize| {
        matches!(
            sentence.word(at + back),
            "classroom" | "class" | "room" | "teacher"
        )
    };
    let capital = sentence.is_capital(at);
    // "R - language rich"
    let labelled = || {
        let mark = sentence.tokens.get(at + 1);
        sentence.begins(at) && (next == ":" || next == "-" && mark.is_some_and(|mark| !mark.glued))
    };
    let words = match word {
        "nursery" if capital || is_class_of_nursery(sentence, at) => {
            return Some((at + 1, SchoolYear::Nursery));
        }
        "fs1" | "f1" => return Some((at + 1, SchoolYear::Nursery)),
        "fs2" | "f2" | "yrr" | "yrec" => 1,
        "reception" if is_class_of_reception(sentence, at) => 1,
        "rec" | "recep" if sentence.letters(at) == Letters::Capital => 1,
        "preschool" | "pre-school" if room(1) || matches!(next, "children" | "staff") => {
            return Some((at + 1, SchoolYear::Nursery));
        }
        "foundation" if next == "stage" && room(2) => 2,
        "foundation" if next == "stage" && sentence.word(at + 2) == "2" => 3,
        "early" if next == "years" && room(2) => 2,
        "eyfs" | "foundation" if room(1) => 1,
        // "F" and "S" for the foundation stage
        _ if word.strip_prefix('f') == Some("s")
            && sentence.letters(at) == Letters::AllCapitals
            && (room(1) || matches!(next, "children" | "adults" | "staff")) =>
        {
            1
        }
        "r" if capital && (room(1) || next == "children" || labelled()) => 1,
        "yr" | "year" | "y" if next == "r" => 2,
        "yr" if sentence.letters(at) == Letters::AllCapitals && !starts_number(sentence, at + 1) => 1,
        _ => return None,
    };
    Some((at + words, SchoolYear::Reception))
}

/// "the mixed 3/4 class", "the upper junior class (5/6)"
fn mixed_class(sentence: &Sentence, at: usize) -> Option<Mention> {
    let behind = sentence.word(at + 3) == "class";
    let bracketed = sentence.before(at, 1) == "("
        && sentence.word(at + 3) == ")"
        && matches!(sentence.before(at, 2), "class" | "juniors" | "infants");
    if sentence.word(at + 1) != "/" || !(behind || bracketed) || sentence.letters(at) != Letters::Digits {
        return None;
    }
    let (first, second) = (number(sentence.word(at))?, number(sentence.word(at + 2))?);
    (second == first + 1).then(|| Mention {
        at: at..at + 3,
        years: vec![SchoolYear::Year(first), SchoolYear::Year(second)],
    })
}

/// "Year 4", "Years 3 and 4", "Years 1 to 6".
fn numbered(sentence: &Sentence, at: usize) -> Option<Mention> {
    let mut end = at + 1;
    // "Year group 4"
    end += usize::from(sentence.word(end) == "group");
    if matches!(sentence.word(end), "." | "-") && sentence.tokens.get(end).is_some_and(|mark| mark.glued) {
        end += 1;
    }
    let mut years = vec![number(sentence.word(end))?];
    end += 1;
    let mut range = false;
    loop {
        let (mut next, mut joint) = (end, false);
        while next < end + 2 && matches!(sentence.word(next), "," | "and" | "to" | "-" | "/" | "&" | "or") {
            range |= matches!(sentence.word(next), "to" | "-") && number(sentence.word(next + 1)).is_some();
            joint = true;
            next += 1;
        }
        let Some(year) = number(sentence.word(next)).filter(|_| joint && is_year_alone(sentence, next))
        else {
            break;
        };
        years.push(year);
        end = next + 1;
    }
    let last = years.last().copied().unwrap_or_default();
    let first = years.first().copied().unwrap_or_default();
    let many = range && (last > first.saturating_add(1) || years.len() > 2);
    Some(Mention {
        at: at..end,
        years: if many {
            Vec::new()
        } else {
            years.into_iter().map(SchoolYear::Year).collect()
        },
    })
}

/// Whether the number at `at` still counts years: not "Year 4 and 6 books".
fn is_year_alone(sentence: &Sentence, at: usize) -> bool {
    let counted = [
        "books", "pupils", "lessons", "minutes", "children", "teachers", "weeks", "%", "chn", "ch", "kids",
        "mins", "boys", "girls", "of",
    ];
    sentence.letters(at) == Letters::Digits && !counted.contains(&sentence.word(at + 1))
        || NUMBERS.contains(&sentence.word(at)) && !counted.contains(&sentence.word(at + 1))
}

fn starts_number(sentence: &Sentence, at: usize) -> bool {
    number(sentence.word(at)).is_some()
}

/// A year's number, in digits or in words.
pub(super) fn number(word: &str) -> Option<u8> {
    // "the Year Sixes"
    let in_words = NUMBERS.iter().position(|number| {
        let rest = word.strip_prefix(number);
        matches!(rest, Some("" | "s" | "es"))
    });
    let roman = ROMAN.iter().find(|(roman, _)| *roman == word);
    let in_words = in_words.or(roman.map(|(_, place)| *place));
    let in_words = in_words.and_then(|place| u8::try_from(place + 1).ok());
    // "5a" is a class of Year 5, "Year 4s" are its pupils.
    let digits = word.trim_end_matches(|letter: char| matches!(letter, 'a'..='d' | 's'));
    let in_digits = digits
        .parse::<u8>()
        .ok()
        .filter(|number| (1..=13).contains(number));
    in_words.or(in_digits)
}

/// Whether "nursery" in small letters is the class: "nursery staff model talk".
fn is_class_of_nursery(sentence: &Sentence, at: usize) -> bool {
    let next = sentence.word(at + 1);
    let other = matches!(
        next,
        "rhyme"
            | "rhymes"
            | "nurse"
            | "place"
            | "places"
            | "manager"
            | "school"
            | "schools"
            | "setting"
            | "settings"
            | "provider"
            | "providers"
            | "visits"
            | "visit"
            | "transition"
            | "lead"
            | "leader"
    );
    // "In nursery the adults kneel to talk"
    let within = sentence.before(at, 1) == "in"
        && sentence.begins(at - 1)
        && matches!(
            next,
            "the" | "," | "adults" | "children" | "staff" | "pupils" | "they" | "play"
        );
    within || !other && sentence.begins(at) && (sentence.is_word(at + 1) || matches!(next, ":" | "-"))
}

/// Who and what is in the class of reception.
const IN_RECEPTION: [&str; 14] = [
    "class",
    "children",
    "pupils",
    "teacher",
    "teachers",
    "books",
    "lesson",
    "classroom",
    "room",
    "ta",
    "adults",
    "maths",
    "learners",
    "phonics",
];

/// Whether "reception" is the class and not a desk or a welcome.
fn is_class_of_reception(sentence: &Sentence, at: usize) -> bool {
    let (before, next) = (sentence.before(at, 1), sentence.word(at + 1));
    let desk = matches!(
        next,
        "desk" | "area" | "hours" | "hatch" | "bell" | "office" | "window" | "phone" | "sign" | "counter"
    );
    let welcome = matches!(
        before,
        "warm" | "main" | "cold" | "friendly" | "good" | "mixed" | "at" | "a" | "school"
    );
    let classes = IN_RECEPTION.contains(&next);
    // "Visitors wait in reception"
    let waiting = matches!(before, "in" | "to" | "from" | "by")
        && (2..=4).any(|back| {
            matches!(
                sentence.before(at, back),
                "wait"
                    | "waits"
                    | "waited"
                    | "sign"
                    | "signs"
                    | "signed"
                    | "visitor"
                    | "visitors"
                    | "parcel"
                    | "left"
                    | "collect"
                    | "parents"
                    | "report"
                    | "coats"
                    | "bags"
                    | "badge"
                    | "badges"
                    | "lanyards"
            )
        });
    let in_capitals = sentence.is_capital(at);
    let said = matches!(
        next,
        "is" | "was" | "are" | "were" | "has" | "have" | "need" | "needs" | ":" | "-"
    );
    let joined = matches!(before, "and" | "across" | "from");
    !desk
        && !welcome
        && !waiting
        && (said || joined || in_capitals || classes || (before == "in" && next != "of"))
}
