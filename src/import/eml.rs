//! A mail as it is saved into a file (.eml): its text, whatever a mail program encoded it in.

use super::{encoding, fault::ImportFault};

/// How deep the parts of a mail may lie in each other.
const DEEPEST: usize = 5;
/// The fields of the head that are kept above the text.
const KEPT: [&str; 4] = ["from", "to", "date", "subject"];

/// A mail, or one part of it: its fields, and what is below them.
struct Part<'t> {
    fields: Vec<(String, String)>,
    body: &'t str,
}

/// The text of the mail in `text`, below the fields that say whose it is; nothing if it is no saved mail, or one that is
/// plain text anyhow.
///
/// # Errors
/// If there is no plain text in the mail, or it can't be decoded.
pub(super) fn plain(text: &str) -> Result<Option<String>, ImportFault> {
    let part = Part::of(text);
    let is_mail = part.field("mime-version").is_some() || part.field("from").is_some();
    let is_encoded =
        part.field("content-type").is_some() || part.field("content-transfer-encoding").is_some();
    if !is_mail || !is_encoded {
        return Ok(None);
    }
    let Some(body) = part.plain(0)? else {
        return Err(ImportFault::OtherFormat("a mail with its words in HTML alone"));
    };
    let kept = part
        .fields
        .iter()
        .filter(|(name, _)| KEPT.contains(&name.as_str()));
    let attached = part
        .attachments(0)
        .into_iter()
        .map(|name| format!("attachments: {name} (not read)"));
    let head: Vec<String> = kept
        .map(|(name, value)| format!("{name}: {value}"))
        .chain(attached)
        .collect();
    Ok(Some(format!("{}\n\n{body}", head.join("\n"))))
}

impl<'t> Part<'t> {
    fn of(text: &'t str) -> Self {
        let mut fields: Vec<(String, String)> = Vec::new();
        let mut rest = text;
        while let Some((line, below)) = rest.split_once('\n') {
            if line.starts_with([' ', '\t'])
                && let Some((_, value)) = fields.last_mut()
            {
                value.push(' ');
                value.push_str(line.trim());
            } else if let Some((name, value)) = line.split_once(':').filter(|(name, _)| is_name(name)) {
                fields.push((name.to_lowercase(), value.trim().to_string()));
            } else {
                // A blank line ends the fields; any other one is of no mail.
                let body = if line.trim().is_empty() { below } else { rest };
                return Self { fields, body };
            }
            rest = below;
        }
        Self { fields, body: rest }
    }

    fn field(&self, wanted: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.as_str())
    }

    /// What follows `name=` in a field of the part.
    fn parameter(&self, field: &str, name: &str) -> Option<String> {
        let mut parts = self
            .field(field)?
            .split(';')
            .skip(1)
            .filter_map(|part| part.split_once('='));
        let (_, value) = parts.find(|(found, _)| found.trim().eq_ignore_ascii_case(name))?;
        Some(value.trim().trim_matches('"').to_string())
    }

    /// The parts that it has between its boundaries.
    fn parts(&self) -> Vec<Self> {
        let kind = self.field("content-type").unwrap_or_default().to_lowercase();
        let boundary = self.parameter("content-type", "boundary");
        let Some(boundary) =
            boundary.filter(|boundary| !boundary.is_empty() && kind.starts_with("multipart/"))
        else {
            return Vec::new();
        };
        let mark = format!("--{boundary}");
        let behind = self.body.split(mark.as_str()).skip(1);
        let open = behind.take_while(|part| !part.starts_with("--"));
        open.map(|part| Self::of(part.strip_prefix('\n').unwrap_or(part)))
            .collect()
    }

    /// The names of the files that came with it.
    fn attachments(&self, depth: usize) -> Vec<String> {
        if depth > DEEPEST {
            return Vec::new();
        }
        let name = self
            .parameter("content-disposition", "filename")
            .or_else(|| self.parameter("content-type", "name"));
        let below = self.parts();
        let below = below.iter().flat_map(|part| part.attachments(depth + 1));
        name.into_iter().chain(below).collect()
    }

    /// The first plain text in it that is no file.
    fn plain(&self, depth: usize) -> Result<Option<String>, ImportFault> {
        let kind = self.field("content-type").unwrap_or("text/plain").to_lowercase();
        let is_file = self
            .field("content-disposition")
            .is_some_and(|shown| shown.to_lowercase().starts_with("attachment"));
        if kind.starts_with("text/plain") && !is_file {
            return self.decoded().map(Some);
        }
        for part in self.parts().iter().filter(|_| depth < DEEPEST) {
            if let Some(text) = part.plain(depth + 1)? {
                return Ok(Some(text));
            }
        }
        Ok(None)
    }

    fn decoded(&self) -> Result<String, ImportFault> {
        let way = self
            .field("content-transfer-encoding")
            .unwrap_or_default()
            .to_lowercase();
        let bytes = match way.as_str() {
            "base64" => base64(self.body).ok_or(ImportFault::OtherFormat(
                "a mail whose text is damaged (it is no whole base64)",
            ))?,
            "quoted-printable" => quoted_printable(self.body),
            _ => return Ok(self.body.to_string()),
        };
        encoding::text(&bytes)
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
}

