//! The page of the findings: keys in, the screen and the records on the disk out.

use std::collections::BTreeSet;

use knownow::{
    app::{
        findings::{FindingsPage, Side, Spot},
        message::{Message, ReadOnly},
        page::Page,
    },
    domain::{
        finding::{Finding, FindingKind, SignOff, Stance},
        findings_board::{FindingsBoard, Use},
        ids::{FieldId, ListId, PersonId, RecordId, WriterId},
        note::NoteKind,
        record::Record,
        records::{Entry, Records},
        signing::{Signed, sign_offs},
    },
};
use uuid::Uuid;

use crate::stage::{Stage, shows};

const EIGHTY: &str = "half-day-maths-80-notes";

/// The page of the findings at the discussion, opened from the palette.
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

/// The board as a program that starts now would find it on the disk.
fn on_disk(stage: &Stage) -> FindingsBoard {
    FindingsBoard::of(&stage.saved().records)
}

fn list(stage: &Stage, list: &str) -> Vec<Finding> {
    let (board, list) = (on_disk(stage), ListId::new(list));
    board.listed(&list).map(|found| found.finding.clone()).collect()
}

/// The note under the cursor.
fn note(stage: &Stage) -> RecordId {
    of(stage).notes()[of(stage).place()]
}

fn kind(stage: &Stage) -> NoteKind {
    let note = stage.day().records.notes.get(note(stage)).expect("a note");
    note.body.kind
}

fn says(stage: &Stage, words: &str) {
    let screen = stage.screen(80, 24);
    assert!(screen.contains(words), "{words:?} is not on\n{screen}");
}

/// Presses keys one after the other; gives how many they were.
fn press(stage: &mut Stage, keys: &[&str]) -> usize {
    for key in keys {
        stage.keys(key);
    }
    keys.len()
}

#[test]
fn evidence_and_findings_stand_beside_each_other() {
    shows("findings", &page().screens());
}

#[test]
fn a_draft_is_in_the_notes_own_words() {
    let mut stage = page();
    stage.keys("d");
    shows("findings_draft", &stage.screens());
    let notes = &stage.day().records.notes;
    let board = on_disk(&stage);
    for finding in board.findings().map(|on_board| &on_board.finding) {
        let said = &finding.statement;
        assert!(notes.live().any(|note| note.body.text == *said), "{said}");
        if matches!(finding.kind, FindingKind::About(..)) {
            continue;
        }
        // Each is one thing: what speaks for it is of one kind, plain facts apart, and more than somebody's word alone.
        let of_it = finding.evidence.iter().filter_map(|id| notes.get(*id));
        let kinds: BTreeSet<_> = of_it
            .map(|note| note.body.kind)
            .filter(|kind| *kind != NoteKind::Evidence)
            .collect();
        assert_eq!(kinds.len(), 1, "{said}");
        assert!(finding.evidence.len() > 1, "{said}: somebody's word alone");
    }
}

#[test]
fn eighty_notes_become_an_agreed_set_at_two_keys_a_note_at_most() {
    let mut stage = page();
    let mut keys = press(&mut stage, &["d"]);
    let mut reason_typed = false;
    let mut nth = 0;
    while of(&stage).board().loose() > 0 {
        nth += 1;
        keys += match kind(&stage) {
            NoteKind::Strength => press(&mut stage, &[["1", "2", "3", "4", "5"][nth % 5]]),
            NoteKind::Development => press(&mut stage, &[["6", "7", "8"][nth % 3]]),
            _ if reason_typed => press(&mut stage, &["x", "<Enter>"]),
            _ => {
                reason_typed = true;
                stage.keys("xbackground<Enter>");
                2
            }
        };
        assert!(nth <= 80, "every turn files a note");
    }
    keys += press(&mut stage, &["<Tab>", "<Home>"]);
    for _ in 0..20 {
        keys += press(&mut stage, &["<Right>"]);
        // Behind the last finding the key goes nowhere, and `a` would take back what was agreed.
        let chosen = of(&stage)
            .spot()
            .finding()
            .and_then(|id| of(&stage).board().get(id));
        let agrees = of(&stage).lines()[of(&stage).line()].number.is_some()
            && chosen.is_some_and(|on_board| !on_board.finding.agreed);
        if agrees {
            keys += press(&mut stage, &["a"]);
        }
    }
    let board = on_disk(&stage);
    assert_eq!((board.loose(), board.notes()), (0, 80));
    let agreed = board.findings().filter(|found| found.finding.agreed).count();
    assert_eq!((agreed, board.findings().count()), (11, 11));
    assert!(keys <= 2 * 80, "{keys} keys for 80 notes, agreed");
    shows("findings_agreed", &format!("{keys} keys\n{}", stage.screens()));
}

