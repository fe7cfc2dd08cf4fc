//! What has been typed and is not yet in the draft journal, within reach of a panic hook and of the signal thread.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};

/// How often a lock that is held is asked for again: it is only ever held for the time of a swap.
const TRIES: u32 = 10_000;

/// One draft, shared between the loop and whoever must save it when the loop no longer can.
#[derive(Debug, Clone, Default)]
pub struct DraftSlot(Arc<Mutex<Option<Vec<u8>>>>);

/// What became of the draft in the slot.
#[derive(Debug)]
pub enum Flushed {
    /// The slot was empty: everything typed is in the journal already.
    Nothing,
    /// The draft was written, and the slot is empty.
    Kept,
    /// The draft could not be written, and is in the slot still.
    Failed(io::Error),
    /// Another thread holds the slot and never lets go.
    OutOfReach,
}

impl DraftSlot {
    /// An empty slot.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts the bytes of the present draft in, in place of the last; `None` once they are in the journal.
    ///
    /// For the loop alone, which may wait: whoever flushes holds the slot for the time of a swap.
    pub fn set(&self, draft: Option<Vec<u8>>) {
        let mut slot = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let old = std::mem::replace(&mut *slot, draft);
        // Freed outside the lock.
        drop(slot);
        drop(old);
    }

    /// Takes the draft out and hands it to `write`; two who flush at once never write it twice.
    ///
    /// Never waits for a lock, so that a panic hook can't be held up by the thread that panicked.
    pub fn flush_with(&self, write: impl FnOnce(&[u8]) -> io::Result<()>) -> Flushed {
        let Some(mut slot) = self.reach() else {
            return Flushed::OutOfReach;
        };
        let taken = slot.take();
        drop(slot);
        let Some(draft) = taken else {
            return Flushed::Nothing;
        };
        match write(&draft) {
            Ok(()) => Flushed::Kept,
            Err(fault) => {
                self.put_back(draft);
                Flushed::Failed(fault)
            }
        }
    }

    /// Returns a draft that was not written, unless a newer one has come in meanwhile.
    fn put_back(&self, draft: Vec<u8>) {
        if let Some(mut slot) = self.reach() {
            slot.get_or_insert(draft);
        }
    }

    fn reach(&self) -> Option<MutexGuard<'_, Option<Vec<u8>>>> {
        for _ in 0..TRIES {
            match self.0.try_lock() {
                Ok(slot) => return Some(slot),
                // A draft that a panicking thread put in is as good as any other.
                Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
                Err(TryLockError::WouldBlock) => std::thread::yield_now(),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flushed(slot: &DraftSlot) -> Option<Vec<u8>> {
        let mut written = None;
        slot.flush_with(|bytes| {
            written = Some(bytes.to_vec());
            Ok(())
        });
        written
    }

    #[test]
    fn the_newest_draft_is_written_once() {
        let slot = DraftSlot::new();
        slot.set(Some(b"+ every pu".to_vec()));
        slot.set(Some(b"+ every pupil".to_vec()));

        assert_eq!(flushed(&slot.clone()), Some(b"+ every pupil".to_vec()));
        assert_eq!(flushed(&slot), None);
    }

    #[test]
    fn a_journaled_draft_is_not_written_again() {
        let slot = DraftSlot::new();
        slot.set(Some(b"- two wait".to_vec()));
        slot.set(None);

        assert!(matches!(slot.flush_with(|_| Ok(())), Flushed::Nothing));
    }

    #[test]
    fn a_draft_that_could_not_be_written_stays() {
        let slot = DraftSlot::new();
        slot.set(Some(b"? why".to_vec()));

        let outcome = slot.flush_with(|_| Err(io::ErrorKind::StorageFull.into()));

        assert!(matches!(outcome, Flushed::Failed(fault) if fault.kind() == io::ErrorKind::StorageFull));
        assert_eq!(flushed(&slot), Some(b"? why".to_vec()));
    }

    #[test]
    fn a_newer_draft_outlives_one_that_could_not_be_written() {
        let slot = DraftSlot::new();
        slot.set(Some(b"old".to_vec()));

        slot.flush_with(|_| {
            slot.set(Some(b"new".to_vec()));
            Err(io::ErrorKind::StorageFull.into())
        });

        assert_eq!(flushed(&slot), Some(b"new".to_vec()));
    }

    #[test]
    fn a_slot_held_for_ever_holds_nobody_up() {
        let slot = DraftSlot::new();
        slot.set(Some(b"kept".to_vec()));
        let held = slot.0.lock().unwrap();

        assert!(matches!(slot.flush_with(|_| Ok(())), Flushed::OutOfReach));

        drop(held);
        assert_eq!(flushed(&slot), Some(b"kept".to_vec()));
    }

    #[test]
    fn a_draft_survives_the_thread_that_panicked_with_it() {
        let slot = DraftSlot::new();
        slot.set(Some(b"kept".to_vec()));
        let its = slot.clone();
        let ended = std::thread::spawn(move || {
            let _held = its.0.lock().unwrap();
            panic!("with the slot in hand");
        })
        .join();

        assert!(ended.is_err());
        assert_eq!(flushed(&slot), Some(b"kept".to_vec()));
    }
}
