//! The list of what should be seen to before anything is handed on: to its place, in other words, accepted, or agreed.

mod accepting;
mod rewording;

pub(super) use accepting::end_marks;
pub use rewording::Reword;
use rewording::{OtherWords, other_words, standing};

use std::collections::BTreeSet;

use super::{
    Model, Overlay, Screen,
    day::{Day, Reply},
    entry::{Entry, EntryPurpose},
    findings::{Did, FindingsNotice},
    message::{Action, At, CheckAction, Effect, FindingsAction, Message},
    notice::Notice,
    page,
    picker::{Choice, Picker, Purpose, Row},
    report,
};
use crate::domain::{
    conduct::{
        Conduct,
        gaps::GapReason,
        remarks::{Remark, remarks},
        session::{Concern, ConcernKind, FindingPlace, Part, look_over, not_agreed},
    },
    finding_deeds::FindingDeed,
    findings_board::OnBoard,
    ids::RecordId,
};

/// Rows that a page has, as far as keys are concerned.
const PAGE: usize = 10;

/// The list as it was last worked out.
#[derive(Debug, Clone, Default)]
pub struct CheckList {
    /// What is to be seen to, then what was accepted.
    concerns: Vec<Concern>,
    /// The findings that are not agreed, and so are left out.
    not_agreed: Vec<FindingPlace>,
    nth: usize,
    /// What is marked of what can be accepted.
    marked: BTreeSet<RecordId>,
    /// What stood behind the one whose place was gone to, to come back there.
    next: Option<RecordId>,
    /// The findings that are agreed, and those that were when the list was worked out before.
    agreed: BTreeSet<RecordId>,
    once_agreed: BTreeSet<RecordId>,
    /// What is worth a look and need not be seen to.
    remarks: Vec<Remark>,
}

/// What a line is typed for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckEntry {
    /// Other words for a text of a finding.
    Reword(Reword),
    /// Why these may stand.
    Because(Vec<RecordId>),
}

/// What is said about the list in the notice line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckNotice {
    /// The place of something is on the screen, and there is a way back.
    Went,
    /// In other words, it has to be agreed anew.
    ToAgree,
    /// It can't be accepted, only mended.
    NotAccepted,
    /// So many are marked.
    Marked(usize),
    /// The finding is agreed already.
    AgreedAlready,
    /// It is about no finding to which one could agree.
    NotToAgree,
}

impl CheckList {
    /// Everything: what is to be seen to in the order of the board, then what was accepted.
    #[must_use]
    pub fn concerns(&self) -> &[Concern] {
        &self.concerns
    }

    /// How many are to be seen to.
    #[must_use]
    pub fn open(&self) -> usize {
        let is_open = |concern: &&Concern| concern.accepted.is_none();
        self.concerns.iter().filter(is_open).count()
    }

    /// The findings that are not agreed; they stand below everything.
    #[must_use]
    pub fn not_agreed(&self) -> &[FindingPlace] {
        &self.not_agreed
    }

    /// What is worth a look and need not be seen to; no key acts on it.
    #[must_use]
    pub fn remarks(&self) -> &[Remark] {
        &self.remarks
    }

    /// Whether this is marked.
    #[must_use]
    pub fn is_marked(&self, matter: RecordId) -> bool {
        self.marked.contains(&matter)
    }

    /// The position of the row that keys act on: of a thing, or behind them of a finding that is not agreed.
    #[must_use]
    pub fn place(&self) -> usize {
        self.nth
    }

    /// Whether the last row is chosen, or there is none.
    #[must_use]
    pub fn is_at_the_end(&self) -> bool {
        self.nth + 1 >= self.rows()
    }

    /// The thing that keys act on, if there is any.
    #[must_use]
    pub fn chosen(&self) -> Option<&Concern> {
        self.concerns.get(self.nth)
    }

    /// How many findings are agreed, and how many are not.
    #[must_use]
    pub fn findings(&self) -> (usize, usize) {
        (self.agreed.len(), self.not_agreed.len())
    }

