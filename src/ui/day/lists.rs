//! "What do I know now?": strengths and areas for development side by side.

use ratatui::layout::Rect;

use crate::{
    app::{
        day::Day,
        page::tab_compares,
        pointing::{Rolled, Spot},
    },
    domain::{
        activity::ActivityKind,
        ids::RecordId,
        note::{Note, NoteKind},
        record::Record,
    },
    ui::{
        pen::{Pen, Rows, indent},
        theme::Role,
        words,
        wrap::{shorten, wrap_text},
    },
};

/// Rows that one note may take in a list.
const NOTE_ROWS: usize = 2;
/// The same where notes are talked about together, and so are read whole.
const NOTE_ROWS_TOGETHER: usize = 4;

/// Rows that the two lists have before evidence and questions get any.
const ROOMY: u16 = 8;

/// Draws the two lists, and below them what else there is.
pub fn lists(pen: &mut Pen<'_>, area: Rect, day: &Day) {
    let mut rows = Rows::of(area);
    pen.rolls(area, Rolled::Lists, true);
    let shared = day
        .here()
        .is_some_and(|here| ActivityKind::is_shared_knowledge(here.activity.kind));
    let title = match (day.board.shows_gone, shared) {
        (true, _) => words::out_of_plan(day.board.gone, day.board.waiting),
        (false, true) => words::WHAT_DO_WE_KNOW,
        (false, false) => words::WHAT_DO_I_KNOW,
    };
    let mut left = pen.text(rows.take_rows(1), Role::Title, title);
    if day.board.shows_gone {
        left = pen.say(indent(left, 2), Role::Muted, words::GONE_ROWS_BACK);
    }
    if day.board.back > 0 {
        pen.say(indent(left, 2), Role::Warning, words::LATER_BELOW);
    } else if shared {
        pen.say(indent(left, 2), Role::Muted, words::findings::WAY);
    } else if tab_compares(day) {
        pen.say(indent(left, 2), Role::Muted, words::compared::WAY);
    }
    below(pen, rows.take_last(1), day);
    evidence(pen, &mut rows, day);
    let columns = rows.rest();
    let half = columns.width.saturating_sub(3) / 2;
    let labels = &day.plan.rules.kind_labels;
    let left = Rect {
        width: half,
        ..columns
    };
    let right = Rect {
        x: columns.x + half + 3,
        width: columns.width.saturating_sub(half + 3),
        ..columns
    };
    pen.rule_down(Rect {
        x: columns.x + half + 1,
        width: 1,
        ..columns
    });
    list(pen, indent(left, 1), day, NoteKind::Strength, &labels.strength);
    list(pen, right, day, NoteKind::Development, &labels.development);
}

/// Draws one list under its label; the newest notes are the ones in sight.
fn list(pen: &mut Pen<'_>, area: Rect, day: &Day, kind: NoteKind, label: &str) {
    let mut rows = Rows::of(area);
    let role = match kind {
        NoteKind::Strength => Role::Strength,
        NoteKind::Development => Role::Development,
        NoteKind::Evidence => Role::Evidence,
        NoteKind::Question => Role::Question,
    };
    let sign = kind.sign().map_or_else(String::new, |sign| format!("{sign} "));
    pen.pieces(rows.take_rows(1), &[(role, &sign), (role, label)]);
    let area = rows.rest();
    let mut shown: Vec<(Role, String, RecordId)> = Vec::new();
    let listed = day.board.listed(kind);
    // Notes are shown whole where there is room, and where they are talked about together.
    let roomy = day.board.whole_day || listed.len() * NOTE_ROWS_TOGETHER <= usize::from(area.height);
    let rows_each = if roomy { NOTE_ROWS_TOGETHER } else { NOTE_ROWS };
    let back = day.board.back.min(listed.len().saturating_sub(1));
    for id in listed.iter().rev().skip(back) {
        let Some(note) = day.records.note(*id) else {
            continue;
        };
        let rows = note_rows(day, note, area.width, rows_each);
        // A note of which only the end would be seen is left out.
        if !shown.is_empty() && shown.len() + rows.len() > usize::from(area.height) {
            break;
        }
        shown.extend(rows.into_iter().rev().map(|(role, text)| (role, text, *id)));
    }
    let mut rows = Rows::of(area);
    for (role, text, note) in shown.iter().rev() {
        let row = rows.take_rows(1);
        pen.spot(row, Spot::Note(*note));
        pen.text(row, *role, text);
    }
}

