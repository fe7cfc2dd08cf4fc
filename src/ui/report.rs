//! The sheet on which it is chosen what is handed on, and how far the making of it is.

use ratatui::layout::Rect;

use super::{
    footer_keys_as,
    keymap::{self, Context},
    overlay::boxed,
    pen::{Pen, Rows, indent},
    theme::Role,
    words,
    wrap::wrap_text,
};
use crate::app::{
    Model,
    pointing::Spot,
    report::{News, Phase, Row, Sheet},
};

/// Cells of the sheet.
const WIDTH: u16 = 92;
/// Rows of the sheet where nothing is told yet: frame, two columns, drafts, folder, findings, keys.
const HEIGHT: u16 = 14;
/// Cells of the column of papers.
const PAPERS: u16 = 36;
/// Cells of the bar.
const BAR: usize = 24;

/// Draws the sheet.
pub fn draw(pen: &mut Pen<'_>, area: Rect, model: &Model) {
    let sheet = &model.report;
    let inside = area.width.min(WIDTH).saturating_sub(4);
    let said = said(model, inside);
    let height = HEIGHT.saturating_add(u16::try_from(said.len()).unwrap_or(u16::MAX).saturating_sub(1));
    let mut rows = Rows::of(boxed(pen, area, WIDTH, height, words::report::TITLE));
    let is_written = matches!(sheet.phase, Phase::Told(News::Written { .. }));
    footer_keys_as(pen, rows.take_last(1), Context::Report, |binding| {
        match binding.keys.first() {
            Some(&"Enter") if is_written => Some(words::report::CLOSE.into()),
            Some(&"Esc") if is_written => None,
            _ => binding.footer.map(str::to_string),
        }
    });
    pen.rule(rows.take_last(1));
    let all = u16::try_from(said.len()).unwrap_or(u16::MAX);
    // What became of it matters more than what was ticked.
    let mut telling = Rows::of(rows.take_last(all.min(rows.left().saturating_sub(4))));
    pen.rule(rows.take_last(1));
    chosen(pen, rows, sheet);
    for (role, line) in said {
        let Some(row) = telling.take_row() else { return };
        pen.text(row, role, &line);
    }
}

/// The rows that can be chosen: papers and forms side by side, then the rest.
fn chosen(pen: &mut Pen<'_>, mut rows: Rows, sheet: &Sheet) {
    let heads = rows.take_rows(1);
    pen.text(heads, Role::Muted, words::report::PAPERS);
    pen.text(indent(heads, PAPERS), Role::Muted, words::report::FORMS);
    let (papers, forms): (Vec<Row>, Vec<Row>) = Sheet::rows()
        .filter(|row| matches!(row, Row::Paper(_) | Row::Form(_)))
        .partition(|row| matches!(row, Row::Paper(_)));
    for (paper, form) in papers.into_iter().zip(forms) {
        let Some(row) = rows.take_row() else { return };
        let left = Rect {
            width: PAPERS.min(row.width).saturating_sub(1),
            ..row
        };
        tick(pen, left, sheet, paper);
        tick(pen, indent(row, PAPERS), sheet, form);
    }
    tick(pen, rows.take_rows(1), sheet, Row::Drafts);
    let into = rows.take_rows(1);
    spot(pen, into, Row::Folder);
    let folder = sheet.folder.as_ref();
    let folder = folder.map_or_else(
        || words::report::NO_FOLDER.to_string(),
        |folder| folder.display().to_string(),
    );
    let is_chosen = sheet.row() == Row::Folder;
    let role = |role| if is_chosen { Role::Selected } else { role };
    let sign = if is_chosen { "> " } else { "  " };
    pen.pieces(
        into,
        &[
            (role(Role::Key), sign),
            (role(Role::Muted), words::report::INTO),
            (role(Role::Place), &folder),
        ],
    );
}

/// A row of the sheet can be clicked in these cells.
fn spot(pen: &mut Pen<'_>, area: Rect, row: Row) {
    if let Some(nth) = Sheet::rows().position(|other| other == row) {
        pen.spot(area, Spot::Row(nth));
    }
}

fn tick(pen: &mut Pen<'_>, area: Rect, sheet: &Sheet, row: Row) {
    spot(pen, area, row);
    let is_chosen = sheet.row() == row;
    let role = |role| if is_chosen { Role::Selected } else { role };
    let sign = if is_chosen { "> " } else { "  " };
    let [ticked, not] = words::report::TICKED;
    let is_ticked = sheet.is_ticked(row);
    pen.pieces(
        area,
        &[
            (role(Role::Key), sign),
            (role(Role::Key), if is_ticked { ticked } else { not }),
            (role(Role::Prompt), words::report::row(row)),
        ],
    );
}

/// What is said below: why it can't be made, how far it is, or what became of it.
fn said(model: &Model, width: u16) -> Vec<(Role, String)> {
    let mut said: Vec<(Role, String)> = Vec::new();
    let mut say = |role, text: &str| {
        let text = keymap::in_words(&model.keys, &[Context::Report, Context::Day], text);
        let lines = wrap_text(&text, width);
        said.extend(lines.into_iter().map(|line| (role, line)));
    };
    let problems = model.day().map_or_else(Vec::new, words::others::all_problems);
    if !problems.is_empty() {
        say(Role::Warning, words::report::NOT_ALL_READ);
        for problem in problems {
            say(Role::Warning, &problem);
        }
    }
    match (&model.notice, &model.report.phase) {
        (Some(notice), Phase::Choosing) => say(Role::Warning, &words::notice(notice)),
        (None, Phase::Choosing) => {
            let (agreed, open) = model.report.findings();
            say(
                Role::Muted,
                &words::report::told(agreed, open, model.report.order.with_drafts),
            );
            if let Some(to_see_to) = words::report::to_see_to(model.report.concerns()) {
                say(Role::Warning, &to_see_to);
            }
            notes_go_out(&mut say, &model.report);
        }
        (_, Phase::Warned) => {
            let warning = words::report::warned(&model.report);
            say(Role::Warning, &warning);
            notes_go_out(&mut say, &model.report);
        }
        (_, Phase::Making { done, of }) => say(Role::Now, &bar(*done, *of)),
        (_, Phase::Told(News::Made(_))) => {}
        (_, Phase::Told(News::Written { files, remarks })) => {
            for line in words::report::written(files) {
                say(Role::Notice, &line);
            }
            for remark in words::report::remarks(remarks) {
                say(Role::Warning, &remark);
            }
        }
        (_, Phase::Told(News::Exists(files))) => {
            say(Role::Warning, &words::report::exists(files));
            say(Role::Notice, words::report::EXISTS_KEYS);
        }
        (_, Phase::Told(News::Failed { why, cure })) => say(Role::Failure, &words::report::failed(why, cure)),
    }
    said
}

/// That notes go out word for word, where they do.
fn notes_go_out(say: &mut impl FnMut(Role, &str), sheet: &Sheet) {
    if let Some(named) = sheet.named_notes() {
        let role = if named > 0 { Role::Warning } else { Role::Muted };
        say(role, &words::report::notes_go_out(named));
    }
}

/// The bar of progress, and what is being done.
fn bar(done: usize, of: usize) -> String {
    let filled = done * BAR / of.max(1);
    format!(
        "[{}{}] {}",
        "=".repeat(filled),
        "-".repeat(BAR - filled),
        words::report::making(done, of)
    )
}
