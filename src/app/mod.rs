//! What is on the screens, as a value, and how it changes: `update` takes a message and returns effects.

pub mod bringing_in;
pub mod capture;
pub mod check;
pub mod coverage;
mod covering;
pub mod day;
pub mod entry;
pub mod findings;
pub mod handing_over;
pub mod home;
pub mod late;
mod leaving;
pub mod message;
pub mod moving;
mod new_plan;
pub mod notice;
pub mod page;
pub mod picker;
pub mod plan_page;
pub mod report;
pub mod taking_in;

use capture::Edit;
use covering::{blank, scrolled, show_help, uncover};
use day::Day;
use entry::{Entry, EntryPurpose};
use home::Home;
use leaving::{leave_after_all, quit};
use message::{
    Action, At, Effect, FindingsAction, Message, ModelsFor, NotesAction, Opened, PaletteRow, PlanAction,
};
use notice::Notice;
use page::Page;
use picker::{Choice, Picker, Purpose, Row};

use crate::domain::stamp::Stamp;

/// Everything that can be seen.
#[derive(Debug, Clone)]
pub struct Model {
    /// The local time.
    pub now: Stamp,
    /// What fills the screen.
    pub screen: Screen,
    /// The page over the running day, if one is open.
    pub page: Option<Page>,
    /// What lies on top of it.
    pub overlay: Option<Overlay>,
    /// What is said in the notice line.
    pub notice: Option<Notice>,
    /// What is chosen to be handed on, and how far the making of it is.
    pub report: report::Sheet,
    /// What should be seen to before anything is handed on.
    pub check: check::CheckList,
    /// The timetable that is brought in.
    pub bringing_in: Option<bringing_in::BringingIn>,
    /// The notes of a colleague that are taken in.
    pub taking_in: Option<taking_in::TakingIn>,
}

/// What fills the screen.
#[derive(Debug, Clone)]
pub enum Screen {
    /// The sessions on this machine.
    Home(Home),
    /// A session.
    Day(Box<Day>),
}

/// What lies on top of the screen.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// The help.
    Help {
        /// Rows out of sight above.
        first: usize,
        /// What lay on top before, which comes back.
        below: Option<Box<Self>>,
    },
    /// A list to pick from.
    Picker(Picker),
    /// Running late, or otherwise than planned.
    Late(Box<late::Late>),
    /// Why nothing can be done now about running late.
    Refused(late::LateNotice),
    /// Which class and which question has what.
    Coverage(coverage::Scroll),
    /// Which notes are to be moved.
    Moving(moving::Run),
    /// What is handed on, in which forms and where to.
    Report,
    /// What should be seen to before anything is handed on.
    Check,
    /// A timetable that is brought in.
    BringingIn,
    /// Notes of a colleague that are taken in.
    TakingIn,
    /// A line to type.
    Entry(Entry),
    /// Nothing to be seen, until any key brings back what lay on top.
    Blank(Option<Box<Self>>),
    /// The question whether to leave.
    Leave,
}

/// Rows that a page in a list has, as far as keys are concerned.
const PAGE: usize = 10;

impl Model {
    /// The first screen, before anything was found.
    #[must_use]
    pub fn new(now: Stamp) -> Self {
        Self {
            now,
            screen: Screen::Home(Home::default()),
            page: None,
            overlay: None,
            notice: None,
            report: report::Sheet::default(),
            check: check::CheckList::default(),
            bringing_in: None,
            taking_in: None,
        }
    }

    fn show_home(&mut self, found: home::Found) {
        self.screen = Screen::Home(Home::with(found));
        self.page = None;
        self.overlay = None;
        self.bringing_in = None;
        self.taking_in = None;
    }

    /// The session on the screen.
    #[must_use]
    pub fn day(&self) -> Option<&Day> {
        match &self.screen {
            Screen::Day(day) => Some(day),
            Screen::Home(_) => None,
        }
    }

    /// Whether something is typed or recorded that the disk has not confirmed.
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        self.day()
            .is_some_and(|day| !day.saving.all_saved() || !day.planning.all_saved())
    }
}

