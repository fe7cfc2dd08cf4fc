mod choosing;
mod golden;
mod struck;

use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::domain::{
    note::Note,
    placing::{Placing, Where},
    record::Record,
};
use crate::storage::{
    catalogue,
    disk::{
        RealDisk,
        faulty::{FailingDisk, Failure},
    },
    files::{
        plan_file,
        records_file::{self, ReadRecords},
    },
    session_folder::LoadedFile,
};

/// The worked example with its notes, of which every `step`th is left.
fn example(step: usize) -> (Plan, LoadedRecords) {
    let example = &catalogue::examples()[1];
    let plan = plan_file::read_plan(Path::new("plan.ron"), example.plan.as_bytes()).unwrap();
    let mut loaded = LoadedRecords::default();
    for (name, text) in example.records {
        let ReadRecords {
            standing,
            writer,
            person,
            records,
            ..
        } = records_file::read_records(Path::new(name), text.as_bytes(), plan.session);
        let notes = records.notes.live().step_by(step).cloned();
        loaded.records.merge(Records {
            notes: notes.collect(),
            ..Records::default()
        });
        if step == 1 {
            loaded.records.merge(records);
        }
        loaded.files.push(LoadedFile {
            path: (*name).into(),
            writer,
            person,
            notes: 0,
            standing,
            sum: None,
            fault: None,
            stood_in_for: None,
        });
    }
    (plan, loaded)
}

/// A note as people write them who paste from elsewhere.
fn fancy(loaded: &mut LoadedRecords) {
    let mut note = loaded.records.notes.live().next().unwrap().clone();
    note.rev += 1;
    note.body.text =
        "\u{201c}it\u{2019}s all\u{201d} \u{2013} caf\u{e9}\u{2026}\n  > {9} | of 27  well-known\u{a0}to"
            .into();
    loaded.records.join(Entry::Note(note));
}

fn made(plan: &Plan, loaded: &LoadedRecords) -> String {
    let when = "2026-12-01T10:15:00+00:00".parse().unwrap();
    make(plan, loaded, &Whose::default(), when).unwrap().text
}

fn read(text: &str, plan: &Plan) -> Result<HandedOver, Refusal> {
    let readings = import::hand_over::readings(text.as_bytes()).unwrap();
    let ways: Vec<_> = readings
        .iter()
        .map(|reading| (reading.pieces.as_slice(), reading.broken.as_slice()))
        .collect();
    hand_over_file::read(&ways, plan)
}

fn joined(handed: HandedOver) -> Records {
    let mut records = Records::default();
    for entry in handed.entries {
        records.join(entry);
    }
    records
}

