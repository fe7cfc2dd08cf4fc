//! The names of records files: whose they are by them, before anything in them is read.

use super::{
    handed_over::HANDED_OVER,
    session_folder::{is_records_name, tail},
};
use crate::domain::ids::WriterId;

/// How many signs tell the content of a file that came by a hand-over.
const CONTENT: usize = 8;

/// Whether this program gives such a name to records of `writer`: `<person>.<tail>.ron`, or that of a hand-over.
#[must_use]
pub fn is_name_for(name: &str, writer: WriterId) -> bool {
    let Some(rest) = after_tail(name, writer) else {
        return false;
    };
    let content = rest
        .strip_prefix(HANDED_OVER)
        .and_then(|rest| rest.strip_suffix(".ron"));
    let is_content = |text: &str| text.len() == CONTENT && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    rest == ".ron" || content.is_some_and(is_content)
}

/// Whether it names a file of records in their folder, and nothing elsewhere.
#[must_use]
pub fn is_plain_name(name: &str) -> bool {
    is_records_name(name) && !name.contains(['/', '\\', '\0'])
}

/// Whether a file with this name was a records file of `writer`, whatever a sync program put behind it.
#[must_use]
pub fn may_be_of(name: &str, writer: WriterId) -> bool {
    is_records_name(name) && after_tail(name, writer).is_some()
}

/// What stands behind the person and the end of the writer's id.
fn after_tail(name: &str, writer: WriterId) -> Option<&str> {
    let (person, rest) = name.split_once('.')?;
    let is_slug = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    rest.strip_prefix(&tail(writer)).filter(|_| is_slug(person))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_name_that_a_sync_program_gave_is_told_from_our_own() {
        let writer = WriterId(Uuid::from_u128(0x7f3a));
        let ours = ["head-of-school-b.7f3a.ron", "b.7f3a.handed-over-0a1b2c3d.ron"];
        let theirs = [
            "head-of-school-b.7f3a (conflicted copy 2026-12-01).ron",
            "head-of-school-b.7f3a.sync-conflict-20261201-101500-ABCDEF.ron",
            "head-of-school-b.7f3a-PC.ron",
        ];
        for name in ours {
            assert!(is_name_for(name, writer) && may_be_of(name, writer), "{name}");
        }
        for name in theirs {
            assert!(!is_name_for(name, writer) && may_be_of(name, writer), "{name}");
        }
        for name in [
            "head-of-school-b.c014.ron",
            ".b.7f3a.ron",
            "b.7f3a.docx",
            "b.ron",
            "7f3a.ron",
        ] {
            assert!(!is_name_for(name, writer) && !may_be_of(name, writer), "{name}");
        }
    }
}
