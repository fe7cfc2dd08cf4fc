use super::{
    super::{
        activity::ActivityKind,
        example::plan,
        findings_board::tests::{id, note},
        ids::EnquiryId,
        note::Label,
        plan::{LineOfEnquiry, SubQuestion},
        prompt::Prompt,
    },
    *,
};

/// A plan that asks these questions in its lesson visits.
fn asking(questions: &[(&str, &str)]) -> Plan {
    let mut plan = plan();
    let slot = plan.days[0].slots.first_mut().expect("a row");
    slot.id = super::super::ids::SlotId::new("lessons");
    slot.activity.prompts = questions
        .iter()
        .map(|(short, text)| Prompt {
            id: PromptId::new(*short),
            short: (*short).into(),
            text: (*text).into(),
        })
        .collect();
    plan
}

const QUESTIONS: [(&str, &str); 3] = [
    (
        "Small steps",
        "Look for new learning in small steps, each one secure before the next.",
    ),
    (
        "What the TAs do",
        "Look for where TAs are and what their help leads to.",
    ),
    ("Pictures", "Look for cubes, counters and number lines."),
];

const FURTHER: [&str; 16] = [
    "Retrieval",
    "Marking",
    "Vocabulary",
    "Homework",
    "Displays",
    "Phonics",
    "Spelling",
    "Handwriting",
    "Science",
    "History",
    "Geography",
    "Music",
    "Art",
    "Dance",
    "Computing",
    "French",
];

fn drafted(plan: &Plan, notes: Vec<Record<Note>>) -> Vec<(String, Vec<RecordId>)> {
    let mut records = Records::default();
    for note in notes {
        records.notes.join(note);
    }
    let drafted = first_draft(plan, &records, &FindingsBoard::of(&records));
    drafted
        .into_iter()
        .map(|drafted| (drafted.statement, drafted.notes))
        .collect()
}

fn strength(number: u128, by: &str, prompt: &str, text: &str) -> Record<Note> {
    note(number, NoteKind::Strength, [by, "Year 6", prompt], text)
}

fn area(number: u128, by: &str, prompt: &str, text: &str) -> Record<Note> {
    note(number, NoteKind::Development, [by, "Year 6", prompt], text)
}

#[test]
fn a_note_without_a_question_goes_to_the_one_whose_words_it_has_and_to_no_other_of_its_class() {
    let notes = vec![
        strength(1, "b", "Small steps", "each step ticked off"),
        strength(2, "c", "", "ratio in small steps"),
        strength(3, "a", "", "a number line and counters on every desk"),
        strength(4, "b", "", "lovely calm start"),
        // The other kind on the same question is another matter.
        area(5, "b", "Small steps", "two steps at once"),
        area(6, "c", "", "two wait for the TA"),
    ];
    assert_eq!(
        drafted(&asking(&QUESTIONS), notes),
        [
            ("each step ticked off".into(), vec![id(1), id(2)]),
            ("a number line and counters on every desk".into(), vec![id(3)]),
            ("two steps at once".into(), vec![id(5)]),
            ("two wait for the TA".into(), vec![id(6)]),
        ]
    );
}

#[test]
fn what_more_people_saw_comes_first_and_one_note_alone_only_fills_a_list_up_to_its_fewest() {
    let plan = asking(&[]);
    let on = |number, by, prompt: &str| strength(number, by, prompt, &format!("{prompt} {number}"));
    let notes = vec![
        on(1, "a", "one"),
        on(2, "a", "two"),
        on(3, "a", "two"),
        on(4, "b", "three"),
        on(5, "c", "three"),
        on(6, "a", "four"),
        on(7, "b", "four"),
        on(8, "a", "five"),
    ];
    // Three to five strengths: two stand on two pairs of eyes, one on two notes; the notes that stand alone add nothing.
    let notes_of = |notes| {
        drafted(&plan, notes)
            .into_iter()
            .map(|(_, notes)| notes)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        notes_of(notes.clone()),
        [vec![id(4), id(5)], vec![id(6), id(7)], vec![id(2), id(3)]]
    );
    let fewer = notes.into_iter().filter(|note| note.id != id(3)).collect();
    assert_eq!(
        notes_of(fewer),
        [vec![id(4), id(5)], vec![id(6), id(7)], vec![id(1)]]
    );
}

#[test]
fn a_plain_fact_stands_behind_the_only_finding_on_its_question() {
    let fact = |number, prompt| note(number, NoteKind::Evidence, ["c", "Year 6", prompt], "9 of 27");
    let notes = vec![
        strength(1, "b", "Pictures", "cubes on every table"),
        strength(2, "b", "Small steps", "ticked off"),
        area(3, "b", "Small steps", "two at once"),
        fact(4, "Pictures"),
        fact(5, "Small steps"),
        fact(6, ""),
    ];
    assert_eq!(
        drafted(&asking(&QUESTIONS), notes),
        [
            ("cubes on every table".into(), vec![id(1), id(4)]),
            ("ticked off".into(), vec![id(2)]),
            ("two at once".into(), vec![id(3)]),
        ]
    );
}

#[test]
fn words_that_fit_two_questions_alike_fit_none() {
    let plan = asking(&[("Cubes", "Look for cubes."), ("Counters", "Look for counters.")]);
    let notes = vec![strength(1, "b", "", "cubes and counters on every table")];
    assert_eq!(drafted(&plan, notes), []);
}

