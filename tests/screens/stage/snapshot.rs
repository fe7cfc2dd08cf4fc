//! Comparing with the text that was agreed to.

/// Fails unless `text` is the snapshot `name`; a new or changed one is looked at and then taken in with
/// `cargo insta review`, or by running the tests once with `INSTA_UPDATE=always`.
pub fn shows(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, nameless(text)));
}

/// The text with the name of the temporary folder left out, which is another one each time.
fn nameless(text: &str) -> String {
    let begins = std::env::temp_dir().join(".tmp").display().to_string();
    let mut pieces = text.split(&begins);
    let mut named = pieces.next().unwrap_or_default().to_string();
    for piece in pieces {
        let rest = piece.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric());
        named.push_str("TEMPORARY");
        named.push_str(rest);
    }
    named
}
