//! What holds whatever lines are typed in line mode.

use knownow::ui::plain::Talk;

use crate::stage::{Source, Stage};

/// Beginnings of lines, by a byte each: what is not among them is text.
const BEGINNINGS: [&str; 50] = [
    "/where",
    "/day",
    "/next",
    "/back",
    "/go",
    "/follow",
    "/questions ",
    "/tick",
    "/notes",
    "/notes all",
    "/find ",
    "/fix",
    "/kind",
    "/delete",
    "/discard",
    "/move",
    "/undo",
    "/redo",
    "/late",
    "/list",
    "/coverage",
    "/compare",
    "/findings",
    "/check",
    "/report",
    "/handover",
    "/takein",
    "/plan",
    "/safeguarding",
    "/blank",
    "/who",
    "/sessions",
    "/saved",
    "/note ",
    "/close",
    "/help",
    "/all",
    "/all ",
    "/quit",
    "/",
    "+ ",
    "- ",
    "? ",
    "!+ ",
    "> ",
    "@",
    "1",
    "2",
    "3",
    "y",
];

/// No line ends the program but the one that leaves, what is said is text, and what was acknowledged is there afterwards.
pub fn lines(bytes: &[u8]) {
    let source = Source::called("half-day-maths-80-notes");
    let mut stage = Stage::in_memory(&source, "Head of School B", "09:16");
    let mut talk = Talk::default();
    talk.hear(&stage, true);
    is_text(&talk.take_lines());
    for typed in bytes.split(|byte| *byte == b'\n').take(60) {
        if stage.left {
            break;
        }
        talk.line(&mut stage, &line(typed));
        while stage.report_goes_on() {
            talk.hear(&stage, true);
        }
        is_text(&talk.take_lines());
    }
    let saved = stage.saved().records.clone();
    for note in stage.acknowledged().records.notes.all() {
        assert!(saved.notes.get(note.id).is_some());
    }
}

/// A line whose first byte may stand for a beginning.
fn line(typed: &[u8]) -> String {
    let begins = typed
        .split_first()
        .and_then(|(first, rest)| Some((BEGINNINGS.get(usize::from(first.checked_sub(128)?))?, rest)));
    match begins {
        Some((begins, rest)) => format!("{begins}{}", String::from_utf8_lossy(rest)),
        None => String::from_utf8_lossy(typed).into_owned(),
    }
}

/// What is said has no sign that drives a terminal, once it is printed.
fn is_text(said: &[String]) {
    for line in said.iter().flat_map(|said| said.split('\n')) {
        let safe = knownow::ui::display_safe::display_safe(line);
        assert!(!safe.chars().any(char::is_control), "{line:?}");
    }
}
