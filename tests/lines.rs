//! What becomes of a line that is emptied, undone, or taken up where nothing may be written.

use std::path::Path;

use knownow::{
    app::{
        self, Model,
        capture::Edit,
        day::Day,
        message::{Action, At, Effect, Message, Opened, ReadOnly},
    },
    domain::{
        ids::{PersonId, RecordId, WriterId},
        note::{Label, Note, NoteKind, NotePlace},
        record::{Record, Shelf},
        records::Records,
        route::Route,
        stamp::Stamp,
    },
    storage::{catalogue, files::plan_file},
};
use uuid::Uuid;

const ME: WriterId = WriterId(Uuid::from_u128(7));

/// The worked example on the screen of Head of School B, with all that was to be done so far.
#[cfg(test)]
struct Sitting {
    model: Model,
    now: Stamp,
    minted: u128,
    effects: Vec<Effect>,
}

#[cfg(test)]
fn moment(time: &str) -> Stamp {
    format!("2026-12-01T{time}:00+00:00").parse().unwrap()
}

#[cfg(test)]
impl Sitting {
    fn at(time: &str) -> Self {
        Self::with(time, None, |_| Records::default())
    }

    fn with(time: &str, read_only: Option<ReadOnly>, records: impl FnOnce(&Opened) -> Records) -> Self {
        let example = &catalogue::examples()[0];
        let plan = plan_file::read_plan(Path::new("plan.ron"), example.plan.as_bytes()).unwrap();
        let mut opened = Opened {
            folder: "somewhere".into(),
            plan,
            records: Records::default(),
            private: Shelf::default(),
            me: PersonId::new("head-of-school-b"),
            writer: ME,
            owns_plan: false,
            plan_only_read: None,
            read_only,
            drafts: Vec::new(),
            plan_problem: None,
            problems: Vec::new(),
            problems_of_records: Vec::new(),
            stood_in: Vec::new(),
            writers: Vec::new(),
            formerly: Vec::new(),
            lost: Vec::new(),
            clocks: knownow::domain::clock_offset::ClockOffsets::default(),
        };
        opened.records = records(&opened);
        let now = moment(time);
        let mut sitting = Self {
            model: Model::new(now),
            now,
            minted: 100,
            effects: Vec::new(),
        };
        sitting.take(Message::Opened(Box::new(opened)));
        sitting
    }

    fn take(&mut self, message: Message) {
        self.minted += 1;
        let at = At {
            now: self.now,
            fresh: RecordId(Uuid::from_u128(self.minted)),
        };
        self.effects = app::update(&mut self.model, at, message);
    }

    fn ask(&mut self, action: Action) {
        self.take(Message::Asked(action));
    }

    fn edit(&mut self, edit: Edit) {
        self.ask(Action::Edit(edit));
    }

    fn type_text(&mut self, text: &str) {
        text.chars().for_each(|letter| self.take(Message::Typed(letter)));
    }

    fn until(&mut self, time: &str) {
        self.now = moment(time);
        self.take(Message::Tick);
    }

    fn day(&self) -> &Day {
        self.model.day().unwrap()
    }

    fn text(&self) -> String {
        self.day().capture.text()
    }

    /// The class of the line in progress.
    fn class(&self) -> Option<&str> {
        let visit = self.day().capture.started()?.place.visit.as_ref()?;
        Some(&visit.words)
    }
}

#[test]
fn a_line_deleted_by_mistake_comes_back_and_no_note_is_touched() {
    let mut sitting = Sitting::at("09:05");
    sitting.type_text("+ saved before");
    sitting.ask(Action::Enter);
    sitting.type_text("every pupil answers");
    sitting.edit(Edit::SelectAll);
    sitting.edit(Edit::Backspace);
    assert_eq!(sitting.text(), "");
    sitting.until("09:20");
    sitting.ask(Action::Undo);
    assert_eq!(sitting.text(), "every pupil answers");
    assert_eq!(sitting.class(), Some("Year 5"), "it was begun there");
    assert!(
        matches!(&sitting.effects[..], [Effect::KeepDraft(draft)] if draft.text == "every pupil answers")
    );
    assert_eq!(sitting.day().records.notes.live().count(), 1);
}

