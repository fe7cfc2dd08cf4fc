//! What the findings rest on: notes by activity, who saw which part of the school, and what there is on each question.

use std::collections::{BTreeMap, BTreeSet};

use super::{Activity, Grid, Jotting, PartSeen, Sources, Visits, words};
use crate::{
    domain::{
        activity::ActivityKind,
        coverage::{Class, Coverage, Row, VisitState},
        findings_board::{FindingsBoard, Use},
        ids::RecordId,
        note::{NoteKind, sort_by_time},
        parts_of_school::PartsOfSchool,
        records::Records,
    },
    export::{paper::picture::Square, text::Text, words::opening},
};

/// The findings that are told and what they are called, in the order of the report.
type Names = [(RecordId, Text)];

/// The findings that a note is used in, of those that are told, by their positions.
fn used_in(board: &FindingsBoard, names: &Names, note: RecordId) -> BTreeSet<usize> {
    let Some(Use::Used(findings)) = board.use_of(note) else {
        return BTreeSet::new();
    };
    let at = |finding: &RecordId| names.iter().position(|(told, _)| told == finding);
    findings.iter().filter_map(at).collect()
}

fn named(positions: &BTreeSet<usize>, names: &Names) -> Vec<Text> {
    let told = positions.iter().filter_map(|at| names.get(*at));
    told.map(|(_, name)| name.clone()).collect()
}

/// The findings that a note is used in, with a word at those that it speaks against.
fn used_how(board: &FindingsBoard, names: &Names, note: RecordId) -> Vec<Text> {
    let positions = used_in(board, names, note);
    let told = positions.iter().filter_map(|at| names.get(*at));
    told.map(|(finding, name)| {
        let against = board
            .get(*finding)
            .is_some_and(|on_board| on_board.finding.against.contains(&note));
        if against {
            Text::new(&format!("{} ({})", name.as_str(), words::AGAINST))
        } else {
            name.clone()
        }
    })
    .collect()
}

/// What there is from each kind of activity, in the order of a day.
pub(super) fn by_activity(records: &Records, board: &FindingsBoard, names: &Names) -> Vec<Activity> {
    let mut found: BTreeMap<ActivityKind, ([u32; 4], BTreeSet<usize>)> = BTreeMap::new();
    for note in records.live_notes() {
        let (notes, findings) = found.entry(note.body.place.activity.id).or_default();
        let at = NoteKind::ALL.iter().position(|kind| *kind == note.body.kind);
        if let Some(count) = at.and_then(|at| notes.get_mut(at)) {
            *count += 1;
        }
        findings.extend(used_in(board, names, note.id));
    }
    found
        .into_iter()
        .map(|(kind, (notes, findings))| Activity {
            title: Text::new(words::evidence_from(kind)),
            notes,
            findings: named(&findings, names),
        })
        .collect()
}

/// The coverage of the review, by what is known when the report is made.
fn coverage(sources: &Sources<'_>) -> Coverage {
    Coverage::of(sources.plan, sources.records, sources.made)
}

/// Which part of the school was seen by whom.
pub(super) fn parts(sources: &Sources<'_>) -> Vec<PartSeen> {
    let coverage = coverage(sources);
    let parts = PartsOfSchool::of(&sources.plan.host, &coverage.classes);
    let seen = parts.iter().map(|part| {
        let classes = || coverage.classes.iter().filter(|class| part.has(&class.name));
        let visits = || classes().flat_map(|class| &class.visits);
        let made = visits().filter(|visit| matches!(visit.state, VisitState::Seen | VisitState::Now));
        let groups: BTreeSet<_> = classes().flat_map(Class::groups).collect();
        let names = groups.into_iter().filter_map(|group| sources.plan.group(group));
        PartSeen {
            part: Text::new(&opening(&part.name)),
            visits: Visits {
                made: made.count(),
                planned: visits().count(),
            },
            seen_by: names.map(|group| Text::new(&group.name)).collect(),
            notes: classes().map(|class| class.notes.total()).sum(),
        }
    });
    seen.collect()
}

/// What there is on each question in each part of the school; nothing of a row in which only one class was seen.
pub(super) fn grids(sources: &Sources<'_>) -> Vec<Grid> {
    let coverage = coverage(sources);
    let rows = coverage.rows.iter().filter_map(|row| grid(sources, row));
    rows.collect()
}

