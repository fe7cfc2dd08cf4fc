//! Words that go out beside the findings: what somebody adds who signs, and the notes as they were written.

use std::fs;

use knownow::{
    app::{Overlay, check::CheckNotice, findings::FindingsPage, notice::Notice, page::Page},
    domain::conduct::session::{Concern, ConcernKind},
};

use crate::stage::Stage;

const EIGHTY: &str = "half-day-maths-80-notes";

/// What was found, as the list has it.
fn found(concern: &Concern) -> String {
    match &concern.what {
        ConcernKind::Breach(_, breach) => breach.words.clone(),
        ConcernKind::Gap(gap) => gap.reason.word().to_owned(),
    }
}

/// Opens the list and goes to the first thing with these words.
fn to(stage: &mut Stage, words: &str) {
    stage.keys("<C-k>before handing<Enter><Home>");
    let at = stage
        .model
        .check
        .concerns()
        .iter()
        .position(|concern| found(concern) == words);
    let at = at.unwrap_or_else(|| panic!("{words} is not on\n{}", stage.screen(80, 24)));
    for _ in 0..at {
        stage.keys("<Down>");
    }
}

fn page(stage: &Stage) -> &FindingsPage {
    match &stage.model.page {
        Some(Page::Findings(page)) => page,
        _ => panic!("the page of the findings is not open"),
    }
}

/// A laptop with the first finding of a draft agreed.
fn agreed(nth: u128, who: &str) -> Stage {
    let mut stage = Stage::laptop(nth, EIGHTY, who, "2026-12-01 11:50");
    stage.keys("<C-k>findings: from<Enter>d<Tab><Home>");
    while page(&stage).spot().finding().is_none() {
        stage.keys("<Right>");
    }
    stage.keys("a");
    stage
}

#[test]
fn what_somebody_adds_who_signs_is_looked_at_reworded_and_one_key_from_its_place() {
    let mut stage = agreed(1, "Facilitator");
    stage.keys("ohead of school b<Enter>agreed, as Mrs Anyname said; teaching is outstanding<Enter>");
    to(&mut stage, "Mrs Anyname");
    let screen = stage.screen(100, 30);
    assert!(screen.contains("Signed by Head of School B"), "{screen}");
    stage.keys("<Enter>");
    assert_eq!(stage.model.notice, Some(Notice::Check(CheckNotice::Went)));
    let screen = stage.screen(80, 24);
    let picks = matches!(stage.model.overlay, Some(Overlay::Picker(_)));
    assert!(picks && screen.contains("@Facilitator, 11:50"), "{screen}");
    stage.keys("<Esc>");
    to(&mut stage, "Mrs Anyname");
    let signature = |stage: &Stage| {
        stage
            .saved()
            .records
            .sign_offs
            .live()
            .next()
            .unwrap()
            .body
            .clone()
    };
    let before = signature(&stage);
    stage.keys("r<Enter>");
    let after = signature(&stage);
    assert_eq!(
        after.comment,
        "agreed, as a member of staff said; teaching is outstanding"
    );
    assert_eq!(
        (after.at, &after.of, &after.lines),
        (before.at, &before.of, &before.lines)
    );
    let open: Vec<String> = stage.model.check.concerns().iter().map(found).collect();
    let has = |words: &str| open.iter().any(|open| open == words);
    assert!(!has("Mrs Anyname") && has("outstanding"), "{open:?}");
    stage.keys("<C-z>");
    assert_eq!(signature(&stage), before);
}

#[test]
fn what_somebody_signed_themselves_is_reworded_by_nobody_else() {
    let mut stage = agreed(1, "Facilitator");
    let mut colleague = Stage::laptop(2, EIGHTY, "Head of School B", "2026-12-01 11:55");
    colleague.hears(&stage);
    colleague.keys("<C-k>sign off<Enter><Enter>as Mrs Anyname said<Enter>");
    stage.hears(&colleague);
    to(&mut stage, "Mrs Anyname");
    stage.keys("r");
    let picks = matches!(stage.model.overlay, Some(Overlay::Picker(_)));
    assert!(picks, "{}", stage.screen(80, 24));
    stage.keys("<Esc>");
    colleague.keys("<Esc>");
    to(&mut colleague, "Mrs Anyname");
    colleague.keys("r<Enter>");
    let signed = colleague.saved().records.sign_offs;
    let said: Vec<&str> = signed.live().map(|signed| signed.body.comment.as_str()).collect();
    assert_eq!(said, ["as a member of staff said"]);
}

#[test]
fn a_note_that_names_somebody_is_on_the_list_and_said_before_and_after_the_notes_are_written() {
    let mut stage = Stage::new(EIGHTY, "Facilitator", "2026-12-01 11:50");
    stage.keys("- Mr Anyname in Y2 skips the last sound<Enter>");
    to(&mut stage, "name-in-note");
    let screen = stage.screen(100, 30);
    assert!(screen.contains("name in a note: note 81, Mr Anyname"), "{screen}");
    stage.keys("<Enter>");
    let note = page(&stage).notes()[page(&stage).place()];
    let words = &stage.day().records.note(note).expect("the note").body.text;
    assert_eq!(words, "Mr Anyname in Y2 skips the last sound");
    // Said on the sheet once notes go out, not before.
    stage.keys("<C-k>report ...<Enter>");
    assert!(!stage.screen(80, 24).contains("word for word"));
    stage.keys("<Down><Down><Down> ");
    let said = "The notes go out word for word: 1 of them names people";
    assert!(stage.screen(80, 24).contains(said), "{}", stage.screen(80, 24));
    stage.keys("<Down><Down><Down><Down> <Enter>");
    assert!(stage.screen(80, 24).contains(said), "{}", stage.screen(80, 24));
    stage.keys("<Enter>");
    while stage.report_goes_on() {}
    assert!(stage.screen(80, 24).contains(said), "{}", stage.screen(80, 24));
    let notes = stage.documents().join("2026-12-01-oakfield-primary-notes.md");
    let notes = fs::read_to_string(notes).unwrap_or_else(|_| panic!("{}", stage.screen(80, 24)));
    assert!(
        notes.contains("word for word") && notes.contains("they may name people"),
        "{notes}"
    );
    assert!(
        notes.contains("Mr Anyname in Y2") && !notes.contains("DRAFT"),
        "{notes}"
    );
    // Accepted with a reason, nothing more is said of it.
    stage.keys("<Esc>");
    to(&mut stage, "name-in-note");
    stage.keys("x<Enter>p<Enter>");
    assert!(
        !stage.screen(80, 24).contains("names people"),
        "{}",
        stage.screen(80, 24)
    );
}
