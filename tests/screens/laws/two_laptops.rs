//! Two groups at two laptops whose clocks differ, and whose files come together at any moment.

use chrono::TimeDelta;
use proptest::{prelude::*, test_runner::TestCaseError};

use super::{
    cases,
    coverage::coverage_is_right,
    late::{Event, event, no_class_is_forgotten, opened_again_it_is_the_same, play, the_way_is_whole},
};
use crate::stage::Stage;

/// Something happens at one laptop, or it hears of the other.
fn happening() -> impl Strategy<Value = (bool, Option<Event>)> {
    let what = prop_oneof![3 => event().prop_map(Some), 1 => Just(None)];
    (any::<bool>(), what)
}

/// What the clocks say passes at both laptops.
fn passes(other: &mut Stage, event: &Event) {
    if let Event::Passes(seconds) | Event::Notes(seconds) = event {
        other.pass(TimeDelta::seconds(*seconds));
    }
}

/// Hearing of the other moves nobody, and the day is the same when the program is started again.
fn hears(stage: &mut Stage, other: &Stage) -> Result<(), TestCaseError> {
    stage.pass(TimeDelta::zero());
    let here = stage.day().stop().map(|stop| stop.place.clone());
    stage.hears(other);
    let kept = stage.day().stop().map(|stop| stop.place.clone());
    prop_assert_eq!(here, kept, "what others change moves nobody");
    opened_again_it_is_the_same(stage)
}

/// A worked example, two who write, and when both programs are started.
type Pair = (&'static str, [&'static str; 2], &'static str);

/// One of each group.
const PAIRS: [Pair; 4] = [
    (
        "half-day-maths",
        ["Head of School B", "Head of School C"],
        "08:55",
    ),
    ("half-day-maths", ["Deputy Head", "Facilitator"], "09:20"),
    (
        "two-day-quality",
        ["Reviewer 1", "Reviewer 2"],
        "2027-01-19 13:25",
    ),
    (
        "two-day-quality",
        ["Reviewer 2", "Reviewer 1"],
        "2027-01-20 08:40",
    ),
];

fn try_a_day(
    (source, people, time): Pair,
    skew: i64,
    happenings: &[(bool, Option<Event>)],
) -> Result<(), TestCaseError> {
    let mut one = Stage::laptop(1, source, people[0], time);
    let mut two = Stage::laptop(2, source, people[1], time);
    two.pass(TimeDelta::minutes(skew));
    for (first, what) in happenings {
        let (here, there) = if *first {
            (&mut one, &mut two)
        } else {
            (&mut two, &mut one)
        };
        match what {
            Some(event) => {
                play(here, event);
                passes(there, event);
            }
            None => hears(here, there)?,
        }
        the_way_is_whole(here)?;
        no_class_is_forgotten(here)?;
    }
    coverage_is_right(&one)?;
    coverage_is_right(&two)
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn two_laptops_keep_their_places_whatever_they_hear(
        pair in prop::sample::select(&PAIRS[..]),
        skew in -10_i64..11,
        happenings in prop::collection::vec(happening(), 1..14),
    ) {
        try_a_day(pair, skew, &happenings)?;
    }
}
