//! The notes of everyone, for everyone who took part.

use super::{begun, why_draft};
use crate::export::{
    paper::{Block, Paper, Table},
    report::{Jotting, Report, words},
    text::Text,
};

/// The notes as they were written, activity by activity in order of time.
#[must_use]
pub fn notes(report: &Report) -> Paper {
    let mut paper = begun(report, words::ALL_NOTES);
    // The notes are what they are, agreed or not.
    paper.title = report.school.clone();
    if paper.mark == words::DRAFT {
        paper.mark = "";
    }
    paper
        .warnings
        .retain(|warning| !why_draft(report).any(|why| warning.as_str() == why));
    paper.blocks.push(Block::Words(Text::new(words::NOTES_HANDLING)));
    let several = report
        .notes
        .iter()
        .any(|note| date(note) != report.notes.first().map_or("", date));
    let mut rest = report.notes.as_slice();
    while let Some(first) = rest.first() {
        let of_one = |note: &&Jotting| note.activity == first.activity && date(note) == date(first);
        let count = rest.iter().take_while(of_one).count();
        let (these, others) = rest.split_at(count);
        let heading = if several {
            format!("{}, {}", first.activity.one_line(), date(first))
        } else {
            first.activity.one_line()
        };
        paper.section(&Text::new(&heading), vec![Block::Table(table(these))]);
        rest = others;
    }
    paper.section(&Text::new(words::ACCEPTED), accepted(report));
    paper
}

/// What the check asked and the team let stand, for those who took part.
fn accepted(report: &Report) -> Vec<Block> {
    if report.accepted.is_empty() {
        return Vec::new();
    }
    let columns = [
        (words::WHERE, 26),
        (words::WHY, 20),
        (words::THE_WORDS, 20),
        (words::MAY_STAND, 34),
    ];
    let rows = report.accepted.iter().map(|accepted| {
        vec![
            accepted.place.clone(),
            Text::new(accepted.why).opening(),
            accepted.words.clone(),
            accepted.because.clone(),
        ]
    });
    vec![Block::Table(Table::new(&columns).with(rows))]
}

/// The date of a note, as "2026-12-01".
fn date(note: &Jotting) -> &str {
    note.when.split_once('T').map_or(&note.when, |(date, _)| date)
}

/// That somebody else than its writer put a note at its place.
fn placed_by(note: &Jotting) -> String {
    match note.placed_by.one_line().as_str() {
        "" => String::new(),
        by => words::placed_by(by),
    }
}

fn table(notes: &[Jotting]) -> Table {
    let columns = [
        (words::NUMBER, 6),
        (words::TIME, 8),
        (words::WHO, 15),
        (words::CLASS_AND_QUESTION, 16),
        (words::KIND, 14),
        (words::NOTE, 41),
    ];
    let rows = notes.iter().map(|note| {
        let place = [note.class.one_line(), note.prompt.one_line()];
        let place: Vec<String> = place.into_iter().filter(|part| !part.is_empty()).collect();
        let important = if note.important { ", important" } else { "" };
        vec![
            Text::new(&note.number.to_string()),
            Text::new(&note.time),
            note.by.clone(),
            Text::new(&place.join(": ")).followed_by(&placed_by(note)),
            note.label.followed_by(important).opening(),
            note.text.behind("“", false).followed_by("”"),
        ]
    });
    Table::new(&columns).with(rows)
}
