use std::{ffi::OsString, fs};

use super::*;
use crate::{
    storage::disk::RealDisk,
    ui::theme::{Role, Theme},
};

const EXAMPLE: &str = include_str!("../../../config/themes/example.ron");

/// A home with these files among the settings.
fn home(files: &[(&str, &str)]) -> (tempfile::TempDir, Home) {
    let dir = tempfile::tempdir().expect("a folder");
    let at = OsString::from(dir.path());
    let home = Home::find(|_| Some(at.clone()), None).expect("a home");
    fs::create_dir_all(home.themes()).expect("made");
    for (name, text) in files {
        let mut file = RealDisk
            .create_new(&home.settings().join(name))
            .expect("a new file");
        file.write_all(text.as_bytes()).expect("written");
    }
    (dir, home)
}

fn settings(theme: ThemeChoice) -> Settings {
    Settings {
        theme,
        ..Settings::default()
    }
}

#[test]
fn no_color_is_for_who_has_chosen_nothing() {
    let (_dir, home) = home(&[]);
    let no_color = |name: &str| (name == "NO_COLOR").then(|| "1".to_owned());
    let name = |choice| {
        let set = settings(choice);
        theme(&home, &RealDisk, &set, no_color).0.name().to_owned()
    };
    assert_eq!(name(ThemeChoice::Auto), "mono");
    assert_eq!(name(ThemeChoice::Dark), "dark");
    assert_eq!(name(ThemeChoice::HighContrast), "high-contrast");
    let bare = |_: &str| None;
    let auto = theme(&home, &RealDisk, &Settings::default(), bare).0;
    assert_eq!(auto, Theme::terminal());
}

#[test]
fn the_shipped_example_is_a_whole_theme() {
    let (_dir, home) = home(&[("themes/example.ron", EXAMPLE)]);
    let set = settings(ThemeChoice::Own("example".into()));
    let (theme, problems) = theme(&home, &RealDisk, &set, |_| None);
    assert_eq!(problems, []);
    assert_eq!(theme.name(), "example");
    for role in Role::ALL {
        assert!(EXAMPLE.contains(&format!("    {}: \"", role.name())), "{role:?}");
    }
}

#[test]
fn a_bad_line_of_a_theme_falls_back_for_its_part_alone() {
    let bad = "(\n    based_on: \"dark\",\n    strength: \"gren\",\n    failure: \"bold red\",\n    tittle: \"bold\",\n    now: 5,\n)";
    let (_dir, home) = home(&[
        ("settings.ron", "(theme: \"mine\")"),
        ("themes/mine.ron", bad),
        ("themes/broken.ron", "(strength: \"green"),
        ("themes/base.ron", "(based_on: \"black\", strength: \"green\")"),
    ]);
    let found = find(&home, &RealDisk);
    let told: Vec<_> = found
        .problems
        .iter()
        .map(|problem| (problem.line, problem.what.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (Some(3), "\"gren\" is no colour and no way to draw"),
            (Some(5), "there is no part `tittle`"),
            (Some(6), "what stands for `now` is no text"),
        ]
    );
    assert!(
        found
            .problems
            .iter()
            .all(|problem| problem.file.ends_with("mine.ron"))
    );
    let (mine, _) = theme(&home, &RealDisk, &found.settings, |_| None);
    for role in [Role::Strength, Role::Now, Role::Title] {
        assert_eq!(mine.style(role), Theme::dark().style(role));
    }
    assert_ne!(mine.style(Role::Failure), Theme::dark().style(Role::Failure));

    for (name, line) in [("broken", Some(1)), ("base", Some(1)), ("gone", None)] {
        let set = settings(ThemeChoice::Own(name.into()));
        let (_, problems) = theme(&home, &RealDisk, &set, |_| None);
        assert_eq!(
            problems.iter().map(|problem| problem.line).collect::<Vec<_>>(),
            [line],
            "{name}"
        );
    }
}

#[test]
fn changes_are_kept_one_after_the_other_and_one_that_failed_with_the_next() {
    let (_dir, home) = home(&[]);
    let keeper = Keeper::default();
    let want = |settings: &Settings, changed| {
        keeper.want(Job {
            settings: settings.clone(),
            changed,
        });
    };
    let mut now = settings(ThemeChoice::Dark);
    want(&now, Setting::Theme);
    // A folder where the file should be.
    fs::create_dir_all(home.settings_file()).expect("made");
    assert!(keeper.keep(&home, &RealDisk).kept.is_err());
    fs::remove_dir(home.settings_file()).expect("removed");
    now.borders = crate::domain::settings::Borders::Ascii;
    want(&now, Setting::Borders);
    assert_eq!(keeper.keep(&home, &RealDisk).kept, Ok(None));
    assert_eq!(find(&home, &RealDisk).settings, now);
    // A thread that comes last has nothing left to do.
    assert_eq!(keeper.keep(&home, &RealDisk).kept, Ok(None));
}
