//! Performs effects: the one place where what was decided meets disk, clock and terminal.

use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError},
    },
    time::Duration,
};

use super::{
    clipboard::Clipboard,
    clock::Clock,
    draft_keeper::DraftKeeper,
    event_loop::Event,
    exchanging,
    recorded::OwnCopy,
    rescue::Rescue,
    saver::{Job, Saver},
    sessions::{self, Counting, Listing},
    settings,
    watching::Watching,
};
use crate::{
    app::{
        self,
        elsewhere::{Asked, News},
        handing_over::HandedOver,
        home::{Found, HomeNews},
        message::{Effect, Message},
    },
    domain::{
        ids::{PersonId, SessionId},
        settings::Settings,
        stamp::Stamp,
        zone::Zone,
    },
    storage::{catalogue::FIRST_EXAMPLE, disk::Disk, last_used, lock::ScreenLock, paths::Home},
    ui::theme::Theme,
};

/// How long leaving waits for a disk that is slow to save.
const LAST_SAVE: Duration = Duration::from_secs(3);
/// The zone of the clock while no session is open.
pub const DEFAULT_ZONE: Zone = Zone::LONDON;

/// What effects are performed on.
pub struct World {
    /// Where files live.
    pub home: Home,
    /// The file system.
    pub disk: Arc<dyn Disk>,
    /// The clock of the session on the screen.
    pub clock: Clock,
    /// How fast the clock of a rehearsal runs.
    pub speed: u32,
    /// What every thread tells the loop.
    pub events: Sender<Event>,
    pub(super) running: Option<Running>,
    /// The watch over the folder of the session on the screen; without a thread for it there is none.
    pub(super) watching: Option<Watching>,
    /// The session that the clock belongs to.
    pub(super) clock_of: Option<SessionId>,
    /// The rehearsal that waits to be told who is there, and when its clock is to start.
    pub(super) waiting: Option<(PathBuf, Stamp)>,
    keepers: Keepers,
    clipboard: Clipboard,
    settings: settings::Keeper,
    everything_saved: bool,
    lines_kept: bool,
    /// The counting of notes for the list of sessions.
    counting: Option<Counting>,
    /// One for each thread that writes beside the screen, without its other end once that has ended.
    beside: Vec<Receiver<()>>,
    used: Used,
}

/// What was used last, as it is to be remembered, and who writes it at present.
#[derive(Debug, Clone, Default)]
struct Used {
    wanted: Arc<Mutex<Vec<String>>>,
    writing: Arc<Mutex<()>>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What belongs to the session on the screen.
pub(super) struct Running {
    pub saver: Saver,
    pub keeper: DraftKeeper,
    pub own_copy: Option<OwnCopy>,
    pub _lock: Option<ScreenLock>,
}

/// The journal of the session on the screen, within reach of a panic hook and of the signal thread.
type Keepers = Arc<Mutex<Option<DraftKeeper>>>;

impl World {
    /// A world with nothing open.
    #[must_use]
    pub fn new(home: Home, disk: Arc<dyn Disk>, clock: Clock, events: Sender<Event>) -> Self {
        let keepers = Keepers::default();
        Self {
            home,
            disk,
            clock,
            speed: 1,
            events,
            running: None,
            watching: None,
            clock_of: None,
            waiting: None,
            keepers,
            clipboard: Clipboard::default(),
            settings: settings::Keeper::default(),
            everything_saved: true,
            lines_kept: true,
            counting: None,
            beside: Vec::new(),
            used: Used::default(),
        }
    }

    /// What must still happen when the program ends in a way that nobody chose.
    #[must_use]
    pub fn rescue(&self) -> Rescue {
        let keepers = Arc::clone(&self.keepers);
        Rescue::new(move || {
            let keeper = locked(&keepers).clone()?;
            let kept = "The line you were typing is kept and comes back when the session is opened again.";
            keeper.flush().then(|| kept.to_string())
        })
    }

    /// The local time.
    #[must_use]
    pub fn now(&self) -> Stamp {
        self.clock.now()
    }

    /// The colours and lines that these settings ask for.
    #[must_use]
    pub fn theme(&self, settings: &Settings) -> Theme {
        settings::theme(&self.home, &*self.disk, settings, settings::variable).0
    }

