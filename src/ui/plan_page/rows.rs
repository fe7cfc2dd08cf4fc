//! The lines of the timetable: days, rows, groups, visits, questions.

use chrono::{NaiveTime, TimeDelta};

use super::{Shown, lines::apart};
use crate::{
    app::{
        self,
        plan_page::{Line, PlanPage, Spot},
    },
    domain::{
        plan::{Day, Plan, Slot, Track, Visit},
        plan_edit::span,
        prompt::Prompt,
    },
    ui::{
        theme::Role,
        words::{self, plan as said},
        wrap::shorten,
    },
};

/// From this width on the groups of a row stand side by side in its line.
const WIDE: u16 = 100;
/// Cells for the title of a row where its groups stand beside it.
const TITLE: u16 = 28;
/// Cells for what one group does, beside a title.
const BESIDE: u16 = 27;
/// Cells for what a line in a row is about.
const LABEL: usize = 12;

/// A line of the timetable, for a screen of this width.
pub(super) fn shown(page: &PlanPage, of: &app::day::Day, line: &Line, width: u16) -> Shown {
    let (spot, plan) = (&line.spot, page.plan(of));
    if let Spot::Day(id) = spot {
        let day = plan.days.iter().find(|day| day.id == *id);
        return day.map_or_else(nothing, of_day);
    }
    let Some(held) = page.row_of(plan, spot) else {
        return nothing();
    };
    match spot {
        Spot::Row(_) => row(
            plan,
            held,
            of.alone_in(&held.id),
            (line.folded == Some(true), width),
        ),
        Spot::Kind(_) => pair(said::label(spot), words::plan::kind(held.activity.kind)),
        Spot::Remark(_) => pair(said::label(spot), held.remark.clone()),
        Spot::Tracks(_) if held.tracks.is_empty() => pair(said::label(spot), said::TOGETHER.into()),
        Spot::Tracks(_) => pair(said::label(spot), group_names(plan, held)),
        Spot::Track(_, id) => {
            let track = held.tracks.iter().find(|track| track.id == *id);
            track.map_or_else(nothing, |track| of_track(plan, track))
        }
        Spot::Visit(_, _, id) => held.visit(id).map_or_else(nothing, of_visit),
        Spot::Questions(of) => {
            let count = page.prompts_of(plan, of).len();
            let count = (count > 0).then(|| count.to_string());
            pair(said::label(spot), count.unwrap_or_default())
        }
        Spot::Prompt(of, id) => {
            let mut prompts = (1..).zip(page.prompts_of(plan, of));
            let prompt = prompts.find(|(_, prompt)| prompt.id == *id);
            prompt.map_or_else(nothing, |(nth, prompt)| of_prompt(nth, prompt))
        }
        _ => nothing(),
    }
}

fn nothing() -> Shown {
    Shown::new(Vec::new())
}

fn of_day(day: &Day) -> Shown {
    let label = if day.label.is_empty() {
        String::new()
    } else {
        format!("{}  ", day.label)
    };
    Shown::new(vec![(Role::Place, label), (Role::Place, said::date(day.date))])
}

fn of_visit(visit: &Visit) -> Shown {
    Shown::new(vec![
        (Role::Muted, format!("{}  ", hh_mm(visit.starts))),
        (Role::Prompt, visit.class.clone()),
    ])
}

fn of_prompt(nth: usize, prompt: &Prompt) -> Shown {
    Shown::new(vec![
        (Role::Muted, format!("{nth:>2} ")),
        (Role::Place, format!("{:<28} ", prompt.short)),
        (Role::Muted, prompt.text.clone()),
    ])
}

fn pair(label: &str, value: String) -> Shown {
    let value = if value.is_empty() && !label.is_empty() {
        said::NOTHING.into()
    } else {
        value
    };
    Shown::new(vec![
        (Role::Muted, format!("{label:<LABEL$}")),
        (Role::Prompt, value),
    ])
}

