//! Undo and redo of what was done in this sitting.
//!
//! A deed is kept as what it touched, before and after. Undoing writes the state before as a further edition, so that
//! nothing is ever unwritten and colleagues see the same. What somebody else changed since stays as they left it: such a
//! deed is neither taken back nor done again, and no longer stands in the way of the deeds before it.

mod editions;

use super::{Day, Reply};
use crate::{
    app::{
        capture::{Original, Purpose, Started},
        findings::Did,
        message::{At, Effect},
        notice::{Deed, Notice},
    },
    domain::{
        asked::Asked,
        course::Course,
        day_change::{Change, DayChange},
        finding::SignOff,
        finding_deeds::FindingChange,
        ids::RecordId,
        note::Note,
        placing::Placing,
        signs,
    },
};

/// What was done, and what was undone.
#[derive(Debug, Clone, Default)]
pub struct History {
    done: Vec<Done>,
    undone: Vec<Done>,
    undone_last: bool,
    /// Whether the last undo was refused, so that the next one would be of a deed that nobody asked for.
    refused: bool,
}

impl History {
    /// Whether a deed was undone later than any typing was, and so is to be done again first.
    pub(super) fn undone_last(&self) -> bool {
        self.undone_last && !self.undone.is_empty()
    }

    /// What was done last.
    pub(super) fn last_done(&self) -> Option<Deed> {
        self.done.last().map(|done| done.deed)
    }

    /// Makes one deed of the last two if both are parts of the same action step, which is asked for part by part.
    pub(super) fn join_last_step(&mut self) {
        let Some([first, last]) = self.done.last_chunk::<2>() else {
            return;
        };
        let (
            Deed::Finding(Did::Reworded { disagreed: first_did }),
            Deed::Finding(Did::Reworded { disagreed: last_did }),
        ) = (first.deed, last.deed)
        else {
            return;
        };
        let ([Touch::Finding(before)], [Touch::Finding(after)]) = (&first.touched[..], &last.touched[..])
        else {
            return;
        };
        let step = step_of(before);
        if step.is_none() || before.id != after.id || step != step_of(after) {
            return;
        }
        let joined = FindingChange {
            id: before.id,
            before: before.before.clone(),
            after: after.after.clone(),
        };
        let disagreed = first_did || last_did;
        self.done.truncate(self.done.len() - 2);
        self.done.push(Done {
            deed: Deed::Finding(Did::Reworded { disagreed }),
            touched: vec![joined.into()],
            course: None,
        });
    }

    /// Lets go of what was undone with this note, so that its words can't be done again.
    pub(super) fn forget_words_of(&mut self, note: RecordId) {
        self.undone.retain(|done| done.saved_note() != Some(note));
    }

    /// What was undone last.
    pub(super) fn last_undone(&self) -> Option<Deed> {
        self.undone.last().map(|done| done.deed)
    }

    /// From now on typing is what was changed last.
    pub(super) fn typing_is_last(&mut self) {
        self.undone_last = false;
    }
}

/// A deed with what it touched.
#[derive(Debug, Clone)]
pub(super) struct Done {
    pub deed: Deed,
    pub touched: Vec<Touch>,
    pub course: Option<CourseChange>,
}

impl Done {
    /// The note that was saved, if that is what was done: undoing it brings its words back into the line.
    fn saved_note(&self) -> Option<RecordId> {
        match (self.deed, self.touched.first()) {
            (Deed::Noted(_), Some(Touch::Note(touch))) => Some(touch.note),
            _ => None,
        }
    }

    /// The first words of the note that it touched, or of the one finding or claim.
    fn words(&self) -> String {
        let note = self.touched.iter().find_map(|touch| match touch {
            Touch::Note(touch) => touch.after.as_ref().or(touch.before.as_ref()),
            Touch::Tick(..)
            | Touch::Change(..)
            | Touch::Finding(..)
            | Touch::SignOff(..)
            | Touch::Placing(..) => None,
        });
        let text = note.map(|note| note.text.lines().next().unwrap_or_default());
        let text = text.or_else(|| self.one_finding()).unwrap_or_default();
        let mut words: String = text.chars().take(FEW).collect();
        if text.chars().nth(FEW).is_some() {
            words.push('\u{2026}');
        }
        words
    }
}

impl Done {
    /// What the one finding or claim says that it touched, if it touched one alone.
    fn one_finding(&self) -> Option<&str> {
        let mut said = self.touched.iter().filter_map(|touch| match touch {
            Touch::Finding(change) => change.after.as_ref().or(change.before.as_ref()),
            Touch::Note(..)
            | Touch::Tick(..)
            | Touch::Change(..)
            | Touch::SignOff(..)
            | Touch::Placing(..) => None,
        });
        let mut said = said.by_ref().filter(|finding| finding.is_on_board());
        let first = said.next()?;
        said.next().is_none().then_some(first.statement.as_str())
    }
}

