//! A plan from nothing, a table that becomes its timetable, and the table that comes a week later.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::Value;

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{
    Ran, command, copy_example, done, everything_in, note, notes, plan, put, quit, read_records,
    records_file, run, wait_day,
};

/// The morning as the host first sent it.
const FIRST: &str = "Time\tActivity\tGroup 1\tGroup 2\n\
                     8.30\tMeet teachers\t\t\n\
                     9.00 - 10.00\tLesson visits\t9.00 Y5, 9.20 Y6\t9.00 Y1\n\
                     10.00 - 10.20\tBreak\t\t\n\
                     10.20\tPupil voice\t\t\n\
                     11.00 - 11.45\tDiscussion of findings\t\t\n";
/// The morning a week later: pupils come later, Year 5 is on a trip, there is no break and a book look instead.
const LATER: &str = "Time\tActivity\tGroup 1\tGroup 2\n\
                     8.30\tMeet teachers\t\t\n\
                     9.00 - 10.00\tLesson visits\t9.20 Y6\t9.00 Y1\n\
                     10.05 - 10.20\tBook look\t\t\n\
                     10.30\tPupil voice\t\t\n\
                     11.00 - 11.45\tDiscussion of findings\t\t\n";

const SESSION: &str = "2026-12-01-oakfield-primary";

fn table(home: &Home, name: &str, text: &str) -> String {
    let path = home.path().join(name);
    put(&path, text);
    path.to_str().unwrap().into()
}

/// Makes the session of these tests; its folder.
fn made(home: &Home, more: &[&str]) -> PathBuf {
    let mut args = vec![
        "new",
        "--model",
        "half-day",
        "--host",
        "Oakfield Primary",
        "--date",
        "2026-12-01",
        "--yes",
    ];
    args.extend(more);
    done(home, &args);
    home.path().join("data/sessions").join(SESSION)
}

fn import(home: &Home, table: &str, more: &[&str]) -> Ran {
    let mut args = vec!["plan", "import", table];
    args.extend(more);
    run(home, &args)
}

fn rows(folder: &Path) -> Vec<String> {
    let plan = plan(folder);
    let rows = plan.days.iter().flat_map(|day| &day.slots);
    rows.map(|slot| format!("{} {}", slot.starts.format("%H:%M"), slot.id))
        .collect()
}

fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let files = everything_in(folder).into_iter().filter(|path| path.is_file());
    files
        .map(|path| (path.clone(), std::fs::read(&path).unwrap()))
        .collect()
}

#[test]
fn a_new_session_opens_and_its_owner_writes_as_the_plans_writer() {
    let home = Home::new();
    let folder = made(&home, &[]);
    let mut screen = Screen::start(&home, &["open", SESSION], 100, 30);
    wait_day(&screen);
    assert!(screen.text().contains("Facilitator"), "{}", screen.text());
    note(&mut screen, "+ whiteboards everywhere", "whiteboards");
    quit(&mut screen);
    let records = read_records(&folder, &records_file(&folder));
    assert_eq!(records.writer, Some(plan(&folder).owner));
    assert_eq!(records.person.unwrap().id.as_str(), "facilitator");
}

