use std::{ffi::OsString, fs};

use super::*;
use crate::{
    domain::settings::{Borders, EnterKey, ThemeChoice},
    storage::disk::{
        RealDisk,
        faulty::{FailingDisk, Failure},
    },
};

/// "No space left on device".
const ENOSPC: i32 = 28;
const EXAMPLE: &str = include_str!("../../../config/themes/example.ron");

/// A home in which `settings.ron` has this text.
fn home(text: Option<&str>) -> (tempfile::TempDir, Home) {
    let dir = tempfile::tempdir().expect("a folder");
    let at = OsString::from(dir.path());
    let home = Home::find(|_| Some(at.clone()), None).expect("a home");
    if let Some(text) = text {
        put(&home.settings_file(), text);
    }
    (dir, home)
}

fn put(path: &Path, text: &str) {
    RealDisk
        .create_dir_all(path.parent().expect("a folder"))
        .expect("made");
    let mut file = RealDisk.create_new(path).expect("a new file");
    file.write_all(text.as_bytes()).expect("written");
}

fn on_disk(path: &Path) -> String {
    fs::read_to_string(path).expect("a file")
}

fn mono() -> Settings {
    Settings {
        theme: ThemeChoice::Mono,
        ..Settings::default()
    }
}

#[test]
fn what_is_shipped_is_what_counts_without_a_file() {
    let read = read_settings(Path::new("settings.ron"), catalogue::settings().as_bytes(), &[]);
    assert_eq!(read, ReadSettings::default());
    let (_dir, home) = home(None);
    assert_eq!(find(&home, &RealDisk), FoundSettings::default());
}

#[test]
fn a_change_leaves_everything_else_in_the_file_as_it_was() {
    let mine =
        "// by me (\n(\n  enter: \"new-line\", // Word's way\n  theme: /* eyes */ \"dark\", // at night\n)\n";
    let (_dir, home) = home(Some(mine));
    assert_eq!(keep(&home, &RealDisk, &mono(), &[Setting::Theme]), Ok(None));
    assert_eq!(
        on_disk(&home.settings_file()),
        mine.replace("\"dark\"", "\"mono\"")
    );
    let found = find(&home, &RealDisk).settings;
    assert_eq!(
        (found.theme, found.enter),
        (ThemeChoice::Mono, EnterKey::BeginsLine)
    );
}

#[test]
fn what_the_file_does_not_say_yet_is_added_and_line_ends_stay() {
    let (_dir, home) = home(Some("(\r\n    theme: \"dark\",\r\n)\r\n"));
    let both = Settings {
        borders: Borders::Ascii,
        sessions: Some("C:\\reviews \"here\"".into()),
        ..mono()
    };
    let changed = [Setting::Theme, Setting::Borders, Setting::Sessions];
    assert_eq!(keep(&home, &RealDisk, &both, &changed), Ok(None));
    let text = on_disk(&home.settings_file());
    assert!(
        text.lines().count() == 5 && text.matches("\r\n").count() == 5,
        "{text}"
    );
    assert_eq!(find(&home, &RealDisk).settings, both);
}

#[test]
fn the_first_change_of_all_writes_the_shipped_file_with_its_comments() {
    let (_dir, home) = home(None);
    assert_eq!(keep(&home, &RealDisk, &mono(), &[Setting::Theme]), Ok(None));
    let right = catalogue::settings().replacen("theme: \"auto\"", "theme: \"mono\"", 1);
    assert_eq!(on_disk(&home.settings_file()), right);
}

#[test]
fn a_broken_file_is_kept_beside_the_one_that_is_written_anew() {
    for broken in ["(theme: \"dark\n)\n", "", "()", "theme = dark"] {
        let (_dir, home) = home(Some(broken));
        let aside = keep(&home, &RealDisk, &mono(), &[Setting::Theme])
            .expect("written")
            .expect("a copy");
        assert_eq!(on_disk(&aside), broken);
        let found = find(&home, &RealDisk);
        assert_eq!((found.settings, found.problems), (mono(), vec![]), "{broken}");
    }
}

