use super::*;
use crate::domain::{example, ids::GroupId, plan::Plan};

fn jotting(text: &str) -> Jotting {
    Jotting {
        line: 1,
        lines: 1,
        text: text.into(),
        ..Jotting::default()
    }
}

#[test]
fn the_same_words_have_one_id_at_one_place_and_two_if_they_stand_there_twice() {
    let session = SessionId(Uuid::from_u128(1));
    let (one, other) = (PersonId::new("b"), PersonId::new("c"));
    let id = |author, text: &str| Ids::new(session, author).of(&jotting(text));
    assert_eq!(
        id(&one, "it's \"all\" - well"),
        id(&one, "It\u{2019}s  \u{201c}all\u{201d} \u{2013} well")
    );
    assert_ne!(id(&one, "all well"), id(&other, "all well"));
    assert_ne!(id(&one, "all well"), id(&one, "all ill"));
    let mut ids = Ids::new(session, &one);
    let mut elsewhere = jotting("all well");
    elsewhere.above.class = Some("Year 5".into());
    let four = [
        jotting("all well"),
        elsewhere,
        jotting("all well"),
        jotting("well"),
    ]
    .map(|jotting| ids.of(&jotting));
    let distinct: std::collections::BTreeSet<_> = four.iter().collect();
    assert_eq!(distinct.len(), 4);
}

#[test]
fn words_that_say_enough_are_the_same_note_under_another_class() {
    let session = SessionId(Uuid::from_u128(1));
    let author = PersonId::new("b");
    let under = |class: &str| {
        let mut jotting = jotting("every pupil answers on a whiteboard");
        jotting.above.class = Some(class.into());
        jotting
    };
    let first = |class: &str| Ids::new(session, &author).of(&under(class));
    assert_eq!(first("Year 5").0, first("Year 6").0);
    // An earlier version told them apart.
    assert_ne!(first("Year 5").1, first("Year 6").1);
    let mut ids = Ids::new(session, &author);
    let twice = [ids.of(&under("Year 5")).0, ids.of(&under("Year 6")).0];
    assert_ne!(twice[0], twice[1], "one text has them both");
}

#[test]
fn what_is_not_sure_has_no_place() {
    let plan: Plan = example::plan();
    let nobody = GroupId::new("no such group");
    let ground = Ground::new(&plan, Some(&nobody));
    let found = ground.find(&jotting("all calm"), None);
    assert_eq!(
        (found.place, found.when, found.reason),
        (None, None, Reason::Nothing)
    );
    let mut visit = jotting("all calm");
    visit.own.class = Some("Year 12".into());
    let found = ground.find(&visit, None);
    assert_eq!(
        (found.place, found.reason),
        (None, Reason::NotVisited("Year 12".into()))
    );
    let mut late = jotting("all calm");
    late.own.time = chrono::NaiveTime::from_hms_opt(23, 50, 0);
    assert!(ground.find(&late, None).place.is_none());
}
