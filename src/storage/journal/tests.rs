use uuid::Uuid;

use super::*;
use crate::domain::{
    ids::{PromptId, SlotId, VisitId},
    route::PlaceId,
};

fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn draft(number: u128, text: &str) -> Draft {
    Draft {
        note: id(number),
        rev: 2,
        text: text.to_owned(),
        cursor: 3,
        begun: "2026-12-01T09:16:00+00:00".parse().unwrap(),
        place: PlaceId {
            slot: SlotId::new("lesson-visits"),
            visit: Some(VisitId::new("g1-year-6")),
        },
        prompt: Some(PromptId::new("l2")),
        private: true,
        entered: true,
        entered_before: None,
        hidden: false,
    }
}

struct Desk {
    dir: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self) -> PathBuf {
        self.dir.path().join("drafts/session.writer.journal")
    }

    fn open(&self) -> (Journal, Vec<Draft>) {
        Journal::open(&self.path())
    }

    fn live(&self) -> Vec<Draft> {
        self.open().1
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.path()).unwrap()
    }

    fn put(&self, bytes: &[u8]) {
        fs::create_dir_all(self.path().parent().unwrap()).unwrap();
        let mut file = File::options()
            .write(true)
            .create(true)
            .truncate(true)
            .open(self.path())
            .unwrap();
        file.write_all(bytes).unwrap();
    }
}

#[test]
fn a_draft_comes_back_as_it_was_typed() {
    let desk = Desk::new();
    let typed = draft(
        1,
        "+ every pupil answers \u{1f4d0} on a \"whiteboard\"\nand\u{202e} more",
    );
    desk.open().0.keep(&typed).unwrap();
    assert_eq!(desk.live(), [typed]);
}

#[test]
fn a_line_comes_back_with_what_was_entered_before_it() {
    let desk = Desk::new();
    let typed = Draft {
        entered: false,
        entered_before: Some(Box::new(draft(1, "two pupils wait"))),
        ..draft(1, "who helps the two")
    };
    desk.open().0.keep(&typed).unwrap();
    assert_eq!(desk.live(), [typed]);
}

#[test]
fn the_last_wording_comes_back_in_the_first_order() {
    let desk = Desk::new();
    let (mut journal, none) = desk.open();
    assert_eq!(none, []);
    for (number, text) in [(1, "every"), (2, "two pupils"), (1, "every pupil")] {
        journal.keep(&draft(number, text)).unwrap();
    }
    assert_eq!(desk.live(), [draft(1, "every pupil"), draft(2, "two pupils")]);
}

#[test]
fn no_file_is_made_before_something_is_kept() {
    let desk = Desk::new();
    let (mut journal, _) = desk.open();
    journal.keep(&draft(1, "")).unwrap();
    journal.forget(id(1)).unwrap();
    assert!(!desk.path().exists());
}

#[test]
fn a_note_that_is_done_does_not_come_back_and_its_text_goes() {
    let desk = Desk::new();
    let (mut journal, _) = desk.open();
    journal.keep(&draft(1, "every pupil answers")).unwrap();
    journal.keep(&draft(2, "two pupils wait")).unwrap();
    journal.forget(id(1)).unwrap();
    assert_eq!(desk.live(), [draft(2, "two pupils wait")]);
    journal.forget(id(2)).unwrap();
    assert_eq!(desk.bytes(), b"");
    journal.keep(&draft(3, "4 of 27 use cubes")).unwrap();
    assert_eq!(desk.live(), [draft(3, "4 of 27 use cubes")]);
}

#[test]
fn an_emptied_line_is_forgotten() {
    let desk = Desk::new();
    let (mut journal, _) = desk.open();
    journal.keep(&draft(1, "every")).unwrap();
    journal.keep(&draft(1, "")).unwrap();
    assert_eq!(desk.bytes(), b"");
}

#[test]
fn what_an_earlier_start_left_is_emptied_too() {
    let desk = Desk::new();
    desk.open().0.keep(&draft(1, "every")).unwrap();
    let (mut journal, left) = desk.open();
    assert_eq!(left.len(), 1);
    journal.forget(id(1)).unwrap();
    assert_eq!(desk.bytes(), b"");
}

#[test]
fn a_journal_torn_anywhere_keeps_every_whole_frame() {
    let desk = Desk::new();
    let (mut journal, _) = desk.open();
    let drafts = [
        draft(1, "every pupil"),
        draft(2, "two pupils"),
        draft(3, "small steps"),
    ];
    let mut ends = Vec::new();
    for kept in &drafts {
        journal.keep(kept).unwrap();
        ends.push(desk.bytes().len());
    }
    let whole = desk.bytes();
    for cut in 0..=whole.len() {
        desk.put(&whole[..cut]);
        let kept = ends.iter().filter(|end| **end <= cut).count();
        let (mut journal, live) = desk.open();
        assert_eq!(live, drafts[..kept], "cut at {cut}");
        journal.keep(&draft(9, "typed after the crash")).unwrap();
        let (last, before) = desk
            .live()
            .split_last()
            .map(|(last, before)| (last.clone(), before.to_vec()))
            .unwrap();
        assert_eq!(last, draft(9, "typed after the crash"), "cut at {cut}");
        assert_eq!(before, drafts[..kept], "cut at {cut}");
    }
}

