//! Models as text for people.

use std::path::Path;

use super::Checked;
use crate::{
    domain::{
        activity::Activity,
        finding_lists::{FindingList, OneFor},
        model::{Deadline, Due, QuestionSet, ReviewModel, Role, Rules, Scale, ShapeDay, ShapeRow, Verdict},
        plan::Duty,
        prompt::Prompt,
    },
    storage::models::{Models, Source},
    ui::words::every,
};

/// A line for each model, and the folder that one's own are looked for in.
pub(super) fn list(models: &Models, own: &Path) -> Vec<String> {
    let ids = models.all.iter().map(|(_, model)| model.id.chars().count());
    let width = ids.max().unwrap_or(0);
    let line = |(source, model): &(Source, ReviewModel)| {
        let (name, length) = (&model.name, length(&model.shape));
        format!("{:width$}  {name}, {length}  ({})", model.id, from(source))
    };
    let folder = format!("your own go into {} (files that end in .ron)", own.display());
    models
        .all
        .iter()
        .map(line)
        .chain([String::new(), folder])
        .collect()
}

/// How long a review of this shape is: "240 minutes", "2 days: 420 and 420 minutes".
fn length(shape: &[ShapeDay]) -> String {
    let minutes: Vec<String> = shape.iter().map(|day| day.minutes().to_string()).collect();
    match minutes.as_slice() {
        [] => "without a timetable".into(),
        [day] => format!("{day} minutes"),
        days => format!("{} days: {} minutes", days.len(), days.join(" and ")),
    }
}

fn from(source: &Source) -> String {
    match source {
        Source::Shipped => "shipped".into(),
        Source::Own(file) => format!("your own: {}", file.display()),
        Source::Instead(file) => format!("your own instead of the shipped one: {}", file.display()),
    }
}

/// Everything in a model.
pub(super) fn show(source: &Source, model: &ReviewModel) -> Vec<String> {
    let mut lines = vec![
        format!("{} ({})", model.name, model.id),
        model.about.clone(),
        format!("{}, {}", length(&model.shape), from(source)),
    ];
    let stages = model.stages.iter().enumerate();
    part(
        &mut lines,
        "Stages",
        stages.map(|(at, stage)| format!("{}. {stage}", at + 1)),
    );
    let roles = model.roles.iter().map(|role| one_role(&model.groups, role));
    part(&mut lines, "People", roles);
    for (at, day) in model.shape.iter().enumerate() {
        let title = match day.label.as_str() {
            "" if model.shape.len() == 1 => "Timetable".to_string(),
            "" => format!("Timetable, day {}", at + 1),
            label => format!("Timetable, {label}"),
        };
        let rows = day.rows.iter().flat_map(|row| one_row(&model.groups, row));
        part(&mut lines, &title, rows);
    }
    let sets = model.question_sets.iter().flat_map(one_set);
    part(&mut lines, "Question sets", sets);
    rules(&mut lines, &model.rules);
    lines
}

/// A part of the text under its title; nothing if there is nothing in it.
fn part(lines: &mut Vec<String>, title: &str, inside: impl IntoIterator<Item = String>) {
    let mut inside = inside.into_iter().peekable();
    if inside.peek().is_some() {
        lines.extend([String::new(), title.to_string()]);
        lines.extend(inside.map(|line| format!("  {line}")));
    }
}

fn one_role(groups: &[String], role: &Role) -> String {
    let mut words: Vec<&str> = role.duties.iter().map(|duty| duty_words(*duty)).collect();
    let group = role.group.and_then(|group| groups.get(group));
    let group = group.map(|group| format!("goes with {group}"));
    words.extend(group.as_deref());
    if role.host_staff {
        words.push("of the host school");
    }
    format!("{}: {}", role.name, words.join(", "))
}

