//! Ids that people can read, made from names.

use std::collections::BTreeSet;

use super::plan::Plan;

/// The longest id that is made of a name, in letters, before a number is put behind it.
const LONGEST: usize = 48;

/// A name as part of an id or of a file's name: small letters and digits with single dashes between.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "unnamed".into()
    } else {
        slug.chars().take(LONGEST).collect()
    }
}

/// The ids that a plan has given away, so that no id ever stands for two things.
#[derive(Debug, Clone, Default)]
pub struct IdsInUse(BTreeSet<String>);

impl IdsInUse {
    /// Those of a plan, what is no longer in its timetable included. Questions have ids of their own in each row.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let mut ids = BTreeSet::new();
        let mut add = |id: &str| {
            ids.insert(id.to_string());
        };
        plan.groups.iter().for_each(|group| add(group.id.as_str()));
        plan.people.iter().for_each(|person| add(person.id.as_str()));
        for line in &plan.agreement.lines_of_enquiry {
            add(line.id.as_str());
            line.sub_questions.iter().for_each(|part| add(part.id.as_str()));
        }
        plan.days.iter().for_each(|day| add(day.id.as_str()));
        for slot in plan.days.iter().flat_map(|day| &day.slots).chain(&plan.former) {
            add(slot.id.as_str());
            for track in &slot.tracks {
                add(track.id.as_str());
                track.visits.iter().for_each(|visit| add(visit.id.as_str()));
            }
        }
        Self(ids)
    }

    /// An id made of `name` that nothing has yet; a number is put behind it if need be.
    pub fn fresh(&mut self, name: &str) -> String {
        let wanted = slug(name);
        let numbered = (2_u32..).map(|number| format!("{wanted}-{number}"));
        let mut candidates = std::iter::once(wanted.clone()).chain(numbered);
        // There is always one more number than there are ids.
        let id = candidates.find(|id| !self.0.contains(id)).unwrap_or(wanted);
        self.0.insert(id.clone());
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_safe_on_every_disk() {
        assert_eq!(slug("Head of School B"), "head-of-school-b");
        assert_eq!(slug("St. Élan's / Übung"), "st-lan-s-bung");
        assert_eq!(slug("../.."), "unnamed");
        assert_eq!(slug("校长"), "unnamed");
    }

    #[test]
    fn an_id_is_given_once() {
        let mut ids = IdsInUse::default();
        assert_eq!(ids.fresh("Lesson visits"), "lesson-visits");
        assert_eq!(ids.fresh("Lesson visits 2"), "lesson-visits-2");
        assert_eq!(ids.fresh("Lesson visits"), "lesson-visits-3");
    }
}
