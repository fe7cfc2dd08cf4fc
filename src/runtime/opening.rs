//! Opening a session: the plan, who is there, everybody's records, and what was left half-typed.

pub use identity::{Identity, identity};

mod identity;
mod starting_time;

use std::path::PathBuf;

use super::{
    clock,
    draft_keeper::{DraftKeeper, Told},
    event_loop::Event,
    planning,
    recorded::{self, OwnCopy},
    saver::{self, Files, Saver},
    watching::{Held, Watching},
    world::{Running, World},
};
use crate::{
    app::message::{Message, Opened, ReadOnly},
    domain::{
        arrival::TheirFile,
        clock_offset::ClockOffsets,
        draft::Draft,
        ids::{PersonId, SessionId, WriterId},
        note::Label,
        plan::{Person, Plan},
        records::Entry,
        stamp::Stamp,
        today::Today,
    },
    storage::{
        clock_offsets,
        disk::why,
        journal::Journal,
        local_state::{LocalState, machine_name},
        lock::{Holder, ScreenLock, Taken, WriteLock},
        own_file::{Kept, OwnFile, Owner},
        own_plan::OwnPlan,
        session_folder::{self, FoundPlan, LoadedRecords, OpenFault, SessionFolder},
        watch::Watch,
    },
};

/// Why a session did not come onto the screen.
#[derive(Debug, thiserror::Error)]
pub enum OpeningFault {
    /// Its files.
    #[error("{fault}\n{}", fault.hint())]
    Files {
        /// What is wrong.
        #[from]
        fault: OpenFault,
    },
    /// The machine's own folders.
    #[error("{what} could not be used: {}", why(error))]
    Machine {
        /// What was needed.
        what: &'static str,
        /// What the system said.
        error: std::io::Error,
    },
    /// The plan names nobody, and notes are always somebody's.
    #[error("the plan names nobody: add the people who take part, then open it again")]
    NobodyOnPlan,
    /// Nobody on the plan is called that.
    #[error("nobody on the plan is \"{name}\"; its people are: {people}")]
    NobodyCalled {
        /// The name that was given.
        name: String,
        /// The names there are.
        people: String,
    },
}

fn machine(what: &'static str) -> impl FnOnce(std::io::Error) -> OpeningFault {
    move |error| OpeningFault::Machine { what, error }
}

impl World {
    /// Opens the session in `folder` for `person`, or for who was there last; asks if nobody was, and keeps `at` until
    /// that is answered. The clock of a rehearsal starts at `at`, or where the rehearsal was left.
    ///
    /// # Errors
    /// If it can't be opened; what was on the screen before is closed all the same.
    pub fn open(
        &mut self,
        folder: PathBuf,
        person: Option<PersonId>,
        at: Option<Stamp>,
    ) -> Result<Message, OpeningFault> {
        let waited = self.waiting.take().filter(|(waiting, _)| *waiting == folder);
        let at = at.or(waited.map(|(_, at)| at));
        let session = SessionFolder::at(folder);
        let found = session.find_plan(&*self.disk, self.now().date())?;
        self.open_planned(&session, found, person, at)
    }

    /// The same where the plan is known already.
    ///
    /// # Errors
    /// As [`World::open`].
    pub fn open_planned(
        &mut self,
        session: &SessionFolder,
        found: FoundPlan,
        person: Option<PersonId>,
        at: Option<Stamp>,
    ) -> Result<Message, OpeningFault> {
        let FoundPlan {
            plan,
            problem,
            only_read,
        } = found;
        let owns_plan = planning::owns(&self.home, &*self.disk, &plan);
        let Some(person) = self.who_opens(session, &plan, person) else {
            return self.ask_who(session, &plan, at);
        };
        self.close();
        let loaded = recorded::load((&self.home, &*self.disk), session, plan.session, self.now());
        let is_whole = problem.is_none();
        let mut problems = Vec::new();
        let identity = self.identify(session, &plan, &loaded, person, &mut problems);
        let (private, fault) =
            session_folder::private_notes(&*self.disk, &self.home.private_notes(plan.session), plan.session);
        problems.extend(fault);
        let (read_only, lock) = self.screen_lock(&plan, identity.writer)?;
        let writes = read_only.is_none().then(|| saver::Opened {
            at: clock::machine_time(),
            records: loaded.records.count_by(identity.writer),
        });
        if read_only.is_none() && is_whole {
            // The plan may have been copied here by hand, without what stood beside it.
            session.leave_word_for_sync(&*self.disk);
        }
        let owned = owns_plan.then(|| {
            OwnPlan::new(
                session.plan_path(),
                self.home.write_lock(plan.session),
                plan.clone(),
            )
        });
        let drafts = self.start_threads(&plan, &identity, owned, lock, writes)?;
        self.clock = self.clock_for(&plan, (&loaded.records, identity.writer), &drafts, at);
        self.clock_of = Some(plan.session);
        let own = read_only.is_none().then(|| identity.records_path.clone());
        let watch = self.watch_of((session, &plan), own, &loaded, owns_plan);
        let held = (plan.session, identity.writer);
        self.watch(watch, read_only.is_some().then_some(held));
        let (lost, stood_in) = self.lost((session, &loaded), identity.writer, read_only.is_none());
        Ok(Message::Opened(Box::new(Opened {
            clocks: self.clocks_in(plan.session),
            folder: session.path().to_path_buf(),
            plan,
            writers: loaded.writers(),
            problems_of_records: loaded.problems(),
            records: loaded.records,
            private,
            me: identity.person.id,
            writer: identity.writer,
            owns_plan,
            plan_only_read: only_read,
            read_only,
            drafts,
            plan_problem: problem,
            problems,
            stood_in,
            formerly: identity.formerly,
            lost,
        })))
    }

