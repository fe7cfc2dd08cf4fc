//! The list of what should be seen to before anything is handed on: to its place, in other words, or accepted.

use super::{
    Model, Overlay, Screen,
    day::{Day, Reply},
    entry::{Entry, EntryPurpose},
    findings::{Did, FindingsNotice},
    message::{Action, At, CheckAction, Effect, Message},
    notice::Notice,
    page,
    picker::{Choice, Picker, Purpose, Row},
    report,
};
use crate::domain::{
    conduct::{
        accepting::usual_reasons,
        gaps::GapReason,
        session::{Concern, ConcernKind, Part, look_over},
    },
    finding_deeds::{self, FindingDeed, Target},
    findings_board::FindingsBoard,
    ids::RecordId,
};

/// Rows that a page has, as far as keys are concerned.
const PAGE: usize = 10;

/// The list as it was last worked out.
#[derive(Debug, Clone, Default)]
pub struct CheckList {
    /// What is to be seen to, then what was accepted.
    concerns: Vec<Concern>,
    nth: usize,
    /// What stood behind the one whose place was gone to, to come back there.
    next: Option<RecordId>,
    /// How many findings are agreed, and how many are not.
    findings: (usize, usize),
}

/// What a line is typed for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckEntry {
    /// Other words for a text of a finding.
    Reword {
        /// The finding.
        finding: RecordId,
        /// Which text of it.
        part: Part,
        /// What should stand there, where no words can be put in its place.
        advice: String,
    },
    /// Why this may stand.
    Because(RecordId),
}

/// What is said about the list in the notice line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckNotice {
    /// The place of something is on the screen, and there is a way back.
    Went,
    /// In other words, it has to be agreed anew.
    ToAgree,
    /// It can't be mended by other words alone.
    NotByWords,
    /// It can't be accepted, only mended.
    NotAccepted,
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

    /// The position of the one that keys act on.
    #[must_use]
    pub fn place(&self) -> usize {
        self.nth
    }

    /// The one that keys act on, if there is any.
    #[must_use]
    pub fn chosen(&self) -> Option<&Concern> {
        self.concerns.get(self.nth)
    }

    /// How many findings are agreed, and how many are not.
    #[must_use]
    pub fn findings(&self) -> (usize, usize) {
        self.findings
    }

    /// Works the list out anew; the position stays, so that what comes next moves up into it.
    fn look(&mut self, day: &Day) {
        self.concerns = look_over(&day.plan, &day.records);
        self.concerns.sort_by_key(|concern| concern.accepted.is_some());
        self.nth = self.nth.min(self.concerns.len().saturating_sub(1));
        let board = day.findings_board();
        let agreed = board.findings().filter(|on_board| on_board.is_agreed()).count();
        self.findings = (agreed, board.findings().count() - agreed);
    }

    fn step(&mut self, to: usize) {
        self.nth = to.min(self.concerns.len().saturating_sub(1));
    }
}

/// Opens the list, or does what is asked for on it.
pub(super) fn ask(model: &mut Model, at: At, action: CheckAction) -> Vec<Effect> {
    match action {
        CheckAction::Open => open(model),
        _ if model.day().is_some_and(|day| day.read_only.is_some()) => {
            model.notice = Some(Notice::ReadOnly);
        }
        CheckAction::Reword => reword(model),
        CheckAction::Accept => return accept(model, at),
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
        Message::Asked(Action::Enter) => go(model),
        Message::Asked(Action::Undo) => return on_day(model, |day, reply| day.undo_on_board(at, reply)),
        Message::Asked(Action::Redo) => return on_day(model, |day, reply| day.redo_on_board(at, reply)),
        _ => {}
    }
    Vec::new()
}

/// Goes to the place of what is chosen.
fn go(model: &mut Model) {
    let list = &mut model.check;
    let Some(concern) = list.chosen().cloned() else {
        return;
    };
    list.next = list.concerns.get(list.nth + 1).map(|next| next.matter);
    model.overlay = None;
    page::show_concern(model, &concern);
    say(model, CheckNotice::Went);
}

