//! Lines outside of tables, and within cells: what each one is.

use chrono::Timelike;

use super::{
    Became, GOES_ON, HEADING, Reading, Standing, TimesStand, behind,
    rows::{self, When},
    stops,
};
use crate::import::{
    boxes::{self, Box},
    dates, durations, groups, kinds, mail, own_sheet, prose,
    scan::Scan,
    sheet::{Line, NoText},
    times::{self, Clock, Span, Where},
    wording,
};

/// Words that stand alone above questions.
const LABELS: [&str; 8] = [
    "question",
    "prompt",
    "look for",
    "looking for",
    "ask",
    "to discuss",
    "listen for",
    "focus",
];
/// How a question begins that is none in its form: "Look for every pupil taking part".
const ASKS: [&str; 14] = [
    "look", "listen", "ask", "check", "discuss", "explore", "consider", "find", "note", "how", "what",
    "where", "when", "why",
];
/// No line that a mail program cuts is longer than that, in bytes.
const LONGEST_CUT: usize = 2000;
/// School is from the first of these hours to the last.
const FIRST_HOUR: u32 = 7;
const LAST_HOUR: u32 = 18;
/// A row without an end is not likely to last longer, in minutes.
const LONGEST_ROW: i64 = 120;
/// The words of headings, where a table was pasted as lines.
const HEADING_WORDS: [&str; 14] = [
    "morning",
    "afternoon",
    "time",
    "times",
    "activity",
    "activities",
    "session",
    "duration",
    "start",
    "end",
    "minutes",
    "timing",
    "what",
    "who",
];

