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

/// The fewest and the most cells of a column, one of which stays free.
const COLUMN: (usize, usize) = (5, 10);
/// The cells that a question has at least.
const QUESTION: usize = 18;

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
    let columns = columns(row);
    let sum = whole(row);
    let widest = columns.iter().chain([&sum]).flat_map(|column| {
        let lines = column.cells.iter().chain([&column.all]);
        lines.map(length).chain([cells(&column.name)])
    });
    let column = (widest.max().unwrap_or(0) + 1).clamp(COLUMN.0, COLUMN.1);
    let labels = shown(row).map(|question| cells(label(question)));
    let longest = labels.max().unwrap_or(0) + 1;
    let room = usize::from(width).saturating_sub(column);
    let label = longest.min(room.saturating_sub(columns.len() * column).max(QUESTION));
    let fit = (room.saturating_sub(label) / column).clamp(1, columns.len());
    let first = first_class.min(columns.len() - fit);
    let seen = &columns[first..first + fit];
    let mut lines = vec![title(plan, row, (first, fit, columns.len()))];
    lines.extend(heads(plan, seen, label, column));
    for (at, question) in shown(row).enumerate() {
        let name = if question.prompt.is_some() {
            Role::Prompt
        } else {
            Role::Muted
        };
        let mut line = vec![(name, fitted(self::label(question), label))];
        for one in seen.iter().chain([&sum]) {
            line.extend(
                one.cells
                    .get(at)
                    .map(|cell| padded(cell, column))
                    .unwrap_or_default(),
            );
        }
        lines.push(line);
    }
    let mut all = vec![(Role::Title, fitted(say::ALL, label))];
    let mut people = vec![(Role::Muted, fitted(say::PEOPLE, label))];
    for one in seen.iter().chain([&sum]) {
        all.extend(padded(&one.all, column));
        let count = one
            .class
            .map(|class| class.people.len())
            .filter(|count| *count > 0);
        let count = count.map_or_else(String::new, |count| count.to_string());
        people.push((Role::Muted, fitted(&count, column)));
    }
    lines.extend([all, people]);
    lines
}

/// The questions that are shown: those of the plan, and others with notes.
fn shown(row: &Row) -> impl Iterator<Item = &Question> {
    let questions = row.questions.iter();
    questions.filter(|question| question.planned || question.notes.total() > 0 || question.is_ticked())
}

fn label(question: &Question) -> &str {
    question
        .prompt
        .as_ref()
        .map_or(say::NO_QUESTION, |prompt| &prompt.words)
}

fn title(plan: &Plan, row: &Row, (first, fit, all): (usize, usize, usize)) -> Line {
    let mut line = vec![(Role::Title, heading(plan, row))];
    if fit < all {
        let part = say::part(first + 1, first + fit, all);
        line.push((Role::Key, format!("   {part}")));
    }
    line
}

/// The rows above the table: classes, the groups that go there, and how their visits stand.
fn heads(plan: &Plan, columns: &[Column<'_>], label: usize, width: usize) -> [Line; 3] {
    let marks = say::group_marks(&plan.groups);
    let mut names = vec![(Role::Title, fitted("", label))];
    let mut groups = vec![(Role::Muted, fitted(say::GROUPS, label))];
    let mut states = vec![(Role::Muted, fitted(say::STATES, label))];
    for column in columns {
        names.push((Role::Title, fitted(&column.name, width)));
        let visits = column.class.map_or(&[][..], |class| &class.visits);
        let (mut who, mut how) = (Line::new(), Line::new());
        for (group, mark) in plan.groups.iter().zip(&marks) {
            for visited in visits.iter().filter(|visited| visited.group == group.id) {
                let role = match visited.state {
                    VisitState::NotSeen(_) => Role::Warning,
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
    names.push((Role::Title, fitted(say::ALL, width)));
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
            cells: shown(row)
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
            cells: shown(row)
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
        cells: shown(row)
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
