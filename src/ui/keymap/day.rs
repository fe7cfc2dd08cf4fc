//! The keys of the running day.

#[cfg(unix)]
use super::suspend;
use super::{
    Binding, Context, REMOVE, REMOVE_ALL, REMOVE_ALSO, also, blank, day, footer, motion, palette,
    safeguarding, save_elsewhere,
};
use crate::app::{
    capture::{Edit, Motion},
    message::Action,
};

const fn edit(keys: &'static [&'static str], edit: Edit, words: &'static str) -> Binding {
    day(keys, Action::Edit(edit), words)
}

/// Capturing first, then the way through the day, then the rest.
pub(super) const KEYS: &[Binding] = &[
    footer(
        day(&["Enter"], Action::Enter, "Save the note, start the next"),
        "save",
    ),
    day(
        &["Ctrl+S"],
        Action::Save,
        "Save the note, or say when all was saved",
    ),
    edit(
        &["Ctrl+J", "Shift+Enter", "Alt+Enter", "Ctrl+Enter"],
        Edit::NewLine,
        "New line in the note (Ctrl+J works everywhere)",
    ),
    palette(Context::Day),
    day(&["F1"], Action::Help, "Help"),
    footer(
        day(
            &["Tab"],
            Action::NextPrompt,
            "Next question; in a break: what do we know?",
        ),
        "prompt",
    ),
    day(&["Shift+Tab"], Action::PreviousPrompt, "Previous question"),
    day(
        &["Ctrl+R"],
        Action::TickPrompt,
        "Tick the question as asked, go to the next",
    ),
    footer(
        day(&["Ctrl+N", "F8"], Action::NextPlace, "Next place of the day"),
        "next place",
    ),
    day(
        &["Ctrl+P"],
        Action::PreviousPlace,
        "Previous place, and stay there",
    ),
    day(
        &["Ctrl+G", "F7"],
        Action::GoTo,
        "Go to a place, or put the open line there",
    ),
    day(
        &["Ctrl+U"],
        Action::TakeAlong,
        "Move notes: those on offer, or a run of your choice",
    ),
    footer(
        day(
            &["Ctrl+T"],
            Action::CycleKind,
            "Kind: + strength, - area, ? question, plain",
        ),
        "kind",
    ),
    motion(&["Up"], Motion::Up, "Earlier note, to change it"),
    motion(&["Down"], Motion::Down, "Later note"),
    day(
        &["PgUp"],
        Action::PageUp,
        "Scroll the lists back to earlier notes",
    ),
    day(&["PgDn"], Action::PageDown, "Scroll the lists on to later notes"),
    day(&["Esc"], Action::Close, "Cancel changes to a note"),
    day(
        &["Ctrl+Z"],
        Action::Undo,
        "Undo typing; on an empty line, the last action",
    ),
    day(&["Ctrl+Y"], Action::Redo, "Redo what was undone"),
    edit(&["Ctrl+X"], Edit::Cut, "Cut what is selected"),
    edit(&["Ctrl+C"], Edit::Copy, "Copy what is selected"),
    edit(&["Ctrl+V"], Edit::Paste, "Paste what was cut or copied"),
    edit(&["Ctrl+A"], Edit::SelectAll, "Select the whole line"),
    edit(&["Ctrl+W"], Edit::DeleteWord, "Delete the word before the cursor"),
    edit(
        &["Backspace"],
        Edit::Backspace,
        "Delete the character before the cursor",
    ),
    edit(&["Delete"], Edit::Delete, "Delete the character after the cursor"),
    motion(&["Left"], Motion::Left, "One character back (with Shift: select)"),
    motion(&["Right"], Motion::Right, "One character on (with Shift: select)"),
    motion(&["Ctrl+Left"], Motion::WordLeft, "One word back"),
    motion(&["Ctrl+Right"], Motion::WordRight, "One word on"),
    motion(&["Home"], Motion::LineStart, "To the start of the line"),
    motion(&["End"], Motion::LineEnd, "To the end of the line"),
    blank(Context::Day),
    safeguarding(Context::Day),
    day(&["Ctrl+L"], Action::Redraw, "Redraw the screen"),
    also(
        day(
            &[],
            Action::Coverage,
            "Coverage: which class and question has what",
        ),
        "nobody nothing yet not seen overview matrix table gaps",
    ),
    also(
        day(
            &[],
            Action::Evidence,
            "Evidence by activity: how many notes of which kind",
        ),
        "picture chart bars counts strengths areas questions",
    ),
    also(
        day(
            &[],
            Action::PlannedAgainstActual,
            "Planned against actual; what was changed apart",
        ),
        "late times moved the day as it was both wordings conflict",
    ),
    also(
        day(
            &[],
            Action::WhatWasSaid,
            "What was said: news that came by itself, with its time",
        ),
        "notices messages news missed lately log came in arrived",
    ),
    also(
        day(
            &[],
            Action::PutAside,
            "Put aside what is said of files in the folder, or bring it back",
        ),
        "dismiss hide close banner not in the folder missing gone damaged copy warning",
    ),
    also(
        day(
            &[],
            Action::TypedForMe,
            "Typed for me: list, strike what I did not say",
        ),
        "typist others notes in my name delete mine",
    ),
    also(
        day(
            &[],
            Action::TakeHome,
            "Take-home sheet: my private notes, for my own school",
        ),
        "own mine",
    ),
    day(
        &[],
        Action::FollowPlan,
        "Follow the plan as it stands today, on time",
    ),
    day(
        &[],
        Action::DeleteNote,
        "Delete the note under edit (or empty it and press Enter)",
    ),
    also(day(&[], Action::RemoveReview, REMOVE), REMOVE_ALSO),
    also(day(&[], Action::RemoveWholeReview, REMOVE_ALL), REMOVE_ALSO),
    save_elsewhere(Context::Day),
    day(&[], Action::WhoAmI, "Change who is at this laptop"),
    also(
        day(&[], Action::Sessions, "Show the list of sessions"),
        "home start overview reviews close leave another",
    ),
    #[cfg(unix)]
    suspend(Context::Day),
    day(&["Ctrl+Q"], Action::Quit, "Quit"),
];
