//! What the mouse does on the page of the findings.

use super::{FindingsPage, Side};
use crate::app::{day::Day, message::Action, pointing::Spot};

impl FindingsPage {
    /// Chooses what was clicked, and its side; what the click does where that was chosen already.
    pub(in crate::app) fn point(&mut self, day: &Day, spot: Spot) -> Option<Action> {
        let (side, nth) = match spot {
            Spot::Row(nth) => (Side::Evidence, Some(nth)),
            Spot::Finding(nth) => (Side::Findings, Some(nth)),
            Spot::Side(side) => (side, None),
            _ => return None,
        };
        let chosen = match side {
            Side::Evidence => self.place(),
            Side::Findings => self.line(),
        };
        if self.side == side && nth == Some(chosen) {
            return Some(Action::Enter);
        }
        if self.side != side {
            self.turn();
        }
        if let Some(nth) = nth {
            self.go_to(nth);
        }
        self.look(day);
        None
    }

    /// Moves the cursor of a side by so many rows; keys act on the same side as before.
    pub(in crate::app) fn roll(&mut self, day: &Day, side: Side, by: isize) {
        let acts = std::mem::replace(&mut self.side, side);
        self.step(by);
        self.side = acts;
        self.look(day);
    }
}
