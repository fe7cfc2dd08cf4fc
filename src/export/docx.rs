//! The sheet of a plan as a Word document.

mod order;
pub(super) mod page;
pub(super) mod prose;
pub(super) mod table;

mod timetable;

use docx_rs::{Docx, NumberingId, Paragraph, Run, TableRow};

use super::{
    ExportFault,
    sheet::{DueLine, Fact, Head, Member, Section, Sheet, pages},
    text::Text,
    words,
};
use crate::domain::stamp::Stamp;
use page::About;
use prose::Counted;

/// The sheet as the bytes of a `.docx` file that was made at `made`.
///
/// # Errors
/// If the parts of the file can't be put together.
pub fn docx(sheet: &Sheet, made: Stamp) -> Result<Vec<u8>, ExportFault> {
    let about = About {
        title: sheet.head.title(),
        author: sheet.head.school.clone(),
        made,
        foot: sheet.foot.clone(),
    };
    let mut docx = title(page::document(&about), &sheet.head);
    docx = enquiries(docx, sheet);
    docx = facts(docx, &sheet.facts);
    docx = people(docx, &sheet.people);
    docx = list(docx, words::REMARKS, &sheet.remarks);
    let (before, after) = pages::due_before_and_after(sheet);
    docx = deadlines(docx, before);
    docx = timetable::days(docx, &sheet.days);
    docx = conduct(docx, sheet);
    docx = deadlines(docx, after);
    docx = sections(docx, &sheet.sections);
    page::pack(docx, &about)
}

fn title(docx: Docx, head: &Head) -> Docx {
    let mut docx = docx
        .add_paragraph(prose::styled("Title", &head.school))
        .add_paragraph(prose::said("Subtitle", &head.subtitle()))
        .add_paragraph(prose::said("Subtitle", &head.dates))
        .add_paragraph(prose::said("Small", &words::edition(head.revision)));
    if head.is_rehearsal {
        docx = docx.add_paragraph(prose::said("Lead", words::REHEARSAL));
    }
    if head.is_changed_since {
        docx = docx.add_paragraph(prose::said("Lead", words::CHANGED_SINCE));
    }
    docx
}

fn enquiries(docx: Docx, sheet: &Sheet) -> Docx {
    let heading = match sheet.enquiries.len() {
        0 => return docx,
        1 => words::LINE_OF_ENQUIRY,
        _ => words::LINES_OF_ENQUIRY,
    };
    let mut docx = docx.add_paragraph(prose::heading("Heading1", heading));
    for enquiry in &sheet.enquiries {
        docx = docx.add_paragraph(prose::styled("Lead", &enquiry.text));
        docx = bullets(docx, &enquiry.sub_questions);
    }
    docx
}

fn bullets(docx: Docx, items: &[Text]) -> Docx {
    items.iter().fold(docx, |docx, item| {
        docx.add_paragraph(prose::bullet("Normal", item))
    })
}

/// Some lines under a heading; nothing if there are none.
fn list(docx: Docx, heading: &str, items: &[Text]) -> Docx {
    if items.is_empty() {
        return docx;
    }
    bullets(docx.add_paragraph(prose::heading("Heading1", heading)), items)
}

fn facts(docx: Docx, facts: &[Fact]) -> Docx {
    const WIDTHS: [usize; 2] = [24, 76];
    if facts.is_empty() {
        return docx;
    }
    let rows = facts.iter().map(|fact| {
        let entries = fact.entries.iter().map(|entry| match fact.entries.len() {
            1 => prose::styled("Cell", entry),
            _ => prose::bullet("Cell", entry),
        });
        let label = bold("Cell", fact.label);
        table::row(vec![
            table::cell(WIDTHS[0], 1, [label]),
            table::cell(WIDTHS[1], 1, entries),
        ])
    });
    docx.add_paragraph(prose::heading("Heading1", words::AGREED))
        .add_table(table::table(&WIDTHS, rows.collect()))
}

/// Words of the program in bold letters.
fn bold(style: &str, said: &str) -> Paragraph {
    Paragraph::new()
        .style(style)
        .add_run(Run::new().add_text(said).bold())
}

/// A row with the headings of columns.
fn headings(widths: &[usize], names: &[&str]) -> TableRow {
    let cells = widths.iter().zip(names);
    let cells = cells.map(|(width, name)| table::cell(*width, 1, [bold("Cell", name).keep_next(true)]));
    table::heading_row(cells.collect())
}

fn people(docx: Docx, people: &[Member]) -> Docx {
    const WIDTHS: [usize; 3] = [40, 20, 40];
    if people.is_empty() {
        return docx;
    }
    let names = [words::WHO, words::GOES_WITH, words::ON_THE_DAY];
    let mut rows = vec![headings(&WIDTHS, &names)];
    rows.extend(people.iter().map(|member| {
        table::row(vec![
            table::cell(WIDTHS[0], 1, [prose::styled("Cell", &member.name)]),
            table::cell(WIDTHS[1], 1, [prose::styled("Cell", &member.group)]),
            table::cell(WIDTHS[2], 1, [prose::said("Cell", &member.duties)]),
        ])
    }));
    docx.add_paragraph(prose::heading("Heading1", words::PEOPLE))
        .add_table(table::table(&WIDTHS, rows))
}

