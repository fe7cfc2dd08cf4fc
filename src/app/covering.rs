//! What covers the screen for a while, and what comes back from below it.

use super::{Model, Overlay, PAGE, late, message::Action};

/// Hides everything; what lies on top of the screen is kept as it is.
pub(super) fn blank(model: &mut Model) {
    model.overlay = Some(Overlay::Blank(model.overlay.take().map(Box::new)));
}

/// Takes away what lies on top, and brings back what lay there before, with the time of now.
pub(super) fn uncover(model: &mut Model) {
    model.overlay = match model.overlay.take() {
        Some(Overlay::Blank(below) | Overlay::Help { below, .. }) => below.map(|below| *below),
        _ => None,
    };
    late::refresh(model);
}

/// Shows the keys of what is asked for now; what lies on top stays below it.
pub(super) fn show_help(model: &mut Model) {
    let below = model.overlay.take().map(Box::new);
    model.overlay = Some(Overlay::Help { first: 0, below });
}

pub(super) fn scrolled(first: usize, action: Action) -> Option<usize> {
    match action {
        Action::Up => Some(first.saturating_sub(1)),
        Action::Down => Some(first + 1),
        Action::PageUp => Some(first.saturating_sub(PAGE)),
        Action::PageDown => Some(first + PAGE),
        _ => None,
    }
}
