//! The words on the sheet that are not the plan's own. Those on the screen are in `ui/words.rs`.

use chrono::{NaiveDate, NaiveTime};

use super::text::Text;
use crate::domain::{deadline::Series, plan::Duty};

/// On the sheet of a rehearsal.
pub const REHEARSAL: &str = "REHEARSAL: this is a copy to practise on, not the agreed plan";
/// On the sheet of an agreed plan that the day did not keep to.
pub const CHANGED_SINCE: &str =
    "Changes of the day that were made since are not on this sheet: the report shows plan and actual.";
/// In front of the first line of enquiry.
pub const LINE_OF_ENQUIRY: &str = "Line of enquiry";
/// In front of several.
pub const LINES_OF_ENQUIRY: &str = "Lines of enquiry";
/// The heading of what was agreed.
pub const AGREED: &str = "What was agreed";
/// Whom the host invited.
pub const VISITING_SCHOOLS: &str = "Visiting schools";
/// What the host wants to have at the end.
pub const WANTED_OUTCOME: &str = "Wanted outcome";
/// What the review looks at.
pub const FOCUS_AREA: &str = "Focus area";
/// What the evidence is sorted under.
pub const FRAMEWORK: &str = "Framework";
/// What to read beforehand.
pub const PRE_READING: &str = "Pre-reading";
/// The host's staff who take part.
pub const STAFF_INVOLVED: &str = "Staff involved";
/// When the governors meet.
pub const GOVERNORS_MEETING: &str = "Next governors' meeting";
/// The heading of the list of people.
pub const PEOPLE: &str = "People";
/// A person's name, which is a role.
pub const WHO: &str = "Who";
/// A person's group.
pub const GOES_WITH: &str = "Goes with";
/// A person's duties.
pub const ON_THE_DAY: &str = "On the day";
/// The heading of the timetable.
pub const TIMETABLE: &str = "Timetable";
/// The column of times.
pub const TIME: &str = "Time";
/// The column of activities.
pub const ACTIVITY: &str = "Activity";
/// Beside a row that may not be moved.
pub const FIXED: &str = "fixed\u{a0}time";
/// The heading of the rules.
pub const CONDUCT: &str = "How we work";
/// What the model asks for.
pub const DO: &str = "Do";
/// What the model forbids.
pub const DO_NOT: &str = "Do not";
/// The heading of what is due.
pub const DEADLINES: &str = "What is due when";
/// What is due.
pub const WHAT: &str = "What";
/// When it is due.
pub const WHEN: &str = "When";
/// After a due date that breaks no rule.
pub const TARGET: &str = "a target";
/// After a due date that was counted without knowing the bank holidays.
pub const UNSURE: &str = "bank holidays not known: it may be later";
/// What is due by agreement.
pub const BY_AGREEMENT: &str = "As agreed";
/// What is due at a meeting whose date is not known.
pub const AT_GOVERNORS_MEETING: &str = "At the governors' next meeting";
/// The heading of what else was agreed.
pub const REMARKS: &str = "Remarks";
/// In front of what is agreed in every plan, where nothing was yet.
pub const STILL_OPEN: &str = "Still to be agreed";
/// What is agreed in every plan.
pub const OPEN: [&str; 5] = [
    VISITING_SCHOOLS,
    FOCUS_AREA,
    WANTED_OUTCOME,
    PRE_READING,
    STAFF_INVOLVED,
];
/// How notes are handled.
pub const CONFIDENTIAL: &str = "Confidential";
/// The heading of the pages for notes.
pub const NOTES: &str = "Questions and notes";
/// Above questions that are asked.
pub const TO_ASK: &str = "To ask";
/// Above what is looked for.
pub const TO_LOOK_FOR: &str = "To look and listen for";
/// The box of one's own conclusions.
pub const WHAT_DO_I_KNOW: &str = "What do I know now?";
/// The box of what all conclude.
pub const WHAT_DO_WE_KNOW: &str = "What do we know?";

/// Above the box of an activity whose questions were written out before.
#[must_use]
pub fn as_in(lead: &Text, title: &Text, when: &str) -> String {
    format!("{lead}: as in {} ({when})", title.one_line())
}

/// What a duty is called.
#[must_use]
pub fn duty(duty: Duty) -> &'static str {
    match duty {
        Duty::Facilitator => "Facilitator",
        Duty::Reviewer => "Reviewer",
        Duty::HostHead => "Head teacher of the host school",
        Duty::SafeguardingLead => "Designated safeguarding lead",
        Duty::Governor => "Governor",
        Duty::Participant => "Met or listened to",
    }
}

/// How notes are to be handled.
#[must_use]
pub fn confidentiality(keep_until: Option<NaiveDate>) -> String {
    let kept = keep_until.map_or_else(
        || "and destroy them when they are no longer needed".into(),
        |until| format!("and destroy them after {}", long_date(until)),
    );
    format!(
        "Notes made on this sheet are personal data: name no child, let no member of staff be recognised, keep them \
         private {kept}."
    )
}

/// What stands at the foot of every page.
#[must_use]
pub fn foot(keep_until: Option<NaiveDate>) -> String {
    let kept = keep_until.map_or_else(String::new, |until| format!(", kept until {}", long_date(until)));
    format!("{CONFIDENTIAL}: notes are personal data{kept}")
}

/// What the sheet is.
#[must_use]
pub fn plan_for(review: &str) -> String {
    let review = if review.is_empty() { "review" } else { review };
    format!("Plan for the {review}")
}

/// Which edition of the plan it is.
#[must_use]
pub fn edition(revision: u32) -> String {
    format!("Edition {revision} of the plan")
}

/// A date in full, as "Tuesday 1 December 2026".
#[must_use]
pub fn long_date(date: NaiveDate) -> String {
    date.format("%A %-d %B %Y").to_string()
}

/// Days that come again, as "Every 6 weeks from Tuesday 12 January 2027, 8 times", with what falls on a day off.
#[must_use]
pub fn every(series: &Series) -> String {
    let every = match series.weeks() {
        1 => "Every week".into(),
        weeks => format!("Every {weeks} weeks"),
    };
    let (first, times) = (long_date(series.first()), series.times());
    let moved: Vec<String> = series.moved().filter_map(|(_, to)| to).map(long_date).collect();
    let moved = match moved.len() {
        0 => String::new(),
        1 | 2 => format!("; after a day off on the next working day: {}", moved.join(", ")),
        // The dates are in the calendar: here they would bury what is due.
        _ => "; what falls on a day off is due on the next working day".into(),
    };
    format!("{every} from {first}, {times} times{moved}")
}

/// A time of day, as "09:15".
#[must_use]
pub fn time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// A span of the day, as "09:00–10:15", or only its start.
#[must_use]
pub fn span(starts: NaiveTime, ends: Option<NaiveTime>) -> String {
    let ends = ends.filter(|ends| *ends > starts);
    ends.map_or_else(|| time(starts), |ends| format!("{}–{}", time(starts), time(ends)))
}

/// Several as one: "a", "a and b", "a, b and c".
#[must_use]
pub fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A text that begins with a capital letter, as it stands at the start of a line.
#[must_use]
pub fn opening(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let mut capital = first.to_uppercase();
    match (capital.next(), capital.next()) {
        (Some(capital), None) => std::iter::once(capital).chain(letters).collect(),
        _ => text.to_owned(),
    }
}
