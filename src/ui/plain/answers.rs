//! What a line that was typed does: a note, a command, or the answer to what is asked.

use super::{
    OUT_OF_SIGHT, Program, Talk,
    commands::{self, Deed},
    day, noting,
};
use crate::{
    app::{
        Model, Overlay, Screen,
        capture::{Edit, Purpose},
        day::Day,
        message::{Action, LateAction, Message},
        notes_page::NotesPageAction,
    },
    domain::ids::PromptId,
    ui::{
        keymap::{self, Context},
        words::plain as say,
    },
};

/// What a line is for, where something is asked.
enum Asked {
    Hidden,
    YesOrNo,
    List,
    Sessions,
    Text,
    Lines,
    Keys,
    Note,
}

impl Talk {
    /// A line was typed: does what it asks for, and says what became of it.
    pub fn line(&mut self, program: &mut impl Program, line: &str) {
        let (taken, saves) = (program.taken(), program.saves());
        self.answer(program, line);
        if program.taken() > taken {
            self.notice = None;
        }
        self.hear(program, true);
        if self.out.is_empty() && program.saves() == saves {
            self.say(say::NOTHING_CHANGED);
        }
    }

    fn answer(&mut self, program: &mut impl Program, line: &str) {
        if matches!(program.model().overlay, Some(Overlay::Blank(_))) {
            program.take(Message::Asked(Action::Close));
            if line.trim().is_empty() {
                return;
            }
        }
        let asked = asked(program.model());
        match asked {
            // Whatever page or list is open: nobody who listens has to know which one.
            Asked::Keys | Asked::List | Asked::YesOrNo if noting::is_note(program.model(), line) => {
                self.note_anywhere(program, line);
            }
            Asked::Hidden => self.while_hidden(program, line),
            Asked::Note if line.is_empty() => self.empty_line(program),
            Asked::YesOrNo => self.yes_or_no(program, line),
            Asked::Lines if line.trim() == "/done" => program.take(Message::Asked(Action::Enter)),
            Asked::Text | Asked::Lines if !is_command(line) => text(program, line),
            Asked::List if !line.starts_with('/') => self.pick(program, line),
            Asked::Sessions if !line.starts_with('/') => self.open(program, line),
            Asked::Keys if !line.starts_with('/') => self.keys(program, line),
            Asked::Note if program.model().page.is_some() && is_digits(line) => self.keys(program, line),
            Asked::Note if !line.starts_with('/') => self.note(program, line),
            _ => self.command(program, line.trim_start_matches('/')),
        }
    }

    /// Not a letter of what is typed now goes anywhere.
    fn while_hidden(&mut self, program: &mut impl Program, line: &str) {
        if ["/back", "/close"].contains(&line.trim()) {
            program.take(Message::Asked(Action::Close));
            if Self::on_day(program.model()) {
                self.whereabouts(program.model());
            }
        } else {
            self.say(say::HIDDEN_STILL);
        }
    }

    fn yes_or_no(&mut self, program: &mut impl Program, line: &str) {
        match line.trim().trim_start_matches('/').to_lowercase().as_str() {
            "yes" | "y" => program.take(Message::Asked(Action::Enter)),
            "no" | "n" | "close" => program.take(Message::Asked(Action::Close)),
            _ => self.again(),
        }
    }

    /// Enter alone: saves the open line, or says where one is.
    fn empty_line(&mut self, program: &mut impl Program) {
        match program.model().day() {
            Some(day) if Self::on_day(program.model()) && day.capture.started().is_some() => {
                self.enter(program);
            }
            _ => self.whereabouts(program.model()),
        }
    }

