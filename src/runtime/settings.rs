//! What a person has set, on this computer: found with all that is wrong in the files, turned into what is drawn with,
//! and kept beside the screen.

use std::sync::{Arc, Mutex, PoisonError};

use crate::{
    app::settings::{Found, Job, KeptNews},
    domain::settings::{Setting, Settings, SettingsProblem, ThemeChoice},
    storage::{disk::Disk, files::theme_file::ThemeLine, paths::Home, settings},
    ui::{lines::Lines, theme::Theme},
};

/// What an own theme calls the one it is based on.
const BASE: &str = "based_on";

/// A variable of the environment, if it is set and not empty.
#[must_use]
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// What is set, and everything that is wrong in the files, own themes too.
#[must_use]
pub fn find(home: &Home, disk: &dyn Disk) -> Found {
    let found = settings::find(home, disk);
    let mut problems = found.problems;
    problems.extend(theme(home, disk, &found.settings, variable).1);
    Found {
        settings: found.settings,
        problems,
        own_themes: found.own_themes,
        file: home.settings_file(),
        sessions: home.sessions(),
        sessions_asked_for: home.sessions_asked_for().is_some(),
    }
}

/// The colours and lines that are set, and what is wrong with the file of an own theme.
#[must_use]
pub fn theme(
    home: &Home,
    disk: &dyn Disk,
    settings: &Settings,
    variable: impl Fn(&str) -> Option<String>,
) -> (Theme, Vec<SettingsProblem>) {
    let lines = Lines::choose(settings.borders, &variable);
    let fitting = || {
        let (term, colorfgbg) = (variable("TERM"), variable("COLORFGBG"));
        Theme::choose(
            variable("NO_COLOR").is_some(),
            term.as_deref(),
            colorfgbg.as_deref(),
        )
    };
    let (theme, problems) = match &settings.theme {
        ThemeChoice::Auto => (fitting(), Vec::new()),
        ThemeChoice::Light => (Theme::light(), Vec::new()),
        ThemeChoice::Dark => (Theme::dark(), Vec::new()),
        ThemeChoice::HighContrast => (Theme::high_contrast(), Vec::new()),
        ThemeChoice::Mono => (Theme::mono(), Vec::new()),
        ThemeChoice::Own(name) => own(home, disk, name, fitting),
    };
    (theme.with_lines(lines), problems)
}

/// One of the person's own themes; what can't be used of it is drawn as in the one it is based on.
fn own(
    home: &Home,
    disk: &dyn Disk,
    name: &str,
    fitting: impl Fn() -> Theme,
) -> (Theme, Vec<SettingsProblem>) {
    let (file, lines, mut problems) = settings::theme(home, disk, name);
    let mut theme = fitting();
    let mut wrong = |line: &ThemeLine, what: String, cure: String| {
        problems.push(SettingsProblem {
            setting: Some(Setting::Theme),
            file: file.display().to_string(),
            line: Some(line.line),
            what,
            cure,
        });
    };
    for line in lines.iter().filter(|line| line.role == BASE) {
        match line.words.as_deref() {
            Some("auto") => theme = fitting(),
            words => match words.and_then(Theme::named) {
                Some(base) => theme = base,
                None => wrong(
                    line,
                    format!("there is no theme that `{BASE}` could mean"),
                    "write \"auto\", \"light\", \"dark\", \"high-contrast\" or \"mono\"".into(),
                ),
            },
        }
    }
    let mut theme = theme.called(name);
    for line in lines.iter().filter(|line| line.role != BASE) {
        let Some(words) = &line.words else {
            let what = format!("what stands for `{}` is no text", line.role);
            wrong(line, what, "write it between quotation marks".into());
            continue;
        };
        if let Err(unfit) = theme.draw_by(&line.role, words) {
            wrong(line, unfit.what, unfit.cure);
        }
    }
    (theme, problems)
}

/// Keeps changes one after the other, the newest last, however slow the disk is.
#[derive(Debug, Clone, Default)]
pub struct Keeper {
    wanted: Arc<Mutex<Wanted>>,
    writing: Arc<Mutex<()>>,
}

#[derive(Debug, Default)]
struct Wanted {
    settings: Settings,
    changed: Vec<Setting>,
}

impl Keeper {
    /// Takes in what is set now and is to be written.
    pub fn want(&self, job: Job) {
        let mut wanted = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
        wanted.settings = job.settings;
        if !wanted.changed.contains(&job.changed) {
            wanted.changed.push(job.changed);
        }
    }

    /// Writes what is wanted by now; what became of it.
    #[must_use]
    pub fn keep(&self, home: &Home, disk: &dyn Disk) -> KeptNews {
        let _one_after_the_other = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let (settings, changed) = {
            let mut wanted = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
            (wanted.settings.clone(), std::mem::take(&mut wanted.changed))
        };
        let kept = settings::keep(home, disk, &settings, &changed);
        if kept.is_err() {
            // The next change writes it too.
            let mut wanted = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
            let again = changed.iter().filter(|setting| !wanted.changed.contains(setting));
            let again: Vec<Setting> = again.copied().collect();
            wanted.changed.extend(again);
        }
        KeptNews {
            kept,
            problems: find(home, disk).problems,
        }
    }
}

#[cfg(test)]
mod tests;
