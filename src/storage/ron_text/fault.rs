//! What is wrong with a file, where, and what to do: everything at once.

use std::{
    borrow::Cow,
    fmt,
    path::{Path, PathBuf},
};

use unicode_width::UnicodeWidthChar;

/// The columns of source text that are shown around a fault.
const SHOWN: usize = 96;
/// The columns that are shown before a fault when its line is cut.
const BEFORE: usize = 48;
/// How many faults of one file are written out; more would push the first ones off the screen.
const WRITTEN_OUT: usize = 20;

/// Everything that is wrong with one file. It was read only: the file is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct FileFault {
    file: PathBuf,
    faults: Vec<Fault>,
    newer: Option<Box<Newer>>,
}

/// A file written by a newer version: what is known of it may be shown, and it is never written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{}: written by a newer knownow (version {version} of this file, this program knows up to {ours}); it can be read \
     as far as it is known, and is not written to. Install the newer knownow to use all of it",
    file.display()
)]
pub struct Newer {
    /// The file.
    pub file: PathBuf,
    /// Its version.
    pub version: u32,
    /// The version that this program knows.
    pub ours: u32,
}

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where, unless it is the file as a whole.
    pub place: Option<Place>,
    /// What is wrong.
    pub what: String,
    /// The line it is in.
    pub excerpt: Option<Excerpt>,
    /// Why that is likely so.
    pub cause: String,
    /// What to do.
    pub hint: String,
}

/// A place in a text, counted from 1 in lines and characters as editors do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

/// A line of a file, made safe to show, and where to point in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, or the part of a long line around the fault.
    pub line: String,
    /// How many columns of the screen stand before the fault.
    pub before: usize,
}

impl FileFault {
    /// The fault of `file` made of `faults`, in the order of their places.
    #[must_use]
    pub fn new(file: &Path, mut faults: Vec<Fault>) -> Self {
        faults.sort_by_key(|fault| fault.place);
        Self {
            file: file.to_owned(),
            faults,
            newer: None,
        }
    }

    /// The same, with more that is wrong with the file.
    #[must_use]
    pub fn with(self, more: Vec<Fault>) -> Self {
        let faults = self.faults.into_iter().chain(more).collect();
        Self {
            newer: self.newer,
            ..Self::new(&self.file, faults)
        }
    }

    /// The same, of a file that a newer version wrote.
    #[must_use]
    pub fn of_newer(self, newer: Option<Newer>) -> Self {
        Self {
            newer: newer.map(Box::new),
            ..self
        }
    }

    /// The file.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Everything that is wrong, in the order of the file.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Set if the file is from a newer version, which explains all of it.
    #[must_use]
    pub fn newer(&self) -> Option<&Newer> {
        self.newer.as_deref()
    }

    /// The first thing that is wrong, in one sentence: file and line, what, and what to do.
    #[must_use]
    pub fn in_a_sentence(&self) -> String {
        let file = self.file.display();
        match self.faults.first() {
            Some(Fault {
                place, what, hint, ..
            }) => {
                let line = place.map_or_else(String::new, |place| format!(", line {}", place.line));
                format!("{file}{line}: {what}; what to do: {hint}")
            }
            None => self
                .newer
                .as_ref()
                .map_or_else(|| file.to_string(), ToString::to_string),
        }
    }

    pub(in crate::storage) fn into_faults(self) -> Vec<Fault> {
        self.faults
    }
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.file.display();
        if let Some(newer) = &self.newer {
            writeln!(f, "{newer}")?;
        }
        for fault in self.faults.iter().take(WRITTEN_OUT) {
            match fault.place {
                Some(Place { line, column }) => writeln!(f, "{file}:{line}:{column}: {}", fault.what)?,
                None => writeln!(f, "{file}: {}", fault.what)?,
            }
            if let (Some(place), Some(excerpt)) = (fault.place, &fault.excerpt) {
                excerpt.write(f, place.line)?;
            }
            writeln!(f, "  likely cause: {}", fault.cause)?;
            writeln!(f, "  what to do: {}", fault.hint)?;
        }
        if self.faults.len() > WRITTEN_OUT {
            writeln!(
                f,
                "{file}: {} more faults after these",
                self.faults.len() - WRITTEN_OUT
            )?;
        }
        write!(f, "{file}: the file was not changed")
    }
}

impl Fault {
    /// A fault at a place of `text`.
    pub fn at(
        text: &str,
        place: Place,
        what: impl Into<String>,
        cause: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        let line = text.split('\n').nth(place.line - 1).unwrap_or_default();
        let excerpt = Excerpt::new(line, place.column - 1);
        Self {
            place: Some(place),
            excerpt: Some(excerpt),
            ..Self::of_file(what, cause, hint)
        }
    }

    /// A fault of a file as a whole.
    pub fn of_file(what: impl Into<String>, cause: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            place: None,
            what: what.into(),
            excerpt: None,
            cause: cause.into(),
            hint: hint.into(),
        }
    }

    /// The same fault, `lines` further down: the text it was found in began there.
    #[must_use]
    pub(in crate::storage) fn moved_down(mut self, lines: usize) -> Self {
        if let Some(place) = &mut self.place {
            place.line += lines;
        }
        self
    }
}

impl Place {
    /// The place of the byte at `offset` of `text`.
    #[must_use]
    pub fn of_offset(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        Self {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
        }
    }

    /// The offset of this place in `text`, in bytes; its end if it lies beyond.
    #[must_use]
    pub fn offset_in(self, text: &str) -> usize {
        let start: usize = text.split_inclusive('\n').take(self.line - 1).map(str::len).sum();
        let rest = text.get(start..).unwrap_or_default();
        start
            + rest
                .char_indices()
                .nth(self.column - 1)
                .map_or(rest.len(), |(offset, _)| offset)
    }
}

impl Excerpt {
    /// The part of `line` around its character number `at`, counted from 0.
    #[must_use]
    pub fn new(line: &str, at: usize) -> Self {
        let line = line.trim_end_matches('\r');
        let is_long = line.chars().nth(SHOWN).is_some();
        let first = if is_long { at.saturating_sub(BEFORE) } else { 0 };
        let mut excerpt = Self {
            line: String::new(),
            before: 0,
        };
        let mut width = 0;
        if first > 0 {
            excerpt.line.push('…');
            width = 1;
        }
        excerpt.before = width;
        for (number, character) in line.chars().enumerate().skip(first) {
            let (text, columns) = shown(character);
            if number >= at && width + columns > SHOWN {
                excerpt.line.push('…');
                break;
            }
            excerpt.line.push_str(&text);
            width += columns;
            if number < at {
                excerpt.before = width;
            }
        }
        excerpt
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, line: usize) -> fmt::Result {
        writeln!(f, "{line:>5} | {}", self.line)?;
        writeln!(f, "      | {:width$}^", "", width = self.before)
    }
}

/// What is shown for one character of a file, and its columns: nothing that would drive the terminal or move the
/// pointer under the line away from its place.
fn shown(character: char) -> (Cow<'static, str>, usize) {
    let text: Cow<'static, str> = match character {
        '\t' => "    ".into(),
        character if character.is_control() => "\u{FFFD}".into(),
        '\u{AD}'
        | '\u{61C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' => format!("<U+{:04X}>", u32::from(character)).into(),
        character => character.to_string().into(),
    };
    let columns = text.chars().filter_map(UnicodeWidthChar::width).sum();
    (text, columns)
}
