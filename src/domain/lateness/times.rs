//! The new times of what has not begun.

use std::ops::Range;

use chrono::Timelike;

use super::{Options, Standing, Way};
use crate::domain::{
    activity::ActivityKind,
    plan::Plan,
    route::{Route, Stop},
    stamp::Stamp,
};

/// The last minute of a day.
pub(super) const LAST_MINUTE: i64 = 24 * 60 - 1;

/// Start and end in minutes of the day.
pub(super) type Span = (i64, i64);

/// Places by their positions on the route, with their new times; `None` is dropped. Those that are not named keep theirs.
pub(super) type Laid = Vec<(usize, Option<Span>)>;

/// The places that may move, by their positions on the route: what has not begun, up to the next fixed point or, if
/// those move too, up to the end of the day. A fixed point whose time went by while the group is not there yet can't
/// stay: what lies behind it is offered too, up to the next one that can, if each has a minute before that.
pub(super) fn movable(standing: &Standing<'_>, options: &Options) -> Range<usize> {
    let here = standing.position.stop;
    let stops = standing.route.stops();
    let Some(day) = stops.get(here).map(|stop| stop.day) else {
        return 0..0;
    };
    let first = standing.first_to_come();
    let until = |stays: &dyn Fn(&Stop) -> bool| {
        let behind = stops.iter().enumerate().skip(first);
        let mut ends = behind.filter(|(_, stop)| stop.day != day || (!options.move_fixed && stays(stop)));
        ends.next().map_or(stops.len(), |(at, _)| at)
    };
    let fixed = until(&|stop| stop.fixed);
    let can_stay = until(&|stop| stop.fixed && !went_by(standing, stop));
    let behind = first..can_stay;
    if has_room(standing, options, behind.clone()) {
        behind
    } else {
        first..fixed
    }
}

/// Whether the time of a stop is past.
fn went_by(standing: &Standing<'_>, stop: &Stop) -> bool {
    let minute = |stamp| minute_of(standing.plan, stop.starts.date(), stamp);
    minute(stop.starts) < minute(standing.now)
}

/// When somebody waits for a fixed stop: from when its row begins, though its first class may not be gone to.
fn reached(standing: &Standing<'_>, stop: &Stop) -> i64 {
    let plan = standing.plan;
    let date = stop.starts.date();
    let minute = |stamp| minute_of(plan, date, stamp);
    let row = plan.days.get(stop.day).and_then(|day| day.slots.get(stop.row));
    let begins = row.map_or(stop.starts, |row| plan.moment(date, row.starts));
    minute(stop.starts).min(minute(begins).max(minute(standing.now)))
}

/// Whether each of these places has a minute before the one behind them.
fn has_room(standing: &Standing<'_>, options: &Options, range: Range<usize>) -> bool {
    let stops = standing.route.stops();
    let Some(first) = stops.get(range.start).filter(|_| !range.is_empty()) else {
        return false;
    };
    let minute = |stamp| minute_of(standing.plan, first.starts.date(), stamp);
    let next = stops.get(range.end).filter(|next| next.day == first.day);
    let ends = standing.route.day_span(first.day).map(|(_, ends)| minute(ends));
    let Some(bound) = next.map(|next| reached(standing, next)).or(ends) else {
        return false;
    };
    let starts = minute(first.starts);
    let from = starts + options.late.max(minute(standing.now) - starts);
    let places = range.len();
    usize::try_from(bound - from).is_ok_and(|room| room >= places)
}

