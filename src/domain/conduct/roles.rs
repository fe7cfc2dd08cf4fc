//! Roles that one person holds: what is said of "the SENDCO" is said of somebody everybody knows.

mod areas;
mod elsewhere;
mod heads;
mod met;
mod part;
mod phrase;
mod posts;
mod said;
mod steps;
mod taken_up;
mod thanks;
mod titles;

use std::{ops::Range, sync::LazyLock};

use areas::area_end;
use part::{one_in_a_part, one_of_staff};
use phrase::{area_role, in_other_words, leading_role, only_assistant, only_of_its_kind};
use said::says_something_of;
use titles::{bare_title, titled};

use super::{
    lexicon::{AREAS, DETERMINERS, Words, class},
    sentence::{Letters, Sentence},
};
use crate::domain::plan::{Duty, Plan};

/// Roles in one word, held by one person in most schools.
static ROLES: Words = LazyLock::new(|| {
    class(
        "headteacher co-headteacher sendco senco dsl sbm caretaker bursar deputy ceo dht aht hlta elsa principal head \
         vice-principal ht cog eht ddsl flo fsw ewo sbl co-head headmaster headmistress head-teacher senlead dh hod \
         hos eht sht hoh hof coo cfo kslead co-heads co-headteachers smhl emhl inco deputy-head assistant-head acting-head vice-chair site-manager hoy vp 2ic",
    )
});

/// The last word of a role of more than one word, after an area: "maths lead".
static LEADS: Words = LazyLock::new(|| {
    class(
        "lead leader coordinator co-ordinator manager champion governor gov officer coach specialist co-ord coord director \
         ldr trustee admin",
    )
});

/// Words of roles, none of which is anybody's name.
static ROLE_WORDS: Words = LazyLock::new(|| {
    class(
        "lead leader leaders leads coordinator co-ordinator manager champion governor governors officer head heads \
         deputy assistant acting executive associate chair vice facilitator reviewer reviewers host visiting partner \
         improvement sip slt dsl sendco senco principal teacher ta tas hlta designated safeguarding business \
         representative trust trustee director adviser advisor mentor worker support cluster school lead-reviewer",
    )
});

/// What stands beside posts in a list of who took part, and says nothing of anybody.
static LABELS: Words = LazyLock::new(|| {
    class(
        "of the host school group met or listened to reviewer reviewers facilitator governor head first second subject special \
         educational and disabilities coordinator co-ordinator b c d",
    )
});

/// Whether `word` is a part of the name of a role.
pub(super) fn is_role_word(word: &str) -> bool {
    ROLE_WORDS.contains(word) || ROLES.contains(word) || AREAS.contains(word)
}

/// Whether `word` by itself is a role, or the last word of one.
pub(super) fn names_role(word: &str) -> bool {
    ROLES.contains(word) || LEADS.contains(word)
}

/// Whether the word at `at` is a verb in a form that has a subject.
pub(super) fn is_deed(sentence: &Sentence, at: usize) -> bool {
    said::is_verb(sentence, at)
}

/// Tells roles; knows those of the plan.
#[derive(Debug, Clone, Default)]
pub(super) struct Roles {
    /// The roles of the host's staff as the plan calls them, each as its words in small letters.
    own: Vec<Vec<String>>,
    /// The words of the host school's name, in small letters.
    host: Vec<String>,
}

impl Roles {
    /// The roles of the host's staff on the plan.
    pub fn of(plan: &Plan) -> Self {
        let staff = plan.people.iter().filter(|person| {
            person.host_staff
                && !person.duties.contains(&Duty::Facilitator)
                && person.name.split_whitespace().count() > 1
        });
        let host_words: Vec<String> = plan.host.name.split_whitespace().map(str::to_lowercase).collect();
        let words = staff.map(|person| {
            let words = person.name.split(|letter: char| !letter.is_alphanumeric());
            words
                .filter(|word| !word.is_empty())
                .map(str::to_lowercase)
                .collect::<Vec<_>>()
        });
        let is_role = |words: &Vec<String>| {
            words.len() > 1
                && words.iter().all(|word| {
                    is_role_word(word) || matches!(word.as_str(), "of" | "for") || host_words.contains(word)
                })
                && words.last().is_some_and(|last| !last.ends_with('s'))
        };
        Self {
            own: words.filter(is_role).collect(),
            host: host_words.clone(),
        }
    }

