//! The lists of the board: one number for a finding wherever it is named, levels and judgements that are asked for, and
//! findings that go from one list to another.

use knownow::{
    app::{
        Overlay,
        findings::{FindingsPage, Side, Spot},
        page::Page,
    },
    domain::{
        conduct::session::{Concern, FindingPlace},
        finding::{Finding, FindingKind},
        finding_lists::OneFor,
        findings_board::{FindingsBoard, Use},
        ids::{FieldId, ListId, RecordId, WriterId},
        note::NoteKind,
        record::Record,
        records::{Entry, Records},
    },
    storage::{catalogue, files::model_file::read_model, files::plan_file::write_plan},
};

use uuid::Uuid;

use crate::stage::{Source, Stage, plan_of};

const EIGHTY: &str = "half-day-maths-80-notes";
const OPEN: &str = "<C-k>findings: from<Enter>";

fn page() -> Stage {
    let mut stage = Stage::new(EIGHTY, "Facilitator", "2026-12-01 11:20");
    stage.keys(OPEN);
    stage
}

/// The eighty notes under the rules of another model.
fn under(model: &str, text: &str) -> Stage {
    let model = read_model(std::path::Path::new(model), text.as_bytes()).expect("a model");
    let mut source = Source::called(EIGHTY);
    let mut plan = plan_of(&source);
    plan.rules = model.rules;
    source.plan = write_plan(&plan).expect("a plan");
    let mut stage = Stage::in_memory(&source, "Facilitator", "2026-12-01 11:20");
    stage.keys(OPEN);
    stage
}

fn two_day() -> Stage {
    let model = catalogue::models()
        .iter()
        .find(|(id, _)| *id == "two-day-quality-review");
    let (id, text) = model.expect("the model");
    under(id, text)
}

fn of(stage: &Stage) -> &FindingsPage {
    match &stage.model.page {
        Some(Page::Findings(page)) => page,
        _ => panic!("the page of the findings is not open"),
    }
}

fn says(stage: &Stage, words: &str) {
    let screen = stage.screen(120, 36);
    assert!(screen.contains(words), "{words:?} is not on\n{screen}");
}

fn list(stage: &Stage, list: &str) -> Vec<(RecordId, Finding)> {
    let (board, list) = (FindingsBoard::of(&stage.saved().records), ListId::new(list));
    let found = board.listed(&list).map(|found| (found.id, found.finding.clone()));
    found.collect()
}

fn to(stage: &mut Stage, wanted: &Spot) {
    if of(stage).side() == Side::Evidence {
        stage.keys("<Tab>");
    }
    stage.keys("<Home>");
    let at = of(stage).lines().iter().position(|line| line.spot == *wanted);
    let at = at.unwrap_or_else(|| panic!("no {wanted:?} on\n{}", stage.screen(120, 36)));
    for _ in 0..500 {
        if of(stage).spot() == wanted {
            return;
        }
        stage.keys("<Down>");
    }
    panic!("{wanted:?}, the line {at}, is not reached");
}

fn to_list(stage: &mut Stage, list: &str) {
    to(stage, &Spot::List(ListId::new(list)));
}

/// Ends whatever is asked next.
fn nothing_more(stage: &mut Stage) {
    while stage.model.overlay.is_some() {
        stage.keys("<Esc>");
    }
}

/// Puts the cursor among the notes on one of this kind that is free, and gives it.
fn to_note(stage: &mut Stage, kind: NoteKind) -> RecordId {
    if of(stage).side() == Side::Findings {
        stage.keys("<Tab>");
    }
    stage.keys("<Home>");
    for _ in 0..80 {
        let note = of(stage).notes()[of(stage).place()];
        let is_free = of(stage).board().use_of(note) == Some(&Use::Loose) && !of(stage).is_marked(note);
        let known = stage.day().records.notes.get(note).expect("a note");
        if known.body.kind == kind && is_free {
            return note;
        }
        stage.keys("<Down>");
    }
    panic!("no free note of {kind:?}");
}

fn mark(stage: &mut Stage, kinds: &[NoteKind]) {
    for kind in kinds {
        to_note(stage, *kind);
        stage.keys(" ");
    }
}

