//! The notes: what each is used for, its kind, class and person, and its words.

use ratatui::layout::Rect;

use super::first_row;
use crate::{
    app::{
        day::Day,
        findings::{FindingsPage, Side, Spot},
        pointing::{self, Rolled},
    },
    domain::{findings_board::Use, jotted::is_in_tray, note::Note, record::Record},
    ui::{
        note_signs::{in_full, placed_sign, role_of, use_sign},
        pen::{Pen, Rows, indent},
        theme::Role,
        words::{self, findings as said},
        wrap::wrap_text,
    },
};

/// Draws the notes around the cursor; gives how many of them are marked.
pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, day: &Day, page: &FindingsPage) -> usize {
    let mut rows = Rows::of(area);
    let head = rows.take_rows(1);
    super::side_head(pen, head, said::EVIDENCE, (Side::Evidence, page.side()));
    pen.rolls(area, Rolled::Side(Side::Evidence), true);
    let notes = page.notes();
    if notes.is_empty() {
        let none_at_all = day.records.notes.live().next().is_none();
        let said = if none_at_all {
            words::notes_page::empty(day.position.map(|position| position.phase))
        } else {
            said::NO_NOTES
        };
        for line in wrap_text(&pen.told(said), rows.width().saturating_sub(2)) {
            pen.text(indent(rows.take_rows(1), 1), Role::Muted, &line);
        }
        return 0;
    }
    let cursor = page.place();
    let first = first_row(notes.len(), cursor, rows.left());
    let shown = usize::from(rows.left());
    let first = pen.first_of(Rolled::Side(Side::Evidence), first, (cursor, shown));
    let mut marked = 0;
    for (row, (at, id)) in rows.each().zip(notes.iter().enumerate().skip(first)) {
        if let Some(note) = day.records.note(*id) {
            pen.spot(row, pointing::Spot::Row(at));
            note_row(pen, row, (day, page), note, at == cursor);
            marked += usize::from(page.is_marked(*id));
        }
    }
    marked
}

fn note_row(
    pen: &mut Pen<'_>,
    row: Rect,
    (day, page): (&Day, &FindingsPage),
    note: &Record<Note>,
    under_cursor: bool,
) {
    let acts_here = under_cursor && page.side() == Side::Evidence;
    let role = |role| if acts_here { Role::Selected } else { role };
    if acts_here {
        pen.mark(row, Role::Selected);
    }
    let body = &note.body;
    let used = page.board().use_of(note.id);
    let state = use_sign(used);
    let text_role = match used {
        Some(Use::Loose) | None => Role::Prompt,
        _ => Role::Past,
    };
    let sign = body.kind.sign().unwrap_or('.').to_string();
    let visit = body.place.visit.as_ref();
    let class = match visit {
        Some(visit) => words::short_class(&visit.words),
        None if is_in_tray(&body.place) => said::TRAY.into(),
        None => String::new(),
    };
    let placed = placed_sign(day.records.placed(note.id));
    let important = if body.important { "!" } else { " " };
    let row = pen.text_right(row, role(Role::Muted), &said::used_in(&numbers(page, used), used));
    pen.pieces(
        row,
        &[
            (role(Role::Key), super::cursor(under_cursor, acts_here)),
            (
                role(Role::Important),
                if page.is_marked(note.id) { "*" } else { " " },
            ),
            (role(Role::Muted), state),
            (role(role_of(body.kind)), &sign),
            (role(Role::Important), important),
            (role(Role::Place), &format!("{:<4}", format!("{class}{placed}"))),
            (
                role(Role::Muted),
                &format!("{:<5}", words::short_person(&body.by.words)),
            ),
            (
                role(Role::Warning),
                if page.speaks_against(note.id) {
                    said::AGAINST
                } else {
                    ""
                },
            ),
            (role(text_role), &body.text),
        ],
    );
}

/// The numbers of the findings in which a note is used.
fn numbers(page: &FindingsPage, used: Option<&Use>) -> Vec<usize> {
    let Some(Use::Used(findings)) = used else {
        return Vec::new();
    };
    let mut numbers: Vec<usize> = page
        .lines()
        .iter()
        .filter(|line| matches!(line.spot, Spot::Finding(id) if findings.contains(&id)))
        .filter_map(|line| line.number)
        .collect();
    numbers.sort_unstable();
    numbers
}

/// The whole of the note under the cursor.
pub(super) fn whole(page: &FindingsPage, day: &Day) -> String {
    let note = page
        .notes()
        .get(page.place())
        .and_then(|id| day.records.note(*id));
    note.map_or_else(String::new, |note| {
        let placed = day.records.placed(note.id);
        in_full((note, placed), &day.clocks, page.board().use_of(note.id))
    })
}
