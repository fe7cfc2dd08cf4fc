//! The people of a plan that can't be read as a whole: as most plans have one person a line, each line is read alone.

use super::plan_text::PersonText;
use crate::{
    domain::{ids::PersonId, note::Label},
    storage::ron_text,
};

/// Those of the people of a plan whose lines can be read; nobody if there is no list of them any more.
#[must_use]
pub fn of_broken_plan(bytes: &[u8]) -> Vec<Label<PersonId>> {
    let text = String::from_utf8_lossy(bytes);
    let list = text
        .lines()
        .map(str::trim)
        .skip_while(|line| !line.starts_with("people:"));
    list.skip(1)
        .take_while(|line| !line.starts_with(']'))
        .filter_map(|line| {
            let person = line.strip_suffix(',').unwrap_or(line);
            let person: PersonText = ron_text::options().from_str(person).ok()?;
            Some(Label::new(person.id, &person.name))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::catalogue;

    #[test]
    fn a_slip_costs_one_line_and_remarks_and_groups_are_nobody() {
        let plan = catalogue::examples()[0].plan;
        let names = |text: &str| -> Vec<String> {
            let people = of_broken_plan(text.as_bytes());
            people.into_iter().map(|person| person.words).collect()
        };
        let whole = names(plan);
        assert_eq!((whole.len(), whole[0].as_str()), (8, "Facilitator"));
        let slip = plan.replacen("name: \"Head of School B\"", "name: \"Head of School B", 1);
        assert_ne!(slip, plan);
        let without: Vec<String> = whole
            .into_iter()
            .filter(|name| name != "Head of School B")
            .collect();
        assert_eq!(names(&slip), without);
        assert!(names("not a plan").is_empty());
    }
}
