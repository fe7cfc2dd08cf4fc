//! What comes into the session's folder while somebody types: notes of colleagues, half-written files, copies, a plan.

use std::{fs, path::PathBuf};

use knownow::{
    app::{Screen, message::Message, notice::Notice},
    domain::{
        arrival::Arrival,
        day_change::{Change, DayChange, Scope},
        ids::{RecordId, SlotId, WriterId},
        note::{Label, Note},
        record::Record,
        records::Entry,
    },
    storage::{catalogue, files::records_text::RecordsText},
};

use crate::stage::{Source, Stage, plan_of, shows};

const ME: &str = "Head of School B";

/// The notes of the writer from Group 2 in the worked example: the name of the file and its text.
pub fn of_group_2() -> (&'static str, &'static str) {
    let records = catalogue::examples()[1].records;
    let of_c = |(name, _): &&(&str, &str)| name.starts_with("head-of-school-c");
    *records.iter().find(of_c).expect("a writer of Group 2")
}

/// Puts a file there as a sync program does.
#[expect(clippy::disallowed_methods, reason = "a sync program, not this one")]
pub fn comes(stage: &Stage, name: &str, text: &str) -> PathBuf {
    let dir = stage.session_folder().records_dir();
    fs::create_dir_all(&dir).expect("a folder");
    fs::write(dir.join(name), text).expect("a file");
    dir.join(name)
}

/// The session of the 80 notes before any of them was made, with me in Group 1.
fn alone(time: &str) -> Stage {
    Stage::new("half-day-maths", ME, time)
}

/// The text of a colleague's file as it would be in the session on this stage.
pub fn fitted(stage: &Stage, text: &str) -> String {
    let theirs = plan_of(&Source::called(catalogue::examples()[1].folder)).session;
    text.replace(&theirs.to_string(), &stage.day().plan.session.to_string())
}

#[test]
fn the_notes_of_the_other_group_come_in_and_nothing_moves_under_whoever_types() {
    let mut stage = alone("10:16");
    let (name, text) = of_group_2();
    let text = fitted(&stage, text);
    stage.looks();
    stage.keys("+ partner talk first, th<Left><Left>");
    let before = stage.day().capture.clone();
    let place = stage.day().position;
    comes(&stage, name, &text);
    stage.looks();
    let Some(Notice::NotesIn(whose, count)) = stage.model.notice.clone() else {
        panic!("{:?}", stage.model.notice);
    };
    assert_eq!(whose, "Group 2");
    assert_eq!(count, stage.day().records.notes.live().count());
    assert!(count > 20);
    assert_eq!(format!("{:?}", stage.day().capture), format!("{before:?}"));
    assert_eq!(stage.day().position, place);
    shows("arriving_group_2", &stage.screens());
    stage.keys("en<End>e group");
    stage.keys("<Enter>");
    let mine: Vec<String> = own_notes(&stage)
        .iter()
        .map(|note| note.body.text.clone())
        .collect();
    assert_eq!(mine, ["partner talk first, enthe group"]);
    // What comes after the first time is not told again: a folder may bring a note every minute.
    stage.model.notice = None;
    comes(&stage, name, &format!("{text}\n"));
    stage.looks();
    assert_eq!(stage.model.notice, None);
}

fn own_notes(stage: &Stage) -> Vec<Record<Note>> {
    let day = stage.day();
    day.records.notes.by_writer(day.me.writer).cloned().collect()
}

#[test]
fn who_looks_at_earlier_notes_goes_on_looking_at_them() {
    let mut stage = alone("10:16");
    for nth in 0..40 {
        stage.keys(&format!("+ note {nth}<Enter>"));
    }
    stage.keys("<PgUp>");
    let back = stage.day().board.back;
    assert!(back > 0);
    let (name, text) = of_group_2();
    comes(&stage, name, &fitted(&stage, text));
    stage.looks();
    assert_eq!(stage.day().board.back, back);
}

#[test]
fn a_file_of_a_colleague_that_is_cut_off_keeps_its_notes_and_is_told_of() {
    let mut stage = alone("10:16");
    let (name, text) = of_group_2();
    let text = fitted(&stage, text);
    comes(&stage, name, &text);
    stage.looks();
    let notes = stage.day().records.notes.live().count();
    let half: String = text.chars().take(text.len() / 2).collect();
    comes(&stage, name, &half);
    stage.looks();
    stage.at("10:17");
    stage.looks();
    assert_eq!(stage.day().records.notes.live().count(), notes);
    shows("arriving_half_written", &stage.screens());
    comes(&stage, name, "");
    stage.looks();
    stage.at("10:18");
    stage.looks();
    shows("arriving_empty", &stage.screens());
    comes(&stage, name, &text);
    stage.looks();
    assert!(stage.day().others.in_trouble().next().is_none());
    assert!(!stage.screen(120, 36).contains(name));
}

