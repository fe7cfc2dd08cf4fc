//! What can be done about being late: push the rest, squeeze it, or drop a place of it; each with all its new times and
//! what it costs.
//!
//! Only what has not begun is moved. Fixed rows and the end of the day stay where they are unless it is asked to move
//! them, and then each is named. Being early is lateness below zero. Times are whole minutes of the day.

mod costs;
mod others;
mod record;
mod swapping;
mod times;

use chrono::{NaiveTime, TimeDelta};

pub use swapping::{Exchange, exchange};

use super::{
    course::{Phase, Position},
    day_change::{Change, DayChange, Scope},
    ids::GroupId,
    plan::Plan,
    route::{PlaceId, Route, Stop},
    stamp::Stamp,
    today,
};

/// The three ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// Everything keeps its length and moves, up to the next fixed point.
    Push,
    /// What lies before the next fixed point gets shorter.
    Squeeze,
    /// One place is left out.
    Drop,
}

impl Way {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Push, Self::Squeeze, Self::Drop];
}

/// The day as it stands for one group.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// The plan as it was agreed, for how long things were to take.
    pub agreed: &'a Plan,
    /// Today's plan.
    pub plan: &'a Plan,
    /// The way of the group through today's plan.
    pub route: &'a Route,
    /// Where the group is.
    pub position: Position,
    /// The present moment.
    pub now: Stamp,
}

impl Standing<'_> {
    /// Whether the day has not begun for the group: its first place is to come too.
    fn is_before_the_day(&self) -> bool {
        matches!(self.position.phase, Phase::Before(_))
    }

    /// The first place that has not begun, by its position on the route.
    fn first_to_come(&self) -> usize {
        self.position.stop + usize::from(!self.is_before_the_day())
    }
}

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Minutes late; below zero early.
    pub late: i64,
    /// Whether the fixed rows and the end of the day move too.
    pub move_fixed: bool,
    /// The place that a squeeze makes shorter, or that is dropped. Without one that can give, a squeeze is shared by
    /// all, and the last place before the next fixed point is dropped.
    pub chosen: Option<PlaceId>,
    /// Whether the other groups' visits go the same way.
    pub everyone: bool,
}

/// One thing that can be done, with all that comes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// Which of the three it is.
    pub way: Way,
    /// The places of the day from the present one on.
    pub lines: Vec<Line>,
    /// What it costs, the dearest first.
    pub costs: Vec<Cost>,
    /// What is to be recorded.
    pub changes: Vec<DayChange>,
}

impl Remedy {
    /// When a fixed point follows on the present place that the group is not too late for, so that it is in time from
    /// then on.
    #[must_use]
    pub fn in_time_from(&self) -> Option<Stamp> {
        let [here, next, ..] = self.lines.as_slice() else {
            return None;
        };
        let starts = next.becomes?.0;
        (here.here && next.fixed && here.there_from?.is_before(starts)).then_some(starts)
    }
}

/// One place: as it is, and as it would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The place.
    pub place: PlaceId,
    /// What the plan calls it.
    pub name: String,
    /// Start and end as they hold now.
    pub was: (Stamp, Stamp),
    /// Start and end as they would be; `None` if it would be dropped.
    pub becomes: Option<(Stamp, Stamp)>,
    /// When the group came there, or comes: later than the present place starts, for who is late at it.
    pub there_from: Option<Stamp>,
    /// Whether the group is there: the present place. Before the day begins there is none.
    pub here: bool,
    /// Whether somebody waits for it.
    pub fixed: bool,
    /// Whether a squeeze can be asked of it, or it can be dropped.
    pub can_give: bool,
}

/// What a remedy costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cost {
    /// A fixed point moves: those who wait for it have to be told.
    FixedMoved {
        /// What the plan calls it.
        name: String,
        /// When it was to start.
        from: Stamp,
        /// When it would.
        to: Stamp,
        /// The name of the group for which alone it moves, if other groups go there and keep its time.
        alone: Option<String>,
    },
    /// Two groups would be in one room.
    SameRoom {
        /// The class.
        class: String,
        /// Since when.
        from: Stamp,
        /// Until when.
        until: Stamp,
    },
    /// A class would not be seen by this group.
    Unseen {
        /// The class.
        class: String,
        /// Whether nobody else sees it either.
        by_nobody: bool,
    },
    /// A row would not take place.
    RowDropped {
        /// What the plan calls it.
        name: String,
    },
    /// The discussion of findings would keep less than eight ninths of its time: 40 minutes of 45.
    Discussion {
        /// The minutes it would keep.
        keeps: i64,
        /// The minutes it was planned for.
        of: i64,
    },
    /// The day would end at another time.
    DayEnds {
        /// When it was to end.
        from: Stamp,
        /// When it would.
        to: Stamp,
    },
    /// Another group goes to its classes at other times.
    OthersMove {
        /// The name of the group.
        group: String,
        /// Its classes, with when each was to begin and when it would.
        visits: Vec<(String, Stamp, Stamp)>,
    },
    /// Another group keeps its times, though it was asked for everyone: only this one leaves something out.
    OthersKeep {
        /// The name of the group.
        group: String,
    },
    /// A place would be longer, by the time of one behind it that is dropped.
    Longer {
        /// What the plan calls it.
        name: String,
        /// The minutes it would last.
        lasts: i64,
        /// The minutes it was planned for.
        of: i64,
    },
    /// A place would be shorter.
    Shortened {
        /// What the plan calls it.
        name: String,
        /// The minutes it would keep.
        keeps: i64,
        /// The minutes it was planned for.
        of: i64,
    },
}

/// The three things that can be done.
#[must_use]
pub fn remedies(standing: &Standing<'_>, options: &Options) -> [Remedy; 3] {
    Way::ALL.map(|way| remedy(standing, options, way))
}

