//! The ways to the page and on from it.

use super::{NotesPage, NotesPageAction};
use crate::app::{
    Model, Screen,
    findings::FindingsPage,
    message::{Action, At, Effect},
    notes_by::By,
    notice::Notice,
    page::{self, Page},
};

/// Whether an action opens the page where one is now.
pub(in crate::app) fn opens(model: &Model, action: Action) -> bool {
    action == Action::NotesPage(NotesPageAction::Open)
        && model.day().is_some()
        && !matches!(model.page, Some(Page::Notes(_)))
}

/// Opens the page; from a page that was opened with notes of it, goes back there.
pub(in crate::app) fn open(model: &mut Model) {
    let Screen::Day(day) = &model.screen else { return };
    let came_from = match model.page.take() {
        Some(Page::Findings(findings)) if findings.came_from_notes() => {
            model.page = findings.came_from();
            return page::heard(model);
        }
        other => other,
    };
    let mut page = NotesPage::of(day);
    page.came_from = came_from.map(Box::new);
    model.page = Some(Page::Notes(Box::new(page)));
}

/// What an action does on the page.
pub(in crate::app) fn act(model: &mut Model, at: At, action: Action) -> Vec<Effect> {
    match action {
        Action::NotesPage(NotesPageAction::Change) => change(model, at),
        Action::NotesPage(NotesPageAction::Finding) => {
            to_findings(model);
            Vec::new()
        }
        _ => page::on_notes(model, |page, day| page.act(at, day, action)),
    }
}

/// Puts the note under the cursor into the line of the running day, as Up does there.
fn change(model: &mut Model, at: At) -> Vec<Effect> {
    let (Some(Page::Notes(page)), Screen::Day(day)) = (&model.page, &mut model.screen) else {
        return Vec::new();
    };
    let changed = page
        .to_change()
        .map_err(Notice::NotesPage)
        .and_then(|mine| day.change_note(at, mine));
    match changed {
        Ok(reply) => {
            model.page = None;
            model.notice = reply.notice;
            reply.effects
        }
        Err(why_not) => {
            model.notice = Some(why_not);
            Vec::new()
        }
    }
}

/// Goes to the page of the findings with the notes in hand, and back here from there.
fn to_findings(model: &mut Model) {
    let (Some(Page::Notes(page)), Screen::Day(day)) = (&model.page, &model.screen) else {
        return;
    };
    match page.for_finding() {
        Ok(notes) => {
            let mut findings = FindingsPage::of(day);
            findings.show_notes(day, notes, Page::Notes(page.clone()));
            model.page = Some(Page::Findings(Box::new(findings)));
        }
        Err(why_not) => model.notice = Some(Notice::NotesPage(why_not)),
    }
}

/// From now on shows only notes that have this in common too.
pub(in crate::app) fn take_filter(model: &mut Model, by: By) {
    if let (Some(Page::Notes(page)), Screen::Day(day)) = (&mut model.page, &model.screen) {
        page.also_by(day, by);
    }
}
