//! The papers as other programs read them: an HTML5 tokenizer, and a reader of Word documents.

use std::{
    cell::RefCell,
    io::{Cursor, Read},
};

use docx_rust::{DocxFile, document::BodyContent};
use html5ever::{
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::RawKind::{Rawtext, Rcdata, ScriptData},
    },
};
use knownow::export::{
    paper::{Paper, page::html, word::docx},
    report::papers,
};

use crate::{
    hostile::hostile,
    kit::{Review, half_day_found, made, models},
};

/// What an HTML5 reader sees of a page.
#[derive(Default)]
struct Seen {
    tags: RefCell<Vec<Tag>>,
    text: RefCell<String>,
}

impl TokenSink for Seen {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => {
                let opens = tag.kind == TagKind::StartTag;
                let raw = match &*tag.name {
                    "style" if opens => TokenSinkResult::RawData(Rawtext),
                    "title" if opens => TokenSinkResult::RawData(Rcdata),
                    "script" if opens => TokenSinkResult::RawData(ScriptData),
                    _ => TokenSinkResult::Continue,
                };
                self.tags.borrow_mut().push(tag);
                return raw;
            }
            Token::CharacterTokens(text) => self.text.borrow_mut().push_str(&text),
            Token::CommentToken(comment) => panic!("a comment: {comment}"),
            Token::ParseError(fault) => panic!("{fault}"),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn seen(paper: &Paper) -> Seen {
    let page = String::from_utf8(html(paper).unwrap()).unwrap();
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(page.as_str()));
    let options = TokenizerOpts {
        exact_errors: true,
        ..TokenizerOpts::default()
    };
    let reader = Tokenizer::new(Seen::default(), options);
    let _ = reader.feed(&queue);
    reader.end();
    reader.sink
}

/// The names of the elements and attributes on a page, each once.
fn vocabulary(seen: &Seen) -> Vec<String> {
    let tags = seen.tags.borrow();
    let names = tags.iter().flat_map(|tag| {
        let attributes = tag.attrs.iter();
        let named = attributes.map(|attribute| format!("{} {}", tag.name, attribute.name.local));
        std::iter::once(tag.name.to_string()).chain(named)
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    names.dedup();
    names
}

pub fn papers_of(review: &Review) -> Vec<Paper> {
    let report = review.report(true);
    vec![
        papers::report(&report),
        papers::speaking_sheet(&report),
        papers::for_governors(&report),
        papers::notes(&report),
    ]
}

/// The elements and attributes that the papers themselves write.
const WRITTEN: [&str; 53] = [
    "body",
    "dd",
    "desc",
    "div",
    "div class",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "head",
    "header",
    "html",
    "html lang",
    "li",
    "main",
    "mark",
    "meta",
    "meta charset",
    "meta content",
    "meta http-equiv",
    "meta name",
    "p",
    "p class",
    "rect",
    "rect class",
    "rect height",
    "rect width",
    "rect x",
    "rect y",
    "section",
    "section class",
    "strong",
    "style",
    "svg",
    "svg role",
    "svg viewbox",
    "svg viewBox",
    "table",
    "table class",
    "tbody",
    "td",
    "text",
    "text class",
    "text text-anchor",
    "text x",
    "text y",
    "th",
    "th scope",
    "th style",
    "thead",
];

#[test]
fn an_html5_reader_sees_no_element_and_no_attribute_that_came_from_a_note() {
    for paper in papers_of(&hostile()) {
        let seen = seen(&paper);
        for name in vocabulary(&seen) {
            let known = WRITTEN.contains(&name.as_str()) || ["title", "tr", "ul"].contains(&name.as_str());
            assert!(known, "{name}");
        }
        let text = seen.text.borrow();
        assert!(text.contains("</td></style><script>alert(1)</script><img src=x onerror=y>"));
        // A paper of one page leaves some of so much to the report.
        let is_one_page = paper.points.is_some();
        assert!(
            is_one_page || text.contains("\"><img src=x onerror=alert(1)>&amp;<!--"),
            "{text}"
        );
        assert!(!text.contains(['\u{202e}', '\u{1b}', '\u{0}']));
    }
}

#[test]
fn pages_have_one_title_headings_without_gaps_and_marked_headings_of_tables() {
    for (name, model) in models() {
        for paper in papers_of(&Review::of_model(&model)) {
            let seen = seen(&paper);
            let mut level = 0;
            for tag in seen
                .tags
                .borrow()
                .iter()
                .filter(|tag| tag.kind == TagKind::StartTag)
            {
                let next = match &*tag.name {
                    "h1" => 1,
                    "h2" => 2,
                    "h3" => 3,
                    _ => level,
                };
                assert!(
                    next <= level + 1 && (next > 1 || level <= 1),
                    "{name}: h{level} to h{next}"
                );
                level = next;
                let has = |attribute: &str| tag.attrs.iter().any(|has| &*has.name.local == attribute);
                assert!(&*tag.name != "th" || has("scope"), "{name}");
                assert!(&*tag.name != "html" || has("lang"), "{name}");
            }
            let tags = seen.tags.borrow();
            let titles = tags
                .iter()
                .filter(|tag| &*tag.name == "h1" && tag.kind == TagKind::StartTag);
            assert_eq!(titles.count(), 1, "{name}");
        }
    }
}

/// The XML of a part of a Word document.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The words of a Word document, as a reader of XML finds them.
fn words(xml: &str) -> String {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut words = String::new();
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Text(text) => words.push_str(&text.xml10_content().unwrap()),
            quick_xml::events::Event::GeneralRef(sign) => {
                let sign = format!("&{};", sign.decode().unwrap());
                words.push_str(&quick_xml::escape::unescape(&sign).unwrap());
            }
            quick_xml::events::Event::Eof => return words,
            _ => {}
        }
    }
}

