//! Edits of what one group does in a row, and of the classes it visits.

use chrono::NaiveTime;

use super::{Fresh, Refusal, Way, row_mut, times, wording};
use crate::domain::{
    activity::{Activity, ActivityKind},
    ids::{SlotId, TrackId, VisitId},
    plan::{Plan, Visit},
};

/// A change of what one group does in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TrackEdit {
    /// The group does what the row does; its visits go.
    Remove,
    /// The group does something of its own: what, and of which kind. Its questions stay if it already did.
    Own(String, ActivityKind),
    /// The group does what the row does, and keeps its visits.
    AsTheRow,
    /// A further class.
    AddVisit {
        /// When.
        starts: NaiveTime,
        /// Which class.
        class: String,
    },
}

/// A change of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VisitEdit {
    /// It goes.
    Remove,
    /// Another time.
    Starts(NaiveTime),
    /// Another class.
    Class(String),
    /// It changes times with its neighbour.
    Move(Way),
}

pub(super) fn apply(
    plan: &mut Plan,
    row: &SlotId,
    track: &TrackId,
    edit: TrackEdit,
    fresh: Fresh,
) -> Result<(), Refusal> {
    let visit = VisitId::new(fresh.id("visit", plan));
    let (day, at) = row_mut(plan, row)?;
    let tracks = &mut day.slots[at].tracks;
    let nth = tracks.iter().position(|other| other.id == *track);
    let nth = nth.ok_or(Refusal::Gone)?;
    match edit {
        TrackEdit::Remove => drop(tracks.remove(nth)),
        TrackEdit::Own(title, kind) => {
            let title = wording::some(&title)?;
            let prompts = tracks[nth].activity.take().map(|own| own.prompts);
            tracks[nth].activity = Some(Activity {
                title,
                kind,
                prompts: prompts.unwrap_or_default(),
            });
        }
        TrackEdit::AsTheRow => tracks[nth].activity = None,
        TrackEdit::AddVisit { starts, class } => {
            tracks[nth].visits.push(Visit {
                id: visit,
                starts: times::to_the_minute(starts),
                class: wording::some(&class)?,
            });
            tracks[nth].visits.sort_by_key(|visit| visit.starts);
        }
    }
    Ok(())
}

pub(super) fn apply_to_visit(plan: &mut Plan, id: &VisitId, edit: VisitEdit) -> Result<(), Refusal> {
    let holds = |row: &&mut crate::domain::plan::Slot| row.visit(id).is_some();
    let rows = plan.days.iter_mut().flat_map(|day| &mut day.slots);
    let row = { rows }.find(holds).ok_or(Refusal::Gone)?.id.clone();
    let (day, at) = row_mut(plan, &row)?;
    let mut tracks = day.slots[at].tracks.iter_mut();
    let visits = tracks
        .find(|track| track.visits.iter().any(|visit| visit.id == *id))
        .map(|track| &mut track.visits)
        .ok_or(Refusal::Gone)?;
    let nth = visits.iter().position(|visit| visit.id == *id);
    let nth = nth.ok_or(Refusal::Gone)?;
    match edit {
        VisitEdit::Remove => drop(visits.remove(nth)),
        VisitEdit::Class(class) => visits[nth].class = wording::some(&class)?,
        VisitEdit::Starts(starts) => {
            visits[nth].starts = times::to_the_minute(starts);
            visits.sort_by_key(|visit| visit.starts);
        }
        VisitEdit::Move(way) => {
            let beside = way.beside(nth, visits.len()).ok_or(Refusal::AtTheEdge)?;
            let (here, there) = (visits[nth].starts, visits[beside].starts);
            (visits[nth].starts, visits[beside].starts) = (there, here);
            visits.swap(nth, beside);
        }
    }
    Ok(())
}
