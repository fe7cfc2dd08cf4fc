//! The keys of the page of the plan, and the keys that begin there.

use super::{Binding, Context, also, at, blank, day, footer, palette, safeguarding, save_elsewhere};
use crate::app::message::{Action, PlanAction};

const fn plan(keys: &'static [&'static str], action: PlanAction, words: &'static str) -> Binding {
    at(Context::Plan, keys, Action::Plan(action), words)
}

const fn common(keys: &'static [&'static str], action: Action, words: &'static str) -> Binding {
    at(Context::Plan, keys, action, words)
}

const fn not_here(keys: &'static [&'static str], action: Action, words: &'static str) -> Binding {
    at(Context::NotHere, keys, action, words)
}

/// The way to the page, and everything on it.
pub(super) const KEYS: &[Binding] = &[
    also(
        day(
            &[],
            Action::Plan(PlanAction::Open),
            "Plan: look at it and change it",
        ),
        "check warnings errors problems timetable",
    ),
    footer(
        common(&["Enter"], Action::Enter, "Change the line; open or fold a head"),
        "change",
    ),
    footer(
        plan(&["a", "Insert"], PlanAction::Add, "Add what fits below the line"),
        "add",
    ),
    footer(
        plan(
            &["d", "Delete"],
            PlanAction::Remove,
            "Take the line out of the plan",
        ),
        "take out",
    ),
    footer(common(&["Esc"], Action::Close, "Back to the day"), "day"),
    footer(common(&["F1"], Action::Help, "Help"), "help"),
    common(&["Up"], Action::Up, "Line before"),
    common(&["Down"], Action::Down, "Line after"),
    common(&["PgUp"], Action::PageUp, "Ten lines back"),
    common(&["PgDn"], Action::PageDown, "Ten lines on"),
    plan(&["Home"], PlanAction::First, "First line"),
    plan(&["End"], PlanAction::Last, "Last line"),
    footer(
        plan(&["Right"], PlanAction::Unfold, "Unfold the line, or go into it"),
        "unfold",
    ),
    plan(&["Left"], PlanAction::Fold, "Fold the line, or go out of it"),
    footer(
        plan(
            &["+"],
            PlanAction::Later,
            "5 minutes later, with the rows up to a fixed point",
        ),
        "- 5 min",
    ),
    plan(
        &["-"],
        PlanAction::Earlier,
        "5 minutes earlier, with the rows up to a fixed point",
    ),
    plan(&["l"], PlanAction::Length, "How many minutes the row lasts"),
    plan(
        &["s"],
        PlanAction::ShiftRest,
        "Move the row and later ones up to a fixed point; \"10 all\": all",
    ),
    footer(
        plan(
            &["[", "Shift+Up"],
            PlanAction::MoveUp,
            "Change places with the one before",
        ),
        "] move",
    ),
    plan(
        &["]", "Shift+Down"],
        PlanAction::MoveDown,
        "Change places with the one after",
    ),
    footer(
        plan(
            &["f"],
            PlanAction::Fixed,
            "Fixed point on or off: it never moves silently",
        ),
        "fixed",
    ),
    plan(&["k"], PlanAction::Kind, "Kind of activity"),
    footer(
        plan(
            &["q"],
            PlanAction::Questions,
            "Add a question set, found by typing",
        ),
        "questions",
    ),
    plan(
        &["r"],
        PlanAction::OtherQuestions,
        "Replace the questions by a question set",
    ),
    footer(plan(&["g"], PlanAction::Group, "Group of a person"), "group"),
    footer(plan(&["t"], PlanAction::Duties, "Duties of a person"), "duties"),
    footer(
        plan(
            &["h"],
            PlanAction::HostStaff,
            "Person works at the host school, or not",
        ),
        "host staff",
    ),
    footer(common(&["Ctrl+Z"], Action::Undo, "Undo the last change"), "undo"),
    common(&["Ctrl+Y"], Action::Redo, "Redo what was undone"),
    common(&["Ctrl+S"], Action::Save, "Say when all was saved"),
    palette(Context::Plan),
    blank(Context::Plan),
    save_elsewhere(Context::Plan),
    safeguarding(Context::Plan),
    common(&["Ctrl+L"], Action::Redraw, "Redraw the screen"),
    common(&["Ctrl+Q"], Action::Quit, "Quit"),
    footer(not_here(&["Esc", "Enter"], Action::Close, "Close it"), "close"),
    not_here(&["Up"], Action::Up, "Close it, and the line before"),
    not_here(&["Down"], Action::Down, "Close it, and the line after"),
    not_here(&["Ctrl+Z"], Action::Undo, "Close it, and undo the last change"),
    blank(Context::NotHere),
    safeguarding(Context::NotHere),
    not_here(&["F1"], Action::Help, "Help"),
    not_here(&["Ctrl+Q"], Action::Quit, "Quit"),
];
