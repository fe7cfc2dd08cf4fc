//! Taking over a timetable that was read from somebody's table: it becomes the timetable of a plan.
//!
//! First the rows are made of what the table says alone; what it says nothing of stays empty. Then they are furnished
//! with what the review model brings for such rows: questions, remarks, and which of them are fixed.

mod furnishing;
mod reading;
mod said;
mod timing;

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use self::reading::Reading;
pub use super::read_timetable::{Doubt, LeftOpen, SaidOfReview};
use super::{
    activity::ActivityKind,
    drawing_up,
    ids::SlotId,
    model::ReviewModel,
    plan::{Day, Group, Plan, Slot},
    read_timetable::{ReadDay, ReadTimetable},
    slugs::IdsInUse,
};

/// The longest short form of a question, in letters: what a narrow list has room for.
const LONGEST_SHORT: usize = 26;

/// What a person says beside the table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ByHand {
    /// The dates of the days, for a table without dates.
    pub dates: Vec<NaiveDate>,
    /// When each day begins, for a table of durations.
    pub starts: Vec<NaiveTime>,
}

/// What a row got from the review model because the table says nothing of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromModel {
    /// The line of the source in which the row begins, from 1.
    pub line: usize,
    /// The title of the row.
    pub title: String,
    /// How many questions of the model it got, those of its groups included.
    pub questions: usize,
    /// Whether it got the model's remark.
    pub remark: bool,
    /// Whether it became a fixed point.
    pub fixed: bool,
    /// What the model calls the meeting whose questions it got, where it is called otherwise.
    pub like: Option<String>,
}

/// A timetable made of what a table says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenOver {
    /// The days, with the rows in order of time.
    pub days: Vec<Day>,
    /// The groups of the plan, and those that only the table names.
    pub groups: Vec<Group>,
    /// Text that has no place in the timetable.
    pub left: Left,
    /// What the table leaves open.
    pub doubts: Vec<Doubt>,
    /// In which line of the table each row begins.
    pub lines: BTreeMap<SlotId, usize>,
    /// The table with the times, dates and groups that its rows were given.
    pub table: ReadTimetable,
}

/// Text of a table that has no place in the timetable.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Left {
    /// What is to be kept among the remarks.
    pub remarks: Vec<String>,
    /// What is of the mail around the table, and is to be kept where no sheet shows it.
    pub aside: Vec<String>,
}

/// A plan with the timetable of a table in place of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithTable {
    /// The plan.
    pub plan: Plan,
    /// What the table leaves open.
    pub doubts: Vec<Doubt>,
    /// What the rows got from the review model.
    pub from_model: Vec<FromModel>,
    /// The table as it was taken over: what is shown of it is what the plan has.
    pub table: ReadTimetable,
}

/// Gives a plan that was just drawn up from `model` the timetable of a table.
#[must_use]
pub fn take_over(mut plan: Plan, model: &ReviewModel, table: &ReadTimetable, by_hand: &ByHand) -> WithTable {
    let drawn_up = std::mem::take(&mut plan.days);
    let dates: Vec<NaiveDate> = drawn_up.iter().map(|day| day.date).collect();
    let begins = drawn_up
        .iter()
        .map(|day| day.slots.first().map(|slot| slot.starts));
    let asked = by_hand.starts.iter().copied().map(Some);
    let known = Known {
        dates: by_hand
            .dates
            .iter()
            .chain(dates.iter().skip(by_hand.dates.len()))
            .copied()
            .collect(),
        starts: asked.chain(begins.skip(by_hand.starts.len())).collect(),
    };
    let mut taken = read_in(&plan, Some(model), table, &known);
    let mut from_model = Vec::new();
    for slot in taken.days.iter_mut().flat_map(|day| &mut day.slots) {
        let line = taken.lines.get(&slot.id).copied().unwrap_or(1);
        from_model.extend(furnish(slot, model, line));
    }
    plan.days = taken.days;
    plan.groups = taken.groups;
    let (_, unsaid) = said::agree(&mut plan, &table.said);
    taken.left.remarks.extend(unsaid);
    keep_left(&mut plan, taken.left);
    taken.doubts.extend(doubts_of(&from_model));
    taken.doubts.extend(days_without_rows(table, &by_hand.dates));
    WithTable {
        plan,
        doubts: taken.doubts,
        from_model,
        table: taken.table,
    }
}

