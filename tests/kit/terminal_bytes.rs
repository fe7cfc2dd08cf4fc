//! What a terminal may be sent: our own sequences, and of the data nothing that drives it, hides, or turns what is beside it.

/// The most combining marks that stand on one letter.
const MOST_MARKS: usize = 8;

/// What of `bytes` may not be sent; a line's end may, if `lines` are printed.
pub fn amiss(bytes: &[u8], lines: bool) -> Option<String> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(fault) => return Some(format!("no UTF-8: {fault}")),
    };
    texts(text).find_map(|text| match text {
        Ok(text) => amiss_in(text, lines),
        Err(sequence) => Some(format!("a sequence that is not ours: {sequence:?}")),
    })
}

/// The texts between the sequences that colour and place them, or the beginning of what is no such sequence.
pub fn texts(sent: &str) -> impl Iterator<Item = Result<&str, &str>> {
    sent.split('\u{1b}').enumerate().map(|(number, part)| {
        let behind = if number == 0 {
            Some(part)
        } else {
            behind_sequence(part)
        };
        behind.ok_or_else(|| {
            part.split_at(part.len().min(12).min(part.find(' ').unwrap_or(12)))
                .0
        })
    })
}

/// What stands behind the sequence with which `part` begins: colours, places, modes; no title, no other.
fn behind_sequence(part: &str) -> Option<&str> {
    let end = part.find(|letter: char| letter.is_ascii_alphabetic())?;
    let (parameters, behind) = part.split_at(end);
    let parameters = parameters.strip_prefix('[')?;
    let are_numbers = parameters
        .trim_start_matches('?')
        .chars()
        .all(|letter| letter.is_ascii_digit() || letter == ';');
    let is_ours = are_numbers && behind.starts_with(['H', 'J', 'K', 'm', 'h', 'l', 'A', 'B', 'C', 'D', 'G']);
    is_ours.then(|| behind.get(1..)).flatten()
}

fn amiss_in(text: &str, lines: bool) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut marks = 0;
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| letters.get(before)).copied();
        marks = if is_mark(*letter) { marks + 1 } else { 0 };
        let is_amiss = match letter {
            '\n' if lines => false,
            // Where it makes one picture or letter out of two.
            '\u{200d}' => {
                !before.is_some_and(is_joined) || !letters.get(at + 1).copied().is_some_and(is_joined)
            }
            // Where it varies what stands before it.
            '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{180b}'..='\u{180d}' | '\u{180f}' => {
                before.is_none_or(is_driving)
            }
            letter => is_driving(*letter) || marks > MOST_MARKS,
        };
        if is_amiss {
            let around: String = letters.iter().skip(at.saturating_sub(8)).take(16).collect();
            return Some(format!("U+{:04X} in {around:?}", u32::from(*letter)));
        }
    }
    None
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20f0}' | '\u{fe20}'..='\u{fe2f}')
}

fn is_joined(letter: char) -> bool {
    !letter.is_ascii() && !is_driving(letter)
}

/// Controls, directions, what has no width, separators of lines, tags.
pub fn is_driving(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e00ff}'
            | '\u{e01f0}'..='\u{e0fff}')
}
