//! Opening a session: the plan, who is there, everybody's records, and what was left half-typed.

use std::path::PathBuf;

use super::{
    clock::{self, Clock},
    draft_keeper::DraftKeeper,
    event_loop::Event,
    ids, planning,
    saver::{self, Files, Saver},
    world::{Running, World},
};
use crate::{
    app::message::{Message, Opened, ReadOnly},
    domain::{
        draft::Draft,
        ids::{PersonId, SessionId, WriterId},
        note::Label,
        plan::{Person, Plan},
        records::Records,
        stamp::Stamp,
        today::Today,
    },
    storage::{
        disk::{Disk, RealDisk},
        journal::Journal,
        local_state::{LocalState, machine_name},
        lock::{Holder, ScreenLock, Taken, WriteLock},
        own_file::{Kept, OwnFile, Owner},
        own_plan::OwnPlan,
        paths::Home,
        session_folder::{self, FoundPlan, LoadedRecords, OpenFault, SessionFolder},
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
    #[error("{what} could not be used: {error}")]
    Machine {
        /// What was needed.
        what: &'static str,
        /// What the system said.
        error: std::io::Error,
    },
    /// The plan names nobody, and notes are always somebody's.
    #[error("the plan names nobody: add the people who take part to its `people`, then open it again")]
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

/// Who writes here, and where.
#[derive(Debug, Clone)]
pub struct Identity {
    /// The person.
    pub person: Person,
    /// The writer they are on this machine.
    pub writer: WriterId,
    /// Their records file.
    pub records_path: PathBuf,
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
            by_newer_program,
        } = found;
        let state_path = self.home.local_state(plan.session);
        let state = LocalState::load(&*self.disk, &state_path, plan.session);
        let owns_plan = planning::owns(&self.home, &*self.disk, &plan);
        let host = machine_name();
        let known = person.or_else(|| state.last(&host).cloned());
        let agreed = known.as_ref().and_then(|id| plan.person(id).cloned());
        // Who came to the review on the day takes part as well.
        let there = || {
            let records = session.records(&*self.disk, plan.session).records;
            Today::of(&plan, &records, None).plan
        };
        let Some(person) = agreed.or_else(|| there().person(known.as_ref()?).cloned()) else {
            let there = there();
            if there.people.is_empty() {
                return Err(OpeningFault::NobodyOnPlan);
            }
            let people = there
                .people
                .iter()
                .map(|person| (person.id.clone(), person.name.clone()))
                .collect();
            self.waiting = at.map(|at| (session.path().to_path_buf(), at));
            return Ok(Message::WhoIsThere {
                folder: session.path().to_path_buf(),
                people,
            });
        };
        self.close();
        let loaded = session.records(&*self.disk, plan.session);
        let mut problems: Vec<String> = problem.into_iter().chain(loaded.problems()).collect();
        let identity = self.identify(session, &plan, &loaded, person, &mut problems);
        let (private, fault) =
            session_folder::private_notes(&*self.disk, &self.home.private_notes(plan.session), plan.session);
        problems.extend(fault);
        let (read_only, lock) = self.screen_lock(&plan, identity.writer)?;
        let own = loaded.records.count_by(identity.writer);
        let opened = saver::Opened {
            at: clock::machine_time(),
            records: own,
        };
        let writes = read_only.is_none().then_some(opened);
        let owned = owns_plan.then(|| {
            OwnPlan::new(
                session.plan_path(),
                self.home.write_lock(plan.session),
                plan.clone(),
            )
        });
        let drafts = self.start_threads(&plan, &identity, owned, lock, writes)?;
        self.clock = self.clock_for(&plan, &loaded.records, &drafts, at);
        self.clock_of = Some(plan.session);
        let known = loaded.writers();
        Ok(Message::Opened(Box::new(Opened {
            folder: session.path().to_path_buf(),
            plan,
            records: loaded.records,
            private,
            me: identity.person.id,
            writer: identity.writer,
            owns_plan,
            plan_by_newer_program: by_newer_program,
            read_only,
            drafts,
            problems,
            writers: known,
        })))
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
            match ScreenLock::take(&path, &holder).map_err(machine("the session's lock"))? {
                Taken::Mine(lock) => (None, Some(lock)),
                Taken::HeldBy(Some(holder)) => (Some(held_by(&holder)), None),
                Taken::HeldBy(None) => (Some(ReadOnly::HeldBy("which one is not known".into())), None),
            },
        )
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
        let tell = move |kept| {
            // The loop only stops listening when the program ends.
            let _ended = events.send(Event::Told(Message::DraftKept(kept)));
        };
        let keeper = DraftKeeper::start(journal, tell).map_err(machine("the journal's thread"))?;
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
        let saver =
            Saver::start(self.disk.clone(), files, opened, tell).map_err(machine("the saving thread"))?;
        self.run_session(Running {
            saver,
            keeper,
            _lock: lock,
        });
        Ok(drafts)
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
            shared.map_err(head).map_err(machine("the records file"))?,
            private
                .map_err(head)
                .map_err(machine("the file of private notes"))?,
        ))
    }

    /// The clock of a session: the one on the wall, or that of a rehearsal.
    fn clock_for(&self, plan: &Plan, records: &Records, drafts: &[Draft], at: Option<Stamp>) -> Clock {
        if plan.is_rehearsal() {
            // Somebody else at this laptop: the day goes on, as it does on the wall.
            if at.is_none() && self.clock_of == Some(plan.session) {
                return self.clock.clone();
            }
            let starts = at
                .or_else(|| left_at(records, drafts))
                .or_else(|| before_first_row(plan));
            if let Some(starts) = starts {
                return Clock::rehearsal(plan.zone, starts, self.speed);
            }
        }
        Clock::wall(plan.zone).unwrap_or_else(|_out_of_range| self.clock.clone())
    }
}

