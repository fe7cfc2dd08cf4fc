//! Evidence by activity: a bar for each row of the timetable, a sign for each note.

use super::{Line, table::fitted};
use crate::{
    domain::{evidence::FromRow, note::NoteKind, plan::Plan, tally::Counts},
    ui::{
        display_safe::cells,
        theme::Role,
        words::{self, pictures as say},
    },
};

/// The cells of the time at which a row begins.
const TIME: usize = 6;
/// The most cells of a title, and the fewest of a bar beside it.
const TITLE: usize = 34;
const BAR: usize = 24;
/// The cells of one count.
const COUNT: usize = 4;

/// The bars in so many cells, day by day.
pub(super) fn lines(plan: &Plan, rows: &[FromRow], width: u16) -> Vec<Line> {
    let all = rows
        .iter()
        .fold(Counts::default(), |all, row| all.plus(row.notes));
    if rows.is_empty() {
        return vec![vec![(Role::Muted, say::NO_ROWS.into())]];
    }
    let width = usize::from(width);
    let title = widest(rows)
        .min(TITLE)
        .min(width.saturating_sub(TIME + 4 * COUNT + 2 + BAR));
    let room = width.saturating_sub(TIME + title + 4 * COUNT + 2);
    let most = rows.iter().map(|row| row.notes.total()).max().unwrap_or(0);
    let each = each(most, room);
    let mut lines = Vec::new();
    if all.total() == 0 {
        lines.push(vec![(Role::Notice, say::NO_NOTES.into())]);
    }
    let labels = &plan.rules.kind_labels;
    let names = kinds(all).map(|(kind, _)| (sign(kind), labels.of(kind)));
    lines.push(vec![(Role::Prompt, say::legend(&names))]);
    if each > 1 {
        lines.push(vec![(Role::Muted, say::scale(each))]);
    }
    let mut day = None;
    for row in rows {
        if day != Some(row.day) {
            day = Some(row.day);
            lines.push(Line::new());
            lines.extend(heading(plan, row.day).map(|label| vec![(Role::Place, label)]));
        }
        let mut line = before(&row.starts, &row.title, title);
        line.extend(counted(row.notes));
        line.extend(bar(row.notes, each));
        lines.push(line);
    }
    lines.push(Line::new());
    let mut line = before("", say::ALL, title);
    line.extend(counted(all));
    line.push((Role::Title, format!("  {}", words::notes(all.total() as usize))));
    lines.push(line);
    lines
}

fn heading(plan: &Plan, day: Option<usize>) -> Option<String> {
    match day {
        None => Some(say::GONE.into()),
        Some(day) => Some(plan.days.get(day).filter(|_| plan.days.len() > 1)?.label.clone()),
    }
}

fn widest(rows: &[FromRow]) -> usize {
    let titles = rows.iter().map(|row| row.title.as_str()).chain([say::ALL]);
    titles.map(cells).max().unwrap_or(0) + 2
}

/// How many notes one sign stands for, so that the longest bar has room. A kind that does not fill its last sign takes
/// one more cell, of which there are at most four.
fn each(most: u32, room: usize) -> u32 {
    let room = u32::try_from(room.saturating_sub(4)).unwrap_or(u32::MAX).max(1);
    if most <= room + 4 { 1 } else { most.div_ceil(room) }
}

fn before(starts: &str, title: &str, width: usize) -> Line {
    vec![
        (Role::Muted, fitted(starts, TIME)),
        (Role::Prompt, fitted(title, width)),
    ]
}

fn kinds(counts: Counts) -> [(NoteKind, u32); 4] {
    [
        (NoteKind::Strength, counts.strengths),
        (NoteKind::Development, counts.developments),
        (NoteKind::Question, counts.questions),
        (NoteKind::Evidence, counts.evidence),
    ]
}

fn sign(kind: NoteKind) -> char {
    kind.sign().unwrap_or('.')
}

/// Each kind in a column of its own, so that the counts stand below each other.
fn counted(counts: Counts) -> Line {
    let each = kinds(counts).into_iter();
    each.map(|(kind, count)| match count {
        0 => (Role::Muted, " ".repeat(COUNT)),
        count => (
            super::role(kind),
            format!("{:>COUNT$}", format!("{count}{}", sign(kind))),
        ),
    })
    .collect()
}

fn bar(counts: Counts, each: u32) -> Line {
    if counts.total() == 0 {
        return vec![(Role::Muted, format!("  {}", words::NOTHING_YET))];
    }
    let parts = kinds(counts).into_iter().filter(|(_, count)| *count > 0);
    let parts = parts.map(|(kind, count)| {
        let signs = count.div_ceil(each.max(1)) as usize;
        (super::role(kind), sign(kind).to_string().repeat(signs))
    });
    std::iter::once((Role::Muted, "  ".to_owned()))
        .chain(parts)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_always_has_room_and_every_kind_a_sign() {
        for room in [5, 24, 40] {
            for most in 0..300 {
                for questions in 0..=most.min(2) {
                    let counts = Counts {
                        strengths: most - questions,
                        questions,
                        ..Counts::default()
                    };
                    let bar = bar(counts, each(most, room));
                    let signs: String = bar.iter().skip(1).map(|(_, text)| text.as_str()).collect();
                    assert!(
                        most == 0 || signs.len() <= room,
                        "{most} notes in {room} cells: {signs}"
                    );
                    assert_eq!(signs.contains('?'), questions > 0);
                }
            }
        }
    }
}
