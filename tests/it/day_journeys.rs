//! The day as a reviewer lives it: from one command to a saved record.

use crate::pty_kit::{Exit, Flags, Home, Launch, Screen};
use crate::session_kit::{
    class, demo_at, note, notes, quit, rehearsal, reopen, texts, wait_on_disk, wait_saved,
};

use knownow::domain::note::NoteKind;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];

#[test]
fn at_sixteen_past_nine_group_1_is_in_year_6() {
    for (columns, rows) in SIZES {
        let home = Home::new();
        let mut screen = demo_at(&home, "09:16", columns, rows);

        let header = screen.row(0);
        for words in ["Oakfield Primary", "Head of School B", "REHEARSAL", "09:16"] {
            assert!(header.contains(words), "{words} in {header}");
        }
        let shown = screen.text();
        for words in [
            "Lesson visits - Group 1 - Year 6",
            "09:15-09:30",
            "14 min left",
            "Small steps",
        ] {
            assert!(shown.contains(words), "{words} at {columns}x{rows}:\n{shown}");
        }
        quit(&mut screen);
    }
}

#[test]
fn a_note_is_marked_as_saved_when_it_is_in_the_records() {
    for (columns, rows) in SIZES {
        let home = Home::new();
        let mut screen = demo_at(&home, "09:16", columns, rows);
        let folder = rehearsal(&home);
        assert!(!screen.text().contains("saved"), "nothing is saved yet");

        note(&mut screen, "+ every pupil answers", "+ every pupil answers");

        screen.wait_for("saved 09:16");
        screen.wait_for("09:16 Y6 every pupil answers");
        let notes = notes(&folder);
        assert_eq!(notes.len(), 1);
        let body = &notes[0].body;
        assert_eq!(body.kind, NoteKind::Strength);
        assert_eq!(body.text, "every pupil answers");
        assert_eq!(class(&notes[0]), Some("Year 6"));
        assert_eq!(body.when.hh_mm(), "09:16");
        assert_eq!(body.by.words, "Head of School B");
        assert_eq!(body.typed_by, body.by);
        assert_eq!(body.place.activity.words, "Lesson visits");
        assert_eq!(body.place.track.as_ref().unwrap().words, "Group 1");
        assert_eq!(body.place.prompt, None, "a visit starts with no question chosen");
        quit(&mut screen);
    }
}

#[test]
fn after_a_kill_the_note_is_there_and_the_half_typed_line_is_back() {
    for (columns, rows) in SIZES {
        let home = Home::new();
        let mut screen = demo_at(&home, "09:16", columns, rows);
        let folder = rehearsal(&home);
        note(&mut screen, "+ every pupil answers", "every pupil answers");
        screen.keys("- two wait for the TA bef");
        wait_on_disk(&home.path().join("state"), "- two wait for the TA bef");

        screen.kill9();
        assert_eq!(screen.wait_exit(), Exit::Killed(9));

        let path = folder.to_str().unwrap();
        let mut screen = Screen::start(&home, &["open", path], columns, rows);
        screen.wait_for("Your half-typed line of 09:16 (Year 6) is back.");
        screen.wait_for("09:16 Y6 every pupil answers");
        assert_eq!(screen.row(rows - 2), " - two wait for the TA bef");

        note(
            &mut screen,
            "ore they start",
            "two wait for the TA before they start",
        );
        assert_eq!(
            texts(&folder),
            ["every pupil answers", "two wait for the TA before they start"]
        );
        quit(&mut screen);

        let mut screen = reopen(&home, &folder);
        assert!(!screen.text().contains("half-typed"), "it came back once");
        quit(&mut screen);
        assert_eq!(texts(&folder).len(), 2);
    }
}

#[test]
fn quitting_gives_the_terminal_back_and_says_where_the_rehearsal_is() {
    for (columns, rows) in SIZES {
        let home = Home::new();
        let mut screen = demo_at(&home, "09:16", columns, rows);
        assert!(screen.modes().0.is_raw() && screen.flags().alternate_screen);

        screen.keys("<C-q>");

        assert_eq!(screen.wait_exit(), Exit::Code(0));
        let (now, before) = screen.modes();
        assert_eq!(now, before);
        assert_eq!(screen.flags(), Flags::default());
        let folder = rehearsal(&home);
        let said = screen.text().replace('\n', "");
        assert!(said.contains(folder.to_str().unwrap()), "{said}");
        let name = folder.file_name().unwrap().to_str().unwrap();
        let again = format!("knownow open {name}");
        assert!(said.contains(&again), "{said}");

        let mut screen = Screen::start(&home, &["open", name], columns, rows);
        screen.wait_for("REHEARSAL");
        quit(&mut screen);
    }
}

#[test]
fn leaving_with_a_line_open_asks_once_and_keeps_it() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    screen.keys("? why cubes<C-q>");
    screen.wait_for("A line is still open.");

    screen.keys("<Enter>");

    assert_eq!(screen.wait_exit(), Exit::Code(0));
    let folder = rehearsal(&home);
    let mut screen = reopen(&home, &folder);
    screen.wait_for("Your half-typed line of 09:16 (Year 6) is back.");
    screen.keys("<Enter>");
    wait_saved(&screen, "? why cubes");
    assert_eq!(texts(&folder), ["why cubes"]);
    quit(&mut screen);
}

#[test]
fn a_note_belongs_to_the_place_where_it_was_begun() {
    let home = Home::new();
    let demo = ["demo", "--at", "09:14", "--speed", "120"];
    // Typed ahead, so that no delay of this machine can let the minute pass before the first key.
    let launch = Launch::new(&home).args(&demo).size(80, 24);
    let mut screen = launch.start_with_typed(b"+ beg");
    screen.wait_for("the next note goes to Year 6");
    screen.wait_for("Lesson visits - Group 1 - Year 6");
    screen.wait_until(|screen| {
        let header = screen.rows(0, 80).next().unwrap_or_default();
        (16..30).any(|minute| header.contains(&format!("09:{minute}")))
    });

    note(&mut screen, "un in Year 5", "begun in Year 5");
    assert!(
        !screen.text().contains("the next note goes to"),
        "{}",
        screen.text()
    );
    note(&mut screen, "- next", "next");

    let notes = notes(&rehearsal(&home));
    let told: Vec<_> = notes
        .iter()
        .map(|note| (note.body.text.as_str(), class(note)))
        .collect();
    assert_eq!(
        told,
        [("begun in Year 5", Some("Year 5")), ("next", Some("Year 6"))]
    );
    assert_eq!(notes[0].body.when.hh_mm(), "09:14", "the time of its first key");
    quit(&mut screen);
}

#[test]
fn who_enters_a_note_and_leaves_at_once_is_not_kept() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);

    screen.keys("+ the last one<Enter><C-q>");

    assert_eq!(
        screen.wait_exit(),
        Exit::Code(0),
        "no question stays when it is saved"
    );
    assert_eq!(texts(&rehearsal(&home)), ["the last one"]);
}
