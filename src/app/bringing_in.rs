//! Bringing in a timetable that was mailed: it is pasted, what was understood is shown, and a key takes it over.

use std::{collections::BTreeSet, path::PathBuf};

use chrono::NaiveDate;

use super::{
    Model, Overlay, Screen,
    day::{Day, Edited},
    entry::EntryPurpose,
    home::SessionState,
    message::{Action, At, Effect, Message, ModelsFor},
    notice::Notice,
    page,
    pasted::{Pasted, Phase},
    picker::{Choice, Picker, Purpose, Row},
    plan_page::PlanNotice,
};
use crate::domain::{
    ids::{RecordId, SlotId, VisitId},
    note::NotePlace,
    plan::Plan,
    read_timetable::ReadTimetable,
    records::Records,
    replanning::{OnTheDay, Replanned, Running, Stays},
    stamp::Stamp,
    taking_over::{Doubt, FromModel},
};

/// A table on its way into a plan.
#[derive(Debug, Clone)]
pub struct BringingIn {
    /// What was pasted, and what was found in it.
    pub pasted: Pasted<Found>,
    /// Whether it is asked once more, since two rows would be at one time.
    pub asks: bool,
    /// Whether what is shown, or asked, has been on the screen: no key answers what nobody saw.
    seen: bool,
    /// What it was last read for.
    goal: Goal,
    /// Whether the session is opened whose timetable it is to be.
    opens: bool,
}

/// What a table is read for.
#[derive(Debug, Clone, PartialEq)]
pub enum Goal {
    /// That is not said yet.
    Unknown,
    /// To become the timetable of a session that is there.
    Session(Box<InSession>),
    /// To become the timetable of a review that is planned with it.
    New(NewReview),
}

/// The session on the screen, as far as a timetable depends on it.
#[derive(Debug, Clone, PartialEq)]
pub struct InSession {
    /// Its folder.
    pub folder: PathBuf,
    /// Its plan.
    pub plan: Plan,
    /// All that holds on to places of the plan, the private notes among the others.
    pub records: Records,
    /// How the day stands, if notes hold on to the plan: what the table changes is recorded then.
    pub running: Option<Running>,
}

/// A review that is planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReview {
    /// The id of the review model.
    pub model: String,
    /// The host school.
    pub host: String,
    /// The dates of its days, as far as they are agreed; the first one at least.
    pub dates: Vec<NaiveDate>,
}

/// A table that is to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Stands in the answer, and in the ids of whatever is new.
    pub id: RecordId,
    /// What was pasted, or the name of a file.
    pub text: String,
    /// What for.
    pub goal: Goal,
}

/// What was found in a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What was read.
    pub table: ReadTimetable,
    /// What it makes of its goal.
    pub made: Made,
}

impl Found {
    /// How it is recorded, on a day that has begun.
    #[must_use]
    pub fn on_the_day(&self) -> Option<&OnTheDay> {
        match &self.made {
            Made::Replanned(replanned) => replanned.on_the_day.as_ref(),
            Made::Nothing | Made::New { .. } => None,
        }
    }

    /// Whether the timetable would stand there twice as it was understood.
    #[must_use]
    pub fn is_double(&self) -> bool {
        let doubts: &[Doubt] = match &self.made {
            Made::Nothing => &[],
            Made::Replanned(replanned) => &replanned.doubts,
            Made::New { doubts, .. } => doubts,
        };
        doubts.iter().any(|doubt| doubt.what.is_double())
    }
}

/// What a table makes of its goal.
#[derive(Debug, Clone, PartialEq)]
pub enum Made {
    /// Nothing yet.
    Nothing,
    /// The plan of the session with this timetable.
    Replanned(Box<Replanned>),
    /// A review that has this timetable.
    New {
        /// What the table leaves open.
        doubts: Vec<Doubt>,
        /// What its rows get from the review model.
        from_model: Vec<FromModel>,
    },
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BroughtIn {
    /// It was taken over.
    Taken {
        /// The rows of the timetable now.
        rows: usize,
        /// The edition of the plan now.
        revision: u32,
    },
    /// It was recorded as changes of the day.
    Recorded {
        /// How many changes.
        changes: usize,
        /// What stays as it is, whatever the table says.
        stays: Vec<Stays>,
    },
    /// Nothing in it is different from the plan.
    NothingDifferent,
    /// The plan or its notes changed while it was looked at: it was read again.
    ReadAgain,
}

impl BringingIn {
    fn new() -> Self {
        Self {
            pasted: Pasted::new(EntryPurpose::Table),
            asks: false,
            seen: false,
            goal: Goal::Unknown,
            opens: false,
        }
    }

