use chrono::{NaiveTime, TimeDelta};

use super::*;
use crate::{
    app::{
        late::{LateDeed, LateNotice, Outcome},
        message::SaveFault,
        notice::{AsideNotice, CutBy, DayNews, Deed, Notice, OwnFileNotice, TypedNotice},
        pointing::PointNotice,
        purging::KeptNotice,
    },
    domain::{lateness::Way, model::KindLabels, plan_edit::CutShort, tally::Counts},
};

/// The cells that a notice has on the narrowest screen that is looked after, 80 columns wide.
const ROOM: usize = 74;

fn some_time() -> Stamp {
    "2026-12-01T09:16:00+00:00".parse().expect("a time")
}

fn cut_by(fixed: Option<String>, missed: Vec<String>) -> CutBy {
    CutBy {
        fixed,
        at: some_time(),
        missed,
    }
}

/// So many places pushed, shortened and dropped.
fn outcome(way: Way, many: usize) -> Outcome {
    let name = || String::from("Discussion of findings");
    Outcome {
        way,
        pushed: vec![(name(), 100); many],
        shorter: vec![(name(), 100); many],
        longer: vec![(name(), 100); many],
        dropped: vec![name(); many],
        present: Some((name(), some_time())),
        others: Vec::new(),
        rooms: Vec::new(),
    }
}

#[test]
fn a_step_says_what_cuts_the_place_short() {
    let name = |name: &str| name.to_string();
    let said = |fixed, missed| notice(&Notice::Stepped(name("Year 2"), 12, Some(cut_by(fixed, missed))));
    assert_eq!(
        [
            said(Some(name("Break, share")), Vec::new()),
            said(None, Vec::new()),
            said(Some(name("Break, share")), vec![name("Year 4")]),
            said(Some(name("Break")), vec![name("Year 4"), name("Year 5")]),
        ],
        [
            "Now at Year 2, +12 late, until 09:16: Break, share is fixed.",
            "Now at Year 2, +12 late, until 09:16: the day ends.",
            "Now at Year 2, +12 late: no time for Year 4 by 09:16 (Ctrl+D).",
            "Now at Year 2, +12 late: no time for Year 4 and Year 5 by 09:16 (Ctrl+D).",
        ]
    );
}

#[test]
fn what_came_of_a_remedy_is_said_by_name() {
    let named = |names: &[(&str, i64)]| names.iter().map(|(name, by)| ((*name).into(), *by)).collect();
    let said = |way, pushed, shorter, dropped: &[&str]| {
        notice(&Notice::Late(LateNotice::Remedied(Outcome {
            way,
            pushed: named(pushed),
            shorter: named(shorter),
            longer: Vec::new(),
            dropped: dropped.iter().map(|name| (*name).into()).collect(),
            present: None,
            others: Vec::new(),
            rooms: Vec::new(),
        })))
    };
    assert_eq!(
        said(Way::Push, &[("Year 4", 7), ("Year 3", 7)], &[("Year 2", 8)], &[]),
        "Year 4 and Year 3 are pushed by 7 min, Year 2 keeps 8."
    );
    assert_eq!(
        said(
            Way::Squeeze,
            &[],
            &[("Year 4", 13), ("Year 3", 13), ("Year 2", 12)],
            &[]
        ),
        "Year 4 keeps 13, Year 3 13, Year 2 12. Ctrl+Z takes it back."
    );
    assert_eq!(
        said(Way::Drop, &[("Year 4", 7)], &[], &["Year 2"]),
        "Year 2 is dropped, Year 4 is pushed by 7 min. Ctrl+Z takes it back."
    );
}

#[test]
fn two_groups_in_one_room_are_said_before_all_else() {
    let said = |rooms: &[&str]| {
        notice(&Notice::Late(LateNotice::Remedied(Outcome {
            rooms: rooms.iter().map(|class| ((*class).into(), some_time())).collect(),
            ..outcome(Way::Push, 2)
        })))
    };
    assert_eq!(
        said(&["Year 6"]),
        "Two groups in Year 6 at 09:16: Ctrl+D s swaps, Ctrl+Z takes it back."
    );
    assert_eq!(
        said(&["The whole of Key Stage 2 with the hall"]),
        "Two groups in one room at 09:16: Ctrl+D s swaps, Ctrl+Z takes it back."
    );
    assert_eq!(
        said(&["Year 6", "Year 5"]),
        "Two groups in 2 rooms at 09:16: Ctrl+D s swaps, Ctrl+Z takes it back."
    );
}

fn day_changed(news: DayNews) -> Notice {
    Notice::DayChanged(Some("Head of School C".into()), news)
}

fn not_seen(here: bool) -> LateNotice {
    LateNotice::NotSeen {
        class: "Reception".into(),
        here,
    }
}