/// Opens the text in which the words stand, with what could stand there instead.
fn reword(model: &mut Model) {
    let (Screen::Day(day), Some(concern)) = (&model.screen, model.check.chosen()) else {
        return;
    };
    let Some(finding) = concern.place.as_ref().map(|place| place.finding) else {
        return say(model, CheckNotice::NotByWords);
    };
    let (part, text, advice) = match &concern.what {
        ConcernKind::Breach(part, breach) => {
            let (mut text, mut advice) = (concern.text.clone(), String::new());
            if breach.reason.has_words_instead() {
                text.replace_range(breach.span.clone(), &breach.suggestion);
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
            _ => return say(model, CheckNotice::NotByWords),
        },
    };
    let purpose = EntryPurpose::Check(CheckEntry::Reword {
        finding,
        part,
        advice,
    });
    model.overlay = Some(Overlay::Entry(Entry::new(purpose, String::new(), text)));
}

fn say(model: &mut Model, notice: CheckNotice) {
    model.notice = Some(Notice::Check(notice));
}

/// Asks why something may stand, or takes back that it may.
fn accept(model: &mut Model, at: At) -> Vec<Effect> {
    let Some(concern) = model.check.chosen() else {
        return Vec::new();
    };
    let matter = concern.matter;
    if concern.accepted.is_some() {
        return perform(
            model,
            at,
            &FindingDeed::Accept {
                matter,
                because: None,
            },
        );
    }
    if !concern.can_be_accepted() {
        say(model, CheckNotice::NotAccepted);
        return Vec::new();
    }
    let ready = usual_reasons(&concern.what);
    let ready = ready.map(|because| {
        Row::new(
            Choice::Because(because.to_owned()),
            because.to_owned(),
            String::new(),
        )
    });
    let own = Row::new(Choice::OwnReason, String::new(), String::new());
    let rows = ready.into_iter().chain([own]).collect();
    model.overlay = Some(Overlay::Picker(Picker::new(Purpose::Accept(matter), rows, 0)));
    Vec::new()
}

/// What is taken where nothing fits what was typed: that is then the beginning of a reason.
pub(super) fn unmatched(picker: &Picker) -> Option<Choice> {
    matches!(picker.purpose, Purpose::Accept(_)).then_some(Choice::OwnReason)
}

/// Does what a reason was picked for; without one, asks for it.
pub(super) fn take_pick(model: &mut Model, at: At, matter: RecordId, because: Option<String>) -> Vec<Effect> {
    model.overlay = Some(Overlay::Check);
    let Some(because) = because else {
        let purpose = EntryPurpose::Check(CheckEntry::Because(matter));
        model.overlay = Some(Overlay::Entry(Entry::new(purpose, String::new(), String::new())));
        return Vec::new();
    };
    let because = Some(because);
    perform(model, at, &FindingDeed::Accept { matter, because })
}

/// Does what a line was typed for.
pub(super) fn take_line(model: &mut Model, at: At, entry: CheckEntry, text: String) -> Vec<Effect> {
    model.overlay = Some(Overlay::Check);
    let deed = match entry {
        CheckEntry::Because(matter) => Some(FindingDeed::Accept {
            matter,
            because: Some(text),
        }),
        CheckEntry::Reword { finding, part, .. } => match &model.screen {
            Screen::Day(day) => other_words(&day.findings_board(), finding, &part, text),
            Screen::Home(_) => None,
        },
    };
    let effects = deed.map_or_else(Vec::new, |deed| perform(model, at, &deed));
    let disagreed = Did::Reworded { disagreed: true };
    if model.notice == Some(Notice::Findings(FindingsNotice::Did(disagreed))) {
        say(model, CheckNotice::ToAgree);
    }
    effects
}

fn other_words(board: &FindingsBoard, finding: RecordId, part: &Part, text: String) -> Option<FindingDeed> {
    let reword = |part| FindingDeed::Reword {
        of: Target::Finding(finding),
        part,
        text: text.clone(),
    };
    let of_step = |id: &RecordId| {
        let steps = &board.get(finding)?.finding.steps;
        steps.iter().find(|step| step.id == *id).cloned()
    };
    Some(match part {
        Part::Statement => reword(finding_deeds::Part::Statement),
        Part::Field(field, _) => reword(finding_deeds::Part::Field(field.clone())),
        Part::StepWhat(_, id) => {
            let mut step = of_step(id)?;
            step.what = text;
            FindingDeed::Step { finding, step }
        }
        Part::StepWho(_, id) => {
            let mut step = of_step(id)?;
            step.who = text;
            FindingDeed::Step { finding, step }
        }
    })
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
