//! The page for the browser, and Markdown.

use knownow::export::{html::html, markdown::markdown};

use crate::kit::{half_day, retype, sheet};

fn page(plan: &knownow::domain::plan::Plan) -> String {
    String::from_utf8(html(&sheet(plan)).unwrap()).unwrap()
}

#[test]
fn hostile_text_is_escaped_wherever_it_stands() {
    let mut plan = half_day();
    let mut count = 0;
    retype(&mut plan, &mut |_| {
        count += 1;
        format!("</style><script>alert({count})</script><img src=x onerror=\"y\">'&amp;")
    });
    let page = page(&plan);
    assert!(count > 100);
    assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("onerror=\""));
    assert_eq!(page.matches("</style>").count(), 1);
    assert!(page.contains("&#60;script&#62;alert(1)"));
    assert!(page.contains("&#38;amp;"));
}

#[test]
fn the_page_needs_nothing_from_elsewhere_and_prints_on_a4() {
    let page = page(&half_day());
    for fetched in [
        "http:", "https:", "//", "url(", "@import", "<script", "<link", " src=",
    ] {
        assert!(!page.contains(fetched), "{fetched}");
    }
    for wanted in [
        "default-src 'none'",
        "size: A4",
        "counter(pages)",
        "thead { display: table-header-group; }",
        "tr { break-inside: avoid; }",
        "<html lang=\"en-GB\">",
        "<title>Oakfield Primary: Plan for the half-day peer review</title>",
    ] {
        assert!(page.contains(wanted), "{wanted}");
    }
    assert_eq!(page.matches("What do I know now?").count(), 4);
}

#[test]
fn a_hostile_title_is_no_heading_of_markdown() {
    let mut plan = half_day();
    plan.host.name = "Oakfield\n# Judged outstanding".into();
    plan.days[0].slots[0].activity.title = "a | b\n\n# c <b>".into();
    let text = String::from_utf8(markdown(&sheet(&plan))).unwrap();
    assert!(
        text.starts_with("# Oakfield / \\# Judged outstanding\n"),
        "{text}"
    );
    assert!(
        text.contains("| 08:00–08:05 | a \\| b / \\# c \\<b\\> |  |  |\n"),
        "{text}"
    );
}
