//! Moving a run of notes that were filed at a wrong place: first which notes, then where to.

use std::ops::Range;

use super::{
    Model, Overlay, PAGE, Screen,
    capture::Motion,
    day::Mine,
    message::{Action, At, Effect, Message},
    on_screen, page,
};
use crate::domain::route::PlaceId;

/// This person's notes, the newest first, and which of them are to be moved: some that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    notes: Vec<Mine>,
    newest: usize,
    oldest: usize,
    moved_last: usize,
}

impl Run {
    /// The run of the `length` newest of these notes, which are listed with the newest first; `None` without notes.
    #[must_use]
    pub fn of_newest(notes: Vec<Mine>, length: usize) -> Option<Self> {
        let oldest = length.min(notes.len()).checked_sub(1)?;
        Some(Self {
            notes,
            newest: 0,
            oldest,
            moved_last: oldest,
        })
    }

    /// All notes to choose from, the newest first.
    #[must_use]
    pub fn notes(&self) -> &[Mine] {
        &self.notes
    }

    /// The positions of those that are to be moved.
    #[must_use]
    pub fn chosen(&self) -> Range<usize> {
        self.newest..self.oldest + 1
    }

    /// The position of the end that was moved last, which is kept in sight.
    #[must_use]
    pub fn moved_last(&self) -> usize {
        self.moved_last
    }

    /// Moves the older end by so many notes, on to older ones or back; at least one note stays in the run.
    fn move_older_end(&mut self, by: isize) {
        let last = self.notes.len() - 1;
        self.oldest = self.oldest.saturating_add_signed(by).clamp(self.newest, last);
        self.moved_last = self.oldest;
    }

    /// Makes the note at this position an end of the run: the newer one where it is newer than all of them. Whether it was
    /// the older end already.
    pub(super) fn point(&mut self, nth: usize) -> bool {
        let was_end = nth == self.oldest;
        let nth = nth.min(self.notes.len() - 1);
        if nth < self.newest {
            self.newest = nth;
        } else {
            self.oldest = nth;
        }
        self.moved_last = nth;
        was_end
    }

    /// Moves the newer end in the same way.
    fn move_newer_end(&mut self, by: isize) {
        self.newest = self.newest.saturating_add_signed(by).min(self.oldest);
        self.moved_last = self.newest;
    }
}

/// Takes along the notes on offer, or else asks which notes are to be moved.
pub(super) fn begin(model: &mut Model, at: At) -> Vec<Effect> {
    let Screen::Day(day) = &mut model.screen else {
        return Vec::new();
    };
    if day.offers_notes(at) {
        return on_screen(model, at, Message::Asked(Action::TakeAlong));
    }
    match day.run_to_move() {
        Ok(run) => model.overlay = Some(Overlay::Moving(run)),
        Err(why_not) => model.notice = Some(why_not),
    }
    Vec::new()
}

/// What a key does while it is asked which notes are to be moved.
pub(super) fn receive(model: &mut Model, message: &Message) {
    let Some(Overlay::Moving(run)) = &mut model.overlay else {
        return;
    };
    let page = isize::try_from(PAGE).unwrap_or(1);
    match message {
        Message::Asked(Action::Down) => run.move_older_end(1),
        Message::Asked(Action::Up) => run.move_older_end(-1),
        Message::Asked(Action::PageDown) => run.move_older_end(page),
        Message::Asked(Action::PageUp) => run.move_older_end(-page),
        Message::Moved(Motion::Right, _) => run.move_newer_end(1),
        Message::Moved(Motion::Left, _) => run.move_newer_end(-1),
        Message::Asked(Action::Close) => model.overlay = None,
        Message::Asked(Action::Enter) => {
            let chosen = run.notes.get(run.chosen()).unwrap_or_default().to_vec();
            let places = model.day().map(|day| day.places_to_move_to(chosen));
            model.overlay = places.map(Overlay::Picker);
        }
        _ => {}
    }
}

/// The place was picked: moves the notes there.
pub(super) fn take(model: &mut Model, at: At, notes: &[Mine], place: &PlaceId) -> Vec<Effect> {
    let Screen::Day(day) = &mut model.screen else {
        return Vec::new();
    };
    let reply = day.move_notes(at, notes, place);
    model.notice = reply.notice;
    page::notes_moved(model);
    reply.effects
}
