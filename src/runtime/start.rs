//! Starting the screen program: threads, terminal, loop, and giving everything back.

use std::{
    io,
    sync::{Arc, mpsc},
};

use super::{
    clock::Clock,
    event_loop::{Event, Loop},
    input::{self, Pastes, Presses},
    own_keys, rescue,
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
    ui::theme::Theme,
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
    let first = first(world);
    if let Message::NotOpened { why, .. } = first {
        return Err(StartFault::NotOpened(why));
    }
    let theme = theme();
    let known = own_keys::at_the_start(&world.home, &*world.disk);
    let keys = world.events.clone();
    let presses = Presses::new(Pastes::here(), guard.type_ahead());
    input::listen(presses, move |batch| keys.send(Event::Input(batch)).is_ok())?;
    let exit_code = Loop::new(world, &mut guard, theme).run(std::iter::once(first).chain(known), told);
    world.close();
    world.finish_reports();
    let everything_saved = world.everything_saved();
    drop(guard);
    terminal::restore();
    ended.mark();
    let exit_code = if exit_code == 0 && !everything_saved {
        1
    } else {
        exit_code
    };
    Ok(Ending {
        exit_code,
        everything_saved,
    })
}

/// The theme that this terminal asks for.
pub(super) fn theme() -> Theme {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    Theme::choose(
        no_color,
        std::env::var("TERM").ok().as_deref(),
        std::env::var("COLORFGBG").ok().as_deref(),
    )
}
