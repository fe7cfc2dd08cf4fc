//! A real program in a pseudo-terminal: keys in, screen out. Nothing here sleeps; every wait ends with new output.
//!
//! ```ignore
//! let home = Home::new();
//! let mut screen = Screen::start(&home, &["demo"], 100, 30);
//! screen.wait_for("What do I know now?");
//! screen.keys("+ every pupil<Enter><C-q>");
//! assert_eq!(screen.wait_exit(), Exit::Code(0));
//! ```

mod keys;
mod line;
mod seen;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions};
use tempfile::TempDir;

use line::Line;
pub use line::Modes;
use seen::{DEADLINE, LAST_OUTPUT, Shared};

/// A home of one test: `KNOWNOW_HOME`, `HOME` and the working directory of what runs in it.
pub struct Home(TempDir);

impl Home {
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary directory"))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

/// What to run, and in how large a window.
pub struct Launch {
    program: PathBuf,
    args: Vec<String>,
    env: Vec<(String, String)>,
    home: PathBuf,
    columns: u16,
    rows: u16,
}

impl Launch {
    /// knownow itself, in 100 columns and 30 rows.
    pub fn new(home: &Home) -> Self {
        Self {
            program: env!("CARGO_BIN_EXE_knownow").into(),
            args: Vec::new(),
            env: Vec::new(),
            home: home.path().to_owned(),
            columns: 100,
            rows: 30,
        }
    }

    /// Another program.
    pub fn program(mut self, path: impl Into<PathBuf>) -> Self {
        self.program = path.into();
        self
    }

    pub fn args(mut self, args: &[&str]) -> Self {
        self.args = args.iter().map(|&arg| arg.to_owned()).collect();
        self
    }

    /// One variable more than the few that every program gets; none is inherited.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        (self.columns, self.rows) = (columns, rows);
        self
    }

    pub fn start(&self) -> Screen {
        self.start_with_typed(b"")
    }

    /// Starts it in a terminal into which `typed` was typed before; a line feed is what Enter becomes there.
    pub fn start_with_typed(&self, typed: &[u8]) -> Screen {
        let pair = native_pty_system()
            .openpty(pty_size(self.columns, self.rows))
            .expect("a pseudo-terminal");
        let line = Line::open(&pair.master.tty_name().expect("the terminal has a name"));
        let mut writer = pair.master.take_writer().expect("the keyboard");
        writer.write_all(typed).expect("typed ahead");
        let shared = Arc::new(Shared::new(self.columns, self.rows));
        let reader = pair.master.try_clone_reader().expect("the display");
        let reading = Arc::clone(&shared);
        let reader = std::thread::spawn(move || reading.read_all(reader));
        let modes_before = line.modes();
        let child = pair
            .slave
            .spawn_command(self.command())
            .expect("the program starts");
        let pid = Pid::from_raw(child.process_id().expect("a process id").cast_signed()).expect("not zero");
        let waiting = Arc::clone(&shared);
        std::thread::spawn(move || waiting.wait_for_end(pid, child));
        let terminal = Terminal {
            master: pair.master,
            writer,
            line,
            reader,
        };
        Screen {
            shared,
            pid,
            terminal: Some(terminal),
            modes_before,
        }
    }

    fn command(&self) -> CommandBuilder {
        let mut command = CommandBuilder::new(&self.program);
        command.args(&self.args);
        command.cwd(&self.home);
        command.env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("HOME", &self.home);
        command.env("KNOWNOW_HOME", &self.home);
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        for (name, value) in &self.env {
            command.env(name, value);
        }
        command
    }
}

/// How a program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// By itself, with this code.
    Code(i32),
    /// By the signal of this number.
    Killed(i32),
}

/// A running program and what it shows. Dropped, it kills its program and nothing else.
pub struct Screen {
    shared: Arc<Shared>,
    pid: Pid,
    /// `None` once the window is closed.
    terminal: Option<Terminal>,
    modes_before: Modes,
}

struct Terminal {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    line: Line,
    reader: JoinHandle<()>,
}

impl Screen {
    /// knownow, in a window of this size.
    pub fn start(home: &Home, args: &[&str], columns: u16, rows: u16) -> Self {
        Launch::new(home).args(args).size(columns, rows).start()
    }

    /// Types keys: text, and names such as `<Enter>`, `<S-Tab>`, `<Esc>`, `<Up>`, `<C-x>`, `<A-x>`, `<F1>`, `<lt>`.
    pub fn keys(&mut self, keys: &str) {
        self.bytes(&keys::bytes_of(keys));
    }

    /// Pastes as a terminal does while bracketed paste is on.
    pub fn paste(&mut self, text: &str) {
        self.bytes(format!("\x1b[200~{text}\x1b[201~").as_bytes());
    }

    /// Sends bytes as they are.
    pub fn bytes(&mut self, bytes: &[u8]) {
        let writer = &mut self.terminal_mut().writer;
        writer
            .write_all(bytes)
            .and_then(|()| writer.flush())
            .expect("the terminal takes what is typed");
    }

    /// Waits until `text` is on the screen.
    pub fn wait_for(&self, text: &str) {
        let shown = |seen: &seen::Seen| seen.screen().contents().contains(text);
        drop(self.shared.wait(&format!("{text:?} on the screen"), shown));
    }

    /// Waits until the screen is as wanted.
    pub fn wait_until(&self, mut wanted: impl FnMut(&vt100::Screen) -> bool) {
        drop(
            self.shared
                .wait("the screen as wanted", |seen| wanted(seen.screen())),
        );
    }