#[test]
fn a_note_is_filed_and_the_next_one_is_under_the_cursor() {
    let mut stage = page();
    let first = note(&stage);
    stage.keys("n");
    let second = note(&stage);
    assert_ne!(first, second);
    let found = list(&stage, "strengths");
    assert_eq!(found[0].evidence, [first]);
    stage.keys("  <Enter>");
    assert_eq!(list(&stage, "strengths")[0].evidence.len(), 3);
    assert_eq!(list(&stage, "strengths")[0].evidence[1], second);
    stage.keys("-");
    assert_eq!(list(&stage, "strengths")[0].against.len(), 1);
    says(&stage, "1 note filed as speaking against 1 \"");
    says(&stage, "76 of 80 notes neither used nor set aside");
    let files = stage.files();
    let findings = files
        .lines()
        .filter(|line| line.trim_start().starts_with("(kind: listed"));
    shows("findings_files", &findings.collect::<Vec<_>>().join("\n"));
}

#[test]
fn deeds_are_undone_and_done_again_and_outlive_the_program() {
    let mut stage = page();
    stage.keys("dx");
    stage.keys("off the line<Enter>3");
    let board = of(&stage).board().clone();
    stage.keys("<C-z>");
    says(&stage, "Undone: filing 1 note (\"");
    stage.keys("<C-z>");
    says(&stage, "Undone: setting 1 note aside.");
    stage.keys("<C-z>");
    assert_eq!(of(&stage).board().loose(), 80);
    stage.keys("<C-z>");
    says(&stage, "There is nothing to undo in this sitting.");
    stage.keys("<C-y><C-y><C-y>");
    assert_eq!(of(&stage).board(), &board);
    stage.die_and_reopen();
    stage.keys("<C-k>findings: from<Enter>");
    assert_eq!(of(&stage).board(), &board);
}

#[test]
fn the_reason_is_remembered_for_the_next_note() {
    let mut stage = page();
    stage.keys("xbackground<Enter>");
    stage.keys("x<Enter>");
    let board = on_disk(&stage);
    let aside = stage
        .day()
        .records
        .notes
        .live()
        .filter(|note| board.use_of(note.id) == Some(&Use::Aside("background".into())));
    assert_eq!(aside.count(), 2);
    stage.keys("x<BS><BS><BS><BS><BS><BS><BS><BS><BS><BS><Enter>");
    says(&stage, "That needs words.");
}

#[test]
fn from_a_finding_to_its_notes_and_back_in_one_key() {
    let mut stage = page();
    stage.keys("d<Tab><Down>");
    let finding = of(&stage).spot().clone();
    assert!(matches!(finding, Spot::Finding(_)));
    stage.keys("t");
    assert_eq!((of(&stage).side(), of(&stage).notes().len()), (Side::Evidence, 4));
    shows("findings_trace", &stage.screen(80, 24));
    stage.keys("t");
    assert_eq!((of(&stage).side(), of(&stage).spot()), (Side::Findings, &finding));
    assert_eq!(of(&stage).notes().len(), 80);
    stage.keys("<Tab><End>");
    let used = note(&stage);
    stage.keys("t");
    let there = of(&stage).spot().finding().expect("a finding");
    assert_eq!(of(&stage).board().use_of(used), Some(&Use::Used(vec![there])));
    stage.keys("t");
    assert_eq!((of(&stage).side(), note(&stage)), (Side::Evidence, used));
}

