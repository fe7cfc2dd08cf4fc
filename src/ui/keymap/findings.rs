//! The keys of the page of the findings, and the way there.

use super::{Binding, Context, also, at, blank, day, footer, palette, safeguarding, save_elsewhere};
use crate::app::{
    capture::Edit,
    message::{Action, FindingsAction},
};

const fn here(keys: &'static [&'static str], action: FindingsAction, words: &'static str) -> Binding {
    at(Context::Findings, keys, Action::Findings(action), words)
}

const fn common(keys: &'static [&'static str], action: Action, words: &'static str) -> Binding {
    at(Context::Findings, keys, action, words)
}

/// The way to the page, and everything on it.
pub(super) const KEYS: &[Binding] = &[
    day(
        &[],
        Action::Findings(FindingsAction::Open),
        "Findings: from notes to what we know",
    ),
    also(
        day(
            &[],
            Action::Findings(FindingsAction::SignOff),
            "Sign off the report: who agrees to the findings",
        ),
        "signature approve agreed by",
    ),
    footer(
        common(
            &["Enter"],
            Action::Enter,
            "File the note or the marked ones into the chosen finding; there: change it",
        ),
        "file",
    ),
    footer(
        here(
            &["1-9", "0"],
            FindingsAction::FileByNumber,
            "File into the finding of this number, 0: of any number or words; among the findings: go to it",
        ),
        "into",
    ),
    footer(
        here(&["n"], FindingsAction::New, "New finding from the notes"),
        "new",
    ),
    footer(
        here(
            &["x"],
            FindingsAction::SetAside,
            "Set the notes aside, with a reason",
        ),
        "aside",
    ),
    footer(
        here(
            &["p"],
            FindingsAction::Place,
            "Place: where a line from the tray belongs; or go to those lines",
        ),
        "place",
    ),
    footer(
        here(&["Space"], FindingsAction::Mark, "Mark a note, or a finding"),
        "mark",
    ),
    footer(
        here(
            &["Tab", "Shift+Tab"],
            FindingsAction::OtherSide,
            "To the other side",
        ),
        "side",
    ),
    footer(
        here(
            &["t"],
            FindingsAction::Trace,
            "Trace: from a finding to its notes, and back",
        ),
        "trace",
    ),
    footer(
        here(
            &["a"],
            FindingsAction::Agree,
            "We agree to the finding, on the head of a list to all below it; again: not yet",
        ),
        "agree",
    ),
    footer(common(&["F1"], Action::Help, "Help"), "help"),
    footer(
        here(
            &["e"],
            FindingsAction::Edit,
            "Edit: statement, then each blank field",
        ),
        "edit",
    ),
    footer(
        here(
            &["d"],
            FindingsAction::Draft,
            "First draft, in the notes' own words",
        ),
        "draft",
    ),
    footer(
        here(&["/"], FindingsAction::Search, "Search the notes by typing"),
        "search",
    ),
    footer(
        here(
            &["f"],
            FindingsAction::Filter,
            "Filter: class, question, kind, group, person, tag",
        ),
        "filter",
    ),
    here(
        &["m"],
        FindingsAction::MarkShown,
        "Mark all unused notes shown; in a search, those with its very words",
    ),
    footer(
        here(
            &["o"],
            FindingsAction::SignOff,
            "Sign off the report: who agrees to what is agreed",
        ),
        "sign",
    ),
    footer(
        here(
            &["w"],
            FindingsAction::AddStep,
            "Action step: what, who by role, by when",
        ),
        "step",
    ),
    here(
        &["-"],
        FindingsAction::Against,
        "File the notes as speaking against the chosen finding",
    ),
    here(
        &["g"],
        FindingsAction::Merge,
        "Merge the marked findings into the chosen one",
    ),
    here(
        &["s"],
        FindingsAction::Split,
        "Split the notes off into a finding of their own",
    ),
    also(
        here(
            &["v"],
            FindingsAction::Relist,
            "Move the finding to another list, with its notes",
        ),
        "relist strength area recommendation heading",
    ),
    here(
        &["[", "Shift+Up"],
        FindingsAction::MoveUp,
        "Change places with the finding before",
    ),
    here(
        &["]", "Shift+Down"],
        FindingsAction::MoveDown,
        "Change places with the finding after",
    ),
    also(
        here(
            &["Delete"],
            FindingsAction::TakeOut,
            "Take notes out of findings; take a finding or a step out",
        ),
        "remove delete unfile strike erase",
    ),
    footer(
        here(
            &["c"],
            FindingsAction::AddClaim,
            "Add a claim of the school's own view (or paste lines)",
        ),
        "claim",
    ),
    here(
        &["Ctrl+C"],
        FindingsAction::Copy,
        "Copy the notes in hand, or what the chosen finding says",
    ),
    here(
        &["l"],
        FindingsAction::WholeEnquiry,
        "Line of enquiry: all its words, or one row for its parts",
    ),
    here(
        &["Left"],
        FindingsAction::PreviousFinding,
        "Choose the finding before, from either side",
    ),
    here(
        &["Right"],
        FindingsAction::NextFinding,
        "Choose the finding after, from either side",
    ),
    common(&["Up"], Action::Up, "Row before"),
    common(&["Down"], Action::Down, "Row after"),
    common(&["PgUp"], Action::PageUp, "Ten rows back"),
    common(&["PgDn"], Action::PageDown, "Ten rows on"),
    here(&["Home"], FindingsAction::First, "First row"),
    here(&["End"], FindingsAction::Last, "Last row"),
    common(
        &["Backspace"],
        Action::Edit(Edit::Backspace),
        "While searching: take back the last letter",
    ),
    common(
        &["Esc"],
        Action::Close,
        "End search, filter or marks; then back to the day",
    ),
    common(&["Ctrl+Z"], Action::Undo, "Undo the last deed here"),
    common(&["Ctrl+Y"], Action::Redo, "Redo what was undone"),
    common(&["Ctrl+S"], Action::Save, "Say when all was saved"),
    palette(Context::Findings),
    blank(Context::Findings),
    save_elsewhere(Context::Findings),
    safeguarding(Context::Findings),
    common(&["Ctrl+L"], Action::Redraw, "Redraw the screen"),
    common(&["Ctrl+Q"], Action::Quit, "Quit"),
];
