//! Turns what a terminal reports into what a person typed.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEvent, MouseEventKind};

/// As many text keys at once are no longer typing.
const BURST: usize = 3;
/// What a terminal adds around a paste.
const PASTE_BRACKETS: usize = 12;
/// The shortest sequence a terminal sends for a key that has no character.
const SHORTEST_SEQUENCE: usize = 3;
/// How many keys a hand can hold; more are releases that never came.
const MOST_HELD: usize = 16;

/// What a person did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// One key press, or its repeat; always of kind `Press`.
    Key(KeyEvent),
    /// A pasted text of any size; its lines end in `\n`.
    Paste(String),
    /// The window has a new size: columns, rows.
    Resize(u16, u16),
    /// The mouse, if it was asked for.
    Mouse(MouseEvent),
    /// A whole line, in line mode alone.
    Line(String),
}

/// How a pasted text arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pastes {
    /// As one event.
    Bracketed,
    /// As keys, Enter among them, faster than anyone can type.
    Bursts,
}

impl Pastes {
    /// How they arrive on this system.
    #[must_use]
    pub const fn here() -> Self {
        if cfg!(windows) {
            Self::Bursts
        } else {
            Self::Bracketed
        }
    }
}

/// Reads the reports of one terminal, in their order.
#[derive(Debug)]
pub struct Presses {
    pastes: Pastes,
    /// Bytes that the terminal turned into other bytes before it was ours.
    type_ahead: usize,
    /// The characters whose release has not come, oldest first.
    held: Vec<char>,
    /// The text of a paste that comes as keys, as long as it comes.
    burst: Option<String>,
}

impl Presses {
    /// Ready for the first report; `type_ahead` is the number of bytes typed before raw mode.
    ///
    /// In those the terminal wrote Enter as a line feed, which would read as Ctrl+J.
    #[must_use]
    pub fn new(pastes: Pastes, type_ahead: usize) -> Self {
        Self {
            pastes,
            type_ahead,
            held: Vec::new(),
            burst: None,
        }
    }

    /// What was done in a batch of reports that waited together.
    pub fn take(&mut self, batch: Vec<Event>) -> Vec<Input> {
        let pastes = self.pastes;
        let events = batch.into_iter().flat_map(|event| one_by_one(event, pastes));
        let inputs: Vec<Input> = events.filter_map(|event| self.read(event)).collect();
        if self.pastes == Pastes::Bursts && (self.in_burst() || is_burst(&inputs)) {
            self.gather(inputs)
        } else {
            inputs
        }
    }

    /// True while the keys that come make a paste; after 30 ms of quiet call [`Presses::settle`].
    #[must_use]
    pub fn in_burst(&self) -> bool {
        self.burst.is_some()
    }

    /// Ends a paste that came as keys.
    pub fn settle(&mut self) -> Option<Input> {
        let text = self.burst.take()?;
        (!text.is_empty()).then(|| Input::Paste(with_plain_line_ends(&text)))
    }

    fn read(&mut self, event: Event) -> Option<Input> {
        let typed_ahead = self.was_typed_ahead(&event);
        match event {
            Event::Key(key) => {
                let key = self.press(key)?;
                Some(Input::Key(if typed_ahead { as_typed_ahead(key) } else { key }))
            }
            Event::Paste(text) => Some(Input::Paste(with_plain_line_ends(&text))),
            Event::Resize(columns, rows) => Some(Input::Resize(columns, rows)),
            // Some consoles tell of every move: none of them is to wake the program.
            Event::Mouse(mouse) => is_press(mouse).then_some(Input::Mouse(mouse)),
            Event::FocusGained | Event::FocusLost => {
                // The release of a key that was held meanwhile went to another window.
                self.held.clear();
                None
            }
        }
    }

    /// The press that `key` reports, if it reports one.
    fn press(&mut self, key: KeyEvent) -> Option<KeyEvent> {
        let pressed = match (key.kind, key.code) {
            (KeyEventKind::Press, KeyCode::Char(c)) => {
                self.hold(c);
                true
            }
            (KeyEventKind::Release, KeyCode::Char(c)) => !self.let_go(c),
            (kind, _) => kind != KeyEventKind::Release,
        };
        pressed.then(|| plain(key))
    }

    fn hold(&mut self, c: char) {
        if self.held.len() == MOST_HELD {
            self.held.remove(0);
        }
        self.held.push(folded(c));
    }

    /// True if the release of `c` belongs to a key seen pressed; if not, `c` is what an Alt code spelled.
    ///
    /// Where Shift or `AltGr` was let go first, the key is reported as `c` but was pressed as another character: then
    /// it is the one held longest.
    fn let_go(&mut self, c: char) -> bool {
        let same = self.held.iter().position(|&held| held == folded(c));
        if self.held.is_empty() {
            return false;
        }
        self.held.remove(same.unwrap_or(0));
        true
    }

    fn was_typed_ahead(&mut self, event: &Event) -> bool {
        let typed_ahead = self.type_ahead > 0;
        self.type_ahead = self.type_ahead.saturating_sub(bytes_of(event));
        typed_ahead
    }