fn duty_words(duty: Duty) -> &'static str {
    match duty {
        Duty::Facilitator => "facilitator",
        Duty::Reviewer => "reviewer",
        Duty::HostHead => "host head",
        Duty::SafeguardingLead => "safeguarding lead",
        Duty::Governor => "governor",
        Duty::Participant => "takes part",
    }
}

/// A row, with what each group does below it where they go separate ways.
fn one_row(groups: &[String], row: &ShapeRow) -> Vec<String> {
    let start = row
        .starts
        .map_or_else(String::new, |start| format!("{}  ", start.format("%H:%M")));
    let fixed = if row.fixed { ", fixed" } else { "" };
    let mut lines = vec![format!(
        "{start}{:3} min  {}{fixed}{}",
        row.minutes,
        row.activity.title,
        questions(&row.activity.prompts)
    )];
    let below = " ".repeat(start.len() + 9);
    if !row.tracks.is_empty() && row.tracks.iter().all(Option::is_none) {
        lines.push(format!("{below}in {} groups", row.tracks.len()));
    } else {
        let tracks = row.tracks.iter().enumerate();
        lines.extend(tracks.map(|(at, own)| format!("{below}{}", one_track(groups, at, own.as_ref(), row))));
    }
    if !row.remark.is_empty() {
        lines.push(format!("{below}{}", row.remark));
    }
    lines
}

/// What the group at position `at` does in a row.
fn one_track(groups: &[String], at: usize, own: Option<&Activity>, row: &ShapeRow) -> String {
    let group = groups
        .get(at)
        .map_or_else(|| format!("group {}", at + 1), String::clone);
    match own {
        Some(own) => format!("{group}: {}{}", own.title, questions(&own.prompts)),
        None => format!("{group}: {}", row.activity.title),
    }
}

fn questions(prompts: &[Prompt]) -> String {
    match prompts.len() {
        0 => String::new(),
        1 => ", 1 question".into(),
        many => format!(", {many} questions"),
    }
}

fn one_set(set: &QuestionSet) -> Vec<String> {
    let kind = set.kind.word().replace('_', " ");
    let mut lines = vec![format!("{} ({}; for {kind})", set.name, set.id)];
    for prompt in &set.prompts {
        lines.push(format!("  {}: {}", prompt.short, prompt.text));
    }
    lines
}

fn rules(lines: &mut Vec<String>, rules: &Rules) {
    part(lines, "Deadlines", rules.deadlines.iter().map(one_deadline));
    part(lines, "Do", rules.conduct_do.iter().cloned());
    part(lines, "Do not", rules.conduct_do_not.iter().cloned());
    part(
        lines,
        "Verdict on the school",
        [verdict(rules.verdict).to_string()],
    );
    part(lines, "The plan provides for", asks(rules));
    part(lines, "Evidence is sorted under", rules.framework.iter().cloned());
    let labels = &rules.kind_labels;
    let kinds = [
        &labels.strength,
        &labels.development,
        &labels.evidence,
        &labels.question,
    ];
    part(lines, "Kinds of note", kinds.map(Clone::clone));
    part(
        lines,
        "Words that become tags",
        (!rules.tag_words.is_empty()).then(|| rules.tag_words.join(", ")),
    );
    part(
        lines,
        "Sections of the report",
        rules.report_sections.iter().cloned(),
    );
    let scale = |Scale { name, steps }: &Scale| format!("{name}: {}", steps.join(" > "));
    part(
        lines,
        "Scales, from best to worst",
        rules.scales.iter().map(scale),
    );
    part(lines, "Findings", rules.findings.iter().map(finding_list));
    part(lines, "Asked at the follow-up", rules.follow_up.iter().cloned());
    part(
        lines,
        "How long notes are kept",
        Some(rules.retention.clone()).filter(|words| !words.is_empty()),
    );
}

