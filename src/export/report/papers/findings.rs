//! Findings as they stand on papers.

use crate::export::{
    paper::{Block, Point},
    report::{Finding, List, words},
    text::Text,
};

/// The words with the mark of a draft before them, unless they were agreed.
pub(super) fn marked(agreed: bool, text: &Text) -> Text {
    if agreed {
        text.clone()
    } else {
        Text::new(&format!("{}: {text}", words::DRAFT))
    }
}

/// A list with everything that is said of its findings.
pub(super) fn in_full(list: &List) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (nth, finding) in list.findings.iter().enumerate() {
        blocks.extend(finding_in_full(list, nth, finding));
    }
    if !blocks.is_empty() {
        for subject in &list.unanswered {
            blocks.push(Block::Lead(subject.clone()));
            blocks.push(Block::Words(Text::new(words::NOT_AGREED_ON)));
        }
    }
    blocks
}

fn finding_in_full(list: &List, nth: usize, finding: &Finding) -> Vec<Block> {
    let mut blocks = Vec::new();
    let marked = marked(finding.agreed, &finding.statement);
    if finding.subject.is_empty() {
        let numbered = Text::new(&format!("{}. {marked}", nth + 1));
        blocks.push(if list.fields.is_empty() {
            Block::Lead(numbered)
        } else {
            Block::Part(numbered)
        });
    } else {
        blocks.push(Block::Lead(finding.subject.clone()));
        if !finding.statement.is_empty() {
            blocks.push(Block::Words(marked));
        }
    }
    let said: Vec<Point> = finding.level.iter().chain(&finding.fields).cloned().collect();
    if !said.is_empty() {
        blocks.push(Block::Points(said));
    }
    if finding.worded_apart {
        blocks.push(Block::Aside(Text::new(words::APART)));
    }
    blocks.push(Block::Aside(finding.rests_on.clone()));
    blocks
}

/// A finding in one line: what it is on, where it stands, what was found.
pub(super) fn in_a_line(finding: &Finding) -> Text {
    let level = finding.level.as_ref().map(|level| level.text.one_line());
    let parts = [
        finding.subject.one_line(),
        level.unwrap_or_default(),
        finding.statement.one_line(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let mut line = String::new();
    for part in parts {
        if !line.is_empty() {
            // A question that ends in its own mark needs no second one.
            line.push_str(if line.ends_with(['?', '.', '!']) {
                " "
            } else {
                ": "
            });
        }
        line.push_str(&part);
    }
    marked(finding.agreed, &Text::new(&line))
}
