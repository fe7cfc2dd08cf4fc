//! A moment as a person on the day would say it: local time, with its offset.

use std::cmp::Ordering;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, SubsecRound, TimeDelta, Timelike};

/// The years a file may speak of; outside them chrono's arithmetic can overflow.
pub const YEARS: std::ops::RangeInclusive<i32> = 1970..=2199;

/// Local time with its offset, to the second.
///
/// Unlike chrono's own order, two stamps are equal only if their offsets are too, so that sorting and merging give
/// the same bytes everywhere.
#[derive(Debug, Clone, Copy)]
pub struct Stamp(DateTime<FixedOffset>);

impl Stamp {
    /// The stamp of `moment`, cut to the second; `None` if its year is outside [`YEARS`].
    #[must_use]
    pub fn new(moment: DateTime<FixedOffset>) -> Option<Self> {
        YEARS
            .contains(&moment.year())
            .then(|| Self(moment.trunc_subsecs(0)))
    }

    /// The moment itself.
    #[must_use]
    pub fn moment(self) -> DateTime<FixedOffset> {
        self.0
    }

    /// The local date.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.0.date_naive()
    }

    /// The local time of day.
    #[must_use]
    pub fn time(self) -> NaiveTime {
        self.0.time()
    }

    /// Hours and minutes, as `09:16`.
    #[must_use]
    pub fn hh_mm(self) -> String {
        // By hand: it is asked for many times a frame, and chrono reads its format string each time.
        let (hour, minute) = (self.0.hour(), self.0.minute());
        format!("{hour:02}:{minute:02}")
    }

    /// The time elapsed since `earlier`, negative if it is later.
    #[must_use]
    pub fn since(self, earlier: Self) -> TimeDelta {
        self.0.signed_duration_since(earlier.0)
    }

    /// Whether it is earlier in time; unlike in the order of stamps, an hour that two clocks name differently is one.
    #[must_use]
    pub fn is_before(self, other: Self) -> bool {
        self.0.timestamp() < other.0.timestamp()
    }

    /// The stamp `delta` later, kept inside [`YEARS`].
    #[must_use]
    pub fn plus(self, delta: TimeDelta) -> Self {
        self.0
            .checked_add_signed(delta)
            .and_then(Self::new)
            .unwrap_or(self)
    }

    /// Whole minutes from `earlier`, rounded down, so that 59 seconds early is one minute early.
    #[must_use]
    pub fn minutes_since(self, earlier: Self) -> i64 {
        self.since(earlier).num_seconds().div_euclid(60)
    }
}

impl PartialEq for Stamp {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Stamp {}

impl std::hash::Hash for Stamp {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (self.0.timestamp(), self.0.offset().local_minus_utc()).hash(state);
    }
}

impl Ord for Stamp {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0).then_with(|| {
            self.0
                .offset()
                .local_minus_utc()
                .cmp(&other.0.offset().local_minus_utc())
        })
    }
}

impl PartialOrd for Stamp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl std::fmt::Display for Stamp {
    /// As in the files: `2026-12-01T09:16:00+00:00`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.to_rfc3339())
    }
}

impl std::str::FromStr for Stamp {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let moment = DateTime::parse_from_rfc3339(text)
            .map_err(|_ignored| format!("\"{text}\" is not a time like 2026-12-01T09:16:00+00:00"))?;
        Self::new(moment).ok_or_else(|| {
            format!(
                "the year {} is not between {} and {}",
                moment.year(),
                YEARS.start(),
                YEARS.end()
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_moment_under_two_offsets_is_two_stamps_and_no_time_apart() {
        let [winter, summer]: [Stamp; 2] =
            ["2026-10-25T01:30:00+00:00", "2026-10-25T02:30:00+01:00"].map(|text| text.parse().unwrap());
        assert_ne!(winter, summer);
        assert_ne!(winter.cmp(&summer), Ordering::Equal);
        assert_eq!(winter.minutes_since(summer), 0);
        assert!(!winter.is_before(summer) && !summer.is_before(winter));
    }
}
