//! Two visits change places.

use crate::{
    late::{PLANNED, at_two_sizes, half_day, late_in_year_6, way},
    stage::{Stage, shows},
};

#[test]
fn two_visits_to_come_are_swapped_by_three_keys_and_the_group_stays_where_it_is() {
    let mut stage = half_day("09:16");
    stage.keys("+ they still count in twos<Enter><C-d>s");
    shows("late_swap_to_come", &at_two_sizes(&stage));
    stage.keys("<Enter>");
    let (told, here) = lessons(&stage);
    assert_eq!(
        (told.as_str(), here.as_str()),
        (
            "Year 5 09:00-09:15, Year 6 09:15-09:30, Year 3 09:30-09:45, Year 4 09:45-10:00, Year 2 10:00-10:15",
            "Year 6"
        )
    );
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Year 4 and Year 3 are swapped."), "{screen}");
    assert_eq!(
        stage.day().prompts.offered(),
        0,
        "notes stay where they were made"
    );
    stage.keys("<C-z>");
    assert_eq!(way(&stage), PLANNED);
}

#[test]
fn what_is_left_of_the_class_one_goes_to_is_said_before_it_is_swapped() {
    let mut stage = half_day("09:16");
    stage.at("09:25");
    stage.keys("<C-d>h");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Year 4 keeps 5 of 15 min"), "{screen}");
    assert!(!screen.contains("Year 6 keeps"), "{screen}");
    let mut stage = half_day("09:16");
    stage.keys("<C-d>s");
    let screen = stage.screen(80, 24);
    assert!(
        !screen.contains("Year 3 keeps"),
        "what is to come keeps its time: {screen}"
    );
}

#[test]
fn who_is_late_swaps_what_is_to_come_and_stays_as_late() {
    let mut stage = late_in_year_6();
    stage.at("09:35");
    stage.keys("<C-d>s<Enter>");
    let (told, here) = lessons(&stage);
    assert!(
        told.contains("Year 6 09:15-09:30, Year 3 09:30-09:45, Year 4 09:45-10:00"),
        "{told}"
    );
    assert_eq!(
        (here.as_str(), stage.day().position.map(|at| at.late)),
        ("Year 6", Some(7))
    );
    stage.at("09:37");
    assert_eq!(lessons(&stage).1, "Year 3");
    stage.die_and_reopen();
    assert_eq!(lessons(&stage), (told, "Year 3".into()), "it is on the disk");
}

#[test]
fn another_visit_is_chosen_on_the_sheet_and_the_class_one_is_in_only_in_the_list() {
    let mut stage = half_day("09:16");
    stage.keys("<C-d><Down><Down>s");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Swap Year 3 with"), "{screen}");
    stage.keys("<Esc><C-d>s6<Enter>");
    let (told, here) = lessons(&stage);
    assert!(
        told.contains("Year 4 09:15-09:30, Year 6 09:30-09:45, Year 3"),
        "{told}"
    );
    assert_eq!(here, "Year 4", "four keys to leave the class");
    // Where only one is to come the class where one is comes last.
    let mut stage = half_day("09:46");
    stage.keys("<C-d>s");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Swap Year 2 with"), "{screen}");
    assert!(!screen.contains("> Year 3 - you are there"), "{screen}");
    let listed = screen.lines().rfind(|line| line.contains("   Year "));
    assert!(
        listed.is_some_and(|last| last.contains("Year 3 - you are there")),
        "{screen}"
    );
}

#[test]
fn what_the_group_sees_anyway_is_said_beside_another_groups_visit() {
    let mut stage = half_day("09:16");
    stage.keys("<C-d>s");
    let screen = stage.screen(100, 30);
    let row = |class: &str, times: &str| {
        let mut lines = screen.lines();
        lines.find(|line| line.contains(class) && line.contains(&format!("Group 2 {times}")))
    };
    for (class, times, seen) in [
        ("Reception", "09:30-09:45", None),
        ("Year 6", "09:45-10:00", Some("you see it at 09:15")),
        ("Year 5", "10:00-10:15", Some("you see it at 09:00")),
    ] {
        let row = row(class, times).unwrap_or_else(|| panic!("{class} is not on\n{screen}"));
        assert_eq!(row.contains("you see it"), seen.is_some(), "{row}");
        assert!(seen.is_none_or(|seen| row.contains(seen)), "{row}");
    }
}

#[test]
fn in_no_class_there_is_none_to_leave() {
    let mut stage = half_day("08:40");
    stage.keys("<C-d>h");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("You are in no class now;"), "{screen}");
    stage.keys("s");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Swap Year 5 with"), "{screen}");
}

