//! The papers that are made of a report.

mod annex;
mod email;
mod findings;
mod notes;
mod one_page;

use super::{
    Report, acronyms,
    sections::{Order, Part},
    words,
};
use crate::export::{
    paper::{Block, Paper, Table},
    text::Text,
};

pub use email::email;
pub use notes::notes;
pub use one_page::{for_governors, speaking_sheet};

/// A paper with nothing on it yet; `kind` is what it is "of the half-day peer review".
fn begun(report: &Report, kind: &str) -> Paper {
    let draft = if report.is_draft { "DRAFT: " } else { "" };
    let review = if report.review.is_empty() {
        "review".into()
    } else {
        report.review.one_line()
    };
    let warnings = [
        (report.is_draft, words::DRAFT_WARNING),
        (report.is_rehearsal, words::REHEARSAL),
    ];
    let warnings = warnings.iter().filter(|(holds, _)| *holds);
    Paper {
        title: Text::new(&format!("{draft}{}", report.school.one_line())),
        subtitles: vec![Text::new(&format!("{kind} {review}")), report.dates.clone()],
        warnings: warnings.map(|(_, warning)| Text::new(warning)).collect(),
        author: report.school.clone(),
        foot: report.foot.clone(),
        points: None,
        blocks: Vec::new(),
    }
}

/// The report.
#[must_use]
pub fn report(report: &Report) -> Paper {
    let mut paper = begun(report, words::REPORT);
    for (title, part) in Order::of(report).sections {
        let usual = usual_title(report, part);
        paper.section(&title.unwrap_or(usual), blocks(report, part));
    }
    if report.findings().next().is_none() {
        paper.blocks.push(Block::Lead(Text::new(words::NO_FINDINGS)));
    }
    annex::add(&mut paper, report);
    add_acronyms(&mut paper);
    annex::add_people(&mut paper, report);
    let handling = report.handling.iter().cloned().map(Block::Words);
    paper.section(&Text::new(words::HANDLING), handling.collect());
    paper
}

/// The sections that the model asks for, and that nothing is recorded for.
#[must_use]
pub fn unfilled(report: &Report) -> Vec<Text> {
    let order = Order::of(report);
    let empty = order.sections.into_iter().filter_map(|(title, part)| {
        let is_empty = blocks(report, part).is_empty();
        title.filter(|_| is_empty)
    });
    empty.chain(order.unknown).collect()
}

fn usual_title(report: &Report, part: Part) -> Text {
    match part {
        Part::Enquiries if report.enquiries.len() > 1 => Text::new(words::LINES_OF_ENQUIRY),
        Part::Enquiries => Text::new(words::LINE_OF_ENQUIRY),
        Part::Method => Text::new(words::METHOD),
        Part::List(at) => report
            .lists
            .get(at)
            .map(|list| list.title.clone())
            .unwrap_or_default(),
        Part::Steps => Text::new(words::ACTION_STEPS),
        Part::Claims => Text::new(words::SCHOOLS_VIEW),
    }
}

fn blocks(report: &Report, part: Part) -> Vec<Block> {
    match part {
        Part::Enquiries => {
            let mut blocks = enquiries(report);
            points(&mut blocks, &report.agreed_before);
            blocks
        }
        Part::Method => {
            let mut blocks = Vec::new();
            points(&mut blocks, &report.method);
            blocks
        }
        Part::List(at) => report.lists.get(at).map(findings::in_full).unwrap_or_default(),
        Part::Steps => steps(report),
        Part::Claims => claims(report),
    }
}

fn points(blocks: &mut Vec<Block>, points: &[crate::export::paper::Point]) {
    if !points.is_empty() {
        blocks.push(Block::Points(points.to_vec()));
    }
}

fn enquiries(report: &Report) -> Vec<Block> {
    let mut blocks = Vec::new();
    for enquiry in &report.enquiries {
        blocks.push(Block::Lead(enquiry.text.clone()));
        if !enquiry.sub_questions.is_empty() {
            blocks.push(Block::List(enquiry.sub_questions.clone()));
        }
    }
    blocks
}

fn steps(report: &Report) -> Vec<Block> {
    if report.steps.is_empty() {
        return Vec::new();
    }
    let columns = [
        (words::WHAT, 44),
        (words::WHO, 18),
        (words::BY_WHEN, 19),
        (words::FOR, 19),
    ];
    let rows = report.steps.iter().map(|step| {
        vec![
            findings::marked(step.agreed, &step.what),
            step.who.clone(),
            step.by.clone(),
            step.finding.clone(),
        ]
    });
    vec![Block::Table(Table::new(&columns).with(rows))]
}

fn claims(report: &Report) -> Vec<Block> {
    if report.claims.is_empty() {
        return Vec::new();
    }
    let columns = [(words::CLAIM, 42), (words::STANCE, 18), (words::BECAUSE, 40)];
    let rows = report.claims.iter().map(|claim| {
        vec![
            claim.claim.clone(),
            Text::new(claim.stance),
            claim.because.clone(),
        ]
    });
    vec![Block::Table(Table::new(&columns).with(rows))]
}

/// Explains the acronyms of everything that is on the paper so far.
fn add_acronyms(paper: &mut Paper) {
    let used = acronyms::used(paper.texts());
    if used.is_empty() {
        return;
    }
    let rows = used
        .into_iter()
        .map(|(acronym, meaning)| vec![Text::new(acronym), Text::new(meaning)]);
    let table = Table::new(&[(words::ACRONYM, 18), (words::MEANING, 82)]).with(rows);
    paper.section(&Text::new(words::ACRONYMS), vec![Block::Table(table)]);
}
