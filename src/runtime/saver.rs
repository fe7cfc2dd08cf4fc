//! Saves beside the screen: a thread that writes this writer's file, and tries again until it is on the disk.

mod trays;

use std::{
    sync::{
        Arc,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    time::Duration,
};

use crate::{
    app::message::Message,
    domain::{note::Note, plan::Plan, record::Record, records::Entry},
    storage::{
        disk::{Disk, Durability, FileTime},
        own_file::{OwnFile, SaveFault},
        own_plan::OwnPlan,
    },
};

pub(super) use trays::not_owned;
use trays::{PlanTray, Tray, tell_fault};

/// After opening, the files are read again in the quiet, so that the first save need not wait for it.
const SETTLE: Duration = Duration::from_millis(400);
/// The first pause before a failed save is tried again; it doubles up to [`LONGEST_PAUSE`].
const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// Space that came back is used within five seconds.
const LONGEST_PAUSE: Duration = Duration::from_secs(3);
const _: () = assert!(
    LONGEST_PAUSE.as_secs() < 5,
    "space that came back is used within five seconds"
);

/// What a session was like when it was opened.
#[derive(Debug, Clone, Copy)]
pub struct Opened {
    /// When that was.
    pub at: FileTime,
    /// How many records this writer's file had.
    pub records: usize,
}

/// The files that are written.
#[derive(Debug)]
pub struct Files {
    /// The records of this writer.
    pub shared: OwnFile,
    /// The notes that stay here.
    pub private: OwnFile,
    /// The plan, if it is owned here.
    pub plan: Option<OwnPlan>,
}

/// One save.
#[derive(Debug)]
pub struct Job {
    /// Its number.
    pub serial: u64,
    /// Records for this writer's file.
    pub entries: Vec<Entry>,
    /// Private notes.
    pub private: Vec<Record<Note>>,
}

enum Order {
    Save(Job),
    SavePlan(Box<Plan>),
    /// Try once more and end; whether everything is on the disk is answered.
    End(Sender<bool>),
}

/// A handle on the saving thread.
#[derive(Debug)]
pub struct Saver {
    orders: Sender<Order>,
}

impl Saver {
    /// Starts the thread; it has `journal` brought up to date before each save, and tells `tell` what became of it.
    ///
    /// A journal that were behind the file would at the next start hold the first letters of a note that is saved.
    ///
    /// # Errors
    /// If no thread can be had.
    pub fn start(
        disk: Arc<dyn Disk>,
        files: Files,
        opened: Opened,
        journal: impl Fn() + Send + 'static,
        tell: impl Fn(Message) + Send + 'static,
    ) -> std::io::Result<Self> {
        let (orders, receiver) = mpsc::channel();
        let worker = Worker {
            disk,
            shared: Tray::new(files.shared),
            private: Tray::new(files.private),
            plan: PlanTray {
                file: files.plan,
                waiting: None,
                refused: false,
            },
            known: opened.records,
            started: opened.at,
            serial: 0,
            refused: None,
            pause: FIRST_PAUSE,
            journal,
            tell,
        };
        std::thread::Builder::new()
            .name("saver".into())
            .spawn(move || worker.run(&receiver))?;
        Ok(Self { orders })
    }

    /// Has something saved.
    pub fn save(&self, job: Job) {
        // The thread ends only by `end`; after it nothing is saved, and what was entered is in the journal.
        let _ended = self.orders.send(Order::Save(job));
    }

    /// Has an edition of the plan saved.
    pub fn save_plan(&self, plan: Box<Plan>) {
        // As above: after the end nothing is saved.
        let _ended = self.orders.send(Order::SavePlan(plan));
    }

    /// Waits for at most `limit` until everything is saved, and ends the thread; whether everything is on the disk.
    #[must_use]
    pub fn end(&self, limit: Duration) -> bool {
        let (answer, answered) = mpsc::channel();
        self.orders.send(Order::End(answer)).is_ok() && answered.recv_timeout(limit).unwrap_or(false)
    }
}

struct Worker<J, T> {
    disk: Arc<dyn Disk>,
    shared: Tray,
    private: Tray,
    plan: PlanTray,
    known: usize,
    started: FileTime,
    serial: u64,
    /// Something could not be taken in, and so nothing from then on may count as saved.
    refused: Option<SaveFault>,
    pause: Duration,
    journal: J,
    tell: T,
}

impl<J: Fn(), T: Fn(Message)> Worker<J, T> {
    fn run(mut self, orders: &Receiver<Order>) {
        let mut wait = Some(SETTLE);
        loop {
            let order = match wait {
                Some(pause) => orders.recv_timeout(pause),
                None => orders.recv().map_err(|_ended| RecvTimeoutError::Disconnected),
            };
            let mut end = None;
            match order {
                // All that waits is saved in one go.
                Ok(order) => {
                    end = self.take(order);
                    end = end.or_else(|| orders.try_iter().find_map(|order| self.take(order)));
                }
                Err(RecvTimeoutError::Timeout) => {
                    self.look();
                    for tray in [&self.shared, &self.private] {
                        tray.file.sweep(&*self.disk, self.started);
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
            if end.is_some() {
                // Nobody looks after the file once this has ended.
                self.shared.dirty |= self.shared.file.has_lost(&*self.disk);
            }
            wait = self.save_all();
            if let Some(answer) = end {
                let all = wait.is_none() && self.refused.is_none() && !self.plan.refused;
                let _gone = answer.send(all);
                return;
            }
        }
    }

    /// Reads both files once. What the shared one holds is told: a command may have written there since the session was
    /// opened. What is private must never come among the notes that are shared.
    fn look(&mut self) {
        let found = self.shared.look(&*self.disk);
        if let Some(found) = found.filter(|found| found.len() > self.known) {
            (self.tell)(Message::Found(found));
        }
        let _known_since_opening = self.private.look(&*self.disk);
    }

    /// Takes in one order; the place for the answer if it was the last one.
    fn take(&mut self, order: Order) -> Option<Sender<bool>> {
        match order {
            Order::Save(job) => {
                self.serial = job.serial;
                let private: Vec<Entry> = job.private.into_iter().map(Entry::Note).collect();
                self.look();
                for put in [self.shared.put(&job.entries), self.private.put(&private)] {
                    if let Err(fault) = put {
                        self.refused.get_or_insert(fault);
                    }
                }
                None
            }
            Order::SavePlan(plan) => {
                self.plan.waiting = Some(plan);
                None
            }
            Order::End(answer) => Some(answer),
        }
    }

    /// Saves what is to be saved, notes first; how long to wait before trying again, if that failed.
    fn save_all(&mut self) -> Option<Duration> {
        let mut again = !self.save_records();
        if let Some((told, plan_again)) = self.plan.save(&*self.disk) {
            (self.tell)(told);
            again |= plan_again;
        }
        let pause = self.pause;
        self.pause = if again {
            (self.pause * 2).min(LONGEST_PAUSE)
        } else {
            FIRST_PAUSE
        };
        again.then_some(pause)
    }

    /// Saves the records that are to be saved; `false` if they are to be tried again.
    fn save_records(&mut self) -> bool {
        if !self.shared.dirty && !self.private.dirty {
            return true;
        }
        (self.journal)();
        let mut durability = Durability::Full;
        let mut first_fault = None;
        for (tray, is_shared) in [(&mut self.shared, true), (&mut self.private, false)] {
            if !tray.dirty {
                continue;
            }
            match tray.file.save(&*self.disk) {
                Ok(saved) => {
                    tray.dirty = false;
                    durability = durability.and(saved.durability);
                    // What another window wrote privately is shown when the session is opened next: it must never
                    // come among the notes that are shared.
                    if is_shared && !saved.found.is_empty() {
                        (self.tell)(Message::Found(saved.found));
                    }
                }
                // The other file is tried all the same: a stick that is gone must not keep private notes waiting.
                Err(fault) => first_fault = first_fault.or(Some(fault)),
            }
        }
        if let Some(fault) = first_fault {
            tell_fault(&self.tell, &fault);
            return false;
        }
        if let Some(fault) = &self.refused {
            tell_fault(&self.tell, fault);
            return true;
        }
        (self.tell)(Message::Saved {
            serial: self.serial,
            weaker: durability == Durability::Weaker,
        });
        true
    }
}

#[cfg(test)]
mod tests;