fn visit_added(cut: Option<CutShort>, stays: bool) -> LateNotice {
    LateNotice::VisitAdded {
        class: "Reception".into(),
        cut,
        stays,
    }
}

/// Everything that is said of a late day, with the longest words it may have.
fn late_notices() -> Vec<Notice> {
    vec![
        Notice::Late(LateNotice::Remedied(outcome(Way::Push, 1))),
        Notice::Late(LateNotice::Remedied(outcome(Way::Squeeze, 3))),
        Notice::Late(LateNotice::Remedied(outcome(Way::Drop, 9))),
        Notice::Late(LateNotice::NothingToChange),
        Notice::Late(LateNotice::Remedied(outcome(Way::Push, 0))),
        Notice::Late(LateNotice::NothingMoves {
            late: 140,
            fixed_too: false,
            in_time_from: None,
        }),
        Notice::Late(LateNotice::NothingMoves {
            late: 140,
            fixed_too: false,
            in_time_from: Some(some_time()),
        }),
        Notice::Late(LateNotice::NothingMoves {
            late: 140,
            fixed_too: true,
            in_time_from: None,
        }),
        Notice::Late(LateNotice::SeenAfterAll("Reception".into())),
        Notice::Late(LateNotice::NothingVoid),
        Notice::Late(LateNotice::TookOther(Some("Head of School B".into()))),
        Notice::Late(LateNotice::TookOther(None)),
        Notice::Late(LateNotice::Swapped("Reception".into(), "Year 6".into())),
        Notice::Late(LateNotice::OfferAfterSwap(12)),
        Notice::Late(LateNotice::RoomTaken {
            class: "Reception".into(),
            from: some_time(),
        }),
        Notice::Late(not_seen(true)),
        Notice::Late(not_seen(false)),
        Notice::Late(visit_added(None, false)),
        Notice::Late(visit_added(Some(cut_short()), false)),
        Notice::Late(visit_added(Some(cut_short()), true)),
        Notice::Late(LateNotice::AtNoVisit),
        Notice::Late(LateNotice::OnlyWhileItRuns),
        Notice::Late(LateNotice::NotOnTheDay { before: true }),
        Notice::Late(LateNotice::NotOnTheDay { before: false }),
        Notice::Late(LateNotice::MinutesAreTyped),
        Notice::Late(LateNotice::NoVisits),
        Notice::Late(LateNotice::NoTimeLeft),
        Notice::Late(LateNotice::NoGroup),
    ]
}

/// What would not be read whole on a small screen.
fn too_long(said: impl IntoIterator<Item = Notice>) -> Vec<String> {
    let said = said.into_iter().map(|said| notice(&said));
    said.filter(|said| said.chars().count() > ROOM).collect()
}

#[test]
fn what_was_undone_or_done_again_can_be_read_whole_on_a_small_screen() {
    let deeds = [
        Deed::Noted(NoteKind::Development),
        Deed::Changed,
        Deed::Deleted,
        Deed::TookIn(131),
        Deed::Ticked,
        Deed::Stepped,
        Deed::TookAlong(12),
        Deed::Late(LateDeed::Pushed),
        Deed::Late(LateDeed::Squeezed),
        Deed::Late(LateDeed::LeftOut),
        Deed::Late(LateDeed::Swapped),
        Deed::Late(LateDeed::NotSeen),
        Deed::Late(LateDeed::AddedVisit),
        Deed::Late(LateDeed::TookOther),
    ];
    let words = || String::from("every pupil answers on a\u{2026}");
    let undone = deeds.into_iter().flat_map(|deed| {
        [
            Notice::Undone(deed, words()),
            Notice::WouldBeUndone(deed, words()),
        ]
    });
    let redone = deeds.map(|deed| Notice::Redone(deed, words()));
    assert_eq!(too_long(undone.into_iter().chain(redone)), [""; 0]);
}

