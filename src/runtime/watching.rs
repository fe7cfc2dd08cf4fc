//! Watches the session's folder beside the screen: told by the system where it can, and looking again every few seconds.

use std::{
    io,
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    time::Duration,
};

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use super::clock::{self, Clock};
use crate::{
    app::message::Message,
    domain::ids::SessionId,
    storage::{disk::Disk, lock::ScreenLock, watch::Watch},
};

/// How long a change that the system does not tell of stays unseen at most: shares and sticks tell nothing.
const POLL: Duration = Duration::from_secs(5);
/// How soon a file that may be being written is looked at again.
const AGAIN: Duration = Duration::from_secs(1);
/// A change is most often one of several: so long the others are waited for.
const TOGETHER: Duration = Duration::from_millis(150);
/// The first look leaves the time of opening to what a person waits for.
const SETTLE: Duration = Duration::from_millis(600);

/// A handle on the watching thread, which ends with it.
#[derive(Debug)]
pub struct Watching {
    wakes: Sender<Wake>,
}

/// A session that another window writes, which is waited for to let go of it.
#[derive(Debug, Clone)]
pub struct Held {
    /// Which session.
    pub session: SessionId,
    /// The lock that the other window holds.
    pub lock: PathBuf,
}

/// What wakes the thread.
#[derive(Debug)]
enum Wake {
    /// A file changed that is not written here.
    Changed,
    /// The session is left.
    End,
}

impl Watching {
    /// Starts the thread; it tells `tell` what came in, and that nobody writes in the session any more, if that is to be
    /// waited for.
    ///
    /// # Errors
    /// If no thread can be had.
    pub fn start(
        disk: Arc<dyn Disk>,
        watch: Watch,
        held: Option<Held>,
        clock: Clock,
        tell: impl Fn(Message) + Send + 'static,
    ) -> io::Result<Self> {
        let (wakes, woken) = mpsc::channel();
        let of_system = Told::by_the_system(&watch, wakes.clone());
        let watcher = Thread {
            disk,
            watch,
            held,
            clock,
            of_system,
            woken,
        };
        std::thread::Builder::new()
            .name("watch".into())
            .spawn(move || watcher.run(&tell))?;
        Ok(Self { wakes })
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ended_already = self.wakes.send(Wake::End);
    }
}

/// The system's word of changes, as far as it gives it.
struct Told {
    watcher: Option<RecommendedWatcher>,
    places: [Place; 2],
}

impl Told {
    /// Not everywhere is there a system that tells: then there is the look every few seconds.
    fn by_the_system(watch: &Watch, wakes: Sender<Wake>) -> Self {
        let concerns = watch.concerns();
        let hear = move |event: notify::Result<notify::Event>| {
            // That a file was only opened and read, as it is here, is no news.
            let is_news = |event: &notify::Event| {
                !event.kind.is_access() && event.paths.iter().any(|path| concerns(path))
            };
            if event.as_ref().map_or(true, is_news) {
                let _ended = wakes.send(Wake::Changed);
            }
        };
        Self {
            watcher: notify::recommended_watcher(hear).ok(),
            places: watch.places().map(|folder| Place { folder, heard: false }),
        }
    }

    /// Listens to the folders that have appeared since; one that is gone may come back as another.
    fn listen(&mut self, disk: &dyn Disk) {
        let Some(watcher) = &mut self.watcher else { return };
        for place in &mut self.places {
            let is_there = disk.stat(&place.folder).is_ok();
            if is_there && !place.heard {
                place.heard = watcher.watch(&place.folder, RecursiveMode::NonRecursive).is_ok();
            } else if !is_there && place.heard {
                let _gone_with_it = watcher.unwatch(&place.folder);
                place.heard = false;
            }
        }
    }
}

/// A folder that is listened to while it is there.
struct Place {
    folder: PathBuf,
    heard: bool,
}

/// What the thread works with.
struct Thread {
    disk: Arc<dyn Disk>,
    watch: Watch,
    held: Option<Held>,
    clock: Clock,
    of_system: Told,
    woken: Receiver<Wake>,
}

impl Thread {
    fn run(mut self, tell: &impl Fn(Message)) {
        let mut pause = SETTLE;
        while self.sleeps(pause) {
            self.of_system.listen(&*self.disk);
            let found = self
                .watch
                .look(&*self.disk, self.clock.now(), clock::machine_time());
            if let Some(arrival) = found {
                tell(Message::Arrived(Box::new(arrival)));
            }
            // The window that had it has saved everything before it let go of it.
            if let Some(free) = self.held.as_ref().filter(|held| ScreenLock::is_free(&held.lock)) {
                tell(Message::MayWrite(free.session));
            }
            pause = if self.watch.is_unsettled() { AGAIN } else { POLL };
        }
    }

    /// Sleeps until something changed, or so long; `false` once the session is left.
    fn sleeps(&self, pause: Duration) -> bool {
        match self.woken.recv_timeout(pause) {
            Err(RecvTimeoutError::Timeout) => true,
            Ok(Wake::End) | Err(RecvTimeoutError::Disconnected) => false,
            Ok(Wake::Changed) => {
                // However many more there are: a folder in which something changes all the time is looked at too.
                std::thread::sleep(TOGETHER);
                self.woken.try_iter().all(|wake| matches!(wake, Wake::Changed))
            }
        }
    }
}
