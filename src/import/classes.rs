//! Classes as schools write them: "Yr6", "Y6", "YR", "6B", "Y5/6", "Mixed Y3/4".

mod known;

use self::known::{CALLED, LAST_YEAR, NAMED, SUBJECTS};
use super::{scan::Scan, vocabulary::Vocabulary, wording, years};

/// A class that a text begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Class {
    /// Spelled as on the screen, such as "Year 6".
    pub(super) name: String,
    /// What follows it in the text.
    pub(super) rest: String,
    /// Whether it names two years in full: "Y5 / Y6", but not "Y5/6".
    pub(super) both_named: bool,
}

/// Whether `word` says what is taught or done in a class.
pub(super) fn is_subject(word: &str) -> bool {
    SUBJECTS.contains(&word.to_lowercase().as_str())
}

/// Whether `name` is what schools call a class of their own: "Oak", "Kingfishers".
pub(super) fn is_called(name: &str) -> bool {
    CALLED.contains(&name.to_lowercase().trim_end_matches('s'))
}

/// The years and classes that a text names anywhere, as far as their form tells: "Y5", "Reception", "6B".
pub(super) fn named_in(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let text = years::written_out(text);
    let mut scan = Scan::new(&text);
    let mut before = ' ';
    while let Some(letter) = scan.rest.chars().next() {
        let begins = !before.is_alphanumeric() && letter.is_alphanumeric();
        let mut ahead = scan;
        let found = year(&mut ahead).or_else(|| reception_letter(&mut ahead));
        if begins && let Some(name) = found.or_else(|| named(&mut ahead)) {
            names.push(name);
            scan = ahead;
            before = ' ';
        } else {
            before = letter;
            let _ = scan.sign(|_| true);
        }
    }
    names
}

/// The class that `text` begins with.
pub(super) fn at_start(text: &str, words: &Vocabulary) -> Option<Class> {
    let mut scan = Scan::new(text.trim());
    let _ = scan.word(&["mixed"]);
    scan.spaces();
    let name = own_name(&mut scan, words)
        .or_else(|| year(&mut scan))
        .or_else(|| reception_letter(&mut scan))
        .or_else(|| named(&mut scan))
        .or_else(|| called(&mut scan))?;
    let name = with_own_name(name, &mut scan);
    let _ = scan.clone().spaces().word(&["class"]) && scan.spaces().word(&["class"]);
    let read = text.trim().strip_suffix(scan.rest).unwrap_or_default();
    let both_named = name.starts_with("Year")
        && read
            .split_once('/')
            .is_some_and(|(_, other)| year_mark(&mut Scan::new(other.trim())));
    Some(Class {
        name,
        both_named,
        rest: scan.rest.trim().to_string(),
    })
}

/// The classes that are all that `text` says: "Y5, Y6 and Y4".
pub(super) fn all(text: &str, words: &Vocabulary) -> Option<Vec<String>> {
    let mut rest = years::written_out(text.trim());
    let mut classes = Vec::new();
    while !rest.is_empty() {
        let class = at_start(&rest, words)?;
        classes.push(class.name);
        let mut scan = Scan::new(&class.rest);
        let joined =
            scan.sign(|letter| matches!(letter, ',' | ';' | '&' | '+')) || scan.word(&["and", "then"]);
        if !joined && !scan.rest.is_empty() {
            return None;
        }
        rest = scan.spaces().rest.to_string();
    }
    (!classes.is_empty()).then_some(classes)
}

/// The years that are all that `text` says, all at once: "Years 3 to 6", "Y3-Y6", "Years 1, 2 and 3".
pub(super) fn several_years(text: &str) -> Option<Vec<String>> {
    let mut scan = Scan::new(text.trim());
    if !year_mark(&mut scan) {
        return None;
    }
    let mut years = vec![year_number(&mut scan)?];
    while !scan.spaces().rest.is_empty() {
        let until = scan.dash() || scan.word(&["to"]);
        let listed =
            !until && (scan.sign(|letter| matches!(letter, ',' | '&')) | scan.spaces().word(&["and"]));
        let _ = (until || listed) && year_mark(scan.spaces());
        let next = year_number(scan.spaces()).filter(|_| until || listed)?;
        let last = years.last().copied()?;
        if until && next <= last {
            return None;
        }
        years.extend(if until { last + 1..=next } else { next..=next });
    }
    let names = years.iter().map(|year| format!("Year {year}"));
    (years.len() > 1).then(|| names.collect())
}

