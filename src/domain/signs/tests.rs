use proptest::prelude::*;

use super::*;
use crate::domain::plan::Duty;

fn person(id: &str, name: &str, duty: Duty) -> Person {
    Person {
        id: PersonId::new(id),
        name: name.to_owned(),
        group: None,
        host_staff: false,
        duties: vec![duty],
    }
}

fn people() -> Vec<Person> {
    vec![
        person("facilitator", "Facilitator", Duty::Facilitator),
        person("head-a", "Head of School A", Duty::HostHead),
        person("head-b", "Head of School B", Duty::Reviewer),
        person("head-c", "Head of School C", Duty::Reviewer),
        person("sendco", "SENDCO", Duty::Participant),
        person("deputy", "Deputy Head of School C", Duty::Reviewer),
    ]
}

/// As typed by the head of school B, who has named nobody before.
fn read(typed: &str) -> Line {
    read_line(typed, &people(), None, &PersonId::new("head-b"))
}

fn note(kind: NoteKind, text: &str) -> Line {
    Line {
        kind,
        text: text.to_owned(),
        ..Line::default()
    }
}

fn evidence(text: &str) -> Line {
    note(NoteKind::Evidence, text)
}

fn by(id: &str, line: Line) -> Line {
    Line {
        by: Some(PersonId::new(id)),
        ..line
    }
}

fn important(line: Line) -> Line {
    Line {
        important: true,
        ..line
    }
}

fn private(line: Line) -> Line {
    Line {
        private: true,
        ..line
    }
}

#[test]
fn a_sign_says_the_kind() {
    assert_eq!(read("+ small steps"), note(NoteKind::Strength, "small steps"));
    assert_eq!(read("-two wait"), note(NoteKind::Development, "two wait"));
    assert_eq!(read("? why cubes"), note(NoteKind::Question, "why cubes"));
    assert_eq!(read("9 of 27 use cubes"), evidence("9 of 27 use cubes"));
    assert_eq!(read("++ x"), note(NoteKind::Strength, "+ x"));
    assert_eq!(read("+ - x"), note(NoteKind::Strength, "- x"));
}

#[test]
fn important_stands_on_either_side() {
    assert_eq!(read("!+ x"), important(note(NoteKind::Strength, "x")));
    assert_eq!(read("+!x"), important(note(NoteKind::Strength, "x")));
    assert_eq!(read("! x"), important(evidence("x")));
    assert_eq!(read("!! x"), important(evidence("! x")));
    assert_eq!(read("+ ! x"), note(NoteKind::Strength, "! x"));
}

#[test]
fn private_is_one_of_the_signs_wherever_it_stands_among_them() {
    assert_eq!(read("> mine"), private(evidence("mine")));
    assert_eq!(
        read(">+! mine"),
        private(important(note(NoteKind::Strength, "mine")))
    );
    assert_eq!(read("-> next"), private(note(NoteKind::Development, "next")));
    assert_eq!(read("+> mine"), private(note(NoteKind::Strength, "mine")));
    assert_eq!(read("!> mine"), private(important(evidence("mine"))));
    for typed in ["@head-c > mine", "@head-c >mine", ">@head-c mine"] {
        assert_eq!(read(typed), private(by("head-c", evidence("mine"))), "{typed}");
    }
    assert_eq!(
        read("+ @head-c !> mine"),
        private(by("head-c", important(note(NoteKind::Strength, "mine"))))
    );
    assert_eq!(read("> + mine"), private(evidence("+ mine")));
    // Whoever leaves a space means the same; a TAB, or a line that begins with a space, makes it text.
    assert_eq!(read("! > mine"), private(important(evidence("mine"))));
    assert_eq!(read("+ > mine"), private(note(NoteKind::Strength, "mine")));
    assert_eq!(read("-  >mine"), private(note(NoteKind::Development, "mine")));
    assert_eq!(read("+\t> 9 of 27"), note(NoteKind::Strength, "> 9 of 27"));
    assert_eq!(read("9 > 5"), evidence("9 > 5"));
    assert_eq!(read(">> x"), private(evidence("> x")));
    assert_eq!(read(" > x"), evidence("> x"));
}

