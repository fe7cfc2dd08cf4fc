//! What was agreed about the review as a whole: its dates, its deadlines, its question, and how long notes are kept.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{AgreedFinding, DayOff, Found, Whereabouts};
use crate::domain::{
    bank_holidays::BankHolidays,
    deadline::{DueDate, DueState, WhenDue, due_dates},
    plan::{Day, Plan},
    stamp::Stamp,
};

/// Says what is missing in the agreement, and which dates are not likely to be meant.
pub(super) fn check(plan: &Plan, holidays: &BankHolidays, now: Option<Stamp>, found: &mut Found) {
    if plan
        .agreement
        .lines_of_enquiry
        .iter()
        .all(|line| line.text.trim().is_empty())
    {
        found.warning(Whereabouts::default(), AgreedFinding::NoEnquiry);
    }
    for day in &plan.days {
        day_off(plan, day, holidays, found);
    }
    let last = plan.days.iter().map(|day| day.date).max();
    if let Some(last) = last {
        retention(plan, last, found);
        governors(plan, last, found);
    }
    let now = now.map(|now| plan.local(now.moment().to_utc()).unwrap_or(now));
    let over = now.is_some_and(|now| last.is_none_or(|last| now.moment().date_naive() > last));
    for due in due_dates(plan, holidays) {
        deadline(&due, now, over, found);
    }
}

fn day_off(plan: &Plan, day: &Day, holidays: &BankHolidays, found: &mut Found) {
    let date = day.date;
    let here = || Whereabouts::of_day(day);
    let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    let school = plan.agreement.school_holidays.iter();
    let why = if weekend {
        Some(DayOff::Weekend)
    } else if let Some(name) = holidays.on(date) {
        Some(DayOff::BankHoliday(name.to_string()))
    } else {
        let mut school = school.filter(|holiday| (holiday.from..=holiday.until).contains(&date));
        school.next().map(|_| DayOff::SchoolHolidays)
    };
    match why {
        Some(why) => found.warning(here(), AgreedFinding::DayOff(why)),
        None if !holidays.knows(date) => {
            found.note(here(), AgreedFinding::BankHolidaysUnknown(date.year()));
        }
        None => {}
    }
}

fn retention(plan: &Plan, last: NaiveDate, found: &mut Found) {
    match plan.agreement.keep_until {
        None => found.warning(Whereabouts::default(), AgreedFinding::NoRetention),
        Some(until) if until <= last => {
            found.error(Whereabouts::default(), AgreedFinding::RetentionTooSoon(until));
        }
        Some(_) => {}
    }
}

fn governors(plan: &Plan, last: NaiveDate, found: &mut Found) {
    if let Some(meeting) = plan.agreement.governors_meeting.filter(|meeting| *meeting < last) {
        found.warning(Whereabouts::default(), AgreedFinding::GovernorsTooSoon(meeting));
    }
}

/// A plan does not say what has been done: only that the time for it has passed can be told.
///
/// What breaks a rule weighs more, unless the review is over and it is too late for a cure.
fn deadline(due: &DueDate, now: Option<Stamp>, over: bool, found: &mut Found) {
    let what = due.what.trim().to_string();
    if due.unsure {
        found.note(Whereabouts::default(), AgreedFinding::DueUnsure(what.clone()));
    }
    if due.due == WhenDue::NextGovernorsMeeting(None) {
        found.note(
            Whereabouts::default(),
            AgreedFinding::GovernorsUnknown(what.clone()),
        );
    }
    let passed = now.filter(|now| due.state(*now) == DueState::Passed);
    let Some(date) = passed.and_then(|now| due.due.date(now.date())) else {
        return;
    };
    let was_due = AgreedFinding::WasDue {
        what,
        who: due.who.trim().to_string(),
        date,
        time: match due.due {
            WhenDue::At(moment) => Some(moment.time()),
            _ => None,
        },
        target: !due.binding,
    };
    if due.binding && !over {
        found.warning(Whereabouts::default(), was_due);
    } else {
        found.note(Whereabouts::default(), was_due);
    }
}
