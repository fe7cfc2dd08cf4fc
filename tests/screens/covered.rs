//! Whatever lies on top of the screen, a hidden screen keeps every key from it, and shows it as it was afterwards.

use std::collections::BTreeSet;

use knownow::app::{Overlay, safeguarding::Hidden};

use crate::stage::Stage;

/// What can lie on top, by name, but for what is hidden by: a further kind is missed here by the compiler.
fn name(overlay: &Overlay) -> &'static str {
    match overlay {
        Overlay::Help { .. } => "help",
        Overlay::Picker(_) => "list",
        Overlay::Late(_) => "late",
        Overlay::Refused(_) => "refused",
        Overlay::NotHere(_) => "not here",
        Overlay::Coverage(_) => "coverage",
        Overlay::Moving(_) => "moving",
        Overlay::Report => "report",
        Overlay::Settings => "settings",
        Overlay::Check => "check",
        Overlay::BringingIn => "bringing in",
        Overlay::TakingIn => "taking in",
        Overlay::Entry(_) => "line",
        Overlay::Passphrase(_) => "passphrase",
        Overlay::Blank(_) => "blank",
        Overlay::Leave => "leave",
        Overlay::Hidden(Hidden { .. }) => "hidden",
        Overlay::Discard(_) => "discard",
    }
}

/// The way to each of them, with something typed into it where it takes words.
const WAYS: [(&str, &str); 23] = [
    ("help", "<F1><Down>"),
    ("list", "<C-k>late"),
    ("list", "<C-g><Down>"),
    ("list", "<C-k>who is at<Enter><Down>"),
    ("late", "<C-d>+"),
    ("refused", "<C-d>"),
    ("not here", "<C-k>plan: look<Enter>g"),
    ("coverage", "<C-k>coverage<Enter>"),
    ("coverage", "<C-k>evidence by<Enter><Down>"),
    ("moving", "+ a<Enter><C-u>"),
    ("report", "<C-k>report<Enter><Down> "),
    ("check", "<C-k>before handing<Enter>"),
    ("settings", "<C-k>settings<Enter><Down>"),
    ("bringing in", "<C-k>bring in<Enter>9:00 break"),
    ("taking in", "<C-k>take notes in<Enter>+ x"),
    ("taking in", "<C-k>take notes in<Enter>+ x<Enter>"),
    ("line", "<C-d>n<Down><Enter>in the hall"),
    ("line", "<C-k>hand my notes over<Enter>"),
    ("passphrase", "<C-k>sealed<Enter><Enter>apple"),
    ("blank", "<C-k>late<C-o>"),
    ("leave", "x<C-q>"),
    ("list", "- open line<C-k>late"),
    ("help", "<C-k>report<Enter><F1>"),
];

fn stage(expected: &str, way: &str) -> Stage {
    // Before the day nothing runs late, and all of the plan can still be changed.
    let is_before = matches!(expected, "refused" | "not here");
    let time = if is_before {
        "2026-11-20 16:05"
    } else {
        "2026-12-01 09:16"
    };
    let mut stage = Stage::owner("half-day-maths", "Facilitator", time);
    stage.keys("<C-l>");
    stage.keys(way);
    stage
}

/// Everything there is, but for the cover.
fn all(stage: &Stage) -> String {
    format!(
        "{:?}{:?}{}{:?}{}",
        stage.model,
        stage.drafts(),
        stage.files(),
        stage.left,
        stage.screen(120, 36)
    )
}

fn lies_on_top(stage: &Stage) -> Option<&'static str> {
    stage.model.overlay.as_ref().map(name)
}

#[test]
fn there_is_a_way_to_everything_that_can_lie_on_top() {
    let ways: BTreeSet<&str> = WAYS.iter().map(|(name, _)| *name).collect();
    let every = [
        "help",
        "list",
        "late",
        "refused",
        "not here",
        "coverage",
        "moving",
        "report",
        "check",
        "settings",
        "bringing in",
        "taking in",
        "line",
        "passphrase",
        "blank",
        "leave",
    ];
    assert_eq!(ways, BTreeSet::from(every));
    let elsewhere = WAYS.map(|(expected, way)| (way, expected, lies_on_top(&stage(expected, way))));
    let elsewhere = elsewhere
        .into_iter()
        .filter(|(_, expected, found)| *found != Some(*expected));
    assert_eq!(elsewhere.collect::<Vec<_>>(), []);
}

