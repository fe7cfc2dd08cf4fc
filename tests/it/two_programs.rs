//! Two programs on one session, one of them killed: nothing that was acknowledged is lost, nothing is there twice.
//!
//! `KNOWNOW_PAIRS=200 cargo test --test it two_programs -- --nocapture` makes as many runs as it says; the suite makes a few.
//! `KNOWNOW_SEED` repeats one.

use std::path::Path;
use std::process::Child;

use proptest::test_runner::{RngAlgorithm, TestRng};

use crate::kill_journeys::{Entered, check, number, type_and_kill};
use crate::pty_kit::{Home, Screen};
use crate::session_kit::{command, demo_at, note, quit, rehearsal, wait_day};

/// Runs in the suite.
const PAIRS: u64 = 6;
/// Runs in one session, which is then left for a new one.
const IN_ONE_SESSION: u64 = 20;
const ME: &str = "Head of School B";
const COLLEAGUE: &str = "Facilitator";

fn open(home: &Home, folder: &Path, who: &str) -> Screen {
    let screen = Screen::start(home, &["open", folder.to_str().unwrap(), "--as", who], 80, 24);
    wait_day(&screen);
    screen
}

/// A command that writes to my own file, beside the window that has it open.
fn note_by_command(home: &Home, folder: &Path, text: &str) -> Child {
    let into = folder.to_str().unwrap();
    let arguments = ["note", text, "--into", into, "--as", ME, "--when", "09:17"];
    command(home, &arguments).spawn().unwrap()
}

/// One run: my window and a second program at work together, mine is killed, and a third takes over.
fn run(home: &Home, folder: &Path, pair: usize, rng: &mut TestRng, entered: &mut Entered) {
    let mut mine = open(home, folder, ME);
    let is_same_person = pair.is_multiple_of(2);
    let mut second = open(home, folder, if is_same_person { ME } else { COLLEAGUE });
    let is_held = second.text().contains("READ ONLY");
    assert_eq!(is_held, is_same_person, "run {pair}\n{}", second.text());

    let by_command = format!("kill {pair} by a command");
    let mut writing = note_by_command(home, folder, &by_command);
    type_and_kill(&mut mine, pair, rng, entered);
    let became = writing.wait().unwrap();
    assert_eq!(
        became.code(),
        Some(0),
        "run {pair}: the command writes though a window was killed"
    );
    entered.acknowledged.push(by_command);
    if !is_same_person {
        let text = format!("kill {pair} by a colleague");
        note(&mut second, &text, &text);
        entered.acknowledged.push(text);
    }
    quit(&mut second);
    check(folder, entered, &format!("run {pair}, after the kill"));

    let mut third = open(home, folder, ME);
    assert!(
        !third.text().contains("READ ONLY"),
        "run {pair}\n{}",
        third.text()
    );
    if third.text().contains(" is back. Carry on") {
        let ending = format!(" back {pair}");
        third.keys(&format!("{ending}<Enter>"));
        third.wait_until(|screen| screen.contents().contains("saved "));
        entered.taken_up.push(ending);
    }
    let text = format!("kill {pair} taken over");
    note(&mut third, &text, &text);
    entered.acknowledged.push(text);
    quit(&mut third);
    check(folder, entered, &format!("run {pair}, taken over"));
}

#[test]
fn two_programs_on_one_session_lose_nothing_when_one_is_killed() {
    let pairs = number("KNOWNOW_PAIRS", PAIRS);
    let seed = number("KNOWNOW_SEED", 2026);
    let mut rng = TestRng::from_seed(RngAlgorithm::XorShift, &u128::from(seed + 1).to_le_bytes());
    let (mut acknowledged, mut cut_short) = (0, 0);
    for first in (0..pairs).step_by(usize::try_from(IN_ONE_SESSION).unwrap()) {
        let home = Home::new();
        let mut screen = demo_at(&home, "09:16", 80, 24);
        let folder = rehearsal(&home);
        quit(&mut screen);
        let mut entered = Entered::default();
        for pair in first..pairs.min(first + IN_ONE_SESSION) {
            run(
                &home,
                &folder,
                usize::try_from(pair).unwrap(),
                &mut rng,
                &mut entered,
            );
        }
        acknowledged += entered.acknowledged.len();
        cut_short += entered.cut_short;
    }
    println!(
        "{pairs} runs of two programs: {acknowledged} notes acknowledged and there, {cut_short} kills before the mark"
    );
    // Two notes at least are acknowledged in each run, by the command and after the take-over.
    assert!(acknowledged as u64 >= 2 * pairs);
}
