use std::fs;

use uuid::Uuid;

use super::{
    super::disk::{
        RealDisk,
        faulty::{FailingDisk, Failure},
    },
    *,
};

const HOST: &str = "office-laptop";

fn session() -> SessionId {
    SessionId(Uuid::from_u128(7))
}

fn writer(number: u128) -> WriterId {
    WriterId(Uuid::from_u128(number))
}

fn head_b() -> PersonId {
    PersonId::new("head-of-school-b")
}

fn facilitator() -> PersonId {
    PersonId::new("facilitator")
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
        self.dir.path().join("state/sessions/7.ron")
    }

    fn load(&self) -> LocalState {
        LocalState::load(&RealDisk, &self.path(), session())
    }

    fn save(&self, state: &mut LocalState) {
        state.save(&RealDisk, &self.path()).unwrap();
    }

    fn text(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    fn put(&self, text: &str) {
        RealDisk.create_dir_all(self.path().parent().unwrap()).unwrap();
        let _absent = RealDisk.remove(&self.path());
        RealDisk
            .create_new(&self.path())
            .unwrap()
            .write_all(text.as_bytes())
            .unwrap();
    }
}

fn not_asked() -> WriterId {
    panic!("a known writer must not be minted again")
}

#[test]
fn who_i_am_is_remembered() {
    let desk = Desk::new();
    let mut state = desk.load();
    assert_eq!(state.known_writer(&head_b(), HOST), None);
    assert_eq!(state.writer_for(&head_b(), HOST, || writer(1)), writer(1));
    assert_eq!(state.writer_for(&facilitator(), HOST, || writer(2)), writer(2));
    state.opened(&head_b(), HOST, Path::new("/shared/oakfield"));
    desk.save(&mut state);

    let mut again = desk.load();
    assert_eq!(again.writer_for(&head_b(), HOST, not_asked), writer(1));
    assert_eq!(again.known_writer(&facilitator(), HOST), Some(writer(2)));
    assert_eq!(again.last(HOST), Some(&head_b()));
    assert_eq!(again.folder(), Some(Path::new("/shared/oakfield")));
}

#[test]
fn the_file_is_as_agreed() {
    let desk = Desk::new();
    let mut state = desk.load();
    state.writer_for(&head_b(), HOST, || writer(1));
    state.opened(&head_b(), HOST, Path::new("/shared/oakfield"));
    desk.save(&mut state);
    let expected = r#"(
    format: "knownow local state",
    version: 2,
    session: "00000000-0000-0000-0000-000000000007",
    host: "office-laptop",
    writers: [
        (
            person: "head-of-school-b",
            writer: "00000000-0000-0000-0000-000000000001",
        ),
    ],
    last: "head-of-school-b",
    folder: "/shared/oakfield",
)
"#;
    assert_eq!(desk.text(), expected);
}

#[test]
fn a_copied_home_never_shares_a_writer() {
    let desk = Desk::new();
    let mut state = desk.load();
    state.writer_for(&head_b(), HOST, || writer(1));
    state.writer_for(&facilitator(), HOST, || writer(2));
    state.opened(&head_b(), HOST, Path::new("/shared/oakfield"));
    desk.save(&mut state);

    let mut copy = desk.load();
    assert_eq!(copy.known_writer(&head_b(), "home-laptop"), None);
    assert_eq!(copy.last("home-laptop"), None);
    assert_eq!(copy.writer_for(&head_b(), "home-laptop", || writer(3)), writer(3));
    assert_eq!(copy.known_writer(&facilitator(), "home-laptop"), None);
    desk.save(&mut copy);
    assert_eq!(
        desk.load().known_writer(&head_b(), "home-laptop"),
        Some(writer(3))
    );
}

#[test]
fn a_plan_stays_mine_whatever_becomes_of_my_records_file_and_the_name_of_the_laptop() {
    let desk = Desk::new();
    let mut state = desk.load();
    state.writer_for(&facilitator(), HOST, || writer(1));
    assert!(state.has_been(writer(1)) && !state.has_been(writer(2)));
    state.replace_writer(&facilitator(), HOST, writer(2));
    state.writer_for(&facilitator(), "office-laptop.local", || writer(3));
    desk.save(&mut state);
    let again = desk.load();
    for number in 1..=3 {
        assert!(again.has_been(writer(number)), "{number}");
    }
    assert!(!again.has_been(writer(4)));
    assert_eq!(again.known_writer(&facilitator(), HOST), None);
}

