//! `knownow themes`: the file of a theme, as a user makes an own one of it.

use super::{Failure, say};
use crate::storage::catalogue;

/// What to do with it.
const EXAMPLE: &str = "\
Put what this prints into a file of the folder themes, in the folder of the settings (`knownow doctor` says where that
is), such as themes/our-school.ron, and change what is to look otherwise. Choose it on the settings screen, or write
`theme: \"our-school\"` into settings.ron.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Arguments {}

/// Prints the file.
pub fn run() -> Result<u8, Failure> {
    say::whole(catalogue::theme()).map_err(Failure::work)?;
    Ok(0)
}
