//! A plan that was mailed becomes a session: the same on every laptop, with a writer of its own on each.

use std::path::{Path, PathBuf};

use knownow::domain::ids::{SessionId, WriterId};

use crate::pty_kit::{Exit, Home, Screen};
use crate::session_kit::{
    children, copy_example_to, note, plan, put, quit, read_records, records_file, reopen, texts, wait_day,
};

/// The plan as it lies where a mail program puts it.
fn mailed(home: &Home) -> PathBuf {
    let downloads = home.path().join("downloads");
    copy_example_to("half-day-maths", &downloads);
    downloads.join("plan.ron")
}

fn open_plan(home: &Home) -> Screen {
    Screen::start(home, &["open", "downloads/plan.ron"], 120, 36)
}

/// Joins as the person whom `letters` pick.
fn join(home: &Home, letters: &str) -> Screen {
    let mut screen = open_plan(home);
    screen.wait_for("Who is at this laptop?");
    screen.keys(&format!("{letters}<Enter>"));
    wait_day(&screen);
    screen
}

/// The one session of `home`.
fn session(home: &Home) -> PathBuf {
    let mut sessions = children(&home.path().join("data/sessions"));
    assert_eq!(sessions.len(), 1, "{sessions:?}");
    sessions.remove(0)
}

/// Whose the one records file of the session is.
fn ids(folder: &Path) -> (SessionId, WriterId) {
    let read = read_records(folder, &records_file(folder));
    (plan(folder).session, read.writer.unwrap())
}

#[test]
fn a_plan_is_joined_and_asks_once_who_is_there() {
    let home = Home::new();
    let mail = mailed(&home);
    let before = std::fs::read(&mail).unwrap();

    let mut screen = open_plan(&home);
    screen.wait_for("Who is at this laptop?");
    screen.wait_for("Designated safeguarding lead");
    screen.keys("dep");
    screen.wait_until(|screen| !screen.contents().contains("Governor"));
    screen.keys("<Enter>");
    wait_day(&screen);
    assert!(screen.row(0).contains("Deputy Head"), "{}", screen.row(0));
    note(&mut screen, "+ joined", "joined");
    quit(&mut screen);

    let folder = session(&home);
    assert!(
        folder.ends_with("2026-12-01-oakfield-primary"),
        "{}",
        folder.display()
    );
    assert_eq!(
        std::fs::read(folder.join("plan.ron")).unwrap(),
        before,
        "the plan as it was agreed"
    );
    assert_eq!(std::fs::read(&mail).unwrap(), before);
    assert_eq!(
        children(mail.parent().unwrap()),
        [mail],
        "nothing is written beside the mail"
    );
    assert_eq!(texts(&folder), ["joined"]);

    let mut again = open_plan(&home);
    wait_day(&again);
    assert!(again.row(0).contains("Deputy Head"), "{}", again.row(0));
    quit(&mut again);
    assert_eq!(session(&home), folder, "joined once");
    let mut by_name = Screen::start(&home, &["open", "2026-12-01-oakfield-primary"], 80, 24);
    wait_day(&by_name);
    quit(&mut by_name);
}

#[test]
fn nobody_chosen_is_nothing_lost() {
    let home = Home::new();
    mailed(&home);
    let mut screen = open_plan(&home);
    screen.wait_for("Who is at this laptop?");

    screen.keys("<C-q>");

    assert_eq!(screen.wait_exit(), Exit::Code(0), "{}", screen.text());
    let mut screen = join(&home, "gov");
    assert!(screen.row(0).contains("Governor"), "{}", screen.row(0));
    quit(&mut screen);
}

#[test]
fn a_later_plan_replaces_the_earlier_and_touches_no_note() {
    let home = Home::new();
    let mail = mailed(&home);
    let first = std::fs::read_to_string(&mail).unwrap();
    let mut screen = join(&home, "school b");
    note(
        &mut screen,
        "+ noted under the first plan",
        "noted under the first plan",
    );
    quit(&mut screen);
    let folder = session(&home);
    let records = std::fs::read(records_file(&folder)).unwrap();
    let later = first
        .replace("revision: 1,", "revision: 2,")
        .replace("title: \"half-day peer review\"", "title: \"second version\"");
    put(&mail, &later);

    let mut screen = open_plan(&home);
    wait_day(&screen);
    assert!(screen.row(0).contains("second version"), "{}", screen.row(0));
    assert!(
        screen.text().contains("noted under the first plan"),
        "{}",
        screen.text()
    );
    quit(&mut screen);
    assert_eq!(plan(&folder).revision, 2);
    assert_eq!(std::fs::read(records_file(&folder)).unwrap(), records);

    put(&mail, &first);
    let mut screen = open_plan(&home);
    wait_day(&screen);
    assert!(
        screen.row(0).contains("second version"),
        "an older plan replaces nothing: {}",
        screen.row(0)
    );
    quit(&mut screen);
    assert_eq!(std::fs::read_to_string(folder.join("plan.ron")).unwrap(), later);
    assert_eq!(std::fs::read(records_file(&folder)).unwrap(), records);
}

#[test]
fn two_laptops_have_one_session_and_two_writers() {
    let homes = [Home::new(), Home::new()];
    for home in &homes {
        mailed(home);
        let mut screen = join(home, "head of school b");
        note(
            &mut screen,
            "- from one of two laptops",
            "from one of two laptops",
        );
        quit(&mut screen);
    }
    let [one, other] = homes.each_ref().map(|home| ids(&session(home)));
    assert_eq!(one.0, other.0);
    assert_ne!(one.1, other.1);

    // A stick carries the other one's file over.
    let carried = records_file(&session(&homes[1]));
    let folder = session(&homes[0]);
    std::fs::copy(
        &carried,
        folder.join("records").join(carried.file_name().unwrap()),
    )
    .unwrap();
    let mut screen = reopen(&homes[0], &folder);
    let both = |screen: &vt100::Screen| screen.contents().matches("from one of two laptops").count() >= 2;
    screen.wait_until(both);
    quit(&mut screen);
    assert_eq!(texts(&folder).len(), 2);
}
