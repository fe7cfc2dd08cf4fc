//! The watch: what others put into a session's folder, looked for again and again.
//!
//! Files of others are only ever read. One that is half-written, empty, only a mark of a sync program, or gone, keeps
//! what was read of it before: records that are known once are never taken back. One's own file is read as well, since
//! another program of the same person may have written it.

mod held;
mod own;
mod taking;

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    time::Duration,
};

use super::{
    disk::{Disk, FileTime, Stat, why},
    files::records_file::{self, Standing},
    handed_over::is_handed_over,
    last_good::LastGood,
    session_folder::{
        LoadedFile, LoadedRecords, OpenFault, PLAN, SessionFolder, is_records_name, read_plan, tail,
    },
};
use crate::domain::{
    arrival::{Ailment, Arrival, OwnLoss, TheirFile},
    ids::{PersonId, SessionId, WriterId},
    note::Label,
    plan::Plan,
    records::Records,
    stamp::Stamp,
};

use held::Held;

/// A file that was written this short a time ago may be written again without another time beside it.
const FRESH: Duration = Duration::from_secs(2);

/// What the files of others looked like.
#[derive(Debug)]
pub struct Watch {
    folder: SessionFolder,
    session: SessionId,
    /// The file that is written here, of which nothing is ever wrong: who saves into it tells.
    own: Option<PathBuf>,
    /// The same, as it was read last.
    mine: Watched,
    /// What befell it since the last look.
    own_lost: Option<OwnLoss>,
    /// The files beside the plan that are plans of this session as well.
    plan_copies: BTreeSet<String>,
    files: BTreeMap<PathBuf, Watched>,
    plan: Option<WatchedPlan>,
    /// Where copies of what was read whole are kept, if they are.
    last_good: Option<LastGood>,
    /// Whether how the files stand was told once.
    is_told: bool,
}

/// The plan, where somebody else owns it.
#[derive(Debug)]
struct WatchedPlan {
    revision: u32,
    file: Watched,
}

/// A file as it was at the last look.
#[derive(Debug, Default)]
struct Watched {
    seen: Option<Seen>,
    /// The sum of its bytes, to know it again.
    sum: Option<u32>,
    /// What was in it, if it was read since the session was opened.
    held: Option<Held>,
    writer: Option<WriterId>,
    person: Option<Label<PersonId>>,
    notes: usize,
    good_at: Option<Stamp>,
    /// What is wrong with it, and since when.
    ails: Option<(Ailment, Stamp)>,
    /// Whether that may be said.
    is_said: bool,
    /// Whether it is remembered since when it is gone.
    is_missed: bool,
}

/// By what a file is known to be the same as at the last look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Seen {
    stat: Stat,
    /// Whether it could not have been written again since without a later time beside it.
    is_settled: bool,
}

impl Seen {
    fn of(stat: Stat, machine: FileTime) -> Self {
        // A time to come is that of a laptop whose clock is wrong: to wait for it would be to read the file for ever.
        let apart = machine
            .duration_since(stat.modified)
            .unwrap_or_else(|to_come| to_come.duration());
        let is_settled = apart >= FRESH;
        Self { stat, is_settled }
    }

    /// Whether a file that looks like `stat` need not be read again.
    fn is_still(&self, stat: Stat) -> bool {
        self.is_settled && self.stat == stat
    }
}

impl Watch {
    /// A watch over the session in `folder`; `own` is the file written here, if one is. Nothing was looked at yet.
    #[must_use]
    pub fn new(folder: SessionFolder, session: SessionId, own: Option<PathBuf>) -> Self {
        Self {
            folder,
            session,
            own,
            mine: Watched::default(),
            own_lost: None,
            plan_copies: BTreeSet::new(),
            files: BTreeMap::new(),
            plan: None,
            last_good: None,
            is_told: false,
        }
    }

