//! Two who change the day at the same moment, without sight of each other: each deed holds whole or not at all, on both
//! laptops, and who did the one that stands can take it back.

use chrono::TimeDelta;
use knownow::{
    app::notice::Notice,
    domain::{
        ids::GroupId,
        plan::Plan,
        route::{PlaceId, Route},
        stamp::Stamp,
        today::{self, Contest, Today},
    },
};
use proptest::{prelude::*, test_runner::TestCaseError};

use super::{cases, two_laptops::Pair};
use crate::stage::Stage;

/// What somebody does of the day.
fn deed() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "<C-d>s<Enter>",
        "<C-d>s<Down><Enter>",
        "<C-d>s<Down><Down><Enter>",
        "<C-d>s<Down><Down><Down><Enter>",
        "<C-d>h<Enter>",
        "<C-d>m10<Enter>",
        "<C-d>m10<Enter>",
        "<C-d>++++++1<Enter>",
        "<C-d>++++++2<Enter>",
        "<C-d>++++++3<Enter>",
        "<C-d><Tab>++++++1<Enter>",
        "<C-d><Tab>++++++1<Enter>",
        "<C-d><Tab>++++++2<Enter>",
        "<C-d><Tab>++++++3<Enter>",
        "<C-d>n<Enter><Enter>",
        "<C-d>n<Down><Enter>hall<Enter>",
    ])
}

/// Two of one group, then of two.
const PAIRS: [Pair; 3] = [
    ("half-day-maths", ["Facilitator", "Head of School B"], "09:20"),
    ("half-day-maths", ["Head of School B", "Facilitator"], "09:20"),
    (
        "half-day-maths",
        ["Head of School B", "Head of School C"],
        "09:20",
    ),
];

type Way = Vec<(PlaceId, Stamp, Stamp)>;

/// The way of each group through the day as this laptop knows it.
fn ways(stage: &Stage) -> Vec<Way> {
    let day = stage.day();
    let groups: Vec<GroupId> = day.plan.groups.iter().map(|group| group.id.clone()).collect();
    let way = |group: &GroupId| {
        let today: Plan = Today::of(&day.plan, &day.records, Some(group)).plan;
        let route = Route::of(&today, Some(group));
        let stops = route.stops().iter();
        stops
            .map(|stop| (stop.place.clone(), stop.starts, stop.ends))
            .collect()
    };
    groups.iter().map(way).collect()
}

/// Classes without a minute, and places behind which there is nothing until the next one begins.
fn faults(way: &Way) -> Vec<(&PlaceId, &'static str)> {
    let no_minute = way
        .iter()
        .filter(|(place, starts, ends)| place.visit.is_some() && ends <= starts);
    let holes = way
        .windows(2)
        .filter(|two| two[0].1.date() == two[1].1.date() && two[0].2 < two[1].1);
    let no_minute = no_minute.map(|(place, ..)| (place, "has no minute"));
    no_minute
        .chain(holes.map(|two| (&two[0].0, "has a hole behind it")))
        .collect()
}

fn contests(stage: &Stage) -> Vec<Contest> {
    let day = stage.day();
    today::contests(&day.plan, &day.records.changes)
}

/// Each deed is whole or void: of none a part holds.
fn whole_or_void(stage: &Stage) -> Result<(), TestCaseError> {
    let changes = &stage.day().records.changes;
    let contests = contests(stage);
    let holding = today::holding(changes, &contests);
    for contest in &contests {
        let mut held = holding
            .live()
            .filter(|change| today::deed_of(change) == contest.void);
        let part = held.find(|change| change.body.what.target().is_some());
        prop_assert!(part.is_none(), "{part:?}");
        let of_winner = changes
            .live()
            .filter(|change| today::deed_of(change) == contest.stands);
        for change in of_winner.filter(|change| change.body.what.target().is_some()) {
            let stands = today::stands(
                holding.editions(change.id).expect("known"),
                stage.day().plan.owner,
            );
            prop_assert_eq!(&stands.body.what, &change.body.what);
        }
    }
    Ok(())
}

/// Nothing is wrong that was not wrong for either before they heard of each other.
fn nobody_made_a_hole(stage: &Stage, before: [&[Way]; 2]) -> Result<(), TestCaseError> {
    for (nth, way) in ways(stage).iter().enumerate() {
        let known: Vec<_> = before.iter().flat_map(|ways| faults(&ways[nth])).collect();
        for fault in faults(way) {
            prop_assert!(known.contains(&fault), "{fault:?}\n{}", stage.screen(80, 24));
        }
    }
    Ok(())
}

fn changed_the_day(stage: &Stage, agreed: &[Way]) -> bool {
    ways(stage) != agreed
}

