//! What lies on top of the screen: help, lists to pick from, the question whether to leave.

use std::{borrow::Cow, ops::Range};

use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;

use super::{
    display_safe::cells,
    pen::{Pen, Rows, indent, short_of},
    theme::Role,
    words,
    wrap::{Layout, layout, shorten, wrap_text},
};
use crate::app::{
    Model,
    entry::{Entry, EntryPurpose},
    findings::FindingsChoice,
    notice::Notice,
    picker::{Choice, Picker, Purpose, Row as PickerRow},
    placing::PlacingChoice,
    pointing::{Rolled, Spot},
};

/// Cells of a list.
const WIDTH: u16 = 72;
/// Cells beside a box that are too few to say anything.
const CRUMBS: u16 = 8;

/// Draws an empty box of at most this size in the middle; gives its inside.
pub(super) fn boxed(pen: &mut Pen<'_>, area: Rect, width: u16, height: u16, title: &str) -> Rect {
    // A box that nearly fills the screen fills it, so that no crumbs are left beside it.
    let width = if width + CRUMBS > area.width {
        area.width
    } else {
        width
    };
    let height = height.min(area.height);
    let frame = Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    };
    pen.clear(frame, Role::Muted);
    let title = pen.told(title);
    pen.frame(frame);
    let mut rows = Rows::of(frame);
    let top = rows.take_rows(1);
    // However long it is, the corner stays.
    let room = short_of(indent(top, 2), 2);
    let words = shorten(&title, room.width.saturating_sub(2));
    pen.pieces(
        room,
        &[(Role::Rule, " "), (Role::Title, &words), (Role::Rule, " ")],
    );
    rows.take_last(1);
    let sides = rows.rest();
    let inside = indent(sides, 2);
    Rect {
        width: inside.width.saturating_sub(2),
        ..inside
    }
}

/// What is to be known before one leaves, and the keys.
pub(super) fn leave_lines(model: &Model) -> &'static [&'static str] {
    let plan = model.day().is_some_and(|day| !day.planning.all_saved());
    let day = model.day().filter(|_| model.has_unsaved());
    if day.is_some_and(|day| {
        day.safe_elsewhere()
            .is_some_and(|elsewhere| elsewhere.left_out == 0)
    }) {
        return &words::elsewhere::LEAVE_WITH_COPY;
    }
    if day.is_some_and(|day| day.saving.draft_unkept) {
        return &words::elsewhere::LEAVE_UNKEPT;
    }
    match (model.has_unsaved(), plan) {
        (_, true) => &words::plan::LEAVE_UNSAVED,
        (true, false) => &words::LEAVE_UNSAVED,
        (false, false) => &words::LEAVE_WITH_DRAFT,
    }
}

/// Asks whether to leave.
pub fn leave(pen: &mut Pen<'_>, area: Rect, model: &Model) {
    let (unsaved, lines) = (model.has_unsaved(), leave_lines(model));
    let height = u16::try_from(lines.len()).unwrap_or(3) + 2;
    let mut rows = Rows::of(boxed(pen, area, 64, height, words::LEAVE_TITLE));
    for line in lines {
        let role = if unsaved { Role::Failure } else { Role::Notice };
        if let Some(row) = rows.take_row() {
            pen.say(row, role, line);
        }
    }
}

/// What a line to type is asked for with.
pub(super) fn entry_title(entry: &Entry) -> String {
    words::findings::entry_title(&entry.purpose, &entry.title)
        .or_else(|| words::check::entry_title(&entry.purpose))
        .or_else(|| words::report::entry_title(&entry.purpose).map(str::to_string))
        .or_else(|| words::settings::entry_title(&entry.purpose).map(str::to_string))
        .or_else(|| words::elsewhere::entry_title(&entry.purpose).map(str::to_string))
        .or_else(|| words::purge::entry_title(&entry.purpose))
        .or_else(|| words::taking_in::entry_title(&entry.purpose).map(str::to_string))
        .or_else(|| words::plan::entry_title(&entry.purpose).map(str::to_string))
        .unwrap_or_else(|| words::late::entry_title(&entry.purpose, &entry.title))
}

