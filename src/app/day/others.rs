//! What comes in from colleagues: their notes appear, and nothing moves under whoever is typing.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;

use super::{Day, Reply};
use crate::{
    app::{
        lately::Lately,
        message::{At, Effect},
        notice::{AsideNotice, Notice, OwnFileNotice, TypedNotice},
    },
    domain::{
        arrival::{Ailment, Arrival, OwnLoss, TheirFile, Trouble},
        compared::{Side, Sides},
        course::Course,
        ids::RecordId,
        plan::Plan,
        records::{Entry, Records},
        stamp::Stamp,
    },
};

/// So many more notes of somebody are told of at once.
const SEVERAL: usize = 5;
/// So many minutes after notes of somebody were told of, any more are.
const SOME_TIME: i64 = 5;

/// The files of colleagues, as they stand, and when something came in last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Others {
    /// The files there are besides the one that is written here.
    pub files: Vec<TheirFile>,
    /// What is wrong with the plan's file at present.
    pub plan_trouble: Option<Trouble>,
    /// Whether the files were looked at since the session was opened.
    pub are_watched: bool,
    /// What was wrong with records files when the session was opened, in words.
    pub at_opening: Vec<String>,
    /// When notes came in last, by the name of a group or of a person without one.
    last_in: BTreeMap<String, Stamp>,
    /// The copies, and the files of one's own other laptops, that were told of.
    told: BTreeSet<String>,
    /// How many notes of whom were told of last, and when.
    told_in: BTreeMap<String, (usize, Stamp)>,
    /// What is said unasked.
    pub lately: Lately,
    /// The files of which nothing is to be said as long as they stand as they did then.
    aside: BTreeMap<String, (Ailment, usize)>,
}

impl Others {
    /// Nothing was looked at since the session was opened with these problems of records files, and these files for
    /// which copies stand in.
    pub(super) fn opened(at_opening: Vec<String>, stood_in: Vec<TheirFile>) -> Self {
        Self {
            at_opening,
            files: stood_in,
            ..Self::default()
        }
    }

    /// When notes of a group, or of a person without one, came in last.
    #[must_use]
    pub fn last_in(&self, name: &str) -> Option<Stamp> {
        self.last_in.get(name).copied()
    }

    /// Whether it is said that so many notes of somebody are in now: as the first ones come, and again when several more
    /// came or some time has passed.
    fn is_worth_telling(&mut self, name: &str, count: usize, now: Stamp) -> bool {
        let known = self.told_in.get(name);
        let is_worth = known.is_none_or(|(told, at)| {
            count >= told + SEVERAL || now.since(*at) >= TimeDelta::minutes(SOME_TIME)
        });
        if is_worth {
            self.told_in.insert(name.to_owned(), (count, now));
        }
        is_worth
    }

    /// Whether nothing is to be said of a file, since it stands as it did when that was asked for.
    #[must_use]
    pub fn is_aside(&self, file: &TheirFile) -> bool {
        let stands = file.trouble.as_ref().map(|trouble| (&trouble.what, file.notes));
        let known = self.aside.get(&file.name).map(|(what, notes)| (what, *notes));
        stands.is_some() && stands == known
    }

    /// Puts aside what is said of files now, or brings back what was put aside before; how many files it is.
    pub(super) fn put_aside(&mut self) -> AsideNotice {
        let told: Vec<&TheirFile> = self.in_trouble().filter(|file| !self.is_aside(file)).collect();
        let now = told.iter().filter_map(|file| {
            let trouble = file.trouble.as_ref()?;
            Some((file.name.clone(), (trouble.what.clone(), file.notes)))
        });
        let now: Vec<_> = now.collect();
        if now.is_empty() {
            return match std::mem::take(&mut self.aside).len() {
                0 => AsideNotice::Nothing,
                back => AsideNotice::Back(back),
            };
        }
        let count = now.len();
        self.aside.extend(now);
        AsideNotice::Put(count)
    }

    /// The files with which something is wrong.
    pub fn in_trouble(&self) -> impl Iterator<Item = &TheirFile> {
        self.files.iter().filter(|file| file.trouble.is_some())
    }
}

