//! From bytes to text: UTF-8, UTF-16 as Notepad and Excel write it, Windows-1252 as older programs do.

use super::fault::ImportFault;

/// What Windows-1252 has at 0x80 to 0x9f; elsewhere it is the first page of Unicode. U+FFFD: no letter is there.
const WINDOWS: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
    '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
];

/// The text of `bytes`, whatever of the three encodings it is in, with line ends as `\n`; "\r\r\n" is a line end that was
/// written out twice.
///
/// # Errors
/// If the bytes are no text in any of them.
pub(super) fn text(bytes: &[u8]) -> Result<String, ImportFault> {
    let text = decoded(bytes)?;
    Ok(text
        .replace("\r\r\n", "\n")
        .replace("\r\n", "\n")
        .replace(['\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'], "\n"))
}

fn decoded(bytes: &[u8]) -> Result<String, ImportFault> {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ if bytes.contains(&0) => unmarked_utf16(bytes),
        _ => utf8(bytes).or_else(|_| windows(bytes)),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, ImportFault> {
    let text = String::from_utf8(bytes.to_vec());
    let fault = ImportFault::NotText("it begins as text and goes on as something else");
    text.map_or(Err(fault), refuse_zeros)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, ImportFault> {
    let fault = ImportFault::NotText("it begins as text and goes on as something else");
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(fault);
    }
    let units = pairs.iter().map(|pair| unit(*pair));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    text.map_or(Err(fault), refuse_zeros)
}

/// UTF-16 of a program that did not say so: in plain English every other byte is zero.
fn unmarked_utf16(bytes: &[u8]) -> Result<String, ImportFault> {
    let zeros = |first: usize| {
        bytes
            .iter()
            .skip(first)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let half = bytes.len() / 4;
    if odd > half && even == 0 {
        utf16(bytes, u16::from_le_bytes)
    } else if even > half && odd == 0 {
        utf16(bytes, u16::from_be_bytes)
    } else {
        Err(ImportFault::NotText("it has signs in it that no text has"))
    }
}

fn windows(bytes: &[u8]) -> Result<String, ImportFault> {
    let letter = |byte: &u8| match byte {
        0x80..=0x9f => WINDOWS
            .get(usize::from(byte - 0x80))
            .copied()
            .unwrap_or('\u{fffd}'),
        _ => char::from(*byte),
    };
    let text: String = bytes.iter().map(letter).collect();
    let odd = |letter: char| letter == '\u{fffd}' || (letter.is_control() && !letter.is_whitespace());
    if text.chars().any(odd) {
        return Err(ImportFault::NotText(
            "its letters are stored in a way that is not known here",
        ));
    }
    Ok(text)
}

/// The byte that is this letter in Windows-1252.
pub(super) fn windows_byte(letter: char) -> Option<u8> {
    let among = WINDOWS
        .iter()
        .position(|known| *known == letter && letter != '\u{fffd}');
    match among {
        Some(place) => u8::try_from(0x80 + place).ok(),
        None => u8::try_from(u32::from(letter)).ok(),
    }
}

fn refuse_zeros(text: String) -> Result<String, ImportFault> {
    if text.contains('\0') {
        return Err(ImportFault::NotText("it has signs in it that no text has"));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_come_from_every_encoding() {
        let wanted = "9.00 – “Yr6”\ncafé\n";
        let units: Vec<u16> = wanted.replace('\n', "\r\n").encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        for bytes in [
            wanted.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", wanted.as_bytes()].concat(),
            [b"\xff\xfe", &little[..]].concat(),
            [b"\xfe\xff", &big[..]].concat(),
            b"9.00 \x96 \x93Yr6\x94\r\ncaf\xe9\r\n".to_vec(),
            b"9.00 \x96 \x93Yr6\x94\r\r\ncaf\xe9\r\r\n".to_vec(),
        ] {
            assert_eq!(text(&bytes).unwrap(), wanted, "{bytes:?}");
        }
        let unmarked: Vec<u8> = "9.00 Yr6".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text(&unmarked).unwrap(), "9.00 Yr6");
    }

    #[test]
    fn what_is_no_text_is_said_to_be_none() {
        for bytes in [
            &b"\x00\x01\x02\x00"[..],
            b"\xff\xfe\x00",
            b"\xef\xbb\xbf\xff",
            b"\x81\x8d\xff",
            b"a\x00b\x00\x00",
        ] {
            assert!(matches!(text(bytes), Err(ImportFault::NotText(_))), "{bytes:?}");
        }
    }
}
