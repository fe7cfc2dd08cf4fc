//! What is refused, and the law that nothing is dropped, whatever the bytes.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::domain::read_timetable::LeftOpen;

mod apart;
mod doubtful;
mod gaps;

fn read(text: &str) -> ReadTimetable {
    let source = Source {
        name: "",
        bytes: text.as_bytes(),
    };
    timetable(source, &Vocabulary::default()).unwrap()
}

fn fault(bytes: &[u8]) -> ImportFault {
    timetable(Source { name: "plan", bytes }, &Vocabulary::default()).unwrap_err()
}

#[test]
fn what_cannot_be_read_says_what_it_is_and_what_to_do() {
    for (bytes, said) in [
        (&b""[..], "it is empty"),
        (b" \r\n\t\n", "it is empty"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1",
            "it is an old Word or Excel file (.doc, .xls), or one with a password, which is not read",
        ),
        (b"%PDF-1.7", "it is a PDF, which is not read"),
        (b"{\\rtf1", "it is a rich text file (.rtf), which is not read"),
        (
            b"<!DOCTYPE html><p>9.00",
            "it is a web page (HTML), which is not read",
        ),
        (
            b"a\x00\x00\x00b\x01",
            "it is not text that can be read: it has signs in it that no text has",
        ),
    ] {
        let fault = fault(bytes);
        assert_eq!(fault.to_string(), said);
        assert!(fault.cure().ends_with('.'));
    }
    assert!(matches!(
        fault(b"PK\x03\x04 and no more"),
        ImportFault::BrokenDocument
    ));
    assert!(fault(b"%PDF").cure().contains("save it as .docx"));
    assert_eq!(fault(&vec![b'a'; 3 * 1024 * 1024]), ImportFault::TooLarge(2));
}

/// The numbers of the lines with a letter or digit in them.
fn lines_with_words(text: &str) -> BTreeSet<usize> {
    let lines = super::encoding::text(text.as_bytes()).unwrap();
    let lines = lines.split('\n').enumerate();
    let said = lines.filter(|(_, line)| line.chars().any(char::is_alphanumeric));
    said.map(|(position, _)| position + 1).collect()
}

fn lines_accounted_for(found: &ReadTimetable) -> BTreeSet<usize> {
    let understood = found.understood.iter().map(|piece| piece.line);
    understood
        .chain(found.unplaced.iter().map(|piece| piece.line))
        .collect()
}

/// A line as it may stand in somebody's timetable.
fn any_line() -> impl Strategy<Value = String> {
    let time = prop_oneof![
        Just("9.15"),
        Just("0830"),
        Just("9-10.15"),
        Just("12 noon"),
        Just("1:15pm"),
        Just("45 mins"),
        Just("")
    ];
    let joint = prop_oneof![
        Just(" "),
        Just(" – "),
        Just("\t"),
        Just(": "),
        Just(" | "),
        Just(","),
        Just(";"),
        Just("   ")
    ];
    let what = prop_oneof![
        Just("Yr6"),
        Just("Group 1"),
        Just("Group 2: Y5, Y6"),
        Just("Meet the SENDCO"),
        Just("Lesson visits"),
        Just("Break"),
        Just("What helps you?"),
        Just("Strengths:"),
        Just("What do I know now?"),
        Just("Day 2"),
        Just("1st Dec"),
        Just("Kind regards"),
        Just("Reviewer 1"),
        Just("Reviewer 2"),
        Just("Time"),
        Just("Activity"),
        Just("\"quoted"),
        Just("<b>"),
        Just("1, 2"),
        Just("Finish"),
        Just(""),
    ];
    let mark = prop_oneof![
        Just(""),
        Just("> "),
        Just("• "),
        Just("- "),
        Just("| "),
        Just("    "),
        Just("3. ")
    ];
    (mark, time, joint.clone(), what.clone(), joint, what)
        .prop_map(|(mark, time, one, first, two, second)| format!("{mark}{time}{one}{first}{two}{second}"))
}

