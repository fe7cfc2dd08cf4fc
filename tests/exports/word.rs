//! The Word document.

use knownow::export::docx::docx;

use crate::kit::{half_day, made, paragraphs, part, parts, retype, sheet, two_days};

#[test]
fn all_of_the_plan_is_there_in_its_order() {
    let text = paragraphs(&docx(&sheet(&half_day()), made()).unwrap()).join("\n");
    let mut rest = text.as_str();
    for words in [
        "Oakfield Primary",
        "Plan for the half-day peer review",
        "Tuesday 1 December 2026",
        "How effective is universal provision",
        "Where is the strongest practice in maths?",
        "School B; School C",
        "Blog on five-a-day teaching",
        "Head of School B",
        "Group 1",
        "Timetable",
        "09:00–10:15",
        "09:15 Year 6",
        "With books; SEND and disadvantaged pupils",
        "Hold the school's own evaluation",
        "Give feedback to, or about",
        "Saturday 28 November 2026, 08:00",
        "Questions and notes",
        "Without naming anyone, which adaptations",
        "What do I know now?",
        "Strengths",
        "Areas for development",
        "Look for new learning in small steps",
        "How is your book marked",
        "What are the next steps, and how can practice",
        "What do we know?",
    ] {
        let found = rest.split_once(words);
        assert!(found.is_some(), "{words:?} is missing after\n{text}");
        rest = found.unwrap().1;
    }
}

#[test]
fn what_xml_forbids_is_gone_and_signs_of_xml_read_as_typed() {
    let mut plan = half_day();
    plan.host.name = "Oak\u{0}field\u{1b} <b>&amp; \"Sons\"\u{ffff}]]>".into();
    plan.agreement.wanted_outcome = "One\r\ntwo\tthree".into();

    let bytes = docx(&sheet(&plan), made()).unwrap();

    let parts = parts(&bytes);
    let name = "Oakfield &lt;b&gt;&amp;amp; &quot;Sons&quot;]]&gt;";
    assert!(part(&parts, "word/document.xml").contains(name));
    let text = paragraphs(&bytes);
    assert!(text.iter().any(|line| line == "One\ntwo three"), "{text:#?}");
}

#[test]
fn every_heading_row_comes_again_and_no_text_can_pretend_to_be_one() {
    let mut plan = two_days();
    let mark = r#"<w:trHeight w:val="341" w:hRule="atLeast" />"#;
    retype(&mut plan, &mut |text| format!("{text} {mark}"));
    let bytes = docx(&sheet(&plan), made()).unwrap();
    let parts = parts(&bytes);
    let document = part(&parts, "word/document.xml");

    let tables = document.matches("<w:tbl>").count();
    // The table of what was agreed has its headings at the side.
    assert_eq!(document.matches("<w:tblHeader />").count(), tables - 1);
    assert!(tables > 8, "{tables}");
    assert_eq!(
        document.matches("<w:trPr><w:cantSplit />").count(),
        document.matches("<w:tr>").count()
    );
}

#[test]
fn the_page_is_a4_in_british_english_with_a_title_and_nothing_is_fetched_from_elsewhere() {
    let bytes = docx(&sheet(&half_day()), made()).unwrap();
    assert_eq!(bytes, docx(&sheet(&half_day()), made()).unwrap());
    let parts = parts(&bytes);
    assert!(part(&parts, "word/document.xml").contains(r#"<w:pgSz w:w="11906" w:h="16838""#));
    let styles = part(&parts, "word/styles.xml");
    assert!(styles.contains(r#"<w:lang w:val="en-GB""#));
    // Without the rule the lines of a long title are printed over each other.
    assert!(styles.contains(r#"w:line="259" w:lineRule="auto""#), "{styles}");
    let properties = part(&parts, "docProps/core.xml");
    assert!(properties.contains("<dc:title>Oakfield Primary: Plan for the half-day peer review</dc:title>"));
    assert!(properties.contains("<dc:creator>Oakfield Primary</dc:creator>"));
    assert!(properties.contains(">2026-10-20T15:05:00Z</dcterms:created>"));
    let footer = part(&parts, "word/footer1.xml");
    assert!(footer.contains("NUMPAGES") && footer.contains("PAGE"));
    for (name, text) in &parts {
        assert!(!text.contains(r#"TargetMode="External""#), "{name}");
    }
}
