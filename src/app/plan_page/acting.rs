//! What the keys do on the plan page.

use super::{
    CameOf, Line, PageReply, PlanPage, PlanPick, Spot,
    entering::{PlanEntry, named, text_of},
    row_of,
    telling::PlanNotice,
};
use crate::{
    app::{
        Overlay,
        day::{Day, Edited, Held, PlanRight, Reply, Unchanged},
        message::{Action, At, PlanAction},
        notice::Notice,
    },
    domain::{
        ids::SlotId,
        plan::Plan,
        plan_check::{Finding, PeopleFinding, Remark, Severity},
        plan_edit::{
            DayEdit, EnquiryEdit, ListEdit, PeopleEdit, PlanEdit, PromptEdit, Reach, ReviewEdit, RowEdit,
            TrackEdit, VisitEdit, Way,
        },
    },
};

/// Lines that a page has, as far as keys are concerned.
const PAGE: usize = 10;
/// Minutes by which one key moves a row.
const STEP: i64 = 5;

impl PlanPage {
    /// What an action does on the page of the plan of `day`.
    pub(in crate::app) fn act(&mut self, at: At, day: &mut Day, action: Action) -> PageReply {
        let lines = self.lines(day.plan_in_hand());
        let nth = self.cursor(&lines);
        let mut reply = PageReply::default();
        match action {
            Action::Up => self.go(&lines, nth.saturating_sub(1)),
            Action::Down => self.go(&lines, nth + 1),
            Action::PageUp => self.go(&lines, nth.saturating_sub(PAGE)),
            Action::PageDown => self.go(&lines, nth + PAGE),
            Action::Close => reply.leaves = true,
            Action::Enter => self.enter(at, day, &lines, &mut reply),
            Action::Undo => self.undo(at, day, &mut reply, true),
            Action::Redo => self.undo(at, day, &mut reply, false),
            Action::Save => reply.notice = Some(saved(day)),
            Action::Plan(action) => {
                self.act_on_plan(at, day, (&lines, nth), action, &mut reply);
                // Where nothing can be changed at all, no letter does.
                if asks_for_letters(action, day.plan_right()) && locked(day).is_none() {
                    reply.keep_letters_off();
                }
            }
            _ => {}
        }
        reply
    }

    fn act_on_plan(
        &mut self,
        at: At,
        day: &mut Day,
        (lines, nth): (&[Line], usize),
        action: PlanAction,
        reply: &mut PageReply,
    ) {
        let spot = self.spot(lines);
        match action {
            PlanAction::First => self.go(lines, 0),
            PlanAction::Last => self.go(lines, lines.len()),
            PlanAction::Unfold => self.unfold(lines, nth),
            PlanAction::Fold => self.fold(lines, nth),
            _ if is_locked(day, reply) => {}
            PlanAction::Add => self.add(at, day, &spot, reply),
            PlanAction::Remove => self.remove(at, day, spot, reply),
            PlanAction::Later => self.shift(at, day, &spot, STEP, reply),
            PlanAction::Earlier => self.shift(at, day, &spot, -STEP, reply),
            PlanAction::MoveUp => self.move_it(at, day, &spot, Way::Earlier, reply),
            PlanAction::MoveDown => self.move_it(at, day, &spot, Way::Later, reply),
            PlanAction::Fixed => self.fix(at, day, &spot, reply),
            PlanAction::Length => type_for_row(at, day, &spot, PlanEntry::Length, reply),
            PlanAction::ShiftRest if is_class_of_begun_row(at, day, &spot) => {
                reply.say(PlanNotice::RowHasBegun);
            }
            PlanAction::ShiftRest => type_for_row(at, day, &spot, PlanEntry::ShiftRest, reply),
            PlanAction::Kind => pick_kind(day, &spot, reply),
            PlanAction::Questions => ask_for_questions(day, &spot, false, reply),
            PlanAction::OtherQuestions => ask_for_questions(day, &spot, true, reply),
            PlanAction::Group | PlanAction::Duties | PlanAction::HostStaff => {
                self.act_on_person(at, day, &spot, action, reply);
            }
            PlanAction::Open => {}
        }
    }