fn any_text() -> impl Strategy<Value = String> {
    let rule = Just("|---|---|".to_string());
    let strange = "\\PC{0,40}";
    prop::collection::vec(prop_oneof![8 => any_line(), 1 => rule, 1 => strange], 0..24)
        .prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_line_that_says_something_is_accounted_for(text in any_text()) {
        let source = Source { name: "", bytes: text.as_bytes() };
        if let Ok(found) = timetable(source, &Vocabulary::default()) {
            let missing: Vec<usize> = lines_with_words(&text).difference(&lines_accounted_for(&found)).copied().collect();
            prop_assert!(missing.is_empty(), "lines {missing:?} of\n{text}\n{found:#?}");
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), name in "[a-z.]{0,8}") {
        for start in [&b""[..], b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"] {
            let bytes = [start, &bytes].concat();
            let _ = timetable(Source { name: &name, bytes: &bytes }, &Vocabulary::default());
        }
    }

    #[test]
    fn a_broken_document_is_read_or_refused(at in 0_usize..2000, byte in any::<u8>()) {
        let mut bytes = include_bytes!("../../tests/corpus/tables/half-day-maths.docx").to_vec();
        let length = bytes.len();
        bytes[at * length / 2000] = byte;
        let _ = timetable(Source { name: "", bytes: &bytes }, &Vocabulary::default());
        bytes.truncate(at * length / 2000);
        let _ = timetable(Source { name: "", bytes: &bytes }, &Vocabulary::default());
    }
}

#[test]
fn what_is_read_stands_beside_what_it_was_taken_for() {
    let found = read(
        "8.30 Arrival (10 mins)\n9.00 – 10.15 Lesson visits\nGroup 1: 9.00 Yr6\n\nPlease park on the road.\n",
    );
    let said: Vec<(usize, &str, String)> = found
        .understood
        .iter()
        .map(|piece| (piece.line, piece.read.as_str(), found.taken_for(piece)))
        .collect();
    let said: Vec<(usize, &str, &str)> = said
        .iter()
        .map(|(line, read, taken_for)| (*line, *read, taken_for.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            (
                1,
                "8.30 Arrival (10 mins)",
                "08:30-08:40 10 min Arrival (arrival)"
            ),
            (
                2,
                "9.00 – 10.15 Lesson visits",
                "09:00-10:15 75 min Lesson visits (lesson visits)"
            ),
            (3, "Group 1: 9.00 Yr6", "visit of Group 1: 09:00 Year 6"),
        ]
    );
    assert_eq!(found.unplaced[0].line, 5);
    assert_eq!(found.unplaced[0].text, "Please park on the road.");
}

#[test]
fn a_row_of_two_columns_says_its_time_and_whose_visits_are_whose() {
    let found = read("Time\tActivity\n9.00-10.00\tLesson visits Y1, Y2\n10.30\tY5\n1.15\tY6\n");
    let said: Vec<String> = found
        .understood
        .iter()
        .map(|piece| found.taken_for(piece))
        .collect();
    assert_eq!(
        said[1..],
        [
            "09:00-10:00 60 min Lesson visits (lesson visits); visits: Year 1, Year 2, of no group that is named",
            "10:30-13:15 165 min Lesson visits (lesson visits); visit: 10:30 Year 5",
            "13:15-13:45 30 min Lesson visits (lesson visits); visit: 13:15 Year 6"
        ]
    );
}

/// What may be a row is never a remark of the row before without a word.
#[test]
fn a_row_that_may_be_none_is_left_with_the_reason() {
    let found = read("9.15 Lesson visits\n9-10 Book look\n1-2 examples of each\n");
    let left: Vec<(usize, &str)> = found
        .unplaced
        .iter()
        .map(|piece| (piece.line, piece.why.as_str()))
        .collect();
    let why = "begins with two numbers that may be times; if they are, write them as 11:00-12:00";
    assert_eq!(left, [(2, why), (3, why)]);
}

/// What is too long is refused at once, before anything is made of it.
#[test]
fn more_than_any_timetable_is_refused() {
    let rows = |count: usize| "9.15,Lesson visits,all\n".repeat(count);
    let table = |count| format!("Time,Activity,Who\n{}", rows(count));
    assert!(
        timetable(
            Source {
                name: "",
                bytes: table(400).as_bytes()
            },
            &Vocabulary::default()
        )
        .is_ok()
    );
    let many = fault(table(401).as_bytes());
    assert_eq!(
        (many.to_string().as_str(), many.cure().ends_with('.')),
        (
            "it has more than 400 rows, and no more are read as one timetable",
            true
        )
    );
    assert_eq!(fault(table(50_000).as_bytes()), ImportFault::TooManyLines(50_001));
}

