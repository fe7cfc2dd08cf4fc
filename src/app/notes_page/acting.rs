//! What the keys do on the page.

use super::{Listed, NotesNotice, NotesPage, NotesPageAction};
use crate::{
    app::{
        Overlay,
        capture::Edit,
        copying::{Copied, plain},
        day::{Day, Mine, Reply},
        message::{Action, At, Effect},
        notice::Notice,
        picker::LONGEST_SEARCH,
        placing::{self, PlacingNotice},
        plan_page::PageReply,
    },
    domain::ids::RecordId,
};

/// Rows that a page has, as far as keys are concerned.
const PAGE: isize = 10;
/// The fewest letters of a line of a note that has the whole page.
const NARROWEST: usize = 40;

impl NotesPage {
    /// What an action does on the page, but for those that lead to another one.
    pub(super) fn act(&mut self, at: At, day: &mut Day, action: Action) -> PageReply {
        let mut reply = PageReply::default();
        match action {
            Action::Up => self.go(day, -1),
            Action::Down => self.go(day, 1),
            Action::PageUp => self.go(day, -PAGE),
            Action::PageDown => self.go(day, PAGE),
            Action::Enter if self.opened.is_some() => self.opened = None,
            Action::Enter if self.chosen.is_none() => reply.tell_notes(NotesNotice::NoNote),
            Action::Enter => {
                self.opened = Some(0);
                self.typing = false;
            }
            Action::Close => self.close(day, &mut reply),
            Action::Edit(edit) if self.is_typing() => self.edit_query(edit),
            Action::Undo => self.undo(at, day, true, &mut reply),
            Action::Redo => self.undo(at, day, false, &mut reply),
            Action::Save if day.saving.all_saved() => {
                reply.notice = Some(Notice::AllSaved(day.saving.saved_at));
            }
            Action::Save => reply.notice = Some(Notice::Saving),
            Action::TakeAlong => self.ask_place(day, &mut reply),
            Action::NotesPage(action) => self.act_on_notes(day, action, &mut reply),
            _ => {}
        }
        reply
    }

    fn act_on_notes(&mut self, day: &Day, action: NotesPageAction, reply: &mut PageReply) {
        match action {
            NotesPageAction::OtherSide => self.typing = !self.typing,
            NotesPageAction::Search | NotesPageAction::Open => {
                self.opened = None;
                self.typing = true;
            }
            NotesPageAction::Filter => reply.overlay = Some(Overlay::Picker(self.filters(day))),
            NotesPageAction::Mark => self.mark(),
            NotesPageAction::MarkFound => self.mark_found(reply),
            NotesPageAction::Move => self.ask_place(day, reply),
            NotesPageAction::Tag => self.ask_tag(day, reply),
            NotesPageAction::Copy => self.copy(day, reply),
            NotesPageAction::Before => self.step(-1),
            NotesPageAction::After => self.step(1),
            NotesPageAction::First => self.step(isize::MIN / 2),
            NotesPageAction::Last => self.step(isize::MAX / 2),
            NotesPageAction::Change | NotesPageAction::Finding => {}
        }
    }

    /// A letter of the words that are searched for.
    pub(in crate::app) fn type_char(&mut self, typed: char) -> PageReply {
        let words = format!("{}{typed}", self.query());
        self.search(&words);
        PageReply::default()
    }

    /// Pasted words are searched for, the first line of them; of a book only the beginning, since no note holds more.
    pub(in crate::app) fn paste(&mut self, text: &str) -> PageReply {
        let line = text.lines().next().unwrap_or_default();
        let room = LONGEST_SEARCH.saturating_sub(self.query().chars().count());
        let end = line.char_indices().nth(room).map_or(line.len(), |(at, _)| at);
        let words = format!("{}{}", self.query(), plain(line.get(..end).unwrap_or_default()));
        self.opened = None;
        self.typing = true;
        self.search(&words);
        PageReply::default()
    }

    fn edit_query(&mut self, edit: Edit) {
        let mut words = self.query().to_owned();
        match edit {
            Edit::Backspace => {
                words.pop();
            }
            Edit::DeleteWord => {
                let kept = words.trim_end().rfind(char::is_whitespace).map_or(0, |at| at + 1);
                words.truncate(kept);
            }
            Edit::Empty => words.clear(),
            _ => return,
        }
        self.search(&words);
    }

    /// The best of what is found is chosen: one looks at it while one types.
    fn search(&mut self, words: &str) {
        self.texts.search(words);
        self.choose(0);
    }

    /// Up or down: among the notes, or in the one that has the whole page.
    fn go(&mut self, day: &Day, by: isize) {
        let Some(first) = self.opened else {
            return self.step(by);
        };
        let text = self.chosen.and_then(|chosen| chosen.on(day));
        let lines = text.map_or(0, |note| {
            let text = &note.body.text;
            text.lines().count() + text.len() / NARROWEST
        });
        self.opened = Some(first.saturating_add_signed(by).min(lines));
    }

    fn step(&mut self, by: isize) {
        self.choose(self.nth.saturating_add_signed(by));
        self.opened = self.opened.map(|_| 0);
    }

    fn mark(&mut self) {
        if let Some(chosen) = self.chosen
            && !self.marked.remove(&chosen)
        {
            self.marked.insert(chosen);
        }
        if self.opened.is_none() {
            self.step(1);
        }
    }

