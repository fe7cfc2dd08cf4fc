//! Keys on the page of the findings and in the check's list that must not be taken for something else.

use knownow::{
    app::{
        Overlay,
        findings::{FindingsPage, Side, Spot},
        page::Page,
    },
    domain::{
        conduct::session::Concern,
        finding::Finding,
        findings_board::{FindingsBoard, Use},
        ids::{ListId, RecordId},
    },
};

use crate::stage::Stage;

const EIGHTY: &str = "half-day-maths-80-notes";

fn page() -> Stage {
    let mut stage = Stage::new(EIGHTY, "Facilitator", "2026-12-01 11:20");
    stage.keys("<C-k>findings: from<Enter>");
    stage
}

fn of(stage: &Stage) -> &FindingsPage {
    match &stage.model.page {
        Some(Page::Findings(page)) => page,
        _ => panic!("the page of the findings is not open"),
    }
}

fn list(stage: &Stage, list: &str) -> Vec<Finding> {
    let (board, list) = (FindingsBoard::of(&stage.saved().records), ListId::new(list));
    board.listed(&list).map(|found| found.finding.clone()).collect()
}

fn says(stage: &Stage, words: &str) {
    let screen = stage.screen(120, 36);
    assert!(screen.contains(words), "{words:?} is not on\n{screen}");
}

fn is_typing(stage: &Stage) -> bool {
    matches!(stage.model.overlay, Some(Overlay::Entry(_)))
}

/// Goes to the finding of this number, on its side.
fn to_number(stage: &mut Stage, number: u8) {
    if of(stage).side() == Side::Evidence {
        stage.keys("<Tab>");
    }
    stage.keys(&number.to_string());
}

#[test]
fn a_refused_line_stays_open_and_takes_the_words_typed_next() {
    let mut stage = page();
    stage.keys("x<Enter>");
    assert!(is_typing(&stage));
    says(&stage, "That needs words.");
    stage.keys("seen by nobody else<Enter>");
    assert!(!is_typing(&stage));
    assert_eq!(of(&stage).board().loose(), 79);

    stage.keys("c<Enter>");
    assert!(is_typing(&stage), "a claim without words");
    says(&stage, "That needs words.");
    stage.keys("<Esc>d");
    to_number(&mut stage, 6);
    stage.keys("w<Enter>");
    assert!(is_typing(&stage), "a step that asks for nothing");
    stage.keys("Go back at once<Enter><Enter><Enter>");
    assert_eq!(list(&stage, "areas")[0].steps[0].what, "Go back at once");
    to_number(&mut stage, 1);
    stage.keys("e<C-u><Enter>");
    assert!(is_typing(&stage), "a finding without words");
    assert!(!list(&stage, "strengths")[0].statement.is_empty());
}

#[test]
fn a_reason_or_other_words_that_are_refused_stay_open_over_the_check() {
    let mut stage = page();
    stage.keys("dk<End>");
    let agreed = |stage: &Stage| stage.model.check.findings().0;
    // The last rows are findings that are not agreed: there is nothing to reword.
    stage.keys("r");
    assert!(matches!(stage.model.overlay, Some(Overlay::Picker(_))));
    says(&stage, "Other words alone don't mend that");
    stage.keys("axxa");
    assert_eq!(agreed(&stage), 0, "words are no keys");
    stage.keys("<Esc>");
    assert!(matches!(stage.model.overlay, Some(Overlay::Check)));
    stage.keys("<Home>");
    assert_eq!(stage.model.check.place(), 0);
    stage.keys("x<PgDn><Enter><Enter>");
    assert!(is_typing(&stage));
    says(&stage, "That needs words.");
    stage.keys("said in the room<Enter>");
    assert!(matches!(stage.model.overlay, Some(Overlay::Check)));
    assert!(stage.files().contains("said in the room"));
}

#[test]
fn escape_ends_the_search_before_the_filter_and_says_when_it_leaves() {
    let mut stage = page();
    stage.keys("fyear 6<Enter>");
    let filtered = of(&stage).notes().len();
    stage.keys("/board<Enter>");
    assert!(of(&stage).notes().len() < filtered);
    stage.keys("<Esc>");
    assert_eq!(of(&stage).notes().len(), filtered, "the filter is still there");
    stage.keys("<Esc>");
    assert_eq!(of(&stage).notes().len(), 80);
    stage.keys("<Esc>");
    assert!(stage.model.page.is_none());
    says(&stage, "Back on the day: what you type is a note.");
}

