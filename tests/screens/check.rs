//! What should be seen to before anything is handed on: a list, gone through key by key.

use std::{collections::BTreeSet, fs};

use knownow::{
    app::{
        Overlay,
        check::{CheckList, CheckNotice},
        findings::{FindingsPage, Side, Spot},
        message::ReadOnly,
        notice::Notice,
        page::Page,
        report::Phase,
    },
    domain::{
        conduct::session::{Concern, ConcernKind},
        finding::FindingKind,
        findings_board::{FindingsBoard, Use},
        ids::{FieldId, ListId},
    },
};

use crate::stage::{Stage, shows};

const EIGHTY: &str = "half-day-maths-80-notes";

/// A draft of the findings, of which one names people and gives a verdict, and one has an impact that does.
fn drafted() -> Stage {
    let mut stage = Stage::new(EIGHTY, "Facilitator", "2026-12-01 11:50");
    stage.keys("<C-k>findings: from<Enter>d<Tab><Home>");
    to_number(&mut stage, 1);
    stage.keys("e<C-u>The SENDCO said that teaching is outstanding in Year 4<Enter>");
    to_number(&mut stage, 7);
    stage.keys("e<Enter><Enter>The tasks of Mrs Surname stop half the class<Enter><Esc>");
    stage
}

/// Goes to the finding of this number.
fn to_number(stage: &mut Stage, number: u8) {
    stage.keys("<Home>");
    while page(stage).lines()[page(stage).line()].number != Some(usize::from(number)) {
        stage.keys("<Right>");
    }
}

fn page(stage: &Stage) -> &FindingsPage {
    match &stage.model.page {
        Some(Page::Findings(page)) => page,
        _ => panic!("the page of the findings is not open"),
    }
}

fn list(stage: &Stage) -> &CheckList {
    assert!(
        matches!(stage.model.overlay, Some(Overlay::Check)),
        "the list is not open"
    );
    &stage.model.check
}

fn chosen(stage: &Stage) -> &Concern {
    list(stage).chosen().expect("something chosen")
}

/// The words found, or the word for what is missing.
fn found(concern: &Concern) -> &str {
    match &concern.what {
        ConcernKind::Breach(_, breach) => &breach.words,
        ConcernKind::Gap(gap) => gap.reason.word(),
    }
}

#[test]
fn a_step_that_is_due_soon_is_on_the_list_and_gone_once_it_has_a_time() {
    let mut stage = drafted();
    to_number(&mut stage, 7);
    stage.keys("wAgree one routine<Enter>Subject leads<Enter>soon<Enter>");
    stage.keys("<C-k>before handing<Enter>");
    to(&mut stage, "no-time");
    let screen = stage.screen(100, 30);
    assert!(screen.contains("no time: \"soon\""), "{screen}");
    stage.keys("<Enter>");
    let at = page(&stage).line();
    assert!(matches!(page(&stage).lines()[at].spot, Spot::Step(..)));
    stage.keys("<C-k>before handing<Enter>");
    to(&mut stage, "no-time");
    stage.keys("r<C-u>by the next governors' meeting<Enter>");
    let left = list(&stage).concerns().iter().map(found);
    assert_eq!(left.filter(|found| *found == "no-time").count(), 0);
}

/// Goes down the list to the first one with these words.
fn to(stage: &mut Stage, words: &str) {
    let at = list(stage)
        .concerns()
        .iter()
        .position(|concern| found(concern) == words);
    let at = at.unwrap_or_else(|| panic!("{words} is not on\n{}", stage.screen(80, 24)));
    while list(stage).place() != at {
        stage.keys(if list(stage).place() < at {
            "<Down>"
        } else {
            "<Up>"
        });
    }
}

fn opened() -> Stage {
    let mut stage = drafted();
    stage.keys("k");
    stage
}

fn statement(stage: &Stage, number: usize) -> String {
    let (board, list) = (
        FindingsBoard::of(&stage.saved().records),
        ListId::new("strengths"),
    );
    let finding = board.listed(&list).nth(number - 1);
    finding.expect("a finding").finding.statement.clone()
}

#[test]
fn the_list_says_why_which_words_where_and_what_could_stand_there() {
    let stage = opened();
    shows(
        "check_list",
        &format!("{}\n== 100x30\n{}", stage.screens(), stage.screen(100, 30)),
    );
    let words: Vec<&str> = list(&stage).concerns().iter().map(found).collect();
    assert_eq!(&words[..3], ["The SENDCO", "outstanding", "Year 4"]);
    assert_eq!(words.last(), Some(&"loose-notes"));
}