/// Draws plain evidence and questions below the two lists, where there is room for them.
fn evidence(pen: &mut Pen<'_>, rows: &mut Rows, day: &Day) {
    let count = |kind| u16::try_from(day.board.listed(kind).len() * NOTE_ROWS).unwrap_or(u16::MAX);
    let known = count(NoteKind::Evidence).max(count(NoteKind::Question));
    // What the two lists do not need, and at least a part of a tall screen.
    let needed = count(NoteKind::Strength)
        .max(count(NoteKind::Development))
        .saturating_add(1);
    let spare = rows.left().saturating_sub(needed).saturating_sub(1);
    let wanted = known.min(spare.max(rows.left().saturating_sub(ROOMY) / 2));
    if wanted < 1 {
        return;
    }
    let area = rows.take_last(wanted + 1);
    let labels = &day.plan.rules.kind_labels;
    let half = area.width.saturating_sub(3) / 2;
    let right = Rect {
        x: area.x + half + 3,
        width: area.width.saturating_sub(half + 3),
        ..area
    };
    list(
        pen,
        indent(Rect { width: half, ..area }, 1),
        day,
        NoteKind::Evidence,
        &labels.evidence,
    );
    list(pen, right, day, NoteKind::Question, &labels.question);
}

/// A note in a list: time, class, whose it is if not mine, and its words.
fn note_rows(day: &Day, note: &Record<Note>, width: u16, note_rows: usize) -> Vec<(Role, String)> {
    let body = &note.body;
    let mut head = words::others::time(note, &day.clocks);
    if day.board.shows_gone {
        head = format!("{head} [{}]", body.place.slot.words);
    }
    if let Some(visit) = &body.place.visit {
        head = format!("{head} {}", words::short_class(&visit.words));
    }
    if body.by.id != day.me.person {
        head = format!("{head} ({})", words::short_person(&body.by.words));
    }
    if body.by.id == day.me.person && body.typed_by.id != day.me.person {
        head = format!("{head} {}", words::others::typed_by(&body.typed_by.words));
    }
    head.push_str(&words::placing::placer(day.records.placed(note.id)));
    if body.important {
        head.push_str(" !");
    }
    let role = if body.important {
        Role::Important
    } else {
        Role::Evidence
    };
    // No more of a long note is laid out than can be seen.
    let most = usize::from(width) * (note_rows + 1);
    let text: String = body
        .text
        .chars()
        .map(|c| if c == '\n' { ' ' } else { c })
        .take(most)
        .collect();
    let mut rows = wrap_text(&format!("{head} {text}"), width);
    if rows.len() > note_rows {
        let rest = rows.split_off(note_rows - 1).join(" ");
        rows.push(shorten(&rest, width));
    }
    rows.into_iter().map(|row| (role, row)).collect()
}

/// Evidence, questions, private notes, and the note saved last.
fn below(pen: &mut Pen<'_>, row: Rect, day: &Day) {
    let count = |kind| day.board.listed(kind).len();
    let counts = words::below_the_lists(
        count(NoteKind::Evidence),
        count(NoteKind::Question),
        day.board.private,
    );
    let row = pen.text(indent(row, 1), Role::Muted, &counts);
    let row = if counts.is_empty() { row } else { indent(row, 3) };
    let Some(last) = day.board.last().and_then(|last| Some((last, day.note(last)?))) else {
        return;
    };
    let (mine, note) = last;
    // A private note is not shown to whoever sits beside one.
    if mine.private {
        pen.text(
            row,
            Role::Private,
            &format!("last: {} > private", note.body.when.hh_mm()),
        );
        return;
    }
    let sign = note
        .body
        .kind
        .sign()
        .map_or_else(String::new, |sign| format!("{sign} "));
    let important = if note.body.important { "! " } else { "" };
    let text = note.body.text.replace('\n', " ");
    pen.text(
        row,
        Role::Evidence,
        &format!("last: {} {sign}{important}{text}", note.body.when.hh_mm()),
    );
}