#[test]
fn a_digit_goes_to_a_finding_on_its_side_and_files_on_the_other() {
    let mut stage = page();
    stage.keys("d");
    let loose = of(&stage).board().loose();
    stage.keys("<Tab><Right><Right>4");
    assert_eq!(of(&stage).board().loose(), loose, "nothing is filed");
    let line = &of(&stage).lines()[of(&stage).line()];
    assert_eq!(line.number, Some(4));
    stage.keys("<Tab>2");
    assert_eq!(of(&stage).board().loose(), loose - 1);
}

#[test]
fn a_finding_past_the_ninth_takes_notes_by_its_number() {
    let mut stage = page();
    stage.keys("d");
    let line = of(&stage)
        .lines()
        .iter()
        .find(|line| line.number == Some(11))
        .cloned();
    let target = line
        .and_then(|line| line.spot.finding())
        .expect("eleven findings");
    let notes = |stage: &Stage| of(stage).board().get(target).expect("it").finding.evidence.len();
    let before = notes(&stage);
    stage.keys("011");
    says(&stage, "File into which finding?");
    stage.keys("<Enter>");
    assert_eq!(notes(&stage), before + 1);
}

#[test]
fn on_the_head_of_a_list_a_agrees_to_all_below_it_and_one_undo_takes_that_back() {
    let mut stage = page();
    stage.keys("d<Tab><Home>");
    while !matches!(of(&stage).spot(), Spot::List(_)) {
        stage.keys("<Right>");
    }
    let agreed = |stage: &Stage, id: &str| {
        let all = list(stage, id);
        (all.iter().filter(|finding| finding.agreed).count(), all.len())
    };
    stage.keys("a");
    assert_eq!(agreed(&stage, "strengths"), (5, 5));
    assert_eq!(agreed(&stage, "areas"), (0, 3), "another list is not agreed");
    says(&stage, "Agreed to 5 findings.");
    stage.keys("a");
    assert_eq!(agreed(&stage, "strengths"), (5, 5), "nothing is taken back by it");
    stage.keys("<C-z>");
    assert_eq!(agreed(&stage, "strengths"), (0, 5));
    says(&stage, "agreeing to 5 findings");
}

#[test]
fn the_filter_finds_a_person_by_the_initials_that_stand_beside_the_notes() {
    let mut stage = page();
    stage.keys("fHSC<Enter>");
    let by = |id: &RecordId| {
        stage
            .day()
            .records
            .note(*id)
            .expect("a note")
            .body
            .by
            .words
            .clone()
    };
    let mut people: Vec<String> = of(&stage).notes().iter().map(by).collect();
    people.dedup();
    assert_eq!(people, ["Head of School C"]);
}

#[test]
fn filing_into_an_agreed_finding_takes_agreement_back_and_says_so() {
    let mut stage = page();
    stage.keys("d");
    to_number(&mut stage, 1);
    stage.keys("a");
    assert!(list(&stage, "strengths")[0].agreed);
    stage.keys("<Tab>1");
    says(&stage, "No longer agreed (a agrees anew): 1 note filed into 1.");
    assert!(!list(&stage, "strengths")[0].agreed);
    stage.keys("<C-z>");
    assert!(list(&stage, "strengths")[0].agreed, "undo brings agreement back");
}

#[test]
fn the_live_side_alone_has_the_cursor_sign_and_says_that_keys_act_there() {
    let mut stage = page();
    stage.keys("d");
    let signs = |stage: &Stage| {
        let screen = stage.screen(80, 24);
        let cursors = screen.lines().filter(|line| line.starts_with('>')).count();
        let at = screen.lines().position(|line| line.contains("keys act here"));
        (
            cursors,
            at.map(|at| screen.lines().nth(at).unwrap_or_default().to_owned()),
        )
    };
    let (cursors, head) = signs(&stage);
    assert_eq!(cursors, 1);
    assert!(head.is_some_and(|head| head.contains("Evidence")));
    stage.keys("<Tab>");
    let (cursors, head) = signs(&stage);
    assert_eq!(cursors, 1);
    assert!(head.is_some_and(|head| head.contains("Findings")));
}

