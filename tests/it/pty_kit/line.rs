//! The program's end of the terminal, held open by the kit so that its modes can still be seen after the program's end.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use rustix::fs::{Mode, OFlags};
use rustix::termios::{OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};

/// The modes of a line: raw or not, echo or not, and what each control key does.
#[derive(Clone)]
pub struct Modes(Termios);

impl Modes {
    /// Whether keys arrive one by one, unseen and unchanged.
    pub fn is_raw(&self) -> bool {
        use rustix::termios::{InputModes, LocalModes};
        let local = LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG;
        !self.0.local_modes.intersects(local) && !self.0.input_modes.intersects(InputModes::ICRNL)
    }
}

impl Modes {
    /// Whether the line shows what is typed.
    pub fn echoes(&self) -> bool {
        self.0.local_modes.contains(rustix::termios::LocalModes::ECHO)
    }
}

impl PartialEq for Modes {
    fn eq(&self, other: &Self) -> bool {
        format!("{self:?}") == format!("{other:?}")
    }
}

impl std::fmt::Debug for Modes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

pub struct Line(File);

impl Line {
    pub fn open(tty: &Path) -> Self {
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        Self(
            rustix::fs::open(tty, flags, Mode::empty())
                .expect("the other end opens")
                .into(),
        )
    }

    pub fn modes(&self) -> Modes {
        Modes(tcgetattr(&self.0).expect("the line tells its modes"))
    }

    /// No key ends the input from now on.
    pub fn forget_end_of_file(&self) -> io::Result<()> {
        let mut modes = tcgetattr(&self.0)?;
        modes.special_codes[SpecialCodeIndex::VEOF] = 0;
        Ok(tcsetattr(&self.0, OptionalActions::Now, &modes)?)
    }

    /// Shows bytes as if the program had sent them.
    pub fn show(&self, bytes: &[u8]) -> io::Result<()> {
        (&self.0).write_all(bytes)
    }
}
