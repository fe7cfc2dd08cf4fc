//! The timetable of a plan in a Word document: groups side by side, or one below the other where they are many.

use docx_rs::{Docx, Paragraph, Run, TableCell, TableRow};

use super::{bold, prose, table};
use crate::export::{
    sheet::{DayTable, Lane, Row},
    words,
};

/// The width of the times, in hundredths.
const TIMES: usize = 15;
/// The width of the activities where groups stand beside them.
const ACTIVITIES: usize = 29;

/// The timetable, one table a day.
pub fn days(docx: Docx, days: &[DayTable]) -> Docx {
    if days.is_empty() {
        return docx;
    }
    // The page that one takes along.
    let heading = prose::heading("Heading1", words::TIMETABLE).page_break_before(true);
    let docx = docx.add_paragraph(heading);
    days.iter().fold(docx, |docx, day| {
        docx.add_paragraph(prose::styled("Heading2", &day.title).keep_next(true))
            .add_table(day_table(day))
    })
}

fn day_table(day: &DayTable) -> docx_rs::Table {
    let widths = widths(day.columns.len());
    let names = [words::TIME.to_owned(), words::ACTIVITY.to_owned()];
    let names = names
        .into_iter()
        .chain(day.columns.iter().map(super::Text::one_line));
    let headings = widths
        .iter()
        .zip(names)
        .map(|(width, name)| table::cell(*width, 1, [bold("Cell", &name).keep_next(true)]));
    let mut rows = vec![table::heading_row(headings.collect())];
    rows.extend(day.rows.iter().map(|row| timetable_row(row, &widths)));
    table::table(&widths, rows)
}

/// The widths of the columns with so many groups side by side, in hundredths.
fn widths(groups: usize) -> Vec<usize> {
    if groups == 0 {
        return vec![TIMES, 100 - TIMES];
    }
    let each = (100 - TIMES - ACTIVITIES) / groups;
    // What the division leaves over goes to the activities.
    let activities = 100 - TIMES - each * groups;
    let mut widths = vec![TIMES, activities];
    widths.extend(std::iter::repeat_n(each, groups));
    widths
}

fn timetable_row(row: &Row, widths: &[usize]) -> TableRow {
    let groups = widths.len() - 2;
    let is_divided = groups > 0 && !row.lanes.is_empty();
    let mut cells = vec![table::cell(widths[0], 1, [prose::said("Cell", &row.time)])];
    if is_divided {
        cells.push(table::cell(widths[1], 1, activity(row)));
        let lanes = row.lanes.iter().zip(widths.iter().skip(2));
        cells.extend(lanes.map(|(lane, width)| lane_cell(lane, *width)));
    } else {
        let below = row.lanes.iter().flat_map(stacked);
        let all = activity(row).into_iter().chain(below);
        cells.push(table::cell(100 - widths[0], groups + 1, all));
    }
    table::row(cells)
}

/// What is done, and below it what else is to be known.
fn activity(row: &Row) -> Vec<Paragraph> {
    let mut title = bold("Cell", &row.title.one_line());
    if row.fixed {
        let fixed = Run::new().add_text(format!("   {}", words::FIXED));
        title = title.add_run(fixed.size(17).color(prose::MUTED));
    }
    let remark = (!row.remark.is_empty()).then(|| prose::styled("Small", &row.remark));
    std::iter::once(title).chain(remark).collect()
}

/// A group in a column of its own: what it does, and a line for each class.
fn lane_cell(lane: &Lane, width: usize) -> TableCell {
    let activity = (!lane.activity.is_empty()).then(|| prose::styled("Cell", &lane.activity));
    let visits = lane
        .visits
        .iter()
        .map(|visit| prose::said("Cell", &visit.one_line()));
    table::cell(width, 1, activity.into_iter().chain(visits))
}

/// A group below the others: its name, and what it does.
fn stacked(lane: &Lane) -> [Paragraph; 1] {
    let name = lane.group.one_line();
    [prose::said("Cell", &format!("{name}: {}", lane.one_line()))]
}