    /// Makes a row a fixed point, or no longer, and says so: the row may be far above the line.
    fn fix(&mut self, at: At, day: &mut Day, spot: &Spot, reply: &mut PageReply) {
        let Some(row) = row_of(day.plan_in_hand(), spot) else {
            return reply.say(PlanNotice::ForRows);
        };
        let (title, fixed) = (row.activity.title.clone(), !row.fixed);
        let edit = PlanEdit::Row(row.id.clone(), RowEdit::Fixed(fixed));
        match self.try_changes(at, day, vec![edit], "", reply) {
            Ok(_) => reply.say(PlanNotice::FixedPoint(title, fixed)),
            Err(why) => reply.say(PlanNotice::Unchanged(why)),
        }
    }

    fn act_on_person(
        &mut self,
        at: At,
        day: &mut Day,
        spot: &Spot,
        action: PlanAction,
        reply: &mut PageReply,
    ) {
        let person = match spot {
            Spot::Person(person) => day.plan_in_hand().person(person),
            _ => None,
        };
        let Some(person) = person else {
            return reply.say(PlanNotice::ForPeople);
        };
        match action {
            PlanAction::Group => reply.pick(PlanPick::Group(person.id.clone()), day.plan_in_hand()),
            PlanAction::Duties => reply.pick(PlanPick::Duties(person.id.clone()), day.plan_in_hand()),
            _ => {
                let edit = PeopleEdit::HostStaff(person.id.clone(), !person.host_staff);
                self.change(at, day, PlanEdit::People(edit), reply);
            }
        }
    }

    /// Takes a line out; what does not take place although it was agreed needs a reason.
    fn remove(&mut self, at: At, day: &mut Day, spot: Spot, reply: &mut PageReply) {
        let Some(edit) = removal(&spot) else {
            return reply.say(PlanNotice::NothingToRemove);
        };
        let place = match &spot {
            Spot::Row(row) => Some((row, None)),
            Spot::Visit(row, _, visit) => Some((row, Some(visit))),
            _ => None,
        };
        let Some((row, visit)) = place.filter(|_| day.plan_right() != PlanRight::Everything) else {
            return self.take_out(at, day, &spot, edit, reply);
        };
        match day.held_at(row, visit) {
            held if held == Held::default() => {
                reply.type_in(PlanEntry::Because(spot), day.plan_in_hand(), at.now);
            }
            held => reply.say(PlanNotice::Unchanged(Unchanged::HasNotes(held))),
        }
    }

    /// Takes a line out and says which, since it is no longer there to be seen.
    fn take_out(&mut self, at: At, day: &mut Day, spot: &Spot, edit: PlanEdit, reply: &mut PageReply) {
        let plan = day.plan_in_hand();
        let what = named(plan, spot);
        let there = !what.is_empty();
        match self.try_changes(at, day, vec![edit], "", reply) {
            Ok(Edited::Nothing) if !there => reply.say(PlanNotice::NothingToRemove),
            Ok(Edited::Nothing) => {}
            Ok(_) => reply.say(PlanNotice::TakenOut(what)),
            Err(why) => reply.say(PlanNotice::Unchanged(why)),
        }
    }

    /// Makes a change, or says why not.
    pub(super) fn change(&mut self, at: At, day: &mut Day, edit: PlanEdit, reply: &mut PageReply) {
        if let Err(why) = self.try_changes(at, day, vec![edit], "", reply) {
            reply.say(PlanNotice::Unchanged(why));
        }
    }