    /// Marks what has the very words that are searched for, or takes all marks away if none is left to be marked.
    fn mark_found(&mut self, reply: &mut PageReply) {
        let plainly = self.found() - self.alike();
        let wanted: Vec<Listed> = (0..plainly).filter_map(|nth| self.at(nth)).collect();
        if wanted.iter().all(|listed| self.marked.contains(listed)) {
            self.marked.clear();
        } else {
            self.marked.extend(&wanted);
        }
        reply.tell_notes(NotesNotice::Marked(self.marked.len()));
    }

    /// The note that has the whole page, or the marked ones in order of time, or else the one under the cursor.
    pub(super) fn in_hand(&self) -> Vec<Listed> {
        if self.opened.is_some() || self.marked.is_empty() {
            return self.chosen.into_iter().collect();
        }
        let marked = self.listed.iter().rev().copied();
        marked.filter(|listed| self.marked.contains(listed)).collect()
    }

    /// The notes in hand that can go into a finding.
    pub(super) fn for_finding(&self) -> Result<Vec<RecordId>, NotesNotice> {
        let hand = self.in_hand();
        if hand.is_empty() {
            return Err(NotesNotice::NoNote);
        }
        let shared = hand.into_iter().filter(|listed| !listed.private);
        let notes: Vec<RecordId> = shared.map(|listed| listed.note).collect();
        if notes.is_empty() {
            return Err(NotesNotice::PrivateInNoFinding);
        }
        Ok(notes)
    }

    /// The note under the cursor, to be changed.
    pub(super) fn to_change(&self) -> Result<Mine, NotesNotice> {
        self.chosen.map(Listed::mine).ok_or(NotesNotice::NoNote)
    }

    /// Asks where the notes in hand belong; where some are of others, any place of the day may be theirs.
    fn ask_place(&self, day: &Day, reply: &mut PageReply) {
        if let Err(why_not) = day.may_move_notes() {
            reply.notice = Some(why_not);
            return;
        }
        let notes: Vec<Mine> = self.in_hand().into_iter().map(Listed::mine).collect();
        if notes.is_empty() {
            return reply.tell_notes(NotesNotice::NoNote);
        }
        let is_own = |mine: &Mine| day.is_own(*mine) && !day.is_put_elsewhere(mine.note);
        let places = if notes.iter().all(is_own) {
            day.places_to_move_to(notes)
        } else {
            placing::places(day, notes)
        };
        reply.overlay = Some(Overlay::Picker(places));
    }

    /// Asks which tag the notes in hand get, or lose; a private note has those that are typed in it.
    fn ask_tag(&self, day: &Day, reply: &mut PageReply) {
        if let Err(why_not) = day.may_move_notes() {
            reply.notice = Some(why_not);
            return;
        }
        let hand = self.in_hand();
        if hand.is_empty() {
            return reply.tell_notes(NotesNotice::NoNote);
        }
        let shared: Vec<Mine> = hand
            .into_iter()
            .filter(|listed| !listed.private)
            .map(Listed::mine)
            .collect();
        if shared.is_empty() {
            reply.notice = Some(Notice::Placing(PlacingNotice::PrivateUntagged));
        } else {
            reply.overlay = Some(Overlay::Picker(placing::tags(day, shared)));
        }
    }

    /// Notes were moved: their marks have done their work.
    pub(in crate::app) fn moved(&mut self, day: &Day) {
        self.marked.clear();
        self.look(day);
    }

    /// Copies the notes in hand; private ones only where nothing else is chosen.
    fn copy(&mut self, day: &Day, reply: &mut PageReply) {
        let hand = self.in_hand();
        let (private, shared): (Vec<Listed>, Vec<Listed>) =
            hand.into_iter().partition(|listed| listed.private);
        let (copied, what) = match (shared.len(), private.len()) {
            (0, 0) => return reply.tell_notes(NotesNotice::NoNote),
            (0, count) => (private, Copied::Private(count)),
            (count, left_out) => (shared, Copied::Notes { count, left_out }),
        };
        let notes = copied.iter().filter_map(|listed| listed.on(day));
        let texts: Vec<String> = notes.map(|note| plain(&note.body.text)).collect();
        reply.effects.push(Effect::Copy(texts.join("\n"), what));
    }

    fn undo(&mut self, at: At, day: &mut Day, back: bool, reply: &mut PageReply) {
        let mut done = Reply::default();
        if back {
            day.undo_move(at, &mut done);
        } else {
            day.redo_move(at, &mut done);
        }
        reply.effects.extend(done.effects);
        reply.notice = done.notice;
        self.look(day);
    }

    /// Takes back step by step what narrows the page, and leaves it at last.
    fn close(&mut self, day: &Day, reply: &mut PageReply) {
        if self.opened.take().is_some() {
            return;
        }
        if !self.query().is_empty() {
            self.texts.search("");
            self.stay_on_note();
        } else if self.by_less(day) {
        } else if !self.marked.is_empty() {
            self.marked.clear();
        } else {
            reply.leaves = true;
            if self.came_from.is_none() {
                reply.tell_notes(NotesNotice::Left);
            }
        }
    }
}

impl PageReply {
    fn tell_notes(&mut self, notice: NotesNotice) {
        self.notice = Some(Notice::NotesPage(notice));
    }
}