/// What a mail program does to a text.
#[derive(Debug, Clone)]
enum Mangling {
    Wrap(usize),
    Quote(&'static str),
    Curly,
    Dashes,
    HardSpaces(usize),
    TrailingSpaces(usize),
    NoTrailing,
    DoubleSpaces,
    Greeting,
    QuotedPrintable,
    WindowsLines,
    Stuffed,
}

fn mangling() -> impl Strategy<Value = Mangling> {
    prop_oneof![
        prop_oneof![Just(72_usize), Just(76), Just(78), Just(60)].prop_map(Mangling::Wrap),
        prop_oneof![Just("> "), Just(">> "), Just("| "), Just(">")].prop_map(Mangling::Quote),
        Just(Mangling::Curly),
        Just(Mangling::Dashes),
        (1_usize..9).prop_map(Mangling::HardSpaces),
        (1_usize..5).prop_map(Mangling::TrailingSpaces),
        Just(Mangling::NoTrailing),
        Just(Mangling::DoubleSpaces),
        Just(Mangling::Greeting),
        Just(Mangling::WindowsLines),
        Just(Mangling::Stuffed),
    ]
}

impl Mangling {
    fn apply(&self, text: &str) -> String {
        let lines = |change: &dyn Fn(usize, &str) -> String| {
            let lines: Vec<String> = text
                .split('\n')
                .enumerate()
                .map(|(at, line)| change(at, line))
                .collect();
            lines.join("\n")
        };
        match self {
            Self::Wrap(width) => lines(&|_, line| wrapped(line, *width)),
            Self::Quote(sign) => lines(&|_, line| format!("{sign}{line}")),
            Self::Curly => curly(text),
            Self::Dashes => text.replace(" - ", " \u{2013} ").replace("...", "\u{2026}"),
            Self::HardSpaces(nth) => every_space(text, *nth, "\u{a0}"),
            Self::TrailingSpaces(nth) => lines(&|at, line| {
                if at % nth == 0 {
                    format!("{line} ")
                } else {
                    line.into()
                }
            }),
            Self::NoTrailing => lines(&|_, line| line.trim_end().to_string()),
            Self::DoubleSpaces => every_space(text, 3, "  "),
            Self::Greeting => format!(
                "Hi both,\n\nhere they are {{at last}} - 9:20 {{3}} or so.\n\n{text}\n\nBest wishes\n-- \nB"
            ),
            Self::QuotedPrintable => quoted_printable(text),
            Self::WindowsLines => text.replace("\r\n", "\n").replace('\n', "\r\n"),
            Self::Stuffed => lines(&|_, line| format!(" {line}")),
        }
    }
}

fn wrapped(line: &str, width: usize) -> String {
    let mut whole = String::new();
    let mut length = 0;
    for word in line.split(' ') {
        if length > 0 && length + word.chars().count() > width {
            whole.push('\n');
            length = 0;
        } else if length > 0 {
            whole.push(' ');
        }
        whole.push_str(word);
        length += word.chars().count() + 1;
    }
    whole
}

fn curly(text: &str) -> String {
    let mut open = false;
    let quotes = text.chars().map(|letter| match letter {
        '"' => {
            open = !open;
            if open { '\u{201c}' } else { '\u{201d}' }
        }
        '\'' => '\u{2019}',
        _ => letter,
    });
    quotes.collect()
}

fn every_space(text: &str, nth: usize, other: &str) -> String {
    let parts: Vec<&str> = text.split(' ').collect();
    let mut whole = String::new();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            whole.push_str(if at % nth == 0 { other } else { " " });
        }
        whole.push_str(part);
    }
    whole
}

/// As a mail is sent, and as it is seen where nobody undid it.
fn quoted_printable(text: &str) -> String {
    let mut whole = String::new();
    for line in text.split('\n') {
        let mut length = 0;
        for byte in line.bytes() {
            let sign = match byte {
                b'=' | 127.. | 0..=8 | 11..=31 => format!("={byte:02X}"),
                _ => char::from(byte).to_string(),
            };
            if length + sign.len() > 75 {
                whole.push_str("=\n");
                length = 0;
            }
            length += sign.len();
            whole.push_str(&sign);
        }
        whole.push('\n');
    }
    whole
}

#[test]
fn a_hundred_notes_are_a_small_file_that_people_can_read() {
    let (plan, mut loaded) = example(1);
    let text = made(&plan, &loaded);
    let before = loaded.records.notes.len();
    let more: Vec<_> = loaded.records.notes.live().take(100 - before).cloned().collect();
    for (nth, mut note) in (0..).zip(more) {
        note.id = note.id.further(nth);
        loaded.records.join(Entry::Note(note));
    }
    assert_eq!(loaded.records.notes.len(), 100);
    let hundred = made(&plan, &loaded);
    // By three people, with all that they ticked; a reviewer's own is smaller.
    assert!(hundred.len() < 40_000, "{} bytes", hundred.len());
    assert!(text.lines().all(|line| line.chars().count() <= 72));
    for note in loaded.records.notes.live().take(80) {
        let first: Vec<&str> = note.body.text.split_whitespace().take(3).collect();
        assert!(text.contains(&first.join(" ")), "{first:?}");
    }
    // Who also placed thirty notes of others hands over little more.
    let placed: Vec<_> = loaded.records.notes.live().take(30).cloned().collect();
    let (writer, by) = (placed[0].writer, placed[0].body.by.clone());
    for note in &placed {
        let mut body = Placing::nothing(note.id, by.clone(), note.body.when).tagged("SEND", true);
        body.place = Some(Where::At(placed[0].body.place.clone()));
        loaded.records.join(Entry::Placing(Record {
            id: Placing::id_of(note.id),
            writer,
            rev: 1,
            deleted: false,
            seq: 500,
            edited_at: note.body.when,
            came_from: Vec::new(),
            body,
        }));
    }
    let with_placings = made(&plan, &loaded);
    let more = with_placings.len() - hundred.len();
    assert!(more < 30 * 300, "{more} bytes");
    assert_eq!(
        joined(read(&with_placings, &plan).unwrap()).placings,
        loaded.records.placings
    );
}

