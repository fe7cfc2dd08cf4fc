//! What came of a way out of lateness, for what is said of it.

use crate::domain::{
    lateness::{Cost, Remedy, Way},
    stamp::Stamp,
};

/// What came of a remedy, in the order of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Which of the three it was.
    pub way: Way,
    /// The places that start at another time and are no shorter, with by how many minutes they are pushed.
    pub pushed: Vec<(String, i64)>,
    /// The places that are shorter, with the minutes that they keep.
    pub shorter: Vec<(String, i64)>,
    /// The places that are longer, with the minutes that they last.
    pub longer: Vec<(String, i64)>,
    /// The places that do not take place.
    pub dropped: Vec<String>,
    /// The present place, and when it ends; before the day begins there is none.
    pub present: Option<(String, Stamp)>,
    /// The other groups that go to their classes at other times too.
    pub others: Vec<String>,
    /// The classes in which two groups are at once now, and since when.
    pub rooms: Vec<(String, Stamp)>,
}

impl Outcome {
    /// What comes of `remedy` for the places behind the present one.
    #[must_use]
    pub fn of(remedy: &Remedy) -> Self {
        let mut outcome = Self {
            way: remedy.way,
            pushed: Vec::new(),
            shorter: Vec::new(),
            longer: Vec::new(),
            dropped: Vec::new(),
            present: remedy
                .lines
                .first()
                .filter(|line| line.here)
                .and_then(|line| Some((line.name.clone(), line.becomes?.1))),
            others: Vec::new(),
            rooms: Vec::new(),
        };
        outcome
            .rooms
            .extend(remedy.costs.iter().filter_map(|cost| match cost {
                Cost::SameRoom { class, from, .. } => Some((class.clone(), *from)),
                _ => None,
            }));
        let costs = remedy.costs.iter();
        outcome.others.extend(costs.filter_map(|cost| match cost {
            Cost::OthersMove { group, .. } => Some(group.clone()),
            _ => None,
        }));
        for line in remedy.lines.iter().filter(|line| !line.here) {
            let Some(becomes) = line.becomes else {
                outcome.dropped.push(line.name.clone());
                continue;
            };
            let keeps = becomes.1.minutes_since(becomes.0);
            let by = becomes.0.minutes_since(line.was.0);
            let had = line.was.1.minutes_since(line.was.0);
            if keeps < had {
                outcome.shorter.push((line.name.clone(), keeps));
                continue;
            }
            if by != 0 {
                outcome.pushed.push((line.name.clone(), by));
            }
            if keeps > had {
                outcome.longer.push((line.name.clone(), keeps));
            }
        }
        outcome
    }
}
