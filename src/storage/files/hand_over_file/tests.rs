use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::{
    domain::{hand_over::piece::Found, plan::Plan},
    storage::{
        catalogue,
        files::{plan_file, records_file},
    },
};

/// The worked example with 80 notes, and what is about it.
fn example() -> (Plan, Records, About) {
    let example = &catalogue::examples()[1];
    let plan = plan_file::read_plan(Path::new("plan.ron"), example.plan.as_bytes()).unwrap();
    let mut records = Records::default();
    let mut writers = Vec::new();
    for (name, text) in example.records {
        let read = records_file::read_records(Path::new(name), text.as_bytes(), plan.session);
        writers.push((read.writer.unwrap(), read.person.unwrap()));
        records.merge(read.records);
    }
    let about = About {
        session: plan.session,
        host: plan.host.name.clone(),
        title: plan.agreement.title.clone(),
        made: "2026-12-01T10:15:00+00:00".parse().unwrap(),
        writers,
    };
    (plan, records, about)
}

/// A piece as it is found again when nothing happened to it.
fn unharmed(piece: &Piece) -> Found {
    Found::read(&piece.tag, 7, &piece.words, &piece.tail).unwrap()
}

fn found(about: &About, records: &Records) -> Vec<Found> {
    pieces(about, records).unwrap().iter().map(unharmed).collect()
}

/// The records as they are handed over: struck-out words stay where they are.
fn going(records: &Records) -> Records {
    let mut going = records.clone();
    going.notes = records.notes.all().cloned().map(without_struck_words).collect();
    going
}

fn without_struck_words(mut note: Record<Note>) -> Record<Note> {
    if note.deleted {
        note.body.text.clear();
        note.body.tags.clear();
    }
    note
}

fn joined(handed: &HandedOver) -> Records {
    let mut records = Records::default();
    for entry in handed.entries.clone() {
        records.join(entry);
    }
    records
}

#[test]
fn every_record_comes_back_as_it_was() {
    let (plan, records, about) = example();
    let handed = read(&[(&found(&about, &records), &[])], &plan).unwrap();
    assert_eq!(handed.damaged, []);
    assert_eq!(handed.mended, 0);
    assert_eq!(handed.writers, about.writers);
    assert_eq!(joined(&handed), going(&records));
}

#[test]
fn only_the_writers_that_it_is_about_are_in_it() {
    let (plan, records, mut about) = example();
    about.writers.truncate(1);
    let writer = about.writers[0].0;
    let handed = read(&[(&found(&about, &records), &[])], &plan).unwrap();
    assert_eq!(joined(&handed), going(&records.by_writer(writer)));
}

#[test]
fn the_words_of_a_note_that_was_struck_out_stay_where_they_are() {
    let (plan, mut records, about) = example();
    let mut note = records.notes.live().next().unwrap().clone();
    note.rev += 1;
    note.deleted = true;
    note.body.text = "zebrafish".into();
    note.body.tags = vec!["zebrafish".into()];
    records.join(Entry::Note(note.clone()));
    let pieces = pieces(&about, &records).unwrap();
    assert!(!format!("{pieces:?}").contains("zebrafish"));
    let found: Vec<Found> = pieces.iter().map(unharmed).collect();
    let handed = joined(&read(&[(&found, &[])], &plan).unwrap());
    let back = handed.notes.get(note.id).unwrap();
    assert!(back.deleted && back.rev == note.rev && back.body.text.is_empty());
}

#[test]
fn a_list_of_words_that_is_lost_is_made_up_from_the_plan_and_otherwise_noticed() {
    let (mut plan, records, about) = example();
    let mut found = found(&about, &records);
    found.retain(|piece| !piece.tag.starts_with("words"));
    let handed = read(&[(&found, &[])], &plan).unwrap();
    assert_eq!(joined(&handed), going(&records));
    for person in &mut plan.people {
        person.name.push('!');
    }
    let handed = read(&[(&found, &[])], &plan).unwrap();
    assert_eq!(handed.damaged.len(), records.notes.len());
}

