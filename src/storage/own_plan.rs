//! The plan of a session, as its owner writes it. Whoever else opens the session only reads it.

use std::path::{Path, PathBuf};

use super::{
    disk::{Disk, Durability, why},
    files::{
        Unwritable,
        header::{self, Format},
        plan_file,
    },
    lock::WriteLock,
    ron_text::FileFault,
    write::{self, Outcome, Seen, Tried, WriteFault},
};
use crate::domain::plan::Plan;

/// Why the plan was not written.
#[derive(Debug, thiserror::Error)]
pub enum PlanFault {
    /// The disk refused.
    #[error(transparent)]
    Write(#[from] WriteFault),
    /// The lock around each save can't be had.
    #[error("{} can't be used: {}", path.display(), why(error))]
    Locked {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// What lies there is not the plan that was opened.
    #[error("{} is not the plan that was opened: {why}", path.display())]
    Changed {
        /// The file.
        path: PathBuf,
        /// In what way.
        why: String,
    },
    /// The plan is of a newer version of the program, which alone may change it.
    #[error("{} was written by a newer knownow: here it is only read", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
    },
    /// Fields stand in the file that are not known, which would be lost.
    #[error("{}", fault.in_a_sentence())]
    UnknownFields {
        /// Which, and where.
        fault: Box<FileFault>,
    },
    /// The plan would not be read back as it is.
    #[error("{} can't be written: {fault}", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// Why.
        fault: Unwritable,
    },
}

impl PlanFault {
    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Write(fault) => fault.path(),
            Self::Locked { path, .. }
            | Self::Changed { path, .. }
            | Self::Newer { path }
            | Self::Unwritable { path, .. } => path,
            Self::UnknownFields { fault } => fault.file(),
        }
    }

    /// What went wrong, in plain words.
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::Write(fault) => fault.reason().to_string(),
            Self::Locked { error, .. } => format!("it can't be saved just now: {}", why(error)),
            Self::Changed { why, .. } => why.clone(),
            Self::Newer { .. } => "plan.ron was written by a newer knownow: it is only read here".into(),
            Self::UnknownFields { fault } => unknown_field(fault),
            Self::Unwritable { fault, .. } => fault.to_string(),
        }
    }

    /// What one can do.
    #[must_use]
    pub fn cure(&self) -> String {
        match self {
            Self::Write(fault) => fault.cure().to_string(),
            Self::Locked { .. } => "close other windows of this session".into(),
            Self::Changed { .. } => {
                "your last change is not in it; open the session again and make it once more".into()
            }
            Self::Newer { .. } => {
                "install the newer knownow to change the plan; notes are saved as ever".into()
            }
            Self::UnknownFields { .. } => {
                "your last change is not in it; correct that name or take it out with its value, and open the session \
                 again"
                    .into()
            }
            Self::Unwritable { .. } => "take back the last change of the plan and report this message".into(),
        }
    }

    /// Whether trying again may help: the disk or the lock failed, and not the plan.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Write(_) | Self::Locked { .. })
    }
}

/// The first field that is not known, and its line.
fn unknown_field(fault: &FileFault) -> String {
    let first = fault.faults().first();
    let line = first.and_then(|first| first.place).map_or(0, |place| place.line);
    let what = first.map_or("", |first| first.what.as_str());
    format!("plan.ron, line {line}: {what}, and saving would lose it")
}

/// The plan's file, and the plan that it should hold.
#[derive(Debug)]
pub struct OwnPlan {
    path: PathBuf,
    lock: PathBuf,
    known: Plan,
    /// What was last tried: after a failure the file may hold it all the same.
    tried: Option<Plan>,
}

