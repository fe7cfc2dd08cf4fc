//! Running the program on the screen or in lines from a command, and what is said when it has ended.

use std::io::{self, IsTerminal};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{Failure, say};
use crate::{
    app::message::Message,
    domain::{plan::Plan, stamp::Stamp},
    runtime::{
        start::{self, Ending, StartFault},
        terminal::TerminalFault,
        world::World,
    },
    storage::paths::Home,
    ui::words::plain,
};

/// The same where this machine's own disk takes nothing either.
const NOT_KEPT: &str = "NOT SAVED: not everything reached the session's folder, and this machine's own disk takes no more \
                        either.\nWhat was typed last is only where you saved it besides, if you did.";
/// What is said when something could not be saved before the end.
const NOT_SAVED: &str = "NOT SAVED: not everything reached the session's folder. The lines you entered are kept on this \
                         machine;\nopen the session again, and they are saved as soon as its folder can be written.";

/// How the program is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Drawn on a terminal.
    Screen,
    /// In lines, on a terminal or in pipes.
    Lines,
    /// The same without anybody having asked for it: the terminal can't be drawn on.
    LinesByItself,
}

impl Mode {
    /// The mode that was asked for, or that this terminal allows, before anything is made or changed.
    ///
    /// # Errors
    /// If nobody asked for lines and there is no terminal to draw on.
    pub fn here(plain: bool) -> Result<Self, Failure> {
        if plain {
            return Ok(Self::Lines);
        }
        let missing = match (io::stdin().is_terminal(), io::stdout().is_terminal()) {
            (true, true) if std::env::var_os("TERM").is_some_and(|term| term == "dumb") => {
                return Ok(Self::LinesByItself);
            }
            (true, true) => return Ok(Self::Screen),
            (false, _) => "input",
            (true, false) => "output",
        };
        let fault = TerminalFault::NotATerminal(missing);
        Err(Failure::wrong_use(format!("{fault}\n{}", fault.hint())))
    }
}

/// Runs the program, beginning with `first`; the exit code.
pub fn run(
    home: Home,
    (mode, speed): (Mode, u32),
    first: impl FnOnce(&mut World) -> Message,
) -> Result<u8, Failure> {
    let (mut world, told) =
        start::world(home).map_err(|fault| Failure::work(format!("{fault}\n{}", fault.hint())))?;
    world.speed = speed;
    let ending = match mode {
        Mode::Screen => start::run(&mut world, &told, first),
        Mode::Lines => start::run_lines(&mut world, &told, None, first),
        Mode::LinesByItself => start::run_lines(&mut world, &told, Some(plain::BY_ITSELF), first),
    };
    let Ending {
        exit_code,
        everything_saved,
        lines_kept,
    } = ending.map_err(failure)?;
    if !everything_saved {
        say::complain(if lines_kept { NOT_SAVED } else { NOT_KEPT });
    } else if mode != Mode::Screen {
        say::farewell([plain::ALL_SAVED]);
    }
    Ok(u8::try_from(exit_code).unwrap_or(1))
}

/// Why there is no screen, as a command tells it.
pub fn failure(fault: StartFault) -> Failure {
    match fault {
        StartFault::Terminal { .. } => Failure::wrong_use(fault),
        StartFault::NotOpened(_) | StartFault::System(_) => Failure::work(fault),
    }
}

/// A time for a rehearsal or a note: `09:16`, or `2026-12-01 09:16` on a day of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeOfDay {
    date: Option<NaiveDate>,
    time: NaiveTime,
}

/// Reads how many times as fast a clock is to run.
pub fn speed(text: &str) -> Result<u32, String> {
    let read = text.trim().parse().ok();
    read.filter(|times| (1..=3600).contains(times))
        .ok_or_else(|| "write a whole number from 1 to 3600".into())
}

impl std::str::FromStr for TimeOfDay {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if let Some(time) = time(text) {
            return Ok(Self { date: None, time });
        }
        let both = NaiveDateTime::parse_from_str(&text.replace('T', " "), "%Y-%m-%d %H:%M");
        let both = both.map_err(|_ignored| "not a time like 09:16 (or \"2026-12-01 09:16\")".to_string())?;
        Ok(Self {
            date: Some(both.date()),
            time: both.time(),
        })
    }
}

/// A time as people write it: 09:16, 9.16, 0916.
pub fn time(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    let digits = text.replace(['.', ':'], "");
    let clock = match digits.len() {
        3 | 4 if digits.bytes().all(|byte| byte.is_ascii_digit()) => format!("{digits:0>4}"),
        _ => text.to_string(),
    };
    NaiveTime::parse_from_str(&clock, "%H%M").ok()
}

impl TimeOfDay {
    /// This time, on whatever day.
    pub fn at(time: NaiveTime) -> Self {
        Self { date: None, time }
    }

    /// The moment on its own date, or else on `date`.
    pub fn on(self, plan: &Plan, date: NaiveDate) -> Stamp {
        plan.moment(self.date.unwrap_or(date), self.time)
    }

    /// The moment on its own date, or else on the plan's first day.
    pub fn on_first_day(self, plan: &Plan) -> Option<Stamp> {
        Some(self.on(plan, plan.begins()?.date()))
    }
}
