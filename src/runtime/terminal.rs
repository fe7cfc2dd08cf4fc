//! Takes the terminal over and gives it back, whatever happens in between.
//!
//! That the terminal is ours is one fact of the whole process, so it is kept in statics: a panic hook or the signal
//! thread can give it back without reaching the guard.

use std::fmt;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Show;
use crossterm::event::{self, DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste};
use crossterm::style::ResetColor;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{Command, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;

/// A whole frame fits, so that it leaves in one write and never shows half drawn.
const FRAME_BYTES: usize = 64 * 1024;

/// True while the terminal is ours.
static HELD: AtomicBool = AtomicBool::new(false);
/// True while the mouse reports to us.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Held while the modes of the line change, so that nobody makes it raw again once it is given back.
static MODES: Mutex<()> = Mutex::new(());

/// What ratatui draws on.
pub type Screen = Terminal<CrosstermBackend<BufWriter<FrameWriter>>>;

/// Why the terminal can't be taken over.
#[derive(Debug, thiserror::Error)]
pub enum TerminalFault {
    /// Input or output is a file, a pipe or nothing.
    #[error("knownow draws on a terminal, but its {0} is not one")]
    NotATerminal(&'static str),
    /// The terminal refused.
    #[error("this window could not be made ready for drawing: {0}")]
    Refused(#[from] io::Error),
}

impl TerminalFault {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::NotATerminal(_) => {
                "start it in a terminal window, without < > or |; or add --plain: line mode needs no terminal"
            }
            Self::Refused(_) => "try another terminal window",
        }
    }
}

/// What to ask of the terminal beyond the needful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Let the mouse report clicks; while it does, selecting text needs Shift in most terminals.
    pub mouse: bool,
}

/// Holds the terminal; gives it back when dropped.
#[derive(Debug)]
pub struct Guard {
    screen: Screen,
    options: Options,
    type_ahead: usize,
}

impl Guard {
    /// Takes the terminal over: raw mode, alternate screen, bracketed paste. Nothing typed before is lost.
    ///
    /// # Errors
    /// If standard input or output is not a terminal, or the terminal refuses; it is then as it was.
    pub fn enter(options: Options) -> Result<Self, TerminalFault> {
        if !io::stdin().is_terminal() {
            return Err(TerminalFault::NotATerminal("input"));
        }
        if !io::stdout().is_terminal() {
            return Err(TerminalFault::NotATerminal("output"));
        }
        Self::take_over(options).map_err(|fault| {
            restore();
            fault.into()
        })
    }

    fn take_over(options: Options) -> io::Result<Self> {
        take_over(options)?;
        let type_ahead = bytes_waiting();
        // Starts crossterm's reader: from here on a new size is heard of, so one that comes before the first frame is
        // not missed. What it reads now, it keeps.
        event::poll(Duration::ZERO)?;
        Ok(Self {
            screen: new_screen()?,
            options,
            type_ahead,
        })
    }

    /// Lets the mouse report from now on, or leaves it to the terminal.
    ///
    /// # Errors
    /// If the terminal can't be written to.
    pub fn use_mouse(&mut self, used: bool) -> io::Result<()> {
        if self.options.mouse == used {
            return Ok(());
        }
        self.options.mouse = used;
        // Noted before it reports, and until it is told to stop: whoever gives the terminal back meanwhile stops it.
        let mut terminal = FrameWriter(device()?);
        if used {
            MOUSE.store(true, Ordering::SeqCst);
            execute!(terminal, ReportPresses)
        } else {
            execute!(terminal, DisableMouseCapture)?;
            MOUSE.store(false, Ordering::SeqCst);
            Ok(())
        }
    }

    /// What to draw on.
    pub fn screen(&mut self) -> &mut Screen {
        &mut self.screen
    }

    /// How many bytes were typed before the terminal was ours; [`super::input::Presses`] wants to know.
    #[must_use]
    pub fn type_ahead(&self) -> usize {
        self.type_ahead
    }

