//! What each line of the outline says.

use super::{Shown, rows};
use crate::{
    app::{
        day::Day,
        plan_page::{Line, PlanPage, Section, Spot, words_of},
    },
    domain::{
        plan::{Person, Plan},
        plan_check::Severity,
    },
    ui::{
        theme::Role,
        words::{self, plan as said},
    },
};

/// Cells for what a line is about, before its value.
const LABEL: usize = 18;

/// A line of the outline, for a screen of this width.
pub(super) fn shown(page: &PlanPage, day: &Day, line: &Line, width: u16) -> Shown {
    let plan = page.plan(day);
    match &line.spot {
        Spot::Section(section) => of_section(page, plan, *section),
        Spot::Group(id) => {
            let name = plan.group(id).map_or("", |group| group.name.as_str());
            let people = plan
                .people
                .iter()
                .filter(|person| person.group.as_ref() == Some(id));
            let names: Vec<&str> = people.map(|person| person.name.as_str()).collect();
            Shown::new(vec![
                (Role::Place, apart(name, LABEL)),
                (Role::Muted, names.join(", ")),
            ])
        }
        Spot::Person(id) => plan
            .person(id)
            .map_or_else(|| Shown::new(Vec::new()), |person| of_person(plan, person)),
        Spot::Deadline(at) => one(
            Role::Prompt,
            page.due()
                .get(*at)
                .map(|due| words::deadline(due, due.state(page.now()))),
        ),
        Spot::Found(at) => found(page, *at),
        Spot::Gone(at) => {
            let row = plan.former.get(*at);
            let notes = row.map_or(0, |row| {
                let notes = day.records.live_notes();
                notes.filter(|note| note.body.place.slot.id == row.id).count()
            });
            one(Role::Past, row.map(|row| row.activity.title.clone())).with(said::notes(notes))
        }
        spot if spot.row().is_some() || matches!(spot, Spot::Day(_)) => rows::shown(page, day, line, width),
        Spot::Rule(at) => rule(plan, *at),
        spot => labelled(plan, spot, line.folded == Some(true)),
    }
}

/// A name that fills so many cells, and stands apart from what follows where it is longer.
pub(super) fn apart(name: &str, cells: usize) -> String {
    let gap = if name.chars().count() < cells { "" } else { "  " };
    format!("{name:<cells$}{gap}")
}

fn one(role: Role, text: Option<String>) -> Shown {
    Shown::new(vec![(role, text.unwrap_or_default())])
}

/// A value behind what it is about; a folded head says what lies below it in one line.
fn labelled(plan: &Plan, spot: &Spot, folded: bool) -> Shown {
    let label = said::label(spot);
    let value = match value(plan, spot) {
        Some(value) if value.is_empty() => said::NOTHING.to_string(),
        Some(value) => value,
        None if folded => summary(plan, spot),
        None => String::new(),
    };
    if label.is_empty() {
        return one(Role::Prompt, Some(value));
    }
    let role = if value == said::NOTHING {
        Role::Muted
    } else {
        Role::Prompt
    };
    Shown::new(vec![(Role::Place, format!("{label:<LABEL$}")), (role, value)])
}

/// The value of a line that has one; `None` for a head.
fn value(plan: &Plan, spot: &Spot) -> Option<String> {
    let agreement = &plan.agreement;
    let date = |date: Option<chrono::NaiveDate>| date.map_or_else(String::new, said::date);
    if let Some(words) = words_of(plan, spot) {
        return Some(words.to_string());
    }
    Some(match spot {
        Spot::Year(at) => {
            let year = plan.host.years.get(*at)?;
            format!("{:<LABEL$}{}", year.name, said::classes(year.classes))
        }
        Spot::KeepUntil => date(agreement.keep_until),
        Spot::Governors => date(agreement.governors_meeting),
        Spot::Holiday(at) => {
            let holiday = agreement.school_holidays.get(*at)?;
            format!("{} - {}", said::date(holiday.from), said::date(holiday.until))
        }
        _ => return None,
    })
}

