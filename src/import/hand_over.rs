//! The pieces of a hand-over, found in a mail or file whatever it went through.

use super::{docx, eml, encoding, fault::ImportFault};
use crate::domain::hand_over::{
    HEAD,
    piece::{BETWEEN, Found},
};

/// The largest file that is read, in bytes.
const LARGEST: usize = 8 * 1024 * 1024;
/// The longest tag, in bytes.
const LONGEST_TAG: usize = 40;
/// With what the words above the pieces of a hand-over begin.
const OPENING: &str = "Review notes:";
/// A line from this length on may have been broken within a word.
const FULL_LINE: usize = 60;

/// What was found, read in one of several ways: as it is, and as it was before a mail program encoded it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// The pieces, in their order.
    pub pieces: Vec<Found>,
    /// Pieces that have a beginning and no end, or none: their tag, if it is known, and the line.
    pub broken: Vec<(String, usize)>,
}

/// Whether this is a hand-over, as far as one can tell.
#[must_use]
pub fn is_hand_over(bytes: &[u8]) -> bool {
    readings(bytes).is_ok_and(|readings| {
        let is_head = |tag: &str| tag.starts_with(HEAD);
        readings.iter().any(|reading| {
            reading.pieces.iter().any(|piece| is_head(&piece.tag))
                || reading.broken.iter().any(|(tag, _)| is_head(tag))
        })
    })
}

/// The pieces of a hand-over in every way in which `bytes` can be read, the plainest first. A piece that is sound in any
/// of them is sound.
///
/// # Errors
/// If it is no text, or far too much of it.
pub fn readings(bytes: &[u8]) -> Result<Vec<Reading>, ImportFault> {
    Ok(texts(bytes)?.iter().map(|text| scan(text)).collect())
}

/// The text in every way in which `bytes` can be read, the plainest first.
///
/// # Errors
/// If it is no text, or far too much of it.
pub(super) fn texts(bytes: &[u8]) -> Result<Vec<String>, ImportFault> {
    if bytes.len() > LARGEST {
        return Err(ImportFault::TooLarge(8));
    }
    let text = if bytes.starts_with(b"PK\x03\x04") {
        of_document(bytes)?
    } else {
        encoding::text(bytes)?
    };
    let mut texts = vec![text.clone()];
    // A mail without plain text in it may still have all pieces, with tags around them.
    texts.extend(eml::plain(&text).ok().flatten());
    texts.extend(without_quoted_printable(&text));
    let bare: Vec<String> = texts.iter().filter_map(|text| without_tags(text)).collect();
    texts.extend(bare);
    let decoded: Vec<String> = texts.iter().filter_map(|text| without_entities(text)).collect();
    texts.extend(decoded);
    let repaired: Vec<String> = texts.iter().filter_map(|text| read_as_utf8(text)).collect();
    texts.extend(repaired);
    let joined: Vec<String> = texts.iter().filter_map(|text| joined(text)).collect();
    texts.extend(joined);
    Ok(texts)
}

/// The lines that stand beside the hand-over in a mail: above its first words, and below its last piece. Those that say
/// from whom a mail is are not among them, nor is what has no words.
///
/// # Errors
/// If it is no text, or far too much of it.
pub fn beside(bytes: &[u8]) -> Result<Vec<String>, ImportFault> {
    let texts = texts(bytes)?;
    // In a saved mail the words stand in the second way of reading it.
    let plain = texts.get(1).filter(|_| is_saved_mail(&texts));
    let Some(text) = plain.or(texts.first()) else {
        return Ok(Vec::new());
    };
    let Some(head) = text.find(&format!("{{{HEAD}")) else {
        return Ok(Vec::new());
    };
    let (above, from) = text.split_at(head);
    let begins = above.rfind(OPENING).unwrap_or(above.len());
    let above = above.get(..begins).unwrap_or_default();
    let below = from
        .rfind('}')
        .and_then(|end| from.get(end + 1..))
        .unwrap_or_default();
    let lines = above.lines().chain(below.lines());
    let lines = lines.map(|line| line.trim_matches(['>', '|', ' ', '\t', '\r']));
    let is_said = |line: &&str| line.chars().any(char::is_alphanumeric) && !is_field(line);
    Ok(lines.filter(is_said).map(str::to_string).collect())
}

/// Whether the second way of reading a text is that of a mail as it was saved.
fn is_saved_mail(texts: &[String]) -> bool {
    let Some(first) = texts.first() else { return false };
    eml::plain(first).is_ok_and(|plain| plain.is_some())
}

/// Whether a line says from whom a mail is, or what it is about.
fn is_field(line: &str) -> bool {
    let name = line.split_once(':').map(|(name, _)| name.to_lowercase());
    let fields = ["from", "to", "cc", "sent", "date", "subject", "attachments"];
    name.is_some_and(|name| fields.contains(&name.trim()))
}

