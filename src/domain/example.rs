//! A small review to try the rules of the day on.
//!
//! ```text
//!              group 1                    group 2
//! 09:00-10:15  Y5 09:00, Y6 09:15, Y4 09:30   Y2 09:00
//! 10:15        Break
//! 10:45-       Discussion, with an activity of its own for group 2
//! next day, 13:00-14:00  Feedback
//! ```

use chrono::{NaiveDate, NaiveTime};
use uuid::Uuid;

use super::{
    activity::{Activity, ActivityKind},
    ids::{DayId, GroupId, SessionId, SlotId, TrackId, VisitId, WriterId},
    model::Rules,
    plan::{Agreement, Day, Group, Host, Plan, Slot, Track, Visit},
    stamp::Stamp,
    zone::Zone,
};

pub(crate) fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").expect("a time like 09:15")
}

/// A moment of the first day, or of the second when `text` begins with "+1 ".
pub(crate) fn at(plan: &Plan, text: &str) -> Stamp {
    let (day, text) = text.strip_prefix("+1 ").map_or((0, text), |text| (1, text));
    plan.moment(plan.days[day].date, time(text))
}

pub(crate) fn group(number: u32) -> GroupId {
    GroupId::new(format!("group-{number}"))
}

pub(crate) fn activity(title: &str, kind: ActivityKind) -> Activity {
    Activity {
        title: title.into(),
        kind,
        prompts: Vec::new(),
    }
}

fn slot(id: &str, starts: &str, ends: Option<&str>, kind: ActivityKind) -> Slot {
    Slot {
        id: SlotId::new(id),
        starts: time(starts),
        ends: ends.map(time),
        fixed: false,
        activity: activity(id, kind),
        remark: String::new(),
        tracks: Vec::new(),
    }
}

fn track(number: u32, visits: &[(&str, &str)]) -> Track {
    let visit = |(id, starts): &(&str, &str)| Visit {
        id: VisitId::new(*id),
        starts: time(starts),
        class: (*id).into(),
    };
    Track {
        id: TrackId::new(format!("track-{number}")),
        group: group(number),
        activity: None,
        visits: visits.iter().map(visit).collect(),
    }
}

fn day(id: &str, date: NaiveDate, slots: Vec<Slot>) -> Day {
    Day {
        id: DayId::new(id),
        label: id.into(),
        date,
        slots,
    }
}

/// The review above, its first day on `date`.
pub(crate) fn plan_on(date: &str) -> Plan {
    let date: NaiveDate = date.parse().expect("a date like 2026-12-01");
    let mut lessons = slot("lessons", "09:00", Some("10:15"), ActivityKind::LessonVisits);
    lessons.tracks = vec![
        track(1, &[("y5", "09:00"), ("y6", "09:15"), ("y4", "09:30")]),
        track(2, &[("y2", "09:00")]),
    ];
    let mut discussion = slot("discussion", "10:45", None, ActivityKind::Discussion);
    discussion.tracks = vec![Track {
        activity: Some(activity("books", ActivityKind::WorkScrutiny)),
        ..track(2, &[])
    }];
    let first = vec![
        lessons,
        slot("break", "10:15", None, ActivityKind::Break),
        discussion,
    ];
    let second = vec![slot("feedback", "13:00", Some("14:00"), ActivityKind::Feedback)];
    let next = date.succ_opt().expect("a day after");
    let groups = [1, 2].map(|number| Group {
        id: group(number),
        name: format!("Group {number}"),
    });
    Plan {
        session: SessionId(Uuid::from_u128(1)),
        owner: WriterId(Uuid::from_u128(2)),
        revision: 1,
        rehearsal_of: None,
        zone: Zone::LONDON,
        host: Host {
            name: "Oakfield Primary".into(),
            years: Vec::new(),
        },
        agreement: Agreement::default(),
        groups: groups.into(),
        people: Vec::new(),
        days: vec![day("day 1", date, first), day("day 2", next, second)],
        former: Vec::new(),
        rules: Rules::default(),
    }
}

/// The review above on an ordinary Tuesday.
pub(crate) fn plan() -> Plan {
    plan_on("2026-12-01")
}