#[test]
fn a_line_undone_to_nothing_and_done_again_keeps_its_place_and_time() {
    let mut sitting = Sitting::at("09:14");
    sitting.type_text("cubes");
    let begun = sitting.day().capture.started().cloned();
    sitting.ask(Action::Undo);
    assert_eq!(sitting.text(), "");
    sitting.until("09:16");
    sitting.ask(Action::Redo);
    assert_eq!(sitting.text(), "cubes");
    assert_eq!(sitting.day().capture.started().cloned(), begun);
}

#[test]
fn letters_deleted_one_by_one_come_back_as_a_word() {
    let mut sitting = Sitting::at("09:05");
    sitting.type_text("nine cubes");
    (0.."cubes".len()).for_each(|_| sitting.edit(Edit::Backspace));
    assert_eq!(sitting.text(), "nine ");
    sitting.ask(Action::Undo);
    assert_eq!(sitting.text(), "nine cubes");
    sitting.ask(Action::Redo);
    assert_eq!(sitting.text(), "nine ");
    sitting.ask(Action::Undo);
    sitting.ask(Action::Undo);
    assert_eq!(sitting.text(), "nine ");
}

#[test]
fn what_is_typed_in_place_of_a_note_taken_back_belongs_where_one_is_now() {
    let mut sitting = Sitting::at("09:05");
    sitting.type_text("not so");
    sitting.ask(Action::Enter);
    sitting.until("09:20");
    sitting.ask(Action::Undo);
    assert_eq!(
        (sitting.text().as_str(), sitting.class()),
        ("not so", Some("Year 5"))
    );
    sitting.edit(Edit::SelectAll);
    sitting.edit(Edit::Backspace);
    sitting.type_text("another class");
    assert_eq!(sitting.class(), Some("Year 6"));
}

#[test]
fn the_journal_keeps_a_note_taken_back_before_its_save_was_confirmed() {
    let mut sitting = Sitting::at("09:05");
    sitting.type_text("in haste");
    sitting.ask(Action::Enter);
    sitting.ask(Action::Undo);
    assert_eq!(sitting.text(), "in haste");
    sitting.take(Message::Saved {
        serial: 1,
        weaker: false,
    });
    assert_eq!(sitting.effects, []);
}

#[test]
fn where_nothing_may_be_written_nothing_is_taken_along() {
    // A note of this very minute, which another window has just saved.
    let held = ReadOnly::HeldBy("somebody".into());
    let mut sitting = Sitting::with("09:14", Some(held), |opened| {
        let group = opened.plan.person(&opened.me).unwrap().group.clone();
        let route = Route::of(&opened.plan, group.as_ref());
        let stop = route.planned_at(0, moment("09:15")).unwrap();
        let view = opened
            .plan
            .view(route.stop(stop).unwrap(), group.as_ref())
            .unwrap();
        let me = Label::new(opened.me.clone(), "me");
        let note = Record {
            id: RecordId(Uuid::from_u128(1)),
            writer: ME,
            rev: 1,
            deleted: false,
            seq: 1,
            edited_at: moment("09:15"),
            came_from: Vec::new(),
            body: Note {
                when: moment("09:15"),
                by: me.clone(),
                typed_by: me,
                place: NotePlace::at(&opened.plan, &view, group.as_ref()),
                kind: NoteKind::Strength,
                important: false,
                tags: Vec::new(),
                text: "of the other window".into(),
            },
        };
        Records {
            notes: [note].into_iter().collect(),
            ..Records::default()
        }
    });
    sitting.until("09:15");
    sitting.ask(Action::PreviousPlace);
    sitting.ask(Action::TakeAlong);
    assert_eq!(sitting.effects, []);
    assert!(!sitting.model.has_unsaved());
}
