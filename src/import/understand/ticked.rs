//! Rows whose columns of groups hold nothing but a tick: "8:50 | SENDCO | x | " above "8:50 | Maths lead |  | x".

use super::{
    Reading,
    head::Head,
    rows::{self, add, neat},
    ways::without_length,
};
use crate::import::{
    columns::Column,
    kinds,
    sheet::{Cell, Line, Row},
};

/// What a row with ticks says.
struct Ticked {
    /// What is done.
    title: Line,
    /// Who does it.
    groups: Vec<String>,
    /// The cells that say both.
    read: Vec<usize>,
}

impl Reading<'_> {
    /// Gives what a row says to the groups that are ticked in it, and not to the others; rows of the same time become
    /// one. Says whether it was such a row.
    pub(super) fn ticked(&mut self, row: &Row, columns: &[Column], head: &Head) -> bool {
        let (Some(span), Some(found)) = (head.when.span, ticks(row, columns)) else {
            return false;
        };
        if self.split(&found.title.text).is_some() {
            return false;
        }
        let (starts, _) = span.after(self.clock);
        let said = |row: &crate::domain::read_timetable::ReadRow| {
            let groups = row.tracks.iter().filter(|track| track.activity.is_some());
            groups
                .map(|track| track.group.clone())
                .collect::<Vec<_>>()
                .join(", ")
        };
        let joined = self.row().is_some_and(|row| {
            let alone = row.remark.strip_prefix(said(row).as_str()).map(str::to_string);
            let same = row.starts == Some(starts) && row.title.is_empty() && !row.tracks.is_empty();
            if let Some(rest) = alone.filter(|_| same) {
                row.remark = rest.trim_start_matches("; ").to_string();
            }
            same
        });
        if !joined {
            self.begin_row(found.title.number, head.when, "");
        }
        self.times_taken(row, columns, head);
        let kind = kinds::of(&found.title.text, self.words);
        self.kind_known = kind.is_some();
        let (title, minutes) = without_length(&found.title.text);
        for group in &found.groups {
            let track = self.track_of(group);
            let Some(row) = self.row() else { return true };
            let kind = kind.unwrap_or(row.kind);
            row.minutes = row.minutes.or(minutes);
            if let Some(track) = track.and_then(|track| row.tracks.get_mut(track)) {
                track.activity = Some((neat(title), kind));
            }
        }
        // Where no other row says what the others do then, this alone says whose it is.
        if let Some(row) = self.row().filter(|_| !joined) {
            add(&mut row.remark, &found.groups.join(", "));
        }
        let whose = found.groups.join(", ");
        self.took(&found.title, format!("{whose}: {}", found.title.text));
        self.rest_of_ticked(row, columns, head, &found);
        true
    }

    /// What else stands in the row; its questions are those of the groups that are ticked.
    fn rest_of_ticked(&mut self, row: &Row, columns: &[Column], head: &Head, found: &Ticked) {
        let mut rest = row.clone();
        for at in &found.read {
            let Some(cell) = rest.cells.get_mut(*at) else {
                continue;
            };
            let first = cell.lines.drain(..cell.lines.len().min(1));
            let mark = first.filter(|line| *line != found.title).collect::<Vec<_>>();
            for line in &mark {
                self.took(line, "ticked");
            }
        }
        let before = self.row().map_or(0, |row| row.prompts.len());
        self.cells(&rest, columns, head, None, None);
        let Some(row) = self.row() else { return };
        let asked = row.prompts.split_off(before.min(row.prompts.len()));
        for track in row
            .tracks
            .iter_mut()
            .filter(|track| found.groups.contains(&track.group))
        {
            track.prompts.extend(asked.iter().cloned());
        }
    }
}

/// The ticks of a row: in the columns of some groups, and nothing in those of the others.
fn ticks(row: &Row, columns: &[Column]) -> Option<Ticked> {
    let cells = || row.cells.iter().zip(columns).enumerate();
    let of_groups = || cells().filter(|(_, (_, column))| matches!(column, Column::Track(_)));
    let marked = |cell: &Cell| rows::is_mark(&cell.text());
    let others = of_groups().filter(|(_, (cell, _))| !marked(cell));
    let blank = others.clone().count();
    let all = of_groups().count();
    if blank == 0 || blank == all || others.into_iter().any(|(_, (cell, _))| !cell.is_blank()) {
        return None;
    }
    let (done, title) = cells().find_map(|(at, (cell, column))| {
        let line = cell.first().filter(|_| *column == Column::Activity)?;
        Some((at, line.clone()))
    })?;
    let ticked = of_groups().filter(|(_, (cell, _))| marked(cell));
    let mut groups = Vec::new();
    let mut read = vec![done];
    for (at, (_, column)) in ticked {
        if let Column::Track(group) = column {
            groups.push(group.clone());
        }
        read.push(at);
    }
    Some(Ticked { title, groups, read })
}
