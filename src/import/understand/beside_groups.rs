//! Groups named in a cell of their own, beside their classes: "Group 1 (SIP, Head B) | 9:00 Y5", with more of the
//! classes in the rows below.

use super::{Reading, Standing, head::Head, stops, ways};
use crate::import::{
    columns::Column,
    groups,
    sheet::{Cell, Row},
    vocabulary::Vocabulary,
    wording,
};

/// The group that one cell of a row names, and where that cell stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct GroupCell {
    pub(super) at: usize,
    pub(super) group: String,
}

/// The cell of a row that names a group and nothing else, where a cell beside it holds classes.
pub(super) fn group_cell(row: &Row, columns: &[Column], words: &Vocabulary) -> Option<GroupCell> {
    let named = |cell: &Cell| {
        let line = cell.lines.first().filter(|line| line.no_text.is_none())?;
        let (group, after) = groups::at_start(&line.text, words)?;
        let (_, rest) = ways::members(after, words);
        wording::trimmed(rest).is_empty().then_some(group)
    };
    let places = || row.cells.iter().zip(columns).enumerate();
    let mut found = places().filter_map(|(at, (cell, column))| {
        let group = named(cell).filter(|_| is_beside(column))?;
        Some(GroupCell { at, group })
    });
    let (Some(found), None) = (found.next(), found.next()) else {
        return None;
    };
    let visits = |(at, (cell, column)): (usize, (&Cell, &Column))| {
        at != found.at && is_beside(column) && holds_visits(cell, words)
    };
    places().any(visits).then_some(found)
}

/// Whether a column may hold the name of a group or its classes.
fn is_beside(column: &Column) -> bool {
    matches!(
        column,
        Column::Beside(_) | Column::Questions | Column::Class | Column::Activity
    )
}

/// Whether a cell is nothing but classes, of no group that it names.
pub(super) fn holds_visits(cell: &Cell, words: &Vocabulary) -> bool {
    let visits = |text: &str| {
        stops::all(text, words).is_some_and(|stops| stops.iter().all(|stop| stop.group.is_none()))
    };
    !cell.is_blank()
        && cell
            .lines
            .iter()
            .all(|line| line.no_text.is_none() && visits(&line.text))
}

impl Reading<'_> {
    /// Reads a cell of a row in which `group` is named in a cell of its own. Says whether it was read here.
    pub(super) fn cell_of_group(
        &mut self,
        found: &GroupCell,
        at: usize,
        column: &Column,
        cell: &Cell,
        head: &Head,
    ) -> bool {
        if !self.takes_visits() {
            return false;
        }
        if at == found.at {
            if let Some(line) = cell.lines.first() {
                self.grouped(line);
            }
            for line in cell.lines.iter().skip(1) {
                self.beside_group(line, &found.group);
            }
            return true;
        }
        if !is_beside(column) || !holds_visits(cell, self.words) {
            return false;
        }
        self.track = self.track_of(&found.group);
        for line in &cell.lines {
            if let Some(stops) = self.stops_of(line, cell, head, Some(&found.group)) {
                self.visit(&stops, Some(&found.group));
                self.took_visits(line, &stops);
            }
        }
        true
    }

    /// Who else is named below a group.
    fn beside_group(&mut self, line: &crate::import::sheet::Line, group: &str) {
        let text = format!("{group}: {}", line.text);
        self.remark(line, &text);
    }

    /// Lets the classes in the rows below be those of the group, until another row or group begins.
    pub(super) fn goes_on_with(&mut self, group: &str) {
        self.track = self.track_of(group);
        self.standing = Standing::InRow;
        self.beside_group = Some(group.to_string());
    }
}