    /// Knows the files as they were read when the session was opened, at `now`: one that was whole then and is not at the
    /// first look was cut off since, and one that is the same is not taken in a second time.
    #[must_use]
    pub fn knowing(mut self, loaded: &LoadedRecords, now: Stamp) -> Self {
        let is_own = |file: &&LoadedFile| Some(&file.path) == self.own.as_ref();
        let own = loaded.files.iter().find(is_own);
        self.mine.sum = own
            .and_then(|own| own.sum)
            .filter(|_| own.is_some_and(|own| own.standing == Standing::Whole));
        let files = loaded.files.iter().filter(|file| !is_own(file));
        let watched = |file: &LoadedFile| {
            let is_whole = file.standing == Standing::Whole;
            let stood_in_for = file.stood_in_for.as_ref();
            let of_copy = stood_in_for.and_then(|trouble| trouble.good_at);
            Watched {
                sum: file.sum.filter(|_| is_whole),
                writer: file.writer,
                person: file.person.clone(),
                notes: file.notes,
                good_at: is_whole.then_some(now).or(of_copy),
                ails: stood_in_for.map(|trouble| (trouble.what.clone(), trouble.since)),
                is_said: stood_in_for.is_some(),
                ..Watched::default()
            }
        };
        self.files = files.map(|file| (file.path.clone(), watched(file))).collect();
        self
    }

    /// Looks for later editions of the plan as well; `revision` is the one that was read at `now`.
    #[must_use]
    pub fn with_plan(mut self, revision: u32, now: Stamp) -> Self {
        let file = Watched {
            good_at: Some(now),
            ..Watched::default()
        };
        self.plan = Some(WatchedPlan { revision, file });
        self
    }

    /// Keeps a copy of each file that is read whole, for the time after this program has ended.
    #[must_use]
    pub fn keeping(mut self, last_good: LastGood) -> Self {
        self.last_good = Some(last_good);
        self
    }

    /// The folders that change when somebody's file does.
    #[must_use]
    pub fn places(&self) -> [PathBuf; 2] {
        [self.folder.path().to_path_buf(), self.folder.records_dir()]
    }

    /// Tells whether a change of a file is worth a look: not of what is written here.
    pub fn concerns(&self) -> impl Fn(&Path) -> bool + Send + use<> {
        let own = self.own.clone();
        let records = self.folder.records_dir();
        move |path| {
            let name = path.file_name().map(|name| name.to_string_lossy());
            let is_named = name.is_some_and(|name| names_something(&name));
            own.as_deref() != Some(path) && (is_named || *path == records)
        }
    }

    /// Whether something is about to change, or to be said, that the next look should not wait for.
    #[must_use]
    pub fn is_unsettled(&self) -> bool {
        let plan = self.plan.as_ref().map(|plan| &plan.file);
        let files = self.files.values().chain(plan).chain([&self.mine]);
        files.into_iter().any(|file| {
            let is_fresh = file.seen.is_some_and(|seen| !seen.is_settled);
            is_fresh || (file.ails.is_some() && !file.is_said)
        })
    }

    /// Looks once, at `now` by the clock of the session and at `machine` by that of the file system: what is new, if
    /// anything is. The first look tells how the files stand, whatever was known of them.
    pub fn look(&mut self, disk: &dyn Disk, now: Stamp, machine: FileTime) -> Option<Arrival> {
        let mut records = Records::default();
        let names = self.names(disk);
        let own_changed = self.look_at_own(disk, (now, machine), &mut records);
        let mut changed = !std::mem::replace(&mut self.is_told, true) && !self.files.is_empty();
        changed |= own_changed;
        match names {
            Ok(names) => {
                for path in &names {
                    changed |= self.look_at(disk, path, (now, machine), &mut records);
                }
                changed |= self.miss(disk, &names, now);
                changed |= self.files.remove(&self.folder.records_dir()).is_some();
            }
            Err(error) => {
                let folder = self.files.entry(self.folder.records_dir()).or_default();
                changed |= folder.ail(Ailment::Unreadable(why(&error)), now);
            }
        }
        let (plan, ails) = self.look_at_plan(disk, (now, machine));
        changed |= self.look_beside_plan(disk);
        (changed || plan.is_some() || ails).then(|| Arrival {
            session: self.session,
            records,
            files: self.standing(),
            plan: plan.map(Box::new),
            plan_trouble: self.plan.as_ref().and_then(|plan| plan.file.trouble()),
            own_lost: self.own_lost.take(),
            plan_copies: self.plan_copies.iter().cloned().collect(),
        })
    }