/// The new times of a way out of lateness; `None` if the route has no such place.
pub(super) fn laid(standing: &Standing<'_>, options: &Options, way: Way) -> Option<Laid> {
    let plan = standing.plan;
    let stops = standing.route.stops();
    let here = stops.get(standing.position.stop)?;
    let date = plan.days.get(here.day)?.date;
    let minute = |stamp: Stamp| minute_of(plan, date, stamp);
    let range = movable(standing, options);
    let spans: Vec<Span> = stops[range.clone()]
        .iter()
        .map(|stop| (minute(stop.starts), minute(stop.ends)))
        .collect();
    let bound = match stops.get(range.end).filter(|next| next.day == here.day) {
        Some(fixed) => reached(standing, fixed),
        None if options.move_fixed => LAST_MINUTE,
        None => minute(standing.route.day_span(here.day)?.1),
    };
    let now = minute(standing.now);
    let present_ends = minute(here.ends);
    let first = spans.first().map_or(present_ends, |first| first.0);
    // What has not begun can't begin before now, nor before what comes before it.
    let starts = begun(standing, options, here);
    let behind_it = if standing.is_before_the_day() {
        now - first
    } else {
        starts + 1 - first
    };
    let shift = options.late.max(now - first).max(behind_it);
    let chosen = options.chosen.as_ref();
    let chosen = chosen
        .and_then(|chosen| standing.route.position(chosen))
        .filter(|chosen| range.contains(chosen))
        .map(|chosen| chosen - range.start);
    let last = spans.iter().map(|span| span.1).max().unwrap_or(bound);
    let wanted = match way {
        Way::Push => pushed(&spans, shift),
        Way::Squeeze => {
            // A gap before the fixed point is used up first.
            let gap = if options.move_fixed { 0 } else { shift.max(0) };
            squeezed(&spans, shift, (last + gap).min(bound), chosen)
        }
        Way::Drop => {
            let can_go = |at: &usize| !stops[range.start + at].fixed;
            let chosen = chosen.filter(can_go);
            let places: Vec<usize> = (0..spans.len()).filter(can_go).collect();
            let mut by_default = places.iter().rev();
            let dropped = by_default.find(|at| !is_outcome(standing, &stops[range.start + **at]));
            let dropped = chosen.or(dropped.or(places.last()).copied());
            without(&spans, shift, dropped, &lost(standing, &stops[range.clone()]))
        }
    };
    let times = fitted(&wanted, first + shift, bound);
    if standing.is_before_the_day() {
        return Some(range.zip(times).collect());
    }
    let next = times.iter().flatten().next();
    let meets = present_ends == first;
    // Who is early has the time until the fixed point that comes next.
    let waits = spans.is_empty() && shift < 0 && range.end < stops.len() && bound >= present_ends;
    let over = (if waits { bound } else { present_ends + shift }).min(bound.max(minute(here.starts) + 1));
    let ends = next.filter(|_| meets).map_or(over, |next| next.0);
    let mut laid = passed_over(standing, here, starts);
    laid.push((standing.position.stop, Some((starts, ends.max(starts + 1)))));
    laid.extend(range.zip(times));
    Some(laid)
}

/// The places of the day before `here` that were to begin after `starts`: they were passed over, and are over.
fn passed_over(standing: &Standing<'_>, here: &Stop, starts: i64) -> Laid {
    let minute = |stop: &Stop| minute_of(standing.plan, here.starts.date(), stop.starts);
    let before = standing.route.stops()[..standing.position.stop]
        .iter()
        .enumerate();
    let passed = before.filter(|(_, stop)| stop.day == here.day && minute(stop) > starts);
    passed.map(|(at, _)| (at, Some((starts, starts)))).collect()
}

/// When the present place began. Who is early may be at one that was to begin later: what was passed over on the way
/// there is over. Those who wait for a fixed one, here or on the way, are not told so unasked, and the other groups are not there yet.
fn begun(standing: &Standing<'_>, options: &Options, here: &Stop) -> i64 {
    let date = standing
        .plan
        .days
        .get(here.day)
        .map_or(here.starts.date(), |day| day.date);
    let starts = minute_of(standing.plan, date, here.starts);
    let now = minute_of(standing.plan, date, standing.now);
    let before = &standing.route.stops()[..standing.position.stop];
    let before = before.iter().filter(|stop| stop.day == here.day);
    let waited_for = |stop: &Stop| stop.fixed && minute_of(standing.plan, date, stop.starts) > now;
    let somebody_waits = !options.move_fixed && before.clone().chain([here]).any(waited_for);
    if starts <= now || somebody_waits || options.everyone {
        return starts;
    }
    let begun = before.map(|stop| minute_of(standing.plan, date, stop.starts));
    // A row begins before its first class does.
    let day = standing.plan.days.get(here.day);
    let rows = day
        .into_iter()
        .flat_map(|day| day.slots.iter().take(here.row + 1));
    let rows = rows.map(|slot| minute_of(standing.plan, date, standing.plan.moment(date, slot.starts)));
    let last_begun = begun
        .chain(rows)
        .filter(|starts| *starts <= now)
        .max()
        .unwrap_or(0);
    now.min(starts + standing.position.late).max(last_begun)
}

