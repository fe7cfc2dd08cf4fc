//! Where everything lives on this machine. Nothing here touches the disk.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use directories::{ProjectDirs, UserDirs};

use crate::domain::ids::{SessionId, WriterId};

/// The variable that moves settings, data and state under one folder.
pub const HOME_VARIABLE: &str = "KNOWNOW_HOME";

/// No folder of this user could be found.
#[derive(Debug, thiserror::Error)]
#[error("this account has no home folder; set {HOME_VARIABLE} to a folder in which notes may be kept")]
pub struct NoHome;

/// The folders of this program.
///
/// None of them need exist: whoever uses a path first makes its folder, private, by
/// [`Disk::create_dir_all`](super::disk::Disk::create_dir_all).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    settings: PathBuf,
    data: PathBuf,
    state: PathBuf,
    documents: PathBuf,
    sessions: Option<PathBuf>,
    sessions_set: Option<PathBuf>,
}

impl Home {
    /// The folders named by [`HOME_VARIABLE`], or else those that this platform gives to programs.
    ///
    /// `var` looks up a variable of the environment. `sessions` is the folder for sessions that was asked for, if any.
    ///
    /// # Errors
    /// If the user has no home folder and the variable names none.
    pub fn find(var: impl Fn(&str) -> Option<OsString>, sessions: Option<&Path>) -> Result<Self, NoHome> {
        let sessions = sessions.map(absolute);
        if let Some(home) = var(HOME_VARIABLE).filter(|home| !home.is_empty()) {
            let home = absolute(Path::new(&home));
            return Ok(Self {
                settings: home.join("settings"),
                data: home.join("data"),
                state: home.join("state"),
                documents: home.join("documents"),
                sessions,
                sessions_set: None,
            });
        }
        let dirs = ProjectDirs::from("", "", "knownow").ok_or(NoHome)?;
        // Where a platform has no place for state it goes below the data, apart from the sessions there.
        let beside_data = || dirs.data_local_dir().join("state");
        let users = UserDirs::new().ok_or(NoHome)?;
        let documents = users.document_dir().unwrap_or(users.home_dir());
        Ok(Self {
            settings: dirs.config_dir().to_owned(),
            data: dirs.data_dir().to_owned(),
            state: dirs.state_dir().map_or_else(beside_data, Path::to_owned),
            documents: documents.to_owned(),
            sessions,
            sessions_set: None,
        })
    }

    /// The same with the folder of sessions that the person has set, which counts unless another one was asked for.
    ///
    /// A `~` at its start is the person's own folder.
    #[must_use]
    pub fn with_sessions_set(self, folder: Option<&str>) -> Self {
        let own = || UserDirs::new().map(|users| users.home_dir().to_owned());
        let whole = |folder: &str| match folder.strip_prefix('~') {
            Some(below) => Some(own()?.join(below.trim_start_matches(['/', '\\']))),
            None => Some(PathBuf::from(folder)),
        };
        Self {
            sessions_set: folder.and_then(whole),
            ..self
        }
    }

    /// The folder of the settings, keys, themes and own review models.
    #[must_use]
    pub fn settings(&self) -> &Path {
        &self.settings
    }

    /// The bank holidays that are used in place of the shipped ones, if the user has put them there.
    #[must_use]
    pub fn bank_holidays(&self) -> PathBuf {
        self.settings.join("bank-holidays-england.ron")
    }

    /// The user's own keys, if the user has put them there.
    #[must_use]
    pub fn own_keys(&self) -> PathBuf {
        self.settings.join("keys.ron")
    }

    /// What the person has set.
    #[must_use]
    pub fn settings_file(&self) -> PathBuf {
        self.settings.join("settings.ron")
    }

    /// The folder of the person's own themes.
    #[must_use]
    pub fn themes(&self) -> PathBuf {
        self.settings.join("themes")
    }

    /// The folder of what must be kept.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The folder of what this machine needs to go on where it was.
    #[must_use]
    pub fn state(&self) -> &Path {
        &self.state
    }

    /// The user's own folder for documents, where what is handed on is written if nothing else is said.
    #[must_use]
    pub fn documents(&self) -> PathBuf {
        self.documents.clone()
    }

