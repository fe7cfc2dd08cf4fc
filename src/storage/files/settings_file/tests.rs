use std::fmt::Write;

use super::*;

/// Files with something wrong, by what it is.
const BROKEN: &[(&str, &str)] = &[
    ("a slip", "(\n    theme: \"drak\",\n    borders: \"ascii\",\n)"),
    ("no quotation marks", "(theme: dark, borders: \"ascii\")"),
    ("a number", "(borders: \"ascii\", enter: 1)"),
    ("a list", "(borders: \"ascii\", theme: [\"dark\", \"light\"])"),
    ("true", "(borders: \"ascii\", enter: true)"),
    ("an unknown setting", "(borders: \"ascii\", colours: \"dark\")"),
    (
        "a misspelled setting",
        "(\n\n    them: \"dark\",\n    borders: \"ascii\",\n)",
    ),
    (
        "twice",
        "(\n    borders: \"ascii\",\n    borders: \"unicode\",\n)",
    ),
    ("half a path", "(sessions: \"reviews\", borders: \"ascii\")"),
    (
        "an own theme that is not there",
        "(theme: \"oakfeld\", borders: \"ascii\")",
    ),
    (
        "two at once",
        "(\n    theme: \"pink\",\n    enter: \"shift\",\n    borders: \"ascii\",\n)",
    ),
    ("newer", "(version: 2, borders: \"ascii\", sound: \"none\")"),
    ("no version", "(version: \"one\", borders: \"ascii\")"),
    ("another file", "(format: \"knownow plan\", borders: \"ascii\")"),
    ("empty", ""),
    ("no text for a folder", "(sessions: 5, borders: \"ascii\")"),
    ("no bracket at its end", "(\n    theme: \"dark\",\n"),
    (
        "a text that is not closed",
        "(\n    theme: \"dark,\n    borders: \"ascii\",\n)",
    ),
    ("no comma", "(\n    theme: \"dark\"\n    borders: \"ascii\",\n)"),
    ("another language", "theme = \"dark\"\n"),
    (
        "two versions in one",
        "(\n<<<<<<< mine\n    theme: \"dark\",\n=======\n    theme: \"light\",\n>>>>>>> theirs\n)",
    ),
];

#[test]
fn what_is_wrong_is_said_with_its_line_and_nothing_else_falls_back() {
    let mut told = String::new();
    for (what, text) in BROKEN {
        let read = read_settings(Path::new("settings.ron"), text.as_bytes(), &["oakfield".into()]);
        assert!(!read.problems.is_empty(), "{what}");
        let whole = read
            .problems
            .iter()
            .any(|problem| problem.what.contains("nothing in the file counts"));
        let borders = read.settings.word(Setting::Borders);
        assert_eq!(borders, if whole { "auto" } else { "ascii" }, "{what}");
        let others =
            [Setting::Theme, Setting::Enter, Setting::Sessions].map(|setting| read.settings.word(setting));
        assert_eq!(others, ["auto", "save", ""], "{what}");
        let _ = writeln!(told, "{what}");
        for SettingsProblem {
            setting,
            file,
            line,
            what,
            cure,
        } in &read.problems
        {
            let setting = setting.map_or("file", Setting::name);
            let line = line.map_or_else(|| "-".to_owned(), |line| line.to_string());
            let _ = writeln!(
                told,
                "    {file} line {line} ({setting}): {what}\n      cure: {cure}"
            );
        }
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("broken_settings", told));
}

#[test]
fn bytes_that_are_no_text_are_told_and_nothing_stops() {
    for bytes in [
        &b"\xFF\xFE("[..],
        b"(theme: \"d\xE9j\xE0\")",
        b"PK\x03\x04",
        b"\0\0\0",
    ] {
        let read = read_settings(Path::new("settings.ron"), bytes, &[]);
        assert_eq!((read.settings, read.problems.len()), (Settings::default(), 1));
    }
}
