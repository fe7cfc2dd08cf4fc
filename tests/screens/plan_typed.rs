//! What is said of what was typed into a plan, and where the lines of the check lead.

use crate::{
    plan_page::{goes_to, planning, says, types},
    stage::Stage,
};

/// The screen says this, over one line or several.
fn tells(stage: &Stage, words: &str) {
    let screen = stage.screen(80, 24);
    let text = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(words), "{words:?} is not on\n{screen}");
}

#[test]
fn a_name_is_taken_and_warned_of_where_it_is_typed() {
    let mut stage = planning();
    goes_to(&mut stage, "Head of School B  ");
    stage.keys("aMrs Rachel Green<Enter>");
    tells(&stage, "Changed, but the check says:");
    tells(&stage, "\"Mrs Rachel Green\" is somebody's name");
    assert!(
        stage
            .plan_on_disk()
            .people
            .iter()
            .any(|person| person.name == "Mrs Rachel Green")
    );
    goes_to(&mut stage, "Staff involved");
    stage.keys("aHannah Patel, maths lead<Enter>");
    tells(&stage, "\"Hannah Patel\" is somebody's name");
    // From the check a key leads to the very line.
    goes_to(&mut stage, "\"Hannah Patel\" is somebody's name");
    stage.keys("<Enter>");
    says(&stage, ">      Hannah Patel, maths lead");
    goes_to(&mut stage, "\"Mrs Rachel Green\" is somebody's name");
    stage.keys("<Enter>");
    says(&stage, ">      Mrs Rachel Green");
}

#[test]
fn a_visit_and_a_row_that_name_somebody_are_warned_of() {
    let mut stage = planning();
    goes_to(&mut stage, "Lesson visits");
    stage.keys("<Right>");
    goes_to(&mut stage, "+ Groups      Group 1");
    stage.keys("<Right><Right><Right><Down><Enter>");
    types(&mut stage, "09:00 Year 5 Miss Jones<Enter>");
    tells(&stage, "\"Miss Jones\" is somebody's name");
    goes_to(&mut stage, "Meet teachers");
    stage.keys("<Enter>");
    types(&mut stage, "Meet Hannah Patel<Enter>");
    tells(&stage, "\"Hannah Patel\" is somebody's name");
}

#[test]
fn each_line_of_the_check_leads_to_the_very_line() {
    let mut stage = planning();
    goes_to(&mut stage, "How effective is universal provision");
    // Its title and its line of enquiry have the same words.
    stage.keys("<Home><Down><Down><Down><Down>");
    stage.keys("d");
    goes_to(&mut stage, "Head of School B  ");
    stage.keys("aGroup keeper<Enter>");
    goes_to(&mut stage, "Groups");
    stage.keys("aGroup 3<Enter>");
    goes_to(&mut stage, "Notes kept until");
    stage.keys("d");
    for (found, line) in [
        ("no line of enquiry", "Lines of enquiry"),
        ("until when notes may be kept", "Notes kept until"),
        ("\"Findings sent to the governors", "Governors meet"),
        ("Nobody goes with Group 3", "Group 3"),
    ] {
        goes_to(&mut stage, found);
        stage.keys("<Enter>");
        let screen = stage.screen(120, 36);
        let on = screen
            .lines()
            .find(|line| line.starts_with('>'))
            .unwrap_or_default();
        assert!(on.contains(line), "{found:?} leads to {on:?}");
    }
}

#[test]
fn after_a_key_that_is_refused_letters_are_no_commands() {
    let mut stage = planning();
    stage.keys("<Home>");
    let before = stage.screen(80, 24);
    stage.keys("g");
    says(&stage, "This key is for people: go to one first.");
    let refused = stage.screen(80, 24);
    stage.keys("Miss dahlf");
    assert_eq!(stage.screen(80, 24), refused, "letters are taken and do nothing");
    stage.keys("<Enter>");
    assert_eq!(stage.screen(80, 24), before, "and nothing was folded");
    stage.keys("g<Down>");
    says(&stage, ">    Host school");
}

#[test]
fn a_person_with_another_name_keeps_a_part_that_is_told() {
    let mut stage = planning();
    goes_to(&mut stage, "Deputy Head   ");
    stage.keys("<Enter>");
    types(&mut stage, "Deputy of School D<Enter>");
    says(&stage, "Still: ");
    says(&stage, "host staff. g, t, h change that.");
}

#[test]
fn several_years_are_taken_at_once() {
    let mut stage = planning();
    goes_to(&mut stage, "Years and classes");
    stage.keys("aNursery, Year 7: 2, y8:3<Enter>");
    let years = stage.plan_on_disk().host.years;
    let last: Vec<(&str, u8)> = years
        .iter()
        .rev()
        .take(3)
        .rev()
        .map(|year| (year.name.as_str(), year.classes))
        .collect();
    assert_eq!(last, [("Nursery", 1), ("Year 7", 2), ("Year 8", 3)]);
    stage.keys("<C-z>");
    assert_eq!(stage.plan_on_disk().host.years.len(), years.len() - 3, "one deed");
    goes_to(&mut stage, "Years and classes");
    stage.keys("<Right><Down><Enter>");
    types(&mut stage, "Year 1, Year 2: 2<Enter>");
    says(&stage, "one year in this line");
}

#[test]
fn the_people_of_a_group_stand_apart_from_its_name() {
    let mut stage = planning();
    goes_to(&mut stage, "Group 1");
    stage.keys("<Enter>");
    types(&mut stage, "Reviewer 1 (Head of School B)<Enter>");
    says(&stage, "Reviewer 1 (Head of School B)  ");
}
