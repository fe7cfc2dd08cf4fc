//! storage

pub mod disk;
pub mod journal;
pub mod local_state;
pub mod lock;
pub mod paths;
pub mod write;
