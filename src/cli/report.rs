//! `knownow report`: what was agreed, as documents to hand on.

use std::path::PathBuf;

use clap::ValueEnum;

use super::{Failure, hint, open, say, written};
use crate::{
    domain::{
        deadline, handing_on,
        handing_on::{Order, Remarks},
        kept::Kind,
        plan::Plan,
        stamp::Stamp,
    },
    export::report::{Report, Sources},
    runtime::{clock::Clock, recorded, reporting, sessions},
    storage::{
        bank_holidays::{self, FoundHolidays},
        disk::Disk,
        exports::Of,
        paths::Home,
        session_folder::{FoundPlan, SessionFolder},
    },
};

/// What a first report needs to be told.
const EXAMPLE: &str = "\
Example: the report and a page for governors as Word documents, in the folder you are in:
  knownow report 2026-12-01-oakfield-primary --to docx --papers report,governors

Only what the team agreed to is told. No file is replaced unless --force says so, and private notes are in none.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Arguments {
    /// A session's folder, or its name or a part of it
    session: PathBuf,
    /// What to write, one or more with commas between
    #[arg(
        long,
        value_name = "FORMATS",
        value_enum,
        value_delimiter = ',',
        required = true
    )]
    to: Vec<Form>,
    /// Which papers to make as docx, html and md, one or more with commas between
    #[arg(
        long,
        value_name = "PAPERS",
        value_enum,
        value_delimiter = ',',
        default_value = "report"
    )]
    papers: Vec<Paper>,
    /// The folder to write into (otherwise the one you are in)
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Tell findings that nobody has agreed to yet too, marked DRAFT
    #[arg(long)]
    with_drafts: bool,
    /// Replace files that are there already
    #[arg(long)]
    force: bool,
    /// Print the files written as JSON
    #[arg(long)]
    json: bool,
}

/// A form in which a report goes out.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Form {
    /// Word documents
    Docx,
    /// Pages to read in a browser or to print, with pictures
    Html,
    /// Markdown, for mail and wikis
    Md,
    /// The evidence as a table, note by note
    Csv,
    /// Everything, for programs
    Json,
}

impl From<Form> for handing_on::Form {
    fn from(form: Form) -> Self {
        match form {
            Form::Docx => Self::Docx,
            Form::Html => Self::Html,
            Form::Md => Self::Md,
            Form::Csv => Self::Csv,
            Form::Json => Self::Json,
        }
    }
}

/// A paper that is made of a report.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Paper {
    /// The report
    Report,
    /// One page in large letters to speak from
    Speaking,
    /// One page for governors
    Governors,
    /// The notes as they were written, for everyone who took part
    Notes,
    /// The words of the e-mail, always as plain text
    Email,
}

impl Paper {
    /// As the command line names it.
    fn name(paper: handing_on::Paper) -> &'static str {
        match paper {
            handing_on::Paper::Speaking => "speaking",
            other => other.file_name(),
        }
    }
}

impl From<Paper> for handing_on::Paper {
    fn from(paper: Paper) -> Self {
        match paper {
            Paper::Report => Self::Report,
            Paper::Speaking => Self::Speaking,
            Paper::Governors => Self::Governors,
            Paper::Notes => Self::Notes,
            Paper::Email => Self::Email,
        }
    }
}

/// Writes the documents, and says where they are and what is not in them.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    let order = order(arguments)?;
    let (report, plan, made, problems) = gather(home, disk, arguments)?;
    let documents = reporting::documents((&report, &plan), &order, made, |_| {}).map_err(Failure::work)?;
    let out = arguments.out.clone().unwrap_or_default();
    let of = Of {
        session: plan.session,
        kind: Kind::Report,
        at: made,
    };
    written::write(
        (home, disk),
        of,
        &out,
        &documents,
        (arguments.force, arguments.json),
    )?;
    for remark in remarks(
        &reporting::remarks(&report, &order),
        &hint::command(home, "check", &arguments.session),
    ) {
        say::complain(&remark);
    }
    for problem in &problems {
        say::complain(problem);
    }
    // A report from which a reviewer's notes are missing is not the one that was asked for.
    Ok(u8::from(!problems.is_empty()))
}

