use proptest::prelude::*;

use super::*;
use crate::domain::{
    activity::ActivityKind,
    ids::{SlotId, VisitId, WriterId},
    note::NoteKind,
    records::{Entry, Records},
};

const NOTE: RecordId = RecordId(Uuid::from_u128(1));
const AUTHOR: usize = 0;

fn writer(nth: usize) -> WriterId {
    WriterId(Uuid::from_u128(100 + nth as u128))
}

fn person(nth: usize) -> Label<PersonId> {
    Label::new(
        PersonId::new(format!("reviewer-{nth}")),
        format!("Reviewer {nth}"),
    )
}

fn at() -> Stamp {
    "2026-12-01T09:20:00+00:00".parse().unwrap()
}

fn place(class: &str) -> NotePlace {
    NotePlace {
        track: None,
        slot: Label::new(SlotId::new("visits"), "Lesson visits"),
        activity: Label::new(ActivityKind::LessonVisits, "Lesson visits"),
        visit: Some(Label::new(VisitId::new(class), class)),
        prompt: None,
    }
}

fn note() -> Record<Note> {
    Record {
        id: NOTE,
        writer: writer(AUTHOR),
        rev: 1,
        deleted: false,
        seq: 1,
        edited_at: at(),
        came_from: Vec::new(),
        body: Note {
            when: at(),
            by: person(AUTHOR),
            typed_by: person(AUTHOR),
            place: place("Year 5"),
            kind: NoteKind::Strength,
            important: false,
            tags: vec!["PP".into()],
            text: "every pupil answers, PP too".into(),
        },
    }
}

/// A placing by a writer, who is a person of that number unless it is their other laptop.
fn placing(nth: usize, rev: u32, wants: impl FnOnce(&mut Placing)) -> Record<Placing> {
    let mut body = Placing::nothing(NOTE, person(nth % 10), at());
    wants(&mut body);
    Record {
        id: Placing::id_of(NOTE),
        writer: writer(nth),
        rev,
        deleted: false,
        seq: 2,
        edited_at: at(),
        came_from: Vec::new(),
        body,
    }
}

fn put(nth: usize, rev: u32, class: &str) -> Record<Placing> {
    placing(nth, rev, |wants| wants.place = Some(Where::At(place(class))))
}

fn seen(placings: &[Record<Placing>], viewer: Option<usize>) -> Records {
    let mut records = Records::default();
    records.look_as(viewer.map(|nth| person(nth).id));
    records.join(Entry::Note(note()));
    for placing in placings {
        records.join(Entry::Placing(placing.clone()));
    }
    records
}

/// The class at which a note is seen, and who placed it there.
fn class(records: &Records) -> (&str, Option<&str>) {
    let by = records.placed(NOTE).and_then(|placed| placed.placed_by.as_ref());
    (
        records.note(NOTE).unwrap().body.place.name(),
        by.map(|by| by.words.as_str()),
    )
}

fn tags(records: &Records) -> Vec<&str> {
    records
        .note(NOTE)
        .unwrap()
        .body
        .tags
        .iter()
        .map(String::as_str)
        .collect()
}

#[test]
fn a_note_is_seen_where_it_is_put_and_stays_as_its_writer_wrote_it() {
    let records = seen(&[put(1, 1, "Year 6")], Some(2));
    assert_eq!(class(&records), ("Year 6", Some("Reviewer 1")));
    assert_eq!(records.notes.get(NOTE), Some(&note()));
    let placed = records.note(NOTE).unwrap();
    let as_written = Note {
        place: note().body.place,
        ..placed.body.clone()
    };
    assert_eq!(
        (as_written, placed.writer, placed.rev),
        (note().body, writer(AUTHOR), 1)
    );
    let counted: Vec<&str> = records.live_notes().map(|note| note.body.place.name()).collect();
    assert_eq!(counted, ["Year 6"]);
}

#[test]
fn everybody_sees_their_own_placing_and_the_others_the_one_made_last_with_sight() {
    let both = [put(1, 1, "Year 6"), put(2, 2, "Year 4")];
    assert_eq!(class(&seen(&both, Some(1))), ("Year 6", Some("Reviewer 1")));
    assert_eq!(class(&seen(&both, Some(2))), ("Year 4", Some("Reviewer 2")));
    for other in [Some(AUTHOR), Some(3), None] {
        assert_eq!(class(&seen(&both, other)), ("Year 4", Some("Reviewer 2")));
    }
    let apart = [put(1, 1, "Year 6"), put(2, 1, "Year 4")];
    assert_eq!(class(&seen(&apart, None)).0, "Year 4", "the greater writer");
}

#[test]
fn a_placing_from_ones_other_laptop_is_ones_own() {
    let mine = [put(11, 1, "Year 6"), put(2, 5, "Year 4")];
    assert_eq!(class(&seen(&mine, Some(1))), ("Year 6", Some("Reviewer 1")));
}

#[test]
fn a_placing_that_is_taken_back_leaves_the_word_to_others() {
    let gone = Record {
        deleted: true,
        ..put(2, 3, "Year 4")
    };
    let records = seen(&[put(1, 1, "Year 6"), gone.clone()], Some(2));
    assert_eq!(class(&records), ("Year 6", Some("Reviewer 1")));
    assert_eq!(class(&seen(&[gone], None)), ("Year 5", None));
}

#[test]
fn who_says_as_written_sees_it_there_whatever_others_want() {
    let back = placing(AUTHOR, 2, |wants| wants.place = Some(Where::AsWritten));
    let both = [put(1, 1, "Year 6"), back];
    assert_eq!(class(&seen(&both, Some(AUTHOR))), ("Year 5", None));
    assert_eq!(class(&seen(&both, None)), ("Year 5", None));
    assert_eq!(class(&seen(&both, Some(1))), ("Year 6", Some("Reviewer 1")));
}

