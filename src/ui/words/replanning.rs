//! What is different between a plan and the one that is to take its place, in words.

use crate::domain::{
    activity::ActivityKind,
    replanning::{Change, DayChange, Difference, OnTheDay, RowChange, Span, Stays, VisitChange},
};

/// The difference, row by row.
#[must_use]
pub fn difference(difference: &Difference, revision: u32) -> Vec<String> {
    from(difference, &format!("the plan as it is (edition {revision})"))
}

/// The difference on a day that has begun, and what stays as it is.
#[must_use]
pub fn on_the_day(difference: &Difference, on_the_day: &OnTheDay) -> Vec<String> {
    let mut lines = from(difference, "today's plan");
    if on_the_day.stays.is_empty() {
        return lines;
    }
    lines.push("Stays as it is, whatever the table says:".into());
    let mut said: Vec<String> = Vec::new();
    for stays in &on_the_day.stays {
        let line = stays_line(stays);
        if !said.contains(&line) {
            said.push(line);
        }
    }
    lines.extend(said);
    lines
}

/// So many letters of a name have room in a message.
const ROOM: usize = 14;

/// What stays, named in a message: the first of it, and how much more.
#[must_use]
pub fn stay(stays: &[Stays]) -> String {
    let mut names: Vec<String> = Vec::new();
    for stays in stays {
        let name = name(stays);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let Some(first) = names.first() else {
        return String::new();
    };
    let mut said: String = first.chars().take(ROOM).collect();
    if said.len() < first.len() {
        said.push('\u{2026}');
    }
    match names.len() - 1 {
        0 => format!(" {said} stays."),
        more => format!(" {said} and {more} more stay."),
    }
}

fn name(stays: &Stays) -> String {
    match stays {
        Stays::Begun(name)
        | Stays::Past(name)
        | Stays::GoesWith { what: name, .. }
        | Stays::IsThere { what: name, .. }
        | Stays::Words(name)
        | Stays::Groups(name)
        | Stays::Questions(name)
        | Stays::Visits(name)
        | Stays::Day(name) => name.clone(),
        Stays::Around(lines) => super::counted(*lines, "line"),
    }
}

fn stays_line(stays: &Stays) -> String {
    match stays {
        Stays::Begun(title) => format!("= {title}: has begun already"),
        Stays::Past(what) => format!("= {what}: would have begun by the table's time; it stays"),
        Stays::GoesWith { what, with } => format!("= {what}: stays too, as {with} is at that time"),
        Stays::IsThere { what, row } => {
            format!("= {what}: as it is, since its group is otherwise not where it is in {row}")
        }
        Stays::Words(title) => format!("= {title}: its words; the page of the plan changes them"),
        Stays::Groups(title) => format!("= {title}: who goes where; the page of the plan changes it"),
        Stays::Questions(title) => format!("= {title}: its questions; the page of the plan changes them"),
        Stays::Visits(title) => {
            format!("= {title}: is new, without the classes of a new group; the page of the plan adds them")
        }
        Stays::Day(name) => format!("= {name}: days, and which rows they have; no change of a day says it"),
        Stays::Around(lines) => {
            let lines = super::counted(*lines, "line");
            format!("= {lines} around the rows; add on the page of the plan what is new in them")
        }
    }
}

fn from(difference: &Difference, what: &str) -> Vec<String> {
    if difference.is_nothing() {
        return vec![format!("Nothing is different from {what}.")];
    }
    let mut lines = vec![format!("What is different from {what}:")];
    let fixed = difference.rows.iter().filter(|row| row.moves_a_fixed_point());
    lines.extend(fixed.map(fixed_line));
    lines.extend(difference.days.iter().map(day_line));
    let mut date = None;
    for row in &difference.rows {
        if date != Some(row.date) {
            date = Some(row.date);
            lines.push(row.date.format("%A %-d %B %Y").to_string());
        }
        lines.push(row_line(row));
    }
    if !difference.visits.is_empty() {
        lines.push("Visits".into());
        lines.extend(difference.visits.iter().map(visit_line));
    }
    lines.extend(
        difference
            .groups
            .iter()
            .map(|name| format!("+ a new group: {name}")),
    );
    lines.extend(difference.agreed.iter().map(|said| format!("+ agreed: {said}")));
    let remarks = difference.remarks.iter();
    lines.extend(remarks.map(|remark| format!("+ a remark: {}", remark.replace('\n', " "))));
    let aside = difference.aside.iter();
    lines.extend(aside.map(|text| format!("+ kept, on no sheet: {}", text.replace('\n', " "))));
    lines
}

/// That a fixed point moves, said before all else: somebody waits for it.
fn fixed_line(row: &RowChange) -> String {
    let was = row.changes.iter().find_map(|change| match change {
        Change::Retimed(was) => Some(span(was)),
        _ => None,
    });
    match was {
        Some(was) => format!(
            "! A FIXED POINT MOVES: {}, {} instead of {was}",
            row.title,
            span(&row.span)
        ),
        None => format!("! A FIXED POINT IS GONE: {}, {}", row.title, span(&row.span)),
    }
}

fn day_line(day: &DayChange) -> String {
    match day {
        DayChange::Added(date) => format!("+ {}: a new day", date.format("%-d %B %Y")),
        DayChange::Moved { from, to } => {
            format!(
                "~ {} instead of {}",
                to.format("%-d %B %Y"),
                from.format("%-d %B %Y")
            )
        }
        DayChange::Renamed(from, to) => format!("~ the day \"{to}\" was called \"{from}\""),
        DayChange::Untouched(date) => {
            format!(
                "  {} is not in the table and stays as it is",
                date.format("%-d %B %Y")
            )
        }
    }
}

fn row_line(row: &RowChange) -> String {
    let time = span(&row.span);
    let words = words(&row.changes, row.notes);
    format!("{} {time:<11}  {:<32}  {words}", sign(&row.changes), row.title)
}

fn visit_line(visit: &VisitChange) -> String {
    let what = format!("{}, {} ({})", visit.class, visit.group, visit.row);
    let time = visit.starts.format("%H:%M").to_string();
    let words = words(&visit.changes, visit.notes);
    format!("{} {time:<11}  {what:<32}  {words}", sign(&visit.changes))
}

fn sign(changes: &[Change]) -> char {
    match changes {
        [] => ' ',
        [Change::Added | Change::Back] => '+',
        [Change::Removed] => '-',
        _ => '~',
    }
}

fn words(changes: &[Change], notes: usize) -> String {
    if changes.is_empty() {
        return "as it was".into();
    }
    let words: Vec<String> = changes.iter().map(|change| in_words(change, notes)).collect();
    words.join("; ")
}

fn in_words(change: &Change, notes: usize) -> String {
    match change {
        Change::Added => "new".into(),
        Change::Back => "in the plan again".into(),
        Change::Removed if notes == 0 => "gone".into(),
        Change::Removed if notes == 1 => "no longer in the plan; stays beside it with its 1 note".into(),
        Change::Removed => format!("no longer in the plan; stays beside it with its {notes} notes"),
        Change::Retimed(was) => format!("was {}", span(was)),
        Change::Renamed(was) => format!("was called \"{was}\""),
        Change::Asked => "other questions".into(),
        Change::Kind(was, now) => format!("its kind is {}, was {}", kind(*now), kind(*was)),
        Change::Remark(was) if was.is_empty() => "has a remark now".into(),
        Change::Remark(was) => format!("its remark was \"{was}\""),
        Change::Ways(was, now) => format!("its groups are {}, were {}", listed(now), listed(was)),
    }
}

fn kind(kind: ActivityKind) -> String {
    kind.word().replace('_', " ")
}

fn listed(ways: &[String]) -> String {
    if ways.is_empty() {
        return "all together".into();
    }
    ways.join(" / ")
}

/// From when to when, as "09:00-10:15".
#[must_use]
pub fn span(span: &Span) -> String {
    let starts = span.starts.format("%H:%M");
    match span.ends {
        Some(ends) => format!("{starts}-{}", ends.format("%H:%M")),
        None => starts.to_string(),
    }
}
