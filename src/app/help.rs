//! The help: scrolled by keys, searched by typing.

use super::{
    Model, Overlay, PAGE,
    capture::Edit,
    message::{Action, Message},
    on_top::uncover,
};

/// The most letters that are searched for: more than any row of the help has.
const LONGEST_SEARCH: usize = 120;

/// Shows the help; what lies on top stays below it.
pub(super) fn show(model: &mut Model) {
    let below = model.overlay.take().map(Box::new);
    model.overlay = Some(Overlay::Help {
        first: 0,
        typed: String::new(),
        below,
    });
}

/// What a key does in the help; `false` if it does nothing of the help's own.
pub(super) fn on_key(model: &mut Model, message: &Message) -> bool {
    let Some(Overlay::Help { first, typed, .. }) = &mut model.overlay else {
        return false;
    };
    match message {
        // Who is used to it begins with `/`; a second one is what is searched for.
        Message::Typed('/') if typed.is_empty() => typed.push('/'),
        Message::Typed(letter) => {
            if typed == "/" && *letter != '/' {
                typed.clear();
            }
            type_letters(typed, std::iter::once(*letter));
            *first = 0;
        }
        Message::Pasted(text) => {
            type_letters(typed, text.chars());
            *first = 0;
        }
        Message::Asked(Action::Edit(Edit::Backspace)) => {
            typed.pop();
            *first = 0;
        }
        Message::Asked(Action::Edit(Edit::Empty)) => {
            typed.clear();
            *first = 0;
        }
        // The search is left before the help is.
        Message::Asked(Action::Close) if !typed.is_empty() => {
            typed.clear();
            *first = 0;
        }
        Message::Asked(Action::Close | Action::Help | Action::Enter) => uncover(model),
        Message::Asked(Action::Up) => *first = first.saturating_sub(1),
        Message::Asked(Action::Down) => *first = first.saturating_add(1),
        Message::Asked(Action::PageUp) => *first = first.saturating_sub(PAGE),
        Message::Asked(Action::PageDown) => *first = first.saturating_add(PAGE),
        _ => return false,
    }
    true
}

fn type_letters(typed: &mut String, letters: impl Iterator<Item = char>) {
    let room = LONGEST_SEARCH.saturating_sub(typed.chars().count());
    let letters = letters.map(|letter| if letter.is_control() { ' ' } else { letter });
    typed.extend(letters.take(room));
}