#[test]
fn a_note_alone_on_its_question_joins_others_on_the_question_whose_words_it_has() {
    let mut questions = vec![
        QUESTIONS[0],
        QUESTIONS[1],
        ("TAs: training", "How are TAs trained, and who reviews it?"),
        ("Looking after all", "What is done so that everybody is well?"),
    ];
    // Of twenty questions two may share a word, and it tells them from the others still.
    questions.extend(FURTHER.map(|name| (name, "")));
    let plan = asking(&questions);
    let notes = vec![
        strength(
            1,
            "a",
            "TAs: training",
            "TAs trained to wait, then help with the step",
        ),
        strength(2, "b", "What the TAs do", "TA waits, and her help stops in time"),
        strength(3, "c", "What the TAs do", "TA with a group"),
        // A note on a question of its own stays there for one word alone.
        strength(4, "c", "Looking after all", "everybody knows the TA"),
        strength(5, "c", "Small steps", "ticked off"),
        strength(6, "b", "Small steps", "each on the board"),
    ];
    assert_eq!(
        drafted(&plan, notes),
        [
            (
                "TA waits, and her help stops in time".into(),
                vec![id(1), id(2), id(3)]
            ),
            ("ticked off".into(), vec![id(5), id(6)]),
            ("everybody knows the TA".into(), vec![id(4)]),
        ]
    );
}

#[test]
fn what_says_the_opposite_on_the_question_of_the_only_finding_there_speaks_against_it() {
    let mut notes = vec![
        strength(1, "b", "Pictures", "cubes on every table"),
        strength(2, "c", "Pictures", "counters in use"),
        strength(3, "b", "Small steps", "ticked off"),
        strength(4, "c", "Small steps", "each step checked"),
        strength(5, "b", "What the TAs do", "TA with a group"),
        strength(6, "c", "What the TAs do", "TA waits"),
    ];
    let against = area(9, "c", "Pictures", "the cubes stay in their box");
    let others = ["one", "two", "three", "four"].iter().zip((10u128..).step_by(2));
    for (question, number) in others {
        notes.push(area(number, "a", question, "alike"));
        notes.push(area(number + 1, "b", question, "alike too"));
    }
    notes.push(against);
    let mut records = Records::default();
    for note in notes {
        records.notes.join(note);
    }
    let drafted = first_draft(&asking(&QUESTIONS), &records, &FindingsBoard::of(&records));
    let spoken_against: Vec<_> = drafted
        .iter()
        .filter(|drafted| !drafted.against.is_empty())
        .collect();
    assert_eq!(spoken_against.len(), 1);
    assert_eq!(spoken_against[0].notes, [id(1), id(2)]);
    assert_eq!(spoken_against[0].against, [id(9)]);
}

#[test]
fn a_fact_without_a_question_goes_by_the_words_that_it_shares_with_question_and_notes() {
    let fact = |number, text| note(number, NoteKind::Evidence, ["c", "Year 6", ""], text);
    let notes = vec![
        strength(1, "b", "Pictures", "cubes on every table"),
        strength(2, "c", "Pictures", "counters in use"),
        fact(3, "9 of 27 use cubes"),
        // The question speaks of lines, and none of its notes does; the notes speak of tables, and the question does not.
        fact(4, "number lines on the wall, a table each"),
    ];
    assert_eq!(
        drafted(&asking(&QUESTIONS), notes),
        [("cubes on every table".into(), vec![id(1), id(2), id(3)])]
    );
}

#[test]
fn what_the_discussion_says_of_a_line_of_enquiry_answers_it_in_its_own_words() {
    let mut plan = asking(&[("Strongest practice", "Where is practice strongest, and why?")]);
    let slot = plan.days[0].slots.first_mut().expect("a row");
    slot.activity.title = "Discussion".into();
    slot.activity.kind = ActivityKind::Discussion;
    plan.agreement.lines_of_enquiry = vec![LineOfEnquiry {
        id: EnquiryId::new("whole"),
        text: "How effective is provision?".into(),
        sub_questions: vec![SubQuestion {
            id: EnquiryId::new("part"),
            text: "Where is the strongest practice in maths?".into(),
        }],
    }];
    let mut said = strength(
        1,
        "b",
        "Strongest practice",
        "strongest where the thinking is said aloud",
    );
    said.body.place.activity = Label::new(ActivityKind::Discussion, "Discussion");
    let mut asked = said.clone();
    asked.id = id(2);
    asked.body.kind = NoteKind::Question;
    let mut records = Records::default();
    records.notes.join(said);
    records.notes.join(asked);
    let drafted = first_draft(&plan, &records, &FindingsBoard::of(&records));
    let answers = ListId::new("answers");
    let drafted: Vec<_> = drafted
        .iter()
        .filter(|drafted| matches!(drafted.kind, FindingKind::About(..)))
        .collect();
    assert_eq!(drafted.len(), 1);
    assert_eq!(drafted[0].kind, FindingKind::About(answers, "part".into()));
    assert_eq!(drafted[0].statement, "strongest where the thinking is said aloud");
    assert_eq!(drafted[0].notes, [id(1)]);
}
