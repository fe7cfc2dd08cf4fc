//! Each review model against the facts of the field: counts, times and deadlines. What holds for all of them is in
//! `every_one`.

#[cfg(test)]
mod dates;
#[cfg(test)]
mod every_one;

use std::path::Path;

use knownow::{
    domain::{
        activity::{Activity, ActivityKind},
        model::{Due, ReviewModel, ShapeDay, ShapeRow, Verdict},
        plan::Duty,
    },
    storage::{catalogue, disk::RealDisk, files::model_file::read_model, session_folder::SessionFolder},
};

fn model(id: &str) -> ReviewModel {
    let found = catalogue::models().iter().find(|(known, _)| *known == id);
    let (id, text) = found.unwrap_or_else(|| panic!("no model {id}"));
    read_model(Path::new(id), text.as_bytes()).unwrap_or_else(|fault| panic!("{fault}"))
}

fn minutes(model: &ReviewModel) -> Vec<u32> {
    model.shape.iter().map(ShapeDay::minutes).collect()
}

fn rows(model: &ReviewModel) -> impl Iterator<Item = &ShapeRow> {
    model.shape.iter().flat_map(|day| &day.rows)
}

/// What the group at `at` does in each row.
fn done_by(model: &ReviewModel, at: usize) -> Vec<&Activity> {
    rows(model)
        .map(|row| {
            row.tracks
                .get(at)
                .and_then(Option::as_ref)
                .unwrap_or(&row.activity)
        })
        .collect()
}

/// The starts that the model gives, as hours and minutes.
fn starts(model: &ReviewModel) -> Vec<String> {
    let starts = rows(model).filter_map(|row| row.starts);
    starts.map(|start| start.format("%H:%M").to_string()).collect()
}

/// When the deadline is due whose words hold `words`, who sees to it, and whether it is a rule.
fn due(model: &ReviewModel, words: &str) -> (Due, String, bool) {
    let mut found = model
        .rules
        .deadlines
        .iter()
        .filter(|deadline| deadline.what.contains(words));
    let deadline = found
        .next()
        .unwrap_or_else(|| panic!("{}: no deadline of {words:?}", model.id));
    assert_eq!(found.next(), None, "{}: two deadlines of {words:?}", model.id);
    (deadline.due, deadline.who.clone(), deadline.binding)
}

fn steps(model: &ReviewModel, scale: &str) -> Vec<String> {
    let found = model.rules.scales.iter().find(|known| known.name == scale);
    found
        .unwrap_or_else(|| panic!("{}: no scale {scale:?}", model.id))
        .steps
        .clone()
}

fn says(words: &[String], part: &str) -> bool {
    words.iter().any(|line| line.contains(part))
}

#[test]
fn half_day_240_minutes_34_questions_and_its_deadlines() {
    let model = model("half-day-peer-review");
    assert_eq!(minutes(&model), [240]);
    assert_eq!(
        starts(&model),
        [
            "08:00", "08:05", "08:10", "08:30", "09:00", "10:15", "10:45", "11:15"
        ]
    );
    let prompts: Vec<_> = rows(&model)
        .map(|row| row.activity.prompts.len())
        .filter(|count| *count > 0)
        .collect();
    assert_eq!(prompts, [8, 5, 8, 10, 3]);
    assert_eq!(prompts.iter().sum::<usize>(), 34);
    assert_eq!(rows(&model).filter(|row| row.tracks.len() == 2).count(), 1);
    assert_eq!(due(&model, "evidence base").0, Due::DaysBefore(14));
    assert_eq!(due(&model, "sent to the visiting heads").0, Due::HoursBefore(72));
    let (when, who, _) = due(&model, "everyone who took part");
    assert_eq!((when, who.as_str()), (Due::OnTheDay, "Facilitator"));
    assert_eq!(due(&model, "governors").0, Due::NextGovernorsMeeting);
    assert_eq!(model.rules.verdict, Verdict::Banned);
    assert_eq!(
        (model.rules.conduct_do.len(), model.rules.conduct_do_not.len()),
        (6, 4)
    );
}

#[test]
fn half_day_has_questions_for_the_three_focus_areas() {
    let model = model("half-day-peer-review");
    for (id, topics) in [
        ("behaviour", 7),
        ("personal-development", 7),
        ("quality-of-education", 7),
    ] {
        let set = model
            .question_sets
            .iter()
            .find(|set| set.id == id)
            .expect("a set");
        assert_eq!(
            (set.kind, set.prompts.len()),
            (ActivityKind::MeetingLeader, topics),
            "{id}"
        );
    }
}

