//! The class that words begin with.

use super::super::wording;

/// The years before Year 1.
const EARLY: [&str; 7] = [
    "reception",
    "nursery",
    "eyfs",
    "rec",
    "early years",
    "foundation stage",
    "fs2",
];
/// Years as they are spelled out.
const SPELLED: [&str; 6] = ["one", "two", "three", "four", "five", "six"];

/// What may stand before a class that is only then named: "still in Year 1", "then Y6".
const LEADS: [&str; 21] = [
    "still", "now", "in", "into", "then", "next", "finally", "back", "over", "to", "on", "onto", "first",
    "last", "lastly", "went", "moved", "and", "at", "off", "by",
];

/// The class that `text` begins with, as it is written, and what follows.
pub(super) fn class_at_start(text: &str) -> Option<(String, &str)> {
    let end = |at: usize| text.split_at(at);
    // No name of a class is longer.
    let lower = text.chars().take(17).collect::<String>().to_lowercase();
    for name in EARLY {
        if lower.starts_with(name) && !text.get(name.len()..)?.starts_with(char::is_alphanumeric) {
            let class = if name == "nursery" { "Nursery" } else { "Reception" };
            return Some((class.into(), end(name.len()).1));
        }
    }
    let mark = ["years", "year", "yrs", "yr", "y"].into_iter().find(|mark| {
        lower.strip_prefix(mark).is_some_and(|rest| {
            let rest = rest.trim_start_matches(['.', ' ']);
            let named = rest.starts_with(|letter: char| letter.is_ascii_digit()) || after_reception(rest);
            named || (mark.starts_with("year") && in_words(rest).is_some())
        })
    });
    let Some(mark) = mark else {
        let whole = text.starts_with("YR") && !text.get(2..)?.starts_with(char::is_alphanumeric);
        return whole.then(|| ("Reception".into(), end(2).1));
    };
    let rest = text.get(mark.len()..)?.trim_start_matches(['.', ' ']);
    if after_reception(&rest.to_lowercase()) {
        return Some(("Reception".into(), rest.get(1..)?));
    }
    let spelled = in_words(rest);
    if let Some((year, after)) = spelled {
        return Some((format!("Year {year}"), after));
    }
    let class: String = rest
        .chars()
        .take_while(|letter| letter.is_alphanumeric() || matches!(letter, '/' | '&'))
        .collect();
    let digits = class.chars().take_while(char::is_ascii_digit).count();
    let is_year = class
        .get(..digits)?
        .parse::<u32>()
        .is_ok_and(|year| (1..=13).contains(&year));
    let tail = class.get(digits..)?;
    let is_class = tail.is_empty() || tail.chars().count() == 1 || tail.starts_with(['/', '&']);
    (is_year && is_class).then(|| {
        (
            format!("Year {class}"),
            rest.get(class.len()..).unwrap_or_default(),
        )
    })
}

/// Whether an "r" stands alone at the start: "Year R".
fn after_reception(rest: &str) -> bool {
    rest.strip_prefix('r')
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// The year that is spelled out at the start of `rest`, in figures, and what follows it.
fn in_words(rest: &str) -> Option<(usize, &str)> {
    let end = rest
        .find(|letter: char| !letter.is_alphabetic())
        .unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    let year = SPELLED
        .iter()
        .position(|spelled| word.eq_ignore_ascii_case(spelled))?;
    Some((year + 1, after))
}

/// The class that `text` begins with behind words such as "still in", and what follows it.
pub(super) fn class_after_lead(text: &str) -> Option<(String, &str)> {
    let mut rest = text;
    loop {
        if let Some(found) = class_at_start(rest) {
            return Some(found);
        }
        let end = rest.find(|letter: char| !letter.is_alphabetic())?;
        if let Some(after) = behind_time(rest).filter(|_| rest.len() < text.len()) {
            rest = after;
            continue;
        }
        let (word, after) = rest.split_at(end);
        let leads = LEADS.iter().any(|lead| word.eq_ignore_ascii_case(lead));
        rest = after.trim_start_matches([' ', ',', '.', ':']);
        if !leads || wording::words(rest).is_empty() {
            return None;
        }
    }
}

/// What follows a time of the day at the start of `text`, as in "by 9.20 in Year 6".
fn behind_time(text: &str) -> Option<&str> {
    let (time, after) = text.split_once(' ')?;
    let time = time.trim_end_matches(',');
    let (hours, minutes) = time.split_once([':', '.'])?;
    let is_number =
        |digits: &str| (1..=2).contains(&digits.len()) && digits.chars().all(|it| it.is_ascii_digit());
    (is_number(hours) && is_number(minutes)).then_some(after)
}

/// The plus or dash between the class that `text` begins with and the words behind it.
pub(super) fn sign_behind(text: &str) -> Option<char> {
    let (_, behind) = class_after_lead(text)?;
    let mut letters = behind.trim_start().chars();
    let sign = letters
        .next()
        .map(|letter| if wording::is_dash(letter) { '-' } else { letter });
    sign.filter(|sign| matches!(sign, '+' | '-') && letters.next() == Some(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_known_by_its_year_however_it_is_written_and_led_to() {
        let class = |text: &'static str| class_after_lead(text).map(|(class, rest)| (class, rest.trim()));
        for (text, expected) in [
            ("Year 1: now three", "Year 1"),
            ("still Year 1: now three", "Year 1"),
            ("Finally, Year six was calm", "Year 6"),
            ("then on to yr 4", "Year 4"),
            ("rec - water tray", "Reception"),
            ("Foundation stage calm", "Reception"),
            ("In Reception the adults", "Reception"),
            ("By 9.15 in Reception all counting", "Reception"),
        ] {
            assert_eq!(class(text).unwrap().0, expected, "{text}");
        }
        for text in [
            "the Year 6 teacher",
            "recorded in books",
            "foundations of talk",
            "years ago",
            "still one to see",
            "year on year",
        ] {
            assert_eq!(class(text), None, "{text}");
        }
    }
}
