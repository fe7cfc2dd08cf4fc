//! The settings screen: what is set is seen at once, is in the file, and what is wrong in the file is said.

use std::fmt::Write;

use knownow::{
    app::message::Message,
    domain::settings::{Borders, EnterKey, ThemeChoice},
    ui::{
        lines::Lines,
        theme::{Role, Theme},
    },
};

use crate::stage::{Stage, shows};

/// The way to the screen.
const OPEN: &str = "<C-k>settings<Enter>";
const WRONG: &str =
    "// mine\n(\n    theme: \"drak\",\n    borders: ascii,\n    colour: \"red\",\n    enter: \"save\",\n)\n";
const EXAMPLE: &str = include_str!("../../config/themes/example.ron");

fn on_the_day() -> Stage {
    Stage::new("half-day-maths", "Head of School B", "2026-12-01 09:16")
}

fn set_by(text: Option<&str>) -> Stage {
    let mut stage = on_the_day();
    stage.set_by(text);
    stage
}

#[test]
fn the_settings_at_three_sizes() {
    let mut stage = set_by(None);
    stage.keys(OPEN);
    for (columns, rows) in [(60, 15), (80, 24), (100, 30), (140, 45)] {
        shows(
            &format!("settings_{columns}x{rows}"),
            &stage.screen(columns, rows),
        );
    }
    stage.keys("<Down><Down><Down><Down>");
    shows("settings_folder", &stage.screen(80, 24));
}

#[test]
fn what_is_wrong_stands_beside_its_value_with_its_line() {
    let mut stage = set_by(Some(WRONG));
    let said = stage.screen(100, 30);
    assert!(
        said.contains("settings.ron, line 3: `theme` can't be used (and 2 more). Ctrl+K settings"),
        "{said}"
    );
    // It is said once.
    stage.keys("x<C-a><Del>");
    assert!(!stage.screen(100, 30).contains("can't be used"));
    stage.keys(OPEN);
    for (columns, rows) in [(60, 15), (80, 24), (100, 30), (140, 45)] {
        shows(
            &format!("settings_wrong_{columns}x{rows}"),
            &stage.screen(columns, rows),
        );
    }
    // In a small window the last setting is shown with all that follows it.
    stage.keys("<Down><Down><Down><Down>");
    let small = stage.screen(60, 15);
    assert!(
        small.contains("enter, mouse,") && small.contains("     sessions."),
        "{small}"
    );
    stage.keys("<Up><Up><Up><Up>");
    // What is changed is right from then on; the rest stays to be seen.
    stage.keys("<Right>");
    let file = stage.settings_file();
    assert_eq!(file, WRONG.replace("\"drak\"", "\"light\""));
    let said = stage.screen(100, 30);
    assert!(!said.contains("drak") && said.contains("line 5"), "{said}");
}

#[test]
fn a_theme_is_seen_at_once_and_is_in_the_file() {
    let mut stage = on_the_day();
    stage.own_theme("oakfield", EXAMPLE);
    stage.set_by(None);
    stage.keys(OPEN);
    let mut seen = Vec::new();
    for _ in 0..6 {
        stage.keys("<Right>");
        seen.push(stage.theme().name().to_owned());
        let word = format!(
            "theme: \"{}\"",
            stage
                .model
                .settings
                .now()
                .word(knownow::domain::settings::Setting::Theme)
        );
        assert!(stage.settings_file().contains(&word), "{word}");
    }
    assert_eq!(
        seen,
        ["light", "dark", "high-contrast", "mono", "oakfield", "terminal"]
    );
    stage.keys("<Left>");
    assert_eq!(
        stage.model.settings.now().theme,
        ThemeChoice::Own("oakfield".into())
    );
    // The next start finds it.
    stage.set_by(None);
    assert_eq!(stage.theme().name(), "oakfield");
    stage.keys("<Esc>");
    assert!(stage.screen(80, 24).contains("Lesson visits"));
}

#[test]
fn a_broken_file_is_kept_beside_and_a_failure_counts_for_this_run() {
    let mut stage = set_by(Some("(theme: \"dark\n"));
    stage.keys(OPEN);
    stage.keys("<Right>");
    shows("settings_anew", &stage.screen(80, 24));

    let mut stage = set_by(None);
    stage.settings_are_barred();
    stage.keys(OPEN);
    stage.keys("<Down><Right>");
    shows("settings_not_saved", &stage.screen(80, 24));
    assert_eq!(stage.model.settings.now().borders, Borders::Unicode);
    // Closed before it was heard of, the notice line says it.
    stage.keys("<Esc>");
    assert!(stage.theme().lines() == Lines::Unicode);
}

