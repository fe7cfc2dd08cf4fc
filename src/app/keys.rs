//! Which keys do something else on this computer than the shipped table says.

use std::collections::BTreeMap;

use crate::domain::settings::EnterKey;

/// The keys of rows of the one key table that are not the shipped ones.
///
/// `ui::keymap` has the table, and says what a row and a key are called; here it is only kept what holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnKeys {
    rows: BTreeMap<usize, Vec<&'static str>>,
    enter: EnterKey,
}

impl OwnKeys {
    /// The shipped keys.
    #[must_use]
    pub const fn shipped() -> Self {
        Self {
            rows: BTreeMap::new(),
            enter: EnterKey::Saves,
        }
    }

    /// Whether all keys are the shipped ones.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.enter == EnterKey::Saves
    }

    /// What was chosen for Enter in the line of the day.
    #[must_use]
    pub const fn enter(&self) -> EnterKey {
        self.enter
    }

    /// The same where Enter ends every line, as in line mode.
    #[must_use]
    pub fn in_lines(&self) -> Self {
        Self {
            enter: EnterKey::Saves,
            ..self.clone()
        }
    }

    /// From now on Enter does this in the line of the day.
    pub fn choose_enter(&mut self, enter: EnterKey) {
        self.enter = enter;
    }

    /// The keys of the row with this number in the table, if they are not the shipped ones.
    #[must_use]
    pub fn of_row(&self, row: usize) -> Option<&[&'static str]> {
        self.rows.get(&row).map(Vec::as_slice)
    }

    /// The rows whose keys are not the shipped ones, by their numbers.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        self.rows.keys().copied()
    }

    /// From now on a row has these keys.
    pub fn set(&mut self, row: usize, keys: Vec<&'static str>) {
        self.rows.insert(row, keys);
    }

    /// From now on a row has its shipped keys.
    pub fn forget(&mut self, row: usize) {
        self.rows.remove(&row);
    }
}
