//! The page of what the groups know, side by side: keys in, the screen out.

use knownow::{
    app::{
        compared::{ComparedPage, Idea, Line},
        message::{Action, ComparedAction, Message},
        page::Page,
    },
    domain::{
        compared::{About, Head},
        note::Note,
        record::Record,
        records::Records,
    },
    ui::words,
};

use crate::stage::{Stage, shows};

const EIGHTY: &str = "half-day-maths-80-notes";

/// The break, with both groups' notes there.
fn page() -> Stage {
    let mut stage = Stage::new(EIGHTY, "Facilitator", "2026-12-01 10:16");
    stage.keys("<Tab>");
    stage
}

fn of(stage: &Stage) -> &ComparedPage {
    match &stage.model.page {
        Some(Page::Compared(page)) => page,
        _ => panic!("the page is not open"),
    }
}

fn chosen(stage: &Stage) -> About {
    of(stage).matter().expect("a chosen row").about.clone()
}

/// The numbers behind the names of the groups, first in the row of the break, then on the page.
fn counted(stage: &mut Stage) -> [Vec<usize>; 2] {
    let columns = &stage.day().board.columns;
    let here = columns.iter().map(|column| column.notes).collect();
    let shown = stage.screen(120, 36);
    for column in columns.iter().filter(|column| column.notes > 0) {
        let counts = words::counts_of("", column.counts, column.struck);
        assert!(shown.contains(&counts), "{counts}:\n{shown}");
    }
    stage.keys("<Tab>");
    let there = of(stage).compared().columns.iter();
    let there = there.map(|column| column.notes).collect();
    stage.keys("<Esc>");
    [here, there]
}

#[test]
fn the_row_of_the_break_counts_as_the_page_does_what_waits_in_the_tray_and_was_typed_for_others_too() {
    let mut stage = Stage::new("half-day-maths", "Facilitator", "09:16");
    stage.keys("@HSC - two wait at the door<Enter>+ one of mine<Enter>");
    stage.at("10:20");
    crate::taking_in::reads(&mut stage, "- Year 1: every pupil answers\n- the mood was calm\n");
    stage.keys("school c<Enter>");
    assert!(stage.report_goes_on());
    stage.keys("<Enter>");
    assert!(stage.day().board.waiting > 0, "one has no place");
    let [here, there] = counted(&mut stage);
    assert_eq!(here, there);
    assert_eq!(here.iter().sum::<usize>(), 4);
}

/// The notes of the 80 by everybody in a group.
fn of_group(stage: &Stage, group: &str) -> Vec<Record<Note>> {
    let notes = Stage::new(EIGHTY, "Facilitator", "2026-12-01 10:16").saved();
    let is_of = |note: &&Record<Note>| {
        let track = note.body.place.track.as_ref();
        track.is_some_and(|track| track.words == group) && note.body.when <= stage.model.now
    };
    notes.records.notes.live().filter(is_of).cloned().collect()
}

#[test]
fn both_groups_stand_side_by_side_by_question_and_by_class() {
    let mut stage = page();
    shows("compared_by_question", &stage.screens());
    stage.keys("<Tab>");
    shows("compared_by_class", &stage.screens());
}

#[test]
fn in_a_break_the_day_says_how_to_get_there_and_one_goes_back_with_esc() {
    let mut stage = Stage::new(EIGHTY, "Facilitator", "2026-12-01 10:16");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Tab what do we know?"), "{screen}");
    stage.keys("<Tab>");
    of(&stage);
    stage.keys("<Esc>+ and one more");
    assert!(stage.model.page.is_none() && stage.screen(80, 24).contains("+ and one more"));
}

#[test]
fn where_there_are_questions_tab_chooses_one_and_the_list_of_everything_opens_the_page() {
    let mut stage = Stage::new(EIGHTY, "Facilitator", "2026-12-01 11:20");
    stage.keys("<Tab>");
    assert!(stage.model.page.is_none() && stage.day().prompt_here().is_some());
    stage.keys("<C-k>side by side<Enter>");
    of(&stage);
}

#[test]
fn a_line_begun_in_a_class_keeps_its_questions_in_the_break() {
    let mut stage = Stage::new(EIGHTY, "Facilitator", "2026-12-01 10:14:50");
    stage.keys("+ all of them");
    stage.at("10:16");
    stage.keys("<Tab>");
    assert!(stage.model.page.is_none());
    assert!(stage.day().prompt_of_line().is_some());
}

#[test]
fn all_notes_of_one_are_read_whole_and_scrolled() {
    let mut stage = page();
    stage.keys("<Tab><Enter>");
    shows("compared_all_notes", &stage.screens());
    let whole = of(&stage).bands().len();
    for _ in 0..whole + 5 {
        stage.keys("<Down>");
    }
    assert_eq!(
        of(&stage).opened(),
        Some(whole - 1),
        "the last note stays in sight"
    );
    stage.keys("<Up>");
    assert_eq!(of(&stage).opened(), Some(whole - 2));
    stage.keys("<Esc>");
    assert_eq!(of(&stage).opened(), None);
}

