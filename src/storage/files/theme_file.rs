//! A person's own colours: `themes/<name>.ron`, read line by line. What its words mean is known where they are drawn.

use std::path::Path;

use super::{fields::fields, header::Format};
use crate::{domain::settings::SettingsProblem, storage::ron_text};

/// What stands for one part of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeLine {
    /// The part.
    pub role: String,
    /// How it is drawn, in words; `None` if what stands there is no text.
    pub words: Option<String>,
    /// The line, counted from 1.
    pub line: usize,
}

/// The lines of a theme, and why there are none.
#[must_use]
pub fn read_theme(file: &Path, bytes: &[u8]) -> (Vec<ThemeLine>, Vec<SettingsProblem>) {
    let text = match ron_text::text(file, bytes) {
        Ok(text) => text,
        Err(fault) => return (Vec::new(), super::settings_file::of_fault(&fault)),
    };
    let fields = match fields(file, &text) {
        Ok(fields) => fields,
        Err(fault) => return (Vec::new(), super::settings_file::of_fault(&fault)),
    };
    let mut problems = Vec::new();
    let mut lines = Vec::new();
    for field in fields {
        let (format, version) = (Format::Theme.name(), Format::Theme.version());
        let wrong = match field.name.as_str() {
            "format" if field.text().as_deref() == Some(format) => None,
            "format" => Some((
                format!("this is said to be another file than \"{format}\""),
                format!("write `format: \"{format}\"`, or put the right file in its place"),
            )),
            "version" if field.number() == Some(version) => None,
            "version" => Some((
                "this version of a theme is not known: what is known of it counts".to_owned(),
                format!("write `version: {version}`, or install the newer knownow"),
            )),
            _ => {
                lines.push(ThemeLine {
                    words: field.text(),
                    role: field.name,
                    line: field.line,
                });
                continue;
            }
        };
        problems.extend(wrong.map(|(what, cure)| SettingsProblem {
            setting: None,
            file: file.display().to_string(),
            line: Some(field.line),
            what,
            cure,
        }));
    }
    (lines, problems)
}