#[test]
fn what_is_said_on_the_command_line_stands_in_the_plan() {
    let home = Home::new();
    let said = [
        "--start",
        "08:30",
        "--years",
        "Reception,Year 1:2",
        "--enquiry",
        "How well do pupils learn? | Who needs more? | What helps?",
        "--keep-until",
        "2027-03-31",
        "--governors",
        "2026-12-10",
        "--holiday",
        "2026-12-21..2027-01-01",
        "--outcome",
        "Know what comes next",
        "--focus",
        "Mathematics",
        "--visiting",
        "School B",
        "--person",
        "Lead:Group 1:facilitator+reviewer",
        "--person",
        "Head of School B:Group 2:reviewer",
        "--as",
        "head of school b",
        "--json",
    ];
    let folder = made(&home, &said);
    let plan = plan(&folder);
    assert_eq!(rows(&folder)[0], "08:30 arrival-and-welcome");
    let years: Vec<_> = plan
        .host
        .years
        .iter()
        .map(|year| (year.name.as_str(), year.classes))
        .collect();
    assert_eq!(years, [("Reception", 1), ("Year 1", 2)]);
    assert_eq!(
        plan.agreement.lines_of_enquiry[0].text,
        "How well do pupils learn?"
    );
    let parts = plan.agreement.lines_of_enquiry[0].sub_questions.iter();
    let parts: Vec<&str> = parts.map(|part| part.text.as_str()).collect();
    assert_eq!(parts, ["Who needs more?", "What helps?"]);
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    assert_eq!(plan.agreement.keep_until, Some(day("2027-03-31")));
    assert_eq!(plan.agreement.governors_meeting, Some(day("2026-12-10")));
    let holiday = plan.agreement.school_holidays[0];
    assert_eq!(
        (holiday.from, holiday.until),
        (day("2026-12-21"), day("2027-01-01"))
    );
    assert_eq!(plan.agreement.visiting_schools, ["School B"]);
    assert_eq!(plan.people.len(), 2);
    assert_eq!(plan.rules.model, "half-day-peer-review");
    done(&home, &["note", "a thought", "--into", SESSION]);
    assert_eq!(notes(&folder)[0].body.typed_by.words, "Head of School B");
    assert_eq!(notes(&folder)[0].writer, plan.owner);
}

#[test]
fn every_model_makes_a_session_that_can_be_written_to() {
    for (id, _) in knownow::storage::catalogue::models() {
        let home = Home::new();
        let args = [
            "new",
            "--model",
            id,
            "--host",
            "Oakfield Primary",
            "--date",
            "2026-12-01",
            "--yes",
            "--json",
        ];
        let made: Value = serde_json::from_str(&done(&home, &args)).unwrap();
        let folder = PathBuf::from(made["folder"].as_str().unwrap());
        let planned = plan(&folder);
        assert_eq!(planned.rules.model, *id);
        let person = made["you"].as_str().unwrap();
        done(
            &home,
            &[
                "note",
                "a thought",
                "--into",
                SESSION,
                "--as",
                person,
                "--when",
                "2026-12-01 10:00",
            ],
        );
        assert_eq!(notes(&folder)[0].writer, planned.owner, "{id}");
    }
}

#[test]
fn a_table_becomes_the_timetable_with_the_models_questions() {
    let home = Home::new();
    let path = table(&home, "plan.tsv", FIRST);
    let folder = made(&home, &["--plan", &path]);
    assert_eq!(
        rows(&folder),
        [
            "08:30 meet-teachers",
            "09:00 lesson-visits",
            "10:00 break",
            "10:20 pupil-voice",
            "11:00 discussion-of-findings"
        ]
    );
    let plan = plan(&folder);
    let visits = &plan.days[0].slots[1];
    let ids: Vec<_> = visits
        .tracks
        .iter()
        .flat_map(|track| &track.visits)
        .map(|visit| visit.id.as_str())
        .collect();
    assert_eq!(ids, ["g1-year-5", "g1-year-6", "g2-year-1"]);
    assert_eq!(visits.activity.prompts.len(), 8);
    assert!(plan.days[0].slots[2].fixed, "the break");
}

/// Times, titles, kinds, groups and classes of a timetable.
fn timetable(plan: &knownow::domain::plan::Plan) -> Vec<String> {
    let mut lines = Vec::new();
    for slot in plan.days.iter().flat_map(|day| &day.slots) {
        lines.push(format!(
            "{} {} {:?} {}",
            slot.starts, slot.activity.title, slot.activity.kind, slot.fixed
        ));
        for prompt in &slot.activity.prompts {
            lines.push(format!("  {}", prompt.text));
        }
        for track in &slot.tracks {
            for visit in &track.visits {
                lines.push(format!(
                    "  {} {} {} {}",
                    track.group, visit.id, visit.starts, visit.class
                ));
            }
        }
    }
    lines
}

