//! Making the report and the papers around it, for the command and, beside the screen, for the palette.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, Receiver, Sender},
    },
    thread,
};

use directories::UserDirs;

use super::event_loop::Event;
use crate::{
    app::{
        message::Message,
        purging,
        report::{Job, News},
    },
    domain::{
        deadline,
        handing_on::{Form, Order, Paper, Remarks},
        kept::Kind,
        plan::Plan,
        stamp::Stamp,
    },
    export::{
        ExportFault,
        paper::{markdown, page, word},
        report::{Report, Sources, evidence_csv, json, papers},
        text::Text,
    },
    storage::{
        bank_holidays,
        disk::Disk,
        documents::{Document, DocumentFault, Existing},
        exports::{self, Of},
        paths::{Home, absolute},
        session_folder::slug,
    },
};

/// When a report is made.
#[derive(Debug, Clone, Copy)]
pub struct Times {
    /// The time of the day on the screen, which in a rehearsal is that of the plan.
    pub on_screen: Stamp,
    /// The real time, in the zone of the school.
    pub written: Stamp,
}

/// The documents that are asked for; `made_one` is called with how many there are, after each.
///
/// # Errors
/// If one can't be made.
pub fn documents(
    (report, plan): (&Report, &Plan),
    order: &Order,
    made: Stamp,
    mut made_one: impl FnMut(usize),
) -> Result<Vec<Document>, ExportFault> {
    let stem = stem(plan);
    let mut documents = Vec::new();
    let mut add = |name: String, bytes: Vec<u8>| {
        documents.push(Document {
            name: format!("{stem}-{name}"),
            bytes,
        });
        made_one(documents.len());
    };
    for &paper in &order.papers {
        let name = paper.file_name();
        if paper == Paper::Email {
            add(format!("{name}.txt"), papers::email(report));
        }
        for form in order.forms_of_papers() {
            if let Some((bytes, ending)) = formed(report, paper, form, made)? {
                add(format!("{name}.{ending}"), bytes);
            }
        }
    }
    if order.forms.contains(&Form::Csv) {
        add("evidence.csv".into(), evidence_csv::evidence_csv(report)?);
    }
    if order.forms.contains(&Form::Json) {
        add("report.json".into(), json::json(report)?);
    }
    Ok(documents)
}

/// A paper in a form, with the ending of its name; `None` where it isn't made in that form.
fn formed(
    report: &Report,
    paper: Paper,
    form: Form,
    made: Stamp,
) -> Result<Option<(Vec<u8>, &'static str)>, ExportFault> {
    let paper = match paper {
        Paper::Report => papers::report(report),
        Paper::Speaking => papers::speaking_sheet(report),
        Paper::Governors => papers::for_governors(report),
        Paper::Notes => papers::notes(report),
        Paper::Email => return Ok(None),
    };
    Ok(match form {
        Form::Docx => Some((word::docx(&paper, made)?, "docx")),
        Form::Html => Some((page::html(&paper)?, "html")),
        Form::Md => Some((markdown::markdown(&paper), "md")),
        Form::Csv | Form::Json => None,
    })
}

/// The first part of the files' names: date and school.
pub(super) fn stem(plan: &Plan) -> String {
    let first = plan.days.iter().map(|day| day.date).min();
    let date = first.map_or_else(String::new, |date| format!("{date}-"));
    format!("{date}{}", slug(&plan.host.name))
}

/// What one should know before handing on what was made of this report.
#[must_use]
pub fn remarks(report: &Report, order: &Order) -> Remarks {
    Remarks {
        left_out: report.left_out,
        to_see_to: report.to_see_to,
        unseen_words: report.unseen_words,
        missing_levels: report.missing_levels,
        missing_fields: report.missing_fields,
        named_notes: if order.has_notes() { report.named_notes } else { 0 },
        no_findings: report.findings().next().is_none(),
        unfilled: papers::unfilled(report).iter().map(Text::one_line).collect(),
    }
}

/// The folder that is meant by what was typed; without anything typed, that for documents.
#[must_use]
pub fn folder(home: &Home, typed: &str) -> PathBuf {
    if typed.is_empty() {
        return home.documents();
    }
    below_own(typed)
}

/// The path that was typed, from the folder that one is in; `~` is one's own.
pub(super) fn below_own(typed: &str) -> PathBuf {
    let users = UserDirs::new();
    let below_own = typed
        .strip_prefix('~')
        .filter(|rest| rest.is_empty() || rest.starts_with(['/', '\\']));
    match (below_own, users) {
        (Some(rest), Some(users)) => users.home_dir().join(rest.trim_start_matches(['/', '\\'])),
        _ => absolute(Path::new(typed)),
    }
}

/// Makes and writes what is asked for in a thread of its own, and tells how far it is; what it gives back has lost its
/// other end once the thread has ended.
///
/// # Errors
/// If no thread can be had.
pub fn begin(
    (home, disk): (Home, Arc<dyn Disk>),
    times: Times,
    job: Box<Job>,
    events: Sender<Event>,
) -> std::io::Result<Receiver<()>> {
    let (lives, ended) = mpsc::channel();
    thread::Builder::new().name("report".into()).spawn(move || {
        let _until_the_end: Sender<()> = lives;
        let serial = job.serial;
        // Where nobody listens any more the files are written all the same.
        let tell = |news| drop(events.send(Event::Told(Message::Report(serial, news))));
        let (news, unknown) = make((&home, &*disk), times, &job, |done| tell(News::Made(done)));
        tell(news);
        if let Some(why) = unknown {
            drop(events.send(Event::Told(not_entered(why))));
        }
    })?;
    Ok(ended)
}

/// Makes and writes what is asked for; `made_one` is called with how many files are made, after each. What became of it,
/// and why the files could not be entered among those that are known of the session, if so.
pub fn make(
    (home, disk): (&Home, &dyn Disk),
    times: Times,
    job: &Job,
    made_one: impl FnMut(usize),
) -> (News, Option<String>) {
    let holidays = bank_holidays::find(home, disk).holidays;
    let report = Report::of(&Sources {
        plan: &job.plan,
        records: &job.records,
        due: &deadline::due_dates(&job.plan, &holidays),
        made: times.on_screen,
        written: times.written,
        with_drafts: job.order.with_drafts,
    });
    let documents = match documents((&report, &job.plan), &job.order, times.written, made_one) {
        Ok(documents) => documents,
        Err(fault) => return (failed(&fault), None),
    };
    let existing = if job.replace {
        Existing::Replace
    } else {
        Existing::Keep
    };
    let of = Of {
        session: job.plan.session,
        kind: Kind::Report,
        at: times.written,
    };
    match exports::write_all((home, disk), of, &job.folder, &documents, existing) {
        Ok(written) => {
            let news = News::Written {
                files: written.paths,
                remarks: remarks(&report, &job.order),
            };
            (news, written.not_entered)
        }
        Err(DocumentFault::Exists(files)) => (News::Exists(files), None),
        Err(fault) => {
            let news = News::Failed {
                why: fault.to_string(),
                cure: fault.cure().to_string(),
            };
            (news, None)
        }
    }
}

/// That what was written could not be entered among the files that are known of its session.
pub(super) fn not_entered(why: String) -> Message {
    Message::Kept(Box::new(purging::News::NotEntered(why)))
}

/// That files could not be made.
pub fn failed(error: &dyn std::error::Error) -> News {
    News::Failed {
        why: error.to_string(),
        cure: String::new(),
    }
}
