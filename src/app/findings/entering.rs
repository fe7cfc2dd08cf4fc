//! The lines that are typed on the page of the findings.

use super::{FindingsNotice, FindingsPage, FindingsPick, Side, Spot};
use crate::{
    app::{
        Overlay,
        day::Day,
        entry::{Entry, EntryPurpose},
        message::At,
        notice::Notice,
        plan_page::PageReply,
    },
    domain::{
        by_when::ByWhen,
        finding::{ActionStep, BECAUSE, Finding, Stance},
        finding_deeds::{FindingDeed, Part, Refused, Target},
        finding_lists::FindingList,
        findings_board::OnBoard,
        ids::{FieldId, PersonId, RecordId},
    },
};

/// What a line is typed for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingsEntry {
    /// Why these notes are set aside.
    Because(Vec<RecordId>),
    /// A statement or a field of a finding.
    Words {
        /// Of what.
        of: Target,
        /// What of it.
        part: Part,
        /// Whether the fields that are still blank are asked for next.
        onward: bool,
    },
    /// A part of an action step.
    Step {
        /// The finding.
        finding: RecordId,
        /// The step.
        step: RecordId,
        /// Which part.
        part: StepPart,
    },
    /// Something that the school says of itself.
    Claim,
    /// A claim in other words.
    ClaimWords(RecordId),
    /// Why the team agrees or differs.
    Judge(RecordId, Stance),
    /// What a person adds who signs what was agreed.
    SignOff(PersonId),
}

/// A part of an action step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepPart {
    /// What is to be done.
    What,
    /// By whom, by role.
    Who,
    /// By when.
    By,
}

impl FindingsPage {
    /// Opens a line to type, with what stands there already.
    pub(super) fn type_in(&mut self, day: &Day, entry: FindingsEntry, reply: &mut PageReply) {
        let text = self.begins_with(&entry);
        self.type_on(day, entry, text, reply);
    }

    pub(super) fn type_on(&mut self, day: &Day, entry: FindingsEntry, text: String, reply: &mut PageReply) {
        self.stood = Some((entry.clone(), self.begins_with(&entry)));
        let title = self.asks(day, &entry);
        let agreed = self.would_change_agreed(&entry);
        let said = agreed.then_some(Notice::Findings(FindingsNotice::IsAgreed));
        let line = Entry::new(EntryPurpose::Findings(entry), title, text).saying(said);
        reply.overlay = Some(Overlay::Entry(line));
    }

    /// Whether the line is one of a finding that is agreed.
    fn would_change_agreed(&self, entry: &FindingsEntry) -> bool {
        let finding = match entry {
            FindingsEntry::Words {
                of: Target::Finding(finding),
                ..
            }
            | FindingsEntry::Step { finding, .. } => self.board.get(*finding),
            _ => None,
        };
        finding.is_some_and(OnBoard::is_agreed)
    }

    /// What stands there already.
    pub(super) fn begins_with(&self, entry: &FindingsEntry) -> String {
        let finding = |id: &RecordId| self.board.get(*id).map(|on_board| &on_board.finding);
        match entry {
            FindingsEntry::Because(_) => self.because.clone(),
            FindingsEntry::Words {
                of: Target::Finding(id),
                part,
                ..
            } => finding(id).map_or_else(String::new, |finding| said(finding, part)),
            FindingsEntry::Words { .. } | FindingsEntry::Claim | FindingsEntry::SignOff(_) => String::new(),
            FindingsEntry::ClaimWords(id) => {
                finding(id).map_or_else(String::new, |claim| claim.statement.clone())
            }
            FindingsEntry::Judge(id, _) => {
                finding(id).map_or_else(String::new, |claim| claim.field(&FieldId::new(BECAUSE)).into())
            }
            FindingsEntry::Step {
                finding: id,
                step,
                part,
            } => {
                let steps = finding(id).map_or(&[][..], |finding| &finding.steps);
                let step = steps.iter().find(|known| known.id == *step);
                step.map_or_else(String::new, |step| match part {
                    StepPart::What => step.what.clone(),
                    StepPart::Who => step.who.clone(),
                    StepPart::By => step.by.as_ref().map_or_else(String::new, ToString::to_string),
                })
            }
        }
    }

