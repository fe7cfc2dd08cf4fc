//! What a running day costs: opening a session, a key, a save. `cargo bench` prints the figures; compare ratios on one
//! machine, not times between two.
#![expect(
    clippy::expect_used,
    reason = "a bench that can't be set up has nothing to measure"
)]

use std::{collections::VecDeque, path::Path};

use divan::{Bencher, black_box};
use knownow::{
    app::{
        self, Model,
        message::{At, Message, Opened},
    },
    domain::{
        ids::{PersonId, RecordId},
        note::Note,
        record::{Record, Shelf},
        records::{Entry, Records},
        stamp::Stamp,
    },
    storage::{
        catalogue,
        files::{plan_file, records_file, records_text::RecordsText},
    },
    ui::{self, theme::Theme},
};
use ratatui::{Terminal, backend::TestBackend};

/// Sizes of a session, in notes.
const NOTES: [usize; 2] = [200, 5_000];

fn main() {
    divan::main();
}

/// A session with so many notes of one person, made from the worked example.
struct Fixture {
    opened: Opened,
    text: RecordsText,
}

impl Fixture {
    fn of(notes: usize) -> Self {
        let example = &catalogue::examples()[1];
        let plan = plan_file::read_plan(Path::new("plan.ron"), example.plan.as_bytes()).expect("the plan");
        let (name, bytes) = example.records[1];
        let read = records_file::read_records(Path::new(name), bytes.as_bytes(), plan.session);
        let (writer, person) = (read.writer.expect("a writer"), read.person.expect("a person"));
        let written: VecDeque<Record<Note>> = read.records.notes.live().cloned().collect();
        let mut records = Records::default();
        for at in 0..notes {
            let mut note = written[at % written.len()].clone();
            note.id = RecordId(uuid::Uuid::from_u128(at as u128 + 1));
            note.seq = u32::try_from(at).expect("few notes");
            records.join(Entry::Note(note));
        }
        let mut text = RecordsText::new(plan.session, writer, &person).expect("a head");
        text.put_all(&records).expect("every record");
        let opened = Opened {
            folder: "session".into(),
            plan,
            records,
            private: Shelf::default(),
            me: PersonId::new("head-of-school-b"),
            writer,
            owns_plan: false,
            plan_by_newer_program: false,
            read_only: None,
            drafts: Vec::new(),
            plan_problem: None,
            problems: Vec::new(),
            problems_of_records: Vec::new(),
            writers: Vec::new(),
            stood_in: Vec::new(),
            formerly: Vec::new(),
            lost: Vec::new(),
            clocks: knownow::domain::clock_offset::ClockOffsets::default(),
        };
        Self { opened, text }
    }
}

fn at_0916() -> At {
    let now: Stamp = "2026-12-01T09:16:00+00:00".parse().expect("a time");
    At {
        now,
        fresh: RecordId(uuid::Uuid::from_u128(0)),
    }
}

#[divan::bench(args = NOTES)]
fn open(bencher: Bencher, notes: usize) {
    let fixture = Fixture::of(notes);
    let (bytes, session) = (fixture.text.bytes(), fixture.opened.plan.session);
    bencher.bench(|| records_file::read_records(Path::new("mine.ron"), black_box(&bytes), session));
}

#[divan::bench(args = NOTES)]
fn key(bencher: Bencher, notes: usize) {
    let at = at_0916();
    let mut model = Model::new(at.now);
    app::update(
        &mut model,
        at,
        Message::Opened(Box::new(Fixture::of(notes).opened)),
    );
    let mut terminal = Terminal::new(TestBackend::new(120, 36)).expect("a screen");
    let theme = Theme::mono();
    bencher.bench_local(|| {
        app::update(&mut model, at, Message::Typed('a'));
        let frame = terminal
            .draw(|frame| ui::draw(frame, &model, &theme))
            .map(|_drawn| ());
        // The line stays as long as it is, so that every key is the same.
        app::update(
            &mut model,
            at,
            Message::Asked(app::message::Action::Edit(app::capture::Edit::Backspace)),
        );
        frame
    });
}

#[divan::bench(args = NOTES)]
fn save(bencher: Bencher, notes: usize) {
    let fixture = Fixture::of(notes);
    let mut note = fixture
        .opened
        .records
        .notes
        .live()
        .next()
        .expect("a note")
        .clone();
    let mut text = fixture.text;
    bencher.bench_local(|| {
        note.rev += 1;
        text.put(&Entry::Note(note.clone())).expect("a record");
        black_box(text.bytes())
    });
}
