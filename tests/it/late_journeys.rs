//! A morning that runs late, in the real program.

use knownow::domain::{ids::GroupId, records::Records, route::Route, today::Today};

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{demo_at, note, plan, quit, read_records, records_files, rehearsal, reopen};

/// Presses keys that change the day, and waits until the program says so and that it is on the disk.
fn change(screen: &mut Screen, keys: &str, said: &str) {
    screen.keys(keys);
    screen.wait_for(said);
    screen.wait_until(|screen| screen.contents().contains("saved 09:"));
}

/// The classes of Group 1 with their times today, as the files have them.
fn classes(home: &Home) -> Vec<String> {
    let folder = rehearsal(home);
    let mut records = Records::default();
    for file in records_files(&folder) {
        records.merge(read_records(&folder, &file).records);
    }
    let group = GroupId::new("group-1");
    let today = Today::of(&plan(&folder), &records, Some(&group));
    let route = Route::of(&today.plan, Some(&group));
    let visits = route.stops().iter().filter(|stop| stop.nth_visit.is_some());
    let class = |stop| today.plan.view(stop, Some(&group)).and_then(|view| view.visit);
    visits
        .map(|stop| {
            let class = class(stop).map_or("", |visit| visit.class.as_str());
            let seen = stop.place.visit.as_ref().and_then(|visit| today.not_seen(visit));
            let because = seen.map_or("", |not_seen| not_seen.because.as_str());
            format!("{} {class} {because}", stop.starts.hh_mm())
                .trim_end()
                .to_string()
        })
        .collect()
}

#[test]
fn a_late_morning_is_pushed_squeezed_and_swapped_and_all_of_it_is_there_again() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    screen.keys("<C-d>+++++++");
    screen.wait_for("7 min late   for Group 1   fixed points stay");
    screen.wait_for("Year 2 keeps 8 of 15 min");
    change(
        &mut screen,
        "<Enter>",
        "Year 4 and Year 3 are pushed by 7 min, Year 2 keeps 8.",
    );
    assert_eq!(
        classes(&home),
        [
            "09:00 Year 5",
            "09:15 Year 6",
            "09:37 Year 4",
            "09:52 Year 3",
            "10:07 Year 2"
        ]
    );

    screen.keys("<C-d>+++<Right>");
    screen.wait_for("3 min late");
    change(&mut screen, "<Enter>", "Year 4 keeps 14, Year 3 14, Year 2 7.");
    // Group 2 will be in Year 6 when Group 1 would come there from Year 4.
    screen.keys("<C-d>hYear 4<Enter>");
    screen.wait_for("Not swapped: two groups would be in Year 6");
    // The list stays open for another choice.
    change(
        &mut screen,
        "<Backspace><Backspace><Backspace><Backspace><Backspace><Backspace>Year 2<Enter>",
        "Year 6 and Year 2 are swapped.",
    );
    note(&mut screen, "+ cubes on every desk", "cubes on every desk");
    change(
        &mut screen,
        "<C-d>n<Down><Enter>in the hall<Enter>",
        "Year 4 was not seen: noted.",
    );
    let told = classes(&home);
    assert_eq!(told[1], "09:15 Year 2");
    assert!(!told.iter().any(|class| class.contains("Year 4")), "{told:?}");
    quit(&mut screen);

    let mut screen = reopen(&home, &rehearsal(&home));
    screen.wait_for("NOW 09:15 Year 2");
    screen.wait_for("Y2 cubes on every desk");
    assert_eq!(classes(&home), told);
    quit(&mut screen);
}

#[test]
fn a_late_day_is_pushed_with_three_keys() {
    let home = Home::new();
    // By the clock Year 6 began at 09:15; the group is still in Year 5, which was to end then.
    let mut screen = demo_at(&home, "09:22", 80, 24);
    screen.wait_for("NOW 09:15 Year 6");
    let keys = ["<C-d>", "p", "<Enter>"];
    screen.keys(keys[0]);
    screen.wait_for("Still in Year 5, 7 min late? p; or 4 push, 5 squeeze, 6 drop");
    screen.keys(keys[1]);
    screen.wait_for("7 min late   for Group 1   fixed points stay");
    change(&mut screen, keys[2], "are pushed by 7 min");
    let told = classes(&home);
    assert_eq!(&told[..3], ["09:00 Year 5", "09:22 Year 6", "09:37 Year 4"]);
    screen.wait_for("AT 09:00 Year 5");
    quit(&mut screen);
}
