//! Who a text says wrote it, to be confirmed: the head of a mail, a field of a form, a signature.

use super::{Jotted, words};
use crate::domain::plan::{Person, Plan};

/// Fields behind which the name of a writer stands.
const FIELDS: [&str; 5] = ["from", "name", "reviewer", "reviewed by", "completed by"];

/// Who a text says wrote it, and in which line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposed<'a> {
    /// Whose words they may be.
    pub person: &'a Person,
    /// The line of the source, from 1.
    pub line: usize,
}

/// The one person of `plan` whom `jotted` names as its writer; nobody if it names none, or several.
#[must_use]
pub fn proposed<'a>(plan: &'a Plan, jotted: &Jotted) -> Option<Proposed<'a>> {
    let of_writer = |why: &str| matches!(why, "the head of a mail" | "a signature" | super::WHO_WROTE);
    let lines = jotted.not_notes.iter().filter(|other| of_writer(other.why));
    let mut found = lines.filter_map(|other| {
        let person = named(plan, &other.text)?;
        Some(Proposed {
            person,
            line: other.line,
        })
    });
    let first = found.next()?;
    found
        .all(|other| other.person.id == first.person.id)
        .then_some(first)
}

/// Whom a line names as the writer: it is the name, or the name stands behind its field.
fn named<'a>(plan: &'a Plan, text: &str) -> Option<&'a Person> {
    let (field, behind) = text.split_once(':').unwrap_or(("", text));
    if !field.is_empty() && !FIELDS.contains(&words(field).as_str()) {
        return None;
    }
    let said = words(behind);
    let begins = |person: &&Person| {
        let name = words(&person.name);
        let rest = said.strip_prefix(&name);
        rest.is_some_and(|rest| rest.is_empty() || (!field.is_empty() && rest.starts_with(' ')))
    };
    plan.people
        .iter()
        .filter(begins)
        .max_by_key(|person| person.name.len())
}
