//! What is pasted onto the screen by who brings notes: the text of a hand-over, or the names of its files.

use super::HEAD;

/// How the names of files end that notes are handed over in.
const ENDINGS: [&str; 2] = [".txt", ".eml"];

/// Whether `text` is a hand-over or the names of files that may be some, so that it is no note.
#[must_use]
pub fn is_brought(text: &str) -> bool {
    let names = file_names(text);
    let is_file = |name: &String| {
        let lower = name.to_lowercase();
        is_whole_path(name) && ENDINGS.iter().any(|ending| lower.ends_with(ending))
    };
    is_hand_over(text) || is_sealed(text) || (!names.is_empty() && names.iter().all(is_file))
}

/// Whether the text of a hand-over is in `text`.
#[must_use]
pub fn is_hand_over(text: &str) -> bool {
    text.to_lowercase().contains(&format!("{{{HEAD}"))
}

/// How the text of a sealed hand-over begins, between its dashes.
const SEALED: &str = "BEGIN AGE ENCRYPTED FILE";

/// Whether the text of a sealed hand-over is in `text`: a passphrase is asked for it, and no note is made of it.
fn is_sealed(text: &str) -> bool {
    text.contains(SEALED)
}

/// The names of files that `text` may be, as terminals hand them on where files are dropped: one a line, or side by side
/// with quotes or backslashes around their spaces.
#[must_use]
pub fn file_names(text: &str) -> Vec<String> {
    let (mut names, mut name) = (Vec::new(), String::new());
    let mut quote = None;
    let mut letters = text.trim().chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, quote) {
            ('\'' | '"', None) => quote = Some(letter),
            (letter, Some(open)) if letter == open => quote = None,
            ('\\', None) if letters.peek() == Some(&' ') => name.extend(letters.next()),
            (letter, None) if letter.is_whitespace() => names.push(std::mem::take(&mut name)),
            (letter, _) => name.push(letter),
        }
    }
    names.push(name);
    names.retain(|name| !name.is_empty());
    names
}

/// Whether `name` says where a file is from the root of a disk on.
#[must_use]
pub fn is_whole_path(name: &str) -> bool {
    let drive = name.get(1..3) == Some(":\\") || name.get(1..3) == Some(":/");
    name.starts_with('/') || name.starts_with("~/") || name.starts_with("\\\\") || drive
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_brought_is_known_and_a_note_is_none() {
        for text in [
            "Hi,\n> {knownow hand-over 1} words {facts}",
            "> -----BEGIN AGE ENCRYPTED FILE-----\n> YWdlLWVu",
            "/media/stick/notes of b.txt".replace(' ', "\\ ").as_str(),
            "'/media/stick/notes of b.txt' '/media/stick/c.txt'",
            "/media/b.txt\n/media/c.TXT\n",
            "\"C:\\Users\\B\\notes.txt\"",
        ] {
            assert!(is_brought(text), "{text}");
        }
        for text in [
            "notes.txt on the desk",
            "/",
            "",
            "half / whole.txt",
            "see /home/notes.txt",
            "it's calm",
        ] {
            assert!(!is_brought(text), "{text}");
        }
    }
}
