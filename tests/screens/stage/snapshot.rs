//! Comparing with the text that was agreed to.

/// Fails unless `text` is the snapshot `name`; a new or changed one is looked at and then taken in with
/// `cargo insta review`, or by running the tests once with `INSTA_UPDATE=always`.
pub fn shows(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}
