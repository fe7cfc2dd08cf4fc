//! What a first draft of 200 notes costs, and a report of them in all formats. `cargo bench --bench report` prints the
//! figures.
#![expect(
    clippy::expect_used,
    reason = "a bench that can't be set up has nothing to measure"
)]

use std::path::Path;

use divan::{Bencher, black_box};
use knownow::{
    domain::{
        findings_board::FindingsBoard,
        first_draft::first_draft,
        ids::RecordId,
        plan::Plan,
        records::{Entry, Records},
        stamp::Stamp,
    },
    export::{
        paper::{markdown::markdown, page::html, word::docx},
        report::{Report, Sources, evidence_csv::evidence_csv, json::json, papers},
    },
    storage::{
        catalogue,
        files::{plan_file, records_file},
    },
};

const NOTES: usize = 200;
/// More notes than any review has had.
const MANY: usize = 5_000;

fn main() {
    divan::main();
}

/// The worked example, its notes over and over until there are so many.
fn review(count: usize) -> (Plan, Records) {
    let example = &catalogue::examples()[1];
    let plan = plan_file::read_plan(Path::new("plan.ron"), example.plan.as_bytes()).expect("the plan");
    let mut written = Records::default();
    for (name, text) in example.records {
        written.merge(records_file::read_records(Path::new(name), text.as_bytes(), plan.session).records);
    }
    let mut records = Records::default();
    let notes: Vec<_> = written.notes.live().cloned().collect();
    for (at, note) in notes.iter().cycle().take(count).enumerate() {
        let mut note = note.clone();
        note.id = RecordId(uuid::Uuid::from_u128(at as u128 + 1));
        records.join(Entry::Note(note));
    }
    (plan, records)
}

#[divan::bench]
fn all_formats(bencher: Bencher) {
    let (plan, records) = review(NOTES);
    let made: Stamp = "2026-12-01T16:00:00+00:00".parse().expect("a moment");
    bencher.bench_local(|| {
        let report = Report::of(&Sources {
            plan: &plan,
            records: &records,
            due: &[],
            made,
            written: made,
            with_drafts: true,
        });
        let all = [
            papers::report(&report),
            papers::speaking_sheet(&report),
            papers::for_governors(&report),
            papers::notes(&report),
        ];
        for paper in &all {
            black_box(docx(paper, made).expect("a Word document"));
            black_box(html(paper).expect("a page"));
            black_box(markdown(paper));
        }
        black_box(evidence_csv(&report).expect("a table"));
        black_box(json(&report).expect("the report as JSON"));
        black_box(papers::email(&report));
    });
}

#[divan::bench(args = [NOTES, MANY])]
fn first_draft_of_the_findings(bencher: Bencher, count: usize) {
    let (plan, mut records) = review(count);
    // The worked example has no findings yet; every third note goes without its question.
    for (nth, note) in records.notes.clone().live().enumerate() {
        if nth % 3 == 0 {
            let mut edition = note.clone();
            edition.rev += 1;
            edition.body.place.prompt = None;
            records.notes.join(edition);
        }
    }
    bencher.bench_local(|| {
        let board = FindingsBoard::of(&records);
        let drafted = first_draft(&plan, &records, &board);
        assert!(!drafted.is_empty());
        black_box(drafted)
    });
}
