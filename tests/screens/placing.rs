//! Notes of others are placed and tagged here, and stay in their files as they were written.

use knownow::{
    app::{message::ReadOnly, page::Page},
    domain::{
        coverage::Coverage,
        ids::RecordId,
        note::Note,
        placing::{Placing, Where},
        record::Record,
    },
};

use crate::{
    stage::{Stage, shows},
    taking_in::{hand_over, reads},
};

const HALF_DAY: &str = "half-day-maths";
const FACILITATOR: &str = "Facilitator";
const REVIEWER: &str = "Head of School B";
const OTHER: &str = "Head of School C";
const WORDS: &str = "every pupil answers";

/// A reviewer's laptop with a note in Year 5, and the facilitator's and another reviewer's, which have heard of it.
fn three() -> (Stage, Stage, Stage) {
    let mut theirs = Stage::laptop(1, HALF_DAY, REVIEWER, "09:02");
    theirs.keys(&format!("+ {WORDS} PP<Enter>"));
    let mut mine = Stage::laptop(2, HALF_DAY, FACILITATOR, "09:05");
    let mut other = Stage::laptop(3, HALF_DAY, OTHER, "09:05");
    mine.hears(&theirs);
    other.hears(&theirs);
    (theirs, mine, other)
}

fn the_note(stage: &Stage) -> RecordId {
    written(stage).id
}

fn written(stage: &Stage) -> &Record<Note> {
    let mut notes = stage.day().records.notes.live();
    notes
        .find(|note| note.body.text.contains(WORDS))
        .expect("the note")
}

/// Class and question of the note as it is seen, and who placed it.
fn seen(stage: &Stage) -> String {
    let records = &stage.day().records;
    let note = records.note(the_note(stage)).expect("the note");
    let place = &note.body.place;
    let prompt = place.prompt.as_ref().map_or("-", |prompt| &prompt.words);
    let by = records
        .placed(note.id)
        .and_then(|placed| placed.placed_by.as_ref());
    let by = by.map_or(String::new(), |by| format!(" by {}", by.words));
    format!("{} / {prompt}{by}", place.name())
}

fn tags(stage: &Stage) -> Vec<String> {
    let note = stage.day().records.note(the_note(stage));
    note.expect("the note").body.tags.clone()
}

fn says(stage: &Stage, words: &str) {
    let screen = stage.screen(120, 36);
    assert!(screen.contains(words), "{words}:\n{screen}");
}

/// Places the note in a class of the other group.
fn places(stage: &mut Stage, class: &str, question: &str) {
    stage.keys(&format!(
        "<C-f>{WORDS}<Tab>p{class}<Enter>{question}<Enter><Esc><Esc><Esc>"
    ));
}

/// What each laptop has beside its own file.
fn foreign(stage: &Stage) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut files = stage.files_in_folder();
    if let Some((own, _)) = stage.own_file() {
        files.remove(&own);
    }
    files
}

#[test]
fn a_note_of_a_colleague_is_placed_with_a_mark_of_who_did_it() {
    let (_, mut mine, _) = three();
    let (before, note) = (foreign(&mine), written(&mine).clone());
    mine.keys(&format!("<C-f>{WORDS}<Tab>p"));
    let asks = mine.screen(80, 24);
    mine.keys("year 1<Enter>");
    let question = mine.screen(80, 24);
    mine.keys("small<Enter>");
    says(&mine, "1 note placed at Year 1 (Ctrl+Z takes it back).");
    let listed = mine.screen(80, 24);
    mine.keys("<Enter>");
    let opened = mine.screen(80, 24);
    shows("placed", &format!("{asks}\n{question}\n{listed}\n{opened}"));
    assert_eq!(seen(&mine), "Year 1 / Small steps by Facilitator");
    assert_eq!(
        (written(&mine), foreign(&mine)),
        (&note, before),
        "theirs is as it was"
    );
    mine.keys("<C-z>");
    assert_eq!(seen(&mine), "Year 5 / -");
    says(&mine, "Undone: placing 1 note.");
    mine.keys("<C-y>");
    assert_eq!(seen(&mine), "Year 1 / Small steps by Facilitator");
    mine.die_and_reopen();
    assert_eq!(
        seen(&mine),
        "Year 1 / Small steps by Facilitator",
        "it is on the disk"
    );
}

