//! A session's folder: one plan, one records file a writer.

mod loaded;

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;

use crate::{
    domain::{
        ids::{PersonId, SessionId, WriterId},
        makeshift,
        note::Label,
        plan::{OnlyRead, Person, Plan},
        record::Shelf,
    },
    storage::{
        disk::{Disk, cure, why},
        files::{
            header::{self, Format, Header},
            plan_file, plan_people, records_file,
        },
        ron_text::{Fault, FileFault},
        write::{self, Seen},
    },
};

pub use crate::domain::slugs::slug;
pub use loaded::{LoadedFile, LoadedRecords};

/// The name of the plan in its folder.
pub const PLAN: &str = "plan.ron";
/// The name of the folder of records files.
pub const RECORDS: &str = "records";

/// What Syncthing leaves out, by its documentation (docs.syncthing.net/users/ignoring): read where the session's folder
/// is the one that is shared. Other sync programs leave out names that begin with a dot, or have no such file.
pub const IGNORED: &str = ".stignore";
/// What that file says.
pub const IGNORE: &str = "// Files that are still being written: only knownow needs them.\n(?d).*.tmp\n";

/// What is said when the plan is of a newer version of the program.
const NEWER_PLAN: &str =
    "plan.ron was written by a newer knownow: read only here; install that one to change the plan";

/// How many fields that are not known are named where little room is.
const FEW: usize = 2;

/// What is said when fields stand in the plan that are not known, in lines that fit a small screen.
fn mistyped_plan(fault: &FileFault) -> String {
    let name = |fault: &Fault| {
        let line = fault.place.map_or(0, |place| place.line);
        format!("{PLAN}, line {line}: {} (mistyped?)\n", fault.what)
    };
    let named: String = fault.faults().iter().take(FEW).map(name).collect();
    let correct = match fault.faults().len() {
        0..=FEW => "correct the name, or take it out with what stands behind it".to_string(),
        all => format!(
            "correct these and {} more, or take each out with its value",
            all - FEW
        ),
    };
    format!(
        "{named}What to do: {correct},\nand open the session again. Until then the plan is only read here."
    )
}

/// Why a session can't be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenFault {
    /// A file could not be read at all.
    #[error("{} can't be read: {}", path.display(), why(error))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the file system said.
        error: std::io::Error,
    },
    /// The plan is there and is not sound.
    #[error(transparent)]
    Plan(#[from] Box<FileFault>),
}

impl OpenFault {
    /// What one can do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Unreadable { error, .. } if error.kind() == std::io::ErrorKind::NotFound => {
                "check the path; a session is a folder with a plan.ron in it (`knownow` lists those it knows)"
            }
            Self::Unreadable { .. } => "check that you may read it and that the drive or share is there",
            Self::Plan(_) => "mend the line named above in a text editor, or ask for the plan again",
        }
    }

    /// What is wrong, where, and what to do, for somebody who has something else in hand.
    #[must_use]
    pub fn in_a_sentence(&self) -> String {
        match self {
            Self::Plan(fault) => fault.in_a_sentence(),
            Self::Unreadable { .. } => format!("{self}: {}", self.hint()),
        }
    }
}

/// A session's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionFolder {
    path: PathBuf,
}

/// A plan, and what is wrong with the one that should have been there.
#[derive(Debug, Clone)]
pub struct FoundPlan {
    /// The plan to go by.
    pub plan: Plan,
    /// Why it is not the agreed one, in words for the screen.
    pub problem: Option<String>,
    /// Why it is only read here, if so.
    pub only_read: Option<OnlyRead>,
}

impl SessionFolder {
    /// The session in the folder `path`.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The folder's name.
    #[must_use]
    pub fn name(&self) -> String {
        self.path
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    }

    /// The plan's file.
    #[must_use]
    pub fn plan_path(&self) -> PathBuf {
        self.path.join(PLAN)
    }

    /// The folder of records files.
    #[must_use]
    pub fn records_dir(&self) -> PathBuf {
        self.path.join(RECORDS)
    }

