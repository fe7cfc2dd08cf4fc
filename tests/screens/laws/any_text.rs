//! Whatever stands in the files, and whatever is typed: of the data nothing drives the terminal.

#[path = "../../kit/terminal_bytes.rs"]
mod terminal_bytes;

use knownow::ui::{self, lines::Lines, theme::Theme};
use ratatui::{Terminal, TerminalOptions, Viewport, backend::CrosstermBackend, layout::Rect};

use super::everywhere::{WAYS, sessions};
use crate::stage::{Source, Stage};

/// How many characters stand in each field at once.
const IN_A_FIELD: usize = 24;
/// The fields of the files that people write their own words into.
const FIELDS: [&str; 14] = [
    "name",
    "title",
    "words",
    "text",
    "short",
    "class",
    "remark",
    "wanted_outcome",
    "focus_area",
    "label",
    "where",
    "subject",
    "teacher",
    "room",
];
/// A window in which most of a field is seen, and the smallest that people have.
const WIDE: (u16, u16) = (180, 40);
const SMALL: (u16, u16) = (80, 24);

/// The characters that hurt: all controls, what turns, hides, joins, marks or has no look, and some that only are wide.
fn odd() -> Vec<char> {
    let ranges = [
        '\0'..='\u{1f}',
        '\u{7f}'..='\u{9f}',
        '\u{200b}'..='\u{200f}',
        '\u{2028}'..='\u{202f}',
        '\u{2060}'..='\u{206f}',
        '\u{fff9}'..='\u{ffff}',
        '\u{fe00}'..='\u{fe0f}',
        '\u{e0000}'..='\u{e0002}',
        '\u{e0041}'..='\u{e0045}',
        '\u{e0100}'..='\u{e0102}',
    ];
    let single = "\"\\\u{ad}\u{34f}\u{61c}\u{600}\u{115f}\u{17b4}\u{180e}\u{301}\u{94d}\u{3164}\u{feff}\u{e000}\
        \u{f8ff}\u{fdd0}\u{1f469}\u{1f3fd}\u{1f1ec}\u{6f22}\u{1100}\u{1d173}\u{10ffff}\u{378}";
    ranges.into_iter().flatten().chain(single.chars()).collect()
}

/// `text` of a file with these words before those of each field of words.
fn with_words(text: &str, words: &str) -> String {
    let escaped: String = words.chars().flat_map(char::escape_unicode).collect();
    let mut altered = String::new();
    let mut left = text;
    while let Some(at) = left.find(": \"") {
        let (before, behind) = left.split_at(at + 3);
        altered.push_str(before);
        let field = before.trim_end_matches(": \"");
        let field = field
            .rsplit(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
            .next();
        if field.is_some_and(|field| FIELDS.contains(&field)) {
            altered.push_str(&escaped);
        }
        left = behind;
    }
    altered + left
}

fn source(name: &str, words: &str) -> Source {
    let mut source = Source::called(name);
    source.plan = with_words(&source.plan, words);
    for (_, text) in &mut source.records {
        *text = with_words(text, words);
    }
    source
}

/// The bytes that a terminal of this size gets for the whole screen.
fn sent(stage: &Stage, (columns, rows): (u16, u16)) -> Vec<u8> {
    let mut bytes = Vec::new();
    let options = TerminalOptions {
        viewport: Viewport::Fixed(Rect::new(0, 0, columns, rows)),
    };
    let theme = Theme::mono().with_lines(Lines::Unicode);
    let mut terminal =
        Terminal::with_options(CrosstermBackend::new(&mut bytes), options).expect("a terminal");
    terminal
        .draw(|frame| ui::draw(frame, &stage.model, &theme))
        .expect("a frame");
    drop(terminal);
    bytes
}

fn is_safe(stage: &Stage, size: (u16, u16), place: &str) {
    let amiss = terminal_bytes::amiss(&sent(stage, size), false);
    assert_eq!(amiss, None, "{place} at {size:?}");
}

#[test]
fn nothing_in_any_field_drives_the_terminal_on_any_screen() {
    for letters in odd().chunks(IN_A_FIELD) {
        let words: String = letters.iter().flat_map(|letter| ['q', *letter]).collect();
        let source = source("half-day-maths-80-notes", &words);
        let mut stage = Stage::owner_in_memory(&source, "Facilitator", "09:16");
        let opened = stage.model.clone();
        assert!(
            String::from_utf8_lossy(&sent(&stage, WIDE)).contains('q'),
            "{letters:?} are there"
        );
        for (time, keys) in WAYS {
            stage.model = opened.clone();
            stage.asleep_until(time);
            stage.at(time);
            stage.keys("<C-l>");
            stage.keys(keys);
            is_safe(&stage, WIDE, keys);
            stage.paste(&words);
            is_safe(&stage, SMALL, &format!("{keys} and a paste"));
        }
        sessions(&mut stage, &words);
        is_safe(&stage, WIDE, "the list of sessions");
        stage.paste(&words);
        is_safe(&stage, SMALL, "the list of sessions and a paste");
    }
}
