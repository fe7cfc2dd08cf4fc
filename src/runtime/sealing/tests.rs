//! What is sealed comes back whole or not at all.

use super::*;

/// Little work: what is tried is not how long it takes.
const LIGHT: u8 = 2;
const TEXT: &str = "five frames out, two wait for the TA\n";

fn passphrase(words: &str) -> Passphrase {
    Passphrase::first_line(words).unwrap()
}

fn right() -> Passphrase {
    passphrase("three brown otters")
}

/// More than one block of the format.
fn long() -> Vec<u8> {
    TEXT.repeat(4_000).into_bytes()
}

fn sealed_lightly(text: &[u8]) -> Vec<u8> {
    age_file::seal(text, &right(), LIGHT).unwrap()
}

#[test]
fn what_was_sealed_is_opened_by_its_passphrase_alone() {
    for text in [TEXT.as_bytes(), b"", &long()] {
        let file = sealed_lightly(text);
        assert!(is_sealed(&file) && file.is_ascii());
        assert!(!file.windows(6).any(|part| part == b"frames"));
        assert_eq!(open(&file, &right()).unwrap(), text);
        for wrong in ["three brown otter", "Three brown otters", "three brown otters "] {
            let fault = open(&file, &passphrase(wrong)).unwrap_err();
            assert!(matches!(fault, SealFault::WrongPassphrase), "{fault}");
        }
    }
    assert_eq!(
        open(TEXT.as_bytes(), &right()).unwrap(),
        TEXT.as_bytes(),
        "not sealed"
    );
}

#[test]
fn the_work_for_the_key_is_the_one_that_was_chosen() {
    let file = seal(TEXT.as_bytes(), &right()).unwrap();
    assert_eq!(open(&file, &right()).unwrap(), TEXT.as_bytes());
    let heavy = age_file::seal(TEXT.as_bytes(), &right(), 19).unwrap();
    assert!(matches!(open(&heavy, &right()), Err(SealFault::TooHeavy)));
}

/// With one byte changed it is refused, or the change was none: a space, a line's end, a mark that is known all the
/// same.
#[test]
fn a_damaged_byte_gives_out_nothing() {
    let file = sealed_lightly(TEXT.as_bytes());
    let (mut refused, mut healed) = (0, 0);
    for at in 0..file.len() {
        for other in [b'A', b'b', b'\n', 0xff] {
            let mut damaged = file.clone();
            if std::mem::replace(&mut damaged[at], other) == other {
                continue;
            }
            match open(&damaged, &right()) {
                Err(_) => refused += 1,
                Ok(opened) => {
                    assert_eq!(opened, TEXT.as_bytes(), "byte {at} as {other}");
                    healed += 1;
                }
            }
        }
    }
    assert!(refused > 5 * healed, "{refused} refused, {healed} healed");
}

#[test]
fn a_long_file_gives_out_nothing_before_its_last_byte() {
    let file = sealed_lightly(&long());
    for at in (9_973..file.len() - 60).step_by(9_973).chain([file.len() - 60]) {
        let mut damaged = file.clone();
        damaged[at] = if damaged[at] == b'A' { b'B' } else { b'A' };
        assert!(open(&damaged, &right()).is_err(), "byte {at}");
        assert!(open(&file[..at], &right()).is_err(), "cut at {at}");
    }
}

#[test]
fn a_file_that_ends_early_is_known_and_refused() {
    let file = sealed_lightly(TEXT.as_bytes());
    // From here on its mark is whole.
    for end in 30..file.len() - 30 {
        let part = &file[..end];
        assert!(is_sealed(part), "cut at {end}");
        assert!(
            matches!(open(part, &right()), Err(SealFault::Damaged)),
            "cut at {end}"
        );
    }
}

#[test]
fn what_is_sealed_for_a_key_is_said_to_be() {
    let file = b"age-encryption.org/v1\n-> X25519 TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc\n\
        EmECAEcKN+n/Vs9SbWiV+Hu0r+E8R77DdWYyd83nw7U\n--- Vn+54jqiiUCE+WZcEVY3f1sqHjlu/z1LCQ/T7Xm7qI0\n0123456789abcdef";
    let fault = open(file, &right()).unwrap_err();
    assert!(matches!(fault, SealFault::NoPassphrase), "{fault}");
}
