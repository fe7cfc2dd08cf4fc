//! Years with one class, which name their teacher; so does a class by its own name.

mod cohort;
mod named;
mod written;

use std::ops::Range;

use cohort::is_cohort;
use named::{bare_class, class_with_year_or_teacher, coded_class, named_class, numbered_class};
use written::{NUMBERS, mention};

use super::sentence::{Letters, Sentence};
use crate::domain::plan::Host;

/// A year as people write it in many ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SchoolYear {
    /// The nursery.
    Nursery,
    /// Reception, also called YR or Year R.
    Reception,
    /// Year 1 and so on.
    Year(u8),
}

/// What is said of something that is taught from a year on.
const BEGINNINGS: [&str; 14] = [
    "taught",
    "teach",
    "introduced",
    "begins",
    "begin",
    "starts",
    "start",
    "started",
    "used",
    "use",
    "learn",
    "learned",
    "studied",
    "available",
];
/// From so many years in a row on, none of them is meant by itself.
const SEVERAL: usize = 5;

/// A mention of a year, or of several that are said together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// The words of it.
    pub at: Range<usize>,
    /// The years.
    pub years: Vec<SchoolYear>,
}

/// The years of the host school that have one class.
#[derive(Debug, Clone, Default)]
pub(super) struct OneClassYears(Vec<SchoolYear>);

impl OneClassYears {
    /// From the plan's words for its years; one that stands for two ("Year 3/4") is both.
    pub fn of(host: &Host) -> Self {
        let single = host.years.iter().filter(|year| year.classes == 1);
        let mut years = Vec::new();
        for year in single {
            for sentence in super::sentence::sentences(&year.name) {
                years.extend(
                    (0..sentence.tokens.len())
                        .filter_map(|at| mention(&sentence, at))
                        .flat_map(|m| m.years),
                );
            }
        }
        // A plan that names no nursery has at most one class of it beside one of each other year.
        let small = !host.years.is_empty() && host.years.iter().all(|year| year.classes == 1);
        if small && !years.contains(&SchoolYear::Nursery) {
            years.push(SchoolYear::Nursery);
        }
        Self(years)
    }

    /// The mentions in a sentence of a year with one class, in which that class is meant.
    pub fn find(&self, sentence: &Sentence) -> Vec<Mention> {
        let mut all = Vec::new();
        let mut at = 0;
        while at < sentence.tokens.len() {
            if let Some(mention) = mention(sentence, at) {
                at = mention.at.end;
                all.push(mention);
            } else {
                at += 1;
            }
        }
        if is_itinerary(sentence, &all) {
            return Vec::new();
        }
        let listed = in_lists(sentence, &all);
        let mut by_age: Vec<Mention> = (0..sentence.tokens.len())
            .filter_map(|at| self.by_age(sentence, at))
            .collect();
        let single = |mention: &Mention| mention.years.iter().any(|year| self.0.contains(year));
        let mut found: Vec<Mention> = all
            .iter()
            .zip(listed)
            .filter(|(mention, listed)| {
                *listed < SEVERAL && single(mention) && means_class(sentence, mention)
            })
            .map(|(mention, _)| mention.clone())
            .collect();
        found.append(&mut by_age);
        found.extend((0..sentence.tokens.len()).filter_map(|at| by_name(sentence, at)));
        found
    }

    /// "the oldest class", "the class about to leave": a year by its age.
    fn by_age(&self, sentence: &Sentence, at: usize) -> Option<Mention> {
        let class = |word: &str| matches!(word, "class" | "classroom" | "year" | "classes");
        let (word, next) = (sentence.word(at), sentence.word(at + 1));
        let oldest = matches!(word, "oldest" | "eldest" | "top" | "sats" | "leavers") && class(next)
            || word == "class" && next == "about" && sentence.says(at + 2, &["to", "leave"]);
        let youngest = matches!(word, "youngest" | "infant" | "bottom") && class(next);
        let year = match (oldest, youngest) {
            (true, _) => self.0.iter().max(),
            (_, true) => self.0.iter().filter(|year| **year != SchoolYear::Nursery).min(),
            _ => None,
        };
        let of_pupils = matches!(word, "oldest" | "eldest" | "youngest")
            && matches!(next, "pupils" | "children")
            && sentence.owns(at + 1)
            && matches!(
                sentence.word(at + 3),
                "teacher" | "lesson" | "books" | "classroom" | "ta"
            );
        let year = year.or_else(|| {
            let year = if word == "youngest" {
                self.0.iter().min()
            } else {
                self.0.iter().max()
            };
            year.filter(|_| of_pupils)
        });
        let definite = matches!(sentence.before(at, 1), "the" | "our" | "their") || sentence.begins(at);
        year.filter(|_| definite).map(|year| Mention {
            at: at..at + 2,
            years: vec![*year],
        })
    }
}