    /// Whether a finding was agreed when the list was worked out before, as far as this run of the program knows.
    #[must_use]
    pub fn was_agreed(&self, finding: RecordId) -> bool {
        self.once_agreed.contains(&finding) && !self.agreed.contains(&finding)
    }

    /// The finding that keys act on, if there is any.
    fn chosen_finding(&self) -> Option<RecordId> {
        let behind = self.nth.checked_sub(self.concerns.len());
        let place = match behind {
            Some(nth) => self.not_agreed.get(nth),
            None => self.chosen()?.place.as_ref(),
        };
        place.map(|place| place.finding)
    }

    fn rows(&self) -> usize {
        self.concerns.len() + self.not_agreed.len()
    }

    /// Works the list out anew; the position stays, so that what comes next moves up into it.
    fn look(&mut self, day: &Day) {
        self.concerns = look_over(&day.plan, &day.records);
        let is_open = |matter: &RecordId| {
            let mut concerns = self.concerns.iter();
            concerns.any(|concern| concern.matter == *matter && concern.accepted.is_none())
        };
        self.marked.retain(is_open);
        let board = day.findings_board();
        let agreed = board.findings().filter(|on_board| on_board.is_agreed());
        self.agreed = agreed.map(|on_board| on_board.id).collect();
        self.once_agreed.extend(&self.agreed);
        self.not_agreed = not_agreed(&day.plan, &board);
        self.remarks = remarks(&day.plan, &day.records);
        self.step(self.nth);
    }

    /// Chooses the row at this position; whether it was chosen already.
    pub(super) fn point(&mut self, nth: usize) -> bool {
        let was_chosen = self.nth == nth;
        self.step(nth);
        was_chosen
    }

    fn step(&mut self, to: usize) {
        self.nth = to.min(self.rows().saturating_sub(1));
    }
}

/// Opens the list, or does what is asked for on it.
pub(super) fn ask(model: &mut Model, at: At, action: CheckAction) -> Vec<Effect> {
    match action {
        CheckAction::Open => open(model),
        CheckAction::First => model.check.step(0),
        CheckAction::Last => model.check.step(usize::MAX),
        _ if model.day().is_some_and(|day| day.read_only.is_some()) => {
            model.notice = Some(Notice::ReadOnly);
        }
        CheckAction::Reword => reword(model),
        CheckAction::Accept => return accepting::accept(model, at),
        CheckAction::Mark => accepting::mark(model),
        CheckAction::MarkAlike => accepting::mark_alike(model),
        CheckAction::Agree => return agree(model, at),
    }
    Vec::new()
}

fn open(model: &mut Model) {
    let Screen::Day(day) = &model.screen else {
        return;
    };
    let list = &mut model.check;
    list.look(day);
    if let Some(next) = list.next.take() {
        let found = list.concerns.iter().position(|concern| concern.matter == next);
        list.nth = found.unwrap_or(list.nth);
    }
    model.overlay = Some(Overlay::Check);
}

/// Something may have changed: the list, if it is to be seen, is worked out anew.
pub(super) fn refresh(model: &mut Model) {
    if let (Some(Overlay::Check), Screen::Day(day)) = (&model.overlay, &model.screen) {
        model.check.look(day);
    }
}

/// What a key does on the list.
pub(super) fn on_key(model: &mut Model, at: At, message: &Message) -> Vec<Effect> {
    let nth = model.check.nth;
    match message {
        Message::Asked(Action::Check(action)) => return ask(model, at, *action),
        Message::Asked(Action::Report(action)) => return report::ask(model, *action),
        Message::Asked(Action::Up) => model.check.step(nth.saturating_sub(1)),
        Message::Asked(Action::Down) => model.check.step(nth + 1),
        Message::Asked(Action::PageUp) => model.check.step(nth.saturating_sub(PAGE)),
        Message::Asked(Action::PageDown) => model.check.step(nth + PAGE),
        Message::Asked(Action::Enter) => return go(model, at),
        Message::Asked(Action::Undo) => return on_day(model, |day, reply| day.undo_on_board(at, reply)),
        Message::Asked(Action::Redo) => return on_day(model, |day, reply| day.redo_on_board(at, reply)),
        _ => {}
    }
    Vec::new()
}

