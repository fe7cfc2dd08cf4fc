//! Which class and which question has what: a table for each row with visits, then what they lack, then the rows
//! without visits.

mod actual;
mod bars;
mod day_line;
mod table;

use ratatui::layout::Rect;

use super::{
    overlay::boxed,
    pen::{Pen, Rows},
    theme::Role,
    words::{self, coverage as say, pictures, plain},
    wrap::wrap_text,
};
use crate::{
    app::{
        Model,
        coverage::{Picture, Scroll},
        pointing::Rolled,
    },
    domain::{
        coverage::{Coverage, Row},
        note::NoteKind,
        plan::{Group, Plan},
        tally::Counts,
    },
};

/// A row of the screen, piece by piece.
type Line = Vec<(Role, String)>;

/// The most cells that the box takes.
const WIDEST: u16 = 120;
/// The cells of a question in a row without visits.
const QUESTION: usize = 40;

/// Draws it, scrolled as it is.
pub fn draw(pen: &mut Pen<'_>, area: Rect, model: &Model, scroll: Scroll) {
    let Some(day) = model.day() else { return };
    let width = WIDEST.min(area.width);
    let inner = width.saturating_sub(4);
    let (title, lines) = match scroll.shows {
        Picture::Coverage => {
            let coverage = day.coverage(model.now);
            let mut lines = lines(&day.plan, &coverage, inner, scroll.classes);
            if coverage.rows.is_empty() {
                lines.push(vec![(Role::Muted, pen.told(say::EMPTY).into_owned())]);
            }
            lines.extend(actual::lines(&day.plan, &day.went(model.now), model.now, inner));
            (say::TITLE, lines)
        }
        Picture::Day => {
            let mut lines = actual::apart(day, inner);
            lines.extend(actual::lines(&day.plan, &day.went(model.now), model.now, inner));
            (words::actual::TITLE, lines)
        }
        Picture::Evidence => (pictures::EVIDENCE, bars::lines(&day.plan, &day.evidence(), inner)),
    };
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
    let inside = boxed(pen, area, width, height, title);
    let first = scroll
        .rows
        .min(lines.len().saturating_sub(usize::from(inside.height)));
    pen.rolls(
        area,
        Rolled::Rows,
        first + usize::from(inside.height) < lines.len(),
    );
    let mut rows = Rows::of(inside);
    for line in lines.iter().skip(first) {
        let Some(row) = rows.take_row() else { return };
        let pieces: Vec<(Role, &str)> = line.iter().map(|(role, text)| (*role, text.as_str())).collect();
        let left = pen.pieces(row, &pieces);
        let hidden = lines.len() - first - usize::from(inside.height).min(lines.len() - first);
        if rows.left() == 0 && hidden > 0 {
            pen.text_right(left, Role::Muted, words::MORE);
        }
    }
}

fn lines(plan: &Plan, coverage: &Coverage, width: u16, first_class: usize) -> Vec<Line> {
    let (visited, asked): (Vec<&Row>, Vec<&Row>) =
        coverage.rows.iter().partition(|row| !row.classes.is_empty());
    let mut lines = Vec::new();
    if !visited.is_empty() {
        // However many questions there are, this and the key to the signs stand on the first page.
        lines.extend(eyes(plan, coverage, width));
        lines.extend(say::SIGNS.iter().flat_map(|(of, signs)| legend(of, signs, width)));
        lines.push(Line::new());
    }
    for row in &visited {
        lines.extend(table::table(plan, row, width, first_class));
        lines.extend(bare(row, width));
        lines.push(Line::new());
    }
    if coverage.elsewhere > 0 {
        lines.push(vec![(Role::Warning, say::elsewhere(coverage.elsewhere))]);
    }
    for row in asked {
        lines.push(Line::new());
        lines.push(vec![(Role::Title, heading(plan, row))]);
        lines.extend(questions(row));
    }
    lines
}

/// The coverage in sentences: what is missing first, then class by class, then question by question.
pub fn heard(plan: &Plan, coverage: &Coverage) -> Vec<String> {
    const NEVER_WRAPPED: u16 = u16::MAX;
    let joined = |lines: Vec<Line>| {
        let texts = lines
            .into_iter()
            .map(|line| line.into_iter().map(|(_, text)| text).collect());
        texts.collect::<Vec<String>>()
    };
    let mut said = vec![plain::COVERAGE.to_string()];
    if !coverage.classes.is_empty() {
        said.extend(joined(eyes(plan, coverage, NEVER_WRAPPED)));
    }
    for row in &coverage.rows {
        said.push(format!("{}.", heading(plan, row)));
        said.extend(
            row.classes
                .iter()
                .filter(|class| class.notes.total() > 0)
                .map(plain::class),
        );
        said.extend(
            row.questions
                .iter()
                .filter(|question| question.notes.total() > 0)
                .map(plain::on_question),
        );
        said.extend(joined(bare(row, NEVER_WRAPPED)));
    }
    if coverage.elsewhere > 0 {
        said.push(say::elsewhere(coverage.elsewhere));
    }
    said
}

fn heading(plan: &Plan, row: &Row) -> String {
    let day = plan.days.get(row.day).filter(|_| plan.days.len() > 1);
    say::heading(
        day.map_or("", |day| &day.label),
        &row.title,
        row.dropped,
        row.notes.total(),
    )
}

