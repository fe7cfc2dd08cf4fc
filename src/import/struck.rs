//! Text without the names of people that stand in it: "Meeting with Mrs Surname" is a meeting.
//!
//! A name is known by its title, in brackets also by its initial: "(J. Surname)"; without either as `untitled` says.
//! Roles stay.

use super::{scan::Scan, staff, untitled, wording};

/// Words that join a name to what stands before it, and say nothing without it.
const JOINING: [&str; 15] = [
    "with", "w", "by", "led", "from", "for", "to", "of", "and", "plus", "the", "see", "or", "via", "in",
];
/// Words that are a title of their own only with somebody behind them.
const BARE: [&str; 2] = ["meet", "see"];

/// What stands in place of a name where something has to.
const UNNAMED: &str = "[name]";

/// `text` without the names in it; `None` if there are none.
pub(super) fn names(text: &str) -> Option<String> {
    let mut struck = false;
    let pieces = text.split("; ").map(|piece| match of_piece(piece) {
        Some(rest) => {
            struck = true;
            rest
        }
        None => piece.to_string(),
    });
    let pieces: Vec<String> = pieces.filter(|piece| !piece.is_empty()).collect();
    struck.then(|| pieces.join("; "))
}

/// A question without the names in it, which has to stay a sentence: "How does [name] choose the books?"
pub(super) fn in_a_question(text: &str) -> Option<String> {
    let mut rest = text;
    let mut kept = String::with_capacity(text.len());
    let mut before = ' ';
    let mut struck = false;
    while let Some(letter) = rest.chars().next() {
        if !before.is_alphanumeric()
            && before != '\''
            && let Some(after) = with_a_title(rest)
                .map(|(_, after)| after)
                .or_else(|| untitled::forename(&kept, rest))
        {
            struck = true;
            kept.push_str(UNNAMED);
            rest = after;
            before = ' ';
            continue;
        }
        kept.push(letter);
        before = letter;
        rest = rest.get(letter.len_utf8()..).unwrap_or_default();
    }
    struck.then_some(kept)
}

/// As [`names`], where the brackets behind a group's name are around its members.
pub(super) fn members(text: &str) -> Option<String> {
    let without = names(text);
    let said = without.as_deref().unwrap_or(text);
    let bracket = said
        .split_once('(')
        .and_then(|(before, rest)| Some((before, rest.split_once(')')?)));
    let Some((before, (inside, after))) = bracket else {
        return without;
    };
    let who: Vec<&str> = inside.split([',', '&', '+', '/']).map(str::trim).collect();
    let kept: Vec<&str> = who
        .iter()
        .copied()
        .filter(|who| !(staff::is_full_name(who) || untitled::is_all(who)))
        .collect();
    if kept.len() == who.len() {
        return without;
    }
    let before = before.trim_end();
    let left = match kept.join(", ") {
        nobody if nobody.is_empty() => format!("{before}{after}"),
        roles => format!("{before} ({roles}){after}"),
    };
    Some(wording::trimmed(&left).to_string())
}

/// A piece of a remark, or a whole title, without names; empty if nothing else is said.
fn of_piece(text: &str) -> Option<String> {
    let mut rest = text;
    let mut kept = String::with_capacity(text.len());
    let mut before = ' ';
    let mut struck = false;
    while let Some(letter) = rest.chars().next() {
        let begins = !before.is_alphanumeric() && before != '\'';
        if begins && let Some(after) = any_name(&kept, rest) {
            struck = true;
            rest = behind(&mut kept, after.strip_prefix("'s").map_or(after, without_a_group));
            before = ' ';
            continue;
        }
        kept.push(letter);
        before = letter;
        rest = rest.get(letter.len_utf8()..).unwrap_or_default();
    }
    struck.then(|| tidy(&kept))
}

/// What follows the name that `text` begins with, where `before` stands before it.
fn any_name<'a>(before: &str, text: &'a str) -> Option<&'a str> {
    let told = with_a_title(text).or_else(|| with_an_initial(text));
    told.map(|(_, after)| after)
        .or_else(|| untitled::at_start(before, text))
}

/// "Mrs Surname", but not the verb of "what pupils miss when they are out".
fn with_a_title(text: &str) -> Option<(&str, &str)> {
    let (name, after) = staff::at_start(text)?;
    let (title, behind) = name.split_once(' ')?;
    let sure = ["mr", "mrs", "ms", "mx", "dr"].contains(&title.trim_end_matches('.').to_lowercase().as_str());
    let capital = behind.split(' ').any(|word| word.starts_with(char::is_uppercase));
    (sure || capital).then_some((name, after))
}

/// "(J. Surname)", all that there is in brackets.
fn with_an_initial(text: &str) -> Option<(&str, &str)> {
    let (inner, after) = text.strip_prefix('(')?.split_once(')')?;
    let initial = inner
        .split(' ')
        .next()
        .is_some_and(|word| word.len() == 2 && word.ends_with('.'));
    (initial && staff::is_full_name(inner)).then_some((inner, after))
}

