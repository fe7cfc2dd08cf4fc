//! Findings as they stand on papers.

use crate::export::{
    paper::{Block, Point, Table},
    report::{Finding, List, Report, words},
    text::Text,
    words::{listed, opening},
};

/// The words as a line begins, with the mark of a draft before them, unless they were agreed.
pub(super) fn marked(agreed: bool, text: &Text) -> Text {
    let text = text.opening();
    if agreed {
        text
    } else {
        text.behind(&format!("{}: ", words::DRAFT), true)
    }
}

/// The words behind the number of their finding.
pub(super) fn numbered(finding: &Finding, text: &Text) -> Text {
    text.behind(&format!("{}. ", finding.number), false)
}

/// "Notes 4, 9 and 12; against: note 31."
fn notes_by_number(finding: &Finding) -> Text {
    let notes = |name: &str, names: &str, numbers: &[usize]| {
        let told = in_runs(numbers);
        let name = if numbers.len() == 1 { name } else { names };
        (!told.is_empty()).then(|| format!("{name} {}", listed(&told)))
    };
    let speaks_for = notes(words::NOTE, words::NOTES, &finding.evidence_numbers);
    let against = notes(
        words::AGAINST_NOTE,
        words::AGAINST_NOTES,
        &finding.against_numbers,
    );
    let told: Vec<String> = speaks_for.into_iter().chain(against).collect();
    if told.is_empty() {
        Text::default()
    } else {
        Text::new(&format!("{}.", told.join("; ")))
    }
}

/// Numbers in their order as words; three or more in a row as "4–9".
fn in_runs(numbers: &[usize]) -> Vec<String> {
    let runs = numbers.chunk_by(|one, next| one + 1 == *next);
    let told = runs.flat_map(|run| match run {
        [first, _, .., last] => vec![format!("{first}–{last}")],
        few => few.iter().map(ToString::to_string).collect(),
    });
    told.collect()
}

/// What a finding rests on, and the numbers of its notes.
fn rests_on(finding: &Finding) -> Text {
    let notes = notes_by_number(finding);
    Text::new(&format!("{} {}", finding.rests_on, notes))
}

/// The most things that are told one below the other where a list has a finding for each of several.
const BELOW_EACH_OTHER: usize = 6;

/// The most things without an answer that are told where they would stand; more are told in one line behind the others.
const ONE_BY_ONE: usize = 3;

/// A list with everything that is said of its findings.
pub(super) fn in_full(list: &List) -> Vec<Block> {
    if list.findings.is_empty() {
        return Vec::new();
    }
    if list.fields.is_empty() && list.is_for_each && list.findings.len() > BELOW_EACH_OTHER {
        return vec![Block::Table(in_a_table(list))];
    }
    let told = list.findings.iter().map(|finding| finding_in_full(list, finding));
    if list.unanswered.len() > ONE_BY_ONE {
        let mut blocks: Vec<Block> = told.map(Block::Together).collect();
        blocks.push(Block::Words(no_answer_on(list)));
        return blocks;
    }
    let unanswered = list.unanswered.iter().map(|subject| {
        let answer = Block::Words(Text::new(words::NOT_AGREED_ON));
        vec![Block::Part(subject.opening()), answer]
    });
    let all = in_order(list, told.collect(), unanswered.collect());
    all.into_iter().map(Block::Together).collect()
}

/// On what no answer has been agreed, in one line.
fn no_answer_on(list: &List) -> Text {
    let open: Vec<String> = list.unanswered.iter().map(Text::one_line).collect();
    Text::new(&format!("{}: {}.", words::NO_ANSWER_ON, open.join("; ")))
}

/// What is told of the findings of a list and what of things without one, in the order of the model.
fn in_order<T>(list: &List, told: Vec<T>, unanswered: Vec<T>) -> Vec<T> {
    let places = list.unanswered_before.iter().map(|before| (*before, false));
    let unanswered = places.zip(unanswered);
    let told = (0..).map(|at| (at, true)).zip(told);
    let mut all: Vec<((usize, bool), T)> = unanswered.chain(told).collect();
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, told)| told).collect()
}

/// That the review's own question is not answered, or its level not agreed; nothing where no finding is told at all,
/// which is said for all of them at once.
pub(super) fn still_open<'r>(report: &Report, list: &'r List) -> Option<&'r Text> {
    let is_told = !list.still_open.is_empty() && report.findings().next().is_some();
    is_told.then_some(&list.still_open)
}

