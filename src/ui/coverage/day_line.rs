//! The line of a day: what was planned above what is, a letter for each place.

use super::Line;
use crate::{
    app::coverage::Outcome,
    domain::{stamp::Stamp, today::Actual},
    ui::{theme::Role, words::pictures as say},
};

/// The cells before the line.
const BEFORE: usize = 9;

/// A place with what became of it, and its letter.
pub(super) type Lettered<'w> = (char, &'w Actual, &'w Outcome);

/// The letters of the places of a day: `a` to `z`, then `A` to `Z`, and `*` for what there is behind them.
pub(super) fn letters() -> impl Iterator<Item = char> {
    // The letter x says that something does not take place.
    let letters = ('a'..='z')
        .chain('A'..='Z')
        .filter(|letter| *letter != say::GONE_LETTER);
    letters.chain(std::iter::repeat('*'))
}

/// From when to when a line goes, and in how many cells.
#[derive(Debug, Clone, Copy)]
struct Span {
    from: Stamp,
    minutes: i64,
    cells: usize,
}

impl Span {
    fn of(places: &[Lettered<'_>], width: u16) -> Option<Self> {
        let times = || {
            let times = places
                .iter()
                .flat_map(|(_, place, _)| [place.planned, actual(place)]);
            times.flatten()
        };
        let from = times().map(|(starts, _)| starts).min_by_key(|at| at.moment())?;
        let until = times().map(|(_, ends)| ends).max_by_key(|at| at.moment())?;
        Some(Self {
            from,
            minutes: until.minutes_since(from).max(1),
            cells: usize::from(width).saturating_sub(BEFORE + 1).max(1),
        })
    }

    /// The cell of a moment.
    fn cell(self, at: Stamp) -> usize {
        let minutes = at.minutes_since(self.from).clamp(0, self.minutes);
        let minutes = usize::try_from(minutes).unwrap_or(0);
        minutes * self.cells / usize::try_from(self.minutes).unwrap_or(1).max(1)
    }

    fn holds(self, at: Stamp) -> bool {
        (0..self.minutes).contains(&at.minutes_since(self.from))
    }
}

/// From when to when a place was, as far as is known.
fn actual(place: &Actual) -> Option<(Stamp, Stamp)> {
    let (starts, ends) = place.today?;
    let starts = place.came.or(place.reached).unwrap_or(starts);
    Some((starts, ends.max(starts).max(place.left.unwrap_or(ends))))
}

/// The line of the places of one day of a group; nothing where no place has a time.
pub(super) fn lines(places: &[Lettered<'_>], now: Stamp, width: u16) -> Vec<Line> {
    let Some(span) = Span::of(places, width) else {
        return Vec::new();
    };
    let planned = places
        .iter()
        .map(|(letter, place, _)| (*letter, place.planned, true));
    let is = places.iter().map(|(letter, place, outcome)| {
        let held = matches!(outcome, Outcome::TakesPlace);
        let times = if held {
            actual(place)
        } else {
            place.today.or(place.planned)
        };
        (*letter, times, held)
    });
    let mut lines = vec![
        titled("", vec![(Role::Muted, hours(span))]),
        titled(say::PLANNED, stretches(span, planned, Role::Muted)),
        titled(say::ACTUAL, stretches(span, is, Role::Prompt)),
    ];
    let late = late(span, places);
    if !late.trim().is_empty() {
        lines.push(titled(say::LATE, vec![(Role::Warning, late)]));
    }
    let here = span.holds(now).then_some(now);
    if here.is_some() {
        let arrow = format!("{}^", " ".repeat(span.cell(now)));
        lines.push(titled(say::NOW, vec![(Role::Now, arrow)]));
    }
    lines.push(vec![(Role::Muted, say::day_legend(here))]);
    lines
}

fn titled(title: &str, mut rest: Line) -> Line {
    rest.insert(0, (Role::Title, format!("{title:BEFORE$}")));
    rest
}

/// The full hours above the line, where they have room.
fn hours(span: Span) -> String {
    let mut text = String::new();
    for minute in 0..=span.minutes {
        let at = span.from.plus(chrono::TimeDelta::minutes(minute));
        let cell = span.cell(at);
        let name = at.hh_mm();
        let is_free = text.is_empty() || text.len() < cell;
        if name.ends_with(":00") && is_free && cell + name.len() <= span.cells {
            text.push_str(&" ".repeat(cell - text.len()));
            text.push_str(&name);
        }
    }
    text
}

/// Each place from its first cell to its last, what is not held with its sign and in its colour. Where places overlap, the
/// one that begins later is in front, and all that is held before what is not: others may have its time; each has a cell as long as there is one.
fn stretches(
    span: Span,
    places: impl Iterator<Item = (char, Option<(Stamp, Stamp)>, bool)>,
    role: Role,
) -> Line {
    let mut row = vec![(role, ' '); span.cells];
    let mut timed: Vec<_> = places
        .filter_map(|(letter, times, held)| Some((letter, times?, held)))
        .collect();
    timed.sort_by_key(|(_, (starts, _), held)| (*held, starts.moment()));
    for (letter, (starts, ends), held) in timed {
        let first = span.cell(starts).min(span.cells - 1);
        let last = span.cell(ends).max(first + 1).min(span.cells);
        let (role, letter) = if held {
            (role, letter)
        } else {
            (Role::Warning, say::GONE_LETTER)
        };
        row[first..last].fill((role, letter));
    }
    let runs = row.chunk_by(|one, other| one.0 == other.0);
    runs.map(|run| (run[0].0, run.iter().map(|(_, letter)| letter).collect()))
        .collect()
}

/// How late the group came, below the places where somebody said so.
fn late(span: Span, places: &[Lettered<'_>]) -> String {
    let mut said: Vec<(usize, String)> = places
        .iter()
        .filter_map(|(_, place, _)| {
            let (came, (planned, _)) = (place.came?, place.planned?);
            Some((span.cell(came), say::late(came.minutes_since(planned))))
        })
        .collect();
    said.sort();
    let mut text = String::new();
    for (cell, late) in said {
        if text.is_empty() || text.len() < cell {
            text.push_str(&" ".repeat(cell.saturating_sub(text.len())));
            text.push_str(&late);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_held_does_not_cover_the_time_that_its_neighbour_got() {
        let at = |time: &str| -> Stamp { format!("2026-12-01T{time}:00+00:00").parse().expect("a time") };
        let span = Span {
            from: at("09:00"),
            minutes: 60,
            cells: 12,
        };
        let line = |places: [(char, (&str, &str), bool); 3]| -> String {
            let places = places.map(|(letter, (from, to), held)| (letter, Some((at(from), at(to))), held));
            let runs = stretches(span, places.into_iter(), Role::Prompt);
            runs.into_iter().map(|(_, run)| run).collect()
        };
        let c = ('c', ("09:30", "10:00"), true);
        let dropped = ('b', ("09:15", "09:30"), false);
        assert_eq!(
            line([('a', ("09:00", "09:30"), true), dropped, c]),
            "aaaaaacccccc"
        );
        assert_eq!(
            line([('a', ("09:00", "09:15"), true), dropped, c]),
            "aaaxxxcccccc"
        );
    }
}