    fn receive(&mut self, message: Message) {
        self.pasted.receive(message);
        self.asks &= matches!(self.pasted.phase, Phase::Shown(_));
    }

    /// Asks once more, at the head of the picture; the key that led here is no answer.
    fn ask(&mut self) {
        self.pasted.scroll.start_again();
        self.asks = true;
        self.seen = false;
    }

    /// Says what it is read for, and has it read.
    fn read(&mut self, at: At, goal: Goal) -> Vec<Effect> {
        self.asks = false;
        self.seen = false;
        self.opens = false;
        let Some(text) = self.pasted.read(at) else {
            return Vec::new();
        };
        self.goal = goal.clone();
        vec![Effect::ReadTable(Box::new(Job {
            id: at.fresh,
            text,
            goal,
        }))]
    }
}

impl InSession {
    /// Whether a timetable would become of it what it becomes of `other`: further notes at places that are held already
    /// make no difference, and colleagues make them all the time.
    fn holds_like(&self, other: &Self) -> bool {
        self.folder == other.folder
            && self.plan == other.plan
            && self.records.changes == other.records.changes
            && held(&self.records) == held(&other.records)
            && self.running.is_some() == other.running.is_some()
    }

    fn of(day: &Day, now: Stamp) -> Self {
        let mut records = day.records.clone();
        records.notes.merge(day.private.clone());
        Self {
            folder: day.folder.clone(),
            plan: day.plan.clone(),
            records,
            running: day.running(now),
        }
    }
}

/// The places of the timetable that something recorded holds on to.
fn held(records: &Records) -> BTreeSet<(SlotId, Option<VisitId>)> {
    let notes = records.notes.all().map(|note| note.body.place.id());
    let placed = records.placings.all();
    let placed = placed.filter_map(|placing| placing.body.at_place().map(NotePlace::id));
    let notes = notes.chain(placed).map(|place| (place.slot, place.visit));
    let ticks = records.asked.all();
    let ticks = ticks.map(|tick| {
        (
            tick.body.slot.id.clone(),
            tick.body.visit.as_ref().map(|visit| visit.id.clone()),
        )
    });
    notes.chain(ticks).collect()
}

/// What is in `model` has been on the screen.
pub(super) fn was_drawn(model: &mut Model) {
    if let (Some(Overlay::BringingIn), Some(bringing)) = (&model.overlay, &mut model.bringing_in) {
        bringing.seen = matches!(bringing.pasted.phase, Phase::Shown(_));
    }
}

/// Opens the box into which a table is pasted, if the plan on the screen may get another timetable.
pub(super) fn open(model: &mut Model) {
    if let Some(Err(why)) = model.day().map(Day::may_take_table) {
        model.notice = Some(Notice::Plan(PlanNotice::Unchanged(why)));
        return;
    }
    model.bringing_in = Some(BringingIn::new());
    model.overlay = Some(Overlay::BringingIn);
}

/// What a key does in the box, or on the picture of what was understood.
pub(super) fn on_key(model: &mut Model, at: At, message: Message) -> Vec<Effect> {
    let Some(bringing) = &mut model.bringing_in else {
        model.overlay = None;
        return Vec::new();
    };
    match (message, &bringing.pasted.phase) {
        // What was pasted stays in the box.
        (Message::Asked(Action::Close), Phase::Shown(_)) => {
            bringing.receive(Message::Asked(Action::Edit(super::capture::Edit::Backspace)));
        }
        (Message::Asked(Action::Close), _) => {
            model.overlay = None;
            model.bringing_in = None;
        }
        (Message::Asked(Action::Enter), Phase::Writing(_)) => return read(model, at),
        (Message::Asked(Action::Enter), Phase::Shown(_)) if bringing.seen => return take(model, at, false),
        (Message::Asked(Action::TakeOver), Phase::Shown(_)) if bringing.seen && bringing.asks => {
            return take(model, at, true);
        }
        (message, _) => bringing.receive(message),
    }
    Vec::new()
}

/// Has the table read: for the session on the screen, or else to see what is in it.
fn read(model: &mut Model, at: At) -> Vec<Effect> {
    let goal = model.day().map_or(Goal::Unknown, |day| {
        Goal::Session(Box::new(InSession::of(day, at.now)))
    });
    model.overlay = Some(Overlay::BringingIn);
    let bringing = model.bringing_in.as_mut();
    bringing.map_or_else(Vec::new, |bringing| bringing.read(at, goal))
}

/// A table was read: what was understood is shown, or why nothing was.
pub(super) fn hear(model: &mut Model, id: RecordId, found: Result<Box<Found>, String>) {
    let Some(bringing) = &mut model.bringing_in else {
        return;
    };
    if !bringing.opens && bringing.pasted.waits_for(id) {
        bringing.pasted.show(found);
    }
}

/// What is shown is right: it is taken over, or it is asked where to; where two rows would be at one time, it has to be
/// `knowing`, or it is asked once more.
fn take(model: &mut Model, at: At, knowing: bool) -> Vec<Effect> {
    let Some(bringing) = &model.bringing_in else {
        return Vec::new();
    };
    let Phase::Shown(found) = &bringing.pasted.phase else {
        return Vec::new();
    };
    let goal = &bringing.goal;
    match (&found.made, goal) {
        (Made::Replanned(replanned), Goal::Session(session)) => {
            let (replanned, same) = (replanned.clone(), replanned.difference.is_nothing());
            let is_as_read = model
                .day()
                .is_some_and(|day| InSession::of(day, at.now).holds_like(session));
            if !is_as_read {
                model.notice = Some(Notice::BroughtIn(BroughtIn::ReadAgain));
                return read(model, at);
            }
            if !same && !knowing && found.is_double() {
                return ask_once_more(model);
            }
            take_over(model, at, *replanned, same)
        }
        (Made::New { .. }, Goal::New(_)) if found.is_double() && !knowing => ask_once_more(model),
        (Made::New { .. }, Goal::New(review)) => {
            let (review, table) = (review.clone(), Box::new(found.table.clone()));
            if let Screen::Home(home) = &mut model.screen {
                home.plan_begun = true;
            }
            model.overlay = None;
            model.bringing_in = None;
            vec![Effect::NewSession {
                review,
                table: Some(table),
                knowing: false,
            }]
        }
        _ => where_to(model),
    }
}

fn ask_once_more(model: &mut Model) -> Vec<Effect> {
    if let Some(bringing) = &mut model.bringing_in {
        bringing.ask();
    }
    Vec::new()
}

/// Agrees the plan with the timetable of the table, or records what it changes today, and shows it.
fn take_over(model: &mut Model, at: At, replanned: Replanned, same: bool) -> Vec<Effect> {
    model.overlay = None;
    model.bringing_in = None;
    let Screen::Day(day) = &mut model.screen else {
        return Vec::new();
    };
    if same {
        model.notice = Some(Notice::BroughtIn(BroughtIn::NothingDifferent));
        return Vec::new();
    }
    let mut reply = super::day::Reply::default();
    let (done, recorded) = match replanned.on_the_day {
        Some(OnTheDay { changes, stays }) => {
            let recorded = BroughtIn::Recorded {
                changes: changes.len(),
                stays,
            };
            let done = day.record_table(at, changes, &replanned.plan, &mut reply);
            (done, Some(recorded))
        }
        None => (day.take_table(at, replanned.plan, &mut reply), None),
    };
    match done {
        Ok(Edited::Nothing) => model.notice = Some(Notice::BroughtIn(BroughtIn::NothingDifferent)),
        Ok(_) => {
            let taken = recorded.unwrap_or(BroughtIn::Taken {
                rows: day.plan.days.iter().map(|day| day.slots.len()).sum(),
                revision: day.plan.revision,
            });
            reply.effects.extend(page::open_plan(model));
            model.notice = Some(Notice::BroughtIn(taken));
        }
        Err(why) => model.notice = Some(Notice::Plan(PlanNotice::Unchanged(why))),
    }
    reply.effects
}

/// Asks whose timetable it is to be; without any session only a new one is left.
fn where_to(model: &mut Model) -> Vec<Effect> {
    let Screen::Home(home) = &model.screen else {
        return Vec::new();
    };
    let is_planned = |state: &SessionState| {
        !matches!(
            state,
            SessionState::Rehearsal(_) | SessionState::Unreadable { .. }
        )
    };
    let sessions = home.sessions.iter().filter(|listed| is_planned(&listed.state));
    let mut known: Vec<Row> = sessions
        .map(|listed| {
            let words = format!("{} - {}", listed.school, listed.title);
            let date = listed.begins.map(|begins| begins.date().to_string());
            Row::new(
                Choice::Session(listed.folder.clone()),
                words,
                date.unwrap_or_default(),
            )
        })
        .collect();
    if known.is_empty() {
        return plan_with_it();
    }
    tell_apart(&mut known);
    let new = Row::new(Choice::NewReview, String::new(), String::new()).also("new session review plan");
    let rows = std::iter::once(new).chain(known).collect();
    model.overlay = Some(Overlay::Picker(Picker::new(Purpose::TableInto, rows, 0)));
    Vec::new()
}

/// Puts the name of its folder beside a session that another one of the same school and day is like.
fn tell_apart(rows: &mut [Row]) {
    let said = |row: &Row| (row.words.clone(), row.aside.clone());
    let all: Vec<(String, String)> = rows.iter().map(said).collect();
    for row in rows {
        let twice = all.iter().filter(|other| **other == said(row)).count() > 1;
        if let Choice::Session(folder) = &row.choice
            && twice
        {
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            // Most folders begin with the date.
            row.aside = if name.contains(&row.aside) {
                name.into_owned()
            } else {
                format!("{}  {name}", row.aside)
            };
        }
    }
}

/// A review is to be planned with the table: of which model?
pub(super) fn plan_with_it() -> Vec<Effect> {
    vec![Effect::FindModels(ModelsFor::NewWithTable)]
}

/// The session was picked whose timetable it is to be: it is opened first.
pub(super) fn take_session(model: &mut Model, folder: PathBuf) -> Vec<Effect> {
    if let Some(bringing) = &mut model.bringing_in {
        bringing.pasted.phase = Phase::Reading;
        bringing.opens = true;
    }
    vec![Effect::Open { folder, person: None }]
}

/// A session is open: the table that was brought for it is read again, since it is known now what it is to be.
pub(super) fn goes_on(model: &mut Model, at: At) -> Vec<Effect> {
    if !model.bringing_in.as_ref().is_some_and(|bringing| bringing.opens) {
        model.bringing_in = None;
        return Vec::new();
    }
    if let Some(Err(why)) = model.day().map(Day::may_take_table) {
        model.notice = Some(Notice::Plan(PlanNotice::Unchanged(why)));
        model.bringing_in = None;
        return Vec::new();
    }
    read(model, at)
}

/// What is known of a new review: if it is planned with a table, that is read for it.
pub(super) fn take_review(model: &mut Model, at: At, review: NewReview) -> Vec<Effect> {
    let Some(bringing) = &mut model.bringing_in else {
        if let Screen::Home(home) = &mut model.screen {
            home.plan_begun = true;
        }
        return vec![Effect::NewSession {
            review,
            table: None,
            knowing: false,
        }];
    };
    model.overlay = Some(Overlay::BringingIn);
    bringing.read(at, Goal::New(review))
}

/// The dates that the table says for the review that is planned with it, as they are typed.
pub(super) fn dates(model: &Model) -> String {
    let phase = model.bringing_in.as_ref().map(|bringing| &bringing.pasted.phase);
    let Some(Phase::Shown(found)) = phase else {
        return String::new();
    };
    let table = &found.table;
    let mut dates: Vec<NaiveDate> = table.days.iter().filter_map(|day| day.date).collect();
    if dates.is_empty() {
        dates.extend(table.dates.first().map(|said| said.date));
    }
    let dates: Vec<String> = dates.iter().map(NaiveDate::to_string).collect();
    dates.join(", ")
}
