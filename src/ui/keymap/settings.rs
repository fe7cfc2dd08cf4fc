//! The keys of the settings screen, the ways there, and what choosing another key for saving changes in the table.

use super::{Binding, Context, Does, also, at, blank, footer, keys, motion, palette_unsaid, safeguarding};
use crate::{
    app::{
        capture::{Edit, Motion},
        keys::OwnKeys,
        message::Action,
    },
    domain::settings::EnterKey,
};

const WORDS: &str = "Settings: colours, lines, what Enter does, folder";

const fn way(context: Context) -> Binding {
    also(
        at(context, &[], Action::Settings, WORDS),
        "options preferences configuration theme dark light contrast mono borders ascii config",
    )
}

const fn here(keys: &'static [&'static str], action: Action, words: &'static str) -> Binding {
    at(Context::Settings, keys, action, words)
}

const fn turn(keys: &'static [&'static str], to: Motion, words: &'static str) -> Binding {
    Binding {
        context: Context::Settings,
        ..motion(keys, to, words)
    }
}

/// The ways to the screen, and everything on it.
pub(super) const KEYS: &[Binding] = &[
    way(Context::Day),
    way(Context::Home),
    way(Context::Plan),
    way(Context::Findings),
    way(Context::Compared),
    way(Context::Notes),
    footer(here(&["Up"], Action::Up, "Setting before"), "Down choose"),
    here(&["Down"], Action::Down, "Setting after"),
    footer(turn(&["Left"], Motion::Left, "Value before"), "Right change"),
    turn(&["Right"], Motion::Right, "Value after"),
    footer(
        here(
            &["Esc"],
            Action::Close,
            "Close it; what was changed counts already",
        ),
        "close",
    ),
    footer(
        here(&["Enter"], Action::Enter, "Value after; a folder is typed"),
        "next value",
    ),
    palette_unsaid(Context::Settings),
    blank(Context::Settings),
    safeguarding(Context::Settings),
    here(&["F1"], Action::Help, "Help"),
    here(&["Ctrl+Q"], Action::Quit, "Quit"),
];

const SAVES: &[&str] = &["Ctrl+S"];
const BEGINS_LINE: &[&str] = &["Enter", "Ctrl+J", "Shift+Enter", "Alt+Enter", "Ctrl+Enter"];

/// Whether what Enter does was chosen to be otherwise, and counts: keys of one's own for what it is about come first.
pub(super) fn counts(own: &OwnKeys) -> bool {
    own.enter() == EnterKey::BeginsLine && !own_say_what_enter_does(own)
}

/// Whether a user has keys of one's own for what the choice of Enter is about.
#[must_use]
pub fn own_say_what_enter_does(own: &OwnKeys) -> bool {
    let is_about = |number| keys().nth(number).is_some_and(is_about);
    own.rows().any(is_about)
}

/// Whether a row is one of those that have other keys then.
fn is_about(binding: &Binding) -> bool {
    chosen(binding, EnterKey::BeginsLine) != (binding.keys, binding.does)
}

/// The keys of a row once somebody has chosen what Enter does, and what the row does then.
pub(super) fn chosen(binding: &Binding, enter: EnterKey) -> (&'static [&'static str], Does) {
    if enter == EnterKey::Saves || binding.context != Context::Day {
        return (binding.keys, binding.does);
    }
    match binding.does {
        // With nothing to save it says when all was saved, as that key always does.
        Does::Action(Action::Enter) => (SAVES, Does::Action(Action::Save)),
        Does::Action(Action::Save) => (&[], binding.does),
        Does::Action(Action::Edit(Edit::NewLine)) => (BEGINS_LINE, binding.does),
        does => (binding.keys, does),
    }
}
