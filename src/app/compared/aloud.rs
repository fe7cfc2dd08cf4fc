//! Reading aloud from a screen that everybody sees: one question at a time, one idea a line, and nobody's name.

use std::ops::Range;

use super::ComparedPage;
use crate::{
    app::day::Day,
    domain::{
        compared::{Column, Matter, Side, Standing},
        conduct::{Conduct, Reason},
        ids::RecordId,
        plan::{Duty, Person, Plan},
    },
};

/// One question or class, as it is read aloud.
#[derive(Debug, Clone)]
pub struct Aloud {
    title: String,
    /// What was noted, with the names that are hidden only when it is shown: looking for them takes time.
    ideas: Vec<Idea>,
    first: usize,
    names: Names,
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
        Self {
            title: String::new(),
            ideas: Vec::new(),
            first: 0,
            names: Names::of(&day.plan),
        }
        .turned(day, page)
    }

    /// The same for what is chosen now, from its first idea on.
    pub(super) fn turned(self, day: &Day, page: &ComparedPage) -> Self {
        let matter = page.matter();
        let mut ideas = matter.map_or_else(Vec::new, |matter| ideas(day, page, matter, &self.names));
        if ideas.is_empty() {
            ideas.push(Idea::Nothing);
        }
        Self {
            title: matter.map_or_else(String::new, |matter| matter.text.clone()),
            ideas,
            first: 0,
            ..self
        }
    }

    /// The whole question, or the class.
    #[must_use]
    pub fn title(&self) -> String {
        self.names.hidden(&self.title)
    }

    /// What was noted on it, in the order in which it is read, from the first idea that is not scrolled out of sight.
    pub fn shown(&self) -> impl Iterator<Item = Idea> + '_ {
        self.ideas.iter().skip(self.first).map(|idea| match idea {
            Idea::About(about, differ) => Idea::About(self.names.hidden(about), *differ),
            Idea::Said(sign, text) => Idea::Said(*sign, self.names.hidden(text)),
            Idea::Group(_) | Idea::Nothing => idea.clone(),
        })
    }

    /// How many ideas are scrolled out of sight.
    #[must_use]
    pub fn first(&self) -> usize {
        self.first
    }

    /// Scrolls by ideas; the last one stays in sight.
    pub(super) fn scroll(&mut self, by: isize) {
        let last = self.ideas.len().saturating_sub(1);
        self.first = self.first.saturating_add_signed(by).min(last);
    }
}

/// Everything noted on `matter`, part by part and there group by group.
fn ideas(day: &Day, page: &ComparedPage, matter: &Matter, names: &Names) -> Vec<Idea> {
    let mut ideas = Vec::new();
    let only = page.only_column();
    let columns = page.compared().columns.iter().enumerate();
    let columns = columns.filter(|(at, _)| only.is_none_or(|only| only == *at));
    // A group that is called like a person would name that person.
    let is_said =
        |column: &Column| matches!(column.side, Side::Group(_)) && names.hidden(&column.name) == column.name;
    let columns: Vec<(usize, &Column, bool)> = columns
        .map(|(at, column)| (at, column, is_said(column)))
        .collect();
    for part in matter.parts.iter().filter(|part| part.height(only) > 0) {
        let differ = only.is_none() && part.standing == Standing::Differ;
        ideas.push(Idea::About(part.words.clone(), differ));
        for (at, column, is_said) in &columns {
            let notes = part.notes.get(*at).map_or(&[][..], Vec::as_slice);
            if *is_said && !notes.is_empty() {
                ideas.push(Idea::Group(column.name.clone()));
            }
            ideas.extend(notes.iter().flat_map(|note| lines_of(day, *note)));
        }
    }
    ideas
}

/// The lines of a note.
fn lines_of(day: &Day, note: RecordId) -> Vec<Idea> {
    let Some(note) = day.records.note(note) else {
        return Vec::new();
    };
    let mut sign = note.body.kind.sign();
    let lines = note.body.text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(|line| Idea::Said(sign.take(), line.to_owned()))
        .collect()
}

/// What stands for a name on a screen that everybody sees.
const NAME: &str = "[name]";

/// What finds names: the check of what is handed on, and who of the team there is.
#[derive(Debug, Clone)]
struct Names {
    conduct: Conduct,
    team: Vec<String>,
}

impl Names {
    fn of(plan: &Plan) -> Self {
        let duties = [Duty::Facilitator, Duty::Reviewer];
        let in_team = |person: &&Person| duties.iter().any(|duty| person.duties.contains(duty));
        Self {
            conduct: Conduct::of(plan),
            team: plan
                .people
                .iter()
                .filter(in_team)
                .map(|person| person.name.clone())
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
