//! A list of the day for each group, one below the other: turned into a table with a column for each.
//!
//! ```text
//!   Group A            Group B              |         | Group A   | Group B
//!   9.10 Nursery       9.10 Year 3   ->     |  9.10   | Nursery   | Year 3
//!   10.10 coffee       10.10 coffee         |  10.10  | coffee    | coffee
//! ```
//! The names of groups above the visits of one row are no such lists: those are read where they stand.

use chrono::NaiveTime;

use super::{behind, rows::is_everybody, stops};
use crate::{
    domain::{
        activity::ActivityKind,
        read_timetable::{Doubt, LeftOpen, OfGroups},
    },
    import::{
        dates, groups, kinds, prose,
        sheet::{Block, Cell, Line, NoText, Row, Sheet},
        times::{self, Span, Where},
        vocabulary::Vocabulary,
        wording,
    },
};

/// Why the line that names the members of a group has no place.
const MEMBERS: &str = "says who is in a group: look at the people of the plan";

/// What a line is that says nothing but "Both:".
const FOR_ALL: &str = "says that what follows is for all groups";

/// The sheet with the lists of the groups side by side, where they stand one below the other.
pub(super) fn turned(sheet: &Sheet, words: &Vocabulary) -> (Sheet, Vec<Doubt>) {
    let mut blocks = Vec::with_capacity(sheet.blocks.len());
    let mut doubts = Vec::new();
    let mut day: Vec<Line> = Vec::new();
    for block in &sheet.blocks {
        match block {
            Block::Line(line) => {
                if dates::line_of_day(&line.text, words.date).is_some() {
                    blocks.extend(turn(std::mem::take(&mut day), words, &mut doubts));
                }
                day.push(line.clone());
            }
            Block::Table(_) => {
                blocks.extend(turn(std::mem::take(&mut day), words, &mut doubts));
                blocks.push(block.clone());
            }
        }
    }
    blocks.extend(turn(day, words, &mut doubts));
    (Sheet { blocks }, doubts)
}

/// A line of a list with its time.
#[derive(Clone)]
struct Entry {
    line: Line,
    /// The time as it is written.
    time: String,
    starts: NaiveTime,
    ends: Option<NaiveTime>,
    /// What is done then.
    does: String,
    /// The lines below it that have no time.
    below: Vec<Line>,
}

/// The list of a group.
struct List {
    group: String,
    head: Line,
    /// What stands behind the group's name.
    members: String,
    entries: Vec<Entry>,
}

/// A day's lines: what stands before the lists, the lists, and what everybody does.
#[derive(Default)]
struct Divided {
    before: Vec<Line>,
    lists: Vec<List>,
    together: Vec<Entry>,
    after: Vec<Line>,
    doubts: Vec<Doubt>,
}

fn turn(lines: Vec<Line>, words: &Vocabulary, doubts: &mut Vec<Doubt>) -> Vec<Block> {
    let named = lines.iter().filter_map(|line| head(line, words));
    let mut groups: Vec<String> = named.map(|(group, _)| group).collect();
    let all = groups.len();
    groups.sort_unstable();
    groups.dedup();
    if groups.len() < 2 || groups.len() < all {
        return lines.into_iter().map(Block::Line).collect();
    }
    let mut found = divided(&lines, all, words);
    if are_apart(&found, words) {
        doubts.append(&mut found.doubts);
        doubts.extend(alone(&found, words));
        side_by_side(found)
    } else {
        lines.into_iter().map(Block::Line).collect()
    }
}

/// The group that is all a line names, with what stands of its members behind it.
fn head(line: &Line, words: &Vocabulary) -> Option<(String, String)> {
    if line.no_text.is_some() || line.text.ends_with('?') {
        return None;
    }
    let (group, after) = groups::of_list(&line.text, words)?;
    let members = wording::trimmed(after);
    let inner = members
        .strip_prefix('(')
        .and_then(|inner| inner.strip_suffix(')'));
    let says = inner.unwrap_or(members);
    let timed = says.chars().any(|letter| letter.is_ascii_digit())
        || stops::all(says, words).is_some()
        || stops::by_group(&line.text, words).len() > 1;
    let does = inner.is_none()
        && groups::of_column(says, words).is_none()
        && (kinds::of(says, words).is_some() || !after.trim_start().starts_with([':', '-', '–', '—']));
    (members.is_empty() || !(timed || does)).then(|| (group, says.to_string()))
}

