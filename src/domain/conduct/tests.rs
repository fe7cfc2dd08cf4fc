use proptest::prelude::*;

use super::{
    super::{
        example,
        ids::PersonId,
        model::Scale,
        plan::{Person, Plan, Year},
    },
    *,
};

/// A plan with so many classes a year, whose model has this rule.
fn plan(classes: u8, verdict: Verdict) -> Plan {
    let mut plan = example::plan();
    let names = [
        "Reception",
        "Year 1",
        "Year 2",
        "Year 3",
        "Year 4",
        "Year 5",
        "Year 6",
    ];
    plan.host.years = names
        .map(|name| Year {
            name: name.into(),
            classes,
        })
        .into();
    plan.rules.verdict = verdict;
    plan
}

fn person(name: &str, host_staff: bool) -> Person {
    Person {
        id: PersonId::new(name),
        name: name.into(),
        group: None,
        host_staff,
        duties: Vec::new(),
    }
}

fn found(plan: &Plan, text: &str) -> Vec<(Reason, String)> {
    let breaches = Conduct::of(plan).look_at(text);
    breaches
        .into_iter()
        .map(|breach| (breach.reason, breach.words))
        .collect()
}

pub(super) fn strict(text: &str) -> Vec<(Reason, String)> {
    found(&plan(1, Verdict::Banned), text)
}

fn one(reason: Reason, words: &str) -> Vec<(Reason, String)> {
    vec![(reason, words.to_string())]
}

#[test]
fn people_on_the_plan_are_names_and_roles_on_the_plan_are_none() {
    let mut plan = plan(2, Verdict::Banned);
    plan.people = vec![
        person("Anyname Surname", true),
        person("Mrs Othername (SENDCO)", true),
        person("Head of School B", false),
        person("Nurture room mentor", true),
    ];
    assert_eq!(
        found(&plan, "Books as Surname keeps them."),
        one(Reason::Name, "Surname")
    );
    assert_eq!(
        found(&plan, "Then Othername spoke."),
        one(Reason::Name, "Othername")
    );
    assert_eq!(
        found(&plan, "Head of School B visited lessons; a mentor was there."),
        []
    );
}

#[test]
fn the_whole_name_with_its_title_is_marked() {
    assert_eq!(
        strict("We met Mrs. O'Surname-Othername."),
        one(Reason::Name, "Mrs. O'Surname-Othername")
    );
    assert_eq!(
        strict("for Mr J. Surname and others"),
        one(Reason::Name, "Mr J. Surname")
    );
}

#[test]
fn a_role_is_marked_where_something_is_said_of_whoever_holds_it() {
    assert_eq!(
        strict("Plans of the SENDCO are thin."),
        one(Reason::Role, "the SENDCO")
    );
    assert_eq!(strict("We met the SENDCO."), []);
    assert_eq!(
        strict("The maths lead to share plans by Easter."),
        one(Reason::Role, "The maths lead")
    );
    assert_eq!(strict("Host head to circulate the timetable by Easter."), []);
    let two = "The English lead and the headteacher monitor books together";
    assert_eq!(strict(two).len(), 2);
    assert_eq!(strict("The SENDCO, the maths lead and the head spoke").len(), 3);
    // What stands there once a name and its year are reworded one after the other.
    let one_of_few = "A member of staff in lower key stage 2";
    assert_eq!(
        strict(&format!("{one_of_few} does not use the results.")),
        one(Reason::Role, one_of_few)
    );
    assert_eq!(strict("Staff in lower key stage 2 share plans."), []);
}

#[test]
fn years_count_by_the_classes_of_the_plan() {
    assert_eq!(strict("Year 4 waits."), one(Reason::OneClassYear, "Year 4"));
    assert_eq!(found(&plan(2, Verdict::Banned), "Year 4 waits."), []);
    let mut mixed = plan(2, Verdict::Banned);
    mixed.host.years[3].classes = 1;
    assert_eq!(
        found(&mixed, "Y3 waits, Y4 does not."),
        one(Reason::OneClassYear, "Y3")
    );
    mixed.host.years[3].name = "Year 3/4".into();
    assert_eq!(found(&mixed, "y4 waits"), one(Reason::OneClassYear, "y4"));
}

#[test]
fn the_rule_of_the_model_decides_on_verdicts() {
    let text = "The school requires improvement. Good leadership of reading.";
    let words = |rule| found(&plan(2, rule), text).len();
    assert_eq!(
        [Verdict::Banned, Verdict::NotAskedFor, Verdict::Benchmark].map(words),
        [2, 1, 0]
    );
}

#[test]
fn a_grade_is_told_by_its_form_whatever_it_is_given_to() {
    for text in [
        "would keep its good",
        "Lunchtimes: requires improvement",
        "Quality of teaching graded as Good",
        "Grade: 2",
        "Leadership, which has changed twice, is inadequate",
        "Writing requires imporvement",
    ] {
        assert_eq!(strict(text).len(), 1, "{text}");
    }
    for text in [
        "How good is teaching?",
        "Good use of cubes",
        "Actions: outstanding",
        "We do not write outstanding.",
        "The roof requires improvement.",
    ] {
        assert_eq!(strict(text), [], "{text}");
    }
}

