//! Text that nobody expected, through the real program: on its screen, in what commands print, and as keys.

#[path = "../kit/terminal_bytes.rs"]
mod terminal_bytes;

use std::path::{Path, PathBuf};

use crate::pty_kit::{Home, Launch, Screen};
use crate::session_kit::{
    command, copy_example, demo_at, note, notes, put, quit, records_files, rehearsal, texts, wait_saved,
};

/// What drives a terminal, turns what is beside it, hides, or has no width.
const ODD: &str = "q\u{1b}[2Jq\u{1b}]0;q\u{7}q\u{9b}31mq\u{202e}q\u{2066}q\u{200b}q\u{feff}q\u{2028}q\u{e0041}q\u{8}q\rq\tq\u{61c}q";
/// A name that a file can have.
const NAME: &str = "q\u{1b}]0;z\u{7}\u{202e}\u{9b}2J";
const SESSION: &str = "half-day-maths-80-notes";
/// What asks for every character there is.
const ALL: &str = "KNOWNOW_EVERY_CHARACTER";

fn escaped(words: &str) -> String {
    words.chars().flat_map(char::escape_unicode).collect()
}

/// `text` of a file with `words` at the beginning of each of these fields.
fn with_words(text: &str, fields: &[&str], words: &str) -> String {
    fields.iter().fold(text.to_owned(), |text, field| {
        let field = format!("{field}: \"");
        text.replace(&field, &format!("{field}{}", escaped(words)))
    })
}

/// The session with odd words in the plan and in all records, and a folder and a file of odd names beside it.
fn odd_session(home: &Home) -> PathBuf {
    let folder = copy_example(home, SESSION);
    let fields = [
        "name",
        "title",
        "words",
        "text",
        "short",
        "class",
        "remark",
        "wanted_outcome",
        "focus_area",
    ];
    for file in records_files(&folder)
        .into_iter()
        .chain([folder.join("plan.ron")])
    {
        let text = std::fs::read_to_string(&file).unwrap();
        put(&file, with_words(&text, &fields, ODD));
    }
    put(&folder.join(format!("records/{NAME}.ron")), "(broken");
    let beside = home.path().join("data/sessions").join(NAME);
    std::fs::create_dir_all(&beside).unwrap();
    put(
        &beside.join("plan.ron"),
        with_words("(name: \"\", nonsense", &["name"], ODD),
    );
    folder
}

/// Runs a command; what it printed, on either side, may not drive a terminal.
fn prints_safely(home: &Home, args: &[&str]) -> Vec<u8> {
    let output = command(home, args).output().unwrap();
    for printed in [&output.stdout, &output.stderr] {
        let text = String::from_utf8_lossy(printed);
        assert!(!text.is_empty() || printed.is_empty());
        assert_eq!(terminal_bytes::amiss(printed, true), None, "{args:?}\n{text:?}");
        assert!(!printed.contains(&0x1b), "{args:?}: no command colours its words");
    }
    [output.stdout, output.stderr].concat()
}

#[test]
fn no_command_prints_what_drives_a_terminal() {
    let home = Home::new();
    odd_session(&home);
    let odd = format!("{ODD}.ron");
    let of_file: [[&str; 3]; 2] = [["plan", "check", &odd], ["plan", "import", &odd]];
    let opened: [&str; 2] = ["open", &odd];
    let said: Vec<(&[&str], bool)> = vec![
        (&["notes", "list", SESSION], true),
        (&["notes", "list", SESSION, "--json"], true),
        (&["notes", "search", SESSION, "pupils"], true),
        (&["notes", "search", SESSION, ODD], true),
        (&["notes", "export", SESSION, "--out", "handed-over.txt"], false),
        (&["notes", "import", "handed-over.txt", "--into", SESSION], false),
        (&["note", ODD, "--into", SESSION, "--as", ODD], true),
        (&["note", ODD, "--into", ODD], true),
        (&["check", SESSION], true),
        (&["check", SESSION, "--json"], true),
        (&["plan", "check", SESSION], true),
        (&of_file[0], true),
        (&of_file[1], true),
        (&["plan", "export", SESSION, "--to", "md", "--out", "plan"], false),
        (
            &[
                "report",
                SESSION,
                "--to",
                "md",
                "--with-drafts",
                "--out",
                "report",
            ],
            false,
        ),
        (&opened, false),
        (&["models", "show", ODD], true),
        (&["doctor"], true),
        (&["purge", SESSION], false),
        (&["purge", ODD], true),
        (&[ODD], true),
        (&["--sessions", ODD, "notes", "list"], false),
        (&["notes", "list", SESSION, ODD], true),
        (&["notes", "list", SESSION, "--mine", "--as", ODD], true),
    ];
    for (args, shows) in said {
        let printed = prints_safely(&home, args);
        let text = String::from_utf8(printed).unwrap();
        assert!(!shows || text.contains('q'), "{args:?}: {text}");
    }
}

