//! Line mode: lines in, lines out, and nothing else. The model, its messages and its effects are those of the screen.

use std::{
    collections::VecDeque,
    io::{self, BufRead, IsTerminal, Write},
    sync::mpsc::{Receiver, RecvTimeoutError},
    thread,
    time::Duration,
};

use super::{
    echo,
    event_loop::{Event, HUNG_UP},
    ids,
    input::Input,
    signals,
    world::World,
};
use crate::{
    app::{
        self, Model, Overlay, Screen,
        home::{Listed, SessionState},
        message::{At, Effect, Message},
        pasted::Phase,
    },
    ui::{
        display_safe::display_safe,
        plain::{Program, Talk},
        words::plain as say,
    },
};

/// How long the next line waits until the disk has taken the one before: what is said stays in the order of what was
/// typed.
const LINE_WAITS: Duration = Duration::from_secs(2);

/// How long the first list waits for the notes of one more session to be counted.
const COUNT_WAITS: Duration = Duration::from_millis(300);

/// Whether there is a session whose notes are still to be counted.
fn is_counting(model: &Model) -> bool {
    let Screen::Home(home) = &model.screen else {
        return false;
    };
    let is_sound = |listed: &&Listed| !matches!(listed.state, SessionState::Unreadable { .. });
    let mut sound = home.sessions.iter().filter(is_sound);
    sound.any(|listed| listed.counted.is_none())
}

/// Reads lines on a thread of its own, until there are no more.
///
/// # Errors
/// If no thread can be had.
pub fn listen(tell: impl Fn(io::Result<Vec<Input>>) -> bool + Send + 'static) -> io::Result<()> {
    let read = move || {
        let mut input = io::stdin().lock();
        loop {
            let mut bytes = Vec::new();
            let read = match input.read_until(b'\n', &mut bytes) {
                Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
                Ok(_) => Ok(vec![Input::Line(line(&bytes))]),
                Err(error) => Err(error),
            };
            let ended = read.is_err();
            if !tell(read) || ended {
                return;
            }
        }
    };
    thread::Builder::new().name("lines".to_owned()).spawn(read)?;
    Ok(())
}

/// A line without its end; bytes that are no text are shown as such.
fn line(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_suffix('\n').unwrap_or(&text);
    text.strip_suffix('\r').unwrap_or(text).to_string()
}

/// The program in line mode.
pub struct LineLoop<'a, W> {
    running: Running<'a>,
    talk: Talk,
    out: W,
    lines: VecDeque<String>,
    /// Whether no more lines will come.
    ended: bool,
    /// Whether a line may be half typed on the screen when the clock has something to say.
    on_terminal: bool,
}

/// What the lines are about.
struct Running<'a> {
    world: &'a mut World,
    model: Model,
    saves: u64,
    taken: u64,
    not_copied: bool,
    exit: Option<i32>,
}

impl Program for Running<'_> {
    fn model(&self) -> &Model {
        &self.model
    }

    fn taken(&self) -> u64 {
        self.taken
    }

    fn take(&mut self, message: Message) {
        self.taken += 1;
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
                    Effect::CopyByTerminal(_) => {
                        // That would be an escape sequence, which a screen reader might say.
                        self.model.notice = None;
                        self.not_copied = true;
                    }
                    effect => {
                        let saves = matches!(effect, Effect::Save { .. } | Effect::SavePlan(_));
                        self.saves += u64::from(saves);
                        next = self.world.perform(effect).or(next);
                    }
                }
            }
        }
        self.model.was_drawn();
    }

    fn saves(&self) -> u64 {
        self.saves
    }
}

impl Running<'_> {
    fn suspend(&mut self) {
        if !super::terminal::can_suspend() {
            self.take(Message::NoShell);
        } else if super::terminal::stop_until_continued().is_err() {
            self.take(Message::Tick);
        }
    }
}

impl<'a, W: Write> LineLoop<'a, W> {
    /// The program with nothing said yet; lines are printed to `out`.
    pub fn new(world: &'a mut World, out: W) -> Self {
        let model = Model::new(world.now());
        Self {
            running: Running {
                world,
                model,
                saves: 0,
                taken: 0,
                not_copied: false,
                exit: None,
            },
            talk: Talk::default(),
            out,
            lines: VecDeque::new(),
            ended: false,
            on_terminal: io::stdin().is_terminal(),
        }
    }

    /// Takes in what is known before anything is said.
    pub fn know(&mut self, known: Message) {
        self.running.take(known);
    }

    /// Says this before anything else.
    pub fn say(&mut self, line: &str) {
        self.talk.say(line);
    }

