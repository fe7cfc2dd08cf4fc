//! With which signs lines and marks are drawn: the one place where those beyond a typewriter's are chosen.

use crate::domain::settings::Borders;

/// The signs for lines and marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lines {
    /// Those of every typewriter: `-`, `|`, `+`, and `~` where something was left out.
    #[default]
    Ascii,
    /// Those that are made for it.
    Unicode,
}

impl Lines {
    /// The signs that were chosen, or that a terminal most likely has which says this of itself.
    ///
    /// The consoles of Linux and of old terminals have no box characters in their fonts; neither has a window of Windows
    /// before its Terminal, which alone sets `WT_SESSION`. Elsewhere letters beyond ASCII arrive whole only if the
    /// system is set to UTF-8.
    #[must_use]
    pub fn choose(borders: Borders, variable: impl Fn(&str) -> Option<String>) -> Self {
        Self::choose_on(cfg!(windows), borders, variable)
    }

    fn choose_on(windows: bool, borders: Borders, variable: impl Fn(&str) -> Option<String>) -> Self {
        let can = || {
            let term = variable("TERM");
            let legacy = term.as_deref().is_some_and(is_legacy);
            if windows {
                let modern = ["WT_SESSION", "TERM_PROGRAM", "TERM"];
                return !legacy && modern.iter().any(|name| variable(name).is_some());
            }
            let letters = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(&variable);
            let letters = letters.unwrap_or_default().to_lowercase();
            !legacy && term.is_some() && (letters.contains("utf-8") || letters.contains("utf8"))
        };
        match borders {
            Borders::Unicode => Self::Unicode,
            Borders::Auto if can() => Self::Unicode,
            Borders::Auto | Borders::Ascii => Self::Ascii,
        }
    }

    /// What they are called in the settings.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ascii => "ascii",
            Self::Unicode => "unicode",
        }
    }

    /// The sign of a line across.
    pub(super) fn across(self) -> char {
        match self {
            Self::Ascii => '-',
            Self::Unicode => '\u{2500}',
        }
    }

    /// The sign of a line down.
    pub(super) fn down(self) -> char {
        match self {
            Self::Ascii => '|',
            Self::Unicode => '\u{2502}',
        }
    }

    /// The four corners of a box: above left and right, below left and right.
    pub(super) fn corners(self) -> [char; 4] {
        match self {
            Self::Ascii => ['+'; 4],
            Self::Unicode => ['\u{250c}', '\u{2510}', '\u{2514}', '\u{2518}'],
        }
    }

    /// The sign that stands for a mark of the program's own; letters that people typed stay what they are.
    ///
    /// Each takes one cell, so that nothing moves.
    pub(super) fn mark(self, mark: char) -> char {
        match (self, mark) {
            (Self::Ascii, '\u{2026}') => '~',
            // The pictures of control characters, and what stands for a letter that can't be shown.
            (Self::Ascii, '\u{2400}'..='\u{2426}' | '\u{fffd}') => '?',
            _ => mark,
        }
    }
}

/// Whether a terminal of this name draws with a font of its own that has few letters.
fn is_legacy(term: &str) -> bool {
    let exactly = ["dumb", "linux", "ansi", "cons25", "pcansi", "unknown"];
    exactly.contains(&term) || (term.starts_with("vt") && term.len() <= 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(windows: bool, borders: Borders, set: &[(&str, &str)]) -> Lines {
        let variable = |name: &str| {
            let found = set.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        Lines::choose_on(windows, borders, variable)
    }

    #[test]
    fn the_terminal_decides_until_somebody_does() {
        let utf8 = ("LANG", "en_GB.UTF-8");
        for (windows, set, right) in [
            (false, &[("TERM", "xterm-256color"), utf8][..], Lines::Unicode),
            (
                false,
                &[("TERM", "xterm-256color"), ("LC_ALL", "C.utf8")],
                Lines::Unicode,
            ),
            (
                false,
                &[("TERM", "xterm-256color"), ("LC_ALL", "C"), utf8],
                Lines::Ascii,
            ),
            (false, &[("TERM", "xterm-256color")], Lines::Ascii),
            (false, &[utf8], Lines::Ascii),
            (false, &[("TERM", "linux"), utf8], Lines::Ascii),
            (false, &[("TERM", "vt100"), utf8], Lines::Ascii),
            (false, &[("TERM", "dumb"), utf8], Lines::Ascii),
            (true, &[], Lines::Ascii),
            (true, &[("WT_SESSION", "1")], Lines::Unicode),
            (true, &[("TERM_PROGRAM", "vscode")], Lines::Unicode),
            (true, &[("TERM", "xterm-256color")], Lines::Unicode),
        ] {
            assert_eq!(on(windows, Borders::Auto, set), right, "{set:?}");
            assert_eq!(on(windows, Borders::Ascii, set), Lines::Ascii);
            assert_eq!(on(windows, Borders::Unicode, set), Lines::Unicode);
        }
    }

    #[test]
    fn every_sign_of_a_legacy_console_is_one_byte_and_every_sign_one_cell() {
        use unicode_width::UnicodeWidthChar;
        let marks = ['\u{2026}', '\u{240a}', '\u{241b}', '\u{2421}', '\u{fffd}'];
        for lines in [Lines::Ascii, Lines::Unicode] {
            let corners = lines.corners().into_iter().chain([lines.across(), lines.down()]);
            for sign in corners.chain(marks.map(|mark| lines.mark(mark))) {
                assert_eq!(sign.width(), Some(1), "{sign}");
                assert!(sign.is_ascii() || lines == Lines::Unicode, "{sign}");
            }
        }
        assert_eq!(Lines::Ascii.mark('\u{e9}'), '\u{e9}');
    }
}
