//! Copying text to the clipboard: what is copied, and by which way it went.

use super::{Model, message::Effect, notice::Notice};

/// The most bytes that are handed to a terminal for its clipboard; several keep no more, and say nothing.
const MOST_BY_TERMINAL: usize = 50_000;

/// What is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    /// Notes of the session.
    Notes {
        /// How many.
        count: usize,
        /// How many private ones were chosen with them, and are not copied.
        left_out: usize,
    },
    /// Private notes alone, so many.
    Private(usize),
    /// What a finding says.
    Finding,
    /// Where the folder of a session is.
    FolderPath,
}

/// By which way it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The system's clipboard has it.
    System,
    /// The terminal was asked to take it; it gives no answer.
    Terminal,
    /// There is no clipboard of the system here, and it is too long for that of a terminal.
    Nowhere,
}

/// `text` as it is copied: as it is stored, without what drives a terminal.
#[must_use]
pub fn plain(text: &str) -> String {
    let space = |letter: char| if letter == '\t' { ' ' } else { letter };
    text.chars()
        .map(space)
        .filter(|letter| *letter == '\n' || !letter.is_control())
        .collect()
}

/// The system's clipboard has the text, or gave it back.
pub(super) fn hear(model: &mut Model, what: Copied, not_taken: Option<String>) -> Vec<Effect> {
    let way = match &not_taken {
        None => Way::System,
        Some(text) if text.len() <= MOST_BY_TERMINAL => Way::Terminal,
        Some(_) => Way::Nowhere,
    };
    model.notice = Some(Notice::Copied(what, way));
    let by_terminal = not_taken.filter(|_| way == Way::Terminal);
    by_terminal.map(Effect::CopyByTerminal).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_drives_a_terminal_is_not_copied_and_lines_stay() {
        assert_eq!(
            plain("one\u{1b}[31m\ttwo\r\n\u{7}caf\u{e9} \u{9b}x"),
            "one[31m two\ncaf\u{e9} x"
        );
    }
}
