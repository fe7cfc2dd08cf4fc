//! What the keys do on the page of the findings.

use super::{By, FindingsEntry, FindingsNotice, FindingsPage, FindingsPick, Side, Spot, StepPart};
use crate::{
    app::{
        capture::Edit,
        copying::{Copied, plain},
        day::{Day, Reply},
        message::{Action, At, Effect, FindingsAction},
        notice::Notice,
        plan_page::PageReply,
    },
    domain::{
        claim_lines::claims_in,
        finding_deeds::{FindingChange, FindingDeed},
        findings_board::Use,
        note::LONGEST_NOTE,
    },
};

/// Rows that a page has, as far as keys are concerned.
const PAGE: isize = 10;

impl FindingsPage {
    /// What an action does on the page.
    pub(in crate::app) fn act(&mut self, at: At, day: &mut Day, action: Action) -> PageReply {
        let mut reply = PageReply::default();
        match action {
            Action::Up => self.step(-1),
            Action::Down => self.step(1),
            Action::PageUp => self.step(-PAGE),
            Action::PageDown => self.step(PAGE),
            Action::Close => self.close(&mut reply),
            Action::Enter => self.enter(at, day, &mut reply),
            Action::Edit(Edit::Backspace) if self.sought.typing => {
                self.sought.take_back();
            }
            Action::Undo => self.undo(at, day, true, &mut reply),
            Action::Redo => self.undo(at, day, false, &mut reply),
            Action::Save if day.saving.all_saved() => {
                reply.notice = Some(Notice::AllSaved(day.saving.saved_at));
            }
            Action::Save => reply.notice = Some(Notice::Saving),
            Action::Findings(action) => self.act_on_findings(at, day, action, &mut reply),
            _ => {}
        }
        self.look(day);
        reply
    }

    /// A typed letter: of the words that are searched for, or the number of a finding. Among the notes they are filed
    /// into it; among the findings it is gone to.
    pub(in crate::app) fn type_char(&mut self, at: At, day: &mut Day, typed: char) -> PageReply {
        let mut reply = PageReply::default();
        if self.sought.typing {
            self.sought.take([typed]);
        } else if let Some(number) = typed.to_digit(10).and_then(|digit| u8::try_from(digit).ok()) {
            let line = self
                .lines
                .iter()
                .find(|line| line.number == Some(usize::from(number)));
            match line.map(|line| (line.spot.clone(), line.spot.target())) {
                Some((spot, _)) if self.side == Side::Findings => {
                    self.spot = spot;
                    self.back = None;
                }
                Some((_, Some(target))) => self.file(at, day, target, false, &mut reply),
                _ => reply.tell(FindingsNotice::NoNumber(number)),
            }
        }
        self.look(day);
        reply
    }

    /// Pasted lines: claims of the school where those stand, or words to search for.
    pub(in crate::app) fn paste(&mut self, at: At, day: &mut Day, text: &str) -> PageReply {
        let mut reply = PageReply::default();
        let in_claims = matches!(self.spot, Spot::Claims | Spot::Claim(_)) && self.side == Side::Findings;
        if self.sought.typing {
            self.sought.paste(text);
        } else if in_claims {
            return self.claim(at, day, text);
        } else {
            reply.tell(FindingsNotice::PasteClaims);
        }
        self.look(day);
        reply
    }

    /// Adds claims of the school, line by line; a book of them is refused whole.
    pub(in crate::app) fn claim(&mut self, at: At, day: &mut Day, lines: &str) -> PageReply {
        let mut reply = PageReply::default();
        if lines.len() > LONGEST_NOTE {
            reply.notice = Some(Notice::TooLong { bytes: lines.len() });
            return reply;
        }
        self.perform(at, day, &FindingDeed::Claims(claims_in(lines)), &mut reply);
        self.look(day);
        reply
    }

