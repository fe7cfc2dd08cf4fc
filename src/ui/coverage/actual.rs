//! The day as it was, below what is covered: planned against actual.

use super::Line;
use crate::{
    app::coverage::{Outcome, Went},
    domain::{plan::Plan, stamp::Stamp, today::Actual},
    ui::{theme::Role, words::actual as say, wrap::wrap_text},
};

/// The cells of planned times and of a name.
const PLANNED: usize = 12;
const NAME: usize = 30;
/// The cells before what became of a place.
const BEFORE: usize = PLANNED + NAME;

/// A part for each group: when each place was planned, and what became of it by `now`.
pub(super) fn lines(plan: &Plan, went: &[Went], now: Stamp, width: u16) -> Vec<Line> {
    let mut lines = Vec::new();
    for group in went {
        lines.push(Line::new());
        lines.push(vec![(Role::Title, say::heading(group.group.as_deref()))]);
        let mut date = None;
        for (place, outcome) in &group.places {
            let of = place.planned.or(place.today).map(|(starts, _)| starts.date());
            if of != date {
                date = of;
                let day = plan.days.iter().find(|day| Some(day.date) == of);
                let label = day.filter(|_| plan.days.len() > 1).map(|day| day.label.clone());
                lines.extend(label.map(|label| vec![(Role::Place, label)]));
            }
            lines.extend(told(place, outcome, now, width));
        }
    }
    lines
}

/// A place: its planned times, its name, and what became of it in as many rows as that takes.
fn told(place: &Actual, outcome: &Outcome, now: Stamp, width: u16) -> Vec<Line> {
    let role = match (outcome, place.planned, place.came) {
        (Outcome::NotSeen { .. } | Outcome::Dropped(_), ..) | (_, None, _) => Role::Warning,
        (_, _, Some(_)) => Role::Notice,
        _ => Role::Prompt,
    };
    let before = u16::try_from(BEFORE).unwrap_or(u16::MAX);
    let text = wrap_text(&say::became(place, outcome, now), width.saturating_sub(before));
    let name = super::table::fitted(&place.name, NAME);
    let planned = super::table::fitted(&say::planned(place.planned), PLANNED);
    let first = vec![(Role::Prompt, planned), (Role::Prompt, name)];
    text.into_iter()
        .enumerate()
        .map(|(nth, row)| {
            let mut line = if nth == 0 {
                first.clone()
            } else {
                vec![(Role::Muted, " ".repeat(BEFORE))]
            };
            line.push((role, row));
            line
        })
        .collect()
}
