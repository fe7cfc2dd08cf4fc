use super::*;
use crate::ui::keymap::{find, in_words, rows_at};

fn wanted(lines: &[(&str, &str, &[&str])]) -> (OwnKeys, Vec<KeyFault>) {
    let wanted: Vec<Wanted> = (1..)
        .zip(lines)
        .map(|(line, (screen, action, keys))| Wanted {
            screen: (*screen).into(),
            action: (*action).into(),
            keys: keys.iter().map(ToString::to_string).collect(),
            line,
        })
        .collect();
    own_keys(&wanted)
}

/// What the key does there, by its name in files.
fn does(own: &OwnKeys, context: Context, key: &str) -> Option<String> {
    find(own, context, key).map(|row| row.binding.does.name())
}

fn why(lines: &[(&str, &str, &[&str])]) -> Vec<(usize, Why)> {
    let (own, faults) = wanted(lines);
    assert!(own.is_empty() || lines.len() > 1, "{own:?}");
    faults.into_iter().map(|fault| (fault.line, fault.why)).collect()
}

#[test]
fn keys_are_taken_by_their_names_in_any_case() {
    let (own, faults) = wanted(&[
        ("day", "next-place", &["f4", "alt+n"]),
        ("plan", "plan-fold", &["z"]),
    ]);
    assert_eq!(faults, []);
    assert_eq!(does(&own, Context::Day, "F4").as_deref(), Some("next-place"));
    assert_eq!(does(&own, Context::Day, "Alt+N").as_deref(), Some("next-place"));
    assert_eq!(does(&own, Context::Day, "F8"), None);
    assert_eq!(does(&own, Context::Plan, "z").as_deref(), Some("plan-fold"));
    // An arrow does what it does everywhere; a key is added to it.
    assert_eq!(does(&own, Context::Plan, "Left").as_deref(), Some("plan-fold"));
}

#[test]
fn two_actions_can_change_their_keys() {
    let (own, faults) = wanted(&[("day", "enter", &["Ctrl+S"]), ("day", "save", &["Enter"])]);
    assert_eq!(faults, []);
    assert_eq!(does(&own, Context::Day, "Ctrl+S").as_deref(), Some("enter"));
    assert_eq!(does(&own, Context::Day, "Enter").as_deref(), Some("save"));
}

#[test]
fn what_is_wrong_is_told_and_leaves_the_shipped_key() {
    let key = String::from;
    assert_eq!(why(&[("dya", "help", &["F4"])]), [(1, Why::NoScreen)]);
    assert_eq!(why(&[("day", "helpp", &["F4"])]), [(1, Why::NoAction)]);
    assert_eq!(why(&[("day", "help", &["F44"])]), [(1, Why::NoKey(key("F44")))]);
    assert_eq!(
        why(&[("day", "help", &["Ctrl+I"])]),
        [(1, Why::NotSent(key("Ctrl+I")))]
    );
    assert_eq!(
        why(&[("day", "help", &["ctrl+shift+n"])]),
        [(1, Why::NotSent(key("ctrl+shift+n")))]
    );
    assert_eq!(
        why(&[("plan", "help", &["Ctrl+C"])]),
        [(1, Why::Reserved(key("Ctrl+C")))]
    );
    assert_eq!(why(&[("day", "help", &["h"])]), [(1, Why::Types(key("h")))]);
    assert_eq!(
        why(&[("list", "help", &["Space"])]),
        [(1, Why::Types(key("Space")))]
    );
    assert_eq!(why(&[("plan", "help", &["]"])]).len(), 1);
    assert_eq!(why(&[("day", "safeguarding", &["F4"])]), [(1, Why::Fixed)]);
    assert_eq!(why(&[("hidden", "close", &["F4"])]), [(1, Why::Fixed)]);
    assert_eq!(why(&[("day", "enter", &[])]), [(1, Why::NeedsKey)]);
    assert_eq!(why(&[("day", "palette", &[])]), [(1, Why::NeedsKey)]);
    assert_eq!(why(&[("entry", "quit", &[])]), [(1, Why::NeedsKey)]);
    assert_eq!(
        why(&[("day", "help", &["Ctrl+E"])]),
        [(
            1,
            Why::Clash("Ctrl+E", "Safeguarding: hide the screen, see whom to tell")
        )]
    );
    let (own, faults) = wanted(&[("day", "help", &["F4"]), ("day", "help", &["Ctrl+T"])]);
    assert_eq!(does(&own, Context::Day, "F4").as_deref(), Some("help"));
    assert_eq!(faults[0].why, Why::Twice(1));
}

