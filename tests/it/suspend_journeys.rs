//! Back to the shell for a while, and in again, from the list of every action.

use crate::pty_kit::{Exit, Home, Launch, Screen};

/// Asks for it in the list of every action.
fn suspend(screen: &mut Screen) {
    screen.keys("<C-k>");
    screen.wait_for("Everything");
    screen.keys("suspend");
    screen.wait_for("Suspend: back to the shell");
    screen.keys("<Enter>");
}

#[test]
fn suspending_gives_the_shell_its_terminal_and_fg_brings_everything_back() {
    let home = Home::new();
    let program = env!("CARGO_BIN_EXE_knownow");
    // As at a prompt: the shell has jobs, and takes the terminal back when one stops.
    let script = format!("set -m; {program} demo --at 09:16; echo at the shell; read line; fg >/dev/null");
    let launch = Launch::new(&home).program("/bin/sh").args(&["-c", &script]);
    let mut screen = launch.start();
    screen.wait_for("Enter save");
    screen.keys("half a li");
    screen.wait_for("half a li");

    suspend(&mut screen);

    screen.wait_for("at the shell");
    screen.wait_until(|screen| !screen.alternate_screen() && !screen.bracketed_paste());
    let (now, before) = screen.modes();
    assert_eq!(now, before);

    screen.keys("<Enter>");
    screen.wait_until(|screen| screen.alternate_screen() && screen.contents().contains("half a li"));
    assert!(screen.modes().0.is_raw() && screen.flags().bracketed_paste);
    screen.keys("ne<Enter>");
    screen.wait_for("half a line");
    screen.wait_for("saved 09:1");
    screen.keys("<C-q>");
    assert_eq!(screen.wait_exit(), Exit::Code(0), "{}", screen.text());
}

#[test]
fn without_a_shell_to_go_back_to_it_is_said() {
    let home = Home::new();
    let mut screen = Screen::start(&home, &["demo", "--at", "09:16"], 100, 30);
    screen.wait_for("Enter save");

    suspend(&mut screen);

    screen.wait_for("no shell");
    screen.keys("<C-q>");
    assert_eq!(screen.wait_exit(), Exit::Code(0), "{}", screen.text());
}
