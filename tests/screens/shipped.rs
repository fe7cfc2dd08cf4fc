//! What is shipped: every file in `config/` and `sessions/` is whole, and the program brings every one of them along.

use std::path::{Path, PathBuf};

use knownow::storage::{
    catalogue,
    disk::RealDisk,
    files::{bank_holidays_file::read_bank_holidays, model_file::read_model, records_file::Standing},
    session_folder::SessionFolder,
};

fn top(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let inside = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = inside
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn every_model_is_whole_and_brought_along() {
    let folder = top("config/models");
    let files = names(&folder);
    let embedded: Vec<String> = catalogue::models()
        .iter()
        .map(|(id, _)| format!("{id}.ron"))
        .collect();
    assert_eq!(embedded, files);
    for (id, embedded) in catalogue::models() {
        let path = folder.join(format!("{id}.ron"));
        assert_eq!(text(&path), *embedded);
        let model = read_model(&path, embedded.as_bytes()).unwrap_or_else(|fault| panic!("{fault}"));
        assert_eq!(model.id, *id);
    }
}

#[test]
fn nothing_else_lies_in_config() {
    assert_eq!(
        names(&top("config")),
        [
            "bank-holidays-england.ron",
            "keys.ron",
            "models",
            "settings.ron",
            "themes"
        ],
        "a new file or folder needs a test here"
    );
}

#[test]
fn settings_and_keys_are_brought_along_and_there_is_a_theme_to_begin_with() {
    assert_eq!(text(&top("config/settings.ron")), catalogue::settings());
    assert_eq!(text(&top("config/keys.ron")), catalogue::keys());
    assert_eq!(names(&top("config/themes")), ["example.ron"]);
}

#[test]
fn the_bank_holidays_are_brought_along() {
    let path = top("config/bank-holidays-england.ron");
    assert_eq!(text(&path), catalogue::bank_holidays());
    let holidays = read_bank_holidays(&path, catalogue::bank_holidays().as_bytes());
    assert!(holidays.is_ok_and(|holidays| holidays.years().is_some()));
}

#[test]
fn every_session_is_whole_and_brought_along() {
    let embedded: Vec<&str> = catalogue::examples()
        .iter()
        .map(|example| example.folder)
        .collect();
    assert_eq!(embedded, worked_examples());
    for example in catalogue::examples() {
        let session = SessionFolder::at(top("sessions").join(example.folder));
        assert_eq!(text(&session.plan_path()), example.plan);
        let plan = session.plan(&RealDisk).unwrap_or_else(|fault| panic!("{fault}"));
        let loaded = session.records(&RealDisk, plan.session);
        assert_eq!(loaded.problems(), Vec::<String>::new());
        assert!(loaded.files.iter().all(|file| file.standing == Standing::Whole));
        let files: Vec<String> = example
            .records
            .iter()
            .map(|(name, _)| (*name).to_string())
            .collect();
        assert_eq!(files, names(&session.records_dir()));
        for (name, embedded) in example.records {
            assert_eq!(text(&session.records_dir().join(name)), *embedded);
        }
    }
}

/// The folders of `sessions/` that belong to the repository: git ignores all others, which are somebody's own.
fn worked_examples() -> Vec<String> {
    let ignored = text(&top(".gitignore"));
    let kept = ignored
        .lines()
        .filter_map(|line| line.strip_prefix("!/sessions/"));
    let mut kept: Vec<String> = kept.map(|name| name.trim_end_matches('/').to_string()).collect();
    kept.sort();
    kept
}

#[test]
fn the_half_day_is_the_whole_half_day() {
    let session = SessionFolder::at(top("sessions/half-day-maths"));
    let plan = session.plan(&RealDisk).expect("a plan");
    let slots = &plan.days[0].slots;
    let prompts: Vec<usize> = slots
        .iter()
        .map(|slot| slot.activity.prompts.len())
        .filter(|count| *count > 0)
        .collect();
    assert_eq!(prompts, [8, 5, 8, 10, 3]);
    let visits: usize = slots
        .iter()
        .flat_map(|slot| &slot.tracks)
        .map(|track| track.visits.len())
        .sum();
    assert_eq!((slots.len(), visits, plan.host.years.len()), (8, 10, 7));
    let (begins, ends) = (slots[0].starts, slots[7].ends.expect("an end"));
    assert_eq!((ends - begins).num_minutes(), 240);
}

#[test]
fn the_other_example_has_80_notes_by_three_writers() {
    let session = SessionFolder::at(top("sessions/half-day-maths-80-notes"));
    let plan = session.plan(&RealDisk).expect("a plan");
    let loaded = session.records(&RealDisk, plan.session);
    assert_eq!((loaded.records.notes.live().count(), loaded.files.len()), (80, 3));
}

#[test]
fn no_two_groups_are_in_one_class_at_once() {
    for example in worked_examples() {
        let session = SessionFolder::at(top("sessions").join(&example));
        let plan = session.plan(&RealDisk).expect("a plan");
        for slot in plan.days.iter().flat_map(|day| &day.slots) {
            let mut visited: Vec<_> = slot
                .tracks
                .iter()
                .flat_map(|track| &track.visits)
                .map(|visit| (visit.starts, &visit.class))
                .collect();
            let all = visited.len();
            visited.sort();
            visited.dedup();
            assert_eq!(visited.len(), all, "{example}: {}", slot.id);
        }
    }
}
