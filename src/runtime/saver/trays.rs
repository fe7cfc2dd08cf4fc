//! What has something to save: the two files of records, and the plan.

use crate::{
    app::message::{self, Message},
    domain::{
        plan::Plan,
        records::{Entry, Records},
    },
    storage::{
        disk::Disk,
        own_file::{OwnFile, SaveFault},
        own_plan::{OwnPlan, PlanFault},
    },
};

/// One of the two files, and whether it has something to save.
pub(super) struct Tray {
    pub(super) file: OwnFile,
    looked: bool,
    pub(super) dirty: bool,
}

impl Tray {
    pub(super) fn new(file: OwnFile) -> Self {
        Self {
            file,
            looked: false,
            dirty: false,
        }
    }

    /// Reads what is there, once; a fault shows at the first save.
    pub(super) fn look(&mut self, disk: &dyn Disk) -> Option<Records> {
        if self.looked {
            return None;
        }
        let found = self.file.look(disk).ok();
        self.looked = found.is_some();
        found.filter(|found| !found.is_empty())
    }

    pub(super) fn put(&mut self, entries: &[Entry]) -> Result<(), SaveFault> {
        self.dirty |= !entries.is_empty();
        self.file.put(entries)
    }
}

/// The plan, and the edition that is to be saved.
pub(super) struct PlanTray {
    pub(super) file: Option<OwnPlan>,
    pub(super) waiting: Option<Box<Plan>>,
    /// The last edition was not taken, and trying again is of no use.
    pub(super) refused: bool,
}

impl PlanTray {
    /// Saves what waits; what became of it, and whether it is to be tried again.
    pub(super) fn save(&mut self, disk: &dyn Disk) -> Option<(Message, bool)> {
        let plan = self.waiting.take()?;
        let Some(file) = &mut self.file else {
            self.refused = true;
            return Some((not_owned(), false));
        };
        match file.save(disk, &plan) {
            Ok(_) => {
                self.refused = false;
                let revision = plan.revision;
                Some((Message::PlanSaved { revision }, false))
            }
            Err(fault) => {
                let again = fault.may_pass();
                self.refused = !again;
                self.waiting = again.then_some(plan);
                Some((plan_not_saved(&fault), again))
            }
        }
    }
}

pub(super) fn tell_fault(tell: &impl Fn(Message), fault: &SaveFault) {
    tell(Message::NotSaved(message::SaveFault {
        path: fault.path().to_path_buf(),
        reason: fault.reason(),
        cure: fault.cure(),
        again: true,
    }));
}

fn plan_not_saved(fault: &PlanFault) -> Message {
    Message::PlanNotSaved(message::SaveFault {
        path: fault.path().to_path_buf(),
        reason: fault.reason(),
        cure: fault.cure(),
        again: fault.may_pass(),
    })
}

/// What is said where the plan belongs to somebody else, or nothing may be written.
pub(in crate::runtime) fn not_owned() -> Message {
    Message::PlanNotSaved(message::SaveFault {
        path: crate::storage::session_folder::PLAN.into(),
        reason:
            "the plan can't be changed here: somebody else owns it, or another window has the session open"
                .into(),
        cure: "ask the plan's owner to change it, or close the other window".into(),
        again: false,
    })
}