    /// Performs an effect that needs no terminal; what it leads to at once.
    pub fn perform(&mut self, effect: Effect) -> Option<Message> {
        match effect {
            Effect::Save {
                serial,
                entries,
                private,
            } => self.with_session(|running| {
                running.saver.save(Job {
                    serial,
                    entries,
                    private,
                });
            }),
            Effect::SavePlan(_) if self.running.is_none() => Some(super::saver::not_owned()),
            Effect::SavePlan(plan) => self.with_session(|running| running.saver.save_plan(plan)),
            Effect::RememberUsed(used) => self.remember_used(used),
            Effect::KeepDraft(draft) => self.with_session(|running| running.keeper.keep(draft)),
            Effect::ForgetDraft(note) => self.with_session(|running| running.keeper.forget(note)),
            // Where nothing is written there is nothing to erase.
            Effect::EraseDraft(_) if self.running.is_none() => Some(Message::LineErased(true)),
            Effect::EraseDraft(note) => self.with_session(|running| running.keeper.erase(note)),
            Effect::LogSafeguarding { session, at } => self.log_safeguarding(session, at),
            Effect::Open { folder, person } => Some(self.open_or_say(folder, person)),
            Effect::Join(typed) => Some(self.join(typed)),
            Effect::ShowFolder(folder) => {
                let shown = super::showing::show(&folder);
                Some(Message::Home(HomeNews::FolderShown(folder, shown)))
            }
            Effect::StartDemo => Some(self.start_demo()),
            Effect::FindSessions => Some(self.find_sessions()),
            Effect::FindModels(wanted) => Some(self.find_models(wanted)),
            Effect::FindBankHolidays => Some(self.find_bank_holidays()),
            Effect::FindFolder(typed) => {
                Some(Message::FolderFound(super::reporting::folder(&self.home, &typed)))
            }
            Effect::WriteTakeHome(asked) => self.write_take_home(asked),
            Effect::WriteReport(job) => self.write_report(job),
            Effect::NewSession {
                review,
                table,
                knowing,
            } => Some(self.new_session(review, table, knowing)),
            Effect::ReadTable(job) => self.read_table(job),
            Effect::TakeNotes(job) => self.take_notes(job),
            Effect::ProposeHandOver(plan, name, seal) => {
                Some(exchanging::proposed(&self.home, &plan, &name, seal))
            }
            Effect::HandOver(job) => self.hand_over(job),
            Effect::Elsewhere(asked) => self.elsewhere(asked),
            Effect::FindKept(folder, asked) => Some(self.find_kept(folder, asked)),
            Effect::RemoveKept(found, asked) => Some(self.remove_kept(&found, asked)),
            Effect::KeepSettings(job) => self.keep_settings(*job),
            Effect::Copy(text, what) => {
                let (clipboard, again) = (self.clipboard.clone(), text.clone());
                let no_thread = self.do_beside(move || clipboard.put(text, what));
                no_thread.map(|_no_thread| Message::Copied(what, Some(again)))
            }
            Effect::CopyByTerminal(_) | Effect::Suspend | Effect::Redraw | Effect::Leave => None,
        }
    }

    /// Keeps what was used last, beside the screen; it is missed by nobody where that fails.
    fn remember_used(&mut self, used: Vec<String>) -> Option<Message> {
        *locked(&self.used.wanted) = used;
        let (used, home, disk) = (self.used.clone(), self.home.clone(), Arc::clone(&self.disk));
        let _without_a_thread_it_is_forgotten = self.do_beside(move || {
            let _one_after_the_other = locked(&used.writing);
            let wanted = locked(&used.wanted).clone();
            last_used::remember(&*disk, &home.last_used(), &wanted);
            Message::Tick
        });
        None
    }

    /// Has files to hand on made and written beside the screen.
    fn write_report(&mut self, job: Box<app::report::Job>) -> Option<Message> {
        let serial = job.serial;
        let on = (self.home.clone(), Arc::clone(&self.disk));
        let times = super::reporting::Times {
            on_screen: self.now(),
            written: self.clock.real(),
        };
        match super::reporting::begin(on, times, job, self.events.clone()) {
            Ok(ended) => {
                self.beside.push(ended);
                None
            }
            Err(error) => Some(Message::Report(serial, super::reporting::failed(&error))),
        }
    }

    /// Has a table read beside the screen.
    fn read_table(&self, job: Box<app::bringing_in::Job>) -> Option<Message> {
        let (id, on) = (job.id, (self.home.clone(), Arc::clone(&self.disk)));
        let begun = super::bringing_in::begin(on, self.now().date(), job, self.events.clone());
        let failed = |error: std::io::Error| Message::TableRead(id, Err(error.to_string()));
        begun.err().map(failed)
    }

