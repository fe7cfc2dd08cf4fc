//! The words of the settings screen, and of what is wrong in the files of the settings.

use std::path::Path;

use crate::{
    app::{
        entry::EntryPurpose,
        notes_page::NotesNotice,
        notice::{Notice, TypedNotice},
        settings::{Phase, SettingsNotice, Sheet},
    },
    domain::settings::{Borders, EnterKey, Setting, SettingsProblem, ThemeChoice},
};

/// The title of the screen.
pub const TITLE: &str = "Settings";
/// Before the line that shows the colours.
pub const SAMPLE: &str = "This is how it looks:";
/// What is said below while nothing was changed.
const AT_ONCE: &str = "A change counts at once, and is written into your file:";

/// What is said of Enter where keys of one's own come before what is set.
pub const OWN_KEYS_FIRST: &str =
    "keys.ron has keys for saving or for a new line: they hold, whatever is set here.";

/// What a setting is called on the screen.
#[must_use]
pub fn called(setting: Setting) -> &'static str {
    match setting {
        Setting::Theme => "Colours",
        Setting::Borders => "Lines and marks",
        Setting::Enter => "Enter in the line",
        Setting::Mouse => "Mouse",
        Setting::Sessions => "Folder of sessions",
    }
}

/// The value of a setting; `drawn` are the names of the colours and of the lines that are on the screen.
#[must_use]
pub fn value(sheet: &Sheet, setting: Setting, drawn: (&str, &str)) -> String {
    let settings = sheet.now();
    match setting {
        Setting::Theme if settings.theme == ThemeChoice::Auto => format!("auto (here: {})", drawn.0),
        Setting::Borders if settings.borders == Borders::Auto => format!("auto (here: {})", drawn.1),
        Setting::Enter => match settings.enter {
            EnterKey::Saves => "saves the note".into(),
            EnterKey::BeginsLine => "begins a line".into(),
        },
        Setting::Sessions => settings
            .sessions
            .clone()
            .unwrap_or_else(|| "this computer's own".into()),
        _ => settings.word(setting).to_owned(),
    }
}

/// What a setting does, for the one that is chosen.
#[must_use]
pub fn about(sheet: &Sheet) -> String {
    let settings = sheet.now();
    match sheet.chosen() {
        Setting::Theme => match &settings.theme {
            ThemeChoice::Auto => {
                "Colours that fit what the terminal tells of itself; none with NO_COLOR.".into()
            }
            ThemeChoice::Light => "For a light background.".into(),
            ThemeChoice::Dark => "For a dark background.".into(),
            ThemeChoice::HighContrast => {
                "Full strength, nothing faint; red only where something failed.".into()
            }
            ThemeChoice::Mono => "No colour: bold, faint, underlined and reversed.".into(),
            ThemeChoice::Own(name) => format!("Your own, from the file {name}.ron in the folder themes."),
        },
        Setting::Borders => match settings.borders {
            Borders::Auto => "Box characters where the terminal most likely has them.".into(),
            Borders::Unicode => "Box characters always.".into(),
            Borders::Ascii => "Only - | + and ~, for old consoles.".into(),
        },
        Setting::Enter => match settings.enter {
            EnterKey::Saves => "Enter saves the note and starts the next; Ctrl+J begins a line in it.".into(),
            EnterKey::BeginsLine => {
                "Enter begins a line in the note; Ctrl+S saves it and starts the next.".into()
            }
        },
        Setting::Mouse if settings.mouse => {
            "A click chooses, one more is Enter, the wheel scrolls. Shift selects text in most terminals."
                .into()
        }
        Setting::Mouse => "Left to the terminal, which selects text and pastes with it.".into(),
        Setting::Sessions => {
            let here = sheet.found.sessions.display();
            let asked = if sheet.found.sessions_asked_for {
                ", as --sessions said"
            } else {
                ""
            };
            format!("Counts from the next start. This time: {here}{asked}.")
        }
    }
}

/// The words in which the parts of the screen are shown: strength, area, question, important, now, late, failed, key.
pub const SAMPLES: [&str; 9] = [
    "+ strength",
    "- area",
    "? question",
    "! important",
    "now",
    "+5 late",
    "NOT SAVED",
    "Enter",
    "09:15",
];

/// What is wrong with a value or a file, as the settings screen says it.
#[must_use]
pub fn problem(problem: &SettingsProblem) -> String {
    let what = format!("{}: {}; {}", place(problem), problem.what, problem.cure);
    if problem.setting.is_some() {
        what
    } else {
        format!("{what}.")
    }
}

/// The name of a file and its line.
fn place(problem: &SettingsProblem) -> String {
    let name = Path::new(&problem.file).file_name();
    let name = name.map_or_else(|| problem.file.clone().into(), |name| name.to_string_lossy());
    match problem.line {
        Some(line) => format!("{name}, line {line}"),
        None => name.into_owned(),
    }
}

/// What became of the changes, and where they are.
#[must_use]
pub fn kept(sheet: &Sheet) -> Vec<String> {
    let file = sheet.found.file.display().to_string();
    match &sheet.phase {
        Phase::Unchanged => vec![AT_ONCE.into(), file],
        Phase::Keeping => vec!["Saving ...".into(), file],
        Phase::Kept(None) => vec![
            "Saved in your file; everything else in it stays as it was:".into(),
            file,
        ],
        Phase::Kept(Some(copy)) => vec![
            "Saved. The broken file was written anew; the old one is beside it:".into(),
            copy.display().to_string(),
        ],
        Phase::Failed(why) => vec!["NOT SAVED: it counts for this run alone.".into(), why.clone()],
    }
}

/// The title of a line that is typed for a setting.
pub(in crate::ui) fn entry_title(purpose: &EntryPurpose) -> Option<&'static str> {
    matches!(purpose, EntryPurpose::SessionsFolder)
        .then_some("Which folder has your sessions? Empty: this computer's own")
}

/// What a notice says.
pub(super) fn notice(notice: &SettingsNotice) -> String {
    match notice {
        SettingsNotice::Wrong(first, more) => {
            let more = if *more > 0 {
                format!(" (and {more} more)")
            } else {
                String::new()
            };
            let name = first.setting.map_or("", Setting::name);
            let what = if first.setting.is_some() {
                format!("`{name}` can't be used")
            } else {
                "not all of it can be used".into()
            };
            format!("{}: {what}{more}. Ctrl+K settings", place(first))
        }
        SettingsNotice::WrongAsKeys(first) => {
            format!(
                "{} and keys.ron: not all can be used. knownow doctor",
                place(first)
            )
        }
        SettingsNotice::NotKept(why) => format!("Setting NOT SAVED, it counts for this run: {why}"),
    }
}

/// Whether a notice speaks of the keys of the line of the day, wherever it is said.
#[must_use]
pub fn is_of_line(notice: &Notice) -> bool {
    matches!(
        notice,
        Notice::Welcome(_)
            | Notice::LineMoved(_)
            | Notice::NoteUnderEdit
            | Notice::Typed(TypedNotice::Overtaken(_))
            | Notice::NotesPage(NotesNotice::LineOpen)
    )
}
