//! `knownow plan`: what can be done with the plan of a session.

mod export;

use super::Failure;
use crate::storage::{disk::Disk, paths::Home};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Write the plan as a sheet for the visiting heads, and as a calendar
    Export(export::Arguments),
}

/// Does it.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    match &arguments.what {
        What::Export(arguments) => export::run(home, disk, arguments),
    }
}
