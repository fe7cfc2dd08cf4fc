use uuid::Uuid;

use super::*;
use crate::domain::{
    activity::ActivityKind,
    example::{self, time},
    ids::{GroupId, PersonId, PromptId, RecordId},
    plan::{Duty, Person},
    prompt::Prompt,
};

fn fresh() -> Fresh {
    Fresh(RecordId(Uuid::from_u128(0x3f_9a1c)))
}

fn plan() -> Plan {
    example::plan()
}

fn done(plan: &Plan, edit: PlanEdit) -> Plan {
    apply(plan, edit, fresh()).expect("an edit that can be made")
}

fn refused(plan: &Plan, edit: PlanEdit) -> Refusal {
    apply(plan, edit, fresh()).expect_err("an edit that can't be made")
}

fn row(id: &str, edit: RowEdit) -> PlanEdit {
    PlanEdit::Row(SlotId::new(id), edit)
}

fn times(starts: &str, ends: Option<&str>) -> RowEdit {
    RowEdit::Times {
        starts: time(starts),
        ends: ends.map(time),
    }
}

/// The rows of the first day as `09:00-10:15 visits`; `..` where the next row says the end.
fn rows(plan: &Plan) -> Vec<String> {
    let rows = plan.days[0].slots.iter();
    rows.map(|row| {
        let ends = row
            .ends
            .map_or("..".into(), |ends| ends.format("%H:%M").to_string());
        format!("{}-{ends} {}", row.starts.format("%H:%M"), row.id)
    })
    .collect()
}

fn visits(plan: &Plan) -> Vec<String> {
    let tracks = plan.days[0].slots[0].tracks.iter();
    tracks
        .flat_map(|track| &track.visits)
        .map(|visit| format!("{} {}", visit.starts.format("%H:%M"), visit.class))
        .collect()
}

#[test]
fn the_small_review_is_what_these_tests_take_it_for() {
    assert_eq!(
        rows(&plan()),
        ["09:00-10:15 lessons", "10:15-.. break", "10:45-.. discussion"]
    );
    assert_eq!(visits(&plan()), ["09:00 y5", "09:15 y6", "09:30 y4", "09:00 y2"]);
}

#[test]
fn a_row_that_moves_takes_its_visits_and_what_follows_up_to_the_fixed_point() {
    let fixed = done(&plan(), row("discussion", RowEdit::Fixed(true)));
    let shift = |minutes| RowEdit::Shift {
        minutes,
        reach: Reach::ToFixedPoint,
    };
    let later = done(&fixed, row("lessons", shift(5)));
    assert_eq!(
        rows(&later),
        ["09:05-10:20 lessons", "10:20-.. break", "10:45-.. discussion"]
    );
    assert_eq!(visits(&later)[0], "09:05 y5");
    assert_eq!(
        refused(&fixed, row("lessons", shift(30))),
        Refusal::RunsInto {
            title: "discussion".into(),
            at: time("10:45"),
        }
    );
    let all = RowEdit::Shift {
        minutes: 30,
        reach: Reach::RestOfDay,
    };
    assert_eq!(
        rows(&done(&fixed, row("break", all))),
        ["09:00-10:15 lessons", "10:45-.. break", "11:15-.. discussion"]
    );
    assert_eq!(
        refused(&fixed, row("discussion", shift(5))),
        Refusal::FixedPoint("discussion".into())
    );
}

#[test]
fn the_last_row_before_a_fixed_point_gives_way() {
    let stated = done(&plan(), row("break", times("10:15", Some("10:45"))));
    let fixed = done(&stated, row("discussion", RowEdit::Fixed(true)));
    let shift = RowEdit::Shift {
        minutes: 10,
        reach: Reach::ToFixedPoint,
    };
    let later = done(&fixed, row("break", shift));
    assert_eq!(rows(&later)[1], "10:25-10:45 break");
    let back = RowEdit::Shift {
        minutes: -10,
        reach: Reach::ToFixedPoint,
    };
    assert_eq!(done(&later, row("break", back)), fixed);
}

