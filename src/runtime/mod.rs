//! Everything that touches the machine while the screen is up: the loop, the only clock, the terminal, signals, keys,
//! the threads that save, and the world that performs effects.

pub mod bringing_in;
mod clipboard;
pub mod clock;
pub mod draft_keeper;
pub mod event_loop;
pub mod exchanging;
mod footing;
pub mod handing_over;
pub mod ids;
pub mod input;
pub mod joining;
pub mod key_test;
mod new_session;
pub mod opening;
pub mod own_keys;
pub mod planning;
pub mod purging;
pub mod recorded;
pub mod rehearsal;
pub mod reporting;
pub mod rescue;
mod safeguarding;
pub mod saver;
pub mod sealing;
pub mod sessions;
pub mod signals;
pub mod start;
pub mod taking_home;
pub mod terminal;
mod watching;
pub mod world;
pub mod writing_in;
