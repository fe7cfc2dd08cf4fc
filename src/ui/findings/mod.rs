//! The page of the findings: the evidence, the findings, and below them the whole of what is under the cursor.

mod evidence;
mod outline;

use ratatui::layout::Rect;

use super::{
    failed_save, footer_keys_in_order,
    keymap::Context,
    lately, page_title,
    pen::{Pen, Rows, indent},
    theme::Role,
    words::{self, findings as said},
    wrap::wrap_text,
};
use crate::{
    app::{
        Model,
        day::Day,
        findings::{FindingsPage, Side},
        pointing::Spot,
    },
    domain::plan::SubQuestion,
};

/// Rows for the whole of what is under the cursor.
const WHOLE: u16 = 2;
/// Rows that both lists keep at least beside a long text under the cursor.
const LISTS: u16 = 10;
/// Cells of a part of the line of enquiry at least, of those that are shown.
const PART: u16 = 14;
/// From this width on both sides stand beside each other.
const WIDE: u16 = 100;
/// From this height on every part of the line of enquiry has a row.
const TALL: u16 = 30;

/// Draws the page.
pub fn draw(pen: &mut Pen<'_>, area: Rect, (model, day): (&Model, &Day), page: &FindingsPage) {
    let mut rows = Rows::of(area);
    page_title(pen, rows.take_rows(1), said::TITLE, &day.plan);
    banner(pen, &mut rows, day);
    enquiry(
        pen,
        &mut rows,
        day,
        area.height >= TALL || page.wants_whole_enquiry(),
    );
    pen.rule(rows.take_rows(1));
    footer(pen, rows.take_last(1), day, page);
    let notice = rows.take_last(1);
    if let Some(text) = &model.notice {
        let row = lately::and_more(pen, indent(notice, 1), day);
        pen.notice(row, text);
    } else if page.board().findings().next().is_none() {
        let none = if page.board().notes() == 0 {
            said::NO_FINDINGS_NO_NOTES
        } else {
            said::NO_FINDINGS
        };
        pen.say(indent(notice, 1), Role::Muted, none);
    }
    let status_row = rows.take_last(1);
    let whole = match page.side() {
        Side::Evidence => evidence::whole(page, day),
        Side::Findings => outline::whole(page, day),
    };
    let room = rows.width().saturating_sub(4);
    let lines = wrap_text(&whole, room);
    let usual = if area.height >= TALL { WHOLE + 1 } else { WHOLE };
    // A long note is read whole before it is filed; the lists give way to it.
    let most = usual.max(rows.left().saturating_sub(LISTS));
    let needed = u16::try_from(lines.len()).unwrap_or(most);
    let below = rows.take_last(needed.clamp(usual, most));
    for (at, (row, text)) in Rows::of(below).each().zip(&lines).enumerate() {
        let rest = pen.text(indent(row, 1), Role::Prompt, text);
        if at + 1 == usize::from(below.height) && at + 1 < lines.len() {
            pen.text(rest, Role::Muted, words::MORE);
        }
    }
    pen.rule(rows.take_last(1));
    let in_sight = sides(pen, rows.rest(), day, page);
    status(pen, status_row, page, in_sight);
}

/// Gives how many marked notes are in sight.
///
/// The notes and the findings: beside each other, or the notes above, and more room for the side with the cursor.
fn sides(pen: &mut Pen<'_>, area: Rect, day: &Day, page: &FindingsPage) -> usize {
    if area.width >= WIDE {
        let left = area.width / 2;
        let in_sight = evidence::draw(
            pen,
            Rect {
                width: left.saturating_sub(1),
                ..area
            },
            day,
            page,
        );
        pen.rule_down(Rect {
            x: area.x + left,
            width: 1,
            ..area
        });
        outline::draw(pen, indent(area, left + 2), day, page);
        return in_sight;
    }
    let mut rows = Rows::of(area);
    let share = match page.side() {
        Side::Evidence => area.height * 3 / 5,
        Side::Findings => area.height * 2 / 5,
    };
    let in_sight = evidence::draw(pen, rows.take_rows(share), day, page);
    pen.rule(rows.take_rows(1));
    outline::draw(pen, rows.rest(), day, page);
    in_sight
}

fn banner(pen: &mut Pen<'_>, rows: &mut Rows, day: &Day) {
    if let Some(fault) = &day.saving.fault {
        failed_save(pen, rows, day, fault);
    }
    if let Some(why) = &day.read_only {
        pen.text(
            indent(rows.take_rows(1), 1),
            Role::Warning,
            &words::read_only(why),
        );
    }
}

/// The line of enquiry with its parts: in full, or where there is little room a row each, the parts beside each other.
fn enquiry(pen: &mut Pen<'_>, rows: &mut Rows, day: &Day, whole: bool) {
    for line in &day.today.plan.agreement.lines_of_enquiry {
        if !whole {
            pen.text(indent(rows.take_rows(1), 1), Role::Prompt, &line.text);
            parts(pen, rows, &line.sub_questions);
            continue;
        }
        for text in wrap_text(&line.text, rows.width().saturating_sub(2)) {
            pen.text(indent(rows.take_rows(1), 1), Role::Prompt, &text);
        }
        for part in &line.sub_questions {
            for text in wrap_text(&part.text, rows.width().saturating_sub(4)) {
                pen.text(indent(rows.take_rows(1), 3), Role::Muted, &text);
            }
        }
    }
}

