//! The keys of the page of what the groups know, side by side, and the way there.

use super::{
    Binding, Context, also, at, blank, day, footer, palette, palette_unsaid, safeguarding, save_elsewhere,
};
use crate::app::message::{Action, ComparedAction};

const fn here(keys: &'static [&'static str], action: ComparedAction, words: &'static str) -> Binding {
    at(Context::Compared, keys, Action::Compared(action), words)
}

const fn common(keys: &'static [&'static str], action: Action, words: &'static str) -> Binding {
    at(Context::Compared, keys, action, words)
}

const fn aloud(keys: &'static [&'static str], action: ComparedAction, words: &'static str) -> Binding {
    at(Context::Aloud, keys, Action::Compared(action), words)
}

const fn while_aloud(keys: &'static [&'static str], action: Action, words: &'static str) -> Binding {
    at(Context::Aloud, keys, action, words)
}

/// The way to the page, and everything on it.
pub(super) const KEYS: &[Binding] = &[
    also(
        day(
            &[],
            Action::Compared(ComparedAction::Open),
            "What do we know? Both groups side by side",
        ),
        "compare differ shared feedback read aloud other group both saw one saw",
    ),
    footer(
        common(&["Enter"], Action::Enter, "All notes on the chosen one, and back"),
        "all notes",
    ),
    footer(
        here(&["Tab", "v"], ComparedAction::View, "By question, or by class"),
        "by class",
    ),
    footer(
        here(
            &["g"],
            ComparedAction::Group,
            "One group alone, the next one, then all",
        ),
        "group",
    ),
    footer(
        here(
            &["r"],
            ComparedAction::Aloud,
            "Read aloud: large and without names, for a shared screen",
        ),
        "read aloud",
    ),
    footer(
        here(
            &["n"],
            ComparedAction::Finding,
            "To the findings with these notes marked; there n makes one",
        ),
        "finding",
    ),
    footer(
        common(&["Esc"], Action::Close, "Back, and at last to the day"),
        "back",
    ),
    footer(common(&["F1"], Action::Help, "Help"), "help"),
    common(&["Up"], Action::Up, "Row before; in all notes: scroll"),
    common(&["Down"], Action::Down, "Row after; in all notes: scroll"),
    common(&["PgUp"], Action::PageUp, "Ten rows back"),
    common(&["PgDn"], Action::PageDown, "Ten rows on"),
    here(&["Left"], ComparedAction::Before, "Question or class before"),
    here(&["Right"], ComparedAction::After, "Question or class after"),
    here(&["Home"], ComparedAction::First, "First row"),
    here(&["End"], ComparedAction::Last, "Last row"),
    common(&["Ctrl+S"], Action::Save, "Say when all was saved"),
    palette(Context::Compared),
    blank(Context::Compared),
    save_elsewhere(Context::Compared),
    safeguarding(Context::Compared),
    common(&["Ctrl+L"], Action::Redraw, "Redraw the screen"),
    common(&["Ctrl+Q"], Action::Quit, "Quit"),
    footer(
        aloud(
            &["Space", "Right", "Enter", "PgDn"],
            ComparedAction::After,
            "Next question or class",
        ),
        "next",
    ),
    footer(
        aloud(
            &["Left", "Backspace", "PgUp"],
            ComparedAction::Before,
            "Question or class before",
        ),
        "back",
    ),
    footer(
        while_aloud(&["Down"], Action::Down, "On to the next idea"),
        "further down",
    ),
    while_aloud(&["Up"], Action::Up, "Back to the idea before"),
    aloud(&["Home"], ComparedAction::First, "First question or class"),
    footer(
        while_aloud(&["Esc"], Action::Close, "No longer read aloud"),
        "end",
    ),
    aloud(&["r"], ComparedAction::Aloud, "No longer read aloud"),
    while_aloud(&["F1"], Action::Help, "Help"),
    palette_unsaid(Context::Aloud),
    blank(Context::Aloud),
    safeguarding(Context::Aloud),
    while_aloud(&["Ctrl+L"], Action::Redraw, "Redraw the screen"),
    while_aloud(&["Ctrl+Q"], Action::Quit, "Quit"),
];
