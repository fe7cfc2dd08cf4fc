//! The capture line: the text that is being typed, and where it belongs.

use std::cmp::Ordering;

use ratatui_textarea::{CursorMove, TextArea};
use unicode_segmentation::UnicodeSegmentation;

use crate::domain::{
    draft::Draft,
    ids::RecordId,
    note::{LONGEST_NOTE, Note, NotePlace},
    stamp::Stamp,
};

/// Undoes a single change, or does it again; `false` if there is none.
type Change = fn(&mut TextArea<'static>) -> bool;

/// How many single changes can be undone in the line.
const UNDO_DEPTH: usize = 2_000;

/// The line with its cursor, and the draft it holds.
#[derive(Debug, Clone)]
pub struct Capture {
    area: TextArea<'static>,
    started: Option<Started>,
    /// The draft of which every character was deleted, should that be undone.
    dropped: Option<Started>,
    /// Whether anything was typed since the line was opened.
    typed_into: bool,
}

/// Where and when the line in progress began, and what Enter will make of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Started {
    /// The id its note has or will have.
    pub note: RecordId,
    /// When its first key was pressed.
    pub begun: Stamp,
    /// Where it belongs.
    pub place: NotePlace,
    /// What Enter will do.
    pub purpose: Purpose,
}

/// What Enter will make of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// A new note.
    New,
    /// A new edition of a note that stands.
    Edit(Box<Original>),
    /// A note again, whose saving was undone.
    Revive(Box<Original>),
}

/// The note that a line began from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// The note as it was.
    pub note: Note,
    /// Its revision then.
    pub rev: u32,
    /// Whether it is a private one.
    pub private: bool,
    /// The line that reads as that note.
    pub line: String,
}

/// A movement of the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// One character (as seen) back.
    Left,
    /// One character (as seen) on.
    Right,
    /// To the start of the word.
    WordLeft,
    /// To the start of the next word.
    WordRight,
    /// To the start of the line.
    LineStart,
    /// To the end of the line.
    LineEnd,
    /// One line up.
    Up,
    /// One line down.
    Down,
}

/// A change to the text other than typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edit {
    /// Deletes the character before the cursor, or the selection.
    Backspace,
    /// Deletes the character after the cursor, or the selection.
    Delete,
    /// Deletes the word before the cursor.
    DeleteWord,
    /// Starts a new line inside the note.
    NewLine,
    /// Undoes typing, a word at a time.
    Undo,
    /// Does again what was undone.
    Redo,
    /// Cuts the selection.
    Cut,
    /// Copies the selection.
    Copy,
    /// Pastes what was cut or copied.
    Paste,
    /// Selects everything.
    SelectAll,
    /// Empties the line.
    Empty,
}

impl Default for Capture {
    fn default() -> Self {
        Self {
            area: area_with(""),
            started: None,
            dropped: None,
            typed_into: false,
        }
    }
}

fn area_with(text: &str) -> TextArea<'static> {
    let mut area = TextArea::new(text.split('\n').map(String::from).collect());
    area.set_max_histories(UNDO_DEPTH);
    area.move_cursor(CursorMove::Bottom);
    area.move_cursor(CursorMove::End);
    area
}

