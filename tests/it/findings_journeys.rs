//! From the notes of a day to an agreed set of findings, in the real program.

use knownow::domain::{findings_board::FindingsBoard, ids::ListId, records::Records};

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{copy_example, quit, read_records, records_files, rehearsal};

/// The page of the findings of the 80 shipped notes, in a rehearsal at the discussion.
fn page(home: &Home) -> Screen {
    let folder = copy_example(home, "half-day-maths-80-notes");
    let path = folder.to_str().unwrap();
    let mut screen = Screen::start(
        home,
        &["open", path, "--as", "Facilitator", "--at", "11:20"],
        80,
        24,
    );
    screen.wait_for("What do we know?");
    screen.keys("<C-k>findings: from<Enter>");
    screen.wait_for("80 of 80 notes neither used nor set aside");
    screen
}

/// The sign of the note under the cursor.
fn sign(screen: &Screen) -> char {
    let shown = screen.text();
    let under_cursor = shown.lines().skip(5).find(|line| line.starts_with('>'));
    under_cursor
        .and_then(|line| line.chars().nth(3))
        .expect("a note under the cursor")
}

fn records(home: &Home) -> Records {
    let folder = rehearsal(home);
    let mut records = Records::default();
    for file in records_files(&folder) {
        records.merge(read_records(&folder, &file).records);
    }
    records
}

/// Presses keys one after the other, and counts them.
struct Fingers {
    screen: Screen,
    pressed: usize,
}

impl Fingers {
    fn press(&mut self, keys: &[&str]) {
        for key in keys {
            self.screen.keys(key);
        }
        self.pressed += keys.len();
    }
}

#[test]
fn eighty_notes_become_an_agreed_set_that_is_on_the_disk() {
    let home = Home::new();
    let mut fingers = Fingers {
        screen: page(&home),
        pressed: 0,
    };
    fingers.press(&["d"]);
    fingers.screen.wait_for("9 findings drafted");
    fingers.screen.wait_for("62 of 80 notes");
    for left in (0..62).rev() {
        match (sign(&fingers.screen), left % 4) {
            ('+', nth) => fingers.press(&[["1", "2", "4", "5"][nth]]),
            ('-', nth) => fingers.press(&[["6", "7", "8", "9"][nth]]),
            _ => {
                fingers.press(&["x"]);
                fingers.screen.wait_for("Why is it set aside? (1 note)");
                if !fingers.screen.text().contains("> off the line") {
                    fingers.screen.keys("off the line");
                }
                fingers.press(&["<Enter>"]);
            }
        }
        fingers
            .screen
            .wait_for(&format!(" {left} of 80 notes neither used nor set aside"));
    }
    fingers.press(&["<Tab>", "<Home>"]);
    for number in 1..=9 {
        // The head of each list comes before its first finding.
        if number == 1 || number == 6 {
            fingers.press(&["<Right>"]);
        }
        fingers.press(&["<Right>"]);
        fingers.screen.wait_for(&format!("\n> {number} "));
        fingers.press(&["a"]);
        fingers.screen.wait_for(&format!("\n> {number}v"));
    }
    fingers.screen.wait_for("saved 11:20");
    assert!(fingers.pressed <= 160, "{} keys for 80 notes", fingers.pressed);
    quit(&mut fingers.screen);

    let board = FindingsBoard::of(&records(&home));
    assert_eq!((board.loose(), board.notes()), (0, 80));
    let agreed = |list: &str| {
        let list = ListId::new(list);
        board.listed(&list).filter(|found| found.finding.agreed).count()
    };
    assert_eq!((agreed("strengths"), agreed("areas")), (5, 4));
}

#[test]
fn what_was_filed_is_there_after_a_kill() {
    let home = Home::new();
    let mut screen = page(&home);
    screen.keys("d");
    screen.wait_for("62 of 80 notes");
    screen.keys("1");
    screen.wait_for("61 of 80 notes");
    screen.wait_for("saved 11:20");
    screen.kill9();
    screen.wait_exit();
    let board = FindingsBoard::of(&records(&home));
    assert_eq!((board.loose(), board.findings().count()), (61, 9));
}