    /// The folder of the session folders.
    #[must_use]
    pub fn sessions(&self) -> PathBuf {
        let moved = self.sessions.as_ref().or(self.sessions_set.as_ref());
        moved.cloned().unwrap_or_else(|| self.data.join("sessions"))
    }

    /// The folder of sessions that was asked for, if one was.
    #[must_use]
    pub fn sessions_asked_for(&self) -> Option<&Path> {
        self.sessions.as_deref()
    }

    /// The folder of the rehearsals, which are never mixed with real sessions.
    #[must_use]
    pub fn rehearsals(&self) -> PathBuf {
        let moved = self.sessions.as_ref().or(self.sessions_set.as_ref());
        moved.unwrap_or(&self.data).join("rehearsals")
    }

    /// The private notes of a session, which never lie in its folder.
    #[must_use]
    pub fn private_notes(&self, session: SessionId) -> PathBuf {
        self.data.join("private").join(format!("{session}.ron"))
    }

    /// The folder of the draft journals.
    #[must_use]
    pub fn drafts(&self) -> PathBuf {
        self.state.join("drafts")
    }

    /// The draft journal of a writer in a session.
    #[must_use]
    pub fn draft_journal(&self, session: SessionId, writer: WriterId) -> PathBuf {
        self.drafts().join(format!("{session}.{writer}.journal"))
    }

    /// The lock of the one window in which a writer types in a session.
    #[must_use]
    pub fn screen_lock(&self, session: SessionId, writer: WriterId) -> PathBuf {
        self.locks().join(format!("{session}.{writer}.screen"))
    }

    /// The lock around each save of a session on this machine, private notes included.
    #[must_use]
    pub fn write_lock(&self, session: SessionId) -> PathBuf {
        self.locks().join(format!("{session}.write"))
    }

    /// By how much the clocks of others differ from this machine's, as far as somebody said so.
    #[must_use]
    pub fn clock_offsets(&self, session: SessionId) -> PathBuf {
        self.state.join("offsets").join(format!("{session}.ron"))
    }

    /// The folder of the copies of colleagues' files as they were last read whole.
    #[must_use]
    pub fn last_good(&self) -> PathBuf {
        self.state.join("last-good")
    }

    /// When the screen was hidden in a session, or without one, because a child told somebody something.
    #[must_use]
    pub fn safeguarding_log(&self, session: Option<SessionId>) -> PathBuf {
        let name = session.map_or_else(|| "no-session".to_owned(), |session| session.to_string());
        self.state.join("safeguarding").join(format!("{name}.txt"))
    }

    /// Which documents were written of a session, and where.
    #[must_use]
    pub fn exports(&self, session: SessionId) -> PathBuf {
        self.state.join("exports").join(format!("{session}.ron"))
    }

    /// That the files of a session were removed, without a word of what was in them.
    #[must_use]
    pub fn receipt(&self, session: SessionId) -> PathBuf {
        self.state.join("receipts").join(format!("{session}.ron"))
    }

    /// Which actions were used last in the list of every action.
    #[must_use]
    pub fn last_used(&self) -> PathBuf {
        self.state.join("last-used.ron")
    }

    /// The folder of the locks.
    #[must_use]
    pub fn locks(&self) -> PathBuf {
        self.state.join("locks")
    }

    /// What this machine remembers of a session.
    #[must_use]
    pub fn local_state(&self, session: SessionId) -> PathBuf {
        self.local_states().join(format!("{session}.ron"))
    }

    /// The folder of what this machine remembers of sessions.
    #[must_use]
    pub fn local_states(&self) -> PathBuf {
        self.state.join("sessions")
    }
}

