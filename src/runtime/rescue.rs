//! What must still happen when the program ends in a way that nobody chose.

use std::panic::PanicHookInfo;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use super::terminal;

/// How long a disk that has stalled may hold up the end.
const KEEP_WITHIN: Duration = Duration::from_millis(300);
/// How long a terminal that takes no more bytes may hold up the end.
const GIVE_BACK_WITHIN: Duration = Duration::from_millis(150);
/// The exit code after a fault of the program itself.
const FAULT_EXIT: i32 = 101;

type KeepDraft = dyn Fn() -> Option<String> + Send + Sync;

/// Keeps the draft and gives the terminal back, each within a time, from whatever thread.
#[derive(Clone)]
pub struct Rescue {
    keep_draft: Arc<KeepDraft>,
}

impl Rescue {
    /// A rescue that calls `keep_draft`, which writes what is not yet journaled and says in one sentence where it is.
    pub fn new(keep_draft: impl Fn() -> Option<String> + Send + Sync + 'static) -> Self {
        Self {
            keep_draft: Arc::new(keep_draft),
        }
    }

    /// Keeps the draft first, then gives the terminal back; returns the sentence about the draft.
    #[must_use]
    pub fn run(&self) -> Option<String> {
        let keep_draft = Arc::clone(&self.keep_draft);
        let sentence = within(KEEP_WITHIN, move || keep_draft()).flatten();
        let _in_time = within(GIVE_BACK_WITHIN, terminal::restore);
        sentence
    }
}

/// From now on a panic of any thread keeps the draft, gives the terminal back, says so in plain words and exits (101).
///
/// It never returns, so nothing is ever unwound: a release is built without what unwinding needs.
pub fn install_panic_hook(rescue: Rescue) {
    let panicking = AtomicBool::new(false);
    std::panic::set_hook(Box::new(move |panic| {
        // A second panic, perhaps in the rescue itself, must not stop the first from being dealt with: it waits for the end.
        while panicking.swap(true, Ordering::SeqCst) {
            std::thread::park();
        }
        let sentence = rescue.run();
        let words = last_words(&place_of(panic), sentence.as_deref());
        let _in_time = within(GIVE_BACK_WITHIN, move || say(&words));
        std::process::exit(FAULT_EXIT);
    }));
}

/// What is said after a panic; never its message, which may hold the text of a note.
fn last_words(place: &str, sentence: Option<&str>) -> String {
    let mut words =
        String::from("knownow had to stop: a fault of the program itself. Every saved note is safe.");
    if let Some(sentence) = sentence {
        words.push(' ');
        words.push_str(sentence);
    }
    format!("{words}\nPlease report where it happened: {place}\n")
}

fn place_of(panic: &PanicHookInfo<'_>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    match panic.location() {
        Some(place) => format!("{}:{} (version {version})", place.file(), place.line()),
        None => format!("an unknown place (version {version})"),
    }
}

/// Unlike `eprint!` it can't panic, whatever became of the terminal.
fn say(words: &str) {
    use std::io::Write;
    let _unheard = std::io::stderr().write_all(words.as_bytes());
}

/// Does `work` on a thread of its own; `None` if it took longer than `limit`, as after a panic, or if no thread could be had.
fn within<T: Send + 'static>(limit: Duration, work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (done, outcome) = mpsc::sync_channel(1);
    std::thread::Builder::new()
        .name("rescue".to_owned())
        .spawn(move || done.send(work()))
        .ok()
        .and_then(|_running| outcome.recv_timeout(limit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_draft_is_kept_and_its_place_is_told() {
        let rescue = Rescue::new(|| Some("Your unfinished line is kept.".to_owned()));

        assert_eq!(rescue.run().as_deref(), Some("Your unfinished line is kept."));
    }

    #[test]
    fn a_stalled_disk_does_not_hold_up_the_end() {
        let (_never_sent, stalled) = mpsc::channel::<()>();

        let outcome = within(Duration::from_millis(1), move || stalled.recv());

        assert!(outcome.is_none());
    }

    #[test]
    fn a_panic_while_keeping_the_draft_does_not_stop_the_rescue() {
        let rescue = Rescue::new(|| panic!("the disk is gone"));

        assert_eq!(rescue.run(), None);
    }

    #[test]
    fn the_last_words_are_plain_and_say_where() {
        let words = last_words(
            "src/app/update.rs:12 (version 1.0.0)",
            Some("Your unfinished line is kept."),
        );

        assert_eq!(
            words,
            "knownow had to stop: a fault of the program itself. Every saved note is safe. Your unfinished line is \
             kept.\nPlease report where it happened: src/app/update.rs:12 (version 1.0.0)\n"
        );
    }
}
