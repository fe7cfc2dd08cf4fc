//! The words of a note by which it can be found again.

use std::ops::Range;

/// The tags in `text`, in their order and each once.
///
/// A tag is one of `tag_words` that stands there as a whole word and in exactly this case ("SEND", not "send"), or what
/// follows a `#`: letters, digits, `-` and `_`, with at least one letter, so that "#1" is none.
#[must_use]
pub fn tags(text: &str, tag_words: &[String]) -> Vec<String> {
    let marked = marked_words(text);
    let mut found: Vec<(usize, &str)> = tag_words
        .iter()
        .filter(|word| !word.is_empty())
        .flat_map(|word| text.match_indices(word.as_str()))
        .filter(|(at, word)| is_whole_word(text, *at..at + word.len()) && !lies_in(&marked, *at))
        .collect();
    found.extend(
        marked
            .iter()
            .filter_map(|range| Some((range.start, text.get(range.clone())?))),
    );
    found.sort_by_key(|(at, word)| (*at, std::cmp::Reverse(word.len())));
    let mut tags: Vec<String> = Vec::new();
    for (_, word) in found {
        if !tags.iter().any(|known| known == word) {
            tags.push(word.to_owned());
        }
    }
    tags
}

/// Where the words are that have a `#` before them, in order.
fn marked_words(text: &str) -> Vec<Range<usize>> {
    let words = text.match_indices('#').filter_map(|(mark, _)| {
        let start = mark + 1;
        let rest = text.get(start..)?;
        let length = rest.find(|letter| !is_tag_letter(letter)).unwrap_or(rest.len());
        // A dash at the end belongs to the sentence.
        let word = rest.get(..length)?.trim_end_matches(['-', '_']);
        let inside = text.get(..mark)?.ends_with(is_tag_letter);
        (!inside && word.contains(char::is_alphabetic)).then(|| start..start + word.len())
    });
    words.collect()
}

fn is_tag_letter(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_')
}

fn is_whole_word(text: &str, word: Range<usize>) -> bool {
    let part_of_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let before = text
        .get(..word.start)
        .is_some_and(|before| before.ends_with(part_of_word));
    let after = text
        .get(word.end..)
        .is_some_and(|after| after.starts_with(part_of_word));
    !before && !after
}

/// Whether the byte `at` is in one of these `ranges`, which are in order.
fn lies_in(ranges: &[Range<usize>], at: usize) -> bool {
    let after = ranges.partition_point(|range| range.start <= at);
    after
        .checked_sub(1)
        .and_then(|last| ranges.get(last))
        .is_some_and(|range| range.contains(&at))
}
