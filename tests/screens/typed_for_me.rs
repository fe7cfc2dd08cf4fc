//! What somebody typed for another person stands until that person strikes it, from their own file.

use knownow::{
    app::{
        message::ReadOnly,
        notice::{Notice, TypedNotice},
    },
    domain::{note::Note, record::Record, records::Records},
};

use crate::{
    stage::{Stage, shows},
    taking_in::{hand_over, reads},
};

const ME: &str = "Head of School B";
const TYPIST: &str = "Facilitator";

/// My laptop, and that of the facilitator, who typed a note for me.
fn two_laptops() -> (Stage, Stage) {
    let laptop = |nth, who| Stage::laptop(nth, "half-day-maths", who, "09:16");
    let (mine, mut theirs) = (laptop(1, ME), laptop(2, TYPIST));
    theirs.keys("@HSB - two wait at the door<Enter>+ of my own<Enter>");
    (mine, theirs)
}

/// The file of the one laptop arrives at the other.
fn comes(to: &mut Stage, from: &Stage) {
    to.hears(from);
}

fn by_text(stage: &Stage, text: &str) -> Record<Note> {
    let notes = &stage.day().records.notes;
    let mut found = notes.all().filter(|note| note.body.text.contains(text));
    found.next().expect("the note").clone()
}

fn strike(stage: &mut Stage) {
    stage.keys("<C-k>typed for<Enter><Enter>");
}

fn both(one: &Stage, other: &Stage) -> Records {
    let mut all = one.day().records.clone();
    all.merge(other.day().records.clone());
    all
}

#[test]
fn it_is_told_as_it_comes_and_as_the_session_is_opened_with_who_typed_it() {
    let (mut mine, theirs) = two_laptops();
    comes(&mut mine, &theirs);
    assert_eq!(mine.model.notice, Some(Notice::Typed(TypedNotice::ForMe(1))));
    assert!(
        mine.screen(120, 36).contains("(typed by Fac)"),
        "{}",
        mine.screen(120, 36)
    );
    shows("typed_for_me_came", &mine.screens());
    mine.die_and_reopen();
    assert_eq!(mine.model.notice, Some(Notice::Typed(TypedNotice::ForMe(1))));
    mine.keys("<C-k>typed for<Enter>");
    shows("typed_for_me_list", &mine.screens());
}

#[test]
fn the_typist_is_told_that_what_was_struck_stands_again() {
    let (mut mine, mut theirs) = two_laptops();
    comes(&mut mine, &theirs);
    strike(&mut mine);
    comes(&mut theirs, &mine);
    mine.keys("<C-z>");
    assert!(!by_text(&mine, "two wait").deleted);
    comes(&mut theirs, &mine);
    let told = Some(Notice::Typed(TypedNotice::StandsAgain(ME.into())));
    assert_eq!(theirs.model.notice, told);
}

#[test]
fn i_strike_it_from_my_own_file_and_the_typist_sees_it() {
    let (mut mine, mut theirs) = two_laptops();
    comes(&mut mine, &theirs);
    let typed = by_text(&mine, "two wait");
    strike(&mut mine);
    assert_eq!(
        mine.model.notice,
        Some(Notice::Typed(TypedNotice::Struck(TYPIST.into())))
    );
    let struck = by_text(&mine, "two wait");
    assert!(struck.deleted && struck.writer == mine.day().me.writer);
    assert_eq!(
        struck.body, typed.body,
        "what was said, by whom and by whose hands stays known"
    );
    let theirs_here = mine.saved().records.by_writer(theirs.day().me.writer);
    assert_eq!(
        theirs_here,
        theirs.saved().records.by_writer(theirs.day().me.writer)
    );
    comes(&mut theirs, &mine);
    let Some(Notice::Typed(TypedNotice::StruckByThem { by, words, more: 0 })) = theirs.model.notice.clone()
    else {
        panic!("{:?}", theirs.model.notice);
    };
    assert_eq!((by.as_str(), words.as_str()), (ME, "two wait at the door"));
    shows("typed_for_me_struck", &theirs.screens());
    theirs.keys("<Up><Up>");
    assert_eq!(
        theirs.day().capture.text(),
        "+ of my own",
        "the struck one is not opened"
    );
    theirs.die_and_reopen();
    assert!(by_text(&theirs, "two wait").deleted);
    assert_eq!(both(&mine, &theirs), both(&theirs, &mine));
}

#[test]
fn what_the_typist_was_changing_becomes_a_note_of_their_own() {
    let (mut mine, mut theirs) = two_laptops();
    comes(&mut mine, &theirs);
    theirs.keys("<Up><Up><End> for long");
    strike(&mut mine);
    comes(&mut theirs, &mine);
    let id = by_text(&theirs, "two wait").id;
    theirs.keys("<Enter>");
    assert_eq!(
        theirs.model.notice,
        Some(Notice::Typed(TypedNotice::Overtaken(ME.into())))
    );
    assert!(
        theirs
            .day()
            .records
            .notes
            .get(id)
            .is_some_and(|note| note.deleted),
        "the strike stands"
    );
    assert_eq!(
        theirs.day().capture.text(),
        "- @Head of School B two wait at the door for long"
    );
    assert_eq!(theirs.drafts().len(), 1);
    theirs.keys("<Enter>");
    let anew = by_text(&theirs, "for long");
    assert!(anew.id != id && !anew.deleted);
    assert!(
        theirs
            .day()
            .records
            .notes
            .get(id)
            .is_some_and(|note| note.deleted)
    );
}