#[test]
fn the_folder_of_sessions_is_typed_and_counts_from_the_next_start() {
    let mut stage = set_by(None);
    stage.keys(OPEN);
    stage.keys("<Down><Down><Down><Down><Enter>reviews<Enter>");
    let said = stage.screen(100, 30);
    assert!(said.contains("\"reviews\" does not say from where"), "{said}");
    assert_eq!(stage.model.settings.now().sessions, None);
    stage.keys("<Enter>/srv/reviews<Enter>");
    assert!(stage.settings_file().contains("sessions: \"/srv/reviews\""));
    assert!(stage.screen(100, 30).contains("/srv/reviews"));
    stage.keys("<Enter><C-u><Enter>");
    assert!(stage.settings_file().contains("sessions: \"\""));
}

#[test]
fn where_enter_begins_a_line_ctrl_s_saves_and_the_screen_says_so() {
    let mut stage = on_the_day();
    let welcomed = stage.screen(80, 24);
    assert!(
        welcomed.contains("Enter save") && !welcomed.contains("Ctrl+S"),
        "{welcomed}"
    );
    stage.set_by(Some("(enter: \"new-line\")"));
    assert_eq!(stage.model.settings.now().enter, EnterKey::BeginsLine);
    let said = stage.screen(80, 24);
    assert!(
        said.contains("Ctrl+S save") && !said.contains("Enter save"),
        "{said}"
    );
    // On an empty line Enter does nothing, and Ctrl+S says how it stands.
    stage.keys("<Enter>");
    assert!(stage.day().capture.started().is_none());
    stage.keys("<C-s>");
    assert!(stage.screen(80, 24).contains("everything is on the disk"));
    stage.keys("+ whiteboards<Enter>in every class<C-s>");
    let notes: Vec<String> = stage
        .day()
        .records
        .notes
        .live()
        .map(|note| note.body.text.clone())
        .collect();
    assert_eq!(notes, ["whiteboards\nin every class"]);
    stage.keys("<F1>");
    let help = stage.screen(100, 45);
    let row = |words: &str| {
        help.lines()
            .find(|line| line.contains(words))
            .unwrap_or_default()
            .to_owned()
    };
    assert!(row("Save the note, start the next").contains("Ctrl+S"), "{help}");
    assert!(row("New line in the note").contains("Enter"), "{help}");
    stage.keys("<Esc><C-k>save the note");
    shows("settings_enter_in_palette", &stage.screen(80, 24));
    // In a list Enter takes the row, as everywhere.
    stage.keys("<Esc><C-g><Enter>");
    assert!(stage.model.overlay.is_none());
}

#[test]
fn it_is_reached_from_the_list_of_sessions_too() {
    let mut stage = set_by(Some(WRONG));
    stage.keys("<C-k>list of sessions<Enter>");
    stage.keys(OPEN);
    let said = stage.screen(80, 24);
    assert!(said.contains("Settings") && said.contains("Colours"), "{said}");
    stage.keys("<Esc>");
    assert!(stage.model.overlay.is_none());
}

#[test]
fn every_theme_is_drawn_and_shows_the_same_words() {
    let mut stage = on_the_day();
    stage.own_theme("oakfield", EXAMPLE);
    stage.set_by(None);
    stage.keys("+ whiteboards: all answers at once<Enter>- two wait<Enter>");
    let words = stage.screen_by(&Theme::mono(), 100, 30);
    assert!(
        words.contains("+ Strengths") && words.contains("two wait"),
        "{words}"
    );
    let mut looks = String::new();
    for _ in 0..6 {
        let theme = stage.theme();
        assert_eq!(stage.screen_by(&theme, 100, 30), words, "{}", theme.name());
        let _ = writeln!(looks, "{}", theme.name());
        for role in Role::ALL {
            let style = theme.style(role);
            let colour = style
                .fg
                .map_or_else(|| "plain".into(), |colour| colour.to_string());
            let way = style.add_modifier;
            let _ = writeln!(looks, "  {:<14}{colour} {way:?}", role.name());
        }
        stage.keys(OPEN);
        stage.keys("<Right><Esc>");
    }
    shows("settings_themes", &looks);
}

/// Ways to screens, from the day.
const WAYS: [&str; 26] = [
    "",
    "+ a line that is so long that it can be seen nowhere in full, whatever the size of the window may be, here or there",
    "<F1>",
    "<C-k>",
    "<C-g>",
    "<C-d>",
    "<C-d>n",
    "<C-u>",
    "<C-k>coverage<Enter>",
    "<C-k>evidence by<Enter>",
    "<C-k>planned against<Enter>",
    "<C-k>plan: look<Enter>",
    "<C-k>plan: look<Enter><F1>",
    "<C-k>findings: from<Enter>",
    "<C-k>findings: from<Enter>d",
    "<C-k>compare<Enter>",
    "<C-f>",
    "<C-f>/whiteboards",
    "<C-f><Enter>",
    "<C-k>report ...<Enter>",
    "<C-k>before handing<Enter>",
    "<C-k>settings<Enter>",
    "<C-k>change who<Enter>",
    "<C-k>bring in<Enter>",
    "<C-k>take in<Enter>",
    "<C-e>",
];

