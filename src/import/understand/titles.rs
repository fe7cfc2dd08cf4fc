//! Titles with visits behind them: "Lesson visits - Group 1: Y5, Y6", "Drop-ins Y1, Y2", "Lesson visits - Years 3 to 6".

use super::{
    Reading,
    names::of_staff,
    stops::{self, Stop},
};
use crate::{
    domain::{activity::ActivityKind, read_timetable::LeftOpen},
    import::{boxes, classes, durations, groups, kinds, sheet::Line, staff, wording},
};

/// The longest title in which visits are looked for, in bytes.
const LONGEST_TITLE: usize = 300;
/// A title before questions has no more words.
const LONGEST_ASKED: usize = 6;

/// A title, and the questions that stand behind it: "Pupil voice: what do you enjoy? what is hard?"
fn asked_behind<'a>(
    text: &'a str,
    words: &crate::import::vocabulary::Vocabulary,
) -> Option<(&'a str, &'a str)> {
    if !text.ends_with('?') {
        return None;
    }
    let joins = |letter: char| wording::is_dash(letter) || letter == ':';
    let mut cuts = text.match_indices(joins).map(|(at, _)| at);
    let (title, asked) = cuts.find_map(|at| {
        let (before, behind) = text.split_at_checked(at)?;
        let apart = behind.starts_with(':') || before.ends_with(' ');
        apart.then_some((before.trim_end(), wording::trimmed(behind)))
    })?;
    let short = wording::words(title).len() <= LONGEST_ASKED;
    (short && !title.ends_with('?') && kinds::of(title, words).is_some()).then_some((title, asked))
}