#[test]
fn subject_review_six_kinds_of_evidence_six_books_five_working_days() {
    let model = model("subject-review-on-a-partner-visit");
    assert_eq!(minutes(&model), [390]);
    let times = starts(&model);
    assert_eq!(
        (times.len(), times.first().map(String::as_str)),
        (15, Some("08:30"))
    );
    let mut six = model.rules.asks.evidence.clone();
    six.sort();
    assert_eq!(
        six,
        [
            ActivityKind::MeetingTeachers,
            ActivityKind::MeetingLeader,
            ActivityKind::LessonVisits,
            ActivityKind::WorkScrutiny,
            ActivityKind::PupilVoice,
            ActivityKind::DataScrutiny,
        ]
    );
    for kind in six {
        assert!(model.question_sets.iter().any(|set| set.kind == kind), "{kind:?}");
    }
    let activities = rows(&model).filter(|row| row.activity.kind == ActivityKind::Discussion);
    assert_eq!(
        activities.count(),
        2,
        "each of the two activities ends with the leaders"
    );
    assert_eq!(model.rules.asks.books_per_year, 6);
    assert_eq!(
        due(&model, "Write-up sent"),
        (Due::WorkingDaysAfter(5), "Facilitator".into(), true)
    );
}

#[test]
fn subject_review_looks_by_intent_implementation_impact_and_again_at_the_next_visit() {
    let model = model("subject-review-on-a-partner-visit");
    assert_eq!(
        model.rules.asks.pupil_groups,
        ["SEND", "disadvantaged|PP|pupil premium"]
    );
    assert_eq!(model.rules.framework, ["Intent", "Implementation", "Impact"]);
    let kinds = &model.rules.kind_labels;
    assert_eq!(
        [&kinds.strength, &kinds.development, &kinds.question],
        ["Strengths", "Risks", "Next steps"]
    );
    assert_eq!(steps(&model, "RAG"), ["green", "amber", "red"]);
    assert!(
        says(&model.stages, "next visit")
            && model
                .rules
                .deadlines
                .iter()
                .any(|due| due.what.contains("next visit"))
    );
    assert_eq!(model.rules.verdict, Verdict::NotAskedFor);
    assert!(
        model
            .roles
            .iter()
            .any(|role| role.duties.contains(&Duty::Governor))
    );
    assert_eq!((model.stages.len(), model.groups.len()), (6, 0));
}

#[test]
fn two_days_of_420_minutes_reviewer_1_in_four_lesson_sessions_and_2_in_five() {
    let model = model("two-day-quality-review");
    assert_eq!(minutes(&model), [420, 420]);
    let lengths: Vec<Vec<u32>> = model
        .shape
        .iter()
        .map(|day| day.rows.iter().map(|row| row.minutes).collect())
        .collect();
    assert_eq!(
        lengths,
        [
            [45, 45, 15, 45, 45, 45, 60, 60, 60],
            [45, 45, 15, 45, 45, 45, 60, 60, 60]
        ]
    );
    assert_eq!(
        starts(&model),
        Vec::<String>::new(),
        "start times are agreed per school"
    );
    assert_eq!(model.groups, ["Reviewer 1", "Reviewer 2"]);
    for (reviewer, sessions) in [(0, 4), (1, 5)] {
        let lessons = done_by(&model, reviewer).into_iter();
        let lessons = lessons
            .filter(|done| done.kind == ActivityKind::LessonVisits)
            .count();
        assert_eq!(lessons, sessions, "reviewer {}", reviewer + 1);
    }
    assert_eq!(
        model.rules.framework,
        [
            "Assessment",
            "Teaching and learning",
            "Curriculum",
            "Leadership and management"
        ]
    );
    assert_eq!(due(&model, "Report").0, Due::DaysAfter(7));
    assert!(!due(&model, "Report").2, "a week is a target, not a breach");
    assert_eq!(due(&model, "Verbal feedback").0, Due::OnTheDay);
    assert_eq!(steps(&model, "Extent evident").len(), 4);
    assert!(says(
        &model.rules.report_sections,
        "Judgements and recommendations"
    ));
    assert_eq!((model.rules.report_sections.len(), model.stages.len()), (6, 5));
    assert!(says(&model.stages, "5.5 days") && says(&model.stages, "2.5 days"));
}