impl Capture {
    /// The line as typed, signs included.
    #[must_use]
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Its lines; one empty line when nothing is typed.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        self.area.lines()
    }

    /// Row and column of the cursor, in characters.
    #[must_use]
    pub fn cursor(&self) -> (usize, usize) {
        let cursor = self.area.cursor();
        (cursor.0, cursor.1)
    }

    /// The selected range as two (row, column) positions, in characters.
    #[must_use]
    pub fn selection(&self) -> Option<((usize, usize), (usize, usize))> {
        self.area.selection_range().filter(|(from, to)| from != to)
    }

    /// Whether nothing is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.area.is_empty()
    }

    /// The draft in progress.
    #[must_use]
    pub fn started(&self) -> Option<&Started> {
        self.started.as_ref()
    }

    /// Where the draft in progress belongs, to change it.
    pub fn place_mut(&mut self) -> Option<&mut NotePlace> {
        Some(&mut self.started.as_mut()?.place)
    }

    /// Whether the line is still exactly the text it was opened with.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        match self.started.as_ref().map(|started| &started.purpose) {
            Some(Purpose::Edit(original) | Purpose::Revive(original)) => original.line == self.text(),
            Some(Purpose::New) => false,
            None => self.is_empty(),
        }
    }

    /// Notes where a new draft belongs, if none is in progress.
    pub fn start(&mut self, started: impl FnOnce() -> Started) {
        self.started.get_or_insert_with(started);
    }

    /// Puts `line` up to be changed, in place of what is there.
    pub fn open(&mut self, started: Started, line: &str) {
        self.area = area_with(line);
        self.started = Some(started);
        self.dropped = None;
        self.typed_into = !self.is_untouched();
    }

    /// Empties the line; the next key begins a new draft. What was cut or copied stays.
    pub fn clear(&mut self) {
        let cut = self.area.yank_text();
        self.area = area_with("");
        self.area.set_yank_text(cut);
        self.started = None;
        self.dropped = None;
        self.typed_into = false;
    }

    /// Whether the line is empty because typed words were deleted, which undoing brings back before anything else. A note
    /// whose saving was undone, and that was deleted as it came back, is saved again by redoing.
    #[must_use]
    pub fn typing_was_wiped(&self) -> bool {
        let only_brought_back =
            |dropped: &Started| matches!(dropped.purpose, Purpose::Revive(_)) && !self.typed_into;
        let wiped = self
            .dropped
            .as_ref()
            .is_some_and(|dropped| !only_brought_back(dropped));
        wiped && self.started.is_none() && self.is_empty()
    }

    /// Whether the line holds just the words of a note whose saving was undone.
    #[must_use]
    pub fn is_just_brought_back(&self) -> bool {
        let purpose = self.started.as_ref().map(|started| &started.purpose);
        matches!(purpose, Some(Purpose::Revive(_))) && self.is_untouched()
    }

    /// Ends a draft of which every character was deleted, unless its note stands, which Enter then deletes; its id.
    /// What is typed next belongs to the present place and time.
    pub fn drop_if_emptied(&mut self) -> Option<RecordId> {
        let stands = matches!(self.started.as_ref()?.purpose, Purpose::Edit(_));
        if stands || !self.is_empty() {
            return None;
        }
        self.dropped = self.started.take();
        self.dropped.as_ref().map(|dropped| dropped.note)
    }

    /// Takes up the draft again of which every character was deleted, where and when it was begun, now that its text
    /// is back.
    pub fn take_up_dropped(&mut self) {
        if self.started.is_none() && !self.is_empty() {
            self.started = self.dropped.take();
        }
    }

    /// Types one character; `false` if the note is full.
    pub fn type_char(&mut self, typed: char) -> bool {
        self.insert(&typed.to_string())
    }

    /// Puts `text` in at the cursor, line breaks included; `false` (and nothing put in) if the note would be too long.
    pub fn insert(&mut self, text: &str) -> bool {
        if self.length() + text.len() > LONGEST_NOTE {
            return false;
        }
        self.typed_into = true;
        match text {
            "\n" => self.area.insert_newline(),
            _ => {
                self.area.insert_str(text);
            }
        }
        true
    }

    fn length(&self) -> usize {
        let with_breaks: usize = self.area.lines().iter().map(|line| line.len() + 1).sum();
        with_breaks.saturating_sub(1)
    }

    /// Replaces the whole text in a way that can be undone, and puts the cursor after so many characters.
    pub fn rewrite(&mut self, text: &str, cursor: usize) {
        let cut = self.area.yank_text();
        self.typed_into = true;
        self.area.select_all();
        self.area.insert_str(text);
        self.area.set_yank_text(cut);
        self.place_cursor(cursor);
    }

    /// How many characters, line breaks included, stand before the cursor.
    #[must_use]
    pub fn chars_before_cursor(&self) -> usize {
        let (row, column) = self.cursor();
        self.area.lines()[..row]
            .iter()
            .map(|line| line.chars().count() + 1)
            .sum::<usize>()
            + column
    }

    /// Puts the cursor after so many characters of the text.
    pub fn place_cursor(&mut self, mut chars: usize) {
        let mut row = 0;
        for line in self.area.lines() {
            let length = line.chars().count();
            if chars <= length || row + 1 == self.area.lines().len() {
                chars = chars.min(length);
                break;
            }
            chars -= length + 1;
            row += 1;
        }
        let fit = |value: usize| u16::try_from(value).unwrap_or(u16::MAX);
        self.area.move_cursor(CursorMove::Jump(fit(row), fit(chars)));
    }

    /// Moves the cursor, with or without selecting.
    pub fn move_cursor(&mut self, motion: Motion, selecting: bool) {
        if selecting && !self.area.is_selecting() {
            self.area.start_selection();
        } else if !selecting {
            self.area.cancel_selection();
        }
        let movement = match motion {
            Motion::Left => return self.repeat(CursorMove::Back, self.chars_of_grapheme_before()),
            Motion::Right => return self.repeat(CursorMove::Forward, self.chars_of_grapheme_after()),
            Motion::WordLeft => CursorMove::WordBack,
            Motion::WordRight => CursorMove::WordForward,
            Motion::LineStart => CursorMove::Head,
            Motion::LineEnd => CursorMove::End,
            Motion::Up => CursorMove::Up,
            Motion::Down => CursorMove::Down,
        };
        self.area.move_cursor(movement);
    }

    fn repeat(&mut self, movement: CursorMove, times: usize) {
        for _ in 0..times {
            self.area.move_cursor(movement);
        }
    }

    /// Changes the text; `false` if there was nothing to do or no room.
    pub fn edit(&mut self, edit: Edit) -> bool {
        match edit {
            Edit::Backspace if self.selection().is_none() => {
                let chars = self.chars_of_grapheme_before();
                self.repeat(CursorMove::Back, chars);
                chars > 0 && self.area.delete_str(chars)
            }
            Edit::Delete if self.selection().is_none() => {
                let chars = self.chars_of_grapheme_after();
                chars > 0 && self.area.delete_str(chars)
            }
            Edit::Backspace | Edit::Delete => self.area.delete_char(),
            Edit::DeleteWord => self.area.delete_word(),
            Edit::NewLine => self.insert("\n"),
            Edit::Undo => self.undo_word(),
            Edit::Redo => self.redo_word(),
            Edit::Cut => self.area.cut(),
            Edit::Copy => {
                self.area.copy();
                true
            }
            Edit::Paste => {
                let text = self.area.yank_text();
                !text.is_empty() && self.insert(&text)
            }
            Edit::Empty => {
                self.area.select_all();
                self.area.delete_char()
            }
            Edit::SelectAll => {
                self.area.select_all();
                true
            }
        }
    }

    /// Undoes single changes back to the start of a word; what replaced something goes together with what it replaced.
    fn undo_word(&mut self) -> bool {
        let mut way = None;
        loop {
            let before = self.length();
            if !self.area.undo() {
                return way.is_some();
            }
            if self.turned(&mut way, before) {
                return self.area.redo();
            }
            if self.ends_word(before) {
                if self.length() < before {
                    self.also_if_longer(TextArea::undo, TextArea::redo);
                }
                return true;
            }
        }
    }

    /// Does single changes again up to the end of a word; what is replaced goes together with what replaces it.
    fn redo_word(&mut self) -> bool {
        let mut way = None;
        loop {
            let before = self.length();
            if !self.area.redo() {
                return way.is_some();
            }
            if self.turned(&mut way, before) {
                return self.area.undo();
            }
            if self.ends_word(before) {
                let replaced = self.length() < before && self.also_if_longer(TextArea::redo, TextArea::undo);
                if !replaced || self.ends_word(before) {
                    return true;
                }
                way = Some(Ordering::Greater);
            }
        }
    }

    /// Whether a text that was `before` bytes long has changed the other `way` than until then: letters deleted one by
    /// one are undone without those that were typed before them.
    fn turned(&self, way: &mut Option<Ordering>, before: usize) -> bool {
        let now = self.length().cmp(&before);
        *way.get_or_insert(now) != now
    }

    /// Whether undoing and doing again pauses here, after a change of a text that was `before` bytes long.
    fn ends_word(&self, before: usize) -> bool {
        before.abs_diff(self.length()) > 4 || self.char_before().is_none_or(char::is_whitespace)
    }

    /// Makes one more change, if the text gets longer by it; whether it did.
    fn also_if_longer(&mut self, change: Change, back: Change) -> bool {
        let before = self.length();
        let changed = change(&mut self.area);
        let longer = self.length() > before;
        if changed && !longer {
            back(&mut self.area);
        }
        longer
    }

    fn char_before(&self) -> Option<char> {
        let (row, column) = self.cursor();
        self.area.lines().get(row)?.chars().nth(column.checked_sub(1)?)
    }

    /// How many characters the grapheme before the cursor has; a line break counts as one.
    fn chars_of_grapheme_before(&self) -> usize {
        let (row, column) = self.cursor();
        if column == 0 {
            return usize::from(row > 0);
        }
        let before: String = self.area.lines()[row].chars().take(column).collect();
        before
            .graphemes(true)
            .next_back()
            .map_or(0, |grapheme| grapheme.chars().count())
    }

    /// How many characters the grapheme after the cursor has; a line break counts as one.
    fn chars_of_grapheme_after(&self) -> usize {
        let (row, column) = self.cursor();
        let after: String = self.area.lines()[row].chars().skip(column).collect();
        match after.graphemes(true).next() {
            Some(grapheme) => grapheme.chars().count(),
            None => usize::from(row + 1 < self.area.lines().len()),
        }
    }

    /// The draft as it is to be kept; `None` if there is none.
    #[must_use]
    pub fn draft(&self) -> Option<Draft> {
        let started = self.started.as_ref()?;
        let (rev, private) = match &started.purpose {
            Purpose::New => (1, false),
            Purpose::Edit(original) | Purpose::Revive(original) => {
                (original.rev.saturating_add(1), original.private)
            }
        };
        Some(Draft {
            note: started.note,
            rev,
            text: self.text(),
            cursor: self.chars_before_cursor(),
            begun: started.begun,
            place: started.place.id(),
            prompt: started.place.prompt.as_ref().map(|prompt| prompt.id.clone()),
            private,
            entered: false,
            entered_before: None,
            hidden: false,
        })
    }
}

#[cfg(test)]
mod tests;
