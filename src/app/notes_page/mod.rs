//! The page of all notes: found, read, changed, moved and copied.

mod acting;
mod filtering;
mod going;

use std::{cmp::Reverse, collections::BTreeSet};

pub(super) use going::{act, open, opens, take_filter};

use super::{
    day::{Day, Mine},
    notes_by::{By, searched},
    page::Page,
};
use crate::domain::{
    findings_board::FindingsBoard,
    ids::RecordId,
    note::Note,
    own_notes,
    record::Record,
    search::{Query, Texts, folded},
};

/// What can be asked for on the page of all notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotesPageAction {
    /// Opens the page.
    Open,
    /// From the notes to the words that are searched for, and back.
    OtherSide,
    /// To the words that are searched for.
    Search,
    /// Shows notes that have something more in common.
    Filter,
    /// Marks a note, or takes its mark away.
    Mark,
    /// Marks all that were found, or takes all marks away.
    MarkFound,
    /// Puts the note into the line, to be changed.
    Change,
    /// Asks where the notes belong.
    Move,
    /// Asks which tag the notes get, or lose.
    Tag,
    /// Copies the notes to the clipboard.
    Copy,
    /// Goes to the page of the findings with the notes.
    Finding,
    /// To the note above.
    Before,
    /// To the note below.
    After,
    /// To the newest note.
    First,
    /// To the oldest note.
    Last,
}

/// A note on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// The note.
    pub note: RecordId,
    /// Whether it is a private one of whoever is here.
    pub private: bool,
}

impl Listed {
    /// The note as it stands.
    #[must_use]
    pub fn on(self, day: &Day) -> Option<&Record<Note>> {
        day.note(self.mine())
    }

    /// The note by its place in the lists.
    #[must_use]
    pub fn mine(self) -> Mine {
        Mine {
            note: self.note,
            private: self.private,
        }
    }
}

/// All notes of the session on the screen, and the private ones of whoever is here.
#[derive(Debug, Clone)]
pub struct NotesPage {
    /// The newest first.
    listed: Vec<Listed>,
    texts: Texts,
    board: FindingsBoard,
    /// What those that are shown have in common.
    by: Vec<By>,
    typing: bool,
    /// The note under the cursor, and where it stands among those that are found.
    chosen: Option<Listed>,
    nth: usize,
    marked: BTreeSet<Listed>,
    /// How far the note that has the whole page is scrolled.
    opened: Option<usize>,
    /// The page from which one came.
    came_from: Option<Box<Page>>,
}

impl NotesPage {
    /// The page as it is first seen: the newest note chosen, and typing searches.
    #[must_use]
    pub fn of(day: &Day) -> Self {
        let mut page = Self {
            listed: Vec::new(),
            texts: Texts::default(),
            board: FindingsBoard::default(),
            by: Vec::new(),
            typing: true,
            chosen: None,
            nth: 0,
            marked: BTreeSet::new(),
            opened: None,
            came_from: None,
        };
        page.look(day);
        page
    }

    /// Works out anew what there is; the cursor stays on its note.
    pub(super) fn look(&mut self, day: &Day) {
        self.board = day.findings_board();
        let shared = day.records.live_notes().map(|note| (note, false));
        let private = own_notes::private(&day.me.person, &day.private);
        let private = private.into_iter().map(|note| (note, true));
        let mut notes: Vec<(&Record<Note>, bool)> = shared.chain(private).collect();
        notes
            .sort_by_cached_key(|(note, _)| Reverse((day.clocks.ours(note), note.writer, note.seq, note.id)));
        let listed = |(note, private): &(&Record<Note>, bool)| Listed {
            note: note.id,
            private: *private,
        };
        self.listed = notes.iter().map(listed).collect();
        let texts = notes.iter().map(|(note, _)| folded(&searched(&note.body)));
        let words = self.texts.words().to_owned();
        self.texts = Texts::of(texts.collect());
        let there: BTreeSet<Listed> = self.listed.iter().copied().collect();
        self.marked.retain(|marked| there.contains(marked));
        self.filter(day);
        self.texts.search(&words);
        self.stay_on_note();
    }

    /// Looks among the notes that have all that is asked for in common.
    fn filter(&mut self, day: &Day) {
        let holds = |at: &usize| {
            self.listed.get(*at).is_some_and(|listed| {
                let note = listed.on(day);
                note.is_some_and(|note| self.by.iter().all(|by| self.holds(by, note, listed.private)))
            })
        };
        self.texts
            .look_among((0..self.listed.len()).filter(holds).collect());
    }

