//! Watches the session's folder beside the screen: told by the system where it can, and looking again every few seconds.

use std::{
    io,
    path::{Path, PathBuf},
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
    storage::{disk::Disk, watch::Watch},
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

/// What wakes the thread.
#[derive(Debug)]
enum Wake {
    /// A file changed that is not written here.
    Changed,
    /// The session is left.
    End,
}

impl Watching {
    /// Starts the thread; it tells `tell` what came in.
    ///
    /// # Errors
    /// If no thread can be had.
    pub fn start(
        disk: Arc<dyn Disk>,
        watch: Watch,
        clock: Clock,
        tell: impl Fn(Message) + Send + 'static,
    ) -> io::Result<Self> {
        let (wakes, woken) = mpsc::channel();
        let of_system = Told::by_the_system(&watch, wakes.clone());
        let watcher = Thread {
            disk,
            watch,
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
    /// Folders that are not listened to yet, because they are not there.
    missing: Vec<PathBuf>,
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
            missing: watch.places().to_vec(),
        }
    }

    /// Listens to the folders that have appeared since.
    fn listen(&mut self) {
        let Some(watcher) = &mut self.watcher else { return };
        let mut heard = |folder: &Path| watcher.watch(folder, RecursiveMode::NonRecursive).is_ok();
        self.missing.retain(|folder| !heard(folder));
    }
}

/// What the thread works with.
struct Thread {
    disk: Arc<dyn Disk>,
    watch: Watch,
    clock: Clock,
    of_system: Told,
    woken: Receiver<Wake>,
}

impl Thread {
    fn run(mut self, tell: &impl Fn(Message)) {
        let mut pause = SETTLE;
        while self.sleeps(pause) {
            self.of_system.listen();
            let found = self
                .watch
                .look(&*self.disk, self.clock.now(), clock::machine_time());
            if let Some(arrival) = found {
                tell(Message::Arrived(Box::new(arrival)));
            }
            pause = if self.watch.is_unsettled() { AGAIN } else { POLL };
        }
    }

    /// Sleeps until something changed, or so long; `false` once the session is left.
    fn sleeps(&self, pause: Duration) -> bool {
        let mut left = pause;
        loop {
            match self.woken.recv_timeout(left) {
                Ok(Wake::Changed) => left = TOGETHER.min(left),
                Err(RecvTimeoutError::Timeout) => return true,
                Ok(Wake::End) | Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }
}