    /// The records file of `person`, who writes as `writer`.
    #[must_use]
    pub fn records_path(&self, person: &Person, writer: WriterId) -> PathBuf {
        self.records_dir()
            .join(format!("{}.{}.ron", slug(&person.name), tail(writer)))
    }

    /// Leaves word for sync programs that files which are still being written are none of theirs. Nothing is lost
    /// without it, and what stands there already stays.
    pub fn leave_word_for_sync(&self, disk: &dyn Disk) {
        let _does_without = write::replace(disk, &self.path.join(IGNORED), IGNORE.as_bytes(), &Seen::Absent);
    }

    /// The plan.
    ///
    /// # Errors
    /// If its file can't be read, or is not sound.
    pub fn plan(&self, disk: &dyn Disk) -> Result<Plan, OpenFault> {
        read_plan(disk, &self.plan_path())
    }

    /// The plan, or, where it is lost or broken and there are records that tell which session this is, one made of
    /// them. `today` is the day of such a session without notes.
    ///
    /// # Errors
    /// If the plan can't be read and there are no records either.
    pub fn find_plan(&self, disk: &dyn Disk, today: NaiveDate) -> Result<FoundPlan, OpenFault> {
        let fault = match read_and_compare(disk, &self.plan_path()) {
            Ok((plan, unknown)) => {
                let newer = self.plan_is_newer(disk);
                let newer = newer.then(|| (NEWER_PLAN.to_string(), OnlyRead::Newer));
                let unknown = unknown.map(|fault| (mistyped_plan(&fault), OnlyRead::UnknownFields));
                let (problem, only_read) = newer.or(unknown).unzip();
                return Ok(FoundPlan {
                    plan,
                    problem,
                    only_read,
                });
            }
            Err(fault) => fault,
        };
        let Some(session) = self.session_of_records(disk) else {
            return Err(fault);
        };
        let plan = self.makeshift(disk, session, Vec::new(), today);
        let problem = format!(
            "The plan can't be used; the notes show where they belong. {fault}\n{}",
            fault.hint()
        );
        Ok(FoundPlan {
            plan,
            problem: Some(problem),
            only_read: None,
        })
    }

    /// The plan to keep a note by, which must not be lost whatever the plan is like. Where there are no records either,
    /// it is the session that the plan still names, or the one that this machine `remembers`, without any rows.
    ///
    /// # Errors
    /// If nothing tells which session this is.
    pub fn plan_for_a_note(
        &self,
        disk: &dyn Disk,
        today: NaiveDate,
        remembers: impl FnOnce() -> Option<SessionId>,
    ) -> Result<FoundPlan, OpenFault> {
        let fault = match self.plan(disk) {
            Ok(_sound) => return self.find_plan(disk, today),
            Err(fault) => fault,
        };
        let bytes = disk.read(&self.plan_path()).unwrap_or_default();
        let named = || Header::peek(std::str::from_utf8(&bytes).ok()?).session;
        let recorded = self.session_of_records(disk);
        let Some(session) = recorded.or_else(named).or_else(remembers) else {
            return Err(fault);
        };
        let mut plan = self.makeshift(disk, session, plan_people::of_broken_plan(&bytes), today);
        if recorded.is_none() {
            // The row that lasts all day is for looking at; a note that was put there would seem to have been placed.
            plan.days.clear();
        }
        Ok(FoundPlan {
            plan,
            problem: Some(fault.in_a_sentence()),
            only_read: None,
        })
    }

    /// A plan made of the records, with the people whose files there are and `more`.
    fn makeshift(
        &self,
        disk: &dyn Disk,
        session: SessionId,
        more: Vec<Label<PersonId>>,
        today: NaiveDate,
    ) -> Plan {
        let loaded = self.records(disk, session);
        let known = loaded.files.iter().filter_map(|file| file.person.clone());
        let people: Vec<_> = known.chain(more).collect();
        makeshift::plan(session, &self.name(), &loaded.records, &people, today)
    }

    fn plan_is_newer(&self, disk: &dyn Disk) -> bool {
        let path = self.plan_path();
        disk.read(&path)
            .is_ok_and(|bytes| header::newer(&path, &bytes, Format::Plan).is_some())
    }

