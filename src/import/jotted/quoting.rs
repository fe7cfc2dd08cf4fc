//! Another mail, quoted below the notes or between them.

use super::{addressed, written::Written};

/// Which of `lines` are quoted from another mail, and not the notes themselves: a mail may also be quoted as a whole, or
/// notes be passed on below a line or two. `is_item` tells whether a line begins as a note or heading does.
pub(super) fn foreign(lines: &[Written], is_item: impl Fn(usize) -> bool) -> Vec<bool> {
    let base = lines.iter().map(|line| line.depth).min().unwrap_or_default();
    let deeper: Vec<bool> = lines.iter().map(|line| line.depth > base).collect();
    let sum = |wanted: bool, count: &dyn Fn(usize) -> usize| -> usize {
        let those = deeper.iter().enumerate().filter(|(_, deep)| **deep == wanted);
        those.map(|(at, _)| count(at)).sum()
    };
    let items = |at: usize| usize::from(is_item(at));
    let words = |at: usize| {
        lines
            .get(at)
            .map_or(0, |line| line.verbatim.split_whitespace().count())
    };
    let (own, others) = (sum(false, &items), sum(true, &items));
    let changes = deeper
        .windows(2)
        .filter(|pair| matches!(pair, [true, false]))
        .count();
    let answered = changes >= 2 && deeper.first() != Some(&true) || changes >= 3;
    let listed = own > 0 && own >= others;
    let told = own == 0 && others == 0 && sum(false, &words) * 2 >= sum(true, &words);
    if answered || listed || told {
        deeper
    } else {
        vec![false; lines.len()]
    }
}

/// The position from which on everything is a mail that this one answers: behind the head of a mail in the middle of it,
/// if notes stood before.
pub(super) fn answered_from(lines: &[Written], is_item: impl Fn(usize) -> bool) -> Option<usize> {
    const NOTES_BEFORE: usize = 3;
    let mut notes = 0;
    for (at, written) in lines.iter().enumerate() {
        if notes >= NOTES_BEFORE && begins_mail(&written.line.text) {
            return Some(at);
        }
        notes += usize::from(is_item(at) && !addressed::begs(&written.line.text));
    }
    None
}

/// Whether a mail program put `text` above a mail that is answered.
fn begins_mail(text: &str) -> bool {
    let lower = text.to_lowercase();
    let wrote = lower.ends_with("wrote:") && (lower.starts_with("on ") || lower.contains('@'));
    wrote || lower.starts_with("from:") || lower.contains("original message")
}
