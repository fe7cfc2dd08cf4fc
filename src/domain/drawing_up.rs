//! Drawing up a plan: what a review model brings along, joined with what this one review is about.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Weekday};

use super::{
    activity::Activity,
    ids::{DayId, EnquiryId, GroupId, PersonId, SessionId, SlotId, TrackId, WriterId},
    model::{ReviewModel, Role, ShapeDay, ShapeRow},
    plan::{Agreement, Day, Group, Holiday, Host, LineOfEnquiry, Person, Plan, Slot, SubQuestion, Track},
    slugs::IdsInUse,
    zone::Zone,
};

/// When a day begins if neither the model nor the brief says so.
pub const USUAL_START: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(nine) => nine,
    None => NaiveTime::MIN,
};

/// The last minute of a day: no row reaches into the next one.
const LAST_MINUTE: NaiveTime = match NaiveTime::from_hms_opt(23, 59, 0) {
    Some(last) => last,
    None => NaiveTime::MIN,
};

/// A question that the review answers, as it is said when the plan is drawn up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Enquiry {
    /// The question.
    pub text: String,
    /// Its parts.
    pub sub_questions: Vec<String>,
}

/// What is said of one review when its plan is drawn up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// The school that is reviewed.
    pub host: Host,
    /// The date of the first day.
    pub first_day: NaiveDate,
    /// The dates of the days after it. Where the model has more days, they follow on working days.
    pub later_days: Vec<NaiveDate>,
    /// When each day begins, in the order of the days; the model's own times where nothing is said.
    pub starts: Vec<NaiveTime>,
    /// Who takes part; the model's roles if nothing is said. A group is named by its place among the groups.
    pub people: Option<Vec<Role>>,
    /// The names of the groups; those of the model if nothing is said.
    pub groups: Option<Vec<String>>,
    /// The review in a few words; the model's name if nothing is said.
    pub title: Option<String>,
    /// The visiting schools.
    pub visiting_schools: Vec<String>,
    /// What the host wants to have at the end.
    pub wanted_outcome: String,
    /// The focus area.
    pub focus_area: String,
    /// What to read beforehand.
    pub pre_reading: Vec<String>,
    /// Which of the host's staff are involved, by role.
    pub staff_involved: Vec<String>,
    /// The questions that the review answers.
    pub lines_of_enquiry: Vec<Enquiry>,
    /// The day after which the notes are to be deleted.
    pub keep_until: Option<NaiveDate>,
    /// When the governors meet next.
    pub governors_meeting: Option<NaiveDate>,
    /// The host's school holidays.
    pub school_holidays: Vec<Holiday>,
    /// The zone in which all times are local times.
    pub zone: Zone,
}

impl Brief {
    /// The least that has to be said: which school, and when.
    #[must_use]
    pub fn new(host: Host, first_day: NaiveDate) -> Self {
        Self {
            host,
            first_day,
            later_days: Vec::new(),
            starts: Vec::new(),
            people: None,
            groups: None,
            title: None,
            visiting_schools: Vec::new(),
            wanted_outcome: String::new(),
            focus_area: String::new(),
            pre_reading: Vec::new(),
            staff_involved: Vec::new(),
            lines_of_enquiry: Vec::new(),
            keep_until: None,
            governors_meeting: None,
            school_holidays: Vec::new(),
            zone: Zone::LONDON,
        }
    }
}

/// The plan of a review of this kind, owned by `owner`.
///
/// The timetable is the model's. What the model fixes by clock time keeps its distance from the start of the day. The
/// model's rules are copied in: a later change of the model changes no plan.
#[must_use]
pub fn draw_up(model: &ReviewModel, brief: Brief, session: SessionId, owner: WriterId) -> Plan {
    let mut ids = IdsInUse::default();
    let names = brief.groups.unwrap_or_else(|| model.groups.clone());
    let groups: Vec<Group> = names.into_iter().map(|name| group(&mut ids, name)).collect();
    let roles = brief.people.unwrap_or_else(|| model.roles.clone());
    let people = roles
        .into_iter()
        .map(|role| person(&mut ids, role, &groups))
        .collect();
    let dates = dates(brief.first_day, &brief.later_days).take(model.shape.len());
    let days = model.shape.iter().zip(dates).enumerate();
    let days = days
        .map(|(at, (shape, date))| {
            let number = (model.shape.len() > 1).then_some(at + 1);
            let start = brief.starts.get(at).copied();
            day(&mut ids, shape, number, date, start, &groups)
        })
        .collect();
    Plan {
        session,
        owner,
        revision: 1,
        rehearsal_of: None,
        zone: brief.zone,
        host: brief.host,
        agreement: Agreement {
            title: brief.title.unwrap_or_else(|| in_running_text(&model.name)),
            visiting_schools: brief.visiting_schools,
            wanted_outcome: brief.wanted_outcome,
            focus_area: brief.focus_area,
            pre_reading: brief.pre_reading,
            staff_involved: brief.staff_involved,
            lines_of_enquiry: enquiries(&mut ids, brief.lines_of_enquiry),
            keep_until: brief.keep_until,
            governors_meeting: brief.governors_meeting,
            school_holidays: brief.school_holidays,
            ..Agreement::default()
        },
        groups,
        people,
        days,
        former: Vec::new(),
        rules: model.rules.clone(),
    }
}

