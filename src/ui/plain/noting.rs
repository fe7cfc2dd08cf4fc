//! A line that becomes a note, wherever it is typed, and the change of a note that is open meanwhile.

use super::{Program, Talk};
use crate::{
    app::{
        Model, Overlay,
        capture::{Edit, Original, Purpose, Started},
        day::{Day, Mine},
        message::{Action, Message},
    },
    domain::{ids::RecordId, route::PlaceId, signs},
    ui::{
        day as drawn,
        words::{self, plain as say},
    },
};

/// The change of a note that is open, and where the group was when it was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Changing {
    note: RecordId,
    place: Option<PlaceId>,
}

/// What was given to be saved last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noted {
    /// A new note.
    New(Mine),
    /// One that was changed.
    Changed(Mine),
}

/// How many closings lead back to the day from wherever one is.
const DEEPEST: usize = 8;

impl Talk {
    /// Notes a line; from a page it goes back to the day for that.
    pub(super) fn note(&mut self, program: &mut impl Program, line: &str) {
        leave_pages(program);
        self.unnoted = None;
        if self.went_on(program.model()) {
            self.end_change(program);
        }
        if edited(program.model()).is_some() {
            program.take(Message::Asked(Action::Edit(Edit::SelectAll)));
        }
        program.take(Message::Pasted(line.to_string()));
        if let Some(day) = program.model().day() {
            // On the screen this is seen while the name is typed.
            let unnamed = signs::unnamed(&day.read(&day.capture.text()), &day.today.plan.people);
            self.out.extend(unnamed.map(|unnamed| words::unnamed(&unnamed)));
        }
        self.enter(program);
    }

    /// Saves the open line.
    pub(super) fn enter(&mut self, program: &mut impl Program) {
        let last = |program: &dyn Program| program.model().day().and_then(|day| day.board.last());
        let changed = edited(program.model()).map(|(started, original)| Mine {
            note: started.note,
            private: original.private,
        });
        let (before, saves) = (last(program), program.saves());
        program.take(Message::Asked(Action::Enter));
        let new = last(program).filter(|last| Some(*last) != before).map(Noted::New);
        let changed = changed.filter(|_| program.saves() > saves).map(Noted::Changed);
        self.noted = changed.or(new);
    }

    /// Ends the change of a note as it stands: after the group went on, a line is most likely a new note, and it must
    /// not take the place of an old one unheard.
    fn end_change(&mut self, program: &mut impl Program) {
        let Some(begun) = edited(program.model()).map(|(started, _)| started.begun) else {
            return;
        };
        self.enter(program);
        if edited(program.model()).is_some() {
            program.take(Message::Asked(Action::Close));
        }
        self.say(say::new_note_instead(begun));
    }

    /// Whether the group went on since the change of a note was opened.
    fn went_on(&self, model: &Model) -> bool {
        let place = model.day().and_then(place_of);
        let open = edited(model).map(|(started, _)| started.note);
        let opened = self
            .changing
            .as_ref()
            .filter(|changing| Some(changing.note) == open);
        opened.is_some_and(|changing| changing.place != place)
    }

    /// Remembers where the group was when the change of a note was opened.
    pub(super) fn hear_of_change(&mut self, model: &Model) {
        let open = edited(model).map(|(started, _)| started.note);
        if self.changing.as_ref().map(|changing| changing.note) != open {
            self.changing = open.map(|note| Changing {
                note,
                place: model.day().and_then(place_of),
            });
        }
    }

    /// Names the change that is still open, after the group went on.
    pub(super) fn still_changing(&mut self, model: &Model) {
        if let (Some((started, _)), Some(day)) = (edited(model), model.day()) {
            let text = day.capture.text().replace('\n', " / ");
            self.out.push(say::still_changing(started.begun, &text));
        }
    }

    /// What the disk has of what was noted last.
    pub(super) fn saved(&mut self, model: &Model, day: &Day) {
        let at = day.saving.saved_at.unwrap_or(model.now);
        let known = |mine: Mine| Some((&day.note(mine)?.body, mine.private));
        match self.noted.take() {
            Some(Noted::Changed(mine)) => {
                let moved = Mine {
                    private: !mine.private,
                    ..mine
                };
                let note = known(mine).or_else(|| known(moved));
                self.out.push(note.map_or_else(
                    || say::saved(at, None),
                    |(note, private)| say::changed(at, note, private),
                ));
            }
            Some(Noted::New(mine)) if day.board.last() == Some(mine) => {
                self.out.push(say::saved(at, known(mine)));
                self.begun_before(model, day, mine);
            }
            _ => self.out.push(say::saved(at, None)),
        }
    }

    /// After the first note since the clock went on: a line of a terminal comes when it is ended, and nobody can tell
    /// when it was begun.
    fn begun_before(&mut self, model: &Model, day: &Day, noted: Mine) {
        let Some((moved, from)) = day.place_before_the_bell(model.now, noted) else {
            return;
        };
        if self.rung != Some(moved) {
            self.rung = Some(moved);
            let bell = day.stop().map_or(moved, |stop| stop.starts);
            self.out.push(say::begun_before(bell, &drawn::name(day, &from)));
        }
    }

    /// Notes words from anywhere; what lies on top is left for that.
    pub(super) fn note_anywhere(&mut self, program: &mut impl Program, words: &str) {
        let kept = self.unnoted.take();
        let words = if words.is_empty() {
            kept.as_deref().unwrap_or_default()
        } else {
            words
        };
        for _ in 0..DEEPEST {
            if program.model().overlay.is_none() {
                break;
            }
            program.take(Message::Asked(Action::Close));
        }
        if words.is_empty() || program.model().day().is_none() || program.model().overlay.is_some() {
            return self.say(say::NOT_UNDERSTOOD);
        }
        self.note(program, words);
    }

    /// Nothing comes of a line here; one of several words is kept, and may become a note after all.
    pub(super) fn keep_for_note(&mut self, model: &Model, line: &str) {
        if model.day().is_none() || !line.trim().contains(' ') {
            return self.say(say::NOT_UNDERSTOOD);
        }
        self.unnoted = Some(line.to_string());
        self.say(say::KEPT_FOR_NOTE);
    }
}

/// Whether a line is a note wherever it is typed: it begins with a sign, and words follow.
pub(super) fn is_note(model: &Model, line: &str) -> bool {
    let words = line.trim_start_matches(['+', '-', '?', '!', '>', '@']);
    let is_signed = words.len() < line.len() && words.chars().any(char::is_alphabetic);
    is_signed && model.day().is_some() && !matches!(model.overlay, Some(Overlay::Discard(_)))
}

/// Goes back to the day, whatever page is open.
fn leave_pages(program: &mut impl Program) {
    for _ in 0..DEEPEST {
        if program.model().page.is_none() {
            return;
        }
        program.take(Message::Asked(Action::Close));
    }
}

fn place_of(day: &Day) -> Option<PlaceId> {
    Some(day.stop()?.place.clone())
}

/// The note that is being changed, and how it was before.
fn edited(model: &Model) -> Option<(&Started, &Original)> {
    let started = model.day()?.capture.started()?;
    match &started.purpose {
        Purpose::Edit(original) => Some((started, original)),
        _ => None,
    }
}
