//! What the columns of a table hold, told by their headings, or by their cells where there are none.

use super::{
    durations, groups, kinds,
    sheet::{Cell, Row},
    times::{self, Where},
    vocabulary::Vocabulary,
    wording,
};

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Column {
    /// The day of a row.
    Day,
    /// The number of a session.
    Number,
    /// When a row is: a start or a range.
    Starts,
    /// When a row ends.
    Ends,
    /// How long it lasts.
    Minutes,
    /// What is done.
    Activity,
    /// What one group does.
    Track(String),
    /// What is asked or looked for.
    Questions,
    /// Which class is visited.
    Class,
    /// Something else, under its heading.
    Beside(String),
    /// The box for what is known now.
    Known,
}

/// Headings, each word by word; the first one that a heading equals or begins with decides.
const HEADINGS: [(Column, &[&str]); 8] = [
    (
        Column::Minutes,
        &[
            "duration",
            "length",
            "mins",
            "min",
            "minutes",
            "how long",
            "time allowed",
            "time allocation",
            "time needed",
            "length of time",
            "timing mins",
            "time mins",
            "time minutes",
        ],
    ),
    (
        Column::Ends,
        &[
            "end",
            "ends",
            "finish",
            "finishes",
            "until",
            "to",
            "end time",
            "finish time",
        ],
    ),
    (
        Column::Starts,
        &[
            "time",
            "times",
            "timing",
            "timings",
            "when",
            "start",
            "starts",
            "from",
            "start time",
            "approx time",
            "approximate time",
        ],
    ),
    (Column::Day, &["day", "date"]),
    (Column::Number, &["no", "number", "slot", "item", "period"]),
    (
        Column::Questions,
        &[
            "question",
            "questions",
            "prompt",
            "prompts",
            "key questions",
            "focus questions",
            "what to ask",
            "what to look for",
            "look for",
            "looking for",
            "things to look for",
            "questions to ask",
            "possible questions",
            "suggested questions",
            "key questions prompts",
            "what are we looking for",
        ],
    ),
    (
        Column::Class,
        &[
            "class",
            "classes",
            "year",
            "year group",
            "year groups",
            "class visited",
            "class year",
        ],
    ),
    (
        Column::Activity,
        &[
            "activity",
            "activities",
            "session",
            "sessions",
            "what",
            "event",
            "task",
            "focus",
            "agenda",
            "programme",
            "details",
            "what is happening",
            "evidence",
            "description",
            "agenda item",
        ],
    ),
];
/// Headings of what stands beside an activity.
const BESIDE: [&str; 22] = [
    "who",
    "with",
    "where",
    "room",
    "venue",
    "location",
    "staff",
    "people",
    "led by",
    "lead",
    "notes",
    "note",
    "resources",
    "comments",
    "attendees",
    "staff involved",
    "involved",
    "participants",
    "personnel",
    "remarks",
    "who is involved",
    "place",
];

/// The number of sessions that a cell of numbers names: 1 for "3" and "Session 3", 2 for "1, 2".
pub(super) fn sessions(text: &str) -> Option<usize> {
    let words = wording::words(text);
    let numbers: Vec<&String> = words
        .iter()
        .filter(|word| !["session", "period", "lesson", "slot", "part", "p", "and"].contains(&word.as_str()))
        .collect();
    let all = numbers
        .iter()
        .map(|word| word.strip_prefix(['p', 's']).unwrap_or(word))
        .all(|word| (1..=2).contains(&word.len()) && word.chars().all(|letter| letter.is_ascii_digit()));
    (all && !numbers.is_empty()).then_some(numbers.len().min(9))
}

/// So many rows say what a column holds.
const LOOKED_AT: usize = 60;
/// Columns beyond these are beside the timetable.
const WIDEST: usize = 60;

/// Headings that mean something else where more follows: "What went well", "Year 6", "End of day".
const AMBIGUOUS: [&str; 10] = [
    "to", "no", "what", "year", "from", "end", "day", "focus", "evidence", "min",
];

