use super::{
    super::{
        example::plan,
        findings_board::tests::{id, note},
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