impl Day {
    /// Takes in what others recorded; how many records were not known before, and what they changed of the day.
    pub(super) fn join(&mut self, at: At, records: Records, reply: &mut Reply) -> (usize, Option<Notice>) {
        let (before, known) = (self.records.len(), self.records.changes.clone());
        let own = self.board.mine.iter().filter(|mine| !mine.private);
        let own: Vec<RecordId> = own.map(|mine| mine.note).collect();
        let typed_before = self.typed_for_me().len();
        let struck_before = self.struck_by_others();
        self.records.merge(records);
        let joined = self.records.len() - before;
        self.me.next_seq = self.me.next_seq.max(self.records.next_seq(self.me.writer));
        let day_changed = self.hear(&known, at, reply);
        let (back, shows_gone) = (self.board.back, self.board.shows_gone);
        self.refresh_board();
        if shows_gone {
            self.show_gone();
        }
        self.board.back = back;
        let typed = self.typed_for_me().len();
        if typed > typed_before {
            reply.say(Notice::Typed(TypedNotice::ForMe(typed)));
        }
        self.tell_of_struck(&own, reply);
        self.tell_of_standing_again(&struck_before, reply);
        (joined, day_changed)
    }

    /// Takes in what came into the session's folder. Who looks at earlier notes goes on looking at them.
    pub(super) fn arrived(&mut self, at: At, arrival: Arrival, reply: &mut Reply) {
        let Arrival {
            session,
            records,
            files,
            plan,
            plan_trouble,
            own_lost,
            plan_copies,
        } = arrival;
        if session != self.plan.session {
            return;
        }
        self.others.plan_trouble = plan_trouble;
        for (writer, person) in files
            .iter()
            .filter_map(|file| Some((file.writer?, file.person.as_ref()?)))
        {
            self.heard.learn(writer, &person.words);
        }
        let before = self.notes_of_others();
        let own = self.own_of(&records);
        let mut day_changed = None;
        if !self.records.knows(&records) {
            (_, day_changed) = self.join(at, records, reply);
        }
        self.save_again(own, reply);
        self.write_back(own_lost, reply);
        let after = self.notes_of_others();
        for (name, count) in after
            .iter()
            .filter(|(name, count)| before.get(*name).is_none_or(|before| before < *count))
        {
            self.others.last_in.insert(name.clone(), at.now);
            if self.others.is_worth_telling(name, *count, at.now) {
                reply.say_too(Notice::NotesIn(name.clone(), *count));
            }
        }
        self.tell_of_strays(&files, reply);
        self.tell_of_copies(&files, reply);
        self.tell_of_other_laptops(at.now, &files, reply);
        self.tell_of_plan_copies(plan_copies, reply);
        if let Some(changed) = day_changed {
            reply.say(changed);
        }
        self.others.files = files;
        self.others.are_watched = true;
        if let Some(plan) = plan {
            self.take_later_plan(at, *plan);
            reply.say(Notice::PlanArrived);
        }
    }

    /// How many notes there are of this group, or of this person without one, that other writers wrote.
    pub(in crate::app) fn notes_in_of(&self, name: &str) -> Option<usize> {
        self.notes_of_others().remove(name)
    }

    /// How many notes there are of each group, and of each person without one, that other writers wrote.
    fn notes_of_others(&self) -> BTreeMap<String, usize> {
        let sides = Sides::of(&self.plan, &self.records);
        let mut counts = BTreeMap::new();
        let theirs = self.records.live_notes();
        for note in theirs.filter(|note| note.writer != self.me.writer) {
            let whose = match sides.side_of(&note.body) {
                (Side::Group(_), name) => name,
                (Side::Person(_) | Side::NoGroup, _) => note.body.by.words.clone(),
            };
            *counts.entry(whose).or_default() += 1;
        }
        counts
    }

    /// What this writer recorded of `records` and is not known here: a copy of the own file held it.
    fn own_of(&self, records: &Records) -> Vec<Entry> {
        let own = records.by_writer(self.me.writer).entries();
        own.into_iter()
            .filter(|entry| self.records.rev_by(entry).is_none_or(|known| known < entry.rev()))
            .collect()
    }

    /// Saves what was only in a copy, so that nothing is lost with the copy.
    fn save_again(&mut self, entries: Vec<Entry>, reply: &mut Reply) {
        if entries.is_empty() || self.read_only.is_some() {
            return;
        }
        let serial = self.saving.begin(Vec::new());
        reply.effects.push(Effect::Save {
            serial,
            entries,
            private: Vec::new(),
        });
    }

    /// Writes back what another program took away from the file that is written here. Of one that is broken the save
    /// tells, since nothing may be written over it.
    fn write_back(&mut self, lost: Option<OwnLoss>, reply: &mut Reply) {
        let Some(lost) = lost.filter(|_| self.read_only.is_none()) else {
            return;
        };
        let own = self.records.by_writer(self.me.writer);
        let notes = own.notes.live().count();
        self.save_again(own.entries(), reply);
        match lost {
            OwnLoss::Gone => reply.say(Notice::OwnFile(OwnFileNotice::WasGone(notes))),
            OwnLoss::Older(fewer) => reply.say(Notice::OwnFile(OwnFileNotice::WasOlder(fewer))),
            OwnLoss::Broken => {}
        }
    }