    /// What the model asks at this place, or what the line is about; empty where neither says more.
    fn asks(&self, day: &Day, entry: &FindingsEntry) -> String {
        match entry {
            FindingsEntry::Words {
                of,
                part: Part::Field(field),
                ..
            } => {
                let field = self.list_of(day, of).and_then(|list| list.field(field));
                field.map_or_else(String::new, |field| {
                    if field.asks.is_empty() {
                        field.title.clone()
                    } else {
                        field.asks.clone()
                    }
                })
            }
            FindingsEntry::Words {
                of: Target::About(list, about),
                ..
            } => {
                let list = day.today.plan.rules.findings.get(list);
                let subjects = list.map_or_else(Vec::new, |list| list.subjects(&day.today.plan));
                let subject = subjects.into_iter().find(|subject| subject.about == *about);
                subject.map_or_else(String::new, |subject| subject.words)
            }
            FindingsEntry::SignOff(person) => {
                let known = day.today.plan.person(person);
                let name = known.map_or("", |known| known.name.as_str());
                if *person == day.me.person {
                    name.to_owned()
                } else {
                    format!("@{name} (typed by you)")
                }
            }
            FindingsEntry::Judge(claim, _) => {
                let claim = self.board.get(*claim);
                claim.map_or_else(String::new, |claim| claim.finding.statement.clone())
            }
            _ => String::new(),
        }
    }

