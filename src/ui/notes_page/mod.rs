//! The page of all notes: what is searched for, the notes that were found, and below them the whole of one.

mod list;
mod note;

use ratatui::layout::{Position, Rect};

use super::{
    before_saved, failed_save, footer_keys_in_order,
    keymap::Context,
    lately,
    note_signs::in_full,
    page_title,
    pen::{Pen, Rows, indent},
    theme::Role,
    words::{self, notes_page as said},
    wrap::wrap_text,
};
use crate::{
    app::{Model, day::Day, notes_page::NotesPage},
    domain::search::Query,
};

/// Rows for the whole of the note under the cursor.
const WHOLE: u16 = 2;
/// From this height on it has more of them.
const TALL: u16 = 30;

/// The keys of the footer, the most needed first: while one types, in the list, and on a note.
const WHILE_TYPING: [&str; 5] = ["Enter", "Tab", "Esc", "F1", "Up"];
const IN_THE_LIST: [&str; 11] = ["Enter", "Tab", "Space", "f", "c", "Esc", "p", "n", "e", "t", "F1"];
const ON_A_NOTE: [&str; 8] = ["Esc", "e", "p", "c", "Left", "n", "t", "F1"];

/// Draws the page; gives the place of the cursor while one types.
pub fn draw(
    pen: &mut Pen<'_>,
    area: Rect,
    (model, day): (&Model, &Day),
    page: &NotesPage,
) -> Option<Position> {
    let mut rows = Rows::of(area);
    page_title(pen, rows.take_rows(1), said::TITLE, &day.plan);
    banner(pen, &mut rows, day);
    let context = match (page.is_typing(), page.opened()) {
        (true, _) => Context::NotesSearch,
        (false, Some(_)) => Context::NoteOpen,
        (false, None) => Context::Notes,
    };
    footer(pen, rows.take_last(1), day, context);
    notice(pen, rows.take_last(1), (model, day), page);
    if page.opened().is_some() {
        pen.rule(rows.take_rows(1));
        note::draw(pen, rows.rest(), day, page);
        return None;
    }
    let cursor = search_line(pen, rows.take_rows(1), page);
    if !page.by().is_empty() {
        filter_line(pen, rows.take_rows(1), day, page);
    }
    pen.rule(rows.take_rows(1));
    let below = rows.take_last(if area.height >= TALL { WHOLE + 1 } else { WHOLE });
    whole(pen, below, day, page);
    pen.rule(rows.take_last(1));
    if page.found() == 0 {
        nothing(pen, rows, day, page);
    } else {
        list::draw(pen, rows.rest(), day, page, &Query::new(page.query()));
    }
    page.is_typing().then_some(cursor)
}

fn banner(pen: &mut Pen<'_>, rows: &mut Rows, day: &Day) {
    if let Some(fault) = &day.saving.fault {
        failed_save(pen, rows, day, fault);
    }
    if let Some(why) = &day.read_only {
        let row = indent(rows.take_rows(1), 1);
        pen.text(row, Role::Warning, &words::read_only(why));
    }
}

/// The words that are searched for, and how many notes were found; gives the place behind the words.
fn search_line(pen: &mut Pen<'_>, row: Rect, page: &NotesPage) -> Position {
    let counts = said::counts(page.found(), page.all(), page.alike());
    let row = pen.text_right(row, Role::Muted, &format!("  {counts} "));
    let role = if page.is_typing() { Role::Key } else { Role::Muted };
    let left = pen.text(indent(row, 1), role, said::SEARCH);
    // The end of what is typed is what one looks at.
    let shown = super::overlay::tail(page.query(), usize::from(left.width.saturating_sub(1)));
    let left = pen.text(left, Role::CaptureLine, shown);
    if page.query().is_empty() {
        let hint = if page.is_typing() { said::TYPE } else { said::TAB };
        pen.say(indent(left, 1), Role::Muted, hint);
    }
    Position::new(left.x.min(row.right().saturating_sub(1)), left.y)
}