/// So that a path still leads to the same file after the program has gone to another folder, and when it is remembered.
#[must_use]
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_as_it_is| path.to_path_buf())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn home(at: &str, sessions: Option<&str>) -> Home {
        let var = |name: &str| (name == "KNOWNOW_HOME").then(|| OsString::from(at));
        Home::find(var, sessions.map(Path::new)).unwrap()
    }

    fn session() -> SessionId {
        SessionId(Uuid::from_u128(1))
    }

    fn writer() -> WriterId {
        WriterId(Uuid::from_u128(2))
    }

    #[test]
    fn one_variable_moves_everything() {
        let dir = tempfile::tempdir().unwrap();
        let home = home(dir.path().to_str().unwrap(), None);
        let all = [
            (home.settings().to_owned(), "settings"),
            (home.documents(), "documents"),
            (home.sessions(), "data/sessions"),
            (home.rehearsals(), "data/rehearsals"),
            (home.bank_holidays(), "settings/bank-holidays-england.ron"),
            (home.own_keys(), "settings/keys.ron"),
            (home.last_used(), "state/last-used.ron"),
            (
                home.private_notes(session()),
                "data/private/00000000-0000-0000-0000-000000000001.ron",
            ),
            (
                home.draft_journal(session(), writer()),
                "state/drafts/00000000-0000-0000-0000-000000000001.00000000-0000-0000-0000-000000000002.journal",
            ),
            (
                home.screen_lock(session(), writer()),
                "state/locks/00000000-0000-0000-0000-000000000001.00000000-0000-0000-0000-000000000002.screen",
            ),
            (
                home.write_lock(session()),
                "state/locks/00000000-0000-0000-0000-000000000001.write",
            ),
            (
                home.safeguarding_log(Some(session())),
                "state/safeguarding/00000000-0000-0000-0000-000000000001.txt",
            ),
            (home.safeguarding_log(None), "state/safeguarding/no-session.txt"),
            (
                home.local_state(session()),
                "state/sessions/00000000-0000-0000-0000-000000000001.ron",
            ),
        ];
        for (path, expected) in all {
            assert_eq!(path, dir.path().join(expected));
        }
        assert_eq!(
            (home.data(), home.state()),
            (&*dir.path().join("data"), &*dir.path().join("state"))
        );
        let made = std::fs::read_dir(dir.path()).unwrap().count();
        assert_eq!(made, 0, "nothing is made by naming it");
    }

    #[test]
    fn a_folder_for_sessions_moves_sessions_and_rehearsals_alone() {
        let dir = tempfile::tempdir().unwrap();
        let (at, shared) = (dir.path().join("home"), dir.path().join("shared"));
        let moved = home(at.to_str().unwrap(), shared.to_str());
        assert_eq!(moved.sessions(), shared);
        assert_eq!(moved.rehearsals(), shared.join("rehearsals"));
        assert!(moved.private_notes(session()).starts_with(&at));
    }

    #[test]
    fn a_folder_that_was_set_gives_way_to_one_that_was_asked_for() {
        let dir = tempfile::tempdir().unwrap();
        let at = dir.path().to_str().unwrap();
        let (set, asked) = (dir.path().join("set"), dir.path().join("asked"));
        let settled = |asked: Option<&str>| home(at, asked).with_sessions_set(set.to_str());
        assert_eq!(settled(None).sessions(), set);
        assert_eq!(settled(None).rehearsals(), set.join("rehearsals"));
        assert_eq!(settled(None).sessions_asked_for(), None);
        assert_eq!(settled(asked.to_str()).sessions(), asked);
        let own = home(at, None).with_sessions_set(Some("~/reviews")).sessions();
        assert!(own.is_absolute() && own.ends_with("reviews") && !own.starts_with("~"));
    }

    #[test]
    fn an_empty_variable_is_none() {
        let empty = Home::find(|_| Some(OsString::new()), None);
        let unset = Home::find(|_| None, None);
        assert_eq!(empty.ok(), unset.ok());
    }

    #[test]
    fn the_places_of_the_platform_do_not_overlap() {
        // An account without a home folder has none.
        let Ok(home) = Home::find(|_| None, None) else {
            return;
        };
        assert!(!home.local_state(session()).starts_with(home.sessions()));
        assert!(home.sessions().is_absolute());
    }

    #[test]
    fn a_relative_folder_is_made_absolute() {
        let moved = home("notes", Some("shared"));
        assert!(moved.state().is_absolute() && moved.sessions().is_absolute());
    }
}
