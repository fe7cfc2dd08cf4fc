//! Groups that go separate ways, and what is for everybody again.

use super::*;

/// Each row as "09:30-10:00 title: Group 1 does [class at its time]".
fn rows(text: &str) -> Vec<String> {
    let found = read(text);
    let rows = found.days.iter().flat_map(|day| &day.rows);
    rows.map(|row| {
        let time = |time: Option<chrono::NaiveTime>| {
            time.map_or("?".into(), |time| time.format("%H:%M").to_string())
        };
        let tracks = row.tracks.iter().map(|track| {
            let does = track.activity.as_ref().map_or("", |(title, _)| title.as_str());
            let visits = track.visits.iter();
            let visits: Vec<String> = visits
                .map(|visit| format!("{} {}", time(visit.starts), visit.class))
                .collect();
            format!("{} {does} [{}]", track.group, visits.join(", "))
        });
        let tracks: Vec<String> = tracks.collect();
        let (starts, ends) = (time(row.starts), time(row.ends));
        format!(
            "{starts}-{ends} {}: {} ({})",
            row.title,
            tracks.join("; "),
            row.remark
        )
    })
    .collect()
}

/// Lessons that last just as long as what the other group does are a track of its row, however many they are.
#[test]
fn lessons_beside_a_meeting_are_of_its_row_if_they_last_as_long() {
    let head = "Start,End,Group,Activity,Class\n09:00,09:15,1,Lessons,Y1\n09:00,09:15,2,Lessons,Y2\n";
    let meets = "09:15,09:45,1,Meet the SENDCO,\n";
    let both = rows(&format!(
        "{head}{meets}09:15,09:30,2,Lessons,Y3\n09:30,09:45,2,Lessons,Y4\n"
    ));
    assert_eq!(
        both,
        [
            "09:00-09:15 Lessons: Group 1  [09:00 Year 1]; Group 2  [09:00 Year 2] ()",
            "09:15-09:45 Meet the SENDCO / Lessons: Group 1 Meet the SENDCO []; Group 2 Lessons [09:15 Year 3, 09:30 Year 4] ()",
        ]
    );
    let sooner_over = rows(&format!("{head}{meets}09:15,09:30,2,Lessons,Y3\n"));
    assert_eq!(
        sooner_over,
        [
            "09:00-09:30 Lessons: Group 1  [09:00 Year 1]; Group 2  [09:00 Year 2, 09:15 Year 3] ()",
            "09:15-09:45 Meet the SENDCO:  (Group 1)",
        ]
    );
}

/// What begins together is one row; who is done first is said.
#[test]
fn groups_that_begin_together_say_who_is_done_first() {
    let head = "Start,End,Group,Activity,Class\n09:00,09:15,1,Lessons,Y1\n09:00,09:15,2,Lessons,Y2\n";
    let found = rows(&format!(
        "{head}09:15,09:45,1,Book look,\n09:15,09:30,2,Pupil voice,\n"
    ));
    assert_eq!(
        found[1],
        "09:15-09:45 Book look / Pupil voice: Group 1 Book look []; Group 2 Pupil voice [] (Group 2 until 09:30)"
    );
}

/// "All" above what everybody does is a heading, and belongs to no row.
#[test]
fn a_heading_that_says_it_is_for_everybody_is_no_remark() {
    for text in [
        "9.00 Arrival\nAll\n9.30 Lesson visits\nGroup 1: Y5\nAll\n10.00 Break\n",
        "Time\tActivity\tWhere\n9.00\tArrival\t\nAll\t\t\n9.30\tLesson visits\t\n\tGroup 1: Y5\t\n\tBoth groups\t\n10.00\tBreak\t\n",
    ] {
        let found = read(text);
        let rows = found.days.iter().flat_map(|day| &day.rows);
        let said: Vec<(&str, &str, usize)> = rows
            .map(|row| (row.title.as_str(), row.remark.as_str(), row.prompts.len()))
            .collect();
        assert_eq!(
            said,
            [("Arrival", "", 0), ("Lesson visits", "", 0), ("Break", "", 0)],
            "{text}"
        );
        assert_eq!(found.unplaced, []);
    }
}

/// It is accounted for above lists that are turned into columns, too.
#[test]
fn a_heading_for_everybody_below_two_lists_is_understood() {
    let text = "A:\n- 9:00 Y6\n- 9:20 Y5\nB:\n- 9:00 Y1\n- 9:20 Y2\n\nBoth:\n- 9:40 Break\n";
    let found = read(text);
    assert_eq!(rows(text).len(), 2, "the visits and the break");
    let heading = found.understood.iter().find(|piece| piece.line == 8).unwrap();
    assert_eq!(heading.read, "Both:");
    assert_eq!(found.unplaced, []);
}
