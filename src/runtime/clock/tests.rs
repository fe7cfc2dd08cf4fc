use super::*;
use crate::domain::zone::Zone;

fn stamp(text: &str) -> Stamp {
    text.parse().unwrap()
}

fn moment(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

#[test]
fn a_rehearsal_begins_where_it_was_told() {
    let clock = Clock::rehearsal(Zone::LONDON, stamp("2026-12-01T09:16:00+00:00"), 1);

    let passed = clock.now().since(stamp("2026-12-01T09:16:00+00:00"));

    assert!((0..60).contains(&passed.num_seconds()), "{passed}");
}

#[test]
fn a_rehearsal_knows_the_real_time_too() {
    let clock = Clock::rehearsal(Zone::LONDON, stamp("2096-12-04T09:16:00+00:00"), 1);

    let between = Clock::wall(Zone::LONDON).unwrap().now().since(clock.real());

    assert!((0..60).contains(&between.num_seconds()), "{between}");
    assert_ne!(clock.real().date(), clock.now().date());
}

#[test]
fn a_rehearsal_passes_as_fast_as_it_was_told() {
    let starts = stamp("2026-12-01T09:00:00+00:00");

    let shown = rehearsed(Zone::LONDON, starts, Duration::from_millis(2_500), 60);

    assert_eq!(shown, moment("2026-12-01T09:02:30+00:00"));
}

#[test]
fn the_speed_of_a_rehearsal_is_kept_within_bounds() {
    let starts = stamp("2026-12-01T09:00:00+00:00");

    for (asked, kept) in [(0, 1), (60, 60), (u32::MAX, 3600)] {
        let clock = Clock::rehearsal(Zone::LONDON, starts, asked);
        assert!(
            matches!(clock.pace, Pace::Rehearsal { speed, .. } if speed == kept),
            "{asked}"
        );
    }
}

#[test]
fn a_rehearsal_takes_the_offset_of_its_zone_over_a_clock_change() {
    // 01:00 British Summer Time becomes 02:00 on 29 March 2026.
    let shown = rehearsed(
        Zone::LONDON,
        stamp("2026-03-29T00:59:00+00:00"),
        Duration::from_secs(60),
        1,
    );

    assert_eq!(shown.to_rfc3339(), "2026-03-29T02:00:00+01:00");
}

#[test]
fn a_rehearsal_that_runs_for_ages_never_overflows() {
    let starts = stamp("2199-12-31T23:59:00+00:00");

    let shown = rehearsed(Zone::LONDON, starts, Duration::MAX, 3600);

    assert!(shown > starts.moment());
    assert_eq!(
        Stamp::new(shown),
        None,
        "past the last year, so that now() falls back to the start"
    );
}

#[test]
fn the_wall_clock_tells_the_time_of_the_zone() {
    let at_greenwich = Clock::wall("UTC".parse().unwrap()).unwrap().now();
    let in_kathmandu = Clock::wall("Asia/Kathmandu".parse().unwrap()).unwrap().now();

    assert_eq!(
        in_kathmandu.moment().offset().local_minus_utc(),
        (5 * 60 + 45) * 60
    );
    assert!((0..60).contains(&in_kathmandu.since(at_greenwich).num_seconds()));
}

#[test]
fn the_next_minute_is_as_far_as_it_looks() {
    for (shown, speed, real) in [
        ("2026-12-01T09:16:00+00:00", 1, Duration::from_secs(60)),
        ("2026-12-01T09:16:59.75+00:00", 1, Duration::from_millis(250)),
        ("2026-12-01T09:16:30+00:00", 60, Duration::from_millis(500)),
        (
            "2026-12-01T09:16:00+00:00",
            3600,
            Duration::from_nanos(16_666_667),
        ),
        ("2026-12-31T23:59:60.5+00:00", 1, Duration::from_nanos(1)),
    ] {
        assert_eq!(
            until_next_minute(moment(shown), speed),
            real,
            "{shown} at {speed}"
        );
    }
}

#[test]
fn whoever_wakes_then_finds_the_new_minute() {
    let starts = stamp("2026-12-01T09:16:07+00:00");
    for speed in [1, 7, 60, 999, 3600] {
        let elapsed = until_next_minute(starts.moment(), speed);

        let shown = Stamp::new(rehearsed(Zone::LONDON, starts, elapsed, speed)).unwrap();

        assert_eq!(shown.hh_mm(), "09:17", "at {speed}");
    }
}
