//! What keys do on the list of sessions.

use std::path::Path;

use super::{HomeNews, HomeNotice, Row};
use crate::{
    app::{
        Model, Overlay, Screen, ask,
        capture::Edit,
        copying::Copied,
        entry::{Entry, EntryPurpose},
        message::{Action, At, Effect, HomeAction, Message, ModelsFor},
        notice::Notice,
        update,
    },
    domain::hand_over::brought::{file_names, is_hand_over, is_sealed, is_whole_path},
};

/// What somebody does on the list.
pub(in crate::app) fn receive(model: &mut Model, at: At, message: Message) -> Vec<Effect> {
    let Screen::Home(home) = &mut model.screen else {
        return Vec::new();
    };
    match message {
        // As in other lists, where `/` begins to search.
        Message::Typed('/') if home.query().is_empty() => {}
        Message::Typed(typed) => home.type_char(typed),
        Message::Pasted(text) => paste(model, &text),
        Message::Asked(Action::Enter) => return enter(model, at),
        Message::Asked(Action::Up) => home.step(-1),
        Message::Asked(Action::Down) => home.step(1),
        Message::Asked(Action::PageUp) => home.page(-1),
        Message::Asked(Action::PageDown) => home.page(1),
        Message::Asked(Action::Edit(Edit::Backspace)) => home.backspace(),
        Message::Asked(Action::Edit(Edit::Empty) | Action::Close) => home.empty(),
        Message::Asked(Action::Home(action)) => return act(model, action),
        _ => {}
    }
    Vec::new()
}

fn act(model: &mut Model, action: HomeAction) -> Vec<Effect> {
    match (action, &mut model.screen) {
        (HomeAction::First, Screen::Home(home)) => home.go_to_end(false),
        (HomeAction::Last, Screen::Home(home)) => home.go_to_end(true),
        (HomeAction::ByPath, Screen::Home(_)) => ask_path(model, String::new(), None),
        _ => {}
    }
    Vec::new()
}

/// Shows the folder of the session on the screen, or of the chosen one, or copies its path.
pub(in crate::app) fn folder_of(model: &mut Model, action: HomeAction) -> Vec<Effect> {
    let folder = match &model.screen {
        Screen::Home(home) => home.chosen_session().map(|listed| listed.folder.clone()),
        Screen::Day(day) => Some(day.folder.clone()),
    };
    let Some(folder) = folder else {
        model.notice = Some(Notice::Home(HomeNotice::NoneChosen));
        return Vec::new();
    };
    vec![match action {
        HomeAction::CopyFolder => Effect::Copy(folder.display().to_string(), Copied::FolderPath),
        _ => Effect::ShowFolder(folder),
    }]
}

fn enter(model: &mut Model, at: At) -> Vec<Effect> {
    let Screen::Home(home) = &model.screen else {
        return Vec::new();
    };
    match home.chosen_row() {
        Some(Row::Session(_)) => {
            let folder = home.chosen_session().map(|listed| listed.folder.clone());
            let open = |folder| Effect::Open { folder, person: None };
            folder.map(open).into_iter().collect()
        }
        Some(Row::Demo) => vec![Effect::StartDemo],
        Some(Row::NewPlan) => vec![Effect::FindModels(ModelsFor::NewPlan)],
        Some(Row::Table) => ask(model, at, Action::BringIn),
        Some(Row::ByPath) => {
            ask_path(model, String::new(), None);
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// A path that is pasted, or dropped by the mouse, is proposed to be opened; other text narrows the list.
fn paste(model: &mut Model, text: &str) {
    if is_hand_over(text) || is_sealed(text) {
        model.notice = Some(Notice::Home(HomeNotice::NotesPasted));
        return;
    }
    let path = path_in(text);
    if is_whole_path(&path) || is_plan(&path) {
        ask_path(model, path, None);
    } else if let Screen::Home(home) = &mut model.screen {
        home.paste(text);
    }
}

fn is_plan(path: &str) -> bool {
    let ending = Path::new(path).extension();
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}

/// Asks for a path, with why the last one was not opened.
fn ask_path(model: &mut Model, path: String, why: Option<String>) {
    let entry = Entry::new(EntryPurpose::ByPath, why.unwrap_or_default(), path);
    model.overlay = Some(Overlay::Entry(entry));
}

/// A path was entered.
pub(in crate::app) fn take_line(text: &str) -> Vec<Effect> {
    let path = path_in(text);
    let join = (!path.is_empty()).then_some(Effect::Join(path));
    join.into_iter().collect()
}

/// Takes in what came of something that was asked for here, or of the counting.
pub(in crate::app) fn hear(model: &mut Model, at: At, news: HomeNews) -> Vec<Effect> {
    match (news, &mut model.screen) {
        (HomeNews::NotesCounted(folder, counted), Screen::Home(home)) => home.counted(&folder, counted),
        (HomeNews::FolderShown(folder, shown), _) => {
            model.notice = Some(Notice::Home(HomeNotice::Folder(folder, shown)));
        }
        // It stands in the line again, with the reason.
        (HomeNews::NotJoined { typed, why }, Screen::Home(_)) => ask_path(model, typed, Some(why)),
        (HomeNews::PlanJoined { updated, then }, _) => return plan_joined(model, at, updated, *then),
        _ => {}
    }
    Vec::new()
}

/// A plan was opened of which the session has another edition: that is said once it is open.
fn plan_joined(model: &mut Model, at: At, updated: bool, then: Message) -> Vec<Effect> {
    let effects = update(model, at, then);
    if model.day().is_some() {
        let became = if updated {
            HomeNotice::PlanUpdated
        } else {
            HomeNotice::PlanKnown
        };
        model.notice = Some(Notice::Home(became));
    }
    effects
}

/// The one path that `text` means, as it is typed, or as a terminal hands on a file that is dropped on it.
fn path_in(text: &str) -> String {
    let text = text.trim();
    let text = text
        .strip_prefix("file://")
        .map_or_else(|| text.to_owned(), unescaped);
    match &file_names(&text)[..] {
        [one] => one.clone(),
        _ => text,
    }
}

/// The path of a file's address, without its `%20`.
fn unescaped(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let code = (byte == b'%').then(|| [ahead.next(), ahead.next()].map(|digit| digit.map(char::from)));
        match code {
            Some([Some(high), Some(low)]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                let digits = high.to_digit(16).zip(low.to_digit(16));
                let value = digits.map_or(0, |(high, low)| high * 16 + low);
                bytes.push(u8::try_from(value).unwrap_or(b'%'));
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_as_it_is_typed_or_dropped() {
        let table = [
            ("/media/my stick/plan.ron", "/media/my stick/plan.ron"),
            ("  '/media/my stick/plan.ron' ", "/media/my stick/plan.ron"),
            ("/media/my\\ stick/plan.ron", "/media/my stick/plan.ron"),
            ("\"C:\\Users\\B\\plan.ron\"\n", "C:\\Users\\B\\plan.ron"),
            (
                "file:///media/my%20stick/caf%C3%A9%/plan.ron",
                "/media/my stick/caf\u{e9}%/plan.ron",
            ),
            ("plan.ron", "plan.ron"),
            ("", ""),
        ];
        for (typed, path) in table {
            assert_eq!(path_in(typed), path, "{typed}");
        }
    }
}