/// Whether classes are called `word`, in small letters.
pub(super) fn names_class(word: &str) -> bool {
    named::NAMES.contains(word)
}

/// A class by its name or code, which has one teacher however many classes its year has.
fn by_name(sentence: &Sentence, at: usize) -> Option<Mention> {
    if let Some(end) = class_with_year_or_teacher(sentence, at)
        .or_else(|| named_class(sentence, at))
        .or_else(|| bare_class(sentence, at))
        .or_else(|| numbered_class(sentence, at))
    {
        return Some(Mention {
            at: at..end,
            years: Vec::new(),
        });
    }
    coded_class(sentence, at).map(|year| Mention {
        at: at..at + 1,
        years: vec![SchoolYear::Year(year)],
    })
}

/// For each mention, how many years are listed together with it, or a great many where they are the ends of a range.
fn in_lists(sentence: &Sentence, all: &[Mention]) -> Vec<usize> {
    let mut sizes = vec![0; all.len()];
    let mut first = 0;
    for next in 0..all.len() {
        let joined = all.get(next + 1).is_some_and(|later| {
            let between = all[next].at.end..later.at.start;
            // "09:00 Y5, 09:15 Y6" is a timetable.
            between.len() <= 5
                && between.clone().all(|at| {
                    between.len() > 3 && (sentence.letters(at) == Letters::Digits || sentence.word(at) == ":")
                        || matches!(
                            sentence.word(at),
                            "," | "and" | "to" | "-" | "through" | "until" | "/" | "&" | "or" | "up"
                        )
                })
        });
        if joined {
            continue;
        }
        let group = &all[first..=next];
        let mut size: usize = group.iter().map(|mention| mention.years.len()).sum();
        if group
            .windows(2)
            .any(|pair| is_range(sentence, &pair[0], &pair[1]))
        {
            size = usize::MAX;
        }
        sizes[first..=next].fill(size);
        first = next + 1;
    }
    sizes
}

/// "Reception to Year 6", "Y1-Y6", "between Year 3 and Year 6".
fn is_range(sentence: &Sentence, one: &Mention, other: &Mention) -> bool {
    // "from Year 2 to Year 3" are two classes.
    if let ([SchoolYear::Year(first)], [SchoolYear::Year(last)]) =
        (one.years.as_slice(), other.years.as_slice())
        && *last == first.saturating_add(1)
    {
        return false;
    }
    let mut between = one.at.end..other.at.start;
    between.any(|at| matches!(sentence.word(at), "to" | "-" | "through" | "until" | "up"))
        || sentence.before(one.at.start, 1) == "between"
}

/// What follows a year where the curriculum is meant.
const CURRICULUM: [&str; 15] = [
    "objective",
    "objectives",
    "curriculum",
    "content",
    "programme",
    "programmes",
    "expectation",
    "expectations",
    "textbook",
    "textbooks",
    "onwards",
    "upwards",
    "nationally",
    "of",
    "multiplication",
];
/// Who and what belongs to a class.
const OF_CLASS: [&str; 11] = [
    "pupils", "children", "teacher", "teachers", "ta", "tas", "class", "staff", "books", "boys", "girls",
];

