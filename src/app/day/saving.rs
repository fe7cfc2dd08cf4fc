//! What is on its way to the disk, and what the disk has confirmed.

use crate::{
    app::{
        elsewhere::{Elsewhere, Until},
        message::SaveFault,
    },
    domain::{draft::Draft, ids::RecordId, stamp::Stamp},
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
    /// Whether the line in progress can't be kept in the journal.
    pub draft_unkept: bool,
    /// Whether the disk can't promise to keep it through a power cut.
    pub weaker: bool,
    /// What lies in another folder, while the first place takes nothing.
    pub elsewhere: Option<Elsewhere>,
    /// How far the copy goes that was asked for last.
    pub(in crate::app) asked_elsewhere: Option<Until>,
    lines: Vec<(u64, Draft)>,
}

impl Saving {
    /// The number for one more save; `lines` are in the journal until it is on the disk.
    pub(super) fn begin(&mut self, lines: Vec<Draft>) -> u64 {
        self.asked += 1;
        self.lines
            .extend(lines.into_iter().map(|line| (self.asked, line)));
        self.asked
    }

    /// The line last entered for `note`, if the disk has not confirmed it.
    pub(super) fn waiting_line(&self, note: RecordId) -> Option<&Draft> {
        let of_note = |(_, line): &&(u64, Draft)| line.note == note;
        self.lines.iter().rev().find(of_note).map(|(_, line)| line)
    }

    /// Everything up to the save `serial` is on the disk; the notes of which no line needs to be kept any more.
    pub(super) fn confirm(&mut self, serial: u64, weaker: bool, now: Stamp) -> Vec<RecordId> {
        self.confirmed = self.confirmed.max(serial);
        self.weaker = weaker;
        self.fault = None;
        if self.all_saved() {
            self.saved_at = Some(now);
        }
        let (safe, waiting): (Vec<_>, Vec<_>) = std::mem::take(&mut self.lines)
            .into_iter()
            .partition(|(number, _)| *number <= serial);
        self.lines = waiting;
        let safe = safe.into_iter().map(|(_, line)| line.note);
        safe.filter(|note| self.waiting_line(*note).is_none()).collect()
    }

    /// The number of the last save that was asked for.
    #[must_use]
    pub fn last_asked(&self) -> u64 {
        self.asked
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
