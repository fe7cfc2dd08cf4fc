//! From the text of a plan's fields to a plan, with everything that is wrong with it said at once.

use std::{collections::BTreeSet, path::Path};

use chrono::{NaiveDate, NaiveTime};

use super::{
    activity_text::PromptText,
    check::Check,
    plan_text::{
        AgreementText, DayText, EnquiryText, GroupText, HolidayText, PersonText, PlanText, SlotText,
        SubQuestionText, TrackText, VisitText, YearText,
    },
    times::{Clock, Date},
};
use crate::{
    domain::{
        activity::Activity,
        plan::{
            Agreement, Day, Group, Holiday, Host, LineOfEnquiry, Person, Plan, Slot, SubQuestion, Track,
            Visit, Year,
        },
        prompt::Prompt,
        zone::Zone,
    },
    storage::ron_text::FileFault,
};

/// The plan that `plan` describes; `text` is what it was read from.
pub(super) fn check(file: &Path, text: &str, plan: PlanText) -> Result<Plan, FileFault> {
    let mut check = Check::new(text);
    ids(&mut check, &plan);
    references(&mut check, &plan);
    let PlanText {
        session,
        writer,
        revision,
        rehearsal_of,
        host,
        groups,
        people,
        ..
    } = plan;
    let plan = Plan {
        session,
        owner: writer,
        revision,
        rehearsal_of,
        zone: zone(&mut check, &plan.zone),
        host: Host {
            name: host.name,
            years: host.years.into_iter().map(year).collect(),
        },
        agreement: agreement(&mut check, plan.agreement),
        groups: groups
            .into_iter()
            .map(|GroupText { id, name }| Group { id, name })
            .collect(),
        people: people.into_iter().map(person).collect(),
        days: by_date(plan.days.into_iter().map(|text| day(&mut check, text)).collect()),
        former: plan
            .former
            .into_iter()
            .map(|text| slot(&mut check, text))
            .collect(),
        rules: plan.rules.into(),
    };
    check.finish(file, plan)
}

/// The way through the review follows the days as they come, whatever their order in the file.
fn by_date(mut days: Vec<Day>) -> Vec<Day> {
    days.sort_by_key(|day| day.date);
    days
}

/// Every id of the plan stands for one thing. Rows and visits are named without their day in the records, so theirs
/// are looked at over the whole plan; tracks and prompts are named together with their row.
fn ids(check: &mut Check, plan: &PlanText) {
    check.unique("groups", plan.groups.iter().map(|group| group.id.as_str()));
    check.unique("people", plan.people.iter().map(|person| person.id.as_str()));
    let enquiries = plan.agreement.lines_of_enquiry.iter().flat_map(|line| {
        std::iter::once(line.id.as_str()).chain(line.sub_questions.iter().map(|part| part.id.as_str()))
    });
    check.unique("lines of enquiry", enquiries);
    check.unique("days", plan.days.iter().map(|day| day.id.as_str()));
    check.unique("rows", slots(plan).map(|slot| slot.id.as_str()));
    let visits = slots(plan)
        .flat_map(|slot| &slot.tracks)
        .flat_map(|track| &track.visits);
    check.unique("visits", visits.map(|visit| visit.id.as_str()));
    for slot in slots(plan) {
        check.unique(
            "tracks of a row",
            slot.tracks.iter().map(|track| track.id.as_str()),
        );
        check.unique("prompts of a row", prompt_ids(&slot.prompts));
        for activity in slot.tracks.iter().filter_map(|track| track.activity.as_ref()) {
            check.unique("prompts of a group", prompt_ids(&activity.prompts));
        }
    }
}

fn references(check: &mut Check, plan: &PlanText) {
    let groups: BTreeSet<&str> = plan.groups.iter().map(|group| group.id.as_str()).collect();
    for group in plan.people.iter().filter_map(|person| person.group.as_ref()) {
        check.known("group", group.as_str(), &groups);
    }
    for slot in slots(plan) {
        let mut placed = BTreeSet::new();
        for track in &slot.tracks {
            check.known("group", track.group.as_str(), &groups);
            if !placed.insert(&track.group) {
                let what = format!(
                    "the row \"{}\" has two tracks for the group \"{}\"",
                    slot.title, track.group
                );
                let cause = "a track was copied and its group was not changed";
                check.fault(
                    "id",
                    track.id.as_str(),
                    what,
                    cause,
                    "put its visits into one track, or change the group",
                );
            }
        }
    }
}

