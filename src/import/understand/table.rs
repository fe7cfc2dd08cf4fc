//! Tables: row by row, each cell by its column.

use super::{HEADING, Reading, Standing, behind, beside_groups, head::Head, line_a_visit, rows::When, stops};
use crate::domain::activity::ActivityKind;
use crate::import::{
    boxes,
    columns::{self, Column},
    dates, durations, groups, kinds, mail,
    sheet::{Cell, Line, Row},
    times::{self, Where},
    vocabulary::Vocabulary,
    wording,
};

/// A heading is looked for in that many rows.
const HEADING_WITHIN: usize = 6;
/// A row without a time is one of its own only if its title is no longer than that, in words.
const LONGEST_UNTIMED_TITLE: usize = 6;

impl Reading<'_> {
    pub(super) fn table(&mut self, rows: &[Row]) {
        self.before = None;
        self.day_cell.clear();
        let found = rows.iter().take(HEADING_WITHIN).enumerate();
        let mut found = found.filter_map(|(at, row)| Some((at, columns::headed(row, rows, self.words)?)));
        let headed = found.next();
        let (before, mut columns) = match headed {
            Some((at, columns)) => (at, columns),
            None => (0, columns::guessed(rows, self.words)),
        };
        let times = columns.contains(&Column::Starts) || columns.contains(&Column::Minutes);
        if headed_is_of_no_timetable(&columns, times, before, rows) {
            for row in rows {
                self.lines_of(row);
            }
            return;
        }
        let outer = columns.clone();
        let visits =
            line_a_visit::lines_of_visits(&columns, rows.get(before..).unwrap_or_default(), self.words);
        let mut heading: Option<usize> = None;
        for (at, row) in rows.iter().enumerate() {
            if self.is_too_long() {
                break;
            }
            if columns != outer && begins_with_a_time(row, &outer) && !columns.contains(&Column::Starts) {
                columns.clone_from(&outer);
            }
            if at < before {
                self.lines_of(row);
            } else if let Some(again) = columns::headed(row, rows, self.words) {
                row.lines().for_each(|line| self.took(line, HEADING));
                let above = heading.filter(|heading| heading + 1 == at);
                let both =
                    above.and_then(|above| columns::headed_twice(rows.get(above)?, row, rows, self.words));
                heading = Some(at);
                columns = both.unwrap_or(again);
            } else if visits.as_ref().is_none_or(|visits| {
                let whole = visits.whole.get(at - before).unwrap_or(row);
                !self.line_of_a_visit((row, whole), &columns, visits)
            }) {
                self.table_row(row, &columns, times);
            }
        }
        if visits.is_some() {
            self.settle_lines_of_visits();
        }
        self.track = None;
        self.standing = Standing::InRow;
    }

    /// Reads a row whose columns mean nothing, line by line.
    fn lines_of(&mut self, row: &Row) {
        row.lines()
            .filter(|line| !line.is_blank())
            .for_each(|line| self.piece(line));
    }

    fn table_row(&mut self, row: &Row, columns: &[Column], times: bool) {
        let filled = row.filled();
        // A row with a single cell may be a line of the cell before, which a program has broken up.
        if filled.len() > 1 {
            self.track = None;
            self.standing = Standing::InRow;
        }
        if let [only] = filled.as_slice()
            && self.lone_cell(row, *only, columns)
        {
            return;
        }
        self.days(row, columns);
        if self.left_for_its_time(row, columns) {
            return;
        }
        let mut head = Head::of(row, columns);
        if let Some(rest) = self.group_apart(row, columns, &head) {
            self.times_taken(row, columns, &head);
            self.cells(&rest, columns, &head, None, None);
            return;
        }
        let group = beside_groups::group_cell(row, columns, self.words);
        if self.ticked(row, columns, &head)
            || self.visits_only(row, columns, &head, group.as_ref())
            || self.only_ends_the_day(row, columns, &head)
        {
            return;
        }
        let of_group = |line: &Line| {
            let cell = group.as_ref().and_then(|group| row.cells.get(group.at));
            cell.is_some_and(|cell| cell.lines.contains(line))
        };
        let title = self
            .title_cell(row, columns, &head)
            .filter(|line| !of_group(line));
        let named = title
            .as_ref()
            .is_some_and(|line| !times || self.is_row_title(line))
            || (!times && self.tracks_have_titles(row, columns));
        let began = head.begins_row() || named;
        self.times_taken(row, columns, &head);
        self.doubt_of_cells(row, columns);
        if began {
            self.begin(row, &head, title.as_ref());
        } else {
            self.begin_visits(row, columns);
        }
        let deepest = row.cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
        head.beside_at = (0..deepest).map(|at| self.time_beside(row, at)).collect();
        self.cells(
            row,
            columns,
            &head,
            title.as_ref().filter(|_| began),
            group.as_ref(),
        );
        for _ in 1..head.sessions {
            self.again();
        }
    }

    /// Leaves a row whose time no day has, or is still to come. Says whether it was such a row.
    fn left_for_its_time(&mut self, row: &Row, columns: &[Column]) -> bool {
        let why = if has_impossible_start(row, columns) {
            "stands beside a time that no day has; correct it and import again"
        } else if has_open_start(row, columns) {
            behind::OPEN
        } else {
            return false;
        };
        let lines = row.lines().filter(|line| !line.is_blank());
        lines.for_each(|line| self.leave(line, why));
        true
    }

    /// "13:30 | Finish | Finish" in the columns of groups: the time at which the row before ends.
    fn only_ends_the_day(&mut self, row: &Row, columns: &[Column], head: &Head) -> bool {
        let of_groups =
            row.cells.iter().zip(columns).filter(|(cell, column)| {
                matches!(column, Column::Track(_) | Column::Class) && !cell.is_blank()
            });
        let says: Vec<String> = of_groups.map(|(cell, _)| cell.text()).collect();
        let (Some(span), Some(first)) = (head.when.span, says.first()) else {
            return false;
        };
        let alone = row.cells.iter().zip(columns).all(|(cell, column)| {
            cell.is_blank() || matches!(column, Column::Track(_) | Column::Class | Column::Starts)
        });
        if !alone || says.iter().any(|text| text != first) || !self.ends_the_day(span, first) {
            return false;
        }
        self.times_taken(row, columns, head);
        let said = row.cells.iter().zip(columns).find_map(|(cell, column)| {
            let line = cell.lines.first().filter(|line| !line.is_blank())?;
            matches!(column, Column::Track(_) | Column::Class).then_some(line)
        });
        if let Some(line) = said {
            self.took_the_end(line, span);
        }
        true
    }

    fn begin(&mut self, row: &Row, head: &Head, title: Option<&Line>) {
        let number = row.lines().map(|line| line.number).min().unwrap_or(1);
        if let (Some(span), Some(line)) = (head.when.span, title)
            && self.ends_the_day(span, &line.text)
        {
            self.took_the_end(line, span);
            return;
        }
        self.begin_row(number, head.when, "");
        if let Some(line) = title {
            self.title_with_visits(line, &line.text);
        }
    }

    /// Repeats the row at hand, for "1, 2" and "45 each".
    fn again(&mut self) {
        if let Some(day) = self.found.days.last_mut()
            && let Some(row) = day.rows.last().cloned()
        {
            day.rows.push(row);
        }
    }

    /// A row with one cell that has something in it. Says whether it was read here.
    fn lone_cell(&mut self, row: &Row, at: usize, columns: &[Column]) -> bool {
        let Some(cell) = row.cells.get(at) else {
            return false;
        };
        let across = cell.reach > 0;
        let column = columns.get(at).cloned().unwrap_or(Column::Beside(String::new()));
        let whole = cell.text();
        let day = dates::line_of_day(&whole, self.words.date).filter(|_| column != Column::Day);
        if let (Some((heading, behind)), Some((first, others))) = (day, cell.lines.split_first()) {
            self.day_line(first, heading, behind);
            for line in others {
                self.date_said(line);
                self.took(line, "day");
            }
            return true;
        }
        let timed =
            times::at_start(&whole, Where::TimeCell).is_some() || durations::at_start(&whole).is_some();
        let visits = stops::all(&whole, self.words).is_some();
        let of_its_column = match column {
            Column::Starts | Column::Ends | Column::Minutes => timed && !visits,
            Column::Day => true,
            Column::Questions | Column::Class => !(across || visits && self.beside_group.is_some()),
            Column::Track(_) | Column::Known => !across,
            Column::Number | Column::Beside(_) | Column::Activity => false,
        };
        if of_its_column {
            return false;
        }
        for (position, line) in cell.lines.iter().enumerate() {
            if mail::is_farewell(&line.text) {
                self.leave_outside(line, "stands apart from the rows");
            } else if position == 0 && column == Column::Starts && self.timed_behind(line) {
            } else if super::rows::is_everybody(&line.text) {
                self.took(line, "heading: everybody");
            } else if position == 0 && self.is_row_title(line) {
                self.begin_row(line.number, When::default(), &line.text);
                let words = self.row_in_words();
                self.took(line, words);
            } else if self.row().is_some_and(|row| !row.title.is_empty())
                && column == Column::Activity
                && self.is_asked_below(line)
            {
                self.ask(line);
            } else {
                self.piece(line);
            }
        }
        true
    }

    /// Whether a line without a time is the title of a row: short, of a known kind, and no question.
    fn is_row_title(&self, line: &Line) -> bool {
        let short = wording::words(&line.text).len() <= LONGEST_UNTIMED_TITLE;
        let goes_on = line.text.starts_with(char::is_lowercase)
            && kinds::of(&line.text, self.words) != Some(ActivityKind::Break);
        short
            && !goes_on
            && !line.bullet
            && !super::lines::is_question(&line.text)
            && !line.text.ends_with([':', '.'])
            && boxes::at_start(&line.text).is_none()
            && times::at_start(&line.text, Where::Text).is_none()
            && stops::all(&line.text, self.words).is_none()
            && groups::at_start(&line.text, self.words).is_none()
            && kinds::of(&line.text, self.words).is_some()
    }

    /// Whether a line below a row, without a time of its own, is what is asked there.
    pub(super) fn is_asked_below(&self, line: &Line) -> bool {
        let plain = is_plain(line)
            && line.no_text.is_none()
            && self.standing == Standing::InRow
            && self.track.is_none();
        plain
            && !self.says_more_of_the_row(line)
            && boxes::at_start(&line.text).is_none()
            && groups::at_start(&line.text, self.words).is_none()
            && stops::all(&line.text, self.words).is_none()
            && times::at_start(&line.text, Where::Text).is_none()
    }

    /// Whether a few words below a row name its own kind again: "signing in" below "Arrival".
    fn says_more_of_the_row(&self, line: &Line) -> bool {
        let row = self.found.days.last().and_then(|day| day.rows.last());
        let few = wording::words(&line.text).len() <= 3 && line.text.starts_with(char::is_lowercase);
        few && row.is_some_and(|row| kinds::of(&line.text, self.words) == Some(row.kind))
    }

    /// Whether a group's column says what that group does.
    fn tracks_have_titles(&self, row: &Row, columns: &[Column]) -> bool {
        let cells = row
            .cells
            .iter()
            .zip(columns)
            .filter(|(_, column)| matches!(column, Column::Track(_)));
        let lines = cells.filter_map(|(cell, _)| cell.lines.first());
        lines.into_iter().any(|line| self.is_row_title(line))
    }

    fn days(&mut self, row: &Row, columns: &[Column]) {
        let cells = row.cells.iter().zip(columns);
        for (cell, _) in cells.filter(|(cell, column)| **column == Column::Day && !cell.is_blank()) {
            self.day(cell);
        }
    }

    fn day(&mut self, cell: &Cell) {
        let text = cell.text();
        if text == self.day_cell {
            cell.lines.iter().for_each(|line| self.took(line, "the same day"));
            return;
        }
        let number = text
            .chars()
            .all(|letter| letter.is_ascii_digit())
            .then(|| format!("Day {text}"));
        let heading = dates::heading(number.as_deref().unwrap_or(&text), self.words.date);
        self.begin_day(heading.unwrap_or(dates::Heading {
            label: text.clone(),
            ..dates::Heading::default()
        }));
        self.day_cell = text;
        cell.lines.iter().for_each(|line| self.date_said(line));
        cell.lines.iter().for_each(|line| self.took(line, "day"));
    }

    /// The line that is the title of a row: the first of its activity, or what stands in place of a time or number.
    fn title_cell(&self, row: &Row, columns: &[Column], head: &Head) -> Option<Line> {
        let cells = || row.cells.iter().zip(columns);
        let first = |wanted: &Column| {
            let cell = cells().find(|(cell, column)| *column == wanted && !cell.is_blank());
            cell.and_then(|(cell, _)| cell.first()).cloned()
        };
        let number = first(&Column::Number).filter(|line| columns::sessions(&line.text).is_none());
        let activity = first(&Column::Activity).filter(|line| !line.bullet || head.when.span.is_some());
        let spanning = || {
            let tracks: Vec<&Cell> = cells()
                .filter(|(_, column)| matches!(column, Column::Track(_)))
                .map(|(cell, _)| cell)
                .collect();
            let filled = tracks.iter().filter(|cell| !cell.is_blank());
            let (all, does): (Vec<&Cell>, Vec<&Cell>) = filled.partition(|cell| is_everybodys(cell));
            match (does.as_slice(), all.first()) {
                ([cell], all) if tracks.len() > 1 => cell
                    .lines
                    .first()
                    .filter(|line| all.is_some() || cell.reach > 0 || self.is_for_all(line))
                    .cloned(),
                // Nothing says what all of them do: that is asked for.
                ([], Some(cell)) if head.begins_row() => cell.lines.first().cloned(),
                _ => None,
            }
        };
        activity
            .or_else(|| head.beside.clone())
            .or(number)
            .or_else(spanning)
    }

    /// Whether an activity in the column of one group is likely that of all.
    fn is_for_all(&self, line: &Line) -> bool {
        use crate::domain::activity::ActivityKind::{
            Arrival, Break, Briefing, Collation, Discussion, Feedback,
        };
        let kind = kinds::of(&line.text, self.words);
        kind.is_some_and(|kind| [Arrival, Break, Briefing, Collation, Discussion, Feedback].contains(&kind))
    }
}