#[test]
fn on_the_screen_another_review_is_told_by_its_school() {
    let refused = |found: &str| HandingFault::Refused {
        refusal: Refusal::OtherSession {
            found: found.into(),
            found_id: example(9).0.session,
            here: "Oakfield Primary - Maths".into(),
            here_id: example(9).0.session,
        },
    };
    for found in ["Oakfield Primary - Maths", "Elm Primary - Reading"] {
        let said = refused(found).on_screen();
        assert!(
            said.contains(found) && said.contains("Nothing was taken in"),
            "{said}"
        );
        let id = example(9).0.session.to_string();
        assert!(!said.contains("--into") && !said.contains(&id), "{said}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]
    #[test]
    fn whatever_mail_programs_do_the_records_are_the_same(
        manglings in prop::collection::vec(mangling(), 0..7),
        encoded in prop::bool::ANY,
    ) {
        let (plan, mut loaded) = example(9);
        fancy(&mut loaded);
        let mut text = made(&plan, &loaded);
        for mangling in &manglings {
            text = mangling.apply(&text);
        }
        if encoded {
            text = Mangling::QuotedPrintable.apply(&text);
        }
        let handed = read(&text, &plan).unwrap();
        prop_assert_eq!(&handed.damaged, &[], "{:?}\n{}", manglings, text);
        prop_assert_eq!(joined(handed), loaded.records);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(1_000), ..ProptestConfig::default() })]
    #[test]
    fn no_damage_makes_other_words_of_a_note(
        at in prop::collection::vec(0_usize..100_000, 1..4),
        kind in 0_u8..5,
        letter in prop::char::range('\u{1}', '\u{10ffff}'),
        length in 1_usize..60,
    ) {
        let (plan, loaded, text) = small();
        let mut letters: Vec<char> = text.chars().collect();
        for at in at {
            let at = at % letters.len();
            let end = (at + length).min(letters.len());
            match kind {
                0 => letters[at] = letter,
                1 => letters.insert(at, letter),
                2 => drop(letters.drain(at..end)),
                3 => letters[at..end].reverse(),
                _ => {
                    let part = letters[at..end].to_vec();
                    letters.splice(at..at, part);
                }
            }
        }
        let text: String = letters.into_iter().collect();
        if let Ok(handed) = read(&text, plan) {
            let told = handed.damaged.len();
            let sound = handed.entries.len();
            for entry in handed.entries {
                prop_assert!(!loaded.records.clone().join(entry.clone()), "taken in changed: {:?}", entry);
            }
            prop_assert!(sound + told >= loaded.records.len(), "{sound} sound, {told} told");
        }
    }
}

fn small() -> &'static (Plan, LoadedRecords, String) {
    static SMALL: std::sync::OnceLock<(Plan, LoadedRecords, String)> = std::sync::OnceLock::new();
    SMALL.get_or_init(|| {
        let (plan, mut loaded) = example(60);
        fancy(&mut loaded);
        let text = made(&plan, &loaded);
        (plan, loaded, text)
    })
}

