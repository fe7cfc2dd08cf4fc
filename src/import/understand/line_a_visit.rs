//! Tables with a line for each visit: group, time, class, activity. Lines of one activity that follow or overlap each
//! other are one row of the timetable.

use std::cmp::Ordering;

use chrono::{NaiveTime, TimeDelta};

use super::{
    REMARK, Reading, Standing, TIME,
    head::Head,
    rows::{add, is_everybody},
    stops,
};
use crate::{
    domain::{activity::ActivityKind, drawing_up::later, read_timetable::ReadRow},
    import::{
        columns::{self, Column},
        groups, kinds,
        sheet::{Cell, Row},
        times::Span,
        vocabulary::Vocabulary,
        wording,
    },
};

/// Headings of the column that says who sees the class.
const WHO: [&str; 8] = [
    "group",
    "groups",
    "team",
    "reviewer",
    "reviewers",
    "visitor",
    "observer",
    "pair",
];
/// A visit without an end lasts no longer, in minutes.
const LONGEST_VISIT: i64 = 30;

/// A table with a line for each visit.
pub(super) struct LinesOfVisits {
    /// The column of groups.
    at: usize,
    /// The lessons that a group sees while another one does something else.
    meanwhile: Vec<Meanwhile>,
    /// The lines with what is left out because it stands above: "Lesson visits | Group 1 | Y5", and below "| | Y6".
    pub(super) whole: Vec<Row>,
}

/// A group in lessons from the start to the end of what another group does.
struct Meanwhile {
    group: String,
    starts: NaiveTime,
    ends: NaiveTime,
}

/// What a line says.
struct Said {
    group: String,
    starts: NaiveTime,
    ends: NaiveTime,
    /// Whether it names a class.
    in_class: bool,
}

/// What is known of a table with a line for each visit, once its headings are read; `None` if it is no such table.
pub(super) fn lines_of_visits(columns: &[Column], rows: &[Row], words: &Vocabulary) -> Option<LinesOfVisits> {
    let at = groups_at(columns, rows, words)?;
    let whole = whole(columns, rows, at);
    let said = whole.iter().filter_map(|row| said(row, columns, at, words));
    let meanwhile = meanwhile(&said.collect::<Vec<_>>());
    Some(LinesOfVisits { at, meanwhile, whole })
}

/// The lines of a class with the activity and the group that stand above them, where they are left out.
fn whole(columns: &[Column], rows: &[Row], group_at: usize) -> Vec<Row> {
    let place = |wanted: Column| columns.iter().position(|column| *column == wanted);
    let (Some(does_at), Some(class_at)) = (place(Column::Activity), place(Column::Class)) else {
        return rows.to_vec();
    };
    let mut above: Option<(Cell, Cell)> = None;
    let filled = rows.iter().map(|row| {
        let mut row = row.clone();
        let cell = |at: usize| row.cells.get(at).cloned().unwrap_or_default();
        let (does, group) = (cell(does_at), cell(group_at));
        if cell(class_at).is_blank() {
            above = None;
            return row;
        }
        let known = above.take();
        let known = known.filter(|(above, _)| does.is_blank() || does.text() == above.text());
        let does = if does.is_blank() {
            known.as_ref().map_or(does, |(does, _)| does.clone())
        } else {
            does
        };
        let group = if group.is_blank() {
            known.map_or(group, |(_, group)| group)
        } else {
            group
        };
        for (at, said) in [(does_at, &does), (group_at, &group)] {
            if let Some(cell) = row.cells.get_mut(at) {
                cell.clone_from(said);
            }
        }
        above = Some((does, group));
        row
    });
    filled.collect()
}

fn said(row: &Row, columns: &[Column], at: usize, words: &Vocabulary) -> Option<Said> {
    let group = whose(&row.cells.get(at)?.text(), words)?;
    let (starts, ends) = when(&Head::of(row, columns))?;
    let mut cells = row.cells.iter().zip(columns);
    let in_class = cells.any(|(cell, column)| *column == Column::Class && !cell.is_blank());
    Some(Said {
        group,
        starts,
        ends: ends?,
        in_class,
    })
}

/// When a line is; its end, where it says one or how long it lasts.
fn when(head: &Head) -> Option<(NaiveTime, Option<NaiveTime>)> {
    let span = head.when.span?;
    let (starts, ends) = Span {
        ends: span.ends.or(head.when.ends),
        ..span
    }
    .after(None);
    let lasts = || Some(later(starts, i64::from(head.when.minutes?)));
    Some((starts, ends.or_else(lasts)))
}