/// What is open of the dates that a table says: none of them is a day of the review.
#[must_use]
pub fn other_dates(table: &ReadTimetable, days: &[NaiveDate]) -> Vec<Doubt> {
    let is_read = |date: &NaiveDate| table.days.iter().any(|day| day.date == Some(*date));
    let known = table.dates.iter().any(|said| days.contains(&said.date));
    let (Some(first), false) = (days.first(), known) else {
        return Vec::new();
    };
    let others = table.dates.iter().filter(|said| !is_read(&said.date));
    others
        .map(|said| Doubt {
            line: said.line,
            what: LeftOpen::OtherDate {
                read: said.date,
                review: *first,
            },
        })
        .collect()
}

/// The days that were said by hand and that a table has no rows for: two of its days may have been read as one.
#[must_use]
pub fn days_without_rows(table: &ReadTimetable, dates: &[NaiveDate]) -> Vec<Doubt> {
    let rows = table.days.iter().flat_map(|day| &day.rows);
    let Some(line) = rows.map(|row| row.line).max() else {
        return Vec::new();
    };
    let missed = dates.iter().skip(table.days.len());
    missed
        .map(|date| Doubt {
            line,
            what: LeftOpen::NoRowsOn(*date),
        })
        .collect()
}

/// Which rows would end before, or when, they start: they are taken over as they stand, and the check tells of them.
#[must_use]
pub fn ends_too_soon(table: &ReadTimetable) -> Vec<Doubt> {
    let rows = table.days.iter().flat_map(|day| &day.rows);
    let timed = rows.filter_map(|row| Some((row, row.starts?, row.ends?)));
    timed
        .filter(|(_, starts, ends)| ends <= starts)
        .map(|(row, starts, ends)| {
            let (line, title) = (row.line, row.title.clone());
            let what = LeftOpen::EndsTooSoon { title, starts, ends };
            Doubt { line, what }
        })
        .collect()
}

/// The table with the times that its rows would be given, for those days of which a start is known: from the table, or
/// said by hand.
#[must_use]
pub fn timed(mut table: ReadTimetable, model: Option<&ReviewModel>, by_hand: &ByHand) -> ReadTimetable {
    let starts = by_hand
        .starts
        .iter()
        .copied()
        .map(Some)
        .chain(std::iter::repeat(None));
    for (day, start) in table.days.iter_mut().zip(starts) {
        let begins = day.rows.first().is_some_and(|row| row.starts.is_some());
        if !begins && start.is_none() {
            continue;
        }
        let times = timing::times(day, start, model);
        for (row, time) in day.rows.iter_mut().zip(times) {
            let visits = row
                .tracks
                .iter_mut()
                .map(|track| (timing::visits(track, &time), track));
            for (starts, track) in visits {
                let seen = track.visits.iter_mut().zip(starts);
                seen.for_each(|(visit, starts)| visit.starts = Some(starts));
            }
            let line = row.line;
            let open = time.doubts.into_iter().map(|what| Doubt { line, what });
            table.doubts.extend(open);
            row.starts = Some(time.starts);
            row.ends = row.ends.or(time.ends);
        }
    }
    table
}

/// What is known of the days before the table is looked at, in their order.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    pub dates: Vec<NaiveDate>,
    pub starts: Vec<Option<NaiveTime>>,
}

/// The days of a table, with groups and ids that fit `plan`. `model` tells how long a row lasts of which the table does
/// not say it.
pub(super) fn read_in(
    plan: &Plan,
    model: Option<&ReviewModel>,
    table: &ReadTimetable,
    known: &Known,
) -> TakenOver {
    let mut reading = Reading {
        model,
        ids: IdsInUse::of(plan),
        groups: plan.groups.clone(),
        doubts: table.doubts.clone(),
        lines: BTreeMap::new(),
        colours: colours(table),
        members: Vec::new(),
    };
    let dates = known.dates.split_first();
    let dates: Vec<NaiveDate> = dates.map_or_else(Vec::new, |(first, later)| {
        drawing_up::dates(*first, later).take(table.days.len()).collect()
    });
    let days = table.days.iter().enumerate();
    let (days, read_days): (Vec<Day>, Vec<ReadDay>) = days
        .map(|(at, read)| {
            let planned = dates.get(at).copied();
            let start = known.starts.get(at).copied().flatten();
            reading.day(read, at, table.days.len(), planned, start)
        })
        .unzip();
    let on: Vec<NaiveDate> = days.iter().map(|day| day.date).collect();
    reading.doubts.extend(other_dates(table, &on));
    let texts = |of_mail: bool| -> Vec<String> {
        let pieces = table
            .unplaced
            .iter()
            .filter(move |piece| piece.of_mail == of_mail);
        pieces.map(|piece| piece.text.clone()).collect()
    };
    TakenOver {
        days,
        groups: reading.groups,
        left: Left {
            remarks: texts(false).into_iter().chain(reading.members).collect(),
            aside: texts(true),
        },
        table: ReadTimetable {
            days: read_days,
            doubts: reading.doubts.clone(),
            ..table.clone()
        },
        doubts: reading.doubts,
        lines: reading.lines,
    }
}