    /// The files of records there are; those that are only marks of a sync program under the name they stand for.
    fn names(&self, disk: &dyn Disk) -> io::Result<BTreeSet<PathBuf>> {
        let dir = self.folder.records_dir();
        let names = match disk.names(&dir) {
            Ok(names) => names,
            // A session without any record.
            Err(error) if error.kind() == ErrorKind::NotFound && disk.stat(self.folder.path()).is_ok() => {
                return Ok(BTreeSet::new());
            }
            Err(error) => return Err(error),
        };
        let names = names.iter().map(|name| name.to_string_lossy().into_owned());
        let wanted = names.filter_map(|name| {
            let stands_for = placeholder_of(&name).map(str::to_string);
            let name = stands_for.unwrap_or(name);
            is_records_name(&name).then(|| dir.join(name))
        });
        Ok(wanted.filter(|path| Some(path) != self.own.as_ref()).collect())
    }

    /// Reads a file if it changed; whether there is anything new to tell of it.
    fn look_at(
        &mut self,
        disk: &dyn Disk,
        path: &Path,
        (now, machine): (Stamp, FileTime),
        records: &mut Records,
    ) -> bool {
        let file = self.files.entry(path.to_path_buf()).or_default();
        let stat = match disk.stat(path) {
            Ok(stat) => stat,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                file.seen = None;
                return file.ail(Ailment::NotDownloaded, now);
            }
            Err(error) => {
                file.seen = None;
                return file.ail(Ailment::Unreadable(why(&error)), now);
            }
        };
        if file.seen.is_some_and(|seen| seen.is_still(stat)) {
            return file.ail_on(now);
        }
        file.seen = Some(Seen::of(stat, machine));
        if stat.len == 0 {
            return file.ail(Ailment::Empty, now);
        }
        let bytes = match disk.read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                // It is read again although it looks the same: a share that failed a moment ago may be there again.
                file.seen = None;
                return file.ail(Ailment::Unreadable(why(&error)), now);
            }
        };
        let is_same = file.sum.replace(crc32fast::hash(&bytes)) == file.sum;
        let is_news = if is_same && file.held.is_some() {
            file.ail_on(now)
        } else {
            let read = records_file::read_records(path, &bytes, self.session);
            if is_same {
                file.held = Some(Held::of(&read.records));
                file.ail_on(now)
            } else {
                file.take(read, now, records)
            }
        };
        if let (Some(copies), None, Some(writer)) = (&self.last_good, &file.ails, file.writer) {
            // Without a copy the session goes on as well; the next change is another try.
            let _does_without = copies.keep(disk, (writer, &name_of(path)), &bytes, now);
        }
        is_news
    }

    /// Sees which files are not there any more. One whose records are all in another file is no loss worth a word, nor is
    /// what never held anything.
    fn miss(&mut self, disk: &dyn Disk, there: &BTreeSet<PathBuf>, now: Stamp) -> bool {
        let dir = self.folder.records_dir();
        let before = self.files.len();
        self.recall(disk, there);
        let no_loss = self.no_loss(there);
        self.files
            .retain(|path, _| there.contains(path) || *path == dir || !no_loss.contains(path));
        let mut changed = self.files.len() != before;
        for (path, file) in &mut self.files {
            if !there.contains(path) && *path != dir {
                file.seen = None;
                changed |= file.ail(Ailment::Gone, now);
                if file.is_said && !std::mem::replace(&mut file.is_missed, true) {
                    file.remember(self.last_good.as_ref(), disk, path);
                }
            }
        }
        changed
    }

    /// What a file held that was gone when the session was opened is known from its copy.
    fn recall(&mut self, disk: &dyn Disk, there: &BTreeSet<PathBuf>) {
        let Some(copies) = &self.last_good else { return };
        let unknown = |(path, file): &(&PathBuf, &mut Watched)| !there.contains(*path) && file.held.is_none();
        for (path, file) in self.files.iter_mut().filter(unknown) {
            let records = file
                .writer
                .and_then(|writer| copies.records_of(disk, (writer, &name_of(path))));
            file.held = records.map(|records| Held::of(&records));
        }
    }

    /// Which of the files that are not `there` any more nobody misses.
    fn no_loss(&self, there: &BTreeSet<PathBuf>) -> BTreeSet<PathBuf> {
        let is_there = |path: &PathBuf| there.contains(path);
        let gone = self.files.iter().filter(|(path, _)| !is_there(path));
        let copies = self.copies();
        let others = self.files.iter().filter(|(path, _)| is_there(path));
        // What is damaged now may not have what it held when it was whole.
        let whole = others
            .map(|(_, file)| file)
            .chain([&self.mine])
            .filter(|file| file.ails.is_none());
        let held: Vec<&Held> = whole.filter_map(|file| file.held.as_ref()).collect();
        let is_no_loss = |path: &PathBuf, file: &Watched| match &file.held {
            Some(known) => known.is_in(&held),
            // What was never read whole was most likely none of ours.
            None => file.good_at.is_none() || copies.contains(path),
        };
        gone.filter(|(path, file)| is_no_loss(path, file))
            .map(|(path, _)| path.clone())
            .collect()
    }

    /// A later edition of the plan, if there is one, and whether how its file stands is to be told.
    fn look_at_plan(&mut self, disk: &dyn Disk, (now, machine): (Stamp, FileTime)) -> (Option<Plan>, bool) {
        let Some(known) = self.plan.as_mut() else {
            return (None, false);
        };
        let path = self.folder.path().join(PLAN);
        let stat = match disk.stat(&path) {
            Ok(stat) => stat,
            Err(error) => {
                known.file.seen = None;
                return (None, known.file.ail(Ailment::Unreadable(why(&error)), now));
            }
        };
        if known.file.seen.is_some_and(|seen| seen.is_still(stat)) {
            return (None, known.file.ail_on(now));
        }
        known.file.seen = Some(Seen::of(stat, machine));
        match read_plan(disk, &path) {
            Ok(plan) => {
                let mended = known.file.ails.take().is_some() && known.file.is_said;
                known.file.is_said = false;
                known.file.good_at = Some(now);
                let is_later = plan.session == self.session && plan.revision > known.revision;
                let later = is_later.then_some(plan);
                known.revision = later.as_ref().map_or(known.revision, |plan| plan.revision);
                (later, mended)
            }
            Err(fault) => {
                let unreadable = matches!(fault, OpenFault::Unreadable { .. });
                if unreadable {
                    known.file.seen = None;
                }
                (None, known.file.ail(Ailment::Unsound(fault.to_string()), now))
            }
        }
    }

    /// Looks for second plans of this session; whether there is one that was not seen before.
    fn look_beside_plan(&mut self, disk: &dyn Disk) -> bool {
        let names = disk.names(self.folder.path()).unwrap_or_default();
        let names = names.iter().map(|name| name.to_string_lossy().into_owned());
        let is_copy = |name: &String| name.starts_with("plan") && name != PLAN && is_records_name(name);
        let copies: BTreeSet<String> = names.filter(is_copy).collect();
        let fresh: Vec<String> = copies.difference(&self.plan_copies).cloned().collect();
        let is_of_this = |name: &String| {
            let plan = read_plan(disk, &self.folder.path().join(name));
            plan.is_ok_and(|plan| plan.session == self.session)
        };
        let fresh: Vec<String> = fresh.into_iter().filter(is_of_this).collect();
        self.plan_copies.retain(|name| copies.contains(name));
        let is_news = !fresh.is_empty();
        self.plan_copies.extend(fresh);
        is_news
    }

    /// The second files of writers, and those that came by a hand-over.
    fn copies(&self) -> BTreeSet<PathBuf> {
        let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
        let of_writer = |path: &PathBuf, file: &Watched| {
            let name = name(path)?;
            let writer = file.writer?;
            let is_first = name.ends_with(&format!(".{}.ron", tail(writer)));
            Some(is_handed_over(&name) || !is_first)
        };
        let copies = self.files.iter();
        copies
            .filter(|(path, file)| of_writer(path, file) == Some(true))
            .map(|(path, _)| path.clone())
            .collect()
    }

    fn standing(&self) -> Vec<TheirFile> {
        let copies = self.copies();
        let file = |(path, file): (&PathBuf, &Watched)| {
            let name = name_of(path);
            TheirFile {
                is_copy: copies.contains(path) && !is_handed_over(&name),
                writer: file.writer,
                person: file.person.clone(),
                notes: file.notes,
                trouble: file.trouble(),
                name,
            }
        };
        self.files.iter().map(file).collect()
    }
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// Whether a name in one of the folders is that of the plan, of records, or of a mark that stands for records.
fn names_something(name: &str) -> bool {
    name == PLAN || is_records_name(placeholder_of(name).unwrap_or(name))
}

/// The file that a mark stands for which a sync program put there in its place: `.name.icloud`.
fn placeholder_of(name: &str) -> Option<&str> {
    name.strip_prefix('.')?.strip_suffix(".icloud")
}

#[cfg(test)]
mod tests;
