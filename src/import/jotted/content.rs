//! What a line says of the day: where it says anything, it is a note, whatever else stands in it.

use super::{addressed, called, class::class_after_lead};
use crate::domain::jotted::words;

/// What reviewers write of, and who greets, thanks and signs does not.
const OF_THE_DAY: [&str; 95] = [
    "pupil",
    "pupils",
    "child",
    "children",
    "childrens",
    "chn",
    "boy",
    "boys",
    "girl",
    "girls",
    "learner",
    "learners",
    "learning",
    "teacher",
    "teachers",
    "teaching",
    "taught",
    "tas",
    "adult",
    "adults",
    "lesson",
    "lessons",
    "book",
    "books",
    "board",
    "boards",
    "whiteboards",
    "cubes",
    "counters",
    "dienes",
    "manipulatives",
    "modelling",
    "modelled",
    "models",
    "question",
    "questioning",
    "retrieval",
    "marking",
    "marked",
    "behaviour",
    "culture",
    "carpet",
    "display",
    "displays",
    "challenge",
    "challenged",
    "pace",
    "misconception",
    "misconceptions",
    "understanding",
    "understood",
    "maths",
    "reading",
    "phonics",
    "spelling",
    "vocabulary",
    "curriculum",
    "sendco",
    "senco",
    "ehcp",
    "intervention",
    "interventions",
    "assessment",
    "nobody",
    "provision",
    "progress",
    "attainment",
    "practice",
    "engaged",
    "engagement",
    "participation",
    "worksheet",
    "worksheets",
    "starter",
    "plenary",
    "scaffold",
    "scaffolds",
    "scaffolding",
    "adaptation",
    "adaptations",
    "fluency",
    "reasoning",
    "steps",
    "praise",
    "corridor",
    "corridors",
    "calm",
    "classroom",
    "classrooms",
    "routines",
    "deployment",
    "tables",
    "retrieve",
    "speaking",
    "subject",
];
/// What is told of the course of the morning, so that times and places can be read.
const COURSE: [&str; 10] = [
    "changed places",
    "swapped",
    "swopped",
    "behind",
    "went across",
    "my times",
    "the times",
    "out of order",
    "twice",
    "ran over",
];
/// What is begged of the reader where the course of the morning is told.
const TOLD: [&str; 5] = [
    "remember that",
    "as you know",
    "bear in mind",
    "bear that in mind",
    "bear with",
];
/// What a heading has not, and a finding has.
const OF_FINDINGS: [&str; 34] = [
    "was", "were", "is", "are", "had", "has", "have", "did", "does", "do", "used", "nobody", "nothing",
    "none", "not", "no", "never", "very", "too", "every", "could", "cant", "couldnt", "wasnt", "werent",
    "isnt", "arent", "didnt", "dont", "doesnt", "wont", "knew", "know", "said",
];
/// How a heading begins that has such words as well.
const ASKING: [&str; 9] = [
    "what", "how", "where", "who", "why", "which", "when", "things", "points",
];

/// Whether `text` says something of the day: it names a class, or what reviewers write of.
pub(super) fn is_of_the_day(text: &str) -> bool {
    sentences(text).any(|sentence| {
        let plain = words(sentence);
        let told = has_any(&plain, &TOLD) && has_any(&plain, &COURSE);
        // "Ta" thanks.
        let assists = || {
            sentence
                .split(|letter: char| !letter.is_alphanumeric())
                .any(|word| word == "TA")
        };
        !told && (addressed::names_class(&plain) || has_any(&plain, &OF_THE_DAY) || assists())
    })
}

/// Whether `text` reads as what was found, and not as a heading of it.
pub(super) fn is_finding(text: &str) -> bool {
    let plain = words(text);
    let first = plain.split(' ').next().unwrap_or_default();
    !ASKING.contains(&first) && called::kind(text).is_none() && has_any(&plain, &OF_FINDINGS)
}

/// The sentences of `text`.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    // "9.30" goes on.
    let ends = |(at, _): &(usize, &str)| text.get(at + 1..).is_some_and(|rest| rest.starts_with(' '));
    let cuts: Vec<usize> = text
        .match_indices(['.', '!', '?'])
        .filter(ends)
        .map(|(at, _)| at + 1)
        .collect();
    let starts = std::iter::once(0).chain(cuts.clone());
    let ends = cuts.into_iter().chain([text.len()]);
    starts
        .zip(ends)
        .filter_map(|(start, end)| text.get(start..end))
        .map(str::trim)
        .filter(|sentence| sentence.chars().any(char::is_alphanumeric))
}

/// Whether one of `phrases` stands in `plain`, word by word.
pub(super) fn has_any(plain: &str, phrases: &[&str]) -> bool {
    let padded = format!(" {plain} ");
    phrases
        .iter()
        .any(|phrase| padded.contains(&format!(" {phrase} ")))
}

/// The class that a note begins with below a heading, where that is not said as a label is: "In Y4 nobody spoke",
/// "9 Y5 pace".
pub(super) fn class_led_to(text: &str) -> Option<String> {
    let text = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let counted = text
        .trim_start_matches(|letter: char| letter.is_ascii_digit())
        .trim_start();
    [text, counted]
        .into_iter()
        .find_map(class_after_lead)
        .map(|(class, _)| class)
}

/// Whether a note says that one went on to another place: "Then Y4", "After break".
pub(super) fn moves_on(text: &str) -> bool {
    const ON: [&str; 14] = [
        "then ",
        "next ",
        "finally ",
        "lastly ",
        "later ",
        "afterwards ",
        "after break ",
        "after lunch ",
        "before break ",
        "at break ",
        "moved ",
        "on to ",
        "over to ",
        "after that ",
    ];
    let said = format!("{} ", words(text));
    ON.iter().any(|start| said.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_of_the_day_is_told_from_what_is_said_to_the_reader() {
        for text in [
            "Dear all, in Year 4 the jump was too big",
            "As you know. Y6 is weak",
            "I asked two pupils what they were doing",
            "One more thing: nobody spoke",
        ] {
            assert!(is_of_the_day(text), "{text}");
        }
        for text in [
            "Thank you for the coffee.",
            "Remember that Y4 and Y3 changed places, so we had Y3 at 9.30.",
            "Could you each send me yours by three?",
        ] {
            assert!(!is_of_the_day(text), "{text}");
        }
        assert!(is_finding("Nobody used the cubes") && is_finding("Too much talk"));
        assert!(!is_finding("What is working well") && !is_finding("Things to do"));
        assert_eq!(class_led_to("9 Y5 pace").as_deref(), Some("Year 5"));
        assert_eq!(class_led_to("In Y4 nobody spoke").as_deref(), Some("Year 4"));
        assert_eq!(class_led_to("better than in Y4"), None);
        assert!(moves_on("Then Y4: cubes") && moves_on("After break we met") && !moves_on("In Y4"));
    }
}
