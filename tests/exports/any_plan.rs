//! Laws that hold whatever people type into a plan.

use icalendar::{Calendar, Component};
use knownow::domain::plan::Plan;
use knownow::export::{calendar::calendar, docx::docx, html::html, markdown::markdown, text::Text};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser};

use crate::kit::{half_day, made, paragraphs, part, parts, retype, sheet, two_days};

/// What could be taken for something else in one of the formats.
const PIECES: [&str; 34] = [
    "a",
    "Year 6",
    " ",
    "\n",
    "\r\n",
    "\t",
    "# ",
    "1. ",
    "- ",
    "* ",
    "> ",
    "=",
    "---",
    "|",
    "<b>",
    "</td>",
    "<!--",
    "]]>",
    "&amp;",
    "\"",
    "'",
    "`",
    "[x](y)",
    "\\",
    "https://x.org",
    "\u{0}",
    "\u{1b}[2J",
    "\u{202e}",
    "é",
    "👩‍🏫",
    ";",
    ",",
    "END:VEVENT",
    "\u{fffe}",
];

fn typed() -> impl Strategy<Value = Vec<String>> {
    let text = prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..8);
    prop::collection::vec(text.prop_map(|pieces| pieces.concat()), 1..40)
}

/// The plan with these texts, over and over; each ends in a number of its own, so that none is empty or twice there.
fn retyped(mut plan: Plan, typed: &[String]) -> (Plan, Vec<String>) {
    let mut texts = Vec::new();
    retype(&mut plan, &mut |_| {
        let text = format!("{}{:04}z", typed[texts.len() % typed.len()], texts.len());
        texts.push(text.clone());
        text
    });
    (plan, texts)
}

/// The tags of a page without what they say.
fn tags(page: &[u8]) -> Vec<String> {
    let page = std::str::from_utf8(page).unwrap();
    let tags = page.split('<').skip(1);
    tags.map(|tag| tag.split(['>', ' ']).next().unwrap().to_owned())
        .collect()
}

/// What Markdown makes of a text, without the words.
fn forms(text: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(text).unwrap();
    let events = Parser::new_ext(text, Options::all().difference(Options::ENABLE_SMART_PUNCTUATION));
    events
        .filter(|event| !matches!(event, Event::Text(_)))
        .map(|event| format!("{event:?}"))
        .collect()
}

fn kinds(calendar: &[u8]) -> Vec<Vec<String>> {
    let calendar: Calendar = std::str::from_utf8(calendar).unwrap().parse().unwrap();
    let events = calendar.components.iter().filter_map(|one| one.as_event());
    events
        .map(|event| event.properties().keys().cloned().collect())
        .collect()
}

#[track_caller]
fn assert_form_is_kept(plan: &Plan, typed: &[String]) {
    let (tame, _) = retyped(plan.clone(), &["Words ".to_owned()]);
    let (hostile, texts) = retyped(plan.clone(), typed);
    let (tame, hostile) = (sheet(&tame), sheet(&hostile));

    assert_eq!(tags(&html(&hostile).unwrap()), tags(&html(&tame).unwrap()));
    assert_eq!(forms(&markdown(&hostile)), forms(&markdown(&tame)));
    let of = |sheet| calendar(sheet, made()).unwrap();
    assert_eq!(kinds(&of(&hostile)), kinds(&of(&tame)));

    let bytes = docx(&hostile, made()).unwrap();
    assert!(!paragraphs(&bytes).is_empty());
    let parts = parts(&bytes);
    let document = part(&parts, "word/document.xml");
    for text in &texts {
        for line in Text::new(text).lines() {
            assert!(
                document.contains(&in_xml(line)),
                "{line:?} of {text:?} is not in the Word document"
            );
        }
    }
}

/// As XML says it.
fn in_xml(line: &str) -> String {
    let signs = [
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ("\"", "&quot;"),
        ("'", "&apos;"),
    ];
    signs
        .iter()
        .fold(line.to_owned(), |line, (sign, said)| line.replace(sign, said))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_changes_the_form_of_a_document_and_none_is_lost(typed in typed()) {
        assert_form_is_kept(&half_day(), &typed);
        assert_form_is_kept(&two_days(), &typed);
    }
}

#[test]
fn every_piece_by_itself_keeps_the_form() {
    for piece in PIECES {
        assert_form_is_kept(&two_days(), &[piece.to_owned()]);
    }
}
