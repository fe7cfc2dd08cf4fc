//! Shows what each key press arrives as, on a terminal taken over as on the day.

use std::{
    io,
    sync::mpsc::{self, Receiver, Sender},
};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::{
    input::{self, Input, Pastes, Presses},
    rescue::{self, Rescue},
    signals::{self, Ended, Notice},
    start::StartFault,
    terminal::{self, Guard, Options},
};
use crate::{
    app::keys::OwnKeys,
    ui::{
        key_test::{self, Arrived},
        theme::Theme,
    },
};

/// So many are kept; no window shows more.
const KEPT: usize = 500;
/// The exit code once the terminal is gone (128 and the number of SIGHUP).
const HUNG_UP: i32 = 129;

/// What wakes the loop.
enum Woken {
    Came(io::Result<Event>),
    Signal(Notice),
}

/// Takes the terminal over and shows keys until somebody leaves; the exit code.
///
/// # Errors
/// If there is no terminal, or the system refuses what is needed.
pub fn run(theme: &Theme, keys: &OwnKeys) -> Result<i32, StartFault> {
    let mut guard = Guard::enter(Options::default())?;
    let rescue = Rescue::new(|| None);
    rescue::install_panic_hook(rescue.clone());
    let (wake, woken) = mpsc::channel();
    let ended = Ended::new();
    let told = wake.clone();
    signals::watch(
        move |notice| drop(told.send(Woken::Signal(notice))),
        &ended,
        &rescue,
    )?;
    listen(wake)?;
    let presses = Presses::new(Pastes::Bracketed, guard.type_ahead());
    let exit_code = show(&mut guard, presses, &woken, (theme, keys));
    drop(guard);
    terminal::restore();
    ended.mark();
    Ok(exit_code)
}

fn listen(wake: Sender<Woken>) -> io::Result<()> {
    let listen = move || {
        loop {
            let came = input::next_event();
            let gone = came.is_err();
            if wake.send(Woken::Came(came)).is_err() || gone {
                return;
            }
        }
    };
    std::thread::Builder::new()
        .name("input".to_owned())
        .spawn(listen)?;
    Ok(())
}

fn show(
    guard: &mut Guard,
    mut presses: Presses,
    woken: &Receiver<Woken>,
    (theme, keys): (&Theme, &OwnKeys),
) -> i32 {
    let mut arrived = Vec::new();
    let mut leaving = Leaving::default();
    loop {
        if draw(guard, theme, &arrived).is_err() {
            return HUNG_UP;
        }
        let Ok(woken) = woken.recv() else {
            return HUNG_UP;
        };
        match woken {
            Woken::Came(Ok(event)) => {
                let press = press(&mut presses, &event);
                arrived.push(Arrived::new(keys, &event, press));
                arrived.drain(..arrived.len().saturating_sub(KEPT));
                if press.is_some_and(|key| leaving.is_asked_by(key)) {
                    return 0;
                }
            }
            Woken::Came(Err(_gone)) => return HUNG_UP,
            Woken::Signal(Notice::Leave { exit_code }) => return exit_code,
            Woken::Signal(Notice::Suspend) => {
                // What can't be stopped goes on, with everything drawn anew.
                let _goes_on = guard.suspend();
            }
            Woken::Signal(Notice::Continued) if guard.resume().is_err() => return HUNG_UP,
            Woken::Signal(Notice::Continued) => {}
        }
    }
}

fn draw(guard: &mut Guard, theme: &Theme, arrived: &[Arrived]) -> io::Result<()> {
    let screen = guard.screen();
    screen.draw(|frame| key_test::draw(frame, theme, arrived))?;
    Ok(())
}

/// The key press that an event means on the day.
fn press(presses: &mut Presses, event: &Event) -> Option<KeyEvent> {
    let inputs = presses.take(vec![event.clone()]);
    inputs.into_iter().find_map(|input| match input {
        Input::Key(key) => Some(key),
        Input::Paste(_) | Input::Resize(..) | Input::Mouse(_) | Input::Line(_) => None,
    })
}

/// Ctrl+Q, or Esc twice with nothing in between.
#[derive(Debug, Default)]
struct Leaving {
    after_esc: bool,
}

impl Leaving {
    fn is_asked_by(&mut self, key: KeyEvent) -> bool {
        let esc = key.code == KeyCode::Esc;
        let twice = esc && self.after_esc;
        self.after_esc = esc;
        let quit = key.code == KeyCode::Char('q') && key.modifiers.contains(KeyModifiers::CONTROL);
        twice || quit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_esc_is_looked_at_and_the_second_at_once_leaves() {
        let esc = KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE);
        let letter = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::NONE);
        let quit = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::CONTROL);
        let mut leaving = Leaving::default();
        let asked = [esc, letter, esc, esc].map(|key| leaving.is_asked_by(key));
        assert_eq!(asked, [false, false, false, true]);
        assert!(Leaving::default().is_asked_by(quit));
    }
}
