//! `knownow report`: what was agreed, as documents to hand on.

use std::path::PathBuf;

use clap::ValueEnum;

use super::{Failure, open, say, written};
use crate::{
    domain::{deadline, plan::Plan, stamp::Stamp},
    export::{
        ExportFault,
        paper::{Paper, markdown, page, word},
        report::{Report, Sources, evidence_csv, json, papers},
        text::Text,
    },
    runtime::{clock::Clock, sessions},
    storage::{
        bank_holidays::{self, FoundHolidays},
        disk::Disk,
        documents::{self, Document, Existing},
        paths::Home,
        session_folder::{FoundPlan, SessionFolder, slug},
    },
};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A session's folder, or its exact name
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
    /// Which papers to make as docx, html and md, one or more with commas between
    #[arg(
        long,
        value_name = "PAPERS",
        value_enum,
        value_delimiter = ',',
        default_value = "report"
    )]
    papers: Vec<PaperKind>,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
enum Format {
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

/// A paper that is made of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
enum PaperKind {
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

impl PaperKind {
    fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Speaking => "speaking-sheet",
            Self::Governors => "governors",
            Self::Notes => "notes",
            Self::Email => "email",
        }
    }

    /// The paper; `None` for the e-mail, which is plain text.
    fn paper(self, report: &Report) -> Option<Paper> {
        match self {
            Self::Report => Some(papers::report(report)),
            Self::Speaking => Some(papers::speaking_sheet(report)),
            Self::Governors => Some(papers::for_governors(report)),
            Self::Notes => Some(papers::notes(report)),
            Self::Email => None,
        }
    }
}

/// A paper in a form; `None` for the forms in which there are no papers.
fn formed(
    paper: &Paper,
    format: Format,
    made: Stamp,
) -> Option<Result<(Vec<u8>, &'static str), ExportFault>> {
    match format {
        Format::Docx => Some(word::docx(paper, made).map(|bytes| (bytes, "docx"))),
        Format::Html => Some(page::html(paper).map(|bytes| (bytes, "html"))),
        Format::Md => Some(Ok((markdown::markdown(paper), "md"))),
        Format::Csv | Format::Json => None,
    }
}

/// Writes the documents, and says where they are and what is not in them.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    let (report, stem, made, problems) = gather(home, disk, arguments)?;
    let documents = documents(&report, &stem, made, arguments)?;
    let existing = if arguments.force {
        Existing::Replace
    } else {
        Existing::Keep
    };
    let out = arguments.out.clone().unwrap_or_default();
    let paths = documents::write_all(disk, &out, &documents, existing)
        .map_err(|fault| Failure::work(format!("{fault}\n{}", fault.cure())))?;
    written::print(&documents, &paths, arguments.json)?;
    for remark in remarks(&report) {
        say::complain(&remark);
    }
    for problem in &problems {
        say::complain(problem);
    }
    // A report from which a reviewer's notes are missing is not the one that was asked for.
    Ok(u8::from(!problems.is_empty()))
}

/// The report of the session, the first part of its files' names, when it is made, and what could not be read.
fn gather(
    home: &Home,
    disk: &dyn Disk,
    arguments: &Arguments,
) -> Result<(Report, String, Stamp, Vec<String>), Failure> {
    let folder = sessions::resolve(home, disk, &arguments.session).map_err(Failure::wrong_use)?;
    let session = SessionFolder::at(folder);
    let FoundPlan { plan, problem } = open::plan(disk, &session)?;
    if let Some(problem) = problem {
        return Err(Failure::work(format!(
            "there is no agreed plan to report on: {problem}"
        )));
    }
    let loaded = session.records(disk, plan.session);
    let made = Clock::wall(plan.zone).map_err(Failure::work)?.now();
    let FoundHolidays { holidays, problem } = bank_holidays::find(home, disk);
    if let Some(problem) = problem {
        say::complain(&problem);
    }
    let problems = loaded.problems().into_iter().collect();
    let report = Report::of(&Sources {
        plan: &plan,
        records: &loaded.records,
        due: &deadline::due_dates(&plan, &holidays),
        made,
        with_drafts: arguments.with_drafts,
    });
    Ok((report, stem(&plan), made, problems))
}

fn stem(plan: &Plan) -> String {
    let first = plan.days.iter().map(|day| day.date).min();
    let date = first.map_or_else(String::new, |date| format!("{date}-"));
    format!("{date}{}", slug(&plan.host.name))
}

fn documents(
    report: &Report,
    stem: &str,
    made: Stamp,
    arguments: &Arguments,
) -> Result<Vec<Document>, Failure> {
    let mut formats = arguments.to.clone();
    formats.sort_unstable();
    formats.dedup();
    let mut kinds = arguments.papers.clone();
    kinds.sort_unstable();
    kinds.dedup();
    let mut documents = Vec::new();
    for kind in kinds {
        let before = documents.len();
        let name = |ending: &str| format!("{stem}-{}.{ending}", kind.name());
        match kind.paper(report) {
            None => documents.push(Document {
                name: name("txt"),
                bytes: papers::email(report),
            }),
            Some(paper) => {
                for formed in formats.iter().filter_map(|format| formed(&paper, *format, made)) {
                    let (bytes, ending) = formed.map_err(Failure::work)?;
                    documents.push(Document {
                        name: name(ending),
                        bytes,
                    });
                }
            }
        }
        if documents.len() == before && kind != PaperKind::Report {
            return Err(Failure::wrong_use(format!(
                "--papers {} is made as docx, html or md: name one of them in --to",
                kind.name()
            )));
        }
    }
    if formats.contains(&Format::Csv) {
        documents.push(Document {
            name: format!("{stem}-evidence.csv"),
            bytes: evidence_csv::evidence_csv(report).map_err(Failure::work)?,
        });
    }
    if formats.contains(&Format::Json) {
        documents.push(Document {
            name: format!("{stem}-report.json"),
            bytes: json::json(report).map_err(Failure::work)?,
        });
    }
    Ok(documents)
}

/// What one should know before handing the documents on.
fn remarks(report: &Report) -> Vec<String> {
    let mut remarks = Vec::new();
    if report.left_out > 0 {
        let are = if report.left_out == 1 {
            "finding has not been agreed and is"
        } else {
            "findings have not been agreed and are"
        };
        remarks.push(format!(
            "{} {are} left out; --with-drafts tells them too, marked DRAFT",
            report.left_out
        ));
    } else if report.findings().next().is_none() {
        remarks.push("there are no findings yet: the report has only what was looked at".into());
    }
    let unfilled = papers::unfilled(report);
    if !unfilled.is_empty() {
        let titles: Vec<String> = unfilled.iter().map(Text::one_line).collect();
        remarks.push(format!(
            "sections of the model that nothing is recorded for, and that are left out: {}",
            titles.join("; ")
        ));
    }
    remarks
}
