//! The sheet of a plan as Markdown, for mail and wikis.

pub mod escape;

use super::{
    sheet::{DayTable, Row, Section, Sheet},
    text::Text,
    words,
};
use escape::{escaped, escaped_line};

/// How many rows a box has to write into.
const BOX_ROWS: usize = 3;

/// The sheet as the bytes of an `.md` file.
#[must_use]
pub fn markdown(sheet: &Sheet) -> Vec<u8> {
    let mut page = Page::default();
    head(&mut page, sheet);
    agreed(&mut page, sheet);
    if !sheet.remarks.is_empty() {
        page.heading(2, words::REMARKS);
        page.list(&sheet.remarks);
    }
    for (at, day) in sheet.days.iter().enumerate() {
        if at == 0 {
            page.heading(2, words::TIMETABLE);
        }
        timetable(&mut page, day);
    }
    rules(&mut page, sheet);
    for (at, section) in sheet.sections.iter().enumerate() {
        if at == 0 {
            page.heading(2, words::NOTES);
        }
        activity(&mut page, section);
    }
    page.into_bytes()
}

/// Markdown as it is written, piece by piece. Whatever is put in is escaped already.
#[derive(Debug, Default)]
pub(super) struct Page(String);

impl Page {
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    /// What stands by itself, with an empty line after it.
    pub(super) fn paragraph(&mut self, words: &str) {
        if !words.is_empty() {
            self.line(words);
            self.line("");
        }
    }

    pub(super) fn heading(&mut self, level: usize, words: &str) {
        self.paragraph(&format!("{} {words}", "#".repeat(level)));
    }

    pub(super) fn list<'a>(&mut self, items: impl IntoIterator<Item = &'a Text>) {
        self.items("-", items.into_iter().map(escaped));
    }

    pub(super) fn items(&mut self, sign: &str, items: impl IntoIterator<Item = String>) {
        let mut has_any = false;
        for item in items {
            self.line(&format!("{sign} {item}"));
            has_any = true;
        }
        if has_any {
            self.line("");
        }
    }

    /// A table with its headings; cells are escaped already.
    pub(super) fn table(&mut self, headings: &[String], rows: impl IntoIterator<Item = Vec<String>>) {
        let row = |cells: &[String]| format!("| {} |", cells.join(" | "));
        self.line(&row(headings));
        self.line(&row(&vec!["---".to_owned(); headings.len()]));
        for cells in rows {
            self.line(&row(&cells));
        }
        self.line("");
    }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn head(page: &mut Page, sheet: &Sheet) {
    let head = &sheet.head;
    page.heading(1, &escaped(&head.school));
    page.paragraph(&escaped_line(&head.subtitle()));
    page.paragraph(&format!("{} ({})", head.dates, words::edition(head.revision)));
    if head.is_rehearsal {
        page.paragraph(&format!("**{}**", words::REHEARSAL));
    }
    if head.is_changed_since {
        page.paragraph(words::CHANGED_SINCE);
    }
    match sheet.enquiries.len() {
        0 => {}
        1 => page.heading(2, words::LINE_OF_ENQUIRY),
        _ => page.heading(2, words::LINES_OF_ENQUIRY),
    }
    for enquiry in &sheet.enquiries {
        page.paragraph(&escaped(&enquiry.text));
        page.list(&enquiry.sub_questions);
    }
}

fn agreed(page: &mut Page, sheet: &Sheet) {
    if !sheet.facts.is_empty() {
        page.heading(2, words::AGREED);
    }
    for fact in &sheet.facts {
        page.heading(3, fact.label);
        page.list(&fact.entries);
    }
    if !sheet.people.is_empty() {
        page.heading(2, words::PEOPLE);
        let rows = sheet.people.iter().map(|member| {
            vec![
                escaped(&member.name),
                escaped(&member.group),
                member.duties.clone(),
            ]
        });
        page.table(&owned(&[words::WHO, words::GOES_WITH, words::ON_THE_DAY]), rows);
    }
}

fn timetable(page: &mut Page, day: &DayTable) {
    page.heading(3, &escaped(&day.title));
    let mut headings = owned(&[words::TIME, words::ACTIVITY]);
    headings.extend(day.columns.iter().map(escaped));
    let rows = day.rows.iter().map(|row| timetable_row(row, day.columns.len()));
    page.table(&headings, rows);
}

fn timetable_row(row: &Row, columns: usize) -> Vec<String> {
    let lanes = row.lanes.iter();
    let mut done = vec![escaped(&row.title), escaped(&row.remark)];
    if row.fixed {
        done.push(words::FIXED.to_owned());
    }
    let mut beside = Vec::new();
    if columns == 0 {
        done.extend(lanes.map(|lane| {
            let does = escaped_line(&lane.one_line());
            format!("{}: {does}", escaped(&lane.group))
        }));
    } else {
        beside.extend(lanes.map(|lane| escaped_line(&lane.one_line())));
        beside.resize(columns, String::new());
    }
    done.retain(|part| !part.is_empty());
    let mut cells = vec![row.time.clone(), done.join("; ")];
    cells.append(&mut beside);
    cells
}

fn rules(page: &mut Page, sheet: &Sheet) {
    for (heading, rules) in [
        (words::DO, &sheet.conduct_do),
        (words::DO_NOT, &sheet.conduct_do_not),
    ] {
        if !rules.is_empty() {
            page.heading(2, &format!("{}: {heading}", words::CONDUCT));
            page.list(rules);
        }
    }
    if !sheet.deadlines.is_empty() {
        page.heading(2, words::DEADLINES);
        let rows = sheet
            .deadlines
            .iter()
            .map(|line| vec![escaped(&line.what), escaped(&line.who), line.when.clone()]);
        page.table(&owned(&[words::WHAT, words::WHO, words::WHEN]), rows);
    }
}

fn activity(page: &mut Page, section: &Section) {
    page.heading(
        3,
        &format!("{} ({})", escaped(&section.title), escaped_line(&section.when)),
    );
    page.list(&section.who);
    if !section.lead.is_empty() {
        let colon = if section.questions.is_empty() { "" } else { ":" };
        page.paragraph(&format!("{}{colon}", escaped(&section.lead)));
    }
    if !section.questions.is_empty() {
        let questions = section.questions.iter().map(|question| {
            let text = escaped(&question.text);
            if question.short.is_empty() {
                text
            } else {
                format!("{}: {text}", escaped(&question.short))
            }
        });
        page.items("1.", questions);
    }
    page.paragraph(&format!("**{}**", section.box_title));
    let headings: Vec<String> = section.fields.iter().map(escaped).collect();
    let empty = vec![String::new(); headings.len()];
    page.table(&headings, std::iter::repeat_n(empty, BOX_ROWS));
}
