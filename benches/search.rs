//! What a key of the search costs: the notes are searched, and the page is drawn. `cargo bench --bench search` prints
//! the figures; compare ratios on one machine, not times between two.
#![expect(
    clippy::expect_used,
    reason = "a bench that can't be set up has nothing to measure"
)]

mod session;

use divan::Bencher;
use knownow::{
    app::{
        self, Model,
        capture::Edit,
        message::{Action, Message, NotesPageAction},
    },
    ui::{self, theme::Theme},
};
use ratatui::{Terminal, backend::TestBackend};
use session::{at_0916, on_the_day};

/// Sizes of a session, in notes.
const NOTES: [usize; 3] = [1_000, 20_000, 100_000];

fn main() {
    divan::main();
}

/// The page of all notes, with this much typed.
fn page(notes: usize, typed: &str) -> Model {
    let (at, mut model) = (at_0916(), on_the_day(notes));
    let open = Action::NotesPage(NotesPageAction::Open);
    app::update(&mut model, at, Message::Asked(open));
    for letter in typed.chars() {
        app::update(&mut model, at, Message::Typed(letter));
    }
    model
}

/// A letter is typed behind those that are there, and what is found is drawn; taking it back is no part of it.
fn key(bencher: Bencher<'_, '_>, notes: usize, (before, letter): (&str, char)) {
    let at = at_0916();
    let model = std::cell::RefCell::new(page(notes, before));
    let mut terminal = Terminal::new(TestBackend::new(120, 36)).expect("a screen");
    let theme = Theme::mono();
    bencher
        .with_inputs(|| {
            let model = &mut *model.borrow_mut();
            if letters(model) > before.chars().count() {
                let back = Action::Edit(Edit::Backspace);
                app::update(model, at, Message::Asked(back));
            }
        })
        .bench_local_values(|()| {
            let model = &mut *model.borrow_mut();
            app::update(model, at, Message::Typed(letter));
            terminal
                .draw(|frame| ui::draw(frame, model, &theme))
                .map(|_drawn| ())
        });
}

fn letters(model: &Model) -> usize {
    match &model.page {
        Some(app::page::Page::Notes(page)) => page.query().chars().count(),
        _ => 0,
    }
}

/// The first letter, which looks at every note.
#[divan::bench(args = NOTES)]
fn first_letter(bencher: Bencher<'_, '_>, notes: usize) {
    key(bencher, notes, ("", 'b'));
}

/// The third letter, which looks at what the first two found.
#[divan::bench(args = NOTES)]
fn third_letter(bencher: Bencher<'_, '_>, notes: usize) {
    key(bencher, notes, ("bo", 'a'));
}

/// A rare letter at once, for which every word of every note is looked at.
#[divan::bench(args = NOTES)]
fn rare_letter(bencher: Bencher<'_, '_>, notes: usize) {
    key(bencher, notes, ("", 'z'));
}

/// A letter taken back, after which every note is looked at for two words of which one stands in few.
#[divan::bench(args = NOTES)]
fn letter_taken_back(bencher: Bencher<'_, '_>, notes: usize) {
    let at = at_0916();
    let model = std::cell::RefCell::new(page(notes, "steps boa"));
    let theme = Theme::mono();
    let mut terminal = Terminal::new(TestBackend::new(120, 36)).expect("a screen");
    bencher
        .with_inputs(|| {
            let model = &mut *model.borrow_mut();
            if letters(model) == "steps bo".len() {
                app::update(model, at, Message::Typed('a'));
            }
        })
        .bench_local_values(|()| {
            let model = &mut *model.borrow_mut();
            let back = Action::Edit(Edit::Backspace);
            app::update(model, at, Message::Asked(back));
            terminal
                .draw(|frame| ui::draw(frame, model, &theme))
                .map(|_drawn| ())
        });
}

/// The page is opened, and every note made ready to be searched.
#[divan::bench(args = NOTES, sample_count = 10)]
fn open(bencher: Bencher<'_, '_>, notes: usize) {
    let at = at_0916();
    let model = std::cell::RefCell::new(page(notes, ""));
    bencher
        .with_inputs(|| {
            app::update(&mut model.borrow_mut(), at, Message::Asked(Action::Close));
        })
        .bench_local_values(|()| {
            let open = Action::NotesPage(NotesPageAction::Open);
            app::update(&mut model.borrow_mut(), at, Message::Asked(open))
        });
}