    fn list_of<'d>(&self, day: &'d Day, of: &Target) -> Option<&'d FindingList> {
        let lists = &day.today.plan.rules.findings;
        match of {
            Target::New(list) | Target::About(list, _) => lists.get(list),
            Target::Finding(id) => lists.get(self.board.get(*id)?.finding.list()?),
        }
    }

    /// Opens what is chosen for other words; from a finding on, also what is still blank of it.
    pub(super) fn edit(&mut self, day: &Day, reply: &mut PageReply) {
        let words = |of, part, onward| FindingsEntry::Words { of, part, onward };
        let entry = match self.spot.clone() {
            Spot::Finding(id) | Spot::RestsOn(id) => words(Target::Finding(id), Part::Statement, true),
            Spot::Subject(list, about) => words(Target::About(list, about), Part::Statement, true),
            spot if self.side == Side::Evidence && spot.finding().is_none() => {
                return reply.tell(self.note_stays(day));
            }
            Spot::List(_) => return reply.tell(FindingsNotice::BeginWithN),
            Spot::Field(id, field) => words(Target::Finding(id), Part::Field(field), false),
            Spot::Level(id) => return self.pick(day, FindingsPick::Level(id), reply),
            Spot::Step(finding, step) => FindingsEntry::Step {
                finding,
                step,
                part: StepPart::What,
            },
            Spot::Claim(claim) => FindingsEntry::ClaimWords(claim),
            Spot::Claims => FindingsEntry::Claim,
            Spot::Apart
            | Spot::Wording(..)
            | Spot::Differences
            | Spot::Difference(_)
            | Spot::Others
            | Spot::Aside => return reply.tell(FindingsNotice::NotHere),
        };
        self.type_in(day, entry, reply);
    }

    /// Does what a line was typed for.
    pub(in crate::app) fn take_line(
        &mut self,
        at: At,
        day: &mut Day,
        entry: FindingsEntry,
        text: &str,
    ) -> PageReply {
        self.look(day);
        if let Some(kept) = self.meanwhile(day, &entry, text) {
            return kept;
        }
        let mut reply = PageReply::default();
        match entry {
            FindingsEntry::Because(notes) => {
                let deed = FindingDeed::SetAside {
                    notes,
                    because: text.into(),
                };
                if self.perform(at, day, &deed, &mut reply).is_some() {
                    text.clone_into(&mut self.because);
                    self.hands_empty();
                }
            }
            FindingsEntry::Words { of, part, onward } => {
                self.take_words(at, day, (of, part, onward), text, &mut reply);
            }
            FindingsEntry::Step { finding, step, part } => {
                self.take_step(at, day, (finding, step, part), text, &mut reply);
            }
            FindingsEntry::Claim => {
                self.add_claim(at, day, text, &mut reply);
            }
            FindingsEntry::ClaimWords(claim) => {
                let deed = FindingDeed::Reword {
                    of: Target::Finding(claim),
                    part: Part::Statement,
                    text: text.into(),
                };
                self.perform(at, day, &deed, &mut reply);
            }
            FindingsEntry::SignOff(person) => self.sign(day, &mut reply, |day, board, done| {
                day.sign_off(at, board, (&person, text), done);
            }),
            FindingsEntry::Judge(claim, stance) => {
                let deed = FindingDeed::Judge {
                    claim,
                    stance,
                    because: text.into(),
                };
                self.perform(at, day, &deed, &mut reply);
            }
        }
        self.look(day);
        reply
    }

    /// Adds what the school says of itself, and goes there, so that what was typed is seen in a long list.
    fn add_claim(&mut self, at: At, day: &mut Day, text: &str, reply: &mut PageReply) {
        let changes = self.perform(at, day, &FindingDeed::Claims(vec![text.into()]), reply);
        if let Some(last) = changes.and_then(|changes| changes.last().map(|change| change.id)) {
            self.spot = Spot::Claim(last);
        }
    }

    fn take_words(
        &mut self,
        at: At,
        day: &mut Day,
        (of, part, onward): (Target, Part, bool),
        text: &str,
        reply: &mut PageReply,
    ) {
        let as_it_was = matches!(&of, Target::Finding(id) if self.board.get(*id)
            .is_some_and(|on_board| said(&on_board.finding, &part) == text));
        let mut finding = match &of {
            Target::Finding(id) => Some(*id),
            _ => None,
        };
        if !as_it_was {
            let deed = FindingDeed::Reword {
                of,
                part: part.clone(),
                text: text.into(),
            };
            let Some(changes) = self.perform(at, day, &deed, reply) else {
                return;
            };
            finding = changes.first().map(|change| change.id);
        }
        let Some(finding) = finding else { return };
        if part == Part::Statement {
            self.spot = Spot::Finding(finding);
        }
        if onward {
            self.ask_next(day, finding, &part, reply);
        }
    }

    /// Asks for the next field of a finding that is blank.
    fn ask_next(&mut self, day: &Day, finding: RecordId, after: &Part, reply: &mut PageReply) {
        let of = Target::Finding(finding);
        let (Some(list), Some(on_board)) = (self.list_of(day, &of), self.board.get(finding)) else {
            return;
        };
        let mut fields = list.fields.iter();
        if let Part::Field(last) = after {
            fields.by_ref().find(|field| field.id == *last);
        }
        let blank = fields.find(|field| on_board.finding.field(&field.id).is_empty());
        if let Some(field) = blank {
            let part = Part::Field(field.id.clone());
            let onward = true;
            self.type_in(day, FindingsEntry::Words { of, part, onward }, reply);
        } else if list
            .lacks_level(&day.today.plan.rules, &on_board.finding)
            .is_some()
        {
            self.pick(day, FindingsPick::Level(finding), reply);
        }
    }

    /// An action step of a finding; a blank one if it is not there yet.
    fn step_of(&self, finding: RecordId, id: RecordId) -> ActionStep {
        let on_board = self.board.get(finding);
        let known = on_board.map_or(&[][..], |on_board| &on_board.finding.steps);
        let step = known.iter().find(|step| step.id == id);
        step.cloned().unwrap_or(ActionStep {
            id,
            what: String::new(),
            who: String::new(),
            by: None,
        })
    }

    /// Takes a part of an action step, and asks for the next one; each part is kept as soon as it is typed.
    fn take_step(
        &mut self,
        at: At,
        day: &mut Day,
        (finding, id, part): (RecordId, RecordId, StepPart),
        text: &str,
        reply: &mut PageReply,
    ) {
        let mut step = self.step_of(finding, id);
        let before = step.clone();
        match part {
            StepPart::What if text.is_empty() => {
                return reply.tell(FindingsNotice::Refused(Refused::NoWords));
            }
            StepPart::What => text.clone_into(&mut step.what),
            StepPart::Who => text.clone_into(&mut step.who),
            StepPart::By => {
                if let Ok(by) = ByWhen::read(text, at.now.date()) {
                    step.by = by;
                } else {
                    let notice = FindingsNotice::NoDate(text.into());
                    let entry = FindingsEntry::Step {
                        finding,
                        step: id,
                        part,
                    };
                    self.type_on(day, entry, text.into(), reply);
                    return reply.keep_open(notice);
                }
            }
        }
        if step != before
            && self
                .perform(at, day, &FindingDeed::Step { finding, step }, reply)
                .is_none()
        {
            return;
        }
        self.spot = Spot::Step(finding, id);
        let next = match part {
            StepPart::What => StepPart::Who,
            StepPart::Who => StepPart::By,
            StepPart::By => return,
        };
        self.type_in(
            day,
            FindingsEntry::Step {
                finding,
                step: id,
                part: next,
            },
            reply,
        );
    }
}

/// What a finding says at a place.
fn said(finding: &Finding, part: &Part) -> String {
    match part {
        Part::Statement => finding.statement.clone(),
        Part::Field(field) => finding.field(field).into(),
        Part::Level => finding.level.clone(),
    }
}
