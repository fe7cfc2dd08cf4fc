//! What was done, seen and asked, and what was not.

use std::collections::BTreeSet;

use super::{Sources, words};
use crate::{
    domain::{
        activity::ActivityKind,
        conduct::Conduct,
        coverage::{ActivityState, Coverage, Question, Row, Undertaken, VisitState},
        findings_board::{FindingsBoard, Use},
        parts_of_school::{Part, PartsOfSchool},
        plan::Plan,
        route::row_times,
        today::Today,
    },
    export::{
        paper::Point,
        text::Text,
        words::{listed, opening},
    },
};

/// What was agreed before the day.
pub(super) fn agreed_before(plan: &Plan) -> Vec<Point> {
    let agreement = &plan.agreement;
    let points = [
        (
            super::super::words::VISITING_SCHOOLS,
            listed(&agreement.visiting_schools),
        ),
        (super::super::words::FOCUS_AREA, agreement.focus_area.clone()),
        (
            super::super::words::WANTED_OUTCOME,
            agreement.wanted_outcome.clone(),
        ),
    ];
    said(points.map(|(label, text)| (label, text)))
}

fn said<'l>(points: impl IntoIterator<Item = (&'l str, String)>) -> Vec<Point> {
    let points = points
        .into_iter()
        .map(|(label, text)| Point::new(label, Text::new(&text)));
    points.filter(|point| !point.text.is_empty()).collect()
}

pub(super) fn method(sources: &Sources<'_>, board: &FindingsBoard) -> Vec<Point> {
    let coverage = Coverage::of(sources.plan, sources.records, sources.made);
    said([
        (
            if is_over(sources) { "Time" } else { "Time planned" },
            time(sources.plan),
        ),
        ("Activities", activities(&coverage, is_done)),
        (
            "Nothing recorded from",
            activities(&coverage, is_over_without_record),
        ),
        ("Not reached", activities(&coverage, is_not_reached)),
        ("Classes", classes(sources, &coverage)),
        ("Not seen", not_seen(sources, &coverage)),
        ("Not held", not_held(sources)),
        ("Questions", questions(&coverage)),
        (
            if is_ticked(&coverage) {
                "Questions not asked or noted on"
            } else {
                "Questions without a note"
            },
            not_asked(&coverage),
        ),
        ("Notes", notes(sources, board)),
    ])
}

fn time(plan: &Plan) -> String {
    let spans = plan.days.iter().filter_map(|day| {
        let rows = (0..day.slots.len()).map(|row| row_times(plan, day, row));
        rows.reduce(|(first, so_far), (_, ends)| (first, so_far.max(ends)))
    });
    let spans: Vec<_> = spans.collect();
    let minutes = spans.iter().map(|(from, until)| until.minutes_since(*from)).sum();
    let days: Vec<String> = spans
        .iter()
        .map(|(from, until)| format!("{}–{}", from.hh_mm(), until.hh_mm()))
        .collect();
    if days.is_empty() {
        return String::new();
    }
    format!(
        "{} over {} ({})",
        words::hours(minutes),
        words::so_many(days.len(), "day", "days"),
        listed(&days)
    )
}

/// Whether the last row of the last day is over.
fn is_over(sources: &Sources<'_>) -> bool {
    let days = sources.plan.days.iter();
    let ends = days.flat_map(|day| (0..day.slots.len()).map(|row| row_times(sources.plan, day, row).1));
    ends.max().is_none_or(|ends| !sources.made.is_before(ends))
}

fn is_done(state: ActivityState) -> bool {
    matches!(state, ActivityState::Done | ActivityState::Now)
}

fn is_over_without_record(state: ActivityState) -> bool {
    state == ActivityState::TimeOver
}

fn is_not_reached(state: ActivityState) -> bool {
    state == ActivityState::NotReached
}

