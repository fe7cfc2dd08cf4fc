//! Taking in notes that a colleague mailed: they are pasted or named, what they bring is shown, and a key takes it.

use std::path::PathBuf;

use super::{
    Model, Overlay, Screen,
    day::Day,
    entry::EntryPurpose,
    message::{Action, At, Effect, Message, NotesAction},
    notice::Notice,
    on_top::settle,
    passphrase,
    pasted::{Pasted, Phase},
    picker::{Choice, Picker, Purpose, Row},
};
use crate::domain::{
    clock_offset::{ClockOffsets, MOST},
    hand_over::{day_told::DayTold, taken::TakenIn},
    ids::{PersonId, RecordId, WriterId},
    jotted::WrittenIn,
    passphrase::Passphrase,
    plan::Plan,
    records::Records,
};

/// Notes on their way into a session.
#[derive(Debug, Clone)]
pub struct TakingIn {
    /// What was pasted, and what was found in it.
    pub pasted: Pasted<Found>,
    /// Minutes by which the clock of who handed over is behind ours.
    pub offset: i64,
    /// Whose words a text without any mark of a hand-over is.
    author: Option<PersonId>,
    /// What opens it, if it is sealed.
    passphrase: Option<Passphrase>,
}

/// What notes are read for, or taken in with.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Stands in the answer.
    pub id: RecordId,
    /// What was pasted, or the name of a file.
    pub text: String,
    /// Whether what was handed over is taken in, and not only looked at.
    pub takes: bool,
    /// Minutes to be added to the times of who handed over; none where several did, each with a clock of their own.
    pub offset: Option<i64>,
    /// Whose words a text without any mark of a hand-over is.
    pub author: Option<PersonId>,
    /// What opens it, if it is sealed.
    pub passphrase: Option<Passphrase>,
    /// Who takes it in.
    pub me: PersonId,
    /// Whose file notes go into that were written as prose.
    pub writer: WriterId,
    /// The session's folder.
    pub folder: PathBuf,
    /// The plan.
    pub plan: Plan,
    /// All that is known, the private notes among it.
    pub records: Records,
}

/// What was found in a text, or became of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// A hand-over, and what it would bring.
    HandedOver(TakenIn),
    /// Prose: whose, and what it would become.
    Prose(String, WrittenIn),
    /// Prose of somebody who is not chosen yet, and whom it names as its writer.
    WhoseProse(Option<PersonId>),
    /// A sealed file; whether a passphrase was tried that does not open it.
    Sealed(bool),
    /// A hand-over was taken in; with what is known of clocks from now on.
    Taken(TakenIn, ClockOffsets),
}

/// What became of it, to be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotesTaken {
    /// A hand-over brought so many new notes, all new records, and so many that are damaged.
    HandedOver {
        /// New notes.
        notes: usize,
        /// Notes that are struck out.
        struck: usize,
        /// All new records.
        records: usize,
        /// Damaged ones, which were not taken in.
        damaged: usize,
        /// What is new of the day, group by group.
        day: Vec<DayTold>,
    },
    /// Prose became so many notes.
    Prose {
        /// Whose.
        whose: String,
        /// All notes.
        notes: usize,
        /// Those of them without a place.
        tray: usize,
    },
    /// Everything was here already.
    NothingNew,
    /// It was not taken in, and why.
    Failed(String),
}

impl TakingIn {
    fn new() -> Self {
        Self {
            pasted: Pasted::new(EntryPurpose::Notes),
            offset: 0,
            author: None,
            passphrase: None,
        }
    }

    fn receive(&mut self, message: Message) {
        match message {
            Message::Asked(Action::Notes(NotesAction::ClockOn)) => self.set_clock(1),
            Message::Asked(Action::Notes(NotesAction::ClockBack)) => self.set_clock(-1),
            Message::Asked(Action::Notes(NotesAction::Again)) => self.take_again(),
            message => self.pasted.receive(message),
        }
    }

    /// What was struck out since is to be taken in as well.
    fn take_again(&mut self) {
        if let Phase::Shown(found) = &mut self.pasted.phase
            && let Found::Prose(_, written) = &mut **found
        {
            written.take_again();
            self.pasted.scroll.lay_again();
        }
    }

