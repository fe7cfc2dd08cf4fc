//! Writing into the frame: the one place where text that is not written in the source is made safe and fitted.

use std::borrow::Cow;

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::{
    display_safe::cells,
    keymap::{self, Context},
    lines::Lines,
    theme::{Role, Theme},
    words,
    wrap::shorten,
};
use crate::app::{
    keys::OwnKeys,
    notice::Notice,
    pointing::{Rolled, Spot},
};

/// The keys of a pen that was told of none.
static SHIPPED: OwnKeys = OwnKeys::shipped();

/// The frame under a theme.
pub struct Pen<'a> {
    buffer: &'a mut Buffer,
    theme: &'a Theme,
    keys: &'a OwnKeys,
    /// Where keys are pressed that our words name, the likeliest place first.
    contexts: [Context; 3],
    heard: Option<Vec<Piece>>,
    targets: Option<Vec<Target>>,
    /// The list that keeps its first row, and that row.
    held: Option<(Rolled, usize)>,
    /// The first row of the list that is being drawn.
    first: usize,
}

/// Cells in which the mouse does something.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// The cells.
    pub area: Rect,
    /// What it does there.
    pub does: Pointed,
}

/// What the mouse does in some cells.
#[derive(Debug, Clone, Copy)]
pub enum Pointed {
    /// A click is one on this, in a list that shows its rows from this one on.
    Click(Spot, usize),
    /// The wheel turns this; whether there is more of it below.
    Roll(Rolled, bool),
}

/// What a notice says where keys are pressed here, with the keys that hold.
pub(super) fn noticed(keys: &OwnKeys, contexts: &[Context], notice: &Notice) -> String {
    let said = words::notice(notice);
    let contexts = if words::settings::is_of_line(notice) {
        &[Context::Day]
    } else {
        contexts
    };
    keymap::in_words(keys, contexts, &said).into_owned()
}

/// Something that was written, whole, however little of it the row had room for.
#[derive(Debug, Clone)]
pub struct Piece {
    /// The cell at which it begins.
    pub x: u16,
    /// Its row.
    pub y: u16,
    /// The cell behind it.
    pub end: u16,
    /// What it is.
    pub role: Role,
    /// The text.
    pub text: String,
}

impl<'a> Pen<'a> {
    /// A pen that writes into `buffer`.
    pub fn new(buffer: &'a mut Buffer, theme: &'a Theme) -> Self {
        Self {
            buffer,
            theme,
            keys: &SHIPPED,
            contexts: [Context::Day; 3],
            heard: None,
            targets: None,
            held: None,
            first: 0,
        }
    }

    /// The same pen, which knows the keys that hold.
    pub fn knowing(self, keys: &'a OwnKeys, contexts: [Context; 3]) -> Self {
        Self {
            keys,
            contexts,
            ..self
        }
    }

