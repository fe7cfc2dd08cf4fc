//! The lines of a mail as they were written: quoting taken off, what a mail program wrapped put together again.

use std::collections::BTreeMap;

use super::super::{Vocabulary, sheet::Line, wording};
use super::{around, headings, width::Width, without_sign};

/// From this length on, a line may have been wrapped by a mail program, and go on with a small letter in the next.
const WRAPPED_SMALL: usize = 62;
/// The same, if the next one begins with a capital.
const WRAPPED: usize = 70;
/// The same for an item of a list.
const WRAPPED_ITEM: usize = 40;

/// A line with its words as they were written.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub(super) line: Line,
    pub(super) verbatim: String,
    /// How many lines it was wrapped into.
    pub(super) lines: usize,
    /// Where in `verbatim` each of those begins after the first.
    pub(super) breaks: Vec<usize>,
    /// How far it is moved in.
    indent: usize,
    /// How many signs of quoting stand before it.
    pub(super) depth: usize,
}

impl Written {
    /// A line of a document.
    pub(super) fn of(line: &Line) -> Self {
        Self {
            verbatim: line.text.clone(),
            line: line.clone(),
            lines: 1,
            breaks: Vec::new(),
            indent: 0,
            depth: 0,
        }
    }

    /// The words of a part of it, which begins at `start`; the lines that it stands on.
    pub(super) fn part(&self, start: usize, end: usize) -> (usize, usize) {
        let before = self.breaks.iter().filter(|at| **at <= start).count();
        let within = self.breaks.iter().filter(|at| **at > start && **at < end).count();
        (self.line.number + before, within + 1)
    }

    /// Whether it begins with a sign of the kind of a note.
    pub(super) fn is_signed(&self) -> bool {
        without_sign(&self.verbatim) != self.verbatim
    }

    /// Whether an item's number stands before it.
    pub(super) fn is_numbered(&self) -> bool {
        self.line.bullet
            && self
                .verbatim
                .starts_with(|letter: char| letter.is_ascii_digit() || letter == '(')
    }

    /// Goes on with the next line.
    fn join(&mut self, next: &Self) {
        self.verbatim.push(' ');
        self.breaks.push(self.verbatim.len());
        self.verbatim.push_str(&next.verbatim);
        self.line.text.push(' ');
        self.line.text.push_str(&next.line.text);
        self.lines += 1;
    }
}

/// The lines of a text that have something in them.
pub(super) fn lines(text: &str, words: &Vocabulary) -> Vec<Written> {
    let keeps_tabs = text.split('\n').any(has_box);
    let is_list = is_list(text, words);
    // What was quoted was written with other lines than what stands beside it.
    let mut widths: BTreeMap<usize, Width> = BTreeMap::new();
    for raw in text.split('\n') {
        let depth = margin(raw).0;
        let of_depth = || text.split('\n').filter(|raw| margin(raw).0 == depth);
        let width = || Width::of(of_depth().map(|raw| unquoted(raw, keeps_tabs)));
        widths.entry(depth).or_insert_with(width);
    }
    let mut lines: Vec<Written> = Vec::new();
    let mut apart = true;
    for (at, raw) in text.split('\n').enumerate() {
        let plain = unquoted(raw, keeps_tabs);
        let line = Line {
            apart,
            ..Line::typed(at + 1, without_sign(plain))
        };
        apart = plain.is_empty();
        if line.is_blank() {
            continue;
        }
        let (depth, indent) = margin(raw);
        let width = widths.get(&depth);
        let next = Written {
            line,
            verbatim: plain.to_string(),
            lines: 1,
            breaks: Vec::new(),
            indent,
            depth,
        };
        match lines
            .last_mut()
            .filter(|before| joins(before, &next, (is_list, width), words))
        {
            Some(before) => before.join(&next),
            None => lines.push(next),
        }
    }
    lines
}

/// Whether most lines begin with a bullet, a sign, a time or a class: then one that does not goes on with the line
/// above it.
pub(super) fn is_list(text: &str, words: &Vocabulary) -> bool {
    let (mut all, mut items) = (0, 0);
    for raw in text.split('\n') {
        let raw = unquoted(raw, false);
        let line = Line::typed(1, raw);
        let label = headings::label(without_sign(&line.text), words);
        all += usize::from(!line.is_blank());
        let is_item =
            line.bullet || without_sign(raw) != raw || label.is_some_and(|label| label.says_something());
        items += usize::from(is_item && !line.is_blank());
    }
    items * 2 > all
}

/// How many signs of quoting stand before a line, and how far its words are moved in behind them.
fn margin(raw: &str) -> (usize, usize) {
    let is_margin = |letter: char| matches!(letter, '>' | '|') || letter.is_whitespace();
    let end = raw.find(|letter: char| !is_margin(letter)).unwrap_or(raw.len());
    let (before, _) = raw.split_at(end);
    let depth = before.chars().filter(|letter| *letter == '>').count();
    let indent = before
        .chars()
        .rev()
        .take_while(|letter| letter.is_whitespace())
        .count();
    // The space behind a sign of quoting moves nothing in.
    (depth, indent.saturating_sub(usize::from(depth > 0)))
}

/// `raw` without the signs of quoting before it. In a table TABs are kept: one may stand for an empty cell.
fn unquoted(raw: &str, keeps_tabs: bool) -> &str {
    let blank = |letter: char| letter.is_whitespace() && !(keeps_tabs && letter == '\t');
    raw.trim_start_matches(|letter: char| letter == '>' || letter == '|' || blank(letter))
        .trim_end_matches(blank)
}

/// Whether the head of a box stands beside a TAB.
fn has_box(line: &str) -> bool {
    line.contains('\t') && line.split('\t').any(|cell| super::called::kind(cell).is_some())
}

/// Whether `next` is the rest of a line that a mail program wrapped, or that goes on further in.
fn joins(
    before: &Written,
    next: &Written,
    (is_list, width): (bool, Option<&Width>),
    words: &Vocabulary,
) -> bool {
    let (line, raw) = (&next.line, next.verbatim.as_str());
    let starts = next.is_signed() || raw.contains('\t') || before.verbatim.contains('\t');
    let head =
        headings::label(&line.text, words).is_some_and(|label| label.says_something() || label.is_whole());
    let follows = !line.apart && !line.bullet && before.depth == next.depth;
    if starts || head || !follows || around::is_head(&before.line.text) || around::is_end(&line.text) {
        return false;
    }
    let item = before.line.bullet || before.is_signed();
    let moved_in = item && next.indent > before.indent && next.indent >= 2;
    let length = before.verbatim.chars().count() / before.lines;
    let small = line.text.starts_with(char::is_lowercase);
    let last = before
        .verbatim
        .get(before.breaks.last().copied().unwrap_or_default()..);
    let wrapped = width.is_some_and(|width| width.is_wrapped_at(last.unwrap_or_default(), &next.verbatim));
    // In sentences a small letter goes on with the line before, however wide the lines are.
    let full = (wrapped || small && !is_list) && length >= if small { WRAPPED_SMALL } else { WRAPPED };
    let ended = before.line.text.ends_with(['.', '?', '!', ':', ';']);
    let labelled = wording::words(&line.text).len() > 2 && headings::has_label_form(&line.text);
    let of_item = is_list && wrapped && small && length >= WRAPPED_ITEM && !labelled;
    // A sentence that ends within a paragraph goes on as well.
    moved_in || (!ended && ((full && !headings::has_colon(&line.text)) || of_item))
}
