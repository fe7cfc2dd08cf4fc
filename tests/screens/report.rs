//! What is handed on, from the palette: chosen on a sheet, made beside the screen, told where it went.

use std::{collections::BTreeSet, fs};

use knownow::app::{
    Overlay,
    findings::FindingsPage,
    notice::Notice,
    page::Page,
    report::{News, Phase, ReportNotice},
};
use knownow::storage::{
    disk::RealDisk,
    documents::{Document, Existing, write_all},
};

use crate::stage::{Stage, shows};

const EIGHTY: &str = "half-day-maths-80-notes";

/// The worked example with a first draft of the findings, one of them agreed.
fn drafted() -> Stage {
    let mut stage = Stage::new(EIGHTY, "Facilitator", "2026-12-01 11:20");
    stage.keys("<C-k>findings: from<Enter>");
    stage.keys("d<Tab><Home>");
    while on_page(&stage).lines()[on_page(&stage).line()].number.is_none() {
        stage.keys("<Right>");
    }
    stage.keys("a<Esc>");
    assert!(stage.model.page.is_none());
    stage
}

fn on_page(stage: &Stage) -> &FindingsPage {
    match &stage.model.page {
        Some(Page::Findings(page)) => page,
        _ => panic!("the page of the findings is not open"),
    }
}

fn sheet() -> Stage {
    let mut stage = drafted();
    stage.keys("<C-k>report ...<Enter>");
    assert!(matches!(stage.model.overlay, Some(Overlay::Report)));
    stage
}

/// The files where documents go, by name.
fn written(stage: &Stage) -> BTreeSet<String> {
    let Ok(entries) = fs::read_dir(stage.documents()) else {
        return BTreeSet::new();
    };
    entries
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .collect()
}

/// Puts a file where documents go.
fn put(stage: &Stage, name: &str, text: &str) {
    let document = Document {
        name: name.into(),
        bytes: text.into(),
    };
    write_all(&RealDisk, &stage.documents(), &[document], Existing::Keep).expect("a file");
}

fn to_its_end(stage: &mut Stage) {
    while stage.report_goes_on() {}
}

#[test]
fn the_report_is_two_keys_away_and_says_where_it_is() {
    let mut stage = sheet();
    shows("report_sheet", &stage.screens());
    stage.keys("<Enter><Enter>");
    to_its_end(&mut stage);
    shows("report_written", &stage.screen(80, 24));
    assert_eq!(
        written(&stage),
        BTreeSet::from(["2026-12-01-oakfield-primary-report.docx".to_string()])
    );
    stage.keys("<Enter>");
    assert!(stage.model.overlay.is_none());
}

#[test]
fn every_paper_in_every_form_is_made_with_a_bar_that_grows() {
    let mut stage = sheet();
    // The report as a Word document is ticked already: on to the other papers, and to the other forms.
    stage.keys("<Down> <Down> <Down> <Down> ");
    stage.keys("<Down><Down> <Down> <Down> <Down> ");
    stage.keys("<Enter><Enter>");
    for _ in 0..7 {
        assert!(stage.report_goes_on());
    }
    assert_eq!(stage.model.report.phase, Phase::Making { done: 7, of: 15 });
    shows("report_making", &stage.screen(80, 24));
    to_its_end(&mut stage);
    let files = written(&stage);
    assert_eq!(files.len(), 15, "{files:?}");
    for name in [
        "governors.html",
        "speaking-sheet.docx",
        "notes.md",
        "email.txt",
        "evidence.csv",
        "report.json",
    ] {
        assert!(
            files.contains(&format!("2026-12-01-oakfield-primary-{name}")),
            "{name}: {files:?}"
        );
    }
    shows("report_all_written", &stage.screens());
}

#[test]
fn what_is_there_already_is_named_and_replaced_only_when_asked() {
    let mut stage = sheet();
    let file = stage.documents().join("2026-12-01-oakfield-primary-report.docx");
    put(&stage, "2026-12-01-oakfield-primary-report.docx", "theirs");
    // Nothing is there to be replaced as far as anybody knows: the key does nothing yet.
    stage.keys("r<Enter><Enter>");
    to_its_end(&mut stage);
    assert!(matches!(stage.model.report.phase, Phase::Told(News::Exists(_))));
    shows("report_exists", &stage.screen(80, 24));
    stage.keys("<Enter>");
    to_its_end(&mut stage);
    assert_eq!(fs::read(&file).expect("a file"), b"theirs");
    stage.keys("r");
    to_its_end(&mut stage);
    assert!(matches!(
        stage.model.report.phase,
        Phase::Told(News::Written { .. })
    ));
    assert!(fs::read(&file).expect("a file").starts_with(b"PK"));
}

