//! What a person may set about the program, the words for it in a file, and what is wrong with such words.

use super::nearest::nearest;

/// Which colours are used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ThemeChoice {
    /// Those that fit what the terminal tells of itself.
    #[default]
    Auto,
    /// Those for a dark background.
    Dark,
    /// Those for a light background.
    Light,
    /// The strongest that the terminal has.
    HighContrast,
    /// None.
    Mono,
    /// Those of the person's own file of this name.
    Own(String),
}

/// With what lines and marks are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Borders {
    /// With what the terminal most likely can show.
    #[default]
    Auto,
    /// With the signs that are made for it.
    Unicode,
    /// With the signs of every typewriter.
    Ascii,
}

/// What Enter does in the line in which notes are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EnterKey {
    /// It saves the note; Ctrl+J begins a line.
    #[default]
    Saves,
    /// It begins a line; Ctrl+S saves the note.
    BeginsLine,
}

/// What is set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The colours.
    pub theme: ThemeChoice,
    /// The lines.
    pub borders: Borders,
    /// What Enter does.
    pub enter: EnterKey,
    /// Whether the mouse reports to the program; while it does not, it is the terminal's own.
    pub mouse: bool,
    /// The folder of sessions, if it is not the one that the system gives to programs.
    pub sessions: Option<String>,
}

/// One of the things that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// Which colours are used.
    Theme,
    /// With what lines are drawn.
    Borders,
    /// What Enter does.
    Enter,
    /// Whether the mouse is used.
    Mouse,
    /// Where sessions lie.
    Sessions,
}

/// Why a word is no value of a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoValue {
    /// What is wrong with it.
    pub what: String,
    /// What to write instead.
    pub cure: String,
}

/// Something that is wrong in the files of the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsProblem {
    /// The setting that falls back for it; `None` if it is about the file.
    pub setting: Option<Setting>,
    /// The file.
    pub file: String,
    /// The line, counted from 1, unless it is the file as a whole.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub cure: String,
}

impl Setting {
    /// All of them, in the order of the file and of the screen.
    pub const ALL: [Self; 5] = [
        Self::Theme,
        Self::Borders,
        Self::Enter,
        Self::Mouse,
        Self::Sessions,
    ];

    /// Its name in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Borders => "borders",
            Self::Enter => "enter",
            Self::Mouse => "mouse",
            Self::Sessions => "sessions",
        }
    }

    /// The setting of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.name() == name)
    }

    /// The words for its values; a setting that takes any folder has none.
    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Theme => &["auto", "light", "dark", "high-contrast", "mono"],
            Self::Borders => &["auto", "unicode", "ascii"],
            Self::Enter => &["save", "new-line"],
            Self::Mouse => &["off", "on"],
            Self::Sessions => &[],
        }
    }

    /// The words that can be chosen one after the other, with a person's own themes behind those of the program.
    #[must_use]
    pub fn choices(self, own_themes: &[String]) -> Vec<String> {
        let shipped = self.words().iter().map(|word| (*word).to_owned());
        let own = own_themes.iter().filter(|_| self == Self::Theme).cloned();
        shipped.chain(own).collect()
    }
}

impl Settings {
    /// The word for what is set, as it stands in the file.
    #[must_use]
    pub fn word(&self, setting: Setting) -> &str {
        match setting {
            Setting::Theme => match &self.theme {
                ThemeChoice::Auto => "auto",
                ThemeChoice::Light => "light",
                ThemeChoice::Dark => "dark",
                ThemeChoice::HighContrast => "high-contrast",
                ThemeChoice::Mono => "mono",
                ThemeChoice::Own(name) => name,
            },
            Setting::Borders => match self.borders {
                Borders::Auto => "auto",
                Borders::Unicode => "unicode",
                Borders::Ascii => "ascii",
            },
            Setting::Enter => match self.enter {
                EnterKey::Saves => "save",
                EnterKey::BeginsLine => "new-line",
            },
            Setting::Mouse if self.mouse => "on",
            Setting::Mouse => "off",
            Setting::Sessions => self.sessions.as_deref().unwrap_or_default(),
        }
    }