/// The bytes that `text` stands for: four letters for three bytes.
fn base64(text: &str) -> Option<Vec<u8>> {
    let letters: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let end = letters
        .iter()
        .position(|byte| *byte == b'=')
        .unwrap_or(letters.len());
    let (given, filling) = letters.split_at(end);
    if filling.len() > 2 || filling.iter().any(|byte| *byte != b'=') || given.len() % 4 == 1 {
        return None;
    }
    let mut bytes = Vec::with_capacity(given.len() * 3 / 4);
    let (mut bits, mut count) = (0_u32, 0);
    for letter in given {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.extend(u8::try_from((bits >> count) & 0xff));
        }
    }
    Some(bytes)
}

/// The bytes that `text` stands for: `=E2` is one, and `=` at the end of a line joins it to the next.
fn quoted_printable(text: &str) -> Vec<u8> {
    let joined = text.replace("=\n", "");
    let mut bytes = Vec::with_capacity(joined.len());
    let mut rest = joined.as_bytes();
    while let [first, behind @ ..] = rest {
        let byte = match behind {
            [high, low, ..] if *first == b'=' => {
                let digits = [*high, *low];
                std::str::from_utf8(&digits)
                    .ok()
                    .and_then(|digits| u8::from_str_radix(digits, 16).ok())
            }
            _ => None,
        };
        bytes.push(byte.unwrap_or(*first));
        rest = behind
            .get(if byte.is_some() { 2 } else { 0 }..)
            .unwrap_or_default();
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "From: Head of School B <b@school.example>\nMIME-Version: 1.0\nX-Long: one\n two\n";

    #[test]
    fn the_text_of_a_saved_mail_is_found_whatever_it_is_encoded_in() {
        let words = "9.05 Y5 \u{201c}all\u{201d} write\n";
        let in_one = format!(
            "{HEAD}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n\
             OS4wNSBZNSDigJxhbGzigJ0gd3Jp\ndGUK\n"
        );
        let in_parts = format!(
            "{HEAD}Content-Type: multipart/alternative;\n boundary=\"=_x\"\n\nfor old programs\n--=_x\n\
             Content-Type: text/plain\nContent-Disposition: attachment; filename=\"b.txt\"\n\nnot this\n--=_x\n\
             Content-Type: text/html\n\n<p>9.05</p>\n--=_x\nContent-Type: text/plain; charset=\"utf-8\"\n\
             Content-Transfer-Encoding: quoted-printable\n\n9.05 Y5 =E2=80=9Call=E2=\n=80=9D write\n--=_x--\n"
        );
        let told = plain(&in_parts).unwrap().unwrap();
        assert!(told.contains("attachments: b.txt (not read)\n"), "{told}");
        for mail in [in_one, in_parts] {
            let text = plain(&mail).unwrap().unwrap();
            assert!(text.starts_with("from: Head of School B"), "{text}");
            assert!(text.ends_with(words), "{text}");
        }
    }

    #[test]
    fn what_is_no_saved_mail_stays_and_what_has_no_plain_text_is_said() {
        for text in [
            "From: B\nSubject: notes\n\nY5 boards\n",
            "9.05: Y5\nboards\n",
            "",
            "Note: all\n",
        ] {
            assert!(matches!(plain(text), Ok(None)), "{text}");
        }
        let page = format!("{HEAD}Content-Type: text/html\n\n<p>9.05</p>\n");
        let cut = format!("{HEAD}Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nOS4w!\n");
        for mail in [page, cut] {
            assert!(matches!(plain(&mail), Err(ImportFault::OtherFormat(_))), "{mail}");
        }
        assert_eq!(quoted_printable("5 = 5=3D5="), b"5 = 5=5=");
    }
}