fn year_number(scan: &mut Scan) -> Option<u32> {
    let digits = scan.digits()?;
    let year: u32 = digits.parse().ok()?;
    ((1..=LAST_YEAR).contains(&year) && scan.at_edge()).then_some(year)
}

/// A name that the host itself uses for a year or class.
fn own_name(scan: &mut Scan, words: &Vocabulary) -> Option<String> {
    let mut names: Vec<&String> = words
        .years
        .iter()
        .filter(|name| !name.trim().is_empty())
        .collect();
    // "Year 10" before "Year 1".
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let found = names
        .into_iter()
        .find(|name| scan.clone().word(&[name.to_lowercase().as_str()]))?;
    // "Year 5/6" is another class than "Year 5".
    let mut ahead = *scan;
    ahead.word(&[found.to_lowercase().as_str()]);
    if ahead.clone().sign(|letter| letter == '/') {
        return None;
    }
    *scan = ahead;
    Some(found.clone())
}

fn named(scan: &mut Scan) -> Option<String> {
    let (name, _) = NAMED.iter().find(|(_, spellings)| scan.word(spellings))?;
    let mut ahead = *scan;
    if ahead.sign(|letter| letter == '/') {
        let mut further = ahead;
        if let Some(other) =
            named(&mut further).or_else(|| year(&mut further).filter(|year| year.starts_with("Year 1")))
        {
            *scan = further;
            return Some(format!("{name}/{other}"));
        }
        ahead = *scan;
        if let Some((_, other)) = other_year(&mut ahead, 0) {
            *scan = ahead;
            return Some(format!("{name}/Year {other}"));
        }
    }
    Some((*name).to_string())
}

/// "Year 6", "Yr6", "Y.6", "Y5/6", "Y3/Y4", "6B".
fn year(scan: &mut Scan) -> Option<String> {
    let mut ahead = *scan;
    let marked = year_mark(&mut ahead);
    let digits = ahead.digits().filter(|digits| digits.len() <= 2)?;
    let first: u32 = digits
        .parse()
        .ok()
        .filter(|year| (1..=LAST_YEAR).contains(year))?;
    let letter = match class_letter(&mut ahead) {
        none if none.is_empty() && (marked || first <= 6) => letter_h(&mut ahead),
        letter => letter,
    };
    // "YR 9:50" is Reception, and a time.
    let mut behind = ahead;
    let timed = behind.sign(|letter| matches!(letter, ':' | '.')) && behind.digits().is_some();
    if timed || (!marked && letter.is_empty()) {
        return None;
    }
    let mut name = format!("Year {first}{letter}");
    let mut last = first;
    while let Some((year, other)) = other_year(&mut ahead, last) {
        name = format!("{name}/{other}");
        last = year;
    }
    ahead.at_edge().then(|| {
        *scan = ahead;
        name
    })
}

/// "Year", "Years", "Yr" or "Y", with or without a space or dot after it.
fn year_mark(scan: &mut Scan) -> bool {
    let mut ahead = *scan;
    let mark = ahead.letters().to_lowercase();
    let found = ["years", "year", "yrs", "yr", "y"].contains(&mark.as_str());
    if found {
        let _ = ahead.sign(|letter| letter == '.');
        ahead.spaces();
        *scan = ahead;
    }
    found
}

/// The "B" of "6B", always a capital so that "6 a day" is none; empty if there is none.
fn class_letter(scan: &mut Scan) -> String {
    let mut ahead = *scan;
    let letters = ahead.letters();
    let fits = (1..=2).contains(&letters.len())
        && letters.chars().all(|letter| letter.is_ascii_uppercase())
        && ahead.at_edge();
    let clock = ["AM", "PM", "H"].contains(&letters);
    if !fits || clock {
        return String::new();
    }
    *scan = ahead;
    letters.to_string()
}