impl Reading<'_> {
    /// Gives the row at hand its title, and the visits that stand behind it, and says what was made of them.
    pub(super) fn title_with_visits(&mut self, line: &Line, text: &str) {
        if text.is_empty() {
            let words = self.row_in_words();
            self.took(line, words);
            return;
        }
        if let Some((title, known)) = boxes::behind_title(text) {
            self.title_with_visits(line, title);
            self.open_box_behind(line, known);
            return;
        }
        let (bare, minutes) =
            durations::at_end(text).map_or((text, None), |(bare, found)| (bare, Some(found)));
        let Some((title, stops)) = self.split(wording::trimmed(bare)) else {
            if self.goes_apart(line, wording::trimmed(bare)) {
                if let Some(row) = self.row() {
                    row.minutes = row.minutes.or(minutes);
                }
                return;
            }
            if let Some((title, asked)) = asked_behind(text, self.words) {
                self.entitle(title);
                let words = self.row_in_words();
                self.took(line, words);
                self.ask(&Line {
                    text: asked.to_string(),
                    bullet: false,
                    ..line.clone()
                });
                return;
            }
            self.entitle(text);
            let words = self.row_in_words();
            self.took(line, words);
            return;
        };
        self.entitle(title);
        if let Some(row) = self.row() {
            row.minutes = row.minutes.or(minutes);
        }
        self.visit(&stops, None);
        let row = self.row_in_words();
        let visits = self.visits_in_words(&stops);
        let whose = if stops.iter().all(|stop| stop.group.is_none()) {
            ", of no group that is named"
        } else {
            ""
        };
        self.took(line, format!("{row}; {visits}{whose}"));
        self.put_staff_aside(line, &stops);
        self.remember_slashes(line, &stops);
        self.doubt_of_no_class(line, &stops);
    }

    /// What stands in a box behind the title of its row.
    fn open_box_behind(&mut self, line: &Line, known: &str) {
        let known_line = Line {
            text: known.to_string(),
            ..line.clone()
        };
        match boxes::at_start(known) {
            Some(boxes::Box::Filled(_)) => {
                self.leave(&known_line, "is written in the box for what is known now");
            }
            _ => self.took(&known_line, "box for what is known now"),
        }
    }

    /// Says of a line that it was taken for visits.
    pub(super) fn took_visits(&mut self, line: &Line, stops: &[Stop]) {
        self.took_row_and_visits(line, None, stops);
    }

    /// The same of a line for whose visits a row was begun.
    pub(super) fn took_row_and_visits(&mut self, line: &Line, row: Option<String>, stops: &[Stop]) {
        let visits = self.visits_in_words(stops);
        let words = row.map_or_else(|| visits.clone(), |row| format!("{row}; {visits}"));
        self.took(line, words);
        self.put_staff_aside(line, stops);
        self.remember_slashes(line, stops);
        self.doubt_of_no_class(line, stops);
    }

    /// Keeps the names of staff that stand beside classes where no sheet shows them.
    fn put_staff_aside(&mut self, line: &Line, stops: &[Stop]) {
        for stop in stops.iter().filter(|stop| !stop.staff.is_empty()) {
            for name in stop.staff.iter().filter(|name| staff::may_be_a_class(name)) {
                let (name, class) = (name.clone(), stop.class.clone());
                self.doubt(line.number, LeftOpen::NameOrClass { name, class });
            }
            let text = format!("{}: {}", stop.class, stop.staff.join(", "));
            self.found.unplaced.push(of_staff(line.number, text));
        }
    }

    /// Visits as "visits: 09:15 Year 5, Year 6", "visits of Group 1: 09:15 Year 5; of Group 2: 09:15 Year 2".
    pub(super) fn visits_in_words(&mut self, stops: &[Stop]) -> String {
        let from = self.row().and_then(|row| row.starts);
        let track = self.track;
        let present = track.and_then(|track| Some(self.row()?.tracks.get(track)?.group.clone()));
        let mut words = String::from(if stops.len() == 1 { "visit" } else { "visits" });
        let mut before: Option<&str> = None;
        for stop in stops {
            let group = stop.group.as_deref().or(present.as_deref()).unwrap_or_default();
            words.push_str(match before {
                Some(same) if same == group => ", ",
                Some(_) => "; ",
                None if group.is_empty() => ": ",
                None => " ",
            });
            if before != Some(group) && !group.is_empty() {
                words.extend(["of ", group, ": "]);
            }
            before = Some(group);
            if let Some(span) = stop.span {
                words.push_str(&span.after(from).0.format("%H:%M ").to_string());
            }
            words.push_str(if stop.class.is_empty() {
                "no class"
            } else {
                &stop.class
            });
        }
        words
    }

    /// The title before, and the visits behind; `None` if it is a title alone.
    pub(super) fn split<'a>(&self, text: &'a str) -> Option<(&'a str, Vec<Stop>)> {
        let joins = |letter: char| wording::is_dash(letter) || matches!(letter, ':' | ';' | ',' | '(' | '|');
        if text.len() > LONGEST_TITLE {
            return None;
        }
        let cuts = text.char_indices();
        let mut cuts = cuts.filter(|(_, letter)| joins(*letter) || *letter == ' ');
        cuts.find_map(|(at, cut)| {
            let (before, behind) = text.split_at_checked(at)?;
            let behind = behind.trim_start_matches(|letter| joins(letter) || letter == ' ');
            // The brackets that are around all the classes, and not around what is said of the last.
            let around = cut == '(' || before.ends_with('(');
            let behind = if around {
                behind.trim_end_matches(')')
            } else {
                behind
            };
            // "Learning walk (Rec - Y6), paired" says more of the walk behind the bracket.
            if behind.matches(')').count() > behind.matches('(').count() {
                return None;
            }
            let title = before.trim_end_matches(|letter| joins(letter) || letter == ' ');
            let grouped = joins(cut) && groups::at_start(behind, self.words).is_some();
            if grouped {
                return Some((title, stops::all(behind, self.words)?));
            }
            // "Visit 4H", and "Visit" alone says of no kind.
            let lessons = title.eq_ignore_ascii_case("visit")
                || kinds::of(title, self.words) == Some(ActivityKind::LessonVisits);
            let visits = if lessons {
                self.classes_alone(behind, around)
            } else {
                None
            };
            visits.map(|visits| (title, visits))
        })
    }

    /// The visits if `text` is nothing but classes, or several of them with what is said of each.
    fn classes_alone(&self, text: &str, around: bool) -> Option<Vec<Stop>> {
        let stops = stops::all(text, self.words);
        let said = |stops: &Vec<Stop>| {
            let bare = stops.iter().all(|stop| stop.beside.is_empty());
            bare || !around && (stops.len() > 1 || stops.iter().any(|stop| !stop.staff.is_empty()))
        };
        let stops = stops.filter(said);
        stops.or_else(|| classes::several_years(text).map(stops::of_classes))
    }
}
