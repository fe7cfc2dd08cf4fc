//! Leaving: at once, or after asking while something is open or unsaved.

use super::{Model, Overlay, message::Effect};

/// Leaves once there is no reason left to ask whether to: somebody who enters a note and leaves at once is faster than
/// the disk, and must not be kept by it.
pub(super) fn leave_after_all(model: &Model) -> Option<Effect> {
    let asked = matches!(model.overlay, Some(Overlay::Leave));
    (asked && !asks_before_leaving(model)).then_some(Effect::Leave)
}

/// Leaves; with a line open or something unsaved it asks once.
pub(super) fn quit(model: &mut Model) -> Vec<Effect> {
    if asks_before_leaving(model) {
        model.overlay = Some(Overlay::Leave);
        return Vec::new();
    }
    vec![Effect::Leave]
}

fn asks_before_leaving(model: &Model) -> bool {
    let open_line = model.day().is_some_and(|day| day.capture.started().is_some());
    open_line || model.has_unsaved()
}
