use uuid::Uuid;

use super::*;

const HEAD: &str = r#"(
    format: "knownow records",
    version: 1,
    session: "00000000-0000-0000-0000-000000000001",
    writer: "00000000-0000-0000-0000-000000000002",
    person: (id: "facilitator", words: "Facilitator"),
    notes: [
"#;

#[test]
fn the_head_is_read_whatever_follows_it() {
    let header = Header::peek(&format!("{HEAD} <<<<<<< ??? \" not RON at all"));
    assert_eq!(header.format.as_deref(), Some(Format::Records.name()));
    assert_eq!(header.version, Some(1));
    assert_eq!(header.session, Some(SessionId(Uuid::from_u128(1))));
    assert_eq!(header.writer, Some(WriterId(Uuid::from_u128(2))));
    assert_eq!(
        header.person.map(|person| person.words).as_deref(),
        Some("Facilitator")
    );
}

#[test]
fn the_head_is_kept_as_far_as_it_can_be_read() {
    let header = Header::peek(&HEAD.replace("-000000000002", "-00000000002"));
    assert_eq!((header.version, header.writer), (Some(1), None));
    assert_eq!(Header::peek("no head"), Header::default());
}

#[test]
fn fields_before_the_head_are_passed_over() {
    let header = Header::peek("(about: [(1), \"x\"], version: 7, format: \"knownow model\", id: \"x\")");
    assert_eq!(
        (header.version, header.format.as_deref()),
        (Some(7), Some("knownow model"))
    );
}

#[test]
fn version_0_and_other_kinds_are_refused_at_their_line() {
    let check = |text: &str| Header::peek(text).check(Format::Records, Path::new("r.ron"), text);
    assert_eq!(check(HEAD).expect("fine"), None);
    let none = check(&HEAD.replace("version: 1", "version: 0"))
        .expect_err("a fault")
        .to_string();
    assert!(none.starts_with("r.ron:3:1: there is no version 0"), "{none}");
    let other = check(&HEAD.replace("knownow records", "knownow plan"))
        .expect_err("a fault")
        .to_string();
    assert!(
        other.starts_with("r.ron:2:1: this is a \"knownow plan\" file"),
        "{other}"
    );
    let newer = check(&HEAD.replace("version: 1", "version: 9"))
        .expect("a head")
        .expect("newer");
    assert!(
        newer
            .to_string()
            .contains("version 9 of this file, this program knows up to 4"),
        "{newer}"
    );
}
