//! What fills the screen over the running day: pages that one opens, works on and leaves again.

use super::{
    Model, Screen,
    day::{Day, PlanRight},
    findings::{FindingsChoice, FindingsEntry, FindingsPage, FindingsPick},
    message::{Action, At, Effect, Message},
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
    if let (Some(Page::Findings(page)), Screen::Day(day)) = (&mut model.page, &model.screen) {
        page.look(day);
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
        Message::Typed(typed) => on_findings(model, |page, day| page.type_char(at, day, *typed)),
        Message::Pasted(text) => on_findings(model, |page, day| page.paste(at, day, text)),
        _ => Vec::new(),
    }
}

fn act(model: &mut Model, at: At, action: Action) -> Vec<Effect> {
    match &model.page {
        Some(Page::Findings(_)) => on_findings(model, |page, day| page.act(at, day, action)),
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

/// Does what something was picked for on the page of the findings.
pub(super) fn take_finding_pick(
    model: &mut Model,
    at: At,
    pick: FindingsPick,
    choice: FindingsChoice,
) -> Vec<Effect> {
    on_findings(model, |page, day| page.take_pick(at, day, pick, choice))
}

fn on_findings(model: &mut Model, act: impl FnOnce(&mut FindingsPage, &mut Day) -> PageReply) -> Vec<Effect> {
    let (Some(Page::Findings(page)), Screen::Day(day)) = (&mut model.page, &mut model.screen) else {
        return Vec::new();
    };
    let reply = act(page, day);
    take_in(model, reply)
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
        model.page = None;
    }
    if reply.overlay.is_some() {
        model.overlay = reply.overlay;
    }
    if reply.notice.is_some() {
        model.notice = reply.notice;
    }
    reply.effects
}
