//! The notes that were found, a row each: those around the cursor, and no others are looked at.

use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use crate::{
    app::{
        day::Day,
        notes_page::{Listed, NotesPage},
        pointing::{Rolled, Spot},
    },
    domain::{note::Note, record::Record, search::Query},
    ui::{
        display_safe::{LINE_BREAK, cells, display_safe, display_safe_line},
        note_signs::{placed_sign, role_of, use_sign},
        pen::{Pen, Rows},
        theme::Role,
        words::{self, notes_page as said},
    },
};

/// Cells that are to be seen behind the first letter that was found.
const SEEN_BEHIND: usize = 12;
/// Where words are cut off.
const CUT: &str = "…";

/// How a row is drawn.
struct Stands {
    under_cursor: bool,
    acts_here: bool,
    several_days: bool,
}

/// Draws the notes around the cursor.
pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, day: &Day, page: &NotesPage, query: &Query) {
    let rows = Rows::of(area);
    let height = usize::from(rows.left()).max(1);
    let cursor = page.place();
    let first = cursor
        .saturating_sub(height / 2)
        .min(page.found().saturating_sub(height));
    let first = pen.first_of(Rolled::Rows, first, (cursor, height));
    let several_days = day.plan.days.len() > 1;
    pen.rolls(area, Rolled::Rows, true);
    for (row, nth) in rows.each().zip(first..page.found()) {
        let Some((listed, note)) = page.at(nth).and_then(|listed| Some((listed, listed.on(day)?))) else {
            continue;
        };
        pen.spot(row, Spot::Row(nth));
        let stands = Stands {
            under_cursor: nth == cursor,
            acts_here: !page.is_typing(),
            several_days,
        };
        let hits = if query.is_empty() {
            Vec::new()
        } else {
            page.hits(query, nth)
        };
        note_row(pen, row, (day, page), (listed, note), (&stands, &hits));
    }
}

fn note_row(
    pen: &mut Pen<'_>,
    row: Rect,
    (day, page): (&Day, &NotesPage),
    (listed, note): (Listed, &Record<Note>),
    (stands, hits): (&Stands, &[usize]),
) {
    let chosen = stands.under_cursor;
    let role = |role| if chosen { Role::Selected } else { role };
    if chosen {
        pen.mark(row, Role::Selected);
    }
    let body = &note.body;
    let cursor = match (chosen, stands.acts_here) {
        (true, true) => ">",
        (true, false) => ".",
        (false, _) => " ",
    };
    let marked = if page.is_marked(listed) { "*" } else { " " };
    let when = day.clocks.ours(note);
    let date = if stands.several_days {
        when.date().format("%a ").to_string()
    } else {
        String::new()
    };
    let sign = body.kind.sign().unwrap_or('.').to_string();
    let important = if body.important { "!" } else { " " };
    let class = body.place.visit.as_ref();
    let class = class.map_or_else(String::new, |visit| words::short_class(&visit.words));
    let placed = placed_sign(day.placed(listed.mine()));
    let pieces = [
        (role(Role::Key), cursor),
        (role(Role::Important), marked),
        (role(Role::Muted), &format!("{date}{} ", when.hh_mm())),
        (role(Role::Muted), use_sign(page.board().use_of(listed.note))),
        (role(role_of(body.kind)), &sign),
        (role(Role::Important), important),
        (role(Role::Place), &format!("{:<7}", format!("{class}{placed}"))),
        (
            role(Role::Muted),
            &format!("{:<5}", words::short_person(&body.by.words)),
        ),
    ];
    let row = pen.pieces(row, &pieces);
    let row = if listed.private {
        pen.text(row, role(Role::Private), said::PRIVATE_SIGN)
    } else {
        row
    };
    if listed.private && !page.shows_private() {
        // It is not shown to whoever sits beside one.
        pen.text(row, role(Role::Private), said::PRIVATE);
    } else {
        text_with_hits(pen, row, &body.text, hits, role(Role::Prompt));
    }
}

/// The words of a note in one row, with the letters that were found; where those stand too far behind, from a little
/// before them on.
fn text_with_hits(pen: &mut Pen<'_>, row: Rect, text: &str, hits: &[usize], role: Role) {
    let Some(first) = hits.first() else {
        pen.text(row, role, &display_safe_line(text));
        return;
    };
    let room = usize::from(row.width);
    let from = begins_at(text, *first, room);
    let mut left = if from > 0 { pen.text(row, role, CUT) } else { row };
    if text.graphemes(true).nth(from + usize::from(left.width)).is_some() {
        left = pen.text_right(left, role, CUT);
    }
    // Pieces of letters that were found, or were not, one behind the other.
    let mut piece = String::new();
    let mut found = false;
    let mut hits = hits.iter().skip_while(|hit| **hit < from).peekable();
    for (at, grapheme) in text.graphemes(true).enumerate().skip(from).take(room) {
        let is_hit = hits.next_if(|hit| **hit == at).is_some();
        if is_hit != found && !piece.is_empty() {
            left = pen.text(left, shown_as(found, role), &piece);
            piece.clear();
        }
        found = is_hit;
        piece.push_str(&display_safe(shown(grapheme)));
    }
    pen.text(left, shown_as(found, role), fitting(&piece, left.width));
}

/// The letter with which a row begins in which the letter `first` is to be seen: that of a word, if one begins soon.
fn begins_at(text: &str, first: usize, room: usize) -> usize {
    if first + SEEN_BEHIND < room {
        return 0;
    }
    let from = first.saturating_sub(room / 2);
    let mut near = text.graphemes(true).skip(from).take(first.saturating_sub(from));
    let space = near.position(|grapheme| grapheme == " ");
    from + space.map_or(0, |space| space + 1)
}

/// As much of `piece` as there is room for: it is cut with the row, whose end says so.
fn fitting(piece: &str, width: u16) -> &str {
    let mut taken = 0;
    let beyond = piece.grapheme_indices(true).find(|(_, grapheme)| {
        taken += cells(grapheme);
        taken > usize::from(width)
    });
    beyond.map_or(piece, |(at, _)| piece.get(..at).unwrap_or(piece))
}

fn shown_as(found: bool, role: Role) -> Role {
    if found { Role::Found } else { role }
}

/// A letter as it stands in one row; a line break as in other rows.
fn shown(grapheme: &str) -> &str {
    match grapheme {
        "\n" | "\r\n" | "\r" => LINE_BREAK,
        letter => letter,
    }
}
