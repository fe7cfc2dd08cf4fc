//! The row at hand, and what is put into it.

use chrono::NaiveTime;

use super::{Became, PROMPT, REMARK, Reading, Standing, asked, settle::OF_EACH, stops::Stop};
use crate::{
    domain::{
        activity::ActivityKind,
        read_timetable::{LeftOpen, ReadDay, ReadRow, ReadTrack, ReadVisit},
    },
    import::{classes, dates::Heading, durations, kinds, sheet::Line, times::Clock, times::Span, wording},
};

/// When a row is, as far as the table says it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct When {
    pub(super) span: Option<Span>,
    pub(super) ends: Option<Clock>,
    pub(super) minutes: Option<u32>,
}

/// What is said beside a row whose end can't be right.
const ENDS_TOO_SOON: &str = ", WHICH ENDS BEFORE IT STARTS";
/// What stands in place of a group where it is nobody in particular.
const EVERYBODY: [&str; 20] = [
    "all",
    "both",
    "everyone",
    "everybody",
    "all together",
    "both groups",
    "all groups",
    "whole team",
    "the whole team",
    "together",
    "everyone together",
    "both together",
    "all of us",
    "all reviewers",
    "both reviewers",
    "all teams",
    "both teams",
    "all pairs",
    "both pairs",
    "whole group",
];

