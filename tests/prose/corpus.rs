//! Notes as people mail them: each text of `tests/corpus/prose` beside what a person would do with it.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use knownow::{
    domain::{
        ids::WriterId,
        jotted::{self, Hands, Taken, WrittenIn},
        plan::Plan,
        records::{Entry, Records},
    },
    import::{self, Source, Vocabulary},
    storage::{catalogue, files::plan_file},
};
use serde_json::Value;
use uuid::Uuid;

use crate::mails;

/// So many of all lines may not be placed otherwise than a person would.
const PLACED_RIGHT_PERCENT: usize = 90;

pub(crate) fn plan() -> Plan {
    let text = catalogue::examples()[0].plan;
    plan_file::read_plan(Path::new("plan.ron"), text.as_bytes()).unwrap()
}

fn texts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/prose");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut texts: Vec<PathBuf> = entries
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| ending == "txt" || ending == "md")
        })
        .filter(|path| !path.ends_with("README.md"))
        .collect();
    texts.sort();
    assert!(texts.len() >= 8, "{texts:?}");
    texts
}

pub(crate) fn understood(plan: &Plan, bytes: &[u8], by: &str, known: &Records) -> WrittenIn {
    let jotted = import::jotted(
        Source {
            name: "mail.txt",
            bytes,
        },
        &Vocabulary::of_plan(plan),
    )
    .unwrap();
    let typist = plan.person_called("Facilitator").unwrap();
    let hands = Hands {
        author: plan.person_called(by).unwrap(),
        typist,
        writer: WriterId(Uuid::from_u128(1)),
    };
    jotted::understood(
        plan,
        known,
        jotted,
        hands,
        "2026-12-01T12:30:00+00:00".parse().unwrap(),
    )
}

fn place(taken: &Taken) -> &str {
    let place = &taken.note.body.place;
    place
        .visit
        .as_ref()
        .map_or(&place.slot.words, |visit| &visit.words)
}

/// The lines of a text as they were understood: line, kind and place.
fn found(written: &WrittenIn) -> Vec<(u64, String, String)> {
    let placed = written.notes.iter().map(|taken| (taken, place(taken)));
    let all = placed.chain(written.tray.iter().map(|taken| (taken, "tray")));
    let mut all: Vec<_> = all
        .map(|(taken, place)| {
            (
                taken.line as u64,
                taken.note.body.kind.word().to_string(),
                place.to_string(),
            )
        })
        .collect();
    all.sort();
    all
}

#[test]
fn notes_as_people_mail_them_are_placed_as_a_person_would() {
    let plan = plan();
    let (mut wrong, mut total) = (Vec::new(), 0);
    for path in texts() {
        let expected = fs::read_to_string(path.with_extension("expected.json")).unwrap();
        let expected: Value = serde_json::from_str(&expected).unwrap();
        let by = expected["by"].as_str().unwrap();
        let written = understood(&plan, &fs::read(&path).unwrap(), by, &Records::default());
        let mut lines: Vec<(u64, String, String)> =
            serde_json::from_value(expected["lines"].clone()).unwrap();
        lines.sort();
        let found = found(&written);
        total += lines.len();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        wrong.extend(
            lines
                .iter()
                .filter(|line| !found.contains(line))
                .map(|line| format!("{name}: {line:?} is not so")),
        );
        wrong.extend(
            found
                .iter()
                .filter(|line| !lines.contains(line))
                .map(|line| format!("{name}:    instead {line:?}")),
        );
        let others: BTreeSet<u64> = written.not_notes.iter().map(|other| other.line as u64).collect();
        let no_notes: BTreeSet<u64> = serde_json::from_value(expected["not_notes"].clone()).unwrap();
        if others != no_notes {
            wrong.push(format!("{name}: no notes are {no_notes:?}, found {others:?}"));
        }
        for (line, prompt) in expected["prompts"].as_object().into_iter().flatten() {
            let note = written
                .notes
                .iter()
                .find(|taken| taken.line.to_string() == *line)
                .unwrap();
            assert_eq!(
                note.note.body.place.prompt.as_ref().unwrap().words,
                prompt.as_str().unwrap()
            );
        }
    }
    let missed = wrong.iter().filter(|line| line.ends_with("is not so")).count();
    assert!(
        (total - missed) * 100 >= total * PLACED_RIGHT_PERCENT,
        "{missed} of {total}\n{}",
        wrong.join("\n")
    );
    assert!(wrong.is_empty(), "{missed} of {total}\n{}", wrong.join("\n"));
}

#[test]
fn no_line_is_dropped_and_every_word_is_kept() {
    let plan = plan();
    for path in texts().into_iter().chain(mails::texts("open")) {
        let text = fs::read_to_string(&path).unwrap();
        let written = understood(&plan, text.as_bytes(), "Head of School C", &Records::default());
        let all = written.notes.iter().chain(&written.tray);
        let kept: String = all.map(|taken| taken.note.body.text.clone() + " ").collect();
        let others: BTreeSet<usize> = written.not_notes.iter().map(|other| other.line).collect();
        for (at, line) in text
            .lines()
            .enumerate()
            .filter(|(at, _)| !others.contains(&(at + 1)))
        {
            // The number of an item is a bullet.
            let numbered =
                |word: &str| word.trim_end_matches('.').parse::<u8>().is_ok() && word.ends_with('.');
            for word in line
                .split_whitespace()
                .skip_while(|word| numbered(word))
                .filter(|word| word.chars().any(char::is_alphanumeric))
            {
                assert!(kept.contains(word), "{}:{}: {word}", path.display(), at + 1);
            }
        }
    }
}