/// The "H" of "6H", which is no hour: those are written small, or of more than six.
fn letter_h(scan: &mut Scan) -> String {
    let mut ahead = *scan;
    if ahead.sign(|letter| letter == 'H') && ahead.at_edge() {
        *scan = ahead;
        return "H".into();
    }
    String::new()
}

/// The "M" of "YRM", a class of the Reception year.
fn reception_letter(scan: &mut Scan) -> Option<String> {
    let mut ahead = *scan;
    let found = ahead.sign(|letter| letter == 'Y') && ahead.sign(|letter| letter == 'R');
    let letter = ahead.letters();
    let one = letter.len() == 1 && letter.starts_with(|letter: char| letter.is_ascii_uppercase());
    (found && one && letter != "R" && ahead.at_edge()).then(|| {
        *scan = ahead;
        format!("Reception {letter}")
    })
}

/// `text` with the classes of the Reception year that stand among others written as "YRM": "RM, 1M, 2M".
pub(super) fn with_reception(text: &str, among: bool) -> String {
    let pieces = |text: &'_ str| -> Vec<String> {
        let mut found = vec![String::new()];
        for letter in text.chars() {
            let (word, alphanumeric) = (found.last_mut(), letter.is_alphanumeric());
            match word {
                Some(word) if word.is_empty() || word.ends_with(char::is_alphanumeric) == alphanumeric => {
                    word.push(letter);
                }
                _ => found.push(letter.to_string()),
            }
        }
        found
    };
    let words = pieces(text);
    let class = |word: &String| {
        let mut scan = Scan::new(word);
        year(&mut scan).is_some_and(|name| name.ends_with(|letter: char| letter.is_ascii_uppercase()))
            && scan.rest.is_empty()
    };
    if !among && !words.iter().any(class) {
        return text.to_string();
    }
    let written = words.iter().map(|word| {
        let letters: Vec<char> = word.chars().collect();
        match letters.as_slice() {
            // "RE" is a subject.
            ['R', letter] if letter.is_ascii_uppercase() && *letter != 'E' => format!("Y{word}"),
            _ => word.clone(),
        }
    });
    written.collect()
}

/// The "/6" of "Y5/6", the "/Y4" of "Y3/Y4", with its number. Years are taught together if they are next to each other:
/// "Yr6 / Yr2" are two classes, side by side.
fn other_year(scan: &mut Scan, before: u32) -> Option<(u32, String)> {
    let mut ahead = *scan;
    if !ahead.spaces().sign(|letter| letter == '/') {
        return None;
    }
    let marked = year_mark(ahead.spaces());
    let digits = ahead.digits().filter(|digits| digits.len() <= 2)?;
    let year: u32 = digits.parse().ok()?;
    let letter = match class_letter(&mut ahead) {
        none if none.is_empty() && year <= 6 => letter_h(&mut ahead),
        letter => letter,
    };
    let together = before.abs_diff(year) <= 1 && (before <= year || !marked);
    together.then(|| {
        *scan = ahead;
        (year, format!("{digits}{letter}"))
    })
}

/// The classes of a name that says several years, such as "Year 5/6"; `None` if it says one.
pub(super) fn apart(name: &str) -> Option<Vec<String>> {
    let parts: Vec<&str> = name.split('/').collect();
    let named = |part: &&str| {
        let bare = part.starts_with(|letter: char| letter.is_ascii_digit());
        if bare {
            format!("Year {part}")
        } else {
            (*part).to_string()
        }
    };
    (parts.len() > 1).then(|| parts.iter().map(named).collect())
}

/// "Class 3", "Maple Class", "Oak class (Y5/6)".
fn called(scan: &mut Scan) -> Option<String> {
    let mut ahead = *scan;
    if ahead.word(&["class"]) {
        let after = ahead.spaces();
        let (digits, mut after) = (after.digits(), *after);
        let name = digits.unwrap_or_else(|| after.letters());
        let fits = name.len() <= 12
            && name.starts_with(|letter: char| letter.is_ascii_digit() || letter.is_uppercase());
        return fits.then(|| {
            *scan = after;
            format!("Class {name}")
        });
    }
    let name = ahead.letters();
    let capital = name.starts_with(char::is_uppercase) && !is_subject(name) && !super::staff::is_title(name);
    (capital && ahead.spaces().word(&["class"])).then(|| {
        *scan = ahead;
        format!("{name} class")
    })
}

