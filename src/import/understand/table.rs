//! Tables: row by row, each cell by its column.

use super::{Reading, TIME, rows::When, stops};
use crate::import::{
    boxes,
    columns::{self, Column},
    dates, durations, groups, kinds,
    sheet::{Cell, Line, Row},
    times::{self, Clock, Span, Where},
    vocabulary::Vocabulary,
    wording,
};

/// A heading is looked for in that many rows.
const HEADING_WITHIN: usize = 6;
/// A row without a time is one of its own only if its title is no longer than that, in words.
const LONGEST_UNTIMED_TITLE: usize = 6;

/// The head of a row: what its cells say of when it is.
#[derive(Default)]
struct Head {
    when: When,
    /// What stands beside the time in its cell.
    beside: Option<Line>,
    /// All times in the cell of times, where there are several, one below the other.
    clocks: Vec<Clock>,
    /// The rows that the number cell names: "1, 2" are two.
    sessions: usize,
}

impl Head {
    /// Whether it says when a row is.
    fn begins_row(&self) -> bool {
        self.when.span.is_some() || self.when.minutes.is_some() || self.when.ends.is_some()
    }
}

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
            rows.iter().for_each(|row| self.lines_of(row));
            return;
        }
        for (at, row) in rows.iter().enumerate() {
            if at < before {
                self.lines_of(row);
            } else if let Some(again) = columns::headed(row, rows, self.words) {
                row.lines().for_each(|line| self.took(line, "heading of columns"));
                columns = again;
            } else {
                self.table_row(row, &columns, times);
            }
        }
        self.track = None;
        self.boxed = false;
    }

    /// Reads a row whose columns mean nothing, line by line.
    fn lines_of(&mut self, row: &Row) {
        row.lines()
            .filter(|line| !line.is_blank())
            .for_each(|line| self.piece(line));
    }

    fn table_row(&mut self, row: &Row, columns: &[Column], times: bool) {
        self.track = None;
        self.boxed = false;
        let filled = row.filled();
        if let [only] = filled.as_slice()
            && self.lone_cell(row, *only, columns)
        {
            return;
        }
        let mut head = self.head(row, columns);
        if self.visits_only(row, columns, &head) {
            return;
        }
        let title = self.title_cell(row, columns, &head);
        let named = title
            .as_ref()
            .is_some_and(|line| !times || self.is_row_title(line))
            || (!times && self.tracks_have_titles(row, columns));
        let began = head.begins_row() || named;
        self.times_taken(row, columns, &head);
        if began {
            self.begin(row, &mut head, title.as_ref());
        }
        self.cells(row, columns, &head, title.as_ref().filter(|_| began));
        for _ in 1..head.sessions {
            self.again();
        }
    }

    fn begin(&mut self, row: &Row, head: &mut Head, title: Option<&Line>) {
        let number = row.lines().map(|line| line.number).min().unwrap_or(1);
        if let (Some(span), Some(line)) = (head.when.span, title)
            && self.ends_the_day(span, &line.text)
        {
            self.took(line, "the end of the row before");
            return;
        }
        self.begin_row(number, head.when, "");
        if let Some(line) = title {
            self.entitle(&line.text);
            let words = self.row_in_words();
            self.took(line, words);
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
        if let Some(heading) = dates::heading(&whole, self.words.date).filter(|_| column != Column::Day) {
            self.begin_day(heading);
            cell.lines.iter().for_each(|line| self.took(line, "day"));
            return true;
        }
        let timed =
            times::at_start(&whole, Where::TimeCell).is_some() || durations::at_start(&whole).is_some();
        let of_its_column = match column {
            Column::Starts | Column::Ends | Column::Minutes => timed,
            Column::Day => true,
            Column::Track(_) | Column::Questions | Column::Class | Column::Known => !across,
            Column::Number | Column::Beside(_) | Column::Activity => false,
        };
        if of_its_column {
            return false;
        }
        for (position, line) in cell.lines.iter().enumerate() {
            if position == 0 && self.is_row_title(line) {
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
        short
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
    fn is_asked_below(&self, line: &Line) -> bool {
        let plain =
            is_plain(line) && line.no_text.is_none() && !self.boxed && self.track.is_none() && !self.closed;
        plain
            && boxes::at_start(&line.text).is_none()
            && groups::at_start(&line.text, self.words).is_none()
            && stops::all(&line.text, self.words).is_none()
            && times::at_start(&line.text, Where::Text).is_none()
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

    /// Reads the cells that say when a row is.
    fn head(&mut self, row: &Row, columns: &[Column]) -> Head {
        let mut head = Head::default();
        for (cell, column) in row.cells.iter().zip(columns).filter(|(cell, _)| !cell.is_blank()) {
            match column {
                Column::Day => self.day(cell),
                Column::Starts => self.starts(cell, &mut head),
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
            date: None,
        }));
        self.day_cell = text;
        cell.lines.iter().for_each(|line| self.took(line, "day"));
    }

    /// The cell of times: a time, a range, a duration, several times, or something else altogether.
    fn starts(&mut self, cell: &Cell, head: &mut Head) {
        let alone: Vec<Clock> = cell
            .lines
            .iter()
            .filter_map(|line| times::alone(&line.text))
            .collect();
        if alone.len() > 2 && alone.len() == cell.lines.len() {
            head.when.span = alone.first().map(|clock| Span {
                starts: *clock,
                ends: None,
            });
            head.clocks = alone;
            return;
        }
        let text = cell.text();
        let Some(first) = cell.lines.first() else { return };
        let bare = text.trim_start_matches('(');
        let found = match durations::at_start(bare) {
            Some((minutes, rest)) => {
                head.when.minutes = Some(minutes);
                Some(rest)
            }
            None => times::at_start(&text, Where::TimeCell).map(|(span, rest)| {
                head.when.span = Some(stacked(cell).unwrap_or(span));
                rest_after_minutes(rest, &mut head.when)
            }),
        };
        let rest = wording::trimmed(found.unwrap_or(&text)).trim_matches(['(', ')', '.']);
        let nothing = rest.is_empty()
            || ["onwards", "each", "start", "approx"].contains(&rest)
            || stacked(cell).is_some();
        if !nothing {
            head.beside = Some(Line {
                text: rest.to_string(),
                ..first.clone()
            });
        }
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
            let filled: Vec<&&Cell> = tracks.iter().filter(|cell| !cell.is_blank()).collect();
            match filled.as_slice() {
                [cell] if tracks.len() > 1 => cell
                    .lines
                    .first()
                    .filter(|line| cell.reach > 0 || self.is_for_all(line))
                    .cloned(),
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

    /// A row of nothing but classes beside a time is one of the visits of the row at hand. Says whether it was.
    fn visits_only(&mut self, row: &Row, columns: &[Column], head: &Head) -> bool {
        let Some(span) = head
            .when
            .span
            .filter(|_| head.clocks.is_empty() && head.beside.is_none())
        else {
            return false;
        };
        let span = Span {
            ends: span.ends.or(head.when.ends),
            ..span
        };
        let mut visits: Vec<(Line, Vec<stops::Stop>)> = Vec::new();
        for (cell, column) in row.cells.iter().zip(columns).filter(|(cell, _)| !cell.is_blank()) {
            let group = match column {
                Column::Track(group) => Some(group.clone()),
                Column::Activity | Column::Class => None,
                Column::Day | Column::Number | Column::Starts | Column::Ends | Column::Minutes => continue,
                Column::Questions | Column::Beside(_) | Column::Known => return false,
            };
            let [line] = cell.lines.as_slice() else {
                return false;
            };
            if line.no_text.is_some() {
                return false;
            }
            let Some(mut stops) = stops::all(&line.text, self.words) else {
                return false;
            };
            for stop in &mut stops {
                stop.group = stop.group.take().or(group.clone());
                stop.span = stop.span.or(Some(span));
            }
            visits.push((line.clone(), stops));
        }
        if visits.is_empty() {
            return false;
        }
        self.times_taken(row, columns, head);
        for (line, stops) in visits {
            self.timed_visits(&line, span, &stops);
        }
        true
    }

    /// Reads what a row's cells hold besides its head.
    fn cells(&mut self, row: &Row, columns: &[Column], head: &Head, title: Option<&Line>) {
        let reach = row.cells.len().saturating_sub(columns.len());
        let spare = std::iter::repeat_n(&SPARE, reach);
        for (cell, column) in row.cells.iter().zip(columns.iter().chain(spare)) {
            self.track = None;
            self.boxed = *column == Column::Known;
            for (position, line) in cell.lines.iter().enumerate() {
                let done = title.is_some_and(|title| title.number == line.number && title.text == line.text);
                if !done {
                    self.cell_line(line, position, column, cell, head);
                }
            }
        }
        if let Some(line) = head
            .beside
            .as_ref()
            .filter(|line| title.is_none_or(|title| title != *line))
        {
            self.beside(line, "");
        }
        self.track = None;
    }

    /// Says of the cells of times what they were taken for.
    fn times_taken(&mut self, row: &Row, columns: &[Column], head: &Head) {
        for (cell, column) in row.cells.iter().zip(columns) {
            let text = cell.text();
            let read = match column {
                Column::Starts => {
                    head.when.span.is_some() || head.when.minutes.is_some() || head.beside.is_some()
                }
                Column::Ends => head.when.ends.is_some(),
                Column::Minutes => durations::in_cell(&text).is_some(),
                Column::Number => columns::sessions(&text).is_some(),
                _ => false,
            };
            if read {
                let word = if *column == Column::Number {
                    "number of the row"
                } else {
                    TIME
                };
                cell.lines.iter().for_each(|line| self.took(line, word));
            }
        }
    }

    fn cell_line(&mut self, line: &Line, position: usize, column: &Column, cell: &Cell, head: &Head) {
        let untimed = self.found.days.iter().all(|day| day.rows.is_empty());
        match column {
            Column::Day => {}
            Column::Starts
                if head.when.span.is_some() || head.when.minutes.is_some() || head.beside.is_some() => {}
            Column::Ends if head.when.ends.is_some() => {}
            Column::Minutes if durations::in_cell(&cell.text()).is_some() => {}
            Column::Number if columns::sessions(&cell.text()).is_some() => {}
            _ if untimed || line.no_text.is_some() => self.piece(line),
            Column::Known => self.known(line),
            Column::Track(group) => self.track_line(line, position, group, cell, head),
            Column::Questions => self.ask(line),
            Column::Class | Column::Activity => self.activity_line(line, cell, head),
            Column::Beside(name) => self.beside(line, name),
            Column::Starts | Column::Ends | Column::Minutes | Column::Number => self.beside(line, ""),
        }
    }

    fn known(&mut self, line: &Line) {
        match boxes::at_start(&line.text) {
            Some(boxes::Box::Heading) => self.took(line, "box for what is known now"),
            _ => self.leave(line, "is written in the box for what is known now"),
        }
    }

    /// A line in the column of activities below the title, or in one of classes.
    fn activity_line(&mut self, line: &Line, cell: &Cell, head: &Head) {
        if let Some(stops) = self.stops_of(line, cell, head, None) {
            self.visit(&stops, None);
            self.took(line, super::lines::visits_in_words(&stops));
        } else if !head.begins_row()
            && self.row().is_some_and(|row| !row.title.is_empty())
            && self.is_asked_below(line)
        {
            self.ask(line);
        } else {
            self.cell_piece(line);
        }
    }

    /// A line within a cell: a time in it begins no row.
    fn cell_piece(&mut self, line: &Line) {
        let visited = stops::all(&line.text, self.words).is_some();
        if times::at_start(&line.text, Where::Text).is_some() && !visited {
            self.remark(line, &line.text);
        } else if durations::at_start(&line.text).is_some() && !line.bullet {
            self.remark(line, &line.text);
        } else {
            let flat = Line {
                apart: false,
                ..line.clone()
            };
            self.piece(&flat);
        }
    }

    /// The visits of a line in a cell; a cell of as many classes as its row has times has one at each.
    fn stops_of(
        &self,
        line: &Line,
        cell: &Cell,
        head: &Head,
        group: Option<&str>,
    ) -> Option<Vec<stops::Stop>> {
        let mut found = stops::all(&line.text, self.words)?;
        let at = cell.lines.iter().position(|other| other == line)?;
        let matched = head
            .clocks
            .get(at)
            .filter(|_| head.clocks.len() == cell.lines.len());
        let alone = found.len() == 1 && cell.lines.len() == 1;
        let span = matched
            .map(|clock| Span {
                starts: *clock,
                ends: None,
            })
            .or(head.when.span.filter(|_| alone));
        if let Some(stop) = found.first_mut() {
            stop.span = stop.span.or(span);
            stop.group = stop.group.take().or(group.map(str::to_string));
        }
        Some(found)
    }

    /// A line in the column of a group.
    fn track_line(&mut self, line: &Line, position: usize, group: &str, cell: &Cell, head: &Head) {
        let stops = self.stops_of(line, cell, head, Some(group));
        let track = self.track_of(group);
        self.track = track;
        let untitled = track
            .and_then(|track| Some(self.row()?.tracks.get(track)?.activity.is_none()))
            .unwrap_or(false);
        if let Some(stops) = stops {
            self.visit(&stops, Some(group));
            self.took(line, super::lines::visits_in_words(&stops));
        } else if let Some(found) = boxes::at_start(&line.text) {
            self.boxed = true;
            match found {
                boxes::Box::Heading => self.took(line, "box for what is known now"),
                boxes::Box::Filled(_) => self.leave(line, "is written in the box for what is known now"),
            }
        } else if untitled && position == 0 && is_plain(line) {
            self.track_title(line, group);
        } else if line.bullet || super::lines::is_question(&line.text) {
            self.ask(line);
        } else {
            self.remark(line, &format!("{group}: {}", line.text));
        }
    }

    fn track_title(&mut self, line: &Line, group: &str) {
        let kind = kinds::of(&line.text, self.words);
        let track = self.track;
        let Some(row) = self.row() else { return };
        let kind = kind.unwrap_or(row.kind);
        if let Some(track) = track.and_then(|track| row.tracks.get_mut(track)) {
            track.activity = Some((line.text.clone(), kind));
        }
        self.took(
            line,
            format!("{group}: {} ({})", line.text, kind.word().replace('_', " ")),
        );
    }

    /// What stands beside an activity.
    fn beside(&mut self, line: &Line, heading: &str) {
        let found = boxes::at_start(&line.text);
        if let Some(found) = found {
            match found {
                boxes::Box::Heading => self.took(line, "box for what is known now"),
                boxes::Box::Filled(_) => self.leave(line, "is written in the box for what is known now"),
            }
        } else if self.row().is_none() {
            self.leave(line, "stands before the first row");
        } else if line.text.ends_with('?') {
            self.ask(line);
        } else {
            let text = if heading.is_empty() {
                line.text.clone()
            } else {
                format!("{heading}: {}", line.text)
            };
            self.remark(line, &text);
        }
    }
}

/// The column of cells beyond the last heading.
static SPARE: Column = Column::Beside(String::new());

/// Whether the columns are not those of a timetable: no time, nothing that is done, or a table laid out for its looks.
fn headed_is_of_no_timetable(columns: &[Column], times: bool, heading: usize, rows: &[Row]) -> bool {
    let known = columns.iter().all(|column| *column == Column::Known);
    let tracks = columns.iter().any(|column| matches!(column, Column::Track(_)));
    let guessed = rows
        .get(heading)
        .is_none_or(|row| columns::headed(row, rows, &Vocabulary::default()).is_none());
    columns.len() < 2 || known || (!times && !tracks && guessed)
}

/// Neither an item of a list nor something to be asked.
fn is_plain(line: &Line) -> bool {
    !line.bullet && !line.text.ends_with('?')
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
