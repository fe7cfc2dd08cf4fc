//! A half-day as it usually ends: so many strengths, areas with everything that is asked of them, answers, steps, claims.

use knownow::domain::{
    by_when::ByWhen,
    conduct::{
        gaps::GapReason,
        session::{Concern, ConcernKind, look_over},
    },
    finding::{ActionStep, FindingKind, Stance},
    finding_deeds::{FindingDeed, Part, Target},
    ids::{FieldId, RecordId},
};
use uuid::Uuid;

use crate::kit::Review;

const STRENGTHS: [&str; 6] = [
    "Pupils take part fully: whiteboards, talk with a partner and stems give every pupil an answer to show",
    "New learning comes in small steps, and each step is practised before the next one",
    "Modelling is clear: adults say their thinking aloud, and pupils use the same words when they explain",
    "Pupils choose cubes, counters and drawings for themselves and can say what these show",
    "Books are well kept, and pupils of all groups finish most of what they begin",
    "Pupils say what they do when they are stuck, and do it before they ask",
];

/// What is found, then issue, impact and fix.
const AREAS: [[&str; 4]; 5] = [
    [
        "Checks do not yet change what comes next in every class",
        "Adults see who has understood, and in about half of the lessons the class goes on as planned all the same",
        "Pupils with SEND and PP pupils practise what they have not understood, and lose time that they need most",
        "One agreed routine for when a third of the class has not got it, tried in two classes and then shared by all",
    ],
    [
        "TAs work mostly with the same pupils",
        "TAs sit with one group in most lessons, often for the whole lesson and often with the same three pupils",
        "The pupils who need the teacher most hear the teacher least, and wait for help before they begin",
        "TAs and teachers change places for part of every lesson, and leaders look at it in each learning walk",
    ],
    [
        "Challenge comes late for pupils who are ready for it",
        "Pupils who finish early do more of the same, and reach the deeper questions in the last minutes or not at all",
        "Some higher attaining pupils say that maths is easy, and few can explain why a method works",
        "Every lesson has a deeper question from the start, planned together in the weekly meeting of each phase",
    ],
    [
        "What pupils learned earlier is not yet called back on a plan",
        "Retrieval happens daily, but what is asked depends on the day and seldom goes back further than a week",
        "Pupils remember last week well and last term badly, above all fractions and time",
        "A short plan of what comes back when, for each year, drawn up by the end of the spring term",
    ],
    [
        "Marking is read by few pupils",
        "Comments are long and come after the next lesson",
        "Pupils can seldom say what to do next",
        "Feedback in the lesson, and time to act on it",
    ],
];

const ANSWERS: [&str; 5] = [
    "It helps most pupils well; for the pupils who need it most it depends on how a check is used in the lesson.",
    "Where the whole class answers at once and the adult acts on it there and then, in both key stages.",
    "Routines and words are shared from Reception to Year 6; what happens after a check differs from room to room.",
    "One routine for the third of a class that has not got it, shared planning, and a look at it in the spring term.",
    "A further answer that is here because a fifth question was asked.",
];

const STEPS: [[&str; 3]; 8] = [
    [
        "Agree one routine for what follows a check and try it in two classes",
        "Maths leads",
        "the end of term",
    ],
    [
        "Share what the two classes learned in a staff meeting, with examples from books",
        "Senior leaders",
        "12 February",
    ],
    [
        "Plan where each TA works in every lesson and change it weekly",
        "Phase leaders",
        "the spring half-term",
    ],
    [
        "Train TAs and teachers together in prompts that let pupils do the thinking",
        "Senior leaders",
        "the end of March",
    ],
    [
        "Write a deeper question for each lesson of the coming unit",
        "Phase leaders",
        "each unit",
    ],
    [
        "Draw up a plan of what is called back when, for each year",
        "Maths leads",
        "the end of the spring term",
    ],
    [
        "Look at books of six pupils in each phase",
        "Maths leads",
        "Easter",
    ],
    ["Tell parents what changes", "Senior leaders", "Easter"],
];

