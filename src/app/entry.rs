//! One line to be typed on top of the screen: a reason, a name, a time.

use unicode_segmentation::UnicodeSegmentation;

use super::{
    capture::{Edit, Motion},
    plan_page::PlanEntry,
};
use crate::domain::ids::VisitId;

/// What the line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryPurpose {
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
    /// Why a class was not seen.
    NotSeen(VisitId),
    /// Which class is visited now without a plan.
    AddVisit,
}

/// A line that is being typed, and what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is for.
    pub purpose: EntryPurpose,
    /// What it is about, such as the class.
    pub title: String,
    text: String,
    /// The position of the cursor, in bytes; always between two graphemes.
    cursor: usize,
}

impl Entry {
    /// A line that begins with `text`, the cursor behind it.
    #[must_use]
    pub fn new(purpose: EntryPurpose, title: String, text: String) -> Self {
        Self {
            purpose,
            title,
            cursor: text.len(),
            text,
        }
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
            self.text.insert(self.cursor, typed);
            self.cursor += typed.len_utf8();
        }
    }

    /// Puts in text that was pasted; its lines are joined by spaces.
    pub fn paste(&mut self, pasted: &str) {
        let joined = pasted.split_whitespace().collect::<Vec<_>>().join(" ");
        joined.chars().for_each(|typed| self.type_char(typed));
    }

    /// Moves the cursor.
    pub fn move_cursor(&mut self, motion: Motion) {
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
        let (back, on) = match edit {
            Edit::Backspace => (self.before(), 0),
            Edit::Delete => (0, self.after()),
            Edit::DeleteWord => (self.word_before(), 0),
            _ => return,
        };
        self.text.replace_range(self.cursor - back..self.cursor + on, "");
        self.cursor -= back;
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
