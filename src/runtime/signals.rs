//! Hears what the system tells the program, and ends it should the loop be past hearing.
//!
//! A handler is set even where the signal was ignored before (`nohup`): a screen without a terminal is no use to anyone.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// What the system told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Keep the draft, save, and end with this exit code; there is a second or less.
    Leave {
        /// 128 and the number of the signal, as a shell would report it.
        exit_code: i32,
    },
    /// Give the terminal back and stop, until continued.
    Suspend,
    /// The program goes on after a stop: take the terminal over again and draw everything.
    Continued,
}

/// Says that the loop has ended; shared between the loop and those who watch over it.
#[derive(Debug, Clone, Default)]
pub struct Ended(Arc<(Mutex<bool>, Condvar)>);

impl Ended {
    /// Not ended yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// To be called when all is saved and the terminal is given back: nobody will end the program by force now.
    pub fn mark(&self) {
        let (ended, bell) = &*self.0;
        *ended.lock().unwrap_or_else(PoisonError::into_inner) = true;
        bell.notify_all();
    }

    /// Waits for the end, for `limit` at most; true once it has come.
    #[must_use]
    pub fn within(&self, limit: Duration) -> bool {
        let (ended, bell) = &*self.0;
        let ended = ended.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = bell.wait_timeout_while(ended, limit, |ended| !*ended);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

#[cfg(unix)]
pub use watch::watch;

/// No signals here: Windows ends a program whose window closes.
///
/// # Errors
/// Never; elsewhere the signals may not be caught.
#[cfg(not(unix))]
pub fn watch(
    _tell: impl Fn(Notice) + Clone + Send + 'static,
    _ended: &Ended,
    _rescue: &super::rescue::Rescue,
) -> std::io::Result<()> {
    Ok(())
}

#[cfg(unix)]
mod watch {
    use std::io::{self, IsTerminal};
    use std::thread;
    use std::time::Duration;

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use signal_hook::iterator::Signals;

    use super::{Ended, Notice};
    use crate::runtime::rescue::Rescue;

    /// How long the loop has to end after it was asked to.
    const GRACE: Duration = Duration::from_secs(1);
    /// The same once the terminal is gone: with nobody to see it, the end must come within two seconds in all.
    const GRACE_ALONE: Duration = Duration::from_millis(300);
    /// How often the terminal is looked at; sparse enough for the idle figure, often enough for those two seconds.
    const LOOK_EVERY: Duration = Duration::from_millis(1_200);

    /// Passes every notice to `tell`, and carries out `rescue` and the exit itself if the loop does not end in time.
    ///
    /// # Errors
    /// If the signals can't be caught or no thread can be had.
    pub fn watch(
        tell: impl Fn(Notice) + Clone + Send + 'static,
        ended: &Ended,
        rescue: &Rescue,
    ) -> io::Result<()> {
        let signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
        let by_signal = Watch {
            tell: tell.clone(),
            ended: ended.clone(),
            rescue: rescue.clone(),
        };
        thread::Builder::new()
            .name("signals".to_owned())
            .spawn(move || by_signal.hear(signals))?;
        if !io::stdin().is_terminal() {
            // Line mode in a pipe: that it was closed is read from it.
            return Ok(());
        }
        let by_look = Watch {
            tell,
            ended: ended.clone(),
            rescue: rescue.clone(),
        };
        thread::Builder::new()
            .name("hang-up".to_owned())
            .spawn(move || by_look.look())?;
        Ok(())
    }

    struct Watch<T> {
        tell: T,
        ended: Ended,
        rescue: Rescue,
    }

    impl<T: Fn(Notice)> Watch<T> {
        fn hear(&self, mut signals: Signals) {
            for signal in signals.forever() {
                match signal {
                    SIGTSTP => (self.tell)(Notice::Suspend),
                    SIGCONT => (self.tell)(Notice::Continued),
                    _ => self.end(signal, GRACE),
                }
            }
        }

        /// Looks whether the terminal is still there: a window may close without a signal that reaches us, and
        /// crossterm then spins for ever.
        fn look(&self) {
            while !self.ended.within(LOOK_EVERY) {
                if terminal_is_gone() {
                    return self.end(SIGHUP, GRACE_ALONE);
                }
            }
        }

        fn end(&self, signal: i32, grace: Duration) {
            let exit_code = 128 + signal;
            (self.tell)(Notice::Leave { exit_code });
            if !self.ended.within(grace) {
                let _nobody_to_tell = self.rescue.run();
                std::process::exit(exit_code);
            }
        }
    }

    /// A terminal that hung up answers no question about its modes; unlike a read, asking takes no key away.
    fn terminal_is_gone() -> bool {
        rustix::termios::tcgetattr(io::stdin()).is_err()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_seen_by_everyone_who_waits() {
        let ended = Ended::new();
        let waiting = ended.clone();
        let waiter = std::thread::spawn(move || waiting.within(Duration::from_secs(20)));

        ended.mark();

        assert!(waiter.join().unwrap());
        assert!(ended.within(Duration::ZERO));
    }

    #[test]
    fn a_loop_that_goes_on_is_not_waited_for_for_ever() {
        assert!(!Ended::new().within(Duration::from_millis(1)));
    }
}
