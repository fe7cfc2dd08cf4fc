//! What judging deeds takes, counted.

use std::cell::Cell;

#[derive(Debug, Clone, Copy, Default)]
pub(in crate::domain::today) struct Work {
    /// Ids of marks that were looked for.
    pub looked_for: usize,
    /// Deeds that were compared, each way.
    pub compared: usize,
    /// Days that were worked out.
    pub folded: usize,
}

thread_local! {
    static WORK: Cell<Work> = Cell::default();
}

pub(super) fn count(more: impl FnOnce(&mut Work)) {
    let mut work = WORK.get();
    more(&mut work);
    WORK.set(work);
}

pub(in crate::domain::today) fn worked_for(what: impl FnOnce()) -> Work {
    WORK.take();
    what();
    WORK.take()
}