#[test]
fn nothing_moves_into_the_row_before_or_out_of_the_day() {
    let shift = |minutes, reach| RowEdit::Shift { minutes, reach };
    let inside = Refusal::StartsInside {
        title: "lessons".into(),
    };
    assert_eq!(
        refused(&plan(), row("break", shift(-5, Reach::ToFixedPoint))),
        inside
    );
    for minutes in [-600, 900, i64::MAX] {
        assert_eq!(
            refused(&plan(), row("lessons", shift(minutes, Reach::RestOfDay))),
            Refusal::OutsideTheDay
        );
    }
}

#[test]
fn a_length_moves_what_follows() {
    let shorter = done(&plan(), row("lessons", RowEdit::Lasts(60)));
    assert_eq!(
        rows(&shorter),
        ["09:00-10:00 lessons", "10:00-.. break", "10:30-.. discussion"]
    );
    let longer = done(&plan(), row("break", RowEdit::Lasts(40)));
    assert_eq!(rows(&longer)[1..], ["10:15-.. break", "10:55-.. discussion"]);
    let fixed = done(&plan(), row("discussion", RowEdit::Fixed(true)));
    assert_eq!(
        rows(&done(&fixed, row("break", RowEdit::Lasts(20))))[1],
        "10:15-10:35 break"
    );
    assert!(matches!(
        refused(&fixed, row("break", RowEdit::Lasts(31))),
        Refusal::RunsInto { .. }
    ));
    assert!(matches!(
        refused(&plan(), row("break", RowEdit::Lasts(0))),
        Refusal::EndNotAfterStart { .. }
    ));
    assert_eq!(
        refused(&plan(), row("lessons", RowEdit::Lasts(30))),
        Refusal::VisitOutside {
            class: "y4".into(),
            at: time("09:30"),
        }
    );
}

#[test]
fn rows_that_change_places_keep_how_long_they_last() {
    let moved = done(&plan(), row("break", RowEdit::Move(Way::Earlier)));
    assert_eq!(
        rows(&moved),
        ["09:00-.. break", "09:30-10:45 lessons", "10:45-.. discussion"]
    );
    let lessons = &moved.days[0].slots[1];
    assert_eq!(lessons.tracks[0].visits[0].starts, time("09:30"));
    let back = done(&moved, row("break", RowEdit::Move(Way::Later)));
    assert_eq!(back, plan());
    assert_eq!(
        refused(&plan(), row("lessons", RowEdit::Move(Way::Earlier))),
        Refusal::AtTheEdge
    );
    let fixed = done(&plan(), row("break", RowEdit::Fixed(true)));
    assert_eq!(
        refused(&fixed, row("discussion", RowEdit::Move(Way::Earlier))),
        Refusal::FixedPoint("break".into())
    );
}

#[test]
fn times_are_refused_that_no_day_can_be_run_by() {
    assert_eq!(
        refused(&plan(), row("break", times("10:15", Some("10:15")))),
        Refusal::EndNotAfterStart {
            starts: time("10:15"),
            ends: time("10:15"),
        }
    );
    assert_eq!(
        refused(&plan(), row("break", times("10:45", None))),
        Refusal::BeginsTogether("break".into())
    );
    let later = done(&plan(), row("break", times("11:30", Some("11:45"))));
    assert_eq!(rows(&later)[2], "11:30-11:45 break");
}