#[test]
fn from_the_day_it_is_in_the_palette_and_nothing_shows_by_itself() {
    let mut stage = drafted();
    stage.keys("<Esc>");
    assert!(stage.model.page.is_none());
    assert!(!stage.screen(140, 45).contains("to see to"));
    stage.keys("<C-k>before handing<Enter>");
    assert_eq!(found(chosen(&stage)), "The SENDCO");
    stage.keys("<Enter>");
    let list = ListId::new("strengths");
    let first = page(&stage).board().listed(&list).next().expect("a finding").id;
    assert_eq!(
        (page(&stage).side(), page(&stage).spot()),
        (Side::Findings, &Spot::Finding(first))
    );
}

#[test]
fn enter_goes_to_the_place_and_one_key_comes_back_to_the_next_one() {
    let mut stage = opened();
    to(&mut stage, "Mrs Surname");
    let at = list(&stage).place();
    let finding = chosen(&stage).place.as_ref().expect("a finding").finding;
    stage.keys("<Enter>");
    assert_eq!(page(&stage).spot(), &Spot::Field(finding, FieldId::new("impact")));
    assert!(stage.screen(80, 24).contains("k comes back to the list"));
    shows("check_went", &stage.screen(80, 24));
    // Left as it is: the next one is chosen.
    stage.keys("k");
    assert_eq!(list(&stage).place(), at + 1);
    // Mended there: what was behind it has moved up, and is chosen.
    let behind = list(&stage).concerns()[at + 1].matter;
    stage.keys("<Up><Enter>e<C-u>Half the class stops<Enter>k");
    assert_eq!((list(&stage).place(), chosen(&stage).matter), (at, behind));
    // Loose notes: the evidence, with one of them under the cursor, whatever was searched for.
    stage.keys("<Esc>/zzz<Enter>k");
    to(&mut stage, "loose-notes");
    stage.keys("<Enter>");
    let note = page(&stage).notes()[page(&stage).place()];
    assert_eq!(page(&stage).side(), Side::Evidence);
    assert_eq!(page(&stage).board().use_of(note), Some(&Use::Loose));
}

#[test]
fn reworded_it_is_gone_from_the_list_and_undo_brings_it_back() {
    let mut stage = opened();
    let before = list(&stage).open();
    stage.keys("r");
    shows("check_reword", &stage.screen(80, 24));
    stage.keys("<Enter>");
    assert_eq!(
        statement(&stage, 1),
        "Leaders of SEND said that teaching is outstanding in Year 4"
    );
    assert_eq!(
        (list(&stage).open(), found(chosen(&stage))),
        (before - 1, "outstanding")
    );
    // A verdict has no words that could stand there: the text is as it was, and it is said what to write.
    stage.keys("r");
    assert!(stage.screen(80, 24).contains("say what was seen"));
    stage.keys("<Esc>");
    assert_eq!(list(&stage).open(), before - 1);
    stage.keys("<C-z>");
    assert_eq!(
        (list(&stage).open(), found(&list(&stage).concerns()[0])),
        (before, "The SENDCO")
    );
    stage.keys("<C-y>");
    assert_eq!(list(&stage).open(), before - 1);
    // In a field, and what is missing in one.
    to(&mut stage, "Mrs Surname");
    stage.keys("r<Enter>");
    assert!(
        stage
            .files()
            .contains("The tasks of a member of staff stop half the class")
    );
    to(&mut stage, "missing");
    stage.keys("r");
    shows("check_missing", &stage.screen(80, 24));
    stage.keys("they cannot go on<Enter>");
    assert!(stage.files().contains("they cannot go on"));
    to(&mut stage, "loose-notes");
    stage.keys("r");
    assert!(matches!(stage.model.overlay, Some(Overlay::Picker(_))));
    stage.keys("<Esc>");
    assert_eq!(found(chosen(&stage)), "loose-notes");
}

#[test]
fn accepted_with_a_reason_it_stands_below_until_the_text_is_another_one() {
    let mut stage = opened();
    let all = list(&stage).concerns().len();
    stage.keys("x");
    shows("check_why", &stage.screen(80, 24));
    stage.keys("<Enter>");
    assert_eq!(
        (list(&stage).open(), found(chosen(&stage))),
        (all - 1, "outstanding")
    );
    // Another reason, typed: from the row for it, or where nothing fits what is typed.
    stage.keys("x<Down><Down><Down><Enter>a pupil said so<Enter>");
    to(&mut stage, "Year 4");
    stage.keys("x<Esc>");
    assert_eq!(list(&stage).open(), all - 2);
    stage.keys("xthere are two classes<Enter><Enter>");
    assert_eq!(list(&stage).open(), all - 3);
    to(&mut stage, "The SENDCO");
    shows("check_accepted", &stage.screens());
    let text = stage.files();
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("kind: accepted"))
        .collect();
    shows("check_files", &lines.join("\n"));

    stage.die_and_reopen();
    stage.keys("<C-k>before handing<Enter>");
    assert_eq!(list(&stage).open(), all - 3);
    // Taken back by the same key, and by undo.
    to(&mut stage, "Year 4");
    stage.keys("x");
    assert_eq!(list(&stage).open(), all - 2);
    stage.keys("<C-z>");
    assert_eq!(list(&stage).open(), all - 3);
    // With other words round it, it is another matter.
    to(&mut stage, "The SENDCO");
    stage.keys("r<C-u>The SENDCO decides what happens in Year 4<Enter>");
    assert!(
        list(&stage)
            .concerns()
            .iter()
            .all(|concern| concern.accepted.is_none())
    );
}

