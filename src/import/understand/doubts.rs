//! What is doubtful of the rows when all of them are known: two at once, and one that lasts too long.

use super::Reading;
use crate::domain::{
    activity::ActivityKind,
    read_timetable::{Doubt, LeftOpen, ReadDay, ReadRow},
};

/// A row without an end is not doubtful below this, in minutes.
const LONG: i64 = 60;

impl Reading<'_> {
    /// Says which rows begin while another one is going on, and which are longer than anything around them.
    pub(super) fn doubt_of_rows(&mut self) {
        let found = self.found.days.iter().flat_map(|day| {
            let mut rows: Vec<&ReadRow> = day.rows.iter().filter(|row| row.starts.is_some()).collect();
            rows.sort_by_key(|row| row.starts);
            at_once(&rows)
                .into_iter()
                .chain(too_long(day, &rows))
                .collect::<Vec<_>>()
        });
        let found: Vec<Doubt> = found.collect();
        for doubt in found {
            let known = self.found.doubts.iter().filter(|known| known.line == doubt.line);
            let told = known
                .into_iter()
                .any(|known| matches!(known.what, LeftOpen::BeyondADay(_)));
            if !told || doubt.what.is_double() {
                self.found.doubts.push(doubt);
            }
        }
    }
}

/// Each row that begins while the one before it is going on.
fn at_once(rows: &[&ReadRow]) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut longest: Option<&ReadRow> = None;
    for row in rows {
        let meets = |other: &&ReadRow| {
            other.starts == row.starts || other.ends.is_some_and(|ends| row.starts < Some(ends))
        };
        if let (Some(other), Some(starts)) = (longest.filter(meets), row.starts) {
            doubts.push(Doubt {
                line: row.line,
                what: LeftOpen::AtOnce {
                    title: row.title.clone(),
                    starts,
                    other: other.title.clone(),
                },
            });
        }
        if longest.is_none_or(|other| row.ends.or(row.starts) >= other.ends.or(other.starts)) {
            longest = Some(row);
        }
    }
    doubts
}

/// Each row without an end that lasts more than twice as long as the rows before and after it.
fn too_long(day: &ReadDay, rows: &[&ReadRow]) -> Vec<Doubt> {
    let length = |at: usize| {
        let starts = rows.get(at)?.starts?;
        let ends = rows.get(at)?.ends.or(rows.get(at + 1)?.starts)?;
        Some((ends - starts).num_minutes())
    };
    let untimed = day.rows.len() > rows.len();
    // Lessons last as long as there are classes to see.
    let open =
        |row: &ReadRow| row.ends.is_none() && row.minutes.is_none() && row.kind != ActivityKind::LessonVisits;
    let long = |at: &usize| {
        let beside = [at.checked_sub(1).and_then(length), length(at + 1)];
        let most = beside.into_iter().flatten().max();
        let here = length(*at).filter(|minutes| *minutes > LONG)?;
        most.is_some_and(|most| here > 2 * most).then_some(here)
    };
    let at_all = (0..rows.len()).filter(|_| !untimed);
    at_all
        .filter_map(|at| {
            let row = rows.get(at).filter(|row| open(row))?;
            let minutes = long(&at)?;
            let title = row.title.clone();
            let what = LeftOpen::LongRow { title, minutes };
            Some(Doubt { line: row.line, what })
        })
        .collect()
}
