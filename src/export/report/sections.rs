//! The order of a report: the model names its sections in words, which are matched with what there is to tell.

use super::Report;
use crate::{domain::finding_lists::OTHERS_ID, export::text::Text};

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
    /// The school's own view, or a part of it.
    Claims(Judged),
}

/// Which of the school's claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Judged {
    /// All of them.
    All,
    /// Those that the team agrees with.
    Confirmed,
    /// Those that it sees differently, wholly or in part.
    Differently,
    /// Those on which it has not said anything.
    NotYet,
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

/// What a title of the model comes to.
enum Meant {
    /// A section of its own.
    Section(Part),
    /// Something that is told in another section.
    ToldElsewhere,
    /// Nothing that is recorded.
    Unknown,
}

impl Order {
    pub fn of(report: &Report) -> Self {
        let mut order = Self {
            sections: Vec::new(),
            unknown: Vec::new(),
        };
        let titles = report.model_sections.iter();
        let exact: Vec<usize> = titles.clone().filter_map(|title| titled(report, title)).collect();
        for title in titles {
            match order.meant(report, title, &exact) {
                Meant::Section(part) if !order.has(part) => order.sections.push((Some(title.clone()), part)),
                Meant::Section(_) | Meant::ToldElsewhere => order.share(report, title),
                Meant::Unknown => order.unknown.push(title.clone()),
            }
        }
        order.add_missing(report);
        order
    }

    /// Two titles of the model that are about one list have its own title above them both.
    fn share(&mut self, report: &Report, title: &Text) {
        for (heading, part) in &mut self.sections {
            let Part::List(at) = *part else { continue };
            let Some(list) = report.lists.get(at) else {
                continue;
            };
            if shared(title, &list.title) > 0 && titled(report, title).is_none() && list.is_for_each {
                *heading = None;
            }
        }
    }

    fn has(&self, part: Part) -> bool {
        self.sections.iter().any(|(_, known)| *known == part)
    }

    /// What a title means; `exact` are the lists that another title names in full.
    fn meant(&self, report: &Report, title: &Text, exact: &[usize]) -> Meant {
        let likeness = |at: &usize| shared(title, &report.lists[*at].title);
        let named = titled(report, title).map(Part::List).or_else(|| by_name(title));
        // "Rapid action plan: targets for the first six weeks" is about "Targets for the first six weeks".
        let is_list =
            |part: &Part| *part == Part::Steps && (0..report.lists.len()).any(|at| likeness(&at) > 1);
        if let Some(part) = named.filter(|part| !is_list(part)) {
            return Meant::Section(part);
        }
        let lists = 0..report.lists.len();
        // What is in no list of the model is what no title of it means.
        let is_of_model = |at: &usize| report.lists[*at].id != OTHERS_ID;
        let free = lists.filter(|at| !exact.contains(at) && !self.has(Part::List(*at)) && is_of_model(at));
        // Of several that are equally alike, the first.
        let best = free.rev().max_by_key(likeness).filter(|at| likeness(at) > 0);
        let is_told = report.lists.iter().any(|list| {
            shared(title, &list.title) > 0 || list.fields.iter().any(|field| shared(title, field) > 0)
        });
        match best {
            Some(list) => Meant::Section(Part::List(list)),
            None if is_told => Meant::ToldElsewhere,
            None => Meant::Unknown,
        }
    }

    /// What there is to tell and the model names no section for.
    fn add_missing(&mut self, report: &Report) {
        for (at, part) in [Part::Enquiries, Part::Method].into_iter().enumerate() {
            if !self.has(part) {
                self.sections.insert(at.min(self.sections.len()), (None, part));
            }
        }
        let lists = (0..report.lists.len()).map(Part::List);
        for part in lists.chain([Part::Steps]) {
            if !self.has(part) {
                self.sections.push((None, part));
            }
        }
        self.add_claims();
    }

    /// The claims of the school, all in one section unless the model has one for some of them.
    fn add_claims(&mut self) {
        let some = [Judged::Confirmed, Judged::Differently, Judged::NotYet].map(Part::Claims);
        if self.has(Part::Claims(Judged::All)) {
            return;
        }
        if !some.iter().any(|part| self.has(*part)) {
            self.sections.push((None, Part::Claims(Judged::All)));
            return;
        }
        for part in some {
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
    } else if says(&["not yet judged", "not judged"]) {
        Some(Part::Claims(Judged::NotYet))
    } else if says(&["differently"]) {
        Some(Part::Claims(Judged::Differently))
    } else if says(&["confirmed"]) {
        Some(Part::Claims(Judged::Confirmed))
    } else if says(&["school's view"]) {
        Some(Part::Claims(Judged::All))
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
