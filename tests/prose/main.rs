//! Notes as people mail them, beside what a person would do with each line.

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod kinds_and_replies;
#[cfg(test)]
mod lines_and_sentences;
#[cfg(test)]
mod mails;
#[cfg(test)]
mod nothing_lost;