/// A minute before the first row.
fn before_first_row(plan: &Plan) -> Option<Stamp> {
    Some(plan.begins()?.plus(chrono::TimeDelta::minutes(-1)))
}

/// The moment at which a rehearsal was left: that of the last thing written in it.
fn left_at(records: &Records, drafts: &[Draft]) -> Option<Stamp> {
    let notes = records.notes.all().map(|note| note.edited_at);
    let changes = records.changes.all().map(|change| change.edited_at);
    let ticks = records.asked.all().map(|tick| tick.edited_at);
    notes
        .chain(changes)
        .chain(ticks)
        .chain(drafts.iter().map(|draft| draft.begun))
        .max()
}

fn held_by(holder: &Holder) -> ReadOnly {
    ReadOnly::HeldBy(format!("since {}, process {}", holder.since.hh_mm(), holder.pid))
}

/// The writer id of `person` on this machine. Where this writer's file can't be written to as it stands (it is broken,
/// or of a newer version), it is left alone and a new writer begins a file beside it, with the lines that the journal
/// of the one before still holds.
pub fn identity(
    home: &Home,
    session: &SessionFolder,
    loaded: &LoadedRecords,
    person: Person,
    state: &mut LocalState,
    host: &str,
) -> Identity {
    let former = state.former_writer(&person.id, host);
    let mut writer = state.writer_for(&person.id, host, ids::fresh_writer_id);
    if let Some(former) = former {
        // Most often it is the same laptop under another name, as some networks give out: the line goes on.
        hand_on_drafts(home, state.session(), former, writer);
    }
    let mut records_path = session.records_path(&person, writer);
    if loaded.is_unwritable(&records_path, writer) {
        let before = writer;
        writer = state.replace_writer(&person.id, host, ids::fresh_writer_id());
        hand_on_drafts(home, state.session(), before, writer);
        records_path = session.records_path(&person, writer);
    }
    Identity {
        person,
        writer,
        records_path,
    }
}

