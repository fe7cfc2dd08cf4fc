//! Whatever the size of the window, and however it changes: something is drawn, and the cursor stands on it.

use knownow::ui::{self, theme::Theme};
use ratatui::{Terminal, backend::TestBackend, layout::Position};

use super::everywhere::{WAYS, name, sessions};
use crate::stage::Stage;

/// The largest window, in cells each way.
const LARGEST: u16 = 300;
/// Up to that every size is tried.
const SMALL: u16 = 40;
/// Sizes at which something changes: none, the smallest that is drawn, those it is made for, the largest.
const COLUMNS: [u16; 8] = [0, 1, 59, 60, 61, 80, 140, LARGEST];
const ROWS: [u16; 7] = [0, 1, 14, 15, 16, 24, LARGEST];

/// The sizes that every screen is drawn at.
fn sizes() -> Vec<(u16, u16)> {
    let mut sizes = grid(COLUMNS, &ROWS);
    // A wall is drawn once.
    sizes.retain(|(columns, rows)| *rows < LARGEST || [0, 60, LARGEST].contains(columns));
    sizes
}

/// All sizes up to `largest`, or the share of one screen in them: one of so many, another for the next screen.
fn share(largest: u16, of: usize, screen: usize) -> Vec<(u16, u16)> {
    let mut sizes = grid(0..=largest, &(0..=largest).collect::<Vec<_>>());
    sizes.retain(|(columns, rows)| (usize::from(columns + rows) + screen).is_multiple_of(of));
    sizes
}

fn grid(columns: impl IntoIterator<Item = u16>, rows: &[u16]) -> Vec<(u16, u16)> {
    let sizes = columns.into_iter();
    sizes
        .flat_map(|columns| rows.iter().map(move |rows| (columns, *rows)))
        .collect()
}

/// A window that shows a stage.
struct Window(Terminal<TestBackend>);

impl Window {
    fn new() -> Self {
        Self(Terminal::new(TestBackend::new(80, 24)).expect("a terminal in memory"))
    }

    /// Draws at another size, in the same window.
    fn draws(&mut self, stage: &mut Stage, (columns, rows): (u16, u16)) {
        self.0.backend_mut().resize(columns, rows);
        let theme = Theme::mono();
        let drawn = self.0.draw(|frame| ui::draw(frame, &stage.model, &theme));
        let area = drawn.expect("a frame").area;
        assert_eq!(
            (area.width, area.height),
            (columns, rows),
            "the whole window is drawn"
        );
        stage.model.was_drawn();
        let backend = self.0.backend();
        let Position { x, y } = backend.cursor_position();
        assert!(
            !backend.cursor_visible() || (x < columns && y < rows),
            "the cursor stands at {x}, {y} of {columns}x{rows} in {:?}",
            name(stage)
        );
    }
}

/// Everything that can be on the screen, one after the other.
fn everywhere(mut law: impl FnMut(&mut Stage)) {
    for (time, keys) in WAYS {
        let mut stage = Stage::owner("half-day-maths-80-notes", "Facilitator", time);
        stage.keys("<C-l>");
        stage.keys(keys);
        law(&mut stage);
    }
    let mut stage = Stage::owner("half-day-maths", "Facilitator", "09:16");
    sessions(&mut stage, "Oakfield Primary");
    law(&mut stage);
}

#[test]
fn every_screen_is_drawn_at_every_size_growing_and_shrinking() {
    let sizes = sizes();
    everywhere(|stage| {
        let mut window = Window::new();
        for size in &sizes {
            window.draws(stage, *size);
        }
        for size in sizes.iter().rev() {
            window.draws(stage, *size);
        }
    });
}

#[test]
fn every_small_size_is_drawn() {
    let mut screens = 0;
    everywhere(|stage| {
        let mut window = Window::new();
        for size in share(SMALL, 3, screens) {
            window.draws(stage, size);
        }
        screens += 1;
    });
}

#[test]
#[ignore = "all 90,601 sizes take more than half an hour: cargo test --test screens any_size -- --ignored"]
fn every_size_is_drawn() {
    let mut screens = 0;
    everywhere(|stage| {
        let mut window = Window::new();
        for size in share(LARGEST, WAYS.len(), screens) {
            window.draws(stage, size);
        }
        screens += 1;
    });
}

#[test]
fn what_was_scrolled_to_in_one_size_is_drawn_in_any_other() {
    let sizes = [(60, 15), (300, 15), (60, 120), (61, 16), (0, 0), (80, 24)];
    everywhere(|stage| {
        // Keys for these do other things than scroll.
        if matches!(name(stage).1, "blank" | "hidden" | "discard" | "leave") {
            return;
        }
        let mut window = Window::new();
        for keys in [
            "<PgDn><PgDn><PgDn>",
            "<End>",
            "<Down><Down><Down>",
            "<Home><PgUp>",
            "<PgDn><End><Up>",
        ] {
            for size in sizes {
                window.draws(stage, size);
                stage.keys(keys);
            }
        }
    });
}
