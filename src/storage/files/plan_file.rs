//! `plan.ron`: what host and team agreed.

use std::path::Path;

use serde::Serialize;

use super::{
    Unwritable,
    activity_text::PromptText,
    header::{Format, Header},
    layout::Layout,
    plan_check, rules_text,
    times::{Clock, Date, InQuotes},
};
use crate::{
    domain::{
        activity::{Activity, ActivityKind},
        ids::GroupId,
        plan::{Agreement, Day, Duty, Holiday, Person, Plan, Slot, Track, Visit, Year},
    },
    storage::ron_text::{self, FileFault},
};

/// Reads a plan.
///
/// A plan of a newer version is read as far as it is known; ask [`super::header::newer`] whether it is one. Fields
/// that are not known are passed over: a plan of somebody else is only ever handed on byte for byte, and one's own is
/// not written while [`read_and_compare`] finds any.
///
/// # Errors
/// Says everything that is wrong with the file.
pub fn read_plan(file: &Path, bytes: &[u8]) -> Result<Plan, FileFault> {
    read_and_compare(file, bytes).map(|(plan, _unknown)| plan)
}

/// The same, with the fields of the file that are not known, if any: the plan can be used without them, and they would
/// be lost if it were written. Those of a newer version are its own affair.
///
/// # Errors
/// As [`read_plan`].
pub fn read_and_compare(file: &Path, bytes: &[u8]) -> Result<(Plan, Option<FileFault>), FileFault> {
    let text = ron_text::text(file, bytes)?;
    let newer = Header::peek(&text).check(Format::Plan, file, &text)?;
    let read = ron_text::parse_known(file, &text).and_then(|(plan, unknown)| {
        match plan_check::check(file, &text, plan) {
            Ok(plan) => Ok((plan, unknown)),
            Err(fault) => Err(fault.with(unknown)),
        }
    });
    let (plan, unknown) = match read {
        Ok(read) => read,
        Err(fault) => return Err(fault.of_newer(newer)),
    };
    let is_told = newer.is_none() && !unknown.is_empty();
    Ok((plan, is_told.then(|| FileFault::new(file, unknown))))
}

/// The plan as the text of its file, laid out for people. Days, rows and visits are put in the order of their times.
///
/// # Errors
/// If the text would not be read back as this plan: an id stands for two things, or a group does not exist.
pub fn write_plan(plan: &Plan) -> Result<String, Unwritable> {
    let plan = in_order(plan.clone());
    let text = lay_out(&plan)?;
    let again = read_plan(Path::new("plan.ron"), text.as_bytes())
        .map_err(|fault| Unwritable::Unreadable(fault.into()))?;
    if again == plan {
        Ok(text)
    } else {
        Err(Unwritable::ReadsDifferently)
    }
}

/// The plan with its days, rows and visits in the order of their times, as a file has them.
#[must_use]
pub fn in_order(mut plan: Plan) -> Plan {
    plan.days.sort_by_key(|day| day.date);
    for day in &mut plan.days {
        day.slots.sort_by_key(|slot| slot.starts);
    }
    let rows = plan.days.iter_mut().flat_map(|day| &mut day.slots);
    for track in rows.chain(&mut plan.former).flat_map(|slot| &mut slot.tracks) {
        track.visits.sort_by_key(|visit| visit.starts);
    }
    plan
}

fn lay_out(plan: &Plan) -> Result<String, ron::Error> {
    let mut layout = Layout::new();
    layout.field("format", &Format::Plan.name());
    layout.field("version", &Format::Plan.version());
    layout.field("session", &plan.session);
    layout.field("writer", &plan.owner);
    layout.field("revision", &plan.revision);
    if let Some(original) = plan.rehearsal_of {
        layout.field("rehearsal_of", &original);
    }
    layout.field("zone", &plan.zone.name());
    layout.inside("host: (", "),", |layout| {
        layout.field("name", &plan.host.name);
        layout.list(
            "years",
            plan.host.years.iter().map(|Year { name, classes }| YearLine {
                name,
                classes: *classes,
            }),
        );
    });
    agreement(&mut layout, &plan.agreement);
    layout.list(
        "groups",
        plan.groups.iter().map(|group| Named {
            id: group.id.as_str(),
            name: &group.name,
        }),
    );
    layout.list("people", plan.people.iter().map(PersonLine::from));
    layout.blocks("days", &plan.days, day);
    layout.blocks("former", &plan.former, slot);
    rules_text::lay_out(&mut layout, &plan.rules);
    layout.finish()
}

