//! storage

pub mod disk;
pub mod journal;
pub mod write;
