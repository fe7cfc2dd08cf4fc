//! Papers of one page: the sheet to speak from, and the summary for governors.

use super::{add_acronyms, begun, findings::in_a_line, steps};
use crate::export::{
    paper::{Block, Paper, Point},
    report::{List, Report, words},
    text::Text,
};

/// The heights of letters to speak from, in points, the largest first.
const TO_SPEAK_FROM: [usize; 9] = [24, 22, 20, 18, 16, 14, 13, 12, 11];
/// The heights of letters to read.
const TO_READ: [usize; 4] = [11, 10, 9, 8];

/// The sheet for the verbal feedback: what one says, in letters that are read from a table.
#[must_use]
pub fn speaking_sheet(report: &Report) -> Paper {
    let mut paper = begun(report, words::SPEAKING_SHEET);
    for list in &report.lists {
        let mut blocks = Vec::new();
        for finding in &list.findings {
            blocks.push(Block::List(vec![in_a_line(finding)]));
            // The last thing a list asks of a finding is what is to be done about it.
            let last = finding.fields.last().filter(|_| list.fields.len() > 1);
            blocks.extend(last.map(|point| Block::Points(vec![point.clone()])));
        }
        paper.section(&list.title, blocks);
    }
    none_yet(&mut paper, report);
    fitted(paper, &TO_SPEAK_FROM)
}

/// The summary for governors: the question, the findings, what follows.
#[must_use]
pub fn for_governors(report: &Report) -> Paper {
    let mut paper = begun(report, words::FOR_GOVERNORS);
    for enquiry in &report.enquiries {
        paper.blocks.push(Block::Lead(enquiry.text.clone()));
    }
    for list in &report.lists {
        paper.section(&list.title, summary(list));
    }
    none_yet(&mut paper, report);
    paper.section(&Text::new(words::ACTION_STEPS), steps(report));
    let next: Vec<Text> = report.due.iter().map(next).collect();
    let next = if next.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(next)]
    };
    paper.section(&Text::new(words::NEXT), next);
    add_short_acronyms(&mut paper);
    fitted(paper, &TO_READ)
}

fn none_yet(paper: &mut Paper, report: &Report) {
    if report.findings().next().is_none() {
        paper.blocks.push(Block::Lead(Text::new(words::NO_FINDINGS)));
    }
}

/// What is due, by whom and when, in a line.
pub(super) fn next(due: &crate::export::report::Due) -> Text {
    let by = [due.who.one_line(), due.when.clone()];
    let by: Vec<String> = by.into_iter().filter(|part| !part.is_empty()).collect();
    Text::new(&format!("{}: {}", due.what.one_line(), by.join(", ")))
}

fn summary(list: &List) -> Vec<Block> {
    if list.fields.is_empty() {
        let lines: Vec<Text> = list.findings.iter().map(in_a_line).collect();
        return if lines.is_empty() {
            Vec::new()
        } else {
            vec![Block::List(lines)]
        };
    }
    let mut blocks = Vec::new();
    for finding in &list.findings {
        blocks.push(Block::Lead(in_a_line(finding)));
        if !finding.fields.is_empty() {
            blocks.push(Block::Points(finding.fields.clone()));
        }
    }
    blocks
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
    /// The height between the margins, in millimetres, less the title and some air.
    const ROOM: usize = 205;
    let fits = |points: &&usize| height(&paper, **points) <= ROOM;
    paper.points = sizes.iter().find(fits).or(sizes.last()).copied();
    paper
}

/// How high the blocks of a paper are in letters of this height, in millimetres; rather too much than too little.
fn height(paper: &Paper, points: usize) -> usize {
    // A point is 0.353 mm, a line 1.3 times its letters, and a letter about half as wide as high.
    let line = points * 46;
    let letters = 170 * 1000 / (points * 180);
    let lines = |text: &Text| text.one_line().chars().count().div_ceil(letters).max(1) * line;
    let of = |block: &Block| match block {
        Block::Section(_) => 1500,
        Block::Part(text) | Block::Lead(text) => lines(text) + 250,
        Block::Words(text) | Block::Aside(text) => lines(text) + 150,
        Block::List(items) => items.iter().map(|item| lines(item) + 130).sum(),
        Block::Points(points) => points
            .iter()
            .map(|point| point_lines(point, letters) * line + 150)
            .sum(),
        Block::Table(table) => table.rows.iter().map(|row| row_height(row)).sum::<usize>() + 900,
        Block::Picture(picture) => picture.height * 28,
    };
    paper.blocks.iter().map(of).sum::<usize>() / 100
}

fn point_lines(point: &Point, letters: usize) -> usize {
    let length = point.label.one_line().chars().count() + point.text.one_line().chars().count() + 2;
    length.div_ceil(letters).max(1)
}

/// The height of a row of the action steps, in hundredths of a millimetre: their letters are always of one height.
fn row_height(row: &[Text]) -> usize {
    let longest = row.iter().zip([44, 18, 19, 19]);
    let lines = longest.map(|(text, width)| text.one_line().chars().count().div_ceil(width * 9 / 10).max(1));
    lines.max().unwrap_or(1) * 440 + 180
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