fn try_two(
    (source, people, time): Pair,
    deeds: [&str; 2],
    (apart, first, notes): (i64, bool, bool),
) -> Result<(), TestCaseError> {
    let mut one = Stage::laptop(1, source, people[0], time);
    let mut two = Stage::laptop(2, source, people[1], time);
    let agreed = ways(&one);
    if notes {
        one.keys("a first note<Enter>");
        two.keys("another note<Enter>");
    }
    one.keys(deeds[0]);
    two.pass(TimeDelta::seconds(apart));
    two.keys(deeds[1]);
    for stage in [&mut one, &mut two] {
        stage.keys("<Esc><Esc><C-a><BS>");
    }
    let alone = [ways(&one), ways(&two)];
    let both_changed = changed_the_day(&one, &agreed) && changed_the_day(&two, &agreed);
    if first {
        one.hears(&two);
        two.hears(&one);
    } else {
        two.hears(&one);
        one.hears(&two);
    }
    one.hears(&two);
    two.hears(&one);
    prop_assert_eq!(ways(&one), ways(&two), "both see the same day");
    prop_assert_eq!(contests(&one), contests(&two));
    for stage in [&one, &two] {
        whole_or_void(stage)?;
        nobody_made_a_hole(stage, [&alone[0], &alone[1]])?;
    }
    if deeds[0] == deeds[1] && alone[0] == alone[1] {
        prop_assert!(contests(&one).is_empty(), "the same deed made twice is one");
    }
    let (winner, other) = in_order(one, two, people)?;
    if both_changed {
        undone_by_its_author(winner, other, [&alone[0], &alone[1]])?;
    }
    Ok(())
}

/// First the laptop of which the deed stands; a void one is listed on both.
fn in_order(one: Stage, two: Stage, people: [&str; 2]) -> Result<(Stage, Stage), TestCaseError> {
    let (mut winner, mut other) = (one, two);
    if let Some(contest) = contests(&winner).first() {
        if contest.stands.0 != winner.day().me.writer {
            std::mem::swap(&mut winner, &mut other);
        }
        prop_assert!(contest.stands.0 == winner.day().me.writer);
        if people != PAIRS[2].1 {
            for stage in [&winner, &other] {
                prop_assert_eq!(stage.day().today.apart.len(), 1, "it is listed: {:?}", contest);
                let listed = stage.day().today.apart[0].contest;
                prop_assert_eq!(listed.as_ref(), Some(contest));
            }
        }
    }
    Ok((winner, other))
}

/// Who did what stands takes it back; whose was void takes nothing else back without being told.
fn undone_by_its_author(
    mut winner: Stage,
    mut other: Stage,
    alone: [&[Way]; 2],
) -> Result<(), TestCaseError> {
    winner.keys("<C-z>");
    let undone = matches!(winner.model.notice, Some(Notice::Undone(..)));
    prop_assert!(undone, "{:?}", winner.model.notice);
    other.hears(&winner);
    winner.hears(&other);
    other.hears(&winner);
    prop_assert_eq!(
        ways(&winner),
        ways(&other),
        "both see the same day when it is undone"
    );
    nobody_made_a_hole(&winner, alone)?;
    // What is void, or was undone by another, is refused; the next key names what it would take back.
    let known = other.day().records.notes.live().count();
    other.keys("<C-z>");
    if matches!(other.model.notice, Some(Notice::ChangedSince { .. })) {
        other.keys("<C-z>");
        prop_assert_eq!(
            other.day().records.notes.live().count(),
            known,
            "no note goes unasked"
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn of_two_deeds_made_apart_each_is_whole_or_void(
        pair in prop::sample::select(&PAIRS[..]),
        deeds in [deed(), deed()],
        more in (0_i64..3, any::<bool>(), any::<bool>()),
    ) {
        try_two(pair, deeds, more)?;
    }
}

/// The void deed is put in force with one key, and that comes back with one more.
#[test]
fn one_key_puts_the_void_deed_in_force() {
    let (source, people, time) = PAIRS[0];
    let mut one = Stage::laptop(1, source, people[0], time);
    let mut two = Stage::laptop(2, source, people[1], time);
    one.keys("<C-d>++++++1<Enter>");
    two.keys("<C-d>++++++2<Enter>");
    one.hears(&two);
    two.hears(&one);
    one.hears(&two);
    let contest = contests(&one)[0];
    let stands = ways(&one);
    let void = if contest.void.0 == one.day().me.writer {
        &mut one
    } else {
        &mut two
    };
    let screen = {
        void.keys("<C-k>apart<Enter>");
        void.screen(80, 24)
    };
    assert!(
        screen.contains(", stands") && screen.contains(", void"),
        "{screen}"
    );
    assert!(screen.contains("a puts the first void one in force"), "{screen}");
    void.keys("a<Esc>");
    assert_ne!(ways(void), stands);
    assert_eq!(void.day().today.apart, []);
    let mine = ways(void);
    one.hears(&two);
    two.hears(&one);
    assert_eq!((ways(&one), ways(&two)), (mine.clone(), mine));
    let void = if contest.void.0 == one.day().me.writer {
        &mut one
    } else {
        &mut two
    };
    void.keys("<C-z>");
    assert!(
        matches!(void.model.notice, Some(Notice::Undone(..))),
        "{:?}",
        void.model.notice
    );
    one.hears(&two);
    two.hears(&one);
    assert_eq!(ways(&one), ways(&two));
}