    /// Chooses from a list by number, or narrows it.
    fn pick(&mut self, program: &mut impl Program, line: &str) {
        let Some(Overlay::Picker(picker)) = &program.model().overlay else {
            return;
        };
        let (chosen, waits, rows) = (picker.chosen(), picker.waits(), picker.found().len());
        if line.trim().is_empty() {
            return self.again();
        }
        let Some(number) = number(line) else {
            program.take(Message::Asked(Action::Edit(Edit::Empty)));
            program.take(Message::Pasted(line.trim().to_string()));
            return self.if_none_fits(program);
        };
        let Some(wanted) = number.checked_sub(1).filter(|wanted| *wanted < rows) else {
            return self.say(say::NO_SUCH_NUMBER);
        };
        if waits {
            program.take(Message::Asked(Action::Down));
        }
        step(program, if waits { 0 } else { chosen }, wanted);
        program.take(Message::Asked(Action::Enter));
    }

    /// Where nothing fits, what was typed may be an answer of one's own.
    fn if_none_fits(&mut self, program: &mut impl Program) {
        if !is_empty_list(program.model()) {
            return;
        }
        program.take(Message::Asked(Action::Enter));
        if matches!(&program.model().overlay, Some(Overlay::Picker(_))) {
            self.say(say::NONE_FITS);
            program.take(Message::Asked(Action::Edit(Edit::Empty)));
            self.again();
        }
    }

    fn open(&mut self, program: &mut impl Program, line: &str) {
        let Screen::Home(home) = &program.model().screen else {
            return;
        };
        let (chosen, rows) = (home.chosen(), home.rows().len());
        let wanted = number(line).and_then(|number| number.checked_sub(1));
        let Some(wanted) = wanted.filter(|wanted| *wanted < rows) else {
            return self.say(say::NO_SUCH_NUMBER);
        };
        step(program, chosen, wanted);
        program.take(Message::Asked(Action::Enter));
    }

    /// A key of what lies on top, by its name or as the letters that are typed there.
    fn keys(&mut self, program: &mut impl Program, line: &str) {
        let line = line.trim();
        if let Some(message) = commands::key(program.model(), line) {
            program.take(message);
        } else if is_digits(line) {
            for digit in line.chars() {
                if let Some(message) = commands::key(program.model(), digit.encode_utf8(&mut [0; 4])) {
                    program.take(message);
                }
            }
        } else {
            self.keep_for_note(program.model(), line);
        }
    }

    fn command(&mut self, program: &mut impl Program, typed: &str) {
        let (name, rest) = typed
            .trim()
            .split_once(char::is_whitespace)
            .unwrap_or((typed.trim(), ""));
        let (name, rest) = (name.to_lowercase(), rest.trim());
        if let Some(number) = number(&name) {
            return self.numbered(program, number);
        }
        if name.is_empty() {
            return self.list_all(program, "");
        }
        let on_day = Self::on_day(program.model());
        if !on_day && Self::pressed(program, &name, rest) {
            return;
        }
        match commands::called(&name, !on_day).as_slice() {
            [command] => self.carry_out(program, command.deed, rest),
            [] if on_day && Self::pressed(program, &name, rest) => {}
            [] if !on_day && commands::is_of_the_day(&name) && program.model().overlay.is_none() => {
                self.say(say::of_the_day(&name));
            }
            [] => self.unknown(program, typed.trim()),
            several => {
                let names: Vec<&str> = several.iter().map(|command| command.name).collect();
                self.say(say::which(&names));
            }
        }
    }

    /// Presses the key of this name, as often as the number behind it says.
    fn pressed(program: &mut impl Program, name: &str, rest: &str) -> bool {
        let times = match number(rest) {
            Some(times) if commands::repeats(name) => times.min(1_000),
            None if rest.is_empty() => 1,
            _ => return false,
        };
        for at in 0..times {
            let Some(message) = commands::key(program.model(), name) else {
                return at > 0;
            };
            program.take(message);
        }
        times > 0
    }

    /// What the help gave this number.
    fn numbered(&mut self, program: &mut impl Program, number: usize) {
        let here = commands::here(program.model());
        match number.checked_sub(1).and_then(|at| here.into_iter().nth(at)) {
            Some((message, ..)) => {
                let blanks = matches!(message, Message::Asked(Action::Blank));
                program.take(message);
                if blanks {
                    self.out_of_sight();
                }
            }
            None => self.say(say::NO_SUCH_NUMBER),
        }
    }

