//! However the program ends, an acknowledged note is on the disk once and the half-typed line comes back.

use std::path::Path;
use std::time::Duration;

use rustix::process::Signal;

use crate::pty_kit::{Exit, Flags, Home, Screen};
use crate::session_kit::{
    copy_example, demo_at, note, quit, records_file, rehearsal, reopen, texts, wait_day, wait_on_disk,
    wait_saved,
};

/// No program may live longer once it was asked to end.
const GONE_WITHIN: Duration = Duration::from_secs(2);
/// Kills in a row, a quick sample of every moment.
const KILLS: usize = 12;

/// So many characters of a line may be lost when a kill follows them at once.
const LOST_AT_MOST: usize = 20;

/// When a kill comes.
#[derive(Debug, Clone, Copy)]
enum Moment {
    /// The note is acknowledged and nothing is open.
    Acknowledged,
    /// The note is acknowledged and the next line is half typed.
    HalfTyped,
    /// The note is entered, and no one waits for its saved mark.
    Entered,
}

/// What must be, and what may be, in the records.
#[derive(Debug, Default)]
struct Expected {
    acknowledged: Vec<String>,
    /// Entered without sight of its mark: once, or the most of it, or not at all.
    uncertain: Vec<String>,
}

impl Expected {
    fn check(&self, folder: &Path, moment: Moment) {
        let found = texts(folder);
        for text in &self.acknowledged {
            let times = found.iter().filter(|found| *found == text).count();
            assert_eq!(times, 1, "{text:?} after {moment:?} in {found:?}");
        }
        let mut once = found.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), found.len(), "none twice after {moment:?}: {found:?}");
        let most_of =
            |whole: &String, text: &str| whole.starts_with(text) && text.len() + LOST_AT_MOST >= whole.len();
        let uncertain = |text: &str| self.uncertain.iter().any(|whole| most_of(whole, text));
        let known = |text: &String| self.acknowledged.contains(text) || uncertain(text);
        assert!(found.iter().all(known), "{found:?} after {moment:?}");
    }
}

#[test]
fn a_dozen_kills_lose_nothing_and_double_nothing() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    let folder = rehearsal(&home);
    let mut expected = Expected::default();
    for kill in 0..KILLS {
        let moment = [Moment::Acknowledged, Moment::HalfTyped, Moment::Entered][kill % 3];
        let text = format!("note {kill} of a busy morning");
        match moment {
            Moment::Acknowledged | Moment::HalfTyped => {
                note(&mut screen, &format!("+ {text}"), &text);
                expected.acknowledged.push(text);
            }
            Moment::Entered => {
                screen.keys(&format!("- {text}"));
                screen.wait_for(&text);
                screen.keys("<Enter>");
                expected.uncertain.push(text);
            }
        }
        let half = format!("half of line {kill}");
        if matches!(moment, Moment::HalfTyped) {
            screen.keys(&half);
            wait_on_disk(&home.path().join("state"), &half);
        }

        screen.kill9();
        assert_eq!(screen.wait_exit(), Exit::Killed(9));
        expected.check(&folder, moment);

        screen = reopen(&home, &folder);
        take_up(&mut screen, moment, &half, &mut expected);
        expected.check(&folder, moment);
    }
    quit(&mut screen);
    assert!(texts(&folder).len() >= 2 * KILLS / 3, "{:?}", texts(&folder));
}

/// Enters the line that came back, if one did.
fn take_up(screen: &mut Screen, moment: Moment, half: &str, expected: &mut Expected) {
    match moment {
        Moment::Acknowledged => assert!(!screen.text().contains(" is back."), "{}", screen.text()),
        Moment::HalfTyped => {
            screen.wait_for(" is back. Carry on");
            assert_eq!(screen.row(22), format!(" {half}"));
            screen.keys("<Enter>");
            wait_saved(screen, half);
            expected.acknowledged.push(half.to_owned());
        }
        Moment::Entered => {
            if screen.text().contains(" is back. Carry on") {
                screen.keys("<Enter>");
            }
            // It is saved, or gone with the keys that nobody had taken from the terminal.
            screen.wait_until(|screen| !screen.contents().contains("saving ..."));
        }
    }
}

