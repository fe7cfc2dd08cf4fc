//! One line to be typed on top of the screen: a reason, a name, a time.

use unicode_segmentation::UnicodeSegmentation;

use super::{
    Overlay,
    bringing_in::NewReview,
    capture::{Edit, Motion},
    check::CheckEntry,
    findings::FindingsEntry,
    handing_over::Seal,
    late::InRoom,
    notice::Notice,
    plan_page::PlanEntry,
    purging::Found,
};
use crate::domain::{ids::VisitId, note::LONGEST_NOTE, read_timetable::ReadTimetable};

/// What the line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryPurpose {
    /// The path of a session's folder, or of a plan.
    ByPath,
    /// Something in the plan.
    Plan(PlanEntry),
    /// The host school of a new plan by this model.
    NewHost {
        /// The model's id.
        model: String,
    },
    /// The dates of a new plan.
    NewDates {
        /// The model's id.
        model: String,
        /// The host school.
        host: String,
    },
    /// Whether the session of a review is made though something about it is odd.
    AllTheSame {
        /// What is known of it.
        review: NewReview,
        /// The timetable that takes the place of the model's.
        table: Option<Box<ReadTimetable>>,
    },
    /// Why a class was not seen.
    NotSeen(VisitId),
    /// Which class is visited now without a plan.
    AddVisit,
    /// The same, of a class where another group is: whoever enters it again goes there knowingly.
    AddVisitKnowing(InRoom),
    /// A table that was mailed, line by line, or the name of its file.
    Table,
    /// Notes of a colleague, line by line, or the name of their file.
    Notes,
    /// The file into which one's own notes are written; with the one that is there and would be replaced.
    HandOver {
        /// That file, as it was typed.
        there: Option<String>,
        /// Whether it is sealed.
        seal: Seal,
    },
    /// The folder into which what is handed on is written.
    ReportFolder,
    /// The folder of sessions.
    SessionsFolder,
    /// The folder into which one's notes are saved while the first place takes nothing.
    Elsewhere,
    /// Whether what this computer keeps of a review is removed.
    Remove(Box<Found>),
    /// The same for what is not as it was written; whether the rest is removed was answered.
    RemoveChanged(Box<Found>),
    /// Something among the findings.
    Findings(FindingsEntry),
    /// Something on the list of what should be seen to.
    Check(CheckEntry),
}

impl EntryPurpose {
    /// What it was opened on, and what comes back when nothing is typed.
    pub(super) fn below(&self) -> Option<Overlay> {
        match self {
            Self::SessionsFolder => Some(Overlay::Settings),
            Self::ReportFolder => Some(Overlay::Report),
            Self::Check(_) => Some(Overlay::Check),
            _ => None,
        }
    }
}

/// A line that is being typed, and what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is for.
    pub purpose: EntryPurpose,
    /// What it is about, such as the class.
    pub title: String,
    /// What is said below it: why it was not taken, or what comes of it.
    pub said: Option<Notice>,
    text: String,
    /// The position of the cursor, in bytes; always between two graphemes.
    cursor: usize,
    /// Whether the whole text is selected: the first letter takes its place, any other key keeps it.
    selected: bool,
}

impl Entry {
    /// A line that begins with `text`, the cursor behind it.
    #[must_use]
    pub fn new(purpose: EntryPurpose, title: String, text: String) -> Self {
        Self {
            purpose,
            title,
            said: None,
            cursor: text.len(),
            text,
            selected: false,
        }
    }

    /// The same with `text` only proposed: what is typed takes its place, and a key that moves or deletes keeps it.
    #[must_use]
    pub fn new_selected(purpose: EntryPurpose, title: String, text: String) -> Self {
        let selected = !text.is_empty();
        Self {
            selected,
            ..Self::new(purpose, title, text)
        }
    }

    /// The same, with something said below it.
    #[must_use]
    pub fn saying(self, said: Option<Notice>) -> Self {
        Self { said, ..self }
    }

    /// Whether the text is only proposed, and the first letter takes its place.
    #[must_use]
    pub fn is_selected(&self) -> bool {
        self.selected
    }

