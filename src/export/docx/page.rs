//! The page of a Word document, whatever stands on it: A4, styles, footer, properties, and the parts put together.

use std::io::Cursor;

use askama::Template;
use chrono::SecondsFormat;
use docx_rs::{
    Docx, FieldCharType, Footer, InstrNUMPAGES, InstrPAGE, InstrText, LineSpacing, LineSpacingType,
    PageMargin, Paragraph, Run, RunFonts, Style, StyleType, Tab, TabValueType, XMLDocx,
};

use super::{order, prose, table};
use crate::{
    domain::stamp::Stamp,
    export::{ExportFault, text::Text},
};

/// The width between the margins, in twentieths of a point: A4 less 2 cm on each side.
pub const TEXT_WIDTH: usize = 9638;

/// 2 cm, in twentieths of a point.
const MARGIN: i32 = 1134;
/// From the footer to the edge of the paper: 7 mm, so that two lines of it keep clear of a full page.
const FOOT: i32 = 397;
/// 210 by 297 mm, in twentieths of a point.
const A4: (u32, u32) = (11906, 16838);

/// The letters of the documents; every office has them, or some of the same width.
const FONT: &str = "Arial";

/// What is said of a document outside its text.
#[derive(Debug, Clone)]
pub struct About {
    /// Its title.
    pub title: String,
    /// Who hands it out.
    pub author: Text,
    /// When it was made.
    pub made: Stamp,
    /// What stands at the foot of every page, above the page number.
    pub foot: String,
}

#[derive(Template)]
#[template(path = "word-properties.xml")]
struct Properties<'a> {
    title: &'a str,
    author: &'a Text,
    made: String,
}

/// An empty A4 document with the styles that [`prose`] and [`table`] use, and the footer.
pub fn document(about: &About) -> Docx {
    let margin = PageMargin::new()
        .top(MARGIN)
        .bottom(MARGIN)
        .left(MARGIN)
        .right(MARGIN)
        .header(567)
        .footer(FOOT);
    let fonts = RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT);
    // In proportion to the letters; without the rule, large ones would be printed over each other.
    let lines = LineSpacing::new()
        .after(80)
        .line(259)
        .line_rule(LineSpacingType::Auto);
    let docx = Docx::new()
        .page_size(A4.0, A4.1)
        .page_margin(margin)
        .default_fonts(fonts)
        .default_size(20)
        .default_line_spacing(lines)
        .footer(footer(about));
    let docx = styles().into_iter().fold(docx, Docx::add_style);
    prose::with_lists(docx)
}

/// The styles, by the names under which Word knows its own, so that its navigation pane lists the headings.
fn styles() -> Vec<Style> {
    let style = |id: &str, name: &str, size: usize, before: u32, after: u32| {
        Style::new(id, StyleType::Paragraph)
            .name(name)
            .based_on("Normal")
            .next("Normal")
            .size(size)
            .line_spacing(LineSpacing::new().before(before).after(after))
    };
    vec![
        style("Title", "Title", 40, 0, 40).bold(),
        style("Subtitle", "Subtitle", 26, 0, 40).color(prose::MUTED),
        style("Heading1", "heading 1", 28, 320, 100)
            .bold()
            .color(prose::ACCENT)
            .outline_lvl(0),
        style("Heading2", "heading 2", 24, 240, 60)
            .bold()
            .color(prose::ACCENT)
            .outline_lvl(1),
        style("Caption", "caption", 20, 80, 40).bold(),
        style("ListBullet", "List Bullet", 20, 0, 30),
        style("Air", "Air", 8, 0, 0),
        style("Lead", "Lead", 20, 120, 40).bold(),
        style("Small", "Small", 18, 0, 60).color(prose::MUTED),
        style("Cell", "Cell", 19, 0, 0),
        style("NarrowCell", "Narrow Cell", 18, 0, 0),
    ]
}

/// What `about` says, and "Page 2 of 5" at the right.
fn footer(about: &About) -> Footer {
    let right = Tab::new().val(TabValueType::Right).pos(TEXT_WIDTH);
    let numbers = Paragraph::new()
        .style("Small")
        .add_tab(right)
        .add_run(Run::new().add_text(&about.title).add_tab().add_text("Page "))
        .add_run(field(InstrText::PAGE(InstrPAGE::new())))
        .add_run(Run::new().add_text(" of "))
        .add_run(field(InstrText::NUMPAGES(InstrNUMPAGES::new())));
    Footer::new()
        .add_paragraph(prose::said("Small", &about.foot))
        .add_paragraph(numbers)
}

/// A number that Word works out when the document is opened.
fn field(what: InstrText) -> Run {
    Run::new()
        .add_field_char(FieldCharType::Begin, false)
        .add_instr_text(what)
        .add_field_char(FieldCharType::Separate, false)
        .add_text("1")
        .add_field_char(FieldCharType::End, false)
}

/// The document as the bytes of a file.
///
/// # Errors
/// If its parts can't be put together.
pub fn pack(docx: Docx, about: &About) -> Result<Vec<u8>, ExportFault> {
    let mut parts = docx.build();
    patch(&mut parts, about)?;
    let mut file = Cursor::new(Vec::new());
    parts
        .pack(&mut file)
        .map_err(|fault| ExportFault::Word(fault.to_string()))?;
    Ok(file.into_inner())
}

/// Adds what the library has no words for: the properties, the language, and the heading rows that come again on every
/// page. Then everything is put into the order of the schema.
fn patch(parts: &mut XMLDocx, about: &About) -> Result<(), ExportFault> {
    let made = about.made.moment().to_utc();
    let properties = Properties {
        title: &about.title,
        author: &about.author,
        made: made.to_rfc3339_opts(SecondsFormat::Secs, true),
    };
    parts.doc_props.core = properties.render()?.into_bytes();
    parts.styles = replaced(
        &parts.styles,
        "</w:rPr></w:rPrDefault>",
        r#"<w:lang w:val="en-GB" w:eastAsia="en-GB" /></w:rPr></w:rPrDefault>"#,
    )?;
    parts.styles = replaced(
        &parts.styles,
        r#"w:styleId="Normal">"#,
        r#"w:default="1" w:styleId="Normal">"#,
    )?;
    let table_style = format!(
        "{}</w:styles>",
        include_str!("../../../templates/word-table-style.xml").trim_end()
    );
    parts.styles = replaced(&parts.styles, "</w:styles>", &table_style)?;
    parts.document = table::with_repeated_headings(&parts.document)?;
    let texts = [&mut parts.document, &mut parts.styles, &mut parts.numberings];
    for part in texts.into_iter().chain(&mut parts.footers) {
        *part = order::in_order(part)?;
    }
    Ok(())
}

/// `xml` with `new` wherever `old` stood.
///
/// # Errors
/// If it is no text, as no XML is.
pub fn replaced(xml: &[u8], old: &str, new: &str) -> Result<Vec<u8>, ExportFault> {
    let text = std::str::from_utf8(xml).map_err(|fault| ExportFault::Word(fault.to_string()))?;
    Ok(text.replace(old, new).into_bytes())
}
