//! Names with a title, and the people on the plan who are there by name.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use super::{
    lexicon::{self, Words, class},
    sentence::{Letters, Sentence},
    taught::is_figure,
};
use crate::domain::plan::Plan;

/// The titles before a surname.
pub(super) static TITLES: Words = LazyLock::new(|| {
    class(
        "mr mrs miss ms mx dr doctor sir dame prof professor rev rev'd revd reverend fr mister canon madame mme mlle monsieur senora se\u{f1}ora senor se\u{f1}or herr frau coach father sister brother pastor imam rabbi cllr councillor nurse lady lord",
    )
});

/// The little words within a surname: "Mrs de Anyname".
const PARTICLES: [&str; 22] = [
    "van", "von", "der", "den", "ter", "ten", "de", "da", "do", "dos", "du", "di", "del", "della", "le",
    "la", "el", "al", "bin", "ibn", "ap", "ab",
];

/// What stands behind the letters of a title though it is nobody's name, in small letters.
const THINGS: [(&str, &str); 11] = [
    ("lady", "macbeth muck bird luck day justice chapel"),
    ("lord", "mayor lieutenant nelson of"),
    (
        "ms",
        "word teams office excel forms outlook powerpoint windows paint edge onenote publisher access",
    ),
    (
        "coach",
        "house trip trips travel tour tours company driver drivers park journey journeys hire station",
    ),
    ("father", "christmas time figure figures"),
    ("sister", "school schools act company project"),
    ("brother", "printer printers"),
    ("nurse", "practitioner practitioners visit visits role station"),
    ("canon", "printer printers camera cameras copier law"),
    ("prof", "dev development learning"),
    ("rev", "guide guides sheet sheets"),
];

/// Words before a small "miss" behind which it can be no verb.
const NO_VERB: [&str; 10] = ["with", "by", "from", "for", "of", "in", "and", "mr", "mrs", "as"];

/// The people on the plan who are there by name, as their words in small letters.
#[derive(Debug, Clone, Default)]
pub(super) struct Named(HashSet<String>);

impl Named {
    /// The names among the people of the plan; "Head of School B" is none.
    pub fn of(plan: &Plan) -> Self {
        let people = plan.people.iter().map(|person| person.name.as_str());
        let staff = plan.agreement.staff_involved.iter().map(String::as_str);
        let titled = staff.clone().chain(people.clone());
        let mut names: HashSet<String> = titled.flat_map(after_titles).collect();
        for name in people.chain(staff) {
            names.extend(plain_name(
                name,
                &plan.host.name,
                &plan.agreement.visiting_schools,
            ));
        }
        Self(names)
    }

    /// Whether the word at `at` is one of these names.
    fn is(&self, sentence: &Sentence, at: usize) -> bool {
        let capital = matches!(sentence.letters(at), Letters::Capital | Letters::AllCapitals);
        capital && self.0.contains(sentence.word(at))
    }

    /// The names in a sentence, each with its title.
    pub fn find(&self, sentence: &Sentence) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for at in 0..sentence.tokens.len() {
            if found.last().is_some_and(|last| at < last.end) {
                continue;
            }
            if let Some(end) = titled(sentence, at) {
                found.push(at..end);
            } else if self.is(sentence, at) {
                let more = (at + 1..sentence.tokens.len()).take_while(|next| self.is(sentence, *next));
                found.push(at..at + 1 + more.count());
            }
        }
        found
    }
}

/// The surnames in "Mrs Surname (SENDCO)".
fn after_titles(name: &str) -> Vec<String> {
    let mut names = Vec::new();
    for sentence in super::sentence::sentences(name) {
        for at in 0..sentence.tokens.len() {
            if let Some(end) = titled(&sentence, at) {
                let words = (at + 1..end).filter(|at| sentence.is_word(*at));
                let words = words.map(|at| sentence.word(at).to_string());
                names
                    .extend(words.filter(|word| word.chars().count() > 1 && !TITLES.contains(word.as_str())));
            }
        }
    }
    names
}