/// What lies below a folded head, in one line.
fn summary(plan: &Plan, spot: &Spot) -> String {
    let parts: Vec<String> = match spot {
        Spot::Years => plan.host.years.iter().map(|year| year.name.clone()).collect(),
        Spot::Enquiries => {
            let lines = plan.agreement.lines_of_enquiry.iter();
            lines.map(|line| line.text.clone()).collect()
        }
        Spot::List(list) => list.of(&plan.agreement).to_vec(),
        Spot::Holidays => {
            let holidays = plan.agreement.school_holidays.iter();
            holidays.map(|holiday| said::date(holiday.from)).collect()
        }
        Spot::Groups => plan.groups.iter().map(|group| group.name.clone()).collect(),
        Spot::People => plan.people.iter().map(|person| person.name.clone()).collect(),
        _ => Vec::new(),
    };
    if parts.is_empty() {
        said::NOTHING.into()
    } else {
        parts.join(", ")
    }
}

fn of_section(page: &PlanPage, plan: &Plan, section: Section) -> Shown {
    let title = one(Role::Title, Some(said::section(section).to_string()));
    match section {
        Section::Check if page.remarks().is_empty() => title.with(said::NOTHING_FOUND.into()),
        Section::Check => {
            let gravest = page.remarks().first().map(|remark| remark.severity);
            let role = gravest.map_or(Role::Muted, severity_role);
            Shown {
                right: (role, words::remarks(page.remarks())),
                ..title
            }
        }
        Section::Rules => title.with(words::model_title(&plan.rules.model, &plan.agreement.title)),
        _ => title,
    }
}

fn of_person(plan: &Plan, person: &Person) -> Shown {
    let group = person.group.as_ref().and_then(|group| plan.group(group));
    let group = group.map_or(said::NO_GROUP, |group| group.name.as_str());
    let mut aside: Vec<&str> = person.duties.iter().map(|duty| duty.in_words()).collect();
    if person.host_staff {
        aside.push(said::HOST_STAFF);
    }
    Shown::new(vec![
        (Role::Prompt, format!("{:<30} ", person.name)),
        (Role::Place, format!("{group:<12} ")),
        (Role::Muted, aside.join(", ")),
    ])
}

fn rule(plan: &Plan, at: usize) -> Shown {
    let rules = &plan.rules;
    let (word, text) = match at.checked_sub(rules.conduct_do.len()) {
        None => (words::DO, rules.conduct_do.get(at)),
        Some(at) => (words::DO_NOT, rules.conduct_do_not.get(at)),
    };
    Shown::new(vec![
        (Role::Place, format!("{word:<8}")),
        (Role::Prompt, text.cloned().unwrap_or_default()),
    ])
}

fn severity_role(severity: Severity) -> Role {
    match severity {
        Severity::Error => Role::Failure,
        Severity::Warning => Role::Warning,
        Severity::Note => Role::Muted,
    }
}

fn found(page: &PlanPage, at: usize) -> Shown {
    let Some(remark) = page.remarks().get(at) else {
        return Shown::new(Vec::new());
    };
    let [line, _] = words::remark(remark);
    one(severity_role(remark.severity), Some(line))
}

/// The whole of a line, for the rows below the outline.
pub(super) fn whole(page: &PlanPage, day: &Day, spot: &Spot) -> String {
    let plan = page.plan(day);
    match spot {
        Spot::Found(at) => page.remarks().get(*at).map_or_else(String::new, |remark| {
            let [line, cure] = words::remark(remark);
            let joined = format!("{} - {}", line.trim(), cure.trim());
            joined.split_whitespace().collect::<Vec<_>>().join(" ")
        }),
        Spot::Deadline(at) => {
            let due = page.due().get(*at);
            due.map_or_else(String::new, |due| words::deadline(due, due.state(page.now())))
        }
        Spot::Person(id) => {
            let person = plan.person(id).map(|person| of_person(plan, person));
            let pieces = person.map_or_else(Vec::new, |shown| shown.left);
            pieces
                .iter()
                .map(|(_, text)| text.trim())
                .collect::<Vec<_>>()
                .join("; ")
        }
        Spot::Rule(at) => {
            let shown = rule(plan, *at);
            shown.left.into_iter().map(|(_, text)| text).collect()
        }
        spot if spot.row().is_some() => rows::whole(plan, spot),
        spot => {
            let whole = value(plan, spot).unwrap_or_else(|| summary(plan, spot));
            Some(whole)
                .filter(|whole| whole != said::NOTHING)
                .unwrap_or_default()
        }
    }
}
