//! The file that is written here, which others may change too: a command of the same person, and a sync program, which may
//! take it away or put an older edition in its place. What was in it is then written back by who knows it.

use std::{io::ErrorKind, path::Path};

use chrono::TimeDelta;

use super::{Seen, Watch, held::Held, name_of};
use crate::{
    domain::{
        arrival::{Ailment, OwnLoss},
        records::Records,
        stamp::Stamp,
    },
    storage::{
        disk::{Disk, FileTime},
        files::records_file::{self, ReadRecords, Standing},
        session_folder::PLAN,
    },
};

/// Sync programs take a file away for a moment to put another in its place, and where a whole session is removed its plan
/// goes a moment later.
const IS_GONE: TimeDelta = TimeDelta::seconds(1);
/// What can't be read for so long is not being written.
const IS_BROKEN: TimeDelta = TimeDelta::seconds(5);

impl Watch {
    /// Reads the file that is written here if it changed. Whether there is anything to tell of it.
    pub(super) fn look_at_own(
        &mut self,
        disk: &dyn Disk,
        (now, machine): (Stamp, FileTime),
        records: &mut Records,
    ) -> bool {
        let Some(path) = self.own.clone() else {
            return false;
        };
        let stat = match disk.stat(&path) {
            Ok(stat) => stat,
            Err(error) if error.kind() == ErrorKind::NotFound => return self.own_is_missing(disk, now),
            Err(_unsaid) => return false,
        };
        if self.mine.seen.is_some_and(|seen| seen.is_still(stat)) {
            return self.own_is_broken(now);
        }
        let Ok(bytes) = disk.read(&path) else { return false };
        self.mine.seen = Some(Seen::of(stat, machine));
        let is_same = self.mine.sum.replace(crc32fast::hash(&bytes)) == self.mine.sum;
        if is_same && self.mine.held.is_some() {
            return self.own_is_broken(now);
        }
        let read = records_file::read_records(&path, &bytes, self.session);
        if read.standing != Standing::Whole {
            self.mine
                .ails
                .get_or_insert((Ailment::Unsound(String::new()), now));
            return self.own_is_broken(now);
        }
        self.mine.ails = None;
        self.mine.is_said = false;
        self.keep_own(disk, (&path, &bytes, &read), now);
        self.own_is_whole(&read);
        if !is_same {
            records.merge(read.records);
        }
        !is_same
    }

    /// Knows what is in it; what was in it before and is not now was lost by a program that knows nothing of notes.
    fn own_is_whole(&mut self, read: &ReadRecords) {
        let notes = read.records.notes.live().count();
        let found = Held::of(&read.records);
        if let Some(before) = &self.mine.held
            && !before.is_in(&[&found])
        {
            self.own_lost = Some(OwnLoss::Older(self.mine.notes.saturating_sub(notes)));
        }
        self.mine.notes = self.mine.notes.max(notes);
        self.mine.held.get_or_insert_default().add(&read.records);
    }

    fn keep_own(&self, disk: &dyn Disk, (path, bytes, read): (&Path, &[u8], &ReadRecords), now: Stamp) {
        if let (Some(copies), Some(writer)) = (&self.last_good, read.writer) {
            // Without a copy the session goes on as well; the next change is another try.
            let _does_without = copies.keep(disk, (writer, &name_of(path)), bytes, now);
        }
    }

    /// It is not there: so it is before the first note. Where the plan is gone as well the session was removed or moved,
    /// and nothing must rise again in its place.
    fn own_is_missing(&mut self, disk: &dyn Disk, now: Stamp) -> bool {
        self.mine.seen = None;
        let was_there = self.mine.held.is_some() || self.mine.sum.is_some();
        if !was_there || disk.stat(&self.folder.path().join(PLAN)).is_err() {
            self.mine.ails = None;
            return false;
        }
        let since = match &self.mine.ails {
            Some((Ailment::Gone, since)) => *since,
            _ => now,
        };
        self.mine.ails = Some((Ailment::Gone, since));
        self.own_lasts(now, since, IS_GONE, OwnLoss::Gone)
    }

    /// It is as it was at the last look: whether it is broken, and that is to be told now.
    fn own_is_broken(&mut self, now: Stamp) -> bool {
        match self.mine.ails {
            Some((Ailment::Unsound(_), since)) => self.own_lasts(now, since, IS_BROKEN, OwnLoss::Broken),
            _ => false,
        }
    }

    fn own_lasts(&mut self, now: Stamp, since: Stamp, long: TimeDelta, what: OwnLoss) -> bool {
        if self.mine.is_said || now.since(since) < long {
            return false;
        }
        self.mine.is_said = true;
        self.own_lost = Some(what);
        true
    }
}