/// The minute that `stamp` falls in, counted from the midnight before `date`, as the clock on the wall shows it.
pub(super) fn minute_of(plan: &Plan, date: chrono::NaiveDate, stamp: Stamp) -> i64 {
    let local = plan.local(stamp.moment().to_utc()).unwrap_or(stamp);
    let minutes = i64::from(local.time().hour() * 60 + local.time().minute());
    (local.date() - date).num_minutes() + minutes
}

/// Everything as long as it was, so much later.
pub(super) fn pushed(spans: &[Span], shift: i64) -> Vec<Option<Span>> {
    let push = |(starts, ends): &Span| Some((starts + shift, ends + shift));
    spans.iter().map(push).collect()
}

/// Everything between the new start and the old end: all share the loss in proportion, or the chosen one bears it, as
/// far as it can.
pub(super) fn squeezed(spans: &[Span], shift: i64, until: i64, chosen: Option<usize>) -> Vec<Option<Span>> {
    let lengths: Vec<i64> = spans.iter().map(|span| (span.1 - span.0).max(1)).collect();
    let gap = |at: usize| {
        if at == 0 {
            0
        } else {
            (spans[at].0 - spans[at - 1].1).max(0)
        }
    };
    let gaps: i64 = (0..spans.len()).map(gap).sum();
    let Some(first) = spans.first() else {
        return Vec::new();
    };
    let room = until - (first.0 + shift) - gaps;
    let lengths = shared(&lengths, room, chosen);
    let mut at = first.0 + shift;
    let mut laid = Vec::with_capacity(spans.len());
    for (nth, length) in lengths.iter().enumerate() {
        let starts = at + gap(nth);
        at = starts + length;
        laid.push(Some((starts, at)));
    }
    laid
}

/// `lengths` so that they fill `room`, each at least one minute long: the chosen one alone, if it can, or else all in
/// proportion, the minutes that do not divide going to those that lose most by rounding.
pub(super) fn shared(lengths: &[i64], room: i64, chosen: Option<usize>) -> Vec<i64> {
    let sum: i64 = lengths.iter().sum();
    if let Some(chosen) = chosen {
        let mut lengths = lengths.to_vec();
        let wanted = lengths[chosen] + room - sum;
        if wanted >= 1 {
            lengths[chosen] = wanted;
            return lengths;
        }
        let mut others = lengths.clone();
        others.remove(chosen);
        let mut others = shared(&others, room - 1, None);
        others.insert(chosen, 1);
        return others;
    }
    let mut shares: Vec<i64> = lengths
        .iter()
        .map(|length| (length * room).div_euclid(sum.max(1)).max(1))
        .collect();
    let mut by_loss: Vec<usize> = (0..lengths.len()).collect();
    by_loss.sort_by_key(|&at| (-(lengths[at] * room).rem_euclid(sum.max(1)), at));
    let left = room - shares.iter().sum::<i64>();
    for &at in by_loss.iter().take(usize::try_from(left).unwrap_or(0)) {
        shares[at] += 1;
    }
    // Raising the shortest to one minute may have taken more than there is: the longest give it back.
    for _ in left..0 {
        let longest = (0..shares.len()).max_by_key(|&at| shares[at]);
        match longest {
            Some(at) if shares[at] > 1 => shares[at] -= 1,
            _ => break,
        }
    }
    shares
}

