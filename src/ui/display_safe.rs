//! The one gate for text that is not written in the source: notes, names, paths, messages of the system.
//!
//! A terminal obeys what it prints. Text that people paste can carry escape sequences, marks that turn the direction
//! of a line, characters without any width and thousands of accents on one letter. What is stored stays as typed; what
//! is shown went through here. The screen and the command line use the same functions.

use std::borrow::Cow;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// What a TAB becomes.
///
/// Always four spaces, not the way to the next tab stop: the column at which the text will stand is not known here.
const TAB: &str = "    ";

/// What stands between two lines that are shown as one.
pub(super) const LINE_BREAK: &str = " / ";

/// The most combining marks that one letter keeps; real scripts need four, and all of them go out from one cell.
const MOST_MARKS: usize = 8;

/// The most joiners in one picture; the longest emoji in use has three.
const MOST_JOINS: usize = 8;

/// `text` as it may be shown: nothing in it drives the terminal, hides or turns what stands beside it.
///
/// A TAB becomes four spaces; control characters become their pictures (a line break `␊`: give single lines, or use
/// [`display_safe_line`]); characters that cannot be seen become their number, such as `<U+202E>`. A joiner stays where
/// it makes one picture or letter out of two, a variation selector where it follows what it varies, and each letter
/// keeps its first eight combining marks. Plain text is borrowed, and what was shown once is not changed again.
#[must_use]
pub fn display_safe(text: &str) -> Cow<'_, str> {
    if is_simple(text) {
        return Cow::Borrowed(text);
    }
    let mut shown: Option<String> = None;
    for (start, grapheme) in graphemes(text) {
        match (safe_grapheme(grapheme), &mut shown) {
            (Cow::Borrowed(same), Some(shown)) => shown.push_str(same),
            (Cow::Borrowed(_), None) => {}
            (Cow::Owned(other), shown) => {
                shown
                    .get_or_insert_with(|| text.get(..start).unwrap_or_default().to_owned())
                    .push_str(&other);
            }
        }
    }
    shown.map_or(Cow::Borrowed(text), Cow::Owned)
}

/// `text` as one line: [`display_safe`], with ` / ` between the lines that are not empty.
#[must_use]
pub fn display_safe_line(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\r']) {
        return display_safe(text);
    }
    Cow::Owned(safe_pieces(text).collect())
}

/// JSON text that says the same and drives no terminal: JSON itself lets through DEL, the C1 controls, marks of direction
/// and what has no width, so these are escaped.
#[must_use]
pub fn json_safe(json: &str) -> Cow<'_, str> {
    let drives = |letter: char| {
        !letter.is_ascii_whitespace()
            && !is_simple_letter(letter)
            && (is_unseen(letter) || letter.width().is_none_or(|width| width == 0))
    };
    if !json.contains(drives) {
        return Cow::Borrowed(json);
    }
    let mut safe = String::with_capacity(json.len());
    let mut units = [0; 2];
    for letter in json.chars() {
        if drives(letter) {
            let escapes = letter.encode_utf16(&mut units).iter();
            safe.extend(escapes.map(|unit| format!("\\u{unit:04x}")));
        } else {
            safe.push(letter);
        }
    }
    Cow::Owned(safe)
}

/// How many cells `text` takes as it is drawn: made safe, each grapheme by itself.
#[must_use]
pub fn cells(text: &str) -> usize {
    if is_simple(text) {
        return text.chars().count();
    }
    let drawn = |grapheme| match safe_grapheme(grapheme) {
        Cow::Borrowed(same) => grapheme_cells(same),
        Cow::Owned(shown) => graphemes(&shown)
            .map(|(_, grapheme)| grapheme_cells(grapheme))
            .sum(),
    };
    graphemes(text).map(|(_, grapheme)| drawn(grapheme)).sum()
}

/// How many cells one grapheme takes that may be shown as it is.
#[must_use]
pub fn grapheme_cells(grapheme: &str) -> usize {
    if is_simple(grapheme) {
        1
    } else {
        usize::from(grapheme.cell_width())
    }
}

/// The graphemes of `text`, each with the byte at which it starts.
///
/// The same as `unicode_segmentation` gives, and many times faster for the text that reviewers write.
pub fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..)?;
        let mut letters = rest.chars();
        let first = letters.next()?;
        let length = if is_simple_letter(first) && letters.next().is_none_or(is_simple_letter) {
            first.len_utf8()
        } else {
            rest.graphemes(true).next()?.len()
        };
        let grapheme = (start, rest.get(..length)?);
        start += length;
        Some(grapheme)
    })
}

/// The pieces of [`display_safe_line`] one after the other, so that one who needs only the beginning reads no more.
pub(super) fn safe_pieces(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    text.split(['\n', '\r'])
        .filter(|line| !line.is_empty())
        .enumerate()
        .flat_map(|(number, line)| {
            let before = if number == 0 { "" } else { LINE_BREAK };
            std::iter::once(Cow::Borrowed(before))
                .chain(graphemes(line).map(|(_, grapheme)| safe_grapheme(grapheme)))
        })
}

