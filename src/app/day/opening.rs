//! A session comes onto the screen, with whatever was left half-typed.

use chrono::NaiveDate;

use super::{
    Board, Day, Heard, History, Me, Mine, Others, PlanRight, Planning, PromptChoice, Reply, Saving,
    history::{Done, NoteTouch},
};
use crate::{
    app::{
        capture::{Capture, Original, Purpose, Started},
        message::{At, Effect, Opened},
        notice::{Deed, Notice, TypedNotice},
    },
    domain::{
        course::Course,
        draft::Draft,
        ids::{PersonId, PromptId, RecordId, VisitId, WriterId},
        note::{Label, Note, NotePlace},
        plan::{Plan, Slot},
        prompt::Prompt,
        record::Shelf,
        records::{Entry, Records},
        route::{PlaceId, Route},
        stamp::Stamp,
        today::Today,
    },
};

impl Me {
    /// This person at this laptop, by the plan and by what they have recorded, for all and `private`.
    fn of(
        person: PersonId,
        writer: WriterId,
        plan: &Plan,
        (records, private): (&Records, &Shelf<Note>),
    ) -> Self {
        // Who came to the review today is on today's plan alone; that does not depend on the group.
        let known = plan.person(&person).cloned();
        let known = known.or_else(|| Today::of(plan, records, None).plan.person(&person).cloned());
        let group = known.as_ref().and_then(|person| person.group.clone());
        let name = known.map_or_else(|| person.as_str().to_string(), |person| person.name);
        let next_private = private
            .by_writer(writer)
            .map(|note| note.seq + 1)
            .max()
            .unwrap_or(0);
        Self {
            person,
            name,
            group,
            writer,
            formerly: Vec::new(),
            next_seq: records.next_seq(writer).max(next_private),
            last_by: None,
        }
    }
}

impl Day {
    /// The session as this person sees it at this moment; lines that had been entered are saved, and the line that
    /// was being typed comes back.
    #[must_use]
    pub fn open(at: At, opened: Opened) -> (Self, Reply) {
        let Opened {
            folder,
            plan,
            records,
            private,
            me,
            writer,
            owns_plan,
            plan_only_read,
            read_only,
            drafts,
            plan_problem,
            problems,
            problems_of_records,
            stood_in,
            writers,
            formerly,
            lost,
            clocks,
        } = opened;
        let mut me = Me::of(me, writer, &plan, (&records, &private));
        me.formerly = formerly;
        let records = records.seen_by(&me.person);
        let today = Today::of(&plan, &records, me.group.as_ref());
        let route = Route::of(&today.plan, me.group.as_ref());
        let mut day = Self {
            me,
            course: Course::default(),
            position: None,
            capture: Capture::default(),
            prompts: PromptChoice::default(),
            board: Board::default(),
            history: History::default(),
            saving: Saving::default(),
            folder,
            plan,
            today,
            heard: Heard::of(writers),
            others: Others::opened(problems_of_records, stood_in),
            clocks,
            records,
            private,
            route,
            planning: Planning::new(plan_only_read),
            owns_plan,
            read_only,
            plan_problem,
            problems,
            line_hidden: false,
        };
        day.course = Course::recorded(&day.route, &day.records, writer, at.now);
        day.position = day.course.position(&day.route, at.now);
        day.refresh_board();
        let reply = day.begin(at, lost, drafts);
        (day, reply)
    }

    /// What is said and done first where this person writes; nothing where they only read.
    fn begin(&mut self, at: At, lost: Vec<Entry>, drafts: Vec<Draft>) -> Reply {
        let mut reply = Reply::default();
        if self.read_only.is_none() {
            self.greet(at, &mut reply);
            self.catch_up(at, &mut reply);
            self.bring_back_own(lost, &mut reply);
            self.restore(at, drafts, &mut reply);
        }
        reply
    }

    /// The first day of a review that is no rehearsal, if that is still to come.
    pub(super) fn day_to_come(&self, now: Stamp) -> Option<NaiveDate> {
        self.days_before(now)?;
        Some(self.plan.begins()?.date())
    }

    /// The first words for who is here for the first time, or that the review is still to come; and what was typed for
    /// them.
    fn greet(&self, at: At, reply: &mut Reply) {
        if self.board.mine.is_empty() && self.me.formerly.is_empty() {
            let makes_plan = self.plan_right() == PlanRight::Everything;
            let first = || Notice::Welcome(self.plan.rules.kind_labels.clone());
            let before = |days| Notice::BeforeTheDay(days, makes_plan);
            reply.say(self.days_before(at.now).map_or_else(first, before));
        }
        let typed = self.typed_for_me().len();
        if typed > 0 {
            reply.say(Notice::Typed(TypedNotice::ForMe(typed)));
        }
    }

