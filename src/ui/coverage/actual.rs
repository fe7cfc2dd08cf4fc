//! The day as it was, below what is covered: planned against actual.

use chrono::NaiveDate;

use super::{
    Line,
    day_line::{self, Lettered},
};
use crate::{
    app::{
        coverage::{Outcome, Went},
        day::Day,
    },
    domain::{plan::Plan, stamp::Stamp, today::Actual},
    ui::{
        theme::Role,
        words::{self, actual as say},
        wrap::wrap_text,
    },
};

/// The cells of planned times and of a name.
const PLANNED: usize = 12;
const NAME: usize = 28;
/// The cells of its letter.
const LETTER: usize = 2;
/// The cells before what became of a place.
const BEFORE: usize = LETTER + PLANNED + NAME;

/// What was changed in two ways without sight of each other, or that nothing was.
pub(super) fn apart(day: &Day, width: u16) -> Vec<Line> {
    if day.today.apart.is_empty() {
        return vec![vec![(Role::Muted, say::NOTHING_APART.into())]];
    }
    let told = day.today.apart.iter();
    let told = told.flat_map(|apart| wrap_text(&words::late::apart(day, apart), width));
    let mut lines: Vec<Line> = told.map(|line| vec![(Role::Warning, line)]).collect();
    if day.has_void_deed() {
        lines.push(vec![(Role::Muted, say::TAKE_OTHER.into())]);
    }
    lines
}

/// A part for each group: the line of each day, then when each place was planned, and what became of it by `now`.
pub(super) fn lines(plan: &Plan, went: &[Went], now: Stamp, width: u16) -> Vec<Line> {
    let mut lines = Vec::new();
    for group in went {
        lines.push(Line::new());
        lines.push(vec![(Role::Title, say::heading(group.group.as_deref()))]);
        let mut days: Vec<NaiveDate> = group.places.iter().filter_map(|(place, _)| date(place)).collect();
        days.sort_unstable();
        days.dedup();
        for date_of in days {
            let of_day = group
                .places
                .iter()
                .filter(|(place, _)| date(place) == Some(date_of));
            let places: Vec<Lettered<'_>> = of_day
                .zip(day_line::letters())
                .map(|((place, outcome), letter)| (letter, place, outcome))
                .collect();
            let day = plan.days.iter().find(|day| day.date == date_of);
            let label = day.filter(|_| plan.days.len() > 1).map(|day| day.label.clone());
            lines.extend(label.map(|label| vec![(Role::Place, label)]));
            lines.extend(day_line::lines(&places, now, width));
            for (letter, place, outcome) in places {
                lines.extend(told(letter, place, outcome, now, width));
            }
        }
    }
    lines
}

/// The day of a place.
fn date(place: &Actual) -> Option<NaiveDate> {
    let (starts, _) = place.planned.or(place.today)?;
    Some(starts.date())
}

/// A place: its letter in the line, its planned times, its name, and what became of it in as many rows as that takes.
fn told(letter: char, place: &Actual, outcome: &Outcome, now: Stamp, width: u16) -> Vec<Line> {
    let role = match (outcome, place.planned, place.came) {
        (Outcome::NotSeen { .. } | Outcome::Dropped(_), ..) | (_, None, _) => Role::Warning,
        (_, _, Some(_)) => Role::Notice,
        _ => Role::Prompt,
    };
    let before = u16::try_from(BEFORE).unwrap_or(u16::MAX);
    let text = wrap_text(&say::became(place, outcome, now), width.saturating_sub(before));
    let name = super::table::fitted(&place.name, NAME);
    let planned = super::table::fitted(&say::planned(place.planned), PLANNED);
    let first = vec![
        (Role::Muted, format!("{letter:LETTER$}")),
        (Role::Prompt, planned),
        (Role::Prompt, name),
    ];
    text.into_iter()
        .enumerate()
        .map(|(nth, row)| {
            let mut line = if nth == 0 {
                first.clone()
            } else {
                vec![(Role::Muted, " ".repeat(BEFORE))]
            };
            line.push((role, row));
            line
        })
        .collect()
}