/// The parts of a line of enquiry in one row, each with the same room and without the words that all begin with; behind
/// them the key that shows them whole, and how many there is no room for.
fn parts(pen: &mut Pen<'_>, rows: &mut Rows, parts: &[SubQuestion]) {
    if parts.is_empty() {
        return;
    }
    let row = indent(rows.take_rows(1), 3);
    let room = |hint: &str| usize::from(row.width).saturating_sub(hint.len());
    let fit = |hint: &str| (room(hint) / usize::from(PART)).min(parts.len());
    let whole = said::whole_enquiry(0);
    let hint = said::whole_enquiry(parts.len() - fit(&whole));
    let shown = fit(&hint).max(1);
    let each = u16::try_from(room(&hint) / shown).unwrap_or(row.width);
    let row = pen.text_right(row, Role::Muted, &hint);
    let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
    for (nth, text) in (0u16..).zip(said::apart(&texts).into_iter().take(shown)) {
        let cells = Rect {
            x: row.x + nth.saturating_mul(each),
            width: each.saturating_sub(2),
            ..row
        };
        pen.text(cells, Role::Muted, &text);
    }
}

fn status(pen: &mut Pen<'_>, row: Rect, page: &FindingsPage, in_sight: usize) {
    let board = page.board();
    let role = if board.loose() == 0 {
        Role::Notice
    } else {
        Role::Warning
    };
    let row = if page.in_tray() > 0 {
        let row = pen.text(indent(row, 1), Role::Warning, &said::in_tray(page.in_tray()));
        indent(row, 1)
    } else {
        row
    };
    let row = pen.text(indent(row, 1), role, &said::loose(board.loose(), board.notes()));
    let sought = page.sought();
    let replaced = if sought.typing && sought.stale {
        said::REPLACED
    } else {
        ""
    };
    let query = format!("{}{replaced}", sought.query);
    let query = (sought.typing || !query.is_empty()).then_some(query.as_str());
    let shown = said::shown(
        page.notes().len(),
        board.notes(),
        (page.marked(), in_sight),
        query,
    );
    pen.say(indent(row, 3), Role::Key, &shown);
}

/// The keys of the footer, the most needed first: where nothing is found yet, among the notes, and among the findings.
const AT_FIRST: [&str; 10] = ["d", "n", "x", "c", "Tab", "k", "F1", "Space", "/", "f"];
const AMONG_NOTES: [&str; 15] = [
    "Enter", "1-9", "n", "x", "Tab", "k", "F1", "Space", "t", "/", "f", "d", "c", "o", "p",
];
const AMONG_FINDINGS: [&str; 13] = [
    "e", "a", "t", "c", "k", "Tab", "F1", "w", "Space", "o", "1-9", "n", "d",
];

fn footer(pen: &mut Pen<'_>, row: Rect, day: &Day, page: &FindingsPage) {
    let saving = &day.saving;
    let failed = saving.fault.is_some();
    let role = if failed { Role::Failure } else { Role::Notice };
    let row = Rect {
        width: row.width.saturating_sub(1),
        ..row
    };
    let state = words::saved(saving.all_saved(), failed, saving.weaker, saving.saved_at);
    let keys = pen.text_right(row, role, &format!("  {state}"));
    let order: &[&str] = match page.side() {
        Side::Findings => &AMONG_FINDINGS,
        Side::Evidence if page.board().findings().next().is_none() => &AT_FIRST,
        Side::Evidence => &AMONG_NOTES,
    };
    let works = |key: &&str| *key != "p" || page.in_tray() > 0;
    let order: Vec<&str> = order.iter().copied().filter(works).collect();
    footer_keys_in_order(pen, indent(keys, 1), Context::Findings, &order);
}

/// The head of a side: reversed across the whole side, with what that means, where keys act.
fn side_head(pen: &mut Pen<'_>, row: Rect, title: &str, (side, acting): (Side, Side)) {
    let acts_here = side == acting;
    pen.spot(row, Spot::Side(side));
    let (role, way) = if acts_here {
        pen.mark(row, Role::Now);
        (Role::Now, said::KEYS_ACT_HERE)
    } else {
        (Role::Title, said::OTHER_SIDE)
    };
    let way_role = if acts_here { Role::Now } else { Role::Muted };
    let way = pen.told(way);
    let row = pen.text_right(row, way_role, &way);
    pen.text(indent(row, 1), role, title);
}

/// The sign of the row that is chosen: another one on the side where keys do not act.
fn cursor(chosen: bool, acts_here: bool) -> &'static str {
    match (chosen, acts_here) {
        (true, true) => ">",
        (true, false) => ".",
        (false, _) => " ",
    }
}

/// The first row to be shown so that the one with the cursor is in sight.
fn first_row(rows: usize, cursor: usize, height: u16) -> usize {
    let height = usize::from(height).max(1);
    cursor.saturating_sub(height / 2).min(rows.saturating_sub(height))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::keymap;

    #[test]
    fn every_key_of_the_footer_is_in_the_table_with_its_word() {
        for key in [&AT_FIRST[..], &AMONG_NOTES, &AMONG_FINDINGS].concat() {
            let mut bindings = keymap::keys().filter(|binding| binding.context == Context::Findings);
            let binding = bindings.find(|binding| binding.keys.first() == Some(&key));
            assert!(binding.is_some_and(|binding| binding.footer.is_some()), "{key}");
        }
    }
}
