//! Two laptops on one set of findings: what one does while the other types, and what was done apart.

use knownow::{
    app::{
        Overlay,
        findings::{FindingsPage, Spot},
        page::Page,
    },
    domain::{
        findings_board::OnBoard,
        ids::{ListId, RecordId},
    },
};

use crate::stage::Stage;

const EIGHTY: &str = "half-day-maths-80-notes";

/// Both laptops on the page of the findings, with the draft that the first one made.
fn two_laptops() -> (Stage, Stage) {
    let laptop = |nth, who| Stage::laptop(nth, EIGHTY, who, "2026-12-01 11:20");
    let (mut mine, mut theirs) = (laptop(1, "Facilitator"), laptop(2, "Head of School B"));
    mine.keys("<C-k>findings: from<Enter>d<Tab>");
    theirs.hears(&mine);
    theirs.keys("<C-k>findings: from<Enter><Tab>");
    (mine, theirs)
}

fn page(stage: &Stage) -> &FindingsPage {
    match &stage.model.page {
        Some(Page::Findings(page)) => page,
        _ => panic!("the page of the findings is not open"),
    }
}

fn nth(stage: &Stage, list: &str, nth: usize) -> OnBoard {
    let list = ListId::new(list);
    page(stage)
        .board()
        .listed(&list)
        .nth(nth)
        .expect("a finding")
        .clone()
}

fn says(stage: &Stage, words: &str) {
    let screen = stage.screen(80, 24);
    assert!(screen.contains(words), "{words:?} is not on\n{screen}");
}

fn typed(stage: &Stage) -> Option<&str> {
    match &stage.model.overlay {
        Some(Overlay::Entry(line)) => Some(line.text()),
        _ => None,
    }
}

fn statement(stage: &Stage, id: RecordId) -> String {
    let on_board = page(stage).board().get(id);
    on_board.map_or_else(String::new, |on_board| on_board.finding.statement.clone())
}

#[test]
fn what_arrives_moves_no_letter_of_a_line_and_is_not_replaced_unseen() {
    let (mut mine, mut theirs) = two_laptops();
    let first = nth(&mine, "strengths", 0).id;
    mine.keys("1e<Home>abc ");
    theirs.keys("1e<C-u>In their words<Enter>");
    mine.hears(&theirs);
    mine.keys("def ");
    assert!(
        typed(&mine).is_some_and(|text| text.starts_with("abc def ")),
        "{:?}",
        typed(&mine)
    );
    says(&mine, "In their words");
    mine.keys("<Enter>");
    says(&mine, "A colleague changed this meanwhile.");
    assert!(typed(&mine).is_some_and(|text| text.starts_with("abc def ")));
    assert_eq!(statement(&mine, first), "In their words");
    // Whoever leaves it leaves theirs; whoever goes on means it.
    mine.keys("<Enter>");
    assert_eq!(typed(&mine), None);
    assert!(statement(&mine, first).starts_with("abc def "));
    theirs.hears(&mine);
    assert_eq!(statement(&theirs, first), statement(&mine, first));
    // A line in which nothing was changed changes nothing.
    mine.keys("e");
    theirs.keys("1e<C-u>Theirs again<Enter>");
    mine.hears(&theirs);
    mine.keys("<Enter>");
    says(&mine, "it stands as they put it");
    assert_eq!(statement(&mine, first), "Theirs again");
}

#[test]
fn what_is_typed_for_a_finding_that_a_colleague_took_out_begins_one_of_its_own() {
    let (mut mine, mut theirs) = two_laptops();
    let gone = nth(&mine, "areas", 0).id;
    mine.keys("6e<C-u>Precise words that took a while");
    theirs.keys("6<Del>");
    mine.hears(&theirs);
    mine.keys("<Enter>");
    says(
        &mine,
        "A colleague took that out. Enter makes a new one of your words.",
    );
    mine.keys("<Enter>");
    assert!(page(&mine).board().get(gone).is_none());
    let areas = ListId::new("areas");
    let mut said = page(&mine)
        .board()
        .listed(&areas)
        .map(|area| area.finding.statement.as_str());
    assert!(said.any(|said| said == "Precise words that took a while"));
}