/// The one action step that a change put there or said in other words.
fn step_of(change: &FindingChange) -> Option<RecordId> {
    let (before, after) = (change.before.as_ref()?, change.after.as_ref()?);
    let mut put = after.steps.iter().filter(|step| !before.steps.contains(step));
    let step = put.next()?.id;
    put.next().is_none().then_some(step)
}

/// Letters of a note that tell which one it is.
const FEW: usize = 24;

/// The course before and after a step.
#[derive(Debug, Clone)]
pub(super) struct CourseChange {
    pub before: Course,
    pub after: Course,
}

/// One record that a deed touched.
#[derive(Debug, Clone)]
pub(super) enum Touch {
    /// A note; `None` is a note that is not there, or struck out.
    Note(Box<NoteTouch>),
    /// A tick that was set.
    Tick(RecordId, Asked),
    /// A change of the day.
    Change(Box<ChangeTouch>),
    /// A finding.
    Finding(Box<FindingChange>),
    /// A sign-off.
    SignOff(Box<SignTouch>),
    /// What this writer wants of where a note stands, and of its tags.
    Placing(Box<PlacingTouch>),
}

/// A placing of this writer before and after a deed; `None` is one that wants nothing.
#[derive(Debug, Clone)]
pub(super) struct PlacingTouch {
    pub note: RecordId,
    pub before: Option<Placing>,
    pub after: Option<Placing>,
}

impl From<PlacingTouch> for Touch {
    fn from(touch: PlacingTouch) -> Self {
        Self::Placing(Box::new(touch))
    }
}

/// A sign-off before and after a deed; `None` is one that is not there, or taken back.
#[derive(Debug, Clone)]
pub(super) struct SignTouch {
    pub id: RecordId,
    pub before: Option<SignOff>,
    pub after: Option<SignOff>,
}

impl From<FindingChange> for Touch {
    fn from(change: FindingChange) -> Self {
        Self::Finding(Box::new(change))
    }
}

/// A change of the day before and after a deed; `None` is one that is not there, or taken back.
#[derive(Debug, Clone)]
pub(super) struct ChangeTouch {
    pub change: RecordId,
    pub before: Option<DayChange>,
    pub after: Option<DayChange>,
}

impl From<ChangeTouch> for Touch {
    fn from(touch: ChangeTouch) -> Self {
        Self::Change(Box::new(touch))
    }
}

/// A note before and after a deed.
#[derive(Debug, Clone)]
pub(super) struct NoteTouch {
    pub note: RecordId,
    pub private: bool,
    pub before: Option<Note>,
    pub after: Option<Note>,
    /// Whether its words are to be gone where it is struck out, since it became private.
    pub erase: bool,
}

impl Touch {
    /// Whether today's plan is another one by it; a step by hand leaves it as it is.
    fn changes_the_plan(&self) -> bool {
        let Self::Change(touch) = self else { return false };
        let said = touch.after.as_ref().or(touch.before.as_ref());
        said.is_some_and(|change| !matches!(change.what, Change::Stepped { .. }))
    }
}

impl From<NoteTouch> for Touch {
    fn from(touch: NoteTouch) -> Self {
        Self::Note(Box::new(touch))
    }
}

impl Day {
    /// Does a deed: writes what it touches, and remembers it.
    pub(super) fn perform(&mut self, at: At, done: Done, reply: &mut Reply) {
        self.write(at, &done, true, reply);
        self.forget_undone(reply);
        if done.deed.ends_an_offer() {
            self.prompts.offered.clear();
        }
        self.history.done.push(done);
        self.history.refused = false;
    }

    /// What was undone can be done again no more, so the journal need not keep its words: those of a note that another
    /// undone one took the place of in the line.
    fn forget_undone(&mut self, reply: &mut Reply) {
        let undone = std::mem::take(&mut self.history.undone);
        let in_line = self.capture.started().map(|started| started.note);
        let notes = undone.iter().filter_map(Done::saved_note);
        for note in notes.filter(|note| Some(*note) != in_line) {
            forget_unless_kept(note, reply);
        }
    }

    /// Undoes the last deed of this sitting and says which.
    pub(super) fn undo(&mut self, at: At, reply: &mut Reply) {
        if std::mem::take(&mut self.history.refused)
            && let Some(next) = self.history.done.last()
        {
            // Whoever asked for another deed to be undone is told first which one it would be.
            return reply.say(Notice::WouldBeUndone(next.deed, next.words()));
        }
        match self.history.done.pop() {
            Some(done) => self.take_back(at, done, reply),
            None => reply.say(Notice::NothingToUndo),
        }
    }

