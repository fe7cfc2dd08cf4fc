//! More mails, by somebody who had not read the code that places them. `open` ones are looked at while the rules are made
//! better; of `blind` ones only the figures are told.

use std::{
    collections::BTreeSet,
    fmt,
    fs::{self, File},
    path::{Path, PathBuf},
};

use knownow::domain::{
    jotted::{Taken, WrittenIn, words},
    plan::Plan,
    records::Records,
};
use serde::Deserialize;

use crate::corpus::{plan, understood};

/// What a careful person would make of a mail.
#[derive(Debug, Deserialize)]
struct Mail {
    by: String,
    not_notes: Vec<(usize, String)>,
    notes: Vec<Wanted>,
}

/// A note as a careful person would take it in.
#[derive(Debug, Deserialize)]
struct Wanted {
    line: usize,
    text: String,
    kind: String,
    row: Option<String>,
    visit: Option<String>,
}

/// How many of how many.
#[derive(Debug, Default, Clone, Copy)]
struct Share {
    right: usize,
    all: usize,
}

impl Share {
    fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    fn percent(self) -> usize {
        self.right * 100 / self.all.max(1)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} ({} %)", self.right, self.all, self.percent())
    }
}

/// How well a part of the mails was taken in.
#[derive(Debug, Default)]
struct Score {
    mails: usize,
    /// Lines that stand nowhere, and notes with a word missing.
    dropped: usize,
    split: Share,
    placed: Share,
    kind: Share,
    tray: Share,
    /// Notes in the tray that have a place.
    needlessly_in_tray: usize,
    not_notes: Share,
    /// Notes that were taken for something else.
    taken_for_none: usize,
    /// Notes that are none.
    made_up: usize,
    wrong: Vec<String>,
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "  {} mails, {} lines dropped", self.mails, self.dropped)?;
        writeln!(
            f,
            "  split right      {}, {} more that are none",
            self.split, self.made_up
        )?;
        writeln!(f, "  placed right     {}", self.placed)?;
        writeln!(f, "  kind right       {}", self.kind)?;
        writeln!(
            f,
            "  tray right       {}, {} more that have a place",
            self.tray, self.needlessly_in_tray
        )?;
        writeln!(
            f,
            "  no notes right   {}, {} more that are notes",
            self.not_notes, self.taken_for_none
        )
    }
}

/// The texts of a part; none if it is not there.
pub(crate) fn texts(part: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/corpus/mails")
        .join(part);
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut texts: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    texts.sort();
    texts
}

fn mail(text: &Path) -> Mail {
    let name = text.with_extension("json");
    let detail = text
        .parent()
        .unwrap()
        .join("detail")
        .join(name.file_name().unwrap());
    serde_json::from_reader(File::open(detail).unwrap()).unwrap()
}

/// All that was found, in the order of its lines.
fn found(written: &WrittenIn) -> Vec<(&Taken, bool)> {
    let placed = written.notes.iter().map(|taken| (taken, false));
    let mut all: Vec<_> = placed
        .chain(written.tray.iter().map(|taken| (taken, true)))
        .collect();
    all.sort_by_key(|(taken, _)| (taken.line, taken.note.seq));
    all
}

/// Where a note stands: its row and its visit, or nothing for the tray.
fn place(taken: &Taken, in_tray: bool) -> (Option<&str>, Option<&str>) {
    let place = &taken.note.body.place;
    let visit = place.visit.as_ref().map(|visit| visit.id.as_str());
    (Some(place.slot.id.as_str()).filter(|_| !in_tray), visit)
}

impl Score {
    fn of(part: &str) -> Self {
        let (plan, mut score) = (plan(), Self::default());
        for text in texts(part) {
            score.mails += 1;
            score.add(&plan, &text);
        }
        score
    }

    fn add(&mut self, plan: &Plan, path: &Path) {
        let (mail, bytes) = (mail(path), fs::read(path).unwrap());
        let written = understood(plan, &bytes, &mail.by, &Records::default());
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut found = found(&written);
        for wanted in &mail.notes {
            let at = found.iter().position(|(taken, _)| taken.line == wanted.line);
            let taken = at.map(|at| found.remove(at));
            self.note(&name, wanted, taken);
        }
        self.made_up += found.len();
        for (taken, _) in found {
            self.wrong.push(format!(
                "{name}:{}: no note: {}",
                taken.line, taken.note.body.text
            ));
        }
        let text = String::from_utf8(bytes).unwrap();
        self.others(&name, &mail, &text, &written);
        self.dropped(&name, &text, &written);
    }

