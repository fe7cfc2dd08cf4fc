//! What is not known: of a newer version it is passed over, of ours it is a fault.

use super::*;

#[test]
fn a_file_of_a_newer_version_is_read_as_far_as_it_is_known() {
    let newer = VERSION_1
        .replace("version: 1", "version: 9")
        .replace("seq: 5", "mood: (1), seq: 5");
    let read = read_text(&newer);
    assert_eq!(
        (read.standing, &read.records),
        (Standing::Newer { version: 9 }, &whole_1())
    );
    let shown = read.fault.expect("a fault").to_string();
    assert!(
        shown.contains("written by a newer knownow") && shown.ends_with("the file was not changed"),
        "{shown}"
    );
    let strange = read_text(&newer.replace("kind: evidence", "kind: praise"));
    assert_eq!(
        (strange.standing, strange.records.len()),
        (Standing::Newer { version: 9 }, 11)
    );
}

#[test]
fn what_a_newer_version_adds_is_passed_over_and_never_taken_for_something_else() {
    let lists =
        "    photos: [\n        (when: \"2026-12-01T09:16:00+00:00\", kind: strength, text: \"a photo\"";
    let note = VERSION_1
        .lines()
        .nth(8)
        .expect("a note")
        .replace("000000000012", "000000000099");
    let newer = VERSION_1.replace("version: 1", "version: 9").replace(
        "    asked: [",
        &format!("{lists}),\n{note}\n    ],\n    asked: ["),
    );
    let read = read_text(&newer);
    assert_eq!((&read.records, said(&read)), (&whole_1(), Vec::new()));
}

#[test]
fn a_mistyped_name_is_a_fault_since_what_it_holds_would_be_gone_with_the_next_save() {
    let list = read_text(&VERSION_1.replace("    findings: [", "    indings: ["));
    assert_eq!((list.standing, &list.records), (Standing::Broken, &whole_1()));
    assert_eq!(said(&list), ["21: there is no list with the name `indings`"]);
    for (good, bad) in [
        ("important: true", "importent: true"),
        ("tags: [", "tag: ["),
        ("because: \"fire", "becose: \"fire"),
        ("who: \"Subject", "how: \"Subject"),
        ("words: \"Small", "word: \"Small"),
    ] {
        let read = read_text(&VERSION_1.replace(good, bad));
        assert_eq!(read.standing, Standing::Broken, "{bad}");
        let word = bad.split(':').next().expect("a word");
        assert!(
            said(&read)[0].contains(&format!("`{word}` is not the name of a field here")),
            "{:?}",
            said(&read)
        );
    }
}