/// Goes to the place of what is chosen; of words that somebody added who signs, to the list of those who sign.
fn go(model: &mut Model, at: At) -> Vec<Effect> {
    let list = &mut model.check;
    list.next = list.concerns.get(list.nth + 1).map(|next| next.matter);
    match (list.chosen().cloned(), list.chosen_finding()) {
        (Some(concern), _) if concern.signature().is_some() => {
            model.overlay = None;
            page::show_concern(model, &concern);
            let sign = Message::Asked(Action::Findings(FindingsAction::SignOff));
            let effects = page::receive(model, at, &sign);
            say(model, CheckNotice::Went);
            return effects;
        }
        (Some(concern), _) => page::show_concern(model, &concern),
        (None, Some(finding)) => page::show_finding(model, finding),
        (None, None) => return Vec::new(),
    }
    model.overlay = None;
    say(model, CheckNotice::Went);
    Vec::new()
}

/// Agrees to the finding; it is taken back on the page only, where it can be read.
fn agree(model: &mut Model, at: At) -> Vec<Effect> {
    let Screen::Day(day) = &model.screen else {
        return Vec::new();
    };
    let board = day.findings_board();
    let finding = model
        .check
        .chosen_finding()
        .and_then(|finding| board.get(finding));
    match finding.filter(|on_board| on_board.finding.list().is_some()) {
        Some(on_board) if on_board.is_agreed() => say(model, CheckNotice::AgreedAlready),
        Some(on_board) => {
            let (finding, agreed) = (on_board.id, true);
            return perform(model, at, &FindingDeed::Agree { finding, agreed });
        }
        None => say(model, CheckNotice::NotToAgree),
    }
    Vec::new()
}

/// Opens the text in which the words stand, with what could stand there instead.
fn reword(model: &mut Model) {
    let (Screen::Day(day), Some(concern)) = (&model.screen, model.check.chosen()) else {
        return not_by_words(model);
    };
    let signature = concern.signature().filter(|signature| day.may_reword(signature));
    let of = concern.place.as_ref().map(|place| place.finding);
    let Some(finding) = of.or_else(|| signature.map(|signature| signature.id)) else {
        return not_by_words(model);
    };
    let (part, text, advice) = match &concern.what {
        ConcernKind::Breach(part, breach) => {
            let (mut text, mut advice) = (concern.text.clone(), String::new());
            if breach.reason.has_words_instead() {
                let (span, words) = Conduct::of(&day.plan).instead(&text, breach);
                text.replace_range(span, &words);
            } else {
                advice.clone_from(&breach.suggestion);
            }
            (part.clone(), text, advice)
        }
        ConcernKind::Gap(gap) => match &gap.reason {
            GapReason::NoStatement => (Part::Statement, String::new(), String::new()),
            GapReason::Missing { field, title } => {
                let on_board = day.findings_board();
                let list = on_board.get(finding).and_then(|on_board| on_board.finding.list());
                let list = list.and_then(|list| day.plan.rules.findings.get(list));
                let asks = list
                    .and_then(|list| list.field(field))
                    .map(|field| field.asks.clone());
                let part = Part::Field(field.clone(), title.clone());
                (part, String::new(), asks.unwrap_or_default())
            }
            GapReason::NoTime { step, number, said } => {
                (Part::StepBy(*number, *step), said.clone(), String::new())
            }
            GapReason::NobodyDoes { step, number } => {
                (Part::StepWho(*number, *step), String::new(), String::new())
            }
            _ => return not_by_words(model),
        },
    };
    let stood = standing(day, finding, &part);
    let purpose = EntryPurpose::Check(CheckEntry::Reword(Reword {
        finding,
        part,
        advice,
        stood,
    }));
    let agreed = model.day().is_some_and(|day| {
        let board = day.findings_board();
        board.get(finding).is_some_and(OnBoard::is_agreed)
    });
    let said = agreed.then_some(Notice::Findings(FindingsNotice::IsAgreed));
    let line = Entry::new(purpose, String::new(), text).saying(said);
    model.overlay = Some(Overlay::Entry(line));
}