#[test]
fn only_one_space_goes() {
    assert_eq!(read("+  x"), note(NoteKind::Strength, " x"));
    assert_eq!(read("+\tx"), note(NoteKind::Strength, "x"));
    assert_eq!(read("+"), note(NoteKind::Strength, ""));
    assert_eq!(read("+ "), note(NoteKind::Strength, ""));
    assert_eq!(read(""), evidence(""));
}

#[test]
fn a_leading_space_makes_plain_text() {
    assert_eq!(read(" + x"), evidence("+ x"));
    assert_eq!(read("\t@c x"), evidence("@c x"));
    assert_eq!(read("  x"), evidence(" x"));
}

#[test]
fn an_at_names_a_person_before_or_after_the_kind() {
    let wanted = by("head-c", note(NoteKind::Strength, "cubes out"));
    for typed in [
        "@head-c + cubes out",
        "+ @head-c cubes out",
        "+@head-c cubes out",
        "@head-c  +cubes out",
    ] {
        assert_eq!(read(typed), wanted, "{typed}");
    }
    assert_eq!(
        read("! @head-c + x"),
        by("head-c", important(note(NoteKind::Strength, "x")))
    );
    assert_eq!(read("> @head-c x"), private(by("head-c", evidence("x"))));
    assert_eq!(read("@head-c  x"), by("head-c", evidence(" x")));
    assert_eq!(read("@head-c @head-a x"), by("head-c", evidence("@head-a x")));
    assert_eq!(
        read("+ @head-c - x"),
        by("head-c", note(NoteKind::Strength, "- x"))
    );
}

#[test]
fn a_person_is_known_by_name_id_initials_last_word_and_beginning() {
    for (typed, id) in [
        ("@Head of School C saw it", "head-c"),
        ("@head OF school c saw it", "head-c"),
        ("@deputy head of school c saw it", "deputy"),
        ("@HEAD-A saw it", "head-a"),
        ("@hsc saw it", "head-c"),
        ("@hosc saw it", "head-c"),
        ("@dhsc saw it", "deputy"),
        ("@a saw it", "head-a"),
        ("@se saw it", "sendco"),
        ("@fac saw it", "facilitator"),
        ("@deputy head saw it", "deputy"),
        ("@school b saw it", "head-b"),
        ("@Head of School C: saw it", "head-c"),
        ("@hsc: saw it", "head-c"),
        // Only I fit.
        ("@b saw it", "head-b"),
        ("@hsb saw it", "head-b"),
    ] {
        assert_eq!(read(typed), by(id, evidence("saw it")), "{typed}");
    }
    // Several fit: nobody is guessed.
    for typed in [
        "@c saw it",
        "@he saw it",
        "@school saw it",
        "@school c saw it",
        "@zebra: saw it",
    ] {
        assert_eq!(read(typed), evidence(typed));
    }
}

#[test]
fn an_at_that_names_nobody_says_who_it_could_be() {
    let unnamed = |typed: &str| unnamed(&read(typed), &people());
    assert_eq!(unnamed("+ @hsc x"), None);
    assert_eq!(unnamed("x @zebra"), None);
    let nobody = Unnamed {
        short: "zebra".into(),
        candidates: Vec::new(),
    };
    assert_eq!(unnamed("+ @zebra x"), Some(nobody));
    let both = ["Head of School C", "Deputy Head of School C"]
        .map(String::from)
        .to_vec();
    assert_eq!(
        unnamed("@c"),
        Some(Unnamed {
            short: "c".into(),
            candidates: both
        })
    );
}

#[test]
fn the_strongest_name_wins_and_it_is_not_me() {
    let people = [
        person("x", "Head Bee", Duty::Reviewer),
        person("y", "Be Ready", Duty::Reviewer),
        person("be", "Somebody", Duty::Reviewer),
    ];
    let reads = |me: &str| read_line("@be x", &people, None, &PersonId::new(me)).by;
    assert_eq!(reads("nobody"), Some(PersonId::new("be")));
    assert_eq!(reads("be"), None);
    assert_eq!(reads("x"), Some(PersonId::new("be")));
}

