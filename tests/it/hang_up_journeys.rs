//! The window closes: the program is gone within two seconds whatever its parent does with the signal, and the line is kept.

use std::time::Duration;

use crate::pty_kit::{Exit, Flags, Home, Launch, Screen};
use crate::session_kit::{demo_at, note, rehearsal, reopen, texts, wait_day};

/// From the hang-up on.
const GONE_WITHIN: Duration = Duration::from_secs(2);
const DEMO: &str = concat!("'", env!("CARGO_BIN_EXE_knownow"), "' demo --at 09:16");

fn behind(home: &Home, script: &str) -> Screen {
    let launch = Launch::new(home).program("/bin/sh").size(80, 24);
    let screen = launch.args(&["-c", script]).start();
    wait_day(&screen);
    screen
}

#[test]
fn whatever_a_parent_does_with_a_hang_up_the_program_is_gone_and_the_line_kept() {
    for (parent, script) in [
        ("default", format!("exec {DEMO}")),
        ("ignored", format!("trap '' HUP; exec {DEMO}")),
        ("caught", format!("trap 'true' HUP; {DEMO}")),
        (
            "caught and ignored below",
            format!("trap 'true' HUP; (trap '' HUP; {DEMO})"),
        ),
    ] {
        let home = Home::new();
        let mut screen = behind(&home, &script);
        note(&mut screen, "+ acknowledged", "acknowledged");
        screen.keys("- half a line wh");
        screen.wait_for("half a line wh");
        let folder = rehearsal(&home);

        screen.hangup();

        // A shell that catches it is told the same code by its child.
        assert_eq!(screen.wait_exit_within(GONE_WITHIN), Exit::Code(129), "{parent}");
        assert_eq!(texts(&folder), ["acknowledged"], "{parent}");
        let screen = reopen(&home, &folder);
        screen.wait_for("Your half-typed line of 09:16 (Year 6) is back.");
        assert_eq!(screen.row(22), " - half a line wh", "{parent}");
    }
}

#[test]
fn whoever_quits_gets_the_terminal_back_as_it_was() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    assert!(screen.modes().0.is_raw());
    assert!(screen.flags().alternate_screen && screen.flags().bracketed_paste);

    screen.keys("<C-q>");

    assert_eq!(screen.wait_exit(), Exit::Code(0));
    let (now, before) = screen.modes();
    assert_eq!(now, before);
    assert_eq!(screen.flags(), Flags::default());
}
