//! The zone whose clocks a plan goes by.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime, Offset, Timelike, Utc};
use tz::datetime::FoundDateTimeKind;
use tz::timezone::TimeZoneRef;

/// A time zone of the IANA database, with its rules for every year a file may speak of; they are part of the program,
/// because not every computer has them.
#[derive(Clone, Copy)]
pub struct Zone {
    name: &'static str,
    rules: &'static TimeZoneRef<'static>,
}

/// No zone has this name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no time zone of this name")]
pub struct UnknownZone;

impl Zone {
    /// England's clocks: the zone of a plan that names none.
    pub const LONDON: Self = Self {
        name: "Europe/London",
        rules: &tzdb_data::time_zone::europe::LONDON,
    };

    /// The names of all zones.
    #[must_use]
    pub const fn names() -> &'static [&'static str] {
        tzdb_data::TZ_NAMES
    }

    /// Its name, such as `Europe/London`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// A moment as its clocks show it.
    #[must_use]
    pub fn shows(self, moment: DateTime<Utc>) -> DateTime<FixedOffset> {
        let ahead = self.rules.find_local_time_type(moment.timestamp());
        let ahead = ahead.map_or(0, tz::LocalTimeType::ut_offset);
        let offset = FixedOffset::east_opt(ahead).unwrap_or_else(|| Utc.fix());
        moment.with_timezone(&offset)
    }

    /// The moment at which its clocks show `local`: the earlier one where they show it twice, and the moment of the
    /// change where they leave it out. `None` for a year that no clock can be asked for.
    #[must_use]
    pub fn moment(self, local: NaiveDateTime) -> Option<DateTime<FixedOffset>> {
        let small = |number: u32| u8::try_from(number).ok();
        let found = tz::DateTime::find(
            local.year(),
            small(local.month())?,
            small(local.day())?,
            small(local.hour())?,
            small(local.minute())?,
            small(local.second())?,
            0,
            *self.rules,
        );
        let unix = match found.ok()?.into_inner().first()? {
            FoundDateTimeKind::Normal(moment) => moment.unix_time(),
            FoundDateTimeKind::Skipped { after_transition, .. } => after_transition.unix_time(),
        };
        Some(self.shows(DateTime::from_timestamp(unix, 0)?))
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;

    fn from_str(name: &str) -> Result<Self, UnknownZone> {
        let name = Self::names().iter().find(|known| **known == name);
        let name = *name.ok_or(UnknownZone)?;
        let rules = tzdb_data::find_tz(name.as_bytes()).ok_or(UnknownZone)?;
        Ok(Self { name, rules })
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn of(zone: &str, at: &str) -> String {
        let zone: Zone = zone.parse().unwrap();
        zone.moment(local(at)).unwrap().to_rfc3339()
    }

    #[test]
    fn a_local_time_is_the_moment_at_which_the_clocks_show_it() {
        for (zone, at, moment) in [
            (
                "Europe/London",
                "2026-12-01T09:15:00",
                "2026-12-01T09:15:00+00:00",
            ),
            (
                "Europe/London",
                "2026-07-01T09:15:00",
                "2026-07-01T09:15:00+01:00",
            ),
            (
                "Asia/Kathmandu",
                "2026-07-01T09:15:00",
                "2026-07-01T09:15:00+05:45",
            ),
            // Beyond the last change that is written down: by the rule.
            (
                "Europe/London",
                "2199-07-01T09:15:00",
                "2199-07-01T09:15:00+01:00",
            ),
            // Shown twice: the earlier.
            (
                "Europe/London",
                "2026-10-25T01:30:00",
                "2026-10-25T01:30:00+01:00",
            ),
            // Left out: the change.
            (
                "Europe/London",
                "2026-03-29T01:30:00",
                "2026-03-29T02:00:00+01:00",
            ),
            (
                "Australia/Lord_Howe",
                "2026-10-04T02:10:00",
                "2026-10-04T02:30:00+11:00",
            ),
        ] {
            assert_eq!(of(zone, at), moment, "{at} in {zone}");
        }
    }

    #[test]
    fn every_zone_is_known_by_its_name_and_no_other_word_is_a_zone() {
        for name in Zone::names() {
            let zone: Zone = name.parse().unwrap();
            assert_eq!(zone.name(), *name);
        }
        assert_eq!("Europe/London".parse(), Ok(Zone::LONDON));
        assert_ne!("Europe/Dublin".parse(), Ok(Zone::LONDON));
        for name in ["", "GMT+1 (London)", "London", "europe/london"] {
            assert_eq!(name.parse::<Zone>(), Err(UnknownZone), "{name}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_the_clocks_show_leads_back_to_the_moment(
            minutes in 0..60_i64 * 24 * 365 * 229,
            zone in proptest::sample::select(Zone::names()),
        ) {
            let zone: Zone = zone.parse().unwrap();
            let moment = DateTime::from_timestamp(minutes * 60, 0).unwrap();
            let shown = zone.shows(moment);
            proptest::prop_assert_eq!(shown.to_utc(), moment);
            let back = zone.moment(shown.naive_local()).unwrap();
            proptest::prop_assert_eq!(back.naive_local(), shown.naive_local());
            proptest::prop_assert!(back <= shown, "the earlier of two");
        }
    }
}
