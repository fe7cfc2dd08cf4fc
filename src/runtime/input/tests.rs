use std::collections::VecDeque;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::*;

/// Events in groups that were there at once; a pause longer than [`QUIET`] lies between two groups where marked.
struct Script {
    groups: VecDeque<Group>,
}

enum Group {
    Typed(VecDeque<Event>),
    Pause,
}

impl Source for Script {
    fn next(&mut self) -> io::Result<Event> {
        loop {
            match self.groups.front_mut() {
                Some(Group::Typed(events)) => match events.pop_front() {
                    Some(event) => return Ok(event),
                    None => drop(self.groups.pop_front()),
                },
                Some(Group::Pause) => drop(self.groups.pop_front()),
                None => return Err(io::ErrorKind::UnexpectedEof.into()),
            }
        }
    }

    fn comes(&mut self, within: Duration) -> io::Result<bool> {
        if let Some(Group::Typed(events)) = self.groups.front()
            && events.is_empty()
            && within == QUIET
        {
            self.groups.pop_front();
        }
        Ok(matches!(self.groups.front(), Some(Group::Typed(events)) if !events.is_empty()))
    }
}

fn typed(text: &str) -> Group {
    let code = |c| {
        if c == '\r' {
            KeyCode::Enter
        } else {
            KeyCode::Char(c)
        }
    };
    Group::Typed(
        text.chars()
            .map(|c| Event::Key(KeyEvent::new(code(c), KeyModifiers::NONE)))
            .collect(),
    )
}

/// What was handed over, a batch an item, and how it ended.
fn heard(pastes: Pastes, groups: Vec<Group>) -> Vec<Result<String, io::ErrorKind>> {
    let mut heard = Vec::new();
    let listener = Listener {
        source: Script {
            groups: groups.into(),
        },
        presses: Presses::new(pastes, 0),
        hand_over: |batch: io::Result<Vec<Input>>| {
            heard.push(
                batch
                    .map(|inputs| inputs.iter().map(spelled).collect())
                    .map_err(|fault| fault.kind()),
            );
            true
        },
    };
    listener.run();
    heard
}

fn spelled(input: &Input) -> String {
    match input {
        Input::Key(KeyEvent {
            code: KeyCode::Char(c),
            ..
        }) => c.to_string(),
        Input::Key(KeyEvent { code, .. }) => format!("<{code}>"),
        Input::Paste(text) => format!("<paste {text:?}>"),
        other => format!("{other:?}"),
    }
}

fn ended() -> Result<String, io::ErrorKind> {
    Err(io::ErrorKind::UnexpectedEof)
}

#[test]
fn all_that_waits_is_one_batch() {
    let heard = heard(Pastes::Bracketed, vec![typed("every pupil\r"), typed("+")]);

    assert_eq!(
        heard,
        [Ok("every pupil<Enter>".to_owned()), Ok("+".to_owned()), ended()]
    );
}

#[test]
fn a_flood_is_handed_over_in_pieces() {
    let flood = "x".repeat(BATCH + 1);

    let heard = heard(Pastes::Bracketed, vec![typed(&flood)]);

    assert_eq!(heard, [Ok("x".repeat(BATCH)), Ok("x".to_owned()), ended()]);
}

#[test]
fn a_burst_over_several_batches_is_one_paste_once_it_is_quiet() {
    let heard = heard(
        Pastes::Bursts,
        vec![
            typed("one\rtw"),
            typed("o"),
            typed("\r"),
            Group::Pause,
            typed("k"),
            Group::Pause,
        ],
    );

    assert_eq!(
        heard,
        [
            Ok("<paste \"one\\ntwo\\n\">".to_owned()),
            Ok("k".to_owned()),
            ended()
        ]
    );
}

#[test]
fn a_loop_that_is_gone_ends_the_listening() {
    let mut batches = 0;
    let listener = Listener {
        source: Script {
            groups: vec![typed("a"), typed("b")].into(),
        },
        presses: Presses::new(Pastes::Bracketed, 0),
        hand_over: |_| {
            batches += 1;
            false
        },
    };

    listener.run();

    assert_eq!(batches, 1);
}
