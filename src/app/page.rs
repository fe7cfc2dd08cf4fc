//! What fills the screen over the running day: pages that one opens, works on and leaves again.

use super::{
    Model, Screen,
    compared::ComparedPage,
    day::{Day, PlanRight},
    entry::EntryPurpose,
    findings::{FindingsChoice, FindingsEntry, FindingsPage, FindingsPick},
    message::{Action, At, ComparedAction, Effect, Message},
    notes_page::{self, NotesPage},
    plan_page::{PageReply, PlanChoice, PlanEntry, PlanPage, PlanPick},
};
use crate::domain::{bank_holidays::BankHolidays, conduct::session::Concern, ids::RecordId, stamp::Stamp};

/// A page over the running day.
#[derive(Debug, Clone)]
pub enum Page {
    /// The plan, to be looked at and changed.
    Plan(Box<PlanPage>),
    /// The findings, and the notes they rest on.
    Findings(Box<FindingsPage>),
    /// What the groups know, side by side.
    Compared(Box<ComparedPage>),
    /// All notes.
    Notes(Box<NotesPage>),
}

impl Page {
    /// The page of the plan of `day`.
    #[must_use]
    pub fn plan(day: &Day, now: Stamp) -> Self {
        let mut page = PlanPage::of(day.plan_in_hand(), now);
        if let Some(stop) = day.stop().filter(|_| day.plan_right() != PlanRight::Everything) {
            page.start_at(&stop.place.slot);
        }
        Self::Plan(Box::new(page))
    }
}

/// Opens the page of the plan of the session on the screen.
pub(super) fn open_plan(model: &mut Model) -> Vec<Effect> {
    model.page = model.day().map(|day| Page::plan(day, model.now));
    vec![Effect::FindBankHolidays]
}

/// Opens the page of the findings of the session on the screen.
pub(super) fn open_findings(model: &mut Model) {
    model.page = model
        .day()
        .map(|day| Page::Findings(Box::new(FindingsPage::of(day))));
}

/// Opens the page of what the groups know, side by side.
pub(super) fn open_compared(model: &mut Model) {
    model.page = model
        .day()
        .map(|day| Page::Compared(Box::new(ComparedPage::of(day))));
}

/// Whether the key for the next question opens that page on the running day: where all is talked about, and there is no
/// question to choose.
#[must_use]
pub fn tab_compares(day: &Day) -> bool {
    let here = day.here();
    here.is_some_and(|here| here.activity.kind.looks_at_whole_day())
        && day.prompts_of_line().is_empty()
        && day.capture.started().is_none()
}

/// Whether it does so now.
pub(super) fn tab_opens(model: &Model) -> bool {
    model.page.is_none() && model.day().is_some_and(tab_compares)
}

/// Goes to where something is that should be seen to, on the page of the findings.
pub(super) fn show_concern(model: &mut Model, concern: &Concern) {
    if !matches!(model.page, Some(Page::Findings(_))) {
        open_findings(model);
    }
    if let (Some(Page::Findings(page)), Screen::Day(day)) = (&mut model.page, &model.screen) {
        page.show_concern(day, concern);
    }
}

/// Shows a finding on the page of the findings, opened if it is not.
pub(super) fn show_finding(model: &mut Model, finding: RecordId) {
    if !matches!(model.page, Some(Page::Findings(_))) {
        open_findings(model);
    }
    if let (Some(Page::Findings(page)), Screen::Day(day)) = (&mut model.page, &model.screen) {
        page.show_finding(day, finding);
    }
}

/// Records of others were found: the page shows them.
pub(super) fn heard(model: &mut Model) {
    match (&mut model.page, &model.screen) {
        (Some(Page::Findings(page)), Screen::Day(day)) => page.look(day),
        (Some(Page::Compared(page)), Screen::Day(day)) => page.look(day),
        (Some(Page::Notes(page)), Screen::Day(day)) => page.look(day),
        _ => {}
    }
}

/// The bank holidays are known: what is due is counted with them.
pub(super) fn know_holidays(model: &mut Model, holidays: BankHolidays) {
    if let (Some(Page::Plan(page)), Screen::Day(day)) = (&mut model.page, &model.screen) {
        page.know_holidays(holidays, day.plan_in_hand(), model.now);
    }
}

/// What somebody does on the page that is open.
pub(super) fn receive(model: &mut Model, at: At, message: &Message) -> Vec<Effect> {
    match message {
        Message::Asked(action) => act(model, at, *action),
        Message::Typed(_) if matches!(model.page, Some(Page::Compared(_))) => begin_note(model, at, message),
        Message::Typed(_) if on_listed_notes(model) => begin_note(model, at, message),
        Message::Typed(typed) if matches!(model.page, Some(Page::Notes(_))) => {
            on_notes(model, |page, _| page.type_char(*typed))
        }
        Message::Pasted(text) if matches!(model.page, Some(Page::Notes(_))) => {
            on_notes(model, |page, _| page.paste(text))
        }
        Message::Typed(typed) => on_findings(model, |page, day| page.type_char(at, day, *typed)),
        Message::Pasted(text) => on_findings(model, |page, day| page.paste(at, day, text)),
        _ => Vec::new(),
    }
}