/// "from EYFS to Year 6", "from Reception right through to Year 6": the whole school is meant.
fn is_end_of_span(sentence: &Sentence, mention: &Mention) -> bool {
    let start = mention.at.start;
    let stage = |at: usize| {
        matches!(
            sentence.word(at),
            "eyfs" | "nursery" | "reception" | "early" | "ks1" | "foundation" | "preschool" | "yr" | "start"
        )
    };
    let last = sentence.before(start, 1) == "to"
        && (2..=7).any(|back| {
            start >= back
                && sentence.word(start - back) == "from"
                && (stage(start - back + 1) || stage(start - back + 2))
        });
    let first = sentence.before(start, 1) == "from"
        && stage(start)
        && (mention.at.end..mention.at.end + 4).any(|at| {
            let year = sentence.word(at + 1);
            sentence.word(at) == "to" && (year.starts_with('y') || year.starts_with("ks"))
        });
    // "seven classes, R to Y6"
    let short = sentence.before(start, 1) == "to"
        && matches!(
            sentence.before(start, 2),
            "r" | "n" | "yr" | "reception" | "nursery" | "eyfs"
        );
    // "The screening in Y1 is statutory", "The check is set for Year 1 by the DfE"
    let by_law = sentence.near(start, |word| matches!(word, "statutory" | "dfe" | "nationally"))
        || sentence.before(start, 1) == "national"
        || sentence.near(start, |word| word == "national")
            && sentence.near(start, |word| matches!(word, "tests" | "test"));
    // "KS1 = Y1 + Y2"
    let by_law = by_law || sentence.word(0).starts_with("ks") && sentence.word(1) == "=";
    // "3-year maintenance plan, year one done", "year 1 of 3"
    let of_plan = sentence.near(start, |word| {
        matches!(word, "plan" | "project" | "funding" | "contract" | "partnership")
    }) && (matches!(
        sentence.word(mention.at.end),
        "done" | "complete" | "completed" | "of" | "priorities" | "targets"
    ) || !sentence.is_word(mention.at.end)
        && sentence.near(start, |word| matches!(word, "maintenance" | "improvement")));
    // "all seven classes, YR 1 2 3 4 5 6"
    let counted = (mention.at.end..mention.at.end + 3).all(|at| sentence.letters(at) == Letters::Digits)
        // "Y3/4/5/6"
        || mention.years.len() == 2 && sentence.word(mention.at.end) == "/" && sentence.letters(mention.at.end + 1) == Letters::Digits;
    last || first || short || by_law || of_plan || counted
}

/// "calm start in Y5", where "pupils start in Y5" is about when.
fn is_kind_of_start(sentence: &Sentence, mention: &Mention) -> bool {
    let kind = sentence.before(mention.at.start, 3);
    sentence.before(mention.at.start, 1) == "in"
        && sentence.before(mention.at.start, 2) == "start"
        && !kind.is_empty()
        && !kind.ends_with('s')
        && !matches!(
            kind,
            "the" | "a" | "to" | "they" | "children" | "will" | "can" | "at" | "from" | "we"
        )
}

/// "Y6 SATs results", "Year 1 phonics check", "Nursery rhymes": a test of that year, or what only has its name.
fn is_measured(sentence: &Sentence, next: usize) -> bool {
    match sentence.word(next) {
        "netball" | "football" | "cricket" | "rugby" | "hockey" | "choir" | "residential"
        | "residentials" | "camp" | "prom" | "trip" | "boosters" | "leavers" | "intake" | "average"
        | "averages" => true,
        "tables" | "times" => (next + 1..next + 3).any(|at| sentence.word(at) == "check"),
        // "Y1+ spelling lists"
        "+" => {
            sentence.tokens.get(next).is_some_and(|mark| mark.glued)
                && sentence.letters(next + 1) == Letters::Small
        }
        "to" => sentence.word(next + 1) == "secondary",
        "world" => sentence.before(next, 1) == "nursery",
        "sats"
            if matches!(
                sentence.word(next + 1),
                "are" | "is" | "breakfast" | "boosters" | "club"
            ) =>
        {
            true
        }
        "sats" | "sat" | "phonics" | "mtc" => matches!(
            sentence.word(next + 1),
            "results" | "week" | "data" | "scores" | "papers" | "check" | "screening" | "outcomes" | "pass"
        ),
        "rhymes" | "rhyme" | "places" | "settings" | "setting" | "rooms" | "nurse" | "manager" => {
            sentence.before(next, 1) == "nursery"
        }
        _ => false,
    }
}

