//! Planning: a plan that was drawn up becomes a session on this machine, and its owner's changes reach its file.

use std::path::{Path, PathBuf};

use super::{
    footing::{Footing, NoFooting, left_words},
    joining,
};
use crate::{
    domain::{
        ids::{PersonId, SessionId},
        plan::{Duty, Person, Plan},
    },
    storage::{
        disk::Disk,
        files::{Unwritable, plan_file},
        local_state::{LocalState, machine_name},
        lock::WriteLock,
        own_plan::{OwnPlan, PlanFault},
        paths::Home,
        session_folder::SessionFolder,
        write::{self, Outcome, Seen, Tried, WriteFault},
    },
};

/// Why a plan did not reach its folder.
#[derive(Debug, thiserror::Error)]
pub enum PlanningFault {
    /// The disk refused.
    #[error("{}: {}\n{}", fault.path().display(), fault.reason(), fault.cure())]
    Write {
        /// What it said.
        #[from]
        fault: WriteFault,
    },
    /// The plan would not be read back as it is.
    #[error("the plan can't be written: {0}")]
    Unwritable(#[from] Unwritable),
    /// Something else was put into the folder just now.
    #[error("{} was made by something else just now; try again", .0.display())]
    Taken(PathBuf),
    /// The plan's file could not be replaced.
    #[error("{}: {}\n{}", fault.path().display(), fault.reason(), fault.cure())]
    Plan {
        /// Why.
        #[from]
        fault: PlanFault,
    },
    /// No session was made for the plan.
    #[error("{fault}\n{}", left_words(.left.as_deref()))]
    NothingMade {
        /// Why.
        fault: Box<Self>,
        /// The folder that could not be taken away again.
        left: Option<PathBuf>,
    },
    /// The plan belongs to somebody else.
    #[error(
        "the plan in {} was not made on this computer, and only who made it may change it: \
         ask them to import the table, and open the plan that they send", .0.display()
    )]
    NotOwned(PathBuf),
}

/// Who a plan's owner is among its people if nothing else is said: who facilitates, or else who comes first.
#[must_use]
pub fn usual_owner(plan: &Plan) -> Option<&Person> {
    let facilitates = |person: &&Person| person.duties.contains(&Duty::Facilitator);
    plan.people.iter().find(facilitates).or(plan.people.first())
}

/// Makes a session for `plan` on this machine, in which `owner` writes as the plan's owner; its folder.
///
/// # Errors
/// If it can't be written.
pub fn found(home: &Home, disk: &dyn Disk, plan: &Plan, owner: &PersonId) -> Result<PathBuf, PlanningFault> {
    let text = plan_file::write_plan(plan)?;
    let folder = SessionFolder::at(joining::free_folder(home, disk, plan));
    let records = folder.records_dir();
    let footing = Footing::make(disk, &records).map_err(|NoFooting { error, left }| {
        let fault = WriteFault::new(&records, Tried::Create, error);
        nothing_made(fault.into(), left.as_deref())
    })?;
    put_down(home, disk, plan, owner, &folder, &text).map_err(|fault| {
        forget(home, disk, plan.session);
        nothing_made(fault, footing.take_away(disk))
    })?;
    folder.leave_word_for_sync(disk);
    Ok(folder.path().to_path_buf())
}

/// Writes the plan of a session into its folder, and who owns it into the state of this machine.
fn put_down(
    home: &Home,
    disk: &dyn Disk,
    plan: &Plan,
    owner: &PersonId,
    folder: &SessionFolder,
    text: &str,
) -> Result<(), PlanningFault> {
    // Before the plan is there: a plan that nobody owns could never be changed.
    remember_owner(home, disk, plan, owner, folder)?;
    let path = folder.plan_path();
    match write::replace(disk, &path, text.as_bytes(), &Seen::Absent) {
        Ok(Outcome::Written { .. }) => Ok(()),
        Ok(Outcome::ChangedUnderneath) => Err(PlanningFault::Taken(folder.path().to_path_buf())),
        Err(fault) => {
            if fault.tried() == Tried::SyncFolder {
                // It is in its place, and it is not sure that it stays there.
                let _stays = disk.remove(&path);
            }
            Err(fault.into())
        }
    }
}

/// Takes away what is remembered of a session that was not made, and that nobody else can know of.
fn forget(home: &Home, disk: &dyn Disk, session: SessionId) {
    for path in [home.local_state(session), home.write_lock(session)] {
        // Most often it is not there; what stays is of a session that there is not, and harms nobody.
        let _stays = disk.remove(&path);
    }
}

