//! What can be read in a model and still can't be meant: lengths, starts, deadlines and counts out of all proportion,
//! and things without a name.

use chrono::{NaiveTime, Timelike};

use super::Check;
use crate::domain::{
    model::{Asks, Deadline, Due, ReviewModel, Rules, ShapeDay, ShapeRow},
    slugs::slug,
};

/// The most minutes of a row, of a day, and between two breaks.
const DAY: u32 = 24 * 60;
/// The most days before or after a review at which anything is due.
const TWO_YEARS: u32 = 2 * 366;
/// The most groups that go separate ways.
const MOST_GROUPS: usize = 12;
/// The most books that are looked at from one year group.
const MOST_BOOKS: u32 = 100;

/// Notes everything in `model` that can't be meant.
pub(super) fn check(check: &mut Check, model: &ReviewModel) {
    if model.name.trim().is_empty() {
        nameless(check, "name", &model.name, "the model has no name".into());
    }
    plain_id(check, &model.id);
    groups(check, &model.groups);
    for day in &model.shape {
        timetable(check, day);
    }
    asks(check, &model.rules.asks);
    for deadline in &model.rules.deadlines {
        due(check, deadline);
        levels(check, deadline, &model.rules);
    }
}

/// Notes an id that can't be typed after `--model` as it stands, or that could be taken for the name of a file.
fn plain_id(check: &mut Check, id: &str) {
    let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    let ends = id.starts_with('-') || id.ends_with('-');
    if id.trim().is_empty() || (id.chars().all(plain) && !ends) {
        return;
    }
    let what = format!("\"{id}\" is no id of a model: that is small letters, digits and dashes");
    let cure = format!("write id: \"{}\"", slug(id));
    check.fault("id", id, what, "a name was written where the id belongs", cure);
}

/// Notes something without a name, which nobody could find on the screen or on paper.
fn nameless(check: &mut Check, field: &str, value: &str, what: String) {
    let cure = "write a few words between the quotation marks";
    check.fault(field, value, what, "its words were deleted", cure);
}

fn groups(check: &mut Check, groups: &[String]) {
    for (at, group) in groups.iter().enumerate() {
        let (what, cause) = if group.trim().is_empty() {
            ("one of the groups has no name".into(), "its words were deleted")
        } else if groups.iter().take(at).any(|earlier| earlier == group) {
            let what = format!("two of the groups have the name \"{group}\"");
            (what, "a name was copied and not changed")
        } else {
            continue;
        };
        check.fault("groups", groups, what, cause, "give each group a name of its own");
    }
}

/// Notes what is wrong with the rows of a day, and with the day as a whole.
fn timetable(check: &mut Check, day: &ShapeDay) {
    let mut free: Option<NaiveTime> = None;
    let mut all_right = true;
    for row in &day.rows {
        if !length(check, row) {
            all_right = false;
            free = None;
            continue;
        }
        if row.tracks.len() > MOST_GROUPS {
            let (title, many) = (&row.activity.title, row.tracks.len());
            let what = format!("in the row \"{title}\" {many} groups go separate ways");
            let cure = "write how many groups there are, such as `tracks: 2`";
            check.fault("title", title, what, "a digit too many", cure);
        }
        all_right &= start(check, row, free);
        free = row.starts.or(free).and_then(|starts| end(starts, row.minutes));
    }
    let minutes: u32 = day.rows.iter().map(|row| row.minutes.min(DAY)).sum();
    if all_right && minutes > DAY {
        let what = format!(
            "the day \"{}\" lasts {minutes} minutes, longer than a day has",
            day.label
        );
        let cure = "write the length of each row in minutes, and a second day as a day of its own";
        let first = day.rows.first().map_or("", |row| &row.activity.title);
        check.fault("title", first, what, "rows of two days stand in one", cure);
    }
}

/// Whether the length of a row can be meant, after noting the fault.
fn length(check: &mut Check, row: &ShapeRow) -> bool {
    let title = &row.activity.title;
    if title.trim().is_empty() {
        nameless(
            check,
            "title",
            title,
            "a row of the timetable has no title".into(),
        );
    }
    let (what, cause) = match row.minutes {
        0 => ("lasts 0 minutes", "its length was left open"),
        1..=DAY => return true,
        _ => ("is longer than a day", "a digit too many"),
    };
    let what = format!("the row \"{title}\" {what}");
    let cure = "write its length in minutes, such as `minutes: 20`";
    check.fault("minutes", &row.minutes, what, cause, cure);
    false
}