fn finding_in_full(list: &List, finding: &Finding) -> Vec<Block> {
    let mut blocks = Vec::new();
    let marked = marked(finding.agreed, &finding.statement);
    if !list.is_for_each {
        blocks.push(Block::Part(numbered(finding, &marked)));
    } else if finding.subject.is_empty() {
        blocks.push(Block::Lead(marked));
    } else {
        blocks.push(Block::Part(finding.subject.opening()));
        if !marked.is_empty() {
            blocks.push(Block::Words(marked));
        }
    }
    // Where its list does not ask for one on each of several things, nothing else says what it is on.
    let on = Some(&finding.subject).filter(|subject| !list.is_for_each && !subject.is_empty());
    let on = on.map(|subject| Point::new(words::ON, subject.clone()));
    let level = finding.level.iter().chain(&finding.no_level);
    let said = level.chain(&finding.fields).cloned();
    let said: Vec<Point> = on.into_iter().chain(said).collect();
    if !said.is_empty() {
        blocks.push(Block::Points(said));
    }
    if finding.worded_apart {
        blocks.push(Block::Aside(Text::new(words::APART)));
    }
    let rests_on = rests_on(finding);
    blocks.extend((!rests_on.is_empty()).then_some(Block::Aside(rests_on)));
    blocks
}

/// A list that has a finding for each of many things, a row for each.
fn in_a_table(list: &List) -> Table {
    let scale = list.findings.iter();
    let scale = scale
        .flat_map(|finding| finding.level.iter().chain(&finding.no_level))
        .next();
    let scale = scale.map_or_else(String::new, |level| level.label.one_line());
    let columns = [
        (words::LOOKED_AT, 22),
        (scale.as_str(), 18),
        (words::FOUND, 34),
        (words::RESTS_ON, 26),
    ];
    let told = list.findings.iter().map(|finding| {
        let mut found = marked(finding.agreed, &finding.statement);
        if finding.worded_apart {
            found = found.followed_by(&format!("\n{}", words::APART));
        }
        vec![
            finding.subject.clone(),
            finding
                .level
                .as_ref()
                .or(finding.no_level.as_ref())
                .map(|level| Text::new(&opening(level.text.as_str())))
                .unwrap_or_default(),
            found,
            rests_on(finding),
        ]
    });
    let unanswered = list.unanswered.iter().map(|subject| {
        let answer = Text::new(words::NOT_AGREED_ON);
        vec![subject.clone(), Text::default(), answer, Text::default()]
    });
    let rows = in_order(list, told.collect(), unanswered.collect());
    let table = Table::new(&columns).with(rows);
    if scale.is_empty() { table.without(1) } else { table }
}

/// Whether so many things stand on a scale that they are told level by level.
pub(super) fn is_by_level(list: &List) -> bool {
    let on_scale = list.findings.iter().all(|finding| finding.level.is_some());
    list.is_for_each && on_scale && list.findings.len() > BELOW_EACH_OTHER
}

/// The findings of a list in a line each; of many that stand on a scale, a line for each level says which stand there.
pub(super) fn in_lines(list: &List) -> Vec<Text> {
    if !is_by_level(list) {
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

/// What a finding is on, and where it stands.
pub(super) fn stands(finding: &Finding) -> Text {
    let level = finding.level.as_ref().map(|level| level.text.one_line());
    let none = || {
        Some(format!(
            "{} {}",
            finding.no_level.as_ref()?.label.one_line(),
            words::NO_LEVEL
        ))
    };
    let level = level.or_else(none);
    let stands: Vec<String> = [finding.subject.one_line(), level.unwrap_or_default()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    Text::new(&stands.join(" – "))
}

/// A finding in one line: what it is on, where it stands, what was found.
fn in_a_line(finding: &Finding) -> Text {
    let stands = stands(finding).one_line();
    let line = if stands.is_empty() {
        finding.statement.clone()
    } else if finding.statement.is_empty() {
        Text::new(&stands)
    } else {
        // A question that ends in its own mark needs no second one.
        let colon = if stands.ends_with(['?', '.', '!']) {
            ""
        } else {
            ":"
        };
        finding.statement.behind(&format!("{stands}{colon} "), false)
    };
    marked(finding.agreed, &line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_a_row_are_told_as_one() {
        assert_eq!(in_runs(&[1, 2, 4, 5, 6, 9, 11]), ["1", "2", "4–6", "9", "11"]);
        assert_eq!(in_runs(&[]), Vec::<String>::new());
    }
}
