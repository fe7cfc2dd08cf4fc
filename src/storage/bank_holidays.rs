//! Finding the bank holidays of England: the user's own, or those that come with the program.

use std::{io, path::Path};

use super::{
    catalogue,
    disk::{Disk, why},
    files::bank_holidays_file::read_bank_holidays,
    paths::Home,
};
use crate::domain::bank_holidays::BankHolidays;

/// Bank holidays that can be used, and why they are not the user's own if those could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundHolidays {
    /// The holidays.
    pub holidays: BankHolidays,
    /// What is wrong with the user's file.
    pub problem: Option<String>,
}

/// The user's own bank holidays; where there are none or they can't be read, the shipped ones.
#[must_use]
pub fn find(home: &Home, disk: &dyn Disk) -> FoundHolidays {
    let file = home.bank_holidays();
    let own = match disk.read(&file) {
        Ok(bytes) => read_bank_holidays(&file, &bytes).map_err(|fault| fault.to_string()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return shipped(None),
        Err(error) => Err(format!("{} can't be read: {}", file.display(), why(&error))),
    };
    own.map_or_else(
        |why| {
            shipped(Some(format!(
                "{why}\nUntil then the bank holidays that come with the program are used."
            )))
        },
        |holidays| FoundHolidays {
            holidays,
            problem: None,
        },
    )
}

/// The holidays that come with the program.
fn shipped(problem: Option<String>) -> FoundHolidays {
    // A test reads the shipped text; without its holidays every counted date would be shown as unsure.
    let holidays = read_bank_holidays(
        Path::new("bank-holidays-england.ron"),
        catalogue::bank_holidays().as_bytes(),
    );
    FoundHolidays {
        holidays: holidays.unwrap_or_default(),
        problem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::disk::RealDisk;

    const OWN: &str = r#"(
    format: "knownow bank holidays", version: 1, known_from: 2026, known_until: 2026,
    days: [(date: "2026-06-15", name: "A day proclaimed for one year")],
)"#;

    /// What is found when the settings folder has this file.
    fn found(own: Option<&[u8]>) -> FoundHolidays {
        let dir = tempfile::tempdir().expect("a folder");
        let at = dir.path().as_os_str().to_owned();
        let home = Home::find(|_| Some(at.clone()), None).expect("a home");
        if let Some(bytes) = own {
            RealDisk
                .create_dir_all(home.settings())
                .expect("a settings folder");
            let mut file = RealDisk.create_new(&home.bank_holidays()).expect("a new file");
            file.write_all(bytes).expect("written");
        }
        find(&home, &RealDisk)
    }

    #[test]
    fn the_users_own_stand_in_place_of_the_shipped() {
        let day = "2026-06-15".parse().expect("a date");
        let FoundHolidays { holidays, problem } = found(Some(OWN.as_bytes()));
        assert_eq!(
            (holidays.on(day), problem),
            (Some("A day proclaimed for one year"), None)
        );
        let FoundHolidays { holidays, problem } = found(None);
        assert_eq!((holidays.on(day), problem), (None, None));
        assert!(holidays.years().is_some());
    }

    #[test]
    fn a_broken_file_is_told_and_the_shipped_is_used() {
        let shipped = found(None).holidays;
        for broken in [
            &b""[..],
            &b"(format: \"knownow bank holidays\", version: 1, days: ["[..],
            &b"\xFF\xFE("[..],
        ] {
            let FoundHolidays { holidays, problem } = found(Some(broken));
            assert_eq!(holidays, shipped);
            let problem = problem.expect("a problem");
            assert!(problem.contains("bank-holidays-england.ron"), "{problem}");
            assert!(problem.ends_with("are used."), "{problem}");
        }
    }
}