#[test]
fn line_mode_prints_nothing_that_drives_a_terminal() {
    let home = Home::new();
    let folder = odd_session(&home);
    let lines =
        format!("+ typed {ODD}\n/where\n/notes\n/help\n/everything {ODD}\n/{ODD}\n/findings\n/back\n/plan\n");
    let mut plain = command(
        &home,
        &["open", folder.to_str().unwrap(), "--plain", "--at", "09:16"],
    );
    plain
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let mut child = plain.spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), format!("1\n{lines}").as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(terminal_bytes::amiss(&output.stdout, true), None, "{text}");
    assert_eq!(terminal_bytes::amiss(&output.stderr, true), None);
    assert!(text.matches('q').count() > 500, "{text}");
}

/// Every character, or those of the planes on which each has a look of its own and one in 61 of the others.
fn characters() -> Vec<char> {
    let all = std::env::var_os(ALL).is_some();
    let own = |letter| matches!(letter, '\0'..='\u{33ff}' | '\u{d7a0}'..='\u{10fff}' | '\u{1d000}'..='\u{1ffff}' | '\u{e0000}'..='\u{e0fff}');
    ('\0'..=char::MAX)
        .filter(|letter| all || own(*letter) || u32::from(*letter).is_multiple_of(61))
        .collect()
}

/// Puts these characters into the notes of a session, each behind a letter.
fn put_into_notes(folder: &Path, letters: &[char]) -> usize {
    let mut chunks = letters.chunks(5_000);
    for file in records_files(folder) {
        let text = std::fs::read_to_string(&file).unwrap();
        let mut altered = String::new();
        for (number, part) in text.split(" text: \"").enumerate() {
            if number > 0 {
                let chunk: String = chunks
                    .next()
                    .unwrap_or_default()
                    .iter()
                    .flat_map(|letter| ['q', *letter])
                    .collect();
                altered.push_str(" text: \"");
                altered.push_str(&escaped(&chunk));
            }
            altered.push_str(part);
        }
        put(&file, altered);
    }
    chunks.map(<[char]>::len).sum()
}

#[test]
fn every_character_of_a_note_is_listed_and_none_drives_the_terminal() {
    let letters = characters();
    for letters in letters.chunks(5_000 * 60) {
        let home = Home::new();
        let folder = copy_example(&home, SESSION);
        assert_eq!(put_into_notes(&folder, letters), 0, "there is room for all");
        for args in [
            &["notes", "list", SESSION][..],
            &["notes", "list", SESSION, "--json"],
        ] {
            let printed = String::from_utf8(prints_safely(&home, args)).unwrap();
            let count = printed.matches('q').count();
            assert!(count >= letters.len(), "{args:?}: {count} of {}", letters.len());
        }
    }
}

#[test]
fn no_sequence_on_the_screen_comes_from_the_data() {
    let home = Home::new();
    let folder = odd_session(&home);
    let args = ["open", folder.to_str().unwrap(), "--at", "11:20"];
    let mut screen = Launch::new(&home).args(&args).size(160, 50).start();
    screen.wait_for("Who is at this laptop?");
    screen.keys("<Enter>");
    wait_discussion(&screen);
    screen.paste(&format!("{ODD} the end"));
    screen.wait_for("q the end");
    screen.keys("<C-k>findings: from<Enter>");
    screen.wait_for("d draft");
    screen.keys("d<Tab>");
    screen.wait_for("<U+2066>");
    screen.keys("<Esc>");
    wait_discussion(&screen);
    screen.keys("<C-a><Backspace>");
    screen.wait_until(|screen| !screen.contents().contains("q the end"));
    quit(&mut screen);
    let output = screen.output();
    // What is said after the end has the line ends of a terminal.
    let output = String::from_utf8(output).unwrap().replace("\r\n", "\n");
    assert_eq!(terminal_bytes::amiss(output.as_bytes(), true), None);
}

fn wait_discussion(screen: &Screen) {
    screen.wait_until(|screen| {
        let text = screen.contents();
        text.contains("What do we know?") && text.contains("Enter save")
    });
}

#[test]
fn what_was_typed_before_the_first_frame_is_entered_by_the_enter_that_was_typed() {
    let home = Home::new();
    let launch = Launch::new(&home).args(&["demo", "--at", "09:16"]).size(80, 24);

    let mut screen = launch.start_with_typed("+ every pupil\n- café: two wait\n? half a".as_bytes());

    screen.wait_for("? half a");
    screen.keys(" question<Enter>");
    wait_saved(&screen, "half a question");
    quit(&mut screen);
    assert_eq!(
        texts(&rehearsal(&home)),
        ["every pupil", "café: two wait", "half a question"]
    );
}