/// Whether a row can start where it says, with the rows before it over at `free`; after noting the fault.
fn start(check: &mut Check, row: &ShapeRow, free: Option<NaiveTime>) -> bool {
    let Some(starts) = row.starts else { return true };
    let title = &row.activity.title;
    let (what, cure) = match (free, end(starts, row.minutes)) {
        (Some(free), _) if starts < free => {
            let free = free.format("%H:%M");
            let what = format!("the row \"{title}\" starts before the rows above it are over, at {free}");
            (what, "write a later start, or make a row above it shorter")
        }
        (_, None) => {
            let what = format!("the row \"{title}\" goes on past midnight");
            (what, "write an earlier start, or a shorter length")
        }
        _ => return true,
    };
    let written = starts.format("%H:%M").to_string();
    check.fault(
        "start",
        written.as_str(),
        what,
        "a time or a length was mistyped",
        cure,
    );
    false
}

/// When something is over that starts at `starts`, on the same day.
fn end(starts: NaiveTime, minutes: u32) -> Option<NaiveTime> {
    let ends = starts.num_seconds_from_midnight() / 60 + minutes;
    // A row may end at midnight, which the day itself has no time for.
    if ends == DAY {
        return NaiveTime::from_hms_opt(23, 59, 0);
    }
    NaiveTime::from_hms_opt(ends / 60, ends % 60, 0)
}

fn asks(check: &mut Check, asks: &Asks) {
    let numbers = [
        (
            "books_per_year",
            asks.books_per_year,
            MOST_BOOKS,
            "books of each year",
        ),
        (
            "longest_without_break",
            asks.longest_without_break,
            DAY,
            "minutes",
        ),
    ];
    for (field, number, most, of) in numbers {
        if number > most {
            let what = format!("`{field}` is {number}; nobody means more than {most} {of}");
            let cure = "write a smaller number, or take the field out if the model does not ask for it";
            check.fault(field, &number, what, "a digit too many", cure);
        }
    }
}

/// Notes what comes again after no week at all, or not even once.
fn often(check: &mut Check, deadline: &Deadline, weeks: u32, times: u32) {
    if weeks == 0 || times == 0 {
        let what = format!(
            "\"{}\" comes again, and not after a week or more, once or more",
            deadline.what
        );
        let cure = "write both numbers, such as `every(weeks: 6, times: 8)`";
        check.fault("due", &deadline.due, what, "a number was left open", cure);
    }
}

/// Notes a level that asks for a deadline and that no scale of the model has.
fn levels(check: &mut Check, deadline: &Deadline, rules: &Rules) {
    let is_known = |level: &String| rules.scales.iter().any(|scale| scale.steps.contains(level));
    for level in deadline.at_levels.iter().filter(|level| !is_known(level)) {
        let what = format!(
            "\"{}\" is asked for at \"{level}\", which no scale has",
            deadline.what
        );
        let cure = "write a step of one of the `scales`, as it is written there";
        check.fault("at_levels", level, what, "it is spelt in two ways", cure);
    }
}

fn due(check: &mut Check, deadline: &Deadline) {
    let what = &deadline.what;
    if what.trim().is_empty() {
        nameless(check, "what", what, "a deadline does not say what is due".into());
    }
    let days = match deadline.due {
        Due::HoursBefore(hours) => hours.div_ceil(24),
        Due::DaysBefore(days) | Due::DaysAfter(days) | Due::WorkingDaysAfter(days) => days,
        Due::Every { weeks, times } => {
            often(check, deadline, weeks, times);
            weeks.saturating_mul(times).saturating_mul(7)
        }
        Due::OnTheDay | Due::NextGovernorsMeeting | Due::ByAgreement => return,
    };
    if days > TWO_YEARS {
        let what = format!("\"{what}\" is due more than two years from the review");
        let cure =
            "write the number of hours or days, such as `days_before(14)`, or `by_agreement` if none follows";
        check.fault("due", &deadline.due, what, "a digit too many", cure);
    }
}
