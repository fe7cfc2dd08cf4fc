//! `knownow`: the sessions of this machine.

use super::{
    Failure,
    screen::{self, Mode},
};
use crate::{app::message::Message, storage::paths::Home};

/// Shows the first screen.
pub fn run(home: Home, plain: bool) -> Result<u8, Failure> {
    let mode = Mode::here(plain)?;
    screen::run(home, (mode, 1), |world| {
        Message::SessionsFound(world.list_sessions())
    })
}