#[test]
fn a_second_paste_adds_nothing_however_it_is_quoted_and_whatever_stands_around_it() {
    let plan = plan();
    for path in texts().into_iter().chain(mails::texts("open")) {
        let text = fs::read_to_string(&path).unwrap();
        let first = understood(&plan, text.as_bytes(), "Head of School B", &Records::default());
        let mut known = Records::default();
        for taken in first.notes.iter().chain(&first.tray) {
            known.join(Entry::Note(taken.note.clone()));
        }
        let count = first.notes.len() + first.tray.len();
        assert_eq!(
            known.notes.len(),
            count,
            "{}: two notes have one id",
            path.display()
        );
        let lines: Vec<String> = text.lines().map(|line| format!("> {line}")).collect();
        let quoted = lines.join(
            "
",
        );
        let curly = format!("\r\n{}", quoted.replace('\'', "\u{2019}"));
        for again in [text.clone(), quoted, curly] {
            let again = understood(&plan, again.as_bytes(), "Head of School B", &known);
            assert_eq!(
                (again.notes.len(), again.tray.len(), again.already.len()),
                (0, 0, count),
                "{}: {again:?}",
                path.display()
            );
        }
        let other = understood(&plan, text.as_bytes(), "Head of School C", &known);
        assert_eq!(other.already, [], "another author's words are another note");
    }
}

/// A Word document with the table of the running box, as a school has it.
fn box_document() -> Vec<u8> {
    use docx_rs::{Docx, Paragraph, Run, Table, TableCell, TableRow};
    let words = |text: &str| Paragraph::new().add_run(Run::new().add_text(text));
    let cell = |texts: &[&str]| {
        texts
            .iter()
            .fold(TableCell::new(), |cell, text| cell.add_paragraph(words(text)))
    };
    let row = |left: &[&str], right: &[&str]| TableRow::new(vec![cell(left), cell(right)]);
    let table = Table::new(vec![
        row(&["Strengths"], &["Areas for development"]),
        row(
            &["Y5: boards out, everybody writes", "Y6 - bar model drawn by all"],
            &["Y3 long on the carpet"],
        ),
        row(&["calm corridors"], &["Who marks Y4?", "Y4: comments not read"]),
    ]);
    let document = Docx::new()
        .add_paragraph(words("What do I know now?"))
        .add_table(table)
        .add_paragraph(words("Pupil voice:"))
        .add_paragraph(words("they like explaining"));
    let mut bytes = std::io::Cursor::new(Vec::new());
    document.build().pack(&mut bytes).unwrap();
    bytes.into_inner()
}

#[test]
fn the_boxes_of_a_word_document_are_read_by_their_heads() {
    let written = understood(&plan(), &box_document(), "Head of School B", &Records::default());
    let told: Vec<(String, String)> = found(&written)
        .into_iter()
        .map(|(_, kind, place)| (kind, place))
        .collect();
    let pair = |kind: &str, place: &str| (kind.to_string(), place.to_string());
    assert_eq!(
        told,
        [
            pair("strength", "Year 5"),
            pair("strength", "Year 6"),
            pair("development", "Year 3"),
            pair("strength", "tray"),
            pair("development", "Year 4"),
            pair("development", "Year 4"),
            pair("evidence", "Pupil voice"),
        ]
    );
    assert_eq!(written.not_notes.len(), 4, "{:?}", written.not_notes);
}

/// The mail of `text` as mail programs save it.
fn saved(text: &str) -> String {
    let encoded: String = text
        .bytes()
        .map(|byte| match byte {
            b'\n' => "\n".to_string(),
            b'=' | 128.. => format!("={byte:02X}"),
            _ => char::from(byte).to_string(),
        })
        .collect();
    let lines: Vec<String> = encoded
        .lines()
        .map(|line| {
            let (start, rest) = line.split_at(line.len() / 2);
            let whole = start.contains('=') || rest.contains('=') || start.is_empty();
            if whole {
                line.to_string()
            } else {
                format!("{start}=\n{rest}")
            }
        })
        .collect();
    format!(
        "From: Head of School B <b@school.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b1\n\n\
         --b1\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{}\n--b1--\n",
        lines.join("\n")
    )
    .replace('\n', "\r\n")
}

#[test]
fn a_saved_mail_brings_the_notes_of_its_text() {
    let plan = plan();
    for path in mails::texts("open") {
        let text = fs::read_to_string(&path).unwrap();
        let notes = |text: &str| {
            let written = understood(&plan, text.as_bytes(), "Head of School B", &Records::default());
            let all = written.notes.iter().chain(&written.tray);
            let told = all.map(|taken| (taken.note.id, taken.note.body.place.clone()));
            told.collect::<Vec<_>>()
        };
        assert_eq!(notes(&saved(&text)), notes(&text), "{}", path.display());
    }
}