    /// The keys that hold.
    pub fn keys(&self) -> &'a OwnKeys {
        self.keys
    }

    /// Words of ours that name keys, with the keys that hold.
    pub fn told<'t>(&self, words: &'t str) -> Cow<'t, str> {
        keymap::in_words(self.keys, &self.contexts, words)
    }

    /// Writes words of ours that may name keys, as [`Pen::text`] does.
    pub fn say(&mut self, row: Rect, role: Role, words: &str) -> Rect {
        let told = self.told(words);
        self.text(row, role, &told)
    }

    /// The same for words of the line of the day, which may be said on other pages too.
    pub fn say_of_line(&mut self, row: Rect, role: Role, words: &str) -> Rect {
        let told = keymap::in_words(self.keys, &[Context::Day], words);
        self.text(row, role, &told)
    }

    /// What a notice says, with the keys that hold.
    pub fn noticed(&self, notice: &Notice) -> String {
        noticed(self.keys, &self.contexts, notice)
    }

    /// Writes what a notice says.
    pub fn notice(&mut self, row: Rect, notice: &Notice) -> Rect {
        let said = self.noticed(notice);
        self.text(row, Role::Notice, &said)
    }

    /// The same that also remembers what is written, to be said in lines.
    pub fn listening(buffer: &'a mut Buffer, theme: &'a Theme) -> Self {
        Self {
            heard: Some(Vec::new()),
            ..Self::new(buffer, theme)
        }
    }

    /// The same that remembers where the mouse does something.
    pub fn pointing(buffer: &'a mut Buffer, theme: &'a Theme) -> Self {
        Self {
            targets: Some(Vec::new()),
            ..Self::new(buffer, theme)
        }
    }

    /// Where the mouse does something, the topmost last; nothing unless that is remembered.
    #[must_use]
    pub fn targets(self) -> Vec<Target> {
        self.targets.unwrap_or_default()
    }

    /// A click in `area` is one on `spot`.
    pub fn spot(&mut self, area: Rect, spot: Spot) {
        self.target(area, Pointed::Click(spot, self.first));
    }

    /// The same pen for a list that keeps its first row.
    pub fn holding(self, held: Option<(Rolled, usize)>) -> Self {
        Self { held, ..self }
    }

    /// The first row of a list of which so many are shown: `wanted`, or else the one that it keeps, as long as the chosen
    /// one is in sight with that.
    pub fn first_of(&mut self, list: Rolled, wanted: usize, (chosen, shown): (usize, usize)) -> usize {
        let held = self.held.filter(|(of, _)| *of == list).map(|(_, first)| first);
        let held = held.filter(|first| (*first..first + shown).contains(&chosen));
        self.first = held.unwrap_or(wanted);
        self.first
    }

    /// The wheel over `area` turns what is drawn there; `more` is whether there is more of it below.
    pub fn rolls(&mut self, area: Rect, what: Rolled, more: bool) {
        self.target(area, Pointed::Roll(what, more));
    }

    fn target(&mut self, area: Rect, does: Pointed) {
        if let Some(targets) = &mut self.targets {
            targets.push(Target { area, does });
        }
    }

    /// What was written, and not written over as a whole; nothing unless it listens.
    #[must_use]
    pub fn heard(self) -> Vec<Piece> {
        self.heard.unwrap_or_default()
    }

    /// With which signs lines are drawn.
    pub fn lines(&self) -> Lines {
        self.theme.lines()
    }

    /// What the colours are called.
    pub fn theme_name(&self) -> &'a str {
        self.theme.name()
    }

    /// Writes `text` at the start of `row`, shortened to its width; gives the part of the row that is left.
    pub fn text(&mut self, row: Rect, role: Role, text: &str) -> Rect {
        let row = row.intersection(self.buffer.area);
        if row.is_empty() || text.is_empty() {
            return row;
        }
        // What lay there before leaves nothing behind: plain text in a box would else be as faint as its frame.
        let style = Style::reset().patch(self.theme.style(role));
        let used =
            if text.len() <= usize::from(row.width) && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
                self.plain_text(row, style, text)
            } else {
                let mut fitted = shorten(text, row.width);
                if self.theme.lines() == Lines::Ascii {
                    fitted = fitted.chars().map(|sign| Lines::Ascii.mark(sign)).collect();
                }
                let (end, _) = self
                    .buffer
                    .set_stringn(row.x, row.y, &fitted, usize::from(row.width), style);
                end.saturating_sub(row.x).min(row.width)
            };
        if let Some(heard) = &mut self.heard {
            heard.push(Piece {
                x: row.x,
                y: row.y,
                end: row.x + used,
                role,
                text: text.to_string(),
            });
        }
        Rect {
            x: row.x + used,
            width: row.width - used,
            ..row
        }
    }

    /// Writes text of one cell a byte; most of a frame is such text, and it is drawn anew with every key.
    fn plain_text(&mut self, row: Rect, style: Style, text: &str) -> u16 {
        let mut x = row.x;
        for byte in text.bytes() {
            if let Some(cell) = self.buffer.cell_mut((x, row.y)) {
                cell.set_char(char::from(byte)).set_style(style);
            }
            x += 1;
        }
        x - row.x
    }

    /// Writes `text` at the end of `row`; gives the part of the row before it.
    pub fn text_right(&mut self, row: Rect, role: Role, text: &str) -> Rect {
        let row = row.intersection(self.buffer.area);
        let fitted = shorten(text, row.width);
        let used = u16::try_from(cells(&fitted)).unwrap_or(row.width).min(row.width);
        self.text(
            Rect {
                x: row.right() - used,
                width: used,
                ..row
            },
            role,
            &fitted,
        );
        if let Some(piece) = self.heard.as_mut().and_then(|heard| heard.last_mut())
            && used > 0
        {
            piece.text = text.to_string();
        }
        Rect {
            width: row.width - used,
            ..row
        }
    }

    /// Writes several pieces one behind the other.
    pub fn pieces(&mut self, row: Rect, pieces: &[(Role, &str)]) -> Rect {
        pieces
            .iter()
            .fold(row, |left, (role, text)| self.text(left, *role, text))
    }

    /// Fills `area` with spaces of a role.
    pub fn clear(&mut self, area: Rect, role: Role) {
        let area = area.intersection(self.buffer.area);
        if let Some(heard) = &mut self.heard {
            heard.retain(|piece| !area.contains((piece.x, piece.y).into()));
        }
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                }
            }
        }
        self.buffer.set_style(area, self.theme.style(role));
    }

    /// Gives `area` the style of a role, keeping what is written there.
    pub fn mark(&mut self, area: Rect, role: Role) {
        let marked = self.heard.iter_mut().flatten();
        for piece in marked.filter(|piece| area.contains((piece.x, piece.y).into())) {
            piece.role = role;
        }
        self.buffer
            .set_style(area.intersection(self.buffer.area), self.theme.style(role));
    }

    /// Draws a line across `row`.
    pub fn rule(&mut self, row: Rect) {
        let sign = self.theme.lines().across();
        self.fill(row, sign);
    }

    /// Draws the four sides of a box.
    pub fn frame(&mut self, area: Rect) {
        let lines = self.theme.lines();
        let [above_left, above_right, below_left, below_right] = lines.corners();
        let (right, below) = (area.right().saturating_sub(1), area.bottom().saturating_sub(1));
        self.fill(Rect { height: 1, ..area }, lines.across());
        self.fill(
            Rect {
                y: below,
                height: 1,
                ..area
            },
            lines.across(),
        );
        self.rule_down(Rect { width: 1, ..area });
        self.rule_down(Rect {
            x: right,
            width: 1,
            ..area
        });
        for (x, y, corner) in [
            (area.x, area.y, above_left),
            (right, area.y, above_right),
            (area.x, below, below_left),
            (right, below, below_right),
        ] {
            self.fill(Rect::new(x, y, 1, 1), corner);
        }
    }

    /// Draws a sign of the program's own in every cell.
    fn fill(&mut self, area: Rect, sign: char) {
        let style = Style::reset().patch(self.theme.style(Role::Rule));
        let area = area.intersection(self.buffer.area);
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.set_char(sign).set_style(style);
            }
        }
    }

    /// Draws a line down `column`.
    pub fn rule_down(&mut self, column: Rect) {
        let sign = self.theme.lines().down();
        self.fill(
            Rect {
                width: 1.min(column.width),
                ..column
            },
            sign,
        );
    }
}

