//! Ways to every screen, page and box, for laws that hold on each of them.

use std::path::PathBuf;

use knownow::app::{
    Overlay, Screen,
    home::{Found, Listed, SessionState},
    message::Message,
    page::Page,
    safeguarding::Hidden,
};

use crate::stage::Stage;

/// When it is, and the keys that lead there.
pub type Way = (&'static str, &'static str);

/// During the visits.
const VISITS: &str = "2026-12-01 09:36";
/// In the discussion.
const TALK: &str = "2026-12-01 11:20";
/// Before the day nothing runs late, and all of the plan can still be changed.
const BEFORE: &str = "2026-11-20 16:05";

/// The ways to all there is but the list of sessions.
pub const WAYS: [Way; 49] = [
    (VISITS, ""),
    (TALK, ""),
    (BEFORE, ""),
    (VISITS, "+ half a thought"),
    (VISITS, "<Up>"),
    (VISITS, "<C-n><C-n>"),
    (VISITS, "<F1>"),
    (VISITS, "<F1>note"),
    (VISITS, "<C-k>"),
    (VISITS, "<C-k>place"),
    (VISITS, "<C-g>"),
    (VISITS, "<C-k>who is at<Enter>"),
    (VISITS, "<C-d>"),
    (VISITS, "<C-d>++"),
    (VISITS, "<C-d>n"),
    (VISITS, "<C-d>n<Down><Enter>in the hall"),
    (VISITS, "<C-k>swap the class<Enter>"),
    (VISITS, "<C-k>unplanned visit<Enter>"),
    (BEFORE, "<C-d>"),
    (BEFORE, "<C-k>plan: look<Enter>"),
    (BEFORE, "<C-k>plan: look<Enter><Right><Down><Right><Down>"),
    (VISITS, "<C-k>plan: look<Enter>"),
    (BEFORE, "<C-k>plan: look<Enter>g"),
    (VISITS, "<C-k>coverage<Enter>"),
    (TALK, "<C-k>coverage<Enter>"),
    (TALK, "<C-k>evidence by<Enter>"),
    (VISITS, "+ a<Enter><C-u>"),
    (VISITS, "+ a<Enter><C-u><Enter>"),
    (TALK, "<C-k>findings: from<Enter>"),
    (TALK, "<C-k>findings: from<Enter>d<Tab><Home><Down><Down>"),
    (TALK, "<C-k>findings: from<Enter>d<Tab><Home><Right>e"),
    (TALK, "<C-k>findings: from<Enter>/pupils"),
    (TALK, "<C-k>side by side<Enter>"),
    (TALK, "<C-k>all notes<Enter>"),
    (TALK, "<C-k>all notes<Enter><Enter>"),
    (TALK, "<C-k>all notes<Enter>/pupils"),
    (TALK, "<C-k>report ...<Enter>"),
    (TALK, "<C-k>before handing<Enter>"),
    (TALK, "<C-k>typed for<Enter>"),
    (VISITS, "<C-k>settings<Enter>"),
    (VISITS, "<C-k>bring in<Enter>"),
    (VISITS, "<C-k>take notes in<Enter>"),
    (VISITS, "<C-k>hand my notes over<Enter>"),
    (VISITS, "<C-k>sealed<Enter><Enter>apple"),
    (VISITS, "x<C-q>"),
    (VISITS, "<C-o>"),
    (VISITS, "<C-e>"),
    (VISITS, "- half a thought<C-e><Esc>"),
    (TALK, "<C-k>report ...<Enter><F1>"),
];

/// What fills the screen, and what lies on it; a further kind is missed here by the compiler.
pub fn name(stage: &Stage) -> (&'static str, &'static str) {
    let below = match (&stage.model.screen, &stage.model.page) {
        (Screen::Home(_), _) => "sessions",
        (Screen::Day(_), None) => "day",
        (Screen::Day(_), Some(Page::Plan(_))) => "plan",
        (Screen::Day(_), Some(Page::Findings(_))) => "findings",
        (Screen::Day(_), Some(Page::Compared(_))) => "compared",
        (Screen::Day(_), Some(Page::Notes(_))) => "notes",
    };
    let on_top = stage.model.overlay.as_ref().map_or("", |overlay| match overlay {
        Overlay::Help { .. } => "help",
        Overlay::Picker(_) => "list",
        Overlay::Late(_) => "late",
        Overlay::Refused(_) => "refused",
        Overlay::NotHere(_) => "not here",
        Overlay::Coverage(_) => "coverage",
        Overlay::Moving(_) => "moving",
        Overlay::Report => "report",
        Overlay::Settings => "settings",
        Overlay::Check => "check",
        Overlay::BringingIn => "bringing in",
        Overlay::TakingIn => "taking in",
        Overlay::Entry(_) => "line",
        Overlay::Passphrase(_) => "passphrase",
        Overlay::Blank(_) => "blank",
        Overlay::Leave => "leave",
        Overlay::Hidden(Hidden { .. }) => "hidden",
        Overlay::Discard(_) => "discard",
    });
    (below, on_top)
}

/// The list of sessions of these names; one of them can't be read.
pub fn sessions(stage: &mut Stage, name: &str) {
    let folder = |number: usize| PathBuf::from(format!("/home/reviewer/{number}-{name}"));
    let unreadable = SessionState::Unreadable {
        why: format!("{name} can't be used: line 12: {name}"),
        cure: format!("ask for {name} again"),
    };
    let states = [SessionState::Afterwards, unreadable, SessionState::Afterwards];
    let listed = states.into_iter().enumerate().map(|(number, state)| Listed {
        title: name.to_string(),
        begins: Some(stage.now),
        writers: 2,
        ..Listed::new(folder(number), name.to_string(), state)
    });
    let sessions = listed.collect();
    stage.take(Message::SessionsFound(Found {
        sessions,
        ..Found::default()
    }));
}

#[test]
fn the_ways_lead_everywhere() {
    let mut missing = std::collections::BTreeSet::from([
        "day",
        "plan",
        "findings",
        "compared",
        "notes",
        "",
        "help",
        "list",
        "late",
        "refused",
        "not here",
        "coverage",
        "moving",
        "report",
        "settings",
        "check",
        "bringing in",
        "taking in",
        "line",
        "passphrase",
        "blank",
        "leave",
        "hidden",
        "discard",
    ]);
    for (time, keys) in WAYS {
        let mut stage = Stage::owner("half-day-maths-80-notes", "Facilitator", time);
        stage.keys("<C-l>");
        stage.keys(keys);
        let (below, on_top) = name(&stage);
        missing.remove(below);
        missing.remove(on_top);
    }
    assert!(missing.is_empty(), "no way to {missing:?}");
}
