//! `knownow check`: what should be seen to before findings, or a text, are handed on.

use std::path::PathBuf;

use serde::Serialize;

use super::{Failure, open, say, table};
use crate::{
    domain::{
        conduct::{
            Breach, Conduct,
            remarks::{Remark, remarks},
            session::{Concern, ConcernKind, FindingPlace, look_over, not_agreed},
        },
        findings_board::FindingsBoard,
        plan::Plan,
        records::Records,
    },
    import::{self, ImportFault},
    runtime::{clock::Clock, recorded, sessions},
    storage::{
        disk::Disk,
        paths::Home,
        session_folder::{FoundPlan, SessionFolder},
    },
    ui::{
        display_safe::json_safe,
        words::{self, check as check_words},
    },
};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A session's folder, or its name or a part of it
    session: PathBuf,
    /// A text to check line by line by the session's plan, such as a report edited since: a text file, a .docx, or -
    /// for what is piped in
    #[arg(long, value_name = "FILE|-")]
    text: Option<PathBuf>,
    /// As JSON, one object for each thing found
    #[arg(long)]
    json: bool,
}

/// One thing found, as it is printed and as JSON has it.
#[derive(Debug, Serialize)]
struct Item {
    /// The line of the text, or the place of the finding.
    line: Line,
    reason: &'static str,
    text: String,
    suggestion: String,
    /// The record of the finding; null for a text.
    finding: Option<String>,
    /// The notes that it is about.
    notes: Vec<String>,
    /// Why it may stand, if somebody accepted it; null otherwise.
    accepted: Option<String>,
    /// The first words of the finding, for a person who reads the line.
    #[serde(skip)]
    of: String,
    /// The reason as a person reads it.
    #[serde(skip)]
    said: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Line {
    Number(usize),
    Place(String),
}

/// Something worth a look that stands in nobody's way, as JSON has it.
#[derive(Debug, Serialize)]
struct Aside {
    line: Option<Line>,
    /// What it is, as `reason` says of what has to be seen to.
    look: &'static str,
    text: String,
}

/// Prints what is found; 1 if there is something that nobody accepted.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    let folder = sessions::resolve(home, disk, &arguments.session).map_err(Failure::wrong_use)?;
    let session = SessionFolder::at(folder);
    let FoundPlan { plan, problem, .. } = open::plan(disk, &session)?;
    let mut problems: Vec<String> = problem.into_iter().collect();
    let (items, nothing, looks) = if let Some(path) = &arguments.text {
        let (name, bytes) = table::bytes(disk, path)?;
        let lines = import::lines(&bytes).map_err(|fault| unreadable(&name, &fault))?;
        (
            of_text(&plan, &lines),
            check_words::NOTHING_IN_TEXT,
            Looks::default(),
        )
    } else {
        let now = Clock::wall(plan.zone).map_err(Failure::work)?.now();
        let loaded = recorded::load((home, disk), &session, plan.session, now);
        problems.extend(recorded::problems(&loaded));
        let (items, nothing) = of_session(&plan, &loaded.records);
        let begun = loaded.records.findings.live().next().is_some();
        let looks = if begun {
            Looks {
                left_out: not_agreed(&plan, &FindingsBoard::of(&loaded.records)),
                remarks: remarks(&plan, &loaded.records),
            }
        } else {
            Looks::default()
        };
        (items, nothing, looks)
    };
    if arguments.json {
        say::whole(&json(&items, &looks)).map_err(Failure::work)?;
    } else {
        let mut lines = lines(&items, nothing);
        lines.extend(looks.lines());
        say::lines(lines.iter().map(String::as_str)).map_err(Failure::work)?;
    }
    for problem in &problems {
        say::complain(problem);
    }
    let is_open = items.iter().any(|item| item.accepted.is_none());
    Ok(u8::from(is_open || !problems.is_empty()))
}

/// What is to be seen to, and apart from it what was accepted.
fn lines(items: &[Item], nothing: &str) -> Vec<String> {
    let (accepted, open): (Vec<&Item>, Vec<&Item>) = items.iter().partition(|item| item.accepted.is_some());
    let mut lines: Vec<String> = open.into_iter().map(line).collect();
    if lines.is_empty() {
        lines.push(nothing.to_owned());
    }
    if !accepted.is_empty() {
        lines.push(format!("{}:", check_words::ACCEPTED));
        lines.extend(accepted.into_iter().map(line));
    }
    lines
}

/// What stands in nobody's way, in the order of the list on the screen.
#[derive(Default)]
struct Looks {
    /// The findings that nobody agreed to, and that a report leaves out.
    left_out: Vec<FindingPlace>,
    remarks: Vec<Remark>,
}

