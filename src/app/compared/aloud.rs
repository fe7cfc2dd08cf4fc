//! Reading aloud from a screen that everybody sees: one question at a time, one idea a line, and nobody's name.

use std::ops::Range;

use super::{ComparedPage, View};
use crate::{
    app::day::Day,
    domain::{
        compared::{About, Matter, Side, Standing},
        conduct::{Conduct, Reason},
        ids::RecordId,
        plan::{Duty, Person, Plan},
    },
};

/// One question or class, as it is read aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aloud {
    /// The whole question, or the class.
    pub title: String,
    /// What was noted on it, in the order in which it is read.
    pub ideas: Vec<Idea>,
    /// How many ideas are scrolled out of sight.
    pub first: usize,
}

/// What is read in one breath.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Idea {
    /// What the following is about: the class, or the question; nothing for no question. And whether they differ.
    About(String, bool),
    /// The group that noted the following.
    Group(String),
    /// A line of a note, with the sign of its kind and without names.
    Said(Option<char>, String),
    /// Nothing was noted.
    Nothing,
}

impl Aloud {
    /// What is read aloud of what is chosen on the page. Only shared notes are on it.
    pub(super) fn of(day: &Day, page: &ComparedPage) -> Self {
        let names = Names::of(&day.plan);
        let mut aloud = Self {
            title: String::new(),
            ideas: Vec::new(),
            first: 0,
        };
        let Some(matter) = page.matter() else { return aloud };
        aloud.title = names.hidden(&matter.text);
        aloud.read(day, page, (matter, &names));
        if aloud.ideas.is_empty() {
            aloud.ideas.push(Idea::Nothing);
        }
        aloud
    }

    fn read(&mut self, day: &Day, page: &ComparedPage, (matter, names): (&Matter, &Names<'_>)) {
        let only = page.only_column();
        let columns = page.compared().columns.iter().enumerate();
        let columns = columns.filter(|(at, _)| only.is_none_or(|only| only == *at));
        let says_groups = page.compared().columns.len() > 1;
        for part in matter.parts.iter().filter(|part| part.height(only) > 0) {
            let is_all = page.view() == View::Questions && matches!(part.about, About::Activity(_));
            if !is_all {
                let differ = only.is_none() && part.standing == Standing::Differ;
                self.ideas.push(Idea::About(names.hidden(&part.words), differ));
            }
            for (at, column) in columns.clone() {
                let notes = part.notes.get(at).map_or(&[][..], Vec::as_slice);
                let is_group = says_groups && matches!(column.side, Side::Group(_));
                let names_nobody = names.hidden(&column.name) == column.name;
                if is_group && names_nobody && !notes.is_empty() {
                    self.ideas.push(Idea::Group(column.name.clone()));
                }
                for note in notes {
                    self.read_note(day, *note, names);
                }
            }
        }
    }

    fn read_note(&mut self, day: &Day, note: RecordId, names: &Names<'_>) {
        let Some(note) = day.records.notes.get(note) else {
            return;
        };
        let mut sign = note.body.kind.sign();
        for line in note.body.text.lines().filter(|line| !line.trim().is_empty()) {
            self.ideas
                .push(Idea::Said(sign.take(), names.hidden(line.trim())));
        }
    }

    /// Scrolls by ideas; the last one stays in sight.
    pub(super) fn scroll(&mut self, by: isize) {
        let last = self.ideas.len().saturating_sub(1);
        self.first = self.first.saturating_add_signed(by).min(last);
    }
}

/// What stands for a name on a screen that everybody sees.
const NAME: &str = "[name]";

/// What finds names: the check of what is handed on, and who of the team there is.
struct Names<'a> {
    conduct: Conduct,
    team: Vec<&'a str>,
}

impl<'a> Names<'a> {
    fn of(plan: &'a Plan) -> Self {
        let duties = [Duty::Facilitator, Duty::Reviewer];
        let in_team = |person: &&Person| duties.iter().any(|duty| person.duties.contains(duty));
        Self {
            conduct: Conduct::of(plan),
            team: plan
                .people
                .iter()
                .filter(in_team)
                .map(|person| person.name.as_str())
                .collect(),
        }
    }

    /// `text` without the names in it.
    fn hidden(&self, text: &str) -> String {
        let mut names: Vec<Range<usize>> = self
            .conduct
            .look_at(text)
            .into_iter()
            .filter(|breach| matches!(breach.reason, Reason::Name | Reason::Pupil))
            .map(|breach| breach.span)
            .collect();
        names.extend(self.team.iter().flat_map(|name| whole_words(text, name)));
        names.sort_by_key(|name| (name.start, name.end));
        let mut shown = String::with_capacity(text.len());
        let mut done = 0;
        for name in names {
            if name.start >= done {
                shown.push_str(text.get(done..name.start).unwrap_or_default());
                shown.push_str(NAME);
            }
            done = done.max(name.end);
        }
        shown.push_str(text.get(done..).unwrap_or_default());
        shown
    }
}

/// Where `name` stands in `text` as words of its own.
fn whole_words<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    let is_whole = |found: &Range<usize>| {
        let before = text
            .get(..found.start)
            .and_then(|before| before.chars().next_back());
        let after = text.get(found.end..).and_then(|after| after.chars().next());
        !before.into_iter().chain(after).any(char::is_alphanumeric)
    };
    text.match_indices(name)
        .map(|(start, name)| start..start + name.len())
        .filter(move |found| !found.is_empty() && is_whole(found))
}