#[test]
fn typing_after_a_slash_narrows_and_a_filter_shows_what_belongs_together() {
    let mut stage = page();
    stage.keys("/whiteboard");
    says(&stage, "/whiteboard");
    let found = of(&stage).notes().len();
    assert!(found > 0 && found < 20, "{found}");
    stage.keys("<Enter>n");
    assert_eq!(of(&stage).board().findings().count(), 1, "letters are keys again");
    stage.keys("<Esc>");
    assert_eq!(of(&stage).notes().len(), 80);
    stage.keys("f");
    shows("findings_filter", &stage.screen(80, 24));
    stage.keys("year 6<Enter>");
    assert!(of(&stage).sought().narrows());
    assert!(of(&stage).notes().len() < 20);
    stage.keys("<Esc><Esc>");
    assert!(stage.model.page.is_none(), "Esc at last goes back to the day");
}

#[test]
fn an_area_is_worded_field_by_field_with_steps_and_other_words_take_agreement_back() {
    let mut stage = page();
    stage.keys("/boards up, lots wrong<Enter>n<Esc>");
    stage.keys("e");
    stage.keys(&"<BS>".repeat(200));
    stage.keys("Not every check is acted upon<Enter>");
    says(&stage, "What is the issue?");
    stage.keys("The class moves on<Enter>Gaps stay open<Enter>Go back at once<Enter>");
    stage.keys("wAgree what follows a check<Enter>Maths lead<Enter>31/2/2027<Enter>");
    says(&stage, "is no day");
    stage.keys(&"<BS>".repeat(9));
    stage.keys("15 Jan 2027<Enter>a");
    let area = &list(&stage, "areas")[0];
    assert_eq!(area.statement, "Not every check is acted upon");
    assert_eq!(area.field(&FieldId::new("impact")), "Gaps stay open");
    assert_eq!(area.steps[0].who, "Maths lead");
    assert_eq!(
        area.steps[0].by.as_ref().map(ToString::to_string),
        Some("2027-01-15".into())
    );
    assert!(area.agreed);
    shows("findings_area", &stage.screens());
    stage.keys("<Tab><Up><Up><Up>e everywhere<Enter>");
    says(&stage, "Changed: no longer agreed until a is pressed again.");
    assert!(!list(&stage, "areas")[0].agreed);
    assert_eq!(
        list(&stage, "areas")[0].field(&FieldId::new("issue")),
        "The class moves on everywhere"
    );
}

#[test]
fn findings_are_merged_split_moved_and_taken_out() {
    let mut stage = page();
    stage.keys("d<Tab><Home>");
    let strengths = list(&stage, "strengths");
    while of(&stage).spot().finding().is_none() {
        stage.keys("<Down>");
    }
    stage.keys(" <Right>g");
    let merged = &list(&stage, "strengths")[0];
    assert_eq!(
        merged.evidence.len(),
        strengths[0].evidence.len() + strengths[1].evidence.len()
    );
    assert!(merged.statement.contains(&strengths[0].statement));
    stage.keys("ts");
    says(&stage, "Split off: ");
    assert_eq!(list(&stage, "strengths").len(), 5);
    stage.keys("<Esc><Tab>[");
    assert_eq!(
        list(&stage, "strengths")[3].evidence.len(),
        1,
        "the split-off one moved up"
    );
    let loose = of(&stage).board().loose();
    stage.keys("<Del>");
    assert_eq!(list(&stage, "strengths").len(), 4);
    assert_eq!(of(&stage).board().loose(), loose + 1);
}

#[test]
fn the_schools_own_claims_are_pasted_and_judged() {
    let mut stage = page();
    stage.paste("Every pupil takes part");
    says(&stage, "Pasting adds claims: go to the school's own view first.");
    stage.keys("<Tab><End>");
    stage.paste("Every pupil takes part\n\nBooks show progress\r\nEvery pupil takes part\n");
    stage.keys("<Down><Enter>in part<Enter>not in Year 2<Enter>");
    let board = on_disk(&stage);
    let claims: Vec<_> = board
        .claims()
        .map(|claim| (claim.finding.statement.as_str(), &claim.finding.kind))
        .collect();
    let judged = FindingKind::Claim(Some(Stance::InPart));
    assert_eq!(
        claims,
        [
            ("Every pupil takes part", &judged),
            ("Books show progress", &FindingKind::Claim(None))
        ]
    );
    shows("findings_claims", &stage.screen(80, 24));
}