impl Reading<'_> {
    pub(super) fn row(&mut self) -> Option<&mut ReadRow> {
        self.found.days.last_mut()?.rows.last_mut()
    }

    /// Begins a day, or says more of one that has no rows yet.
    pub(super) fn begin_day(&mut self, heading: Heading) {
        let last = self.found.days.last().filter(|day| !day.rows.is_empty());
        if last.is_some_and(|day| heading.afternoon && day.label == heading.label && day.date == heading.date)
        {
            self.track = None;
            self.standing = Standing::InRow;
            return;
        }
        let open = self.found.days.last_mut().filter(|day| day.rows.is_empty());
        match open {
            Some(day) => {
                if day.label.is_empty() {
                    day.label = heading.label;
                }
                day.date = day.date.or(heading.date);
            }
            None => self.found.days.push(ReadDay {
                label: heading.label,
                date: heading.date,
                rows: Vec::new(),
            }),
        }
        self.clock = None;
        self.track = None;
        self.standing = Standing::InRow;
    }

    /// Begins a row. Its title may be empty, to be found in what follows.
    pub(super) fn begin_row(&mut self, number: usize, when: When, title: &str) {
        let (starts, mut ends) = match when.span {
            Some(span) => {
                let (starts, ends) = span.after(self.clock);
                (Some(starts), ends)
            }
            None => (None, None),
        };
        ends = ends.or_else(|| when.ends.map(|clock| clock.after(starts)));
        let last = when.span.and_then(|span| span.ends).or(when.ends);
        if last.is_some_and(|clock| clock.midnight) {
            self.doubt(number, LeftOpen::Midnight);
        }
        self.letter = false;
        self.clock = starts.or(self.clock);
        if self.found.days.is_empty() {
            self.found.days.push(ReadDay::default());
        }
        if let Some(day) = self.found.days.last_mut() {
            day.rows.push(ReadRow {
                starts,
                ends,
                minutes: when.minutes,
                title: String::new(),
                kind: ActivityKind::MeetingLeader,
                remark: String::new(),
                fixed: false,
                tracks: Vec::new(),
                prompts: Vec::new(),
                line: number,
            });
        }
        self.track = None;
        self.beside_group = None;
        self.standing = Standing::InRow;
        self.kind_known = false;
        self.made_for_visits = false;
        if !title.is_empty() {
            self.entitle(title);
        }
    }

    /// Gives the row at hand its title; a duration at its end becomes that of the row.
    pub(super) fn entitle(&mut self, text: &str) {
        let text = wording::trimmed(text);
        if let Some((known, kind)) = self.words.titles.iter().find(|(known, _)| known == text) {
            self.kind_known = true;
            if let Some(row) = self.row() {
                row.title.clone_from(known);
                row.kind = *kind;
            }
            return;
        }
        let (text, each) = length_of_each(text);
        let (title, minutes) =
            durations::at_end(text).map_or((text, None), |(title, minutes)| (title, Some(minutes)));
        let title = wording::trimmed(title);
        let title = if title.is_empty() { text } else { title };
        let title = &neat(for_all(title));
        let kind = kinds::of(title, self.words);
        self.kind_known = kind.is_some();
        if let Some(number) = self.row().map(|row| row.line) {
            self.doubt_of_times(number, title);
        }
        if let Some(row) = self.row() {
            row.title.clone_from(title);
            row.minutes = row.minutes.or(minutes);
            if let Some(each) = each {
                add(&mut row.remark, each);
            }
            row.kind = kind.unwrap_or(row.kind);
        }
    }

    /// The row at hand in words.
    pub(super) fn row_in_words(&self) -> String {
        let row = self.found.days.last().and_then(|day| day.rows.last());
        row.map_or(String::new(), in_words)
    }

    /// Whether visits belong into the row at hand.
    pub(super) fn takes_visits(&self) -> bool {
        let row = self.found.days.last().and_then(|day| day.rows.last());
        row.is_some_and(|row| {
            row.kind == ActivityKind::LessonVisits || !self.kind_known || self.track.is_some()
        })
    }

    /// Whether a time lies within the row at hand.
    pub(super) fn within_row(&self, time: NaiveTime) -> bool {
        let row = self.found.days.last().and_then(|day| day.rows.last());
        row.is_some_and(|row| {
            row.ends.is_none_or(|ends| time < ends) && row.starts.is_none_or(|starts| starts <= time)
        })
    }

    /// The position of the row's track of that group, a new one if there is none.
    pub(super) fn track_of(&mut self, group: &str) -> Option<usize> {
        let row = self.row()?;
        let known = row.tracks.iter().position(|track| track.group == group);
        Some(known.unwrap_or_else(|| {
            row.tracks.push(ReadTrack {
                group: group.to_string(),
                ..ReadTrack::default()
            });
            row.tracks.len() - 1
        }))
    }

    /// Puts visits into the row at hand: to the group that each names, to the groups side by side, or to the track.
    pub(super) fn visit(&mut self, stops: &[Stop], column: Option<&str>) {
        let side = std::mem::take(&mut self.side);
        let split = if self.track.is_none() && column.is_none() {
            apart(stops, side.len())
        } else {
            None
        };
        let stops = split.as_deref().unwrap_or(stops);
        // Classes seen at one time are not those of one group.
        let alongside = side.is_empty() && stops.iter().any(|stop| stop.alongside);
        let beside = self.track.is_none() && column.is_none() && side.len() > 1 && stops.len() == side.len();
        let mut shared = None;
        for (position, stop) in stops.iter().enumerate() {
            let by_side = side.get(position).filter(|_| beside).map(String::as_str);
            let present = self
                .track
                .filter(|_| !alongside)
                .and_then(|track| Some(self.row()?.tracks.get(track)?.group.clone()));
            let group = stop
                .group
                .as_deref()
                .or(column)
                .or(by_side)
                .or(present.as_deref());
            let group = group.unwrap_or_default().to_string();
            let Some(track) = self.track_of(&group) else { break };
            if stop.span.is_some() {
                shared = stop.span;
            }
            let span = stop.span.or(shared.filter(|_| beside));
            self.put_visit(track, span, stop);
        }
        self.side = side;
    }

    fn put_visit(&mut self, track: usize, span: Option<Span>, stop: &Stop) {
        let grows = self.made_for_visits;
        let Some(row) = self.row() else { return };
        let times = span.map(|span| span.after(row.starts));
        if grows && let Some((_, Some(ends))) = times {
            row.ends = row.ends.max(Some(ends));
        }
        if !stop.beside.is_empty() {
            add(&mut row.remark, &format!("{}: {}", stop.class, stop.beside));
        }
        if let Some(track) = row.tracks.get_mut(track) {
            track.visits.push(ReadVisit {
                starts: times.map(|(starts, _)| starts),
                class: stop.class.clone(),
            });
        }
    }

    /// Adds a question to the row, or to the track if that has an activity of its own.
    pub(super) fn ask(&mut self, line: &Line) {
        let track = self.track;
        if let Some(row) = self.row() {
            let own = track
                .and_then(|track| row.tracks.get_mut(track))
                .filter(|track| track.activity.is_some());
            let prompts = own.map_or(&mut row.prompts, |track| &mut track.prompts);
            prompts.extend(asked::apart(line));
        }
        self.took(line, PROMPT);
        self.became = Became::Prompt;
    }

    pub(super) fn remark(&mut self, line: &Line, text: &str) {
        if let Some(row) = self.row() {
            add(&mut row.remark, text);
        }
        self.doubt_of_names_with_times(line, &line.text);
        self.took(line, REMARK);
        self.became = Became::Remark;
    }

    /// Ends the row before at `span` if that is all that `title` means. Says whether it did.
    pub(super) fn ends_the_day(&mut self, span: Span, title: &str) -> bool {
        let (at, further) = span.after(self.clock);
        let known = self.words.titles.iter().any(|(known, _)| known == title);
        let Some(row) = self.row() else { return false };
        let ending = kinds::is_ending(title) && !known && further.is_none();
        // Where the last row is over before, nothing happens until then: "1.30 finish" is no meeting.
        let fits = row.starts.is_some_and(|starts| starts < at) && row.ends.is_none_or(|ends| ends <= at);
        if ending && fits {
            row.ends.get_or_insert(at);
        }
        ending && fits
    }

    /// Says of the line that ended the day what it was: the end of the row before, or a time that no row has, which is
    /// kept.
    pub(super) fn took_the_end(&mut self, line: &Line, span: Span) {
        let (at, _) = span.after(self.clock);
        if self.row().is_some_and(|row| row.ends == Some(at)) {
            self.took(line, "the end of the row before");
        } else {
            let timed = line.text.contains(|letter: char| letter.is_ascii_digit());
            let time = at.format("%H:%M");
            let text = if timed {
                line.text.clone()
            } else {
                format!("{time} {}", line.text)
            };
            let line = Line { text, ..line.clone() };
            self.leave(
                &line,
                "says when all is over; the row before ends earlier, as it says itself",
            );
        }
    }
}

