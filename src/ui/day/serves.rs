//! What a row without questions shows: what serves there.

use ratatui::layout::Rect;

use crate::{
    app::day::Day,
    domain::{activity::ActivityKind, compared::Column, ids::GroupId},
    ui::{
        pen::{Pen, Rows, indent},
        theme::Role,
        words,
        wrap::wrap_text,
    },
};

/// A line with a title before it, or without.
pub type Line = (&'static str, String);

/// Cells before the text.
const INDENT: u16 = 17;

/// Draws it.
pub fn serves(pen: &mut Pen<'_>, area: Rect, lines: &[Line]) {
    let mut rows = Rows::of(area);
    let height = usize::from(area.height);
    for (at, (title, text)) in lines.iter().enumerate() {
        let Some(row) = rows.take_row() else { return };
        pen.text(
            Rect {
                width: (INDENT - 1).min(row.width),
                ..row
            },
            Role::Title,
            title,
        );
        let rest = pen.text(indent(row, INDENT), Role::Prompt, text);
        if at + 1 == height && height < lines.len() {
            pen.text(rest, Role::Muted, words::MORE);
        }
    }
}

/// What serves at the present place, in rows of this width.
pub fn rows_wanted(day: &Day, width: u16) -> Vec<Line> {
    let mut wrapped = Vec::new();
    for (title, text) in lines(day) {
        let mut title = title;
        for row in wrap_text(&text, width.saturating_sub(INDENT)) {
            wrapped.push((title, row));
            title = "";
        }
    }
    wrapped
}

/// What serves at the present place, each whole; a line that goes on has no title.
pub fn lines(day: &Day) -> Vec<Line> {
    let Some(here) = day.here() else { return Vec::new() };
    let agreement = &day.plan.agreement;
    let mut lines: Vec<Line> = Vec::new();
    match here.activity.kind {
        ActivityKind::Arrival => {
            lines.extend(people(day));
            lines.extend(titled(words::PRE_READING, &agreement.pre_reading));
        }
        ActivityKind::Briefing => {
            lines.push((words::WANTED_OUTCOME, agreement.wanted_outcome.clone()));
            lines.extend(enquiry(day));
            lines.extend(titled(words::DO, &day.plan.rules.conduct_do));
            lines.extend(titled(words::DO_NOT, &day.plan.rules.conduct_do_not));
        }
        kind if kind.looks_at_whole_day() => {
            lines.extend(by_group(day));
            lines.extend(next(day));
            lines.extend(enquiry(day));
            return lines;
        }
        _ => {
            lines.push((words::WANTED_OUTCOME, agreement.wanted_outcome.clone()));
            lines.extend(enquiry(day));
        }
    }
    lines.extend(next(day));
    lines
}

/// A title before the first of several lines.
fn titled(title: &'static str, lines: &[String]) -> Vec<Line> {
    let title_of = |at: usize| if at == 0 { title } else { "" };
    lines
        .iter()
        .enumerate()
        .map(|(at, line)| (title_of(at), line.clone()))
        .collect()
}

fn people(day: &Day) -> Vec<Line> {
    let names = |group: Option<&GroupId>| {
        let people = day
            .today
            .plan
            .people
            .iter()
            .filter(|person| person.group.as_ref() == group);
        people
            .map(|person| person.name.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let mut lines: Vec<String> = day
        .plan
        .groups
        .iter()
        .map(|group| format!("{}: {}", group.name, names(Some(&group.id))))
        .collect();
    lines.push(names(None));
    lines.retain(|line| !line.is_empty());
    titled(words::PEOPLE, &lines)
}

fn enquiry(day: &Day) -> Vec<Line> {
    let mut lines = Vec::new();
    for enquiry in &day.plan.agreement.lines_of_enquiry {
        lines.push(enquiry.text.clone());
        lines.extend(
            enquiry
                .sub_questions
                .iter()
                .map(|part| format!("- {}", part.text)),
        );
    }
    titled(words::LINE_OF_ENQUIRY, &lines)
}

/// The same counts as beside each other on the page of what the groups know.
fn by_group(day: &Day) -> Vec<Line> {
    let count = |column: &Column| {
        let clocks = day.clocks_of(column);
        let group_in = words::others::group_in(
            words::compared::column(column),
            day.others.last_in(&column.name),
            &clocks,
        );
        words::counts_of(&group_in, column.counts, column.struck)
    };
    let lines: Vec<String> = day.board.columns.iter().map(count).collect();
    titled(words::BY_GROUP, &lines)
}

/// What comes next, where something does.
pub fn next(day: &Day) -> Option<Line> {
    let next = day.route.stop(day.position?.stop + 1)?;
    let view = day.today.plan.view(next, day.me.group.as_ref())?;
    let class = view
        .visit
        .map_or_else(String::new, |visit| format!(" - {}", visit.class));
    Some((
        words::NEXT_ROW,
        format!("{} {}{class}", next.starts.hh_mm(), view.activity.title),
    ))
}