/// The half-day example with so many strengths, areas, answers and steps, all agreed, and three claims of the school, of
/// which the second one was not judged.
pub fn usual(strengths: usize, areas: usize, answers: usize, steps: usize) -> Review {
    let mut review = Review::half_day();
    let (of_strengths, of_areas, of_answers) = (
        review.list("strengths"),
        review.list("areas"),
        review.list("answers"),
    );
    for words in STRENGTHS.iter().take(strengths) {
        let finding = review.found(&of_strengths, words);
        review.agree(finding);
    }
    let mut found = Vec::new();
    for [words, parts @ ..] in AREAS.iter().take(areas) {
        let finding = review.found(&of_areas, words);
        for (field, text) in ["issue", "impact", "fix"].into_iter().zip(parts) {
            review.put(Target::Finding(finding), Part::Field(FieldId::new(field)), text);
        }
        for step in review.records.findings.get(finding).unwrap().body.steps.clone() {
            review.does(&FindingDeed::DropStep {
                finding,
                step: step.id,
            });
        }
        found.push(finding);
    }
    for (nth, [what, who, by]) in STEPS.iter().take(steps).enumerate() {
        let step = ActionStep {
            id: RecordId(Uuid::from_u128(0x57E9 + nth as u128)),
            what: (*what).into(),
            who: (*who).into(),
            by: Some(ByWhen::Words((*by).into())),
        };
        review.does(&FindingDeed::Step {
            finding: found[nth % found.len()],
            step,
        });
    }
    for finding in found {
        review.agree(finding);
    }
    for (subject, words) in of_answers
        .subjects(&review.plan)
        .iter()
        .zip(ANSWERS)
        .take(answers)
    {
        let target = Target::About(of_answers.id.clone(), subject.about.clone());
        review.put(target, Part::Statement, words);
    }
    let answers: Vec<RecordId> = review
        .records
        .findings
        .live()
        .filter(|record| record.body.list() == Some(&of_answers.id))
        .map(|record| record.id)
        .collect();
    for answer in answers {
        review.agree(answer);
    }
    claims(&mut review);
    review
}

fn claims(review: &mut Review) {
    let said = [
        "Teaching of maths is consistent in all years",
        "Attendance is above that of similar schools",
        "Pupils enjoy maths",
    ];
    review.does(&FindingDeed::Claims(said.map(str::to_owned).into()));
    let judged: Vec<(RecordId, String)> = review
        .records
        .findings
        .live()
        .filter(|record| matches!(record.body.kind, FindingKind::Claim(_)))
        .map(|record| (record.id, record.body.statement.clone()))
        .collect();
    for (claim, words) in judged {
        let (stance, because) = match words.as_str() {
            words if words == said[0] => (
                Stance::InPart,
                "the words are shared; what follows a check is not yet",
            ),
            words if words == said[2] => (
                Stance::Agree,
                "nearly all whom we asked said so, in their own words",
            ),
            _ => continue,
        };
        review.does(&FindingDeed::Judge {
            claim,
            stance,
            because: because.into(),
        });
    }
}

/// Accepts with this reason that these findings rest on no note.
pub fn accept_unfounded(review: &mut Review, list: &str, because: &str) {
    let title = review.list(list).title;
    let is = |concern: &Concern| {
        let here = concern.place.as_ref().is_some_and(|place| place.list == title);
        here && matches!(&concern.what, ConcernKind::Gap(gap) if gap.reason == GapReason::NoEvidence)
    };
    let matters: Vec<RecordId> = look_over(&review.plan, &review.records)
        .iter()
        .filter(|concern| is(concern))
        .map(|concern| concern.matter)
        .collect();
    assert!(!matters.is_empty());
    review.does(&FindingDeed::Accept {
        matters,
        because: Some(because.into()),
    });
}