/// A title without the length of each of several visits at its end, and that length: "lesson visits, 15 mins each".
fn length_of_each(text: &str) -> (&str, Option<&str>) {
    let bare = text.trim_end_matches(['.', ')']);
    let folded = bare.to_lowercase();
    let mut lengths = OF_EACH.iter().filter_map(|end| {
        let length = folded.strip_suffix(end)?.len();
        durations::at_end(bare.get(..length)?.trim_end())
    });
    let Some((title, _)) = lengths.next_back() else {
        return (text, None);
    };
    let each = text.get(title.len()..).unwrap_or_default();
    let each = each.trim_matches(|letter: char| !letter.is_alphanumeric());
    (wording::trimmed(title.trim_end_matches('(')), Some(each))
}

/// A title as it stands on a sheet: a capital first, and no full stop at its end.
pub(super) fn neat(title: &str) -> String {
    let bare = title
        .strip_suffix('.')
        .filter(|bare| !bare.ends_with('.') && !bare.is_empty());
    let bare = bare.unwrap_or(title);
    let bare = wording::closed_up(bare);
    let mut letters = bare.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// Whether `text` is a mark that says no more than whose a row is: "x" in the column of a group.
pub(super) fn is_mark(text: &str) -> bool {
    ["x", "✓", "✔", "yes"].contains(&text.trim().to_lowercase().as_str())
}

/// Whether `text` says nothing but that it is for everybody: "All", "Both groups:".
pub(super) fn is_everybody(text: &str) -> bool {
    EVERYBODY.contains(&wording::words(text).join(" ").as_str())
}

/// A title without the words that say it is for everybody: "All: break", "Everyone - feedback".
fn for_all(title: &str) -> &str {
    let joins = |letter: char| letter == ':' || wording::is_dash(letter);
    let said = title.split_once(joins).filter(|(who, _)| is_everybody(who));
    let rest = said.map(|(_, rest)| rest.trim());
    rest.filter(|rest| !rest.is_empty()).unwrap_or(title)
}

/// One mixed class below the names of several groups is a class for each: "9:15 Y5/Y6" below "Group 1 / Group 2".
fn apart(stops: &[Stop], groups: usize) -> Option<Vec<Stop>> {
    let [stop] = stops else { return None };
    let names = classes::apart(&stop.class).filter(|names| groups > 1 && names.len() == groups)?;
    let each = names.into_iter().map(|class| Stop {
        class,
        ..stop.clone()
    });
    Some(each.collect())
}

/// Adds a sentence to a remark.
pub(super) fn add(remark: &mut String, text: &str) {
    if !remark.is_empty() {
        remark.push_str("; ");
    }
    remark.push_str(text);
}

/// A row as "Lesson visits (lesson visits)"; its times are said of it when all rows are known.
pub(super) fn in_words(row: &ReadRow) -> String {
    let mut words = String::new();
    if !row.title.is_empty() {
        words = format!("{} ({})", row.title, row.kind.word().replace('_', " "));
    }
    if row.starts.is_some() && row.ends.is_some() && row.ends <= row.starts {
        words.push_str(ENDS_TOO_SOON);
    }
    words
}
