//! The keys of the page of all notes, and the ways there.

use super::{Binding, Context, also, at, blank, day, footer, palette, safeguarding, save_elsewhere};
use crate::app::{
    capture::Edit,
    message::{Action, NotesPageAction},
};

const OPEN: &[&str] = &["Ctrl+F"];
const ALL_NOTES: &str = "All notes: find, filter, change, move, copy";

const fn way(context: Context) -> Binding {
    also(
        at(context, OPEN, Action::NotesPage(NotesPageAction::Open), ALL_NOTES),
        "search list read clipboard find notes",
    )
}

const fn here(keys: &'static [&'static str], action: NotesPageAction, words: &'static str) -> Binding {
    at(Context::Notes, keys, Action::NotesPage(action), words)
}

const fn common(keys: &'static [&'static str], action: Action, words: &'static str) -> Binding {
    at(Context::Notes, keys, action, words)
}

const fn search(keys: &'static [&'static str], action: Action, words: &'static str) -> Binding {
    at(Context::NotesSearch, keys, action, words)
}

const fn open(keys: &'static [&'static str], action: NotesPageAction, words: &'static str) -> Binding {
    at(Context::NoteOpen, keys, Action::NotesPage(action), words)
}

const fn on_open(keys: &'static [&'static str], action: Action, words: &'static str) -> Binding {
    at(Context::NoteOpen, keys, action, words)
}

