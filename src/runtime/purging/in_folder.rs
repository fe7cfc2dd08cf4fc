//! What lies in a session's folder, and whose it is: by what is inside, never by the name alone.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use super::finding::{Session, names, no_file, place};
use crate::{
    app::purging::{Changed, Found, Place, Stays, Whose},
    domain::{
        ids::{PersonId, WriterId},
        kept::Kind,
        note::Label,
    },
    storage::{
        disk::{Disk, Stat, why},
        files::{
            header::{Format, Header},
            records_file,
        },
        record_names,
        session_folder::{IGNORE, IGNORED, PLAN, RECORDS, SessionFolder, is_records_name},
        write,
    },
};

/// Looks through a folder of the session.
pub(super) fn look(disk: &dyn Disk, session: &Session, folder: &Path, found: &mut Found) {
    if disk.stat(folder).is_err() {
        return;
    }
    let in_folder = InFolder {
        disk,
        session,
        folder: SessionFolder::at(folder),
    };
    let mut places = in_folder.records(found);
    let mut others = places.iter().filter(|place| is_others(place));
    let for_others = others.next().is_some();
    places.extend(in_folder.beside(for_others, found));
    // What was written there as a document is known already.
    places.retain(|place| found.at(&place.path).is_none());
    found.places.extend(places);
    let folders = [in_folder.folder.records_dir(), folder.to_path_buf()];
    found.folders.extend(folders);
}

/// Whether somebody else's notes are in it, or may be.
fn is_others(place: &Place) -> bool {
    matches!(
        place.whose,
        Whose::Theirs | Whose::Stays(Stays::Unreadable | Stays::Link)
    )
}

/// The person who writes as `writer`, by the records files of a session.
pub(super) fn person_of(disk: &dyn Disk, folders: &[PathBuf], writer: WriterId) -> Option<Label<PersonId>> {
    let files = folders.iter().flat_map(|folder| {
        let dir = SessionFolder::at(folder).records_dir();
        let names = disk.names(&dir).unwrap_or_default().into_iter();
        names.map(move |name| dir.join(name))
    });
    let mut heads = files.filter_map(|file| head(&disk.read(&file).ok()?));
    heads
        .find(|head| head.writer == Some(writer))
        .and_then(|head| head.person)
}

fn head(bytes: &[u8]) -> Option<Header> {
    // A file that is not all text still says in its first lines whose it is.
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(bytes.get(..error.valid_up_to())?).ok()?,
    };
    Some(Header::peek(text))
}

struct InFolder<'d> {
    disk: &'d dyn Disk,
    session: &'d Session,
    folder: SessionFolder,
}