#[test]
fn a_damaged_byte_never_harms_an_earlier_frame() {
    let desk = Desk::new();
    let (mut journal, _) = desk.open();
    journal.keep(&draft(1, "every pupil")).unwrap();
    let first = desk.bytes().len();
    journal.keep(&draft(2, "two pupils")).unwrap();
    let whole = desk.bytes();
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 0xff;
        desk.put(&damaged);
        let expected: &[Draft] = if at < first {
            &[]
        } else {
            &[draft(1, "every pupil")]
        };
        assert_eq!(desk.live(), expected, "damaged at {at}");
    }
}

#[test]
fn zeros_and_nonsense_behind_the_end_are_passed_over() {
    let desk = Desk::new();
    desk.open().0.keep(&draft(1, "every pupil")).unwrap();
    let whole = desk.bytes();
    for tail in [vec![0; 4096], vec![0xff; 4096], b"{\"draft\":".to_vec()] {
        desk.put(&[whole.clone(), tail].concat());
        let (mut journal, live) = desk.open();
        assert_eq!(live, [draft(1, "every pupil")]);
        journal.keep(&draft(2, "two pupils")).unwrap();
        assert_eq!(desk.live(), [draft(1, "every pupil"), draft(2, "two pupils")]);
    }
}

#[test]
fn dead_text_of_an_earlier_start_is_gone_once_something_is_kept() {
    let desk = Desk::new();
    let dead = frame::bytes_of(&Entry::Draft((&draft(1, "every pupil")).into())).unwrap();
    let done = frame::bytes_of(&Entry::Done(id(1))).unwrap();
    desk.put(&[dead, done, b"torn".to_vec()].concat());
    let (mut journal, live) = desk.open();
    assert_eq!(live, []);
    let kept = draft(2, "two pupils");
    journal.keep(&kept).unwrap();
    assert_eq!(
        desk.bytes(),
        frame::bytes_of(&Entry::Draft((&kept).into())).unwrap()
    );
}

#[test]
fn an_entry_of_a_later_version_hides_nothing() {
    let desk = Desk::new();
    let mut frame = vec![0; 8];
    frame.extend(br#"{"moved":{"note":"7"}}"#);
    let crc = crc32fast::hash(&frame[8..]);
    frame[0] = u8::try_from(frame.len() - 8).unwrap();
    frame[4..8].copy_from_slice(&crc.to_le_bytes());
    frame.extend(frame::bytes_of(&Entry::Draft((&draft(1, "every")).into())).unwrap());
    desk.put(&frame);
    assert_eq!(desk.live(), [draft(1, "every")]);
}

#[test]
fn a_long_journal_is_rewritten_with_the_live_drafts_alone() {
    let desk = Desk::new();
    let (mut journal, _) = desk.open();
    let first = draft(1, "the first one stays");
    journal.keep(&first).unwrap();
    let long = "a long note, typed and typed again ".repeat(1000);
    let mut largest = 0;
    for round in 0..100 {
        journal.keep(&draft(2, &format!("{long}{round}"))).unwrap();
        largest = largest.max(fs::metadata(desk.path()).unwrap().len());
    }
    assert!(largest <= REWRITE_AT + 64 * 1024, "{largest}");
    assert_eq!(desk.live(), [first, draft(2, &format!("{long}99"))]);
    assert_eq!(fs::read_dir(desk.path().parent().unwrap()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn the_journal_and_its_folder_are_private() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.open().0.keep(&draft(1, "every")).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&desk.path()), 0o600);
    assert_eq!(mode(desk.path().parent().unwrap()), 0o700);
}

#[test]
fn a_journal_that_cannot_be_read_is_not_overwritten() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path()).unwrap();
    let (mut journal, live) = desk.open();
    assert_eq!(live, []);
    journal.keep(&draft(1, "every")).unwrap_err();
    fs::remove_dir(desk.path()).unwrap();
    journal.keep(&draft(1, "every")).unwrap();
    assert_eq!(desk.live(), [draft(1, "every")]);
}

#[test]
fn what_is_erased_leaves_no_byte_beside_what_is_kept() {
    let desk = Desk::new();
    let mut journal = desk.open().0;
    journal.keep(&draft(1, "+ cubes")).unwrap();
    for text in ["zebra", "zebracrossing", "zebra then"] {
        journal.keep(&draft(2, text)).unwrap();
    }
    journal.erase(id(2)).unwrap();
    let held = String::from_utf8_lossy(&desk.bytes()).into_owned();
    assert!(held.contains("cubes") && !held.contains("zebra"), "{held}");
    assert_eq!(desk.live(), [draft(1, "+ cubes")]);
    journal.keep(&draft(3, "more")).unwrap();
    assert_eq!(desk.live(), [draft(1, "+ cubes"), draft(3, "more")]);
    journal.erase(id(1)).unwrap();
    journal.erase(id(3)).unwrap();
    assert_eq!(desk.bytes(), b"", "with the last one the file is empty");
    assert_eq!(fs::read_dir(desk.path().parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn what_was_let_go_before_is_erased_too() {
    let desk = Desk::new();
    let mut journal = desk.open().0;
    journal.keep(&draft(1, "+ cubes")).unwrap();
    journal.keep(&draft(2, "zebra")).unwrap();
    journal.forget(id(2)).unwrap();
    assert!(
        String::from_utf8_lossy(&desk.bytes()).contains("zebra"),
        "only marked as done"
    );
    journal.erase(id(2)).unwrap();
    assert!(!String::from_utf8_lossy(&desk.bytes()).contains("zebra"));
    assert_eq!(desk.live(), [draft(1, "+ cubes")]);
}
