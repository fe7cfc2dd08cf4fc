//! A build that can't seal.

use super::SealFault;
use crate::domain::passphrase::Passphrase;

/// No work at all.
pub(super) const WORK: u8 = 0;

/// Says that it can't be sealed.
pub(super) fn seal(_text: &[u8], _passphrase: &Passphrase, _work: u8) -> Result<Vec<u8>, SealFault> {
    Err(SealFault::NotBuiltIn)
}

/// Says that it can't be opened.
pub(super) fn open(_file: &[u8], _passphrase: &Passphrase) -> Result<Vec<u8>, SealFault> {
    Err(SealFault::NotBuiltIn)
}
