//! `knownow plan`: what can be done with the plan of a session.

mod difference;
mod import;

use super::Failure;
use crate::{
    domain::model::ReviewModel,
    storage::{disk::Disk, models::Models, paths::Home},
};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Read a timetable from somebody's table, and take it over into a session
    Import(import::Arguments),
}

/// The model of this name.
pub fn find_model<'a>(models: &'a Models, name: &str) -> Result<&'a ReviewModel, Failure> {
    let found = models.find(name).map_err(Failure::wrong_use)?;
    Ok(&found.1)
}

/// Does it.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    match &arguments.what {
        What::Import(arguments) => import::run(home, disk, arguments),
    }
}
