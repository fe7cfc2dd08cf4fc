//! The first draft of a day's notes, read as a facilitator reads it: how many notes are left, and whether each note belongs
//! where it is. The subjects were given to the notes by hand, from their words alone.

mod two_days;

use std::fmt::Write as _;

use knownow::domain::{
    findings_board::{FindingsBoard, OnBoard, Use},
    ids::RecordId,
};

use crate::stage::{Stage, shows};

/// How each note begins that can be drafted, and what it is about.
type Judged = [(&'static str, &'static str)];

const HALF_DAY: &Judged = &[
    ("clear on WHY small steps", "small steps"),
    ("small steps shown", "small steps"),
    ("ratio in 4 small steps", "small steps"),
    ("ratio one step at a time", "small steps"),
    ("stem sentences on the wall", "stem sentences"),
    ("Y1 + Reception use the same", "stem sentences"),
    ("tens + ones modelled", "modelling"),
    ("fractions of amounts", "modelling"),
    ("I do, we do, you do", "modelling"),
    ("watch for: bar model", "modelling"),
    ("whiteboards up on 3-2-1", "participation"),
    ("everyone answers, partner first", "participation"),
    ("boards again, cold call", "participation"),
    ("all four: everyone talks", "participation"),
    ("all chanting", "participation"),
    ("cubes + bars on every table", "things to handle"),
    ("maths is everywhere", "things to handle"),
    ("number line on every desk", "things to handle"),
    ("every child handles the straws", "things to handle"),
    ("part-whole w/ tens + ones", "things to handle"),
    ("9 of 27 use cubes", "things to handle"),
    ("word mats + cut-down number lines", "things to handle"),
    ("number lines, 'when my teacher", "things to handle"),
    ("cubes stay in the tray", "things to handle"),
    ("half not secure on one less", "after a check"),
    ("those 5 to the carpet", "after a check"),
    ("boards up, lots wrong", "after a check"),
    ("check shows a third unsure", "after a check"),
    ("asked for an example of books", "books and the next lesson"),
    ("tests -> gap list", "books and the next lesson"),
    ("qs to hands up only", "few pupils show what they know"),
    ("hands up, the same 5", "few pupils show what they know"),
    ("thumbs up from everyone", "few pupils show what they know"),
    ("two pupils wait for the TA", "what TAs do"),
    ("TA next to one pupil", "what TAs do"),
    ("groups compared: what TAs do", "what TAs do"),
    ("no time set aside for TA", "what TAs do"),
    ("TA w/ a group of 5", "what TAs do"),
    ("TA works the room", "what TAs do"),
    ("TAs moved from one-to-one", "what TAs do"),
    ("TA + 4 in the corridor", "what TAs do"),
    ("27 in, 1 TA", "what TAs do"),
    ("agreed: participation and small steps", "strongest practice"),
    ("holds together on boards", "cohesion"),
    ("one agreed routine", "next steps"),
    ("School B can host", "next steps"),
];

/// What a draft came to.
struct Measured {
    loose: usize,
    /// Notes in findings, and those of them that are about what the finding is about.
    filed: usize,
    in_place: usize,
    /// Every finding with its notes.
    read: String,
}

impl Measured {
    fn prints(&self, what: &str) {
        let Self {
            loose,
            filed,
            in_place,
            ..
        } = self;
        println!("{what}: {loose} notes left, {in_place} of {filed} where they belong");
    }
}

fn measured(stage: &Stage, judged: &Judged) -> Measured {
    let board = FindingsBoard::of(&stage.day().records);
    let mut read = String::new();
    let (mut filed, mut in_place) = (0, 0);
    for on_board in board.findings() {
        let _ = writeln!(read, "{}: {}", head(on_board), on_board.finding.statement);
        let finding = &on_board.finding;
        let first = finding.evidence.first().map(|id| subject(stage, judged, *id));
        let signed = [("", &finding.evidence), ("against ", &finding.against)];
        for (sign, id) in signed
            .iter()
            .flat_map(|(sign, ids)| ids.iter().map(move |id| (sign, *id)))
        {
            let about = subject(stage, judged, id);
            filed += 1;
            in_place += usize::from(!about.is_empty() && Some(about) == first);
            let _ = writeln!(read, "    {sign}[{about}] {}", text(stage, id));
        }
    }
    let free = stage
        .day()
        .records
        .notes
        .live()
        .filter(|note| board.use_of(note.id) == Some(&Use::Loose));
    let _ = writeln!(read, "free:");
    for note in free {
        let _ = writeln!(read, "    {:?} {}", note.body.kind, note.body.text);
    }
    Measured {
        loose: board.loose(),
        filed,
        in_place,
        read,
    }
}

fn head(on_board: &OnBoard) -> String {
    let list = on_board
        .finding
        .list()
        .map_or_else(String::new, ToString::to_string);
    match &on_board.finding.kind {
        knownow::domain::finding::FindingKind::About(_, about) => format!("{list} on {about}"),
        _ => list,
    }
}

fn text(stage: &Stage, id: RecordId) -> &str {
    stage
        .day()
        .records
        .notes
        .get(id)
        .map_or("", |note| note.body.text.as_str())
}

fn subject<'j>(stage: &Stage, judged: &'j Judged, id: RecordId) -> &'j str {
    let text = text(stage, id);
    let found = judged.iter().find(|(begins, _)| text.starts_with(begins));
    found.map_or("", |(_, about)| about)
}

#[test]
fn of_the_half_day_what_belongs_together_is_drafted_together() {
    let mut stage = Stage::new("half-day-maths-80-notes", "Facilitator", "2026-12-01 11:20");
    stage.keys("<C-k>findings: from<Enter>d");
    let draft = measured(&stage, HALF_DAY);
    draft.prints("half day");
    assert_eq!(
        draft.in_place, draft.filed,
        "each finding holds what belongs together"
    );
    assert!(draft.loose <= 54, "{} of 80 notes are left", draft.loose);
    shows("drafted_half_day", &draft.read);
}

#[test]
fn of_the_two_days_what_belongs_together_is_drafted_together() {
    let mut stage = two_days::noted();
    stage.keys("<C-k>findings: from<Enter>d");
    let draft = measured(&stage, two_days::JUDGED);
    draft.prints("two days");
    assert_eq!(
        draft.in_place, draft.filed,
        "each finding holds what belongs together"
    );
    assert!(draft.loose <= 12, "{} of 34 notes are left", draft.loose);
    shows("drafted_two_days", &draft.read);
}
