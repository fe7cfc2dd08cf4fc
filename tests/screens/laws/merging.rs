//! The merge law: whatever way records come together, everybody ends with the same, and nothing vanishes.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use knownow::{
    domain::{
        ids::{PersonId, RecordId, SessionId, WriterId},
        note::{Label, NoteKind},
        record::{Record, SeenEdition, Shelf},
        records::{Entry, Records},
        stamp::Stamp,
    },
    storage::files::{records_file::read_records, records_text::RecordsText},
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use uuid::Uuid;

use super::cases;

#[path = "../../../src/storage/files/records_file/tests/any_records.rs"]
mod any_records;

use any_records::{any_entry, entries_of};

const SESSION: SessionId = SessionId(Uuid::from_u128(1));
const WRITERS: usize = 4;

fn writer(nth: usize) -> WriterId {
    WriterId(Uuid::from_u128(nth as u128))
}

fn joined(entries: &[Entry]) -> Records {
    let mut records = Records::default();
    for entry in entries {
        records.join(entry.clone());
    }
    records
}

fn merged(mut one: Records, other: &Records) -> Records {
    one.merge(other.clone());
    one
}

/// The bytes that these records make as one file.
fn bytes(records: &Records) -> Vec<u8> {
    let person = Label::new(PersonId::new("reviewer-1"), "Reviewer 1");
    let mut text = RecordsText::new(SESSION, writer(0), &person).expect("a head");
    text.put_all(records).expect("records that can be written");
    text.bytes()
}

fn read(bytes: &[u8]) -> Records {
    read_records(Path::new("a.ron"), bytes, SESSION).records
}

fn id(entry: &Entry) -> (&'static str, RecordId) {
    match entry {
        Entry::Note(record) => ("note", record.id),
        Entry::Asked(record) => ("asked", record.id),
        Entry::Change(record) => ("change", record.id),
        Entry::Finding(record) => ("finding", record.id),
        Entry::SignOff(record) => ("sign-off", record.id),
        Entry::FollowUp(record) => ("follow-up", record.id),
        Entry::Placing(record) => ("placing", record.id),
    }
}

fn ids<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> BTreeSet<(&'static str, RecordId)> {
    entries.into_iter().map(id).collect()
}

fn some_entries() -> impl Strategy<Value = Vec<Entry>> {
    prop::collection::vec(any_entry(), 0..6)
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn the_order_and_number_of_meetings_make_no_difference(
        one in some_entries(), two in some_entries(), three in some_entries()
    ) {
        let (a, b, c) = (joined(&one), joined(&two), joined(&three));
        let all = merged(merged(a.clone(), &b), &c);
        prop_assert_eq!(&merged(a.clone(), &b), &merged(b.clone(), &a), "who comes to whom");
        prop_assert_eq!(&merged(a.clone(), &merged(b.clone(), &c)), &all, "who meets first");
        prop_assert_eq!(&merged(a.clone(), &a), &a, "meeting oneself");
        prop_assert_eq!(&merged(all.clone(), &b), &all, "meeting again");
        prop_assert_eq!(bytes(&merged(merged(c, &b), &a)), bytes(&all), "the same bytes");
    }

    #[test]
    fn the_order_in_which_single_editions_come_makes_no_difference(
        (one, other) in some_entries().prop_flat_map(|entries| {
            // Some come twice, as a sync program hands a file on again.
            let again: Vec<Entry> = entries.iter().cloned().chain(entries.iter().take(4).cloned()).collect();
            (Just(entries), Just(again).prop_shuffle())
        })
    ) {
        let (in_order, shuffled) = (joined(&one), joined(&other));
        prop_assert_eq!(&in_order, &shuffled);
        for nth in 0..WRITERS {
            let of = |records: &Records| bytes(&records.by_writer(writer(nth)));
            prop_assert_eq!(of(&in_order), of(&shuffled), "the same file, byte for byte");
        }
    }

    #[test]
    fn no_record_ever_vanishes(one in some_entries(), two in some_entries()) {
        let all = merged(joined(&one), &joined(&two));
        prop_assert_eq!(ids(&entries_of(&all)), ids(one.iter().chain(&two)));
    }

    #[test]
    fn one_file_a_writer_gives_everything_back(entries in prop::collection::vec(any_entry(), 0..8)) {
        let all = joined(&entries);
        let mut again = Records::default();
        for nth in (0..WRITERS).rev() {
            again.merge(read(&bytes(&all.by_writer(writer(nth)))));
        }
        prop_assert_eq!(again, all);
    }

    #[test]
    fn wordings_made_apart_both_stay_and_one_made_from_the_other_replaces_it(
        acts in prop::collection::vec(act(), 0..24)
    ) {
        let mut review = Review::begun();
        for act in &acts {
            review.play(act);
        }
        let (shown, expected) = review.wordings();
        prop_assert_eq!(shown, expected);
    }
}

