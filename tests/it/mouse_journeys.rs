//! The mouse in a real terminal: asked for only while it is set, given back however the program ends.

use rustix::process::Signal;

use crate::pty_kit::{Exit, Flags, Home, Launch, Screen};
use crate::session_kit::put;

/// What a terminal is asked for so that the mouse reports presses; no more of it, such as every move.
const ASKED: &[u8] = b"\x1b[?1000h\x1b[?1006h";

fn with_mouse() -> Home {
    let home = Home::new();
    std::fs::create_dir_all(home.path().join("settings")).unwrap();
    put(&home.path().join("settings/settings.ron"), "(mouse: \"on\")");
    home
}

fn demo(home: &Home) -> Screen {
    let screen = Screen::start(home, &["demo", "--at", "09:16"], 80, 24);
    screen.wait_for("Enter save");
    screen
}

fn is_asked(screen: &Screen) -> bool {
    screen.output().windows(ASKED.len()).any(|bytes| bytes == ASKED)
}

/// Presses button `button` (64 and 65 are the wheel, up and down) where `text` first stands.
fn press(screen: &mut Screen, button: u8, text: &str) {
    let shown = screen.text();
    let at = shown.lines().zip(1..).find_map(|(line, row)| {
        let before = line.split_once(text)?.0;
        Some((before.chars().count() + 1, row))
    });
    let (column, row): (usize, usize) = at.unwrap_or_else(|| panic!("{text:?} stands nowhere:\n{shown}"));
    screen.bytes(format!("\x1b[<{button};{column};{row}M").as_bytes());
    screen.bytes(format!("\x1b[<{button};{column};{row}m").as_bytes());
}

fn assert_given_back(screen: &Screen) {
    let (now, before) = screen.modes();
    assert_eq!(now, before);
    assert_eq!(screen.flags(), Flags::default());
}

#[test]
fn without_the_setting_the_terminal_keeps_its_mouse() {
    let home = Home::new();
    let mut screen = demo(&home);
    assert!(!screen.flags().mouse);
    screen.keys("<C-q>");
    assert_eq!(screen.wait_exit(), Exit::Code(0));
    let output = screen.output();
    let says = |mode: &[u8]| output.windows(mode.len()).any(|bytes| bytes == mode);
    assert!(!says(b"?1000") && !says(b"?1002") && !says(b"?1003") && !says(b"?1006"));
}

#[test]
fn a_click_chooses_a_question_and_the_note_is_filed_there() {
    let home = with_mouse();
    let mut screen = demo(&home);
    screen.wait_until(|screen| screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None);
    assert!(is_asked(&screen));
    assert_eq!(
        screen.read(vt100::Screen::mouse_protocol_mode),
        vt100::MouseProtocolMode::PressRelease,
        "moves would wake the program"
    );
    screen.keys("+ every pupil");
    press(&mut screen, 0, "Clear, explicit modelling");
    screen.wait_for("Year 6 - Clear, explicit modelling");
    screen.keys(" answers<Enter>");
    screen.wait_for("saved 09:1");
    screen.keys("<F1>");
    screen.wait_for("Help - Esc closes");
    press(&mut screen, 65, "Enter");
    screen.wait_until(|screen| !screen.contents().contains("While the day runs"));
    screen.keys("<C-q>");
    assert_eq!(screen.wait_exit(), Exit::Code(0));
    assert_given_back(&screen);
    let folder = crate::session_kit::rehearsal(&home);
    let text = std::fs::read_to_string(crate::session_kit::records_file(&folder)).unwrap();
    assert!(text.contains("every pupil answers"), "{text}");
    assert!(text.contains("Clear, explicit modelling"), "{text}");
}

#[test]
fn it_is_switched_on_and_off_while_the_program_runs() {
    let home = Home::new();
    let mut screen = demo(&home);
    screen.keys("<C-k>settings<Enter>");
    screen.wait_for("Mouse");
    screen.keys("<Down><Down><Down><Right>");
    screen.wait_for("< on >");
    screen.wait_until(|screen| screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None);
    press(&mut screen, 0, "Mouse");
    screen.wait_for("< off >");
    screen.wait_until(|screen| screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None);
    screen.keys("<C-q>");
    assert_eq!(screen.wait_exit(), Exit::Code(0));
    assert_given_back(&screen);
}

#[test]
fn the_shell_gets_its_mouse_back_and_so_does_who_ends_the_program() {
    let home = with_mouse();
    let program = env!("CARGO_BIN_EXE_knownow");
    let script = format!("set -m; {program} demo --at 09:16; echo at the shell; read line; fg >/dev/null");
    let mut screen = Launch::new(&home)
        .program("/bin/sh")
        .args(&["-c", &script])
        .start();
    screen.wait_for("Enter save");
    screen.keys("<C-k>");
    screen.wait_for("Everything");
    screen.keys("suspend");
    screen.wait_for("Suspend: back to the shell");
    screen.keys("<Enter>");
    screen.wait_for("at the shell");
    screen.wait_until(|screen| screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None);
    screen.keys("<Enter>");
    screen.wait_until(|screen| screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None);
    screen.keys("<C-q>");
    assert_eq!(screen.wait_exit(), Exit::Code(0), "{}", screen.text());
    assert_given_back(&screen);

    let screen = demo(&with_mouse());
    assert!(screen.flags().mouse);
    screen.signal(Signal::TERM);
    assert_eq!(screen.wait_exit(), Exit::Code(143));
    assert_given_back(&screen);
}
