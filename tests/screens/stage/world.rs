//! What effects are performed on: files that are saved at once, later or never, and a journal in memory.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc, time::Duration};

use chrono::NaiveDate;
use knownow::{
    app::{
        bringing_in::Job as TableJob,
        day::TakeHome,
        elsewhere::{Asked, Done, Job as Copy, News as CopyNews},
        handing_over::{self, HandedOver},
        message::{self, Message, Opened, ReadOnly},
        report::{self, News},
        taking_in,
    },
    domain::{
        arrival::Arrival,
        draft::Draft,
        ids::{PersonId, RecordId, WriterId},
        note::{Label, Note},
        plan::{OnlyRead, Person, Plan},
        record::{Record, Shelf},
        records::{Entry, Records},
        slugs,
        stamp::Stamp,
    },
    runtime::{bringing_in, elsewhere, exchanging, reporting, taking_home},
    storage::{
        clock_offsets,
        disk::{
            Disk, Durability, FileTime, RealDisk,
            faulty::{FailingDisk, Failure},
        },
        files::records_text::RecordsText,
        own_file::{Kept, OwnFile, Owner, SaveFault},
        own_plan::OwnPlan,
        paths::Home,
        session_folder::{self, SessionFolder},
        watch::Watch,
    },
};
use tempfile::TempDir;
use uuid::Uuid;

use super::{
    files::{Names, Source, below},
    memory_disk::MemoryDisk,
};

/// What becomes of saves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saving {
    /// They are on the disk at once.
    AtOnce,
    /// The disk is slow: nothing is heard of them.
    Waits,
    /// Each is on the disk when the next one is asked for, as with a disk that is slower than a person.
    OneBehind,
    /// The disk is full after so many more operations.
    FailsAfter(usize),
}

/// "No space left on device".
const ENOSPC: i32 = 28;
/// The writer of the first person on the plan; the others follow.
const FIRST_WRITER: u128 = (0xb << 124) + 0xb0b0;
/// Where the files seem to be, on every machine.
const SHOWN_ROOT: &str = "/home/reviewer/knownow";

/// The files and the journal of one session.
pub struct World {
    root: TempDir,
    disk: FailingDisk<Arc<dyn Disk>>,
    folder: SessionFolder,
    plan: Plan,
    pub read_only: Option<ReadOnly>,
    /// Whether the plan was made on this machine.
    pub owns_plan: bool,
    /// Whether a newer version of the program wrote it.
    pub plan_only_read: Option<OnlyRead>,
    journals: BTreeMap<WriterId, Drafts>,
    saving: Saving,
    files: Option<Files>,
    writer: WriterId,
    who: PersonId,
    acknowledged: Acknowledged,
    /// What the folder of the session looked like.
    watch: Option<Watch>,
}

/// What the program was told to be on the disk.
#[derive(Debug, Default)]
struct Acknowledged {
    waiting: Known,
    certain: Known,
}

/// Records, and private notes.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Known {
    pub records: Records,
    pub private: Shelf<Note>,
}

impl Known {
    /// Whether `other` tells nothing new.
    pub fn holds(&self, other: &Self) -> bool {
        let mut joined = self.clone();
        joined.merge(other.clone());
        joined == *self
    }

    fn merge(&mut self, other: Self) {
        self.records.merge(other.records);
        self.private.merge(other.private);
    }
}

/// The two files of the person who is there.
struct Files {
    shared: Tray,
    private: Tray,
    last_serial: u64,
    waiting: Vec<Job>,
}

/// A save that was asked for.
struct Job {
    serial: u64,
    entries: Vec<Entry>,
    private: Vec<Record<Note>>,
}

struct Tray {
    file: OwnFile,
    dirty: bool,
}

impl World {
    /// A session in a folder of its own on the disk of this machine.
    pub fn on_disk(source: &Source) -> Self {
        Self::with(source, Arc::new(RealDisk))
    }

    /// A session in memory.
    pub fn in_memory(source: &Source) -> Self {
        Self::with(source, Arc::new(MemoryDisk::default()))
    }

