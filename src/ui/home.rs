//! The first screen: the sessions on this machine, and the demo.

use ratatui::layout::Rect;

use super::{
    footer_keys,
    keymap::Context,
    pen::{Pen, Rows, indent},
    theme::Role,
    words,
};
use crate::app::{
    home::{Home, Listed, SessionState},
    notice::Notice,
};

/// Draws the list.
pub fn draw(pen: &mut Pen<'_>, area: Rect, home: &Home, notice: Option<&Notice>) {
    let mut rows = Rows::of(area);
    let title = rows.take_rows(1);
    pen.text(indent(title, 1), Role::Title, words::HOME_TITLE);
    footer_keys(pen, indent(rows.take_last(1), 1), Context::List);
    let said = rows.take_last(1);
    if let Some(notice) = notice {
        pen.text(indent(said, 1), Role::Notice, &words::notice(notice));
    }
    pen.rule(rows.take_rows(1));
    if home.sessions.is_empty() {
        for line in words::GREETING {
            pen.text(indent(rows.take_rows(1), 1), Role::Muted, line);
        }
        rows.take_rows(1);
    }
    // The list and the demo below it, scrolled so that the chosen row is seen.
    let height = usize::from(rows.left()).max(1);
    let first = (home.chosen + 1).saturating_sub(height);
    for at in first..=home.sessions.len() {
        let Some(row) = rows.take_row() else { break };
        session_row(pen, indent(row, 1), home.sessions.get(at), home.chosen == at);
    }
}

fn session_row(pen: &mut Pen<'_>, row: Rect, listed: Option<&Listed>, chosen: bool) {
    let role = |role| if chosen { Role::Selected } else { role };
    let row = pen.text(row, role(Role::Muted), if chosen { "> " } else { "  " });
    let Some(listed) = listed else {
        pen.text(row, role(Role::Key), words::DEMO_ROW);
        return;
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
            (role(Role::Muted), " - "),
            (role(Role::Place), &listed.title),
        ],
    );
}