    /// What `writer` recorded that is in no file any more and is to be written back, unless the session was removed by
    /// its owner; and the files for which copies stand in. One's own is not among them where it `is_written` here.
    fn lost(
        &self,
        (session, loaded): (&SessionFolder, &LoadedRecords),
        writer: WriterId,
        is_written: bool,
    ) -> (Vec<Entry>, Vec<TheirFile>) {
        let is_there = self.disk.stat(&session.plan_path()).is_ok();
        let lost = if is_there && is_written {
            loaded.lost_by(writer)
        } else {
            Vec::new()
        };
        let mut stood_in = loaded.stood_in();
        stood_in.retain(|file| !is_written || file.writer != Some(writer));
        (lost, stood_in)
    }

    /// What is known of the clocks of other laptops in a session.
    fn clocks_in(&self, session: SessionId) -> ClockOffsets {
        clock_offsets::load(&*self.disk, &self.home.clock_offsets(session), session)
    }

    /// The person who opens the session: the one named, or who was there last; `None` if neither takes part.
    fn who_opens(&self, session: &SessionFolder, plan: &Plan, named: Option<PersonId>) -> Option<Person> {
        let state_path = self.home.local_state(plan.session);
        let state = LocalState::load(&*self.disk, &state_path, plan.session);
        let id = named.or_else(|| state.last(&machine_name()).cloned())?;
        let agreed = plan.person(&id).cloned();
        agreed.or_else(|| self.with_who_came(session, plan).person(&id).cloned())
    }

    /// The plan with the people who came to the review on the day: they take part as well.
    fn with_who_came(&self, session: &SessionFolder, plan: &Plan) -> Plan {
        let loaded = recorded::load((&self.home, &*self.disk), session, plan.session, self.now());
        Today::of(plan, &loaded.records, None).plan
    }

    /// Asks who is there, and keeps `at` until that is answered.
    fn ask_who(
        &mut self,
        session: &SessionFolder,
        plan: &Plan,
        at: Option<Stamp>,
    ) -> Result<Message, OpeningFault> {
        let there = self.with_who_came(session, plan).people;
        if there.is_empty() {
            return Err(OpeningFault::NobodyOnPlan);
        }
        let folder = session.path().to_path_buf();
        self.waiting = at.map(|at| (folder.clone(), at));
        let people = there.into_iter().map(|person| (person.id, person.name)).collect();
        Ok(Message::WhoIsThere { folder, people })
    }

    /// Who `person` is as a writer, remembered for the next time. The state is read again under the lock around each
    /// save: two windows that open a session at once would else mint a writer each, and the line that was being typed
    /// as the one that is not remembered would never come back.
    fn identify(
        &self,
        session: &SessionFolder,
        plan: &Plan,
        loaded: &LoadedRecords,
        person: Person,
        problems: &mut Vec<String>,
    ) -> Identity {
        let state_path = self.home.local_state(plan.session);
        // Without a lock it is still better to open; the first save says what is wrong.
        let _lock = WriteLock::take(&self.home.write_lock(plan.session)).ok();
        let mut state = LocalState::load(&*self.disk, &state_path, plan.session);
        let host = machine_name();
        let identity = identity(&self.home, session, loaded, person, &mut state, &host);
        state.opened(&identity.person.id, &host, session.path());
        if let Err(error) = state.save(&*self.disk, &state_path) {
            problems.push(format!("{} could not be written: {error}", state_path.display()));
        }
        identity
    }