#[test]
fn other_words_on_the_check_are_not_put_over_those_of_a_colleague_unseen() {
    let (mut mine, mut theirs) = two_laptops();
    let first = nth(&mine, "areas", 0).id;
    mine.keys("6e<C-u>The SENDCO waits<Enter><Esc>");
    theirs.hears(&mine);
    mine.keys("k<Home>r<C-u>Leaders wait");
    theirs.keys("6e<C-u>In their words<Enter><Esc>");
    mine.hears(&theirs);
    mine.keys("<Enter>");
    says(&mine, "A colleague changed this meanwhile.");
    assert_eq!(statement(&mine, first), "In their words");
    mine.keys("<Enter>");
    assert_eq!(statement(&mine, first), "Leaders wait");
}

#[test]
fn merged_by_one_and_worded_by_another_both_stand_to_be_chosen() {
    let (mut mine, mut theirs) = two_laptops();
    let (one, two) = (nth(&mine, "strengths", 0), nth(&mine, "strengths", 1));
    mine.keys("1 2g");
    assert!(
        page(&mine).board().get(one.id).is_none(),
        "it went into the other one"
    );
    theirs.keys("1e<C-u>Worded with care<Enter>");
    mine.hears(&theirs);
    theirs.hears(&mine);
    for stage in [&mine, &theirs] {
        let apart = page(stage).board().get(one.id).expect("it waits for a choice");
        assert!(apart.worded_apart);
        assert!(
            matches!(page(stage).lines()[0].spot, Spot::Apart),
            "what was worded apart comes first"
        );
        assert_eq!(apart.finding.statement, "Worded with care");
        let merged = statement(stage, two.id);
        assert!(merged.contains(&one.finding.statement) && merged.contains(&two.finding.statement));
    }
    assert_eq!(page(&mine).board(), page(&theirs).board());
    // Chosen once, it is chosen for both.
    theirs.keys("<Home><Down>");
    while !matches!(page(&theirs).spot(), Spot::Wording(_, writer) if *writer == theirs.day().me.writer) {
        theirs.keys("<Down>");
    }
    theirs.keys("<Enter>");
    mine.hears(&theirs);
    assert_eq!(page(&mine).board(), page(&theirs).board());
    assert_eq!(statement(&mine, one.id), "Worded with care");
    assert!(page(&mine).board().worded_apart().next().is_none());
}

#[test]
fn split_by_one_and_worded_by_another_no_word_and_no_note_is_lost() {
    let (mut mine, mut theirs) = two_laptops();
    let one = nth(&mine, "strengths", 0);
    mine.keys("1t s");
    let begun = nth(&mine, "strengths", 5);
    assert_eq!(begun.finding.evidence.len(), 1);
    theirs.keys("1e<C-u>Worded with care<Enter>");
    mine.hears(&theirs);
    theirs.hears(&mine);
    let apart = page(&mine).board().get(one.id).expect("the finding").clone();
    let mut notes = apart.finding.evidence.clone();
    notes.sort_unstable();
    let mut before = one.finding.evidence.clone();
    before.sort_unstable();
    assert_eq!(notes, before, "until somebody chooses, it rests on all of them");
    assert!(apart.worded_apart);
    assert_eq!(statement(&mine, begun.id), begun.finding.statement);
    assert_eq!(page(&mine).board(), page(&theirs).board());
}

#[test]
fn what_one_agrees_to_is_agreed_for_both_and_not_where_it_was_worded_apart() {
    let (mut mine, mut theirs) = two_laptops();
    let (one, two) = (nth(&mine, "strengths", 0).id, nth(&mine, "strengths", 1).id);
    let agreed = |stage: &Stage, id| page(stage).board().get(id).is_some_and(OnBoard::is_agreed);
    mine.keys("1a");
    theirs.hears(&mine);
    assert!(
        agreed(&theirs, one),
        "agreed in the room is agreed on both laptops"
    );
    // Both press it apart from each other: that is no difference.
    mine.keys("2a");
    theirs.keys("2a");
    mine.hears(&theirs);
    theirs.hears(&mine);
    assert!(agreed(&mine, two) && agreed(&theirs, two));
    // One agrees to words that the other one has changed: nobody agreed to those.
    let three = nth(&mine, "strengths", 2).id;
    mine.keys("3a");
    theirs.keys("3e<C-u>Other words<Enter>");
    mine.hears(&theirs);
    theirs.hears(&mine);
    for stage in [&mine, &theirs] {
        assert!(!agreed(stage, three));
        assert!(matches!(page(stage).lines()[0].spot, Spot::Apart));
    }
}
