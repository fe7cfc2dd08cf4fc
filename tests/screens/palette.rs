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

/// Who looks for a note where actions are listed is told where notes are found.
#[test]
fn a_word_of_a_note_is_no_action_and_it_is_said_where_notes_are_searched() {
    let mut stage = half_day();
    stage.keys("+ zebras on the carpet<Enter><C-k>zebras");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Ctrl+F searches the notes"), "{screen}");
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

/// What is typed, and how the first row begins that is found for it; nothing where none may be.
const FINDS: [(&str, &str); 34] = [
    ("late", "Running late"),
    ("running", "Running late"),
    ("plan", "Plan: look at it"),
    ("the plan", "Plan: look at it"),
    ("follow", "Follow the plan"),
    ("follow plan", "Follow the plan"),
    ("planned", "Planned against actual"),
    ("actual", "Planned against actual"),
    ("home", "Show the list of sessions"),
    ("sessions", "Show the list of sessions"),
    ("take-home", "Take-home sheet"),
    ("private", "Take-home sheet"),
    ("cluster", ""),
    ("settings", "Settings"),
    ("theme", "Settings"),
    ("coverage", "Coverage"),
    ("cvg", "Coverage"),
    ("report", "Report ..."),
    ("sign", "Sign off the report"),
    ("check", "Check before handing on"),
    ("findings", "Findings: from notes"),
    ("all notes", "All notes"),
    ("search", "All notes"),
    ("find", "All notes"),
    ("quit", "Quit"),
    ("help", "Help"),
    ("undo", "Undo typing"),
    ("next place", "Next place of the day"),
    ("question next", "Next question"),
    ("swap", "Swap two visits"),
    ("not seen", "A class was not seen"),
    ("purge", "Remove what this computer keeps"),
    ("child", "Safeguarding"),
    ("timetable bring", "Bring in a timetable"),
];

#[test]
fn a_word_that_stands_in_a_row_comes_before_letters_that_are_scattered_in_another() {
    for (typed, first) in FINDS {
        let mut stage = half_day();
        stage.keys("<C-k>");
        stage.paste(typed);
        let listed = listed(&stage);
        let found = listed.first().map_or("", String::as_str);
        assert!(found.starts_with(first), "{typed}: {listed:?}");
        assert_eq!(found.is_empty(), first.is_empty(), "{typed}: {listed:?}");
        assert!(stage.model.notice.is_none() || typed.is_empty());
    }
}

#[test]
fn among_rows_that_fit_equally_what_was_used_last_stands_first() {
    let first = |used: &[&str]| {
        let mut stage = half_day();
        let used = used.iter().map(ToString::to_string).collect();
        stage.take(Message::UsedBefore(used));
        stage.keys("<C-k>hand my notes");
        listed(&stage)[0].clone()
    };
    assert!(!first(&[]).contains("sealed"));
    assert!(first(&["notes-hand-over-sealed"]).contains("sealed"));
    // What was used last and fits worse does not come before what fits.
    let mut stage = half_day();
    stage.take(Message::UsedBefore(vec!["planned-against-actual".into()]));
    stage.keys("<C-k>late");
    assert!(listed(&stage)[0].starts_with("Running late"));
}

#[test]
fn every_action_of_the_day_is_found_on_the_pages_over_it_and_leads_there() {
    for way in [
        "<C-f>",
        "<C-k>findings: from<Enter>",
        "<C-k>plan<Enter>",
        "<C-k>both groups<Enter>",
    ] {
        let mut stage = half_day();
        stage.keys(way);
        assert!(stage.model.page.is_some(), "{way}");
        stage.keys("<C-k>");
        let rows = listed(&stage);
        let of_day = |row: &String| row.starts_with("Coverage");
        let place = rows
            .iter()
            .position(of_day)
            .unwrap_or_else(|| panic!("{way}: {rows:?}"));
        assert!(place > 10, "the page's own come first: {rows:?}");
        stage.keys("late");
        assert!(
            listed(&stage)[0].starts_with("Running late"),
            "{way}: {:?}",
            listed(&stage)
        );
        stage.keys("<Enter>");
        assert!(stage.model.page.is_none(), "{way}");
        assert!(matches!(stage.model.overlay, Some(Overlay::Late(_))), "{way}");
        stage.keys("<Esc>");
        assert!(stage.screen(80, 24).contains("What do I know now?"), "{way}");
    }
}

#[test]
fn an_action_of_the_page_is_done_on_the_page() {
    let mut stage = half_day();
    stage.keys("+ a<Enter><C-f><Tab><C-k>help<Enter>");
    assert!(stage.model.page.is_some());
    assert!(matches!(stage.model.overlay, Some(Overlay::Help { .. })));
}

#[test]
fn no_two_rows_do_the_same_where_enter_begins_a_line() {
    let mut stage = half_day();
    stage.keys("<C-k>settings<Enter>");
    stage
        .model
        .keys
        .choose_enter(knownow::domain::settings::EnterKey::BeginsLine);
    stage.keys("<Esc><C-k>save the note");
    assert_eq!(listed(&stage), ["Save the note, start the next"]);
}

#[test]
fn a_list_that_goes_on_below_says_so() {
    let mut stage = half_day();
    stage.keys("<C-k>");
    let all = listed(&stage).len();
    let screen = stage.screen(80, 24);
    assert!(screen.contains(&format!("of {all}")), "{screen}");
    stage.keys("late");
    assert!(!stage.screen(80, 24).contains(&format!("of {all}")));
}
