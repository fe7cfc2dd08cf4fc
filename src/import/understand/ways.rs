//! Lines that say where the groups go: visits with a time, and what each group does.

use super::{
    REMARK, Reading, Standing, named_classes,
    names::of_staff,
    rows::{When, add, neat},
    stops,
};
use crate::{
    domain::activity::ActivityKind,
    import::{
        durations, groups, kinds,
        scan::Scan,
        sheet::Line,
        struck,
        times::{Span, Where},
        vocabulary::Vocabulary,
        wording,
    },
};

/// Classes that follow each other without an end are visits of one row if no more time lies between them, in minutes.
const LONGEST_VISIT: i64 = 30;
/// What a group does is said in no more letters, where nothing but its name stands before.
const LONGEST_ACTIVITY: usize = 60;

impl Reading<'_> {
    /// Visits with a time: of the row at hand, or of a row made for them.
    pub(super) fn timed_visits(&mut self, line: &Line, span: Span, stops: &[stops::Stop]) {
        let begun = self
            .row_for_visits(line.number, span)
            .then(|| self.row_in_words());
        self.visit(stops, None);
        self.took_row_and_visits(line, begun, stops);
    }

    /// Sees to it that the row at hand takes visits at `span`. Says whether one was begun for them.
    pub(super) fn row_for_visits(&mut self, number: usize, span: Span) -> bool {
        let (starts, ends) = span.after(self.row().and_then(|row| row.starts).or(self.clock));
        let fits = self.takes_visits()
            && (self.within_row(starts) || self.made_for_visits)
            && !self.is_over_by(starts)
            && self.standing != Standing::Apart;
        if !fits {
            let when = When {
                span: Some(span),
                ..When::default()
            };
            self.begin_row(number, when, "Lesson visits");
            self.made_for_visits = true;
        }
        if self.made_for_visits
            && let Some(row) = self.row()
        {
            row.ends = if ends.is_none() {
                row.ends.filter(|ends| *ends > starts)
            } else {
                row.ends.max(ends)
            };
        }
        !fits
    }

    /// Whether the row at hand is over by then, as far as can be told: a row made for visits ends with the last one,
    /// and one that is no row of visits and has no end is over when somebody is in a class later on.
    fn is_over_by(&mut self, time: chrono::NaiveTime) -> bool {
        let (made, known) = (self.made_for_visits, self.kind_known);
        let Some(row) = self.row() else { return true };
        if made {
            let last = row.tracks.iter().flat_map(|track| &track.visits);
            let last = last.filter_map(|visit| visit.starts).max();
            return match (row.ends, last) {
                (Some(ends), _) => time > ends,
                (None, Some(last)) => (time - last).num_minutes() > LONGEST_VISIT,
                (None, None) => false,
            };
        }
        let all_do = |kind: fn(ActivityKind) -> bool| {
            let does = |track: &crate::domain::read_timetable::ReadTrack| {
                track.activity.as_ref().is_some_and(|(_, of)| kind(*of))
            };
            !row.tracks.is_empty() && row.tracks.iter().all(does)
        };
        let elsewhere = (known && row.kind != ActivityKind::LessonVisits)
            || all_do(|kind| kind != ActivityKind::LessonVisits);
        elsewhere
            && row.ends.is_none()
            && row.minutes.is_none()
            && row.starts.is_some_and(|starts| starts < time)
    }

    /// "9:30 Group 1 - meet the SENDCO": a row whose groups go separate ways, in a line or a line for each.
    pub(super) fn timed_group(&mut self, line: &Line, span: Span, rest: &str) -> bool {
        if groups::at_start(rest, self.words).is_none() || !self.says_what_groups_do(rest) {
            return false;
        }
        let (starts, _) = span.after(self.clock);
        let same = self
            .row()
            .is_some_and(|row| row.starts == Some(starts) && row.title.is_empty());
        if !same {
            let when = When {
                span: Some(span),
                ..When::default()
            };
            self.begin_row(line.number, when, "");
        }
        let behind = Line {
            text: rest.to_string(),
            ..line.clone()
        };
        self.grouped_at(&behind, Some(span))
    }

    /// Whether every group that a line names is said to do something there.
    fn says_what_groups_do(&self, text: &str) -> bool {
        stops::by_group(text, self.words).into_iter().all(|piece| {
            groups::at_start(piece, self.words).is_some_and(|(_, after)| {
                let rest = wording::trimmed(after);
                stops::all(rest, self.words).is_some() || kinds::of(rest, self.words).is_some()
            })
        })
    }

    /// A line that begins with a group: "Group 1", "Group 1: 9:15 Y6", "Group 2 - meet the SENDCO", or with several,
    /// "Group 1 Yr 3 / Group 2 pupil voice".
    pub(super) fn grouped(&mut self, line: &Line) -> bool {
        self.grouped_at(line, None)
    }

    /// As [`Self::grouped`]; classes without a time of their own are seen at `span`.
    fn grouped_at(&mut self, line: &Line, span: Option<Span>) -> bool {
        if groups::at_start(&line.text, self.words).is_none() {
            return false;
        }
        let pieces = stops::by_group(&line.text, self.words);
        let several = pieces.len() > 1
            && stops::all(&line.text, self.words).is_none()
            && self.says_what_groups_do(&line.text);
        if !several {
            return self.one_group(line, span);
        }
        for piece in pieces {
            let piece = Line {
                text: piece.to_string(),
                ..line.clone()
            };
            if !self.one_group(&piece, span) {
                self.remark(&piece, &piece.text);
            }
        }
        true
    }

    fn one_group(&mut self, line: &Line, span: Option<Span>) -> bool {
        let Some((group, after)) = groups::of_list(&line.text, self.words) else {
            return false;
        };
        let (members, after) = members(after, self.words);
        let rest = wording::trimmed(after);
        let named = || {
            named_classes::all(rest, self.words).map(|mut stops| {
                for stop in &mut stops {
                    stop.group = Some(group.clone());
                }
                stops
            })
        };
        let stops = stops::all(&format!("{group} {rest}"), self.words).or_else(named);
        let joined =
            members.is_some() || after.trim_start().starts_with([':', ',']) || Scan::new(after).dash();
        let does =
            rest.chars().count() <= LONGEST_ACTIVITY && kinds::opens_with_activity(rest, 1, self.words);
        if !(rest.is_empty() || joined || does || stops.is_some()) || line.text.ends_with('?') {
            return false;
        }
        self.standing = Standing::InRow;
        let track = self.track_of(&group);
        self.track = track;
        if let Some(members) = members {
            self.members_of(line, &group, members);
        }
        if let Some(mut stops) = stops {
            if let Some(span) = span {
                stops::at(span, &mut stops);
            }
            self.visit(&stops, None);
            self.took_visits(line, &stops);
        } else if rest.is_empty() {
            self.took(line, format!("group: {group}"));
        } else {
            self.group_says(line, &group, rest);
        }
        true
    }

    /// Puts beside the row who is in a group, by role; a line with names in it is kept where no sheet shows it.
    pub(super) fn members_of(&mut self, line: &Line, group: &str, members: &str) {
        let read = format!("{group} ({members})");
        let without = struck::members(&read);
        if without.is_some() {
            self.found.unplaced.push(of_staff(line.number, read.clone()));
        }
        let said = without.unwrap_or(read);
        let roles = said.strip_prefix(group).unwrap_or_default().trim();
        let roles = roles.strip_prefix('(').unwrap_or(roles);
        let roles = roles.strip_suffix(')').unwrap_or(roles);
        if let Some(row) = self.row().filter(|_| !roles.is_empty()) {
            add(&mut row.remark, &format!("{group}: {roles}"));
        }
    }

    /// "HT School B + maths lead - Y1, Y2" below lessons: the classes of those who are named by their role.
    pub(super) fn of_roles(&mut self, line: &Line) -> bool {
        let cuts = line.text.char_indices().rev();
        let mut cuts = cuts.filter(|(_, letter)| wording::is_dash(*letter) || *letter == ':');
        let lessons = self
            .row()
            .is_some_and(|row| row.kind == ActivityKind::LessonVisits);
        let found = cuts.find_map(|(at, _)| {
            let (who, behind) = line.text.split_at_checked(at)?;
            let stops = stops::all(wording::trimmed(behind), self.words)?;
            let who = groups::of_column(wording::trimmed(who), self.words)?;
            stops
                .iter()
                .all(|stop| stop.group.is_none())
                .then_some((who, stops))
        });
        let Some((who, mut stops)) = found.filter(|_| lessons && !line.bullet) else {
            return false;
        };
        for stop in &mut stops {
            stop.group = Some(who.clone());
        }
        self.visit(&stops, None);
        self.took_visits(line, &stops);
        true
    }

    /// What stands behind the name of a group: what it does, or who is in it.
    fn group_says(&mut self, line: &Line, group: &str, rest: &str) {
        let kind = kinds::of(rest, self.words);
        let track = self.track;
        let Some(row) = self.row() else {
            self.leave(line, "stands before the first row of its day");
            return;
        };
        // Who goes with a group into lessons is not met there.
        let goes_along = row.kind == ActivityKind::LessonVisits && groups::is_of_team(rest);
        let kind = kind.filter(|_| !goes_along);
        match (kind, track.and_then(|track| row.tracks.get_mut(track))) {
            (Some(kind), Some(track)) if track.activity.is_none() => {
                let (title, minutes) = without_length(rest);
                track.activity = Some((neat(title), kind));
                row.minutes = row.minutes.or(minutes);
                self.took(
                    line,
                    format!("{group}: {rest} ({})", kind.word().replace('_', " ")),
                );
            }
            _ => {
                add(&mut row.remark, &format!("{group}: {rest}"));
                self.took(line, REMARK);
                self.doubt_of_names_with_times(line, rest);
            }
        }
    }

    /// The time at which the groups of a table's row are in their classes, where only one of its cells says it: that
    /// of the line `position`.
    pub(super) fn time_beside(&self, row: &crate::import::sheet::Row, position: usize) -> Option<Span> {
        row.cells.iter().find_map(|cell| {
            let line = cell.lines.get(position)?;
            let (span, _) = crate::import::times::at_start(&line.text, Where::Text)?;
            stops::all(&line.text, self.words)?;
            Some(span)
        })
    }
}

/// What a group does, without the length at its end: "curriculum lead (45 mins)".
pub(super) fn without_length(text: &str) -> (&str, Option<u32>) {
    let found = durations::at_end(text).filter(|(title, _)| !title.is_empty());
    found.map_or((text, None), |(title, minutes)| {
        (wording::trimmed(title), Some(minutes))
    })
}

/// Who is in a group, where brackets behind its name say so, and what follows them.
pub(super) fn members<'a>(text: &'a str, words: &Vocabulary) -> (Option<&'a str>, &'a str) {
    let inner = text
        .trim_start()
        .strip_prefix('(')
        .and_then(|inner| inner.split_once(')'));
    match inner {
        Some((members, after)) if stops::all(members, words).is_none() => (Some(members), after),
        _ => (None, text),
    }
}
