//! The head of a row of a table: when it is.

use super::rows::When;
use crate::import::{
    columns::{self, Column},
    durations,
    sheet::{Cell, Line, Row},
    times::{self, Clock, Span, Where},
    wording,
};

/// The head of a row: what its cells say of when it is.
#[derive(Default)]
pub(super) struct Head {
    pub(super) when: When,
    /// What stands beside the time in its cell.
    pub(super) beside: Option<Line>,
    /// All times in the cell of times, where there are several, one below the other.
    pub(super) clocks: Vec<Clock>,
    /// The times that only one of the cells says for all groups, for each line of a cell.
    pub(super) beside_at: Vec<Option<Span>>,
    /// The rows that the number cell names: "1, 2" are two.
    pub(super) sessions: usize,
}

impl Head {
    /// Reads the cells that say when a row is.
    pub(super) fn of(row: &Row, columns: &[Column]) -> Self {
        let mut head = Self::default();
        for (cell, column) in row.cells.iter().zip(columns).filter(|(cell, _)| !cell.is_blank()) {
            match column {
                Column::Starts => head.starts(cell),
                Column::Ends => head.when.ends = times::alone(&cell.text()),
                Column::Minutes => head.when.minutes = head.when.minutes.or(durations::in_cell(&cell.text())),
                Column::Number => head.sessions = columns::sessions(&cell.text()).unwrap_or(0),
                _ => {}
            }
        }
        let each = row
            .cells
            .iter()
            .any(|cell| wording::words(&cell.text()).iter().any(|word| word == "each"));
        if !each {
            head.sessions = head.sessions.min(1);
        }
        head
    }

    /// Whether it says when a row is.
    pub(super) fn begins_row(&self) -> bool {
        self.when.span.is_some() || self.when.minutes.is_some() || self.when.ends.is_some()
    }

    /// The cell of times: a time, a range, a duration, several times, or something else altogether.
    fn starts(&mut self, cell: &Cell) {
        let alone: Vec<Clock> = cell
            .lines
            .iter()
            .filter_map(|line| times::alone(&line.text))
            .collect();
        if alone.len() > 2 && alone.len() == cell.lines.len() {
            self.when.span = alone.first().map(|clock| Span {
                starts: *clock,
                ends: None,
            });
            self.clocks = alone;
            return;
        }
        let text = cell.text();
        let Some(first) = cell.lines.first() else { return };
        let bare = text.trim_start_matches('(');
        let found = match durations::at_start(bare) {
            Some((minutes, rest)) => {
                self.when.minutes = Some(minutes);
                Some(rest)
            }
            None => times::at_start(&text, Where::TimeCell).map(|(span, rest)| {
                self.when.span = Some(stacked(cell).unwrap_or(span));
                rest_after_minutes(rest, &mut self.when)
            }),
        };
        let rest = wording::trimmed(found.unwrap_or(&text)).trim_matches(['(', ')', '.']);
        let nothing = rest.is_empty()
            || ["onwards", "each", "start", "approx"].contains(&rest)
            || stacked(cell).is_some();
        if !nothing {
            self.beside = Some(Line {
                text: rest.to_string(),
                ..first.clone()
            });
        }
    }
}

/// A start and an end in two lines of a cell, one below the other.
fn stacked(cell: &Cell) -> Option<Span> {
    let [first, last] = cell.lines.as_slice() else {
        return None;
    };
    Some(Span {
        starts: times::alone(&first.text)?,
        ends: Some(times::alone(&last.text)?),
    })
}

/// What stands behind a time, without the duration that may stand there.
fn rest_after_minutes<'a>(rest: &'a str, when: &mut When) -> &'a str {
    let bare = wording::trimmed(rest).trim_start_matches('(');
    match durations::at_start(bare) {
        Some((minutes, rest)) => {
            when.minutes = Some(minutes);
            rest
        }
        None => rest,
    }
}