#[test]
fn of_two_that_want_a_key_the_one_further_down_gives_way_and_so_on() {
    let (own, faults) = wanted(&[
        ("day", "help", &["F4"]),
        ("day", "coverage", &["F4"]),
        // This takes the key that `save` gives up, and gets it back when that can't have another one.
        ("day", "save", &["Ctrl+E"]),
        ("day", "evidence", &["Ctrl+S"]),
    ]);
    assert_eq!(does(&own, Context::Day, "F4").as_deref(), Some("help"));
    assert_eq!(does(&own, Context::Day, "Ctrl+S").as_deref(), Some("save"));
    let lines: Vec<usize> = faults.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [2, 3, 4], "{faults:?}");
}

/// Whatever is in the file, no key of a screen does two things, and the ways out are there.
#[test]
fn no_file_takes_the_ways_out_or_makes_a_key_do_two_things() {
    let names: Vec<&str> = FURTHER
        .iter()
        .copied()
        .chain(["Ctrl+E", "F3", "]", "1-9", "+"])
        .collect();
    for turn in (0..names.len()).step_by(9) {
        let asked: Vec<Wanted> = keys()
            .enumerate()
            .filter(|(number, _)| number % 4 == turn % 4)
            .map(|(number, row)| Wanted {
                screen: row.context.name(),
                action: row.does.name(),
                keys: (0..(number + turn) % 3)
                    .map(|further| names[(number * 7 + turn + further * 5) % names.len()].to_owned())
                    .collect(),
                line: number + 1,
            })
            .collect();
        let (own, _) = own_keys(&asked);
        for row in keys() {
            let here = rows_at(&own, row.context);
            let mut pressed: Vec<&str> = here.clone().flat_map(|row| row.keys).copied().collect();
            let all = pressed.len();
            pressed.sort_unstable();
            pressed.dedup();
            assert_eq!(pressed.len(), all, "{:?}", row.context);
            let mut here = here.filter(|held| std::ptr::eq(held.binding, row));
            let held = here.next().map(|held| held.keys.len());
            let way_out = matches!(
                row.does,
                Does::Palette | Does::Action(Action::Enter | Action::Close | Action::Safeguarding)
            );
            assert!(held > Some(0) || row.keys.is_empty() || !way_out, "{}", row.words);
        }
    }
}

#[test]
fn words_name_the_keys_that_hold() {
    let (own, _) = wanted(&[
        ("day", "undo", &["F4"]),
        ("day", "next-place", &[]),
        ("day", "next-prompt", &["Alt+T"]),
        ("check", "report-open", &["z"]),
    ]);
    let told = |text| in_words(&own, &[Context::Check, Context::Day], text).into_owned();
    assert_eq!(
        told("Deleted. Ctrl+Z brings it back."),
        "Deleted. Ctrl+Z brings it back."
    );
    let told_there = |text| in_words(&own, &[Context::Day], text).into_owned();
    assert_eq!(
        told_there("Deleted. Ctrl+Z brings it back."),
        "Deleted. F4 brings it back."
    );
    assert_eq!(
        told_there("staying until Ctrl+N"),
        "staying until Ctrl+K next-place"
    );
    assert_eq!(
        told_there("Tab: here, Tabitha; (Ctrl+Z)"),
        "Alt+T: here, Tabitha; (F4)"
    );
    assert_eq!(
        told("Seen to. p: make the report. A group's p."),
        "Seen to. z: make the report. A group's z."
    );
    assert_eq!(told("Year 5's p-levels"), "Year 5's p-levels");
    assert_eq!(in_words(&OwnKeys::shipped(), &[Context::Day], "Ctrl+Z"), "Ctrl+Z");
}
