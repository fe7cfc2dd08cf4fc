//! `knownow open`: a session, or a plan that was mailed.

use std::path::{Path, PathBuf};

use super::{
    Failure, say,
    screen::{self, Mode, TimeOfDay},
};
use crate::{
    app::message::Message,
    domain::{
        ids::PersonId,
        plan::{Person, Plan},
        stamp::Stamp,
        today::Today,
    },
    runtime::{
        clock::Clock,
        joining::{self, Joined},
        opening::OpeningFault,
        rehearsal, sessions,
        world::{DEFAULT_ZONE, World},
    },
    storage::{
        disk::{Disk, RealDisk},
        local_state::{LocalState, machine_name},
        paths::Home,
        session_folder::{FoundPlan, SessionFolder},
    },
};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A session's folder, its name or a part of it, or a plan.ron
    #[arg(value_name = "SESSION|PLAN.RON")]
    session: PathBuf,
    /// Take part as this person of the plan
    #[arg(long = "as", value_name = "NAME")]
    person: Option<String>,
    /// Rehearse at this time, or date and time ("2027-01-20 09:00"): on a copy, the session itself is not written to
    #[arg(long, value_name = "HH:MM")]
    at: Option<TimeOfDay>,
    /// Let the clock of a rehearsal run so many times as fast
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = screen::speed)]
    speed: u32,
    /// In lines, without a screen: for screen readers, and for terminals that can't be drawn on
    #[arg(long)]
    pub(super) plain: bool,
}

/// Opens a session on the screen.
pub fn run(home: Home, arguments: &Arguments) -> Result<u8, Failure> {
    let mode = Mode::here(arguments.plain)?;
    let mut session = SessionFolder::at(folder(&home, &RealDisk, &arguments.session)?);
    let mut found = plan(&RealDisk, &session)?;
    let named = arguments
        .person
        .as_deref()
        .map(|name| person_there(&session, &found.plan, name))
        .transpose()?;
    let mut person = named;
    if arguments.at.is_some() {
        // A rehearsal is a session of its own, where nobody has been yet: one is who one was in the original.
        person = person.or_else(|| last_here(&home, &found.plan));
        let copy = rehearsal::of_session(&home, &RealDisk, session.path()).map_err(Failure::work)?;
        session = SessionFolder::at(copy);
        found = plan(&RealDisk, &session)?;
    }
    let at = arguments.at.and_then(|at| at.on_first_day(&found.plan));
    let is_rehearsal = found.plan.is_rehearsal();
    let code = screen::run(home, (mode, arguments.speed), |world| {
        message(world, &session, found, person, at)
    })?;
    let what = if is_rehearsal {
        "This rehearsal is"
    } else {
        "The session is"
    };
    let kept = format!("{what} kept in {}", session.path().display());
    say::farewell([kept.as_str()]);
    Ok(code)
}

/// The plan of a session, or the one that its records speak of.
pub fn plan(disk: &dyn Disk, session: &SessionFolder) -> Result<FoundPlan, Failure> {
    let today = Clock::wall(DEFAULT_ZONE).map_err(Failure::work)?.now().date();
    session
        .find_plan(disk, today)
        .map_err(|fault| Failure::work(OpeningFault::from(fault)))
}

/// The person that `name` means: on the plan, or among those who came to the review on the day. The records are only read
/// for a name that stands on the plan in no such words: to open the session reads them again.
fn person_there(session: &SessionFolder, plan: &Plan, name: &str) -> Result<PersonId, Failure> {
    let is_meant =
        |person: &&Person| person.id.as_str() == name || person.name.to_lowercase() == name.to_lowercase();
    if let Some(agreed) = plan.person_called(name).filter(is_meant) {
        return Ok(agreed.id.clone());
    }
    let records = session.records(&RealDisk, plan.session).records;
    person(&Today::of(plan, &records, None).plan, name)
}

/// Who opened the session of this plan last on this machine.
fn last_here(home: &Home, plan: &Plan) -> Option<PersonId> {
    let state = LocalState::load(&RealDisk, &home.local_state(plan.session), plan.session);
    state.last(&machine_name()).cloned()
}

/// The folder of the session that was named; a plan is joined.
fn folder(home: &Home, disk: &dyn Disk, session: &Path) -> Result<PathBuf, Failure> {
    if disk.stat(session).is_ok_and(|stat| !stat.is_dir) {
        let joined = joining::join(home, disk, session).map_err(Failure::work)?;
        if let Joined::Known(folder) = &joined {
            let words = format!(
                "The session {} has this plan, or a later one: it stays as it is.",
                folder.display()
            );
            say::lines([words.as_str()]).map_err(Failure::work)?;
        }
        return Ok(joined.folder().to_path_buf());
    }
    sessions::resolve(home, disk, session).map_err(Failure::wrong_use)
}

/// The person of the plan that `name` means.
pub fn person(plan: &Plan, name: &str) -> Result<PersonId, Failure> {
    plan.person_called(name)
        .map(|person| person.id.clone())
        .ok_or_else(|| nobody_called(plan, name))
}

/// Says that nobody on the plan is called so, and who is on it.
pub fn nobody_called(plan: &Plan, name: &str) -> Failure {
    let people = plan.names();
    Failure::wrong_use(OpeningFault::NobodyCalled {
        name: name.into(),
        people,
    })
}

/// What opening leads to first.
pub fn message(
    world: &mut World,
    session: &SessionFolder,
    found: FoundPlan,
    person: Option<PersonId>,
    at: Option<Stamp>,
) -> Message {
    world
        .open_planned(session, found, person, at)
        .unwrap_or_else(|fault| Message::NotOpened {
            why: fault.to_string(),
            closed: None,
        })
}
