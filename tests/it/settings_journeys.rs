//! What a person sets outlives the program; what is wrong in the file never stops it.

use std::path::{Path, PathBuf};

use crate::pty_kit::{Exit, Home, Screen};
use crate::session_kit::{Ran, command, put};

const EXAMPLE: &str = include_str!("../../config/themes/example.ron");

fn settings(home: &Home) -> PathBuf {
    home.path().join("settings/settings.ron")
}

fn set_by(home: &Home, text: &str) {
    std::fs::create_dir_all(home.path().join("settings/themes")).unwrap();
    put(&settings(home), text);
}

fn ran(home: &Home, args: &[&str]) -> Ran {
    command(home, args).output().unwrap().into()
}

#[test]
fn a_theme_that_was_chosen_is_there_after_a_restart() {
    let home = Home::new();
    let mut screen = Screen::start(&home, &[], 80, 24);
    screen.wait_for("live school review");
    // By the list of everything, as somebody does who knows no key.
    screen.keys("<C-k>settings<Enter>");
    screen.wait_for("auto (here: terminal)");
    screen.wait_for("\u{250c}\u{2500} Settings");
    screen.keys("<Right><Right><Right>");
    screen.wait_for("< high-contrast >");
    screen.keys("<Down><Right><Right>");
    screen.wait_for("+- Settings -");
    screen.wait_for("Saved in your file");
    screen.keys("<C-q>");
    assert_eq!(screen.wait_exit(), Exit::Code(0));

    let text = std::fs::read_to_string(settings(&home)).unwrap();
    assert!(
        text.contains("theme: \"high-contrast\"") && text.contains("// The colours"),
        "{text}"
    );
    let mut again = Screen::start(&home, &[], 80, 24);
    again.wait_for("live school review");
    again.keys("<C-k>settings<Enter>");
    again.wait_for("< high-contrast >");
    again.wait_for("+- Settings -");
    again.keys("<C-q>");
    assert_eq!(again.wait_exit(), Exit::Code(0));
}

#[test]
fn what_is_wrong_is_said_on_the_screen_and_by_doctor_and_nothing_stops_the_start() {
    let home = Home::new();
    set_by(&home, "(\n    theme: \"oakfield\",\n    borders: \"round\",\n)\n");
    put(
        &home.path().join("settings/themes/oakfield.ron"),
        EXAMPLE.replace("strength: \"light-green\"", "strength: \"lihgt-green\""),
    );
    let mut screen = Screen::start(&home, &[], 80, 24);
    screen.wait_for("settings.ron, line 3: `borders` can't be used (and 1 more). Ctrl+K settings");
    screen.keys("<C-k>settings<Enter>");
    screen.wait_for("did you mean \"light-green\"?");
    screen.wait_for("< oakfield >");
    screen.keys("<C-q>");
    assert_eq!(screen.wait_exit(), Exit::Code(0));

    let told = ran(&home, &["doctor"]);
    assert_eq!(told.code, Some(1), "{}", told.out);
    for said in [
        "settings.ron, line 3: \"round\" is no value of `borders`",
        "oakfield.ron, line",
    ] {
        assert!(told.out.contains(said), "{}", told.out);
    }
    assert_eq!(told.out.matches("lihgt-green").count(), 1, "{}", told.out);

    set_by(&home, "(theme: \"dark\n");
    let mut broken = Screen::start(&home, &[], 80, 24);
    broken.wait_for("not all of it can be used. Ctrl+K settings");
    broken.keys("<C-q>");
    assert_eq!(broken.wait_exit(), Exit::Code(0));
}

#[test]
fn where_enter_begins_a_line_a_note_of_two_lines_is_saved_by_ctrl_s() {
    let home = Home::new();
    set_by(&home, "(enter: \"new-line\")");
    let mut screen = Screen::start(&home, &["demo", "--at", "09:16"], 80, 24);
    screen.wait_for("Ctrl+S saves");
    screen.keys("+ whiteboards<Enter>in every class<C-s>");
    screen.wait_for("saved 09:16");
    screen.keys("<C-q>");
    assert_eq!(screen.wait_exit(), Exit::Code(0));
    let folder = crate::session_kit::rehearsal(&home);
    let file = crate::session_kit::records_file(&folder);
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.contains("whiteboards\\nin every class"), "{text}");
}

#[test]
fn sessions_lie_in_the_folder_that_was_set_unless_another_one_is_named() {
    let home = Home::new();
    let set = home.path().join("shared");
    set_by(&home, &format!("(sessions: \"{}\")", set.display()));
    crate::session_kit::copy_example_to("half-day-maths", &set.join("half-day-maths"));
    let listed = |args: &[&str]| ran(&home, args);
    let found = listed(&["notes", "list", "half-day-maths"]);
    assert_eq!(found.code, Some(0), "{}", found.err);
    let elsewhere = Path::new(home.path()).join("elsewhere");
    let named = listed(&[
        "notes",
        "list",
        "half-day-maths",
        "--sessions",
        elsewhere.to_str().unwrap(),
    ]);
    assert_eq!(named.code, Some(2), "{}", named.out);
}