impl Reading<'_> {
    /// Reads a line that stands outside of any table.
    pub(super) fn line(&mut self, line: &Line) {
        if !line.is_blank() {
            let cut = self
                .before
                .as_ref()
                .is_some_and(|before| prose::continues(before, line));
            if !(cut && !self.begins_something(line) && self.goes_on(line)) {
                self.piece(line);
            }
            self.before = Some(line.clone());
        }
    }

    /// Whether a line begins something of its own, and is no rest of the one before.
    fn begins_something(&self, line: &Line) -> bool {
        times::at_start(&line.text, Where::Text).is_some()
            || times::perhaps(&line.text).is_some()
            || groups::at_start(&line.text, self.words).is_some()
            || boxes::at_start(&line.text).is_some()
            || durations::at_end(&line.text).is_some()
            || (self.times == TimesStand::Behind && behind::says_a_time(&line.text))
            || ending_at(&line.text).is_some()
            || dates::line_of_day(&line.text, self.words.date).is_some()
            || line.no_text.is_some()
    }

    /// Adds the rest of a line that was cut to what the line became. Says whether it could.
    fn goes_on(&mut self, line: &Line) -> bool {
        let (became, track) = (self.became, self.track);
        if became == Became::Left {
            self.leave_too(line);
            return true;
        }
        let Some(row) = self.row() else { return false };
        let own = track
            .and_then(|track| row.tracks.get_mut(track))
            .filter(|track| track.activity.is_some());
        let text = match became {
            Became::Title => Some(&mut row.title),
            Became::Remark => Some(&mut row.remark),
            Became::Prompt => own
                .map_or(&mut row.prompts, |track| &mut track.prompts)
                .last_mut(),
            Became::Left | Became::Other => None,
        };
        let Some(text) = text.filter(|text| text.len() < LONGEST_CUT) else {
            return false;
        };
        text.push(' ');
        text.push_str(&line.text);
        if became == Became::Title {
            let whole = text.clone();
            self.entitle(&whole);
        }
        self.took(line, GOES_ON);
        self.became = became;
        true
    }

    /// Reads a line, wherever it stands.
    pub(super) fn piece(&mut self, line: &Line) {
        if let Some(no_text) = line.no_text {
            match no_text {
                NoText::Sign(what) => {
                    if let Some(row) = self.row().filter(|_| what == own_sheet::FIXED) {
                        row.fixed = true;
                    }
                    self.took(line, what);
                }
                NoText::Remark => self.remark(line, &line.text),
                NoText::Unread(why) => self.leave(line, why),
            }
        } else if let Some(found) = boxes::at_start(&line.text) {
            self.open_box(line, found);
        } else if self.is_of_a_head(line) {
            self.outside(line);
        } else if let Some((heading, behind)) = dates::line_of_day(&line.text, self.words.date) {
            self.day_line(line, heading, behind);
        } else if behind::is_still_open(&line.text) {
            self.leave(line, behind::OPEN);
        } else if self.ends_behind(line) || self.numbered_class(line) {
        } else if let Some((span, rest)) = times::at_start(&line.text, Where::Text) {
            self.timed(line, span, rest);
        } else if self.perhaps_timed(line) || self.on_the_hour(line) {
        } else if times::is_impossible(&line.text) {
            self.leave(
                line,
                "begins with a time that no day has; correct it and import again",
            );
        } else if line.text.starts_with(|letter: char| letter.is_ascii_digit())
            && durations::is_beyond_a_day(&line.text)
        {
            self.leave(
                line,
                "says a length of more than a day; correct it and import again",
            );
        } else if !self.visits_behind(line) && !self.timed_behind(line) && !self.lasting(line) {
            self.untimed(line);
        }
    }

    /// A line that is none of the timetable, before its rows or after them.
    fn outside(&mut self, line: &Line) {
        if self.found.days.iter().all(|day| day.rows.is_empty()) {
            self.before_the_rows(line);
        } else {
            self.standing = Standing::Apart;
            self.leave_outside(line, "stands apart from the rows");
        }
    }

    /// A line that begins with "11-12": a row if what stands around it says so, else left if it might be one. Says
    /// whether it was read.
    fn perhaps_timed(&mut self, line: &Line) -> bool {
        let Some((span, rest)) = times::perhaps(&line.text) else {
            return false;
        };
        let rest = wording::trimmed(rest);
        if self.is_row_of_the_day(span, rest) {
            self.timed(line, span, rest);
            return true;
        }
        let (starts, _) = span.after(self.clock);
        let passed = self.clock.is_some_and(|clock| starts <= clock);
        let counts = passed && !self.says_what_is_done(rest);
        let school_is_out = !(FIRST_HOUR..LAST_HOUR).contains(&starts.hour());
        if counts || school_is_out || rest.is_empty() {
            return false;
        }
        self.leave(
            line,
            "begins with two numbers that may be times; if they are, write them as 11:00-12:00",
        );
        true
    }

    /// A line that begins with a bare hour, where that hour comes next and what is done then follows: "12 finish". Says
    /// whether it was read.
    fn on_the_hour(&mut self, line: &Line) -> bool {
        let Some((span, rest)) = times::bare_hour(&line.text) else {
            return false;
        };
        let rest = wording::trimmed(rest);
        let (starts, _) = span.after(self.clock);
        let next = self
            .clock
            .is_some_and(|clock| starts > clock && (starts - clock).num_minutes() <= LONGEST_ROW);
        let outside = self
            .row()
            .is_none_or(|row| row.ends.is_some_and(|ends| starts < ends));
        if line.bullet || !next || outside || times::is_counted(rest) {
            return false;
        }
        let ending = rest.split(['.', ',', ' ']).next().unwrap_or_default();
        if self.ends_the_day(span, ending) {
            self.took_the_end(line, span);
            return true;
        }
        let done = self.says_what_is_done(rest);
        if done {
            self.timed(line, span, rest);
        }
        done
    }

    /// Whether `span` before `title` is a row's time: the title says what is done, or the row follows the one before.
    fn is_row_of_the_day(&mut self, span: Span, title: &str) -> bool {
        let clock = self.clock;
        let (starts, _) = span.after(clock);
        let ends = self.row().and_then(|row| row.ends);
        let follows = match (ends, clock) {
            (Some(ends), _) => starts == ends,
            (None, Some(clock)) => starts > clock && (starts - clock).num_minutes() <= LONGEST_ROW,
            (None, None) => false,
        };
        let capital = title.starts_with(char::is_uppercase);
        let not_before = clock.is_none_or(|clock| starts >= clock);
        (self.says_what_is_done(title) && (follows || (capital && not_before))) || (follows && capital)
    }

    /// Whether "pupil voice" stands there, and not "pupils", which are counted.
    fn says_what_is_done(&self, title: &str) -> bool {
        let least = if times::is_counted(title) { 2 } else { 1 };
        kinds::opens_with_activity(title, least, self.words)
    }

    /// "finish by 2.30" below the last row, which ends then. Says whether it does.
    fn ends_behind(&mut self, line: &Line) -> bool {
        let ends = ending_at(&line.text).filter(|(span, title)| self.ends_the_day(*span, title));
        if let Some((span, _)) = ends {
            self.took_the_end(line, span);
        }
        ends.is_some()
    }

    fn open_box(&mut self, line: &Line, found: Box) {
        self.standing = Standing::InBox;
        match found {
            Box::Heading => self.took(line, "box for what is known now"),
            Box::Filled(_) => self.leave(line, "is written in the box for what is known now"),
        }
    }

    /// A line that begins with a time: a visit of the row at hand, or a row.
    pub(super) fn timed(&mut self, line: &Line, span: Span, rest: &str) {
        let rest = wording::trimmed(rest);
        if let Some(mut stops) = stops::all(rest, self.words) {
            stops::named_behind_its_year(&mut stops);
            stops::at(span, &mut stops);
            self.timed_visits(line, span, &stops);
            return;
        }
        if self.timed_group(line, span, rest) {
            return;
        }
        let (starts, _) = span.after(self.clock);
        let ended = self.row().is_some_and(|row| row.ends.is_some());
        if self.track.is_some() && ended && self.within_row(starts) && !rest.is_empty() {
            let group = self
                .track
                .and_then(|track| Some(self.row()?.tracks.get(track)?.group.clone()));
            self.remark(line, &format!("{}: {}", group.unwrap_or_default(), line.text));
        } else if self.ends_the_day(span, rest) {
            self.took_the_end(line, span);
        } else {
            self.timed_row(line, span, rest);
        }
    }

    fn timed_row(&mut self, line: &Line, span: Span, rest: &str) {
        let when = When {
            span: Some(span),
            ..When::default()
        };
        // "9.00 (45 minutes) Meet teachers"
        let bare = rest.trim_start_matches('(');
        let lasting = durations::at_start(bare).filter(|(_, after)| rest == bare || after.starts_with(')'));
        let (minutes, title) = lasting.map_or((None, rest), |(minutes, after)| {
            (Some(minutes), after.trim_start_matches(')'))
        });
        let title = wording::trimmed(title);
        let until = until_at_end(title).filter(|_| span.ends.is_none() && minutes.is_none());
        let (title, ends) = until.map_or((title, None), |(title, ends)| (title, Some(ends)));
        self.begin_row(
            line.number,
            When {
                ends,
                minutes,
                ..when
            },
            "",
        );
        self.title_with_visits(line, title);
        self.became = Became::Title;
    }

    /// A line without a time.
    fn untimed(&mut self, line: &Line) {
        if self.is_heading(line) {
            self.took(line, HEADING);
        } else if rows::is_everybody(&line.text) && self.standing != Standing::Apart {
            self.track = None;
            self.took(line, "heading: everybody");
        } else if self.found.days.iter().all(|day| day.rows.is_empty()) {
            self.before_the_rows(line);
        } else if self.standing == Standing::Apart {
            self.leave_outside(line, "stands apart from the rows");
        } else if self.grouped(line) {
        } else if self
            .row()
            .is_some_and(|row| row.title.is_empty() && row.tracks.is_empty())
        {
            self.entitle(&line.text);
            let words = self.row_in_words();
            self.took(line, words);
            self.became = Became::Title;
        } else {
            self.within(line);
        }
    }

    /// A line below a row that has its title.
    pub(super) fn within(&mut self, line: &Line) {
        if let Some(stops) = stops::all(&line.text, self.words).filter(|_| self.takes_visits()) {
            self.visit(&stops, None);
            self.took_visits(line, &stops);
        } else if self.standing == Standing::InRow && self.of_roles(line) {
        } else if is_label(&line.text) {
            self.took(line, "heading of questions");
        } else if self.standing == Standing::InBox && !line.text.ends_with('?') {
            self.leave(line, "is written in the box for what is known now");
        } else if line.bullet || is_question(&line.text) {
            self.ask(line);
        } else if line.apart || mail::is_farewell(&line.text) || mail::is_talk(&line.text) {
            self.standing = Standing::Apart;
            self.leave_outside(line, "stands apart from the rows");
        } else {
            self.remark(line, &line.text);
        }
    }

    /// A line that is nothing but the names of columns. Groups among them are those of the lines below.
    fn is_heading(&mut self, line: &Line) -> bool {
        let mut scan = Scan::new(&line.text);
        let mut groups_named = Vec::new();
        let mut count = 0;
        while !wording::trimmed(scan.rest).is_empty() {
            scan.rest = wording::trimmed(scan.rest);
            if let Some((group, rest)) = groups::at_start(scan.rest, self.words) {
                groups_named.push(group);
                scan.rest = rest;
            } else if !scan.word(&HEADING_WORDS) {
                return false;
            }
            count += 1;
        }
        let alone =
            count == 1 && groups_named.is_empty() && self.row().is_none_or(|row| !row.title.is_empty());
        if groups_named.len() > 1 {
            self.side = groups_named;
            self.track = None;
            return true;
        }
        alone || (count > 1 && groups_named.is_empty())
    }
}

