//! Changes one after the other, in an order that is the same whoever made them when: first what is added, then rows,
//! then visits, then what does not take place; in each, what holds for everyone before what holds for a group, and then
//! by the ids of the records.

use chrono::{NaiveTime, TimeDelta, Timelike};

use super::{Dropped, NotSeen};
use crate::domain::{
    activity::Activity,
    day_change::{Change, DayChange, Scope},
    ids::{GroupId, SlotId, TrackId, VisitId},
    plan::{Plan, Slot, Track, Visit},
    prompt::Prompt,
    record::Record,
    stamp::Stamp,
};

/// Today's plan while the changes are taken in.
pub(super) struct Fold<'a> {
    agreed: &'a Plan,
    plan: Plan,
    group: Option<&'a GroupId>,
    not_seen: Vec<NotSeen>,
    dropped: Vec<Dropped>,
}

/// A change as it is folded.
struct Made<'a> {
    change: &'a Change,
    scope: &'a Scope,
    at: Stamp,
    late: i64,
    /// Whether there was an edition before it: what that one said is not known any more, so it is taken at its word.
    again: bool,
    /// Whether it became known when what it is about had begun for the group.
    too_late: bool,
}

/// `plan` as it would be with changes that are about to be made.
#[must_use]
pub fn with(plan: &Plan, group: Option<&GroupId>, changes: &[DayChange]) -> Plan {
    let mut fold = Fold::new(plan, group);
    let made = changes.iter().map(|change| Made::of(change, false));
    fold.take_made(made.collect());
    fold.finish().0
}

impl<'a> Made<'a> {
    fn of(change: &'a DayChange, again: bool) -> Self {
        Self {
            change: &change.what,
            scope: &change.scope,
            at: change.at,
            late: change.late,
            again,
            too_late: false,
        }
    }
}

impl<'a> Fold<'a> {
    pub(super) fn new(plan: &'a Plan, group: Option<&'a GroupId>) -> Self {
        Self {
            agreed: plan,
            plan: plan.clone(),
            group,
            not_seen: Vec::new(),
            dropped: Vec::new(),
        }
    }

    pub(super) fn take(&mut self, standing: &[(&Record<DayChange>, bool)]) {
        // Of a class that had begun it is still said that it was not seen, and it stays a place of the day.
        let heeded = standing
            .iter()
            .filter(|(record, too_late)| !too_late || matches!(record.body.what, Change::NotSeen { .. }));
        let made = heeded.map(|(record, too_late)| Made {
            too_late: *too_late,
            ..Made::of(&record.body, record.rev > 1)
        });
        self.take_made(made.collect());
    }

    fn take_made(&mut self, mut made: Vec<Made<'_>>) {
        // The sort is stable: the order of the records' ids stays where nothing else decides.
        made.sort_by_key(|made| (stage(made.change), *made.scope != Scope::Everyone));
        for made in &made {
            self.apply(made);
        }
        for slot in self.plan.days.iter_mut().flat_map(|day| &mut day.slots) {
            for track in &mut slot.tracks {
                track.visits.sort_by_key(|visit| visit.starts);
            }
        }
        for day in &mut self.plan.days {
            day.slots.sort_by_key(|slot| slot.starts);
            keep_in_rows(&mut day.slots);
        }
    }

    pub(super) fn finish(mut self) -> (Plan, Vec<NotSeen>, Vec<Dropped>) {
        self.not_seen.sort();
        self.dropped.sort();
        (self.plan, self.not_seen, self.dropped)
    }

