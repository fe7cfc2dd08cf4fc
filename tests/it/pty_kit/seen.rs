//! What a program has shown so far, how it ended, and waiting for either.

use std::fmt::Write;
use std::io::Read;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use portable_pty::Child;
use rustix::process::{Pid, WaitId, WaitIdOptions};

use super::Exit;

/// No wait is longer; a good machine needs a hundredth.
pub const DEADLINE: Duration = Duration::from_secs(20);

/// Shown through the program's own line after its end: when it arrives, all before it has.
pub const LAST_OUTPUT: &[u8] = b"\x1b]7777;last output\x1b\\";

pub struct Seen {
    pub parser: vt100::Parser,
    pub output: Vec<u8>,
    pub exit: Option<Exit>,
    pub complete: bool,
    pub closing: bool,
}

impl Seen {
    pub fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    fn add(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
        self.output.extend_from_slice(bytes);
        if self.output.ends_with(LAST_OUTPUT) {
            self.output.truncate(self.output.len() - LAST_OUTPUT.len());
            self.complete = true;
        }
    }
}

pub struct Shared {
    seen: Mutex<Seen>,
    changed: Condvar,
}

impl Shared {
    pub fn new(columns: u16, rows: u16) -> Self {
        let parser = vt100::Parser::new(rows, columns, 0);
        let seen = Seen {
            parser,
            output: Vec::new(),
            exit: None,
            complete: false,
            closing: false,
        };
        Self {
            seen: Mutex::new(seen),
            changed: Condvar::new(),
        }
    }

    /// Not poisoned by a test that failed meanwhile.
    pub fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn read_all(&self, mut reader: Box<dyn Read + Send>) {
        let mut bytes = [0; 8_192];
        while let Ok(count @ 1..) = reader.read(&mut bytes) {
            let mut seen = self.seen();
            if seen.closing {
                return;
            }
            seen.add(bytes.get(..count).unwrap_or_default());
            drop(seen);
            self.changed.notify_all();
        }
    }

    pub fn wait_for_end(&self, pid: Pid, mut child: Box<dyn Child + Send + Sync>) {
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
        let status = loop {
            match rustix::process::waitid(WaitId::Pid(pid), options) {
                Ok(Some(status)) => break status,
                Ok(None) | Err(rustix::io::Errno::INTR) => {}
                Err(fault) => panic!("waiting for the program: {fault}"),
            }
        };
        let mut seen = self.seen();
        child.wait().expect("it has ended");
        let code = status.exit_status().map(Exit::Code);
        seen.exit = code.or_else(|| status.terminating_signal().map(Exit::Killed));
        drop(seen);
        self.changed.notify_all();
    }

    /// Waits until it is so, or the time is over: then false.
    pub fn wait_at_most(
        &self,
        limit: Duration,
        mut wanted: impl FnMut(&Seen) -> bool,
    ) -> (MutexGuard<'_, Seen>, bool) {
        let outcome = self
            .changed
            .wait_timeout_while(self.seen(), limit, |seen| !wanted(seen));
        let (seen, timeout) = outcome.unwrap_or_else(PoisonError::into_inner);
        (seen, !timeout.timed_out())
    }

    /// Waits, and fails with the whole screen.
    pub fn wait(&self, what: &str, wanted: impl FnMut(&Seen) -> bool) -> MutexGuard<'_, Seen> {
        self.wait_within(DEADLINE, what, wanted)
    }

    /// The same, for at most `limit`.
    pub fn wait_within(
        &self,
        limit: Duration,
        what: &str,
        wanted: impl FnMut(&Seen) -> bool,
    ) -> MutexGuard<'_, Seen> {
        let (seen, in_time) = self.wait_at_most(limit, wanted);
        if !in_time {
            let (exit, picture) = (seen.exit, picture(seen.screen()));
            drop(seen);
            panic!("waited {limit:?} for {what}\nended: {exit:?}\n{picture}");
        }
        seen
    }
}

/// The screen in a frame, for a person to look at.
fn picture(screen: &vt100::Screen) -> String {
    let (_, columns) = screen.size();
    let edge = format!("+{}+\n", "-".repeat(columns.into()));
    let rows = screen.rows(0, columns).fold(String::new(), |mut rows, row| {
        let _never = writeln!(rows, "|{row:<width$}|", width = columns.into());
        rows
    });
    let (row, column) = screen.cursor_position();
    format!("{edge}{rows}{edge}cursor in column {column}, row {row}")
}
