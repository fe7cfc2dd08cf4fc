//! What lies under the mouse: the screen is drawn where nobody sees it, with a pen that remembers what stands where. So
//! a click always means what is drawn there.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    contexts, draw_overlay, draw_screen, is_too_small,
    pen::{Pen, Pointed},
    theme::Theme,
};
use crate::app::{Model, Overlay, message::Message};

/// What a hand does with the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// It clicks.
    Click,
    /// It turns the wheel down.
    RollDown,
    /// It turns the wheel up.
    RollUp,
}

/// What a report of the mouse means on a screen of this size.
#[must_use]
pub fn message(model: &Model, area: Rect, mouse: MouseEvent) -> Option<Message> {
    let press = match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Press::Click,
        MouseEventKind::ScrollDown => Press::RollDown,
        MouseEventKind::ScrollUp => Press::RollUp,
        _ => return None,
    };
    hit(model, area, Position::new(mouse.column, mouse.row), press)
}

/// What is done at a cell of a screen of this size.
#[must_use]
pub fn hit(model: &Model, area: Rect, at: Position, press: Press) -> Option<Message> {
    let mut targets = targets(model, area).into_iter().rev();
    let hit = targets.find(|(cells, with, _)| *with == press && cells.contains(at));
    hit.map(|(_, _, message)| message)
}

/// Everything that can be done on a screen of this size, with its cells, the topmost last; nothing while the mouse is not
/// used, or nothing is to be seen.
#[must_use]
pub fn targets(model: &Model, area: Rect) -> Vec<(Rect, Press, Message)> {
    let hides = matches!(
        model.overlay,
        Some(Overlay::Blank(_) | Overlay::Hidden(_) | Overlay::Discard(_))
    );
    if !model.settings.now().mouse || hides || is_too_small(area) {
        return Vec::new();
    }
    let (mut buffer, theme) = (Buffer::empty(area), Theme::mono());
    let mut pen = Pen::pointing(&mut buffer, &theme)
        .knowing(&model.keys, contexts(model))
        .holding(model.held);
    // What lies below something else can't be reached.
    match &model.overlay {
        Some(overlay) => draw_overlay(&mut pen, area, model, overlay),
        None => draw_screen(&mut pen, area, model),
    };
    let mut targets = Vec::new();
    for target in pen.targets() {
        match target.does {
            Pointed::Click(spot, first) => {
                targets.push((target.area, Press::Click, Message::Clicked(spot, first)));
            }
            Pointed::Roll(what, more) => {
                targets.push((target.area, Press::RollUp, Message::Rolled(what, false)));
                if more {
                    targets.push((target.area, Press::RollDown, Message::Rolled(what, true)));
                }
            }
        }
    }
    targets
}
