//! The running day in lines: where one is, what to ask there, and what was noted.

use crate::{
    app::{Model, capture::Purpose, day::Day},
    domain::{
        course::Phase,
        lateness,
        note::Note,
        record::Record,
        route::{Stop, StopView},
        tally::Counts,
    },
    ui::{
        day as drawn,
        words::{self, findings::when, plain as say},
    },
};

/// Whose review it is, what it asks, and who is here.
pub fn greeting(model: &Model, day: &Day) -> Vec<String> {
    let mut lines = vec![format!("{} - {}", day.plan.host.name, day.plan.agreement.title)];
    if day.plan.is_rehearsal() {
        lines.push(say::REHEARSAL.into());
    }
    let enquiries = day.plan.agreement.lines_of_enquiry.iter();
    lines.extend(enquiries.map(|enquiry| say::enquiry(&enquiry.text)));
    lines.push(say::you_are(&day.me.name));
    lines.extend(day.read_only.as_ref().map(words::read_only));
    lines.extend(words::others::problems(day));
    lines.extend(whereabouts(model, day));
    lines.push(say::HOW.into());
    lines
}

/// Where the group is, the time and how late it is, the question, and what comes next.
pub fn whereabouts(model: &Model, day: &Day) -> Vec<String> {
    let mut lines = place(model, day);
    let known = day.stop().and_then(|stop| counts(day, stop));
    lines.extend(known.map(|known| say::notes_here(&known)));
    lines.extend(next(day));
    if let Some(Phase::After(_)) = day.position.map(|position| position.phase) {
        lines.push(super::commands::with_commands(model, words::AFTERWARDS));
    }
    lines
}

/// Where the group is, the time and how late it is, and the question.
pub fn place(model: &Model, day: &Day) -> Vec<String> {
    let time = say::time(model.now, &state(model, day));
    let Some(here) = day.here() else {
        return vec![time, words::EMPTY_PLAN.into()];
    };
    let held = day.position.is_some_and(|position| position.held);
    let left = match day.position.map(|position| position.phase) {
        Some(Phase::During(_)) if held => super::commands::with_commands(model, words::STAYING),
        Some(Phase::During(_)) => drawn::remaining(model, day).0,
        _ => String::new(),
    };
    let times = (here.stop.starts, here.stop.ends);
    let mut lines = vec![say::place(&drawn::name(day, &here), times, &left), time];
    let not_seen = here.visit.and_then(|visit| day.today.not_seen(&visit.id));
    lines.extend(not_seen.map(|not_seen| words::late::not_seen(&not_seen.because)));
    lines.extend(question(day));
    lines
}

/// How late the group is, or what part of the review it is.
fn state(model: &Model, day: &Day) -> String {
    match day.position {
        Some(position) if matches!(position.phase, Phase::During(_)) => {
            say::how_late(lateness::minutes_late(&day.route, position, model.now))
        }
        _ => drawn::state(model, day),
    }
}

/// The chosen question, or that none is.
pub fn question(day: &Day) -> Option<String> {
    let questions = day.prompts_here();
    let Some(chosen) = day.prompt_here() else {
        return (!questions.is_empty()).then(|| say::no_question(questions.len()));
    };
    let at = questions.iter().position(|question| question.id == chosen.id)?;
    Some(say::question(at + 1, &chosen.short, &chosen.text))
}

fn next(day: &Day) -> Option<String> {
    let (title, text) = drawn::next(day)?;
    Some(format!("{title}: {}.", text.replace(" - ", ", ")))
}

/// The questions of the place, or else what serves there.
pub fn questions(day: &Day) -> Vec<String> {
    let (questions, Some(here)) = (day.prompts_here(), day.here()) else {
        return vec![words::EMPTY_PLAN.into()];
    };
    if questions.is_empty() {
        let mut lines = vec![say::NO_QUESTIONS.to_string()];
        for (title, text) in drawn::serving(day) {
            lines.push(if title.is_empty() {
                text
            } else {
                format!("{title}: {text}")
            });
        }
        return lines;
    }
    let chosen = day.prompt_here().map(|chosen| &chosen.id);
    let listed = questions.iter().enumerate().map(|(at, question)| {
        let counts = day.board.tally.prompt(&here.slot.id, &question.id);
        let asked = day.board.tally.is_asked(&here.slot.id, &question.id);
        say::listed_question(
            at + 1,
            &question.short,
            counts,
            asked,
            chosen == Some(&question.id),
        )
    });
    let mut lines: Vec<String> = listed.collect();
    lines.push(say::how_to_choose(questions.len()));
    lines
}

/// The places of the day that is now, in order of time.
pub fn timetable(day: &Day) -> Vec<String> {
    let Some(here) = day.stop() else {
        return vec![words::EMPTY_PLAN.into()];
    };
    let stops = day.route.stops().iter().filter(|stop| stop.day == here.day);
    let listed = stops.filter_map(|stop| {
        let view: StopView<'_> = day.today.plan.view(stop, day.me.group.as_ref())?;
        let counts = known_at(day, stop);
        let now = stop.place == here.place;
        Some(say::listed_place(
            stop.starts,
            stop.ends,
            &drawn::name(day, &view),
            counts,
            now,
        ))
    });
    listed.collect()
}

fn known_at(day: &Day, stop: &Stop) -> Counts {
    match &stop.place.visit {
        Some(visit) => day.board.tally.visit(visit),
        None => day.board.tally.slot(&stop.place.slot),
    }
}

fn counts(day: &Day, stop: &Stop) -> Option<String> {
    let counts = known_at(day, stop);
    (counts.total() > 0).then(|| say::counts(counts))
}

/// The notes of this row, or of the whole review, in order of time.
pub fn notes(day: &Day, all: bool) -> Vec<String> {
    let row = day
        .here()
        .filter(|_| !all && !day.board.whole_day)
        .map(|here| &here.slot.id);
    let is_here = |note: &&Record<Note>| row.is_none_or(|row| note.body.place.slot.id == *row);
    let shared = day.records.notes.live().filter(is_here).map(|note| (note, false));
    let private = day.private.live().filter(is_here).map(|note| (note, true));
    let mut notes: Vec<_> = shared.chain(private).collect();
    notes.sort_by_key(|(note, _)| (note.body.when, note.writer, note.seq, note.id));
    if notes.is_empty() {
        return vec![say::NO_NOTES.into()];
    }
    let listed = notes.into_iter().map(|(note, private)| {
        let by = (note.body.by.id != day.me.person).then_some(note.body.by.words.as_str());
        say::listed_note(&when(note, &day.clocks), &note.body, private, by)
    });
    listed.collect()
}

/// What the open line holds, and how it is gone on with; nothing while none is open.
pub fn open_line(day: &Day) -> Vec<String> {
    let Some(started) = day.capture.started() else {
        return Vec::new();
    };
    let text = day.capture.text();
    let text = text.replace('\n', " / ");
    if matches!(started.purpose, Purpose::Edit(_)) {
        return vec![say::edited_line(started.begun, &text), say::LINE_EDITED.into()];
    }
    vec![say::open_line(&text), say::LINE_OPEN.into()]
}