#[test]
fn every_notice_can_be_read_whole_on_a_small_screen() {
    let place = || String::from("Discussion of findings");
    let notices = [
        Notice::DraftRestored {
            begun: some_time(),
            place: place(),
        },
        Notice::EnteredSaved(12),
        Notice::AllSaved(Some(some_time())),
        Notice::AllSaved(None),
        Notice::Saving,
        Notice::NothingToUndo,
        Notice::NothingToRedo,
        Notice::LineNothingToUndo,
        Notice::TooLong { bytes: 3_000_000 },
        Notice::NoteDeleted,
        Notice::NoShell,
        Notice::NoWords,
        Notice::NoEarlierNote,
        Notice::NotesOfElsewhere,
        Notice::LineDiscarded { erased: None },
        Notice::LineDiscarded { erased: Some(true) },
        Notice::LineDiscarded { erased: Some(false) },
        Notice::NothingToTakeHome,
        Notice::Kept(KeptNotice::NoneChosen),
        Notice::Kept(KeptNotice::Removed(Ok(Box::default()))),
        Notice::NothingToDelete,
        Notice::LeftAsItWas,
        Notice::LineMoved(place()),
        Notice::Stepped(place(), -100, None),
        Notice::Stepped(place(), 100, None),
        Notice::Stepped(place(), 100, Some(cut_by(Some(place()), Vec::new()))),
        Notice::Stepped(place(), 100, Some(cut_by(None, vec![place()]))),
        Notice::Stepped(place(), 100, Some(cut_by(Some(place()), vec![place(), place()]))),
        Notice::OfferTakeAlong(12),
        Notice::TakenAlong(12),
        Notice::NothingToMove,
        Notice::NoteUnderEdit,
        Notice::NotesMoved(12, place()),
        Notice::NotesAlreadyThere(place()),
        Notice::NoSuchPlace,
        Notice::Held(place()),
        Notice::FollowingPlan(0),
        Notice::FollowingPlan(-120),
        Notice::NoPrompts,
        Notice::AlreadyTicked,
        Notice::ReadOnly,
        Notice::WritesNow,
        Notice::BeforeItBegins(place(), some_time()),
        Notice::ChangedSince {
            by: Some("Head of School B".into()),
            again: false,
        },
        Notice::BeforeTheDay(1, false),
        Notice::BeforeTheDay(99_999, false),
        Notice::BeforeTheDay(99_999, true),
        Notice::NotedBefore("Meet a selection of teachers about training and more".into()),
    ];
    assert_eq!(too_long(notices.into_iter().chain(late_notices())), [""; 0]);
    assert_eq!(too_long(notices_of_others()), [""; 0]);
    assert_eq!(too_long(first_words()), [""; 0]);
}

#[test]
fn what_a_click_is_told_can_be_read_whole() {
    let told = [PointNotice::LineOpen, PointNotice::NotYours].map(Notice::Pointed);
    assert_eq!(too_long(told), [""; 0]);
}

#[test]
fn whose_words_a_note_holds_can_be_read_whole() {
    let own_words = TypedNotice::OwnWords("somebody-with-a-long-name".into());
    assert_eq!(too_long([Notice::Typed(own_words)]), [""; 0]);
}

/// What stands there first, in the words of models that have few or many for the kinds of note.
fn first_words() -> impl Iterator<Item = Notice> {
    [
        Notice::Welcome(KindLabels::default()),
        Notice::Welcome(KindLabels {
            strength: "Evident".into(),
            development: "Not yet evident".into(),
            ..KindLabels::default()
        }),
        Notice::Welcome(KindLabels {
            strength: "What we saw and heard that is strong".into(),
            development: "What we think could be even better than it is".into(),
            ..KindLabels::default()
        }),
    ]
    .into_iter()
}

fn notices_of_others() -> impl Iterator<Item = Notice> {
    [
        Notice::Joined(12),
        Notice::NotesIn("Group 2".into(), 131),
        Notice::CopyJoined("Head of School C".into()),
        Notice::NotesIn("Group 2".into(), 1),
        Notice::WritesElsewhere("Head of School B".into()),
        day_changed(DayNews::Swapped("Reception".into(), "Year 6".into())),
        day_changed(DayNews::LeftOut("Year 6".into(), 4)),
        day_changed(DayNews::Added("Reception".into(), some_time())),
        day_changed(DayNews::Moved(13, Some(-10))),
        day_changed(DayNews::Moved(13, None)),
        day_changed(DayNews::Ends("Discussion of findings".into(), some_time())),
        day_changed(DayNews::NotSeen("Reception".into())),
        Notice::NotesOfBefore,
        Notice::Aside(AsideNotice::NoneSaid),
        Notice::Aside(AsideNotice::Put(131)),
        Notice::Aside(AsideNotice::Back(131)),
        Notice::Aside(AsideNotice::Nothing),
        Notice::OwnFile(OwnFileNotice::WasGone(131)),
        Notice::OwnFile(OwnFileNotice::WasOlder(131)),
        Notice::OwnFile(OwnFileNotice::IsBack(131)),
        Notice::PlanCopy("plan-DESKTOP-7QK2.ron".into()),
        Notice::Typed(TypedNotice::StandsAgain("Head of School B".into())),
        Notice::PlanArrived,
        Notice::Typed(TypedNotice::ForMe(12)),
        Notice::Typed(TypedNotice::NoneForMe),
        Notice::Typed(TypedNotice::Struck("Head of School B".into())),
        Notice::Typed(TypedNotice::StruckByThem {
            by: "Head of School B".into(),
            words: "two wait at the door".into(),
            more: 2,
        }),
        Notice::Typed(TypedNotice::Overtaken("Head of School B".into())),
        Notice::Typed(TypedNotice::NewBesideTheirs("Head of School B".into())),
        Notice::Typed(TypedNotice::TheirWordsStay("Head of School B".into())),
    ]
    .into_iter()
}

