//! The least program that uses all of the runtime: a draft, Enter to keep a line, and a few keys to get into trouble.

use std::path::PathBuf;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use knownow::runtime::input::{self, Input, Pastes, Presses};
use knownow::runtime::rescue::{Rescue, install_panic_hook};
use knownow::runtime::signals::{self, Ended, Notice};
use knownow::runtime::terminal::{Guard, Options, no_core_dumps};
use ratatui::widgets::Paragraph;

use crate::pty_kit::{Home, Launch};

const ARGS: [&str; 4] = [
    "--exact",
    "terminal_journeys::stage::stage",
    "--ignored",
    "--nocapture",
];

pub fn launch(home: &Home) -> Launch {
    let this = std::env::current_exe().expect("this test binary");
    Launch::new(home).program(this).args(&ARGS).env("STAGE", "open")
}

/// The same, as a shell takes it.
pub fn command_line() -> String {
    let this = std::env::current_exe().expect("this test binary");
    format!("'{}' {}", this.display(), ARGS.join(" "))
}

#[test]
#[ignore = "it is the program that the tests beside it start in a terminal"]
fn stage() {
    if std::env::var_os("STAGE").is_some() {
        let code = Stage::play();
        std::process::exit(code);
    }
}

enum Heard {
    Inputs(Vec<Input>),
    Notice(Notice),
}

/// The line in progress, within reach of the rescue.
#[derive(Clone, Default)]
struct DraftSlot(Arc<Mutex<Option<String>>>);

impl DraftSlot {
    fn set(&self, draft: &str) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(draft.to_owned());
    }

    /// Writes it, once; whether there was one.
    fn keep(&self) -> bool {
        assert!(
            std::env::var_os("STAGE_KEEPS_NOTHING").is_none(),
            "the disk is gone"
        );
        let taken = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        taken.is_some_and(|draft| append("draft", draft.as_bytes()).is_ok())
    }
}

struct Stage {
    guard: Guard,
    slot: DraftSlot,
    kept: Vec<String>,
    draft: String,
    exit_code: Option<i32>,
}

impl Stage {
    fn play() -> i32 {
        let slot = DraftSlot::default();
        let rescue = rescue(slot.clone());
        install_panic_hook(rescue.clone());
        no_core_dumps().expect("no core dumps");
        let options = Options {
            mouse: std::env::var_os("STAGE_MOUSE").is_some(),
        };
        let guard = match Guard::enter(options) {
            Ok(guard) => guard,
            Err(fault) => {
                append("fault", fault.to_string().as_bytes()).expect("the fault is told");
                return 1;
            }
        };
        let (heard, hearing) = mpsc::channel();
        let ended = Ended::new();
        let notices = heard.clone();
        signals::watch(
            move |notice| drop(notices.send(Heard::Notice(notice))),
            &ended,
            &rescue,
        )
        .expect("signals");
        listen(heard, guard.type_ahead());
        let mut stage = Self {
            guard,
            slot,
            kept: Vec::new(),
            draft: String::new(),
            exit_code: None,
        };
        stage.draw();
        while stage.exit_code.is_none() {
            match hearing.recv().expect("the threads live as long as the stage") {
                Heard::Inputs(inputs) => inputs.into_iter().for_each(|input| stage.act(input)),
                Heard::Notice(notice) => stage.note(notice),
            }
            stage.draw();
        }
        stage.end();
        ended.mark();
        stage.exit_code.unwrap_or_default()
    }

    fn act(&mut self, input: Input) {
        match input {
            Input::Key(key) if key.modifiers == KeyModifiers::CONTROL => self.get_into_trouble(key),
            Input::Key(KeyEvent {
                code: KeyCode::Enter, ..
            }) => {
                self.kept
                    .extend(std::mem::take(&mut self.draft).lines().map(str::to_owned));
            }
            Input::Key(KeyEvent {
                code: KeyCode::Char(c),
                ..
            }) => self.draft.push(c),
            Input::Paste(text) => self.draft.push_str(&text),
            Input::Key(_) | Input::Mouse(_) | Input::Line(_) | Input::Resize(..) => {}
        }
        self.slot.set(&self.draft);
    }

    fn get_into_trouble(&mut self, key: KeyEvent) {
        match key.code {
            KeyCode::Char('q') => self.exit_code = Some(0),
            KeyCode::Char('e') => panic!("the text of a note"),
            KeyCode::Char('t') => {
                std::thread::spawn(|| panic!("the text of a note"))
                    .join()
                    .expect_err("it panicked");
            }
            KeyCode::Char('l') => {
                self.draft_on_screen("stuck");
                loop {
                    std::thread::park();
                }
            }
            _ => {}
        }
    }

    fn note(&mut self, notice: Notice) {
        match notice {
            Notice::Leave { exit_code } => self.exit_code = Some(exit_code),
            Notice::Suspend => self.guard.suspend().expect("the stop"),
            // After a hang-up there is nothing to take over again.
            Notice::Continued => drop(self.guard.resume()),
        }
    }

    fn draw(&mut self) {
        self.draft_on_screen("stage ready");
    }

    fn draft_on_screen(&mut self, state: &str) {
        let numbered = self
            .kept
            .iter()
            .enumerate()
            .map(|(at, line)| format!("{}: {line:.60}", at + 1));
        let kept = numbered.collect::<Vec<_>>().join("\n");
        let count = self.draft.chars().count();
        let draft = &self.draft;
        // A terminal that is gone can't be drawn on; the notice that it is comes by itself.
        drop(self.guard.screen().draw(|frame| {
            let (columns, rows) = (frame.area().width, frame.area().height);
            let text = format!("{state} {columns}x{rows}\n{kept}\n{count} characters, draft: {draft:.60}");
            frame.render_widget(Paragraph::new(text), frame.area());
        }));
    }

    fn end(&mut self) {
        self.slot.keep();
        knownow::runtime::terminal::restore();
    }
}

fn listen(heard: Sender<Heard>, type_ahead: usize) {
    let presses = Presses::new(Pastes::here(), type_ahead);
    input::listen(presses, move |batch| {
        batch.is_ok_and(|inputs| heard.send(Heard::Inputs(inputs)).is_ok())
    })
    .expect("the input thread");
}

fn rescue(slot: DraftSlot) -> Rescue {
    Rescue::new(move || slot.keep().then(|| "The draft is kept.".to_owned()))
}

fn append(name: &str, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    let home: PathBuf = std::env::var_os("KNOWNOW_HOME").expect("a home").into();
    std::fs::File::options()
        .create(true)
        .append(true)
        .open(home.join(name))?
        .write_all(bytes)
}
