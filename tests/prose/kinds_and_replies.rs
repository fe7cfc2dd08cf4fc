//! What a heading's kind holds for, where an earlier mail begins, and why a line waits for a place.

use knownow::domain::{
    jotted::{Taken, WrittenIn},
    records::Records,
};

use crate::corpus::{plan, understood};

fn written(text: &str) -> WrittenIn {
    understood(&plan(), text.as_bytes(), "Head of School B", &Records::default())
}

fn taken<'a>(written: &'a WrittenIn, words: &str) -> &'a Taken {
    let mut all = written.notes.iter().chain(&written.tray);
    let found = all.find(|taken| taken.note.body.text.contains(words));
    found.unwrap_or_else(|| panic!("{words:?} is no note of {written:?}"))
}

fn kind(written: &WrittenIn, words: &str) -> &'static str {
    taken(written, words).note.body.kind.word()
}

fn place(written: &WrittenIn, words: &str) -> String {
    taken(written, words).note.body.place.name().to_string()
}

/// The heads that mail programs put above a mail that is answered.
const HEADS: [&str; 7] = [
    "________________________________\nFrom: Facilitator <f@oakfield.example>\nSent: 01 December 2026 12:10\n\
     To: Head of School B\nSubject: Re: notes\n",
    "From: Facilitator\nDate: Tuesday, 1 December 2026 at 12:10\nTo: Head of School B\nSubject: notes\n",
    "-----Original Message-----\nFrom: Facilitator\nSent: 01 December 2026 12:10\nTo: B\nSubject: notes\n",
    "*From:* Facilitator\n*Sent:* 01 December 2026 12:10\n*To:* B\n*Subject:* notes\n",
    "On 1 Dec 2026, at 12:10, Facilitator <f@oakfield.example> wrote:\n",
    "On Tue, 1 Dec 2026 at 12:10, Facilitator <f@oakfield.example>\nwrote:\n",
    "Sent from my iPhone\n\nOn 1 Dec 2026, at 12:10, Facilitator wrote:\n",
];

#[test]
fn an_earlier_mail_is_nobodys_note_whatever_program_quotes_it() {
    for head in HEADS {
        for above in [
            "Y6 great talk",
            "The boards were out in every lesson we saw today.",
        ] {
            for mark in ["", "> "] {
                let text = format!("{above}\n\n{head}\n{mark}Y5 was poor I thought\n");
                let written = written(&text);
                let notes: Vec<&str> = written.new_notes().map(|note| note.body.text.as_str()).collect();
                assert_eq!(notes, [above], "{text}");
                let quoted = written
                    .not_notes
                    .iter()
                    .find(|other| other.text.contains("Y5 was poor"));
                let why = quoted.unwrap_or_else(|| panic!("dropped: {text}")).why;
                assert!(why.starts_with("quoted from"), "{why}: {text}");
            }
        }
    }
}

#[test]
fn a_mail_that_is_passed_on_is_read() {
    let written = written(
        "Hi, hers are below.\n\nFrom: Head of School B\nSent: 1 December\nTo: Facilitator\nSubject: mine\n\n\
         Y6 great talk\nY5 two wait for the TA\n",
    );
    assert_eq!(written.new_notes().count(), 2, "{written:?}");
}

#[test]
fn a_headings_kind_ends_with_its_list_and_never_makes_praise_a_thing_to_develop() {
    let one = written(
        "Strengths\n- Y6 boards out\n- Y5 bar model\n\nAreas for development\n- Y3 long on the carpet\n- Y2 no cubes\n\n\n\
         Environment really calm everywhere.\n\nDoes anybody look at fluency across the years?\n",
    );
    assert_eq!(kind(&one, "long on the carpet"), "development");
    assert_eq!(kind(&one, "no cubes"), "development");
    assert_eq!(kind(&one, "Environment"), "evidence");
    assert_eq!(kind(&one, "fluency"), "question");

    let two = written("WWW\nY6 boards out\n\nEBI\n\nLoved the displays in Y6!\nY5 more talk\n");
    assert_eq!(
        (kind(&two, "displays"), kind(&two, "more talk")),
        ("evidence", "development")
    );
    let reason = &taken(&two, "displays").reason;
    assert!(reason.contains("its kind is not sure"), "{reason}");

    let three = written("Strengths\nY6 boards out\nY5 talk was poor\nWhat about fluency?\nY2 cubes\n");
    assert_eq!(kind(&three, "boards"), "strength");
    assert_eq!(kind(&three, "poor"), "evidence");
    assert_eq!(kind(&three, "fluency"), "question");
    assert_eq!(kind(&three, "cubes"), "strength");
}

