//! From the bytes of a RON file to a value, or to an explanation that somebody who never heard of RON can act on.
//!
//! Every file of the program is read through here, so that the limits (size, depth), the leniencies (a mark at the
//! start, Windows line ends, options without `Some`) and the words of the faults are the same for all of them.

use std::{borrow::Cow, path::Path};

use ron::{Options, extensions::Extensions, ser::PrettyConfig};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

pub(super) use cause::{is_merge_marker, merge_marker, nearest};
pub use fault::{Excerpt, Fault, FileFault, Newer, Place};
pub use unknown::parse_known;

mod cause;
mod fault;
#[cfg(test)]
mod tests;
mod unknown;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 16 * 1024 * 1024;

/// The mark that some editors put before UTF-8 text.
const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads the value in `bytes`.
///
/// # Errors
/// Says where in `file` the bytes cannot be read as a `T`, why that is likely so, and what to do.
pub fn parse<T: DeserializeOwned>(file: &Path, bytes: &[u8]) -> Result<T, FileFault> {
    parse_text(file, &text(file, bytes)?)
}

/// Reads the value in a text that came from [`text`].
///
/// # Errors
/// As [`parse`].
pub fn parse_text<T: DeserializeOwned>(file: &Path, text: &str) -> Result<T, FileFault> {
    options()
        .from_str(text)
        .map_err(|error| FileFault::new(file, vec![cause::explain(text, &error)]))
}

/// Reads a value that points into its text.
///
/// # Errors
/// As [`parse`].
pub(super) fn parse_borrowed<'t, T: Deserialize<'t>>(file: &Path, text: &'t str) -> Result<T, FileFault> {
    options()
        .from_str(text)
        .map_err(|error| FileFault::new(file, vec![cause::explain(text, &error)]))
}

/// Reads the value that stands alone on line `number` of a file.
///
/// # Errors
/// The fault of that line.
pub fn parse_line<T: DeserializeOwned>(line: &str, number: usize) -> Result<T, Box<Fault>> {
    options().from_str(line).map_err(|error| {
        let fault = match line.find('\0') {
            Some(zero) => cut_by_zeros(line, zero, "from here this line holds zeros instead of text"),
            None => cause::explain(line, &error),
        };
        fault.moved_down(number - 1).into()
    })
}

/// The value as RON on a single line.
///
/// # Errors
/// Only if the value has no form in RON.
pub fn one_line<T: Serialize>(value: &T) -> Result<String, ron::Error> {
    let compact = PrettyConfig::new()
        .new_line("\n")
        .compact_arrays(true)
        .compact_structs(true)
        .compact_maps(true);
    let line = options().to_string_pretty(value, compact)?;
    // The library escapes every apostrophe, and needs none escaped: almost every note is easier to read without.
    Ok(if line.contains('\'') {
        line.replace("\\'", "'")
    } else {
        line
    })
}

/// How all files are read. The limit on nested brackets stays: without it a hostile file would end the program.
pub(super) fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// The bytes as clean text: no mark at the start, line ends of one kind.
///
/// # Errors
/// If the file is too large, empty, filled with zeros or not UTF-8.
pub fn text<'a>(file: &Path, bytes: &'a [u8]) -> Result<Cow<'a, str>, FileFault> {
    let fault = |fault| FileFault::new(file, vec![fault]);
    if bytes.len() > LARGEST_FILE {
        return Err(fault(too_large()));
    }
    let bytes = bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes);
    if let Some(whole) = not_text(bytes) {
        return Err(fault(whole));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Err(fault(not_utf8(bytes, error.valid_up_to()))),
    };
    if let Some(zero) = text.find('\0') {
        let what = "from here the file holds zeros instead of text";
        return Err(fault(cut_by_zeros(text, zero, what)));
    }
    Ok(if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n"))
    } else {
        Cow::Borrowed(text)
    })
}

fn too_large() -> Fault {
    Fault::of_file(
        format!(
            "the file has more than {} MiB, the most that is read of one",
            LARGEST_FILE >> 20
        ),
        "this is not a file of a review, or something else was pasted into it",
        "put a good copy of the file in its place",
    )
}

/// How the files of other programs begin that come to lie under a name of ours.
const OTHERS: [(&[u8], &str); 7] = [
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"\xD0\xCF\x11\xE0", "an old Word or Excel file"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
];

/// What is wrong with bytes that are no text at all.
fn not_text(bytes: &[u8]) -> Option<Fault> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Some(Fault::of_file(
            "the file is empty",
            "a copy was interrupted, or the cloud drive has not fetched the file yet",
            "open the folder while online and wait until the file has its size, or put a good copy in its place",
        ));
    }
    if bytes.iter().all(|byte| *byte == 0) {
        return Some(Fault::of_file(
            "the file holds nothing but zeros",
            "it is the placeholder of a cloud drive, or an interrupted copy",
            "open the folder while online and wait for the file, or put a good copy in its place",
        ));
    }
    let utf16 = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || bytes.starts_with(b"(\0");
    if utf16 {
        return Some(Fault::of_file(
            "the letters of this file are stored in another way than knownow stores them",
            "an editor saved it as \"Unicode\"",
            "open it in that editor and save it again with the encoding UTF-8",
        ));
    }
    let (_, what) = OTHERS.iter().find(|(start, _)| bytes.starts_with(start))?;
    Some(Fault::of_file(
        format!("the file is {what}"),
        "a document was renamed",
        "put the right file in its place; a document can be imported instead",
    ))
}

fn not_utf8(bytes: &[u8], valid: usize) -> Fault {
    let start = bytes
        .iter()
        .take(valid)
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |end| end + 1);
    let line = bytes
        .get(start..)
        .and_then(|rest| rest.split(|byte| *byte == b'\n').next())
        .unwrap_or_default();
    let number = bytes.iter().take(start).filter(|byte| **byte == b'\n').count() + 1;
    not_utf8_line(line, valid - start, number)
}

/// The fault of line `number`, which is UTF-8 only in its first `valid` bytes.
pub(super) fn not_utf8_line(line: &[u8], valid: usize, number: usize) -> Fault {
    let readable = String::from_utf8_lossy(line);
    Fault::at(
        &readable,
        Place::of_offset(&readable, valid),
        format!("from here line {number} can't be read as text"),
        "an editor stored letters such as \u{e9} in an old way, or the file was damaged",
        "open it in that editor and save it again with the encoding UTF-8, or put a good copy in its place",
    )
    .moved_down(number - 1)
}

fn cut_by_zeros(text: &str, zero: usize, what: &str) -> Fault {
    Fault::at(
        text,
        Place::of_offset(text, zero),
        what,
        "a copy was interrupted, or the computer stopped while the file was written",
        "put a good copy of the file in its place",
    )
}