#[test]
fn two_wordings_come_first_and_one_is_chosen_with_the_notes_of_both() {
    let mut stage = page();
    stage.keys("dn");
    let list = ListId::new("strengths");
    let finding = of(&stage).board().listed(&list).next().expect("a finding").id;
    let mut theirs = stage
        .day()
        .records
        .findings
        .get(finding)
        .expect("a finding")
        .clone();
    theirs.writer = WriterId(Uuid::from_u128(0xffff_ffff_ffff_ffff_ffff_ffff_ffff));
    theirs.body.statement = "Everyone takes part, everywhere".into();
    theirs.body.evidence = vec![note(&stage)];
    let mut heard = Records::default();
    heard.join(Entry::Finding(theirs));
    stage.take(Message::Found(heard));
    shows("findings_worded_apart", &stage.screen(120, 36));
    stage.keys("1");
    says(
        &stage,
        "Worded apart by two people: choose a wording first, at the top.",
    );
    stage.keys("<Tab><Home><Down>");
    stage.keys("<Enter>");
    let board = of(&stage).board();
    assert!(board.worded_apart().next().is_none());
    assert_eq!(board.get(finding).expect("a finding").finding.evidence.len(), 5);
}

#[test]
fn undo_leaves_what_others_have_made_of_it() {
    let mut stage = page();
    stage.keys("n");
    let finding = of(&stage).board().findings().next().expect("a finding").id;
    let mut theirs = stage
        .day()
        .records
        .findings
        .get(finding)
        .expect("a finding")
        .clone();
    theirs.writer = WriterId(Uuid::from_u128(7));
    theirs.rev += 1;
    theirs.body.statement = "In their words".into();
    let mut heard = Records::default();
    heard.join(Entry::Finding(theirs));
    stage.take(Message::Found(heard));
    stage.keys("<C-z>");
    says(&stage, "Changed by somebody else since; not taken back.");
    assert!(of(&stage).board().get(finding).is_some());
}

#[test]
fn the_parts_of_the_line_of_enquiry_are_pinned_on_a_small_screen_and_shown_whole_by_one_key() {
    let mut stage = page();
    let parts: Vec<String> = {
        let lines = &stage.day().plan.agreement.lines_of_enquiry;
        let parts = lines.iter().flat_map(|line| &line.sub_questions);
        parts.map(|part| part.text.clone()).collect()
    };
    assert!(parts.len() > 1);
    let pinned = stage.screen(80, 24);
    for part in &parts {
        let start: String = part.chars().take(14).collect();
        assert!(
            pinned.lines().take(4).any(|line| line.contains(&start)),
            "{start}\n{pinned}"
        );
    }
    stage.keys("l");
    let whole = stage.screen(80, 24);
    let words = whole.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in &parts {
        assert!(words.contains(part), "{part}\n{whole}");
    }
    shows("findings_enquiry", &whole);
    stage.keys("l");
    assert_eq!(stage.screen(80, 24), pinned);
}

#[test]
fn private_notes_are_never_on_the_page() {
    let mut stage = Stage::new(EIGHTY, "Facilitator", "2026-12-01 11:20");
    stage.keys("> only for my own school<Enter>");
    stage.keys("<C-k>findings: from<Enter>");
    assert_eq!(of(&stage).board().notes(), 80);
    stage.keys("/own school");
    assert!(!stage.screen(120, 36).contains("only for my own school"));
}

#[test]
fn a_session_that_can_only_be_read_shows_the_page_and_writes_nothing() {
    let why = ReadOnly::HeldBy("another window".into());
    let mut stage = Stage::read_only(EIGHTY, "Facilitator", "2026-12-01 11:20", why);
    stage.keys("<C-k>findings: from<Enter>dn1x");
    says(&stage, "Nothing can be written here");
    assert_eq!(on_disk(&stage).findings().count(), 0);
    assert!(stage.model.overlay.is_none());
}