#[test]
fn tags_are_put_on_and_taken_away_each_by_itself() {
    let one = placing(1, 1, |wants| *wants = wants.clone().tagged("SEND", true));
    let other = placing(2, 2, |wants| {
        *wants = wants.clone().tagged("PP", false).tagged("SEND", true);
    });
    let records = seen(&[one.clone(), other.clone()], None);
    assert_eq!(tags(&records), ["SEND"]);
    let placed = records.placed(NOTE).unwrap();
    assert_eq!(placed.tagged_by, [("SEND".to_owned(), person(2))]);
    assert_eq!(placed.untagged_by, [("PP".to_owned(), person(2))]);
    let keeps = placing(1, 3, |wants| {
        *wants = wants
            .clone()
            .tagged("SEND", true)
            .tagged("SEND", false)
            .tagged("PP", true);
    });
    assert_eq!(tags(&seen(&[keeps.clone(), other.clone()], Some(1))), ["PP"]);
    assert_eq!(tags(&seen(&[keeps, other], Some(2))), ["SEND"]);
}

#[test]
fn a_tag_that_says_what_is_so_already_is_nobodys_deed() {
    let records = seen(
        &[placing(1, 1, |wants| *wants = wants.clone().tagged("PP", true))],
        None,
    );
    assert_eq!((tags(&records), records.placed(NOTE)), (vec!["PP"], None));
}

#[test]
fn a_struck_out_note_stays_struck_out_and_one_that_is_not_there_is_none() {
    let mut records = seen(&[put(1, 1, "Year 6")], None);
    let struck = Record {
        rev: 2,
        deleted: true,
        ..note()
    };
    records.join(Entry::Note(struck));
    assert_eq!(records.live_notes().count(), 0);
    let mut alone = Records::default();
    alone.join(Entry::Placing(put(1, 1, "Year 6")));
    assert_eq!((alone.note(NOTE), alone.live_notes().count()), (None, 0));
    alone.join(Entry::Note(note()));
    assert_eq!(
        class(&alone).0,
        "Year 6",
        "also when the note comes after its placing"
    );
}

#[test]
fn a_placing_under_a_foreign_id_moves_nothing() {
    let strange = Record {
        id: NOTE,
        ..put(1, 1, "Year 6")
    };
    assert_eq!(class(&seen(&[strange], None)), ("Year 5", None));
}

fn any_placing() -> impl Strategy<Value = Record<Placing>> {
    let place = prop_oneof![
        Just(None),
        Just(Some(Where::AsWritten)),
        prop_oneof![Just("Year 4"), Just("Year 5"), Just("Year 6")]
            .prop_map(|class| Some(Where::At(place(class)))),
    ];
    let tags = || prop::collection::vec(prop_oneof![Just("PP"), Just("SEND"), Just("reading")], 0..3);
    (0_usize..4, 1_u32..5, any::<bool>(), place, tags(), tags()).prop_map(
        |(nth, rev, deleted, place, on, off)| {
            let record = placing(nth, rev, |wants| {
                wants.place = place;
                wants.tags = on.into_iter().map(String::from).collect();
                wants.without = off.into_iter().map(String::from).collect();
            });
            Record { deleted, ..record }
        },
    )
}

proptest! {
    #[test]
    fn what_is_seen_follows_from_what_is_known_and_who_looks_alone(
        (one, other) in prop::collection::vec(any_placing(), 0..8)
            .prop_flat_map(|placings| (Just(placings.clone()), Just(placings).prop_shuffle())),
        viewer in prop::option::of(0_usize..5)
    ) {
        let in_order = seen(&one, viewer);
        let mut merged = seen(&other, viewer);
        merged.merge(seen(&one, None));
        prop_assert_eq!(in_order.note(NOTE), merged.note(NOTE));
        prop_assert_eq!(in_order.placed(NOTE), merged.placed(NOTE));
        let mut later = seen(&one, None);
        later.look_as(viewer.map(|nth| person(nth).id));
        prop_assert_eq!(in_order.placed(NOTE), later.placed(NOTE), "who looks can be said afterwards");
        prop_assert_eq!(in_order.notes.get(NOTE), Some(&note()), "the note itself is never touched");
    }

    #[test]
    fn all_who_want_nothing_see_the_same(placings in prop::collection::vec(any_placing(), 0..8)) {
        let neutral = seen(&placings, None);
        for nth in 0..5 {
            let editions = neutral.placings.editions(Placing::id_of(NOTE));
            let mut own = editions.into_iter().flat_map(Editions::iter);
            if !own.any(|own| own.writer == writer(nth) && !own.deleted && !own.body.is_nothing()) {
                let theirs = seen(&placings, Some(nth));
                prop_assert_eq!(theirs.note(NOTE), neutral.note(NOTE));
            }
        }
    }

    #[test]
    fn a_place_of_ones_own_is_always_the_one_that_is_seen(placings in prop::collection::vec(any_placing(), 0..8)) {
        for nth in 0..4 {
            let records = seen(&placings, Some(nth));
            let editions = records.placings.editions(Placing::id_of(NOTE));
            let own = editions.and_then(|editions| editions.by(writer(nth))).filter(|own| !own.deleted);
            let wanted = own.and_then(|own| own.body.place.clone());
            let seen = &records.note(NOTE).unwrap().body.place;
            match wanted {
                Some(Where::At(place)) => prop_assert_eq!(seen, &place),
                Some(Where::AsWritten) => prop_assert_eq!(seen, &note().body.place),
                None => {}
            }
        }
    }
}
