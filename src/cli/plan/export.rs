//! `knownow plan export`: the agreed plan as documents for people.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::{
    super::{Failure, hint, say, written},
    agreed_plan,
    names::named,
};
use crate::{
    domain::{
        deadline,
        kept::Kind,
        plan::Plan,
        plan_check::{self, Remark, Severity},
        records::Records,
        stamp::Stamp,
    },
    export::{ExportFault, calendar, docx, html, markdown, sheet::Sheet},
    runtime::{clock::Clock, sessions},
    storage::{
        bank_holidays::{self, FoundHolidays},
        disk::Disk,
        documents::Document,
        exports::Of,
        paths::Home,
        session_folder::{SessionFolder, slug},
    },
    ui::words,
};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A session's folder, its name or a part of it, or a plan.ron
    #[arg(value_name = "SESSION|PLAN.RON")]
    session: PathBuf,
    /// What to write, one or more with commas between
    #[arg(
        long,
        value_name = "FORMATS",
        value_enum,
        value_delimiter = ',',
        required = true
    )]
    to: Vec<Format>,
    /// The folder to write into (otherwise the one you are in)
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Replace files that are there already
    #[arg(long)]
    force: bool,
    /// Print the files written as JSON
    #[arg(long)]
    json: bool,
}

/// A form in which a plan goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
enum Format {
    /// A Word document
    Docx,
    /// A page to read in a browser or to print
    Html,
    /// Markdown, for mail and wikis
    Md,
    /// A calendar with the review and what is due
    Ics,
}

impl Format {
    fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Md => "md",
            Self::Ics => "ics",
        }
    }

    fn bytes(self, sheet: &Sheet, made: Stamp) -> Result<Vec<u8>, ExportFault> {
        match self {
            Self::Docx => docx::docx(sheet, made),
            Self::Html => html::html(sheet),
            Self::Md => Ok(markdown::markdown(sheet)),
            Self::Ics => calendar::calendar(sheet, made),
        }
    }
}

/// Writes the documents and says where they are.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    let plan = agreed_plan(home, disk, &arguments.session)?;
    let made = Clock::wall(plan.zone).map_err(Failure::work)?.now();
    let FoundHolidays { holidays, problem } = bank_holidays::find(home, disk);
    let records = records_beside(home, disk, &arguments.session, &plan)?;
    let sheet = Sheet::of(&plan, &deadline::due_dates(&plan, &holidays)).beside(&records);
    let mut formats = arguments.to.clone();
    formats.sort_unstable();
    formats.dedup();
    let documents = formats
        .iter()
        .map(|format| document(&plan, &sheet, *format, made))
        .collect::<Result<Vec<_>, _>>()
        .map_err(Failure::work)?;
    let remarks = plan_check::check(&plan, &holidays, Some(made));
    if let Some(warning) = named(&plan) {
        say::complain(&warning);
    }
    let out = arguments.out.clone().unwrap_or_default();
    let of = Of {
        session: plan.session,
        kind: Kind::PlanSheet,
        at: made,
    };
    written::write(
        (home, disk),
        of,
        &out,
        &documents,
        (arguments.force, arguments.json),
    )?;
    if let Some(problem) = problem {
        say::complain(&problem);
    }
    if sheet.head.is_changed_since {
        let report = hint::command(home, "report", &arguments.session);
        say::complain(&format!(
            "the day was changed since: this is the plan as it was agreed, and this writes plan and actual:\n  {report} --to docx"
        ));
    }
    if let Some(warning) = warning(&remarks, &hint::command(home, "plan check", &arguments.session)) {
        say::complain(&warning);
    }
    Ok(0)
}

/// What is recorded in the session whose plan it is; of a plan.ron by itself, nothing.
fn records_beside(home: &Home, disk: &dyn Disk, named: &Path, plan: &Plan) -> Result<Records, Failure> {
    let is_file = disk.stat(named).is_ok_and(|stat| !stat.is_dir);
    let folder = if is_file {
        named.parent().map(Path::to_path_buf).unwrap_or_default()
    } else {
        sessions::resolve(home, disk, named).map_err(Failure::wrong_use)?
    };
    Ok(SessionFolder::at(folder).records(disk, plan.session).records)
}

/// What is said of a plan that was written and has to be put right before it goes out, with the command that says all; `None` if it can.
fn warning(remarks: &[Remark], check: &str) -> Option<String> {
    let errors = remarks.iter().filter(|remark| remark.severity == Severity::Error);
    let errors: Vec<String> = errors.flat_map(words::remark).collect();
    (!errors.is_empty()).then(|| {
        format!(
            "written as it is; before it goes out, put this right:\n{}\nthis says all there is to say of it:\n  {check}",
            errors.join("\n")
        )
    })
}

fn document(plan: &Plan, sheet: &Sheet, format: Format, made: Stamp) -> Result<Document, ExportFault> {
    let first = plan.days.iter().map(|day| day.date).min();
    let date = first.map_or_else(String::new, |date| format!("{date}-"));
    Ok(Document {
        name: format!("{date}{}-plan.{}", slug(&plan.host.name), format.ending()),
        bytes: format.bytes(sheet, made)?,
    })
}