#[test]
fn a_name_ends_with_its_last_letter() {
    // "Head" begins a word of several names: nobody is guessed.
    assert_eq!(read("@Head of School Cat"), evidence("@Head of School Cat"));
    assert_eq!(
        read("@Head of School C's books"),
        by("head-c", evidence("'s books"))
    );
    assert_eq!(read("@Head of School C"), by("head-c", evidence("")));
}

#[test]
fn an_at_alone_is_who_was_named_last() {
    let last = PersonId::new("sendco");
    let line = read_line("+ @ every week", &people(), Some(&last), &PersonId::new("head-b"));
    assert_eq!(line, by("sendco", note(NoteKind::Strength, "every week")));
    assert_eq!(read("@ x"), evidence("@ x"));
    assert_eq!(read("@ Head of School C x"), by("head-c", evidence("x")));
    assert_eq!(read_line("@ x", &[], None, &last), evidence("@ x"));
}

#[test]
fn an_at_that_names_nobody_is_text() {
    assert_eq!(read("@zebra + x"), evidence("@zebra + x"));
    assert_eq!(read("+ @zebra x"), note(NoteKind::Strength, "@zebra x"));
    assert_eq!(read("@q x"), evidence("@q x"));
}

#[test]
fn a_note_is_written_as_it_would_be_typed() {
    let write = |line: Line| write_line(&line, &people());
    assert_eq!(write(note(NoteKind::Strength, "x")), "+ x");
    assert_eq!(write(private(important(note(NoteKind::Question, "x")))), ">?! x");
    assert_eq!(
        write(by("head-c", note(NoteKind::Strength, "x"))),
        "+ @Head of School C x"
    );
    assert_eq!(write(by("head-c", evidence("x"))), "@Head of School C x");
    assert_eq!(write(evidence("x")), "x");
    assert_eq!(write(evidence("- x")), " - x");
    assert_eq!(write(evidence("@zebra")), " @zebra");
    assert_eq!(write(evidence(" x")), "  x");
    assert_eq!(write(note(NoteKind::Strength, "@c x")), "+\t@c x");
    assert_eq!(write(by("head-c", evidence("+ x"))), "@Head of School C\t+ x");
    assert_eq!(write(by("gone", evidence("x"))), "x");
}

#[test]
fn a_name_that_begins_another_is_kept_apart() {
    let people = [
        person("h", "Head", Duty::Reviewer),
        person("c", "Head of School C", Duty::Reviewer),
    ];
    let line = by("h", evidence("of School C saw"));
    assert_eq!(write_line(&line, &people), "@Head\tof School C saw");
    let twins = [
        person("one", "Reviewer", Duty::Reviewer),
        person("two", "Reviewer", Duty::Reviewer),
    ];
    assert_eq!(write_line(&by("two", evidence("x")), &twins), "@two x");
}

#[test]
fn the_kind_changes_and_nothing_else() {
    let changed = |typed: &str, kind| with_kind(typed, kind, &people(), None, &PersonId::new("head-b"));
    for (typed, kind, line, moved) in [
        ("x", NoteKind::Strength, "+ x", 2),
        ("", NoteKind::Strength, "+ ", 2),
        ("+ x", NoteKind::Development, "- x", 0),
        ("+x", NoteKind::Development, "-x", 0),
        ("? x", NoteKind::Evidence, "x", -2),
        ("?x", NoteKind::Evidence, "x", -1),
        ("+ - x", NoteKind::Evidence, " - x", -1),
        ("+ >x", NoteKind::Evidence, ">x", -2),
        ("! x", NoteKind::Strength, "+! x", 1),
        ("!+ x", NoteKind::Question, "!? x", 0),
        (">x", NoteKind::Strength, ">+ x", 2),
        ("> x", NoteKind::Strength, ">+ x", 1),
        ("@hsc x", NoteKind::Strength, "+ @hsc x", 2),
        ("@hsc + x", NoteKind::Development, "@hsc - x", 0),
        ("@hsc + x", NoteKind::Evidence, "@hsc x", -2),
        (" + x", NoteKind::Question, "? + x", 1),
        (" @hsc x", NoteKind::Question, "?\t@hsc x", 1),
        ("+ x", NoteKind::Strength, "+ x", 0),
        ("x", NoteKind::Evidence, "x", 0),
    ] {
        assert_eq!(
            changed(typed, kind),
            (line.to_owned(), moved),
            "{typed:?} {kind:?}"
        );
    }
}

