//! Kills at any moment of a busy minute: what the screen called saved is on the disk once, and nothing is there twice.
//!
//! `KNOWNOW_KILLS=2000 cargo test --test it kills_at_any_moment -- --nocapture` makes as many of them as it says; the suite
//! makes a short run. `KNOWNOW_SEED` repeats one.

use std::path::{Path, PathBuf};

use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};

use crate::pty_kit::{Exit, Home, Screen};
use crate::session_kit::{demo_at, rehearsal, reopen, texts};

/// Kills in the suite.
const KILLS: usize = 50;
/// Kills in one session, which is then left for a new one: a session has hundreds of notes, not thousands.
const IN_ONE_SESSION: usize = 50;
/// Bytes that may come from the program between the keys and the kill: enough for two or three frames.
const FRAMES: usize = 400;

/// What is put behind the last note of a burst when it is changed as soon as it is entered.
const CHANGED: &str = " more";

/// What was entered, and how far the screen acknowledged it.
#[derive(Debug, Default)]
pub struct Entered {
    pub acknowledged: Vec<String>,
    /// Acknowledged as they were first, and perhaps changed since.
    pub changing: Vec<String>,
    /// Entered, and not known to be saved when the kill came.
    pub open: Vec<String>,
    /// What was put behind the lines that came back.
    pub taken_up: Vec<String>,
    /// How often the kill came before the mark.
    pub cut_short: usize,
}

impl Entered {
    /// What of a line that came back stood there before more was put behind it.
    fn begun<'a>(&self, text: &'a str) -> Option<&'a str> {
        let ending = |ending: &String| text.strip_suffix(ending.as_str());
        self.taken_up.iter().find_map(ending)
    }
}

pub fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |given| given.parse().expect("a number"))
}

pub fn below(rng: &mut TestRng, end: usize) -> usize {
    usize::try_from(rng.next_u32()).unwrap() % end
}

/// The note that the screen calls its last, if the screen says that it is saved.
fn saved_last(screen: &vt100::Screen) -> Option<String> {
    let (rows, columns) = screen.size();
    let text: Vec<String> = screen.rows(0, columns).collect();
    let footer = text.last()?;
    // The cursor goes back to the empty line when the whole frame is drawn.
    let whole = footer.contains("saved ") && screen.cursor_position() == (rows - 2, 1);
    let last = text.iter().find_map(|row| row.split_once("last: "))?.1;
    let (_, note) = last.split_once("kill ")?;
    whole.then(|| format!("kill {}", note.trim()))
}

/// Whether what was sent ends with the end of a frame: the cursor is shown, then put in its place. In the middle of one
/// the last note may stand there already, above a footer that still speaks of the one before.
fn is_whole_frame(output: &[u8]) -> bool {
    const SHOWN: &[u8] = b"\x1b[?25h\x1b[";
    let shown = output.windows(SHOWN.len()).rposition(|bytes| bytes == SHOWN);
    let place = shown.and_then(|at| output.get(at + SHOWN.len()..));
    place.is_some_and(|place| {
        place.len() < 9 && place.iter().position(|byte| *byte == b'H') == Some(place.len() - 1)
    })
}

/// Types notes in one go, kills the program after some of what it draws, and notes what it had acknowledged.
pub fn type_and_kill(screen: &mut Screen, kill: usize, rng: &mut TestRng, entered: &mut Entered) {
    let mut texts: Vec<String> = (0..=below(rng, 3))
        .map(|note| format!("kill {kill} note {note}"))
        .collect();
    let mut keys = texts.join("<Enter>") + "<Enter>";
    let first = texts.last().cloned().unwrap_or_default();
    let is_changed = below(rng, 3) == 0;
    if is_changed {
        keys += &["<Up>", CHANGED, "<Enter>"].concat();
        texts.push(format!("{first}{CHANGED}"));
    }
    let frames = if is_changed { 3 * FRAMES } else { FRAMES };
    let wanted = screen.output().len() + below(rng, frames);
    let last = texts.last().cloned().unwrap_or_default();
    screen.keys(&keys);
    screen.wait_for_bytes_or(wanted, |seen| saved_last(seen).as_ref() == Some(&last));
    screen.kill9();
    assert_eq!(screen.wait_exit(), Exit::Killed(9));
    let saved = screen
        .read(saved_last)
        .filter(|_| is_whole_frame(&screen.output()));
    let acknowledged = saved.and_then(|saved| texts.iter().position(|text| *text == saved));
    let (sure, open) = texts.split_at(acknowledged.map_or(0, |at| at + 1));
    let mut sure = sure.to_vec();
    if is_changed && sure.contains(&first) {
        if open.is_empty() {
            sure.retain(|text| *text != first);
        } else {
            entered.changing.push(first);
        }
    }
    entered.acknowledged.append(&mut sure);
    entered.open.extend_from_slice(open);
    entered.cut_short += usize::from(!open.is_empty());
}

