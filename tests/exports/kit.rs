//! Plans to export, and readers of what came out.

use std::io::{Cursor, Read};
use std::path::Path;

use docx_rs::{DocumentChild, Docx, Paragraph, TableCellContent, TableChild, TableRowChild};
use knownow::domain::{bank_holidays::BankHolidays, deadline, plan::Plan, stamp::Stamp};
use knownow::export::sheet::Sheet;
use knownow::storage::{catalogue, files::plan_file};

/// The half-day example.
pub fn half_day() -> Plan {
    plan_file::read_plan(Path::new("plan.ron"), catalogue::examples()[0].plan.as_bytes()).unwrap()
}

/// Two days with reviewers who go separate ways.
pub fn two_days() -> Plan {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/two-day/plan.ron");
    plan_file::read_plan(&path, &std::fs::read(&path).unwrap()).unwrap()
}

/// The example of two days as it is shipped.
pub fn shipped_two_days() -> Plan {
    let example = catalogue::examples()
        .iter()
        .find(|example| example.folder == "two-day-quality");
    plan_file::read_plan(Path::new("plan.ron"), example.unwrap().plan.as_bytes()).unwrap()
}

/// The sheet of a plan, with its due dates in years whose holidays are known.
pub fn sheet(plan: &Plan) -> Sheet {
    let easter = ["2027-03-26", "2027-03-29"].map(|day| (day.parse().unwrap(), "Easter".to_owned()));
    let holidays = BankHolidays::new(easter, 2020..=2040);
    Sheet::of(plan, &deadline::due_dates(plan, &holidays))
}

/// When all documents of these tests are made.
pub fn made() -> Stamp {
    "2026-10-20T16:05:00+01:00".parse().unwrap()
}

/// The paragraphs of a Word document in their order, with the words of tables cell by cell.
pub fn paragraphs(bytes: &[u8]) -> Vec<String> {
    let docx: Docx = docx_rs::read_docx(bytes).unwrap();
    let children = docx.document.children.iter();
    children
        .flat_map(|child| match child {
            DocumentChild::Paragraph(paragraph) => vec![words(paragraph)],
            DocumentChild::Table(table) => table.rows.iter().flat_map(row).collect(),
            _ => Vec::new(),
        })
        .collect()
}

fn row(row: &TableChild) -> Vec<String> {
    let TableChild::TableRow(row) = row;
    let cells = row.cells.iter().flat_map(|cell| {
        let TableRowChild::TableCell(cell) = cell;
        &cell.children
    });
    cells
        .filter_map(|content| match content {
            TableCellContent::Paragraph(paragraph) => Some(words(paragraph)),
            _ => None,
        })
        .collect()
}

fn words(paragraph: &Paragraph) -> String {
    paragraph.raw_text()
}

/// The parts of a Word document as text, by name.
pub fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().to_owned(), text)
        })
        .collect()
}

/// The part of this name.
pub fn part<'a>(parts: &'a [(String, String)], name: &str) -> &'a str {
    &parts.iter().find(|(found, _)| found == name).unwrap().1
}

/// Changes every text of a plan that a person types.
pub fn retype(plan: &mut Plan, typed: &mut dyn FnMut(&str) -> String) {
    let mut change = |text: &mut String| {
        if !text.is_empty() {
            *text = typed(text);
        }
    };
    let agreement = &mut plan.agreement;
    let mut texts: Vec<&mut String> = vec![
        &mut plan.host.name,
        &mut agreement.title,
        &mut agreement.wanted_outcome,
        &mut agreement.focus_area,
        &mut plan.rules.retention,
        &mut plan.rules.kind_labels.strength,
        &mut plan.rules.kind_labels.development,
    ];
    let lists = [
        &mut agreement.visiting_schools,
        &mut agreement.pre_reading,
        &mut agreement.staff_involved,
        &mut agreement.remarks,
        &mut plan.rules.conduct_do,
        &mut plan.rules.conduct_do_not,
        &mut plan.rules.framework,
    ];
    texts.extend(lists.into_iter().flatten());
    for line in &mut agreement.lines_of_enquiry {
        texts.push(&mut line.text);
        texts.extend(line.sub_questions.iter_mut().map(|part| &mut part.text));
    }
    texts.extend(plan.groups.iter_mut().map(|group| &mut group.name));
    texts.extend(plan.people.iter_mut().map(|person| &mut person.name));
    for deadline in &mut plan.rules.deadlines {
        texts.extend([&mut deadline.what, &mut deadline.who]);
    }
    for day in &mut plan.days {
        texts.push(&mut day.label);
        for slot in &mut day.slots {
            texts.push(&mut slot.remark);
            let own = slot.tracks.iter_mut().filter_map(|track| {
                texts.extend(track.visits.iter_mut().map(|visit| &mut visit.class));
                track.activity.as_mut()
            });
            for activity in own.collect::<Vec<_>>().into_iter().chain([&mut slot.activity]) {
                texts.push(&mut activity.title);
                for prompt in &mut activity.prompts {
                    texts.extend([&mut prompt.short, &mut prompt.text]);
                }
            }
        }
    }
    texts.into_iter().for_each(&mut change);
}