/// Whether what is said is about a class, not about a stage of the curriculum or a year of a plan.
fn means_class(sentence: &Sentence, mention: &Mention) -> bool {
    let (before, next) = (
        sentence.before(mention.at.start, 1),
        sentence.word(mention.at.end),
    );
    let before_that = sentence.before(mention.at.start, 2);
    let people = OF_CLASS.contains(&next);
    // "taught from Year 3", "from Year 1 onwards"; work and people from Year 3 are of that class.
    let above = matches!(
        (next, sentence.word(mention.at.end + 1)),
        (
            "and" | "or",
            "above" | "below" | "up" | "upwards" | "beyond" | "over"
        )
    );
    let begins = matches!(next, "on" | "onwards" | "up" | "upwards" | "to")
        || (mention.at.end..mention.at.end + 8).any(|at| BEGINNINGS.contains(&sentence.word(at)))
        || (2..=5).any(|back| BEGINNINGS.contains(&sentence.before(mention.at.start, back)));
    let from = before == "from" && begins && before_that != "apart";
    let opens = mention.at.start == 1;
    let by = before == "by" && (opens || !people) && !before_that.ends_with("ed") && before_that != "led";
    // "Pupils start Spanish in Year 3", "French starts in Year 3"
    let third = sentence.before(mention.at.start, 3);
    let area = |word: &str| super::lexicon::AREAS.contains(word);
    let subject = before == "in"
        && (area(before_that) && BEGINNINGS.contains(&third)
            || area(third) && BEGINNINGS.contains(&before_that));
    // "over the year six staff have left"
    let counted = matches!(before, "the" | "this" | "last" | "next" | "each" | "per")
        && (NUMBERS.contains(&sentence.word(mention.at.end - 1)) || before != "the")
        && sentence.letters(mention.at.start) == Letters::Small
        && next.ends_with(['s', 'f'])
        && (before != "the"
            || matches!(
                before_that,
                "over" | "in" | "during" | "through" | "of" | "within"
            ));
    let stage = from
        || is_end_of_span(sentence, mention)
        || by
        || subject
        || above
        || counted
        || matches!(before, "since" | "until" | "till" | "onwards")
        || (matches!(before, "of" | "in")
            && matches!(before_that, "end" | "start" | "beginning")
            && !is_kind_of_start(sentence, mention))
        || (before == "to" && before_that == "up");
    !stage
        && !is_measured(sentence, mention.at.end)
        && !CURRICULUM.contains(&next)
        && !is_away(sentence, mention)
        && !is_cohort(sentence, mention)
}

/// "Y4 visit to the museum is booked", "Year 3 are out on a trip": where a class goes says nothing of its lessons.
fn is_away(sentence: &Sentence, mention: &Mention) -> bool {
    let end = mention.at.end;
    let goes = |at: usize| {
        let to = sentence.word(at) == "visit" && sentence.word(at + 1) == "to";
        to || matches!(
            sentence.word(at),
            "trip" | "residential" | "assembly" | "photo" | "photos"
        )
    };
    let out = (end..end + 4).any(|at| {
        matches!(sentence.word(at), "on" | "at" | "out")
            && (at + 1..at + 4)
                .any(|further| matches!(sentence.word(further), "trip" | "residential" | "swimming"))
    });
    let days = sentence.word(end) == "transition" && sentence.word(end + 1).starts_with("day");
    goes(end) || out || days
}

/// "Group 1: Y5, Y6, Y4", "Y2 then Y1 then YR": who is visited when, and nothing else.
fn is_itinerary(sentence: &Sentence, all: &[Mention]) -> bool {
    let mentioned = |at: usize| all.iter().any(|mention| mention.at.contains(&at));
    // A timetable is short.
    all.len() > 1
        && sentence.tokens.len() <= 120
        && (0..sentence.tokens.len()).all(|at| {
            !sentence.is_word(at)
                || mentioned(at)
                || sentence.letters(at) == Letters::Digits
                || matches!(
                    sentence.word(at),
                    "group"
                        | "track"
                        | "and"
                        | "then"
                        | "visits"
                        | "visit"
                        | "visited"
                        | "lessons"
                        | "lesson"
                        | "seen"
                        | "groups"
                        | "sees"
                        | "see"
                        | "with"
                        | "break"
                        | "lunch"
                        | "assembly"
                        | "hall"
                        | "tour"
                        | "meeting"
                        | "books"
                        | "a"
                        | "b"
                        | "we"
                        | "rooms"
                        | "order"
                        | "next"
                        | "to"
                        | "am"
                        | "pm"
                        | "not"
                )
        })
}
