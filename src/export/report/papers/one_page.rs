//! Papers of one page: the sheet to speak from, and the summary for governors.
//!
//! As much is told as has room in letters that are read without trouble; what has none is left to the report, and the
//! paper says so.

mod room;
mod telling;

use super::{
    add_acronyms, begun,
    findings::{in_lines, is_by_level, marked, numbered, stands, still_open},
    finished, steps,
};
use crate::export::{
    paper::{Block, Paper, Point},
    report::{Due, Finding, List, Report, Step, words},
    text::Text,
};
use telling::{Form, LADDER, SPOKEN, Telling};

/// The sheet for the verbal feedback: what one says, in letters that are read from a table.
#[must_use]
pub fn speaking_sheet(report: &Report) -> Paper {
    first_that_fits(&SPOKEN, |telling| {
        let mut paper = begun(report, words::SPEAKING_SHEET);
        for list in &report.lists {
            paper.section(&list.title, with_open(report, list, spoken(list, telling)));
        }
        none_yet(&mut paper, report);
        left(&mut paper, report, telling, false);
        finished(paper, report)
    })
}

/// The summary for governors: the question, the findings, what follows.
#[must_use]
pub fn for_governors(report: &Report) -> Paper {
    first_that_fits(&LADDER, |telling| {
        let mut paper = begun(report, words::FOR_GOVERNORS);
        for enquiry in report.enquiries.iter().take(telling.findings) {
            let question = enquiry.text.shortened(telling.letters);
            paper.blocks.push(Block::Lead(question));
        }
        for list in &report.lists {
            paper.section(&list.title, with_open(report, list, summary(list, telling)));
        }
        none_yet(&mut paper, report);
        let steps = steps_of(report, telling);
        paper.section(&Text::new(words::ACTION_STEPS), steps);
        let next = report.due.iter().take(telling.findings).map(next);
        let next = next.map(|due| due.shortened(telling.letters)).collect();
        paper.section(&Text::new(words::NEXT), a_list(next));
        if telling.acronyms {
            add_short_acronyms(&mut paper);
        }
        left(&mut paper, report, telling, true);
        finished(paper, report)
    })
}

/// What is told of a list, and that its question is open.
fn with_open(report: &Report, list: &List, mut blocks: Vec<Block>) -> Vec<Block> {
    blocks.extend(still_open(report, list).cloned().map(Block::Words));
    blocks
}

/// The paper that tells most of those that have room on one page, in the largest letters with which it has; if none has,
/// the one that tells least.
fn first_that_fits(ladder: &[Telling], paper: impl Fn(&Telling) -> Paper) -> Paper {
    let mut last = None;
    for telling in ladder {
        let mut paper = paper(telling);
        paper.points = room::fitting(&paper, telling.sizes);
        if paper.points.is_some() {
            return paper;
        }
        paper.points = telling.sizes.last().copied();
        last = Some(paper);
    }
    last.unwrap_or_else(|| paper(&Telling::LEAST))
}

fn spoken(list: &List, telling: &Telling) -> Vec<Block> {
    if is_by_level(list) {
        return a_list(in_lines(list));
    }
    if list.is_for_each {
        return in_one(told(list, telling).map(|finding| answer(finding, telling)));
    }
    let told = told(list, telling).map(|finding| {
        let line = numbered(finding, &statement(finding, telling));
        // The last thing a list asks of a finding is what is to be done about it.
        match finding.fields.last().filter(|_| list.fields.len() > 1) {
            Some(point) => Block::Together(vec![
                Block::Lead(line),
                Block::Points(vec![short(point, telling)]),
            ]),
            None => Block::Words(line),
        }
    });
    told.collect()
}

/// The findings of a list that are told.
fn told<'l>(list: &'l List, telling: &Telling) -> impl Iterator<Item = &'l Finding> {
    list.findings.iter().take(telling.findings)
}

fn statement(finding: &Finding, telling: &Telling) -> Text {
    marked(finding.agreed, &finding.statement.shortened(telling.letters))
}

fn short(point: &Point, telling: &Telling) -> Point {
    Point {
        label: point.label.clone(),
        text: point.text.shortened(telling.letters),
    }
}

/// What was found on something, behind what it is on.
fn answer(finding: &Finding, telling: &Telling) -> Block {
    let (stands, said) = (stands(finding), statement(finding, telling));
    if stands.is_empty() {
        Block::Words(said)
    } else if finding.statement.is_empty() {
        Block::Words(marked(finding.agreed, &stands))
    } else {
        Block::Points(vec![Point {
            label: stands,
            text: said,
        }])
    }
}

