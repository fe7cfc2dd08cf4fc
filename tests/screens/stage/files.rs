//! The files of a session, before it is opened and as text afterwards.

use std::{collections::BTreeMap, path::Path};

use knownow::{
    domain::plan::Plan,
    storage::{catalogue, files::plan_file::read_plan},
};

/// Where a session comes from: the text of its plan, and its records files by name.
pub struct Source {
    pub folder: String,
    pub plan: String,
    pub records: Vec<(String, String)>,
}

impl Source {
    /// The worked example of this name, or the fixture of the tests.
    pub fn called(name: &str) -> Self {
        if name == "two-day" {
            return Self::of_plan(name, include_str!("../../fixtures/two-day/plan.ron"));
        }
        let example = catalogue::examples()
            .iter()
            .find(|example| example.folder == name)
            .unwrap_or_else(|| panic!("no example is called {name}"));
        let owned = |(name, text): &(&str, &str)| ((*name).to_string(), (*text).to_string());
        Self {
            folder: name.to_string(),
            plan: example.plan.to_string(),
            records: example.records.iter().map(owned).collect(),
        }
    }

    /// A session with nothing recorded.
    pub fn of_plan(folder: &str, plan: &str) -> Self {
        Self {
            folder: folder.to_string(),
            plan: plan.to_string(),
            records: Vec::new(),
        }
    }
}

/// The plan of a session.
pub fn plan_of(source: &Source) -> Plan {
    read_plan(Path::new(&source.folder), source.plan.as_bytes()).unwrap_or_else(|fault| panic!("{fault}"))
}

/// Every file below `root`, by its path there.
pub fn below(root: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "ron") {
                let name = path.strip_prefix(root).expect("a file below its root");
                let text = std::fs::read_to_string(&path).expect("a readable file");
                found.insert(name.display().to_string().replace('\\', "/"), text);
            }
        }
    }
    found
}

/// Names for ids, so that a text is the same whatever they are.
#[derive(Default)]
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// From now on `id` is called `name`.
    pub fn call(&mut self, id: &str, name: &str) {
        self.0.insert(id.to_string(), name.to_string());
    }

    /// `text` with every id by its name; one without a name gets the next number.
    pub fn mask(&mut self, text: &str) -> String {
        let mut masked = String::new();
        let mut rest = text;
        while let Some(letter) = rest.chars().next() {
            let id = rest
                .split_at_checked(UUID_LENGTH)
                .filter(|(start, _)| is_uuid(start));
            if let Some((id, after)) = id {
                let next = format!("<id {}>", self.0.len() - 1);
                masked.push_str(self.0.entry(id.to_string()).or_insert(next));
                rest = after;
            } else {
                masked.push(letter);
                rest = rest.split_at(letter.len_utf8()).1;
            }
        }
        masked
    }
}

/// The length of an id as text.
const UUID_LENGTH: usize = 36;

fn is_uuid(text: &str) -> bool {
    text.char_indices().all(|(at, letter)| match at {
        8 | 13 | 18 | 23 => letter == '-',
        _ => letter.is_ascii_hexdigit(),
    })
}