    /// A word that no command begins with may be in the list of every action.
    fn unknown(&mut self, program: &mut impl Program, typed: &str) {
        if program.model().overlay.is_some() {
            return self.say(say::NOT_UNDERSTOOD);
        }
        if typed.chars().count() < 2 {
            return self.say(say::no_command(typed));
        }
        self.list_all(program, typed);
        if is_empty_list(program.model()) {
            program.take(Message::Asked(Action::Close));
            self.say(say::no_command(typed));
        }
    }

    fn list_all(&mut self, program: &mut impl Program, typed: &str) {
        if program.model().overlay.is_some() {
            return self.help(program.model());
        }
        let rows = keymap::palette_rows(program.model());
        program.take(Message::PaletteOpened(rows));
        if !typed.is_empty() {
            program.take(Message::Pasted(typed.to_string()));
        }
    }

    fn carry_out(&mut self, program: &mut impl Program, deed: Deed, rest: &str) {
        match deed {
            Deed::Ask(Action::Late(LateAction::Open)) if !rest.is_empty() => self.late_by(program, rest),
            Deed::Ask(action) => {
                program.take(Message::Asked(action));
                if action == Action::Blank {
                    self.out_of_sight();
                }
            }
            Deed::Where => self.whereabouts(program.model()),
            Deed::Timetable => self.of_day(program.model(), day::timetable),
            Deed::Questions if rest.is_empty() => self.of_day(program.model(), day::questions),
            Deed::Questions => self.choose_question(program, rest),
            Deed::Notes => self.of_day(program.model(), |day| day::notes(day, rest == "all")),
            Deed::Find if rest.is_empty() => self.say(say::FIND_WHAT),
            Deed::Find => find(program, rest),
            Deed::Note => self.note_anywhere(program, rest),
            Deed::Discard => discard(program),
            Deed::Help => self.help(program.model()),
            Deed::All => {
                self.list_all(program, rest);
                if is_empty_list(program.model()) {
                    program.take(Message::Asked(Action::Close));
                    self.say(say::NO_ACTION);
                }
            }
        }
    }

    /// Opens what is done about being late, with so many minutes typed.
    fn late_by(&mut self, program: &mut impl Program, rest: &str) {
        if !is_digits(rest) {
            return self.say(say::LATE_BY);
        }
        program.take(Message::Asked(Action::Late(LateAction::Open)));
        if !matches!(program.model().overlay, Some(Overlay::Late(_))) {
            return;
        }
        program.take(Message::Asked(Action::Late(LateAction::Minutes)));
        for digit in rest.chars() {
            program.take(Message::Typed(digit));
        }
        // That ends the number; what is done about it is still to be said.
        program.take(Message::Asked(Action::Late(LateAction::Minutes)));
    }

    fn whereabouts(&mut self, model: &Model) {
        match model.day() {
            Some(day) => self.out.extend(day::whereabouts(model, day)),
            None => self.again(),
        }
    }

    fn of_day(&mut self, model: &Model, lines: impl Fn(&Day) -> Vec<String>) {
        match model.day() {
            Some(day) => self.out.extend(lines(day)),
            None => self.say(say::NOT_UNDERSTOOD),
        }
    }

    fn choose_question(&mut self, program: &mut impl Program, rest: &str) {
        let Some(day) = program.model().day() else { return };
        let questions: Vec<PromptId> = day
            .prompts_of_line()
            .iter()
            .map(|prompt| prompt.id.clone())
            .collect();
        let wanted = match number(rest) {
            Some(0) => None,
            Some(number) if number <= questions.len() => questions.get(number - 1).cloned(),
            _ => return self.say(say::NO_SUCH_NUMBER),
        };
        for _ in 0..=questions.len() {
            if program.model().day().and_then(Day::prompt_of_line) == wanted {
                break;
            }
            program.take(Message::Asked(Action::NextPrompt));
        }
        self.of_day(program.model(), |day| day::question(day).into_iter().collect());
    }