fn grid(sources: &Sources<'_>, row: &Row) -> Option<Grid> {
    let parts = PartsOfSchool::of(&sources.plan.host, &row.classes);
    parts.iter().next()?;
    let day = sources.plan.days.get(row.day);
    let several = sources.plan.days.len() > 1;
    let title = match day {
        Some(day) if several => format!("{}: {}", day.label, row.title),
        _ => row.title.clone(),
    };
    let asked = row
        .questions
        .iter()
        .filter(|question| question.planned || question.notes.total() > 0);
    let questions = asked.map(|question| {
        let label = question.prompt.as_ref();
        let label = label.map_or(words::NO_QUESTION, |prompt| &prompt.words);
        let squares = parts.iter().map(|part| {
            let cells = row.classes.iter().zip(&question.cells);
            let cells = || cells.clone().filter(|(class, _)| part.has(&class.name));
            Square {
                notes: cells().map(|(_, cell)| cell.notes.total()).sum(),
                ticked: cells().any(|(_, cell)| cell.ticked),
            }
        });
        (Text::new(label), squares.collect())
    });
    Some(Grid {
        title: Text::new(&title),
        parts: parts.iter().map(|part| Text::new(&opening(&part.name))).collect(),
        questions: questions.collect(),
    })
}

/// The notes in order of time.
pub(super) fn notes(sources: &Sources<'_>, board: &FindingsBoard, names: &Names) -> Vec<Jotting> {
    let labels = &sources.plan.rules.kind_labels;
    let mut notes: Vec<_> = sources.records.live_notes().collect();
    sort_by_time(&mut notes);
    notes
        .into_iter()
        .enumerate()
        .map(|(at, note)| {
            let (body, place) = (&note.body, &note.body.place);
            let (placed_by, written_at) = placed(sources.records, note.id);
            let aside = match board.use_of(note.id) {
                Some(Use::Aside(because)) => because.as_str(),
                _ => "",
            };
            Jotting {
                number: at + 1,
                id: note.id.to_string(),
                when: body.when.to_string(),
                time: body.when.hh_mm(),
                by: Text::new(&body.by.words),
                group: Text::new(place.track.as_ref().map_or("", |group| &group.words)),
                activity: Text::new(&place.activity.words),
                class: Text::new(place.visit.as_ref().map_or("", |visit| &visit.words)),
                prompt: Text::new(place.prompt.as_ref().map_or("", |prompt| &prompt.words)),
                kind: words::kind(body.kind),
                label: Text::new(labels.of(body.kind)),
                important: body.important,
                tags: body.tags.iter().map(|tag| Text::new(tag)).collect(),
                text: Text::new(&body.text),
                used_in: used_how(board, names, note.id),
                set_aside: Text::new(aside),
                placed_by,
                written_at,
                tagged_by: tagged_by(sources.records, note.id),
            }
        })
        .collect()
}

/// Who put a note where it stands, and where its writer put it; nothing if it stands there.
fn placed(records: &Records, note: RecordId) -> (Text, Text) {
    let by = records.placed(note).and_then(|placed| placed.placed_by.as_ref());
    let written = records.notes.get(note).map(|note| &note.body.place);
    let Some((by, written)) = by.zip(written) else {
        return (Text::new(""), Text::new(""));
    };
    let class = written.visit.as_ref().map(|visit| visit.words.as_str());
    let prompt = written.prompt.as_ref().map(|prompt| prompt.words.as_str());
    let parts = [Some(written.activity.words.as_str()), class, prompt];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    (Text::new(&by.words), Text::new(&parts.join(", ")))
}

/// Who put tags on a note that its writer did not, and who took which away.
fn tagged_by(records: &Records, note: RecordId) -> Vec<Text> {
    let Some(placed) = records.placed(note) else {
        return Vec::new();
    };
    let on = placed.tagged_by.iter();
    let on = on.map(|(tag, by)| words::tagged(tag, &by.words, true));
    let off = placed.untagged_by.iter();
    let off = off.map(|(tag, by)| words::tagged(tag, &by.words, false));
    on.chain(off).map(|said| Text::new(&said)).collect()
}
