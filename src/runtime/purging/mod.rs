//! Removing what this computer keeps of a review: what there is, what goes, and what has to stay.
//!
//! | file | what it does |
//! | --- | --- |
//! | target.rs | which session is meant, though half of it may be gone already |
//! | finding.rs | every place on this computer: documents, rehearsals, the program's own folders |
//! | in_folder.rs | what lies in a session's folder, and whose it is |
//! | on_screen.rs | the same for the screen, which closes the session first |
//! | removing.rs | takes the files away, one by one, and leaves a receipt |

mod finding;
mod in_folder;
mod on_screen;
mod removing;
mod target;

pub use finding::find;
pub use removing::{PurgeFault, is_closed, remove};
pub use target::{NoTarget, Target, target};

use crate::{
    app::purging::Print,
    storage::disk::{FileTime, Stat},
};

/// What a file is like, to know it again.
fn print(stat: &Stat) -> Print {
    let since = stat.modified.duration_since(FileTime::UNIX_EPOCH);
    Print {
        len: stat.len,
        modified: since.unwrap_or_default().as_nanos(),
    }
}

#[cfg(test)]
mod tests;
