//! What is done with the notes in hand: the marked ones, or else the one under the cursor.

use super::{By, FindingsEntry, FindingsNotice, FindingsPage, FindingsPick, Side, Spot};
use crate::{
    app::{day::Day, message::At, plan_page::PageReply},
    domain::{
        finding::{FindingKind, about_id},
        finding_deeds::{FindingChange, FindingDeed, Part, Refused, Target},
        finding_lists::OneFor,
        findings_board::Use,
        ids::{ListId, RecordId},
    },
};

/// The most marked notes that are filed without a question: about as many as the smallest screen shows.
const SCREENFUL: usize = 8;

impl FindingsPage {
    /// The marked notes in their order, or the one under the cursor.
    pub(super) fn in_hand(&self) -> Vec<RecordId> {
        if self.marked.is_empty() {
            return self.note.into_iter().collect();
        }
        let seen = self.notes.iter().filter(|note| self.marked.contains(note));
        let unseen = self.marked.iter().filter(|note| !self.notes.contains(note));
        seen.chain(unseen).copied().collect()
    }

    /// Marks what is shown and unused, or takes all marks away if none is left to be marked.
    ///
    /// A search also shows what merely resembles its words; of that only what has them as they are typed is marked.
    pub(super) fn mark_shown(&mut self, day: &Day, reply: &mut PageReply) {
        let is_wanted = |note: &RecordId| {
            let plainly = day
                .records
                .note(*note)
                .is_some_and(|note| self.sought.has_the_words(&note.body));
            plainly && (self.sought.is_of_one_use() || self.board.use_of(*note) == Some(&Use::Loose))
        };
        let wanted: Vec<RecordId> = self.notes.iter().copied().filter(is_wanted).collect();
        if wanted.iter().all(|note| self.marked.contains(note)) {
            self.marked.clear();
        } else {
            self.marked.extend(&wanted);
        }
        self.side = Side::Evidence;
        reply.tell(FindingsNotice::Marked(self.marked.len()));
    }

    /// Puts the cursor on the first note behind it that is not in hand, and takes the marks away.
    pub(super) fn hands_empty(&mut self) {
        let hand = self.in_hand();
        let is_left = |note: &&RecordId| !hand.contains(note);
        let here = self.place();
        let onward = self.notes.iter().skip(here).find(is_left);
        let back = || self.notes.iter().take(here).rev().find(is_left);
        self.note = onward.or_else(back).copied();
        self.marked.clear();
    }

    /// Files the notes in hand; asks first where some of them can hardly have been looked at.
    pub(super) fn file(&mut self, at: At, day: &mut Day, into: Target, against: bool, reply: &mut PageReply) {
        let notes = self.in_hand();
        if notes.is_empty() {
            return reply.tell(FindingsNotice::ChooseNote);
        }
        if self.marked.len() > SCREENFUL || self.unlike(day, &notes) > 0 {
            return self.pick(
                day,
                FindingsPick::Sure {
                    notes: notes.len(),
                    unlike: self.unlike(day, &notes),
                    into,
                    against,
                },
                reply,
            );
        }
        self.file_at_once(at, day, into, against, reply);
    }

    /// How many of the marked notes are not shown, or only resemble what is searched for.
    fn unlike(&self, day: &Day, notes: &[RecordId]) -> usize {
        let is_unlike = |id: &&RecordId| {
            let note = day.records.note(**id);
            !self.notes.contains(id) || !note.is_some_and(|note| self.sought.has_the_words(&note.body))
        };
        let marked = notes.iter().filter(|note| self.marked.contains(note));
        marked.filter(is_unlike).count()
    }

    /// Files the notes in hand.
    pub(super) fn file_at_once(
        &mut self,
        at: At,
        day: &mut Day,
        into: Target,
        against: bool,
        reply: &mut PageReply,
    ) {
        let notes = self.in_hand();
        let about = match &into {
            Target::About(list, about) => Some(about_id(day.today.plan.session, list, about)),
            _ => None,
        };
        let deed = FindingDeed::File { notes, into, against };
        let Some(changes) = self.perform(at, day, &deed, reply) else {
            return;
        };
        self.hands_empty();
        if let Some(finding) = about.or_else(|| begun(&changes)) {
            self.spot = Spot::Finding(finding);
        }
    }

