//! Every character there is, written by the pen, and looked at as the bytes that a terminal gets.

#[path = "../../tests/kit/terminal_bytes.rs"]
mod terminal_bytes;

use ratatui::{
    backend::{Backend, CrosstermBackend},
    buffer::Buffer,
    layout::Rect,
};

use super::{
    display_safe::display_safe_line,
    lines::Lines,
    pen::{Pen, Rows},
    theme::{Role, Theme},
};

/// How many characters stand in a row.
const A_ROW: usize = 20;
/// A row in which there is room for all of them, each between two letters and a space, as a number of ten cells.
const AREA: Rect = Rect {
    x: 0,
    y: 0,
    width: 13 * 20,
    height: 50,
};
/// Which of the characters that all look alike, or have no look yet, are tried without more ado.
const EACH_NTH: u32 = 61;

/// Whether it stands where Unicode has characters that differ in more than their picture.
fn is_of_its_own(letter: char) -> bool {
    matches!(letter, '\0'..='\u{3fff}' | '\u{a000}'..='\u{abff}' | '\u{d7a0}'..='\u{16fff}' | '\u{1b000}'..='\u{1ffff}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// The bytes that a terminal gets for these rows, of which every other one is written at the end of its row.
fn sent(rows: &[String]) -> Vec<u8> {
    // On an old console more of them become a question mark.
    let theme = Theme::mono().with_lines(Lines::Unicode);
    let (empty, mut buffer) = (Buffer::empty(AREA), Buffer::empty(AREA));
    let mut pen = Pen::new(&mut buffer, &theme);
    for (number, (row, text)) in Rows::of(AREA).each().zip(rows).enumerate() {
        if number % 2 == 0 {
            pen.text(row, Role::Title, text);
        } else {
            pen.text_right(row, Role::Title, text);
        }
    }
    let mut bytes = Vec::new();
    let changed = empty.diff(&buffer);
    CrosstermBackend::new(&mut bytes)
        .draw(changed.into_iter())
        .unwrap();
    bytes
}

/// `text` without the blanks, which a terminal is not sent where it is blank already.
fn without_blanks(text: &str) -> String {
    text.replace(' ', "")
}

fn none_drives_the_terminal(letters: &[char]) {
    let rows: Vec<String> = letters
        .chunks(A_ROW)
        .map(|letters| {
            letters
                .iter()
                .flat_map(|letter| ['q', *letter, 'z', ' '])
                .collect()
        })
        .collect();
    for rows in rows.chunks(AREA.height.into()) {
        let bytes = sent(rows);
        assert_eq!(terminal_bytes::amiss(&bytes, false), None);
        // Nothing is dropped on the way either: it would be hidden.
        let sent = String::from_utf8(bytes).unwrap();
        let drawn: String = terminal_bytes::texts(&sent).map(Result::unwrap).collect();
        let shown: String = rows.iter().map(|row| display_safe_line(row)).collect();
        assert_eq!(without_blanks(&drawn), without_blanks(&shown));
    }
}

#[test]
fn no_character_drives_the_terminal() {
    let letters = '\0'..=char::MAX;
    let some = letters.filter(|letter| is_of_its_own(*letter) || u32::from(*letter).is_multiple_of(EACH_NTH));
    none_drives_the_terminal(&some.collect::<Vec<_>>());
}

#[test]
#[ignore = "all 1,112,064 of them take half a minute: cargo test --lib every_character -- --ignored"]
fn none_of_all_characters_drives_the_terminal() {
    let letters: Vec<char> = ('\0'..=char::MAX).collect();
    assert_eq!(letters.len(), 1_112_064);
    none_drives_the_terminal(&letters);
}
