//! A whole morning: two groups without a common folder, each with a laptop of its own, until the break makes one record.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, Timelike, Utc};
use knownow::domain::{ids::GroupId, records::Records, route::Route, today::Today};
use serde_json::Value;

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{
    children, copy_example_to, done, everything_in, note, plan, put, quit, read_records, records_files,
    wait_day, wait_taken_in,
};

/// In the plan of this morning it is now so many minutes past midnight: both groups are in their second class.
const NOW: i64 = 9 * 60 + 20;
/// How high the screens are.
const ROWS: u16 = 40;
/// The zones that lie whole hours beside Greenwich are called by how far they are behind it.
const EARLIEST: i64 = -12;

/// The plan of the example, so that it is twenty past nine in it wherever and whenever this runs: it has the date and a
/// zone in which it is nine, and every row is moved by the minutes past nine.
#[expect(
    clippy::disallowed_methods,
    reason = "this morning is real, so that the day runs by the clock"
)]
fn plan_of_now(text: &str) -> String {
    let utc: DateTime<Utc> = Utc::now();
    let behind = 9 - i64::from(utc.hour());
    let behind = if behind < EARLIEST { behind + 24 } else { behind };
    let local = utc + Duration::hours(behind);
    let later = i64::from(local.hour() * 60 + local.minute()) - NOW;
    let zone = format!("Etc/GMT{:+}", -behind);
    let text = text
        .replace("2026-12-01", &local.date_naive().to_string())
        .replace("\"Europe/London\"", &format!("\"{zone}\""));
    let mut parts: Vec<String> = text.split('"').map(str::to_string).collect();
    for part in parts.iter_mut().skip(1).step_by(2) {
        if let Some((hours, minutes)) = part.split_once(':').filter(|_| part.len() == 5)
            && let (Ok(hours), Ok(minutes)) = (hours.parse::<i64>(), minutes.parse::<i64>())
        {
            let at = hours * 60 + minutes + later;
            *part = format!("{:02}:{:02}", at / 60, at % 60);
        }
    }
    parts.join("\"")
}

/// Joins from the plan as it was mailed.
fn joined(home: &Home, text: &str, letters: &str) -> Screen {
    let mail = home.path().join("downloads/plan.ron");
    std::fs::create_dir_all(mail.parent().unwrap()).unwrap();
    put(&mail, text);
    let mut screen = Screen::start(home, &["open", "downloads/plan.ron"], 120, ROWS);
    screen.wait_for("Who is at this laptop?");
    screen.keys(&format!("{letters}<Enter>"));
    wait_day(&screen);
    screen
}

fn session(home: &Home) -> PathBuf {
    let mut sessions = children(&home.path().join("data/sessions"));
    assert_eq!(sessions.len(), 1, "{sessions:?}");
    sessions.remove(0)
}

fn name(folder: &Path) -> &str {
    folder.file_name().unwrap().to_str().unwrap()
}

/// Hands over from the screen; the file.
fn handed_over(home: &Home, screen: &mut Screen, notes: &str) -> PathBuf {
    screen.keys("<C-k>hand my notes<Enter>");
    screen.wait_for("Into which file?");
    screen.keys("<Enter>");
    screen.wait_for(notes);
    let mut files = everything_in(home.path());
    files.retain(|path| name(path).contains("-notes-"));
    assert_eq!(files.len(), 1, "{files:?}");
    files.remove(0)
}

/// Takes in what is pasted: the text of a mail, or where a file is.
fn takes_in(screen: &mut Screen, pasted: &str, news: &str) {
    screen.keys("<C-k>take notes in<Enter>");
    screen.wait_for("Paste the mail with the notes here");
    screen.paste(pasted);
    screen.keys("<Enter>");
    screen.wait_for(news);
    screen.keys("<Enter>");
    wait_taken_in(screen, 3);
}

/// The notes of a session, as a command tells them.
fn listed(home: &Home) -> Vec<Value> {
    let folder = session(home);
    let printed = done(home, &["notes", "list", name(&folder), "--json"]);
    serde_json::from_str(&printed).unwrap()
}

/// The visits of a group today: how many minutes later than planned they begin, or why the class was not seen.
fn visits(home: &Home, group: &str) -> Vec<String> {
    let folder = session(home);
    let agreed = plan(&folder);
    let mut records = Records::default();
    for file in records_files(&folder) {
        records.merge(read_records(&folder, &file).records);
    }
    let group = GroupId::new(group);
    let today = Today::of(&agreed, &records, Some(&group));
    let route = Route::of(&today.plan, Some(&group));
    let tracks = agreed.every_slot().flat_map(|slot| &slot.tracks);
    let own = tracks.filter(|track| track.group == group);
    let told = own.flat_map(|track| &track.visits).map(|visit| {
        if let Some(not_seen) = today.not_seen(&visit.id) {
            return format!("{}: {}", visit.class, not_seen.because);
        }
        let mut stops = route.stops().iter();
        let stop = stops
            .find(|stop| stop.place.visit.as_ref() == Some(&visit.id))
            .unwrap();
        let later = stop.starts.time() - visit.starts;
        format!("{} {:+}", visit.class, later.num_minutes())
    });
    told.collect()
}

