//! storage

pub mod disk;
pub mod write;
