//! What new times of one row did to other rows.

use chrono::NaiveTime;

use crate::{
    app::plan_page::{CameOf, FixedMoved, Shorter},
    ui::words::late::NOTICE,
};

/// What became of the other rows: by name as far as there is room.
pub(super) fn came_of(came: &CameOf, recorded: bool) -> String {
    let with_times = |moved: &FixedMoved| {
        let (from, to) = (hh_mm(moved.from), hh_mm(moved.to));
        format!("{} {from} -> {to}", moved.title)
    };
    let by_name = |moved: &FixedMoved| moved.title.clone();
    let mut told = Vec::new();
    for shorter in [shorter_by_name(&came.shorter), shorter_counted(&came.shorter)] {
        for fixed in [
            fixed_moved(&came.fixed, with_times),
            fixed_moved(&came.fixed, by_name),
            fixed_counted(&came.fixed),
        ] {
            let parts: Vec<String> = [fixed, shorter.clone()].into_iter().flatten().collect();
            told.push(parts.join(". "));
        }
    }
    let before = if recorded {
        ["Recorded for everyone: ", ""]
    } else {
        ["", ""]
    };
    let ends = [". Ctrl+Z takes it back.", "."];
    let mut all = told.iter().flat_map(|told| {
        let whole = |before: &str, end: &str| format!("{before}{told}{end}");
        [
            whole(before[0], ends[0]),
            whole(before[0], ends[1]),
            whole(before[1], ends[1]),
        ]
    });
    let fits = all.find(|said| said.chars().count() <= NOTICE);
    fits.unwrap_or_else(|| "Other rows moved too. Ctrl+Z takes it back.".into())
}

fn fixed_moved(fixed: &[FixedMoved], says: impl Fn(&FixedMoved) -> String) -> Option<String> {
    let names: Vec<String> = fixed.iter().map(says).collect();
    (!names.is_empty()).then(|| format!("Fixed points moved: {}", names.join("; ")))
}

fn fixed_counted(fixed: &[FixedMoved]) -> Option<String> {
    (!fixed.is_empty()).then(|| format!("Fixed points moved: {}", fixed.len()))
}

fn shorter_by_name(shorter: &[Shorter]) -> Option<String> {
    let name = |Shorter { title, keeps, of }: &Shorter| format!("{title} keeps {keeps} of {of} min");
    let names: Vec<String> = shorter.iter().map(name).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn shorter_counted(shorter: &[Shorter]) -> Option<String> {
    let rows = if shorter.len() == 1 { "row" } else { "rows" };
    (!shorter.is_empty()).then(|| format!("{} {rows} get shorter", shorter.len()))
}

fn hh_mm(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).expect("a time")
    }

    fn moved(title: &str) -> FixedMoved {
        FixedMoved {
            title: title.into(),
            from: time(10, 15),
            to: time(10, 25),
        }
    }

    fn shorter(title: &str) -> Shorter {
        Shorter {
            title: title.into(),
            keeps: 70,
            of: 75,
        }
    }

    #[test]
    fn each_row_is_named_that_has_room_and_the_line_is_never_too_long() {
        let said = |fixed: &[&str], short: &[&str], recorded| {
            let fixed = fixed.iter().map(|title| moved(title)).collect();
            let shorter = short.iter().map(|title| shorter(title)).collect();
            let said = came_of(&CameOf { fixed, shorter }, recorded);
            assert!(said.chars().count() <= NOTICE, "{said}");
            said
        };
        assert_eq!(
            said(&[], &["Lesson visits"], false),
            "Lesson visits keeps 70 of 75 min. Ctrl+Z takes it back."
        );
        assert_eq!(
            said(&[], &["Lesson visits"], true),
            "Recorded for everyone: Lesson visits keeps 70 of 75 min."
        );
        assert_eq!(
            said(&["Break"], &[], false),
            "Fixed points moved: Break 10:15 -> 10:25. Ctrl+Z takes it back."
        );
        assert_eq!(
            said(
                &["Break, share", "Pupil voice", "Discussion of findings"],
                &[],
                true
            ),
            "Fixed points moved: Break, share; Pupil voice; Discussion of findings."
        );
        said(
            &["A very long name of a row that has no end"; 9],
            &["Another long name"; 9],
            true,
        );
    }
}
