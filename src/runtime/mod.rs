//! Everything that touches the machine while the screen is up: the clock, the terminal, signals and keys.

pub mod clock;
pub mod draft_slot;
pub mod ids;
pub mod input;
pub mod rescue;
pub mod signals;
pub mod terminal;