    /// Has a take-home sheet made and written beside the screen.
    fn write_take_home(&mut self, asked: Box<app::day::TakeHome>) -> Option<Message> {
        let on = (self.home.clone(), Arc::clone(&self.disk));
        match super::taking_home::begin(on, self.now(), asked, self.events.clone()) {
            Ok(ended) => {
                self.beside.push(ended);
                None
            }
            Err(error) => Some(Message::TakenHome(Err(error.to_string()))),
        }
    }

    /// Has the time written down at which the screen was hidden.
    fn log_safeguarding(&mut self, session: Option<SessionId>, at: Stamp) -> Option<Message> {
        let path = self.home.safeguarding_log(session);
        match super::safeguarding::log(Arc::clone(&self.disk), path, at, self.events.clone()) {
            Ok(ended) => {
                self.beside.push(ended);
                None
            }
            Err(_no_thread) => Some(Message::TimeNotLogged),
        }
    }

    /// Has a colleague's notes read or taken in beside the screen.
    fn take_notes(&mut self, job: Box<app::taking_in::Job>) -> Option<Message> {
        let (id, now, home, disk) = (job.id, self.now(), self.home.clone(), Arc::clone(&self.disk));
        let does = move || {
            let found = exchanging::take((&home, &*disk), now, &job).map(Box::new);
            Message::NotesRead(job.id, found)
        };
        let failed = |error: std::io::Error| Message::NotesRead(id, Err(error.to_string()));
        self.do_beside(does).map(failed)
    }

    /// Has a hand-over written beside the screen.
    fn hand_over(&mut self, job: Box<app::handing_over::Job>) -> Option<Message> {
        let (now, home, disk) = (self.now(), self.home.clone(), Arc::clone(&self.disk));
        let events = self.events.clone();
        let does = move || {
            let (became, not_entered) = exchanging::hand_over((&home, &*disk), now, &job);
            if let Some(why) = not_entered {
                // Where nobody listens any more, nobody wants to know.
                drop(events.send(Event::Told(super::reporting::not_entered(why))));
            }
            Message::HandedOver(became)
        };
        let failed = |error: std::io::Error| Message::HandedOver(HandedOver::Failed(error.to_string()));
        self.do_beside(does).map(failed)
    }

    /// Names other folders, or has a copy kept in one of them beside the screen.
    fn elsewhere(&mut self, asked: Asked) -> Option<Message> {
        let told = |news: News| Message::Elsewhere(Box::new(news));
        let job = match asked {
            Asked::Places => {
                let user = settings::variable("USER");
                let places = super::elsewhere::places((&self.home, &*self.disk), user.as_deref());
                return Some(told(News::Places(places)));
            }
            Asked::Keep(job) => job,
        };
        let (at, of, again) = (self.now(), job.session, job.clone());
        let (home, disk, events) = (self.home.clone(), Arc::clone(&self.disk), self.events.clone());
        let does = move || {
            let (news, files) = super::elsewhere::keep(&*disk, job);
            // The list of what was written may be on the disk that fails: it is told before that is waited for.
            drop(events.send(Event::Told(told(news))));
            let not_entered = super::elsewhere::enter((&home, &*disk), (of, at), &files);
            not_entered.map_or(Message::Tick, super::reporting::not_entered)
        };
        let no_thread = self.do_beside(does)?;
        Some(told(News::Kept(again, Err(no_thread.to_string()))))
    }

    /// Has what was set written beside the screen.
    fn keep_settings(&mut self, job: app::settings::Job) -> Option<Message> {
        let (keeper, home, disk) = (self.settings.clone(), self.home.clone(), Arc::clone(&self.disk));
        keeper.want(job);
        let does = move || Message::SettingsKept(Box::new(keeper.keep(&home, &*disk)));
        let no_thread = self.do_beside(does)?;
        let problems = settings::find(&self.home, &*self.disk).problems;
        let kept = Err(no_thread.to_string());
        Some(Message::SettingsKept(Box::new(app::settings::KeptNews {
            kept,
            problems,
        })))
    }

    /// Does something beside the screen, and lets it be finished before the program ends; why not, if so.
    fn do_beside(&mut self, does: impl FnOnce() -> Message + Send + 'static) -> Option<std::io::Error> {
        self.beside
            .retain(|thread| thread.try_recv() != Err(TryRecvError::Disconnected));
        match exchanging::beside(self.events.clone(), does) {
            Ok(ended) => {
                self.beside.push(ended);
                None
            }
            Err(error) => Some(error),
        }
    }

