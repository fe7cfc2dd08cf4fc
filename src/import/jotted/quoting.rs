//! Another mail, quoted below the notes or between them.

use super::{addressed, around, written::Written};

/// So many lines below "From:" may be of the same head.
const HEAD_LINES: usize = 4;
/// "wrote:" that was wrapped onto a line of its own has no more words, an address among them.
const WRAPPED_WROTE: usize = 4;

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

/// The position from which on everything is a mail that this one answers: where a mail program put the head of an earlier
/// mail below notes. A mail that is passed on below a line or two to the reader is no such thing.
pub(super) fn answered_from(lines: &[Written], is_item: impl Fn(usize) -> bool) -> Option<usize> {
    let words = |range: &[Written]| -> usize {
        let counts = range.iter().map(|line| line.verbatim.split_whitespace().count());
        counts.sum()
    };
    let said_in = |range: &[Written]| -> usize {
        let said = range
            .iter()
            .skip(1)
            .filter(|line| !around::is_head(&line.line.text.replace('*', "")));
        said.map(|line| words(std::slice::from_ref(line))).sum()
    };
    let (mut notes, mut sentences) = (false, 0);
    for (at, written) in lines.iter().enumerate() {
        let text = written.line.text.as_str();
        let rest = lines.get(at..).unwrap_or_default();
        // Sentences that begin as no note does are the notes where there are as many as below.
        let told = || sentences > 0 && sentences * 2 >= said_in(rest) && !is_passed_on(rest);
        if begins_mail(rest) && (notes || told()) {
            return Some(at);
        }
        if around::is_head(text) || around::is_greeting(text) || around::is_end(text) || addressed::begs(text)
        {
            continue;
        }
        notes |= is_item(at);
        sentences += words(rest.get(..1).unwrap_or_default());
    }
    None
}

/// Whether the head of a mail at the start of `lines` says that it is passed on.
fn is_passed_on(lines: &[Written]) -> bool {
    let subject = |line: &Written| line.line.text.to_lowercase().replace('*', "");
    let mut heads = lines.iter().take(HEAD_LINES + 2).map(subject);
    heads.any(|line| line.starts_with("subject: fw"))
}

/// Whether a mail program put the first of `lines` above a mail that is answered.
fn begins_mail(lines: &[Written]) -> bool {
    let plain = |line: &Written| {
        line.line
            .text
            .replace('*', "")
            .trim_matches(['-', ' ', '_'])
            .to_lowercase()
    };
    let mut heads = lines.iter().map(plain);
    let Some(first) = heads.next() else { return false };
    let second = heads.next().unwrap_or_default();
    if first.ends_with("wrote:") || first.ends_with("wrote") && first.starts_with("on ") {
        return first.starts_with("on ") || first.contains('@');
    }
    if first.starts_with("on ") && second.ends_with("wrote:") && second.split(' ').count() <= WRAPPED_WROTE {
        return true;
    }
    if first == "original message" {
        return true;
    }
    // "From:" may begin a note; in the head of a mail other fields follow.
    let fields = ["sent:", "to:", "date:", "subject:", "cc:"];
    let follows = |line: &Written| fields.iter().any(|field| plain(line).starts_with(field));
    first.starts_with("from:") && lines.iter().skip(1).take(HEAD_LINES).any(follows)
}
