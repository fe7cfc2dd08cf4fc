//! What stands on the screen that is hidden for a child's sake, and the question that comes after it.

use crate::{
    app::capture::{Purpose, Started},
    domain::{
        plan::{Duty, Plan},
        stamp::Stamp,
    },
};

/// Title of the question whether the line is discarded.
pub const DISCARD_TITLE: &str = "Discard the line you were typing?";
/// What the keys do there.
pub const DISCARD_KEYS: [(&str, &str); 2] = [
    ("Enter", "discard it: its words are erased on this laptop too"),
    ("Esc  ", "keep it, and go on typing"),
];
/// The three rules, each with what it asks for.
pub const RULES: [(&str, &str); 2] = [
    ("Listen.", "Calmly, and without leading questions."),
    ("Do not promise.", "Say that you must tell somebody who helps."),
];
/// The last rule; whom to tell stands behind it.
pub const TELL: &str = "Tell.";
/// What becomes of keys meanwhile, and how to go on.
pub const NOTHING_IS_KEPT: &str = "Nothing typed now is kept anywhere.";
/// The key that brings the screen back.
pub const GO_ON: (&str, &str) = ("Esc", "go on");

/// Since when it is hidden, and that this alone is written down.
#[must_use]
pub fn since(since: Stamp, unlogged: bool) -> String {
    let time = since.hh_mm();
    if unlogged {
        return format!("{time} - this time could not be written down: keep it in mind.");
    }
    format!("{time} - only this time is written down, on this laptop alone.")
}

/// Whom to tell: the safeguarding leads of the plan, or how to find out.
#[must_use]
pub fn whom_to_tell(plan: Option<&Plan>) -> Vec<String> {
    const NOW: &str = "At once, in person; and nobody else.";
    let people = plan.map_or(&[][..], |plan| &plan.people);
    let leads = people
        .iter()
        .filter(|person| person.duties.contains(&Duty::SafeguardingLead));
    let mut lines: Vec<String> = leads
        .map(|lead| match plan {
            Some(plan) if !lead.name.to_lowercase().contains("safeguarding") => {
                format!("{}, safeguarding lead at {}", lead.name, plan.host.name)
            }
            _ => lead.name.clone(),
        })
        .collect();
    if lines.is_empty() {
        lines.push("The host's designated safeguarding lead".into());
        lines.push("(ask at the school office who it is)".into());
    }
    lines.push(NOW.into());
    lines
}

/// What the line is that may be discarded; its words are not shown.
#[must_use]
pub fn which_line(started: Option<&Started>, letters: usize) -> String {
    let Some(started) = started else {
        return "What you typed on top of the screen is in no file.".into();
    };
    let place = &started.place;
    let place = place
        .visit
        .as_ref()
        .map_or(&place.slot.words, |visit| &visit.words);
    let time = started.begun.hh_mm();
    match started.purpose {
        Purpose::Edit(_) => format!("The note of {time} ({place}) stays as it was saved."),
        _ => format!("Begun {time} ({place}), {letters} letters; not shown here."),
    }
}

/// That the line was discarded.
#[must_use]
pub fn discarded(erased: Option<bool>) -> &'static str {
    match erased {
        None => "Line discarded; its words are being erased on this laptop.",
        Some(true) => "Line discarded; its words are erased on this laptop.",
        Some(false) => "Line discarded; it is erased as soon as this disk can be written.",
    }
}
