//! Sealing a hand-over with a passphrase, and opening one: by the age format, so that other programs can open it too.

use std::io;

use crate::{
    domain::passphrase::Passphrase,
    import::sealed::{Sealed, sealed},
};

#[cfg(feature = "sealed")]
mod age_file;
#[cfg(not(feature = "sealed"))]
#[path = "sealing/not_built_in.rs"]
mod age_file;

/// Whether this build can seal and open.
pub const IS_BUILT_IN: bool = cfg!(feature = "sealed");

/// Why nothing was sealed, or opened.
#[derive(Debug, thiserror::Error)]
pub enum SealFault {
    /// The program was built without it.
    #[error(
        "this build can't open or make sealed files\nUse a release of knownow, or build it with its default features."
    )]
    NotBuiltIn,
    /// Bytes are missing, or others than were sealed.
    #[error(
        "the sealed file is damaged: nothing was taken in\nAsk for it again, as an attachment or on a stick, and leave no line of it out."
    )]
    Damaged,
    /// The key does not fit. A file whose first lines were changed looks the same.
    #[error(
        "this passphrase does not open it: nothing was taken in\nMind capitals and spaces, and ask whoever sealed it. If it is the right one, the file was damaged: ask for it again."
    )]
    WrongPassphrase,
    /// It is sealed for the keys of certain people.
    #[error(
        "it is not sealed with a passphrase: nothing was taken in\nAsk for it sealed by knownow, or open it with age."
    )]
    NoPassphrase,
    /// Opening it would take more time and memory than this program gives to it.
    #[error(
        "it is sealed so heavily that this program does not try to open it\nOpen it with age, or ask for it sealed by knownow."
    )]
    TooHeavy,
    /// The system did not do its part.
    #[error("it can't be sealed: {0}")]
    Failed(#[from] io::Error),
}

/// The bytes of the file in which `text` is sealed: letters that a mail carries.
///
/// # Errors
/// If this build can't, or the system has no randomness to give.
pub fn seal(text: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, SealFault> {
    age_file::seal(text, passphrase, age_file::WORK)
}

/// Whether this is sealed, however damaged.
#[must_use]
pub fn is_sealed(bytes: &[u8]) -> bool {
    sealed(bytes).is_some()
}

/// Whether it is worth asking for the passphrase of a sealed file.
///
/// # Errors
/// If this build can't open any, or if it is damaged already to the eye.
pub fn before_opening(bytes: &[u8]) -> Result<(), SealFault> {
    if !IS_BUILT_IN {
        return Err(SealFault::NotBuiltIn);
    }
    match sealed(bytes) {
        Some(Sealed::Damaged) => Err(SealFault::Damaged),
        _ => Ok(()),
    }
}

/// What is sealed in `bytes`, once all of it was found to be as it was sealed; what is not sealed, as it is.
///
/// # Errors
/// If it is damaged in any part, or the passphrase does not fit.
pub fn open(bytes: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, SealFault> {
    match sealed(bytes) {
        Some(Sealed::Whole(file)) => age_file::open(&file, passphrase),
        Some(Sealed::Damaged) => Err(SealFault::Damaged),
        None => Ok(bytes.to_vec()),
    }
}

#[cfg(feature = "sealed")]
#[cfg(test)]
mod tests;