#[test]
fn a_placed_note_counts_and_shows_at_its_place_on_every_screen() {
    let (_, mut mine, _) = three();
    mine.keys("<C-k>findings: from notes<Enter>");
    let before = mine.screen(120, 36);
    assert!(!before.contains('^'), "{before}");
    mine.keys("<Esc>");
    places(&mut mine, "year 1", "");
    let day = mine.day();
    let coverage = Coverage::of(&day.plan, &day.records, mine.now);
    let count = |name: &str| {
        let class = coverage.classes.iter().find(|class| class.name == name);
        class.map(|class| class.notes.total())
    };
    assert_eq!((count("Year 1"), count("Year 5")), (Some(1), Some(0)));
    mine.at("10:16");
    let day = mine.screen(120, 36);
    mine.keys("<C-k>findings: from notes<Enter>");
    let findings = mine.screen(120, 36);
    assert!(findings.contains("Y1^"), "{findings}");
    mine.keys("<Esc><C-k>compare<Enter>");
    let compared = mine.screen(120, 36);
    shows("placed_elsewhere", &format!("{day}\n{findings}\n{compared}"));
    mine.keys("<Esc>");
    // The filters know the class at which it is placed.
    mine.keys("<C-f><Tab>fyear 1<Enter>");
    let Some(Page::Notes(page)) = &mine.model.page else {
        panic!("the page is not open")
    };
    assert_eq!(page.found(), 1);
}

#[test]
fn whoever_places_a_note_sees_it_there_and_the_others_see_the_same() {
    let (mut theirs, mut mine, mut other) = three();
    places(&mut mine, "year 1", "small");
    theirs.hears(&mine);
    other.hears(&mine);
    assert_eq!(seen(&theirs), "Year 1 / Small steps by Facilitator");
    assert_eq!(seen(&other), "Year 1 / Small steps by Facilitator");
    // Both have seen the first placing; the third one places it otherwise.
    places(&mut other, "year 4", "no question");
    mine.hears(&other);
    theirs.hears(&other);
    assert_eq!(seen(&other), "Year 4 / - by Head of School C");
    assert_eq!(
        seen(&mine),
        "Year 1 / Small steps by Facilitator",
        "one's own is seen"
    );
    assert_eq!(
        seen(&theirs),
        "Year 4 / - by Head of School C",
        "the later one of those that were seen"
    );
    for stage in [&theirs, &mine, &other] {
        assert_eq!(written(stage).body.place.name(), "Year 5");
    }
    assert_eq!(theirs.day().records, other.day().records);
}

#[test]
fn a_placed_note_goes_back_to_where_its_writer_put_it() {
    let (_, mut mine, mut other) = three();
    places(&mut mine, "year 1", "small");
    other.hears(&mine);
    other.keys(&format!("<C-f>{WORDS}<Tab>p"));
    says(&other, "(back to where their writer put them)");
    other.keys("<Down><Enter>");
    says(&other, "1 note back where their writer put them.");
    assert_eq!(seen(&other), "Year 5 / -");
    let id = Placing::id_of(the_note(&other));
    let own = |stage: &Stage| {
        let editions = stage.day().records.placings.editions(id).expect("placings");
        editions.by(stage.day().me.writer).expect("an own one").clone()
    };
    assert_eq!(
        own(&other).body.place,
        Some(Where::AsWritten),
        "somebody else wants it elsewhere"
    );
    other.keys("<C-z>");
    assert_eq!(seen(&other), "Year 1 / Small steps by Facilitator");
    assert!(own(&other).deleted && own(&other).body.is_nothing());
    // Nobody else wants anything of it: nothing is left to say.
    mine.keys(&format!("<C-f>{WORDS}<Tab>p<Down><Enter>"));
    assert_eq!(seen(&mine), "Year 5 / -");
    mine.hears(&other);
    assert_eq!(seen(&mine), "Year 5 / -");
}