#[test]
fn the_two_day_model_says_how_far_each_standard_is_evident() {
    let mut stage = Stage::new("two-day-quality", "Reviewer 1", "2026-11-10 09:20");
    stage.keys("+ marking says what to do next<Enter>- two curricula side by side<Enter>");
    stage.keys("<C-k>findings: from<Enter>");
    stage.keys("n");
    says(&stage, "Choose a finding first: Left and Right, or its number.");
    assert_eq!(
        on_disk(&stage).findings().count(),
        0,
        "a strength is no recommendation"
    );
    stage.keys("1n");
    stage.keys("<Tab><Home>");
    while !matches!(of(&stage).spot(), Spot::Level(_)) {
        stage.keys("<Down>");
    }
    stage.keys("<Enter>largely<Enter>");
    let standards = list(&stage, "standards");
    assert_eq!(
        standards[0].kind,
        FindingKind::About(ListId::new("standards"), "Assessment".into())
    );
    assert_eq!(
        (standards[0].level.as_str(), standards[0].evidence.len()),
        ("largely evident", 1)
    );
    assert_eq!(list(&stage, "recommendations").len(), 1);
    shows("findings_two_days", &stage.screens());
}

#[test]
fn all_notes_that_are_shown_are_filed_or_set_aside_at_once() {
    let mut stage = page();
    stage.keys("d");
    stage.keys("/two pairs<Enter>");
    assert!(
        of(&stage).notes().len() < 20,
        "letters scattered over a note find nothing"
    );
    stage.keys("m");
    assert_eq!(of(&stage).marked(), 1, "and one unused note has both words");
    says(&stage, "1 note marked. m takes the marks away.");
    stage.keys("m");
    assert_eq!(of(&stage).marked(), 0);
    stage.keys("<Esc>fquestions<Enter>m");
    assert_eq!(of(&stage).marked(), 8);
    let loose = of(&stage).board().loose();
    stage.keys("6<Esc>");
    let left = of(&stage).board().loose();
    assert_eq!(left, loose - 8);
    stage.keys("m");
    assert_eq!(of(&stage).marked(), left, "without a search: all that are unused");
    shows("findings_marked", &stage.screen(100, 30));
    stage.keys("xoff the line<Enter>");
    let board = on_disk(&stage);
    assert_eq!((board.loose(), board.notes()), (0, 80));
    stage.keys("<C-z>");
    assert_eq!(on_disk(&stage).loose(), left);
}

/// Agrees to the first finding of the draft.
fn agree_to_one(stage: &mut Stage) {
    stage.keys("d<Tab><Home>");
    while of(stage).spot().finding().is_none() {
        stage.keys("<Right>");
    }
    stage.keys("a");
}

/// Who signed, typed by whom, what they add, and whether it stands.
fn signed(stage: &Stage) -> Vec<(String, Option<String>, String, Signed)> {
    let saved = stage.saved().records;
    let signed = sign_offs(&stage.day().plan, &saved, &FindingsBoard::of(&saved));
    let said = |(record, how): &(&Record<SignOff>, Signed)| {
        let body = &record.body;
        let by = body.by.clone().expect("a person").words;
        let typist = body.typed_by.clone().map(|typist| typist.words);
        (by, typist, body.comment.clone(), *how)
    };
    signed.iter().map(said).collect()
}

#[test]
fn what_is_agreed_is_signed_by_whoever_sits_here_and_a_later_change_shows() {
    let mut stage = page();
    stage.keys("o");
    says(&stage, "Nothing is agreed yet that could be signed");
    agree_to_one(&mut stage);
    stage.keys("<Esc><C-k>sign off<Enter>");
    shows("findings_who_signs", &stage.screen(100, 30));
    stage.keys("<Enter>");
    says(&stage, "Facilitator signs; adds");
    stage.keys("as we said in the room<Enter>");
    says(&stage, "Signed, as the agreed findings stand now.");
    let by = |how| {
        vec![(
            "Facilitator".to_owned(),
            None,
            "as we said in the room".to_owned(),
            how,
        )]
    };
    assert_eq!(signed(&stage), by(Signed::AsItStands));
    stage.keys("<C-z>");
    assert!(signed(&stage).is_empty());
    stage.keys("<C-y>");
    assert_eq!(signed(&stage), by(Signed::AsItStands));
    agree_to_another(&mut stage);
    assert!(matches!(signed(&stage)[0].3, Signed::BeforeAChange { lines: Some(lines) } if lines > 0));
    stage.keys("o");
    says(&stage, "signed before a change: ");
    shows("findings_signed_before_a_change", &stage.screen(100, 30));
    stage.keys("<Enter> again<Enter>");
    assert_eq!(signed(&stage).len(), 1);
    assert_eq!(signed(&stage)[0].3, Signed::AsItStands);
    stage.keys("o<Enter>");
    says(&stage, "No longer signed.");
    assert!(signed(&stage).is_empty());
}

