//! When the things that a review model asks for are due, counted from the days of a plan.

mod series;

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Weekday};

pub use series::Series;

use super::{
    bank_holidays::BankHolidays,
    model::{Deadline, Due},
    plan::{Holiday, Plan},
    stamp::{Stamp, YEARS},
};

/// Which days are working days: Monday to Friday, less the bank holidays of England, less the host's school holidays
/// where the plan lists any.
#[derive(Debug, Clone, Copy)]
pub struct WorkingDays<'a> {
    bank: &'a BankHolidays,
    school: &'a [Holiday],
}

impl<'a> WorkingDays<'a> {
    /// The working days of the school of `plan`.
    #[must_use]
    pub fn of(plan: &'a Plan, bank: &'a BankHolidays) -> Self {
        Self {
            bank,
            school: &plan.agreement.school_holidays,
        }
    }

    /// Whether work can be asked for on `date`, as far as the holidays are known.
    #[must_use]
    pub fn is_one(&self, date: NaiveDate) -> bool {
        !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
            && self.bank.on(date).is_none()
            && !self
                .school
                .iter()
                .any(|holiday| (holiday.from..=holiday.until).contains(&date))
    }

    /// The first working day from `date` on, and whether a year was looked at whose bank holidays are not known.
    fn on_or_after(&self, date: NaiveDate) -> (NaiveDate, bool) {
        let days = std::iter::successors(Some(date), |day| later(*day, 1));
        let found = days.into_iter().find(|day| self.is_one(*day)).unwrap_or(latest());
        (found, !self.bank.knows(date) || !self.bank.knows(found))
    }

    /// The date `count` working days after `date`, and whether a year was passed whose bank holidays are not known.
    ///
    /// The day itself is not counted. Where the years that a plan may speak of end first, it is the last day of them.
    #[must_use]
    pub fn after(&self, date: NaiveDate, count: u32) -> (NaiveDate, bool) {
        Walk::from(*self, date).to(count)
    }
}

/// A walk from a date through the working days after it, which takes no step twice however much is due.
struct Walk<'a> {
    days: WorkingDays<'a>,
    /// The date it began at, then each working day, and whether a year was passed whose bank holidays are not known.
    reached: Vec<(NaiveDate, bool)>,
    at: (NaiveDate, bool),
}

impl<'a> Walk<'a> {
    fn from(days: WorkingDays<'a>, date: NaiveDate) -> Self {
        Self {
            days,
            reached: vec![(date, false)],
            at: (date, false),
        }
    }

    /// The working day with this number, or the last day of all where the years end first.
    fn to(&mut self, count: u32) -> (NaiveDate, bool) {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        while self.reached.len() <= count {
            let Some(next) = later(self.at.0, 1) else { break };
            self.at = (next, self.at.1 || !self.days.bank.knows(next));
            if self.days.is_one(next) {
                self.reached.push(self.at);
            }
        }
        self.reached.get(count).copied().unwrap_or(self.at)
    }
}

/// Something that is due, with its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueDate {
    /// What is due.
    pub what: String,
    /// Who sees to it, by role.
    pub who: String,
    /// Whether missing it breaks the model's rules, or is only short of a target.
    pub binding: bool,
    /// The levels that ask for it; where none is named, it is always asked for.
    pub at_levels: Vec<String>,
    /// When it is due.
    pub due: WhenDue,
    /// Whether it was counted through a year whose bank holidays are not known, so that it may be a day too early.
    pub unsure: bool,
}

/// When something is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhenDue {
    /// At a moment, in the plan's zone.
    At(Stamp),
    /// By the end of a day.
    On(NaiveDate),
    /// By the end of a day that comes again and again.
    Every(Series),
    /// At the next meeting of the governors, and its date if the plan says it.
    NextGovernorsMeeting(Option<NaiveDate>),
    /// As agreed; also where the plan has no day to count from.
    ByAgreement,
}

impl WhenDue {
    /// Its date in the plan's zone, if it has one; of what comes again, the next one as seen from `today`, and the last
    /// once all are over.
    #[must_use]
    pub fn date(&self, today: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Every(series) => Some(series.next(today)),
            Self::At(moment) => Some(moment.date()),
            Self::On(date) => Some(*date),
            Self::NextGovernorsMeeting(date) => *date,
            Self::ByAgreement => None,
        }
    }
}

/// How something due stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueState {
    /// Its time has passed. Whether it was done is not known from a plan.
    Passed,
    /// Later today.
    Today,
    /// So many days ahead, at least one.
    Ahead {
        /// Days by the calendar: tomorrow is one.
        days: i64,
    },
    /// It has no date.
    Undated,
}

impl DueDate {
    /// Whether it is asked for where findings stand at these levels.
    #[must_use]
    pub fn is_asked_at<'l>(&self, mut levels: impl Iterator<Item = &'l str>) -> bool {
        let asks = |level: &str| self.at_levels.iter().any(|known| known == level);
        self.at_levels.is_empty() || levels.any(asks)
    }

    /// How it stands at `now`, which is told in the plan's zone; see [`Plan::local`].
    #[must_use]
    pub fn state(&self, now: Stamp) -> DueState {
        let Some(date) = self.due.date(now.date()) else {
            return DueState::Undated;
        };
        let days = date.signed_duration_since(now.date()).num_days();
        let passed = match self.due {
            WhenDue::At(moment) => moment.is_before(now),
            _ => days < 0,
        };
        match (passed, days) {
            (true, _) => DueState::Passed,
            (false, 1..) => DueState::Ahead { days },
            (false, _) => DueState::Today,
        }
    }
}