    fn apply(&mut self, made: &Made<'_>) {
        let mine = made.scope.holds_for(self.group);
        match made.change {
            Change::RowAdded { .. } if mine => self.add_row(made.change),
            Change::PromptAdded { slot, prompt } if mine => self.add_prompt(slot, prompt),
            Change::PersonAdded { person } if self.plan.person(&person.id).is_none() => {
                self.plan.people.push(person.clone());
            }
            Change::Retimed { slot, starts, ends } if mine => self.retime(made, slot, (*starts, *ends)),
            Change::Dropped { slot, because } if mine => self.drop_row(made, slot, because),
            Change::VisitAdded { .. } => self.add_visit(made),
            Change::VisitMoved { visit, track, starts } => self.move_visit(made, visit, track, *starts),
            Change::NotSeen {
                visit,
                because,
                begun,
            } => self.not_seen(made, visit, (because, *begun || made.too_late)),
            _ => {}
        }
    }

    fn add_row(&mut self, change: &Change) {
        let Change::RowAdded {
            day,
            slot,
            starts,
            ends,
            title,
            kind,
        } = change
        else {
            return;
        };
        let known = self.plan.every_slot().any(|known| known.id == *slot);
        let day = self.plan.days.iter_mut().find(|known| known.id == *day);
        if let (Some(day), false) = (day, known) {
            day.slots.push(Slot {
                id: slot.clone(),
                starts: *starts,
                ends: *ends,
                fixed: false,
                activity: Activity {
                    title: title.clone(),
                    kind: *kind,
                    prompts: Vec::new(),
                },
                remark: String::new(),
                tracks: Vec::new(),
            });
        }
    }

    /// The row with this id, with its position: of the day, and in the day.
    fn row(&self, slot: &SlotId) -> Option<(usize, usize)> {
        let in_day = |slots: &[Slot]| slots.iter().position(|known| known.id == *slot);
        let days = self.plan.days.iter().enumerate();
        days.into_iter()
            .find_map(|(day, known)| Some((day, in_day(&known.slots)?)))
    }

    fn add_prompt(&mut self, slot: &SlotId, prompt: &Prompt) {
        let Some((day, row)) = self.row(slot) else { return };
        let slot = &mut self.plan.days[day].slots[row];
        let own = slot.tracks.iter_mut().filter_map(|track| track.activity.as_mut());
        for activity in own.chain([&mut slot.activity]) {
            if !activity.prompts.iter().any(|known| known.id == prompt.id) {
                activity.prompts.push(prompt.clone());
            }
        }
    }

    /// Whether what is to start at `was`, and by this change at `given`, can still be moved.
    fn can_move(&self, made: &Made<'_>, day: usize, was: NaiveTime, given: NaiveTime) -> bool {
        let by_the_clock = made.at.is_before(self.moment(day, was));
        made.again || by_the_clock || self.had_not_begun(made, day, was) || self.is_to_come(made, day, given)
    }

    /// Whether what is to start at `time` had not begun for whoever made the change.
    fn had_not_begun(&self, made: &Made<'_>, day: usize, time: NaiveTime) -> bool {
        let starts = self.moment(day, time).plus(TimeDelta::minutes(made.late));
        made.at.is_before(starts)
    }

    /// Whether `time` was not yet past when the change was made.
    fn is_to_come(&self, made: &Made<'_>, day: usize, time: NaiveTime) -> bool {
        let minute = made
            .at
            .plus(TimeDelta::seconds(-i64::from(made.at.time().second())));
        !self.moment(day, time).is_before(minute)
    }

    fn moment(&self, day: usize, time: NaiveTime) -> Stamp {
        self.plan.moment(self.plan.days[day].date, time)
    }

    /// A row that has begun keeps its start and may only end at another time.
    fn retime(&mut self, made: &Made<'_>, slot: &SlotId, (starts, ends): (NaiveTime, Option<NaiveTime>)) {
        let Some((day, row)) = self.row(slot) else { return };
        let was = self.plan.days[day].slots[row].starts;
        let not_begun = self.can_move(made, day, was, starts);
        let end_to_come = ends.is_some_and(|ends| self.is_to_come(made, day, ends));
        let slot = &mut self.plan.days[day].slots[row];
        if not_begun {
            slot.starts = starts;
            let tracks = slot
                .tracks
                .iter_mut()
                .filter(|track| made.scope.holds_for(Some(&track.group)));
            for visit in tracks.flat_map(|track| &mut track.visits) {
                visit.starts = shifted(visit.starts, starts - was);
            }
        }
        if not_begun || end_to_come {
            slot.ends = ends;
        }
    }

