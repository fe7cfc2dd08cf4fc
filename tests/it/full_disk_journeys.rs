//! A disk that is really full: a small one in memory, where this machine lets a test mount one.

use knownow::runtime::clock::machine_time;

use crate::pty_kit::{Exit, Home, Launch, Screen};
use crate::session_kit::{put, texts, wait_day, wait_saved};

/// Bytes of one long note.
const LONG: usize = 5_000;
/// Notes of that size for which there is certainly no room.
const MOST: usize = 60;

/// Whether a small disk can be mounted here; said, if not.
fn can_mount() -> bool {
    let home = Home::new();
    let mounted = std::process::Command::new("unshare")
        .args(["-rm", "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs"])
        .arg(home.path())
        .output();
    let can = mounted.is_ok_and(|ran| ran.status.success());
    if !can {
        println!("skipped: no disk can be mounted here by a test");
    }
    can
}

/// The rehearsal of the worked example with `kept` on a disk of 512 KB of which the half is taken. Once `go` is written
/// to, that half is given back; what is in `kept` lies in `out` when the program has ended.
fn on_a_small_disk(home: &Home, kept: &str, settings: &str) -> Screen {
    let script = format!(
        "mkdir disk out; mkfifo go; mount -t tmpfs -o size=512k tmpfs disk && head -c 262144 /dev/zero > disk/filler\n\
         (cat go > /dev/null; rm disk/filler) &\n\
         {settings} '{}' --sessions {kept} demo --at 09:16\n\
         code=$?; cp -r disk/rehearsals out 2> /dev/null; exit $code",
        env!("CARGO_BIN_EXE_knownow")
    );
    put(&home.path().join("script"), script);
    let launch = Launch::new(home).program("/bin/sh");
    let screen = launch.args(&["-c", "exec unshare -rm sh ./script"]).start();
    wait_day(&screen);
    screen
}

/// A long note of this number.
fn long(number: usize) -> String {
    format!("note {number} {}", "and so it goes on, ".repeat(LONG / 19))
}

/// Enters notes until one is not saved; how many were entered, the one that was not saved among them.
fn enter_until_full(screen: &mut Screen) -> usize {
    for number in 1..MOST {
        screen.paste(&long(number));
        screen.wait_for("it goes on");
        screen.keys("<Enter>");
        let begin = format!("note {number} ");
        screen.wait_until(|screen| {
            let text = screen.contents();
            let full = text.contains("NOT SAVED: the disk is full");
            let last = text.lines().find_map(|row| row.split_once("last: "));
            full || last.is_some_and(|(_, last)| last.contains(&begin)) && text.contains("saved 09:")
        });
        if screen.text().contains("NOT SAVED") {
            return number;
        }
    }
    panic!("the disk was never full\n{}", screen.text());
}

fn numbers(texts: &[String]) -> Vec<usize> {
    let number = |text: &String| text.split(' ').nth(1).unwrap().parse().unwrap();
    texts.iter().map(number).collect()
}

#[test]
fn a_disk_that_is_full_is_said_and_all_is_saved_once_there_is_room() {
    if !can_mount() {
        return;
    }
    let home = Home::new();
    let mut screen = on_a_small_disk(&home, "disk", "");
    let entered = enter_until_full(&mut screen);
    assert!(
        screen.row(1).contains("keep typing, nothing is lost"),
        "{}",
        screen.text()
    );
    assert!(screen.text().contains("Delete something or empty the bin."));
    screen.keys("- typed while it is full<Enter>");
    screen.wait_for("typed while it is full");

    let freed = machine_time();
    put(&home.path().join("go"), "now");
    screen.wait_until(|screen| !screen.contents().contains("NOT SAVED"));
    println!(
        "saved {} ms after there was room again",
        machine_time()
            .duration_since(freed)
            .unwrap_or_default()
            .as_millis()
    );
    wait_saved(&screen, "typed while it is full");
    screen.keys("<C-q>");

    assert_eq!(screen.wait_exit(), Exit::Code(0), "{}", screen.text());
    let mut found = texts(&crate::session_kit::children(&home.path().join("out/rehearsals"))[0]);
    assert_eq!(found.pop().unwrap(), "typed while it is full");
    assert_eq!(numbers(&found), (1..=entered).collect::<Vec<_>>());
}

#[test]
fn with_everything_on_the_full_disk_the_notes_are_saved_somewhere_else() {
    if !can_mount() {
        return;
    }
    let home = Home::new();
    let mut screen = on_a_small_disk(&home, "disk", "KNOWNOW_HOME=$PWD/disk");
    let entered = enter_until_full(&mut screen);

    // The journal is on the same disk, and has room for some more lines.
    let mut entered = entered;
    while !screen.text().contains("This laptop's own disk takes no more") {
        entered += 1;
        assert!(entered < MOST, "{}", screen.text());
        screen.paste(&long(entered));
        screen.wait_for("it goes on");
        screen.keys("<Enter>");
        let begin = format!("note {entered} ");
        screen.wait_until(|screen| {
            let text = screen.contents();
            let last = text.lines().find_map(|row| row.split_once("last: "));
            last.is_some_and(|(_, last)| last.contains(&begin))
        });
    }
    screen.keys("<C-q>");
    screen.wait_for("what you typed last is LOST if you leave now");
    screen.keys("<C-s>");
    screen.wait_for("Another folder: type its path");
    screen.keys("out");
    screen.wait_for("The folder to save into");
    screen.keys("<Enter>");
    screen.wait_for("Saved for now");
    screen.wait_for(&format!("{entered} notes saved, in "));
    screen.keys("- typed after it<Enter>");
    let copy = crate::session_kit::children(&home.path().join("out"))[0].clone();
    crate::session_kit::wait_on_disk(&copy, "typed after it");

    screen.keys("<C-q>");
    screen.wait_for("All of it is in the copy");
    screen.keys("<Enter>");
    assert_eq!(screen.wait_exit(), Exit::Code(1));
    let said = screen.text();
    assert!(said.contains("this machine's own disk takes no more"), "{said}");
    // The small disk is gone with all that was on it. The copy is a session.
    let mut found = texts(&copy);
    assert_eq!(found.pop().unwrap(), "typed after it");
    assert_eq!(numbers(&found), (1..=entered).collect::<Vec<_>>());
    let other = Home::new();
    let path = copy.to_str().unwrap();
    let mut screen = Screen::start(&other, &["open", path, "--as", "Head of School B"], 80, 24);
    wait_day(&screen);
    assert!(screen.text().contains("typed after it"), "{}", screen.text());
    crate::session_kit::quit(&mut screen);
}
