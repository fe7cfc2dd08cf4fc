//! The sheet of a plan as a page to read or print: one file, no scripts, nothing fetched from anywhere.
//!
//! `templates/page.html` is the printable page for any document, `templates/plan.html` what stands on this one. All
//! values are escaped by the template.

use askama::Template;

use super::{
    ExportFault,
    sheet::{Sheet, pages},
    words,
};

#[derive(Template)]
#[template(path = "plan.html")]
struct Page<'a> {
    sheet: &'a Sheet,
}

/// The sheet as the bytes of an `.html` file.
///
/// # Errors
/// If the page can't be filled in.
pub fn html(sheet: &Sheet) -> Result<Vec<u8>, ExportFault> {
    Ok(Page { sheet }.render()?.into_bytes())
}
