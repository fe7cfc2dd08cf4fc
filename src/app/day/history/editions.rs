//! What a deed writes: the next edition of each record that it touched, on the screen and on its way to the disk.

use super::{Done, PlacingTouch, Touch};
use crate::{
    app::{
        day::{Day, Reply},
        message::{At, Effect},
    },
    domain::{
        day_change::{Change, DayChange},
        draft::Draft,
        ids::RecordId,
        note::Note,
        placing::Placing,
        record::{Record, Shelf},
        records::Entry,
        stamp::Stamp,
        today,
    },
};

impl Day {
    pub(in crate::app::day) fn write(&mut self, at: At, done: &Done, forward: bool, reply: &mut Reply) {
        let mut entries = Vec::new();
        let mut private = Vec::new();
        for touch in &done.touched {
            let before = self.replaced(touch).filter(|_| forward);
            match self.edition(at.now, touch, forward) {
                Some(Edition::Shared(Entry::Change(next))) => {
                    let kept = before.map(|before| Entry::Change(today::kept_before(&before, &next)));
                    for entry in kept.into_iter().chain([Entry::Change(next)]) {
                        self.records.join(entry.clone());
                        entries.push(entry);
                    }
                }
                Some(Edition::Shared(entry)) => {
                    self.records.join(entry.clone());
                    entries.push(entry);
                }
                Some(Edition::Private(note)) => {
                    self.private.join(note.clone());
                    private.push(note);
                }
                None => {}
            }
        }
        let lines = self.lines_until_saved(&entries, &private);
        reply.effects.extend(lines.iter().cloned().map(Effect::KeepDraft));
        if let Some(course) = &done.course {
            self.course = if forward {
                course.after.clone()
            } else {
                course.before.clone()
            };
        }
        if done.touched.iter().any(Touch::changes_the_plan) {
            self.refresh_today(at.now);
        }
        if !entries.is_empty() || !private.is_empty() {
            let serial = self.saving.begin(lines);
            reply.effects.push(Effect::Save {
                serial,
                entries,
                private,
            });
        }
        self.refresh_board();
    }

    /// The notes among these editions as the journal keeps them until the disk confirms them.
    ///
    /// A note that moved between the shared and the private file is kept as a change of the one it came from, so that
    /// entering it again strikes it out there.
    fn lines_until_saved(&self, entries: &[Entry], private: &[Record<Note>]) -> Vec<Draft> {
        let shared = entries.iter().filter_map(|entry| match entry {
            Entry::Note(note) => Some((note, false)),
            _ => None,
        });
        let notes: Vec<(&Record<Note>, bool)> =
            shared.chain(private.iter().map(|note| (note, true))).collect();
        let standing = notes.iter().filter(|(note, _)| !note.deleted);
        let kept = standing.map(|&(note, is_private)| {
            let struck_out = notes
                .iter()
                .find(|(other, _)| other.id == note.id && other.deleted);
            let on_its_way = self.saving.waiting_line(note.id);
            let (rev, was_private) = match (struck_out, on_its_way) {
                (Some((other, was_private)), _) => (other.rev, *was_private),
                (None, Some(line)) if line.private != is_private => (line.rev, line.private),
                (None, _) => (note.rev, is_private),
            };
            let text = self.line_of(&note.body, is_private);
            Draft {
                note: note.id,
                rev,
                cursor: text.chars().count(),
                text,
                begun: note.body.when,
                place: note.body.place.id(),
                prompt: note.body.place.prompt.as_ref().map(|prompt| prompt.id.clone()),
                private: was_private,
                entered: true,
                entered_before: None,
                hidden: false,
            }
        });
        kept.collect()
    }

    /// What this writer says until now of what a change of the day is about.
    fn replaced(&self, touch: &Touch) -> Option<Record<DayChange>> {
        let Touch::Change(touch) = touch else { return None };
        let own = self.records.changes.editions(touch.change)?.by(self.me.writer)?;
        (!own.deleted && !matches!(own.body.what, Change::Stepped { .. })).then(|| own.clone())
    }

