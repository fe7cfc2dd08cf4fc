//! What is on the screens, as a value, and how it changes: `update` takes a message and returns effects.

pub mod bringing_in;
pub mod capture;
pub mod check;
pub mod compared;
pub mod copying;
pub mod coverage;
pub mod day;
pub mod elsewhere;
pub mod entry;
pub mod findings;
pub mod handing_over;
mod help;
pub mod home;
pub mod keys;
pub mod late;
pub mod lately;
mod leaving;
pub mod message;
pub mod moving;
mod new_plan;
pub mod notes_by;
pub mod notes_page;
pub mod notice;
mod on_top;
pub mod opened;
pub mod page;
pub mod palette;
pub mod passphrase;
pub mod pasted;
pub mod picker;
pub mod placing;
pub mod plan_page;
pub mod pointing;
pub mod purging;
mod read_only;
pub mod report;
pub mod safeguarding;
pub mod settings;
pub mod taking_in;

use day::Day;
use entry::Entry;
use handing_over::Seal;
use home::Home;
use leaving::{leave_after_all, quit};
use message::{
    Action, At, ComparedAction, Effect, FindingsAction, HomeAction, Message, ModelsFor, NotesAction, Opened,
    PlanAction,
};
use notice::{Notice, TypedNotice};
use on_top::{blank, on_overlay};
use page::Page;
use picker::Picker;
use purging::Asked;

use crate::domain::{hand_over::brought::is_brought, stamp::Stamp};

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
    /// The keys that are not the shipped ones.
    pub keys: keys::OwnKeys,
    /// The actions that were used last in the list of every action, by their names, the last one first.
    pub used: Vec<String>,
    /// What is still to be said in the notice line, once nothing else is said there.
    pub to_say: Option<Notice>,
    /// What the person has set.
    pub settings: settings::Sheet,
    /// The list that was clicked last, and its first row then, which stays the first one until a key is pressed: what is
    /// clicked does not move away from under the mouse.
    pub held: Option<(pointing::Rolled, usize)>,
    /// What was clicked last, until a key is pressed.
    pub clicked: Option<pointing::Spot>,
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
        /// What is typed to search in it.
        typed: String,
        /// What lay on top before, which comes back.
        below: Option<Box<Self>>,
    },
    /// A list to pick from.
    Picker(Picker),
    /// Running late, or otherwise than planned.
    Late(Box<late::Late>),
    /// Why nothing can be done now about running late.
    Refused(late::LateNotice),
    /// Why a key of the page does nothing here; letters that are typed on do nothing either.
    NotHere(Notice),
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
    /// What the person has set.
    Settings,
    /// A line to type.
    Entry(Entry),
    /// A passphrase to type, unseen.
    Passphrase(passphrase::PassphraseEntry),
    /// Nothing to be seen, until any key brings back what lay on top.
    Blank(Option<Box<Self>>),
    /// The question whether to leave.
    Leave,
    /// Nothing but whom to tell, while somebody listens to a child.
    Hidden(safeguarding::Hidden),
    /// The question whether the line that was typed before is discarded, with what lay on top then.
    Discard(Option<Box<Self>>),
}

impl Model {
    /// Everything in it has been on the screen.
    pub fn was_drawn(&mut self) {
        bringing_in::was_drawn(self);
    }

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
            keys: keys::OwnKeys::default(),
            used: Vec::new(),
            to_say: None,
            settings: settings::Sheet::default(),
            held: None,
            clicked: None,
        }
    }

    /// Shows the sessions; the one that was on the screen or chosen last is chosen again.
    fn show_home(&mut self, found: home::Found) {
        let last = match &self.screen {
            Screen::Day(day) => Some(day.folder.clone()),
            Screen::Home(home) => home.chosen_session().map(|listed| listed.folder.clone()),
        };
        let mut home = Home::with(found);
        if let Some(last) = last {
            home.choose(&last);
        }
        self.screen = Screen::Home(home);
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

    /// A session could not be opened; what is on the screen instead.
    fn not_opened(&mut self, why: String, closed: Option<home::Found>) {
        if let Some(found) = closed {
            self.show_home(found);
        }
        if let Screen::Home(home) = &mut self.screen {
            home.plan_begun = false;
        }
        self.bringing_in = None;
        self.notice = Some(Notice::NotOpened(why));
    }

    /// Whether something is typed or recorded that the disk has not confirmed.
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        self.day()
            .is_some_and(|day| !day.saving.all_saved() || !day.planning.all_saved())
    }
}

/// Rows that a page in a list has, as far as keys are concerned.
const PAGE: usize = 10;