    /// Sets what `word` stands for; `own_themes` are the names of the person's own themes.
    ///
    /// # Errors
    /// If the word stands for nothing here; what was set before stays.
    pub fn set(&mut self, setting: Setting, word: &str, own_themes: &[String]) -> Result<(), NoValue> {
        match (setting, word) {
            (Setting::Theme, "auto") => self.theme = ThemeChoice::Auto,
            (Setting::Theme, "light") => self.theme = ThemeChoice::Light,
            (Setting::Theme, "dark") => self.theme = ThemeChoice::Dark,
            (Setting::Theme, "high-contrast") => self.theme = ThemeChoice::HighContrast,
            (Setting::Theme, "mono") => self.theme = ThemeChoice::Mono,
            (Setting::Theme, own) if own_themes.iter().any(|name| name == own) => {
                self.theme = ThemeChoice::Own(own.to_owned());
            }
            (Setting::Borders, "auto") => self.borders = Borders::Auto,
            (Setting::Borders, "unicode") => self.borders = Borders::Unicode,
            (Setting::Borders, "ascii") => self.borders = Borders::Ascii,
            (Setting::Enter, "save") => self.enter = EnterKey::Saves,
            (Setting::Enter, "new-line") => self.enter = EnterKey::BeginsLine,
            (Setting::Mouse, "on") => self.mouse = true,
            (Setting::Mouse, "off") => self.mouse = false,
            (Setting::Sessions, "") => self.sessions = None,
            (Setting::Sessions, folder) if is_whole(folder) => self.sessions = Some(folder.to_owned()),
            (Setting::Sessions, folder) => {
                return Err(NoValue {
                    what: format!("\"{folder}\" does not say from where the folder is counted"),
                    cure: "write it from the root or the drive on, or begin it with ~/ for your own folder"
                        .into(),
                });
            }
            (Setting::Theme | Setting::Borders | Setting::Enter | Setting::Mouse, other) => {
                return Err(no_such_word(setting, other, own_themes));
            }
        }
        Ok(())
    }
}

/// Why `word` is none of a setting's, with the one that was most likely meant.
fn no_such_word(setting: Setting, word: &str, own_themes: &[String]) -> NoValue {
    let choices = setting.choices(own_themes);
    let meant = nearest(word, choices.iter().map(String::as_str));
    let meant = meant.map_or_else(String::new, |meant| format!("did you mean \"{meant}\"? "));
    let quoted: Vec<String> = choices.iter().map(|choice| format!("\"{choice}\"")).collect();
    let own = if setting == Setting::Theme {
        ", or the name of a file in themes"
    } else {
        ""
    };
    NoValue {
        what: format!("\"{word}\" is no value of `{}`", setting.name()),
        cure: format!("{meant}it is one of {}{own}", quoted.join(", ")),
    }
}

/// Whether this is the same folder wherever the program is started: counted from the root, a drive, a share, or the
/// person's own folder.
fn is_whole(folder: &str) -> bool {
    let mut letters = folder.chars();
    let on_a_drive = letters.next().is_some_and(|letter| letter.is_ascii_alphabetic())
        && letters.next() == Some(':')
        && matches!(letters.next(), Some('/' | '\\'));
    let starts = ["/", "\\\\", "~/", "~\\"];
    on_a_drive || folder == "~" || starts.iter().any(|start| folder.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_setting_sets_what_is_read_back_as_that_word() {
        let own = ["oakfield".to_owned()];
        for setting in Setting::ALL {
            for word in setting.choices(&own) {
                let mut settings = Settings::default();
                settings.set(setting, &word, &own).unwrap();
                assert_eq!(settings.word(setting), word);
            }
            assert_eq!(Setting::named(setting.name()), Some(setting));
        }
    }

    #[test]
    fn what_is_no_value_changes_nothing_and_says_what_was_meant() {
        let mut settings = Settings::default();
        let fault = settings.set(Setting::Theme, "drak", &[]).unwrap_err();
        assert!(fault.cure.starts_with("did you mean \"dark\"?"), "{}", fault.cure);
        assert!(settings.set(Setting::Theme, "oakfield", &[]).is_err());
        assert!(settings.set(Setting::Enter, "yes", &[]).is_err());
        assert_eq!(settings, Settings::default());
    }

    #[test]
    fn a_folder_is_the_same_from_everywhere() {
        let mut settings = Settings::default();
        for whole in [
            "/srv/reviews",
            "C:\\reviews",
            "c:/reviews",
            "\\\\school\\share",
            "~/reviews",
            "~",
        ] {
            settings.set(Setting::Sessions, whole, &[]).unwrap();
            assert_eq!(settings.sessions.as_deref(), Some(whole));
        }
        for part in ["reviews", "./reviews", "C:reviews", "~reviews", " "] {
            assert!(settings.set(Setting::Sessions, part, &[]).is_err(), "{part}");
        }
        settings.set(Setting::Sessions, "", &[]).unwrap();
        assert_eq!(settings.sessions, None);
    }
}