fn nothing_made(fault: PlanningFault, left: Option<&Path>) -> PlanningFault {
    PlanningFault::NothingMade {
        fault: Box::new(fault),
        left: left.map(Path::to_path_buf),
    }
}

fn remember_owner(
    home: &Home,
    disk: &dyn Disk,
    plan: &Plan,
    owner: &PersonId,
    folder: &SessionFolder,
) -> Result<(), WriteFault> {
    let path = home.local_state(plan.session);
    // Nobody else can know of a session that is being made.
    let _lock = WriteLock::take(&home.write_lock(plan.session)).ok();
    let mut state = LocalState::load(disk, &path, plan.session);
    let host = machine_name();
    state.replace_writer(owner, &host, plan.owner);
    state.opened(owner, &host, folder.path());
    state.save(disk, &path)
}

/// Writes `next` in place of `plan` in its session's folder.
///
/// # Errors
/// If the plan is not owned on this machine, was changed since it was read, or can't be written.
pub fn replace(
    home: &Home,
    disk: &dyn Disk,
    folder: &SessionFolder,
    plan: &Plan,
    next: &Plan,
) -> Result<(), PlanningFault> {
    if !owns(home, disk, plan) {
        return Err(PlanningFault::NotOwned(folder.path().to_path_buf()));
    }
    let lock = home.write_lock(plan.session);
    OwnPlan::new(folder.plan_path(), lock, plan.clone()).save(disk, next)?;
    Ok(())
}

