//! The words for moving a run of notes.

use super::notes;

/// While one of the notes is open to be changed.
pub const NOTE_UNDER_EDIT: &str = "A note is open to be changed: Enter or Esc first, then move notes.";
/// In place of the words of a private note.
pub const PRIVATE: &str = "> private";
/// Beside the notes that are to be moved.
pub const CHOSEN: &str = "> ";

/// The title of the list of notes, of which so many are to be moved.
#[must_use]
pub fn which(count: usize) -> String {
    format!("Move {} - which ones?", notes(count))
}

/// The title of the list of places.
#[must_use]
pub fn where_to(count: usize) -> String {
    match count {
        1 => "Where does this note belong?".into(),
        many => format!("Where do these {many} notes belong?"),
    }
}

/// After so many notes were moved to a place.
#[must_use]
pub fn moved(count: usize, place: &str) -> String {
    format!("{} moved to {place} (Ctrl+Z takes it back).", notes(count))
}

/// While so many notes can be taken along to the present place with one key.
#[must_use]
pub fn offer(count: usize) -> String {
    format!("Ctrl+U takes along {} to this place.", notes(count))
}
