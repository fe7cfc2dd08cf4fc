//! The activities of a day, each with its questions and the box for what is concluded from it.

use super::{row_span, separate_groups};
use crate::{
    domain::{
        activity::{Activity, ActivityKind},
        ids::GroupId,
        plan::{Day, Plan, Slot},
        prompt::Prompt,
    },
    export::{
        sheet::{Question, Section},
        text::Text,
        words,
    },
};

/// The sections of all days, in order of time, with the same questions written out once.
pub fn of_days(plan: &Plan, days: &[&Day]) -> Vec<Section> {
    let of_day = |day: &&Day| of_day(plan, day, days.len() > 1);
    let mut sections: Vec<Section> = days.iter().flat_map(of_day).collect();
    let earlier = sections.clone();
    for (at, section) in sections.iter_mut().enumerate() {
        let same = |known: &&Section| known.questions == section.questions && known.lead == section.lead;
        let first = earlier.iter().take(at).find(same);
        if let Some(first) = first.filter(|first| !first.questions.is_empty()) {
            section.lead = Text::new(&words::as_in(&section.lead, &first.title, &first.when));
            section.questions.clear();
        }
    }
    sections
}

/// The sections of a day, in order of time; `names_day` says that there is more than one day.
fn of_day(plan: &Plan, day: &Day, names_day: bool) -> Vec<Section> {
    let rows = day.slots.iter().enumerate();
    rows.flat_map(|(at, slot)| of_row(plan, day, (at, slot), names_day))
        .collect()
}

/// An activity of a row and the groups that do it.
type Shared<'a> = (&'a Activity, Vec<(&'a GroupId, Text)>);

fn of_row(plan: &Plan, day: &Day, (at, slot): (usize, &Slot), names_day: bool) -> Vec<Section> {
    let time = row_span(day, at).unwrap_or_default();
    let when = if names_day {
        let label = Text::new(&day.label);
        let day_name = if label.is_empty() {
            words::long_date(day.date)
        } else {
            label.one_line()
        };
        format!("{day_name}, {time}")
    } else {
        time
    };
    let mut shared: Vec<Shared> = Vec::new();
    if slot.tracks.is_empty() {
        shared.push((&slot.activity, Vec::new()));
    } else {
        for (group, name) in separate_groups(plan, day) {
            let activity = slot.activity_of(Some(group));
            match shared.iter_mut().find(|(known, _)| *known == activity) {
                Some((_, groups)) => groups.push((group, name)),
                None => shared.push((activity, vec![(group, name)])),
            }
        }
    }
    let written_about = shared.into_iter().filter(|(activity, _)| has_box(activity));
    written_about
        .map(|(activity, groups)| section(plan, slot, activity, &groups, when.clone()))
        .collect()
}

/// Whether something is concluded from an activity: it has questions, or evidence is seen, heard or weighed in it.
fn has_box(activity: &Activity) -> bool {
    let is_in_passing = matches!(
        activity.kind,
        ActivityKind::Arrival | ActivityKind::Briefing | ActivityKind::Break | ActivityKind::Feedback
    );
    !is_in_passing || !activity.prompts.is_empty()
}

fn section(
    plan: &Plan,
    slot: &Slot,
    activity: &Activity,
    groups: &[(&GroupId, Text)],
    when: String,
) -> Section {
    let labels = &plan.rules.kind_labels;
    let kind = activity.kind;
    let has_visits = slot.tracks.iter().any(|track| track.visits.len() > 1);
    Section {
        title: Text::new(&activity.title),
        when,
        who: groups
            .iter()
            .map(|(group, name)| who(slot, group, name))
            .collect(),
        lead: Text::new(match kind {
            _ if activity.prompts.is_empty() => "",
            _ if kind.asks_in_turn() => words::TO_ASK,
            _ => words::TO_LOOK_FOR,
        }),
        questions: activity.prompts.iter().map(question).collect(),
        box_title: if kind.is_shared_knowledge() {
            words::WHAT_DO_WE_KNOW
        } else {
            words::WHAT_DO_I_KNOW
        },
        fields: [Text::new(&labels.strength), Text::new(&labels.development)],
        is_roomy: kind == ActivityKind::LessonVisits && has_visits,
    }
}

/// A group and the classes it visits, as "Group 1: 09:00 Year 5, 09:15 Year 6".
fn who(slot: &Slot, group: &GroupId, name: &Text) -> Text {
    let visits = slot.track(Some(group)).map_or(&[][..], |track| &track.visits);
    let stops: Vec<String> = visits
        .iter()
        .map(|visit| format!("{} {}", words::time(visit.starts), visit.class))
        .collect();
    if stops.is_empty() {
        name.clone()
    } else {
        Text::new(&format!("{name}: {}", stops.join(", ")))
    }
}

fn question(prompt: &Prompt) -> Question {
    let (short, text) = (Text::new(&prompt.short), Text::new(&prompt.text));
    if text.is_empty() {
        return Question {
            short: Text::default(),
            text: short,
        };
    }
    // A question that was taken from a table is often its own short form, or begins with it.
    let stem = short.as_str().trim_end_matches(['.', '?', '…']);
    let repeats = text.as_str().starts_with(stem);
    Question {
        short: if repeats { Text::default() } else { short },
        text,
    }
}