#[cfg(unix)]
#[test]
fn a_report_that_is_open_in_word_is_not_replaced_and_word_is_named() {
    let mut stage = sheet();
    stage.keys("<Enter><Enter>");
    to_its_end(&mut stage);
    let before = fs::read(stage.documents().join("2026-12-01-oakfield-primary-report.docx")).expect("a file");
    put(&stage, "~$26-12-01-oakfield-primary-report.docx", "");
    stage.keys("<Esc><C-k>report ...<Enter><Enter><Enter>");
    to_its_end(&mut stage);
    stage.keys("r");
    to_its_end(&mut stage);
    shows("report_open_in_word", &stage.screen(80, 24));
    let after = fs::read(stage.documents().join("2026-12-01-oakfield-primary-report.docx")).expect("a file");
    assert!(before == after);
}

#[test]
fn what_was_chosen_and_could_not_be_made_is_said() {
    let mut stage = sheet();
    // No form any more.
    stage.keys("<Down><Down><Down><Down><Down> <Enter>");
    assert!(matches!(
        stage.model.notice,
        Some(Notice::Report(ReportNotice::Formless(_)))
    ));
    assert!(stage.screen(80, 24).contains("\"Report\" needs a form"));
    // And no paper.
    stage.keys("<Up><Up><Up><Up><Up> <Enter>");
    assert_eq!(
        stage.model.notice,
        Some(Notice::Report(ReportNotice::NothingTicked))
    );
    assert!(!stage.report_goes_on());
    assert!(written(&stage).is_empty());
}

#[test]
fn another_folder_is_typed_and_kept_and_escape_keeps_the_one_before() {
    let mut stage = sheet();
    stage.keys("o<C-u>/home/reviewer/knownow/for the chair<Enter><Enter><Enter>");
    to_its_end(&mut stage);
    let report = stage
        .documents()
        .with_file_name("for the chair")
        .join("2026-12-01-oakfield-primary-report.docx");
    assert!(report.exists());
    stage.keys("<Esc><C-k>report ...<Enter>o elsewhere<Esc>");
    assert!(matches!(stage.model.overlay, Some(Overlay::Report)));
    assert!(
        stage
            .screen(80, 24)
            .contains("Into /home/reviewer/knownow/for the chair")
    );
}

#[test]
fn a_closed_sheet_leaves_the_line_to_the_typing_and_the_notice_says_when_it_is_written() {
    let mut stage = sheet();
    stage.keys("<Enter><Enter><Esc>+ typed while it is made<Enter>");
    to_its_end(&mut stage);
    assert!(matches!(
        stage.model.notice,
        Some(Notice::Report(ReportNotice::News(News::Written { .. })))
    ));
    assert!(stage.screen(120, 36).contains("Written: "));
    assert!(
        stage
            .saved()
            .records
            .notes
            .live()
            .any(|note| note.body.text == "typed while it is made")
    );
}

#[test]
fn drafts_are_told_when_asked_and_private_notes_never() {
    let mut stage = drafted();
    stage.keys("> only for my own school<Enter>");
    stage.keys("<C-k>report ...<Enter>");
    assert!(stage.screen(80, 24).contains("not agreed yet and left out"));
    for _ in 0..4 {
        stage.keys("<Down>");
    }
    // Markdown and the table too, and drafts.
    stage.keys("<Down><Down><Down> <Down> <Down><Down> ");
    assert!(stage.screen(80, 24).contains("told as DRAFT"));
    stage.keys("<Enter><Enter>");
    to_its_end(&mut stage);
    let text = |name: &str| {
        fs::read_to_string(
            stage
                .documents()
                .join(format!("2026-12-01-oakfield-primary-{name}")),
        )
        .expect("a file")
    };
    assert!(text("report.md").contains("DRAFT"));
    for name in ["report.md", "evidence.csv"] {
        assert!(!text(name).contains("own school"), "{name}");
    }
}

#[test]
fn a_note_that_is_not_on_the_disk_yet_is_in_the_report() {
    let mut stage = drafted();
    stage.saving(crate::stage::Saving::Waits);
    stage.keys("+ typed a moment ago<Enter>");
    stage.keys("<C-k>report ...<Enter><Down><Down><Down><Down><Down><Down><Down><Down> <Enter><Enter>");
    to_its_end(&mut stage);
    let table = stage.documents().join("2026-12-01-oakfield-primary-evidence.csv");
    assert!(
        fs::read_to_string(table)
            .expect("a file")
            .contains("typed a moment ago")
    );
}

#[test]
fn left_and_right_go_across_the_sheet_to_the_row_beside() {
    use knownow::app::report::Row;

    let mut stage = Stage::new("half-day-maths-80-notes", "Facilitator", "2026-12-01 11:20");
    stage.keys("<C-k>report ...<Enter><Down>");
    let row = |stage: &Stage| stage.model.report.row();
    let there = row(&stage);
    assert!(matches!(there, Row::Paper(_)));
    assert!(stage.screen(80, 24).contains("Up Down Left Right choose"));
    stage.keys("<Right>");
    assert!(matches!(row(&stage), Row::Form(_)));
    stage.keys("<Left>");
    assert_eq!(row(&stage), there);
}
