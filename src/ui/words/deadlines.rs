//! The words for what is due, and for what is found in a plan.

use chrono::NaiveDate;

use super::plan_check;

use crate::domain::{
    deadline::{DueDate, DueState, Series, WhenDue},
    plan_check::{Remark, Severity},
};

/// The title of a list of deadlines.
pub const DEADLINES: &str = "Due:";
/// When nothing is found in a plan.
const NOTHING_FOUND: &str = "Nothing was found that speaks against this plan.";
/// Instead of the first screen's last line, when the user's own bank holidays can't be used.
pub const HOLIDAYS_BROKEN: &str =
    "Your bank-holidays-england.ron can't be used; knownow plan check says why.";

/// When something is due, with the year: "by Sat 28 Nov 2026, 08:00".
#[must_use]
pub fn due(due: &DueDate) -> String {
    when(due, "%a %-d %b %Y", ", ")
}

/// When something is due, for a short line in which the year is plain: "by Sat 28 Nov 08:00".
#[must_use]
pub fn due_soon(due: &DueDate) -> String {
    when(due, "%a %-d %b", " ")
}

/// From one time to the next: "every week", "every 6 weeks".
#[must_use]
pub fn every(weeks: u32) -> String {
    match weeks {
        1 => "every week".into(),
        _ => format!("every {weeks} weeks"),
    }
}

fn when(due: &DueDate, form: &str, before_time: &str) -> String {
    let day = |date: NaiveDate| date.format(form).to_string();
    let words = match &due.due {
        WhenDue::At(moment) => format!("by {}{before_time}{}", day(moment.date()), moment.hh_mm()),
        WhenDue::On(date) => format!("by {}", day(*date)),
        WhenDue::Every(series) => {
            let (every, from) = (every(series.weeks()), day(series.first()));
            format!("{every}, {} times, from {from}{}", series.times(), off(series))
        }
        WhenDue::NextGovernorsMeeting(Some(date)) => format!("at the governors' meeting on {}", day(*date)),
        WhenDue::NextGovernorsMeeting(None) => "at the governors' next meeting".into(),
        WhenDue::ByAgreement => "by agreement".into(),
    };
    let unsure = if due.unsure {
        " (bank holidays not known)"
    } else {
        ""
    };
    format!("{words}{unsure}")
}

/// Whether some of a series are not due on the day of the week of the others.
fn off(series: &Series) -> &'static str {
    if series.moved().next().is_some() {
        " (after a day off: the next working day)"
    } else {
        ""
    }
}

/// What is due next, in a line of which the end may be cut: when, how far off, what.
#[must_use]
pub fn due_line(due: &DueDate, state: DueState) -> String {
    let off = match state {
        DueState::Passed | DueState::Undated => String::new(),
        DueState::Today | DueState::Ahead { .. } => format!(" ({})", due_state(state)),
    };
    format!("{}{off}: {}", due_soon(due), due.what.trim())
}

/// How far off something due is; nothing where it has no date.
#[must_use]
pub fn due_state(state: DueState) -> String {
    match state {
        DueState::Passed => "passed".into(),
        DueState::Today => "today".into(),
        DueState::Ahead { days: 1 } => "tomorrow".into(),
        DueState::Ahead { days } => format!("in {days} days"),
        DueState::Undated => String::new(),
    }
}

/// Before the next thing due, in at most twelve letters.
#[must_use]
pub fn next_due(due: &DueDate, state: DueState) -> &'static str {
    match (state, due.binding) {
        (DueState::Passed, _) => "was due",
        (_, true) => "next",
        (_, false) => "next, aim",
    }
}

/// One deadline of a list: when, what and by whom.
#[must_use]
pub fn deadline(due: &DueDate, state: DueState) -> String {
    let off = due_state(state);
    let off = if off.is_empty() { off } else { format!(" ({off})") };
    let dated = due.due != WhenDue::ByAgreement;
    let target = if dated && !due.binding { " (a target)" } else { "" };
    let who = if due.who.trim().is_empty() {
        String::new()
    } else {
        format!(" - {}", due.who.trim())
    };
    format!("{}{off}: {}{who}{target}", self::due(due), due.what.trim())
}

