//! No text acts in the program of its reader.

use std::io::{Cursor, Read};

use knownow::domain::plan::Plan;
use knownow::export::{
    paper::{markdown::markdown, page::html, word::docx},
    report::{evidence_csv::evidence_csv, json::json, papers},
};
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::kit::{Review, half_day_found, made, note_like_the_first};

const HOSTILE: [&str; 11] = [
    "=HYPERLINK(\"http://x.org\",\"see\")",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "</td></style><script>alert(1)</script><img src=x onerror=y>",
    "# not a heading [x](http://x.org) ![y](z.png) <b>|",
    "control \u{0}\u{1b}[2J\u{202e}\u{ffff} ]]>",
    "line one\r\nline two, \"quoted\"",
    "\"><img src=x onerror=alert(1)>&amp;<!--",
    "{ INCLUDETEXT \"c:\\\\secret\" } \u{13}PAGE\u{15}",
];

/// The half-day with every hostile text as a note and as a finding with and without fields, and some as a school, a
/// review, a person, a label and a question.
pub fn hostile() -> Review {
    let mut review = half_day_found();
    for text in HOSTILE {
        let note = note_like_the_first(&review, text);
        review.note(note);
        for list in ["areas", "strengths"] {
            let list = review.list(list);
            let finding = review.found(&list, text);
            review.agree(finding);
        }
    }
    let Plan {
        host,
        agreement,
        people,
        rules,
        ..
    } = &mut review.plan;
    people[0].name = HOSTILE[9].into();
    rules.kind_labels.strength = HOSTILE[9].into();
    agreement.wanted_outcome = HOSTILE[9].into();
    agreement.lines_of_enquiry[0].sub_questions[0].text = HOSTILE[9].into();
    host.name = HOSTILE[5].into();
    agreement.title = HOSTILE[6].into();
    review
}

fn papers_of(review: &Review) -> Vec<knownow::export::paper::Paper> {
    let report = review.report(true);
    vec![
        papers::report(&report),
        papers::speaking_sheet(&report),
        papers::for_governors(&report),
        papers::notes(&report),
    ]
}

#[test]
fn no_cell_of_the_table_is_a_formula_and_no_word_is_lost() {
    let review = hostile();
    let bytes = evidence_csv(&review.report(false)).unwrap();
    assert!(bytes.starts_with(b"\xef\xbb\xbf\"Note\",\"Date\",\"Time\","));
    let text = std::str::from_utf8(&bytes[3..]).unwrap();
    assert_eq!(text.matches("\r\n").count(), 1 + 80 + HOSTILE.len());
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 80 + HOSTILE.len());
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
    }
    let has = |wanted: &str| rows.iter().any(|row| &row[11] == wanted);
    assert!(has("'=HYPERLINK(\"http://x.org\",\"see\")") && has("'-2+3") && has("'@SUM(A1:A9)"));
    assert!(has("line one\nline two, \"quoted\"") && has("control [2J ]]>"));
}

#[test]
fn pages_have_no_tag_but_their_own() {
    for paper in papers_of(&hostile()) {
        let page = String::from_utf8(html(&paper).unwrap()).unwrap();
        for forbidden in [
            "<script",
            "<img",
            "onerror=y>",
            "href=",
            "src=\"",
            "url(",
            "@import",
        ] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
        assert_eq!(page.matches("</style>").count(), 1);
        assert!(page.contains("default-src 'none'"));
        assert!(page.contains("&#60;script&#62;"));
    }
}

#[test]
fn markdown_has_no_link_picture_or_html() {
    for paper in papers_of(&hostile()) {
        let text = String::from_utf8(markdown(&paper)).unwrap();
        for event in Parser::new_ext(&text, Options::all()) {
            let acts = matches!(
                event,
                Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock)
                    | Event::Html(_)
                    | Event::InlineHtml(_)
            );
            assert!(!acts, "{event:?}");
        }
    }
}

#[test]
fn word_documents_are_read_by_another_reader_and_fetch_nothing() {
    for paper in papers_of(&hostile()) {
        let bytes = docx(&paper, made()).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            assert!(!text.contains(r#"TargetMode="External""#), "{}", part.name());
            assert!(!text.contains(['\u{0}', '\u{1b}', '\u{202e}', '\u{ffff}']));
            let mut reader = quick_xml::Reader::from_str(&text);
            while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
        }
        let read = docx_rs::read_docx(&bytes).unwrap().json();
        assert!(read.contains("alert(1)"));
    }
}

#[test]
fn every_table_of_a_word_document_has_a_heading_row_that_comes_again() {
    let report = half_day_found().report(false);
    let bytes = docx(&papers::report(&report), made()).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name("word/document.xml")
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    let tables = text.matches("<w:tbl>").count();
    assert!(tables > 5, "{tables}");
    assert_eq!(text.matches("<w:tblHeader />").count(), tables);
    for style in ["Heading1", "Heading2", "Title"] {
        assert!(text.contains(&format!("w:val=\"{style}\"")), "{style}");
    }
}

#[test]
fn json_has_everything_as_it_was_typed() {
    let review = hostile();
    let value: serde_json::Value = serde_json::from_slice(&json(&review.report(false)).unwrap()).unwrap();
    assert_eq!(value["format"], "knownow report");
    assert_eq!(value["version"], 1);
    let notes = value["notes"].as_array().unwrap();
    assert_eq!(notes.len(), 80 + HOSTILE.len());
    assert!(notes.iter().any(|note| note["text"] == HOSTILE[1]));
}

#[test]
fn every_picture_says_in_words_what_it_shows() {
    let paper = papers::report(&half_day_found().report(false));
    let page = String::from_utf8(html(&paper).unwrap()).unwrap();
    let pictures = page.matches("<svg role=\"img\" ").count();
    assert!(pictures >= 2, "{pictures}");
    assert_eq!(pictures, page.matches("<svg").count());
    assert_eq!(page.matches("\n<title>").count(), 1 + pictures);
    assert_eq!(page.matches("<desc>").count(), pictures);
    assert!(page.contains("<desc>Meeting teachers: Strengths "));
    assert_eq!(page.matches("<div class=\"unseen\"><table").count(), pictures);
}