    fn with(source: &Source, disk: Arc<dyn Disk>) -> Self {
        let root = tempfile::tempdir().expect("a folder for the test");
        let folder = SessionFolder::at(root.path().join("sessions").join(&source.folder));
        let put = |path: PathBuf, text: &str| {
            disk.create_dir_all(path.parent().expect("a folder"))
                .expect("a folder");
            let mut file = disk.create_new(&path).expect("a file");
            file.write_all(text.as_bytes()).expect("a file");
        };
        put(folder.plan_path(), &source.plan);
        for (name, text) in &source.records {
            put(folder.records_dir().join(name), text);
        }
        let plan = folder.plan(&*disk).unwrap_or_else(|fault| panic!("{fault}"));
        Self {
            root,
            disk: FailingDisk::new(disk),
            folder,
            plan,
            read_only: None,
            owns_plan: false,
            plan_only_read: None,
            journals: BTreeMap::new(),
            saving: Saving::AtOnce,
            files: None,
            writer: WriterId(Uuid::from_u128(FIRST_WRITER)),
            who: PersonId::new(""),
            acknowledged: Acknowledged::default(),
            watch: None,
        }
    }

    /// A file of a colleague comes into the session's folder, in place of what was there of theirs.
    pub fn receive(&mut self, writer: WriterId, records: &Records) {
        let colleague = Label::new(PersonId::new("colleague"), "Colleague");
        let mut text = RecordsText::new(self.plan.session, writer, &colleague).expect("a head");
        text.put_all(&records.by_writer(writer))
            .expect("records that can be written");
        let path = self
            .folder
            .records_dir()
            .join(format!("colleague.{}.ron", writer.0.simple()));
        let _first = self.disk.remove(&path);
        self.disk
            .create_dir_all(&self.folder.records_dir())
            .expect("a folder");
        let mut file = self.disk.create_new(&path).expect("a file");
        file.write_all(&text.bytes()).expect("a file");
    }

    /// A sync program puts a file among the records, in place of what was there under this name.
    pub fn put_file(&self, name: &str, bytes: &[u8]) {
        let path = self.folder.records_dir().join(name);
        let _first = self.disk.remove(&path);
        self.disk
            .create_dir_all(&self.folder.records_dir())
            .expect("a folder");
        let mut file = self.disk.create_new(&path).expect("a file");
        file.write_all(bytes).expect("a file");
    }

    /// A sync program takes a file away from among the records.
    pub fn take_away_file(&self, name: &str) {
        let path = self.folder.records_dir().join(name);
        self.disk.remove(&path).expect("a file that is there");
    }

    /// The files among the records: their names and bytes.
    pub fn files_in_folder(&self) -> BTreeMap<String, Vec<u8>> {
        let dir = self.folder.records_dir();
        let names = self.disk.names(&dir).unwrap_or_default();
        let file = |name: std::ffi::OsString| {
            let bytes = self.disk.read(&dir.join(&name)).expect("a file");
            (name.to_string_lossy().into_owned(), bytes)
        };
        names.into_iter().map(file).collect()
    }

    /// The file that is written here, if it is there: its name and bytes.
    pub fn own_file(&self) -> Option<(String, Vec<u8>)> {
        let person = self.plan.person(&self.who)?;
        let path = self.folder.records_path(person, self.writer);
        let name = path.file_name()?.to_string_lossy().into_owned();
        Some((name, self.disk.read(&path).ok()?))
    }

    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The plan as it is on the disk.
    pub fn plan_on_disk(&self) -> Plan {
        self.folder
            .plan(&self.disk)
            .unwrap_or_else(|fault| panic!("{fault}"))
    }

