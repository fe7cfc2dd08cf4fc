//! What stands around the rows: the mail a table came in, and the dates that it says.

use chrono::{Datelike, NaiveTime};

use super::{GOES_ON, Reading};
use crate::{
    domain::read_timetable::{Doubt, LeftOpen, SaidDate},
    import::{dates, durations, mail, sheet::Line, times, wording},
};

/// What may stand between the word that something begins and its time: "Start time: 8.45".
const JOINING: [&str; 7] = ["at", "time", "is", "of", "from", "about", "around"];

impl Reading<'_> {
    /// Whether a mail program wrote the line, or it begins the mail in which the rows are to come.
    pub(super) fn is_of_a_head(&self, line: &Line) -> bool {
        let untimed = self.found.days.iter().all(|day| day.rows.is_empty());
        mail::is_head(&line.text, self.letter && untimed)
    }

    /// Leaves a line that is no part of the timetable. What belongs to a mail is known by how it begins, and all that
    /// follows a greeting or farewell, up to the next row, belongs to it.
    pub(super) fn leave_outside(&mut self, line: &Line, why: &str) {
        let text = &line.text;
        let rows = self.found.days.iter().any(|day| !day.rows.is_empty());
        let head = mail::is_head(text, self.letter);
        self.letter |= head || mail::is_greeting(text) || mail::is_farewell(text);
        let of_mail = self.letter || mail::is_talk(text) || (rows && mail::is_sender(text));
        self.leave(line, why);
        if let Some(piece) = self.found.unplaced.last_mut() {
            piece.of_mail = of_mail;
        }
    }

    /// Leaves the rest of a line that was left.
    pub(super) fn leave_too(&mut self, line: &Line) {
        let of_mail = self.found.unplaced.last().is_some_and(|piece| piece.of_mail);
        self.leave(line, GOES_ON);
        if let Some(piece) = self.found.unplaced.last_mut() {
            piece.of_mail = of_mail;
        }
    }

    /// A line before any row: kept, and its date taken if it has a whole one.
    pub(super) fn before_the_rows(&mut self, line: &Line) {
        let folded = line.text.to_lowercase();
        let sent = ["sent:", "date:", "from:", "to:", "cc:", "on "];
        let about_the_mail = sent.iter().any(|field| folded.starts_with(field)) || folded.ends_with("wrote:");
        if !about_the_mail {
            if let Some(date) = dates::whole_date_in(&line.text) {
                self.dates.push(date);
            }
            self.date_said(line);
            if self.starts.is_empty() {
                self.starts
                    .extend(start_said(&line.text).map(|time| (line.number, time)));
            }
            if self.says_of_the_review(line) {
                return;
            }
        }
        self.leave_outside(line, "stands before the first row");
    }

    /// Begins the day that a line says, with the start that may stand behind it: "Day 2 (start 8.45)".
    pub(super) fn day_line(&mut self, line: &Line, heading: dates::Heading, behind: &str) {
        self.begin_day(heading);
        self.date_said(line);
        let bare = behind.trim_matches(|letter: char| !letter.is_alphanumeric());
        let first = times::at_start(bare, times::Where::Text).map(|(span, _)| span.after(None).0);
        match first.or_else(|| start_said(behind)) {
            Some(time) => {
                self.starts.push((line.number, time));
                self.took(line, format!("day, from {}", time.format("%H:%M")));
            }
            None => self.took(line, "day"),
        }
    }

    /// Keeps the date that a line says, so that it can be compared with that of the review.
    pub(super) fn date_said(&mut self, line: &Line) {
        let Some(said) = dates::said(&line.text, self.words.date) else {
            return;
        };
        self.found.dates.push(SaidDate {
            line: line.number,
            date: said.date,
        });
        if let Some(weekday) = said.weekday.filter(|weekday| *weekday != said.date.weekday()) {
            let date = said.date;
            self.doubt(line.number, LeftOpen::WrongWeekday { said: weekday, date });
        }
    }

    pub(super) fn doubt(&mut self, line: usize, what: LeftOpen) {
        let doubt = Doubt { line, what };
        if !self.found.doubts.contains(&doubt) {
            self.found.doubts.push(doubt);
        }
    }

    /// Says what of the words of a row, or of its cells, is a length or a time that no day has.
    pub(super) fn doubt_of_times(&mut self, number: usize, text: &str) {
        let text = wording::trimmed(text);
        if durations::is_beyond_a_day(text) {
            self.doubt(number, LeftOpen::BeyondADay(text.into()));
        } else if times::is_impossible(text) {
            self.doubt(number, LeftOpen::ImpossibleTime(text.into()));
        }
    }
}

/// The time at which all begins, where a line above a table of lengths says so: "9am start", "we start at 8.45".
fn start_said(text: &str) -> Option<NaiveTime> {
    let folded = text.to_lowercase();
    let words: Vec<&str> = folded
        .split([' ', ',', ';', '(', ')'])
        .map(|word| word.trim_end_matches(':'))
        .filter(|word| !word.is_empty())
        .collect();
    let says = |word: &&str| ["start", "starts", "starting", "begin", "begins", "beginning"].contains(word);
    let time = |word: &&str| {
        let (span, rest) = times::at_start(word, times::Where::Text)?;
        (rest.trim_matches('.').is_empty() && span.ends.is_none()).then(|| span.after(None).0)
    };
    let joins = |word: &&&str| JOINING.contains(*word) || word.chars().all(wording::is_dash);
    words
        .iter()
        .enumerate()
        .filter(|(_, word)| says(word))
        .find_map(|(at, _)| {
            let behind = words.iter().skip(at + 1).find(|word| !joins(word));
            let before = at.checked_sub(1).and_then(|before| words.get(before));
            behind.and_then(time).or_else(|| before.and_then(time))
        })
}
