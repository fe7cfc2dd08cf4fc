//! The two-day review in the real program: two reviewers who go separate ways, to the end of the second day.

use knownow::domain::{note::Note, record::Record, route::Route};

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{note, notes, plan, quit, read_records, records_files, rehearsal, wait_day};

const REVIEWERS: [&str; 2] = ["Reviewer 1", "Reviewer 2"];

/// Starts the worked example as `reviewer`, or opens the rehearsal that is there.
fn begin(home: &Home, reviewer: &str) -> Screen {
    let folder = home.path().join("data/rehearsals");
    let screen = if folder.exists() {
        let session = rehearsal(home);
        let open = ["open", session.to_str().unwrap(), "--as", reviewer];
        Screen::start(home, &open, 120, 36)
    } else {
        let demo = [
            "demo",
            "--example",
            "two-day-quality",
            "--at",
            "08:31",
            "--as",
            reviewer,
        ];
        Screen::start(home, &demo, 120, 36)
    };
    wait_day(&screen);
    screen
}

/// What is done at each stop of a reviewer, and in which class, by the plan.
fn way(home: &Home, reviewer: &str) -> Vec<(String, Option<String>)> {
    let plan = plan(&rehearsal(home));
    let person = plan.people.iter().find(|person| person.name == reviewer).unwrap();
    let group = person.group.clone();
    let route = Route::of(&plan, group.as_ref());
    let stops = route.stops().iter();
    stops
        .map(|stop| {
            let view = plan.view(stop, group.as_ref()).unwrap();
            let class = view.visit.map(|visit| visit.class.clone());
            (view.activity.title.clone(), class)
        })
        .collect()
}

/// Where a note was filed: whose track, what was done, which class.
fn place(note: &Record<Note>) -> (Option<String>, (String, Option<String>)) {
    let place = &note.body.place;
    let track = place.track.as_ref().map(|track| track.words.clone());
    let class = place.visit.as_ref().map(|visit| visit.words.clone());
    (track, (place.activity.words.clone(), class))
}

#[test]
fn two_reviewers_go_their_own_ways_to_the_end_of_the_second_day() {
    let home = Home::new();
    for (number, reviewer) in (1..).zip(REVIEWERS) {
        let mut screen = begin(&home, reviewer);
        let way = way(&home, reviewer);
        assert!(way.len() > 15, "{way:?}");
        for (nth, (title, class)) in way.iter().enumerate() {
            if nth > 0 {
                screen.keys("<C-n>");
            }
            screen.wait_for(class.as_deref().unwrap_or(title));
            let words = format!("seen {number}.{nth} here");
            note(&mut screen, &format!("+ {words}"), &words);
        }
        quit(&mut screen);
    }

    let folder = rehearsal(&home);
    let files = records_files(&folder);
    assert_eq!(files.len(), 2, "one file for each reviewer: {files:?}");
    let all = notes(&folder);
    for (number, reviewer) in (1..).zip(REVIEWERS) {
        let way = way(&home, reviewer);
        for (nth, expected) in way.iter().enumerate() {
            let text = format!("seen {number}.{nth} here");
            let note = all.iter().find(|note| note.body.text == text).unwrap();
            let (track, place) = place(note);
            assert_eq!(&place, expected, "{text}");
            assert_eq!(note.body.by.words, reviewer);
            assert!(track.is_none_or(|track| track == reviewer), "{text}");
        }
    }
    let [first, second] = REVIEWERS.map(|reviewer| way(&home, reviewer));
    assert_eq!(
        all.len(),
        first.len() + second.len(),
        "nothing else, and nothing twice"
    );
    assert_ne!(first, second);
    let last_row = plan(&folder).days[1].slots.last().unwrap().id.clone();
    let at_the_end = all.iter().filter(|note| note.body.place.slot.id == last_row);
    assert_eq!(at_the_end.count(), 2, "both came to the end of the second day");
    for file in &files {
        let read = read_records(&folder, file);
        let mut by: Vec<String> = read
            .records
            .notes
            .live()
            .map(|note| note.body.by.words.clone())
            .collect();
        by.dedup();
        assert_eq!(by.len(), 1, "each file holds one reviewer's words: {by:?}");
    }

    // Whoever opens it afterwards sees both ways.
    let mut screen = begin(&home, REVIEWERS[0]);
    screen.keys("<C-k>coverage<Enter>");
    screen.wait_for("Day 1 - Lesson observations - 4 notes");
    quit(&mut screen);
}
