//! `knownow`: the sessions of this machine.

use super::{Failure, screen};
use crate::{app::message::Message, storage::paths::Home};

/// Shows the first screen.
pub fn run(home: Home) -> Result<u8, Failure> {
    screen::run(home, 1, |world| Message::SessionsFound(world.list_sessions()))
}
