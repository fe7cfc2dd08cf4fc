//! The list of every action: what was used last stands first, and what it was opened on is still there below it.

use super::{
    Model, Overlay, ask,
    message::{Action, At, Effect, Message},
    on_top::{on_overlay, settle},
    picker::{Choice, Picker, Purpose, Row},
};

/// So many actions are remembered as used: as many as one looks through before typing.
pub const REMEMBERED: usize = 12;

/// An action with the words that the palette shows for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaletteRow {
    /// The action.
    pub action: Action,
    /// What it does.
    pub words: String,
    /// Its keys.
    pub keys: String,
    /// Other words by which it is found.
    pub also: &'static str,
    /// Whether it is one of the running day, on which something lies here.
    pub of_day: bool,
}

/// These actions, what was used last before all others, and those of the page before those of the day below it. Line mode leaves them as they are: there a number is remembered.
#[must_use]
pub fn used_first(model: &Model, mut actions: Vec<PaletteRow>) -> Vec<PaletteRow> {
    let used = |row: &PaletteRow| {
        let name = row.action.name();
        model
            .used
            .iter()
            .position(|used| *used == name)
            .unwrap_or(usize::MAX)
    };
    // The sort is stable: what was never used keeps the order of the key table.
    actions.sort_by_cached_key(|row| (row.of_day, used(row)));
    actions
}

/// Opens the list, with these actions.
pub(super) fn open(model: &mut Model, actions: Vec<PaletteRow>) {
    let choice = |row: &PaletteRow| {
        if row.of_day {
            Choice::OfDay(row.action)
        } else {
            Choice::Action(row.action)
        }
    };
    let row = |row: PaletteRow| Row::new(choice(&row), row.words, row.keys).also(row.also);
    let rows = actions.into_iter().map(row).collect();
    let list = Picker::new(Purpose::Palette, rows, 0);
    model.overlay = Some(Overlay::Picker(match model.overlay.take() {
        None | Some(Overlay::Picker(_)) => list,
        Some(below) => list.over(below),
    }));
}

/// Closes the list, and brings back what it was opened on, with the time of now.
pub(super) fn close(model: &mut Model, below: Option<Overlay>) {
    model.overlay = below;
    settle(model);
}

/// Does what was picked from the list, on what the list was opened on.
pub(super) fn take(model: &mut Model, at: At, below: Option<Overlay>, action: Action) -> Vec<Effect> {
    close(model, below);
    let mut effects = remember(model, action);
    effects.extend(if model.overlay.is_some() {
        on_overlay(model, at, Message::Asked(action))
    } else {
        ask(model, at, action)
    });
    effects
}

/// Goes to the running day for an action of it that was picked elsewhere, and does it.
pub(super) fn take_on_day(model: &mut Model, at: At, action: Action) -> Vec<Effect> {
    model.page = None;
    take(model, at, None, action)
}

/// Remembers an action as the last one that was used.
fn remember(model: &mut Model, action: Action) -> Vec<Effect> {
    let name = action.name();
    if model.used.first() == Some(&name) {
        return Vec::new();
    }
    model.used.retain(|used| *used != name);
    model.used.insert(0, name);
    model.used.truncate(REMEMBERED);
    vec![Effect::RememberUsed(model.used.clone())]
}
