//! Finding what a person has set, and keeping what was changed on the screen.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use super::{
    catalogue,
    disk::{Disk, why},
    files::{
        settings_file::{self, ReadSettings, read_settings},
        theme_file::{ThemeLine, read_theme},
    },
    paths::Home,
    ron_text,
    write::{self, Outcome, Seen, Tried, WriteFault},
};
use crate::domain::settings::{Setting, Settings, SettingsProblem};

/// How many copies of broken files are kept.
const MOST_COPIES: usize = 9;

/// What is set, what is wrong with it, and which themes are the person's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FoundSettings {
    /// What is set.
    pub settings: Settings,
    /// What is wrong in the file.
    pub problems: Vec<SettingsProblem>,
    /// The names of the person's own themes.
    pub own_themes: Vec<String>,
}

/// What the file says; without one, what the program brings along.
#[must_use]
pub fn find(home: &Home, disk: &dyn Disk) -> FoundSettings {
    let (own_themes, taken) = own_themes(home, disk);
    let file = home.settings_file();
    let mut read = match disk.read(&file) {
        Ok(bytes) => read_settings(&file, &bytes, &own_themes),
        Err(error) if error.kind() == ErrorKind::NotFound => ReadSettings::default(),
        Err(error) => ReadSettings {
            problems: vec![unreadable(&file, &error)],
            ..ReadSettings::default()
        },
    };
    read.problems.extend(taken);
    FoundSettings {
        settings: read.settings,
        problems: read.problems,
        own_themes,
    }
}

fn unreadable(file: &Path, error: &std::io::Error) -> SettingsProblem {
    SettingsProblem {
        setting: None,
        file: file.display().to_string(),
        line: None,
        what: format!("it can't be read: {}", why(error)),
        cure: "check that you may read it, and that its drive or share is there".into(),
    }
}

/// The names of the files among the person's own themes; of one that is called like a theme of the program that name
/// means the program's, and so it is never drawn with.
fn own_themes(home: &Home, disk: &dyn Disk) -> (Vec<String>, Vec<SettingsProblem>) {
    let names = disk.names(&home.themes()).unwrap_or_default();
    let paths = names.iter().map(Path::new);
    let themes = paths.filter(|path| path.extension().is_some_and(|ending| ending == "ron"));
    let mut themes: Vec<String> = themes
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    themes.sort();
    let shipped = Setting::Theme.choices(&[]);
    let (taken, own) = themes.into_iter().partition(|name| shipped.contains(name));
    (
        own,
        Vec::into_iter(taken)
            .map(|name| name_taken(home, &name))
            .collect(),
    )
}

fn name_taken(home: &Home, name: &str) -> SettingsProblem {
    SettingsProblem {
        setting: None,
        file: home.themes().join(format!("{name}.ron")).display().to_string(),
        line: None,
        what: format!("`{name}` means the program's own theme, and this one is never used"),
        cure: format!("call the file otherwise, such as my-{name}.ron"),
    }
}

/// The lines of one of the person's own themes, and what is wrong with its file.
#[must_use]
pub fn theme(home: &Home, disk: &dyn Disk, name: &str) -> (PathBuf, Vec<ThemeLine>, Vec<SettingsProblem>) {
    let file = home.themes().join(format!("{name}.ron"));
    let (lines, problems) = match disk.read(&file) {
        Ok(bytes) => read_theme(&file, &bytes),
        Err(error) => (Vec::new(), vec![unreadable(&file, &error)]),
    };
    (file, lines, problems)
}

/// Writes what was changed into the file, and leaves everything else in it as it is; comments too.
///
/// A file that is too broken for that is put aside first; gives its new name then.
///
/// # Errors
/// Why it could not be written, in words; the file is then as it was.
pub fn keep(
    home: &Home,
    disk: &dyn Disk,
    settings: &Settings,
    changed: &[Setting],
) -> Result<Option<PathBuf>, String> {
    if changed.is_empty() {
        return Ok(None);
    }
    let (file, (own_themes, _taken)) = (home.settings_file(), own_themes(home, disk));
    let told = |fault: WriteFault| format!("{}: {}", file.display(), fault.reason());
    disk.create_dir_all(home.settings())
        .map_err(|error| told(WriteFault::new(&file, Tried::Create, error)))?;
    let looked = write::read(disk, &file);
    let looked = looked.map_err(|error| told(WriteFault::new(&file, Tried::Look, error)))?;
    let (bytes, seen) = looked.unwrap_or((catalogue::settings().as_bytes().to_vec(), Seen::Absent));
    if read_settings(&file, &bytes, &own_themes).newer {
        return Err(format!(
            "{} was written by a newer knownow and is not changed",
            file.display()
        ));
    }
    let is_right = |text: &String| {
        let read = read_settings(&file, text.as_bytes(), &own_themes).settings;
        changed
            .iter()
            .all(|setting| read.word(*setting) == settings.word(*setting))
    };
    let text = ron_text::text(&file, &bytes).ok();
    let mended = text.and_then(|text| settings_file::with_values(&file, &text, settings, changed));
    let (text, aside) = if let Some(text) = mended.filter(is_right) {
        (text, None)
    } else {
        let aside = put_aside(disk, &file, &bytes).map_err(told)?;
        let all = settings_file::with_values(&file, catalogue::settings(), settings, &Setting::ALL);
        let all = all.ok_or_else(|| format!("{} could not be written anew", file.display()))?;
        (all, Some(aside))
    };
    let text = if bytes.windows(2).any(|pair| pair == b"\r\n") {
        text.replace('\n', "\r\n")
    } else {
        text
    };
    match write::replace(disk, &file, text.as_bytes(), &seen).map_err(told)? {
        Outcome::Written { .. } => Ok(aside),
        Outcome::ChangedUnderneath => Err(format!(
            "{} was changed by another program at the same moment",
            file.display()
        )),
    }
}

/// Keeps a copy of a file that is written anew, beside earlier ones; gives its name.
fn put_aside(disk: &dyn Disk, file: &Path, bytes: &[u8]) -> Result<PathBuf, WriteFault> {
    let name = |ending: String| {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let later = (2..=MOST_COPIES).map(|number| name(format!(".before-{number}")));
    let mut names = std::iter::once(name(".before".into())).chain(later);
    // Past so many, the first one gives way.
    let free = names.find(|name| disk.stat(name).is_err());
    let aside = free.unwrap_or_else(|| name(".before".into()));
    let looked = write::read(disk, &aside).map_err(|error| WriteFault::new(&aside, Tried::Look, error))?;
    let seen = looked.map_or(Seen::Absent, |(_, seen)| seen);
    write::replace(disk, &aside, bytes, &seen)?;
    Ok(aside)
}

#[cfg(test)]
mod tests;