#[test]
fn a_new_row_has_an_id_of_its_own_and_may_not_cut_off_a_visit() {
    let new = |starts: &str| {
        PlanEdit::AddRow(NewRow {
            day: DayId::new("day 1"),
            starts: time(starts),
            ends: None,
            title: " Work \t scrutiny ".into(),
            kind: ActivityKind::WorkScrutiny,
        })
    };
    let added = done(&plan(), new("11:30"));
    assert_eq!(rows(&added)[3], "11:30-.. row-3f9a1c");
    assert_eq!(added.days[0].slots[3].activity.title, "Work scrutiny");
    let twice = done(&added, new("11:45"));
    assert_eq!(rows(&twice)[4], "11:45-.. row-3f9a1c-2");
    let open = done(&plan(), row("lessons", times("09:00", None)));
    assert!(matches!(
        refused(&open, new("09:20")),
        Refusal::VisitOutside { .. }
    ));
}

#[test]
fn a_row_that_goes_makes_no_other_longer() {
    let gone = done(&plan(), row("discussion", RowEdit::Remove));
    assert_eq!(rows(&gone), ["09:00-10:15 lessons", "10:15-10:45 break"]);
    assert_eq!(
        refused(&gone, row("discussion", RowEdit::Fixed(true))),
        Refusal::Gone
    );
}

#[test]
fn a_plan_that_came_with_a_visit_outside_its_row_can_be_put_right() {
    let mut plan = plan();
    plan.days[0].slots[0].tracks[0].visits[0].starts = time("08:00");
    plan.days[0].slots[0].tracks[1].visits[0].starts = time("08:30");
    let visit = |id: &str, starts| PlanEdit::Visit(VisitId::new(id), VisitEdit::Starts(time(starts)));
    let better = done(&plan, visit("y5", "09:05"));
    assert_eq!(visits(&better)[0], "09:05 y5");
    assert!(matches!(
        refused(&better, visit("y6", "10:15")),
        Refusal::VisitOutside { .. }
    ));
}

#[test]
fn visits_change_times_and_classes() {
    let edit = |id: &str, edit| PlanEdit::Visit(VisitId::new(id), edit);
    let moved = done(&plan(), edit("y6", VisitEdit::Move(Way::Earlier)));
    assert_eq!(visits(&moved)[..2], ["09:00 y6", "09:15 y5"]);
    let named = done(&plan(), edit("y2", VisitEdit::Class("Year 1".into())));
    assert_eq!(visits(&named)[3], "09:00 Year 1");
    assert_eq!(visits(&done(&plan(), edit("y2", VisitEdit::Remove))).len(), 3);
    assert_eq!(
        refused(&plan(), edit("y2", VisitEdit::Move(Way::Later))),
        Refusal::AtTheEdge
    );
}

#[test]
fn a_group_goes_only_when_nothing_is_left_for_it() {
    let remove = || PlanEdit::People(PeopleEdit::RemoveGroup(GroupId::new("group-2")));
    assert_eq!(
        refused(&plan(), remove()),
        Refusal::GroupInUse {
            name: "Group 2".into(),
            by: "lessons".into(),
        }
    );
    let mut free = plan();
    for slot in &mut free.days[0].slots {
        slot.tracks.retain(|track| track.group.as_str() != "group-2");
    }
    assert_eq!(done(&free, remove()).groups.len(), 1);
}

#[test]
fn people_keep_their_ids_and_names_are_told_apart() {
    let mut plan = plan();
    plan.people = vec![Person {
        id: PersonId::new("b"),
        name: "Head of School B".into(),
        group: None,
        host_staff: false,
        duties: vec![Duty::Reviewer],
    }];
    let people = |edit| PlanEdit::People(edit);
    let two = done(&plan, people(PeopleEdit::Add("Head of School C".into())));
    assert_eq!(two.people[1].id.as_str(), "person-3f9a1c");
    assert_eq!(
        refused(&two, people(PeopleEdit::Add("head of school b".into()))),
        Refusal::NameTaken("head of school b".into())
    );
    let renamed = done(
        &two,
        people(PeopleEdit::Rename(PersonId::new("b"), "Head of School D".into())),
    );
    assert_eq!(renamed.people[0].id.as_str(), "b");
    let duty = |plan: &Plan| {
        done(
            plan,
            people(PeopleEdit::Duty(PersonId::new("b"), Duty::Facilitator)),
        )
    };
    assert_eq!(duty(&plan).people[0].duties, [Duty::Reviewer, Duty::Facilitator]);
    assert_eq!(duty(&duty(&plan)), plan);
    assert_eq!(
        refused(&plan, people(PeopleEdit::Remove(PersonId::new("b")))),
        Refusal::LastPerson
    );
}