/// What an edition is, with every kind of change and of finding told apart.
fn kind(entry: &Entry) -> String {
    let first_word = |of: String| of.split([' ', '(', '{']).next().unwrap_or_default().to_string();
    match entry {
        Entry::Note(note) => format!("note {:?}", note.body.kind),
        Entry::Change(change) => first_word(format!("{:?}", change.body.what)),
        Entry::Finding(finding) => first_word(format!("{:?}", finding.body.kind)),
        other => id(other).0.to_string(),
    }
}

#[test]
fn the_laws_are_tried_with_records_of_every_kind() {
    let mut runner = TestRunner::new(cases(1));
    let mut seen = BTreeSet::new();
    for _ in 0..500 {
        let entry = any_entry().new_tree(&mut runner).expect("an edition").current();
        seen.insert(kind(&entry));
    }
    let notes = NoteKind::ALL.map(|kind| format!("note {kind:?}"));
    let changes = "Stepped Retimed Dropped VisitMoved NotSeen VisitAdded RowAdded PromptAdded PersonAdded";
    let others = "Listed About SetAside Claim Accepted asked sign-off follow-up placing";
    let words = changes.split(' ').chain(others.split(' ')).map(str::to_string);
    let all: BTreeSet<String> = notes.into_iter().chain(words).collect();
    assert_eq!(seen, all);
}

/// What happens among three writers who change one record.
#[derive(Debug, Clone)]
enum Act {
    /// A writer changes it, with sight of what is known there.
    Changes(usize),
    /// The second hears all that the first knows.
    Tells(usize, usize),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0_usize..3).prop_map(Act::Changes),
        (0_usize..3, 0_usize..3).prop_map(|(from, to)| Act::Tells(from, to)),
    ]
}

/// An edition by its writer and revision.
type Edition = (usize, u32);

/// Three writers, and the true story of who saw what.
struct Review {
    shelves: [Shelf<u32>; 3],
    heard: [BTreeSet<Edition>; 3],
    pasts: BTreeMap<Edition, BTreeSet<Edition>>,
}

const THING: RecordId = RecordId(Uuid::from_u128(7));

fn some_time() -> Stamp {
    "2026-12-01T11:20:00+00:00".parse().expect("a time")
}

impl Review {
    fn begun() -> Self {
        let first = Record {
            id: THING,
            writer: writer(0),
            rev: 1,
            deleted: false,
            seq: 1,
            edited_at: some_time(),
            came_from: Vec::<SeenEdition>::new(),
            body: 0,
        };
        let mut shelves: [Shelf<u32>; 3] = Default::default();
        shelves[0].join(first);
        Self {
            shelves,
            heard: [BTreeSet::from([(0, 1)]), BTreeSet::new(), BTreeSet::new()],
            pasts: BTreeMap::from([((0, 1), BTreeSet::new())]),
        }
    }

    fn play(&mut self, act: &Act) {
        match *act {
            Act::Changes(who) => {
                let next = self.shelves[who].revise(THING, writer(who), some_time(), |next| next.body += 1);
                if let Some(next) = next {
                    let edition = (who, next.rev);
                    self.pasts.insert(edition, self.heard[who].clone());
                    self.heard[who].insert(edition);
                    self.shelves[who].join(next);
                }
            }
            Act::Tells(from, to) => {
                let told = self.shelves[from].clone();
                self.shelves[to].merge(told);
                let heard = self.heard[from].clone();
                self.heard[to].extend(heard);
            }
        }
    }

    /// The wordings that are shown once everybody met, and those that nobody's latest one was made with sight of.
    fn wordings(self) -> (BTreeSet<Edition>, BTreeSet<Edition>) {
        let mut all = Shelf::default();
        for shelf in self.shelves {
            all.merge(shelf);
        }
        let shown = all.editions(THING).expect("the record").wordings();
        let shown = shown.iter().map(|edition| {
            let who = (0..3)
                .find(|nth| writer(*nth) == edition.writer)
                .expect("a writer");
            (who, edition.rev)
        });
        let latest: BTreeMap<usize, u32> = self.pasts.keys().copied().collect();
        let seen = |edition: &Edition| {
            latest
                .iter()
                .any(|(who, rev)| self.pasts[&(*who, *rev)].contains(edition))
        };
        let apart = latest
            .iter()
            .map(|(who, rev)| (*who, *rev))
            .filter(|edition| !seen(edition));
        (shown.collect(), apart.collect())
    }
}