    /// Undoes the last deed that changed the plan, also where notes were made since; `false` if there is none, or the
    /// plan was changed otherwise since.
    pub(super) fn undo_last_of_plan(&mut self, at: At, reply: &mut Reply) -> bool {
        let changes = |done: &Done| done.touched.iter().any(Touch::changes_the_plan);
        let last = self.history.done.iter().rposition(changes);
        let of_plan = |at: &usize| {
            let done = self.history.done.get(*at);
            done.is_some_and(|done| done.deed == Deed::ChangedThePlan)
        };
        let Some(last) = last.filter(of_plan) else {
            return false;
        };
        let done = self.history.done.remove(last);
        self.take_back(at, done, reply);
        true
    }

    fn take_back(&mut self, at: At, done: Done, reply: &mut Reply) {
        if let Some(by) = self.changed_since(&done, true) {
            self.history.refused = true;
            return reply.say(Notice::ChangedSince { by, again: false });
        }
        let done = self.with_what_it_made_void(done);
        self.write(at, &done, false, reply);
        self.prompts.offered.clear();
        if let (Deed::Noted(_), Some(Touch::Note(touch))) = (done.deed, done.touched.first()) {
            self.bring_back(touch, reply);
        }
        reply.say(Notice::Undone(done.deed, done.words()));
        self.history.undone.push(done);
        self.history.undone_last = true;
    }

    /// Does again what was undone last.
    pub(super) fn redo(&mut self, at: At, reply: &mut Reply) {
        let Some(done) = self.history.undone.pop() else {
            return reply.say(Notice::NothingToRedo);
        };
        if let Some(by) = self.changed_since(&done, false) {
            return reply.say(Notice::ChangedSince { by, again: true });
        }
        let in_line = self.capture.started().map(|started| started.note);
        self.write(at, &done, true, reply);
        self.prompts.offered.clear();
        if let Some(note) = done.saved_note() {
            if in_line == Some(note) {
                self.capture.clear();
            }
            forget_unless_kept(note, reply);
        }
        reply.say(Notice::Redone(done.deed, done.words()));
        self.history.done.push(done);
    }

    /// Whether somebody else changed what a deed touched, since it was done or undone; with their name, if it is known.
    #[expect(
        clippy::option_option,
        reason = "a change by somebody whose name is not known is a change"
    )]
    fn changed_since(&self, done: &Done, was_done: bool) -> Option<Option<String>> {
        let by = done.touched.iter().rev().find_map(|touch| {
            let me = self.me.writer;
            match touch {
                // What others want of a note is theirs to say, and stands beside it.
                Touch::Placing(_) => None,
                Touch::Note(touch) if touch.private => None,
                Touch::Note(touch) => {
                    let left = if was_done { &touch.after } else { &touch.before };
                    self.records.notes.last_by_another(touch.note, me, left.as_ref())
                }
                Touch::Tick(id, asked) => {
                    self.records
                        .asked
                        .last_by_another(*id, me, was_done.then_some(asked))
                }
                Touch::Change(touch) => {
                    let left = if was_done { &touch.after } else { &touch.before };
                    self.changed_by_another(touch, left.as_ref())
                }
                Touch::Finding(change) => {
                    let left = if was_done { &change.after } else { &change.before };
                    self.records
                        .findings
                        .last_by_another(change.id, me, left.as_ref())
                }
                Touch::SignOff(touch) => {
                    let left = if was_done { &touch.after } else { &touch.before };
                    self.records
                        .sign_offs
                        .last_by_another(touch.id, me, left.as_ref())
                }
            }
        })?;
        Some(self.name_of(by).map(str::to_string))
    }

    /// Puts the text, kind and place of a note whose saving was undone back into the line.
    fn bring_back(&mut self, touch: &NoteTouch, reply: &mut Reply) {
        let Some(note) = &touch.after else { return };
        let mine = super::Mine {
            note: touch.note,
            private: touch.private,
        };
        let rev = self.note_as_written(mine).map_or(0, |record| record.rev);
        let line = self.line_of(note, touch.private);
        let original = Original {
            note: note.clone(),
            rev,
            private: touch.private,
            line: line.clone(),
        };
        let purpose = Purpose::Revive(Box::new(original));
        let place = note.place.clone();
        self.capture.open(
            Started {
                note: touch.note,
                begun: note.when,
                place,
                purpose,
            },
            &line,
        );
        self.keep_draft(reply);
    }

    /// The line that reads as this note.
    pub(super) fn line_of(&self, note: &Note, private: bool) -> String {
        let line = signs::Line {
            kind: note.kind,
            important: note.important,
            private,
            by: (note.by.id != note.typed_by.id).then(|| note.by.id.clone()),
            text: note.text.clone(),
        };
        signs::write_line(&line, &self.today.plan.people)
    }
}

/// Has the open line of `note` forgotten, unless the journal was just told to keep it as an entered one.
pub(super) fn forget_unless_kept(note: RecordId, reply: &mut Reply) {
    let keeps = |effect: &Effect| matches!(effect, Effect::KeepDraft(draft) if draft.note == note);
    if !reply.effects.iter().any(keeps) {
        reply.effects.push(Effect::ForgetDraft(note));
    }
}