    /// The session as it is on the disk, opened for the person called `who`.
    pub fn open(&mut self, who: Option<&str>) -> Message {
        let Some(person) = who.and_then(|who| self.plan.person_called(who)).cloned() else {
            let people = self.plan.people.iter();
            let people = people.map(|person| (person.id.clone(), person.name.clone()));
            return Message::WhoIsThere {
                folder: self.folder.path().to_path_buf(),
                people: people.collect(),
            };
        };
        self.disk.mend();
        let loaded = self.folder.records(&self.disk, self.plan.session);
        let own_start = format!("{}.", slugs::slug(&person.name));
        let own = loaded.files.iter().find(|file| {
            let name = file.path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(&own_start)
        });
        let nth = self
            .plan
            .people
            .iter()
            .position(|other| other.id == person.id)
            .unwrap_or(0);
        let fresh = WriterId(Uuid::from_u128(FIRST_WRITER + nth as u128));
        self.writer = own.and_then(|file| file.writer).unwrap_or(fresh);
        self.who = person.id.clone();
        self.acknowledged.waiting = Known::default();
        self.files = Some(self.files_of(&person));
        let (private, fault) =
            session_folder::private_notes(&self.disk, &self.private_path(), self.plan.session);
        let shown = |problems: Vec<String>| problems.iter().map(|problem| self.shown(problem)).collect();
        let (problems, problems_of_records) = (shown(fault.into_iter().collect()), shown(loaded.problems()));
        self.set_saving(self.saving);
        let own = self.folder.records_path(&person, self.writer);
        let now = self.plan.begins().expect("a plan with a row");
        let mut watch = Watch::new(self.folder.clone(), self.plan.session, Some(own));
        if !self.owns_plan {
            watch = watch.with_plan(self.plan.revision, now);
        }
        self.watch = Some(watch);
        let (writers, stood_in) = (loaded.writers(), loaded.stood_in());
        let clocks = self.home().clock_offsets(self.plan.session);
        Message::Opened(Box::new(Opened {
            folder: self.folder.path().to_path_buf(),
            plan: self.plan.clone(),
            records: loaded.records,
            private,
            me: person.id,
            writer: self.writer,
            owns_plan: self.owns_plan || self.plan.is_rehearsal() || self.plan.owner == self.writer,
            plan_only_read: self.plan_only_read,
            read_only: self.read_only.clone(),
            drafts: self.journal().all().to_vec(),
            plan_problem: None,
            problems,
            problems_of_records,
            stood_in,
            writers,
            formerly: Vec::new(),
            lost: Vec::new(),
            clocks: clock_offsets::load(&self.disk, &clocks, self.plan.session),
        }))
    }

    /// Looks what came into the folder, long after it was written there.
    pub fn look(&mut self, now: Stamp) -> Option<Arrival> {
        let long_after = FileTime::UNIX_EPOCH + Duration::from_secs(1 << 33);
        self.watch.as_mut()?.look(&self.disk, now, long_after)
    }

    /// The folder of the session.
    pub fn session_folder(&self) -> &SessionFolder {
        &self.folder
    }

    /// Who is there, or was there last.
    pub fn who(&self) -> &PersonId {
        &self.who
    }

    /// The journal of the person who is there.
    pub fn journal(&mut self) -> &mut Drafts {
        self.journals.entry(self.writer).or_default()
    }

    /// The lines that it keeps.
    pub fn drafts(&self) -> &[Draft] {
        self.journals.get(&self.writer).map_or(&[], Drafts::all)
    }

    fn files_of(&self, person: &Person) -> Files {
        let owner = Owner {
            session: self.plan.session,
            writer: self.writer,
            person: Label::new(person.id.clone(), &person.name),
        };
        let lock = self.root.path().join("write.lock");
        let shared = self.folder.records_path(person, self.writer);
        let tray = |kept, path| Tray {
            file: OwnFile::new(kept, owner.clone(), path, lock.clone()).expect("a head that can be written"),
            dirty: false,
        };
        let mut files = Files {
            shared: tray(Kept::Shared, shared),
            private: tray(Kept::Private, self.private_path()),
            last_serial: 0,
            waiting: Vec::new(),
        };
        for tray in [&mut files.shared, &mut files.private] {
            tray.file.look(&self.disk).expect("a file that can be read");
        }
        files
    }

    fn private_path(&self) -> PathBuf {
        self.root
            .path()
            .join("private")
            .join(format!("{}.ron", self.plan.session))
    }

    pub(super) fn shown(&self, text: &str) -> String {
        text.replace(&self.root.path().display().to_string(), SHOWN_ROOT)
    }

