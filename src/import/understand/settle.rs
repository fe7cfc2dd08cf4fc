//! The end of reading: what only shows when all of it is known.

use super::Reading;
use crate::{
    domain::{
        activity::ActivityKind,
        read_timetable::{ReadDay, ReadRow},
    },
    import::{classes, kinds, vocabulary::Vocabulary, wording},
};

/// Words at the end of what two titles have in common that join it to what differs.
const JOINING: [&str; 12] = [
    "for", "of", "and", "in", "on", "with", "the", "to", "about", "a", "by", "from",
];

impl Reading<'_> {
    /// Gives every row its title, kind and tracks, and the first day the date that stands before it.
    pub(super) fn settle(&mut self) {
        self.found.days.retain(|day| !day.rows.is_empty());
        for day in &mut self.found.days {
            end_by_times_alone(day);
            for row in &mut day.rows {
                settle_tracks(row);
                settle_kind(row, self.words);
            }
        }
        self.found.days.retain(|day| !day.rows.is_empty());
        self.dates.dedup();
        if let ([date], Some(day)) = (self.dates.as_slice(), self.found.days.first_mut())
            && day.date.is_none()
        {
            day.date = Some(*date);
        }
    }
}

/// A time with nothing beside it is the end of the row before, if that has none.
fn end_by_times_alone(day: &mut ReadDay) {
    let rows = std::mem::take(&mut day.rows);
    for row in rows {
        let bare =
            row.title.is_empty() && row.tracks.is_empty() && row.remark.is_empty() && row.prompts.is_empty();
        match day.rows.last_mut() {
            Some(before) if bare && row.ends.is_none() && row.minutes.is_none() => {
                before.ends = before.ends.or(row.starts);
            }
            _ => day.rows.push(row),
        }
    }
}

/// Makes one activity of what all groups do together, and a title of what they do apart.
fn settle_tracks(row: &mut ReadRow) {
    row.tracks
        .retain(|track| track.activity.is_some() || !track.visits.is_empty() || !track.prompts.is_empty());
    let titles: Vec<String> = row
        .tracks
        .iter()
        .filter_map(|track| Some(track.activity.as_ref()?.0.clone()))
        .collect();
    if row.title.is_empty()
        && let Some(title) = common_title(&titles)
    {
        row.title = title;
    }
    for track in &mut row.tracks {
        if track
            .activity
            .as_ref()
            .is_some_and(|(title, _)| same(title, &row.title))
        {
            track.activity = None;
            row.prompts.append(&mut track.prompts);
        }
    }
    let lessons = titles
        .first()
        .is_some_and(|title| kinds::of(title, &Vocabulary::default()) == Some(ActivityKind::LessonVisits));
    let together = row
        .tracks
        .iter()
        .all(|track| track.activity.is_none() && track.visits.is_empty() && track.prompts.is_empty());
    // Groups in lessons go to different ones, even if the table does not say to which.
    if together && !(lessons && row.tracks.len() > 1) {
        row.tracks.clear();
    }
}

fn same(one: &str, other: &str) -> bool {
    wording::words(one) == wording::words(other)
}

/// What several titles have in common at their start, or all of them side by side.
fn common_title(titles: &[String]) -> Option<String> {
    let first = titles.first()?;
    if titles.iter().all(|title| same(title, first)) {
        return Some(first.clone());
    }
    let lists: Vec<Vec<&str>> = titles.iter().map(|title| title.split(' ').collect()).collect();
    let mut common: Vec<&str> = Vec::new();
    for (position, word) in first.split(' ').enumerate() {
        let shared = lists
            .iter()
            .all(|list| list.get(position).is_some_and(|other| same(other, word)));
        if !shared {
            break;
        }
        common.push(word);
    }
    while common
        .last()
        .is_some_and(|word| JOINING.contains(&word.to_lowercase().as_str()))
    {
        common.pop();
    }
    let common = common.join(" ");
    let common = wording::trimmed(&common);
    Some(if common.contains(' ') {
        common.to_string()
    } else {
        titles.join(" / ")
    })
}

fn settle_kind(row: &mut ReadRow, words: &Vocabulary) {
    let of_title = kinds::of(&row.title, words);
    let visited = row.tracks.iter().any(|track| !track.visits.is_empty())
        || classes::at_start(&row.title, words).is_some();
    let of_tracks = row
        .tracks
        .iter()
        .find_map(|track| Some(track.activity.as_ref()?.1));
    let visits = visited.then_some(ActivityKind::LessonVisits);
    if let Some(kind) = of_title.or(visits).or(of_tracks) {
        row.kind = kind;
    }
    if row.title.is_empty() && visited {
        row.title = "Lesson visits".into();
    }
}
