//! What was agreed about the review as a whole: its dates, its deadlines, its question, and how long notes are kept.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Found, Whereabouts, hh_mm, in_words};
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
        let hint = "write the question that the review answers";
        found.warning(Whereabouts::default(), "The plan has no line of enquiry", hint);
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
        Some("on a weekend".to_string())
    } else if let Some(name) = holidays.on(date) {
        Some(format!("a bank holiday ({name})"))
    } else {
        let mut school = school.filter(|holiday| (holiday.from..=holiday.until).contains(&date));
        school.next().map(|_| "in the school's holidays".to_string())
    };
    match why {
        Some(why) => {
            let what = format!("Its date is {why}");
            found.warning(here(), what, "check the date: no lessons are to be seen then");
        }
        None if !holidays.knows(date) => {
            let what = format!("The bank holidays of {} are not known", date.year());
            let hint = "check by hand that it is none, or add that year to bank-holidays-england.ron in your settings folder";
            found.note(here(), what, hint);
        }
        None => {}
    }
}

fn retention(plan: &Plan, last: NaiveDate, found: &mut Found) {
    match plan.agreement.keep_until {
        None => {
            let what = "The plan does not say until when notes may be kept";
            let hint = "agree a date after which they are deleted (`keep_until`)";
            found.warning(Whereabouts::default(), what, hint);
        }
        Some(until) if until <= last => {
            let until = in_words(until);
            let what = format!("Notes are to be deleted after {until}, before anybody could use them");
            found.error(
                Whereabouts::default(),
                what,
                "write a date after the review (`keep_until`)",
            );
        }
        Some(_) => {}
    }
}

fn governors(plan: &Plan, last: NaiveDate, found: &mut Found) {
    if let Some(meeting) = plan.agreement.governors_meeting.filter(|meeting| *meeting < last) {
        let what = format!(
            "The governors' next meeting, {}, is before the review is over",
            in_words(meeting)
        );
        found.warning(
            Whereabouts::default(),
            what,
            "write the date of the first meeting after the review",
        );
    }
}

/// A plan does not say what has been done: only that the time for it has passed can be told.
///
/// What breaks a rule weighs more, unless the review is over and it is too late for a cure.
fn deadline(due: &DueDate, now: Option<Stamp>, over: bool, found: &mut Found) {
    let what = due.what.trim();
    if due.unsure {
        let what = format!("\"{what}\" is counted through a year whose bank holidays are not known");
        let hint = "count by hand, or add that year to bank-holidays-england.ron in your settings folder";
        found.note(Whereabouts::default(), what, hint);
    }
    if due.due == WhenDue::NextGovernorsMeeting(None) {
        let what = format!("\"{what}\": the plan does not say when the governors meet next");
        found.note(
            Whereabouts::default(),
            what,
            "add the date (`governors_meeting`) once it is known",
        );
    }
    let passed = now.filter(|now| due.state(*now) == DueState::Passed);
    let Some(date) = passed.and_then(|now| due.due.date(now.date())) else {
        return;
    };
    let time = match due.due {
        WhenDue::At(moment) => format!(", {}", hh_mm(moment.time())),
        _ => String::new(),
    };
    let target = if due.binding { "" } else { ", as a target" };
    let what = format!(
        "\"{what}\" was due by {}{time}{target}; a plan does not say whether it was done",
        in_words(date)
    );
    let hint = format!(
        "if it was not: do it now, and tell those who wait for it ({})",
        due.who.trim()
    );
    if due.binding && !over {
        found.warning(Whereabouts::default(), what, hint);
    } else {
        found.note(Whereabouts::default(), what, hint);
    }
}
