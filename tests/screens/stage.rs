//! The program without a terminal: keys in, the screen and the files out.

mod files;
mod keys;
mod memory_disk;
mod mouse;
mod program;
mod screen;
mod settings;
mod snapshot;
mod world;

use std::{
    collections::VecDeque,
    path::{Path, PathBuf},
};

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use crossterm::event::KeyEvent;
use knownow::{
    app::{
        self, Model,
        bringing_in::NewReview,
        day::Day,
        home::Found,
        message::{At, Effect, Message, ModelsFor, ReadOnly},
    },
    domain::{
        ids::{PersonId, RecordId, SessionId, WriterId},
        plan::{OnlyRead, Plan},
        read_timetable::ReadTimetable,
        records::Records,
        stamp::Stamp,
    },
    storage::{
        catalogue,
        files::{bank_holidays_file::read_bank_holidays, model_file::read_model},
        session_folder::SessionFolder,
    },
    ui::keymap,
};
use uuid::Uuid;

pub use files::{Source, plan_of};
pub use mouse::WIDE;
pub use snapshot::shows;
use world::World;
pub use world::{Known, Saving};

fn models_found(wanted: ModelsFor) -> Message {
    let models = catalogue::models().iter().map(|(id, text)| {
        read_model(Path::new(id), text.as_bytes()).unwrap_or_else(|fault| panic!("{fault}"))
    });
    Message::ModelsFound {
        wanted,
        models: models.collect(),
        problems: Vec::new(),
    }
}

fn holidays_found() -> Message {
    let text = catalogue::bank_holidays();
    let holidays = read_bank_holidays(Path::new("bank-holidays"), text.as_bytes());
    Message::HolidaysFound(holidays.unwrap_or_else(|fault| panic!("{fault}")))
}

/// A session on the screen, with a clock that is moved by hand and ids that count up.
pub struct Stage {
    pub model: Model,
    pub now: Stamp,
    pub left: bool,
    pub demo_asked: bool,
    /// The path that was to be opened.
    pub joined: Option<String>,
    /// The folder that a file manager was to show.
    pub shown: Option<PathBuf>,
    /// What was last asked for about removing a review.
    pub removing: Option<Effect>,
    /// The review that a session was asked for, and the table whose timetable it is to have.
    pub new_session: Option<(NewReview, Option<Box<ReadTimetable>>)>,
    world: World,
    minted: u128,
    /// The actions that were remembered as used, the last one first.
    pub remembered_used: Vec<String>,
    /// How often something was given to be saved.
    pub saves: u64,
    /// How many messages were taken in from outside.
    pub taken: u64,
    /// What was put on the clipboard.
    pub copied: Vec<String>,
    /// What a terminal was asked to put on its own, once the system has none.
    pub copied_by_terminal: Option<Vec<String>>,
    /// When the screen was hidden, and in which session.
    pub hidden_at: Vec<(Option<SessionId>, Stamp)>,
    /// What is still to be heard of a report that is made, or of a table that is read.
    news: VecDeque<Message>,
}

impl Stage {
    /// The session of `source` on the disk of this machine, opened for the person called `who` at `time`.
    pub fn new(source: &str, who: &str, time: &str) -> Self {
        Self::with(World::on_disk(&Source::called(source)), who, time)
    }

    /// The same with files in memory, for laws that are tried hundreds of times.
    pub fn in_memory(source: &Source, who: &str, time: &str) -> Self {
        Self::with(World::in_memory(source), who, time)
    }

    /// The same with a session that can only be read.
    pub fn read_only(source: &str, who: &str, time: &str, why: ReadOnly) -> Self {
        let mut world = World::on_disk(&Source::called(source));
        world.read_only = Some(why);
        Self::with(world, who, time)
    }

    /// The other window closes, and lets this one write.
    pub fn other_window_closes(&mut self) {
        self.world.read_only = None;
        let session = self.day().plan.session;
        self.take(Message::MayWrite(session));
    }

