//! A child says something that worries: one key hides the screen, and of what is typed then nothing is kept.

use super::{
    Model, Overlay, Screen,
    day::Day,
    message::{Action, At, Effect, Message},
    notice::Notice,
    on_top::settle,
};
use crate::domain::stamp::Stamp;

/// The screen is hidden.
#[derive(Debug, Clone)]
pub struct Hidden {
    /// Since when.
    pub since: Stamp,
    /// Whether that time could not be written down.
    pub unlogged: bool,
    /// What lay on top before, which comes back.
    below: Option<Box<Overlay>>,
}

/// Hides everything, whatever lies on top, and has the time written down.
pub(super) fn hide(model: &mut Model, at: At) -> Vec<Effect> {
    let below = match model.overlay.take() {
        // It is hidden already: a key pressed twice is one look away.
        Some(hidden @ Overlay::Hidden(_)) => {
            model.overlay = Some(hidden);
            return Vec::new();
        }
        Some(Overlay::Discard(below)) => below,
        below => below.map(Box::new),
    };
    model.overlay = Some(Overlay::Hidden(Hidden {
        since: at.now,
        unlogged: false,
        below,
    }));
    let mut effects = match &mut model.screen {
        Screen::Day(day) => day.hide_line(),
        Screen::Home(_) => Vec::new(),
    };
    effects.push(Effect::LogSafeguarding {
        session: model.day().map(|day| day.plan.session),
        at: at.now,
    });
    effects
}

/// After the program died over a hidden line, the first thing asked is whether that line is discarded.
pub(super) fn ask_again(model: &mut Model) {
    if model.day().is_some_and(Day::is_line_hidden) {
        model.overlay = Some(Overlay::Discard(model.overlay.take().map(Box::new)));
    }
}

/// Only one key brings the screen back; the first thing asked then is whether the open line is discarded.
pub(super) fn on_key_hidden(model: &mut Model, message: &Message) {
    if !matches!(message, Message::Asked(Action::Close)) {
        return;
    }
    if let Some(Overlay::Hidden(hidden)) = model.overlay.take() {
        let typed = hidden
            .below
            .as_deref()
            .is_some_and(|below| holds_typing(model, below));
        let line_open = model.day().is_some_and(|day| day.capture.started().is_some());
        model.overlay = if typed || line_open {
            Some(Overlay::Discard(hidden.below))
        } else {
            hidden.below.map(|below| *below)
        };
        settle(model);
    }
}

/// What a key does while it is asked whether the open line is discarded.
pub(super) fn on_key_asked(model: &mut Model, at: At, message: &Message) -> Vec<Effect> {
    let discards = match message {
        Message::Asked(Action::Enter) => true,
        Message::Asked(Action::Close) => false,
        _ => return Vec::new(),
    };
    let Some(Overlay::Discard(below)) = model.overlay.take() else {
        return Vec::new();
    };
    if !discards {
        model.overlay = below.map(|below| *below);
        settle(model);
        return match &mut model.screen {
            Screen::Day(day) => day.bring_line_back(),
            Screen::Home(_) => Vec::new(),
        };
    }
    model.overlay = below.and_then(|below| without_typing(model, *below));
    settle(model);
    match &mut model.screen {
        Screen::Day(day) => {
            model.notice = Some(Notice::LineDiscarded { erased: None });
            day.discard_line(at)
        }
        Screen::Home(_) => Vec::new(),
    }
}

/// The time could not be written down: whoever looks at the hidden screen is told.
pub(super) fn not_logged(model: &mut Model) {
    if let Some(Overlay::Hidden(hidden)) = &mut model.overlay {
        hidden.unlogged = true;
    }
}

/// Whether something was typed into what lies on top. It is in no file.
fn holds_typing(model: &Model, overlay: &Overlay) -> bool {
    match overlay {
        Overlay::Entry(entry) => !entry.text().is_empty() && !entry.is_selected(),
        Overlay::Picker(picker) => {
            !picker.query().is_empty() || picker.below().is_some_and(|below| holds_typing(model, below))
        }
        Overlay::Passphrase(entry) => entry.letters() > 0,
        Overlay::TakingIn => model
            .taking_in
            .as_ref()
            .is_some_and(|taking| taking.pasted.holds_typing()),
        Overlay::BringingIn => {
            let bringing = model.bringing_in.as_ref();
            bringing.is_some_and(|bringing| bringing.pasted.holds_typing())
        }
        Overlay::Help { typed, .. } if !typed.is_empty() => true,
        Overlay::Help { below, .. } | Overlay::Blank(below) => {
            below.as_deref().is_some_and(|below| holds_typing(model, below))
        }
        _ => false,
    }
}

/// What lies on top without what was typed into it.
fn without_typing(model: &mut Model, overlay: Overlay) -> Option<Overlay> {
    let mut below_it = |below: Option<Box<Overlay>>| {
        let below = below.and_then(|below| without_typing(model, *below));
        below.map(Box::new)
    };
    match overlay {
        Overlay::Entry(entry) => entry.purpose.below(),
        Overlay::Passphrase(entry) => entry.below(),
        Overlay::Picker(mut picker) => {
            picker.empty();
            let below = below_it(picker.take_below().map(Box::new));
            Some(Overlay::Picker(match below {
                Some(below) => picker.over(*below),
                None => picker,
            }))
        }
        Overlay::Help { below, .. } => Some(Overlay::Help {
            first: 0,
            typed: String::new(),
            below: below_it(below),
        }),
        Overlay::Blank(below) => Some(Overlay::Blank(below_it(below))),
        other => {
            match (&other, &mut model.taking_in, &mut model.bringing_in) {
                (Overlay::TakingIn, Some(taking), _) => taking.pasted.forget_typing(),
                (Overlay::BringingIn, _, Some(bringing)) => bringing.pasted.forget_typing(),
                _ => {}
            }
            Some(other)
        }
    }
}