/// Takes in what happened at a moment; returns what is to be done.
pub fn update(model: &mut Model, at: At, message: Message) -> Vec<Effect> {
    model.now = at.now;
    if is_from_a_person(&message) {
        model.notice = None;
    }
    match message {
        Message::Opened(opened) => open(model, at, *opened),
        Message::NotOpened { why, closed } => {
            if let Some(found) = closed {
                model.show_home(found);
            }
            if let Screen::Home(home) = &mut model.screen {
                home.plan_begun = false;
            }
            model.bringing_in = None;
            model.notice = Some(Notice::NotOpened(why));
            Vec::new()
        }
        Message::SessionsFound(found) => {
            model.show_home(found);
            Vec::new()
        }
        Message::WhoIsThere { folder, people } => {
            let row = |(id, name)| Row::new(Choice::Person(id), name, String::new());
            let rows = people.into_iter().map(row).collect();
            model.overlay = Some(Overlay::Picker(Picker::new(Purpose::WhoAmI(folder), rows, 0)));
            Vec::new()
        }
        Message::PaletteOpened(actions) => {
            let row =
                |row: PaletteRow| Row::new(Choice::Action(row.action), row.words, row.keys).also(row.also);
            let rows = actions.into_iter().map(row).collect();
            model.overlay = Some(Overlay::Picker(Picker::new(Purpose::Palette, rows, 0)));
            Vec::new()
        }
        Message::ModelsFound {
            wanted,
            models,
            problems,
        } => {
            new_plan::models_found(model, wanted, models, problems);
            Vec::new()
        }
        Message::FolderFound(folder) => {
            model.report.folder = Some(folder);
            Vec::new()
        }
        Message::Report(serial, news) => {
            report::hear(model, serial, news);
            Vec::new()
        }
        Message::TableRead(id, found) => {
            bringing_in::hear(model, id, found);
            Vec::new()
        }
        Message::NotesRead(id, found) => {
            taking_in::hear(model, id, found);
            Vec::new()
        }
        Message::HandOverProposed(file) => {
            handing_over::ask(model, &file);
            Vec::new()
        }
        Message::HandedOver(became) => {
            handing_over::hear(model, became);
            Vec::new()
        }
        Message::HolidaysFound(holidays) => {
            page::know_holidays(model, holidays);
            Vec::new()
        }
        message if is_from_a_person(&message) && model.overlay.is_some() => on_overlay(model, at, message),
        Message::Asked(action) => ask(model, at, action),
        message => on_screen(model, at, message),
    }
}

fn is_from_a_person(message: &Message) -> bool {
    matches!(
        message,
        Message::Typed(_) | Message::Pasted(_) | Message::Moved(..) | Message::Asked(_)
    )
}

fn open(model: &mut Model, at: At, opened: Opened) -> Vec<Effect> {
    let (day, reply) = Day::open(at, opened);
    let is_new = matches!(&model.screen, Screen::Home(home) if home.plan_begun);
    model.page = None;
    model.screen = Screen::Day(Box::new(day));
    model.overlay = None;
    model.taking_in = None;
    model.notice = reply.notice;
    let mut effects = reply.effects;
    effects.extend(bringing_in::goes_on(model, at));
    if is_new {
        model.notice = Some(Notice::Plan(plan_page::PlanNotice::Begun));
        effects.extend(page::open_plan(model));
    }
    effects
}

/// Passes a message on to what fills the screen; what a person does, to the page over it.
fn on_screen(model: &mut Model, at: At, message: Message) -> Vec<Effect> {
    if model.page.is_some() && is_from_a_person(&message) {
        return page::receive(model, at, &message);
    }
    match &mut model.screen {
        Screen::Home(home) => match message {
            Message::Asked(Action::Enter) if home.table_chosen() => ask(model, at, Action::BringIn),
            Message::Asked(action) => home.act(action),
            _ => Vec::new(),
        },
        Screen::Day(day) => {
            let found = matches!(message, Message::Found(_) | Message::Arrived(_));
            let reply = day.receive(at, message);
            if reply.notice.is_some() {
                model.notice = reply.notice;
            }
            let mut effects = reply.effects;
            late::refresh(model);
            if found {
                page::heard(model);
                check::refresh(model);
            }
            effects.extend(leave_after_all(model));
            effects
        }
    }
}