/// The activities that stand so, in the order of the days; each is told once, by the best that is known of it, and where
/// it was done in some of its rows only, in how many.
fn activities(coverage: &Coverage, stands_so: fn(ActivityState) -> bool) -> String {
    let told = |undertaken: &&Undertaken| {
        let in_passing = matches!(
            undertaken.kind,
            ActivityKind::Arrival | ActivityKind::Briefing | ActivityKind::Break
        );
        !in_passing && undertaken.state != ActivityState::Dropped
    };
    let mut titles: Vec<(String, Vec<ActivityState>)> = Vec::new();
    for undertaken in coverage.activities.iter().filter(told) {
        let title = without_number(&undertaken.title);
        match titles.iter_mut().find(|(known, _)| *known == title) {
            Some((_, states)) => states.push(undertaken.state),
            None => titles.push((title, vec![undertaken.state])),
        }
    }
    let told = titles.iter().filter_map(|(title, states)| {
        let best = [is_done, is_over_without_record, is_not_reached]
            .into_iter()
            .find(|is_so| states.iter().any(|state| is_so(*state)))?;
        let is_it = states.iter().any(|state| best(*state) && stands_so(*state));
        let done = states.iter().filter(|state| is_done(**state)).count();
        if done > 0 && done < states.len() {
            return is_it.then(|| format!("{title} ({done} of {})", states.len()));
        }
        is_it.then(|| title.clone())
    });
    told.collect::<Vec<_>>().join("; ")
}

/// "Lesson observations" of "4: lesson observations", the fourth session of a day.
fn without_number(title: &str) -> String {
    let Some((number, rest)) = title.split_once(':') else {
        return title.to_owned();
    };
    if !rest.trim().is_empty() && number.chars().all(|letter| letter.is_ascii_digit()) {
        opening(rest.trim())
    } else {
        title.to_owned()
    }
}

