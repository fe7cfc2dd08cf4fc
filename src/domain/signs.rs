//! The capture line: what the signs at its start say of a note, and how a note is written as a line again.
//!
//! ```text
//! line    = [blank] text                    plain text, whatever it begins with
//!         | { sign } [blank] text
//! sign    = "+" | "-" | "?"                 kind, at most one
//!         | "!"                             important, at most one
//!         | { space } ">"                   private, at most one
//!         | { space } "@" person            who said it, at most one; signs may follow after spaces
//! blank   = one space or TAB
//! ```
//! A colon right behind the name of a person, before a blank, belongs to the name. An `@` that names nobody is text, and so is every sign after the first of its sort.

use std::ops::Range;

mod people;
mod tags;

pub use tags::tags;

use super::{ids::PersonId, note::NoteKind, plan::Person};
use people::Speakers;

/// What can stand before the text.
const SIGNS: [char; 6] = ['>', '+', '-', '?', '!', '@'];

/// What can end the signs; the first one is not part of the text.
const BLANKS: [char; 2] = [' ', '\t'];

/// What a capture line says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// The kind of note.
    pub kind: NoteKind,
    /// Whether it is marked as important.
    pub important: bool,
    /// Whether it stays with its writer.
    pub private: bool,
    /// Who said or saw it, where the line names somebody.
    pub by: Option<PersonId>,
    /// What follows the signs.
    pub text: String,
}

/// Reads what was `typed` by `me`.
///
/// An `@` without a name is `last_by`, or the first reviewer among `people` who is not me. The text is always the end of
/// what was typed.
#[must_use]
pub fn read_line(typed: &str, people: &[Person], last_by: Option<&PersonId>, me: &PersonId) -> Line {
    let speakers = Speakers {
        people,
        last_by,
        me: Some(me),
    };
    Signs::read(typed, &speakers).line(typed)
}

/// Writes the line that reads back as the same, to change a note.
///
/// Text that would be read as a sign gets a space or a TAB before it. Somebody who is not among `people` cannot be named
/// and is left out.
#[must_use]
pub fn write_line(line: &Line, people: &[Person]) -> String {
    let mut signs = String::new();
    signs.extend(line.private.then_some('>'));
    signs.extend(line.kind.sign());
    signs.extend(line.important.then_some('!'));
    if let Some(person) = line
        .by
        .as_ref()
        .and_then(|id| people.iter().find(|person| person.id == *id))
    {
        return write_with_person(line, &signs, person, people);
    }
    let text = &line.text;
    if signs.is_empty() {
        let blank = if text.starts_with(SIGNS) || text.starts_with(BLANKS) {
            " "
        } else {
            ""
        };
        return format!("{blank}{text}");
    }
    // Spaces between a sign and an `@` or `>` do not keep them apart.
    let blank = if text.trim_start_matches(' ').starts_with(['@', '>']) {
        '\t'
    } else {
        ' '
    };
    format!("{signs}{blank}{text}")
}

/// The line with the name of a person, in the first spelling that reads back as the same.
fn write_with_person(line: &Line, signs: &str, person: &Person, people: &[Person]) -> String {
    let speakers = Speakers {
        people,
        last_by: None,
        me: None,
    };
    let gap = if signs.is_empty() { "" } else { " " };
    let by_name = format!("{signs}{gap}@{}", person.name.trim());
    let by_id = format!("{signs}{gap}@{}", person.id);
    // A space reads better; a TAB ends the name and the signs whatever comes after.
    let ways = [(&by_name, ' '), (&by_name, '\t'), (&by_id, ' '), (&by_id, '\t')];
    let mut written = ways
        .iter()
        .map(|(start, blank)| format!("{start}{blank}{}", line.text));
    let same = written.find(|way| Signs::read(way, &speakers).line(way) == *line);
    same.unwrap_or_else(|| format!("{by_name}\t{}", line.text))
}

/// An `@` in front of the text that names nobody, and so is kept as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unnamed {
    /// What was typed behind it.
    pub short: String,
    /// The names that it could mean.
    pub candidates: Vec<String>,
}

/// The `@` at the start of a line's text that names nobody.
#[must_use]
pub fn unnamed(line: &Line, people: &[Person]) -> Option<Unnamed> {
    let after = line.text.strip_prefix('@').filter(|_| line.by.is_none())?;
    let short = after.split(char::is_whitespace).next().unwrap_or_default();
    let short = short.trim_end_matches(':');
    let speakers = Speakers {
        people,
        last_by: None,
        me: None,
    };
    let candidates = speakers.candidates(short).into_iter().map(String::from).collect();
    Some(Unnamed {
        short: short.to_string(),
        candidates,
    })
}