#[test]
fn what_only_a_copy_of_my_own_file_holds_is_saved_in_mine() {
    let mut stage = alone("10:16");
    stage.keys("+ first<Enter>");
    let mut lost = own_notes(&stage).remove(0);
    lost.id = lost.id.further(7);
    lost.body.text = "lost by the sync program".into();
    let day = stage.day();
    let me = Label::new(day.me.person.clone(), &day.me.name);
    let mut text = RecordsText::new(day.plan.session, day.me.writer, &me).expect("a head");
    text.put(&Entry::Note(lost.clone())).expect("a line");
    let text = String::from_utf8(text.bytes()).expect("text");
    let copy = comes(
        &stage,
        "head-of-school-b (conflicted copy 2026-12-01 101512).ron",
        &text,
    );
    stage.looks();
    assert_eq!(stage.model.notice, Some(Notice::CopyJoined(ME.into())));
    fs::remove_file(copy).expect("it was there");
    stage.die_and_reopen();
    let mut texts: Vec<String> = own_notes(&stage)
        .iter()
        .map(|note| note.body.text.clone())
        .collect();
    texts.sort();
    assert_eq!(texts, ["first", "lost by the sync program"]);
    let writers: Vec<WriterId> = own_notes(&stage).iter().map(|note| note.writer).collect();
    assert_eq!(writers, [stage.day().me.writer; 2]);
}

#[test]
fn a_later_edition_of_the_plan_is_taken_up_where_one_stands() {
    let mut stage = alone("09:20");
    stage.keys("+ half a li");
    let place = stage.day().stop().map(|stop| stop.place.clone());
    let path = stage.session_folder().plan_path();
    let text = fs::read_to_string(&path).expect("a plan");
    let later = text.replacen("revision: 1,", "revision: 2,", 1).replacen(
        "Full participation",
        "Everybody takes part",
        1,
    );
    assert_ne!(later.len(), text.len());
    #[expect(clippy::disallowed_methods, reason = "a sync program, not this one")]
    fs::write(&path, later).expect("a plan");
    stage.looks();
    assert_eq!(stage.model.notice, Some(Notice::PlanArrived));
    assert_eq!(stage.day().plan.revision, 2);
    assert_eq!(stage.day().stop().map(|stop| stop.place.clone()), place);
    assert!(stage.screen(120, 36).contains("Everybody takes part"));
    stage.keys("ne<Enter>");
    assert_eq!(own_notes(&stage)[0].body.text, "half a line");
}

#[test]
fn a_plan_that_somebody_here_owns_is_not_replaced_underneath() {
    let mut stage = Stage::owner("half-day-maths", ME, "07:30");
    let path = stage.session_folder().plan_path();
    let text = fs::read_to_string(&path).expect("a plan");
    #[expect(clippy::disallowed_methods, reason = "a sync program, not this one")]
    fs::write(&path, text.replacen("revision: 1,", "revision: 9,", 1)).expect("a plan");
    stage.looks();
    assert_eq!(stage.day().plan.revision, 1);
}

#[test]
fn what_was_looked_at_in_another_session_stays_out_of_this_one() {
    let mut stage = alone("10:16");
    let elsewhere = Stage::new("half-day-maths-80-notes", ME, "10:16");
    let arrival = Arrival {
        session: elsewhere.day().plan.session,
        records: elsewhere.day().records.clone(),
        files: Vec::new(),
        plan: Some(Box::new(elsewhere.day().plan.clone())),
        plan_trouble: None,
        own_lost: None,
        plan_copies: Vec::new(),
    };
    stage.take(Message::Arrived(Box::new(arrival)));
    assert!(stage.day().records.notes.is_empty());
    assert_ne!(stage.day().plan.session, elsewhere.day().plan.session);
}

#[test]
fn words_typed_into_a_note_that_a_copy_changed_meanwhile_come_back() {
    let mut stage = alone("10:16");
    stage.keys("+ first<Enter><Up> and more");
    let day = stage.day();
    let mut newer = own_notes(&stage).remove(0);
    newer.rev = 5;
    newer.body.text = "from a copy".into();
    let me = Label::new(day.me.person.clone(), &day.me.name);
    let mut text = RecordsText::new(day.plan.session, day.me.writer, &me).expect("a head");
    text.put(&Entry::Note(newer)).expect("a line");
    let text = String::from_utf8(text.bytes()).expect("text");
    comes(&stage, "head-of-school-b (1).ron", &text);
    stage.looks();
    stage.die_and_reopen();
    assert!(
        stage.screen(80, 24).contains("+ first and more"),
        "{}",
        stage.screen(80, 24)
    );
    assert_eq!(own_notes(&stage)[0].body.text, "from a copy");
}

