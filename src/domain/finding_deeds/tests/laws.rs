//! What holds whatever is done on the board, by whomever, in whatever order it becomes known.

use std::collections::BTreeSet;

use proptest::{collection::vec, sample::select};

use super::*;

/// What is done, by numbers that are brought onto what is there.
#[derive(Debug, Clone)]
enum Move {
    File(Vec<u128>, usize, bool),
    New(Vec<u128>, &'static str),
    Aside(Vec<u128>),
    Loosen(Vec<u128>, Option<usize>),
    Split(Vec<u128>, usize),
    Merge(usize, usize),
    Reorder(usize, bool),
    Agree(usize),
    Relist(usize, &'static str),
    TakeOut(usize),
    Draft,
}

fn a_move() -> impl Strategy<Value = Move> {
    let notes = || vec(0_u128..12, 1..4);
    let lists = select(vec!["strengths", "areas", "answers"]);
    let relists = lists.clone();
    prop_oneof![
        (notes(), 0_usize..6, any::<bool>()).prop_map(|(notes, at, against)| Move::File(notes, at, against)),
        (notes(), lists).prop_map(|(notes, list)| Move::New(notes, list)),
        notes().prop_map(Move::Aside),
        (notes(), proptest::option::of(0_usize..6)).prop_map(|(notes, from)| Move::Loosen(notes, from)),
        (notes(), 0_usize..6).prop_map(|(notes, from)| Move::Split(notes, from)),
        (0_usize..6, 0_usize..6).prop_map(|(one, into)| Move::Merge(one, into)),
        (0_usize..6, any::<bool>()).prop_map(|(at, earlier)| Move::Reorder(at, earlier)),
        (0_usize..6).prop_map(Move::Agree),
        (0_usize..6, relists).prop_map(|(at, list)| Move::Relist(at, list)),
        (0_usize..6).prop_map(Move::TakeOut),
        Just(Move::Draft),
    ]
}

fn some_records() -> impl Strategy<Value = Records> {
    let kind = select(NoteKind::ALL.to_vec());
    let one = (
        kind,
        select(vec!["b", "c"]),
        select(vec!["", "Talk", "Steps"]),
        "[a-c]{4} [d-f]{4}",
    );
    vec(one, 12).prop_map(|notes| {
        let notes = (0..).zip(notes);
        let notes =
            notes.map(|(number, (kind, by, prompt, text))| note(number, kind, [by, "Year 5", prompt], &text));
        Records {
            notes: notes.collect(),
            ..Records::default()
        }
    })
}

fn deed_of(planned: &Move, board: &FindingsBoard) -> Option<FindingDeed> {
    let found: Vec<RecordId> = board.findings().map(|found| found.id).collect();
    let at = |nth: usize| found.get(nth % found.len().max(1)).copied();
    let notes = |numbers: &[u128]| numbers.iter().copied().map(id).collect();
    Some(match planned {
        Move::File(numbers, nth, against) => file(numbers, at(*nth)?, *against),
        Move::New(numbers, list) => FindingDeed::File {
            notes: notes(numbers),
            into: Target::New(ListId::new(*list)),
            against: false,
        },
        Move::Aside(numbers) => FindingDeed::SetAside {
            notes: notes(numbers),
            because: "aside".into(),
        },
        Move::Loosen(numbers, from) => FindingDeed::Loosen {
            notes: notes(numbers),
            from: match from {
                Some(nth) => Some(at(*nth)?),
                None => None,
            },
        },
        Move::Split(numbers, nth) => FindingDeed::Split {
            notes: notes(numbers),
            from: at(*nth)?,
        },
        Move::Merge(one, into) => FindingDeed::Merge {
            others: vec![at(*one)?],
            into: at(*into)?,
        },
        Move::Reorder(nth, earlier) => FindingDeed::Move {
            finding: at(*nth)?,
            earlier: *earlier,
        },
        Move::Agree(nth) => FindingDeed::Agree {
            finding: at(*nth)?,
            agreed: true,
        },
        Move::Relist(nth, list) => FindingDeed::Relist {
            finding: at(*nth)?,
            list: ListId::new(*list),
        },
        Move::TakeOut(nth) => FindingDeed::TakeOut(at(*nth)?),
        Move::Draft => FindingDeed::Draft,
    })
}

/// Does what is planned, as this writer; gives the changes of each deed that could be done.
fn play(records: &mut Records, writer: u128, moves: &[Move]) -> Vec<Vec<FindingChange>> {
    let plan = plan();
    let mut done = Vec::new();
    for (nth, planned) in (0_u128..).zip(moves) {
        let board = FindingsBoard::of(records);
        let desk = Desk {
            plan: &plan,
            records,
            board: &board,
            fresh: id(writer * 10_000 + nth),
        };
        let changes = deed_of(planned, &board).and_then(|deed| desk.changes(&deed).ok());
        if let Some(changes) = changes {
            apply(records, writer, &changes, true);
            done.push(changes);
        }
    }
    done
}

/// Every word that stands in a finding.
fn words(records: &Records) -> BTreeSet<String> {
    let said = records.findings.live().map(|found| found.body.statement.clone());
    said.flat_map(|said| said.split([' ', ';']).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

proptest! {
    #[test]
    fn every_note_is_in_one_state_and_no_word_is_invented(
        records in some_records(),
        moves in vec(a_move(), 0..25),
    ) {
        let mut after = records.clone();
        play(&mut after, 1, &moves);
        prop_assert_eq!(&after.notes, &records.notes, "no deed touches a note");
        let board = FindingsBoard::of(&after);
        let count = |what: fn(&Use) -> bool| {
            after.notes.live().filter(|note| board.use_of(note.id).is_some_and(what)).count()
        };
        let loose = count(|what| *what == Use::Loose);
        let used = count(|what| matches!(what, Use::Used(_)));
        let aside = count(|what| matches!(what, Use::Aside(_)));
        prop_assert_eq!(loose, board.loose());
        prop_assert_eq!(loose + used + aside, after.notes.live().count());
        let mut known: BTreeSet<String> =
            records.notes.live().flat_map(|note| note.body.text.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
        known.extend(["aside".to_owned(), String::new()]);
        let said = words(&after);
        prop_assert!(said.is_subset(&known), "{:?}", said.difference(&known));
    }

    #[test]
    fn undoing_everything_brings_every_board_back(
        records in some_records(),
        moves in vec(a_move(), 0..25),
    ) {
        let mut after = records.clone();
        let mut boards = vec![FindingsBoard::of(&after)];
        let mut done = Vec::new();
        for planned in &moves {
            let plan = plan();
            let board = FindingsBoard::of(&after);
            let nth = done.len() as u128;
            let desk = Desk { plan: &plan, records: &after, board: &board, fresh: id(70_000 + nth) };
            if let Some(changes) = deed_of(planned, &board).and_then(|deed| desk.changes(&deed).ok()) {
                apply(&mut after, 1, &changes, true);
                done.push(changes);
                boards.push(FindingsBoard::of(&after));
            }
        }
        prop_assert_eq!(boards.pop(), Some(FindingsBoard::of(&after)));
        while let Some(changes) = done.pop() {
            apply(&mut after, 1, &changes, false);
            prop_assert_eq!(boards.pop(), Some(FindingsBoard::of(&after)));
        }
    }

    #[test]
    fn two_writers_come_to_one_board_in_any_order_and_no_note_gets_lost(
        records in some_records(),
        first in vec(a_move(), 0..12),
        mine in vec(a_move(), 0..12),
        theirs in vec(a_move(), 0..12),
    ) {
        let mut shared = records;
        play(&mut shared, 1, &first);
        let (mut one, mut other) = (shared.clone(), shared);
        play(&mut one, 1, &mine);
        play(&mut other, 2, &theirs);
        let (mut this_way, mut that_way) = (one.clone(), other.clone());
        this_way.merge(other);
        that_way.merge(one.clone());
        that_way.merge(one);
        let board = FindingsBoard::of(&this_way);
        prop_assert_eq!(&board, &FindingsBoard::of(&that_way));
        prop_assert!(this_way.notes.live().all(|note| board.use_of(note.id).is_some()));
    }
}
