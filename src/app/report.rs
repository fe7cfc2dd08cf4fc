//! The sheet on which it is chosen what is handed on, in which forms and where to; the work is done beside the screen.

use std::{collections::BTreeSet, path::PathBuf};

use super::{
    Model, Overlay, check,
    day::Day,
    entry::{Entry, EntryPurpose},
    message::{Action, At, Effect, Message, ReportAction},
    notice::Notice,
};
use crate::domain::{
    conduct::session::{Concern, look_over},
    findings_board::{FindingsBoard, OnBoard},
    handing_on::{Form, Order, Paper, Remarks},
    plan::Plan,
    records::Records,
};

/// Files that are to be made and written, and what of.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Counts them, so that no answer is taken for that of another one.
    pub serial: u64,
    /// The folder to write into.
    pub folder: PathBuf,
    /// Whether files that are there already are replaced.
    pub replace: bool,
    /// What is asked for.
    pub order: Order,
    /// The plan as it was agreed.
    pub plan: Plan,
    /// Everything recorded; private notes are no part of it.
    pub records: Records,
}

/// What became of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// So many files are made, not yet written.
    Made(usize),
    /// All are written.
    Written {
        /// Where they are.
        files: Vec<PathBuf>,
        /// What one should know of them.
        remarks: Remarks,
    },
    /// These are there already, and nothing was written.
    Exists(Vec<PathBuf>),
    /// They could not be made or written.
    Failed {
        /// Why.
        why: String,
        /// What one can do, if anything is known.
        cure: String,
    },
}

/// What is said about it in the notice line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportNotice {
    /// Nothing is ticked that would make a file.
    NothingTicked,
    /// This paper has no form.
    Formless(Paper),
    /// The folder is not known yet.
    NoFolder,
    /// It was finished while the sheet was closed.
    News(News),
}

/// A row of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// Whether a paper is made.
    Paper(Paper),
    /// Whether a form is made.
    Form(Form),
    /// Whether findings are told that nobody has agreed to yet.
    Drafts,
    /// Where the files go.
    Folder,
}

/// How far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phase {
    /// It is being chosen.
    Choosing,
    /// It was asked for while there is something to see to: one more key makes it all the same.
    Warned,
    /// The files are being made.
    Making {
        /// So many are made.
        done: usize,
        /// Of so many.
        of: usize,
    },
    /// It is finished, and this became of it.
    Told(News),
}

/// The sheet; what was chosen on it stays chosen while the program runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What is asked for.
    pub order: Order,
    /// Where the files go, once it is known.
    pub folder: Option<PathBuf>,
    /// How far it is.
    pub phase: Phase,
    row: usize,
    serial: u64,
    findings: (usize, usize),
    concerns: Concerns,
}

/// What should be seen to before anything is handed on, as the sheet was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Concerns {
    /// How many there are.
    all: usize,
    /// Words in findings that are agreed, and in claims.
    in_agreed: usize,
    /// Words in all findings and claims.
    in_findings: usize,
    /// Notes that name people.
    named_notes: usize,
    /// Levels that are not said of findings that are agreed, or of the review as a whole.
    levels_of_agreed: usize,
    /// Levels that are not said of any finding, or of the review as a whole.
    levels: usize,
    /// What the model asks for and nobody said of findings that are agreed, such as a fix.
    fields_of_agreed: usize,
    /// The same of any finding.
    fields: usize,
}

impl Concerns {
    fn of(day: &Day, board: &FindingsBoard) -> Self {
        let concerns = look_over(&day.plan, &day.records);
        let open: Vec<_> = concerns
            .iter()
            .filter(|concern| concern.accepted.is_none())
            .collect();
        let words: Vec<_> = open.iter().filter(|concern| concern.is_breach()).collect();
        let is_told = |concern: &Concern| {
            let place = concern.place.as_ref();
            let on_board = place.and_then(|place| board.get(place.finding));
            on_board.is_some_and(OnBoard::is_told) || concern.signature().is_some()
        };
        let levels = || {
            open.iter()
                .filter(|concern| concern.is_missing_level(&day.plan.rules))
        };
        let fields = || open.iter().filter(|concern| concern.is_missing_field());
        Self {
            all: open.len(),
            in_agreed: words.iter().filter(|concern| is_told(concern)).count(),
            in_findings: words.len(),
            named_notes: open.iter().filter(|concern| concern.is_name_in_note()).count(),
            levels_of_agreed: levels()
                .filter(|concern| concern.nothing_on().is_some() || is_told(concern))
                .count(),
            levels: levels().count(),
            fields_of_agreed: fields().filter(|concern| is_told(concern)).count(),
            fields: fields().count(),
        }
    }
}