    /// Waits until the program has sent so many bytes in all, or the screen is as wanted.
    pub fn wait_for_bytes_or(&self, count: usize, mut wanted: impl FnMut(&vt100::Screen) -> bool) {
        let enough = |seen: &seen::Seen| seen.output.len() >= count || wanted(seen.screen());
        drop(self.shared.wait("so many bytes", enough));
    }

    /// What can be read off the screen as it is now.
    pub fn read<T>(&self, read: impl FnOnce(&vt100::Screen) -> T) -> T {
        read(self.shared.seen().screen())
    }

    /// The whole screen, a line a row, without the blanks at the ends.
    pub fn text(&self) -> String {
        self.shared.seen().screen().contents()
    }

    /// One row, the first is 0, without the blanks at its end.
    pub fn row(&self, row: u16) -> String {
        let seen = self.shared.seen();
        let (_, columns) = seen.screen().size();
        seen.screen().rows(0, columns).nth(row.into()).unwrap_or_default()
    }

    /// Where the cursor is: column, row.
    pub fn cursor(&self) -> (u16, u16) {
        let (row, column) = self.shared.seen().screen().cursor_position();
        (column, row)
    }

    /// All bytes the program has sent.
    pub fn output(&self) -> Vec<u8> {
        self.shared.seen().output.clone()
    }

    /// What the program has asked of the terminal.
    pub fn flags(&self) -> Flags {
        let seen = self.shared.seen();
        let screen = seen.screen();
        Flags {
            alternate_screen: screen.alternate_screen(),
            bracketed_paste: screen.bracketed_paste(),
            cursor_hidden: screen.hide_cursor(),
            mouse: screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None,
        }
    }

    /// The modes of the line at present, and before the program started.
    pub fn modes(&self) -> (Modes, Modes) {
        (self.terminal().line.modes(), self.modes_before.clone())
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        // A window without a cell is told to the program, and nobody looks at it.
        let (seen_rows, seen_columns) = (rows.max(1), columns.max(1));
        let mut seen = self.shared.seen();
        seen.parser.screen_mut().set_size(seen_rows, seen_columns);
        drop(seen);
        self.terminal()
            .master
            .resize(pty_size(columns, rows))
            .expect("the window takes its size");
    }

    /// Sends a signal to the program, if it runs still.
    pub fn signal(&self, signal: Signal) {
        let seen = self.shared.seen();
        // Under the lock, and the child is reaped under it: the id can't have become somebody else's.
        if seen.exit.is_none() {
            rustix::process::kill_process(self.pid, signal).expect("the signal is delivered");
        }
    }

    pub fn kill9(&self) {
        self.signal(Signal::KILL);
    }

    /// The number of the process.
    pub fn pid(&self) -> i32 {
        self.pid.as_raw_nonzero().get()
    }

    /// Shows bytes that another program, such as the shell, writes to the same terminal.
    pub fn bytes_from_a_shell(&self, bytes: &[u8]) {
        self.terminal().line.show(bytes).expect("the terminal shows it");
    }

    /// Waits until the program has been stopped, as by a suspend.
    pub fn wait_stopped(&self) {
        let pid = self.pid;
        let (told, stopped) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let status = rustix::process::waitid(WaitId::Pid(pid), WaitIdOptions::STOPPED);
            told.send(status.is_ok_and(|status| status.is_some()))
        });
        assert_eq!(
            stopped.recv_timeout(DEADLINE),
            Ok(true),
            "the program stops\n{}",
            self.text()
        );
    }

    /// Closes the window under the program.
    pub fn hangup(&mut self) {
        self.close_window().expect("the window closes");
    }

    fn close_window(&mut self) -> io::Result<()> {
        let Some(Terminal {
            master,
            writer,
            line,
            reader,
        }) = self.terminal.take()
        else {
            return Ok(());
        };
        // Else the writer types line feed and end of file when it is dropped.
        line.forget_end_of_file()?;
        drop(writer);
        self.shared.seen().closing = true;
        // The reader waits for output; with this it finds that it is to let go of its end.
        line.show(b" ")?;
        reader
            .join()
            .map_err(|_panic| io::Error::other("the reader panicked"))?;
        drop(line);
        drop(master);
        Ok(())
    }

    /// Waits for the end of the program, and for all that it has sent to be on the screen.
    pub fn wait_exit(&self) -> Exit {
        self.wait_exit_within(DEADLINE)
    }

    /// The same, and fails if the end takes longer.
    pub fn wait_exit_within(&self, limit: Duration) -> Exit {
        let seen = self
            .shared
            .wait_within(limit, "the end of the program", |seen| seen.exit.is_some());
        let exit = seen.exit.expect("it was waited for");
        drop(seen);
        if let Some(terminal) = &self.terminal {
            terminal.line.show(LAST_OUTPUT).expect("the terminal shows it");
            drop(self.shared.wait("the last output", |seen| seen.complete));
        }
        exit
    }

    fn terminal(&self) -> &Terminal {
        self.terminal.as_ref().expect("the window is open")
    }

    fn terminal_mut(&mut self) -> &mut Terminal {
        self.terminal.as_mut().expect("the window is open")
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.kill9();
        let _while_failing = self.close_window();
        drop(self.shared.wait_at_most(DEADLINE, |seen| seen.exit.is_some()));
    }
}

/// What a program may ask of a terminal and must take back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four switches of a terminal, each on or off by itself"
)]
pub struct Flags {
    pub alternate_screen: bool,
    pub bracketed_paste: bool,
    pub cursor_hidden: bool,
    pub mouse: bool,
}

fn pty_size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}