    fn act_on_findings(&mut self, at: At, day: &mut Day, action: FindingsAction, reply: &mut PageReply) {
        match action {
            FindingsAction::OtherSide => self.turn(),
            FindingsAction::Mark => self.mark(),
            FindingsAction::First => self.step(isize::MIN / 2),
            FindingsAction::Last => self.step(isize::MAX / 2),
            FindingsAction::PreviousFinding => self.next_target(false),
            FindingsAction::NextFinding => self.next_target(true),
            FindingsAction::Search => {
                self.side = Side::Evidence;
                self.sought.begin();
            }
            FindingsAction::Trace => self.trace(reply),
            FindingsAction::WholeEnquiry => self.whole_enquiry = !self.whole_enquiry,
            FindingsAction::MarkShown => self.mark_shown(day, reply),
            FindingsAction::Copy => self.copy(day, reply),
            FindingsAction::Filter => self.pick(day, FindingsPick::Filter, reply),
            _ if day.read_only.is_some() => reply.notice = Some(Notice::ReadOnly),
            FindingsAction::FileByNumber => self.pick(day, FindingsPick::Where(self.in_hand()), reply),
            FindingsAction::Against => match self.spot.target() {
                Some(target) => self.file(at, day, target, true, reply),
                None => reply.tell(FindingsNotice::ChooseFinding),
            },
            FindingsAction::New => self.begin(at, day, reply),
            FindingsAction::SetAside => self.ask_because(day, reply),
            FindingsAction::Place => self.ask_place(day, reply),
            FindingsAction::Merge => self.merge(at, day, reply),
            FindingsAction::Split => self.split(at, day, reply),
            FindingsAction::Relist => self.relist(at, day, reply),
            FindingsAction::MoveUp => self.move_it(at, day, true, reply),
            FindingsAction::MoveDown => self.move_it(at, day, false, reply),
            FindingsAction::Edit => self.edit(day, reply),
            FindingsAction::AddStep => self.add_step(at, day, reply),
            FindingsAction::Agree => self.agree(at, day, reply),
            FindingsAction::TakeOut => self.take_out(at, day, reply),
            FindingsAction::Draft => {
                self.perform(at, day, &FindingDeed::Draft, reply);
            }
            FindingsAction::AddClaim => self.type_in(day, FindingsEntry::Claim, reply),
            FindingsAction::SignOff => self.ask_who_signs(day, reply),
            FindingsAction::Open => {}
        }
    }

    /// Does a deed, or says why not; gives what it changed.
    pub(super) fn perform(
        &mut self,
        at: At,
        day: &mut Day,
        deed: &FindingDeed,
        reply: &mut PageReply,
    ) -> Option<Vec<FindingChange>> {
        if day.read_only.is_some() {
            reply.notice = Some(Notice::ReadOnly);
            return None;
        }
        let mut done = Reply::default();
        match day.do_on_board(at, &self.board, deed, &mut done) {
            Ok(changes) => {
                reply.effects.extend(done.effects);
                reply.notice = done.notice;
                self.take_board(day.findings_board());
                Some(changes)
            }
            Err(why) => {
                reply.tell(FindingsNotice::Refused(why));
                None
            }
        }
    }

    /// Copies the notes in hand, or what the chosen finding says.
    fn copy(&self, day: &Day, reply: &mut PageReply) {
        let notes = self.in_hand();
        let copied = match self.side {
            Side::Evidence => {
                let notes = notes.iter().filter_map(|note| day.records.note(*note));
                let texts: Vec<String> = notes.map(|note| plain(&note.body.text)).collect();
                let what = Copied::Notes {
                    count: texts.len(),
                    left_out: 0,
                };
                (!texts.is_empty()).then(|| (texts.join("\n"), what))
            }
            Side::Findings => {
                let finding = self.spot.finding().and_then(|finding| self.board.get(finding));
                finding.map(|on_board| (plain(&on_board.finding.statement), Copied::Finding))
            }
        };
        match (copied, self.side) {
            (Some((text, what)), _) => reply.effects.push(Effect::Copy(text, what)),
            (None, Side::Evidence) => reply.tell(FindingsNotice::ChooseNote),
            (None, Side::Findings) => reply.tell(FindingsNotice::ChooseFinding),
        }
    }