#[test]
fn a_capital_is_somebody_where_only_people_do_so() {
    for text in [
        "Anyname in the office chases absence",
        "Anyname stuck on the first question",
        "Lates: Anyname 14",
        "The boy in the front row, Anyname, waited",
        "no scaffold for Anyname",
    ] {
        assert_eq!(strict(text).len(), 1, "{text}");
    }
    for text in [
        "Pupils in Anyplace explained arrays",
        "Trip to Anyplace planned",
        "Anyscheme used in most rooms",
        "Cover arranged for pm",
        "Signs (Oak, Rowan, Hazel) made by pupils",
    ] {
        assert_eq!(strict(text), [], "{text}");
    }
}

#[test]
fn a_role_is_told_in_other_words_and_in_jottings() {
    for text in [
        "The colleague who leads history feels alone",
        "She leads science",
        "SENDCO overloaded",
        "Geography lead: weak on fieldwork",
    ] {
        assert_eq!(strict(text).len(), 1, "{text}");
    }
    for text in [
        "SENDCO cluster meeting 4pm",
        "Book a slot with the SENDCO",
        "Geography lead: share the plan",
        "TAs in KS1 lead phonics",
    ] {
        assert_eq!(strict(text), [], "{text}");
    }
}

#[test]
fn the_words_of_a_scale_that_the_model_requires_are_its_own() {
    let mut plan = plan(2, Verdict::Required);
    let text = "Leadership requires improvement.";
    assert_eq!(found(&plan, text), one(Reason::Verdict, "requires improvement"));
    plan.rules.scales = vec![Scale {
        name: "Level".into(),
        steps: vec!["Secure".into(), "Requires improvement".into()],
    }];
    assert_eq!(found(&plan, text), []);
}

#[test]
fn the_host_is_known_by_its_name() {
    assert_eq!(
        strict("Oakfield is outstanding."),
        one(Reason::Verdict, "outstanding")
    );
    assert_eq!(strict("The raffle is outstanding."), []);
}

#[test]
fn everything_has_its_place_in_a_text_of_several_lines() {
    let text = "Calm start.\r\nMr Anyname smiled \u{2013} Year 4 too.\n\u{1f600} Teaching was inadequate.";
    let breaches = Conduct::of(&plan(1, Verdict::Banned)).look_at(text);
    let words: Vec<&str> = breaches
        .iter()
        .filter_map(|breach| text.get(breach.span.clone()))
        .collect();
    assert_eq!(words, ["Mr Anyname", "Year 4", "inadequate"]);
    assert!(breaches.iter().all(|breach| !breach.suggestion.is_empty()));
}

#[test]
fn a_percent_sign_may_stand_first() {
    let conduct = Conduct::of(&plan(1, Verdict::Banned));
    assert_eq!(conduct.look_at("% is good in maths").len(), 0);
    assert_eq!(conduct.look_at("Teaching is 80 % good").len(), 1);
}

#[test]
fn a_line_of_a_hundred_kilobytes_is_looked_at_as_well() {
    let line = "the SENDCO and Year 4 and Anyname, RI or good ".repeat(2_000);
    let breaches = Conduct::of(&plan(1, Verdict::Banned)).look_at(&line);
    assert!(breaches.len() >= 2_000, "{}", breaches.len());
}

/// Words and marks that the rules look at, and others.
const JOTTED: [&str; 64] = [
    "Mr",
    "Mrs",
    ".",
    "mr",
    "Anyname",
    "Forename's",
    "O\u{2019}Surname",
    "the",
    "SENDCO",
    "head",
    "of",
    "School",
    "maths",
    "lead",
    "to",
    "Year",
    "4",
    "Y3/4",
    "-",
    "Reception",
    "years",
    "1",
    "and",
    ",",
    "(",
    ")",
    "\"",
    "is",
    "good",
    "outstanding",
    "requires",
    "improvement",
    "RI",
    "special",
    "measures",
    "expected",
    "standard",
    "at",
    "pupils",
    "teaching",
    ":",
    "in",
    "a",
    "who",
    "only",
    "one",
    "TA",
    "\u{1f600}",
    "\u{301}",
    "\n",
    "chair",
    "early",
    "key",
    "stage",
    "said",
    "J",
    "S",
    "Miss",
    "working",
    "towards",
    "effective",
    "nothing",
    "than",
    "%",
];