/// What is to be known before the line is typed.
pub(super) fn entry_about(entry: &Entry) -> Vec<String> {
    match &entry.purpose {
        EntryPurpose::ByPath | EntryPurpose::AllTheSame { .. } | EntryPurpose::Elsewhere => {
            entry.title.lines().map(str::to_string).collect()
        }
        EntryPurpose::Remove(found) => words::purge::in_short(found),
        EntryPurpose::RemoveChanged(found) => words::purge::changed_in_short(found),
        _ => Vec::new(),
    }
}

/// Draws a line to type; gives the place of the cursor.
pub fn entry(pen: &mut Pen<'_>, area: Rect, entry: &Entry) -> Position {
    let title = entry_title(entry);
    let about = entry_about(entry);
    let about: Vec<String> = about.iter().flat_map(|line| wrap_text(line, 68)).collect();
    let (before, after) = entry.around_cursor();
    let typed = typed(before, after, area.width.min(72).saturating_sub(4 + SIGN));
    let height = about.len().saturating_add(4 + typed.rows.len());
    let height = u16::try_from(height).unwrap_or(u16::MAX);
    let mut rows = Rows::of(boxed(pen, area, 72, height, &title));
    for said in &about {
        pen.text(rows.take_rows(1), Role::Warning, said);
    }
    let role = if entry.is_selected() {
        Role::Selected
    } else {
        Role::CaptureLine
    };
    let mut cursor = Position::new(area.x, area.y);
    for (at, text) in typed.rows.iter().enumerate() {
        let line = rows.take_rows(1);
        if at == 0 {
            pen.text(line, Role::Key, "> ");
        }
        let line = indent(line, SIGN);
        pen.text(line, role, text);
        if at == typed.cursor.0 {
            let cell = line.x.saturating_add(typed.cursor.1);
            cursor = Position::new(cell.min(line.right().saturating_sub(1)), line.y);
        }
    }
    let said = rows.take_rows(1);
    if let Some(notice) = &entry.said {
        pen.say(said, Role::Warning, &words::notice(notice));
    }
    let keys = if entry.is_selected() {
        words::ENTRY_KEYS_SELECTED
    } else {
        words::ENTRY_KEYS
    };
    pen.say(rows.take_rows(1), Role::Muted, keys);
    cursor
}

/// Cells of the sign before a line to type.
const SIGN: u16 = 2;
/// The most rows of a line to type; of a longer one those around the cursor are shown.
const MOST_TYPED: usize = 6;

/// What is typed in rows of `width` cells, as many as are shown, with the place of the cursor among them.
fn typed(before: &str, after: &str, width: u16) -> Layout {
    let mut laid = layout(&[format!("{before}{after}")], (0, before.chars().count()), width);
    let above = (laid.cursor.0 + 1).saturating_sub(MOST_TYPED);
    laid.rows.drain(..above.min(laid.rows.len()));
    laid.rows.truncate(MOST_TYPED);
    laid.cursor.0 -= above.min(laid.cursor.0);
    laid
}

/// The end of `text` that fits into so many cells, looked for from its end: what was pasted can be as long as a book.
pub(super) fn tail(text: &str, room: usize) -> &str {
    let mut taken = 0;
    let fits = text.grapheme_indices(true).rev().take_while(|(_, grapheme)| {
        taken += cells(grapheme);
        taken <= room
    });
    let start = fits.last().map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

/// The title of a list.
pub(super) fn title(purpose: &Purpose, line_open: bool) -> Cow<'static, str> {
    match (purpose, line_open) {
        (Purpose::Palette, _) => words::PALETTE_TITLE.into(),
        (Purpose::GoTo, false) => words::GO_TO_TITLE.into(),
        (Purpose::GoTo, true) => words::PUT_LINE_TITLE.into(),
        (Purpose::MoveNotes(notes), _) => words::moving::where_to(notes.len()).into(),
        (Purpose::WhoAmI(_), _) => words::WHO_TITLE.into(),
        (Purpose::Plan(pick), _) => words::plan::picked(pick).into(),
        (Purpose::NotesOf, _) => words::taking_in::WHOSE.into(),
        (Purpose::TableInto, _) => words::bringing_in::INTO_WHICH.into(),
        (Purpose::NewPlan, _) => words::plan::WHICH_MODEL.into(),
        (Purpose::Findings(pick), _) => words::findings::picked(pick),
        (Purpose::NotByWords, _) => words::check::NOT_BY_WORDS.into(),
        (Purpose::Accept(matters), _) => words::check::why(matters.len()).into(),
        (Purpose::SwapWith(_, class), _) => words::late::swap_title(class).into(),
        (Purpose::NotSeen, _) => words::late::NOT_SEEN_TITLE.into(),
        (Purpose::FilterNotes, _) => words::notes_page::FILTER_TITLE.into(),
        (Purpose::Placing(pick), _) => words::placing::which(pick),
        (Purpose::Elsewhere, _) => words::elsewhere::WHERE.into(),
        (Purpose::PrivateToo(_, count), _) => words::elsewhere::with_private(*count).into(),
        (Purpose::WhatWasSaid, _) => words::others::WHAT_WAS_SAID.into(),
        (Purpose::StrikeTyped, _) => words::others::TYPED_FOR_ME.into(),
    }
}

