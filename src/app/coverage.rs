//! The overlay that shows which class and which question has what: how far it is scrolled.

use super::{
    Model, Overlay, PAGE,
    capture::Motion,
    day::Day,
    message::{Action, Message},
};
use crate::domain::{coverage::Coverage, stamp::Stamp};

/// How far the overlay is scrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scroll {
    /// Rows out of sight above.
    pub rows: usize,
    /// Classes out of sight at the left.
    pub classes: usize,
}

impl Day {
    /// Which class was seen by whom, and which question has what, as far as is known here; on the agreed plan, since the
    /// changes of all groups count.
    #[must_use]
    pub fn coverage(&self, now: Stamp) -> Coverage {
        Coverage::of(&self.plan, &self.records, now)
    }
}

/// Opens it over a session.
pub(super) fn open(model: &mut Model) {
    if model.day().is_some() {
        model.overlay = Some(Overlay::Coverage(Scroll::default()));
    }
}

/// What a key does in it.
pub(super) fn receive(model: &mut Model, message: &Message) {
    let most = model.day().map_or(0, |day| most_classes(day, model.now));
    let Some(Overlay::Coverage(scroll)) = &mut model.overlay else {
        return;
    };
    match message {
        Message::Asked(Action::Up) => scroll.rows = scroll.rows.saturating_sub(1),
        Message::Asked(Action::Down) => scroll.rows += 1,
        Message::Asked(Action::PageUp) => scroll.rows = scroll.rows.saturating_sub(PAGE),
        Message::Asked(Action::PageDown) => scroll.rows += PAGE,
        Message::Moved(Motion::Left, _) => scroll.classes = scroll.classes.saturating_sub(1),
        Message::Moved(Motion::Right, _) => scroll.classes = (scroll.classes + 1).min(most.saturating_sub(1)),
        Message::Asked(Action::Close) => model.overlay = None,
        _ => {}
    }
}

/// The most classes that any row has.
fn most_classes(day: &Day, now: Stamp) -> usize {
    let coverage = day.coverage(now);
    let rows = coverage.rows.iter();
    rows.map(|row| row.classes.len()).max().unwrap_or(0)
}
