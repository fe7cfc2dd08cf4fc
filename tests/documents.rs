//! The documents say what the program does: what they repeat from elsewhere is compared with where it comes from.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use knownow::storage::files::keys_file::{KeysEntry, read_keys};
use knownow::ui::{
    keymap::{self, Context, Wanted},
    words::keys as words,
};

const FIRST: &str = "<!-- keys -->\n";
const LAST: &str = "<!-- end of keys -->";
const DOCUMENTS: [&str; 5] = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "docs/files.md",
    "docs/performance.md",
];

#[test]
fn the_keys_in_the_readme_are_the_keys_of_the_program() -> io::Result<()> {
    let readme = read("README.md")?;
    let between = readme
        .split_once(FIRST)
        .and_then(|(_, rest)| rest.split_once(LAST));
    let written = between.map(|(block, _)| block);
    let right = key_tables();
    assert!(
        written == Some(&right),
        "between `{}` and `{LAST}` README.md should say:\n\n{right}",
        FIRST.trim()
    );
    Ok(())
}

#[test]
fn every_screen_that_has_keys_is_in_the_readme() -> io::Result<()> {
    let readme = read("README.md")?;
    let contexts: BTreeSet<Context> = keymap::keys().map(|row| row.context).collect();
    let missing: Vec<&str> = contexts
        .into_iter()
        .map(words::screen)
        .filter(|title| !readme.contains(&format!("\n**{title}**\n")))
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
    Ok(())
}

#[test]
fn the_shipped_file_of_keys_has_every_action_with_its_keys() -> io::Result<()> {
    let right = keys_file();
    let written = read("config/keys.ron")?;
    // Windows can't suspend; the file tells of it all the same.
    let here = |text: &str| -> Vec<String> {
        let lines = text
            .lines()
            .filter(|line| cfg!(unix) || !line.contains("\"suspend\""));
        lines.map(str::to_owned).collect()
    };
    assert!(
        here(&written) == here(&right),
        "config/keys.ron should say:\n\n{right}"
    );
    Ok(())
}

#[test]
fn a_copy_of_the_shipped_file_changes_no_key_and_no_line_of_it_is_wrong() -> io::Result<()> {
    let text = read("config/keys.ron")?;
    let (entries, _newer) = read_keys(Path::new("keys.ron"), text.as_bytes()).map_err(io::Error::other)?;
    let wanted = wanted(entries);
    assert!(wanted.len() > 300, "{}", wanted.len());
    let (own, faults) = keymap::own_keys(&wanted);
    assert_eq!(faults, []);
    assert!(own.is_empty(), "{own:?}");
    Ok(())
}

#[test]
fn the_example_of_own_keys_in_the_readme_and_in_the_file_of_keys_holds() -> io::Result<()> {
    let readme = read("README.md")?;
    let example = readme
        .split("```ron\n")
        .map(|rest| rest.split("```").next().unwrap_or_default())
        .find(|example| example.contains("knownow keys"));
    let of_file: String = HEAD_OF_KEYS
        .lines()
        .filter_map(|line| line.strip_prefix("//     "))
        .collect();
    for example in [example.unwrap_or_default(), &of_file] {
        let (entries, _newer) =
            read_keys(Path::new("keys.ron"), example.as_bytes()).map_err(io::Error::other)?;
        let (own, faults) = keymap::own_keys(&wanted(entries));
        assert_eq!(faults, []);
        assert!(!own.is_empty());
    }
    Ok(())
}

#[test]
fn readme_and_the_one_check_test_with_the_same_command() -> io::Result<()> {
    let (readme, check) = (read("README.md")?, read(".ci/run")?);
    let command = check
        .lines()
        .skip_while(|line| !line.starts_with("run_tests()"))
        .nth(1)
        .and_then(|line| line.trim().split(" 2>&1").next())
        .unwrap_or_default();
    assert!(command.starts_with("cargo test"), "{command:?}");
    assert!(
        readme.lines().any(|line| line == command),
        "README.md does not say `{command}`"
    );
    Ok(())
}

