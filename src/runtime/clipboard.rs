//! The clipboard of the system, beside the screen: asking for it can take as long as the system likes.

use std::sync::{Arc, Mutex, PoisonError};

use crate::app::{copying::Copied, message::Message};

/// A way to the system's clipboard, opened with the first text that is copied.
///
/// On some systems a text is on the clipboard only as long as the program holds on to it.
#[derive(Clone, Default)]
pub(super) struct Clipboard(Arc<Mutex<Option<arboard::Clipboard>>>);

impl Clipboard {
    /// Puts a text there; it comes back with the message if there is no clipboard that takes it.
    pub(super) fn put(&self, text: String, what: Copied) -> Message {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = is_this_screen() && put(&mut held, &text).is_ok();
        Message::Copied(what, (!taken).then_some(text))
    }
}

fn put(held: &mut Option<arboard::Clipboard>, text: &str) -> Result<(), arboard::Error> {
    let clipboard = match held {
        Some(clipboard) => clipboard,
        None => held.insert(arboard::Clipboard::new()?),
    };
    clipboard.set_text(text)
}

/// Whether whoever looks at the terminal sits at this computer, and pastes here.
fn is_this_screen() -> bool {
    ["SSH_CONNECTION", "SSH_TTY"]
        .iter()
        .all(|name| std::env::var_os(name).is_none())
}
