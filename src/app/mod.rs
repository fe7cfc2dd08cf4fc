//! What is on the screens, as a value, and how it changes: `update` takes a message and returns effects.

pub mod capture;
pub mod check;
pub mod coverage;
pub mod day;
pub mod entry;
pub mod findings;
pub mod home;
pub mod late;
pub mod message;
pub mod moving;
mod new_plan;
pub mod notice;
pub mod opened;
pub mod page;
pub mod picker;
pub mod plan_page;
pub mod report;
pub mod safeguarding;

use capture::Edit;
use day::Day;
use entry::Entry;
use home::Home;
use message::{Action, At, Effect, FindingsAction, Message, ModelsFor, Opened, PaletteRow, PlanAction};
use notice::{Notice, TypedNotice};
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
    /// A line to type.
    Entry(Entry),
    /// Nothing to be seen, until any key brings back what lay on top.
    Blank(Option<Box<Self>>),
    /// The question whether to leave.
    Leave,
    /// Nothing but whom to tell, while somebody listens to a child.
    Hidden(safeguarding::Hidden),
    /// The question whether the line that was typed before is discarded, with what lay on top then.
    Discard(Option<Box<Self>>),
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
        }
    }

    fn show_home(&mut self, found: home::Found) {
        self.screen = Screen::Home(Home::with(found));
        self.page = None;
        self.overlay = None;
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
        Message::FolderFound(_)
        | Message::Report(..)
        | Message::TimeNotLogged
        | Message::TakenHome(_)
        | Message::LineErased(_)
        | Message::HolidaysFound(_) => {
            hear(model, message);
            Vec::new()
        }
        message if is_from_a_person(&message) && model.overlay.is_some() => on_overlay(model, at, message),
        Message::Asked(action) => ask(model, at, action),
        message => on_screen(model, at, message),
    }
}

/// Takes in what came of something that was done beside the screen.
fn hear(model: &mut Model, message: Message) {
    match message {
        Message::FolderFound(folder) => model.report.folder = Some(folder),
        Message::Report(serial, news) => report::hear(model, serial, news),
        Message::TimeNotLogged => safeguarding::not_logged(model),
        Message::TakenHome(told) => model.notice = Some(Notice::TakenHome(told)),
        Message::LineErased(erased) => model.notice = Some(Notice::LineDiscarded { erased }),
        Message::HolidaysFound(holidays) => page::know_holidays(model, holidays),
        _ => {}
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
    model.notice = reply.notice;
    let mut effects = reply.effects;
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

/// Leaves once there is no reason left to ask whether to: somebody who enters a note and leaves at once is faster than
/// the disk, and must not be kept by it.
fn leave_after_all(model: &Model) -> Option<Effect> {
    let asked = matches!(model.overlay, Some(Overlay::Leave));
    (asked && !asks_before_leaving(model)).then_some(Effect::Leave)
}

/// Does what was asked for: what is the same everywhere here, the rest on the screen.
fn ask(model: &mut Model, at: At, action: Action) -> Vec<Effect> {
    match action {
        Action::Blank => blank(model),
        Action::Safeguarding => return safeguarding::hide(model, at),
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
        Action::TypedForMe => {
            model.overlay = model.day().and_then(Day::list_typed_for_me).map(Overlay::Picker);
            let none = model.overlay.is_none();
            model.notice = none.then_some(Notice::Typed(TypedNotice::NoneForMe));
        }
        Action::WhoAmI => model.overlay = model.day().map(|day| Overlay::Picker(day.who_am_i())),
        _ => return on_screen(model, at, Message::Asked(action)),
    }
    Vec::new()
}

/// Hides everything; what lies on top of the screen is kept as it is.
fn blank(model: &mut Model) {
    model.overlay = Some(Overlay::Blank(model.overlay.take().map(Box::new)));
}

/// Takes away what lies on top, and brings back what lay there before, with the time of now.
fn uncover(model: &mut Model) {
    model.overlay = match model.overlay.take() {
        Some(Overlay::Blank(below) | Overlay::Help { below, .. }) => below.map(|below| *below),
        _ => None,
    };
    late::refresh(model);
}

/// Leaves; with a line open or something unsaved it asks once.
fn quit(model: &mut Model) -> Vec<Effect> {
    if asks_before_leaving(model) {
        model.overlay = Some(Overlay::Leave);
        return Vec::new();
    }
    vec![Effect::Leave]
}

fn asks_before_leaving(model: &Model) -> bool {
    let open_line = model.day().is_some_and(|day| day.capture.started().is_some());
    open_line || model.has_unsaved()
}

/// Shows the keys of what is asked for now; what lies on top stays below it.
fn show_help(model: &mut Model) {
    let below = model.overlay.take().map(Box::new);
    model.overlay = Some(Overlay::Help { first: 0, below });
}

/// What a key does while something lies on top.
fn on_overlay(model: &mut Model, at: At, message: Message) -> Vec<Effect> {
    let closed = matches!(message, Message::Asked(Action::Close | Action::Help));
    match &model.overlay {
        Some(Overlay::Help { .. }) if closed => {
            uncover(model);
            return Vec::new();
        }
        Some(
            Overlay::Help { .. }
            | Overlay::Blank(_)
            | Overlay::Leave
            | Overlay::Hidden(_)
            | Overlay::Discard(_),
        ) => {}
        _ if matches!(message, Message::Asked(Action::Help)) => {
            show_help(model);
            return Vec::new();
        }
        _ => {}
    }
    match (model.overlay.as_mut(), message) {
        (Some(_), Message::Asked(Action::Safeguarding)) => return safeguarding::hide(model, at),
        (Some(Overlay::Hidden(_)), message) => safeguarding::on_key_hidden(model, &message),
        (Some(Overlay::Discard(_)), message) => return safeguarding::on_key_asked(model, at, &message),
        (Some(Overlay::Blank(_)), _) => uncover(model),
        (Some(_), Message::Asked(Action::Blank)) => blank(model),
        (Some(Overlay::Picker(_)), message) => return on_picker(model, at, message),
        (Some(Overlay::Entry(_)), message) => return entry::receive(model, at, message),
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

fn scrolled(first: usize, action: Action) -> Option<usize> {
    match action {
        Action::Up => Some(first.saturating_sub(1)),
        Action::Down => Some(first + 1),
        Action::PageUp => Some(first.saturating_sub(PAGE)),
        Action::PageDown => Some(first + PAGE),
        _ => None,
    }
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
            model.overlay = matches!(picker.purpose, Purpose::Accept(_)).then_some(Overlay::Check);
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
        (_, Choice::TypedNote(note)) => match &mut model.screen {
            Screen::Day(day) => {
                let reply = day.strike_typed(at, note);
                model.notice = reply.notice;
                reply.effects
            }
            Screen::Home(_) => Vec::new(),
        },
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