    /// Makes changes, all or none. The cursor stays on what it is on, or goes to what is new.
    pub(super) fn try_changes(
        &mut self,
        at: At,
        day: &mut Day,
        edits: Vec<PlanEdit>,
        because: &str,
        reply: &mut PageReply,
    ) -> Result<Edited, Unchanged> {
        self.opened.clear();
        let before = self.lines(day.plan_in_hand());
        self.nth = self.cursor(&before);
        let (right, known) = (day.plan_right(), self.remarks.clone());
        let (was, asked) = (day.plan_in_hand().clone(), edits.clone());
        let mut done = Reply::default();
        let edited = day.edit_plan(at, edits, because, &mut done)?;
        reply.effects.extend(done.effects);
        self.look_over(day.plan_in_hand(), at.now);
        self.go_to_new(&before, day.plan_in_hand());
        match edited {
            Edited::Nothing => reply.say(PlanNotice::AsItWas),
            Edited::Recorded => reply.say(PlanNotice::Recorded),
            // While the plan is being made every line shows what became of it.
            Edited::Agreed if right == PlanRight::Everything => {}
            Edited::Agreed => reply.say(PlanNotice::AgreedAnew(day.plan.revision)),
        }
        if let Some(came) = CameOf::moving(&asked, &was, day.plan_in_hand()) {
            reply.say(PlanNotice::CameOf(came, edited == Edited::Recorded));
        }
        let is_wrong = |remark: &&Remark| is_said_at_once(remark) && !known.contains(remark);
        if let Some(wrong) = self.remarks.iter().find(is_wrong) {
            reply.say(PlanNotice::NowWrong(Box::new(wrong.clone())));
        }
        Ok(edited)
    }

    fn unfold(&mut self, lines: &[Line], nth: usize) {
        match lines.get(nth) {
            Some(line) if line.folded == Some(true) => {
                self.open.insert(line.spot.clone());
            }
            Some(line) if line.folded == Some(false) => self.go(lines, nth + 1),
            _ => {}
        }
    }

    /// Folds the line, or goes up to the one that it lies below.
    fn fold(&mut self, lines: &[Line], nth: usize) {
        let Some(line) = lines.get(nth) else { return };
        if line.folded == Some(false) {
            self.open.remove(&line.spot);
            return;
        }
        let above = lines.iter().take(nth).rposition(|other| other.depth < line.depth);
        if let Some(above) = above {
            self.go(lines, above);
        }
    }

    fn enter(&mut self, at: At, day: &Day, lines: &[Line], reply: &mut PageReply) {
        let spot = self.spot(lines);
        let nth = self.cursor(lines);
        match &spot {
            Spot::Found(at) => self.jump(day.plan_in_hand(), *at),
            Spot::Kind(_) if !is_locked(day, reply) => pick_kind(day, &spot, reply),
            Spot::Kind(_) => {}
            _ if text_of(day.plan_in_hand(), &spot).is_some() => {
                if !is_locked(day, reply) {
                    reply.type_in(PlanEntry::Change(spot), day.plan_in_hand(), at.now);
                }
            }
            _ => match lines.get(nth).and_then(|line| line.folded) {
                Some(true) => self.unfold(lines, nth),
                Some(false) => self.fold(lines, nth),
                None => reply.say(PlanNotice::OnlyRead),
            },
        }
    }

    fn undo(&mut self, at: At, day: &mut Day, reply: &mut PageReply, back: bool) {
        let before = day.plan_in_hand().clone();
        let mut done = Reply::default();
        let did = if back {
            day.undo_plan(at, &mut done)
        } else {
            day.redo_plan(at, &mut done)
        };
        reply.effects.extend(done.effects);
        self.look_over(day.plan_in_hand(), at.now);
        self.go_to_changed(&before, day.plan_in_hand());
        let opened = std::mem::take(&mut self.opened);
        if back && matches!(did, Ok(true)) {
            self.fold_again(&opened, day.plan_in_hand());
        }
        let changed = named(day.plan_in_hand(), &self.spot(&self.lines(day.plan_in_hand())));
        reply.say(match (did, back) {
            (Ok(true), true) => PlanNotice::Undone(changed),
            (Ok(true), false) => PlanNotice::Redone(changed),
            (Ok(false), true) => PlanNotice::NothingToUndo,
            (Ok(false), false) => PlanNotice::NothingToRedo,
            (Err(why), _) => PlanNotice::Unchanged(why),
        });
    }

