//! The sheet of a plan, written and read again: nothing is different, unless somebody changed it.

use std::path::Path;

use knownow::{
    domain::{
        bank_holidays::BankHolidays,
        deadline::due_dates,
        drawing_up::{Brief, draw_up},
        ids::{GroupId, RecordId, SessionId, TrackId, VisitId, WriterId},
        plan::{Group, Host, Plan},
        plan_edit::Fresh,
        records::Records,
        replanning::{Replanned, replan},
        stamp::Stamp,
        taking_over::ByHand,
    },
    export::{docx, markdown, sheet::Sheet},
    import::{self, Source},
    runtime::bringing_in::words_of_plan,
    storage::{
        catalogue,
        files::{model_file::read_model, plan_file::read_plan},
    },
};
use uuid::Uuid;

/// The plans of the shipped sessions, and one drawn up from each shipped model.
fn plans() -> Vec<(String, Plan)> {
    let examples = catalogue::examples().iter().map(|example| {
        let plan = read_plan(Path::new("plan.ron"), example.plan.as_bytes()).unwrap();
        (example.folder.to_string(), plan)
    });
    let models = catalogue::models().iter().map(|(name, text)| {
        let model = read_model(Path::new(name), text.as_bytes()).unwrap();
        let host = Host {
            name: "Oakfield Primary".into(),
            years: Vec::new(),
        };
        let brief = Brief::new(host, "2026-12-01".parse().unwrap());
        let ids = (SessionId(Uuid::from_u128(1)), WriterId(Uuid::from_u128(2)));
        ((*name).to_string(), draw_up(&model, brief, ids.0, ids.1))
    });
    examples.chain(models).collect()
}

fn sheet(plan: &Plan) -> Sheet {
    Sheet::of(plan, &due_dates(plan, &BankHolidays::default()))
}

fn as_markdown(plan: &Plan) -> String {
    String::from_utf8(markdown::markdown(&sheet(plan))).unwrap()
}

/// The plan after its sheet came back as `bytes`.
fn come_back(plan: &Plan, name: &str, bytes: &[u8]) -> Replanned {
    let read = import::timetable(Source { name, bytes }, &words_of_plan(plan, None)).unwrap();
    let fresh = Fresh(RecordId(Uuid::from_u128(3)));
    replan(plan, None, &read, &ByHand::default(), &Records::default(), fresh)
}

