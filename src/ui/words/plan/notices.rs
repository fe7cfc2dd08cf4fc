//! What the page of the plan says of a deed, and why one was not done.

use chrono::NaiveTime;

use super::{date, keeps, revision};
use crate::{
    app::{
        day::Unchanged,
        plan_page::{PlanNotice, Wanted},
    },
    domain::{
        plan::Duty,
        plan_edit::{CutShort, Refusal},
        stamp::YEARS,
        typed_date::NoDate,
    },
    ui::words,
};

/// What the page says.
#[must_use]
pub fn notice(notice: &PlanNotice) -> String {
    match notice {
        PlanNotice::Begun => {
            "This is the new plan. Up and Down choose a line, Enter changes it, Esc closes it.".into()
        }
        PlanNotice::Unchanged(why) => unchanged(why),
        PlanNotice::NotUnderstood(wanted, text) => not_understood(*wanted, text),
        PlanNotice::TakenOut(what) => format!("Taken out: \"{what}\". Ctrl+Z brings it back."),
        PlanNotice::CalledOff(what) => {
            format!("\"{what}\" does not take place: recorded for today. Ctrl+Z brings it back.")
        }
        PlanNotice::Recorded => "Recorded as a change of the day, for everyone. Ctrl+Z takes it back.".into(),
        PlanNotice::CameOf(came, recorded) => super::came_of::came_of(came, *recorded),
        PlanNotice::FullRow(cut) => format!("The row is full: {}.", kept(cut)),
        PlanNotice::NoGap(title) => format!("\"{title}\" begins then: type another time for the new row."),
        PlanNotice::CutShort(cut, true) => {
            format!("Recorded for everyone: {}. Ctrl+Z takes it back.", kept(cut))
        }
        PlanNotice::CutShort(cut, false) => format!("Added: {}. Ctrl+Z takes it back.", kept(cut)),
        PlanNotice::AgreedAnew(now) => {
            format!(
                "Changed in the plan itself, now {}. Ctrl+Z takes it back.",
                revision(*now)
            )
        }
        PlanNotice::NowWrong(remark) => {
            let [what, cure] = words::remark(remark).map(|line| one_line(&line));
            format!("Changed, but the check says: {what} - {cure}. Ctrl+Z takes it back.")
        }
        PlanNotice::FixedPoint(title, true) => {
            format!("\"{title}\" is a fixed point now: nothing moves it by itself.")
        }
        PlanNotice::FixedPoint(title, false) => format!("\"{title}\" is no fixed point any more."),
        PlanNotice::Renamed {
            group,
            duties,
            host_staff,
        } => renamed(group.as_deref(), duties, *host_staff),
        PlanNotice::AsItWas => "It stands like that already: nothing was changed.".into(),
        PlanNotice::Undone(at) => format!("Undone{}. Ctrl+Y does it again.", at_line(at)),
        PlanNotice::Redone(at) => format!("Done again{}.", at_line(at)),
        PlanNotice::NothingToUndo => "There is nothing to undo in the plan.".into(),
        PlanNotice::NothingToRedo => "There is nothing to redo in the plan.".into(),
        PlanNotice::OnlyRead => "This line can only be read.".into(),
        PlanNotice::NothingToAdd => "Nothing can be added below this line.".into(),
        PlanNotice::NothingToRemove => "This line can't be taken out; Enter changes it.".into(),
        PlanNotice::NotMoved => "Rows, visits and questions can be moved; this can't.".into(),
        PlanNotice::ForRows => "This key is for the rows of the timetable.".into(),
        PlanNotice::MovesRows => {
            "This key moves rows and visits: go to the line of one (Left goes up).".into()
        }
        PlanNotice::RowHasBegun => "The row has begun: + and - move this class; Esc, Ctrl+D the rest.".into(),
        PlanNotice::ForPeople => "This key is for people: go to one first.".into(),
        PlanNotice::NoQuestionSets => "No review model here has a question set.".into(),
        PlanNotice::NoGroupLeft => "Every group has something of its own here already.".into(),
    }
}

/// What a person with another name still is, and the keys for it.
fn renamed(group: Option<&str>, duties: &[Duty], host_staff: bool) -> String {
    let mut still = vec![group.unwrap_or(super::NO_GROUP)];
    still.extend(duties.iter().map(|duty| duty.in_words()));
    still.extend(host_staff.then_some(super::HOST_STAFF));
    format!("Still: {}. g, t, h change that.", still.join(", "))
}

/// What a further visit leaves to another one.
fn kept(cut: &CutShort) -> String {
    let CutShort { at, class, keeps, of } = cut;
    format!("from {} {class} keeps {keeps} of {of} min", at.format("%H:%M"))
}

/// Where something was undone, if its line says anything.
fn at_line(says: &str) -> String {
    if says.is_empty() {
        String::new()
    } else {
        format!(" at \"{}\"", one_line(says))
    }
}

/// A text without what sets it apart in a list.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What was typed is not what was asked for.
#[must_use]
pub fn not_understood(wanted: Wanted, text: &str) -> String {
    match wanted {
        Wanted::Time => format!("\"{text}\" begins with no time: write 09:15, or 09:15-10:00."),
        Wanted::OneTime => format!("\"{text}\": one time, then the class, as in 14:10 Year 4."),
        Wanted::Date(why) => format!("\"{text}\" {}.", no_date(why)),
        Wanted::Minutes => format!("\"{text}\" is no length: write 45, 1h30 or 1:30."),
        Wanted::Classes => format!("\"{text}\" says no number of classes: write Year 4: 2."),
        Wanted::OneYear => "There is one year in this line: a further one has a line of its own (a).".into(),
    }
}