    /// Makes the next frame paint every cell, whatever the terminal shows now.
    ///
    /// ratatui's own `clear` first asks the terminal for its cursor and would wait for the thread that reads keys.
    ///
    /// # Errors
    /// If the terminal can't be written to.
    pub fn forget_what_is_shown(&mut self) -> io::Result<()> {
        let size = self.screen.size()?;
        self.screen
            .resize(Rect::from((ratatui::layout::Position::ORIGIN, size)))
    }

    /// Asks the terminal to put `text` on its clipboard; it gives no answer.
    ///
    /// # Errors
    /// If the terminal can't be written to.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(FrameWriter(device()?), CopyToClipboard::to_clipboard_from(text))
    }

    /// Gives the terminal back and stops the program until somebody continues it; then call [`Guard::resume`].
    ///
    /// Nothing drawn until then is shown.
    ///
    /// # Errors
    /// If the program may not stop itself; the terminal is then ours again.
    pub fn suspend(&mut self) -> io::Result<()> {
        restore();
        stop_until_continued().or_else(|fault| {
            self.resume()?;
            Err(fault)
        })
    }

    /// Takes the terminal over again after a stop, also one that could not be seen coming.
    ///
    /// # Errors
    /// If the terminal refuses; it is then as it was.
    pub fn resume(&mut self) -> io::Result<()> {
        // Given back first, because a shell may have changed the modes of the line behind our back.
        let retaken = change_modes(disable_raw_mode).and_then(|()| take_over(self.options));
        if retaken.is_err() {
            restore();
        }
        retaken.and_then(|()| self.forget_what_is_shown())
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Whether a shell is there to bring the program back after [`Guard::suspend`].
#[must_use]
pub fn can_suspend() -> bool {
    #[cfg(unix)]
    {
        rustix::process::getsid(None).is_ok_and(|leader| leader != rustix::process::getpid())
    }
    #[cfg(not(unix))]
    {
        false
    }
}

#[cfg(unix)]
pub(super) fn stop_until_continued() -> io::Result<()> {
    use rustix::process::{Signal, kill_current_process_group};
    // The whole group, or a parent such as a script would wait on and the shell would never get the window back.
    // Not TSTP, which is caught so that one sent from outside finds the terminal given back too.
    Ok(kill_current_process_group(Signal::STOP)?)
}

#[cfg(not(unix))]
pub(super) fn stop_until_continued() -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Gives the terminal back as it was found; from any thread, any number of times.
pub fn restore() {
    super::echo::shown(true);
    if !HELD.swap(false, Ordering::SeqCst) {
        return;
    }
    // The modes of the line first: a terminal that takes no more bytes would keep us from ever reaching them.
    let _gone = change_modes(disable_raw_mode);
    let _gone = leave(MOUSE.swap(false, Ordering::SeqCst));
}

/// Keeps the text of notes out of core dumps.
///
/// # Errors
/// If the system refuses.
#[cfg(unix)]
pub fn no_core_dumps() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    Ok(setrlimit(
        Resource::Core,
        Rlimit {
            current: Some(0),
            maximum: Some(0),
        },
    )?)
}

/// Writes frames, and swallows them once the terminal is given back: a loop that has not heard yet draws on nothing.
#[derive(Debug)]
pub struct FrameWriter<D = Device>(D);

impl<D: Write> Write for FrameWriter<D> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if HELD.load(Ordering::SeqCst) {
            self.0.write(bytes)
        } else {
            Ok(bytes.len())
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The terminal itself, past the buffer and the lock of `Stdout`: a thread stuck in a write can hold up no other.
#[cfg(unix)]
type Device = std::fs::File;
/// On Windows only `Stdout` turns UTF-8 into what a console wants.
#[cfg(not(unix))]
type Device = io::Stdout;

#[cfg(unix)]
fn device() -> io::Result<Device> {
    use std::os::fd::AsFd;
    Ok(io::stdout().as_fd().try_clone_to_owned()?.into())
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
fn device() -> io::Result<Device> {
    Ok(io::stdout())
}

fn new_screen() -> io::Result<Screen> {
    Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(
        FRAME_BYTES,
        FrameWriter(device()?),
    )))
}

