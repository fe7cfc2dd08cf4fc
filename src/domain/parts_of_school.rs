//! The parts of a school by which coverage is told to those who were not there. A class is its teacher, and so is a year
//! with one class: no part has fewer than two classes that were seen.

use std::collections::BTreeSet;

use super::{
    class_name::{ClassName, classes, same_class},
    coverage::{Class, is_of_year},
    plan::{Host, Year},
};

/// The fewest classes in which no teacher is recognised.
const FEWEST: u32 = 2;

/// The stages of a school, in their order; the last is for classes that name no year.
const STAGES: [&str; 7] = [
    "early years",
    "key stage 1",
    "lower key stage 2",
    "upper key stage 2",
    "key stage 3",
    "key stage 4 and above",
    "other classes",
];
const OTHER: usize = STAGES.len() - 1;
/// The two halves of key stage 2.
const HALVES: [usize; 2] = [2, 3];

/// The parts of a school.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartsOfSchool(Vec<Part>);

/// A part of a school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is called, as it stands inside a sentence: "lower key stage 2".
    pub name: String,
    /// The classes in it, by the names that coverage has for them.
    pub classes: Vec<String>,
}

/// Classes of one or several stages, while parts are formed.
struct Stretch<'c> {
    stages: BTreeSet<usize>,
    classes: Vec<&'c Class>,
}

impl PartsOfSchool {
    /// The parts into which `visited` falls, in the order of the stages. A year stands for itself where every year of
    /// its stage has several classes; else the stage does, or several together. None if fewer than two classes were seen.
    #[must_use]
    pub fn of(host: &Host, visited: &[Class]) -> Self {
        let mut stretches = by_stage(host, visited);
        while let Some(at) = stretches
            .iter()
            .position(|stretch| faces(host, &stretch.classes) < FEWEST)
        {
            if stretches.len() < 2 {
                return Self::default();
            }
            let first = at.min(stretches.len() - 2);
            let next = stretches.remove(first + 1);
            stretches[first].take_in(next);
        }
        let parts = stretches.iter().flat_map(|stretch| {
            stretch
                .by_year(host)
                .unwrap_or_else(|| vec![part(stretch.name(), &stretch.classes)])
        });
        Self(parts.collect())
    }

    /// The parts, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Part> {
        self.0.iter()
    }

    /// The part that a class is in.
    #[must_use]
    pub fn part_of(&self, class: &str) -> Option<&Part> {
        self.0.iter().find(|part| part.has(class))
    }
}

impl Part {
    /// Whether a class is in it, however it is written.
    #[must_use]
    pub fn has(&self, class: &str) -> bool {
        self.classes.iter().any(|known| same_class(known, class))
    }
}

impl Stretch<'_> {
    fn take_in(&mut self, mut next: Self) {
        self.stages.append(&mut next.stages);
        self.classes.append(&mut next.classes);
    }

    /// "early years and key stage 1"; both halves of key stage 2 are one.
    fn name(&self) -> String {
        let whole = HALVES.iter().all(|half| self.stages.contains(half));
        let names = self.stages.iter().filter(|stage| !whole || **stage != HALVES[1]);
        let names: Vec<&str> = names
            .map(|stage| {
                if whole && *stage == HALVES[0] {
                    "key stage 2"
                } else {
                    STAGES[*stage]
                }
            })
            .collect();
        match names.as_slice() {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [first @ .., last] => format!("{} and {last}", first.join(", ")),
        }
    }

    /// Its years, if it is one stage in which each of them has several classes.
    fn by_year(&self, host: &Host) -> Option<Vec<Part>> {
        if self.stages.len() > 1 {
            return None;
        }
        let years: Option<Vec<&Year>> = self
            .classes
            .iter()
            .map(|class| year_of(host, &class.name))
            .collect();
        let years = years?;
        let mut parts: Vec<Part> = Vec::new();
        for year in &years {
            let of_year = self
                .classes
                .iter()
                .zip(&years)
                .filter(|(_, of)| of.name == year.name);
            let of_year: Vec<&Class> = of_year.map(|(class, _)| *class).collect();
            if faces(host, &of_year) < FEWEST {
                return None;
            }
            if parts.iter().all(|part| part.name != year.name) {
                parts.push(part(year.name.clone(), &of_year));
            }
        }
        Some(parts)
    }
}

fn part(name: String, classes: &[&Class]) -> Part {
    Part {
        name,
        classes: classes.iter().map(|class| class.name.clone()).collect(),
    }
}

/// The classes of each stage; a class of several stages makes one of them.
fn by_stage<'c>(host: &Host, visited: &'c [Class]) -> Vec<Stretch<'c>> {
    let mut stretches: Vec<Stretch<'c>> = Vec::new();
    for class in visited {
        let own = stages(host, &class.name);
        let same = stretches.extract_if(.., |known| !known.stages.is_disjoint(&own));
        let same: Vec<Stretch<'c>> = same.collect();
        let mut all = Stretch {
            stages: own,
            classes: Vec::new(),
        };
        for same in same {
            all.take_in(same);
        }
        all.classes.push(class);
        stretches.push(all);
    }
    stretches.sort_by_key(|stretch| stretch.stages.first().copied());
    stretches
}

/// The stages of a class: those of the years that it names, or of the year of the school that it belongs to.
fn stages(host: &Host, class: &str) -> BTreeSet<usize> {
    let of = |class: &str| -> BTreeSet<usize> { classes(class).iter().map(stage).collect() };
    let named = of(class);
    match year_of(host, class) {
        Some(year) if named.contains(&OTHER) => of(&year.name),
        _ if named.is_empty() => BTreeSet::from([OTHER]),
        _ => named,
    }
}

fn stage(class: &ClassName) -> usize {
    match (class.year.as_str(), class.year.parse::<u8>()) {
        ("nursery" | "reception", _) => 0,
        (_, Ok(1 | 2)) => 1,
        (_, Ok(3 | 4)) => 2,
        (_, Ok(5 | 6)) => 3,
        (_, Ok(7..=9)) => 4,
        (_, Ok(10..)) => 5,
        _ => OTHER,
    }
}

/// The year of the school that a class belongs to.
fn year_of<'h>(host: &'h Host, class: &str) -> Option<&'h Year> {
    host.years.iter().find(|year| is_of_year(class, &year.name))
}

/// How many classes these are, as far as they were seen: a year is as many as it has.
fn faces(host: &Host, of: &[&Class]) -> u32 {
    let seen = of
        .iter()
        .filter(|class| !class.was_missed() && !class.is_to_come());
    seen.map(|class| {
        let year = year_of(host, &class.name).filter(|year| same_class(&year.name, &class.name));
        year.map_or(1, |year| u32::from(year.classes).max(1))
    })
    .sum()
}

#[cfg(test)]
mod tests;