#[test]
fn the_table_of_the_worked_example_becomes_its_timetable() {
    let tables = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/tables");
    for name in [
        "half-day-maths.docx",
        "half-day-maths-markdown.md",
        "half-day-maths-email.txt",
    ] {
        let home = Home::new();
        let example = copy_example(&home, "half-day-maths");
        let folder = made(&home, &["--plan", tables.join(name).to_str().unwrap()]);
        assert_eq!(timetable(&plan(&folder)), timetable(&plan(&example)), "{name}");
    }
}

/// The rows, without the end of the id that the new one has: nothing had it before.
fn rows_with_new_book_look(folder: &Path) -> Vec<String> {
    rows(folder)
        .into_iter()
        .map(|row| match row.split_once("book-look-") {
            Some((before, _)) => format!("{before}book-look-..."),
            None => row,
        })
        .collect()
}

#[test]
fn a_later_table_keeps_every_note_in_its_place() {
    let home = Home::new();
    let folder = made(&home, &["--plan", &table(&home, "first.tsv", FIRST)]);
    for (text, when) in [
        ("tables are known", "09:05"),
        ("cubes are out", "09:25"),
        ("tea", "10:05"),
    ] {
        done(&home, &["note", text, "--into", SESSION, "--when", when]);
    }
    let before = plan(&folder);
    let records = std::fs::read(records_file(&folder)).unwrap();
    let later = table(&home, "later.tsv", LATER);

    let ran = import(&home, &later, &["--into", SESSION, "--rewrite", "--yes"]);

    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    for words in [
        "was 10:20",
        "Book look",
        "no longer in the plan; stays beside it with its 1 note",
        "edition 2",
    ] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    assert_eq!(
        rows_with_new_book_look(&folder),
        [
            "08:30 meet-teachers",
            "09:00 lesson-visits",
            "10:05 book-look-...",
            "10:30 pupil-voice",
            "11:00 discussion-of-findings"
        ]
    );
    let after = plan(&folder);
    let former: Vec<_> = after.former.iter().map(|slot| slot.id.as_str()).collect();
    assert_eq!(former, ["lesson-visits", "break"]);
    assert_eq!(after.former[0].tracks[0].visits[0].id.as_str(), "g1-year-5");
    assert_eq!(
        (after.owner, after.session, &after.people, after.revision),
        (before.owner, before.session, &before.people, 2)
    );
    assert_eq!(
        std::fs::read(records_file(&folder)).unwrap(),
        records,
        "no note is touched"
    );
    done(
        &home,
        &["note", "all still here", "--into", SESSION, "--when", "10:40"],
    );
    assert_eq!(
        notes(&folder).last().unwrap().body.place.slot.id.as_str(),
        "pupil-voice"
    );

    let again = import(&home, &later, &["--into", SESSION, "--yes"]);
    assert!(again.out.contains("Nothing is different"), "{}", again.out);
    assert_eq!(plan(&folder), after);
}

#[test]
fn a_dry_run_and_a_look_at_a_table_write_nothing() {
    let home = Home::new();
    made(&home, &["--plan", &table(&home, "first.tsv", FIRST)]);
    let later = table(&home, "later.tsv", LATER);
    let before = contents(home.path());

    let dry = import(&home, &later, &["--into", SESSION, "--dry-run"]);
    let look = import(&home, &later, &[]);
    let json = import(&home, &later, &["--into", SESSION, "--dry-run", "--json"]);

    assert_eq!(
        (dry.code, look.code, json.code),
        (Some(0), Some(0), Some(0)),
        "{dry:?}"
    );
    assert_eq!(contents(home.path()), before);
    assert!(
        dry.out.contains("was 10:20") && dry.out.contains("taken for"),
        "{}",
        dry.out
    );
    assert!(
        look.out.contains("10:05") && look.out.contains("Nothing was written"),
        "{}",
        look.out
    );
    let json: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json["writes"], Value::from(false));
    assert_eq!(json["days"][0]["rows"][2]["title"], "Book look");
    let changes: Vec<&Value> = json["difference"]["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["changes"])
        .collect();
    assert!(
        changes.iter().any(|changes| changes[0]["what"] == "removed"),
        "{changes:?}"
    );
}

