//! A person's own theme: from words such as "bold light-blue" to how a role is drawn.

use std::borrow::Cow;

use ratatui::style::{Color, Modifier, Style};

use super::{Role, Theme};
use crate::domain::nearest::nearest;

/// Why a line of a theme can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfit {
    /// What is wrong with it.
    pub what: String,
    /// What to write instead.
    pub cure: String,
}

/// The colours, as a file calls them.
const COLOURS: [(&str, Color); 17] = [
    ("plain", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("gray", Color::Gray),
    ("dark-gray", Color::DarkGray),
    ("light-red", Color::LightRed),
    ("light-green", Color::LightGreen),
    ("light-yellow", Color::LightYellow),
    ("light-blue", Color::LightBlue),
    ("light-magenta", Color::LightMagenta),
    ("light-cyan", Color::LightCyan),
    ("white", Color::White),
];

/// The ways to draw, as a file calls them.
const WAYS: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("faint", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
];

impl Theme {
    /// The same under another name, to be changed line by line.
    #[must_use]
    pub fn called(self, name: &str) -> Self {
        Self {
            name: Cow::Owned(name.to_owned()),
            ..self
        }
    }

    /// Draws what a file calls `role` by these words.
    ///
    /// # Errors
    /// If there is no such role or no such word; it is then drawn as before.
    pub fn draw_by(&mut self, role: &str, words: &str) -> Result<(), Unfit> {
        let Some(known) = Role::named(role) else {
            return Err(no_role(role));
        };
        let style = style(words)?;
        if let Some(place) = self.styles.get_mut(known as usize) {
            *place = style;
        }
        Ok(())
    }
}

fn no_role(role: &str) -> Unfit {
    let names = Role::ALL.map(Role::name);
    let cure = match nearest(role, names) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("the parts are {}", names.join(", ")),
    };
    Unfit {
        what: format!("there is no part `{role}`"),
        cure,
    }
}

/// How something is drawn by these words, in any order.
fn style(words: &str) -> Result<Style, Unfit> {
    let mut style = Style::new();
    for word in words.split_whitespace() {
        if let Some((_, way)) = WAYS.iter().find(|(name, _)| *name == word) {
            style = style.add_modifier(*way);
        } else if let Some(colour) = colour(word) {
            if style.fg.is_some() {
                return Err(Unfit {
                    what: format!("\"{word}\" is a second colour"),
                    cure: "write one colour, and any ways to draw".into(),
                });
            }
            style = style.fg(colour);
        } else {
            return Err(no_word(word));
        }
    }
    // The colour of the terminal's text is drawn by saying nothing of colour.
    Ok(if style.fg == Some(Color::Reset) {
        Style { fg: None, ..style }
    } else {
        style
    })
}

fn colour(word: &str) -> Option<Color> {
    let by_name = COLOURS.iter().find(|(name, _)| *name == word);
    let by_number = || word.parse().ok().map(Color::Indexed);
    let by_light = || {
        let digits = word.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let digits = digits
            .bytes()
            .all(|digit| digit.is_ascii_hexdigit())
            .then_some(digits)?;
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Color::Rgb(red, green, blue))
    };
    by_name
        .map(|(_, colour)| *colour)
        .or_else(by_number)
        .or_else(by_light)
}

fn no_word(word: &str) -> Unfit {
    let known = || {
        COLOURS
            .iter()
            .map(|(name, _)| *name)
            .chain(WAYS.iter().map(|(name, _)| *name))
    };
    let cure = match nearest(word, known()) {
        Some(meant) => format!("did you mean \"{meant}\"?"),
        None => format!(
            "a colour is #rrggbb, a number from 0 to 255, or one of these words, as are ways to draw: {}",
            known().collect::<Vec<_>>().join(", ")
        ),
    };
    Unfit {
        what: format!("\"{word}\" is no colour and no way to draw"),
        cure,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_a_colour_and_ways_to_draw_in_any_order() {
        let bold_blue = Style::new().fg(Color::LightBlue).add_modifier(Modifier::BOLD);
        for (words, right) in [
            ("bold light-blue", bold_blue),
            (" light-blue  bold", bold_blue),
            ("#ffb454", Style::new().fg(Color::Rgb(255, 180, 84))),
            ("208", Style::new().fg(Color::Indexed(208))),
            ("plain", Style::new()),
            ("", Style::new()),
            (
                "underlined reversed",
                Style::new().add_modifier(Modifier::UNDERLINED | Modifier::REVERSED),
            ),
        ] {
            assert_eq!(style(words), Ok(right), "{words}");
        }
    }

    #[test]
    fn what_is_not_understood_leaves_its_role_as_it_was_and_says_what_was_meant() {
        let mut theme = Theme::dark().called("oakfield");
        for (role, words, meant) in [
            ("strenght", "green", "did you mean `strength`?"),
            ("strength", "gren", "did you mean \"green\"?"),
            ("strength", "red blue", "write one colour"),
            ("strength", "#ffb45", "a colour is #rrggbb"),
            ("strength", "300", "a colour is #rrggbb"),
            ("strength", "#+12345", "a colour is #rrggbb"),
        ] {
            let unfit = theme.draw_by(role, words).unwrap_err();
            assert!(unfit.cure.starts_with(meant), "{words}: {}", unfit.cure);
        }
        assert_eq!(theme, Theme::dark().called("oakfield"));
        theme.draw_by("strength", "bold").unwrap();
        assert_eq!(
            theme.style(Role::Strength),
            Style::new().add_modifier(Modifier::BOLD)
        );
        assert_eq!(theme.name(), "oakfield");
    }
}
