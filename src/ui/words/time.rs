//! How late it is, how long is left, and how long it is until something begins.

use chrono::{TimeDelta, Weekday};

use crate::{app::notice::CutBy, domain::stamp::Stamp};

use super::late::{NOTICE, named};

/// The name of a day of the week.
#[must_use]
pub fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// How late a group is that stays at its place.
#[must_use]
pub fn held_late(late: i64) -> String {
    format!("held, +{late}")
}

/// How late a group is.
#[must_use]
pub fn lateness(minutes: i64) -> String {
    match minutes {
        0 => "on time".into(),
        late if late > 0 => format!("+{late} late"),
        early => format!("{} early", -early),
    }
}

/// After a step forward: where the group is, how late, and what cuts its place short.
#[must_use]
pub fn stepped(place: &str, late: i64, cut_by: Option<&CutBy>) -> String {
    let late = lateness(late);
    let Some(CutBy { fixed, at, missed }) = cut_by else {
        return format!("Now at {place}, {late} (Ctrl+Z if that was a slip).");
    };
    let at = at.hh_mm();
    let why = fixed
        .as_ref()
        .map_or("the day ends".to_string(), |fixed| format!("{fixed} is fixed"));
    let told = match missed.as_slice() {
        [] => [
            format!("Now at {place}, {late}, until {at}: {why}."),
            format!("Now at {place}, {late}, until {at}: a fixed point."),
            format!("{late}, until {at}: a fixed point."),
        ]
        .to_vec(),
        missed => {
            let names: Vec<&str> = missed.iter().map(String::as_str).collect();
            let (name, several) = (named(&names), format!("{} places", missed.len()));
            [
                format!("Now at {place}, {late}: no time for {name} by {at}, {why} (Ctrl+D)."),
                format!("Now at {place}, {late}: no time for {name} by {at} (Ctrl+D)."),
                format!("{late}: no time for {name} by {at} (Ctrl+D)."),
                format!("{late}: no time for {several} by {at}, a fixed point (Ctrl+D)."),
            ]
            .to_vec()
        }
    };
    let fits = |told: &&String| told.chars().count() <= NOTICE;
    let shortest = told.last().cloned().unwrap_or_default();
    told.iter().find(fits).cloned().unwrap_or(shortest)
}

/// That a group is in time on a plan that is moved by so many minutes against the agreed one.
#[must_use]
pub fn in_time(moved_by: i64) -> String {
    match moved_by {
        0 => lateness(0),
        by if by > 0 => format!("{}, plan {by} min later", lateness(0)),
        by => format!("{}, plan {} min earlier", lateness(0), -by),
    }
}

/// Once the clock is followed on a plan that is moved by so many minutes against the agreed one.
#[must_use]
pub fn following(moved_by: i64) -> String {
    match moved_by {
        0 => "Following the plan again, on time.".into(),
        by if by > 0 => format!("Following the plan as changed today (+{by})."),
        by => format!("Following the plan as changed today ({} early).", -by),
    }
}

/// How long it is until something begins that is so many days ahead by the calendar.
#[must_use]
pub fn countdown(wait: TimeDelta, days: i64) -> String {
    let minutes = wait.num_minutes().max(0);
    match (minutes / (24 * 60), minutes / 60 % 24, minutes % 60) {
        (1.., ..) if days > 1 => format!("begins in {days} days"),
        (0, 0, 0) => "begins now".into(),
        (0, 0, minutes) => format!("begins in {minutes} min"),
        (0, hours, minutes) => format!("begins in {hours} h {minutes} min"),
        (_, hours, _) => format!("begins in 1 day {hours} h"),
    }
}

/// What is to come once a day that is not the last one is over.
#[must_use]
pub fn until_next_day(begins: Stamp) -> String {
    let begins = begins.moment().format("%a %d %b, %H:%M");
    format!("The day is over; the next begins {begins}. Ctrl+G places late notes.")
}

/// How much of a place is left, and the sign for its gauge. Near the end both sign and word change.
#[must_use]
pub fn time_left(left: TimeDelta) -> (String, char) {
    let minutes = left.num_seconds().div_euclid(60) + i64::from(left.num_seconds() % 60 != 0);
    match minutes {
        0 => ("time is up".into(), '#'),
        minutes if minutes < 0 => (format!("{} min over", -minutes), '#'),
        minutes @ 1..=2 => (format!("{minutes} min - closing"), '#'),
        minutes => (format!("{minutes} min left"), '='),
    }
}
