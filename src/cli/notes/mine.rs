//! Who asks for their own notes.

use super::super::Failure;
use crate::{
    domain::{
        plan::{Person, Plan},
        records::Records,
        today::Today,
    },
    storage::{
        disk::Disk,
        local_state::{LocalState, machine_name},
        paths::Home,
    },
};

/// The person who is called so, or who opened the session on this computer last.
///
/// # Errors
/// If the session has nobody of that name, or was never opened here.
pub fn person(
    home: &Home,
    disk: &dyn Disk,
    (plan, records): (&Plan, &Records),
    named: Option<&str>,
) -> Result<Person, Failure> {
    let there = Today::of(plan, records, None).plan;
    if let Some(name) = named {
        return there.person_called(name).cloned().ok_or_else(|| {
            let people: Vec<&str> = there.people.iter().map(|person| person.name.as_str()).collect();
            let people = people.join(", ");
            Failure::wrong_use(format!("nobody here is \"{name}\"; these take part: {people}"))
        });
    }
    let state = LocalState::load(disk, &home.local_state(plan.session), plan.session);
    let last = state
        .last(&machine_name())
        .and_then(|id| there.person(id).cloned());
    last.ok_or_else(|| {
        Failure::wrong_use("it is not known who you are in this session: say it with --as NAME")
    })
}