#[test]
fn a_change_made_without_sight_of_the_strike_is_listed_again() {
    let (mut mine, mut theirs) = two_laptops();
    comes(&mut mine, &theirs);
    strike(&mut mine);
    theirs.keys("<Up><Up><End> long<Enter>");
    comes(&mut mine, &theirs);
    assert!(
        by_text(&mine, "two wait").deleted,
        "made apart, the strike stands"
    );
    theirs.keys("<Up><Up><End> and longer<Enter>");
    comes(&mut mine, &theirs);
    assert_eq!(
        mine.model.notice,
        Some(Notice::Typed(TypedNotice::ForMe(1))),
        "never silently"
    );
    strike(&mut mine);
    comes(&mut theirs, &mine);
    assert!(by_text(&theirs, "two wait").deleted);
    assert_eq!(both(&mine, &theirs), both(&theirs, &mine));
}

#[test]
fn taken_back_it_stands_as_it_was_typed_and_no_word_of_it_is_mine_to_change() {
    let (mut mine, mut theirs) = two_laptops();
    comes(&mut mine, &theirs);
    strike(&mut mine);
    mine.keys("<C-z>");
    let back = by_text(&mine, "two wait");
    assert!(!back.deleted);
    mine.keys("<Up>");
    assert!(mine.day().capture.is_empty(), "{}", mine.day().capture.text());
    comes(&mut theirs, &mine);
    assert_eq!(by_text(&theirs, "two wait"), back);
}

#[test]
fn notes_of_others_are_neither_opened_nor_deleted_here() {
    let (mut mine, theirs) = two_laptops();
    comes(&mut mine, &theirs);
    let before = mine.day().records.clone();
    for keys in ["<Up>", "<C-k>delete the note<Enter>", "<C-z>", "<C-u>"] {
        mine.keys(keys);
        assert!(mine.model.notice.is_some(), "{keys}: said in a sentence");
        assert!(
            mine.model.overlay.is_none() && mine.day().capture.is_empty(),
            "{keys}"
        );
    }
    assert_eq!(mine.day().records, before);
    let of_theirs = by_text(&mine, "of my own").id;
    mine.keys("<C-k>typed for<Enter>of my own<Enter>");
    assert!(
        mine.day()
            .records
            .notes
            .get(of_theirs)
            .is_some_and(|note| !note.deleted)
    );
}

#[test]
fn nothing_typed_for_me_is_said_and_a_session_that_is_only_read_is_left_alone() {
    let mut stage = Stage::laptop(1, "half-day-maths", ME, "09:16");
    stage.keys("<C-k>typed for<Enter>");
    assert_eq!(stage.model.notice, Some(Notice::Typed(TypedNotice::NoneForMe)));
    let (_, theirs) = two_laptops();
    let why = ReadOnly::HeldBy("since 09:00".into());
    let mut stage = Stage::read_only("half-day-maths", ME, "09:16", why);
    comes(&mut stage, &theirs);
    strike(&mut stage);
    assert_eq!(stage.model.notice, Some(Notice::ReadOnly));
    assert!(!by_text(&stage, "two wait").deleted);
}

#[test]
fn what_i_struck_is_handed_over_as_struck_and_the_typist_is_told_which_it_was() {
    let laptop = |who| Stage::new("half-day-maths", who, "09:16");
    let (mut mine, mut theirs) = (laptop(ME), laptop(TYPIST));
    theirs.keys("@HSB - two wait at the door<Enter>+ of my own<Enter>");
    comes(&mut mine, &theirs);
    strike(&mut mine);
    let text = hand_over(&mut mine);
    let screen = mine.screen(120, 36);
    assert!(screen.contains("Written: 0 notes, 1 struck, "), "{screen}");
    assert!(!text.contains("two wait"), "{text}");
    reads(&mut theirs, &text);
    let screen = theirs.screen(120, 36);
    assert!(screen.contains("0 notes new, 1 struck"), "{screen}");
    theirs.keys("<Enter>");
    assert!(theirs.report_goes_on());
    let screen = theirs.screen(120, 36);
    assert!(screen.contains("Taken in: 0 notes, 1 struck"), "{screen}");
    theirs.keys("<Esc>");
    theirs.looks();
    let Some(Notice::Typed(TypedNotice::StruckByThem { words, .. })) = &theirs.model.notice else {
        panic!("{:?}", theirs.model.notice);
    };
    assert_eq!(words, "two wait at the door");
    // What the typist hands on says no word of it either.
    let text = hand_over(&mut theirs);
    let screen = theirs.screen(120, 36);
    assert!(screen.contains("Written: 1 note, 1 struck, "), "{screen}");
    assert!(!text.contains("two wait") && text.contains("of my own"), "{text}");
    theirs.at("10:16");
    let screen = theirs.screen(140, 45);
    assert!(screen.contains("(1 struck)"), "{screen}");
}