    /// Runs, beginning with what is to be said first, until somebody leaves, no more lines come, or the terminal is gone;
    /// the exit code.
    #[must_use]
    pub fn run(mut self, first: impl IntoIterator<Item = Message>, events: &Receiver<Event>) -> i32 {
        for message in first {
            self.running.take(message);
        }
        self.hear_counts(events);
        self.talk.hear(&self.running, true);
        loop {
            self.print();
            if let Some(exit) = self.running.exit {
                return exit;
            }
            self.hear_what_waits(events);
            let waits = self.has_next() && self.is_at_work();
            if !waits && self.has_next() {
                self.finish_beside(events);
                self.next_line();
                continue;
            }
            self.print();
            let until_minute = self.running.world.clock.until_next_minute();
            let limit = if waits { LINE_WAITS } else { until_minute };
            match events.recv_timeout(limit) {
                Ok(event) => self.hear(event),
                Err(RecvTimeoutError::Timeout) if waits => {
                    if self.running.model.has_unsaved() {
                        self.talk.say(say::STILL_SAVING);
                        self.print();
                    }
                    self.next_line();
                }
                Err(RecvTimeoutError::Timeout) => self.take(Message::Tick),
                Err(RecvTimeoutError::Disconnected) => return 1,
            }
        }
    }

    /// Waits a moment for the notes of the sessions to be counted: without that the rows of the list look the same, and
    /// to say them twice helps nobody.
    fn hear_counts(&mut self, events: &Receiver<Event>) {
        while is_counting(&self.running.model) {
            match events.recv_timeout(COUNT_WAITS) {
                Ok(Event::Told(message)) => self.running.take(message),
                Ok(event) => self.hear(event),
                Err(_silent) => return,
            }
        }
    }

    fn hear_what_waits(&mut self, events: &Receiver<Event>) {
        while let Ok(event) = events.try_recv() {
            self.hear(event);
        }
    }

    /// Lets what is written beside the lines come to its end, so that a line finds what the one before it made.
    fn finish_beside(&mut self, events: &Receiver<Event>) {
        self.running.world.finish_reports();
        self.hear_what_waits(events);
    }

    /// Whether a line or the end waits to be taken up.
    fn has_next(&self) -> bool {
        self.ended || !self.lines.is_empty()
    }

    /// Whether something that was asked for is neither done nor refused: the disk has not taken what was typed, or what
    /// was pasted is still read.
    fn is_at_work(&self) -> bool {
        let model = &self.running.model;
        let failed = model
            .day()
            .is_some_and(|day| day.saving.fault.is_some() || day.planning.fault.is_some());
        let table = model.bringing_in.as_ref().map(|table| &table.pasted.phase);
        let notes = model.taking_in.as_ref().map(|notes| &notes.pasted.phase);
        let reads = matches!(table, Some(Phase::Reading)) || matches!(notes, Some(Phase::Reading));
        reads || (model.has_unsaved() && !failed)
    }

    /// Does what the next line asks for, or ends the program where none will come.
    fn next_line(&mut self) {
        if let Some(line) = self.lines.pop_front() {
            self.talk.line(&mut self.running, &line);
            if std::mem::take(&mut self.running.not_copied) {
                self.talk.say(say::NO_CLIPBOARD);
            }
            let overlay = &self.running.model.overlay;
            echo::shown(!matches!(
                overlay,
                Some(Overlay::Hidden(_) | Overlay::Passphrase(_))
            ));
        } else if self.ended {
            self.running.exit.get_or_insert(0);
        }
    }

    fn hear(&mut self, event: Event) {
        match event {
            Event::Input(Ok(inputs)) => {
                let lines = inputs.into_iter().filter_map(|input| match input {
                    Input::Line(line) => Some(line),
                    Input::Key(_) | Input::Paste(_) | Input::Resize(..) | Input::Mouse(_) => None,
                });
                self.lines.extend(lines);
            }
            Event::Input(Err(_no_more)) => self.ended = true,
            Event::Told(message) => {
                self.running.take(message);
                self.talk.hear(&self.running, true);
            }
            Event::Signal(signals::Notice::Leave { exit_code }) => self.running.exit = Some(exit_code),
            Event::Signal(signals::Notice::Suspend) => self.running.suspend(),
            Event::Signal(signals::Notice::Continued) => self.take(Message::Tick),
        }
    }

    fn take(&mut self, message: Message) {
        self.running.take(message);
        self.talk.hear(&self.running, false);
        let said = self.talk.take_lines();
        if self.on_terminal && !said.is_empty() {
            // What the clock says does not go on in the middle of what is being typed.
            self.talk.say("");
        }
        for line in said {
            self.talk.say(line);
        }
    }

    /// Prints what is to be said; where nobody can hear it any more, the program ends.
    fn print(&mut self) {
        let mut text = String::new();
        for line in self.talk.take_lines() {
            for part in line.split('\n') {
                text.push_str(&display_safe(part));
                text.push('\n');
            }
        }
        let printed = self
            .out
            .write_all(text.as_bytes())
            .and_then(|()| self.out.flush());
        if printed.is_err() {
            self.running.exit.get_or_insert(HUNG_UP);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_what_stands_before_its_end() {
        assert_eq!(line(b"+ a\n"), "+ a");
        assert_eq!(line(b"+ a\r\n"), "+ a");
        assert_eq!(line(b" + caf\xc3\xa9"), " + caf\u{e9}");
        assert_eq!(line(b"\n"), "");
        assert_eq!(line(b"\xff\n"), "\u{fffd}");
    }
}
