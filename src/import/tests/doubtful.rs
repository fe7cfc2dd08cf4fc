//! What is doubtful of rows and groups is said among what the table leaves open.

use super::*;
use crate::domain::read_timetable::OfGroups;

fn doubts(text: &str) -> Vec<(usize, LeftOpen)> {
    let doubts = read(text).doubts.into_iter();
    doubts.map(|doubt| (doubt.line, doubt.what)).collect()
}

/// The same times twice, and nothing that says for whom.
#[test]
fn two_rows_at_once_are_said() {
    let text = "9.00 Pupil voice\n9.30-10.15 Break\n10.00 Book look\n9.00 Staff voice\n";
    let found = doubts(text);
    let lines: Vec<usize> = found
        .iter()
        .filter(|(_, what)| what.is_double() && what.may_be_lost())
        .map(|(line, _)| *line)
        .collect();
    assert_eq!(lines, [3, 4], "{found:?}");
    assert!(doubts("9.00 Pupil voice\n9.30-10.00 Break\n10.00 Book look\n").is_empty());
}

#[test]
fn a_row_that_may_hide_another_is_said() {
    let what = LeftOpen::LongRow {
        title: "Coffee".into(),
        minutes: 110,
    };
    let found = doubts("9.30 Pupil voice\n10.10 coffee\n12.00 Feedback\n12.30 Lunch\n13.00 Book look\n");
    assert_eq!(found, [(2, what)]);
    assert!(doubts("9.30 Pupil voice\n10.10 coffee\n10.50 Feedback\n").is_empty());
}

/// What stands below the last list is for everybody; where only its place says so, that is said.
#[test]
fn what_follows_the_last_list_is_for_everybody() {
    let lists = "Group A\n9.00 Pupil voice\n9.30 Book look\n\nGroup B\n9.00 Year 1\n9.30 Year 2\n";
    let for_all = LeftOpen::OfGroups(OfGroups::ForAll("Break".into()));
    assert_eq!(doubts(&format!("{lists}10.00 Break\n")), [(8, for_all.clone())]);
    for more in [
        "\n10.00 Break\n",
        "All: 10.00 Break\n",
        "Everybody\n10.00 Break\n",
    ] {
        let found = read(&format!("{lists}{more}"));
        let last = found.days[0].rows.last().unwrap();
        assert_eq!((last.title.as_str(), last.tracks.len()), ("Break", 0), "{more}");
        assert!(found.doubts.is_empty(), "{more}: {:?}", found.doubts);
    }
    let of_one = doubts(&lists.replace("9.30 Year 2", "9.20 Break\n9.30 Year 2"));
    assert_eq!(of_one, [(7, for_all)]);
}
