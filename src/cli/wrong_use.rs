//! What is said of a command line that can't be understood, in words for people who type one seldom.

use clap::error::ErrorKind;

/// What the reader of command lines says, and what is said instead.
const PLAINLY: [(&str, &str); 7] = [
    (
        "error: the following required arguments were not provided:",
        "knownow: this is missing:",
    ),
    ("error: unrecognized subcommand", "knownow: there is no command"),
    ("error: unexpected argument", "knownow: this can't be said here:"),
    ("error: invalid value", "knownow: this can't be used:"),
    (
        "error: a value is required for",
        "knownow: nothing is said behind",
    ),
    ("tip: a similar", "perhaps: a similar"),
    ("error: ", "knownow: "),
];
/// Where it leads on; the help of the command is what helps.
const FOR_MORE: &str = "For more information, try '--help'.";

/// What is wrong with a command line, plainly; `None` if it is no fault but help or a version that was asked for.
pub fn plainly(error: &clap::Error) -> Option<String> {
    let helps = matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
            | ErrorKind::DisplayVersion
    );
    (!helps).then(|| words(&error.render().to_string()))
}

fn words(said: &str) -> String {
    let line = |line: &str| {
        if line == FOR_MORE {
            return "The same with --help behind it tells what can be said.".to_owned();
        }
        let known = PLAINLY
            .iter()
            .find(|(said, _)| line.trim_start().starts_with(said));
        known.map_or_else(
            || line.to_owned(),
            |(said, plain)| line.replacen(said, plain, 1).replacen("' found", "'", 1),
        )
    };
    let lines: Vec<String> = said.trim_end().split('\n').map(line).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::Arguments;

    fn said(args: &[&str]) -> Option<String> {
        let all = ["knownow"].iter().chain(args);
        plainly(&Arguments::try_parse_from(all).unwrap_err())
    }

    #[test]
    fn what_is_wrong_with_a_command_line_is_said_plainly() {
        for (args, plain) in [
            (&["open"][..], "knownow: this is missing:\n  <SESSION|PLAN.RON>\n"),
            (
                &["opne"],
                "knownow: there is no command 'opne'\n\n  perhaps: a similar subcommand exists: 'open'",
            ),
            (
                &["models", "list", "--jsno"],
                "knownow: this can't be said here: '--jsno'\n",
            ),
            (
                &["open", "x", "--speed", "0"],
                "knownow: this can't be used: '0' for '--speed <N>': write",
            ),
            (
                &["open", "x", "--as"],
                "knownow: nothing is said behind '--as <NAME>'",
            ),
        ] {
            let said = said(args).unwrap();
            assert!(said.starts_with(plain), "{args:?}: {said}");
            assert!(said.ends_with("tells what can be said."), "{args:?}: {said}");
        }
        for asked in ["--help", "--version"] {
            assert_eq!(said(&[asked]), None);
        }
        assert_eq!(
            said(&["plan"]),
            None,
            "a command of commands is answered with them"
        );
    }
}
