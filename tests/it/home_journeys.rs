//! The list of sessions on a real terminal: a first start, finding one among many, and joining by a path.

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{
    children, copy_example, copy_example_to, note, put, quit, rehearsal, texts, wait_day,
};

#[test]
fn a_first_start_greets_and_enter_begins_the_example() {
    let home = Home::new();
    let mut screen = Screen::start(&home, &[], 80, 24);
    screen.wait_for("There is no session here yet.");
    screen.keys("<Enter>");
    wait_day(&screen);
    note(&mut screen, "+ all answers at once", "all answers at once");
    screen.keys("<C-k>list of sessions<Enter>");
    // It is apart from the sessions, is the chosen row, and its note is counted after the list was drawn.
    screen.wait_for("   Rehearsals");
    screen.wait_for("1 note, 1 yours");
    screen.wait_for("1 note by 1 writer, 1 of them yours");
    assert_eq!(texts(&rehearsal(&home)), ["all answers at once"]);
    quit(&mut screen);
}

#[test]
fn three_letters_find_a_session_and_enter_opens_it() {
    let home = Home::new();
    let folder = copy_example(&home, "half-day-maths");
    let elsewhere = home.path().join("data/sessions/2026-12-02-elm-park");
    copy_example_to("half-day-maths", &elsewhere);
    let plan = std::fs::read_to_string(elsewhere.join("plan.ron")).unwrap();
    let other = plan
        .replace("Oakfield Primary", "Elm Park School")
        .replace("01a1a228-4ca1", "01a1a228-4ca2");
    put(&elsewhere.join("plan.ron"), other);
    // One that is broken is listed with its reason and hides no other.
    copy_example(&home, "two-day-quality");
    put(
        &home.path().join("data/sessions/two-day-quality/plan.ron"),
        "not a plan",
    );
    let mut screen = Screen::start(&home, &[], 80, 24);
    screen.wait_for("broken       two-day-quality");
    screen.keys("elm");
    screen.wait_for("> elm");
    screen.wait_for("1 of 3");
    screen.keys("<Enter>");
    screen.wait_for("Who is at this laptop?");
    screen.keys("Head of School B<Enter>");
    screen.wait_for("Elm Park School");
    quit(&mut screen);
    assert!(
        children(&folder.join("records")).is_empty(),
        "the other one was not touched"
    );
}

#[test]
fn a_mailed_plan_and_a_shared_folder_are_joined_by_their_paths() {
    let home = Home::new();
    let mailed = home.path().join("down loads/plan.ron");
    copy_example_to("half-day-maths", mailed.parent().unwrap());
    let shared = home.path().join("drive/review");
    copy_example_to("two-day-quality", &shared);
    let mut screen = Screen::start(&home, &[], 120, 36);
    screen.wait_for("There is no session here yet.");
    // A path that leads nowhere stands in the line again, with the reason.
    screen.keys("<C-p>/no/such/plan.ron<Enter>");
    screen.wait_for("There is nothing at /no/such/plan.ron.");
    screen.keys("<C-u>");
    let text = mailed.with_file_name("notes.txt");
    put(&text, "Hi");
    screen.paste(&text.display().to_string());
    screen.keys("<Enter>");
    // The words before it end where the path lets them.
    screen.wait_for("sealed");
    screen.keys("<C-u>");
    // As a terminal hands on a file that is dropped on it.
    screen.paste(&format!("'{}' ", mailed.display()));
    screen.wait_for("down loads/plan.ron");
    screen.keys("<Enter>");
    screen.wait_for("Who is at this laptop?");
    screen.keys("Facilitator<Enter>");
    screen.wait_for("Oakfield Primary");
    screen.keys("<C-k>list of sessions<Enter>");
    screen.wait_for("you: Facilitator");
    assert_eq!(children(&home.path().join("data/sessions")).len(), 1);

    // The folder above a shared session is enough, and the session stays where it is.
    screen.paste(&home.path().join("drive").display().to_string());
    screen.wait_for("Esc leave it");
    screen.keys("<Enter>");
    screen.wait_for("Who is at this laptop?");
    screen.keys("<Enter>");
    screen.wait_for("two-day");
    screen.keys("<C-k>list of sessions<Enter>");
    screen.wait_for("drive/review");
    assert_eq!(children(&home.path().join("data/sessions")).len(), 1);
    // A share that is not there any more is said, and the session is not forgotten.
    std::fs::rename(&shared, home.path().join("away")).unwrap();
    screen.keys("<C-q>");
    screen.wait_exit();
    let mut screen = Screen::start(&home, &[], 120, 36);
    screen.wait_for("broken       review");
    screen.keys("review<Down>");
    screen.keys("<C-u>broken");
    screen.wait_for("its folder is not there");
    screen.wait_for("connect the drive");
    screen.keys("<C-q>");
    screen.wait_exit();
}

#[test]
fn a_line_that_was_left_half_typed_is_said_at_the_start() {
    let home = Home::new();
    let folder = copy_example(&home, "half-day-maths");
    let path = folder.display().to_string();
    let mut screen = Screen::start(&home, &["open", &path, "--as", "Head of School B"], 80, 24);
    screen.wait_for("Oakfield Primary");
    screen.keys("+ every pupil ans");
    screen.wait_for("every pupil ans");
    crate::session_kit::wait_on_disk(&home.path().join("state/drafts"), "every pupil ans");
    screen.kill9();
    screen.wait_exit();
    let mut screen = Screen::start(&home, &[], 80, 24);
    screen.wait_for("Kept: a half-typed line of");
    screen.wait_for("in Oakfield Primary. Open it to go on.");
    screen.keys("<Enter>");
    screen.wait_for("every pupil ans");
    screen.keys("<C-q>");
    screen.wait_for("A line is still open.");
    screen.keys("<Enter>");
    screen.wait_exit();
}
