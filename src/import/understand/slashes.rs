//! "Y5 / Y6": one class of both years, or two classes. What else the table says, or the host's own list, has to tell.

use super::{Reading, stops::Stop};
use crate::{
    domain::read_timetable::{LeftOpen, ReadTrack, ReadVisit},
    import::{classes, sheet::Line},
};

impl Reading<'_> {
    /// Remembers which classes of a line are written so that they may be two.
    pub(super) fn remember_slashes(&mut self, line: &Line, stops: &[Stop]) {
        let slashed = stops.iter().filter(|stop| stop.perhaps_two);
        let slashed = slashed.map(|stop| (line.number, stop.class.clone()));
        self.slashed.extend(slashed);
    }

    /// Makes two classes of those that are named one by one elsewhere, and says what was made of each.
    pub(super) fn settle_slashes(&mut self) {
        for (line, class) in std::mem::take(&mut self.slashed) {
            let Some(parts) = classes::apart(&class) else {
                continue;
            };
            if self.is_one_class(&class) {
                continue;
            }
            if !parts.iter().all(|part| self.is_a_class(part)) {
                self.doubt(line, LeftOpen::OneMixedClass(class));
                continue;
            }
            let rows = self.found.days.iter_mut().flat_map(|day| &mut day.rows);
            for track in rows.flat_map(|row| &mut row.tracks) {
                divide(track, &class, &parts);
            }
            self.doubt(
                line,
                LeftOpen::TwoClasses {
                    read: class,
                    classes: parts,
                },
            );
        }
    }

    /// Whether the host has a class of this name for both years.
    fn is_one_class(&self, class: &str) -> bool {
        self.words.years.iter().any(|year| year == class)
    }

    /// Whether the host or another row names the year alone.
    fn is_a_class(&self, year: &str) -> bool {
        let rows = self.found.days.iter().flat_map(|day| &day.rows);
        let visits = rows.flat_map(|row| &row.tracks).flat_map(|track| &track.visits);
        let mut names = visits.map(|visit| &visit.class).chain(&self.words.years);
        names.any(|name| name == year)
    }
}

/// Puts a visit to each of `parts` in place of that to `class`: at one time where nobody is named, so that the groups
/// share them, and one after the other in the way of a group.
fn divide(track: &mut ReadTrack, class: &str, parts: &[String]) {
    let together = track.group.is_empty();
    let visits = std::mem::take(&mut track.visits);
    for visit in visits {
        if visit.class != class {
            track.visits.push(visit);
            continue;
        }
        for (nth, part) in parts.iter().enumerate() {
            track.visits.push(ReadVisit {
                starts: visit.starts.filter(|_| together || nth == 0),
                class: part.clone(),
            });
        }
    }
}