/// Two findings in each list, and one on each subject, the last one first.
fn fill(stage: &mut Stage) {
    let plan = stage.day().today.plan.clone();
    for found in plan.rules.findings.iter() {
        let subjects = found.subjects(&plan).len();
        let turns: Vec<usize> = match found.one_for {
            OneFor::Free => vec![0, 0],
            _ => (0..subjects).rev().collect(),
        };
        for (nth, down) in turns.into_iter().enumerate() {
            to(stage, &Spot::List(found.id.clone()));
            stage.keys("n");
            if found.one_for != OneFor::Free {
                stage.keys(&"<Down>".repeat(down));
                stage.keys("<Enter>");
            }
            stage.keys(&format!("Saying {nth} of {}<Enter>", found.id));
            nothing_more(stage);
        }
    }
}

/// That the place is named as the board numbers it, and that keys go to it.
fn is_the_boards(stage: &Stage, place: &FindingPlace, model: &str) {
    let page = of(stage);
    let spot = page.spot();
    assert_eq!(spot.finding(), Some(place.finding), "{model}: {place:?}");
    let line = page
        .lines()
        .iter()
        .find(|line| line.spot == Spot::Finding(place.finding));
    let line = line.unwrap_or_else(|| panic!("{model}: no line of {place:?}"));
    assert_eq!(line.number, Some(place.number), "{model}: {place:?}");
    let said = &page
        .board()
        .get(place.finding)
        .expect("a finding")
        .finding
        .statement;
    assert_eq!(*said, place.statement, "{model}");
}

#[test]
fn the_check_has_the_numbers_of_the_board_and_goes_there_in_every_list_of_every_model() {
    for (model, text) in catalogue::models() {
        let mut stage = under(model, text);
        fill(&mut stage);
        stage.keys("k");
        let places: Vec<FindingPlace> = stage
            .model
            .check
            .concerns()
            .iter()
            .filter_map(|concern: &Concern| concern.place.clone())
            .chain(stage.model.check.not_agreed().iter().cloned())
            .collect();
        let rows = stage.model.check.concerns().len() + stage.model.check.not_agreed().len();
        assert!(places.len() > 6, "{model}");
        let mut seen = 0;
        for row in 0..rows {
            stage.keys("<Home>");
            stage.keys(&"<Down>".repeat(row));
            let check = &stage.model.check;
            let concern = check.concerns().get(row);
            let place = match concern {
                Some(concern) => concern.place.clone(),
                None => check.not_agreed().get(row - check.concerns().len()).cloned(),
            };
            let Some(place) = place else { continue };
            let screen = stage.screen(120, 36);
            assert!(
                screen.contains(&format!("Finding {} (", place.number)),
                "{model} {place:?}:\n{screen}"
            );
            stage.keys("<Enter>");
            is_the_boards(&stage, &place, model);
            stage.keys("k");
            seen += 1;
        }
        assert_eq!(seen, places.len(), "{model}");
    }
}

#[test]
fn a_standard_without_a_level_is_asked_for_one_and_the_check_lists_it() {
    let mut stage = two_day();
    to_list(&mut stage, "standards");
    stage.keys("n<Down><Enter>Books show it<Enter>");
    assert!(matches!(stage.model.overlay, Some(Overlay::Picker(_))));
    says(&stage, "Where does it stand?");
    stage.keys("<Esc>a");
    says(&stage, "Agreed, but still missing: Extent evident");
    stage.keys("k");
    says(&stage, "no level: Extent evident");
    let lacks = |stage: &Stage| {
        let concerns = stage.model.check.concerns().iter();
        concerns
            .filter(|concern| stage_gap(concern) == Some("no-level"))
            .count()
    };
    assert_eq!(lacks(&stage), 1);
    while stage_gap(&stage.model.check.concerns()[stage.model.check.place()]) != Some("no-level") {
        stage.keys("<Down>");
    }
    stage.keys("<Enter>");
    assert!(matches!(of(&stage).spot(), Spot::Level(_)));
    stage.keys("e<Enter>");
    assert!(!list(&stage, "standards")[0].1.level.is_empty());
    stage.keys("k");
    assert_eq!(lacks(&stage), 0);
}

