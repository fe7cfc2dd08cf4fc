//! A day that begins otherwise than planned, before it begins.

use super::*;

/// The remedies for group 1 at `now`, before its day begins.
fn before(now: &str, options: &Options) -> [Remedy; 3] {
    let plan = plan();
    let route = Route::of(&plan, Some(&group(1)));
    let now = at(&plan, now);
    let looked_at = Position {
        phase: Phase::Before(0),
        stop: 4,
        late: 0,
        held: true,
    };
    let position = changed_from(&route, looked_at, now).expect("the first place");
    assert_eq!((position.stop, position.held), (0, false));
    let standing = Standing {
        agreed: &plan,
        plan: &plan,
        route: &route,
        position,
        now,
    };
    remedies(&standing, options)
}

#[test]
fn the_first_place_moves_too_and_what_somebody_waits_for_does_not() {
    let [push, ..] = before("08:00", &asked(10));
    let said = told(&push);
    assert!(
        said.starts_with("teachers 08:20-08:40, sendco 08:40-09:10, Y5 09:10-09:25"),
        "{said}"
    );
    assert!(said.ends_with(AFTER_THE_BREAK), "{said}");
    assert_eq!(
        push.costs,
        [Cost::Shortened {
            name: "Y2".into(),
            keeps: 5,
            of: 15
        }]
    );
    assert!(push.lines.iter().all(|line| !line.here));
    assert_eq!(push.in_time_from(), None);
}

#[test]
fn the_first_place_can_be_squeezed_or_dropped_where_it_is_chosen() {
    let options = Options {
        chosen: Some(place("teachers", None)),
        ..asked(10)
    };
    let [_, squeeze, drop] = before("08:00", &options);
    assert!(
        told(&squeeze).starts_with("teachers 08:20-08:30, sendco 08:30-09:00, Y5 09:00-09:15"),
        "{}",
        told(&squeeze)
    );
    assert!(
        told(&drop).starts_with("teachers dropped, sendco 08:30-09:00"),
        "{}",
        told(&drop)
    );
}

#[test]
fn on_another_day_and_once_it_is_over_there_is_nothing_to_change() {
    let plan = plan();
    let route = Route::of(&plan, Some(&group(1)));
    let found = |phase, now: &str| {
        let position = Position {
            phase,
            stop: 0,
            late: 0,
            held: false,
        };
        changed_from(&route, position, at(&plan, now)).is_some()
    };
    assert!(found(Phase::Before(0), "00:05"));
    assert!(!found(Phase::Before(1), "23:55"), "the evening before");
    assert!(!found(Phase::After(0), "12:30"));
}

proptest! {
    #[test]
    fn no_late_beginning_breaks_the_day(
        (minute, late, chosen) in (0_i64..490, -30_i64..300, proptest::option::of(0_usize..11)),
        (move_fixed, everyone) in (any::<bool>(), any::<bool>()),
    ) {
        let plan = plan();
        let route = Route::of(&plan, Some(&group(1)));
        let chosen = chosen.and_then(|chosen| route.stop(chosen)).map(|stop| stop.place.clone());
        let options = Options { late, move_fixed, chosen, everyone };
        let now = format!("{:02}:{:02}", minute / 60, minute % 60);
        for remedy in before(&now, &options) {
            let mut last = at(&plan, &now);
            for line in &remedy.lines {
                let Some((starts, ends)) = line.becomes else { continue };
                prop_assert!(last <= starts && starts < ends, "{}", told(&remedy));
                prop_assert!(move_fixed || !line.fixed || starts == line.was.0, "{}", told(&remedy));
                last = ends;
            }
        }
    }
}
