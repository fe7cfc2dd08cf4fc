//! What a row of the table takes over from the row of the plan that it means.

use chrono::{NaiveTime, TimeDelta};

use super::matching;
use crate::domain::{
    activity::Activity,
    ids::VisitId,
    pairing,
    plan::{Slot, Track, Visit, unstated_end},
    prompt::Prompt,
};

/// A row as it was, with what had left it before.
pub(super) struct Before<'a> {
    pub row: &'a Slot,
    pub former: Option<&'a Slot>,
    /// When the row after it started.
    pub followed: Option<NaiveTime>,
}

/// A row that was followed by the next one without a gap goes on until the next one, if that is no later, in minutes.
const LONGEST_STRETCH: i64 = 30;

/// The row of the table with the ids of the row before, and with all of it that the table says nothing of. `next` is
/// when the next row starts.
pub fn carry(before: &Before<'_>, wanted: Slot, next: Option<NaiveTime>) -> Slot {
    let was = before.row;
    let moved = wanted.starts - was.starts;
    let former = before.former.map(|former| &former.activity);
    let ends = stated(was, &wanted, next).or_else(|| end_before(before, wanted.starts, next));
    let tracks = if wanted.tracks.is_empty() {
        was.tracks.iter().map(|track| shifted(track, moved)).collect()
    } else {
        let tracks = wanted.tracks.into_iter();
        tracks.map(|track| carry_track(before, track, moved)).collect()
    };
    Slot {
        id: was.id.clone(),
        starts: wanted.starts,
        ends,
        fixed: was.fixed || wanted.fixed,
        activity: carry_activity(&was.activity, former, wanted.activity),
        remark: if wanted.remark.is_empty() || is_spaced_otherwise(&was.remark, &wanted.remark) {
            was.remark.clone()
        } else {
            wanted.remark
        },
        tracks,
    }
}

/// Whether two remarks differ in nothing but space and the ends of lines, which a table can't hold.
fn is_spaced_otherwise(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// The end that the table says. A sheet prints one for a row without: it stays without, as the next one ends it.
fn stated(was: &Slot, wanted: &Slot, next: Option<NaiveTime>) -> Option<NaiveTime> {
    let follows = unstated_end(wanted.starts, next.into_iter());
    wanted.ends.filter(|ends| was.ends.is_some() || *ends != follows)
}

/// The end that the row had, if it still starts when it did and the next row leaves it that time. Where there was no
/// gap before the next row, there is none now.
fn end_before(before: &Before<'_>, starts: NaiveTime, next: Option<NaiveTime>) -> Option<NaiveTime> {
    let was = before.row;
    let ends = was.ends.filter(|_| was.starts == starts)?;
    let Some(next) = next else { return Some(ends) };
    let gap = (next - ends).num_minutes();
    let stretches = before.followed == Some(ends) && (0..=LONGEST_STRETCH).contains(&gap);
    if stretches {
        return Some(next);
    }
    (ends <= next).then_some(ends)
}

fn carry_track(before: &Before<'_>, wanted: Track, moved: TimeDelta) -> Track {
    let of_group = |slot: &'_ &Slot| -> Option<Track> { slot.track(Some(&wanted.group)).cloned() };
    let was = of_group(&before.row);
    let former = before.former.as_ref().and_then(of_group);
    let activity = wanted.activity.map(|activity| {
        let own = was.as_ref().and_then(|track| track.activity.as_ref());
        let gone = former.as_ref().and_then(|track| track.activity.as_ref());
        match own.or(gone) {
            Some(own) => carry_activity(own, gone, activity),
            None => activity,
        }
    });
    let mut known: Vec<Visit> = was.iter().flat_map(|track| track.visits.clone()).collect();
    let visits = if wanted.visits.is_empty() {
        was.as_ref()
            .map_or_else(Vec::new, |track| shifted(track, moved).visits)
    } else {
        let gone = former.iter().flat_map(|track| track.visits.clone());
        // A row that comes back is its own former row.
        let gone: Vec<Visit> = gone
            .filter(|gone| known.iter().all(|visit| visit.id != gone.id))
            .collect();
        known.extend(gone);
        carry_visits(&known, wanted.visits)
    };
    let id = was.or(former).map_or(wanted.id, |track| track.id);
    Track {
        id,
        group: wanted.group,
        activity,
        visits,
    }
}

fn carry_visits(known: &[Visit], wanted: Vec<Visit>) -> Vec<Visit> {
    let pairs = matching::visits(&wanted, known);
    let with_id = |(visit, pair): (Visit, Option<usize>)| {
        let id: Option<VisitId> = pair.map(|at| known[at].id.clone());
        Visit {
            id: id.unwrap_or(visit.id),
            ..visit
        }
    };
    wanted.into_iter().zip(pairs).map(with_id).collect()
}

/// The track at its new time, with its visits moved along.
fn shifted(track: &Track, by: TimeDelta) -> Track {
    let mut track = track.clone();
    for visit in &mut track.visits {
        let (starts, days) = visit.starts.overflowing_add_signed(by);
        if days == 0 {
            visit.starts = starts;
        }
    }
    track
}

fn carry_activity(was: &Activity, former: Option<&Activity>, wanted: Activity) -> Activity {
    let former = former.map_or(&[][..], |former| &former.prompts);
    let prompts = if wanted.prompts.is_empty() {
        was.prompts.clone()
    } else {
        let gone = former
            .iter()
            .filter(|gone| was.prompts.iter().all(|prompt| prompt.id != gone.id));
        let known: Vec<Prompt> = was.prompts.iter().chain(gone).cloned().collect();
        pairing::known_again(&known, wanted.prompts)
    };
    Activity { prompts, ..wanted }
}
