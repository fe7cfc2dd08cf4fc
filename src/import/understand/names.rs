//! Names of people in what a sheet would show: they are taken out of it, and what was read is kept beside it.

use super::Reading;
use crate::{
    domain::read_timetable::{ReadRow, Unplaced},
    import::{struck, vocabulary::Vocabulary},
};

/// Why a text with a name in it is kept apart.
pub(super) const NAMES: &str = "names staff";
/// What is done where nothing but a name was said.
const UNTITLED: &str = "Meeting";

impl Reading<'_> {
    /// Takes names out of titles, remarks, questions and the names of groups, and keeps the texts that had them.
    pub(super) fn settle_names(&mut self) {
        let mut kept: Vec<Unplaced> = Vec::new();
        for row in self.found.days.iter_mut().flat_map(|day| &mut day.rows) {
            for (read, without) in strike(row, self.words) {
                // What the row became is shown, beside what was read.
                for piece in &mut self.found.understood {
                    piece.taken_for = piece.taken_for.replace(&read, &without);
                }
                kept.push(of_staff(row.line, read));
            }
        }
        let left = self.found.unplaced.iter_mut();
        for piece in left.filter(|piece| !piece.of_mail && struck::names(&piece.text).is_some()) {
            piece.of_mail = true;
            piece.why = NAMES.into();
        }
        for piece in kept {
            if !self.found.unplaced.contains(&piece) {
                self.found.unplaced.push(piece);
            }
        }
    }
}

/// What is kept where no sheet shows it.
pub(super) fn of_staff(line: usize, text: String) -> Unplaced {
    Unplaced {
        line,
        text,
        why: NAMES.into(),
        of_mail: true,
    }
}

/// Takes the names out of a row. Returns the texts that had them, each with what is left of it. What the plan says
/// itself beside a row stays: its sheet that comes back is to change nothing.
fn strike(row: &mut ReadRow, words: &Vocabulary) -> Vec<(String, String)> {
    let mut kept = Vec::new();
    let mut titles = vec![&mut row.title];
    let mut questions: Vec<&mut String> = row.prompts.iter_mut().collect();
    for track in &mut row.tracks {
        if let Some(without) = struck::members(&track.group).or_else(|| struck::names(&track.group)) {
            kept.push((std::mem::replace(&mut track.group, without.clone()), without));
        }
        titles.extend(track.activity.as_mut().map(|(title, _)| title));
        questions.extend(&mut track.prompts);
    }
    for text in titles {
        if let Some(without) = struck::names(text) {
            let without = if without.is_empty() {
                UNTITLED.into()
            } else {
                without
            };
            kept.push((std::mem::replace(text, without.clone()), without));
        }
    }
    if !words.remarks.contains(&row.remark)
        && let Some(without) = struck::names(&row.remark)
    {
        kept.push((std::mem::replace(&mut row.remark, without.clone()), without));
    }
    for text in questions {
        if let Some(without) = struck::in_a_question(text) {
            kept.push((std::mem::replace(text, without.clone()), without));
        }
    }
    kept
}
