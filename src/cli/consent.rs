//! Whether something may be written: a person at a terminal is asked, a script says --yes.

use std::io::{self, IsTerminal};

use super::{Failure, say};
use crate::{domain::taking_over::Doubt, ui::words::taking_over::left_open};

/// Refuses to write a timetable that would stand there twice, where nobody is there to look at it.
///
/// # Errors
/// If --yes was said for such a table.
pub fn of_no_double(yes: bool, doubts: &[Doubt]) -> Result<(), Failure> {
    let double = doubts.iter().filter(|doubt| doubt.what.is_double());
    let lines: Vec<String> = double
        .map(|doubt| format!("  line {}: {}", doubt.line, left_open(&doubt.what)))
        .collect();
    if lines.is_empty() || !yes {
        return Ok(());
    }
    Err(Failure::wrong_use(format!(
        "nothing was written: two rows would be at one time, and --yes does not write that\n{}\n\
         correct the table and bring it in again, or say it without --yes at a terminal, where you are asked",
        lines.join("\n")
    )))
}

/// A question before something is done that can't be taken back by itself.
#[derive(Debug, Clone)]
pub struct Question<'w> {
    /// What is asked.
    pub words: String,
    /// What a script can do to look first, or to go on.
    pub instead: &'w str,
    /// What is said after a no.
    pub refused: &'w str,
}

/// Whether something may be written. `asks` is whether a person may be asked at all; `instead` says what a script can do
/// to look first.
///
/// # Errors
/// If nobody can be asked and --yes was not said: nothing is written then.
pub fn given(yes: bool, asks: bool, question: &str, instead: &str) -> Result<bool, Failure> {
    let question = Question {
        words: question.into(),
        instead,
        refused: "Nothing was written.",
    };
    to(yes, asks, &question)
}

/// Whether to go on. `asks` is whether a person may be asked at all.
///
/// # Errors
/// If nobody can be asked and --yes was not said: nothing is done then.
pub fn to(yes: bool, asks: bool, question: &Question<'_>) -> Result<bool, Failure> {
    if yes {
        return Ok(true);
    }
    if !asks || !io::stdin().is_terminal() {
        let nothing = question.refused.trim_end_matches('.').to_lowercase();
        return Err(Failure::wrong_use(format!(
            "{nothing}: nobody can be asked here\n{}",
            question.instead
        )));
    }
    say::whole(&format!("\n{} [y/N] ", question.words)).map_err(Failure::work)?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer).map_err(Failure::work)?;
    let agreed = ["y", "yes"].contains(&answer.trim().to_lowercase().as_str());
    if !agreed && !question.refused.is_empty() {
        say::lines([question.refused]).map_err(Failure::work)?;
    }
    Ok(agreed)
}