/// Where the times of a day can be changed from: the place of a group while its day runs, and before that, on the day
/// itself, its first place, which has not begun; `None` on other days, and once the day is over.
#[must_use]
pub fn changed_from(route: &Route, position: Position, now: Stamp) -> Option<Position> {
    match position.phase {
        Phase::During(_) => Some(position),
        Phase::Before(day) => {
            let stop = route.first_of(day)?;
            let today = route.stop(stop)?.starts.date() == now.date();
            today.then_some(Position {
                stop,
                late: 0,
                held: false,
                ..position
            })
        }
        Phase::After(_) | Phase::NoPlan => None,
    }
}

/// How many minutes late a group is at a place, if it is still there and was to have left it: by its own lateness, or
/// by how long it has stayed. As long as the next place has not begun nobody is late for it.
#[must_use]
pub fn minutes_late(route: &Route, position: Position, now: Stamp) -> i64 {
    let here = route.stop(position.stop);
    let next = route.stop(position.stop + 1);
    let next = next.filter(|next| here.is_some_and(|here| here.day == next.day));
    let was_to_go = here.map(|here| next.map_or(here.ends, |next| here.ends.max(next.starts)));
    let over = was_to_go.map_or(0, |was_to_go| now.minutes_since(was_to_go));
    if position.held && over > 0 {
        over.max(position.late)
    } else {
        position.late
    }
}

/// How late a group is for a change that it makes now: what lies behind its place had not begun, however long it
/// stays there.
#[must_use]
pub fn late_of_changes(route: &Route, position: Position, now: Stamp) -> i64 {
    let here = route.stop(position.stop);
    let next = route.stop(position.stop + 1);
    let next = next.filter(|next| here.is_some_and(|here| here.day == next.day));
    next.map_or(position.late, |next| {
        position.late.max(now.minutes_since(next.starts) + 1)
    })
}

fn remedy(standing: &Standing<'_>, options: &Options, way: Way) -> Remedy {
    let group = standing.route.group();
    let scope = if options.everyone {
        Scope::Everyone
    } else {
        today::scope_of(standing.plan, group)
    };
    let late = late_of_changes(standing.route, standing.position, standing.now);
    let made = |what| DayChange {
        at: standing.now,
        late,
        scope: scope.clone(),
        what,
    };
    let mut changes: Vec<DayChange> = own_changes(standing, options, way)
        .into_iter()
        .map(made)
        .collect();
    let mut plan = today::with(standing.plan, group, &changes);
    if options.everyone {
        let theirs = others::changes(standing, options, way, &plan);
        // The others go by the clock, however early this group is.
        changes.extend(theirs.into_iter().map(made).map(|change| DayChange {
            late: late.max(0),
            ..change
        }));
        plan = today::with(standing.plan, group, &changes);
    }
    let route = Route::of(&plan, group);
    let lines = lines(standing, options, &route);
    let mut costs = costs::costs(standing, options, &plan, &lines);
    if options.everyone {
        costs.extend(costs::of_others(standing.plan, &plan, group));
        let moves = costs::others_move(standing.plan, &plan, group);
        if way == Way::Drop && !changes.is_empty() {
            costs.extend(costs::others_keep(standing.plan, &moves, group));
        }
        costs.extend(moves);
    }
    Remedy {
        way,
        lines,
        costs,
        changes,
    }
}

fn own_changes(standing: &Standing<'_>, options: &Options, way: Way) -> Vec<Change> {
    let Some(laid) = times::laid(standing, options, way) else {
        return Vec::new();
    };
    record::changes(standing.plan, standing.route, standing.position.stop, &laid)
}

/// The places of the present day from the present one on, as they are and as they would be on `route`.
fn lines(standing: &Standing<'_>, options: &Options, route: &Route) -> Vec<Line> {
    let movable = times::movable(standing, options);
    let stops = standing.route.stops().iter().enumerate();
    let day = standing.route.stop(standing.position.stop).map(|stop| stop.day);
    let to_come = stops.filter(|(at, stop)| *at >= standing.position.stop && Some(stop.day) == day);
    to_come
        .map(|(at, stop)| {
            let becomes = route.position(&stop.place).and_then(|at| route.stop(at));
            let becomes = becomes.map(|stop| (stop.starts, stop.ends));
            let here = at == standing.position.stop && !standing.is_before_the_day();
            Line {
                place: stop.place.clone(),
                name: name(standing.plan, stop, standing.route.group()),
                was: (stop.starts, stop.ends),
                becomes,
                there_from: becomes.map(|becomes| {
                    if here {
                        came(standing, options.late, becomes)
                    } else {
                        becomes.0
                    }
                }),
                here,
                fixed: stop.fixed,
                can_give: movable.contains(&at),
            }
        })
        .collect()
}

/// When a group that is so late came to its present place: as late, unless it stays there too long already.
fn came(standing: &Standing<'_>, late: i64, becomes: (Stamp, Stamp)) -> Stamp {
    let late = if standing.position.held { 0 } else { late.max(0) };
    becomes.0.plus(TimeDelta::minutes(late)).min(becomes.1)
}

fn name(plan: &Plan, stop: &Stop, group: Option<&GroupId>) -> String {
    plan.view(stop, group).map_or_else(String::new, |view| {
        view.visit
            .map_or(&view.activity.title, |visit| &visit.class)
            .clone()
    })
}

/// The minute of a day, counted from midnight, as a time; kept inside the day.
fn time(minute: i64) -> NaiveTime {
    let minute = u32::try_from(minute.clamp(0, times::LAST_MINUTE)).unwrap_or(0);
    NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap_or(NaiveTime::MIN)
}

#[cfg(test)]
mod tests;