#[test]
fn another_library_reads_the_word_documents_of_every_model() {
    for (name, model) in models() {
        for paper in papers_of(&Review::of_model(&model)) {
            let bytes = docx(&paper, made()).unwrap();
            let file = DocxFile::from_reader(Cursor::new(&bytes)).unwrap();
            let read = file.parse().unwrap();
            let mut level = 0;
            let mut tables = 0;
            for content in &read.document.body.content {
                match content {
                    BodyContent::Paragraph(paragraph) => {
                        let style = paragraph
                            .property
                            .as_ref()
                            .and_then(|property| property.style_id.as_ref());
                        let heading = style.and_then(|style| style.value.strip_prefix("Heading"));
                        if let Some(heading) = heading.and_then(|heading| heading.parse::<u32>().ok()) {
                            assert!(heading <= level + 1, "{name}: {level} to {heading}");
                            level = heading;
                            assert!(!paragraph.text().trim().is_empty(), "{name}: an empty heading");
                        }
                    }
                    BodyContent::Table(_) => tables += 1,
                    _ => {}
                }
            }
            let ours = |block: &knownow::export::paper::Block| {
                use knownow::export::paper::Block::{Picture, Table};
                matches!(block, Table(_) | Picture(_))
            };
            assert_eq!(
                tables,
                paper.blocks.iter().filter(|block| ours(block)).count(),
                "{name}"
            );
        }
    }
}

#[test]
fn the_words_of_hostile_notes_are_in_the_word_documents_and_make_no_field() {
    for paper in papers_of(&hostile()) {
        let bytes = docx(&paper, made()).unwrap();
        let text = words(&part(&bytes, "word/document.xml"));
        // What the check finds in a draft has its number behind it.
        let has = |check: &str| text.contains(&format!("{{ INCLUDETEXT{check} \"c:\\\\secret\" }}"));
        let numbered = (1..100).any(|number| has(&format!(" [check {number}]")));
        let is_one_page = paper.points.is_some();
        assert!(has("") || numbered || is_one_page, "{text}");
        assert!(text.contains("=HYPERLINK(\"http://x.org\",\"see\")"), "{text}");
        let document = part(&bytes, "word/document.xml");
        for field in [
            "w:instrText",
            "w:fldChar",
            "w:fldSimple",
            "w:hyperlink",
            "w:object",
            "w:drawing",
        ] {
            assert!(!document.contains(&format!("<{field}")), "{field}");
        }
        let footer = part(&bytes, "word/footer1.xml");
        assert_eq!(
            footer.matches("<w:instrText").count(),
            2,
            "the page, and how many there are"
        );
    }
}