    /// The same on the machine on which the plan was made.
    pub fn owner(source: &str, who: &str, time: &str) -> Self {
        let mut world = World::on_disk(&Source::called(source));
        world.owns_plan = true;
        Self::with(world, who, time)
    }

    /// The same with files in memory.
    pub fn owner_in_memory(source: &Source, who: &str, time: &str) -> Self {
        let mut world = World::in_memory(source);
        world.owns_plan = true;
        Self::with(world, who, time)
    }

    /// The same with a plan that a newer version of the program wrote.
    pub fn newer_plan(source: &str, who: &str, time: &str) -> Self {
        let mut world = World::on_disk(&Source::called(source));
        world.owns_plan = true;
        world.plan_only_read = Some(OnlyRead::Newer);
        Self::with(world, who, time)
    }

    /// The same at the laptop number `nth`, whose records have ids of their own.
    pub fn laptop(nth: u128, source: &str, who: &str, time: &str) -> Self {
        Self::laptop_of(nth, &Source::called(source), who, time)
    }

    /// The same with the session of `source`.
    pub fn laptop_of(nth: u128, source: &Source, who: &str, time: &str) -> Self {
        let mut stage = Self::with(World::in_memory(source), who, time);
        stage.minted = nth << 64;
        stage
    }

    /// The file of another laptop arrives.
    pub fn hears(&mut self, other: &Self) {
        let records = self.receives_from(other);
        self.take(Message::Found(records));
    }

    /// The file of another laptop arrives in the folder, and the program does not know of it yet; what is in it.
    pub fn receives_from(&mut self, other: &Self) -> Records {
        let writer = other.day().me.writer;
        let records = other.saved().records.by_writer(writer);
        self.receives(writer, &records);
        records
    }

    /// A colleague's file arrives in the folder, and the program does not know of it yet.
    pub fn receives(&mut self, writer: WriterId, records: &Records) {
        self.world.receive(writer, records);
    }

    /// A sync program puts a file among the records, in place of what was there under this name.
    pub fn put_file(&self, name: &str, bytes: &[u8]) {
        self.world.put_file(name, bytes);
    }

    /// A sync program takes a file away from among the records.
    pub fn take_away_file(&self, name: &str) {
        self.world.take_away_file(name);
    }

    /// The files among the records: their names and bytes.
    pub fn files_in_folder(&self) -> std::collections::BTreeMap<String, Vec<u8>> {
        self.world.files_in_folder()
    }

    /// The file that is written here, if it is there: its name and bytes.
    pub fn own_file(&self) -> Option<(String, Vec<u8>)> {
        self.world.own_file()
    }

    /// Looks what came into the folder, and hears of it.
    pub fn looks(&mut self) {
        if let Some(arrival) = self.world.look(self.now) {
            self.take(Message::Arrived(Box::new(arrival)));
        }
    }

    /// The folder of the session.
    pub fn session_folder(&self) -> &SessionFolder {
        self.world.session_folder()
    }

    /// The plan as it is on the disk.
    pub fn plan_on_disk(&self) -> Plan {
        self.world.plan_on_disk()
    }

    fn with(world: World, who: &str, time: &str) -> Self {
        let now = moment(world.plan(), None, time);
        let mut stage = Self {
            model: Model::new(now),
            now,
            left: false,
            demo_asked: false,
            joined: None,
            shown: None,
            removing: None,
            new_session: None,
            world,
            minted: 0,
            remembered_used: Vec::new(),
            saves: 0,
            taken: 0,
            copied: Vec::new(),
            copied_by_terminal: None,
            hidden_at: Vec::new(),
            news: VecDeque::new(),
        };
        let opened = stage.world.open(Some(who));
        stage.take(opened);
        stage
    }

    /// The running day.
    pub fn day(&self) -> &Day {
        self.model.day().expect("a session on the screen")
    }

    /// Moves the clock to `time` ("09:16", "09:16:30" or "2026-12-01 09:16") and lets the program see it.
    pub fn at(&mut self, time: &str) {
        self.asleep_until(time);
        self.take(Message::Tick);
    }