/// Where the minutes that are left are many.
fn cut_short() -> CutShort {
    CutShort {
        at: NaiveTime::MIN,
        class: "Reception with Nursery".into(),
        keeps: 25,
        of: 120,
    }
}

#[test]
fn one_is_not_many() {
    let one = Counts {
        strengths: 1,
        developments: 1,
        evidence: 1,
        questions: 1,
    };
    assert_eq!(
        counts_of("Group 1", one, 0),
        "Group 1: 1 strength, 1 area, 1 evidence, 1 question"
    );
    assert_eq!(
        counts_of("Group 1", one, 2),
        "Group 1: 1 strength, 1 area, 1 evidence, 1 question (2 struck)"
    );
    assert_eq!(
        [0, 1, 2].map(writers),
        ["  nothing noted", "  1 writer", "  2 writers"]
    );
    assert!(notice(&Notice::TakenAlong(1)).starts_with("1 note taken"));
}

#[test]
fn a_path_that_is_too_long_keeps_its_end() {
    let fault = |path: &str| SaveFault {
        again: true,
        path: path.into(),
        reason: "the disk is full".into(),
        cure: "make room".into(),
    };
    let long = format!("/home/{}/records/head-of-school-b.7f3a.ron", "é".repeat(80));
    let [_, file, _] = save_fault(&fault(&long), 80);
    assert!(file.starts_with("File: …é") && file.ends_with("/records/head-of-school-b.7f3a.ron"));
    assert!(file.chars().count() <= 78);
    assert_eq!(save_fault(&fault("/a.ron"), 80)[1], "File: /a.ron");
}

#[test]
fn lateness_countdown_and_time_left_say_what_they_count() {
    assert_eq!([0, 7, -5].map(lateness), ["on time", "+7 late", "5 early"]);
    assert_eq!(
        [10, -5].map(in_time),
        ["on time, plan 10 min later", "on time, plan 5 min earlier"]
    );
    let count = |minutes| countdown(TimeDelta::minutes(minutes), minutes / (24 * 60));
    assert_eq!(
        [count(5), count(65), count(25 * 60)],
        ["begins in 5 min", "begins in 1 h 5 min", "begins in 1 day 1 h"]
    );
    assert_eq!(count(4 * 24 * 60), "begins in 4 days");
    // On Thursday at 09:00 the Saturday of next week, 08:00, is nine days ahead.
    let wait = TimeDelta::hours(9 * 24 - 1);
    assert_eq!(countdown(wait, 9), "begins in 9 days");
    assert_eq!(countdown(TimeDelta::hours(10), 1), "begins in 10 h 0 min");
    assert_eq!(time_left(TimeDelta::seconds(121)), ("3 min left".into(), '='));
    assert_eq!(
        time_left(TimeDelta::seconds(120)),
        ("2 min - closing".into(), '#')
    );
    assert_eq!(time_left(TimeDelta::seconds(-60)), ("1 min over".into(), '#'));
}

#[test]
fn classes_that_begin_alike_are_told_apart_in_a_few_letters() {
    let classes = [
        "Nursery",
        "Nursery AM group",
        "Nursery PM group",
        "Year 5",
        "Reception",
        "Pre-school",
    ];
    let short = classes.map(short_class);
    assert_eq!(short, ["Nurser", "Nur AM", "Nur PM", "Y5", "YR", "Pre-sc"]);
}

#[test]
fn only_a_save_that_is_tried_again_says_so() {
    let fault = |again| SaveFault {
        path: "plan.ron".into(),
        reason: "plan.ron was changed elsewhere (edition 4)".into(),
        cure: "your last change is not in it; open the session again and make it once more".into(),
        again,
    };
    let said = |again| save_fault(&fault(again), 80).concat();
    assert!(said(true).contains("tried again") && said(true).contains("nothing is lost"));
    assert!(!said(false).contains("tried again") && !said(false).contains("nothing is lost"));
    assert!(said(false).contains("your last change is not in it"));
}

#[test]
fn two_people_who_are_told_apart_by_a_number_are_so_in_a_few_letters_too() {
    assert_eq!(["Reviewer 1", "Reviewer 2"].map(short_person), ["R1", "R2"]);
    assert_eq!(
        ["Head of School B", "Facilitator"].map(short_person),
        ["HSB", "Fac"]
    );
}

#[test]
fn below_the_lists_stands_what_there_is_and_no_nought() {
    assert_eq!(below_the_lists(0, 0, 0), "");
    assert_eq!(below_the_lists(2, 0, 0), "2 evidence");
    assert_eq!(below_the_lists(0, 1, 3), "1 question, 3 private");
}
