//! What a person has set, and the screen on which it is changed: it counts at once, and is kept beside the screen.

use std::path::PathBuf;

use super::{
    Model, Overlay,
    capture::Motion,
    entry::{Entry, EntryPurpose},
    message::{Action, Effect, Message},
    notice::Notice,
};
use crate::domain::settings::{Setting, Settings, SettingsProblem};

/// What is known of the settings when the program starts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// What is set.
    pub settings: Settings,
    /// What is wrong in the files.
    pub problems: Vec<SettingsProblem>,
    /// The names of the person's own themes.
    pub own_themes: Vec<String>,
    /// The file.
    pub file: PathBuf,
    /// The folder of sessions that counts in this run.
    pub sessions: PathBuf,
    /// Whether that folder was named on the command line.
    pub sessions_asked_for: bool,
}

/// What is to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// What is set now.
    pub settings: Settings,
    /// What of it was just changed.
    pub changed: Setting,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptNews {
    /// The copy of a broken file that was written anew, or why nothing was written.
    pub kept: Result<Option<PathBuf>, String>,
    /// What is wrong in the files now.
    pub problems: Vec<SettingsProblem>,
}

/// What is said about it in the notice line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsNotice {
    /// Something is wrong in a file: the first thing, and so many more.
    Wrong(SettingsProblem, usize),
    /// Something is wrong in a file of the settings, and in the one of the keys.
    WrongAsKeys(SettingsProblem),
    /// A change was not kept, and counts for this run alone.
    NotKept(String),
}

/// How far the keeping of what was changed is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Phase {
    /// Nothing was changed yet.
    #[default]
    Unchanged,
    /// It is being written.
    Keeping,
    /// It is in the file; with the copy of a broken one that was written anew.
    Kept(Option<PathBuf>),
    /// It is not in the file, and why.
    Failed(String),
}

/// The settings, and the screen on which they are changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// What is known, with all changes.
    pub found: Found,
    /// How far the keeping of the changes is.
    pub phase: Phase,
    /// Why what was typed was not taken.
    pub refused: Option<String>,
    /// The copy of a broken file that was written anew in this run.
    copy: Option<PathBuf>,
    row: usize,
    untold: bool,
}

impl Sheet {
    /// What is set.
    #[must_use]
    pub fn now(&self) -> &Settings {
        &self.found.settings
    }

    /// The setting that the keys act on.
    #[must_use]
    pub fn chosen(&self) -> Setting {
        Setting::ALL.get(self.row).copied().unwrap_or(Setting::Theme)
    }

    /// Chooses the setting at this position; whether it was chosen already.
    pub(super) fn point(&mut self, nth: usize) -> bool {
        let was_chosen = self.row == nth;
        self.refused = None;
        self.row = nth.min(Setting::ALL.len() - 1);
        was_chosen
    }

    fn step(&mut self, forward: bool) {
        let last = Setting::ALL.len() - 1;
        self.row = if forward {
            (self.row + 1).min(last)
        } else {
            self.row.saturating_sub(1)
        };
    }
}

/// Takes in what is set; what is wrong is said as soon as nothing else is.
pub(super) fn found(model: &mut Model, found: Found) {
    model.settings.untold = !found.problems.is_empty();
    model.keys.choose_enter(found.settings.enter);
    model.settings.found = found;
}

/// Says what is wrong in the files once, where nothing else is to be said.
pub(super) fn tell(model: &mut Model) {
    let is_free = model.notice.as_ref().is_none_or(Notice::is_greeting);
    if !model.settings.untold || !is_free {
        return;
    }
    model.settings.untold = false;
    let problems = &model.settings.found.problems;
    if let Some(first) = problems.first() {
        let wrong = if matches!(model.to_say, Some(Notice::OwnKeys(_))) {
            SettingsNotice::WrongAsKeys(first.clone())
        } else {
            SettingsNotice::Wrong(first.clone(), problems.len() - 1)
        };
        model.notice = Some(Notice::Settings(wrong));
    }
}

/// What was said of the files at the start is still to be said: something else came onto the screen before anybody could
/// have read it.
pub(super) fn say_again(model: &mut Model, said: Option<Notice>) {
    match said {
        Some(Notice::Settings(_)) => model.settings.untold = true,
        Some(said @ Notice::OwnKeys(_)) => model.to_say = Some(said),
        _ => {}
    }
}

/// Opens the screen.
pub(super) fn open(model: &mut Model) {
    model.settings.row = 0;
    model.settings.untold = false;
    model.overlay = Some(Overlay::Settings);
}

/// What a key does on the screen.
pub(super) fn on_key(model: &mut Model, message: &Message) -> Vec<Effect> {
    model.settings.refused = None;
    match message {
        Message::Asked(Action::Up) => model.settings.step(false),
        Message::Asked(Action::Down) => model.settings.step(true),
        Message::Asked(Action::Enter) if model.settings.chosen() == Setting::Sessions => ask_folder(model),
        Message::Asked(Action::Enter) | Message::Moved(Motion::Right, _) => return change(model, true),
        Message::Moved(Motion::Left, _) => return change(model, false),
        _ => {}
    }
    Vec::new()
}

/// Takes the next of the chosen setting's words, or the one before.
fn change(model: &mut Model, forward: bool) -> Vec<Effect> {
    let setting = model.settings.chosen();
    let found = &model.settings.found;
    let choices = setting.choices(&found.own_themes);
    if choices.is_empty() {
        return Vec::new();
    }
    let word = found.settings.word(setting);
    let at = choices.iter().position(|choice| choice == word).unwrap_or(0);
    let step = if forward { 1 } else { choices.len() - 1 };
    let next = choices.into_iter().cycle().nth(at + step);
    next.map_or_else(Vec::new, |next| set(model, setting, &next))
}

fn set(model: &mut Model, setting: Setting, word: &str) -> Vec<Effect> {
    let Found {
        settings, own_themes, ..
    } = &mut model.settings.found;
    if let Err(refused) = settings.set(setting, word, own_themes) {
        model.settings.refused = Some(format!("{}: {}", refused.what, refused.cure));
        return Vec::new();
    }
    model.settings.phase = Phase::Keeping;
    let settings = model.settings.now().clone();
    model.keys.choose_enter(settings.enter);
    vec![Effect::KeepSettings(Box::new(Job {
        settings,
        changed: setting,
    }))]
}

fn ask_folder(model: &mut Model) {
    let set = model.settings.now().sessions.clone().unwrap_or_default();
    let entry = Entry::new(EntryPurpose::SessionsFolder, String::new(), set);
    model.overlay = Some(Overlay::Entry(entry));
}

/// Does what a line was typed for: sessions lie in another folder from the next start on.
pub(super) fn take_folder(model: &mut Model, typed: &str) -> Vec<Effect> {
    model.overlay = Some(Overlay::Settings);
    set(model, Setting::Sessions, typed)
}

/// Takes in what became of a change; with the screen closed, a failure is said in the notice line.
pub(super) fn hear(model: &mut Model, news: KeptNews) {
    model.settings.found.problems = news.problems;
    model.settings.phase = match news.kept {
        Ok(copy) => {
            model.settings.copy = copy.or(model.settings.copy.take());
            Phase::Kept(model.settings.copy.clone())
        }
        Err(why) => {
            if !matches!(model.overlay, Some(Overlay::Settings)) {
                model.notice = Some(Notice::Settings(SettingsNotice::NotKept(why.clone())));
            }
            Phase::Failed(why)
        }
    };
}