/// What is asked for; the report, which stands there unasked, may go without a form.
fn order(arguments: &Arguments) -> Result<Order, Failure> {
    let order = Order {
        papers: arguments.papers.iter().map(|&paper| paper.into()).collect(),
        forms: arguments.to.iter().map(|&form| form.into()).collect(),
        with_drafts: arguments.with_drafts,
    };
    if let Some(paper) = order.formless().find(|paper| *paper != handing_on::Paper::Report) {
        return Err(Failure::wrong_use(format!(
            "--papers {} is made as docx, html or md: name one of them in --to",
            Paper::name(paper)
        )));
    }
    Ok(order)
}

/// The report of the session and its plan, when it is made, and what could not be read.
fn gather(
    home: &Home,
    disk: &dyn Disk,
    arguments: &Arguments,
) -> Result<(Report, Plan, Stamp, Vec<String>), Failure> {
    let folder = sessions::resolve(home, disk, &arguments.session).map_err(Failure::wrong_use)?;
    let session = SessionFolder::at(folder);
    let FoundPlan { plan, problem, .. } = open::plan(disk, &session)?;
    if let Some(problem) = problem {
        return Err(Failure::work(format!(
            "there is no agreed plan to report on: {problem}"
        )));
    }
    let made = Clock::wall(plan.zone).map_err(Failure::work)?.now();
    let loaded = recorded::load((home, disk), &session, plan.session, made);
    let FoundHolidays { holidays, problem } = bank_holidays::find(home, disk);
    if let Some(problem) = problem {
        say::complain(&problem);
    }
    let problems = recorded::problems(&loaded);
    let report = Report::of(&Sources {
        plan: &plan,
        records: &loaded.records,
        due: &deadline::due_dates(&plan, &holidays),
        made,
        written: made,
        with_drafts: arguments.with_drafts,
    });
    Ok((report, plan, made, problems))
}

/// What one should know before handing the documents on; `check` is the command that says more.
fn remarks(known: &Remarks, check: &str) -> Vec<String> {
    let mut remarks = Vec::new();
    if known.to_see_to > 0 {
        let things = if known.to_see_to == 1 { "thing" } else { "things" };
        let count = |count: usize, what: &str| (count > 0).then(|| format!("{count} of them {what}"));
        let why: Vec<_> = [
            count(known.unseen_words, "words in it"),
            count(known.missing_levels, "a level that is not said"),
            count(
                known.missing_fields,
                "an impact, a fix or the like that is not said",
            ),
        ]
        .into_iter()
        .flatten()
        .collect();
        let marked = if why.is_empty() {
            String::new()
        } else {
            format!(" ({}: marked DRAFT)", why.join(", "))
        };
        remarks.push(format!("{} {things} to see to{marked}: {check}", known.to_see_to));
    }
    match known.named_notes {
        0 => {}
        1 => remarks.push(format!(
            "the notes go out word for word, and 1 of them names people: {check}"
        )),
        many => remarks.push(format!(
            "the notes go out word for word, and {many} of them name people: {check}"
        )),
    }
    if known.left_out > 0 {
        let are = if known.left_out == 1 {
            "finding has not been agreed and is"
        } else {
            "findings have not been agreed and are"
        };
        remarks.push(format!(
            "{} {are} left out; --with-drafts tells them too, marked DRAFT",
            known.left_out
        ));
    } else if known.no_findings {
        remarks.push("there are no findings yet: the report has only what was looked at".into());
    }
    if !known.unfilled.is_empty() {
        remarks.push(format!(
            "sections of the model that nothing is recorded for, and that are left out: {}",
            known.unfilled.join("; ")
        ));
    }
    remarks
}
