//! What came of a hand-over that was taken in.

use super::day_told::DayTold;
use crate::domain::ids::WriterId;

/// What a hand-over brought.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TakenIn {
    /// What came of each writer.
    pub writers: Vec<Brought>,
    /// The records that can't be taken in.
    pub damaged: Vec<Damage>,
    /// How many had quotes, dashes or spaces changed on the way, which was mended.
    pub mended: usize,
    /// How many later editions of one's own records were left out: nobody changes one's own words from outside.
    pub own_kept: usize,
    /// Minutes that are added from now on to the times of these writers, if that was said.
    pub offset: Option<i64>,
    /// What is new of the day, group by group.
    pub day: Vec<DayTold>,
    /// The lines of the mail that stand beside the hand-over and were not read.
    pub beside: Vec<String>,
    /// The names of the files that were written.
    pub written: Vec<String>,
}

impl TakenIn {
    /// Adds what another file brought.
    pub fn join(&mut self, other: Self) {
        self.writers.extend(other.writers);
        self.damaged.extend(other.damaged);
        self.mended += other.mended;
        self.own_kept += other.own_kept;
        self.day.extend(other.day);
        self.beside.extend(other.beside);
        self.written.extend(other.written);
    }

    /// Whether it is by one writer, whose clock can be told from all others.
    #[must_use]
    pub fn is_by_one(&self) -> bool {
        self.writers.len() <= 1
    }

    /// How many notes were not known here.
    #[must_use]
    pub fn new_notes(&self) -> usize {
        self.writers.iter().map(|brought| brought.new_notes).sum()
    }

    /// How many notes came as struck out, or were known here and are struck out now.
    #[must_use]
    pub fn new_struck(&self) -> usize {
        self.writers.iter().map(|brought| brought.new_struck).sum()
    }

    /// How many records of any kind were not known here.
    #[must_use]
    pub fn new_records(&self) -> usize {
        self.new_notes()
            + self.new_struck()
            + self
                .writers
                .iter()
                .map(|brought| brought.new_others)
                .sum::<usize>()
    }
}

/// What came of one writer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// Whose file it was.
    pub writer: WriterId,
    /// Who it is.
    pub name: String,
    /// How many notes were not known here, later editions of known ones included.
    pub new_notes: usize,
    /// How many notes came that were struck out, or were struck out by what came.
    pub new_struck: usize,
    /// How many other records were not known here.
    pub new_others: usize,
    /// How many records were here already.
    pub already: usize,
}

/// A record that can't be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// Its number in the hand-over.
    pub number: usize,
    /// The line where it begins, where that is known.
    pub line: Option<usize>,
    /// What is wrong with it.
    pub what: &'static str,
    /// Its words as they are now, which are not to be relied on.
    pub words: String,
}