/// Opens what both groups know, side by side; the page without its head and without what is said below it.
fn side_by_side(screen: &mut Screen) -> Vec<String> {
    screen.keys("<C-k>side by side<Enter>");
    screen.wait_until(|screen| {
        let page = screen.contents();
        ["We differ (1)", "Both saw it (1)", "Esc back"]
            .iter()
            .all(|words| page.contains(words))
    });
    (1..ROWS - 3).map(|row| screen.row(row)).collect()
}

/// Writes a note of a strength or an area, and waits until it is saved.
fn notes(screen: &mut Screen, sign: &str, words: &str) {
    note(screen, &format!("{sign} {words}"), words);
}

/// Two laptops that joined from the same mail, in the second class of the morning.
fn two_groups() -> ([Home; 2], [Screen; 2]) {
    let example = Home::new();
    copy_example_to("half-day-maths", example.path());
    let text = plan_of_now(&std::fs::read_to_string(example.path().join("plan.ron")).unwrap());
    let homes = [Home::new(), Home::new()];
    let first = joined(&homes[0], &text, "facil");
    let second = joined(&homes[1], &text, "school c");
    first.wait_for("Year 6");
    second.wait_for("Year 1");
    (homes, [first, second])
}

/// Each notes alone what they see; a class is in the hall, and both run late by different times.
fn apart(first: &mut Screen, second: &mut Screen) {
    notes(first, "+", "steps one by one");
    notes(second, "-", "ten frames put away");
    second.keys("<C-d>n<Down><Enter>in the hall<Enter>");
    second.wait_for("Reception was not seen: noted.");
    first.keys("<C-d>+++++++");
    first.wait_for("7 min late   for Group 1");
    first.keys("<Enter>");
    first.wait_for("are pushed by 7 min");
    second.keys("<C-d>+++");
    second.wait_for("3 min late   for Group 2");
    second.keys("<Enter>");
    second.wait_for("pushed by 3 min");
    for (screen, sign, of_first, of_second) in [
        (first, "+", "they all say the same", "all staff were trained"),
        (second, "-", "each says something else", "TAs were trained too"),
    ] {
        screen.keys("<C-g>teachers<Enter>");
        screen.wait_for("What good maths looks like");
        notes(screen, sign, of_first);
        screen.keys("<Tab>");
        notes(screen, "+", of_second);
    }
}

/// One gives a stick to the other, who sends a mail.
fn exchange([one, two]: &[Home; 2], [first, second]: &mut [Screen; 2]) {
    let stick = handed_over(one, first, "Written: 3 notes");
    let mail = std::fs::read_to_string(handed_over(two, second, "Written: 3 notes")).unwrap();
    let quoted: Vec<String> = mail.lines().map(|line| format!("> {line}")).collect();
    takes_in(first, &quoted.join("\r\n"), "3 notes new");
    takes_in(second, stick.to_str().unwrap(), "3 notes new");
}

/// Leaves what covers the day, which is gone when these words are.
fn leave(screen: &mut Screen, words: &str) {
    screen.keys("<Esc>");
    screen.wait_until(|screen| !screen.contents().contains(words));
}

#[test]
fn two_groups_without_a_common_folder_have_one_record_after_the_break() {
    let (homes, mut screens) = two_groups();
    let [first, second] = &mut screens;
    apart(first, second);
    assert_eq!((listed(&homes[0]).len(), listed(&homes[1]).len()), (3, 3));
    exchange(&homes, &mut screens);

    // One record: the same notes and the same page on both, and nothing twice.
    let pages = screens.each_mut().map(side_by_side);
    assert_eq!(pages[0], pages[1]);
    assert!(
        pages[0].concat().contains("each says something else"),
        "{pages:?}"
    );
    let notes = listed(&homes[0]);
    assert_eq!(notes, listed(&homes[1]));
    assert_eq!(notes.len(), 6, "{notes:?}");
    for home in &homes {
        assert_eq!(
            visits(home, "group-1"),
            ["Year 5 +0", "Year 6 +0", "Year 4 +7", "Year 3 +7", "Year 2 +7"]
        );
        assert_eq!(
            visits(home, "group-2"),
            [
                "Year 2 +0",
                "Year 1 +0",
                "Reception: in the hall",
                "Year 6 +3",
                "Year 5 +3"
            ]
        );
    }
    for screen in &mut screens {
        leave(screen, "Esc back");
        screen.keys("<C-k>coverage<Enter>");
        screen.wait_for("Will be seen by nobody: Reception (in the hall)");
        leave(screen, "Will be seen by nobody");
        screen.keys("<C-g>break<Enter>");
        for note in &notes {
            screen.wait_for(note["text"].as_str().unwrap());
        }
        quit(screen);
    }
}
