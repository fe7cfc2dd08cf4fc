//! From the plan to its sheet.

use uuid::Uuid;

use super::{DayTable, DueLine, DueTime, Enquiry, Fact, Head, Lane, Member, Row, SIDE_BY_SIDE, Sheet, Stop};
use crate::{
    domain::{
        day_change::{Change, DayChange},
        deadline::{DueDate, WhenDue},
        ids::GroupId,
        plan::{Day, Person, Plan, Slot},
        record::Record,
        records::Records,
        route::row_times,
    },
    export::{text::Text, words},
};

mod sections;

impl Sheet {
    /// The sheet of `plan`, with what is `due` around it.
    ///
    /// Nothing but the plan is on it: no notes, no changes of the day, and no rows that left the plan.
    #[must_use]
    pub fn of(plan: &Plan, due: &[DueDate]) -> Self {
        let mut days: Vec<&Day> = plan.days.iter().collect();
        days.sort_by_key(|day| day.date);
        let agreement = &plan.agreement;
        Self {
            head: head(plan, &days),
            enquiries: enquiries(plan),
            facts: facts(plan),
            people: plan.people.iter().map(|person| member(plan, person)).collect(),
            days: days.iter().map(|day| day_table(plan, day)).collect(),
            conduct_do: texts(&plan.rules.conduct_do),
            conduct_do_not: texts(&plan.rules.conduct_do_not),
            deadlines: due_lines(plan, due),
            remarks: texts(&agreement.remarks),
            foot: words::foot(agreement.keep_until),
            sections: sections::of_days(plan, &days),
        }
    }
}

impl Sheet {
    /// The same, which says that it is the plan as it was agreed if `records` hold changes of the day.
    #[must_use]
    pub fn beside(mut self, records: &Records) -> Self {
        let differs = |change: &Record<DayChange>| !matches!(change.body.what, Change::Stepped { .. });
        self.head.is_changed_since = records.changes.live().any(differs);
        self
    }
}

fn texts(typed: &[String]) -> Vec<Text> {
    let texts = typed.iter().map(|typed| Text::new(typed));
    texts.filter(|text| !text.is_empty()).collect()
}

fn head(plan: &Plan, days: &[&Day]) -> Head {
    let mut dates: Vec<String> = days.iter().map(|day| words::long_date(day.date)).collect();
    dates.dedup();
    Head {
        school: Text::new(&plan.host.name),
        review: Text::new(&plan.agreement.title),
        dates: words::listed(&dates),
        revision: plan.revision,
        is_rehearsal: plan.is_rehearsal(),
        is_changed_since: false,
    }
}

fn enquiries(plan: &Plan) -> Vec<Enquiry> {
    let lines = plan.agreement.lines_of_enquiry.iter();
    let enquiries = lines.map(|line| Enquiry {
        text: Text::new(&line.text),
        sub_questions: line
            .sub_questions
            .iter()
            .map(|part| Text::new(&part.text))
            .collect(),
    });
    enquiries.collect()
}

/// What was agreed, without what was left open.
fn facts(plan: &Plan) -> Vec<Fact> {
    let agreement = &plan.agreement;
    let meeting = agreement.governors_meeting.map(words::long_date);
    let handling = [
        words::confidentiality(agreement.keep_until),
        plan.rules.retention.clone(),
    ];
    let one = |typed: &String| texts(std::slice::from_ref(typed));
    // Names are short: one line for all of them.
    let names = |typed: &[String]| {
        let names: Vec<String> = texts(typed).iter().map(Text::one_line).collect();
        one(&names.join("; "))
    };
    let all = [
        (words::VISITING_SCHOOLS, names(&agreement.visiting_schools)),
        (words::FOCUS_AREA, one(&agreement.focus_area)),
        (words::WANTED_OUTCOME, one(&agreement.wanted_outcome)),
        (words::FRAMEWORK, names(&plan.rules.framework)),
        (words::PRE_READING, texts(&agreement.pre_reading)),
        (words::STAFF_INVOLVED, names(&agreement.staff_involved)),
        (words::GOVERNORS_MEETING, texts(meeting.as_slice())),
        (words::CONFIDENTIAL, texts(&handling)),
    ];
    let handling_alone = all.iter().rev().skip(1).all(|(_, entries)| entries.is_empty());
    let no_question = plan.agreement.lines_of_enquiry.is_empty();
    let open = no_question.then_some(words::LINE_OF_ENQUIRY).into_iter();
    let open = open.chain(words::OPEN.into_iter().filter(|_| handling_alone));
    let open = names(&open.map(String::from).collect::<Vec<_>>());
    std::iter::once((words::STILL_OPEN, open))
        .chain(all)
        .map(|(label, entries)| Fact { label, entries })
        .filter(|fact| !fact.entries.is_empty())
        .collect()
}

fn member(plan: &Plan, person: &Person) -> Member {
    let group = person.group.as_ref().and_then(|group| plan.group(group));
    let duties: Vec<&str> = person.duties.iter().map(|duty| words::duty(*duty)).collect();
    Member {
        name: Text::new(&person.name),
        group: Text::new(group.map_or("", |group| &group.name)),
        duties: duties.join(", "),
    }
}

