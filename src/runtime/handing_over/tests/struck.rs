//! Notes that were struck out, in a hand-over and out of it.

use super::*;
use crate::domain::hand_over::taken::Brought;

const STRUCK_WORDS: &str = "zebras wait";

/// One note that B typed for somebody else, whose own file strikes it; whoever is handed it, in which edition.
struct Struck {
    plan: Plan,
    loaded: LoadedRecords,
    typed: Record<Note>,
    strike: Record<Note>,
    typist: PersonId,
    /// How many were struck out in the example itself.
    before: usize,
}

impl Struck {
    fn new() -> Self {
        let (plan, mut loaded) = example(1);
        let before = loaded.records.notes.all().filter(|note| note.deleted).count();
        let writers = writers_of(&loaded);
        let mut typed = loaded.records.notes.live().next().unwrap().clone();
        let (striker, person) = writers
            .iter()
            .find(|(writer, _)| *writer != typed.writer)
            .unwrap()
            .clone();
        let (_, typist) = writers
            .iter()
            .find(|(writer, _)| *writer == typed.writer)
            .unwrap();
        let typist = typist.id.clone();
        typed.rev += 1;
        typed.body.by = person;
        typed.body.text = STRUCK_WORDS.into();
        loaded.records.join(Entry::Note(typed.clone()));
        let strike = loaded
            .records
            .notes
            .revise(typed.id, striker, typed.body.when, |note| note.deleted = true)
            .unwrap();
        loaded.records.join(Entry::Note(strike.clone()));
        Self {
            plan,
            loaded,
            typed,
            strike,
            typist,
            before,
        }
    }

    fn made(&self, whose: &Whose) -> Made {
        let when = "2026-12-01T10:15:00+00:00".parse().unwrap();
        make(&self.plan, &self.loaded, whose, when).unwrap()
    }
}

#[test]
fn what_its_person_struck_goes_along_as_struck_and_without_its_words() {
    let struck = Struck::new();
    let typists = Whose {
        recorded_by: Some(struck.typist.clone()),
        ..Whose::default()
    };
    for whose in [Whose::default(), typists] {
        let made = struck.made(&whose);
        assert!((1..=struck.before + 1).contains(&made.struck), "{whose:?}");
        assert!(!made.text.contains(STRUCK_WORDS), "{}", made.text);
        let titles = made.text.matches("A note that was struck out.").count();
        assert_eq!(titles, made.struck);
        let said = format!("{} struck out", made.struck);
        assert!(made.text.replace('\n', " ").contains(&said), "{}", made.text);
        let there = joined(read(&made.text, &struck.plan).unwrap());
        let standing = there.notes.get(struck.typed.id).unwrap();
        assert!(standing.deleted && standing.writer == struck.strike.writer);
        assert_eq!(there.notes.live().count(), made.notes);
    }
}

#[test]
fn what_comes_in_is_counted_by_what_stands_once_all_of_it_is_there() {
    let struck = Struck::new();
    let none = Brought {
        writer: struck.typed.writer,
        name: "B".into(),
        new_notes: 0,
        new_struck: 0,
        new_others: 0,
        already: 0,
    };
    let counts = |entry: &Record<Note>| {
        let news = [Entry::Note(entry.clone())];
        let told = striking::told(none.clone(), &news, &struck.loaded.records);
        (told.new_notes, told.new_struck, told.new_others)
    };
    assert_eq!(counts(&struck.strike), (0, 1, 0));
    // An edition that was struck since is no note, and the note that was struck is one.
    assert_eq!(counts(&struck.typed), (0, 0, 1));
    let stands = struck.loaded.records.notes.live().next().unwrap();
    assert_eq!(counts(stands), (1, 0, 0));
}

/// What arrives is joined without sight of the sender's files, in the order in which it is brought.
#[test]
fn a_hand_over_of_before_does_not_bring_back_what_was_struck_since() {
    let mut struck = Struck::new();
    let now = struck.made(&Whose::default()).text;
    struck.loaded.records = {
        let mut before = Records::default();
        let all = struck.loaded.records.entries();
        for entry in all
            .into_iter()
            .filter(|entry| *entry != Entry::Note(struck.strike.clone()))
        {
            before.join(entry);
        }
        before
    };
    let before = struck.made(&Whose::default()).text;
    assert!(before.contains(STRUCK_WORDS));
    for [one, other] in [[&before, &now], [&now, &before]] {
        let mut there = joined(read(one, &struck.plan).unwrap());
        there.merge(joined(read(other, &struck.plan).unwrap()));
        assert!(there.notes.get(struck.typed.id).unwrap().deleted);
    }
}