    /// Begins a finding in the list that fits the notes in hand, or where one is chosen.
    ///
    /// On the head of a list, with nothing marked, its words are typed and no note goes into it.
    pub(super) fn begin(&mut self, at: At, day: &mut Day, reply: &mut PageReply) {
        let notes = self.in_hand();
        if let (Side::Findings, Spot::List(list), true) = (self.side, &self.spot, self.marked.is_empty()) {
            return self.begin_in(day, &list.clone(), reply);
        }
        let lists = &day.today.plan.rules.findings;
        let is_free = |list: &ListId| lists.get(list).is_some_and(|list| list.one_for == OneFor::Free);
        let desk = day.desk(&self.board, at);
        let fits: Vec<ListId> = desk.lists_for(&notes).into_iter().cloned().collect();
        if fits.len() > 1 {
            return self.pick(day, FindingsPick::NewIn(fits), reply);
        }
        let fits = fits.into_iter().next();
        let chosen = || self.list_here().filter(|list| is_free(list));
        let first = || {
            lists
                .iter()
                .map(|list| list.id.clone())
                .find(|list| is_free(list))
        };
        // A strength is no recommendation, even if the model has strengths only in a list that has its subjects.
        let has_its_subject = || {
            let fixed = || lists.iter().filter(|list| list.one_for != OneFor::Free);
            let mut notes = notes.iter().filter_map(|note| day.records.note(*note));
            notes.any(|note| fixed().any(|list| list.takes.contains(&note.body.kind)))
        };
        match fits
            .or_else(chosen)
            .or_else(|| first().filter(|_| !has_its_subject()))
        {
            Some(list) => self.file(at, day, Target::New(list), false, reply),
            None => reply.tell(FindingsNotice::ChooseFinding),
        }
    }

    /// Begins what a list has next, with words that are typed: one more finding, or the one on a subject that is picked.
    pub(super) fn begin_in(&mut self, day: &Day, list: &ListId, reply: &mut PageReply) {
        let known = day.today.plan.rules.findings.get(list);
        match known.map(|known| known.one_for) {
            Some(OneFor::Free) => {
                let entry = FindingsEntry::Words {
                    of: Target::New(list.clone()),
                    part: Part::Statement,
                    onward: true,
                };
                self.type_in(day, entry, reply);
            }
            Some(_) => self.pick(day, FindingsPick::Subject(list.clone()), reply),
            None => reply.tell(FindingsNotice::NotHere),
        }
    }

    /// Lets the finding go to another list; asks to which, if there are several.
    pub(super) fn relist(&mut self, at: At, day: &mut Day, reply: &mut PageReply) {
        let Some(finding) = self.spot.finding() else {
            return reply.tell(FindingsNotice::ChooseFinding);
        };
        let here = self.list_here();
        let lists = day.today.plan.rules.findings.iter();
        let others = lists.filter(|list| list.one_for == OneFor::Free && Some(&list.id) != here.as_ref());
        let others: Vec<ListId> = others.map(|list| list.id.clone()).collect();
        let lists = &day.today.plan.rules.findings;
        let stays = self.board.get(finding).is_some_and(|on_board| {
            matches!(&on_board.finding.kind, FindingKind::About(list, _) if lists.get(list).is_some())
        });
        match &others[..] {
            _ if stays => reply.tell(FindingsNotice::Refused(Refused::OfItsSubject)),
            [] => reply.tell(FindingsNotice::NoOtherList),
            [list] => {
                let list = list.clone();
                self.perform(at, day, &FindingDeed::Relist { finding, list }, reply);
            }
            _ => self.pick(day, FindingsPick::Relist(finding, others), reply),
        }
    }