#[test]
fn the_mail_around_a_table_is_told_from_what_is_said_of_the_day() {
    let found = read(
        "From: Jo Bloggs\nDate: 23 November 2026\nSubject: review\n\nHi all,\nplease find the plan.\n\n8.30 Arrival\n\n\
         Please park on the road.\n\nHope this helps\nMany thanks,\nJo\nHeadteacher\n",
    );
    assert_eq!(found.days[0].date, None, "the date is that of the mail");
    let printed: Vec<&str> = found
        .unplaced
        .iter()
        .filter(|piece| !piece.of_mail)
        .map(|piece| piece.text.as_str())
        .collect();
    assert_eq!(printed, ["Please park on the road."]);
    assert_eq!(found.unplaced.len(), 10);
}

#[test]
fn what_no_day_has_is_said_in_so_many_words() {
    let found = read(
        "Monday 1 December 2026\n8.30 Arrival\n25:30 Party\n9.00 Lesson visits (100 hours)\n100 hours Books\n23:00-24:00 Talk\n",
    );
    let left: Vec<(usize, &str)> = found
        .unplaced
        .iter()
        .map(|piece| (piece.line, piece.why.as_str()))
        .collect();
    assert_eq!(
        left,
        [
            (
                3,
                "begins with a time that no day has; correct it and import again"
            ),
            (5, "says a length of more than a day; correct it and import again"),
        ]
    );
    let doubts: Vec<(usize, LeftOpen)> = found
        .doubts
        .iter()
        .map(|doubt| (doubt.line, doubt.what.clone()))
        .collect();
    let wrong_weekday = LeftOpen::WrongWeekday {
        said: chrono::Weekday::Mon,
        date: chrono::NaiveDate::from_ymd_opt(2026, 12, 1).unwrap(),
    };
    assert_eq!(
        doubts,
        [
            (1, wrong_weekday),
            (4, LeftOpen::BeyondADay("Lesson visits (100 hours)".into())),
            (6, LeftOpen::Midnight),
        ]
    );
    let table = read("Time\tActivity\n9.00\tBooks\n25:00\tParty\n10.00\tBreak\n");
    assert_eq!(table.days[0].rows.len(), 2);
    let left: Vec<&str> = table.unplaced.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(left, ["25:00", "Party"]);
}

/// The cells of a line are one piece, in their order.
#[test]
fn a_row_of_a_table_is_said_in_one_piece() {
    let found = read("Time\tActivity\tWho\n9.00\tBook look\tall\n\n10.00\tBreak\t\n");
    let said: Vec<(usize, &str, String)> = found
        .understood
        .iter()
        .map(|piece| (piece.line, piece.read.as_str(), found.taken_for(piece)))
        .collect();
    let said: Vec<(usize, &str, &str)> = said
        .iter()
        .map(|(line, read, taken_for)| (*line, *read, taken_for.as_str()))
        .collect();
    assert_eq!(
        said[1],
        (
            2,
            "9.00 | Book look | all",
            "09:00-10:00 60 min Book look (work scrutiny); remark"
        )
    );
    assert_eq!(said[2], (4, "10.00 | Break", "10:00-10:30 30 min Break (break)"));
}

/// A time alone is no row of its own: there would be nothing to do in it.
#[test]
fn a_time_with_nothing_beside_it_is_left_or_ends_the_row_before() {
    for text in [
        "9.00\n",
        "9.00\n10.00 Break\n",
        "9.00-10.00\n10.00 Break\n",
        "10.00-10.30 Break\n11.00\n",
    ] {
        let found = read(text);
        let rows: Vec<&str> = found
            .days
            .iter()
            .flat_map(|day| &day.rows)
            .map(|row| row.title.as_str())
            .collect();
        assert!(rows.is_empty() || rows == ["Break"], "{text}: {rows:?}");
        assert_eq!(found.unplaced.len(), 1, "{text}");
        assert!(found.unplaced[0].why.starts_with("says a time"), "{text}");
    }
    let found = read("9.00 Lesson visits\n10.00\n");
    assert_eq!(
        found.days[0].rows[0].ends,
        chrono::NaiveTime::from_hms_opt(10, 0, 0)
    );
    assert_eq!(found.understood[1].taken_for, "the end of the row before");
}

/// What may be a row and was not read as one is said, loudly enough that nothing is written without a word.
#[test]
fn times_in_words_that_became_no_row_are_said() {
    for (text, said) in [
        (
            "8.30 Arrival\nbreak will be at half past ten\n",
            "break will be at half past ten",
        ),
        (
            "Coffee from quarter to nine\n\n9.00 Lesson visits\n",
            "Coffee from quarter to nine",
        ),
        ("9 arrive\n10.00 Break\n", "9 arrive"),
        ("10.00 Break until half ten\n", "Break until half ten"),
    ] {
        let found = read(text);
        let doubts: Vec<LeftOpen> = found.doubts.into_iter().map(|doubt| doubt.what).collect();
        assert_eq!(doubts, [LeftOpen::TimeNotRead(said.into())], "{text}");
        assert!(doubts[0].may_be_lost());
    }
    let found = read("8.30 Arrival\nhalf of the staff are new\n\nMany thanks, see you at half past eight\n");
    assert!(found.doubts.is_empty(), "{:?}", found.doubts);
}

