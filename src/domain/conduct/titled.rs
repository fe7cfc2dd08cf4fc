//! Names with a title, and the people on the plan who are there by name.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use super::{
    lexicon::{self, Words, class},
    sentence::{Letters, Sentence},
};
use crate::domain::plan::Plan;

/// The titles before a surname.
pub(super) static TITLES: Words = LazyLock::new(|| {
    class(
        "mr mrs miss ms mx dr doctor sir dame prof professor rev rev'd revd reverend fr mister canon madame mme mlle monsieur senora se\u{f1}ora senor se\u{f1}or herr frau coach father sister brother pastor imam rabbi cllr councillor nurse",
    )
});

/// People and figures that are taught about, and are nobody at the school.
pub(super) static TAUGHT: Words = LazyLock::new(|| {
    class(
        "macbeth trunchbull newton darwin attenborough drake raleigh brunel nightingale seacole parks king anning hawking columbus \
         shakespeare dickens dahl walliams rowling rosen donaldson seuss gumpy gum fox twit twits honey men bean \
         tumble barnardo potter tom hyde jekyll holmes watson who strange wolf bear badger toad rabbit tickle \
         mandela gandhi turing lovelace einstein curie franklin earhart armstrong peake fawkes pepys wren hooke \
         fleming jenner pasteur lister semmelweis galileo copernicus picasso monet kahlo hokusai kandinsky banksy \
         warhol matisse mozart beethoven vivaldi holst elgar churchill pankhurst victoria elizabeth henry boudicca \
         alfred caesar tutankhamun carter howard cook scott shackleton livingstone marx lemov rosenshine sherrington \
         wiliam willingham sweller bruner piaget vygotsky bjork dweck hattie didau christodoulou dewey montessori \
         stink gawain lancelot galahad tiggy-winkle twit majeika pusskins gru pepperpot claus hargreaves \
         thunberg malala yousafzai stephenson telford jemison mcauliffe gagarin tchaikovsky \
         steiner froebel quigley myatt coe newmark robinson cooke",
    )
});

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
        let of_taught = speaks_of_taught(sentence);
        for at in 0..sentence.tokens.len() {
            if found.last().is_some_and(|last| at < last.end) {
                continue;
            }
            if let Some(end) = titled(sentence, at).filter(|_| !of_taught) {
                found.push(at..end);
            } else if self.is(sentence, at) {
                let more = (at + 1..sentence.tokens.len()).take_while(|next| self.is(sentence, *next));
                found.push(at..at + 1 + more.count());
            }
        }
        found
    }
}

/// Whether somebody with a title is spoken of who is taught about: where one character is, the others are as well.
pub(super) fn speaks_of_taught(sentence: &Sentence) -> bool {
    (1..sentence.tokens.len()).any(|at| {
        let title = TITLES.contains(sentence.before(at, 1)) || sentence.before(at, 1) == "mister";
        title && sentence.is_capital(at) && TAUGHT.contains(sentence.word(at))
    })
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
fn plain_name(name: &str, host: &str, visiting: &[String]) -> Vec<String> {
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
fn titled(sentence: &Sentence, at: usize) -> Option<usize> {
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
    if matches!(sentence.letters(next), Letters::Mark | Letters::Digits) || !is_name_after(sentence, at, next)
    {
        return None;
    }
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
    let taught = (next..end).any(|place| TAUGHT.contains(sentence.word(place)));
    (!taught).then_some(end)
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
        let shout =
            sentence.letters(next) == Letters::AllCapitals && sentence.letters(at) != Letters::AllCapitals;
        let acronym = shout && !initial && (lexicon::names_nobody(name) || super::roles::is_role_word(name));
        // These are other words as well: "Father Christmas", "Coach House".
        let other = matches!(
            title,
            "miss" | "coach" | "father" | "sister" | "brother" | "nurse" | "doctor" | "pastor" | "canon"
        );
        let known = match title {
            // "Miss May" is a name, "Miss Monday's lesson" is not.
            "miss" => !initial && (lexicon::AREAS.contains(name) || name.ends_with("day")),
            _ => initial || lexicon::names_nobody(name),
        };
        let verb = other && known;
        return !acronym && !verb && !matches!(name, "i" | "men");
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
        _ => false,
    }
}