/// The letters that people typed into an example; marks of the program are none of them.
fn typed_in(source: &str) -> String {
    let records = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sessions")
        .join(source)
        .join("records");
    let files = std::fs::read_dir(records).into_iter().flatten();
    let texts = files.map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("text"));
    let texts: String = texts.collect();
    texts
        .chars()
        .filter(|letter| !matches!(letter, '\u{2000}'..='\u{2fff}'))
        .collect()
}

#[test]
fn on_an_old_console_every_screen_is_drawn_with_the_signs_of_a_typewriter() {
    let (mut elsewhere, mut drawn) = (0, 0);
    for source in ["half-day-maths-80-notes", "two-day-quality", "half-day-maths"] {
        let typed = typed_in(source);
        for way in WAYS {
            let who = if source == "two-day-quality" {
                "Reviewer 1"
            } else {
                "Head of School B"
            };
            let time = if source == "two-day-quality" {
                "09:16"
            } else {
                "2026-12-01 09:16"
            };
            let mut stage = Stage::new(source, who, time);
            stage.keys(way);
            for (columns, rows) in [(60, 15), (80, 24), (100, 30), (140, 45)] {
                let old = stage.screen_in(Lines::Ascii, columns, rows);
                let odd = old
                    .chars()
                    .filter(|letter| !letter.is_ascii() && !typed.contains(*letter));
                let odd: Vec<char> = odd.collect();
                assert_eq!(odd, [], "{source} {way} {columns}x{rows}\n{old}");
                let new = stage.screen_in(Lines::Unicode, columns, rows);
                elsewhere += usize::from(new.contains('\u{2026}'));
                drawn += usize::from(new.contains('\u{2500}') || new.contains('\u{2502}'));
                assert_eq!(old.lines().count(), new.lines().count());
            }
        }
    }
    // Or nothing would have been mapped.
    assert!(elsewhere > 50 && drawn > 200, "{elsewhere} {drawn}");
}

#[test]
fn letters_that_people_type_stay_what_they_are() {
    let mut stage = on_the_day();
    stage.keys("+ r\u{e9}p\u{e9}t\u{e9} \u{2713}");
    let old = stage.screen_in(Lines::Ascii, 80, 24);
    assert!(old.contains("+ r\u{e9}p\u{e9}t\u{e9} \u{2713}"), "{old}");
    let new = stage.screen_in(Lines::Unicode, 80, 24);
    shows("settings_unicode", &new);
    let theme = Theme::mono().with_lines(Lines::Unicode);
    assert_eq!(theme.lines().name(), "unicode");
}

/// The files are read before a session comes onto the screen: what is wrong in them is said there all the same.
#[test]
fn what_is_wrong_is_said_where_a_session_is_opened_at_once() {
    let start = |keys: Option<&str>| {
        let mut stage = on_the_day();
        stage.model = knownow::app::Model::new(stage.now);
        stage.set_by(Some(WRONG));
        let opened = stage.reopened();
        stage.take(opened);
        let own = knownow::app::keys::OwnKeys::shipped();
        stage.take(Message::KeysRead(own, keys.map(str::to_string)));
        stage
    };
    let alone = start(None).screen(80, 24);
    assert!(alone.contains("settings.ron, line 3"), "{alone}");
    let mut both = start(Some("keys.ron line 4: it is odd: `knownow doctor`"));
    let screen = both.screen(80, 24);
    assert!(screen.contains("settings.ron, line 3 and keys.ron"), "{screen}");
    assert!(screen.contains("knownow doctor"), "{screen}");
    both.keys("<C-l>");
    assert!(both.screen(80, 24).contains("keys.ron line 4: it is odd"));
    // Both at once, too, where the list of sessions is opened.
    let mut home = on_the_day();
    home.model = knownow::app::Model::new(home.now);
    home.set_by(Some(WRONG));
    home.take(Message::SessionsFound(knownow::app::home::Found::default()));
    let own = knownow::app::keys::OwnKeys::shipped();
    home.take(Message::KeysRead(own, Some("keys.ron line 4: it is odd".into())));
    let screen = home.screen(80, 24);
    assert!(screen.contains("settings.ron, line 3 and keys.ron"), "{screen}");
}

#[test]
fn a_theme_of_ones_own_with_a_taken_name_stops_no_one_on_the_way_round() {
    let mut stage = on_the_day();
    stage.own_theme("dark", EXAMPLE);
    stage.own_theme("zebra", EXAMPLE);
    stage.set_by(Some("(theme: \"auto\")"));
    stage.keys(OPEN);
    let mut seen = vec![stage.model.settings.now().theme.clone()];
    for _ in 0..6 {
        stage.keys("<Right>");
        seen.push(stage.model.settings.now().theme.clone());
    }
    assert_eq!(seen[5], ThemeChoice::Own("zebra".into()), "{seen:?}");
    assert_eq!(seen[6], ThemeChoice::Auto, "{seen:?}");
    assert!(
        stage.screen(100, 30).contains("dark.ron"),
        "{}",
        stage.screen(100, 30)
    );
}
