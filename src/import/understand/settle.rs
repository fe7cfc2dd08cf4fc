//! The end of reading: what only shows when all of it is known.

use super::{Reading, rows::in_words};
use crate::{
    domain::{
        activity::ActivityKind,
        class_name::same_class,
        drawing_up::later,
        read_timetable::{LeftOpen, ReadDay, ReadRow, ReadTrack, Understood, Unplaced},
    },
    import::{classes, durations, kinds, vocabulary::Vocabulary, wording},
};

/// Words at the end of what two titles have in common that join it to what differs.
const JOINING: [&str; 12] = [
    "for", "of", "and", "in", "on", "with", "the", "to", "about", "a", "by", "from",
];

/// What stands behind the length of each of several visits.
pub(super) const OF_EACH: [&str; 7] = [
    "each",
    "per class",
    "per visit",
    "a class",
    "each class",
    "in each",
    "in each class",
];

impl Reading<'_> {
    /// Gives every row its title, kind and tracks, and the first day the date that stands before it.
    pub(super) fn settle(&mut self) {
        self.found.days.retain(|day| !day.rows.is_empty());
        let mut before = 0;
        for day in &mut self.found.days {
            let last = day.rows.last().map_or(before, |row| row.line);
            if day.rows.iter().all(|row| row.starts.is_none())
                && let Some(first) = day.rows.first_mut()
            {
                let said = self.starts.iter().rev();
                let mut said = said.filter(|(line, _)| (before..first.line).contains(line));
                first.starts = said.next().map(|(_, time)| *time);
            }
            before = last;
        }
        let mut alone = Vec::new();
        for day in &mut self.found.days {
            alone.extend(end_by_times_alone(day));
        }
        self.settle_slashes();
        for found in alone {
            self.settle_time_alone(&found);
        }
        for day in &mut self.found.days {
            for row in &mut day.rows {
                let before = in_words(row);
                settle_tracks(row);
                settle_kind(row, self.words);
                settle_length(row);
                settle_each(row);
                said_anew(&mut self.found.understood, row, &before);
            }
        }
        self.found.days.retain(|day| !day.rows.is_empty());
        self.doubt_of_kinds();
        self.dates.dedup();
        if let ([date], Some(day)) = (self.dates.as_slice(), self.found.days.first_mut())
            && day.date.is_none()
        {
            day.date = Some(*date);
        }
    }
}

impl Reading<'_> {
    /// Says of which rows nothing told what is done in them.
    fn doubt_of_kinds(&mut self) {
        let rows = self.found.days.iter().flat_map(|day| &day.rows);
        let open = |row: &&ReadRow| {
            row.kind == ActivityKind::MeetingLeader
                && row.tracks.iter().all(|track| track.activity.is_none())
                && !row.title.is_empty()
                && kinds::of(&row.title, self.words).is_none()
        };
        let open: Vec<(usize, String)> = rows
            .filter(open)
            .map(|row| (row.line, row.title.clone()))
            .collect();
        for (line, title) in open {
            self.doubt(line, LeftOpen::NoKind(title));
        }
    }
}

/// Says of a row what it became in the end: classes in it make lesson visits of a title that says nothing.
fn said_anew(understood: &mut [Understood], row: &ReadRow, before: &str) {
    let now = in_words(row);
    if before.is_empty() || now == before {
        return;
    }
    let said = understood
        .iter_mut()
        .find(|piece| piece.line >= row.line && piece.taken_for.contains(before));
    if let Some(piece) = said {
        piece.taken_for = piece.taken_for.replace(before, &now);
    }
}

/// An end that the table says beats the length beside it.
fn settle_length(row: &mut ReadRow) {
    if let (Some(starts), Some(ends), Some(minutes)) = (row.starts, row.ends, row.minutes)
        && ends > starts
        && (ends - starts).num_minutes() != i64::from(minutes)
    {
        row.minutes = None;
    }
}

/// Classes follow each other as the row says: "15 mins in each", from its start on, where all of them fit in.
fn settle_each(row: &mut ReadRow) {
    let each = row.remark.split("; ").find_map(|said| {
        let (minutes, rest) = durations::at_start(said)?;
        let words = wording::words(rest).join(" ");
        OF_EACH.contains(&words.as_str()).then_some(i64::from(minutes))
    });
    let (Some(each), Some(starts)) = (each, row.starts) else {
        return;
    };
    let lasts = row.ends.map(|ends| (ends - starts).num_minutes());
    for track in &mut row.tracks {
        let count = i64::try_from(track.visits.len()).unwrap_or(i64::MAX);
        let fits = lasts.is_none_or(|lasts| each.saturating_mul(count) <= lasts);
        if fits && track.visits.iter().all(|visit| visit.starts.is_none()) {
            for (nth, visit) in (0..).zip(&mut track.visits) {
                visit.starts = Some(later(starts, each * nth));
            }
        }
    }
}