impl Looks {
    /// Each under a heading of its own.
    fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if !self.left_out.is_empty() {
            lines.push(format!("{}:", check_words::not_agreed(self.left_out.len())));
            let line =
                |place: &FindingPlace| format!("{}{}", check_words::place(place), check_words::says(place));
            lines.extend(self.left_out.iter().map(line));
        }
        if !self.remarks.is_empty() {
            lines.push(format!("{}:", check_words::WORTH_A_LOOK));
            lines.extend(self.remarks.iter().map(check_words::remark));
        }
        lines
    }

    fn asides(&self) -> impl Iterator<Item = Aside> {
        let left_out = self.left_out.iter().map(|place| Aside {
            line: Some(Line::Place(check_words::place(place))),
            look: "not-agreed",
            text: place.statement.clone(),
        });
        left_out.chain(self.remarks.iter().map(aside))
    }
}

fn aside(remark: &Remark) -> Aside {
    let (look, list) = match remark {
        Remark::Number { list, .. } => ("number-of-findings", Some(list)),
        Remark::NoStep { list, .. } => ("no-action-step", Some(list)),
        Remark::OneReason { .. } => ("one-reason", None),
    };
    Aside {
        line: list.map(|list| Line::Place(list.clone())),
        look,
        text: check_words::remark(remark),
    }
}

fn unreadable(name: &str, fault: &ImportFault) -> Failure {
    let cause = match fault {
        ImportFault::TooLarge(megabytes) => format!("it is larger than {megabytes} MB"),
        other => other.to_string(),
    };
    Failure::work(format!("{name}: {cause}\n{}", words::check::READABLE))
}

/// What is found in a text, line by line.
fn of_text(plan: &Plan, lines: &[(usize, String)]) -> Vec<Item> {
    let conduct = Conduct::of(plan);
    let in_line = |(number, text): &(usize, String)| {
        let breaches = conduct.look_at(text).into_iter();
        breaches
            .map(|breach| of_breach(Line::Number(*number), breach))
            .collect::<Vec<_>>()
    };
    lines.iter().flat_map(in_line).collect()
}

/// What is found in the findings of a session, and what to say if that is nothing.
fn of_session(plan: &Plan, records: &Records) -> (Vec<Item>, &'static str) {
    let items: Vec<Item> = look_over(plan, records).into_iter().map(of_concern).collect();
    let none = records.findings.live().next().is_none();
    let nothing = if none {
        check_words::NOTHING_TO_CHECK
    } else if items.iter().any(|item| item.accepted.is_some()) {
        check_words::NOTHING_FURTHER
    } else {
        check_words::NOTHING_IN_FINDINGS
    };
    (items, nothing)
}

fn of_concern(concern: Concern) -> Item {
    let is_begun = concern.nothing_on().is_none();
    let signed = concern.signature().map(check_words::signed);
    let Concern {
        place,
        what,
        accepted,
        ..
    } = concern;
    let at = place
        .as_ref()
        .map_or_else(|| check_words::NOTES.to_string(), check_words::place);
    let of = place.as_ref().map_or_else(String::new, check_words::says);
    let item = match what {
        ConcernKind::Breach(part, breach) => {
            let part = check_words::part(&part);
            let at = signed.unwrap_or_else(|| {
                if part.is_empty() {
                    at
                } else {
                    format!("{at}, {part}")
                }
            });
            of_breach(Line::Place(at), breach)
        }
        ConcernKind::Gap(gap) => {
            let (said, text) = check_words::gap(&gap);
            Item {
                line: Line::Place(at),
                reason: gap.reason.word(),
                text,
                suggestion: check_words::cure(&gap.reason).into(),
                finding: None,
                notes: gap.notes.iter().map(ToString::to_string).collect(),
                accepted: None,
                of: String::new(),
                said,
            }
        }
    };
    Item {
        finding: place.filter(|_| is_begun).map(|place| place.finding.to_string()),
        accepted: accepted.map(|accepted| accepted.because),
        of,
        ..item
    }
}

fn of_breach(line: Line, breach: Breach) -> Item {
    Item {
        line,
        reason: breach.reason.word(),
        text: breach.words,
        suggestion: breach.suggestion,
        finding: None,
        notes: Vec::new(),
        accepted: None,
        of: String::new(),
        said: check_words::reason(breach.reason),
    }
}

/// One thing found as a line for a person.
fn line(item: &Item) -> String {
    let at = match &item.line {
        Line::Number(number) => number.to_string(),
        Line::Place(place) => place.clone(),
    };
    let text = match item.text.as_str() {
        "" => String::new(),
        text => format!(" \"{}\"", text.replace('\n', " / ")),
    };
    let after = item.accepted.as_ref().unwrap_or(&item.suggestion);
    format!("{at}{}: {}{text} - {after}", item.of, item.said)
}

/// One object for each thing found, and behind them one for each that is worth a look.
fn json(items: &[Item], looks: &Looks) -> String {
    let items = items.iter().map(object);
    let looks = looks.asides().map(|aside| object(&aside));
    let rows: Vec<String> = items.chain(looks).map(|row| format!("\n{row}")).collect();
    json_safe(&format!("[{}\n]\n", rows.join(","))).into_owned()
}

fn object(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|fault| format!("\"{fault}\""))
}