/// Why what was typed is no date, and what to write, to stand behind it in quotes.
#[must_use]
pub fn no_date(why: NoDate) -> String {
    match why {
        NoDate::Form => "is no date: write 2026-12-01, 1/12/2026 or 1 December 2026".into(),
        NoDate::NoSuchDay => {
            "is in no calendar: write the day before the month, as in 1/12/2026 for 1 December".into()
        }
        NoDate::Year(year) => format!(
            "is in the year {year}, and a plan may be of the years {} to {}: correct the year",
            YEARS.start(),
            YEARS.end()
        ),
        NoDate::Weekday(right) => format!(
            "is a {}: correct the day of the week, or leave it out",
            words::weekday(right)
        ),
    }
}

/// No review model can be used.
#[must_use]
pub fn no_models(problems: &[String]) -> String {
    let first = problems.first().and_then(|problem| problem.lines().next());
    first.map_or_else(
        || "There is no review model here.".into(),
        |first| format!("No review model can be read: {first}"),
    )
}

fn unchanged(why: &Unchanged) -> String {
    match why {
        Unchanged::Refused(refusal) => refused(refusal),
        Unchanged::ReadOnly => "Nothing can be changed here: another window has this session open.".into(),
        Unchanged::SomebodyElses(keeper) => {
            let keeper = keeps(keeper);
            format!(
                "{keeper}: it is changed there. Once notes are taken, changes of the day can be recorded here."
            )
        }
        Unchanged::OnlyTheOwner(keeper) => format!("{}: only there can that be changed.", keeps(keeper)),
        Unchanged::OnlyRead(why) => super::only_read(*why).into(),
        Unchanged::HasNotes(held) => format!("That has {}: it stays in the plan.", super::held(*held)),
        Unchanged::AgreedBeforeNotes => {
            "Agreed before the first note: not undone any more; change it as a change of the day.".into()
        }
        Unchanged::SomethingSince => {
            "Something else was done on the day since: undo or redo that there first (Esc).".into()
        }
        Unchanged::StaysForNotes => {
            "The day is being recorded: this part of the timetable stays as agreed.".into()
        }
        Unchanged::NamedByNotes => "Notes hold on to that: it stays in the plan.".into(),
        Unchanged::HasBegun => "That has begun already, or its time is past: it stays as it was.".into(),
        Unchanged::ForEverybody => {
            "This changes the plan for everybody; its owner is told. Once more does it.".into()
        }
        Unchanged::ThatIsYou => {
            "That is who is at this laptop: change that first (Ctrl+K on the day).".into()
        }
    }
}

fn hh_mm(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// Why an edit makes no plan.
fn refused(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Gone => "That is no longer in the plan.".into(),
        Refusal::Empty => "There is nothing in the line: type some words.".into(),
        Refusal::TooLong { most } => format!("Too long: a line of the plan has {most} letters at most."),
        Refusal::NameTaken(name) => format!("There is a \"{name}\" already; two could not be told apart."),
        Refusal::EndNotAfterStart { starts, ends } => {
            format!(
                "It would end at {}, and it starts at {}.",
                hh_mm(*ends),
                hh_mm(*starts)
            )
        }
        Refusal::OutsideTheDay => "That would be before midnight, or after the next one.".into(),
        Refusal::BeginsTogether(title) => {
            format!("\"{title}\" begins at that time: two rows can't begin together.")
        }
        Refusal::RunsInto { title, at } => {
            format!(
                "No room: it would run into the fixed point \"{title}\" at {}.",
                hh_mm(*at)
            )
        }
        Refusal::StartsInside { title } => format!("\"{title}\" is not over by then."),
        Refusal::FixedPoint(title) => format!("\"{title}\" is a fixed point: press f on it first."),
        Refusal::VisitOutside { class, at } => {
            format!(
                "The visit of {class} at {} would lie outside its row.",
                hh_mm(*at)
            )
        }
        Refusal::AtTheEdge => "There is nothing beyond it to change places with.".into(),
        Refusal::GroupInUse { name, by } => format!("{name} is needed for: {by}."),
        Refusal::GroupIsThere(name) => format!("{name} has something of its own here already."),
        Refusal::NothingOfItsOwn => "This group does what the row does; its questions are the row's.".into(),
        Refusal::LastPerson => "A plan needs somebody on it.".into(),
        Refusal::OnlyDay => "A plan needs a day.".into(),
        Refusal::DayHasRows => "Take its rows out first.".into(),
        Refusal::DateTaken(date) => format!("{} is another day of this plan.", self::date(*date)),
        Refusal::FarAway(date) => format!("No plan speaks of the year of {}.", self::date(*date)),
        Refusal::HolidayBackwards => "The holidays would end before they begin.".into(),
        Refusal::NoClass => "A year has one class at least; take the line out if there is none.".into(),
        Refusal::NoQuestions => "There are no questions in that set.".into(),
    }
}