/// Those words in any order.
fn jotting() -> impl Strategy<Value = String> {
    let word = prop::sample::select(JOTTED.to_vec());
    let gap = prop::sample::select(vec![" ", "", "  ", "\u{a0}"]);
    prop::collection::vec((word, gap), 0..40)
        .prop_map(|parts| parts.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

fn lies_in_its_text(text: &str) -> Result<(), TestCaseError> {
    for verdict in [
        Verdict::Banned,
        Verdict::NotAskedFor,
        Verdict::Required,
        Verdict::Benchmark,
    ] {
        let mut end = 0;
        for breach in Conduct::of(&plan(1, verdict)).look_at(text) {
            prop_assert_eq!(text.get(breach.span.clone()), Some(breach.words.as_str()));
            prop_assert!(!breach.words.is_empty());
            prop_assert!(breach.span.start >= end, "in the order of the text");
            end = breach.span.start;
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn whatever_is_written_a_breach_lies_in_it(text in any::<String>()) {
        lies_in_its_text(&text)?;
    }

    #[test]
    fn whatever_is_jotted_a_breach_lies_in_it(text in jotting()) {
        lies_in_its_text(&text)?;
    }

    #[test]
    fn what_is_said_of_pupils_in_general_is_no_breach(
        who in prop::sample::select(vec!["Most pupils", "Some pupils", "Pupils with SEND", "Children in all classes"]),
        what in prop::sample::select(vec!["explain their method", "use sentence stems", "can say what helps", "know what comes next"]),
        with in prop::sample::select(vec!["with a partner", "in the hall", "before they write", "and make good use of time"]),
    ) {
        prop_assert_eq!(strict(&format!("{who} {what} {with}.")), []);
    }

    #[test]
    fn lines_are_looked_at_apart(one in jotting(), other in jotting()) {
        let conduct = Conduct::of(&plan(1, Verdict::Banned));
        let both = conduct.look_at(&format!("{one}\n{other}")).len();
        prop_assert_eq!(both, conduct.look_at(&one).len() + conduct.look_at(&other).len());
    }
}

#[test]
fn a_label_alone_in_its_line_is_none_of_a_person_whatever_stands_in_the_other_lines() {
    let conduct = Conduct::of(&plan(1, Verdict::Banned));
    for text in [
        "SENDCO  the",
        "mr\nSENDCO  the",
        "SENDCO  the\r\nall classes",
        "one\nSENDCO\ntwo",
    ] {
        assert_eq!(conduct.look_at(text), [], "{text:?}");
    }
    assert_eq!(conduct.look_at("The SENDCO plans it\nall classes").len(), 1);
}

#[test]
fn a_capitalised_word_that_nobody_knows_is_a_name_and_a_known_one_is_none() {
    for text in [
        "Anyname rushed the input",
        "TA glued to Anyname all lesson",
        "Saw Anyname model partitioning",
        "Best lesson = Anyname's",
        "Y4: Forename hits out at break",
        "Since Anyname went on leave nobody monitors",
        "Teacher (AS) did not check",
        "miss surname only in her 2nd term",
    ] {
        let reasons: Vec<Reason> = strict(text).into_iter().map(|(reason, _)| reason).collect();
        let named = |reason: &Reason| matches!(reason, Reason::Name | Reason::Pupil);
        assert!(reasons.iter().any(named), "{text}: {reasons:?}");
    }
    for text in [
        "Corridors tidy and calm",
        "Padlocks on the shed",
        "Trip to Anyplace in June",
        "Anyscheme used for homework",
        "Saved for Fridays",
        "Visitors' board unclear",
        "Dual coding on slides",
    ] {
        assert_eq!(strict(text), [], "{text}");
    }
}

#[test]
fn roles_in_jottings_are_told_from_times_and_lists() {
    for text in [
        "English lead, excellent subject knowledge",
        "10:30 SENDCO - vague about outcomes",
        "Head visible at the gate",
        "headteacher & deputy at odds",
        "The SENDCO supports other schools",
        "lead for disadvantaged pupils has no data",
        "T&L lead is a strong coach",
    ] {
        let found = strict(text);
        assert!(
            found.iter().any(|(reason, _)| *reason == Reason::Role),
            "{text}: {found:?}"
        );
    }
    for text in [
        "SENDCO interview 10.30",
        "SENDCO, maths lead and headteacher met for the discussion",
        "Head lice letter sent home",
    ] {
        assert_eq!(strict(text), [], "{text}");
    }
}

#[test]
fn a_year_by_its_age_is_its_class() {
    assert_eq!(
        strict("the oldest class gets less feedback"),
        one(Reason::OneClassYear, "oldest class")
    );
    assert_eq!(
        found(&plan(2, Verdict::Banned), "the oldest class gets less feedback"),
        []
    );
    assert_eq!(strict("Parents wait in reception"), []);
}

#[test]
fn grades_by_number_initials_and_answers_are_verdicts() {
    for text in [
        "It's a solid 2",
        "Grade 2 for everything apart from governance",
        "L+M = good",
        "Q of E - good",
        "Is it still a good school? Yes, no doubt.",
        "All in all, good.",
        "Would be graded good",
        "Teaching 80% good",
    ] {
        let found = strict(text);
        assert!(
            found.iter().any(|(reason, _)| *reason == Reason::Verdict),
            "{text}: {found:?}"
        );
    }
    for text in [
        "GLD (good level of development) 71%",
        "royal institution (RI) kits on loan",
        "Peer review does not judge a school good or RI",
    ] {
        assert_eq!(strict(text), [], "{text}");
    }
}
