use uuid::Uuid;

use super::*;

const THING: RecordId = RecordId(Uuid::from_u128(100));

fn writer(number: u128) -> WriterId {
    WriterId(Uuid::from_u128(number))
}

fn some_time() -> Stamp {
    "2026-12-01T09:16:00+00:00".parse().expect("a time")
}

fn edition(by: u128, rev: u32, body: &'static str) -> Record<&'static str> {
    Record {
        id: THING,
        writer: writer(by),
        rev,
        deleted: false,
        seq: 1,
        edited_at: some_time(),
        came_from: Vec::new(),
        body,
    }
}

fn deleted(edition: Record<&'static str>) -> Record<&'static str> {
    Record {
        deleted: true,
        ..edition
    }
}

fn standing(editions: &[Record<&'static str>]) -> &'static str {
    let shelf: Shelf<_> = editions.iter().cloned().collect();
    shelf.get(THING).expect("the record").body
}

#[test]
fn the_higher_revision_stands_whoever_made_it_and_whenever() {
    let mut early = edition(1, 3, "third");
    early.edited_at = early.edited_at.plus(chrono::TimeDelta::days(-1));
    assert_eq!(standing(&[early, edition(9, 2, "second")]), "third");
}

#[test]
fn at_equal_revisions_a_deletion_stands_and_then_the_greater_writer() {
    assert_eq!(
        standing(&[deleted(edition(1, 2, "gone")), edition(2, 2, "changed")]),
        "gone"
    );
    assert_eq!(standing(&[edition(1, 2, "one"), edition(2, 2, "two")]), "two");
    assert_eq!(
        standing(&[deleted(edition(1, 2, "gone")), edition(2, 3, "back")]),
        "back"
    );
}

#[test]
fn a_writer_has_one_edition_and_a_conflicted_copy_is_decided_the_same_everywhere() {
    let (one, two) = (edition(1, 2, "a copy"), edition(1, 2, "b copy"));
    assert_eq!(standing(&[one.clone(), two.clone()]), "b copy");
    assert_eq!(standing(&[two, one]), "b copy");
    assert_eq!(standing(&[deleted(edition(1, 2, "a")), edition(1, 2, "z")]), "a");
}

#[test]
fn joining_says_whether_it_was_news() {
    let mut shelf = Shelf::default();
    assert!(shelf.join(edition(1, 1, "first")));
    assert!(!shelf.join(edition(1, 1, "first")));
    assert!(shelf.join(edition(1, 2, "second")));
    assert!(
        !shelf.join(edition(1, 1, "first")),
        "what is overtaken is no news"
    );
    assert!(shelf.join(edition(2, 1, "another's")));
    assert_eq!(shelf.len(), 1);
}

#[test]
fn what_was_struck_out_is_kept_and_not_live() {
    let shelf: Shelf<_> = [deleted(edition(1, 2, "gone"))].into_iter().collect();
    assert_eq!(
        (shelf.live().count(), shelf.all().count(), shelf.is_empty()),
        (0, 1, false)
    );
    assert_eq!(shelf.get(THING).map(|record| record.body), Some("gone"));
}

#[test]
fn the_next_edition_counts_up_and_names_what_it_was_made_with_sight_of() {
    let mut shelf: Shelf<_> = [edition(1, 4, "mine"), edition(2, 5, "theirs")]
        .into_iter()
        .collect();
    let next = shelf
        .revise(THING, writer(1), some_time(), |next| next.body = "ours")
        .expect("the record is known");
    let seen = SeenEdition {
        writer: writer(2),
        rev: 5,
    };
    assert_eq!((next.rev, next.writer, next.body), (6, writer(1), "ours"));
    assert_eq!(next.came_from, [seen], "others' editions, never one's own");
    assert_eq!(
        shelf.get(THING).map(|record| record.body),
        Some("theirs"),
        "nothing is stored by it"
    );
    shelf.join(next);
    let by_a_third = shelf
        .revise(THING, writer(3), some_time(), |_| {})
        .expect("the record is known");
    let seen_by_a_third = [(1, 6), (2, 5)].map(|(by, rev)| SeenEdition {
        writer: writer(by),
        rev,
    });
    assert_eq!(by_a_third.came_from, seen_by_a_third);
    assert!(
        shelf
            .revise(RecordId(Uuid::from_u128(1)), writer(1), some_time(), |_| {})
            .is_none()
    );
}

#[test]
fn wordings_made_apart_are_both_shown_and_one_made_from_the_other_replaces_it() {
    let mut shelf: Shelf<_> = [edition(1, 1, "first")].into_iter().collect();
    let apart = shelf
        .revise(THING, writer(2), some_time(), |next| next.body = "two's")
        .expect("known");
    let mine = shelf
        .revise(THING, writer(1), some_time(), |next| next.body = "one's")
        .expect("known");
    shelf.join(mine);
    shelf.join(apart);
    let wordings = |shelf: &Shelf<&'static str>| {
        let editions = shelf.editions(THING).expect("known");
        editions
            .wordings()
            .iter()
            .map(|edition| edition.body)
            .collect::<Vec<_>>()
    };
    assert_eq!(wordings(&shelf), ["two's", "one's"], "the standing one first");
    let agreed = shelf
        .revise(THING, writer(1), some_time(), |next| next.body = "agreed")
        .expect("known");
    shelf.join(agreed);
    assert_eq!(wordings(&shelf), ["agreed"]);
}

#[test]
fn what_belongs_in_a_writers_file_is_that_writers_alone() {
    let mut shelf: Shelf<_> = [edition(1, 1, "first"), edition(2, 2, "changed")]
        .into_iter()
        .collect();
    shelf.join(Record {
        id: RecordId(Uuid::from_u128(101)),
        ..edition(2, 1, "another thing")
    });
    let bodies = |by| {
        shelf
            .by_writer(writer(by))
            .map(|edition| edition.body)
            .collect::<Vec<_>>()
    };
    assert_eq!(bodies(1), ["first"]);
    assert_eq!(bodies(2), ["changed", "another thing"]);
    assert!(bodies(3).is_empty());
    assert_eq!(
        shelf
            .editions(THING)
            .and_then(|editions| editions.by(writer(1)))
            .map(|edition| edition.rev),
        Some(1)
    );
}