/// Which groups are in lessons for just as long as another one does something else.
fn meanwhile(said: &[Said]) -> Vec<Meanwhile> {
    let mut found: Vec<Meanwhile> = Vec::new();
    for other in said
        .iter()
        .filter(|line| !line.in_class && !line.group.is_empty())
    {
        let mut groups: Vec<&str> = said.iter().map(|line| line.group.as_str()).collect();
        groups.sort_unstable();
        groups.dedup();
        for group in groups {
            let there =
                |line: &&Said| line.group == group && line.starts < other.ends && other.starts < line.ends;
            let mut lines: Vec<&Said> = said.iter().filter(there).collect();
            lines.sort_by_key(|line| line.starts);
            let unbroken = lines
                .windows(2)
                .all(|pair| matches!(pair, [one, next] if one.ends == next.starts));
            let lasts = lines.first().map(|line| line.starts) == Some(other.starts)
                && lines.last().map(|line| line.ends) == Some(other.ends);
            if unbroken && lasts && !group.is_empty() && lines.iter().all(|line| line.in_class) {
                found.push(Meanwhile {
                    group: group.to_string(),
                    starts: other.starts,
                    ends: other.ends,
                });
            }
        }
    }
    found
}

/// The column of groups of a table with a line for each visit; `None` if it is no such table.
fn groups_at(columns: &[Column], rows: &[Row], words: &Vocabulary) -> Option<usize> {
    let has = |wanted: &Column| columns.iter().filter(|column| *column == wanted).count() == 1;
    if !(has(&Column::Starts) && has(&Column::Class) && has(&Column::Activity)) {
        return None;
    }
    let at = columns.iter().position(|column| match column {
        Column::Beside(name) => WHO.contains(&name.to_lowercase().as_str()),
        _ => false,
    })?;
    let cells = rows.iter().filter_map(|row| row.cells.get(at)).skip(1);
    let texts: Vec<String> = cells.map(Cell::text).filter(|text| !text.is_empty()).collect();
    let named = texts.iter().all(|text| whose(text, words).is_some());
    (named && !texts.is_empty()).then_some(at)
}

/// The group that a cell names; an empty name is everybody.
fn whose(text: &str, words: &Vocabulary) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || is_everybody(text) {
        return Some(String::new());
    }
    let lone = text.len() == 1
        && text
            .chars()
            .all(|letter| letter.is_ascii_digit() || letter.is_ascii_uppercase());
    if lone {
        return Some(format!("Group {text}"));
    }
    let name = groups::of_column(text, words)?;
    // Who is in a group is no part of its name.
    Some(match groups::at_start(text, words) {
        Some((group, after)) if super::ways::members(after, words).0.is_some() => group,
        _ => name,
    })
}

