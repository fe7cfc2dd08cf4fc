//! What is due again and again: every so many weeks, each time on a working day.

use chrono::NaiveDate;

use super::{WorkingDays, later, latest};

/// The days on which something is due again and again, at least one.
///
/// They are counted from one day, so that one that moves takes no later one along. Nobody in a school can be met on a day
/// off: what falls on one is due on the next working day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    weeks: u32,
    /// The day by the count of weeks, with the working day on which it is due; in order of both.
    days: Vec<(NaiveDate, NaiveDate)>,
}

impl Series {
    /// So many times every so many weeks after `from`, as far as the years that a plan may speak of go; and whether it
    /// comes to a year whose bank holidays are not known.
    pub(super) fn after(
        from: NaiveDate,
        (weeks, times): (u32, u32),
        working: WorkingDays<'_>,
    ) -> (Self, bool) {
        let counted = (1..=times).map_while(|nth| later(from, nth.saturating_mul(weeks).saturating_mul(7)));
        let mut unsure = false;
        let mut due = |day| {
            let (moved, not_known) = working.on_or_after(day);
            unsure |= not_known;
            (day, moved)
        };
        let mut days: Vec<_> = counted.map(&mut due).collect();
        if days.is_empty() {
            days.push((latest(), latest()));
        }
        (Self { weeks, days }, unsure)
    }

    /// The weeks from one to the next.
    #[must_use]
    pub fn weeks(&self) -> u32 {
        self.weeks
    }

    /// On how many days it is due: of several that would fall on one day, as after long holidays, one is left.
    #[must_use]
    pub fn times(&self) -> usize {
        self.days().count()
    }

    /// The days on which it is due, in their order.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        let together = self.days.chunk_by(|(_, one), (_, other)| one == other);
        together.filter_map(|days| Some(days.first()?.1))
    }

    /// The first of them.
    #[must_use]
    pub fn first(&self) -> NaiveDate {
        self.days().next().unwrap_or(latest())
    }

    /// The next of them as seen from `today`, and the last once all are over.
    #[must_use]
    pub fn next(&self, today: NaiveDate) -> NaiveDate {
        let next = self.days().find(|day| *day >= today);
        next.or(self.days().last()).unwrap_or(latest())
    }

    /// The days by the count of weeks, whether they are working days or not.
    pub fn counted(&self) -> impl Iterator<Item = NaiveDate> {
        self.days.iter().map(|(counted, _)| *counted)
    }

    /// Those by the count of weeks that are days off, each with the working day that it is due on instead; without one
    /// where the next of the series is due on that day too.
    pub fn moved(&self) -> impl Iterator<Item = (NaiveDate, Option<NaiveDate>)> {
        self.days.iter().enumerate().filter_map(|(nth, (counted, due))| {
            let next = self.days.get(nth + 1).map(|(_, due)| due);
            (counted != due).then_some((*counted, Some(*due).filter(|_| next != Some(due))))
        })
    }
}