    /// What was missing in one's own file when the session was opened, and is known from the copy that is kept here, is
    /// written back.
    pub(super) fn bring_back_own(&mut self, lost: Vec<Entry>, reply: &mut Reply) {
        if lost.is_empty() || self.read_only.is_some() {
            return;
        }
        let notes = lost
            .iter()
            .filter(|entry| matches!(entry, Entry::Note(note) if !note.deleted));
        let notes = notes.count();
        self.save_again(lost, reply);
        reply.say(Notice::OwnFile(OwnFileNotice::IsBack(notes)));
    }

    /// Tells once of each file that is nobody's notes.
    fn tell_of_strays(&mut self, files: &[TheirFile], reply: &mut Reply) {
        for stray in files.iter().filter(|file| file.is_none_of_ours()) {
            if self.others.told.insert(stray.name.clone()) {
                reply.say(Notice::NoneOfOurs(stray.name.clone()));
            }
        }
    }

    /// Tells once of each second file like the plan: two of them may say different things of the day.
    fn tell_of_plan_copies(&mut self, names: Vec<String>, reply: &mut Reply) {
        for name in names {
            if self.others.told.insert(name.clone()) {
                reply.say(Notice::PlanCopy(name));
            }
        }
    }

    /// Whose file a broken copy was made of, by the name that it has from the first one.
    #[must_use]
    pub fn whose_copy(&self, name: &str) -> Option<&str> {
        let stem = |name: &str| {
            let mut parts = name.split('.');
            let (person, tail) = (parts.next()?, parts.next()?);
            Some((person.to_owned(), tail.get(..4)?.to_owned()))
        };
        let sought = stem(name)?;
        if name == format!("{}.{}.ron", sought.0, sought.1) {
            // It is the first one itself.
            return None;
        }
        let own_tail: String = self.me.writer.0.simple().to_string().chars().skip(28).collect();
        if sought.1 == own_tail {
            return Some(&self.me.name);
        }
        let mut firsts = self.others.files.iter().filter(|file| file.name != name);
        let first = firsts.find(|file| file.person.is_some() && stem(&file.name).as_ref() == Some(&sought));
        first.and_then(|file| Some(file.person.as_ref()?.words.as_str()))
    }

    /// Tells once of each second file of a writer.
    fn tell_of_copies(&mut self, files: &[TheirFile], reply: &mut Reply) {
        for copy in files.iter().filter(|file| file.is_copy) {
            if self.others.told.insert(copy.name.clone()) {
                let whose = copy.person.as_ref().map_or(&copy.name, |person| &person.words);
                reply.say(Notice::CopyJoined(whose.clone()));
            }
        }
    }

    /// Tells once that the person at this laptop also writes on another one: if anything was recorded there today, or if
    /// this one is new to them and has nothing of theirs yet.
    fn tell_of_other_laptops(&mut self, now: Stamp, files: &[TheirFile], reply: &mut Reply) {
        // A rehearsal stays on this computer: who else wrote in it did so here, or in what it is a copy of.
        if self.plan.is_rehearsal() {
            return;
        }
        let me = &self.me;
        let of_mine = files.iter().filter(|file| {
            let person = file.person.as_ref().map(|person| &person.id);
            let is_elsewhere = |writer| writer != me.writer && !me.formerly.contains(&writer);
            !file.is_copy && person == Some(&me.person) && file.writer.is_some_and(is_elsewhere)
        });
        let is_new_here = self.records.count_by(me.writer) == 0;
        let in_use = |file: &&TheirFile| {
            let today = |writer| self.records.were_edited_on(now.date(), writer);
            is_new_here || file.writer.is_some_and(today)
        };
        let in_use: Vec<String> = of_mine.filter(in_use).map(|file| file.name.clone()).collect();
        for name in in_use {
            if self.others.told.insert(name) {
                reply.say(Notice::WritesElsewhere(self.me.name.clone()));
            }
        }
    }

    /// Goes by a later edition of the plan from now on; nobody is moved by it.
    fn take_later_plan(&mut self, at: At, plan: Plan) {
        let place = self.stop().map(|stop| stop.place.clone());
        let late = self.position.map_or(0, |position| position.late);
        self.plan = plan;
        self.plan_problem = None;
        self.follow_changed_plan(at.now);
        let moved = self.stop().map(|stop| stop.place.clone()) != place;
        if let Some(place) = place.filter(|_| moved) {
            self.course = Course::staying(&self.route, &place, late, at.now);
            self.position = self.course.position(&self.route, at.now);
            self.refresh_board();
        }
    }
}