/// Whether a cell says that its row is for everybody: "All", "Whole team".
pub(super) fn is_everybodys(cell: &Cell) -> bool {
    let first = cell.lines.first().filter(|line| line.no_text.is_none());
    first.is_some_and(|line| super::rows::is_everybody(&line.text))
}

/// Whether the columns are not those of a timetable: no time, nothing that is done, or a table laid out for its looks.
fn headed_is_of_no_timetable(columns: &[Column], times: bool, heading: usize, rows: &[Row]) -> bool {
    let known = columns.iter().all(|column| *column == Column::Known);
    let tracks = columns.iter().any(|column| matches!(column, Column::Track(_)));
    let guessed = rows
        .get(heading)
        .is_none_or(|row| columns::headed(row, rows, &Vocabulary::default()).is_none());
    columns.len() < 2 || known || (!times && !tracks && guessed)
}

/// Whether a row below the names of groups is one of the table around them again: nothing but a time where the times
/// stand there, and something beside it.
fn begins_with_a_time(row: &Row, outer: &[Column]) -> bool {
    let at = outer.iter().position(|column| *column == Column::Starts);
    let cell = at.and_then(|at| row.cells.get(at)).map(Cell::text);
    let time = cell
        .as_deref()
        .and_then(|text| times::at_start(text, Where::TimeCell));
    time.is_some_and(|(_, rest)| wording::trimmed(rest).is_empty()) && row.filled().len() > 1
}

fn has_impossible_start(row: &Row, columns: &[Column]) -> bool {
    let cells = row.cells.iter().zip(columns);
    let mut starts = cells.filter(|(_, column)| **column == Column::Starts);
    starts.any(|(cell, _)| times::is_impossible(&cell.text()))
}

/// Whether the time of a row is still to come, and the row is no more than that.
fn has_open_start(row: &Row, columns: &[Column]) -> bool {
    let mut cells = row.cells.iter().zip(columns);
    cells.any(|(cell, column)| *column == Column::Starts && behind::is_still_open(&cell.text()))
}

/// Neither an item of a list nor something to be asked.
pub(super) fn is_plain(line: &Line) -> bool {
    !line.bullet && !line.text.ends_with('?')
}
