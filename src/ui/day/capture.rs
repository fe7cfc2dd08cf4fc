//! The capture line, the place it belongs to, and what is said above it.

use ratatui::layout::{Position, Rect};

use crate::{
    app::{
        Model,
        capture::{Purpose, Started},
        day::Day,
    },
    domain::{note::NotePlace, signs},
    ui::{
        lately,
        pen::{Pen, Rows, indent},
        theme::Role,
        words,
        wrap::layout,
    },
};

/// The part of the screen that a long line may grow to, as a divisor.
const GROWS_TO: u16 = 3;

/// Draws it from the bottom up; gives the place of the cursor.
pub fn capture(pen: &mut Pen<'_>, rows: &mut Rows, model: &Model, day: &Day) -> Position {
    let width = rows.width().saturating_sub(2);
    let laid = layout(day.capture.lines(), day.capture.cursor(), width);
    let most = (rows.left() / GROWS_TO).max(1);
    let height = u16::try_from(laid.rows.len()).unwrap_or(u16::MAX).min(most);
    let area = indent(rows.take_last(height), 1);
    context(pen, indent(rows.take_last(1), 1), day);
    notice(pen, rows.take_last(1), (model, day));
    let shown = usize::from(height);
    let first = (laid.cursor.0 + 1)
        .saturating_sub(shown)
        .min(laid.rows.len().saturating_sub(shown));
    let mut lines = Rows::of(area);
    for text in laid.rows.iter().skip(first) {
        let Some(row) = lines.take_row() else { break };
        pen.text(row, Role::CaptureLine, text);
    }
    selection(pen, area, day, (width, first));
    let row = u16::try_from(laid.cursor.0 - first.min(laid.cursor.0)).unwrap_or(0);
    Position::new(
        area.x + laid.cursor.1,
        area.y + row.min(area.height.saturating_sub(1)),
    )
}

/// Marks what is selected in the line.
fn selection(pen: &mut Pen<'_>, area: Rect, day: &Day, (width, first): (u16, usize)) {
    let Some((from, to)) = day.capture.selection() else {
        return;
    };
    let at = |place| layout(day.capture.lines(), place, width).cursor;
    let (from, to) = (at(from), at(to));
    for row in from.0..=to.0 {
        let Some(shown) = row.checked_sub(first).and_then(|shown| u16::try_from(shown).ok()) else {
            continue;
        };
        if shown >= area.height {
            return;
        }
        let start = if row == from.0 { from.1 } else { 0 };
        let end = if row == to.0 { to.1 } else { area.width };
        let width = end.saturating_sub(start);
        pen.mark(
            Rect {
                x: area.x + start,
                y: area.y + shown,
                width,
                height: 1,
            },
            Role::Selected,
        );
    }
}

/// The rule above the line, with what is to be said in it, or else what is on offer.
fn notice(pen: &mut Pen<'_>, row: Rect, (model, day): (&Model, &Day)) {
    pen.rule(row);
    let offered = day.prompts.offered();
    let offer = (offered > 0).then(|| words::moving::offer(offered));
    // What was said of an offer that has ended since is not said any more.
    let notice = model
        .notice
        .as_ref()
        .filter(|notice| offered > 0 || !notice.is_offer());
    let said = notice.map(|notice| pen.noticed(notice));
    if let Some(said) = said.or(offer) {
        let row = lately::and_more(pen, indent(row, 2), day);
        let text = format!(" {said} ");
        pen.text(
            Rect {
                width: row.width.saturating_sub(2),
                ..row
            },
            Role::Notice,
            &text,
        );
    }
}

/// Where the line belongs, and how its signs are read.
fn context(pen: &mut Pen<'_>, row: Rect, day: &Day) {
    let row = Rect {
        width: row.width.saturating_sub(1),
        ..row
    };
    let Some(started) = day.capture.started() else {
        if let Some(place) = day.place_now() {
            place_words(pen, row, &place);
        }
        return;
    };
    let row = elsewhere(pen, row, day, started);
    let row = place_words(pen, row, &started.place);
    let typed = day.capture.lines().first().map_or("", String::as_str);
    let read = day.read(typed);
    let role = match read.kind {
        crate::domain::note::NoteKind::Strength => Role::Strength,
        crate::domain::note::NoteKind::Development => Role::Development,
        crate::domain::note::NoteKind::Question => Role::Question,
        crate::domain::note::NoteKind::Evidence => Role::Evidence,
    };
    let mut row = pen.pieces(row, &[(Role::Muted, "   "), (role, words::kind(read.kind))]);
    if read.important {
        row = pen.text(row, Role::Important, " ! important");
    }
    if read.private {
        row = pen.text(row, Role::Private, " > private");
    }
    if let Some(by) = read.by.as_ref().and_then(|by| day.today.plan.person(by)) {
        row = pen.text(row, Role::Question, &format!(" @ said by {}", by.name));
    }
    if let Some(unnamed) = signs::unnamed(&read, &day.today.plan.people) {
        row = pen.text(row, Role::Warning, &format!("   {}", words::unnamed(&unnamed)));
    }
    if matches!(started.purpose, Purpose::Edit(_)) {
        pen.text(row, Role::Muted, &words::editing(started.begun));
    }
}

fn place_words(pen: &mut Pen<'_>, row: Rect, place: &NotePlace) -> Rect {
    let name = place
        .visit
        .as_ref()
        .map_or(&place.activity.words, |visit| &visit.words);
    let prompt = place
        .prompt
        .as_ref()
        .map_or(words::NO_PROMPT, |prompt| &prompt.words);
    pen.pieces(
        row,
        &[(Role::Place, name), (Role::Muted, " - "), (Role::Place, prompt)],
    )
}

/// The present place, where the line was begun in another one.
fn elsewhere(pen: &mut Pen<'_>, row: Rect, day: &Day, started: &Started) -> Rect {
    let Some(now) = day.place_now().filter(|now| now.id() != started.place.id()) else {
        return row;
    };
    let name = now
        .visit
        .as_ref()
        .map_or(&now.activity.words, |visit| &visit.words);
    pen.text_right(row, Role::Warning, &format!("  the next note goes to {name}"))
}
