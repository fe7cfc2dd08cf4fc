//! The break: two laptops on one folder, and what both groups know side by side.

use std::path::Path;

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{copy_example_to, note, quit, records_files, wait_day};

fn open(home: &Home, folder: &Path, who: &str, size: (u16, u16)) -> Screen {
    let folder = folder.display().to_string();
    let mut screen = Screen::start(home, &["open", &folder, "--as", who], size.0, size.1);
    wait_day(&screen);
    screen.keys("<C-g>teachers<Enter>");
    screen.wait_for("What good maths looks like");
    screen
}

#[test]
fn two_groups_see_side_by_side_where_they_differ_while_more_comes_in() {
    let homes = [Home::new(), Home::new()];
    let folder = homes[0].path().join("drive/review");
    copy_example_to("half-day-maths", &folder);
    let mut mine = open(&homes[0], &folder, "Head of School B", (120, 36));
    let mut theirs = open(&homes[1], &folder, "Head of School C", (80, 24));
    note(&mut mine, "+ they all say the same", "they all say the same");
    note(
        &mut theirs,
        "- each says something else",
        "each says something else",
    );
    let file = records_files(&folder);
    mine.keys("<C-k>side by side<Enter>");
    mine.wait_for("We differ (1)");
    mine.wait_for("each says something else");
    theirs.keys("<C-k>side by side<Enter>");
    theirs.wait_for("We differ (1)");
    theirs.keys("<Esc>");
    theirs.wait_for("Enter save");
    // What comes in while the page is open is there, and the same question stays chosen.
    mine.keys("<Enter>");
    note(&mut theirs, "- and a third thing", "and a third thing");
    mine.wait_for("and a third thing");
    mine.keys("r");
    mine.wait_for("Space next");
    let aloud = mine.text();
    assert!(
        aloud.contains("each says something else") && aloud.contains("we differ"),
        "{aloud}"
    );
    assert!(
        !aloud.contains("HSC") && !aloud.contains("Head of School"),
        "{aloud}"
    );
    mine.keys("<Esc>");
    mine.wait_for("Esc back");
    mine.keys("<Esc>");
    mine.wait_for("Enter save");
    quit(&mut mine);
    quit(&mut theirs);
    assert_eq!(file, records_files(&folder), "looking writes nothing");
}