impl InFolder<'_> {
    /// What is in the folder of records.
    fn records(&self, found: &mut Found) -> Vec<Place> {
        let dir = self.folder.records_dir();
        match self.disk.stat(&dir) {
            // Through a link one would remove what lies somewhere else.
            Ok(stat) if stat.is_symlink => {
                vec![self.place(dir, Kind::Records, Whose::Stays(Stays::Link), &stat)]
            }
            Ok(stat) if stat.is_dir => self.each(&dir, found, |name, path, stat| {
                Some(self.record(name, path, &stat))
            }),
            _none => Vec::new(),
        }
    }

    /// What is beside it: the plan, and what else somebody put there.
    fn beside(&self, for_others: bool, found: &mut Found) -> Vec<Place> {
        let dir = self.folder.path().to_path_buf();
        self.each(&dir, found, |name, path, stat| {
            if name == RECORDS {
                return None;
            }
            let plan = || self.whose_plan(&dir.join(PLAN), for_others);
            // Only who owns a plan, or has a copy of it, ever began to write it.
            let unfinished_plan = || self.whose_plan(&dir.join(PLAN), false);
            let (kind, whose) = match write::target_of_tmp(&OsString::from(name)) {
                Some(PLAN) => (Kind::Unfinished, unfinished_plan()),
                Some(IGNORED) => (Kind::Unfinished, Whose::Mine),
                _ if name == PLAN => (Kind::Plan, plan()),
                _ if name == IGNORED => (Kind::WordForSync, self.whose_word(&path, plan(), for_others)),
                _ => (Kind::Other, Whose::Stays(Stays::Foreign)),
            };
            Some(self.place(path, kind, no_file(&stat).unwrap_or(whose), &stat))
        })
    }

    fn each(
        &self,
        dir: &Path,
        found: &mut Found,
        place: impl Fn(&str, PathBuf, Stat) -> Option<Place>,
    ) -> Vec<Place> {
        let mut places = Vec::new();
        for name in names(self.disk, dir, found) {
            let path = dir.join(&name);
            match self.disk.stat(&path) {
                Ok(stat) => places.extend(place(&name.to_string_lossy(), path, stat)),
                Err(error) => found
                    .problems
                    .push(format!("{}: {}", path.display(), why(&error))),
            }
        }
        places
    }

    fn place(&self, path: PathBuf, kind: Kind, whose: Whose, stat: &Stat) -> Place {
        place(self.session.id, (path, kind), whose, stat)
    }

    fn record(&self, name: &str, path: PathBuf, stat: &Stat) -> Place {
        if let Some(stays) = no_file(stat) {
            return self.place(path, Kind::Records, stays, stat);
        }
        if let Some(target) = write::target_of_tmp(&OsString::from(name)) {
            let whose = self.whose_unfinished(target, &path);
            return self.place(path, Kind::Unfinished, whose, stat);
        }
        if !is_records_name(name) {
            return self.place(path, Kind::Other, Whose::Stays(Stays::Foreign), stat);
        }
        let Ok(bytes) = self.disk.read(&path) else {
            let whose = self.whose_unreadable(name);
            return self.place(path, Kind::Records, whose, stat);
        };
        let whose = self.whose_records(name, &bytes);
        let mut place = self.place(path, Kind::Records, whose, stat);
        let head = head(&bytes).unwrap_or_default();
        place.person = head.person.map(|person| person.words);
        if head.session == Some(self.session.id) {
            let read = records_file::read_records(&place.path, &bytes, self.session.id);
            place.notes = Some(read.records.notes.live().count());
        }
        place
    }

    fn is_mine(&self, writer: WriterId) -> bool {
        self.session.is_rehearsal || self.session.me.has_been(writer)
    }

    fn whose_records(&self, name: &str, bytes: &[u8]) -> Whose {
        let head = head(bytes).unwrap_or_default();
        if head.session.is_some_and(|session| session != self.session.id) {
            return Whose::Stays(Stays::OfAnotherReview);
        }
        if head
            .format
            .as_deref()
            .is_some_and(|format| format != Format::Records.name())
        {
            return Whose::Stays(Stays::Foreign);
        }
        let (Some(writer), Some(_), Some(_)) = (head.writer, head.session, head.format) else {
            return self.whose_unreadable(name);
        };
        match (self.is_mine(writer), record_names::is_name_for(name, writer)) {
            (true, true) => Whose::Mine,
            (true, false) => Whose::Changed(Changed::Renamed),
            (false, _) => Whose::Theirs,
        }
    }

    /// Of a file that does not say whose it is, its name may.
    fn whose_unreadable(&self, name: &str) -> Whose {
        if self.may_be_mine(name) {
            Whose::Changed(Changed::Unreadable)
        } else {
            Whose::Stays(Stays::Unreadable)
        }
    }

    fn may_be_mine(&self, name: &str) -> bool {
        let mut writers = self.session.me.all_writers();
        self.session.is_rehearsal || writers.any(|writer| record_names::may_be_of(name, writer))
    }

    /// What is left of a file that was being written: torn, it says whose it was only by its name.
    fn whose_unfinished(&self, target: &str, path: &Path) -> Whose {
        let bytes = self.disk.read(path).unwrap_or_default();
        let writer = head(&bytes).and_then(|head| head.writer);
        let mine = writer.map_or_else(|| self.may_be_mine(target), |writer| self.is_mine(writer));
        if mine { Whose::Mine } else { Whose::Theirs }
    }

    /// The plan is mine to remove where I made it, or where my copy of it was put when I joined; while others' notes are
    /// there it is theirs too.
    fn whose_plan(&self, path: &Path, for_others: bool) -> Whose {
        let bytes = self.disk.read(path).unwrap_or_default();
        let head = head(&bytes).unwrap_or_default();
        match (head.session, head.format.as_deref() == Some(Format::Plan.name())) {
            (Some(session), _) if session != self.session.id => return Whose::Stays(Stays::OfAnotherReview),
            (None, _) | (_, false) if !self.session.is_rehearsal => return Whose::Stays(Stays::Unreadable),
            _ => {}
        }
        let id = self.session.id;
        let mut copies = self
            .session
            .exported
            .iter()
            .filter(|known| Path::new(&known.path) == path);
        let mut is_copy = || copies.any(|known| known.is(id, &bytes));
        if !for_others && (self.session.owns_plan || is_copy()) {
            Whose::Mine
        } else {
            Whose::Theirs
        }
    }

    /// The word for sync programs goes with the plan, or after it, if it is still ours.
    fn whose_word(&self, path: &Path, plan: Whose, for_others: bool) -> Whose {
        let plan_is_gone = self.disk.stat(&self.folder.plan_path()).is_err();
        let ours = self.disk.read(path).is_ok_and(|bytes| bytes == IGNORE.as_bytes());
        match plan {
            Whose::Mine | Whose::Theirs if ours => plan,
            _ if ours && plan_is_gone && !for_others => Whose::Mine,
            _ => Whose::Stays(Stays::Foreign),
        }
    }
}
