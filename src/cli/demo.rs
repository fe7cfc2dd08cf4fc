//! `knownow demo`: a worked example as a rehearsal.

use std::{path::Path, sync::LazyLock};

use clap::builder::PossibleValue;

use super::{
    Failure, hint, open, say,
    screen::{self, Mode, TimeOfDay},
};
use crate::{
    runtime::rehearsal,
    storage::{
        catalogue::{self, Example},
        disk::RealDisk,
        paths::Home,
        session_folder::{FoundPlan, SessionFolder},
    },
};

/// A worked example that was chosen by the name of its folder.
#[derive(Debug, Clone)]
struct Tried(&'static Example);

impl clap::ValueEnum for Tried {
    fn value_variants<'a>() -> &'a [Self] {
        static EXAMPLES: LazyLock<Vec<Tried>> =
            LazyLock::new(|| catalogue::examples().iter().map(Tried).collect());
        &EXAMPLES
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.folder).help(self.0.about))
    }
}

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Which worked example to try
    #[arg(long, value_name = "NAME", default_value = catalogue::FIRST_EXAMPLE.folder)]
    example: Tried,
    /// Begin at this time, or date and time ("2027-01-20 09:00"), instead of a minute before the first row, or of the discussion where there are notes
    #[arg(long, value_name = "HH:MM")]
    at: Option<TimeOfDay>,
    /// Let the clock run so many times as fast
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = screen::speed)]
    speed: u32,
    /// Take part as this person of the plan
    #[arg(long = "as", value_name = "NAME")]
    person: Option<String>,
    /// In lines, without a screen: for screen readers, and for terminals that can't be drawn on
    #[arg(long)]
    pub(super) plain: bool,
}

/// Runs the demo and says where it is kept.
pub fn run(home: Home, arguments: &Arguments) -> Result<u8, Failure> {
    // Nothing is made where there is no screen to show it on.
    let mode = Mode::here(arguments.plain)?;
    let Tried(example) = arguments.example;
    let folder = rehearsal::demo(&home, &RealDisk, example).map_err(Failure::work)?;
    let session = SessionFolder::at(&folder);
    let plan = session.plan(&RealDisk).map_err(Failure::work)?;
    let name = arguments.person.as_deref().unwrap_or(example.person);
    let person = open::person(&plan, name)?;
    let at = arguments.at.or_else(|| example.begins.map(TimeOfDay::at));
    let at = at.and_then(|at| at.on_first_day(&plan));
    let again = hint::command(&home, "open", Path::new(&session.name()));
    let code = screen::run(home, (mode, arguments.speed), |world| {
        open::message(
            world,
            &session,
            FoundPlan {
                plan,
                problem: None,
                only_read: None,
            },
            Some(person),
            at,
        )
    })?;
    let kept = [
        format!("This rehearsal is kept in {}", folder.display()),
        format!("Open it again with: {again}"),
    ];
    say::farewell(kept.iter().map(String::as_str));
    Ok(code)
}