#[test]
fn the_commands_in_the_readme_are_the_commands_of_the_program() -> io::Result<()> {
    let readme = read("README.md")?;
    let rows = readme.lines().filter_map(|line| line.strip_prefix("| `knownow"));
    let rows = rows.filter_map(|row| row.split('`').next());
    let written: BTreeSet<String> = rows.map(without_arguments).collect();
    let mut right = BTreeSet::from([String::new()]);
    for command in commands(&[])? {
        let below = commands(&[&command])?;
        right.extend(below.iter().map(|below| format!("{command} {below}")));
        // Of a group, only what is in it can be run.
        if below.is_empty() || command == "doctor" {
            right.insert(command);
        }
    }
    assert_eq!(
        written, right,
        "the table of commands in README.md, and the program"
    );
    Ok(())
}

/// The words of a command in the table, without what is only an example.
fn without_arguments(row: &str) -> String {
    let words = row.split_whitespace();
    let lower = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let words: Vec<&str> = words
        .take_while(|word| lower(word) && !word.starts_with("--"))
        .collect();
    let group = matches!(words.first(), Some(&("plan" | "notes" | "models" | "doctor")));
    words.get(..if group { 2 } else { 1 }).unwrap_or(&words).join(" ")
}

/// The commands below a command, by its help.
fn commands(of: &[&str]) -> io::Result<Vec<String>> {
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_knownow"));
    let help = program.args(of).arg("--help").output()?.stdout;
    let help = String::from_utf8_lossy(&help).replace("\r\n", "\n");
    let block = help.split_once("Commands:\n").map_or("", |(_, rest)| rest);
    let rows = block.lines().take_while(|line| !line.is_empty());
    let rows = rows.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = rows.filter_map(|line| line.split_whitespace().next());
    Ok(names.filter(|name| *name != "help").map(str::to_owned).collect())
}

#[test]
fn every_file_that_a_document_names_is_there() -> io::Result<()> {
    let mut gone = Vec::new();
    for document in DOCUMENTS {
        let text = read(document)?;
        let folder = Path::new(document).parent().unwrap_or(Path::new(""));
        let missing = links(&text)
            .filter(|link| !top(&folder.join(link)).exists())
            .chain(named(&text).filter(|name| !top(Path::new(name)).exists()));
        gone.extend(missing.map(|name| format!("{document}: {name}")));
    }
    let code = read("src/lib.rs")?;
    let map: String = code
        .split_inclusive('\n')
        .filter(|line| line.starts_with("//!"))
        .collect();
    let missing = named(&map)
        .filter(|name| !top(Path::new(name)).exists() && !top(&Path::new("src").join(name)).exists());
    gone.extend(missing.map(|name| format!("src/lib.rs: {name}")));
    assert!(gone.is_empty(), "named and not there:\n{}", gone.join("\n"));
    Ok(())
}

/// What the links in `text` lead to, other sites and headings left out.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets.filter(|target| !target.contains("://") && !target.starts_with('#'))
}

/// The Rust files and the folders of the repository that `text` names.
fn named(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|letter: char| letter.is_whitespace() || "`(),;".contains(letter));
    let words = words.map(|word| word.trim_end_matches([':', '.']));
    let words = words.filter(|word| !word.contains("://"));
    words.filter(|word| {
        Path::new(word).extension().is_some_and(|ending| ending == "rs")
            || ["src/", "tests/", "config/", ".ci/"]
                .iter()
                .any(|folder| word.starts_with(folder))
    })
}

/// The key table as Markdown, one table for each place where keys are pressed. What the palette alone offers is left
/// out.
fn key_tables() -> String {
    let mut lines = vec![String::new()];
    let mut last = None;
    let mut rows: Vec<_> = keymap::keys().filter(|row| !row.keys.is_empty()).collect();
    // What begins in a list and is kept elsewhere stands with the other keys of lists.
    rows.sort_by_key(|row| row.context as u8);
    for row in rows {
        if last.replace(row.context) != Some(row.context) {
            let head = format!(
                "**{}**\n\n| key | what it does |\n| --- | --- |",
                words::screen(row.context)
            );
            lines.extend((lines.len() > 1).then(String::new));
            lines.push(head);
        }
        let keys: Vec<String> = row.keys.iter().map(|key| format!("`{key}`")).collect();
        lines.push(format!("| {} | {} |", keys.join(", "), row.words));
    }
    lines.push("\n".into());
    lines.join("\n")
}