/// A title without the time at its end until which it lasts, and that time: "feedback till 11.30".
fn until_at_end(title: &str) -> Option<(&str, Clock)> {
    let (before, time) = title.rsplit_once(' ')?;
    let (does, until) = before.rsplit_once(' ')?;
    let joins = ["till", "til", "until"].contains(&until.trim_start_matches('(').to_lowercase().as_str());
    let (span, rest) = times::at_start(time.trim_end_matches([')', '.']), Where::Text)?;
    let does = wording::trimmed(does);
    (joins && rest.is_empty() && span.ends.is_none() && !does.is_empty()).then_some((does, span.starts))
}

/// The time at the end of a line that says nothing else than that the day is over by then, and its other words.
fn ending_at(text: &str) -> Option<(Span, &str)> {
    let bare = text.trim_end_matches(['.', ')']);
    let mut cuts = bare.match_indices(' ').map(|(at, _)| at);
    cuts.find_map(|at| {
        let (title, behind) = bare.split_at_checked(at)?;
        let (span, rest) = times::at_start(behind.trim_start_matches([' ', '(']), Where::TimeCell)?;
        let title = wording::trimmed(title);
        // "finish by 2.30 at the latest"
        let whole = format!("{title} {rest}");
        (span.ends.is_none() && kinds::is_ending(title) && kinds::is_ending(&whole)).then_some((span, title))
    })
}

/// Whether a line only stands above questions: "Questions:", "Things to look for".
fn is_label(text: &str) -> bool {
    let folded = text.to_lowercase();
    let short = wording::words(text).len() <= 5 && !text.ends_with('?');
    short
        && LABELS.iter().any(|label| folded.contains(label))
        && (text.ends_with(':') || wording::words(text).len() <= 3)
}

/// Whether a line is to be asked or looked for.
pub(super) fn is_question(text: &str) -> bool {
    let first = wording::words(text).into_iter().next().unwrap_or_default();
    let several = wording::words(text).len() > 3;
    text.ends_with('?') || (several && ASKS.contains(&first.as_str()))
}
