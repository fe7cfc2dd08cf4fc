//! This computer's clock and zone, against those of the plans of today and of the next day.

use chrono::FixedOffset;

use super::{line::Line, session_folders::Session};
use crate::{
    domain::{plan::Plan, route::Route, stamp::Stamp},
    runtime::clock::{self, Clock, ClockFault},
};

/// So many minutes another computer's clock may be ahead of this one before it is told.
const AHEAD: i64 = 2;

/// The clock, and how it stands to each plan that is used next.
pub fn lines(clock: Result<&Clock, &ClockFault>, sessions: &[Session]) -> Vec<Line> {
    let now = match clock {
        Ok(clock) => clock.now(),
        Err(fault) => return vec![Line::wrong("clock", fault.to_string(), fault.hint())],
    };
    let own = clock::own_offset(now.moment().to_utc());
    let here = now.moment().with_timezone(&own);
    let mut lines = vec![Line::ok(
        "clock",
        format!("{} by this computer, UTC{own}", here.format("%Y-%m-%d %H:%M")),
    )];
    let plans = sessions
        .iter()
        .filter_map(|session| Some((session.folder.name(), session.plan.as_ref().ok()?)));
    let plans: Vec<(String, &Plan)> = plans.filter(|(_, plan)| !plan.is_rehearsal()).collect();
    lines.extend(
        plans
            .iter()
            .filter_map(|(name, plan)| made_later(name, plan, now)),
    );
    lines.extend(next(&plans, now).into_iter().filter_map(|(name, plan)| {
        let begins = plan.begins()?;
        Some(of_zone(
            name,
            plan,
            begins,
            clock::own_offset(begins.moment().to_utc()),
        ))
    }));
    lines
}

/// The plans of today, and of the day that comes next.
fn next<'p>(plans: &'p [(String, &'p Plan)], now: Stamp) -> Vec<(&'p str, &'p Plan)> {
    let day_of = |plan: &Plan| {
        let mut days = Route::of(plan, None)
            .days()
            .map(|(_, span)| span)
            .collect::<Vec<_>>();
        days.retain(|(_, ends)| now < *ends);
        days.first().map(|(begins, _)| *begins)
    };
    let ahead = plans
        .iter()
        .filter_map(|(name, plan)| Some((day_of(plan)?, name, *plan)));
    let ahead: Vec<_> = ahead.collect();
    let is_today = |begins: Stamp| begins.date() == now.date();
    let soonest = ahead
        .iter()
        .map(|(begins, ..)| *begins)
        .filter(|begins| !is_today(*begins))
        .min();
    let wanted = ahead
        .into_iter()
        .filter(|(begins, ..)| is_today(*begins) || Some(*begins) == soonest);
    wanted.map(|(_, name, plan)| (name.as_str(), plan)).collect()
}

/// A session that was made when this clock says it is not yet.
fn made_later(name: &str, plan: &Plan, now: Stamp) -> Option<Line> {
    let (seconds, _) = plan.session.0.get_timestamp()?.to_unix();
    let made = plan.local(chrono::DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)?)?;
    let minutes = made.minutes_since(now);
    (minutes > AHEAD).then(|| {
        Line::look(
            "clock",
            format!("{name} was made {minutes} minutes later than it is now by this computer"),
            "compare this computer's clock with a telephone, and set it: the times of notes come from it",
        )
    })
}

/// How this computer's zone stands to the plan's when the session begins.
fn of_zone(name: &str, plan: &Plan, begins: Stamp, own: FixedOffset) -> Line {
    let zone = plan.zone.name();
    let minutes = (own.local_minus_utc() - begins.moment().offset().local_minus_utc()) / 60;
    let begins = format!("{} {}", begins.date(), begins.hh_mm());
    if minutes == 0 {
        let says = format!("{name}, {begins}: this computer shows the plan's time ({zone})");
        return Line::ok("zone", says);
    }
    let way = if minutes > 0 { "ahead of" } else { "behind" };
    Line::look(
        "zone",
        format!(
            "{name}, {begins}: this computer's zone is {} minutes {way} the plan's ({zone})",
            minutes.abs()
        ),
        "knownow goes by the plan's zone; set this computer's to it too, or check that its clock is right where it is",
    )
}

#[cfg(test)]
mod tests {
    use super::{super::line::State, *};
    use crate::storage::{catalogue, files::plan_file};

    fn plan() -> Plan {
        let text = catalogue::examples()[0].plan;
        plan_file::read_plan(std::path::Path::new("plan.ron"), text.as_bytes()).unwrap()
    }

    fn stamp(text: &str) -> Stamp {
        text.parse().unwrap()
    }

    #[test]
    fn another_zone_is_told_in_minutes() {
        let plan = plan();
        let begins = plan.begins().unwrap();
        for (hours, state, words) in [
            (0, State::Ok, "shows the plan's time (Europe/London)"),
            (
                -5,
                State::Look,
                "is 300 minutes behind the plan's (Europe/London)",
            ),
            (
                1,
                State::Look,
                "is 60 minutes ahead of the plan's (Europe/London)",
            ),
        ] {
            let own = FixedOffset::east_opt(hours * 3600).unwrap();
            let line = of_zone("half-day", &plan, begins, own);
            assert_eq!(line.state, state, "{hours}");
            assert!(line.says.contains(words), "{}", line.says);
        }
    }

    #[test]
    fn the_plans_of_today_and_of_the_next_day_are_looked_at_and_past_ones_are_not() {
        let plan = plan();
        let plans = [("half-day".to_owned(), &plan)];
        for (now, count) in [
            ("2026-11-22T09:00:00+00:00", 1),
            ("2026-12-01T09:00:00+00:00", 1),
            ("2026-12-02T09:00:00+00:00", 0),
        ] {
            assert_eq!(next(&plans, stamp(now)).len(), count, "{now}");
        }
    }

    #[test]
    fn a_clock_before_the_making_of_a_session_is_told() {
        let plan = plan();
        let early = made_later("half-day", &plan, stamp("2001-01-01T00:00:00+00:00"));
        assert_eq!(early.map(|line| line.state), Some(State::Look));
        assert_eq!(
            made_later("half-day", &plan, stamp("2096-12-04T00:00:00+00:00")),
            None
        );
    }
}
