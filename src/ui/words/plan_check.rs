//! What the check of a plan finds, in sentences: what it is, and what a person can do about it.

use chrono::NaiveTime;

use super::plan::{date, kind};
use crate::domain::{
    activity::ActivityKind,
    plan_check::{
        AgreedFinding, AskedFinding, DayOff, Finding, PeopleFinding, RowFinding, Together, VisitFinding,
    },
};

/// The cure where bank holidays are not known.
const ADD_THE_YEAR: &str = "add that year to bank-holidays-england.ron in your settings folder";

/// What was found, as a sentence without its full stop.
#[must_use]
pub fn found(finding: &Finding) -> String {
    match finding {
        Finding::Rows(finding) => row_found(finding),
        Finding::Visits(finding) => visit_found(finding),
        Finding::People(finding) => people_found(finding),
        Finding::Asked(finding) => asked_found(finding),
        Finding::Agreed(finding) => agreed_found(finding),
    }
}

/// What can be done about it, in words that follow "what to do:".
#[must_use]
pub fn cure(finding: &Finding) -> String {
    match finding {
        Finding::Rows(finding) => row_cure(finding),
        Finding::Visits(finding) => visit_cure(finding),
        Finding::People(finding) => people_cure(finding),
        Finding::Asked(finding) => asked_cure(finding),
        Finding::Agreed(finding) => agreed_cure(finding),
    }
}

fn row_found(finding: &RowFinding) -> String {
    match finding {
        RowFinding::NoDay => "The plan has no day".into(),
        RowFinding::SameDate(same) => format!("Two days of the plan are on {}", date(*same)),
        RowFinding::BeforeTheDayBefore(latest) => {
            format!(
                "It is before the day that comes first in the plan, {}",
                date(*latest)
            )
        }
        RowFinding::NoRows => "The day has no rows".into(),
        RowFinding::EndsTooSoon { starts, ends } => {
            format!(
                "It ends at {}, not after it starts at {}",
                hh_mm(*ends),
                hh_mm(*starts)
            )
        }
        RowFinding::StartsWith(title) => format!("It starts at the same time as \"{title}\""),
        RowFinding::NotOver {
            earlier,
            until,
            minutes,
        } => {
            let until = hh_mm(*until);
            format!("\"{earlier}\" is not over: it lasts until {until}, {minutes} minutes longer")
        }
        RowFinding::Gap { minutes, since } => {
            let since = hh_mm(*since);
            match minutes {
                1 => format!("Nothing is planned for the minute before it, since {since}"),
                _ => format!("Nothing is planned for the {minutes} minutes before it, since {since}"),
            }
        }
        RowFinding::NoBreak {
            from,
            until,
            minutes,
            longest,
        } => format!(
            "From {} to {} there are {minutes} minutes without a break; the model asks for one after {longest} at \
             the latest",
            hh_mm(*from),
            hh_mm(*until)
        ),
        RowFinding::NoLunch {
            from,
            until,
            minutes,
            groups,
        } => {
            let who = if groups.is_empty() {
                "nobody has".to_string()
            } else {
                format!("{} has not", groups.join(", "))
            };
            let (from, until) = (hh_mm(*from), hh_mm(*until));
            format!("No lunch: between {from} and {until} {who} a break of {minutes} minutes")
        }
    }
}

fn row_cure(finding: &RowFinding) -> String {
    match finding {
        RowFinding::NoBreak { .. } => {
            let word = kind(ActivityKind::Break);
            format!("put a row of the kind \"{word}\" in between: a break, or lunch")
        }
        RowFinding::NoLunch { minutes, .. } => {
            let word = kind(ActivityKind::Break);
            format!("put a row of the kind \"{word}\" of at least {minutes} minutes there, such as \"Lunch\"")
        }
        RowFinding::NoDay => "add the day of the review, with its rows".into(),
        RowFinding::SameDate(_) => "give each day a date of its own, or make them one".into(),
        RowFinding::BeforeTheDayBefore(_) => "put the days in the order of their dates".into(),
        RowFinding::NoRows => "add its rows, or take the day out".into(),
        RowFinding::EndsTooSoon { .. } => {
            "write an end that is later than the start, or leave the end out".into()
        }
        RowFinding::StartsWith(_) => {
            "start one of them later, or make them two groups' ways in one row".into()
        }
        RowFinding::NotOver { .. } => "end the earlier row sooner, or start this one later".into(),
        RowFinding::Gap { .. } => {
            "if that is on purpose, a row such as \"Break\" makes it plain to everybody".into()
        }
    }
}