/// How much a remark weighs, in a word.
#[must_use]
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A remark in two lines: what and where, and what can be done.
#[must_use]
pub fn remark(remark: &Remark) -> [String; 2] {
    let weight = severity(remark.severity);
    let place = remark.place.to_string();
    let place = if place.is_empty() {
        place
    } else {
        format!("{place}: ")
    };
    [
        format!("{weight:<8} {place}{}", plan_check::found(&remark.what)),
        format!("{:<8} what to do: {}", "", plan_check::cure(&remark.what)),
    ]
}

/// How many remarks there are of each weight.
#[must_use]
pub fn remarks(remarks: &[Remark]) -> String {
    if remarks.is_empty() {
        return NOTHING_FOUND.into();
    }
    let count = |wanted: Severity| {
        let number = remarks.iter().filter(|remark| remark.severity == wanted).count();
        let word = severity(wanted);
        match number {
            0 => format!("no {word}"),
            1 => format!("1 {word}"),
            many => format!("{many} {word}s"),
        }
    };
    let counts = [Severity::Error, Severity::Warning, Severity::Note].map(count);
    format!("{}.", counts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due_at(when: WhenDue) -> DueDate {
        DueDate {
            what: "Plan sent".into(),
            who: "Host".into(),
            binding: true,
            at_levels: Vec::new(),
            due: when,
            unsure: false,
        }
    }

    #[test]
    fn due_dates_are_told_long_and_short() {
        let moment = "2026-11-28T08:00:00+00:00".parse().expect("a moment");
        let date = "2026-12-09".parse().expect("a date");
        let table = [
            (
                WhenDue::At(moment),
                "by Sat 28 Nov 2026, 08:00",
                "by Sat 28 Nov 08:00",
            ),
            (WhenDue::On(date), "by Wed 9 Dec 2026", "by Wed 9 Dec"),
            (
                WhenDue::NextGovernorsMeeting(Some(date)),
                "at the governors' meeting on Wed 9 Dec 2026",
                "at the governors' meeting on Wed 9 Dec",
            ),
            (
                WhenDue::NextGovernorsMeeting(None),
                "at the governors' next meeting",
                "at the governors' next meeting",
            ),
            (WhenDue::ByAgreement, "by agreement", "by agreement"),
        ];
        for (when, long, short) in table {
            let of = due_at(when);
            assert_eq!((due(&of).as_str(), due_soon(&of).as_str()), (long, short));
        }
        let unsure = DueDate {
            unsure: true,
            ..due_at(WhenDue::On(date))
        };
        assert_eq!(due_soon(&unsure), "by Wed 9 Dec (bank holidays not known)");
    }

    #[test]
    fn a_target_is_called_one() {
        let date = "2026-12-09".parse().expect("a date");
        let target = DueDate {
            binding: false,
            who: " ".into(),
            ..due_at(WhenDue::On(date))
        };
        assert_eq!(
            deadline(&target, DueState::Ahead { days: 1 }),
            "by Wed 9 Dec 2026 (tomorrow): Plan sent (a target)"
        );
        assert_eq!(
            deadline(&due_at(WhenDue::ByAgreement), DueState::Undated),
            "by agreement: Plan sent - Host"
        );
        let states = [DueState::Passed, DueState::Today, DueState::Ahead { days: 2 }];
        for state in states {
            assert!(next_due(&target, state).len() <= 12);
        }
    }

    #[test]
    fn remarks_are_counted() {
        let remark = |severity| Remark {
            severity,
            place: crate::domain::plan_check::Whereabouts::default(),
            what: crate::domain::plan_check::RowFinding::NoRows.into(),
        };
        let two = [
            remark(Severity::Warning),
            remark(Severity::Warning),
            remark(Severity::Error),
        ];
        assert_eq!(remarks(&two), "1 error, 2 warnings, no note.");
        assert_eq!(remarks(&[]), NOTHING_FOUND);
        assert_eq!(
            self::remark(&two[0]),
            [
                "warning  The day has no rows",
                "         what to do: add its rows, or take the day out"
            ]
        );
    }
}
