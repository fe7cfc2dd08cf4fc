//! The keys for a day that runs late, or otherwise than planned.

use super::{Binding, Context, at, day, footer};
use crate::app::message::{Action, LateAction};

const fn late(keys: &'static [&'static str], action: LateAction, words: &'static str) -> Binding {
    at(Context::Late, keys, Action::Late(action), words)
}

/// The way to the overlay, and everything in it.
pub(super) const KEYS: &[Binding] = &[
    day(
        &["Ctrl+D"],
        Action::Late(LateAction::Open),
        "Running late, or otherwise than planned",
    ),
    day(&[], Action::Late(LateAction::Swap), "Swap two visits"),
    day(
        &[],
        Action::Late(LateAction::NotSeen),
        "A class was not seen, because ...",
    ),
    day(
        &[],
        Action::Late(LateAction::AddVisit),
        "Add an unplanned visit, from now on",
    ),
    footer(
        at(
            Context::Late,
            &["Enter"],
            Action::Enter,
            "Do it: the times of the chosen column hold from now on",
        ),
        "do it",
    ),
    footer(
        late(&["Left"], LateAction::WayBefore, "Column at the left"),
        "Right way",
    ),
    late(&["Right"], LateAction::WayAfter, "Column at the right"),
    footer(
        at(
            Context::Late,
            &["Up"],
            Action::Up,
            "Row before: what gets shorter or is dropped",
        ),
        "Down row",
    ),
    at(
        Context::Late,
        &["Down"],
        Action::Down,
        "Row after: what gets shorter or is dropped",
    ),
    footer(
        late(&["+"], LateAction::More, "One minute later than the clock says"),
        "- minute",
    ),
    late(
        &["-"],
        LateAction::Less,
        "One minute less late than the clock says",
    ),
    footer(
        late(&["Tab"], LateAction::Scope, "For my group, or for everyone"),
        "for whom",
    ),
    footer(
        late(&["f"], LateAction::Fixed, "Move the fixed points too, or not"),
        "fixed too",
    ),
    footer(late(&["s"], LateAction::Swap, "Swap two visits"), "swap"),
    footer(
        late(&["n"], LateAction::NotSeen, "A class was not seen, because ..."),
        "not seen",
    ),
    footer(
        late(
            &["a"],
            LateAction::AddVisit,
            "Add an unplanned visit, from now on",
        ),
        "add visit",
    ),
    at(Context::Late, &["Esc", "Ctrl+D"], Action::Close, "Change nothing"),
    at(
        Context::Late,
        &["Ctrl+O", "F9"],
        Action::Blank,
        "Blank the screen; any key brings it back",
    ),
    at(Context::Late, &["Ctrl+Q"], Action::Quit, "Quit"),
];

/// What a letter or sign does in the overlay.
pub(super) fn typed(typed: char) -> Option<Action> {
    let typed = typed.to_lowercase().to_string();
    let row = KEYS
        .iter()
        .find(|row| row.context == Context::Late && row.keys.contains(&typed.as_str()))?;
    match row.does {
        super::Does::Action(action) => Some(action),
        super::Does::Motion(_) | super::Does::Palette => None,
    }
}
