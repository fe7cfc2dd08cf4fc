//! The list of every action, as it is opened here.

use super::{Context, Does, Row, context, context_below, in_words, keys, rows_at};
use crate::{
    app::{
        Model,
        keys::OwnKeys,
        message::{Action, PaletteRow},
    },
    ui::words::keys::ON_THE_DAY,
};

/// Every action that can be asked for where the list is opened, with its keys; behind them, where something lies on the
/// running day, those of the day.
#[must_use]
pub fn palette_rows(model: &Model) -> Vec<PaletteRow> {
    // What lies on top has a list of its own; a list that is open is replaced.
    let on_top = context(model).filter(|context| has_palette(*context) && *context != Context::List);
    let context = on_top.unwrap_or_else(|| context_below(model));
    let mut rows = palette_of(&model.keys, context);
    if model.day().is_some() && !matches!(context, Context::Day | Context::BringingIn | Context::TakingIn) {
        let mut of_day = palette_of(&model.keys, Context::Day);
        of_day.retain(|row| {
            is_asked_from_afar(row.action) && !rows.iter().any(|here| here.action == row.action)
        });
        rows.extend(of_day.into_iter().map(|row| PaletteRow {
            keys: ON_THE_DAY.into(),
            of_day: true,
            ..row
        }));
    }
    rows
}

/// Whether an action of the day means something to who does not see its line: nobody cuts or saves there unseen.
fn is_asked_from_afar(action: Action) -> bool {
    !matches!(
        action,
        Action::Enter
            | Action::Close
            | Action::PageUp
            | Action::PageDown
            | Action::DeleteNote
            | Action::Edit(_)
    )
}

/// Whether the list of every action can be opened here.
pub(super) fn has_palette(context: Context) -> bool {
    keys().any(|row| row.context == context && row.does == Does::Palette)
}

/// The actions that have a row here.
pub(super) fn palette_of(own: &OwnKeys, context: Context) -> Vec<PaletteRow> {
    // All that can be done with notes is offered wherever one is among them.
    let further = matches!(context, Context::NotesSearch | Context::NoteOpen).then_some(Context::Notes);
    let further = further
        .into_iter()
        .flat_map(|context| rows_at(own, context))
        .filter(|row| rows_at(own, context).all(|here| here.binding.does != row.binding.does));
    let row = |row: Row<'_>| match row.binding.does {
        Does::Action(action) => Some(PaletteRow {
            action,
            words: in_words(own, &[context, Context::Day], row.binding.words).into_owned(),
            keys: row.keys.join("  "),
            also: row.binding.also,
            of_day: false,
        }),
        Does::Motion(_) | Does::Palette => None,
    };
    let all: Vec<Row<'_>> = rows_at(own, context).chain(further).collect();
    // By what Enter was chosen to do, two rows of the table may do the same: the one with a key is said.
    let is_first = |(at, row): &(usize, &Row<'_>)| !all.iter().take(*at).any(|known| known.does == row.does);
    let first = all.iter().enumerate().filter(is_first);
    first.filter_map(|(_, known)| row(*known)).collect()
}