fn act(model: &mut Model, at: At, action: Action) -> Vec<Effect> {
    match &model.page {
        Some(Page::Findings(_)) => on_findings(model, |page, day| page.act(at, day, action)),
        Some(Page::Compared(_)) => act_compared(model, action),
        Some(Page::Notes(_)) => notes_page::act(model, at, action),
        _ => on_plan(model, |page, day| page.act(at, day, action)),
    }
}

/// Does what a line was typed for.
pub(super) fn take_line(model: &mut Model, at: At, entry: PlanEntry, text: &str) -> Vec<Effect> {
    on_plan(model, |page, day| page.take_line(at, day, entry, text))
}

/// Does what something was picked for.
pub(super) fn take_pick(model: &mut Model, at: At, pick: PlanPick, choice: PlanChoice) -> Vec<Effect> {
    on_plan(model, |page, day| page.take_pick(at, day, pick, choice))
}

/// Does what a line was typed for on the page of the findings.
pub(super) fn take_finding_line(model: &mut Model, at: At, entry: FindingsEntry, text: &str) -> Vec<Effect> {
    on_findings(model, |page, day| page.take_line(at, day, entry, text))
}

/// Whether several claims are pasted where one was to be typed.
pub(super) fn are_claims(purpose: &EntryPurpose, pasted: &str) -> bool {
    let is_claim = matches!(purpose, EntryPurpose::Findings(FindingsEntry::Claim));
    is_claim && pasted.trim().lines().count() > 1
}

/// Adds the claims that were pasted where one was to be typed, with what stood in the line already.
pub(super) fn take_claims(model: &mut Model, at: At, pasted: &str) -> Vec<Effect> {
    on_findings(model, |page, day| page.claim(at, day, pasted))
}

/// Does what something was picked for on the page of the findings.
pub(super) fn take_finding_pick(
    model: &mut Model,
    at: At,
    pick: FindingsPick,
    choice: FindingsChoice,
) -> Vec<Effect> {
    on_findings(model, |page, day| page.take_pick(at, day, pick, choice))
}

fn act_compared(model: &mut Model, action: Action) -> Vec<Effect> {
    let (Some(Page::Compared(page)), Screen::Day(day)) = (&mut model.page, &model.screen) else {
        return Vec::new();
    };
    if action == Action::Compared(ComparedAction::Finding) {
        match page.notes_for_finding() {
            Ok(notes) => {
                let mut findings = FindingsPage::of(day);
                findings.show_notes(day, notes, Page::Compared(page.clone()));
                model.page = Some(Page::Findings(Box::new(findings)));
            }
            Err(notice) => model.notice = Some(notice),
        }
        return Vec::new();
    }
    let reply = page.act(day, action);
    take_in(model, reply)
}

fn on_findings(model: &mut Model, act: impl FnOnce(&mut FindingsPage, &mut Day) -> PageReply) -> Vec<Effect> {
    let (Some(Page::Findings(page)), Screen::Day(day)) = (&mut model.page, &mut model.screen) else {
        return Vec::new();
    };
    let reply = act(page, day);
    take_in(model, reply)
}

/// Whether the notes are listed, and typing does not go into a search.
fn on_listed_notes(model: &Model) -> bool {
    matches!(&model.page, Some(Page::Notes(page)) if !page.is_typing())
}

/// Does something on the page of all notes.
pub(super) fn on_notes(
    model: &mut Model,
    act: impl FnOnce(&mut NotesPage, &mut Day) -> PageReply,
) -> Vec<Effect> {
    let (Some(Page::Notes(page)), Screen::Day(day)) = (&mut model.page, &mut model.screen) else {
        return Vec::new();
    };
    let reply = act(page, day);
    take_in(model, reply)
}

/// Notes were moved.
pub(super) fn notes_moved(model: &mut Model) {
    if let (Some(Page::Notes(page)), Screen::Day(day)) = (&mut model.page, &model.screen) {
        page.moved(day);
    }
}

fn on_plan(model: &mut Model, act: impl FnOnce(&mut PlanPage, &mut Day) -> PageReply) -> Vec<Effect> {
    let (Some(Page::Plan(page)), Screen::Day(day)) = (&mut model.page, &mut model.screen) else {
        return Vec::new();
    };
    let reply = act(page, day);
    take_in(model, reply)
}

fn take_in(model: &mut Model, reply: PageReply) -> Vec<Effect> {
    if reply.leaves {
        leave(model);
    }
    if reply.overlay.is_some() {
        model.overlay = reply.overlay;
    }
    if reply.notice.is_some() {
        model.notice = reply.notice;
    }
    reply.effects
}

/// The sign of a note begins one on the running day: nothing that was meant as a note is lost on the page.
fn begin_note(model: &mut Model, at: At, message: &Message) -> Vec<Effect> {
    model.page = None;
    super::on_screen(model, at, message.clone())
}

/// Leaves the page, for the one from which it was opened.
fn leave(model: &mut Model) {
    model.page = match model.page.take() {
        Some(Page::Findings(page)) => page.came_from(),
        Some(Page::Notes(page)) => page.came_from(),
        _ => None,
    };
    heard(model);
}
