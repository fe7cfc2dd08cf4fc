//! Where a group is: on its route at any time, whatever is pressed, and as late as it was said to be.

use chrono::TimeDelta;
use knownow::domain::{
    course::{Course, Phase, Position},
    ids::GroupId,
    plan::Plan,
    route::Route,
    stamp::Stamp,
};
use proptest::{prelude::*, test_runner::TestCaseError};

use super::cases;
use crate::stage::{Source, plan_of};

#[derive(Debug, Clone)]
enum Act {
    /// So many seconds pass.
    Passes(i64),
    /// So many stops on or back.
    Steps(isize),
    /// To any stop.
    Goes(prop::sample::Index),
    /// Lateness and the held place are let go.
    FollowsPlan,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (0_i64..1_500).prop_map(Act::Passes),
        1 => (0_i64..50_000).prop_map(Act::Passes),
        4 => prop_oneof![Just(1), Just(-1), Just(2)].prop_map(Act::Steps),
        2 => any::<prop::sample::Index>().prop_map(Act::Goes),
        1 => Just(Act::FollowsPlan),
    ]
}

/// A group on its way.
struct Way {
    plan: Plan,
    route: Route,
    course: Course,
    now: Stamp,
}

impl Way {
    fn position(&self) -> Position {
        self.course
            .position(&self.route, self.now)
            .expect("a place at any time")
    }

    fn play(&mut self, act: &Act) -> Result<(), TestCaseError> {
        let before = self.position();
        match act {
            Act::Passes(seconds) => {
                let later = self.now.plus(TimeDelta::seconds(*seconds)).moment().to_utc();
                self.now = self.plan.local(later).expect("a legal year");
                self.time_passed(before)
            }
            Act::Steps(by) => before
                .stop
                .checked_add_signed(*by)
                .map_or(Ok(()), |to| self.go(before, to)),
            Act::Goes(to) => self.go(before, to.index(self.route.stops().len())),
            Act::FollowsPlan => {
                self.course.follow_plan(&self.route, self.now);
                let after = self.position();
                prop_assert_eq!((after.late, after.held), (0, false));
                self.is_where_the_clock_says(after)
            }
        }
    }

    fn time_passed(&self, before: Position) -> Result<(), TestCaseError> {
        let after = self.position();
        if after.held {
            prop_assert_eq!(after.stop, before.stop, "held until somebody steps on");
            prop_assert!(before.held);
        } else {
            prop_assert!(
                after.stop >= before.stop || before.held,
                "the clock moves nobody back"
            );
        }
        if let (Phase::During(_), Phase::During(_)) = (before.phase, after.phase) {
            prop_assert!(after.late == before.late || (after.late == 0 && !after.held));
        }
        self.nobody_is_led_past_a_fixed_point(before, after)
    }

    /// The clock leads nobody to a fixed point before its minute.
    fn nobody_is_led_past_a_fixed_point(
        &self,
        before: Position,
        after: Position,
    ) -> Result<(), TestCaseError> {
        if before.held || after.held || before.phase != after.phase {
            return Ok(());
        }
        let led = self.route.stops().iter().enumerate();
        for (at, stop) in led.filter(|(at, stop)| stop.fixed && (before.stop + 1..=after.stop).contains(at)) {
            prop_assert!(!self.now.is_before(stop.starts), "{at} at {}", self.now);
        }
        Ok(())
    }

    /// Who follows the clock is at a fixed point from its minute on, however late.
    fn no_fixed_point_is_late(&self, position: Position) -> Result<(), TestCaseError> {
        let Phase::During(day) = position.phase else {
            return Ok(());
        };
        let stops = self.route.stops().iter().enumerate();
        for (at, stop) in stops.filter(|(_, stop)| stop.fixed && stop.day == day) {
            let begun = !self.now.is_before(stop.starts);
            prop_assert!(!begun || position.stop >= at, "{at} has begun at {}", self.now);
        }
        Ok(())
    }