/// The days of a review without end: those that were agreed, then the working days after them.
pub(super) fn dates(first: NaiveDate, later: &[NaiveDate]) -> impl Iterator<Item = NaiveDate> {
    let agreed: Vec<NaiveDate> = std::iter::once(first).chain(later.iter().copied()).collect();
    let last = agreed.last().copied();
    let after = std::iter::successors(last, |date| Some(next_working_day(*date))).skip(1);
    agreed.into_iter().chain(after)
}

fn next_working_day(date: NaiveDate) -> NaiveDate {
    let days = match date.weekday() {
        Weekday::Fri => 3,
        Weekday::Sat => 2,
        _ => 1,
    };
    date.checked_add_days(Days::new(days)).unwrap_or(date)
}

/// `time` so many minutes later, but never on the next day.
#[must_use]
pub fn later(time: NaiveTime, minutes: i64) -> NaiveTime {
    match time.overflowing_add_signed(TimeDelta::minutes(minutes)) {
        (later, 0) => later,
        (_, past) if past > 0 => LAST_MINUTE,
        _ => NaiveTime::MIN,
    }
}

pub(super) fn group(ids: &mut IdsInUse, name: String) -> Group {
    Group {
        id: GroupId::new(ids.fresh(&name)),
        name,
    }
}

fn person(ids: &mut IdsInUse, role: Role, groups: &[Group]) -> Person {
    let group = role.group.and_then(|at| groups.get(at));
    Person {
        id: PersonId::new(ids.fresh(&role.name)),
        name: role.name,
        group: group.map(|group| group.id.clone()),
        host_staff: role.host_staff,
        duties: role.duties,
    }
}

fn enquiries(ids: &mut IdsInUse, questions: Vec<Enquiry>) -> Vec<LineOfEnquiry> {
    let mut lines = Vec::with_capacity(questions.len());
    for (number, question) in (1_u32..).zip(questions) {
        let id = ids.fresh(&format!("enquiry-{number}"));
        let parts = (1_u32..)
            .zip(question.sub_questions)
            .map(|(part, text)| SubQuestion {
                id: EnquiryId::new(ids.fresh(&format!("enquiry-{number}-part-{part}"))),
                text,
            });
        lines.push(LineOfEnquiry {
            sub_questions: parts.collect(),
            id: EnquiryId::new(id),
            text: question.text,
        });
    }
    lines
}

/// A day of the model on its date. Rows without a clock time follow the row before.
fn day(
    ids: &mut IdsInUse,
    shape: &ShapeDay,
    number: Option<usize>,
    date: NaiveDate,
    start: Option<NaiveTime>,
    groups: &[Group],
) -> Day {
    let id = DayId::new(ids.fresh(&format!("day-{}", number.unwrap_or(1))));
    let own_start = shape
        .rows
        .first()
        .and_then(|row| row.starts)
        .unwrap_or(USUAL_START);
    let shift = start.map_or(0, |start| (start - own_start).num_minutes());
    let mut free = later(own_start, shift);
    let mut slots = Vec::with_capacity(shape.rows.len());
    for row in &shape.rows {
        let starts = row.starts.map_or(free, |starts| later(starts, shift));
        let ends = later(starts, i64::from(row.minutes));
        slots.push(slot(ids, row, starts, ends, groups));
        free = ends;
    }
    let label = match number {
        Some(number) if shape.label.is_empty() => format!("Day {number}"),
        _ => shape.label.clone(),
    };
    Day {
        id,
        label,
        date,
        slots,
    }
}

fn slot(ids: &mut IdsInUse, row: &ShapeRow, starts: NaiveTime, ends: NaiveTime, groups: &[Group]) -> Slot {
    let id = ids.fresh(&row.activity.title);
    let tracks = groups
        .iter()
        .zip(&row.tracks)
        .map(|(group, activity)| track(ids, &id, group, activity.clone()))
        .collect();
    Slot {
        id: SlotId::new(id),
        starts,
        ends: (ends > starts).then_some(ends),
        fixed: row.fixed,
        activity: row.activity.clone(),
        remark: row.remark.clone(),
        tracks,
    }
}

/// What `group` does in the row called `slot`, as yet without classes.
pub(super) fn track(ids: &mut IdsInUse, slot: &str, group: &Group, activity: Option<Activity>) -> Track {
    Track {
        id: TrackId::new(ids.fresh(&format!("{slot} {}", group.name))),
        group: group.id.clone(),
        activity,
        visits: Vec::new(),
    }
}

/// A name as it stands in the middle of a sentence: without capitals, but for words like SEND.
fn in_running_text(name: &str) -> String {
    let words = name.split(' ').map(|word| {
        let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
        if capitals > 1 {
            word.to_string()
        } else {
            word.to_lowercase()
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
