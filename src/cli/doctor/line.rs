//! What was looked at, and how it stands.

use std::path::{MAIN_SEPARATOR, Path};

use serde_json::{Value, json};

/// How something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// As it should be.
    Ok,
    /// It may be as it should be; somebody should see to it.
    Look,
    /// It is not as it should be.
    Wrong,
}

impl State {
    fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Look => "look",
            Self::Wrong => "wrong",
        }
    }
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What was looked at, in a word or two.
    pub part: &'static str,
    /// How it stands.
    pub state: State,
    /// What was found.
    pub says: String,
    /// What to do; only where it is not as it should be.
    pub cure: Option<String>,
}

impl Line {
    /// As it should be.
    pub fn ok(part: &'static str, says: impl Into<String>) -> Self {
        Self {
            part,
            state: State::Ok,
            says: says.into(),
            cure: None,
        }
    }

    /// To be seen to, by doing what `cure` says.
    pub fn look(part: &'static str, says: impl Into<String>, cure: impl Into<String>) -> Self {
        Self {
            state: State::Look,
            cure: Some(cure.into()),
            ..Self::ok(part, says)
        }
    }

    /// Not as it should be, to be mended by doing what `cure` says.
    pub fn wrong(part: &'static str, says: impl Into<String>, cure: impl Into<String>) -> Self {
        Self {
            state: State::Wrong,
            cure: Some(cure.into()),
            ..Self::ok(part, says)
        }
    }
}

/// Everything that was looked at.
#[derive(Debug)]
pub struct Report {
    lines: Vec<Line>,
}

impl Report {
    /// These lines; the user's `own` folder, which mostly bears their name, is written as `~`.
    pub fn new(mut lines: Vec<Line>, own: Option<&Path>) -> Self {
        let own = own.filter(|own| own.parent().is_some());
        if let Some(own) = own.map(|own| own.display().to_string()) {
            for line in &mut lines {
                line.says = without_home(&line.says, &own);
                line.cure = line.cure.as_ref().map(|cure| without_home(cure, &own));
            }
        }
        Self { lines }
    }

    /// Whether anything is not as it should be.
    pub fn is_anything_wrong(&self) -> bool {
        self.count(State::Wrong) > 0
    }

    fn count(&self, state: State) -> usize {
        self.lines.iter().filter(|line| line.state == state).count()
    }

    /// As plain text, a line each and its cure below it.
    pub fn in_lines(&self) -> Vec<String> {
        let part = |line: &Line| line.part.len();
        let widest = self.lines.iter().map(part).max().unwrap_or_default();
        let mut text = Vec::new();
        for line in &self.lines {
            let (state, part) = (line.state.name(), line.part);
            text.push(format!("{state:<5}  {part:<widest$}  {}", line.says));
            let indent = " ".repeat(widest + 9);
            text.extend(line.cure.iter().map(|cure| format!("{indent}-> {cure}")));
        }
        text.push(String::new());
        text.push(match (self.count(State::Wrong), self.count(State::Look)) {
            (0, 0) => "Everything is as it should be.".into(),
            (0, look) => format!("Nothing is wrong; {look} to look at."),
            (wrong, look) => format!("Wrong: {wrong}. To look at: {look}."),
        });
        text
    }

    /// For other programs.
    pub fn as_json(&self) -> Value {
        let line = |line: &Line| {
            json!({
                "part": line.part,
                "state": line.state.name(),
                "says": line.says,
                "cure": line.cure,
            })
        };
        json!({
            "version": env!("CARGO_PKG_VERSION"),
            "wrong": self.count(State::Wrong),
            "look": self.count(State::Look),
            "lines": self.lines.iter().map(line).collect::<Vec<Value>>(),
        })
    }
}

/// `text` with `~` for the folder `own`, where that is not only the beginning of another name.
fn without_home(text: &str, own: &str) -> String {
    text.replace(&format!("{own}{MAIN_SEPARATOR}"), &format!("~{MAIN_SEPARATOR}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_folder_is_not_named_and_another_of_a_like_name_is() {
        let own = Path::new("/home/own");
        let line = Line::look(
            "data",
            "/home/own/data and /home/owner/data",
            "see /home/own/data",
        );
        let report = Report::new(vec![line], Some(own));
        if cfg!(unix) {
            assert_eq!(report.lines[0].says, "~/data and /home/owner/data");
            assert_eq!(report.lines[0].cure.as_deref(), Some("see ~/data"));
        }
    }

    #[test]
    fn only_what_is_wrong_fails() {
        let (ok, look) = (Line::ok("a", "b"), Line::look("c", "d", "e"));
        let fine = Report::new(vec![ok.clone(), look.clone()], None);
        assert!(!fine.is_anything_wrong());
        assert_eq!(
            fine.in_lines(),
            [
                "ok     a  b",
                "look   c  d",
                "          -> e",
                "",
                "Nothing is wrong; 1 to look at."
            ]
        );
        let wrong = Report::new(vec![ok, look, Line::wrong("f", "g", "h")], None);
        assert!(wrong.is_anything_wrong());
        assert_eq!(wrong.as_json()["wrong"], 1);
    }
}
