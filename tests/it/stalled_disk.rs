//! A disk that stalls: whoever types sees every letter meanwhile, and leaving waits and says so.
//!
//! The disk stalls until the test lets it go on, so nothing here depends on how fast a machine is.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use knownow::app::message::{At, Effect, Message};
use knownow::app::{self, Model};
use knownow::domain::ids::PersonId;
use knownow::runtime::clock::Clock;
use knownow::runtime::event_loop::Event;
use knownow::runtime::ids;
use knownow::runtime::world::{DEFAULT_ZONE, World};
use knownow::storage::disk::{Disk, NewFile, RealDisk, Stat};
use knownow::storage::paths::Home;
use knownow::ui::{self, keymap, theme::Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// No wait is longer; a good machine needs a hundredth.
const DEADLINE: Duration = Duration::from_secs(60);
/// Letters typed while the disk stalls.
const LINES: usize = 25;

/// Whether syncs go on, and how many wait for it.
#[derive(Default)]
struct Gate {
    shut: Mutex<(bool, usize)>,
    bell: Condvar,
}

impl Gate {
    fn pass(&self) {
        let mut shut = self.shut.lock().unwrap();
        shut.1 += 1;
        self.bell.notify_all();
        while shut.0 {
            shut = self.bell.wait(shut).unwrap();
        }
        shut.1 -= 1;
    }

    fn set(&self, is_shut: bool) {
        self.shut.lock().unwrap().0 = is_shut;
        self.bell.notify_all();
    }

    /// Waits until so many syncs stall.
    fn wait_for(&self, stalled: usize) {
        let shut = self.shut.lock().unwrap();
        let waited = self
            .bell
            .wait_timeout_while(shut, DEADLINE, |shut| shut.1 < stalled);
        assert!(!waited.unwrap().1.timed_out(), "nothing was ever synced");
    }
}

/// The real disk, but that every sync stalls while the gate is shut.
struct StallingDisk(Arc<Gate>);

struct StallingFile(Box<dyn NewFile>, Arc<Gate>);

impl NewFile for StallingFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.1.pass();
        self.0.sync()
    }

    fn stat(&self) -> io::Result<Stat> {
        self.0.stat()
    }
}

impl Disk for StallingDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        RealDisk.read(path)
    }

    fn stat(&self, path: &Path) -> io::Result<Stat> {
        RealDisk.stat(path)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        Ok(Box::new(StallingFile(
            RealDisk.create_new(path)?,
            Arc::clone(&self.0),
        )))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        self.0.pass();
        RealDisk.sync_dir(dir)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove(path)
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        RealDisk.remove_dir(dir)
    }

    fn names(&self, dir: &Path) -> io::Result<Vec<OsString>> {
        RealDisk.names(dir)
    }

    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        RealDisk.create_dir(dir)
    }
}

/// The program without its terminal: a model, the world with its threads, and frames in memory.
struct Running {
    world: World,
    model: Model,
    theme: Theme,
    events: Receiver<Event>,
    left: bool,
    screen: Terminal<TestBackend>,
    frames: usize,
}

impl Running {
    fn new(home: &Path, gate: &Arc<Gate>, opens: Effect) -> Self {
        let home = Home::find(|_| Some(home.into()), None).unwrap();
        let (told, events) = mpsc::channel();
        let clock = Clock::wall(DEFAULT_ZONE).unwrap();
        let world = World::new(home, Arc::new(StallingDisk(Arc::clone(gate))), clock, told);
        let model = Model::new(world.now());
        let theme = world.theme(&model.settings.found.settings);
        let mut running = Self {
            world,
            model,
            theme,
            events,
            left: false,
            screen: Terminal::new(TestBackend::new(100, 30)).unwrap(),
            frames: 0,
        };
        let opened = running.world.perform(opens).expect("a session");
        running.take(opened);
        running
    }

    fn take(&mut self, message: Message) {
        let mut next = Some(message);
        while let Some(message) = next.take() {
            let at = At {
                now: self.world.now(),
                fresh: ids::fresh_record_id(),
            };
            for effect in app::update(&mut self.model, at, message) {
                match effect {
                    Effect::Leave => self.left = true,
                    effect => next = self.world.perform(effect).or(next),
                }
            }
        }
    }

    /// Presses a key and draws; what the screen shows then.
    fn press(&mut self, key: KeyCode, modifiers: KeyModifiers) -> String {
        if let Some(message) = keymap::message(&self.model, KeyEvent::new(key, modifiers)) {
            self.take(message);
        }
        self.draw()
    }

    fn draw(&mut self) -> String {
        let (model, theme) = (&self.model, &self.theme);
        self.screen.draw(|frame| ui::draw(frame, model, theme)).unwrap();
        self.model.was_drawn();
        self.frames += 1;
        let buffer = self.screen.backend().buffer();
        let cells = buffer.content().chunks(usize::from(buffer.area.width));
        let row = |cells: &[ratatui::buffer::Cell]| {
            cells
                .iter()
                .map(ratatui::buffer::Cell::symbol)
                .collect::<String>()
        };
        cells.map(row).collect::<Vec<_>>().join("\n")
    }

