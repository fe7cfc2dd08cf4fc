//! One note with the whole page: what it is, when, where and who, what it is used for, and all its words.

use ratatui::layout::Rect;

use crate::{
    app::{
        day::Day,
        notes_page::{Listed, NotesPage},
        pointing::Rolled,
    },
    domain::{findings_board::Use, jotted::is_in_tray, note::Note, record::Record},
    ui::{
        note_signs::{about, role_of, where_it_is},
        pen::{Pen, Rows, indent},
        theme::Role,
        words::{self, notes_page as said},
        wrap::wrap_text,
    },
};

/// Draws the note under the cursor.
pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, day: &Day, page: &NotesPage) {
    let Some((listed, note)) = page.chosen().and_then(|listed| Some((listed, listed.on(day)?))) else {
        return;
    };
    let mut rows = Rows::of(area);
    let place = format!("{} / {} ", page.place() + 1, page.found());
    let head = pen.text_right(rows.take_rows(1), Role::Muted, &place);
    what_it_is(pen, indent(head, 1), day, (listed, note));
    let width = rows.width().saturating_sub(2);
    for line in wrap_text(&where_and_who(day, note), width) {
        pen.text(indent(rows.take_rows(1), 1), Role::Place, &line);
    }
    for line in placed(day, listed) {
        for line in wrap_text(&line, width) {
            pen.text(indent(rows.take_rows(1), 1), Role::Key, &line);
        }
    }
    for line in used_for(day, page, listed) {
        for line in wrap_text(&line, width) {
            pen.text(indent(rows.take_rows(1), 1), Role::Muted, &line);
        }
    }
    let own = said::whose(day.read_only.is_some(), page.is_own(day, listed));
    pen.text(indent(rows.take_rows(1), 1), Role::Muted, own);
    pen.rule(rows.take_rows(1));
    let lines = wrap_text(&note.body.text, width);
    let height = usize::from(rows.left());
    let first = page.opened().unwrap_or(0).min(lines.len().saturating_sub(height));
    pen.rolls(area, Rolled::Rows, first + height < lines.len());
    for (at, line) in lines.iter().enumerate().skip(first) {
        let Some(row) = rows.take_row() else { break };
        let rest = pen.text(indent(row, 1), Role::Prompt, line);
        if rows.left() == 0 && at + 1 < lines.len() {
            pen.text(rest, Role::Muted, words::MORE);
        }
    }
}

/// Its kind, and whether it is important, private or marked.
fn what_it_is(pen: &mut Pen<'_>, row: Rect, day: &Day, (listed, note): (Listed, &Record<Note>)) {
    let body = &note.body;
    let kind = day.today.plan.rules.kind_labels.of(body.kind);
    let mut pieces = vec![(role_of(body.kind), kind)];
    if body.important {
        pieces.push((Role::Important, said::IMPORTANT));
    }
    if listed.private {
        pieces.push((Role::Private, said::PRIVATE_NOTE));
    }
    let tags = body.tags.join(", ");
    if !tags.is_empty() {
        pieces.push((Role::Muted, said::TAGS));
        pieces.push((Role::Muted, &tags));
    }
    pen.pieces(row, &pieces);
}

/// When, where and who, in one text.
fn where_and_who(day: &Day, note: &Record<Note>) -> String {
    let body = &note.body;
    let mut parts = about(note, &day.clocks);
    if let Some(track) = &body.place.track {
        parts.push(track.words.clone());
    }
    if body.typed_by.id != body.by.id {
        parts.push(said::typed_by(&body.typed_by.words));
    }
    parts.join(", ")
}

/// By whom it was placed and tagged, and where its writer put it.
fn placed(day: &Day, listed: Listed) -> Vec<String> {
    let written = day.note_as_written(listed.mine());
    let (Some(placed), Some(written)) = (day.placed(listed.mine()), written) else {
        return Vec::new();
    };
    let written = &written.body.place;
    let written = (!is_in_tray(written)).then(|| where_it_is(written).join(", "));
    let elsewhere = words::placing::placed_by(placed, written.as_deref());
    let tags = words::placing::tagged_by(placed);
    elsewhere
        .into_iter()
        .chain((!tags.is_empty()).then(|| tags.join(", ")))
        .collect()
}

/// What it is used for, a line each.
fn used_for(day: &Day, page: &NotesPage, listed: Listed) -> Vec<String> {
    let board = page.board();
    match board.use_of(listed.note).filter(|_| !listed.private) {
        None => vec![said::OUTSIDE.into()],
        Some(Use::Loose) => vec![said::LOOSE.into()],
        Some(Use::Aside(because)) => vec![said::aside(because)],
        Some(Use::Used(findings)) => {
            let on_board = findings.iter().filter_map(|finding| board.get(*finding));
            let line = |on_board: &crate::domain::findings_board::OnBoard| {
                let list = on_board.finding.list();
                let list = list.and_then(|list| day.today.plan.rules.findings.get(list));
                let against = on_board.finding.against.contains(&listed.note);
                said::used(
                    list.map(|list| list.title.as_str()),
                    &on_board.finding.statement,
                    against,
                )
            };
            on_board.map(line).collect()
        }
    }
}