fn visit_found(finding: &VisitFinding) -> String {
    match finding {
        VisitFinding::NoClass => "A visit has no class".into(),
        VisitFinding::OutsideItsRow { class, starts, ends } => {
            let row = format!("{}-{}", hh_mm(*starts), hh_mm(*ends));
            format!("The visit to {} is outside its row, {row}", called(class))
        }
        VisitFinding::VisitsAtOnce(class) => {
            let class = called(class);
            format!("Two visits of one group start at once, one of them to {class}")
        }
        VisitFinding::OneRoom(together) => {
            let [one, other] = &together.groups;
            let (both, until) = (both(together), hh_mm(together.until));
            format!("{one} and {other} are in one room: both see {both} until {until}")
        }
        VisitFinding::PerhapsOneRoom(together) => {
            let [one, other] = &together.groups;
            let (both, until) = (both(together), hh_mm(together.until));
            format!("{one} and {other} are both in {both} until {until}, perhaps in one room")
        }
        VisitFinding::GoTogether(groups) => {
            format!(
                "{} go to the same classes at the same times",
                groups.join(" and ")
            )
        }
        VisitFinding::NothingToDo(group) => {
            format!("{group} has nothing to do here while another group visits lessons")
        }
        VisitFinding::NoVisits(None) => "Lessons are visited, and no visit is planned".into(),
        VisitFinding::NoVisits(Some(group)) => format!("{group} visits lessons, and no visit is planned"),
        VisitFinding::NoWalk {
            group, visits, rows, ..
        } => {
            let several = match rows {
                1 => String::new(),
                rows => format!(" in {rows} rows"),
            };
            format!("{group} has {visits} visits back to back{several}, with no minute to walk between them")
        }
        VisitFinding::Shortened {
            group,
            class,
            minutes,
            usual,
        } => format!("{group} has {minutes} minutes for {class}, and {usual} for most classes"),
        VisitFinding::NotOfTheSchool { class, years } => {
            format!("{class} is visited, and the school has {}", years.join(", "))
        }
        VisitFinding::NotVisited(years) => format!("Nobody visits {}", years.join(", ")),
    }
}

fn visit_cure(finding: &VisitFinding) -> String {
    match finding {
        VisitFinding::NoWalk { walk, .. } => format!(
            "say in the row's remark how they walk, such as \"{walk} minutes of each visit are for the walk\", or \
             start the visits {walk} minutes further apart than the last one lasts"
        ),
        VisitFinding::Shortened { .. } => "make the row longer, or give another visit's minutes to it".into(),
        VisitFinding::NoClass => "say which class is seen then".into(),
        VisitFinding::NotOfTheSchool { .. } => {
            "correct the class, or add its year to those of the school".into()
        }
        VisitFinding::OutsideItsRow { .. } => "move the visit into the row, or make the row longer".into(),
        VisitFinding::VisitsAtOnce(_) => "give each visit a time of its own".into(),
        VisitFinding::OneRoom(_) => "swap two visits of one of the groups".into(),
        VisitFinding::PerhapsOneRoom(_) => {
            "the year has several classes: say which one each group sees, such as \"Year 5 Oak\"".into()
        }
        VisitFinding::GoTogether(_) => {
            "right if they go together; if not, say which class each group sees".into()
        }
        VisitFinding::NothingToDo(_) => "say what it sees or does meanwhile".into(),
        VisitFinding::NoVisits(_) => "say which class is seen when".into(),
        VisitFinding::NotVisited(_) => {
            "nothing can be said of a year that was not seen; visit it, or say why not".into()
        }
    }
}

fn people_found(finding: &PeopleFinding) -> String {
    match finding {
        PeopleFinding::NoFacilitator => "Nobody facilitates the review".into(),
        PeopleFinding::NoSafeguardingLead => "The plan names no safeguarding lead".into(),
        PeopleFinding::EmptyGroup(group) => format!("Nobody goes with {group}"),
        PeopleFinding::InTwoGroups(person, [one, two]) => format!("{person} goes with {one} and with {two}"),
        PeopleFinding::TwiceOnThePlan(person) => format!("{person} stands on the plan twice"),
        PeopleFinding::TwoWays(group) => format!("{group} goes two ways at once"),
        PeopleFinding::InTwoPlaces(person, [one, two]) => {
            format!("{person} would be in two places: with {one} and with {two}")
        }
        PeopleFinding::Named { name, .. } => {
            format!("\"{name}\" is somebody's name, and the sheet of the plan goes to everybody")
        }
    }
}

fn people_cure(finding: &PeopleFinding) -> String {
    match finding {
        PeopleFinding::NoFacilitator => {
            "say who is the facilitator (a duty of one of the people): who keeps time and writes the report"
                .into()
        }
        PeopleFinding::NoSafeguardingLead => {
            "add the host's designated safeguarding lead: everybody has to know whom to tell".into()
        }
        PeopleFinding::EmptyGroup(_) => "say who goes with it, or take the group out".into(),
        PeopleFinding::InTwoGroups(..) | PeopleFinding::TwiceOnThePlan(_) => {
            "make it one person with all duties, or give the second one a name of their own".into()
        }
        PeopleFinding::TwoWays(_) => {
            "put all its visits into one of the two ways, or give one way to another group".into()
        }
        PeopleFinding::InTwoPlaces(..) => {
            "move one of the two to another time, or let somebody else take part".into()
        }
        PeopleFinding::Named { .. } => {
            "write a role instead, such as \"Maths lead\" or \"Head of School B\"; for a visit, the class"
                .into()
        }
    }
}