/// Checks the file against what was entered: all that was acknowledged once, nothing twice, nothing else.
pub fn check(folder: &Path, entered: &Entered, at: &str) {
    let found = texts(folder);
    let changed = |text: &String, found: &String| {
        let rest = found.strip_prefix(text.as_str());
        let own = |rest: &str| {
            CHANGED.starts_with(rest)
                || entered
                    .begun(rest)
                    .is_some_and(|begun| CHANGED.starts_with(begun))
        };
        entered.changing.contains(text) && rest.is_some_and(own)
    };
    for text in &entered.acknowledged {
        let stands = |found: &&String| *found == text || changed(text, found);
        let times = found.iter().filter(stands).count();
        assert_eq!(
            times, 1,
            "{at}: {text:?} was acknowledged and is there {times} times in {found:?}"
        );
    }
    let mut distinct = found.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), found.len(), "{at}: one is there twice: {found:?}");
    let is_open = |text: &str| entered.open.iter().any(|open| open.starts_with(text));
    let known = |text: &String| {
        entered.acknowledged.contains(text) || is_open(text) || entered.begun(text).is_some_and(is_open)
    };
    let stranger = found.iter().find(|text| !known(text));
    assert_eq!(stranger, None, "{at}");
}

fn begin(home: &Home) -> (Screen, PathBuf) {
    let screen = demo_at(home, "09:16", 80, 24);
    let folder = rehearsal(home);
    (screen, folder)
}

#[test]
fn kills_at_any_moment_lose_nothing_that_was_acknowledged() {
    let kills = usize::try_from(number("KNOWNOW_KILLS", KILLS as u64)).unwrap();
    let seed = number("KNOWNOW_SEED", 2026);
    let mut rng = TestRng::from_seed(RngAlgorithm::XorShift, &u128::from(seed + 1).to_le_bytes());
    let (mut acknowledged, mut cut_short, mut lines) = (0, 0, 0);
    for first in (0..kills).step_by(IN_ONE_SESSION) {
        let home = Home::new();
        let (mut screen, folder) = begin(&home);
        let mut entered = Entered::default();
        for kill in first..kills.min(first + IN_ONE_SESSION) {
            type_and_kill(&mut screen, kill, &mut rng, &mut entered);
            let at = format!("kill {kill}, seed {seed}");
            check(&folder, &entered, &at);
            screen = reopen(&home, &folder);
            if screen.text().contains(" is back. Carry on") {
                // Two lines may have been cut short at the same letter.
                let ending = format!(" back {kill}");
                screen.keys(&format!("{ending}<Enter>"));
                screen.wait_until(|screen| screen.contents().contains("saved "));
                entered.taken_up.push(ending);
            }
            check(&folder, &entered, &at);
        }
        screen.kill9();
        acknowledged += entered.acknowledged.len();
        cut_short += entered.cut_short;
        lines += entered.taken_up.len();
    }
    println!(
        "{kills} kills: {acknowledged} notes acknowledged and there, {cut_short} kills before the mark, {lines} lines back"
    );
    // A run in which every kill came late, or early, would show nothing.
    assert!(
        acknowledged > kills / 20 && cut_short > kills / 20,
        "{acknowledged} {cut_short}"
    );
}
