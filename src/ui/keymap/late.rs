//! The keys for a day that runs late, or otherwise than planned.

use super::{Binding, Context, also, at, blank, day, footer, palette_unsaid, safeguarding};
use crate::{
    app::{
        capture::Edit,
        message::{Action, LateAction},
    },
    domain::lateness::Way,
};

/// The words for the list of visits that have not begun.
const SWAP: &str = "Swap two visits to come";
/// The words for the list of what the present class can be swapped with.
const SWAP_HERE: &str = "Swap the class you are in";
/// The words for the list of what was not seen, and of what was after all.
const NOT_SEEN: &str = "A class was not seen, because ...; or was, after all";

const fn late(keys: &'static [&'static str], action: LateAction, words: &'static str) -> Binding {
    at(Context::Late, keys, Action::Late(action), words)
}

/// The way to the overlay, and everything in it.
pub(super) const KEYS: &[Binding] = &[
    footer(
        day(
            &["Ctrl+D"],
            Action::Late(LateAction::Open),
            "Running late, or otherwise than planned",
        ),
        "late",
    ),
    day(&[], Action::Late(LateAction::Swap), SWAP),
    also(
        day(&[], Action::Late(LateAction::SwapHere), SWAP_HERE),
        "visit now present leave instead",
    ),
    also(
        day(&[], Action::Late(LateAction::NotSeen), NOT_SEEN),
        "after all taken back absent away empty room visit missed nobody there",
    ),
    also(
        day(
            &[],
            Action::Late(LateAction::AddVisit),
            "Add an unplanned visit, from now on",
        ),
        "room extra class absent instead",
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
    late(&["1"], LateAction::Take(Way::Push), "Push the rest"),
    late(&["2"], LateAction::Take(Way::Squeeze), "Squeeze what is to come"),
    late(&["3"], LateAction::Take(Way::Drop), "Drop one"),
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
            "Row before: what is shortened, dropped, swapped",
        ),
        "Down row",
    ),
    at(
        Context::Late,
        &["Down"],
        Action::Down,
        "Row after: what is shortened, dropped, swapped",
    ),
    footer(
        late(&["+"], LateAction::More, "One minute later than the clock says"),
        "- m min late",
    ),
    late(
        &["-"],
        LateAction::Less,
        "One minute less late than the clock says",
    ),
    late(
        &["m"],
        LateAction::Minutes,
        "Type the minutes late: m, then the number",
    ),
    at(
        Context::Late,
        &["Backspace"],
        Action::Edit(Edit::Backspace),
        "Take back a digit of the minutes",
    ),
    footer(
        late(&["Tab"], LateAction::Scope, "For my group, or for everyone"),
        "for whom",
    ),
    footer(
        late(&["f"], LateAction::Fixed, "Move the fixed points too, or not"),
        "fixed too",
    ),
    late(
        &["p"],
        LateAction::StillBefore(None),
        "Still in the place before: the times from there",
    ),
    late(
        &["4"],
        LateAction::StillBefore(Some(Way::Push)),
        "Still in the place before, and push the rest",
    ),
    late(
        &["5"],
        LateAction::StillBefore(Some(Way::Squeeze)),
        "Still in the place before, and squeeze what is to come",
    ),
    late(
        &["6"],
        LateAction::StillBefore(Some(Way::Drop)),
        "Still in the place before, and drop one",
    ),
    footer(late(&["s"], LateAction::Swap, SWAP), "swap"),
    late(&["h"], LateAction::SwapHere, SWAP_HERE),
    footer(late(&["n"], LateAction::NotSeen, NOT_SEEN), "not seen"),
    footer(
        late(
            &["a"],
            LateAction::AddVisit,
            "Add an unplanned visit, from now on",
        ),
        "add visit",
    ),
    at(Context::Late, &["Esc", "Ctrl+D"], Action::Close, "Change nothing"),
    palette_unsaid(Context::Late),
    blank(Context::Late),
    safeguarding(Context::Late),
    at(Context::Late, &["F1"], Action::Help, "Help"),
    at(Context::Late, &["Ctrl+Q"], Action::Quit, "Quit"),
    footer(
        at(
            Context::Refused,
            &["Esc", "Enter", "Ctrl+D"],
            Action::Close,
            "Close it",
        ),
        "close",
    ),
    footer(
        at(Context::Refused, &["s"], Action::Late(LateAction::Swap), SWAP),
        "swap",
    ),
    footer(
        at(
            Context::Refused,
            &["n"],
            Action::Late(LateAction::NotSeen),
            NOT_SEEN,
        ),
        "not seen",
    ),
    blank(Context::Refused),
    safeguarding(Context::Refused),
    at(Context::Refused, &["F1"], Action::Help, "Help"),
    at(Context::Refused, &["Ctrl+Q"], Action::Quit, "Quit"),
];