/// Divides the lines of a day at the names of groups.
fn divided(lines: &[Line], groups: usize, words: &Vocabulary) -> Divided {
    let mut found = Divided::default();
    let mut everybody = false;
    let mut cut: Option<&Line> = None;
    for line in lines {
        if let Some((group, members)) = head(line, words) {
            everybody = false;
            found.lists.push(List {
                group,
                head: line.clone(),
                members,
                entries: Vec::new(),
            });
            continue;
        }
        if found.lists.is_empty() {
            found.before.push(line.clone());
            continue;
        }
        let last = found.lists.last().and_then(|list| list.entries.last());
        let clock = last.map(|entry| entry.starts);
        let goes_on = cut.is_some_and(|before| prose::continues(before, line));
        cut = Some(line);
        if let Some(mut said) = for_everybody(line) {
            everybody = true;
            if said.is_empty() {
                found.after.push(Line {
                    no_text: Some(NoText::Sign(FOR_ALL)),
                    ..line.clone()
                });
            }
            found.together.append(&mut said);
            continue;
        }
        let Some(entry) = entry(line, clock) else {
            keep(&mut found, line, everybody && !goes_on);
            continue;
        };
        if !everybody && found.lists.len() == groups {
            let back = clock.is_some_and(|clock| entry.starts <= clock);
            everybody = line.apart && (back || is_later_than_all(&found, &entry));
            if !everybody && is_of_all(&found, &entry, words) {
                everybody = true;
                found.doubts.push(for_all(&entry));
            }
        }
        if everybody {
            found.together.push(entry);
        } else if let Some(list) = found.lists.last_mut() {
            list.entries.push(entry);
        }
    }
    found
}

/// Puts a line without a time below the entry before it, or after the lists.
fn keep(found: &mut Divided, line: &Line, everybody: bool) {
    let last = if everybody {
        found.together.last_mut()
    } else {
        found.lists.last_mut().and_then(|list| list.entries.last_mut())
    };
    match last {
        Some(entry) if !line.apart => entry.below.push(line.clone()),
        _ => found.after.push(line.clone()),
    }
}

/// What everybody does, of a line that says so: "All: 10.00 break, 10.15 pupil voice".
fn for_everybody(line: &Line) -> Option<Vec<Entry>> {
    if is_everybody(&line.text) {
        return Some(Vec::new());
    }
    let (_, said) = line.text.split_once(':').filter(|(who, _)| is_everybody(who))?;
    let mut entries: Vec<Entry> = Vec::new();
    for piece in said.split([',', ';']) {
        let part = Line {
            text: wording::trimmed(piece).to_string(),
            ..line.clone()
        };
        let clock = entries.last().map(|entry| entry.starts);
        match (entry(&part, clock), entries.last_mut()) {
            (Some(entry), _) => entries.push(entry),
            (None, Some(before)) => {
                before.does.push(',');
                before.does.push_str(piece);
            }
            (None, None) => return None,
        }
    }
    Some(entries)
}

/// A line with a time before what is done then, or behind it.
fn entry(line: &Line, clock: Option<NaiveTime>) -> Option<Entry> {
    if line.no_text.is_some() || behind::is_still_open(&line.text) {
        return None;
    }
    let (span, time, does) = timed_before(&line.text).or_else(|| timed_behind(&line.text))?;
    let (starts, ends) = span.after(clock);
    Some(Entry {
        line: line.clone(),
        time,
        starts,
        ends,
        does,
        below: Vec::new(),
    })
}

fn timed_before(text: &str) -> Option<(Span, String, String)> {
    let (span, rest) = times::at_start(text, Where::Text)?;
    let time = wording::trimmed(text.strip_suffix(rest)?).to_string();
    let does = wording::trimmed(rest).to_string();
    (!does.is_empty()).then_some((span, time, does))
}

/// "Y2 Miss Surname 9.15".
fn timed_behind(text: &str) -> Option<(Span, String, String)> {
    let (does, last) = text.rsplit_once([' ', '('])?;
    let time = last.trim_end_matches([')', '.']);
    let (span, rest) = times::at_start(time, Where::Text)?;
    let does = wording::trimmed(does);
    let does = does.strip_suffix(" at").unwrap_or(does);
    (rest.is_empty() && does.chars().any(char::is_alphabetic)).then(|| {
        let does = wording::trimmed(does).to_string();
        (span, time.to_string(), does)
    })
}

/// Whether an entry of the last list comes after all that the other groups do.
fn is_later_than_all(found: &Divided, entry: &Entry) -> bool {
    let Some((_, others)) = found.lists.split_last().filter(|(_, others)| !others.is_empty()) else {
        return false;
    };
    let starts = others.iter().flat_map(|list| &list.entries);
    starts.into_iter().all(|other| other.starts < entry.starts)
}

/// Whether an entry below the last list is of all groups, though nothing says so: nobody else does anything any more, and
/// it is what all do together.
fn is_of_all(found: &Divided, entry: &Entry, words: &Vocabulary) -> bool {
    is_shared(entry, words) && is_later_than_all(found, entry)
}

/// Whether all groups are likely to do together what an entry says.
fn is_shared(entry: &Entry, words: &Vocabulary) -> bool {
    use ActivityKind::{Arrival, Break, Briefing, Collation, Discussion, Feedback};
    let kind = kinds::of(&entry.does, words);
    kind.is_some_and(|kind| [Arrival, Break, Briefing, Collation, Discussion, Feedback].contains(&kind))
}

fn for_all(entry: &Entry) -> Doubt {
    Doubt {
        line: entry.line.number,
        what: LeftOpen::OfGroups(OfGroups::ForAll(entry.does.clone())),
    }
}

