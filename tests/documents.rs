//! The documents say what the program does: what they repeat from elsewhere is compared with where it comes from.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use knownow::ui::keymap::{self, Context};

const FIRST: &str = "<!-- keys -->\n";
const LAST: &str = "<!-- end of keys -->";
const DOCUMENTS: [&str; 4] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/files.md"];

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
                title(row.context)
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

fn title(context: Context) -> &'static str {
    match context {
        Context::Day => "While the day runs",
        Context::Home => "On the list of sessions",
        Context::List => "In a list: places, people, every action",
        Context::Plan => "On the page of the plan",
        Context::Findings => "On the page of the findings",
        Context::Compared => "On the page of what the groups know, side by side",
        Context::Aloud => "While it is read aloud",
        Context::Notes => "On the page of all notes",
        Context::NotesSearch => "While typing searches on the page of all notes",
        Context::NoteOpen => "Where one note has the page of all notes",
        Context::Report => "On the sheet of what is handed on",
        Context::Settings => "On the settings",
        Context::Check => "On the list of what should be seen to before handing on",
        Context::Help => "In the help",
        Context::Late => "Where it is chosen what is done about being late",
        Context::Refused => "Where it is said why nothing can be done about being late",
        Context::NotHere => "Where it is said that a key does nothing on a line of the plan",
        Context::Coverage => "Where it is shown which class and question has what",
        Context::Moving => "Where it is asked which notes are to be moved",
        Context::BringingIn => "On the picture of a timetable that is brought in",
        Context::TakingIn => "On the picture of notes that are taken in",
        Context::Entry => "In a line typed on top of the screen",
        Context::Leave => "When it asks whether to leave",
        Context::Hidden => "While the screen is hidden for a child's sake",
        Context::Discard => "When it asks whether the line typed before that is discarded",
    }
}

fn top(path: &Path) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> io::Result<String> {
    // A checkout on Windows may have other line ends.
    Ok(fs::read_to_string(top(Path::new(path)))?.replace("\r\n", "\n"))
}
