//! Groups that are named by no more than a letter or a colour: "2B (A) and 6R (B)", "A: books, B: pupils", "Red group".

use crate::import::{
    scan::Scan,
    sheet::{Block, Line, Sheet},
    times::{self, Where},
    vocabulary::Vocabulary,
    wording,
};

/// The letters by which groups are told apart.
const LETTERS: [&str; 3] = ["A", "B", "C"];
/// The colours by which groups are told apart.
const COLOURS: [&str; 9] = [
    "red", "blue", "green", "yellow", "orange", "purple", "pink", "gold", "silver",
];

/// The sheet with "Group A" in place of an "A" that can be nothing else: a "B" stands beside it in the same way.
pub(super) fn groups(sheet: &Sheet) -> Sheet {
    let mut sheet = sheet.clone();
    let heads: Vec<String> = sheet.lines().filter_map(|line| head(&line.text)).collect();
    let several = ["A", "B"]
        .iter()
        .all(|letter| heads.iter().any(|head| head == letter));
    for line in lines(&mut sheet) {
        if let Some(letter) = head(&line.text).filter(|_| several) {
            line.text = format!("Group {letter}");
        } else if let Some(written) = in_brackets(&line.text).or_else(|| before_colons(&line.text)) {
            line.text = written;
        }
    }
    sheet
}

fn lines(sheet: &mut Sheet) -> impl Iterator<Item = &mut Line> {
    sheet.blocks.iter_mut().flat_map(|block| {
        let (line, rows) = match block {
            Block::Line(line) => (Some(line), None),
            Block::Table(rows) => (None, Some(rows)),
        };
        line.into_iter().chain(
            rows.into_iter()
                .flatten()
                .flat_map(|row| row.cells.iter_mut())
                .flat_map(|cell| cell.lines.iter_mut()),
        )
    })
}

/// The letter that is all a line says.
fn head(text: &str) -> Option<String> {
    let bare = text.trim_end_matches(':').trim();
    LETTERS.contains(&bare).then(|| bare.to_string())
}

/// "2B (A) and 6R (B)" with the groups in the brackets.
fn in_brackets(text: &str) -> Option<String> {
    let both = text.contains("(A)") && text.contains("(B)");
    both.then(|| {
        LETTERS.iter().fold(text.to_string(), |text, letter| {
            text.replace(&format!("({letter})"), &format!("(Group {letter})"))
        })
    })
}

/// "A: pupil panel, B: books" with the groups before the colons.
fn before_colons(text: &str) -> Option<String> {
    let (before, rest) = match times::at_start(text, Where::Text) {
        Some((_, rest)) => (text.strip_suffix(rest)?, rest),
        None => ("", text),
    };
    let said = wording::trimmed(rest);
    let joint = |at: usize| {
        let before = said.get(..at).unwrap_or_default().trim_end();
        before.is_empty() || before.ends_with([',', ';', '/', '|', '&', '+', '-']) || before.ends_with(" and")
    };
    let starts = |letter: &str| {
        let sign = format!("{letter}:");
        said.match_indices(&sign).map(|(at, _)| at).find(|at| joint(*at))
    };
    let (Some(0), Some(_)) = (starts("A"), starts("B")) else {
        return None;
    };
    let mut cuts: Vec<usize> = LETTERS.iter().filter_map(|letter| starts(letter)).collect();
    cuts.sort_unstable();
    let ends = cuts.iter().skip(1).copied().chain([said.len()]);
    let parts = cuts
        .iter()
        .zip(ends)
        .filter_map(|(from, until)| said.get(*from..until));
    let parts: Vec<String> = parts
        .map(|part| {
            let part = wording::trimmed(part);
            format!("Group {}", part.strip_suffix(" and").unwrap_or(part))
        })
        .collect();
    Some(wording::trimmed(&format!("{} {}", before.trim(), parts.join("; "))).to_string())
}

/// The words that are known, with the colours by which the sheet tells groups apart, if it names two at least.
pub(super) fn with_colours(sheet: &Sheet, words: &Vocabulary) -> Vocabulary {
    let mut names: Vec<String> = Vec::new();
    for name in sheet.lines().filter_map(|line| coloured(&line.text)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let mut words = words.clone();
    if names.len() > 1 {
        names.retain(|name| !words.groups.iter().any(|known| known.eq_ignore_ascii_case(name)));
        words.groups.extend(names);
    }
    words
}

/// "Red group" or "Team Red" at the start of a line, or behind its time.
fn coloured(text: &str) -> Option<String> {
    let rest = times::at_start(text, Where::Text).map_or(text, |(_, rest)| wording::trimmed(rest));
    let mut scan = Scan::new(rest);
    let first = scan.letters().to_lowercase();
    let second = scan.spaces().letters().to_lowercase();
    let group = |word: &str| ["group", "team", "pair"].contains(&word);
    let fits = (COLOURS.contains(&first.as_str()) && group(&second))
        || (group(&first) && COLOURS.contains(&second.as_str()));
    let name = rest.strip_suffix(scan.rest)?.trim();
    fits.then(|| name.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_a_group_where_another_stands_beside_it() {
        for (text, written) in [
            ("9.50 - 2B (A) and 6R (B)", "9.50 - 2B (Group A) and 6R (Group B)"),
            (
                "10.30 - A: pupil panel, B: books",
                "10.30 Group A: pupil panel; Group B: books",
            ),
            ("A: Y1 and B: Y6", "Group A: Y1; Group B: Y6"),
        ] {
            let found = in_brackets(text).or_else(|| before_colons(text));
            assert_eq!(found.as_deref(), Some(written), "{text}");
        }
        for text in [
            "2B (A)",
            "A: pupil panel",
            "Plan A: books, B: pupils",
            "10.30 SEMH: B: books",
        ] {
            assert_eq!(in_brackets(text).or_else(|| before_colons(text)), None, "{text}");
        }
    }

    #[test]
    fn a_colour_names_a_group_at_the_start_of_a_line() {
        for (text, name) in [
            ("Red group", Some("Red group")),
            ("9.15 Team Blue: Y2", Some("Team Blue")),
            ("Phonics with the red group", None),
            ("Blue plaque walk", None),
        ] {
            assert_eq!(coloured(text).as_deref(), name, "{text}");
        }
    }
}