    /// The session that the records files say they are of.
    fn session_of_records(&self, disk: &dyn Disk) -> Option<SessionId> {
        let mut names = disk.names(&self.records_dir()).ok()?;
        names.sort();
        let mut bytes = names
            .iter()
            .filter_map(|name| disk.read(&self.records_dir().join(name)).ok());
        bytes.find_map(|bytes| Header::peek(std::str::from_utf8(&bytes).ok()?).session)
    }

    /// Everything recorded. Files that can't be read whole are named with what is wrong; what can be read of them is
    /// there all the same.
    #[must_use]
    pub fn records(&self, disk: &dyn Disk, session: SessionId) -> LoadedRecords {
        let mut loaded = LoadedRecords::default();
        let mut names = match disk.names(&self.records_dir()) {
            Ok(names) => names,
            Err(error) if error.kind() == ErrorKind::NotFound => return loaded,
            Err(error) => {
                loaded.unreadable(self.records_dir(), &error);
                return loaded;
            }
        };
        // The order makes no difference to what is known, only to the order of complaints.
        names.sort();
        for name in names {
            let path = self.records_dir().join(&name);
            if is_records_name(&name.to_string_lossy()) {
                loaded.take(disk, path, session);
            }
        }
        loaded
    }
}

/// The end of a writer's id, by which the names of files are told apart.
pub(super) fn tail(writer: WriterId) -> String {
    let id = writer.0.simple().to_string();
    id.chars().skip(id.len() - 4).collect()
}

/// What programs put behind the name of a file that is not all there yet.
const UNFINISHED: [&str; 4] = [".tmp", ".part", ".partial", ".crdownload"];

/// Whether a file of this name in the records folder holds records: not one that is hidden, as files that are still
/// being written are. Sync programs put their sign of a second copy before the ending, or behind it.
#[must_use]
pub fn is_records_name(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let Some((stem, behind)) = lower.rsplit_once(".ron") else {
        return false;
    };
    let is_sign = |first: char| !first.is_ascii_alphanumeric();
    let is_whole = behind.chars().next().is_none_or(is_sign)
        && !UNFINISHED.iter().any(|ending| behind.ends_with(ending));
    is_whole && !stem.is_empty() && !name.starts_with('.')
}

/// The plan in the file `path`.
///
/// # Errors
/// If the file can't be read, or is not sound.
pub fn read_plan(disk: &dyn Disk, path: &Path) -> Result<Plan, OpenFault> {
    read_and_compare(disk, path).map(|(plan, _unknown)| plan)
}

/// The plan in the file `path`, and the fields of the file that are not known, if any.
///
/// # Errors
/// As [`read_plan`].
pub fn read_and_compare(disk: &dyn Disk, path: &Path) -> Result<(Plan, Option<FileFault>), OpenFault> {
    let bytes = disk.read(path).map_err(|error| OpenFault::Unreadable {
        path: path.to_path_buf(),
        error,
    })?;
    Ok(plan_file::read_and_compare(path, &bytes).map_err(Box::new)?)
}

