//! Fixed points whose time went by before the group is there.

use super::*;

/// The remedies for group 1, which stays at the stop `stop` by hand, at `now`.
fn staying(stop: usize, now: &str) -> [Remedy; 3] {
    let plan = plan();
    let route = Route::of(&plan, Some(&group(1)));
    let now = at(&plan, now);
    let position = Position {
        phase: Phase::During(0),
        stop,
        late: 0,
        held: true,
    };
    let options = asked(minutes_late(&route, position, now));
    let standing = Standing {
        agreed: &plan,
        plan: &plan,
        route: &route,
        position,
        now,
    };
    remedies(&standing, &options)
}

#[test]
fn a_fixed_point_whose_time_went_by_begins_late_and_the_next_one_stays() {
    let [push, squeeze, drop] = staying(7, "10:52");
    let late = "break 10:15-10:52, pupils 10:52-11:15, discussion 11:15-12:00";
    assert_eq!([told(&push), told(&squeeze), told(&drop)], [late; 3]);
    assert!(
        matches!(&push.costs[..], [Cost::FixedMoved { name, .. }, Cost::Shortened { keeps: 23, of: 30, .. }] if name == "pupils"),
        "{:?}",
        push.costs
    );

    let [push, squeeze, drop] = staying(6, "10:22");
    let late = "Y2 10:00-10:22, break 10:22-10:45, pupils 10:45-11:15, discussion 11:15-12:00";
    assert_eq!([told(&push), told(&squeeze), told(&drop)], [late; 3]);

    // Far too long in the class before the last: what lies behind the break that went by is still there to be had.
    let [_, squeeze, drop] = staying(5, "10:25");
    let after = ", pupils 10:45-11:15, discussion 11:15-12:00";
    assert_eq!(
        told(&squeeze),
        format!("Y3 09:45-10:25, Y2 10:25-10:32, break 10:32-10:45{after}")
    );
    assert_eq!(
        told(&drop),
        format!("Y3 09:45-10:25, Y2 dropped, break 10:25-10:45{after}")
    );
}
