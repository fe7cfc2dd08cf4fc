//! The keys of what covers the screen for a while: coverage, and the choice of notes to move.

use super::{Binding, Context, at, blank, footer, motion, palette_unsaid, safeguarding};
use crate::app::{
    capture::Motion,
    message::{Action, LateAction},
};

const fn moves(
    context: Context,
    keys: &'static [&'static str],
    motion: Motion,
    words: &'static str,
) -> Binding {
    Binding {
        context,
        ..self::motion(keys, motion, words)
    }
}

/// Coverage, then the choice of notes.
pub(super) const KEYS: &[Binding] = &[
    footer(
        at(Context::Coverage, &["Esc", "Enter"], Action::Close, "Close it"),
        "close",
    ),
    at(Context::Coverage, &["Up"], Action::Up, "Row before"),
    footer(
        at(Context::Coverage, &["Down"], Action::Down, "Row after"),
        "more",
    ),
    at(Context::Coverage, &["PgUp"], Action::PageUp, "Page before"),
    at(Context::Coverage, &["PgDn"], Action::PageDown, "Page after"),
    moves(Context::Coverage, &["Left"], Motion::Left, "Classes at the left"),
    moves(
        Context::Coverage,
        &["Right"],
        Motion::Right,
        "Classes at the right",
    ),
    at(
        Context::Coverage,
        &["a"],
        Action::Late(LateAction::TakeOther),
        "Put a change made apart, which is void, in force instead",
    ),
    palette_unsaid(Context::Coverage),
    blank(Context::Coverage),
    safeguarding(Context::Coverage),
    at(Context::Coverage, &["F1"], Action::Help, "Help"),
    at(Context::Coverage, &["Ctrl+Q"], Action::Quit, "Quit"),
    footer(
        at(
            Context::Moving,
            &["Enter"],
            Action::Enter,
            "Ask where these notes belong",
        ),
        "where to",
    ),
    footer(
        at(Context::Moving, &["Down"], Action::Down, "One older note too"),
        "longer",
    ),
    footer(
        at(Context::Moving, &["Up"], Action::Up, "Without the oldest one"),
        "shorter",
    ),
    footer(
        moves(
            Context::Moving,
            &["Right"],
            Motion::Right,
            "Without the newest one",
        ),
        "drop newest",
    ),
    moves(Context::Moving, &["Left"], Motion::Left, "One newer note too"),
    at(
        Context::Moving,
        &["PgDn"],
        Action::PageDown,
        "Ten older notes too",
    ),
    at(
        Context::Moving,
        &["PgUp"],
        Action::PageUp,
        "Without the ten oldest ones",
    ),
    footer(
        at(Context::Moving, &["Esc"], Action::Close, "Move nothing"),
        "move nothing",
    ),
    palette_unsaid(Context::Moving),
    blank(Context::Moving),
    safeguarding(Context::Moving),
    at(Context::Moving, &["F1"], Action::Help, "Help"),
    at(Context::Moving, &["Ctrl+Q"], Action::Quit, "Quit"),
];