#[test]
fn a_search_finds_words_and_many_marked_notes_are_filed_only_when_it_is_said_again() {
    let mut stage = page();
    stage.keys("d/board<Enter>");
    for note in of(&stage).notes() {
        let note = stage.day().records.notes.get(*note).expect("a note");
        let place = &note.body.place;
        let prompt = place.prompt.as_ref().map_or("", |prompt| &prompt.words);
        let said = format!("{} {prompt}", note.body.text).to_lowercase();
        let in_a_word = |word: &str| {
            let mut letters = word.chars();
            "board"
                .chars()
                .all(|wanted| letters.any(|letter| letter == wanted))
        };
        assert!(said.split_whitespace().any(in_a_word), "{said}");
    }
    stage.keys("<Esc><Esc>");
    let mut stage = page();
    stage.keys("d<Home>m");
    let marked = of(&stage).marked();
    assert!(marked > 8);
    says(&stage, "of them out of sight");
    let loose = of(&stage).board().loose();
    stage.keys("2");
    assert_eq!(of(&stage).board().loose(), loose, "it asks first");
    says(&stage, &format!("{marked} notes marked: file all of them?"));
    stage.keys("<Esc>");
    assert_eq!(of(&stage).marked(), marked);
    stage.keys("2<Enter>");
    assert_eq!(of(&stage).board().loose(), loose - marked);
}

#[test]
fn a_note_that_speaks_against_a_finding_is_told_apart_in_its_trace() {
    let mut stage = page();
    stage.keys("d");
    to_number(&mut stage, 3);
    stage.keys("<Tab>-");
    stage.keys("<Tab>t");
    let screen = stage.screen(120, 36);
    let of_notes = screen.lines().filter(|line| {
        let left: String = line.chars().take(60).collect();
        left.contains("against: ")
    });
    assert_eq!(of_notes.count(), 1, "{screen}");
}

#[test]
fn a_step_on_an_agreed_finding_says_what_it_costs_and_one_undo_takes_it_back() {
    let mut stage = page();
    stage.keys("d");
    to_number(&mut stage, 6);
    stage.keys("aw");
    says(
        &stage,
        "This finding is agreed: a change takes that back; a agrees anew.",
    );
    stage.keys("Go back at once<Enter>Maths lead<Enter>15 Jan 2027<Enter>");
    let area = &list(&stage, "areas")[0];
    assert_eq!((area.steps[0].who.as_str(), area.agreed), ("Maths lead", false));
    stage.keys("<C-z>");
    let area = &list(&stage, "areas")[0];
    assert_eq!((area.steps.len(), area.agreed), (0, true));
}

#[test]
fn on_a_head_e_makes_nothing_and_n_takes_typed_words() {
    let mut stage = page();
    stage.keys("<Tab><Home>");
    assert!(matches!(of(&stage).spot(), Spot::List(_) | Spot::Differences));
    while !matches!(of(&stage).spot(), Spot::List(_)) {
        stage.keys("<Down>");
    }
    stage.keys("e");
    assert!(!is_typing(&stage));
    says(&stage, "n begins a finding in it");
    stage.keys("nPupils explain their thinking<Enter>");
    let found = &list(&stage, "strengths")[0];
    assert_eq!(found.statement, "Pupils explain their thinking");
    assert!(found.evidence.is_empty());
}

#[test]
fn t_on_a_place_where_we_differ_shows_its_notes() {
    let mut stage = page();
    stage.keys("<Tab><Home><Down>");
    assert!(matches!(of(&stage).spot(), Spot::Difference(_)));
    stage.keys("t");
    assert_eq!(of(&stage).side(), Side::Evidence);
    assert!(of(&stage).sought().narrows());
}

#[test]
fn taking_a_finding_out_says_how_many_notes_are_free_and_undo_brings_them_back() {
    let mut stage = page();
    stage.keys("d");
    to_number(&mut stage, 1);
    let used: Vec<RecordId> = list(&stage, "strengths")[0].evidence.clone();
    stage.keys("<Del>");
    says(
        &stage,
        &format!("; {} notes free. Ctrl+Z brings it back.", used.len()),
    );
    stage.keys("<C-z>");
    let board = of(&stage).board();
    assert!(
        used.iter()
            .all(|note| matches!(board.use_of(*note), Some(Use::Used(_))))
    );
}

#[test]
fn agreeing_says_what_is_still_missing() {
    let mut stage = page();
    stage.keys("d");
    to_number(&mut stage, 6);
    stage.keys("a");
    says(&stage, "Agreed, but still missing: Issue, Impact, Fix.");
}

