//! The known word that somebody most likely meant.

/// The one of `known` that `word` is most likely a slip of; `None` if it is like none of them.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = plain(word);
    let most = word.chars().count() / 3 + 1;
    let by_slips = known
        .into_iter()
        .map(|known| (slips(&word, &plain(known)), known));
    let (slips, found) = by_slips.min_by_key(|(slips, _)| *slips)?;
    (slips <= most).then_some(found)
}

/// What is the same for somebody who types by heart: `High_Contrast` and `high-contrast`.
fn plain(word: &str) -> String {
    word.trim().to_lowercase().replace(['_', ' '], "-")
}

/// How many letters were left out, put in or mistaken for another one (Levenshtein).
fn slips(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut diagonal = at;
        let mut left = at + 1;
        let mut next = vec![left];
        for (above, theirs) in row.iter().skip(1).zip(&other) {
            let mistaken = diagonal + usize::from(letter != *theirs);
            left = mistaken.min(left + 1).min(above + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_known_and_another_word_is_not() {
        let known = ["auto", "dark", "light", "high-contrast", "mono"];
        for (word, meant) in [
            ("drak", Some("dark")),
            ("Dark", Some("dark")),
            ("ligth", Some("light")),
            ("high_contrast", Some("high-contrast")),
            ("highcontrast", Some("high-contrast")),
            ("solarized", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known), meant, "{word}");
        }
        assert_eq!(slips("", "abc"), 3);
        assert_eq!(slips("kitten", "sitting"), 3);
    }
}