#[test]
fn tags_are_whole_words_and_marked_words() {
    let words = ["SEND", "PP", "EAL", "pupil premium"].map(str::to_owned);
    let tags = |text| tags(text, &words);
    assert_eq!(tags("two EAL pupils and SEND, not send"), ["EAL", "SEND"]);
    assert_eq!(tags("SENDCO APPLE PP_1"), Vec::<String>::new());
    assert_eq!(tags("PP/SEND-friendly, (EAL)"), ["PP", "SEND", "EAL"]);
    assert_eq!(
        tags("#Y6 #small-steps #1 #5-a-day # x#no"),
        ["Y6", "small-steps", "5-a-day"]
    );
    assert_eq!(tags("#SEND SEND #SEND-base"), ["SEND", "SEND-base"]);
    assert_eq!(tags("#maths- and #caf\u{e9}."), ["maths", "caf\u{e9}"]);
    assert_eq!(tags("for pupil premium"), ["pupil premium"]);
    assert_eq!(tags(""), Vec::<String>::new());
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[-+?!>@ \tcx]{0,8}",
        "[-+?!>@ \t]{0,3}(of School C|Head of School C|head-c|sendco)?[-+?!>@ \tx]{0,5}",
        any::<String>(),
        "[-+ @\n]{0,4}\\PC{0,10}",
    ]
}

fn any_line() -> impl Strategy<Value = Line> {
    let by = prop::option::of(prop::sample::select(people()).prop_map(|person| person.id));
    let kind = prop::sample::select(NoteKind::ALL.to_vec());
    (kind, any::<bool>(), any::<bool>(), by, any_text()).prop_map(|(kind, important, private, by, text)| {
        Line {
            kind,
            important,
            private,
            by,
            text,
        }
    })
}

fn somebody() -> impl Strategy<Value = PersonId> {
    prop::sample::select(people()).prop_map(|person| person.id)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_written_line_reads_back_as_the_same(line in any_line(), last in prop::option::of(somebody()), me in somebody()) {
        let written = write_line(&line, &people());
        prop_assert_eq!(read_line(&written, &people(), last.as_ref(), &me), line, "{:?}", written);
    }

    #[test]
    fn no_word_is_lost(typed in any_text(), last in prop::option::of(somebody()), me in somebody()) {
        let line = read_line(&typed, &people(), last.as_ref(), &me);
        prop_assert!(typed.ends_with(&line.text));
        let signs = typed.strip_suffix(&line.text).unwrap();
        prop_assert!(line.by.is_some() || signs.chars().all(|sign| " \t+-?!>".contains(sign)), "{signs:?}");
    }

    #[test]
    fn a_change_of_kind_changes_the_kind(
        typed in any_text(),
        kind in prop::sample::select(NoteKind::ALL.to_vec()),
        last in prop::option::of(somebody()),
        me in somebody(),
    ) {
        let before = read_line(&typed, &people(), last.as_ref(), &me);
        let (line, moved) = with_kind(&typed, kind, &people(), last.as_ref(), &me);
        let after = read_line(&line, &people(), last.as_ref(), &me);
        prop_assert_eq!(&after, &Line { kind, ..before });
        prop_assert_eq!(line.chars().count().cast_signed(), typed.chars().count().cast_signed() + moved);
    }

    #[test]
    fn tags_stand_in_the_text(text in "[A-Ea-e#1_ -]{0,30}|\\PC{0,20}") {
        for tag in tags(&text, &["AB".to_owned(), "C".to_owned()]) {
            prop_assert!(text.contains(&tag));
        }
    }
}