/// A list of findings: what it has one finding each for, how many are asked for, and what each says.
fn finding_list(list: &FindingList) -> String {
    let each = match list.one_for {
        OneFor::Free => String::new(),
        OneFor::Enquiries => ", one for each line of enquiry and its parts".into(),
        OneFor::Framework => ", one for each of what evidence is sorted under".into(),
        OneFor::Review => ", one for the review".into(),
    };
    let asked = match list.asked {
        (0, 0) => String::new(),
        (least, most) => format!(", {least} to {most}"),
    };
    let fields = list.fields.iter().map(|field| field.title.to_lowercase());
    let scale = list.scale.iter().map(|scale| scale.to_lowercase());
    let steps = list.steps.then(|| "action steps".to_string());
    let parts: Vec<String> = fields.chain(scale).chain(steps).collect();
    let says = if parts.is_empty() {
        String::new()
    } else {
        format!(": {}", parts.join(", "))
    };
    format!("{}{each}{asked}{says}", list.title)
}

fn one_deadline(deadline: &Deadline) -> String {
    let who = match deadline.who.as_str() {
        "" => String::new(),
        who => format!(" ({who})"),
    };
    let weight = match (deadline.due, deadline.binding) {
        (_, true) => ", binding",
        (Due::ByAgreement, false) => "",
        (_, false) => ", a target",
    };
    let levels = match deadline.at_levels.join(", ") {
        levels if levels.is_empty() => levels,
        levels => format!(", only at: {levels}"),
    };
    format!("{}{who}: {}{weight}{levels}", deadline.what, due(deadline.due))
}

fn due(due: Due) -> String {
    let some = |count: u32, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    match due {
        Due::HoursBefore(hours) => format!("{} before the first row", some(hours, "hour")),
        Due::DaysBefore(days) => format!("{} before", some(days, "day")),
        Due::OnTheDay => "on the day".into(),
        Due::WorkingDaysAfter(days) => format!("{} after", some(days, "working day")),
        Due::DaysAfter(days) => format!("{} after", some(days, "day")),
        Due::Every { weeks, times } => format!("{}, {} in all", every(weeks), some(times, "time")),
        Due::NextGovernorsMeeting => "the governors' next meeting".into(),
        Due::ByAgreement => "by agreement".into(),
    }
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Banned => "banned: words for grades may not be used",
        Verdict::NotAskedFor => "not asked for",
        Verdict::Required => "required, on the model's own scale",
        Verdict::Benchmark => "the grade of the last inspection is what progress is measured against",
    }
}

fn asks(rules: &Rules) -> Vec<String> {
    let asks = &rules.asks;
    let mut lines = Vec::new();
    if !asks.evidence.is_empty() {
        let kinds: Vec<String> = asks
            .evidence
            .iter()
            .map(|kind| kind.word().replace('_', " "))
            .collect();
        lines.push(format!("kinds of evidence: {}", kinds.join(", ")));
    }
    if !asks.pupil_groups.is_empty() {
        let groups: Vec<String> = asks
            .pupil_groups
            .iter()
            .map(|group| group.replace('|', " / "))
            .collect();
        lines.push(format!("pupils: {}", groups.join("; ")));
    }
    if asks.books_per_year > 0 {
        lines.push(format!("{} books from each year group", asks.books_per_year));
    }
    if asks.longest_without_break > 0 {
        lines.push(format!(
            "a break after {} minutes at most",
            asks.longest_without_break
        ));
    }
    lines
}

/// What is wrong with each file, or that nothing is.
pub(super) fn checked(checked: &[Checked]) -> Vec<String> {
    let words = |checked: &Checked| match &checked.fault {
        None => format!("{}: nothing is wrong", checked.file.display()),
        Some(fault) => fault.to_string(),
    };
    checked.iter().map(words).collect()
}

/// What to do with the file of a model to have one of one's own.
pub(super) fn begin_own(own: &Path) -> String {
    format!(
        "to have one of your own: put this into {}, in a file that ends in .ron, with another id and name; then \
         knownow models check",
        own.display()
    )
}