fn stage_gap(concern: &Concern) -> Option<&'static str> {
    match &concern.what {
        knownow::domain::conduct::session::ConcernKind::Gap(gap) => Some(gap.reason.word()),
        knownow::domain::conduct::session::ConcernKind::Breach(..) => None,
    }
}

#[test]
fn a_claim_that_nobody_judged_is_asked_for_and_one_key_away() {
    let mut stage = page();
    stage.keys("cPupils talk about maths<Enter>k");
    says(&stage, "not judged yet");
    let is_it = |stage: &Stage| {
        let check = &stage.model.check;
        check.chosen().and_then(stage_gap) == Some("not-judged")
    };
    while !is_it(&stage) {
        stage.keys("<Down>");
    }
    stage.keys("<Enter>");
    assert!(matches!(of(&stage).spot(), Spot::Claim(_)));
    assert!(stage.model.overlay.is_none());
    stage.keys("<Enter><Enter>seen in five classes<Enter>k");
    let open = stage.model.check.concerns().iter();
    assert_eq!(
        open.filter(|concern| stage_gap(concern) == Some("not-judged"))
            .count(),
        0
    );
}

#[test]
fn marked_notes_of_mixed_kinds_begin_where_most_of_them_belong() {
    let mut stage = page();
    // Plain evidence begins no finding of its own, and does not outvote what does.
    mark(
        &mut stage,
        &[
            NoteKind::Evidence,
            NoteKind::Evidence,
            NoteKind::Evidence,
            NoteKind::Development,
        ],
    );
    stage.keys("n");
    assert_eq!(
        (list(&stage, "strengths").len(), list(&stage, "areas").len()),
        (0, 1)
    );
    says(&stage, "New under Areas for development: 1 \"");
    assert_eq!(list(&stage, "areas")[0].1.evidence.len(), 4);
}

#[test]
fn as_many_of_two_kinds_are_asked_about() {
    let mut stage = page();
    mark(&mut stage, &[NoteKind::Strength, NoteKind::Development]);
    stage.keys("n");
    says(&stage, "Notes of several kinds: begin it in which list?");
    stage.keys("areas<Enter>");
    assert_eq!(
        (list(&stage, "strengths").len(), list(&stage, "areas").len()),
        (0, 1)
    );
    assert_eq!(list(&stage, "areas")[0].1.evidence.len(), 2);
    assert_eq!(of(&stage).marked(), 0);
}

#[test]
fn a_finding_goes_to_another_list_with_all_it_has_and_back_by_undo() {
    let mut stage = page();
    to_note(&mut stage, NoteKind::Development);
    stage.keys("n<Tab>e<C-u>Waits for help<Enter>Few checks<Enter>Time is lost<Enter>Check sooner<Enter>");
    nothing_more(&mut stage);
    stage.keys("a");
    let (id, before) = list(&stage, "areas")[0].clone();
    assert!(before.agreed);
    stage.keys("v");
    says(&stage, "Now under Strengths: 1 \"Waits for help\".");
    let (moved, after) = list(&stage, "strengths")[0].clone();
    assert_eq!((moved, after.agreed, list(&stage, "areas").len()), (id, false, 0));
    assert_eq!(
        (&after.evidence, &after.fields),
        (&before.evidence, &before.fields)
    );
    assert_eq!(of(&stage).spot().finding(), Some(id), "the cursor goes with it");
    says(&stage, "Time is lost");
    stage.keys("<C-z>");
    assert_eq!(list(&stage, "areas"), [(id, before)]);
    assert_eq!(of(&stage).spot().finding(), Some(id));
}

#[test]
fn the_answer_to_a_question_stays_with_it_and_several_lists_are_asked_about() {
    let mut stage = page();
    to_list(&mut stage, "answers");
    stage.keys("n<Enter>It helps most pupils<Enter>v");
    says(&stage, "It answers what its list asks for, and stays there.");
    let mut stage = two_day();
    to_list(&mut stage, "questions");
    stage.keys("nWhat comes next?<Enter>v");
    says(&stage, "Into which list?");
    stage.keys("priorities<Enter>");
    assert_eq!(
        (list(&stage, "questions").len(), list(&stage, "priorities").len()),
        (0, 1)
    );
}

