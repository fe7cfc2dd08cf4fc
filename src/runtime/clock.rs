//! The only place that reads a clock; everything else is told the time.

use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, Local, TimeDelta, Timelike, Utc};

use crate::{
    domain::{
        stamp::{Stamp, YEARS},
        zone::Zone,
    },
    storage::disk::FileTime,
};

/// How many seconds of the day may pass in one second of a rehearsal.
pub const SPEEDS: std::ops::RangeInclusive<u32> = 1..=3600;

const NANOS_A_SECOND: u64 = 1_000_000_000;
const NANOS_A_MINUTE: u64 = 60 * NANOS_A_SECOND;

/// The computer's clock can't be used to date a note.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("this computer's clock says {shown}, outside the years {} to {}", YEARS.start(), YEARS.end())]
pub struct ClockFault {
    shown: String,
}

impl ClockFault {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        "set the date of this computer, then start again"
    }
}

/// The moment as the file system of this machine would write it beside a file.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one home of the clocks")]
pub fn machine_time() -> FileTime {
    FileTime::now()
}

/// How far this computer's own clock is ahead of UTC at a moment, whatever zone a plan has.
#[must_use]
pub fn own_offset(moment: DateTime<Utc>) -> FixedOffset {
    *moment.with_timezone(&Local).offset()
}

/// Tells the time of the day that is on the screen, in the plan's zone.
#[derive(Debug, Clone)]
pub struct Clock {
    zone: Zone,
    /// Where the clock began; also what it says should the computer's clock ever leave the years it can tell.
    starts: Stamp,
    pace: Pace,
}

#[derive(Debug, Clone)]
enum Pace {
    /// The wall clock: unlike a monotonic one it goes on while the lid is closed.
    Wall,
    /// From `starts`, `speed` times as fast as real time. Monotonic: a rehearsal that sleeps with the laptop stays put.
    Rehearsal { since: Instant, speed: u32 },
}

impl Clock {
    /// The real time, as clocks in `zone` show it.
    ///
    /// # Errors
    /// If the computer's clock is outside the years a file may speak of.
    pub fn wall(zone: Zone) -> Result<Self, ClockFault> {
        let moment = wall_now(zone);
        let starts = Stamp::new(moment).ok_or_else(|| ClockFault {
            shown: moment.date_naive().to_string(),
        })?;
        Ok(Self {
            zone,
            starts,
            pace: Pace::Wall,
        })
    }

    /// A time that begins at `starts` and passes `speed` times as fast; `speed` is kept within [`SPEEDS`].
    #[must_use]
    pub fn rehearsal(zone: Zone, starts: Stamp, speed: u32) -> Self {
        let speed = speed.clamp(*SPEEDS.start(), *SPEEDS.end());
        Self {
            zone,
            starts,
            pace: Pace::Rehearsal {
                since: monotonic_now(),
                speed,
            },
        }
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Stamp {
        Stamp::new(self.moment()).unwrap_or(self.starts)
    }

    /// The real time in the same zone, in a rehearsal too.
    #[must_use]
    pub fn real(&self) -> Stamp {
        Stamp::new(wall_now(self.zone)).unwrap_or(self.starts)
    }

    /// Real time until the shown minute changes, so that the loop can sleep until then and no longer.
    #[must_use]
    pub fn until_next_minute(&self) -> Duration {
        match self.pace {
            Pace::Wall => until_next_minute(self.moment(), 1),
            Pace::Rehearsal { speed, .. } => until_next_minute(self.moment(), speed),
        }
    }

    fn moment(&self) -> DateTime<FixedOffset> {
        match self.pace {
            Pace::Wall => wall_now(self.zone),
            Pace::Rehearsal { since, speed } => rehearsed(
                self.zone,
                self.starts,
                monotonic_now().saturating_duration_since(since),
                speed,
            ),
        }
    }
}

/// The moment a rehearsal shows, `elapsed` of real time after it began.
fn rehearsed(zone: Zone, starts: Stamp, elapsed: Duration, speed: u32) -> DateTime<FixedOffset> {
    let passed = i64::try_from(elapsed.as_nanos().saturating_mul(u128::from(speed))).unwrap_or(i64::MAX);
    let starts = starts.moment();
    let moment = starts
        .checked_add_signed(TimeDelta::nanoseconds(passed))
        .unwrap_or(starts);
    zone.shows(moment.to_utc())
}

/// Rounded up, so that whoever wakes then finds the new minute.
fn until_next_minute(moment: DateTime<FixedOffset>, speed: u32) -> Duration {
    // A leap second is counted beyond the last nanosecond; here it is simply the end of the minute.
    let fraction = u64::from(moment.nanosecond()).min(NANOS_A_SECOND - 1);
    let into_the_minute = u64::from(moment.second()) * NANOS_A_SECOND + fraction;
    Duration::from_nanos((NANOS_A_MINUTE - into_the_minute).div_ceil(u64::from(speed)))
}

#[expect(clippy::disallowed_methods, reason = "the one home of the wall clock")]
fn wall_now(zone: Zone) -> DateTime<FixedOffset> {
    zone.shows(Utc::now())
}

#[expect(clippy::disallowed_methods, reason = "the one home of the monotonic clock")]
fn monotonic_now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests;
