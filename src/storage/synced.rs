//! Whether a folder is carried to other computers, as far as its path tells.

use std::path::Path;

use super::{disk::Disk, session_folder::IGNORED};

/// What Syncthing puts into a folder that it shares (docs.syncthing.net/users/faq).
const SHARED_BY_SYNCTHING: &str = ".stfolder";

/// A part of a folder's name in small letters, and the program whose folders are called so.
const NAMES: [(&str, &str); 11] = [
    ("onedrive", "OneDrive"),
    ("sharepoint", "SharePoint"),
    ("dropbox", "Dropbox"),
    ("icloud", "iCloud"),
    // Where macOS keeps what iCloud carries.
    ("mobile documents", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("syncthing", "Syncthing"),
    ("nextcloud", "Nextcloud"),
];

/// The program that likely carries `folder` to other computers.
///
/// A session's own folder has a `.stignore` by ourselves, so only those above it count.
#[must_use]
pub fn by(disk: &dyn Disk, folder: &Path) -> Option<&'static str> {
    let named = folder.components().find_map(|part| {
        let part = part.as_os_str().to_string_lossy().to_lowercase();
        NAMES.iter().find(|(name, _)| part.contains(name))
    });
    let holds = |folder: &Path, name: &str| disk.stat(&folder.join(name)).is_ok();
    let syncthing = || {
        let shared = folder.ancestors().any(|above| holds(above, SHARED_BY_SYNCTHING));
        shared || folder.ancestors().skip(1).any(|above| holds(above, IGNORED))
    };
    named
        .map(|(_, program)| *program)
        .or_else(|| syncthing().then_some("Syncthing"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{disk::RealDisk, session_folder::SessionFolder};

    #[test]
    fn programs_are_known_by_the_names_of_their_folders() {
        for (path, program) in [
            (
                "/u/OneDrive - Oakfield Primary/reviews/half-day",
                Some("OneDrive"),
            ),
            ("/u/Dropbox (Team)/half-day", Some("Dropbox")),
            (
                "/u/Library/Mobile Documents/com~apple~CloudDocs/half-day",
                Some("iCloud"),
            ),
            ("/u/GoogleDrive-a/My Drive/half-day", Some("Google Drive")),
            ("/u/Nextcloud/half-day", Some("Nextcloud")),
            ("/u/reviews/half-day", None),
        ] {
            assert_eq!(by(&RealDisk, Path::new(path)), program, "{path}");
        }
    }

    #[test]
    fn syncthing_is_known_by_what_it_puts_there_and_not_by_our_own_word_for_it() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("half-day");
        std::fs::create_dir(&folder).unwrap();
        SessionFolder::at(&folder).leave_word_for_sync(&RealDisk);
        assert_eq!(by(&RealDisk, &folder), None);

        std::fs::create_dir(dir.path().join(SHARED_BY_SYNCTHING)).unwrap();
        assert_eq!(by(&RealDisk, &folder), Some("Syncthing"));
    }
}