fn filter_line(pen: &mut Pen<'_>, row: Rect, day: &Day, page: &NotesPage) {
    let ways = pen.told(said::ESC_TAKES_BACK);
    let row = pen.text_right(row, Role::Muted, &ways);
    let labels = &day.today.plan.rules.kind_labels;
    let only: Vec<&str> = page.by().iter().map(|by| by.words(labels)).collect();
    let pieces = [(Role::Key, said::ONLY), (Role::Place, &*only.join(" + "))];
    pen.pieces(indent(row, 1), &pieces);
}

/// What is said, or else how many notes are marked, or else what there is to do before and after the day.
fn notice(pen: &mut Pen<'_>, row: Rect, (model, day): (&Model, &Day), page: &NotesPage) {
    let row = indent(row, 1);
    if let Some(text) = &model.notice {
        let row = lately::and_more(pen, row, day);
        pen.notice(row, text);
    } else if page.marked() > 0 {
        let marked = said::marked(page.marked(), page.marked_elsewhere());
        pen.text(row, Role::Key, &marked);
    } else if page.all() > 0 {
        pen.say(
            row,
            Role::Muted,
            said::standing(day.position.map(|position| position.phase)),
        );
    }
}

/// The whole of the note under the cursor; the words of a private one only where they are asked for.
fn whole(pen: &mut Pen<'_>, area: Rect, day: &Day, page: &NotesPage) {
    let Some((listed, note)) = page.chosen().and_then(|listed| Some((listed, listed.on(day)?))) else {
        return;
    };
    let text = if listed.private && !page.shows_private() {
        said::PRIVATE_BELOW.to_owned()
    } else {
        let placed = day.placed(listed.mine());
        in_full((note, placed), &day.clocks, page.board().use_of(listed.note))
    };
    let lines = wrap_text(&text, area.width.saturating_sub(4));
    for (at, (row, text)) in Rows::of(area).each().zip(&lines).enumerate() {
        let rest = pen.text(indent(row, 1), Role::Prompt, text);
        if at + 1 == usize::from(area.height) && at + 1 < lines.len() {
            pen.text(rest, Role::Muted, words::MORE);
        }
    }
}

/// Why nothing is listed, and what one can do.
fn nothing(pen: &mut Pen<'_>, mut rows: Rows, day: &Day, page: &NotesPage) {
    let phase = day.position.map(|position| position.phase);
    let text = match (page.all(), page.query()) {
        (0, _) => said::empty(phase).to_owned(),
        (_, "") => said::NONE_OF_THIS.to_owned(),
        (_, query) => said::no_hit(query, !page.by().is_empty()),
    };
    for line in wrap_text(&pen.told(&text), rows.width().saturating_sub(2)) {
        pen.text(indent(rows.take_rows(1), 1), Role::Muted, &line);
    }
}

fn footer(pen: &mut Pen<'_>, row: Rect, day: &Day, context: Context) {
    let saving = &day.saving;
    let failed = saving.fault.is_some();
    let role = if failed { Role::Failure } else { Role::Notice };
    let row = Rect {
        width: row.width.saturating_sub(1),
        ..row
    };
    let state = words::saved(saving.all_saved(), failed, saving.weaker, saving.saved_at);
    let keys = pen.text_right(row, role, &state);
    let order: &[&str] = match context {
        Context::NotesSearch => &WHILE_TYPING,
        Context::NoteOpen => &ON_A_NOTE,
        _ => &IN_THE_LIST,
    };
    footer_keys_in_order(pen, before_saved(keys), context, order);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::keymap;

    #[test]
    fn every_key_of_the_footer_is_in_the_table_with_its_word() {
        let footers = [
            (Context::NotesSearch, &WHILE_TYPING[..]),
            (Context::Notes, &IN_THE_LIST),
            (Context::NoteOpen, &ON_A_NOTE),
        ];
        for (context, footer) in footers {
            for key in footer {
                let mut bindings = keymap::keys().filter(|binding| binding.context == context);
                let binding = bindings.find(|binding| binding.keys.first() == Some(key));
                assert!(binding.is_some_and(|binding| binding.footer.is_some()), "{key}");
            }
        }
    }
}
