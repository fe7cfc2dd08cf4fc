//! Two groups at two laptops whose clocks differ, and whose files come together at any moment.

use chrono::TimeDelta;
use proptest::{prelude::*, test_runner::TestCaseError};

use super::{
    cases,
    late::{Event, event, no_class_is_forgotten, play, the_way_is_whole},
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
    let known = (
        stage.day().today.clone(),
        stage.day().position.map(|here| here.late),
    );
    stage.die_and_reopen();
    let again = (
        stage.day().today.clone(),
        stage.day().position.map(|here| here.late),
    );
    prop_assert_eq!(again, known, "opened again");
    Ok(())
}

fn try_a_day(
    source: &str,
    people: [&str; 2],
    skew: i64,
    happenings: &[(bool, Option<Event>)],
) -> Result<(), TestCaseError> {
    let mut one = Stage::laptop(1, source, people[0], "08:55");
    let mut two = Stage::laptop(2, source, people[1], "08:55");
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
    Ok(())
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn two_laptops_keep_their_places_whatever_they_hear(
        skew in -10_i64..11,
        happenings in prop::collection::vec(happening(), 1..14),
    ) {
        try_a_day("half-day-maths", ["Head of School B", "Head of School C"], skew, &happenings)?;
    }
}
