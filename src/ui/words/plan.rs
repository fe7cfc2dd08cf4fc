//! The words of the page of the plan.

mod came_of;
mod notices;

use chrono::NaiveDate;

pub use self::notices::{no_date, no_models, not_understood, notice};
use crate::{
    app::{
        day::{Held, Keeper, PlanRight},
        entry::EntryPurpose,
        plan_page::{Add, Added, PlanEntry, PlanPick, Section, Serves, Spot},
    },
    domain::{activity::ActivityKind, plan::OnlyRead, plan_edit::Listed},
};

/// The row of the first screen that begins a new plan.
pub const NEW_PLAN_ROW: &str = "New plan from a review model";
/// The title of the list of review models.
pub const WHICH_MODEL: &str = "Which review model?";
/// Asks whether to leave while the plan is not on the disk.
pub const LEAVE_UNSAVED: [&str; 3] = [
    "NOT SAVED: the last changes of the plan are not on the disk.",
    "If you leave now, they are lost; notes are kept.",
    "Enter leaves, Esc stays, Ctrl+S saves it somewhere else.",
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

/// Where it can't be changed since the next save would lose what is not known in its file.
const UNKNOWN_FIELDS: &str = "plan.ron has a name in it that is not known: the plan is only read until that is mended \
                              and the session opened again.";

/// Why a plan is only read here.
pub(super) fn only_read(why: OnlyRead) -> &'static str {
    match why {
        OnlyRead::Newer => NEWER_PROGRAM,
        OnlyRead::UnknownFields => UNKNOWN_FIELDS,
    }
}

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

/// That the times of a row hold for one group, and others keep theirs.
#[must_use]
pub fn only(group: &str) -> String {
    format!("({group} only)")
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
            "The day is being recorded: what you change in the timetable is recorded as a change of the day."
                .into()
        }
        PlanRight::Changes => format!(
            "{keeper}; what you change in the timetable is recorded as a change of the day."
        ),
        PlanRight::SomebodyElses => {
            format!("{keeper}: it can be read here, and changed there.")
        }
        PlanRight::OnlyRead(why) => only_read(why).into(),
        PlanRight::ChangesToOnlyRead(OnlyRead::UnknownFields) => {
            "plan.ron has a name in it that is not known: its words are only read until that is mended; what you \
             change in the timetable is recorded as a change of the day."
                .into()
        }
        PlanRight::ChangesToOnlyRead(OnlyRead::Newer) => {
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

/// The question before something odd is made.
pub const ALL_THE_SAME: &str = "Make it all the same?";

/// That a day of a review is over.
#[must_use]
pub fn is_past(date: NaiveDate) -> String {
    format!("{} is past", date.format("%A %-d %B %Y"))
}

/// That a school is reviewed on a day already, in the session in this folder.
#[must_use]
pub fn second_review(host: &str, folder: &str) -> String {
    format!("there is a review of {host} on that day already: {folder}")
}

/// The title of a line to be typed for a plan.
#[must_use]
pub fn entry_title(purpose: &EntryPurpose) -> Option<&'static str> {
    Some(match purpose {
        EntryPurpose::ByPath => super::home::BY_PATH,
        EntryPurpose::NewHost { .. } => "New plan: which school is reviewed?",
        EntryPurpose::NewDates { .. } => "New plan: on which date? (several: with commas)",
        EntryPurpose::AllTheSame { .. } => "Make it all the same? Type y",
        EntryPurpose::Plan(PlanEntry::Length(_)) => "How many minutes does it last?",
        EntryPurpose::Plan(PlanEntry::ShiftRest(_)) => {
            "Move this and later rows by how many minutes? (\"10 all\": fixed points too)"
        }
        EntryPurpose::Plan(PlanEntry::Because(_)) => "It does not take place: why?",
        EntryPurpose::Plan(PlanEntry::Add(add)) => adding(add),
        EntryPurpose::Plan(PlanEntry::Change(spot)) => changing(spot),
        _ => return None,
    })
}

fn adding(add: &Add) -> &'static str {
    match add {
        Add::Year => "Years and their classes, as in \"Year 4: 2, Year 5\"",
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
        Spot::Year(_) => "A year and its classes, as in \"Year 4: 2\"",
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