impl Reading<'_> {
    /// Reads a line of such a table. Says whether it was read.
    pub(super) fn line_of_a_visit(
        &mut self,
        (read, row): (&Row, &Row),
        columns: &[Column],
        table: &LinesOfVisits,
    ) -> bool {
        let text = |wanted: &Column| {
            let cell = row
                .cells
                .iter()
                .zip(columns)
                .find(|(_, column)| *column == wanted);
            cell.map(|(cell, _)| cell.text()).unwrap_or_default()
        };
        let head = Head::of(row, columns);
        let title = super::rows::neat(wording::trimmed(&text(&Column::Activity)));
        let class = text(&Column::Class);
        let stops = stops::all(&class, self.words);
        let group = row
            .cells
            .get(table.at)
            .and_then(|cell| whose(&cell.text(), self.words));
        let unread = stops.is_none() && !wording::trimmed(&class).is_empty();
        let (Some(span), Some((starts, ends)), Some(group)) = (head.when.span, when(&head), group) else {
            return false;
        };
        if title.is_empty() || unread || head.beside.is_some() {
            return false;
        }
        if stops.is_none() && self.ends_the_day(span, &title) {
            row.lines().for_each(|line| self.took_the_end(line, span));
            return true;
        }
        let number = row.lines().map(|line| line.number).min().unwrap_or(1);
        let meanwhile = table.meanwhile.iter().find(|lessons| {
            lessons.group == group
                && lessons.starts <= starts
                && ends.is_some_and(|ends| ends <= lessons.ends)
        });
        let meanwhile = meanwhile.filter(|_| stops.is_some());
        let alone = meanwhile.is_some() || (stops.is_none() && !group.is_empty());
        let (starts, ends) = meanwhile.map_or((starts, ends), |lessons| (lessons.starts, Some(lessons.ends)));
        let whose = alone.then_some(group.as_str());
        self.row_of_activity(number, (starts, ends), &head, (&title, whose));
        if alone {
            self.activity_of_group(&group, &title, stops.is_some());
        }
        if let Some(stops) = &stops {
            let mut stops = stops.clone();
            stops::at(span, &mut stops);
            self.visit(&stops, Some(&group));
        }
        self.say_members(read, table.at);
        self.took_line_of_a_visit(read, columns, table.at, stops.as_deref().unwrap_or_default());
        if !group.is_empty() {
            self.goes_on_with(&group);
        }
        true
    }

    /// Puts beside the row who is in the group that a cell names.
    fn say_members(&mut self, row: &Row, at: usize) {
        let line = row.cells.get(at).and_then(|cell| cell.lines.first()).cloned();
        if let Some(line) = line
            && let Some((group, after)) = groups::at_start(&line.text, self.words)
            && let (Some(members), _) = super::ways::members(after, self.words)
        {
            self.members_of(&line, &group, members);
        }
    }

    /// Makes the row of this activity that the time joins the row at hand, or begins one.
    fn row_of_activity(
        &mut self,
        number: usize,
        (starts, ends): (NaiveTime, Option<NaiveTime>),
        head: &Head,
        (title, alone): (&str, Option<&str>),
    ) {
        let known = self.found.days.last_mut().and_then(|day| {
            let at = day.rows.iter().position(|row| {
                if alone.is_some() {
                    row.starts == Some(starts) && row.title.is_empty()
                } else {
                    wording::words(&row.title) == wording::words(title) && joins(row, starts, ends)
                }
            })?;
            let row = day.rows.remove(at);
            day.rows.push(row);
            day.rows.last_mut()
        });
        if let Some(row) = known {
            if let Some(group) = alone {
                say_who_is_done_first(row, group, ends);
            }
            row.starts = row.starts.min(Some(starts));
            row.ends = row.ends.max(ends);
        } else {
            self.clock = None;
            self.begin_row(number, head.when, if alone.is_some() { "" } else { title });
            if let Some(row) = self.row() {
                row.starts = Some(starts);
                row.ends = ends;
                row.minutes = None;
            }
        }
        self.track = None;
        self.standing = Standing::InRow;
    }

    /// Says of a group that is alone in what it does, or in lessons meanwhile, what it does.
    fn activity_of_group(&mut self, group: &str, title: &str, in_class: bool) {
        let kind = kinds::of(title, self.words);
        let track = self.track_of(group);
        let Some(row) = self.row() else { return };
        let likely = if in_class {
            ActivityKind::LessonVisits
        } else {
            row.kind
        };
        let kind = kind.unwrap_or(likely);
        if let Some(track) = track.and_then(|track| row.tracks.get_mut(track)) {
            track.activity = Some((title.to_string(), kind));
        }
    }

    /// Says of all cells of a line what they were taken for; what has no column of its own is a remark.
    fn took_line_of_a_visit(&mut self, row: &Row, columns: &[Column], at: usize, stops: &[stops::Stop]) {
        let spare = std::iter::repeat(&Column::Known);
        for (position, (cell, column)) in row.cells.iter().zip(columns.iter().chain(spare)).enumerate() {
            for line in &cell.lines {
                match column {
                    _ if position == at => self.took(line, "group"),
                    Column::Class => self.took_visits(line, stops),
                    Column::Starts | Column::Ends | Column::Minutes => self.took(line, TIME),
                    Column::Number if columns::sessions(&line.text).is_some() => {
                        self.took(line, "number of the row");
                    }
                    Column::Activity => {
                        let words = self.row_in_words();
                        self.took(line, words);
                    }
                    Column::Beside(_) | Column::Questions => {
                        let text = &line.text;
                        if let Some(row) = self.row().filter(|row| !row.remark.contains(text.as_str())) {
                            add(&mut row.remark, text);
                        }
                        self.took(line, REMARK);
                    }
                    _ => self.leave(line, "stands beside the columns"),
                }
            }
        }
    }

    /// Puts the rows of the day in the order of their times, and says who is alone in one.
    pub(super) fn settle_lines_of_visits(&mut self) {
        let Some(day) = self.found.days.last_mut() else {
            return;
        };
        day.rows.sort_by_key(|row| row.starts);
        for row in &mut day.rows {
            if let [track] = row.tracks.as_slice()
                && track.activity.is_some()
                && row.title.is_empty()
            {
                let group = track.group.clone();
                add(&mut row.remark, &group);
            }
        }
    }
}

/// Says beside a row whose groups begin together who is done before the others.
fn say_who_is_done_first(row: &mut ReadRow, group: &str, ends: Option<NaiveTime>) {
    let (Some(before), Some(ends)) = (row.ends, ends) else {
        return;
    };
    let groups = row.tracks.iter().map(|track| track.group.clone());
    let (first, until): (Vec<String>, _) = match before.cmp(&ends) {
        Ordering::Less => (groups.collect(), before),
        Ordering::Equal => return,
        Ordering::Greater => (vec![group.to_string()], ends),
    };
    for group in first {
        let says = format!("{group} until");
        if !row.remark.contains(&says) {
            add(&mut row.remark, &format!("{says} {}", until.format("%H:%M")));
        }
    }
}

/// Whether what is done from `starts` on follows on a row, comes before it, or overlaps it.
fn joins(row: &ReadRow, starts: NaiveTime, ends: Option<NaiveTime>) -> bool {
    let Some(begins) = row.starts else { return false };
    let visits = row.tracks.iter().flat_map(|track| &track.visits);
    let last = visits.filter_map(|visit| visit.starts).max().unwrap_or(begins);
    let longest = TimeDelta::minutes(LONGEST_VISIT);
    let over = row.ends.unwrap_or(last + longest);
    starts <= over && ends.unwrap_or(starts + longest) >= begins
}
