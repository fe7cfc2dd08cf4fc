//! The words of the page of the plan.

use chrono::{NaiveDate, NaiveTime};

use crate::{
    app::{
        day::{Held, Keeper, PlanRight, Unchanged},
        entry::EntryPurpose,
        plan_page::{Add, Added, PlanEntry, PlanNotice, PlanPick, Section, Serves, Spot, Wanted},
    },
    domain::{
        activity::ActivityKind,
        plan_edit::{CutShort, Listed, Refusal},
        stamp::YEARS,
        typed_date::NoDate,
    },
};

/// The row of the first screen that begins a new plan.
pub const NEW_PLAN_ROW: &str = "New plan from a review model";
/// The title of the list of review models.
pub const WHICH_MODEL: &str = "Which review model?";
/// Asks whether to leave while the plan is not on the disk.
pub const LEAVE_UNSAVED: [&str; 3] = [
    "NOT SAVED: the last changes of the plan are not on the disk.",
    "If you leave now, they are lost; notes are kept.",
    "Enter leaves, Esc stays.",
];
/// The title of the page.
pub const TITLE: &str = "Plan";
/// Beside something that nothing is said of yet.
pub const NOTHING: &str = "-";
/// Beside a fixed point.
pub const FIXED: &str = "fixed";
/// Beside somebody who works at the host school.
pub const HOST_STAFF: &str = "host staff";
/// Beside somebody who goes with no group.
pub const NO_GROUP: &str = "no group";
/// Where all groups do the same in a row.
pub const TOGETHER: &str = "all together";
/// What a group does that has nothing of its own to do.
pub const AS_THE_ROW: &str = "as the row";
/// Where a plan was checked and nothing was found.
pub const NOTHING_FOUND: &str = "nothing found";

/// Where a plan can't be changed since a newer version of the program wrote it.
const NEWER_PROGRAM: &str =
    "A newer knownow wrote this plan: it can only be read here. Install the newer knownow to change it.";

/// The head of a part of the outline.
#[must_use]
pub fn section(section: Section) -> &'static str {
    match section {
        Section::Review => "Review",
        Section::People => "People",
        Section::Timetable => "Timetable",
        Section::Rules => "Rules and deadlines (from the review model)",
        Section::Check => "Check",
        Section::Former => "No longer in the plan",
    }
}

/// What a line of the outline is about, before its value.
#[must_use]
pub fn label(spot: &Spot) -> &'static str {
    match spot {
        Spot::Host => "Host school",
        Spot::Years => "Years and classes",
        Spot::Title => "Review",
        Spot::Outcome => "Wanted outcome",
        Spot::Focus => "Focus area",
        Spot::Enquiries => "Lines of enquiry",
        Spot::List(list) => listed(*list),
        Spot::KeepUntil => "Notes kept until",
        Spot::Governors => "Governors meet",
        Spot::Holidays => "School holidays",
        Spot::Groups | Spot::Tracks(_) => "Groups",
        Spot::People => "People",
        Spot::Kind(_) => "Kind",
        Spot::Remark(_) => "Remark",
        Spot::Questions(_) => "Questions",
        _ => "",
    }
}

fn listed(list: Listed) -> &'static str {
    match list {
        Listed::VisitingSchools => "Visiting schools",
        Listed::PreReading => "Pre-reading",
        Listed::StaffInvolved => "Staff involved",
        Listed::Remarks => "Remarks",
        Listed::Aside => "Kept, on no sheet",
    }
}

/// What is added below a line, for the footer and the help.
#[must_use]
pub fn added(added: Added) -> &'static str {
    match added {
        Added::Year => "year",
        Added::Item(Listed::VisitingSchools) => "visiting school",
        Added::Item(Listed::PreReading) => "pre-reading",
        Added::Item(Listed::StaffInvolved) => "staff",
        Added::Item(Listed::Remarks) => "remark",
        Added::Item(Listed::Aside) => "text",
        Added::Enquiry => "line of enquiry",
        Added::EnquiryPart => "part of it",
        Added::Holiday => "holidays",
        Added::Group => "group",
        Added::Person => "person",
        Added::Day => "day",
        Added::Row => "row",
        Added::Track => "way of one group",
        Added::Visit => "visit",
        Added::Prompt => "question",
    }
}