/// The rows of an area from top to bottom.
pub struct Rows(Rect);

impl Rows {
    /// The rows of `area`.
    #[must_use]
    pub fn of(area: Rect) -> Self {
        Self(area)
    }

    /// How many are left.
    #[must_use]
    pub fn left(&self) -> u16 {
        self.0.height
    }

    /// How wide they are.
    #[must_use]
    pub fn width(&self) -> u16 {
        self.0.width
    }

    /// The next row, if one is left.
    pub fn take_row(&mut self) -> Option<Rect> {
        (self.0.height > 0).then(|| self.take_rows(1))
    }

    /// The next rows, as many as there are of those asked for.
    pub fn take_rows(&mut self, count: u16) -> Rect {
        let height = count.min(self.0.height);
        let taken = Rect { height, ..self.0 };
        self.0 = Rect {
            y: self.0.y + height,
            height: self.0.height - height,
            ..self.0
        };
        taken
    }

    /// The last rows, as many as there are of those asked for.
    pub fn take_last(&mut self, count: u16) -> Rect {
        let height = count.min(self.0.height);
        self.0.height -= height;
        Rect {
            y: self.0.y + self.0.height,
            height,
            ..self.0
        }
    }

    /// One after the other, as many as are left.
    pub fn each(mut self) -> impl Iterator<Item = Rect> {
        std::iter::from_fn(move || self.take_row())
    }

    /// All that are left.
    #[must_use]
    pub fn rest(self) -> Rect {
        self.0
    }
}

/// `area` without so many cells at its left.
#[must_use]
pub fn indent(area: Rect, by: u16) -> Rect {
    let by = by.min(area.width);
    Rect {
        x: area.x + by,
        width: area.width - by,
        ..area
    }
}

/// `area` without so many cells at its right.
#[must_use]
pub fn short_of(area: Rect, by: u16) -> Rect {
    Rect {
        width: area.width.saturating_sub(by),
        ..area
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Color, Modifier};

    use super::*;

    #[test]
    fn what_is_written_over_something_has_nothing_of_its_style() {
        let area = Rect::new(0, 0, 12, 1);
        for theme in Theme::NAMES.map(|name| Theme::named(name).unwrap()) {
            for below in Role::ALL {
                for text in ["Year 4", "Year 4 \u{2026}"] {
                    let mut buffer = Buffer::empty(area);
                    let mut pen = Pen::new(&mut buffer, &theme);
                    pen.rule(area);
                    pen.mark(area, below);
                    pen.text(area, Role::Prompt, text);
                    let cell = &buffer[(0, 0)];
                    assert_eq!(
                        (cell.fg, cell.modifier),
                        (Color::Reset, Modifier::empty()),
                        "{} on {below:?}",
                        theme.name()
                    );
                }
            }
        }
    }
}
