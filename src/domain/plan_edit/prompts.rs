//! Edits of the questions of a row, or of one group in it.

use super::{Fresh, Refusal, Way, row_mut, wording};
use crate::domain::{
    ids::{PromptId, SlotId, TrackId},
    plan::Plan,
    prompt::Prompt,
};

/// Letters of a short form that is taken from a question itself.
const SHORT: usize = 30;

/// Whose questions they are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PromptsOf {
    /// The row.
    pub row: SlotId,
    /// The group's track, if it has something of its own to do; otherwise they are the row's own.
    pub track: Option<TrackId>,
}

/// A change of questions. A question without a short form gets its first words as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PromptEdit {
    /// A further one.
    Add {
        /// In a few words, or nothing.
        short: String,
        /// The question.
        text: String,
    },
    /// Other words.
    Change {
        /// Which one.
        id: PromptId,
        /// In a few words, or nothing.
        short: String,
        /// The question.
        text: String,
    },
    /// It goes.
    Remove(PromptId),
    /// It changes places with its neighbour.
    Move(PromptId, Way),
    /// A question set is taken in.
    Take {
        /// Its questions.
        prompts: Vec<Prompt>,
        /// Whether it takes the place of what is there.
        replaces: bool,
    },
}

pub(super) fn apply(plan: &mut Plan, of: &PromptsOf, edit: PromptEdit, fresh: Fresh) -> Result<(), Refusal> {
    let count = match &edit {
        PromptEdit::Take { prompts, .. } => prompts.len(),
        _ => 1,
    };
    let mut ids = fresh.ids("prompt", plan, count).into_iter().map(PromptId::new);
    let (day, at) = row_mut(plan, &of.row)?;
    let row = &mut day.slots[at];
    let activity = match &of.track {
        None => &mut row.activity,
        Some(id) => {
            let track = row.tracks.iter_mut().find(|track| track.id == *id);
            let own = track.ok_or(Refusal::Gone)?.activity.as_mut();
            own.ok_or(Refusal::NothingOfItsOwn)?
        }
    };
    let prompts = &mut activity.prompts;
    let find = |prompts: &[Prompt], id: &PromptId| {
        let at = prompts.iter().position(|prompt| prompt.id == *id);
        at.ok_or(Refusal::Gone)
    };
    match edit {
        PromptEdit::Add { short, text } => {
            let id = ids.next().ok_or(Refusal::Gone)?;
            prompts.push(worded(id, &short, &text)?);
        }
        PromptEdit::Change { id, short, text } => {
            let at = find(prompts, &id)?;
            prompts[at] = worded(id, &short, &text)?;
        }
        PromptEdit::Remove(id) => drop(prompts.remove(find(prompts, &id)?)),
        PromptEdit::Move(id, way) => {
            let at = find(prompts, &id)?;
            let beside = way.beside(at, prompts.len()).ok_or(Refusal::AtTheEdge)?;
            prompts.swap(at, beside);
        }
        PromptEdit::Take {
            prompts: taken,
            replaces,
        } => take(prompts, taken, replaces, ids)?,
    }
    Ok(())
}

/// Takes a question set in: those that are there in the same words stay what they are.
fn take(
    prompts: &mut Vec<Prompt>,
    taken: Vec<Prompt>,
    replaces: bool,
    ids: impl Iterator<Item = PromptId>,
) -> Result<(), Refusal> {
    if taken.is_empty() {
        return Err(Refusal::NoQuestions);
    }
    let before = if replaces {
        std::mem::take(prompts)
    } else {
        prompts.clone()
    };
    for (prompt, id) in taken.into_iter().zip(ids) {
        let same = before.iter().find(|old| old.text == prompt.text);
        match same {
            Some(_) if !replaces => {}
            Some(old) if !prompts.contains(old) => prompts.push(old.clone()),
            Some(_) => {}
            None => prompts.push(worded(id, &prompt.short, &prompt.text)?),
        }
    }
    Ok(())
}

fn worded(id: PromptId, short: &str, text: &str) -> Result<Prompt, Refusal> {
    let text = wording::some(text)?;
    let short = wording::line(short)?;
    Ok(Prompt {
        id,
        short: if short.is_empty() { few_words(&text) } else { short },
        text,
    })
}

/// The first words of a question, as many as fit a narrow list.
#[must_use]
pub fn few_words(text: &str) -> String {
    let mut short = String::new();
    for word in text.split_whitespace() {
        if !short.is_empty() && short.chars().count() + 1 + word.chars().count() > SHORT {
            short.push('\u{2026}');
            return short;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}
