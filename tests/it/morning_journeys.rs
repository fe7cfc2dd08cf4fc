//! A whole morning: two groups without a common folder, each with a laptop of its own, until the break makes one record.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, NaiveTime, Timelike, Utc};
use knownow::domain::{
    ids::{GroupId, RecordId, WriterId},
    jotted::Ground,
    note::{Label, Note, NoteKind},
    plan::Person,
    record::Record,
    records::{Entry, Records},
    route::Route,
    today::Today,
};
use knownow::storage::files::records_text::RecordsText;
use serde_json::Value;
use uuid::Uuid;

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{
    children, copy_example, copy_example_to, done, everything_in, note, plan, put, quit, read_records,
    records_files, wait_day, wait_saved,
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

/// Waits until so many notes came from the file into the session and from there onto the screen.
fn wait_taken_in(screen: &Screen, count: usize) {
    let said = [
        format!("Taken in: {count} notes"),
        format!("{count} notes have come in"),
    ];
    screen.wait_until(|screen| {
        let text = screen.contents();
        said.iter().any(|said| text.contains(said)) && text.contains("Enter save")
    });
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

#[test]
fn two_groups_without_a_common_folder_have_one_record_after_the_break() {
    let example = Home::new();
    copy_example_to("half-day-maths", example.path());
    let text = plan_of_now(&std::fs::read_to_string(example.path().join("plan.ron")).unwrap());
    let (one, two) = (Home::new(), Home::new());
    let mut first = joined(&one, &text, "facil");
    let mut second = joined(&two, &text, "school c");
    first.wait_for("Year 6");
    second.wait_for("Year 1");

    // In the classes, each alone: a class is in the hall, and both run late by different times.
    note(
        &mut first,
        "+ one step after the other",
        "one step after the other",
    );
    note(&mut second, "- ten frames put away", "ten frames put away");
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
    for (screen, lines) in [
        (
            &mut first,
            ["+ they all say the same", "+ all staff were trained"],
        ),
        (
            &mut second,
            ["- each says something else", "+ TAs were trained too"],
        ),
    ] {
        screen.keys("<C-g>teachers<Enter>");
        screen.wait_for("What good maths looks like");
        note(screen, lines[0], &lines[0][2..]);
        screen.keys("<Tab>");
        note(screen, lines[1], &lines[1][2..]);
    }
    assert!(!first.text().contains("ten frames") && listed(&one).len() == 3);

    // The break: one gives a stick, the other sends a mail.
    let stick = handed_over(&one, &mut first, "with 3 notes");
    let mail = std::fs::read_to_string(handed_over(&two, &mut second, "with 3 notes")).unwrap();
    let quoted: Vec<String> = mail.lines().map(|line| format!("> {line}")).collect();
    takes_in(&mut first, &quoted.join("\r\n"), "3 notes new");
    takes_in(&mut second, stick.to_str().unwrap(), "3 notes new");

    // One record: the same notes, the same pages, and nothing twice.
    let pages = [side_by_side(&mut first), side_by_side(&mut second)];
    assert_eq!(pages[0], pages[1]);
    assert!(
        pages[0].concat().contains("each says something else"),
        "{pages:?}"
    );
    let (notes, theirs) = (listed(&one), listed(&two));
    assert_eq!(notes, theirs);
    assert_eq!(notes.len(), 6, "{notes:?}");
    for (group, told) in [
        (
            "group-1",
            ["Year 5 +0", "Year 6 +0", "Year 4 +7", "Year 3 +7", "Year 2 +7"],
        ),
        (
            "group-2",
            [
                "Year 2 +0",
                "Year 1 +0",
                "Reception: in the hall",
                "Year 6 +3",
                "Year 5 +3",
            ],
        ),
    ] {
        assert_eq!(visits(&one, group), told);
        assert_eq!(visits(&two, group), told);
    }
    for screen in [&mut first, &mut second] {
        screen.keys("<Esc>");
        screen.wait_for("Enter save");
        screen.keys("<C-k>coverage<Enter>");
        screen.wait_for("Will be seen by nobody: Reception (in the hall)");
        screen.keys("<Esc>");
        screen.wait_for("Enter save");
        screen.keys("<C-g>break<Enter>");
        for note in &notes {
            screen.wait_for(note["text"].as_str().unwrap());
        }
        quit(screen);
    }
}

const SESSION: &str = "half-day-maths";
const REVIEWERS: u64 = 6;
const NOTES: u64 = 100;

/// The records of six people, a hundred notes each, as they lie on their laptops.
fn six_laptops(home: &Home) {
    let folder = copy_example(home, SESSION);
    let plan = plan(&folder);
    for (nth, person) in (0..REVIEWERS).zip(&plan.people) {
        let label = Label::new(person.id.clone(), &person.name);
        let writer = WriterId(Uuid::from_u128(u128::from(0xa0 + nth)));
        let mut records = Records::default();
        for count in 0..NOTES {
            let when = plan.moment(plan.days[0].date, NaiveTime::from_hms_opt(9, 0, 0).unwrap());
            let body = Note {
                when,
                by: label.clone(),
                typed_by: label.clone(),
                place: Ground::tray(),
                kind: NoteKind::Strength,
                important: false,
                tags: Vec::new(),
                text: format!(
                    "note {count} of {}: every pupil answers on a whiteboard",
                    person.name
                ),
            };
            records.join(Entry::Note(Record {
                id: RecordId(Uuid::from_u128(u128::from(nth * 1000 + count + 1))),
                writer,
                rev: 1,
                deleted: false,
                seq: u32::try_from(count + 1).unwrap(),
                edited_at: when,
                came_from: Vec::new(),
                body,
            }));
        }
        let mut text = RecordsText::new(plan.session, writer, &label).unwrap();
        text.put_all(&records).unwrap();
        std::fs::create_dir_all(folder.join("records")).unwrap();
        put(
            &folder.join(format!("records/writer.{nth:04x}.ron")),
            text.bytes(),
        );
    }
}

/// The files that the six hand over.
fn six_files(home: &Home) -> Vec<String> {
    six_laptops(home);
    let people = plan(&home.path().join("data/sessions").join(SESSION)).people;
    let people = people.iter().take(usize::try_from(REVIEWERS).unwrap());
    let file = |person: &Person| {
        let file = home
            .path()
            .join(format!("notes of {}.txt", person.id))
            .display()
            .to_string();
        done(
            home,
            &["notes", "export", SESSION, "--by", &person.name, "--out", &file],
        );
        file
    };
    people.map(file).collect()
}

#[test]
fn six_hand_overs_come_in_by_two_keys_or_by_one_command() {
    let (they, screen_home, command_home) = (Home::new(), Home::new(), Home::new());
    let files = six_files(&they);
    assert!(
        files
            .iter()
            .all(|file| std::fs::metadata(file).unwrap().len() < 40 * 1024)
    );
    let folder = copy_example(&screen_home, SESSION);
    let mut screen = Screen::start(&screen_home, &["open", SESSION, "--as", "Facilitator"], 120, 36);
    wait_day(&screen);
    screen.keys("+ half a line");
    // A terminal puts the names there when the files are dropped on it; then one key takes them in.
    let dropped: Vec<String> = files.iter().map(|file| format!("'{file}'")).collect();
    screen.paste(&dropped.join(" "));
    screen.wait_for("600 notes new. Nothing is written before you press Enter.");
    screen.keys("<Enter>");
    wait_taken_in(&screen, 600);
    assert!(screen.text().contains("half a line"), "{}", screen.text());
    assert_eq!(
        records_files(&folder).len(),
        6,
        "each under its writer, and none of mine"
    );
    screen.paste(&dropped.join("\n"));
    screen.wait_for("Nothing in it is new.");
    screen.keys("<Enter>");
    screen.wait_for("half a line");
    screen.keys("<Enter>");
    wait_saved(&screen, "half a line");
    quit(&mut screen);

    copy_example(&command_home, SESSION);
    let names: Vec<&str> = files.iter().map(String::as_str).collect();
    done(
        &command_home,
        &[&["notes", "import"], &names[..], &["--into", SESSION]].concat(),
    );
    let notes = |home: &Home| -> Vec<Value> {
        let told: Vec<Value> =
            serde_json::from_str(&done(home, &["notes", "list", SESSION, "--json"])).unwrap();
        told.into_iter()
            .filter(|note| note["text"] != "half a line")
            .collect()
    };
    let all = notes(&command_home);
    assert_eq!(all.len(), 600);
    assert_eq!(notes(&screen_home), all);
}