impl Default for Sheet {
    fn default() -> Self {
        Self {
            order: Order::usual(),
            folder: None,
            phase: Phase::Choosing,
            row: 0,
            serial: 0,
            findings: (0, 0),
            concerns: Concerns::default(),
        }
    }
}

impl Sheet {
    /// All rows, from top to bottom.
    pub fn rows() -> impl Iterator<Item = Row> {
        let papers = Paper::ALL.into_iter().map(Row::Paper);
        let forms = Form::ALL.into_iter().map(Row::Form);
        papers.chain(forms).chain([Row::Drafts, Row::Folder])
    }

    /// The row that the keys act on.
    #[must_use]
    pub fn row(&self) -> Row {
        Self::rows().nth(self.row).unwrap_or(Row::Folder)
    }

    /// Whether what a row offers is asked for.
    #[must_use]
    pub fn is_ticked(&self, row: Row) -> bool {
        match row {
            Row::Paper(paper) => self.order.papers.contains(&paper),
            Row::Form(form) => self.order.forms.contains(&form),
            Row::Drafts => self.order.with_drafts,
            Row::Folder => false,
        }
    }

    /// How many findings are agreed, and how many are not, as the sheet was opened.
    #[must_use]
    pub fn findings(&self) -> (usize, usize) {
        self.findings
    }

    /// How many things are to be seen to, as the sheet was opened.
    #[must_use]
    pub fn concerns(&self) -> usize {
        self.concerns.all
    }

    /// How many of them are words in what would be told, which is marked as a draft for them.
    #[must_use]
    pub fn words(&self) -> usize {
        if self.order.with_drafts {
            self.concerns.in_findings
        } else {
            self.concerns.in_agreed
        }
    }

    /// How many levels are not said in what would be told, which is marked as a draft for them.
    #[must_use]
    pub fn levels(&self) -> usize {
        if self.order.with_drafts {
            self.concerns.levels
        } else {
            self.concerns.levels_of_agreed
        }
    }

    /// How much that the model asks for is not said in what would be told, which is marked as a draft for that.
    #[must_use]
    pub fn fields(&self) -> usize {
        if self.order.with_drafts {
            self.concerns.fields
        } else {
            self.concerns.fields_of_agreed
        }
    }

    /// How many of the notes that would go out name people, as the sheet was opened; nothing where none go out.
    #[must_use]
    pub fn named_notes(&self) -> Option<usize> {
        self.order.has_notes().then_some(self.concerns.named_notes)
    }

    /// Whether files are being made.
    #[must_use]
    pub fn is_making(&self) -> bool {
        matches!(self.phase, Phase::Making { .. })
    }

    fn tick(&mut self) {
        match self.row() {
            Row::Paper(paper) => toggle(&mut self.order.papers, paper),
            Row::Form(form) => toggle(&mut self.order.forms, form),
            Row::Drafts => self.order.with_drafts = !self.order.with_drafts,
            Row::Folder => {}
        }
    }

    /// Chooses the row at this position; whether it was chosen already.
    pub(super) fn point(&mut self, nth: usize) -> bool {
        let was_chosen = self.row == nth;
        self.row = nth.min(Self::rows().count() - 1);
        was_chosen
    }

    fn step(&mut self, forward: bool) {
        let last = Self::rows().count() - 1;
        self.row = if forward {
            (self.row + 1).min(last)
        } else {
            self.row.saturating_sub(1)
        };
    }

    /// Goes to the row that stands beside this one, if there is any.
    fn step_beside(&mut self) {
        let (papers, forms) = (Paper::ALL.len(), Form::ALL.len());
        self.row = match self.row() {
            Row::Paper(_) => papers + self.row.min(forms - 1),
            Row::Form(_) => (self.row - papers).min(papers - 1),
            Row::Drafts | Row::Folder => self.row,
        };
    }

    /// Whether there is something to see to that has not been said on this way to the files.
    fn needs_warning(&self) -> bool {
        self.phase == Phase::Choosing
            && self.concerns.all > 0
            && self.lacks().is_none()
            && self.folder.is_some()
    }

    /// Why what is ticked can't be made, if so.
    fn lacks(&self) -> Option<ReportNotice> {
        if self.order.files() == 0 && self.order.papers.is_empty() {
            return Some(ReportNotice::NothingTicked);
        }
        self.order.formless().next().map(ReportNotice::Formless)
    }
}