#[test]
fn what_belongs_elsewhere_is_of_another_time_or_has_no_head_is_refused() {
    let (plan, records, about) = example();
    let all = found(&about, &records);
    let mut other = plan.clone();
    other.session = SessionId(uuid::Uuid::from_u128(5));
    other.host.name = "Elmfield Primary".into();
    let refusal = read(&[(&all, &[])], &other).unwrap_err();
    let words = refusal.to_string();
    assert!(
        words.contains("Oakfield Primary") && words.contains("Elmfield Primary"),
        "{words}"
    );

    let mut newer = all.clone();
    newer[0].tag = "knownow hand-over 9".into();
    assert_eq!(read(&[(&newer, &[])], &plan), Err(Refusal::Newer(9)));

    let last = all.len() - 1;
    assert_eq!(read(&[(&all[1..last], &[])], &plan), Err(Refusal::NoHead));
    assert_eq!(
        joined(&read(&[(&all[1..], &[])], &plan).unwrap()),
        going(&records),
        "the end has it too"
    );
}

#[test]
fn what_is_missing_or_cut_is_named_and_the_rest_is_taken_in() {
    let (plan, records, about) = example();
    let mut all = found(&about, &records);
    let [cut, lost] = [5, 9].map(|number: usize| {
        let at = all
            .iter()
            .position(|piece| piece.tag == number.to_string())
            .unwrap();
        all.remove(at);
        number
    });
    let handed = read(&[(&all, &[(cut.to_string(), 40)])], &plan).unwrap();
    let told: Vec<_> = handed
        .damaged
        .iter()
        .map(|damage| (damage.number, damage.line))
        .collect();
    assert_eq!(told, [(cut, Some(40)), (lost, None)]);
    assert_eq!(handed.entries.len(), records.len() - 2);
}

#[test]
fn two_hand_overs_one_behind_the_other_are_both_taken_in() {
    let (plan, records, about) = example();
    let mut both = Vec::new();
    for writer in &about.writers {
        let one = About {
            writers: vec![writer.clone()],
            ..about.clone()
        };
        both.extend(found(&one, &records));
    }
    let handed = read(&[(&both, &[])], &plan).unwrap();
    assert_eq!(handed.damaged, []);
    assert_eq!(joined(&handed), going(&records));
}

proptest! {
    /// Any change of a letter or digit within a piece is noticed, whatever it is.
    #[test]
    fn no_changed_word_is_taken_for_sound(number in 1_usize..80, at in 0_usize..400, letter in "[a-z0-9A-Z(]") {
        let (plan, records, all) = cached();
        let piece = &all[number];
        let mut text: Vec<char> = format!("{}\u{1}{}", piece.words, piece.tail).chars().collect();
        let at = at % text.len();
        let letter = letter.chars().next().unwrap();
        prop_assume!(text[at] != letter && text[at].is_alphanumeric());
        text[at] = letter;
        let text: String = text.into_iter().collect();
        let (words, tail) = text.split_once('\u{1}').unwrap();
        let harmed = Found::read(&piece.tag, 1, words, tail);
        let mut harmed: Vec<Found> = harmed.into_iter().collect();
        harmed.push(unharmed(&all[0]));
        let handed = read(&[(&harmed, &[])], plan).unwrap();
        for entry in handed.entries {
            let mut known = records.clone();
            prop_assert!(!known.join(entry), "a changed record was taken in");
        }
    }
}

/// The example and its pieces, made once: a property looks at them many times.
fn cached() -> &'static (Plan, Records, Vec<Piece>) {
    static EXAMPLE: std::sync::OnceLock<(Plan, Records, Vec<Piece>)> = std::sync::OnceLock::new();
    EXAMPLE.get_or_init(|| {
        let (plan, records, about) = example();
        let pieces = pieces(&about, &records).unwrap();
        (plan, records, pieces)
    })
}
