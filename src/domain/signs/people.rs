//! Who is meant by what follows an `@`.

use crate::domain::{ids::PersonId, plan::Person};

/// The words of a name that its initials may leave out.
const SMALL_WORDS: [&str; 7] = ["of", "the", "and", "for", "in", "at", "to"];

/// Those who can be named.
pub(super) struct Speakers<'a> {
    /// Everybody on the plan.
    pub people: &'a [Person],
    /// Who was named last.
    pub last_by: Option<&'a PersonId>,
    /// Who is typing; where a name fits several people, it is not them.
    pub me: Option<&'a PersonId>,
}

/// How well a short name fits; the later, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    BeginsWord,
    LastWord,
    Initials,
    Id,
}

impl Speakers<'_> {
    /// The person named at the start of `after`, what follows an `@`, and the bytes of the name.
    pub fn named(&self, after: &str) -> Option<(PersonId, usize)> {
        let spaces = after.len() - after.trim_start_matches(' ').len();
        let name = after.trim_start_matches(' ');
        let named = self.by_full_name(name).or_else(|| self.by_part_of_name(name));
        if let Some((person, length)) = named {
            let rest = name.get(length..).unwrap_or_default();
            return Some((person, spaces + length + colon(rest)));
        }
        let typed = after.split(char::is_whitespace).next().unwrap_or_default();
        let short = typed.trim_end_matches(':');
        if typed.is_empty() {
            return Some((self.last_by?.clone(), 0));
        }
        let person = self.by_short_name(short)?;
        let behind = after.get(short.len()..).unwrap_or_default();
        Some((person.clone(), short.len() + colon(behind)))
    }

    /// The names that `short` could mean.
    pub fn candidates(&self, short: &str) -> Vec<&str> {
        let short = short.to_lowercase();
        let fitting = self.people.iter().filter(|person| fit(&short, person).is_some());
        fitting.map(|person| person.name.as_str()).collect()
    }

    /// The person whose whole name it is; the longest where one name begins another.
    fn by_full_name(&self, after: &str) -> Option<(PersonId, usize)> {
        let fitting = self
            .people
            .iter()
            .rev()
            .filter_map(|person| Some((person, name_length(after, &person.name)?)));
        let (person, length) = fitting.max_by_key(|(_, length)| *length)?;
        Some((person.id.clone(), length))
    }

    /// The person of whose name several words were typed, such as "school c", the most of them; nobody where they are in
    /// several names.
    fn by_part_of_name(&self, after: &str) -> Option<(PersonId, usize)> {
        let parts = self.people.iter().filter_map(|person| {
            let words: Vec<&str> = person.name.split_whitespace().collect();
            let spans =
                (0..words.len()).flat_map(|start| (start + 2..=words.len()).map(move |end| (start, end)));
            let lengths =
                spans.filter_map(|(start, end)| name_length(after, &words.get(start..end)?.join(" ")));
            Some((lengths.max()?, &person.id))
        });
        let parts: Vec<(usize, &PersonId)> = parts.collect();
        let most = parts.iter().map(|(length, _)| *length).max()?;
        let mut fitting = parts.iter().filter(|(length, _)| *length == most);
        let (length, id) = fitting.next()?;
        fitting.next().is_none().then(|| ((*id).clone(), *length))
    }

    /// The person that a short name means; nobody is guessed where it fits several, unless it is the id or the
    /// initials of one of them.
    fn by_short_name(&self, short: &str) -> Option<&PersonId> {
        let short = short.to_lowercase();
        let fits: Vec<(Fit, &PersonId)> = self
            .people
            .iter()
            .filter_map(|person| Some((fit(&short, person)?, &person.id)))
            .collect();
        let several = fits.len() > 1;
        let others: Vec<_> = fits
            .into_iter()
            .filter(|(_, id)| !several || Some(*id) != self.me)
            .collect();
        let exact: Vec<_> = others.iter().filter(|(fit, _)| *fit >= Fit::Initials).collect();
        match (others.as_slice(), exact.as_slice()) {
            ([(_, id)], _) | (_, [(_, id)]) => Some(id),
            (_, several) => several.iter().find(|(fit, _)| *fit == Fit::Id).map(|(_, id)| *id),
        }
    }
}

/// The bytes of a colon right behind a name, where a blank or nothing follows: it ends the name, and is no text.
fn colon(rest: &str) -> usize {
    let after = rest.strip_prefix(':');
    usize::from(after.is_some_and(|after| after.is_empty() || after.starts_with(char::is_whitespace)))
}

/// The bytes of `text` that are `name` in whatever case, if a word ends there.
fn name_length(text: &str, name: &str) -> Option<usize> {
    let name = name.trim();
    let mut letters = text.chars();
    for wanted in name.chars() {
        letters
            .next()
            .filter(|letter| letter.to_lowercase().eq(wanted.to_lowercase()))?;
    }
    let rest = letters.as_str();
    let ends = !name.is_empty() && !rest.starts_with(char::is_alphanumeric);
    ends.then_some(text.len() - rest.len())
}

/// How well `short`, in lower case, fits `person`.
fn fit(short: &str, person: &Person) -> Option<Fit> {
    let name = person.name.to_lowercase();
    let words: Vec<&str> = name
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let initials = |small_too: bool| -> String {
        let counted = words
            .iter()
            .filter(|word| small_too || !SMALL_WORDS.contains(word));
        counted.filter_map(|word| word.chars().next()).collect()
    };
    if person.id.as_str().to_lowercase() == short {
        Some(Fit::Id)
    } else if initials(false) == short || initials(true) == short {
        Some(Fit::Initials)
    } else if words.last() == Some(&short) {
        Some(Fit::LastWord)
    } else if short.chars().nth(1).is_some() && words.iter().any(|word| word.starts_with(short)) {
        Some(Fit::BeginsWord)
    } else {
        None
    }
}
