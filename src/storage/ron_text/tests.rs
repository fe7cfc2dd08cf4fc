use std::path::Path;

use proptest::prelude::*;
use serde::Deserialize;

use super::*;

#[derive(Debug, Deserialize, PartialEq)]
struct Page {
    title: String,
    #[serde(default)]
    count: Option<u32>,
    notes: Vec<Jotting>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Jotting {
    kind: Kind,
    text: String,
    #[serde(default)]
    important: bool,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Strength,
    Evidence,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    #[serde(rename = "first")]
    _first: Strict,
    #[serde(rename = "second")]
    _second: Strict,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Strict {
    #[serde(rename = "kind")]
    _kind: Kind,
    #[serde(rename = "text")]
    _text: String,
}

fn read(bytes: &[u8]) -> Result<Page, FileFault> {
    parse(Path::new("notes.ron"), bytes)
}

fn fault_of(bytes: &[u8]) -> String {
    let fault = read(bytes).expect_err("a fault").to_string();
    assert!(fault.ends_with("notes.ron: the file was not changed"), "{fault}");
    fault
}

fn notes(lines: &str) -> String {
    format!("(\n title: \"x\",\n notes: [\n{lines}\n ],\n)\n")
}

/// The fault of `bad` is at `place` and says all of `words`.
#[track_caller]
fn explains(bad: &str, place: &str, words: &[&str]) {
    let fault = fault_of(bad.as_bytes());
    assert!(fault.starts_with(&format!("notes.ron:{place}: ")), "{fault}");
    for word in words {
        assert!(fault.contains(word), "{word} is not in:\n{fault}");
    }
}

#[test]
fn a_bracket_that_is_missing_is_not_taken_for_a_wrong_name() {
    let closing = ["a closing bracket is missing before this place", "close every ("];
    let line = "  (first: (kind: strength, text: \"a (b\", second: (kind: strength, text: \"c\")),";
    let pair = |line: &str| format!("[\n{line}\n]");
    let told = |line: &str| {
        let fault = parse::<Vec<Pair>>(Path::new("notes.ron"), pair(line).as_bytes());
        fault.expect_err("a fault").to_string()
    };
    let fault = told(line);
    assert!(fault.starts_with("notes.ron:2:42: "), "{fault}");
    assert!(closing.iter().all(|words| fault.contains(words)), "{fault}");
    let mistyped = line.replace("(b\"", "(b\")").replace("second", "secnd");
    assert!(
        told(&mistyped).contains("`secnd` is not the name of a field"),
        "{}",
        told(&mistyped)
    );
}

#[test]
fn zeros_within_a_line_are_told_as_what_they_are() {
    let told = |line: &str| parse_line::<Jotting>(line, 7).map_err(|fault| (fault.place, fault.what));
    let what = "from here this line holds zeros instead of text".to_owned();
    assert_eq!(
        told("(kind: strength, te\0\0\0 \"a\")"),
        Err((Some(Place { line: 7, column: 20 }), what))
    );
    assert!(
        told("(kind: strength, text: \"a\0b\")").is_ok(),
        "what can be read is read"
    );
}

#[test]
fn a_sound_file_is_read_whatever_its_editor_did_to_it() {
    let plain = notes("  (kind: strength, text: \"a\", important: true),");
    let sound = read(plain.as_bytes()).expect("notes");
    assert_eq!(
        sound.notes,
        [Jotting {
            kind: Kind::Strength,
            text: "a".into(),
            important: true
        }]
    );
    let windows = plain.replace('\n', "\r\n");
    assert_eq!(read(windows.as_bytes()).expect("notes"), sound);
    let marked = format!("\u{FEFF}{windows}");
    assert_eq!(read(marked.as_bytes()).expect("notes"), sound);
}

#[test]
fn an_option_may_be_written_without_some() {
    assert_eq!(
        read(b"(title: \"x\", count: 3, notes: [])").expect("notes").count,
        Some(3)
    );
    assert_eq!(
        read(b"(title: \"x\", count: Some(3), notes: [])")
            .expect("notes")
            .count,
        Some(3)
    );
}

#[test]
fn a_line_end_inside_a_text_is_one_character() {
    let read = read(b"(title: \"a\r\nb\", notes: [])").expect("notes");
    assert_eq!(read.title, "a\nb");
}

#[test]
fn a_quotation_mark_inside_a_text_is_pointed_at() {
    let line = "  (kind: strength, text: \"she said \"yes\" to it\"),";
    explains(&notes(line), "4:37", &["inside a text", "\\\"", line]);
    explains(
        &notes("  (kind: strength, text: \"she said \"\"yes\"\"\"),"),
        "4:37",
        &["inside a text"],
    );
    explains(
        &notes("  (kind: strength, text: \"it is 5\" tall\"),"),
        "4:36",
        &["inside a text"],
    );
}

#[test]
fn a_text_that_is_not_closed_is_found_on_its_own_line() {
    let lines = "  (kind: strength, text: \"no end),\n  (kind: evidence, text: \"b\"),";
    explains(
        &notes(lines),
        "4:35",
        &["not closed", "last quotation mark is missing"],
    );
}

#[test]
fn merge_markers_are_known() {
    explains(
        &notes("<<<<<<< mine"),
        "4:1",
        &["merge marker", "sync program", "take out the lines"],
    );
    explains(
        &notes("  (kind: strength, text: \"a\"),\n======="),
        "5:1",
        &["merge marker"],
    );
    explains(
        "(\n title: \"x\",\n>>>>>>> theirs\n notes: [])",
        "3:1",
        &["merge marker"],
    );
}

#[test]
fn what_is_missing_is_named() {
    explains(
        &notes("  (kind: strength),"),
        "4:18",
        &["`text` is missing", "write `text: \"...\",`"],
    );
    explains(
        "(\n title: \"x\"\n notes: [],\n)",
        "2:12",
        &["a comma is missing here"],
    );
    let two = "  (kind: strength, text: \"a\")\n  (kind: strength, text: \"a\")";
    explains(&notes(two), "4:30", &["a comma is missing here"]);
    explains("(\n title \"x\",\n notes: [],\n)", "2:8", &["colon is missing"]);
    let open = "  (kind: strength, text: \"a\",\n  (kind: strength, text: \"b\"),";
    explains(
        &notes(open),
        "5:3",
        &["entry before this place is not closed", "write )"],
    );
    explains(
        "(\n title: \"x\",\n notes: [\n )\n",
        "4:2",
        &["list before this place is not closed", "write ]"],
    );
}

#[test]
fn a_wrong_word_comes_with_the_words_that_may_stand_there() {
    explains(
        &notes("  (kind: strenght, text: \"a\"),"),
        "4:10",
        &["`strenght`", "one of: strength, evidence"],
    );
    explains(
        &notes("  (kind: strength, text: \"a\", important: yes),"),
        "4:42",
        &["`true` or `false`"],
    );
}

#[test]
fn quotation_marks_that_are_missing_or_curly_are_told_apart() {
    explains(
        &notes("  (kind: strength, text: hello),"),
        "4:26",
        &["quotation marks are missing"],
    );
    explains(
        &notes("  (kind: strength, text: “hello”),"),
        "4:26",
        &["curly", "word processor"],
    );
}

#[test]
fn numbers_backslashes_and_doubles_are_explained() {
    explains(
        "(\n title: \"x\",\n count: \"3\",\n notes: [])",
        "3:9",
        &["whole number"],
    );
    explains(
        "(\n title: \"x\",\n count: -3,\n notes: [])",
        "3:10",
        &["below zero"],
    );
    explains(
        &notes("  (kind: strength, text: \"C:\\qdata\"),"),
        "4:31",
        &["backslash"],
    );
    explains(
        "(\n title: \"x\",\n title: \"x\",\n notes: [],\n)",
        "3:2",
        &["`title` stands here twice"],
    );
    explains(
        "(\n title: \"x\",\n notes: [],\n)\n)",
        "5:1",
        &["more follows after the end"],
    );
    explains("hello", "1:1", &["another kind of file"]);
}

#[test]
fn a_file_that_was_cut_off_is_known_as_such() {
    let whole = notes("  (kind: strength, text: \"a\"),\n  (kind: strength, text: \"b\"),");
    for end in (3..whole.len() - 4).filter(|end| whole.is_char_boundary(*end)) {
        let cut = whole.get(..end).expect("a part");
        if cut.trim_end().ends_with("text") || cut.ends_with("kind") {
            continue;
        }
        assert!(
            fault_of(cut.as_bytes()).contains("before it is complete"),
            "{cut}\n{}",
            fault_of(cut.as_bytes())
        );
    }
}

#[test]
fn bytes_that_are_no_text_say_what_they_are() {
    let says = |bytes: &[u8], words: &str| {
        let fault = fault_of(bytes);
        assert!(fault.contains(words), "{words} is not in:\n{fault}");
    };
    says(b"", "the file is empty");
    says(b" \n\t", "the file is empty");
    says(&[0; 300], "placeholder of a cloud drive");
    says(b"\xFF\xFE(\0", "save it again with the encoding UTF-8");
    says(b"(\0t\0", "save it again with the encoding UTF-8");
    says(b"PK\x03\x04rest", "a Word, Excel or zip file");
    says(
        b"(\n title: \"x\",\n notes: [\n\0\0\0\0",
        "notes.ron:4:1: from here the file holds zeros",
    );
    says(
        b"(\n title: \"caf\xE9\",\n",
        "notes.ron:2:13: from here line 2 can't be read as text",
    );
    says(&vec![b' '; LARGEST_FILE + 1], "more than 16 MiB");
}

#[test]
fn brackets_without_end_do_not_end_the_program() {
    let deep = format!("(title: \"x\", notes: [], other: {}", "[".repeat(50_000));
    assert!(fault_of(deep.as_bytes()).contains("nested too deeply"));
}

#[test]
fn the_pointer_stands_under_the_fault_whatever_is_before_it() {
    let pointer = |bad: &str| {
        let fault = fault_of(bad.as_bytes());
        let mut lines = fault.lines().skip(1);
        let line = lines.next().expect("a line").to_owned();
        let caret = lines.next().expect("a pointer").find('^').expect("a caret");
        let mut columns = 0;
        line.chars()
            .find(|character| {
                columns += unicode_width::UnicodeWidthChar::width(*character).unwrap_or(0);
                columns > caret
            })
            .expect("something pointed at")
    };
    assert_eq!(pointer(&notes("\t\t(kind: strength, text: §),")), '§');
    assert_eq!(
        pointer(&notes("  (text: \"数学\", kind: strength, important: §),")),
        '§'
    );
    assert_eq!(
        pointer(&notes(
            "  (text: \"\u{202E}x\u{200B}\", kind: strength, important: §),"
        )),
        '§'
    );
    let long = format!(
        "  (text: \"{}\", kind: strength, important: §, tail: \"{}\"),",
        "数".repeat(500),
        "y".repeat(500)
    );
    assert_eq!(pointer(&notes(&long)), '§');
    let fault = fault_of(notes(&long).as_bytes());
    assert!(fault.lines().all(|line| line.chars().count() < 160), "{fault}");
}

#[test]
fn an_excerpt_shows_nothing_that_drives_the_terminal() {
    let fault = fault_of(notes("  (text: \"\u{1b}]0;x\u{7}\u{202E}\", kind: §),").as_bytes());
    assert!(
        !fault.contains(|shown: char| shown != '\n' && shown.is_control() || shown == '\u{202E}'),
        "{fault:?}"
    );
}

#[test]
fn an_apostrophe_is_not_escaped_and_everything_that_must_be_is() {
    let text = r#"the pupils' "own" words: \' \\' C:\'x"#;
    let line = one_line(&text).expect("a line");
    assert_eq!(line, r#""the pupils' \"own\" words: \\' \\\\' C:\\'x""#);
    assert_eq!(parse_line::<String>(&line, 1).expect("the text"), text);
}

proptest! {
    #[test]
    fn every_text_comes_back_on_one_safe_line(text in any::<String>()) {
        let line = one_line(&text).expect("a line");
        prop_assert!(!line.contains(char::is_control));
        prop_assert_eq!(parse_line::<String>(&line, 1).expect("the text"), text);
    }

    #[test]
    fn no_bytes_end_the_program(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _either = read(&bytes).map_err(|fault| fault.to_string());
    }

    #[test]
    fn no_damage_to_a_file_ends_the_program(at in 0_usize..60, with in ".{0,4}") {
        let mut damaged = notes("  (kind: strength, text: \"数 a \\\" b\"),\n  (kind: evidence, text: \"c\"),");
        let at = (at..=damaged.len()).find(|at| damaged.is_char_boundary(*at)).expect("a place");
        damaged.truncate(at);
        damaged.push_str(&with);
        let _either = read(damaged.as_bytes()).map_err(|fault| fault.to_string());
    }
}
