//! What is pasted onto the screen by who brings notes: the text of a hand-over, or the names of its files.

use super::HEAD;

/// How the names of files end that notes are handed over in.
const ENDINGS: [&str; 2] = [".txt", ".eml"];

/// Whether `text` is a hand-over, sealed or not, or the names of files that may be some, so that it is no note.
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

/// The words of the line that begins a sealed file, and of the line that ends it.
pub const SEALED_MARKS: [&str; 2] = ["BEGIN AGE ENCRYPTED FILE", "END AGE ENCRYPTED FILE"];

/// How the first bytes of a sealed file read in the letters that a mail carries.
pub const SEALED_FIRST: &str = "YWdlLWVuY3J5cHRpb24ub3Jn";

/// Whether a sealed hand-over, or what is left of one, is in `text`, whatever a mail did to it.
#[must_use]
pub fn is_sealed(text: &str) -> bool {
    let bare: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    let marks = SEALED_MARKS.map(|mark| mark.replace(' ', ""));
    bare.contains(SEALED_FIRST) || marks.iter().any(|mark| bare.contains(mark))
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
            "/media/stick/notes of b.txt".replace(' ', "\\ ").as_str(),
            "'/media/stick/notes of b.txt' '/media/stick/c.txt'",
            "/media/b.txt\n/media/c.TXT\n",
            "> -----BEGIN AGE\r\n> ENCRYPTED FILE-----\r\n> aaaa",
            "YWdlLWVuY3J5cHRp\n> b24ub3JnL3Yx",
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
