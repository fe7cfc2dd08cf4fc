use proptest::prelude::*;

use super::*;
use crate::domain::{
    coverage::{VisitState, Visited},
    ids::{GroupId, VisitId},
};

/// A school with so many classes in each year.
fn school(years: &[(&str, u8)]) -> Host {
    let years = years.iter().map(|(name, classes)| Year {
        name: (*name).into(),
        classes: *classes,
    });
    Host {
        name: "Oakfield Primary".into(),
        years: years.collect(),
    }
}

fn class(name: &str, state: VisitState) -> Class {
    let mut class = Class::called(name);
    class.visits.push(Visited {
        visit: VisitId::new("v"),
        group: GroupId::new("g"),
        state,
    });
    class
}

/// Each part with its classes, as "lower key stage 2: Year 3, Year 4".
fn parts(host: &Host, seen: &[&str], missed: &[&str]) -> Vec<String> {
    let missed = missed
        .iter()
        .map(|name| class(name, VisitState::NotSeen("in the hall".into())));
    let seen = seen.iter().map(|name| class(name, VisitState::Seen));
    let visited: Vec<Class> = seen.chain(missed).collect();
    let parts = PartsOfSchool::of(host, &visited);
    let told = parts
        .iter()
        .map(|part| format!("{}: {}", part.name, part.classes.join(", ")));
    told.collect()
}

const ONE_FORM: [(&str, u8); 7] = [
    ("Reception", 1),
    ("Year 1", 1),
    ("Year 2", 1),
    ("Year 3", 1),
    ("Year 4", 1),
    ("Year 5", 1),
    ("Year 6", 1),
];

#[test]
fn a_school_with_one_class_a_year_is_told_by_stages_of_two_classes_or_more() {
    let host = school(&ONE_FORM);
    let years = [
        "Reception",
        "Year 1",
        "Year 2",
        "Year 3",
        "Year 4",
        "Year 5",
        "Year 6",
    ];
    assert_eq!(
        parts(&host, &years, &[]),
        [
            "early years and key stage 1: Reception, Year 1, Year 2",
            "lower key stage 2: Year 3, Year 4",
            "upper key stage 2: Year 5, Year 6"
        ]
    );
    assert_eq!(
        parts(&host, &["Y3", "Y4", "Y5"], &["Y6"]),
        ["key stage 2: Y3, Y4, Y5, Y6"]
    );
    assert_eq!(
        parts(&host, &["YR", "Y3", "Y4"], &[]),
        ["early years and key stage 2: YR, Y3, Y4"]
            .map(|said| said.replace("key stage 2", "lower key stage 2"))
    );
    assert_eq!(parts(&host, &["Year 4"], &["Year 3"]), Vec::<String>::new());
}

#[test]
fn a_year_with_several_classes_stands_for_itself_if_its_whole_stage_can() {
    let two = school(&[("Year 3", 2), ("Year 4", 2), ("Year 5", 2), ("Year 6", 1)]);
    assert_eq!(
        parts(
            &two,
            &["Year 3", "Year 4 Oak", "Year 4 Elm", "Year 5", "Year 6"],
            &[]
        ),
        [
            "Year 3: Year 3",
            "Year 4: Year 4 Oak, Year 4 Elm",
            "upper key stage 2: Year 5, Year 6"
        ]
    );
    // "Year 4 Oak" by itself is its teacher.
    assert_eq!(
        parts(&two, &["Year 3", "Year 4 Oak"], &[]),
        ["lower key stage 2: Year 3, Year 4 Oak"]
    );
}

#[test]
fn classes_of_two_stages_and_classes_without_a_year_have_a_part_too() {
    let mixed = school(&[("Year 2/3", 1), ("Year 4", 1), ("Oak", 1)]);
    assert_eq!(
        parts(&mixed, &["Year 2/3", "Year 4", "Oak", "Elm"], &[]),
        [
            "key stage 1 and lower key stage 2: Year 2/3, Year 4",
            "other classes: Oak, Elm"
        ]
    );
}

proptest! {
    #[test]
    fn every_class_has_one_part_and_no_part_is_one_class(
        sizes in prop::collection::vec(1_u8..3, 7),
        visits in prop::collection::vec((0_usize..7, any::<bool>(), any::<bool>()), 0..9),
    ) {
        let years: Vec<(&str, u8)> = ONE_FORM.iter().zip(&sizes).map(|((name, _), size)| (*name, *size)).collect();
        let host = school(&years);
        let mut visited: Vec<Class> = Vec::new();
        for (year, named, missed) in visits {
            let name = if named { format!("{} Oak", years[year].0) } else { years[year].0.to_owned() };
            let state = if missed { VisitState::NotSeen(String::new()) } else { VisitState::Seen };
            if visited.iter().all(|known| known.name != name) {
                visited.push(class(&name, state));
            }
        }
        let parts = PartsOfSchool::of(&host, &visited);
        let mut told: Vec<&String> = parts.iter().flat_map(|part| &part.classes).collect();
        told.sort();
        told.dedup();
        let all: Vec<&Class> = visited.iter().collect();
        if faces(&host, &all) < FEWEST {
            prop_assert!(told.is_empty());
        } else {
            prop_assert_eq!(told.len(), visited.len());
        }
        for part in parts.iter() {
            let of_part: Vec<&Class> = visited.iter().filter(|class| part.classes.contains(&class.name)).collect();
            prop_assert!(faces(&host, &of_part) >= FEWEST, "{part:?}");
        }
    }
}