    fn set_clock(&mut self, minutes: i64) {
        let is_by_one = |found: &Found| matches!(found, Found::HandedOver(taken) if taken.is_by_one());
        if matches!(&self.pasted.phase, Phase::Shown(found) if is_by_one(found)) {
            self.offset = (self.offset + minutes).clamp(-MOST, MOST);
            self.pasted.scroll.lay_again();
        }
    }
}

/// Opens the box into which notes are pasted.
pub(super) fn open(model: &mut Model) {
    let Some(day) = model.day() else { return };
    if day.read_only.is_some() {
        model.notice = Some(Notice::ReadOnly);
        return;
    }
    model.taking_in = Some(TakingIn::new());
    model.overlay = Some(Overlay::TakingIn);
}

/// Takes what was pasted onto the day where it is no note but notes that are brought: it is read at once.
pub(super) fn brought(model: &mut Model, at: At, text: &str) -> Vec<Effect> {
    open(model);
    let Some(taking) = &mut model.taking_in else {
        return Vec::new();
    };
    taking.pasted.text.paste_lines(text);
    ask(model, at, false)
}

/// What a key does in the box, or on the picture of what the notes bring.
pub(super) fn on_key(model: &mut Model, at: At, message: Message) -> Vec<Effect> {
    let Some(taking) = &mut model.taking_in else {
        model.overlay = None;
        return Vec::new();
    };
    match (message, &taking.pasted.phase) {
        (Message::Asked(Action::Close), _) => close(model),
        (Message::Asked(Action::Enter), Phase::Writing(_)) => {
            (taking.author, taking.offset) = (None, 0);
            taking.passphrase = None;
            return ask(model, at, false);
        }
        (Message::Asked(Action::Enter), Phase::Shown(_)) => return take(model, at),
        (message, _) => taking.receive(message),
    }
    Vec::new()
}

fn close(model: &mut Model) {
    model.overlay = None;
    model.taking_in = None;
}

/// Has the notes read, or taken in.
fn ask(model: &mut Model, at: At, takes: bool) -> Vec<Effect> {
    let (Screen::Day(day), Some(taking)) = (&model.screen, &mut model.taking_in) else {
        return Vec::new();
    };
    let is_by_one = match &taking.pasted.phase {
        Phase::Shown(found) => matches!(&**found, Found::HandedOver(brought) if brought.is_by_one()),
        Phase::Writing(_) | Phase::Reading => false,
    };
    let Some(text) = taking.pasted.read(at) else {
        return Vec::new();
    };
    let mut records = day.records.clone();
    records.notes.merge(day.private.clone());
    vec![Effect::TakeNotes(Box::new(Job {
        id: at.fresh,
        text,
        takes,
        offset: is_by_one.then_some(taking.offset),
        author: taking.author.clone(),
        passphrase: taking.passphrase.clone(),
        me: day.me.person.clone(),
        writer: day.me.writer,
        folder: day.folder.clone(),
        plan: day.plan.clone(),
        records,
    }))]
}

/// The notes were read or taken in: what they bring is shown, or what became of them is said.
pub(super) fn hear(model: &mut Model, id: RecordId, found: Result<Box<Found>, String>) {
    if let Ok(taken) = &found
        && let Found::Taken(taken, clocks) = &**taken
    {
        return taken_in(model, id, taken, clocks.clone());
    }
    let Some(taking) = &mut model.taking_in else {
        // The box was left while they were taken in.
        if let Err(why) = found {
            model.notice = Some(Notice::NotesTaken(NotesTaken::Failed(why)));
        }
        return;
    };
    if !taking.pasted.waits_for(id) {
        return;
    }
    match found {
        Ok(found) if matches!(*found, Found::WhoseProse(_)) => {
            taking.pasted.phase = Phase::Writing(None);
            whose(model, *found);
        }
        Ok(found) if matches!(*found, Found::Sealed(_)) => {
            taking.pasted.phase = Phase::Writing(None);
            // While the screen is hidden nothing comes out: Enter in the box asks again.
            if matches!(model.overlay, Some(Overlay::TakingIn)) {
                passphrase::ask_to_open(model, *found == Found::Sealed(true));
            }
        }
        found => {
            if let (Ok(found), Screen::Day(day)) = (&found, &model.screen)
                && let Found::HandedOver(taken) = &**found
            {
                taking.offset = known_clock(day, taken);
            }
            taking.pasted.show(found);
        }
    }
}