/// The private notes of this machine's people in a session, and what is wrong with their file.
#[must_use]
pub fn private_notes(
    disk: &dyn Disk,
    path: &Path,
    session: SessionId,
) -> (Shelf<crate::domain::note::Note>, Option<String>) {
    let bytes = match disk.read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return (Shelf::default(), None),
        Err(error) => {
            let (why, cure) = (why(&error), cure(&error));
            let problem = format!("{} can't be read: {why}\n  what to do: {cure}", path.display());
            return (Shelf::default(), Some(problem));
        }
    };
    let read = records_file::read_private_notes(path, &bytes, session);
    (read.records.notes, read.fault.map(|fault| fault.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::records::Records,
        storage::{catalogue, disk::RealDisk, files::records_file},
    };

    #[test]
    fn every_note_has_its_place_in_the_plan_made_of_the_notes() {
        let example = &catalogue::examples()[1];
        let real = plan_file::read_plan(Path::new("plan.ron"), example.plan.as_bytes()).unwrap();
        let mut records = Records::default();
        for (name, text) in example.records {
            records.merge(records_file::read_records(Path::new(name), text.as_bytes(), real.session).records);
        }
        let made = makeshift::plan(real.session, "somewhere", &records, &[], NaiveDate::MIN);
        assert!(records.notes.len() > 80);
        for note in records.notes.all() {
            let place = &note.body.place;
            let (_, slot) = made.slot(&place.slot.id).unwrap();
            assert_eq!(slot.activity.title, place.activity.words);
            let visit = place
                .visit
                .as_ref()
                .map(|visit| slot.visit(&visit.id).unwrap().class.clone());
            assert_eq!(visit, place.visit.as_ref().map(|visit| visit.words.clone()));
            let known = |id| slot.activity.prompts.iter().any(|known| known.id == id);
            assert!(place.prompt.iter().all(|prompt| known(prompt.id.clone())));
            assert!(made.person(&note.body.by.id).is_some());
        }
        assert_eq!(made.groups.len(), 2);
        let starts: Vec<_> = made.days[0].slots.iter().map(|slot| slot.starts).collect();
        assert!(starts.is_sorted(), "{starts:?}");
    }

    #[test]
    fn a_plan_of_a_newer_version_is_said_to_be_read_only_with_the_cure() {
        let plan = catalogue::examples()[0].plan;
        let newer = plan.replacen("version: 2,", "version: 9,", 1);
        for (text, problem) in [(plan, None), (newer.as_str(), Some(NEWER_PLAN))] {
            let dir = tempfile::tempdir().unwrap();
            let session = SessionFolder::at(dir.path());
            let mut file = RealDisk.create_new(&session.plan_path()).unwrap();
            file.write_all(text.as_bytes()).unwrap();
            let found = session.find_plan(&RealDisk, NaiveDate::MIN).unwrap();
            assert_eq!(found.problem.as_deref(), problem);
            assert_eq!(found.only_read.is_some(), problem.is_some());
        }
    }

    #[test]
    fn a_mistyped_field_of_the_plan_is_told_with_its_line_and_what_to_do() {
        let plan = catalogue::examples()[0].plan;
        let mistyped = plan.replacen("zone: ", "lengt: 20,\n    zone: ", 1);
        let line = mistyped.lines().position(|line| line.contains("lengt")).unwrap() + 1;
        let dir = tempfile::tempdir().unwrap();
        let session = SessionFolder::at(dir.path());
        let mut file = RealDisk.create_new(&session.plan_path()).unwrap();
        file.write_all(mistyped.as_bytes()).unwrap();

        let found = session.find_plan(&RealDisk, NaiveDate::MIN).unwrap();

        assert_eq!(found.plan.days.len(), 1, "the rest of it is used");
        let problem = found.problem.expect("it is told");
        assert_eq!(found.only_read, Some(OnlyRead::UnknownFields));
        for word in ["plan.ron", &format!("line {line}:"), "`lengt`", "What to do"] {
            assert!(problem.contains(word), "{word}: {problem}");
        }
    }

    #[test]
    fn a_copy_is_records_wherever_a_sync_program_put_its_sign() {
        for name in [
            "b.7f3a.ron",
            "b.7f3a (1).ron",
            "b.7f3a.ron (1)",
            "b.7f3a.RON.conflict1",
            "b.7f3a.ron~",
        ] {
            assert!(is_records_name(name), "{name}");
        }
        for name in [
            ".b.7f3a.ron",
            ".ron",
            "b.rontgen",
            "b.7f3a.ron.tmp",
            "b.7f3a.ron.part",
            "b.txt",
        ] {
            assert!(!is_records_name(name), "{name}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_not_called_empty() {
        let dir = tempfile::tempdir().unwrap();
        let session = SessionFolder::at(dir.path());
        let id = SessionId(uuid::Uuid::nil());
        let private = dir.path().join("private.ron");
        assert_eq!(session.records(&RealDisk, id).problems(), [""; 0]);
        assert_eq!(private_notes(&RealDisk, &private, id).1, None);

        std::fs::File::create_new(session.records_dir()).unwrap();
        std::fs::create_dir(&private).unwrap();
        assert_eq!(session.records(&RealDisk, id).problems().len(), 1);
        assert!(private_notes(&RealDisk, &private, id).1.is_some());
    }
}
