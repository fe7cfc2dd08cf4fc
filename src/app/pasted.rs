//! The box into which something is pasted, whatever it is: it is written, read, and then shown what was found in it.

use std::cell::RefCell;

use super::{
    PAGE,
    capture::Edit,
    entry::{Entry, EntryPurpose},
    message::{Action, At, Message},
};
use crate::domain::{hand_over::brought::is_brought, ids::RecordId};

/// Something that is pasted, and what was found in it.
#[derive(Debug, Clone)]
pub struct Pasted<F> {
    /// What was pasted, or the name of a file.
    pub text: Entry,
    /// How far it is.
    pub phase: Phase<F>,
    /// Which rows of the picture of what was found are in sight.
    pub scroll: Scroll,
    /// Tells the answer that is waited for from an earlier one.
    id: Option<RecordId>,
}

/// How far it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase<F> {
    /// It is pasted or typed; with what was wrong with what stood there.
    Writing(Option<Lacks>),
    /// It is read, or what was read goes on its way.
    Reading,
    /// It is shown what was found.
    Shown(Box<F>),
}

/// Why nothing can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lacks {
    /// Nothing was pasted.
    Text,
    /// What the reader says, with what can be done.
    Sense(String),
}

impl<F> Pasted<F> {
    pub(super) fn new(purpose: EntryPurpose) -> Self {
        Self {
            text: Entry::new(purpose, String::new(), String::new()),
            phase: Phase::Writing(None),
            scroll: Scroll::default(),
            id: None,
        }
    }

    /// What a key does to the text, or to the picture of what was found; leaving and taking over are none of these.
    pub(super) fn receive(&mut self, message: Message) {
        match (&self.phase, message) {
            (Phase::Writing(_), Message::Typed(typed)) if !typed.is_control() => {
                self.id = None;
                self.text.paste_lines(typed.encode_utf8(&mut [0; 4]));
            }
            (Phase::Writing(_) | Phase::Shown(_), Message::Pasted(text)) => {
                // What was read already and left gives way to the next that is brought.
                if self.id.take().is_some() && is_brought(&text) {
                    self.empty();
                }
                self.text.paste_lines(&text);
                self.phase = Phase::Writing(None);
            }
            (Phase::Writing(_), Message::Moved(motion, _)) => self.text.move_cursor(motion),
            (Phase::Writing(_), Message::Asked(Action::Edit(edit))) => self.text.edit(edit),
            // Back to what was pasted.
            (Phase::Shown(_), Message::Asked(Action::Edit(Edit::Backspace))) => {
                self.phase = Phase::Writing(None);
            }
            (Phase::Shown(_), Message::Asked(action)) => self.scroll.turn(action),
            _ => {}
        }
    }

    /// Has it read from now on, where there is something: gives the text.
    pub(super) fn read(&mut self, at: At) -> Option<String> {
        self.scroll = Scroll::default();
        if self.text.text().trim().is_empty() {
            self.phase = Phase::Writing(Some(Lacks::Text));
            return None;
        }
        self.phase = Phase::Reading;
        self.id = Some(at.fresh);
        Some(self.text.text().to_string())
    }

    /// Whether something stands in the box that was not read as it is.
    pub(super) fn holds_typing(&self) -> bool {
        matches!(self.phase, Phase::Writing(_)) && self.id.is_none() && !self.text.text().is_empty()
    }

    /// Empties the box, if that was not read yet.
    pub(super) fn forget_typing(&mut self) {
        if self.holds_typing() {
            self.empty();
        }
    }

    fn empty(&mut self) {
        self.text = Entry::new(self.text.purpose.clone(), String::new(), String::new());
        self.phase = Phase::Writing(None);
    }

    /// Whether that is the answer which is waited for.
    pub(super) fn waits_for(&self, id: RecordId) -> bool {
        self.id == Some(id) && matches!(self.phase, Phase::Reading)
    }

    /// It was read: what was found is shown, or why nothing was.
    pub(super) fn show(&mut self, found: Result<Box<F>, String>) {
        self.phase = match found {
            Ok(found) => Phase::Shown(found),
            Err(why) => Phase::Writing(Some(Lacks::Sense(why))),
        };
    }
}

/// Which rows of a picture are in sight: it is longer than the screen, and only who draws it knows by how much.
#[derive(Debug, Clone, Default)]
pub struct Scroll {
    first: usize,
    laid: RefCell<Laid>,
}

/// How a picture was laid out last.
#[derive(Debug, Clone, Default)]
struct Laid {
    /// The width, and the number of parts.
    of: (u16, usize),
    /// How many rows each part takes.
    heights: Vec<usize>,
    /// The first row at the end of the picture; not known before it was drawn.
    last: Option<usize>,
}

impl Scroll {
    fn turn(&mut self, action: Action) {
        let last = self.laid.get_mut().last.unwrap_or(usize::MAX);
        let first = self.first.min(last);
        self.first = match action {
            Action::Up => first.saturating_sub(1),
            Action::Down => first + 1,
            Action::PageUp => first.saturating_sub(PAGE),
            Action::PageDown => first + PAGE,
            _ => first,
        }
        .min(last);
    }

    /// Goes to its beginning; what it says is another from now on.
    pub(super) fn start_again(&mut self) {
        *self = Self::default();
    }

    /// The same place of a picture of which a part says something else now.
    pub(super) fn lay_again(&mut self) {
        self.laid.get_mut().of = (0, 0);
    }

    /// How many rows each of so many parts of the picture takes at a width; `lay` tells it, and is asked only where that
    /// is not known yet.
    pub fn heights(&self, of: (u16, usize), lay: impl FnOnce() -> Vec<usize>) -> Vec<usize> {
        let known = &mut *self.laid.borrow_mut();
        if known.of != of {
            known.heights = lay();
            known.of = of;
        }
        known.heights.clone()
    }

    /// The first row in sight where so many rows have `room`.
    pub fn first(&self, rows: usize, room: usize) -> usize {
        let last = rows.saturating_sub(room);
        self.laid.borrow_mut().last = Some(last);
        self.first.min(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_picture_is_no_further_than_its_last_page() {
        let mut scroll = Scroll::default();
        assert_eq!(scroll.first(30, 20), 0);
        for _ in 0..5 {
            scroll.turn(Action::PageDown);
        }
        assert_eq!(scroll.first(30, 20), 10);
        scroll.turn(Action::Up);
        assert_eq!(scroll.first(30, 20), 9, "Up goes up at once");
        assert_eq!(scroll.first(30, 25), 5, "a larger window");
        scroll.turn(Action::Up);
        assert_eq!(scroll.first(30, 25), 4);
    }

    #[test]
    fn a_picture_is_measured_once_for_each_width() {
        let scroll = Scroll::default();
        assert_eq!(scroll.heights((80, 2), || vec![1, 2]), [1, 2]);
        assert_eq!(scroll.heights((80, 2), || vec![9, 9]), [1, 2]);
        assert_eq!(scroll.heights((40, 2), || vec![2, 4]), [2, 4]);
    }
}
