//! Keeps the arrows between the layers, and files that can be read in one sitting.
//!
//! A layer is known by the words it may not say in its code; comments may say anything.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// A folder below `src`, and the words that no file in it may say.
const SILENT_ON: [(&str, &str); 7] = [
    (
        "domain",
        "app ui storage import export runtime cli ratatui crossterm fs io env Path PathBuf path",
    ),
    (
        "app",
        "ui storage import export runtime cli ratatui crossterm fs io env",
    ),
    ("ui", "storage import export runtime cli fs io env Effect"),
    ("storage", "app ui import export runtime cli ratatui crossterm"),
    (
        "import",
        "app ui storage export runtime cli ratatui crossterm fs env",
    ),
    (
        "export",
        "app ui storage import runtime cli ratatui crossterm fs env",
    ),
    ("runtime", "cli"),
];

/// Words with one home: where they may be said, and nowhere else.
const ONE_HOME: [(&str, &str); 13] = [
    ("Instant", "src/runtime/clock.rs"),
    ("Utc now", "src/runtime/clock.rs"),
    ("Local now", "src/runtime/clock.rs"),
    // The time at which a file was last changed.
    ("SystemTime", "src/storage/"),
    ("ratatui_textarea", "src/app/capture.rs"),
    // What is written into a frame passes `display_safe` in one place, and what is printed in another.
    ("set_string", "src/ui/pen.rs"),
    ("set_stringn", "src/ui/pen.rs"),
    ("set_line", "src/ui/pen.rs"),
    ("set_span", "src/ui/pen.rs"),
    ("set_char", "src/ui/pen.rs"),
    ("render_widget", "src/ui/pen.rs"),
    ("println", "src/cli/say.rs"),
    ("eprintln", "src/cli/say.rs"),
];

const MOST_LINES: usize = 500;

#[test]
fn no_layer_says_a_word_that_is_not_for_it() -> io::Result<()> {
    let mut faults = Vec::new();
    for (file, text) in sources()? {
        for (number, line) in text.lines().enumerate() {
            let code = words(line);
            let layer = SILENT_ON
                .iter()
                .filter(|(layer, _)| file.starts_with(&format!("src/{layer}/")));
            let away = ONE_HOME.iter().filter(|(_, home)| !file.starts_with(home));
            let forbidden = layer
                .flat_map(|(_, words)| words.split(' '))
                .chain(away.map(|(word, _)| *word));
            for word in forbidden.filter(|word| code.contains(&format!(" {word} "))) {
                faults.push(format!("{file}:{}: may not say `{word}`", number + 1));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
    Ok(())
}

#[test]
fn no_file_is_longer_than_one_sitting() -> io::Result<()> {
    let long: Vec<String> = sources()?
        .iter()
        .map(|(file, text)| (file, text.lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(file, lines)| format!("{file}: {lines} lines, {MOST_LINES} at most"))
        .collect();
    assert!(long.is_empty(), "\n{}\n", long.join("\n"));
    Ok(())
}

#[test]
fn words_are_whole_and_comments_are_none() {
    let code = words("use std::{fs, io}; // the clock: Instant");
    assert_eq!(code, " use std fs io ");
    assert!(!words("let crossterms = Local::from_now();").contains(" now "));
}

/// The whole words of a line's code, with a space before, between and after them.
fn words(line: &str) -> String {
    let code = line.split("//").next().unwrap_or_default();
    let words = code
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .filter(|word| !word.is_empty());
    words.fold(" ".to_string(), |words, word| words + word + " ")
}

/// Every Rust file below `src`: its path from the top of the repository, with `/` on every system, and its text.
fn sources() -> io::Result<Vec<(String, String)>> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![PathBuf::from("src")];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(top.join(&folder))? {
            let entry = entry?;
            let path = folder.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(top.join(&path))?;
                sources.push((path.to_string_lossy().replace('\\', "/"), text));
            }
        }
    }
    sources.sort();
    Ok(sources)
}