#[test]
fn what_is_said_of_each_visit_is_no_part_of_a_title() {
    let found =
        read("9.00 lesson visits 15 mins each\n10.00 discussion of findings.\n11.00 break (15 mins).\n");
    let rows: Vec<(&str, &str, Option<u32>)> = found.days[0]
        .rows
        .iter()
        .map(|row| (row.title.as_str(), row.remark.as_str(), row.minutes))
        .collect();
    assert_eq!(
        rows,
        [
            ("Lesson visits", "15 mins each", None),
            ("Discussion of findings", "", None),
            ("Break", "", Some(15)),
        ]
    );
}

/// A class as schools write it, and as it stands on the screen.
fn any_class() -> impl Strategy<Value = (&'static str, &'static str)> {
    prop::sample::select(vec![
        ("Y5", "Year 5"),
        ("Yr6", "Year 6"),
        ("Year 4", "Year 4"),
        ("YR", "Reception"),
        ("Reception", "Reception"),
        ("Nursery", "Nursery"),
        ("Y5/6", "Year 5/6"),
        ("6B", "Year 6B"),
        ("yr. 2", "Year 2"),
        ("Y3 class", "Year 3"),
    ])
}

/// What stands beside a class in the mails of schools, with the word of it that no sheet may show.
fn any_beside() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        "",
        " (Miss Surname)",
        " Miss Surname",
        " - Mr Anyname",
        " (Mrs O'Surname)",
        ": Mrs Surname-Other",
        " Dr J. Surname",
        " (Miss Surname & Mr Anyname)",
        " Ms Surname's class",
        " maths",
        " (set 2)",
        " maths (Miss Surname)",
        " (J. Surname)",
        " mrs surname",
    ])
}

fn any_visits() -> impl Strategy<Value = (String, Vec<&'static str>)> {
    let class = (any_class(), any_beside());
    let joint = prop::sample::select(vec![", ", "; ", " & ", " and ", " then ", " + ", ", then ", ","]);
    let opening = prop::sample::select(vec![
        "Group 1: ",
        "Group 2 - ",
        "9.15 ",
        "9.30am till 10.15am ",
        "Lesson visits: ",
        "9.00 Lesson visits - ",
        "Learning walk ",
        "9.00 Drop-ins (Group 1): ",
        "",
    ]);
    (opening, prop::collection::vec((class, joint), 1..6)).prop_map(|(opening, classes)| {
        let mut text = opening.to_string();
        for (at, (((class, _), beside), joint)) in classes.iter().enumerate() {
            if at > 0 {
                text.push_str(joint);
            }
            text.push_str(class);
            text.push_str(beside);
        }
        (text, classes.iter().map(|(((_, name), _), _)| *name).collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1024, ..ProptestConfig::default() })]

    /// Every class that stands in a row is a visit, or is said; and no name of the staff is left where a sheet shows it.
    #[test]
    fn no_class_vanishes_and_no_name_is_printed((text, named) in any_visits()) {
        let found = read(&format!("9.00-11.00 Lesson visits\n{text}\n"));
        let rows: Vec<_> = found.days.iter().flat_map(|day| &day.rows).collect();
        let visits = rows.iter().flat_map(|row| &row.tracks).flat_map(|track| &track.visits);
        let visited: Vec<&str> = visits.map(|visit| visit.class.as_str()).collect();
        let said: Vec<String> = found.doubts.iter().map(|doubt| format!("{:?}", doubt.what)).collect();
        let left: Vec<&str> = found.unplaced.iter().map(|piece| piece.text.as_str()).collect();
        for class in &named {
            let told = said.iter().any(|said| said.contains(class)) || left.iter().any(|left| left.contains(text.as_str()));
            prop_assert!(visited.contains(class) || told, "{class} of {text}\n{visited:?} {said:?} {left:?}");
        }
        let all_visited = visited.len() == named.len();
        for row in rows {
            let printed = format!("{} {}", row.title, row.remark).to_lowercase();
            prop_assert!(!all_visited || !printed.contains("name"), "{printed} of {text}");
        }
    }
}
