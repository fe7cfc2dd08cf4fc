//! The first screen: the sessions on this machine, the chosen one in full below them, and what can be begun.

use ratatui::layout::{Position, Rect};

use super::{
    footer_keys_in_order,
    keymap::Context,
    overlay::tail,
    pen::{Pen, Rows, indent},
    theme::Role,
    words,
    wrap::{shorten, wrap_text},
};
use crate::{
    app::{
        home::{Home, Listed, NextDue, Row, SessionState},
        notice::Notice,
        pointing::{Rolled, Spot},
    },
    domain::deadline::DueState,
};

/// Most rows of what is said of the chosen session.
const DETAILS: u16 = 6;
/// Cells of the words before it.
const LABEL: usize = 13;
/// The keys of the footer, the most needed first.
const KEYS: [&str; 7] = ["Enter", "Ctrl+P", "Ctrl+N", "Ctrl+K", "F1", "Ctrl+Q", "Ctrl+G"];

/// Draws the list; gives the place of the cursor while something is typed.
pub fn draw(pen: &mut Pen<'_>, area: Rect, home: &Home, notice: Option<&Notice>) -> Option<Position> {
    let mut rows = Rows::of(area);
    let cursor = title(pen, rows.take_rows(1), home);
    footer_keys_in_order(pen, indent(rows.take_last(1), 1), Context::Home, &KEYS);
    say(pen, &mut rows, home, notice);
    pen.rule(rows.take_rows(1));
    let below = rows.take_last(DETAILS.min(area.height / 4) + 1);
    details(pen, below, home);
    if home.sessions.is_empty() {
        for line in words::GREETING {
            pen.say(indent(rows.take_rows(1), 1), Role::Prompt, line);
        }
        rows.take_rows(1);
    }
    if home.rows().is_empty() && !home.query().is_empty() {
        for line in words::home::NOTHING_FOUND {
            pen.say(indent(rows.take_rows(1), 1), Role::Muted, line);
        }
    }
    pen.rolls(area, Rolled::Rows, true);
    list(pen, rows, home);
    cursor
}

/// The title, and what is typed to find a session.
fn title(pen: &mut Pen<'_>, row: Rect, home: &Home) -> Option<Position> {
    let row = indent(row, 1);
    if home.query().is_empty() {
        let row = pen.text_right(row, Role::Muted, words::home::TYPE);
        pen.text(row, Role::Title, words::HOME_TITLE);
        return None;
    }
    let found = words::home::found(home.sessions_found(), home.sessions.len());
    let row = pen.text_right(row, Role::Muted, &found);
    let left = pen.text(row, Role::Title, words::HOME_TITLE);
    let left = pen.text(left, Role::Key, "   > ");
    let room = usize::from(left.width).saturating_sub(2);
    let left = pen.text(left, Role::CaptureLine, tail(home.query(), room));
    Some(Position::new(left.x.min(row.right().saturating_sub(1)), row.y))
}

/// What is to be told, above the footer: in a small window only what matters most.
fn say(pen: &mut Pen<'_>, rows: &mut Rows, home: &Home, notice: Option<&Notice>) {
    let recovered = home.waiting().next().map(|(listed, waits)| {
        let others = home.waiting().count() - 1;
        words::home::recovered(listed, &waits, others)
    });
    let holidays = home.holidays_broken.then(|| words::HOLIDAYS_BROKEN.to_string());
    let told = [
        notice.map(|notice| (Role::Notice, pen.noticed(notice))),
        recovered.map(|said| (Role::Warning, said)),
        holidays.map(|said| (Role::Warning, said)),
        reminder(home).map(|said| (Role::Warning, pen.told(&said).into_owned())),
    ];
    let most = if rows.left() < 20 { 1 } else { 3 };
    let told: Vec<(Role, String)> = told.into_iter().flatten().take(most).collect();
    for (role, said) in told.iter().rev() {
        pen.text(indent(rows.take_last(1), 1), *role, said);
    }
    if told.is_empty() {
        rows.take_last(1);
    }
}

/// That what is kept of some sessions is to be removed: the one with the earliest day is named.
fn reminder(home: &Home) -> Option<String> {
    let all = home.to_remove().count();
    let (first, to_remove) = home.to_remove().min_by_key(|(_, to_remove)| to_remove.until)?;
    Some(words::purge::reminder(&first.school, to_remove, all - 1))
}

/// The rows, scrolled so that the chosen one is seen; rehearsals stand apart.
fn list(pen: &mut Pen<'_>, mut rows: Rows, home: &Home) {
    let is_rehearsal = |row: &Row| {
        matches!(row, Row::Session(at) if home.sessions.get(*at)
            .is_some_and(|listed| matches!(listed.state, SessionState::Rehearsal(_))))
    };
    let headed = home.rows().iter().position(is_rehearsal);
    let head_above = usize::from(headed.is_some_and(|at| at <= home.chosen()));
    let height = usize::from(rows.left()).max(1);
    let first = (home.chosen() + 1 + head_above).saturating_sub(height);
    let shown = height.saturating_sub(usize::from(headed.is_some()));
    let first = pen.first_of(Rolled::Rows, first, (home.chosen(), shown));
    for (at, row) in home.rows().iter().enumerate().skip(first) {
        if headed == Some(at)
            && let Some(head) = rows.take_row()
        {
            pen.text(indent(head, 3), Role::Muted, words::home::REHEARSALS);
        }
        let Some(place) = rows.take_row() else { break };
        pen.spot(place, Spot::Row(at));
        row_of_list(pen, indent(place, 1), (home, *row), home.chosen() == at);
    }
}