/// The blocks, in which points that follow each other are one list of them.
fn in_one(blocks: impl Iterator<Item = Block>) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::new();
    for block in blocks {
        match (all.last_mut(), block) {
            (Some(Block::Points(before)), Block::Points(points)) => before.extend(points),
            (_, block) => all.push(block),
        }
    }
    all
}

/// The lines as a list; nothing if there are none.
fn a_list(lines: Vec<Text>) -> Vec<Block> {
    if lines.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(lines)]
    }
}

fn none_yet(paper: &mut Paper, report: &Report) {
    if report.findings().next().is_none() {
        paper.blocks.push(Block::Lead(Text::new(words::NO_FINDINGS)));
    }
}

/// What is due, when and by whom, in a line.
pub(super) fn next(due: &Due) -> Text {
    let mut when = due.when.clone();
    // "At the governors' next meeting" and "Every 6 weeks" begin a line elsewhere; days are names.
    if ["At ", "By ", "Every ", "On a "]
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

fn summary(list: &List, telling: &Telling) -> Vec<Block> {
    if is_by_level(list) {
        return a_list(in_lines(list));
    }
    let mut blocks = in_one(told(list, telling).map(|finding| summed_up(list, finding, telling)));
    blocks.extend(unfounded(list, telling).map(Block::Aside));
    blocks
}

/// A finding, what is said of it, and what it rests on if there is room for that.
fn summed_up(list: &List, finding: &Finding, telling: &Telling) -> Block {
    let mut fields: Vec<Point> = finding.fields.iter().map(|point| short(point, telling)).collect();
    if !telling.all_fields {
        fields.drain(..fields.len().saturating_sub(1));
    }
    let grounds = Some(&finding.rests_on).filter(|said| telling.grounds && !said.is_empty());
    let line = if list.is_for_each {
        answer(finding, telling)
    } else {
        let line = numbered(finding, &statement(finding, telling));
        if fields.is_empty() && grounds.is_none() {
            Block::Words(line)
        } else {
            Block::Lead(line)
        }
    };
    let said = if fields.is_empty() {
        None
    } else if telling.form == Form::Running {
        Some(Block::Running(fields.into_iter().map(as_a_sentence).collect()))
    } else {
        Some(Block::Points(fields))
    };
    let grounds = grounds.cloned().map(Block::Aside);
    if said.is_none() && grounds.is_none() {
        return line;
    }
    Block::Together(std::iter::once(line).chain(said).chain(grounds).collect())
}

/// The words with a full stop behind them, if they have none: others follow in the same line.
fn as_a_sentence(point: Point) -> Point {
    let stop = stop_behind(&point.text);
    Point {
        text: point.text.followed_by(stop),
        ..point
    }
}

/// The full stop that a text lacks.
fn stop_behind(text: &Text) -> &'static str {
    if text.is_empty() || text.as_str().ends_with(['.', '?', '!', '…']) {
        ""
    } else {
        "."
    }
}

/// That findings of a list rest on nothing, in one small line for all of them; what was accepted with a reason is not told.
fn unfounded(list: &List, telling: &Telling) -> Option<Text> {
    let told = told(list, telling).count();
    let unfounded = self::told(list, telling)
        .filter(|finding| finding.evidence_numbers.is_empty() && !finding.rests_on.is_empty());
    match unfounded.count() {
        0 => None,
        _ if telling.grounds => None,
        all if all == told => Some(Text::new(words::NO_NOTE_BEHIND_THEM)),
        some => Some(Text::new(&words::no_note_behind(some, told))),
    }
}

fn steps_of(report: &Report, telling: &Telling) -> Vec<Block> {
    if telling.steps == 0 {
        return Vec::new();
    }
    if telling.form == Form::Roomy {
        return steps(report);
    }
    let told = report.steps.iter().take(telling.steps);
    a_list(told.map(|step| in_a_line(step, telling)).collect())
}

/// "Agree one routine. Who: maths leads. By when: Easter."
fn in_a_line(step: &Step, telling: &Telling) -> Text {
    let what = step.what.shortened(telling.letters);
    let rest = [(words::WHO, &step.who), (words::BY_WHEN, &step.by)];
    let rest = rest.into_iter().filter(|(_, said)| !said.is_empty());
    let line = rest.fold(what, |line, (label, said)| {
        let end = stop_behind(&line);
        line.followed_by(&format!("{end} {label}: {}", said.one_line()))
    });
    marked(step.agreed, &line)
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

/// Says what had no room.
fn left(paper: &mut Paper, report: &Report, telling: &Telling, with_steps: bool) {
    let left = telling.left(report, with_steps);
    if !left.is_empty() {
        let said = format!("{}: {}.", words::IN_THE_REPORT, left.join("; "));
        paper.blocks.push(Block::Aside(Text::new(&said)));
    }
}

#[cfg(test)]
mod tests;
