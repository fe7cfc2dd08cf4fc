//! The review models from the command line: the shipped ones, one's own, and one that is broken.

use std::fs::create_dir_all;

use serde_json::Value;

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{done, put, quit, rehearsal, run, wait_day};

const OWN: &str = "(\n    format: \"knownow model\",\n    version: 2,\n    id: \"our-walk\",\n    name: \"Our walk\",\n    \
                   shape: [(rows: [(minutes: 20, title: \"Walk\", kind: lesson_visits)])],\n)\n";

/// Puts a model among the user's own.
fn put_own(home: &Home, name: &str, text: &str) -> std::path::PathBuf {
    let folder = home.path().join("settings/models");
    create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    put(&file, text);
    file
}

#[test]
fn models_are_listed_with_their_minutes_and_where_they_come_from() {
    let home = Home::new();
    let file = put_own(&home, "walk.ron", OWN);

    let listed = done(&home, &["models", "list"]);
    let json: Value = serde_json::from_str(&done(&home, &["models", "list", "--json"])).unwrap();

    let line = |id: &str| listed.lines().find(|line| line.starts_with(id)).unwrap();
    assert!(
        line("half-day-peer-review").ends_with("Half-day peer review, 240 minutes  (shipped)"),
        "{listed}"
    );
    assert!(
        line("two-day-quality-review").contains("2 days: 420 and 420 minutes"),
        "{listed}"
    );
    assert!(
        line("our-walk").contains("Our walk, 20 minutes  (your own: "),
        "{listed}"
    );
    let models = json.as_array().unwrap();
    let (known, folder) = listed.split_once("\n\n").unwrap();
    assert_eq!(models.len(), known.lines().count());
    let own = file.parent().unwrap().to_str().unwrap();
    assert_eq!(
        folder.trim_end(),
        format!("your own go into {own} (files that end in .ron)")
    );
    let walk = models.iter().find(|model| model["id"] == "our-walk").unwrap();
    assert_eq!(
        (&walk["from"], &walk["minutes"]),
        (&Value::from("own"), &Value::from(vec![20]))
    );
    assert_eq!(walk["file"], file.to_str().unwrap());
}

#[test]
fn a_model_is_shown_in_full_by_the_beginning_of_its_id() {
    let home = Home::new();

    let shown = done(&home, &["models", "show", "two-day"]);
    let json: Value = serde_json::from_str(&done(&home, &["models", "show", "two-day", "--json"])).unwrap();

    for words in [
        "Two-day quality review (two-day-quality-review)",
        "Brokering discussion",
        "Reviewer 1: facilitator, reviewer, goes with Reviewer 1",
        "Timetable, Day 2",
        "Reviewer 2: Lesson observations, 7 questions",
        "Your standards: What are your quality standards for assessment",
        "Report sent and discussed (Reviewers 1 and 2): 7 days after, a target",
        "Extent evident: fully evident > largely evident > partly evident > not yet evident",
    ] {
        assert!(shown.contains(words), "{words:?} is not in\n{shown}");
    }
    let session = &json["days"][0]["rows"][7];
    assert_eq!(
        (&session["minutes"], &session["tracks"][0]["title"]),
        (&Value::from(60), &Value::from("Pupil interviews"))
    );
    assert_eq!(session["tracks"][1]["group"], "Reviewer 2");
    assert_eq!(json["rules"]["deadlines"][2]["due"]["days_after"], 7);
}

