//! Words as Markdown shows them: nothing in them is taken for a sign.

use crate::export::text::Text;

/// What begins or ends something wherever it stands: emphasis, code, a link, HTML, a cell, a formula, a heading's end.
const SIGNS: &str = "\\`*_[]<>#|~^$&@";

/// The text as one line that reads as it was typed, wherever in a line of Markdown it is put.
#[must_use]
pub fn escaped(text: &Text) -> String {
    escaped_line(&text.one_line())
}

/// See [`escaped`]; for text that is one line already.
#[must_use]
pub fn escaped_line(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let mut rest = line.chars().enumerate().peekable();
    while let Some((at, letter)) = rest.next() {
        let next = rest.peek().map(|(_, next)| *next);
        // At the start: a list, a rule, the underline of a heading; "1." and "1)".
        let begins = (at == 0 && matches!(letter, '-' | '+' | '='))
            || (at > 0 && at == digits && matches!(letter, '.' | ')'));
        // "https://…" and "www.…" become links by themselves.
        let links = (letter == ':' && next == Some('/')) || (letter == '.' && ends_in_www(&out));
        // "{..}" behind a heading is read as its attributes by some, with a backslash before it too.
        if letter == '}' {
            out.push_str("&#125;");
            continue;
        }
        if begins || links || SIGNS.contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

fn ends_in_www(so_far: &str) -> bool {
    let mut last = so_far.chars().rev();
    (0..3).all(|_| {
        last.next()
            .is_some_and(|letter| letter.eq_ignore_ascii_case(&'w'))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    /// What is shown of `markdown`, and whether anything but words, paragraphs and `allowed` was seen in it.
    fn shown(markdown: &str, allowed: fn(&Tag) -> bool) -> (String, Vec<String>) {
        let mut words = String::new();
        let mut others = Vec::new();
        for event in Parser::new_ext(
            markdown,
            Options::all().difference(Options::ENABLE_SMART_PUNCTUATION),
        ) {
            match event {
                Event::Text(text) => words.push_str(&text),
                Event::End(_) | Event::Start(Tag::Paragraph) => {}
                Event::Start(tag) if allowed(&tag) => {}
                other => others.push(format!("{other:?}")),
            }
        }
        (words, others)
    }

    #[track_caller]
    fn assert_reads_as_typed(typed: &str) {
        let line = Text::new(typed).one_line();
        let (words, others) = shown(&escaped_line(&line), |_| false);
        assert_eq!((words.as_str(), others), (line.as_str(), vec![]), "{typed:?}");
        let heading = format!("## {}", escaped_line(&line));
        let (words, others) = shown(&heading, |tag| matches!(tag, Tag::Heading { .. }));
        assert_eq!(
            (words.as_str(), others),
            (line.as_str(), vec![]),
            "heading {typed:?}"
        );
        let item = format!("- {}", escaped_line(&line));
        let (words, others) = shown(&item, |tag| matches!(tag, Tag::List(_) | Tag::Item));
        assert_eq!(
            (words.as_str(), others),
            (line.as_str(), vec![]),
            "item {typed:?}"
        );
    }

    #[test]
    fn what_looks_like_a_sign_reads_as_it_was_typed() {
        for typed in [
            "# Heading",
            "## Heading ##",
            "- item",
            "+ item",
            "1. item",
            "12) item",
            "> quote",
            "=====",
            "---",
            "***",
            "<script>alert(1)</script>",
            "<!-- gone -->",
            "[link](https://example.org)",
            "![picture](x.png)",
            "https://example.org and www.example.org and head@example.org",
            "a | b",
            "`code` ~~gone~~ $x$ *loud* _soft_ __x__",
            "&lt; &#35; &amp;",
            "back\\slash \\# \\",
            "[ ] task",
            "[^1]: footnote",
            "```rust",
            ": definition",
            "Title {#id .class}",
            "^2^ and x^2^",
            "{}",
        ] {
            assert_reads_as_typed(typed);
        }
    }

    #[test]
    fn plain_words_stay_plain() {
        let typed = "09:00–10:15 Year 6 (SEND): what works? Today's learning, 3.5 = half.";
        assert_eq!(escaped_line(typed), typed);
    }

    proptest! {
        #[test]
        fn any_line_reads_as_it_was_typed(typed in "[ -~é–\n]{1,24}") {
            assert_reads_as_typed(&typed);
        }
    }
}