    /// Types a line letter by letter; each is on the screen at once.
    fn types(&mut self, line: &str) {
        let mut typed = String::new();
        for letter in line.chars() {
            typed.push(letter);
            let shown = self.press(KeyCode::Char(letter), KeyModifiers::NONE);
            assert!(shown.contains(typed.trim_end()), "{typed:?} in\n{shown}");
        }
    }

    fn ctrl(&mut self, letter: char) -> String {
        self.press(KeyCode::Char(letter), KeyModifiers::CONTROL)
    }

    /// Takes in what is told until all is saved, or somebody has left.
    fn until(&mut self, mut done: impl FnMut(&Self) -> bool) {
        while !done(self) {
            match self.events.recv_timeout(DEADLINE).expect("something is told") {
                Event::Told(message) => self.take(message),
                _ => panic!("nothing else tells anything here"),
            }
        }
    }
}

/// Does it on a thread of its own: where a key waits for the disk, it waits for ever.
fn or_fail(gate: &Arc<Gate>, does: impl FnOnce() + Send + 'static) {
    let (done, ended) = mpsc::channel();
    let thread = std::thread::spawn(move || {
        does();
        let _waited_too_long = done.send(());
    });
    let in_time = ended.recv_timeout(DEADLINE);
    gate.set(false);
    match in_time {
        Err(mpsc::RecvTimeoutError::Timeout) => panic!("a key waited for the disk"),
        _ => thread
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
    }
}

#[test]
fn every_letter_is_drawn_while_the_disk_stalls_and_leaving_waits_and_says_so() {
    let home = tempfile::tempdir().unwrap();
    let gate = Arc::new(Gate::default());
    let (path, of_test) = (home.path().to_owned(), Arc::clone(&gate));
    or_fail(&gate, move || {
        let gate = of_test;
        let mut running = Running::new(&path, &gate, Effect::StartDemo);
        gate.set(true);
        for number in 0..LINES {
            running.types(&format!("note {number} of a stalled morning"));
            let shown = running.press(KeyCode::Enter, KeyModifiers::NONE);
            assert!(shown.contains("saving ..."), "{shown}");
        }
        gate.wait_for(1);
        // What is used from the list of everything is remembered on the disk.
        for _ in 0..3 {
            running.ctrl('k');
            for letter in "coverage".chars() {
                running.press(KeyCode::Char(letter), KeyModifiers::NONE);
            }
            let shown = running.press(KeyCode::Enter, KeyModifiers::NONE);
            assert!(shown.contains("Coverage"), "{shown}");
            running.press(KeyCode::Esc, KeyModifiers::NONE);
        }
        assert!(running.frames > LINES * 20, "{}", running.frames);

        let shown = running.ctrl('q');
        assert!(
            shown.contains("NOT SAVED: something is not on the disk yet."),
            "{shown}"
        );
        assert!(!running.left);
        gate.set(false);
        running.until(|running| running.left);
        assert!(
            !running.model.has_unsaved(),
            "it left by itself, with all on the disk"
        );
        running.world.close();
        assert!(running.world.everything_saved());
    });
    let texts: Vec<String> = crate::session_kit::texts(&rehearsal_in(home.path()));
    assert_eq!(texts.len(), LINES, "{texts:?}");
}

fn rehearsal_in(home: &Path) -> std::path::PathBuf {
    crate::session_kit::children(&home.join("data/rehearsals")).remove(0)
}

#[test]
fn who_leaves_while_the_disk_stalls_is_told_that_it_is_not_saved() {
    let home = tempfile::tempdir().unwrap();
    let gate = Arc::new(Gate::default());
    let (path, of_test) = (home.path().to_owned(), Arc::clone(&gate));
    or_fail(&gate, move || {
        let gate = of_test;
        // A session of one's own, of which a copy is kept in the state folder at the end.
        let folder = path.join("data/sessions/half-day-maths");
        crate::session_kit::copy_example_to("half-day-maths", &folder);
        let person = Some(PersonId::new("head-of-school-b"));
        let mut running = Running::new(&path, &gate, Effect::Open { folder, person });
        running.types("of this there is no copy yet");
        running.press(KeyCode::Enter, KeyModifiers::NONE);
        running.until(|running| !running.model.has_unsaved());
        gate.set(true);
        running.types("half of it is on the disk");
        running.press(KeyCode::Enter, KeyModifiers::NONE);
        gate.wait_for(1);

        running.ctrl('q');
        running.press(KeyCode::Enter, KeyModifiers::NONE);

        assert!(running.left);
        running.world.close();
        assert!(!running.world.everything_saved(), "the exit code is 1");
    });
}