    /// Moves the clock to `time` while the program sleeps: it learns of it with whatever happens next.
    pub fn asleep_until(&mut self, time: &str) {
        self.now = moment(self.world.plan(), Some(self.now.date()), time);
    }

    /// Lets so much time pass, and the program see it.
    pub fn pass(&mut self, time: TimeDelta) {
        let later = self.now.plus(time).moment().to_utc();
        self.now = self.world.plan().local(later).expect("a legal year");
        self.take(Message::Tick);
    }

    /// Presses keys: letters as they are, others by name, such as `+ every pupil<Enter><C-n><Tab>`.
    pub fn keys(&mut self, keys: &str) {
        for key in keys::parse(keys) {
            self.model.was_drawn();
            self.press(key);
        }
    }

    /// Presses keys so fast that nothing is drawn before the last of them.
    pub fn keys_at_once(&mut self, keys: &str) {
        for key in keys::parse(keys) {
            self.press(key);
        }
    }

    fn press(&mut self, key: KeyEvent) {
        if let Some(message) = keymap::message(&self.model, key) {
            self.take(message);
        }
    }

    /// Pastes text.
    pub fn paste(&mut self, text: &str) {
        self.take(Message::Pasted(text.to_string()));
    }

    /// Takes a message in and performs what it leads to, as the loop of the program does.
    pub fn take(&mut self, message: Message) {
        self.taken += 1;
        let mut waiting = VecDeque::from([message]);
        while let Some(message) = waiting.pop_front() {
            let at = self.moment_and_id();
            for effect in app::update(&mut self.model, at, message) {
                waiting.extend(self.perform(effect));
            }
        }
    }

    fn moment_and_id(&mut self) -> At {
        self.minted += 1;
        At {
            now: self.now,
            fresh: RecordId(Uuid::from_u128((0xf7e5 << 112) + self.minted)),
        }
    }

    fn perform(&mut self, effect: Effect) -> Option<Message> {
        self.saves += u64::from(matches!(effect, Effect::Save { .. } | Effect::SavePlan(_)));
        match effect {
            Effect::Save {
                serial,
                entries,
                private,
            } => self.world.save(serial, entries, private),
            Effect::SavePlan(plan) => Some(self.world.save_plan(&plan)),
            Effect::KeepDraft(draft) => {
                self.world.journal().keep(draft);
                None
            }
            Effect::ForgetDraft(note) => {
                self.world.journal().forget(note);
                None
            }
            Effect::EraseDraft(note) => {
                self.world.journal().forget(note);
                Some(Message::LineErased(true))
            }
            Effect::Open { person, .. } => Some(self.world.open(person.as_ref().map(PersonId::as_str))),
            Effect::KeepSettings(job) => Some(self.keep_settings(&job)),
            Effect::FindSessions => Some(Message::SessionsFound(Found::default())),
            Effect::FindModels(wanted) => Some(models_found(wanted)),
            Effect::FindBankHolidays => Some(holidays_found()),
            Effect::FindFolder(typed) => Some(Message::FolderFound(self.world.folder(&typed))),
            Effect::WriteTakeHome(asked) => Some(self.world.take_home(&asked, self.now)),
            Effect::WriteReport(job) => {
                self.news.extend(self.world.report(&job, self.now));
                None
            }
            Effect::ReadTable(job) => {
                self.news.push_back(self.world.read_table(self.now.date(), &job));
                None
            }
            Effect::TakeNotes(job) => {
                self.news.push_back(self.world.take_notes(self.now, &job));
                None
            }
            Effect::ProposeHandOver(plan, by, seal) => Some(self.world.propose_hand_over(&plan, &by, seal)),
            Effect::HandOver(job) => {
                self.news.push_back(self.world.hand_over(self.now, &job));
                None
            }
            Effect::Copy(text, what) => {
                let refused = self.copied_by_terminal.is_some().then(|| text.clone());
                if refused.is_none() {
                    self.copied.push(text);
                }
                Some(Message::Copied(what, refused))
            }
            remembered => {
                self.remember(remembered);
                None
            }
        }
    }