    fn note(&mut self, name: &str, wanted: &Wanted, taken: Option<(&Taken, bool)>) {
        let place_of = taken.map(|(taken, in_tray)| place(taken, in_tray));
        let split = taken.is_some_and(|(taken, _)| words(&taken.note.body.text) == words(&wanted.text));
        let placed = place_of == Some((wanted.row.as_deref(), wanted.visit.as_deref()));
        let kind = taken.map(|(taken, _)| taken.note.body.kind.word());
        self.split.count(split);
        self.placed.count(placed);
        self.kind.count(kind == Some(wanted.kind.as_str()));
        if wanted.row.is_none() {
            self.tray.count(taken.is_some_and(|(_, in_tray)| in_tray));
        } else if taken.is_some_and(|(_, in_tray)| in_tray) {
            self.needlessly_in_tray += 1;
        }
        if !split || !placed || kind != Some(wanted.kind.as_str()) {
            self.wrong.push(format!(
                "{name}:{}: {:?} {:?} {} is {place_of:?} {kind:?} {:?}",
                wanted.line,
                wanted.row,
                wanted.visit,
                wanted.kind,
                taken.map(|(taken, _)| (taken.reason.as_str(), taken.note.body.text.as_str())),
            ));
        }
    }

    fn others(&mut self, name: &str, mail: &Mail, text: &str, written: &WrittenIn) {
        let others: BTreeSet<usize> = written.not_notes.iter().map(|other| other.line).collect();
        // A line of which only the sign of quoting is there is a blank one.
        let is_blank = |line: &usize| words(text.lines().nth(line - 1).unwrap()).is_empty();
        for (line, why) in mail.not_notes.iter().filter(|(line, _)| !is_blank(line)) {
            self.not_notes.count(others.contains(line));
            if !others.contains(line) {
                self.wrong.push(format!("{name}:{line}: {why} is a note"));
            }
        }
        for wanted in &mail.notes {
            // What stands beside a row says where its cells belong; they are notes of the same line.
            let is_note = found(written).iter().any(|(taken, _)| taken.line == wanted.line);
            if others.contains(&wanted.line) && !is_note {
                self.taken_for_none += 1;
                self.wrong.push(format!("{name}:{}: is no note", wanted.line));
            }
        }
    }

    /// Counts the lines that stand nowhere: each word must be in the note of its line, or the line among the others.
    fn dropped(&mut self, name: &str, text: &str, written: &WrittenIn) {
        let others: BTreeSet<usize> = written.not_notes.iter().map(|other| other.line).collect();
        let mut told = String::from(" ");
        for (taken, _) in found(written) {
            told = told + &words(&taken.note.body.text) + " ";
        }
        for (at, line) in text.lines().enumerate() {
            let line = words(&without_number(line));
            let is_kept = line.is_empty() || told.contains(&format!(" {line} "));
            let of_line = written.not_notes.iter().filter(|other| other.line == at + 1);
            let aside: Vec<String> = of_line.map(|other| words(&other.text)).collect();
            // Of a row each word stands in a note or in what is set aside.
            let lost = |word: &str| {
                let word = format!(" {word} ");
                let is_aside = aside.iter().any(|text| format!(" {text} ").contains(&word));
                !told.contains(&word) && !is_aside
            };
            let in_row = written
                .notes
                .iter()
                .chain(&written.tray)
                .any(|taken| taken.line == at + 1);
            let is_lost = !others.contains(&(at + 1)) || (in_row && line.split(' ').any(lost));
            if !is_kept && is_lost {
                self.dropped += 1;
                self.wrong.push(format!("{name}:{}: DROPPED {line}", at + 1));
            }
        }
    }
}

/// A line without the number of an item, which is a bullet.
fn without_number(line: &str) -> String {
    let line = line.trim_start();
    let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let is_number = rest.len() < line.len() && rest.starts_with(['.', ')']) && rest.get(1..2) == Some(" ");
    if is_number { rest } else { line }.to_string()
}

#[test]
fn the_open_mails_are_taken_in_as_a_careful_person_would() {
    let score = Score::of("open");
    println!("open:\n{score}{}", score.wrong.join("\n"));
    assert_eq!(score.mails, 16);
    assert_eq!(
        (score.dropped, score.taken_for_none),
        (0, 0),
        "{}",
        score.wrong.join("\n")
    );
    for share in [score.split, score.placed, score.kind, score.tray, score.not_notes] {
        assert!(share.percent() >= 95, "{score}{}", score.wrong.join("\n"));
    }
}

#[test]
fn of_the_blind_mails_no_line_is_dropped_and_four_in_five_notes_are_placed_right() {
    let score = Score::of("blind");
    println!("blind:\n{score}");
    assert_eq!(score.dropped, 0, "{score}");
    assert!(score.mails == 0 || score.placed.percent() >= 80, "{score}");
}
