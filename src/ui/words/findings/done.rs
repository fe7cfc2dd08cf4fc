//! The words for what was done on the board, and with which finding.

use super::{count, first_words, notes};
use crate::app::findings::{Did, Named};

/// What was done, as in "Undone: filing 3 notes".
#[must_use]
pub fn deed(did: Did) -> String {
    match did {
        Did::Filed(of) => format!("filing {}", notes(of)),
        Did::FiledAgainst(of) => format!("filing {} against", notes(of)),
        Did::Began => "a new finding".into(),
        Did::SetAside(of) => format!("setting {} aside", notes(of)),
        Did::Loosened(of) => format!("taking {} out", notes(of)),
        Did::Split => "splitting a finding".into(),
        Did::Merged(of) => format!("merging {of} findings"),
        Did::Moved => "changing the order".into(),
        Did::Relisted => "moving it to another list".into(),
        Did::Reworded { .. } => "other words".into(),
        Did::Agreed => "agreeing".into(),
        Did::AgreedAll(of) => format!("agreeing to {}", count(of, "finding", "findings")),
        Did::Disagreed => "taking agreement back".into(),
        Did::Chose => "choosing a wording".into(),
        Did::TookOut { .. } => "taking it out".into(),
        Did::Drafted(of) => format!("the draft of {}", count(of, "finding", "findings")),
        Did::Claimed(of) => format!("adding {}", count(of, "claim", "claims")),
        Did::Judged => "judging a claim".into(),
        Did::Signed | Did::SignedFor => "signing".into(),
        Did::Unsigned => "taking a signature back".into(),
        Did::Accepted(1) => "accepting it".into(),
        Did::Accepted(of) => format!("accepting {of} things"),
        Did::NotAccepted => "no longer accepting it".into(),
        Did::Placed(of) => format!("giving {} a place", notes(of)),
    }
}

pub(super) fn did(did: Did) -> String {
    match did {
        Did::Filed(of) => format!("{} filed. Ctrl+Z takes it back.", notes(of)),
        Did::FiledAgainst(of) => format!("{} filed as speaking against it.", notes(of)),
        Did::Began => "A new finding, in the words of a note. e says it better.".into(),
        Did::SetAside(of) => format!("{} set aside.", notes(of)),
        Did::Loosened(of) => format!("{} taken out.", notes(of)),
        Did::Split => "Split off into a finding of its own.".into(),
        Did::Merged(of) => format!("{of} findings are one now, with all their notes and words."),
        Did::Moved => "Moved.".into(),
        Did::Relisted => "In the other list now; not agreed there yet.".into(),
        Did::Reworded { disagreed: true } => "Changed: no longer agreed until a is pressed again.".into(),
        Did::Reworded { disagreed: false } => "Kept as you typed it.".into(),
        Did::Agreed => "Agreed.".into(),
        Did::AgreedAll(of) => format!(
            "Agreed to {}. k lists what they lack; Ctrl+Z takes it back.",
            count(of, "finding", "findings")
        ),
        Did::Disagreed => "No longer agreed.".into(),
        Did::Chose => "This wording stands, with the notes of all.".into(),
        Did::TookOut { notes: 0 } => "Taken out. Ctrl+Z brings it back.".into(),
        Did::TookOut { notes: of } => {
            format!(
                "Taken out; {} free again. Ctrl+Z brings it back with them.",
                notes(of)
            )
        }
        Did::Drafted(of) => format!(
            "{} drafted, in the notes' own words.",
            count(of, "finding", "findings")
        ),
        Did::Claimed(of) => format!("{} added.", count(of, "claim", "claims")),
        Did::Judged => "Judged.".into(),
        Did::Signed => "Signed, as the agreed findings stand now. Other words later will show.".into(),
        Did::SignedFor => "Recorded for them, as typed by you; they can sign or strike it.".into(),
        Did::Unsigned => "No longer signed.".into(),
        Did::Accepted(1) => "Accepted as it stands. Ctrl+Z takes it back.".into(),
        Did::Accepted(of) => format!("{of} things accepted as they stand. Ctrl+Z takes it back."),
        Did::NotAccepted => "No longer accepted.".into(),
        Did::Placed(of) => format!("{} placed. Ctrl+Z takes it back.", notes(of)),
    }
}