/// The words of a name that is two or three capitalised words, none of them known to be a role, a school or a word.
pub(super) fn plain_name(name: &str, host: &str, visiting: &[String]) -> Vec<String> {
    let name = name.split(['(', ',', '-']).next().unwrap_or_default();
    let words: Vec<&str> = name.split_whitespace().collect();
    let schools = format!("{host} {}", visiting.join(" ")).to_lowercase();
    let is_name = |word: &&str| {
        let lower = word.to_lowercase();
        word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().count() > 2
            && word.chars().any(char::is_lowercase)
            && !lexicon::names_nobody(&lower)
            && !lexicon::is_thing_by_ending(&lower)
            && !schools.split_whitespace().any(|school| school == lower)
            && !super::roles::is_role_word(&lower)
    };
    if (2..=3).contains(&words.len()) && words.iter().all(is_name) {
        words.iter().map(|word| word.to_lowercase()).collect()
    } else {
        Vec::new()
    }
}

/// Where the name ends that begins with a title at `at`.
pub(super) fn titled(sentence: &Sentence, at: usize) -> Option<usize> {
    let title = sentence.word(at);
    if !TITLES.contains(title) || sentence.owns(at) {
        return None;
    }
    let mut next = at + 1;
    if sentence.word(next) == "." {
        next += 1;
    }
    if matches!(sentence.word(next), "and" | "&" | "/" | "or") && TITLES.contains(sentence.word(next + 1)) {
        // "Mr and Mrs Surname"
        return titled(sentence, next + 1);
    }
    let name = next;
    let parted = after_particles(sentence, at, next);
    if parted.is_none()
        && (matches!(sentence.letters(next), Letters::Mark | Letters::Digits)
            || !is_name_after(sentence, at, next))
    {
        return None;
    }
    next = parted.unwrap_or(next);
    let mut end = next + 1;
    // Initials, a second name, a name of two parts.
    while end - next < 5 {
        let dot_of_initial = sentence.word(end) == "." && sentence.word(end - 1).chars().count() == 1;
        let more = dot_of_initial
            || (sentence.is_capital(end) && sentence.is_word(end - 1) && part_of_name(sentence, at, end))
            || (matches!(sentence.word(end - 1), ".") && sentence.letters(end) == Letters::Capital);
        if !more {
            break;
        }
        end += 1;
    }
    (!is_figure(sentence, at, name, end)).then_some(end)
}

/// Where the name goes on with a capital behind the little words at `next`: "Miss de Anyname", "Dr al-Anyname".
fn after_particles(sentence: &Sentence, title: usize, next: usize) -> Option<usize> {
    if sentence.letters(title) == Letters::Small || sentence.is_capital(next) {
        return None;
    }
    let joined = sentence.word(next).split_once('-');
    if joined.is_some_and(|(particle, _)| PARTICLES.contains(&particle)) {
        return Some(next);
    }
    let is_particle = |place: &usize| PARTICLES.contains(&sentence.word(*place));
    let particles = (next..next + 2).take_while(is_particle).count();
    let name = next + particles;
    (particles > 0 && sentence.letters(name) == Letters::Capital).then_some(name)
}

fn part_of_name(sentence: &Sentence, title: usize, at: usize) -> bool {
    !sentence.owns(at - 1)
        && sentence.letters(title) == Letters::Capital
        && sentence.letters(at) == Letters::Capital
        && !lexicon::names_nobody(sentence.word(at))
}

/// Whether a name stands at `next`, after the title at `at`.
fn is_name_after(sentence: &Sentence, at: usize, next: usize) -> bool {
    let (title, name) = (sentence.word(at), sentence.word(next));
    // "Mrs S", "Mrs S-A"
    let initial = name.split('-').all(|part| part.chars().count() == 1);
    if sentence.is_capital(next) {
        return is_name_in_capitals(sentence, at, next, initial);
    }
    if initial && (sentence.owns(next) || sentence.word(next + 1) == "." && sentence.is_word(next + 2)) {
        return true;
    }
    // In small letters a title that is no other word is enough.
    let plain = lexicon::OPENERS.contains(name)
        || lexicon::SCHOOL_WORDS.contains(name)
        || lexicon::PREPOSITIONS.contains(name)
        || lexicon::COPULAS.contains(name)
        || lexicon::REPORTING.contains(name)
        || lexicon::DETERMINERS.contains(name);
    if plain || lexicon::HELPING.contains(name) {
        return false;
    }
    match title {
        "mr" | "mrs" | "mx" | "ms" | "mister" => true,
        "miss" => {
            let owner = sentence.owns(next);
            let after = NO_VERB.contains(&sentence.before(at, 1)) && sentence.letters(at) == Letters::Small;
            // "miss surname only in her 2nd term"
            let opens = sentence.begins(at)
                && sentence.letters(at) == Letters::Small
                && !lexicon::names_nobody(name)
                && !lexicon::is_thing_by_ending(name)
                && !name.ends_with('s');
            owner || after || opens
        }
        // Nobody but a person is called so: "sir surname", "dr surname trains the staff".
        "sir" | "dame" | "dr" | "prof" | "professor" | "rev" | "revd" | "rev'd" | "reverend" | "cllr"
        | "councillor" => {
            // "dr visits are arranged"
            let several = name.ends_with('s') && matches!(sentence.word(next + 1), "are" | "were" | "have");
            names_somebody(title, name) && !several
        }
        // "the dinner lady sat", "in the lesson taken by lady surname"
        "lady" | "lord" | "sister" | "father" => {
            NO_VERB.contains(&sentence.before(at, 1)) && names_somebody(title, name)
        }
        _ => false,
    }
}

