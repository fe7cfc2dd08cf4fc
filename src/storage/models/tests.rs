use std::{ffi::OsString, fs, io::Write};

use super::*;
use crate::domain::conduct::planned::{Schools, named_among_people, named_in};
use crate::storage::disk::{
    RealDisk,
    faulty::{FailingDisk, Failure},
};

/// A home with these files among the user's own models.
fn home(files: &[(&str, &str)]) -> (tempfile::TempDir, Home) {
    let dir = tempfile::tempdir().expect("a folder");
    let at = OsString::from(dir.path());
    let home = Home::find(|_| Some(at.clone()), None).expect("a home");
    if !files.is_empty() {
        fs::create_dir_all(folder(&home)).expect("a folder");
    }
    for (name, text) in files {
        let mut file = fs::File::create_new(folder(&home).join(name)).expect("a new file");
        file.write_all(text.as_bytes()).expect("written");
    }
    (dir, home)
}

fn own(id: &str, name: &str) -> String {
    format!(
        "(\n    format: \"knownow model\",\n    version: 2,\n    id: \"{id}\",\n    name: \"{name}\",\n    \
         shape: [(rows: [(minutes: 5, title: \"Arrival\", kind: arrival)])],\n)\n"
    )
}

fn shipped() -> usize {
    catalogue::models().len()
}

#[test]
fn without_models_of_ones_own_there_are_the_shipped_ones() {
    let (_dir, home) = home(&[]);
    let models = load(&home, &RealDisk);
    assert_eq!(models.problems, []);
    assert_eq!(models.all.len(), shipped());
    assert!(models.all.iter().all(|(source, _)| *source == Source::Shipped));
}

#[test]
fn ones_own_model_is_added_and_one_with_a_shipped_id_takes_its_place() {
    let half_day = catalogue::models()[0].0;
    let (_dir, home) = home(&[
        ("walk.ron", &own("a-walk", "Our walk")),
        ("changed.RON", &own(half_day, "Our half-day")),
        ("remarks.txt", "not a model"),
        (".walk.ron.swp.ron", "hidden by an editor"),
    ]);
    let models = load(&home, &RealDisk);
    assert_eq!(models.problems, []);
    assert_eq!(models.all.len(), shipped() + 1);
    let (source, model) = models.find("a-walk").expect("the walk");
    assert_eq!(
        (source, model.name.as_str()),
        (&Source::Own(folder(&home).join("walk.ron")), "Our walk")
    );
    let (source, model) = models.find(half_day).expect("the half-day");
    assert_eq!(
        (source, model.name.as_str()),
        (
            &Source::Instead(folder(&home).join("changed.RON")),
            "Our half-day"
        )
    );
    let ids: Vec<_> = models.all.iter().map(|(_, model)| &model.id).collect();
    assert!(ids.is_sorted(), "{ids:?}");
}

#[test]
fn a_broken_model_says_line_and_cure_and_stops_nothing_else() {
    let broken = own("a-walk", "Our walk").replace("kind: arrival", "kind: arival");
    let (_dir, home) = home(&[("a.ron", &broken), ("b.ron", &own("b-walk", "The other walk"))]);
    let models = load(&home, &RealDisk);
    assert_eq!(models.all.len(), shipped() + 1);
    assert!(models.find("b-walk").is_ok());
    let [problem] = models.problems.as_slice() else {
        panic!("{:?}", models.problems)
    };
    assert_eq!(problem.file(), folder(&home).join("a.ron"));
    let said = problem.to_string();
    assert!(said.contains("a.ron:6:") && said.contains("`arival`"), "{said}");
    assert!(said.contains("what to do: "), "{said}");
}

#[test]
fn a_second_model_of_ones_own_with_the_same_id_is_told_apart_and_not_used() {
    let (_dir, home) = home(&[
        ("walk (conflicted copy).ron", &own("a-walk", "An older walk")),
        ("a.ron", &own("a-walk", "Our walk")),
    ]);
    let models = load(&home, &RealDisk);
    assert_eq!(
        models.find("a-walk").map(|(_, model)| model.name.as_str()),
        Ok("Our walk")
    );
    let [problem] = models.problems.as_slice() else {
        panic!("{:?}", models.problems)
    };
    let said = problem.to_string();
    assert!(
        said.contains("walk (conflicted copy).ron:4:1: the id \"a-walk\""),
        "{said}"
    );
    assert!(said.contains("a.ron, which is used"), "{said}");
}

