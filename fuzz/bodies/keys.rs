//! What holds whatever keys are pressed.

use crate::stage::{Source, Stage};

/// Keys by a byte each: most of them letters, so that words come to be, and every key that does something.
const NAMED: [&str; 64] = [
    "<Enter>",
    "<Esc>",
    "<Tab>",
    "<S-Tab>",
    "<Up>",
    "<Down>",
    "<Left>",
    "<Right>",
    "<Home>",
    "<End>",
    "<PgUp>",
    "<PgDn>",
    "<BS>",
    "<Del>",
    "<C-a>",
    "<C-b>",
    "<C-c>",
    "<C-d>",
    "<C-e>",
    "<C-f>",
    "<C-g>",
    "<C-j>",
    "<C-k>",
    "<C-l>",
    "<C-n>",
    "<C-o>",
    "<C-p>",
    "<C-r>",
    "<C-s>",
    "<C-t>",
    "<C-u>",
    "<C-v>",
    "<C-w>",
    "<C-x>",
    "<C-y>",
    "<C-z>",
    "<F1>",
    "<F2>",
    "<F3>",
    "<F4>",
    "<A-Up>",
    "<A-Down>",
    "<A-Left>",
    "<A-Right>",
    "<S-Up>",
    "<S-Down>",
    "<C-Left>",
    "<C-Right>",
    "+",
    "-",
    "?",
    "!",
    ">",
    "@",
    " ",
    "/",
    ":",
    "#",
    "1",
    "2",
    "3",
    "Y",
    "\u{301}",
    "\u{202e}",
];

fn key(byte: u8) -> String {
    match byte {
        0..=63 => NAMED[usize::from(byte)].to_string(),
        64..=191 => char::from(b'a' + byte % 26).to_string(),
        _ => " ".to_string(),
    }
}

/// No key ends the program but the one that leaves, no drawing fails, and what was acknowledged is there afterwards.
pub fn keys(bytes: &[u8]) {
    let source = Source::called("half-day-maths");
    let mut stage = Stage::in_memory(&source, "Head of School B", "09:16");
    for (count, byte) in bytes.iter().take(400).enumerate() {
        if stage.left {
            break;
        }
        stage.keys(&key(*byte));
        if count % 16 == 0 {
            let size = u16::from(*byte);
            let _drawn = stage.screen(size, size / 3);
        }
    }
    let _drawn = stage.screen(80, 24);
    let saved = stage.saved().records.clone();
    for note in stage.acknowledged().records.notes.all() {
        assert!(saved.notes.get(note.id).is_some());
    }
}
