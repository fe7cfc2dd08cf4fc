//! Every word of the list of sessions that stands beside its rows.

use std::path::{Path, PathBuf};

use super::{counted, late, notes};
use crate::{
    app::home::{Counted, HomeNotice, Listed, Row, SessionState, Waiting},
    domain::ids::PersonId,
};

/// Where nothing is typed yet.
pub const TYPE: &str = "type to find ";
/// The row that opens something elsewhere.
pub const BY_PATH_ROW: &str = "Open or join by path (a plan.ron from a mail, a shared folder)";
/// The title of the line for a path.
pub const BY_PATH: &str = "Path of a plan.ron or a session's folder (paste, or drop it here)";
/// Above the rehearsals.
pub const REHEARSALS: &str = "Rehearsals";
/// Before what the chosen session is.
pub const REVIEW: &str = "review";
/// Before what waits in it.
pub const WAITS: &str = "waits";
/// Before how much was noted in it.
pub const NOTES: &str = "notes";
/// Before where it is.
pub const FOLDER: &str = "folder";
/// Before why it can't be read.
pub const REASON: &str = "reason";
/// Before what one can do about that.
pub const CURE: &str = "what to do";
/// Where no row matches what is typed.
pub const NOTHING_FOUND: [&str; 2] = [
    "No session has that in its school, title, date, state or people.",
    "Backspace widens, Esc shows all, Ctrl+P opens one by its path.",
];

/// How many sessions match what is typed.
#[must_use]
pub fn found(found: usize, all: usize) -> String {
    format!("{found} of {all} ")
}

/// What the chosen session is, and who is there at this laptop.
#[must_use]
pub fn review(listed: &Listed) -> String {
    let title = &listed.title;
    let like = |text: &str| text.to_lowercase().replace('-', " ");
    // The title often says the model's name in other letters.
    let model = if like(title).contains(&like(&listed.model)) {
        String::new()
    } else {
        format!(" ({})", listed.model)
    };
    let me = match &listed.me {
        Some(me) => format!("; you: {me}"),
        None => "; not opened here yet".into(),
    };
    format!("{title}{model}{me}")
}

/// How much was noted, at the end of a row: by whom as long as it is not counted.
#[must_use]
pub fn noted_in_short(listed: &Listed) -> String {
    match listed.counted {
        Some(Counted { notes: 0, .. }) => "  nothing noted".into(),
        Some(Counted { notes: all, mine, .. }) if listed.me.is_some() => {
            format!("  {}, {mine} yours", notes(all))
        }
        Some(Counted { notes: all, .. }) => format!("  {}", notes(all)),
        None => super::writers(listed.writers),
    }
}

/// The same of the chosen session.
#[must_use]
pub fn noted(listed: &Listed) -> String {
    let by = counted(listed.writers, "writer");
    let Some(Counted {
        notes: all,
        mine,
        unsound,
    }) = listed.counted
    else {
        return super::writers(listed.writers).trim_start().into();
    };
    let unsound = match unsound {
        0 => String::new(),
        many => format!("; {} can't be read whole", counted(many, "file")),
    };
    match (all, &listed.me) {
        (0, _) => format!("nothing noted yet{unsound}"),
        (_, Some(_)) => format!("{} by {by}, {mine} of them yours{unsound}", notes(all)),
        (_, None) => format!("{} by {by}{unsound}", notes(all)),
    }
}

/// What waits in a session.
#[must_use]
pub fn waits(waits: &Waiting) -> String {
    let typed = match waits.half_typed {
        0 => None,
        1 => Some(format!("a half-typed line of {}", waits.begun.hh_mm())),
        many => Some(format!("{many} half-typed lines since {}", waits.begun.hh_mm())),
    };
    let entered = (waits.entered > 0).then(|| format!("{} not yet on the disk", notes(waits.entered)));
    let what: Vec<String> = typed.into_iter().chain(entered).collect();
    format!("{}; back as soon as it is opened", what.join(", "))
}

/// The same at the start, of all sessions: the first is named.
#[must_use]
pub fn recovered(first: &Listed, waits: &Waiting, others: usize) -> String {
    let what = if waits.half_typed > 0 {
        format!("Kept: a half-typed line of {}", waits.begun.hh_mm())
    } else {
        format!("Kept: {} not yet on the disk", notes(waits.entered))
    };
    let more = match others {
        0 => String::new(),
        many => format!(", and in {many} more"),
    };
    let said = format!("{what}, in {}{more}. Open it to go on.", first.school);
    if said.chars().count() <= late::NOTICE {
        said
    } else {
        format!("{what}{more}. Open its session to go on.")
    }
}

