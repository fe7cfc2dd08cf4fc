//! `knownow keys`: the file of all keys, as a user copies lines from it.

use super::{Failure, say};
use crate::storage::catalogue;

/// What to do with it.
const EXAMPLE: &str = "\
Put a file keys.ron into the folder of the settings (`knownow doctor` says where that is) with the head of what this
prints and only the lines that are to be different. It is read at the start. What is wrong in it keeps its shipped keys;
the screen and `knownow doctor` say what and on which line.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Arguments {}

/// Prints the file.
pub fn run() -> Result<u8, Failure> {
    say::whole(catalogue::keys()).map_err(Failure::work)?;
    Ok(0)
}
