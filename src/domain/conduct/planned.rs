//! Somebody by name in the words of a plan, which goes to everybody who takes part: there a role serves.
//!
//! A plan has few sentences. A name there has a title, or a forename and a surname; among people and staff a forename
//! alone is one as well, and so are two words with capitals that are no words of school life.

use super::{
    naming::{is_forename, is_surname_too, is_taught_about, may_be_a_name},
    roles::is_role_word,
    sentence::{Letters, Sentence, sentences},
    titled::{plain_name, titled},
};

/// What makes the words before it the name of a place.
const PLACES: [&str; 12] = [
    "class",
    "classes",
    "classroom",
    "house",
    "hall",
    "room",
    "school",
    "primary",
    "academy",
    "infant",
    "junior",
    "trust",
];

/// What stands behind the name of an owner.
const OWNERS: [&str; 2] = ["'s", "\u{2019}s"];

/// The names of the schools that take part: they are often those of people.
#[derive(Debug, Clone, Copy)]
pub struct Schools<'p> {
    /// The host school.
    pub host: &'p str,
    /// The visiting schools.
    pub visiting: &'p [String],
}

impl Schools<'_> {
    fn have(self, name: &str) -> bool {
        let known = |school: &str| school.to_lowercase().contains(&name.to_lowercase());
        known(self.host) || self.visiting.iter().any(|school| known(school))
    }
}

/// The name that stands in a title, a remark or the name of a class.
#[must_use]
pub fn named_in(text: &str, schools: Schools<'_>) -> Option<String> {
    sentences(text).iter().find_map(|sentence| {
        (0..sentence.tokens.len()).find_map(|at| {
            let end = titled(sentence, at).map(|end| with_surname(sentence, end));
            let end = end.or_else(|| full_name(text, sentence, at))?;
            let name = text.get(sentence.span(at..end))?;
            let name = OWNERS
                .iter()
                .find_map(|owner| name.strip_suffix(owner))
                .unwrap_or(name);
            (!schools.have(name)).then(|| name.to_string())
        })
    })
}

/// The name of somebody who stands among people or staff, where a role is asked for.
#[must_use]
pub fn named_among_people(text: &str, schools: Schools<'_>) -> Option<String> {
    if let Some(name) = named_in(text, schools) {
        return Some(name);
    }
    let first = text.split(['(', ',', '-', ':']).next().unwrap_or_default().trim();
    let plain = || !plain_name(first, schools.host, schools.visiting).is_empty();
    ((begins_with_forename(first) || plain()) && !schools.have(first)).then(|| first.to_string())
}

/// Whether it is a forename, alone or with a surname, which may be a word as well: "Jo", "Jo Green".
fn begins_with_forename(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capitals = words.iter().all(|word| word.starts_with(char::is_uppercase));
    let Some((first, rest)) = words.split_first().filter(|(_, rest)| rest.len() <= 2) else {
        return false;
    };
    let may_follow = |word: &&str| {
        let folded = word.to_lowercase();
        !is_role_word(&folded) && !PLACES.contains(&folded.as_str())
    };
    capitals && is_forename(first) && rest.iter().all(may_follow)
}

/// Where a name with a title ends whose forename ends at `end`: "Mrs Jo Green", whose surname is a word as well.
fn with_surname(sentence: &Sentence, end: usize) -> usize {
    let forename = end
        .checked_sub(1)
        .is_some_and(|last| is_forename(sentence.word(last)) && !sentence.owns(last));
    let surname = sentence.letters(end) == Letters::Capital && is_surname_too(sentence.word(end));
    end + usize::from(forename && surname)
}

/// Where a forename with a surname ends that begins at `at`.
fn full_name(text: &str, sentence: &Sentence, at: usize) -> Option<usize> {
    let capital = |at: usize| sentence.letters(at) == Letters::Capital;
    let surname = at + 1;
    let is_name = capital(at)
        && capital(surname)
        && !sentence.owns(at)
        && is_forename(sentence.word(at))
        && (may_be_a_name(sentence.word(surname)) || is_surname_too(sentence.word(surname)));
    let saint = matches!(sentence.before(at, 1), "st" | "saint");
    let saint = saint || sentence.before(at, 1) == "." && sentence.before(at, 2) == "st";
    let place = PLACES.contains(&sentence.word(surname + 1)) || PLACES.contains(&sentence.word(surname));
    let taught = || {
        text.get(sentence.span(at..surname + 1).start..)
            .is_some_and(is_taught_about)
    };
    (is_name && !saint && !place && !taught()).then_some(surname + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schools(visiting: &[String]) -> Schools<'_> {
        Schools {
            host: "Florence Anyname Primary",
            visiting,
        }
    }

    #[test]
    fn people_and_staff_are_known_by_name_and_not_by_role() {
        let visiting = ["St Mary's".to_string()];
        let name = |text: &str| named_among_people(text, schools(&visiting));
        for (text, said) in [
            ("Mrs Rachel Green", "Mrs Rachel Green"),
            ("Hannah Patel, maths lead", "Hannah Patel"),
            ("Maths lead (Hannah Patel)", "Hannah Patel"),
            ("Rachel Green", "Rachel Green"),
            ("Hannah", "Hannah"),
            ("Hannah (SENDCO)", "Hannah"),
            ("SENDCO - Mr Begum", "Mr Begum"),
            ("Sunil Begumwala", "Sunil Begumwala"),
        ] {
            assert_eq!(name(text).as_deref(), Some(said), "{text}");
        }
        for text in [
            "Head of School B",
            "Head of St Mary's",
            "Head of Florence Anyname Primary",
            "Facilitator",
            "Improvement adviser",
            "Maths Lead",
            "Chair of Governors",
            "Deputy Head",
            "SENDCO",
            "A selection of teachers",
            "Teaching Assistants",
            "Reviewer 1 (Head of School B)",
            "Designated Safeguarding Lead",
            "Group keeper",
        ] {
            assert_eq!(name(text), None, "{text}");
        }
    }

    #[test]
    fn titles_and_classes_are_looked_at_with_more_patience() {
        let name = |text: &str| named_in(text, schools(&[]));
        for (text, said) in [
            ("Year 1 Miss Jones", "Miss Jones"),
            ("Meet Hannah Patel", "Hannah Patel"),
            ("Lunch with Rachel Green", "Rachel Green"),
            ("Phonics: hear readers, Miss Begum's group", "Miss Begum"),
        ] {
            assert_eq!(name(text).as_deref(), Some(said), "{text}");
        }
        for text in [
            "Year 2 Holly",
            "Year 5 Rowan Class",
            "Year 3 Ruby",
            "Lesson visits",
            "Florence Nightingale topic",
            "Rosa Parks class",
            "St Mary Magdalene chapel",
            "Break, share",
            "Meet the SENDCO",
            "Working lunch",
        ] {
            assert_eq!(name(text), None, "{text}");
        }
    }
}