/// Cells for the words of a finding in a notice.
const NAMED: usize = 22;
/// Cells for the title of a list in a notice.
const IN_LIST: usize = 26;

/// A finding, shortly: its number, and its first words.
fn name(named: &Named) -> String {
    let words = match named.words.as_str() {
        "" => String::new(),
        words => format!("\"{}\"", first_words(words, NAMED)),
    };
    match named.number {
        Some(number) if words.is_empty() => number.to_string(),
        Some(number) => format!("{number} {words}"),
        None => words,
    }
}

/// What was done with a finding or a claim, and with which.
pub(super) fn did_to(did: Did, named: &Named) -> String {
    let of = name(named);
    let list = first_words(&named.list, IN_LIST);
    match did {
        Did::Filed(count) => format!("{} filed into {of}. Ctrl+Z takes it back.", notes(count)),
        Did::FiledAgainst(count) => format!("{} filed as speaking against {of}.", notes(count)),
        Did::Began => format!("New under {list}: {of}."),
        Did::Loosened(count) => format!("{} taken out of {of}.", notes(count)),
        Did::Split => format!("Split off: {of}."),
        Did::Merged(count) => format!("{count} findings are one: {of}."),
        Did::Moved => format!("Moved: now {of}."),
        Did::Relisted => format!("Now under {list}: {of}."),
        Did::Agreed => format!("Agreed: {of}."),
        Did::Disagreed => format!("No longer agreed: {of}."),
        Did::Judged => format!("Judged: {of}."),
        Did::TookOut { notes: 0 } => format!("Taken out: {of}. Ctrl+Z brings it back."),
        Did::TookOut { notes: free } => {
            format!("Taken out: {of}; {} free. Ctrl+Z brings it back.", notes(free))
        }
        other => self::did(other),
    }
}

/// What was done, where agreement is gone by it.
pub(super) fn did_and_disagreed(did: Did, named: Option<&Named>) -> String {
    let what = match (did, named.and_then(|named| named.number)) {
        (Did::Filed(count), Some(number)) => format!("{} filed into {number}.", notes(count)),
        (Did::FiledAgainst(count), Some(number)) => format!("{} against {number}.", notes(count)),
        (Did::Loosened(count), Some(number)) => format!("{} taken out of {number}.", notes(count)),
        _ => self::did(did),
    };
    format!("No longer agreed (a agrees anew): {what}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_names_the_finding_and_fits_into_the_notice_line() {
        let named = Named {
            number: Some(12),
            list: "Questions and points for consideration".into(),
            words: "Pupils who wait for help lose the thread of what they were asked".into(),
        };
        let all = [
            Did::Filed(12),
            Did::FiledAgainst(12),
            Did::Began,
            Did::Loosened(12),
            Did::Split,
            Did::Merged(3),
            Did::Moved,
            Did::Relisted,
            Did::Agreed,
            Did::Disagreed,
            Did::Judged,
            Did::TookOut { notes: 0 },
        ];
        for did in all {
            let said = did_to(did, &named);
            assert!(said.contains("Pupils who wait"), "{said}");
            assert!(said.contains("12 \""), "{said}");
            assert!(said.chars().count() <= 74, "{}: {said}", said.chars().count());
        }
        let gone = Named {
            number: None,
            ..named.clone()
        };
        let said = did_to(Did::TookOut { notes: 12 }, &gone);
        assert!(said.chars().count() <= 74, "{}: {said}", said.chars().count());
        let said = did_and_disagreed(Did::FiledAgainst(12), Some(&named));
        assert!(said.chars().count() <= 74, "{}: {said}", said.chars().count());
    }
}
