//! The keys of the list of sessions, where typing narrows the list.

#[cfg(unix)]
use super::suspend;
use super::{
    Binding, Context, REMOVE, REMOVE_ALL, REMOVE_ALSO, also, at, blank, footer, palette, safeguarding,
};
use crate::app::{
    capture::Edit,
    message::{Action, HomeAction},
};

const fn key(keys: &'static [&'static str], action: Action, words: &'static str) -> Binding {
    at(Context::Home, keys, action, words)
}

const fn home(keys: &'static [&'static str], action: HomeAction, words: &'static str) -> Binding {
    key(keys, Action::Home(action), words)
}

/// Words by which the folder of a session is found in the list of every action.
const FOLDER_ALSO: &str = "explorer finder file manager path where directory";

/// The list of sessions; then what is offered of it on the running day.
pub(super) const KEYS: &[Binding] = &[
    footer(key(&["Enter"], Action::Enter, "Open the chosen row"), "open"),
    key(&["Up"], Action::Up, "Row before"),
    key(&["Down"], Action::Down, "Row after"),
    key(&["PgUp"], Action::PageUp, "Page before"),
    key(&["PgDn"], Action::PageDown, "Page after"),
    home(&["Home"], HomeAction::First, "First row"),
    home(&["End"], HomeAction::Last, "Last row"),
    key(
        &["Backspace"],
        Action::Edit(Edit::Backspace),
        "Take back the last letter typed",
    ),
    key(
        &["Esc", "Ctrl+U"],
        Action::Close,
        "Take back everything typed: all sessions again",
    ),
    footer(
        also(
            home(
                &["Ctrl+P"],
                HomeAction::ByPath,
                "Open or join by path: a plan.ron, a shared folder",
            ),
            "mailed plan cloud drive stick",
        ),
        "path",
    ),
    footer(
        key(
            &["Ctrl+N", "Insert"],
            Action::NewPlan,
            "New plan from a review model",
        ),
        "new",
    ),
    key(&["Ctrl+D"], Action::Demo, "Try the worked example"),
    footer(
        also(
            home(
                &["Ctrl+G"],
                HomeAction::ShowFolder,
                "Show the folder of the session",
            ),
            FOLDER_ALSO,
        ),
        "folder",
    ),
    also(
        home(
            &["Ctrl+C"],
            HomeAction::CopyFolder,
            "Copy the path of that folder",
        ),
        FOLDER_ALSO,
    ),
    also(key(&[], Action::RemoveReview, REMOVE), REMOVE_ALSO),
    also(key(&[], Action::RemoveWholeReview, REMOVE_ALL), REMOVE_ALSO),
    blank(Context::Home),
    safeguarding(Context::Home),
    footer(key(&["F1"], Action::Help, "Help"), "help"),
    palette(Context::Home),
    #[cfg(unix)]
    suspend(Context::Home),
    key(&["Ctrl+L"], Action::Redraw, "Redraw the screen"),
    footer(key(&["Ctrl+Q"], Action::Quit, "Quit"), "quit"),
    also(
        at(
            Context::Day,
            &[],
            Action::Home(HomeAction::ShowFolder),
            "Show the folder of this session",
        ),
        FOLDER_ALSO,
    ),
    also(
        at(
            Context::Day,
            &[],
            Action::Home(HomeAction::CopyFolder),
            "Copy the path of this session's folder",
        ),
        FOLDER_ALSO,
    ),
];
