//! The law of the preview: the time that it shows with a title is that of the row which has this title, in the plan and
//! in the JSON. Tables of one day in many layouts are made, and every table of the corpus is looked at too.

use chrono::NaiveTime;
use knownow::{
    domain::read_timetable::{ReadRow, ReadTimetable},
    export::timetable_json,
    import::{self, Source, Vocabulary},
};
use proptest::prelude::*;

const DONE: [&str; 7] = [
    "Arrival",
    "Briefing",
    "Lessons",
    "Break",
    "Book look",
    "Pupil voice",
    "Feedback",
];
const PLACES: [&str; 3] = ["Hall", "Office", "Library"];

/// How the cells of a table stand.
#[derive(Debug, Clone, Copy)]
struct Layout {
    between: &'static str,
    behind: bool,
    ranges: bool,
    places: bool,
}

fn layouts() -> impl Strategy<Value = Layout> {
    let between = prop::sample::select(vec!["\t", ",", "\t\t\t", "\n"]);
    (between, any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(between, behind, ranges, places)| {
        Layout {
            between,
            behind,
            ranges,
            // A line for each cell has no sign that tells a place from what is done.
            places: places && between != "\n",
        }
    })
}

/// The rows of a day: lengths from 10 to 60 minutes, one after the other from eight o'clock.
fn table(layout: Layout, lengths: &[u32]) -> (String, Vec<(String, String)>) {
    let clock = |minutes: u32| format!("{}.{:02}", minutes / 60, minutes % 60);
    let mut at = 8 * 60;
    let mut text = String::new();
    let mut rows = Vec::new();
    for (nth, length) in lengths.iter().enumerate() {
        let title = DONE[nth % DONE.len()];
        let time = if layout.ranges {
            format!("{}-{}", clock(at), clock(at + length))
        } else {
            clock(at)
        };
        let mut cells = vec![time, title.to_string()];
        if layout.behind {
            cells.reverse();
        }
        if layout.places {
            cells.push(PLACES[nth % PLACES.len()].into());
        }
        text.push_str(&cells.join(layout.between));
        text.push('\n');
        rows.push((format!("{:02}:{:02}", at / 60, at % 60), title.to_string()));
        at += length;
    }
    (text, rows)
}

/// The rows whose title the preview shows behind another time than theirs.
fn shown_wrong(read: &ReadTimetable) -> Vec<String> {
    let rows: Vec<&ReadRow> = read.days.iter().flat_map(|day| &day.rows).collect();
    let clock = |time: Option<NaiveTime>| time.map(|time| time.format("%H:%M").to_string());
    let words = |row: &ReadRow| format!("{} ({})", row.title, row.kind.word().replace('_', " "));
    let mut wrong = Vec::new();
    for piece in &read.understood {
        let here: Vec<&&ReadRow> = rows.iter().filter(|row| row.line == piece.line).collect();
        let Some(first) = here.first() else { continue };
        let shown = read.taken_for(piece);
        let named: Vec<&&ReadRow> = rows.iter().filter(|row| shown.contains(&words(row))).collect();
        let own = named.iter().any(|row| row.line == piece.line);
        let says_whose = shown.contains("which is line");
        if !(named.is_empty() || own || says_whose) {
            wrong.push(format!("{shown} (its row begins at {:?})", clock(first.starts)));
        }
    }
    wrong
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn what_the_preview_shows_is_what_the_rows_hold(
        layout in layouts(),
        lengths in prop::collection::vec(2u32..=12, 4..=7),
    ) {
        let lengths: Vec<u32> = lengths.iter().map(|length| length * 5).collect();
        let (text, written) = table(layout, &lengths);
        let name = if layout.between == "," { "plan.csv" } else { "plan.txt" };
        let source = Source { name, bytes: text.as_bytes() };
        let read = import::timetable(source, &Vocabulary::default()).unwrap();
        let held: Vec<(String, String)> = timetable_json::json(&read)["days"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|day| day["rows"].as_array().unwrap())
            .map(|row| (row["start"].as_str().unwrap().into(), row["title"].as_str().unwrap().into()))
            .collect();
        prop_assert_eq!(held, written, "{}", text);
        prop_assert_eq!(shown_wrong(&read), Vec::<String>::new(), "{}", text);
    }
}

#[test]
fn every_table_of_the_corpus_is_shown_as_it_is_held() {
    for table in super::tables().unwrap() {
        let read = super::read(&table, &super::only_when()).unwrap();
        assert_eq!(shown_wrong(&read), Vec::<String>::new(), "{}", table.display());
    }
}
