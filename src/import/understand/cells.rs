//! The cells of a row of a table, each by its column.

use super::{
    Reading, Standing, TIME,
    beside_groups::{GroupCell, holds_visits},
    head::Head,
    lines, rows, stops,
    table::{is_everybodys, is_plain},
    ways,
};
use crate::domain::{activity::ActivityKind, read_timetable::ReadRow};
use crate::import::{
    boxes, classes,
    columns::{self, Column},
    durations, kinds,
    sheet::{Cell, Line, Row},
    times::{self, Span, Where},
    vocabulary::Vocabulary,
    wording,
};

/// The column of cells beyond the last heading.
static SPARE: Column = Column::Beside(String::new());

impl Reading<'_> {
    /// A row of nothing but classes beside a time is one of the visits of the row at hand. Says whether it was.
    pub(super) fn visits_only(
        &mut self,
        row: &Row,
        columns: &[Column],
        head: &Head,
        named: Option<&GroupCell>,
    ) -> bool {
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
        let going_on = self.beside_group.clone();
        let of_cells = named.map(|named| named.group.clone()).or(going_on);
        let mut visits: Vec<(Line, Vec<stops::Stop>)> = Vec::new();
        let cells = row.cells.iter().zip(columns).enumerate();
        for (at, (cell, column)) in cells.filter(|(_, (cell, _))| !cell.is_blank()) {
            let group = match column {
                _ if named.is_some_and(|named| named.at == at) && cell.lines.len() == 1 => continue,
                Column::Track(group) => Some(group.clone()),
                Column::Activity | Column::Class => of_cells.clone(),
                Column::Beside(_) | Column::Questions
                    if of_cells.is_some() && holds_visits(cell, self.words) =>
                {
                    of_cells.clone()
                }
                Column::Beside(name) if name.is_empty() && of_groups(cell, self.words) => None,
                Column::Day | Column::Number | Column::Starts | Column::Ends | Column::Minutes => continue,
                Column::Questions | Column::Beside(_) | Column::Known => return false,
            };
            let Some(found) = self.visits_of_cell(cell, span, group.as_deref()) else {
                return false;
            };
            visits.push(found);
        }
        if visits.is_empty() {
            return false;
        }
        self.times_taken(row, columns, head);
        for (line, stops) in visits {
            self.timed_visits(&line, span, &stops);
        }
        let name = named.and_then(|named| Some((named, row.cells.get(named.at)?.lines.first()?)));
        if let Some((named, line)) = name {
            self.grouped(line);
            self.goes_on_with(&named.group);
        }
        true
    }

    /// The classes that the only line of a cell says, seen at `span`; `None` if it says anything else.
    fn visits_of_cell(
        &self,
        cell: &Cell,
        span: Span,
        group: Option<&str>,
    ) -> Option<(Line, Vec<stops::Stop>)> {
        let [line] = cell.lines.as_slice() else {
            return None;
        };
        let text = classes::with_reception(&line.text, group.is_some());
        let mut stops = stops::all(&text, self.words).filter(|_| line.no_text.is_none())?;
        if group.is_some() {
            stops::of_one_group(&mut stops);
        }
        stops::named_behind_its_year(&mut stops);
        for stop in &mut stops {
            stop.group = stop.group.take().or(group.map(str::to_string));
        }
        stops::at(span, &mut stops);
        Some((line.clone(), stops))
    }

    /// Reads what a row's cells hold besides its head.
    pub(super) fn cells(
        &mut self,
        row: &Row,
        columns: &[Column],
        head: &Head,
        title: Option<&Line>,
        group: Option<&GroupCell>,
    ) {
        let reach = row.cells.len().saturating_sub(columns.len());
        let spare = std::iter::repeat_n(&SPARE, reach);
        for (at, (cell, column)) in row.cells.iter().zip(columns.iter().chain(spare)).enumerate() {
            self.track = None;
            self.standing = Standing::InRow;
            if group.is_some_and(|group| self.cell_of_group(group, at, column, cell, head)) {
                continue;
            }
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
        if let Some(group) = group.filter(|_| self.takes_visits()) {
            self.goes_on_with(&group.group);
        }
    }

    /// Says of the cells of times what they were taken for.
    pub(super) fn times_taken(&mut self, row: &Row, columns: &[Column], head: &Head) {
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

    /// Says which cells of times hold none that a day has.
    pub(super) fn doubt_of_cells(&mut self, row: &Row, columns: &[Column]) {
        let of_times = |column: &Column| matches!(column, Column::Starts | Column::Ends | Column::Minutes);
        for (cell, _) in row
            .cells
            .iter()
            .zip(columns)
            .filter(|(_, column)| of_times(column))
        {
            if let Some(line) = cell.first() {
                self.doubt_of_times(line.number, &cell.text());
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
            Column::Questions if boxes::at_start(&line.text).is_some() => self.known(line),
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
            self.took_visits(line, &stops);
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
        let timed = times::at_start(&line.text, Where::Text).is_some() && !visited;
        if timed || (durations::at_start(&line.text).is_some() && !line.bullet) {
            self.remark(line, &line.text);
        } else {
            let flat = Line {
                apart: false,
                ..line.clone()
            };
            self.piece(&flat);
        }
    }

    /// Whether the cells of a row are nothing but classes in the columns of groups, and one of them says when: the row at
    /// hand takes them, or one is begun.
    pub(super) fn begin_visits(&mut self, row: &Row, columns: &[Column]) {
        let filled = || row.cells.iter().zip(columns).filter(|(cell, _)| !cell.is_blank());
        let of_groups = filled().all(|(cell, column)| {
            let visits = |line: &Line| line.no_text.is_none() && stops::all(&line.text, self.words).is_some();
            matches!(column, Column::Track(_)) && cell.lines.iter().all(visits)
        });
        let number = row.lines().map(|line| line.number).min();
        if let (true, Some(span), Some(number)) = (of_groups, self.time_beside(row, 0), number) {
            self.row_for_visits(number, span);
        }
    }

    /// The visits of a line in a cell; a cell of as many classes as its row has times has one at each.
    pub(super) fn stops_of(
        &self,
        line: &Line,
        cell: &Cell,
        head: &Head,
        group: Option<&str>,
    ) -> Option<Vec<stops::Stop>> {
        let among = group.is_some() && self.takes_visits();
        let mut found = stops::all(&classes::with_reception(&line.text, among), self.words)?;
        let at = cell.lines.iter().position(|other| other == line)?;
        let matched = head
            .clocks
            .get(at)
            .filter(|_| head.clocks.len() == cell.lines.len());
        let alone =
            found.iter().all(|stop| stop.group.is_some() || found.len() == 1) && cell.lines.len() == 1;
        let span = matched
            .map(|clock| Span {
                starts: *clock,
                ends: None,
            })
            .or(head.when.span.filter(|_| alone))
            .or(head.beside_at.get(at).copied().flatten());
        if let Some(stop) = found.first_mut() {
            stop.group = stop.group.take().or(group.map(str::to_string));
        }
        if group.is_some() {
            stops::of_one_group(&mut found);
        }
        if let Some(span) = span {
            stops::at(span, &mut found);
        }
        Some(found)
    }

    /// A line in the column of a group.
    fn track_line(&mut self, line: &Line, position: usize, group: &str, cell: &Cell, head: &Head) {
        if is_everybodys(cell) {
            self.track = None;
            if position == 0 {
                self.took(line, "for everybody");
            } else {
                self.cell_piece(line);
            }
            return;
        }
        if rows::is_mark(&cell.text()) {
            self.track = None;
            self.remark(line, group);
            return;
        }
        let stops = self.stops_of(line, cell, head, Some(group));
        let track = self.track_of(group);
        self.track = track;
        let untitled = track
            .and_then(|track| Some(self.row()?.tracks.get(track)?.activity.is_none()))
            .unwrap_or(false);
        if let Some(stops) = stops {
            self.visit(&stops, Some(group));
            self.took_visits(line, &stops);
        } else if let Some(found) = boxes::at_start(&line.text) {
            self.standing = Standing::InBox;
            match found {
                boxes::Box::Heading => self.took(line, "box for what is known now"),
                boxes::Box::Filled(_) => self.leave(line, "is written in the box for what is known now"),
            }
        } else if untitled && position == 0 && is_plain(line) {
            self.track_title(line, group);
        } else if line.bullet || lines::is_question(&line.text) {
            self.ask(line);
        } else if let Some(stops) = self.further_visits(line) {
            self.visit(&stops, Some(group));
            self.took_visits(line, &stops);
        } else {
            self.remark(line, &format!("{group}: {}", line.text));
        }
    }

    /// The classes of "Lesson visit Y2 (10.05)", below another one of the group.
    fn further_visits(&self, line: &Line) -> Option<Vec<stops::Stop>> {
        let (title, mut stops) = self.split(&line.text).filter(|_| self.takes_visits())?;
        stops::of_one_group(&mut stops);
        (kinds::of(title, self.words) == Some(ActivityKind::LessonVisits)).then_some(stops)
    }

    /// What a group does, with the classes that stand behind it: "Lesson visits: Y5, Y6".
    fn track_title(&mut self, line: &Line, group: &str) {
        let found = self
            .split(&line.text)
            .map(|(title, stops)| (title.to_string(), stops));
        let (title, mut stops) = found.unwrap_or_else(|| (line.text.clone(), Vec::new()));
        let kind = kinds::of(&title, self.words);
        let track = self.track;
        let Some(row) = self.row() else { return };
        let kind = kind.unwrap_or(row.kind);
        if let Some(track) = track.and_then(|track| row.tracks.get_mut(track)) {
            let (title, minutes) = ways::without_length(wording::trimmed(&title));
            track.activity = Some((rows::neat(title), kind));
            row.minutes = row.minutes.or(minutes);
        }
        if !stops.is_empty() {
            stops::of_one_group(&mut stops);
            self.visit(&stops, Some(group));
            self.took_visits(line, &stops);
            return;
        }
        self.doubt_of_names_with_times(line, &line.text);
        self.took(
            line,
            format!("{group}: {} ({})", line.text, kind.word().replace('_', " ")),
        );
    }

    /// The classes that stand alone beside lessons of which no other cell says a class, whatever the column is called:
    /// "Who / where" holds the places of a day's visits as often as people. Below the first, those with a time.
    fn visits_beside(&mut self, line: &Line, heading: &str) -> Option<Vec<stops::Stop>> {
        let stops = stops::all(&line.text, self.words)?;
        let timed = !heading.is_empty() && stops.iter().all(|stop| stop.span.is_some());
        let of_nobody = |row: &ReadRow| row.tracks.iter().all(|track| track.group.is_empty());
        let lessons = self.row().is_some_and(|row| {
            row.kind == ActivityKind::LessonVisits && (row.tracks.is_empty() || timed && of_nobody(row))
        });
        (lessons && stops.iter().all(|stop| stop.beside.is_empty())).then_some(stops)
    }

    /// What stands beside an activity.
    fn beside(&mut self, line: &Line, heading: &str) {
        let found = boxes::at_start(&line.text);
        let heads = ["group", "team", "reviewer"];
        let whose = heads.iter().any(|head| heading.to_lowercase().starts_with(head));
        if whose && rows::is_everybody(&line.text) {
            self.took(line, "heading: everybody");
        } else if let Some(found) = found {
            match found {
                boxes::Box::Heading => self.took(line, "box for what is known now"),
                boxes::Box::Filled(_) => self.leave(line, "is written in the box for what is known now"),
            }
        } else if self.row().is_none() {
            self.leave(line, "stands before the first row");
        } else if self.takes_visits() && stops::of_groups(&line.text, self.words) {
            self.grouped(line);
        } else if let Some(stops) = self.visits_beside(line, heading) {
            self.visit(&stops, None);
            self.took_visits(line, &stops);
        } else if line.text.ends_with('?') {
            self.ask(line);
        } else if self.beside_goes_apart(line) {
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

/// Whether a cell is nothing but the classes of groups that it names.
fn of_groups(cell: &Cell, words: &Vocabulary) -> bool {
    cell.lines.iter().all(|line| stops::of_groups(&line.text, words))
}
