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

/// When each row is, and what is done then, as "08:30-08:45 Briefing".
fn rows_of(table: &ReadTimetable) -> Vec<String> {
    let rows = table.days.iter().flat_map(|day| &day.rows);
    rows.map(|row| {
        let time = |time: Option<chrono::NaiveTime>| {
            time.map_or_else(String::new, |time| time.format("%H:%M").to_string())
        };
        format!("{}-{} {}", time(row.starts), time(row.ends), row.title)
    })
    .collect()
}

#[test]
fn times_in_a_column_behind_the_activities_are_theirs() {
    let table = "Arrival\t8:15\nBriefing\t8:30\nPupil voice\t8:45\nBreak\t9:45\nFeedback\t10:00\n";
    let rows = [
        "08:15- Arrival",
        "08:30- Briefing",
        "08:45- Pupil voice",
        "09:45- Break",
        "10:00- Feedback",
    ];
    assert_eq!(rows_of(&read(table)), rows);
    let with_commas = table.replace('\t', ",");
    let source = Source {
        name: "plan.csv",
        bytes: with_commas.as_bytes(),
    };
    assert_eq!(rows_of(&timetable(source, &Vocabulary::default()).unwrap()), rows);
    let placed = table
        .replace("Arrival\t8:15", "Arrival\t8:15\tHall")
        .replace("8:30", "8:30\tOffice");
    assert_eq!(rows_of(&read(&placed)), rows);
    let spans = "Arrival\t8:15-8:30\nBriefing\t8:30-8:45\nBreak\t9:45-10:00\n";
    assert_eq!(
        rows_of(&read(spans)),
        ["08:15-08:30 Arrival", "08:30-08:45 Briefing", "09:45-10:00 Break"]
    );
}

#[test]
fn a_heading_that_says_when_its_day_begins_is_a_day() {
    let table = "Day 1 \u{2013} Wednesday 20th January (start 9am)\n\n| What | Minutes |\n| --- | --- |\n\
                 | Briefing | 30 |\n| Break | 15 |\n\n\
                 Day 2 \u{2013} Thursday 21st January (start 8.45)\n\n| What | Minutes |\n| --- | --- |\n\
                 | Pupil voice | 30 |\n| Feedback | 45 |\n";
    let found = read(table);
    assert_eq!(found.days.len(), 2, "{found:#?}");
    let first = |day: usize| found.days[day].rows[0].starts.map(|time| time.to_string());
    assert_eq!(first(0).as_deref(), Some("09:00:00"));
    assert_eq!(first(1).as_deref(), Some("08:45:00"));
    assert!(found.unplaced.is_empty(), "{:?}", found.unplaced);
}

#[test]
fn a_tick_in_the_column_of_a_group_says_whose_a_row_is() {
    let table = "Start,Finish,What,Where,Team A,Team B\n\
                 8.30,8.50,Arrival,Hall,,\n\
                 8.50,9.20,Meet the SENDCO,Office,x,\n\
                 8.50,9.20,Pupil voice,Library,,x\n\
                 9.20,9.40,Break,Hall,x,x\n";
    let found = read(table);
    let rows = &found.days[0].rows;
    assert_eq!(rows.len(), 3, "{:?}", rows_of(&found));
    let ways = rows[1].tracks.iter().map(|track| {
        let does = track.activity.as_ref().map_or("", |(title, _)| title.as_str());
        format!("{}: {does}", track.group)
    });
    assert_eq!(
        ways.collect::<Vec<_>>(),
        ["Team A: Meet the SENDCO", "Team B: Pupil voice"]
    );
    assert_eq!(rows[2].title, "Break");
}
