//! Lines that say how long something lasts: rows of a timetable that has no clock times.

use super::{Became, Reading, rows::When};
use crate::import::{durations, kinds, sheet::Line, wording};

impl Reading<'_> {
    /// A line that begins with a duration, or ends with one where no row is at hand to take it. Says whether it was.
    pub(super) fn lasting(&mut self, line: &Line) -> bool {
        let text = line.text.trim_start_matches('(');
        if let Some((minutes, rest)) = durations::at_start(text) {
            let rest = wording::trimmed(rest.trim_start_matches(')'));
            let lacks = self
                .row()
                .is_some_and(|row| row.minutes.is_none() && row.ends.is_none());
            if rest.is_empty() && lacks {
                if let Some(row) = self.row() {
                    row.minutes = Some(minutes);
                }
                self.took(line, format!("{minutes} min"));
                return true;
            }
            let sentence = line.bullet && line.text.ends_with('?') || wording::words(rest).len() > 14;
            return !sentence && self.lasting_row(line, minutes, rest);
        }
        if line.bullet || line.text.ends_with('?') {
            return false;
        }
        if let Some((title, minutes)) = durations::at_end(&line.text) {
            return self.is_session(title) && self.lasting_row(line, minutes, title);
        }
        match durations::bracketed(&line.text) {
            Some((title, minutes, behind)) if self.is_session(title) => {
                self.lasting_row(line, minutes, title);
                self.behind_title(line, behind);
                true
            }
            _ => false,
        }
    }

    /// Whether words before a duration are the title of a row, and not that of the row at hand.
    fn is_session(&mut self, title: &str) -> bool {
        let untitled = self.row().is_some_and(|row| row.title.is_empty());
        let session = title.to_lowercase().starts_with("session") || kinds::of(title, self.words).is_some();
        !untitled && session
    }

    /// What stands behind the title of a row in its line: "Reviewer 1 - leaders; Reviewer 2 - books".
    pub(super) fn behind_title(&mut self, line: &Line, behind: &str) {
        let pieces = behind
            .split(';')
            .map(wording::trimmed)
            .filter(|piece| !piece.is_empty());
        for piece in pieces {
            let piece = Line {
                text: piece.to_string(),
                ..line.clone()
            };
            if !self.grouped(&piece) {
                self.remark(&piece, &piece.text);
            }
        }
    }

    fn lasting_row(&mut self, line: &Line, minutes: u32, title: &str) -> bool {
        let when = When {
            minutes: Some(minutes),
            ..When::default()
        };
        self.begin_row(line.number, when, "");
        self.title_with_visits(line, title);
        self.became = Became::Title;
        true
    }
}