/// A home and a session folder on this disk with the worked example, in which `own` is this machine's writer.
fn on_disk(dir: &Path, own: WriterId) -> (Home, SessionFolder, Plan) {
    let example = &catalogue::examples()[1];
    let folder = SessionFolder::at(dir.join("session"));
    std::fs::create_dir_all(folder.records_dir()).unwrap();
    let put = |path: &Path, text: &str| {
        let mut file = RealDisk.create_new(path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    };
    put(&folder.plan_path(), example.plan);
    for (name, text) in example.records {
        put(
            &folder.records_dir().join(Path::new(name).file_name().unwrap()),
            text,
        );
    }
    let home = Home::find(|_| Some(dir.as_os_str().to_owned()), None).unwrap();
    let plan = folder.plan(&RealDisk).unwrap();
    let path = home.local_state(plan.session);
    let mut state = LocalState::load(&RealDisk, &path, plan.session);
    state.writer_for(&PersonId::new("facilitator"), "here", || own);
    state.save(&RealDisk, &path).unwrap();
    (home, folder, plan)
}

#[test]
fn a_later_edition_of_my_own_note_is_left_out_and_one_of_a_colleague_taken_in() {
    let (plan, mut loaded) = example(1);
    let of = |loaded: &LoadedRecords, mine: bool, own: WriterId| {
        let mut notes = loaded.records.notes.live();
        notes.find(|note| (note.writer == own) == mine).unwrap().clone()
    };
    let own = loaded.files[0].writer.unwrap();
    let (mine, theirs) = (of(&loaded, true, own), of(&loaded, false, own));
    for note in [&mine, &theirs] {
        let mut later = note.clone();
        later.rev += 1;
        later.body.text = "other words".into();
        loaded.records.join(Entry::Note(later));
    }
    let text = made(&plan, &loaded);
    let dir = tempfile::tempdir().unwrap();
    let (home, folder, plan) = on_disk(dir.path(), own);
    let taken = take_in(
        &home,
        &RealDisk,
        &folder,
        &plan,
        text.as_bytes(),
        Manner::default(),
    )
    .unwrap();
    assert_eq!((taken.own_kept, taken.written.len()), (1, 1));
    let now = folder.records(&RealDisk, plan.session).records;
    assert_eq!(now.notes.get(mine.id), Some(&mine));
    assert_eq!(now.notes.get(theirs.id).unwrap().body.text, "other words");
    assert_eq!(folder.records(&RealDisk, plan.session).problems(), [""; 0]);
}

#[test]
fn what_a_full_disk_refuses_is_said_and_the_next_try_brings_it() {
    let (plan, mut loaded) = example(1);
    let own = loaded.files[0].writer.unwrap();
    let mut later = loaded
        .records
        .notes
        .live()
        .find(|note| note.writer != own)
        .unwrap()
        .clone();
    later.rev += 1;
    loaded.records.join(Entry::Note(later.clone()));
    let text = made(&plan, &loaded);
    for nth in 1..6 {
        let dir = tempfile::tempdir().unwrap();
        let (home, folder, plan) = on_disk(dir.path(), own);
        let disk = FailingDisk::new(RealDisk);
        disk.fail(Failure {
            nth,
            errno: 28,
            lasting: true,
            short_write: true,
        });
        let refused = take_in(&home, &disk, &folder, &plan, text.as_bytes(), Manner::default());
        disk.mend();
        let again = take_in(&home, &disk, &folder, &plan, text.as_bytes(), Manner::default()).unwrap();
        let brought = |taken: &TakenIn| taken.writers.iter().map(|writer| writer.new_notes).sum::<usize>();
        assert!(refused.is_err() || brought(&again) == 0);
        let now = folder.records(&RealDisk, plan.session);
        assert_eq!(now.records.notes.get(later.id).unwrap().rev, later.rev);
        assert_eq!(now.problems(), [""; 0]);
    }
}
