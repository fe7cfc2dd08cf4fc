//! The timetable of the day, with what was noted in each row.

use ratatui::layout::Rect;

use crate::{
    app::{day::Day, pointing::Spot},
    domain::{course::Phase, plan::Visit, route::Stop},
    ui::{
        pen::{Pen, Rows, indent},
        theme::Role,
        words,
        wrap::shorten,
    },
};

/// A row of the rail.
struct Entry {
    time: String,
    title: String,
    counts: String,
    role: Role,
    mark: char,
    is_visit: bool,
    is_now: bool,
    /// Its place on the way of the group, or the first of its places.
    stop: Option<usize>,
}

/// Draws the timetable beside the lists; the present row shows its visits.
pub fn rail(pen: &mut Pen<'_>, area: Rect, day: &Day) {
    let mut rows = Rows::of(area);
    let several = day.today.plan.days.len() > 1;
    if let Some(here) = day.here().filter(|_| several) {
        let date = here.day.date.format("%a %d %b");
        pen.text(
            indent(rows.take_rows(1), 1),
            Role::Title,
            &format!("{} - {date}", here.day.label),
        );
    }
    let entries = entries(day);
    let now = entries.iter().rposition(|entry| entry.is_now).unwrap_or(0);
    // The present row is kept in sight with what comes next.
    let height = usize::from(rows.left()).max(1);
    let first = (now + 3)
        .saturating_sub(height)
        .min(entries.len().saturating_sub(height));
    for entry in &entries[first..] {
        let Some(row) = rows.take_row() else { break };
        if let Some(stop) = entry.stop {
            pen.spot(row, Spot::Stop(stop));
        }
        draw_entry(pen, row, entry);
    }
}

fn draw_entry(pen: &mut Pen<'_>, row: Rect, entry: &Entry) {
    let row = Rect {
        width: row.width.saturating_sub(1),
        ..row
    };
    let row = pen.text_right(row, Role::Muted, &entry.counts);
    let row = Rect {
        width: row.width.saturating_sub(1),
        ..row
    };
    let sign = if entry.is_now && !entry.is_visit { ">" } else { " " };
    let indentation = if entry.is_visit { "  " } else { "" };
    let row = pen.pieces(row, &[(Role::Place, sign), (Role::Muted, indentation)]);
    let row = pen.text(row, Role::Muted, &format!("{} {} ", entry.time, entry.mark));
    pen.text(row, entry.role, &entry.title);
}

/// The rows of the present day, and the visits of the present row.
fn entries(day: &Day) -> Vec<Entry> {
    let Some(position) = day.position else {
        return Vec::new();
    };
    let Some(now) = day.stop() else { return Vec::new() };
    let group = day.me.group.as_ref();
    let mut entries = Vec::new();
    let mut last_row = None;
    for (at, stop) in day
        .route
        .stops()
        .iter()
        .enumerate()
        .filter(|(_, stop)| stop.day == now.day)
    {
        let Some(view) = day.today.plan.view(stop, group) else {
            continue;
        };
        let in_present_row = stop.row == now.row;
        if last_row != Some(stop.row) {
            last_row = Some(stop.row);
            let past = stop.row < now.row;
            entries.push(Entry {
                time: crate::domain::route::row_times(&day.today.plan, view.day, stop.row)
                    .0
                    .hh_mm(),
                title: view.activity.title.clone(),
                counts: words::rail_counts(day.board.tally.slot(&view.slot.id)),
                // The class that is visited now stands out more than the row it is in.
                role: if in_present_row && view.visit.is_some() {
                    Role::Place
                } else {
                    role(past, in_present_row)
                },
                mark: if past { 'v' } else { ' ' },
                is_visit: false,
                is_now: in_present_row,
                stop: Some(at),
            });
        }
        if let (Some(visit), true) = (view.visit, in_present_row) {
            let (past, is_now) = (at < position.stop, at == position.stop);
            entries.push(Entry {
                time: stop.starts.hh_mm(),
                title: visit.class.clone(),
                counts: counts_of(day, visit),
                role: role(past, is_now),
                mark: mark(day, visit, (past, is_now)),
                is_visit: true,
                is_now,
                stop: Some(at),
            });
        }
    }
    entries.extend(gone_rows(day));
    entries
}

