//! Counting the notes of the sessions beside the screen: the list is there before all of them are read.

use std::{
    io,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::Sender,
    },
    thread,
};

use super::listing::ToCount;
use crate::{
    app::{
        home::{Counted, HomeNews},
        message::Message,
    },
    domain::{own_notes, stamp::Stamp},
    runtime::{event_loop::Event, recorded},
    storage::{disk::Disk, paths::Home, session_folder::SessionFolder},
};

/// The counting, which goes on until it is done or nobody wants it any more.
pub(in crate::runtime) struct Counting(Arc<AtomicBool>);

impl Drop for Counting {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Counting {
    /// Counts the notes of one session after the other, and tells each.
    ///
    /// # Errors
    /// If no thread can be had.
    pub fn begin(
        (home, disk): (Home, Arc<dyn Disk>),
        now: Stamp,
        sessions: Vec<ToCount>,
        events: Sender<Event>,
    ) -> io::Result<Self> {
        let unwanted = Arc::new(AtomicBool::new(false));
        let ends = Arc::clone(&unwanted);
        thread::Builder::new().name("counting".into()).spawn(move || {
            for session in sessions {
                if ends.load(Ordering::Relaxed) {
                    return;
                }
                let (folder, counted) = count((&home, &*disk), now, session);
                let told = Message::Home(HomeNews::NotesCounted(folder, counted));
                // Where nobody listens any more, nobody wants to know.
                if events.send(Event::Told(told)).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self(unwanted))
    }
}

fn count(on: (&Home, &dyn Disk), now: Stamp, session: ToCount) -> (PathBuf, Counted) {
    let folder = SessionFolder::at(&session.folder);
    let loaded = recorded::load(on, &folder, session.session, now);
    let mine = session
        .me
        .map(|me| own_notes::shared(&me, loaded.records.live_notes()));
    let counted = Counted {
        notes: loaded.records.notes.live().count(),
        mine: mine.map_or(0, |mine| mine.len()),
        unsound: recorded::problems(&loaded).len(),
    };
    (session.folder, counted)
}

#[cfg(test)]
mod tests {
    use std::{path::Path, sync::mpsc};

    use super::*;
    use crate::{
        domain::ids::PersonId,
        runtime::sessions::listing,
        storage::{
            catalogue,
            disk::RealDisk,
            session_folder::{PLAN, RECORDS},
            write::{self, Seen},
        },
    };

    #[test]
    fn everybodys_notes_and_mine_are_counted_and_a_broken_file_is_told() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::find(|_| Some(dir.path().into()), None).unwrap();
        let example = catalogue::examples()
            .iter()
            .find(|example| !example.records.is_empty())
            .unwrap();
        let folder = home.sessions().join("half-day");
        let put = |path: &Path, text: &str| {
            RealDisk.create_dir_all(path.parent().unwrap()).unwrap();
            write::replace(&RealDisk, path, text.as_bytes(), &Seen::Absent).unwrap();
        };
        put(&folder.join(PLAN), example.plan);
        for (name, text) in example.records {
            put(&folder.join(RECORDS).join(name), text);
        }
        put(&folder.join(RECORDS).join("broken.0001.ron"), "not RON");
        let now = "2026-12-01T13:00:00+00:00".parse().unwrap();
        let mut to_count = listing::list(&home, &RealDisk, now).to_count;
        to_count[0].me = Some(PersonId::new(example.person));
        let (events, told) = mpsc::channel();
        let counting = Counting::begin((home, Arc::new(RealDisk)), now, to_count, events).unwrap();
        let Ok(Event::Told(Message::Home(HomeNews::NotesCounted(counted_in, counted)))) = told.recv() else {
            panic!("nothing was counted")
        };
        assert_eq!(counted_in, folder);
        assert_eq!((counted.notes, counted.unsound), (80, 1));
        assert!(counted.mine > 0 && counted.mine < counted.notes, "{counted:?}");
        assert!(told.recv().is_err(), "there is one session");
        drop(counting);
    }
}
