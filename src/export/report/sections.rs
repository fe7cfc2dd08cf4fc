//! The order of a report: the model names its sections in words, which are matched with what there is to tell.

use super::Report;
use crate::export::text::Text;

/// What a section tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The questions that the review answers.
    Enquiries,
    /// What was done, seen and asked.
    Method,
    /// A list of findings, by its position.
    List(usize),
    /// The action steps.
    Steps,
    /// The school's own view.
    Claims,
}

/// The sections in their order, each with its heading.
pub(super) struct Order {
    pub sections: Vec<(Option<Text>, Part)>,
    /// What the model wants a section on, and nothing recorded is about.
    pub unknown: Vec<Text>,
}

/// Words that say nothing of what a section is about.
const COMMON: [&str; 14] = [
    "what", "which", "each", "with", "from", "that", "this", "their", "have", "they", "them", "when",
    "where", "were",
];

impl Order {
    pub fn of(report: &Report) -> Self {
        let mut order = Self {
            sections: Vec::new(),
            unknown: Vec::new(),
        };
        let exact: Vec<usize> = report
            .model_sections
            .iter()
            .filter_map(|title| titled(report, title))
            .collect();
        for title in &report.model_sections {
            match order.part_for(report, title, &exact) {
                Some(part) if order.has(part) => {}
                Some(part) => order.sections.push((Some(title.clone()), part)),
                None => order.unknown.push(title.clone()),
            }
        }
        order.add_missing(report);
        order
    }

    fn has(&self, part: Part) -> bool {
        self.sections.iter().any(|(_, known)| *known == part)
    }

    fn part_for(&self, report: &Report, title: &Text, exact: &[usize]) -> Option<Part> {
        if let Some(list) = titled(report, title) {
            return Some(Part::List(list));
        }
        by_name(title).or_else(|| {
            let of_list = |at: &usize| shared(title, &report.lists[*at].title);
            let lists = 0..report.lists.len();
            let free = lists
                .clone()
                .filter(|at| !exact.contains(at) && !self.has(Part::List(*at)));
            let best = free.rev().max_by_key(of_list).filter(|at| of_list(at) > 0);
            // What stands in a field of a finding, or in a list that has its place, is told there.
            let told = lists.into_iter().find(|at| {
                let list = &report.lists[*at];
                shared(title, &list.title) > 0 || list.fields.iter().any(|field| shared(title, field) > 0)
            });
            best.or(told).map(Part::List)
        })
    }

    /// What there is to tell and the model names no section for.
    fn add_missing(&mut self, report: &Report) {
        for (at, part) in [Part::Enquiries, Part::Method].into_iter().enumerate() {
            if !self.has(part) {
                self.sections.insert(at.min(self.sections.len()), (None, part));
            }
        }
        let lists = (0..report.lists.len()).map(Part::List);
        for part in lists.chain([Part::Steps, Part::Claims]) {
            if !self.has(part) {
                self.sections.push((None, part));
            }
        }
    }
}

/// The list with just this title.
fn titled(report: &Report, title: &Text) -> Option<usize> {
    let title = title.one_line().to_lowercase();
    report
        .lists
        .iter()
        .position(|list| list.title.one_line().to_lowercase() == title)
}

/// Sections that are called much the same everywhere.
fn by_name(title: &Text) -> Option<Part> {
    let title = title.one_line().to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| title.contains(word));
    if says(&["enquiry", "line of sight", "theme", "issues we agreed"]) {
        Some(Part::Enquiries)
    } else if says(&["looked at", "undertaken"]) {
        Some(Part::Method)
    } else if says(&["confirmed", "differently", "school's view"]) {
        Some(Part::Claims)
    } else if says(&["action"]) && !says(&["last visit"]) {
        Some(Part::Steps)
    } else {
        None
    }
}

/// How many words that say something two titles share.
fn shared(one: &Text, other: &Text) -> usize {
    let (one, other) = (stems(one), stems(other));
    one.iter().filter(|word| other.contains(word)).count()
}

fn stems(title: &Text) -> Vec<String> {
    let title = title.one_line().to_lowercase();
    let words = title.split(|letter: char| !letter.is_alphanumeric());
    let words = words.map(|word| word.strip_suffix('s').unwrap_or(word).to_owned());
    words
        .filter(|word| word.chars().count() > 3 && !COMMON.contains(&word.as_str()))
        .collect()
}
