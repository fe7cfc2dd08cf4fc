//! What a person has set: `settings.ron`, read value by value, and changed without touching anything else in it.

use std::path::Path;

use super::{
    fields::{Field, fields},
    header::Format,
};
use crate::{
    domain::{
        nearest::nearest,
        settings::{Setting, Settings, SettingsProblem},
    },
    storage::ron_text::{self, FileFault},
};

/// What a file sets, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadSettings {
    /// What is set; a value that can't be used is the one that the program brings along.
    pub settings: Settings,
    /// What is wrong, in the order of the file.
    pub problems: Vec<SettingsProblem>,
    /// Whether a newer version wrote it, which is not to be overwritten.
    pub newer: bool,
}

/// Reads the settings; `own_themes` are the names of the person's own themes.
#[must_use]
pub fn read_settings(file: &Path, bytes: &[u8], own_themes: &[String]) -> ReadSettings {
    let mut read = ReadSettings::default();
    let text = match ron_text::text(file, bytes) {
        Ok(text) => text,
        Err(fault) => {
            read.problems = of_fault(&fault);
            return read;
        }
    };
    match fields(file, &text) {
        Ok(fields) => {
            let mut seen: Vec<&str> = Vec::new();
            read.newer = fields.iter().any(is_newer);
            for field in &fields {
                let twice = seen.contains(&field.name.as_str());
                seen.push(&field.name);
                let wrong = if twice {
                    Some(stands_twice(field))
                } else {
                    take(&mut read, field, own_themes)
                };
                let told = wrong.map(|wrong| wrong.in_file(file, field.line));
                read.problems.extend(told);
            }
        }
        Err(fault) => read.problems = of_fault(&fault),
    }
    read
}

/// Something that is wrong with a field.
struct Wrong {
    setting: Option<Setting>,
    what: String,
    cure: String,
}

impl Wrong {
    fn new(setting: Option<Setting>, what: impl Into<String>, cure: impl Into<String>) -> Self {
        Self {
            setting,
            what: what.into(),
            cure: cure.into(),
        }
    }

    fn in_file(self, file: &Path, line: usize) -> SettingsProblem {
        SettingsProblem {
            setting: self.setting,
            file: file.display().to_string(),
            line: Some(line),
            what: self.what,
            cure: self.cure,
        }
    }
}

fn is_newer(field: &Field<'_>) -> bool {
    field.name == "version"
        && field
            .number()
            .is_some_and(|version| version > Format::Settings.version())
}

/// Takes in a field; what is wrong with it, if anything is.
fn take(read: &mut ReadSettings, field: &Field<'_>, own_themes: &[String]) -> Option<Wrong> {
    if let Some(setting) = Setting::named(&field.name) {
        let Some(word) = field.text() else {
            return Some(not_in_quotes(field, setting, own_themes));
        };
        let refused = read.settings.set(setting, &word, own_themes).err();
        return refused.map(|refused| Wrong::new(Some(setting), refused.what, refused.cure));
    }
    match field.name.as_str() {
        "format" => {
            let name = Format::Settings.name();
            (field.text().as_deref() != Some(name)).then(|| {
                Wrong::new(
                    None,
                    format!("this is said to be another file than \"{name}\""),
                    format!("write `format: \"{name}\"`, or put the right file in its place"),
                )
            })
        }
        "version" if read.newer => Some(Wrong::new(
            None,
            "a newer knownow wrote this file: what is known of it counts, and it is not written to",
            "install the newer knownow, or change the file in a text editor",
        )),
        "version" => field
            .number()
            .is_none_or(|version| version == 0)
            .then(|| Wrong::new(None, "this is no version", "write `version: 1`")),
        _ if read.newer => None,
        unknown => Some(unknown_setting(unknown)),
    }
}

fn unknown_setting(name: &str) -> Wrong {
    let names = Setting::ALL.map(Setting::name);
    let meant = nearest(name, names).map_or_else(String::new, |meant| format!("did you mean `{meant}`? "));
    Wrong::new(
        None,
        format!("there is no setting `{name}`"),
        format!("{meant}the settings are {}", names.join(", ")),
    )
}

fn not_in_quotes(field: &Field<'_>, setting: Setting, own_themes: &[String]) -> Wrong {
    let what = format!("the value of `{}` is no text", setting.name());
    let meant = field.value.trim();
    let cure = match Settings::default().set(setting, meant, own_themes) {
        Ok(()) => format!("write \"{meant}\", with quotation marks"),
        Err(_) if setting == Setting::Sessions => "write a folder between quotation marks".to_owned(),
        Err(refused) => refused.cure,
    };
    Wrong::new(Some(setting), what, cure)
}

fn stands_twice(field: &Field<'_>) -> Wrong {
    Wrong::new(
        Setting::named(&field.name),
        format!("`{}` stands there twice: the first one counts", field.name),
        "take one of the two lines out",
    )
}

/// What is wrong with a file that can't be read as fields.
pub(super) fn of_fault(fault: &FileFault) -> Vec<SettingsProblem> {
    let told = fault.faults().iter().map(|wrong| SettingsProblem {
        setting: None,
        file: fault.file().display().to_string(),
        line: wrong.place.map(|place| place.line),
        what: format!("{}; nothing in the file counts until it is mended", wrong.what),
        cure: wrong.hint.clone(),
    });
    told.collect()
}

/// `text` with these settings as they are set, and everything else as it was; `None` if that can't be done.
#[must_use]
pub fn with_values(file: &Path, text: &str, settings: &Settings, changed: &[Setting]) -> Option<String> {
    let fields = fields(file, text).ok()?;
    let mut edits: Vec<(std::ops::Range<usize>, String)> = Vec::new();
    let end = fields.last()?.at.end;
    for setting in changed {
        let value = quoted(settings.word(*setting))?;
        match fields.iter().find(|field| field.name == setting.name()) {
            Some(field) => edits.push((field.at.clone(), value)),
            None => edits.push((end..end, format!(",\n    {}: {value}", setting.name()))),
        }
    }
    // From the end on, so that the places before it stay what they are; what is added goes behind the last value.
    edits.sort_by_key(|(at, _)| (at.end, at.start));
    let mut changed = text.to_owned();
    for (at, value) in edits.into_iter().rev() {
        changed.replace_range(at, &value);
    }
    Some(changed)
}

/// A word as a text of a file.
fn quoted(word: &str) -> Option<String> {
    ron_text::one_line(&word).ok()
}

#[cfg(test)]
mod tests;