#[test]
fn who_moves_an_own_note_sees_it_where_they_moved_it() {
    let (mut theirs, mut mine, other) = three();
    places(&mut mine, "year 1", "");
    theirs.hears(&mine);
    theirs.keys("<C-u><Enter>year 6<Enter>");
    assert_eq!(seen(&theirs), "Year 6 / -");
    assert_eq!(
        written(&theirs).body.place.name(),
        "Year 6",
        "the own note itself is moved"
    );
    let mut other = other;
    other.hears(&mine);
    other.hears(&theirs);
    assert_eq!(seen(&other), "Year 6 / -");
    theirs.keys("<C-z>");
    assert_eq!(seen(&theirs), "Year 1 / - by Facilitator");
    assert_eq!(written(&theirs).body.place.name(), "Year 5");
}

#[test]
fn an_own_note_under_edit_keeps_its_own_place_and_words() {
    let (mut theirs, mut mine, _) = three();
    places(&mut mine, "year 1", "");
    mine.keys(&format!("<C-f>{WORDS}<Tab>t#reading<Enter><Esc><Esc>"));
    theirs.hears(&mine);
    assert_eq!(tags(&theirs), ["PP", "reading"]);
    theirs.keys("<Up> at once<Enter>");
    let note = written(&theirs);
    assert_eq!(
        (note.body.place.name(), &note.body.tags[..]),
        ("Year 5", &["PP".to_owned()][..])
    );
    assert_eq!(seen(&theirs), "Year 1 / - by Facilitator", "it was not moved");
    // Another question is one of its own place: it is moved by who wrote it.
    theirs.keys("<Up><Tab><Enter>");
    assert!(
        seen(&theirs).starts_with("Year 5 / ") && !seen(&theirs).ends_with("Facilitator"),
        "{}",
        seen(&theirs)
    );
}

#[test]
fn any_shared_note_is_tagged_and_loses_a_tag_with_a_mark_of_who_did_it() {
    let (mut theirs, mut mine, _) = three();
    mine.keys(&format!("<C-f>{WORDS}<Tab>t"));
    let asks = mine.screen(80, 24);
    mine.keys("send<Enter>");
    says(&mine, "1 note tagged SEND (Ctrl+Z takes it back).");
    assert_eq!(tags(&mine), ["PP", "SEND"]);
    mine.keys("<Enter>");
    let opened = mine.screen(80, 24);
    shows("tagged", &format!("{asks}\n{opened}"));
    mine.keys("tpp<Enter>");
    assert_eq!(tags(&mine), ["SEND"], "as it is seen");
    assert_eq!(written(&mine).body.tags, ["PP"], "as it was written");
    says(&mine, "tag PP taken away by Facilitator");
    theirs.hears(&mine);
    assert_eq!(tags(&theirs), ["SEND"]);
    mine.keys("<C-z><C-z>");
    assert_eq!(tags(&mine), ["PP"]);
    mine.keys("<C-y>");
    assert_eq!(tags(&mine), ["PP", "SEND"]);
    // An own note too; what is typed in its words stays there.
    theirs.keys(&format!("<C-f>{WORDS}<Tab>t#small-steps<Enter>"));
    assert!(tags(&theirs).contains(&"small-steps".to_owned()));
    assert_eq!(written(&theirs).body.tags, ["PP"]);
}

#[test]
fn what_is_no_tag_is_refused_with_its_reason() {
    let (_, mut mine, _) = three();
    mine.keys(&format!("<C-f>{WORDS}<Tab>t#two words<Enter>"));
    says(
        &mine,
        "\"#two words\" is no tag: one word of letters, figures, - and _.",
    );
    assert_eq!((tags(&mine), mine.own_file()), (vec!["PP".to_owned()], None));
}

