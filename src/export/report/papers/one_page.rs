//! Papers of one page: the sheet to speak from, and the summary for governors.

use super::{
    add_acronyms, begun,
    findings::{in_a_line, in_lines, is_by_level, numbered},
    finished, steps,
};
use crate::export::{
    paper::{Block, Column, Paper, Table},
    report::{Finding, List, Report, words},
    text::Text,
};

/// The heights of letters to speak from, in points, the largest first.
const TO_SPEAK_FROM: [usize; 9] = [24, 22, 20, 18, 16, 14, 13, 12, 11];
/// The heights of letters to read.
const TO_READ: [usize; 7] = [14, 13, 12, 11, 10, 9, 8];
/// The smallest of them with which it is told what each finding rests on.
const WITH_GROUNDS: usize = 9;

/// The sheet for the verbal feedback: what one says, in letters that are read from a table.
#[must_use]
pub fn speaking_sheet(report: &Report) -> Paper {
    let mut paper = begun(report, words::SPEAKING_SHEET);
    for list in &report.lists {
        paper.section(&list.title, spoken(list));
    }
    none_yet(&mut paper, report);
    fitted(finished(paper, report), &TO_SPEAK_FROM)
}

fn spoken(list: &List) -> Vec<Block> {
    if is_by_level(list) || (list.is_for_each && list.fields.len() < 2) {
        return a_list(in_lines(list));
    }
    if list.fields.len() < 2 {
        let told = list.findings.iter().map(|finding| by_number(list, finding));
        return told.map(Block::Words).collect();
    }
    let told = list.findings.iter().map(|finding| {
        let mut blocks = vec![Block::Lead(by_number(list, finding))];
        // The last thing a list asks of a finding is what is to be done about it.
        blocks.extend(
            finding
                .fields
                .last()
                .map(|point| Block::Points(vec![point.clone()])),
        );
        Block::Together(blocks)
    });
    told.collect()
}

/// A finding in one line behind its number; those of a list that has one for each of several things go by these.
fn by_number(list: &List, finding: &Finding) -> Text {
    let line = in_a_line(finding);
    if list.is_for_each {
        line
    } else {
        numbered(finding, &line)
    }
}

/// The lines as a list; nothing if there are none.
fn a_list(lines: Vec<Text>) -> Vec<Block> {
    if lines.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(lines)]
    }
}

/// The summary for governors: the question, the findings, what follows. What each finding rests on is told if there is
/// room for it; that a finding rests on nothing, always.
#[must_use]
pub fn for_governors(report: &Report) -> Paper {
    let whole = fitted(summary_of(report, true), &TO_READ);
    if whole.points >= Some(WITH_GROUNDS) {
        whole
    } else {
        fitted(summary_of(report, false), &TO_READ)
    }
}

fn summary_of(report: &Report, with_grounds: bool) -> Paper {
    let mut paper = begun(report, words::FOR_GOVERNORS);
    for enquiry in &report.enquiries {
        paper.blocks.push(Block::Lead(enquiry.text.clone()));
    }
    for list in &report.lists {
        paper.section(&list.title, summary(list, with_grounds));
    }
    none_yet(&mut paper, report);
    paper.section(&Text::new(words::ACTION_STEPS), steps(report));
    let next = report.due.iter().map(next).collect();
    paper.section(&Text::new(words::NEXT), a_list(next));
    add_short_acronyms(&mut paper);
    finished(paper, report)
}

fn none_yet(paper: &mut Paper, report: &Report) {
    if report.findings().next().is_none() {
        paper.blocks.push(Block::Lead(Text::new(words::NO_FINDINGS)));
    }
}

/// What is due, when and by whom, in a line.
pub(super) fn next(due: &crate::export::report::Due) -> Text {
    let mut when = due.when.clone();
    // "At the governors' next meeting" and "Every 6 weeks" begin a line elsewhere; days are names.
    if ["At ", "By ", "Every "]
        .iter()
        .any(|begun| when.starts_with(begun))
        && let Some(first) = when.get_mut(..1)
    {
        first.make_ascii_lowercase();
    }
    let told: Vec<String> = [due.what.one_line(), when]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let by = if due.who.is_empty() {
        String::new()
    } else {
        // A sentence of its own: nothing is said of who it is.
        format!(". {}: {}", words::BY, due.who.one_line())
    };
    Text::new(&format!("{}{by}", told.join(": ")))
}

fn summary(list: &List, with_grounds: bool) -> Vec<Block> {
    if is_by_level(list) {
        return a_list(in_lines(list));
    }
    let told = list.findings.iter().map(|finding| {
        let mut blocks = vec![Block::Lead(by_number(list, finding))];
        if !finding.fields.is_empty() {
            blocks.push(Block::Points(finding.fields.clone()));
        }
        if with_grounds || finding.evidence.is_empty() {
            blocks.push(Block::Aside(finding.rests_on.clone()));
        }
        Block::Together(blocks)
    });
    told.collect()
}

