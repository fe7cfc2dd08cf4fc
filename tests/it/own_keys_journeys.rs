//! A user's own keys in the real program, and what it remembers of the list of every action.

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{demo_at, done, put, quit, run};

/// Three entries, of which the last two are wrong.
const ONE_GOOD: &str = "\
(
    format: \"knownow keys\",
    version: 1,
    screens: {
        \"day\": {
            \"coverage\": [\"F4\"],
            \"next-place\": [\"Ctrl+T\"], // which is the kind of a note
            \"undo\": [\"Hyper+Z\"],
        },
    },
)
";

fn with_keys(text: &str) -> Home {
    let home = Home::new();
    let settings = home.path().join("settings");
    std::fs::create_dir_all(&settings).expect("a folder");
    put(&settings.join("keys.ron"), text);
    home
}

/// Closes what lies on top by Esc, and waits until it is gone: what followed Esc at once would be Alt.
fn close(screen: &mut Screen, title: &str) {
    screen.keys("<Esc>");
    screen.wait_until(|screen| !screen.contents().contains(title));
}

#[test]
fn a_good_key_works_and_bad_ones_keep_the_shipped_which_is_said_with_the_line() {
    let home = with_keys(ONE_GOOD);

    let mut screen = demo_at(&home, "09:16", 80, 24);
    screen.wait_for("keys.ron line 7: \"Ctrl+T\" does something else");
    screen.wait_for("(+1): `knownow doctor`");
    screen.keys("<F4>");
    screen.wait_for("Coverage - ");
    close(&mut screen, "Coverage - ");
    screen.keys("<C-n>");
    screen.wait_for("Now at Year 4");
    screen.keys("<C-z>");
    screen.wait_for("Ctrl+Y does it again.");
    screen.keys("<F1>");
    screen.wait_for("type to search");
    screen.keys("coverage which");
    screen.wait_for("F4 ");
    quit(&mut screen);

    let ran = run(&home, &["doctor"]);
    for told in [
        "keys.ron, line 7: \"Ctrl+T\" does something else on \"day\"",
        "it does \"Kind: + strength, - area, ? question, plain\" there",
        "keys.ron, line 8: no key is called \"Hyper+Z\"",
        "until then it has its shipped keys",
    ] {
        assert!(ran.out.contains(told), "{told:?} is not in\n{}", ran.out);
    }
    assert!(!ran.out.contains("reads no such file"), "{}", ran.out);
}

#[test]
fn a_broken_file_stops_nothing_and_is_said() {
    let home = with_keys("(\n    format: \"knownow keys\",\n    version: 1,\n    screens: [");

    let mut screen = demo_at(&home, "09:16", 80, 24);
    screen.wait_for("keys.ron line 4: ");
    screen.keys("<C-n>");
    screen.wait_for("Now at Year 4");
    quit(&mut screen);
}

#[test]
fn the_file_of_all_keys_can_be_printed_and_used_as_it_is() {
    let text = done(&Home::new(), &["keys"]);
    let home = with_keys(&text);

    let mut screen = demo_at(&home, "09:16", 80, 24);
    screen.keys("+ one<Enter>");
    screen.wait_for("last: 09:");
    assert!(!screen.text().contains("keys.ron"), "{}", screen.text());
    quit(&mut screen);
}

#[test]
fn what_was_used_last_in_the_list_of_every_action_stands_first_at_the_next_start() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    screen.keys("<C-k>evidence by<Enter>");
    screen.wait_for("Evidence by activity - ");
    close(&mut screen, "Evidence by activity - ");
    quit(&mut screen);

    let first_row = |screen: &mut Screen| {
        screen.keys("<C-k>");
        screen.wait_for("type to narrow");
        screen.row(3)
    };
    let mut screen = demo_at(&home, "09:16", 80, 24);
    let row = first_row(&mut screen);
    assert!(row.contains("> Evidence by activity"), "{row}");
    quit(&mut screen);

    put(&home.path().join("state/last-used.ron"), "not RON");
    let mut screen = demo_at(&home, "09:16", 80, 24);
    let row = first_row(&mut screen);
    assert!(row.contains("> Save the note"), "{row}");
    quit(&mut screen);
}
