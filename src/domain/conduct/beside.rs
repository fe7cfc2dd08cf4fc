//! A name beside the role of the person who has it: "Maths lead, Mrs Surname". In other words both are one.

use std::ops::Range;

use super::{Breach, Reason, lexicon::AREAS, rewording};

/// Marks and spaces that stand between a name and a role which are one person's.
const BETWEEN: [&str; 5] = [", ", " (", " - ", " \u{2013} ", " "];

/// What people are called by what they do; "lead" is one only behind what is led.
const POSTS: [&str; 17] = [
    "lead",
    "leader",
    "coordinator",
    "head",
    "headteacher",
    "deputy",
    "sendco",
    "senco",
    "dsl",
    "teacher",
    "ta",
    "ect",
    "manager",
    "governor",
    "chair",
    "assistant",
    "secretary",
];

/// Words that stand before an area or a post, and are part of its name.
const PARTS: [&str; 9] = [
    "deputy",
    "assistant",
    "key",
    "stage",
    "early",
    "years",
    "subject",
    "phase",
    "class",
];

/// What stands before all of it.
const ARTICLES: [&str; 6] = ["the", "a", "an", "our", "their", "its"];

/// Words in the place of a name or a role and of what is beside it, where both are of one person: where they go, and
/// what could stand there.
pub(super) fn instead(text: &str, breach: &Breach, all: &[Breach]) -> Option<(Range<usize>, String)> {
    let (name, role) = match breach.reason {
        Reason::Name => (breach.span.clone(), role_beside(text, &breach.span, all)?),
        Reason::Role => {
            let mut names = all.iter().filter(|name| name.reason == Reason::Name);
            let name = names.find(|name| between(text, &name.span, &breach.span).is_some())?;
            (name.span.clone(), breach.span.clone())
        }
        _ => return None,
    };
    let span = name.start.min(role.start)..name.end.max(role.end);
    let span = closed(text, span, between(text, &name, &role)?);
    let opens = text.get(..span.start)?.trim_end();
    let opens = opens.is_empty() || opens.ends_with(['.', '!', '?', '\n']);
    let words = rewording::of_words(Reason::Role, text.get(role)?, opens);
    Some((span, words))
}

/// The role beside a name: one that was found, or a post that would point at nobody by itself.
fn role_beside(text: &str, name: &Range<usize>, all: &[Breach]) -> Option<Range<usize>> {
    let found = all
        .iter()
        .filter(|role| role.reason == Reason::Role)
        .find(|role| between(text, name, &role.span).is_some());
    found
        .map(|role| role.span.clone())
        .or_else(|| post_before(text, name))
        .or_else(|| post_behind(text, name))
}

/// What stands between two that are beside each other.
fn between<'t>(text: &'t str, one: &Range<usize>, other: &Range<usize>) -> Option<&'t str> {
    let (first, second) = if one.start < other.start {
        (one, other)
    } else {
        (other, one)
    };
    let gap = text.get(first.end..second.start)?;
    BETWEEN.iter().find(|between| **between == gap)?;
    Some(gap)
}

/// With the mark that closes what was put in between, so that none is left over.
fn closed(text: &str, span: Range<usize>, between: &str) -> Range<usize> {
    let behind = text.get(span.end..).unwrap_or_default();
    let closing = match between {
        " (" => ")",
        ", " if behind.starts_with(", ") => ",",
        _ => "",
    };
    let end = if behind.starts_with(closing) {
        span.end + closing.len()
    } else {
        span.end
    };
    span.start..end
}

/// The words of a text with where each is.
fn words(text: &str, from: usize) -> Vec<(Range<usize>, String)> {
    let mut words = Vec::new();
    let mut at = from;
    for word in text.split(' ') {
        words.push((at..at + word.len(), word.to_lowercase()));
        at += word.len() + 1;
    }
    words
}

fn is_post(word: &str) -> bool {
    POSTS.contains(&word)
}

