//! Days that run late, or otherwise than planned.

use chrono::TimeDelta;
use knownow::{
    app::notice::Notice,
    domain::{
        course::{Phase, Position},
        day_change::Change,
        ids::{RecordId, SlotId},
        note::{Note, NotePlace},
        plan::Plan,
        route::{PlaceId, Route},
        stamp::Stamp,
        today::Today,
    },
};
use proptest::{prelude::*, test_runner::TestCaseError};

use super::{
    cases,
    coverage::{coverage_is_right, own_visits_stand_as_the_way_is_gone},
    random_day,
};
use crate::stage::{Source, Stage};

pub(super) type Check = Result<(), TestCaseError>;

/// Something that happens on such a day.
#[derive(Debug, Clone)]
pub(super) enum Event {
    /// Keys that change the day.
    Changes(&'static str),
    /// The next question is chosen, or the chosen one is ticked.
    Asks(&'static str),
    /// A step by hand.
    Steps(&'static str),
    /// A note, begun and entered so many seconds later.
    Notes(i64),
    /// So many seconds pass; the clock of the laptop may be set back.
    Passes(i64),
    /// The last deed is undone, or done again.
    Undoes(&'static str),
    /// The program dies and is started again.
    Dies,
}

pub(super) fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        6 => random_day::late().prop_map(Event::Changes),
        1 => Just(Event::Changes("<C-d><Tab><Enter>")),
        1 => Just(Event::Changes("<C-d><Tab><Right><Enter>")),
        3 => prop::sample::select(vec!["<C-n>", "<C-p>"]).prop_map(Event::Steps),
        4 => (0_i64..200).prop_map(Event::Notes),
        1 => prop::sample::select(vec!["<Tab>", "<C-r>"]).prop_map(Event::Asks),
        5 => (0_i64..900).prop_map(Event::Passes),
        1 => (-1800_i64..4000).prop_map(Event::Passes),
        2 => prop::sample::select(vec!["<C-z>", "<C-y>"]).prop_map(Event::Undoes),
        1 => Just(Event::Dies),
    ]
}

pub(super) fn play(stage: &mut Stage, event: &Event) {
    match event {
        Event::Changes(keys) if runs(stage) => stage.keys(keys),
        Event::Changes(_) => {}
        Event::Steps(keys) | Event::Asks(keys) | Event::Undoes(keys) => stage.keys(keys),
        Event::Notes(seconds) => {
            stage.keys("x");
            stage.pass(TimeDelta::seconds(*seconds));
            stage.keys("<Enter>");
        }
        Event::Passes(seconds) => stage.pass(TimeDelta::seconds(*seconds)),
        Event::Dies => stage.die_and_reopen(),
    }
    // Whatever an event left open or undid into the line is put away.
    stage.keys("<Esc><Esc><C-a><BS>");
}

fn runs(stage: &Stage) -> bool {
    let position = stage.day().position.expect("a plan with rows");
    matches!(position.phase, Phase::During(_))
}

/// A worked example, who writes, and when the program is started: shortly before the first visits.
pub(super) type Start = (&'static str, &'static str, &'static str);

pub(super) const HALF_DAY: Start = ("half-day-maths", "Head of School B", "08:55");

/// The days of both worked examples, for both groups.
const STARTS: [Start; 7] = [
    HALF_DAY,
    HALF_DAY,
    ("half-day-maths", "Head of School C", "08:55"),
    ("two-day-quality", "Reviewer 2", "2027-01-19 13:25"),
    ("two-day-quality", "Reviewer 1", "2027-01-20 08:25"),
    ("two-day-quality", "Reviewer 2", "2027-01-20 08:40"),
    WITHOUT_CLASSES,
];

/// A day on which this reviewer goes to no class.
pub(super) const WITHOUT_CLASSES: Start = ("two-day-quality", "Reviewer 1", "2027-01-19 09:10");

pub(super) fn started((source, who, time): Start) -> Stage {
    Stage::in_memory(&Source::called(source), who, time)
}

fn fixed(plan: &Plan) -> Vec<(SlotId, Stamp)> {
    let slots = plan
        .days
        .iter()
        .flat_map(|day| day.slots.iter().map(|slot| (day.date, slot)));
    slots
        .filter(|(_, slot)| slot.fixed)
        .map(|(date, slot)| (slot.id.clone(), plan.moment(date, slot.starts)))
        .collect()
}

fn notes(stage: &Stage) -> Vec<(RecordId, Note)> {
    let notes = stage.day().records.notes.live();
    notes.map(|note| (note.id, note.body.clone())).collect()
}

/// The day is the same when the program is started again: all of it is on the disk.
pub(super) fn opened_again_it_is_the_same(stage: &mut Stage) -> Check {
    let (known, stood) = (stage.day().today.clone(), stands(stage));
    stage.die_and_reopen();
    prop_assert_eq!(&stage.day().today, &known);
    if stood.is_some() {
        prop_assert_eq!(stands(stage), stood);
    }
    Ok(())
}

/// Where the group is and how late; `None` where a place is only looked at, which is not recorded.
fn stands(stage: &Stage) -> Option<(Position, PlaceId)> {
    let day = stage.day();
    let (position, stop) = (day.position?, day.stop()?);
    (position.phase == Phase::During(stop.day)).then(|| (position, stop.place.clone()))
}

/// Every stop has its time, and they stand in their order.
pub(super) fn the_way_is_whole(stage: &Stage) -> Check {
    let day = stage.day();
    let stops = day.route.stops();
    for stop in stops {
        prop_assert!(!stop.ends.is_before(stop.starts), "{:?}", stop);
        let date = day.today.plan.days[stop.day].date;
        prop_assert!(stop.starts.date() == date, "{:?}", stop);
    }
    for pair in stops.windows(2) {
        let in_order = pair[0].day < pair[1].day || !pair[1].starts.is_before(pair[0].starts);
        prop_assert!(in_order, "{:?}", pair);
    }
    prop_assert!(day.position.is_none_or(|position| position.stop < stops.len()));
    Ok(())
}

/// What the screen says of time is never below nothing; and who is not late has no more of a place left than it takes.
pub(super) fn no_time_shown_is_negative(stage: &Stage) -> Check {
    let screen = stage.screen(100, 24);
    for word in screen.split_whitespace() {
        let below_nothing = word.trim_start_matches('+').strip_prefix('-');
        let below_nothing = below_nothing.is_some_and(|number| number.parse::<u32>().is_ok());
        prop_assert!(!below_nothing, "{word} in\n{screen}");
    }
    let day = stage.day();
    let (Some(position), Some(stop)) = (day.position, day.stop()) else {
        return Ok(());
    };
    let left = screen
        .split_once(" min left")
        .or_else(|| screen.split_once(" min - closing"));
    let left = left.and_then(|(before, _)| before.rsplit(char::is_whitespace).next());
    let Some(left) = left else { return Ok(()) };
    let left: i64 = left.parse().expect("minutes");
    // Who is early before a fixed point has the time until then.
    let next = day.route.stop(position.stop + 1);
    let waits = position.late < 0 && next.is_none_or(|next| next.fixed || next.day != stop.day || stop.fixed);
    if position.late <= 0 && !waits {
        let fixed = next.filter(|next| next.fixed && next.day == stop.day);
        let until = fixed.map_or(stop.ends, |fixed| fixed.starts.max(stop.ends));
        prop_assert!(left <= until.minutes_since(stop.starts), "{screen}");
    }
    let behind = day.route.stops().iter().skip(position.stop + 1);
    for fixed in behind.filter(|behind| behind.fixed && behind.day == stop.day) {
        let until = fixed.starts.since(stage.model.now).num_seconds();
        prop_assert!((left - 1) * 60 < until, "beyond {:?}\n{screen}", fixed.place);
    }
    Ok(())
}

/// The clock leads nobody to a fixed point before its minute, and nobody who follows it misses that minute.
pub(super) fn the_clock_keeps_fixed_points(before: Option<Position>, stage: &Stage, event: &Event) -> Check {
    let (day, now) = (stage.day(), stage.model.now);
    let Some((position, Phase::During(today))) = day.position.map(|position| (position, position.phase))
    else {
        return Ok(());
    };
    let passed = matches!(event, Event::Passes(seconds) if *seconds >= 0);
    let followed = before.filter(|before| passed && !before.held && before.phase == position.phase);
    let stops = day.route.stops().iter().enumerate();
    for (at, stop) in stops.filter(|(_, stop)| stop.fixed && stop.day == today) {
        let begun = !now.is_before(stop.starts);
        if position.held {
            continue;
        }
        prop_assert!(
            !begun || position.stop >= at,
            "{:?} has begun at {now}",
            stop.place
        );
        let led = followed.is_some_and(|before| (before.stop + 1..=position.stop).contains(&at));
        prop_assert!(begun || !led, "{:?} is not to begin at {now}", stop.place);
    }
    Ok(())
}

/// Nobody who waits finds the row at another time: it was never asked to move it. Only where its time went by before
/// the group was there can it begin later.
pub(super) fn fixed_points_stay(stage: &Stage) -> Check {
    for group in stage
        .day()
        .plan
        .groups
        .iter()
        .map(|group| Some(&group.id))
        .chain([None])
    {
        let today = Today::of(&stage.day().plan, &stage.day().records, group);
        let (now, agreed) = (fixed(&today.plan), fixed(&stage.day().plan));
        prop_assert_eq!(now.len(), agreed.len());
        for ((row, starts), (of, agreed)) in now.iter().zip(&agreed) {
            let mut changes = stage.day().records.changes.live();
            let went_by = agreed.is_before(*starts)
                && changes.any(|change| match &change.body.what {
                    Change::Retimed { slot, .. } => slot == row && agreed.is_before(change.body.at),
                    _ => false,
                });
            prop_assert!(
                row == of && (starts == agreed || went_by),
                "{row:?} at {starts:?}"
            );
        }
    }
    Ok(())
}

/// The notes are where they were, but for those that were entered, moved along or undone by hand.
fn notes_stay(before: &[(RecordId, Note)], stage: &Stage, shown: Option<&NotePlace>, event: &Event) -> Check {
    let after = notes(stage);
    match event {
        Event::Notes(_) => {
            let new: Vec<_> = after.iter().filter(|note| !before.contains(note)).collect();
            prop_assert_eq!(new.len(), 1);
            prop_assert_eq!(Some(&new[0].1.place), shown, "filed where it was begun");
        }
        Event::Changes(keys) => {
            let new: Vec<_> = after.iter().filter(|note| !before.contains(note)).collect();
            prop_assert_eq!(after.len(), before.len() + new.len(), "only a person moves notes");
            // Where there is no class that could be missed, no reason is asked for: the words are a note.
            for (_, note) in new {
                prop_assert!(keys.contains(&note.text), "{:?}", note);
                prop_assert_eq!(Some(&note.place), shown, "filed where it was begun");
            }
        }
        Event::Undoes(_) => {}
        _ => prop_assert_eq!(before, &after[..], "only a person moves notes"),
    }
    for stop in stage.day().route.stops() {
        let Some(visit) = &stop.place.visit else { continue };
        let there = after
            .iter()
            .filter(|(_, note)| note.place.visit.as_ref().map(|label| &label.id) == Some(visit));
        let counted = stage.day().board.tally.visit(visit).total();
        prop_assert_eq!(there.count(), counted as usize, "counted where they are");
    }
    Ok(())
}

/// Every class of the agreed plan is on somebody's way or known as not seen.
pub(super) fn no_class_is_forgotten(stage: &Stage) -> Check {
    let day = stage.day();
    for group in &day.plan.groups {
        let today = Today::of(&day.plan, &day.records, Some(&group.id));
        let slots = || today.plan.days.iter().flat_map(|day| &day.slots);
        let tracks = day
            .plan
            .days
            .iter()
            .flat_map(|day| &day.slots)
            .flat_map(|slot| &slot.tracks);
        for visit in tracks
            .filter(|track| track.group == group.id)
            .flat_map(|track| &track.visits)
        {
            let gone_to = slots().any(|slot| slot.visit(&visit.id).is_some());
            prop_assert!(gone_to || today.not_seen(&visit.id).is_some(), "{:?}", visit);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn whatever_is_done_about_being_late_the_day_stays_whole(
        start in prop::sample::select(&STARTS[..]), events in prop::collection::vec(event(), 1..16)
    ) {
        let mut stage = started(start);
        for event in &events {
            let (before, stood) = (notes(&stage), stage.day().position);
            let shown = stage.day().place_now();
            play(&mut stage, event);
            the_way_is_whole(&stage)?;
            fixed_points_stay(&stage)?;
            the_clock_keeps_fixed_points(stood, &stage, event)?;
            notes_stay(&before, &stage, shown.as_ref(), event)?;
            no_class_is_forgotten(&stage)?;
            if matches!(event, Event::Passes(_)) {
                no_time_shown_is_negative(&stage)?;
            }
        }
        coverage_is_right(&stage)?;
        own_visits_stand_as_the_way_is_gone(&stage)?;
        opened_again_it_is_the_same(&mut stage)?;
        stage.keys("<C-d>");
        no_time_shown_is_negative(&stage)?;
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn everything_done_can_be_undone(
        start in prop::sample::select(&STARTS[..6]),
        changes in prop::collection::vec((random_day::late(), 0_i64..600), 1..8)
    ) {
        let mut stage = started(start);
        stage.pass(TimeDelta::minutes(21));
        let agreed = stage.day().today.plan.clone();
        for (change, seconds) in changes {
            if runs(&stage) {
                stage.keys(change);
                stage.keys("<Esc><Esc><C-a><BS>");
            }
            stage.pass(TimeDelta::seconds(seconds));
        }
        for _ in 0..20 {
            stage.keys("<C-z>");
            if matches!(stage.model.notice, Some(Notice::NothingToUndo)) {
                break;
            }
        }
        prop_assert_eq!(&stage.day().today.plan, &agreed);
        prop_assert_eq!(&stage.day().route, &Route::of(&agreed, stage.day().me.group.as_ref()));
        prop_assert!(stage.day().today.not_seen.is_empty());
    }
}