    /// From now on saves end like this; what waits is tried at once, unless it is to wait.
    pub fn set_saving(&mut self, saving: Saving) -> Option<Message> {
        self.saving = saving;
        self.set_disk();
        if saving == Saving::OneBehind {
            return None;
        }
        self.put_waiting();
        let files = self.files.as_ref()?;
        (files.shared.dirty || files.private.dirty).then(|| self.save_all())?
    }

    /// Writes the plan, as far as the disk lets it.
    pub fn save_plan(&mut self, plan: &Plan) -> Message {
        let lock = self.root.path().join("write.lock");
        let mut own = OwnPlan::new(self.folder.plan_path(), lock, self.plan.clone());
        match own.save(&self.disk, plan) {
            Ok(_) => {
                self.plan = plan.clone();
                Message::PlanSaved {
                    revision: plan.revision,
                }
            }
            Err(fault) => {
                let path = self.shown(&fault.path().display().to_string());
                Message::PlanNotSaved(message::SaveFault {
                    path: PathBuf::from(path),
                    reason: fault.reason(),
                    cure: fault.cure(),
                    again: fault.may_pass(),
                })
            }
        }
    }

    fn set_disk(&self) {
        if let Saving::FailsAfter(operations) = self.saving {
            self.disk.fail(Failure {
                nth: operations + 1,
                errno: ENOSPC,
                lasting: true,
                short_write: true,
            });
        } else {
            self.disk.mend();
        }
    }

    /// Takes in new editions and saves them, as far as the disk lets it.
    pub fn save(&mut self, serial: u64, entries: Vec<Entry>, private: Vec<Record<Note>>) -> Option<Message> {
        let one_behind = self.saving == Saving::OneBehind;
        if one_behind {
            self.put_waiting();
        }
        let files = self.files.as_mut().expect("an open session");
        files.waiting.push(Job {
            serial,
            entries,
            private,
        });
        if !one_behind {
            self.put_waiting();
        }
        let files = self.files.as_ref().expect("an open session");
        (files.shared.dirty || files.private.dirty).then(|| self.save_all())?
    }

    /// Takes in every save that waits.
    fn put_waiting(&mut self) {
        let Some(files) = &mut self.files else { return };
        for job in std::mem::take(&mut files.waiting) {
            let notes: Vec<Entry> = job.private.iter().cloned().map(Entry::Note).collect();
            for (tray, entries) in [(&mut files.shared, &job.entries), (&mut files.private, &notes)] {
                tray.file.put(entries).expect("records that can be written");
                tray.dirty |= !entries.is_empty();
            }
            files.last_serial = job.serial;
            for entry in job.entries {
                self.acknowledged.waiting.records.join(entry);
            }
            for note in job.private {
                self.acknowledged.waiting.private.join(note);
            }
        }
    }

    fn save_all(&mut self) -> Option<Message> {
        if self.saving == Saving::Waits {
            return None;
        }
        let root = self.root.path().display().to_string();
        let files = self.files.as_mut()?;
        let mut durability = Durability::Full;
        for tray in [&mut files.shared, &mut files.private] {
            if !tray.dirty {
                continue;
            }
            match tray.file.save(&self.disk) {
                Ok(saved) => {
                    tray.dirty = false;
                    durability = durability.and(saved.durability);
                }
                Err(fault) => return Some(Message::NotSaved(told(&fault, &root))),
            }
        }
        let waiting = std::mem::take(&mut self.acknowledged.waiting);
        self.acknowledged.certain.merge(waiting);
        Some(Message::Saved {
            serial: files.last_serial,
            weaker: durability == Durability::Weaker,
        })
    }

    pub(super) fn home(&self) -> Home {
        let root = self.root.path().as_os_str();
        Home::find(|_| Some(root.to_owned()), None).expect("a folder")
    }

    /// Where what is handed on goes if nothing else is said.
    pub fn documents(&self) -> PathBuf {
        self.home().documents()
    }

    /// The folder that is meant by what was typed, where it seems to be.
    pub fn folder(&self, typed: &str) -> PathBuf {
        let typed = typed.replace(SHOWN_ROOT, &self.root.path().display().to_string());
        let folder = reporting::folder(&self.home(), &typed);
        PathBuf::from(self.shown(&folder.display().to_string()))
    }