/// The acronyms in one paragraph, where a table would take half of the page.
fn add_short_acronyms(paper: &mut Paper) {
    let before = paper.blocks.len();
    add_acronyms(paper);
    let added = paper.blocks.split_off(before);
    for block in added {
        if let Block::Table(table) = block {
            let said: Vec<String> = table
                .rows
                .iter()
                .map(|row| row.iter().map(Text::one_line).collect::<Vec<_>>().join(": "))
                .collect();
            paper.blocks.push(Block::Aside(Text::new(&said.join("; "))));
        }
    }
}

/// The paper in the largest letters with which it has room on one page; in the smallest if it has room with none.
fn fitted(mut paper: Paper, sizes: &[usize]) -> Paper {
    /// The height between the margins, in hundredths of a millimetre, less the title and the foot.
    const ROOM: usize = 22_800;
    /// What a warning at the top takes of it.
    const WARNING: usize = 1_000;
    let room = ROOM.saturating_sub(WARNING * paper.warnings.len());
    let fits = |points: &&usize| height(&paper.blocks, **points) <= room;
    paper.points = sizes.iter().find(fits).or(sizes.last()).copied();
    paper
}

/// The height of a line of letters of so many points, in hundredths of a millimetre: a point is 0.353 mm, and a line 1.3
/// times its letters.
const LINE: usize = 46;

/// The lines of a text in letters of so many points over this width, in hundredths of a millimetre.
fn lines(text: &str, points: usize, width: usize) -> usize {
    // A letter of prose is about half as wide as high.
    let letters = (width / (points * 17)).max(1);
    text.chars().count().div_ceil(letters).max(1)
}

/// Letters that are so many points smaller, but never too small to read.
fn smaller(points: usize, by: usize) -> usize {
    const SMALLEST: usize = 9;
    points.saturating_sub(by).max(SMALLEST)
}

/// How high blocks are in letters of this height, in hundredths of a millimetre; rather too much than too little. Of the
/// air between two blocks there is only the larger.
fn height(blocks: &[Block], points: usize) -> usize {
    const WIDTH: usize = 17_000;
    let of_lines = |text: &str, points: usize| lines(text, points, WIDTH) * points * LINE;
    let of_text = |text: &Text, points: usize| of_lines(&text.one_line(), points);
    let of = |block: &Block| match block {
        Block::Section(text) => of_text(text, points + 2) + 620,
        Block::Part(text) => of_text(text, points) + 700,
        Block::Lead(text) => of_text(text, points) + 220,
        Block::Words(text) => of_text(text, points) + 130,
        Block::Aside(text) => of_text(text, smaller(points, 2)) + 80,
        Block::List(items) => items.iter().map(|item| of_text(item, points) + 60).sum(),
        Block::Points(said) => said
            .iter()
            .map(|point| {
                let whole = format!("{}: {}", point.label.one_line(), point.text.one_line());
                of_lines(&whole, points) + 120
            })
            .sum(),
        Block::Table(table) => table_height(table, smaller(points, 1)),
        Block::Picture(picture) => picture.height * 28,
        Block::Together(blocks) => height(blocks, points),
    };
    blocks.iter().map(of).sum()
}

/// The height of a table with its headings.
fn table_height(table: &Table, points: usize) -> usize {
    /// The lines and the air of a cell, on both sides, or above and below.
    const BESIDE: usize = 350;
    const ABOVE: usize = 180;
    let cell = |text: &Text, column: &Column| {
        let width = (column.width * 170).saturating_sub(BESIDE);
        lines(&text.one_line(), points, width)
    };
    let row = |row: &Vec<Text>| {
        let cells = row.iter().zip(&table.columns);
        let lines = cells.map(|(text, column)| cell(text, column)).max();
        lines.unwrap_or(1) * points * LINE + ABOVE
    };
    points * LINE + 2 * ABOVE + table.rows.iter().map(row).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_words_make_smaller_letters() {
        let paper = |count: usize| {
            let words = Text::new(&"Pupils explain each step to a partner and then to the class. ".repeat(2));
            let blocks = vec![Block::List(vec![words; count])];
            let paper = Paper {
                title: Text::default(),
                subtitles: Vec::new(),
                mark: "",
                warnings: Vec::new(),
                author: Text::default(),
                foot: String::new(),
                points: None,
                blocks,
            };
            fitted(paper, &TO_SPEAK_FROM).points
        };
        assert_eq!(paper(3), Some(24));
        assert!(paper(14) < paper(3) && paper(14) > paper(200));
        assert_eq!(paper(200), Some(11));
    }
}
