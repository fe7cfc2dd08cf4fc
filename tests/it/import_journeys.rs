//! A table out of an e-mail: what of it is printed, what is said of it, and what is refused.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::pty_kit::Home;
use crate::session_kit::{Ran, done, plan, put, run};

const MAIL: &str = include_str!("../corpus/tables/mail-with-a-signature.txt");

fn table(home: &Home, name: &str, text: &str) -> String {
    let path = home.path().join(name);
    put(&path, text);
    path.to_str().unwrap().into()
}

fn new(home: &Home, date: &str, more: &[&str]) -> Ran {
    let mut args = vec![
        "new",
        "--model",
        "half-day",
        "--host",
        "Oakfield Primary",
        "--date",
        date,
        "--yes",
    ];
    args.extend(more);
    run(home, &args)
}

fn session(home: &Home, name: &str) -> PathBuf {
    home.path().join("data/sessions").join(name)
}

fn json(out: &str) -> Value {
    serde_json::from_str(out).unwrap()
}

/// The sheet of the plan in Markdown.
fn sheet(home: &Home, folder: &Path) -> String {
    let out = home.path().join("out");
    let out = out.to_str().unwrap();
    // What the check says of the plan is another matter.
    let folder = folder.to_str().unwrap();
    let ran = run(home, &["plan", "export", folder, "--to", "md", "--out", out]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let files = std::fs::read_dir(out).unwrap();
    let texts = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    texts.collect()
}

#[test]
fn the_mail_around_a_table_is_kept_and_on_no_sheet() {
    let home = Home::new();
    let mail = table(&home, "mail.txt", MAIL);
    let ran = new(&home, "1/12/2026", &["--plan", &mail]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("on no sheet, but in plan.ron"), "{}", ran.out);
    assert!(
        ran.out.contains("take out what is not for everybody"),
        "{}",
        ran.out
    );
    let folder = session(&home, "2026-12-01-oakfield-primary");
    let agreement = plan(&folder).agreement;
    assert_eq!(agreement.remarks, ["Please park behind the hall."]);
    for kept in ["Hi both,", "Many thanks,", "Sam", "01632 960123"] {
        assert!(agreement.aside.iter().any(|text| text == kept), "{kept}");
    }
    let sheet = sheet(&home, &folder);
    assert!(sheet.contains("park behind the hall"), "{sheet}");
    for private in ["Hi both", "Many thanks", "Sam", "960123", "16 November"] {
        assert!(!sheet.contains(private), "{private} in\n{sheet}");
    }
    let again = ["plan", "import", &mail, "--into", "2026-12-01-oakfield-primary"];
    assert!(done(&home, &again).contains("Nothing is different"));
}

#[test]
fn what_the_model_gave_and_which_date_is_another_is_said_row_by_row() {
    let home = Home::new();
    let mail = table(&home, "mail.txt", MAIL);
    let ran = new(&home, "Thursday 3 December 2026", &["--plan", &mail, "--json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let said = json(&ran.out);
    let given: Vec<(u64, &str)> = said["from_model"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["line"].as_u64().unwrap(), row["title"].as_str().unwrap()))
        .collect();
    assert!(given.contains(&(11, "Lesson visits")), "{given:?}");
    let other = "the table says Tuesday 1 December 2026, and the review is on Thursday 3 December 2026: \
                 look which one is right";
    assert_eq!(said["doubts"][0]["what"], other);
    assert_eq!(said["doubts"][0]["line"], 8);
    let text = new(&home, "2026-12-03", &["--plan", &mail]).out;
    assert!(
        text.contains("Not in the table, taken from the review model:"),
        "{text}"
    );
    assert!(text.contains("  11  Lesson visits: 8 questions"), "{text}");
}

#[test]
fn a_date_that_no_plan_may_have_says_why() {
    let home = Home::new();
    for (date, why) in [
        (
            "0001-01-01",
            "it is in the year 1, and a plan may be of the years 1970 to 2199: correct the year",
        ),
        ("31/2/2026", "it is in no calendar"),
        ("Monday 3 December 2026", "it is a Thursday"),
        (
            "soon",
            "it is no date: write 2026-12-01, 1/12/2026 or 1 December 2026",
        ),
    ] {
        let ran = new(&home, date, &[]);
        assert_eq!(ran.code, Some(2), "{date}");
        assert!(ran.err.contains(why), "{date}: {}", ran.err);
    }
    for date in [
        "3/12/2026",
        "3.12.2026",
        "3 December 2026",
        "3 Dec 2026",
        "2026-12-03",
    ] {
        let home = Home::new();
        assert_eq!(new(&home, date, &[]).code, Some(0), "{date}");
        assert!(session(&home, "2026-12-03-oakfield-primary").is_dir(), "{date}");
    }
}

#[test]
fn a_table_that_is_far_too_long_changes_nothing() {
    let home = Home::new();
    done(
        &home,
        &[
            "new",
            "--model",
            "half-day",
            "--host",
            "Oakfield Primary",
            "--date",
            "2026-12-01",
            "--yes",
        ],
    );
    let before = std::fs::read(session(&home, "2026-12-01-oakfield-primary/plan.ron")).unwrap();
    for (rows, said) in [(600, "it has more than 400 rows"), (50_000, "it has 50001 lines")] {
        let text = format!("Time,Activity,Who\n{}", "9.15,Lesson visits,all\n".repeat(rows));
        let long = table(&home, "long.csv", &text);
        let ran = run(
            &home,
            &[
                "plan",
                "import",
                &long,
                "--into",
                "2026-12-01-oakfield-primary",
                "--yes",
            ],
        );
        assert_eq!(ran.code, Some(1));
        for part in ["long.csv", said, "this one review"] {
            assert!(ran.err.contains(part), "{part}: {}", ran.err);
        }
    }
    let after = std::fs::read(session(&home, "2026-12-01-oakfield-primary/plan.ron")).unwrap();
    assert_eq!(after, before);
}

const LATER: &str = "2096-12-04";

/// Without `--yes`, as a script without a terminal.
fn new_without_yes(home: &Home, date: &str, more: &[&str]) -> Ran {
    let mut args = vec![
        "new",
        "--model",
        "half-day",
        "--host",
        "Oakfield Primary",
        "--date",
        date,
    ];
    args.extend(more);
    run(home, &args)
}

#[test]
fn without_a_terminal_nothing_is_written_without_yes() {
    let home = Home::new();
    assert_eq!(new_without_yes(&home, LATER, &[]).code, Some(0));
    let before = std::fs::read(session(&home, "2096-12-04-oakfield-primary/plan.ron")).unwrap();
    let later = table(
        &home,
        "later.txt",
        "8.00 Arrival\n9.00 Lesson visits\n10.20 Break\n12.00 Finish\n",
    );
    for more in [&[][..], &["--json"]] {
        let mut args = vec!["plan", "import", &later, "--into", "oakfield"];
        args.extend(more);
        let ran = run(&home, &args);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(
            ran.err.contains("nothing was written") && ran.err.contains("--dry-run"),
            "{}",
            ran.err
        );
        assert_eq!(
            std::fs::read(session(&home, "2096-12-04-oakfield-primary/plan.ron")).unwrap(),
            before
        );
    }
    let ran = run(&home, &["plan", "import", &later, "--into", "oakfield", "--yes"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_ne!(
        std::fs::read(session(&home, "2096-12-04-oakfield-primary/plan.ron")).unwrap(),
        before
    );
    let lines: Vec<&str> = ran.out.lines().collect();
    let head = lines
        .iter()
        .position(|line| line.starts_with("What is different"))
        .unwrap();
    assert!(
        lines[head + 1].starts_with("! A FIXED POINT MOVES: Break, 10:20"),
        "{}",
        ran.out
    );
}

/// From the first note on the agreed plan stays: only who names what is lost writes another one in its place.
#[test]
fn with_notes_the_agreed_plan_is_not_written_over() {
    let home = Home::new();
    assert_eq!(new_without_yes(&home, LATER, &[]).code, Some(0));
    let file = session(&home, "2096-12-04-oakfield-primary/plan.ron");
    let noted = run(
        &home,
        &[
            "note",
            "+ cubes on every desk",
            "--into",
            "oakfield",
            "--as",
            "Facilitator",
        ],
    );
    assert_eq!(noted.code, Some(0), "{noted:?}");
    let before = std::fs::read(&file).unwrap();
    let later = table(
        &home,
        "later.txt",
        "8.00 Arrival\n9.00 Lesson visits\n10.20 Break\n12.00 Finish\n",
    );
    let import = ["plan", "import", &later, "--into", "oakfield"];
    let with = |more: &[&str]| run(&home, &[&import[..], more].concat());

    let ran = with(&["--yes"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(
        ran.err.contains("the agreed plan stays") && ran.err.contains("--rewrite"),
        "{}",
        ran.err
    );
    assert!(
        ran.out.contains("What is different from today's plan:"),
        "{}",
        ran.out
    );
    assert_eq!(with(&["--dry-run"]).code, Some(0));
    assert_eq!(std::fs::read(&file).unwrap(), before);

    let ran = with(&["--rewrite", "--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_ne!(std::fs::read(&file).unwrap(), before);
}

/// A table with the groups in a column of people is the timetable of those groups.
#[test]
fn groups_in_a_column_of_people_go_their_ways() {
    let home = Home::new();
    let folder = with_table(
        &home,
        "TIME\tWHO\tWHAT\n9:00\tGroup A\tLesson visit Y1\n\tGroup B\tLesson visit Y2\n9:20\tGroup A\tLesson visit Y3\n\
         \tGroup B\tLesson visit Y4\n9:40\tAll\tBreak\n10:00\tAll\tFeedback\n10:30\t\tClose\n",
    );
    let plan = plan(&folder);
    let rows: Vec<String> = plan.days[0]
        .slots
        .iter()
        .map(|row| format!("{} {}", row.starts.format("%H:%M"), row.tracks.len()))
        .collect();
    assert_eq!(rows, ["09:00 2", "09:20 2", "09:40 0", "10:00 0"]);
}

/// What stands above a table goes where the plan has nothing yet, and otherwise among the remarks.
#[test]
fn a_line_of_enquiry_above_the_table_is_that_of_the_plan() {
    let above = "Line of enquiry: How well do pupils recall?\nFocus: mathematics\n\n9.00 Arrival\n9.30 Paralel\n10.00 Feedback\n";
    let home = Home::new();
    let empty = plan(&with_table(&home, above)).agreement;
    assert_eq!(empty.lines_of_enquiry[0].text, "How well do pupils recall?");
    assert_eq!(empty.focus_area, "mathematics");
    assert!(empty.remarks.is_empty(), "{:?}", empty.remarks);

    let home = Home::new();
    let path = table(&home, "table.txt", above);
    let ran = new(
        &home,
        "2096-12-04",
        &["--plan", &path, "--enquiry", "What else?", "--focus", "reading"],
    );
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.out.contains("what is done in \"Paralel\" was not known"),
        "{}",
        ran.out
    );
    let said = plan(&session(&home, "2096-12-04-oakfield-primary")).agreement;
    assert_eq!(said.lines_of_enquiry.len(), 1);
    assert_eq!(said.lines_of_enquiry[0].text, "What else?");
    assert_eq!(
        said.remarks,
        [
            "Line of enquiry: How well do pupils recall?",
            "Focus: mathematics"
        ]
    );
}

/// Where the lengths of a table lead past the next time, two rows would be at one time: refused as where it says both.
#[test]
fn a_length_that_leads_past_the_next_time_is_refused() {
    let home = Home::new();
    let long = table(
        &home,
        "long.txt",
        "Time | Mins | Activity\n9.00 | 10 | Arrival\n | 45 | Book look\n9.20 | 60 | Lesson visits\n10.20 | 20 | Break\n",
    );
    let ran = new_without_yes(&home, LATER, &["--plan", &long, "--yes"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("TWO ROWS AT ONCE"), "{}", ran.err);
}

/// A length that was guessed ends when the next row begins.
#[test]
fn a_guessed_length_meets_no_row_with_a_time() {
    let home = Home::new();
    let folder = with_table(
        &home,
        "Time | Activity\n9.00 | Arrival\n | Meet the SENDCO\n9.20 | Lesson visits\n10.20 | Break\n10.40 | Feedback\n",
    );
    let rows = plan(&folder).days.remove(0).slots;
    for next in rows.windows(2) {
        assert!(next[0].ends.is_none_or(|ends| ends <= next[1].starts), "{next:?}");
    }
}

#[test]
fn what_is_doubtful_is_made_only_with_yes() {
    let home = Home::new();
    let unread = table(
        &home,
        "unread.txt",
        "8.30 Arrival\nthe break is at half past ten\n11.00 Feedback\n",
    );
    for (date, more, said) in [
        ("2020-12-04", &[][..], "4 December 2020 is past"),
        (LATER, &["--plan", &unread], "NOT READ AS A ROW"),
    ] {
        let ran = new_without_yes(&home, date, more);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    assert!(!session(&home, "").exists() || std::fs::read_dir(session(&home, "")).unwrap().next().is_none());
    assert_eq!(new_without_yes(&home, LATER, &[]).code, Some(0));
    let twin = new_without_yes(&home, LATER, &[]);
    assert_eq!(twin.code, Some(2));
    assert!(twin.err.contains("on that day already"), "{}", twin.err);
    assert!(!session(&home, "2096-12-04-oakfield-primary-2").exists());
    assert_eq!(new_without_yes(&home, LATER, &["--yes"]).code, Some(0));
    assert!(session(&home, "2096-12-04-oakfield-primary-2").exists());
}

/// Two rows at one time are never written unseen, whatever was said beforehand.
#[test]
fn a_table_with_two_rows_at_once_is_refused() {
    let home = Home::new();
    let double = table(
        &home,
        "double.txt",
        "9.10 Year 2\n9.30 Year 3\n10.10 coffee\n10.30 feedback\n9.10 Year 4\n9.30 Year 5\n10.10 coffee\n",
    );
    for more in [&["--plan", &double][..], &["--plan", &double, "--yes"]] {
        let ran = new_without_yes(&home, LATER, more);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.err.contains("TWO ROWS AT ONCE"), "{}", ran.err);
    }
    assert!(!session(&home, "2096-12-04-oakfield-primary").exists());
    assert_eq!(new_without_yes(&home, LATER, &[]).code, Some(0));
    let before = std::fs::read(session(&home, "2096-12-04-oakfield-primary/plan.ron")).unwrap();
    let ran = run(&home, &["plan", "import", &double, "--into", "oakfield", "--yes"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("--yes does not write that"), "{}", ran.err);
    let after = std::fs::read(session(&home, "2096-12-04-oakfield-primary/plan.ron")).unwrap();
    assert_eq!(after, before);
}

/// An arrival that led straight to the next row does so when the next row is a little later.
#[test]
fn a_row_without_an_end_lasts_until_the_next_one() {
    let home = Home::new();
    let first = table(
        &home,
        "first.txt",
        "8.00-8.05 arrive\n8.05 Purpose, ground rules\n8.10 Meet teachers\n8.30 Meet the SENDCO\n",
    );
    assert_eq!(new_without_yes(&home, LATER, &["--plan", &first]).code, Some(0));
    let later = table(
        &home,
        "later.txt",
        "8.00 arrive\n8.10 meet maths lead and teachers\n8.30 meet the sendco\n",
    );
    let ran = run(&home, &["plan", "import", &later, "--into", "oakfield", "--yes"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let plan = plan(&session(&home, "2096-12-04-oakfield-primary"));
    let rows = &plan.days[0].slots;
    assert!(rows[0].ends == Some(rows[1].starts), "{:?}", rows[0]);
    let teachers = rows
        .iter()
        .find(|row| row.activity.title.contains("teachers"))
        .unwrap();
    assert_eq!(teachers.activity.prompts.len(), 8, "{teachers:?}");
}

/// A session of the half-day model whose timetable is the table.
fn with_table(home: &Home, text: &str) -> PathBuf {
    let path = table(home, "table.txt", text);
    let ran = new(home, "2096-12-04", &["--plan", &path]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    session(home, "2096-12-04-oakfield-primary")
}

#[test]
fn who_meets_people_of_two_kinds_has_the_questions_for_both() {
    let home = Home::new();
    let folder = with_table(
        &home,
        "9.00 Meet SENDCO and teachers\n10.00 Break\n10.20 Meet the SENDCO\n11.00 Feedback\n",
    );
    let slots = &plan(&folder).days[0].slots;
    let ids = |row: usize| {
        let prompts = slots[row].activity.prompts.iter();
        prompts
            .map(|prompt| prompt.id.as_str().to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        ids(0).join(" "),
        "s1 s2 s3 s4 s5 t1 t2 t3 t4 t5 t6 t7 t8",
        "those of the SENDCO, then those of teachers"
    );
    assert_eq!(ids(2).join(" "), "s1 s2 s3 s4 s5");
    let checked = run(&home, &["plan", "check", folder.to_str().unwrap()]).out;
    assert!(!checked.contains("asks for meeting teachers"), "{checked}");
}

#[test]
fn a_row_that_ends_before_it_starts_is_an_error_until_it_is_set() {
    let home = Home::new();
    let text = "9.00-10.00 Lesson visits: Y5, Y6\n10:30-10:00 Pupil voice\n11.00-11.30 Feedback\n";
    let folder = with_table(&home, text);
    let said = run(&home, &["plan", "check", folder.to_str().unwrap()]);
    assert_eq!(said.code, Some(1), "{}", said.out);
    let error = "error    Tue 4 Dec 2096, 10:30, Pupil voice: It ends at 10:00, not after it starts at 10:30";
    assert!(said.out.contains(error), "{}", said.out);
    let path = table(&home, "table.txt", text);
    let shown = done(&home, &["plan", "import", &path]);
    assert!(shown.contains("ENDS BEFORE IT STARTS"), "{shown}");
    assert!(shown.contains("the check of the plan says it"), "{shown}");
    let mended = table(&home, "table.txt", &text.replace("10:30-10:00", "10:00-10:30"));
    done(
        &home,
        &[
            "plan",
            "import",
            &mended,
            "--into",
            folder.to_str().unwrap(),
            "--yes",
        ],
    );
    let said = run(&home, &["plan", "check", folder.to_str().unwrap()]);
    assert!(!said.out.contains("not after it starts"), "{}", said.out);
}

/// The surnames that the corpus gives to staff, and the titles that stand before them.
const NAMES: [&str; 10] = [
    "Surname",
    "surname",
    "Anyname",
    "anyname",
    "Othername",
    "Somename",
    "Mr ",
    "Mrs ",
    "Miss ",
    "Ms ",
];

#[test]
fn no_name_of_the_corpus_is_on_any_sheet() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/tables");
    let mut tables: Vec<PathBuf> = std::fs::read_dir(corpus)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending != "json"))
        .collect();
    tables.sort();
    let (mut printed, mut kept, mut refused) = (Vec::new(), 0, Vec::new());
    for table in &tables {
        let home = Home::new();
        assert_eq!(new(&home, "2026-12-01", &[]).code, Some(0));
        let folder = session(&home, "2026-12-01-oakfield-primary");
        let (path, into) = (table.to_str().unwrap(), folder.to_str().unwrap());
        let ran = run(&home, &["plan", "import", path, "--into", into, "--yes"]);
        if ran.err.contains("TWO ROWS AT ONCE") {
            refused.push(path.to_string());
            continue;
        }
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{path}");
        let sheet = sheet(&home, &folder);
        let found = NAMES.iter().filter(|name| sheet.contains(*name));
        printed.extend(found.map(|name| format!("{name} in {}", table.display())));
        let aside = plan(&folder).agreement.aside;
        kept += aside.iter().filter(|text| text.contains("name")).count();
    }
    assert!(printed.is_empty(), "\n{}", printed.join("\n"));
    // Its "9.30- 3" is until three o'clock, over the rows below.
    assert!(
        matches!(&refused[..], [one] if one.ends_with("groups-with-names.tsv")),
        "{refused:?}"
    );
    assert!(
        tables.len() >= 80 && kept >= 15,
        "{} tables, {kept} names kept",
        tables.len()
    );
}