    fn go(&mut self, before: Position, to: usize) -> Result<(), TestCaseError> {
        let recorded = self.course.go(&self.route, self.now, to);
        let after = self.position();
        let Some(wanted) = self.route.stop(to) else {
            prop_assert_eq!(
                (recorded, after),
                (None, before),
                "there is nothing beyond the last stop"
            );
            return Ok(());
        };
        prop_assert_eq!(after.stop, to);
        if !matches!(before.phase, Phase::During(day) if day == wanted.day) {
            prop_assert_eq!(recorded, None, "looked at, and not recorded");
            return Ok(());
        }
        if to > before.stop {
            prop_assert_eq!(after.late, self.now.minutes_since(wanted.starts));
            prop_assert!(
                !after.held || !self.now.is_before(wanted.ends),
                "held once it is over"
            );
        } else if to < before.stop {
            let in_its_time = before.late < 0 && self.now.is_before(wanted.ends);
            prop_assert_eq!(after.held, !in_its_time);
            let late = if in_its_time {
                self.now.minutes_since(wanted.starts).min(0)
            } else {
                before.late
            };
            prop_assert_eq!(
                after.late,
                late,
                "a step back changes no lateness but one that went too far"
            );
        }
        let recorded = recorded.is_some_and(|step| step.place == wanted.place);
        prop_assert!(recorded || to == before.stop);
        Ok(())
    }

    /// Nothing that was asked for leads off the route, or into another part of the review than the clock says.
    fn holds(&self) -> Result<(), TestCaseError> {
        let position = self.position();
        prop_assert!(position.stop < self.route.stops().len());
        match position.phase {
            Phase::During(day) => {
                let (begins, _) = self.route.day_span(day).expect("a day with rows");
                prop_assert!(self.now >= begins && self.now.date() == begins.date());
                if !position.held {
                    self.is_where_the_clock_says(position)?;
                    self.no_fixed_point_is_late(position)?;
                }
            }
            Phase::Before(_) | Phase::After(_) => prop_assert_eq!(position.late, 0),
            Phase::NoPlan => prop_assert!(false, "there is a plan"),
        }
        Ok(())
    }

    /// Following, a group is at the last stop that has begun, counted with its lateness.
    fn is_where_the_clock_says(&self, position: Position) -> Result<(), TestCaseError> {
        let Phase::During(day) = position.phase else {
            return Ok(());
        };
        let late = TimeDelta::minutes(position.late);
        let stops = self.route.stops();
        let first = stops.iter().position(|stop| stop.day == day);
        let begun = stops
            .iter()
            .rposition(|stop| stop.day == day && stop.starts.plus(late) <= self.now);
        let expected = begun.or(first);
        if position.late < 0 && expected.is_some_and(|expected| position.stop < expected) {
            // Who is early waits for a fixed point, and goes from one when it was to end.
            let here = &stops[position.stop];
            let waits = stops[position.stop + 1].fixed || here.fixed;
            prop_assert!(waits, "at {}, {} late", self.now, position.late);
            return Ok(());
        }
        prop_assert_eq!(
            Some(position.stop),
            expected,
            "at {}, {} late",
            self.now,
            position.late
        );
        Ok(())
    }
}

fn way(source: &str, group: &str, minutes_before: i64) -> Way {
    let plan = plan_of(&Source::called(source));
    let route = Route::of(&plan, Some(&GroupId::new(group)));
    let now = plan
        .begins()
        .expect("a first row")
        .plus(TimeDelta::minutes(-minutes_before));
    Way {
        plan,
        route,
        course: Course::default(),
        now,
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_group_is_always_on_its_route_and_as_late_as_it_said(
        which in 0_usize..4, minutes_before in -100_i64..100, acts in prop::collection::vec(act(), 1..40)
    ) {
        let (source, group) = [
            ("half-day-maths", "group-1"), ("half-day-maths", "group-2"), ("two-day", "r1"), ("two-day", "r2"),
        ][which];
        let mut way = way(source, group, minutes_before);
        for act in &acts {
            way.play(act)?;
            way.holds()?;
        }
    }

    #[test]
    fn lateness_ends_with_its_day(late in 1_i64..29) {
        let mut way = way("two-day", "r2", 0);
        way.now = way.now.plus(TimeDelta::minutes(60 + late));
        let year_2 = way.position().stop;
        way.course.go(&way.route, way.now, year_2 - 1);
        way.course.go(&way.route, way.now, year_2);
        prop_assert_eq!(way.position().late, late);
        way.now = way.now.plus(TimeDelta::hours(23));
        prop_assert!(matches!(way.position().phase, Phase::During(1)));
        prop_assert_eq!(way.position().late, 0);
    }
}