/// The ways to the page, everything on it, then typing what is searched for, then a note that is open.
pub(super) const KEYS: &[Binding] = &[
    also(
        day(OPEN, Action::NotesPage(NotesPageAction::Open), ALL_NOTES),
        "search list read clipboard find notes",
    ),
    way(Context::Plan),
    way(Context::Findings),
    way(Context::Compared),
    footer(
        common(
            &["Enter"],
            Action::Enter,
            "Open the note: all of it, and what it is used for",
        ),
        "open",
    ),
    footer(
        here(
            &["Tab", "Shift+Tab"],
            NotesPageAction::OtherSide,
            "To the search line, and back",
        ),
        "search",
    ),
    footer(
        here(&["Space"], NotesPageAction::Mark, "Mark the note, or no longer"),
        "mark",
    ),
    footer(
        here(
            &["f"],
            NotesPageAction::Filter,
            "Filter by class, question, kind, person, tag ...",
        ),
        "filter",
    ),
    footer(
        here(
            &["p", "Ctrl+U"],
            NotesPageAction::Move,
            "Place: where the marked notes or this one belong",
        ),
        "place",
    ),
    footer(
        here(
            &["t", "Ctrl+T"],
            NotesPageAction::Tag,
            "Tag the marked notes or this one, or take a tag away",
        ),
        "tag",
    ),
    footer(
        here(
            &["c", "Ctrl+C"],
            NotesPageAction::Copy,
            "Copy the marked notes or this one to the clipboard",
        ),
        "copy",
    ),
    footer(
        here(
            &["e"],
            NotesPageAction::Change,
            "Edit: your note comes into the line of the day",
        ),
        "edit",
    ),
    footer(
        here(
            &["n"],
            NotesPageAction::Finding,
            "To the findings with these notes marked",
        ),
        "finding",
    ),
    footer(
        common(&["Esc"], Action::Close, "End search, filters or marks; then back"),
        "back",
    ),
    footer(common(&["F1"], Action::Help, "Help"), "help"),
    here(
        &["m"],
        NotesPageAction::MarkFound,
        "Mark all found that have the very words",
    ),
    here(
        &["/", "Ctrl+F"],
        NotesPageAction::Search,
        "Search by typing: words in any order",
    ),
    common(&["Up"], Action::Up, "Row before"),
    common(&["Down"], Action::Down, "Row after"),
    common(&["PgUp"], Action::PageUp, "Ten rows back"),
    common(&["PgDn"], Action::PageDown, "Ten rows on"),
    here(&["Home"], NotesPageAction::First, "First row"),
    here(&["End"], NotesPageAction::Last, "Last row"),
    common(&["Ctrl+Z"], Action::Undo, "Undo the last move or tag of notes"),
    common(&["Ctrl+Y"], Action::Redo, "Redo what was undone"),
    common(&["Ctrl+S"], Action::Save, "Say when all was saved"),
    palette(Context::Notes),
    blank(Context::Notes),
    save_elsewhere(Context::Notes),
    safeguarding(Context::Notes),
    common(&["Ctrl+L"], Action::Redraw, "Redraw the screen"),
    common(&["Ctrl+Q"], Action::Quit, "Quit"),
    footer(
        search(&["Enter"], Action::Enter, "Open the note under the cursor"),
        "open",
    ),
    footer(
        search(
            &["Tab", "Shift+Tab"],
            Action::NotesPage(NotesPageAction::OtherSide),
            "To the notes, where letters are keys",
        ),
        "to the notes",
    ),
    footer(
        search(&["Up"], Action::Up, "Row before; typing goes on"),
        "Down choose",
    ),
    search(&["Down"], Action::Down, "Row after; typing goes on"),
    search(&["PgUp"], Action::PageUp, "Ten rows back"),
    search(&["PgDn"], Action::PageDown, "Ten rows on"),
    search(&["Home"], Action::NotesPage(NotesPageAction::First), "First row"),
    search(&["End"], Action::NotesPage(NotesPageAction::Last), "Last row"),
    footer(
        search(
            &["Esc"],
            Action::Close,
            "End the search, filters or marks; then back",
        ),
        "back",
    ),
    footer(search(&["F1"], Action::Help, "Help"), "help"),
    search(
        &["Backspace"],
        Action::Edit(Edit::Backspace),
        "Take back the last letter",
    ),
    search(
        &["Ctrl+W"],
        Action::Edit(Edit::DeleteWord),
        "Take back the last word",
    ),
    search(
        &["Ctrl+U"],
        Action::Edit(Edit::Empty),
        "Take back everything typed",
    ),
    search(
        &[],
        Action::NotesPage(NotesPageAction::Move),
        "Place: where the marked notes or this one belong",
    ),
    search(
        &["Ctrl+T"],
        Action::NotesPage(NotesPageAction::Tag),
        "Tag the marked notes or this one, or take a tag away",
    ),
    search(
        &["Ctrl+C"],
        Action::NotesPage(NotesPageAction::Copy),
        "Copy the marked notes or this one to the clipboard",
    ),
    search(&["Ctrl+Z"], Action::Undo, "Undo the last move or tag of notes"),
    search(&["Ctrl+Y"], Action::Redo, "Redo what was undone"),
    search(&["Ctrl+S"], Action::Save, "Say when all was saved"),
    palette(Context::NotesSearch),
    blank(Context::NotesSearch),
    safeguarding(Context::NotesSearch),
    search(&["Ctrl+L"], Action::Redraw, "Redraw the screen"),
    search(&["Ctrl+Q"], Action::Quit, "Quit"),
    footer(
        on_open(&["Esc", "Enter"], Action::Close, "Back to the list"),
        "back",
    ),
    footer(
        open(
            &["e"],
            NotesPageAction::Change,
            "Edit: your note comes into the line of the day",
        ),
        "edit",
    ),
    footer(
        open(
            &["p", "Ctrl+U"],
            NotesPageAction::Move,
            "Place: where this note belongs",
        ),
        "place",
    ),
    footer(
        open(
            &["t", "Ctrl+T"],
            NotesPageAction::Tag,
            "Tag this note, or take a tag away",
        ),
        "tag",
    ),
    footer(
        open(
            &["c", "Ctrl+C"],
            NotesPageAction::Copy,
            "Copy this note to the clipboard",
        ),
        "copy",
    ),
    footer(
        open(
            &["n"],
            NotesPageAction::Finding,
            "To the findings with this note marked",
        ),
        "finding",
    ),
    footer(
        open(&["Left"], NotesPageAction::Before, "The note above in the list"),
        "Right other notes",
    ),
    open(&["Right"], NotesPageAction::After, "The note below in the list"),
    footer(on_open(&["F1"], Action::Help, "Help"), "help"),
    open(&["Space"], NotesPageAction::Mark, "Mark the note, or no longer"),
    open(
        &["/", "Ctrl+F"],
        NotesPageAction::Search,
        "Back to the list, to search by typing",
    ),
    on_open(&["Up"], Action::Up, "Scroll back in a long note"),
    on_open(&["Down"], Action::Down, "Scroll on in a long note"),
    on_open(&["PgUp"], Action::PageUp, "Ten lines back"),
    on_open(&["PgDn"], Action::PageDown, "Ten lines on"),
    on_open(&["Ctrl+Z"], Action::Undo, "Undo the last move or tag of notes"),
    on_open(&["Ctrl+Y"], Action::Redo, "Redo what was undone"),
    on_open(&["Ctrl+S"], Action::Save, "Say when all was saved"),
    palette(Context::NoteOpen),
    blank(Context::NoteOpen),
    safeguarding(Context::NoteOpen),
    on_open(&["Ctrl+L"], Action::Redraw, "Redraw the screen"),
    on_open(&["Ctrl+Q"], Action::Quit, "Quit"),
];