fn wanted(entries: Vec<KeysEntry>) -> Vec<Wanted> {
    let wanted = entries.into_iter().map(|entry| Wanted {
        screen: entry.screen,
        action: entry.action,
        keys: entry.keys,
        line: entry.line,
    });
    wanted.collect()
}

/// The key table as the file in which a user changes it.
fn keys_file() -> String {
    let mut contexts: Vec<Context> = keymap::keys().map(|row| row.context).collect();
    contexts.sort();
    contexts.dedup();
    let mut parts = vec![HEAD_OF_KEYS.to_string()];
    for context in contexts {
        let (title, name) = (words::screen(context), context.name());
        parts.push(format!("\n        // {title}\n        \"{name}\": {{\n"));
        let rows = keymap::keys().filter(|row| row.context == context);
        parts.extend(rows.map(|row| {
            let name = row.does.name();
            format!("            \"{name}\": {:?}, // {}\n", row.keys, row.words)
        }));
        parts.push("        },\n".into());
    }
    parts.push("    },\n)\n".into());
    parts.concat()
}

const HEAD_OF_KEYS: &str = r#"// The keys of knownow, screen by screen: the name of each action, its keys, and what it does.
//
// To change keys, put a file `keys.ron` into the folder of the settings (`knownow doctor` says where that is) with this
// head and only the lines that are to be different:
//
//     (
//         format: "knownow keys",
//         version: 1,
//         screens: {
//             "day": {
//                 "next-place": ["F8", "Alt+N"],
//                 "coverage": ["F4"],
//             },
//         },
//     )
//
// The first key of a line is the one that is named on the screen. An empty list leaves the action to the list of every
// action (Ctrl+K). Keys are called as here, and as `knownow doctor keys` shows them. Arrows, Home, End, page keys,
// Insert, Backspace and Delete keep what they do; further keys can be added to them. The key for safeguarding is the
// same everywhere. A line that is wrong, or whose key does something else there already, leaves the action its shipped
// keys; the screen says so with the line, `knownow doctor` says what to do.
(
    format: "knownow keys",
    version: 1,
    screens: {"#;

fn top(path: &Path) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> io::Result<String> {
    // A checkout on Windows may have other line ends.
    Ok(fs::read_to_string(top(Path::new(path)))?.replace("\r\n", "\n"))
}

/// Whoever reads a promise runs its one command, and that names tests that are there.
#[test]
fn every_promise_has_one_command_of_tests_that_are_there() {
    let promises = read("docs/promises.md").unwrap();
    let rows: Vec<&str> = promises
        .lines()
        .filter(|line| {
            line.starts_with("| ") && !line.starts_with("| promise ") && !line.starts_with("| ---")
        })
        .collect();
    assert!(rows.len() > 50, "{}", rows.len());
    let tests = sources(&["src", "tests"]).unwrap();
    for row in rows {
        let command = row
            .split(" | ")
            .nth(1)
            .and_then(|column| column.split('`').nth(1));
        let command = command.unwrap_or_else(|| panic!("no command: {row}"));
        let (targets, names) = command.split_once(" -- ").unwrap_or((command, ""));
        assert!(targets.starts_with("cargo test --"), "{row}");
        for name in names
            .split(' ')
            .filter(|name| !name.is_empty() && !name.starts_with("--"))
        {
            let last = name.rsplit("::").next().unwrap_or(name);
            let is_there = tests.iter().any(|(file, text)| {
                file.contains(last)
                    || text.contains(&format!("fn {last}"))
                    || text.contains(&format!("mod {last}"))
            });
            assert!(is_there, "no test is called {name}: {row}");
        }
    }
}

/// The Rust files below these folders, by name and text.
fn sources(folders: &[&str]) -> std::io::Result<Vec<(String, String)>> {
    let mut waiting: Vec<PathBuf> = folders.iter().map(|folder| top(Path::new(folder))).collect();
    let mut found = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push((path.display().to_string(), fs::read_to_string(&path)?));
            }
        }
    }
    Ok(found)
}
