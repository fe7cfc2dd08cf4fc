//! The passphrase of a sealed hand-over: typed unseen, or the first line of a file or of what is piped in. It is never an
//! argument and never in the environment: both are seen by other programs of this computer.

use std::{
    io::{self, IsTerminal, Read, Write},
    path::Path,
};

use crossterm::{
    event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers},
    terminal,
};
use zeroize::Zeroizing;

use super::Failure;
use crate::{
    domain::passphrase::{Passphrase, SHORTEST},
    storage::disk::{Disk, why},
    ui::display_safe::display_safe,
};

/// The most that is read of what is piped in, in bytes.
const MOST: u64 = 64 * 1024;

/// The passphrase to seal with: from `file`, or typed twice.
///
/// # Errors
/// If it is too short, was typed in two ways or not at all, or if nobody can be asked.
pub fn to_seal(disk: &dyn Disk, file: Option<&Path>) -> Result<Passphrase, Failure> {
    let passphrase = match file {
        Some(file) => read(disk, file)?,
        None => typed("Passphrase to seal it with (not shown): ")?,
    };
    if passphrase.is_too_short() {
        return Err(Failure::wrong_use(format!(
            "nothing was written: a passphrase needs at least {SHORTEST} letters\n\
             Take three or four words that have nothing to do with each other."
        )));
    }
    if file.is_none() && typed("The same once more: ")? != passphrase {
        return Err(Failure::wrong_use(
            "nothing was written: the two were not the same",
        ));
    }
    Ok(passphrase)
}

/// The passphrase that opens what is called `name`: from `file`, or typed.
///
/// # Errors
/// If there is none, or nobody can be asked.
pub fn to_open(disk: &dyn Disk, file: Option<&Path>, name: &str) -> Result<Passphrase, Failure> {
    match file {
        Some(file) => read(disk, file),
        None => typed(&format!("{name} is sealed. Its passphrase (not shown): ")),
    }
}

fn read(disk: &dyn Disk, file: &Path) -> Result<Passphrase, Failure> {
    let piped = file == Path::new("-");
    let (name, read) = if piped {
        ("what was piped in".to_string(), piped_in())
    } else {
        (file.display().to_string(), disk.read(file))
    };
    let bytes = read.map(Zeroizing::new);
    let bytes = bytes
        .map_err(|error| Failure::work(format!("{name}: the passphrase can't be read: {}", why(&error))))?;
    let text = std::str::from_utf8(&bytes).ok();
    text.and_then(Passphrase::first_line).ok_or_else(|| {
        Failure::wrong_use(format!(
            "{name}: its first line is no passphrase\nPut the passphrase alone into the first line, as plain text."
        ))
    })
}

fn piped_in() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(4096);
    io::stdin().lock().take(MOST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Asks at the terminal; nothing of what is typed is shown.
fn typed(question: &str) -> Result<Passphrase, Failure> {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Err(Failure::wrong_use(
            "a passphrase is needed, and nobody can be asked here\n\
             Put it into the first line of a file that only you can read, and say --passphrase-file FILE; \
             or pipe it in, with --passphrase-file -",
        ));
    }
    let unseen = Unseen::begin().map_err(Failure::work)?;
    say(&display_safe(question)).map_err(Failure::work)?;
    let typed = keys();
    drop(unseen);
    // The line goes on below the question, whatever came of it.
    say("\n").map_err(Failure::work)?;
    typed
        .map_err(Failure::work)?
        .ok_or_else(|| Failure::wrong_use("no passphrase was typed: nothing was done"))
}

fn say(words: &str) -> io::Result<()> {
    let mut out = io::stderr().lock();
    out.write_all(words.as_bytes())?;
    out.flush()
}

/// What is typed up to Enter; `None` if it is empty or was given up.
fn keys() -> io::Result<Option<Passphrase>> {
    let mut typed = Passphrase::default();
    loop {
        let Event::Key(key) = event::read()? else { continue };
        if key.kind != KeyEventKind::Press {
            continue;
        }
        match meant(key) {
            Meant::Done => return Ok(Some(typed).filter(|typed| !typed.is_empty())),
            Meant::GivenUp => return Ok(None),
            Meant::Letter(letter) if typed.push(letter) => {}
            Meant::Letter(_) => return Err(io::Error::other("the passphrase is too long")),
            Meant::Back => typed.pop(),
            Meant::Anew => typed = Passphrase::default(),
            Meant::Nothing => {}
        }
    }
}

/// What a key means while a passphrase is typed.
#[derive(Debug, PartialEq, Eq)]
enum Meant {
    Done,
    GivenUp,
    Letter(char),
    Back,
    Anew,
    Nothing,
}

fn meant(key: KeyEvent) -> Meant {
    // AltGr comes as both of them.
    let control = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT) == KeyModifiers::CONTROL;
    match key.code {
        KeyCode::Enter => Meant::Done,
        KeyCode::Esc => Meant::GivenUp,
        KeyCode::Backspace => Meant::Back,
        KeyCode::Char('c' | 'd') if control => Meant::GivenUp,
        KeyCode::Char('j' | 'm') if control => Meant::Done,
        KeyCode::Char('h') if control => Meant::Back,
        KeyCode::Char('u') if control => Meant::Anew,
        KeyCode::Char(letter) if !control => Meant::Letter(letter),
        _ => Meant::Nothing,
    }
}

/// As long as it lives, the terminal does not show what is typed.
struct Unseen;

impl Unseen {
    fn begin() -> io::Result<Self> {
        terminal::enable_raw_mode()?;
        Ok(Self)
    }
}

impl Drop for Unseen {
    fn drop(&mut self) {
        // There is nothing left to be done about a terminal that is gone.
        let _gone = terminal::disable_raw_mode();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_mean_what_they_do_in_any_terminal() {
        let key = |code, modifiers| meant(KeyEvent::new(code, modifiers));
        let none = KeyModifiers::NONE;
        assert_eq!(key(KeyCode::Char('c'), none), Meant::Letter('c'));
        assert_eq!(key(KeyCode::Char('c'), KeyModifiers::CONTROL), Meant::GivenUp);
        assert_eq!(key(KeyCode::Char('u'), KeyModifiers::CONTROL), Meant::Anew);
        assert_eq!(key(KeyCode::Char('q'), KeyModifiers::CONTROL), Meant::Nothing);
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(key(KeyCode::Char('\u{20ac}'), alt_gr), Meant::Letter('\u{20ac}'));
        assert_eq!(key(KeyCode::Enter, none), Meant::Done);
        assert_eq!(key(KeyCode::Esc, none), Meant::GivenUp);
        assert_eq!(key(KeyCode::Backspace, none), Meant::Back);
    }
}
