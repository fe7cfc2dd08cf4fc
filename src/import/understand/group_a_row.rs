//! Rows of a table that say what one group does while another row says it of the next: "10:30 | Group 1 | Pupil voice"
//! above "10:30 | Group 2 | Book look", and "10:30 | Group 1: Pupil voice".

use chrono::NaiveTime;

use super::{Reading, beside_groups, head::Head, stops, ways};
use crate::{
    domain::{
        activity::ActivityKind,
        read_timetable::{ReadRow, ReadTrack},
    },
    import::{
        columns::Column,
        groups, kinds,
        sheet::{Cell, Line, Row},
        times::Span,
        wording,
    },
};

impl Reading<'_> {
    /// Puts what one group does into the row of its time, and gives back the cells of the table's row that say more;
    /// `None` if the row is none of one group alone.
    pub(super) fn group_apart(&mut self, row: &Row, columns: &[Column], head: &Head) -> Option<Row> {
        if columns.iter().any(|column| matches!(column, Column::Track(_))) {
            return None;
        }
        if let Some(rest) = self.lessons_of_a_group(row, columns, head) {
            return Some(rest);
        }
        let (named, done, line) = self.what_a_group_does(row, columns)?;
        if let Some(span) = head.when.span {
            let (starts, _) = span.after(self.clock);
            self.row_was_of_a_group(starts);
        }
        let joined = match head.when.span {
            Some(span) => {
                let span = Span {
                    ends: span.ends.or(head.when.ends),
                    ..span
                };
                self.timed_group(&line, span, &line.text)
            }
            None => {
                self.row()
                    .is_some_and(|row| row.title.is_empty() && !row.tracks.is_empty())
                    && self.grouped(&line)
            }
        };
        if !joined {
            return None;
        }
        Some(without_first_lines(row, &[named, done]))
    }

    /// "9:00 | Group A | Lesson visit Y1" above "| Group B | Lesson visit Y2": the classes of one group, in the row of
    /// their time. Gives back the cells that say more; `None` if the row says something else.
    fn lessons_of_a_group(&mut self, row: &Row, columns: &[Column], head: &Head) -> Option<Row> {
        let cells = || row.cells.iter().zip(columns).enumerate();
        let first = |cell: &Cell| cell.lines.first().filter(|line| line.no_text.is_none()).cloned();
        let (named, group) = cells().find_map(|(at, (cell, column))| {
            let line = first(cell).filter(|_| matches!(column, Column::Beside(_)))?;
            let (group, after) = groups::at_start(&line.text, self.words)?;
            wording::trimmed(after).is_empty().then_some((at, group))
        })?;
        let (done, line) = cells().find_map(|(at, (cell, column))| {
            let line = first(cell).filter(|_| matches!(column, Column::Activity | Column::Class))?;
            Some((at, line))
        })?;
        let (title, mut stops) = self.split(&line.text)?;
        if stops.iter().any(|stop| stop.group.is_some()) {
            return None;
        }
        let title = title.to_string();
        let starts = head.when.span.map(|span| span.after(self.clock).0);
        let lessons = |row: &ReadRow| row.kind == ActivityKind::LessonVisits && !row.tracks.is_empty();
        let same_time = |row: &ReadRow| starts.is_none_or(|starts| row.starts == Some(starts));
        let goes_on = self.row().is_some_and(|row| lessons(row) && same_time(row));
        if !goes_on {
            head.when.span?;
            self.begin_row(line.number, head.when, &title);
        }
        stops::of_one_group(&mut stops);
        self.track = self.track_of(&group);
        self.visit(&stops, Some(&group));
        if let Some(line) = row.cells.get(named).and_then(first) {
            self.took(&line, format!("group: {group}"));
        }
        let begun = (!goes_on).then(|| self.row_in_words());
        self.took_row_and_visits(&line, begun, &stops);
        self.track = None;
        Some(without_first_lines(row, &[named, done]))
    }

    /// The cell that names a group, that which says what it does (which may be the same), and both as one line.
    fn what_a_group_does(&self, row: &Row, columns: &[Column]) -> Option<(usize, usize, Line)> {
        let cells = || {
            row.cells
                .iter()
                .zip(columns)
                .enumerate()
                .filter(|(_, (cell, _))| !cell.is_blank())
        };
        let title = |column: &Column| matches!(column, Column::Activity | Column::Class);
        let (done, does) = cells().find_map(|(at, (cell, column))| {
            let line = cell
                .lines
                .first()
                .filter(|line| line.no_text.is_none() && !line.bullet)?;
            title(column).then_some((at, line))
        })?;
        if groups::at_start(&does.text, self.words).is_some() {
            let several = stops::by_group(&does.text, self.words).len() > 1;
            let visits = stops::all(&does.text, self.words).is_some();
            return (!several && !visits && self.is_done(&does.text)).then(|| (done, done, does.clone()));
        }
        let named = cells().find_map(|(at, (cell, column))| {
            let beside = matches!(column, Column::Beside(_)) && at != done;
            let line = cell
                .lines
                .first()
                .filter(|line| beside && line.no_text.is_none())?;
            let (group, after) = groups::at_start(&line.text, self.words)?;
            let (_, after) = ways::members(after, self.words);
            wording::trimmed(after).is_empty().then_some((at, group))
        });
        let (named, group) = named?;
        let visits = stops::all(&does.text, self.words).is_some();
        let activity =
            kinds::of(&does.text, self.words).is_some_and(|kind| kind != ActivityKind::LessonVisits);
        (activity && !visits && beside_groups::group_cell(row, columns, self.words).is_none()).then(|| {
            let text = format!("{group}: {}", does.text);
            (named, done, Line { text, ..does.clone() })
        })
    }

    /// Makes the activity of one group of the row at hand, where that begins at the same time and a cell beside it said
    /// whose it is: the classes of that group might have stood in the rows below.
    fn row_was_of_a_group(&mut self, starts: NaiveTime) {
        let words = self.words;
        let Some(row) = self
            .row()
            .filter(|row| row.starts == Some(starts) && row.tracks.is_empty())
        else {
            return;
        };
        let said = row.remark.split_once(": ").map(|(_, said)| said);
        let group = said.and_then(|said| groups::at_start(said, words));
        let Some((group, _)) = group.filter(|(_, rest)| rest.is_empty()) else {
            return;
        };
        let title = std::mem::take(&mut row.title);
        row.remark.clear();
        row.tracks.push(ReadTrack {
            group,
            activity: Some((title, row.kind)),
            ..ReadTrack::default()
        });
    }

    /// Whether a text behind the name of a group says what it does.
    fn is_done(&self, text: &str) -> bool {
        let behind = groups::at_start(text, self.words).map(|(_, after)| wording::trimmed(after));
        behind.is_some_and(|behind| kinds::of(behind, self.words).is_some())
    }
}

/// A row without the first line of some of its cells, which was read.
fn without_first_lines(row: &Row, read: &[usize]) -> Row {
    let mut rest = row.clone();
    for (_, cell) in rest
        .cells
        .iter_mut()
        .enumerate()
        .filter(|(at, _)| read.contains(at))
    {
        cell.lines.drain(..cell.lines.len().min(1));
    }
    rest
}