    fn drop_row(&mut self, made: &Made<'_>, slot: &SlotId, because: &str) {
        let Some((day, row)) = self.row(slot) else { return };
        let starts = self.plan.days[day].slots[row].starts;
        // Other changes may have moved it since: as agreed it was to start then.
        let agreed = self.agreed.slot(slot).map_or(starts, |(_, slot)| slot.starts);
        if self.had_not_begun(made, day, starts.max(agreed)) {
            let slot = self.plan.days[day].slots.remove(row);
            let tracks = slot.tracks.iter();
            for track in tracks.filter(|track| made.scope.holds_for(Some(&track.group))) {
                let unseen = track.visits.iter().map(|visit| NotSeen {
                    slot: slot.id.clone(),
                    group: track.group.clone(),
                    visit: visit.id.clone(),
                    class: visit.class.clone(),
                    because: because.to_string(),
                });
                self.not_seen.extend(unseen);
            }
            self.dropped.push(Dropped {
                slot: slot.id.clone(),
                title: slot.activity.title.clone(),
                because: because.to_string(),
            });
            self.plan.former.push(slot);
        }
    }

    /// A class that was visited without a plan; the group's track is made where it has none.
    fn add_visit(&mut self, made: &Made<'_>) {
        let Change::VisitAdded {
            slot,
            track,
            visit,
            class,
            starts,
        } = made.change
        else {
            return;
        };
        let group = match made.scope {
            Scope::Track(Some(group)) => Some(group.id.clone()),
            Scope::Track(None) | Scope::Everyone => None,
        };
        let known = self.plan.every_slot().any(|slot| slot.visit(visit).is_some());
        let Some((day, row)) = self.row(slot).filter(|_| !known) else {
            return;
        };
        let tracks = &mut self.plan.days[day].slots[row].tracks;
        let visit = Visit {
            id: visit.clone(),
            starts: *starts,
            class: class.clone(),
        };
        let its_track = tracks
            .iter_mut()
            .find(|known| known.id == *track || Some(&known.group) == group.as_ref());
        match (its_track, group) {
            (Some(known), group) => {
                // A change for one group is never one of another's way.
                if group.is_none_or(|group| group == known.group) {
                    known.visits.push(visit);
                }
            }
            (None, Some(group)) => tracks.push(Track {
                id: track.clone(),
                group,
                activity: None,
                visits: vec![visit],
            }),
            (None, None) => {}
        }
    }

    /// Where a visit is: day, row, track, and its position there.
    fn visit(&self, visit: &VisitId) -> Option<(usize, usize, usize, usize)> {
        for (day, known) in self.plan.days.iter().enumerate() {
            for (row, slot) in known.slots.iter().enumerate() {
                for (track, visits) in slot.tracks.iter().enumerate() {
                    if let Some(at) = visits.visits.iter().position(|known| known.id == *visit) {
                        return Some((day, row, track, at));
                    }
                }
            }
        }
        None
    }

    /// A visit belongs to a group: a change for one group can neither take it from another nor give it to one. The track
    /// that it goes to may be one of another row of the day.
    fn move_visit(&mut self, made: &Made<'_>, visit: &VisitId, track: &TrackId, starts: NaiveTime) {
        let Some((day, row, from, at)) = self.visit(visit) else {
            return;
        };
        let (to_row, to) = self.track(day, row, track).unwrap_or((row, from));
        let slots = &mut self.plan.days[day].slots;
        let theirs = [(row, from), (to_row, to)].map(|(row, track)| &slots[row].tracks[track].group);
        let may = theirs.iter().all(|group| made.scope.holds_for(Some(group)));
        let was = slots[row].tracks[from].visits[at].starts;
        if may && self.can_move(made, day, was, starts) {
            let slots = &mut self.plan.days[day].slots;
            slots[row].tracks[from].visits[at].starts = starts;
            if (row, from) != (to_row, to) {
                let moved = slots[row].tracks[from].visits.remove(at);
                slots[to_row].tracks[to].visits.push(moved);
            }
        }
    }