/// Finds the pieces between their brackets.
fn scan(text: &str) -> Reading {
    let mut reading = Reading::default();
    let mut open: Option<(&str, usize, usize)> = None;
    let (mut rest, mut at, mut line) = (text, 0, 1);
    while let Some(start) = rest.find('{') {
        let (before, from) = rest.split_at(start);
        line += before.matches('\n').count();
        at += start;
        let inside = from.strip_prefix('{').unwrap_or_default();
        let end = inside.find(['{', '}']).unwrap_or(inside.len());
        let (content, after) = inside.split_at(end);
        let closed = after.starts_with('}');
        let past = at + 1 + end + usize::from(closed);
        if closed && content.contains(BETWEEN) {
            let piece = open
                .take()
                .and_then(|(tag, words, line)| Found::read(tag, line, text.get(words..at)?, content));
            match piece {
                Some(piece) => reading.pieces.push(piece),
                None => reading.broken.push((String::new(), line)),
            }
        } else if closed && is_tag(content) {
            if let Some((tag, _, line)) = open.replace((content, past, line)) {
                reading.broken.push((plain_tag(tag), line));
            }
        } else if content.contains(BETWEEN) {
            let tag = open.take().map_or_else(String::new, |(tag, _, _)| plain_tag(tag));
            reading.broken.push((tag, line));
        }
        line += content.matches('\n').count();
        rest = text.get(past..).unwrap_or_default();
        at = past;
    }
    if let Some((tag, _, line)) = open {
        reading.broken.push((plain_tag(tag), line));
    }
    reading
}

fn plain_tag(tag: &str) -> String {
    crate::domain::hand_over::wording::plain(tag).to_lowercase()
}

fn is_tag(content: &str) -> bool {
    let plain = plain_tag(content);
    let letter = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, ' ' | '-');
    !plain.is_empty() && plain.len() <= LONGEST_TAG && plain.chars().all(letter)
}

/// The text before it was made quoted-printable: `=` ends a line that goes on, `=E2=80=99` is a character.
fn without_quoted_printable(text: &str) -> Option<String> {
    let goes_on = text.lines().any(|line| line.trim_end().ends_with('='));
    let is_byte = |part: &str| {
        part.get(..2)
            .is_some_and(|digits| u8::from_str_radix(digits, 16).is_ok())
    };
    if !goes_on && !text.split('=').skip(1).any(is_byte) {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    for line in text.split('\n') {
        let line = line.trim_end();
        let (line, goes_on) = match line.strip_suffix('=') {
            Some(line) => (line, true),
            None => (line, false),
        };
        let mut parts = line.split('=');
        bytes.extend(parts.next().unwrap_or_default().bytes());
        for part in parts {
            let digits = part
                .get(..2)
                .and_then(|digits| u8::from_str_radix(digits, 16).ok());
            match (digits, part.get(2..)) {
                (Some(byte), Some(rest)) => {
                    bytes.push(byte);
                    bytes.extend(rest.bytes());
                }
                _ => bytes.extend(format!("={part}").bytes()),
            }
        }
        if !goes_on {
            bytes.push(b'\n');
        }
    }
    encoding::text(&bytes).ok()
}

/// The lines of a Word document into which a mail was pasted.
fn of_document(bytes: &[u8]) -> Result<String, ImportFault> {
    let sheet = docx::sheet(bytes)?;
    let lines: Vec<&str> = sheet.lines().map(|line| line.text.as_str()).collect();
    Ok(lines.join("\n"))
}

/// The text of a mail that was saved as a web page: tags that end a line become one, the others go.
fn without_tags(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    if !["<br", "<p", "<div", "<html"]
        .iter()
        .any(|tag| lower.contains(tag))
    {
        return None;
    }
    let mut parts = text.split('<');
    let mut bare = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let Some((tag, rest)) = part.split_once('>') else {
            bare.push('<');
            bare.push_str(part);
            continue;
        };
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let inline = ["b", "i", "u", "span", "font", "a", "strong", "em", "o"];
        if !inline.contains(&name.to_lowercase().as_str()) {
            bare.push('\n');
        }
        bare.push_str(rest);
    }
    Some(bare)
}

/// The text before its signs were made names, as in the source of a web page.
fn without_entities(text: &str) -> Option<String> {
    if !text.contains('&') || !text.contains(';') {
        return None;
    }
    let named = [
        ("&nbsp;", " "),
        ("&rsquo;", "'"),
        ("&lsquo;", "'"),
        ("&ldquo;", "\""),
        ("&rdquo;", "\""),
        ("&ndash;", "-"),
        ("&mdash;", "-"),
        ("&hellip;", "..."),
    ];
    let plain = named.iter().fold(text.to_string(), |text, (name, letter)| {
        text.replace(name, letter)
    });
    let whole = quick_xml::escape::unescape(&plain).ok()?.into_owned();
    (whole != text).then_some(whole)
}

/// The text of which the bytes were taken for Windows-1252 when they were UTF-8: "é" had become "Ã©".
fn read_as_utf8(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(encoding::windows_byte).collect();
    String::from_utf8(bytes?).ok()
}

/// The text with words joined that were broken at the end of a line: after a dash, or in a line that is full.
fn joined(text: &str) -> Option<String> {
    let mut whole = String::with_capacity(text.len());
    let mut changed = false;
    let mut glue = false;
    for line in text.split('\n') {
        let words = line.trim_start_matches(['>', '|', ' ']).trim_end_matches(['\r']);
        if glue {
            whole.push_str(words);
            changed = true;
        } else {
            if !whole.is_empty() {
                whole.push('\n');
            }
            whole.push_str(words);
        }
        let is_one_word = words.len() >= FULL_LINE && !words.contains(' ');
        glue = words.ends_with('-') || is_one_word;
    }
    changed.then_some(whole)
}

#[cfg(test)]
mod tests;