impl OwnPlan {
    /// The file at `path`, from which `plan` was read. `lock` is held while saving.
    #[must_use]
    pub fn new(path: PathBuf, lock: PathBuf, plan: Plan) -> Self {
        Self {
            path,
            lock,
            known: plan,
            tried: None,
        }
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes `plan` in place of the one that is known, by the write protocol.
    ///
    /// # Errors
    /// If it is not on the disk, or if what lies there is another plan than the one that is known: it then stays.
    pub fn save(&mut self, disk: &dyn Disk, plan: &Plan) -> Result<Durability, PlanFault> {
        let plan = plan_file::in_order(plan.clone());
        let text = plan_file::write_plan(&plan).map_err(|fault| PlanFault::Unwritable {
            path: self.path.clone(),
            fault,
        })?;
        let locked = WriteLock::take(&self.lock);
        let _lock = locked.map_err(|error| PlanFault::Locked {
            path: self.path.clone(),
            error,
        })?;
        let seen = self.look(disk)?;
        self.tried = Some(plan.clone());
        match write::replace(disk, &self.path, text.as_bytes(), &seen)? {
            Outcome::Written { durability, .. } => {
                self.known = plan;
                Ok(durability)
            }
            Outcome::ChangedUnderneath => {
                Err(self.changed("plan.ron was changed elsewhere while it was being saved"))
            }
        }
    }

    /// Looks whether the file still holds the plan that is known, or the one that was last tried. One that is lost is
    /// written anew.
    fn look(&self, disk: &dyn Disk) -> Result<Seen, PlanFault> {
        let looked = write::read(disk, &self.path);
        let looked = looked.map_err(|error| WriteFault::new(&self.path, Tried::Look, error))?;
        let Some((bytes, seen)) = looked else {
            return Ok(Seen::Absent);
        };
        if header::newer(&self.path, &bytes, Format::Plan).is_some() {
            return Err(PlanFault::Newer {
                path: self.path.clone(),
            });
        }
        let Ok((found, unknown)) = plan_file::read_and_compare(&self.path, &bytes) else {
            return Err(self.changed("plan.ron was changed elsewhere and can't be read any more"));
        };
        if let Some(fault) = unknown {
            return Err(PlanFault::UnknownFields { fault: fault.into() });
        }
        if found == self.known || self.tried.as_ref() == Some(&found) {
            return Ok(seen);
        }
        Err(self.changed(&format!(
            "plan.ron was changed elsewhere (edition {})",
            found.revision
        )))
    }

    fn changed(&self, why: &str) -> PlanFault {
        PlanFault::Changed {
            path: self.path.clone(),
            why: why.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{
        catalogue,
        disk::{
            RealDisk,
            faulty::{FailingDisk, Failure},
        },
    };

    const FULL: i32 = 28;

    /// A plan on the disk, and its owner's hold on it.
    fn kept(dir: &tempfile::TempDir) -> (Plan, OwnPlan) {
        let text = catalogue::examples()[0].plan;
        let path = dir.path().join("plan.ron");
        write::replace(&RealDisk, &path, text.as_bytes(), &Seen::Absent).unwrap();
        let plan = plan_file::read_plan(&path, text.as_bytes()).unwrap();
        let own = OwnPlan::new(path, dir.path().join("lock"), plan.clone());
        (plan, own)
    }

    fn on_disk(own: &OwnPlan) -> Plan {
        plan_file::read_plan(own.path(), &RealDisk.read(own.path()).unwrap()).unwrap()
    }

    fn next(plan: &Plan, outcome: &str) -> Plan {
        let mut plan = plan.clone();
        plan.revision += 1;
        plan.agreement.wanted_outcome = outcome.into();
        plan
    }

    #[test]
    fn a_plan_is_saved_again_and_again() {
        let dir = tempfile::tempdir().unwrap();
        let (plan, mut own) = kept(&dir);
        let once = next(&plan, "once");
        own.save(&RealDisk, &once).unwrap();
        assert_eq!(on_disk(&own), once);
        let mut twice = next(&once, "twice");
        // What is typed in out of order comes back in the order of its times.
        twice.days[0].slots.reverse();
        own.save(&RealDisk, &twice).unwrap();
        own.save(&RealDisk, &next(&twice, "and again")).unwrap();
        assert_eq!(on_disk(&own).agreement.wanted_outcome, "and again");
    }

    #[test]
    fn a_plan_that_somebody_else_changed_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let (plan, mut own) = kept(&dir);
        let theirs = next(&plan, "theirs");
        let mut other = OwnPlan::new(own.path.clone(), own.lock.clone(), plan.clone());
        other.save(&RealDisk, &theirs).unwrap();

        let fault = own.save(&RealDisk, &next(&plan, "mine")).unwrap_err();
        assert!(!fault.may_pass(), "{fault}");
        assert!(fault.reason().contains("changed elsewhere (edition"), "{fault}");
        assert_eq!(on_disk(&own), theirs);
    }

    #[test]
    fn a_plan_that_is_broken_or_of_a_newer_version_is_left_alone() {
        let whole = catalogue::examples()[0].plan;
        let newer = whole.replacen("version: 2,", "version: 99,", 1);
        assert_ne!(newer, whole);
        for (text, word) in [("(format: \"knownow plan\"", "read"), (newer.as_str(), "newer")] {
            let dir = tempfile::tempdir().unwrap();
            let (plan, mut own) = kept(&dir);
            let seen = write::read(&RealDisk, own.path()).unwrap().unwrap().1;
            write::replace(&RealDisk, own.path(), text.as_bytes(), &seen).unwrap();
            let fault = own.save(&RealDisk, &next(&plan, "mine")).unwrap_err();
            assert!(fault.reason().contains(word), "{fault}");
            assert_eq!(RealDisk.read(own.path()).unwrap(), text.as_bytes());
        }
    }

    #[test]
    fn a_plan_with_a_field_that_is_not_known_is_left_alone_and_it_is_said_which() {
        let dir = tempfile::tempdir().unwrap();
        let (plan, mut own) = kept(&dir);
        let whole = catalogue::examples()[0].plan;
        let mistyped = whole.replacen("zone: ", "lengt: 20,\n    zone: ", 1);
        assert_ne!(mistyped, whole);
        let seen = write::read(&RealDisk, own.path()).unwrap().unwrap().1;
        write::replace(&RealDisk, own.path(), mistyped.as_bytes(), &seen).unwrap();
        assert_eq!(on_disk(&own), plan, "what is known of it is read");

        let fault = own.save(&RealDisk, &next(&plan, "mine")).unwrap_err();

        assert!(!fault.may_pass(), "{fault}");
        let said = format!("{} {}", fault.reason(), fault.cure());
        assert!(said.contains("`lengt`") && said.contains("line "), "{said}");
        assert_eq!(RealDisk.read(own.path()).unwrap(), mistyped.as_bytes());
    }

    #[test]
    fn a_save_that_failed_at_any_step_can_be_tried_again() {
        for nth in 1..20 {
            let dir = tempfile::tempdir().unwrap();
            let (plan, mut own) = kept(&dir);
            let disk = FailingDisk::new(RealDisk);
            disk.fail(Failure {
                nth,
                errno: FULL,
                lasting: true,
                short_write: true,
            });
            let later = next(&plan, "later");
            if let Err(fault) = own.save(&disk, &later) {
                assert!(fault.may_pass(), "{fault}");
                let found = on_disk(&own);
                assert!(found == plan || found == later);
            }
            disk.mend();
            own.save(&disk, &later).unwrap();
            assert_eq!(on_disk(&own), later);
        }
    }
}
