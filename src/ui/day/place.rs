//! Where the group is: activity, group, class, planned times, and how much of it is left.

use ratatui::layout::Rect;

use crate::{
    app::{Model, day::Day},
    domain::{
        course::{Phase, Stay},
        route::StopView,
    },
    ui::{display_safe::cells, pen::Pen, theme::Role, words},
};

/// Cells of the gauge.
const GAUGE: usize = 10;

/// Cells between the times and what is left, and before the gauge.
const BETWEEN: usize = 3;

/// Draws the line of the present place.
pub fn place(pen: &mut Pen<'_>, row: Rect, model: &Model, day: &Day) {
    let (Some(here), Some(position)) = (day.here(), day.position) else {
        pen.say(row, Role::Warning, words::EMPTY_PLAN);
        return;
    };
    let name = name(day, &here);
    let times = format!("   {}-{}", here.stop.starts.hh_mm(), here.stop.ends.hh_mm());
    let not_seen = here.visit.and_then(|visit| day.today.not_seen(&visit.id));
    let (left, gauge) = match position.phase {
        // Why it was not seen needs the room, and there is no time to be kept.
        _ if not_seen.is_some() => (String::new(), String::new()),
        Phase::During(_) if position.held => (pen.told(words::STAYING).into_owned(), String::new()),
        Phase::During(_) => remaining(model, day),
        Phase::Before(_) | Phase::After(_) | Phase::NoPlan => (String::new(), String::new()),
    };
    // Until when one is here is told before the picture of it.
    let needed = [&name, &times, &left, &gauge].map(|said| cells(said));
    let fits = needed.iter().sum::<usize>() + BETWEEN <= usize::from(row.width);
    let role = if gauge.contains('#') {
        Role::Warning
    } else {
        Role::Muted
    };
    let rest = if fits && !gauge.is_empty() {
        let rest = pen.text_right(row, role, &gauge);
        pen.text_right(rest, Role::Muted, "  ")
    } else {
        row
    };
    let rest = pen.text_right(rest, role, &left);
    let rest = Rect {
        width: rest.width.saturating_sub(1),
        ..rest
    };
    let rest = pen.text(rest, Role::Place, &name);
    let rest = pen.text(rest, Role::Muted, &times);
    if let Some(not_seen) = not_seen {
        pen.text(rest, Role::Warning, &words::late::not_seen(&not_seen.because));
    }
}

/// The activity, the group on a way of its own, and the class.
pub fn name(day: &Day, here: &StopView<'_>) -> String {
    let mut name = here.activity.title.clone();
    if let Some(group) = day
        .me
        .group
        .as_ref()
        .filter(|_| here.track.is_some())
        .and_then(|id| day.plan.group(id))
    {
        name = format!("{name} - {}", group.name);
    }
    if let Some(visit) = here.visit {
        name = format!("{name} - {}", visit.class);
    }
    name
}

/// How much of the present place is left, in words and as a gauge.
pub fn remaining(model: &Model, day: &Day) -> (String, String) {
    let Some(Stay { starts, ends, .. }) = day.course.stay(&day.route, model.now) else {
        return Default::default();
    };
    let (words, sign) = words::time_left(ends.since(model.now));
    // New times do not change when the group came.
    let came = day.board.came.filter(|came| came.date() == starts.date());
    let starts = came.map_or(starts, |came| came.max(starts));
    let whole = ends.since(starts).num_seconds().max(1);
    let gone = model.now.since(starts).num_seconds().clamp(0, whole);
    let filled = usize::try_from(gone * 10 / whole).unwrap_or(0).min(GAUGE);
    let gauge = format!(
        "{}{}",
        String::from(sign).repeat(filled),
        "-".repeat(GAUGE - filled)
    );
    // While the sign says that the end is near, at least one of it shows.
    let gauge = if sign == '#' && filled == 0 {
        format!("#{}", "-".repeat(GAUGE - 1))
    } else {
        gauge
    };
    (words, gauge)
}
