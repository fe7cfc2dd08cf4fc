//! Classes that a line speaks of.

use super::words;

/// Words for a year before its number.
const YEAR: [&str; 5] = ["y", "yr", "year", "yrs", "years"];

/// The classes named in `text`, each once: "Y6", "Yr 5", "Reception", or a class by its own name. `own` are the names of
/// the classes on the plan.
pub(super) fn classes(text: &str, own: &[&str]) -> Vec<String> {
    let plain = words(text);
    let parts: Vec<&str> = plain.split(' ').collect();
    let mut found: Vec<String> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let next = parts.get(at + 1).copied().unwrap_or_default();
        if let Some(class) = year(part, next) {
            found.push(class);
        }
    }
    let spaced = format!(" {plain} ");
    for name in own {
        let name_words = words(name);
        // "Year 6" was found as a year already, however it is spelled.
        let is_year = name_words.split(' ').any(|word| word.starts_with("year"));
        if !is_year && !name_words.is_empty() && spaced.contains(&format!(" {name_words} ")) {
            found.push((*name).to_string());
        }
    }
    let mut known: Vec<String> = Vec::new();
    for class in found {
        if !known
            .iter()
            .any(|known| crate::domain::class_name::same_class(known, &class))
        {
            known.push(class);
        }
    }
    known
}

/// The class that `part` and the word after it name.
fn year(part: &str, next: &str) -> Option<String> {
    if matches!(part, "reception" | "nursery" | "eyfs") {
        return Some(if part == "nursery" { "Nursery" } else { "Reception" }.into());
    }
    if part == "yr" && !next.starts_with(|letter: char| letter.is_ascii_digit()) {
        return Some("Reception".into());
    }
    if YEAR.contains(&part) && next == "r" {
        return Some("Reception".into());
    }
    let number = if YEAR.contains(&part) {
        next
    } else {
        YEAR.iter().rev().find_map(|year| part.strip_prefix(year))?
    };
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    let which = number.strip_prefix(digits.as_str())?;
    let is_year = digits.parse::<u32>().is_ok_and(|year| (1..=13).contains(&year));
    let is_class = which.chars().count() <= 1 && which.chars().all(char::is_alphabetic);
    (is_year && is_class).then(|| format!("Year {number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_found_wherever_they_stand() {
        for (text, expected) in [
            ("Y6 - all on task", "Year 6"),
            ("in yr 5 and Year 5 again", "Year 5"),
            ("better in Y2 than in Y1", "Year 2, Year 1"),
            ("YR: five frames", "Reception"),
            ("Reception, five frames", "Reception"),
            ("Oak class were calm", "Oak class"),
            ("all pupils, 9 of 27, for years", ""),
            ("year on year", ""),
        ] {
            assert_eq!(
                classes(text, &["Oak class", "Year 6"]).join(", "),
                expected,
                "{text}"
            );
        }
    }
}
