//! Which program this is, and which files it knows.

use super::line::Line;
use crate::storage::files::header::Format;

/// The program and its files.
pub fn lines() -> Vec<Line> {
    let sealed = if cfg!(feature = "sealed") {
        "with sealed hand-overs"
    } else {
        "without sealed hand-overs"
    };
    let (system, machine) = (std::env::consts::OS, std::env::consts::ARCH);
    let known = [
        ("plan", Format::Plan),
        ("notes", Format::Records),
        ("private notes", Format::PrivateNotes),
        ("review model", Format::Model),
    ];
    let known = known.map(|(name, format)| format!("{name} {}", format.version()));
    vec![
        Line::ok(
            "program",
            format!(
                "knownow {}, {system} {machine}, {sealed}",
                env!("CARGO_PKG_VERSION")
            ),
        ),
        Line::ok(
            "file versions",
            format!("read and written up to: {}", known.join(", ")),
        ),
    ]
}