#[test]
fn keys_told_as_pressed_held_and_let_go_are_typed_once_and_alt_gr_types() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);

    // As kitty tells them: the number of the character, then modifiers and whether it is pressed, held or let go.
    for key in [
        "97;1:1", "97;1:2", "97;1:3", "98;1:1", "98;1:3", "8364;7:1", "8364;7:3", "64;7", "32;1:1", "32;1:3",
    ] {
        screen.bytes(format!("\x1b[{key}u").as_bytes());
    }
    screen.keys("end<Enter>");

    wait_saved(&screen, "aab€@ end");
    quit(&mut screen);
    assert_eq!(texts(&rehearsal(&home)), ["aab€@ end"]);
}

#[test]
fn esc_with_a_control_key_right_behind_it_types_no_letter_and_alt_gr_still_types() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    screen.keys("+ cubes on the desk");
    screen.wait_for("cubes on the desk");
    screen.keys("<C-k>");
    screen.wait_for("Everything");

    // As one write of a fast typist: Esc closes the list, Ctrl+N goes on to the next place.
    screen.bytes(b"\x1b\x0e");
    screen.wait_for("Year 4   09:30");
    screen.bytes("\x1b[8364;7u".as_bytes());
    screen.keys("<Enter>");

    wait_saved(&screen, "cubes on the desk€");
    quit(&mut screen);
    assert_eq!(texts(&rehearsal(&home)), ["cubes on the desk€"]);
}

#[test]
fn a_paste_of_three_megabytes_is_refused_whole_and_no_key_waits_for_it() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    screen.keys("+ before ");
    screen.wait_for("+ before");

    screen.paste(&"a page of a book\r\n".repeat(3 * 1024 * 1024 / 18));
    screen.keys("and after");
    screen.wait_for("+ before and after");
    screen.keys("<Enter>");

    wait_saved(&screen, "before and after");
    screen.paste(&"w".repeat(3 * 1024 * 1024));
    screen.wait_for("Nothing was put in");
    quit(&mut screen);
    assert_eq!(texts(&rehearsal(&home)), ["before and after"]);
}

#[test]
fn a_paste_of_three_megabytes_stalls_no_box_and_no_list() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 100, 30);
    let book = "- Year 5 a page of a book, and\r\nanother line of it\r\n".repeat(3 * 1024 * 1024 / 52);
    for (opens, shown) in [
        ("<C-k>", "Everything"),
        ("<F1>", "Help - Esc closes"),
        ("<C-k>take notes in<Enter>", "Paste the mail with the notes here"),
        ("<C-k>bring in<Enter>", "Paste the table from"),
        ("<C-k>hand my notes over<Enter>", "Into which file?"),
        ("<C-k>findings: from<Enter>", "d draft"),
    ] {
        screen.keys(opens);
        screen.wait_for(shown);
        screen.paste(&book);
        screen.keys("<Home>");
        screen.paste(&book);
        screen.keys("q<C-u><Esc>");
        screen.wait_until(|screen| !screen.contents().contains(shown));
    }
    note(&mut screen, "+ still here", "still here");
    quit(&mut screen);
    assert_eq!(texts(&rehearsal(&home)), ["still here"]);
}

#[test]
fn a_window_of_any_size_is_drawn_and_typing_goes_on() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    screen.keys("+ ");
    let mut typed = String::new();
    for (number, (columns, rows)) in [
        (300, 300),
        (1, 1),
        (300, 1),
        (1, 300),
        (59, 300),
        (60, 15),
        (250, 80),
        (2, 2),
    ]
    .into_iter()
    .cycle()
    .take(40)
    .enumerate()
    {
        screen.resize(columns, rows);
        let letter = char::from(b'a' + u8::try_from(number % 26).unwrap());
        screen.keys(&letter.to_string());
        typed.push(letter);
    }
    screen.resize(0, 0);
    screen.keys("z");
    screen.resize(80, 24);
    screen.wait_for(&format!("+ {typed}z"));
    screen.keys("<Enter>");
    wait_saved(&screen, &format!("{typed}z"));
    quit(&mut screen);
    assert_eq!(texts(&rehearsal(&home)), [format!("{typed}z")]);
}

/// The most memory that a program has held, in KB.
#[cfg(target_os = "linux")]
fn most_held(pid: i32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn a_hundred_thousand_keys_arrive_in_their_order_and_memory_stays_bounded() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    let words = "every pupil answers on a board and one waits ".repeat(11);
    let mut typed = Vec::new();
    for number in 0..200 {
        let text = format!("{number} {}", words.trim_end());
        note(&mut screen, &text, &format!("{number} every"));
        typed.push(text);
    }
    assert!(typed.iter().map(String::len).sum::<usize>() >= 98_000);
    let held = most_held(screen.pid());
    quit(&mut screen);
    assert_eq!(notes(&rehearsal(&home)).len(), typed.len());
    assert_eq!(texts(&rehearsal(&home)), typed);
    println!("{held} KB were held at most");
    assert!(held < 128 * 1024, "{held} KB");
}
