//! Which models a name may stand for, as people type it: a part of the id, a word of the title, a word with a letter
//! left out.

use super::Source;
use crate::domain::{model::ReviewModel, search::folded};

/// The models that `wanted` may stand for, by the narrowest way that finds any; none for a name without letters.
pub(super) fn candidates<'a>(
    models: &'a [(Source, ReviewModel)],
    wanted: &str,
) -> Vec<&'a (Source, ReviewModel)> {
    let wanted = folded(wanted);
    let (whole, words) = (wanted.as_str(), words(wanted.as_str()));
    if words.is_empty() {
        return Vec::new();
    }
    let ways: [Way; 4] = [
        |named, whole, _| named.id == whole || named.name == whole,
        // "tri-" is the beginning of one id; a whole word may stand further on in another.
        |named, whole, _| whole.ends_with('-') && named.id.starts_with(whole),
        |named, _, words| words.iter().all(|word| named.holds(word)),
        |named, _, words| words.iter().all(|word| named.has_letters_of(word)),
    ];
    let found = ways.iter().map(|way| {
        let found = models
            .iter()
            .filter(|(_, model)| way(&Named::of(model), whole, &words));
        found.collect::<Vec<_>>()
    });
    found
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// Whether what is typed, whole and in words, stands for a model.
type Way = fn(&Named, &str, &[String]) -> bool;

/// What a model is called, made ready to be searched.
struct Named {
    id: String,
    name: String,
    /// The words of both, and the id as one word: "twoday" is typed as well.
    words: Vec<String>,
}

impl Named {
    fn of(model: &ReviewModel) -> Self {
        let (id, name) = (folded(&model.id), folded(&model.name));
        let (id, name) = (id.as_str().to_owned(), name.as_str().to_owned());
        let mut all = words(&id);
        all.push(all.concat());
        all.extend(words(&name));
        Self { id, name, words: all }
    }

    fn holds(&self, word: &str) -> bool {
        self.words.iter().any(|known| known.contains(word))
    }

    /// Whether one of the words begins like `word` and has its other letters in their order.
    fn has_letters_of(&self, word: &str) -> bool {
        self.words.iter().any(|known| {
            let mut letters = known.chars();
            let begins = known.chars().next() == word.chars().next();
            begins && word.chars().all(|wanted| letters.any(|letter| letter == wanted))
        })
    }
}

/// The words of a name or an id.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