#[test]
fn two_who_accept_apart_accept_one_thing() {
    let mut one = opened();
    let mut other = Stage::laptop(2, EIGHTY, "Head of School B", "2026-12-01 11:50");
    other.hears(&one);
    other.keys("<C-k>before handing<Enter>");
    assert_eq!(found(chosen(&other)), "The SENDCO");
    let all = list(&one).concerns().len();
    one.keys("x<Enter>");
    other.keys("x<Down><Enter>");
    one.hears(&other);
    other.hears(&one);
    for stage in [&one, &other] {
        assert_eq!((list(stage).open(), list(stage).concerns().len()), (all - 1, all));
        let accepted = stage.day().records.findings.live();
        assert_eq!(
            accepted
                .filter(|record| record.body.kind == FindingKind::Accepted)
                .count(),
            1
        );
    }
    assert_eq!(
        list(&one).concerns()[all - 1].accepted,
        list(&other).concerns()[all - 1].accepted
    );
    assert!(one.model.page.is_some(), "the page below knows of it too");
    assert_eq!(page(&one).board().worded_apart().count(), 0);
}

/// Sees to everything: accepts what can be accepted.
fn accept_all(stage: &mut Stage) {
    for _ in 0..200 {
        if list(stage).open() == 0 {
            return;
        }
        stage.keys("<PgUp><PgUp><PgUp><PgUp><PgUp>x<Enter>");
    }
    panic!("something can't be accepted:\n{}", stage.screen(80, 24));
}

#[test]
fn once_everything_is_seen_to_it_says_what_comes_next() {
    let mut stage = opened();
    accept_all(&mut stage);
    shows("check_done", &stage.screen(80, 24));
    stage.keys("p");
    assert!(matches!(stage.model.overlay, Some(Overlay::Report)));
    assert!(!stage.screen(80, 24).contains("to see to"));
    stage.keys("<Enter>");
    assert!(stage.model.report.is_making(), "nothing stands in the way");
}

fn to_its_end(stage: &mut Stage) {
    while stage.report_goes_on() {}
}

/// What is written of the report as Markdown.
fn markdown(stage: &Stage) -> String {
    let file = stage.documents().join("2026-12-01-oakfield-primary-report.md");
    fs::read_to_string(file).expect("a report")
}

#[test]
fn a_report_with_something_to_see_to_needs_one_more_key_and_is_a_draft_for_its_words() {
    let mut stage = drafted();
    to_number(&mut stage, 1);
    stage.keys("a<C-k>report ...<Enter>");
    // As Markdown.
    stage.keys("<Down><Down><Down><Down><Down><Down><Down> ");
    shows("check_sheet", &stage.screen(80, 24));
    stage.keys("<Enter>");
    assert_eq!(stage.model.report.phase, Phase::Warned);
    assert!(!stage.report_goes_on());
    shows("check_sheet_warned", &stage.screen(80, 24));
    // The list is one key away; coming back, it is said once more.
    stage.keys("cp<Enter>");
    assert_eq!(stage.model.report.phase, Phase::Warned);
    stage.keys("<Down>");
    stage.keys("<Enter>");
    to_its_end(&mut stage);
    shows("check_sheet_written", &stage.screen(80, 24));
    let text = markdown(&stage);
    assert!(
        text.contains("DRAFT: Oakfield Primary") && text.contains("point at a person"),
        "{text}"
    );
    assert!(
        !text.contains("not been agreed by the team"),
        "all that is told was agreed: {text}"
    );

    // Words that were accepted are no draft any more; what is missing makes none.
    stage.keys("<Esc>k");
    for words in ["The SENDCO", "outstanding", "Year 4"] {
        to(&mut stage, words);
        stage.keys("x<Enter>");
    }
    stage.keys("p<Down><Down><Down><Down><Down><Down><Down><Enter><Enter>");
    to_its_end(&mut stage);
    stage.keys("r");
    to_its_end(&mut stage);
    assert!(!markdown(&stage).contains("DRAFT"));
}