    /// Adds the text of a burst to the paste; what is not text is a shortcut, which must not fire.
    fn gather(&mut self, inputs: Vec<Input>) -> Vec<Input> {
        let burst = self.burst.get_or_insert_default();
        let mut others = Vec::new();
        for input in inputs {
            match input {
                Input::Key(key) => burst.extend(text_of(key)),
                Input::Paste(text) => burst.push_str(&text),
                other => others.push(other),
            }
        }
        others
    }
}

/// Text in which each line ends twice has that many such ends: two paragraphs are no table.
const FEWEST_DOUBLED: usize = 3;

fn is_burst(inputs: &[Input]) -> bool {
    inputs
        .iter()
        .filter(|input| matches!(input, Input::Key(key) if text_of(*key).is_some()))
        .count()
        >= BURST
}

/// The character that `key` stands for within a paste.
fn text_of(key: KeyEvent) -> Option<char> {
    let shortcut = key
        .modifiers
        .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    match key.code {
        KeyCode::Enter => Some('\r'),
        KeyCode::Char('j') if key.modifiers == KeyModifiers::CONTROL => Some('\n'),
        KeyCode::Tab => Some('\t'),
        KeyCode::Char(c) if !shortcut => Some(c),
        _ => None,
    }
}

/// Esc and a Ctrl key that a terminal sent right behind each other: read at once their two bytes look like one key with
/// Ctrl and Alt. What `AltGr` makes is never a plain letter, and a Windows console tells of each key by itself.
fn one_by_one(event: Event, pastes: Pastes) -> impl Iterator<Item = Event> {
    let of_control = match event {
        Event::Key(key) if pastes == Pastes::Bracketed => behind_esc(key),
        _ => None,
    };
    let (first, second) = match of_control {
        Some(key) => {
            let esc = KeyEvent {
                code: KeyCode::Esc,
                modifiers: KeyModifiers::NONE,
                ..key
            };
            (Event::Key(esc), Some(Event::Key(key)))
        }
        None => (event, None),
    };
    std::iter::once(first).chain(second)
}

/// The Ctrl key of those two, if `key` may be both.
fn behind_esc(key: KeyEvent) -> Option<KeyEvent> {
    let both = KeyModifiers::CONTROL | KeyModifiers::ALT;
    let is_control = matches!(key.code, KeyCode::Char('a'..='z' | '4'..='7' | ' '));
    (is_control && key.modifiers == both).then_some(KeyEvent {
        modifiers: KeyModifiers::CONTROL,
        ..key
    })
}

/// The key as a plain press; `AltGr`, which is reported as Ctrl and Alt, is part of the character.
fn plain(key: KeyEvent) -> KeyEvent {
    let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    let modifiers = match key.code {
        KeyCode::Char(_) if key.modifiers.contains(alt_gr) => key.modifiers - alt_gr,
        _ => key.modifiers,
    };
    KeyEvent {
        modifiers,
        kind: KeyEventKind::Press,
        ..key
    }
}

/// Enter, where a terminal that was not ours yet made a line feed of it.
fn as_typed_ahead(key: KeyEvent) -> KeyEvent {
    if key.code == KeyCode::Char('j') && key.modifiers == KeyModifiers::CONTROL {
        KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE)
    } else {
        key
    }
}

/// How many bytes the terminal sent for `event`, or fewer.
fn bytes_of(event: &Event) -> usize {
    match event {
        Event::Key(KeyEvent {
            code: KeyCode::Char(c),
            ..
        }) => c.len_utf8(),
        Event::Key(KeyEvent {
            code: KeyCode::Enter | KeyCode::Tab | KeyCode::Backspace | KeyCode::Esc,
            ..
        }) => 1,
        Event::Paste(text) => text.len() + PASTE_BRACKETS,
        Event::Resize(..) => 0,
        _ => SHORTEST_SEQUENCE,
    }
}

/// Whether a button went down, or the wheel was turned.
fn is_press(mouse: MouseEvent) -> bool {
    !matches!(
        mouse.kind,
        MouseEventKind::Up(_) | MouseEventKind::Drag(_) | MouseEventKind::Moved
    )
}

/// One key, whether or not Shift is down.
fn folded(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// Pasted text with its lines ended as everywhere else. A terminal or a clipboard may end each line twice; where every
/// single line is, that is what happened, and nobody left a line blank.
fn with_plain_line_ends(text: &str) -> String {
    let plain = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut ends = 0;
    let mut left = plain.trim_matches('\n');
    while let Some(at) = left.find('\n') {
        let behind = left.get(at..).unwrap_or_default();
        let next = behind.trim_start_matches('\n');
        if (behind.len() - next.len()) % 2 == 1 {
            return plain;
        }
        ends += 1;
        left = next;
    }
    if !text.contains('\r') || ends < FEWEST_DOUBLED {
        return plain;
    }
    plain.replace("\n\n", "\n")
}

#[cfg(test)]
mod tests;