/// A time with nothing beside it.
struct Alone {
    line: usize,
    /// Whether it became the end of the row before.
    ends: bool,
}

impl Reading<'_> {
    /// Says that a time alone ends the row before, or leaves it: nothing is said to be done then.
    fn settle_time_alone(&mut self, alone: &Alone) {
        let pieces = std::mem::take(&mut self.found.understood);
        for mut piece in pieces {
            if piece.line != alone.line {
                self.found.understood.push(piece);
            } else if alone.ends {
                piece.taken_for = "the end of the row before".into();
                self.found.understood.push(piece);
            } else {
                self.doubt(piece.line, LeftOpen::TimeNotRead(piece.read.clone()));
                self.found.unplaced.push(Unplaced {
                    line: piece.line,
                    text: piece.read,
                    why: "says a time, and nothing that is done then; write what it is and import again"
                        .into(),
                    of_mail: false,
                });
            }
        }
    }
}

/// A time with nothing beside it is the end of the row before, if that has none; otherwise it is no row.
fn end_by_times_alone(day: &mut ReadDay) -> Vec<Alone> {
    let rows = std::mem::take(&mut day.rows);
    let mut alone = Vec::new();
    for row in rows {
        let bare =
            row.title.is_empty() && row.tracks.is_empty() && row.remark.is_empty() && row.prompts.is_empty();
        if !bare {
            day.rows.push(row);
            continue;
        }
        let open = row.ends.is_none() && row.minutes.is_none();
        let fits = |before: &&mut ReadRow| {
            open && row.starts > before.starts && (before.ends.is_none() || before.ends == row.starts)
        };
        let before = day.rows.last_mut().filter(fits);
        alone.push(Alone {
            line: row.line,
            ends: before.is_some(),
        });
        if let Some(before) = before {
            before.ends = row.starts;
        }
    }
    alone
}

/// Gives the classes of which only the time is said to the groups of which only the class is: "9:15 – Yr6 / Yr2" above
/// "Group 1: Yr6" and "Group 2: Yr2". What nobody is said to see stays as it is, at one time for a group each.
fn settle_visits(row: &mut ReadRow) {
    let Some(unnamed) = row.tracks.iter().position(|track| track.group.is_empty()) else {
        return;
    };
    let unnamed = row.tracks.remove(unnamed);
    let mut tracks = vec![ReadTrack {
        visits: Vec::new(),
        ..unnamed
    }];
    for visit in unnamed.visits {
        let named = row.tracks.iter_mut().flat_map(|track| &mut track.visits);
        let mut untimed = named.filter(|named| named.starts.is_none() && visit.starts.is_some());
        if let Some(known) = untimed.find(|known| same_class(&known.class, &visit.class)) {
            known.starts = visit.starts;
            continue;
        }
        let busy = |track: &ReadTrack| {
            let mut seen = track.visits.iter();
            visit.starts.is_some() && seen.any(|seen| seen.starts == visit.starts)
        };
        match tracks.iter_mut().find(|track| !busy(track)) {
            Some(track) => track.visits.push(visit),
            None => tracks.push(ReadTrack {
                visits: vec![visit],
                ..ReadTrack::default()
            }),
        }
    }
    tracks.append(&mut row.tracks);
    row.tracks = tracks;
}

/// Who sees classes while others do something else is in lessons.
fn settle_lessons(row: &mut ReadRow) {
    let others = row.tracks.iter().any(|track| track.activity.is_some());
    if row.title.is_empty() && others {
        let visiting = |track: &&mut ReadTrack| track.activity.is_none() && !track.visits.is_empty();
        for track in row.tracks.iter_mut().filter(visiting) {
            track.activity = Some(("Lesson visits".into(), ActivityKind::LessonVisits));
        }
    }
}

/// Makes one activity of what all groups do together, and a title of what they do apart.
fn settle_tracks(row: &mut ReadRow) {
    settle_visits(row);
    settle_lessons(row);
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