    /// What is only remembered to have been asked for, or answered later.
    fn remember(&mut self, effect: Effect) {
        match effect {
            Effect::LogSafeguarding { session, at } => self.hidden_at.push((session, at)),
            Effect::RememberUsed(used) => self.remembered_used = used,
            Effect::StartDemo => self.demo_asked = true,
            Effect::Join(path) => self.joined = Some(path),
            Effect::ShowFolder(folder) => self.shown = Some(folder),
            Effect::CopyByTerminal(text) => self.copied_by_terminal.get_or_insert_default().push(text),
            Effect::Leave => self.left = true,
            Effect::Elsewhere(asked) => self.news.extend(self.world.elsewhere(asked)),
            Effect::NewSession { review, table, .. } => self.new_session = Some((review, table)),
            Effect::FindKept(..) | Effect::RemoveKept(..) => self.removing = Some(effect),
            _ => {}
        }
    }

    /// The making of a report, or the reading of a table, goes on by one step; `false` once nothing more is to be heard
    /// of it.
    pub fn report_goes_on(&mut self) -> bool {
        let news = self.news.pop_front();
        news.map(|news| self.take(news)).is_some()
    }

    /// The notes of the copy that was kept elsewhere in this folder, and the text of the private ones beside it.
    pub fn copy_in(&self, folder: &str) -> (Vec<String>, Option<String>) {
        self.world.copy_in(folder)
    }

    /// Everything that is done beside the screen is finished.
    pub fn everything_beside(&mut self) {
        while self.report_goes_on() {}
    }

    /// Where what is handed on goes if nothing else is said.
    pub fn documents(&self) -> PathBuf {
        self.world.documents()
    }

    /// From now on saves succeed at once, wait, or fail. What waited or failed before is tried when they succeed.
    pub fn saving(&mut self, saving: Saving) {
        if let Some(answer) = self.world.set_saving(saving) {
            self.take(answer);
        }
    }

    /// The program dies here and is started again: only files and journal remain.
    pub fn die_and_reopen(&mut self) {
        let who = self.world.who().clone();
        self.model = Model::new(self.now);
        let opened = self.world.open(Some(who.as_str()));
        self.take(opened);
    }

    /// What came of opening the session again.
    pub fn reopened(&mut self) -> Message {
        let who = self.world.who().clone();
        self.world.open(Some(who.as_str()))
    }

    /// What a program that starts now would find on the disk.
    pub fn saved(&self) -> Known {
        self.world.saved()
    }

    /// What the program was told to be on the disk.
    pub fn acknowledged(&self) -> &Known {
        self.world.acknowledged()
    }

    /// The lines that the journal keeps.
    pub fn drafts(&self) -> &[knownow::domain::draft::Draft] {
        self.world.drafts()
    }

    /// Puts a line into the journal, as it stood there before.
    pub fn journal(&mut self, draft: knownow::domain::draft::Draft) {
        self.world.journal().keep(draft);
    }

    /// The screen at this size as text, with the place of the cursor below it.
    pub fn screen(&self, columns: u16, rows: u16) -> String {
        screen::text(&self.model, columns, rows)
    }

    /// The screen at the three sizes that are looked after.
    pub fn screens(&self) -> String {
        [(80, 24), (120, 36), (140, 45)]
            .map(|(columns, rows)| format!("== {columns}x{rows}\n{}", self.screen(columns, rows)))
            .join("\n")
    }

    /// Every file that was written, with ids by short names, and the lines that the journal keeps.
    pub fn files(&self) -> String {
        self.world.files()
    }
}

/// The moment that `time` means: on its own date, or else on `date`, or else on the first day of the plan.
fn moment(plan: &Plan, date: Option<NaiveDate>, time: &str) -> Stamp {
    let (date, time) = match time.split_once(' ') {
        Some((date, time)) => (date.parse().expect("a date like 2026-12-01"), time),
        None => (date.unwrap_or(plan.days[0].date), time),
    };
    let time =
        NaiveTime::parse_from_str(time, "%H:%M:%S").or_else(|_| NaiveTime::parse_from_str(time, "%H:%M"));
    plan.moment(date, time.expect("a time like 09:16"))
}