/// Every row; that a former one may keep the id of a row that lost one of its visits is looked at elsewhere.
fn slots(plan: &PlanText) -> impl Iterator<Item = &SlotText> {
    plan.days.iter().flat_map(|day| &day.slots)
}

fn prompt_ids(prompts: &[PromptText]) -> impl Iterator<Item = &str> {
    prompts.iter().map(|prompt| prompt.id.as_str())
}

fn zone(check: &mut Check, name: &str) -> Zone {
    name.parse().unwrap_or_else(|_unknown| {
        let what = format!("\"{name}\" is not the name of a time zone");
        check.fault(
            "zone",
            name,
            what,
            "it was mistyped, or is an abbreviation",
            "write \"Europe/London\"",
        );
        Zone::LONDON
    })
}

fn agreement(check: &mut Check, text: AgreementText) -> Agreement {
    Agreement {
        keep_until: text
            .keep_until
            .map(|keep_until| date(check, "keep_until", &keep_until)),
        governors_meeting: text
            .governors_meeting
            .map(|meeting| date(check, "governors_meeting", &meeting)),
        school_holidays: text
            .school_holidays
            .into_iter()
            .map(|text| holiday(check, &text))
            .collect(),
        remarks: text.remarks,
        aside: text.aside,
        title: text.title,
        visiting_schools: text.visiting_schools,
        wanted_outcome: text.wanted_outcome,
        focus_area: text.focus_area,
        pre_reading: text.pre_reading,
        staff_involved: text.staff_involved,
        lines_of_enquiry: text.lines_of_enquiry.into_iter().map(enquiry).collect(),
    }
}

fn holiday(check: &mut Check, text: &HolidayText) -> Holiday {
    let (from, until) = (date(check, "from", &text.from), date(check, "until", &text.until));
    if until < from {
        let what = format!("the holiday that begins on {from} ends before that, on {until}");
        check.fault(
            "until",
            &text.until,
            what,
            "the two dates were exchanged, or a year is wrong",
            "write the last day of the holiday here",
        );
    }
    Holiday { from, until }
}

fn enquiry(text: EnquiryText) -> LineOfEnquiry {
    let part = |SubQuestionText { id, text }| SubQuestion { id, text };
    LineOfEnquiry {
        id: text.id,
        text: text.text,
        sub_questions: text.sub_questions.into_iter().map(part).collect(),
    }
}

fn year(YearText { name, classes }: YearText) -> Year {
    Year { name, classes }
}

fn person(
    PersonText {
        id,
        name,
        group,
        host_staff,
        duties,
    }: PersonText,
) -> Person {
    Person {
        id,
        name,
        group,
        host_staff,
        duties,
    }
}

fn day(check: &mut Check, text: DayText) -> Day {
    let mut slots: Vec<_> = text.slots.into_iter().map(|text| slot(check, text)).collect();
    slots.sort_by_key(|slot| slot.starts);
    Day {
        id: text.id,
        label: text.label,
        date: date(check, "date", &text.date),
        slots,
    }
}

fn slot(check: &mut Check, text: SlotText) -> Slot {
    let prompts = text.prompts.into_iter().map(Prompt::from).collect();
    Slot {
        id: text.id,
        starts: clock(check, "start", &text.start),
        ends: text.end.map(|end| clock(check, "end", &end)),
        fixed: text.fixed,
        remark: text.remark,
        activity: Activity {
            title: text.title,
            kind: text.kind,
            prompts,
        },
        tracks: text.tracks.into_iter().map(|text| track(check, text)).collect(),
    }
}

fn track(check: &mut Check, text: TrackText) -> Track {
    let mut visits: Vec<_> = text.visits.into_iter().map(|text| visit(check, text)).collect();
    visits.sort_by_key(|visit| visit.starts);
    Track {
        id: text.id,
        group: text.group,
        activity: text.activity.map(Activity::from),
        visits,
    }
}

fn visit(check: &mut Check, text: VisitText) -> Visit {
    Visit {
        id: text.id,
        starts: clock(check, "start", &text.start),
        class: text.class,
    }
}

/// The time in `text`; some time after noting the fault, as the plan is not used then.
fn clock(check: &mut Check, field: &str, text: &str) -> NaiveTime {
    check
        .read(field, text, "write hours and minutes, such as \"09:15\"")
        .map_or(NaiveTime::MIN, |Clock(time)| time)
}

/// The date in `text`; some date after noting the fault, as the plan is not used then.
fn date(check: &mut Check, field: &str, text: &str) -> NaiveDate {
    check
        .read(field, text, "write year, month and day, such as \"2026-12-01\"")
        .map_or(NaiveDate::MIN, |Date(date)| date)
}