/// How many classes of each part of the school were seen, and how many visits were made.
fn classes(sources: &Sources<'_>, coverage: &Coverage) -> String {
    let visits = || coverage.classes.iter().flat_map(|class| &class.visits);
    let made = visits()
        .filter(|visit| matches!(visit.state, VisitState::Seen | VisitState::Now))
        .count();
    let all = visits().count();
    if all == 0 {
        return String::new();
    }
    let visits = format!(
        "{made} of {} made",
        words::so_many(all, "planned visit", "planned visits")
    );
    let parts = PartsOfSchool::of(&sources.plan.host, &coverage.classes);
    let seen = |part: &Part| {
        let classes = coverage.classes.iter().filter(|class| part.has(&class.name));
        classes
            .filter(|class| !class.was_missed() && !class.is_to_come())
            .count()
    };
    let told = parts.iter().map(|part| match seen(part) {
        0 | 1 => part.name.clone(),
        several => format!("{} ({several} classes)", part.name),
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        visits
    } else {
        opening(&format!("{}; {visits}", listed(&told)))
    }
}

fn not_seen(sources: &Sources<'_>, coverage: &Coverage) -> String {
    let host = &sources.plan.host;
    let parts = PartsOfSchool::of(host, &coverage.classes);
    let missed = coverage.classes.iter().flat_map(|class| {
        class.visits.iter().filter_map(move |visit| match &visit.state {
            VisitState::NotSeen(because) => Some((class, visit, because)),
            _ => None,
        })
    });
    let mut all: Vec<String> = missed
        .map(|(class, visit, because)| {
            let group = sources.plan.group(&visit.group);
            let by = group.map_or_else(String::new, |group| format!(" of {}", group.name));
            let part = parts.part_of(&class.name);
            let of = part.map_or_else(String::new, |part| format!(" ({})", part.name));
            format!("a visit{by}{of}{}", why(sources.plan, because))
        })
        .collect();
    // Where no visit at all was planned class by class, nothing is known of any year.
    if !coverage.classes.is_empty() && !coverage.unplanned_years.is_empty() {
        let years = words::so_many(coverage.unplanned_years.len(), "year", "years");
        all.push(format!("{years} to which no visit was planned"));
    }
    opening(&all.join("; "))
}

/// The reason that somebody gave, unless its words point at a person: these stay with the team.
fn why(plan: &Plan, because: &str) -> String {
    if because.trim().is_empty() || !Conduct::of(plan).look_at(because).is_empty() {
        String::new()
    } else {
        format!(", because: {because}")
    }
}

fn not_held(sources: &Sources<'_>) -> String {
    let mut all = BTreeSet::new();
    let groups = sources.plan.groups.iter().map(|group| Some(&group.id));
    for group in std::iter::once(None).chain(groups) {
        let today = Today::of(sources.plan, sources.records, group);
        all.extend(
            today
                .dropped
                .iter()
                .map(|dropped| format!("{}{}", dropped.title, why(sources.plan, &dropped.because))),
        );
    }
    all.into_iter().collect::<Vec<_>>().join("; ")
}

/// The planned questions of a row, each with whether there is anything on it.
fn planned(row: &Row) -> impl Iterator<Item = (&str, bool)> {
    let planned = row.questions.iter().filter(|question| question.planned);
    planned.filter_map(|question| {
        let asked = question.notes.total() > 0 || question.is_ticked();
        Some((question.prompt.as_ref()?.words.as_str(), asked))
    })
}

/// Whether anybody ticked a question as asked; nobody has to.
fn is_ticked(coverage: &Coverage) -> bool {
    let questions = coverage.rows.iter().flat_map(|row| &row.questions);
    questions.into_iter().any(Question::is_ticked)
}

fn questions(coverage: &Coverage) -> String {
    let all: Vec<bool> = coverage
        .rows
        .iter()
        .flat_map(|row| planned(row).map(|(_, asked)| asked))
        .collect();
    let asked = all.iter().filter(|asked| **asked).count();
    if all.is_empty() {
        return String::new();
    }
    let count = all.len();
    let all = words::so_many(count, "question", "questions");
    if is_ticked(coverage) {
        format!("{asked} of {all} asked, looked for or noted on")
    } else if asked == count {
        format!("Notes on {asked} of {all}")
    } else {
        format!("Notes on {asked} of {all}; which were asked without a note was not recorded")
    }
}

/// The questions that nothing is recorded for; where they are too many to read, how many of each activity, or of each
/// kind of activity that has several.
fn not_asked(coverage: &Coverage) -> String {
    const READABLE: usize = 16;
    let missing = |row: &Row| -> Vec<String> {
        let missing = planned(row).filter(|(_, asked)| !asked);
        missing.map(|(words, _)| words.to_owned()).collect()
    };
    let all: usize = coverage.rows.iter().map(|row| missing(row).len()).sum();
    if all <= READABLE {
        let rows = coverage.rows.iter().filter(|row| !missing(row).is_empty());
        let rows = rows.map(|row| format!("{}: {}", without_number(&row.title), missing(row).join(", ")));
        return rows.collect::<Vec<_>>().join("; ");
    }
    // Each kind once, in the order of the days, however often it was done.
    let mut counts: Vec<(ActivityKind, BTreeSet<String>, [usize; 2])> = Vec::new();
    for row in coverage.rows.iter().filter(|row| planned(row).next().is_some()) {
        let (title, of_row) = (
            without_number(&row.title),
            [missing(row).len(), planned(row).count()],
        );
        if let Some((_, titles, sums)) = counts.iter_mut().find(|(kind, ..)| *kind == row.kind) {
            titles.insert(title);
            *sums = [sums[0] + of_row[0], sums[1] + of_row[1]];
        } else {
            counts.push((row.kind, BTreeSet::from([title]), of_row));
        }
    }
    let counts = counts.into_iter().filter(|(.., [missed, _])| *missed > 0);
    let said = counts.map(|(kind, titles, [missed, questions])| {
        let only = titles.first().filter(|_| titles.len() == 1);
        let name = only.map_or(words::evidence_from(kind), String::as_str);
        format!("{name} ({missed} of {questions})")
    });
    said.collect::<Vec<_>>().join("; ")
}

fn notes(sources: &Sources<'_>, board: &FindingsBoard) -> String {
    let notes: Vec<_> = sources.records.live_notes().collect();
    let people: BTreeSet<_> = notes.iter().map(|note| &note.body.typed_by.id).collect();
    let mut used = [0_usize; 3];
    for note in &notes {
        let at = match board.use_of(note.id) {
            Some(Use::Used(_)) => 0,
            Some(Use::Aside(_)) => 1,
            Some(Use::Loose) | None => 2,
        };
        used[at] += 1;
    }
    let count = notes.len();
    if count == 0 {
        return "none".into();
    }
    let [used, aside, loose] = used;
    let became = [
        (used, "used in findings"),
        (aside, "set aside with a reason"),
        (loose, "not used"),
    ];
    let became = became.into_iter().filter(|(count, _)| *count > 0);
    let became: Vec<String> = became.map(|(count, what)| format!("{count} {what}")).collect();
    format!(
        "{} by {}: {}",
        words::so_many(count, "note", "notes"),
        words::so_many(people.len(), "reviewer", "reviewers"),
        became.join(", ")
    )
}