/// What to do and what not to do, side by side.
fn conduct(docx: Docx, sheet: &Sheet) -> Docx {
    const WIDTHS: [usize; 2] = [50, 50];
    if sheet.conduct_do.is_empty() && sheet.conduct_do_not.is_empty() {
        return docx;
    }
    let side = |items: &[Text]| {
        let items = items.iter().map(|item| prose::bullet("Cell", item));
        table::cell(50, 1, items)
    };
    let rows = vec![
        headings(&WIDTHS, &[words::DO, words::DO_NOT]),
        table::row(vec![side(&sheet.conduct_do), side(&sheet.conduct_do_not)]),
    ];
    docx.add_paragraph(prose::heading("Heading1", words::CONDUCT))
        .add_table(table::table(&WIDTHS, rows))
}

fn deadlines(docx: Docx, lines: &[DueLine]) -> Docx {
    const WIDTHS: [usize; 3] = [38, 25, 37];
    if lines.is_empty() {
        return docx;
    }
    let mut rows = vec![headings(&WIDTHS, &[words::WHAT, words::WHO, words::WHEN])];
    rows.extend(lines.iter().enumerate().map(|(at, line)| {
        // The table is short, and is not divided between two pages.
        let more = at + 1 < lines.len();
        table::row(vec![
            table::cell(WIDTHS[0], 1, [prose::styled("Cell", &line.what).keep_next(more)]),
            table::cell(WIDTHS[1], 1, [prose::styled("Cell", &line.who).keep_next(more)]),
            table::cell(WIDTHS[2], 1, [prose::said("Cell", &line.when).keep_next(more)]),
        ])
    }));
    docx.add_paragraph(prose::heading("Heading1", words::DEADLINES))
        .add_table(table::table(&WIDTHS, rows))
}

/// The activities, beginning on a page of their own.
fn sections(docx: Docx, sections: &[Section]) -> Docx {
    if sections.is_empty() {
        return docx;
    }
    let heading = prose::heading("Heading1", words::NOTES).page_break_before(true);
    let mut counted = Counted::default();
    let mut docx = docx.add_paragraph(heading);
    for (at, placed) in pages::placed(sections).into_iter().enumerate() {
        let section = placed.section;
        docx = section_head(docx, section, at > 0 && placed.begins_page);
        if !section.lead.is_empty() {
            docx = docx.add_paragraph(prose::heading("Lead", &section.lead.one_line()));
        }
        if !section.questions.is_empty() {
            let (begun, list) = counted.begin(docx);
            docx = questions(begun, section, &list);
        }
        docx = know_box(docx, section, placed.box_height);
    }
    docx
}

fn section_head(docx: Docx, section: &Section, on_new_page: bool) -> Docx {
    let title = Run::new().add_text(section.title.one_line());
    let when = Run::new()
        .add_text(format!("   {}", section.when))
        .disable_bold()
        .color(prose::MUTED)
        .size(20);
    let heading = Paragraph::new()
        .style("Heading2")
        .keep_next(true)
        .page_break_before(on_new_page);
    let docx = docx.add_paragraph(heading.add_run(title).add_run(when));
    section.who.iter().fold(docx, |docx, who| {
        docx.add_paragraph(prose::styled("Normal", who).keep_next(true))
    })
}

/// The questions; they stay together with the box that follows.
fn questions(docx: Docx, section: &Section, list: &NumberingId) -> Docx {
    section.questions.iter().fold(docx, |docx, question| {
        let mut runs = Vec::new();
        if !question.short.is_empty() {
            runs.push(Run::new().add_text(question.short.one_line()).bold());
            runs.push(Run::new().add_text("  "));
        }
        runs.push(prose::run(&question.text));
        let item = prose::numbered(list, runs);
        docx.add_paragraph(item.keep_next(true).keep_lines(true))
    })
}

/// The box with its two fields to write into, so many millimetres high.
fn know_box(docx: Docx, section: &Section, height: usize) -> Docx {
    const WIDTHS: [usize; 2] = [50, 50];
    let field = |label: &Text| table::cell(50, 1, [bold("Cell", &label.one_line()).keep_next(true)]);
    let empty = || table::cell(50, 1, []);
    let rows = vec![
        table::heading_row(section.fields.iter().map(field).collect()),
        table::empty_row(vec![empty(), empty()], height),
    ];
    docx.add_paragraph(prose::heading("Lead", section.box_title))
        .add_table(table::table(&WIDTHS, rows))
}