fn toggle<T: Ord>(set: &mut BTreeSet<T>, item: T) {
    if !set.remove(&item) {
        set.insert(item);
    }
}

/// Opens the sheet, or does what is asked for on it.
pub(super) fn ask(model: &mut Model, action: ReportAction) -> Vec<Effect> {
    match action {
        ReportAction::Open => return open(model),
        _ if model.report.is_making() => {}
        ReportAction::Tick if model.report.row() == Row::Folder => ask_folder(model),
        ReportAction::Tick => {
            model.report.tick();
            model.report.phase = Phase::Choosing;
        }
        ReportAction::Beside => model.report.step_beside(),
        ReportAction::Folder => ask_folder(model),
        ReportAction::Replace if matches!(model.report.phase, Phase::Told(News::Exists(_))) => {
            return write(model, true);
        }
        ReportAction::Replace => {}
    }
    Vec::new()
}

fn open(model: &mut Model) -> Vec<Effect> {
    let Some(day) = model.day() else {
        return Vec::new();
    };
    let board = day.findings_board();
    let all = board.findings().count();
    let agreed = board.findings().filter(|on_board| on_board.is_agreed()).count();
    let concerns = Concerns::of(day, &board);
    model.report.findings = (agreed, all - agreed);
    model.report.concerns = concerns;
    model.overlay = Some(Overlay::Report);
    if !model.report.is_making() {
        model.report.phase = Phase::Choosing;
        model.report.row = 0;
    }
    if model.report.folder.is_some() {
        return Vec::new();
    }
    vec![Effect::FindFolder(String::new())]
}

fn ask_folder(model: &mut Model) {
    let folder = model.report.folder.as_ref();
    let folder = folder.map_or_else(String::new, |folder| folder.display().to_string());
    let entry = Entry::new(EntryPurpose::ReportFolder, String::new(), folder);
    model.overlay = Some(Overlay::Entry(entry));
}

/// Does what a line was typed for: the files go into another folder.
pub(super) fn take_folder(model: &mut Model, typed: String) -> Vec<Effect> {
    model.overlay = Some(Overlay::Report);
    model.report.phase = Phase::Choosing;
    vec![Effect::FindFolder(typed)]
}

/// What a key does on the sheet.
pub(super) fn on_key(model: &mut Model, at: At, message: &Message) -> Vec<Effect> {
    match message {
        Message::Asked(Action::Check(action)) => return check::ask(model, at, *action),
        Message::Asked(Action::Report(action)) => return ask(model, *action),
        Message::Asked(Action::Up) => model.report.step(false),
        Message::Asked(Action::Down) => model.report.step(true),
        Message::Asked(Action::Enter) if model.report.is_making() => {}
        Message::Asked(Action::Enter) if matches!(model.report.phase, Phase::Told(News::Written { .. })) => {
            model.overlay = None;
        }
        Message::Asked(Action::Enter) if model.report.needs_warning() => model.report.phase = Phase::Warned,
        Message::Asked(Action::Enter) => return write(model, false),
        _ => {}
    }
    Vec::new()
}

/// Has the files made and written.
fn write(model: &mut Model, replace: bool) -> Vec<Effect> {
    if let Some(lacks) = model.report.lacks() {
        model.report.phase = Phase::Choosing;
        model.notice = Some(Notice::Report(lacks));
        return Vec::new();
    }
    let (Some(folder), Some(day)) = (model.report.folder.clone(), model.day()) else {
        model.notice = Some(Notice::Report(ReportNotice::NoFolder));
        return Vec::new();
    };
    let (plan, records) = (day.plan.clone(), day.records.clone());
    let report = &mut model.report;
    report.serial += 1;
    report.phase = Phase::Making {
        done: 0,
        of: report.order.files(),
    };
    vec![Effect::WriteReport(Box::new(Job {
        serial: report.serial,
        folder,
        replace,
        order: report.order.clone(),
        plan,
        records,
    }))]
}

/// Takes in how far it is; with the sheet closed, what became of it is said in the notice line.
pub(super) fn hear(model: &mut Model, serial: u64, news: News) {
    if serial != model.report.serial {
        return;
    }
    match (&mut model.report.phase, news) {
        (Phase::Making { done, .. }, News::Made(made)) => *done = made,
        (_, News::Made(_)) => {}
        (phase, news) => {
            *phase = Phase::Told(news.clone());
            let is_seen = matches!(model.overlay, Some(Overlay::Report));
            if !is_seen {
                model.notice = Some(Notice::Report(ReportNotice::News(news)));
            }
        }
    }
}
