//! Keeps the line in progress in the journal, never more than a moment behind the keys.
//!
//! A thread of its own writes, so that typing never waits for a disk. The loop only leaves the latest draft here; the
//! thread is woken for the first change and then looks again after `BEHIND`, or at once when much was typed.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use crate::{
    domain::{draft::Draft, ids::RecordId},
    storage::journal::Journal,
};

/// How long the journal may be behind the keys.
const BEHIND: Duration = Duration::from_millis(150);
/// How long after a failure it is tried again, unless more is typed.
const TRY_AGAIN: Duration = Duration::from_secs(2);
/// How many typed bytes may be missing from the journal before it is written at once.
const MUCH: usize = 12;

/// What is to be written to the journal.
#[derive(Debug, Clone)]
enum Change {
    Keep(Draft),
    Forget(RecordId),
    Erase(RecordId),
}

#[derive(Debug, Default)]
struct Waiting {
    changes: Vec<Change>,
    written_length: usize,
    urgent: bool,
    failing: bool,
    ended: bool,
}

struct Shared {
    waiting: Mutex<Waiting>,
    bell: Condvar,
    journal: Mutex<Journal>,
    tell: Box<dyn Fn(bool) + Send + Sync>,
}

/// A handle on the journal's thread; its clones are the same journal.
#[derive(Clone)]
pub struct DraftKeeper {
    shared: Arc<Shared>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl DraftKeeper {
    /// Starts the thread for `journal`; `tell` hears when it can't be written any more, and when it can again.
    ///
    /// # Errors
    /// If no thread can be had.
    pub fn start(journal: Journal, tell: impl Fn(bool) + Send + Sync + 'static) -> std::io::Result<Self> {
        let shared = Shared {
            waiting: Mutex::default(),
            bell: Condvar::new(),
            journal: Mutex::new(journal),
            tell: Box::new(tell),
        };
        let keeper = Self {
            shared: Arc::new(shared),
        };
        let of_thread = keeper.clone();
        std::thread::Builder::new()
            .name("journal".into())
            .spawn(move || of_thread.run())?;
        Ok(keeper)
    }

    /// The line in progress is now this.
    pub fn keep(&self, draft: Draft) {
        let mut waiting = locked(&self.shared.waiting);
        let was_idle = waiting.changes.is_empty();
        let much = draft.text.len().abs_diff(waiting.written_length) >= MUCH || draft.entered || draft.hidden;
        let wake = was_idle || (much && !waiting.urgent);
        waiting.urgent |= much;
        match waiting.changes.last_mut() {
            Some(Change::Keep(last)) if last.note == draft.note => *last = draft,
            _ => waiting.changes.push(Change::Keep(draft)),
        }
        drop(waiting);
        if wake {
            self.shared.bell.notify_one();
        }
    }

    /// The line of this note is no more.
    pub fn forget(&self, note: RecordId) {
        let mut waiting = locked(&self.shared.waiting);
        waiting.changes.push(Change::Forget(note));
        waiting.urgent = true;
        drop(waiting);
        self.shared.bell.notify_one();
    }

    /// No word of the line of this note may stay on the disk; waits until that is done. Whether it is: if not, it is
    /// tried again like everything that waits.
    #[must_use]
    pub fn erase(&self, note: RecordId) -> bool {
        let mut waiting = locked(&self.shared.waiting);
        let of_line = |change: &Change| matches!(change, Change::Keep(draft) if draft.note == note);
        waiting.changes.retain(|change| !of_line(change));
        waiting.changes.push(Change::Erase(note));
        waiting.urgent = true;
        drop(waiting);
        let erased = self.flush();
        self.shared.bell.notify_one();
        erased
    }

    /// Writes what waits, from whatever thread; whether all of it is in the journal.
    #[must_use]
    pub fn flush(&self) -> bool {
        let mut journal = locked(&self.shared.journal);
        let changes = {
            let mut waiting = locked(&self.shared.waiting);
            waiting.urgent = false;
            std::mem::take(&mut waiting.changes)
        };
        let mut failed = Vec::new();
        for change in changes {
            let (written, length) = match &change {
                Change::Keep(draft) => (journal.keep(draft), draft.text.len()),
                Change::Forget(note) => (journal.forget(*note), 0),
                Change::Erase(note) => (journal.erase(*note), 0),
            };
            if written.is_err() {
                failed.push(change);
            }
            locked(&self.shared.waiting).written_length = length;
        }
        self.keep_waiting(failed)
    }

    /// Puts what could not be written back in front of what came meanwhile; whether there was nothing.
    fn keep_waiting(&self, mut failed: Vec<Change>) -> bool {
        let mut waiting = locked(&self.shared.waiting);
        let all_written = failed.is_empty();
        failed.append(&mut waiting.changes);
        waiting.changes = failed;
        let news = waiting.failing == all_written;
        waiting.failing = !all_written;
        drop(waiting);
        if news {
            (self.shared.tell)(all_written);
        }
        all_written
    }

    /// Writes what waits and ends the thread; whether all of it is in the journal.
    #[must_use]
    pub fn end(&self) -> bool {
        let written = self.flush();
        locked(&self.shared.waiting).ended = true;
        self.shared.bell.notify_one();
        written
    }

    fn run(&self) {
        loop {
            let waiting = locked(&self.shared.waiting);
            let idle = |waiting: &mut Waiting| waiting.changes.is_empty() && !waiting.ended;
            let waiting = self
                .shared
                .bell
                .wait_while(waiting, idle)
                .unwrap_or_else(PoisonError::into_inner);
            let behind = if waiting.failing { TRY_AGAIN } else { BEHIND };
            let calm = |waiting: &mut Waiting| !waiting.urgent && !waiting.ended;
            let (waiting, _) = self
                .shared
                .bell
                .wait_timeout_while(waiting, behind, calm)
                .unwrap_or_else(PoisonError::into_inner);
            let ended = waiting.ended;
            drop(waiting);
            let _written = self.flush();
            if ended {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;
    use crate::domain::{
        ids::{RecordId, SlotId},
        route::PlaceId,
    };

    fn draft(text: &str) -> Draft {
        Draft {
            note: RecordId(uuid::Uuid::from_u128(1)),
            rev: 1,
            text: text.into(),
            cursor: 0,
            begun: "2026-12-01T09:16:00+00:00".parse().unwrap(),
            place: PlaceId {
                slot: SlotId::new("a"),
                visit: None,
            },
            prompt: None,
            private: false,
            entered: false,
            entered_before: None,
            hidden: false,
        }
    }

    #[test]
    fn what_could_not_be_kept_is_said_and_kept_later() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("the.journal");
        std::fs::create_dir(&path).unwrap();
        let (tell, told) = mpsc::channel();
        let tell = Mutex::new(tell);
        let journal = Journal::open(&path).0;
        let keeper = DraftKeeper::start(journal, move |kept| locked(&tell).send(kept).unwrap()).unwrap();
        keeper.keep(draft("every pupil answers"));
        let wait = Duration::from_secs(20);
        assert_eq!(told.recv_timeout(wait), Ok(false));
        std::fs::remove_dir(&path).unwrap();
        assert_eq!(told.recv_timeout(wait), Ok(true));
        let _written = keeper.end();
        assert_eq!(Journal::open(&path).1, [draft("every pupil answers")]);
    }

    #[test]
    fn an_erased_line_is_gone_when_it_is_said_to_be() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("the.journal");
        let keeper = DraftKeeper::start(Journal::open(&path).0, |_| ()).unwrap();
        keeper.keep(draft("zebracrossing"));
        assert!(keeper.flush());
        keeper.keep(draft("zebracrossing again"));
        assert!(keeper.erase(draft("").note));
        assert_eq!(std::fs::read(&path).unwrap(), b"");
        let _written = keeper.end();
        std::fs::remove_file(&path).unwrap();
        std::fs::create_dir(&path).unwrap();
        let keeper = DraftKeeper::start(Journal::open(&path).0, |_| ()).unwrap();
        assert!(!keeper.erase(draft("").note), "it can't be written");
        let _written = keeper.end();
    }
}
