//! Two laptops, of two groups or of one, whose clocks differ, and whose files come together at any moment.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use knownow::domain::{
    course::Phase,
    day_change::{Change, DayChange},
    ids::RecordId,
    lateness::minutes_late,
    record::{Editions, Shelf},
    route::{PlaceId, Route},
    today,
};
use proptest::{prelude::*, test_runner::TestCaseError};

use super::{
    cases,
    coverage::coverage_is_right,
    late::{Event, event, no_class_is_forgotten, opened_again_it_is_the_same, play, the_way_is_whole},
};
use crate::{pushed_by_others::with_a_stated_end, stage::Stage};

/// Something happens at one laptop, or it hears of the other.
fn happening() -> impl Strategy<Value = (bool, Option<Event>)> {
    let push = prop::sample::select(vec![
        "<C-d><Tab><Enter>",
        "<C-d><Enter>",
        "<C-d>4<Enter>",
        "<C-d>4<Tab><Enter>",
    ]);
    let what = prop_oneof![
        6 => event().prop_map(Some),
        2 => push.prop_map(|keys| Some(Event::Changes(keys))),
        1 => Just(Some(Event::Steps("<C-p>"))),
        3 => Just(None),
    ];
    (any::<bool>(), what)
}

/// What the clocks say passes at both laptops.
fn passes(other: &mut Stage, event: &Event) {
    if let Event::Passes(seconds) | Event::Notes(seconds) = event {
        other.pass(TimeDelta::seconds(*seconds));
    }
}

/// Hearing of the other moves nobody, and the day is the same when the program is started again. Only a class that the
/// other group had begun when it heard that this one would go there is theirs: nobody can stay at a place that is gone.
fn hears(stage: &mut Stage, other: &Stage) -> Result<(), TestCaseError> {
    stage.pass(TimeDelta::zero());
    let here = stage.day().stop().map(|stop| stop.place.clone());
    let held = stage.day().position.is_some_and(|position| position.held);
    let recorded = stage.day().records.changes.clone();
    stage.hears(other);
    let kept = stage.day().stop().map(|stop| stop.place.clone());
    let holds = stage.day().position.is_some_and(|position| position.held);
    let gone = here
        .as_ref()
        .filter(|place| stage.day().route.position(place).is_none());
    let taken = |place| {
        let is_gone = || of_one_group(stage, other) && is_gone(other, place);
        is_there_by_a_void_deed(stage, place) || has_begun(other, place) || is_gone()
    };
    if !gone.is_some_and(taken) {
        prop_assert_eq!(&here, &kept, "what others change moves nobody");
        prop_assert!(
            !held || holds || takes_back(&recorded, other),
            "who stays goes on by hand"
        );
    }
    what_is_recorded_of_it_is_true(stage, &recorded)?;
    opened_again_it_is_the_same(stage)
}

/// Whether only a deed that is void now put this group at a place: by the agreed plan it is not on its way.
fn is_there_by_a_void_deed(stage: &Stage, place: &PlaceId) -> bool {
    let day = stage.day();
    let is_agreed = Route::of(&day.plan, day.me.group.as_ref())
        .position(place)
        .is_some();
    let contests = today::contests(&day.plan, &day.records.changes);
    let editions = day.records.changes.every().flat_map(Editions::iter);
    let mut of_void = editions.filter(|change| {
        let deed = today::deed_of(change);
        contests.iter().any(|contest| contest.void == deed)
    });
    let puts_there = |change: &DayChange| match &change.what {
        Change::VisitMoved { visit, .. } => place.visit.as_ref() == Some(visit),
        _ => false,
    };
    !is_agreed && of_void.any(|change| puts_there(&change.body))
}

/// Whether the other took something back that was known here, and with it what this one had said on hearing of it.
fn takes_back(known: &Shelf<DayChange>, other: &Stage) -> bool {
    let theirs = other.day().records.changes.every().flat_map(Editions::iter);
    let mut gone = theirs.filter(|change| change.deleted && change.writer == other.day().me.writer);
    gone.any(|change| {
        let before = known
            .editions(change.id)
            .and_then(|known| known.by(change.writer));
        before.is_some_and(|before| before.rev < change.rev)
    })
}

/// Whatever is recorded on hearing of something says where the group is, and no more.
fn what_is_recorded_of_it_is_true(stage: &Stage, before: &Shelf<DayChange>) -> Result<(), TestCaseError> {
    let day = stage.day();
    let (Some(here), Some(position)) = (day.stop(), day.position) else {
        return Ok(());
    };
    for change in day.records.changes.live() {
        let is_new = before
            .editions(change.id)
            .is_none_or(|known| known.by(change.writer) != Some(change));
        if !is_new || change.writer != day.me.writer {
            continue;
        }
        let Change::Stepped {
            slot,
            visit,
            held,
            late,
        } = &change.body.what
        else {
            prop_assert!(false, "{change:?}");
            continue;
        };
        let place = PlaceId {
            slot: slot.clone(),
            visit: visit.clone(),
        };
        prop_assert_eq!(&place, &here.place);
        if matches!(position.phase, Phase::During(_)) {
            prop_assert_eq!((*held, *late), (position.held, position.late));
        }
    }
    Ok(())
}

