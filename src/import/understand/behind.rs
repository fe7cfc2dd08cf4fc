//! Rows whose time stands behind their title: "Arrival 8:30", "Break (10:15-10:30)", "Session 1 (9:00-9:45): leaders".

use super::{Became, Reading, TimesStand, rows::When, stops};
use crate::domain::activity::ActivityKind;
use crate::import::{
    groups, kinds,
    scan::Scan,
    sheet::{Block, Line, Sheet},
    times::{self, Span, Where},
    wording,
};

/// A title before a time has no more words.
const LONGEST_TITLE: usize = 8;
/// A title has no more words in a timetable whose times stand before the titles elsewhere.
const LONGEST_ODD_TITLE: usize = 3;
/// Words that only join a title to its time.
const JOINING: [&str; 2] = ["at", "from"];

/// Why a line without its time has no place.
pub(super) const OPEN: &str = "has no time yet; write one before it and import again";

/// A line with its time behind the title.
struct Behind<'a> {
    title: &'a str,
    span: Span,
    /// What follows the time, such as "leaders".
    after: &'a str,
}

/// Where more lines of a sheet have their time: before what is done, or behind it.
pub(super) fn usual(sheet: &Sheet) -> TimesStand {
    let lines = || {
        sheet.blocks.iter().filter_map(|block| match block {
            Block::Line(line) => Some(line.text.as_str()),
            Block::Table(_) => None,
        })
    };
    let before = lines().filter(|text| times::at_start(text, Where::Text).is_some());
    let behind = lines().filter(|text| behind(text).is_some());
    if behind.count() > before.count().max(1) {
        TimesStand::Behind
    } else {
        TimesStand::Before
    }
}

impl Reading<'_> {
    /// A line that says its time behind the title. Says whether it was read as a row.
    pub(super) fn timed_behind(&mut self, line: &Line) -> bool {
        if line.bullet || line.text.ends_with('?') || stops::all(&line.text, self.words).is_some() {
            return false;
        }
        let Some(found) = behind(&line.text) else {
            return false;
        };
        let titled = kinds::opens_with_activity(found.title, 1, self.words);
        let count = wording::words(found.title).len();
        let likely = if self.times == TimesStand::Behind {
            count <= LONGEST_TITLE
        } else {
            (titled || self.follows_at_once(&found)) && count <= LONGEST_ODD_TITLE
        };
        let grouped = groups::at_start(&line.text, self.words).is_some();
        if !likely || grouped || !self.comes_next(found.span) {
            return false;
        }
        if self.ends_the_day(found.span, found.title) {
            self.took_the_end(line, found.span);
            return true;
        }
        self.row_before_its_time(line, &found);
        true
    }

    fn row_before_its_time(&mut self, line: &Line, found: &Behind) {
        let when = When {
            span: Some(found.span),
            ..When::default()
        };
        self.begin_row(line.number, when, "");
        let after = wording::trimmed(found.after);
        let grouped = groups::at_start(after, self.words).is_some();
        if after.is_empty() || grouped {
            self.title_with_visits(line, found.title);
        } else {
            self.title_with_visits(line, &format!("{}: {after}", found.title));
        }
        if grouped {
            self.behind_title(line, after);
        }
        self.became = Became::Title;
    }

    /// Whether a title with a start and an end behind it begins when the row at hand is over: whatever it says, it is a row.
    fn follows_at_once(&mut self, found: &Behind) -> bool {
        let capital = found.title.starts_with(char::is_uppercase);
        let (starts, ends) = found.span.after(self.clock);
        let over = self.row().and_then(|row| row.ends);
        capital && over == Some(starts) && ends > Some(starts) && wording::trimmed(found.after).is_empty()
    }

    /// "Lessons: 9.00 Y1, 9.20 Y2, 9.40 Y3": visits that all say their time, behind the title of their row. Says whether
    /// a row was made of them.
    pub(super) fn visits_behind(&mut self, line: &Line) -> bool {
        let found = self.split(&line.text).filter(|_| !line.bullet);
        let Some((title, stops)) = found else {
            return false;
        };
        let lessons = kinds::of(title, self.words) == Some(ActivityKind::LessonVisits);
        let timed = stops.len() > 1 && stops.iter().all(|stop| stop.span.is_some());
        let Some(span) = stops
            .first()
            .and_then(|stop| stop.span)
            .filter(|_| lessons && timed)
        else {
            return false;
        };
        let (starts, _) = span.after(self.clock);
        let present = self
            .row()
            .is_some_and(|row| row.kind == ActivityKind::LessonVisits);
        if (present && self.within_row(starts)) || !self.comes_next(span) {
            return false;
        }
        let when = When {
            span: Some(Span { ends: None, ..span }),
            ..When::default()
        };
        self.begin_row(line.number, when, "");
        self.title_with_visits(line, &line.text);
        self.became = Became::Title;
        true
    }

    /// Whether a row at that time may follow the row at hand.
    fn comes_next(&mut self, span: Span) -> bool {
        let clock = self.clock;
        let (starts, _) = span.after(clock);
        let inside = self
            .row()
            .is_some_and(|row| row.ends.is_some_and(|ends| starts < ends));
        clock.is_none_or(|clock| starts > clock) && !inside
    }
}

/// Whether a line has its time behind a title.
pub(super) fn says_a_time(text: &str) -> bool {
    behind(text).is_some()
}

/// The title, the time behind it, and what follows.
fn behind(text: &str) -> Option<Behind<'_>> {
    if times::at_start(text, Where::Text).is_some() {
        return None;
    }
    let cuts = text.char_indices().filter(|(_, letter)| letter.is_ascii_digit());
    cuts.filter_map(|(at, _)| text.split_at_checked(at))
        .find_map(|(before, rest)| {
            let bracket = before.ends_with('(');
            let apart = bracket || before.ends_with([' ', ':']) || before.ends_with(wording::is_dash);
            let (span, after) = times::at_start(rest, Where::Text).filter(|_| apart)?;
            let after = if bracket {
                after.trim_start().strip_prefix(')')?
            } else {
                after
            };
            let title = without_joining(before.trim_end_matches('('));
            let letters = title.chars().any(char::is_alphabetic);
            let ends = bracket || wording::trimmed(after).trim_end_matches('.').is_empty();
            (ends && letters).then_some(Behind { title, span, after })
        })
}

/// `text` without the word that joins it to its time: the "Lunch" of "Lunch at 12:00".
fn without_joining(text: &str) -> &str {
    let text = wording::trimmed(text);
    let joined = text
        .rsplit_once(' ')
        .filter(|(_, word)| JOINING.contains(&word.to_lowercase().as_str()));
    joined.map_or(text, |(title, _)| wording::trimmed(title))
}

/// Whether `text` says of what follows that its time is still to come: "TBC Governor meeting".
pub(super) fn is_still_open(text: &str) -> bool {
    Scan::new(text).word(&[
        "tbc",
        "tba",
        "time tbc",
        "time tba",
        "to be confirmed",
        "to be arranged",
    ])
}