/// The groups that go separate ways on a day, in the plan's order.
fn separate_groups<'a>(plan: &'a Plan, day: &Day) -> Vec<(&'a GroupId, Text)> {
    let has_track = |group: &GroupId| day.slots.iter().any(|slot| slot.track(Some(group)).is_some());
    let groups = plan.groups.iter().filter(|group| has_track(&group.id));
    groups.map(|group| (&group.id, Text::new(&group.name))).collect()
}

fn day_table(plan: &Plan, day: &Day) -> DayTable {
    let groups = separate_groups(plan, day);
    let ends = (0..day.slots.len()).map(|row| row_times(plan, day, row));
    let span = ends.reduce(|(first, so_far), (_, ends)| (first, so_far.max(ends)));
    let names = groups.iter().map(|(_, name)| name.clone());
    DayTable {
        uid: lasting_id(plan, &format!("day {}", day.id)),
        title: day_title(day),
        date: day.date,
        span,
        columns: if groups.len() > SIDE_BY_SIDE {
            Vec::new()
        } else {
            names.collect()
        },
        rows: (0..day.slots.len())
            .filter_map(|at| row(day, at, &groups))
            .collect(),
    }
}

/// The same for every edition of the plan, so that a calendar takes a later one in place of the earlier.
fn lasting_id(plan: &Plan, what: &str) -> Uuid {
    Uuid::new_v5(&plan.session.0, what.as_bytes())
}

fn day_title(day: &Day) -> Text {
    let date = words::long_date(day.date);
    let label = Text::new(&day.label);
    if label.is_empty() {
        Text::new(&date)
    } else {
        Text::new(&format!("{label}: {date}"))
    }
}

/// From when to when a row is; where the plan gives no end, the next row ends it, and the last row has none.
fn row_span(day: &Day, at: usize) -> Option<String> {
    let slot = day.slots.get(at)?;
    let next = day.slots.get(at + 1).map(|next| next.starts);
    Some(words::span(slot.starts, slot.ends.or(next)))
}

fn row(day: &Day, at: usize, groups: &[(&GroupId, Text)]) -> Option<Row> {
    let slot = day.slots.get(at)?;
    let lanes = groups.iter().map(|(group, name)| lane(slot, group, name));
    Some(Row {
        time: row_span(day, at)?,
        title: Text::new(&slot.activity.title),
        remark: Text::new(&slot.remark),
        fixed: slot.fixed,
        lanes: if slot.tracks.is_empty() {
            Vec::new()
        } else {
            lanes.collect()
        },
    })
}

fn lane(slot: &Slot, group: &GroupId, name: &Text) -> Lane {
    let visits = slot.track(Some(group)).map_or(&[][..], |track| &track.visits);
    let has_own = slot
        .track(Some(group))
        .is_some_and(|track| track.activity.is_some());
    let activity = if has_own || visits.is_empty() {
        Text::new(&slot.activity_of(Some(group)).title)
    } else {
        Text::default()
    };
    let stops = visits.iter().map(|visit| Stop {
        time: words::time(visit.starts),
        class: Text::new(&visit.class),
    });
    Lane {
        group: name.clone(),
        activity,
        visits: stops.collect(),
    }
}

fn due_lines(plan: &Plan, due: &[DueDate]) -> Vec<DueLine> {
    let lines = due.iter().enumerate().map(|(at, line)| {
        // The same thing may be due of two people; of those it is the first, the second ...
        let earlier = due.iter().take(at);
        let nth = earlier.filter(|earlier| earlier.what == line.what).count();
        DueLine {
            uid: lasting_id(plan, &format!("due {nth} {}", line.what)),
            what: Text::new(&line.what),
            who: Text::new(&line.who),
            when: when(line),
            date: match &line.due {
                WhenDue::At(moment) => Some(DueTime::At(*moment)),
                WhenDue::On(date) => Some(DueTime::On(*date)),
                WhenDue::Every(series) => Some(DueTime::Every(series.clone())),
                WhenDue::NextGovernorsMeeting(date) => date.map(DueTime::On),
                WhenDue::ByAgreement => None,
            },
        }
    });
    lines.collect()
}

fn when(line: &DueDate) -> String {
    let (mut when, dated) = match &line.due {
        WhenDue::At(moment) => (
            format!("{}, {}", words::long_date(moment.date()), moment.hh_mm()),
            true,
        ),
        WhenDue::On(date) | WhenDue::NextGovernorsMeeting(Some(date)) => (words::long_date(*date), true),
        WhenDue::Every(series) => (words::every(series), true),
        WhenDue::NextGovernorsMeeting(None) => (words::AT_GOVERNORS_MEETING.to_owned(), false),
        WhenDue::ByAgreement => (words::BY_AGREEMENT.to_owned(), false),
    };
    let remarks = [
        (dated && !line.binding, words::TARGET),
        (line.unsure, words::UNSURE),
    ];
    let remarks: Vec<&str> = remarks
        .iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, remark)| *remark)
        .collect();
    if !remarks.is_empty() {
        when = format!("{when} ({})", remarks.join("; "));
    }
    when
}
