use std::sync::{Arc, mpsc};

use super::*;
use crate::{
    app::{
        self, Model,
        message::{At, Effect},
    },
    domain::route::PlaceId,
    runtime::{clock::Clock, ids, rehearsal, world::DEFAULT_ZONE},
    storage::{catalogue, disk::RealDisk, paths::Home},
};

#[test]
fn a_rehearsal_starts_at_the_time_asked_for_even_if_it_must_ask_who_is_there() {
    let dir = tempfile::tempdir().unwrap();
    let home = Home::find(|_| Some(dir.path().into()), None).unwrap();
    let folder = rehearsal::demo(&home, &RealDisk, &catalogue::FIRST_EXAMPLE).unwrap();
    let (events, _told) = mpsc::channel();
    let clock = Clock::wall(DEFAULT_ZONE).unwrap();
    let mut world = World::new(home, Arc::new(RealDisk), clock, events);
    let at = "2026-12-01T09:17:00+00:00".parse().unwrap();
    let asked = world.open(folder.clone(), None, Some(at)).unwrap();
    assert!(matches!(asked, Message::WhoIsThere { .. }));
    let person = Some(PersonId::new("facilitator"));
    let opened = world.perform(Effect::Open { folder, person });
    assert!(matches!(opened, Some(Message::Opened(_))));
    assert_eq!(world.now().hh_mm(), "09:17");
    world.close();
}

#[test]
fn a_rehearsal_goes_on_where_it_was_left_whatever_others_wrote_later_on_its_day() {
    let dir = tempfile::tempdir().unwrap();
    let home = Home::find(|_| Some(dir.path().into()), None).unwrap();
    let mut examples = catalogue::examples().iter();
    let example = examples.find(|example| example.begins.is_some()).unwrap();
    let folder = rehearsal::demo(&home, &RealDisk, example).unwrap();
    let (events, _told) = mpsc::channel();
    let clock = Clock::wall(DEFAULT_ZONE).unwrap();
    let mut world = World::new(home, Arc::new(RealDisk), clock, events);
    let person = Some(PersonId::new(example.person));
    let opened = world.open(folder, person, None).unwrap();
    assert!(matches!(opened, Message::Opened(_)));
    assert_eq!(world.now().hh_mm(), "11:15", "there are notes of 11:49 in it");
    world.close();
}

#[test]
fn a_plan_that_was_copied_by_hand_gets_the_word_for_sync_programs_when_it_is_opened() {
    let dir = tempfile::tempdir().unwrap();
    let home = Home::find(|_| Some(dir.path().join("home").into()), None).unwrap();
    let folder = dir.path().join("copied");
    std::fs::create_dir(&folder).unwrap();
    std::fs::File::create_new(folder.join("plan.ron"))
        .and_then(|mut file| std::io::Write::write_all(&mut file, catalogue::examples()[0].plan.as_bytes()))
        .unwrap();
    let (events, _told) = mpsc::channel();
    let clock = Clock::wall(DEFAULT_ZONE).unwrap();
    let mut world = World::new(home, Arc::new(RealDisk), clock, events);
    let person = Some(PersonId::new("facilitator"));
    let opened = world.open(folder.clone(), person, None).unwrap();
    assert!(matches!(opened, Message::Opened(_)));
    world.close();
    let ignored = std::fs::read(folder.join(session_folder::IGNORED)).unwrap();
    assert_eq!(ignored, session_folder::IGNORE.as_bytes());
}

#[test]
fn a_session_that_was_closed_for_one_that_cannot_be_opened_is_not_left_on_the_screen() {
    let dir = tempfile::tempdir().unwrap();
    let home = Home::find(|_| Some(dir.path().into()), None).unwrap();
    let folder = rehearsal::demo(&home, &RealDisk, &catalogue::FIRST_EXAMPLE).unwrap();
    let locks = home.state().join("locks");
    let (events, _told) = mpsc::channel();
    let clock = Clock::wall(DEFAULT_ZONE).unwrap();
    let mut world = World::new(home, Arc::new(RealDisk), clock, events);
    let mut model = Model::new(world.now());
    let mut open = |world: &mut World, person: &str| {
        let person = Some(PersonId::new(person));
        let folder = folder.clone();
        let told = world.perform(Effect::Open { folder, person }).unwrap();
        let at = At {
            now: world.now(),
            fresh: ids::fresh_record_id(),
        };
        app::update(&mut model, at, told);
        (model.day().is_some(), model.notice.is_some())
    };
    assert_eq!(open(&mut world, "facilitator"), (true, true));
    std::fs::remove_dir_all(&locks).unwrap();
    std::fs::File::create_new(&locks).unwrap();
    assert_eq!(open(&mut world, "head-of-school-b"), (false, true));
}

#[test]
fn the_line_in_progress_outlives_a_records_file_that_broke_and_a_laptop_that_was_renamed() {
    let dir = tempfile::tempdir().unwrap();
    let home = Home::find(|_| Some(dir.path().into()), None).unwrap();
    let folder = SessionFolder::at(rehearsal::demo(&home, &RealDisk, &catalogue::FIRST_EXAMPLE).unwrap());
    let plan = folder.plan(&RealDisk).unwrap();
    let person = plan.people[0].clone();
    let mut state = LocalState::load(&RealDisk, &home.local_state(plan.session), plan.session);
    let mut identify = |host: &str| {
        let loaded = folder.records(&RealDisk, plan.session);
        identity(&home, &folder, &loaded, person.clone(), &mut state, host)
    };
    let before = identify("here");
    let slot = plan.days[0].slots[0].id.clone();
    let draft = Draft {
        note: ids::fresh_record_id(),
        rev: 1,
        text: "half a line".into(),
        cursor: 4,
        begun: plan.begins().unwrap(),
        place: PlaceId { slot, visit: None },
        prompt: None,
        private: false,
        entered: false,
        entered_before: None,
        hidden: false,
    };
    let (mut journal, _) = Journal::open(&home.draft_journal(plan.session, before.writer));
    journal.keep(&draft).unwrap();
    std::fs::File::create_new(&before.records_path).unwrap();

    let after = identify("here");
    assert_ne!(after.writer, before.writer);
    let kept = |writer| Journal::open(&home.draft_journal(plan.session, writer)).1;
    assert_eq!(kept(after.writer), std::slice::from_ref(&draft));

    // The same laptop under another name.
    let renamed = identify("elsewhere");
    assert_ne!(renamed.writer, after.writer);
    assert_eq!(kept(renamed.writer), [draft]);
}
