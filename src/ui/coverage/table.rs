//! The table of a row with visits: questions by classes.

use super::{Line, counted, heading};
use crate::{
    domain::{
        coverage::{Cell, Class, Question, Row, VisitState},
        plan::Plan,
        tally::Counts,
    },
    ui::{display_safe::cells, theme::Role, words::coverage as say, wrap::shorten},
};

/// The fewest cells of a column, one of which stays free.
const NARROWEST: usize = 5;
/// The fewest cells to which a column is narrowed that would like to have more.
const NARROWED: usize = 7;
/// The cells that a question has at least.
const QUESTION: usize = 17;

/// A column: how it is called, and what it shows.
struct Column<'a> {
    name: String,
    /// The class; everything that is of no class, and everything together, have none.
    class: Option<&'a Class>,
    cells: Vec<Line>,
    all: Line,
}

/// The table of `row` in so many cells, without the first so many classes if not all have room.
pub(super) fn table(plan: &Plan, row: &Row, width: u16, first_class: usize) -> Vec<Line> {
    let mut columns = columns(row);
    let all = columns.len();
    columns.push(whole(row));
    let widths = widths(row, &columns, usize::from(width));
    let seen = in_sight(&widths, usize::from(width), first_class);
    let part = (seen.len() < all).then(|| say::part(seen.start + 1, seen.end, all));
    let shown: Vec<(&Column<'_>, usize)> = columns
        .iter()
        .zip(widths.columns.iter().copied())
        .enumerate()
        .filter(|(at, _)| seen.contains(at) || *at == all)
        .map(|(_, column)| column)
        .collect();
    let mut lines = vec![title(plan, row, part)];
    lines.extend(heads(plan, &shown, widths.label));
    lines.extend(cells_of(row, &shown, widths.label));
    lines
}

/// The cells that the columns of a table take.
struct Widths {
    /// The questions.
    label: usize,
    /// The classes, and everything together as the last one.
    columns: Vec<usize>,
}

/// As even as there is room for; where there is little, each column as wide as what is in it, and the widest ones
/// narrowed, before a class is out of sight.
fn widths(row: &Row, columns: &[Column<'_>], width: usize) -> Widths {
    let wanted = |column: &Column<'_>| {
        let lines = column.cells.iter().chain([&column.all]).map(length);
        let widest = lines.chain([cells(&column.name)]).max();
        (widest.unwrap_or(0) + 1).max(NARROWEST)
    };
    let mut each: Vec<usize> = columns.iter().map(wanted).collect();
    let longest = questions(row).map(|question| cells(label(question))).max();
    let longest = longest.unwrap_or(0) + 1;
    let even = each.iter().copied().max().unwrap_or(NARROWEST);
    if longest + even * columns.len() <= width {
        return Widths {
            label: longest,
            columns: vec![even; columns.len()],
        };
    }
    let shortest = longest.min(QUESTION);
    while shortest + each.iter().sum::<usize>() > width {
        let Some(widest) = each.iter_mut().max().filter(|widest| **widest > NARROWED) else {
            break;
        };
        *widest -= 1;
    }
    let left = width.saturating_sub(each.iter().sum());
    Widths {
        label: left.clamp(shortest, longest),
        columns: each,
    }
}

/// The classes in sight: from the first one on, as many as have room, and as many as possible.
fn in_sight(widths: &Widths, width: usize, first: usize) -> std::ops::Range<usize> {
    let (sum, classes) = widths
        .columns
        .split_last()
        .map_or((0, &[][..]), |(sum, classes)| (*sum, classes));
    let room = width.saturating_sub(widths.label + sum);
    let fits = |range: std::ops::Range<usize>| classes[range].iter().sum::<usize>() <= room;
    let mut start = first.min(classes.len().saturating_sub(1));
    let mut end = start + 1;
    while end < classes.len() && fits(start..end + 1) {
        end += 1;
    }
    while start > 0 && end == classes.len() && fits(start - 1..end) {
        start -= 1;
    }
    start..end
}

/// The rows of the table: the questions, everything together, and from how many people.
fn cells_of(row: &Row, columns: &[(&Column<'_>, usize)], label: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    for (at, question) in questions(row).enumerate() {
        let role = if question.prompt.is_some() {
            Role::Prompt
        } else {
            Role::Muted
        };
        let mut line = vec![(role, fitted(self::label(question), label))];
        for (column, width) in columns {
            let cell = column.cells.get(at).map(|cell| padded(cell, *width));
            line.extend(cell.unwrap_or_default());
        }
        lines.push(line);
    }
    let mut all = vec![(Role::Title, fitted(say::ALL, label))];
    let mut people = vec![(Role::Muted, fitted(say::PEOPLE, label))];
    for (column, width) in columns {
        all.extend(padded(&column.all, *width));
        let count = column.class.map_or(0, |class| class.people.len());
        let count = if count == 0 {
            String::new()
        } else {
            count.to_string()
        };
        people.push((Role::Muted, fitted(&count, *width)));
    }
    lines.extend([all, people]);
    lines
}

/// The questions that are shown: those of the plan, and others with notes.
fn questions(row: &Row) -> impl Iterator<Item = &Question> {
    row.questions
        .iter()
        .filter(|question| question.planned || question.notes.total() > 0 || question.is_ticked())
}

fn label(question: &Question) -> &str {
    question
        .prompt
        .as_ref()
        .map_or(say::NO_QUESTION, |prompt| &prompt.words)
}

fn title(plan: &Plan, row: &Row, part: Option<String>) -> Line {
    let mut line = vec![(Role::Title, heading(plan, row))];
    line.extend(part.map(|part| (Role::Key, format!("  {part}"))));
    line
}

/// The rows above the table: classes, the groups that go there, and how their visits stand.
fn heads(plan: &Plan, columns: &[(&Column<'_>, usize)], label: usize) -> [Line; 3] {
    let marks = say::group_marks(&plan.groups);
    let mut names = vec![(Role::Title, fitted("", label))];
    let mut groups = vec![(Role::Muted, fitted(say::GROUPS, label))];
    let mut states = vec![(Role::Muted, fitted(say::STATES, label))];
    for &(column, width) in columns {
        names.push((Role::Title, fitted(&column.name, width)));
        let visits = column.class.map_or(&[][..], |class| &class.visits);
        let (mut who, mut how) = (Line::new(), Line::new());
        for (group, mark) in plan.groups.iter().zip(&marks) {
            for visited in visits.iter().filter(|visited| visited.group == group.id) {
                let role = match visited.state {
                    VisitState::NotSeen(_) | VisitState::NotReached | VisitState::TimeOver => Role::Warning,
                    VisitState::Now => Role::Place,
                    VisitState::Seen | VisitState::ToCome => Role::Muted,
                };
                let state = say::state(&visited.state);
                who.push((Role::Place, mark.clone()));
                how.push((role, format!("{state:<0$}", mark.len())));
            }
        }
        groups.extend(padded(&who, width));
        states.extend(padded(&how, width));
    }
    [names, groups, states]
}

/// A column for each class, and one for what is of none.
fn columns(row: &Row) -> Vec<Column<'_>> {
    let names = say::class_names(&row.classes);
    let classes = row.classes.iter().zip(names).enumerate();
    let mut columns: Vec<Column<'_>> = classes
        .map(|(at, (class, name))| Column {
            name,
            class: Some(class),
            cells: questions(row)
                .map(|question| question.cells.get(at).map(|cell| content(cell, Some(class))))
                .map(Option::unwrap_or_default)
                .collect(),
            all: content(&of(class.notes), Some(class)),
        })
        .collect();
    if row.has_notes_without_class() {
        let mut all = Counts::default();
        for question in &row.questions {
            all = all.plus(question.no_class.notes);
        }
        columns.push(Column {
            name: say::NO_CLASS.into(),
            class: None,
            cells: questions(row)
                .map(|question| content(&question.no_class, None))
                .collect(),
            all: content(&of(all), None),
        });
    }
    columns
}

/// The column of everything together.
fn whole(row: &Row) -> Column<'_> {
    let cell = |question: &Question| Cell {
        notes: question.notes,
        ticked: question.is_ticked(),
    };
    Column {
        name: say::ALL.into(),
        class: None,
        cells: questions(row)
            .map(|question| content(&cell(question), None))
            .collect(),
        all: content(&of(row.notes), None),
    }
}

fn of(notes: Counts) -> Cell {
    Cell { notes, ticked: false }
}

fn content(cell: &Cell, class: Option<&Class>) -> Line {
    if cell.notes.total() > 0 {
        return counted(cell.notes);
    }
    let sign = say::without_notes(cell, class);
    let role = match sign {
        say::TICKED => Role::Notice,
        say::MISSED => Role::Warning,
        _ => Role::Muted,
    };
    vec![(role, sign.to_string())]
}

fn length(line: &Line) -> usize {
    line.iter().map(|(_, text)| cells(text)).sum()
}

/// `text` in exactly so many cells, the last of which stays free.
pub(super) fn fitted(text: &str, width: usize) -> String {
    let room = width.saturating_sub(1);
    let short = shorten(text, u16::try_from(room).unwrap_or(u16::MAX));
    let used = cells(&short);
    format!("{short}{}", " ".repeat(width.saturating_sub(used)))
}

/// A cell in exactly so many cells; what has no room is left out, and a sign says so.
fn padded(line: &Line, width: usize) -> Line {
    let room = width.saturating_sub(1);
    let mut shown = Line::new();
    for (at, (role, text)) in line.iter().enumerate() {
        let last = at + 1 == line.len();
        if length(&shown) + cells(text) + usize::from(!last) > room {
            shown.push((Role::Muted, "…".into()));
            break;
        }
        shown.push((*role, text.clone()));
    }
    let used = length(&shown);
    shown.push((Role::Muted, " ".repeat(width.saturating_sub(used))));
    shown
}