/// What a key of the footer does on the line under the cursor; `None` if it does nothing there.
#[must_use]
pub fn serves(serves: Serves, as_ever: &str) -> Option<String> {
    Some(match serves {
        Serves::Nothing => return None,
        Serves::AsEver => as_ever.to_string(),
        Serves::Adds(what) => format!("add {}", added(what)),
        Serves::GoesThere => "go there".into(),
        Serves::Unfolds => "unfold".into(),
        Serves::Folds => "fold".into(),
    })
}

/// The same in the help, which tells of every key.
#[must_use]
pub fn serves_in_help(serves: Serves, words: &str) -> String {
    match serves {
        Serves::Adds(what) => format!("{words} (here: {})", added(what)),
        _ => words.to_string(),
    }
}

/// A date as people write it.
#[must_use]
pub fn date(date: NaiveDate) -> String {
    date.format("%a %-d %b %Y").to_string()
}

/// A kind of activity as people write it.
#[must_use]
pub fn kind(kind: ActivityKind) -> String {
    kind.word().replace('_', " ")
}

/// How many minutes a row lasts.
#[must_use]
pub fn minutes(minutes: i64) -> String {
    format!("{minutes} min")
}

fn count(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// How many classes a year has.
#[must_use]
pub fn classes(classes: u8) -> String {
    count(usize::from(classes), "class", "classes")
}

/// What a folded row holds.
#[must_use]
pub fn inside(visits: usize, questions: usize) -> String {
    let visits = (visits > 0).then(|| count(visits, "visit", "visits"));
    let questions = (questions > 0).then(|| count(questions, "question", "questions"));
    let parts: Vec<String> = [visits, questions].into_iter().flatten().collect();
    parts.join(", ")
}

/// How many notes a row that left the plan has.
#[must_use]
pub fn notes(notes: usize) -> String {
    count(notes, "note", "notes")
}

fn held(held: Held) -> String {
    let ticks = count(held.ticks, "tick", "ticks");
    match (held.notes, held.ticks) {
        (0, _) => ticks,
        (_, 0) => notes(held.notes),
        _ => format!("{} and {ticks}", notes(held.notes)),
    }
}

/// Which edition of the plan it is.
#[must_use]
pub fn revision(revision: u32) -> String {
    format!("edition {revision}")
}

/// What somebody here may do to the plan, where that is not everything; `keeper` is who is to be asked.
#[must_use]
pub fn right(right: PlanRight, keeper: &Keeper) -> Option<String> {
    let keeper = keeps(keeper);
    Some(match right {
        PlanRight::Everything => return None,
        PlanRight::WordsAndChanges => {
            "Notes have been taken: what you change in the timetable is recorded as a change of the day."
                .into()
        }
        PlanRight::Changes => format!(
            "{keeper}; what you change in the timetable is recorded as a change of the day."
        ),
        PlanRight::SomebodyElses => {
            format!("{keeper}: it can be read here, and changed there.")
        }
        PlanRight::NewerProgram => NEWER_PROGRAM.into(),
        PlanRight::ChangesToNewer => {
            "A newer knownow wrote this plan: here its words are only read; what you change in the timetable is \
             recorded as a change of the day."
                .into()
        }
        PlanRight::ReadOnly => "Nothing can be changed here: another window has this session open.".into(),
    })
}

fn keeps(keeper: &Keeper) -> String {
    match keeper {
        Keeper::Person(name) => format!("{name} keeps this plan"),
        Keeper::OwnOtherLaptop => "You keep this plan on the laptop where it was made".into(),
    }
}

/// The title of a line to be typed for a plan.
#[must_use]
pub fn entry_title(purpose: &EntryPurpose) -> Option<&'static str> {
    Some(match purpose {
        EntryPurpose::NewHost { .. } => "New plan: which school is reviewed?",
        EntryPurpose::NewDates { .. } => "New plan: on which date? (several: with commas)",
        EntryPurpose::Plan(PlanEntry::Length(_)) => "How many minutes does it last?",
        EntryPurpose::Plan(PlanEntry::ShiftRest(_)) => "Shift this and all later rows by how many minutes?",
        EntryPurpose::Plan(PlanEntry::Because(_)) => "It does not take place: why?",
        EntryPurpose::Plan(PlanEntry::Add(add)) => adding(add),
        EntryPurpose::Plan(PlanEntry::Change(spot)) => changing(spot),
        _ => return None,
    })
}

/// What a further visit leaves to another one.
fn kept(cut: &CutShort) -> String {
    let CutShort { at, class, keeps, of } = cut;
    format!("from {} {class} keeps {keeps} of {of} min", at.format("%H:%M"))
}

