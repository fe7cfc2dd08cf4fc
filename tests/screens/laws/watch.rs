//! What is looked at before and after every step of a random day.

use std::collections::BTreeMap;

use knownow::{
    app::{
        Overlay,
        capture::{Purpose, Started},
    },
    domain::{
        day_change::DayChange,
        ids::RecordId,
        note::{Note, NotePlace},
        record::{Record, Shelf},
        stamp::Stamp,
    },
};
use proptest::{prelude::*, test_runner::TestCaseError};

use super::random_day::Step;
use crate::stage::{Known, Stage};

type Check = Result<(), TestCaseError>;

/// The day before a step.
pub struct Watch<'a> {
    step: &'a Step,
    notes: Notes,
    line: Line,
    overlay: Option<Overlay>,
    now: Stamp,
}

/// The notes that stand, with whether they are private.
type Notes = BTreeMap<RecordId, Vec<(bool, Note)>>;

/// The line in progress.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    text: String,
    started: Option<Started>,
    changed: bool,
}

fn line(stage: &Stage) -> Line {
    let capture = &stage.day().capture;
    Line {
        text: capture.text(),
        started: capture.started().cloned(),
        changed: capture.started().is_some() && !capture.is_untouched(),
    }
}

fn live(stage: &Stage) -> Notes {
    let day = stage.day();
    let mut notes = Notes::new();
    for (shelf, private) in [(&day.records.notes, false), (&day.private, true)] {
        for note in shelf.live().filter(|note| note.writer == day.me.writer) {
            notes
                .entry(note.id)
                .or_default()
                .push((private, note.body.clone()));
        }
    }
    notes
}

impl<'a> Watch<'a> {
    pub fn before(stage: &Stage, step: &'a Step) -> Self {
        Self {
            step,
            notes: live(stage),
            line: line(stage),
            overlay: stage.model.overlay.clone(),
            now: stage.now,
        }
    }

    /// Compares with the day after the step.
    pub fn after(&self, stage: &Stage) -> Check {
        let changed_person = self.overlay.is_some() && matches!(self.step, Step::Acts(_));
        if changed_person {
            // Something was picked from a list, which can be anything.
            return everything_acknowledged_is_on_disk(stage);
        }
        self.one_note_is_in_one_place(stage)?;
        match self.step {
            Step::Dies => self.nothing_died(stage)?,
            Step::Acts(keys) => self.only_what_was_meant_changed(stage, keys)?,
            _ => prop_assert_eq!(&live(stage), &self.notes, "only acting on notes changes notes"),
        }
        self.the_words_of_the_line_stay(stage)?;
        self.a_line_belongs_where_it_was_begun(stage)?;
        the_journal_keeps_the_line(stage)?;
        prop_assert!(stage.now >= self.now || matches!(self.step, Step::Passes(_)));
        everything_acknowledged_is_on_disk(stage)
    }

    /// A note stands in the shared file or in the private one, never in both.
    fn one_note_is_in_one_place(&self, stage: &Stage) -> Check {
        for (id, kept) in live(stage) {
            // One that was deleted just before the program died can be back as it was on the disk.
            let was_deleted = matches!(self.step, Step::Dies) && !self.notes.contains_key(&id);
            prop_assert!(
                was_deleted || kept.len() == 1,
                "{} stands twice after {:?}",
                id,
                self.step
            );
        }
        Ok(())
    }

