//! Lines outside of tables, and within cells: what each one is.

use super::{
    Became, Reading, Standing,
    rows::{When, add},
    stops,
};
use crate::import::{
    boxes::{self, Box},
    dates, durations, groups, kinds, prose,
    scan::Scan,
    sheet::{Line, NoText},
    times::{self, Span, Where},
    vocabulary::Vocabulary,
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
/// How an e-mail ends.
const FAREWELLS: [&str; 12] = [
    "best",
    "best wishes",
    "kind regards",
    "regards",
    "many thanks",
    "thanks",
    "thank you",
    "warm regards",
    "yours",
    "see you",
    "looking forward",
    "cheers",
];
/// No line that a mail program cuts is longer than that, in bytes.
const LONGEST_CUT: usize = 2000;
/// The longest title in which groups and their visits are looked for, in bytes.
const LONGEST_TITLE: usize = 300;
/// The words of headings, where a table was pasted as lines.
const HEADING_WORDS: [&str; 12] = [
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
            || groups::at_start(&line.text, self.words).is_some()
            || boxes::at_start(&line.text).is_some()
            || durations::at_end(&line.text).is_some()
            || dates::heading(&line.text, self.words.date).is_some()
            || line.no_text.is_some()
    }

    /// Adds the rest of a line that was cut to what the line became. Says whether it could.
    fn goes_on(&mut self, line: &Line) -> bool {
        let (became, track) = (self.became, self.track);
        if became == Became::Left {
            self.leave(line, "goes on from the line above");
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
        self.took(line, "goes on from the line above");
        self.became = became;
        true
    }

    /// Reads a line, wherever it stands.
    pub(super) fn piece(&mut self, line: &Line) {
        if let Some(no_text) = line.no_text {
            match no_text {
                NoText::Sign(what) => self.took(line, what),
                NoText::Unread(why) => self.leave(line, why),
            }
        } else if let Some(found) = boxes::at_start(&line.text) {
            self.open_box(line, found);
        } else if let Some(heading) = dates::heading(&line.text, self.words.date) {
            self.begin_day(heading);
            self.took(line, "day");
        } else if let Some((span, rest)) = times::at_start(&line.text, Where::Text) {
            self.timed(line, span, rest);
        } else if !self.lasting(line) {
            self.untimed(line);
        }
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
            if let Some(first) = stops.first_mut() {
                first.span = Some(span);
            }
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
            self.took(line, "the end of the row before");
        } else {
            self.timed_row(line, span, rest);
        }
    }

    /// "9:30 Group 1 - meet the SENDCO": a row whose groups go separate ways, a line for each.
    fn timed_group(&mut self, line: &Line, span: Span, rest: &str) -> bool {
        let Some((_, after)) = groups::at_start(rest, self.words) else {
            return false;
        };
        if kinds::of(wording::trimmed(after), self.words).is_none() {
            return false;
        }
        let (starts, _) = span.after(self.clock);
        let same = self
            .row()
            .is_some_and(|row| row.starts == Some(starts) && row.title.is_empty());
        if !same {
            self.begin_row(
                line.number,
                When {
                    span: Some(span),
                    ..When::default()
                },
                "",
            );
        }
        let behind = Line {
            text: rest.to_string(),
            ..line.clone()
        };
        self.grouped(&behind)
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
        let (title, visits) = self.with_groups(title);
        self.begin_row(line.number, When { minutes, ..when }, wording::trimmed(title));
        if let Some(stops) = visits {
            self.visit(&stops, None);
        }
        let words = self.row_in_words();
        self.took(line, words);
        self.became = Became::Title;
    }

    /// The title before, and the visits behind, in "Lesson visits - Group 1: Y5, Y6; Group 2: Y2, Y1".
    fn with_groups<'a>(&self, title: &'a str) -> (&'a str, Option<Vec<stops::Stop>>) {
        let joins = |letter: char| wording::is_dash(letter) || matches!(letter, ':' | ';' | ',' | '(' | '|');
        if title.len() > LONGEST_TITLE {
            return (title, None);
        }
        let cuts = title.char_indices().filter(|(_, letter)| joins(*letter));
        for (at, _) in cuts {
            let Some((before, behind)) = title.split_at_checked(at) else {
                continue;
            };
            let behind = behind.trim_start_matches(joins).trim().trim_end_matches(')');
            let grouped = groups::at_start(behind, self.words).is_some();
            if let Some(stops) = stops::all(behind, self.words).filter(|_| grouped) {
                return (before, Some(stops));
            }
        }
        (title, None)
    }

    /// Visits with a time: of the row at hand, or of a row made for them.
    pub(super) fn timed_visits(&mut self, line: &Line, span: Span, stops: &[stops::Stop]) {
        let (starts, ends) = span.after(self.row().and_then(|row| row.starts).or(self.clock));
        let fits = self.takes_visits()
            && (self.within_row(starts) || self.made_for_visits)
            && self.standing != Standing::Apart;
        if !fits {
            self.begin_row(
                line.number,
                When {
                    span: Some(span),
                    ..When::default()
                },
                "Lesson visits",
            );
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
        self.visit(stops, None);
        self.took(line, visits_in_words(stops));
    }

    /// A line without a time.
    fn untimed(&mut self, line: &Line) {
        if self.is_heading(line) {
            self.took(line, "heading of columns");
        } else if self.found.days.iter().all(|day| day.rows.is_empty()) {
            self.before_the_rows(line);
        } else if self.standing == Standing::Apart {
            self.leave(line, "stands apart from the rows");
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
            self.took(line, visits_in_words(&stops));
        } else if is_label(&line.text) {
            self.took(line, "heading of questions");
        } else if self.standing == Standing::InBox && !line.text.ends_with('?') {
            self.leave(line, "is written in the box for what is known now");
        } else if line.bullet || is_question(&line.text) {
            self.ask(line);
        } else if line.apart || is_farewell(&line.text) {
            self.standing = Standing::Apart;
            self.leave(line, "stands apart from the rows");
        } else {
            self.remark(line, &line.text);
        }
    }

    /// A line before any row: kept, and its date taken if it has a whole one.
    fn before_the_rows(&mut self, line: &Line) {
        let mail = ["sent:", "date:", "from:", "to:", "cc:", "on "];
        let folded = line.text.to_lowercase();
        let about_the_mail = mail.iter().any(|field| folded.starts_with(field)) || folded.ends_with("wrote:");
        if let Some(date) = dates::whole_date_in(&line.text).filter(|_| !about_the_mail) {
            self.dates.push(date);
        }
        self.leave(line, "stands before the first row");
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

    /// A line that begins with a group: "Group 1", "Group 1: 9:15 Y6", "Group 2 - meet the SENDCO".
    pub(super) fn grouped(&mut self, line: &Line) -> bool {
        let Some((group, after)) = groups::at_start(&line.text, self.words) else {
            return false;
        };
        let (members, after) = members(after, self.words);
        let rest = wording::trimmed(after);
        let stops = stops::all(&format!("{group} {rest}"), self.words);
        let joined =
            members.is_some() || after.trim_start().starts_with([':', ',']) || Scan::new(after).dash();
        if !(rest.is_empty() || joined || stops.is_some()) || line.text.ends_with('?') {
            return false;
        }
        self.standing = Standing::InRow;
        let track = self.track_of(&group);
        self.track = track;
        if let (Some(members), Some(row)) = (members, self.row()) {
            add(&mut row.remark, &format!("{group}: {members}"));
        }
        if let Some(stops) = stops {
            self.visit(&stops, None);
            self.took(line, visits_in_words(&stops));
        } else if rest.is_empty() {
            self.took(line, format!("group: {group}"));
        } else {
            self.group_says(line, &group, rest);
        }
        true
    }

    /// What stands behind the name of a group: what it does, or who is in it.
    fn group_says(&mut self, line: &Line, group: &str, rest: &str) {
        let kind = kinds::of(rest, self.words);
        let track = self.track;
        let Some(row) = self.row() else { return };
        match (kind, track.and_then(|track| row.tracks.get_mut(track))) {
            (Some(kind), Some(track)) if track.activity.is_none() => {
                track.activity = Some((rest.to_string(), kind));
                self.took(
                    line,
                    format!("{group}: {rest} ({})", kind.word().replace('_', " ")),
                );
            }
            _ => {
                add(&mut row.remark, &format!("{group}: {rest}"));
                self.took(line, "remark");
            }
        }
    }
}

/// Visits as "visits: Year 5, Year 6".
pub(super) fn visits_in_words(stops: &[stops::Stop]) -> String {
    let classes: Vec<&str> = stops.iter().map(|stop| stop.class.as_str()).collect();
    let word = if classes.len() == 1 { "visit" } else { "visits" };
    format!("{word}: {}", classes.join(", "))
}

/// Who is in a group, where brackets behind its name say so, and what follows them.
fn members<'a>(text: &'a str, words: &Vocabulary) -> (Option<&'a str>, &'a str) {
    let inner = text
        .trim_start()
        .strip_prefix('(')
        .and_then(|inner| inner.split_once(')'));
    match inner {
        Some((members, after)) if stops::all(members, words).is_none() => (Some(members), after),
        _ => (None, text),
    }
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

fn is_farewell(text: &str) -> bool {
    let words = wording::words(text).join(" ");
    FAREWELLS
        .iter()
        .any(|farewell| words == *farewell || (words.starts_with(farewell) && farewell.contains(' ')))
}
