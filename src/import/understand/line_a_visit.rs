//! Tables with a line for each visit: group, time, class, activity. Lines of one activity that follow or overlap each
//! other are one row of the timetable.

use chrono::{NaiveTime, TimeDelta};

use super::{REMARK, Reading, Standing, TIME, head::Head, rows::When, rows::add, stops};
use crate::{
    domain::read_timetable::ReadRow,
    import::{
        columns::Column,
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
/// What stands in that column where it is nobody in particular.
const EVERYBODY: [&str; 6] = [
    "all",
    "both",
    "everyone",
    "both groups",
    "all groups",
    "whole team",
];
/// A visit without an end lasts no longer, in minutes.
const LONGEST_VISIT: i64 = 30;

/// The column of groups of a table with a line for each visit; `None` if it is no such table.
pub(super) fn groups_at(columns: &[Column], rows: &[Row], words: &Vocabulary) -> Option<usize> {
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
    if text.is_empty() || EVERYBODY.contains(&text.to_lowercase().as_str()) {
        return Some(String::new());
    }
    let lone = text.len() == 1
        && text
            .chars()
            .all(|letter| letter.is_ascii_digit() || letter.is_ascii_uppercase());
    if lone {
        return Some(format!("Group {text}"));
    }
    groups::of_column(text, words)
}

impl Reading<'_> {
    /// Reads a line of such a table, whose groups stand in the column `at`. Says whether it was read.
    pub(super) fn line_of_a_visit(&mut self, row: &Row, columns: &[Column], at: usize) -> bool {
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
        let group = row.cells.get(at).and_then(|cell| whose(&cell.text(), self.words));
        let unread = stops.is_none() && !wording::trimmed(&class).is_empty();
        let (Some(span), Some(group)) = (head.when.span, group) else {
            return false;
        };
        if title.is_empty() || unread || head.beside.is_some() {
            return false;
        }
        let when = When {
            span: Some(Span {
                ends: span.ends.or(head.when.ends),
                ..span
            }),
            ..head.when
        };
        let number = row.lines().map(|line| line.number).min().unwrap_or(1);
        let alone = stops.is_none() && !group.is_empty();
        self.row_of_activity(number, when, &title, alone);
        match &stops {
            Some(stops) => {
                let mut stops = stops.clone();
                stops::at(span, &mut stops);
                self.visit(&stops, Some(&group));
            }
            None if alone => self.activity_of_group(&group, &title),
            None => {}
        }
        self.took_line_of_a_visit(row, columns, at, stops.as_deref().unwrap_or_default());
        true
    }

    /// Makes the row of this activity that the time joins the row at hand, or begins one.
    fn row_of_activity(&mut self, number: usize, when: When, title: &str, alone: bool) {
        let Some(span) = when.span else { return };
        let (starts, ends) = span.after(None);
        let ends = ends.or_else(|| Some(starts + TimeDelta::minutes(i64::from(when.minutes?))));
        let known = self.found.days.last_mut().and_then(|day| {
            let at = day.rows.iter().position(|row| {
                if alone {
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
            row.starts = row.starts.min(Some(starts));
            row.ends = row.ends.max(ends);
        } else {
            self.clock = None;
            self.begin_row(number, when, if alone { "" } else { title });
            if let Some(row) = self.row() {
                row.ends = ends;
                row.minutes = None;
            }
        }
        self.track = None;
        self.standing = Standing::InRow;
    }

    fn activity_of_group(&mut self, group: &str, title: &str) {
        let kind = kinds::of(title, self.words);
        let track = self.track_of(group);
        let Some(row) = self.row() else { return };
        let kind = kind.unwrap_or(row.kind);
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

/// Whether what is done from `starts` on follows on a row, comes before it, or overlaps it.
fn joins(row: &ReadRow, starts: NaiveTime, ends: Option<NaiveTime>) -> bool {
    let Some(begins) = row.starts else { return false };
    let visits = row.tracks.iter().flat_map(|track| &track.visits);
    let last = visits.filter_map(|visit| visit.starts).max().unwrap_or(begins);
    let longest = TimeDelta::minutes(LONGEST_VISIT);
    let over = row.ends.unwrap_or(last + longest);
    starts <= over && ends.unwrap_or(starts + longest) >= begins
}