fn agreement(layout: &mut Layout, agreement: &Agreement) {
    layout.inside("agreement: (", "),", |layout| {
        layout.text("title", &agreement.title);
        layout.texts("visiting_schools", &agreement.visiting_schools);
        layout.text("wanted_outcome", &agreement.wanted_outcome);
        layout.text("focus_area", &agreement.focus_area);
        layout.texts("pre_reading", &agreement.pre_reading);
        layout.texts("staff_involved", &agreement.staff_involved);
        layout.blocks("lines_of_enquiry", &agreement.lines_of_enquiry, |layout, line| {
            layout.inside("(", "),", |layout| {
                layout.field("id", &line.id);
                layout.text("text", &line.text);
                let parts = line.sub_questions.iter();
                layout.list(
                    "sub_questions",
                    parts.map(|part| Worded {
                        id: part.id.as_str(),
                        text: &part.text,
                    }),
                );
            });
        });
        layout.texts("remarks", &agreement.remarks);
        layout.texts("aside", &agreement.aside);
        if let Some(day) = agreement.keep_until {
            layout.field("keep_until", &InQuotes(Date(day)));
        }
        if let Some(day) = agreement.governors_meeting {
            layout.field("governors_meeting", &InQuotes(Date(day)));
        }
        layout.list(
            "school_holidays",
            agreement.school_holidays.iter().map(HolidayLine::from),
        );
    });
}

fn day(layout: &mut Layout, day: &Day) {
    layout.inside("(", "),", |layout| {
        layout.field("id", &day.id);
        layout.text("label", &day.label);
        layout.field("date", &InQuotes(Date(day.date)));
        layout.blocks("slots", &day.slots, slot);
    });
}

/// A row is one line with its times and its title; prompts and tracks follow below it.
fn slot(layout: &mut Layout, slot: &Slot) {
    let head = layout.ron(&SlotLine::from(slot));
    let head = head.strip_suffix(')').unwrap_or(&head);
    if slot.activity.prompts.is_empty() && slot.tracks.is_empty() {
        layout.line(&format!("{head}),"));
        return;
    }
    layout.inside(&format!("{head},"), "),", |layout| {
        prompts(layout, &slot.activity);
        layout.blocks("tracks", &slot.tracks, track);
    });
}

fn track(layout: &mut Layout, track: &Track) {
    layout.inside("(", "),", |layout| {
        layout.field("id", &track.id);
        layout.field("group", &track.group);
        if let Some(activity) = &track.activity {
            layout.inside("activity: (", "),", |layout| {
                layout.field("title", &activity.title);
                layout.field("kind", &activity.kind);
                prompts(layout, activity);
            });
        }
        layout.list("visits", track.visits.iter().map(VisitLine::from));
    });
}

fn prompts(layout: &mut Layout, activity: &Activity) {
    layout.list("prompts", activity.prompts.iter().cloned().map(PromptText::from));
}

#[derive(Serialize)]
struct YearLine<'a> {
    name: &'a str,
    classes: u8,
}

#[derive(Serialize)]
struct HolidayLine {
    from: InQuotes<Date>,
    until: InQuotes<Date>,
}

impl From<&Holiday> for HolidayLine {
    fn from(holiday: &Holiday) -> Self {
        Self {
            from: InQuotes(Date(holiday.from)),
            until: InQuotes(Date(holiday.until)),
        }
    }
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct Worded<'a> {
    id: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct PersonLine<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    host_staff: bool,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    duties: &'a [Duty],
}

impl<'a> From<&'a Person> for PersonLine<'a> {
    fn from(person: &'a Person) -> Self {
        Self {
            id: person.id.as_str(),
            name: &person.name,
            group: person.group.as_ref().map(GroupId::as_str),
            host_staff: person.host_staff,
            duties: &person.duties,
        }
    }
}

#[derive(Serialize)]
struct SlotLine<'a> {
    id: &'a str,
    start: InQuotes<Clock>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<InQuotes<Clock>>,
    title: &'a str,
    kind: ActivityKind,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    fixed: bool,
    #[serde(skip_serializing_if = "str::is_empty")]
    remark: &'a str,
}

impl<'a> From<&'a Slot> for SlotLine<'a> {
    fn from(slot: &'a Slot) -> Self {
        Self {
            id: slot.id.as_str(),
            start: InQuotes(Clock(slot.starts)),
            end: slot.ends.map(|end| InQuotes(Clock(end))),
            title: &slot.activity.title,
            kind: slot.activity.kind,
            fixed: slot.fixed,
            remark: &slot.remark,
        }
    }
}

#[derive(Serialize)]
struct VisitLine<'a> {
    id: &'a str,
    start: InQuotes<Clock>,
    class: &'a str,
}

impl<'a> From<&'a Visit> for VisitLine<'a> {
    fn from(visit: &'a Visit) -> Self {
        Self {
            id: visit.id.as_str(),
            start: InQuotes(Clock(visit.starts)),
            class: &visit.class,
        }
    }
}

#[cfg(test)]
mod tests;
