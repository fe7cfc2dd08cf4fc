//! The overlay that shows which class and which question has what, or what there is from each activity: how far it is
//! scrolled.

use super::{
    Model, Overlay, PAGE, Screen,
    capture::Motion,
    day::Day,
    message::{Action, At, Effect, Message},
};
use crate::domain::{
    coverage::Coverage,
    evidence::{self, FromRow},
    note::Note,
    record::Record,
    stamp::Stamp,
    today::{Actual, Today},
};

/// How far the overlay is scrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scroll {
    /// What it shows.
    pub shows: Picture,
    /// Rows out of sight above.
    pub rows: usize,
    /// Classes out of sight at the left.
    pub classes: usize,
}

/// What the overlay shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Picture {
    /// Which class and which question has what, and the day as it was.
    #[default]
    Coverage,
    /// Only the day, planned against actual, and what was changed apart in it.
    Day,
    /// How many notes of each kind there are from each activity.
    Evidence,
}

impl Day {
    /// Which class was seen by whom, and which question has what, as far as is known here; on the agreed plan, since the
    /// changes of all groups count.
    #[must_use]
    pub fn coverage(&self, now: Stamp) -> Coverage {
        Coverage::of(&self.plan, &self.records, now)
    }
}

impl Day {
    /// How many notes of each kind there are from each row of the agreed plan.
    #[must_use]
    pub fn evidence(&self) -> Vec<FromRow> {
        evidence::by_row(&self.plan, self.records.live_notes())
    }
}

/// A group's day as it was agreed and as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Went {
    /// The name of the group; `None` where the plan has no groups.
    pub group: Option<String>,
    /// Each place, and what became of it.
    pub places: Vec<(Actual, Outcome)>,
}

/// What became of a place of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It takes place.
    TakesPlace,
    /// Its class was not seen.
    NotSeen {
        /// Why.
        because: String,
        /// How many notes there are of it all the same.
        notes: usize,
    },
    /// It does not take place, because.
    Dropped(String),
}

impl Day {
    /// Plan against actual, for each group.
    #[must_use]
    pub fn went(&self, now: Stamp) -> Vec<Went> {
        let groups = self.plan.groups.iter();
        let mut ways: Vec<_> = groups
            .map(|group| (Some(&group.id), Some(group.name.clone())))
            .collect();
        if ways.is_empty() {
            ways.push((None, None));
        }
        let went = ways.into_iter().map(|(group, name)| {
            let today = Today::of(&self.plan, &self.records, group);
            let lines = today.actual(&self.plan, &self.records, group, now);
            let places = lines.into_iter().map(|line| {
                let outcome = self.outcome(&today, &line);
                (line, outcome)
            });
            Went {
                group: name,
                places: places.collect(),
            }
        });
        went.collect()
    }
}

impl Day {
    fn outcome(&self, today: &Today, line: &Actual) -> Outcome {
        let visit = line.place.visit.as_ref();
        if let Some(not_seen) = visit.and_then(|visit| today.not_seen(visit)) {
            let of_visit = |note: &&Record<Note>| note.body.place.id().visit.as_ref() == visit;
            return Outcome::NotSeen {
                because: not_seen.because.clone(),
                notes: self.records.live_notes().filter(of_visit).count(),
            };
        }
        let dropped = today
            .dropped
            .iter()
            .find(|dropped| dropped.slot == line.place.slot);
        match (dropped, line.today) {
            (Some(dropped), _) => Outcome::Dropped(dropped.because.clone()),
            (None, None) => Outcome::Dropped(String::new()),
            (None, Some(_)) => Outcome::TakesPlace,
        }
    }
}

/// Opens it over a session.
pub(super) fn open(model: &mut Model, shows: Picture) {
    if model.day().is_some() {
        model.overlay = Some(Overlay::Coverage(Scroll {
            shows,
            ..Scroll::default()
        }));
    }
}

/// Puts the first deed made apart that is void in force, where these are listed.
pub(super) fn take_other(model: &mut Model, at: At) -> Vec<Effect> {
    let (Some(Overlay::Coverage(scroll)), Screen::Day(day)) = (model.overlay.as_ref(), &mut model.screen)
    else {
        return Vec::new();
    };
    if scroll.shows != Picture::Day {
        return Vec::new();
    }
    let reply = day.take_other(at);
    model.notice = reply.notice;
    reply.effects
}

/// What a key does in it.
pub(super) fn receive(model: &mut Model, message: &Message) {
    let most = model.day().map_or(0, |day| most_classes(day, model.now));
    let Some(Overlay::Coverage(scroll)) = &mut model.overlay else {
        return;
    };
    match message {
        Message::Asked(Action::Up) => scroll.rows = scroll.rows.saturating_sub(1),
        Message::Asked(Action::Down) => scroll.rows += 1,
        Message::Asked(Action::PageUp) => scroll.rows = scroll.rows.saturating_sub(PAGE),
        Message::Asked(Action::PageDown) => scroll.rows += PAGE,
        Message::Moved(Motion::Left, _) => scroll.classes = scroll.classes.saturating_sub(1),
        Message::Moved(Motion::Right, _) => scroll.classes = (scroll.classes + 1).min(most.saturating_sub(1)),
        Message::Asked(Action::Close) => model.overlay = None,
        _ => {}
    }
}

/// The most classes that any row has.
fn most_classes(day: &Day, now: Stamp) -> usize {
    let coverage = day.coverage(now);
    let rows = coverage.rows.iter();
    rows.map(|row| row.classes.len()).max().unwrap_or(0)
}
