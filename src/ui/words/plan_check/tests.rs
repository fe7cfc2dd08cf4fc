//! What is found in plans, told by its sentences.

use chrono::{Days, NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::{cure, found};
use crate::domain::{
    activity::ActivityKind,
    bank_holidays::BankHolidays,
    example::{self, activity, group, time},
    ids::{DayId, EnquiryId, PersonId, PromptId, SlotId, TrackId, VisitId},
    model::{Asks, Deadline, Due},
    plan::{Duty, Holiday, LineOfEnquiry, Person, Plan, Slot, Track, Visit, Year},
    plan_check::{Remark, Whereabouts, check},
    prompt::Prompt,
};

mod agreed;
mod walks;

fn person(name: &str, in_group: Option<u32>, duties: &[Duty]) -> Person {
    Person {
        id: PersonId::new(name.to_lowercase()),
        name: name.into(),
        group: in_group.map(group),
        host_staff: false,
        duties: duties.to_vec(),
    }
}

/// The small review, with everything that a plan should have: nothing but notes is found in it.
fn plan() -> Plan {
    let mut plan = example::plan();
    plan.people = vec![
        person("Facilitator", Some(1), &[Duty::Facilitator]),
        person("Head of School B", Some(2), &[Duty::Reviewer]),
        person("Safeguarding lead", None, &[Duty::SafeguardingLead]),
        person("SENDCO", None, &[Duty::Participant]),
    ];
    plan.agreement.lines_of_enquiry = vec![LineOfEnquiry {
        id: EnquiryId::new("maths"),
        text: "How well does it work?".into(),
        sub_questions: Vec::new(),
    }];
    plan.agreement.keep_until = Some(date("2027-03-31"));
    plan.rules.asks = Asks {
        evidence: vec![ActivityKind::LessonVisits],
        pupil_groups: vec!["SEND".into(), "disadvantaged|PP|pupil premium".into()],
        books_per_year: 6,
        longest_without_break: 90,
    };
    plan.days[0].slots[0].remark = "SEND and PP pupils in each lesson".into();
    plan.days[0].slots[2].remark = "6 books of each year".into();
    plan
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn holidays() -> BankHolidays {
    let christmas = (date("2026-12-25"), "Christmas Day".to_string());
    BankHolidays::new([christmas], 2026..=2027)
}

/// What is found, as "error day 1, 09:15, lessons: what".
fn said(plan: &Plan) -> Vec<String> {
    let now = "2026-11-01T09:00:00+00:00".parse().expect("a moment");
    let line = |remark: Remark| {
        let weight = format!("{:?}", remark.severity).to_lowercase();
        let (what, cure) = (found(&remark.what), cure(&remark.what));
        assert!(!cure.is_empty() && !what.ends_with('.'), "{remark:?}");
        // A person reads it, who knows no word of the files and of no program.
        assert!(
            ![&what, &cure].iter().any(|text| text.contains(['`', '_'])),
            "{what} - {cure}"
        );
        format!("{weight} {}: {what}", remark.place)
    };
    check(plan, &holidays(), Some(now))
        .into_iter()
        .map(line)
        .collect()
}

/// What an alteration adds to what is found.
fn added(alter: impl FnOnce(&mut Plan)) -> Vec<String> {
    let mut plan = self::plan();
    let before = said(&plan);
    alter(&mut plan);
    let mut found = said(&plan);
    found.retain(|line| !before.contains(line));
    found
}

/// An alteration adds exactly one remark, which begins like this.
#[track_caller]
fn adds(expected: &str, alter: impl FnOnce(&mut Plan)) {
    let added = added(alter);
    assert!(
        matches!(&added[..], [only] if only.starts_with(expected)),
        "expected {expected:?}, found {added:#?}"
    );
}

fn lessons(plan: &mut Plan) -> &mut Slot {
    &mut plan.days[0].slots[0]
}

fn visits(plan: &mut Plan, number: usize) -> &mut Vec<Visit> {
    &mut lessons(plan).tracks[number - 1].visits
}

fn visit(starts: &str, class: &str) -> Visit {
    Visit {
        id: VisitId::new(format!("{starts} {class}")),
        starts: time(starts),
        class: class.into(),
    }
}

#[test]
fn a_good_plan_gives_notes_alone() {
    assert_eq!(
        said(&plan()),
        ["note day 1, 09:00, lessons: group-1 has 3 visits back to back, with no minute to walk between them"
            .replace("group-1", "Group 1")]
    );
}

#[test]
fn rows_are_in_order_and_one_after_the_other() {
    adds(
        "error day 1, 09:00, lessons: It ends at 08:50, not after it starts at 09:00",
        |plan| {
            let lessons = lessons(plan);
            lessons.ends = Some(time("08:50"));
            lessons.tracks.clear();
            lessons.activity.kind = ActivityKind::PupilVoice;
            plan.rules.asks = Asks::default();
            plan.days[0].slots.truncate(1);
        },
    );
    adds(
        "error day 1, 10:15, break: \"lessons\" is not over: it lasts until 10:30, 15 minutes longer",
        |plan| {
            lessons(plan).ends = Some(time("10:30"));
        },
    );
    adds(
        "error day 1, 10:15, discussion: It starts at the same time as \"break\"",
        |plan| {
            plan.days[0].slots[2].starts = time("10:15");
        },
    );
    adds(
        "note day 1, 10:15, break: Nothing is planned for the 5 minutes before it, since 10:10",
        |plan| {
            lessons(plan).ends = Some(time("10:10"));
        },
    );
}

#[test]
fn a_long_row_is_in_the_way_of_every_row_it_covers() {
    let found = added(|plan| lessons(plan).ends = Some(time("11:00")));
    let errors: Vec<&String> = found.iter().filter(|line| line.starts_with("error")).collect();
    assert_eq!(errors.len(), 2, "{found:#?}");
    assert!(errors[1].starts_with("error day 1, 10:45, discussion: \"lessons\" is not over"));
}

#[test]
fn days_have_dates_of_their_own_and_rows() {
    adds("warning day 2, Wed 2 Dec 2026: The day has no rows", |plan| {
        plan.days[1].slots.clear();
    });
    adds(
        "error day 2, Tue 1 Dec 2026: Two days of the plan are on Tue 1 Dec 2026",
        |plan| {
            plan.days[1].date = plan.days[0].date;
        },
    );
    // One day may be left for later; where no day has any row there is nothing to run.
    let empty = added(|plan| plan.days.iter_mut().for_each(|day| day.slots.clear()));
    let days = empty
        .iter()
        .filter(|line| line.starts_with("error") && line.ends_with("The day has no rows"));
    assert_eq!(days.count(), 2, "{empty:#?}");
    let none = added(|plan| plan.days.clear());
    assert!(
        none.contains(&"error : The plan has no day".to_string()),
        "{none:#?}"
    );
}

#[test]
fn breaks_come_as_often_as_the_model_asks() {
    let long = "warning day 1, 09:00: From 09:00 to 11:15 there are 135 minutes without a break";
    adds(long, |plan| {
        plan.days[0].slots[1].activity.kind = ActivityKind::Collation;
    });
    // From 09:00 to 10:15 there are 75.
    adds(
        "warning day 1, 09:00: From 09:00 to 10:15 there are 75 minutes",
        |plan| {
            plan.rules.asks.longest_without_break = 74;
        },
    );
    let just = added(|plan| plan.rules.asks.longest_without_break = 75);
    assert_eq!(just, Vec::<String>::new());
    // One group alone has none.
    adds(long, |plan| {
        plan.days[0].slots[1].tracks = vec![Track {
            id: TrackId::new("talk"),
            group: group(2),
            activity: Some(activity("talk", ActivityKind::Collation)),
            visits: Vec::new(),
        }];
    });
    assert_eq!(
        added(|plan| {
            plan.rules.asks.longest_without_break = 0;
            plan.days[0].slots[1].activity.kind = ActivityKind::Collation;
        }),
        Vec::<String>::new()
    );
}

#[test]
fn a_long_day_has_a_lunch() {
    let day = |ends: &str, lunch: (&str, &str)| {
        let mut plan = plan();
        let day = &mut plan.days[0];
        let last = day.slots.len() - 1;
        day.slots[last].ends = Some(time(lunch.0));
        let mut eats = day.slots[last].clone();
        eats.id = SlotId::new("lunch");
        eats.tracks.clear();
        eats.activity = activity("lunch", ActivityKind::Break);
        (eats.starts, eats.ends) = (time(lunch.0), Some(time(lunch.1)));
        let mut after = eats.clone();
        after.id = SlotId::new("after");
        after.activity = activity("after", ActivityKind::Collation);
        (after.starts, after.ends) = (time(lunch.1), Some(time(ends)));
        day.slots.extend([eats, after]);
        said(&plan)
            .into_iter()
            .filter(|line| line.contains("unch"))
            .collect::<Vec<_>>()
    };
    let none =
        "warning day 1, Tue 1 Dec 2026: No lunch: between 12:00 and 13:30 nobody has a break of 20 minutes";
    assert_eq!(day("15:00", ("12:15", "12:35")), Vec::<String>::new());
    assert_eq!(day("15:00", ("12:15", "12:34")), [none]);
    assert_eq!(day("15:00", ("11:45", "12:15")), [none]);
    assert_eq!(day("15:00", ("11:45", "12:20")), Vec::<String>::new());
    assert_eq!(day("13:15", ("12:15", "12:20")), Vec::<String>::new());
}

#[test]
fn visits_are_inside_their_row_and_have_a_class() {
    adds(
        "error day 1, 10:15, lessons: The visit to y3 is outside its row, 09:00-10:15",
        |plan| {
            *visits(plan, 2) = vec![visit("10:15", "y3")];
        },
    );
    adds("error day 1, 09:30, lessons: A visit has no class", |plan| {
        visits(plan, 1)[2].class = " ".into();
    });
    adds(
        "error day 1, 09:15, lessons: Two visits of one group start at once, one of them to y4",
        |plan| {
            visits(plan, 1)[2].starts = time("09:15");
        },
    );
    adds(
        "warning day 1, 09:00, lessons: Group 2 visits lessons, and no visit is planned",
        |plan| {
            visits(plan, 2).clear();
        },
    );
    adds(
        "warning day 2, 13:00, feedback: Lessons are visited, and no visit is planned",
        |plan| {
            plan.days[1].slots[0].activity.kind = ActivityKind::LessonVisits;
        },
    );
}

#[test]
fn no_two_groups_are_in_one_room() {
    let table = [
        // Group 1: y5 09:00-09:15, y6 09:15-09:30, y4 09:30-10:15.
        (
            "09:00",
            "Year 5",
            Some(
                "error day 1, 09:00, lessons: Group 1 and Group 2 are in one room: both see y5 and Year 5 until 09:15",
            ),
        ),
        (
            "09:10",
            "y5",
            Some("error day 1, 09:10, lessons: Group 1 and Group 2 are in one room: both see y5 until 09:15"),
        ),
        (
            "09:00",
            "Year 4/5",
            Some(
                "error day 1, 09:00, lessons: Group 1 and Group 2 are in one room: both see y5 and Year 4/5 until 09:15",
            ),
        ),
        ("09:40", "Years 3-5", Some("error day 1, 09:40")),
        ("09:15", "y5", None),
        ("09:30", "y6", None),
    ];
    for (starts, class, expected) in table {
        let mut altered = plan();
        *visits(&mut altered, 2) = vec![visit(starts, class)];
        if class == "Year 4/5" {
            // It would go on until 10:15, into the visit to y4.
            visits(&mut altered, 2).push(visit("09:20", "y1"));
        }
        let found = said(&altered);
        let rooms: Vec<&String> = found.iter().filter(|line| line.contains("one room")).collect();
        match expected {
            Some(expected) => assert!(
                matches!(rooms[..], [only] if only.starts_with(expected)),
                "{class} {starts}: {found:#?}"
            ),
            None => assert!(rooms.is_empty(), "{class} {starts}: {found:#?}"),
        }
    }
}

#[test]
fn groups_that_go_together_or_have_nothing_to_do_are_told_of() {
    let mut together = plan();
    *visits(&mut together, 2) = visits(&mut together, 1).clone();
    let found = said(&together);
    let go = "warning day 1, 09:00, lessons: Group 1 and Group 2 go to the same classes at the same times";
    assert!(found.iter().any(|line| line == go), "{found:#?}");
    assert!(!found.iter().any(|line| line.contains("one room")), "{found:#?}");
    let idle =
        "warning day 1, 09:00, lessons: Group 2 has nothing to do here while another group visits lessons";
    let found = added(|plan| {
        lessons(plan).tracks.pop();
    });
    assert!(found.iter().any(|line| line == idle), "{found:#?}");
}

#[test]
fn a_year_of_several_classes_has_several_rooms() {
    let of = |one: &str, other: &str| {
        let mut altered = plan();
        altered.host.years = vec![Year {
            name: "Year 5".into(),
            classes: 2,
        }];
        visits(&mut altered, 1)[0].class = one.into();
        *visits(&mut altered, 2) = vec![visit("09:00", other)];
        let found = said(&altered);
        found
            .iter()
            .find(|line| line.contains("one room"))
            .map(|line| line.split(' ').next().unwrap_or_default().to_string())
    };
    assert_eq!(of("Year 5 Oak", "Year 5 Elm"), None);
    assert_eq!(of("5A", "5B"), None);
    assert_eq!(of("Year 5 Oak", "Y5 (Oak)").as_deref(), Some("error"));
    assert_eq!(of("Year 5", "Year 5 Elm").as_deref(), Some("warning"));
    assert_eq!(of("Year 5", "Year 5").as_deref(), Some("warning"));
}

#[test]
fn years_that_nobody_sees_are_named_once() {
    adds("note : Nobody visits Year 1, Reception", |plan| {
        let year = |name: &str| Year {
            name: name.into(),
            classes: 1,
        };
        plan.host.years = ["Year 1", "Year 2", "Reception", "Year 5"].map(year).into();
    });
}

#[test]
fn the_gravest_comes_first_and_then_the_earliest() {
    let found = said(&{
        let mut plan = plan();
        plan.people.clear();
        plan.days[1].slots[0].ends = Some(time("12:00"));
        visits(&mut plan, 1)[1].class.clear();
        plan
    });
    let weights: Vec<&str> = found.iter().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(weights[..3], ["error", "error", "warning"], "{found:#?}");
    assert!(
        found[0].starts_with("error day 1") && found[1].starts_with("error day 2"),
        "{found:#?}"
    );
    assert_eq!(weights.last(), Some(&"note"));
}

#[test]
fn a_place_is_told_by_its_day() {
    let mut altered = plan();
    altered.days[0].label.clear();
    let place = Whereabouts::of_row(&altered.days[0], &altered.days[0].slots[0]);
    assert_eq!(place.to_string(), "Tue 1 Dec 2026, 09:00, lessons");
    assert_eq!(Whereabouts::default().to_string(), "");
}

prop_compose! {
    fn any_visit()(minute in 0..200_u32, class in prop::sample::select(&["Y1", "Year 1/2", "Years 2-4", "Oak", "", "Y3 a", "Y3 b"][..])) -> Visit {
        let starts = NaiveTime::from_num_seconds_from_midnight_opt((500 + minute) * 60, 0).expect("a time");
        Visit { id: VisitId::new(format!("{minute}")), starts, class: class.into() }
    }
}

proptest! {
    #[test]
    fn no_plan_is_too_odd_to_be_looked_at(
        rows in prop::collection::vec((0..1440_u32, prop::option::of(0..1440_u32)), 0..8),
        first in prop::collection::vec(any_visit(), 0..6),
        second in prop::collection::vec(any_visit(), 0..6),
        days in 0..40_000_u64,
    ) {
        let mut plan = plan();
        let at = |minute: u32| NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).expect("a time");
        plan.days[1].slots = rows
            .iter()
            .map(|(starts, ends)| Slot { starts: at(*starts), ends: ends.map(at), ..plan.days[0].slots[0].clone() })
            .collect();
        plan.days[0].id = DayId::new("odd");
        plan.days[1].date = date("1970-01-01") + Days::new(days);
        *visits(&mut plan, 1) = first;
        *visits(&mut plan, 2) = second;
        let found = check(&plan, &holidays(), None);
        for (at, remark) in found.iter().enumerate() {
            prop_assert!(!found[..at].contains(remark), "said twice: {remark:?}");
        }
    }

    /// A room is seen by two groups at once exactly if two of their visits, minute by minute, share a class.
    #[test]
    fn two_groups_in_one_room_are_always_found(
        mut first in prop::collection::vec(any_visit(), 1..6),
        mut second in prop::collection::vec(any_visit(), 1..6),
    ) {
        for visits in [&mut first, &mut second] {
            visits.sort_by_key(|visit| visit.starts);
            visits.dedup_by_key(|visit| visit.starts);
        }
        let mut plan = plan();
        lessons(&mut plan).starts = time("08:00");
        lessons(&mut plan).ends = Some(time("12:00"));
        (*visits(&mut plan, 1), *visits(&mut plan, 2)) = (first.clone(), second.clone());
        let at = |visits: &[Visit], minute: NaiveTime| {
            let begun = visits.iter().rev().find(|visit| visit.starts <= minute);
            begun.map_or_else(Vec::new, |visit| crate::domain::class_name::classes(&visit.class))
        };
        let mut minutes = (480..720).map(|minute| NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).expect("a time"));
        let together = minutes.any(|minute| {
            let other = at(&second, minute);
            at(&first, minute).iter().any(|class| other.iter().any(|other| class.may_be(other)))
        });
        let found = check(&plan, &holidays(), None);
        // Groups that go the whole row together are told of as that.
        let route = |visits: &[Visit]| visits.iter().map(|visit| (visit.starts, visit.class.to_lowercase())).collect::<Vec<_>>();
        let apart = route(&first) != route(&second);
        prop_assert_eq!(found.iter().any(|remark| super::found(&remark.what).contains("in one room")), together && apart);
    }
}
