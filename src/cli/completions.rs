//! `knownow completions`: what a shell needs to complete the commands of the program.

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Failure, say};

/// How each shell takes it in.
const EXAMPLE: &str = "\
PowerShell:  knownow completions powershell >> $PROFILE
bash:        knownow completions bash > ~/.local/share/bash-completion/completions/knownow
zsh:         knownow completions zsh > _knownow     (in a folder of $fpath)
fish:        knownow completions fish > ~/.config/fish/completions/knownow.fish
elvish:      knownow completions elvish >> ~/.config/elvish/rc.elv
Then start a new shell.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Arguments {
    /// The shell
    shell: Shell,
}

/// Prints the completions.
pub fn run(arguments: &Arguments) -> Result<u8, Failure> {
    let mut script = Vec::new();
    let mut program = super::Arguments::command();
    clap_complete::generate(arguments.shell, &mut program, "knownow", &mut script);
    let script = String::from_utf8(script).map_err(Failure::work)?;
    say::whole(&script).map_err(Failure::work)?;
    Ok(0)
}
