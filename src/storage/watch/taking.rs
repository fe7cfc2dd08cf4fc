//! What becomes of one watched file: it is taken in, or something is wrong with it.

use std::path::Path;

use chrono::TimeDelta;

use super::{Watched, held::Held, name_of};
use crate::{
    domain::{
        arrival::{Ailment, Trouble},
        records::Records,
        stamp::Stamp,
    },
    storage::{
        disk::Disk,
        files::records_file::{ReadRecords, Standing},
        last_good::LastGood,
    },
};

/// A file that was whole a moment ago and is not now is most likely being written: what lasts so long is said.
const LASTS: TimeDelta = TimeDelta::seconds(5);

impl Watched {
    /// Takes in what was read of it; whether that is to be told.
    pub(super) fn take(&mut self, read: ReadRecords, now: Stamp, records: &mut Records) -> bool {
        let ReadRecords {
            standing,
            writer,
            person,
            records: found,
            fault,
        } = read;
        self.writer = writer.or(self.writer);
        self.person = person.or_else(|| self.person.take());
        let notes = found.notes.live().count();
        let has_records = !found.is_empty();
        if standing == Standing::Whole {
            self.held = Some(Held::of(&found));
        } else {
            self.held.get_or_insert_default().add(&found);
        }
        records.merge(found);
        if standing == Standing::Whole {
            self.notes = notes;
            self.good_at = Some(now);
            self.ails = None;
            self.is_said = false;
            self.is_missed = false;
            return true;
        }
        self.notes = self.notes.max(notes);
        if matches!(standing, Standing::Newer { .. }) {
            return self.ail(Ailment::Newer, now) || has_records;
        }
        let why = fault.map_or_else(String::new, |fault| fault.to_string());
        self.ail(Ailment::Unsound(why), now) || has_records
    }

    /// Something is wrong with it; whether that is to be told now.
    pub(super) fn ail(&mut self, what: Ailment, now: Stamp) -> bool {
        let is_same = self.ails.as_ref().is_some_and(|(known, _)| *known == what);
        if !matches!(what, Ailment::Unsound(_) | Ailment::Newer) {
            // When its bytes are there again they are read, whether they are the same or not.
            self.sum = None;
        }
        let since = self.ails.take().map_or(now, |(_, since)| since);
        self.ails = Some((what, since));
        self.ail_on(now) || (self.is_said && !is_same)
    }

    /// Remembers since when it is gone.
    pub(super) fn remember(&self, copies: Option<&LastGood>, disk: &dyn Disk, path: &Path) {
        if let (Some(copies), Some(writer), Some((_, since))) = (copies, self.writer, &self.ails) {
            // Without it the next start says so from its own moment on.
            let _does_without = copies.miss(disk, (writer, &name_of(path)), *since);
        }
    }

    /// It is as it was at the last look; whether what is wrong with it has now lasted so long that it is to be told.
    pub(super) fn ail_on(&mut self, now: Stamp) -> bool {
        let lasts = |since: Stamp| self.good_at.is_none() || now.since(since) >= LASTS;
        let is_news = !self.is_said && self.ails.as_ref().is_some_and(|(_, since)| lasts(*since));
        self.is_said |= is_news;
        is_news
    }

    pub(super) fn trouble(&self) -> Option<Trouble> {
        let (what, since) = self.ails.as_ref().filter(|_| self.is_said)?;
        Some(Trouble {
            what: what.clone(),
            since: *since,
            good_at: self.good_at,
        })
    }
}
