//! What the person has set: a file on the disk of the stage, and what is drawn by it.

use std::path::PathBuf;

use knownow::{
    app::{
        message::Message,
        settings::{Found, Job},
    },
    domain::settings::{Settings, SettingsProblem},
    runtime::settings::{self, Keeper},
    storage::disk::{Disk, RealDisk},
    ui::{lines::Lines, theme::Theme},
};

use super::{Stage, screen};

impl Stage {
    /// The program starts with this file of settings, or without one.
    pub fn set_by(&mut self, text: Option<&str>) {
        if let Some(text) = text {
            self.world.put_settings("settings.ron", text);
        }
        let found = self.world.settings();
        self.take(Message::SettingsFound(Box::new(found)));
    }

    /// A theme of the person's own.
    pub fn own_theme(&self, name: &str, text: &str) {
        self.world.put_settings(&format!("themes/{name}.ron"), text);
    }

    /// The file of settings.
    pub fn settings_file(&self) -> String {
        self.world.settings_file()
    }

    /// The file can't be written from now on.
    pub fn settings_are_barred(&self) {
        self.world.bar_settings();
    }

    /// What is drawn with now, on a terminal that says nothing of itself.
    pub fn theme(&self) -> Theme {
        self.world.theme(self.model.settings.now())
    }

    /// The screen drawn with these lines and marks.
    pub fn screen_in(&self, lines: Lines, columns: u16, rows: u16) -> String {
        self.screen_by(&Theme::mono().with_lines(lines), columns, rows)
    }

    /// The screen drawn by a theme.
    pub fn screen_by(&self, theme: &Theme, columns: u16, rows: u16) -> String {
        screen::text_by(&self.model, theme, columns, rows)
    }

    pub(super) fn keep_settings(&mut self, job: &Job) -> Message {
        self.world.keep_settings(job)
    }
}

impl super::world::World {
    fn settings(&self) -> Found {
        let found = settings::find(&self.home(), &RealDisk);
        Found {
            problems: self.shown_problems(found.problems),
            file: PathBuf::from(self.shown(&found.file.display().to_string())),
            sessions: PathBuf::from(self.shown(&found.sessions.display().to_string())),
            ..found
        }
    }

    fn keep_settings(&self, job: &Job) -> Message {
        let keeper = Keeper::default();
        keeper.want(job.clone());
        let mut news = keeper.keep(&self.home(), &RealDisk);
        news.problems = self.shown_problems(news.problems);
        news.kept = match news.kept {
            Ok(copy) => Ok(copy.map(|copy| PathBuf::from(self.shown(&copy.display().to_string())))),
            Err(why) => Err(self.shown(&why)),
        };
        Message::SettingsKept(Box::new(news))
    }

    fn shown_problems(&self, problems: Vec<SettingsProblem>) -> Vec<SettingsProblem> {
        let mut problems = problems;
        for problem in &mut problems {
            problem.file = self.shown(&problem.file);
        }
        problems
    }

    fn put_settings(&self, name: &str, text: &str) {
        let path = self.home().settings().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        let mut file = RealDisk.create_new(&path).expect("a new file");
        file.write_all(text.as_bytes()).expect("written");
    }

    fn settings_file(&self) -> String {
        std::fs::read_to_string(self.home().settings_file()).expect("a file")
    }

    fn bar_settings(&self) {
        std::fs::create_dir_all(self.home().settings_file()).expect("a folder in its place");
    }

    fn theme(&self, set: &Settings) -> Theme {
        settings::theme(&self.home(), &RealDisk, set, |_| None).0
    }
}
