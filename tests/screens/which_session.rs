//! Whose timetable a table is to be: sessions that are called the same are told apart.

use knownow::app::{
    home::{Found, Listed, SessionState},
    message::{Action, Message},
};

use crate::stage::Stage;

/// Two sessions of one school and day stand in the list with the names of their folders.
#[test]
fn sessions_that_are_called_the_same_are_told_apart() {
    let mut stage = Stage::owner("half-day-maths", "Facilitator", "2026-11-20 16:05");
    let listed = |name: &str| Listed {
        folder: name.into(),
        school: "Oakfield Primary".into(),
        title: "half-day peer review".into(),
        begins: Some(stage.now),
        state: SessionState::Planned,
        writers: 0,
        next: None,
        to_remove: None,
    };
    let sessions = vec![listed("2026-11-20-oakfield"), listed("oakfield-again")];
    stage.take(Message::SessionsFound(Found {
        sessions,
        ..Found::default()
    }));
    stage.take(Message::Asked(Action::BringIn));
    stage.paste("9.00 Welcome\n9.30 Book look\n10.00 Feedback\n");
    stage.keys("<Enter>");
    assert!(stage.report_goes_on(), "nothing is read");
    stage.keys("<Enter>");
    let screen = stage.screen(80, 24);
    for name in [" 2026-11-20-oakfield ", "2026-11-20  oakfield-again"] {
        assert!(screen.contains(name), "{name:?} is not on\n{screen}");
    }
}