    fn out_of_sight(&mut self) {
        self.out.extend(std::iter::repeat_n(String::new(), OUT_OF_SIGHT));
    }

    fn help(&mut self, model: &Model) {
        if Self::on_day(model) {
            self.out.extend(say::HELP.map(str::to_string));
            let commands = commands::COMMANDS.iter();
            self.out
                .extend(commands.map(|command| say::command(command.name, command.words)));
            return self.say(say::HELP_ALL);
        }
        self.say(say::HELP_HERE);
        let stroke = if model.overlay.is_some() { "" } else { "/" };
        for (at, (_, words, keys)) in commands::here(model).into_iter().enumerate() {
            self.out
                .push(say::numbered_command(at + 1, &words, &keys, stroke));
        }
        self.say(say::HELP_EVERYWHERE);
    }
}

fn asked(model: &Model) -> Asked {
    match (&model.overlay, &model.screen) {
        (Some(Overlay::Hidden(_)), _) => Asked::Hidden,
        (Some(Overlay::Leave | Overlay::Discard(_)), _) => Asked::YesOrNo,
        (Some(Overlay::Picker(_)), _) => Asked::List,
        (Some(Overlay::Entry(_) | Overlay::Passphrase(_)), _) => Asked::Text,
        (Some(Overlay::BringingIn | Overlay::TakingIn), _)
            if keymap::context(model) == Some(Context::Entry) =>
        {
            Asked::Lines
        }
        (Some(_), _) => Asked::Keys,
        (None, Screen::Home(_)) => Asked::Sessions,
        (None, Screen::Day(_)) => Asked::Note,
    }
}

/// Whether a line is a command where text is asked for: paths begin with a stroke as well.
fn is_command(line: &str) -> bool {
    let name = line.trim().strip_prefix('/').unwrap_or_default();
    commands::COMMANDS.iter().any(|command| command.name == name)
}

/// Whether nothing in the list that lies on top fits what was typed.
fn is_empty_list(model: &Model) -> bool {
    matches!(&model.overlay, Some(Overlay::Picker(picker)) if picker.found().len() == 0)
}

fn is_digits(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit())
}

/// Text for a line that is asked for, or one of several.
fn text(program: &mut impl Program, line: &str) {
    if matches!(
        program.model().overlay,
        Some(Overlay::BringingIn | Overlay::TakingIn)
    ) {
        return program.take(Message::Pasted(format!("{line}\n")));
    }
    if !line.trim().is_empty() {
        program.take(Message::Asked(Action::Edit(Edit::Empty)));
        program.take(Message::Pasted(line.to_string()));
    }
    program.take(Message::Asked(Action::Enter));
}

/// Searches on the page of all notes.
fn find(program: &mut impl Program, words: &str) {
    program.take(Message::Asked(Action::NotesPage(NotesPageAction::Open)));
    program.take(Message::Asked(Action::NotesPage(NotesPageAction::Search)));
    program.take(Message::Asked(Action::Edit(Edit::Empty)));
    program.take(Message::Pasted(words.to_string()));
}

/// Gives the open line up: a note under edit stays as it was.
fn discard(program: &mut impl Program) {
    let started = program.model().day().and_then(|day| day.capture.started());
    let edited = started.is_some_and(|started| matches!(started.purpose, Purpose::Edit(_)));
    if edited {
        return program.take(Message::Asked(Action::Close));
    }
    program.take(Message::Asked(Action::Edit(Edit::SelectAll)));
    program.take(Message::Asked(Action::Edit(Edit::Backspace)));
}

/// Goes from one row to another.
fn step(program: &mut impl Program, from: usize, to: usize) {
    for _ in from..to {
        program.take(Message::Asked(Action::Down));
    }
    for _ in to..from {
        program.take(Message::Asked(Action::Up));
    }
}

fn number(text: &str) -> Option<usize> {
    text.trim().trim_end_matches('.').parse().ok()
}
