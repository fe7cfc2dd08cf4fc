//! What actions are called in files: where keys are changed, and where it is remembered what was used last.

use super::Action;

impl Action {
    /// Its name in files, such as `next-place` or `findings-set-aside`.
    #[must_use]
    pub fn name(self) -> String {
        name_of(&format!("{self:?}"))
    }
}

/// The name in files of something by what it is called in the source: `Late(Take(Push))` is `late-take-push`.
///
/// So there is no second list of names to keep; that none of them changes unseen is checked by the shipped
/// `config/keys.ron`, which has all of them.
#[must_use]
pub fn name_of(source: &str) -> String {
    let parts = source.split(|letter: char| !letter.is_alphanumeric());
    let parts = parts.filter(|part| !part.is_empty() && *part != "Some" && *part != "None");
    let mut name = String::new();
    for letter in parts.flat_map(str::chars) {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.extend(letter.to_lowercase());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::message::LateAction, domain::lateness::Way};

    #[test]
    fn a_name_is_made_of_all_that_an_action_is_called() {
        assert_eq!(Action::NextPlace.name(), "next-place");
        let push = Action::Late(LateAction::StillBefore(Some(Way::Push)));
        assert_eq!(push.name(), "late-still-before-push");
        assert_eq!(
            Action::Late(LateAction::StillBefore(None)).name(),
            "late-still-before"
        );
    }
}