/// What is said of a title, in as many rows as it takes.
fn titled(title: &str, role: Role, text: &str, width: u16) -> Vec<Line> {
    let title = format!("{title}: ");
    let cells = u16::try_from(title.len()).unwrap_or(u16::MAX);
    let rows = wrap_text(text, width.saturating_sub(cells));
    let blank = " ".repeat(title.len());
    let before = |nth| if nth == 0 { title.clone() } else { blank.clone() };
    rows.into_iter()
        .enumerate()
        .map(|(nth, row)| vec![(Role::Title, before(nth)), (role, row)])
        .collect()
}

/// What signs mean, in as many rows as it takes: a sign stays beside its meaning.
fn legend(of: &str, signs: &[&str], width: u16) -> Vec<Line> {
    let room = usize::from(width).saturating_sub(of.len());
    let mut rows: Vec<String> = Vec::new();
    for sign in signs {
        match rows.last_mut().filter(|row| row.len() + 2 + sign.len() <= room) {
            Some(row) => *row = format!("{row}  {sign}"),
            None => rows.push((*sign).to_string()),
        }
    }
    let before = |nth| {
        if nth == 0 {
            of.to_string()
        } else {
            " ".repeat(of.len())
        }
    };
    let told = rows.into_iter().enumerate();
    told.map(|(nth, row)| vec![(Role::Prompt, before(nth) + &row)])
        .collect()
}

/// The questions of a row on which there is nothing.
fn bare(row: &Row, width: u16) -> Vec<Line> {
    let bare: Vec<String> = row
        .without_notes()
        .map(|(prompt, asked)| say::bare(&prompt.words, asked))
        .collect();
    if bare.is_empty() {
        let asks = row.questions.iter().any(|question| question.planned);
        let all = asks.then(|| vec![(Role::Muted, say::ALL_NOTED.into())]);
        return all.into_iter().collect();
    }
    titled(say::NOTHING_ON, Role::Warning, &bare.join("; "), width)
}

/// The classes that nobody sees, those that nobody has seen yet, and those for which there is only one pair of eyes.
fn eyes(plan: &Plan, coverage: &Coverage, width: u16) -> Vec<Line> {
    let nobody: Vec<String> = coverage.seen_by_nobody().map(say::missed).collect();
    let mut lines = if nobody.is_empty() {
        titled(say::BY_NOBODY, Role::Muted, say::NO_SUCH_CLASS, width)
    } else {
        titled(say::BY_NOBODY, Role::Warning, &nobody.join(", "), width)
    };
    let to_come = coverage.classes.iter().filter(|class| class.is_to_come());
    let to_come: Vec<&str> = to_come.map(|class| class.name.as_str()).collect();
    if !to_come.is_empty() {
        lines.extend(titled(say::NOT_YET, Role::Muted, &to_come.join(", "), width));
    }
    let of_group = |group: &Group| {
        let only = coverage.seen_by_one_group().filter(|(_, by)| **by == group.id);
        let names: Vec<String> = only.map(|(class, _)| say::by_one(class)).collect();
        (!names.is_empty()).then(|| say::only_by(&group.name, &names))
    };
    let one: Vec<String> = plan.groups.iter().filter_map(of_group).collect();
    lines.extend(if one.is_empty() {
        titled(say::BY_ONE, Role::Muted, say::NO_SUCH_CLASS, width)
    } else {
        titled(say::BY_ONE, Role::Warning, &one.join("; "), width)
    });
    let over_for = |group: &Group| {
        let over = coverage.over_without_notes();
        let theirs = over.filter(|(_, visited)| visited.group == group.id);
        let names: Vec<&str> = theirs.map(|(class, _)| class.name.as_str()).collect();
        let same = names.chunk_by(|one, other| one == other);
        let names: Vec<String> = same
            .map(|visits| say::visits_to(visits[0], visits.len()))
            .collect();
        (!names.is_empty()).then(|| say::only_by(&group.name, &names))
    };
    let over: Vec<String> = plan.groups.iter().filter_map(over_for).collect();
    if !over.is_empty() {
        lines.extend(titled(say::OVER, Role::Warning, &over.join("; "), width));
    }
    if !coverage.unplanned_years.is_empty() {
        let years = coverage.unplanned_years.join(", ");
        lines.extend(titled(say::NO_VISIT, Role::Warning, &years, width));
    }
    lines
}

/// The questions of a row without visits, each with what there is on it.
fn questions(row: &Row) -> Vec<Line> {
    let shown = row
        .questions
        .iter()
        .filter(|question| question.planned || question.notes.total() > 0);
    shown
        .map(|question| {
            let label = question
                .prompt
                .as_ref()
                .map_or(say::NO_QUESTION, |prompt| &prompt.words);
            let mut line = vec![(Role::Prompt, table::fitted(label, QUESTION))];
            line.extend(match (question.notes.total(), question.is_ticked()) {
                (0, true) => vec![(Role::Notice, format!("{}  {}", say::TICKED, words::ASKED))],
                (0, false) => vec![(Role::Muted, format!("{}  {}", say::NOTHING, words::NOTHING_YET))],
                _ => counted(question.notes),
            });
            line
        })
        .collect()
}

fn role(kind: NoteKind) -> Role {
    match kind {
        NoteKind::Strength => Role::Strength,
        NoteKind::Development => Role::Development,
        NoteKind::Question => Role::Question,
        NoteKind::Evidence => Role::Evidence,
    }
}

/// Counts with the colour of each kind beside its sign.
fn counted(counts: Counts) -> Line {
    let counts = say::counts(counts).into_iter();
    counts.map(|(kind, text)| (role(kind), text)).collect()
}
