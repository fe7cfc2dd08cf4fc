//! The kit itself, tried on programs whose behaviour is known.

use rustix::process::Signal;

use crate::pty_kit::{Exit, Home, Launch, Screen};

fn sh(home: &Home, script: &str) -> Screen {
    Launch::new(home)
        .program("/bin/sh")
        .args(&["-c", script])
        .size(40, 5)
        .start()
}

#[test]
fn what_is_typed_is_seen_and_the_end_is_told() {
    let home = Home::new();
    let mut screen = sh(&home, "printf 'ready '; read line; echo \"got [$line]\"; exit 3");
    screen.wait_for("ready");

    screen.keys("a <lt> b<Enter>");

    assert_eq!(screen.wait_exit(), Exit::Code(3));
    assert_eq!(screen.text(), "ready a < b\ngot [a < b]");
    assert_eq!(screen.row(1), "got [a < b]");
    assert_eq!(screen.cursor(), (0, 2));
    assert_eq!(screen.output(), b"ready a < b\r\ngot [a < b]\r\n");
}

#[test]
fn knownow_itself_runs_in_it() {
    let home = Home::new();

    assert_eq!(
        Screen::start(&home, &["--version"], 80, 24).wait_exit(),
        Exit::Code(0)
    );
}

#[test]
fn keys_arrive_as_an_xterm_sends_them() {
    let home = Home::new();
    let mut screen = Launch::new(&home)
        .program("/bin/sh")
        .args(&[
            "-c",
            "stty raw -echo; printf ready; head -c 47 | od -An -c -w100 | tr -d ' '",
        ])
        .size(100, 5)
        .start();
    screen.wait_for("ready");
    assert!(screen.modes().0.is_raw());

    screen.keys("<C-n><Enter><S-Tab><C-Left><S-F1><A-x><A-Enter><C-Delete><Backspace><F9>");
    screen.paste("é");

    screen.wait_for(r"016\r033[Z033[1;5D033[1;2P033x033\r033[3;5~177033[20~033[200~303251033[201~");
    assert_eq!(screen.wait_exit(), Exit::Code(0));
}

#[test]
#[should_panic(expected = "no key is called <Entre>")]
fn a_key_that_does_not_exist_is_a_fault_of_the_test() {
    sh(&Home::new(), "read line").keys("<Entre>");
}

#[test]
fn a_size_is_told_to_the_program() {
    let home = Home::new();
    let mut screen = sh(&home, "stty size; read line; stty size");
    screen.wait_for("5 40");

    screen.resize(60, 12);
    screen.keys("<Enter>");

    screen.wait_until(|screen| screen.contents().contains("12 60"));
}

#[test]
fn what_is_asked_of_the_terminal_is_seen() {
    let home = Home::new();
    let mut screen = sh(
        &home,
        r"stty -echo; printf '\033[?1049h\033[?2004h\033[?25l\033[?1000hon'; read line",
    );
    screen.wait_for("on");

    let flags = screen.flags();
    let (now, before) = screen.modes();

    assert!(flags.alternate_screen && flags.bracketed_paste && flags.cursor_hidden && flags.mouse);
    assert_ne!(now, before);
    screen.keys("<Enter>");
    assert_eq!(screen.wait_exit(), Exit::Code(0));
    assert_eq!(screen.modes().0, now, "the modes are seen even after the end");
}

#[test]
fn signals_reach_the_program() {
    let home = Home::new();
    let caught = sh(
        &home,
        "trap 'exit 9' TERM; printf ready; while :; do read line; done",
    );
    caught.wait_for("ready");
    caught.signal(Signal::TERM);
    assert_eq!(caught.wait_exit(), Exit::Code(9));

    let killed = sh(&home, "printf ready; read line");
    killed.wait_for("ready");
    killed.kill9();
    assert_eq!(killed.wait_exit(), Exit::Killed(9));
}

#[test]
fn a_closed_window_is_felt_and_types_nothing() {
    let home = Home::new();
    let mut screen = sh(
        &home,
        "trap '' HUP; printf ready; read line; echo \"[$line] $?\" > seen; exit 4",
    );
    screen.wait_for("ready");

    screen.hangup();

    assert_eq!(screen.wait_exit(), Exit::Code(4));
    assert_eq!(
        std::fs::read_to_string(home.path().join("seen")).unwrap(),
        "[] 1\n"
    );
}

#[test]
fn a_dropped_screen_takes_its_program_along() {
    let home = Home::new();
    let screen = sh(&home, "trap '' HUP; printf ready; while :; do read line; done");
    screen.wait_for("ready");
    let pid = rustix::process::Pid::from_raw(screen.pid()).unwrap();

    drop(screen);

    assert!(rustix::process::test_kill_process(pid).is_err());
}