#[test]
fn nothing_is_written_without_a_change() {
    let desk = Desk::new();
    desk.save(&mut desk.load());
    assert!(!desk.path().exists());
    let mut state = desk.load();
    state.writer_for(&head_b(), HOST, || writer(1));
    desk.save(&mut state);

    let counted = FailingDisk::new(RealDisk);
    state.save(&counted, &desk.path()).unwrap();
    let mut again = desk.load();
    again.writer_for(&head_b(), HOST, not_asked);
    again.save(&counted, &desk.path()).unwrap();
    assert_eq!(counted.operations(), 0);
}

#[test]
fn a_broken_file_is_kept_aside() {
    let other = Stored::new(SessionId(Uuid::from_u128(8)));
    let other = String::from_utf8(other.to_bytes(Path::new("x")).unwrap()).unwrap();
    for broken in [
        "",
        "(format: \"knownow local state\", vers",
        "\u{0}\u{0}\u{0}",
        &other,
    ] {
        let desk = Desk::new();
        desk.put(broken);
        let mut state = desk.load();
        assert_eq!(state.known_writer(&head_b(), HOST), None);
        let aside = desk.path().with_extension("ron.broken");
        assert_eq!(fs::read_to_string(&aside).unwrap(), broken);
        state.writer_for(&head_b(), HOST, || writer(1));
        desk.save(&mut state);
        assert_eq!(desk.load().known_writer(&head_b(), HOST), Some(writer(1)));
    }
}

#[test]
fn a_file_written_by_hand_is_understood() {
    let desk = Desk::new();
    let session = session();
    desk.put(&format!(
        "\u{feff}(format: \"{FORMAT}\", version: 1, session: \"{session}\", host: \"{HOST}\", last: Some(\"facilitator\"))"
    ));
    assert_eq!(desk.load().last(HOST), Some(&facilitator()));
}

#[test]
fn a_file_of_a_later_version_is_read_and_left_alone() {
    let desk = Desk::new();
    let (session, one) = (session(), writer(1));
    let later = format!(
        "(format: \"{FORMAT}\", version: 3, session: \"{session}\", host: \"{HOST}\", hue: 3, \
         writers: [(person: \"facilitator\", writer: \"{one}\", desk: 4)])"
    );
    desk.put(&later);
    let mut state = desk.load();
    assert_eq!(state.known_writer(&facilitator(), HOST), Some(one));
    state.writer_for(&head_b(), HOST, || writer(2));
    desk.save(&mut state);
    assert_eq!(desk.text(), later);
}

#[test]
fn a_file_that_became_later_meanwhile_is_left_alone() {
    let desk = Desk::new();
    let mut state = desk.load();
    state.writer_for(&head_b(), HOST, || writer(1));
    let session = session();
    let later = format!("(format: \"{FORMAT}\", version: 3, session: \"{session}\", host: \"{HOST}\")");
    desk.put(&later);
    desk.save(&mut state);
    assert_eq!(desk.text(), later);
}

#[test]
fn a_second_window_keeps_the_writers_of_the_first() {
    let desk = Desk::new();
    let (mut first, mut second) = (desk.load(), desk.load());
    first.writer_for(&head_b(), HOST, || writer(1));
    second.writer_for(&facilitator(), HOST, || writer(2));
    desk.save(&mut first);
    desk.save(&mut second);
    let both = desk.load();
    assert_eq!(both.known_writer(&head_b(), HOST), Some(writer(1)));
    assert_eq!(both.known_writer(&facilitator(), HOST), Some(writer(2)));
}

#[test]
fn a_save_that_fails_is_tried_again() {
    let desk = Desk::new();
    let mut state = desk.load();
    state.writer_for(&head_b(), HOST, || writer(1));
    let failing = FailingDisk::new(RealDisk);
    failing.fail(Failure {
        nth: 1,
        errno: 28,
        lasting: true,
        short_write: false,
    });
    assert_eq!(
        state.save(&failing, &desk.path()).unwrap_err().path(),
        desk.path()
    );
    failing.mend();
    state.save(&failing, &desk.path()).unwrap();
    assert_eq!(desk.load().known_writer(&head_b(), HOST), Some(writer(1)));
}

#[test]
fn this_machine_has_a_name() {
    let name = machine_name();
    assert!(!name.is_empty());
    assert_eq!(name, machine_name());
}
