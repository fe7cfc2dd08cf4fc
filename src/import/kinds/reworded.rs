//! Titles that say in other words what the model has.

use crate::{
    domain::activity::ActivityKind,
    import::{vocabulary::Vocabulary, wording},
};

/// The kind of a title of the model that has the same telling words, or that begins this one: "Improvement planning for
/// assessment" is the model's "Improvement planning: assessment", and goes on its "Improvement planning".
pub(super) fn kind(title: &str, vocabulary: &Vocabulary) -> Option<ActivityKind> {
    let telling = telling(title);
    let alike = |known: &[String], whole: bool| {
        let as_many = if whole {
            known.len() == telling.len()
        } else {
            known.len() < telling.len()
        };
        as_many
            && known.len() > 1
            && known
                .iter()
                .zip(&telling)
                .all(|(one, other)| same_stem(one, other))
    };
    let find = |whole: bool| {
        let mut titles = vocabulary.titles.iter();
        titles
            .find(|(known, _)| alike(&self::telling(known), whole))
            .map(|(_, kind)| *kind)
    };
    if telling.len() < 2 {
        None
    } else {
        find(true).or_else(|| find(false))
    }
}

/// The words of a title without those that only join them.
fn telling(title: &str) -> Vec<String> {
    let joining = ["for", "of", "and", "the", "a", "an", "in", "on", "with", "to"];
    let words = wording::words(&wording::written_out(title)).into_iter();
    words.filter(|word| !joining.contains(&word.as_str())).collect()
}

/// Whether two words are the same but for their endings: "plan" and "planning".
fn same_stem(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    short == long || (short.len() >= 4 && long.starts_with(short))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_models_titles_are_known_in_other_words() {
        let titles = [
            "Improvement planning: assessment",
            "Improvement planning",
            "Pupil interviews",
        ];
        let vocabulary = Vocabulary {
            titles: titles
                .iter()
                .map(|title| ((*title).to_string(), ActivityKind::DocumentReview))
                .collect(),
            ..Vocabulary::default()
        };
        for title in [
            "Improvement planning for assessment",
            "improvement plan - curriculum",
            "Improvement planning for T&L",
            "Interview pupils in pairs; pupil interviews",
        ] {
            let known = !title.starts_with("Interview");
            assert_eq!(kind(title, &vocabulary).is_some(), known, "{title}");
        }
        assert_eq!(kind("Improvement", &vocabulary), None);
    }
}