    /// Where a track is on a day: its row, this one before others, and its position there.
    fn track(&self, day: usize, row: usize, track: &TrackId) -> Option<(usize, usize)> {
        let slots = &self.plan.days[day].slots;
        let mut rows = std::iter::once(row).chain(0..slots.len());
        rows.find_map(|row| {
            let at = slots[row].tracks.iter().position(|known| known.id == *track)?;
            Some((row, at))
        })
    }

    /// A class that was to come is not gone to; one that had begun stays a place of the day, and was not seen.
    fn not_seen(&mut self, made: &Made<'_>, visit: &VisitId, (because, begun): (&str, bool)) {
        let Some((day, row, track, at)) = self.visit(visit) else {
            return;
        };
        let slot = &mut self.plan.days[day].slots[row];
        let group = slot.tracks[track].group.clone();
        if !made.scope.holds_for(Some(&group)) {
            return;
        }
        self.not_seen.push(NotSeen {
            slot: slot.id.clone(),
            group,
            visit: visit.clone(),
            class: slot.tracks[track].visits[at].class.clone(),
            because: because.to_string(),
        });
        // Other changes may have moved it since: as agreed it was to start then.
        let starts = slot.tracks[track].visits[at].starts;
        let agreed = self.agreed.slot(&slot.id).and_then(|(_, slot)| slot.visit(visit));
        let starts = agreed.map_or(starts, |agreed| agreed.starts.max(starts));
        if !begun && self.had_not_begun(made, day, starts) {
            let slot = &mut self.plan.days[day].slots[row];
            let gone = slot.tracks[track].visits.remove(at);
            let only = Track {
                visits: vec![gone],
                ..slot.tracks[track].clone()
            };
            let former = Slot {
                tracks: vec![only],
                ..slot.clone()
            };
            self.plan.former.push(former);
        }
    }
}

/// No visit begins after its row is over: one that comes back into a row which was moved meanwhile stands at its end.
fn keep_in_rows(slots: &mut [Slot]) {
    let begins: Vec<NaiveTime> = slots.iter().map(|slot| slot.starts).collect();
    for (at, slot) in slots.iter_mut().enumerate() {
        let Some(ends) = slot.ends.or_else(|| begins.get(at + 1).copied()) else {
            continue;
        };
        let last = ends.max(slot.starts);
        for visit in slot.tracks.iter_mut().flat_map(|track| &mut track.visits) {
            visit.starts = visit.starts.min(last);
        }
    }
}

/// The order in which kinds of change are taken in.
fn stage(change: &Change) -> u8 {
    match change {
        Change::Stepped { .. } | Change::PersonAdded { .. } | Change::RowAdded { .. } => 0,
        Change::PromptAdded { .. } => 1,
        Change::Retimed { .. } => 2,
        Change::VisitAdded { .. } => 3,
        Change::VisitMoved { .. } => 4,
        Change::NotSeen { .. } => 5,
        Change::Dropped { .. } => 6,
    }
}

/// A time of the day so much later, kept inside the day.
fn shifted(time: NaiveTime, by: TimeDelta) -> NaiveTime {
    let last = NaiveTime::from_hms_opt(23, 59, 0).unwrap_or(time);
    match time.overflowing_add_signed(by) {
        (moved, 0) => moved,
        (_, days) if days < 0 => NaiveTime::MIN,
        _ => last,
    }
}
