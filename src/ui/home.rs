//! The first screen: the sessions on this machine, and the demo.

use ratatui::layout::Rect;

use super::{
    footer_keys,
    keymap::Context,
    pen::{Pen, Rows, indent},
    theme::Role,
    words,
};
use crate::{
    app::{
        home::{Home, Listed, NextDue, SessionState},
        notice::Notice,
    },
    domain::deadline::DueState,
};

/// Draws the list.
pub fn draw(pen: &mut Pen<'_>, area: Rect, home: &Home, notice: Option<&Notice>) {
    let mut rows = Rows::of(area);
    let title = rows.take_rows(1);
    pen.text(indent(title, 1), Role::Title, words::HOME_TITLE);
    footer_keys(pen, indent(rows.take_last(1), 1), Context::List);
    let said = rows.take_last(1);
    if let Some(notice) = notice {
        pen.say(indent(said, 1), Role::Notice, &words::notice(notice));
    } else if home.holidays_broken {
        pen.text(indent(said, 1), Role::Warning, words::HOLIDAYS_BROKEN);
    } else if let Some(reminder) = reminder(home) {
        pen.say(indent(said, 1), Role::Warning, &reminder);
    }
    pen.rule(rows.take_rows(1));
    if home.sessions.is_empty() {
        for line in words::GREETING {
            pen.say(indent(rows.take_rows(1), 1), Role::Muted, line);
        }
        rows.take_rows(1);
    }
    // The list, with what can be begun here below it, scrolled so that the chosen row is seen, and what is due for it.
    let next = home.next_due();
    let height = usize::from(rows.left()).max(1);
    let to_remove = home.chosen_session().and_then(|listed| listed.to_remove);
    let below = usize::from(next.is_some()) + usize::from(to_remove.is_some());
    let first = (home.chosen + 1 + below).saturating_sub(height);
    for at in first..=home.sessions.len() + 2 {
        let Some(row) = rows.take_row() else { break };
        let shown = match home.sessions.get(at) {
            Some(listed) => Ok(listed),
            None if at == home.sessions.len() => Err(words::DEMO_ROW),
            None if at == home.sessions.len() + 1 => Err(words::plan::NEW_PLAN_ROW),
            None => Err(words::bringing_in::HOME_ROW),
        };
        session_row(pen, indent(row, 1), shown, home.chosen == at);
        if let Some(next) = next.filter(|_| home.chosen == at) {
            due_row(pen, indent(rows.take_rows(1), 3), next);
        }
        if let Some(to_remove) = to_remove.filter(|_| home.chosen == at) {
            let row = indent(rows.take_rows(1), 3);
            let row = pen.text(row, Role::Muted, &format!("{:<13}", words::purge::KEPT));
            pen.text(row, Role::Warning, &words::purge::to_remove(to_remove));
        }
    }
}

/// That what is kept of some sessions is to be removed: the one with the earliest day is named.
fn reminder(home: &Home) -> Option<String> {
    let all = home.to_remove().count();
    let (first, to_remove) = home.to_remove().min_by_key(|(_, to_remove)| to_remove.until)?;
    Some(words::purge::reminder(&first.school, to_remove, all - 1))
}

/// What is due next for the chosen session.
fn due_row(pen: &mut Pen<'_>, row: Rect, NextDue { due, state }: &NextDue) {
    let role = match state {
        DueState::Passed => Role::Past,
        DueState::Today => Role::Warning,
        DueState::Ahead { .. } | DueState::Undated => Role::Place,
    };
    let row = pen.text(row, Role::Muted, &format!("{:<13}", words::next_due(due, *state)));
    pen.text(row, role, &words::due_line(due, *state));
}

/// A session, or else what can be begun here.
fn session_row(pen: &mut Pen<'_>, row: Rect, listed: Result<&Listed, &str>, chosen: bool) {
    let role = |role| if chosen { Role::Selected } else { role };
    let row = pen.text(row, role(Role::Muted), if chosen { "> " } else { "  " });
    let listed = match listed {
        Ok(listed) => listed,
        Err(begins) => {
            pen.text(row, role(Role::Key), begins);
            return;
        }
    };
    let date = listed.begins.map_or_else(String::new, |begins| {
        begins.moment().format("%d %b %Y").to_string()
    });
    let state_role = if listed.state == SessionState::Today {
        Role::Now
    } else {
        Role::Muted
    };
    let row = pen.text(row, role(Role::Muted), &format!("{date:<13}"));
    let state = words::session_state(&listed.state);
    if matches!(listed.state, SessionState::Unreadable(_)) {
        let row = pen.text(row, role(Role::Title), &listed.school);
        pen.text(row, role(Role::Failure), &format!("  {state}"));
        return;
    }
    let row = pen.text(row, role(state_role), &format!("{state:<12}"));
    let row = pen.text_right(row, role(Role::Muted), &words::writers(listed.writers));
    pen.pieces(
        row,
        &[
            (role(Role::Title), &listed.school),
            (role(Role::Muted), &words::made(&listed.state)),
            (role(Role::Muted), " - "),
            (role(Role::Place), &listed.title),
        ],
    );
}