/// What is open of a break or the like that stands in the list of one group alone: a table has it for everybody.
fn alone(found: &Divided, words: &Vocabulary) -> Vec<Doubt> {
    let entries = || found.lists.iter().flat_map(|list| &list.entries);
    let at = |entry: &Entry| {
        let same = entries().filter(|other| (other.starts, other.ends) == (entry.starts, entry.ends));
        same.count()
    };
    entries()
        .filter(|entry| is_shared(entry, words) && at(entry) == 1)
        .map(for_all)
        .collect()
}

/// Whether the lists are those of a day, and not the visits of one row that stands before them.
fn are_apart(found: &Divided, words: &Vocabulary) -> bool {
    let [first, others @ ..] = found.lists.as_slice() else {
        return false;
    };
    let filled = found.lists.iter().all(|list| !list.entries.is_empty());
    let (Some(begins), Some(last)) = (first.entries.first(), first.entries.last()) else {
        return false;
    };
    let again = others
        .iter()
        .filter_map(|list| list.entries.first())
        .all(|entry| entry.starts <= last.starts);
    if !filled || !again {
        return false;
    }
    let in_class = |entry: &Entry| stops::all(&entry.does, words).is_some();
    let row = found.before.iter().rev().find_map(|line| entry(line, None));
    let within = row.is_some_and(|row| {
        kinds::of(&row.does, words) == Some(ActivityKind::LessonVisits)
            || row.starts >= begins.starts
            || row.ends.is_some_and(|ends| ends > begins.starts)
    });
    !(within && first.entries.iter().all(in_class))
}

/// The blocks of a day whose groups stand side by side.
fn side_by_side(found: Divided) -> Vec<Block> {
    let mut blocks: Vec<Block> = found.before.into_iter().map(Block::Line).collect();
    let members = found.lists.iter().filter(|list| !list.members.is_empty());
    blocks.extend(members.map(|list| {
        Block::Line(Line {
            no_text: Some(NoText::Unread(MEMBERS)),
            ..list.head.clone()
        })
    }));
    let heading = heading(&found.lists);
    let mut rows: Vec<(NaiveTime, Option<NaiveTime>, Row)> = Vec::new();
    for (at, list) in found.lists.iter().enumerate() {
        for entry in &list.entries {
            put(&mut rows, at + 1, found.lists.len(), entry);
        }
    }
    rows.sort_by_key(|(starts, ..)| *starts);
    let mut together = found.together;
    together.sort_by_key(|entry| entry.starts);
    let mut together = together.into_iter().peekable();
    let mut table: Vec<Row> = Vec::new();
    for (starts, _, row) in rows {
        while let Some(entry) = together.next_if(|entry| entry.starts < starts) {
            blocks.extend(whole(&mut table, &heading));
            blocks.extend(lines_of(entry));
        }
        table.push(row);
    }
    blocks.extend(whole(&mut table, &heading));
    blocks.extend(together.flat_map(lines_of));
    blocks.extend(found.after.into_iter().map(Block::Line));
    blocks
}

/// The table so far, below the names of the groups.
fn whole(table: &mut Vec<Row>, heading: &Row) -> Option<Block> {
    let rows = std::mem::take(table);
    let headed = std::iter::once(heading.clone()).chain(rows);
    let rows: Vec<Row> = headed.collect();
    (rows.len() > 1).then_some(Block::Table(rows))
}

fn heading(lists: &[List]) -> Row {
    let time = lists.first().map(|list| cell(&list.head, "Time"));
    let groups = lists.iter().map(|list| cell(&list.head, &list.group));
    Row {
        cells: time.into_iter().chain(groups).collect(),
    }
}

fn cell(line: &Line, text: &str) -> Cell {
    let line = Line {
        text: text.to_string(),
        bullet: false,
        ..line.clone()
    };
    Cell {
        lines: vec![line],
        reach: 0,
    }
}

/// Puts an entry into the column `at`, in the row of its time.
fn put(rows: &mut Vec<(NaiveTime, Option<NaiveTime>, Row)>, at: usize, groups: usize, entry: &Entry) {
    let free = |row: &Row| row.cells.get(at).is_some_and(Cell::is_blank);
    let known = rows
        .iter()
        .position(|(starts, ends, row)| (*starts, *ends) == (entry.starts, entry.ends) && free(row));
    let known = known.unwrap_or_else(|| {
        let mut cells = vec![cell(&entry.line, &entry.time)];
        cells.resize(groups + 1, Cell::default());
        rows.push((entry.starts, entry.ends, Row { cells }));
        rows.len() - 1
    });
    let place = rows.get_mut(known).and_then(|(_, _, row)| row.cells.get_mut(at));
    if let Some(place) = place {
        *place = cell(&entry.line, &entry.does);
        place.lines.extend(entry.below.iter().cloned());
    }
}

/// What everybody does, as a line with its time before it.
fn lines_of(entry: Entry) -> Vec<Block> {
    let line = Line {
        text: format!("{} {}", entry.time, entry.does),
        apart: false,
        ..entry.line
    };
    std::iter::once(line)
        .chain(entry.below)
        .map(Block::Line)
        .collect()
}
