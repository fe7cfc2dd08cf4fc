//! The first row: school, line of enquiry, who I am, the time and how late it is.

use ratatui::layout::Rect;

use crate::{
    app::{Model, day::Day},
    domain::{course::Phase, lateness, stamp::Stamp},
    ui::{
        pen::{Pen, indent},
        theme::Role,
        words,
    },
};

/// Draws the header.
pub fn header(pen: &mut Pen<'_>, row: Rect, model: &Model, day: &Day) {
    let row = Rect {
        width: row.width.saturating_sub(1),
        ..indent(row, 1)
    };
    let (role, state) = how_late(model, day);
    let left = pen.text_right(row, role, &state);
    let left = pen.text_right(left, Role::Title, &format!("  {}  ", model.now.hh_mm()));
    let left = if day.plan.is_rehearsal() {
        pen.text_right(left, Role::Rehearsal, words::REHEARSAL)
    } else {
        left
    };
    let left = pen.text_right(left, Role::Muted, &format!("  {}  ", day.me.name));
    let school = format!("{} - {}", day.plan.host.name, day.plan.agreement.title);
    let left = pen.text(left, Role::Title, &school);
    if let Some(enquiry) = day.plan.agreement.lines_of_enquiry.first()
        && left.width > 12
    {
        pen.text(indent(left, 3), Role::Muted, &enquiry.text);
    }
}

/// How late the group is, or what part of the review it is, in words alone.
pub fn state(model: &Model, day: &Day) -> String {
    how_late(model, day).1
}

/// How late the group is, or what part of the review it is.
fn how_late(model: &Model, day: &Day) -> (Role, String) {
    let Some(position) = day.position else {
        return (Role::Muted, String::new());
    };
    match position.phase {
        Phase::Before(at) => (Role::Muted, begins(model.now, day, at)),
        Phase::After(_) | Phase::NoPlan => (Role::Muted, words::AFTER.into()),
        Phase::During(_) => {
            let late = lateness::minutes_late(&day.route, position, model.now);
            let role = if late > 0 { Role::Warning } else { Role::Notice };
            let said = match (position.held, late > 0) {
                (true, true) => words::held_late(late),
                (true, false) => format!("{}, held", words::lateness(late)),
                (false, _) if late == 0 => words::in_time(day.moved_by()),
                (false, _) => words::lateness(late),
            };
            (role, said)
        }
    }
}

/// The countdown to a day.
fn begins(now: Stamp, day: &Day, at: usize) -> String {
    day.route.day_span(at).map_or_else(String::new, |(begins, _)| {
        let days = (begins.date() - now.date()).num_days();
        words::countdown(begins.since(now), days)
    })
}
