//! Reading aloud from a screen that everybody sees: one question at a time, one idea a line, and nobody's name.

use super::{ComparedPage, View};
use crate::{
    app::day::Day,
    domain::{
        compared::{About, Matter, Side},
        conduct::{Conduct, Reason},
        ids::RecordId,
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
    /// What the following is about: the class, or the question; nothing for no question.
    About(String),
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
        let conduct = Conduct::of(&day.plan);
        let mut aloud = Self {
            title: String::new(),
            ideas: Vec::new(),
            first: 0,
        };
        let Some(matter) = page.matter() else { return aloud };
        aloud.title = nameless(&conduct, &matter.text);
        aloud.read(day, page, (matter, &conduct));
        if aloud.ideas.is_empty() {
            aloud.ideas.push(Idea::Nothing);
        }
        aloud
    }

    fn read(&mut self, day: &Day, page: &ComparedPage, (matter, conduct): (&Matter, &Conduct)) {
        let only = page.only_column();
        let columns = page.compared().columns.iter().enumerate();
        let columns = columns.filter(|(at, _)| only.is_none_or(|only| only == *at));
        let says_groups = page.compared().columns.len() > 1;
        for part in matter.parts.iter().filter(|part| part.height(only) > 0) {
            let is_all = page.view() == View::Questions && matches!(part.about, About::Activity(_));
            if !is_all {
                self.ideas.push(Idea::About(nameless(conduct, &part.words)));
            }
            for (at, column) in columns.clone() {
                let notes = part.notes.get(at).map_or(&[][..], Vec::as_slice);
                let is_group = says_groups && matches!(column.side, Side::Group(_));
                let names_nobody = nameless(conduct, &column.name) == column.name;
                if is_group && names_nobody && !notes.is_empty() {
                    self.ideas.push(Idea::Group(column.name.clone()));
                }
                for note in notes {
                    self.read_note(day, *note, conduct);
                }
            }
        }
    }

    fn read_note(&mut self, day: &Day, note: RecordId, conduct: &Conduct) {
        let Some(note) = day.records.notes.get(note) else {
            return;
        };
        let mut sign = note.body.kind.sign();
        for line in note.body.text.lines().filter(|line| !line.trim().is_empty()) {
            self.ideas
                .push(Idea::Said(sign.take(), nameless(conduct, line.trim())));
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

/// `text` without the names that the check of what is handed on finds in it.
fn nameless(conduct: &Conduct, text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut done = 0;
    for breach in conduct.look_at(text) {
        let names = matches!(breach.reason, Reason::Name | Reason::Pupil);
        if names && breach.span.start >= done {
            shown.push_str(text.get(done..breach.span.start).unwrap_or_default());
            shown.push_str(NAME);
            done = breach.span.end;
        }
    }
    shown.push_str(text.get(done..).unwrap_or_default());
    shown
}