/// All that the model of `plan` has due, in the model's order.
#[must_use]
pub fn due_dates(plan: &Plan, holidays: &BankHolidays) -> Vec<DueDate> {
    let days = WorkingDays::of(plan, holidays);
    let mut span = Span::of(plan).map(|span| (Walk::from(days, span.last), span));
    let dated = |deadline: &Deadline| {
        let (due, unsure) = match &mut span {
            Some((walk, span)) => span.due(plan, deadline.due, walk),
            None => (undated(plan, deadline.due), false),
        };
        DueDate {
            what: deadline.what.clone(),
            who: deadline.who.clone(),
            binding: deadline.binding,
            at_levels: deadline.at_levels.clone(),
            due,
            unsure,
        }
    };
    plan.rules.deadlines.iter().map(dated).collect()
}

/// What is to be thought of at `now`: the next thing that is due; once nothing is ahead, what waits for the governors'
/// next meeting without a date; otherwise what was due last.
#[must_use]
pub fn next_due(plan: &Plan, holidays: &BankHolidays, now: Stamp) -> Option<DueDate> {
    let now = plan.local(now.moment().to_utc()).unwrap_or(now);
    let all = due_dates(plan, holidays);
    // By the end of a day comes after everything that has its hour in it.
    let end_of_day = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or(NaiveTime::MIN);
    let order = |due: &&DueDate| match due.due {
        WhenDue::At(moment) => (moment.date(), moment.time()),
        ref when => (when.date(now.date()).unwrap_or(NaiveDate::MAX), end_of_day),
    };
    let in_state = |wanted: fn(DueState) -> bool| all.iter().filter(move |due| wanted(due.state(now)));
    let ahead = in_state(|state| matches!(state, DueState::Today | DueState::Ahead { .. })).min_by_key(order);
    let waiting = || {
        let mut undated = in_state(|state| state == DueState::Undated);
        undated.find(|due| matches!(due.due, WhenDue::NextGovernorsMeeting(None)))
    };
    let passed = || in_state(|state| state == DueState::Passed).max_by_key(order);
    ahead.or_else(waiting).or_else(passed).cloned()
}

/// What deadlines are counted from.
struct Span {
    begins: Stamp,
    first: NaiveDate,
    last: NaiveDate,
}

impl Span {
    /// From the first row to the last day; days without rows count only where there are no others.
    fn of(plan: &Plan) -> Option<Self> {
        let with_rows = plan.days.iter().filter(|day| !day.slots.is_empty());
        let dates: Vec<NaiveDate> = with_rows.map(|day| day.date).collect();
        let dates = if dates.is_empty() {
            plan.days.iter().map(|day| day.date).collect()
        } else {
            dates
        };
        let (first, last) = (*dates.iter().min()?, *dates.iter().max()?);
        let on_first = plan.days.iter().filter(|day| day.date == first);
        let starts = on_first.flat_map(|day| &day.slots).map(|slot| slot.starts).min();
        Some(Self {
            begins: plan.moment(first, starts.unwrap_or(NaiveTime::MIN)),
            first,
            last,
        })
    }

    /// When something is due, and whether that is unsure.
    fn due(&self, plan: &Plan, due: Due, walk: &mut Walk<'_>) -> (WhenDue, bool) {
        let sure = |due| (due, false);
        match due {
            Due::HoursBefore(hours) => sure(WhenDue::At(self.hours_before(plan, hours))),
            Due::DaysBefore(count) => sure(WhenDue::On(earlier(self.first, count))),
            Due::OnTheDay => sure(WhenDue::On(self.last)),
            Due::DaysAfter(count) => sure(WhenDue::On(later(self.last, count).unwrap_or(latest()))),
            Due::WorkingDaysAfter(count) => {
                let (date, unsure) = walk.to(count);
                (WhenDue::On(date), unsure)
            }
            Due::Every { weeks, times } if weeks > 0 && times > 0 => {
                let (series, unsure) = Series::after(self.last, (weeks, times), walk.days);
                (WhenDue::Every(series), unsure)
            }
            Due::Every { .. } | Due::NextGovernorsMeeting | Due::ByAgreement => sure(undated(plan, due)),
        }
    }

    /// So many elapsed hours before the first row, as the clock on the wall then shows it.
    fn hours_before(&self, plan: &Plan, hours: u32) -> Stamp {
        let moment = self.begins.plus(-TimeDelta::hours(i64::from(hours)));
        plan.local(moment.moment().to_utc()).unwrap_or(moment)
    }
}

/// When something is due that hangs on no day of the plan.
fn undated(plan: &Plan, due: Due) -> WhenDue {
    match due {
        Due::NextGovernorsMeeting => WhenDue::NextGovernorsMeeting(plan.agreement.governors_meeting),
        _ => WhenDue::ByAgreement,
    }
}

/// The date `days` days later, inside the years that files may speak of.
fn later(date: NaiveDate, days: u32) -> Option<NaiveDate> {
    date.checked_add_days(Days::new(days.into()))
        .filter(|date| *date <= latest())
}

/// The date `days` days earlier, kept inside the years that files may speak of.
fn earlier(date: NaiveDate, days: u32) -> NaiveDate {
    let earliest = NaiveDate::from_ymd_opt(*YEARS.start(), 1, 1).unwrap_or(date);
    date.checked_sub_days(Days::new(days.into()))
        .map_or(earliest, |earlier| earlier.max(earliest))
}

/// The last day that files may speak of.
fn latest() -> NaiveDate {
    NaiveDate::from_ymd_opt(*YEARS.end(), 12, 31).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests;