#[test]
fn several_notes_are_placed_in_one_deed_own_ones_among_them() {
    let (_, mut mine, _) = three();
    mine.keys("- an own note<Enter>> for me alone<Enter>");
    mine.keys("<C-f><Tab>   p");
    mine.keys("year 1<Enter><Enter>");
    says(&mine, "3 notes placed at Year 1");
    assert_eq!(seen(&mine), "Year 1 / - by Facilitator");
    let own = mine
        .day()
        .records
        .notes
        .live()
        .find(|note| note.body.text == "an own note");
    assert_eq!(own.expect("an own note").body.place.name(), "Year 1", "itself");
    let private = mine.day().private.live().next().expect("a private note");
    assert_eq!(private.body.place.name(), "Year 1");
    assert_eq!(
        mine.day().records.placings.len(),
        1,
        "a private note is in no common file"
    );
    mine.keys("<C-z>");
    assert_eq!(seen(&mine), "Year 5 / -");
}

#[test]
fn a_private_note_is_tagged_by_its_words_alone() {
    let (_, mut mine, _) = three();
    mine.keys("> for me alone<Enter><C-f><Tab>t");
    says(
        &mine,
        "A private note has only the tags typed in it: e, then #word.",
    );
    assert!(mine.model.overlay.is_none());
    mine.keys("mt#home<Enter>");
    let file = String::from_utf8(mine.own_file().expect("a file").1).expect("text");
    let private = mine.day().private.live().next().expect("a private note").id;
    assert!(
        !file.contains(&private.to_string()) && !file.contains(&Placing::id_of(private).to_string()),
        "{file}"
    );
}

#[test]
fn a_note_that_becomes_private_leaves_no_tag_behind() {
    let mut mine = Stage::laptop(1, HALF_DAY, REVIEWER, "09:02");
    mine.keys("+ at our school too<Enter><C-f><Tab>t#canary<Enter><Esc><Esc>");
    let file = |stage: &Stage| String::from_utf8(stage.own_file().expect("a file").1).expect("text");
    assert!(file(&mine).contains("canary"));
    mine.keys("<Up><Home>><Enter>");
    assert_eq!(mine.day().private.live().count(), 1, "{}", mine.screen(80, 24));
    assert!(!file(&mine).contains("canary"), "{}", file(&mine));
}

#[test]
fn nothing_is_placed_or_tagged_where_nothing_can_be_written() {
    let why = ReadOnly::HeldBy("process 4711".into());
    let mut stage = Stage::read_only("half-day-maths-80-notes", FACILITATOR, "2026-12-01 10:16", why);
    stage.keys("<C-f><Tab>p");
    says(&stage, "Nothing can be written here");
    stage.keys("t");
    says(&stage, "Nothing can be written here");
    assert!(stage.model.overlay.is_none());
}

#[test]
fn a_placing_travels_in_the_hand_over_of_who_made_it() {
    let (theirs, _, _) = three();
    let mut mine = Stage::new(HALF_DAY, FACILITATOR, "09:05");
    let mut other = Stage::new(HALF_DAY, OTHER, "09:05");
    mine.hears(&theirs);
    other.hears(&theirs);
    places(&mut mine, "year 1", "small");
    let text = hand_over(&mut mine);
    assert!(
        text.contains("knownow hand-over 3")
            && text.contains("Where notes were put, and what they were tagged with:"),
        "{text}"
    );
    reads(&mut other, &text);
    other.keys("<Enter>");
    assert!(other.report_goes_on());
    other.looks();
    assert_eq!(seen(&other), "Year 1 / Small steps by Facilitator");
}

#[test]
fn a_note_belongs_in_a_class_that_was_not_seen_if_somebody_says_so() {
    let (_, mut mine, _) = three();
    mine.keys("<C-k>was not seen<Enter>Year 4<Enter>in the hall<Enter>");
    assert_eq!(mine.day().today.not_seen.len(), 1);
    let class = mine.day().today.not_seen[0].class.clone();
    mine.at("10:20");
    places(&mut mine, "reception", "small");
    assert!(!seen(&mine).starts_with(&class), "{}", seen(&mine));
    mine.keys(&format!("<C-f>{WORDS}<Tab>p{class}"));
    says(&mine, "not seen");
    mine.keys("<Enter><Enter><Esc><Esc><Esc>");
    assert!(seen(&mine).starts_with(&class), "{}", seen(&mine));
}
