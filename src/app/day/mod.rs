//! The running day: where the group is, what is typed, what is known.

mod acting;
mod alone;
mod apart;
mod beside;
mod board;
mod changing;
mod discarding;
mod entering;
mod finding;
mod history;
mod line;
mod moving;
mod named;
mod news;
mod opening;
mod others;
mod placing;
mod planning;
mod pointing;
mod remedying;
mod saving;
mod seen;
mod shift;
mod signing;
mod table;
mod taking_home;
mod their_words;
mod tray;
mod typed_for_me;
mod unplanned;
mod walking;
mod writing_in;

use std::path::PathBuf;

pub use board::{Board, Mine};
pub use changing::Heard;
pub use history::History;
pub use others::Others;
pub use planning::{Edited, Held, Keeper, PlanRight, Planning, Unchanged};
pub use saving::Saving;
pub use taking_home::TakeHome;
pub use tray::AnyPlace;
pub use walking::PromptChoice;

use super::{capture::Capture, message::ReadOnly, notice::Notice};
use crate::domain::{
    clock_offset::ClockOffsets,
    course::{Course, Position},
    ids::{GroupId, PersonId, PromptId, WriterId},
    note::{Note, NotePlace},
    placing::Placed,
    plan::Plan,
    prompt::Prompt,
    record::{Record, Shelf},
    records::Records,
    route::{Route, Stop, StopView},
    today::Today,
};

/// A session on the screen, as one person sees it.
#[derive(Debug, Clone)]
pub struct Day {
    /// The session's folder.
    pub folder: PathBuf,
    /// The agreed plan.
    pub plan: Plan,
    /// The plan as it is today, for this person's group.
    pub today: Today,
    /// What is known of who changed the day.
    pub heard: Heard,
    /// The files of colleagues, as they stand.
    pub others: Others,
    /// By how much the clocks of other laptops differ from ours.
    pub clocks: ClockOffsets,
    /// Who is at this laptop.
    pub me: Me,
    /// Everything recorded, by everybody.
    pub records: Records,
    /// The private notes of this person.
    pub private: Shelf<Note>,
    /// The way of this person's group.
    pub route: Route,
    /// Where on it the group is, as far as hands decided it.
    pub course: Course,
    /// Where the group is now; `None` if the plan has no row.
    pub position: Option<Position>,
    /// The line that is being typed.
    pub capture: Capture,
    /// Which question was chosen at which place, and what can be taken back there.
    pub prompts: PromptChoice,
    /// What is known at this place, ready to be drawn.
    pub board: Board,
    /// What was done in this sitting.
    pub history: History,
    /// What is on its way to the disk.
    pub saving: Saving,
    /// What becomes of the plan in this sitting.
    pub planning: Planning,
    /// Whether the plan may be changed here.
    pub owns_plan: bool,
    /// Why nothing can be written here, if so.
    pub read_only: Option<ReadOnly>,
    /// What was found wrong with the plan when the session was opened, in words, until it can be read.
    pub plan_problem: Option<String>,
    /// What was found wrong with files, in words, but for those of records.
    pub problems: Vec<String>,
    /// Whether the screen was hidden over the open line, and nobody has said since that the line is kept.
    line_hidden: bool,
}

/// The person at this laptop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Me {
    /// Their id in the plan.
    pub person: PersonId,
    /// Their name there.
    pub name: String,
    /// The group they go with.
    pub group: Option<GroupId>,
    /// Their writer id on this machine.
    pub writer: WriterId,
    /// Whom this machine wrote as before: their file could not be written to any more.
    pub formerly: Vec<WriterId>,
    /// The number of their next record.
    pub next_seq: u32,
    /// Whose words they typed last.
    pub last_by: Option<PersonId>,
}

impl Day {
    /// The stop where the group is now.
    #[must_use]
    pub fn stop(&self) -> Option<&Stop> {
        self.route.stop(self.position?.stop)
    }

    /// What the plan says of the place where the group is now.
    #[must_use]
    pub fn here(&self) -> Option<StopView<'_>> {
        self.today.plan.view(self.stop()?, self.me.group.as_ref())
    }

    /// The questions of the place where the group is now.
    #[must_use]
    pub fn prompts_here(&self) -> &[Prompt] {
        self.here().map_or(&[], |here| &here.activity.prompts)
    }

    /// The question that is chosen where the group is now.
    #[must_use]
    pub fn prompt_here(&self) -> Option<&Prompt> {
        let here = self.here()?;
        let chosen = self.prompts.at(&here.stop.place, here.activity)?;
        here.activity.prompts.iter().find(|prompt| prompt.id == *chosen)
    }

    /// The questions of the place that the open line belongs to, or else of the present one.
    #[must_use]
    pub fn prompts_of_line(&self) -> &[Prompt] {
        let Some(started) = self.capture.started() else {
            return self.prompts_here();
        };
        let place = &started.place;
        let group = place
            .track
            .as_ref()
            .map(|track| &track.id)
            .or(self.me.group.as_ref());
        self.today
            .plan
            .every_slot()
            .find(|slot| slot.id == place.slot.id)
            .map_or(&[], |slot| slot.prompts_of(group))
    }

    /// The question that the open line answers, or that the next note will.
    #[must_use]
    pub fn prompt_of_line(&self) -> Option<PromptId> {
        match self.capture.started() {
            Some(started) => started.place.prompt.as_ref().map(|prompt| prompt.id.clone()),
            None => self.prompt_here().map(|prompt| prompt.id.clone()),
        }
    }

    /// Where a note begun now belongs.
    #[must_use]
    pub fn place_now(&self) -> Option<NotePlace> {
        let here = self.here()?;
        Some(NotePlace::at(&self.today.plan, &here, self.me.group.as_ref()).on(self.prompt_here()))
    }

    /// A note by its place in the lists, as it is seen here: others may have put it elsewhere, or tagged it.
    #[must_use]
    pub fn note(&self, mine: Mine) -> Option<&Record<Note>> {
        if mine.private {
            self.private.get(mine.note)
        } else {
            self.records.note(mine.note)
        }
    }

    /// How a note of the session is seen, if otherwise than its writer wrote it.
    #[must_use]
    pub fn placed(&self, mine: Mine) -> Option<&Placed> {
        self.records.placed(mine.note).filter(|_| !mine.private)
    }

    /// A note as its writer wrote it.
    #[must_use]
    pub fn note_as_written(&self, mine: Mine) -> Option<&Record<Note>> {
        if mine.private {
            self.private.get(mine.note)
        } else {
            self.records.notes.get(mine.note)
        }
    }
}

/// What a message leads to, as it is gathered.
#[derive(Debug, Default)]
pub struct Reply {
    /// What is to be done.
    pub effects: Vec<super::message::Effect>,
    /// What is to be said.
    pub notice: Option<Notice>,
    /// What else came of the same, which is not to be lost behind it.
    pub also: Vec<Notice>,
}

impl Reply {
    pub(super) fn say(&mut self, notice: Notice) {
        self.also.extend(self.notice.replace(notice));
    }

    /// Says it as well, behind what is said already.
    pub(super) fn say_too(&mut self, notice: Notice) {
        match self.notice {
            Some(_) => self.also.push(notice),
            None => self.notice = Some(notice),
        }
    }
}