/// Whether every character of `text` is safe, a grapheme of its own and one cell wide.
pub(super) fn is_simple(text: &str) -> bool {
    text.chars().all(is_simple_letter)
}

/// The letters, digits and signs of western European text; between two of them there is always a grapheme's end.
fn is_simple_letter(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{20ac}')
}

/// One grapheme as it may be shown; borrowed if it may be shown as it is.
fn safe_grapheme(grapheme: &str) -> Cow<'_, str> {
    if is_simple(grapheme) {
        return Cow::Borrowed(grapheme);
    }
    if grapheme.contains(char::is_control) {
        return Cow::Owned(grapheme.chars().map(control_picture).collect());
    }
    let mut letters = Letters::default();
    let mut chars = grapheme.chars().peekable();
    while let Some(letter) = chars.next() {
        letters.take(letter, chars.peek().copied());
    }
    let shown = letters.shown;
    // What takes no cell is dropped by ratatui, or laid over what is to the left.
    if shown.cell_width() == 0 {
        return Cow::Owned(grapheme.chars().map(number).collect());
    }
    if shown == grapheme {
        Cow::Borrowed(grapheme)
    } else {
        Cow::Owned(shown)
    }
}

/// The letters of one grapheme, taken one by one.
#[derive(Default)]
struct Letters {
    /// What is shown of those taken so far.
    shown: String,
    /// The last letter, if it may be varied by a selector.
    base: bool,
    /// How many letters without a width came in a row.
    marks: usize,
    /// How many joiners were kept.
    joins: usize,
    /// Whether a number was shown, after which nothing is left to join or to mark.
    broken: bool,
}

impl Letters {
    /// Takes `letter`, which `next` follows within the same grapheme.
    fn take(&mut self, letter: char, next: Option<char>) {
        if is_joiner(letter) {
            let joins = !self.broken && !self.shown.is_empty() && next.is_some_and(stands_alone);
            self.keep_if(joins && self.joins < MOST_JOINS, letter);
            self.joins += 1;
            self.base = false;
        } else if is_variation_selector(letter) {
            self.keep_if(self.base, letter);
            self.base = false;
        } else if is_unseen(letter) || (letter.width() == Some(0) && (self.broken || self.shown.is_empty())) {
            // A letter without a width and without its own letter before it would be laid over its neighbour.
            self.keep_if(false, letter);
            self.base = false;
        } else if letter.width() == Some(0) {
            self.marks += 1;
            if self.marks <= MOST_MARKS {
                self.shown.push(letter);
            }
            self.base = false;
        } else {
            self.shown.push(letter);
            self.marks = 0;
            self.base = true;
        }
    }

    /// Shows `letter` itself or its number.
    fn keep_if(&mut self, keep: bool, letter: char) {
        if keep {
            self.shown.push(letter);
        } else {
            self.shown.push_str(&number(letter));
            self.broken = true;
        }
    }
}

/// A control character as something to see; any other as it is.
fn control_picture(letter: char) -> String {
    match letter {
        '\t' => TAB.to_owned(),
        '\u{7f}' => '\u{2421}'.to_string(),
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(letter))
            .unwrap_or('\u{fffd}')
            .to_string(),
        _ => number(letter),
    }
}

/// The number of a character, such as `<U+202E>`.
fn number(letter: char) -> String {
    format!("<U+{:04X}>", u32::from(letter))
}

fn is_joiner(letter: char) -> bool {
    letter == '\u{200d}'
}

fn is_variation_selector(letter: char) -> bool {
    matches!(letter, '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether `letter` begins a grapheme, that is, does not belong to the letter before it.
fn stands_alone(letter: char) -> bool {
    let mut bytes = [b'a'; 5];
    let [_, rest @ ..] = &mut bytes;
    let end = 1 + letter.encode_utf8(rest).len();
    let pair = bytes.get(..end).and_then(|pair| std::str::from_utf8(pair).ok());
    pair.is_some_and(|pair| pair.graphemes(true).nth(1).is_some())
}

/// Whether `letter` is one that cannot be seen (or has no agreed look) and is neither a control, a joiner nor a
/// selector.
fn is_unseen(letter: char) -> bool {
    let named = matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180e}'
        // Zero width, direction, separators of lines, invisible operators.
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d159}' | '\u{1d173}'..='\u{1d17a}'
        // Tags, and what Unicode keeps for their like.
        | '\u{e0000}'..='\u{e0fff}'
        // Private use; its planes end with noncharacters.
        | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}');
    named || has_no_look(letter)
}

/// Whether the standard library would not print `letter` when it debugs a text: unassigned characters, noncharacters
/// and marks of format.
fn has_no_look(letter: char) -> bool {
    letter.width() != Some(0)
        && !letter.is_ascii()
        && !letter.is_whitespace()
        && !is_katakana_sound_mark(letter)
        && letter.escape_debug().len() > 1
}

/// The two marks that the library escapes as marks, though they take a cell of their own.
fn is_katakana_sound_mark(letter: char) -> bool {
    matches!(letter, '\u{ff9e}' | '\u{ff9f}')
}

#[cfg(test)]
pub(crate) mod tests;