    fn holds(&self, by: &By, note: &Record<Note>, private: bool) -> bool {
        match by {
            By::Private => private,
            by => by.holds(note, &self.board),
        }
    }

    /// Keeps the cursor on its note, or else near to where that was.
    fn stay_on_note(&mut self) {
        let is_chosen = |at: &usize| self.listed.get(*at).copied() == self.chosen;
        let found = self.texts.found();
        if let Some(nth) = found.iter().position(is_chosen) {
            self.nth = nth;
        } else {
            self.opened = None;
            self.choose(self.nth);
        }
    }

    /// Chooses the note that was found at this position, or the last one.
    fn choose(&mut self, nth: usize) {
        self.nth = nth.min(self.found().saturating_sub(1));
        self.chosen = self.at(self.nth);
    }

    /// Chooses the note that was found at this position; whether it was chosen already.
    pub(super) fn point(&mut self, nth: usize) -> bool {
        let was_chosen = self.chosen.is_some() && self.nth == nth;
        self.choose(nth);
        was_chosen
    }

    /// A note by its position among those that were found.
    #[must_use]
    pub fn at(&self, nth: usize) -> Option<Listed> {
        self.listed.get(*self.texts.found().get(nth)?).copied()
    }

    /// The letters of a note that the search found, by its position among those that were found.
    #[must_use]
    pub fn hits(&self, query: &Query, nth: usize) -> Vec<usize> {
        let text = self.texts.found().get(nth).and_then(|at| self.texts.get(*at));
        text.map_or_else(Vec::new, |text| query.found_in_words(text))
    }

    /// How many notes there are.
    #[must_use]
    pub fn all(&self) -> usize {
        self.listed.len()
    }

    /// How many of them were found.
    #[must_use]
    pub fn found(&self) -> usize {
        self.texts.found().len()
    }

    /// How many of these only resemble what is searched for.
    #[must_use]
    pub fn alike(&self) -> usize {
        self.found() - self.texts.plainly()
    }

    /// The words that are searched for.
    #[must_use]
    pub fn query(&self) -> &str {
        self.texts.words()
    }

    /// What the notes that are shown have in common.
    #[must_use]
    pub fn by(&self) -> &[By] {
        &self.by
    }

    /// Whether typing goes into the words that are searched for.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        self.typing && self.opened.is_none()
    }

    /// The note under the cursor.
    #[must_use]
    pub fn chosen(&self) -> Option<Listed> {
        self.chosen
    }

    /// The position of the cursor among those that were found.
    #[must_use]
    pub fn place(&self) -> usize {
        self.nth
    }

    /// How many notes are marked.
    #[must_use]
    pub fn marked(&self) -> usize {
        self.marked.len()
    }

    /// How many marked notes are not among those that were found.
    #[must_use]
    pub fn marked_elsewhere(&self) -> usize {
        let found = (0..self.found()).filter_map(|nth| self.at(nth));
        self.marked.len() - found.filter(|listed| self.marked.contains(listed)).count()
    }

    /// Whether a note can be changed here by whoever is here.
    #[must_use]
    pub fn is_own(&self, day: &Day, listed: Listed) -> bool {
        day.is_own(listed.mine())
    }

    /// Whether a note is marked.
    #[must_use]
    pub fn is_marked(&self, listed: Listed) -> bool {
        self.marked.contains(&listed)
    }

    /// How far the note under the cursor is scrolled, if it has the whole page.
    #[must_use]
    pub fn opened(&self) -> Option<usize> {
        self.opened
    }

    /// What the notes are used for.
    #[must_use]
    pub fn board(&self) -> &FindingsBoard {
        &self.board
    }

    /// Whether the words of private notes are shown in the list: once they are asked for.
    #[must_use]
    pub fn shows_private(&self) -> bool {
        self.by.contains(&By::Private)
    }

    /// The page from which one came.
    pub(super) fn came_from(self) -> Option<Page> {
        self.came_from.map(|page| *page)
    }
}

/// What is said on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotesNotice {
    /// There is no note to do that with.
    NoNote,
    /// The note was typed by somebody else, or elsewhere: its words are not changed here, but it can be placed and tagged.
    NotYours,
    /// A line is open that is not entered yet.
    LineOpen,
    /// Only private notes were chosen, which go into no finding.
    PrivateInNoFinding,
    /// So many notes are marked.
    Marked(usize),
    /// The page was left, and typing makes notes again.
    Left,
    /// What was done last was not done here.
    UndoOnTheDay,
}
