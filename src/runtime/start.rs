//! Starting the screen program: threads, terminal, loop, and giving everything back.

use std::{
    io,
    sync::{Arc, mpsc},
};

use super::{
    clock::Clock,
    event_loop::{Event, Loop},
    input::{self, Pastes, Presses},
    line_loop::{self, LineLoop},
    own_keys, rescue, settings,
    signals::{self, Ended},
    terminal::{self, Guard, Options, TerminalFault},
    world::{DEFAULT_ZONE, World},
};
use crate::{
    app::message::Message,
    storage::{
        disk::{RealDisk, why},
        paths::Home,
    },
};

/// Why the screen program did not start, or ended.
#[derive(Debug, thiserror::Error)]
pub enum StartFault {
    /// The terminal.
    #[error("{fault}\n{}", fault.hint())]
    Terminal {
        /// What is wrong.
        #[from]
        fault: TerminalFault,
    },
    /// What was to be shown first.
    #[error("{0}")]
    NotOpened(String),
    /// A thread or a signal.
    #[error("the program could not go on: {}", why(.0))]
    System(#[from] io::Error),
}

/// How the screen program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending {
    /// The exit code.
    pub exit_code: i32,
    /// Whether everything is on the disk.
    pub everything_saved: bool,
    /// Whether the lines that were entered or begun, and are not saved, are in the journal.
    pub lines_kept: bool,
}

impl Ending {
    fn of(exit_code: i32, world: &World) -> Self {
        let everything_saved = world.everything_saved();
        let failed = exit_code == 0 && !everything_saved;
        Self {
            exit_code: if failed { 1 } else { exit_code },
            everything_saved,
            lines_kept: world.lines_kept(),
        }
    }
}

/// A world on the real disk and the clock on the wall, and what its threads will tell.
///
/// # Errors
/// If the clock of this computer is outside the years that can be handled.
pub fn world(home: Home) -> Result<(World, mpsc::Receiver<Event>), super::clock::ClockFault> {
    let (events, told) = mpsc::channel();
    let clock = Clock::wall(DEFAULT_ZONE)?;
    Ok((World::new(home, Arc::new(RealDisk), clock, events), told))
}

/// Runs the program on this terminal, beginning with `first`, until somebody leaves.
///
/// # Errors
/// If there is no terminal, nothing to show in it, or the system refuses what is needed.
pub fn run(
    world: &mut World,
    told: &mpsc::Receiver<Event>,
    first: impl FnOnce(&mut World) -> Message,
) -> Result<Ending, StartFault> {
    let mut guard = Guard::enter(Options::default())?;
    let ended = watched(world)?;
    let first = begun(first(world))?;
    let found = settings::find(&world.home, &*world.disk);
    let known = own_keys::at_the_start(&world.home, &*world.disk);
    let keys = world.events.clone();
    let presses = Presses::new(Pastes::here(), guard.type_ahead());
    input::listen(presses, move |batch| keys.send(Event::Input(batch)).is_ok())?;
    let exit_code = Loop::new(world, &mut guard, found).run(std::iter::once(first).chain(known), told);
    close(world);
    drop(guard);
    terminal::restore();
    ended.mark();
    Ok(Ending::of(exit_code, world))
}

/// Runs the program in line mode, beginning with `first`, until somebody leaves or no more lines come; `before` is said
/// first.
///
/// # Errors
/// If there is nothing to begin with, or the system refuses what is needed.
pub fn run_lines(
    world: &mut World,
    told: &mpsc::Receiver<Event>,
    before: Option<&str>,
    first: impl FnOnce(&mut World) -> Message,
) -> Result<Ending, StartFault> {
    let ended = watched(world)?;
    let first = begun(first(world))?;
    let lines = world.events.clone();
    line_loop::listen(move |line| lines.send(Event::Input(line)).is_ok())?;
    let found = settings::find(&world.home, &*world.disk);
    let known = own_keys::at_the_start(&world.home, &*world.disk);
    let mut running = LineLoop::new(world, io::stdout());
    running.know(Message::SettingsFound(Box::new(found)));
    if let Some(before) = before {
        running.say(before);
    }
    let exit_code = running.run(std::iter::once(first).chain(known), told);
    close(world);
    terminal::restore();
    ended.mark();
    Ok(Ending::of(exit_code, world))
}

/// Hears signals from now on, and keeps the draft should a thread panic.
fn watched(world: &World) -> io::Result<Ended> {
    #[cfg(unix)]
    terminal::no_core_dumps()?;
    let rescue = world.rescue();
    rescue::install_panic_hook(rescue.clone());
    let ended = Ended::new();
    let events = world.events.clone();
    signals::watch(
        move |notice| drop(events.send(Event::Signal(notice))),
        &ended,
        &rescue,
    )?;
    Ok(ended)
}

/// What there is to begin with.
fn begun(first: Message) -> Result<Message, StartFault> {
    match first {
        Message::NotOpened { why, .. } => Err(StartFault::NotOpened(why)),
        first => Ok(first),
    }
}

/// Saves and lets go of everything.
fn close(world: &mut World) {
    world.close();
    world.finish_reports();
}
