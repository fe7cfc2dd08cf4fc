//! Keys as a person would write them down, to the bytes that an xterm sends.

/// The bytes of `keys`, such as `+ every pupil<Enter><C-n>`.
pub fn bytes_of(keys: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = keys;
    while let Some((text, named)) = rest.split_once('<') {
        bytes.extend_from_slice(text.as_bytes());
        let (name, after) = named
            .split_once('>')
            .unwrap_or_else(|| panic!("no > after < in {keys:?}; < is <lt>"));
        assert!(
            name != "Esc" || after.is_empty(),
            "what follows Esc at once is Alt: end {keys:?} there and wait"
        );
        bytes.extend(key(name));
        rest = after;
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

fn key(name: &str) -> Vec<u8> {
    if let Some(bytes) = plain(name) {
        return bytes.as_bytes().to_vec();
    }
    let bytes = name.split_once('-').and_then(|(modifier, key)| match modifier {
        "C" => with_control(key).or_else(|| modified(key, 5)),
        "A" => with_alt(key).or_else(|| modified(key, 3)),
        "S" if key == "Tab" => Some(b"\x1b[Z".to_vec()),
        "S" => modified(key, 2),
        _ => None,
    });
    bytes.unwrap_or_else(|| panic!("no key is called <{name}>"))
}

fn plain(name: &str) -> Option<&'static str> {
    Some(match name {
        "lt" => "<",
        "Enter" => "\r",
        "Tab" => "\t",
        "Esc" => "\x1b",
        "Space" => " ",
        "Backspace" => "\x7f",
        "Up" => "\x1b[A",
        "Down" => "\x1b[B",
        "Right" => "\x1b[C",
        "Left" => "\x1b[D",
        "Home" => "\x1b[H",
        "End" => "\x1b[F",
        "Insert" => "\x1b[2~",
        "Delete" => "\x1b[3~",
        "PageUp" => "\x1b[5~",
        "PageDown" => "\x1b[6~",
        "F1" => "\x1bOP",
        "F2" => "\x1bOQ",
        "F3" => "\x1bOR",
        "F4" => "\x1bOS",
        "F5" => "\x1b[15~",
        "F6" => "\x1b[17~",
        "F7" => "\x1b[18~",
        "F8" => "\x1b[19~",
        "F9" => "\x1b[20~",
        "F10" => "\x1b[21~",
        "F11" => "\x1b[23~",
        "F12" => "\x1b[24~",
        _ => return None,
    })
}

fn with_control(key: &str) -> Option<Vec<u8>> {
    match *key.as_bytes() {
        [letter] if letter.is_ascii_alphabetic() => Some(vec![letter.to_ascii_lowercase() - b'a' + 1]),
        _ => None,
    }
}

fn with_alt(key: &str) -> Option<Vec<u8>> {
    let single = key.chars().count() == 1;
    let bytes = if single {
        key
    } else {
        plain(key).filter(|bytes| !bytes.starts_with('\x1b'))?
    };
    Some(format!("\x1b{bytes}").into_bytes())
}

/// A key that has a sequence, with a modifier in it: 2 Shift, 3 Alt, 5 Ctrl.
fn modified(key: &str, modifier: u8) -> Option<Vec<u8>> {
    let sequence = plain(key)?.strip_prefix("\x1b")?;
    let bytes = match sequence.strip_suffix('~') {
        Some(number) => format!("\x1b{number};{modifier}~"),
        None => format!("\x1b[1;{modifier}{}", sequence.chars().last()?),
    };
    Some(bytes.into_bytes())
}