    fn shift(&mut self, at: At, day: &mut Day, spot: &Spot, minutes: i64, reply: &mut PageReply) {
        let edit = match spot {
            Spot::Visit(_, _, id) => {
                let visit = row_of(day.plan_in_hand(), spot).and_then(|row| row.visit(id));
                visit.map(|visit| {
                    let (starts, _) = visit
                        .starts
                        .overflowing_add_signed(chrono::TimeDelta::minutes(minutes));
                    PlanEdit::Visit(id.clone(), VisitEdit::Starts(starts))
                })
            }
            // From a line inside a row, whose head may be out of sight, the row does not move.
            Spot::Row(row) => {
                let reach = Reach::ToFixedPoint;
                Some(PlanEdit::Row(row.clone(), RowEdit::Shift { minutes, reach }))
            }
            _ => None,
        };
        match edit {
            Some(edit) => self.change(at, day, edit, reply),
            None => reply.say(PlanNotice::MovesRows),
        }
    }

    fn move_it(&mut self, at: At, day: &mut Day, spot: &Spot, way: Way, reply: &mut PageReply) {
        let edit = match spot {
            Spot::Row(row) => PlanEdit::Row(row.clone(), RowEdit::Move(way)),
            Spot::Visit(_, _, visit) => PlanEdit::Visit(visit.clone(), VisitEdit::Move(way)),
            Spot::Prompt(of, id) => PlanEdit::Prompts(of.clone(), PromptEdit::Move(id.clone(), way)),
            _ => return reply.say(PlanNotice::NotMoved),
        };
        self.change(at, day, edit, reply);
    }
}

impl PageReply {
    /// Where a key was refused that letters follow: they must not act as keys of the page.
    pub(in crate::app) fn keep_letters_off(&mut self) {
        if self.overlay.is_none() && self.effects.is_empty() {
            self.overlay = self.notice.take().map(Overlay::NotHere);
        }
    }

    pub(super) fn say(&mut self, notice: PlanNotice) {
        self.notice = Some(Notice::Plan(notice));
    }
}

/// Whether something is said as soon as a change brings it about: that the plan can't be like that, or that somebody is
/// named.
fn is_said_at_once(remark: &Remark) -> bool {
    let names = matches!(remark.what, Finding::People(PeopleFinding::Named { .. }));
    names || remark.severity == Severity::Error
}

/// Whether somebody who presses the key of an action goes on with letters: for a line to type, or to find something in a
/// list.
fn asks_for_letters(action: PlanAction, right: PlanRight) -> bool {
    match action {
        PlanAction::Remove => right != PlanRight::Everything,
        PlanAction::Add
        | PlanAction::Length
        | PlanAction::ShiftRest
        | PlanAction::Kind
        | PlanAction::Questions
        | PlanAction::OtherQuestions
        | PlanAction::Group
        | PlanAction::Duties
        | PlanAction::HostStaff => true,
        _ => false,
    }
}

/// Whether an action changes the plan, or asks for something in order to.
pub(super) fn is_editing(action: PlanAction) -> bool {
    !matches!(
        action,
        PlanAction::Open | PlanAction::First | PlanAction::Last | PlanAction::Unfold | PlanAction::Fold
    )
}

/// Why nothing at all can be changed here.
fn locked(day: &Day) -> Option<Unchanged> {
    match day.plan_right() {
        PlanRight::ReadOnly => Some(Unchanged::ReadOnly),
        PlanRight::SomebodyElses => Some(Unchanged::SomebodyElses(day.plan_keeper())),
        PlanRight::OnlyRead(why) => Some(Unchanged::OnlyRead(why)),
        _ => None,
    }
}

/// Whether nothing at all can be changed here; says why.
fn is_locked(day: &Day, reply: &mut PageReply) -> bool {
    let Some(why) = locked(day) else { return false };
    reply.say(PlanNotice::Unchanged(why));
    true
}