#[test]
fn a_model_that_is_not_there_is_answered_with_those_that_are() {
    let home = Home::new();
    put_own(&home, "walk.ron", &OWN.replace("minutes: 20", "minutes: twenty"));
    for (name, said) in [
        ("learning-walk", "there is no review model \"learning-walk\""),
        (
            "tri",
            "several review models go by \"tri\"; which one do you mean?",
        ),
        // One begins with the word, and another one has it in its name.
        (
            "quality",
            "several review models go by \"quality\"; which one do you mean?\n  quality-assurance-review\n  two-day-quality-review",
        ),
    ] {
        let ran = run(&home, &["models", "show", name]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{}", ran.err);
        assert!(
            ran.err.contains(said) && (name == "quality" || ran.err.contains("triad-review")),
            "{}",
            ran.err
        );
        assert!(
            ran.err.contains("walk.ron:6:"),
            "the one looked for may be broken: {}",
            ran.err
        );
    }
}

#[test]
fn a_broken_model_says_file_line_and_cure_and_stops_nothing_else() {
    let home = Home::new();
    let file = put_own(&home, "walk.ron", &OWN.replace("lesson_visits", "lesson_visit"));

    let listed = run(&home, &["models", "list"]);
    let checked = run(&home, &["models", "check"]);
    let json = run(&home, &["models", "check", "--json"]);

    assert_eq!(listed.code, Some(1), "not all that is there could be read");
    assert!(listed.out.contains("half-day-peer-review") && !listed.out.contains("Our walk"));
    let place = format!("{}:6:", file.display());
    for said in [&listed.err, &checked.out] {
        assert!(said.contains(&place) && said.contains("`lesson_visit`"), "{said}");
        assert!(
            said.contains("what to do: ") && said.contains("lesson_visits"),
            "{said}"
        );
    }
    assert_eq!(checked.code, Some(1));
    assert!(
        checked.out.contains("half-day-peer-review: nothing is wrong"),
        "{}",
        checked.out
    );
    assert_eq!(json.code, Some(1));
    let json: Vec<Value> = serde_json::from_str(&json.out).unwrap();
    let wrong: Vec<&Value> = json.iter().filter(|file| file["right"] == false).collect();
    assert_eq!(wrong.len(), 1);
    assert_eq!(wrong[0]["faults"][0]["line"], 6);
    done(&home, &["models", "show", "half-day"]);
}

#[test]
fn files_named_are_checked_alone() {
    let home = Home::new();
    put(&home.path().join("right.ron"), OWN);
    put(
        &home.path().join("wrong.ron"),
        OWN.replace("version: 2", "version: 0"),
    );

    assert_eq!(
        done(&home, &["models", "check", "right.ron"]),
        "right.ron: nothing is wrong\n"
    );
    let ran = run(&home, &["models", "check", "right.ron", "wrong.ron", "gone.ron"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("right.ron: nothing is wrong"), "{}", ran.out);
    assert!(
        ran.out.contains("wrong.ron:3:1: there is no version 0"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("gone.ron: it can't be read"), "{}", ran.out);
    assert!(
        !home.path().join("settings").exists(),
        "nothing is made by looking"
    );
}

#[test]
fn what_drives_a_terminal_is_not_printed() {
    let home = Home::new();
    put_own(
        &home,
        "walk.ron",
        &OWN.replace("Our walk", "Our \\u{1b}[31mwalk\\u{7}"),
    );
    for args in [
        &["models", "list"][..],
        &["models", "show", "our-walk"],
        &["models", "list", "--json"],
        &["models", "show", "our-walk", "--json"],
    ] {
        let out = done(&home, args);
        assert!(
            out.contains("walk") && !out.contains(['\u{1b}', '\u{7}']),
            "{args:?}: {out:?}"
        );
    }
}

#[test]
fn an_example_that_there_is_not_is_answered_with_those_there_are() {
    let home = Home::new();
    let ran = run(&home, &["demo", "--example", "whole-day"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.contains("half-day-maths-80-notes") && ran.err.contains("two-day-quality"),
        "{}",
        ran.err
    );
}

#[test]
fn the_two_day_review_can_be_tried_as_either_reviewer() {
    for (args, own, other) in [
        (&[][..], "Leaders: assessment", "Leaders: teaching"),
        (
            &["--as", "Reviewer 2"],
            "Leaders: teaching",
            "Leaders: assessment",
        ),
    ] {
        let home = Home::new();
        let mut demo = vec!["demo", "--example", "two-day-quality", "--at", "09:10"];
        demo.extend(args);
        let mut screen = Screen::start(&home, &demo, 100, 30);
        wait_day(&screen);
        let text = screen.text();
        assert!(text.contains(own) && !text.contains(other), "{text}");
        assert!(text.contains("Your standards"), "{text}");
        quit(&mut screen);
    }
}

#[test]
fn the_half_day_with_its_notes_begins_at_the_discussion_of_findings() {
    let home = Home::new();
    let demo = ["demo", "--example", "half-day-maths-80-notes"];
    let mut screen = Screen::start(&home, &demo, 100, 30);
    screen.wait_for("11:15-12:00 45 min left");
    quit(&mut screen);
    let session = rehearsal(&home);
    let listed = run(&home, &["notes", "list", session.to_str().unwrap(), "--json"]);
    let notes: Value = serde_json::from_str(&listed.out).unwrap();
    let notes = notes.get("notes").unwrap_or(&notes).as_array().unwrap();
    assert_eq!(notes.len(), 80);
}

#[test]
fn a_name_that_no_model_file_has_is_told_in_plain_words() {
    let home = Home::new();
    put_own(&home, "walk.ron", &OWN.replace("name:", "titel:"));

    let checked = run(&home, &["models", "check"]);

    assert_eq!(checked.code, Some(1));
    for said in [
        "walk.ron:5:",
        "`titel`",
        "write the right name, or take it out",
        "these are known here: format",
    ] {
        assert!(checked.out.contains(said), "{said:?} is not in\n{}", checked.out);
    }
}

/// A shipped model's file is where one's own begins: with another id it is a further model.
#[test]
fn the_file_of_a_model_is_printed_to_begin_ones_own_from() {
    let home = Home::new();
    let ran = run(&home, &["models", "show", "half-day-peer-review", "--ron"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.err.contains("put this into "), "{}", ran.err);
    let own = ran
        .out
        .replacen("id: \"half-day-peer-review\"", "id: \"our-half-day\"", 1);
    assert_ne!(own, ran.out);
    put_own(&home, "our-half-day.ron", &own);
    done(&home, &["models", "check"]);
    assert!(done(&home, &["models", "list"]).contains("our-half-day"));
}

/// What is wrong with a question set is said once, however many rows ask its questions.
#[test]
fn a_doubled_prompt_is_said_once() {
    let home = Home::new();
    let doubled = OWN.replace(
        "shape: [(rows: [",
        "question_sets: [(id: \"s\", name: \"S\", kind: lesson_visits, prompts: [(id: \"p\", text: \"One\"), \
         (id: \"p\", text: \"Two\")])], shape: [(rows: [(minutes: 5, title: \"Tour\", kind: lesson_visits, set: \"s\"), ",
    );
    let file = put_own(&home, "walk.ron", &doubled);
    let ran = run(&home, &["models", "check", file.to_str().unwrap()]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert_eq!(ran.out.matches("have the id \"p\"").count(), 1, "{}", ran.out);
}