#[test]
fn two_days_each_reviewer_has_the_sessions_of_the_frame() {
    use ActivityKind::{
        Break, Collation, DataScrutiny, DocumentReview, Feedback, LessonVisits, MeetingLeader,
        MeetingTeachers, PupilVoice, WorkScrutiny,
    };
    let model = model("two-day-quality-review");
    let kinds = |at| {
        done_by(&model, at)
            .iter()
            .map(|done| done.kind)
            .collect::<Vec<_>>()
    };
    let (first, second) = (kinds(0), kinds(1));
    let morning = [
        MeetingLeader,
        MeetingLeader,
        Break,
        DocumentReview,
        DocumentReview,
        Collation,
        Break,
    ];
    assert_eq!((&first[..7], &second[..7]), (&morning[..], &morning[..]));
    assert_eq!(
        (&first[7..9], &second[7..9]),
        (&[PupilVoice, DataScrutiny][..], &[LessonVisits; 2][..])
    );
    let rest = [LessonVisits, WorkScrutiny, Break, Collation, Feedback];
    assert_eq!(first[9..13], [LessonVisits, LessonVisits, Break, LessonVisits]);
    assert_eq!(
        second[9..13],
        [LessonVisits, LessonVisits, Break, MeetingTeachers]
    );
    assert_eq!((&first[13..], &second[13..]), (&rest[..], &rest[..]));
    let of_area = |at, area: &str| {
        done_by(&model, at)
            .iter()
            .filter(|done| done.title.contains(area))
            .count()
    };
    for area in ["assessment", "curriculum"] {
        assert_eq!((of_area(0, area), of_area(1, area)), (2, 0), "{area}");
    }
    for area in ["teaching, learning", "leadership"] {
        assert_eq!((of_area(0, area), of_area(1, area)), (0, 2), "{area}");
    }
}

#[test]
fn triad_two_areas_and_a_summary_that_the_peers_agree() {
    let model = model("triad-review");
    assert_eq!(model.rules.framework, ["A strength", "A partnership priority"]);
    assert!(says(&model.stages, "12 schools") && says(&model.stages, "hosts one and takes part in two"));
    assert!(says(&model.stages, "three times a year"));
    let (when, who, binding) = due(&model, "agreed by the peers");
    assert_eq!(
        (when, who.as_str(), binding),
        (Due::OnTheDay, "Host head teacher", true)
    );
    assert_eq!(due(&model, "cluster summary").1, "Cluster lead");
    assert_eq!(model.rules.verdict, Verdict::Banned);
    assert!(
        model
            .rules
            .retention
            .contains("not kept by the board or the local authority")
    );
    let visitors = model
        .roles
        .iter()
        .filter(|role| role.duties.contains(&Duty::Reviewer) && !role.host_staff);
    assert_eq!(visitors.count(), 2);
}

#[test]
fn reciprocal_review_ends_in_a_workshop_that_the_champion_runs() {
    let model = model("reciprocal-peer-review");
    assert!(model.stages[0].contains("Memorandum of understanding"));
    assert!(model.rules.retention.contains("memorandum"));
    assert_eq!(model.shape[1].label, "Improvement workshop");
    assert_eq!(due(&model, "Improvement workshop").1, "Improvement champion");
    assert_eq!(due(&model, "the questions for the workshop").1, "Lead reviewer");
    assert_eq!(model.rules.kind_labels.question, "Questions for the workshop");
    assert_eq!(model.rules.verdict, Verdict::Banned);
}