    /// Reads a table; the answer.
    pub fn read_table(&self, today: NaiveDate, job: &TableJob) -> Message {
        let found = bringing_in::find((&self.home(), &self.disk), today, job).map(Box::new);
        Message::TableRead(job.id, found.map_err(|why| self.shown(&why)))
    }

    /// Makes and writes a take-home sheet; where it seems to be.
    pub fn take_home(&self, asked: &TakeHome, made: Stamp) -> Message {
        let written = taking_home::write((&self.home(), &self.disk), made, asked);
        Message::TakenHome(match written {
            Ok(written) => Ok(PathBuf::from(self.shown(&written.paths[0].display().to_string()))),
            Err(why) => Err(self.shown(&why)),
        })
    }

    /// Reads notes of a colleague, or takes them in; the answer.
    pub fn take_notes(&self, now: Stamp, job: &taking_in::Job) -> Message {
        let root = self.root.path().display().to_string();
        let here = taking_in::Job {
            text: job.text.replace(SHOWN_ROOT, &root),
            ..job.clone()
        };
        let found = exchanging::take((&self.home(), &self.disk), now, &here).map(Box::new);
        Message::NotesRead(job.id, found.map_err(|why| self.shown(&why)))
    }

    /// The file to propose for a hand-over, where it seems to be.
    pub fn propose_hand_over(&self, plan: &Plan, name: &str, seal: handing_over::Seal) -> Message {
        match exchanging::proposed(&self.home(), plan, name, seal) {
            Message::HandOverProposed(file, seal) => {
                let file = PathBuf::from(self.shown(&file.display().to_string()));
                Message::HandOverProposed(file, seal)
            }
            refused => refused,
        }
    }

    /// Writes a hand-over; the answer.
    pub fn hand_over(&self, now: Stamp, job: &handing_over::Job) -> Message {
        let root = self.root.path().display().to_string();
        let here = handing_over::Job {
            file: job.file.replace(SHOWN_ROOT, &root),
            ..job.clone()
        };
        let shown = |path: PathBuf| PathBuf::from(self.shown(&path.display().to_string()));
        Message::HandedOver(
            match exchanging::hand_over((&self.home(), &self.disk), now, &here).0 {
                HandedOver::Written {
                    path,
                    notes,
                    struck,
                    sealed,
                } => HandedOver::Written {
                    path: shown(path),
                    notes,
                    struck,
                    sealed,
                },
                HandedOver::Exists(path, seal) => HandedOver::Exists(shown(path), seal),
                HandedOver::Failed(why) => HandedOver::Failed(self.shown(&why)),
            },
        )
    }

    /// Names another folder, or keeps a copy in one on another disk; the answer.
    pub fn elsewhere(&self, asked: Asked) -> Option<Message> {
        let job = match asked {
            Asked::Places => {
                let places = vec![PathBuf::from(SHOWN_ROOT).join("stick")];
                return Some(Message::Elsewhere(Box::new(CopyNews::Places(places))));
            }
            Asked::Keep(job) => job,
        };
        let (into, instead_of) = (job.into.clone(), job.instead_of.clone());
        let here = Copy {
            into: into.replace(SHOWN_ROOT, &self.root.path().display().to_string()),
            ..*job
        };
        let (CopyNews::Kept(job, became), _files) = elsewhere::keep(&RealDisk, Box::new(here)) else {
            return None;
        };
        let shown = |path: PathBuf| PathBuf::from(self.shown(&path.display().to_string()));
        let became = became.map_err(|why| self.shown(&why)).map(|done| Done {
            folder: shown(done.folder),
            private: done.private.map(shown),
            ..done
        });
        let job = Copy {
            into,
            instead_of,
            ..*job
        };
        Some(Message::Elsewhere(Box::new(CopyNews::Kept(
            Box::new(job),
            became,
        ))))
    }