fn prompt(id: &str, text: &str) -> Prompt {
    Prompt {
        id: PromptId::new(id),
        short: id.into(),
        text: text.into(),
    }
}

#[test]
fn a_question_set_taken_again_keeps_the_questions_that_are_there() {
    let of = || PromptsOf {
        row: SlotId::new("break"),
        track: None,
    };
    let take = |texts: &[&str], replaces| {
        let prompts = texts.iter().map(|text| prompt("x", text)).collect();
        PlanEdit::Prompts(of(), PromptEdit::Take { prompts, replaces })
    };
    let texts = |plan: &Plan| -> Vec<(String, String)> {
        let prompts = &plan.days[0].slots[1].activity.prompts;
        prompts
            .iter()
            .map(|prompt| (prompt.id.to_string(), prompt.text.clone()))
            .collect()
    };
    let pair = |id: &str, text: &str| (id.to_string(), text.to_string());
    let first = done(&plan(), take(&["One?", "Two?"], false));
    assert_eq!(
        texts(&first),
        [pair("prompt-3f9a1c", "One?"), pair("prompt-3f9a1c-2", "Two?")]
    );
    let more = done(&first, take(&["Two?", "Three?"], false));
    assert_eq!(texts(&more)[2], pair("prompt-3f9a1c-4", "Three?"));
    let other = done(&first, take(&["Two?", "Three?"], true));
    assert_eq!(texts(&other)[0], pair("prompt-3f9a1c-2", "Two?"));
    assert_eq!(texts(&other).len(), 2);
    assert_eq!(refused(&plan(), take(&[], true)), Refusal::NoQuestions);
    let own = PromptsOf {
        row: SlotId::new("lessons"),
        track: Some(TrackId::new("track-1")),
    };
    let add = PromptEdit::Add {
        short: String::new(),
        text: "Why?".into(),
    };
    assert_eq!(
        refused(&plan(), PlanEdit::Prompts(own, add)),
        Refusal::NothingOfItsOwn
    );
}

#[test]
fn a_question_without_a_short_form_gets_its_first_words() {
    assert_eq!(few_words("Why?"), "Why?");
    assert_eq!(
        few_words("When do pupils go back to maths they learned earlier?"),
        "When do pupils go back to\u{2026}"
    );
}

#[test]
fn dates_and_numbers_of_classes_make_sense() {
    let review = |edit| PlanEdit::Review(edit);
    let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
    let holiday = crate::domain::plan::Holiday {
        from: date("2026-12-21"),
        until: date("2026-12-20"),
    };
    assert_eq!(
        refused(&plan(), review(ReviewEdit::AddHoliday(holiday))),
        Refusal::HolidayBackwards
    );
    assert_eq!(
        refused(&plan(), review(ReviewEdit::AddYear("Year 4".into(), 0))),
        Refusal::NoClass
    );
    let far = date("2500-01-01");
    assert_eq!(
        refused(&plan(), review(ReviewEdit::KeepUntil(Some(far)))),
        Refusal::FarAway(far)
    );
    let second = plan().days[1].date;
    let day = PlanEdit::Day(DayEdit::Date(DayId::new("day 1"), second));
    assert_eq!(refused(&plan(), day), Refusal::DateTaken(second));
    assert_eq!(
        refused(&plan(), PlanEdit::Day(DayEdit::Remove(DayId::new("day 2")))),
        Refusal::DayHasRows
    );
}
