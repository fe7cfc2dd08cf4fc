//! What is asked for now, as lines: a list with numbers, a question, the open line, or a page.

use super::{day, heard};
use crate::{
    app::{
        Model, Overlay, Screen,
        coverage::Picture,
        day::Day,
        entry::Entry,
        home::{Home, Listed, Row, SessionState},
        late::Late,
        notice::Notice,
        passphrase::PassphraseEntry,
        picker::Picker,
    },
    ui::{
        contexts, coverage,
        keymap::{self, Context},
        late, overlay, pen, safeguarding,
        words::{self, plain as say},
    },
};

/// What is asked for now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// Where keys would be pressed.
    pub context: Option<Context>,
    /// Whether it is said as a whole whenever something in it changes.
    pub whole: bool,
    /// Its lines.
    pub lines: Vec<String>,
    /// The same with what is counted only later, where there is such: it is no reason to say them again.
    counted: Vec<String>,
    /// The line that the next key acts on.
    pub chosen: Option<String>,
    /// How it is answered.
    pub how: &'static str,
}

impl View {
    fn whole(context: Option<Context>, lines: Vec<String>, how: &'static str) -> Self {
        Self {
            context,
            whole: true,
            lines,
            counted: Vec::new(),
            chosen: None,
            how,
        }
    }

    /// What the model asks for now.
    pub fn of(model: &Model) -> Self {
        let context = keymap::context(model);
        let whole = |lines, how| Self::whole(context, lines, how);
        match (&model.overlay, &model.screen) {
            (Some(Overlay::Picker(picker)), _) => whole(picker_lines(model, picker), say::CHOOSE),
            (Some(Overlay::Entry(entry)), _) => {
                let how = if entry.text().is_empty() {
                    say::ENTRY
                } else {
                    say::ENTRY_STANDS
                };
                whole(entry_lines(entry), how)
            }
            (Some(Overlay::Passphrase(entry)), _) => whole(passphrase_lines(entry), say::PASSPHRASE),
            (Some(Overlay::Leave), _) => whole(leave_lines(model), say::YES_LEAVES),
            (Some(Overlay::Hidden(hidden)), _) => {
                whole(safeguarding::hidden_lines(model, hidden), say::HIDDEN)
            }
            (Some(Overlay::Discard(_)), _) => whole(safeguarding::question_lines(model), say::YES_DISCARDS),
            (Some(Overlay::Blank(_)), _) => whole(Vec::new(), say::BLANK),
            (None, Screen::Home(home)) => Self {
                counted: home_lines(home, true),
                ..whole(home_lines(home, false), say::CHOOSE_SESSION)
            },
            (None, Screen::Day(day)) if model.page.is_none() => whole(day::open_line(day), ""),
            (Some(Overlay::Late(late)), Screen::Day(day)) => Self::late(model, day, late),
            (Some(Overlay::Coverage(scroll)), Screen::Day(day)) if scroll.shows == Picture::Coverage => {
                whole(coverage::heard(&day.plan, &day.coverage(model.now)), say::BOX)
            }
            _ if context == Some(Context::Entry) => Self::page(model, say::SEVERAL_LINES),
            (Some(_), _) => Self::page(model, say::BOX),
            (None, _) => Self::page(model, say::PAGE),
        }
    }

    fn late(model: &Model, day: &Day, late: &Late) -> Self {
        let group = day
            .me
            .group
            .as_ref()
            .and_then(|group| day.today.plan.group(group));
        let group = group.map_or("my group", |group| group.name.as_str());
        let asked = words::late::options(late, group).replace("   ", ", ");
        let mut lines = vec![words::late::TITLE.to_string(), asked];
        lines.extend(
            late.before
                .as_ref()
                .map(|(place, over)| words::late::still_in(place, *over)),
        );
        lines.extend(late.remedies.iter().flat_map(|remedy| late::heard(late, remedy)));
        Self {
            context: keymap::context(model),
            whole: true,
            lines,
            counted: Vec::new(),
            chosen: Some(say::would_take(late.way)),
            how: say::LATE,
        }
    }

    fn page(model: &Model, how: &'static str) -> Self {
        let mut heard = heard::lines(model);
        // What was said of what was done is said already.
        let said = model
            .notice
            .as_ref()
            .map(|notice| pen::noticed(&model.keys.in_lines(), &contexts(model), notice));
        heard.retain(|line| said.as_ref() != Some(&line.text));
        let chosen = heard
            .iter()
            .find(|line| line.chosen)
            .map(|line| say::in_lines(&line.text));
        Self {
            context: keymap::context(model),
            whole: false,
            lines: heard.into_iter().map(|line| say::in_lines(&line.text)).collect(),
            counted: Vec::new(),
            chosen,
            how,
        }
    }