/// The groups of a table that are called by a colour, in the order in which they stand there.
fn colours(table: &ReadTimetable) -> Vec<String> {
    let rows = table.days.iter().flat_map(|day| &day.rows);
    let mut names: Vec<String> = Vec::new();
    for track in rows.flat_map(|row| &row.tracks) {
        if reading::is_colour(&track.group) && !names.contains(&track.group) {
            names.push(track.group.clone());
        }
    }
    names
}

/// Gives a row what `model` brings for such rows, where the row has nothing of its own; `line` is that of the table.
/// Says what it got.
pub(super) fn furnish(slot: &mut Slot, model: &ReviewModel, line: usize) -> Option<FromModel> {
    let given = furnishing::furnish(slot, model);
    let from_model = FromModel {
        line,
        title: slot.activity.title.clone(),
        questions: given.questions,
        remark: given.remark,
        fixed: given.fixed,
        like: given.like,
    };
    (given.questions > 0 || given.remark || given.fixed).then_some(from_model)
}

/// What is doubtful of what the rows got: what is asked of one leader is not asked of another.
pub(super) fn doubts_of(rows: &[FromModel]) -> Vec<Doubt> {
    let like = rows.iter().filter_map(|row| Some((row, row.like.clone()?)));
    like.map(|(row, like)| Doubt {
        line: row.line,
        what: LeftOpen::QuestionsOf {
            title: row.title.clone(),
            like,
            questions: row.questions,
        },
    })
    .collect()
}

/// Puts what the lines above a table say of the review where the plan has nothing yet; gives what was taken, and the
/// lines that are left.
pub(super) fn agree(plan: &mut Plan, table: &ReadTimetable) -> (Vec<SaidOfReview>, Vec<String>) {
    said::agree(plan, &table.said)
}

/// Whether an activity of this kind could be another under a new name.
pub(super) fn is_like(kind: ActivityKind, title: &str, other: &str) -> bool {
    furnishing::is_like(kind, title, other)
}

/// Keeps text without a place, once. What somebody has put among the remarks, or set aside, stays there. Says what is
/// new.
pub(super) fn keep_left(plan: &mut Plan, left: Left) -> Left {
    let agreement = &mut plan.agreement;
    let (mut remarks, mut aside) = (left.remarks, left.aside);
    for (texts, is_aside) in [(&mut remarks, false), (&mut aside, true)] {
        texts.retain(|text| {
            let known = agreement.remarks.contains(text) || agreement.aside.contains(text);
            let is_new = !text.trim().is_empty() && !known;
            if is_new {
                let kept = if is_aside {
                    &mut agreement.aside
                } else {
                    &mut agreement.remarks
                };
                kept.push(text.clone());
            }
            is_new
        });
    }
    Left { remarks, aside }
}

/// Whether two titles are the same but for capitals and spaces.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    words(one) == words(other)
}

/// The first words of a question, as many as a narrow list has room for.
#[must_use]
pub fn short_form(question: &str) -> String {
    let mut short = String::new();
    for word in question.split_whitespace() {
        let length = short.chars().count() + 1 + word.chars().count();
        if !short.is_empty() && length > LONGEST_SHORT {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    let short: String = short.chars().take(LONGEST_SHORT).collect();
    let trimmed = short.trim_end_matches([',', ';', ':', '-', '–', '.']);
    if trimmed.is_empty() {
        short
    } else {
        trimmed.to_string()
    }
}

#[cfg(test)]
mod tests;
