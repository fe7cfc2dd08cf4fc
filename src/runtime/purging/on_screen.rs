//! The same for the screen: the session that is open is closed first, since nothing goes from under a typing person.

use std::path::PathBuf;

use super::{find, remove, target};
use crate::{
    app::{
        home,
        message::Message,
        purging::{Asked, Found, News},
    },
    runtime::world::World,
};

impl World {
    /// Closes the session on the screen and looks for all that is kept of the one in `folder`.
    pub(in crate::runtime) fn find_kept(&mut self, folder: PathBuf, asked: Asked) -> Message {
        let sessions = self.leave_for_home();
        let on = (&self.home, &*self.disk);
        let target = target(on, &folder, self.now().date());
        let found = target.map(|target| {
            let found = find(on, &target);
            Box::new(Found {
                whole_session: asked.whole_session,
                ..found
            })
        });
        Message::Kept(Box::new(News::Found {
            folder,
            found: found.map_err(|fault| fault.to_string()),
            sessions,
        }))
    }

    /// Removes what was found and asked for.
    pub(in crate::runtime) fn remove_kept(&mut self, found: &Found, asked: Asked) -> Message {
        let outcome = remove((&self.home, &*self.disk), found, asked, self.now());
        Message::Kept(Box::new(News::Removed {
            outcome: outcome.map(Box::new).map_err(|fault| fault.to_string()),
            sessions: self.leave_for_home(),
        }))
    }

    /// Lets what is being written be finished and closes the session on the screen; the sessions there are.
    fn leave_for_home(&mut self) -> home::Found {
        self.finish_reports();
        self.go_home();
        self.list_sessions()
    }
}