    /// Does something with the session on the screen, which leads to nothing at once.
    fn with_session(&self, does: impl FnOnce(&Running)) -> Option<Message> {
        self.running.as_ref().map(does);
        None
    }

    fn start_demo(&mut self) -> Message {
        match super::rehearsal::demo(&self.home, &*self.disk, &FIRST_EXAMPLE) {
            Ok(folder) => self.open_or_say(folder, Some(PersonId::new(FIRST_EXAMPLE.person))),
            Err(fault) => Message::NotOpened {
                why: fault.to_string(),
                closed: None,
            },
        }
    }

    /// Closes the session on the screen and looks which ones there are.
    fn find_sessions(&mut self) -> Message {
        self.go_home();
        Message::SessionsFound(self.list_sessions())
    }

    /// Looks which sessions there are, and begins to count their notes.
    pub fn list_sessions(&mut self) -> Found {
        let Listing { found, to_count } = sessions::list(&self.home, &*self.disk, self.now());
        let on = (self.home.clone(), Arc::clone(&self.disk));
        // Without a thread for it there are no counts.
        self.counting = Counting::begin(on, self.now(), to_count, self.events.clone()).ok();
        found
    }

    /// Closes the session on the screen.
    pub(super) fn go_home(&mut self) {
        self.close();
        self.clock_of = None;
        // How the sessions stand is told by the clock on the wall, not by that of a rehearsal.
        if let Ok(wall) = Clock::wall(DEFAULT_ZONE) {
            self.clock = wall;
        }
    }

    pub(super) fn open_or_say(&mut self, folder: PathBuf, person: Option<PersonId>) -> Message {
        let before = self.running.is_some();
        self.open(folder, person, None).unwrap_or_else(|fault| {
            // A screen without threads behind it would take in notes that nobody saves.
            let closed = before && self.running.is_none();
            Message::NotOpened {
                why: fault.to_string(),
                closed: closed.then(|| self.list_sessions()),
            }
        })
    }

    /// Takes over what belongs to the session that comes onto the screen.
    pub(super) fn run_session(&mut self, running: Running) {
        self.counting = None;
        *locked(&self.keepers) = Some(running.keeper.clone());
        self.running = Some(running);
    }

    /// Lets what is being written beside the screen be finished, unless the disk is too slow for it.
    pub fn finish_reports(&mut self) {
        let mut limit = LAST_SAVE;
        for thread in self.beside.drain(..) {
            if thread.recv_timeout(limit) == Err(RecvTimeoutError::Timeout) {
                // A disk that takes nothing is waited for once, however many wait for it.
                limit = Duration::ZERO;
            }
        }
    }

    /// Saves and lets go of the session on the screen.
    pub fn close(&mut self) {
        self.watching = None;
        if let Some(running) = self.running.take() {
            self.everything_saved &= running.saver.end(LAST_SAVE);
            let kept = self.let_go(running);
            self.everything_saved &= kept.is_some();
            self.lines_kept &= kept.unwrap_or(false);
        }
        *locked(&self.keepers) = None;
    }

    /// Ends the journal and keeps the copy of one's own file; whether all lines are in the journal, or `None` if the disk
    /// is too slow for it: one that takes nothing at all must not keep anybody from leaving.
    fn let_go(&self, running: Running) -> Option<bool> {
        let (disk, now) = (Arc::clone(&self.disk), self.clock.now());
        let (tell, told) = mpsc::channel();
        let ends = move || {
            let kept = running.keeper.end();
            if let Some(own) = &running.own_copy {
                own.keep(&*disk, now);
            }
            // Whoever waits may take the lock next.
            drop(running);
            let _nobody_waits_any_more = tell.send(kept);
        };
        let _without_a_thread_nobody_answers = std::thread::Builder::new().name("end".into()).spawn(ends);
        told.recv_timeout(LAST_SAVE).ok()
    }

    /// Whether everything that was to be saved in the sessions closed so far is on the disk.
    #[must_use]
    pub fn everything_saved(&self) -> bool {
        self.everything_saved
    }

    /// Whether the journals of the sessions closed so far have every line that they should.
    #[must_use]
    pub fn lines_kept(&self) -> bool {
        self.lines_kept
    }
}