fn change_modes<T>(change: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    let _mine = MODES.lock().unwrap_or_else(PoisonError::into_inner);
    change()
}

fn take_over(options: Options) -> io::Result<()> {
    change_modes(enable_raw_mode)?;
    MOUSE.store(options.mouse, Ordering::SeqCst);
    HELD.store(true, Ordering::SeqCst);
    let mut device = device()?;
    execute!(device, EnterAlternateScreen)?;
    if options.mouse {
        execute!(device, ReportPresses)?;
    }
    tolerant(execute!(device, EnableBracketedPaste))
}

/// Has the mouse report presses and the wheel, and none of its moves, with which it would wake the program all the time.
struct ReportPresses;

impl Command for ReportPresses {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str("\x1b[?1000h\x1b[?1006h")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        event::EnableMouseCapture.execute_winapi()
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        event::EnableMouseCapture.is_ansi_code_supported()
    }
}

fn leave(mouse: bool) -> io::Result<()> {
    let mut device = device()?;
    if mouse {
        execute!(device, DisableMouseCapture)?;
    }
    tolerant(execute!(device, DisableBracketedPaste))?;
    execute!(device, ResetColor, LeaveAlternateScreen, Show)
}

/// A legacy console knows no bracketed paste, and needs none: its pastes arrive as keys.
fn tolerant(outcome: io::Result<()>) -> io::Result<()> {
    outcome.or_else(|fault| {
        if fault.kind() == io::ErrorKind::Unsupported {
            Ok(())
        } else {
            Err(fault)
        }
    })
}

/// Makes the system announce keys that it has announced before and nobody has read; false if there are none.
///
/// # Errors
/// If the terminal is gone.
#[cfg(unix)]
pub(super) fn announce_unread() -> io::Result<bool> {
    use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
    if bytes_waiting() == 0 {
        return Ok(false);
    }
    change_modes(|| {
        // Setting the modes that are set already changes nothing, and wakes whoever waits for the terminal.
        let stdin = io::stdin();
        tcsetattr(&stdin, OptionalActions::Now, &tcgetattr(&stdin)?)?;
        Ok(true)
    })
}

/// A console announces its keys as long as there are any.
///
/// # Errors
/// Never; elsewhere the terminal may be gone.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
pub(super) fn announce_unread() -> io::Result<bool> {
    Ok(false)
}

/// Bytes typed and not yet read.
#[cfg(unix)]
fn bytes_waiting() -> usize {
    rustix::io::ioctl_fionread(io::stdin())
        .ok()
        .and_then(|bytes| usize::try_from(bytes).ok())
        .unwrap_or(0)
}

/// A console hands out keys, not bytes, and keeps each as it was typed.
#[cfg(not(unix))]
fn bytes_waiting() -> usize {
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_drawn_on_a_terminal_that_is_not_ours() {
        let mut writer = FrameWriter(Vec::new());

        writer.write_all(b"half a frame").unwrap();

        assert_eq!(writer.0, b"");
    }

    #[test]
    fn a_refused_paste_mode_is_no_fault_but_a_lost_terminal_is() {
        assert!(tolerant(Err(io::ErrorKind::Unsupported.into())).is_ok());
        assert!(tolerant(Err(io::ErrorKind::BrokenPipe.into())).is_err());
    }

    #[test]
    fn every_fault_says_what_to_do() {
        let fault = TerminalFault::NotATerminal("input");

        assert_eq!(
            fault.to_string(),
            "knownow draws on a terminal, but its input is not one"
        );
        assert!(fault.hint().contains("terminal window"));
    }
}