#[test]
fn a_line_waits_with_a_true_reason_and_stands_where_it_says() {
    let table = written(
        "| Class | Strengths | Areas for development |\n|---|---|---|\n| Y5 | boards | pace |\n| Y6 | talk | cubes |\n\n\
         Overall: consistent principles across school.\n",
    );
    assert_eq!(place(&table, "consistent"), "Not placed yet");
    let some = written(
        "Y2 sharp. By 9.20 in Year 6 all counting.\n\nY5 and Y6 both used cubes\n\nSmall steps were clear in all classes\n",
    );
    assert_eq!(place(&some, "sharp"), "Year 2");
    assert_eq!(place(&some, "counting"), "Year 6");
    let both = &taken(&some, "both used").reason;
    assert_eq!(both, "it speaks of several classes: Year 5, Year 6");
    assert!(
        taken(&some, "Small steps")
            .reason
            .contains("by its question, Small steps")
    );
    let words =
        "Here is what I saw with group 2 this morning.\n\n9:05 boards out\n9:20 five wait\n9:30 all write\n";
    let went = understood(&plan(), words.as_bytes(), "Head of School B", &Records::default());
    let heading = words.replace(
        "Here is what I saw with group 2 this morning.\n\n",
        "With group 2\n",
    );
    let with = understood(
        &plan(),
        heading.as_bytes(),
        "Head of School B",
        &Records::default(),
    );
    let places =
        |written: &WrittenIn| -> Vec<_> { written.new_notes().map(|note| note.body.place.clone()).collect() };
    assert_eq!(places(&went), places(&with));
    assert_eq!(went.new_notes().count(), 3, "{went:?}");
}

#[test]
fn no_kind_is_taken_over_from_the_heading_before() {
    for (heading, kind_below) in [
        ("Strengths (maths)", "strength"),
        ("STRENGTHS (maths)", "strength"),
        ("Strong practice", "strength"),
        ("Good practice seen", "strength"),
        ("What's working", "strength"),
        ("Really strong", "strength"),
        ("Strengths seen in lessons", "strength"),
        ("A heading of my own", "evidence"),
    ] {
        for (before, behind) in [("\n", ""), ("\n", "\n"), ("", ""), ("", ":")] {
            let text = format!(
                "Areas for development\n- Y5 noisy at times\n- Y4 slow start\n{before}{heading}{behind}\n- Y6 use cubes well\n- Y3 talk in pairs\n"
            );
            let written = written(&text);
            for below in ["use cubes", "talk in pairs"] {
                assert_eq!(kind(&written, below), kind_below, "{text}");
            }
            assert_eq!(kind(&written, "noisy"), "development", "{text}");
            // One with blank lines around it may be a note, which ends the list above it.
            let doubted = taken(&written, "use cubes").reason.contains("not sure");
            let is_between = kind_below == "evidence" && behind != "\n";
            assert_eq!(doubted, is_between, "{text}");
        }
    }
    for heading in [
        "Things to work on",
        "Recommendations",
        "Areas to work on (writing)",
    ] {
        let text = format!("Strengths\n- Y5 calm\n\n{heading}\n- Y6 use of cubes\n");
        assert_eq!(kind(&written(&text), "use of cubes"), "development", "{text}");
    }
}

#[test]
fn headings_that_part_a_box_from_its_beginning_are_of_its_kind() {
    let text = "Strengths\n\nReading corners\n- Y6 choose well\n\nTalk for all\n- Y5 in pairs\n\nAreas for development\n\n\
                Reading corners\n- Y4 few books\n";
    let written = written(text);
    let kinds = ["choose well", "in pairs", "few books"].map(|words| kind(&written, words));
    assert_eq!(kinds, ["strength", "strength", "development"]);
}