fn saved(day: &Day) -> Notice {
    if day.planning.all_saved() {
        Notice::AllSaved(day.planning.saved_at)
    } else {
        Notice::Saving
    }
}

/// The edit that takes a line out of the plan.
pub(super) fn removal(spot: &Spot) -> Option<PlanEdit> {
    Some(match spot.clone() {
        Spot::Year(at) => PlanEdit::Review(ReviewEdit::RemoveYear(at)),
        Spot::Item(list, at) => PlanEdit::Review(ReviewEdit::List(list, ListEdit::Remove(at))),
        Spot::Enquiry(id) | Spot::EnquiryPart(id) => {
            PlanEdit::Review(ReviewEdit::Enquiry(EnquiryEdit::Remove(id)))
        }
        Spot::KeepUntil => PlanEdit::Review(ReviewEdit::KeepUntil(None)),
        Spot::Governors => PlanEdit::Review(ReviewEdit::GovernorsMeeting(None)),
        Spot::Holiday(at) => PlanEdit::Review(ReviewEdit::RemoveHoliday(at)),
        Spot::Group(id) => PlanEdit::People(PeopleEdit::RemoveGroup(id)),
        Spot::Person(id) => PlanEdit::People(PeopleEdit::Remove(id)),
        Spot::Day(id) => PlanEdit::Day(DayEdit::Remove(id)),
        Spot::Row(id) => PlanEdit::Row(id, RowEdit::Remove),
        Spot::Remark(id) => PlanEdit::Row(id, RowEdit::Remark(String::new())),
        Spot::Track(row, track) => PlanEdit::Track(row, track, TrackEdit::Remove),
        Spot::Visit(_, _, visit) => PlanEdit::Visit(visit, VisitEdit::Remove),
        Spot::Prompt(of, id) => PlanEdit::Prompts(of, PromptEdit::Remove(id)),
        _ => return None,
    })
}

/// Whether this is a class in a row that has begun and that notes hold on to, so that the row stays.
fn is_class_of_begun_row(at: At, day: &Day, spot: &Spot) -> bool {
    let (Spot::Visit(..), plan) = (spot, day.plan_in_hand()) else {
        return false;
    };
    let begins = row_of(plan, spot)
        .and_then(|row| plan.slot(&row.id))
        .map(|(of, row)| plan.moment(of.date, row.starts));
    let stays = matches!(
        day.plan_right(),
        PlanRight::WordsAndChanges | PlanRight::Changes | PlanRight::ChangesToOnlyRead(_)
    );
    stays && begins.is_some_and(|begins| !at.now.is_before(begins))
}

fn type_for_row(at: At, day: &Day, spot: &Spot, entry: fn(SlotId) -> PlanEntry, reply: &mut PageReply) {
    match row_of(day.plan_in_hand(), spot) {
        Some(row) => reply.type_in(entry(row.id.clone()), day.plan_in_hand(), at.now),
        None => reply.say(PlanNotice::ForRows),
    }
}

fn pick_kind(day: &Day, spot: &Spot, reply: &mut PageReply) {
    let own = |plan: &Plan| match spot {
        Spot::Track(row, track) => {
            let (_, row) = plan.slot(row)?;
            let track = row.tracks.iter().find(|known| known.id == *track)?;
            track.activity.as_ref().map(|_| spot.clone())
        }
        _ => None,
    };
    let of =
        own(day.plan_in_hand()).or_else(|| Some(Spot::Kind(row_of(day.plan_in_hand(), spot)?.id.clone())));
    match of {
        Some(of) => reply.pick(PlanPick::Kind(of), day.plan_in_hand()),
        None => reply.say(PlanNotice::ForRows),
    }
}

fn ask_for_questions(day: &Day, spot: &Spot, replaces: bool, reply: &mut PageReply) {
    match super::picking::questions_of(day.plan_in_hand(), spot) {
        Some(of) => reply.ask_for_questions(of, replaces),
        None => reply.say(PlanNotice::ForRows),
    }
}
