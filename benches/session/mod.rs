//! A session with as many notes as a bench asks for, made from the worked example.

use std::path::Path;

use knownow::{
    app::{
        self, Model,
        message::{At, Message, Opened},
    },
    domain::{
        clock_offset::ClockOffsets,
        ids::{PersonId, RecordId},
        note::Note,
        record::{Record, Shelf},
        records::{Entry, Records},
        stamp::Stamp,
    },
    storage::{
        catalogue,
        files::{plan_file, records_file},
    },
};

/// A moment in a lesson visit of the worked example.
pub fn at_0916() -> At {
    let now: Stamp = "2026-12-01T09:16:00+00:00".parse().expect("a time");
    At {
        now,
        fresh: RecordId(uuid::Uuid::from_u128(0)),
    }
}

/// A session with so many notes of one person, no two of which are the same.
pub fn opened(notes: usize) -> Opened {
    let example = &catalogue::examples()[1];
    let plan = plan_file::read_plan(Path::new("plan.ron"), example.plan.as_bytes()).expect("the plan");
    let (name, bytes) = example.records[1];
    let read = records_file::read_records(Path::new(name), bytes.as_bytes(), plan.session);
    let written: Vec<Record<Note>> = read.records.notes.live().cloned().collect();
    let mut records = Records::default();
    for at in 0..notes {
        let mut note = written[at % written.len()].clone();
        note.id = RecordId(uuid::Uuid::from_u128(at as u128 + 1));
        note.seq = u32::try_from(at).expect("few notes");
        note.body.text = format!("{} ({at})", note.body.text);
        records.join(Entry::Note(note));
    }
    Opened {
        folder: "session".into(),
        plan,
        records,
        private: Shelf::default(),
        me: PersonId::new("head-of-school-b"),
        writer: read.writer.expect("a writer"),
        owns_plan: false,
        plan_only_read: None,
        read_only: None,
        drafts: Vec::new(),
        plan_problem: None,
        problems: Vec::new(),
        problems_of_records: Vec::new(),
        writers: Vec::new(),
        stood_in: Vec::new(),
        formerly: Vec::new(),
        lost: Vec::new(),
        clocks: ClockOffsets::default(),
    }
}

/// The same on the screen.
pub fn on_the_day(notes: usize) -> Model {
    let at = at_0916();
    let mut model = Model::new(at.now);
    app::update(&mut model, at, Message::Opened(Box::new(opened(notes))));
    model
}
