//! What holds for every review model, and that only the data knows which model it is.

use std::{fs, path::Path};

use knownow::{
    domain::{activity::ActivityKind, model::Verdict, plan::Duty},
    storage::catalogue,
};

use super::{model, rows};

fn all() -> impl Iterator<Item = knownow::domain::model::ReviewModel> {
    catalogue::models().iter().map(|(id, _)| model(id))
}

#[test]
fn every_model_can_be_run_as_it_is() {
    for model in all() {
        let id = &model.id;
        let having = |duty| {
            model
                .roles
                .iter()
                .filter(|role| role.duties.contains(&duty))
                .count()
        };
        let ones = [Duty::Facilitator, Duty::HostHead, Duty::SafeguardingLead].map(having);
        assert_eq!(ones, [1, 1, 1], "{id}: facilitator, host head, safeguarding lead");
        assert!(having(Duty::Reviewer) >= 1, "{id}");
        for at in 0..model.groups.len() {
            let members = model.roles.iter().filter(|role| role.group == Some(at));
            assert!(members.count() > 0, "{id}: nobody goes with {}", model.groups[at]);
        }
        let done: Vec<ActivityKind> = rows(&model)
            .flat_map(|row| std::iter::once(&row.activity).chain(row.tracks.iter().flatten()))
            .map(|activity| activity.kind)
            .collect();
        for kind in &model.rules.asks.evidence {
            assert!(
                done.contains(kind),
                "{id} asks for {kind:?} and has no row for it"
            );
        }
        let is_graded = matches!(model.rules.verdict, Verdict::Required);
        assert!(
            !is_graded || model.rules.scales[0].name != "RAG",
            "{id}: a level of its own"
        );
        for words in [
            &model.stages,
            &model.rules.conduct_do,
            &model.rules.conduct_do_not,
            &model.rules.follow_up,
        ] {
            assert!(words.len() >= 3, "{id}");
        }
        assert!(
            !model.rules.report_sections.is_empty() && !model.rules.deadlines.is_empty(),
            "{id}"
        );
        assert!(
            !model.about.is_empty() && !model.rules.retention.is_empty(),
            "{id}"
        );
        assert!(
            model
                .rules
                .deadlines
                .iter()
                .all(|deadline| !deadline.who.is_empty()),
            "{id}"
        );
    }
}

#[test]
fn no_model_works_people_longer_without_a_break_than_it_asks() {
    for model in all() {
        for day in &model.shape {
            let mut without = 0;
            for row in &day.rows {
                without = if row.activity.kind == ActivityKind::Break {
                    0
                } else {
                    without + row.minutes
                };
                assert!(
                    without <= model.rules.asks.longest_without_break,
                    "{}: {}",
                    model.id,
                    row.activity.title
                );
            }
        }
    }
}

#[test]
fn times_given_follow_from_the_lengths_of_the_rows() {
    for model in all() {
        for pair in model.shape.iter().flat_map(|day| day.rows.windows(2)) {
            if let (Some(start), Some(next)) = (pair[0].starts, pair[1].starts) {
                let minutes = (next - start).num_minutes();
                assert_eq!(
                    minutes,
                    i64::from(pair[0].minutes),
                    "{}: {}",
                    model.id,
                    pair[0].activity.title
                );
            }
        }
    }
}

#[test]
fn questions_are_short_enough_for_the_list_and_say_a_whole_sentence() {
    for model in all() {
        let mut ids = Vec::new();
        for prompt in model.question_sets.iter().flat_map(|set| &set.prompts) {
            let (short, text) = (&prompt.short, &prompt.text);
            assert!((3..=26).contains(&short.chars().count()), "{}: {short}", model.id);
            assert!(
                text.ends_with(['?', '.']) && text.split(' ').count() > 4,
                "{}: {text}",
                model.id
            );
            ids.push(prompt.id.as_str());
        }
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(
            ids.len(),
            all,
            "{}: sets can be put together in one row",
            model.id
        );
    }
}

/// Which model it is makes no difference to the program: no code but the catalogue and tests names one.
#[test]
fn no_code_asks_which_model_it_is() {
    let mut named = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("a text");
                named.extend(models_named(&text).map(|id| format!("{}: {id}", path.display())));
            }
        }
    }
    named.retain(|found| !found.contains("catalogue.rs") && !found.contains("tests.rs"));
    assert_eq!(named, Vec::<String>::new());
}

/// The models that the code of a file names before its tests.
fn models_named(text: &str) -> impl Iterator<Item = &'static str> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let code: String = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let ids = catalogue::models().iter().map(|(id, _)| *id);
    ids.filter(move |id| code.contains(&format!("\"{id}\"")))
}

#[test]
fn a_model_named_in_code_would_be_found() {
    let code = "if plan.rules.model == \"triad-review\" {}\n#[cfg(test)]\nlet id = \"trio-day\";";
    assert_eq!(models_named(code).collect::<Vec<_>>(), ["triad-review"]);
    assert_eq!(models_named("/// Such as \"trio-day\".").count(), 0);
}
