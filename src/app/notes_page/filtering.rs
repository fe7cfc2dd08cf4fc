//! By what notes are picked out, one thing after the other.

use std::collections::BTreeMap;

use super::NotesPage;
use crate::{
    app::{
        day::Day,
        findings::FindingsChoice,
        notes_by::{By, of_note},
        picker::{Choice, Picker, Purpose, Row},
    },
    domain::{note::Note, record::Record, search::Query},
};

impl NotesPage {
    /// Everything by which more or other notes can be picked out than now, with how many that would be.
    pub(super) fn filters(&self, day: &Day) -> Picker {
        let mut counts: BTreeMap<By, usize> = BTreeMap::new();
        let query = Query::new(self.query());
        let is_found = |at: usize| self.texts.get(at).is_some_and(|text| query.fit(text).is_some());
        for (at, listed) in self.listed.iter().enumerate() {
            // What is searched for stays when something is picked here: only that is counted.
            if !query.is_empty() && !is_found(at) {
                continue;
            }
            let Some(note) = listed.on(day) else { continue };
            let mut failed = self.by.iter().filter(|by| !self.holds(by, note, listed.private));
            // Taking another one of a sort brings a note back only where that alone shuts it out.
            let (only, None) = (failed.next(), failed.next()) else {
                continue;
            };
            for by in self.all_of(note, listed.private) {
                if only.is_none_or(|only| only.excludes(&by)) {
                    *counts.entry(by).or_default() += 1;
                }
            }
        }
        let labels = &day.today.plan.rules.kind_labels;
        let mut others: Vec<_> = counts
            .into_iter()
            .filter(|(by, _)| !self.by.contains(by))
            .collect();
        others.sort_by_key(|(by, _)| by.sort().0);
        let rows = others.into_iter().map(|(by, count)| {
            let words = by.words(labels).to_owned();
            // What it is stands at its end, since a class, a tag and a person may have one name.
            let aside = format!("{}  {count}", by.sort().1).trim_start().to_owned();
            Row::new(Choice::Findings(FindingsChoice::By(by)), words, aside)
        });
        Picker::new(Purpose::FilterNotes, rows.collect(), 0)
    }

    /// Everything that is said of a note.
    fn all_of(&self, note: &Record<Note>, private: bool) -> Vec<By> {
        let labelled = of_note(note).into_iter().flatten().map(|(_, by)| by);
        let others = [By::Kind(note.body.kind), By::Important, By::Private];
        let uses = [By::Loose, By::Tray, By::Aside];
        let others = others.into_iter().chain(uses);
        labelled
            .chain(others.filter(|by| self.holds(by, note, private)))
            .collect()
    }

    /// From now on shows only notes that have this too; it takes the place of what no note has together with it.
    pub(super) fn also_by(&mut self, day: &Day, by: By) {
        self.by.retain(|known| !known.excludes(&by) && *known != by);
        self.by.push(by);
        self.typing = false;
        self.filter(day);
        self.opened = None;
        self.choose(0);
    }

    /// Takes back what was asked for last; whether there was anything.
    pub(super) fn by_less(&mut self, day: &Day) -> bool {
        let less = self.by.pop().is_some();
        if less {
            self.filter(day);
            self.stay_on_note();
        }
        less
    }
}
