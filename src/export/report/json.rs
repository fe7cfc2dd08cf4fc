//! All of a report for programs; docs/report.md says what each part is.

use serde::Serialize;

use super::Report;
use crate::export::ExportFault;

/// The version of the form; it counts up whenever something gets another name or goes.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Whole<'r> {
    format: &'static str,
    version: u32,
    #[serde(flatten)]
    report: &'r Report,
}

/// The report as the bytes of a `.json` file.
///
/// # Errors
/// If it can't be written down.
pub fn json(report: &Report) -> Result<Vec<u8>, ExportFault> {
    let whole = Whole {
        format: "knownow report",
        version: VERSION,
        report,
    };
    let mut text = serde_json::to_vec_pretty(&whole)?;
    text.push(b'\n');
    Ok(text)
}
