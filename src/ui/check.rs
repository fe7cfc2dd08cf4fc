//! The list of what should be seen to before anything is handed on.

use ratatui::layout::Rect;

use super::{
    footer_keys,
    keymap::Context,
    overlay::boxed,
    pen::{Pen, Rows, indent},
    theme::Role,
    words::check as said,
    wrap::wrap_text,
};
use crate::{
    app::{
        Model,
        day::Day,
        pointing::{Rolled, Spot},
    },
    domain::conduct::{
        remarks::Remark,
        session::{Concern, ConcernKind, FindingPlace},
    },
};

/// The most cells that the list takes.
const WIDEST: u16 = 124;
/// Rows of one thing: what and where, then what to do.
const EACH: usize = 2;
/// Rows for the whole text in which the words stand.
const WHOLE: u16 = 3;

/// A row of the list.
enum Line<'c> {
    /// What and where, or what to do: of the thing with this number.
    Of(usize, &'c Concern, bool),
    /// The head of what was accepted.
    Accepted(usize),
    /// The head of the findings that are not agreed.
    LeftOut(usize),
    /// A finding that is not agreed, with its number among all rows.
    NotAgreed(usize, &'c FindingPlace),
    /// The head of what is worth a look.
    WorthALook,
    /// Something worth a look.
    Remark(&'c Remark),
}

/// Draws the list.
pub fn draw(pen: &mut Pen<'_>, area: Rect, model: &Model) {
    let Some(day) = model.day() else { return };
    let list = &model.check;
    let mut rows = Rows::of(boxed(pen, area, WIDEST, area.height, said::TITLE));
    footer_keys(pen, rows.take_last(1), Context::Check);
    let notice = rows.take_last(1);
    if let Some(text) = &model.notice {
        pen.notice(notice, text);
    }
    let open = list.open();
    let role = if open == 0 { Role::Notice } else { Role::Warning };
    pen.text(rows.take_rows(1), role, &said::open(open));
    let (agreed, not_agreed) = list.findings();
    let were_agreed = list
        .not_agreed()
        .iter()
        .filter(|place| list.was_agreed(place.finding));
    let before = were_agreed.count();
    pen.text(
        rows.take_rows(1),
        Role::Muted,
        &said::agreed(agreed, not_agreed, before),
    );
    pen.rule(rows.take_rows(1));
    if open == 0 {
        let next = if (agreed, not_agreed) == (0, 0) {
            said::NO_FINDINGS
        } else {
            said::next(not_agreed)
        };
        for line in wrap_text(&pen.told(next), rows.width()) {
            pen.text(rows.take_rows(1), Role::Prompt, &line);
        }
    }
    if let Some(chosen) = list.chosen() {
        let text = whole(chosen, rows.width());
        let room = u16::try_from(text.len()).unwrap_or(WHOLE).min(WHOLE);
        let mut below = Rows::of(rows.take_last(room));
        for line in &text {
            let Some(row) = below.take_row() else { break };
            pen.text(row, Role::Prompt, line);
        }
        pen.rule(rows.take_last(1));
    }
    items(pen, rows.rest(), model, day);
}

/// The rows around the chosen one; a thing is never cut in two.
fn items(pen: &mut Pen<'_>, area: Rect, model: &Model, day: &Day) {
    let list = &model.check;
    let open = list.open();
    let mut lines = Vec::new();
    let mut chosen_at = 0;
    for (nth, concern) in list.concerns().iter().enumerate() {
        if nth == open {
            lines.push(Line::Accepted(list.concerns().len() - open));
        }
        if nth == list.place() {
            chosen_at = lines.len();
        }
        lines.push(Line::Of(nth, concern, true));
        lines.push(Line::Of(nth, concern, false));
    }
    if !list.not_agreed().is_empty() {
        lines.push(Line::LeftOut(list.not_agreed().len()));
    }
    for (nth, finding) in (list.concerns().len()..).zip(list.not_agreed()) {
        if nth == list.place() {
            chosen_at = lines.len();
        }
        lines.push(Line::NotAgreed(nth, finding));
    }
    let mut seen = chosen_at + EACH;
    if !list.remarks().is_empty() {
        lines.push(Line::WorthALook);
        lines.extend(list.remarks().iter().map(Line::Remark));
        if list.is_at_the_end() {
            seen = lines.len();
        }
    }
    let height = usize::from(area.height);
    let first = seen.saturating_sub(height).min(chosen_at);
    let first = pen.first_of(Rolled::Rows, first, (chosen_at, height.saturating_sub(1)));
    pen.rolls(area, Rolled::Rows, true);
    for (row, line) in Rows::of(area).each().zip(lines.iter().skip(first)) {
        if let Line::Of(nth, ..) | Line::NotAgreed(nth, _) = line {
            pen.spot(row, Spot::Row(*nth));
        }
        draw_line(pen, row, (model, day), line);
    }
}

fn draw_line(pen: &mut Pen<'_>, row: Rect, (model, day): (&Model, &Day), line: &Line<'_>) {
    let list = &model.check;
    match line {
        Line::WorthALook => {
            pen.text(row, Role::Title, said::WORTH_A_LOOK);
        }
        Line::Remark(remark) => {
            pen.text(indent(row, 2), Role::Muted, &said::remark(remark));
        }
        Line::Accepted(count) => {
            pen.text(row, Role::Title, &said::accepted(*count));
        }
        Line::Of(nth, concern, true) => {
            what(
                pen,
                row,
                concern,
                (*nth == list.place(), list.is_marked(concern.matter)),
            );
        }
        Line::LeftOut(count) => {
            pen.text(row, Role::Title, &said::not_agreed(*count));
        }
        Line::NotAgreed(nth, finding) => {
            let before = list.was_agreed(finding.finding);
            not_agreed(pen, row, finding, (*nth == list.place(), before));
        }
        Line::Of(_, concern, false) => then(pen, row, day, concern),
    }
}

/// Why, the words, and where.
fn what(pen: &mut Pen<'_>, row: Rect, concern: &Concern, (chosen, marked): (bool, bool)) {
    let role = |role| if chosen { Role::Selected } else { role };
    if chosen {
        pen.mark(row, Role::Selected);
    }
    let accepted = concern.accepted.is_some();
    let (reason, text) = said::what(&concern.what);
    let row = pen.text_right(
        row,
        role(Role::Place),
        &format!("  {}", said::whereabouts(concern)),
    );
    let text = match &concern.what {
        ConcernKind::Breach(..) => format!(": \"{}\"", text.replace('\n', " / ")),
        ConcernKind::Gap(_) if text.is_empty() => String::new(),
        ConcernKind::Gap(_) => format!(": {text}"),
    };
    let dim = |other| if accepted { Role::Past } else { other };
    pen.pieces(
        row,
        &[
            (role(Role::Key), if chosen { ">" } else { " " }),
            (role(Role::Important), if marked { "*" } else { " " }),
            (role(Role::Notice), if accepted { "v " } else { "" }),
            (role(dim(Role::Warning)), reason),
            (role(dim(Role::Prompt)), &text),
        ],
    );
}

/// What a finding says that is not agreed, and where.
fn not_agreed(pen: &mut Pen<'_>, row: Rect, finding: &FindingPlace, (chosen, before): (bool, bool)) {
    let role = |role| if chosen { Role::Selected } else { role };
    if chosen {
        pen.mark(row, Role::Selected);
    }
    let place = format!("  {}", said::place(finding));
    let row = pen.text_right(row, role(Role::Place), &place);
    pen.pieces(
        row,
        &[
            (role(Role::Key), if chosen { "> " } else { "  " }),
            (role(Role::Warning), if before { said::AGREED_BEFORE } else { "" }),
            (role(Role::Prompt), said::statement(finding)),
        ],
    );
}

/// What could stand there or be done, or who accepted it and why.
fn then(pen: &mut Pen<'_>, row: Rect, day: &Day, concern: &Concern) {
    let text = match &concern.accepted {
        Some(accepted) => said::accepted_by(day.name_of(accepted.by), &accepted.because),
        None => said::suggestion(&concern.what),
    };
    pen.text(indent(row, 4), Role::Muted, &text);
}

/// The whole text in which the words stand.
fn whole(concern: &Concern, width: u16) -> Vec<String> {
    // What is missing stands nowhere: which finding it is of, the finding says itself.
    let text = match &concern.place {
        Some(place) if concern.text.is_empty() => &place.statement,
        _ => &concern.text,
    };
    if text.is_empty() {
        return Vec::new();
    }
    let mut lines = wrap_text(text, width);
    let room = usize::from(WHOLE);
    if lines.len() > room {
        // The words themselves are to be seen, however long the text is.
        let words = match &concern.what {
            ConcernKind::Breach(_, breach) => breach.span.start,
            ConcernKind::Gap(_) => 0,
        };
        let mut passed = 0;
        let at = lines.iter().position(|line| {
            passed += line.len() + 1;
            passed > words
        });
        let first = at.unwrap_or(0).saturating_sub(1).min(lines.len() - room);
        lines = lines.split_off(first);
        lines.truncate(room);
    }
    lines
}
