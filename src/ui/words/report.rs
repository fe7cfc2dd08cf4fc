//! The words of the sheet on which it is chosen what is handed on.

use std::path::{Path, PathBuf};

use crate::{
    app::{
        entry::EntryPurpose,
        report::{News, ReportNotice, Row, Sheet},
    },
    domain::handing_on::{Form, Paper, Remarks},
};

/// The title of the sheet.
pub const TITLE: &str = "What is handed on";
/// Above the papers.
pub const PAPERS: &str = "Papers";
/// Above the forms.
pub const FORMS: &str = "As";
/// What Enter does once all is written.
pub const CLOSE: &str = "close";
/// Before the folder.
pub const INTO: &str = "Into ";
/// While the folder is not known.
pub const NO_FOLDER: &str = "(choose one with o)";
/// Before a row that is ticked, and one that is not.
pub const TICKED: [&str; 2] = ["[x] ", "[ ] "];
/// Above what could not be read of the session.
pub const NOT_ALL_READ: &str = "Not everything of this session could be read, so it is not in there:";
/// Above the files that were written.
const WRITTEN: &str = "Written; nobody else can read it until you hand it on:";
/// So many files are named with their folders; of more the folder is told once.
const FEW: usize = 2;
/// What to do where files are there already.
pub const EXISTS_KEYS: &str = "r replaces them, o writes into another folder, Esc leaves them.";

/// The title of a line to be typed on top of the sheet, if it belongs to it.
#[must_use]
pub fn entry_title(purpose: &EntryPurpose) -> Option<&'static str> {
    matches!(purpose, EntryPurpose::ReportFolder).then_some("Into which folder? Empty: that for documents")
}

/// What a row of the sheet offers.
#[must_use]
pub fn row(row: Row) -> &'static str {
    match row {
        Row::Paper(paper) => self::paper(paper),
        Row::Form(Form::Docx) => "Word document",
        Row::Form(Form::Html) => "page to print, with pictures",
        Row::Form(Form::Md) => "Markdown",
        Row::Form(Form::Csv) => "evidence as a table (CSV)",
        Row::Form(Form::Json) => "everything, for programs (JSON)",
        Row::Drafts => "Findings not agreed yet too, marked DRAFT",
        Row::Folder => INTO,
    }
}

/// The name of a paper.
fn paper(paper: Paper) -> &'static str {
    match paper {
        Paper::Report => "Report",
        Paper::Speaking => "Sheet to speak from",
        Paper::Governors => "One page for governors",
        Paper::Notes => "Notes, for all who took part",
        Paper::Email => "Words of the e-mail",
    }
}

/// How many findings will be told.
#[must_use]
pub fn told(agreed: usize, not_agreed: usize, with_drafts: bool) -> String {
    let findings = |count: usize| {
        if count == 1 {
            "1 finding".to_string()
        } else {
            format!("{count} findings")
        }
    };
    match (agreed, not_agreed) {
        (0, 0) => "There are no findings yet: only what was looked at is told.".into(),
        (agreed, 0) => format!("{} agreed, all told.", findings(agreed)),
        (agreed, open) if with_drafts => {
            format!(
                "{} agreed; {open} not agreed yet told as DRAFT.",
                findings(agreed)
            )
        }
        (agreed, open) => format!("{} agreed; {open} not agreed yet and left out.", findings(agreed)),
    }
}

/// What should be seen to before anything is handed on; nothing if nothing is.
#[must_use]
pub fn to_see_to(concerns: usize) -> Option<String> {
    match concerns {
        0 => None,
        1 => Some("1 thing to see to first: c shows it.".into()),
        many => Some(format!("{many} things to see to first: c shows the list.")),
    }
}

/// That not all is seen to, and what making it all the same means.
#[must_use]
pub fn warned(sheet: &Sheet) -> String {
    let concerns = sheet.concerns();
    let (things, are) = if concerns == 1 {
        ("1 thing", "is")
    } else {
        ("things", "are")
    };
    let things = if concerns == 1 {
        things.into()
    } else {
        format!("{concerns} {things}")
    };
    let why = why_draft(sheet.words(), sheet.levels(), sheet.fields());
    let marked = if why.is_empty() {
        String::new()
    } else {
        format!(", marked DRAFT for {}", why.join(" and "))
    };
    format!("{things} {are} not seen to: c shows the list. Enter again makes it all the same{marked}.")
}