    /// The next edition of what `touch` names.
    fn edition(&mut self, now: Stamp, touch: &Touch, forward: bool) -> Option<Edition> {
        match touch {
            Touch::Note(touch) => {
                let wanted = if forward { &touch.after } else { &touch.before };
                let notes = if touch.private {
                    &self.private
                } else {
                    &self.records.notes
                };
                let mut record = self.next_edition(notes, touch.note, now, wanted.clone())?;
                if wanted.is_none() && touch.erase {
                    record.body.text.clear();
                    record.body.tags.clear();
                }
                self.count(&record);
                Some(if touch.private {
                    Edition::Private(record)
                } else {
                    Edition::Shared(Entry::Note(record))
                })
            }
            Touch::Tick(id, asked) => {
                let wanted = forward.then(|| asked.clone());
                let record = self.next_edition(&self.records.asked, *id, now, wanted)?;
                self.count(&record);
                Some(Edition::Shared(Entry::Asked(record)))
            }
            Touch::Change(touch) => {
                let wanted = if forward { &touch.after } else { &touch.before };
                let mut record =
                    self.next_edition(&self.records.changes, touch.change, now, wanted.clone())?;
                // With each edition, so that it can be told what its writer had marked before.
                record.seq = self.me.next_seq;
                self.count(&record);
                Some(Edition::Shared(Entry::Change(record)))
            }
            Touch::Finding(change) => {
                let wanted = if forward { &change.after } else { &change.before };
                let record = self.next_edition(&self.records.findings, change.id, now, wanted.clone())?;
                self.count(&record);
                Some(Edition::Shared(Entry::Finding(record)))
            }
            Touch::SignOff(touch) => {
                let wanted = if forward { &touch.after } else { &touch.before };
                let record = self.next_edition(&self.records.sign_offs, touch.id, now, wanted.clone())?;
                self.count(&record);
                Some(Edition::Shared(Entry::SignOff(record)))
            }
            Touch::Placing(touch) => self.edition_of_placing(now, touch, forward),
        }
    }

    fn edition_of_placing(&mut self, now: Stamp, touch: &PlacingTouch, forward: bool) -> Option<Edition> {
        let (wanted, other) = if forward {
            (&touch.after, &touch.before)
        } else {
            (&touch.before, &touch.after)
        };
        let id = Placing::id_of(touch.note);
        let mut record = self.next_edition(&self.records.placings, id, now, wanted.clone())?;
        if record.deleted {
            // It wants nothing, and what others want is not said in this writer's name.
            let by = other.as_ref()?.by.clone();
            record.body = Placing::nothing(touch.note, by, now);
        }
        self.count(&record);
        Some(Edition::Shared(Entry::Placing(record)))
    }

    fn next_edition<T: Ord + Clone>(
        &self,
        known: &Shelf<T>,
        id: RecordId,
        now: Stamp,
        wanted: Option<T>,
    ) -> Option<Record<T>> {
        let writer = self.me.writer;
        if known.get(id).is_some() {
            return known.revise(id, writer, now, |record| {
                record.deleted = wanted.is_none();
                if let Some(body) = wanted {
                    record.body = body;
                }
            });
        }
        let body = wanted?;
        let seq = self.me.next_seq;
        Some(Record {
            id,
            writer,
            rev: 1,
            deleted: false,
            seq,
            edited_at: now,
            came_from: Vec::new(),
            body,
        })
    }

    /// The number of a new record is taken.
    fn count<T>(&mut self, record: &Record<T>) {
        if record.seq == self.me.next_seq {
            self.me.next_seq += 1;
        }
    }
}

/// A new edition, by where it is kept.
enum Edition {
    Shared(Entry),
    Private(Record<Note>),
}
