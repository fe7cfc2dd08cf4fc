//! Which classes a few words mean, however a school writes them: "Y5", "Yr 5", "Year 5 (Oak)", "Year 5/6".

use super::plan::Plan;

/// A class as far as its words tell: the year, and which of the year's classes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClassName {
    /// The year, such as "5" or "reception"; the words themselves where they name no year.
    pub year: String,
    /// Which of the year's classes, such as "oak"; empty where it is not said.
    pub which: String,
}

impl ClassName {
    /// Whether both may be one class: the same year, and not two different classes of it.
    #[must_use]
    pub fn may_be(&self, other: &Self) -> bool {
        self.year == other.year
            && (self.which == other.which || self.which.is_empty() || other.which.is_empty())
    }
}

/// The highest year of a school; a range beyond it is none.
const LAST_YEAR: u32 = 13;

/// The classes that `words` mean, each once.
#[must_use]
pub fn classes(words: &str) -> Vec<ClassName> {
    let words = words
        .to_lowercase()
        .replace(" and ", "/")
        .replace(['–', '—'], "-");
    let parts = words.split(['/', '&', ',', '+', ';']).map(str::trim);
    let mut found: Vec<ClassName> = parts.filter(|part| !part.is_empty()).flat_map(part).collect();
    found.sort();
    found.dedup();
    found
}

/// Whether two names mean the same class, or the same classes.
#[must_use]
pub fn same_class(one: &str, other: &str) -> bool {
    classes(one) == classes(other)
}

/// A class that was typed, by the name that `plan` has for it: one of its years or of the classes that are visited.
/// Words that the plan uses as they stand, and those that it does not know, stay; "Y5" is "Year 5" in any plan.
#[must_use]
pub fn as_planned(plan: &Plan, typed: &str) -> String {
    let visited = plan.every_slot().flat_map(|slot| &slot.tracks);
    let visited = visited.flat_map(|track| &track.visits).map(|visit| &visit.class);
    let known: Vec<&String> = visited
        .chain(plan.host.years.iter().map(|year| &year.name))
        .collect();
    if classes(typed).is_empty() || known.iter().any(|name| *name == typed) {
        return typed.to_string();
    }
    let meant = known.into_iter().find(|name| same_class(name, typed));
    let says_year = typed.trim_start().starts_with(['y', 'Y']);
    meant.cloned().unwrap_or_else(|| {
        if says_year {
            year_in_full(typed)
        } else {
            typed.to_string()
        }
    })
}

/// Whether two groups may be in one room: who sees "Year 5" may be where somebody sees "Y5 Oak".
#[must_use]
pub fn may_be_one_room(one: &str, other: &str) -> bool {
    let theirs = classes(other);
    classes(one)
        .iter()
        .any(|class| theirs.iter().any(|their| class.may_be(their)))
}

/// The classes of one part of a list: one, or a range of years.
fn part(part: &str) -> Vec<ClassName> {
    let rest = without_year(part);
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let which = rest.strip_prefix(digits.as_str()).unwrap_or_default();
    let Some(number) = digits.parse::<u32>().ok().filter(|number| *number <= LAST_YEAR) else {
        return vec![ClassName {
            year: early_year(part, rest),
            which: String::new(),
        }];
    };
    let until = which
        .trim_start()
        .strip_prefix('-')
        .map(|end| without_year(end.trim()));
    if let Some(last) = until.and_then(|end| end.parse::<u32>().ok())
        && (number..=LAST_YEAR).contains(&last)
    {
        let year = |year: u32| ClassName {
            year: year.to_string(),
            which: String::new(),
        };
        return (number..=last).map(year).collect();
    }
    vec![ClassName {
        year: number.to_string(),
        which: plain(which),
    }]
}

/// A year of a school as a plan has it: "y2" and "2" are "Year 2"; other names stay as they are.
#[must_use]
pub fn year_in_full(name: &str) -> String {
    let folded = name.trim().to_lowercase();
    match without_year(&folded).parse::<u32>() {
        Ok(number) if (1..=LAST_YEAR).contains(&number) => format!("Year {number}"),
        _ => name.trim().to_string(),
    }
}

/// What follows the word for a year.
fn without_year(part: &str) -> &str {
    let words = ["years", "year", "yrs", "yr", "y"];
    let rest = words.iter().find_map(|word| part.strip_prefix(word));
    rest.filter(|rest| {
        rest.is_empty() || !rest.starts_with(char::is_alphabetic) || *rest == "r" || *rest == "n"
    })
    .map_or(part, |rest| rest.trim_start_matches(['.', ' ']))
}

/// The years before Year 1 have names and letters; anything else stands for itself.
fn early_year(part: &str, rest: &str) -> String {
    match (plain(part).as_str(), rest) {
        ("yr" | "r" | "reception" | "reception class" | "foundation", _) | (_, "r") => "reception".into(),
        ("n" | "nursery" | "nursery class", _) | (_, "n") => "nursery".into(),
        (words, _) => words.into(),
    }
}

/// Letters and digits, one space between words, and without the word "class".
fn plain(words: &str) -> String {
    let parts = words.split(|letter: char| !letter.is_alphanumeric());
    let said: Vec<&str> = parts
        .filter(|part| !part.is_empty() && *part != "class")
        .collect();
    said.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> String {
        let named = |class: ClassName| format!("{} {}", class.year, class.which).trim().to_string();
        classes(words)
            .into_iter()
            .map(named)
            .collect::<Vec<_>>()
            .join(", ")
    }

    #[test]
    fn names_mean_the_same_class_or_may_be_one_room() {
        assert!(same_class("Y6", "Year 6 ") && same_class("Year 5/6", "Y5 & Y6"));
        assert!(!same_class("Year 5", "Year 5 Oak") && !same_class("Year 5", "Year 6"));
        assert!(may_be_one_room("Y5 Oak", "Year 5") && may_be_one_room("Year 5/6", "Y6"));
        assert!(!may_be_one_room("Year 5 Oak", "Year 5 Elm") && !may_be_one_room("Y1", "Y10"));
    }

    #[test]
    fn a_year_that_was_typed_is_spelled_as_in_every_plan() {
        let plan = crate::domain::example::plan();
        for (typed, spelled) in [
            ("y9", "Year 9"),
            ("Yr 12", "Year 12"),
            ("Y5 Oak", "Y5 Oak"),
            ("Young writers", "Young writers"),
            ("Oak", "Oak"),
        ] {
            assert_eq!(as_planned(&plan, typed), spelled, "{typed}");
        }
    }

    #[test]
    fn classes_are_known_however_they_are_written() {
        let table = [
            ("Year 5", "5"),
            ("Y5", "5"),
            ("yr 5", "5"),
            ("Yr.5", "5"),
            ("5", "5"),
            ("Year 5/6", "5, 6"),
            ("Y5 & Y6", "5, 6"),
            ("Years 1 and 2", "1, 2"),
            ("Year 3-5", "3, 4, 5"),
            ("Year 3 – Year 4", "3, 4"),
            ("5A", "5 a"),
            ("Year 5 (Oak class)", "5 oak"),
            ("Year 5 - Oak", "5 oak"),
            ("YR", "reception"),
            ("Year R", "reception"),
            ("Reception", "reception"),
            ("R/Y1", "1, reception"),
            ("Nursery", "nursery"),
            ("Oak class", "oak"),
            ("Young writers", "young writers"),
            ("Year 2026", "year 2026"),
            ("5/5", "5"),
            ("", ""),
        ];
        for (words, expected) in table {
            assert_eq!(read(words), expected, "{words}");
        }
    }
}
