//! The papers that are made of a report.

mod annex;
mod email;
mod findings;
mod notes;
mod one_page;

use super::{
    Claim, List, Report, acronyms,
    sections::{Judged, Order, Part},
    words,
};
use crate::{
    domain::finding::Stance,
    export::{
        paper::{Block, Paper, Table},
        text::Text,
    },
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
    let rehearsal = report.is_rehearsal.then_some(words::REHEARSAL);
    let warnings = why_draft(report).chain(rehearsal);
    Paper {
        title: Text::new(&format!("{draft}{}", report.school.one_line())),
        subtitles: vec![Text::new(&format!("{kind} {review}")), report.dates.clone()],
        mark: match (report.is_draft, report.is_rehearsal) {
            (true, _) => words::DRAFT,
            (false, true) => words::REHEARSAL_MARK,
            (false, false) => "",
        },
        warnings: warnings.map(Text::new).collect(),
        author: report.school.clone(),
        foot: report.foot.clone(),
        points: None,
        blocks: Vec::new(),
    }
}

/// Why it is a draft, if it is one.
fn why_draft(report: &Report) -> impl Iterator<Item = &'static str> {
    let is_open = report.findings().any(|finding| !finding.agreed);
    let has_words = report.unseen_words > 0;
    let not_agreed = is_open.then_some(words::DRAFT_WARNING);
    let lacks_level = report.missing_levels > 0;
    let why = [
        not_agreed,
        has_words.then_some(words::WORDS_WARNING),
        lacks_level.then_some(words::LEVELS_WARNING),
        (report.missing_fields > 0).then_some(words::FIELDS_WARNING),
    ];
    why.into_iter().flatten()
}

/// The report.
#[must_use]
pub fn report(report: &Report) -> Paper {
    let mut paper = begun(report, words::REPORT);
    let made = format!("{} {}", words::WRITTEN_ON, report.made);
    paper.blocks.push(Block::Aside(Text::new(&made)));
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
    if report.is_draft {
        paper.section(&Text::new(words::ASKED), asked(report));
    }
    finished(paper, report)
}

/// The paper with what the check finds in it labelled, and a word on what the labels are.
fn finished(mut paper: Paper, report: &Report) -> Paper {
    if report.unseen_words > 0 {
        paper.warnings.push(Text::new(words::MARKED));
    }
    paper.labelled(words::label)
}

/// What the check still asks of a draft, by the numbers that stand at the words themselves.
fn asked(report: &Report) -> Vec<Block> {
    if report.asked.is_empty() {
        return Vec::new();
    }
    let columns = [
        (words::NUMBER, 6),
        (words::WHERE, 24),
        (words::WHY, 18),
        (words::THE_WORDS, 22),
        (words::CURE, 30),
    ];
    let rows = report.asked.iter().map(|asked| {
        vec![
            Text::new(&asked.number.to_string()),
            asked.place.clone(),
            Text::new(asked.why).opening(),
            asked.words.clone(),
            asked.cure.opening(),
        ]
    });
    vec![Block::Table(Table::new(&columns).with(rows))]
}

/// The sections that the model asks for, and that nothing is recorded for.
#[must_use]
pub fn unfilled(report: &Report) -> Vec<Text> {
    let order = Order::of(report);
    let empty = order.sections.into_iter().filter_map(|(title, part)| {
        let is_empty = match part {
            // Where the school's claims are told, none is left out for standing under another heading.
            Part::Claims(judged) => report.claims.is_empty() && judged != Judged::NotYet,
            _ => blocks(report, part).is_empty(),
        };
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
        Part::Claims(judged) => Text::new(match judged {
            Judged::All => words::SCHOOLS_VIEW,
            Judged::Confirmed => words::CONFIRMED,
            Judged::Differently => words::DIFFERENTLY,
            Judged::NotYet => words::NOT_YET_JUDGED,
        }),
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
        Part::List(at) => report
            .lists
            .get(at)
            .map_or_else(Vec::new, |list| listed(report, list)),
        Part::Steps => steps(report),
        Part::Claims(judged) => claims(report, judged),
    }
}

/// A list in full; where it has no finding, that its question is open.
fn listed(report: &Report, list: &List) -> Vec<Block> {
    let mut blocks = findings::in_full(list);
    let open = findings::still_open(report, list).filter(|_| list.findings.is_empty());
    blocks.extend(open.cloned().map(Block::Words));
    blocks
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
        (words::WHAT, 37),
        (words::WHO, 17),
        (words::BY_WHEN, 20),
        (words::FOR, 26),
    ];
    let rows = report.steps.iter().map(|step| {
        vec![
            findings::marked(step.agreed, &step.what),
            step.who.opening(),
            step.by.opening(),
            step.finding.clone(),
        ]
    });
    vec![Block::Table(Table::new(&columns).with(rows))]
}

fn claims(report: &Report, judged: Judged) -> Vec<Block> {
    let is_told = |claim: &&Claim| judged == Judged::All || judged == judged_how(claim);
    let told: Vec<&Claim> = report.claims.iter().filter(is_told).collect();
    if told.is_empty() {
        return Vec::new();
    }
    let columns = [(words::CLAIM, 42), (words::STANCE, 18), (words::BECAUSE, 40)];
    let rows = told.into_iter().map(|claim| {
        vec![
            claim.claim.opening(),
            Text::new(&words::we(claim.stance)),
            claim.because.opening(),
        ]
    });
    vec![Block::Table(Table::new(&columns).with(rows))]
}

/// How the team judged a claim.
fn judged_how(claim: &Claim) -> Judged {
    if claim.stance == words::NOT_JUDGED {
        Judged::NotYet
    } else if claim.stance == words::stance(Some(Stance::Agree)) {
        Judged::Confirmed
    } else {
        Judged::Differently
    }
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
