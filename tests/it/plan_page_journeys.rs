//! A plan made and changed on the screen, as the facilitator does it.

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{children, copy_example, plan, put, quit};

#[test]
fn a_new_plan_is_made_changed_and_found_again_as_it_was_left() {
    let home = Home::new();
    let mut screen = Screen::start(&home, &[], 80, 24);
    screen.wait_for("New plan from a review model");
    screen.keys("<C-n>");
    screen.wait_for("Which review model?");
    screen.keys("half<Enter>");
    screen.wait_for("which school is reviewed?");
    screen.keys("Oakfield Primary<Enter>");
    screen.wait_for("on which date?");
    screen.keys("1 Feb 2027<Enter>");
    screen.wait_for("Mon 1 Feb 2027");
    let folder = children(&home.path().join("data/sessions")).remove(0);
    let drawn_up = plan(&folder);
    let first = &drawn_up.days[0].slots[0];
    screen.wait_for(&first.activity.title);
    screen.wait_for("Up and Down choose a line, Enter changes it");

    // The second row begins five minutes later.
    screen.keys("<Down>+");
    screen.wait_for("saved");
    let moved = plan(&folder);
    assert_eq!(moved.revision, drawn_up.revision + 1);
    let starts = |plan: &knownow::domain::plan::Plan| plan.days[0].slots[1].starts;
    assert_eq!((starts(&moved) - starts(&drawn_up)).num_minutes(), 5);
    screen.keys("<Home>a");
    screen.wait_for("Nothing can be added below this line.");
    screen.keys("<Down><Enter><End> and Nursery<Enter>");
    screen.wait_for("Oakfield Primary and Nursery - ");
    quit(&mut screen);
    let left = plan(&folder);
    assert_eq!(left.host.name, "Oakfield Primary and Nursery");

    let mut screen = Screen::start(&home, &["open", folder.to_str().unwrap()], 120, 36);
    screen.wait_for("Oakfield Primary and Nursery");
    screen.keys("<C-k>plan: look<Enter>");
    screen.wait_for(&format!("edition {}", left.revision));
    screen.keys("<Down>-");
    screen.wait_for("saved");
    quit(&mut screen);
    let back = plan(&folder);
    assert_eq!(back.days, drawn_up.days, "five minutes on and five back");
    assert_eq!(back.owner, drawn_up.owner);
}

#[test]
fn a_plan_that_a_newer_program_wrote_is_only_read() {
    let home = Home::new();
    let folder = copy_example(&home, "half-day-maths");
    let path = folder.join("plan.ron");
    let text = std::fs::read_to_string(&path).unwrap();
    let newer = text.replacen("version: 2,", "version: 99,", 1);
    assert_ne!(newer, text);
    put(&path, newer.clone());
    let mut screen = Screen::start(&home, &["open", "half-day-maths", "--as", "Facilitator"], 80, 24);
    screen.wait_for("was written by a newer knownow");
    screen.keys("<C-k>plan: look<Enter>");
    screen.wait_for("A newer knownow wrote this plan: it can only be read here.");
    quit(&mut screen);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), newer);
}