/// Whether a word in small letters behind a title is no word that people use otherwise.
fn names_somebody(title: &str, name: &str) -> bool {
    name.chars().count() > 2
        && !is_thing_of(title, name)
        && !lexicon::names_nobody(name)
        && !lexicon::is_thing_by_ending(name)
        && !lexicon::PRONOUNS.contains(name)
        && !super::roles::is_role_word(name)
}

/// Whether the title and the word behind it are the name of a thing.
fn is_thing_of(title: &str, name: &str) -> bool {
    let mut things = THINGS.iter().filter(|(letters, _)| *letters == title);
    things.any(|(_, things)| things.split(' ').any(|thing| thing == name))
}

/// Whether the word with a capital at `next` is a name, after the title at `at`; `initial`: it is one or two letters.
fn is_name_in_capitals(sentence: &Sentence, at: usize, next: usize, initial: bool) -> bool {
    let (title, name) = (sentence.word(at), sentence.word(next));
    let shout =
        sentence.letters(next) == Letters::AllCapitals && sentence.letters(at) != Letters::AllCapitals;
    let acronym = shout && !initial && (lexicon::AREAS.contains(name) || super::roles::is_role_word(name));
    if acronym || is_thing_of(title, name) || name == "i" {
        return false;
    }
    match title {
        "miss" => !is_missed(sentence, at, next, initial),
        // These are other words as well: "Coach Parking", "Nurse Office".
        "coach" | "father" | "sister" | "brother" | "nurse" | "doctor" | "pastor" | "canon" | "lady"
        | "lord" => !initial && !lexicon::names_nobody(name) || is_of_somebody(sentence, at, next),
        _ => true,
    }
}

/// Whether a word that may stand for a thing as well is somebody's, with the title at `at`: "We met Nurse Young",
/// "Father Green's assembly", "Coach Hill was late".
fn is_of_somebody(sentence: &Sentence, at: usize, next: usize) -> bool {
    let after = sentence.word(next + 1);
    let does = lexicon::COPULAS.contains(after)
        || lexicon::HELPING.contains(after)
        || lexicon::REPORTING.contains(after)
        || super::persons::is_human_verb(sentence, next + 1);
    // "Father Green leads worship": those are only ever people.
    let person = matches!(sentence.word(at), "father" | "sister" | "pastor" | "canon")
        && sentence.letters(next + 1) == Letters::Small
        && !lexicon::PREPOSITIONS.contains(after);
    let mid = at > 0
        && sentence.is_word(at - 1)
        && !sentence.is_capital(at - 1)
        && !lexicon::DETERMINERS.contains(sentence.before(at, 1));
    sentence.letters(at) == Letters::Capital && (sentence.owns(next) || does || person || mid)
}

/// Whether "Miss" is what somebody does: "Miss French for phonics", "Miss Monday's lesson".
fn is_missed(sentence: &Sentence, at: usize, next: usize, initial: bool) -> bool {
    let name = sentence.word(next);
    let opens = sentence.begins(at) || !sentence.is_word(at.saturating_sub(1));
    let day = name.ends_with("day") && name.len() > 3;
    let left_out = matches!(
        sentence.word(next + 1),
        "for"
            | "because"
            | "every"
            | "each"
            | "twice"
            | "once"
            | "lesson"
            | "lessons"
            | "when"
            | "while"
            | "on"
    );
    !initial && opens && (day || lexicon::AREAS.contains(name) && left_out)
}

#[cfg(test)]
mod tests;
