//! Saves beside the screen: a thread that writes this writer's file, and tries again until it is on the disk.

use std::{
    sync::{
        Arc,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    time::Duration,
};

use crate::{
    app::message::{self, Message},
    domain::{
        note::Note,
        plan::Plan,
        record::Record,
        records::{Entry, Records},
    },
    storage::{
        disk::{Disk, Durability, FileTime},
        own_file::{OwnFile, SaveFault},
        own_plan::{OwnPlan, PlanFault},
    },
};

/// After opening, the files are read again in the quiet, so that the first save need not wait for it.
const SETTLE: Duration = Duration::from_millis(400);
/// The first pause before a failed save is tried again; it doubles up to [`LONGEST_PAUSE`].
const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// Space that came back is used within five seconds.
const LONGEST_PAUSE: Duration = Duration::from_secs(3);

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
    /// Starts the thread; it tells `tell` what became of each save.
    ///
    /// # Errors
    /// If no thread can be had.
    pub fn start(
        disk: Arc<dyn Disk>,
        files: Files,
        opened: Opened,
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

/// One of the two files, and whether it has something to save.
struct Tray {
    file: OwnFile,
    looked: bool,
    dirty: bool,
}

impl Tray {
    fn new(file: OwnFile) -> Self {
        Self {
            file,
            looked: false,
            dirty: false,
        }
    }

    /// Reads what is there, once; a fault shows at the first save.
    fn look(&mut self, disk: &dyn Disk) -> Option<Records> {
        if self.looked {
            return None;
        }
        let found = self.file.look(disk).ok();
        self.looked = found.is_some();
        found.filter(|found| !found.is_empty())
    }

    fn put(&mut self, entries: &[Entry]) -> Result<(), SaveFault> {
        self.dirty |= !entries.is_empty();
        self.file.put(entries)
    }
}

/// The plan, and the edition that is to be saved.
struct PlanTray {
    file: Option<OwnPlan>,
    waiting: Option<Box<Plan>>,
    /// The last edition was not taken, and trying again is of no use.
    refused: bool,
}

impl PlanTray {
    /// Saves what waits; what became of it, and whether it is to be tried again.
    fn save(&mut self, disk: &dyn Disk) -> Option<(Message, bool)> {
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

struct Worker<T> {
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
    tell: T,
}

impl<T: Fn(Message)> Worker<T> {
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

fn tell_fault(tell: &impl Fn(Message), fault: &SaveFault) {
    tell(Message::NotSaved(message::SaveFault {
        path: fault.path().to_path_buf(),
        reason: fault.reason(),
        cure: fault.cure(),
    }));
}

fn plan_not_saved(fault: &PlanFault) -> Message {
    Message::PlanNotSaved(message::SaveFault {
        path: fault.path().to_path_buf(),
        reason: fault.reason(),
        cure: fault.cure(),
    })
}

/// What is said where the plan belongs to somebody else, or nothing may be written.
pub(super) fn not_owned() -> Message {
    Message::PlanNotSaved(message::SaveFault {
        path: crate::storage::session_folder::PLAN.into(),
        reason:
            "the plan can't be changed here: somebody else owns it, or another window has the session open"
                .into(),
        cure: "ask the plan's owner to change it, or close the other window".into(),
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        domain::{
            activity::ActivityKind,
            ids::{PersonId, RecordId, SessionId, SlotId, WriterId},
            note::{LONGEST_NOTE, Label, NoteKind, NotePlace},
        },
        storage::{
            disk::RealDisk,
            own_file::{Kept, Owner},
        },
    };

    fn note(number: u128, text: &str) -> Entry {
        let when = "2026-12-01T09:16:00+00:00".parse().unwrap();
        let me = Label::new(PersonId::new("me"), "Me");
        Entry::Note(Record {
            id: RecordId(Uuid::from_u128(number)),
            writer: WriterId(Uuid::from_u128(2)),
            rev: 1,
            deleted: false,
            seq: 1,
            edited_at: when,
            came_from: Vec::new(),
            body: Note {
                when,
                by: me.clone(),
                typed_by: me,
                place: NotePlace {
                    track: None,
                    slot: Label::new(SlotId::new("visits"), "Lesson visits"),
                    activity: Label::new(ActivityKind::LessonVisits, "Lesson visits"),
                    visit: None,
                    prompt: None,
                },
                kind: NoteKind::Evidence,
                important: false,
                tags: Vec::new(),
                text: text.into(),
            },
        })
    }

    /// Saves the notes one after the other; whether all was saved at the end, and what was told.
    fn saved(texts: &[&str]) -> (bool, Vec<Message>) {
        let dir = tempfile::tempdir().unwrap();
        let owner = Owner {
            session: SessionId(Uuid::from_u128(1)),
            writer: WriterId(Uuid::from_u128(2)),
            person: Label::new(PersonId::new("me"), "Me"),
        };
        let file = |kept, name: &str| {
            let lock = dir.path().join("lock");
            OwnFile::new(kept, owner.clone(), dir.path().join(name), lock).unwrap()
        };
        let files = Files {
            shared: file(Kept::Shared, "me.ron"),
            private: file(Kept::Private, "private.ron"),
            plan: None,
        };
        let (tell, told) = mpsc::channel();
        let tell = move |message| drop(tell.send(message));
        let saver = Saver::start(
            Arc::new(RealDisk),
            files,
            Opened {
                at: FileTime::UNIX_EPOCH,
                records: 0,
            },
            tell,
        )
        .unwrap();
        for (serial, text) in (1..).zip(texts) {
            saver.save(Job {
                serial,
                entries: vec![note(u128::from(serial), text)],
                private: Vec::new(),
            });
        }
        let all = saver.end(Duration::from_secs(20));
        (all, told.iter().collect())
    }

    #[test]
    fn a_note_that_no_file_takes_is_never_called_saved() {
        let long = "x".repeat(LONGEST_NOTE + 1);
        let (all, told) = saved(&[&long, "a note that is fine"]);
        assert!(!all);
        assert!(!told.is_empty());
        assert!(told.iter().all(|message| matches!(message, Message::NotSaved(_))));

        let (all, told) = saved(&["a note that is fine"]);
        assert!(all);
        assert!(matches!(&told[..], [Message::Saved { serial: 1, .. }]));
    }
}
