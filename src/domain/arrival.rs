//! What comes in from colleagues while a session is on the screen: what they recorded, and how their files stand.

use super::{
    ids::{PersonId, SessionId, WriterId},
    note::Label,
    plan::Plan,
    records::Records,
    stamp::Stamp,
};

/// What a look into the session's folder brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// The session whose folder it is: a look may end after another session came onto the screen.
    pub session: SessionId,
    /// What stands in the files that changed since the look before; most of it may be known already.
    pub records: Records,
    /// The files of others, all of them, as they stand now.
    pub files: Vec<TheirFile>,
    /// A later edition of the plan than the one that was known.
    pub plan: Option<Box<Plan>>,
    /// What is wrong with the plan's file at present; the plan that was read before holds.
    pub plan_trouble: Option<Trouble>,
    /// What befell the file that is written here, if something did.
    pub own_lost: Option<OwnLoss>,
    /// The names of files beside the plan that are plans of this session as well, as sync programs make them where two
    /// changed it.
    pub plan_copies: Vec<String>,
}

/// What befell the file that is written here, by another program than this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnLoss {
    /// It is not in the folder any more.
    Gone,
    /// An older edition stands in its place; with how many notes fewer.
    Older(usize),
    /// It can't be read any more.
    Broken,
}

/// A file in the session's folder that another writer's program keeps, or a sync program made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TheirFile {
    /// Its name there.
    pub name: String,
    /// Who writes it, if that could ever be read.
    pub writer: Option<WriterId>,
    /// The person who writes it, if that could ever be read.
    pub person: Option<Label<PersonId>>,
    /// How many notes that are not struck out it held when it was read last.
    pub notes: usize,
    /// Whether it is a second file of one writer, as sync programs make it where two laptops met: its records are
    /// joined with those of the first.
    pub is_copy: bool,
    /// What is wrong with it at present; what was read of it before stays known.
    pub trouble: Option<Trouble>,
}

impl TheirFile {
    /// Whether it is nobody's notes: it was never read, does not say whose it is, and has no name as records have them.
    #[must_use]
    pub fn is_none_of_ours(&self) -> bool {
        let is_unread = matches!(
            &self.trouble,
            Some(Trouble {
                what: Ailment::Unsound(_),
                good_at: None,
                ..
            })
        );
        let end_of_writer = self.name.split('.').nth(1).and_then(|part| part.get(..4));
        let is_named_so = end_of_writer.is_some_and(|end| end.bytes().all(|byte| byte.is_ascii_hexdigit()));
        is_unread && !is_named_so && self.writer.is_none() && self.person.is_none()
    }
}

/// What is wrong with somebody's file, and since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What it is.
    pub what: Ailment,
    /// When it was seen first.
    pub since: Stamp,
    /// When the file was last read whole, if it ever was here.
    pub good_at: Option<Stamp>,
}

/// What can be wrong with somebody's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ailment {
    /// It holds nothing at all, as while it is being copied.
    Empty,
    /// A sync program put a mark there instead of the file.
    NotDownloaded,
    /// It was there, and is not any more.
    Gone,
    /// It is half-written or damaged, or of another session; with what is wrong, in words.
    Unsound(String),
    /// A newer program wrote it: what this one understands of it is known.
    Newer,
    /// The system does not let it be read; with what it says.
    Unreadable(String),
}
