//! `knownow plan`: what is done with a plan before the day.

mod check;
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
    /// Look a plan over: what can't be, what is likely to go wrong, and what is due when
    Check(check::Arguments),
    /// Write the plan as a sheet for the visiting heads, and as a calendar
    Export(export::Arguments),
}

/// Does what is asked for with a plan.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    match &arguments.what {
        What::Check(arguments) => check::run(home, disk, arguments),
        What::Export(arguments) => export::run(home, disk, arguments),
    }
}