    /// What is typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is typed before the cursor, and after it.
    #[must_use]
    pub fn around_cursor(&self) -> (&str, &str) {
        self.text.split_at(self.cursor)
    }

    /// Types a character.
    pub fn type_char(&mut self, typed: char) {
        if !typed.is_control() {
            self.put_in(typed.encode_utf8(&mut [0; 4]));
        }
    }

    /// Puts in text that was pasted; its lines are joined by spaces. What is too long for any line is refused whole.
    pub fn paste(&mut self, pasted: &str) {
        if self.has_room(pasted) {
            let mut joined = pasted.split_whitespace().collect::<Vec<_>>().join(" ");
            joined.retain(|typed| !typed.is_control());
            self.put_in(&joined);
        }
    }

    /// Whether there is room for `text`; if not, that is said below the line, and nothing is put in.
    pub(super) fn has_room(&mut self, text: &str) -> bool {
        let there = if self.selected { 0 } else { self.text.len() };
        let bytes = there + text.len();
        let has_room = bytes <= LONGEST_NOTE;
        if !has_room {
            self.said = Some(Notice::TooLong { bytes });
        } else if matches!(self.said, Some(Notice::TooLong { .. })) {
            self.said = None;
        }
        has_room
    }

    fn put_in(&mut self, text: &str) {
        if text.is_empty() || !self.has_room(text) {
            return;
        }
        if self.selected {
            self.empty();
        }
        self.text.insert_str(self.cursor, text);
        self.cursor += text.len();
    }

    /// Puts in text that was pasted, with its lines and TABs: they are what makes a table of it.
    pub fn paste_lines(&mut self, pasted: &str) {
        if self.selected {
            self.empty();
        }
        self.text.insert_str(self.cursor, pasted);
        self.cursor += pasted.len();
    }

    /// Moves the cursor.
    pub fn move_cursor(&mut self, motion: Motion) {
        self.selected = false;
        match motion {
            Motion::Left => self.cursor -= self.before(),
            Motion::Right => self.cursor += self.after(),
            Motion::WordLeft => self.cursor -= self.word_before(),
            Motion::WordRight => self.cursor += self.word_after(),
            Motion::LineStart => self.cursor = 0,
            Motion::LineEnd => self.cursor = self.text.len(),
            _ => {}
        }
    }

    /// Takes text away; edits that need a selection do nothing here.
    pub fn edit(&mut self, edit: Edit) {
        self.selected = false;
        let (back, on) = match edit {
            Edit::Empty => return self.empty(),
            Edit::Backspace => (self.before(), 0),
            Edit::Delete => (0, self.after()),
            Edit::DeleteWord => (self.word_before(), 0),
            _ => return,
        };
        self.text.replace_range(self.cursor - back..self.cursor + on, "");
        self.cursor -= back;
    }

    fn empty(&mut self) {
        self.text.clear();
        self.cursor = 0;
        self.selected = false;
    }

    /// Bytes of the grapheme before the cursor.
    fn before(&self) -> usize {
        self.around_cursor()
            .0
            .graphemes(true)
            .next_back()
            .map_or(0, str::len)
    }

    fn after(&self) -> usize {
        self.around_cursor().1.graphemes(true).next().map_or(0, str::len)
    }

    /// Bytes of the word before the cursor, with the spaces behind it.
    fn word_before(&self) -> usize {
        let before = self.around_cursor().0;
        let word = before
            .trim_end()
            .rsplit(char::is_whitespace)
            .next()
            .unwrap_or_default();
        word.len() + before.len() - before.trim_end().len()
    }

