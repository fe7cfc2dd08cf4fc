//! Finding names and words in the words of a plan.

use crate::domain::{activity::Activity, plan::Slot};

/// A text as its words, without what stands between them.
pub(super) struct Spoken(Vec<String>);

impl Spoken {
    /// The words of several texts; no phrase reaches from one into the next.
    pub(super) fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut words = Vec::new();
        for text in texts {
            let parts = text.split(|letter: char| !letter.is_alphanumeric());
            words.extend(parts.filter(|part| !part.is_empty()).map(str::to_string));
            words.push(String::new());
        }
        Self(words)
    }

    /// What a row says of itself: its titles, its remark and all questions of all groups.
    pub(super) fn of_row(slot: &Slot) -> Self {
        let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
        let activities = std::iter::once(&slot.activity).chain(own);
        Self::of(activities.flat_map(activity_texts).chain([slot.remark.as_str()]))
    }

    pub(super) fn words(&self) -> &[String] {
        &self.0
    }

    /// Whether `name` stands there as whole words, in capitals or not.
    pub(super) fn names(&self, name: &str) -> bool {
        self.says(name, |said, wanted| said.to_lowercase() == wanted.to_lowercase())
    }

    /// Whether `phrase` stands there as whole words. An abbreviation has to be in capitals: "SEND" is not "send".
    pub(super) fn mentions(&self, phrase: &str) -> bool {
        if phrase.chars().any(char::is_lowercase) {
            return self.names(phrase);
        }
        self.says(phrase, |said, wanted| said == wanted)
    }

    fn says(&self, phrase: &str, same: impl Fn(&str, &str) -> bool) -> bool {
        let Self(mut wanted) = Self::of([phrase]);
        wanted.pop();
        !wanted.is_empty()
            && self
                .0
                .windows(wanted.len())
                .any(|here| here.iter().zip(&wanted).all(|(said, wanted)| same(said, wanted)))
    }
}

fn activity_texts(activity: &Activity) -> impl Iterator<Item = &str> {
    let prompts = activity.prompts.iter();
    let asked = prompts.flat_map(|prompt| [prompt.short.as_str(), prompt.text.as_str()]);
    std::iter::once(activity.title.as_str()).chain(asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_whole_words_in_any_case() {
        let said = Spoken::of(["Meet the Deputy head, then the SENDCO", "School B"]);
        assert!(said.names("Deputy Head") && said.names("sendco") && said.names("school b"));
        assert!(!said.names("SEND") && !said.names("Deputy SENDCO"));
        // Not across two texts, and nobody is called nothing.
        assert!(!said.names("SENDCO School") && !said.names("") && !said.names(" - "));
    }

    #[test]
    fn abbreviations_are_in_capitals() {
        assert!(!Spoken::of(["We send the books, pp. 3-4"]).mentions("SEND"));
        assert!(!Spoken::of(["pp. 3-4"]).mentions("PP"));
        assert!(Spoken::of(["With (SEND/PP) pupils"]).mentions("PP"));
        assert!(Spoken::of(["Disadvantaged pupils"]).mentions("disadvantaged"));
        assert!(Spoken::of(["pupil-premium"]).mentions("Pupil premium"));
    }
}