#[test]
fn a_swap_takes_three_keys_and_brings_the_notes_along() {
    let mut stage = half_day("09:16");
    stage.keys("+ they still count in twos<Enter>");
    stage.keys("<C-d>h");
    shows("late_swap", &at_two_sizes(&stage));
    stage.keys("<Enter>");
    assert!(
        way(&stage).contains("09:15 Year 4, 09:30 Year 6, 09:45 Year 3"),
        "{}",
        way(&stage)
    );
    shows("late_swapped", &stage.screen(80, 24));
    stage.keys("<C-u>");
    let note = stage.day().note(stage.day().board.mine[0]).expect("the note");
    assert_eq!(
        note.body.place.visit.as_ref().map(|visit| visit.words.as_str()),
        Some("Year 4")
    );
    stage.keys("<C-z><C-z>");
    assert_eq!(way(&stage), PLANNED);
    let note = stage.day().note(stage.day().board.mine[0]).expect("the note");
    assert_eq!(
        note.body.place.visit.as_ref().map(|visit| visit.words.as_str()),
        Some("Year 6")
    );
}

/// The places of the lessons with their times today, and where the group is.
fn lessons(stage: &Stage) -> (String, String) {
    let day = stage.day();
    let stops = day.route.stops().iter().filter(|stop| stop.place.visit.is_some());
    let told = stops.map(|stop| {
        let view = day.today.plan.view(stop, day.me.group.as_ref()).expect("a place");
        let class = view.visit.map_or("", |visit| &visit.class);
        format!("{class} {}-{}", stop.starts.hh_mm(), stop.ends.hh_mm())
    });
    let here = day.here().and_then(|here| here.visit);
    let here = here.map_or(String::new(), |visit| visit.class.clone());
    (told.collect::<Vec<_>>().join(", "), here)
}

#[test]
fn a_swap_while_late_loses_no_class() {
    let begin = "Year 5 09:00-09:15, Year 6 09:15-09:30, Year 4 09:30-10:10, ";
    let mut stage = half_day("10:10");
    stage.keys("<C-p><C-d>hYear 2<Enter>");
    let (told, here) = lessons(&stage);
    assert_eq!(
        (told, here.as_str()),
        (format!("{begin}Year 2 10:10-10:13, Year 3 10:13-10:15"), "Year 2")
    );
    let after = lessons(&stage);
    stage.die_and_reopen();
    assert_eq!(lessons(&stage), after);
    let mut stage = half_day("10:14");
    stage.keys("<C-p><C-d>hYear 2<Enter>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("Not swapped: no time is left for both"),
        "{screen}"
    );
    assert!(
        lessons(&stage)
            .0
            .ends_with("Year 3 09:45-10:00, Year 2 10:00-10:15")
    );
}

#[test]
fn a_swap_at_a_place_that_was_overstayed_takes_what_lies_between_along() {
    let mut stage = half_day("09:16");
    stage.keys("<C-p>");
    stage.at("09:35");
    stage.keys("<C-d>hYear 4<Enter>");
    let (told, here) = lessons(&stage);
    assert_eq!(
        (told.as_str(), here.as_str()),
        (
            "Year 4 09:35-09:39, Year 6 09:39-09:42, Year 5 09:42-09:45, Year 3 09:45-10:00, Year 2 10:00-10:15",
            "Year 4"
        )
    );
}

#[test]
fn a_swap_while_late_and_following_keeps_the_lateness() {
    for (now, given) in [("09:24", "09:17"), ("09:29", "09:22")] {
        let mut stage = late_in_year_6();
        stage.at(now);
        stage.keys("<C-d>hYear 4<Enter>");
        let (told, here) = lessons(&stage);
        assert!(
            told.contains(&format!("Year 4 {given}-09:30, Year 6 09:30-09:45")),
            "{told}"
        );
        assert_eq!(
            (here.as_str(), stage.day().position.map(|at| at.late)),
            ("Year 4", Some(7))
        );
    }
    let mut stage = late_in_year_6();
    stage.at("09:35");
    stage.keys("<C-d>hYear 4<Enter>");
    let (told, here) = lessons(&stage);
    assert!(
        told.contains("Year 4 09:35-09:40, Year 6 09:40-09:45, Year 3"),
        "{told}"
    );
    assert_eq!(here, "Year 4");
}

#[test]
fn a_swap_that_puts_two_groups_into_one_room_is_refused() {
    // Group 2 is in Year 6 when Group 1 was to be in Year 3.
    let mut stage = half_day("09:16");
    let before = way(&stage);
    for opens in ["<C-d>h", "<C-k>swap the class<Enter>"] {
        stage.keys(opens);
        stage.keys("Year 3<Enter>");
        let screen = stage.screen(80, 24);
        assert!(screen.contains("Not swapped: two groups would be in"), "{screen}");
        assert_eq!(way(&stage), before);
        if opens == "<C-d>h" {
            shows("late_swap_barred", &screen);
        }
        // The list stays, for another choice.
        stage.keys("<BS><BS><BS><BS><BS><BS>");
        let screen = stage.screen(80, 24);
        assert!(!screen.contains("Not swapped"), "{screen}");
        stage.keys("Year 2<Enter>");
        assert_ne!(way(&stage), before);
        stage.keys("<C-z>");
        assert_eq!(way(&stage), before);
    }
}
