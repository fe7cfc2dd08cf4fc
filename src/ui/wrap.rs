//! Text in rows: where a line breaks, where the cursor stands, what is left out.
//!
//! Everything here is one pass over the text, since it is done for every frame, and gives display-safe text.

use std::{borrow::Cow, ops::Range};

use super::display_safe::{cells, display_safe, grapheme_cells, graphemes, is_simple, safe_pieces};

/// What stands for text that was left out.
const ELLIPSIS: &str = "\u{2026}";

/// A draft as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The rows, display-safe, none wider than was asked for; at least one.
    pub rows: Vec<String>,
    /// Where the cursor stands: the row, counted from the first, and the cell in it, always inside the width.
    pub cursor: (usize, u16),
}

/// Lays out the `lines` of a draft in rows of `width` cells; `cursor` is its line and its place in characters.
///
/// Breaks at spaces where that is possible, otherwise between graphemes. The last cell is kept for the cursor, so that
/// it can stand behind the last letter of a row; spaces at a break may run into it and are cut there. A cursor inside a
/// grapheme stands before it, one outside of the draft at the nearest place inside. With no width there is one empty row.
#[must_use]
pub fn layout(lines: &[String], cursor: (usize, usize), width: u16) -> Layout {
    let mut laid = Layout {
        rows: Vec::new(),
        cursor: (0, 0),
    };
    if width == 0 || lines.is_empty() {
        laid.rows.push(String::new());
        return laid;
    }
    let limit = usize::from(width).saturating_sub(1).max(1);
    let cursor_line = cursor.0.min(lines.len() - 1);
    for (number, line) in lines.iter().enumerate() {
        let shown = fitting(line, limit);
        let rows = rows_of(&shown, limit);
        if number == cursor_line {
            let at = fitting(before_cursor(line, cursor), limit).len();
            let (row, cell) = place_in(&shown, &rows, at);
            laid.cursor = (
                laid.rows.len() + row,
                u16::try_from(cell).unwrap_or(u16::MAX).min(width - 1),
            );
        }
        laid.rows.extend(
            rows.into_iter()
                .map(|row| cut(piece(&shown, row), usize::from(width)).to_owned()),
        );
    }
    laid
}

/// `text` in rows of at most `width` cells, display-safe; broken at line breaks, at spaces where that is possible, and
/// otherwise between graphemes. The spaces at a break are dropped. No text or no width gives no rows.
#[must_use]
pub fn wrap_text(text: &str, width: u16) -> Vec<String> {
    let limit = usize::from(width);
    let mut wrapped = Vec::new();
    if limit == 0 {
        return wrapped;
    }
    for line in text.lines() {
        let shown = fitting(line, limit);
        for row in rows_of(&shown, limit) {
            wrapped.push(piece(&shown, row).trim_end_matches(is_break).to_owned());
        }
    }
    wrapped
}

/// `text` as one display-safe line of at most `width` cells; if it is longer, an ellipsis ends it.
#[must_use]
pub fn shorten(text: &str, width: u16) -> String {
    let width = usize::from(width);
    if text.len() <= width && is_simple(text) {
        return text.to_owned();
    }
    let (mut short, mut used) = (String::new(), 0);
    // How much of it leaves a cell for the ellipsis.
    let mut kept = 0;
    for shown in safe_pieces(text) {
        used += cells(&shown);
        if used > width {
            short.truncate(kept);
            if width > 0 {
                short.push_str(ELLIPSIS);
            }
            return short;
        }
        short.push_str(&shown);
        if used < width {
            kept = short.len();
        }
    }
    short
}

/// What of `line` is before the cursor, whole graphemes only.
fn before_cursor(line: &str, cursor: (usize, usize)) -> &str {
    let byte = line
        .char_indices()
        .nth(cursor.1)
        .map_or(line.len(), |(byte, _)| byte);
    if byte == line.len() || is_simple(line) {
        return piece(line, 0..byte);
    }
    let ends = graphemes(line).map(|(start, grapheme)| start + grapheme.len());
    let whole = ends.take_while(|end| *end <= byte).last().unwrap_or(0);
    piece(line, 0..whole)
}

/// The row in which the byte `at` of `shown` is, and its cell there.
fn place_in(shown: &str, rows: &[Range<usize>], at: usize) -> (usize, usize) {
    let row = rows.partition_point(|row| row.start <= at).saturating_sub(1);
    let start = rows.get(row).map_or(0, |row| row.start);
    (row, cells(piece(shown, start..at)))
}

/// `text`, display-safe, with an ellipsis for each grapheme that is wider than `limit`.
fn fitting(text: &str, limit: usize) -> Cow<'_, str> {
    let shown = display_safe(text);
    let too_wide = |grapheme: &str| grapheme_cells(grapheme) > limit;
    if is_simple(&shown) || !graphemes(&shown).any(|(_, grapheme)| too_wide(grapheme)) {
        return shown;
    }
    graphemes(&shown)
        .map(|(_, grapheme)| if too_wide(grapheme) { ELLIPSIS } else { grapheme })
        .collect()
}

/// Where the rows of `shown` are, without a gap; at least one. A row may end with spaces beyond the limit.
fn rows_of(shown: &str, limit: usize) -> Vec<Range<usize>> {
    let mut breaker = Breaker {
        limit,
        ..Breaker::default()
    };
    if is_simple(shown) {
        // Most text is: a cell a letter, and nothing to look up.
        for (start, letter) in shown.char_indices() {
            breaker.take(start, 1, is_break(letter));
        }
    } else {
        for (start, grapheme) in graphemes(shown) {
            breaker.take(start, grapheme_cells(grapheme), grapheme.chars().all(is_break));
        }
    }
    breaker.rows.push(breaker.start..shown.len());
    breaker.rows
}

/// Finds the breaks of one line.
#[derive(Default)]
struct Breaker {
    /// The most cells of a row, apart from spaces at its end.
    limit: usize,
    /// The rows that are done.
    rows: Vec<Range<usize>>,
    /// Where the row at hand starts.
    start: usize,
    /// Its cells so far.
    used: usize,
    /// Whether the last grapheme was a space.
    after_space: bool,
    /// Where its last word starts, and the cells before it; none as long as there was no space.
    word: Option<(usize, usize)>,
}

impl Breaker {
    /// Takes the grapheme that starts at the byte `start` and is `wide` cells wide.
    fn take(&mut self, start: usize, wide: usize, is_space: bool) {
        if is_space {
            self.used += wide;
            self.after_space = true;
            return;
        }
        if std::mem::take(&mut self.after_space) {
            self.word = Some((start, self.used));
        }
        if self.used + wide > self.limit
            && let Some((word, before)) = self.word.take()
        {
            self.end_row(word);
            self.used -= before;
        }
        if self.used + wide > self.limit && start > self.start {
            self.end_row(start);
            self.used = 0;
        }
        self.used += wide;
    }

    fn end_row(&mut self, next: usize) {
        self.rows.push(self.start..next);
        self.start = next;
    }
}

/// As much of `row` as fits into `width` cells.
fn cut(row: &str, width: usize) -> &str {
    if cells(row) <= width {
        return row;
    }
    let mut used = 0;
    let fits = graphemes(row).take_while(|(_, grapheme)| {
        used += grapheme_cells(grapheme);
        used <= width
    });
    piece(row, 0..fits.map(|(_, grapheme)| grapheme.len()).sum())
}

/// Whether a line may break after this space.
fn is_break(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// The bytes `range` of `text`; all ranges here come from the text itself.
fn piece(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

#[cfg(test)]
mod tests;
