//! The mouse on a screen of a size: where a text stands is clicked, or the wheel is turned over it.

use knownow::ui::pointing::{Press, hit};
use ratatui::layout::{Position, Rect};

use super::Stage;

/// A screen whose every row is to be clicked.
pub const WIDE: (u16, u16) = (120, 36);

impl Stage {
    /// Clicks the first cell of the first `text` on a screen of [`WIDE`].
    pub fn click(&mut self, text: &str) {
        self.press_at(text, Press::Click, WIDE);
    }

    /// Turns the wheel over the first `text` on a screen of [`WIDE`].
    pub fn roll(&mut self, text: &str, press: Press) {
        self.press_at(text, press, WIDE);
    }

    /// Presses where `text` first stands on a screen of this size; it has to stand there.
    pub fn press_at(&mut self, text: &str, press: Press, size: (u16, u16)) {
        let at = self.place_of(text, size);
        let area = Rect::new(0, 0, size.0, size.1);
        self.model.was_drawn();
        if let Some(message) = hit(&self.model, area, at, press) {
            self.take(message);
        }
    }

    /// The cell at which `text` first stands.
    fn place_of(&self, text: &str, (columns, rows): (u16, u16)) -> Position {
        let screen = self.screen(columns, rows);
        let found = screen.lines().zip(0..).find_map(|(line, y)| {
            let before = line.split_once(text)?.0;
            let x = u16::try_from(before.chars().count()).expect("a column");
            Some(Position::new(x, y))
        });
        found.unwrap_or_else(|| panic!("{text:?} stands nowhere:\n{screen}"))
    }
}