/// Behind the last row: the notes of rows that are no longer in the plan.
fn gone_rows(day: &Day) -> Option<Entry> {
    let notes = day.board.gone;
    (notes > 0).then(|| Entry {
        time: " ".repeat(5),
        title: words::out_of_plan(notes, day.board.waiting).to_string(),
        counts: notes.to_string(),
        role: Role::Past,
        mark: ' ',
        is_visit: false,
        is_now: false,
        stop: None,
    })
}

/// What was noted in a class; a class that was not seen says so.
fn counts_of(day: &Day, visit: &Visit) -> String {
    let counts = words::rail_counts(day.board.tally.visit(&visit.id));
    match day.today.not_seen(&visit.id) {
        Some(_) => format!("{counts} {}", words::late::NOT_SEEN)
            .trim_start()
            .to_string(),
        None => counts,
    }
}

/// What stands before a class: that it was not seen, or that it is over or under way.
fn mark(day: &Day, visit: &Visit, (past, is_now): (bool, bool)) -> char {
    if day.today.not_seen(&visit.id).is_some() {
        words::late::NOT_SEEN_SIGN
    } else if past {
        'v'
    } else if is_now {
        '>'
    } else {
        ' '
    }
}

fn role(past: bool, is_now: bool) -> Role {
    match (past, is_now) {
        (_, true) => Role::Now,
        (true, false) => Role::Past,
        (false, false) => Role::Prompt,
    }
}

/// Draws the timetable as one line: the place before, the present one, the next.
pub fn line(pen: &mut Pen<'_>, row: Rect, day: &Day) {
    let Some(position) = day.position else { return };
    let here = day.stop().map(|stop| stop.day);
    let of_clock = match position.phase {
        Phase::Before(nth) | Phase::During(nth) | Phase::After(nth) => Some(nth),
        Phase::NoPlan => None,
    };
    // A place of another day than the one that is looked at, or than today, says so.
    let name = |at: Option<usize>| {
        let stop = day.route.stop(at?)?;
        let is_here = at == Some(position.stop);
        let known = if is_here { of_clock } else { here };
        Some(name(day, stop, known != Some(stop.day)))
    };
    let third = row.width / 3;
    let mut rest = row;
    let before = position.stop.checked_sub(1);
    if let (Some(before), Some(stop)) = (name(before), before) {
        let before = shorten(&before, third.saturating_sub(3));
        pen.spot(row, Spot::Stop(stop));
        rest = pen.pieces(row, &[(Role::Past, &before), (Role::Muted, " < ")]);
    }
    let now = name(Some(position.stop)).unwrap_or_default();
    let by_clock = matches!(position.phase, Phase::During(_)) && !position.held;
    let mark = if by_clock { words::NOW } else { words::AT };
    let next = name(position.stop.checked_add(1)).map_or_else(String::new, |next| format!(" > {next}"));
    pen.spot(rest, Spot::Stop(position.stop));
    let rest = pen.pieces(rest, &[(Role::Now, mark), (Role::Now, " "), (Role::Now, &now)]);
    if !next.is_empty() {
        pen.spot(rest, Spot::Stop(position.stop + 1));
        pen.text(rest, Role::Muted, &next);
    }
}

fn name(day: &Day, stop: &Stop, with_day: bool) -> String {
    let view = day.today.plan.view(stop, day.me.group.as_ref());
    let label = view.as_ref().filter(|_| with_day).map(|view| &view.day.label);
    let label = label.map_or_else(String::new, |label| format!("{label} "));
    let title = view.map_or("", |view| {
        view.visit.map_or(&view.activity.title, |visit| &visit.class)
    });
    let visit = stop.place.visit.as_ref();
    if visit.is_some_and(|visit| day.today.not_seen(visit).is_some()) {
        let sign = words::late::NOT_SEEN_SIGN;
        return format!("{label}{} {sign} {title}", stop.starts.hh_mm());
    }
    format!("{label}{} {title}", stop.starts.hh_mm())
}
