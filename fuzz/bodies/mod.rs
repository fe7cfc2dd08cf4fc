//! The bodies of the targets that need no screen.

#![allow(dead_code, reason = "each target has one of them as its body")]

pub mod bytes;
pub mod journal;
pub mod own_files;