#[test]
fn for_somebody_else_a_signature_is_recorded_as_typed_for_them() {
    let mut stage = page();
    agree_to_one(&mut stage);
    stage.keys("ohead of school b<Enter>");
    says(&stage, "@Head of School B (typed by you) signs; adds");
    stage.keys("she said yes by telephone<Enter>");
    says(&stage, "Recorded for them, as typed by you");
    let (by, typist, _, how) = signed(&stage)[0].clone();
    assert_eq!((by.as_str(), how), ("Head of School B", Signed::AsItStands));
    assert_eq!(typist.as_deref(), Some("Facilitator"));
    stage.keys("o");
    says(&stage, "@Facilitator, 11:20");
    stage.keys("head of school b<Enter>");
    says(&stage, "No longer signed.");
    assert!(signed(&stage).is_empty());
}

#[test]
fn a_long_list_of_the_schools_own_claims_follows_the_cursor() {
    let mut stage = page();
    let claims: Vec<String> = (1..=40)
        .map(|nth| format!("Claim number {nth} of the school"))
        .collect();
    stage.keys("<Tab><End>");
    stage.paste(&claims.join("\n"));
    stage.keys("cOne more claim<Enter>");
    assert!(
        stage.screen(80, 24).contains("One more claim"),
        "what was typed is seen"
    );
    for _ in 0..60 {
        let chosen = of(&stage).spot().clone();
        let screen = stage.screen(80, 24);
        if let Spot::Claim(id) = chosen {
            let said = of(&stage)
                .board()
                .get(id)
                .map(|claim| claim.finding.statement.clone());
            let said = said.expect("a claim");
            let words = said.trim_end_matches(" of the school");
            assert!(
                screen.contains(words),
                "{words} is chosen and not shown:\n{screen}"
            );
        }
        stage.keys("<Up>");
    }
}

/// A laptop with the page of the findings open.
fn laptop(nth: u128, who: &str) -> Stage {
    let mut stage = Stage::laptop(nth, EIGHTY, who, "2026-12-01 11:20");
    stage.keys("<C-k>findings: from<Enter>");
    stage
}

#[test]
fn what_a_person_signs_themselves_takes_the_place_of_what_was_typed_for_them_and_is_theirs_alone() {
    let mut facilitator = laptop(1, "Facilitator");
    let mut colleague = laptop(2, "Head of School B");
    agree_to_one(&mut facilitator);
    facilitator.keys("ohead of school b<Enter>yes, by telephone<Enter>");
    colleague.hears(&facilitator);
    colleague.keys("o");
    says(&colleague, "@Facilitator, 11:20");
    says(&colleague, "strike what was typed for me");
    colleague.keys("<Enter>with pleasure<Enter>");
    facilitator.hears(&colleague);
    let by_name = |stage: &Stage| {
        let day = stage.day();
        let board = day.findings_board();
        let (sign_off, how) = day.signed_by(&board, &PersonId::new("head-of-school-b"))?;
        Some((sign_off.typed_by.is_some(), sign_off.comment.clone(), how))
    };
    let own = Some((false, "with pleasure".to_owned(), Signed::AsItStands));
    assert_eq!(
        (by_name(&facilitator), by_name(&colleague)),
        (own.clone(), own.clone())
    );
    facilitator.keys("ohead of school b<Enter>");
    says(&facilitator, "only they can sign again or take it back");
    assert_eq!(by_name(&facilitator), own);
    colleague.keys("o<Enter>");
    assert_eq!(
        by_name(&colleague),
        None,
        "nor does what was typed for them come back"
    );
}

fn agree_to_another(stage: &mut Stage) {
    if of(stage).side() == Side::Evidence {
        stage.keys("<Tab>");
    }
    stage.keys("<Home>");
    let is_open = |stage: &Stage| {
        let finding = of(stage).spot().finding();
        finding.is_some_and(|id| {
            of(stage)
                .board()
                .get(id)
                .is_some_and(|found| !found.finding.agreed)
        })
    };
    while !is_open(stage) {
        stage.keys("<Right>");
    }
    stage.keys("a");
}