#[test]
fn names_and_verdicts_come_before_what_is_missing_in_the_check() {
    let mut stage = page();
    stage.keys("d");
    to_number(&mut stage, 4);
    stage.keys("e<C-u>Teaching is outstanding<Enter>k");
    let breaches: Vec<bool> = stage
        .model
        .check
        .concerns()
        .iter()
        .map(Concern::is_breach)
        .collect();
    assert!(breaches[0], "{breaches:?}");
    assert!(
        breaches.is_sorted_by(|before, after| before >= after),
        "{breaches:?}"
    );
}

#[test]
fn the_check_remarks_on_numbers_steps_and_one_reason_for_most_and_counts_none_of_it() {
    let mut stage = page();
    stage.keys("n<Tab><Home>");
    while *of(&stage).spot() != Spot::List(ListId::new("areas")) {
        stage.keys("<Down>");
    }
    stage.keys("nNot every check is acted upon<Enter><Esc><Tab>");
    stage.keys("mxoff the line<Enter>k<End>");
    let open = stage.model.check.open();
    assert_eq!(
        open,
        stage.model.check.concerns().len(),
        "a remark is nothing to see to"
    );
    says(&stage, "Worth a look");
    says(&stage, "Strengths: 1, where the model asks for 3 to 5");
    says(&stage, "Areas for development: no next step yet in finding");
    says(&stage, "79 of 79 notes set aside for one reason: off the line");
}

#[test]
fn tracing_a_note_that_was_set_aside_says_why_it_was() {
    let mut stage = page();
    stage.keys("xoff the line<Enter><End>t");
    says(&stage, "This note was set aside: off the line");
    stage.keys("<Home>t");
    says(&stage, "This note is used in no finding yet.");
}

#[test]
fn a_word_with_two_letters_swapped_finds_what_was_meant() {
    let mut stage = page();
    stage.keys("/fractions<Enter>");
    let meant = of(&stage).notes().to_vec();
    assert!(!meant.is_empty());
    stage.keys("<Esc>/fractoins<Enter>");
    assert_eq!(of(&stage).notes(), meant);
    stage.keys("<Esc>/fractonis<Enter>");
    assert_eq!(of(&stage).notes(), [], "two swaps are another word");
}

#[test]
fn a_note_of_somebody_else_is_not_changed_and_the_page_says_what_can_be_done() {
    let mut stage = page();
    stage.keys("e");
    assert!(!is_typing(&stage));
    says(
        &stage,
        "Your note: change its words on the day (Esc, then Up to it).",
    );
    stage.keys("<Down>e");
    assert!(!is_typing(&stage));
    says(
        &stage,
        "Not written here: its words stay. 1-9 or n uses it, x sets it aside.",
    );
    stage.keys("<Del>");
    says(&stage, "It is in no finding. Notes are kept: x sets one aside.");
    assert_eq!((of(&stage).board().notes(), of(&stage).board().loose()), (80, 80));
}

#[test]
fn whoever_filters_from_among_the_findings_is_among_the_notes() {
    let mut stage = page();
    stage.keys("<Tab>fgroup 2<Enter>");
    assert_eq!(of(&stage).side(), Side::Evidence);
}

#[test]
fn claims_pasted_as_a_list_come_in_one_by_one_also_where_one_was_to_be_typed() {
    let mut stage = page();
    let list: Vec<String> = (1..=10)
        .map(|nth| format!("{nth}.\tClaim number {nth}\r\n"))
        .collect();
    let list = list.concat();
    stage.keys("c");
    stage.paste(&list);
    assert!(!is_typing(&stage));
    says(&stage, "10 claims added.");
    let claims = |stage: &Stage| -> Vec<String> {
        let board = of(stage).board();
        board
            .claims()
            .map(|claim| claim.finding.statement.clone())
            .collect()
    };
    assert_eq!(claims(&stage).len(), 10);
    assert_eq!(claims(&stage)[9], "Claim number 10");
    stage.keys("<Tab><End>");
    stage.paste("\u{2022}\tBooks show progress\n\u{2022}\tTalk is about maths\n");
    assert_eq!(
        claims(&stage)[10..],
        ["Books show progress", "Talk is about maths"]
    );
    stage.keys("<C-z><C-z>");
    assert_eq!(claims(&stage).len(), 0, "each paste is one deed");
}