/// What follows a name, without what only joined it: the sign before the next one, or the brackets around a role.
fn behind<'a>(kept: &mut String, after: &'a str) -> &'a str {
    let joined = kept.trim_end().trim_end_matches(['&', '+', ',', '/']).trim_end();
    let joined = joined.strip_suffix(" and").unwrap_or(joined);
    if joined.len() < kept.trim_end().len() && !joined.is_empty() {
        kept.truncate(joined.len());
        kept.push(' ');
        return after;
    }
    let next = after.trim_start();
    if let Some((role, rest)) = next.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
        kept.push_str(role);
        return rest;
    }
    let next = next.strip_prefix("and ").unwrap_or(next);
    let next = next.trim_start_matches(['&', '+', ',', '/']).trim_start();
    if next.len() == after.trim_start().len() {
        after
    } else {
        next
    }
}

/// What follows "Miss Surname's" without the group of pupils, or the room, that is only told by her name.
fn without_a_group(after: &str) -> &str {
    let mut rest = Scan::new(after);
    if rest
        .spaces()
        .word(&["group", "room", "office", "classroom", "study"])
    {
        rest.rest
    } else {
        after
    }
}

/// What is left without the words and brackets that say nothing more.
fn tidy(text: &str) -> String {
    let mut text = text.to_string();
    while let Some((before, rest)) = text.split_once('(')
        && let Some((inside, after)) = rest.split_once(')')
        && wording::words(inside)
            .iter()
            .all(|word| JOINING.contains(&word.as_str()))
    {
        text = format!("{} {}", before.trim_end(), after.trim_start());
    }
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let says_nothing = |word: &str| {
        let bare = wording::words(word).join(" ");
        bare.is_empty() || JOINING.contains(&bare.as_str())
    };
    while words.last().is_some_and(|word| says_nothing(word)) {
        words.pop();
    }
    // The heading of a column that names nobody any more.
    if words.last().is_some_and(|word| word.ends_with(':')) {
        return String::new();
    }
    let text = wording::closed_up(&words.join(" "));
    match wording::trimmed(&text) {
        bare if BARE.contains(&bare.to_lowercase().as_str()) => "Meeting".into(),
        bare => bare.trim_start_matches("and ").to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_and_roles_stay() {
        for (text, rest) in [
            ("Meeting with Mrs Surname", "Meeting"),
            (
                "Phonics: hear readers, Miss Surname's group",
                "Phonics: hear readers",
            ),
            (
                "Feedback to head, Mrs S. Surname, and chair of governors",
                "Feedback to head, and chair of governors",
            ),
            ("Meet Mrs Surname", "Meeting"),
            ("Meeting with Mrs Surname (SENDCO)", "Meeting with SENDCO"),
            ("Meet the SENDCO (Mrs Surname)", "Meet the SENDCO"),
            ("Meet Mrs Surname, SENDCO", "Meet SENDCO"),
            ("Meet Mrs Surname, Mr Anyname and the SENDCO", "Meet the SENDCO"),
            ("SENDCO and Mrs Surname in the hall", "SENDCO in the hall"),
            ("Book look led by Mr Anyname", "Book look"),
            ("Learning walk (with Mrs Surname)", "Learning walk"),
            ("Pupil voice in Mr Anyname's room", "Pupil voice"),
            ("Staff: Mrs Surname; Room: hall", "Room: hall"),
            ("Meeting (J. Surname)", "Meeting"),
            ("Mrs Surname", ""),
            ("working lunch w/ Sunil", "working lunch"),
            ("Meet the head, Jo Surname", "Meet the head"),
            ("Tour with Asha", "Tour"),
            ("Tour with Asha and Sunil", "Tour"),
            ("Meet Asha", "Meeting"),
            ("Who: All, led by Asha; Venue: hall", "Who: All; Venue: hall"),
            ("Feedback to Asha and the chair", "Feedback to the chair"),
            ("Meeting with Asha (SENDCO)", "Meeting with SENDCO"),
        ] {
            assert_eq!(names(text).as_deref(), Some(rest), "{text}");
        }
        for text in [
            "Meeting with the SENDCO",
            "Miss nothing",
            "Lesson visits (Small Steps)",
            "",
            "Meet the head",
            "Meet the SENDCO",
            "Lunch with school council",
            "Lunch with School Council",
            "Tour with pupils",
            "Meeting with Year 6",
            "Discussion with Governors",
            "Meeting with Phonics Lead",
        ] {
            assert_eq!(names(text), None, "{text}");
        }
    }

    #[test]
    fn a_question_stays_a_sentence() {
        let asked = in_a_question("How does Miss Surname choose Mr Anyname's books?");
        assert_eq!(asked.as_deref(), Some("How does [name] choose [name]'s books?"));
        assert_eq!(in_a_question("Who chooses?"), None);
    }

    #[test]
    fn who_is_in_a_group_goes_and_what_they_are_stays() {
        for (text, rest) in [
            ("Group 1 (Mr Surname)", "Group 1"),
            ("Group 1 (Jo Surname & Al Anyname)", "Group 1"),
            ("Group 1 (Jo Surname, SIP)", "Group 1 (SIP)"),
            ("Group 1 (Sunil + HT School C)", "Group 1 (HT School C)"),
        ] {
            assert_eq!(members(text).as_deref(), Some(rest), "{text}");
        }
        for text in ["Group 1 (Head of School B)", "Group 1", "Reviewer 2 (School B)"] {
            assert_eq!(members(text), None, "{text}");
        }
    }
}