/// What was changed apart that concerns both is the same on both laptops, once both have heard of each other.
fn both_see_the_same_conflicts(one: &Stage, other: &Stage) -> Result<(), TestCaseError> {
    let apart = |stage: &Stage| -> BTreeMap<RecordId, BTreeSet<String>> {
        let apart = stage.day().today.apart.iter().map(|apart| {
            let says = apart
                .wordings
                .iter()
                .map(|wording| format!("{:?} {:?}", wording.writer, wording.change));
            (apart.record, says.collect())
        });
        apart.collect()
    };
    let concerns = |stage: &Stage, id: &RecordId| {
        let editions = stage.day().records.changes.editions(*id);
        let wordings = editions.map(Editions::wordings).unwrap_or_default();
        let group = stage.day().me.group.as_ref();
        wordings.iter().any(|wording| wording.body.scope.holds_for(group))
    };
    let (mine, theirs) = (apart(one), apart(other));
    for id in mine.keys().chain(theirs.keys()) {
        if concerns(one, id) && concerns(other, id) {
            prop_assert_eq!(mine.get(id), theirs.get(id));
        }
    }
    Ok(())
}

/// Whether both go with one group, so that where one of them was before decides for both.
fn of_one_group(one: &Stage, other: &Stage) -> bool {
    one.day().me.group == other.day().me.group
}

fn is_gone(stage: &Stage, place: &PlaceId) -> bool {
    stage.day().route.position(place).is_none()
}

fn has_begun(stage: &Stage, place: &PlaceId) -> bool {
    let day = stage.day();
    let (Some(at), Some(position)) = (day.route.position(place), day.position) else {
        return false;
    };
    at <= position.stop
}

/// A worked example, two who write, and when both programs are started.
pub(super) type Pair = (&'static str, [&'static str; 2], &'static str);

/// One of each group, or two of one group.
const PAIRS: [Pair; 6] = [
    (
        "half-day-maths",
        ["Head of School B", "Head of School C"],
        "08:55",
    ),
    ("half-day-maths", ["Deputy Head", "Facilitator"], "09:20"),
    ("half-day-maths", ["Head of School B", "Facilitator"], "08:55"),
    ("half-day-maths", ["Facilitator", "Head of School B"], "09:20"),
    (
        "two-day-quality",
        ["Reviewer 1", "Reviewer 2"],
        "2027-01-19 13:25",
    ),
    (
        "two-day-quality",
        ["Reviewer 2", "Reviewer 1"],
        "2027-01-20 08:40",
    ),
];

pub(super) fn try_a_day(
    (source, people, time): Pair,
    skew: i64,
    happenings: &[(bool, Option<Event>)],
) -> Result<(), TestCaseError> {
    let mut one = Stage::laptop(1, source, people[0], time);
    let mut two = Stage::laptop(2, source, people[1], time);
    two.pass(TimeDelta::minutes(skew));
    for (first, what) in happenings {
        let (here, there) = if *first {
            (&mut one, &mut two)
        } else {
            (&mut two, &mut one)
        };
        match what {
            Some(event) => {
                play(here, event);
                passes(there, event);
            }
            None => hears(here, there)?,
        }
        the_way_is_whole(here)?;
        no_class_is_forgotten(here)?;
    }
    coverage_is_right(&one)?;
    coverage_is_right(&two)?;
    for _ in 0..2 {
        hears(&mut one, &two)?;
        hears(&mut two, &one)?;
    }
    both_see_the_same_conflicts(&one, &two)
}

/// Both groups stay in a meeting beyond its end; one pushes for everyone again and again, and the other hears of it,
/// sooner or later, and may push for its own group. What was pushed for all is counted once, and nobody leaves by it.
fn try_to_stay(happenings: &[(i64, Option<&str>, bool)]) -> Result<(), TestCaseError> {
    let laptop = |nth, who| Stage::laptop_of(nth, &with_a_stated_end(), who, "08:59");
    let (mut mine, mut theirs) = (laptop(1, "Head of School C"), laptop(2, "Facilitator"));
    for stage in [&mut mine, &mut theirs] {
        stage.at("09:00");
        stage.keys("<C-p>");
    }
    for (seconds, own, hears_of_it) in happenings {
        for stage in [&mut mine, &mut theirs] {
            stage.pass(TimeDelta::seconds(*seconds));
        }
        theirs.keys("<C-d><Tab><Enter>");
        if let Some(keys) = own {
            mine.keys(keys);
        }
        if *hears_of_it {
            hears(&mut mine, &theirs)?;
            hears(&mut theirs, &mine)?;
            both_see_the_same_conflicts(&mine, &theirs)?;
        }
        for stage in [&mut mine, &mut theirs] {
            stage.keys("<Esc><Esc>");
            let day = stage.day();
            let (position, stop) = (day.position.expect("a place"), day.stop().expect("a place"));
            if !matches!(position.phase, Phase::During(_)) {
                continue;
            }
            prop_assert_eq!(stop.place.slot.as_str(), "meet-sendco");
            prop_assert!(position.held);
            let next = day.route.stop(position.stop + 1).expect("a place behind it");
            let over = stage.now.minutes_since(next.starts).max(0);
            let late = minutes_late(&day.route, position, stage.now);
            prop_assert_eq!(late, over, "{}", stage.screen(80, 24));
            stage.keys("x<Enter>");
            let notes = stage.day().records.notes.live();
            let last = notes
                .max_by_key(|note| (note.body.when, note.seq))
                .expect("a note");
            prop_assert_eq!(last.body.place.slot.id.as_str(), "meet-sendco");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn two_laptops_keep_their_places_whatever_they_hear(
        pair in prop::sample::select(&PAIRS[..]),
        skew in -10_i64..11,
        happenings in prop::collection::vec(happening(), 1..14),
    ) {
        try_a_day(pair, skew, &happenings)?;
    }

    #[test]
    fn who_stays_in_a_meeting_counts_no_minute_twice_whatever_is_pushed(
        happenings in prop::collection::vec(
            (0_i64..400, prop::sample::select(vec![None, None, Some("<C-d><Enter>"), Some("<C-d><Right><Enter>")]), any::<bool>()),
            1..8,
        ),
    ) {
        try_to_stay(&happenings)?;
    }
}
