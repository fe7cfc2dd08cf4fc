//! What is on its way to the disk, and what the disk has confirmed.

use crate::{
    app::message::SaveFault,
    domain::{ids::RecordId, stamp::Stamp},
};

/// The state of saving.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saving {
    asked: u64,
    confirmed: u64,
    /// When the disk last confirmed everything.
    pub saved_at: Option<Stamp>,
    /// Why saving fails at present.
    pub fault: Option<SaveFault>,
    /// Whether the disk can't promise to keep it through a power cut.
    pub weaker: bool,
    lines: Vec<(u64, RecordId)>,
}

impl Saving {
    /// The number for one more save; `line` is the draft that it makes safe.
    pub(super) fn begin(&mut self, line: Option<RecordId>) -> u64 {
        self.asked += 1;
        self.lines.extend(line.map(|line| (self.asked, line)));
        self.asked
    }

    /// Everything up to the save `serial` is on the disk; the drafts that are safe by it.
    pub(super) fn confirm(&mut self, serial: u64, weaker: bool, now: Stamp) -> Vec<RecordId> {
        self.confirmed = self.confirmed.max(serial);
        self.weaker = weaker;
        self.fault = None;
        if self.all_saved() {
            self.saved_at = Some(now);
        }
        let (safe, waiting) = std::mem::take(&mut self.lines)
            .into_iter()
            .partition(|(number, _)| *number <= serial);
        self.lines = waiting;
        Vec::into_iter(safe).map(|(_, line)| line).collect()
    }

    /// Whether the disk has confirmed everything.
    #[must_use]
    pub fn all_saved(&self) -> bool {
        self.confirmed >= self.asked
    }

    /// How many saves the disk has not confirmed.
    #[must_use]
    pub fn waiting(&self) -> u64 {
        self.asked - self.confirmed
    }
}
