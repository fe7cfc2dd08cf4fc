//! The help: the keys of the screen that is open first, then those of all others by name; found by typing.

use knownow::ui::{
    keymap::{self, Context},
    words::keys as words,
};

use crate::stage::{Stage, shows};

fn half_day() -> Stage {
    Stage::new("half-day-maths", "Head of School B", "09:16")
}

fn sizes(stage: &Stage) -> String {
    [(80, 24), (100, 30), (140, 45)]
        .map(|(columns, rows)| format!("== {columns}x{rows}\n{}", stage.screen(columns, rows)))
        .join("\n")
}

#[test]
fn what_is_typed_is_searched_for_on_every_screen() {
    let mut stage = half_day();
    stage.keys("<F1>undo last");
    shows("help_searching", &sizes(&stage));
    let found = stage.screen(80, 60);
    // As in lists of other programs.
    let mut other = half_day();
    other.keys("<F1>/undo last");
    assert_eq!(other.screen(80, 60), found);
    stage.keys("<Esc>");
    let mut fresh = half_day();
    fresh.keys("<F1>");
    assert_eq!(
        stage.screen(80, 24),
        fresh.screen(80, 24),
        "Esc takes the search back first"
    );
    stage.keys("<Esc>");
    assert!(stage.model.overlay.is_none());
    stage.keys("<F1>xyzzy");
    assert!(stage.screen(80, 24).contains("Nothing matches"));
    stage.keys("<BS><BS><BS><BS><BS>");
    assert_eq!(stage.screen(80, 24), fresh.screen(80, 24));
    stage.keys("safeguarding<F1>");
    assert!(stage.model.overlay.is_none());
    assert!(stage.day().capture.is_empty(), "nothing of it went into the note");
}

#[test]
fn a_key_is_found_by_its_name_and_an_action_by_words_that_are_not_shown() {
    let mut stage = half_day();
    stage.keys("<F1>ctrl+r");
    assert!(stage.screen(80, 24).contains("Tick the question as asked"));
    stage.keys("<C-u>disclosure");
    assert!(stage.screen(80, 24).contains("Safeguarding: hide the screen"));
}

/// The whole help, scrolled through: every screen has its part, the present one the first.
fn heads(stage: &mut Stage) -> Vec<&'static str> {
    let titles: Vec<&'static str> = {
        let mut contexts: Vec<Context> = keymap::keys().map(|row| row.context).collect();
        contexts.sort();
        contexts.dedup();
        contexts.into_iter().map(words::screen).collect()
    };
    let mut seen: Vec<&'static str> = Vec::new();
    for _ in 0..70 {
        let screen = stage.screen(80, 40);
        for line in screen.lines() {
            let line = line.trim_matches(|letter: char| letter == '|' || letter.is_whitespace());
            if let Some(title) = titles
                .iter()
                .find(|title| line.contains(**title) && line.ends_with(**title))
                && !seen.contains(title)
            {
                seen.push(title);
            }
        }
        stage.keys("<PgDn>");
    }
    seen
}

#[test]
fn every_screen_is_in_the_help_with_the_present_one_first() {
    for (way, first) in [
        ("", Context::Day),
        ("<C-k>plan: look<Enter>", Context::Plan),
        ("<C-k>findings: from<Enter>", Context::Findings),
        ("<C-d>", Context::Late),
    ] {
        let mut stage = half_day();
        stage.keys(way);
        stage.keys("<F1>");
        let seen = heads(&mut stage);
        let mut contexts: Vec<Context> = keymap::keys().map(|row| row.context).collect();
        contexts.sort();
        contexts.dedup();
        assert_eq!(seen.len(), contexts.len(), "{seen:?}");
        assert_eq!(seen.first(), Some(&words::screen(first)));
        assert!(seen[1..].is_sorted(), "{seen:?}");
    }
}

#[test]
fn scrolling_stops_at_the_end_and_goes_back_at_once() {
    let mut stage = half_day();
    stage.keys("<F1>");
    let top = stage.screen(80, 24);
    for _ in 0..300 {
        stage.keys("<PgDn>");
    }
    let end = stage.screen(80, 24);
    shows("help_at_its_end", &end);
    stage.keys("<PgUp><PgUp><PgUp>");
    assert_ne!(stage.screen(80, 24), end);
    for _ in 0..300 {
        stage.keys("<PgUp>");
    }
    assert_eq!(stage.screen(80, 24), top);
}