/// For what it is marked as a draft: words that are not seen to, levels that are not said, and what else is missing.
fn why_draft(words: usize, levels: usize, fields: usize) -> Vec<String> {
    let words = match words {
        0 => None,
        1 => Some("words in 1 place".into()),
        many => Some(format!("words in {many} places")),
    };
    let levels = match levels {
        0 => None,
        1 => Some("1 level not said".into()),
        many => Some(format!("{many} levels not said")),
    };
    let fields = (fields > 0).then(|| format!("{fields} missing"));
    words.into_iter().chain(levels).chain(fields).collect()
}

/// That notes go out as they were written, and how many of them name people.
#[must_use]
pub fn notes_go_out(named: usize) -> String {
    match named {
        0 => "The notes go out word for word, as they were written.".into(),
        1 => "The notes go out word for word: 1 of them names people (c).".into(),
        many => format!("The notes go out word for word: {many} of them name people (c)."),
    }
}

/// How far the making is.
#[must_use]
pub fn making(done: usize, of: usize) -> String {
    if done < of {
        format!("making {} of {of}", done + 1)
    } else {
        "writing".into()
    }
}

/// Where files were written.
#[must_use]
pub fn written(files: &[PathBuf]) -> Vec<String> {
    let folder = files
        .first()
        .and_then(|file| file.parent())
        .unwrap_or(Path::new(""));
    if files.len() <= FEW {
        let paths = files.iter().map(|file| file.display().to_string());
        return [WRITTEN.to_string()].into_iter().chain(paths).collect();
    }
    let names: Vec<String> = files.iter().map(|file| name(file)).collect();
    let into = format!("{} files written into {}:", files.len(), folder.display());
    vec![into, names.join(", ")]
}

/// What one should know of what was written.
#[must_use]
pub fn remarks(remarks: &Remarks) -> Vec<String> {
    let mut said = Vec::new();
    match remarks.left_out {
        0 if remarks.no_findings => said.push("No finding is told in there.".into()),
        0 => {}
        1 => said.push("1 finding is left out: it is not agreed yet.".into()),
        many => said.push(format!("{many} findings are left out: they are not agreed yet.")),
    }
    let why = why_draft(
        remarks.unseen_words,
        remarks.missing_levels,
        remarks.missing_fields,
    );
    if !why.is_empty() {
        said.push(format!("Marked DRAFT: {}; not seen to (c).", why.join(" and ")));
    }
    if remarks.named_notes > 0 {
        said.push(notes_go_out(remarks.named_notes));
    }
    if !remarks.unfilled.is_empty() {
        said.push(format!(
            "Nothing is recorded for, and left out: {}",
            remarks.unfilled.join("; ")
        ));
    }
    said
}

/// That files are there already.
#[must_use]
pub fn exists(files: &[PathBuf]) -> String {
    let names: Vec<_> = files.iter().map(|file| name(file)).collect();
    let are = if files.len() == 1 { "is" } else { "are" };
    format!("Nothing was written: {} {are} there already.", names.join(", "))
}

fn name(file: &Path) -> String {
    file.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// That it failed, and what one can do.
#[must_use]
pub fn failed(why: &str, cure: &str) -> String {
    match cure {
        "" => format!("NOT WRITTEN: {why}"),
        cure => format!("NOT WRITTEN: {why}. What to do: {cure}"),
    }
}

/// What a notice says.
#[must_use]
pub fn notice(notice: &ReportNotice) -> String {
    match notice {
        ReportNotice::NothingTicked => "Nothing is ticked yet: Space ticks the chosen row.".into(),
        ReportNotice::Formless(paper) => format!(
            "\"{}\" needs a form: tick Word document, page or Markdown.",
            self::paper(*paper)
        ),
        ReportNotice::NoFolder => "Into which folder? Press o.".into(),
        ReportNotice::News(News::Made(_)) => String::new(),
        ReportNotice::News(News::Written { files, .. }) => match files.as_slice() {
            [one] => format!("Written: {}", one.display()),
            files => format!(
                "{} files written into {}",
                files.len(),
                files
                    .first()
                    .and_then(|file| file.parent())
                    .unwrap_or(Path::new(""))
                    .display()
            ),
        },
        ReportNotice::News(News::Exists(files)) => exists(files),
        ReportNotice::News(News::Failed { why, cure }) => failed(why, cure),
    }
}