    pub(super) fn step(&mut self, by: isize) {
        let here = match self.side {
            Side::Evidence => self.place(),
            Side::Findings => self.line(),
        };
        self.go_to(here.saturating_add_signed(by));
    }

    /// Puts the cursor on the row at this position of the side that keys act on, or on its last one.
    pub(super) fn go_to(&mut self, nth: usize) {
        match self.side {
            Side::Evidence => {
                self.nth_note = nth.min(self.notes.len().saturating_sub(1));
                self.note = self.notes.get(self.nth_note).copied();
            }
            Side::Findings => self.choose(nth.min(self.lines.len().saturating_sub(1))),
        }
    }

    fn choose(&mut self, nth: usize) {
        if let Some(line) = self.lines.get(nth) {
            self.spot = line.spot.clone();
            self.nth_line = nth;
            self.back = None;
        }
    }

    /// Chooses the finding before or after, from either side.
    fn next_target(&mut self, onward: bool) {
        let is_target = |nth: &usize| {
            let spot = self.lines.get(*nth).map(|line| &line.spot);
            matches!(spot, Some(Spot::List(_) | Spot::Finding(_) | Spot::Subject(..)))
        };
        let here = self.line();
        let found = if onward {
            (here + 1..self.lines.len()).find(is_target)
        } else {
            (0..here).rev().find(is_target)
        };
        if let Some(nth) = found {
            self.choose(nth);
        }
    }

    pub(super) fn turn(&mut self) {
        self.back = None;
        self.side = match self.side {
            Side::Evidence => Side::Findings,
            Side::Findings => Side::Evidence,
        };
    }

    /// Takes back step by step what narrows the page, and leaves it at last.
    fn close(&mut self, reply: &mut PageReply) {
        if self.sought.typing {
            self.sought.typing = false;
            self.sought.query.clear();
        } else if !self.sought.query.is_empty() {
            self.sought.query.clear();
            self.look_for_work();
        } else if self.came_from.is_some() {
            reply.leaves = true;
        } else if self.sought.by.take().is_some() {
            self.back = None;
            self.look_for_work();
        } else if !self.marked.is_empty() || !self.together.is_empty() {
            self.marked.clear();
            self.together.clear();
        } else {
            reply.leaves = true;
            reply.tell(FindingsNotice::Left);
        }
    }

    /// Leaves a note that is used or set aside, so that the next key acts on one that is not, if there is any.
    fn look_for_work(&mut self) {
        let is_loose = |note| self.board.use_of(note) == Some(&Use::Loose);
        if !self.note.is_some_and(is_loose) {
            self.note = None;
            self.nth_note = 0;
        }
    }

    fn mark(&mut self) {
        let marks = match self.side {
            Side::Evidence => self.note.map(|note| (&mut self.marked, note)),
            Side::Findings => self.spot.finding().map(|finding| (&mut self.together, finding)),
        };
        if let Some((marks, id)) = marks
            && !marks.remove(&id)
        {
            marks.insert(id);
        }
        if self.side == Side::Evidence {
            self.step(1);
        }
    }

    fn enter(&mut self, at: At, day: &mut Day, reply: &mut PageReply) {
        if self.sought.typing {
            self.sought.typing = false;
            self.sought.stale = false;
            return;
        }
        let target = self.spot.target();
        if self.side == Side::Evidence || (!self.marked.is_empty() && target.is_some()) {
            return match target {
                Some(target) => self.file(at, day, target, false, reply),
                None => reply.tell(FindingsNotice::ChooseFinding),
            };
        }
        match self.spot.clone() {
            Spot::Wording(finding, wording) => {
                self.perform(at, day, &FindingDeed::Choose { finding, wording }, reply);
                self.spot = Spot::Finding(finding);
            }
            Spot::Difference(_) => self.show_difference(),
            Spot::Aside => self.show(By::Aside),
            Spot::RestsOn(_) => self.trace(reply),
            Spot::Claims => self.type_in(day, FindingsEntry::Claim, reply),
            Spot::Claim(claim) => self.pick(day, FindingsPick::Stance(claim), reply),
            _ => self.edit(day, reply),
        }
    }

