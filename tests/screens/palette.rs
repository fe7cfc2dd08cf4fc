//! The list of every action: what was used last stands first, and it is opened on whatever lies on top.

use knownow::app::{Overlay, message::Message, palette::REMEMBERED};

use crate::stage::{Stage, shows};

fn half_day() -> Stage {
    Stage::new("half-day-maths", "Head of School B", "09:16")
}

/// The words of the rows, from the first one on.
fn listed(stage: &Stage) -> Vec<String> {
    let Some(Overlay::Picker(picker)) = &stage.model.overlay else {
        panic!("no list is open");
    };
    picker.found().map(|row| row.words.clone()).collect()
}

#[test]
fn what_was_used_last_stands_first_now_and_at_the_next_start() {
    let mut stage = half_day();
    stage.keys("<C-k>");
    let shipped = listed(&stage);
    stage.keys("evidence by<Enter><Esc><C-k>coverage<Enter><Esc><C-k>");
    let used = listed(&stage);
    assert!(used[0].starts_with("Coverage"), "{used:?}");
    assert!(used[1].starts_with("Evidence"), "{used:?}");
    let others = |rows: &[String]| -> Vec<String> {
        let others = rows.iter().filter(|row| !used[..2].contains(row));
        others.cloned().collect()
    };
    assert_eq!(others(&used), others(&shipped), "the rest stays as it was");
    let picture: String = [(80, 24), (100, 30), (140, 45)]
        .map(|(columns, rows)| format!("== {columns}x{rows}\n{}", stage.screen(columns, rows)))
        .join("\n");
    shows("palette_used", &picture);

    let remembered = stage.remembered_used.clone();
    assert_eq!(remembered, ["coverage", "evidence"]);
    let mut again = half_day();
    again.take(Message::UsedBefore(remembered));
    again.keys("<C-k>");
    assert_eq!(listed(&again), used);
    // Enter alone does the last one again.
    again.keys("<Enter>");
    assert!(again.screen(80, 24).contains("Coverage - "));
}

#[test]
fn only_so_many_are_remembered_and_names_that_nobody_knows_change_nothing() {
    let mut stage = half_day();
    let unknown: Vec<String> = (0..40).map(|number| format!("gone-{number}")).collect();
    stage.take(Message::UsedBefore(unknown));
    stage.keys("<C-k>");
    let mut plain = half_day();
    plain.keys("<C-k>");
    assert_eq!(listed(&stage), listed(&plain));
    stage.keys("<Esc><C-k>redraw<Enter>");
    assert_eq!(stage.remembered_used.len(), REMEMBERED);
    assert_eq!(stage.remembered_used[0], "redraw");
}

#[test]
fn it_is_opened_on_what_lies_on_top_which_comes_back_or_is_acted_on() {
    for (way, title, search, does) in [
        (
            "<C-d>",
            "Running late",
            "add an unplanned",
            "Which class is visited now?",
        ),
        ("<C-k>coverage<Enter>", "Coverage - ", "help", "Help - "),
        (
            "<C-k>report<Enter>",
            "Report",
            "another folder",
            "Into which folder",
        ),
        ("+ a<Enter><C-u>", "Move 1 note", "blank", ""),
        ("<C-k>before handing<Enter>", "Check", "help", "Help - "),
    ] {
        let mut stage = half_day();
        stage.keys(way);
        while stage.report_goes_on() {}
        let before = stage.screen(80, 24);
        assert!(
            before.to_lowercase().contains(&title.to_lowercase()),
            "{way}:\n{before}"
        );
        stage.keys("<C-k>");
        assert!(
            stage.screen(80, 24).contains("- Everything -"),
            "{way}:\n{}",
            stage.screen(80, 24)
        );
        stage.keys("<Esc>");
        assert_eq!(stage.screen(80, 24), before, "{way}");
        stage.keys(&format!("<C-k>{search}<Enter>"));
        let after = stage.screen(80, 24);
        assert!(!after.contains("- Everything -"), "{way}:\n{after}");
        assert!(
            after.to_lowercase().contains(&does.to_lowercase()),
            "{way}:\n{after}"
        );
        assert_ne!(after, before, "{way}");
    }
}
