//! Visits in a line: "9:15 – Yr6", "Group 1: 9:00 Y5, 9:15 Y6", "Y5 9.30".

use super::{forms, named_classes, numbers};
use crate::import::{
    classes, groups, kinds,
    scan::Scan,
    staff,
    times::{self, Span, Where},
    vocabulary::Vocabulary,
    wording,
};

/// One class, with what stands beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stop {
    /// The group, if the line names one for it.
    pub(super) group: Option<String>,
    pub(super) span: Option<Span>,
    pub(super) class: String,
    /// What else is said of it, such as "maths, set 2".
    pub(super) beside: String,
    /// The names of staff that stand beside it.
    pub(super) staff: Vec<String>,
    /// Whether it is seen at the time of the one before, by another group: the "Yr2" of "9:15 – Yr6 / Yr2".
    pub(super) alongside: bool,
    /// Whether two years are named in full, "Y5 / Y6", which may be two classes.
    pub(super) perhaps_two: bool,
}

/// The visits that are all that `text` says; each may have something beside it, such as the name of the teacher.
pub(super) fn all(text: &str, words: &Vocabulary) -> Option<Vec<Stop>> {
    by_year(text, words).or_else(|| named_classes::all(text, words))
}

/// As [`all`], of classes that are called by their years.
fn by_year(text: &str, words: &Vocabulary) -> Option<Vec<Stop>> {
    let text = &forms::one(text, words);
    let mut rest = joined(text);
    let mut group = None;
    let mut stops: Vec<Stop> = Vec::new();
    let leading = times::at_start(rest, Where::Text).map(|(span, _)| span);
    let mut slash = false;
    let led = names_come_first(rest, words);
    while !rest.is_empty() {
        let gap = || numbers::without_class(rest);
        let found = stop(rest, &mut group, led, words);
        let Some((mut stop, after)) = found.or_else(|| {
            gap().map(|(gap, after)| {
                (
                    Stop {
                        group: group.clone(),
                        ..gap
                    },
                    after,
                )
            })
        }) else {
            let (said, after) = until_next(rest, led, words);
            let (names, said) = staff::apart(said);
            let last = stops
                .last_mut()
                .filter(|_| said.is_empty() || is_beside(&said, words))?;
            last.staff.extend(names);
            if !said.is_empty() {
                if !last.beside.is_empty() {
                    last.beside.push_str(", ");
                }
                last.beside.push_str(&said);
            }
            slash = after.trim_start().starts_with('/');
            rest = joined(after);
            continue;
        };
        if let Some(before) = stops.last().filter(|_| slash && stop.span.is_none()) {
            stop.alongside = stop.group == before.group;
            stop.span = before.span.filter(|_| stop.alongside);
        }
        stops.push(stop);
        slash = after.trim_start().starts_with('/');
        rest = joined(after);
    }
    if let Some(span) = leading {
        at(span, &mut stops);
    }
    (!stops.is_empty() && numbers::are_gaps(&stops)).then_some(stops)
}

/// Gives classes the time that stands before them all: the first one, the first of every further group, and what is
/// seen alongside them. What has a time of its own keeps it.
pub(super) fn at(span: Span, stops: &mut [Stop]) {
    let mut groups: Vec<Option<String>> = Vec::new();
    let mut shared = false;
    for stop in stops {
        let first = !groups.contains(&stop.group);
        shared = stop.span.is_none() && (first || (shared && stop.alongside));
        if shared {
            stop.span = Some(span);
        }
        groups.push(stop.group.clone());
    }
}

/// Makes one of a year and the name of its class, where one time stands before both: "Reception, Cherry class".
pub(super) fn named_behind_its_year(stops: &mut Vec<Stop>) {
    let [year, named] = stops.as_slice() else { return };
    let of_a_year = ["Reception", "Nursery", "Year"]
        .iter()
        .any(|word| year.class.starts_with(word));
    let same = year.group == named.group && named.span.is_none() && !named.alongside;
    if !(of_a_year && same && named.class.ends_with(" class") && year.beside.is_empty()) {
        return;
    }
    if let Some(named) = stops.pop()
        && let Some(year) = stops.last_mut()
    {
        year.beside = match named.beside.as_str() {
            "" => named.class,
            beside => format!("{}, {beside}", named.class),
        };
        year.staff.extend(named.staff);
    }
}