/// Whether the plan may be changed here: its owner is a writer of this machine, or it is a rehearsal.
#[must_use]
pub fn owns(home: &Home, disk: &dyn Disk, plan: &Plan) -> bool {
    plan.is_rehearsal()
        || LocalState::load(disk, &home.local_state(plan.session), plan.session).has_been(plan.owner)
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, mpsc};

    use super::*;
    use crate::{
        app::message::{Effect, Message},
        runtime::{
            clock::Clock,
            event_loop::Event,
            world::{DEFAULT_ZONE, World},
        },
        storage::{
            catalogue,
            disk::{
                RealDisk,
                faulty::{FailingDisk, Failure},
            },
        },
    };

    fn example() -> Plan {
        let text = catalogue::examples()[0].plan;
        plan_file::read_plan(std::path::Path::new("plan.ron"), text.as_bytes()).unwrap()
    }

    fn home(dir: &tempfile::TempDir) -> Home {
        Home::find(|_| Some(dir.path().into()), None).unwrap()
    }

    /// A session that was made here, with the next edition of its plan.
    struct Founded {
        _dir: tempfile::TempDir,
        home: Home,
        folder: SessionFolder,
        plan: Plan,
        next: Plan,
    }

    impl Founded {
        fn new() -> Self {
            let dir = tempfile::tempdir().unwrap();
            let (home, plan) = (home(&dir), example());
            let owner = usual_owner(&plan).unwrap().id.clone();
            let folder = SessionFolder::at(found(&home, &RealDisk, &plan, &owner).unwrap());
            let next = Plan {
                revision: 2,
                ..plan.clone()
            };
            Self {
                _dir: dir,
                home,
                folder,
                plan,
                next,
            }
        }
    }

    /// No space left on the device.
    const ENOSPC: i32 = 28;

    #[test]
    fn whatever_fails_nothing_is_left_of_a_session_that_was_not_made() {
        let plan = example();
        let owner = usual_owner(&plan).unwrap().id.clone();
        let mut failed = 0;
        for nth in 1.. {
            let dir = tempfile::tempdir().unwrap();
            let home = home(&dir);
            RealDisk.create_dir_all(&home.sessions()).unwrap();
            let disk = FailingDisk::new(RealDisk);
            disk.fail(Failure {
                nth,
                errno: ENOSPC,
                lasting: false,
                short_write: true,
            });
            let found = found(&home, &disk, &plan, &owner);
            if disk.operations() < nth {
                assert!(found.is_ok(), "{found:?}");
                break;
            }
            let Err(fault) = found else { continue };
            failed += 1;
            let left = |folder: &Path| RealDisk.names(folder).unwrap_or_default();
            assert_eq!(left(&home.sessions()), [""; 0], "after {nth}: {fault}");
            assert_eq!(left(&home.local_states()), [""; 0], "after {nth}: {fault}");
            let said = fault.to_string();
            assert!(
                said.contains("full") && said.contains("Nothing was made"),
                "{nth}: {said}"
            );
        }
        assert!(failed >= 6, "{failed}");
    }

    #[test]
    fn a_folder_that_can_t_be_taken_away_again_is_named() {
        let dir = tempfile::tempdir().unwrap();
        let (home, plan) = (home(&dir), example());
        let owner = usual_owner(&plan).unwrap().id.clone();
        let disk = FailingDisk::new(RealDisk);
        let mut said = Vec::new();
        for nth in 1..60 {
            disk.fail(Failure {
                nth,
                errno: ENOSPC,
                lasting: true,
                short_write: false,
            });
            let Err(fault) = found(&home, &disk, &plan, &owner) else {
                break;
            };
            said.push(fault.to_string());
        }
        let left: Vec<&String> = said
            .iter()
            .filter(|said| said.contains("delete it yourself"))
            .collect();
        assert!(!left.is_empty(), "{said:?}");
    }

    #[test]
    fn sessions_of_one_school_on_one_day_have_folders_of_their_own() {
        let dir = tempfile::tempdir().unwrap();
        let home = home(&dir);
        let plan = example();
        let owner = usual_owner(&plan).unwrap().id.clone();
        assert_eq!(owner.as_str(), "facilitator");
        let names = [(); 2].map(|()| {
            let folder = found(&home, &RealDisk, &plan, &owner).unwrap();
            folder.file_name().unwrap().to_string_lossy().into_owned()
        });
        assert_eq!(
            names,
            ["2026-12-01-oakfield-primary", "2026-12-01-oakfield-primary-2"]
        );
    }

    /// Opens the session in `folder` as the facilitator, has `next` saved as its plan and closes it; whether the plan
    /// was said to be owned, what was told of it, and whether everything was saved.
    fn saved_on_the_screen(home: &Home, folder: &SessionFolder, next: &Plan) -> (bool, Vec<Message>, bool) {
        let (events, heard) = mpsc::channel();
        let clock = Clock::wall(DEFAULT_ZONE).unwrap();
        let mut world = World::new(home.clone(), Arc::new(RealDisk), clock, events);
        let person = Some(PersonId::new("facilitator"));
        let opened = world.open(folder.path().to_path_buf(), person, None).unwrap();
        let Message::Opened(opened) = opened else {
            panic!("{opened:?}")
        };
        assert!(world.perform(Effect::SavePlan(Box::new(next.clone()))).is_none());
        world.close();
        let all = world.everything_saved();
        drop(world);
        let plans = heard.iter().filter_map(|event| match event {
            Event::Told(message @ (Message::PlanSaved { .. } | Message::PlanNotSaved(_))) => Some(message),
            _ => None,
        });
        (opened.owns_plan, plans.collect(), all)
    }

    #[test]
    fn the_owner_changes_the_plan_beside_the_screen_and_nobody_else_does() {
        let Founded {
            home,
            folder,
            plan,
            next,
            _dir,
        } = Founded::new();
        let (mine, answers, all) = saved_on_the_screen(&home, &folder, &next);
        assert!(mine && all);
        assert!(
            matches!(answers[..], [Message::PlanSaved { revision: 2 }]),
            "{answers:?}"
        );
        assert_eq!(folder.plan(&RealDisk).unwrap(), next);

        let elsewhere = tempfile::tempdir().unwrap();
        let other = self::home(&elsewhere);
        let (mine, answers, all) = saved_on_the_screen(&other, &folder, &plan);
        assert!(!mine && !all);
        assert!(matches!(answers[..], [Message::PlanNotSaved(_)]), "{answers:?}");
        assert_eq!(folder.plan(&RealDisk).unwrap(), next);
    }

    #[test]
    fn only_who_made_a_plan_may_replace_it() {
        let Founded {
            home,
            folder,
            plan,
            next,
            _dir,
        } = Founded::new();
        replace(&home, &RealDisk, &folder, &plan, &next).unwrap();
        assert_eq!(folder.plan(&RealDisk).unwrap(), next);

        let elsewhere = tempfile::tempdir().unwrap();
        let other = self::home(&elsewhere);
        let refused = replace(&other, &RealDisk, &folder, &next, &plan);
        assert!(matches!(refused, Err(PlanningFault::NotOwned(_))));
        assert_eq!(folder.plan(&RealDisk).unwrap(), next);
    }
}
