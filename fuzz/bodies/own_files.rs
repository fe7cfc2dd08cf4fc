//! What holds for any bytes in the files that people write about the program itself. Each says whether they were read.

use std::path::Path;

use knownow::{
    domain::settings::{Setting, Settings, SettingsProblem},
    storage::files::{
        keys_file::read_keys,
        settings_file::{ReadSettings, read_settings, with_values},
        theme_file::read_theme,
    },
    ui::{
        keymap::{Wanted, own_keys},
        theme::Theme,
        words::keys as words,
    },
};

use super::bytes::is_told;

/// The themes that are there beside the shipped ones.
fn own_themes() -> Vec<String> {
    vec!["mine".to_owned()]
}

fn are_told(problems: &[SettingsProblem]) {
    for problem in problems {
        is_told(&problem.what);
        is_told(&problem.cure);
        assert_ne!(problem.line, Some(0));
    }
}

/// Settings are read value by value; one that is changed changes no other.
pub fn settings(bytes: &[u8]) -> bool {
    let file = Path::new("settings.ron");
    let read = read_settings(file, bytes, &own_themes());
    are_told(&read.problems);
    if let Ok(text) = str::from_utf8(bytes) {
        for changed in Setting::ALL {
            change(file, text, &read, changed);
        }
    }
    read.problems.is_empty()
}

fn change(file: &Path, text: &str, before: &ReadSettings, changed: Setting) {
    let mut wanted: Settings = before.settings.clone();
    let word = match changed {
        Setting::Theme => "mono",
        Setting::Borders => "ascii",
        Setting::Enter => "begins-line",
        Setting::Mouse => "on",
        Setting::Sessions => "a \"folder\" \\ of 'mine'",
    };
    if wanted.set(changed, word, &own_themes()).is_err() {
        return;
    }
    let Some(text) = with_values(file, text, &wanted, &[changed]) else {
        return;
    };
    let after = read_settings(file, text.as_bytes(), &own_themes());
    are_told(&after.problems);
    // One that stands there twice is told, and the file is put aside.
    if after.settings.word(changed) == word {
        for setting in Setting::ALL {
            assert_eq!(after.settings.word(setting), wanted.word(setting), "{text}");
        }
    }
}

/// Own keys are read, each fault of them is told in words and stands on a line of the file.
pub fn keys(bytes: &[u8]) -> bool {
    let entries = match read_keys(Path::new("keys.ron"), bytes) {
        Ok((entries, _newer)) => entries,
        Err(fault) => {
            is_told(&fault.to_string());
            return false;
        }
    };
    let lines = bytes.split(|byte| *byte == b'\n').count();
    let wanted = entries.into_iter().map(|entry| Wanted {
        screen: entry.screen,
        action: entry.action,
        keys: entry.keys,
        line: entry.line,
    });
    let (_, faults) = own_keys(&wanted.collect::<Vec<_>>());
    for fault in &faults {
        assert!((1..=lines).contains(&fault.line), "{fault:?}");
        let (what, cure) = words::fault(fault);
        is_told(&what);
        is_told(&cure);
    }
    let short: Vec<_> = faults
        .iter()
        .map(|fault| (Some(fault.line), words::fault(fault).0))
        .collect();
    if let Some(said) = words::faults_in_short("keys.ron", &short) {
        is_told(&said);
    }
    faults.is_empty()
}

/// A theme is drawn by as far as it can be, and all else of it is told.
pub fn theme(bytes: &[u8]) -> bool {
    let (lines, problems) = read_theme(Path::new("themes/mine.ron"), bytes);
    are_told(&problems);
    let mut theme = Theme::dark().called("mine");
    let mut fits = problems.is_empty();
    for line in lines.iter().filter(|line| line.role != "based_on") {
        let Some(words) = &line.words else {
            fits = false;
            continue;
        };
        if let Err(unfit) = theme.draw_by(&line.role, words) {
            is_told(&unfit.what);
            is_told(&unfit.cure);
            fits = false;
        }
    }
    fits
}