    /// The notes of the session's copy that was kept elsewhere in this folder, and the text of the private ones beside it.
    pub fn copy_in(&self, folder: &str) -> (Vec<String>, Option<String>) {
        let into = self.root.path().join(folder);
        let session = SessionFolder::at(into.join(self.folder.name()));
        let loaded = session.records(&RealDisk, self.plan.session);
        let notes = loaded.records.live_notes().map(|note| note.body.text.clone());
        let private = into.join(format!("{}-private.ron", self.folder.name()));
        (notes.collect(), std::fs::read_to_string(private).ok())
    }

    /// Makes and writes what is asked for; everything that is told meanwhile.
    pub fn report(&self, job: &report::Job, made: Stamp) -> Vec<Message> {
        let mut news = Vec::new();
        let root = self.root.path().display().to_string();
        let folder = job.folder.display().to_string().replace(SHOWN_ROOT, &root);
        let here = report::Job {
            folder: PathBuf::from(folder),
            ..job.clone()
        };
        let times = reporting::Times {
            on_screen: made,
            written: made,
        };
        let (last, _entered) = reporting::make((&self.home(), &self.disk), times, &here, |done| {
            news.push(News::Made(done));
        });
        let shown = |files: Vec<PathBuf>| {
            let shown = files
                .iter()
                .map(|file| PathBuf::from(self.shown(&file.display().to_string())));
            shown.collect()
        };
        news.push(match last {
            News::Written { files, remarks } => News::Written {
                files: shown(files),
                remarks,
            },
            News::Exists(files) => News::Exists(shown(files)),
            News::Failed { why, cure } => News::Failed {
                why: self.shown(&why),
                cure,
            },
            News::Made(done) => News::Made(done),
        });
        news.into_iter()
            .map(|news| Message::Report(job.serial, news))
            .collect()
    }

    /// What a program that starts now would find. A disk that is full can still be read.
    pub fn saved(&self) -> Known {
        self.disk.mend();
        let loaded = self.folder.records(&self.disk, self.plan.session);
        let (private, fault) =
            session_folder::private_notes(&self.disk, &self.private_path(), self.plan.session);
        self.set_disk();
        assert_eq!(
            (loaded.problems(), fault),
            (Vec::new(), None),
            "every file is whole"
        );
        Known {
            records: loaded.records,
            private,
        }
    }

    /// What the program was told to be on the disk.
    pub fn acknowledged(&self) -> &Known {
        &self.acknowledged.certain
    }

    /// Every records file and the file of private notes as text, and the lines that the journal keeps.
    pub fn files(&self) -> String {
        let mut names = Names::default();
        names.call(&self.plan.session.to_string(), "<session>");
        names.call(&self.writer.to_string(), "<writer>");
        let mut parts = Vec::new();
        for (name, content) in below(self.root.path()) {
            if !name.ends_with("plan.ron") {
                parts.push(format!("== {}\n{}", names.mask(&name), names.mask(&content)));
            }
        }
        for draft in self.drafts() {
            let entered = if draft.entered { "entered" } else { "open" };
            let begun = draft.begun.hh_mm();
            parts.push(format!("== journal, {entered} line of {begun}\n{}\n", draft.text));
        }
        parts.concat()
    }
}

/// A fault in words, with the file where it seems to be.
fn told(fault: &SaveFault, root: &str) -> message::SaveFault {
    let path = fault.path().display().to_string().replace(root, SHOWN_ROOT);
    message::SaveFault {
        again: true,
        path: PathBuf::from(path),
        reason: fault.reason(),
        cure: fault.cure(),
    }
}

/// The lines that the journal keeps, in order of first appearance.
#[derive(Debug, Default)]
pub struct Drafts(Vec<Draft>);

impl Drafts {
    pub fn keep(&mut self, draft: Draft) {
        if draft.text.is_empty() {
            return self.forget(draft.note);
        }
        match self.0.iter_mut().find(|kept| kept.note == draft.note) {
            Some(kept) => *kept = draft,
            None => self.0.push(draft),
        }
    }

    pub fn forget(&mut self, note: RecordId) {
        self.0.retain(|kept| kept.note != note);
    }

    pub fn all(&self) -> &[Draft] {
        &self.0
    }
}