fn hh_mm(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// How many minutes a row lasts.
fn lasts(plan: &Plan, slot: &Slot) -> i64 {
    let times = plan.slot(&slot.id).and_then(|(day, _)| {
        let at = day.slots.iter().position(|other| other.id == slot.id)?;
        span(day, at)
    });
    times.map_or(0, |(starts, ends)| {
        ends.signed_duration_since(starts).num_minutes()
    })
}

/// A row of the timetable: its times, how long it lasts, the sign of a fixed point, for which group alone its times are
/// these, what is done, by whom.
fn row(plan: &Plan, slot: &Slot, alone: Option<&str>, (folded, width): (bool, u16)) -> Shown {
    let lasts = lasts(plan, slot);
    // Where no end was agreed the next row is one, and people read it as such.
    let ends = slot.starts.overflowing_add_signed(TimeDelta::minutes(lasts)).0;
    let ends = if lasts > 0 {
        format!("-{}", hh_mm(ends))
    } else {
        String::new()
    };
    let times = format!("{:<11} ", format!("{}{ends}", hh_mm(slot.starts)));
    let minutes = format!("{:>7} ", said::minutes(lasts));
    let sign = if slot.fixed { "! " } else { "  " };
    let title_role = if slot.fixed { Role::Important } else { Role::Prompt };
    let mut left = vec![
        (Role::Place, times),
        (Role::Muted, minutes),
        (Role::Important, sign.to_string()),
    ];
    // Before the title, where it is in sight on every screen.
    left.extend(alone.map(|group| (Role::Warning, format!("{} ", said::only(group)))));
    let beside = folded && width >= WIDE && !slot.tracks.is_empty();
    if beside {
        left.push((title_role, padded(&slot.activity.title, TITLE)));
        for track in &slot.tracks {
            left.push((Role::Rule, "| ".into()));
            left.push((Role::Muted, padded(&in_short(plan, track), BESIDE)));
        }
        return Shown::new(left);
    }
    left.push((title_role, slot.activity.title.clone()));
    if slot.fixed {
        left.push((Role::Muted, format!("  ({})", said::FIXED)));
    }
    let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
    let questions: usize = own.map(|own| own.prompts.len()).sum();
    let questions = questions + slot.activity.prompts.len();
    let visits = slot.tracks.iter().map(|track| track.visits.len()).sum();
    Shown::new(left).with(said::inside(visits, questions))
}

fn padded(text: &str, width: u16) -> String {
    let fitted = shorten(text, width);
    let cells = super::super::display_safe::cells(&fitted);
    format!(
        "{fitted}{} ",
        " ".repeat(usize::from(width).saturating_sub(cells))
    )
}

fn group_names(plan: &Plan, slot: &Slot) -> String {
    let names: Vec<&str> = slot.tracks.iter().map(|track| group_name(plan, track)).collect();
    names.join(", ")
}

fn group_name<'p>(plan: &'p Plan, track: &'p Track) -> &'p str {
    plan.group(&track.group)
        .map_or(track.group.as_str(), |group| group.name.as_str())
}

/// What a group does, in a few letters: "Group 1: Y5 Y6 Y4".
fn in_short(plan: &Plan, track: &Track) -> String {
    let classes: Vec<String> = track
        .visits
        .iter()
        .map(|visit| words::short_class(&visit.class))
        .collect();
    let own = track.activity.as_ref().map(|own| own.title.clone());
    let parts: Vec<String> = own.into_iter().chain(classes).collect();
    let parts = if parts.is_empty() {
        said::AS_THE_ROW.to_string()
    } else {
        parts.join(" ")
    };
    format!("{}: {parts}", group_name(plan, track))
}

fn of_track(plan: &Plan, track: &Track) -> Shown {
    let visits: Vec<String> = track
        .visits
        .iter()
        .map(|visit| format!("{} {}", hh_mm(visit.starts), words::short_class(&visit.class)))
        .collect();
    let own = track
        .activity
        .as_ref()
        .map_or(said::AS_THE_ROW, |own| own.title.as_str());
    Shown::new(vec![
        (Role::Place, apart(group_name(plan, track), LABEL)),
        (Role::Prompt, format!("{own}  ")),
        (Role::Muted, visits.join("  ")),
    ])
}

/// The whole of a line of the timetable.
pub(super) fn whole(plan: &Plan, spot: &Spot) -> String {
    let Some((_, held)) = spot.row().and_then(|row| plan.slot(row)) else {
        return String::new();
    };
    match spot {
        Spot::Prompt(of, id) => {
            let own = of.track.as_ref().and_then(|track| {
                let track = held.tracks.iter().find(|known| known.id == *track)?;
                track.activity.as_ref()
            });
            let prompts = &own.unwrap_or(&held.activity).prompts;
            let prompt = prompts.iter().find(|prompt| prompt.id == *id);
            prompt.map_or_else(String::new, |prompt| prompt.text.clone())
        }
        Spot::Row(_) => {
            let tracks: Vec<String> = held.tracks.iter().map(|track| in_short(plan, track)).collect();
            let fixed = held.fixed.then(|| said::FIXED.to_string());
            let remark = Some(held.remark.clone()).filter(|remark| !remark.is_empty());
            let kind = said::kind(held.activity.kind);
            let parts = [Some(held.activity.title.clone()), Some(kind), fixed, remark];
            parts
                .into_iter()
                .flatten()
                .chain(tracks)
                .collect::<Vec<_>>()
                .join("; ")
        }
        Spot::Remark(_) => held.remark.clone(),
        Spot::Track(_, id) => {
            let track = held.tracks.iter().find(|track| track.id == *id);
            track.map_or_else(String::new, |track| in_short(plan, track))
        }
        Spot::Visit(_, track, id) => {
            let group = held.tracks.iter().find(|known| known.id == *track);
            let group = group.map_or("", |track| group_name(plan, track));
            let class = held.visit(id).map_or("", |visit| visit.class.as_str());
            format!("{}; {group}; {class}", held.activity.title)
        }
        _ => String::new(),
    }
}