    fn only_what_was_meant_changed(&self, stage: &Stage, keys: &str) -> Check {
        let after = live(stage);
        let entered = self.line.started.as_ref();
        match keys {
            "<Enter>" | "<C-s>" | "<Up>" | "<Down>" => {
                let others = |notes: &Notes| {
                    let mut notes = notes.clone();
                    entered.map(|entered| notes.remove(&entered.note));
                    notes
                };
                prop_assert_eq!(others(&after), others(&self.notes));
                if matches!(keys, "<Enter>" | "<C-s>") {
                    self.the_line_is_a_note(stage, &after)?;
                }
            }
            "<C-z>" => {
                for id in self.notes.keys().filter(|id| !after.contains_key(id)) {
                    let back = stage
                        .day()
                        .capture
                        .started()
                        .is_some_and(|started| started.note == *id);
                    prop_assert!(back, "what is undone comes back into the line");
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// What was in the line with words is a note with these words, of that time, at that place.
    fn the_line_is_a_note(&self, stage: &Stage, after: &Notes) -> Check {
        let Some(entered) = &self.line.started else {
            return Ok(());
        };
        let read = stage.day().read(&self.line.text);
        if read.text.trim().is_empty() || stage.day().capture.started().is_some() {
            return Ok(());
        }
        let kept = after.get(&entered.note).and_then(|kept| kept.first());
        let Some((private, note)) = kept else {
            return Err(TestCaseError::fail(format!(
                "{:?} was entered and is no note",
                self.line
            )));
        };
        prop_assert_eq!(*private, read.private);
        prop_assert_eq!(note.when, entered.begun);
        prop_assert_eq!(
            &note.place,
            &entered.place,
            "filed where it belonged when it was entered"
        );
        if self.line.changed {
            prop_assert_eq!(note.text.as_str(), read.text.trim_end());
            prop_assert_eq!(note.kind, read.kind);
        }
        Ok(())
    }

    /// Time, saving, places, prompts and what is looked at never touch what is typed.
    fn the_words_of_the_line_stay(&self, stage: &Stage) -> Check {
        let untouchable = matches!(
            self.step,
            Step::Moves(_) | Step::Passes(_) | Step::Saves(_) | Step::Draws(..)
        );
        if untouchable {
            prop_assert_eq!(stage.day().capture.text(), self.line.text.as_str());
        }
        Ok(())
    }

    /// The place of a line is the one that stood beside it at its first key, until a person moves the line.
    fn a_line_belongs_where_it_was_begun(&self, stage: &Stage) -> Check {
        let Some(started) = stage.day().capture.started() else {
            return Ok(());
        };
        match &self.line.started {
            Some(before) if before.note == started.note => {
                prop_assert_eq!(before.begun, started.begun);
                if matches!(self.step, Step::Dies) {
                    // A class that was added, and had not reached the disk, is known by its id alone.
                    prop_assert_eq!(before.place.id(), started.place.id());
                    return Ok(());
                }
                let moved_by_hand = matches!(self.step, Step::Moves("<Tab>" | "<S-Tab>"));
                let place = |place: &NotePlace| NotePlace {
                    prompt: None,
                    ..place.clone()
                };
                if !moved_by_hand {
                    prop_assert_eq!(&before.place, &started.place);
                }
                prop_assert_eq!(place(&before.place), place(&started.place));
            }
            // A line that was emptied comes back as it was begun.
            _ if matches!(self.step, Step::Dies | Step::Acts("<C-z>" | "<C-y>")) => {}
            _ if started.purpose == Purpose::New => {
                prop_assert_eq!(Some(started.place.clone()), stage.day().place_now());
                prop_assert_eq!(started.begun, stage.now);
            }
            _ => {}
        }
        Ok(())
    }

    /// After the program died, every word that was a note or was typed is there again.
    fn nothing_died(&self, stage: &Stage) -> Check {
        let (after, in_line) = (live(stage), line(stage));
        for (id, kept) in &self.notes {
            let (private, note) = &kept[0];
            let found = after.get(id).is_some_and(|after| {
                after.iter().any(|(still_private, still)| {
                    still_private == private && still.text == note.text && still.place.id() == note.place.id()
                })
            });
            prop_assert!(found, "{:?} died, there are {:?}", note, after);
        }
        if self.line.changed && !self.line.text.is_empty() {
            prop_assert_eq!(&in_line.text, &self.line.text);
            // A class that was added, and had not reached the disk, is known by its id alone.
            let place = |line: &Line| line.started.as_ref().map(|started| started.place.id());
            prop_assert_eq!(place(&in_line), place(&self.line));
        }
        Ok(())
    }
}

/// A line that would be lost otherwise is in the journal as it stands.
fn the_journal_keeps_the_line(stage: &Stage) -> Check {
    let line = line(stage);
    let Some(started) = line
        .started
        .as_ref()
        .filter(|_| line.changed && !line.text.is_empty())
    else {
        return Ok(());
    };
    let kept = stage.drafts().iter().find(|draft| draft.note == started.note);
    prop_assert_eq!(
        kept.map(|draft| (draft.text.as_str(), draft.entered)),
        Some((line.text.as_str(), false))
    );
    prop_assert_eq!(kept.map(|draft| draft.place.clone()), Some(started.place.id()));
    Ok(())
}

/// No note that the program was told to be saved is missing from the files.
pub fn everything_acknowledged_is_on_disk(stage: &Stage) -> Check {
    prop_assert!(stage.saved().holds(stage.acknowledged()));
    if stage.day().saving.all_saved() {
        everything_is_on_disk(stage)?;
    }
    Ok(())
}

/// The files hold everything that the screen knows.
pub fn everything_is_on_disk(stage: &Stage) -> Check {
    let day = stage.day();
    let shown = Known {
        records: day.records.clone(),
        private: day.private.clone(),
    };
    prop_assert!(stage.saved().holds(&shown));
    Ok(())
}

/// Leaves lists and notes under edit, and enters or drops what is typed.
pub fn empty_the_line(stage: &mut Stage) {
    stage.keys("<Esc><Esc>");
    if stage.day().capture.started().is_some() {
        stage.keys("<Enter>");
    }
    if stage.day().capture.started().is_some() {
        stage.keys("<C-a><BS>");
    }
}

/// Every record with what it says, and whether it was struck out.
#[derive(Debug, PartialEq)]
pub struct Standing {
    notes: Vec<(RecordId, bool, Note)>,
    private: Vec<(RecordId, bool, Note)>,
    others: Vec<(RecordId, bool)>,
    line: String,
}

pub fn standing(stage: &Stage) -> Standing {
    let day = stage.day();
    let notes = |shelf: &Shelf<Note>| {
        let said = |note: &Record<Note>| (note.id, note.deleted, note.body.clone());
        shelf.all().map(said).collect()
    };
    let asked = day.records.asked.all().map(|tick| (tick.id, tick.deleted));
    // What was replaced is kept struck out beside the record of what it is about, and stands for nothing.
    let is_kept = |change: &&Record<DayChange>| {
        let of = change.body.what.record_id(day.plan.session, &change.body.scope);
        change.deleted && of.is_some_and(|of| of != change.id)
    };
    let changes = day.records.changes.all().filter(|change| !is_kept(change));
    let changes = changes.map(|change| (change.id, change.deleted));
    Standing {
        notes: notes(&day.records.notes),
        private: notes(&day.private),
        others: asked.chain(changes).collect(),
        line: day.capture.text(),
    }
}