/// What is known of the clock of who handed over.
fn known_clock(day: &Day, taken: &TakenIn) -> i64 {
    let mut others = taken.writers.iter().map(|brought| brought.writer);
    let other = others.find(|writer| *writer != day.me.writer);
    other.map_or(0, |writer| day.clocks.minutes(writer))
}

/// A hand-over is on the disk: its notes come onto the screen as those in the folder do.
fn taken_in(model: &mut Model, id: RecordId, taken: &TakenIn, clocks: ClockOffsets) {
    if let Screen::Day(day) = &mut model.screen {
        day.set_clocks(clocks);
    }
    let is_waited_for = |taking: &TakingIn| taking.pasted.waits_for(id);
    if model.taking_in.as_ref().is_some_and(is_waited_for) {
        // Where the screen is hidden the box is gone when it comes back.
        model.taking_in = None;
        settle(model);
    }
    model.notice = Some(Notice::NotesTaken(match taken.new_records() {
        0 if taken.damaged.is_empty() => NotesTaken::NothingNew,
        records => NotesTaken::HandedOver {
            notes: taken.new_notes(),
            struck: taken.new_struck(),
            records,
            damaged: taken.damaged.len(),
            day: taken.day.clone(),
        },
    }));
}

/// A passphrase was typed: the file is opened with it.
pub(super) fn take_passphrase(model: &mut Model, at: At, typed: Passphrase) -> Vec<Effect> {
    model.overlay = Some(Overlay::TakingIn);
    if let Some(taking) = &mut model.taking_in {
        taking.passphrase = Some(typed);
    }
    ask(model, at, false)
}

/// Asks whose words a text is; not over a hidden screen: Enter in the box asks again.
fn whose(model: &mut Model, found: Found) {
    if !matches!(model.overlay, Some(Overlay::TakingIn)) {
        return;
    }
    let Some(day) = model.day() else { return };
    let Found::WhoseProse(named) = found else { return };
    let row = |person: &crate::domain::plan::Person| {
        let choice = if named.as_ref() == Some(&person.id) {
            Choice::NamedAuthor
        } else {
            Choice::Person
        };
        Row::new(choice(person.id.clone()), person.name.clone(), String::new())
    };
    let mut people: Vec<_> = day.today.plan.people.iter().collect();
    // Whom the text names comes first; one's own words are rarely mailed to oneself, and come last.
    people.sort_by_key(|person| (named.as_ref() != Some(&person.id), person.id == day.me.person));
    let rows = people.into_iter().map(row).collect();
    model.overlay = Some(Overlay::Picker(Picker::unchosen(Purpose::NotesOf, rows)));
}

/// It was picked whose words a text is: it is read as theirs.
pub(super) fn take_author(model: &mut Model, at: At, choice: Choice) -> Vec<Effect> {
    let (Choice::Person(author) | Choice::NamedAuthor(author)) = choice else {
        return Vec::new();
    };
    model.overlay = Some(Overlay::TakingIn);
    if let Some(taking) = &mut model.taking_in {
        taking.author = Some(author);
    }
    ask(model, at, false)
}

/// What is shown is right: it is taken in.
fn take(model: &mut Model, at: At) -> Vec<Effect> {
    let Some(TakingIn { pasted, offset, .. }) = &model.taking_in else {
        return Vec::new();
    };
    let Phase::Shown(found) = &pasted.phase else {
        return Vec::new();
    };
    match &**found {
        Found::HandedOver(taken)
            if taken.new_records() > 0
                || model.day().is_some_and(|day| known_clock(day, taken) != *offset) =>
        {
            ask(model, at, true)
        }
        Found::Prose(whose, written) if !written.is_empty() => {
            let (whose, written) = (whose.clone(), written.clone());
            close(model);
            let Screen::Day(day) = &mut model.screen else {
                return Vec::new();
            };
            let reply = day.write_in(at, whose, &written);
            model.notice = reply.notice;
            reply.effects
        }
        Found::HandedOver(taken) if !taken.damaged.is_empty() => {
            let damaged = taken.damaged.len();
            close(model);
            model.notice = Some(Notice::NotesTaken(NotesTaken::HandedOver {
                notes: 0,
                struck: 0,
                records: 0,
                damaged,
                day: Vec::new(),
            }));
            Vec::new()
        }
        _ => {
            close(model);
            model.notice = Some(Notice::NotesTaken(NotesTaken::NothingNew));
            Vec::new()
        }
    }
}
