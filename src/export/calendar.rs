//! The calendar of a plan: one event for each day of the review, with its timetable, and one for each thing that is due.
//!
//! A head teacher's calendar wants the day as one block: rows as events of their own would be a dozen reminders in a
//! morning. What is due takes no time and so blocks none.

use chrono::{Days, NaiveDate};
use icalendar::{Calendar, CalendarDateTime, Component, Event, EventLike, Property};
use uuid::Uuid;

use super::{
    ExportFault,
    sheet::{DayTable, DueLine, DueTime, Row, Sheet},
    words,
};
use crate::domain::{deadline::Series, stamp::Stamp};

/// Who made the calendar, in the form that calendars have for it.
const PRODUCT: &str = "-//knownow//plan//EN";

/// The sheet's days and due dates as the bytes of an `.ics` file that was made at `made`.
///
/// All times are in UTC, so that they are right in every zone. The events of a later edition take the place of the
/// earlier ones, since they have the same ids.
///
/// # Errors
/// If nothing in the plan has a date, or if it can't be written down.
pub fn calendar(sheet: &Sheet, made: Stamp) -> Result<Vec<u8>, ExportFault> {
    let mut calendar = Calendar::new();
    calendar.properties = Property::from_array([
        ("VERSION", "2.0"),
        ("PRODID", PRODUCT),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ]);
    for day in &sheet.days {
        if let Some(event) = day_event(sheet, day, made) {
            calendar.push(event);
        }
    }
    for event in sheet
        .deadlines
        .iter()
        .flat_map(|line| due_events(sheet, line, made))
    {
        calendar.push(event);
    }
    if calendar.components.is_empty() {
        return Err(ExportFault::NothingDated);
    }
    let text: String = (&calendar).try_into()?;
    Ok(text.into_bytes())
}

/// What all events have.
fn event(sheet: &Sheet, uid: Uuid, made: Stamp) -> Event {
    let mut event = Event::new();
    event
        .uid(&format!("{uid}@knownow"))
        .timestamp(made.moment().to_utc())
        .sequence(sheet.head.revision);
    event
}

/// School and review, as every event begins.
fn subject(sheet: &Sheet) -> String {
    let head = &sheet.head;
    let mut parts = vec![head.school.one_line(), head.review.one_line()];
    parts.retain(|part| !part.is_empty());
    let subject = parts.join(": ");
    if head.is_rehearsal {
        format!("REHEARSAL {subject}")
    } else {
        subject
    }
}

fn day_event(sheet: &Sheet, day: &DayTable, made: Stamp) -> Option<Event> {
    let rows = day.rows.iter().flat_map(row_lines);
    let enquiries = sheet.enquiries.iter().map(|enquiry| enquiry.text.one_line());
    let mut lines: Vec<String> = enquiries.collect();
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.push(day.title.one_line());
    lines.extend(rows);
    if sheet.head.is_changed_since {
        lines.extend([String::new(), words::CHANGED_SINCE.into()]);
    }
    let mut event = event(sheet, day.uid, made);
    event
        .summary(&subject(sheet))
        .location(&sheet.head.school.one_line())
        .description(&lines.join("\n"));
    match day.span {
        Some((starts, ends)) => event
            .starts(CalendarDateTime::Utc(starts.moment().to_utc()))
            .ends(CalendarDateTime::Utc(ends.moment().to_utc())),
        // Nothing is planned on it yet, and it is agreed all the same.
        None => whole_day(&mut event, day.date)?,
    };
    Some(event.done())
}

/// Lets an event take all of a day, which ends where the next one begins; `None` after the last day of all.
fn whole_day(event: &mut Event, date: NaiveDate) -> Option<&mut Event> {
    Some(event.starts(date).ends(date.checked_add_days(Days::new(1))?))
}

fn row_lines(row: &Row) -> Vec<String> {
    let mut first = format!("{} {}", row.time, row.title.one_line());
    if !row.remark.is_empty() {
        first = format!("{first} ({})", row.remark.one_line());
    }
    let groups = row
        .lanes
        .iter()
        .map(|lane| format!("  {}: {}", lane.group.one_line(), lane.one_line()));
    std::iter::once(first).chain(groups).collect()
}

/// The event of something that is due; of what comes again also one for each time that is on another day than by its
/// rule.
fn due_events(sheet: &Sheet, line: &DueLine, made: Stamp) -> Vec<Event> {
    let mut events: Vec<Event> = due_event(sheet, line, made).into_iter().collect();
    if let Some(DueTime::Every(series)) = &line.date {
        let moved = series.moved().filter_map(|(counted, due)| Some((counted, due?)));
        events.extend(moved.filter_map(|(counted, due)| {
            let mut event = about(sheet, line, made);
            whole_day(&mut event, due)?.append_property(dates("RECURRENCE-ID", [counted]));
            Some(event.done())
        }));
    }
    events
}

/// What all events of something that is due have.
fn about(sheet: &Sheet, line: &DueLine, made: Stamp) -> Event {
    let mut event = event(sheet, line.uid, made);
    event
        .summary(&format!("Due: {}", line.what.one_line()))
        .description(&format!(
            "{}\n{}: {}\n{}: {}",
            subject(sheet),
            words::WHO,
            line.who.one_line(),
            words::WHEN,
            line.when
        ))
        .add_property("TRANSP", "TRANSPARENT");
    event
}

fn due_event(sheet: &Sheet, line: &DueLine, made: Stamp) -> Option<Event> {
    let mut event = about(sheet, line, made);
    match line.date.as_ref()? {
        // Without an end it takes no time.
        DueTime::At(moment) => event.starts(CalendarDateTime::Utc(moment.moment().to_utc())),
        DueTime::On(date) => whole_day(&mut event, *date)?,
        DueTime::Every(series) => again(&mut event, series)?,
    };
    Some(event.done())
}

/// Lets an event come again by its rule, but for those that fall together with the next.
fn again<'e>(event: &'e mut Event, series: &Series) -> Option<&'e mut Event> {
    let (weeks, times) = (series.weeks(), series.counted().count());
    let event = whole_day(event, series.counted().next()?)?
        .add_property("RRULE", format!("FREQ=WEEKLY;INTERVAL={weeks};COUNT={times}"));
    let together: Vec<NaiveDate> = series
        .moved()
        .filter_map(|(counted, due)| due.is_none().then_some(counted))
        .collect();
    if !together.is_empty() {
        event.append_property(dates("EXDATE", together));
    }
    Some(event)
}

/// A property of days.
fn dates(name: &str, days: impl IntoIterator<Item = NaiveDate>) -> Property {
    let days: Vec<String> = days
        .into_iter()
        .map(|day| day.format("%Y%m%d").to_string())
        .collect();
    Property::new(name, days.join(","))
        .add_parameter("VALUE", "DATE")
        .done()
}
