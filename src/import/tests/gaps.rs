//! Visits of which a piece is missing, and rows whose time is.

use super::*;

/// A visit without a class is kept, and said.
#[test]
fn a_time_among_visits_without_a_class_is_said() {
    let found =
        read("9.00-10.00 Lesson visits\nGroup 1: 9:00 Y1, 9:20 Y2, 9:40\nGroup 2\n9.00 Y4\n9.45- 3\n");
    let said: Vec<(usize, LeftOpen)> = found
        .doubts
        .iter()
        .map(|doubt| (doubt.line, doubt.what.clone()))
        .collect();
    let year = LeftOpen::NumberAsYear {
        text: "9.45- 3".into(),
        class: "Year 3".into(),
    };
    let time = chrono::NaiveTime::from_hms_opt(9, 40, 0).unwrap();
    assert_eq!(said, [(2, LeftOpen::NoClass(time)), (5, year)]);
    assert_eq!(
        found.understood[1].taken_for,
        "visits of Group 1: 09:00 Year 1, 09:20 Year 2, 09:40 no class"
    );
    assert_eq!(found.days[0].rows.len(), 1);
}

/// A row whose time is still to come is no remark of the row before.
#[test]
fn a_row_without_its_time_yet_is_left_and_says_so() {
    let why = "has no time yet; write one before it and import again";
    for text in [
        "12.00 Lunch\nTBC Governor meeting\n",
        "Time\tActivity\n12.00\tLunch\nTBC\tGovernor meeting\n1.00\tFeedback\n",
    ] {
        let found = read(text);
        assert_eq!(found.days[0].rows[0].title, "Lunch");
        assert_eq!(found.days[0].rows[0].remark, "");
        assert!(found.unplaced.iter().all(|piece| piece.why == why));
        assert!(
            found
                .unplaced
                .iter()
                .any(|piece| piece.text.contains("Governor meeting"))
        );
    }
}

/// Times stand behind titles where they do so in most lines, or where what is done opens the line.
#[test]
fn a_time_in_a_sentence_is_no_row() {
    let found = read(
        "8.30 Arrival\nPlease be in the hall by 8:45\nPark behind the gym before 8:20.\n9.00 Lesson visits\nBreak: 10:15\n10.30 Books\n",
    );
    let rows = found.days[0].rows.iter();
    let rows: Vec<String> = rows
        .map(|row| format!("{} {}", row.starts.unwrap(), row.title))
        .collect();
    assert_eq!(
        rows,
        [
            "08:30:00 Arrival",
            "09:00:00 Lesson visits",
            "10:15:00 Break",
            "10:30:00 Books"
        ]
    );
}

/// What a row became in the end is what is said of its line: classes in it make lesson visits of it.
#[test]
fn the_kind_that_is_said_is_the_kind_of_the_row() {
    let found = read("9.00 Out and about\nY5 9.00, Y6 9.20\n10.00 Break\n");
    let said: Vec<&str> = found
        .understood
        .iter()
        .map(|piece| piece.taken_for.as_str())
        .collect();
    assert_eq!(said[0], "Out and about (lesson visits)", "{said:?}");
}

/// Names with times in lessons that may be those of classes and of people are no visits, and that is said.
#[test]
fn names_with_times_are_visits_or_are_said_to_be_none() {
    let found = read("9.00-10.00 Lesson visits\nGroup 1 (SIP): Matisse 9.00, Picasso 9.20\n");
    let what: Vec<&LeftOpen> = found.doubts.iter().map(|doubt| &doubt.what).collect();
    let names = vec!["Matisse".to_string(), "Picasso".to_string()];
    assert!(what.contains(&&LeftOpen::NotVisited(names)), "{what:?}");
}