    /// What has to be said after `before` was: all of it, what is new in it, or nothing. Keys were pressed in `then`.
    pub fn since(&self, before: &Self, then: Option<Context>) -> Vec<String> {
        if self == before && self.context == then {
            return Vec::new();
        }
        let is_same = self.context == before.context && self.whole == before.whole;
        let is_same_page = is_same && (!self.whole || self.lines == before.lines);
        let mut lines: Vec<String> = if is_same_page {
            let is_new = |line: &&String| !before.lines.contains(line) && Some(*line) != self.chosen.as_ref();
            self.lines.iter().filter(is_new).cloned().collect()
        } else if self.counted.is_empty() {
            self.lines.clone()
        } else {
            self.counted.clone()
        };
        let moved = self.chosen != before.chosen || self.context != then || !is_same_page;
        lines.extend(self.chosen.as_deref().filter(|_| moved).map(say::chosen));
        if !is_same_page && !self.how.is_empty() {
            lines.push(self.how.into());
        }
        lines
    }
}

fn picker_lines(model: &Model, picker: &Picker) -> Vec<String> {
    let line_open = model.day().is_some_and(|day| day.capture.started().is_some());
    let mut lines = vec![overlay::title(&picker.purpose, line_open).into_owned()];
    for (at, row) in picker.found().enumerate() {
        let (before, behind) = overlay::around(&row.choice);
        let warning = overlay::warning(row);
        let asides = [overlay::aside(row), warning.unwrap_or_default()];
        let asides: Vec<&str> = asides
            .iter()
            .map(|aside| aside.trim())
            .filter(|aside| !aside.is_empty())
            .collect();
        let said = format!("{before}{}{behind}", row.words);
        let asides = asides.join(", ").replace("  ", ", ");
        lines.push(say::numbered(at + 1, &said, &asides));
    }
    lines
}

fn entry_lines(entry: &Entry) -> Vec<String> {
    let mut lines = vec![say::in_lines(&overlay::entry_title(entry))];
    lines.extend(overlay::entry_about(entry));
    lines.extend(entry.said.as_ref().map(|said: &Notice| words::notice(said)));
    if !entry.text().is_empty() {
        lines.push(say::stands(entry.text()));
    }
    lines
}

fn passphrase_lines(entry: &PassphraseEntry) -> Vec<String> {
    let mut lines = vec![
        words::sealing::title(entry).to_string(),
        words::sealing::advice(entry).to_string(),
    ];
    lines.extend(entry.said.map(words::sealing::said));
    lines
}

fn leave_lines(model: &Model) -> Vec<String> {
    // The last line says which keys answer.
    let said = overlay::leave_lines(model);
    said.iter()
        .take(said.len().saturating_sub(1))
        .map(ToString::to_string)
        .collect()
}

fn home_lines(home: &Home, counted: bool) -> Vec<String> {
    let mut lines = vec![words::HOME_TITLE.to_string()];
    if home.sessions.is_empty() {
        lines.extend([words::GREETING[0], say::BEGIN].map(str::to_string));
    }
    let line = |at: &usize| home.sessions.get(*at).map(|listed| session_line(listed, counted));
    let rows = home.rows().iter().map(|row| match row {
        Row::Session(at) => line(at).unwrap_or_default(),
        Row::Demo => words::DEMO_ROW.into(),
        Row::ByPath => words::home::BY_PATH_ROW.into(),
        Row::NewPlan => words::plan::NEW_PLAN_ROW.into(),
        Row::Table => words::bringing_in::HOME_ROW.into(),
    });
    lines.extend(rows.enumerate().map(|(at, row)| say::numbered(at + 1, &row, "")));
    lines
}

/// A session in one line, with how much was noted if it is `counted`.
fn session_line(listed: &Listed, counted: bool) -> String {
    let state = words::session_state(&listed.state);
    if let SessionState::Unreadable { why, cure } = &listed.state {
        return format!("{} - {state}: {why}; {cure}", listed.school);
    }
    let date = listed
        .begins
        .map(|begins| begins.moment().format("%-d %B %Y").to_string());
    let noted = if counted {
        words::home::noted_in_short(listed)
    } else {
        words::writers(listed.writers)
    };
    let facts = [
        Some(listed.title.clone()),
        date,
        Some(state),
        Some(words::made(&listed.state).trim_matches([' ', ',']).to_string()),
        Some(noted.trim().to_string()),
        listed.waits.as_ref().map(words::home::waits),
    ];
    let facts: Vec<String> = facts
        .into_iter()
        .flatten()
        .filter(|fact| !fact.is_empty())
        .collect();
    format!("{} - {}", listed.school, facts.join(", "))
}