#[test]
fn keys_typed_while_the_screen_is_hidden_reach_nothing_and_it_comes_back_as_it_was() {
    for (expected, way) in WAYS {
        let mut stage = stage(expected, way);
        let before = all(&stage);
        stage.keys("<C-e>");
        assert_eq!(lies_on_top(&stage), Some("hidden"), "{way}");
        for keys in [
            "zq9 +",
            "<Enter><Tab> ",
            "<C-k><C-o><C-d><F1><C-s>",
            "<C-z><C-q><C-n><Down><F3><BS>",
        ] {
            stage.keys(keys);
        }
        stage.paste("zebra\nand more");
        assert_eq!(lies_on_top(&stage), Some("hidden"), "{way}");
        assert!(!stage.left && !stage.files().contains("zebra"));
        stage.keys("<Esc>");
        if lies_on_top(&stage) == Some("discard") {
            stage.keys("zebra<C-k><C-o><Tab>");
            stage.paste("zebra");
            assert_eq!(lies_on_top(&stage), Some("discard"), "{way}");
            stage.keys("<Esc>");
        }
        assert_eq!(lies_on_top(&stage), Some(expected), "{way}");
        assert_eq!(all(&stage), before, "{way}");
    }
}

#[test]
fn the_key_that_ends_a_blank_screen_is_no_key_for_what_lies_below() {
    for (expected, way) in WAYS.into_iter().filter(|(name, _)| *name != "blank") {
        for key in [
            "z", "<Enter>", "<Esc>", "<Down>", "<C-k>", "<C-q>", "<C-o>", "<BS>", "",
        ] {
            let mut stage = stage(expected, way);
            if lies_on_top(&stage) == Some("leave") || lies_on_top(&stage) == Some("help") {
                stage.keys("<C-l>");
            }
            let before = all(&stage);
            stage.keys("<C-o>");
            assert_eq!(lies_on_top(&stage), Some("blank"), "{way}");
            assert_eq!(stage.screen(80, 24).trim_start(), "(no cursor)\n", "{way}");
            if key.is_empty() {
                stage.paste("zebra\nand more");
            } else {
                stage.keys(key);
            }
            assert_eq!(lies_on_top(&stage), Some(expected), "{way} {key}");
            assert_eq!(all(&stage), before, "{way} {key}");
        }
    }
}

#[test]
fn what_is_told_while_nobody_can_see_it_is_there_afterwards() {
    for (hides, shows) in [("<C-e>", "<Esc>"), ("<C-o>", "x")] {
        let mut theirs = Stage::new("half-day-maths", "Head of School C", "2026-12-01 09:05");
        theirs.keys("+ counters on every table<Enter><C-k>hand my notes over<Enter><Enter>");
        assert!(theirs.report_goes_on());
        let file = std::fs::read_dir(theirs.documents())
            .unwrap()
            .next()
            .unwrap()
            .unwrap();
        let text = std::fs::read_to_string(file.path()).unwrap();
        let mut mine = Stage::new("half-day-maths", "Head of School B", "2026-12-01 09:16");
        mine.keys("<C-l>");
        mine.paste(&text);
        assert!(mine.report_goes_on());
        mine.keys("<Enter>");
        mine.keys(hides);
        assert!(mine.report_goes_on(), "it is taken in behind the cover");
        assert!(!mine.screen(120, 36).contains("Taken in"));
        mine.keys(shows);
        assert_eq!(lies_on_top(&mine), None, "the box is done with");
        let screen = mine.screen(120, 36);
        assert!(screen.contains("Taken in: 1 note"), "{screen}");
    }
}

#[test]
fn words_in_a_box_that_nobody_has_read_yet_can_be_discarded() {
    for way in [
        "<C-k>take notes in<Enter>zebracrossing",
        "<C-k>bring in<Enter>zebracrossing",
    ] {
        let mut stage = stage("", way);
        stage.keys("<C-e><Esc>");
        assert_eq!(lies_on_top(&stage), Some("discard"), "{way}");
        stage.keys("<Enter>");
        assert!(!format!("{:?}", stage.model).contains("zebracrossing"), "{way}");
        assert!(matches!(lies_on_top(&stage), Some("taking in" | "bringing in")));
    }
}

#[test]
fn words_in_a_box_and_the_line_below_it_are_discarded_together() {
    let mut stage = stage("", "- a zebrafinch<C-k>take notes in<Enter>zebracrossing");
    stage.keys("<C-e><Esc>");
    assert_eq!(lies_on_top(&stage), Some("discard"));
    stage.keys("<Enter>");
    let all = all(&stage);
    assert!(!all.contains("zebra"), "{all}");
    stage.keys("<Esc>");
    assert!(!stage.screen(120, 36).contains("zebra"));
    assert!(!stage.files().contains("zebra"));
}