/// Whether `text` is nothing but the classes of groups that it names: "Group 1: Y6 then Y5".
pub(super) fn of_groups(text: &str, words: &Vocabulary) -> bool {
    all(text, words).is_some_and(|stops| stops.iter().all(|stop| stop.group.is_some()))
}

/// Makes the classes in the column of one group follow each other: nobody is in two of them at once.
pub(super) fn of_one_group(stops: &mut [Stop]) {
    for stop in stops.iter_mut().filter(|stop| stop.alongside) {
        stop.alongside = false;
        stop.span = None;
    }
}

/// The pieces of a line that speaks of several groups, one after the other: "Group 1 Yr 3 / Group 2 pupil voice".
pub(super) fn by_group<'a>(text: &'a str, words: &Vocabulary) -> Vec<&'a str> {
    let mut cuts = vec![0];
    let (mut joint, mut before) = (false, ' ');
    for (at, letter) in text.char_indices() {
        let word = at > 0 && (joint || before.is_whitespace());
        let named = text
            .get(at..)
            .filter(|_| word)
            .and_then(|rest| groups::at_start(rest, words));
        // "Group 1: books Group 2: pupils" has a colon to say that it is no word of a sentence.
        if named.is_some_and(|(_, after)| joint || after.starts_with(':')) {
            cuts.push(at);
        }
        before = letter;
        if !letter.is_whitespace() {
            joint = matches!(letter, '/' | ';' | ',' | '|' | '&' | '+') || wording::is_dash(letter);
        }
    }
    let ends = cuts.iter().skip(1).copied().chain([text.len()]);
    let pieces = cuts
        .iter()
        .zip(ends)
        .filter_map(|(from, until)| text.get(*from..until));
    pieces.map(joined_at_end).collect()
}

/// `text` without the sign that joins the next piece to it.
fn joined_at_end(text: &str) -> &str {
    wording::trimmed(text)
        .trim_end_matches(|letter: char| matches!(letter, '&' | '+') || letter.is_whitespace())
}

/// Visits to these classes, without a time or group.
pub(super) fn of_classes(classes: Vec<String>) -> Vec<Stop> {
    let stop = |class| Stop {
        group: None,
        span: None,
        class,
        beside: String::new(),
        staff: Vec::new(),
        alongside: false,
        perhaps_two: false,
    };
    classes.into_iter().map(stop).collect()
}

/// `text` from its next piece on.
fn joined(text: &str) -> &str {
    let mut scan = Scan::new(wording::trimmed(text));
    if scan.sign(|letter| letter == '&' || letter == '+') || scan.word(&["and", "then"]) {
        return wording::trimmed(scan.rest);
    }
    scan.rest
}

/// One visit; a group that is named holds for those after it too.
/// With `led`, the name of the teacher may stand before the class.
fn stop<'a>(
    text: &'a str,
    group: &mut Option<String>,
    led: bool,
    words: &Vocabulary,
) -> Option<(Stop, &'a str)> {
    let mut rest = text;
    if let Some((name, after)) = groups::at_start(rest, words) {
        *group = Some(name);
        rest = wording::trimmed(after);
    }
    let before = times::at_start(rest, Where::Text);
    if let Some((_, after)) = before {
        rest = wording::trimmed(after);
    }
    if let Some((name, after)) = groups::at_start(rest, words) {
        *group = Some(name);
        rest = wording::trimmed(after);
    }
    let name = staff::at_start(rest).filter(|_| led);
    let mut bracket = false;
    if let Some((_, after)) = name {
        let after = wording::trimmed(after.strip_prefix("'s").unwrap_or(after));
        bracket = after.starts_with('(');
        rest = after.strip_prefix('(').unwrap_or(after).trim_start();
    }
    let class = classes::at_start(rest, words)?;
    // What follows the class is the end of the text.
    let after = rest.get(rest.len().checked_sub(class.rest.len())?..)?;
    let after = if bracket { after.strip_prefix(')')? } else { after };
    let behind = bracketed_group(after, words).or_else(|| group_behind(after, words));
    let (group, after) = behind.map_or((group.clone(), after), |(name, rest)| (Some(name), rest));
    let (span, after) = match before {
        Some((span, _)) => (Some(span), after),
        None => time_behind(after).map_or((None, after), |(span, rest)| (Some(span), rest)),
    };
    let (behind, after) = staff::behind_class(after)
        .filter(|_| span.is_none() || before.is_some())
        .map_or((None, after), |(name, rest)| (Some(name), rest));
    let stop = Stop {
        group,
        span,
        class: class.name,
        beside: String::new(),
        staff: name
            .map(|(name, _)| name)
            .into_iter()
            .chain(behind)
            .map(str::to_string)
            .collect(),
        alongside: false,
        perhaps_two: class.both_named,
    };
    Some((stop, after))
}

