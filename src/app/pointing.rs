//! What the mouse does: a click chooses, and a click on what is chosen does what Enter does there; the wheel turns what
//! lies under it. It never enters a line in progress, and changes nothing of one but what was clicked.

use super::{
    Model, Overlay, Screen,
    findings::Side,
    late,
    message::{Action, At, ComparedAction, Effect, LateAction, Message, ReportAction},
    page::Page,
    take_in,
};
use crate::domain::{ids::RecordId, lateness::Way};

/// Rows by which one turn of the wheel goes on.
const ROWS: usize = 3;

/// Something that can be clicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// The row at this position of the list in front; on the page of the findings, of its notes.
    Row(usize),
    /// The line at this position among the findings.
    Finding(usize),
    /// The head of a side of the page of the findings.
    Side(Side),
    /// The head that says by what the notes of the groups stand side by side.
    View,
    /// The head of a way to deal with being late.
    Way(Way),
    /// The question at this position of the present place.
    Prompt(usize),
    /// The place at this position of the way of the group.
    Stop(usize),
    /// A note in the lists of the day.
    Note(RecordId),
}

/// What the wheel turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rolled {
    /// The list or text in front.
    Rows,
    /// One side of the page of the findings.
    Side(Side),
    /// The lists of the day.
    Lists,
}

/// Why a note that was clicked is not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointNotice {
    /// A line is open that is not entered yet.
    LineOpen,
    /// The note was typed by somebody else, or elsewhere.
    NotYours,
}

/// What a click does in a list that shows its rows from `first` on.
pub(super) fn click(model: &mut Model, at: At, (spot, first): (Spot, usize)) -> Vec<Effect> {
    let list = match spot {
        Spot::Row(_) if matches!((&model.overlay, &model.page), (None, Some(Page::Findings(_)))) => {
            Some(Rolled::Side(Side::Evidence))
        }
        Spot::Row(_) => Some(Rolled::Rows),
        Spot::Finding(_) => Some(Rolled::Side(Side::Findings)),
        _ => None,
    };
    model.held = list.map(|list| (list, first));
    let twice = model.clicked.replace(spot) == Some(spot);
    let again = match (&model.overlay, &model.screen, &model.page) {
        (Some(_), ..) => on_top(model, spot, twice),
        (None, Screen::Day(_), None) => return on_the_day(model, at, spot),
        (None, ..) => below(model, spot, twice),
    };
    if let (Spot::Finding(nth), Some(Page::Findings(page))) = (spot, &model.page) {
        // What is chosen unfolds, and what was chosen above it folds.
        let first = (first + page.line()).saturating_sub(nth);
        model.held = Some((Rolled::Side(Side::Findings), first));
    }
    if again.is_some() {
        model.clicked = None;
    }
    again.map_or_else(Vec::new, |action| take_in(model, at, Message::Asked(action)))
}

/// Chooses what was clicked on what lies on top; what the click does where that was chosen already.
fn on_top(model: &mut Model, spot: Spot, twice: bool) -> Option<Action> {
    let (was_chosen, then) = match (&mut model.overlay, spot) {
        (Some(Overlay::Picker(picker)), Spot::Row(nth)) => (picker.point(nth), Action::Enter),
        (Some(Overlay::Moving(run)), Spot::Row(nth)) => (run.point(nth), Action::Enter),
        (Some(Overlay::Settings), Spot::Row(nth)) => (model.settings.point(nth), Action::Enter),
        (Some(Overlay::Check), Spot::Row(nth)) => (model.check.point(nth), Action::Enter),
        // Enter there is for the whole sheet, and writes files.
        (Some(Overlay::Report), Spot::Row(nth)) => {
            (model.report.point(nth), Action::Report(ReportAction::Tick))
        }
        // A way is chosen already when the sheet is opened: what moves the day for everybody takes two clicks.
        (Some(Overlay::Late(late)), Spot::Way(way)) if late.way == way => (twice, Action::Enter),
        (Some(Overlay::Late(_)), Spot::Way(way)) => (true, Action::Late(LateAction::Take(way))),
        // Enter is for the whole sheet there too.
        (Some(Overlay::Late(late)), Spot::Row(nth)) => {
            if let Some(line) = late.remedies[0].lines.get(nth) {
                late.options.chosen = Some(line.place.clone());
            }
            late::refresh(model);
            return None;
        }
        _ => return None,
    };
    was_chosen.then_some(then)
}

/// The same on the list of sessions, and on a page.
fn below(model: &mut Model, spot: Spot, twice: bool) -> Option<Action> {
    let was_chosen = match (&mut model.screen, &mut model.page, spot) {
        (Screen::Home(home), _, Spot::Row(nth)) => home.point(nth),
        (Screen::Day(day), Some(Page::Plan(page)), Spot::Row(nth)) => page.point(day, nth),
        (Screen::Day(day), Some(Page::Findings(page)), spot) => {
            // A note is chosen already when the page is opened: what files it takes two clicks.
            let files = matches!(spot, Spot::Row(_));
            return page.point(day, spot).filter(|_| twice || !files);
        }
        (_, Some(Page::Compared(_)), Spot::View) => {
            return Some(Action::Compared(ComparedAction::View));
        }
        (_, Some(Page::Compared(page)), Spot::Row(nth)) => page.point(nth),
        (_, Some(Page::Notes(page)), Spot::Row(nth)) => page.point(nth),
        _ => return None,
    };
    was_chosen.then_some(Action::Enter)
}

/// On the running day nobody goes anywhere by one click: a place opens the list of places with that one chosen.
fn on_the_day(model: &mut Model, at: At, spot: Spot) -> Vec<Effect> {
    let Screen::Day(day) = &mut model.screen else {
        return Vec::new();
    };
    let reply = match spot {
        Spot::Prompt(nth) => day.point_at_prompt(nth),
        Spot::Note(note) => day.point_at_note(at, note),
        Spot::Stop(nth) => {
            model.overlay = Some(Overlay::Picker(day.places_with(nth)));
            return Vec::new();
        }
        _ => return Vec::new(),
    };
    model.notice = reply.notice;
    reply.effects
}

/// What a turn of the wheel does.
pub(super) fn roll(model: &mut Model, at: At, what: Rolled, down: bool) -> Vec<Effect> {
    let (action, times) = match (what, down) {
        (Rolled::Rows, true) => (Action::Down, ROWS),
        (Rolled::Rows, false) => (Action::Up, ROWS),
        (Rolled::Lists, true) => (Action::PageDown, 1),
        (Rolled::Lists, false) => (Action::PageUp, 1),
        (Rolled::Side(side), _) => {
            let by = isize::try_from(ROWS).unwrap_or(1);
            if let (Some(Page::Findings(page)), Screen::Day(day)) = (&mut model.page, &model.screen) {
                page.roll(day, side, if down { by } else { -by });
            }
            return Vec::new();
        }
    };
    let turns = (0..times).flat_map(|_| take_in(model, at, Message::Asked(action)));
    turns.collect()
}
