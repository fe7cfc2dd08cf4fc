//! What a review model is called where only its id is known: a plan keeps the model's rules, not its name.

use crate::domain::slugs::slug;

/// The title of the model with this id: that of the `review`, where it was named after its model, or else the words of
/// the id.
#[must_use]
pub fn model_title(id: &str, review: &str) -> String {
    let title = review.trim();
    let words = if slug(title) == id {
        title.to_owned()
    } else {
        id.replace(['-', '_'], " ").trim().to_owned()
    };
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_is_called_as_the_review_that_is_named_after_it_or_by_the_words_of_its_id() {
        for (id, review, called) in [
            (
                "half-day-peer-review",
                "half-day peer review",
                "Half-day peer review",
            ),
            (
                "half-day-peer-review",
                "Our autumn review",
                "Half day peer review",
            ),
            ("our_walk", "learning walk", "Our walk"),
            ("", "", ""),
        ] {
            assert_eq!(model_title(id, review), called);
        }
    }
}
