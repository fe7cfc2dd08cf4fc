//! Colours, by what a thing is and never by name.
//!
//! Every theme of the program uses the terminal's own sixteen colours and leaves the background alone, so that it fits the colours a
//! person has chosen; what has to stand out is drawn in reverse. Colour never says anything by itself: the drawing
//! code puts a sign or a word beside it.

mod own;

use std::borrow::Cow;

use ratatui::style::{Color, Modifier, Style};

use super::lines::Lines;
pub use own::Unfit;

/// What a thing on the screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The school, the review, the name of a screen.
    Title,
    /// Where on the day one is: row, class, prompt.
    Place,
    /// The row that is now.
    Now,
    /// A row that is over.
    Past,
    /// What is there to look up, not to read: times, counts, explanations.
    Muted,
    /// A strength.
    Strength,
    /// An area for development.
    Development,
    /// A question to follow up.
    Question,
    /// Plain evidence.
    Evidence,
    /// What was marked as important.
    Important,
    /// A note that stays with its writer.
    Private,
    /// A question to ask or a thing to look for.
    Prompt,
    /// The prompt that the next note answers.
    PromptChosen,
    /// The line that is typed in.
    CaptureLine,
    /// That something went as it should.
    Notice,
    /// That something needs a look: late, little time left.
    Warning,
    /// That something failed: not saved.
    Failure,
    /// A key in the footer or in help.
    Key,
    /// A line that divides.
    Rule,
    /// That this is a rehearsal.
    Rehearsal,
    /// The entry of a list that the next key acts on.
    Selected,
    /// The letters that a search found.
    Found,
}

impl Role {
    /// Its name in the file of a theme.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Place => "place",
            Self::Now => "now",
            Self::Past => "past",
            Self::Muted => "muted",
            Self::Strength => "strength",
            Self::Development => "development",
            Self::Question => "question",
            Self::Evidence => "evidence",
            Self::Important => "important",
            Self::Private => "private",
            Self::Prompt => "prompt",
            Self::PromptChosen => "prompt_chosen",
            Self::CaptureLine => "capture_line",
            Self::Notice => "notice",
            Self::Warning => "warning",
            Self::Failure => "failure",
            Self::Key => "key",
            Self::Rule => "rule",
            Self::Rehearsal => "rehearsal",
            Self::Selected => "selected",
            Self::Found => "found",
        }
    }

    /// The role of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// All of them, in the order in which they are declared.
    pub const ALL: [Self; 22] = [
        Self::Title,
        Self::Place,
        Self::Now,
        Self::Past,
        Self::Muted,
        Self::Strength,
        Self::Development,
        Self::Question,
        Self::Evidence,
        Self::Important,
        Self::Private,
        Self::Prompt,
        Self::PromptChosen,
        Self::CaptureLine,
        Self::Notice,
        Self::Warning,
        Self::Failure,
        Self::Key,
        Self::Rule,
        Self::Rehearsal,
        Self::Selected,
        Self::Found,
    ];
}

/// A set of colours, and with which signs lines are drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Its name in the settings.
    name: Cow<'static, str>,
    /// How each role is drawn, in the order of [`Role::ALL`].
    styles: [Style; Role::ALL.len()],
    lines: Lines,
}

/// The few colours of a theme; none is the terminal's own colour for text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Inks {
    /// For what is found to work, and what went well.
    good: Option<Color>,
    /// For what is to be developed.
    develop: Option<Color>,
    /// For questions.
    ask: Option<Color>,
    /// For where one is, and for keys.
    place: Option<Color>,
    /// For what needs a look.
    look: Option<Color>,
    /// For what failed.
    bad: Option<Color>,
    /// For what steps back.
    quiet: Quiet,
}

/// How a theme lets things step back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Quiet {
    /// Fainter than other text.
    #[default]
    Dim,
    /// In a colour of its own.
    Ink(Color),
    /// Not at all, since faint text is hard to read.
    No,
}