/// Whether it is where the findings are talked about, which is the last to be dropped.
fn is_outcome(standing: &Standing<'_>, stop: &Stop) -> bool {
    let view = standing.plan.view(stop, standing.route.group());
    view.is_some_and(|view| {
        matches!(
            view.activity.kind,
            ActivityKind::Discussion | ActivityKind::Feedback
        )
    })
}

/// The minutes by which each of these places is shorter than it was agreed to be; those of fixed ones stay with them.
fn lost(standing: &Standing<'_>, stops: &[Stop]) -> Vec<Option<i64>> {
    let agreed = Route::of(standing.agreed, standing.route.group());
    let lasts = |stop: &Stop| stop.ends.minutes_since(stop.starts);
    let lost = |stop: &Stop| {
        let agreed = agreed.position(&stop.place).and_then(|at| agreed.stop(at));
        (!stop.fixed).then(|| agreed.map_or(0, |agreed| (lasts(agreed) - lasts(stop)).max(0)))
    };
    stops.iter().map(lost).collect()
}

/// One place is dropped, if one can be: what comes before it is pushed, what comes after it stays in time as far as it
/// goes. What that frees goes back first to the places up to the fixed ones around it that `lost` minutes, in proportion.
fn without(spans: &[Span], shift: i64, dropped: Option<usize>, lost: &[Option<i64>]) -> Vec<Option<Span>> {
    let Some(dropped) = dropped else {
        return pushed(spans, shift);
    };
    let first = (0..dropped).rev().find(|at| lost[*at].is_none()).unwrap_or(0);
    let behind = (dropped + 1..spans.len()).find(|at| lost[*at].is_none());
    let around = first..behind.unwrap_or(spans.len());
    let given = |at: usize| {
        lost[at]
            .filter(|_| at != dropped && around.contains(&at))
            .unwrap_or(0)
    };
    let wanted: Vec<i64> = (0..spans.len()).map(given).collect();
    let freed = (spans[dropped].1 - spans[dropped].0 - shift.max(0)).max(0);
    let gets = proportioned(&wanted, freed);
    let place = |(at, span): (usize, &Span)| match at.cmp(&dropped) {
        std::cmp::Ordering::Less => {
            let before: i64 = gets[..at].iter().sum();
            Some((span.0 + shift + before, span.1 + shift + before + gets[at]))
        }
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => {
            let behind: i64 = gets[at + 1..].iter().sum();
            Some((span.0 - behind - gets[at], span.1 - behind))
        }
    };
    spans.iter().enumerate().map(place).collect()
}

/// Of what is `wanted`, as much as there is `room` for, in proportion; what does not divide goes to the first ones.
fn proportioned(wanted: &[i64], room: i64) -> Vec<i64> {
    let sum: i64 = wanted.iter().sum();
    if sum <= room {
        return wanted.to_vec();
    }
    let mut gets: Vec<i64> = wanted.iter().map(|wants| wants * room / sum.max(1)).collect();
    let mut left = room - gets.iter().sum::<i64>();
    for (gets, wants) in gets.iter_mut().zip(wanted) {
        if left > 0 && *gets < *wants {
            *gets += 1;
            left -= 1;
        }
    }
    gets
}

/// The wanted times in their order, none before `from`, none over another or over `bound`, none shorter than a minute.
/// What is pushed against the bound is cut short; what finds no minute is dropped.
pub(super) fn fitted(wanted: &[Option<Span>], from: i64, bound: i64) -> Vec<Option<Span>> {
    let mut room = usize::try_from(bound - from).unwrap_or(0);
    let mut times: Vec<Option<Span>> = Vec::with_capacity(wanted.len());
    let mut at = from;
    for span in wanted {
        let fits = span.filter(|_| room > 0).map(|(starts, ends)| {
            room -= 1;
            let length = (ends - starts).max(1);
            let starts = starts.max(at);
            at = starts + length;
            (starts, at)
        });
        times.push(fits);
    }
    let mut limit = bound;
    for (starts, ends) in times.iter_mut().rev().flatten() {
        *ends = (*ends).min(limit);
        *starts = (*starts).min(*ends - 1);
        limit = *starts;
    }
    times
}
