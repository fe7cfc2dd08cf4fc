//! The layout of the files that people read: a block opens on a line of its own, a small thing is one line. The values
//! themselves are written by the RON library.

use serde::Serialize;

use crate::storage::ron_text;

/// The longest line in which a list of texts is kept together.
const LONGEST_LINE: usize = 80;

/// A file being laid out. The first value that has no form in RON is kept as the result of it all.
pub(super) struct Layout {
    text: String,
    depth: usize,
    failed: Option<ron::Error>,
}

impl Layout {
    /// An empty file with its outermost bracket open.
    pub(super) fn new() -> Self {
        Self {
            text: "(\n".to_owned(),
            depth: 1,
            failed: None,
        }
    }

    /// One field on one line.
    pub(super) fn field(&mut self, name: &str, value: &impl Serialize) {
        let value = self.ron(value);
        self.line(&format!("{name}: {value},"));
    }

    /// A field that is left out when it is empty.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.field(name, &value);
        }
    }

    /// A list with one item a line, left out when it is empty.
    pub(super) fn list<T: Serialize>(&mut self, name: &str, items: impl IntoIterator<Item = T>) {
        self.blocks(name, items, |layout, item| {
            let item = layout.ron(&item);
            layout.line(&format!("{item},"));
        });
    }

    /// A list of texts: on one line where that is short enough to read, left out when it is empty.
    pub(super) fn texts(&mut self, name: &str, texts: &[String]) {
        let line = self.ron(&texts);
        if name.len() + line.len() > LONGEST_LINE {
            self.list(name, texts);
        } else if !texts.is_empty() {
            self.line(&format!("{name}: {line},"));
        }
    }

    /// A list whose items are laid out one by one, left out when it is empty.
    pub(super) fn blocks<T>(
        &mut self,
        name: &str,
        items: impl IntoIterator<Item = T>,
        each: impl Fn(&mut Self, T),
    ) {
        let mut items = items.into_iter().peekable();
        if items.peek().is_some() {
            self.inside(&format!("{name}: ["), "],", |layout| {
                items.for_each(|item| each(layout, item));
            });
        }
    }

    /// What `content` lays out, one step to the right between `open` and `close`.
    pub(super) fn inside(&mut self, open: &str, close: &str, content: impl FnOnce(&mut Self)) {
        self.line(open);
        self.depth += 1;
        content(self);
        self.depth -= 1;
        self.line(close);
    }

    /// One line.
    pub(super) fn line(&mut self, line: &str) {
        for _ in 0..self.depth {
            self.text.push_str("    ");
        }
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A value on one line.
    pub(super) fn ron(&mut self, value: &impl Serialize) -> String {
        ron_text::one_line(value).unwrap_or_else(|error| {
            self.failed.get_or_insert(error);
            String::new()
        })
    }

    /// The text so far, with its outermost bracket still open.
    pub(super) fn head(self) -> Result<String, ron::Error> {
        self.failed.map_or(Ok(self.text), Err)
    }

    /// The whole file.
    pub(super) fn finish(mut self) -> Result<String, ron::Error> {
        self.text.push_str(")\n");
        self.head()
    }
}