/// The columns of a table by its row of headings; `None` if the row is none. `rows` are all of the table.
pub(super) fn headed(row: &Row, rows: &[Row], words: &Vocabulary) -> Option<Vec<Column>> {
    let texts: Vec<String> = row.cells.iter().map(Cell::text).collect();
    let known: Vec<Option<Column>> = texts.iter().map(|text| column(text, words)).collect();
    let found = known.iter().flatten().count();
    let timed = texts
        .iter()
        .any(|text| times::at_start(text, Where::Text).is_some());
    let strange = texts
        .iter()
        .zip(&known)
        .filter(|(text, column)| column.is_none() && !text.is_empty());
    let strange = strange.count();
    let plain = texts.iter().all(|text| text.chars().count() <= 60);
    if timed || !plain || found < 2 || strange > found {
        return None;
    }
    let columns = known.into_iter().zip(texts);
    let mut columns: Vec<Column> = columns
        .map(|(column, text)| column.unwrap_or(Column::Beside(wording::trimmed(&text).to_string())))
        .collect();
    for (position, column) in columns.iter_mut().enumerate() {
        if *column == Column::Activity && holds_numbers(rows, position) {
            *column = Column::Number;
        }
    }
    times_without_heading(&mut columns, rows, words);
    settle(&mut columns, rows, words);
    Some(columns)
}

/// The columns below headings of two lines: each is called as the lower line says, or as the upper one where that is
/// blank: "Time | Session | Reviewers" over "Lead | Second".
pub(super) fn headed_twice(
    upper: &Row,
    lower: &Row,
    rows: &[Row],
    words: &Vocabulary,
) -> Option<Vec<Column>> {
    let mut both = lower.clone();
    let mut filled = false;
    for (cell, above) in both.cells.iter_mut().zip(&upper.cells) {
        if cell.is_blank() && !above.is_blank() && above.reach == 0 {
            cell.lines.clone_from(&above.lines);
            filled = true;
        }
    }
    if filled { headed(&both, rows, words) } else { None }
}

/// Tells a column of times by its cells, where its heading was left blank and no other column says when.
fn times_without_heading(columns: &mut [Column], rows: &[Row], words: &Vocabulary) {
    if columns.contains(&Column::Starts) || columns.contains(&Column::Minutes) {
        return;
    }
    let Some(first) = columns
        .first_mut()
        .filter(|column| **column == Column::Beside(String::new()))
    else {
        return;
    };
    let texts = rows.iter().take(LOOKED_AT).filter_map(|row| row.cells.first());
    let texts: Vec<String> = texts.map(Cell::text).filter(|text| !text.is_empty()).collect();
    let guessed = guess(&texts, &[], words);
    if [Column::Starts, Column::Minutes].contains(&guessed) {
        *first = guessed;
    }
}

/// Whether most cells of a column are numbers of sessions.
fn holds_numbers(rows: &[Row], position: usize) -> bool {
    let texts: Vec<String> = rows
        .iter()
        .take(LOOKED_AT)
        .filter_map(|row| row.cells.get(position))
        .map(Cell::text)
        .collect();
    let filled = texts.iter().filter(|text| !text.is_empty()).count();
    let numbers = texts.iter().filter(|text| sessions(text).is_some()).count();
    numbers * 2 > filled
}

/// Gives an activity to a table that has none under that name.
fn settle(columns: &mut [Column], rows: &[Row], words: &Vocabulary) {
    let track = |column: &Column| matches!(column, Column::Track(_));
    if columns.contains(&Column::Activity) || columns.iter().any(track) {
        only_one_activity(columns);
        return;
    }
    let found = holds_activities(columns, rows, words);
    if let Some(column) = found.and_then(|at| columns.get_mut(at)) {
        *column = Column::Activity;
        return;
    }
    for stand_in in [Column::Number, Column::Class, Column::Questions] {
        if stand_in == Column::Class {
            return;
        }
        if let Some(column) = columns.iter_mut().find(|column| **column == stand_in) {
            *column = Column::Activity;
            return;
        }
    }
    let unnamed = columns
        .iter_mut()
        .find(|column| matches!(column, Column::Beside(name) if name.is_empty()));
    if let Some(column) = unnamed {
        *column = Column::Activity;
    }
}

/// The column under a heading of the school's own that holds what is done, told by its cells: "What's happening".
fn holds_activities(columns: &[Column], rows: &[Row], words: &Vocabulary) -> Option<usize> {
    let own = columns
        .iter()
        .enumerate()
        .filter_map(|(at, column)| match column {
            Column::Beside(name) if !name.is_empty() => {
                let heading = wording::words(name).join(" ");
                (!BESIDE.contains(&heading.as_str())).then_some(at)
            }
            _ => None,
        });
    let done = own.map(|at| {
        let cells = rows.iter().take(LOOKED_AT).filter_map(|row| row.cells.get(at));
        let texts: Vec<String> = cells.map(Cell::text).filter(|text| !text.is_empty()).collect();
        let kinds = texts
            .iter()
            .filter(|text| kinds::of(text, words).is_some())
            .count();
        (at, kinds, texts.len())
    });
    let most = done.filter(|(_, kinds, filled)| *kinds > 1 && kinds * 2 > *filled);
    most.max_by_key(|(_, kinds, _)| *kinds).map(|(at, _, _)| at)
}