    fn word_after(&self) -> usize {
        let after = self.around_cursor().1;
        let spaces = after.len() - after.trim_start().len();
        let word = after
            .trim_start()
            .split(char::is_whitespace)
            .next()
            .unwrap_or_default();
        spaces + word.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(text: &str) -> Entry {
        Entry::new(EntryPurpose::AddVisit, String::new(), text.into())
    }

    fn proposed(text: &str) -> Entry {
        Entry::new_selected(EntryPurpose::AddVisit, String::new(), text.into())
    }

    fn types(entry: &mut Entry, text: &str) {
        text.chars().for_each(|typed| entry.type_char(typed));
    }

    #[test]
    fn typing_goes_in_at_the_cursor() {
        let mut line = entry("Year 4");
        line.move_cursor(Motion::LineStart);
        types(&mut line, "in \n");
        line.move_cursor(Motion::LineEnd);
        line.paste(" and\nYear  5");
        assert_eq!(line.text(), "in Year 4and Year 5");
        assert_eq!(line.around_cursor(), ("in Year 4and Year 5", ""));
    }

    #[test]
    fn a_book_is_refused_whole_and_the_next_key_takes_the_refusal_away() {
        let mut line = entry("in ");
        line.paste(&"a page of a book\n".repeat(200_000));
        assert_eq!(line.text(), "in ");
        assert_eq!(line.said, Some(Notice::TooLong { bytes: 3_400_003 }));
        types(&mut line, "the hall");
        assert_eq!((line.text(), &line.said), ("in the hall", &None));

        let mut line = proposed("14:00");
        line.paste(&"w".repeat(LONGEST_NOTE));
        line.move_cursor(Motion::LineStart);
        types(&mut line, "x");
        assert_eq!(line.text().len(), LONGEST_NOTE);
        assert!(line.said.is_some());
    }

    #[test]
    fn the_first_letter_takes_the_place_of_what_was_proposed() {
        let mut line = proposed("14:00 ");
        types(&mut line, "14:10 Year 4");
        assert_eq!(line.text(), "14:10 Year 4");

        let mut line = proposed("14:00 ");
        line.paste("14:10 Year 4");
        assert_eq!(line.text(), "14:10 Year 4");

        assert!(!proposed("").is_selected(), "there is nothing to be replaced");
    }

    #[test]
    fn a_key_that_moves_or_deletes_keeps_what_was_proposed() {
        let moves = [
            Motion::Left,
            Motion::Right,
            Motion::WordLeft,
            Motion::WordRight,
            Motion::LineStart,
            Motion::LineEnd,
        ];
        for motion in moves {
            let mut line = proposed("14:00");
            line.move_cursor(motion);
            assert!(!line.is_selected());
            types(&mut line, "x");
            assert_eq!(line.text().replace('x', ""), "14:00", "{motion:?}");
        }
        let mut line = proposed("14:00");
        line.edit(Edit::Backspace);
        types(&mut line, "5");
        assert_eq!(line.text(), "14:05");
    }

    #[test]
    fn a_line_is_emptied_by_one_key() {
        for mut line in [entry("14:00 Year 4"), proposed("14:00")] {
            line.edit(Edit::Empty);
            assert_eq!((line.text(), line.is_selected()), ("", false));
            types(&mut line, "9");
            assert_eq!(line.text(), "9");
        }
    }

    #[test]
    fn what_looks_like_one_letter_goes_as_one() {
        let family = "\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467}";
        let mut line = entry(&format!("e\u{301}{family}"));
        line.move_cursor(Motion::Left);
        assert_eq!(line.around_cursor(), ("e\u{301}", family));
        line.edit(Edit::Backspace);
        assert_eq!(line.text(), family);
        line.edit(Edit::Delete);
        assert_eq!(line.text(), "");
        line.edit(Edit::Delete);
        line.edit(Edit::Backspace);
        line.move_cursor(Motion::Left);
        line.move_cursor(Motion::Right);
        assert_eq!(line.around_cursor(), ("", ""));
    }

    #[test]
    fn words_are_moved_over_and_deleted_with_their_spaces() {
        let mut line = entry("Year  4 maths ");
        line.move_cursor(Motion::WordLeft);
        assert_eq!(line.around_cursor(), ("Year  4 ", "maths "));
        line.move_cursor(Motion::WordLeft);
        line.edit(Edit::DeleteWord);
        assert_eq!(line.around_cursor(), ("", "4 maths "));
        line.move_cursor(Motion::WordRight);
        line.move_cursor(Motion::WordRight);
        assert_eq!(line.around_cursor(), ("4 maths", " "));
    }
}
