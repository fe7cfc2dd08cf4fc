//! The loop: wait for what happens, take all of it in, draw once.

use std::{
    io,
    sync::mpsc::{Receiver, RecvTimeoutError},
};

use super::{ids, input::Input, signals, terminal::Guard, world::World};
use crate::{
    app::{
        self, Model,
        message::{At, Effect, Message},
        settings,
    },
    ui::{self, keymap, pointing, theme::Theme},
};

/// The exit code once the terminal is gone, as a shell tells of a hang-up (128 and the number of SIGHUP).
pub const HUNG_UP: i32 = 129;

/// What wakes the loop.
#[derive(Debug)]
pub enum Event {
    /// Keys, pastes, a new size; an error is the end of all input.
    Input(io::Result<Vec<Input>>),
    /// Another thread has something to say.
    Told(Message),
    /// The system has something to say.
    Signal(signals::Notice),
}

/// The running program.
pub struct Loop<'a> {
    world: &'a mut World,
    guard: &'a mut Guard,
    model: Model,
    theme: Theme,
    /// What is set, until the model knows of it.
    found: Option<settings::Found>,
    exit: Option<i32>,
}

impl<'a> Loop<'a> {
    /// The program on this terminal, with nothing on the screen yet.
    pub fn new(world: &'a mut World, guard: &'a mut Guard, found: settings::Found) -> Self {
        let model = Model::new(world.now());
        let theme = world.theme(&found.settings);
        Self {
            world,
            guard,
            model,
            theme,
            found: Some(found),
            exit: None,
        }
    }

    /// Runs, beginning with what is to be shown first, until somebody leaves, or the terminal is gone; the exit code.
    #[must_use]
    pub fn run(mut self, first: impl IntoIterator<Item = Message>, events: &Receiver<Event>) -> i32 {
        let found = self.found.take().unwrap_or_default();
        self.use_mouse(found.settings.mouse);
        self.take(Message::SettingsFound(Box::new(found)));
        for message in first {
            self.take(message);
        }
        loop {
            if self.exit.is_none() {
                self.draw();
            }
            if let Some(exit) = self.exit {
                return exit;
            }
            match events.recv_timeout(self.world.clock.until_next_minute()) {
                Ok(event) => {
                    self.hear(event);
                    // Everything that waits is taken in before anything is drawn.
                    while let Ok(event) = events.try_recv() {
                        self.hear(event);
                    }
                }
                Err(RecvTimeoutError::Timeout) => self.take(Message::Tick),
                Err(RecvTimeoutError::Disconnected) => return 1,
            }
        }
    }

    fn draw(&mut self) {
        let (model, theme) = (&self.model, &self.theme);
        let drawn = self.guard.screen().draw(|frame| ui::draw(frame, model, theme));
        if drawn.is_err() {
            self.lose_terminal();
            return;
        }
        self.model.was_drawn();
    }

    fn hear(&mut self, event: Event) {
        match event {
            Event::Input(Ok(inputs)) => inputs.into_iter().for_each(|input| self.input(input)),
            Event::Input(Err(_gone)) => self.lose_terminal(),
            Event::Told(message) => self.take(message),
            Event::Signal(signals::Notice::Leave { exit_code }) => self.exit = Some(exit_code),
            Event::Signal(signals::Notice::Suspend) => self.suspend(),
            Event::Signal(signals::Notice::Continued) => self.resume(),
        }
    }

    fn input(&mut self, input: Input) {
        let message = match input {
            Input::Key(key) => keymap::message(&self.model, key),
            Input::Paste(text) => Some(Message::Pasted(text)),
            Input::Mouse(mouse) => {
                let area = self.guard.screen().get_frame().area();
                pointing::message(&self.model, area, mouse)
            }
            Input::Resize(..) | Input::Line(_) => None,
        };
        if let Some(message) = message {
            self.take(message);
        }
    }

    /// Takes a message in and performs what it leads to, until nothing more follows.
    fn take(&mut self, message: Message) {
        let mut next = Some(message);
        while let Some(message) = next.take() {
            let at = At {
                now: self.world.now(),
                fresh: ids::fresh_record_id(),
            };
            for effect in app::update(&mut self.model, at, message) {
                match effect {
                    Effect::Leave => self.exit = Some(0),
                    Effect::Suspend => self.suspend(),
                    // A redraw that fails shows at the next frame, which then ends the program.
                    Effect::Redraw => self.forget(),
                    Effect::KeepSettings(job) => {
                        self.theme = self.world.theme(&job.settings);
                        self.use_mouse(job.settings.mouse);
                        next = self.world.perform(Effect::KeepSettings(job)).or(next);
                    }
                    Effect::CopyByTerminal(text) if self.guard.copy(&text).is_err() => self.lose_terminal(),
                    effect => next = self.world.perform(effect).or(next),
                }
            }
        }
    }

    /// Lets the mouse report to the program, or leaves it to the terminal.
    fn use_mouse(&mut self, used: bool) {
        if self.guard.use_mouse(used).is_err() {
            self.lose_terminal();
        }
    }

    fn suspend(&mut self) {
        if !super::terminal::can_suspend() {
            self.take(Message::NoShell);
        } else if self.guard.suspend().is_err() {
            self.forget();
        }
    }

    fn resume(&mut self) {
        if self.guard.resume().is_err() {
            self.lose_terminal();
        }
        // It was stopped for who knows how long: the first frame must not show the time of then.
        self.take(Message::Tick);
    }

    /// No key will ever come again: what is typed is in the journal. The system tells of a hang-up as well, before or
    /// after, and a SIGCONT comes with it; the exit code is the same.
    fn lose_terminal(&mut self) {
        self.exit.get_or_insert(HUNG_UP);
    }

    fn forget(&mut self) {
        let _shown_at_next_frame = self.guard.forget_what_is_shown();
    }
}