    /// Shows the notes that differ where the cursor is.
    fn show_difference(&mut self) {
        if let Spot::Difference(nth) = self.spot {
            let notes = self.board.differences().get(nth);
            let notes = notes.map_or_else(Vec::new, |difference| difference.notes().to_vec());
            self.show(By::Difference(notes));
        }
    }

    /// Shows certain notes alone.
    fn show(&mut self, by: By) {
        self.sought.by = Some(by);
        self.sought.query.clear();
        self.side = Side::Evidence;
        self.note = None;
        self.nth_note = 0;
    }

    fn move_it(&mut self, at: At, day: &mut Day, earlier: bool, reply: &mut PageReply) {
        let moved = match &self.spot {
            Spot::Claim(claim) => Some(*claim),
            spot => spot.finding(),
        };
        match moved {
            Some(finding) => {
                self.perform(at, day, &FindingDeed::Move { finding, earlier }, reply);
            }
            None => reply.tell(FindingsNotice::NotHere),
        }
    }

    fn add_step(&mut self, at: At, day: &Day, reply: &mut PageReply) {
        let list = self.list_here().filter(|_| self.spot.finding().is_some());
        let list = list
            .as_ref()
            .and_then(|list| day.today.plan.rules.findings.get(list));
        match (self.spot.finding(), list) {
            (Some(_), Some(list)) if !list.steps => reply.tell(FindingsNotice::NoSteps),
            (Some(finding), Some(_)) => {
                let entry = FindingsEntry::Step {
                    finding,
                    step: at.fresh,
                    part: StepPart::What,
                };
                self.type_in(day, entry, reply);
            }
            _ => reply.tell(FindingsNotice::ChooseFinding),
        }
    }

    fn agree(&mut self, at: At, day: &mut Day, reply: &mut PageReply) {
        if let Spot::Claim(claim) = self.spot {
            return self.pick(day, FindingsPick::Stance(claim), reply);
        }
        // On the head of a list the team agrees to all that stands below it.
        if let (Side::Findings, Spot::List(list)) = (self.side, &self.spot) {
            self.perform(at, day, &FindingDeed::AgreeAll(list.clone()), reply);
            return;
        }
        let finding = self.spot.finding().and_then(|finding| self.board.get(finding));
        match finding.map(|on_board| (on_board.id, !on_board.finding.agreed)) {
            Some((finding, agreed)) => {
                self.perform(at, day, &FindingDeed::Agree { finding, agreed }, reply);
            }
            None => reply.tell(FindingsNotice::ChooseFinding),
        }
    }

    /// From a finding to its notes, from a note to its finding, and back.
    fn trace(&mut self, reply: &mut PageReply) {
        match (self.side, self.sought.by.clone()) {
            (Side::Evidence, Some(By::Finding(finding))) => {
                self.sought.by = None;
                self.note = self.back.take().or(self.note);
                self.spot = Spot::Finding(finding);
                self.side = Side::Findings;
            }
            (Side::Evidence, _) => {
                let used = self.note.and_then(|note| self.board.use_of(note));
                match used {
                    Some(Use::Used(findings)) if !findings.is_empty() => {
                        self.back = self.note;
                        self.spot = Spot::Finding(findings[0]);
                        self.side = Side::Findings;
                    }
                    Some(Use::Aside(because)) => reply.tell(FindingsNotice::IsAside(because.clone())),
                    _ => reply.tell(FindingsNotice::NotUsed),
                }
            }
            (Side::Findings, _) if matches!(self.spot, Spot::Difference(_)) => self.show_difference(),
            (Side::Findings, _) => {
                let finding = self.spot.finding();
                match (self.back.take(), finding) {
                    (Some(note), _) => {
                        self.note = Some(note);
                        self.side = Side::Evidence;
                    }
                    (None, Some(finding)) => {
                        self.back = self.note;
                        self.show(By::Finding(finding));
                    }
                    (None, None) => reply.tell(FindingsNotice::ChooseFinding),
                }
            }
        }
    }
}
