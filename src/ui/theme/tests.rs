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
fn no_theme_sets_a_background_or_a_colour_that_old_terminals_lack() {
    for theme in all() {
        for role in Role::ALL {
            let style = theme.style(role);
            assert_eq!(style.bg, None, "{} {role:?}", theme.name());
            // The fixed 240 are everywhere but on consoles, which take the nearest of theirs.
            assert!(
                !matches!(style.fg, Some(Color::Rgb(..))),
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

/// The sixteen colours of a terminal, and its text and background where it is dark; where it is light they are the other
/// way round but for white, which is that of the page.
type Palette = [u32; 16];

/// Windows Terminal (Campbell), xterm, and GNOME's (Tango), by their documentation.
const PALETTES: [(&str, Palette); 3] = [
    (
        "Campbell",
        [
            0x0c_0c_0c, 0xc5_0f_1f, 0x13_a1_0e, 0xc1_9c_00, 0x00_37_da, 0x88_17_98, 0x3a_96_dd, 0xcc_cc_cc,
            0x76_76_76, 0xe7_48_56, 0x16_c6_0c, 0xf9_f1_a5, 0x3b_78_ff, 0xb4_00_9e, 0x61_d6_d6, 0xf2_f2_f2,
        ],
    ),
    (
        "xterm",
        [
            0x00_00_00, 0xcd_00_00, 0x00_cd_00, 0xcd_cd_00, 0x00_00_ee, 0xcd_00_cd, 0x00_cd_cd, 0xe5_e5_e5,
            0x7f_7f_7f, 0xff_00_00, 0x00_ff_00, 0xff_ff_00, 0x5c_5c_ff, 0xff_00_ff, 0x00_ff_ff, 0xff_ff_ff,
        ],
    ),
    (
        "Tango",
        [
            0x00_00_00, 0xcc_00_00, 0x4e_9a_06, 0xc4_a0_00, 0x34_65_a4, 0x75_50_7b, 0x06_98_9a, 0xd3_d7_cf,
            0x55_57_53, 0xef_29_29, 0x8a_e2_34, 0xfc_e9_4f, 0x72_9f_cf, 0xad_7f_a8, 0x34_e2_e2, 0xee_ee_ec,
        ],
    ),
];

const WHITE: u32 = 0xff_ff_ff;

/// How light a colour is, from 0 to 1, as WCAG 2 says it.
fn luminance(colour: u32) -> f64 {
    let part = |shift: u32| {
        let part = f64::from((colour >> shift) & 0xff) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
}

/// The contrast of two colours, from 1 to 21.
fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The number of a colour among the sixteen; none for that of the terminal's text.
fn number(colour: Option<Color>) -> Option<usize> {
    Some(match colour? {
        Color::Reset => return None,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        other => panic!("{other:?} is none of the sixteen"),
    })
}

/// The colours that no terminal changes, by their number: a cube of six levels, then grays.
fn fixed(nth: u8) -> u32 {
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * u32::from(step) };
    let (red, green, blue) = match nth {
        16..=231 => {
            let nth = nth - 16;
            (level(nth / 36), level(nth / 6 % 6), level(nth % 6))
        }
        232.. => {
            let gray = 8 + 10 * u32::from(nth - 232);
            (gray, gray, gray)
        }
        ..=15 => panic!("{nth} is one of the sixteen"),
    };
    red << 16 | green << 8 | blue
}

#[test]
fn fixed_colours_are_those_of_xterm() {
    for (nth, colour) in [
        (16, 0),
        (29, 0x00_87_5f),
        (196, 0xff_00_00),
        (231, WHITE),
        (240, 0x58_58_58),
    ] {
        assert_eq!(fixed(nth), colour, "{nth}");
    }
}

/// Reversing changes places of text and background, and so keeps the contrast. How faint a terminal draws what is faint
/// is not known, and no theme for a known background has it.
#[test]
fn every_text_has_the_contrast_that_weak_eyes_need_on_the_background_it_is_made_for() {
    for theme in all() {
        let (on_dark, on_light) = match theme.name() {
            "dark" => (true, false),
            "light" => (false, true),
            _ => (true, true),
        };
        // Nothing but gray has 4.5 on near black and on white alike.
        let enough = if theme.name() == "terminal" { 4.0 } else { 4.5 };
        for (palette, colours) in PALETTES {
            let dark = on_dark.then_some((colours[0], colours[7]));
            let light = on_light.then_some((WHITE, colours[0]));
            for (background, text) in dark.into_iter().chain(light) {
                for role in Role::ALL {
                    let style = theme.style(role);
                    let ink = match style.fg {
                        Some(Color::Indexed(nth)) => fixed(nth),
                        other => number(other).map_or(text, |nth| colours[nth]),
                    };
                    let contrast = contrast(ink, background);
                    let name = theme.name();
                    assert!(
                        contrast >= enough,
                        "{name} {role:?} in {palette} on {background:06x}: {contrast:.1}"
                    );
                    let is_faint = style.add_modifier.contains(Modifier::DIM);
                    assert!(
                        !is_faint || matches!(name, "terminal" | "mono"),
                        "{name} {role:?} is faint"
                    );
                }
            }
        }
    }
}