/// Gives the journal of one writer to another, unless a window still types into it.
fn hand_on_drafts(home: &Home, session: SessionId, from: WriterId, to: WriterId) {
    let journal = |writer| home.draft_journal(session, writer);
    if ScreenLock::is_free(&home.screen_lock(session, from)) {
        // Most often there is none; one that can't be moved stays where it is.
        let _stays = RealDisk.rename(&journal(from), &journal(to));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, mpsc};

    use super::*;
    use crate::{
        app::{
            self, Model,
            message::{At, Effect},
        },
        domain::route::PlaceId,
        runtime::{rehearsal, world::DEFAULT_ZONE},
        storage::catalogue,
    };

    #[test]
    fn a_rehearsal_starts_at_the_time_asked_for_even_if_it_must_ask_who_is_there() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::find(|_| Some(dir.path().into()), None).unwrap();
        let folder = rehearsal::demo(&home, &RealDisk, &catalogue::FIRST_EXAMPLE).unwrap();
        let (events, _told) = mpsc::channel();
        let clock = Clock::wall(DEFAULT_ZONE).unwrap();
        let mut world = World::new(home, Arc::new(RealDisk), clock, events);
        let at = "2026-12-01T09:17:00+00:00".parse().unwrap();
        let asked = world.open(folder.clone(), None, Some(at)).unwrap();
        assert!(matches!(asked, Message::WhoIsThere { .. }));
        let person = Some(PersonId::new("facilitator"));
        let opened = world.perform(Effect::Open { folder, person });
        assert!(matches!(opened, Some(Message::Opened(_))));
        assert_eq!(world.now().hh_mm(), "09:17");
        world.close();
    }

    #[test]
    fn a_session_that_was_closed_for_one_that_cannot_be_opened_is_not_left_on_the_screen() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::find(|_| Some(dir.path().into()), None).unwrap();
        let folder = rehearsal::demo(&home, &RealDisk, &catalogue::FIRST_EXAMPLE).unwrap();
        let locks = home.state().join("locks");
        let (events, _told) = mpsc::channel();
        let clock = Clock::wall(DEFAULT_ZONE).unwrap();
        let mut world = World::new(home, Arc::new(RealDisk), clock, events);
        let mut model = Model::new(world.now());
        let mut open = |world: &mut World, person: &str| {
            let person = Some(PersonId::new(person));
            let folder = folder.clone();
            let told = world.perform(Effect::Open { folder, person }).unwrap();
            let at = At {
                now: world.now(),
                fresh: ids::fresh_record_id(),
            };
            app::update(&mut model, at, told);
            (model.day().is_some(), model.notice.is_some())
        };
        assert_eq!(open(&mut world, "facilitator"), (true, true));
        std::fs::remove_dir_all(&locks).unwrap();
        std::fs::File::create_new(&locks).unwrap();
        assert_eq!(open(&mut world, "head-of-school-b"), (false, true));
    }

    #[test]
    fn the_line_in_progress_outlives_a_records_file_that_broke_and_a_laptop_that_was_renamed() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::find(|_| Some(dir.path().into()), None).unwrap();
        let folder = SessionFolder::at(rehearsal::demo(&home, &RealDisk, &catalogue::FIRST_EXAMPLE).unwrap());
        let plan = folder.plan(&RealDisk).unwrap();
        let person = plan.people[0].clone();
        let mut state = LocalState::load(&RealDisk, &home.local_state(plan.session), plan.session);
        let mut identify = |host: &str| {
            let loaded = folder.records(&RealDisk, plan.session);
            identity(&home, &folder, &loaded, person.clone(), &mut state, host)
        };
        let before = identify("here");
        let slot = plan.days[0].slots[0].id.clone();
        let draft = Draft {
            note: ids::fresh_record_id(),
            rev: 1,
            text: "half a line".into(),
            cursor: 4,
            begun: plan.begins().unwrap(),
            place: PlaceId { slot, visit: None },
            prompt: None,
            private: false,
            entered: false,
        };
        let (mut journal, _) = Journal::open(&home.draft_journal(plan.session, before.writer));
        journal.keep(&draft).unwrap();
        std::fs::File::create_new(&before.records_path).unwrap();

        let after = identify("here");
        assert_ne!(after.writer, before.writer);
        let kept = |writer| Journal::open(&home.draft_journal(plan.session, writer)).1;
        assert_eq!(kept(after.writer), std::slice::from_ref(&draft));

        // The same laptop under another name.
        let renamed = identify("elsewhere");
        assert_ne!(renamed.writer, after.writer);
        assert_eq!(kept(renamed.writer), [draft]);
    }
}
