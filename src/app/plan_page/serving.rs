//! Which keys do something on the line under the cursor, so that no key is shown that would do nothing there.

use super::{
    Line, Spot,
    acting::{is_editing, removal},
    adding::{Added, added},
    entering::{named, text_of},
    row_of,
};
use crate::app::{
    day::{Day, PlanRight},
    message::{Action, PlanAction},
};

/// What a key does on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Serves {
    /// Nothing.
    Nothing,
    /// What the table of keys says.
    AsEver,
    /// It adds this.
    Adds(Added),
    /// It goes to what the line speaks of.
    GoesThere,
    /// It shows what lies below the line.
    Unfolds,
    /// It hides what lies below the line.
    Folds,
}

/// What the key of an action does on this line, for somebody here.
#[must_use]
pub fn serves(day: &Day, line: &Line, action: Action) -> Serves {
    let plan = day.plan_in_hand();
    let locked = matches!(
        day.plan_right(),
        PlanRight::ReadOnly | PlanRight::SomebodyElses | PlanRight::OnlyRead(_)
    );
    match action {
        Action::Enter => enter_serves(day, line, locked),
        Action::Undo | Action::Redo if locked => Serves::Nothing,
        Action::Plan(PlanAction::Unfold) => match line.folded {
            Some(true) if enter_serves(day, line, locked) != Serves::Unfolds => Serves::Unfolds,
            _ => Serves::Nothing,
        },
        Action::Plan(action) if is_editing(action) && locked => Serves::Nothing,
        Action::Plan(PlanAction::Add) => added(plan, &line.spot).map_or(Serves::Nothing, Serves::Adds),
        Action::Plan(action) if !has_use(day, &line.spot, action) => Serves::Nothing,
        _ => Serves::AsEver,
    }
}

fn enter_serves(day: &Day, line: &Line, locked: bool) -> Serves {
    let plan = day.plan_in_hand();
    let changes = matches!(line.spot, Spot::Kind(_)) || text_of(plan, &line.spot).is_some();
    match (&line.spot, line.folded) {
        (Spot::Found(_), _) => Serves::GoesThere,
        _ if changes && locked => Serves::Nothing,
        _ if changes => Serves::AsEver,
        (_, Some(true)) => Serves::Unfolds,
        (_, Some(false)) => Serves::Folds,
        (_, None) => Serves::Nothing,
    }
}

/// Whether an action has something to act on at this line.
fn has_use(day: &Day, spot: &Spot, action: PlanAction) -> bool {
    let plan = day.plan_in_hand();
    match action {
        // A line that is empty can't be emptied.
        PlanAction::Remove => removal(spot).is_some() && !named(plan, spot).is_empty(),
        PlanAction::MoveUp | PlanAction::MoveDown => {
            matches!(spot, Spot::Row(_) | Spot::Visit(..) | Spot::Prompt(..))
        }
        PlanAction::Group | PlanAction::Duties | PlanAction::HostStaff => matches!(spot, Spot::Person(_)),
        PlanAction::Later | PlanAction::Earlier => matches!(spot, Spot::Row(_) | Spot::Visit(..)),
        PlanAction::Fixed
        | PlanAction::Length
        | PlanAction::ShiftRest
        | PlanAction::Kind
        | PlanAction::Questions
        | PlanAction::OtherQuestions => row_of(plan, spot).is_some(),
        PlanAction::Open
        | PlanAction::First
        | PlanAction::Last
        | PlanAction::Unfold
        | PlanAction::Fold
        | PlanAction::Add => true,
    }
}