fn adding(add: &Add) -> &'static str {
    match add {
        Add::Year => "A year and its classes, as in \"Year 4: 2\"",
        Add::Item(list) => listed(*list),
        Add::Enquiry => "A line of enquiry",
        Add::EnquiryPart(_) => "A part of this line of enquiry",
        Add::Holiday => "Holidays, as in \"2026-12-21 to 2027-01-01\"",
        Add::Group => "The name of the group",
        Add::Person => "Who takes part? A role, not a name",
        Add::Day => "The date, and a name if there are several days",
        Add::Row { .. } => "Time and title, as in \"09:00-10:15 Lesson visits\"",
        Add::Visit(..) => "Time and class, as in \"09:15 Year 6\"",
        Add::Prompt(_) => "The question (a short form may stand before a |)",
    }
}

fn changing(spot: &Spot) -> &'static str {
    match spot {
        Spot::Year(_) => adding(&Add::Year),
        Spot::Item(list, _) => listed(*list),
        Spot::Enquiry(_) => adding(&Add::Enquiry),
        Spot::EnquiryPart(_) => "A part of a line of enquiry",
        Spot::Holiday(_) => adding(&Add::Holiday),
        Spot::Group(_) => adding(&Add::Group),
        Spot::Person(_) => adding(&Add::Person),
        Spot::Day(_) => adding(&Add::Day),
        Spot::Row(_) => "Time and title, as in \"09:00-10:15 Lesson visits\"",
        Spot::Track(..) => "What this group does instead (empty: as the row)",
        Spot::Visit(..) => "Time and class, as in \"09:15 Year 6\"",
        Spot::Prompt(..) => "The question (a short form may stand before a |)",
        Spot::KeepUntil | Spot::Governors => "A date, as in 2026-12-01 (empty: none)",
        other => label(other),
    }
}

/// The title of a list to pick from.
#[must_use]
pub fn picked(pick: &PlanPick) -> &'static str {
    match pick {
        PlanPick::NewRow { .. } => "What is done in the new row?",
        PlanPick::Kind(_) => "Kind of activity",
        PlanPick::Group(_) => "Which group?",
        PlanPick::Duties(_) => "Duties (* has it): Enter takes it on or hands it over",
        PlanPick::Track(_) => "Which group has something of its own here?",
        PlanPick::Questions { replaces: false, .. } => "Add which question set?",
        PlanPick::Questions { replaces: true, .. } => "Replace the questions by which set?",
    }
}

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
        PlanNotice::FullRow(cut) => format!("The row is full: {}.", kept(cut)),
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
            let [what, cure] = super::remark(remark).map(|line| one_line(&line));
            format!("Changed, but the check says: {what} - {cure}. Ctrl+Z takes it back.")
        }
        PlanNotice::FixedPoint(title, true) => {
            format!("\"{title}\" is a fixed point now: nothing moves it by itself.")
        }
        PlanNotice::FixedPoint(title, false) => format!("\"{title}\" is no fixed point any more."),
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
        PlanNotice::ForPeople => "This key is for people: go to one first.".into(),
        PlanNotice::NoQuestionSets => "No review model here has a question set.".into(),
        PlanNotice::NoGroupLeft => "Every group has something of its own here already.".into(),
    }
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
        Wanted::Minutes => format!("\"{text}\" is no number of minutes: write 45."),
        Wanted::Classes => format!("\"{text}\" says no number of classes: write Year 4: 2."),
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
            super::weekday(right)
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
        Unchanged::NewerProgram => NEWER_PROGRAM.into(),
        Unchanged::HasNotes(held) => format!("That has {}: it stays in the plan.", self::held(*held)),
        Unchanged::AgreedBeforeNotes => {
            "Agreed before the first note: not undone any more; change it as a change of the day.".into()
        }
        Unchanged::SomethingSince => {
            "Something else was done on the day since: undo or redo that there first (Esc).".into()
        }
        Unchanged::StaysForNotes => {
            "Notes hold on to this plan: nothing of that kind comes into it or leaves it any more.".into()
        }
        Unchanged::HasBegun => "That has begun already, or its time is past: it stays as it was.".into(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_row_holds_is_counted_in_words() {
        assert_eq!(inside(0, 0), "");
        assert_eq!(inside(1, 8), "1 visit, 8 questions");
        assert_eq!(inside(10, 1), "10 visits, 1 question");
        assert_eq!(classes(1), "1 class");
    }
}