#[test]
fn every_style_that_a_word_document_names_is_there_and_the_language_is_british_english() {
    let bytes = docx(&papers::report(&half_day_found().report(false)), made()).unwrap();
    let (document, styles) = (part(&bytes, "word/document.xml"), part(&bytes, "word/styles.xml"));
    for sign in ["<w:pStyle w:val=\"", "<w:tblStyle w:val=\""] {
        let named = document.split(sign).skip(1);
        let named: Vec<&str> = named.map(|rest| rest.split_once('"').unwrap().0).collect();
        assert!(!named.is_empty(), "{sign}");
        for style in named {
            assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
        }
    }
    for known in [
        "Title",
        "heading 1",
        "heading 2",
        "List Bullet",
        "Table Grid",
        "caption",
    ] {
        assert!(
            styles.contains(&format!("<w:name w:val=\"{known}\" />")),
            "{known}"
        );
    }
    assert!(styles.contains("<w:lang w:val=\"en-GB\""));
    assert!(document.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\""));
    let core = part(&bytes, "docProps/core.xml");
    assert!(core.contains("<dc:language>en-GB</dc:language>") && core.contains("<dc:title>Oakfield"));
}

/// How far two colours are apart, as the accessibility guidelines reckon: from 1, the same, to 21, black on white.
fn contrast(one: &str, other: &str) -> f64 {
    let luminance = |colour: &str| -> f64 {
        let part =
            |at: usize| f64::from(u8::from_str_radix(colour.get(at..at + 2).unwrap(), 16).unwrap()) / 255.0;
        let linear = |part: f64| {
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(part(0)) + 0.7152 * linear(part(2)) + 0.0722 * linear(part(4))
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The colour that the style of a page gives to `what` of `selector`, as six digits.
fn colour_of(style: &str, selector: &str, what: &str) -> String {
    let rule = style.split_once(&format!("\n{selector} {{")).unwrap().1;
    let rule = rule.split_once('}').unwrap().0;
    let said = rule
        .split(';')
        .find_map(|said| said.trim().strip_prefix(&format!("{what}: #")));
    let said = said.unwrap().trim().to_owned();
    // "fff" is "ffffff".
    if said.len() == 3 {
        said.chars().flat_map(|digit| [digit, digit]).collect()
    } else {
        said
    }
}

/// Letters and the ground that they stand on, on a page.
fn pairs_on_page(style: &str) -> Vec<(String, String)> {
    let of = |selector: &str, what: &str| colour_of(style, selector, what);
    let (dark, light) = (of("svg text.on-dark", "fill"), of("svg text", "fill"));
    let mut pairs = vec![(of("body", "color"), of("thead th", "background"))];
    for selector in ["body", "h2", "h3", ".by-the-way", ".large"] {
        pairs.push((of(selector, "color"), "ffffff".into()));
    }
    for (ground, letters) in [
        ("first", &dark),
        ("second", &dark),
        ("third", &light),
        ("fourth", &light),
        ("none", &light),
        ("few", &light),
        ("some", &light),
        ("many", &dark),
    ] {
        pairs.push((letters.clone(), of(&format!("svg .{ground}"), "fill")));
    }
    pairs
}

#[test]
fn letters_stand_out_from_their_ground_on_pages_and_in_word() {
    assert!((contrast("000000", "ffffff") - 21.0).abs() < 0.01);
    let review = half_day_found().report(true);
    let page = String::from_utf8(html(&papers::report(&review)).unwrap()).unwrap();
    let style = page.split_once("<style>").unwrap().1;
    let style = style.split_once("</style>").unwrap().0;
    let mut pairs = pairs_on_page(style);
    let styles = part(
        &docx(&papers::report(&review), made()).unwrap(),
        "word/styles.xml",
    );
    let colours: Vec<&str> = styles
        .split("<w:color w:val=\"")
        .skip(1)
        .map(|rest| rest.get(..6).unwrap())
        .collect();
    assert!(colours.len() > 3, "{styles}");
    for colour in colours {
        pairs.push((colour.into(), "ffffff".into()));
        pairs.push((colour.into(), colour_of(style, "thead th", "background")));
    }
    for (letters, ground) in pairs {
        assert!(
            contrast(&letters, &ground) >= 4.5,
            "#{letters} on #{ground}: {}",
            contrast(&letters, &ground)
        );
    }
}
