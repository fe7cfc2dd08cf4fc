//! What a reviewer takes home to their own school: their private notes, on a sheet that only they make.

use super::{
    paper::{Block, Paper, Table},
    sheet::Sheet,
    text::Text,
    words::long_date,
};
use crate::domain::{
    note::{Note, NoteKind},
    plan::Plan,
    record::Record,
};

/// What the sheet is called.
const TITLE: &str = "What I take home to my own school";
/// Whose it is, and how it is to be handled.
const HANDLING: &str = "My own private notes, for my own school. They are in no report, no hand-over and no shared \
                        folder: name no child, and nobody of the school I visited.";
/// What stands at the foot of every page.
const FOOT: &str = "Private: for my own school";

/// Its columns, each with its share of the width in hundredths.
const COLUMNS: [(&str, usize); 4] = [("Time", 9), ("Where", 25), ("Kind", 18), ("Note", 48)];

/// The sheet of `person`: these notes, in order of time, activity by activity.
#[must_use]
pub fn paper(plan: &Plan, person: &str, notes: &[&Record<Note>]) -> Paper {
    let head = Sheet::of(plan, &[]).head;
    let seen = format!("Seen at {}, {}", head.school.one_line(), head.dates);
    let mut paper = Paper {
        title: Text::new(TITLE),
        subtitles: vec![Text::new(person), Text::new(&seen)],
        mark: "",
        warnings: Vec::new(),
        author: Text::new(person),
        foot: FOOT.into(),
        points: None,
        blocks: vec![Block::Words(Text::new(HANDLING))],
    };
    let several = notes.windows(2).any(|two| date(two[0]) != date(two[1]));
    let mut rest = notes;
    while let Some(first) = rest.first() {
        let is_there = |note: &&&Record<Note>| {
            note.body.place.activity.id == first.body.place.activity.id && date(note) == date(first)
        };
        let (these, others) = rest.split_at(rest.iter().take_while(is_there).count());
        let activity = &first.body.place.activity.words;
        let heading = if several {
            format!("{activity}, {}", long_date(date(first)))
        } else {
            activity.clone()
        };
        paper.section(&Text::new(&heading), vec![Block::Table(table(plan, these))]);
        rest = others;
    }
    paper
}

fn date(note: &Record<Note>) -> chrono::NaiveDate {
    note.body.when.date()
}

fn table(plan: &Plan, notes: &[&Record<Note>]) -> Table {
    let rows = notes.iter().map(|note| {
        let (body, place) = (&note.body, &note.body.place);
        let words_of = [
            place.visit.as_ref().map(|visit| visit.words.as_str()),
            place.prompt.as_ref().map(|prompt| prompt.words.as_str()),
        ];
        let place: Vec<&str> = words_of.into_iter().flatten().collect();
        let important = if body.important { ", important" } else { "" };
        vec![
            Text::new(&body.when.hh_mm()),
            Text::new(&place.join(": ")),
            Text::new(&format!("{}{important}", label(plan, body.kind))),
            Text::new(&body.text),
        ]
    });
    Table::new(&COLUMNS).with(rows)
}

/// What the model calls this kind of note.
fn label(plan: &Plan, kind: NoteKind) -> &str {
    let labels = &plan.rules.kind_labels;
    match kind {
        NoteKind::Strength => &labels.strength,
        NoteKind::Development => &labels.development,
        NoteKind::Evidence => &labels.evidence,
        NoteKind::Question => &labels.question,
    }
}