/// Does what was asked for: what is the same everywhere here, the rest on the screen.
fn ask(model: &mut Model, at: At, action: Action) -> Vec<Effect> {
    match action {
        Action::Blank => blank(model),
        Action::Help => show_help(model),
        Action::Redraw => return vec![Effect::Redraw],
        Action::Suspend => return vec![Effect::Suspend],
        Action::Quit => return quit(model),
        Action::Sessions | Action::Demo | Action::WhoAmI if model.has_unsaved() => {
            model.notice = Some(Notice::Saving);
        }
        Action::Sessions => return vec![Effect::FindSessions],
        Action::Demo => return vec![Effect::StartDemo],
        Action::NewPlan => return vec![Effect::FindModels(ModelsFor::NewPlan)],
        Action::BringIn => bringing_in::open(model),
        Action::Notes(NotesAction::HandOver) => return handing_over::open(model),
        Action::Notes(NotesAction::TakeIn) => taking_in::open(model),
        Action::Plan(PlanAction::Open) => return page::open_plan(model),
        Action::Findings(FindingsAction::Open) => page::open_findings(model),
        Action::Findings(FindingsAction::SignOff) if model.page.is_none() => {
            page::open_findings(model);
            return on_screen(model, at, Message::Asked(action));
        }
        Action::Late(action) => return late::ask(model, at, action),
        Action::Report(action) => return report::ask(model, action),
        Action::Check(action) => return check::ask(model, at, action),
        Action::Coverage => coverage::open(model, coverage::Picture::Coverage),
        Action::PlannedAgainstActual => coverage::open(model, coverage::Picture::Day),
        Action::Evidence => coverage::open(model, coverage::Picture::Evidence),
        Action::TakeAlong => return moving::begin(model, at),
        Action::GoTo => model.overlay = model.day().map(|day| Overlay::Picker(day.places())),
        Action::WhoAmI => model.overlay = model.day().map(|day| Overlay::Picker(day.who_am_i())),
        _ => return on_screen(model, at, Message::Asked(action)),
    }
    Vec::new()
}

/// What a key does while something lies on top.
fn on_overlay(model: &mut Model, at: At, message: Message) -> Vec<Effect> {
    let closed = matches!(message, Message::Asked(Action::Close | Action::Help));
    match &model.overlay {
        Some(Overlay::Help { .. }) if closed => {
            uncover(model);
            return Vec::new();
        }
        Some(Overlay::Help { .. } | Overlay::Blank(_) | Overlay::Leave) => {}
        _ if matches!(message, Message::Asked(Action::Help)) => {
            show_help(model);
            return Vec::new();
        }
        _ => {}
    }
    match (model.overlay.as_mut(), message) {
        (Some(Overlay::Blank(_)), _) => uncover(model),
        (Some(_), Message::Asked(Action::Blank)) => blank(model),
        (Some(Overlay::Picker(_)), message) => return on_picker(model, at, message),
        (Some(Overlay::Entry(_)), message) => return on_entry(model, at, message),
        (Some(Overlay::BringingIn | Overlay::TakingIn), Message::Asked(Action::Quit)) => {
            model.overlay = None;
            return quit(model);
        }
        (Some(Overlay::BringingIn), message) => return bringing_in::on_key(model, at, message),
        (Some(Overlay::TakingIn), message) => return taking_in::on_key(model, at, message),
        (Some(Overlay::Leave), Message::Asked(Action::Enter)) => return vec![Effect::Leave],
        (Some(Overlay::Help { first, .. }), Message::Asked(action)) if scrolled(*first, action).is_some() => {
            *first = scrolled(*first, action).unwrap_or_default();
        }
        (_, Message::Asked(Action::Close | Action::Help)) => uncover(model),
        (_, Message::Asked(Action::Quit)) => {
            model.overlay = None;
            return quit(model);
        }
        (Some(Overlay::Late(_)), message) => return late::on_key(model, at, &message),
        (Some(Overlay::Report), message) => return report::on_key(model, at, &message),
        (Some(Overlay::Check), message) => return check::on_key(model, at, &message),
        (Some(Overlay::Refused(_)), message) => return late::on_key_refused(model, at, &message),
        (Some(Overlay::Coverage(_)), message) => coverage::receive(model, &message),
        (Some(Overlay::Moving(_)), message) => moving::receive(model, &message),
        _ => {}
    }
    Vec::new()
}

fn on_picker(model: &mut Model, at: At, message: Message) -> Vec<Effect> {
    let Some(Overlay::Picker(picker)) = &mut model.overlay else {
        return Vec::new();
    };
    let page = isize::try_from(PAGE).unwrap_or(1);
    match message {
        Message::Typed(typed) => picker.type_char(typed),
        Message::Pasted(text) => picker.paste(&text),
        Message::Asked(Action::Edit(Edit::Backspace)) => picker.backspace(),
        Message::Asked(Action::Edit(Edit::Empty)) => picker.empty(),
        Message::Asked(Action::Up) => picker.step(-1),
        Message::Asked(Action::Down) => picker.step(1),
        Message::Asked(Action::PageUp) => picker.step(-page),
        Message::Asked(Action::PageDown) => picker.step(page),
        Message::Asked(Action::Close) => {
            let asked_first = matches!(
                (&picker.purpose, &model.screen),
                (Purpose::WhoAmI(_), Screen::Home(_))
            );
            model.overlay = picker.purpose.below();
            // Below the question that came before anything else there is nothing to be seen yet.
            return asked_first.then_some(Effect::FindSessions).into_iter().collect();
        }
        Message::Asked(Action::Enter) => {
            let choice = picker.choice().cloned().or_else(|| check::unmatched(picker));
            let purpose = picker.purpose.clone();
            let list = model.overlay.take();
            let effects = choice.map_or_else(Vec::new, |choice| take(model, at, purpose, choice));
            if late::is_refused_swap(model.notice.as_ref()) {
                model.overlay = list;
            }
            return effects;
        }
        Message::Asked(Action::Quit) => {
            model.overlay = None;
            return quit(model);
        }
        _ => {}
    }
    Vec::new()
}

