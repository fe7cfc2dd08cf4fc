use super::*;

fn all() -> Vec<Theme> {
    Theme::NAMES
        .iter()
        .map(|name| Theme::named(name).unwrap())
        .collect()
}

#[test]
fn every_name_is_a_theme_of_that_name() {
    let all = all();
    let names: Vec<_> = all.iter().map(Theme::name).collect();
    assert_eq!(names, Theme::NAMES);
    assert_eq!(Theme::named("pink"), None);
}

#[test]
fn no_theme_sets_a_background_or_a_colour_beyond_the_sixteen() {
    for theme in all() {
        for role in Role::ALL {
            let style = theme.style(role);
            assert_eq!(style.bg, None, "{} {role:?}", theme.name());
            assert!(
                !matches!(style.fg, Some(Color::Rgb(..) | Color::Indexed(_))),
                "{} {role:?}",
                theme.name()
            );
            // Black and white vanish on one background or the other.
            assert!(
                !matches!(style.fg, Some(Color::Black | Color::White)),
                "{} {role:?}",
                theme.name()
            );
        }
    }
}

#[test]
fn every_role_has_its_own_place_and_name() {
    for (at, role) in Role::ALL.into_iter().enumerate() {
        assert_eq!(role as usize, at, "{role:?}");
        assert_eq!(Role::named(role.name()), Some(role));
    }
}

/// What looks alike without colours is told apart by what is written: here is by what.
#[test]
fn without_colours_every_role_is_told_apart_by_its_look_or_by_a_sign_beside_it() {
    let by_a_sign = |role: Role| match role {
        // Notes stand under a heading of their kind, or behind its sign.
        Role::Strength => "+",
        Role::Development => "-",
        Role::Question => "?",
        // So has the chosen question.
        Role::Private | Role::PromptChosen => ">",
        // What is said says in words what it is.
        Role::Notice | Role::Warning | Role::Failure | Role::Rehearsal => "words",
        // Where one is, what it is called, and keys stand at places of their own.
        Role::Title | Role::Place | Role::Key | Role::Rule | Role::Past => "place",
        _ => "",
    };
    for (at, one) in Role::ALL.into_iter().enumerate() {
        for other in Role::ALL.into_iter().skip(at + 1) {
            let alike = Theme::mono().style(one) == Theme::mono().style(other);
            let body = |role| matches!(role, Role::Evidence | Role::Prompt | Role::CaptureLine);
            let apart =
                by_a_sign(one) != by_a_sign(other) || by_a_sign(one) == "words" || by_a_sign(one) == "place";
            // The text that people read and type looks as the terminal's own; now and selected never meet in a list.
            let known = (body(one) && body(other))
                || matches!(
                    (one, other),
                    (Role::Now, Role::Selected) | (Role::Important, Role::Found)
                );
            assert!(!alike || apart || known, "{one:?} and {other:?} are one");
        }
    }
}

#[test]
fn mono_has_no_colour_at_all() {
    for role in Role::ALL {
        assert_eq!(Theme::mono().style(role).fg, None, "{role:?}");
    }
}

#[test]
fn high_contrast_has_nothing_faint() {
    for role in Role::ALL {
        let style = Theme::high_contrast().style(role);
        assert!(!style.add_modifier.contains(Modifier::DIM), "{role:?}");
        assert!(
            !matches!(style.fg, Some(Color::Gray | Color::DarkGray)),
            "{role:?}"
        );
    }
}

#[test]
fn what_must_be_seen_differs_from_plain_text_in_every_theme() {
    for theme in all() {
        for role in [
            Role::Now,
            Role::Selected,
            Role::Failure,
            Role::Warning,
            Role::Important,
            Role::Rehearsal,
        ] {
            assert_ne!(
                theme.style(role),
                theme.style(Role::Evidence),
                "{} {role:?}",
                theme.name()
            );
        }
    }
}

#[test]
fn colours_without_a_known_background_can_be_read_on_both() {
    let unreadable = [
        Color::Yellow,
        Color::Blue,
        Color::Gray,
        Color::DarkGray,
        Color::LightYellow,
        // On white it is as faint as yellow, and bold makes it brighter in many terminals.
        Color::Cyan,
        Color::LightCyan,
    ];
    for role in Role::ALL {
        let ink = Theme::terminal().style(role).fg;
        assert!(
            !ink.is_some_and(|ink| unreadable.contains(&ink)),
            "{role:?} {ink:?}"
        );
    }
}

#[test]
fn the_terminal_decides() {
    assert_eq!(
        Theme::choose(false, Some("xterm-256color"), None),
        Theme::terminal()
    );
    assert_eq!(Theme::choose(false, None, Some("15;0")), Theme::dark());
    assert_eq!(Theme::choose(false, None, Some("0;15")), Theme::light());
    assert_eq!(Theme::choose(false, None, Some("12;default;8")), Theme::dark());
    assert_eq!(Theme::choose(false, None, Some("0;default")), Theme::terminal());
    assert_eq!(Theme::choose(false, None, Some("")), Theme::terminal());
    assert_eq!(Theme::choose(true, Some("xterm"), Some("15;0")), Theme::mono());
    assert_eq!(Theme::choose(false, Some("dumb"), Some("15;0")), Theme::mono());
}