#[test]
fn n_on_the_answers_asks_on_which_question_and_keeps_the_sentence() {
    let mut stage = page();
    to_list(&mut stage, "answers");
    stage.keys("n");
    says(&stage, "On what?");
    stage.keys("<Down><Enter>Most pupils explain<Enter>");
    let answers = list(&stage, "answers");
    assert_eq!(answers.len(), 1);
    assert_eq!(answers[0].1.statement, "Most pupils explain");
    assert!(matches!(answers[0].1.kind, FindingKind::About(..)));
    // Said already, it is opened with what stands there.
    to_list(&mut stage, "answers");
    stage.keys("n<Down><Enter> aloud<Enter>");
    assert_eq!(
        list(&stage, "answers")[0].1.statement,
        "Most pupils explain aloud"
    );
}

#[test]
fn a_search_is_for_what_notes_say_and_a_second_one_begins_anew() {
    let mut stage = page();
    stage.keys("/facilitator<Enter>");
    let has_the_word = |stage: &Stage, note: &RecordId| {
        let note = stage.day().records.notes.get(*note).expect("a note");
        let prompt = note.body.place.prompt.as_ref();
        let prompt = prompt.map_or("", |prompt| prompt.words.as_str());
        format!("{} {prompt}", note.body.text)
            .to_lowercase()
            .contains("facilitator")
    };
    let all_do = |stage: &Stage| of(stage).notes().iter().all(|note| has_the_word(stage, note));
    assert!(all_do(&stage), "who wrote a note is no word of it");
    stage.keys("/");
    says(&stage, "/facilitator (typing replaces it)");
    stage.keys("board");
    assert_eq!(of(&stage).sought().query, "board");
    stage.keys("<Enter>/<BS>");
    assert_eq!(of(&stage).sought().query, "");
    stage.keys("<Esc>");
    assert!(stage.model.page.is_some());
}

#[test]
fn what_is_taken_out_counts_the_notes_that_are_free_by_it_and_undo_stands_on_it() {
    let mut stage = page();
    let shared = to_note(&mut stage, NoteKind::Development);
    stage.keys("n");
    mark(&mut stage, &[NoteKind::Development]);
    stage.keys("n");
    // The first note speaks for both.
    stage.keys("/<Enter>");
    while of(&stage).notes()[of(&stage).place()] != shared {
        stage.keys("<Down>");
    }
    stage.keys("2");
    says(&stage, "1 note filed into 2 \"");
    stage.keys("<Tab>2<Del>");
    says(&stage, "; 1 note free. Ctrl+Z brings it back.");
    stage.keys("<Home><C-z>");
    let second = list(&stage, "areas")[1].0;
    assert_eq!(of(&stage).spot(), &Spot::Finding(second));
}

#[test]
fn a_note_says_in_which_finding_it_is_and_the_row_below_a_finding_how_it_is_taken_out() {
    let mut stage = page();
    let first = to_note(&mut stage, NoteKind::Strength);
    stage.keys("n<Tab>");
    let finding = list(&stage, "strengths")[0].0;
    to(&mut stage, &Spot::Finding(finding));
    stage.keys("<Down><Del>");
    says(
        &stage,
        "t shows its notes: there Delete takes one out of this finding.",
    );
    stage.keys("t");
    assert_eq!(of(&stage).notes(), [first]);
    let row = stage
        .screen(80, 24)
        .lines()
        .find(|line| line.contains('>'))
        .map(str::to_owned);
    assert!(
        row.as_ref().is_some_and(|row| row.trim_end().ends_with(" 1")),
        "{row:?}"
    );
    stage.keys("<Del>");
    says(&stage, "1 note taken out of 1 \"");
    assert_eq!(of(&stage).board().use_of(first), Some(&Use::Loose));
}