    /// The roles in a sentence of which something is said.
    pub fn find(&self, sentence: &Sentence) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < sentence.tokens.len() {
            let in_a_part = one_in_a_part(sentence, at).filter(|end| is_deed(sentence, *end));
            if let Some(end) = in_a_part.or_else(|| one_of_staff(sentence, at)) {
                found.push(at..end);
                at = end;
                continue;
            }
            let Some(end) = self.role_end(sentence, at) else {
                at += 1;
                continue;
            };
            if says_something_of(self, sentence, at..end) {
                let the = DETERMINERS.contains(sentence.before(at, 1));
                found.push(at - usize::from(the && at > 0)..end);
            }
            at = end;
        }
        found
    }

    /// Whether nothing but posts stands there, as in a row of who took part: "SENDCO | Met or listened to", "Head teacher
    /// of the host school". That says nothing of anybody.
    pub fn is_label(&self, sentence: &Sentence) -> bool {
        let mut at = 0;
        while at < sentence.tokens.len() {
            let of_needs = sentence.word(at) == "needs" && sentence.before(at, 1) == "educational";
            if let Some(end) = self.post_end(sentence, at) {
                at = end;
            } else if !sentence.is_word(at)
                || sentence.letters(at) == Letters::Digits
                || LABELS.contains(sentence.word(at))
                || of_needs
            {
                at += 1;
            } else {
                return false;
            }
        }
        true
    }

    /// Where the role ends that begins at `at`, by its name or in other words.
    fn role_end(&self, sentence: &Sentence, at: usize) -> Option<usize> {
        if !sentence.is_word(at) {
            return None;
        }
        let end = self
            .post_end(sentence, at)
            .or_else(|| in_other_words(sentence, at))
            .or_else(|| only_of_its_kind(sentence, at))
            .or_else(|| only_assistant(sentence, at))?;
        // "subject leader for music", "link governor for science"
        let of_area = matches!(sentence.word(end), "for" | "of") && !sentence.owns(end - 1);
        let area =
            of_area.then(|| area_end(sentence, end + 1 + usize::from(sentence.word(end + 1) == "the")));
        Some(area.flatten().unwrap_or(end))
    }

    /// Where "Head of Oakfield" ends, of the host school by its name.
    fn head_of_host(&self, sentence: &Sentence, at: usize) -> Option<usize> {
        let head = matches!(sentence.word(at), "head" | "headteacher" | "principal")
            && matches!(sentence.word(at + 1), "of" | "at");
        let named = |place: &usize| {
            sentence.is_capital(*place) && self.host.iter().any(|word| word == sentence.word(*place))
        };
        let name = (at + 2..at + 7).take_while(named).count();
        (head && name > 0).then_some(at + 2 + name)
    }

    /// Where the name of a post ends that begins at `at`.
    fn post_end(&self, sentence: &Sentence, at: usize) -> Option<usize> {
        if !sentence.is_word(at) {
            return None;
        }
        let own = self.own.iter().filter(|role| {
            let words: Vec<&str> = role.iter().map(String::as_str).collect();
            let end = at + words.len();
            sentence.says(at, &words)
                && !matches!(sentence.word(end), "boy" | "girl" | "boys" | "girls" | "pupil")
        });
        let own = own.map(|role| at + role.len()).max();
        own.or_else(|| self.head_of_host(sentence, at))
            .or_else(|| area_role(sentence, at))
            .or_else(|| leading_role(sentence, at))
            .or_else(|| titled(sentence, at))
            .or_else(|| bare_title(sentence, at))
    }
}
