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
    Erase {
        note: RecordId,
        /// Whether it was told already that it can't be done yet.
        told: bool,
    },
}

/// What is told about the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Whether what is typed is in the journal: told when that changes.
    Kept(bool),
    /// Whether no word of a discarded line is on the disk any more: told when that is so, and once if it can't be yet.
    Erased(bool),
}

impl Change {
    fn keeps(&self, line: RecordId) -> bool {
        matches!(self, Self::Keep(draft) if draft.note == line)
    }

    fn erases(&self) -> bool {
        matches!(self, Self::Erase { .. })
    }

    fn erases_line(&self, line: RecordId) -> bool {
        matches!(self, Self::Erase { note, .. } if *note == line)
    }

    /// The same after it failed once, which was told.
    fn was_told(self) -> Self {
        match self {
            Self::Erase { note, .. } => Self::Erase { note, told: true },
            other => other,
        }
    }
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
    tell: Box<dyn Fn(Told) + Send + Sync>,
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
    /// Starts the thread for `journal`; `tell` hears when it can't be written any more, when it can again, and what
    /// became of lines to be erased.
    ///
    /// # Errors
    /// If no thread can be had.
    pub fn start(journal: Journal, tell: impl Fn(Told) + Send + Sync + 'static) -> std::io::Result<Self> {
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

    /// No word of the line of this note may stay on the disk. The thread sees to it before anything else is written,
    /// and tells when it is done; if it can't be yet, it is tried again like everything that waits.
    pub fn erase(&self, note: RecordId) {
        let mut waiting = locked(&self.shared.waiting);
        waiting.changes.retain(|change| !change.keeps(note));
        let after = waiting
            .changes
            .iter()
            .take_while(|change| change.erases())
            .count();
        waiting.changes.insert(after, Change::Erase { note, told: false });
        waiting.urgent = true;
        drop(waiting);
        self.shared.bell.notify_one();
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
        let mut changes = changes.into_iter();
        for change in changes.by_ref() {
            let (written, length) = match &change {
                Change::Keep(draft) => (journal.keep(draft), draft.text.len()),
                Change::Forget(note) => (journal.forget(*note), 0),
                Change::Erase { note, told } => {
                    let erased = journal.erase(*note);
                    if erased.is_ok() || !told {
                        (self.shared.tell)(Told::Erased(erased.is_ok()));
                    }
                    (erased, 0)
                }
            };
            locked(&self.shared.waiting).written_length = length;
            if written.is_err() {
                let waits_for_it = change.erases();
                failed.push(change.was_told());
                if waits_for_it {
                    break;
                }
            }
        }
        failed.extend(changes);
        self.keep_waiting(failed)
    }

    /// Puts what could not be written back in front of what came meanwhile; whether there was nothing.
    fn keep_waiting(&self, mut failed: Vec<Change>) -> bool {
        let mut waiting = locked(&self.shared.waiting);
        let all_written = failed.is_empty();
        // A line that was discarded meanwhile is not kept, and what erases it stays in front.
        let is_discarded = |change: &Change| match change {
            Change::Keep(draft) => waiting.changes.iter().any(|newer| newer.erases_line(draft.note)),
            _ => false,
        };
        failed.retain(|change| !is_discarded(change));
        failed.append(&mut waiting.changes);
        failed.sort_by_key(|change| !change.erases());
        waiting.changes = failed;
        let news = waiting.failing == all_written;
        waiting.failing = !all_written;
        drop(waiting);
        if news {
            (self.shared.tell)(Told::Kept(all_written));
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
        let keeper = DraftKeeper::start(journal, move |news| locked(&tell).send(news).unwrap()).unwrap();
        keeper.keep(draft("every pupil answers"));
        let wait = Duration::from_secs(20);
        assert_eq!(told.recv_timeout(wait), Ok(Told::Kept(false)));
        std::fs::remove_dir(&path).unwrap();
        assert_eq!(told.recv_timeout(wait), Ok(Told::Kept(true)));
        let _written = keeper.end();
        assert_eq!(Journal::open(&path).1, [draft("every pupil answers")]);
    }

    /// A keeper for the journal at `path`, and what it tells.
    fn telling(path: &std::path::Path) -> (DraftKeeper, mpsc::Receiver<Told>) {
        let (tell, told) = mpsc::channel();
        let tell = Mutex::new(tell);
        let tell = move |news| {
            // A test that is over listens no more.
            let _ended = locked(&tell).send(news);
        };
        (DraftKeeper::start(Journal::open(path).0, tell).unwrap(), told)
    }

    fn another(text: &str) -> Draft {
        Draft {
            note: RecordId(uuid::Uuid::from_u128(2)),
            ..draft(text)
        }
    }

    const DEADLINE: Duration = Duration::from_secs(20);

    #[test]
    fn an_erased_line_is_gone_when_it_is_said_to_be() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("the.journal");
        let (keeper, told) = telling(&path);
        keeper.keep(draft("zebracrossing"));
        assert!(keeper.flush());
        keeper.keep(draft("zebracrossing again"));
        keeper.erase(draft("").note);
        assert_eq!(told.recv_timeout(DEADLINE), Ok(Told::Erased(true)));
        assert_eq!(std::fs::read(&path).unwrap(), b"");
        let _written = keeper.end();
    }

    #[test]
    fn erasing_waits_for_no_disk_and_nothing_is_written_before_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("the.journal");
        let (keeper, told) = telling(&path);
        keeper.keep(draft("zebracrossing"));
        keeper.keep(another("cubes"));
        assert!(keeper.flush());

        // Whoever writes to the journal holds it: a disk that stalls holds it for long.
        let stalled = locked(&keeper.shared.journal);
        keeper.keep(draft("zebracrossing again"));
        keeper.keep(another("cubes on the desk"));
        let (of_key, (done, pressed)) = (keeper.clone(), mpsc::channel());
        std::thread::spawn(move || {
            of_key.erase(draft("").note);
            done.send(()).unwrap();
        });
        let pressed = pressed.recv_timeout(DEADLINE);
        assert_eq!(
            told.try_recv(),
            Err(mpsc::TryRecvError::Empty),
            "it is not done yet"
        );
        drop(stalled);
        assert_eq!(pressed, Ok(()), "the key waited for the disk");

        assert_eq!(told.recv_timeout(DEADLINE), Ok(Told::Erased(true)));
        let _written = keeper.end();
        assert_eq!(Journal::open(&path).1, [another("cubes on the desk")]);
        let bytes = std::fs::read(&path).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("zebra"));
    }

    #[test]
    fn while_a_line_cannot_be_erased_nothing_else_is_written_and_then_both_are_done() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("the.journal");
        // What remains is written into a file beside it; a folder of that name is in the way.
        let (keeper, told) = telling(&path);
        keeper.keep(draft("zebracrossing"));
        keeper.keep(another("cubes"));
        assert!(keeper.flush());
        let before = std::fs::read(&path).unwrap();
        let in_the_way = dir
            .path()
            .join(format!(".the.journal.{}.tmp", std::process::id()));
        std::fs::create_dir(&in_the_way).unwrap();

        keeper.erase(draft("").note);
        assert_eq!(told.recv_timeout(DEADLINE), Ok(Told::Erased(false)));
        assert_eq!(told.recv_timeout(DEADLINE), Ok(Told::Kept(false)));
        keeper.keep(another("cubes on the desk"));
        assert!(!keeper.flush());
        assert_eq!(std::fs::read(&path).unwrap(), before, "nothing goes before it");

        std::fs::remove_dir(&in_the_way).unwrap();
        assert!(keeper.flush());
        assert_eq!(told.recv_timeout(DEADLINE), Ok(Told::Erased(true)));
        let _written = keeper.end();
        assert_eq!(Journal::open(&path).1, [another("cubes on the desk")]);
    }
}