#[test]
fn a_sheet_that_comes_back_changes_nothing() {
    let made = Stamp::new("2026-11-20T09:00:00+00:00".parse().unwrap()).unwrap();
    let mut wrong = Vec::new();
    for (name, plan) in plans() {
        let word = docx::docx(&sheet(&plan), made).unwrap();
        let text = as_markdown(&plan);
        for (file, bytes) in [("sheet.md", text.as_bytes()), ("sheet.docx", &word)] {
            let back = come_back(&plan, file, bytes);
            if !back.difference.is_nothing() || back.plan != plan {
                let rows = back.difference.rows.iter().map(|row| format!("{row:?}"));
                let rows: Vec<String> = rows.filter(|row| !row.contains("change: Same")).collect();
                wrong.push(format!(
                    "{name} {file}: {:?}\n  {}\n  {:?} {:?}",
                    back.difference.days,
                    rows.join("\n  "),
                    back.difference.visits,
                    back.difference.remarks
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_was_changed_on_a_sheet_is_seen_and_nothing_else() {
    let (_, plan) = plans().remove(0);
    let sheet = as_markdown(&plan);
    let changed = sheet
        .replace("| 10:45–11:15 | Pupil voice;", "| 10:50–11:15 | Pupil voice;")
        .replace("09:45 Year 3", "09:45 Year 1")
        .replace("- Blog on five-a-day teaching", "- The school's marking policy");
    assert_ne!(sheet, changed);
    let back = come_back(&plan, "sheet.md", changed.as_bytes());
    let slots = &back.plan.days[0].slots;
    let voice = slots
        .iter()
        .find(|slot| slot.activity.title == "Pupil voice")
        .unwrap();
    assert_eq!(voice.starts.format("%H:%M").to_string(), "10:50");
    assert!(voice.fixed && voice.remark.starts_with("With books"));
    let lessons = slots
        .iter()
        .find(|slot| slot.activity.title == "Lesson visits")
        .unwrap();
    assert_eq!(lessons.tracks[0].visits[3].class, "Year 1");
    // What the timetable has no place for is kept, and said.
    assert_eq!(back.difference.remarks, ["The school's marking policy"]);
    assert_eq!(slots.len(), plan.days[0].slots.len());
    let asked = |plan: &Plan| -> usize {
        plan.days[0]
            .slots
            .iter()
            .map(|slot| slot.activity.prompts.len())
            .sum()
    };
    assert_eq!(asked(&back.plan), asked(&plan));
}

/// Only the table out of the sheet, as it is pasted into a mail.
#[test]
fn the_timetable_of_a_sheet_comes_back_alone() {
    let (_, plan) = plans().remove(0);
    let sheet = as_markdown(&plan);
    let table: Vec<&str> = sheet
        .lines()
        .skip_while(|line| !line.starts_with("| Time |"))
        .take_while(|line| line.starts_with('|'))
        .collect();
    let back = come_back(&plan, "table.md", table.join("\n").as_bytes());
    assert!(back.difference.is_nothing(), "{:?}", back.difference.rows);
    // Without the pages for notes.
    let short = sheet.split("## Questions and notes").next().unwrap();
    let back = come_back(&plan, "short.md", short.as_bytes());
    assert!(back.difference.is_nothing(), "{:?}", back.difference.remarks);
}

/// What people write beside a row, and what might be taken for something else.
const REMARKS: [&str; 24] = [
    "Group 1: with the facilitator",
    "Group 2 goes to the hall; Group 1 stays",
    "Group 1: 09:00 Year 5",
    "Year 5, Year 6",
    "Year 3: bring the books",
    "09:30 in the hall",
    "09:30–10:00 in the hall",
    "10 minutes",
    "Which books do pupils choose?",
    "What do I know now? Strengths: Areas for development:",
    "With books\nin the hall",
    "Books; in the hall",
    "fixed time",
    "- bring six books",
    "1. The hall, 2. the library",
    "Reviewer 2",
    "Timetable",
    "All",
    "TBC",
    "1 December 2026",
    "In  the   hall ",
    "Led by Mrs Surname",
    "Break: the \"hall\" | *library*",
    "?",
];

/// Whoever plans may write beside a row what they like: it is the row's remark when the sheet comes back.
#[test]
fn a_sheet_with_any_remark_comes_back_as_it_was() {
    let made = Stamp::new("2026-11-20T09:00:00+00:00".parse().unwrap()).unwrap();
    let mut wrong = Vec::new();
    for (name, plan) in plans().into_iter().take(3) {
        for remark in REMARKS {
            let mut plan = plan.clone();
            let slots = plan.days.iter_mut().flat_map(|day| &mut day.slots);
            slots.for_each(|slot| slot.remark = remark.into());
            let word = docx::docx(&sheet(&plan), made).unwrap();
            let text = as_markdown(&plan);
            for (file, bytes) in [("sheet.md", text.as_bytes()), ("sheet.docx", &word)] {
                let back = come_back(&plan, file, bytes);
                if !back.difference.is_nothing() || back.plan != plan {
                    wrong.push(format!("{name} {file} {remark:?}: {}", rows_of(&back)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is different of the first row that is, and what is told beside the rows.
fn rows_of(back: &Replanned) -> String {
    let changed = back.difference.rows.iter().find(|row| !row.changes.is_empty());
    format!(
        "{:?} {:?} {:?}",
        changed.map(|row| (&row.title, &row.changes)),
        back.difference.visits.first().map(|visit| &visit.changes),
        back.difference.remarks
    )
}

/// More groups than stand side by side are below one another in the cell of the row, behind its remark.
#[test]
fn the_remark_of_a_row_with_many_groups_is_none_of_them() {
    let made = Stamp::new("2026-11-20T09:00:00+00:00".parse().unwrap()).unwrap();
    let (_, mut plan) = plans().remove(0);
    let lessons = plan.days[0].slots.iter_mut().find(|slot| !slot.tracks.is_empty());
    let lessons = lessons.unwrap();
    lessons.remark = "Group 1: with the facilitator; Group 2: with the books".into();
    lessons.fixed = true;
    for number in 3..=5 {
        let mut track = lessons.tracks[0].clone();
        track.id = TrackId::new(format!("track-{number}"));
        track.group = GroupId::new(format!("group-{number}"));
        for (at, visit) in track.visits.iter_mut().enumerate() {
            visit.id = VisitId::new(format!("visit-{number}-{at}"));
        }
        plan.groups.push(Group {
            id: track.group.clone(),
            name: format!("Group {number}"),
        });
        lessons.tracks.push(track);
    }
    let word = docx::docx(&sheet(&plan), made).unwrap();
    let text = as_markdown(&plan);
    assert!(text.contains("; Group 5: "), "{text}");
    for (file, bytes) in [("sheet.md", text.as_bytes()), ("sheet.docx", &word)] {
        let back = come_back(&plan, file, bytes);
        assert!(back.difference.is_nothing(), "{file}: {}", rows_of(&back));
    }
}