/// The name of one of several classes of a year: "Year 6 Maple", "Y6 (Oak)", "Y6 - Maple class".
fn with_own_name(name: String, scan: &mut Scan) -> String {
    let mut ahead = *scan;
    let _ = ahead.dash();
    let bracket = ahead.spaces().sign(|letter| letter == '(');
    let own = ahead.letters();
    let capital = own.chars().count() > 2
        && own.starts_with(char::is_uppercase)
        && own.chars().skip(1).all(char::is_lowercase);
    let other = named(&mut Scan::new(own)).is_some();
    let subject = other
        || is_subject(own)
        || super::staff::is_title(own)
        || super::kinds::of(own, &Vocabulary::default()).is_some();
    let classed = ahead.clone().spaces().word(&["class"]) && ahead.spaces().word(&["class"]);
    let closed = !bracket || ahead.sign(|letter| letter == ')');
    let alone = bracket || wording::trimmed(ahead.rest).is_empty() || ahead.rest.starts_with([',', ';', '/']);
    // "Year 5 Surname" is Year 5, and its teacher.
    let of_a_class = classed || CALLED.contains(&own.to_lowercase().trim_end_matches('s'));
    if capital && of_a_class && !subject && closed && alone && name.starts_with("Year") {
        *scan = ahead;
        return format!("{name} {own}");
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_spelled_as_on_the_screen() {
        let words = Vocabulary::default();
        for (text, names) in [
            ("Yr6", "Year 6"),
            ("Y6", "Year 6"),
            ("Yr 6", "Year 6"),
            ("Year 6", "Year 6"),
            ("yr. 6", "Year 6"),
            ("YEAR 6", "Year 6"),
            ("YR", "Reception"),
            ("Year R", "Reception"),
            ("Rec", "Reception"),
            ("YrR", "Reception"),
            ("Reception class", "Reception"),
            ("Nursery", "Nursery"),
            ("6B", "Year 6B"),
            ("Y6B", "Year 6B"),
            ("Y5/6", "Year 5/6"),
            ("Mixed Y3/4", "Year 3/4"),
            ("Y3/Y4", "Year 3/4"),
            ("Nursery/Reception", "Nursery/Reception"),
            ("YR/1", "Reception/Year 1"),
            ("Rec/Y1", "Reception/Year 1"),
            ("Y5, Y6 and Y4", "Year 5|Year 6|Year 4"),
            ("Year 6 Maple", "Year 6 Maple"),
            ("Y6 (Oak class)", "Year 6 Oak"),
            ("Y6 Surname class", "Year 6 Surname"),
            ("Maple Class", "Maple class"),
            ("Class 3", "Class 3"),
        ] {
            let found = all(text, &words).map(|names| names.join("|"));
            assert_eq!(found.as_deref(), Some(names), "{text}");
        }
        for text in [
            "6",
            "Lesson visits",
            "Y60",
            "Year 6 Maths",
            "Y5 Surname",
            "Y5 (Surname)",
            "Yesterday",
            "Recap",
            "6 books",
            "",
            "Years",
        ] {
            assert_eq!(all(text, &words), None, "{text}");
        }
    }

    #[test]
    fn the_hosts_own_names_come_first() {
        let words = Vocabulary {
            years: vec!["Year 1".into(), "Year 10".into(), "Acorns".into()],
            ..Vocabulary::default()
        };
        assert_eq!(
            all("acorns, year 10", &words),
            Some(vec!["Acorns".into(), "Year 10".into()])
        );
        assert_eq!(all("Year 1/2", &words), Some(vec!["Year 1/2".into()]));
    }

    #[test]
    fn what_follows_a_class_is_kept() {
        let class = at_start("Yr6 maths, set 2", &Vocabulary::default()).unwrap();
        assert_eq!(
            (class.name.as_str(), class.rest.as_str()),
            ("Year 6", "maths, set 2")
        );
    }
}