    pub(super) fn list_here(&self) -> Option<ListId> {
        match &self.spot {
            Spot::List(list) | Spot::Subject(list, _) => Some(list.clone()),
            spot => self.board.get(spot.finding()?)?.finding.list().cloned(),
        }
    }

    pub(super) fn ask_because(&mut self, day: &Day, reply: &mut PageReply) {
        match self.in_hand() {
            notes if notes.is_empty() => reply.tell(FindingsNotice::ChooseNote),
            notes => self.type_in(day, FindingsEntry::Because(notes), reply),
        }
    }

    pub(super) fn merge(&mut self, at: At, day: &mut Day, reply: &mut PageReply) {
        let into = self.spot.finding();
        let others: Vec<_> = self
            .together
            .iter()
            .copied()
            .filter(|other| Some(*other) != into)
            .collect();
        let Some(into) = into.filter(|_| !others.is_empty()) else {
            return reply.tell(FindingsNotice::MarkFindings);
        };
        if self
            .perform(at, day, &FindingDeed::Merge { others, into }, reply)
            .is_some()
        {
            self.together.clear();
            self.spot = Spot::Finding(into);
        }
    }

    pub(super) fn split(&mut self, at: At, day: &mut Day, reply: &mut PageReply) {
        let from = match &self.sought.by {
            Some(By::Finding(finding)) => Some(*finding),
            _ => self.spot.finding(),
        };
        let Some(from) = from else {
            return reply.tell(FindingsNotice::ChooseFinding);
        };
        let notes = self.in_hand();
        if let Some(changes) = self.perform(at, day, &FindingDeed::Split { notes, from }, reply) {
            self.hands_empty();
            self.spot = begun(&changes).map_or_else(|| self.spot.clone(), Spot::Finding);
        }
    }

    /// Why the words of the note under the cursor are not changed here.
    pub(super) fn note_stays(&self, day: &Day) -> FindingsNotice {
        let note = self.note.and_then(|note| day.records.note(note));
        match note {
            Some(note) if note.writer == day.me.writer => FindingsNotice::OwnNote,
            Some(_) => FindingsNotice::NoteOfOthers,
            None => FindingsNotice::ChooseNote,
        }
    }

    pub(super) fn take_out(&mut self, at: At, day: &mut Day, reply: &mut PageReply) {
        let is_loose = |note: &RecordId| self.board.use_of(*note) == Some(&Use::Loose);
        if self.side == Side::Evidence && self.in_hand().iter().all(is_loose) {
            return reply.tell(FindingsNotice::NothingToTakeOut);
        }
        let deed = match (self.side, self.spot.clone()) {
            (Side::Evidence, _) => FindingDeed::Loosen {
                notes: self.in_hand(),
                from: match self.sought.by {
                    Some(By::Finding(finding)) => Some(finding),
                    _ => None,
                },
            },
            (_, Spot::Finding(finding) | Spot::Claim(finding)) => FindingDeed::TakeOut(finding),
            (_, Spot::Step(finding, step)) => FindingDeed::DropStep { finding, step },
            (_, Spot::Field(finding, field)) => blank(finding, Part::Field(field)),
            (_, Spot::Level(finding)) => blank(finding, Part::Level),
            (_, Spot::RestsOn(_)) => return reply.tell(FindingsNotice::TraceToTakeOut),
            _ => return reply.tell(FindingsNotice::NotHere),
        };
        if self.perform(at, day, &deed, reply).is_some() && self.side == Side::Evidence {
            self.hands_empty();
        }
    }
}

/// The finding that a deed began.
fn begun(changes: &[FindingChange]) -> Option<RecordId> {
    let is_new = |change: &&FindingChange| {
        let kind = change.after.as_ref().map(|after| &after.kind);
        change.before.is_none() && matches!(kind, Some(FindingKind::Listed(_) | FindingKind::About(..)))
    };
    Some(changes.iter().find(is_new)?.id)
}

fn blank(finding: RecordId, part: Part) -> FindingDeed {
    FindingDeed::Reword {
        of: Target::Finding(finding),
        part,
        text: String::new(),
    }
}
