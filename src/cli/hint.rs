//! The commands that are said to come next: each works as it stands when it is pasted into the same terminal.

use std::path::Path;

use crate::storage::paths::Home;

/// `knownow WORDS SESSION`, with the folder of sessions where that was said on the command line.
pub fn command(home: &Home, words: &str, session: &Path) -> String {
    let command = format!("knownow {words} {}", quoted(session));
    match home.sessions_asked_for() {
        Some(folder) => format!("{command} --sessions {}", quoted(folder)),
        None => command,
    }
}

/// A path as one word of a command line.
pub fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let plain = |letter: char| letter.is_alphanumeric() || "/._-:,+@%=".contains(letter);
    if cfg!(windows) {
        // No name of a file has a quotation mark in it there.
        let bare = text.chars().all(|letter| plain(letter) || letter == '\\');
        return if bare { text } else { format!("\"{text}\"") };
    }
    if !text.is_empty() && text.chars().all(plain) {
        return text;
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::*;

    #[test]
    fn a_folder_of_sessions_that_was_said_is_said_again() {
        let home = |sessions: Option<&Path>| {
            let var = |name: &str| (name == "KNOWNOW_HOME").then(|| OsString::from("/home"));
            Home::find(var, sessions).unwrap()
        };
        let session = Path::new("2026-12-01-oakfield-primary");
        assert_eq!(
            command(&home(None), "open", session),
            "knownow open 2026-12-01-oakfield-primary"
        );
        let said = command(&home(Some(Path::new("shared"))), "plan check", session);
        let folder = crate::storage::paths::absolute(Path::new("shared"));
        assert_eq!(
            said,
            format!(
                "knownow plan check 2026-12-01-oakfield-primary --sessions {}",
                quoted(&folder)
            )
        );
    }

    #[cfg(not(windows))]
    #[test]
    fn a_path_is_one_word_of_the_shell_whatever_is_in_it() {
        for text in [
            "/a/b",
            "our reviews",
            "the head's",
            "$HOME `x` \"y\"",
            "",
            "~/x",
            "a;b",
        ] {
            let said = format!("printf %s {}", quoted(Path::new(text)));
            let shell = std::process::Command::new("sh")
                .args(["-c", &said])
                .output()
                .unwrap();
            assert_eq!(String::from_utf8(shell.stdout).unwrap(), text, "{said}");
        }
    }
}
