//! Printing: safe for the terminal, and no fuss about a pipe that was closed.

use std::io::{self, Write};

use super::Failure;
use crate::ui::display_safe::{display_safe, json_safe};

/// Prints lines; text that is not written in the source is made safe. A closed pipe ends the printing, not the program.
///
/// # Errors
/// If the output fails otherwise, such as on a full disk.
pub fn lines<'a>(lines: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
    let mut text = String::new();
    for line in lines {
        for part in line.split('\n') {
            text.push_str(&display_safe(part));
            text.push('\n');
        }
    }
    whole(&text)
}

/// Prints the lines that a command was asked for; they are made safe.
///
/// # Errors
/// If the output fails, such as on a full disk.
pub fn answer(lines: &[String]) -> Result<(), Failure> {
    self::lines(lines.iter().map(String::as_str)).map_err(Failure::work)
}

/// Prints the JSON that a command was asked for; what could drive a terminal is escaped.
///
/// # Errors
/// If the output fails, such as on a full disk.
pub fn json(text: &str) -> Result<(), Failure> {
    whole(&format!("{}\n", json_safe(text))).map_err(Failure::work)
}

/// Prints last words. That nobody can read them any more, as after a hang-up, changes nothing about how the program
/// ended.
pub fn farewell<'a>(words: impl IntoIterator<Item = &'a str>) {
    let _unread = lines(words);
}

/// Prints text that is safe already, such as JSON with its escapes.
///
/// # Errors
/// If the output fails otherwise than by a closed pipe.
pub fn whole(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Says on standard error what went wrong.
pub fn complain(words: &str) {
    complain_as_it_is(&format!("knownow: {words}"));
}

/// The same for words that begin with the name of the program where they have to.
pub fn complain_as_it_is(words: &str) {
    let mut text = String::new();
    for (at, part) in words.split('\n').enumerate() {
        if at > 0 {
            text.push('\n');
        }
        text.push_str(&display_safe(part));
    }
    text.push('\n');
    // There is nowhere left to say that saying it failed.
    let _unsaid = io::stderr().lock().write_all(text.as_bytes());
}