fn on_entry(model: &mut Model, at: At, message: Message) -> Vec<Effect> {
    let Some(Overlay::Entry(entry)) = &mut model.overlay else {
        return Vec::new();
    };
    match message {
        Message::Typed(typed) => entry.type_char(typed),
        Message::Pasted(text) => entry.paste(&text),
        Message::Moved(motion, _) => entry.move_cursor(motion),
        Message::Asked(Action::Edit(edit)) => entry.edit(edit),
        Message::Asked(Action::Close) => {
            model.overlay = entry.purpose.below();
        }
        Message::Asked(Action::Enter) => {
            let (purpose, text) = (entry.purpose.clone(), entry.text().trim().to_string());
            model.overlay = None;
            return take_entry(model, at, purpose, text);
        }
        Message::Asked(Action::Quit) => {
            model.overlay = None;
            return quit(model);
        }
        _ => {}
    }
    Vec::new()
}

/// Does what a line was typed for.
fn take_entry(model: &mut Model, at: At, purpose: EntryPurpose, text: String) -> Vec<Effect> {
    match purpose {
        EntryPurpose::Plan(entry) => page::take_line(model, at, entry, &text),
        EntryPurpose::Findings(entry) => page::take_finding_line(model, at, entry, &text),
        EntryPurpose::Check(entry) => check::take_line(model, at, entry, text),
        EntryPurpose::NewHost { model: of } => new_plan::take_host(model, of, text),
        EntryPurpose::NewDates { model: of, host } => new_plan::take_dates(model, at, of, (host, text)),
        EntryPurpose::ReportFolder => report::take_folder(model, text),
        EntryPurpose::HandOver { there } => handing_over::take_line(model, there, text),
        EntryPurpose::Table | EntryPurpose::Notes => Vec::new(),
        EntryPurpose::NotSeen(_) | EntryPurpose::AddVisit | EntryPurpose::AddVisitKnowing(_) => {
            late::take_line(model, at, purpose, text)
        }
    }
}

/// Does what was picked from a list.
fn take(model: &mut Model, at: At, purpose: Purpose, choice: Choice) -> Vec<Effect> {
    match (purpose, choice) {
        (Purpose::WhoAmI(folder), Choice::Person(person)) => {
            vec![Effect::Open {
                folder,
                person: Some(person),
            }]
        }
        (Purpose::Plan(pick), Choice::Plan(choice)) => page::take_pick(model, at, pick, choice),
        (Purpose::Findings(pick), Choice::Findings(choice)) => {
            page::take_finding_pick(model, at, pick, choice)
        }
        (Purpose::Accept(matter), Choice::Because(because)) => {
            check::take_pick(model, at, matter, Some(because))
        }
        (Purpose::Accept(matter), _) => check::take_pick(model, at, matter, None),
        (Purpose::NotesOf, Choice::Person(author)) => taking_in::take_author(model, at, author),
        (_, Choice::Session(folder)) => bringing_in::take_session(model, folder),
        (_, Choice::NewReview) => bringing_in::plan_with_it(),
        (_, Choice::Model(of)) => new_plan::take_model(model, of),
        (Purpose::SwapWith(one, _), Choice::Visit(other) | Choice::VisitHere(other)) => {
            late::swap(model, at, &one, &other)
        }
        (Purpose::NotSeen, Choice::Visit(visit)) => {
            late::ask_why(model, visit);
            Vec::new()
        }
        (Purpose::NotSeen, Choice::SeenAfterAll(visit)) => late::seen_after_all(model, at, &visit),
        (_, Choice::Action(action)) => ask(model, at, action),
        (Purpose::MoveNotes(notes), Choice::Place(place)) => moving::take(model, at, &notes, &place),
        (_, Choice::GoneRows(_)) => {
            if let Screen::Day(day) = &mut model.screen {
                day.show_gone();
            }
            Vec::new()
        }
        (_, Choice::Place(place)) => match &mut model.screen {
            Screen::Day(day) => {
                let reply = day.pick_place(at, &place);
                model.notice = reply.notice;
                reply.effects
            }
            Screen::Home(_) => Vec::new(),
        },
        _ => Vec::new(),
    }
}