impl Theme {
    /// The names of all themes, as the settings spell them.
    pub const NAMES: [&'static str; 5] = ["terminal", "dark", "light", "high-contrast", "mono"];

    /// The theme called `name` in the settings.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [
            Self::terminal(),
            Self::dark(),
            Self::light(),
            Self::high_contrast(),
            Self::mono(),
        ]
        .into_iter()
        .find(|theme| theme.name == name)
    }

    /// The theme that fits what the terminal tells of itself.
    ///
    /// `no_color` is whether `NO_COLOR` is set and not empty, `term` is `TERM`, `colorfgbg` is `COLORFGBG`.
    #[must_use]
    pub fn choose(no_color: bool, term: Option<&str>, colorfgbg: Option<&str>) -> Self {
        if no_color || term == Some("dumb") {
            return Self::mono();
        }
        match colorfgbg.and_then(background) {
            Some(Background::Dark) => Self::dark(),
            Some(Background::Light) => Self::light(),
            None => Self::terminal(),
        }
    }

    /// Colours that can be read on dark and on light backgrounds; for a terminal that does not tell. None of its own
    /// sixteen can, so they are of the fixed ones: half as light as white to the eye.
    #[must_use]
    pub fn terminal() -> Self {
        let inks = Inks {
            good: Some(Color::Indexed(29)),
            develop: Some(Color::Indexed(164)),
            ask: None,
            place: None,
            look: Some(Color::Indexed(164)),
            bad: Some(Color::Indexed(131)),
            quiet: Quiet::Dim,
        };
        Self::of("terminal", &inks)
    }

    /// Colours for a dark background.
    #[must_use]
    pub fn dark() -> Self {
        let inks = Inks {
            good: Some(Color::LightGreen),
            develop: Some(Color::LightYellow),
            ask: Some(Color::LightCyan),
            place: Some(Color::LightCyan),
            look: Some(Color::LightYellow),
            bad: Some(Color::LightRed),
            quiet: Quiet::Ink(Color::Gray),
        };
        Self::of("dark", &inks)
    }

    /// Colours for a light background; the terminal's own green and gray are too pale there to be read.
    #[must_use]
    pub fn light() -> Self {
        let inks = Inks {
            good: Some(Color::Indexed(22)),
            develop: Some(Color::Magenta),
            ask: Some(Color::Blue),
            place: Some(Color::Blue),
            look: Some(Color::Magenta),
            bad: Some(Color::Red),
            quiet: Quiet::Ink(Color::Indexed(240)),
        };
        Self::of("light", &inks)
    }

    /// The terminal's own text colour at its full strength; nothing is faint, and what failed is drawn in reverse.
    #[must_use]
    pub fn high_contrast() -> Self {
        let inks = Inks {
            quiet: Quiet::No,
            ..Inks::default()
        };
        Self::of("high-contrast", &inks)
    }

    /// No colours: bold, faint, underlined and reverse only.
    #[must_use]
    pub fn mono() -> Self {
        Self::of("mono", &Inks::default())
    }

    fn of(name: &'static str, inks: &Inks) -> Self {
        Self {
            name: name.into(),
            styles: Role::ALL.map(|role| inks.style(role)),
            lines: Lines::default(),
        }
    }

    /// The same, drawing lines with these signs.
    #[must_use]
    pub fn with_lines(self, lines: Lines) -> Self {
        Self { lines, ..self }
    }

    /// With which signs lines are drawn.
    #[must_use]
    pub fn lines(&self) -> Lines {
        self.lines
    }

    /// Its name in the settings.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How a thing with this `role` is drawn.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }
}

impl Inks {
    fn style(&self, role: Role) -> Style {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let reversed = bold.add_modifier(Modifier::REVERSED);
        match role {
            Role::Evidence | Role::Prompt | Role::CaptureLine => plain,
            Role::Title => bold,
            Role::Past | Role::Muted | Role::Rule | Role::Private => self.quiet.style(),
            Role::Strength | Role::Notice => inked(plain, self.good),
            Role::Development => inked(plain, self.develop),
            Role::Question => inked(plain, self.ask),
            Role::Place | Role::PromptChosen | Role::Key => inked(bold, self.place),
            Role::Warning => inked(bold, self.look),
            Role::Important | Role::Found => bold.add_modifier(Modifier::UNDERLINED),
            Role::Now | Role::Selected => reversed,
            Role::Rehearsal => inked(reversed, self.look),
            Role::Failure => inked(reversed, self.bad),
        }
    }
}

impl Quiet {
    fn style(self) -> Style {
        match self {
            Self::Dim => Style::new().add_modifier(Modifier::DIM),
            Self::Ink(color) => Style::new().fg(color),
            Self::No => Style::new(),
        }
    }
}

fn inked(style: Style, ink: Option<Color>) -> Style {
    ink.map_or(style, |color| style.fg(color))
}

/// What is behind the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Background {
    Dark,
    Light,
}

/// The background in a value of `COLORFGBG`, such as `15;0` or `12;default;8`: its last number is a colour of the
/// sixteen.
fn background(colorfgbg: &str) -> Option<Background> {
    let (_, last) = colorfgbg.rsplit_once(';')?;
    match last.trim().parse().ok()? {
        0..=6 | 8 => Some(Background::Dark),
        7 | 9..=15 => Some(Background::Light),
        16_u8.. => None,
    }
}

#[cfg(test)]
mod tests;