/// "Session | Activity" and "Activity | Focus": the first is a number or the activity, the other one beside it.
fn only_one_activity(columns: &mut [Column]) {
    let activities = columns
        .iter()
        .filter(|column| **column == Column::Activity)
        .count();
    let mut seen = 0;
    for column in columns.iter_mut().filter(|column| **column == Column::Activity) {
        seen += 1;
        if seen > 1 && activities > 1 {
            *column = Column::Beside(String::new());
        }
    }
}

/// Whether a text is the name of a column.
pub(super) fn is_heading(text: &str) -> bool {
    !text.trim().is_empty() && column(text, &Vocabulary::default()).is_some()
}

fn column(text: &str, words: &Vocabulary) -> Option<Column> {
    if super::boxes::at_start(text).is_some() {
        return Some(Column::Known);
    }
    if let Some(group) = groups::of_column(text, words) {
        return Some(Column::Track(group));
    }
    let heading = wording::words(text).join(" ");
    let same = |names: &&[&str]| names.contains(&heading.as_str());
    let exact = HEADINGS
        .iter()
        .find(|(_, names)| same(names))
        .map(|(column, _)| column.clone());
    exact
        .or_else(|| {
            let beside = BESIDE.contains(&heading.as_str());
            beside.then(|| Column::Beside(wording::trimmed(text).to_string()))
        })
        .or_else(|| begun(&heading))
}

/// A heading that says more than the word it begins with: "Time (approx.)", "Activity and focus".
fn begun(heading: &str) -> Option<Column> {
    let first = heading.split(' ').next().unwrap_or_default();
    let found = HEADINGS
        .iter()
        .find(|(_, names)| names.contains(&first) && !AMBIGUOUS.contains(&first));
    let short = heading.split(' ').count() <= 5;
    let activity = kinds::of(heading, &Vocabulary::default()).is_some();
    found
        .filter(|_| short && !activity)
        .map(|(column, _)| column.clone())
}

/// The columns of a table without headings, told by what most of their cells are.
pub(super) fn guessed(rows: &[Row], words: &Vocabulary) -> Vec<Column> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let width = width.min(WIDEST);
    let mut columns = Vec::with_capacity(width);
    for position in 0..width {
        let texts = rows
            .iter()
            .filter_map(|row| row.cells.get(position))
            .map(Cell::text);
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        columns.push(guess(&texts, &columns, words));
    }
    columns
}

fn guess(texts: &[String], before: &[Column], words: &Vocabulary) -> Column {
    if texts.is_empty() {
        return Column::Beside(String::new());
    }
    let most = |wanted: &dyn Fn(&str) -> bool| {
        !texts.is_empty() && texts.iter().filter(|text| wanted(text)).count() * 2 >= texts.len()
    };
    let timed = |text: &str| {
        times::at_start(text, Where::TimeCell).is_some_and(|(_, rest)| wording::trimmed(rest).is_empty())
            || times::at_start(text, Where::Text).is_some()
    };
    if before.iter().all(|column| *column != Column::Activity) {
        if most(&|text| durations::at_start(text).is_some()) {
            return Column::Minutes;
        }
        if most(&timed) {
            let taken = before.contains(&Column::Starts);
            return if taken { Column::Ends } else { Column::Starts };
        }
        if most(&|text| super::dates::heading(text, None).is_some()) {
            return Column::Day;
        }
        return Column::Activity;
    }
    let alone = |text: &str| {
        times::at_start(text, Where::Text).is_some_and(|(_, rest)| wording::trimmed(rest).is_empty())
    };
    let taken = before.contains(&Column::Starts);
    let beside = before.last() == Some(&Column::Starts) && before.first() != before.last();
    if most(&|text| durations::at_start(text).is_some_and(|(_, rest)| rest.trim().is_empty())) {
        Column::Minutes
    } else if !taken && most(&alone) {
        // "Arrival | 8:15"
        Column::Starts
    } else if beside && before.contains(&Column::Activity) && most(&alone) {
        Column::Ends
    } else if most(&|text| super::classes::all(text, words).is_some()) {
        Column::Class
    } else if most(&|text| text.ends_with('?')) {
        Column::Questions
    } else {
        Column::Beside(String::new())
    }
}