/// A file of the person at this laptop from another one, made with `time`; its name, and its text with what `put` adds.
fn of_other_laptop(stage: &Stage, put: impl FnOnce(&mut RecordsText, WriterId)) -> (String, String) {
    let writer = WriterId(uuid::Uuid::from_u128(99));
    let day = stage.day();
    let me = Label::new(day.me.person.clone(), &day.me.name);
    let person = day.plan.person(&day.me.person).expect("on the plan");
    let path = stage.session_folder().records_path(person, writer);
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    let mut text = RecordsText::new(day.plan.session, writer, &me).expect("a head");
    put(&mut text, writer);
    (name, String::from_utf8(text.bytes()).expect("text"))
}

#[test]
fn in_a_rehearsal_nobody_writes_on_another_laptop() {
    let mut stage = alone("10:16");
    if let Screen::Day(day) = &mut stage.model.screen {
        day.plan.rehearsal_of = Some(day.plan.session);
    }
    let (name, text) = of_other_laptop(&stage, |_, _| {});
    comes(&stage, &name, &text);
    stage.looks();
    let told = &stage.model.notice;
    assert!(!matches!(told, Some(Notice::WritesElsewhere(_))), "{told:?}");
}

#[test]
fn another_laptop_of_the_same_person_is_told_of_before_any_note() {
    // At the opening, on a laptop that has nothing of theirs yet.
    let mut stage = alone("10:16");
    let (name, text) = of_other_laptop(&stage, |_, _| {});
    comes(&stage, &name, &text);
    stage.looks();
    assert_eq!(stage.model.notice, Some(Notice::WritesElsewhere(ME.into())));

    // While both are in use: a step there is enough, and nothing recorded there today is no news.
    let mut stage = alone("10:16");
    stage.keys("+ first<Enter>");
    stage.looks();
    stage.model.notice = None;
    let (name, text) = of_other_laptop(&stage, |_, _| {});
    comes(&stage, &name, &text);
    stage.looks();
    assert_eq!(stage.model.notice, None);
    let step = |text: &mut RecordsText, writer| {
        let now = stage.now;
        let what = Change::Stepped {
            slot: SlotId::new("break"),
            visit: None,
            late: 3,
            held: false,
        };
        let body = DayChange {
            at: now,
            late: 3,
            scope: Scope::Everyone,
            what,
        };
        let id = RecordId(uuid::Uuid::from_u128(5));
        let step = Record {
            id,
            writer,
            rev: 1,
            deleted: false,
            seq: 1,
            edited_at: now,
            came_from: Vec::new(),
            body,
        };
        text.put(&Entry::Change(step)).expect("a line");
    };
    let (name, text) = of_other_laptop(&stage, step);
    comes(&stage, &name, &text);
    stage.looks();
    let told = &stage.model.notice;
    assert_eq!(*told, Some(Notice::WritesElsewhere(ME.into())));
}

#[test]
fn who_writes_on_two_laptops_at_once_is_told_so_once() {
    let mut stage = alone("10:16");
    stage.keys("+ first<Enter>");
    stage.looks();
    let mut there = own_notes(&stage).remove(0);
    there.id = there.id.further(7);
    there.writer = WriterId(uuid::Uuid::from_u128(99));
    there.body.text = "typed on the other one".into();
    let day = stage.day();
    let me = Label::new(day.me.person.clone(), &day.me.name);
    let person = day.plan.person(&day.me.person).expect("on the plan");
    let path = stage.session_folder().records_path(person, there.writer);
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    let mut text = RecordsText::new(day.plan.session, there.writer, &me).expect("a head");
    text.put(&Entry::Note(there)).expect("a line");
    let text = String::from_utf8(text.bytes()).expect("text");
    comes(&stage, &name, &text);
    stage.looks();
    assert_eq!(stage.model.notice, Some(Notice::WritesElsewhere(ME.into())));
    let screen = stage.screen(80, 24);
    assert!(screen.contains("also writes on another laptop"), "{screen}");
    stage.keys("<Esc><Esc>");
    comes(&stage, &name, &format!("{text}\n"));
    stage.looks();
    assert_eq!(stage.model.notice, None);
}

#[test]
fn a_file_that_is_nobodys_notes_is_told_of_once_in_one_line() {
    let mut stage = Stage::new("half-day-maths", ME, "09:10");
    stage.put_file("holiday.ron", b"(beach: 3, towel");
    stage.put_file("head-of-school-c.7f3b.ron", b"(format: \"know");
    stage.looks();
    stage.at("09:11");
    stage.looks();
    let screen = stage.screen(120, 36);
    assert!(
        screen.contains("holiday.ron in records/ is none of ours: it can be taken out of the folder"),
        "{screen}"
    );
    stage.keys("- next<Enter>");
    stage.looks();
    let screen = stage.screen(120, 36);
    assert!(!screen.contains("holiday"), "{screen}");
    assert!(
        screen.contains("head-of-school-c.7f3b.ron"),
        "a half-written one still matters:\n{screen}"
    );
    stage.keys("<C-k>report<Enter>");
    let screen = stage.screen(120, 36);
    assert!(
        screen.contains("holiday.ron in records/ is none of ours"),
        "{screen}"
    );
}
