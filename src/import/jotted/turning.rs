//! Where a paragraph turns from one place to another in the midst of it: "It was less good in Year 6", "At the SENDCO
//! meeting we heard", "The headteacher knows".

use super::{class::class_at_start, content, pieces::Said};
use crate::domain::{
    activity::ActivityKind,
    jotted::{Place, activities, compares, words},
};

/// Who is spoken of as somebody, and not as a part of a lesson.
const PERSONS: [&str; 11] = [
    "sendco",
    "senco",
    "headteacher",
    "head teacher",
    "deputy head",
    "deputy",
    "governor",
    "governors",
    "chair of governors",
    "safeguarding lead",
    "dsl",
];
/// How a sentence begins that is about no single class.
const OF_ALL: [&str; 6] = [
    "overall",
    "in general",
    "generally",
    "across the school",
    "throughout the school",
    "everywhere",
];
/// What is said of a class at another time than that of the visit.
const OTHER_TIMES: [&str; 12] = [
    "will", "need", "needs", "would", "when", "until", "before", "since", "already", "ready", "taught",
    "next",
];

/// What the sentence says with which a part of a line begins.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Turns {
    /// The one class in its midst in which something was so.
    within: Option<String>,
    /// Whether it begins with several classes.
    several: bool,
    /// What was being done.
    activity: Option<ActivityKind>,
    /// Whether it begins with somebody.
    person: bool,
    /// Whether it is about no single class.
    of_all: bool,
}

impl Turns {
    /// What the first sentence of `text` says.
    pub(super) fn at(text: &str) -> Self {
        let sentence = content::sentences(text).next().unwrap_or_default();
        let said = words(sentence);
        let begins = |phrases: &[&str]| {
            let rest = ["the ", "their ", "our ", "your "]
                .iter()
                .find_map(|lead| said.strip_prefix(lead))
                .unwrap_or(&said);
            phrases
                .iter()
                .any(|phrase| format!("{rest} ").starts_with(&format!("{phrase} ")))
        };
        let behind = class_at_start(sentence).map(|(_, behind)| words(behind));
        Self {
            within: class_within(sentence, &said),
            several: behind.is_some_and(|behind| {
                behind
                    .strip_prefix("and ")
                    .is_some_and(|other| class_at_start(other).is_some())
            }),
            activity: activities::turned_to(&said),
            person: begins(&PERSONS),
            of_all: begins(&OF_ALL),
        }
    }

    /// Whether the sentence `rest` is about something else than `part`, which stands before it: they begin with `here`
    /// and with `before`. Where nothing is told of the place of `part` it must be about the day at least.
    pub(super) fn away(&self, before: &Said, here: &Said, part: &str, rest: &str) -> bool {
        let next = Self::at(rest);
        let class = here.class.as_ref().or(next.within.as_ref());
        let known = before.class.as_ref().or(self.within.as_ref());
        let is_placed = known.is_some()
            || self.activity.is_some()
            || before.activity.is_some()
            || self.person
            || self.of_all;
        let other_class = class.is_some() && class != known;
        let other_activity = next.activity.is_some() && next.activity != self.activity.or(before.activity);
        let other_person = next.person && !self.person && next.activity.is_none() && is_placed;
        let of_more = (next.several || next.of_all) && known.is_some();
        let told = is_placed || content::is_of_the_day(part);
        of_more || other_person || told && (other_class || other_activity && class.is_none())
    }
}

/// What a part of a line says of its place that begins behind another one; nothing if it goes on about the same.
pub(super) fn own_place(part: &str, here: &Said) -> Option<Place> {
    let turns = Turns::at(part);
    let class = here.class.clone().or(turns.within);
    let apart = turns.several || turns.activity.is_some() || turns.person || turns.of_all;
    (class.is_some() || apart).then(|| Place {
        class,
        ..Place::default()
    })
}

/// The class in which something was so, in the midst of a sentence that compares it with no other.
fn class_within(sentence: &str, said: &str) -> Option<String> {
    if compares(said) || content::has_any(said, &OTHER_TIMES) {
        return None;
    }
    let mut classes = sentence.match_indices(" in ").filter_map(|(at, lead)| {
        let behind = sentence.get(at + lead.len()..)?;
        class_at_start(behind).map(|(class, after)| (class, words(after)))
    });
    let (class, after) = classes.next()?;
    let alone = classes.next().is_none() && !after.starts_with("and ") && !after.starts_with("or ");
    alone.then_some(class)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_tells_where_it_turns_to() {
        let within = |text: &str| Turns::at(text).within;
        assert_eq!(
            within("It was less good in Year 6 where two talked").as_deref(),
            Some("Year 6")
        );
        assert_eq!(within("They will need this in Year 6"), None);
        assert_eq!(within("It was better than in Year 6"), None);
        assert!(Turns::at("The SENDCO knows them").person && !Turns::at("The SENDCO\u{2019}s list").person);
        assert!(Turns::at("Y1 and Y2 were alike").several && Turns::at("Overall it was calm").of_all);
        assert!(Turns::at("Pupils told us so").activity.is_some());
        assert_eq!(Turns::at("Children explained it to a partner"), Turns::default());
    }
}