fn is_part(word: &str) -> bool {
    AREAS.contains(word) || PARTS.contains(&word) || word.parse::<u8>().is_ok()
}

fn post_before(text: &str, name: &Range<usize>) -> Option<Range<usize>> {
    let before = text.get(..name.start)?;
    let before = BETWEEN.iter().find_map(|between| before.strip_suffix(between))?;
    let mut words = words(before, 0).into_iter().rev();
    let (post, word) = words.next()?;
    if !is_post(&word) {
        return None;
    }
    let mut start = post.start;
    for (at, word) in words {
        if is_part(&word) {
            start = at.start;
            continue;
        }
        if ARTICLES.contains(&word.as_str()) {
            start = at.start;
        }
        break;
    }
    Some(start..post.end)
}

fn post_behind(text: &str, name: &Range<usize>) -> Option<Range<usize>> {
    let behind = text.get(name.end..)?;
    // Only what is set off by a mark is the same person: "Mrs Surname head of ..." is no sentence.
    let mark = BETWEEN.iter().filter(|between| **between != " ");
    let mark = mark.copied().find(|between| behind.starts_with(between))?;
    let first = name.end + mark.len();
    let behind = text.get(first..)?;
    let end = behind.find([',', '.', ')', ';', '\n']).unwrap_or(behind.len());
    let words = words(behind.get(..end)?, first);
    let from = usize::from(
        words
            .first()
            .is_some_and(|(_, word)| ARTICLES.contains(&word.as_str())),
    );
    let parts = words
        .iter()
        .skip(from)
        .take_while(|(_, word)| is_part(word) && !is_post(word));
    let (post, word) = words.get(from + parts.count())?;
    is_post(word).then_some(first..post.end)
}

#[cfg(test)]
mod tests {
    use super::super::Conduct;
    use crate::domain::example;

    /// The text once what was found first for this reason is said in other words.
    fn reworded(text: &str, reason: &str) -> String {
        let conduct = Conduct::of(&example::plan());
        let all = conduct.look_at(text);
        let breach = all.iter().find(|breach| breach.reason.word() == reason);
        let breach = breach.unwrap_or_else(|| panic!("no {reason} in {text}"));
        let (span, words) = conduct.instead(text, breach);
        let mut text = text.to_owned();
        text.replace_range(span, &words);
        text
    }

    #[test]
    fn a_name_beside_a_role_becomes_one_of_both_and_no_heap() {
        for (text, instead) in [
            ("Maths lead, Mrs Surname", "Leaders of maths"),
            (
                "The maths lead, Mrs Surname, checks books.",
                "Leaders of maths checks books.",
            ),
            (
                "Mrs Surname, the maths lead, checks books.",
                "Leaders of maths checks books.",
            ),
            (
                "Books are checked by Mrs Surname (maths lead).",
                "Books are checked by leaders of maths.",
            ),
            ("The SENDCO (Mrs Surname) checks.", "Leaders of SEND checks."),
            (
                "Books are seen by Maths lead Mrs Surname each week.",
                "Books are seen by leaders of maths each week.",
            ),
        ] {
            assert_eq!(reworded(text, "name"), instead, "{text}");
        }
    }

    #[test]
    fn a_role_beside_a_name_takes_the_name_along() {
        assert_eq!(
            reworded("The maths lead, Mrs Surname, checks books.", "role"),
            "Leaders of maths checks books."
        );
        assert_eq!(
            reworded("The maths lead checks books.", "role"),
            "Leaders of maths checks books."
        );
    }

    #[test]
    fn a_name_alone_is_a_member_of_staff() {
        for (text, instead) in [
            ("Mrs Surname waits.", "A member of staff waits."),
            (
                "In Year 5, Mrs Surname waits.",
                "In Year 5, a member of staff waits.",
            ),
            (
                "Led by Mrs Surname, books improve.",
                "Led by a member of staff, books improve.",
            ),
        ] {
            assert_eq!(reworded(text, "name"), instead, "{text}");
        }
    }
}