    /// In how many days a review that is no rehearsal begins, if that is not today or over.
    pub(super) fn days_before(&self, now: Stamp) -> Option<i64> {
        let first = self.plan.begins()?.date();
        let days = first.signed_duration_since(now.date()).num_days();
        (days > 0 && !self.plan.is_rehearsal()).then_some(days)
    }

    /// Brings back what the journal kept: entered lines as notes, the one in progress into the line.
    fn restore(&mut self, at: At, drafts: Vec<Draft>, reply: &mut Reply) {
        let (mut entered, mut open): (Vec<Draft>, Vec<Draft>) =
            drafts.into_iter().partition(|draft| draft.entered);
        let mut in_progress = open.pop();
        entered.append(&mut open);
        let before = in_progress
            .as_ref()
            .and_then(|draft| draft.entered_before.as_deref().cloned());
        // Looked at now: what was entered before it may come to the same edition when it is entered again.
        entered.extend(in_progress.take_if(|draft| self.is_on_disk(draft)));
        entered.extend(before);
        let saved = self.enter_again(at, &entered, reply);
        if saved > 0 {
            reply.say(Notice::EnteredSaved(saved));
        }
        let Some(draft) = in_progress.filter(|draft| !draft.text.is_empty()) else {
            return;
        };
        self.put_up(&draft);
        self.line_hidden = draft.hidden;
        self.leave_in_one_file(at, &draft, reply);
        if let Some(started) = self.capture.started() {
            reply.notice = Some(Notice::DraftRestored {
                begun: started.begun,
                place: started.place.name().to_string(),
            });
        }
        // One entry keeps all of this note: a death between two could lose the line.
        reply.effects.retain(|effect| !is_of_line(effect, draft.note));
        self.keep_draft(reply);
    }

    /// Enters what had been entered and is not on the disk; how many notes that were.
    fn enter_again(&mut self, at: At, entered: &[Draft], reply: &mut Reply) -> usize {
        let mut saved = 0;
        for draft in entered {
            if self.is_on_disk(draft) {
                reply.effects.push(Effect::ForgetDraft(draft.note));
            } else {
                self.put_up(draft);
                self.enter(at, reply);
                saved += 1;
            }
        }
        saved
    }

    /// A note that moved to the file where this line found it, and had not left the other one yet, leaves it now.
    fn leave_in_one_file(&mut self, at: At, draft: &Draft, reply: &mut Reply) {
        let stands_in = |private| {
            let note = draft.note;
            self.note_as_written(Mine { note, private })
                .is_some_and(|note| !note.deleted)
        };
        if !(stands_in(draft.private) && stands_in(!draft.private)) {
            return;
        }
        let left = NoteTouch {
            note: draft.note,
            private: !draft.private,
            before: None,
            after: None,
            erase: true,
        };
        let done = Done {
            deed: Deed::Changed,
            touched: vec![left.into()],
            course: None,
        };
        self.write(at, &done, true, reply);
    }

    /// Whether the note of a kept draft is on the disk as the draft would have it, or was changed since.
    fn is_on_disk(&self, draft: &Draft) -> bool {
        let mine = |private| Mine {
            note: draft.note,
            private,
        };
        // One that moved between the shared and the private file may be gone from the one and not yet in the other.
        let private = self.read(&draft.text).private;
        let moves = draft.entered && private != draft.private;
        let arrived = self
            .note_as_written(mine(private))
            .is_some_and(|note| !note.deleted && self.reads_as(&note.body, private, draft));
        let known = self.note_as_written(mine(draft.private));
        if self.is_behind_its_own_note(draft) {
            return true;
        }
        // The note may have been changed elsewhere while these words were being typed.
        if !draft.entered && known.is_some_and(|note| note.rev >= draft.rev) {
            return arrived;
        }
        known.is_some_and(|note| note.rev >= draft.rev) && (arrived || !moves)
    }

    /// Whether these are but the first letters of a note that was entered since: nobody else knows the id of a new note,
    /// so what is there by it came from this very line.
    fn is_behind_its_own_note(&self, draft: &Draft) -> bool {
        let stands = |private| {
            let note = draft.note;
            self.note_as_written(Mine { note, private }).is_some()
        };
        draft.rev == 1 && !draft.entered && (stands(false) || stands(true))
    }