/// Draws a list to pick from, with why the last choice was not taken; gives the place of the cursor.
pub fn picker(
    pen: &mut Pen<'_>,
    area: Rect,
    (picker, why): (&Picker, Option<&Notice>),
    line_open: bool,
) -> Position {
    let found = picker.found();
    let swaps = matches!(picker.purpose, Purpose::SwapWith(..));
    let why = why.filter(|_| swaps);
    let why = why.map(|why| wrap_text(&pen.told(&words::notice(why)), WIDTH - 4));
    let why = why.unwrap_or_default();
    let height = u16::try_from(found.len().max(1) + why.len())
        .unwrap_or(u16::MAX)
        .saturating_add(4);
    let title = title(&picker.purpose, line_open);
    let mut rows = Rows::of(boxed(pen, area, WIDTH, height.max(8), &title));
    for line in &why {
        pen.text(rows.take_rows(1), Role::Warning, line);
    }
    let query = rows.take_rows(1);
    let shown = usize::from(rows.left()).saturating_sub(1).max(1);
    let first = (picker.chosen() + 1).saturating_sub(shown);
    let first = pen.first_of(Rolled::Rows, first, (picker.chosen(), shown));
    pen.rolls(area, Rolled::Rows, true);
    let query = say_which(pen, query, first..first + shown, found.len());
    let cursor = query_line(pen, query, picker);
    pen.rule(rows.take_rows(1));
    if found.len() == 0 {
        let (role, said) = nothing_found(picker);
        pen.say(rows.take_rows(1), role, said);
        return cursor;
    }
    for (at, item) in found.enumerate().skip(first) {
        let Some(row) = rows.take_row() else { break };
        pen.spot(row, Spot::Row(at));
        let chosen = picker.is_chosen(at);
        let role = |role| if chosen { Role::Selected } else { role };
        let aside = aside(item);
        let row = pen.text_right(row, role(Role::Muted), &aside);
        let row = if aside.is_empty() { row } else { short_of(row, 1) };
        let row = match warning(item) {
            Some(said) => pen.text_right(row, role(Role::Warning), &said),
            None => row,
        };
        let sign = if chosen { "> " } else { "  " };
        let (before, behind) = around(&item.choice);
        pen.pieces(
            row,
            &[
                (role(Role::Key), sign),
                (role(Role::Prompt), &before),
                (role(Role::Prompt), &item.words),
                (role(Role::Prompt), behind),
            ],
        );
    }
    cursor
}

/// Draws what is typed to find a row, or what can be typed; gives the place of the cursor.
fn query_line(pen: &mut Pen<'_>, query: Rect, picker: &Picker) -> Position {
    let left = pen.pieces(query, &[(Role::Key, "> "), (Role::CaptureLine, picker.query())]);
    if picker.query().is_empty() {
        let (role, said) = if picker.waits() && picker.is_refused() {
            let of_people = matches!(picker.purpose, Purpose::NotesOf | Purpose::WhoAmI(_));
            (Role::Warning, words::none_chosen(of_people))
        } else {
            (Role::Muted, type_to(picker))
        };
        pen.text(indent(left, 1), role, said);
    }
    Position::new(left.x.min(query.right().saturating_sub(1)), query.y)
}

