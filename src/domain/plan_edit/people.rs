//! Edits of who takes part, and in which group.

use super::{Fresh, Refusal, wording};
use crate::domain::{
    ids::{GroupId, PersonId},
    plan::{Duty, Group, Person, Plan},
};

/// A change of people or groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeopleEdit {
    /// A further person, who reviews.
    Add(String),
    /// Another name for a person.
    Rename(PersonId, String),
    /// A person goes.
    Remove(PersonId),
    /// A person goes with a group, or with none.
    Group(PersonId, Option<GroupId>),
    /// A person takes on a duty, or hands it over.
    Duty(PersonId, Duty),
    /// Whether a person works at the host school.
    HostStaff(PersonId, bool),
    /// A further group.
    AddGroup(String),
    /// Another name for a group.
    RenameGroup(GroupId, String),
    /// A group that nobody is in and that has nothing to do goes.
    RemoveGroup(GroupId),
}

pub(super) fn apply(plan: &mut Plan, edit: PeopleEdit, fresh: Fresh) -> Result<(), Refusal> {
    match edit {
        PeopleEdit::Add(name) => {
            let name = wording::name(&name, names(plan, None))?;
            plan.people.push(Person {
                id: PersonId::new(fresh.id("person", plan)),
                name,
                group: None,
                host_staff: false,
                duties: vec![Duty::Reviewer],
            });
        }
        PeopleEdit::Rename(id, name) => {
            let name = wording::name(&name, names(plan, Some(&id)))?;
            person_mut(plan, &id)?.name = name;
        }
        PeopleEdit::Remove(id) => {
            person_mut(plan, &id)?;
            if plan.people.len() == 1 {
                return Err(Refusal::LastPerson);
            }
            plan.people.retain(|person| person.id != id);
        }
        PeopleEdit::Group(id, group) => {
            if group.as_ref().is_some_and(|group| plan.group(group).is_none()) {
                return Err(Refusal::Gone);
            }
            person_mut(plan, &id)?.group = group;
        }
        PeopleEdit::Duty(id, duty) => {
            let duties = &mut person_mut(plan, &id)?.duties;
            match duties.iter().position(|held| *held == duty) {
                Some(at) => drop(duties.remove(at)),
                None => duties.push(duty),
            }
        }
        PeopleEdit::HostStaff(id, host_staff) => person_mut(plan, &id)?.host_staff = host_staff,
        PeopleEdit::AddGroup(..) | PeopleEdit::RenameGroup(..) | PeopleEdit::RemoveGroup(_) => {
            change_groups(plan, edit, fresh)?;
        }
    }
    Ok(())
}

fn change_groups(plan: &mut Plan, edit: PeopleEdit, fresh: Fresh) -> Result<(), Refusal> {
    let free = |plan: &Plan, name: &str, but: Option<&GroupId>| {
        let others = plan.groups.iter().filter(|group| Some(&group.id) != but);
        wording::name(name, others.map(|group| group.name.as_str()))
    };
    match edit {
        PeopleEdit::AddGroup(name) => {
            let name = free(plan, &name, None)?;
            let id = GroupId::new(fresh.id("group", plan));
            plan.groups.push(Group { id, name });
        }
        PeopleEdit::RenameGroup(id, name) => {
            let name = free(plan, &name, Some(&id))?;
            let group = plan.groups.iter_mut().find(|group| group.id == id);
            group.ok_or(Refusal::Gone)?.name = name;
        }
        PeopleEdit::RemoveGroup(id) => {
            let name = plan.group(&id).ok_or(Refusal::Gone)?.name.clone();
            if let Some(by) = used_by(plan, &id) {
                return Err(Refusal::GroupInUse { name, by });
            }
            plan.groups.retain(|group| group.id != id);
        }
        _ => {}
    }
    Ok(())
}

/// Who or what belongs to a group: its first person, or the first row in which it has something of its own to do.
fn used_by(plan: &Plan, id: &GroupId) -> Option<String> {
    let person = plan
        .people
        .iter()
        .find(|person| person.group.as_ref() == Some(id));
    let mut rows = plan.days.iter().flat_map(|day| &day.slots).chain(&plan.former);
    person.map(|person| person.name.clone()).or_else(|| {
        Some(
            rows.find(|slot| slot.track(Some(id)).is_some())?
                .activity
                .title
                .clone(),
        )
    })
}

fn names<'p>(plan: &'p Plan, but: Option<&'p PersonId>) -> impl Iterator<Item = &'p str> {
    let others = plan.people.iter().filter(move |person| Some(&person.id) != but);
    others.map(|person| person.name.as_str())
}

fn person_mut<'p>(plan: &'p mut Plan, id: &PersonId) -> Result<&'p mut Person, Refusal> {
    let person = plan.people.iter_mut().find(|person| person.id == *id);
    person.ok_or(Refusal::Gone)
}
