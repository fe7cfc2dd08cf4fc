use std::collections::BTreeSet;

use super::*;

#[test]
fn a_group_or_a_person_is_handed_over_alone() {
    let (plan, loaded) = example(1);
    let when = "2026-12-01T10:15:00+00:00".parse().unwrap();
    let of = |group: Option<&str>, by: Option<&str>| {
        let whose = Whose {
            group: group.map(str::to_string),
            by: by.map(str::to_string),
            recorded_by: None,
        };
        make(&plan, &loaded, &whose, when)
    };
    let all = of(None, None).unwrap();
    assert_eq!(
        (all.writers.len(), all.notes),
        (3, loaded.records.notes.live().count())
    );
    let one = of(Some("1"), None).unwrap();
    let two = of(Some("Group 2"), None).unwrap();
    // Who went along with the other group is in both; nobody is in a group's file who was never of it nor with it.
    for (made, group) in [(&one, &plan.groups[0].id), (&two, &plan.groups[1].id)] {
        let is_of = |note: &Record<Note>| {
            let person = plan.person(&note.body.by.id);
            let way = note.body.place.track.as_ref();
            person.is_some_and(|person| person.group.as_ref() == Some(group))
                || way.is_some_and(|way| way.id == *group)
        };
        let notes: Vec<&Record<Note>> = loaded.records.notes.live().filter(|note| is_of(note)).collect();
        let people: BTreeSet<&str> = notes.iter().map(|note| note.body.by.words.as_str()).collect();
        let named: BTreeSet<&str> = made.writers.iter().map(String::as_str).collect();
        assert_eq!((named, made.notes), (people, notes.len()), "{group:?}");
    }
    assert_ne!(one.writers, two.writers);
    assert_eq!(
        of(None, Some("Head of School C")).unwrap().writers,
        ["Head of School C"]
    );
    assert!(
        of(Some("7"), None)
            .unwrap_err()
            .to_string()
            .contains("Group 1, Group 2")
    );
    assert!(
        of(None, Some("nobody"))
            .unwrap_err()
            .to_string()
            .contains("Head of School C")
    );
}

#[test]
fn what_somebody_said_is_chosen_whoever_typed_it_and_a_group_by_its_people_or_its_way() {
    let (plan, mut loaded) = example(1);
    let when = "2026-12-01T10:15:00+00:00".parse().unwrap();
    let of = |loaded: &LoadedRecords, whose: Whose| make(&plan, loaded, &whose, when);
    let group = || Whose {
        group: Some("2".into()),
        ..Whose::default()
    };
    let by = |name: &str| Whose {
        by: Some(name.into()),
        ..Whose::default()
    };
    let group_of = |id: &PersonId| plan.person(id).and_then(|person| person.group.clone());
    let two = plan.groups[1].id.clone();
    let before = of(&loaded, group()).unwrap();
    // Typed by somebody of the first group, for somebody who has no file here.
    let has_file = |id: &PersonId| {
        let mut files = loaded.files.iter();
        files.any(|file| file.person.as_ref().is_some_and(|person| person.id == *id))
    };
    let absent = plan.people.iter().find(|person| !has_file(&person.id)).unwrap();
    let had = of(&loaded, by(&absent.name)).map_or(0, |made| made.notes);
    let of_one = |note: &&Record<Note>| {
        group_of(&note.body.by.id).is_some_and(|group| group != two)
            && note.body.place.track.as_ref().is_none_or(|track| track.id != two)
    };
    let mut notes = loaded.records.notes.live().filter(of_one).cloned();
    let (mut said, mut on_their_way) = (notes.next().unwrap(), notes.next().unwrap());
    drop(notes);
    said.rev += 1;
    said.body.text = "zebra said".into();
    said.body.by = Label {
        id: absent.id.clone(),
        words: absent.name.clone(),
    };
    on_their_way.rev += 1;
    on_their_way.body.text = "zebra seen".into();
    on_their_way.body.place.track = Some(Label {
        id: two.clone(),
        words: "Group 2".into(),
    });
    loaded.records.join(Entry::Note(said.clone()));
    loaded.records.join(Entry::Note(on_their_way));
    let theirs = of(&loaded, by(&absent.name)).unwrap();
    assert_eq!(
        (theirs.writers.as_slice(), theirs.notes),
        ([absent.name.clone()].as_slice(), had + 1)
    );
    assert!(theirs.text.contains("zebra said") && !theirs.text.contains("zebra seen"));
    let group = of(&loaded, group()).unwrap();
    let goes_with_two = usize::from(group_of(&absent.id).as_ref() == Some(&two));
    assert_eq!(group.notes, before.notes + 1 + goes_with_two);
    assert!(group.text.contains("zebra seen"));
    let recorded = Whose {
        recorded_by: loaded.files.iter().find_map(|file| {
            let person = file.person.as_ref()?;
            (file.writer == Some(said.writer)).then(|| person.id.clone())
        }),
        ..Whose::default()
    };
    assert!(of(&loaded, recorded).unwrap().text.contains("zebra said"));
}