/// What comes of a row that is no session, in lines.
#[must_use]
pub fn about(row: Row) -> &'static [&'static str] {
    match row {
        Row::Session(_) => &[],
        Row::Demo => &[
            "A half-day peer review in maths, as Head of School B, on its own clock.",
            "It is kept below, among the rehearsals; nothing real is touched.",
        ],
        Row::ByPath => &[
            "A plan.ron that was mailed makes its session here, or brings its plan up to date.",
            "A session in a shared folder is opened where it is; it then stands in this list.",
        ],
        Row::NewPlan => &["Asks for the review model, the school and the date, then shows the plan."],
        Row::Table => &["Paste the table, or its file's name; you see what was understood first."],
    }
}

/// Whether a row is said to be broken rather than dated.
#[must_use]
pub fn is_broken(state: &SessionState) -> bool {
    matches!(state, SessionState::Unreadable { .. })
}

/// What a notice of the list says.
#[must_use]
pub(super) fn notice(notice: &HomeNotice) -> String {
    match notice {
        HomeNotice::Folder(folder, true) => format!("Shown beside: {}", folder.display()),
        HomeNotice::Folder(folder, false) => format!("It is in {}", folder.display()),
        HomeNotice::NoneChosen => "Choose a session first: this row has no folder.".into(),
        HomeNotice::NotesPasted => "These are a colleague's notes: open the session, then paste them.".into(),
        HomeNotice::PlanUpdated => "The plan is now the later one you opened; no note was touched.".into(),
        HomeNotice::PlanKnown => "This session has that plan or a later one: it stays as it was.".into(),
    }
}

/// Why a session that was opened elsewhere can't be read.
pub const FOLDER_GONE: &str = "its folder is not there, or holds no session any more";

/// What one can do about a session that can't be read: `hint` is what its fault says.
#[must_use]
pub fn cure(hint: Option<&str>, opens: bool) -> String {
    let hint = hint.unwrap_or("connect the drive or share it is on, then start knownow again");
    if opens {
        format!("{hint}. Enter opens it all the same: notes can be read and taken.")
    } else {
        hint.into()
    }
}

/// Who is there at this laptop, with what they do on the day; of somebody who is not on the plan the id is known.
#[must_use]
pub fn who(person: Option<(&str, Vec<&'static str>)>, id: &PersonId) -> String {
    match person {
        Some((name, duties))
            if !duties.is_empty() && !duties.iter().any(|duty| duty.eq_ignore_ascii_case(name)) =>
        {
            format!("{name} ({})", duties.join(", "))
        }
        Some((name, _)) => name.into(),
        None => id.as_str().into(),
    }
}

/// There is nothing at the path that was typed.
#[must_use]
pub fn nothing_at(path: &Path) -> String {
    format!(
        "There is nothing at {}. Check the spelling, and that the drive or share is connected.",
        path.display()
    )
}

/// What is at the path that was typed could not be looked at.
#[must_use]
pub fn not_looked_at(path: &Path, why: &str) -> String {
    format!(
        "{} can't be looked at: {why}. Check that you may read it.",
        path.display()
    )
}

/// The file that was typed is none that holds a plan.
#[must_use]
pub fn no_plan(path: &Path) -> String {
    format!(
        "{} is no plan: the file of a plan ends in .ron. A colleague's notes, sealed or not, go into a session that is \
         open (Ctrl+K, take notes in); a timetable is brought in by the last row of the list.",
        path.display()
    )
}

/// The folder that was typed holds no session.
#[must_use]
pub fn no_session_in(folder: &Path) -> String {
    format!(
        "There is no session in {}: a session's folder has a plan.ron in it. If a plan was mailed, type the path of \
         that file.",
        folder.display()
    )
}

/// The folder that was typed holds several sessions.
#[must_use]
pub fn sessions_in(folder: &Path, several: &[PathBuf]) -> String {
    let names = several.iter().filter_map(|path| path.file_name());
    let names: Vec<_> = names.map(|name| name.to_string_lossy()).collect();
    format!(
        "There are {} sessions in {}: add the name of one. {}",
        several.len(),
        folder.display(),
        names.join(", ")
    )
}