fn row_of_list(pen: &mut Pen<'_>, place: Rect, (home, row): (&Home, Row), chosen: bool) {
    let role = |role| if chosen { Role::Selected } else { role };
    let place = pen.text(place, role(Role::Muted), if chosen { "> " } else { "  " });
    let begins = match row {
        Row::Session(at) => {
            if let Some(listed) = home.sessions.get(at) {
                session_row(pen, place, listed, chosen);
            }
            return;
        }
        Row::Demo => words::DEMO_ROW,
        Row::ByPath => words::home::BY_PATH_ROW,
        Row::NewPlan => words::plan::NEW_PLAN_ROW,
        Row::Table => words::bringing_in::HOME_ROW,
    };
    pen.text(place, role(Role::Key), begins);
}

fn session_row(pen: &mut Pen<'_>, row: Rect, listed: &Listed, chosen: bool) {
    let role = |role| if chosen { Role::Selected } else { role };
    let date = listed.begins.map_or_else(String::new, |begins| {
        begins.moment().format("%d %b %Y").to_string()
    });
    let state_role = match listed.state {
        SessionState::Today | SessionState::InProgress => Role::Now,
        SessionState::Unreadable { .. } => Role::Failure,
        _ => Role::Muted,
    };
    let row = pen.text(row, role(Role::Muted), &format!("{date:<LABEL$}"));
    let state = words::session_state(&listed.state);
    let row = pen.text(row, role(state_role), &format!("{state:<13}"));
    let row = if words::home::is_broken(&listed.state) {
        row
    } else {
        pen.text_right(row, role(Role::Muted), &words::home::noted_in_short(listed))
    };
    let between = if listed.title.is_empty() { "" } else { " - " };
    pen.pieces(
        row,
        &[
            (role(Role::Title), &listed.school),
            (role(Role::Muted), &words::made(&listed.state)),
            (role(Role::Muted), between),
            (role(Role::Place), &listed.title),
        ],
    );
}

/// All that is known of the chosen row, as far as there is room.
fn details(pen: &mut Pen<'_>, area: Rect, home: &Home) {
    let mut rows = Rows::of(area);
    pen.rule(rows.take_rows(1));
    let Some(chosen) = home.chosen_row() else {
        return;
    };
    let Some(listed) = home.chosen_session() else {
        for line in words::home::about(chosen) {
            for line in wrap_text(line, rows.width().saturating_sub(4)) {
                pen.text(indent(rows.take_rows(1), 3), Role::Muted, &line);
            }
        }
        return;
    };
    if let SessionState::Unreadable { why, cure } = &listed.state {
        detail(pen, &mut rows, words::home::REASON, (Role::Failure, why));
        let cure = pen.told(cure);
        detail(pen, &mut rows, words::home::CURE, (Role::Warning, &cure));
    } else {
        let review = words::home::review(listed);
        detail(pen, &mut rows, words::home::REVIEW, (Role::Place, &review));
    }
    if let Some(waits) = &listed.waits {
        let waits = words::home::waits(waits);
        detail(pen, &mut rows, words::home::WAITS, (Role::Warning, &waits));
    }
    if let Some(next) = &listed.next {
        due(pen, &mut rows, next);
    }
    if let Some(to_remove) = listed.to_remove {
        let said = words::purge::to_remove(to_remove);
        detail(pen, &mut rows, words::purge::KEPT, (Role::Warning, &said));
    }
    if !words::home::is_broken(&listed.state) {
        let noted = words::home::noted(listed);
        detail(pen, &mut rows, words::home::NOTES, (Role::Prompt, &noted));
    }
    let folder = listed.folder.display().to_string();
    detail(pen, &mut rows, words::home::FOLDER, (Role::Muted, &folder));
}

/// What is due next for the chosen session.
fn due(pen: &mut Pen<'_>, rows: &mut Rows, NextDue { due, state }: &NextDue) {
    let role = match state {
        DueState::Passed => Role::Past,
        DueState::Today => Role::Warning,
        DueState::Ahead { .. } | DueState::Undated => Role::Place,
    };
    let said = words::due_line(due, *state);
    detail(pen, rows, words::next_due(due, *state), (role, &said));
}

/// A line of it, going on below where it is longer than the window is wide.
fn detail(pen: &mut Pen<'_>, rows: &mut Rows, label: &str, (role, said): (Role, &str)) {
    let mut label = label;
    let lines = wrap_text(said, rows.width().saturating_sub(17));
    for (at, line) in lines.iter().enumerate() {
        let Some(row) = rows.take_row() else { return };
        let row = pen.text(indent(row, 3), Role::Muted, &format!("{label:<LABEL$}"));
        if rows.left() == 0 && at + 1 < lines.len() {
            // There is no room for the rest: that it goes on is seen.
            let rest = lines.get(at..).unwrap_or_default().concat();
            pen.text(row, role, &shorten(&rest, row.width));
            return;
        }
        pen.text(row, role, line);
        label = "";
    }
}