#[test]
fn a_model_of_a_newer_version_is_used_as_far_as_it_is_known_and_said_to_be_so() {
    let newer = own("a-walk", "Our walk").replace("version: 2", "version: 9");
    let (_dir, home) = home(&[("a.ron", &newer)]);
    let models = load(&home, &RealDisk);
    assert!(models.find("a-walk").is_ok());
    let [problem] = models.problems.as_slice() else {
        panic!("{:?}", models.problems)
    };
    assert!(
        problem.to_string().contains("written by a newer knownow"),
        "{problem}"
    );
}

#[test]
fn a_folder_that_cannot_be_read_costs_no_shipped_model() {
    let (_dir, home) = home(&[("a.ron", &own("a-walk", "Our walk"))]);
    for nth in [1, 2] {
        let disk = FailingDisk::new(RealDisk);
        disk.fail(Failure {
            nth,
            errno: 5,
            lasting: true,
            short_write: false,
        });
        let models = load(&home, &disk);
        assert_eq!((models.all.len(), models.problems.len()), (shipped(), 1), "{nth}");
        let said = models.problems[0].to_string();
        assert!(
            said.contains("it can't be read") && said.contains("what to do"),
            "{said}"
        );
    }
}

#[test]
fn a_model_is_found_by_its_id_or_a_beginning_that_no_other_has() {
    let (_dir, home) = home(&[("a.ron", &own("tri", "Tri")), ("b.ron", &own("tri-star", "Star"))]);
    let models = load(&home, &RealDisk);
    let found = |name: &str| models.find(name).map(|(_, model)| model.id.clone());
    assert_eq!(
        found("tri").as_deref(),
        Ok("tri"),
        "exact before all that it begins"
    );
    assert_eq!(found("HALF").as_deref(), Ok("half-day-peer-review"));
    assert_eq!(found("tri-").as_deref(), Ok("tri-star"));
    let several = found("tr").expect_err("several").to_string();
    assert!(
        several.contains("several review models go by \"tr\"; which one do you mean?"),
        "{several}"
    );
    assert!(
        several.contains("triad-review") && !several.contains("half-day"),
        "{several}"
    );
    for none in ["", "half-day-maths"] {
        let none = found(none).expect_err("none").to_string();
        assert!(
            none.contains("there is no review model") && none.contains("half-day-peer"),
            "{none}"
        );
    }
}

#[test]
fn a_model_is_found_by_a_part_of_its_name_and_by_a_word_with_a_letter_left_out() {
    let (_dir, home) = home(&[]);
    let models = load(&home, &RealDisk);
    let found = |name: &str| models.find(name).map(|(_, model)| model.id.clone());
    for (name, id) in [
        ("Two-day quality review", "two-day-quality-review"),
        ("two day", "two-day-quality-review"),
        ("twoday", "two-day-quality-review"),
        ("quality two", "two-day-quality-review"),
        ("reciprocal", "reciprocal-peer-review"),
        ("assurance", "quality-assurance-review"),
        ("half peer", "half-day-peer-review"),
        ("partner-visit", "subject-review-on-a-partner-visit"),
        ("slf-evaluaton", "self-evaluation-activity"),
        ("tri cluster", "triad-review"),
    ] {
        assert_eq!(found(name).as_deref(), Ok(id), "{name}");
    }
    let several = found("peer").expect_err("several").to_string();
    let lines: Vec<&str> = several.lines().map(str::trim).collect();
    assert_eq!(
        lines,
        [
            "several review models go by \"peer\"; which one do you mean?",
            "half-day-peer-review",
            "reciprocal-peer-review"
        ]
    );
    for none in ["learning-walk", "-", "zz"] {
        let none = found(none).expect_err(none).to_string();
        assert!(none.starts_with("there is no review model"), "{none}");
    }
    assert_eq!(models.of_id("two-day"), None, "an id is whole");
    assert!(models.of_id("triad-review").is_some());
}

#[test]
fn no_shipped_model_and_no_example_says_anybodys_name() {
    let schools = Schools {
        host: "",
        visiting: &[],
    };
    let models = catalogue::models().iter().map(|(_, text)| *text);
    for text in models.chain(catalogue::examples().iter().map(|example| example.plan)) {
        for words in text.split('"').skip(1).step_by(2) {
            assert_eq!(named_in(words, schools), None, "{words}");
            assert_eq!(named_among_people(words, schools), None, "{words}");
        }
    }
}
