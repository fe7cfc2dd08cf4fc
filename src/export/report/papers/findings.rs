//! Findings as they stand on papers.

use crate::export::{
    paper::{Block, Point, Table},
    report::{Finding, List, words},
    text::Text,
    words::opening,
};

/// The words with the mark of a draft before them, unless they were agreed.
pub(super) fn marked(agreed: bool, text: &Text) -> Text {
    if agreed {
        text.clone()
    } else {
        Text::new(&format!("{}: {text}", words::DRAFT))
    }
}

/// The most things that are told one below the other where a list has a finding for each of several.
const BELOW_EACH_OTHER: usize = 6;

/// A list with everything that is said of its findings.
pub(super) fn in_full(list: &List) -> Vec<Block> {
    if list.findings.is_empty() {
        return Vec::new();
    }
    if list.fields.is_empty() && list.is_for_each && list.findings.len() > BELOW_EACH_OTHER {
        return vec![Block::Table(in_a_table(list))];
    }
    let findings = list.findings.iter().enumerate();
    let told = findings.map(|(nth, finding)| finding_in_full(list, nth, finding));
    let unanswered = list.unanswered.iter().map(|subject| {
        let answer = Block::Words(Text::new(words::NOT_AGREED_ON));
        vec![Block::Part(subject.clone()), answer]
    });
    told.chain(unanswered).map(Block::Together).collect()
}

fn finding_in_full(list: &List, nth: usize, finding: &Finding) -> Vec<Block> {
    let mut blocks = Vec::new();
    let marked = marked(finding.agreed, &finding.statement);
    if !list.is_for_each {
        blocks.push(Block::Part(Text::new(&format!("{}. {marked}", nth + 1))));
    } else if finding.subject.is_empty() {
        blocks.push(Block::Lead(marked));
    } else {
        blocks.push(Block::Part(finding.subject.clone()));
        if !marked.is_empty() {
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

/// A list that has a finding for each of many things, a row for each.
fn in_a_table(list: &List) -> Table {
    let scale = list.findings.iter().find_map(|finding| finding.level.as_ref());
    let scale = scale.map_or_else(String::new, |level| level.label.one_line());
    let columns = [
        (words::LOOKED_AT, 22),
        (scale.as_str(), 18),
        (words::FOUND, 34),
        (words::RESTS_ON, 26),
    ];
    let told = list.findings.iter().map(|finding| {
        let apart = if finding.worded_apart { words::APART } else { "" };
        vec![
            finding.subject.clone(),
            finding
                .level
                .as_ref()
                .map(|level| Text::new(&opening(level.text.as_str())))
                .unwrap_or_default(),
            Text::new(&format!(
                "{}\n{apart}",
                marked(finding.agreed, &finding.statement)
            )),
            finding.rests_on.clone(),
        ]
    });
    let unanswered = list.unanswered.iter().map(|subject| {
        let answer = Text::new(words::NOT_AGREED_ON);
        vec![subject.clone(), Text::default(), answer, Text::default()]
    });
    let table = Table::new(&columns).with(told.chain(unanswered));
    if scale.is_empty() { table.without(1) } else { table }
}

/// The findings of a list in a line each; of many that stand on a scale, a line for each level says which stand there.
pub(super) fn in_lines(list: &List) -> Vec<Text> {
    let on_scale = list.findings.iter().all(|finding| finding.level.is_some());
    if !list.is_for_each || !on_scale || list.findings.len() <= BELOW_EACH_OTHER {
        return list.findings.iter().map(in_a_line).collect();
    }
    let at = |level: &Text| {
        let stand = |finding: &&Finding| finding.level.as_ref().is_some_and(|at| at.text == *level);
        let there = list.findings.iter().filter(stand);
        let there = there.map(|finding| marked(finding.agreed, &finding.subject).one_line());
        there.collect::<Vec<_>>()
    };
    let lines = list.levels.iter().map(|level| (level, at(level)));
    lines
        .filter(|(_, there)| !there.is_empty())
        .map(|(level, there)| Text::new(&format!("{}: {}", opening(level.as_str()), there.join(", "))))
        .collect()
}

/// A finding in one line: what it is on, where it stands, what was found.
pub(super) fn in_a_line(finding: &Finding) -> Text {
    let level = finding.level.as_ref().map(|level| level.text.one_line());
    let stands: Vec<String> = [finding.subject.one_line(), level.unwrap_or_default()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let parts = [stands.join(" – "), finding.statement.one_line()];
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