    fn screen_lock(
        &self,
        plan: &Plan,
        writer: WriterId,
    ) -> Result<(Option<ReadOnly>, Option<ScreenLock>), OpeningFault> {
        let path = self.home.screen_lock(plan.session, writer);
        let holder = Holder {
            pid: std::process::id(),
            since: self.now(),
        };
        Ok(
            match ScreenLock::take(&path, &holder)
                .map_err(machine("the program's own folder on this computer"))?
            {
                Taken::Mine(lock) => (None, Some(lock)),
                Taken::HeldBy(Some(holder)) => (Some(held_by(&holder)), None),
                Taken::HeldBy(None) => (Some(ReadOnly::HeldBy("which one is not known".into())), None),
            },
        )
    }

    /// The session that another window has, as this writer.
    fn held(&self, session: SessionId, writer: WriterId) -> Held {
        let lock = self.home.screen_lock(session, writer);
        Held { session, lock }
    }

    /// Starts saving and journaling; the drafts that the journal held.
    fn start_threads(
        &mut self,
        plan: &Plan,
        identity: &Identity,
        owned: Option<OwnPlan>,
        lock: Option<ScreenLock>,
        writes: Option<saver::Opened>,
    ) -> Result<Vec<Draft>, OpeningFault> {
        let Some(opened) = writes else {
            return Ok(Vec::new());
        };
        let journal_path = self.home.draft_journal(plan.session, identity.writer);
        let (journal, drafts) = Journal::open(&journal_path);
        let events = self.events.clone();
        let tell = move |told| {
            let message = match told {
                Told::Kept(kept) => Message::DraftKept(kept),
                Told::Erased(erased) => Message::LineErased(erased),
            };
            // The loop only stops listening when the program ends.
            let _ended = events.send(Event::Told(message));
        };
        let keeper = DraftKeeper::start(journal, tell).map_err(machine("what keeps the line being typed"))?;
        let (shared, private) = self.own_files(plan, identity)?;
        let files = Files {
            shared,
            private,
            plan: owned,
        };
        let events = self.events.clone();
        let tell = move |message| {
            // The loop only stops listening when the program ends.
            let _ended = events.send(Event::Told(message));
        };
        let journal = keeper.clone();
        let journal = move || {
            // A journal that can't be written is told by itself, and the notes are saved all the same.
            let _told = journal.flush();
        };
        let saver = Saver::start(self.disk.clone(), files, opened, journal, tell)
            .map_err(machine("what saves the notes"))?;
        let copies = recorded::keeper(&self.home, plan);
        let own_copy = copies.map(|copies| OwnCopy {
            copies,
            writer: identity.writer,
            path: identity.records_path.clone(),
            session: plan.session,
        });
        self.run_session(Running {
            saver,
            keeper,
            own_copy,
            _lock: lock,
        });
        Ok(drafts)
    }

    /// What is to be watched for in the session's folder: files of others, and later editions of a plan that is somebody
    /// else's. Copies are kept of what is read whole.
    fn watch_of(
        &self,
        (session, plan): (&SessionFolder, &Plan),
        own: Option<PathBuf>,
        loaded: &LoadedRecords,
        owns_plan: bool,
    ) -> Watch {
        let mut watch = Watch::new(session.clone(), plan.session, own).knowing(loaded, self.now());
        if !owns_plan {
            watch = watch.with_plan(plan.revision, self.now());
        }
        match recorded::keeper(&self.home, plan) {
            Some(copies) => watch.keeping(copies),
            None => watch,
        }
    }

    /// Watches what others put into the session's folder. Without a thread for it the session runs all the same.
    fn watch(&mut self, watch: Watch, held: Option<(SessionId, WriterId)>) {
        let held = held.map(|(session, writer)| self.held(session, writer));
        let events = self.events.clone();
        let tell = move |message| {
            // The loop only stops listening when the program ends.
            let _ended = events.send(Event::Told(message));
        };
        self.watching = Watching::start(self.disk.clone(), watch, held, self.clock.clone(), tell).ok();
    }

    fn own_files(&self, plan: &Plan, identity: &Identity) -> Result<(OwnFile, OwnFile), OpeningFault> {
        let person = Label::new(identity.person.id.clone(), &identity.person.name);
        let owner = Owner {
            session: plan.session,
            writer: identity.writer,
            person,
        };
        let lock = self.home.write_lock(plan.session);
        let private_path = self.home.private_notes(plan.session);
        let shared = OwnFile::new(
            Kept::Shared,
            owner.clone(),
            identity.records_path.clone(),
            lock.clone(),
        );
        let private = OwnFile::new(Kept::Private, owner, private_path, lock);
        let head = |fault: crate::storage::own_file::SaveFault| std::io::Error::other(fault.to_string());
        Ok((
            shared.map_err(head).map_err(machine("the file of your notes"))?,
            private
                .map_err(head)
                .map_err(machine("the file of private notes"))?,
        ))
    }
}

fn held_by(holder: &Holder) -> ReadOnly {
    ReadOnly::HeldBy(format!("since {}", holder.since.hh_mm()))
}

#[cfg(test)]
mod tests;
