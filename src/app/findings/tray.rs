//! Notes without a place, on the page of the findings: they are counted, found with a key, and placed with it.

use super::{By, FindingsChoice, FindingsNotice, FindingsPage, FindingsPick, Side};
use crate::{
    app::{
        day::{Day, Reply},
        message::At,
        picker::{Choice, Row},
        plan_page::PageReply,
    },
    domain::{
        findings_board::{FindingsBoard, Use},
        ids::RecordId,
        jotted::is_in_tray,
        note::Note,
        record::Record,
        route::PlaceId,
    },
};

/// Whether a note waits in the tray: it has no place, and is neither used nor set aside.
pub(in crate::app) fn waits(note: &Record<Note>, board: &FindingsBoard) -> bool {
    is_in_tray(&note.body.place) && board.use_of(note.id) == Some(&Use::Loose)
}

impl FindingsPage {
    /// How many notes wait in the tray.
    #[must_use]
    pub fn in_tray(&self) -> usize {
        self.tray
    }

    /// Asks for the place of the note or the marked ones; from elsewhere it goes to those that wait.
    pub(super) fn ask_place(&mut self, day: &Day, reply: &mut PageReply) {
        let waits = |note: &RecordId| day.waits_for_place(*note);
        let in_hand: Vec<RecordId> = self.in_hand().into_iter().filter(waits).collect();
        if !in_hand.is_empty() {
            self.pick(day, FindingsPick::Place(in_hand), reply);
        } else if self.tray == 0 {
            reply.tell(FindingsNotice::TrayEmpty);
            reply.keep_letters_off();
        } else {
            self.side = Side::Evidence;
            self.sought.by = Some(By::Tray);
            self.sought.query.clear();
            self.note = None;
            self.nth_note = 0;
        }
    }

    pub(super) fn places(day: &Day) -> Vec<Row> {
        let places = day.all_places().into_iter();
        let row = |place: crate::app::day::AnyPlace| {
            let also = format!("{} {}", place.aside, place.words).to_lowercase();
            let choice = Choice::Findings(FindingsChoice::Place(place.id));
            Row::new(choice, place.words, place.aside).also(also)
        };
        places.map(row).collect()
    }

    /// The place was picked; the marks have done their work.
    pub(super) fn take_place(
        &mut self,
        at: At,
        day: &mut Day,
        (notes, place): (&[RecordId], &PlaceId),
        reply: &mut PageReply,
    ) {
        let mut done = Reply::default();
        day.place_from_tray(at, notes, place, &mut done);
        reply.effects.extend(done.effects);
        reply.notice = done.notice;
        self.marked.clear();
        let waiting = day.findings_board();
        let mut left = day.records.live_notes().filter(|note| waits(note, &waiting));
        if self.sought.by == Some(By::Tray) && left.next().is_none() {
            self.sought.by = None;
        }
    }
}
