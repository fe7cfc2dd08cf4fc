//! knownow: steps a live school review through its day and keeps every note.

pub mod app;
pub mod cli;
pub mod domain;
pub mod runtime;
pub mod storage;
pub mod ui;