/// Takes in what happened at a moment; returns what is to be done.
pub fn update(model: &mut Model, at: At, message: Message) -> Vec<Effect> {
    // Between two letters nobody reads anything.
    let is_typing = matches!(message, Message::Typed(_));
    model.now = at.now;
    // What was said while nobody could see it is still to be seen.
    if is_from_a_person(&message) && !is_covered(model) {
        lately::was_read(model, is_typing);
        if !matches!(message, Message::Clicked(..)) {
            model.held = None;
            model.clicked = None;
        }
    }
    let (before, unasked) = (model.notice.clone(), lately::comes_unasked(&message));
    let effects = take_in(model, at, message);
    // Nothing is said below a question that comes before everything else.
    if !is_typing && model.overlay.is_none() {
        settings::tell(model);
        let is_free = model.notice.as_ref().is_none_or(Notice::is_greeting);
        if is_free {
            model.notice = model.to_say.take().or(model.notice.take());
        }
    }
    lately::settle(model, before, unasked);
    effects
}

fn take_in(model: &mut Model, at: At, message: Message) -> Vec<Effect> {
    match message {
        Message::Opened(opened) => open(model, at, *opened),
        Message::MayWrite(session) => read_only::open_again(model, session),
        Message::NotOpened { why, closed } => {
            model.not_opened(why, closed);
            Vec::new()
        }
        Message::Home(news) => home::hear(model, at, news),
        Message::NoShell => say(model, Notice::NoShell),
        Message::SessionsFound(found) => {
            model.show_home(found);
            Vec::new()
        }
        Message::LookFirst { review, table, odd } => {
            new_plan::look_first(model, review, table, &odd);
            Vec::new()
        }
        Message::WhoIsThere { folder, people } => {
            model.overlay = Some(Overlay::Picker(Picker::who_is_there(folder, people)));
            Vec::new()
        }
        Message::PaletteOpened(actions) => {
            palette::open(model, actions);
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
        Message::SettingsFound(_)
        | Message::SettingsKept(_)
        | Message::KeysRead(..)
        | Message::UsedBefore(_)
        | Message::FolderFound(_)
        | Message::Report(..)
        | Message::TableRead(..)
        | Message::TimeNotLogged
        | Message::TakenHome(_)
        | Message::Kept(_)
        | Message::Elsewhere(_)
        | Message::LineErased(_)
        | Message::NotesRead(..)
        | Message::HandOverProposed(..)
        | Message::HandedOver(_)
        | Message::HolidaysFound(_) => {
            hear(model, message);
            Vec::new()
        }
        Message::Copied(what, not_taken) => copying::hear(model, what, not_taken),
        Message::Clicked(spot, first) => pointing::click(model, at, (spot, first)),
        Message::Rolled(what, down) => pointing::roll(model, at, what, down),
        message if is_from_a_person(&message) && model.overlay.is_some() => on_overlay(model, at, message),
        Message::Asked(action) => ask(model, at, action),
        message => on_screen(model, at, message),
    }
}

/// Takes in what came of something that was done beside the screen.
fn hear(model: &mut Model, message: Message) {
    match message {
        Message::SettingsFound(found) => settings::found(model, *found),
        Message::SettingsKept(news) => settings::hear(model, *news),
        Message::FolderFound(folder) => model.report.folder = Some(folder),
        Message::KeysRead(mut keys, fault) => {
            keys.choose_enter(model.keys.enter());
            model.keys = keys;
            if fault.is_some() && matches!(model.notice, Some(Notice::Settings(_))) {
                // Of both files is told at once.
                let said = model.notice.take();
                settings::say_again(model, said);
            }
            model.to_say = fault.map(Notice::OwnKeys);
        }
        Message::UsedBefore(used) => model.used = used,
        Message::Report(serial, news) => report::hear(model, serial, news),
        Message::TableRead(id, found) => bringing_in::hear(model, id, found),
        Message::TimeNotLogged => safeguarding::not_logged(model),
        Message::TakenHome(told) => model.notice = Some(Notice::TakenHome(told)),
        Message::Kept(news) => purging::hear(model, *news),
        Message::Elsewhere(news) => elsewhere::hear(model, *news),
        Message::LineErased(erased) => model.notice = Some(Notice::LineDiscarded { erased: Some(erased) }),
        Message::HolidaysFound(holidays) => page::know_holidays(model, holidays),
        Message::NotesRead(id, found) => taking_in::hear(model, id, found),
        Message::HandOverProposed(file, seal) => handing_over::ask(model, &file, seal),
        Message::HandedOver(became) => handing_over::hear(model, became),
        _ => {}
    }
}

/// Whether nothing of the screen can be seen.
fn is_covered(model: &Model) -> bool {
    matches!(
        model.overlay,
        Some(Overlay::Blank(_) | Overlay::Hidden(_) | Overlay::Discard(_))
    )
}

fn is_from_a_person(message: &Message) -> bool {
    matches!(
        message,
        Message::Typed(_)
            | Message::Pasted(_)
            | Message::Moved(..)
            | Message::Asked(_)
            | Message::Clicked(..)
            | Message::Rolled(..)
    )
}

fn say(model: &mut Model, notice: Notice) -> Vec<Effect> {
    model.notice = Some(notice);
    Vec::new()
}

fn open(model: &mut Model, at: At, opened: Opened) -> Vec<Effect> {
    if read_only::is_shown(model, &opened) {
        return read_only::go_on(model, at, opened);
    }
    let (day, reply) = Day::open(at, opened);
    let is_new = matches!(&model.screen, Screen::Home(home) if home.plan_begun);
    model.page = None;
    model.screen = Screen::Day(Box::new(day));
    model.overlay = None;
    model.taking_in = None;
    let said = std::mem::replace(&mut model.notice, reply.notice);
    settings::say_again(model, said);
    let mut effects = reply.effects;
    effects.extend(bringing_in::goes_on(model, at));
    if is_new {
        model.notice = Some(Notice::Plan(plan_page::PlanNotice::Begun));
        effects.extend(page::open_plan(model));
    }
    safeguarding::ask_again(model);
    effects
}

/// Passes a message on to what fills the screen; what a person does, to the page over it.
fn on_screen(model: &mut Model, at: At, message: Message) -> Vec<Effect> {
    if model.page.is_some() && is_from_a_person(&message) {
        return page::receive(model, at, &message);
    }
    if let (Screen::Day(_), Message::Pasted(text)) = (&model.screen, &message)
        && is_brought(text)
    {
        return taking_in::brought(model, at, text);
    }
    match &mut model.screen {
        Screen::Home(_) => home::receive(model, at, message),
        Screen::Day(day) => {
            let found = matches!(message, Message::Found(_) | Message::Arrived(_));
            let reply = day.receive(at, message);
            if let Some(notice) = reply.notice
                && !model
                    .notice
                    .as_ref()
                    .is_some_and(|said| said.tells_more_than(&notice))
            {
                model.notice = Some(notice);
            }
            if found {
                lately::count_on(model);
                lately::also(model, reply.also);
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
        Action::Safeguarding => return safeguarding::hide(model, at),
        Action::Help => help::show(model),
        Action::Redraw => return vec![Effect::Redraw],
        Action::Suspend => return vec![Effect::Suspend],
        Action::Quit => return quit(model),
        Action::Sessions
        | Action::Demo
        | Action::WhoAmI
        | Action::RemoveReview
        | Action::RemoveWholeReview
            if model.has_unsaved() =>
        {
            model.notice = Some(Notice::Saving);
        }
        Action::Sessions => return vec![Effect::FindSessions],
        Action::Demo => return vec![Effect::StartDemo],
        Action::RemoveReview => return purging::ask(model, Asked::default()),
        Action::RemoveWholeReview => return purging::ask(model, Asked::everything()),
        Action::Home(action @ (HomeAction::ShowFolder | HomeAction::CopyFolder)) => {
            return home::folder_of(model, action);
        }
        Action::SaveElsewhere => return elsewhere::open(model),
        Action::NewPlan => return vec![Effect::FindModels(ModelsFor::NewPlan)],
        Action::BringIn => bringing_in::open(model),
        Action::Notes(NotesAction::HandOver) => return handing_over::open(model, Seal::Unsealed),
        Action::Notes(NotesAction::HandOverSealed) => return handing_over::open(model, Seal::Asked),
        Action::Notes(NotesAction::TakeIn) => taking_in::open(model),
        Action::Plan(PlanAction::Open) => return page::open_plan(model),
        Action::Findings(FindingsAction::Open) => page::open_findings(model),
        Action::Compared(ComparedAction::Open) => page::open_compared(model),
        action if notes_page::opens(model, action) => notes_page::open(model),
        Action::NextPrompt if page::tab_opens(model) => page::open_compared(model),
        Action::Findings(FindingsAction::SignOff) if model.page.is_none() => {
            page::open_findings(model);
            return on_screen(model, at, Message::Asked(action));
        }
        Action::Settings => settings::open(model),
        Action::Late(action) => return late::ask(model, at, action),
        Action::Report(action) => return report::ask(model, action),
        Action::Check(action) => return check::ask(model, at, action),
        Action::Coverage => coverage::open(model, coverage::Picture::Coverage),
        Action::PlannedAgainstActual => coverage::open(model, coverage::Picture::Day),
        Action::Evidence => coverage::open(model, coverage::Picture::Evidence),
        Action::TakeAlong if !matches!(model.page, Some(Page::Notes(_))) => return moving::begin(model, at),
        Action::GoTo => model.overlay = model.day().map(|day| Overlay::Picker(day.places())),
        Action::TypedForMe => {
            model.overlay = model.day().and_then(Day::list_typed_for_me).map(Overlay::Picker);
            let none = model.overlay.is_none();
            model.notice = none.then_some(Notice::Typed(TypedNotice::NoneForMe));
        }
        Action::WhatWasSaid => lately::list(model),
        Action::WhoAmI => model.overlay = model.day().map(|day| Overlay::Picker(day.who_am_i())),
        _ => return on_screen(model, at, Message::Asked(action)),
    }
    Vec::new()
}
