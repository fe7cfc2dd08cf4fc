//! A review of two days with two reviewers who go separate ways.

use knownow::domain::course::Phase;

use crate::stage::{Stage, shows};

fn reviewer(number: u32, time: &str) -> Stage {
    Stage::new("two-day", &format!("Reviewer {number}"), time)
}

/// Where every note landed: track, activity, class, question.
fn landed(stage: &Stage) -> Vec<String> {
    let saved = stage.saved();
    let mut notes: Vec<_> = saved.records.notes.live().collect();
    notes.sort_by_key(|note| note.seq);
    let place = |note: &&_| {
        let note: &knownow::domain::record::Record<knownow::domain::note::Note> = note;
        let place = &note.body.place;
        let words = [
            place.track.as_ref().map(|track| track.words.as_str()),
            Some(place.activity.words.as_str()),
            place.visit.as_ref().map(|visit| visit.words.as_str()),
            place.prompt.as_ref().map(|prompt| prompt.words.as_str()),
        ];
        format!(
            "{} {}",
            note.body.when.hh_mm(),
            words.map(|words| words.unwrap_or("-")).join(" / ")
        )
    };
    notes.iter().map(place).collect()
}

/// A note at every stop of both days, going on by hand.
fn step_through(stage: &mut Stage) {
    for day in ["2026-11-10", "2026-11-11"] {
        stage.at(&format!("{day} 09:00"));
        let stops = stage.day().route.stops().to_vec();
        let of_day = stops.iter().filter(|stop| stop.starts.date().to_string() == day);
        for (nth, stop) in (0_i64..).zip(of_day) {
            if nth > 0 {
                // Each time a minute earlier, so that no move by the clock comes first.
                let early = chrono::TimeDelta::minutes(-nth);
                stage.at(&stop.starts.plus(early).hh_mm());
                stage.keys("<C-n>");
            }
            assert_eq!(stage.day().stop(), Some(stop));
            stage.keys("+ seen<Enter>");
        }
    }
}

#[test]
fn who_steps_past_the_end_of_a_day_is_told_which_day_it_is() {
    let mut stage = Stage::new("two-day-quality", "Reviewer 2", "2027-01-19 14:40");
    stage.keys("<C-n>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("NOW 14:45 Reception > Day 2 08:30 Reception"),
        "{screen}"
    );
    stage.keys("<C-n>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("14:45 Reception < AT Day 2 08:30 Reception"),
        "{screen}"
    );
    assert!(
        screen.contains("Day 2: Reception. Notes go there now."),
        "{screen}"
    );
    stage.keys("<C-n>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("AT Day 2 08:45 Year 1") && !screen.contains("Notes go there"),
        "{screen}"
    );
    stage.keys("<C-p><C-p>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("NOW 14:45 Reception > Day 2 08:30 Reception"),
        "{screen}"
    );
}

#[test]
fn the_first_reviewer_steps_to_the_end_of_the_second_day() {
    let mut stage = reviewer(1, "08:30");
    step_through(&mut stage);
    assert_eq!(
        landed(&stage),
        [
            "09:00 Reviewer 1 / Leaders: assessment / - / Standards for assessment",
            "09:44 Reviewer 1 / Break / - / -",
            "09:58 Reviewer 1 / Pupil interviews / - / Today's learning",
            "09:00 Reviewer 1 / Lesson observations / Year 5 / -",
            "09:19 Reviewer 1 / Lesson observations / Year 2 / -",
            "09:43 Reviewer 1 / Collation and synthesis / - / -",
            "10:27 Reviewer 1 / Verbal feedback / - / -",
        ]
    );
}

#[test]
fn the_second_reviewer_goes_another_way() {
    let mut stage = reviewer(2, "08:30");
    step_through(&mut stage);
    assert_eq!(
        landed(&stage),
        [
            "09:00 Reviewer 2 / Leaders: teaching and learning / - / Standards for teaching",
            "09:44 Reviewer 2 / Break / - / -",
            "09:58 Reviewer 2 / Pupils and lessons / Year 2 / -",
            "10:27 Reviewer 2 / Pupils and lessons / Year 5 / -",
            "09:00 Reviewer 2 / Teacher interviews / - / What you plan for",
            "09:44 Reviewer 2 / Collation and synthesis / - / -",
            "10:28 Reviewer 2 / Verbal feedback / - / -",
        ]
    );
}

#[test]
fn both_see_their_own_part_of_a_row_and_all_of_the_second_day_at_its_end() {
    let mut stage = reviewer(1, "10:20");
    shows("two_days_reviewer_1", &stage.screen(120, 36));
    stage.at("2026-11-11 10:40");
    shows("two_days_feedback", &stage.screen(120, 36));
    shows("two_days_reviewer_2", &reviewer(2, "10:20").screen(120, 36));
}

#[test]
fn lateness_ends_with_its_day() {
    let mut stage = reviewer(2, "09:46");
    stage.keys("<C-p>");
    stage.at("09:52");
    stage.keys("<C-n>");
    assert_eq!(stage.day().position.map(|position| position.late), Some(7));
    stage.at("11:05");
    assert!(
        stage.screen(80, 24).contains("+7 late"),
        "the last row of the day is late too"
    );
    stage.at("2026-11-11 09:10");
    assert!(stage.screen(80, 24).contains("on time"));
}

#[test]
fn the_evening_is_after_the_first_day_and_the_next_morning_counts_down() {
    let mut stage = reviewer(1, "20:00");
    let phase = |stage: &Stage| stage.day().position.map(|position| position.phase);
    assert_eq!(phase(&stage), Some(Phase::After(0)));
    stage.keys("one more thought<Enter>");
    shows("two_days_evening", &stage.screen(80, 24));
    stage.at("2026-11-11 07:15");
    assert_eq!(phase(&stage), Some(Phase::Before(1)));
    shows("two_days_next_morning", &stage.screen(80, 24));
    stage.at("2026-11-11 11:00");
    assert_eq!(phase(&stage), Some(Phase::After(1)));
    stage.at("2026-11-12 09:10");
    assert_eq!(phase(&stage), Some(Phase::After(1)), "afterwards, for ever");
}

#[test]
fn a_place_held_on_the_first_day_does_not_hold_on_the_second() {
    let mut stage = reviewer(1, "10:10");
    stage.keys("<C-p>");
    stage.at("20:00");
    assert_eq!(
        stage.day().stop().map(|stop| stop.place.slot.as_str()),
        Some("d1-break")
    );
    stage.at("2026-11-11 09:05");
    assert_eq!(
        stage.day().here().map(|here| here.activity.title.as_str()),
        Some("Lesson observations")
    );
}

#[test]
fn the_first_words_and_the_rows_are_in_the_words_of_the_model() {
    let stage = Stage::new("two-day-quality", "Reviewer 1", "2027-01-19 08:00");
    let screen = stage.screen(120, 36);
    assert!(screen.contains("Type: + Evident, - Not yet evident"), "{screen}");
    assert!(screen.contains("Collation, synthesis"), "{screen}");
    assert!(!screen.contains("5: collation"), "{screen}");
}

#[test]
fn no_nought_stands_below_lists_that_have_notes() {
    let mut stage = Stage::new("two-day-quality", "Reviewer 1", "2027-01-19 08:00");
    stage.keys("+ leaders know their own standards<Enter>");
    let screen = stage.screen(80, 24);
    assert!(
        !screen.contains("0 evidence") && !screen.contains("0 questions"),
        "{screen}"
    );
    stage.keys("two plans seen<Enter>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains(" 1 evidence") && !screen.contains("0 questions"),
        "{screen}"
    );
}