#[test]
fn trio_day_tour_classes_staff_documents_and_feedback_at_the_end() {
    let model = model("trio-day");
    let kinds: Vec<_> = rows(&model).map(|row| row.activity.kind).collect();
    for kind in [
        ActivityKind::LessonVisits,
        ActivityKind::StaffVoice,
        ActivityKind::DocumentReview,
    ] {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
    assert!(rows(&model).any(|row| row.activity.title.contains("Tour")));
    assert_eq!(kinds.last(), Some(&ActivityKind::Feedback));
    assert_eq!(due(&model, "Feedback to the host head").0, Due::OnTheDay);
    assert_eq!(due(&model, "Second meeting").0, Due::ByAgreement);
}

#[test]
fn quality_assurance_measures_against_the_last_grade() {
    let model = model("quality-assurance-review");
    assert_eq!(model.rules.verdict, Verdict::Benchmark);
    assert_eq!(
        steps(&model, "Progress against the last grade"),
        ["leading", "effective", "working towards effective", "ineffective"]
    );
    assert_eq!(due(&model, "Report written").1, "Lead reviewer");
    assert!(due(&model, "staff and the hub").0 == Due::ByAgreement);
    assert!(says(&model.rules.report_sections, "What the reviewers learned"));
}

#[test]
fn self_evaluation_has_its_levels_and_the_questions_of_refine_and_re_visit() {
    let model = model("self-evaluation-activity");
    assert_eq!(model.rules.verdict, Verdict::Required);
    assert_eq!(model.rules.scales[0].name, "Level of assurance");
    assert_eq!(
        model.rules.scales[0].steps,
        ["highly assured", "assured", "action/attention", "intervention"]
    );
    let asked = |step: &str| {
        model
            .rules
            .follow_up
            .iter()
            .filter(|line| line.starts_with(step))
            .count()
    };
    assert_eq!((asked("Refine: "), asked("Re-visit: ")), (7, 6));
    assert!(due(&model, "Re-visit").2, "every review has one");
    assert_eq!(due(&model, "Level of assurance").1, "Trust");
    assert_eq!(model.rules.framework.len(), 6);
    for part in [
        "Activities undertaken",
        "Strengths",
        "Recommendations",
        "Planned support",
    ] {
        assert!(says(&model.rules.report_sections, part), "{part}");
    }
}

#[test]
fn whole_school_review_rapid_action_plan_every_six_weeks_check_points_every_three_or_every_week() {
    let model = model("whole-school-review");
    assert_eq!(
        steps(&model, "Stage"),
        ["excellence", "refinement", "reinforcement", "recovery", "repair"]
    );
    assert_eq!(model.rules.framework.len(), 19, "the domains");
    let every = |words| match due(&model, words).0 {
        Due::Every { weeks, times } => (weeks, weeks * times),
        other => panic!("{words}: {other:?}"),
    };
    let (weeks, in_all) = every("Rapid action plan reviewed, with new targets");
    assert_eq!(weeks, 6);
    assert!(
        (46..=52).contains(&in_all),
        "recovery and repair are for a year: {in_all} weeks"
    );
    assert_eq!(every("Check point with the head, in recovery"), (3, 51));
    assert_eq!(every("Check point with the head, in repair"), (1, 52));
    let (when, _, binding) = due(&model, "around January and around April; set in term 6");
    assert_eq!((when, binding), (Due::ByAgreement, false));
    assert!(says(&model.stages, "around January and around April"));
    assert!(says(
        &model.stages,
        "from reinforcement to refinement in 12 to 18 months"
    ));
    assert_eq!(model.rules.verdict, Verdict::Required);
}

#[test]
fn the_two_day_example_is_the_model_with_times() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/two-day-quality");
    let plan = SessionFolder::at(folder).plan(&RealDisk).expect("a plan");
    let model = model("two-day-quality-review");
    assert_eq!(plan.rules, model.rules);
    let groups: Vec<_> = plan.groups.iter().map(|group| &group.name).collect();
    assert_eq!(groups, model.groups.iter().collect::<Vec<_>>());
    assert_eq!(plan.days.len(), model.shape.len());
    let mut lessons = [0, 0];
    for (day, shape) in plan.days.iter().zip(&model.shape) {
        assert_eq!(day.slots.len(), shape.rows.len());
        for (slot, row) in day.slots.iter().zip(&shape.rows) {
            let length = slot.ends.map(|end| (end - slot.starts).num_minutes());
            assert_eq!(length, Some(i64::from(row.minutes)), "{}", slot.id);
            assert_eq!(
                (&slot.activity, slot.fixed),
                (&row.activity, row.fixed),
                "{}",
                slot.id
            );
            assert_eq!(slot.tracks.len(), row.tracks.len(), "{}", slot.id);
            for (at, (track, own)) in slot.tracks.iter().zip(&row.tracks).enumerate() {
                assert_eq!(&track.activity, own, "{}", slot.id);
                lessons[at] += usize::from(!track.visits.is_empty());
            }
        }
        let (first, last) = (&day.slots[0], &day.slots[8]);
        let span = (first.starts, last.ends.expect("an end"));
        assert_eq!((span.1 - span.0).num_minutes(), 420);
    }
    assert_eq!(lessons, [4, 5]);
}
