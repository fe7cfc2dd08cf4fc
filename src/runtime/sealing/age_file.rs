//! The age file: a key made from the passphrase, and armour that a mail carries.

use std::{
    io::{Read, Write},
    iter,
};

use age::{
    DecryptError, Decryptor, Encryptor, Identity, Recipient,
    armor::{ArmoredReader, ArmoredWriter, Format},
    scrypt,
    secrecy::SecretString,
};
use zeroize::Zeroizing;

use super::SealFault;
use crate::domain::passphrase::Passphrase;

/// How much work goes into the key, as a power of two: 64 MiB, and under a second on a slow laptop.
pub(super) const WORK: u8 = 16;
/// The most that is done to open what another program sealed: 256 MiB.
const MOST_WORK: u8 = 18;

fn secret(passphrase: &Passphrase) -> SecretString {
    SecretString::from(passphrase.expose().to_owned())
}

/// Seals, with so much work for the key.
pub(super) fn seal(text: &[u8], passphrase: &Passphrase, work: u8) -> Result<Vec<u8>, SealFault> {
    let mut recipient = scrypt::Recipient::new(secret(passphrase));
    recipient.set_work_factor(work);
    let to = iter::once(&recipient as &dyn Recipient);
    let encryptor = Encryptor::with_recipients(to).map_err(std::io::Error::other)?;
    let armour = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor)?;
    let mut writer = encryptor.wrap_output(armour)?;
    writer.write_all(text)?;
    Ok(writer.finish()?.finish()?)
}

/// Opens; nothing is given out before the last byte was found to be right.
pub(super) fn open(file: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, SealFault> {
    let decryptor = Decryptor::new(ArmoredReader::new(file)).map_err(|fault| fault_of(&fault))?;
    if !decryptor.is_scrypt() {
        return Err(SealFault::NoPassphrase);
    }
    let mut identity = scrypt::Identity::new(secret(passphrase));
    identity.set_max_work_factor(MOST_WORK);
    let with = iter::once(&identity as &dyn Identity);
    let mut reader = decryptor.decrypt(with).map_err(|fault| fault_of(&fault))?;
    // What was opened before a damage shows is wiped.
    let mut opened = Zeroizing::new(Vec::with_capacity(file.len()));
    match reader.read_to_end(&mut opened) {
        Ok(_) => Ok(std::mem::take(&mut *opened)),
        Err(_damaged) => Err(SealFault::Damaged),
    }
}

fn fault_of(fault: &DecryptError) -> SealFault {
    match fault {
        // The key from the passphrase does not open the one of the file.
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => SealFault::WrongPassphrase,
        DecryptError::NoMatchingKeys => SealFault::NoPassphrase,
        DecryptError::ExcessiveWork { .. } => SealFault::TooHeavy,
        _ => SealFault::Damaged,
    }
}
