//! Opening what is at a path that was typed or dropped on the screen: a session's folder, or a plan, which is joined.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use super::{
    joining::{self, Joined},
    opening::OpeningFault,
    reporting,
    sessions::is_session,
    world::World,
};
use crate::{
    app::{home::HomeNews, message::Message},
    storage::disk::why,
    ui::words::home as words,
};

/// Why a path can't be opened.
#[derive(Debug, thiserror::Error)]
enum NoSession {
    /// The session, or the plan.
    #[error(transparent)]
    Opening(#[from] OpeningFault),
    /// The path, in words.
    #[error("{0}")]
    Path(String),
}

impl World {
    /// Opens what is at the path that was typed.
    pub(super) fn join(&mut self, typed: String) -> Message {
        let path = reporting::below_own(&typed);
        self.open_at(&path).unwrap_or_else(|fault| {
            Message::Home(HomeNews::NotJoined {
                typed,
                why: fault.to_string(),
            })
        })
    }

    fn open_at(&mut self, path: &Path) -> Result<Message, NoSession> {
        let stat = self.disk.stat(path).map_err(|error| {
            NoSession::Path(match error.kind() {
                ErrorKind::NotFound => words::nothing_at(path),
                _ => words::not_looked_at(path, &why(&error)),
            })
        })?;
        if stat.is_dir {
            let folder = self.session_in(path)?;
            return Ok(self.open(folder, None, None)?);
        }
        if path
            .extension()
            .is_none_or(|ending| !ending.eq_ignore_ascii_case("ron"))
        {
            return Err(NoSession::Path(words::no_plan(path)));
        }
        let joined = joining::join(&self.home, &*self.disk, path)?;
        let then = self.open(joined.folder().to_path_buf(), None, None)?;
        Ok(match joined {
            Joined::InPlace(_) | Joined::New(_) => then,
            Joined::Updated(_) | Joined::Known(_) => Message::Home(HomeNews::PlanJoined {
                updated: matches!(joined, Joined::Updated(_)),
                then: Box::new(then),
            }),
        })
    }

    /// The session in a folder: the folder itself, or the one folder in it that is a session.
    fn session_in(&self, folder: &Path) -> Result<PathBuf, NoSession> {
        if is_session(&*self.disk, folder) {
            return Ok(folder.to_path_buf());
        }
        let names = self.disk.names(folder).unwrap_or_default();
        let inside = names.iter().map(|name| folder.join(name));
        let mut inside: Vec<PathBuf> = inside.filter(|path| is_session(&*self.disk, path)).collect();
        inside.sort();
        match inside.as_slice() {
            [one] => Ok(one.clone()),
            [] => Err(NoSession::Path(words::no_session_in(folder))),
            several => Err(NoSession::Path(words::sessions_in(folder, several))),
        }
    }
}
