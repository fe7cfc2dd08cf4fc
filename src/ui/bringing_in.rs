//! Bringing in a timetable: the box into which it is pasted, and the picture of what was understood.

use ratatui::layout::{Position, Rect};

use super::{
    footer_keys_as,
    keymap::{Context, Does},
    overlay::boxed,
    pasted::{Line, NUMBER, WIDEST, paste_box, picture, said},
    pen::{Pen, Rows},
    theme::Role,
    words::{bringing_in as say, replanning, taking_over},
    wrap::wrap_text,
};
use crate::{
    app::{
        Model,
        bringing_in::{BringingIn, Found, Made},
        message::Action,
        notice::Notice,
        pasted::{Lacks, Phase},
    },
    domain::read_timetable::{ReadTimetable, Understood},
};

/// A part of the picture.
enum Part<'a> {
    /// A text of its own.
    Said(Role, String),
    /// The names of the columns below.
    Heading,
    /// What a line was taken for, beside it.
    Understood(&'a Understood),
}

/// Draws it; gives the place of the cursor in the box.
pub fn draw(pen: &mut Pen<'_>, area: Rect, model: &Model) -> Option<Position> {
    let bringing = model.bringing_in.as_ref()?;
    if let Phase::Shown(found) = &bringing.pasted.phase {
        show(pen, area, model, (bringing, found));
        return None;
    }
    let words: (_, _, fn(&Lacks) -> String) = (say::TITLE, say::PASTE_HERE, say::lacks);
    paste_box(pen, area, words, &bringing.pasted)
}

/// Draws what was understood, scrolled as it is.
fn show(pen: &mut Pen<'_>, area: Rect, model: &Model, (bringing, found): (&BringingIn, &Found)) {
    let width = WIDEST.min(area.width);
    let mut rows = Rows::of(boxed(pen, area, width, area.height, say::UNDERSTOOD));
    footer_keys_as(pen, rows.take_last(1), Context::BringingIn, |binding| {
        let takes = match binding.does {
            Does::Action(Action::Enter) if bringing.asks => return None,
            Does::Action(action) => say::takes(bringing, action),
            Does::Motion(_) | Does::Palette => None,
        };
        takes.or(binding.footer).map(str::to_string)
    });
    let rule = rows.take_last(1);
    pen.rule(rule);
    if let Some(notice @ Notice::BroughtIn(_)) = &model.notice {
        pen.notice(rows.take_rows(1), notice);
    }
    if bringing.asks {
        for line in wrap_text(&pen.told(&say::asks()), rows.width()) {
            pen.text(rows.take_rows(1), Role::Warning, &line);
        }
        pen.rule(rows.take_rows(1));
    }
    let then = (!bringing.asks).then(|| pen.told(say::then(found)).into_owned());
    let (width, left) = (rows.width(), width_of_taken_for(&found.table, rows.width()));
    picture(
        pen,
        (rows, rule),
        &bringing.pasted.scroll,
        &parts(found, then),
        |part| match part {
            Part::Said(tone, text) => said(*tone, text, width),
            Part::Heading => vec![row(left, Role::Muted, taking_over::COLUMNS.map(str::to_string))],
            Part::Understood(piece) => understood(piece, &found.table.taken_for(piece), left, width),
        },
    );
}

/// The picture; `then` is what a key does, none where that is asked just now.
fn parts(found: &Found, then: Option<String>) -> Vec<Part<'_>> {
    let blank = || Part::Said(Role::Prompt, String::new());
    let warnings = say::look_at(found).into_iter();
    let mut parts = vec![Part::Said(Role::Notice, say::found(found))];
    parts.extend(warnings.map(|text| Part::Said(Role::Warning, text)));
    if let Some(said) = then {
        parts.push(Part::Said(Role::Notice, said));
    }
    parts.push(blank());
    if let Made::Replanned(replanned) = &found.made {
        let before = replanned.plan.revision;
        let before = before.saturating_sub(u32::from(!replanned.difference.is_nothing()));
        let lines = match &replanned.on_the_day {
            Some(on_the_day) => replanning::on_the_day(&replanned.difference, on_the_day),
            None => replanning::difference(&replanned.difference, before),
        };
        for text in lines {
            let role = if text.starts_with(['!', '-', '=']) {
                Role::Warning
            } else {
                Role::Prompt
            };
            parts.push(Part::Said(role, text));
        }
        parts.push(blank());
    }
    parts.push(Part::Heading);
    parts.extend(found.table.understood.iter().map(Part::Understood));
    let from_model = match &found.made {
        Made::Nothing => &[][..],
        Made::Replanned(replanned) => &replanned.from_model,
        Made::New { from_model, .. } => from_model,
    };
    for (role, texts) in [
        (Role::Prompt, taking_over::from_model(from_model)),
        (Role::Prompt, taking_over::without_a_place(&found.table)),
        (Role::Warning, taking_over::doubts(say::doubts(found))),
    ] {
        parts.extend(texts.into_iter().map(|text| Part::Said(role, text)));
    }
    parts
}

/// Cells of the column that says what lines were taken for: as wide as there is room.
fn width_of_taken_for(table: &ReadTimetable, width: u16) -> u16 {
    let wide = u16::try_from(taking_over::width_of_taken_for(table)).unwrap_or(u16::MAX);
    wide.max(10).min(width.saturating_sub(NUMBER + 2) / 2)
}

/// What a line was taken for, beside what was read, each in its column.
fn understood(piece: &Understood, taken_for: &str, left: u16, width: u16) -> Vec<Line> {
    let taken_for = wrap_text(taken_for, left);
    let joined = piece.read.split_whitespace().collect::<Vec<_>>().join(" ");
    let read = wrap_text(&joined, width.saturating_sub(NUMBER + 2 + left));
    let cell = |column: &[String], nth: usize| column.get(nth).cloned().unwrap_or_default();
    (0..taken_for.len().max(read.len()))
        .map(|nth| {
            let number = if nth == 0 {
                piece.line.to_string()
            } else {
                String::new()
            };
            row(
                left,
                Role::Prompt,
                [number, cell(&taken_for, nth), cell(&read, nth)],
            )
        })
        .collect()
}

fn row(left: u16, role: Role, [number, taken_for, read]: [String; 3]) -> Line {
    let pad = usize::from(left).saturating_sub(super::display_safe::cells(&taken_for));
    vec![
        (Role::Muted, format!("{number:>4}  ")),
        (role, format!("{taken_for}{}  ", " ".repeat(pad))),
        (Role::Muted, read),
    ]
}
