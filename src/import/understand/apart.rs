//! One line that says what each of several groups does then: "pupil voice - Group 1; meet the SENDCO Group 2".

use super::{Reading, rows::neat, stops, ways::without_length};
use crate::import::{groups, kinds, sheet::Line, vocabulary::Vocabulary, wording};

/// What a group does is said in no more letters.
const LONGEST: usize = 60;

/// What one group does.
struct Part {
    group: String,
    does: String,
}

impl Reading<'_> {
    /// Makes a track for each group that the title of the row at hand names, if it names several. Says whether it did.
    pub(super) fn goes_apart(&mut self, line: &Line, text: &str) -> bool {
        parts(text, self.words).is_some_and(|parts| self.part(line, parts))
    }

    /// The same of what stands beside a row that everybody has been in so far: "Group A books; Group B pupils". Who is in
    /// a group is said in the same form, so what is done has to be said outright.
    pub(super) fn beside_goes_apart(&mut self, line: &Line) -> bool {
        let together = self
            .row()
            .is_some_and(|row| row.tracks.is_empty() && !row.title.is_empty());
        let Some(parts) = parts(&line.text, self.words).filter(|_| together) else {
            return false;
        };
        let outright = parts
            .iter()
            .any(|part| kinds::opens_with_activity(&part.does, 1, self.words));
        let known = parts
            .iter()
            .all(|part| kinds::of(&part.does, self.words).is_some());
        outright && known && self.part(line, parts)
    }

    fn part(&mut self, line: &Line, parts: Vec<Part>) -> bool {
        self.kind_known = parts
            .iter()
            .all(|part| kinds::of(&part.does, self.words).is_some());
        let mut said: Vec<String> = Some(self.row_in_words())
            .into_iter()
            .filter(|said| !said.is_empty())
            .collect();
        let parts = with_whom(parts, self.words);
        for part in parts {
            let Part { group, does } = part;
            if let Some(stops) = stops::all(&format!("{group} {does}"), self.words) {
                self.visit(&stops, None);
                said.push(self.visits_in_words(&stops));
                continue;
            }
            let (does, minutes) = without_length(&does);
            let kind = kinds::of(does, self.words);
            let track = self.track_of(&group);
            let Some(row) = self.row() else { return false };
            let kind = kind.unwrap_or(row.kind);
            if let Some(track) = track.and_then(|track| row.tracks.get_mut(track)) {
                track.activity = Some((neat(does), kind));
            }
            row.minutes = row.minutes.or(minutes);
            said.push(format!("{group}: {does} ({})", kind.word().replace('_', " ")));
        }
        self.took(line, said.join("; "));
        true
    }
}

/// What each group does, of two groups at least; `None` if something else is said as well, or only where they are.
fn parts(text: &str, words: &Vocabulary) -> Option<Vec<Part>> {
    if text.ends_with('?') || stops::all(text, words).is_some() {
        return None;
    }
    let parts = named_first(text, words).or_else(|| named_last(text, words))?;
    let fits = |part: &Part| {
        let letters = part.does.chars().any(char::is_alphabetic);
        letters && part.does.chars().count() <= LONGEST
    };
    let mut groups: Vec<&str> = parts.iter().map(|part| part.group.as_str()).collect();
    groups.sort_unstable();
    groups.dedup();
    let each = groups.len() == parts.len() && groups.len() > 1;
    (each && parts.iter().all(fits)).then_some(parts)
}

/// "Pupil interviews with KS1 (Group 1) and KS2 (Group 2)": what the first group does, the others do with other pupils.
fn with_whom(mut parts: Vec<Part>, words: &Vocabulary) -> Vec<Part> {
    let classes = |text: &str| stops::all(text, words).is_some();
    let does = parts.first().and_then(|first| {
        let at = first.does.rfind(" with ").map(|at| at + " with ".len())?;
        let (does, whom) = first.does.split_at_checked(at)?;
        classes(whom).then(|| does.to_string())
    });
    if let Some(does) = does {
        for part in parts.iter_mut().skip(1).filter(|part| classes(&part.does)) {
            part.does = format!("{does}{}", part.does);
        }
    }
    parts
}

/// "Group 1 - pupil voice; Group 2 - meet the SENDCO".
fn named_first(text: &str, words: &Vocabulary) -> Option<Vec<Part>> {
    let pieces = stops::by_group(text, words).into_iter();
    pieces
        .map(|piece| {
            let (group, does) = groups::at_start(piece, words)?;
            let does = wording::trimmed(does).to_string();
            Some(Part { group, does })
        })
        .collect()
}

/// "Pupil voice - Group 1; meet the SENDCO (Group 2)".
fn named_last(text: &str, words: &Vocabulary) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = text;
    // Each group ends what is said of it; what is done may have commas in it.
    while let Some((at, group, after)) = next_group(rest, words) {
        let does = rest.get(..at)?.trim_end_matches(['(', ' ']);
        let does = wording::trimmed(does).to_string();
        parts.push(Part { group, does });
        let over = after.trim_start_matches([')', ' ']);
        rest = joined(over)?;
        if rest.is_empty() {
            return Some(parts);
        }
    }
    None
}

/// Where the next group is named, and what follows it.
fn next_group<'a>(text: &'a str, words: &Vocabulary) -> Option<(usize, String, &'a str)> {
    let mut before = ' ';
    text.char_indices().find_map(|(at, letter)| {
        let begins = !before.is_alphanumeric();
        before = letter;
        let (group, rest) = groups::at_start(text.get(at..).filter(|_| begins)?, words)?;
        Some((at, group, rest))
    })
}

/// What follows a group and the sign or word that parts it from the next one; `None` if nothing does.
fn joined(text: &str) -> Option<&str> {
    if text.trim_end_matches('.').is_empty() {
        return Some("");
    }
    let rest = text
        .strip_prefix([';', ',', '/', '|', '&', '+'])
        .or_else(|| text.strip_prefix("and "))?;
    let rest = rest.trim_start();
    Some(rest.strip_prefix("and ").unwrap_or(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_names_what_each_group_does_is_parted() {
        for (text, wanted) in [
            (
                "pupil voice - Group 1; SENCo chat Group 2",
                "Group 1=pupil voice|Group 2=SENCo chat",
            ),
            (
                "book look (Group 1), governors (Group 2)",
                "Group 1=book look|Group 2=governors",
            ),
            (
                "Meet SENDCO, DSL (Gp 1) and books (Gp 2)",
                "Group 1=Meet SENDCO, DSL|Group 2=books",
            ),
            (
                "Group 1 - pupil voice / Group 2 - SENCo chat",
                "Group 1=pupil voice|Group 2=SENCo chat",
            ),
            ("Pupil voice - Group 1", ""),
            ("Pupil voice Group 1; book look Group 1", ""),
            ("Lesson visits", ""),
            ("Group 1: Y6; Group 2: Y5", ""),
            ("Book look for Group 1; then lunch", ""),
            ("What did Group 1; and Group 2 see?", ""),
        ] {
            let found = parts(text, &Vocabulary::default()).unwrap_or_default();
            let found: Vec<String> = found
                .iter()
                .map(|part| format!("{}={}", part.group, part.does))
                .collect();
            assert_eq!(found.join("|"), wanted, "{text}");
        }
    }
}