#[test]
fn a_table_comes_through_a_pipe_and_its_durations_begin_when_one_says() {
    let home = Home::new();
    let mut child = command(&home, &["plan", "import", "-", "--start", "09:30", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let text = "Session\tMinutes\nLesson observations\t45\nBreak\t15\n";
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_eq!(ran.code, Some(0));
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    let rows = &json["days"][0]["rows"];
    assert_eq!(
        (&rows[0]["start"], &rows[1]["start"]),
        (&"09:30".into(), &"10:15".into()),
        "{json:#}"
    );
}

#[test]
fn somebody_elses_plan_is_left_alone() {
    let home = Home::new();
    let folder = copy_example(&home, "half-day-maths");
    let before = contents(&folder);
    let ran = import(
        &home,
        &table(&home, "later.tsv", LATER),
        &["--into", "half-day-maths", "--yes"],
    );
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("only who made it may change it"), "{}", ran.err);
    assert_eq!(contents(&folder), before);
}

#[test]
fn a_table_is_not_taken_over_while_notes_cannot_be_read() {
    let home = Home::new();
    let folder = made(&home, &["--plan", &table(&home, "first.tsv", FIRST)]);
    put(
        &folder.join("records/head-of-school-b.7f3a.ron"),
        "(format: \"knownow",
    );
    let before = contents(&folder);
    let ran = import(&home, &table(&home, "later.tsv", LATER), &["--into", SESSION]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("head-of-school-b.7f3a.ron"), "{}", ran.err);
    assert_eq!(contents(&folder), before);
}

#[test]
fn what_cannot_be_done_is_said_and_makes_nothing() {
    let new = ["new", "--model", "half-day", "--host", "Oakfield Primary"];
    let with = |more: &[&'static str]| [&new[..], more].concat();
    for (args, code, word) in [
        (with(&[]), 2, "--date"),
        (with(&["--date", "December"]), 2, "2026-12-01"),
        (
            with(&["--date", "2026-12-01", "--date", "2026-12-02"]),
            2,
            "1 day",
        ),
        (with(&["--date", "2026-12-01", "--start", "22:00"]), 2, "midnight"),
        (with(&["--date", "2026-12-01", "--person", "A::king"]), 2, "king"),
        (with(&["--date", "2026-12-01", "--as", "nobody"]), 2, "nobody"),
        (
            with(&["--date", "2026-12-01", "--plan", "missing.docx"]),
            1,
            "missing.docx",
        ),
        (
            vec!["new", "--model", "none", "--host", "A", "--date", "2026-12-01"],
            2,
            "half-day-peer-review",
        ),
        (vec!["plan", "import", "missing.docx"], 1, "missing.docx"),
        (
            vec!["plan", "import", "missing.docx", "--into", "none"],
            2,
            "none",
        ),
    ] {
        let home = Home::new();
        let ran = run(&home, &args);
        assert_eq!(
            (ran.code, ran.out.as_str()),
            (Some(code), ""),
            "{args:?}: {}",
            ran.err
        );
        assert!(ran.err.contains(word), "{args:?}: {}", ran.err);
        assert_eq!(contents(home.path()), []);
    }
}

#[test]
fn text_without_a_single_row_is_refused() {
    let home = Home::new();
    let folder = made(&home, &[]);
    let before = contents(&folder);
    let text = table(&home, "mail.txt", "Dear all,\nlooking forward to seeing you.\n");
    for into in [&[][..], &["--into", SESSION]] {
        let ran = import(&home, &text, into);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.err.contains("no row of a timetable"), "{}", ran.err);
    }
    assert_eq!(contents(&folder), before);
}