#[test]
fn one_group_alone_then_the_next_then_all() {
    let mut stage = page();
    let all = of(&stage).lines().len();
    stage.keys("g");
    assert!(of(&stage).lines().len() < all);
    stage.keys("g");
    shows("compared_one_group", &stage.screens());
    let screen = stage.screen(80, 24);
    assert!(!screen.contains("Fac") && !screen.contains("HSB"), "{screen}");
    stage.keys("g");
    assert_eq!(of(&stage).lines().len(), all);
}

#[test]
fn read_aloud_is_large_and_calm_and_goes_on_with_space() {
    let mut stage = page();
    stage.keys("r");
    shows("compared_aloud", &stage.screens());
    let first = chosen(&stage);
    stage.keys(" ");
    assert_ne!(chosen(&stage), first);
    stage.keys("<Left>");
    assert_eq!(chosen(&stage), first);
    stage.keys("<Esc>");
    assert!(of(&stage).aloud().is_none() && chosen(&stage) == first);
}

#[test]
fn a_screen_that_everybody_sees_has_no_name_no_writer_and_nothing_private() {
    let mut stage = Stage::new(EIGHTY, "Facilitator", "2026-12-01 10:14:50");
    stage.keys("- Mrs Patel's books, and Head of School B saw it too<Enter>");
    stage.keys("> try this at home<Enter>");
    stage.at("10:16");
    stage.keys("<Tab>r<Home>");
    let mut masked = 0;
    for _ in 0..of(&stage).lines().len() {
        for (columns, rows) in [(80, 24), (120, 200)] {
            let screen = stage.screen(columns, rows);
            for hidden in [
                "Patel",
                "Head of School",
                "Fac",
                "HSB",
                "HSC",
                "at home",
                "10:1",
                "09:0",
            ] {
                assert!(!screen.contains(hidden), "{hidden}\n{screen}");
            }
        }
        let ideas = of(&stage).aloud().expect("read aloud").shown();
        masked += ideas
            .filter(|idea| matches!(idea, Idea::Said(_, text) if text.contains("[name]") && text.contains("books")))
            .count();
        stage.keys(" ");
    }
    assert!(masked > 0, "the note is read, without the name");
}

#[test]
fn notes_that_come_in_do_not_move_what_is_chosen() {
    let mut stage = Stage::new("half-day-maths", "Head of School B", "2026-12-01 10:16");
    let (mine, theirs) = (of_group(&stage, "Group 1"), of_group(&stage, "Group 2"));
    let arrive = |stage: &mut Stage, notes: Vec<Record<Note>>| {
        let writer = notes[0].writer;
        let records = Records {
            notes: notes.into_iter().filter(|note| note.writer == writer).collect(),
            ..Records::default()
        };
        stage.receives(writer, &records);
        stage.looks();
    };
    arrive(&mut stage, mine);
    stage.keys("<Tab><Down><Down><Down>");
    let (before, row) = (chosen(&stage), of(&stage).position());
    arrive(&mut stage, theirs);
    assert_eq!(chosen(&stage), before);
    assert_ne!(of(&stage).position(), row, "it stands elsewhere now");
    let lines = of(&stage).lines();
    let differ = lines
        .iter()
        .any(|line| matches!(line, Line::Head(Head::Differ, _)));
    assert!(differ, "and what came in is there");
}

#[test]
fn the_notes_go_to_the_findings_and_one_comes_back() {
    let mut stage = page();
    let before = chosen(&stage);
    let notes = of(&stage).matter().expect("a row").notes(None).count();
    stage.keys("n");
    match &stage.model.page {
        Some(Page::Findings(page)) => assert_eq!((page.notes().len(), page.marked()), (notes, notes)),
        _ => panic!("the findings are not open"),
    }
    stage.keys("n");
    let findings = stage.saved().records.findings;
    let made = findings.live().next().expect("a finding");
    assert_eq!(made.body.evidence.len(), notes);
    stage.keys("<Esc>");
    while !matches!(stage.model.page, Some(Page::Compared(_))) {
        stage.keys("<Esc>");
        assert!(stage.model.page.is_some(), "one comes back to the page");
    }
    assert_eq!(chosen(&stage), before);
}

#[test]
fn a_row_without_notes_has_nothing_to_open_or_to_find() {
    let mut stage = Stage::new("half-day-maths", "Head of School B", "2026-12-01 10:16");
    stage.keys("<Tab>");
    shows("compared_nothing_yet", &stage.screens());
    for key in ["<Enter>", "n", "r"] {
        stage.keys(key);
        assert!(of(&stage).opened().is_none() && of(&stage).aloud().is_none());
        assert!(stage.model.notice.is_some(), "{key}");
    }
}

#[test]
fn two_reviewers_who_go_separate_ways_stand_side_by_side() {
    let mut stage = Stage::new("two-day", "Reviewer 1", "2026-11-10 10:05");
    stage.keys("+ pupils know what is learned<Enter>");
    stage.take(Message::Asked(Action::Compared(ComparedAction::Open)));
    shows("compared_two_reviewers", &stage.screens());
}

#[test]
fn a_note_that_is_begun_on_the_page_is_a_note() {
    let mut stage = page();
    stage.keys("+ seen by both<Enter>");
    assert!(stage.model.page.is_none());
    let notes = stage.saved().records.notes;
    assert!(notes.live().any(|note| note.body.text == "seen by both"));
}
