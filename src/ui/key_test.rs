//! Draws what keys arrive as, the latest at the bottom.

use ratatui::{Frame, layout::Rect};

use super::{
    keymap,
    pen::{Pen, Rows, indent},
    theme::{Role, Theme},
    words::key_test as words,
};
use crate::app::keys::OwnKeys;
use crossterm::event::{Event, KeyEvent};

/// The columns of a name, and of what it does.
const WIDTHS: [u16; 2] = [18, 30];

/// Something that arrived, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    name: String,
    does: String,
    came: String,
}

impl Arrived {
    /// What `event` is; `press` is the key press that it means, if it means one, by these keys.
    #[must_use]
    pub fn new(keys: &OwnKeys, event: &Event, press: Option<KeyEvent>) -> Self {
        let (name, does) = match press {
            Some(key) => {
                let (name, row) = keymap::on_the_day(keys, key);
                let typed = words::typed(key).map(String::from);
                (typed.unwrap_or(name), words::does(key, row))
            }
            None => words::other(event),
        };
        Self {
            name,
            does,
            came: words::as_it_came(event),
        }
    }
}

/// Draws as much of what arrived as there is room for.
pub fn draw(frame: &mut Frame<'_>, theme: &Theme, arrived: &[Arrived]) {
    let mut rows = Rows::of(frame.area());
    let mut pen = Pen::new(frame.buffer_mut(), theme);
    for (role, words) in [(Role::Title, words::TITLE), (Role::Muted, words::LEAVE)] {
        pen.text(indent(rows.take_rows(1), 1), role, words);
    }
    pen.rule(rows.take_rows(1));
    if arrived.is_empty() {
        pen.text(indent(rows.take_rows(1), 1), Role::Muted, words::NOTHING_YET);
        return;
    }
    columns(&mut pen, rows.take_rows(1), Role::Muted, words::COLUMNS);
    let room = usize::from(rows.left());
    let latest = arrived.len().saturating_sub(room);
    for (row, one) in rows.each().zip(arrived.iter().skip(latest)) {
        columns(&mut pen, row, Role::Prompt, [&one.name, &one.does, &one.came]);
    }
}

fn columns(pen: &mut Pen<'_>, row: Rect, role: Role, texts: [&str; 3]) {
    let mut row = indent(row, 1);
    for (text, width) in texts.into_iter().zip(WIDTHS.into_iter().chain([u16::MAX])) {
        // One cell keeps a column from the next.
        let width = width.min(row.width);
        let cell = Rect {
            width: width.saturating_sub(1),
            ..row
        };
        pen.text(cell, role, text);
        row = indent(row, width);
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEventKind, KeyModifiers};

    use super::*;

    fn arrived(code: KeyCode, modifiers: KeyModifiers) -> Arrived {
        let key = KeyEvent::new(code, modifiers);
        Arrived::new(&OwnKeys::shipped(), &Event::Key(key), Some(key))
    }

    #[test]
    fn a_key_is_called_as_in_the_table_and_does_what_it_says() {
        let place = arrived(KeyCode::Char('n'), KeyModifiers::CONTROL);
        assert_eq!(place.name, "Ctrl+N");
        assert_eq!(
            place.does,
            keymap::on_the_day(
                &OwnKeys::shipped(),
                KeyEvent::new(KeyCode::Char('n'), KeyModifiers::CONTROL)
            )
            .1
            .unwrap()
        );
        assert_eq!(place.came, "press 'n' U+006E + control");

        let letter = arrived(KeyCode::Char('\u{e9}'), KeyModifiers::NONE);
        assert_eq!(
            (letter.does.as_str(), letter.came.as_str()),
            ("is typed", "press '\u{e9}' U+00E9")
        );
        let none = arrived(KeyCode::F(12), KeyModifiers::NONE);
        assert_eq!((none.name.as_str(), none.does.as_str()), ("F12", "nothing"));
        assert_eq!(
            (none.came.as_str(), letter.name.as_str()),
            ("press F12", "\u{e9}")
        );
    }

    #[test]
    fn what_is_let_go_and_what_is_pasted_is_told_without_its_words() {
        let mut key = KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE);
        key.kind = KeyEventKind::Release;
        let release = Arrived::new(&OwnKeys::shipped(), &Event::Key(key), None);
        assert_eq!(
            (release.name.as_str(), release.came.as_str()),
            ("(let go)", "release Enter")
        );
        let paste = Arrived::new(&OwnKeys::shipped(), &Event::Paste("one\ntwo".into()), None);
        assert_eq!(
            (paste.name.as_str(), paste.came.as_str()),
            ("(paste, 2 lines)", "paste of 7 characters")
        );
    }
}
