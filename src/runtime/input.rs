//! Reads what is typed, on a thread of its own, and hands it over in batches: one frame for all that waits.

mod presses;

use std::io;
use std::time::Duration;

use crossterm::event::{self, Event};

use super::terminal;
pub use presses::{Input, Pastes, Presses};

/// How many events are taken before the loop gets to draw, however fast they come.
const BATCH: usize = 4096;
/// The quiet after which a paste that came as keys is over.
const QUIET: Duration = Duration::from_millis(30);

/// Starts the thread; `hand_over` takes each batch and returns false once nobody wants any more.
///
/// The thread ends after an error, which is handed over as the last thing: from then on no key arrives.
///
/// # Errors
/// If no thread can be had.
pub fn listen(
    presses: Presses,
    hand_over: impl FnMut(io::Result<Vec<Input>>) -> bool + Send + 'static,
) -> io::Result<()> {
    let listener = Listener {
        source: Keyboard,
        presses,
        hand_over,
    };
    std::thread::Builder::new()
        .name("input".to_owned())
        .spawn(move || listener.run())?;
    Ok(())
}

/// Waits for what the terminal reports next, as it reports it.
///
/// # Errors
/// If the terminal is gone.
pub(super) fn next_event() -> io::Result<Event> {
    Keyboard.next()
}

/// Where events come from; a test has its own.
trait Source {
    /// Waits for the next event.
    fn next(&mut self) -> io::Result<Event>;
    /// True if an event comes in `within`.
    fn comes(&mut self, within: Duration) -> io::Result<bool>;
}

struct Keyboard;

impl Source for Keyboard {
    fn next(&mut self) -> io::Result<Event> {
        self.comes(Duration::ZERO)?;
        event::read()
    }

    /// crossterm reads 1,024 bytes and is then told only of what arrives later: the rest of more keys at once than
    /// that would wait for the next key.
    fn comes(&mut self, within: Duration) -> io::Result<bool> {
        Ok(event::poll(within)? || (terminal::announce_unread()? && event::poll(Duration::ZERO)?))
    }
}

struct Listener<S, H> {
    source: S,
    presses: Presses,
    hand_over: H,
}

impl<S: Source, H: FnMut(io::Result<Vec<Input>>) -> bool> Listener<S, H> {
    fn run(mut self) {
        while self.turn() {}
    }

    /// One batch; false when there is no going on.
    fn turn(&mut self) -> bool {
        let batch = self.batch();
        let failed = batch.is_err();
        let wanted = match batch {
            Ok(inputs) if inputs.is_empty() => true,
            batch => (self.hand_over)(batch),
        };
        wanted && !failed
    }

    fn batch(&mut self) -> io::Result<Vec<Input>> {
        if self.presses.in_burst() && !self.source.comes(QUIET)? {
            return Ok(self.presses.settle().into_iter().collect());
        }
        let mut events = vec![self.source.next()?];
        while events.len() < BATCH && self.source.comes(Duration::ZERO)? {
            events.push(self.source.next()?);
        }
        Ok(self.presses.take(events))
    }
}

#[cfg(test)]
mod tests;