/// What typing does in a list, before anything is typed.
pub(super) fn type_to(picker: &Picker) -> &'static str {
    match picker.purpose {
        Purpose::Elsewhere => words::elsewhere::TYPE_A_PATH,
        _ => words::TYPE_TO_NARROW,
    }
}

/// Says which rows are seen, where that is not all of them; gives the rest of the line.
fn say_which(pen: &mut Pen<'_>, line: Rect, shown: Range<usize>, all: usize) -> Rect {
    if all <= shown.len() {
        return line;
    }
    let told = words::shown_of(shown.start + 1..=shown.end.min(all), all);
    pen.text_right(line, Role::Muted, &told)
}

/// Where no row matches what is typed.
fn nothing_found(picker: &Picker) -> (Role, &'static str) {
    if picker.is_refused() {
        let of_a_class = matches!(picker.purpose, Purpose::NotSeen);
        (Role::Warning, words::entered_in_vain(of_a_class))
    } else if matches!(picker.purpose, Purpose::Palette) {
        (Role::Muted, words::NO_ACTION_MATCHES)
    } else {
        (Role::Muted, words::NOTHING_MATCHES)
    }
}

/// What stands at the end of a row.
pub(super) fn aside(item: &PickerRow) -> String {
    match item.choice {
        Choice::SeenAfterAll(_) => words::late::because_of(words::late::NOT_SEEN, &item.aside),
        Choice::NamedAuthor(_) => words::taking_in::NAMED_IN_IT.into(),
        Choice::TypedNote(_) => words::others::typed_by_whom(&item.aside),
        Choice::Placing(PlacingChoice::Untag(_)) => words::placing::TAKES_AWAY.into(),
        _ => item.aside.clone(),
    }
}

/// What speaks against taking a row.
pub(super) fn warning(row: &PickerRow) -> Option<String> {
    if row.barred {
        return Some(words::late::ROOM_TAKEN.into());
    }
    let seen = row.seen_at.as_ref().map(|time| words::late::you_see_it(time));
    let left = row.left.as_ref().map(words::late::keeps_after_swap);
    let said: String = seen.into_iter().chain(left).collect();
    (!said.is_empty()).then_some(said)
}

/// What stands before and behind the words of a row, by what it stands for.
pub(super) fn around(choice: &Choice) -> (String, &'static str) {
    match choice {
        Choice::GoneRows { notes, waiting } => (format!("{}: ", words::gone_rows(*notes, *waiting)), ""),
        Choice::Said(notice) => (words::notice(notice), ""),
        Choice::SeenAfterAll(_) => (String::new(), words::late::SEEN_AFTER_ALL),
        Choice::NewReview => (String::new(), words::bringing_in::NEW_REVIEW),
        Choice::VisitHere(_) => (String::new(), words::late::YOU_ARE_THERE),
        Choice::OwnReason(_) => (String::new(), words::check::OWN_REASON),
        Choice::TypeFolder => (String::new(), words::elsewhere::ANOTHER),
        Choice::PrivateToo(too) => (String::new(), words::elsewhere::private_too(*too)),
        Choice::GoThere => (String::new(), words::check::GO_THERE),
        Choice::AcceptIt => (String::new(), words::check::ACCEPT_IT),
        Choice::Placing(PlacingChoice::Back) => (String::new(), words::placing::BACK),
        Choice::Placing(PlacingChoice::Question(None)) => (String::new(), words::placing::NO_QUESTION),
        Choice::Findings(FindingsChoice::FileThem) => (String::new(), words::findings::FILE_THEM),
        _ => (String::new(), ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_line_is_shown_in_whole_letters() {
        assert_eq!(tail("Oakfield", 20), "Oakfield");
        assert_eq!(tail("Oakfield", 5), "field");
        assert_eq!(tail("a\u{301}b\u{301}", 1), "b\u{301}");
        // A wide letter that fits only by half is left out.
        assert_eq!(tail("x日", 1), "");
        assert_eq!(tail("日x", 2), "x");
    }

    /// Measuring from every letter to the end took minutes here.
    #[test]
    fn a_line_as_long_as_a_book_is_measured_once() {
        let book = "a reviewer wrote this down, é, ".repeat(20_000);
        assert_eq!(tail(&book, 4), " é, ");
    }
}
