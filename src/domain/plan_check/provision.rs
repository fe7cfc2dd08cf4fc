//! What the model asks a plan to provide for: kinds of evidence, pupil groups, books.

use super::{AskedFinding, Found, Whereabouts, spoken::Spoken};
use crate::domain::{
    activity::{Activity, ActivityKind},
    met,
    plan::{Day, Plan, Slot},
};

/// Says what the model asks for and the plan does not have.
pub(super) fn check(plan: &Plan, found: &mut Found) {
    evidence(plan, found);
    pupil_groups(plan, found);
    if plan.rules.asks.books_per_year > 0 {
        for day in &plan.days {
            for slot in &day.slots {
                books(plan, day, slot, found);
            }
        }
    }
}

fn rows(plan: &Plan) -> impl Iterator<Item = &Slot> {
    plan.days.iter().flat_map(|day| &day.slots)
}

/// What is done in a row: by all, or by the groups that go their own way.
fn activities(slot: &Slot) -> impl Iterator<Item = &Activity> {
    let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
    std::iter::once(&slot.activity).chain(own)
}

fn evidence(plan: &Plan, found: &mut Found) {
    let asks = &plan.rules.asks;
    let books = (asks.books_per_year > 0).then_some(ActivityKind::WorkScrutiny);
    let also = books.filter(|kind| !asks.evidence.contains(kind));
    for kind in asks.evidence.iter().copied().chain(also) {
        if !rows(plan)
            .flat_map(activities)
            .any(|activity| is_of(activity, kind))
        {
            found.warning(Whereabouts::default(), AskedFinding::EvidenceMissing(kind));
        }
    }
}

/// Whether an activity is of a kind, or meets its people beside others: "Meet the SENDCO and teachers".
fn is_of(activity: &Activity, kind: ActivityKind) -> bool {
    let met = met::kinds(activity.kind, &activity.title);
    activity.kind == kind || met.iter().any(|(met, _)| *met == kind)
}

fn pupil_groups(plan: &Plan, found: &mut Found) {
    if plan.rules.asks.pupil_groups.is_empty() {
        return;
    }
    let spoken: Vec<Spoken> = rows(plan).map(Spoken::of_row).collect();
    for group in &plan.rules.asks.pupil_groups {
        let mut words = group.split('|').map(str::trim).filter(|word| !word.is_empty());
        let Some(name) = words.clone().next() else {
            continue;
        };
        if !words.any(|word| spoken.iter().any(|row| row.mentions(word))) {
            let forgotten = AskedFinding::PupilsForgotten(name.to_string());
            found.warning(Whereabouts::default(), forgotten);
        }
    }
}

/// How many books a row says are looked at, against what the model asks.
fn books(plan: &Plan, day: &Day, slot: &Slot, found: &mut Found) {
    let asked = plan.rules.asks.books_per_year;
    let scrutiny: Vec<&Activity> = activities(slot)
        .filter(|activity| activity.kind == ActivityKind::WorkScrutiny)
        .collect();
    if scrutiny.is_empty() {
        return;
    }
    let here = || Whereabouts::of_row(day, slot);
    match number_of_books(slot, &scrutiny) {
        Some(said) if said < asked => found.warning(here(), AskedFinding::TooFewBooks { said, asked }),
        Some(_) => {}
        None => found.note(here(), AskedFinding::BooksNotSaid(asked)),
    }
}

/// The number in the titles and the remark; otherwise the greatest one in the questions, which may also speak of
/// fewer books laid side by side.
fn number_of_books(slot: &Slot, scrutiny: &[&Activity]) -> Option<u32> {
    let titles = scrutiny.iter().map(|activity| activity.title.as_str());
    let agreed = Spoken::of(titles.chain([slot.remark.as_str()]));
    let prompts = scrutiny.iter().flat_map(|activity| &activity.prompts);
    let asked = Spoken::of(prompts.flat_map(|prompt| [prompt.short.as_str(), prompt.text.as_str()]));
    let fewest = numbers_of_books(&agreed).into_iter().min();
    fewest.or_else(|| numbers_of_books(&asked).into_iter().max())
}

/// How many words may stand between a number and the word "books".
const APART: usize = 3;
const NUMBERS: [&str; 12] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

/// The numbers said of books: "6 books", "six maths books", "books: 6". The number of a year is none.
fn numbers_of_books(spoken: &Spoken) -> Vec<u32> {
    let words = spoken.words();
    let is_books = |word: &String| ["books", "book"].contains(&word.to_lowercase().as_str());
    let places = words.iter().enumerate().filter(|(_, word)| is_books(word));
    places
        .filter_map(|(at, _)| {
            // No phrase reaches over the end of its text, which is an empty word.
            let here = |at: &usize| words.get(*at).is_some_and(|word| !word.is_empty());
            let before = (at.saturating_sub(APART + 1)..at).rev().take_while(here);
            let after = (at + 1..=at + 1).take_while(here);
            before.chain(after).find_map(|at| number(words, at))
        })
        .collect()
}

/// The number at a place, unless it is that of a year.
fn number(words: &[String], at: usize) -> Option<u32> {
    let word = words.get(at)?.to_lowercase();
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let of_a_year = before
        .is_some_and(|before| ["year", "years", "y", "yr", "yrs"].contains(&before.to_lowercase().as_str()));
    if of_a_year {
        return None;
    }
    let spelled = || NUMBERS.iter().position(|number| *number == word);
    word.parse().ok().or_else(|| u32::try_from(spelled()? + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_books_is_found_in_words() {
        let table = [
            ("6 books", vec![6]),
            ("Six maths books of each year", vec![6]),
            ("Books: 6", vec![6]),
            ("four pupils' books", vec![4]),
            ("Year 6 books", vec![]),
            ("Year 6: 4 books", vec![4]),
            ("Y6 books", vec![]),
            ("books of Year 2", vec![]),
            ("10 minutes, then look at all the books", vec![]),
            ("With books", vec![]),
            ("6 notebooks", vec![]),
        ];
        for (text, expected) in table {
            assert_eq!(numbers_of_books(&Spoken::of([text])), expected, "{text}");
        }
    }
}
