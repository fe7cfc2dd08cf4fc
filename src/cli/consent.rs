//! Whether something may be written: a person at a terminal is asked, a script says --yes.

use std::io::{self, IsTerminal};

use super::{Failure, say};

/// Whether to go on. `asks` is whether a person may be asked at all; `instead` says what a script can do to look first.
///
/// # Errors
/// If nobody can be asked and --yes was not said: nothing is written then.
pub fn given(yes: bool, asks: bool, question: &str, instead: &str) -> Result<bool, Failure> {
    if yes {
        return Ok(true);
    }
    if !asks || !io::stdin().is_terminal() {
        return Err(Failure::wrong_use(format!(
            "nothing was written: nobody can be asked here\n{instead}"
        )));
    }
    say::whole(&format!("\n{question} [y/N] ")).map_err(Failure::work)?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer).map_err(Failure::work)?;
    let agreed = ["y", "yes"].contains(&answer.trim().to_lowercase().as_str());
    if !agreed {
        say::lines(["Nothing was written."]).map_err(Failure::work)?;
    }
    Ok(agreed)
}
