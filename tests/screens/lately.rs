//! What is said unasked: one thing after the other, nothing lost, and all of it listed; and what is put aside.

use std::fs;

use knownow::app::notice::{AsideNotice, Notice};

use crate::{
    arriving::{comes, fitted, of_group_2},
    stage::Stage,
};

const ME: &str = "Head of School B";

/// The break, with nothing of the other group yet; its file and what is in it.
fn alone() -> (Stage, &'static str, String) {
    let mut stage = Stage::new("half-day-maths", ME, "10:16");
    let (name, text) = of_group_2();
    let text = fitted(&stage, text);
    stage.looks();
    (stage, name, text)
}

fn says(stage: &Stage, words: &str) -> bool {
    let screens = [stage.screen(80, 24), stage.screen(120, 36)];
    screens.iter().all(|screen| screen.contains(words))
}

#[test]
fn what_comes_with_something_else_waits_until_that_was_read_and_both_are_listed() {
    let (mut stage, name, text) = alone();
    comes(&stage, name, &text);
    stage.put_file("holiday.ron", b"(beach: 3, towel");
    stage.looks();
    assert!(says(&stage, "holiday.ron in records/ is none of ours"));
    assert!(says(&stage, "and 1 more"), "{}", stage.screen(80, 24));
    stage.keys("<Esc>");
    assert!(matches!(&stage.model.notice, Some(Notice::NotesIn(whose, _)) if whose == "Group 2"));
    assert!(!says(&stage, "and 1 more"));
    stage.keys("<Esc>");
    assert_eq!(stage.model.notice, None);
    stage.keys("<C-k>what was said<Enter>");
    let screen = stage.screen(120, 36);
    let of_group = screen.find("Group 2: ").expect("the notes");
    assert!(
        screen.get(of_group..).unwrap().contains("notes have come in"),
        "{screen}"
    );
    assert!(screen.contains("holiday.ron"), "{screen}");
    stage.keys("<Esc>");
    assert!(stage.model.overlay.is_none());
}

#[test]
fn what_came_later_does_not_hide_what_nobody_has_read() {
    let (mut stage, name, text) = alone();
    comes(&stage, name, &text);
    stage.looks();
    assert!(matches!(stage.model.notice, Some(Notice::NotesIn(..))));
    stage.put_file("holiday.ron", b"(beach: 3, towel");
    stage.looks();
    assert!(matches!(stage.model.notice, Some(Notice::NoneOfOurs(_))));
    stage.keys("<Esc>");
    assert!(matches!(stage.model.notice, Some(Notice::NotesIn(..))));
}

#[test]
fn a_letter_under_way_takes_nothing_from_the_screen_and_a_later_one_does() {
    let (mut stage, name, text) = alone();
    stage.keys("+ every pup");
    comes(&stage, name, &text);
    stage.looks();
    stage.keys("il");
    assert!(matches!(stage.model.notice, Some(Notice::NotesIn(..))));
    assert_eq!(stage.day().capture.text(), "+ every pupil");
    stage.at("10:16:05");
    stage.keys("s");
    assert_eq!(stage.model.notice, None);
}

#[test]
fn where_nothing_was_said_the_list_says_so() {
    let (mut stage, ..) = alone();
    stage.keys("<C-k>what was said<Enter>");
    assert_eq!(stage.model.notice, Some(Notice::Aside(AsideNotice::NoneSaid)));
}

#[test]
fn what_is_said_of_a_file_is_put_aside_until_something_changes_and_brought_back() {
    let (mut stage, name, text) = alone();
    let path = comes(&stage, name, &text);
    stage.looks();
    fs::remove_file(&path).expect("a file");
    stage.looks();
    stage.at("10:17");
    stage.looks();
    assert!(says(&stage, "not in the folder"), "{}", stage.screen(80, 24));
    stage.keys("<C-k>put aside<Enter>");
    assert!(
        !says(&stage, "not in the folder since"),
        "{}",
        stage.screen(80, 24)
    );
    assert!(says(&stage, "1 file put aside"));
    stage.keys("<C-k>put aside<Enter>");
    assert!(says(&stage, "not in the folder since"));
    stage.keys("<C-k>put aside<Enter>");
    let half: String = text.chars().take(text.len() / 2).collect();
    comes(&stage, name, &half);
    stage.looks();
    stage.at("10:19");
    stage.looks();
    assert!(
        says(&stage, "half-written or damaged"),
        "{}",
        stage.screen(80, 24)
    );
}

#[test]
fn a_file_of_a_newer_version_is_not_called_damaged() {
    let (mut stage, name, text) = alone();
    comes(&stage, name, &text);
    stage.looks();
    let (head, rest) = text.split_once("version: ").expect("a version");
    let (_, rest) = rest.split_once(',').expect("its end");
    comes(&stage, name, &format!("{head}version: 99,{rest}"));
    stage.looks();
    stage.at("10:17");
    stage.looks();
    assert!(
        says(&stage, "notes by a newer knownow"),
        "{}",
        stage.screen(80, 24)
    );
    assert!(!says(&stage, "half-written"));
}
