//! The page on which notes become findings: the evidence on one side, the findings on the other.

mod acting;
mod entering;
mod evidence;
mod filing;
mod meanwhile;
mod outline;
mod picking;
mod pointing;
mod showing;
mod signing;
mod telling;
mod tray;
mod undoing;

use std::collections::BTreeSet;

pub use entering::{FindingsEntry, StepPart};
pub use evidence::Sought;
pub use outline::{Line, Spot};
pub use picking::{FindingsChoice, FindingsPick};
pub(super) use telling::subject_of;
pub use telling::{Did, FindingsNotice, Named};
pub(super) use tray::waits;

use super::{Overlay, day::Day, notes_by::By, notice::Notice, page::Page, plan_page::PageReply};
use crate::domain::{
    findings_board::{Difference, FindingsBoard, Use},
    ids::RecordId,
};

/// The two sides of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The notes.
    Evidence,
    /// The findings.
    Findings,
}

/// The findings of the session on the screen.
#[derive(Debug, Clone)]
pub struct FindingsPage {
    board: FindingsBoard,
    side: Side,
    /// The note under the cursor, and where it was last, for when it goes elsewhere.
    note: Option<RecordId>,
    nth_note: usize,
    /// What is chosen among the findings, and where it was last.
    spot: Spot,
    nth_line: usize,
    /// Marked notes, and marked findings.
    marked: BTreeSet<RecordId>,
    together: BTreeSet<RecordId>,
    sought: Sought,
    /// The note or finding from which one came, to go back in one key.
    back: Option<RecordId>,
    /// Whether all words of the line of enquiry are wanted where there is little room.
    whole_enquiry: bool,
    /// The page from which one came with notes.
    came_from: Option<Box<Page>>,
    /// The reason given last for setting notes aside.
    because: String,
    /// What stood where a line is typed when it was opened.
    stood: Option<(FindingsEntry, String)>,
    /// What can be seen now, worked out when something changes.
    notes: Vec<RecordId>,
    lines: Vec<Line>,
    /// How many notes wait for a place.
    tray: usize,
}

impl FindingsPage {
    /// The page as it is first seen.
    #[must_use]
    pub fn of(day: &Day) -> Self {
        let lists = &day.today.plan.rules.findings;
        let first = lists.iter().next().map(|list| list.id.clone());
        let mut page = Self {
            board: FindingsBoard::default(),
            side: Side::Evidence,
            note: None,
            nth_note: 0,
            spot: first.map_or(Spot::Claims, Spot::List),
            nth_line: 0,
            marked: BTreeSet::new(),
            together: BTreeSet::new(),
            sought: Sought::default(),
            back: None,
            whole_enquiry: false,
            came_from: None,
            because: String::new(),
            stood: None,
            notes: Vec::new(),
            lines: Vec::new(),
            tray: 0,
        };
        page.look(day);
        page.nth_line = page.line();
        page
    }

    /// Works out anew what can be seen.
    pub(super) fn look(&mut self, day: &Day) {
        let board = day.findings_board();
        let is_loose = |board: &FindingsBoard| {
            self.note
                .is_some_and(|note| board.use_of(note) == Some(&Use::Loose))
        };
        if is_loose(&self.board) && !is_loose(&board) {
            // It went to its like, and the cursor stays where there is work left.
            self.note = None;
        }
        self.take_board(board);
        self.notes = self.sought.notes(day, &self.board);
        let notes = day.records.live_notes();
        self.tray = notes.filter(|note| tray::waits(note, &self.board)).count();
        if !self.note.is_some_and(|note| self.notes.contains(&note)) {
            self.nth_note = self.nth_note.min(self.notes.len().saturating_sub(1));
            self.note = self.notes.get(self.nth_note).copied();
        }
        self.lines = outline::outline(day, &self.board, &self.spot);
        if !self.lines.iter().any(|line| line.spot == self.spot) {
            self.nth_line = self.nth_line.min(self.lines.len().saturating_sub(1));
            if let Some(line) = self.lines.get(self.nth_line) {
                self.spot = line.spot.clone();
                self.lines = outline::outline(day, &self.board, &self.spot);
            }
        }
        self.nth_note = self.place();
        self.nth_line = self.line();
    }

    /// Takes the board as it is now; the cursor stays on where people differ, although there is more or less before it.
    fn take_board(&mut self, board: FindingsBoard) {
        if let Spot::Difference(nth) = &self.spot {
            let stood = self.board.differences().get(*nth);
            let same = |known: &Difference| stood.is_some_and(|stood| known.is_where(stood));
            let now = board.differences().iter().position(same);
            self.spot = now.map_or_else(|| self.spot.clone(), Spot::Difference);
        }
        self.board = board;
    }

    /// What the notes are used for, and what the findings rest on.
    #[must_use]
    pub fn board(&self) -> &FindingsBoard {
        &self.board
    }

    /// The side that keys act on.
    #[must_use]
    pub fn side(&self) -> Side {
        self.side
    }

    /// The notes that can be seen, in their order.
    #[must_use]
    pub fn notes(&self) -> &[RecordId] {
        &self.notes
    }

    /// The position of the cursor among the notes.
    #[must_use]
    pub fn place(&self) -> usize {
        let found = self.notes.iter().position(|note| Some(*note) == self.note);
        found.unwrap_or(0)
    }

    /// The lines of the other side.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The position of what is chosen among the lines.
    #[must_use]
    pub fn line(&self) -> usize {
        let found = self.lines.iter().position(|line| line.spot == self.spot);
        found.unwrap_or(0)
    }

    /// What is chosen among the findings.
    #[must_use]
    pub fn spot(&self) -> &Spot {
        &self.spot
    }

    /// Whether a note or a finding is marked.
    #[must_use]
    pub fn is_marked(&self, id: RecordId) -> bool {
        self.marked.contains(&id) || self.together.contains(&id)
    }

    /// Whether a note speaks against the finding whose notes are shown, or else against any.
    #[must_use]
    pub fn speaks_against(&self, note: RecordId) -> bool {
        match (&self.sought.by, self.board.use_of(note)) {
            (Some(By::Finding(finding)), _) => self.is_against(*finding, note),
            (_, Some(Use::Used(findings))) => findings.iter().any(|finding| self.is_against(*finding, note)),
            _ => false,
        }
    }

    fn is_against(&self, finding: RecordId, note: RecordId) -> bool {
        let on_board = self.board.get(finding);
        on_board.is_some_and(|on_board| on_board.finding.against.contains(&note))
    }

    /// How many notes are marked.
    #[must_use]
    pub fn marked(&self) -> usize {
        self.marked.len()
    }

    /// Which notes are looked for.
    #[must_use]
    pub fn sought(&self) -> &Sought {
        &self.sought
    }

    /// Whether all words of the line of enquiry are wanted where there is little room.
    #[must_use]
    pub fn wants_whole_enquiry(&self) -> bool {
        self.whole_enquiry
    }

    /// Whether typing narrows the notes.
    #[must_use]
    pub fn is_searching(&self) -> bool {
        self.sought.typing
    }
}

impl PageReply {
    fn tell(&mut self, notice: FindingsNotice) {
        self.notice = Some(Notice::Findings(notice));
    }

    /// Says in the line that is open why it still is.
    fn keep_open(&mut self, notice: FindingsNotice) {
        if let Some(Overlay::Entry(line)) = &mut self.overlay {
            line.said = Some(Notice::Findings(notice.clone()));
        }
        self.tell(notice);
    }
}
