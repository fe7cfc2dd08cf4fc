//! What may have been missed: times in words of which no row was made, and classes of which no visit was.

use std::collections::BTreeSet;

use super::{GOES_ON, PROMPT, REMARK, Reading, RowsStand};
use crate::{
    domain::{
        activity::ActivityKind,
        class_name::{self, ClassName},
        read_timetable::{LeftOpen, ReadRow, Understood},
    },
    import::{classes, kinds, spoken, times, wording},
};

/// Names of classes that are no area of a school, as "EYFS" and "KS1" are.
const OF_LESSONS: [&str; 3] = ["Year", "Reception", "Nursery"];

impl Reading<'_> {
    /// Says which lines that became no row say a time in words, or begin with an hour before what is done.
    pub(super) fn doubt_of_times_in_words(&mut self) {
        let beside = self.found.understood.iter();
        let beside = beside.filter(|piece| [REMARK, GOES_ON].contains(&piece.taken_for.as_str()));
        let beside = beside.map(|piece| (piece.line, piece.read.clone()));
        let left = self.found.unplaced.iter().filter(|piece| !piece.of_mail);
        let left = left.map(|piece| (piece.line, piece.text.clone()));
        let says = |text: &str| spoken::is_in(text) || self.begins_with_an_hour(text);
        let texts = beside.chain(left).filter(|(_, text)| says(text));
        let mut texts: Vec<(usize, String)> = texts.collect();
        for row in self.found.days.iter().flat_map(|day| &day.rows) {
            // A line that goes on in the title is said once.
            if says(&row.title) && texts.iter().all(|(_, text)| !row.title.contains(text.as_str())) {
                texts.push((row.line, row.title.clone()));
            }
        }
        for (line, text) in texts {
            self.doubt(line, LeftOpen::TimeNotRead(text));
        }
    }

    fn begins_with_an_hour(&self, text: &str) -> bool {
        times::bare_hour(text).is_some_and(|(_, rest)| {
            let rest = wording::trimmed(rest);
            !times::is_counted(rest) && kinds::opens_with_activity(rest, 1, self.words)
        })
    }

    /// Says which classes stand in the lines of rows where lessons are visited, and are visited by nobody.
    pub(super) fn doubt_of_classes(&mut self) {
        let rows: Vec<&ReadRow> = self.found.days.iter().flat_map(|day| &day.rows).collect();
        let starts: BTreeSet<usize> = rows.iter().map(|row| row.line).collect();
        let mut missed = Vec::new();
        for from in &starts {
            let until = starts.range(from + 1..).next().copied().unwrap_or(usize::MAX);
            let listed = self.rows == RowsStand::Divided;
            let here: Vec<&&ReadRow> = rows.iter().filter(|row| row.line == *from).collect();
            if !here.iter().any(|row| is_of_lessons(row)) {
                continue;
            }
            // Of lists side by side, the lines of a row are not those up to the next one.
            let around = rows.iter().filter(|row| listed || row.line == *from);
            let tracks = around.flat_map(|row| &row.tracks);
            let visits = tracks.flat_map(|track| &track.visits);
            let seen: Vec<ClassName> = visits
                .flat_map(|visit| class_name::classes(&visit.class))
                .collect();
            let pieces = self.found.understood.iter();
            let pieces =
                pieces.filter(|piece| (*from..until).contains(&piece.line) && piece.taken_for != PROMPT);
            missed.extend(pieces.filter_map(|piece| unseen(piece, &seen)));
        }
        for (line, classes) in missed {
            self.doubt(line, LeftOpen::NotVisited(classes));
        }
    }
}

/// Whether classes that stand in a row are likely visited: others are heard, or their books are looked at.
fn is_of_lessons(row: &ReadRow) -> bool {
    let visited = row.tracks.iter().any(|track| {
        let lessons = track
            .activity
            .as_ref()
            .is_some_and(|(_, kind)| *kind == ActivityKind::LessonVisits);
        lessons || !track.visits.is_empty()
    });
    visited
        || row.kind == ActivityKind::LessonVisits
        || kinds::of(&row.title, &super::Vocabulary::default()).is_none()
}

/// The classes of a piece that are not among those seen.
fn unseen(piece: &Understood, seen: &[ClassName]) -> Option<(usize, Vec<String>)> {
    let of_lessons = |name: &String| OF_LESSONS.iter().any(|year| name.starts_with(year));
    let is_seen = |name: &String| {
        let classes = class_name::classes(name);
        classes
            .iter()
            .all(|class| seen.iter().any(|seen| seen.may_be(class)))
    };
    let names = classes::named_in(&piece.read).into_iter();
    let mut names: Vec<String> = names.filter(|name| of_lessons(name) && !is_seen(name)).collect();
    names.dedup();
    (!names.is_empty()).then_some((piece.line, names))
}
