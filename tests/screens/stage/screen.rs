//! A frame as text.

use knownow::{
    app::Model,
    ui::{self, lines::Lines, theme::Theme},
};
use ratatui::{Terminal, backend::TestBackend, buffer::Buffer, layout::Position};
use unicode_width::UnicodeWidthStr;

/// The screen as a person sees it without colours; the last line says where the cursor stands.
pub fn text(model: &Model, columns: u16, rows: u16) -> String {
    let drawn = text_by(model, &Theme::mono().with_lines(Lines::Unicode), columns, rows);
    // Lines are shown as an old console draws them, so that they can be typed and searched for.
    let typed = |letter| match letter {
        '\u{2500}' => '-',
        '\u{2502}' => '|',
        '\u{250c}' | '\u{2510}' | '\u{2514}' | '\u{2518}' => '+',
        letter => letter,
    };
    drawn.chars().map(typed).collect()
}

/// The same drawn by a theme.
pub fn text_by(model: &Model, theme: &Theme, columns: u16, rows: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a terminal in memory");
    terminal
        .draw(|frame| ui::draw(frame, model, theme))
        .expect("a frame");
    let backend = terminal.backend();
    let Position { x, y } = backend.cursor_position();
    let rows = rows_of(backend.buffer());
    if backend.cursor_visible() {
        format!("{rows}(cursor in row {}, column {})\n", y + 1, x + 1)
    } else {
        format!("{rows}(no cursor)\n")
    }
}

fn rows_of(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let mut row = String::new();
        let mut x = buffer.area.left();
        while x < buffer.area.right() {
            let symbol = buffer[(x, y)].symbol();
            row.push_str(symbol);
            // A wide character covers the cell behind it.
            x += u16::try_from(symbol.width().max(1)).expect("a character of a cell or two");
        }
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text
}
