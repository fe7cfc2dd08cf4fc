//! What a running day costs: reading a session, its first frame, a key, a save, what comes from colleagues. `cargo bench`
//! prints the figures; compare ratios on one machine, not times between two.
#![expect(
    clippy::expect_used,
    reason = "a bench that can't be set up has nothing to measure"
)]

mod session;

use std::path::Path;

use divan::{Bencher, black_box};
use knownow::{
    app::{self, Model, message::Message},
    domain::{
        ids::WriterId,
        note::Note,
        record::Record,
        records::{Entry, Records},
    },
    storage::files::{records_file, records_text::RecordsText},
    ui::{self, theme::Theme},
};
use ratatui::{Terminal, backend::TestBackend};
use session::{at_0916, on_the_day, opened};

/// Sizes of a session, in notes.
const NOTES: [usize; 2] = [200, 5_000];
/// How many reviewers there are whose files are merged, at most.
const REVIEWERS: usize = 6;

fn main() {
    divan::main();
}

/// The file of the one who wrote all these notes.
fn text_of(notes: usize) -> RecordsText {
    let opened = opened(notes);
    let mut text =
        RecordsText::new(opened.plan.session, opened.writer, &mine(&opened.records)).expect("a head");
    text.put_all(&opened.records).expect("every record");
    text
}

/// The one who wrote the notes, as the file names them.
fn mine(records: &Records) -> knownow::domain::note::Label<knownow::domain::ids::PersonId> {
    first(records).body.by.clone()
}

fn first(records: &Records) -> &Record<Note> {
    records.notes.live().next().expect("a note")
}

/// The notes, shared out among the reviewers.
fn shared_out(notes: usize) -> Vec<Records> {
    let all = opened(notes).records;
    let mut files = vec![Records::default(); REVIEWERS];
    for (nth, note) in all.notes.live().enumerate() {
        let mut note = note.clone();
        note.writer = WriterId(uuid::Uuid::from_u128((nth % REVIEWERS + 1) as u128));
        files[nth % REVIEWERS].join(Entry::Note(note));
    }
    files
}

#[divan::bench(args = NOTES)]
fn open(bencher: Bencher, notes: usize) {
    let (bytes, session) = (text_of(notes).bytes(), opened(notes).plan.session);
    bencher.bench(|| records_file::read_records(Path::new("mine.ron"), black_box(&bytes), session));
}

#[divan::bench(args = NOTES)]
fn key(bencher: Bencher, notes: usize) {
    let (at, mut model) = (at_0916(), on_the_day(notes));
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
    let mut note = first(&opened(notes).records).clone();
    let mut text = text_of(notes);
    bencher.bench_local(|| {
        note.rev += 1;
        text.put(&Entry::Note(note.clone())).expect("a record");
        black_box(text.bytes())
    });
}

/// A session that was read comes onto the screen: everything is worked out, and the first frame is drawn.
#[divan::bench(args = NOTES)]
fn first_frame(bencher: Bencher, notes: usize) {
    let (at, theme) = (at_0916(), Theme::mono());
    let opened = opened(notes);
    bencher
        .with_inputs(|| Message::Opened(Box::new(opened.clone())))
        .bench_local_values(|opened| {
            let mut model = Model::new(at.now);
            app::update(&mut model, at, opened);
            let mut terminal = Terminal::new(TestBackend::new(120, 36)).expect("a screen");
            terminal
                .draw(|frame| ui::draw(frame, &model, &theme))
                .map(|_drawn| ())
        });
}

/// The files of all reviewers are merged.
#[divan::bench(args = NOTES)]
fn merge(bencher: Bencher, notes: usize) {
    let files = shared_out(notes);
    bencher.with_inputs(|| files.clone()).bench_local_values(|files| {
        let mut merged = Records::default();
        for file in files {
            merged.merge(file);
        }
        merged
    });
}

/// The file of a colleague comes in while the day is on the screen, and what is known is drawn.
#[divan::bench(args = NOTES)]
fn colleague_comes_in(bencher: Bencher, notes: usize) {
    let (at, theme) = (at_0916(), Theme::mono());
    let (day, file) = (on_the_day(notes), shared_out(REVIEWERS * 100).remove(0));
    let mut terminal = Terminal::new(TestBackend::new(120, 36)).expect("a screen");
    bencher
        .with_inputs(|| (day.clone(), Message::Found(file.clone())))
        .bench_local_values(|(mut day, file)| {
            app::update(&mut day, at, file);
            terminal
                .draw(|frame| ui::draw(frame, &day, &theme))
                .map(|_drawn| ())
        });
}