/// Whether the names of staff stand before their classes: "Miss Surname Y5, Mr Anyname Y6".
fn names_come_first(text: &str, words: &Vocabulary) -> bool {
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let begins = !before.is_alphanumeric();
        before = letter;
        let rest = text.get(at..).filter(|_| begins && letter.is_alphanumeric());
        let Some(rest) = rest else { continue };
        if staff::at_start(rest).is_some() {
            return true;
        }
        if classes::at_start(rest, words).is_some() {
            return false;
        }
    }
    false
}

/// What is said of a class, and the text from the next visit on. That begins behind a comma or the like, or where
/// nothing but names stands before it.
fn until_next<'a>(text: &'a str, led: bool, words: &Vocabulary) -> (&'a str, &'a str) {
    let mut depth = 0_usize;
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let spaced = before.is_whitespace();
        before = letter;
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let (Some(said), Some(rest)) = (text.get(..at), text.get(at..)) else {
            continue;
        };
        let sign = matches!(letter, ',' | ';' | '/' | '|' | '&' | '+');
        let word = spaced && Scan::new(rest).word(&["and", "then"]);
        if depth > 0 || at == 0 || !(sign || word || spaced || letter == '(') {
            continue;
        }
        let behind = joined(rest);
        let begins = stop(behind, &mut None, led, words).is_some();
        if begins && (sign || word || staff::apart(said).1.is_empty()) {
            return (said.trim_end(), rest);
        }
    }
    (text, "")
}

/// The group in "Yr6 (Group 1)".
fn bracketed_group<'a>(text: &'a str, words: &Vocabulary) -> Option<(String, &'a str)> {
    let inner = text.trim_start().strip_prefix('(')?;
    let (name, rest) = groups::at_start(inner, words)?;
    Some((name, rest.trim_start().strip_prefix(')')?))
}

/// The group in "Yr6 Group 1 / Yr2 Group 2": nothing of its own follows it, as a class would in "Yr6, Group 1 Yr5".
fn group_behind<'a>(text: &'a str, words: &Vocabulary) -> Option<(String, &'a str)> {
    let (name, rest) = groups::at_start(text.trim_start(), words)?;
    let ends = rest.trim_start();
    let is_over = ends.is_empty() || ends.starts_with(['/', ',', ';', '|', '(', '&', '+']);
    is_over.then_some((name, rest))
}

/// The time in "Yr6 9:15" and "Yr6 (9:15)", where no other visit begins with it.
fn time_behind(text: &str) -> Option<(Span, &str)> {
    let text = wording::trimmed(text);
    let bracket = text.strip_prefix('(');
    let (span, rest) = times::at_start(bracket.unwrap_or(text).trim_start(), Where::Text)?;
    if bracket.is_some() {
        return Some((span, rest.trim_start().strip_prefix(')')?));
    }
    let ends = rest.trim().is_empty() || rest.trim_start().starts_with([',', ';', '|']);
    ends.then_some((span, rest))
}

/// Whether `text` says something of the class before it, and is no other activity with its pupils or teacher.
fn is_beside(text: &str, words: &Vocabulary) -> bool {
    let short = text.chars().count() <= 60 && !text.ends_with('?');
    let again = times::at_start(text, Where::Text).is_some()
        || groups::at_start(text, words).is_some()
        || by_group(text, words).len() > 1;
    short
        && !again
        && matches!(
            kinds::of(text, words),
            None | Some(crate::domain::activity::ActivityKind::LessonVisits)
        )
}
