//! Moving a run of notes changes where they are filed and nothing else, and undoing it leaves every note as it was.

use std::collections::BTreeMap;

use knownow::{
    app::Overlay,
    domain::{ids::RecordId, note::Note},
};
use proptest::prelude::*;

use super::cases;
use crate::stage::{Source, Stage};

fn notes(stage: &Stage) -> BTreeMap<(RecordId, bool), Note> {
    let day = stage.day();
    let shared = day.records.notes.live().map(|note| (note, false));
    let private = day.private.live().map(|note| (note, true));
    shared
        .chain(private)
        .map(|(note, private)| ((note.id, private), note.body.clone()))
        .collect()
}

fn written() -> impl Strategy<Value = (i64, &'static str)> {
    let keys = prop::sample::select(vec![
        "+ seen<Enter>",
        "-! heard<Enter>",
        "? asked<Enter>",
        ">kept<Enter>",
        "<Tab>+ on a question<Enter>",
        "@Head of School C said<Enter>",
        "<C-n>gone on<Enter>",
        "<C-p>gone back<Enter>",
    ]);
    (0_i64..1200, keys)
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn only_the_place_of_the_chosen_notes_changes_and_undo_brings_it_back(
        written in prop::collection::vec(written(), 1..14),
        ends in prop::collection::vec(prop::sample::select(vec!["<Up>", "<Down>", "<Left>", "<Right>"]), 0..8),
        to in prop::collection::vec(prop::sample::select(vec!["<Up>", "<Down>", "<PgDn>"]), 0..6),
    ) {
        let source = Source::called("half-day-maths");
        let mut stage = Stage::in_memory(&source, "Head of School B", "08:31");
        for (seconds, keys) in &written {
            stage.pass(chrono::TimeDelta::seconds(*seconds));
            stage.keys(keys);
        }
        // After so long nothing is on offer, and it is asked which notes.
        stage.pass(chrono::TimeDelta::seconds(200));
        let before = notes(&stage);
        stage.keys("<C-u>");
        for end in &ends {
            stage.keys(end);
        }
        let Some(Overlay::Moving(run)) = stage.model.overlay.clone() else {
            return Err(TestCaseError::fail("it is asked which notes"));
        };
        let chosen: Vec<_> = run.notes()[run.chosen()].iter().map(|mine| (mine.note, mine.private)).collect();
        prop_assert!(!chosen.is_empty());
        stage.keys("<Enter>");
        for step in &to {
            stage.keys(step);
        }
        stage.keys("<Enter>");
        let after = notes(&stage);
        prop_assert_eq!(before.len(), after.len());
        let places: Vec<_> = chosen.iter().map(|id| after[id].place.id()).collect();
        prop_assert!(places.iter().all(|place| *place == places[0]), "all of them are at one place");
        for (id, was) in &before {
            let is = &after[id];
            if !chosen.contains(id) {
                prop_assert_eq!(is, was);
                continue;
            }
            let elsewhere = Note { place: was.place.clone(), ..is.clone() };
            prop_assert_eq!(&elsewhere, was, "only the place differs");
            let same_row = is.place.slot.id == was.place.slot.id;
            prop_assert_eq!(&is.place.prompt, &was.place.prompt.clone().filter(|_| same_row));
        }
        if before != after {
            stage.keys("<C-z>");
            prop_assert_eq!(&notes(&stage), &before);
            stage.keys("<C-y>");
            prop_assert_eq!(&notes(&stage), &after);
        }
        prop_assert!(stage.saved().holds(stage.acknowledged()));
    }
}
