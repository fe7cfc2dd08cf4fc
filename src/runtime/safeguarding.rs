//! Writes down when the screen was hidden, beside the screen: hiding it must not wait for a disk.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{self, Receiver, Sender},
    },
    thread,
};

use super::event_loop::Event;
use crate::{
    app::message::Message,
    domain::stamp::Stamp,
    storage::{disk::Disk, safeguarding_log},
};

/// Adds the time to the file at `path` in a thread of its own; what it gives back has lost its other end once that has
/// ended.
///
/// # Errors
/// If no thread can be had.
pub(super) fn log(
    disk: Arc<dyn Disk>,
    path: PathBuf,
    at: Stamp,
    events: Sender<Event>,
) -> std::io::Result<Receiver<()>> {
    let (lives, ended) = mpsc::channel();
    thread::Builder::new().name("time".into()).spawn(move || {
        let _until_the_end: Sender<()> = lives;
        if safeguarding_log::add(&*disk, &path, at).is_err() {
            // The loop only stops listening when the program ends.
            let _ended = events.send(Event::Told(Message::TimeNotLogged));
        }
    })?;
    Ok(ended)
}