#[test]
fn a_second_broken_file_leaves_the_copy_of_the_first() {
    let (_dir, home) = home(Some("(one"));
    let first = keep(&home, &RealDisk, &mono(), &[Setting::Theme]).expect("written");
    fs::remove_file(home.settings_file()).expect("removed");
    put(&home.settings_file(), "(two");
    let second = keep(&home, &RealDisk, &mono(), &[Setting::Theme]).expect("written");
    assert_eq!(on_disk(&first.expect("a copy")), "(one");
    assert_eq!(on_disk(&second.expect("a copy")), "(two");
}

#[test]
fn bad_values_that_were_not_changed_stay_to_be_seen() {
    let (_dir, home) = home(Some("(enter: \"yes\", theme: drak)"));
    assert_eq!(keep(&home, &RealDisk, &mono(), &[Setting::Theme]), Ok(None));
    assert_eq!(
        on_disk(&home.settings_file()),
        "(enter: \"yes\", theme: \"mono\")"
    );
    assert_eq!(find(&home, &RealDisk).problems.len(), 1);
}

#[test]
fn a_newer_file_is_not_written_and_a_failure_leaves_the_old_one() {
    let newer = "(version: 9, theme: \"dark\", sound: \"none\")";
    let (_dir, newer_home) = home(Some(newer));
    let found = find(&newer_home, &RealDisk);
    assert_eq!(
        (found.settings.theme, found.problems.len()),
        (ThemeChoice::Dark, 1),
        "{:?}",
        found.problems
    );
    let refused = keep(&newer_home, &RealDisk, &mono(), &[Setting::Theme]).unwrap_err();
    assert!(refused.contains("newer knownow"), "{refused}");
    assert_eq!(on_disk(&newer_home.settings_file()), newer);

    let (_dir, home) = home(Some("(theme: \"dark\")"));
    let full = FailingDisk::new(RealDisk);
    // Every step from the new file on.
    full.fail(Failure {
        nth: 8,
        errno: ENOSPC,
        lasting: true,
        short_write: true,
    });
    let refused = keep(&home, &full, &mono(), &[Setting::Theme]).unwrap_err();
    assert!(refused.contains("settings.ron: the disk is full"), "{refused}");
    assert_eq!(on_disk(&home.settings_file()), "(theme: \"dark\")");
}

#[test]
fn own_themes_are_known_by_their_files() {
    let (_dir, home) = home(Some("(theme: \"oakfield\")"));
    assert!(!find(&home, &RealDisk).problems.is_empty());
    put(&home.themes().join("oakfield.ron"), EXAMPLE);
    put(&home.themes().join("notes.txt"), "x");
    let found = find(&home, &RealDisk);
    assert_eq!(found.own_themes, ["oakfield"]);
    assert_eq!(
        (found.settings.theme, found.problems),
        (ThemeChoice::Own("oakfield".into()), vec![])
    );
    let (_, lines, problems) = theme(&home, &RealDisk, "oakfield");
    assert_eq!((lines.len(), problems), (23, vec![]));
    assert_eq!(theme(&home, &RealDisk, "gone").2.len(), 1);
}

#[test]
fn a_theme_that_is_called_like_one_of_the_program_is_told_and_never_chosen() {
    let (_dir, home) = home(Some("(theme: \"dark\")"));
    put(&home.themes().join("dark.ron"), EXAMPLE);
    put(&home.themes().join("oakfield.ron"), EXAMPLE);
    let found = find(&home, &RealDisk);
    assert_eq!(found.own_themes, ["oakfield"]);
    assert_eq!(found.settings.theme, ThemeChoice::Dark);
    let [problem] = found.problems.as_slice() else {
        panic!("{:?}", found.problems);
    };
    assert!(problem.file.ends_with("dark.ron"), "{problem:?}");
    assert!(problem.cure.contains("my-dark.ron"), "{problem:?}");
    // From word to word one comes round again.
    let choices = Setting::Theme.choices(&found.own_themes);
    let mut seen = choices.clone();
    seen.dedup();
    assert_eq!(choices, seen);
    assert_eq!(choices.iter().filter(|choice| *choice == "dark").count(), 1);
}
