use super::{
    super::{
        activity::ActivityKind,
        example::plan,
        findings_board::tests::{id, note},
        ids::EnquiryId,
        note::Label,
        plan::{LineOfEnquiry, SubQuestion, Year},
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

fn one_class(name: &str) -> Year {
    Year {
        name: name.into(),
        classes: 1,
    }
}

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
        // Who does it is not what it is about.
        area(6, "c", "", "two wait for the TA"),
    ];
    assert_eq!(
        drafted(&asking(&QUESTIONS), notes),
        [
            ("each step ticked off".into(), vec![id(1), id(2)]),
            ("a number line and counters on every desk".into(), vec![id(3)]),
            ("two steps at once".into(), vec![id(5)]),
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
        strength(
            4,
            "a",
            "Looking after all",
            "small steps for all, each one secure",
        ),
        strength(5, "c", "Small steps", "steps ticked off"),
        strength(6, "b", "Small steps", "each step on the board"),
    ];
    assert_eq!(
        drafted(&plan, notes),
        [
            ("steps ticked off".into(), vec![id(4), id(5), id(6)]),
            ("TA with a group".into(), vec![id(2), id(3)]),
            // Who is in it, and that they help, is no reason to leave its own question.
            ("TAs trained to wait, then help with the step".into(), vec![id(1)]),
        ]
    );
}

#[test]
fn one_word_or_a_role_joins_nothing_and_two_words_that_few_notes_have_do() {
    let notes = vec![
        area(1, "a", "What the TAs do", "TA sharpens pencils"),
        area(2, "b", "What the TAs do", "TA answers for them"),
        area(3, "c", "", "TA marks books in one class"),
        area(4, "b", "", "lesson planned for the class, books not used"),
        area(5, "a", "", "timeline on the wall is never looked at"),
        area(6, "c", "", "no timeline, dates are muddled"),
        area(7, "a", "", "stem sentences in one class only"),
        area(8, "c", "", "no stem sentences seen"),
    ];
    assert_eq!(
        drafted(&asking(&QUESTIONS), notes),
        [
            ("TA answers for them".into(), vec![id(1), id(2)]),
            ("no stem sentences seen".into(), vec![id(7), id(8)]),
        ]
    );
}

#[test]
fn where_the_notes_on_a_question_say_clearly_different_things_there_is_a_finding_on_each() {
    let on = |number, by, text| strength(number, by, "Pictures", text);
    let apart = vec![
        on(1, "a", "scruffy diagrams, no ruler"),
        on(2, "b", "diagrams drawn without a ruler"),
        on(3, "a", "photocopied sheet, gap fill"),
        on(4, "c", "gap fill sheet for everyone"),
        on(5, "b", "dates missing"),
    ];
    let notes_of = |notes| -> Vec<Vec<RecordId>> {
        let drafted = drafted(&asking(&QUESTIONS), notes).into_iter();
        drafted.map(|(_, notes)| notes).collect()
    };
    assert_eq!(notes_of(apart), [[id(1), id(2)], [id(3), id(4)]]);
    // What differs in words only stays together: it was chosen to stand on one question.
    let together = vec![
        on(1, "a", "scruffy diagrams, no ruler"),
        on(2, "b", "diagrams drawn without a ruler"),
        on(3, "c", "dates missing"),
    ];
    assert_eq!(notes_of(together), [[id(1), id(2), id(3)]]);
}

#[test]
fn a_finding_has_the_words_that_say_it_plainly_without_a_class_a_person_or_a_question() {
    let on = |number, text| area(number, "a", "Small steps", text);
    let mut plan = asking(&QUESTIONS);
    plan.host.years = ["Year 4", "Year 6"].map(one_class).into();
    let said = |notes: Vec<Record<Note>>| drafted(&plan, notes).remove(0).0;
    let long = "the steps are shown on the board, then there is a long story about a bus, a picnic, a storm and a steps song";
    let shown = vec![
        on(1, long),
        on(2, "steps on the board"),
        on(3, "nobody ticks the board steps"),
    ];
    assert_eq!(said(shown), "steps on the board");
    let class = vec![
        on(1, "steps on the board in Year 4"),
        on(2, "steps on the board, then none"),
    ];
    assert_eq!(said(class), "steps on the board, then none");
    let question = vec![on(1, "steps on the board?"), on(2, "two at once")];
    assert_eq!(said(question), "two at once");
    let quoted = vec![on(1, "steps on the board: 'which next?'"), on(2, "two at once")];
    assert_eq!(said(quoted), "steps on the board: 'which next?'");
    // Words are never altered: where each of them names a class, one of them stands there as it is.
    let none = vec![
        on(1, "two at once in Year 4"),
        on(2, "steps on the board in Year 6"),
    ];
    assert_eq!(said(none), "steps on the board in Year 6");
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
        [("counters in use".into(), vec![id(1), id(2), id(3)])]
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