/// Asks what to do instead; what is typed meanwhile is no key of the list.
fn not_by_words(model: &mut Model) {
    let list = &model.check;
    let mut ways = Vec::new();
    if list.chosen().is_some() || list.chosen_finding().is_some() {
        ways.push(Choice::GoThere);
    }
    let can_stand =
        |concern: &Concern| concern.accepted.is_none() && concern.can_be_accepted() && list.marked.is_empty();
    if list.chosen().is_some_and(can_stand) {
        ways.push(Choice::AcceptIt);
    }
    let row = |way| Row::new(way, String::new(), String::new());
    if !ways.is_empty() {
        let rows = ways.into_iter().map(row).collect();
        model.overlay = Some(Overlay::Picker(Picker::new(Purpose::NotByWords, rows, 0)));
    }
}

/// Does what was picked where other words alone don't mend something.
pub(super) fn take_way(model: &mut Model, at: At, way: &Choice) -> Vec<Effect> {
    model.overlay = Some(Overlay::Check);
    match way {
        Choice::AcceptIt => return accepting::accept(model, at),
        Choice::GoThere => return go(model, at),
        _ => {}
    }
    Vec::new()
}

fn say(model: &mut Model, notice: CheckNotice) {
    model.notice = Some(Notice::Check(notice));
}

/// What is taken where nothing fits what was typed: that is then the beginning of a reason.
pub(super) fn unmatched(picker: &Picker) -> Option<Choice> {
    let begun = || Choice::OwnReason(picker.query().trim().to_owned());
    matches!(picker.purpose, Purpose::Accept(_)).then(begun)
}

/// Does what a reason was picked for.
pub(super) fn take_pick(model: &mut Model, at: At, matters: Vec<RecordId>, because: String) -> Vec<Effect> {
    model.overlay = Some(Overlay::Check);
    let because = Some(because);
    perform(model, at, &FindingDeed::Accept { matters, because })
}

/// Asks for a reason of one's own, of which so much is typed.
pub(super) fn ask_reason(model: &mut Model, matters: Vec<RecordId>, begun: String) {
    let purpose = EntryPurpose::Check(CheckEntry::Because(matters));
    model.overlay = Some(Overlay::Entry(Entry::new(purpose, String::new(), begun)));
}

/// Does what a line was typed for.
pub(super) fn take_line(model: &mut Model, at: At, entry: CheckEntry, text: String) -> Vec<Effect> {
    model.overlay = Some(Overlay::Check);
    let deed = match entry {
        CheckEntry::Because(matters) => Some(FindingDeed::Accept {
            matters,
            because: Some(text),
        }),
        CheckEntry::Reword(reword) => match other_words(model, reword, text) {
            Ok(OtherWords::Of(deed)) => Some(deed),
            Ok(OtherWords::Added(signature, text)) => {
                return on_day(model, |day, reply| {
                    day.add_to_signature(at, signature, &text, reply);
                });
            }
            Err(()) => return Vec::new(),
        },
    };
    let effects = deed.map_or_else(Vec::new, |deed| perform(model, at, &deed));
    let disagreed = Did::Reworded { disagreed: true };
    if model.notice == Some(Notice::Findings(FindingsNotice::Did(disagreed))) {
        say(model, CheckNotice::ToAgree);
    }
    effects
}

fn perform(model: &mut Model, at: At, deed: &FindingDeed) -> Vec<Effect> {
    on_day(model, |day, reply| {
        let board = day.findings_board();
        if let Err(why) = day.do_on_board(at, &board, deed, reply) {
            reply.say(Notice::Findings(FindingsNotice::Refused(why)));
        }
    })
}

/// Does something with the findings, and works the list and the page below it out anew.
fn on_day(model: &mut Model, act: impl FnOnce(&mut Day, &mut Reply)) -> Vec<Effect> {
    let Screen::Day(day) = &mut model.screen else {
        return Vec::new();
    };
    let mut reply = Reply::default();
    act(day, &mut reply);
    model.notice = reply.notice;
    page::heard(model);
    refresh(model);
    reply.effects
}