#[test]
fn where_nothing_can_be_written_it_can_be_read() {
    let why = ReadOnly::HeldBy("another window".into());
    let mut stage = Stage::read_only(EIGHTY, "Facilitator", "2026-12-01 11:50", why);
    stage.keys("<C-k>before handing<Enter>");
    assert_eq!(found(chosen(&stage)), "loose-notes");
    for key in ["x", "a", " ", "r"] {
        stage.keys(key);
        assert_eq!(stage.model.notice, Some(Notice::ReadOnly));
        assert!(matches!(stage.model.overlay, Some(Overlay::Check)));
    }
}

#[test]
fn several_are_accepted_at_once_with_one_reason_and_taken_back_at_once() {
    let mut stage = opened();
    let all = list(&stage).open();
    to(&mut stage, "one-kind-of-evidence");
    stage.keys("  ");
    stage.keys("<Up> ");
    assert!(
        stage
            .screen(80, 24)
            .contains("1 marked. x accepts them, with one reason.")
    );
    // All that were found for one reason; Esc ends the marks, and not the list.
    stage.keys("m");
    let alike = list(&stage)
        .concerns()
        .iter()
        .filter(|concern| found(concern) == "one-kind-of-evidence");
    let alike = alike.count();
    assert!(alike > 4);
    shows("check_marked", &stage.screen(80, 24));
    stage.keys("<Esc>x<Esc>");
    assert_eq!(list(&stage).open(), all);
    to(&mut stage, "one-kind-of-evidence");
    stage.keys("mx");
    shows("check_why_all", &stage.screen(80, 24));
    stage.keys("<Down><Enter>");
    assert_eq!(list(&stage).open(), all - alike);
    let because: BTreeSet<_> = list(&stage)
        .concerns()
        .iter()
        .filter_map(|concern| Some(&concern.accepted.as_ref()?.because))
        .collect();
    assert_eq!(because.len(), 1, "{because:?}");
    stage.keys("<C-z>");
    assert_eq!(list(&stage).open(), all);
    // With a reason of one's own, too.
    to(&mut stage, "one-kind-of-evidence");
    stage.keys("mxit was a short day<Enter><Enter>");
    assert_eq!(list(&stage).open(), all - alike);
}

#[test]
fn what_was_said_in_other_words_is_agreed_anew_on_the_list() {
    let mut stage = drafted();
    to_number(&mut stage, 1);
    stage.keys("ak");
    assert_eq!(list(&stage).findings(), (1, 10));
    let finding = chosen(&stage).place.as_ref().expect("a finding").finding;
    stage.keys("a");
    assert_eq!(
        stage.model.notice,
        Some(Notice::Check(CheckNotice::AgreedAlready))
    );
    stage.keys("r<Enter>");
    assert_eq!(stage.model.notice, Some(Notice::Check(CheckNotice::ToAgree)));
    assert_eq!(list(&stage).not_agreed()[0].finding, finding);
    stage.keys("<PgDn><PgDn><PgDn><PgDn>");
    while list(&stage).place() > list(&stage).concerns().len() {
        stage.keys("<Up>");
    }
    shows("check_not_agreed", &stage.screen(80, 24));
    stage.keys("a");
    assert_eq!(list(&stage).findings(), (1, 10));
    assert!(
        list(&stage)
            .not_agreed()
            .iter()
            .all(|left| left.finding != finding)
    );
    assert!(stage.screen(80, 24).contains("Agreed: "));
    // The next one has moved up: Enter goes to it, and it is agreed from any of its lines too.
    let next = list(&stage).not_agreed()[0].finding;
    stage.keys("<Enter>");
    assert_eq!(page(&stage).spot(), &Spot::Finding(next));
    stage.keys("k");
    to(&mut stage, "missing");
    stage.keys("a");
    assert_eq!(list(&stage).findings(), (2, 9));
    to(&mut stage, "loose-notes");
    stage.keys("a");
    assert_eq!(stage.model.notice, Some(Notice::Check(CheckNotice::NotToAgree)));
}

#[test]
fn the_schools_own_view_is_looked_at_and_one_key_from_its_place() {
    let mut stage = drafted();
    stage.keys("cMr Anyname leads maths<Enter>k");
    to(&mut stage, "Mr Anyname");
    shows("check_claim", &stage.screen(80, 24));
    stage.keys("<Enter>");
    assert!(matches!(page(&stage).spot(), Spot::Claim(_)));
    stage.keys("k");
    to(&mut stage, "Mr Anyname");
    stage.keys("r<Enter>");
    assert!(
        stage.files().contains("A member of staff leads maths"),
        "{}",
        stage.files()
    );
    assert!(
        list(&stage)
            .concerns()
            .iter()
            .all(|concern| found(concern) != "Mr Anyname")
    );
}