#[test]
fn a_note_entered_as_the_program_is_asked_to_end_is_kept() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129)] {
        let home = Home::new();
        let mut screen = demo_at(&home, "09:16", 80, 24);
        let folder = rehearsal(&home);
        screen.keys("+ cubes on every table");
        screen.wait_for("cubes on every table");
        screen.keys("<Enter>");
        screen.wait_for("09:16 Y6 cubes on every table");

        screen.signal(signal);

        assert_eq!(screen.wait_exit_within(GONE_WITHIN), Exit::Code(code));
        assert_eq!(texts(&folder), ["cubes on every table"]);
    }
}

#[test]
fn a_signal_gives_the_terminal_back_and_keeps_the_last_letter() {
    for (signal, code) in [
        (Signal::TERM, 143),
        (Signal::HUP, 129),
        (Signal::INT, 130),
        (Signal::QUIT, 131),
    ] {
        let home = Home::new();
        let mut screen = demo_at(&home, "09:16", 80, 24);
        let folder = rehearsal(&home);
        screen.keys("- half a line that nobody has yet entere");
        screen.wait_for("yet entere");

        screen.signal(signal);

        assert_eq!(screen.wait_exit_within(GONE_WITHIN), Exit::Code(code));
        let (now, before) = screen.modes();
        assert_eq!(now, before, "{signal:?}");
        assert_eq!(screen.flags(), Flags::default(), "{signal:?}");
        assert!(!screen.text().contains("panicked"), "{}", screen.text());
        comes_back(&home, &folder, "- half a line that nobody has yet entere");
    }
}

#[test]
fn a_window_that_closes_keeps_the_last_letter() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    let folder = rehearsal(&home);
    note(&mut screen, "+ acknowledged", "acknowledged");
    screen.keys("! half a line wh");
    screen.wait_for("half a line wh");

    screen.hangup();

    assert_eq!(screen.wait_exit_within(GONE_WITHIN), Exit::Code(129));
    assert_eq!(texts(&folder), ["acknowledged"]);
    comes_back(&home, &folder, "! half a line wh");
}

/// The line is there again; a window closed at once keeps it for the next time too.
fn comes_back(home: &Home, folder: &Path, line: &str) {
    for _ in 0..2 {
        let screen = reopen(home, folder);
        screen.wait_for("Your half-typed line of 09:16 (Year 6) is back.");
        assert_eq!(screen.row(22), format!(" {line}"));
        screen.kill9();
        assert_eq!(screen.wait_exit(), Exit::Killed(9));
    }
}

#[test]
fn an_edit_that_was_cut_short_comes_back_as_an_edit() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    let folder = rehearsal(&home);
    note(&mut screen, "+ every pupil", "every pupil");
    screen.keys("<Up> answers");
    wait_on_disk(&home.path().join("state"), "+ every pupil answers");

    screen.kill9();

    assert_eq!(screen.wait_exit(), Exit::Killed(9));
    assert_eq!(texts(&folder), ["every pupil"], "the note is as it was saved");
    let mut screen = reopen(&home, &folder);
    screen.wait_for("editing 09:16");
    screen.keys("<Enter>");
    wait_saved(&screen, "every pupil answers");
    assert_eq!(texts(&folder), ["every pupil answers"], "changed, not doubled");
    quit(&mut screen);
}

#[test]
fn a_kill_leaves_no_file_that_another_laptop_could_not_read() {
    let home = Home::new();
    let folder = copy_example(&home, "half-day-maths");
    let args = ["open", "half-day-maths", "--as", "Head of School B"];
    let mut screen = Screen::start(&home, &args, 80, 24);
    wait_day(&screen);
    for number in 0..8 {
        screen.keys(&format!("note {number}<Enter>"));
    }
    wait_on_disk(&folder, "note 0");

    screen.kill9();

    assert_eq!(screen.wait_exit(), Exit::Killed(9));
    // Parsed whole, whatever the moment; what is not in it is in the journal.
    let before = texts(&folder);
    assert!(
        records_file(&folder).exists() && before.contains(&"note 0".to_owned()),
        "{before:?}"
    );
    let mut screen = reopen(&home, &folder);
    screen.wait_until(|screen| !screen.contents().contains("saving ..."));
    quit(&mut screen);
    let after = texts(&folder);
    let mut distinct = after.clone();
    distinct.sort();
    distinct.dedup();
    assert!(
        distinct.len() == after.len() && before.iter().all(|text| after.contains(text)),
        "{after:?}"
    );
}
