//! `knownow plan check`: a plan looked over before it is sent, and what is due when.

use std::path::PathBuf;

use serde::Serialize;

use crate::{
    cli::{Failure, plan::agreed_plan, say},
    domain::{
        deadline::{DueDate, DueState, WhenDue, due_dates},
        ids::SlotId,
        plan::Plan,
        plan_check::{self, Remark, Severity},
        stamp::Stamp,
    },
    runtime::clock::Clock,
    storage::{
        bank_holidays::{self, FoundHolidays},
        disk::Disk,
        paths::Home,
    },
    ui::words,
};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A session's folder, its name or a part of it, or a plan.ron
    #[arg(value_name = "SESSION|PLAN.RON")]
    session: PathBuf,
    /// As JSON: the remarks and the deadlines
    #[arg(long)]
    json: bool,
    /// Exit with 1 for warnings too, not only for errors
    #[arg(long)]
    strict: bool,
}

/// Prints what is found in a plan; 1 if it can't go like this.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    let plan = agreed_plan(home, disk, &arguments.session)?;
    let now = Clock::wall(plan.zone).map_err(Failure::work)?.now();
    let FoundHolidays { holidays, problem } = bank_holidays::find(home, disk);
    let remarks = plan_check::check(&plan, &holidays, Some(now));
    let due = due_dates(&plan, &holidays);
    if arguments.json {
        say::json(&json(&plan, &remarks, &due, now))?;
    } else {
        say::answer(&text(&plan, &remarks, &due, now))?;
    }
    if let Some(problem) = problem {
        say::complain(&problem);
    }
    let gravest = if arguments.strict {
        Severity::Warning
    } else {
        Severity::Error
    };
    Ok(u8::from(remarks.iter().any(|remark| remark.severity <= gravest)))
}

fn text(plan: &Plan, remarks: &[Remark], due: &[DueDate], now: Stamp) -> Vec<String> {
    let title = [plan.host.name.as_str(), plan.agreement.title.as_str()];
    let title: Vec<&str> = title.into_iter().filter(|part| !part.trim().is_empty()).collect();
    let mut lines = vec![title.join(" - "), String::new()];
    for remark in remarks {
        lines.extend(words::remark(remark));
    }
    if !remarks.is_empty() {
        lines.push(String::new());
    }
    lines.push(words::remarks(remarks));
    if !due.is_empty() {
        lines.push(String::new());
        lines.push(words::DEADLINES.to_string());
        lines.extend(
            due.iter()
                .map(|due| format!("  {}", words::deadline(due, due.state(now)))),
        );
    }
    lines
}

/// Everything as JSON has it.
#[derive(Serialize)]
struct CheckJson<'a> {
    session: String,
    host: &'a str,
    title: &'a str,
    errors: usize,
    warnings: usize,
    notes: usize,
    remarks: Vec<RemarkJson<'a>>,
    deadlines: Vec<DueJson<'a>>,
}

#[derive(Serialize)]
struct RemarkJson<'a> {
    severity: &'static str,
    date: Option<String>,
    day: &'a str,
    time: Option<String>,
    title: &'a str,
    row: Option<&'a str>,
    what: String,
    hint: String,
}

#[derive(Serialize)]
struct DueJson<'a> {
    what: &'a str,
    who: &'a str,
    binding: bool,
    kind: &'static str,
    due: Option<String>,
    state: &'static str,
    days: Option<i64>,
    unsure: bool,
}

impl<'a> RemarkJson<'a> {
    fn of(remark: &'a Remark) -> Self {
        let place = &remark.place;
        Self {
            severity: words::severity(remark.severity),
            date: place.date.map(|date| date.to_string()),
            day: &place.day,
            time: place.time.map(|time| time.format("%H:%M").to_string()),
            title: &place.title,
            row: place.slot.as_ref().map(SlotId::as_str),
            what: words::plan_check::found(&remark.what),
            hint: words::plan_check::cure(&remark.what),
        }
    }
}

impl<'a> DueJson<'a> {
    fn of(due: &'a DueDate, now: Stamp) -> Self {
        let (state, days) = match due.state(now) {
            DueState::Passed => ("passed", None),
            DueState::Today => ("today", Some(0)),
            DueState::Ahead { days } => ("ahead", Some(days)),
            DueState::Undated => ("undated", None),
        };
        let (kind, when) = match &due.due {
            WhenDue::At(moment) => ("at", Some(moment.to_string())),
            WhenDue::On(date) => ("on", Some(date.to_string())),
            WhenDue::Every(_) => ("every", due.due.date(now.date()).map(|date| date.to_string())),
            WhenDue::NextGovernorsMeeting(date) => {
                ("next_governors_meeting", date.map(|date| date.to_string()))
            }
            WhenDue::ByAgreement => ("by_agreement", None),
        };
        Self {
            what: &due.what,
            who: &due.who,
            binding: due.binding,
            kind,
            due: when,
            state,
            days,
            unsure: due.unsure,
        }
    }
}

fn json(plan: &Plan, remarks: &[Remark], due: &[DueDate], now: Stamp) -> String {
    let count = |severity| {
        remarks
            .iter()
            .filter(|remark| remark.severity == severity)
            .count()
    };
    let all = CheckJson {
        session: plan.session.to_string(),
        host: &plan.host.name,
        title: &plan.agreement.title,
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        notes: count(Severity::Note),
        remarks: remarks.iter().map(RemarkJson::of).collect(),
        deadlines: due.iter().map(|due| DueJson::of(due, now)).collect(),
    };
    serde_json::to_string_pretty(&all).unwrap_or_else(|fault| format!("\"{fault}\""))
}
