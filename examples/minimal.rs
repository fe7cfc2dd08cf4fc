//! The least program on this terminal library that keeps what is typed: the yardstick of `docs/performance.md`.
//!
//! It shows the typed lines in a frame above a line of state. Enter begins a line, Ctrl+S saves into the file that is
//! named, whole and synced, Ctrl+Q leaves. All that waits is taken in before one draw, which is one write.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Stdout, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use crossterm::{
    event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers},
    execute,
    terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
};
use ratatui::{
    Frame, Terminal,
    backend::CrosstermBackend,
    layout::{Constraint, Layout, Position},
    widgets::{Block, Paragraph},
};

/// A whole frame fits.
const FRAME_BYTES: usize = 64 * 1024;

/// What is typed, and what is said of it.
struct Sheet {
    file: PathBuf,
    lines: Vec<String>,
    state: &'static str,
    leaves: bool,
}

impl Sheet {
    fn take(&mut self, event: &Event) -> io::Result<()> {
        let Event::Key(KeyEvent {
            code,
            modifiers,
            kind: KeyEventKind::Press,
            ..
        }) = event
        else {
            return Ok(());
        };
        match (code, modifiers.contains(KeyModifiers::CONTROL)) {
            (KeyCode::Char('q'), true) => self.leaves = true,
            (KeyCode::Char('s'), true) => {
                self.save()?;
                self.state = "SAVED";
            }
            (KeyCode::Enter, _) => self.lines.push(String::new()),
            (KeyCode::Char(typed), false) => {
                if let Some(line) = self.lines.last_mut() {
                    line.push(*typed);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Beside the old file, synced, in its place, and the folder synced.
    fn save(&self) -> io::Result<()> {
        let beside = self.file.with_extension("new");
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .open(&beside)?;
        writeln!(file, "{}", self.lines.join("\n"))?;
        file.sync_all()?;
        fs::rename(&beside, &self.file)?;
        let folder = self.file.parent().filter(|folder| *folder != Path::new(""));
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        let [page, state] =
            Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]).areas(frame.area());
        let block = Block::bordered().title("minimal");
        let inside = block.inner(page);
        let first = self.lines.len().saturating_sub(usize::from(inside.height));
        let shown = self.lines.get(first..).unwrap_or_default();
        frame.render_widget(Paragraph::new(shown.join("\n")).block(block), page);
        frame.render_widget(Paragraph::new(self.state), state);
        let typed = self.lines.last().map_or(0, |line| line.chars().count());
        let column = u16::try_from(typed).unwrap_or(u16::MAX);
        let row = u16::try_from(shown.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let x = inside.x + column.min(inside.width.saturating_sub(1));
        frame.set_cursor_position(Position::new(x, inside.y.saturating_add(row)));
    }
}

fn run(terminal: &mut Terminal<CrosstermBackend<BufWriter<Stdout>>>, sheet: &mut Sheet) -> io::Result<()> {
    while !sheet.leaves {
        terminal.draw(|frame| sheet.draw(frame))?;
        sheet.take(&event::read()?)?;
        while event::poll(Duration::ZERO)? {
            sheet.take(&event::read()?)?;
        }
    }
    Ok(())
}

fn main() -> io::Result<()> {
    let file = std::env::args_os().nth(1).unwrap_or_else(|| "minimal.txt".into());
    let mut sheet = Sheet {
        file: file.into(),
        lines: vec![String::new()],
        state: "READY",
        leaves: false,
    };
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen)?;
    let out = BufWriter::with_capacity(FRAME_BYTES, io::stdout());
    let ended =
        Terminal::new(CrosstermBackend::new(out)).and_then(|mut terminal| run(&mut terminal, &mut sheet));
    execute!(io::stdout(), LeaveAlternateScreen)?;
    disable_raw_mode()?;
    ended
}