#[test]
fn a_new_step_is_in_sight_in_a_small_window() {
    let mut stage = page();
    to_note(&mut stage, NoteKind::Development);
    stage.keys("n<Tab>");
    let area = list(&stage, "areas")[0].0;
    to(&mut stage, &Spot::Finding(area));
    stage.keys("wGo back at once<Enter><Enter><Enter>");
    let step = list(&stage, "areas")[0].1.steps[0].id;
    assert_eq!(of(&stage).spot(), &Spot::Step(area, step));
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Go back at once"), "{screen}");
    assert_eq!(list(&stage, "areas")[0].1.field(&FieldId::new("fix")), "");
}

#[test]
fn a_standard_without_a_finding_is_on_the_list_and_one_key_from_its_place() {
    let mut stage = two_day();
    let note = to_note(&mut stage, NoteKind::Question);
    stage.keys("n");
    nothing_more(&mut stage);
    assert!(matches!(of(&stage).board().use_of(note), Some(Use::Used(_))));
    stage.keys("k");
    let open = |stage: &Stage| {
        let concerns = stage.model.check.concerns().iter();
        concerns.filter(|concern| concern.nothing_on().is_some()).count()
    };
    assert_eq!(open(&stage), 4);
    while stage.model.check.chosen().and_then(Concern::nothing_on).is_none() {
        stage.keys("<Down>");
    }
    says(&stage, "nothing found on it yet");
    stage.keys("<Enter>");
    let standards = ListId::new("standards");
    assert!(
        matches!(of(&stage).spot(), Spot::Subject(list, _) if *list == standards),
        "{:?}",
        of(&stage).spot()
    );
    stage.keys("eWritten down and known<Enter>");
    nothing_more(&mut stage);
    stage.keys("k");
    assert_eq!(open(&stage), 3);
}

#[test]
fn the_cursor_stays_on_where_people_differ_when_another_difference_goes() {
    let mut stage = page();
    to_note(&mut stage, NoteKind::Strength);
    stage.keys("n");
    let first = of(&stage).spot().clone();
    to_note(&mut stage, NoteKind::Strength);
    stage.keys("n");
    to_note(&mut stage, NoteKind::Strength);
    stage.keys("-");
    to(&mut stage, &first);
    let against = to_note(&mut stage, NoteKind::Strength);
    stage.keys("-");
    let before = of(&stage).board().differences().to_vec();
    let last = before.len() - 1;
    to(&mut stage, &Spot::Difference(last));
    stage.keys("<Tab><Home>");
    while of(&stage).notes()[of(&stage).place()] != against {
        stage.keys("<Down>");
    }
    stage.keys("<Del>");
    let left = of(&stage).board().differences();
    assert_eq!((left.len(), left.last()), (last, before.last()));
    assert_eq!(*of(&stage).spot(), Spot::Difference(last - 1));
}

#[test]
fn a_finding_in_no_list_of_the_model_is_on_the_board_and_in_the_check_and_moves_to_a_list() {
    let mut stage = page();
    let kind = FindingKind::Listed(ListId::new("risks"));
    let (id, writer) = (RecordId(Uuid::from_u128(0xF1)), WriterId(Uuid::from_u128(0xF2)));
    let mut records = Records::default();
    records.join(Entry::Finding(Record {
        id,
        writer,
        rev: 1,
        deleted: false,
        seq: 1,
        edited_at: stage.now,
        came_from: Vec::new(),
        body: Finding::new(kind, "Leaders know where the risk is"),
    }));
    stage.receives(writer, &records);
    stage.looks();
    to(&mut stage, &Spot::Finding(id));
    says(&stage, "Other findings");
    says(&stage, "in no list of this model");

    // Behind the four questions on which nothing is found yet.
    stage.keys("k<Down><Down><Down><Down>");
    says(&stage, "in no list of this model");
    says(&stage, "(Other findings)");
    stage.keys("<Enter>");
    assert_eq!(*of(&stage).spot(), Spot::Finding(id));
    stage.keys("v");
    says(&stage, "Into which list?");
    stage.keys("<Enter>");
    let lists = stage.model.day().expect("a day").plan.rules.findings.clone();
    let here = of(&stage)
        .board()
        .get(id)
        .and_then(|on_board| on_board.finding.list());
    assert!(lists.get(here.expect("a list")).is_some());
    assert!(!stage.screen(120, 36).contains("in no list"));
}
