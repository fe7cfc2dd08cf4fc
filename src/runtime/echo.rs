//! Whether the terminal shows what is typed, in line mode. It is one fact of the whole process, so that whoever ends the
//! program can turn it on again.

#[cfg(unix)]
use std::{
    io,
    sync::{Mutex, PoisonError},
};

#[cfg(unix)]
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

/// The modes of the line as they were before it hid what is typed.
#[cfg(unix)]
static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

/// Lets the terminal show what is typed, or no longer; input that is no terminal shows nothing anyway.
#[cfg(unix)]
pub fn shown(shown: bool) {
    let mut before = BEFORE.lock().unwrap_or_else(PoisonError::into_inner);
    match (shown, before.take()) {
        (true, Some(modes)) => {
            // There is nothing left to be done about a terminal that is gone.
            let _gone = tcsetattr(io::stdin(), OptionalActions::Now, &modes);
        }
        (false, None) => {
            let Ok(modes) = tcgetattr(io::stdin()) else { return };
            let mut hidden = modes.clone();
            hidden.local_modes.remove(LocalModes::ECHO);
            if tcsetattr(io::stdin(), OptionalActions::Now, &hidden).is_ok() {
                *before = Some(modes);
            }
        }
        (_, kept) => *before = kept,
    }
}

/// Elsewhere a console in line mode shows what is typed.
#[cfg(not(unix))]
pub fn shown(_shown: bool) {}
