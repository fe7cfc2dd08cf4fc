//! A new plan from the first screen: which model, which school, which dates.

use super::{
    Model, Overlay, Screen,
    bringing_in::{self, NewReview},
    entry::{Entry, EntryPurpose},
    message::{At, Effect, ModelsFor},
    notice::Notice,
    picker::{Choice, Picker, Purpose, Row},
    plan_page::{self, PlanNotice},
};
use crate::domain::{model::ReviewModel, read_timetable::ReadTimetable};

/// The models that were asked for are there: they, or their question sets, are offered.
pub(super) fn models_found(
    model: &mut Model,
    wanted: ModelsFor,
    mut models: Vec<ReviewModel>,
    problems: Vec<String>,
) {
    // The plan's own model comes first: its questions are the likely ones.
    let own = model.day().map(|day| day.plan.rules.model.clone());
    models.sort_by_key(|found| Some(&found.id) != own.as_ref());
    if wanted == ModelsFor::NewPlan {
        model.bringing_in = None;
    }
    let picker = match wanted {
        ModelsFor::NewPlan | ModelsFor::NewWithTable => {
            if models.is_empty() {
                model.notice = Some(Notice::NoModels(problems));
                return;
            }
            let rows = models.into_iter().map(|found| {
                let choice = Choice::Model(found.id);
                Row::new(choice, found.name, String::new())
            });
            Some(Picker::new(Purpose::NewPlan, rows.collect(), 0))
        }
        ModelsFor::Questions(pick) => plan_page::question_sets(pick, models, own.as_deref()),
    };
    match picker {
        Some(picker) => model.overlay = Some(Overlay::Picker(picker)),
        None => model.notice = Some(Notice::Plan(PlanNotice::NoQuestionSets)),
    }
}

/// A model was picked: which school is reviewed?
pub(super) fn take_model(model: &mut Model, of: String) -> Vec<Effect> {
    ask(model, EntryPurpose::NewHost { model: of }, String::new())
}

/// The school was typed: when?
pub(super) fn take_host(model: &mut Model, of: String, host: String) -> Vec<Effect> {
    if host.is_empty() {
        return ask(model, EntryPurpose::NewHost { model: of }, host);
    }
    let (dates, purpose) = (
        bringing_in::dates(model),
        EntryPurpose::NewDates { model: of, host },
    );
    model.overlay = Some(Overlay::Entry(Entry::new_selected(purpose, String::new(), dates)));
    Vec::new()
}

/// The dates were typed: the session can be made.
pub(super) fn take_dates(
    model: &mut Model,
    at: At,
    of: String,
    (host, text): (String, String),
) -> Vec<Effect> {
    match plan_page::dates(&text) {
        Ok(dates) => {
            let review = NewReview {
                model: of,
                host,
                dates,
            };
            bringing_in::take_review(model, at, review)
        }
        Err(wanted) => {
            model.notice = Some(Notice::NotUnderstood(wanted, text.clone()));
            ask(model, EntryPurpose::NewDates { model: of, host }, text)
        }
    }
}

/// Something about the review is odd: is its session made all the same?
pub(super) fn look_first(
    model: &mut Model,
    review: NewReview,
    table: Option<Box<ReadTimetable>>,
    odd: &[String],
) {
    begins_plan(model, false);
    let purpose = EntryPurpose::AllTheSame { review, table };
    model.overlay = Some(Overlay::Entry(Entry::new(purpose, odd.join("\n"), String::new())));
}

/// That was answered; whatever is not yes makes nothing.
pub(super) fn all_the_same(
    model: &mut Model,
    review: NewReview,
    table: Option<Box<ReadTimetable>>,
    answer: &str,
) -> Vec<Effect> {
    if !["y", "yes"].contains(&answer.to_lowercase().as_str()) {
        return Vec::new();
    }
    begins_plan(model, true);
    vec![Effect::NewSession {
        review,
        table,
        knowing: true,
    }]
}

/// Whether the session that is opened next shows its plan first.
fn begins_plan(model: &mut Model, begins: bool) {
    if let Screen::Home(home) = &mut model.screen {
        home.plan_begun = begins;
    }
}

fn ask(model: &mut Model, purpose: EntryPurpose, text: String) -> Vec<Effect> {
    model.overlay = Some(Overlay::Entry(Entry::new(purpose, String::new(), text)));
    Vec::new()
}