    /// Puts a kept draft into the line.
    fn put_up(&mut self, draft: &Draft) {
        let mine = |private| Mine {
            note: draft.note,
            private,
        };
        // It stands in the one or in the other, whichever the disk came to.
        let stands_in = |private: &bool| {
            self.note_as_written(mine(*private))
                .is_some_and(|note| !note.deleted)
        };
        let files = [draft.private, !draft.private];
        let stands_in_private = files.into_iter().find(stands_in).unwrap_or(draft.private);
        let standing = self.note_as_written(mine(stands_in_private)).cloned();
        let place = self.place_of(draft, standing.as_ref().map(|record| &record.body.place));
        let purpose = match standing {
            None => Purpose::New,
            Some(record) => {
                let line = self.line_of(&record.body, stands_in_private);
                let deleted = record.deleted;
                let original = Original {
                    note: record.body,
                    rev: record.rev,
                    private: stands_in_private,
                    line,
                };
                if deleted {
                    Purpose::Revive(Box::new(original))
                } else {
                    Purpose::Edit(Box::new(original))
                }
            }
        };
        self.capture.open(
            Started {
                note: draft.note,
                begun: draft.begun,
                place,
                purpose,
            },
            &draft.text,
        );
        self.capture.place_cursor(draft.cursor);
    }

    /// Whether a note says all that its kept draft says, at the same place.
    fn reads_as(&self, note: &Note, private: bool, draft: &Draft) -> bool {
        let prompt = note.place.prompt.as_ref().map(|prompt| &prompt.id);
        self.line_of(note, private) == draft.text
            && note.place.id() == draft.place
            && prompt == draft.prompt.as_ref()
    }

    /// The place of a kept draft with the plan's words; where the plan no longer knows it, with the ids as words.
    fn place_of(&self, draft: &Draft, standing: Option<&NotePlace>) -> NotePlace {
        let same = standing.filter(|place| place.id() == draft.place);
        let group = self.me.group.as_ref();
        let stop = self
            .route
            .position(&draft.place)
            .and_then(|at| self.route.stop(at));
        let planned = stop.and_then(|stop| self.today.plan.view(stop, group));
        let place = match (same, planned) {
            (Some(place), _) => place.clone(),
            (None, Some(view)) => NotePlace::at(&self.today.plan, &view, group),
            (None, None) => self
                .off_the_way(&draft.place)
                .unwrap_or_else(|| self.unplanned(&draft.place)),
        };
        let prompt = draft
            .prompt
            .as_ref()
            .map(|prompt| self.prompt_label(&place, prompt));
        NotePlace { prompt, ..place }
    }

    /// A place that is in the plan and not on the way any more: it was dropped, or a class was gone to in its place.
    fn off_the_way(&self, place: &PlaceId) -> Option<NotePlace> {
        let group = self.me.group.as_ref();
        let of_visit = |slot: &&Slot| {
            place
                .visit
                .as_ref()
                .is_none_or(|visit| slot.visit(visit).is_some())
        };
        let slots = || self.today.plan.every_slot().filter(|slot| slot.id == place.slot);
        let slot = slots().find(of_visit).or_else(|| slots().next())?;
        let class = |visit: &VisitId| match slot.visit(visit) {
            Some(known) => Label::new(visit.clone(), &known.class),
            None => Label::new(visit.clone(), visit.as_str()),
        };
        let activity = slot.activity_of(group);
        let group = group.and_then(|group| self.today.plan.group(group));
        Some(NotePlace {
            track: group.map(|group| Label::new(group.id.clone(), &group.name)),
            slot: Label::new(slot.id.clone(), &slot.activity.title),
            activity: Label::new(activity.kind, &activity.title),
            visit: place.visit.as_ref().map(class),
            prompt: None,
        })
    }

    fn unplanned(&self, place: &PlaceId) -> NotePlace {
        let kind = self
            .here()
            .map_or(crate::domain::activity::ActivityKind::Arrival, |here| {
                here.activity.kind
            });
        let group = self.me.group.as_ref().and_then(|group| self.plan.group(group));
        NotePlace {
            track: group.map(|group| Label::new(group.id.clone(), &group.name)),
            slot: Label::new(place.slot.clone(), place.slot.as_str()),
            activity: Label::new(kind, place.slot.as_str()),
            visit: place
                .visit
                .as_ref()
                .map(|visit| Label::new(visit.clone(), visit.as_str())),
            prompt: None,
        }
    }

    fn prompt_label(&self, place: &NotePlace, prompt: &PromptId) -> Label<PromptId> {
        let of_slot = self
            .today
            .plan
            .every_slot()
            .find(|slot| slot.id == place.slot.id)
            .map_or(&[][..], |slot| slot.prompts_of(self.me.group.as_ref()));
        let known: Option<&Prompt> = of_slot.iter().find(|known| known.id == *prompt);
        Label::new(
            prompt.clone(),
            known.map_or(prompt.as_str(), |known| &known.short),
        )
    }
}

/// Whether the journal is told something of this note.
fn is_of_line(effect: &Effect, note: RecordId) -> bool {
    match effect {
        Effect::KeepDraft(draft) => draft.note == note,
        Effect::ForgetDraft(forgotten) => *forgotten == note,
        _ => false,
    }
}