fn asked_found(finding: &AskedFinding) -> String {
    match finding {
        AskedFinding::EvidenceMissing(evidence) => {
            format!(
                "The model asks for {}, and no row is of that kind",
                kind(*evidence)
            )
        }
        AskedFinding::PupilsForgotten(name) => {
            format!("No row says how {name} pupils are provided for, as the model asks")
        }
        AskedFinding::TooFewBooks { said, asked } => {
            format!("It speaks of {said} books, and the model asks for {asked} of each year")
        }
        AskedFinding::BooksNotSaid(asked) => {
            format!("It does not say how many books are looked at; the model asks for {asked} of each year")
        }
    }
}

fn asked_cure(finding: &AskedFinding) -> String {
    match finding {
        AskedFinding::EvidenceMissing(evidence) => format!("add a row of the kind \"{}\"", kind(*evidence)),
        AskedFinding::TooFewBooks { asked, .. } | AskedFinding::BooksNotSaid(asked) => {
            format!("write in the remark: {asked} books of each year")
        }
        AskedFinding::PupilsForgotten(_) => {
            "say it in a row's title, remark or questions: who is met, whose books are looked at".into()
        }
    }
}

fn agreed_found(finding: &AgreedFinding) -> String {
    match finding {
        AgreedFinding::NoEnquiry => "The plan has no line of enquiry".into(),
        AgreedFinding::DayOff(DayOff::Weekend) => "Its date is on a weekend".into(),
        AgreedFinding::DayOff(DayOff::BankHoliday(name)) => format!("Its date is a bank holiday ({name})"),
        AgreedFinding::DayOff(DayOff::SchoolHolidays) => "Its date is in the school's holidays".into(),
        AgreedFinding::BankHolidaysUnknown(year) => format!("The bank holidays of {year} are not known"),
        AgreedFinding::NoRetention => "The plan does not say until when notes may be kept".into(),
        AgreedFinding::RetentionTooSoon(until) => {
            let until = date(*until);
            format!("Notes are to be deleted after {until}, before anybody could use them")
        }
        AgreedFinding::GovernorsTooSoon(meeting) => {
            let meeting = date(*meeting);
            format!("The governors' next meeting, {meeting}, is before the review is over")
        }
        AgreedFinding::GovernorsUnknown(what) => {
            format!("\"{what}\": the plan does not say when the governors meet next")
        }
        AgreedFinding::DueUnsure(what) => {
            format!("\"{what}\" is counted through a year whose bank holidays are not known")
        }
        AgreedFinding::WasDue {
            what,
            date: due,
            time,
            target,
            ..
        } => {
            let time = time.map_or_else(String::new, |time| format!(", {}", hh_mm(time)));
            let target = if *target { ", as a target" } else { "" };
            let due = date(*due);
            format!("\"{what}\" was due by {due}{time}{target}; a plan does not say whether it was done")
        }
    }
}

fn agreed_cure(finding: &AgreedFinding) -> String {
    match finding {
        AgreedFinding::BankHolidaysUnknown(_) => format!("check by hand that it is none, or {ADD_THE_YEAR}"),
        AgreedFinding::DueUnsure(_) => format!("count by hand, or {ADD_THE_YEAR}"),
        AgreedFinding::WasDue { who, .. } => {
            format!("if it was not: do it now, and tell those who wait for it ({who})")
        }
        AgreedFinding::NoEnquiry => "write the question that the review answers".into(),
        AgreedFinding::DayOff(_) => "check the date: no lessons are to be seen then".into(),
        AgreedFinding::NoRetention => {
            "agree a date after which they are deleted, and write it on the page of the plan: \"Notes kept until\"".into()
        }
        AgreedFinding::RetentionTooSoon(_) => {
            "write a date after the review on the page of the plan: \"Notes kept until\"".into()
        }
        AgreedFinding::GovernorsTooSoon(_) => "write the date of the first meeting after the review".into(),
        AgreedFinding::GovernorsUnknown(_) => {
            "once the date is known, write it on the page of the plan: \"Governors meet\"".into()
        }
    }
}

/// The classes that two groups see, once where both visits call them the same.
fn both(together: &Together) -> String {
    let [one, other] = &together.classes;
    if one == other {
        one.clone()
    } else {
        format!("{one} and {other}")
    }
}

fn called(class: &str) -> &str {
    if class.is_empty() { "no class" } else { class }
}

fn hh_mm(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

#[cfg(test)]
mod tests;