/// Gives what was `typed` another `kind` and leaves all else as it is: the new line, and by how many characters its text
/// has moved, so that the cursor can move along.
#[must_use]
pub fn with_kind(
    typed: &str,
    kind: NoteKind,
    people: &[Person],
    last_by: Option<&PersonId>,
    me: &PersonId,
) -> (String, isize) {
    let speakers = Speakers {
        people,
        last_by,
        me: Some(me),
    };
    let signs = Signs::read(typed, &speakers);
    let now = signs.line(typed);
    if now.kind == kind {
        return (typed.to_owned(), 0);
    }
    let wanted = Line { kind, ..now };
    let sign = kind.sign().map(String::from).unwrap_or_default();
    let (before, after) = match signs.kind {
        Some((_, at)) => (part(typed, 0..at), part(typed, at + 1..typed.len())),
        None => typed.split_at(usize::from(typed.starts_with('>'))),
    };
    // A new sign is set off from the text; one that goes takes its space along.
    let tidy = if sign.is_empty() {
        format!("{before}{}", after.strip_prefix(' ').unwrap_or(after))
    } else if signs.kind.is_none() && !after.starts_with(BLANKS) && !after.starts_with('!') {
        format!("{before}{sign} {after}")
    } else {
        format!("{before}{sign}{after}")
    };
    let ways = [tidy, format!("{before}{sign}{after}")];
    let same = ways
        .into_iter()
        .find(|way| Signs::read(way, &speakers).line(way) == wanted);
    let line = same.unwrap_or_else(|| write_line(&wanted, people));
    let moved = line.chars().count().cast_signed() - typed.chars().count().cast_signed();
    (line, moved)
}

/// The signs at the start of a line.
#[derive(Debug, Default)]
struct Signs {
    private: bool,
    important: bool,
    /// The kind, and the byte at which its sign stands.
    kind: Option<(NoteKind, usize)>,
    by: Option<PersonId>,
    /// The byte at which the text begins.
    text: usize,
}

/// What was read last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Sign,
    Person,
}

impl Signs {
    fn read(typed: &str, speakers: &Speakers) -> Self {
        let mut signs = Self::default();
        let mut last = if typed.starts_with(BLANKS) {
            None
        } else {
            Some(Last::Sign)
        };
        while let Some(before) = last {
            last = signs.take_next(typed, before, speakers);
        }
        signs.text += usize::from(part(typed, signs.text..typed.len()).starts_with(BLANKS));
        signs
    }

    /// Takes the next sign, if there is one, and says of what sort it was.
    fn take_next(&mut self, typed: &str, last: Last, speakers: &Speakers) -> Option<Last> {
        let ahead = part(typed, self.text..typed.len()).trim_start_matches(' ');
        let at = typed.len() - ahead.len();
        let letter = ahead.chars().next()?;
        if letter == '@' && self.by.is_none() {
            let (person, length) = speakers.named(part(ahead, 1..ahead.len()))?;
            self.by = Some(person);
            self.text = at + 1 + length;
            return Some(Last::Person);
        }
        // What is meant for oneself must never be shared: behind other signs it counts with a space before it too.
        let is_private = letter == '>' && !self.private && self.text > 0;
        if at > self.text && last == Last::Sign && !is_private {
            return None;
        }
        match kind_of(letter) {
            Some(kind) if self.kind.is_none() => self.kind = Some((kind, at)),
            None if letter == '!' && !self.important => self.important = true,
            None if letter == '>' && !self.private => self.private = true,
            _ => return None,
        }
        self.text = at + 1;
        Some(Last::Sign)
    }

    fn line(&self, typed: &str) -> Line {
        Line {
            kind: self.kind.map(|(kind, _)| kind).unwrap_or_default(),
            important: self.important,
            private: self.private,
            by: self.by.clone(),
            text: part(typed, self.text..typed.len()).to_owned(),
        }
    }
}

/// The kind that a sign stands for.
fn kind_of(sign: char) -> Option<NoteKind> {
    NoteKind::ALL.into_iter().find(|kind| kind.sign() == Some(sign))
}

/// The bytes `range` of `text`; all ranges here begin and end beside a sign.
fn part(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

#[cfg(test)]
mod tests;
