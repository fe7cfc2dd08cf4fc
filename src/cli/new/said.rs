//! People and years as they are typed on the command line.

use super::super::table::date;
use crate::domain::{
    drawing_up::Enquiry,
    model::Role,
    plan::{Duty, Holiday, Year},
};

const DUTIES: [(&str, Duty); 6] = [
    ("facilitator", Duty::Facilitator),
    ("reviewer", Duty::Reviewer),
    ("host_head", Duty::HostHead),
    ("safeguarding_lead", Duty::SafeguardingLead),
    ("governor", Duty::Governor),
    ("participant", Duty::Participant),
];
/// Stands among the duties of somebody who works at the host school.
const HOST: &str = "host";

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidPerson {
    name: String,
    group: Option<String>,
    duties: Vec<Duty>,
    host_staff: bool,
}

/// Reads a question and its parts, with `|` between.
pub fn enquiry(text: &str) -> Result<Enquiry, String> {
    let mut parts = text
        .split('|')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(String::from);
    let text = parts.next().ok_or("write the question that the review answers")?;
    Ok(Enquiry {
        text,
        sub_questions: parts.collect(),
    })
}

/// Reads `FROM..UNTIL`, or one day.
pub fn holiday(text: &str) -> Result<Holiday, String> {
    let (from, until) = text.split_once("..").unwrap_or((text, text));
    let read = |text: &str| date(text).map_err(|why| format!("\"{}\": {why}", text.trim()));
    let (from, until) = (read(from)?, read(until)?);
    if until < from {
        return Err(format!("it would end on {until}, before it begins on {from}"));
    }
    Ok(Holiday { from, until })
}

/// Reads `NAME:GROUP:DUTY`, in which group and duty may be left out; several duties have `+` between them.
pub fn person(text: &str) -> Result<SaidPerson, String> {
    let mut parts = text.split(':').map(str::trim);
    let name = parts.next().unwrap_or_default();
    if name.is_empty() {
        return Err("write a role first, such as \"Head of School B:Group 1:reviewer\"".into());
    }
    let group = parts.next().filter(|group| !group.is_empty()).map(String::from);
    let mut person = SaidPerson {
        name: name.into(),
        group,
        duties: Vec::new(),
        host_staff: false,
    };
    let duties = parts.next().unwrap_or_default();
    if parts.next().is_some() {
        return Err("three parts are known, with \":\" between: name, group and duty".into());
    }
    for word in duties.split('+').map(str::trim).filter(|word| !word.is_empty()) {
        let plain = word.to_lowercase().replace([' ', '-'], "_");
        match DUTIES.iter().find(|(known, _)| *known == plain) {
            Some((_, duty)) => person.duties.push(*duty),
            None if plain == HOST => person.host_staff = true,
            None => return Err(unknown_duty(word)),
        }
    }
    let is_of_the_host = |duty: &Duty| matches!(duty, Duty::HostHead | Duty::SafeguardingLead);
    person.host_staff |= person.duties.iter().any(is_of_the_host);
    if person.duties.is_empty() {
        person.duties.push(Duty::Reviewer);
    }
    Ok(person)
}

fn unknown_duty(word: &str) -> String {
    let known: Vec<&str> = DUTIES.iter().map(|(word, _)| *word).collect();
    format!(
        "there is no duty \"{word}\"; there are {}, and host for host staff",
        known.join(", ")
    )
}

/// Reads a year with its number of classes, such as `Year 1:2`.
pub fn year(text: &str) -> Result<Year, String> {
    let (name, classes) = match text.split_once(':') {
        Some((name, classes)) => (name, classes.trim().parse().ok().filter(|classes| *classes > 0)),
        None => (text, Some(1)),
    };
    let name = name.trim();
    match classes {
        Some(classes) if !name.is_empty() => Ok(Year {
            name: name.into(),
            classes,
        }),
        _ => Err("write a year, or a year and its number of classes, such as \"Year 1:2\"".into()),
    }
}

/// The groups of the model with those that only people name, and the people, if any were said.
pub fn people(groups: &[String], said: &[SaidPerson]) -> (Vec<String>, Option<Vec<Role>>) {
    let mut groups = groups.to_vec();
    let mut roles = Vec::with_capacity(said.len());
    for person in said {
        let group = person.group.as_ref().map(|name| {
            let same = |known: &String| known.to_lowercase() == name.to_lowercase();
            groups.iter().position(same).unwrap_or_else(|| {
                groups.push(name.clone());
                groups.len() - 1
            })
        });
        roles.push(Role {
            name: person.name.clone(),
            duties: person.duties.clone(),
            group,
            host_staff: person.host_staff,
        });
    }
    (groups, (!roles.is_empty()).then_some(roles))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_has_a_role_and_perhaps_a_group_and_duties() {
        let known = person("Deputy Head: Group 2 : reviewer+host").unwrap();
        assert_eq!(known.group.as_deref(), Some("Group 2"));
        assert_eq!((known.duties, known.host_staff), (vec![Duty::Reviewer], true));
        assert_eq!(person("Governor::Governor").unwrap().duties, [Duty::Governor]);
        assert!(person("DSL::safeguarding lead").unwrap().host_staff);
        assert_eq!(person("Head of School B").unwrap().duties, [Duty::Reviewer]);
        for (wrong, word) in [
            (":Group 1", "role"),
            ("A:B:C", "\"C\""),
            ("A:B:host:D", "three parts"),
        ] {
            let said = person(wrong).unwrap_err();
            assert!(said.contains(word), "{said}");
        }
    }

    #[test]
    fn a_year_has_one_class_unless_said() {
        let classes = |text: &str| year(text).map(|year| year.classes);
        assert_eq!((classes("Reception"), classes(" Year 1: 2")), (Ok(1), Ok(2)));
        for wrong in ["", "Year 1:0", "Year 1:two", "Year 1:999"] {
            assert!(year(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_group_that_only_a_person_names_is_added() {
        let said = [person("A:group 2").unwrap(), person("B:Governors").unwrap()];
        let (groups, roles) = people(&["Group 1".into(), "Group 2".into()], &said);
        assert_eq!(groups, ["Group 1", "Group 2", "Governors"]);
        let at: Vec<_> = roles.unwrap().iter().map(|role| role.group).collect();
        assert_eq!(at, [Some(1), Some(2)]);
        assert_eq!(people(&[], &[]).1, None);
    }
}
